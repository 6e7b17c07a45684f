/* SPDX-License-Identifier: MIT */
/* Tracking turned to character spacing, on content as Cairo writes it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "layout/groups.h"
#include "pdf/finish.h"

/* Items of 10 pt, with so many glyphs and a tracking in hundredths of an em. */
static struct page
page_of(struct item *item, size_t n, const unsigned (*given)[2])
{
	for (size_t i = 0; i < n; i++)
		item[i] = (struct item){.kind = ITEM_GLYPHS, .size_pt = 10, .hscale = 1, .nglyph = given[i][0],
			.tracking = (float)given[i][1] / 10, .text = SPAN_LIT("x"), .w = 10};
	return (struct page){.w = 100, .h = 100, .item = item, .nitem = n};
}

static void
expect(const unsigned (*given)[2], size_t n, const char *content, const char *wanted)
{
	struct item item[4];
	struct page page = page_of(item, n, given);
	struct buf out = {0};
	double tc = 0;
	bool ok = spacing_write(&page, 0, n, span_of(content), &tc, &out);
	if (ok != (wanted != NULL))
		fail_msg("%s: %s", content, ok ? "taken" : "refused");
	if (ok)
		assert_string_equal(out.data, wanted);
	buf_free(&out);
}

static void
test_one_item(void **state)
{
	(void)state;
	const unsigned six[][2] = {{6, 2}}, plain[][2] = {{6, 0}};
	expect(six, 1, "BT\n10 0 0 -10 5 7 Tm\n/f-0-0 1 Tf\n(abcdef)Tj\nET\nEMC\n",
	       "BT\n10 0 0 -10 5 7 Tm\n/f-0-0 1 Tf\n0.02 Tc [(abcdef)]TJ\nET\nEMC\n");
	expect(six, 1, "[(ab)-12( )5(d)\n(ef)]\nTJ", "0.02 Tc [(ab)-12( )5(def)]TJ");
	expect(six, 1, "[(\\(\\\\\\351\\\nd)7(ef)]TJ", "0.02 Tc [(\\(\\\\\\351d)7(ef)]TJ");
	expect(six, 1, "[<0001000\n20003>-5<000400050006>]TJ", "0.02 Tc [<000100020003>-5<000400050006>]TJ");
	expect(plain, 1, "q 1 0 0 rg (abcdef)Tj Q", "q 1 0 0 rg [(abcdef)]TJ Q");
}

/* A place inside an item moves with the glyphs before it; the next line's start does not. */
static void
test_places(void **state)
{
	(void)state;
	const unsigned two[][2] = {{4, 2}, {2, 2}};
	expect(two, 2, "1 0 Td (ab)Tj 3 -1 Td (cd)Tj -4 -1.2 Td (ef)Tj",
	       "1 0 Td 0.02 Tc [(ab)]TJ 3.04 -1 Td [(cd)]TJ -4.04 -1.2 Td [(ef)]TJ");
	expect(two, 2, "(abc)Tj ET BT 10 0 0 -10 50 7 Tm (d)Tj 1 1 Td (ef)Tj",
	       "0.02 Tc [(abc)]TJ ET BT 10 0 0 -10 50.6 7 Tm [(d)]TJ 0.94 1 Td [(ef)]TJ");
}

/* Where an item ends within a line the pen goes back to where Cairo has it. */
static void
test_items_in_line(void **state)
{
	(void)state;
	const unsigned two[][2] = {{3, 2}, {3, 5}}, same[][2] = {{3, 2}, {3, 2}};
	expect(two, 2, "[(abc)-9(def)]TJ", "0.02 Tc [(abc)]TJ 0.05 Tc [51(def)]TJ");
	expect(same, 2, "(abcdef)Tj", "0.02 Tc [(abc)60(def)]TJ");
}

static void
test_text_replaced(void **state)
{
	(void)state;
	const unsigned two[][2] = {{3, 2}};
	expect(two, 1, "(ab)Tj /Span << /ActualText <feff00a0> >> BDC (c)Tj EMC",
	       "0.02 Tc [(ab)]TJ /Span << /ActualText <feff00a0> >> BDC [(c)]TJ EMC");
}

/* Glyphs that are not the group's, and what Cairo does not write. */
static void
test_refused(void **state)
{
	(void)state;
	const unsigned three[][2] = {{3, 2}};
	static const char *const bad[] = {"(ab)Tj", "(abcd)Tj", "[(ab)(c)", "[(ab)/c]TJ", "(abc)Td", "<00010>Tj", "[<000100020003]TJ"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		expect(three, 1, bad[i], NULL);
}

/* Pictures and what may be off the page are left as they are. */
static void
test_who_is_tracked(void **state)
{
	(void)state;
	const unsigned two[][2] = {{3, 2}, {3, 0}};
	struct item item[2];
	struct page page = page_of(item, 2, two);
	assert_true(page_untracked(&page, 0, 2));
	assert_false(page_untracked(&page, 1, 2));
	item[1].x = 95;
	assert_false(page_untracked(&page, 0, 2));
	item[1] = (struct item){.kind = ITEM_IMAGE};
	assert_false(page_untracked(&page, 0, 2));
	item[0].rtl = true;
	assert_false(page_untracked(&page, 0, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_one_item),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_items_in_line),
	    cmocka_unit_test(test_text_replaced),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_who_is_tracked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
