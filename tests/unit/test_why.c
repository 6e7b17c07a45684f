/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <libxml/parser.h>

#include "report/why.h"

static const char report[] =
    "<report xmlns='urn:rapporteur:report:1' xmlns:t='urn:rapporteur:trace:1' xml:lang='en' t:src='1-9'><body "
    "t:src='1-9'><section xml:id='sec-I' t:src='1-9' t:rule='heading.roman' t:conf='0.90'>"
    "<heading t:src='1' t:rule='heading.roman'>Harbours</heading>"
    "<p xml:id='p-1' t:src='3-5' t:rule='p.gap' t:conf='0.61' t:alt='item 0.39' t:why='a full stop before'>"
    "The lamps<pagebreak n='2'/> stay dark.</p>"
    "<p xml:id='p-2' t:src='7' t:rule='p.gap' t:alt='annex 0.10'>Again.</p>"
    "<p xml:id='p-3' t:rule='p.gap' t:alt='a heading of level 3 0.45'>More.</p>"
    "<item xml:id='i-1' t:rule='item.alpha' t:alt='item 0.20'><p>Ночной огонь маяка виден с моря, "
    "а дневной не виден никому, кроме сторожа.</p></item>"
    "<pagebreak n='3'/>"
    "</section></body></report>";

static const char gapped[] =
    "<report xmlns='urn:rapporteur:report:1' xmlns:t='urn:rapporteur:trace:1' t:src='1-3'><body t:src='1-3'>"
    "<p t:src='1'>One.</p><p t:src='3'>Two.</p></body></report>";

static char *
answer(enum why_by by, const char *value, bool *found)
{
	xmlDoc *doc = xmlReadMemory(report, (int)strlen(report), "r.xml", NULL, XML_PARSE_NONET);
	struct buf out = {0};
	*found = why(doc, by, value, &out);
	xmlFreeDoc(doc);
	return out.data;
}

static void
a_line_is_explained_innermost_first(void **state)
{
	(void)state;
	bool found;
	char *s = answer(WHY_LINE, "4", &found);
	assert_true(found);
	assert_true(span_starts(span_of(s), "p p-1\n"));
	assert_non_null(strstr(s, "in section sec-I"));
	assert_non_null(strstr(s, "rather than  an item of a list (0.39)"));
	assert_non_null(strstr(s, "because      a full stop before"));
	assert_non_null(strstr(s, "The lamps stay dark."));
	assert_null(strstr(s, "p-2"));
	free(s);
	s = answer(WHY_LINE, "40", &found);
	assert_false(found);
	assert_null(s);
}

static void
a_blank_line_is_called_so(void **state)
{
	(void)state;
	xmlDoc *doc = xmlReadMemory(gapped, (int)strlen(gapped), "r.xml", NULL, XML_PARSE_NONET);
	struct buf out = {0};
	assert_true(why(doc, WHY_LINE, "2", &out));
	assert_true(span_starts(buf_span(&out), "line 2\n  no words     it is blank\nin body\n"));
	assert_non_null(strstr(out.data, "in report"));
	buf_free(&out);
	xmlFreeDoc(doc);
}

static void
what_may_be_asked_is_told(void **state)
{
	(void)state;
	static const struct { const char *xml; enum why_by by; const char *want; } ask[] = {
	    {report, WHY_PAGE, "the pages of the draft are 2 to 3"}, {report, WHY_LINE, "lines 1 to 9 of the draft"},
	    {gapped, WHY_PAGE, "shows no pages"}, {"<report xmlns='urn:rapporteur:report:1'/>", WHY_LINE, "ask by --id"}};
	for (size_t i = 0; i < sizeof ask / sizeof *ask; i++) {
		xmlDoc *doc = xmlReadMemory(ask[i].xml, (int)strlen(ask[i].xml), "r.xml", NULL, XML_PARSE_NONET);
		struct buf out = {0};
		why_advise(doc, ask[i].by, &out);
		assert_non_null(strstr(out.data, ask[i].want));
		buf_free(&out);
		xmlFreeDoc(doc);
	}
}

/* The text shown is as long in letters in any script; an alternative of the same kind is told apart. */
static void
text_is_cut_by_characters(void **state)
{
	(void)state;
	bool found;
	char *s = answer(WHY_ID, "i-1", &found);
	assert_non_null(strstr(s, "Ночной огонь маяка виден с моря, а дневной не виден никому, …"));
	assert_non_null(strstr(s, "an item of a list of another count (0.20)"));
	free(s);
}

static void
an_id_is_explained_with_what_it_stands_in(void **state)
{
	(void)state;
	bool found;
	char *s = answer(WHY_ID, "p-2", &found);
	assert_true(found);
	assert_memory_equal(s, "p p-2\n", 6);
	assert_non_null(strstr(s, "rather than  the label of an annex (0.10)"));
	assert_non_null(strstr(s, "in section sec-I"));
	free(s);
	s = answer(WHY_ID, "p-3", &found);
	assert_true(found);
	assert_non_null(strstr(s, "rather than  a heading of level 3 (0.45)\n"));
	free(s);
	s = answer(WHY_ID, "p-9", &found);
	assert_false(found);
	free(s);
}

static void
a_page_lists_what_begins_on_it(void **state)
{
	(void)state;
	bool found;
	char *s = answer(WHY_PAGE, "2", &found);
	assert_true(found);
	assert_true(span_starts(span_of(s), "p p-1\n")); /* which goes on there */
	assert_non_null(strstr(s, "p-2"));
	free(s);
	s = answer(WHY_PAGE, "9", &found);
	assert_false(found);
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_explained_innermost_first),
		cmocka_unit_test(an_id_is_explained_with_what_it_stands_in),
		cmocka_unit_test(a_page_lists_what_begins_on_it),
		cmocka_unit_test(a_blank_line_is_called_so), cmocka_unit_test(what_may_be_asked_is_told),
		cmocka_unit_test(text_is_cut_by_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
