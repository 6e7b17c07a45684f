/* SPDX-License-Identifier: MIT */
/*
 * margin.c - what the start of a line says where the form keeps columns: level with the line before
 * it the text goes on, set in or out from it a paragraph begins.
 *
 *        first line        First line
 *     second line             second line
 *     third line              third line
 *        first line        First line
 */
#include "recognise/work.h"

#define STEP 3     /* columns that are meant; fewer come from the widths of letters */
#define STEP_MOST 12
#define STARTS 3   /* flush paragraphs that show a paper without first-line indents */

/* Columns that b is set in from a; where the form has places, half an em is a column. */
static int
step(const struct work *w, const struct rline *a, const struct rline *b)
{
	return w->em > 0 ? (int)((b->src->x - a->src->x) * 2 / w->em) : (int)b->src->indent - (int)a->src->indent;
}

/* The line right under l on the page. */
static const struct rline *
under(const struct work *w, size_t f)
{
	const struct rline *l = flow_at(w, f + 1);

	return l && l->gap == 0 && !l->seam ? l : NULL;
}

/* With nothing right above only the line below shows what the start means; out from it stands a full line only. */
static enum margin
over(const struct work *w, const struct rline *b, const struct rline *c)
{
	int d = c ? step(w, c, b) : 0;

	if (d >= STEP && d <= STEP_MOST)
		return MARGIN_IN;
	return d <= -STEP && d >= -STEP_MOST && !b->seam && reach_with_next(w, b, c) >= REACH_NEARLY ? MARGIN_OUT
	                                                                                      : MARGIN_UNKNOWN;
}

/* The paragraph of a is over: it ends in a stop and the next word would have fitted, or far from full. */
static bool
is_over(const struct work *w, const struct rline *a, const struct rline *b)
{
	float full = a->end == END_OPEN ? REACH_SHORT : a->end == END_COMMA ? REACH_NEARLY : 1;

	return reach_with_next(w, a, b) < full;
}

/* Under the text behind a's number or bullet, or in a paragraph whose first line stands out. */
static bool
hangs(const struct rline *a, int d)
{
	int body = a->nlabel ? a->label[0].body : a->bullet ? a->bullet_n + STEP : 0;

	return body ? d < body + STEP : a->margin == MARGIN_OUT;
}

/* Level with the line before: it goes on, unless that was a first line of its own, or a like sign stands here. */
static enum margin
level_with(const struct work *w, const struct rline *a, const struct rline *b, const struct rline *c)
{
	if (b->bullet || b->nlabel)
		return a->margin == MARGIN_IN || (a->bullet == b->bullet && !a->nlabel == !b->nlabel) ? MARGIN_IN
		                                                                                     : MARGIN_UNKNOWN;
	if (c && step(w, c, b) >= STEP && c->lower && b->end == END_OPEN)
		return MARGIN_IN; /* its second line shows that this is a first one */
	if (a->margin == MARGIN_IN || (c && step(w, c, b) >= STEP))
		return is_over(w, a, b) ? MARGIN_IN : a->end == END_OPEN ? MARGIN_FLUSH : MARGIN_UNKNOWN;
	return MARGIN_FLUSH;
}

/* Short lines one over the other in the middle, as the lines of a title are. */
static bool
share_middle(const struct work *w, const struct rline *a, const struct rline *b)
{
	int apart = 2 * (int)a->src->indent + a->cols - 2 * (int)b->src->indent - b->cols;

	return w->em <= 0 && apart >= -2 && apart <= 2 && a->cols * 10 < w->width * 9 && b->cols * 10 < w->width * 9;
}

static enum margin
margin_of(const struct work *w, const struct rline *a, const struct rline *b, const struct rline *c)
{
	int d = step(w, a, b);

	if (d < STEP && d > -STEP)
		return level_with(w, a, b, c);
	if (share_middle(w, a, b))
		return MARGIN_UNKNOWN;
	if (d > 0)
		return hangs(a, d) && a->end != END_COLON ? MARGIN_FLUSH : d > STEP_MOST ? MARGIN_UNKNOWN : MARGIN_IN;
	if (a->margin == MARGIN_IN)
		return is_over(w, a, b) ? MARGIN_UNKNOWN : MARGIN_FLUSH;
	/* behind the last line of a paragraph that hangs */
	return a->margin == MARGIN_FLUSH && (b->bullet || b->nlabel || is_over(w, a, b)) ? MARGIN_OUT : MARGIN_UNKNOWN;
}

void
margin_find(struct work *w)
{
	size_t f, flush = 0, in = 0;

	/* a line of so many letters may be a few columns longer or shorter than the next, as far as first lines are set in */
	if ((w->draft->form != SOURCE_PAGE_LAYOUT && w->em <= 0) || w->draft->mirrored)
		return;
	for (f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		const struct rline *a = flow_before(w, f);
		if (!a || l->gap > 0 || l->seam) {
			l->margin = over(w, l, under(w, f));
			continue;
		}
		l->margin = margin_of(w, a, l, under(w, f));
		if (a->end == END_STOP && l->upper && !l->nlabel && reach_with_next(w, a, l) < REACH_SHORT) {
			flush += l->margin == MARGIN_FLUSH;
			in += l->margin == MARGIN_IN;
		}
	}
	w->flush_starts = flush >= STARTS && flush > in;
}
