/* SPDX-License-Identifier: MIT */
/* test_values.c - what the lines of a draft tell in numbers and days, as attributes of its elements. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "unit/fixture.h"
#include "unit/head.h"

static const struct rep_node *
read_all(struct fixture *f, const char *lang, const char *text)
{
	struct recognise_options how = {.lang = lang};
	struct draft *draft = source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d);

	return recognise(f->a, draft, &how, account_new(f->a), f->d)->root;
}

/* The attribute of the first element of the kind, "-" without one. */
static const char *
value(const struct rep_node *root, enum rep_kind kind, const char *attribute)
{
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if (n->kind == kind)
			return rep_get(n, attribute) ? rep_get(n, attribute) : "-";
	return "-";
}

struct told {
	const char *lang, *line, *value;
};

static void
expect_values(struct fixture *f, const struct told *lines, size_t n, enum rep_kind kind, const char *attribute)
{
	bool field = kind != REP_REF;

	for (size_t i = 0; i < n; i++) {
		const char *text = arena_printf(f->a, "A/98/L.4\n\n%s%s%s.\n", field ? "" : "1. ", lines[i].line,
		    field ? "\n\n1. Bells, cloches, campanas" : "");
		const char *got = value(read_all(f, lines[i].lang, text), kind, attribute);
		if (strcmp(got, lines[i].value) != 0)
			fail_msg("%s gave %s", lines[i].line, got);
	}
}

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static void
sessions_have_numbers(void **state)
{
	static const struct told lines[] = {
	    {"en", "Ninety-eighth session", "98"}, {"en", "Session of 2043", "2043"},
	    {"en", "Tenth emergency special session", "10"}, {"fr", "Quatre-vingt-onzième session", "91"},
	    {"es", "Cuadragésimo octavo período de sesiones", "48"}, {"ru", "Семьдесят шестая сессия", "76"},
	    {"ar", "الدورة الثامنة والسبعون", "78"}, {"zh", "第七十九届会议", "79"},
	};
	expect_values(*state, lines, COUNT(lines), REP_SESSION, "value");
}

static void
items_have_numbers(void **state)
{
	static const struct told lines[] = {
	    {"en", "Agenda item 88", "88"}, {"en", "Agenda item 19 (l)", "19 (l)"},
	    {"en", "Items 42 and 98 (b) of the provisional agenda", "42, 98 (b)"},
	    {"fr", "Point 72 b) de l’ordre du jour", "72 b)"}, {"es", "Tema 13 del programa", "13"},
	    {"zh", "议程项目27(b)", "27(b)"}, {"ar", "البند 101 (أ) من جدول الأعمال", "101 (أ)"},
	};
	expect_values(*state, lines, COUNT(lines), REP_AGENDA_ITEM, "n");
}

#define ADOPTED "United Nations\nA/RES/98/512\nGeneral Assembly\nDistr.: General\n9 June 2044\n" \
	"Ninety-eighth session\nAgenda item 19\n\nReport of the keepers of the bells:\nletters that the keepers wrote\n\n" \
	"Resolution adopted by the General Assembly on 3 May 2044\n\n[on the report of the Ninth Committee (A/98/7)]\n\n" \
	"98/512. Bells of the small harbours\nThe General Assembly,\nRecalling its resolution 89/3 of 4 October 2034,\n" \
	"1. Requests the keepers to ring them.\n\n45th plenary meeting\n3 May 2044\n"

/* A star stands behind either of two symbols, and a minus may join them: the value has neither. */
static void
joint_symbols(void **state)
{
	assert_string_equal(value(read_all(*state, "en", "A/98/62*\xE2\x88\x92""E/2043/12*\n\nUnited Nations\n\n"
	    "General Assembly\n\n1. The bells rang.\n"), REP_HEAD, "symbol"), "A/98/62-E/2043/12");
}

/* Head and closing lines tell the day of adoption, which is not that of the paper. */
static void
adoptions_have_days(void **state)
{
	const struct rep_node *root = read_all(*state, "en", ADOPTED);

	assert_string_equal(value(root, REP_HEAD, "date"), "2044-06-09");
	assert_string_equal(value(root, REP_KIND_LINE, "iso"), "2044-05-03");
	assert_string_equal(value(root, REP_ADOPTION, "iso"), "-");
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if (n->kind == REP_ADOPTION && strcmp(rep_get(n, "kind"), "date") == 0)
			assert_string_equal(rep_get(n, "iso"), "2044-05-03");
}

/* Nothing but the title of the item stands between it and who adopted the resolution. */
static void
titles_of_items_over_the_adoption(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE, ADOPTED),
	    "organization:United Nations|symbol:A/RES/98/512|organ:General Assembly|distribution:Distr.: General|"
	    "date:9 June 2044|session:Ninety-eighth session|agendaItem:Agenda item 19|"
	    "agendaTitle:Report of the keepers of the bells: letters that the keepers wrote|"
	    "kindLine:Resolution adopted by the General Assembly on 3 May 2044|"
	    "field:[on the report of the Ninth Committee (A/98/7)]|title:98/512. Bells of the small harbours");
	assert_string_equal(value(read_all(*state, "en", ADOPTED), REP_FIELD, "name"), "proponent");
}

/* A report that holds the draft of a resolution is no resolution. */
static void
drafts_in_reports(void **state)
{
	assert_string_equal(value(read_all(*state, "en", ADOPTED), REP_REPORT, "kind"), "resolution");
	assert_string_equal(value(read_all(*state, "en", "United Nations\nA/98/17\nGeneral Assembly\n\n"
	    "Report of the Ninth Committee\n\n1. The Committee met in May.\n\n2. It recommends the following text:\n\n"
	    "Bells of the small harbours\n\nThe General Assembly,\n\nRecalling its resolution 89/3 on the bells,\n\n"
	    "1. Requests the keepers to ring them.\n"), REP_REPORT, "kind"), "report");
}

/* "Note by ..." under the title says what the paper is. */
static void
notes_by_their_kind_line(void **state)
{
	assert_string_equal(value(read_all(*state, "en", "United Nations\nA/98/18\nGeneral Assembly\nDistr.: General\n"
	    "9 June 2044\nNinety-eighth session\nAgenda item 19\nBells\n\nBells of the small harbours\n\n"
	    "Note by the Secretariat\n\n1. The keepers met in May and heard all the bells of the harbours.\n"),
	    REP_REPORT, "kind"), "note");
}

static void
cited_resolutions_have_days(void **state)
{
	static const struct told lines[] = {
	    {"en", "Recalling its resolution 89/3 of 4 October 2034 on bells", "2034-10-04"},
	    {"en", "Recalling its resolution 89/3, and the bells of 4 October 2034", "-"},
	    {"en", "Recalling Council resolution 2707 (2023) of 14 November 2023", "2023-11-14"},
	    {"en", "Recalling its resolution 89/3 of 2034 on bells", "-"},
	    {"fr", "Rappelant sa résolution 89/3 du 1er octobre 2034", "2034-10-01"},
	    {"es", "Recordando su resolución 89/3, de 4 de octubre de 2034", "2034-10-04"},
	    {"en", "In its resolution 89/3, on 4 October 2034 the bells were rung", "-"},
	    {"es", "Recordando su resolución 89/3 de 4 de octubre de 2034", "2034-10-04"},
	    {"ru", "ссылаясь на свою резолюцию 89/3 от 4 октября 2034 года", "2034-10-04"},
	    {"ar", "إذ تشير إلى قرارها 89/3 المؤرخ 4 تشرين الأول/أكتوبر 2034", "2034-10-04"},
	    {"zh", "回顾其2034年10月4日第89/3号决议", "2034-10-04"},
	};
	expect_values(*state, lines, COUNT(lines), REP_REF, "date");
}

/* A grouped number is one in text that reads from the right. */
static void
numbers_read_from_the_left(void **state)
{
	struct buf all = {0};

	rep_text_of(read_all(*state, "ar", "A/98/L.4\n\n1 - وبلغت التكلفة 1 234 دولار.\n"), &all);
	assert_true(span_find(buf_span(&all), SPAN_LIT("1\xC2\xA0" "234")) != SIZE_MAX);
	buf_free(&all);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(sessions_have_numbers),
	    T(items_have_numbers),
	    T(joint_symbols),
	    T(adoptions_have_days),
	    T(titles_of_items_over_the_adoption),
	    T(drafts_in_reports),
	    T(notes_by_their_kind_line),
	    T(cited_resolutions_have_days), T(numbers_read_from_the_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
