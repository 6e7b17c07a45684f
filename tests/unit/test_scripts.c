/* SPDX-License-Identifier: MIT */
/* Arabic and Chinese, and both directions in one line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "set_para.h"

static void
arabic_joins_and_runs_from_the_right(void **state)
{
	struct setting *b = *state;
	b->style.rtl = true;
	b->text.lang = "ar";
	/* three seens: initial, medial and final form differ */
	set_text(b, "\xD8\xB3\xD8\xB3\xD8\xB3 \xD8\xB3");
	const struct item *it = &b->page.item[0];
	assert_int_equal(b->page.nitem, 1);
	assert_true(it->rtl);
	assert_int_equal(it->nglyph, 5);
	assert_true(it->glyph[2].index != it->glyph[3].index && it->glyph[3].index != it->glyph[4].index);
	assert_true(it->glyph[0].index != it->glyph[2].index);
	for (uint32_t i = 1; i < it->nglyph; i++) {
		assert_true(it->glyph[i].cluster < it->glyph[i - 1].cluster);
		assert_true(it->glyph[i].x > it->glyph[i - 1].x);
	}
	assert_near(it->x + it->w, 200, 0.001);
}

/* Glyphs of a tatweel on line i. */
static size_t
tatweels_on(const struct setting *b, size_t i)
{
	uint32_t tatweel;
	size_t n = 0;
	for (size_t k = 0; k < b->page.nitem; k++) {
		const struct item *it = &b->page.item[k];
		font_has(it->font, 0x640, &tatweel);
		for (uint32_t g = 0; g < it->nglyph && it->y == 12.0 * (double)i; g++) {
			if (it->glyph[g].index != tatweel)
				continue;
			n++;
			assert_true(g > 0 && g + 1 < it->nglyph); /* between letters, with the text of the one before */
			assert_true(it->glyph[g].x < it->glyph[g + 1].x);
			assert_true(it->glyph[g].cluster < it->glyph[g - 1].cluster || it->glyph[g - 1].index == tatweel);
			assert_true(it->glyph[g].cluster == it->glyph[g + 1].cluster);
		}
	}
	return n;
}

static void
loose_arabic_lines_are_drawn_out(void **state)
{
	struct setting *b = *state;
	/* "The old lighthouses on coasts distant from the cities" */
	static const char text[] = "\xD8\xA7\xD9\x84\xD9\x85\xD9\x86\xD8\xA7\xD8\xB1\xD8\xA7\xD8\xAA "
	    "\xD8\xA7\xD9\x84\xD9\x82\xD8\xAF\xD9\x8A\xD9\x85\xD8\xA9 "
	    "\xD8\xB9\xD9\x84\xD9\x89 \xD8\xB3\xD9\x88\xD8\xA7\xD8\xAD\xD9\x84 "
	    "\xD8\xA8\xD8\xB9\xD9\x8A\xD8\xAF\xD8\xA9 \xD8\xB9\xD9\x86 "
	    "\xD8\xA7\xD9\x84\xD9\x85\xD8\xAF\xD9\x86 \xD8\xA7\xD9\x84\xD9\x85\xD8\xB3\xD8\xAA\xD9\x82\xD8\xB1\xD8\xA9";
	size_t some = 0;
	b->style.rtl = true;
	b->text.lang = "ar";
	for (b->style.measure = 60; b->style.measure < 160; b->style.measure += 5) {
		b->style.kashida = false;
		set_text(b, text);
		for (size_t i = 0; i < b->n; i++)
			assert_int_equal(tatweels_on(b, i), 0);
		b->style.kashida = true;
		set_text(b, text);
		for (size_t i = 0; i < b->n; i++) {
			size_t n = tatweels_on(b, i);
			double left = b->style.measure;
			some += n;
			if (i + 1 == b->n)
				assert_int_equal(n, 0);
			for (size_t k = 0; k < b->page.nitem; k++)
				if (b->page.item[k].y == 12.0 * (double)i && b->page.item[k].x < left)
					left = b->page.item[k].x;
			if (n > 0)
				assert_near(left, 0, 0.01);
		}
		assert_null(strstr(lines_of(b), "\xD9\x80"));
	}
	assert_true(some > 10);
}

static void
joins_reach_over_a_change_of_style(void **state)
{
	struct setting *b = *state;
	struct text_style red = b->text;
	red.rgb = 0xFF0000;
	b->style.rtl = true;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("\xD8\xB3")},
		{.kind = INL_TEXT, .style = &red, .text = SPAN_LIT("\xD8\xB3")}};
	set_inlines(b, inl, 2);
	uint32_t first = b->page.item[0].glyph[0].index, last = b->page.item[1].glyph[0].index;
	set_text(b, "\xD8\xB3\xD8\xB3");
	assert_int_equal(b->page.item[0].glyph[1].index, first);
	assert_int_equal(b->page.item[0].glyph[0].index, last);
}

static void
mixed_directions_are_reordered_but_read_in_order(void **state)
{
	struct setting *b = *state;
	set_text(b, "see \xD8\xB3\xD9\x84 \xD8\xB3\xD9\x84 A/77/275 end");
	assert_string_equal(lines_of(b), "see \xD8\xB3\xD9\x84 \xD8\xB3\xD9\x84 A/77/275 end|");
	const struct item *see = item_with(b, "see"), *arabic = item_with(b, "\xD8\xB3"), *end = item_with(b, "end");
	assert_true(see->x < arabic->x && arabic->x < end->x);
	b->style.rtl = true;
	set_text(b, "\xD8\xB3\xD9\x84 12 \xD9\x84\xD8\xB3");
	assert_string_equal(lines_of(b), "\xD8\xB3\xD9\x84 12 \xD9\x84\xD8\xB3|");
	const struct item *first = item_with(b, "\xD8\xB3\xD9\x84"), *number = item_with(b, "12"),
	    *last = item_with(b, "\xD9\x84\xD8\xB3");
	assert_true(first->x > number->x && number->x > last->x);
	assert_false(number->rtl);
}

/* At line ends full-width marks stand with their black half only. */
static void
chinese_marks_are_squeezed_at_line_ends(void **state)
{
	struct setting *b = *state;
	b->text.lang = "zh";
	b->style.measure = 60;
	set_text(b, "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x81\xAF\xE5\xA1\x94\xE4\xBA\xAE\xE3\x80\x82\xE8\x88\xB9"
	    "\xE5\x9B\x9E\xE6\x9D\xA5");
	assert_true(b->n == 2);
	assert_near(b->page.item[0].x + b->page.item[0].w, 65, 0.1);
	b->style.measure = 55;
	set_text(b, "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x81\xAF\xE5\xA1\x94\xE4\xBA\xAE\xE3\x80\x82\xE8\x88\xB9"
	    "\xE5\x9B\x9E\xE6\x9D\xA5");
	assert_string_equal(lines_of(b), "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x81\xAF\xE5\xA1\x94\xE4\xBA\xAE\xE3\x80\x82|\xE8\x88"
	    "\xB9\xE5\x9B\x9E\xE6\x9D\xA5|");
	assert_near(b->page.item[0].x + b->page.item[0].w, 60, 0.1);
}

/* On a page that reads from the right, words of another script keep their order to the last stop. */
static void
foreign_words_keep_their_order(void **state)
{
	struct setting *b = *state;
	b->style.rtl = true;
	set_text(b, "9 April 2098.");
	const struct item *it = item_with(b, "9 April 2098.");
	assert_near(it->x + it->w, b->style.measure, 0.01);
	assert_true(it->glyph[it->nglyph - 1].x > it->glyph[0].x);
	struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("*")},
	    {.kind = INL_LEADER, .style = &b->text, .min = 5, .opt = 5, .max = 5},
	    {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("Not edited.")}};
	set_inlines(b, inl, 3);
	const struct item *star = item_with(b, "*"), *words = item_with(b, "Not edited.");
	assert_near(star->x + star->w, b->style.measure, 0.01);
	assert_near(words->x + words->w, star->x - 5, 0.01);
	assert_true(words->glyph[words->nglyph - 1].x > words->glyph[0].x);
}

static void
chinese_lines_neither_start_nor_end_with_the_wrong_mark(void **state)
{
	struct setting *b = *state;
	static const char text[] = "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x9A\x84\xE3\x80\x8A\xE7\x81\xAF\xE5\xA1\x94\xE3\x80\x8B\xEF"
	    "\xBC\x8C\xE6\xAF\x8F\xE5\xA4\x9C"
	    "\xE9\x83\xBD\xE4\xBA\xAE\xE3\x80\x82\xE5\xAE\x88\xE7\x81\xAF\xE4\xBA\xBA\xE8\xAF\xB4\xEF\xBC\x9A\xE2\x80\x9C\xE9"
	    "\xA3\x8E\xE5\xA4\xA7\xEF\xBC\x8C"
	    "\xE6\xB5\xAA\xE9\xAB\x98\xE3\x80\x82\xE2\x80\x9D\xEF\xBC\x88\xE4\xB8\x80\xE4\xB9\x9D\xEF\xBC\x89\xE8\x88\xB9\xE5"
	    "\x9B\x9E\xE6\x9D\xA5\xE4\xBA\x86\xE3\x80\x82";
	b->text.lang = "zh";
	for (double measure = 45; measure < 140; measure += 5) {
		b->style.measure = measure;
		set_text(b, text);
		const char *s = lines_of(b);
		for (const char *p = strchr(s, '|'); p != NULL && p[1] != '\0'; p = strchr(p + 1, '|')) {
			size_t end = (size_t)(p - s), start = end + 1;
			uint32_t last = utf8_prev(s, &end), first = utf8_next(s, strlen(s), &start);
			assert_true(last != 0x300A && last != 0x201C && last != 0xFF08);
			assert_true(first != 0x300B && first != 0xFF0C && first != 0x3002 && first != 0x201D &&
			    first != 0xFF09 && first != 0xFF1A);
		}
		for (size_t i = 0; i + 1 < b->n; i++)
			assert_true(b->line[i].overfull_pt < 0.01);
	}
}

static void
full_width_marks_share_their_empty_halves(void **state)
{
	struct setting *b = *state;
	b->text.lang = "zh";
	set_text(b, "\xE7\x81\xAF\xE3\x80\x8B\xEF\xBC\x8C\xE7\x81\xAF");
	assert_near(b->page.item[0].w, 35, 0.01);
	set_text(b, "\xE7\x81\xAF\xE7\x81\xAF\xEF\xBC\x8C\xE7\x81\xAF");
	assert_near(b->page.item[0].w, 40, 0.01);
}

/* The letter and n times the mark, in one paragraph. */
static void
set_marked(struct setting *b, const char *letter, const char *mark, size_t n)
{
	struct buf text = {0};
	buf_adds(&text, letter);
	for (size_t i = 0; i < n; i++)
		buf_adds(&text, mark);
	set_text(b, arena_strndup(b->in.a, text.data, text.n));
	assert_string_equal(lines_of(b), arena_printf(b->in.a, "%s|", text.data));
	buf_free(&text);
}

/* HarfBuzz takes a time that grows with the square of what it is given at once. */
static void
marks_without_end_are_shaped_in_parts(void **state)
{
	static const char *const samples[][2] = {
	    {"a", "\xCC\x81"}, {"\xD7\x91", "\xD6\xB8"}, {"\xD8\xA8", "\xD9\x8E"}, {"\xE0\xA4\x95", "\xE0\xA5\x87"}};
	struct setting *b = *state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		set_marked(b, samples[i][0], samples[i][1], 2);
		double width = b->line[0].width;
		set_marked(b, samples[i][0], samples[i][1], 20000);
		assert_int_equal(b->n, 1);
		assert_near(b->line[0].width, width, 0.001); /* no dotted circles */
		const struct word *w = b->para->elem[0].word;
		assert_true(w->nglyph >= 20000);
		for (uint32_t r = 0; r < w->nrun; r++)
			assert_in_range(w->run[r].to - w->run[r].from, 1, 40);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(arabic_joins_and_runs_from_the_right), T(joins_reach_over_a_change_of_style), T(loose_arabic_lines_are_drawn_out),
		T(mixed_directions_are_reordered_but_read_in_order), T(chinese_marks_are_squeezed_at_line_ends),
		T(foreign_words_keep_their_order), T(chinese_lines_neither_start_nor_end_with_the_wrong_mark),
		T(full_width_marks_share_their_empty_halves), T(marks_without_end_are_shaped_in_parts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
