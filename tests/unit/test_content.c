/* SPDX-License-Identifier: MIT */
/* Items of a page as operators, with a font put together by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/content.h"
#include "pdf/token.h"

#define NEAR_PT 0.12 /* the drift allowed within a word, at 10 pt, and rounding */

/* Glyph g is code 'a' + g - 1 and half an em wide; glyph 27 is the space, a quarter wide; 28 has two bytes. */
static struct shown_glyph shown[28];
static struct shown_glyph *by_font[] = {shown};
static struct code_font fonts[] = {{SPAN_LIT("/f-0-0"), false}, {SPAN_LIT("/f-0-1"), true}};
static const struct faces faces = {fonts, 2, 2, by_font, {NULL, 0}};
static uint32_t places[29];
static struct part_font part = {.place = places, .nplace = 29, .nglyph = 28};
static size_t pictures[] = {0, 0};
static const struct parts parts = {.font = &part, .nfont = 1, .shown = pictures, .nshown = 2};

static int
setup(void **state)
{
	(void)state;
	static char letters[28];
	for (uint32_t i = 0; i < 28; i++) {
		letters[i] = (char)(i == 26 ? ' ' : 'a' + (int)i % 26);
		shown[i] = (struct shown_glyph){i == 27, (uint16_t)(i == 27 ? 0x1A2B : letters[i]),
		    i == 26 ? 0.25f : 0.5f, {&letters[i], 1}};
		places[i + 1] = i + 1;
	}
	return 0;
}

/* Text at x, y, 10 pt high, whose glyphs follow each other with `more` pt between them. */
static struct item
text_item(struct glyph *glyph, const char *text, double x, double y, float hscale, float more)
{
	struct item it = {.kind = ITEM_GLYPHS, .x = x, .y = y, .size_pt = 10, .hscale = hscale, .tracking = more,
	                  .glyph = glyph, .text = span_of(text), .nglyph = (uint32_t)strlen(text)};
	float at = 0;
	for (uint32_t i = 0; i < it.nglyph; i++) {
		uint32_t g = text[i] == ' ' ? 27 : (uint32_t)(text[i] - 'a' + 1);
		glyph[i] = (struct glyph){g, at, 0, i};
		at += shown[g - 1].em * 10 * hscale + more;
	}
	it.w = (double)at;
	return it;
}

static void
expect(struct item *item, size_t n, const char *wanted)
{
	struct page page = {.w = 500, .h = 100, .item = item, .nitem = n};
	struct buf b = {0};
	struct content c = content_page(&parts, &faces, &page, 0, &b);
	b.n = 0;
	content_items(&c, 0, n);
	assert_string_equal(b.data, wanted);
	buf_free(&b);
}

static void
test_lines(void **state)
{
	(void)state;
	struct glyph glyph[2][16];
	struct item item[2] = {text_item(glyph[0], "ab cd", 20, 30, 1, 0), text_item(glyph[1], "ef", 15, 42, 1, 0)};
	expect(item, 2, "BT\n/f-0-0 10 Tf\n20 70 Td\n[(ab cd)]TJ\n-5 -12 Td\n[(ef)]TJ\nET\n");
	/* A kern, and a wider gap between words. */
	glyph[0][1].x -= 0.4f;
	glyph[0][3].x += 1.5f;
	glyph[0][4].x += 1.5f;
	expect(item, 1, "BT\n/f-0-0 10 Tf\n20 70 Td\n[(a)40(b)-40( )-150(cd)]TJ\nET\n");
}

static void
test_state(void **state)
{
	(void)state;
	struct glyph glyph[3][16];
	struct item item[3] = {text_item(glyph[0], "ab", 20, 30, 1.02f, 0.204f), text_item(glyph[1], "c", 100, 30, 1, 0)};
	item[2] = text_item(glyph[2], "d", item[1].x + item[1].w, 27, 1, 0);
	item[1].rgb = 0xFF0080;
	item[2].size_pt = 5;
	expect(&item[1], 2, "1 0 0.502 rg\nBT\n/f-0-0 10 Tf\n100 70 Td\n[(c)]TJ\n0 0 0 rg\n/f-0-0 5 Tf\n"
	    "5 3 Td\n[(d)]TJ\nET\n");
	item[1].rgb = 0;
	expect(&item[1], 2, "BT\n/f-0-0 10 Tf\n100 70 Td\n[(c)]TJ\n/f-0-0 5 Tf\n5 3 Td\n[(d)]TJ\nET\n");
	item[1].rgb = 0xFF0080;
	expect(item, 3, "BT\n102 Tz\n0.2 Tc\n/f-0-0 10 Tf\n20 70 Td\n[(ab)]TJ\n1 0 0.502 rg\n100 Tz\n0 Tc\n[-6939(c)]TJ\n"
	                "0 0 0 rg\n/f-0-0 5 Tf\n85 3 Td\n[(d)]TJ\nET\n");
}

/* What the codes do not spell is said beside them; text from right to left is written in its order. */
static void
test_text_told(void **state)
{
	(void)state;
	struct glyph glyph[16];
	struct item it = text_item(glyph, "abc", 20, 30, 1, 0);
	it.text = SPAN_LIT("xbc");
	expect(&it, 1, "BT\n/Span<</ActualText<FEFF0078>>>BDC\n/f-0-0 10 Tf\n20 70 Td\n[(a)]TJ\nEMC\n[(bc)]TJ\nET\n");
	it.text = SPAN_LIT("xyb");
	glyph[1].cluster = 0;
	expect(&it, 1, "BT\n/Span<</ActualText<FEFF00780079>>>BDC\n/f-0-0 10 Tf\n20 70 Td\n[(ab)]TJ\nEMC\n"
	               "/Span<</ActualText<FEFF0062>>>BDC\n[(c)]TJ\nEMC\nET\n");
	glyph[0].cluster = 9; /* clusters that are not the text's tell nothing */
	expect(&it, 1, "BT\n/f-0-0 10 Tf\n20 70 Td\n[(abc)]TJ\nET\n");
	it = text_item(glyph, "abc", 20, 30, 1, 0);
	it.text = SPAN_LIT("cba");
	it.rtl = true;
	for (uint32_t i = 0; i < 3; i++)
		glyph[i].cluster = 2 - i;
	expect(&it, 1, "BT\n/f-0-0 10 Tf\n30 70 Td\n[(c)1000(b)1000(a)]TJ\nET\n");
}

static void
test_boxes_and_fonts(void **state)
{
	(void)state;
	struct glyph glyph[4];
	struct item item[2] = {{.kind = ITEM_RULE, .x = 10, .y = 20, .w = 30, .h = 0.5}, text_item(glyph, "ab", 20, 30, 1, 0)};
	glyph[1].index = 28;
	expect(item, 2, "10 79.5 30 0.5 re f\nBT\n/f-0-0 10 Tf\n20 70 Td\n[(a)]TJ\n/f-0-1 10 Tf\n[<1A2B>]TJ\nET\n");
	struct item picture = {.kind = ITEM_IMAGE, .x = 10, .y = 20, .w = 30, .h = 40};
	expect(&picture, 1, "q 1 0 0 1 10 40 cm /P0 Do Q\n");
}

/* Where the operators put each glyph, as a reader works it out. */
static void
follow(struct span content, const struct item *it)
{
	struct tokens t = {content.s, content.n, 0};
	double n[2] = {0}, size = 0, scale = 1, tracking = 0, pen = 0, line = 0;
	uint32_t k = 0;
	for (struct span tok = token_next(&t); tok.n > 0; tok = token_next(&t)) {
		if (span_is(tok, "Tf"))
			size = n[1];
		else if (span_is(tok, "Tz"))
			scale = n[1] / 100;
		else if (span_is(tok, "Tc"))
			tracking = n[1];
		else if (span_is(tok, "Td"))
			pen = line += n[0];
		else if (tok.s[0] == '(') {
			for (size_t i = 1; i + 1 < tok.n; i++, k++) {
				assert_true(k < it->nglyph);
				if (fabs(pen - it->x - (double)it->glyph[k].x) > NEAR_PT)
					fail_msg("glyph %u is at %.3f, not at %.3f", k, pen, it->x + (double)it->glyph[k].x);
				pen += ((double)shown[it->glyph[k].index - 1].em * size + tracking) * scale;
			}
		} else {
			n[0] = n[1];
			n[1] = strtod(tok.s, NULL);
			if (t.s[t.i] == '(' || t.s[t.i] == ']') /* a number of the array */
				pen -= n[1] / 1000 * size * scale;
		}
	}
	assert_int_equal(k, it->nglyph);
}

static void
test_places(void **state)
{
	(void)state;
	srand(7);
	for (int round = 0; round < 500; round++) {
		struct glyph glyph[40];
		char text[41] = "";
		for (int i = 0; i < 40; i++)
			text[i] = (char)(rand() % 6 == 0 ? ' ' : 'a' + rand() % 26);
		struct item it = text_item(glyph, text, rand() % 100, 30, 0.9f + (float)(rand() % 200) / 1000,
		    (float)(rand() % 40) / 100);
		float moved = 0;
		for (uint32_t i = 0; i < 40; i++) {
			moved += rand() % 3 == 0 ? (float)(rand() % 100 - 30) / 100 : (float)(rand() % 10) / 1000;
			glyph[i].x += moved;
		}
		struct page page = {.w = 500, .h = 100, .item = &it, .nitem = 1};
		struct buf b = {0};
		struct content c = content_page(&parts, &faces, &page, 0, &b);
		b.n = 0;
		content_items(&c, 0, 1);
		follow(buf_span(&b), &it);
		buf_free(&b);
	}
}

/* Each glyph once, with the text of the first cluster that it is alone in; a letter may bear any number of marks. */
static void
test_parts(void **state)
{
	(void)state;
	enum { MARKS = 200000 };
	struct arena *a = arena_new();
	struct glyph *many = ARENA_ARRAY(a, struct glyph, MARKS + 2), one[] = {{2, 0, 0, 0}};
	many[0] = (struct glyph){1, 0, 0, 0};
	for (size_t i = 1; i <= MARKS; i++)
		many[i] = (struct glyph){2, 0, 0, 0};
	many[MARKS + 1] = (struct glyph){3, 5, 0, 1};
	struct item item[] = {{.kind = ITEM_GLYPHS, .glyph = many, .nglyph = MARKS + 2, .text = SPAN_LIT("ab")},
	                      {.kind = ITEM_GLYPHS, .glyph = one, .nglyph = 1, .text = SPAN_LIT("c")}};
	struct page page = {.item = item, .nitem = 2};
	const struct parts *p = parts_of(a, &(struct pages){.page = &page, .npage = 1});
	assert_int_equal(p->nfont, 1);
	assert_int_equal(p->font[0].nglyph, 3);
	static const char *const text[] = {"", "c", "b"};
	for (uint32_t i = 0; i < 3; i++) {
		assert_int_equal(p->font[0].glyph[i].index, i + 1);
		assert_true(span_is(p->font[0].glyph[i].text, text[i]));
		assert_int_equal(p->font[0].place[i + 1], i + 1);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_parts),
	    cmocka_unit_test(test_lines),
	    cmocka_unit_test(test_state),
	    cmocka_unit_test(test_text_told),
	    cmocka_unit_test(test_boxes_and_fonts),
	    cmocka_unit_test(test_places),
	};
	return cmocka_run_group_tests(tests, setup, NULL);
}
