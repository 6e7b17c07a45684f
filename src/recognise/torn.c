/* SPDX-License-Identifier: MIT */
/*
 * torn.c - lines that came apart into their words.
 *
 * Where a line is stretched to the full measure the blanks between its words may be so wide that the
 * extraction takes each word for a line.  Between a full line that ends in mid-sentence and the line
 * that follows stand then short ones that together make one line, or end the sentence.
 */
#include "recognise/work.h"

#define PIECES_LEAST 3
#define PIECES_MOST 24
#define FULL_LEAST 80u /* hundredths of a full line: blanks that were stretched count as one */
#define FULL_MOST 103u
#define WORDS 150u /* hundredths of words that a piece has at the most, */
#define LONE 120u  /* and where neither the line before nor the first piece shows a sentence that goes on: */
#define PROSE 3    /* there one of so many pieces at the least does */

/* May the line be a piece of another one? */
static bool
is_piece(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && !l->bullet && !l->lone_dash && l->nlabel == 0 && l->cols * 2 < w->width &&
	       l->end != END_COLON;
}

static size_t
count_words(struct span t)
{
	size_t n = t.n > 0;

	for (size_t i = 0; i < t.n; i++)
		n += t.s[i] == ' ';
	return n;
}

/* The sentence may go on behind a line that the first piece did not fit on. */
static bool
may_go_on(const struct work *w, const struct rline *a, const struct rline *first)
{
	return a->reading == READ_OPEN && (a->end == END_COMMA || a->end == END_OPEN) && a->cols * 10 >= w->width * 7 &&
	       reach_with_next(w, a, first) >= REACH_NEARLY;
}

/* Line a or the first piece behind it shows that it does. */
static bool
goes_on(const struct rline *a, const struct rline *first)
{
	return a->end == END_COMMA || a->dangling || first->lower || first->symbol;
}

/* What stands over line f of the flow, whose first line may be a caption or the row of a table, is text. */
static bool
is_under_text(const struct work *w, size_t f)
{
	const struct rline *over = f > 1 ? flow_line(w, f - 2) : NULL;

	return over && (over->end == END_STOP || over->cols * 10 >= w->width * 7);
}

/* With the pieces the line is full, or between lines of text it has no room for the next word. */
static bool
is_filled(const struct work *w, unsigned reach, const struct rline *next, bool under_text)
{
	return reach * 100 >= w->reach * FULL_LEAST ||
	       (under_text && next->cols * 10 >= w->width * 7 &&
	        (float)(reach + next->first_reach) >= REACH_NEARLY * (float)w->reach);
}

/* Where the pieces that begin at line f of the flow end, which make a line with no room for the next word; else f. */
static size_t
pieces_end(const struct work *w, size_t f)
{
	unsigned reach = 0;
	size_t k, words = 0, figures = 0, prose = 0;
	bool ended = false;

	for (k = f; k < w->nflow && k - f < PIECES_MOST && !ended && is_piece(w, flow_line(w, k)); k++) {
		const struct rline *l = flow_line(w, k);
		unsigned more = reach_with_line(w, reach, l);
		if (more * 100 > w->reach * FULL_MOST)
			break;
		reach = more;
		words += count_words(rline_text(w, l));
		figures += l->digit_first;
		prose += l->lower || l->end == END_COMMA;
		ended = l->end == END_STOP || l->end == END_SEMI;
	}
	bool shown = goes_on(flow_line(w, f - 1), flow_line(w, f)), under_text = is_under_text(w, f);
	if (k - f < PIECES_LEAST || words * 100 > (k - f) * (shown ? WORDS : LONE) || figures * 2 >= k - f ||
	    (!shown && (!under_text || prose * PROSE < k - f)))
		return f;
	if (ended)
		return k;
	const struct rline *next = flow_at(w, k);
	return next && is_filled(w, reach, next, under_text) && next->reading == READ_OPEN && !next->bullet &&
	       next->nlabel == 0 && next->cols > flow_line(w, k - 1)->cols ? k + 1 : f;
}

void
torn_find(struct work *w)
{
	if (!w->wrapped || w->em > 0)
		return;
	for (size_t f = 1; f < w->nflow; f++)
		if (is_piece(w, flow_line(w, f)) && may_go_on(w, flow_line(w, f - 1), flow_line(w, f)))
			for (size_t end = pieces_end(w, f); f < end; f++)
				flow_line(w, f)->torn = true;
}
