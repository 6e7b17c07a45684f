/* SPDX-License-Identifier: MIT */
/*
 * reach.c - how far a line reaches, in the widths of a serif text face.
 *
 * A line of a paragraph ends where the next word would not have fitted.  Counted in characters
 * that is a guess ("million" and "women" have equal counts); with the advances of the face that
 * papers are set in it is nearly a measurement.  What has no entry counts as an average letter.
 */
#include <limits.h>
#include <stdlib.h>

#include "recognise/work.h"

#define LETTER 444 /* thousandths of an em: the average of running text */
#define HAN 1000
#define NEIGHBOURS 5 /* lines on each side that show the measure */
#define NARROWER 95u /* hundredths of the full measure from which on a lesser one is seen */
#define LARGE_TYPE 76u
#define UNIT 20    /* thousandths of an em per unit of rline.reach */

/* Advances of U+0020 to U+007E, in thousandths of an em. */
static const uint16_t latin[] = {
	250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500,
	500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722,
	722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333,
	278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
	500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

/* U+00C0 to U+00FF. */
static const uint16_t latin1[] = {
	722, 722, 722, 722, 722, 722, 889, 667, 611, 611, 611, 611, 333, 333, 333, 333, 722, 722, 722, 722,
	722, 722, 722, 564, 722, 722, 722, 722, 722, 722, 556, 500, 444, 444, 444, 444, 444, 444, 667, 444,
	444, 444, 444, 444, 278, 278, 278, 278, 500, 500, 500, 500, 500, 500, 500, 549, 500, 500, 500, 500,
	500, 500, 500, 500,
};

/* U+0410 to U+044F. */
static const uint16_t cyrillic[] = {
	722, 574, 667, 578, 682, 611, 896, 501, 722, 722, 667, 678, 889, 722, 722, 722, 556, 667, 611, 708,
	790, 722, 722, 650, 1009, 1009, 706, 872, 574, 660, 1028, 667, 444, 509, 472, 410, 509, 444, 691, 395,
	535, 535, 486, 499, 633, 535, 500, 535, 500, 444, 437, 500, 648, 500, 535, 503, 770, 770, 517, 672,
	456, 429, 747, 460,
};

static unsigned
advance(uint32_t cp)
{
	if (cp >= 0x20 && cp < 0x7F)
		return latin[cp - 0x20];
	if (cp >= 0xC0 && cp <= 0xFF)
		return latin1[cp - 0xC0];
	if (cp >= 0x410 && cp <= 0x44F)
		return cyrillic[cp - 0x410];
	if (cp == 0xA0)
		return latin[0];
	if (cp == 0x2013)
		return 500;
	if (cp == 0x2014)
		return 1000;
	if (cp >= 0x2010 && cp <= 0x2019)
		return 333;
	if ((cp >= 0x300 && cp <= 0x36F) || (cp >= 0x64B && cp <= 0x65F) || (cp >= 0x200B && cp <= 0x200F))
		return 0;
	return cp_cjk(cp) ? HAN : LETTER;
}

void
reach_measure(struct rline *l, struct span s)
{
	size_t i = 0;
	unsigned sum = 0, first = 0;
	bool blank = false;

	while (i < s.n) {
		uint32_t cp = utf8_next(s.s, s.n, &i);
		if (cp == ' ' || cp == '\t') {
			blank = true;
			continue;
		}
		if (first == 0 && sum > 0 && (blank || cp_cjk(cp)))
			first = sum;
		if (blank)
			sum += latin[0];
		blank = false;
		sum += advance(cp);
	}
	sum /= UNIT;
	first = first ? first / UNIT : sum;
	l->reach = (uint16_t)(sum > UINT16_MAX ? UINT16_MAX : sum);
	l->first_reach = (uint16_t)(first > UINT16_MAX ? UINT16_MAX : first);
}

static int
by_value(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

/* The lines as long as the text has them: those within a tenth of the width in columns. */
uint16_t
reach_full(const struct work *w)
{
	uint16_t *all = xmalloc((w->nline ? w->nline : 1) * sizeof *all), full;
	size_t i, n = 0;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		if (l->cols * 10 >= w->width * 8 && l->cols * 10 <= w->width * 11)
			all[n++] = l->reach;
	}
	qsort(all, n, sizeof *all, by_value);
	full = n ? all[n * 90 / 100] : (uint16_t)(w->width * LETTER / UNIT);
	free(all);
	return full;
}

/* Line a with the first word of b. */
static unsigned
with_next(const struct rline *a, const struct rline *b)
{
	return a->reach + latin[0] / UNIT + b->first_reach;
}

/* After a number or bullet stands a tab, and items are indented: parts of a line no text shows. */
float
reach_with_next(const struct work *w, const struct rline *a, const struct rline *b)
{
	float indent = a->bullet ? 0.065f : !a->nlabel ? 0 : a->label[0].paren ? 0.09f : 0.045f;

	float full = a->measure ? a->measure : w->reach;

	return full > 0 ? indent + (float)with_next(a, b) / full : 2;
}

/* The text plainly goes on from a to b, so that b's first word did not fit on a. */
static bool
runs_on(const struct rline *a, const struct rline *b)
{
	return a->reading == READ_OPEN && b->reading == READ_OPEN && a->end == END_OPEN && b->lower && !b->nlabel &&
	       !b->bullet && b->gap == 0;
}

/*
 * The measure of the lines of the flow [from, to): it is at least the reach of each line that runs
 * on and less than that with the next word.  0 when no measure explains all, or too few lines tell.
 */
static uint16_t
measure_of(const struct work *w, size_t from, size_t to)
{
	unsigned low = 0, high = UINT_MAX, n = 0;
	size_t f;

	for (f = from; f + 1 < to && low <= high; f++) {
		const struct rline *a = &w->line[w->flow[f]], *b = &w->line[w->flow[f + 1]];
		if (!runs_on(a, b) || a->nlabel || a->bullet)
			continue;
		low = a->reach > low ? a->reach : low;
		high = with_next(a, b) < high ? with_next(a, b) : high;
		n++;
	}
	if (low > high)
		return 0;
	high = low + (high - low) / 2;
	/* titles are set large and so reach less too: few lines of them look like text set narrow */
	return n >= (high * 100u < w->reach * LARGE_TYPE ? 4 : 3) && high <= UINT16_MAX ? (uint16_t)high : 0;
}

void
reach_narrow(struct work *w)
{
	size_t f, wide;

	for (f = 0; f < w->nflow; f++)
		for (wide = NEIGHBOURS; wide >= 2; wide--) {
			size_t from = f > wide ? f - wide : 0, to = f + wide + 2 < w->nflow ? f + wide + 2 : w->nflow;
			uint16_t m = measure_of(w, from, to);
			if (m == 0)
				continue;
			if (m * 100u < w->reach * NARROWER && w->line[w->flow[f]].reach <= m)
				w->line[w->flow[f]].measure = m;
			break;
		}
}
