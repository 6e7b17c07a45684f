/* SPDX-License-Identifier: MIT */
/* From chosen breaks to lines, and from lines to glyphs on a page. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/kashida.h"
#include "layout/para.h"
#include "layout/para_int.h"
#include "layout/stack.h"

#define SOFT_HYPHEN "\xC2\xAD" /* U+00AD: how an added hyphen reads */
#define DOT_GAP_EM 0.25       /* free room between text and the first or last dot */
#define DOT_STEP_EM 0.5

/* A stretch of one line with one font: part of a word, a space or a leader. */
struct chunk {
	const struct elem *elem;
	const struct word_run *run;  /* WORD */
	const struct font *font;
	uint32_t from, to;           /* bytes of the paragraph's text */
	uint32_t first, end;         /* WORD: glyphs */
	uint8_t level;
	bool hyphen;                 /* the added hyphen */
	double x, w;                 /* from the left edge of the measure, as set */
	double kashida;              /* WORD: by how much it is drawn out */
};

struct chunks {
	struct arena *arena;
	const struct para *p;
	const struct choice *choice;
	struct chunk *c;
	size_t n, cap;
	const double *kashida;       /* by element of the line, or NULL */
};

static const struct text_style *
elem_style(const struct para *p, const struct elem *e)
{
	const struct text_style *s = p->inl[e->inl].style;
	return s != NULL ? s : p->style->base;
}

static double
set_width(const struct elem *e, const struct choice *c)
{
	return (double)e->w + c->ratio * (double)(c->ratio > 0 ? e->y : e->z);
}

static double
expansion_of(const struct elem *e, const struct choice *c)
{
	return 1 + (e->rigid ? 0 : c->expand);
}

static double
tracking_of(const struct elem *e, const struct text_style *s, const struct choice *c)
{
	return s->tracking_pt * expansion_of(e, c) + (e->rigid ? 0 : s->tracking_flex_pt * c->track);
}

/* ---- chunks of a line ---- */

static double
chunk_width(const struct chunks *k, const struct chunk *c)
{
	const struct text_style *s = elem_style(k->p, c->elem);
	const struct word_glyph *glyph = c->elem->word->glyph;
	double em = 0;
	uint32_t clusters = 0;
	for (uint32_t i = c->first; i < c->end; i++) {
		em += (double)glyph[i].advance;
		clusters += !c->run->joined && (i + 1 == c->run->to || glyph[i + 1].cluster != glyph[i].cluster);
	}
	return em * style_em(s) * expansion_of(c->elem, k->choice) +
	    tracking_of(c->elem, s, k->choice) * clusters + c->kashida;
}

/* The first glyph of the run in visual order that stands for a byte at or past `byte`, or rtl before it:
 * clusters rise along the run, or rtl fall. */
static uint32_t
glyph_at(const struct word *w, const struct word_run *r, uint32_t byte)
{
	uint32_t low = r->from, high = r->to;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if ((w->glyph[mid].cluster >= byte) == w->rtl)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Run i of a word in the order of its text. */
static const struct word_run *
run_at(const struct word *w, uint32_t i)
{
	return &w->run[w->rtl ? w->nrun - 1 - i : i];
}

static uint32_t
first_run_past(const struct word *w, uint32_t byte)
{
	uint32_t low = 0, high = w->nrun;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (run_at(w, mid)->end <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Bytes [from, to) of a word, a chunk per run, in logical order. */
static void
add_word_chunks(struct chunks *k, const struct elem *e, uint32_t from, uint32_t to)
{
	const struct word *w = e->word;
	for (uint32_t i = first_run_past(w, from); i < w->nrun && run_at(w, i)->at < to; i++) {
		const struct word_run *r = run_at(w, i);
		uint32_t a = r->at > from ? r->at : from, b = r->end < to ? r->end : to;
		struct chunk *c = VEC_PUSH(k->arena, k->c, k->n, k->cap);
		*c = (struct chunk){.elem = e, .run = r, .font = r->font, .from = e->at + a, .to = e->at + b, .level = e->level,
			.first = glyph_at(w, r, w->rtl ? b : a), .end = glyph_at(w, r, w->rtl ? a : b)};
		if (k->kashida != NULL && e->k > 0 && r->at < w->kashida && w->kashida < r->end)
			c->kashida = k->kashida[e - &k->p->elem[k->p->brk[k->choice->from].start]];
		c->w = chunk_width(k, c);
	}
}

static void
add_blank_chunk(struct chunks *k, const struct elem *e, double w, uint8_t level)
{
	const struct text_style *s = elem_style(k->p, e);
	struct chunk *c = VEC_PUSH(k->arena, k->c, k->n, k->cap);
	*c = (struct chunk){.elem = e, .font = e->kind == ELEM_SPACE ? e->font : NULL,
	                    .from = e->at, .to = e->at + e->len, .level = level, .w = w};
	if (e->kind == ELEM_LEADER)
		c->font = fontlist_for(k->p->set, s->families, s->weight, s->italic)->font[0];
}

static void
add_hyphen_chunk(struct chunks *k, const struct brk *b)
{
	const struct elem *e = &k->p->elem[b->end];
	const struct text_style *s = elem_style(k->p, e);
	const struct fontlist *l = fontlist_for(k->p->set, s->families, s->weight, s->italic);
	const struct font *f = k->n > 0 && k->c[k->n - 1].run != NULL ? k->c[k->n - 1].font : NULL;
	uint32_t g;
	if (f == NULL || !font_has(f, '-', &g))
		f = fontlist_find(l, '-');
	struct chunk *c = VEC_PUSH(k->arena, k->c, k->n, k->cap);
	*c = (struct chunk){.elem = e, .font = f, .from = e->at + b->end_byte, .to = e->at + b->end_byte, .level = e->level,
		.hyphen = true, .w = b->hyphen * expansion_of(e, k->choice)};
}

static void
add_elem_chunks(struct chunks *k, const struct elem *e, uint32_t from, uint32_t to)
{
	switch (e->kind) {
	case ELEM_WORD:
		add_word_chunks(k, e, from, to);
		break;
	case ELEM_EDGE:
		add_blank_chunk(k, e, (double)e->w, e->level);
		break;
	case ELEM_LEADER: {
		const struct inl *in = &k->p->inl[e->inl];
		bool fills = in->tab_pt <= 0 && in->max >= 1e6;
		add_blank_chunk(k, e, set_width(e, k->choice) + (fills ? k->choice->fill : 0), e->level);
		break;
	}
	case ELEM_SPACE:
	case ELEM_GAP:
	case ELEM_BOX:
		add_blank_chunk(k, e, set_width(e, k->choice), e->level);
		break;
	case ELEM_FORCED:
		break;
	}
}

static void
collect(struct chunks *k)
{
	const struct para *p = k->p;
	const struct brk *a = &p->brk[k->choice->from], *b = &p->brk[k->choice->to];
	if (k->choice->kashida > 0)
		k->kashida = kashida_share(k->arena, p->elem, a->start, b->end, k->choice->kashida);
	for (uint32_t i = a->start; i <= b->end && i < p->nelem; i++) {
		uint32_t from = i == a->start ? a->start_byte : 0, to = i == b->end ? b->end_byte : p->elem[i].len;
		if (i < b->end || b->end_byte > 0)
			add_elem_chunks(k, &p->elem[i], from, to);
	}
	if (b->hyphen > 0)
		add_hyphen_chunk(k, b);
	for (uint32_t i = b->end; b->end_byte == 0 && i < b->start && i < p->nelem; i++)
		if (p->elem[i].kind == ELEM_SPACE)
			add_blank_chunk(k, &p->elem[i], 0, p->style->rtl);
}

/* Visual order of the chunks by rule L2 of UAX #9: reverse every run at each level, from the top. */
static void
reorder(const struct chunks *k, size_t *order)
{
	uint8_t top = 0, least_odd = 255;
	for (size_t i = 0; i < k->n; i++) {
		order[i] = i;
		uint8_t l = k->c[i].level;
		top = l > top ? l : top;
		least_odd = (l & 1) && l < least_odd ? l : least_odd;
	}
	for (uint8_t level = top; level >= least_odd && level > 0; level--)
		for (size_t i = 0; i < k->n; i++) {
			size_t end = i;
			while (end < k->n && k->c[order[end]].level >= level)
				end++;
			for (size_t a = i, b = end; a + 1 < b; a++) {
				size_t t = order[a];
				order[a] = order[--b];
				order[b] = t;
			}
			i = end > i ? end - 1 : i;
		}
}

static void
set_positions(struct chunks *k)
{
	const struct para_style *s = k->p->style;
	size_t *order = ARENA_ARRAY(k->arena, size_t, k->n);
	double width = 0;
	reorder(k, order);
	for (size_t i = 0; i < k->n; i++)
		width += k->c[i].w;
	double x = s->rtl ? s->measure - k->choice->shift - width : k->choice->shift;
	for (size_t i = 0; i < k->n; i++) {
		k->c[order[i]].x = x;
		x += k->c[order[i]].w;
	}
}

static struct chunks
chunks_of(struct arena *a, const struct para *p, size_t line)
{
	struct chunks k = {.arena = a, .p = p, .choice = &p->choice[line]};
	collect(&k);
	set_positions(&k);
	return k;
}

/* ---- items ---- */

static bool
same_item(const struct para *p, const struct chunk *a, const struct chunk *b)
{
	if (a->font != b->font || a->level != b->level || a->to != b->from || a->elem->rigid != b->elem->rigid)
		return false;
	if (a->elem->inl == b->elem->inl)
		return true;
	const struct inl *i = &p->inl[a->elem->inl], *j = &p->inl[b->elem->inl];
	return elem_style(p, a->elem) == elem_style(p, b->elem) && i->selem == j->selem && i->artifact == j->artifact &&
	    i->link == j->link;
}

static bool
is_drawn(const struct para *p, const struct chunk *c)
{
	const struct inl *in = &p->inl[c->elem->inl];
	if (c->elem->kind == ELEM_LEADER && in->selem == NULL && in->artifact == ARTIFACT_NONE)
		return false;
	return c->font != NULL && (c->to > c->from || c->hyphen);
}

struct filling {
	struct item *item; /* its array of glyphs is large enough */
	double size, em, x0;
	bool adds_hyphen;  /* the text gets a U+00AD: it does not end in one */
	uint32_t text_at;  /* byte of the paragraph where the item's text starts */
};

/* How many tatweels draw the chunk out, at this width of 1 em. */
static uint32_t
tatweels(const struct chunk *c, double em)
{
	double w = c->run != NULL ? (double)c->elem->word->tatweel * em : 0;
	return c->kashida > 0 && w > 0 ? (uint32_t)ceil(fmax(1, c->kashida / w - 0.01)) : 0;
}

static void
put_glyph(struct filling *f, uint32_t index, double x, double y, uint32_t byte)
{
	f->item->glyph[f->item->nglyph++] =
	    (struct glyph){.index = index, .x = (float)x, .y = (float)y, .cluster = byte - f->text_at};
}

/* Tatweels from `pen` on, side by side or, to fit, over each other; they belong to the letter before them. */
static void
put_tatweels(struct filling *f, const struct chunk *c, double pen, uint32_t byte)
{
	uint32_t g;
	double w = (double)c->elem->word->tatweel * f->em;
	uint32_t n = tatweels(c, f->em);
	font_has(c->font, TATWEEL, &g);
	for (uint32_t i = 0; i < n; i++)
		put_glyph(f, g, pen + (n > 1 ? i * (c->kashida - w) / (n - 1) : (c->kashida - w) / 2), 0, byte);
}

static void
put_word(struct filling *f, const struct chunks *k, const struct chunk *c)
{
	const struct elem *e = c->elem;
	const struct text_style *s = elem_style(k->p, e);
	double tracking = tracking_of(e, s, k->choice), pen = c->x - f->x0;
	bool drawn_out = c->kashida <= 0;
	for (uint32_t i = c->first; i < c->end; i++) {
		const struct word_glyph *g = &e->word->glyph[i];
		if (!drawn_out && g->cluster < e->word->kashida) {
			put_tatweels(f, c, pen, e->at + g->cluster);
			pen += c->kashida;
			drawn_out = true;
		}
		put_glyph(f, g->index, pen + (double)g->dx * f->em, -(double)g->dy * f->size, e->at + g->cluster);
		bool ends = i + 1 == c->run->to || e->word->glyph[i + 1].cluster != g->cluster;
		pen += (double)g->advance * f->em + (ends && !c->run->joined ? tracking : 0);
	}
}

static void
put_chunk(struct filling *f, const struct chunks *k, const struct chunk *c)
{
	uint32_t g = 0;
	if (c->run != NULL) {
		put_word(f, k, c);
		return;
	}
	if (c->font == NULL) /* a gap between ideographs */
		return;
	font_has(c->font, c->hyphen ? '-' : ' ', &g);
	put_glyph(f, g, c->x - f->x0, 0, c->hyphen && !f->adds_hyphen ? c->from - 2 : c->from);
}

/* A line under, through or over the letters; up: how far above the baseline, em. */
static void
put_line(const struct item *of, const struct text_style *s, double up, struct arena *a, struct page *page)
{
	*VEC_PUSH(a, page->item, page->nitem, page->cap) =
	    (struct item){.kind = ITEM_RULE, .artifact = ARTIFACT_LAYOUT, .x = of->x, .y = of->y - up * s->size_pt, .w = of->w,
	                  .h = font_metrics(of->font)->underline_size * s->size_pt, .rgb = of->rgb};
}

static struct span
item_text(const struct para *p, struct arena *a, uint32_t from, uint32_t to, bool hyphen)
{
	struct span t = p->origin == NULL ? span_sub(p->text, from, to) : span_sub(p->source, p->origin[from], p->origin[to]);
	size_t more = hyphen ? strlen(SOFT_HYPHEN) : 0;
	char *s = arena_alloc(a, t.n + more + 1);
	memcpy(s, t.s, t.n);
	memcpy(s + t.n, SOFT_HYPHEN, more);
	return (struct span){s, t.n + more};
}

/* A soft hyphen of the text, shown at the line end, is not written twice. */
static bool
adds_hyphen(const struct para *p, const struct chunk *first, const struct chunk *last)
{
	struct span t = span_sub(p->text, first->from, last->from);
	return last->hyphen && !span_ends(t, SOFT_HYPHEN);
}

/* The clusters of an item whose text starts at byte `from`, counted in what came. */
static void
tell_source(const struct para *p, struct item *item, uint32_t from)
{
	for (uint32_t i = 0; i < item->nglyph; i++)
		item->glyph[i].cluster = p->origin[from + item->glyph[i].cluster] - p->origin[from];
}

/* Chunks [from, to) of the line become one item. */
static void
put_item(const struct chunks *k, size_t from, size_t to, double left, double y, struct arena *a, struct page *page)
{
	const struct chunk *first = &k->c[from], *last = &k->c[to - 1];
	const struct inl *in = &k->p->inl[first->elem->inl];
	const struct text_style *s = elem_style(k->p, first->elem);
	double scale = (s->hscale > 0 ? s->hscale : 1) * expansion_of(first->elem, k->choice);
	bool rtl = first->level & 1;
	if (s->hidden)
		return;
	struct item item = {.kind = ITEM_GLYPHS, .selem = in->selem, .artifact = in->artifact, .y = y - s->rise_pt,
		.rgb = s->rgb, .font = first->font, .size_pt = s->size_pt, .hscale = (float)scale, .rtl = rtl,
		.lang = s->lang, .link = in->link};
	struct filling f = {.item = &item, .size = s->size_pt, .em = s->size_pt * scale, .text_at = first->from,
		.x0 = INFINITY, .adds_hyphen = adds_hyphen(k->p, first, last)};
	size_t most = 0;
	for (size_t i = from; i < to; i++) {
		f.x0 = fmin(f.x0, k->c[i].x);
		item.w += k->c[i].w;
		most += k->c[i].run != NULL ? k->c[i].end - k->c[i].first + tatweels(&k->c[i], f.em) : 1;
	}
	item.glyph = ARENA_ARRAY(a, struct glyph, most);
	for (size_t i = 0; i < to - from; i++)
		put_chunk(&f, k, &k->c[rtl ? to - 1 - i : from + i]);
	item.x = left + f.x0;
	item.tracking = (float)tracking_of(first->elem, s, k->choice);
	item.text = item_text(k->p, a, first->from, last->to, f.adds_hyphen);
	if (k->p->origin != NULL)
		tell_source(k->p, &item, first->from);
	*VEC_PUSH(k->arena, page->item, page->nitem, page->cap) = item;
	if (s->underline)
		put_line(&item, s, -font_metrics(item.font)->underline_pos, k->arena, page);
	if (s->strike)
		put_line(&item, s, font_metrics(item.font)->x_height / 2, k->arena, page);
	if (s->overline)
		put_line(&item, s, font_metrics(item.font)->ascent, k->arena, page);
}

/* ---- leaders ---- */

static void
put_dots(const struct chunks *k, const struct chunk *c, double left, double y, struct arena *a, struct page *page)
{
	const struct text_style *s = elem_style(k->p, c->elem);
	const struct inl *in = &k->p->inl[c->elem->inl];
	double em = style_em(s), step = in->pattern_pt > 0 ? in->pattern_pt : DOT_STEP_EM * em;
	uint32_t g;
	if (c->font == NULL || !font_has(c->font, '.', &g))
		return;
	double dot = (double)hb_font_get_glyph_h_advance(font_hb(c->font), g) / font_upem(c->font) * em;
	/* counted from the edge of the measure, so that dots of successive lines stand in columns */
	double from = c->x + DOT_GAP_EM * em, to = c->x + c->w - DOT_GAP_EM * em, edge = k->p->style->measure;
	step = fmax(step, dot);
	double x = edge - step * ceil((edge - to + dot) / step), low = edge - step * floor((edge - from) / step);
	size_t n = x >= low - 0.001 && step > 0 ? (size_t)((x - low) / step + 1.001) : 0;
	if (n == 0)
		return;
	struct item item = {.kind = ITEM_GLYPHS, .artifact = ARTIFACT_LAYOUT, .x = left + low, .y = y - s->rise_pt,
		.w = (double)(n - 1) * step + dot, .rgb = s->rgb, .font = c->font, .size_pt = s->size_pt,
		.hscale = (float)(s->hscale > 0 ? s->hscale : 1)};
	char *text = arena_alloc(a, n + 1);
	item.glyph = ARENA_ARRAY(a, struct glyph, n);
	item.nglyph = (uint32_t)n;
	memset(text, '.', n);
	item.text = (struct span){text, n};
	for (size_t i = 0; i < n; i++)
		item.glyph[i] = (struct glyph){.index = g, .x = (float)((double)i * step), .cluster = (uint32_t)i};
	*VEC_PUSH(k->arena, page->item, page->nitem, page->cap) = item;
}

static void
put_leader(const struct chunks *k, const struct chunk *c, double left, double y, struct arena *a, struct page *page)
{
	const struct inl *in = &k->p->inl[c->elem->inl];
	if (elem_style(k->p, c->elem)->hidden)
		return;
	if (in->pattern == LEADER_DOTS)
		put_dots(k, c, left, y, a, page);
	if (in->pattern != LEADER_RULE || c->w <= 0)
		return;
	const struct text_style *s = elem_style(k->p, c->elem);
	rule_draw(k->arena, page, in->rule, false,
	          &(struct item){.kind = ITEM_RULE, .artifact = ARTIFACT_LAYOUT, .x = left + c->x,
	                         .y = y - s->rise_pt - in->rule_pt, .w = c->w, .h = in->rule_pt, .rgb = s->rgb});
}

/* ---- boxes around inlines ---- */

/* A piece of a box on a line: chunks side by side. */
struct box_run {
	const struct boxed *boxed;
	double left, right;          /* from the left edge of the measure */
	size_t last;                 /* chunk, in their order from the left */
	bool begins, ends;           /* an edge of the box is in it */
};

static int
outer_first(const void *a, const void *b)
{
	const struct box_run *x = a, *y = b;
	return x->boxed->depth != y->boxed->depth ? (x->boxed->depth < y->boxed->depth ? -1 : 1)
	     : x->left < y->left ? -1 : x->left > y->left;
}

/* Chunk c is the n-th from the left: the boxes around it grow, or begin anew. */
static size_t
grow_runs(const struct chunks *k, const struct chunk *c, size_t n, struct box_run **run, size_t nrun, size_t *cap)
{
	uint32_t inl = c->elem->inl;
	for (uint32_t b = k->p->box_of[inl]; b > 0; b = k->p->boxed[b - 1].outer) {
		struct boxed *box = &k->p->boxed[b - 1];
		struct box_run *r = box->run > 0 ? &(*run)[box->run - 1] : NULL;
		if (r == NULL || r->last + 1 != n) {
			r = VEC_PUSH(k->arena, *run, nrun, *cap);
			*r = (struct box_run){.boxed = box, .left = c->x};
			box->run = nrun;
		}
		r->right = c->x + c->w;
		r->last = n;
		r->begins |= box->from == inl;
		r->ends |= box->to == inl;
	}
	return nrun;
}

static void
put_run(const struct chunks *k, const struct box_run *r, double left, double y, struct page *page)
{
	const struct inl *in = &k->p->inl[r->boxed->from];
	const struct inl_box *box = in->box;
	const struct text_style *s = in->style;
	const struct font_metrics *m =
	    font_metrics(fontlist_for(k->p->set, s->families, s->weight, s->italic)->font[0]);
	bool rtl = box->p->rtl;
	double from = r->left + (r->begins && !rtl ? box->apart_start : 0) + (r->ends && rtl ? box->apart_end : 0);
	double to = r->right - (r->ends && !rtl ? box->apart_end : 0) - (r->begins && rtl ? box->apart_start : 0);
	double up = m->ascent * s->size_pt + box->above, h = up + m->descent * s->size_pt + box->below;
	struct box b = {left + from, y - s->rise_pt - up, to - from, h, rtl, true, true,
	                r->begins || box->p->border_start_keeps == FO_W_RETAIN,
	                r->ends || box->p->border_end_keeps == FO_W_RETAIN};
	emit_background(k->arena, page, box->p, b.x, b.y, b.w, b.h);
	emit_borders(k->arena, page, box->p, &b);
}

/* Backgrounds and borders of a line's boxes, the outer ones first. */
static void
put_boxes(const struct chunks *k, double left, double y, struct page *page)
{
	size_t *order = ARENA_ARRAY(k->arena, size_t, k->n), n = 0, cap = 0;
	struct box_run *run = NULL;
	reorder(k, order);
	for (size_t i = 0; i < k->n; i++)
		n = grow_runs(k, &k->c[order[i]], i, &run, n, &cap);
	for (size_t i = 0; i < n; i++)
		k->p->boxed[run[i].boxed - k->p->boxed].run = 0;
	if (n > 1)
		qsort(run, n, sizeof *run, outer_first);
	for (size_t i = 0; i < n; i++)
		put_run(k, &run[i], left, y, page);
}

void
para_place(struct para *p, size_t i, double x, double y, struct arena *a, struct page *page)
{
	struct chunks k = chunks_of(p->arena, p, i);
	double left = p->style->rtl ? x - p->style->measure : x;
	if (p->box_of != NULL)
		put_boxes(&k, left, y, page);
	for (size_t from = 0, to; from < k.n; from = to) {
		to = from + 1;
		if (k.c[from].elem->kind == ELEM_LEADER)
			put_leader(&k, &k.c[from], left, y, a, page);
		if (!is_drawn(p, &k.c[from]))
			continue;
		size_t last = from; /* gaps between drawn chunks do not part an item */
		for (; to < k.n; to++) {
			if (k.c[to].elem->kind == ELEM_GAP)
				continue;
			if (!is_drawn(p, &k.c[to]) || k.c[to].elem->kind == ELEM_LEADER || k.c[last].hyphen ||
			    !same_item(p, &k.c[last], &k.c[to]))
				break;
			last = to;
		}
		to = last + 1;
		put_item(&k, from, to, left, y, a, page);
	}
}

/* ---- lines ---- */

static void
grow_line(struct para_line *l, const struct para *p, const struct elem *e)
{
	const struct text_style *s = elem_style(p, e);
	if (e->kind == ELEM_BOX) {
		l->ascent = fmax(l->ascent, p->inl[e->inl].height);
		l->descent = fmax(l->descent, p->inl[e->inl].depth);
		return;
	}
	const struct font *f = e->kind == ELEM_WORD && e->word->nrun > 0
	    ? fontlist_for(p->set, s->families, s->weight, s->italic)->font[0] : NULL;
	if (f == NULL)
		return;
	const struct font_metrics *m = font_metrics(f);
	double up = m->ascent * s->size_pt, down = m->descent * s->size_pt, lead = 0, rise = s->steady ? 0 : s->rise_pt;
	if (s->line_height_pt > 0)
		lead = (s->line_height_pt - up - down) / 2;
	if (lead > 0 && s->line_height_pt == p->style->line_height)
		lead = 0; /* the strut has it already; raised words need not push the line */
	l->ascent = fmax(l->ascent, up + lead + rise);
	l->descent = fmax(l->descent, down + lead - rise);
}

static void
strut(const struct para *p, struct para_line *l)
{
	const struct text_style *s = p->style->base;
	double height = p->style->line_height;
	l->ascent = 0.8 * height;
	l->descent = 0.2 * height;
	if (s == NULL)
		return;
	const struct font_metrics *m = font_metrics(fontlist_for(p->set, s->families, s->weight, s->italic)->font[0]);
	double half = (height - (m->ascent + m->descent) * s->size_pt) / 2;
	l->ascent = m->ascent * s->size_pt + half;
	l->descent = m->descent * s->size_pt + half;
}

static void
collect_boxes(struct para *p, size_t line)
{
	struct chunks k = chunks_of(p->arena, p, line);
	struct para_line *l = &p->line[line];
	struct para_box *box = ARENA_ARRAY(p->arena, struct para_box, k.n);
	for (size_t i = 0; i < k.n; i++) {
		const struct chunk *c = &k.c[i];
		if (c->elem->kind == ELEM_BOX)
			box[l->nbox++] = (struct para_box){.inl = &p->inl[c->elem->inl],
				.x = p->style->rtl ? p->style->measure - c->x - c->w : c->x};
	}
	l->box = box;
}

uint32_t
para_byte(const struct para *p, uint32_t b)
{
	const struct brk *k = &p->brk[b];
	return k->start < p->nelem ? p->elem[k->start].at + k->start_byte : (uint32_t)p->text.n;
}

static void
fill_line(struct para *p, size_t i)
{
	struct para_line *l = &p->line[i];
	const struct choice *c = &p->choice[i];
	const struct brk *a = &p->brk[c->from], *b = &p->brk[c->to];
	const struct text_style *seen = p->style->base;
	size_t gaps = 0;
	bool boxes = false;
	strut(p, l);
	for (uint32_t k = a->start; k < p->nelem && (k < b->end || (k == b->end && b->end_byte > 0)); k++) {
		const struct elem *e = &p->elem[k];
		if (e->kind == ELEM_BOX || elem_style(p, e) != seen) {
			grow_line(l, p, e);
			boxes |= e->kind == ELEM_BOX;
			seen = e->kind == ELEM_WORD ? elem_style(p, e) : seen;
		}
		if (e->kind == ELEM_SPACE && !e->rigid) {
			l->gap_pt += set_width(e, c);
			gaps++;
		}
	}
	l->gap_pt = gaps > 0 ? l->gap_pt / (double)gaps : 0;
	l->width = b->pre.w - a->post.w + b->hyphen;
	l->ratio = c->ratio;
	l->hyphenated = b->hyphen > 0;
	l->last = c->to + 1 == p->nbrk;
	l->from = c->from;
	l->to = c->to;
	if (boxes)
		collect_boxes(p, i);
}

/* Each mark goes to the line with the text before it. */
static void
share_points(struct para *p)
{
	size_t k = 0;
	void **user = ARENA_ARRAY(p->arena, void *, p->npoint);
	for (size_t i = 0; i < p->npoint; i++)
		user[i] = p->point[i].user;
	for (size_t i = 0; i < p->nline; i++) {
		uint32_t end = para_byte(p, p->choice[i].to);
		p->line[i].user = user + k;
		while (k < p->npoint && (p->point[k].at <= end || i + 1 == p->nline)) {
			p->line[i].nuser++;
			k++;
		}
	}
}

const struct para_line *
para_break(struct para *p, size_t *n)
{
	*n = 0;
	if (p->ninl == 0)
		return NULL;
	size_t count;
	uint32_t *chosen = linebreak(p->arena, p, &count);
	p->nline = count;
	p->line = ARENA_ARRAY(p->arena, struct para_line, count);
	p->choice = ARENA_ARRAY(p->arena, struct choice, count);
	for (size_t i = 0; i < count; i++) {
		line_fit(p, i == 0 ? 0 : chosen[i - 1], chosen[i], &p->choice[i], &p->line[i].overfull_pt);
		fill_line(p, i);
	}
	share_points(p);
	if (p->nelem == 0) /* only marks: a line without height carries them */
		p->line[0].ascent = p->line[0].descent = 0;
	*n = count;
	return p->line;
}
