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
    "<report xmlns='urn:rapporteur:report:1' xmlns:t='urn:rapporteur:trace:1' xml:lang='en'><body>"
    "<section xml:id='sec-I' t:src='1-9' t:rule='heading.roman' t:conf='0.90'>"
    "<heading t:src='1' t:rule='heading.roman'>Harbours</heading>"
    "<p xml:id='p-1' t:src='3-5' t:rule='p.gap' t:conf='0.61' t:alt='item 0.39' t:why='a full stop before'>"
    "The lamps<pagebreak n='2'/> stay dark.</p>"
    "<p xml:id='p-2' t:src='7' t:rule='p.gap' t:alt='annex 0.10'>Again.</p><pagebreak n='3'/>"
    "</section></body></report>";

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
	assert_memory_equal(s, "p p-1\n", 6);
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
	assert_non_null(strstr(s, "p-2"));
	assert_null(strstr(s, "p-1"));
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
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
