/* SPDX-License-Identifier: MIT */
/* test_page_marks.c - page breaks where the pages of a draft begin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "report/report_xml.h"
#include "unit/fixture.h"

#define FIRST "A/99/1\n\nI. Bells\n\n1. The keepers met in the old harbour and agreed that every bell should be\n"
#define SECOND "rung at least once a year so that its voice is not lost to the town of the\nharbour.\n\n"
#define THIRD "2. They asked for new ropes, as the old ones had been eaten by the mice of the\ntower in the winter.\n"

/* The outline of the report, with a balanced account and by the schema. */
static const char *
tree(struct fixture *f, const char *text, enum source_form form)
{
	struct recognise_options how = {.lang = "en"};
	struct draft *draft = source_read(f->a, "t", span_of(text), form, f->d);
	struct account *acc = account_new(f->a);
	struct report *r = recognise(f->a, draft, &how, acc, f->d);
	struct buf xml = {0};

	assert_true(account_close(acc, r, f->d));
	report_write(r, &xml);
	buf_addc(&xml, '\0');
	xmlDoc *doc = report_load(span_of(xml.data), "t", f->d);
	assert_true(report_validate(doc, "t", f->d));
	xmlFreeDoc(doc);
	const char *s = arena_strdup(f->a, xml.data);
	buf_free(&xml);
	return s;
}

static size_t
breaks(const char *xml)
{
	size_t n = 0;

	for (; (xml = strstr(xml, "<pagebreak ")) != NULL; xml++)
		n++;
	return n;
}

/* Page n begins right before the words. */
static void
begins(const char *xml, const char *n, const char *words)
{
	char sign[32];
	const char *at;

	snprintf(sign, sizeof sign, " n=\"%s\"", n);
	at = strstr(xml, sign);
	assert_non_null(at);
	at = strchr(at, '>') + 1;
	while (*at == '\n' || *at == ' ' || *at == '<')
		at = *at == '<' ? strchr(at, '>') + 1 : at + 1;
	if (strncmp(at, words, strlen(words)) != 0)
		fail_msg("page %s begins at \"%.40s\"", n, at);
}

static void
form_feeds_are_counted(void **state)
{
	const char *xml = tree(*state, FIRST "\f" SECOND "\f" THIRD, SOURCE_PAGE_SINGLE);

	assert_int_equal(breaks(xml), 3);
	begins(xml, "1", "A/99/1");
	begins(xml, "2", "rung at least");
	begins(xml, "3", "2.");
	assert_non_null(strstr(xml, "should be <pagebreak "));
}

static void
printed_numbers_go_before_counted_ones(void **state)
{
	const char *xml = tree(*state, FIRST "98-00001 7/9\n\f" SECOND "98-00001 8/9\n\f" THIRD
	    "98-00001 9/9\n", SOURCE_PAGE_SINGLE);

	assert_int_equal(breaks(xml), 3);
	begins(xml, "8", "rung at least");
	begins(xml, "9", "2.");
}

static void
numbers_at_the_foot_name_the_page_they_end(void **state)
{
	const char *xml = tree(*state, FIRST "98-00001 1/3\n" SECOND "98-00001 2/3\n" THIRD
	    "98-00001 3/3\n", SOURCE_PAGE_SINGLE);

	assert_int_equal(breaks(xml), 3);
	begins(xml, "2", "rung at least");
	begins(xml, "3", "2.");
}

static void
numbers_at_the_head_name_the_page_they_begin(void **state)
{
	const char *xml = tree(*state, FIRST "98-00001 2/3\n" SECOND "98-00001 3/3\n" THIRD, SOURCE_PAGE_SINGLE);

	assert_int_equal(breaks(xml), 3);
	begins(xml, "1", "A/99/1");
	begins(xml, "2", "rung at least");
	begins(xml, "3", "2.");
}

static void
a_draft_without_pages_has_none(void **state)
{
	assert_int_equal(breaks(tree(*state, FIRST SECOND THIRD, SOURCE_PAGE_SINGLE)), 0);
	assert_int_equal(breaks(tree(*state, FIRST SECOND THIRD, SOURCE_MARKDOWN)), 0);
}

static void
a_citation_over_a_page_end_stays_whole(void **state)
{
	const char *xml = tree(*state, "1. The keepers took note of the letter of the harbour and of resolution\n\f"
	    "75/240 of the Assembly, which they liked.\n", SOURCE_PAGE_SINGLE);

	assert_int_equal(breaks(xml), 2);
	assert_non_null(strstr(xml, "A/RES/75/240"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(form_feeds_are_counted, setup, teardown),
	    cmocka_unit_test_setup_teardown(printed_numbers_go_before_counted_ones, setup, teardown),
	    cmocka_unit_test_setup_teardown(numbers_at_the_foot_name_the_page_they_end, setup, teardown),
	    cmocka_unit_test_setup_teardown(numbers_at_the_head_name_the_page_they_begin, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_draft_without_pages_has_none, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_citation_over_a_page_end_stays_whole, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
