/* SPDX-License-Identifier: MIT */
/* ends.c - how the lines end that begin at a place: what is no sentence there may be a heading. */
#include "recognise/score.h"

#define HEADING_LINES 4 /* the most that a heading has */

/* The lines of an unnumbered heading end above a blank line, or a first line that is set in. */
bool
ends_well(const struct place_in_flow *p)
{
	const struct work *w = p->w;
	size_t k;

	for (k = p->index + 1; k < w->nflow && k <= p->index + HEADING_LINES; k++) {
		const struct rline *l = flow_line(w, k);
		if (l->gap > 0 || l->reading != READ_OPEN || l->margin == MARGIN_IN)
			return true;
		if (l->nlabel || l->bullet || l->end != END_OPEN ||
		    (w->wrapped && l->cols * 10 > w->width * 9) || w->line[w->flow[k - 1]].cols * 100 < w->width * 35 ||
		    (k == p->index + 1 && p->at->cols * 10 > w->width * 9 && l->cols * 10 > w->width * 7))
			return false;
	}
	return false;
}

/* The number that the line before begins with, or that stands alone over it; or NULL. */
const struct label *
number_before(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *over = p->index > 1 ? flow_line(p->w, p->index - 2) : NULL;

	if (a->nlabel > 0)
		return &a->label[0];
	return over != NULL && over->nlabel > 0 && over->label[0].body >= over->n ? &over->label[0] : NULL;
}

/* Text begins at line k of the flow: a number or bullet, or a full line after much room. */
static bool
text_begins(const struct work *w, size_t k)
{
	const struct rline *l = flow_line(w, k), *next = flow_at(w, k + 1);

	if (l->bullet || (l->nlabel && !l->lower) || l->margin == MARGIN_IN)
		return true;
	return !l->lower && !l->nlabel && reach_with_next(w, flow_line(w, k - 1), l) < REACH_SHORT && next &&
	       (next->lower ? l->cols * 10 >= w->width * 8 : l->cols * 10 >= w->width * 9);
}

/* A blank line is above, in a form that keeps them. */
static bool
gap_shows(const struct place_in_flow *p)
{
	return p->w->gaps && p->w->draft->form != SOURCE_PAGE_SINGLE && p->at->gap > 0;
}

/* The text from this line to where other text begins, two to four lines, ends in mid-sentence. */
bool
ends_in_sentence(const struct place_in_flow *p)
{
	const struct work *w = p->w;
	size_t k;

	if (!w->wrapped || p->at->lower || p->at->digit_first || p->at->bullet_n > 0 ||
	    (p->before && p->before->end == END_OPEN && !gap_shows(p) && !number_before(p)))
		return false;
	for (k = p->index + 1; k < w->nflow && k <= p->index + HEADING_LINES; k++) {
		const struct rline *b = flow_line(w, k - 1), *l = flow_line(w, k);
		if ((b->end != END_OPEN && b->end != END_HYPHEN) || b->reading != READ_OPEN)
			return false;
		if (text_begins(w, k))
			return k > p->index + 1 && b->end == END_OPEN && !b->dangling && b->cols * 10 < w->width * 8;
		if (!l->lower && !b->dangling && reach_of_title(w, b, l) < HEADING_FULL)
			return false;
	}
	return false;
}
