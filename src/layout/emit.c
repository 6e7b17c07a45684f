/* SPDX-License-Identifier: MIT */
/* emit.c - parts of a stack onto a page: lines, rows, borders, backgrounds. */
#include <string.h>

#include "layout/fault.h"
#include "layout/stack.h"

void
emit_rect(struct page *page, struct arena *a, double x, double y, double w, double h, uint32_t rgb,
          enum artifact artifact)
{
	struct item *it = VEC_PUSH(a, page->item, page->nitem, page->cap);
	it->kind = ITEM_RECT;
	it->artifact = artifact;
	it->x = x;
	it->y = y;
	it->w = w;
	it->h = h;
	it->rgb = rgb;
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
emit_box(struct emitter *e, const struct fo_props *p, double x, double y, double w, double h, bool before,
         bool after)
{
	struct arena *a = e->pages->arena;
	double left = left_of(e, x, w);
	if (!p->background_color.none)
		emit_rect(e->page, a, left, y, w, h, p->background_color.rgb, ARTIFACT_BACKGROUND);
	if (before && drawn(p->border_before_style))
		emit_rect(e->page, a, left, y, w, p->border_before_width.pt, p->border_before_color.rgb, ARTIFACT_RULE);
	if (after && drawn(p->border_after_style))
		emit_rect(e->page, a, left, y + h - p->border_after_width.pt, w, p->border_after_width.pt,
		          p->border_after_color.rgb, ARTIFACT_RULE);
	double start = p->border_start_width.pt, end = p->border_end_width.pt;
	if (drawn(p->border_start_style))
		emit_rect(e->page, a, e->rtl ? left + w - start : left, y, start, h, p->border_start_color.rgb, ARTIFACT_RULE);
	if (drawn(p->border_end_style))
		emit_rect(e->page, a, e->rtl ? left : left + w - end, y, end, h, p->border_end_color.rgb, ARTIFACT_RULE);
}

/* Remember where the ids of a part came to stand. */
static void
emit_ids(struct emitter *e, const struct part *part, double y)
{
	struct pages *pages = e->pages;
	for (size_t i = 0; i < part->nid; i++) {
		struct dest *d = VEC_PUSH(pages->arena, pages->dest, pages->ndest, pages->cap_dest);
		*d = (struct dest){.id = arena_strdup(pages->arena, part->id[i]), .page = (unsigned)(e->page - pages->page),
		                   .x = e->x, .y = y};
	}
}

static void
emit_line(struct emitter *e, const struct part *part, double y)
{
	double base = y + part->baseline;
	for (const struct beside *b = part->beside; b != NULL; b = b->next)
		para_place(b->para, b->line, e->rtl ? e->x + e->width - b->x : e->x + b->x, base + b->dy, e->pages->arena, e->page);
	if (part->para == NULL)
		return;
	double x = e->rtl ? e->x + e->width - part->x : e->x + part->x;
	para_place(part->para, part->line, x, base, e->pages->arena, e->page);
	const struct para_line *line = para_line_at(part->para, part->line);
	for (size_t i = 0; i < line->nbox; i++) {
		const struct inl *in = line->box[i].inl;
		double left = e->rtl ? x - line->box[i].x - in->width : x + line->box[i].x;
		graphic_emit(e, in->user, left, base - in->height, in->width, in->height + in->depth);
	}
	fault_line(e->pages, (unsigned)(e->page - e->pages->page), part->para, part->line, x, base);
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
		emit_box(&inner, c->p, 0, top, c->width, c->height, true, true);
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
			emit_box(e, f->p, f->x, top[a - from], f->width, top[b - from] - top[a - from], f->from >= from, f->to <= to);
	}
}

/* A table head on a further page: seen, but read only once. */
static double
emit_repeated(struct emitter *e, const struct stack *s, const struct part *row, double y)
{
	size_t first = e->page->nitem;
	y = emit_parts(e, s, row->head_from, row->head_from + row->head_n, y, false);
	for (size_t i = first; i < e->page->nitem; i++) {
		struct item *it = &e->page->item[i];
		if (it->selem != NULL)
			it->artifact = ARTIFACT_LAYOUT;
		it->selem = NULL;
		it->link = NULL;
	}
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
		y = emit_repeated(e, s, &s->part[from], y);
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
