/* SPDX-License-Identifier: MIT */
/*
 * textless.c - stretches without text: line after line that neither ends a sentence nor goes on with one.
 *
 * A heading stands over text, or over a heading that does.  Where none is for many lines, what looks like headings
 * are the cells of a table that was taken apart, words of a drawing or names of a list.  What stands at either end
 * may be a heading still: the title over the cells, those of the text behind them.
 */
#include "recognise/work.h"

#define LEAST_LINES 10
#define LEAST_GROUPS 6    /* between blank lines, in forms that have them */
#define SENTENCE_COLS 25  /* a line that ends one has so many, or a line over it in the same group */
#define FULL 75           /* hundredths of the width of text: what the last line before its break has at the least */
#define HEADINGS 2        /* groups at the end, over the text */

static bool
is_group(const struct work *w, size_t f)
{
	return f == 0 || flow_line(w, f)->gap > 0 || flow_line(w, f)->seam;
}

/* It ends a sentence, or one goes on behind it. */
static bool
is_text(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f), *next = flow_at(w, f + 1);
	bool sentence = l->end == END_STOP || l->end == END_SEMI || l->end == END_COLON;

	if (l->reading == READ_ROW)
		return false;
	if (l->reading != READ_OPEN || l->bullet)
		return true;
	if (sentence)
		return l->cols >= SENTENCE_COLS || (!is_group(w, f) && flow_line(w, f - 1)->cols >= SENTENCE_COLS);
	return next && next->reading == READ_OPEN && next->lower && next->gap == 0 && l->cols * 100 >= w->width * FULL;
}

/* Mark lines of [from, to) but those of the first group and the last ones, where text follows. */
static void
mark(const struct work *w, size_t from, size_t to)
{
	size_t f, groups = 0, first = from, last = to;

	for (f = from; f < to; f++) {
		groups += is_group(w, f);
		if (first == from && f > from && is_group(w, f))
			first = f;
	}
	if (to - from < LEAST_LINES || (w->gaps && groups < LEAST_GROUPS))
		return;
	for (groups = 0; last > first && groups < HEADINGS && to < w->nflow; last--)
		groups += is_group(w, last - 1) || !w->gaps;
	for (f = first; f < last; f++)
		flow_line(w, f)->textless = true;
}

void
textless_find(struct work *w)
{
	size_t f, from = 0;

	if (!w->wrapped)
		return;
	for (f = 0; f <= w->nflow; f++)
		if (f == w->nflow || is_text(w, f)) {
			mark(w, from, f);
			from = f + 1;
		}
}
