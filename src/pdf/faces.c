/* SPDX-License-Identifier: MIT */
#include "pdf/faces.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/unicode.h"

#define CODES 65536 /* of one font */

/* A font while it is read. */
struct source {
	struct code_map map;
	float *em;        /* by code: the advance of a glyph that is still to be met; < 0 = there is none */
	size_t nem;
};

struct reading {
	struct drawing *d;
	struct faces *faces;
	struct source *source;   /* by faces->font */
	size_t nsource, cap_source;
	size_t font;             /* the current one; nsource = none yet */
	const struct parts *parts;
	size_t part, glyph;      /* the next to be met */
};

static float
number(struct span t)
{
	char text[32] = "";
	memcpy(text, t.s, t.n < sizeof text ? t.n : sizeof text - 1);
	return strtof(text, NULL);
}

static void
set_width(struct source *s, size_t code, struct span t)
{
	if (code < s->nem)
		s->em[code] = number(t) / 1000;
}

/* "[w w ...]" from the code `first` on; t stands behind the bracket. */
static void
read_row(struct source *s, size_t first, struct tokens *t)
{
	for (struct span k = token_next(t); k.n > 0 && !span_is(k, "]"); k = token_next(t))
		set_width(s, first++, k);
}

/* Widths of a simple font (9.2.4), or of the font below a composite one: "[c [w w ...] ...]" (9.7.4.3). */
static bool
read_widths(struct reading *r, struct source *s, struct span dict, bool wide)
{
	struct span row = drawing_value(r->d, drawing_entry(dict, wide ? "/W" : "/Widths"));
	struct tokens t = {row.s, row.n, 0};
	long first;
	s->nem = wide ? CODES : 256;
	s->em = ARENA_ARRAY(r->d->arena, float, s->nem);
	for (size_t i = 0; i < s->nem; i++)
		s->em[i] = -1;
	if (!span_is(token_next(&t), "["))
		return false;
	if (!wide) {
		bool ok = token_integer(drawing_entry(dict, "/FirstChar"), &first) && first >= 0;
		if (ok)
			read_row(s, (size_t)first, &t);
		return ok;
	}
	for (struct span k = token_next(&t); token_integer(k, &first); k = token_next(&t)) {
		if (first < 0 || !span_is(token_next(&t), "["))
			return false;
		read_row(s, (size_t)first, &t);
	}
	return true;
}

/* The font of a resource name, read when it is met first; false when it is none of the page's. */
static bool
choose_font(struct reading *r, struct span name)
{
	struct faces *f = r->faces;
	for (r->font = 0; r->font < f->nfont; r->font++)
		if (span_eq(f->font[r->font].name, name))
			return true;
	struct span dict = drawing_value(r->d, drawing_entry(f->resources, arena_strndup(r->d->arena, name.s, name.n)));
	const struct drawn *map = drawing_referred(r->d, drawing_entry(dict, "/ToUnicode"));
	struct span kind = drawing_entry(dict, "/Subtype");
	bool wide = span_is(kind, "/Type0");
	if (dict.n == 0 || span_is(kind, "/Type3")) /* the widths of glyphs made of pictures are in other units (9.6.5) */
		return false;
	*VEC_PUSH(r->d->arena, f->font, f->nfont, f->cap) = (struct code_font){name, wide};
	struct source *s = VEC_PUSH(r->d->arena, r->source, r->nsource, r->cap_source);
	if (map != NULL && map->stream)
		code_map_read(r->d->arena, map->data, &s->map);
	if (wide) {
		struct span below = drawing_value(r->d, drawing_entry(dict, "/DescendantFonts")); /* "[ref]" */
		dict = drawing_value(r->d, span_sub(below, 1, below.n));
	}
	return read_widths(r, s, dict, wide);
}

/* Go on to the font of the next glyph; false when the parts have no more. */
static bool
next_glyph(struct reading *r)
{
	while (r->part < r->parts->nfont && r->glyph == r->parts->font[r->part].nglyph) {
		r->part++;
		r->glyph = 0;
	}
	return r->part < r->parts->nfont;
}

/* The next glyph of the parts is shown by this code of the current font, which shows no other. */
static bool
take_glyph(struct reading *r, unsigned code)
{
	if (!next_glyph(r) || r->font >= r->nsource)
		return false;
	struct source *s = &r->source[r->font];
	if (code >= s->nem || s->em[code] < 0)
		return false;
	const char *text = code_map_find(&s->map, code);
	r->faces->glyph[r->part][r->glyph++] = (struct shown_glyph){
	    .font = (uint16_t)r->font, .code = (uint16_t)code, .em = s->em[code], .text = span_of(text != NULL ? text : ""),
	};
	s->em[code] = -1;
	return true;
}

static bool
take_string(struct reading *r, struct span bytes)
{
	bool wide = r->font < r->nsource && r->faces->font[r->font].wide;
	const unsigned char *s = (const unsigned char *)bytes.s;
	for (size_t i = 0; i + wide < bytes.n; i += 1 + wide)
		if (!take_glyph(r, wide ? (unsigned)(s[i] << 8 | s[i + 1]) : s[i]))
			return false;
	return true;
}

/* All glyphs that the content shows; what it says of their text is told better by the fonts' maps. */
static bool
read_content(struct reading *r, struct span content)
{
	bool ok = true;
	struct buf bytes = {0};
	struct span name = {0};
	struct tokens t = {content.s, content.n, 0};
	for (struct span k = token_next(&t); ok && k.n > 0; k = token_next(&t)) {
		if (k.s[0] == '/')
			name = k;
		else if (span_is(k, "<<"))
			while (k.n > 0 && !span_is(k, ">>"))
				k = token_next(&t);
		else if (span_is(k, "Tf"))
			ok = choose_font(r, name);
		else if (k.s[0] == '(' || span_is(k, "<")) {
			bytes.n = 0;
			string_bytes(&t, k, &bytes);
			ok = take_string(r, buf_span(&bytes));
		}
	}
	buf_free(&bytes);
	return ok && !next_glyph(r);
}

const struct faces *
faces_read(struct drawing *d, const struct parts *parts)
{
	struct faces *f = ARENA_NEW(d->arena, struct faces);
	struct reading r = {.d = d, .faces = f, .parts = parts};
	f->glyph = ARENA_ARRAY(d->arena, struct shown_glyph *, parts->nfont + 1);
	for (size_t i = 0; i < parts->nfont; i++)
		f->glyph[i] = ARENA_ARRAY(d->arena, struct shown_glyph, parts->font[i].nglyph + 1);
	f->resources = drawing_value(d, drawing_entry(drawing_value(d, d->page[0].resources), "/Font"));
	if (read_content(&r, d->page[0].content))
		return f;
	diag(d->diag, DIAG_PDF_FAILED, (struct pos){0}, "the drawing has other glyphs");
	return NULL;
}
