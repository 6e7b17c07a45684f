/* SPDX-License-Identifier: MIT */
/* Breaks chosen together, and how lines are filled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <cmocka.h>

#include "layout/fault.h"
#include "set_para.h"

/* The least cost of all ways to end lines at breaks after `from`, tried one by one. */
static double
least_cost(const struct para *p, uint32_t *brk, size_t n)
{
	uint32_t from = n > 0 ? brk[n - 1] : 0;
	double cost = linebreak_cost(p, brk, n), best = INFINITY;
	if (from + 1 == p->nbrk || cost == INFINITY)
		return cost;
	for (uint32_t to = from + 1; to < p->nbrk; to++) {
		brk[n] = to;
		best = fmin(best, least_cost(p, brk, n + 1));
	}
	return best;
}

static void
breaks_are_the_best_of_all(void **state)
{
	struct setting *b = *state;
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

/* Hyphens are no bargain where the ladder then forbids the one that is needed. */
static void
hyphens_are_spent_where_they_count(void **state)
{
	struct setting *b = *state;
	b->style.hyphenate = true;
	static const char *const text[] = {"continuously of the accompanies the of organizations responsibilities",
		"the understanding a extraordinary of extraordinary lighthouse responsibilities",
		"accompanies regularly extraordinary of illumination lighthouse demonstrate demonstrate"};
	b->style.tolerance = 12;
	b->style.hyphen_ladder = 2;
	for (b->style.measure = 90; b->style.measure < 112; b->style.measure += 2)
		for (size_t t = 0; t < sizeof text / sizeof *text; t++) {
			set_text(b, text[t]);
			uint32_t all[64], chosen[64];
			for (size_t i = 0; i < b->n; i++)
				chosen[i] = (uint32_t)b->line[i].to;
			double best = least_cost(b->para, all, 0);
			if (best < INFINITY)
				assert_near(linebreak_cost(b->para, chosen, b->n), best, 1e-6 * best);
		}
}

static void
looseness_adds_and_takes_lines(void **state)
{
	struct setting *b = *state;
	static const char text[] = "The keeper of the northern light wrote down each evening what the sea had done "
	    "that day, and in the margin "
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
	struct setting *b = *state;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home with "
	    "any fish worth selling.");
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
	struct setting *b = *state;
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
	struct setting *b = *state;
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
	struct setting *b = *state;
	b->style.expansion = 0.02;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home with "
	    "any fish worth selling.");
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
	struct setting *b = *state;
	b->style.align_last = ALIGN_JUSTIFY;
	b->style.last_end_indent = -30;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home.");
	assert_true(b->n > 1);
	assert_near(b->page.item[0].w, 200, 0.01);
	assert_near(b->page.item[b->page.nitem - 1].w, 230, 0.01);
}

/* What was added after each glyph of the first word of line i, beside the tracking of the style. */
static double
tracked(struct setting *b, size_t i, const char *word)
{
	const struct item *it = &b->page.item[i];
	size_t last = strlen(word) - 1;
	double set = (double)(it->glyph[last].x - it->glyph[0].x);
	struct setting other = *b;
	other.style.align = ALIGN_START;
	set_text(&other, word);
	return (set - (double)(other.page.item[0].glyph[last].x - other.page.item[0].glyph[0].x)) / (double)last;
}

static void
tracking_gives_room_within_its_limit(void **state)
{
	struct setting *b = *state;
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
	struct setting *b = *state;
	struct pages pages = {.arena = b->in.a};
	double gaps = 0;
	b->style.measure = 90;
	b->style.hyphenate = true;
	set_text(b, "Seven boats left before the tide turned and only the smallest of them came home "
	    "with any fish worth selling "
	            "at the market, extraordinarily disappointing everybody concerned.");
	size_t hyphens = 0, loose = 0;
	for (size_t i = 0; i < b->n; i++) {
		fault_line(&pages, 0, b->para, i, 0, 0);
		gaps += i + 1 < b->n ? b->line[i].gap_pt : 0;
		hyphens += b->line[i].hyphenated;
		loose += b->line[i].ratio > 1.5;
	}
	assert_int_equal(pages.quality.lines, b->n - 1);
	assert_int_equal(pages.quality.gapped, b->n - 1);
	assert_near(pages.quality.gap, gaps, 1e-9);
	assert_true(pages.quality.gap_square * (double)(b->n - 1) >= gaps * gaps);
	assert_true(hyphens > 0);
	assert_int_equal(pages.quality.hyphenated, hyphens);
	assert_int_equal(pages.quality.loose, loose);
	assert_in_range(pages.quality.run, 1, hyphens);
	assert_int_equal(pages.quality.parted, 0);
}

/* ---- growth ---- */

static double
seconds_for(struct setting *b, size_t words, bool justify)
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
	struct setting *b = *state;
	b->style.measure = 350;
	seconds_for(b, 3000, true);
	double small = seconds_for(b, 12500, true), large = seconds_for(b, 50000, true);
	assert_true(large < 8 * small + 0.05);
	assert_true(seconds_for(b, 50000, false) < 8 * small + 0.1);
}

/* Seconds for a word of so many bytes made of one piece again and again. */
static double
seconds_for_run(struct setting *b, const char *piece, size_t bytes)
{
	struct buf s = {0};
	struct timespec t0, t1;
	while (s.n < bytes)
		buf_adds(&s, piece);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t0);
	set_text(b, s.data);
	struct pages pages = {.arena = b->in.a};
	for (size_t i = 0; i < b->n; i++)
		fault_line(&pages, 0, b->para, i, 0, 0);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t1);
	buf_free(&s);
	return (double)(t1.tv_sec - t0.tv_sec) + (double)(t1.tv_nsec - t0.tv_nsec) * 1e-9;
}

static void
endless_runs_are_linear(void **state)
{
	struct setting *b = *state;
	static const char *const piece[] = {"http://", "A/C.1/", "ab-", "\xE2\x80\xA6", "a\xE2\x80\x8B", "a\xD0\xB6",
	    "\xD8\xA8"};
	b->style.measure = 350;
	for (size_t i = 0; i < sizeof piece / sizeof *piece; i++) {
		double small = seconds_for_run(b, piece[i], 15000), large = seconds_for_run(b, piece[i], 60000);
		if (large >= 8 * small + 0.05)
			fail_msg("%s: four times the length took %.3f s, not %.3f s", piece[i], large, small);
	}
}

static void
one_endless_word_is_linear(void **state)
{
	struct setting *b = *state;
	char *s = arena_alloc(b->in.a, 200001);
	memset(s, 'x', 200000);
	set_text(b, s);
	assert_true(b->n > 4000);
	assert_true(arena_used(b->in.a) < 1000u * 200000); /* each line holds its own glyphs, not the word's */
	for (size_t i = 0; i < 200000; i += 3)
		memcpy(s + i, "\xE2\x80\x8B", i + 3 <= 200000 ? 3 : 0);
	set_text(b, s);
	assert_true(b->n >= 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(breaks_are_the_best_of_all), T(hyphens_are_spent_where_they_count), T(looseness_adds_and_takes_lines),
		T(justified_lines_fill_the_measure),
		T(alignments_place_short_lines), T(hanging_marks_stand_in_the_margin), T(expansion_scales_glyphs_within_its_limit),
		T(last_lines_may_go_on), T(tracking_gives_room_within_its_limit), T(justified_lines_are_counted),
		T(time_grows_with_length), T(endless_runs_are_linear), T(one_endless_word_is_linear),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
