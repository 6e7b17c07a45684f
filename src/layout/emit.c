/* SPDX-License-Identifier: MIT */
/* emit.c - parts of a stack onto a page: lines, rows, borders, backgrounds. */
#include <string.h>

#include "layout/fault.h"
#include "layout/stack.h"

static void
add_rect(struct arena *a, struct page *page, double x, double y, double w, double h, uint32_t rgb,
         enum artifact artifact)
{
	*VEC_PUSH(a, page->item, page->nitem, page->cap) =
	    (struct item){.kind = ITEM_RECT, .artifact = artifact, .x = x, .y = y, .w = w, .h = h, .rgb = rgb};
}

/* A box with sides counted from the start edge, turned to the page's own left. */
static double
left_of(const struct emitter *e, double x, double w)
{
	return e->rtl ? e->x + e->width - x - w : e->x + x;
}

void
emit_background(struct arena *a, struct page *page, const struct fo_props *p, double x, double y, double w, double h)
{
	if (!p->background_color.none && p->visibility == FO_W_VISIBLE && w > 0 && h > 0)
		add_rect(a, page, x, y, w, h, p->background_color.rgb, ARTIFACT_BACKGROUND);
}

static void
add_border(struct arena *a, struct page *page, enum fo_word style, struct fo_colour colour, bool far, double x,
           double y, double w, double h)
{
	rule_draw(a, page, style, far,
	          &(struct item){.kind = ITEM_RECT, .artifact = ARTIFACT_RULE, .x = x, .y = y, .w = w, .h = h,
	                         .rgb = colour.rgb});
}

void
emit_borders(struct arena *a, struct page *page, const struct fo_props *p, const struct box *b)
{
	double before = rule_seen(p->border_before_style) ? p->border_before_width.pt : 0;
	double after = rule_seen(p->border_after_style) ? p->border_after_width.pt : 0;
	double start = rule_seen(p->border_start_style) ? p->border_start_width.pt : 0;
	double end = rule_seen(p->border_end_style) ? p->border_end_width.pt : 0;
	double left = b->x, right = b->x + b->w, top = b->y, bottom = b->y + b->h;
	if (p->visibility != FO_W_VISIBLE)
		return;
	if (b->before)
		add_border(a, page, p->border_before_style, p->border_before_color, false, left, top, right - left, before);
	if (b->after)
		add_border(a, page, p->border_after_style, p->border_after_color, true, left, bottom - after, right - left, after);
	if (b->start)
		add_border(a, page, p->border_start_style, p->border_start_color, b->rtl, b->rtl ? right - start : left, top, start,
		           bottom - top);
	if (b->end)
		add_border(a, page, p->border_end_style, p->border_end_color, !b->rtl, b->rtl ? left : right - end, top, end,
		           bottom - top);
}

/* Remember where the ids of a part came to stand. */
static void
emit_ids(struct emitter *e, const struct part *part, double y)
{
	struct pages *pages = e->pages;
	struct layout *l = e->layout;
	for (size_t i = 0; i < part->nmarker && !e->again; i++)
		layout_mark(l, part->marker[i], (size_t)(e->page - pages->page));
	for (size_t i = 0; i < part->nid && !e->again; i++) {
		struct dest *d = VEC_PUSH(pages->arena, pages->dest, pages->ndest, pages->cap_dest);
		*d = (struct dest){.id = arena_strdup(pages->arena, part->id[i]), .page = (unsigned)(e->page - pages->page),
		                   .x = e->x, .y = y};
		turn_point(e->turn, &d->x, &d->y);
	}
}

/* A line as it was set, at its place; where it stood before, it is only seen. */
static void
emit_line(struct emitter *e, const struct part *part, double y)
{
	struct page *page = e->page;
	double x = e->rtl ? e->x + e->width : e->x;
	for (size_t i = 0; i < part->nitem; i++) {
		struct item *it = VEC_PUSH(e->pages->arena, page->item, page->nitem, page->cap);
		*it = part->item[i];
		it->x += x;
		it->y += y;
		if (e->again) {
			it->artifact = it->selem != NULL ? ARTIFACT_LAYOUT : it->artifact;
			it->selem = NULL;
			it->link = NULL;
		}
	}
	for (size_t i = part->fault_from; i < part->fault_to && !e->again; i++) {
		struct fault *f = &e->pages->fault[i];
		f->page = (unsigned)(page - e->pages->page);
		f->x += x;
		f->y += y;
		turn_point(e->turn, &f->x, &f->y);
	}
}

/* Where a page parts a frame: how far out of its content the border stands that is kept there, with the padding. */
static double
kept_edge(enum fo_word border_keeps, enum fo_word style, const struct fo_len *border, enum fo_word padding_keeps,
          const struct fo_len *padding)
{
	return (border_keeps == FO_W_RETAIN && rule_seen(style) ? border->pt : 0) +
	       (padding_keeps == FO_W_RETAIN ? padding->pt : 0);
}

/* The frames that start, go on or end among the parts [from, to), once their places are known; they
 * are in the order of their starts, so outer ones lie under inner ones. */
static void
emit_frames(struct emitter *e, const struct stack *s, size_t from, size_t to, const double *top)
{
	for (size_t i = 0; i < s->nframe && s->frame[i].from < to; i++) {
		const struct frame *f = &s->frame[i];
		size_t a = f->from > from ? f->from : from, b = f->to < to ? f->to : to;
		if (a >= b)
			continue;
		const struct fo_props *p = f->p;
		bool begins = f->from >= from, ends = f->to <= to;
		double above = begins ? 0 : kept_edge(p->border_before_keeps, p->border_before_style, &p->border_before_width,
		                                      p->padding_before_keeps, &p->padding_before);
		double below = ends ? 0 : kept_edge(p->border_after_keeps, p->border_after_style, &p->border_after_width,
		                                    p->padding_after_keeps, &p->padding_after);
		double x = left_of(e, f->x, f->width), y = top[a - from] - above, h = top[b - from] - y + below;
		emit_background(e->pages->arena, e->page, p, x, y, f->width, h);
		if (f->bare)
			continue;
		emit_borders(e->pages->arena, e->page, p,
		             &(struct box){x, y, f->width, h, e->rtl, begins || p->border_before_keeps == FO_W_RETAIN,
		                           ends || p->border_after_keeps == FO_W_RETAIN, true, true});
	}
}

/* The slices of one row that stand together from part i on; the part behind them. */
static size_t
emit_row(struct emitter *e, const struct stack *s, size_t i, size_t to, const double *top, bool under)
{
	size_t end = i + 1;
	while (end < to && s->part[end].kind == PART_ROW && s->part[end].cell == s->part[i].cell)
		end++;
	row_emit(e, &s->part[i], &s->part[end - 1], top[0], top[end - i] - top[0], under);
	if (!under && s->part[i].lines != NULL)
		row_emit_lines(e, &s->part[i], &s->part[end - 1], end < to ? &s->part[end] : NULL, top[0], top[end - i] - top[0]);
	return end;
}

static void
emit_backgrounds(struct emitter *e, const struct stack *s, size_t from, size_t to, const double *top)
{
	for (size_t i = from; i < to;)
		i = s->part[i].kind == PART_ROW ? emit_row(e, s, i, to, top + (i - from), true) : i + 1;
}

/* A table head or foot on a further page: seen, but read only once. */
static double
emit_again(struct emitter *e, const struct stack *s, size_t from, size_t n, double y)
{
	bool before = e->again;
	e->again = true;
	y = emit_parts(e, s, from, from + n, y, false);
	e->again = before;
	return y;
}

double
emit_parts(struct emitter *e, const struct stack *s, size_t from, size_t to, double y, bool trim)
{
	while (trim && from < to && s->part[from].kind == PART_SPACE && !s->part[from].keep_space)
		from++;
	if (from >= to)
		return y;
	double *top = ARENA_ARRAY(e->scratch, double, to - from + 1);
	if (trim && !e->inside && s->part[from].head_n > 0)
		y = emit_again(e, s, s->part[from].head_from, s->part[from].head_n, y);
	top[0] = y;
	for (size_t i = from; i < to; i++)
		top[i - from + 1] = top[i - from] + s->part[i].height +
		    e->set * (e->set < 0 ? s->part[i].shrink : s->part[i].stretch);
	top[to - from] += e->grow;
	/* Backgrounds lie under the text. */
	emit_frames(e, s, from, to, top);
	emit_backgrounds(e, s, from, to, top);
	for (size_t i = from; i < to; i++) {
		const struct part *p = &s->part[i];
		emit_ids(e, p, top[i - from]);
		if (p->kind == PART_LINE)
			emit_line(e, p, top[i - from]);
		else if (p->kind == PART_ROW && (i == from || p->cell != p[-1].cell))
			i = emit_row(e, s, i, to, top + (i - from), false) - 1;
	}
	y = top[to - from];
	const struct part *last = &s->part[to - 1];
	return last->foot_n > 0 && !e->inside && last->foot_from > to ? emit_again(e, s, last->foot_from, last->foot_n, y) : y;
}
