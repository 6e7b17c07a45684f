/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "paint/paint.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "layout/font.h"
#include "layout/groups.h"
#include "paint/picture.h"

/*
 * Cairo 1.16 loses an array of 768 bytes of every CID-keyed CFF font it makes a subset of, which no
 * caller can reach.  Where leaks are looked for, those of its subsetting are passed over, no others.
 */
#ifdef LEAKS_ARE_SOUGHT
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_disable() ((void)0)
#define __lsan_enable() ((void)0)
#endif

/* Cairo's objects for one face; faces are few, so a list is searched. */
struct face {
	struct face *next;
	const struct font *font;
	cairo_font_face_t *cairo;
};

/* Glyphs of one font, size and colour that Cairo shows in one call; as long as the longest page. */
struct run {
	cairo_glyph_t *glyph;
	cairo_text_cluster_t *cluster;
	char *text;
	size_t nglyph, ncluster, ntext;
};

struct painter {
	struct arena *arena;
	cairo_t *cr;
	struct face *faces;
	struct picture *pictures;
	const struct face *face;     /* what is set in cr, with size and scale */
	double size_pt;
	float hscale;
	uint32_t rgb;
	bool untracked;              /* the tracking of this group is the finisher's */
	struct run run;
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

/* Cairo starts with black, and so does the painter. */
static void
set_colour(struct painter *p, uint32_t rgb)
{
	if (rgb == p->rgb)
		return;
	cairo_set_source_rgb(p->cr, (rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
	p->rgb = rgb;
}

/*
 * The clusters of an item in Cairo's form: in the order of the text, which is that of the glyphs,
 * or for rtl the opposite.  Returns the number, 0 when the clusters do not cover the text.
 */
static size_t
clusters_of(const struct item *it, cairo_text_cluster_t *out)
{
	size_t n = 0, count = it->nglyph;
	uint32_t at = 0;
	for (size_t k = 0; k < count;) {
		size_t from = k, i = it->rtl ? count - 1 - k : k;
		if (it->glyph[i].cluster != at)
			return 0;
		for (k++; k < count && it->glyph[it->rtl ? count - 1 - k : k].cluster == at; k++)
			;
		uint32_t end = k < count ? it->glyph[it->rtl ? count - 1 - k : k].cluster : (uint32_t)it->text.n;
		if (end <= at || end > it->text.n)
			return 0;
		out[n++] = (cairo_text_cluster_t){(int)(end - at), (int)(k - from)};
		at = end;
	}
	return n;
}

/* Add an item to the run; false when its text is not told by its glyphs. */
static bool
collect(struct painter *p, const struct item *it)
{
	struct run *r = &p->run;
	double tracking = p->untracked ? item_tracking_em(it) * it->size_pt * (double)(it->hscale > 0 ? it->hscale : 1) : 0;
	for (size_t i = 0; i < it->nglyph; i++)
		r->glyph[r->nglyph++] = (cairo_glyph_t){it->glyph[i].index, it->x + it->glyph[i].x - tracking * (double)i,
		                                        it->y + it->glyph[i].y};
	size_t n = clusters_of(it, r->cluster + r->ncluster);
	r->ncluster += n;
	memcpy(r->text + r->ntext, it->text.s, it->text.n);
	r->ntext += it->text.n;
	return n > 0 || it->nglyph == 0;
}

/*
 * Cairo leaves out a run without ink whose origin, in its 256ths of a point, is a whole number.  So
 * that no space is lost, such a run is moved a little.
 */
static void
save_blank(struct run *r)
{
	if (span_trim((struct span){r->text, r->ntext}).n > 0)
		return;
	for (size_t i = 0; i < r->nglyph; i++) {
		r->glyph[i].x += lround(r->glyph[i].x * 256) % 256 == 0 ? 1.0 / 128 : 0;
		r->glyph[i].y += lround(r->glyph[i].y * 256) % 256 == 0 ? 1.0 / 128 : 0;
	}
}

/* Show the items of a run, which are set alike. */
static void
draw_run(struct painter *p, const struct item *it, size_t n)
{
	struct run *r = &p->run;
	bool told = true;
	r->nglyph = r->ncluster = r->ntext = 0;
	for (size_t i = 0; i < n; i++)
		told = collect(p, &it[i]) && told;
	if (r->nglyph == 0)
		return;
	save_blank(r);
	set_font(p, it);
	set_colour(p, it->rgb);
	if (told)
		cairo_show_text_glyphs(p->cr, r->text, (int)r->ntext, r->glyph, (int)r->nglyph, r->cluster, (int)r->ncluster,
		                       it->rtl ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	else
		cairo_show_glyphs(p->cr, r->glyph, (int)r->nglyph);
}

/* Room for all glyphs and all text of the fullest page. */
static void
make_room(struct painter *p, const struct pages *pages)
{
	size_t most = 0, longest = 0;
	for (size_t i = 0; i < pages->npage; i++) {
		size_t glyphs = 0, bytes = 0;
		for (size_t k = 0; k < pages->page[i].nitem; k++) {
			glyphs += pages->page[i].item[k].nglyph;
			bytes += pages->page[i].item[k].text.n;
		}
		most = glyphs > most ? glyphs : most;
		longest = bytes > longest ? bytes : longest;
	}
	p->run.glyph = ARENA_ARRAY(p->arena, cairo_glyph_t, most + 1);
	p->run.cluster = ARENA_ARRAY(p->arena, cairo_text_cluster_t, most + 1);
	p->run.text = arena_alloc(p->arena, longest + 1);
}

/* What is not glyphs. */
static bool
draw_box(struct painter *p, const struct item *it)
{
	if (it->kind == ITEM_IMAGE)
		return picture_draw(p->cr, p->arena, &p->pictures, it, p->diag);
	set_colour(p, it->rgb);
	cairo_rectangle(p->cr, it->x, it->y, it->w, it->h);
	cairo_fill(p->cr);
	return true;
}

static bool
draw_page(struct painter *p, const struct page *page)
{
	for (size_t i = 0; i < page->nitem;) {
		size_t end = page_group(page, i);
		p->untracked = page_untracked(page, i, end);
		/* Cairo knows no artifacts; every group is tagged alike and named by the finisher. */
		cairo_tag_begin(p->cr, "Span", NULL);
		for (size_t to; i < end; i = to) {
			to = page_run(page, i, end);
			if (page->item[i].kind == ITEM_GLYPHS)
				draw_run(p, &page->item[i], to - i);
			else if (!draw_box(p, &page->item[i]))
				return false;
		}
		cairo_tag_end(p->cr, "Span");
	}
	cairo_show_page(p->cr);
	return true;
}

static cairo_status_t
store(void *closure, const unsigned char *data, unsigned n)
{
	buf_add(closure, data, n);
	return CAIRO_STATUS_SUCCESS;
}

/* The content of pages stays as it is written, to be compressed once, by the finisher; Cairo has no other
 * way to be asked for it. */
void
paint_start(void)
{
	setenv("CAIRO_DEBUG_PDF", "1", 1);
}

bool
paint_pdf(const struct pages *pages, struct buf *out, struct diag *d)
{
	bool ok = false;
	struct painter p = {.arena = arena_new(), .diag = d};
	const struct page *first = pages->npage > 0 ? &pages->page[0] : NULL;
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(store, out, first ? first->w : 1, first ? first->h : 1);
	/* The finisher writes the real dates; Cairo would put the clock's. */
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
	p.cr = cairo_create(surface);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(p.cr, options);
	make_room(&p, pages);
	for (size_t i = 0; i < pages->npage; i++) {
		cairo_pdf_surface_set_size(surface, pages->page[i].w, pages->page[i].h);
		if (!draw_page(&p, &pages->page[i]))
			goto out;
	}
	/* A context's error never reaches its surface: ask both. */
	cairo_status_t status = cairo_status(p.cr);
	__lsan_disable();
	cairo_surface_finish(surface);
	__lsan_enable();
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
