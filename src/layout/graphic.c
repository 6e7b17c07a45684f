/* SPDX-License-Identifier: MIT */
/* graphic.c - pictures in lines: their viewport and their scale (XSL 1.1 §6.6.5, §7.15, §7.26). */
#include <math.h>
#include <string.h>

#include "layout/font_set.h"
#include "layout/image.h"
#include "layout/stack.h"

#define MISSING_PT 12 /* side of what stands for a picture that cannot be used */

struct loaded_image {
	struct loaded_image *next;
	const char *src;
	const struct image *image;
};

static const struct image *
load(struct layout *l, const struct fo_node *node, const char *src)
{
	for (const struct loaded_image *i = *l->images; i != NULL; i = i->next)
		if (strcmp(i->src, src) == 0)
			return i->image;
	const char *why;
	struct loaded_image *i = ARENA_NEW(l->keep, struct loaded_image);
	i->src = src;
	i->image = image_load(l->keep, l->tree->file, l->tree->pictures, src, node->pos, &why);
	i->next = *l->images;
	*l->images = i;
	if (i->image == NULL && why != NULL)
		diag(l->diag, DIAG_LAYOUT_IMAGE, node->pos, "%.200s: %s", image_shown(src), why);
	if (i->image != NULL && image_may_have_text(i->image))
		fontset_share(l->fonts);
	if (i->image != NULL && fo_attr(node, FO_A_ALT_TEXT) == NULL && !tag_is_artifact(node))
		diag(l->diag, DIAG_LAYOUT_NO_ALT, node->pos, "%.200s", image_shown(src));
	return i->image;
}

/* The scale that one direction asks for: of the picture's own size to a length or to its box. */
static double
asked_scale(const struct fo_len *content, double own, double box)
{
	if (content->fit == FO_FIT_NONE)
		return content->is_auto ? 0 : (content->pt + content->part * own) / own;
	double s = box > 0 ? box / own : 1;
	return content->fit == FO_FIT_DOWN ? fmin(s, 1) : content->fit == FO_FIT_UP ? fmax(s, 1) : s;
}

/* Size of the picture; vw and vh are its box, 0 where that has the picture's own size. */
static void
content_size(const struct fo_props *p, const struct image *im, double vw, double vh, double *w, double *h)
{
	double sx = asked_scale(&p->content_width, im->w, vw), sy = asked_scale(&p->content_height, im->h, vh);
	if (p->scaling == FO_W_UNIFORM && sx > 0 && sy > 0 && (p->content_width.fit || p->content_height.fit)) {
		/* A direction without a box of its own asks for nothing. */
		bool free_x = p->content_width.fit && vw == 0, free_y = p->content_height.fit && vh == 0;
		sx = free_x && !free_y ? sy : free_y && !free_x ? sx : fmin(sx, sy);
		sy = sx;
	}
	if (sx == 0)
		sx = sy > 0 && p->scaling == FO_W_UNIFORM ? sy : 1;
	if (sy == 0)
		sy = p->scaling == FO_W_UNIFORM ? sx : 1;
	*w = im->w * sx;
	*h = im->h * sy;
}

static double
given(const struct fo_len *x, double base)
{
	return x->is_auto ? 0 : x->pt + x->part * base;
}

static double
edge(enum fo_word style, const struct fo_len *border, const struct fo_len *padding)
{
	return padding->pt + (style == FO_W_NONE || style == FO_W_HIDDEN ? 0 : border->pt);
}

/* Where a picture smaller than its box stands in it. */
static double
shift(enum fo_word align, double slack, bool rtl)
{
	switch (align) {
	case FO_W_CENTER: return slack / 2;
	case FO_W_AFTER:
	case FO_W_RIGHT: return slack;
	case FO_W_END: return rtl ? 0 : slack;
	case FO_W_START: return rtl ? slack : 0;
	default: return 0;
	}
}

static double
at_most(double x, const struct fo_len *most, double base)
{
	return most->is_auto ? x : fmin(x, most->pt + most->part * base);
}

/* How far a picture so high, alignment apart shifted by nothing, reaches below the baseline. */
static double
depth_of(struct layout *l, const struct fo_props *p, double h)
{
	if (p->alignment_baseline == FO_W_AUTO || p->alignment_baseline == FO_W_BASELINE)
		return 0;
	const struct font *f = fontlist_for(l->fonts, p->font_family, p->font_weight, p->font_style != FO_W_NORMAL)->font[0];
	const struct font_metrics *m = font_metrics(f);
	switch (p->alignment_baseline) {
	case FO_W_BEFORE_EDGE:
	case FO_W_TEXT_BEFORE_EDGE: return h - m->ascent * p->font_size;
	case FO_W_AFTER_EDGE:
	case FO_W_TEXT_AFTER_EDGE: return m->descent * p->font_size;
	case FO_W_CENTRAL: return (h - (m->ascent - m->descent) * p->font_size) / 2;
	case FO_W_MIDDLE: return (h - m->x_height * p->font_size) / 2;
	default: return 0;
	}
}

struct graphic *
graphic_measure(struct layout *l, const struct fo_node *node, double measure, struct inl *in)
{
	const struct fo_props *p = node->p;
	const char *src = fo_attr(node, FO_A_SRC);
	struct graphic *g = ARENA_NEW(l->arena, struct graphic);
	g->p = p;
	double start = edge(p->border_start_style, &p->border_start_width, &p->padding_start);
	double before = edge(p->border_before_style, &p->border_before_width, &p->padding_before);
	double w_edges = start + edge(p->border_end_style, &p->border_end_width, &p->padding_end);
	double h_edges = before + edge(p->border_after_style, &p->border_after_width, &p->padding_after);
	double vw = given(&p->width, measure), vh = given(&p->height, l->body_height);
	g->image = src != NULL ? load(l, node, src) : NULL;
	g->w = g->h = MISSING_PT;
	if (g->image != NULL)
		content_size(p, g->image, vw, vh, &g->w, &g->h);
	/* A picture that may have its own size stays within the column and the page. */
	double most_w = at_most(measure - w_edges, &p->width_max, measure);
	double most_h = at_most(l->body_height - h_edges - p->line_height.pt, &p->height_max, l->body_height);
	double fit = fmin(vw == 0 && g->w > most_w ? most_w / g->w : 1, vh == 0 && g->h > most_h ? most_h / g->h : 1);
	if (fit > 0 && fit < 1) {
		g->w *= fit;
		g->h *= fit;
	}
	vw = fmax(vw > 0 ? vw : g->w, given(&p->width_min, measure));
	vh = fmax(vh > 0 ? vh : g->h, given(&p->height_min, l->body_height));
	g->x = start + shift(p->text_align, vw - g->w, p->rtl);
	g->y = before + shift(p->display_align, vh - g->h, false);
	in->user = g;
	in->width = vw + w_edges;
	in->depth = depth_of(l, p, vh + h_edges) - p->baseline_shift;
	in->height = vh + h_edges - in->depth;
	return g;
}

void
graphic_place(struct arena *a, struct page *page, const struct graphic *g, double x, double y, double w, double h)
{
	emit_background(a, page, g->p, x, y, w, h);
	emit_borders(a, page, g->p, &(struct box){x, y, w, h, g->p->rtl, true, true, true, true});
	if (g->image == NULL || g->p->visibility != FO_W_VISIBLE)
		return;
	*VEC_PUSH(a, page->item, page->nitem, page->cap) =
	    (struct item){.kind = ITEM_IMAGE, .selem = g->selem, .artifact = g->artifact, .x = x + g->x, .y = y + g->y,
	                  .w = g->w, .h = g->h, .image = g->image, .link = g->link};
}
