/* SPDX-License-Identifier: MIT */
/*
 * ends.c - how the lines end that begin at a place: what is no sentence there may be a heading; and what
 * the line before has opened and not closed.
 */
#include "recognise/score.h"

#include "recognise/chars.h"

#define SENTENCE_LINES 8 /* in which a sentence ends that begins with a full line */
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
	return over != NULL && rline_label_alone(over) ? &over->label[0] : NULL;
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

/*
 * The text from this line to where other text begins, two to four lines, ends in mid-sentence.  Under the label
 * of an annex that is enough: one line may do, and what comes next needs not be known for text.
 */
bool
ends_in_sentence(const struct place_in_flow *p)
{
	const struct work *w = p->w;
	bool label = under_annex_label(w, p->index);
	size_t k;

	if (!w->wrapped || p->at->lower || p->at->digit_first || p->at->bullet_n > 0 ||
	    (!label && p->before && p->before->end == END_OPEN && !gap_shows(p) && !number_before(p)))
		return false;
	for (k = p->index + 1; k < w->nflow && k <= p->index + HEADING_LINES; k++) {
		const struct rline *b = flow_line(w, k - 1), *l = flow_line(w, k);
		if ((b->end != END_OPEN && b->end != END_HYPHEN) || b->reading != READ_OPEN)
			return false;
		if (text_begins(w, k))
			return (label || k > p->index + 1) && b->end == END_OPEN && !b->dangling && b->cols * 10 < w->width * 8;
		if (!l->lower && !b->dangling && reach_of_title(w, b, l) < HEADING_FULL)
			return label;
	}
	return false;
}

bool
is_sentence_by_form(const struct place_in_flow *p)
{
	const struct rline *l = p->at, *last = l;
	uint32_t para = l->src->para;

	if (para == 0 || l->src->kind == LINE_HEADING ||
	    (p->index > 0 && flow_line(p->w, p->index - 1)->src->para == para))
		return false;
	for (size_t k = p->index + 1; k < p->w->nflow && flow_line(p->w, k)->src->para == para; k++) {
		last = flow_line(p->w, k);
		if (last->bold != l->bold)
			return false;
	}
	return last != l && (last->end == END_STOP || last->end == END_SEMI);
}

bool
sentence_below(const struct place_in_flow *p)
{
	const struct work *w = p->w;
	size_t k;

	for (k = p->index + 1; w->wrapped && k < w->nflow && k <= p->index + SENTENCE_LINES; k++) {
		const struct rline *l = flow_line(w, k), *next = flow_at(w, k + 1);
		if (l->reading != READ_OPEN || l->nlabel > 0 || l->bullet || (k > p->index + 1 && l->gap > 0 && !l->seam) ||
		    l->bold || l->large)
			return false;
		if (l->end == END_STOP)
			return k > p->index + 1 || l->lower;
		if (next == NULL || reach_with_next(w, l, next) < REACH_NEARLY)
			return false;
	}
	return false;
}

bool
fills_line(const struct place_in_flow *p)
{
	return p->w->wrapped && p->after && reach_of_title(p->w, p->at, p->after) >= HEADING_FULL;
}

/* 1 for a mark that opens what is enclosed, -1 for one that closes it; Arabic sets the curled ones the other way. */
static int
encloses(uint32_t before, uint32_t mark, uint32_t after)
{
	switch (mark) {
	case '(': case 0xAB: case 0x300A: case 0x300C: case 0xFF08: return 1;
	case ')': case 0xBB: case 0x300B: case 0x300D: case 0xFF09: return -1;
	case 0x201C: return char_arabic(before) ? -1 : 1;
	case 0x201D: return char_arabic(after) ? 1 : -1;
	default: return 0;
	}
}

/* The number of the paragraph that the line begins or is the number of; or 0. */
static uint32_t
number_of_paragraph(const struct rline *l)
{
	bool begins = l->nlabel > 0 && (l->label[0].first == 'U' || l->label[0].first == 'o');

	return l->nlabel > 0 && l->label[0].style == LABEL_ARABIC && (begins || rline_label_alone(l))
	           ? l->label[0].value : 0;
}

/* A capital, a letter that has no case, or the year before letters that have none. */
static bool
may_begin_heading(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t i = 0;

	while (i < t.n && t.s[i] >= '0' && t.s[i] <= '9')
		i++;
	return l->upper || l->caseless || (i > 0 && i < t.n && char_wide(char_after(t, i)));
}

uint32_t
stands_over(const struct place_in_flow *p)
{
	const struct work *w = p->w;
	bool one = true; /* text, whose last word may be one that hands on: the number says that it does not */
	size_t k;

	if (!w->wrapped || !may_begin_heading(w, p->at) || p->at->nlabel > 0 || p->at->bullet_n > 0 ||
	    encloses(0, char_after(rline_text(w, p->at), 0), 0) > 0)
		return 0;
	for (k = p->index + 1; k < w->nflow && k <= p->index + HEADING_LINES; k++) {
		const struct rline *b = flow_line(w, k - 1), *l = flow_line(w, k);
		bool open = b->end == END_OPEN && !b->dangling;
		if (b->reading != READ_OPEN || b->end == END_STOP || b->end == END_SEMI || b->end == END_COLON)
			return 0;
		if (l->reading == READ_FRONT)
			return OVER_FRONT;
		if (resolution_begins(w, l))
			return open ? OVER_BODY : 0;
		if (l->nlabel > 0)
			return open || (one && b->end == END_OPEN) ? number_of_paragraph(l) : 0;
		one = one && (l->lower || reach_of_title(w, b, l) >= HEADING_FULL);
		if (l->bullet || l->gap > 0)
			return 0;
	}
	return 0;
}

/* Of the marks in a line, which run reaches farthest: what the end leaves open (> 0), the start closes (< 0). */
static int
left_open(struct span t, bool at_end)
{
	int depth = 0, least = 0;
	uint32_t before = 0;

	for (size_t i = 0; i < t.n;) {
		uint32_t cp = utf8_next(t.s, t.n, &i);
		depth += encloses(before, cp, char_after(t, i));
		least = depth < least ? depth : least;
		before = cp;
	}
	return at_end ? depth - least : least;
}

bool
is_enclosed(const struct place_in_flow *p)
{
	return p->before && left_open(rline_text(p->w, p->before), true) > 0 &&
	       left_open(rline_text(p->w, p->at), false) < 0;
}
