/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
/*
 * What the finished file costs over a plain one: usage: finishing FO ROUNDS XML AKN.
 *
 * "plain" draws the pages as any program would that has Cairo write a PDF: glyphs and rules, no tags,
 * no links; and without letter spacing, for which Cairo would place every glyph by itself, in half as
 * many bytes again and twice the time.  "finished" is our file of the same pages, "carrying" the same
 * with the two files inside.  A line for each in each round: its name, milliseconds of processor time, bytes.
 */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/pdf.h"
#include "report/report_xml.h"

static double
processor_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static void
say(const char *what, double since, const struct buf *b)
{
	printf("%s %.3f %zu\n", what, processor_ms() - since, b->n);
}

static cairo_status_t
store(void *closure, const unsigned char *data, unsigned n)
{
	buf_add(closure, data, n);
	return CAIRO_STATUS_SUCCESS;
}

/* ---- the plain file ---- */

/* Faces live as long as the process. */
static cairo_font_face_t *
face_of(const struct font *font)
{
	static struct {
		const struct font *font;
		cairo_font_face_t *face;
	} known[64];
	size_t i = 0;
	while (i + 1 < sizeof known / sizeof *known && known[i].font != NULL && known[i].font != font)
		i++;
	if (known[i].font != font) {
		known[i].font = font;
		known[i].face = cairo_ft_font_face_create_for_ft_face(font_ft_face(font), FT_LOAD_NO_HINTING);
	}
	return known[i].face;
}

static void
draw_item(struct arena *a, cairo_t *cr, const struct item *it)
{
	cairo_set_source_rgb(cr, (it->rgb >> 16 & 0xFF) / 255.0, (it->rgb >> 8 & 0xFF) / 255.0, (it->rgb & 0xFF) / 255.0);
	if (it->kind == ITEM_RULE || it->kind == ITEM_RECT) {
		cairo_rectangle(cr, it->x, it->y, it->w, it->h);
		cairo_fill(cr);
	}
	if (it->kind != ITEM_GLYPHS)
		return;
	cairo_matrix_t m;
	cairo_matrix_init_scale(&m, it->size_pt * (double)(it->hscale > 0 ? it->hscale : 1), it->size_pt);
	cairo_set_font_face(cr, face_of(it->font));
	cairo_set_font_matrix(cr, &m);
	cairo_glyph_t *glyph = ARENA_ARRAY(a, cairo_glyph_t, it->nglyph + 1);
	for (size_t i = 0; i < it->nglyph; i++)
		glyph[i] = (cairo_glyph_t){it->glyph[i].index, it->x + (double)it->glyph[i].x - (double)it->tracking * (double)i,
		                           it->y + (double)it->glyph[i].y};
	cairo_show_glyphs(cr, glyph, (int)it->nglyph);
}

static void
draw_plain(const struct pages *pages, struct buf *out)
{
	struct arena *a = arena_new();
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(store, out, pages->page[0].w, pages->page[0].h);
	cairo_t *cr = cairo_create(surface);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cr, options);
	for (size_t i = 0; i < pages->npage; i++) {
		cairo_pdf_surface_set_size(surface, pages->page[i].w, pages->page[i].h);
		for (size_t k = 0; k < pages->page[i].nitem; k++)
			draw_item(a, cr, &pages->page[i].item[k]);
		cairo_show_page(cr);
	}
	cairo_font_options_destroy(options);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	cairo_surface_destroy(surface);
	arena_free(a);
}

/* ---- ours ---- */

static bool
draw_ours(const struct pages *pages, const struct pdf_attachment *inside, size_t n, struct buf *out, struct diag *d)
{
	struct arena *a = arena_new();
	struct buf raw = {0};
	const struct pdf_info info = {.date = "2024-05-06"};
	const struct parts *parts = parts_of(a, pages);
	bool ok = paint_parts(parts, &raw, d) && pdf_finish(buf_span(&raw), pages, parts, inside, n, &info, out, d);
	buf_free(&raw);
	arena_free(a);
	return ok;
}

static bool
one_round(const struct pages *pages, const struct pdf_attachment *inside, size_t n, struct diag *d)
{
	struct buf plain = {0}, finished = {0}, carrying = {0};
	unsetenv("CAIRO_DEBUG_PDF"); /* which paint_start() sets: Cairo compresses by itself */
	double t = processor_ms();
	draw_plain(pages, &plain);
	say("plain", t, &plain);
	paint_start();
	t = processor_ms();
	bool ok = draw_ours(pages, NULL, 0, &finished, d);
	say("finished", t, &finished);
	t = processor_ms();
	ok = draw_ours(pages, inside, n, &carrying, d) && ok;
	say("carrying", t, &carrying);
	buf_free(&plain);
	buf_free(&finished);
	buf_free(&carrying);
	return ok;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct fontset *fonts = fontset_open(d);
	struct span fo, xml, akn;
	struct pages *pages = NULL;
	if (argc == 5 && fonts != NULL && file_read(a, argv[1], &fo, d) && file_read(a, argv[3], &xml, d) &&
	    file_read(a, argv[4], &akn, d)) {
		xmlDoc *doc = report_load(fo, argv[1], d);
		const struct fo_tree *tree = doc != NULL ? fo_read(a, doc, argv[1], d) : NULL;
		pages = tree != NULL ? layout_pages(a, tree, fonts, d) : NULL;
		xmlFreeDoc(doc);
	}
	bool ok = pages != NULL && pages->npage > 0;
	for (int i = 0; ok && i < atoi(argv[2]); i++)
		ok = one_round(pages, (struct pdf_attachment[]){
			{"report.akn.xml", "application/akn+xml", "Alternative", "", akn, {NULL, 0}},
			{"report.xml", "application/xml", "Source", "", xml, {NULL, 0}}}, 2, d);
	if (!ok)
		diag_print_all(d, false, 0, stderr);
	fontset_free(fonts);
	diag_free(d);
	arena_free(a);
	return !ok;
}
