/* SPDX-License-Identifier: MIT */
/*
 * pdf_piece.c - lines of a page cut into pieces by the distances between their glyphs.
 *
 * What a producer wrote as a blank may be no wider than a hair ("fact -checking"), and cells of a
 * table may have no blank between them at all: places are what a reader sees, so places decide.
 */
#include <stdlib.h>
#include <string.h>

#include "source/pdf.h"

#define HAIR 0.1f    /* em: a blank this narrow is none */
#define NARROW 0.17f /* em: so is this, where the blanks of the line are at least twice as wide */
#define WORD 0.3f    /* em: distance that parts words though the text has no blank */
#define WIDE 0.95f   /* em: distance that parts pieces, where the line is not set wide open */
#define BLANKS_MOST 512

float
pdf_main_size(const struct pdf_page *p, uint32_t from, uint32_t to)
{
	float size = 0;
	uint32_t best = 0;
	for (uint32_t i = from; i < to;) {
		uint32_t k = i;
		while (k < to && p->glyph[k].size == p->glyph[i].size)
			k++;
		if (k - i > best && p->glyph[i].size > 0) {
			best = k - i;
			size = p->glyph[i].size;
		}
		i = k;
	}
	return size;
}

float
pdf_main_foot(const struct pdf_page *p, uint32_t from, uint32_t to, float size)
{
	float foot = 0;
	for (uint32_t i = from; i < to; i++)
		if (p->glyph[i].size > size * 0.8f && p->glyph[i].y2 > foot)
			foot = p->glyph[i].y2;
	return foot > 0 ? foot : p->glyph[from].y2;
}

static bool
is_right_to_left(uint32_t c)
{
	return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF);
}

/* Do the glyphs go from left to right on one base line? */
static bool
is_upright(const struct pdf_page *p, uint32_t from, uint32_t to)
{
	float dx = 0, dy = 0;
	for (uint32_t i = from; i < to; i++) {
		size_t at = p->glyph[i].at;
		if (is_right_to_left(utf8_next(p->text, at + p->glyph[i].n, &at)))
			return false;
		if (i > from) {
			float step = p->glyph[i].y1 - p->glyph[i - 1].y1;
			dx += p->glyph[i].x1 - p->glyph[i - 1].x1;
			dy += step < 0 ? -step : step;
		}
	}
	return dx >= dy || to - from == 1;
}

/* From the glyph before i to glyph i, in em. */
static float
distance(const struct pdf_page *p, uint32_t i)
{
	const struct pdf_glyph *a = &p->glyph[i - 1], *b = &p->glyph[i];
	float em = a->size > b->size ? a->size : b->size;
	return em > 0 ? (b->x1 - a->x2) / em : 0;
}

static int
by_width(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;
	return (x > y) - (x < y);
}

/* The middle one of the blanks of a line, in em; 0 when there is none. */
static float
usual_blank(const struct pdf_page *p, uint32_t from, uint32_t to)
{
	float width[BLANKS_MOST];
	size_t n = 0;
	for (uint32_t i = from + 1; i < to && n < BLANKS_MOST; i++)
		if (p->glyph[i].blank)
			width[n++] = distance(p, i);
	qsort(width, n, sizeof *width, by_width);
	return n > 0 ? width[n / 2] : 0;
}

static void
add_piece(struct pdf_page *p, uint32_t from, uint32_t to, uint32_t line, bool upright)
{
	struct pdf_piece *q = &p->piece[p->npiece++];
	*q = (struct pdf_piece){.from = from, .to = to, .line = line, .upright = upright};
	q->size = pdf_main_size(p, from, to);
	q->foot = pdf_main_foot(p, from, to, q->size);
	q->x1 = p->glyph[from].x1;
	q->x2 = p->glyph[from].x2;
	q->y1 = p->glyph[from].y1;
	for (uint32_t i = from + 1; i < to; i++) {
		q->x1 = p->glyph[i].x1 < q->x1 ? p->glyph[i].x1 : q->x1;
		q->x2 = p->glyph[i].x2 > q->x2 ? p->glyph[i].x2 : q->x2;
	}
}

static void
cut_line(struct pdf_page *p, uint32_t from, uint32_t to, uint32_t line)
{
	bool upright = is_upright(p, from, to);
	float usual = upright ? usual_blank(p, from, to) : 0;
	uint32_t start = from;
	for (uint32_t i = from + 1; upright && i < to; i++) {
		float d = distance(p, i);
		struct pdf_glyph *g = &p->glyph[i];
		bool wide = g->blank ? d > WIDE && d > usual * 1.7f : d > WORD;
		if (g->blank && d >= -WORD && (d < HAIR || (d < NARROW && d * 2 <= usual)))
			g->blank = false;
		else if (!g->blank && d > WORD)
			g->blank = true;
		if (wide) {
			add_piece(p, start, i, line, upright);
			start = i;
		}
	}
	add_piece(p, start, to, line, upright);
}

void
pdf_pieces(struct pdf_page *p)
{
	uint32_t line = 0;
	p->piece = ARENA_ARRAY(p->arena, struct pdf_piece, p->nglyph);
	for (uint32_t i = 0; i < p->nglyph; line++) {
		uint32_t to = i + 1;
		while (to < p->nglyph && !p->glyph[to].starts)
			to++;
		cut_line(p, i, to, line);
		i = to;
	}
}
