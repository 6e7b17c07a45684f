/* SPDX-License-Identifier: MIT */
/*
 * pdf_draw.h - pages drawn from pieces of text, as PDF, for tests of what is read from them; include after cmocka.h.
 * Owns: nothing; the caller frees the buffers it gets.
 */
#ifndef TESTS_UNIT_PDF_DRAW_H
#define TESTS_UNIT_PDF_DRAW_H

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <stdio.h>

#include "base/text.h"

static inline cairo_status_t
write_bytes(void *to, const unsigned char *s, unsigned n)
{
	buf_add(to, s, n);
	return CAIRO_STATUS_SUCCESS;
}

/* Faces by file, so that no cache of a library outlives them; they last as long as the process. */
enum face { REGULAR, BOLD, ITALIC, NASKH, FACES };

static inline cairo_font_face_t *
face_of(enum face k)
{
	static const char *const files[FACES] = {
	    "liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf",
	    "liberation/LiberationSerif-Italic.ttf", "noto/NotoNaskhArabic-Regular.ttf"};
	static cairo_font_face_t *face[FACES];
	static FT_Library library;
	char path[100];
	FT_Face ft;
	if (library == NULL)
		assert_int_equal(FT_Init_FreeType(&library), 0);
	if (face[k] == NULL) {
		snprintf(path, sizeof path, "/usr/share/fonts/truetype/%s", files[k]);
		assert_int_equal(FT_New_Face(library, path, 0, &ft), 0);
		face[k] = cairo_ft_font_face_create_for_ft_face(ft, 0);
	}
	return face[k];
}

static inline void
show_in(cairo_t *cr, double x, double y, double size, enum face face, const char *text)
{
	cairo_set_font_face(cr, face_of(face));
	cairo_set_font_size(cr, size);
	cairo_move_to(cr, x, y);
	cairo_show_text(cr, text);
}

static inline void
show(cairo_t *cr, double x, double y, double size, bool bold, const char *text)
{
	show_in(cr, x, y, size, bold ? BOLD : REGULAR, text);
}

/* What a test draws on one page of a document. */
struct piece {
	double x, y, size;
	enum face face; /* false and true are REGULAR and BOLD */
	const char *text;
};

static inline struct buf
one_page(const struct piece *piece, size_t n)
{
	struct buf out = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
	cairo_t *cr = cairo_create(surface);
	for (size_t i = 0; i < n; i++)
		show_in(cr, piece[i].x, piece[i].y, piece[i].size, piece[i].face, piece[i].text);
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return out;
}

#define PAGE(pieces) one_page((pieces), sizeof(pieces) / sizeof *(pieces))

#endif
