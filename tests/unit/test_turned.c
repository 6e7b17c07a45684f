/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "set_fo.h"

/* A box of 60 by 40 pt at the top left of the body: its first line begins in another corner for each quarter. */
static void
a_container_turns_by_quarters(void **state)
{
	static const struct {
		const char *orientation;
		unsigned turn;
		double x, y; /* of the corner, from the top left of the box */
		double right, down; /* from there to the baseline's start, in lines */
	} cases[] = {{"0", 0, 0, 0, 0, 1}, {"90", 1, 0, 40, 1, 0}, {"180", 2, 60, 40, 0, -1}, {"270", 3, 60, 0, -1, 0},
	    {"-90", 3, 60, 0, -1, 0}, {"-180", 2, 60, 40, 0, -1}, {"-270", 1, 0, 40, 1, 0}};
	struct bench *b = *state;
	double baseline = text_at(set_flow(b, "<fo:block>word</fo:block>"), "word", 1)->y - 40;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pages *p = set_flow(b, arena_printf(b->a, "<fo:block-container width='60pt' height='40pt' "
		    "reference-orientation='%s'>"
		    "<fo:block id='w'>word</fo:block></fo:block-container><fo:block>below</fo:block>", cases[i].orientation));
		const struct item *it = text_at(p, "word", 1);
		assert_int_equal(it->turn, cases[i].turn);
		assert_near(it->x, 40 + cases[i].x + cases[i].right * baseline);
		assert_near(it->y, 40 + cases[i].y + cases[i].down * baseline);
		assert_near(p->dest[0].x, 40 + cases[i].x);
		assert_near(p->dest[0].y, 40 + cases[i].y);
		assert_near(text_at(p, "below", 1)->y, 80 + baseline);
	}
}

static void
turned_boxes_turn_in_each_other(void **state)
{
	struct bench *b = *state;
	struct pages *p = set_flow(b, "<fo:block-container width='60pt' height='60pt' reference-orientation='90'>"
	    "<fo:block-container width='40pt' height='50pt' reference-orientation='90' background-color='red'>"
	    "<fo:block>word</fo:block></fo:block-container></fo:block-container>");
	const struct item *it = text_at(p, "word", 1);
	assert_int_equal(it->turn, 2);
	double baseline = text_at(set_flow(b, "<fo:block>word</fo:block>"), "word", 1)->y - 40;
	/* the inner box is 50 wide and 40 high there, from the lower left corner of the outer one */
	assert_near(it->x, 40 + 50);
	assert_near(it->y, 100 - baseline);
	for (size_t k = 0; k < p->page[0].nitem; k++)
		if (p->page[0].item[k].kind == ITEM_RECT) {
			assert_near(p->page[0].item[k].x, 40);
			assert_near(p->page[0].item[k].y, 60);
			assert_near(p->page[0].item[k].w, 50);
			assert_near(p->page[0].item[k].h, 40);
		}
}

/* A head on its side makes its column as wide as its lines are high, and its row as high as they are long. */
static void
a_head_on_its_side_measures_its_column(void **state)
{
	struct bench *b = *state;
	struct pages *p = set_flow(b, "<fo:table><fo:table-body><fo:table-row><fo:table-cell>"
	    "<fo:block-container reference-orientation='90'><fo:block>a long head</fo:block></fo:block-container>"
	    "</fo:table-cell>"
	    "<fo:table-cell><fo:block>next</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>"
	    "<fo:block>below</fo:block>");
	const struct item *head = text_at(p, "a long head", 1), *next = text_at(p, "next", 1), *below = text_at(p, "below", 1);
	assert_int_equal(head->turn, 1);
	assert_true(next->x < 40 + 220 / 2);
	assert_near(head->y, 40 + head->w + 0.01);
	assert_true(below->y > head->y);
	assert_int_equal(diag_count(b->d), 0);
}

/* A page turned as a whole, its margins as they stand on the sheet; a body turned on it goes on turning. */
static void
pages_and_regions_turn(void **state)
{
	static const char form[] = "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='Liberation Serif'"
	    " font-size='10pt' line-height='12pt' xml:lang='en'><fo:layout-master-set><fo:simple-page-master master-name='p'"
	    " page-width='200pt' page-height='300pt' margin='10pt 20pt 30pt 40pt' reference-orientation='90'>"
	    "<fo:region-body reference-orientation='%s'/></fo:simple-page-master></fo:layout-master-set>"
	    "<fo:page-sequence master-reference='p'>" FLOW "<fo:block>word</fo:block><fo:block "
	    "text-align='end'>far</fo:block>" TAIL;
	struct bench *b = *state;
	struct pages *p = set_named(b, arena_printf(b->a, form, "0"), "turned.fo");
	const struct item *it = text_at(p, "word", 1), *far = text_at(p, "far", 1);
	assert_near(p->page[0].w, 200);
	assert_int_equal(it->turn, 1);
	assert_near(it->y, 270);
	assert_true(it->x > 40 && it->x < 52);
	assert_near(far->y - far->w, 10);
	p = set_named(b, arena_printf(b->a, form, "-90"), "turned.fo");
	it = text_at(p, "word", 1);
	assert_int_equal(it->turn, 0);
	assert_near(it->x, 40);
	assert_true(it->y > 10 && it->y < 22);
}

/* Containers turned within each other are measured once, however deep. */
static void
deep_turns_end(void **state)
{
	struct bench *b = *state;
	struct buf flow = {0};
	for (int i = 0; i < 60; i++)
		buf_adds(&flow, "<fo:block-container reference-orientation='90'>");
	buf_adds(&flow, "<fo:block>deep</fo:block>");
	for (int i = 0; i < 60; i++)
		buf_adds(&flow, "</fo:block-container>");
	struct pages *p = set_flow(b, flow.data);
	buf_free(&flow);
	assert_int_not_equal(find_text(p, "deep", NULL), 0);
}

/* What does not fit on its side is said. */
static void
too_much_in_a_turned_box_is_reported(void **state)
{
	struct bench *b = *state;
	set_flow(b, "<fo:block-container width='20pt' height='40pt' reference-orientation='90'>"
	    "<fo:block>more words than have room on two lines</fo:block></fo:block-container>");
	assert_int_equal(diag_count(b->d), 1);
	assert_int_equal(diag_at(b->d, 0)->code, DIAG_LAYOUT_OVERFULL);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_container_turns_by_quarters), T(turned_boxes_turn_in_each_other), T(a_head_on_its_side_measures_its_column),
	    T(pages_and_regions_turn), T(deep_turns_end), T(too_much_in_a_turned_box_is_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
