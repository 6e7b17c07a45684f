/* SPDX-License-Identifier: MIT */
/*
 * row.c - boxes side by side as parts of a stack.
 *
 * A row is one part for each slice it may be cut into.  The cuts are those of its highest box; every
 * other box has then given what ends above the cut:
 *
 *      slice 0  | aaa | bbb |      A slice is as high as the most that any box gives to it, so that
 *               | aaa | bbb |      slices that stay together hold what is in them; there the boxes
 *      slice 1  | aaa |     |      are set as if they had never been cut.
 */
#include "layout/border.h"
#include "layout/rule.h"
#include "layout/stack.h"

/* Height of the parts [from, to). */
static double
height_of(const struct stack *s, size_t from, size_t to)
{
	double h = 0;
	for (size_t i = from; i < to; i++)
		h += s->part[i].height;
	return h;
}

/* Whether parts end before `at`; spaces go with what they follow no more than they must. */
static bool
is_edge(const struct stack *s, size_t at)
{
	return at == s->n || (at > 0 && s->part[at - 1].kind != PART_SPACE);
}

/* Whether a page may break there: what comes next, spaces apart, says so. */
static bool
may_break(const struct stack *s, size_t at)
{
	while (at < s->n && s->part[at].kind == PART_SPACE)
		at++;
	return at == s->n || s->part[at].cost < NO_BREAK;
}

/* The last place for a cut after `from`, at most `room` below it; from when there is none. */
static size_t
cut_within(const struct stack *s, size_t from, double room, bool legal)
{
	size_t good = from;
	double h = 0;
	for (size_t i = from; i < s->n; i++) {
		h += s->part[i].height;
		if (h > room + 0.01)
			return good;
		if (is_edge(s, i + 1) && (!legal || may_break(s, i + 1)))
			good = i + 1;
	}
	return good;
}

/*
 * Cut every box where its content ends above the driver's cut; false when the rest is not cut.
 * done: height of what each box has given; *legal: whether a page may break behind the slice.
 */
static bool
next_slice(const struct cell_box *cell, size_t n, size_t driver, const struct slice *before, double *done,
           struct slice *out, bool *legal)
{
	const struct stack *d = cell[driver].stack;
	size_t at = before[driver].to + 1;
	while (!is_edge(d, at))
		at++;
	*legal = may_break(d, at);
	double reach = done[driver] + height_of(d, before[driver].to, at);
	for (size_t i = 0; i < n; i++) {
		const struct stack *s = cell[i].stack;
		out[i] = (struct slice){before[i].to, at == d->n ? s->n : cut_within(s, before[i].to, reach - done[i], *legal)};
		done[i] += height_of(s, out[i].from, out[i].to);
	}
	return at < d->n;
}

/* The notes called in what a slice holds. */
static void
slice_notes(struct layout *l, struct part *p)
{
	for (size_t i = 0; i < p->ncell; i++) {
		if (p->slice[i].from == p->slice[i].to)
			continue;
		struct stack piece = {.part = p->cell[i].stack->part + p->slice[i].from, .n = p->slice[i].to - p->slice[i].from};
		stack_take_notes(l, p, &piece);
	}
}

static double
slice_height(const struct part *p, bool first, bool last)
{
	double most = 0;
	for (size_t i = 0; i < p->ncell; i++) {
		const struct cell_box *c = &p->cell[i];
		double inner = height_of(c->stack, p->slice[i].from, p->slice[i].to);
		double h = inner + (first ? c->top : 0) + (last ? c->bottom : 0);
		most = c->rows < 2 && h > most ? h : most;
	}
	return most;
}

/* The highest box; n when all are empty. */
static size_t
highest(const struct cell_box *cell, size_t n)
{
	size_t most = n;
	for (size_t i = 0; i < n; i++)
		if (cell[i].stack->n > 0 && (most == n || cell[i].stack->height > cell[most].stack->height))
			most = i;
	return most;
}

size_t
row_add(struct layout *l, struct stack *s, struct cell_box *cell, size_t n, double least, enum row_cuts cuts)
{
	size_t first = s->n;
	size_t driver = cuts == ROW_WHOLE ? n : highest(cell, n);
	struct slice *before = ARENA_ARRAY(l->arena, struct slice, n);
	double sum = 0, *done = ARENA_ARRAY(l->arena, double, n);
	for (bool more = true, legal = true, was; more;) {
		struct slice *now = ARENA_ARRAY(l->arena, struct slice, n);
		was = legal;
		if (driver < n)
			more = next_slice(cell, n, driver, before, done, now, &legal);
		else {
			more = false;
			for (size_t i = 0; i < n; i++)
				now[i] = (struct slice){0, cell[i].stack->n};
		}
		struct part *p = stack_add(l, s, PART_ROW, 0);
		p->cell = cell;
		p->ncell = n;
		p->slice = now;
		p->row_begins = s->n - 1 == first;
		p->row_ends = !more;
		slice_notes(l, p);
		double h = slice_height(p, p->row_begins, !more);
		h = !more && sum + h < least ? least - sum : h;
		p->height = h;
		p->cost = p->row_begins ? 0 : cuts == ROW_KEPT || !was ? NO_BREAK : ROW_SPLIT_COST;
		s->height += h;
		sum += h;
		before = now;
	}
	return first;
}

/* Height of the content of a box between two slices. */
static double
content_height(const struct cell_box *c, const struct slice *from, const struct slice *to)
{
	return height_of(c->stack, from->from, to->to);
}

/* What stands turned in a room so high. */
static void
emit_turned(const struct emitter *e, const struct cell_box *c, double y, double h)
{
	struct turn t = {e->x, y, e->width, h, c->quarters, e->turn};
	struct emitter inner = *e;
	size_t from = e->page->nitem;
	double slack = turn_height(&t) - c->turned->height;
	inner.turn = &t;
	inner.x = inner.region_y = 0;
	inner.width = turn_width(&t);
	inner.region_h = turn_height(&t);
	y = c->p->display_align == FO_W_CENTER ? slack / 2 : c->p->display_align == FO_W_AFTER ? slack : 0;
	emit_parts(&inner, c->turned, 0, c->turned->n, slack > 0 ? y : 0, false);
	turn_items(&t, e->page, from);
}

/* Box i of the slices first..last of a row, h high. */
static void
emit_content(struct emitter *e, const struct part *first, const struct part *last, size_t i, double y, double h)
{
	const struct cell_box *c = &first->cell[i];
	const struct slice *a = &first->slice[i], *b = &last->slice[i];
	double top = first->row_begins ? c->top : 0, slack = h - top - content_height(c, a, b) - c->bottom;
	if (first->row_begins && last->row_ends && slack > 0)
		top += c->p->display_align == FO_W_CENTER ? slack / 2 : c->p->display_align == FO_W_AFTER ? slack : 0;
	struct emitter inner = *e;
	inner.rtl = c->p->rtl;
	inner.set = 0;
	inner.inside = true;
	inner.grow = c->fills && slack > 0 ? slack : 0;
	inner.x += inner.rtl ? c->end_inset : c->inset;
	inner.width = c->width - c->inset - c->end_inset;
	inner.region_y = y + (first->row_begins ? c->top : 0);
	inner.region_h = y + h - c->bottom - inner.region_y;
	emit_parts(&inner, c->stack, a->from, b->to, y + top, !first->row_begins);
	if (c->turned != NULL)
		emit_turned(&inner, c, y + top, c->stack->height);
}

/* Where a box out of the flow stands: from an edge of its reference area or, fixed, of the sheet. */
static void
place_absolute(const struct emitter *e, const struct part *p, double w, double h, double *x, double *y)
{
	bool fixed = p->fixed && e->turn == NULL;
	double left = fixed ? 0 : e->x, top = fixed ? 0 : e->region_y;
	double right = fixed ? e->page->w : e->x + e->width, bottom = fixed ? e->page->h : e->region_y + e->region_h;
	*x = p->from_right ? right - p->x - w : left + p->x;
	*y = p->from_bottom ? bottom - p->y - h : top + p->y;
}

void
row_emit(struct emitter *e, const struct part *first, const struct part *last, double y, double h, bool under)
{
	for (size_t i = 0; i < first->ncell; i++) {
		const struct cell_box *c = &first->cell[i];
		double above = first->row_begins ? c->apart : 0, below = last->row_ends ? c->apart : 0;
		double top = y, height = c->box > 0 ? c->box : h;
		struct emitter at = *e;
		at.x = e->rtl ? e->x + e->width - c->x - c->width : e->x + c->x;
		if (first->absolute)
			place_absolute(e, first, c->width, height, &at.x, &top);
		if (under) {
			emit_background(e->pages->arena, e->page, c->p->background_color.none && c->behind != NULL ? c->behind : c->p, at.x,
			                top + above, c->width, height - above - below);
			continue;
		}
		if (!c->collapse)
			emit_borders(e->pages->arena, e->page, c->p,
			             &(struct box){at.x, top + above, c->width, height - above - below, c->p->rtl,
			                           first->row_begins || c->p->border_before_keeps == FO_W_RETAIN,
			                           last->row_ends || c->p->border_after_keeps == FO_W_RETAIN, true, true});
		emit_content(&at, first, last, i, top, height);
	}
}

/* Lines along the top or bottom of a row at y. */
static void
emit_level(struct emitter *e, const struct grid_lines *lines, double x, double y)
{
	for (size_t i = 0; i < lines->n; i++) {
		const struct grid_line *l = &lines->v[i];
		double left = e->rtl ? e->x + e->width - x - l->x - l->length : e->x + x + l->x;
		rule_draw(e->pages->arena, e->page, l->border.style, false,
		          &(struct item){.kind = ITEM_RECT, .artifact = ARTIFACT_RULE, .x = left, .y = y - l->border.width / 2,
		                         .w = l->length, .h = l->border.width, .rgb = l->border.rgb});
	}
}

void
row_emit_lines(struct emitter *e, const struct part *first, const struct part *last, const struct part *next, double y,
               double h)
{
	const struct row_lines *lines = first->lines;
	for (size_t i = 0; i < lines->sides.n; i++) {
		const struct grid_line *l = &lines->sides.v[i];
		double at = e->rtl ? e->x + e->width - first->x - l->x : e->x + first->x + l->x;
		rule_draw(e->pages->arena, e->page, l->border.style, false,
		          &(struct item){.kind = ITEM_RECT, .artifact = ARTIFACT_RULE, .x = at - l->border.width / 2, .y = y,
		                         .w = l->border.width, .h = h, .rgb = l->border.rgb});
	}
	if (first->row_begins)
		emit_level(e, &lines->top, first->x, y);
	bool again = next != NULL && next->lines != NULL && next->row_begins && next->lines->top.v == lines->bottom.v;
	if (last->row_ends && !again)
		emit_level(e, &lines->bottom, first->x, y + h);
}
