/* SPDX-License-Identifier: MIT */
/* test_reasons.c - every element of a recognised report says what made it and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include <glob.h>

#include "base/file.h"
#include "base/xml_walk.h"
#include "recognise/account.h"
#include "recognise/fixes.h"
#include "recognise/recognise.h"
#include "report/report_xml.h"
#include "report/why.h"
#include "unit/fixture.h"

static const char draft[] =
	"United Nations\nA/98/17\nGeneral Assembly\nDistr.: General\n4 May 2098\n\nBells of the small harbours\n\n"
	"I. Ropes\n\n1. The wardens found that the ropes of nine bells had been cut through by the salt of the\n"
	"sea,1 and that the following were needed at once:\n\n(a) Hemp;\n\n(b) Tar.\n\n2. The wardens thanked the "
	"rope makers.\n\n_______________\n1 See the book of ropes.\n\fAnnex I\n\nPlaces\n\nNone were left out.\n";

static const struct rep_node *
find(const struct rep_node *root, enum rep_kind kind)
{
	const struct rep_node *n = root;
	while (n != NULL && n->kind != kind)
		n = rep_next(root, n);
	assert_non_null(n);
	return n;
}

static void
all_elements_have_reasons(void **state)
{
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en"};
	const struct draft *d = source_read(f->a, "t", span_of(draft), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);
	const struct rep_node *n;

	for (n = r->root; n != NULL; n = rep_next(r->root, n))
		if (n->kind != REP_TEXT && (n->rule == NULL || n->evidence == NULL))
			fail_msg("no reason: %s %s", rep_name(n->kind), n->rule ? n->rule : "without rule");
	n = find(r->root, REP_PARA);
	assert_non_null(strstr(n->evidence, "its number begins a count"));
	n = find(n, REP_ITEM);
	assert_non_null(strstr(n->evidence, "the line before ends in a colon"));
	assert_non_null(strstr(find(r->root, REP_SYMBOL)->evidence, "masthead"));
	assert_non_null(strstr(find(r->root, REP_ANNEX)->evidence, "annex"));
}

static void
captions_say_where_they_stood(void **state)
{
	static const char text[] = "# Bells\n\nThe bells were counted.\n\n| Bell | Ropes |\n|---|---|\n| Tern | 12 |\n\n"
	    ": Ropes of the bells\n\nThe wardens left.\n";
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en"};
	const struct draft *d = source_read(f->a, "t", span_of(text), SOURCE_MARKDOWN, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);

	assert_non_null(strstr(find(r->root, REP_CAPTION)->evidence, "under a table"));
}

/* What is in no element answers as well: the head of a page, and words that were mended. */
static void
lines_left_out_have_reasons(void **state)
{
	static const char text[] = "A/98/17\n\n1. The wardens found the harbour bells.\n\nA/98/17\n\f98-12345 2/2\n\n"
	    "A/98/17\n\n"
	    "2. The harb our bells rang, and the harbour was shut.\n\n3. The harbour was opened.\n";
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en"};
	const struct draft *d = source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);
	struct buf xml = {0}, head = {0}, mended = {0};

	report_write(r, &xml);
	xmlDoc *doc = report_load(buf_span(&xml), "t", f->d);
	assert_non_null(doc);
	assert_true(report_validate(doc, "t", f->d));
	assert_true(why(doc, WHY_LINE, "6", &head) && why(doc, WHY_LINE, "10", &mended));
	buf_addc(&head, '\0');
	buf_addc(&mended, '\0');
	assert_non_null(strstr(head.data, "dropped      furniture.job-number: it has the form of a job number"));
	assert_non_null(strstr(mended.data, "repaired     repair.split-word: “harb our” is “harbour” now"));
	assert_non_null(strstr(mended.data, "para para-2"));
	assert_null(strstr(mended.data, "num para-2"));
	xmlFreeDoc(doc);
	buf_free(&xml);
	buf_free(&head);
	buf_free(&mended);
}

/* How sure the last item of a list is when that paragraph comes behind it. */
static float
sureness_of_last_item(const struct fixture *f, const char *behind)
{
	struct recognise_options options = {.lang = "en"};
	const char *text = arena_printf(f->a, "%s%s", "1. The wardens met on the old quay.\n\n2. The wardens took up in "
	    "turn:\n\n"
	    "  1. Ropes.\n\n  2. Lamps.\n\n  3. Other matters.\n\n", behind);
	const struct draft *d = source_read(f->a, "t", (struct span){text, strlen(text)}, SOURCE_PAGE_DOUBLE, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);
	const struct rep_node *list = find(r->root, REP_LIST), *last = list;

	for (const struct rep_node *n = list; n != NULL; n = rep_next(list, n))
		if (n->kind == REP_ITEM)
			last = n;
	assert_int_equal(last->line_from, 9);
	return last->conf;
}

/* Of two counts that could go on with 3, lines far behind say which one did. */
static void
what_comes_behind_makes_sure(void **state)
{
	const struct fixture *f = *state;
	float third = sureness_of_last_item(f, "The pilots came.\n\n3. They were told of the ropes.\n");
	float none = sureness_of_last_item(f, "The pilots came.\n\nThey were told of the ropes.\n");

	/* a small part is left of the doubt that there is without them */
	assert_true((1 - third) * 10 < 1 - none);
}

/* Corrections that do not make an element what it is are told with those that do. */
static void
what_the_editor_says_of_later_lines_is_told(void **state)
{
	static const char text[] = "1. The wardens met on the old quay and counted the lamps of the harbour.\n\n"
	    "They found nine.\n\n"
	    "They wrote it down.\n\n2. The pilots came.\n\nA/99/1\n";
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en",
	    .fixes = fixes_read(f->a, "t.fixes", span_of("3-5: join\n9: keep\n"), f->d)};
	const struct draft *d = source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);
	const struct rep_node *para = find(r->root, REP_PARA), *kept = r->root;

	assert_non_null(strstr(para->evidence, "begins a count"));
	assert_non_null(strstr(para->evidence, "; line 3: the editor says so (t.fixes, line 1)"));
	assert_null(strstr(para->evidence, "line 5:"));
	while (kept->line_from != 9 || kept->evidence == NULL)
		assert_non_null(kept = rep_next(r->root, kept));
	assert_non_null(strstr(kept->evidence, "line 9: the editor says so (t.fixes, line 2)"));
}

#define EVERY 40 /* of the elements with an id are asked about */

/* What why says of an element of the document. */
static void
answers(xmlDoc *doc, const char *id, const char *paper)
{
	static const char *const parts[] = {"draft lines", "rule", "confidence", "because"};
	struct buf out = {0};
	size_t k;

	assert_true(why(doc, WHY_ID, id, &out));
	buf_addc(&out, '\0');
	for (k = 0; k < sizeof parts / sizeof *parts; k++)
		if (strstr(out.data, parts[k]) == NULL)
			fail_msg("%s, %s: no %s", paper, id, parts[k]);
	buf_free(&out);
}

/* A line of page text answers with what it is, not only with what it stands in. */
static void
line_answers(xmlDoc *doc, const struct line *l, const char *paper)
{
	struct buf out = {0};
	char number[16];

	snprintf(number, sizeof number, "%u", (unsigned)l->no);
	if (!why(doc, WHY_LINE, number, &out) || span_starts(buf_span(&out), "in "))
		fail_msg("%s, line %s: no answer", paper, number);
	buf_free(&out);
}

/* Every element has its rule, lines, reason and, where it is not sure, an alternative; why says so. */
static size_t
paper_answers(const char *path)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct span text = {0};
	struct recognise_options options = {0};
	size_t asked = 0, ids = 0;
	struct buf xml = {0};

	assert_true(file_read(a, path, &text, d));
	struct draft *paper = source_read(a, path, text, SOURCE_AUTO, d);
	assert_non_null(paper);
	struct report *r = recognise(a, paper, &options, account_new(a), d);
	for (const struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n)) {
		bool unsure = n->conf < 0.985f && n->kind != REP_PAGEBREAK;
		if (n->kind == REP_TEXT)
			continue;
		if (n->rule == NULL || n->evidence == NULL || n->conf <= 0 || (n->line_from == 0 && n->kind != REP_HEAD) ||
		    (unsure && n->alternative == NULL))
			fail_msg("%s, line %u: %s, rule %s, confidence %.2f", path, n->line_from, rep_name(n->kind),
			         n->rule ? n->rule : "none", (double)n->conf);
	}
	report_write(r, &xml);
	xmlDoc *doc = report_load(buf_span(&xml), path, d);
	assert_non_null(doc);
	for (xmlNode *root = xmlDocGetRootElement(doc), *n = root; n != NULL; n = xml_next_element(root, n)) {
		xmlChar *id = xmlGetNsProp(n, BAD_CAST "id", XML_XML_NAMESPACE);
		if (id != NULL && ids++ % EVERY == 0 && xmlHasNsProp(n, BAD_CAST "src", BAD_CAST REPORT_TRACE_NS) != NULL) {
			answers(doc, (const char *)id, path);
			asked++;
		}
		xmlFree(id);
	}
	for (size_t i = 0; paper->form <= SOURCE_PAGE_LAYOUT && i < paper->nline; i += EVERY / 4)
		line_answers(doc, &paper->line[i], path);
	xmlFreeDoc(doc);
	buf_free(&xml);
	diag_free(d);
	arena_free(a);
	return asked;
}

static size_t
papers_answer(const char *pattern)
{
	glob_t found;
	size_t asked = 0;

	if (glob(pattern, 0, NULL, &found) == 0) {
		for (size_t i = 0; i < found.gl_pathc; i++)
			asked += paper_answers(found.gl_pathv[i]);
		globfree(&found);
	}
	return asked;
}

static void
every_sample_answers(void **state)
{
	(void)state;
	assert_true(papers_answer("samples/*.txt") > 0 && papers_answer("samples/*.md") > 0);
}

static void
every_real_paper_answers(void **state)
{
	(void)state;
	if (papers_answer("../shared/corpus/*.txt") + papers_answer("../shared/corpus/*.md") == 0) {
		print_message("../shared/corpus is absent\n");
		skip();
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lines_left_out_have_reasons, setup, teardown),
		cmocka_unit_test_setup_teardown(what_comes_behind_makes_sure, setup, teardown),
		cmocka_unit_test_setup_teardown(what_the_editor_says_of_later_lines_is_told, setup, teardown),
		cmocka_unit_test_setup_teardown(all_elements_have_reasons, setup, teardown),
		cmocka_unit_test_setup_teardown(captions_say_where_they_stood, setup, teardown),
		cmocka_unit_test(every_sample_answers), cmocka_unit_test(every_real_paper_answers),
	};

	return cmocka_run_group_tests_name("reasons", tests, NULL, NULL);
}
