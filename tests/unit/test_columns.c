/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "set_fo.h"

/* A page of 300 by 200 pt, its body 220 by 120 in columns with a gap of 20. */
static const char *
in_columns(struct bench *b, const char *count, const char *flow)
{
	return arena_printf(b->a, "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='Liberation Serif'"
	    " font-size='10pt' line-height='12pt' xml:lang='en'><fo:layout-master-set><fo:simple-page-master master-name='p'"
	    " page-width='300pt' page-height='200pt'><fo:region-body margin='40pt' column-gap='20pt' column-count='%s'/>"
	    "</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='p'>"
	    FLOW "%s" TAIL, count, flow);
}

/* n blocks of one line each: w1, w2 ... */
static const char *
blocks(struct bench *b, int from, int n)
{
	struct buf out = {0};
	for (int i = from; i < from + n; i++)
		buf_printf(&out, "<fo:block>w%d.</fo:block>", i);
	const char *s = arena_strndup(b->a, out.data, out.n);
	buf_free(&out);
	return s;
}

static void
columns_fill_one_after_the_other(void **state)
{
	struct bench *b = *state;
	const struct item *it;
	struct pages *p = set_named(b, in_columns(b, "2", blocks(b, 0, 30)), "columns.fo");
	assert_int_equal(p->npage, 2);
	it = text_at(p, "w9.", 1);
	assert_near(it->x, 40);
	it = text_at(p, "w10.", 1);
	assert_near(it->x, 160);
	it = text_at(p, "w19.", 1);
	it = text_at(p, "w20.", 2);
	assert_near(it->x, 40);
	assert_int_equal(diag_count(b->d), 0);
}

static void
last_columns_are_of_one_height(void **state)
{
	struct bench *b = *state;
	const struct item *left, *right;
	struct pages *p = set_named(b, in_columns(b, "2", blocks(b, 0, 6)), "columns.fo");
	left = text_at(p, "w2.", 1);
	right = text_at(p, "w5.", 1);
	assert_near(left->y, right->y);
	assert_near(right->x, 160);
}

/* What spans stands between columns that end above it and begin below it. */
static void
a_block_may_span_all_columns(void **state)
{
	struct bench *b = *state;
	const struct item *w3, *head, *w4, *w6;
	const char *flow = arena_printf(b->a, "%s<fo:block span='all' space-before='10pt' text-align='end'>head</fo:block>%s",
	    blocks(b, 0, 4), blocks(b, 4, 3));
	struct pages *p = set_named(b, in_columns(b, "2", flow), "columns.fo");
	assert_int_equal(p->npage, 1);
	w3 = text_at(p, "w3.", 1);
	head = text_at(p, "head", 1);
	w4 = text_at(p, "w4.", 1);
	w6 = text_at(p, "w6.", 1);
	assert_near(head->y, w3->y + 22);
	assert_near(head->x + head->w, 260);
	assert_near(w4->y, head->y + 12);
	assert_near(w6->x, 160);
	assert_near(w6->y, w4->y);
}

static void
breaks_are_of_columns_or_of_pages(void **state)
{
	struct bench *b = *state;
	const struct item *it;
	struct pages *p = set_named(b, in_columns(b, "3", "<fo:block>one</fo:block><fo:block "
	    "break-before='column'>two</fo:block>"
	    "<fo:block break-before='page'>three</fo:block><fo:block span='all' "
	    "break-before='even-page'>four</fo:block>"), "columns.fo");
	it = text_at(p, "one", 1);
	assert_near(it->x, 40);
	it = text_at(p, "two", 1);
	assert_near(it->x, 120);
	it = text_at(p, "three", 2);
	assert_near(it->x, 40);
	it = text_at(p, "four", 4);
	assert_int_equal(p->npage, 4);
}

/* A heading over the columns goes to the next page when they would not begin below it. */
static void
a_heading_over_columns_is_not_stranded(void **state)
{
	struct bench *b = *state;
	const char *flow = arena_printf(b->a, "%s<fo:block span='all' keep-with-next='always'>head</fo:block>%s",
	    blocks(b, 0, 18), blocks(b, 18, 3));
	struct pages *p = set_named(b, in_columns(b, "2", flow), "columns.fo");
	assert_int_equal(find_text(p, "w17.", NULL), 1);
	assert_int_equal(find_text(p, "head", NULL), 2);
	assert_int_equal(find_text(p, "w18.", NULL), 2);
}

static void
notes_stand_under_their_column(void **state)
{
	struct bench *b = *state;
	const struct item *note;
	const char *flow = arena_printf(b->a, "%s<fo:block>call<fo:footnote><fo:inline>*</fo:inline><fo:footnote-body>"
	    "<fo:block>a note</fo:block></fo:footnote-body></fo:footnote></fo:block>%s", blocks(b, 0, 12), blocks(b, 12, 20));
	struct pages *p = set_named(b, in_columns(b, "2", flow), "columns.fo");
	note = text_at(p, "a note", 1);
	assert_near(note->x, 160);
	assert_true(note->y > 140);
	assert_int_equal(diag_count(b->d), 0);
}

static void
columns_of_an_arabic_page_begin_on_the_right(void **state)
{
	struct bench *b = *state;
	const struct item *first, *second;
	const char *flow = in_columns(b, "2", "<fo:block>one</fo:block><fo:block break-before='column'>two</fo:block>");
	struct buf rtl = {0};
	size_t root = span_find(span_of(flow), SPAN_LIT(" font-family"));
	buf_add(&rtl, flow, root);
	buf_adds(&rtl, " writing-mode='rl-tb'");
	buf_adds(&rtl, flow + root);
	struct pages *p = set_named(b, arena_strndup(b->a, rtl.data, rtl.n), "columns.fo");
	buf_free(&rtl);
	first = text_at(p, "one", 1);
	second = text_at(p, "two", 1);
	assert_near(first->x + first->w, 260);
	assert_near(second->x + second->w, 140);
}

static void
senseless_counts_are_bounded(void **state)
{
	struct bench *b = *state;
	static const char *const counts[] = {"1000000", "0", "-3"};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct pages *p = set_named(b, in_columns(b, counts[i], blocks(b, 0, 40)), "columns.fo");
		assert_int_not_equal(find_text(p, "w39.", NULL), 0);
		assert_true(p->npage < 10);
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(columns_fill_one_after_the_other), T(last_columns_are_of_one_height), T(a_block_may_span_all_columns),
	    T(breaks_are_of_columns_or_of_pages), T(a_heading_over_columns_is_not_stranded),
	    T(notes_stand_under_their_column), T(columns_of_an_arabic_page_begin_on_the_right),
	    T(senseless_counts_are_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
