/* SPDX-License-Identifier: MIT */
/*
 * starts.c - first lines of paragraphs as the form shows them: blanks, columns, or the room that an
 * indent took of which the extraction lost the blanks.
 */
#include "recognise/score.h"

/* What a line gains as the first of a paragraph that was set in. */
#define LOST_SEEN 2.4f        /* the text shows the measure of such lines */
#define LOST_GUESSED 1.5f     /* by the usual measure, or it may be either */
#define LOST_IN_SENTENCE 4.0f /* where the line before ends in a comma or colon: clauses, quotations */

bool
is_indented(const struct place_in_flow *p)
{
	return (p->w->hints && p->at->src->indent > 0 && !p->at->seam) || p->at->margin == MARGIN_IN;
}

bool
is_flush(const struct place_in_flow *p)
{
	if (p->w->hints)
		return p->at->src->indent == 0 && p->at->gap == 0 && !p->at->seam;
	return p->at->margin == MARGIN_FLUSH;
}

/* May a paragraph have begun here of which the extraction lost the blanks?  The lines under it are of its text. */
static bool
may_have_lost_indent(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at, *c = p->after;

	return p->w->wrapped && loses_indents(p->w) && a && c && b->upper && !b->nlabel && !b->bullet &&
	       (c->lower || b->end == END_OPEN) && !c->nlabel && !c->bullet && c->gap == 0;
}

/*
 * It runs on below though the next word would have fitted a full line, but not an indented one.  Where
 * the text shows the measure of its first lines that is nearly sure.
 */
static float
lost_indent(const struct place_in_flow *p)
{
	float first, with_next;

	if (!may_have_lost_indent(p))
		return 0;
	first = reach_as_first(p->w, p->at, p->after);
	/* of clauses in resolutions more is known */
	if (p->before->end == END_COLON || (p->before->end == END_COMMA && !p->w->resolution))
		return first >= REACH_SEEN ? LOST_IN_SENTENCE : 0;
	if (p->before->end != END_STOP)
		return 0;
	with_next = reach_fits_first(p->w, p->at, p->after);
	/* it may be either: the next word may have fitted on a full line, or its own on the line before */
	if (first == 0 && with_next > 0 &&
	    (with_next <= REACH_AT_MEASURE || reach_with_next(p->w, p->before, p->at) < 1))
		return LOST_GUESSED;
	return first >= REACH_SEEN ? LOST_SEEN : first > 0 ? LOST_GUESSED : first < 0 ? -0.3f : 0;
}

float
start_hint(const struct place_in_flow *p)
{
	const struct work *w = p->w;

	if (loses_indents(w))
		return lost_indent(p);
	if (p->at->seam || (w->hints && p->before && p->at->src->no == p->before->src->no + 1))
		return 0;
	if (w->hints)
		return p->at->src->indent > 0 ? 3.5f : p->at->gap > 0 ? 0 : -1.5f;
	switch (p->at->margin) {
	case MARGIN_IN: return 3;
	case MARGIN_OUT: return 2.5f;
	case MARGIN_FLUSH:
		if (p->at->nlabel || p->at->bullet || reach_with_next(w, p->before, p->at) < REACH_NEARLY)
			return 0;
		return w->flush_starts ? 0 : -3;
	default: return 0;
	}
}
