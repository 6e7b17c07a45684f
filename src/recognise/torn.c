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
#define WORDS 3 /* of two pieces at the most */

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

/* The sentence goes on behind a line that the first piece did not fit on. */
static bool
goes_on(const struct work *w, const struct rline *a, const struct rline *first)
{
	bool more = a->end == END_COMMA || (a->end == END_OPEN && (a->dangling || first->lower || first->symbol));

	return more && a->reading == READ_OPEN && a->cols * 10 >= w->width * 7 &&
	       reach_with_next(w, a, first) >= REACH_NEARLY;
}

/* Where the pieces that begin at line f of the flow end, which make a line with no room for the next word; else f. */
static size_t
pieces_end(const struct work *w, size_t f)
{
	unsigned reach = 0;
	size_t k, words = 0, figures = 0;
	bool ended = false;

	for (k = f; k < w->nflow && k - f < PIECES_MOST && !ended && is_piece(w, flow_line(w, k)); k++) {
		const struct rline *l = flow_line(w, k);
		unsigned more = reach_with_line(w, reach, l);
		if (more * 100 > w->reach * FULL_MOST)
			break;
		reach = more;
		words += count_words(rline_text(w, l));
		figures += l->digit_first;
		ended = l->end == END_STOP || l->end == END_SEMI;
	}
	if (k - f < PIECES_LEAST || words * 2 > (k - f) * WORDS || figures * 2 >= k - f)
		return f;
	if (ended)
		return k;
	const struct rline *next = flow_at(w, k);
	return next && reach * 100 >= w->reach * FULL_LEAST && next->reading == READ_OPEN && !next->bullet &&
	       next->nlabel == 0 && next->cols > flow_line(w, k - 1)->cols ? k + 1 : f;
}

void
torn_find(struct work *w)
{
	if (!w->wrapped || w->em > 0)
		return;
	for (size_t f = 1; f < w->nflow; f++)
		if (is_piece(w, flow_line(w, f)) && goes_on(w, flow_line(w, f - 1), flow_line(w, f)))
			for (size_t end = pieces_end(w, f); f < end; f++)
				flow_line(w, f)->torn = true;
}
