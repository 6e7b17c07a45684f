/* SPDX-License-Identifier: MIT */
/*
 * textless.c - where text is scarce: stretches of line after line that neither ends a sentence nor goes on with one,
 * or that is far shorter than those of text; and for every line how little text there is around it.
 *
 * A heading stands over text, or over a heading that does.  Where none is for many lines, what looks like headings
 * are the cells of a table that was taken apart, words of a drawing or names of a list.  What stands at either end
 * may be a heading still: the title over the cells, those of the text behind them.
 *
 * Elsewhere it is a matter of more or less: a line among lines that are no text, right under the rows of a table, or
 * far over the next line of text is the less likely a heading the fewer lines of text stand near.
 */
#include <stdlib.h>

#include "recognise/work.h"

#define LEAST_LINES 10
#define LEAST_GROUPS 6    /* between blank lines, in forms that have them */
#define SENTENCE_COLS 25  /* a line that ends one has so many, or a number, or a line over it in the same group */
#define FULL 75           /* hundredths of the width of text: what the last line before its break has at the least */
#define HEADINGS 2        /* groups at the end, over the text */
#define NARROW 60         /* hundredths of the width of text: what cells and names have, and headings, */
#define NARROW_LINES 16   /* but not so many one after the other */
#define AROUND 10         /* lines under and over a line that are looked at: of text there are */
#define SOME 4            /* fewer than half, */
#define FEW 2             /* or hardly any; */
#define FAR 2             /* the first one under it is not so far away */
#define TITLE_LINES 6     /* of a paper, or behind a label of a part or a field of the masthead: of its title perhaps */

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
	if (l->reading != READ_OPEN || l->bullet || l->counted)
		return true;
	if (sentence)
		return l->cols >= SENTENCE_COLS || (l->nlabel > 0 && l->end == END_STOP) ||
		       (!is_group(w, f) && flow_line(w, f - 1)->cols >= SENTENCE_COLS);
	return next && next->reading == READ_OPEN && next->lower && next->gap == 0 && l->cols * 100 >= w->width * FULL;
}

/* It has more than a cell does, or it is known for something else than a row. */
static bool
is_wide(const struct work *w, const struct rline *l)
{
	if (l->reading != READ_OPEN)
		return l->reading != READ_ROW && l->reading != READ_CONT;
	return l->cols * 100 > w->width * NARROW;
}

/* Mark lines of [from, to) but those of the first group and the last ones, where text follows, if there are enough. */
static void
mark(const struct work *w, size_t from, size_t to, size_t least)
{
	size_t f, groups = 0, first = from, last = to;

	for (f = from; f < to; f++) {
		groups += is_group(w, f);
		if (first == from && f > from && is_group(w, f))
			first = f;
	}
	if (to - from < least || (w->gaps && groups < LEAST_GROUPS))
		return;
	for (groups = 0; last > first && groups < HEADINGS && to < w->nflow; last--)
		groups += is_group(w, last - 1) || !w->gaps;
	for (f = first; f < last; f++)
		flow_line(w, f)->textless = true;
}

/* Text, or a line of it that ends anywhere; an entry of a list. */
static bool
is_of_text(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f);

	return l->reading != READ_ROW && (is_text(w, f) || l->nlabel > 0 || l->cols * 100 >= w->width * FULL);
}

/* The paper begins, or an annex or a field of the masthead stands little over it: titles are to be expected. */
static bool
begins_part_of_paper(const struct work *w, size_t f)
{
	for (size_t k = f; k > 0 && k + TITLE_LINES > f; k--) {
		enum reading r = flow_line(w, k - 1)->reading;
		if (r == READ_ANNEX || r == READ_FRONT || r == READ_FIELD)
			return true;
	}
	return f < TITLE_LINES;
}

/* How little text there is around line f: sum has how many lines of text stand before each line of the flow. */
static unsigned
scarcity(const struct work *w, const uint32_t *sum, size_t f)
{
	size_t from = f > AROUND ? f - AROUND : 0, to = f + 1 + AROUND < w->nflow ? f + 1 + AROUND : w->nflow;
	size_t over = sum[f] - sum[from] + (AROUND - (f - from));
	size_t under = sum[to] - sum[f + 1] + (AROUND - (to - f - 1));
	bool far = f + FAR < w->nflow && sum[f + 1 + FAR] == sum[f + 1];
	bool behind_row = f > 0 && flow_line(w, f - 1)->reading == READ_ROW;

	return (under <= SOME) + (under <= FEW) + far + (over <= FEW) + behind_row;
}

static void
weigh_text(struct work *w)
{
	uint32_t *sum = xcalloc(w->nflow + 1, sizeof *sum);
	size_t f;

	for (f = 0; f < w->nflow; f++)
		sum[f + 1] = sum[f] + is_of_text(w, f);
	for (f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		l->scarce = l->counted || begins_part_of_paper(w, f) ? 0 : (uint8_t)scarcity(w, sum, f);
		/* cells count on too */
		if (l->recurs == RECURS_SERIES && l->scarce >= SCARCE_MANY) {
			l->listed = UNLISTED;
			l->recurs = RECURS_NOT;
		}
	}
	free(sum);
}

void
textless_find(struct work *w)
{
	size_t f, from = 0, narrow = 0, wide = 0;

	if (!w->wrapped)
		return;
	for (f = 0; f < w->nflow; f++)
		wide += is_wide(w, flow_line(w, f));
	for (f = 0; f <= w->nflow; f++) {
		if (f == w->nflow || is_text(w, f)) {
			mark(w, from, f, LEAST_LINES);
			from = f + 1;
		}
		/* in a paper of such lines alone they are text */
		if (wide >= NARROW_LINES && (f == w->nflow || is_wide(w, flow_line(w, f)))) {
			mark(w, narrow, f, NARROW_LINES);
			narrow = f + 1;
		}
	}
	if (has_page_text(w))
		weigh_text(w);
}
