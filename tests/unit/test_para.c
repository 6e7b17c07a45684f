/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "layout/fault.h"
#include "layout/para_int.h"

struct bench {
	struct arena *a;
	struct diag *d;
	struct fontset *fonts;
	struct text_style text;
	struct para_style style;
	struct para *para;
	const struct para_line *line;
	size_t n;
	struct page page;      /* every line at its number times 12 */
};

static int
setup(void **state)
{
	struct bench *b = calloc(1, sizeof *b);
	b->a = arena_new();
	b->d = diag_new();
	b->fonts = fontset_open(b->d);
	b->text = (struct text_style){.families = "Liberation Serif, Noto Naskh Arabic, Noto Serif CJK SC", .weight = 400, .size_pt = 10,
		.hscale = 1, .lang = "en", .hyphenate = true};
	b->style = (struct para_style){.measure = 200, .align = ALIGN_JUSTIFY, .line_height = 12, .base = &b->text};
	*state = b;
	return b->fonts == NULL;
}

static int
teardown(void **state)
{
	struct bench *b = *state;
	arena_free(b->a);
	fontset_free(b->fonts);
	diag_free(b->d);
	free(b);
	return 0;
}

static void
set_inlines(struct bench *b, const struct inl *inl, size_t n)
{
	b->para = para_new(b->a, b->fonts, inl, n, &b->style, (struct pos){"test", 1, 0}, b->d);
	b->line = para_break(b->para, &b->n);
	b->page = (struct page){0};
	for (size_t i = 0; i < b->n; i++)
		para_place(b->para, i, b->style.rtl ? b->style.measure : 0, 12 * (double)i, b->a, &b->page);
}

static void
set_text(struct bench *b, const char *text)
{
	struct inl *inl = ARENA_NEW(b->a, struct inl);
	*inl = (struct inl){.kind = INL_TEXT, .style = &b->text, .text = span_of(text)};
	set_inlines(b, inl, 1);
}

/* The text of the lines, each ended by "|". */
static const char *
lines_of(struct bench *b)
{
	struct buf out = {0};
	double y = -1;
	for (size_t i = 0; i < b->page.nitem; i++) {
		const struct item *it = &b->page.item[i];
		if (it->kind != ITEM_GLYPHS || it->artifact != ARTIFACT_NONE)
			continue;
		if (it->y > y + 6 && y >= 0)
			buf_addc(&out, '|');
		y = it->y > y ? it->y : y;
		buf_addspan(&out, it->text);
	}
	buf_addc(&out, '|');
	const char *s = arena_strndup(b->a, out.data, out.n);
	buf_free(&out);
	return s;
}

static const struct item *
item_with(const struct bench *b, const char *text)
{
	for (size_t i = 0; i < b->page.nitem; i++)
		if (b->page.item[i].kind == ITEM_GLYPHS && span_find(b->page.item[i].text, span_of(text)) != SIZE_MAX)
			return &b->page.item[i];
	fail_msg("no item has %s", text);
	return NULL;
}

#define assert_near(a, b, eps) assert_true(fabs((double)(a) - (double)(b)) <= (eps))

/* ---- total fit ---- */

/* The least cost of all ways to end lines at breaks after `from`, tried one by one. */
static double
least_cost(const struct para *p, uint32_t *brk, size_t n)
{
	uint32_t from = n > 0 ? brk[n - 1] : 0;
	if (from + 1 == p->nbrk)
		return linebreak_cost(p, brk, n);
	double best = INFINITY;
	for (uint32_t to = from + 1; to < p->nbrk; to++) {
		brk[n] = to;
		best = fmin(best, least_cost(p, brk, n + 1));
	}
	return best;
}

static void
breaks_are_the_best_of_all(void **state)
{
	struct bench *b = *state;
	static const char text[] = "A lamp on the quay tells every boat in the dark how far the wall is.";
	b->style.tolerance = 50;
	for (double measure = 70; measure < 170; measure += 7) {
		b->style.measure = measure;
		b->style.protrusion = (int)measure % 2;
		b->style.expansion = (int)measure % 3 ? 0.02 : 0;
		set_text(b, text);
		uint32_t all[64], chosen[64];
		for (size_t i = 0; i < b->n; i++)
			chosen[i] = (uint32_t)b->line[i].to;
		double best = least_cost(b->para, all, 0), got = linebreak_cost(b->para, chosen, b->n);
		assert_true(best < INFINITY);
		assert_near(got, best, 1e-6 * best);
	}
}

static void
looseness_adds_and_takes_lines(void **state)
{
	struct bench *b = *state;
	static const char text[] = "The keeper of the northern light wrote down each evening what the sea had done that day, and in the margin "
	    "she drew the shape of the clouds, so that forty years of weather could be read like one long letter.";
	b->style.tolerance = 8;
	set_text(b, text);
	size_t usual = b->n;
	b->style.looseness = 1;
	set_text(b, text);
	assert_int_equal(b->n, usual + 1);
	b->style.looseness = 0;
	set_text(b, text);
	assert_int_equal(b->n, usual);
}

static void
justified_lines_fill_the_measure(void **state)
{
	struct bench *b = *state;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home with any fish worth selling.");
	assert_true(b->n > 2);
	for (size_t i = 0; i + 1 < b->n; i++) {
		const struct item *it = &b->page.item[i];
		const struct glyph *space = &it->glyph[it->nglyph - 1];
		assert_near(space->x, 200, 0.01);
		assert_near(it->w, 200, 0.01);
		assert_true(b->line[i].overfull_pt == 0);
	}
	assert_true(b->line[b->n - 1].last);
	assert_true(b->page.item[b->n - 1].w < 200);
}

static void
alignments_place_short_lines(void **state)
{
	struct bench *b = *state;
	static const struct {
		enum text_align align;
		double part;
	} table[] = {{ALIGN_START, 0}, {ALIGN_CENTER, 0.5}, {ALIGN_END, 1}};
	for (size_t i = 0; i < 3; i++) {
		b->style.align = b->style.align_last = table[i].align;
		set_text(b, "Short");
		assert_near(b->page.item[0].x, (200 - b->page.item[0].w) * table[i].part, 0.001);
	}
}

static void
hanging_marks_stand_in_the_margin(void **state)
{
	struct bench *b = *state;
	b->style.protrusion = true;
	b->style.measure = 104;
	b->style.hyphenate = true;
	set_text(b, "\xE2\x80\x9CIllumination regularly accompanies extraordinary navigational responsibility\xE2\x80\x9D");
	assert_true(b->page.item[0].x < -1);
	bool hangs = false;
	for (size_t i = 0; i < b->n; i++)
		hangs |= b->line[i].hyphenated && b->page.item[i].x + b->page.item[i].w > 105;
	assert_true(hangs);
}

static void
expansion_scales_glyphs_within_its_limit(void **state)
{
	struct bench *b = *state;
	b->style.expansion = 0.02;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home with any fish worth selling.");
	bool some = false;
	for (size_t i = 0; i < b->page.nitem; i++) {
		double s = (double)b->page.item[i].hscale;
		assert_true(s >= 0.9799 && s <= 1.0201);
		some |= fabs(s - 1) > 0.001;
	}
	assert_true(some);
	assert_near(b->page.item[b->n - 1].hscale, 1, 1e-6);
}

static void
last_lines_may_go_on(void **state)
{
	struct bench *b = *state;
	b->style.align_last = ALIGN_JUSTIFY;
	b->style.last_end_indent = -30;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home.");
	assert_true(b->n > 1);
	assert_near(b->page.item[0].w, 200, 0.01);
	assert_near(b->page.item[b->page.nitem - 1].w, 230, 0.01);
}

/* What was added after each glyph of the first word of line i, beside the tracking of the style. */
static double
tracked(struct bench *b, size_t i, const char *word)
{
	const struct item *it = &b->page.item[i];
	size_t last = strlen(word) - 1;
	double set = (double)(it->glyph[last].x - it->glyph[0].x);
	struct bench other = *b;
	other.style.align = ALIGN_START;
	set_text(&other, word);
	return (set - (double)(other.page.item[0].glyph[last].x - other.page.item[0].glyph[0].x)) / (double)last;
}

static void
tracking_gives_room_within_its_limit(void **state)
{
	struct bench *b = *state;
	b->style.measure = 240;
	b->text.tracking_flex_pt = 0.1;
	b->style.tracking_rescue = 1;
	set_text(b, "Seven boats left before the tide turned, and fishermen who had remained behind saw them come home.");
	double first = tracked(b, 0, "Seven");
	assert_true(fabs(first) > 0.01 && fabs(first) <= 0.1001);
	assert_near(b->page.item[0].w, 240, 0.01);
	set_text(b, "Seven boats to Lower Wharf Extraordinarilynamed-unhyphenated-boats");
	double loose = tracked(b, 0, "Seven");
	assert_true(loose > 0.1001 && loose <= 0.2001);
	b->style.tracking_rescue = 0;
	set_text(b, "Seven boats to Lower Wharf Extraordinarilynamed-unhyphenated-boats");
	assert_near(tracked(b, 0, "Seven"), 0.1, 0.001);
}

static void
justified_lines_are_counted(void **state)
{
	struct bench *b = *state;
	struct pages pages = {.arena = b->a};
	double gaps = 0;
	b->style.measure = 90;
	b->style.hyphenate = true;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home with any fish worth selling "
	            "at the market, extraordinarily disappointing everybody concerned.");
	size_t hyphens = 0, loose = 0;
	for (size_t i = 0; i < b->n; i++) {
		fault_line(&pages, 0, b->para, i, 0, 0);
		gaps += i + 1 < b->n ? b->line[i].gap_pt : 0;
		hyphens += b->line[i].hyphenated;
		loose += b->line[i].ratio > 1.5;
	}
	assert_int_equal(pages.quality.lines, b->n - 1);
	assert_near(pages.quality.gap, gaps, 1e-9);
	assert_true(pages.quality.gap_square * (double)(b->n - 1) >= gaps * gaps);
	assert_true(hyphens > 0);
	assert_int_equal(pages.quality.hyphenated, hyphens);
	assert_int_equal(pages.quality.loose, loose);
	assert_in_range(pages.quality.run, 1, hyphens);
	assert_int_equal(pages.quality.parted, 0);
}

/* ---- where lines may end ---- */

static void
symbols_numbers_and_figures_stay_whole(void **state)
{
	struct bench *b = *state;
	static const char text[] = "see A/77/275 and E/CN.3/2025/8 with 1,250.75 of 2021-2025 or and/or P-4 at 1 250 000 as 10\xC2\xA0km";
	for (double measure = 30; measure < 120; measure += 3) {
		b->style.measure = measure;
		b->style.align = ALIGN_START;
		set_text(b, text);
		const char *s = lines_of(b);
		static const char *const whole[] = {"1,250.75", "2021-2025", "and/or", "P-4", "10\xC2\xA0km", "1 250 000"};
		for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
			if (measure > 50 || i == 2 || i == 3)
				assert_non_null(strstr(s, whole[i]));
		if (measure > 80)
			assert_true(strstr(s, "A/77/275") != NULL && strstr(s, "E/CN.3/2025/8") != NULL);
	}
}

static bool
test_words(struct arena *a, const char *lang, struct keep_words *out, struct diag *d)
{
	(void)a;
	(void)d;
	static const struct span before[] = {{"ch.", 3}, {"plate", 5}}, after[] = {{"knots", 5}, {"mayo", 4}}, between[] = {{"de", 2}};
	*out = (struct keep_words){.before = before, .after = after, .between = between, .nbefore = 2, .nafter = 2, .nbetween = 1};
	return strcmp(lang, "en") == 0;
}

static void
words_keep_to_their_figures(void **state)
{
	struct bench *b = *state;
	fontset_keep_with(b->fonts, test_words);
	b->style.align = ALIGN_START;
	for (double measure = 50; measure < 150; measure += 3) {
		b->style.measure = measure;
		set_text(b, "It runs at 12 knots, see ch. 7 and (Plate IV) of the book");
		const char *s = lines_of(b);
		assert_non_null(strstr(s, "12 knots,"));
		assert_non_null(strstr(s, "ch. 7"));
		assert_non_null(strstr(s, "(Plate IV)"));
		set_text(b, "Los barcos salieron el 10 de mayo y de mayo/abril hablan todos los que vinieron");
		s = lines_of(b);
		assert_non_null(strstr(s, "10 de mayo"));
		assert_non_null(strstr(s, "de mayo/"));
		set_text(b, "Il parle du \xC2\xAB phare du nord \xC2\xBB et aussi de la \xC2\xAB mer \xC2\xBB.");
		s = lines_of(b);
		assert_non_null(strstr(s, "\xC2\xAB phare"));
		assert_non_null(strstr(s, "nord \xC2\xBB"));
	}
}

static void
addresses_break_after_their_marks(void **state)
{
	struct bench *b = *state;
	b->style.align = ALIGN_START;
	b->style.measure = 100;
	set_text(b, "https://example.org/lighthouses/northern/keepers-log.html");
	const char *s = lines_of(b);
	assert_true(b->n > 1);
	for (const char *p = strchr(s, '|'); p[1] != '\0'; p = strchr(p + 1, '|'))
		assert_non_null(strchr("/.-", p[-1]));
	assert_true(b->line[0].overfull_pt == 0);
}

static void
a_word_wider_than_the_measure_is_broken_anywhere(void **state)
{
	struct bench *b = *state;
	b->style.measure = 40;
	set_text(b, "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXX");
	assert_true(b->n >= 5);
	for (size_t i = 0; i < b->n; i++)
		assert_true(b->line[i].overfull_pt < 0.01);
	assert_true(para_min_width(b->para) > 200);
}

static void
what_cannot_fit_is_reported(void **state)
{
	struct bench *b = *state;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("a ")},
		{.kind = INL_BOX, .style = &b->text, .width = 230, .height = 20, .depth = 2}};
	set_inlines(b, inl, 2);
	assert_int_equal(b->n, 2);
	assert_near(b->line[1].overfull_pt, 30, 0.01);
	assert_true(b->line[1].ascent == 20);
	assert_int_equal(b->line[1].nbox, 1);
	assert_ptr_equal(b->line[1].box[0].inl, &inl[1]);
}

/* ---- hyphens ---- */

static void
hyphens_follow_the_language(void **state)
{
	struct bench *b = *state;
	static const struct {
		const char *lang, *word, *parts;
	} table[] = {
		{"en", "lighthouse", "light\xC2\xAD|house|"},
		{"es", "navegaciones", "nave\xC2\xAD|gacio\xC2\xAD|nes|"},
		{"fr", "illumination", "illumi\xC2\xAD|nation|"},
		{"ru", "\xD0\xBA\xD0\xBE\xD1\x80\xD0\xB0\xD0\xB1\xD0\xBB\xD1\x8C", "\xD0\xBA\xD0\xBE\xC2\xAD|\xD1\x80\xD0\xB0\xD0\xB1\xD0\xBB\xD1\x8C|"},
		{"zh", "lighthouse", NULL},
		{"en", "harbours/lighthouse.", "har\xC2\xAD|bours/|light\xC2\xAD|house.|"},
		{"en", "example.org/lighthouse", NULL},
	};
	b->style.hyphenate = true;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		b->text.lang = table[i].lang;
		b->style.measure = 30;
		set_text(b, table[i].word);
		if (table[i].parts != NULL)
			assert_string_equal(lines_of(b), table[i].parts);
		else
			assert_false(b->line[0].hyphenated);
	}
}

static void
hyphens_keep_their_distance(void **state)
{
	struct bench *b = *state;
	b->style.hyphenate = true;
	b->style.hyphen_left = 6;
	b->style.measure = 30;
	set_text(b, "lighthouse");
	assert_false(b->line[0].hyphenated);
	b->style.hyphen_left = 0;
	b->text.hyphenate = false;
	set_text(b, "lighthouse");
	assert_false(b->line[0].hyphenated);
}

static void
soft_hyphens_of_the_text_are_used(void **state)
{
	struct bench *b = *state;
	b->style.measure = 30;
	set_text(b, "qqqqq\xC2\xADqqqqq");
	assert_string_equal(lines_of(b), "qqqqq\xC2\xAD|qqqqq|");
	assert_true(b->line[0].hyphenated);
}

static void
hyphen_ladder_is_limited(void **state)
{
	struct bench *b = *state;
	static const char text[] = "extraordinary responsibilities notwithstanding, international organizations continuously demonstrated "
	    "considerable understanding regarding administrative irregularities throughout intercontinental communication";
	b->style.hyphenate = true;
	b->style.hyphen_ladder = 1;
	for (double measure = 90; measure < 140; measure += 5) {
		b->style.measure = measure;
		set_text(b, text);
		for (size_t i = 1; i < b->n; i++)
			assert_false(b->line[i].hyphenated && b->line[i - 1].hyphenated);
	}
}

/* ---- scripts ---- */

static void
arabic_joins_and_runs_from_the_right(void **state)
{
	struct bench *b = *state;
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

static void
joins_reach_over_a_change_of_style(void **state)
{
	struct bench *b = *state;
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
	struct bench *b = *state;
	set_text(b, "see \xD8\xB3\xD9\x84 \xD8\xB3\xD9\x84 A/77/275 end");
	assert_string_equal(lines_of(b), "see \xD8\xB3\xD9\x84 \xD8\xB3\xD9\x84 A/77/275 end|");
	const struct item *see = item_with(b, "see"), *arabic = item_with(b, "\xD8\xB3"), *end = item_with(b, "end");
	assert_true(see->x < arabic->x && arabic->x < end->x);
	b->style.rtl = true;
	set_text(b, "\xD8\xB3\xD9\x84 12 \xD9\x84\xD8\xB3");
	assert_string_equal(lines_of(b), "\xD8\xB3\xD9\x84 12 \xD9\x84\xD8\xB3|");
	const struct item *first = item_with(b, "\xD8\xB3\xD9\x84"), *number = item_with(b, "12"), *last = item_with(b, "\xD9\x84\xD8\xB3");
	assert_true(first->x > number->x && number->x > last->x);
	assert_false(number->rtl);
}

/* At line ends full-width marks stand with their black half only. */
static void
chinese_marks_are_squeezed_at_line_ends(void **state)
{
	struct bench *b = *state;
	b->text.lang = "zh";
	b->style.measure = 60;
	set_text(b, "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x81\xAF\xE5\xA1\x94\xE4\xBA\xAE\xE3\x80\x82\xE8\x88\xB9\xE5\x9B\x9E\xE6\x9D\xA5");
	assert_true(b->n == 2);
	assert_near(b->page.item[0].x + b->page.item[0].w, 65, 0.1);
	b->style.measure = 55;
	set_text(b, "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x81\xAF\xE5\xA1\x94\xE4\xBA\xAE\xE3\x80\x82\xE8\x88\xB9\xE5\x9B\x9E\xE6\x9D\xA5");
	assert_string_equal(lines_of(b), "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x81\xAF\xE5\xA1\x94\xE4\xBA\xAE\xE3\x80\x82|\xE8\x88\xB9\xE5\x9B\x9E\xE6\x9D\xA5|");
	assert_near(b->page.item[0].x + b->page.item[0].w, 60, 0.1);
}

/* On a page that reads from the right, words of another script keep their order to the last stop. */
static void
foreign_words_keep_their_order(void **state)
{
	struct bench *b = *state;
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
	struct bench *b = *state;
	static const char text[] = "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x9A\x84\xE3\x80\x8A\xE7\x81\xAF\xE5\xA1\x94\xE3\x80\x8B\xEF\xBC\x8C\xE6\xAF\x8F\xE5\xA4\x9C"
	    "\xE9\x83\xBD\xE4\xBA\xAE\xE3\x80\x82\xE5\xAE\x88\xE7\x81\xAF\xE4\xBA\xBA\xE8\xAF\xB4\xEF\xBC\x9A\xE2\x80\x9C\xE9\xA3\x8E\xE5\xA4\xA7\xEF\xBC\x8C"
	    "\xE6\xB5\xAA\xE9\xAB\x98\xE3\x80\x82\xE2\x80\x9D\xEF\xBC\x88\xE4\xB8\x80\xE4\xB9\x9D\xEF\xBC\x89\xE8\x88\xB9\xE5\x9B\x9E\xE6\x9D\xA5\xE4\xBA\x86\xE3\x80\x82";
	b->text.lang = "zh";
	for (double measure = 45; measure < 140; measure += 5) {
		b->style.measure = measure;
		set_text(b, text);
		const char *s = lines_of(b);
		for (const char *p = strchr(s, '|'); p != NULL && p[1] != '\0'; p = strchr(p + 1, '|')) {
			size_t end = (size_t)(p - s), start = end + 1;
			uint32_t last = utf8_prev(s, &end), first = utf8_next(s, strlen(s), &start);
			assert_true(last != 0x300A && last != 0x201C && last != 0xFF08);
			assert_true(first != 0x300B && first != 0xFF0C && first != 0x3002 && first != 0x201D && first != 0xFF09 && first != 0xFF1A);
		}
		for (size_t i = 0; i + 1 < b->n; i++)
			assert_true(b->line[i].overfull_pt < 0.01);
	}
}

static void
full_width_marks_share_their_empty_halves(void **state)
{
	struct bench *b = *state;
	b->text.lang = "zh";
	set_text(b, "\xE7\x81\xAF\xE3\x80\x8B\xEF\xBC\x8C\xE7\x81\xAF");
	assert_near(b->page.item[0].w, 35, 0.01);
	set_text(b, "\xE7\x81\xAF\xE7\x81\xAF\xEF\xBC\x8C\xE7\x81\xAF");
	assert_near(b->page.item[0].w, 40, 0.01);
}

/* ---- tabs, leaders, marks, boxes ---- */

static void
tabs_reach_their_stop(void **state)
{
	struct bench *b = *state;
	static const char *const label[] = {"1.", "127.", "MMMMMM."};
	static const double stop[] = {23.76, 23.76, 71.28};
	b->style.tab_grid = 23.76;
	for (size_t i = 0; i < 3; i++) {
		const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = span_of(label[i])},
			{.kind = INL_LEADER, .style = &b->text, .tab_pt = 23.76, .selem = (struct selem *)b},
			{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("Words after the stop go on for more than one line of text here.")}};
		set_inlines(b, inl, 3);
		assert_near(item_with(b, "Words")->x, stop[i], 0.001);
		assert_true(b->n == 2);
		assert_near(b->page.item[0].x, 0, 0.001);
	}
}

static void
dots_fill_the_line_in_columns(void **state)
{
	struct bench *b = *state;
	b->style.align_last = ALIGN_JUSTIFY;
	double dot[2];
	for (size_t i = 0; i < 2; i++) {
		const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = span_of(i == 0 ? "Lamps" : "Keepers and boats")},
			{.kind = INL_LEADER, .style = &b->text, .pattern = LEADER_DOTS, .max = 1e6, .selem = (struct selem *)b},
			{.kind = INL_TEXT, .style = &b->text, .text = span_of(i == 0 ? "7" : "128")}};
		set_inlines(b, inl, 3);
		const struct item *number = item_with(b, i == 0 ? "7" : "128"), *dots = item_with(b, "..");
		assert_near(number->x + number->w, 200, 0.001);
		assert_int_equal(dots->artifact, ARTIFACT_LAYOUT);
		assert_true(dots->x + dots->w <= number->x + 0.001 || number->text.n > 3);
		dot[i] = fmod(dots->x, 5);
		assert_string_equal(lines_of(b), i == 0 ? "Lamps 7|" : "Keepers and boats 128|");
	}
	assert_near(dot[0], dot[1], 0.001);
}

static void
marks_go_with_the_text_before_them(void **state)
{
	struct bench *b = *state;
	int first, second;
	b->style.measure = 60;
	b->style.align = ALIGN_START;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("One two three")},
		{.kind = INL_MARK, .user = &first}, {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT(" four five six seven")},
		{.kind = INL_MARK, .user = &second}};
	set_inlines(b, inl, 4);
	size_t seen = 0;
	for (size_t i = 0; i < b->n; i++)
		for (size_t k = 0; k < b->line[i].nuser; k++, seen++) {
			assert_ptr_equal(b->line[i].user[k], seen == 0 ? &first : &second);
			if (seen == 1)
				assert_true(b->line[i].last);
		}
	assert_int_equal(seen, 2);
	assert_int_equal(b->line[0].nuser, 1);
}

static void
forced_ends_use_the_last_alignment(void **state)
{
	struct bench *b = *state;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("One two")}, {.kind = INL_BREAK},
		{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("three")}};
	set_inlines(b, inl, 3);
	assert_string_equal(lines_of(b), "One two|three|");
	assert_true(b->line[0].ratio == 0);
	assert_near(para_max_width(b->para), b->line[0].width, 0.001);
}

static void
raised_text_does_not_part_lines(void **state)
{
	struct bench *b = *state;
	struct text_style call = b->text, large = b->text;
	call.size_pt = 6.5;
	call.rise_pt = 3.48;
	large.size_pt = 20;
	struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("word")},
		{.kind = INL_TEXT, .style = &call, .text = SPAN_LIT("12")}};
	set_inlines(b, inl, 2);
	assert_near(b->line[0].ascent + b->line[0].descent, 12, 0.001);
	assert_near(b->page.item[1].y, -3.48, 0.001);
	inl[1].style = &large;
	set_inlines(b, inl, 2);
	assert_true(b->line[0].ascent + b->line[0].descent > 15);
}

static void
empty_paragraphs_have_no_lines(void **state)
{
	struct bench *b = *state;
	set_inlines(b, NULL, 0);
	assert_int_equal(b->n, 0);
	int note;
	const struct inl mark = {.kind = INL_MARK, .user = &note};
	set_inlines(b, &mark, 1);
	assert_int_equal(b->n, 1);
	assert_int_equal(b->line[0].nuser, 1);
	assert_true(b->line[0].ascent + b->line[0].descent == 0);
}

static void
scale_and_tracking_widen_text(void **state)
{
	struct bench *b = *state;
	set_text(b, "lamp");
	double plain = b->page.item[0].w;
	b->text.hscale = 1.03;
	b->text.tracking_pt = 0.2;
	set_text(b, "lamp");
	assert_near(b->page.item[0].w, plain * 1.03 + 0.8, 0.001);
	assert_near(b->page.item[0].hscale, 1.03, 1e-6);
}

/* ---- reports ---- */

static void
missing_characters_are_named_once(void **state)
{
	struct bench *b = *state;
	set_text(b, "a \xEE\x84\xA3 b \xEE\x84\xA3 \xF3\xB0\x80\x81");
	assert_int_equal(diag_count(b->d), 2);
	assert_int_equal(diag_at(b->d, 0)->code, DIAG_LAYOUT_NO_GLYPH);
	assert_non_null(strstr(diag_at(b->d, 0)->detail, "U+E123"));
	assert_non_null(strstr(diag_at(b->d, 1)->detail, "U+F0001"));
	set_text(b, "again \xEE\x84\xA3");
	assert_int_equal(diag_count(b->d), 2);
	diag_free(b->d);
	b->d = diag_new();
	set_text(b, "next document \xEE\x84\xA3");
	assert_int_equal(diag_count(b->d), 1);
}

static const char *
faults_of(struct bench *b)
{
	struct pages pages = {.arena = b->a};
	for (size_t i = 0; i < b->n; i++)
		fault_line(&pages, 2, b->para, i, 10, 12 * (double)i);
	struct buf out = {0};
	faults_json(&pages, &out);
	const char *s = arena_strndup(b->a, out.data, out.n);
	buf_free(&out);
	return s;
}

static void
faults_of_lines_are_listed(void **state)
{
	struct bench *b = *state;
	b->style.measure = 60;
	set_text(b, "a b internationally or");
	assert_non_null(strstr(faults_of(b), "\"loose-line\""));
	assert_non_null(strstr(faults_of(b), "\"page\":3"));
	b->style.align = ALIGN_START;
	b->style.measure = 46;
	set_text(b, "the lamps the boats the lights the end");
	assert_string_equal(lines_of(b), "the lamps |the boats |the lights |the end|");
	assert_non_null(strstr(faults_of(b), "\"same-start\""));
	set_text(b, "calm");
	assert_null(strstr(faults_of(b), "kind"));
}

/* ---- growth ---- */

static double
seconds_for(struct bench *b, size_t words, bool justify)
{
	struct buf s = {0};
	struct timespec t0, t1;
	uint32_t seed = 7;
	for (size_t i = 0; i < words; i++) {
		for (uint32_t k = 0, n = 1 + (seed = seed * 1103515245u + 12345u, seed >> 16) % 9; k < n; k++)
			buf_addc(&s, (char)('a' + (seed >> (k + 3)) % 26));
		buf_addc(&s, ' ');
	}
	b->style.align = justify ? ALIGN_JUSTIFY : ALIGN_START;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t0);
	set_text(b, s.data);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t1);
	buf_free(&s);
	assert_true(b->n > words / 20);
	return (double)(t1.tv_sec - t0.tv_sec) + (double)(t1.tv_nsec - t0.tv_nsec) * 1e-9;
}

static void
time_grows_with_length(void **state)
{
	struct bench *b = *state;
	b->style.measure = 350;
	seconds_for(b, 3000, true);
	double small = seconds_for(b, 12500, true), large = seconds_for(b, 50000, true);
	assert_true(large < 8 * small + 0.05);
	assert_true(seconds_for(b, 50000, false) < 8 * small + 0.1);
}

static void
one_endless_word_is_linear(void **state)
{
	struct bench *b = *state;
	char *s = arena_alloc(b->a, 200001);
	memset(s, 'x', 200000);
	set_text(b, s);
	assert_true(b->n > 4000);
	assert_true(arena_used(b->a) < 1000u * 200000); /* each line holds its own glyphs, not the word's */
	for (size_t i = 0; i < 200000; i += 3)
		memcpy(s + i, "\xE2\x80\x8B", i + 3 <= 200000 ? 3 : 0);
	set_text(b, s);
	assert_true(b->n >= 1);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(breaks_are_the_best_of_all), T(looseness_adds_and_takes_lines), T(justified_lines_fill_the_measure),
		T(alignments_place_short_lines), T(hanging_marks_stand_in_the_margin), T(expansion_scales_glyphs_within_its_limit),
		T(last_lines_may_go_on), T(tracking_gives_room_within_its_limit), T(justified_lines_are_counted),
		T(symbols_numbers_and_figures_stay_whole), T(words_keep_to_their_figures), T(addresses_break_after_their_marks),
		T(a_word_wider_than_the_measure_is_broken_anywhere), T(what_cannot_fit_is_reported),
		T(hyphens_follow_the_language), T(hyphens_keep_their_distance), T(soft_hyphens_of_the_text_are_used),
		T(hyphen_ladder_is_limited), T(arabic_joins_and_runs_from_the_right), T(joins_reach_over_a_change_of_style),
		T(mixed_directions_are_reordered_but_read_in_order), T(foreign_words_keep_their_order), T(chinese_marks_are_squeezed_at_line_ends), T(chinese_lines_neither_start_nor_end_with_the_wrong_mark),
		T(full_width_marks_share_their_empty_halves), T(tabs_reach_their_stop), T(dots_fill_the_line_in_columns),
		T(marks_go_with_the_text_before_them), T(forced_ends_use_the_last_alignment), T(raised_text_does_not_part_lines),
		T(empty_paragraphs_have_no_lines), T(scale_and_tracking_widen_text), T(missing_characters_are_named_once),
		T(faults_of_lines_are_listed), T(time_grows_with_length), T(one_endless_word_is_linear),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
