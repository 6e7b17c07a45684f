/* SPDX-License-Identifier: MIT */
/*
 * pdf_sample.h - two pages put together by hand, and the file made of them, for the tests of PDF.
 * Needs: cmocka, paint, pdf.  Owns: nothing; setup() and teardown() own the pages.
 */
#ifndef PDF_SAMPLE_H
#define PDF_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "layout/font.h"
#include "paint/paint.h"
#include "pdf/pdf.h"

#define FACE "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"

/* One face stands in for the font set: these pages need no shaping. */
struct font {
	FT_Face face;
	struct font_metrics metrics;
};

void *
font_ft_face(const struct font *f)
{
	return f->face;
}

const char *
font_name(const struct font *f)
{
	return FT_Get_Postscript_Name(f->face);
}

const struct font_metrics *
font_metrics(const struct font *f)
{
	return &f->metrics;
}

struct sample {
	FT_Library library;
	struct font font;
	struct pages pages;
};

static struct selem *
element(struct pages *p, struct selem *parent, const char *role)
{
	struct selem *e = ARENA_NEW(p->arena, struct selem);
	e->role = role;
	e->parent = parent;
	e->index = (unsigned)p->nselem;
	*VEC_PUSH(p->arena, p->selem, p->nselem, p->cap_selem) = e;
	if (parent != NULL) {
		if (parent->last != NULL)
			parent->last->next = e;
		else
			parent->first = e;
		parent->last = e;
	}
	return e;
}

static struct item *
words(struct sample *s, struct page *page, struct selem *e, double x, double y, const char *text)
{
	struct item *it = VEC_PUSH(s->pages.arena, page->item, page->nitem, page->cap);
	*it = (struct item){.kind = ITEM_GLYPHS, .selem = e, .x = x, .y = y, .font = &s->font, .size_pt = 10, .hscale = 1};
	it->text = span_of(text);
	it->nglyph = (uint32_t)it->text.n;
	it->glyph = ARENA_ARRAY(s->pages.arena, struct glyph, it->text.n);
	for (uint32_t i = 0; i < it->nglyph; i++) {
		it->glyph[i] = (struct glyph){FT_Get_Char_Index(s->font.face, (unsigned char)text[i]), (float)it->w, 0, i};
		FT_Load_Glyph(s->font.face, it->glyph[i].index, FT_LOAD_NO_SCALE);
		it->w += s->font.face->glyph->advance.x * 10.0 / s->font.face->units_per_EM;
	}
	return it;
}

static int
setup(void **state)
{
	struct sample *s = calloc(1, sizeof *s);
	paint_start();
	FT_Init_FreeType(&s->library);
	if (s == NULL || FT_New_Face(s->library, FACE, 0, &s->font.face) != 0)
		return -1;
	s->font.metrics = (struct font_metrics){.ascent = 0.9, .descent = 0.2};
	struct pages *p = &s->pages;
	p->arena = arena_new();
	p->lang = "en";
	p->title = "A short paper";
	p->root = element(p, NULL, "Document");
	struct selem *head = element(p, p->root, "H1"), *par = element(p, p->root, "P");
	struct selem *ref = element(p, par, "Link"), *first = element(p, par, "Emphasis");
	struct selem *note = element(p, p->root, "Note"), *in = element(p, note, "P");
	note->id = "n1";
	ref->ref = "n1";
	static struct link link = {.uri = "https://example.org/", .contents = "A page of examples"};
	link.selem = ref;
	for (unsigned i = 0; i < 2; i++) {
		struct page *page = VEC_PUSH(p->arena, p->page, p->npage, p->cap_page);
		*page = (struct page){.w = 300, .h = 200, .number = i + 1};
		words(s, page, NULL, 20, 20, "Running head")->artifact = ARTIFACT_HEADER;
		if (i == 0) {
			words(s, page, head, 20, 50, "Opening");
			words(s, page, ref, 20, 70, "A link that goes")->link = &link;
			words(s, page, ref, 20, 85, "over two lines")->link = &link;
			words(s, page, first, 20, 100, " and words that go on ");
		} else {
			words(s, page, first, 20, 50, "over the page.");
		}
		words(s, page, in, 20, 180, i == 0 ? "A note that " : "goes on.")->lang = i == 0 ? "en" : "fr";
	}
	*VEC_PUSH(p->arena, p->dest, p->ndest, p->cap_dest) = (struct dest){"top", 0, 20, 40};
	*VEC_PUSH(p->arena, p->outline, p->noutline, p->cap_outline) = (struct outline){"Opening", "top", 1, true};
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct sample *s = *state;
	arena_free(s->pages.arena);
	FT_Done_FreeType(s->library);
	free(s);
	return 0;
}

static void
make(struct sample *s, struct buf *out)
{
	struct diag *d = diag_new();
	struct buf raw = {0};
	const struct pdf_attachment a[] = {
	    {"paper.xml", "application/xml", "Source", "The source", SPAN_LIT("<paper/>"), {NULL, 0}},
	    {"../a\\draft.txt", "text/plain", "Source", "The draft", SPAN_LIT("Opening"), {NULL, 0}},
	};
	struct pdf_info info = {.date = "2024-05-06"};
	const struct parts *parts = parts_of(s->pages.arena, &s->pages);
	assert_true(paint_parts(parts, &raw, d));
	assert_true(pdf_finish(buf_span(&raw), &s->pages, parts, a, 2, &info, out, d));
	assert_int_equal(diag_count(d), 0);
	buf_free(&raw);
	diag_free(d);
}

static inline qpdf_oh
path(qpdf_data q, qpdf_oh at, const char *const *key)
{
	for (; *key != NULL; key++)
		at = **key == '/' ? qpdf_oh_get_key(q, at, *key) : qpdf_oh_get_array_item(q, at, atoi(*key));
	return at;
}

#define PATH(q, at, ...) path((q), (at), (const char *const[]){__VA_ARGS__, NULL})

#endif
