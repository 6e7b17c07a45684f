/* SPDX-License-Identifier: MIT */
/* emit.c - parts of a stack onto a page: lines, rows, borders, backgrounds. */
#include <string.h>

#include "layout/fault.h"
#include "layout/stack.h"

static void
add_rect(struct arena *a, struct page *page, double x, double y, double w, double h, uint32_t rgb, enum artifact artifact)
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

static bool
drawn(enum fo_word style)
{
	return style != FO_W_NONE && style != FO_W_HIDDEN;
}

void
emit_box(struct arena *a, struct page *page, const struct fo_props *p, double x, double y, double w, double h, bool rtl,
         bool before, bool after)
{
	if (!p->background_color.none)
		add_rect(a, page, x, y, w, h, p->background_color.rgb, ARTIFACT_BACKGROUND);
	if (before && drawn(p->border_before_style))
		add_rect(a, page, x, y, w, p->border_before_width.pt, p->border_before_color.rgb, ARTIFACT_RULE);
	if (after && drawn(p->border_after_style))
		add_rect(a, page, x, y + h - p->border_after_width.pt, w, p->border_after_width.pt, p->border_after_color.rgb, ARTIFACT_RULE);
	double start = p->border_start_width.pt, end = p->border_end_width.pt;
	if (drawn(p->border_start_style))
		add_rect(a, page, rtl ? x + w - start : x, y, start, h, p->border_start_color.rgb, ARTIFACT_RULE);
	if (drawn(p->border_end_style))
		add_rect(a, page, rtl ? x : x + w - end, y, end, h, p->border_end_color.rgb, ARTIFACT_RULE);
}

/* Remember where the ids of a part came to stand. */
static void
emit_ids(struct emitter *e, const struct part *part, double y)
{
	struct pages *pages = e->pages;
	for (size_t i = 0; i < part->nid && !e->again; i++) {
		struct dest *d = VEC_PUSH(pages->arena, pages->dest, pages->ndest, pages->cap_dest);
		*d = (struct dest){.id = arena_strdup(pages->arena, part->id[i]), .page = (unsigned)(e->page - pages->page),
		                   .x = e->x, .y = y};
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
	}
}

static void
emit_row(struct emitter *e, const struct part *part, double y)
{
	for (size_t i = 0; i < part->ncell; i++) {
		const struct cell_box *c = &part->cell[i];
		double top = part->absolute ? (part->fixed ? 0 : e->region_y) + part->y : y;
		struct emitter inner = *e;
		/* fixed: at its place on the sheet, whatever region it comes from */
		inner.x = part->fixed ? c->x : left_of(e, c->x, c->width);
		inner.width = c->width;
		emit_box(e->pages->arena, e->page, c->p, inner.x, top, c->width, c->height, e->rtl, true, true);
		inner.rtl = c->p->rtl;
		inner.x += inner.rtl ? 0 : c->inset;
		inner.width -= c->inset;
		emit_parts(&inner, c->stack, 0, c->stack->n, top + c->top, false);
	}
}

/* The frames that start, go on or end among the parts [from, to), once their places are known. */
static void
emit_frames(struct emitter *e, const struct stack *s, size_t from, size_t to, const double *top)
{
	for (size_t i = 0; i < s->nframe; i++) {
		const struct frame *f = &s->frame[i];
		size_t a = f->from > from ? f->from : from, b = f->to < to ? f->to : to;
		if (a < b)
			emit_box(e->pages->arena, e->page, f->p, left_of(e, f->x, f->width), top[a - from], f->width, top[b - from] - top[a - from],
			         e->rtl, f->from >= from, f->to <= to);
	}
}

/* A table head on a further page: seen, but read only once. */
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
	if (trim && s->part[from].head_n > 0)
		y = emit_again(e, s, s->part[from].head_from, s->part[from].head_n, y);
	top[0] = y;
	for (size_t i = from; i < to; i++)
		top[i - from + 1] = top[i - from] + s->part[i].height;
	/* Backgrounds lie under the text. */
	emit_frames(e, s, from, to, top);
	for (size_t i = from; i < to; i++) {
		const struct part *p = &s->part[i];
		emit_ids(e, p, top[i - from]);
		if (p->kind == PART_LINE)
			emit_line(e, p, top[i - from]);
		else if (p->kind == PART_ROW)
			emit_row(e, p, top[i - from]);
	}
	return top[to - from];
}
