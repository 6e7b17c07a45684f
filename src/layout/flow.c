/* SPDX-License-Identifier: MIT */
/* flow.c - blocks, lists and containers as one vertical list (XSL 1.1 §4.4, §4.8, §6.5, §6.8). */
#include <math.h>
#include <string.h>

#include "layout/fault.h"
#include "layout/stack.h"

#define KEEP_COST 20         /* of a page break that a keep with a number asks not to make */

/* What a block leaves for the part that follows. */
struct flow {
	struct layout *l;
	struct stack *stack;
	const struct fo_node *node; /* the object at hand */
	double width;              /* of the reference area */
	bool rtl;                  /* its start edge is on the right */
	int cost;                  /* of a break before the next part */
	int inside_cost;           /* ... and before every further part of the object at hand */
	bool force;                /* a page break before the next part */
	const char **id;           /* ids waiting for the next part */
	size_t nid, cap_id;
	enum fo_word parity;       /* of the page behind a forced break */
	const struct fo_node **marker; /* waiting for the next part */
	size_t nmarker, cap_marker;
	bool begun;                /* the first part of the object at hand is there */
	struct extent *extent;     /* nothing is set, only measured */
};

struct part *
stack_add(struct layout *l, struct stack *s, enum part_kind kind, double height)
{
	struct part *p = VEC_PUSH(l->arena, s->part, s->n, s->cap);
	p->kind = kind;
	p->height = height;
	s->height += height;
	return p;
}

static void
stack_space(struct layout *l, struct stack *s, struct space space)
{
	if (space.opt == 0 && space.max == 0 && !space.retain)
		return;
	struct part *last = s->n > 0 ? &s->part[s->n - 1] : NULL;
	bool meets = last != NULL && last->kind == PART_SPACE && !space.force;
	if (!meets)
		last = stack_add(l, s, PART_SPACE, 0);
	last->keep_space |= space.retain;
	if (meets && space.opt <= last->height)
		return;
	s->height += space.opt - last->height;
	last->height = space.opt;
	last->stretch = space.max - space.opt;
	last->shrink = space.opt - space.min;
}

void
stack_take_notes(struct layout *l, struct part *part, const struct stack *inside)
{
	for (size_t i = 0; i < inside->n; i++) {
		const struct part *p = &inside->part[i];
		if (p->nnote == 0)
			continue;
		struct note **all = ARENA_ARRAY(l->arena, struct note *, part->nnote + p->nnote);
		if (part->nnote > 0)
			memcpy(all, part->note, part->nnote * sizeof *all);
		memcpy(all + part->nnote, p->note, p->nnote * sizeof *all);
		part->note = all;
		part->nnote += p->nnote;
	}
}

void
stack_markers(struct layout *l, struct stack *s, size_t at, const struct fo_node *node)
{
	for (const struct fo_node *k = node->first; k != NULL && at < s->n; k = k->next)
		if (k->kind == FO_MARKER)
			*VEC_PUSH(l->arena, s->part[at].marker, s->part[at].nmarker, s->part[at].cap_marker) = k;
}

void
stack_mark(struct layout *l, struct stack *s, size_t at, const struct fo_node *node)
{
	if (node->id != NULL && at < s->n)
		*VEC_PUSH(l->arena, s->part[at].id, s->part[at].nid, s->part[at].cap_id) = node->id;
	stack_markers(l, s, at, node);
}

static double
len(const struct fo_len *x, double base)
{
	return x->is_auto ? 0 : x->pt + x->part * base;
}

/* The first part of something takes what waited for it. */
static void
take_waiting(struct flow *f, struct part *p, int cost)
{
	p->cost = f->cost > cost ? f->cost : cost;
	if (f->begun && f->inside_cost > p->cost)
		p->cost = f->inside_cost;
	p->node = p->node != NULL ? p->node : f->node;
	p->force = f->force;
	p->parity = f->parity;
	f->parity = FO_W_AUTO;
	for (size_t i = 0; i < f->nmarker; i++)
		*VEC_PUSH(f->l->arena, p->marker, p->nmarker, p->cap_marker) = f->marker[i];
	for (size_t i = 0; i < f->nid; i++)
		*VEC_PUSH(f->l->arena, p->id, p->nid, p->cap_id) = f->id[i];
	f->nmarker = f->nid = 0;
	f->force = false;
	f->begun = true;
	f->cost = 0;
}

/* The parts from `first` on were added by a row or a table. */
static void
take_parts(struct flow *f, size_t first)
{
	if (first >= f->stack->n)
		return;
	take_waiting(f, &f->stack->part[first], f->stack->part[first].cost);
	for (size_t i = first + 1; i < f->stack->n; i++)
		if (f->inside_cost > f->stack->part[i].cost)
			f->stack->part[i].cost = f->inside_cost;
}

static struct part *
add_part(struct flow *f, enum part_kind kind, double height, int cost)
{
	struct part *p = stack_add(f->l, f->stack, kind, height);
	take_waiting(f, p, cost);
	return p;
}

static enum text_align
align_of(enum fo_word w, bool rtl, enum text_align otherwise)
{
	switch (w) {
	case FO_W_START: return ALIGN_START;
	case FO_W_END:
	case FO_W_OUTSIDE: return ALIGN_END;
	case FO_W_CENTER: return ALIGN_CENTER;
	case FO_W_JUSTIFY: return ALIGN_JUSTIFY;
	case FO_W_LEFT:
	case FO_W_INSIDE: return rtl ? ALIGN_END : ALIGN_START;
	case FO_W_RIGHT: return rtl ? ALIGN_START : ALIGN_END;
	default: return otherwise;
	}
}

static const struct para_style *
para_style_of(struct layout *l, struct arena *a, const struct fo_props *p, double measure)
{
	struct para_style *s = ARENA_NEW(a, struct para_style);
	enum text_align align = align_of(p->text_align, p->rtl, ALIGN_START);
	const struct text_style *base = inline_style(l, p);
	*s = (struct para_style){
	    .measure = measure, .first_indent = len(&p->text_indent, measure),
	    .last_end_indent = len(&p->last_line_end_indent, measure), .tab_grid = p->tab_grid.pt,
	    .align = align,
	    .align_last = align_of(p->text_align_last, p->rtl, align == ALIGN_JUSTIFY ? ALIGN_START : align),
	    .line_height = p->line_height.pt, .base = base, .rtl = p->rtl,
	    .hyphenate = p->hyphenate == FO_W_TRUE,
	    .hyphen_left = p->hyphenation_remain, .hyphen_right = p->hyphenation_push,
	    .hyphen_ladder = p->hyphenation_ladder == FO_NO_LIMIT ? 0 : p->hyphenation_ladder,
	    .expansion = p->expansion, .protrusion = p->protrusion == FO_W_TRUE, .kashida = p->kashida == FO_W_TRUE,
	    .looseness = p->looseness,
	};
	if (base->tracking_flex_pt > 0)
		s->tracking_rescue = (p->letter_spacing_max.pt - p->letter_spacing.pt) / base->tracking_flex_pt - 1;
	return s;
}

/* The notes among the marks of a line. */
static void
take_notes(struct layout *l, struct part *part, const struct para_line *line)
{
	if (line->nuser == 0)
		return;
	part->note = ARENA_ARRAY(l->arena, struct note *, line->nuser);
	for (size_t i = 0; i < line->nuser; i++)
		part->note[part->nnote++] = line->user[i];
}

/* A picture among the items of its line, before those that are read after it. */
static void
add_picture(struct arena *a, struct page *set, const struct graphic *g, double x, double y, double w, double h)
{
	struct page own = {0};
	size_t at = 0;
	graphic_place(a, &own, g, x, y, w, h);
	if (own.nitem == 0)
		return;
	while (at < set->nitem &&
	       (g->selem == NULL || set->item[at].selem == NULL || set->item[at].selem->index < g->selem->index))
		at++;
	for (size_t i = 0; i < own.nitem; i++)
		*VEC_PUSH(a, set->item, set->nitem, set->cap) = own.item[i];
	memmove(set->item + at + own.nitem, set->item + at, (set->nitem - own.nitem - at) * sizeof *set->item);
	memcpy(set->item + at, own.item, own.nitem * sizeof *set->item);
}

/* Line i is set and judged; its marks and boxes go where it goes. */
static void
add_line(struct flow *f, struct para *para, const struct para_style *style, const struct para_line *line, size_t i,
         size_t n, double start, int cost)
{
	struct layout *l = f->l;
	struct part *part = add_part(f, PART_LINE, line[i].ascent + line[i].descent, cost);
	double x = f->rtl == style->rtl ? start : f->width - start; /* of the paragraph's own start edge */
	struct page set = {0};
	part->baseline = line[i].ascent;
	part->line = i;
	part->nlines = n;
	part->fault_from = l->pages->nfault;
	x = f->rtl ? -x : x;
	fault_line(l->pages, FAULT_UNPLACED, para, i, x, part->baseline);
	part->fault_to = l->pages->nfault;
	para_place(para, i, x, part->baseline, l->pages->arena, &set);
	for (size_t k = 0; k < line[i].nbox; k++) {
		const struct inl *in = line[i].box[k].inl;
		double left = style->rtl ? x - line[i].box[k].x - in->width : x + line[i].box[k].x;
		add_picture(l->pages->arena, &set, in->user, left, part->baseline - in->height, in->width,
		            in->height + in->depth);
	}
	part->item = ARENA_ARRAY(l->arena, struct item, set.nitem);
	part->nitem = set.nitem;
	if (set.nitem > 0)
		memcpy(part->item, set.item, set.nitem * sizeof *set.item);
	take_notes(l, part, &line[i]);
}

/* What a box of this content needs, indents included. */
static void
widen(struct extent *e, struct extent by, double indents)
{
	e->min = fmax(e->min, by.min + indents);
	e->max = fmax(e->max, by.max + indents);
	e->word = fmax(e->word, by.word + indents);
	e->sum += by.sum;
	e->paras += by.paras;
}

/* One paragraph of the inline children [first, end) of a block. */
static void
add_para(struct flow *f, const struct fo_node *block, const struct fo_node *first,
         const struct fo_node *end, struct selem *element, enum artifact artifact)
{
	const struct fo_props *p = block->p;
	struct layout *l = f->l;
	struct arena *scratch = scratch_take(l);
	double start = len(&p->start_indent, f->width), stop = len(&p->end_indent, f->width);
	double measure = f->width - start - stop;
	struct inlines in = {.arena = scratch};
	inline_collect(l, first, end, element, artifact, measure, &in);
	for (size_t i = 0; i < in.nid; i++)
		*VEC_PUSH(l->arena, f->id, f->nid, f->cap_id) = in.id[i];
	if (in.n > 0) {
		const struct para_style *style = para_style_of(l, scratch, p, measure > 1 ? measure : 1);
		struct para *para = para_new(scratch, l->fonts, in.v, in.n, style, block->pos, l->diag);
		size_t n = 0;
		if (f->extent != NULL)
			widen(f->extent, (struct extent){.min = para_min_width(para), .max = para_max_width(para),
			      .word = para_word_width(para), .sum = para_max_width(para), .paras = 1}, start + stop);
		const struct para_line *line = f->extent == NULL ? para_break(para, &n) : NULL;
		for (size_t i = 0; i < n; i++) {
			bool tied = i > 0 && ((int)i < p->orphans || (int)(n - i) < p->widows ||
			                      (line[i - 1].hyphenated && p->hyphenation_keep != FO_W_AUTO));
			add_line(f, para, style, line, i, n, start, tied ? NO_BREAK : 0);
		}
	}
	scratch_give(l, scratch);
}

static void add_object(struct flow *, const struct fo_node *, struct selem *, enum artifact);

/* Block children, with the inline stretches between them as paragraphs of their own. */
static void
add_stretch(struct flow *f, const struct fo_node *node, const struct fo_node *first, const struct fo_node *end,
            struct selem *element, enum artifact artifact)
{
	const struct fo_node *run = NULL;
	for (const struct fo_node *k = first; k != end; k = k->next) {
		const struct fo_node *holder =
		    k->kind == FO_RETRIEVE_MARKER ? layout_retrieve(f->l, k) : k->kind == FO_WRAPPER ? k : NULL;
		bool block = fo_is_block(k->kind) ||
		             (holder != NULL && holder->first != NULL && fo_is_block(holder->first->kind));
		if (k->kind == FO_MARKER)
			*VEC_PUSH(f->l->arena, f->marker, f->nmarker, f->cap_marker) = k;
		else if (!block) {
			run = run != NULL ? run : k;
			continue;
		}
		if (run != NULL)
			add_para(f, node, run, k, element, artifact);
		run = NULL;
		if (block)
			add_object(f, holder != NULL ? holder : k, element, artifact);
	}
	if (run != NULL)
		add_para(f, node, run, end, element, artifact);
}

static void
add_children(struct flow *f, const struct fo_node *node, struct selem *element, enum artifact artifact)
{
	add_stretch(f, node, node->first, NULL, element, artifact);
}

static bool
has_inline(const struct fo_node *node)
{
	for (const struct fo_node *k = node->first; k != NULL; k = k->next)
		if (!fo_is_block(k->kind) && k->kind != FO_MARKER && k->kind != FO_WRAPPER)
			return true;
	return false;
}

static bool
has_frame(const struct fo_props *p)
{
	return !p->background_color.none || p->border_before_style != FO_W_NONE ||
	       p->border_after_style != FO_W_NONE || p->border_start_style != FO_W_NONE ||
	       p->border_end_style != FO_W_NONE;
}

size_t
stack_frame(struct layout *l, struct stack *s, const struct fo_props *p, double x, double width, bool bare)
{
	if (bare ? p->background_color.none : !has_frame(p))
		return SIZE_MAX;
	*VEC_PUSH(l->arena, s->frame, s->nframe, s->cap_frame) =
	    (struct frame){.p = p, .from = s->n, .to = s->n, .x = x, .width = width, .bare = bare};
	return s->nframe - 1;
}

void
stack_frame_end(struct stack *s, size_t frame)
{
	if (frame != SIZE_MAX)
		s->frame[frame].to = s->n;
}

/* Padding and border of one side. */
static double
edge(enum fo_word style, const struct fo_len *border, const struct fo_len *padding, double base)
{
	return len(padding, base) + (style == FO_W_NONE || style == FO_W_HIDDEN ? 0 : border->pt);
}

static void
add_block(struct flow *f, const struct fo_node *node, struct selem *parent, enum artifact artifact)
{
	const struct fo_props *p = node->p;
	struct selem *element = tag_for(f->l, parent, node);
	if (element == parent && parent != NULL && node->role == NULL && has_inline(node))
		element = tag_new(f->l, parent, "P");
	if (element == NULL && artifact == ARTIFACT_NONE)
		artifact = ARTIFACT_LAYOUT;
	size_t from = f->stack->n;
	double x = len(&p->start_indent, f->width), end = len(&p->end_indent, f->width);
	double ps = edge(p->border_start_style, &p->border_start_width, &p->padding_start, f->width);
	double pe = edge(p->border_end_style, &p->border_end_width, &p->padding_end, f->width);
	size_t frame = stack_frame(f->l, f->stack, p, x - ps, f->width - x - end + ps + pe, false);
	double before = edge(p->border_before_style, &p->border_before_width, &p->padding_before, f->width);
	double after = edge(p->border_after_style, &p->border_after_width, &p->padding_after, f->width);
	if (before > 0) {
		add_part(f, PART_GAP, before, 0);
		f->cost = NO_BREAK;
	}
	add_children(f, node, element, artifact);
	if (after > 0 || f->stack->n == from) {
		int cost = f->stack->n > from ? NO_BREAK : 0;
		if (after > 0 || node->id != NULL || f->force)
			add_part(f, PART_GAP, after, cost);
	}
	stack_frame_end(f->stack, frame);
}

/* The label's lines become part of the line they hang on, their first baseline on its; returns how
 * far down they reach. */
static double
hang_label(struct layout *l, struct part *host, const struct stack *label)
{
	struct part own = *host;
	size_t n = host->nitem;
	for (size_t i = 0; i < label->n; i++)
		n += label->part[i].nitem;
	host->item = ARENA_ARRAY(l->arena, struct item, n);
	host->nitem = 0;
	double below = 0, first = label->part[0].baseline;
	for (size_t i = 0; i < label->n; i++) {
		const struct part *p = &label->part[i];
		for (size_t k = 0; k < p->nid; k++)
			*VEC_PUSH(l->arena, host->id, host->nid, host->cap_id) = p->id[k];
		double dy = own.baseline - first + below;
		for (size_t k = 0; k < p->nitem; k++) {
			struct item *it = &host->item[host->nitem++];
			*it = p->item[k];
			it->y += dy;
		}
		below += p->height;
	}
	if (own.nitem > 0)
		memcpy(host->item + host->nitem, own.item, own.nitem * sizeof *own.item);
	host->nitem += own.nitem;
	host->note = NULL; /* the label's come first */
	host->nnote = 0;
	stack_take_notes(l, host, label);
	stack_take_notes(l, host, &(struct stack){.part = &own, .n = 1});
	return below;
}

static struct stack *stack_of(struct layout *, const struct fo_node *parent, double width, bool rtl, struct selem *,
                              enum artifact);

/* Label and body side by side: the label's lines hang on the body's first line. */
static void
add_item(struct flow *f, const struct fo_node *node, struct selem *parent, enum artifact artifact)
{
	struct selem *element = tag_for(f->l, parent, node);
	const struct fo_node *label = NULL, *body = NULL;
	for (const struct fo_node *k = node->first; k != NULL; k = k->next)
		if (k->kind == FO_LIST_ITEM_LABEL)
			label = k;
		else if (k->kind == FO_LIST_ITEM_BODY)
			body = k;
	struct stack *beside = NULL;
	if (label != NULL)
		beside = stack_of(f->l, label, f->width, f->rtl, tag_for(f->l, element, label), artifact);
	size_t from = f->stack->n;
	if (body != NULL && body->id != NULL)
		*VEC_PUSH(f->l->arena, f->id, f->nid, f->cap_id) = body->id;
	if (body != NULL)
		add_children(f, body, tag_for(f->l, element, body), artifact);
	stack_markers(f->l, f->stack, from, node);
	size_t at = from;
	while (at < f->stack->n && f->stack->part[at].kind != PART_LINE)
		at++;
	if (beside == NULL || beside->n == 0)
		return;
	if (at == f->stack->n) { /* nothing to hang on: the label stands alone */
		struct part *part = add_part(f, PART_LINE, beside->part[0].height, 0);
		at = f->stack->n - 1;
		part->baseline = beside->part[0].baseline;
	}
	double below = hang_label(f->l, &f->stack->part[at], beside), used = 0;
	for (size_t i = at; i < f->stack->n; i++)
		used += f->stack->part[i].height;
	if (below > used)
		add_part(f, PART_GAP, below - used, NO_BREAK);
}

static void
add_list(struct flow *f, const struct fo_node *node, struct selem *parent, enum artifact artifact)
{
	struct selem *element = tag_for(f->l, parent, node);
	size_t from = f->stack->n;
	for (const struct fo_node *k = node->first; k != NULL; k = k->next)
		if (k->kind == FO_LIST_ITEM)
			add_object(f, k, element, artifact);
	stack_markers(f->l, f->stack, from, node);
}

/* A length between its limits, where they are said; the least one wins. */
static double
within(double x, const struct fo_len *least, const struct fo_len *most, double base)
{
	x = most->is_auto || x < len(most, base) ? x : len(most, base);
	return least->is_auto || x > len(least, base) ? x : len(least, base);
}

/* The height a container is to have; 0 = as high as what is in it. */
static double
said_height(const struct layout *l, const struct fo_props *p)
{
	return within(len(&p->height, l->body_height), &p->height_min, &p->height_max, l->body_height);
}

/* The width of the lines in a container turned on its side: its height, or what its content likes. */
static double
turned_measure(struct layout *l, const struct fo_node *node)
{
	const struct fo_props *p = node->p;
	double most = l->body_height, height = len(&p->height, most);
	if (p->height.is_auto) /* where areas are turned within each other, nothing is measured twice */
		height = l->turns > 1 ? most : fmin(flow_extent(l, node).max + 0.01, most);
	return fmax(within(height, &p->height_min, &p->height_max, most), 1);
}

/* The content of a turned container: what is set is as wide as that is high, and leaves room. */
static void
turn_container(struct flow *f, const struct fo_node *node, double width, struct cell_box *c, struct selem *element,
               enum artifact artifact)
{
	struct layout *l = f->l;
	bool on_side = c->quarters % 2 == 1;
	l->turns++;
	double measure = on_side ? turned_measure(l, node) : width;
	struct stack *inside = flow_stack(l, node, measure, element, artifact);
	l->turns--;
	if (on_side && inside->height > width + 0.01)
		diag(l->diag, DIAG_LAYOUT_OVERFULL, node->pos, "by %.1f pt", inside->height - width);
	c->turned = inside;
	c->stack = ARENA_NEW(l->arena, struct stack);
	double height = on_side ? measure : fmax(inside->height, said_height(l, node->p));
	stack_take_notes(l, stack_add(l, c->stack, PART_GAP, height), inside);
}

/* A container in the flow: a row of one box; one out of the flow: drawn at its own place. */
static void
add_container(struct flow *f, const struct fo_node *node, struct selem *parent, enum artifact artifact)
{
	const struct fo_props *p = node->p;
	bool out = p->absolute_position == FO_W_ABSOLUTE || p->absolute_position == FO_W_FIXED;
	double start = out ? 0 : len(&p->start_indent, f->width), end = out ? 0 : len(&p->end_indent, f->width);
	double width = p->width.is_auto ? f->width - start - end : len(&p->width, f->width);
	width = within(width, &p->width_min, &p->width_max, f->width);
	struct selem *element = tag_for(f->l, parent, node);
	struct cell_box *c = ARENA_NEW(f->l->arena, struct cell_box);
	*c = (struct cell_box){.p = p};
	artifact = element || artifact ? artifact : ARTIFACT_LAYOUT;
	c->quarters = turn_quarters(p);
	if (c->quarters == 0)
		c->stack = flow_stack(f->l, node, width, element, artifact);
	else
		turn_container(f, node, width, c, element, artifact);
	c->inset = edge(p->border_start_style, &p->border_start_width, &p->padding_start, f->width);
	c->end_inset = edge(p->border_end_style, &p->border_end_width, &p->padding_end, f->width);
	c->top = edge(p->border_before_style, &p->border_before_width, &p->padding_before, f->width);
	c->bottom = edge(p->border_after_style, &p->border_after_width, &p->padding_after, f->width);
	c->x = start - (out ? 0 : c->inset);
	c->width = width + c->inset + c->end_inset;
	double height = said_height(f->l, p);
	height += height > 0 ? c->top + c->bottom : 0;
	size_t first = row_add(f->l, f->stack, c, 1, height, out || height > 0 || c->quarters > 0 ? ROW_WHOLE : ROW_FREE);
	if (out) {
		struct part *part = &f->stack->part[first];
		c->box = height > 0 ? height : part->height;
		f->stack->height -= part->height;
		part->height = 0;
		part->absolute = true;
		part->fixed = p->absolute_position == FO_W_FIXED;
		part->from_right = p->left.is_auto && !p->right.is_auto;
		part->from_bottom = p->top.is_auto && !p->bottom.is_auto;
		part->x = len(part->from_right ? &p->right : &p->left, f->width);
		part->y = len(part->from_bottom ? &p->bottom : &p->top, f->l->body_height);
	}
	take_parts(f, first);
}

/* A container turned on its side is as wide as its lines are high. */
static struct extent
turned_extent(struct layout *l, const struct fo_node *node)
{
	struct extent e = {0};
	if (l->turns > 0)
		return e;
	l->turns++;
	e.paras = 1;
	e.min = e.max = e.word = e.sum = flow_stack(l, node, turned_measure(l, node), NULL, ARTIFACT_LAYOUT)->height;
	l->turns--;
	return e;
}

/* Containers and tables are measured by what they say or hold. */
static bool
add_extent(struct flow *f, const struct fo_node *node)
{
	bool container = node->kind == FO_BLOCK_CONTAINER;
	if (f->extent == NULL || (!container && node->kind != FO_TABLE))
		return false;
	const struct fo_len *width = &node->p->width;
	struct extent e = {.min = width->pt, .max = width->pt, .word = width->pt, .sum = width->pt, .paras = 1};
	if (container && (width->is_auto || width->part > 0) && turn_quarters(node->p) % 2 == 1)
		e = turned_extent(f->l, node);
	else if (width->is_auto || width->part > 0)
		e = container ? flow_extent(f->l, node) : table_extent(f->l, node);
	double indents = len(&node->p->start_indent, 0) + len(&node->p->end_indent, 0);
	widen(f->extent, e, indents);
	return true;
}

static void
add_inner(struct flow *f, const struct fo_node *node, struct selem *parent, enum artifact artifact)
{
	if (add_extent(f, node))
		return;
	switch (node->kind) {
	case FO_BLOCK: add_block(f, node, parent, artifact); break;
	case FO_LIST_BLOCK: add_list(f, node, parent, artifact); break;
	case FO_LIST_ITEM: add_item(f, node, parent, artifact); break;
	case FO_BLOCK_CONTAINER: add_container(f, node, parent, artifact); break;
	case FO_TABLE: {
		double x = len(&node->p->start_indent, f->width);
		size_t from = f->stack->n;
		table_stack(f->l, f->stack, node, f->rtl, x, f->width - x - len(&node->p->end_indent, f->width), parent,
		            artifact);
		take_parts(f, from);
		break;
	}
	default: add_children(f, node, tag_for(f->l, parent, node), artifact); break;
	}
}

/* What a break costs that a keep is against (§7.20): a number asks, always forbids. */
static int
keep_cost(int page, int column)
{
	int strength = page > column ? page : column;
	return strength == FO_ALWAYS ? NO_BREAK : strength > 0 ? KEEP_COST : 0;
}

static void
at_least(int *cost, int least)
{
	*cost = least > *cost ? least : *cost;
}

static void
force_page(struct flow *f, enum fo_word w)
{
	if (w == FO_W_AUTO)
		return;
	f->force = true;
	if (f->parity == FO_W_AUTO || w != FO_W_COLUMN)
		f->parity = w;
}

/* A block-level object with its spaces, keeps, breaks and id. */
static void
add_object(struct flow *f, const struct fo_node *node, struct selem *parent, enum artifact artifact)
{
	const struct fo_props *p = node->p;
	if (node->id != NULL)
		*VEC_PUSH(f->l->arena, f->id, f->nid, f->cap_id) = node->id;
	force_page(f, p->break_before);
	stack_space(f->l, f->stack, (struct space){p->space_before_min.pt, p->space_before.pt, p->space_before_max.pt,
	            p->space_before_conditionality == FO_W_RETAIN, p->space_before_precedence == FO_ALWAYS});
	int with_next = keep_cost(p->keep_with_next_page, p->keep_with_next_column), inside_cost = f->inside_cost;
	at_least(&f->cost, keep_cost(p->keep_with_previous_page, p->keep_with_previous_column));
	const struct fo_node *around = f->node;
	bool outer = f->begun;
	f->node = node;
	size_t from = f->stack->n;
	if (outer)
		at_least(&f->cost, inside_cost);
	f->begun = false;
	at_least(&f->inside_cost, keep_cost(p->keep_together_page, p->keep_together_column));
	add_inner(f, node, parent, artifact);
	f->inside_cost = inside_cost;
	f->node = around;
	f->begun |= outer;
	stack_space(f->l, f->stack, (struct space){p->space_after_min.pt, p->space_after.pt, p->space_after_max.pt,
	            p->space_after_conditionality == FO_W_RETAIN, p->space_after_precedence == FO_ALWAYS});
	at_least(&f->cost, with_next);
	for (size_t i = from; i < f->stack->n && with_next == NO_BREAK; i++)
		f->stack->part[i].kept = true;
	force_page(f, p->break_after);
}

/* rtl: the stack is placed from the right, whichever way the lines of parent go. */
static struct stack *
stack_of(struct layout *l, const struct fo_node *parent, double width, bool rtl, struct selem *element,
         enum artifact artifact)
{
	struct flow f = {.l = l, .stack = ARENA_NEW(l->arena, struct stack), .width = width,
	                 .rtl = rtl, .parity = FO_W_AUTO};
	if (parent->id != NULL && parent->kind != FO_BLOCK_CONTAINER)
		*VEC_PUSH(l->arena, f.id, f.nid, f.cap_id) = parent->id;
	add_children(&f, parent, element, artifact);
	if (f.nid > 0 || f.nmarker > 0)
		add_part(&f, PART_GAP, 0, NO_BREAK);
	return f.stack;
}

struct stack *
flow_stack(struct layout *l, const struct fo_node *parent, double width, struct selem *element,
           enum artifact artifact)
{
	return stack_of(l, parent, width, parent->p->rtl, element, artifact);
}

struct stack *
flow_stretch(struct layout *l, const struct fo_node *parent, const struct fo_node *first, const struct fo_node *end,
             double width, struct selem *element, struct flow_rest *rest)
{
	struct flow f = {.l = l, .stack = ARENA_NEW(l->arena, struct stack), .width = width, .rtl = parent->p->rtl,
	                 .force = rest->force, .parity = rest->parity};
	if (parent->id != NULL && first == parent->first)
		*VEC_PUSH(l->arena, f.id, f.nid, f.cap_id) = parent->id;
	add_stretch(&f, parent, first, end, element, ARTIFACT_NONE);
	*rest = (struct flow_rest){f.force, f.parity};
	if (f.nid > 0 || f.nmarker > 0)
		add_part(&f, PART_GAP, 0, NO_BREAK);
	return f.stack;
}

#define MEASURING_WIDTH 10000 /* pt: wide enough that nothing breaks for want of room */

struct extent
flow_extent(struct layout *l, const struct fo_node *node)
{
	struct arena *arena = l->arena, *scratch = scratch_take(l);
	struct pages *pages = l->pages;
	struct table_notes table_notes = l->table_notes;
	bool measuring = l->measuring;
	struct pages nowhere = {.arena = scratch}; /* structure and faults come when it is set */
	struct extent e = {0};
	l->arena = scratch;
	l->pages = &nowhere;
	l->table_notes = (struct table_notes){NULL, NULL};
	l->measuring = true;
	struct flow f = {.l = l, .stack = ARENA_NEW(scratch, struct stack), .width = MEASURING_WIDTH,
	                 .rtl = node->p->rtl, .extent = &e};
	add_children(&f, node, NULL, ARTIFACT_LAYOUT);
	l->arena = arena;
	l->pages = pages;
	l->table_notes = table_notes;
	l->measuring = measuring;
	scratch_give(l, scratch);
	return e;
}
