/* SPDX-License-Identifier: MIT */
/*
 * rhythm.c - how often a sentence that ends, ends its paragraph: what a stop at the end of a full line is worth.
 *
 * The room that is left shows the other ends.  A full line that ends in a stop ends about one paragraph in as many as
 * there are words in a line, and one sentence in as many within a paragraph: so the two are to each other there as
 * ends of paragraphs are to sentences that go on.  Under a number the count is another: a numbered text gives most of
 * its paragraphs one each.
 */
#include <math.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define WORD 3          /* small letters before a stop that is of no abbreviation */
#define USUAL 10.0f     /* sentences that go on for one end of a paragraph, as score.c takes for granted */
#define FEW 4.0f        /* so many ends of paragraphs, and fewer, say little */
#define RHYTHM_MOST 1.25f

/* Small letters stand right before the stop at at, as many as no abbreviation has. */
static bool
ends_word(struct span t, size_t at)
{
	int n = 0;

	while (n < WORD && char_small(char_before(t, at))) {
		utf8_prev(t.s, &at);
		n++;
	}
	return n == WORD;
}

/* Sentences that end within the text, with a capital behind them. */
static size_t
sentences_inside(struct span t)
{
	size_t n = 0, i = 0;
	const char *stop;

	while (i < t.n && (stop = memchr(t.s + i, '.', t.n - i)) != NULL) {
		size_t at = (size_t)(stop - t.s);
		i = at + 1;
		if (i == t.n || t.s[i] != ' ' || !ends_word(t, at))
			continue;
		while (i < t.n && t.s[i] == ' ')
			i++;
		n += i < t.n && char_upper(char_after(t, i));
	}
	return n;
}

/* A paragraph without number begins with line b: behind a stop and much room, and fills its line. */
static bool
begins_anew(const struct work *w, const struct rline *a, const struct rline *b)
{
	return a->end == END_STOP && !rline_label_alone(a) && b->upper && !b->nlabel && !b->bullet &&
	       b->cols * 10 >= w->width * 8 && reach_with_next(w, a, b) < REACH_SHORT;
}

/* Under a number from line l on, where it was so before? */
static bool
under_number(const struct work *w, const struct rline *a, const struct rline *l, bool before)
{
	if (l->nlabel > 0)
		return l->label[0].style == LABEL_ARABIC && !l->label[0].paren;
	return before && !(a && l->upper && a->end == END_OPEN && reach_with_next(w, a, l) < REACH_SHORT);
}

void
rhythm_find(struct work *w)
{
	float ends[2] = {FEW, FEW}, inside[2] = {FEW * USUAL, FEW * USUAL};
	bool number = false;

	if (!has_page_text(w) || !w->wrapped)
		return;
	for (size_t f = 0; f < w->nflow; f++) {
		const struct rline *a = f ? flow_line(w, f - 1) : NULL, *l = flow_line(w, f);
		if (l->reading != READ_OPEN || (a && a->reading != READ_OPEN)) {
			number = false;
			continue;
		}
		number = under_number(w, a, l, number);
		inside[number] += (float)sentences_inside(rline_text(w, l));
		if (a && begins_anew(w, a, l)) {
			ends[number]++;
			number = false;
		}
	}
	for (int k = 0; k < 2; k++) {
		float odds = logf(inside[k] / ends[k] / USUAL) / 2; /* half of it against a new start */
		w->rhythm[k] = odds < -RHYTHM_MOST ? -RHYTHM_MOST : odds > RHYTHM_MOST ? RHYTHM_MOST : odds;
	}
}
