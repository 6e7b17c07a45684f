/* SPDX-License-Identifier: MIT */
/*
 * fuzz_pdf.c - glyphs at any places of a page, as a PDF may set them, to lines; those of every other draft
 * through every stage up to the report XML and its check.
 *
 * Six bytes are a glyph: which character; how far it stands from the one before, across and down, or
 * where on the page; its size; what is said of it.  A size of 0xFF begins a page.
 */
#include <math.h>
#include <stdint.h>

#include "fuzz/recognised.h"
#include "source/pdf.h"

#define GLYPH 6        /* bytes */
#define GLYPHS_MOST 50000
#define WIDTH 612.0f   /* pt of the page */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What the signs of a table, a label and a text from right to left are told by. */
static const uint32_t chars[] = {
	'a', 'n', 'e', 'T', 'A', '1', '2', '0', '.', ',', '(', ')', '-', ':', '/', '[', ']', '*', '"',
	'%', 0x2022, 0x2013, 0x2019,
	0xE9, 0x416, 0x436, 0x5D0, 0x627, 0x628, 0x644, 0x661, 0x60C, 0x64E, 0x4E00, 0x3001, 0xFF08,
	0xA0, 0xAD, 0x200F, 0x1D7CE,
};

/* Where the next glyph goes. */
struct pen {
	float x, foot;
};

static void
add_glyph(struct pdf_page *p, struct buf *text, struct pen *pen, const uint8_t *g)
{
	static const float odd[] = {NAN, INFINITY, -1e30f, 1e30f};
	float size = (float)(g[3] % 64) / 2, wide = size / 2;
	bool placed = g[4] & 0x80;
	size_t at = text->n;
	buf_addu(text, chars[g[0] % (sizeof chars / sizeof *chars)]);
	pen->x = placed ? (float)g[1] * 3 : pen->x + wide + (float)(int8_t)g[1] / 4;
	pen->foot = placed ? (float)g[2] * 4 : pen->foot + (float)(int8_t)g[2] / 4;
	if (g[5] == 0xFF)
		pen->x = odd[g[1] % 4];
	if (g[5] == 0xFE)
		size = odd[g[1] % 4];
	*VEC_PUSH(p->arena, p->glyph, p->nglyph, p->cap_glyph) = (struct pdf_glyph){
	    .at = (uint32_t)at, .n = (uint32_t)(text->n - at), .x1 = pen->x, .x2 = pen->x + wide, .y1 = pen->foot - size,
	    .y2 = pen->foot, .size = size, .bold = g[4] & 1, .italic = g[4] & 2, .blank = g[4] & 4, .starts = g[4] & 8,
	    .word = g[4] & 16, .again = g[4] & 32, .link = g[4] & 64 ? "https://example.org/" : NULL};
}

/* The glyphs up to the next page to lines; the bytes they took. */
static size_t
read_page(struct builder *b, const uint8_t *data, size_t n, uint32_t *lines, struct pdf_going *going)
{
	struct pdf_page page = {.arena = arena_new(), .width = WIDTH};
	struct buf text = {0};
	struct pen pen = {72, 72};
	size_t i = 0;
	for (; i + GLYPH <= n && (i == 0 || data[i + 3] != 0xFF); i += GLYPH)
		add_glyph(&page, &text, &pen, data + i);
	buf_addc(&text, '\0');
	page.text = text.data;
	pdf_page_lines(b, &page, lines, going);
	arena_free(page.arena);
	buf_free(&text);
	return i + GLYPH <= n ? i : n;
}

/* Lines and marks lie in the text, in its order. */
static void
check_lines(const struct draft *d)
{
	size_t end = 0;
	if (utf8_invalid(d->text) != SIZE_MAX)
		abort();
	for (size_t i = 0; i < d->nline; i++) {
		if (d->line[i].off < end || d->line[i].off + d->line[i].text.n > d->text.n)
			abort();
		end = d->line[i].off + d->line[i].text.n;
	}
	for (size_t i = 0; i < d->nmark; i++)
		if (d->mark[i].off > d->mark[i].end || d->mark[i].end > d->text.n)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n < GLYPH || n > GLYPH * GLYPHS_MOST)
		return 0;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct draft *draft = ARENA_NEW(a, struct draft);
	struct builder b = {.arena = a, .draft = draft, .diag = d, .packed = true};
	struct pdf_going going = {0};
	uint32_t lines = 0;
	draft->name = "fuzz";
	draft->form = SOURCE_PDF;
	for (size_t at = 0; at < n;) {
		b.line.page++;
		at += read_page(&b, data + at, n - at, &lines, &going);
	}
	if (build_finish(&b)) {
		struct recognise_options options = {0};
		check_lines(draft);
		draft->account.text = utf8_count(draft->text);
		if (data[0] & 0x80)
			xmlFreeDoc(recognised_draft(a, draft, &options, d));
	}
	diag_free(d);
	arena_free(a);
	return 0;
}
