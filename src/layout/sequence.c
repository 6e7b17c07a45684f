/* SPDX-License-Identifier: MIT */
/*
 * sequence.c - a flow onto the pages of its sequence.
 *
 * The flow is taken in stretches of one width: all of it, or, in columns, what spans them and what lies
 * between.  A stretch is cut into slots, which are columns of pages; for one column that is the page.
 *
 *      | title, spans all        |     A stretch begins below the one before it, on the same page if
 *      | first | third  |        |     there is room; the last columns of a stretch are of one height.
 *      | second| fourth |        |
 */
#include "layout/sequence.h"

#include <math.h>
#include <string.h>

#include "layout/fault.h"

/* The slots of a stretch. */
struct slots {
	struct sequence *s;
	size_t columns;
	double width, gap;        /* of a column, and between two */
	size_t page;              /* of the sequence: the one with the first slot */
	double start;             /* height that is taken there */
	double cap;               /* no slot is higher; 0 = any height */
};

/* The notes of the flow as one stack, with what the page breaker asks about it. */
static void
gather_notes(struct sequence *s)
{
	struct layout *l = s->l;
	struct note_stream *ns = &s->notes;
	size_t cap = 0, n = 0, cap_first = 0, nfirst = 0;
	ns->lines = ARENA_NEW(l->arena, struct stack);
	ns->end_after = ARENA_ARRAY(l->arena, size_t, s->flow->n + 1);
	for (size_t i = 0; i < s->flow->n; i++) {
		const struct part *p = &s->flow->part[i];
		for (size_t k = 0; k < p->nnote; k++) {
			const struct stack *body = p->note[k]->body;
			size_t start = ns->lines->n;
			for (size_t j = 0; j < body->n; j++) {
				struct part *line = stack_add(l, ns->lines, body->part[j].kind, body->part[j].height);
				*line = body->part[j];
				*VEC_PUSH(l->arena, ns->start_of, n, cap) = start;
				*VEC_PUSH(l->arena, ns->first, nfirst, cap_first) = p->note[k]->node->parent->p->note_place == FO_W_FIRST;
			}
		}
		ns->end_after[i] = ns->lines->n;
	}
}

/* Where the content of a region is set: in its own coordinates, if it or the page is turned. */
struct area {
	double x, y, w, h;
	struct turn page, region;
};

static struct area
area_of(const struct master *m, const struct region *r)
{
	struct area a = {r->x, r->y, r->w, r->h, {m->frame_x, m->frame_y, m->frame_w, m->frame_h, m->quarters, NULL},
	                 {r->x, r->y, r->w, r->h, r->quarters, NULL}};
	if (r->quarters > 0)
		a = (struct area){0, 0, turn_width(&a.region), turn_height(&a.region), a.page, a.region};
	return a;
}

/* The turns of an area, innermost first; NULL = it stands upright. */
static const struct turn *
turns_of(struct area *a)
{
	a->region.outer = a->page.quarters > 0 ? &a->page : NULL;
	return a->region.quarters > 0 ? &a->region : a->region.outer;
}

static void
turn_area(const struct area *a, struct page *page, size_t from)
{
	turn_items(&a->region, page, from);
	turn_items(&a->page, page, from);
}

/* Height of the region-body of a page. */
static double
page_height(const struct sequence *s, size_t page)
{
	struct master m;
	if (!master_for(s->l->tree, s->node, page, s->first_number + (unsigned)page, false, false, &m))
		return 100;
	struct area a = area_of(&m, &m.region[REGION_BODY]);
	return a.h;
}

static double
slot_height(void *closure, size_t slot)
{
	const struct slots *t = closure;
	size_t page = slot / t->columns;
	double h = page_height(t->s, t->page + page) - (page == 0 ? t->start : 0);
	return t->cap > 0 ? fmin(t->cap, h) : h;
}

static const struct fo_node *
static_content(const struct fo_node *sequence, const char *name)
{
	for (const struct fo_node *k = sequence->first; k != NULL; k = k->next) {
		const char *flow = k->kind == FO_STATIC_CONTENT ? fo_attr(k, FO_A_FLOW_NAME) : NULL;
		if (flow != NULL && strcmp(flow, name) == 0)
			return k;
	}
	return NULL;
}

static struct stack *
separator(struct sequence *s, bool continued, double width)
{
	const struct fo_node *node = continued ? static_content(s->node, "rx-footnote-continued-separator") : NULL;
	if (node == NULL)
		node = static_content(s->node, "xsl-footnote-separator");
	return node != NULL ? flow_stack(s->l, node, width, NULL, ARTIFACT_RULE) : ARENA_NEW(s->l->arena, struct stack);
}

/* The notes among lines [from, to): what goes on from the page before, then whole ones that want to be
 * first, then the others (pass 1).  Gives the bottom. */
static double
emit_note_lines(const struct note_stream *ns, struct emitter *e, size_t from, size_t to, double y)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = from, end; i < to; i = end) {
			size_t start = ns->start_of[i];
			for (end = i + 1; end < to && ns->start_of[end] == start;)
				end++;
			bool whole = start == i && (end == ns->lines->n || ns->start_of[end] == end);
			if ((start != i || (whole && ns->first[i])) == (pass == 0))
				y = emit_parts(e, ns->lines, i, end, y, false);
		}
	return y;
}

/* Notes [from, to) above `foot`, under their separator; their height. */
static double
emit_notes(struct sequence *s, struct emitter *e, double foot, size_t from, size_t to)
{
	if (from >= to)
		return 0;
	bool continued = s->notes.start_of[from] != from;
	struct stack *rule = separator(s, continued, e->width);
	double h = rule->height;
	for (size_t i = from; i < to; i++)
		h += s->notes.lines->part[i].height;
	double y = emit_parts(e, rule, 0, rule->n, foot - h, false);
	emit_note_lines(&s->notes, e, from, to, y);
	return h;
}

/* Background and border of a region. */
static void
emit_box(const struct pages *pages, struct page *page, const struct master *m, const struct region *r)
{
	const struct area a = area_of(m, r);
	size_t from = page->nitem;
	emit_background(pages->arena, page, r->node->p, r->box_x, r->box_y, r->box_w, r->box_h);
	emit_borders(pages->arena, page, r->node->p,
	             &(struct box){r->box_x, r->box_y, r->box_w, r->box_h, r->node->p->rtl, true, true, true, true});
	turn_items(&a.page, page, from);
}

/* Heads, feet and margins of one page. */
static void
emit_static(struct sequence *s, struct emitter *e, const struct master *m)
{
	static const enum artifact types[REGIONS] = {ARTIFACT_NONE, ARTIFACT_HEADER, ARTIFACT_FOOTER,
	                                             ARTIFACT_LAYOUT, ARTIFACT_LAYOUT};
	for (int r = REGION_BEFORE; r < REGIONS; r++) {
		const struct region *g = &m->region[r];
		const struct fo_node *node = g->node != NULL ? static_content(s->node, g->name) : NULL;
		if (node == NULL)
			continue;
		struct area a = area_of(m, g);
		struct stack *stack = flow_stack(s->l, node, a.w, NULL, types[r]);
		double slack = a.h - stack->height, y = a.y;
		if (slack > 0 && g->node->p->display_align == FO_W_AFTER)
			y += slack;
		else if (slack > 0 && g->node->p->display_align == FO_W_CENTER)
			y += slack / 2;
		size_t from = e->page->nitem;
		e->x = a.x;
		e->width = a.w;
		e->region_y = a.y;
		e->region_h = a.h;
		e->rtl = node->p->rtl;
		e->turn = turns_of(&a);
		emit_parts(e, stack, 0, stack->n, y, false);
		turn_area(&a, e->page, from);
	}
}

/* How many items the parts [from, to) of a stack become, without those in cells. */
static size_t
count_items(const struct stack *s, size_t from, size_t to)
{
	size_t n = 0;
	for (size_t i = from; i < to; i++)
		n += s->part[i].nitem;
	return n;
}

#define STATIC_ITEMS 16 /* of heads, feet and rules, as a rule */

static void
new_page(struct pages *pages, const struct master *m, const struct sequence *s, unsigned number, size_t items)
{
	struct page *p = VEC_PUSH(pages->arena, pages->page, pages->npage, pages->cap_page);
	p->w = m->w;
	p->h = m->h;
	p->number = number;
	p->form = number_form(fo_attr(s->node, FO_A_FORMAT));
	p->cap = items + STATIC_ITEMS;
	p->item = ARENA_ARRAY(pages->arena, struct item, p->cap);
	for (int r = REGION_BODY; r < REGIONS; r++)
		if (m->region[r].node != NULL)
			emit_box(pages, p, m, &m->region[r]);
}

static bool
parity_differs(enum fo_word wanted, unsigned number)
{
	return (wanted == FO_W_EVEN_PAGE && number % 2 == 1) || (wanted == FO_W_ODD_PAGE && number % 2 == 0);
}

bool
sequence_blank(struct sequence *s)
{
	struct master m;
	unsigned number = s->first_number + (unsigned)s->npage;
	if (!master_for(s->l->tree, s->node, s->npage, number, false, true, &m))
		return false;
	new_page(s->l->pages, &m, s, number, 0);
	*VEC_PUSH(s->l->pages->arena, s->blank, s->npage, s->cap_page) = true;
	return true;
}

bool
sequence_lacks_page(const struct sequence *s, const struct fo_node *next)
{
	unsigned last = s->first_number + (unsigned)s->npage - 1;
	int then = next != NULL ? next->p->initial_page_number : FO_AUTO;
	switch (s->node->p->force_page_count) {
	case FO_W_EVEN: return s->npage % 2 == 1;
	case FO_W_ODD: return s->npage % 2 == 0;
	case FO_W_END_ON_EVEN: return last % 2 == 1;
	case FO_W_END_ON_ODD: return last % 2 == 0;
	case FO_W_AUTO:
		return then == FO_AUTO_ODD ? last % 2 == 1 : then == FO_AUTO_EVEN ? last % 2 == 0
		     : then > 0 && (unsigned)then % 2 == last % 2;
	default: return false;
	}
}

/* ---- the cuts of a stretch ---- */

/* Cut a text into slots; false when something is higher than its slot and that is not to be said. */
static bool
cut_slots(struct slots *t, const struct page_text *text, bool quiet, struct cut **cut, size_t *n)
{
	struct sequence *s = t->s;
	struct page_room room = {.height = slot_height, .closure = t, .separator = separator(s, false, t->width)->height,
	                         .continued = separator(s, true, t->width)->height};
	struct diag *d = s->l->diag;
	if (quiet)
		s->l->diag = diag_new();
	*cut = pagebreak(s->l, text, &room, n);
	bool good = !quiet || diag_count(s->l->diag) == 0;
	if (quiet) {
		diag_free(s->l->diag);
		s->l->diag = d;
	}
	return good;
}

#define BALANCE_STEPS 12

/* Make the slots on the last page of a stretch as low as its columns allow, all of one height. */
static void
balance(struct slots *t, const struct page_text *text, struct cut **cut, size_t *n)
{
	size_t first = (*n - 1) / t->columns * t->columns;
	struct page_text rest = *text;
	if (first > 0) {
		rest.from = (*cut)[first - 1].to;
		rest.note_from = (*cut)[first - 1].note_to;
	}
	struct slots last = *t;
	last.page += first / t->columns;
	last.start = first == 0 ? t->start : 0;
	double low = 0, high = slot_height(&last, 0);
	for (int step = 0; step < BALANCE_STEPS && rest.from < rest.to; step++) {
		struct cut *try;
		size_t ntry;
		last.cap = (low + high) / 2;
		if (!cut_slots(&last, &rest, true, &try, &ntry) || ntry > t->columns) {
			low = last.cap;
			continue;
		}
		high = t->cap = last.cap;
		struct cut *all = ARENA_ARRAY(t->s->l->arena, struct cut, first + ntry);
		if (first > 0)
			memcpy(all, *cut, first * sizeof *all);
		memcpy(all + first, try, ntry * sizeof *all);
		*cut = all;
		*n = first + ntry;
	}
}

/* Whether the part asks for a new page, and not only for a new column. */
static bool
forces_page(const struct part *p)
{
	return p->force && p->parity != FO_W_COLUMN;
}

/* The space between a stretch and what stands above it on the page: the larger of the two that meet. */
static double
space_above(const struct sequence *s, const struct stack *before, size_t from)
{
	double above = 0, below = 0;
	if (before != NULL && before->n > 0 && before->part[before->n - 1].kind == PART_SPACE)
		above = before->part[before->n - 1].height;
	for (size_t i = from; i < s->flow->n && s->flow->part[i].kind == PART_SPACE; i++)
		below = fmax(below, s->flow->part[i].height);
	return fmax(above, below);
}

/* ---- the pages of a stretch ---- */

/* The next page, and before it one without text where the first part wants it odd or even. */
static bool
open_page(struct sequence *s, const struct part *begins, bool last, size_t items, struct master *m)
{
	if (begins != NULL && begins->force && parity_differs(begins->parity, s->first_number + (unsigned)s->npage) &&
	    !sequence_blank(s))
		return false;
	unsigned number = s->first_number + (unsigned)s->npage;
	if (!master_for(s->l->tree, s->node, s->npage, number, last, false, m))
		return false;
	*VEC_PUSH(s->l->pages->arena, s->blank, s->npage, s->cap_page) = false;
	new_page(s->l->pages, m, s, number, items);
	s->used = 0;
	return true;
}

/* One slot onto the last page, from `start` below the top of its body. */
static void
emit_slot(struct slots *t, struct area *body, size_t column, double start, const struct page_text *text,
          const struct cut *cut, bool more)
{
	struct sequence *s = t->s;
	struct pages *pages = s->l->pages;
	double x = (double)column * (t->width + t->gap), top = body->y + start, foot = body->y + body->h;
	bool rtl = s->content->p->rtl;
	struct emitter e = {.layout = s->l, .pages = pages, .page = &pages->page[pages->npage - 1], .scratch = s->l->arena,
	                    .x = rtl ? body->x + body->w - x - t->width : body->x + x, .width = t->width,
	                    .region_y = body->y, .region_h = body->h, .rtl = rtl, .set = cut->set, .turn = turns_of(body)};
	size_t to = cut->to, item = e.page->nitem;
	while (to > text->from && s->flow->part[to - 1].kind == PART_SPACE && more)
		to--;
	struct page_cut c = {.flow = s->flow, .notes = &s->notes, .from = text->from, .to = cut->to,
	                     .note_from = text->note_from, .note_to = cut->note_to, .page = (unsigned)(pages->npage - 1),
	                     .x = e.x, .top = top, .room = t->cap > 0 ? fmin(t->cap, foot - top) : foot - top};
	c.bottom = emit_parts(&e, s->flow, text->from, to, top, true);
	e.set = 0;
	c.notes_height = emit_notes(s, &e, t->cap > 0 ? top + c.room : foot, text->note_from, cut->note_to);
	turn_area(body, e.page, item);
	size_t fault = pages->nfault;
	fault_page(pages, &c);
	for (; fault < pages->nfault; fault++)
		turn_point(e.turn, &pages->fault[fault].x, &pages->fault[fault].y);
	double bottom = c.notes_height > 0 ? top + c.room : c.bottom;
	s->used = fmax(s->used, bottom - body->y);
}

#define UNDER_HEADING 4      /* lines' height wanted below a heading that spans the columns */

/* Whether the text ends in a heading at the foot of the page. */
static bool
strands_heading(const struct slots *t, const struct page_text *text)
{
	size_t i = text->to;
	while (i > text->from && text->flow->part[i - 1].kind == PART_SPACE)
		i--;
	if (i == text->from || i < text->flow->n - 1 || !text->flow->part[i - 1].kept)
		return false;
	double h = text->flow->height + UNDER_HEADING * text->flow->part[i - 1].height;
	return t->start + h > page_height(t->s, t->page);
}

/* Set parts [from, to) of the stretch.  begins: not before a new page; ends: nothing follows in the sequence. */
static bool
set_range(struct slots *t, struct page_text text, double above, bool begins, bool ends)
{
	struct sequence *s = t->s;
	struct master m;
	struct cut *cut = NULL;
	size_t n = 0;
	t->start = s->used + above;
	t->page = s->npage > 0 ? s->npage - 1 : 0;
	t->cap = 0;
	begins |= s->npage == 0 || (!ends && strands_heading(t, &text)) || !cut_slots(t, &text, true, &cut, &n);
	if (begins) {
		t->start = 0;
		t->page = s->npage;
		cut_slots(t, &text, false, &cut, &n);
	}
	if (t->columns > 1)
		balance(t, &text, &cut, &n);
	double cap = t->cap;
	for (size_t i = 0; i < n; i++) {
		size_t column = i % t->columns, last = (n - 1) / t->columns;
		bool on_last = i / t->columns == last;
		if (column == 0 && (i > 0 || begins)) {
			size_t items = count_items(s->flow, text.from, cut[i].to) +
			               count_items(s->notes.lines, text.note_from, cut[i].note_to);
			if (!open_page(s, text.from < s->flow->n ? &s->flow->part[text.from] : NULL, ends && on_last, items, &m))
				return false;
		} else if (column == 0 &&
		           !master_for(s->l->tree, s->node, s->npage - 1, s->first_number + (unsigned)s->npage - 1, ends && on_last,
		                       false, &m)) {
			return false;
		}
		t->cap = on_last ? cap : 0;
		struct area body = area_of(&m, &m.region[REGION_BODY]);
		emit_slot(t, &body, column, i < t->columns ? t->start : 0, &text, &cut[i], i + 1 < n);
		text.from = cut[i].to;
		text.note_from = cut[i].note_to;
	}
	return true;
}

/* A stretch, in ranges that begin on new pages. */
static bool
set_stretch(struct slots *t, const struct stack *before, bool ends)
{
	struct sequence *s = t->s;
	struct page_text text = {.flow = s->flow, .notes = &s->notes};
	size_t n = s->flow->n;
	bool begins = n > 0 && forces_page(&s->flow->part[0]);
	do {
		text.to = t->columns > 1 && text.from < n ? text.from + 1 : n;
		while (text.to < n && !forces_page(&s->flow->part[text.to]))
			text.to++;
		if (!set_range(t, text, space_above(s, before, text.from), begins, ends && text.to == n))
			return false;
		text.from = text.to;
		text.note_from = text.to > 0 ? s->notes.end_after[text.to - 1] : 0;
		begins = true;
	} while (text.from < n);
	return true;
}

/* ---- the flow ---- */

static bool
spans(const struct fo_node *node)
{
	return node->p->span == FO_W_ALL;
}

/* The stretch of the flow that begins with a child: up to the first that spans otherwise. */
static const struct fo_node *
stretch_end(const struct fo_node *first, size_t columns)
{
	const struct fo_node *k = first;
	while (k != NULL && (columns == 1 || spans(k) == spans(first)))
		k = k->next;
	return k;
}

bool
sequence_set(struct sequence *s, struct selem *parent)
{
	struct layout *l = s->l;
	struct master m;
	for (const struct fo_node *k = s->node->first; k != NULL; k = k->next)
		if (k->kind == FO_FLOW)
			s->content = k;
	if (s->content == NULL || !master_for(l->tree, s->node, 0, s->first_number, false, false, &m)) {
		diag(l->diag, DIAG_LAYOUT_NO_MASTER, s->node->pos, "name one with a region-body");
		return false;
	}
	const struct region *region = &m.region[REGION_BODY];
	struct area body = area_of(&m, region);
	struct selem *element = parent != NULL ? tag_for(l, parent, s->content) : NULL;
	struct flow_rest rest = {.parity = FO_W_AUTO};
	const struct fo_node *first = s->content->first, *end;
	const struct stack *before = NULL;
	l->body_height = body.h;
	do {
		struct slots t = {.s = s, .columns = first != NULL && spans(first) ? 1 : region->columns, .gap = region->gap};
		t.width = t.columns > 1 ? (body.w - (double)(t.columns - 1) * t.gap) / (double)t.columns : body.w;
		l->note_width = t.width;
		l->in_columns = t.columns > 1;
		end = stretch_end(first, region->columns);
		s->flow = flow_stretch(l, s->content, first, end, t.width, element, &rest);
		if (end == NULL)
			table_notes_add(l, s->flow, 0, t.width); /* those that no table followed */
		gather_notes(s);
		if (!set_stretch(&t, before, end == NULL))
			return false;
		before = s->flow;
		first = end;
	} while (end != NULL);
	return true;
}

/* ---- heads and feet ---- */

void
sequence_static(struct sequence *s, size_t first)
{
	struct layout *l = s->l;
	for (size_t i = 0; i < s->npage; i++) {
		struct page *page = &l->pages->page[first + i];
		struct master m;
		if (!master_for(l->tree, s->node, i, page->number, i + 1 == s->npage, s->blank[i], &m))
			continue;
		l->page_number = number_print(l->pages->arena, page->form, page->number);
		l->page_index = first + i;
		l->sequence_page = first;
		l->arena = scratch_take(l);
		struct emitter e = {.layout = l, .pages = l->pages, .page = page, .scratch = l->arena};
		emit_static(s, &e, &m);
		scratch_give(l, l->arena);
	}
}

