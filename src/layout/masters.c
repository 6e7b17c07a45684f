/* SPDX-License-Identifier: MIT */
#include "layout/masters.h"

#include "layout/stack.h"

#include <math.h>
#include <string.h>

#define MASTER_COLUMNS 50
#define LEAST_COLUMN 24       /* pt */

static double
len(const struct fo_len *x, double base, double otherwise)
{
	return x->is_auto ? otherwise : x->pt + x->part * base;
}

/* Does a conditional reference take this page? (XSL 1.1 §6.4.17) */
static bool
condition_holds(const struct fo_props *p, size_t index, unsigned number, bool last, bool blank)
{
	bool first = index == 0;
	switch (p->page_position) {
	case FO_W_FIRST: if (!first) return false; break;
	case FO_W_LAST: if (!last) return false; break;
	case FO_W_REST: if (first || last) return false; break;
	case FO_W_ONLY: if (!first || !last) return false; break;
	default: break;
	}
	if ((p->odd_or_even == FO_W_ODD && number % 2 == 0) || (p->odd_or_even == FO_W_EVEN && number % 2 == 1))
		return false;
	return p->blank_or_not_blank == FO_W_ANY || (p->blank_or_not_blank == FO_W_BLANK) == blank;
}

/* The master a page-sequence-master gives to the page: through its sub-sequences in turn. */
static const struct fo_node *
from_sequence(const struct fo_tree *t, const struct fo_node *psm, size_t index, unsigned number, bool last,
              bool blank)
{
	size_t used = 0;
	for (const struct fo_node *k = psm->first; k != NULL; k = k->next) {
		size_t most = k->kind == FO_SINGLE_PAGE_MASTER_REFERENCE ? 1
		            : k->p->maximum_repeats == FO_NO_LIMIT ? SIZE_MAX : (size_t)k->p->maximum_repeats;
		if (index - used >= most && k->next != NULL) {
			used += most;
			continue;
		}
		if (k->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
			return fo_master(t, fo_attr(k, FO_A_MASTER_REFERENCE));
		for (const struct fo_node *c = k->first; c != NULL; c = c->next)
			if (condition_holds(c->p, index, number, last, blank))
				return fo_master(t, fo_attr(c, FO_A_MASTER_REFERENCE));
		return NULL;
	}
	return NULL;
}

/* Who gets a corner: the head or foot that has precedence, else the side (XSL 1.1 §7.27.16). */
static void
share_corners(struct region *across, struct region *start, struct region *end, bool at_top)
{
	if (across->node == NULL)
		return;
	struct region *side[] = {start, end};
	double left = across->x, right = across->x + across->w;
	for (int i = 0; i < 2; i++) {
		struct region *s = side[i];
		if (s->node == NULL)
			continue;
		if (across->node->p->precedence == FO_W_TRUE) {
			s->y += at_top ? across->h : 0;
			s->h -= across->h;
		} else if (s->x <= across->x) {
			left = s->x + s->w;
		} else {
			right = s->x;
		}
	}
	across->x = left;
	across->w = right - left;
}

/* No more columns than have room between their gaps. */
static void
share_columns(struct region *body)
{
	const struct fo_props *p = body->node->p;
	double w = body->quarters % 2 == 1 ? body->h : body->w;
	body->gap = fmax(0, len(&p->column_gap, w, 0));
	int most = (int)fmin(MASTER_COLUMNS, (w + body->gap) / (body->gap + LEAST_COLUMN));
	body->columns = (size_t)(p->column_count < 1 || most < 1 ? 1 : p->column_count < most ? p->column_count : most);
}

/* Border and padding of a region lie in it. */
static void
take_edges(struct region *r)
{
	const struct fo_props *p = r->node->p;
	double start = p->border_start_width.pt + p->padding_start.pt, end = p->border_end_width.pt + p->padding_end.pt;
	double before = p->border_before_width.pt + p->padding_before.pt;
	r->box_x = r->x;
	r->box_y = r->y;
	r->box_w = r->w;
	r->box_h = r->h;
	r->x += p->rtl ? end : start;
	r->y += before;
	r->w -= start + end;
	r->h -= before + p->border_after_width.pt + p->padding_after.pt;
	if (r->node->kind == FO_REGION_BODY)
		share_columns(r);
}

static void
place_regions(struct master *m)
{
	static const char *const names[] = {"xsl-region-body", "xsl-region-before", "xsl-region-after",
	                                    "xsl-region-start", "xsl-region-end"};
	const struct fo_props *p = m->node->p;
	double left = len(&p->margin_left, m->w, 0), right = len(&p->margin_right, m->w, 0);
	double top = len(&p->margin_top, m->w, 0), bottom = len(&p->margin_bottom, m->w, 0);
	double w = m->w - left - right, h = m->h - top - bottom;
	m->frame_x = left;
	m->frame_y = top;
	m->frame_w = w;
	m->frame_h = h;
	m->quarters = turn_quarters(p);
	if (m->quarters > 0) {
		left = top = 0;
		w = m->quarters % 2 == 1 ? m->frame_h : w;
		h = m->quarters % 2 == 1 ? m->frame_w : h;
	}
	for (const struct fo_node *k = m->node->first; k != NULL; k = k->next) {
		if (k->kind < FO_REGION_BODY || k->kind > FO_REGION_END)
			continue;
		struct region *r = &m->region[k->kind - FO_REGION_BODY];
		double extent = len(&k->p->extent, k->kind <= FO_REGION_AFTER ? h : w, 0);
		r->node = k;
		const char *name = fo_attr(k, FO_A_REGION_NAME);
		r->name = name != NULL ? name : names[k->kind - FO_REGION_BODY];
		*r = (struct region){.node = k, .name = r->name, .x = left, .y = top, .w = w, .h = h, .columns = 1,
		                     .quarters = turn_quarters(k->p)};
		if (k->kind == FO_REGION_BODY) {
			double ml = len(&k->p->margin_left, w, 0), mt = len(&k->p->margin_top, w, 0);
			r->x += ml;
			r->y += mt;
			r->w -= ml + len(&k->p->margin_right, w, 0);
			r->h -= mt + len(&k->p->margin_bottom, w, 0);
		} else if (k->kind == FO_REGION_BEFORE) {
			r->h = extent;
		} else if (k->kind == FO_REGION_AFTER) {
			r->y += h - extent;
			r->h = extent;
		} else {
			bool at_left = (k->kind == FO_REGION_START) != m->node->p->rtl;
			r->x += at_left ? 0 : w - extent;
			r->w = extent;
		}
	}
	share_corners(&m->region[REGION_BEFORE], &m->region[REGION_START], &m->region[REGION_END], true);
	share_corners(&m->region[REGION_AFTER], &m->region[REGION_START], &m->region[REGION_END], false);
	for (int i = 0; i < REGIONS; i++)
		if (m->region[i].node != NULL)
			take_edges(&m->region[i]);
}

bool
master_for(const struct fo_tree *t, const struct fo_node *sequence, size_t index, unsigned number,
           bool last, bool blank, struct master *out)
{
	const struct fo_node *m = fo_master(t, fo_attr(sequence, FO_A_MASTER_REFERENCE));
	if (m != NULL && m->kind == FO_PAGE_SEQUENCE_MASTER)
		m = from_sequence(t, m, index, number, last, blank);
	if (m == NULL || m->kind != FO_SIMPLE_PAGE_MASTER)
		return false;
	*out = (struct master){.node = m};
	out->w = len(&m->p->page_width, 0, 612);
	out->h = len(&m->p->page_height, 0, 792);
	place_regions(out);
	return out->region[REGION_BODY].node != NULL;
}
