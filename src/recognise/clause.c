/* SPDX-License-Identifier: MIT */
/*
 * clause.c - where a clause of a preamble begins.
 *
 * Clauses end with a comma, and so do many of their lines.  What is weighed: was there room for the
 * next word on the line before; does the line begin as clauses do; is it set in, or does it leave
 * the room of an indent that the extraction lost?
 */
#include "recognise/score.h"

#define UNKNOWN 3.0f   /* the most that speaks for a clause without a known word: it may be a heading */
#define CLAUSE_CAPITAL 6.0f /* what a word says that clauses begin with, its capital with it */
#define CLAUSE_WORD 2.5f   /* and without one */
#define WITHIN_CLAUSE 2.3f /* and loses by being met as often within them */

/* How much the room left on the line before says for a break that was meant. */
static float
room_before(float reach)
{
	return reach > REACH_FULL ? -0.8f : reach > 0.92f ? 0.8f : reach > 0.8f ? 5 : 6;
}

/* What first words of n bytes say: calls and appeals ("encouraging") mostly end clauses that began otherwise. */
static float
clause_word(const struct place_in_flow *p, size_t n)
{
	const struct words *words = p->w->words;
	float s = p->at->upper && !words->small_clauses ? CLAUSE_CAPITAL : CLAUSE_WORD;

	return words_start(words, WORD_WITHIN_CLAUSE, line_folded(p->w, p->at)) >= n ? s - WITHIN_CLAUSE : s;
}

/*
 * How the line begins: the first number ends a preamble; nearly every clause begins with a word of
 * the list, and few lines within one, none where clauses begin with a capital.
 */
static float
first_words(const struct place_in_flow *p)
{
	const struct words *words = p->w->words;
	const struct rline *l = p->at;
	size_t n;

	if (l->nlabel)
		return l->label[0].value == 1 ? 2.5f : 0;
	if ((l->lower && !words->small_clauses) || l->digit_first || l->symbol || is_enclosed(p))
		return -6;
	n = words_start(words, WORD_PREAMBULAR, line_folded(p->w, l));
	if (n > 0)
		return clause_word(p, n);
	if (words_start(words, WORD_OPERATIVE, line_folded(p->w, l)))
		return 1;
	return l->upper && !words->small_clauses ? -1.5f : -3.5f;
}

/* The place of the line on the page, or the room of an indent that the next word would have filled. */
static float
place_on_page(const struct place_in_flow *p, bool full)
{
	const struct rline *c = p->after;
	float first;

	if (is_indented(p) && !p->at->seam)
		return 4;
	if (is_flush(p))
		return -4;
	if (p->at->gap > 0 && p->w->gaps && !p->at->seam)
		return 2.5f;
	if (!loses_indents(p->w) || p->at->nlabel || !c || c->nlabel || c->bullet || c->gap > 0)
		return 0;
	first = reach_as_first(p->w, p->at, c);
	/* a line that is short for both may be a clause of its own */
	return first < 0 && !full ? 0 : first;
}

bool
clause_may_open(const struct place_in_flow *p)
{
	return p->w->resolution && p->before && p->before->end == END_COMMA &&
	       (!p->at->lower || p->w->words->small_clauses);
}

float
clause_fit(const struct place_in_flow *p)
{
	float reach, words, sum;

	if (!p->w->wrapped)
		return p->at->lower && !p->w->words->small_clauses ? -1 : 4;
	reach = reach_with_next(p->w, p->before, p->at);
	words = first_words(p);
	sum = room_before(reach) + words + place_on_page(p, reach > REACH_FULL);
	return words < 0 && sum > UNKNOWN ? UNKNOWN : sum;
}
