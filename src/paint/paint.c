/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "paint/paint.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limit.h"
#include "layout/font.h"
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

/* The page of glyphs, pt.  Nobody sees it, but Cairo leaves out what is off it. */
#define SPECIMEN_SIDE 1000
/*
 * Where all glyphs stand, in two heaps.  Cairo leaves out a run without ink whose origin, in its 256ths of
 * a point, is a whole number, and one of several glyphs that stand in one place; spaces may be all that is
 * used of a font.
 */
#define SPECIMEN_PLACE (SPECIMEN_SIDE / 2 + 1.0 / 128)
#define SPECIMEN_SIZE_PT 10

/* Every glyph of a font as a cluster of its own, with the text it is to spell. */
static void
draw_font(struct arena *a, cairo_t *cr, const struct part_font *f)
{
	cairo_glyph_t *glyph = ARENA_ARRAY(a, cairo_glyph_t, f->nglyph);
	cairo_text_cluster_t *cluster = ARENA_ARRAY(a, cairo_text_cluster_t, f->nglyph);
	struct buf text = {0};
	buf_adds(&text, "");
	for (size_t i = 0; i < f->nglyph; i++) {
		glyph[i] = (cairo_glyph_t){f->glyph[i].index, SPECIMEN_PLACE + (double)(i % 2), SPECIMEN_PLACE};
		cluster[i] = (cairo_text_cluster_t){(int)f->glyph[i].text.n, 1};
		buf_addspan(&text, f->glyph[i].text);
	}
	cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(font_ft_face(f->font), FT_LOAD_NO_HINTING);
	cairo_set_font_face(cr, face);
	cairo_show_text_glyphs(cr, text.data, (int)text.n, glyph, (int)f->nglyph, cluster, (int)f->nglyph, 0);
	cairo_font_face_destroy(face);
	buf_free(&text);
}

static void
draw_specimen(struct arena *a, cairo_t *cr, const struct parts *parts)
{
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cr, options);
	cairo_font_options_destroy(options);
	cairo_set_font_size(cr, SPECIMEN_SIZE_PT);
	for (size_t i = 0; i < parts->nfont; i++)
		draw_font(a, cr, &parts->font[i]);
	cairo_show_page(cr);
}

static cairo_status_t
store(void *closure, const unsigned char *data, unsigned n)
{
	buf_add(closure, data, n);
	return CAIRO_STATUS_SUCCESS;
}

/* Streams stay as they are written, to be read and compressed by the finisher; Cairo has no other way to be
 * asked for it. */
void
paint_start(void)
{
	setenv("CAIRO_DEBUG_PDF", "1", 1);
}

bool
paint_parts(const struct parts *parts, struct buf *out, struct diag *d)
{
	bool ok = true;
	struct picture *pictures = NULL;
	struct arena *arena = arena_new();
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(store, out, SPECIMEN_SIDE, SPECIMEN_SIDE);
	/* Nobody reads it, but Cairo would put the clock's. */
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
	cairo_t *cr = cairo_create(surface);
	draw_specimen(arena, cr, parts);
	for (size_t i = 0; ok && i < parts->nimage; i++) {
		cairo_pdf_surface_set_size(surface, parts->image[i].w, parts->image[i].h);
		ok = picture_draw(cr, arena, &pictures, &parts->image[i], d);
		cairo_show_page(cr);
	}
	/* A context's error never reaches its surface: ask both. */
	cairo_status_t status = cairo_status(cr);
	__lsan_disable();
	cairo_surface_finish(surface);
	__lsan_enable();
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	if (status == CAIRO_STATUS_NO_MEMORY)
		limit_hit(DIAG_OUT_OF_MEMORY);
	if (ok && status != CAIRO_STATUS_SUCCESS) {
		diag(d, DIAG_PAINT_FAILED, (struct pos){0}, "%s", cairo_status_to_string(status));
		ok = false;
	}
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	arena_free(arena);
	return ok;
}
