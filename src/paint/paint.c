/* SPDX-License-Identifier: MIT */
#include "paint/paint.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "layout/font.h"
#include "layout/groups.h"
#include "paint/picture.h"

/* Cairo's objects for one face; faces are few, so a list is searched. */
struct face {
	struct face *next;
	const struct font *font;
	cairo_font_face_t *cairo;
};

struct painter {
	struct arena *arena;
	cairo_t *cr;
	struct face *faces;
	const struct face *face;     /* what is set in cr, with size and scale */
	double size_pt;
	float hscale;
	struct diag *diag;
};

static void
destroy_face(void *face)
{
	cairo_font_face_destroy(face);
}

static const struct face *
face_for(struct painter *p, const struct font *font)
{
	for (struct face *f = p->faces; f != NULL; f = f->next)
		if (f->font == font)
			return f;
	struct face *f = ARENA_NEW(p->arena, struct face);
	f->font = font;
	f->cairo = cairo_ft_font_face_create_for_ft_face(font_ft_face(font), FT_LOAD_NO_HINTING);
	arena_defer(p->arena, destroy_face, f->cairo);
	f->next = p->faces;
	p->faces = f;
	return f;
}

static void
set_font(struct painter *p, const struct item *it)
{
	const struct face *f = face_for(p, it->font);
	if (f == p->face && it->size_pt == p->size_pt && it->hscale == p->hscale)
		return;
	cairo_matrix_t m;
	cairo_matrix_init_scale(&m, it->size_pt * (it->hscale > 0 ? it->hscale : 1), it->size_pt);
	cairo_set_font_face(p->cr, f->cairo);
	cairo_set_font_matrix(p->cr, &m);
	p->face = f;
	p->size_pt = it->size_pt;
	p->hscale = it->hscale;
}

static void
set_colour(cairo_t *cr, uint32_t rgb)
{
	cairo_set_source_rgb(cr, (rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
}

/*
 * The clusters of a run in Cairo's form.  Glyph clusters rise for ltr text; for rtl they fall
 * and Cairo wants them backwards.  Returns the number, 0 when the clusters do not cover the text.
 */
static int
clusters_of(const struct item *it, cairo_text_cluster_t *out)
{
	int n = 0;
	uint32_t end = (uint32_t)it->text.n;
	size_t g = it->nglyph;
	if (it->rtl) {
		/* Glyphs run from the last character to the first. */
		for (size_t i = 0; i < it->nglyph;) {
			size_t k = i;
			while (k < it->nglyph && it->glyph[k].cluster == it->glyph[i].cluster)
				k++;
			out[n++] = (cairo_text_cluster_t){(int)(end - it->glyph[i].cluster), (int)(k - i)};
			end = it->glyph[i].cluster;
			i = k;
		}
		for (int a = 0, b = n - 1; a < b; a++, b--) {
			cairo_text_cluster_t t = out[a];
			out[a] = out[b];
			out[b] = t;
		}
		return end == 0 ? n : 0;
	}
	while (g > 0) {
		size_t k = g;
		uint32_t at = it->glyph[g - 1].cluster;
		while (k > 0 && it->glyph[k - 1].cluster == at)
			k--;
		if (at > end)
			return 0;
		out[n++] = (cairo_text_cluster_t){(int)(end - at), (int)(g - k)};
		end = at;
		g = k;
	}
	for (int a = 0, b = n - 1; a < b; a++, b--) {
		cairo_text_cluster_t t = out[a];
		out[a] = out[b];
		out[b] = t;
	}
	return end == 0 ? n : 0;
}

static void
draw_glyphs(struct painter *p, const struct item *it)
{
	cairo_glyph_t *glyphs = xcalloc(it->nglyph, sizeof *glyphs);
	cairo_text_cluster_t *clusters = xcalloc(it->nglyph, sizeof *clusters);
	for (size_t i = 0; i < it->nglyph; i++)
		glyphs[i] = (cairo_glyph_t){it->glyph[i].index, it->x + it->glyph[i].x, it->y + it->glyph[i].y};
	int n = clusters_of(it, clusters);
	set_font(p, it);
	set_colour(p->cr, it->rgb);
	if (n > 0)
		cairo_show_text_glyphs(p->cr, it->text.s, (int)it->text.n, glyphs, (int)it->nglyph, clusters, n,
		                       it->rtl ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	else
		cairo_show_glyphs(p->cr, glyphs, (int)it->nglyph);
	free(glyphs);
	free(clusters);
}

static bool
draw_item(struct painter *p, const struct item *it)
{
	switch (it->kind) {
	case ITEM_GLYPHS:
		if (it->nglyph > 0)
			draw_glyphs(p, it);
		return true;
	case ITEM_RULE:
	case ITEM_RECT:
		set_colour(p->cr, it->rgb);
		cairo_rectangle(p->cr, it->x, it->y, it->w, it->h);
		cairo_fill(p->cr);
		return true;
	case ITEM_IMAGE:
		return picture_draw(p->cr, it, p->diag);
	}
	return false;
}

static bool
draw_page(struct painter *p, const struct page *page)
{
	for (size_t i = 0; i < page->nitem;) {
		size_t end = page_group(page, i);
		/* Cairo knows no artifacts; every group is tagged alike and named by the finisher. */
		cairo_tag_begin(p->cr, "Span", NULL);
		for (; i < end; i++)
			if (!draw_item(p, &page->item[i]))
				return false;
		cairo_tag_end(p->cr, "Span");
	}
	cairo_show_page(p->cr);
	return true;
}

static cairo_status_t
collect(void *closure, const unsigned char *data, unsigned n)
{
	buf_add(closure, data, n);
	return CAIRO_STATUS_SUCCESS;
}

bool
paint_pdf(const struct pages *pages, struct buf *out, struct diag *d)
{
	bool ok = false;
	struct painter p = {.arena = arena_new(), .diag = d};
	const struct page *first = pages->npage > 0 ? &pages->page[0] : NULL;
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(collect, out, first ? first->w : 1, first ? first->h : 1);
	/* The finisher writes the real dates; Cairo would put the clock's. */
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
	p.cr = cairo_create(surface);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(p.cr, options);
	for (size_t i = 0; i < pages->npage; i++) {
		cairo_pdf_surface_set_size(surface, pages->page[i].w, pages->page[i].h);
		if (!draw_page(&p, &pages->page[i]))
			goto out;
	}
	/* A context's error never reaches its surface: ask both. */
	cairo_status_t status = cairo_status(p.cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	if (status != CAIRO_STATUS_SUCCESS) {
		diag(d, DIAG_PAINT_FAILED, (struct pos){0}, "%s", cairo_status_to_string(status));
		goto out;
	}
	ok = true;
out:
	cairo_font_options_destroy(options);
	cairo_destroy(p.cr);
	cairo_surface_destroy(surface);
	arena_free(p.arena);
	return ok;
}
