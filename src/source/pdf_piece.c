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
#define HAN 0.4f     /* em: nor are these, between Han and other letters */
#define WORD 0.3f    /* em: distance that parts words though the text has no blank */
#define WIDE 0.95f   /* em: distance that parts pieces, where the line is not set wide open */
#define CELL 0.4f    /* em: distance that parts cells where those of other lines begin */
#define ALIGNED 3    /* so many others */
#define STARTS_MOST 8192 /* half points */
#define OPEN 2.0f    /* usual blanks of the page: the blanks of a line set wide open are no wider */
#define BLANKS_MOST 512

/* The size that most of the glyphs [from, to) have, 0 when none is known. */
static float
main_size(const struct pdf_page *p, uint32_t from, uint32_t to)
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

/* The foot of the glyphs of that size. */
static float
main_foot(const struct pdf_page *p, uint32_t from, uint32_t to, float size)
{
	float foot = 0;
	for (uint32_t i = from; i < to; i++)
		if (p->glyph[i].size > size * 0.8f && p->glyph[i].y2 > foot)
			foot = p->glyph[i].y2;
	return foot > 0 ? foot : p->glyph[from].y2;
}

/* Do the glyphs go along the page? */
static bool
is_upright(const struct pdf_page *p, uint32_t from, uint32_t to)
{
	float dx = 0, dy = 0;
	for (uint32_t i = from + 1; i < to; i++) {
		float x = p->glyph[i].x1 - p->glyph[i - 1].x1, y = p->glyph[i].y1 - p->glyph[i - 1].y1;
		dx += x < 0 ? -x : x;
		dy += y < 0 ? -y : y;
	}
	return dx >= dy || to - from == 1;
}

/* From the glyph before i to glyph i, in em. */
static float
distance(const struct pdf_page *p, uint32_t i)
{
	const struct pdf_glyph *a = &p->glyph[i - 1], *b = &p->glyph[i];
	float em = a->size > b->size ? a->size : b->size;
	return em > 0 ? b->gap / em : 0;
}

static int
by_width(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;
	return (x > y) - (x < y);
}

/* The middle one of the blanks of a line, or of all lines, in em; 0 when there is none. */
static float
usual_blank(const struct pdf_page *p, uint32_t from, uint32_t to)
{
	float width[BLANKS_MOST];
	size_t n = 0;
	for (uint32_t i = from + 1; i < to && n < BLANKS_MOST; i++)
		if (p->glyph[i].blank && !p->glyph[i].starts)
			width[n++] = distance(p, i);
	qsort(width, n, sizeof *width, by_width);
	return n > 0 ? width[n / 2] : 0;
}

static void
add_piece(struct pdf_page *p, uint32_t from, uint32_t to, uint32_t line, bool upright)
{
	struct pdf_piece *q = &p->piece[p->npiece++];
	*q = (struct pdf_piece){.from = from, .to = to, .line = line, .upright = upright};
	q->size = main_size(p, from, to);
	q->foot = main_foot(p, from, to, q->size);
	q->x1 = p->glyph[from].x1;
	q->x2 = p->glyph[from].x2;
	q->y1 = p->glyph[from].y1;
	for (uint32_t i = from + 1; i < to; i++) {
		q->x1 = p->glyph[i].x1 < q->x1 ? p->glyph[i].x1 : q->x1;
		q->x2 = p->glyph[i].x2 > q->x2 ? p->glyph[i].x2 : q->x2;
	}
	if (p->leftward) {
		float x1 = p->width - q->x2;
		q->x2 = p->width - q->x1;
		q->x1 = x1;
	}
}

static bool
is_han(uint32_t c)
{
	return (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x32000);
}

/* Between Han and other letters or figures a quarter of an em is set without a blank in the text. */
static bool
is_set_apart(const struct pdf_page *p, uint32_t i, float d)
{
	uint32_t a = pdf_char(p, &p->glyph[i - 1]), b = pdf_char(p, &p->glyph[i]);
	bool one = is_han(a) != is_han(b);
	return one && d < HAN && (is_han(a) ? b : a) < 0x2000;
}

/*
 * Glyphs [from, to) are the number of a paragraph, "10.", as wide as the place that its tab leaves it: a narrow blank
 * behind it is the tab.
 */
static bool
is_number(const struct pdf_page *p, uint32_t from, uint32_t to)
{
	uint32_t i = from;
	while (i < to && pdf_char(p, &p->glyph[i]) >= '0' && pdf_char(p, &p->glyph[i]) <= '9')
		i++;
	return i > from && i + 1 == to && pdf_char(p, &p->glyph[i]) == '.';
}

static void
cut_line(struct pdf_page *p, uint32_t from, uint32_t to, uint32_t line, float page)
{
	bool upright = is_upright(p, from, to);
	float usual = upright ? usual_blank(p, from, to) : 0;
	float open = usual < OPEN * page ? usual : OPEN * page; /* cells may be all that a line has */
	uint32_t start = from;
	for (uint32_t i = from + 1; upright && i < to; i++) {
		float d = distance(p, i);
		struct pdf_glyph *g = &p->glyph[i];
		bool wide = (g->blank ? d > WIDE && d > open * 1.7f : d > WORD) || pdf_other_cell(p, g - 1, g);
		if (g->blank && is_set_apart(p, i, d))
			g->blank = false;
		else if (g->blank && d >= -WORD && (d < HAIR || (d < NARROW && d * 2 <= usual && !is_number(p, from, i))))
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

/* ---- cells close to each other ---- */

/* How many pieces begin at each place of the page, in half points. */
struct starts {
	uint16_t n[STARTS_MOST];
};

static void
count_starts(const struct pdf_page *p, struct starts *s)
{
	for (uint32_t i = 0; i < p->npiece; i++) {
		float x = p->piece[i].x1 * 2;
		if (p->piece[i].upright && x >= 0 && x < STARTS_MOST - 1)
			s->n[(size_t)(x + 0.5f)] += s->n[(size_t)(x + 0.5f)] < UINT16_MAX;
	}
}

/* Where other lines begin cells, at most half a point aside. */
static bool
begins_cell(const struct pdf_page *p, const struct starts *s, uint32_t i)
{
	const struct pdf_glyph *g = &p->glyph[i];
	float x = (p->leftward ? p->width - g->x2 : g->x1) * 2 + 0.5f;
	if (x < 1 || x >= STARTS_MOST - 1)
		return false;
	size_t k = (size_t)x;
	return s->n[k - 1] + s->n[k] + s->n[k + 1] >= ALIGNED;
}

/* Pieces whose words stand, a wider blank before them, where cells of other lines begin are cut there. */
static void
cut_aligned(struct pdf_page *p)
{
	struct starts *s = ARENA_NEW(p->arena, struct starts);
	const struct pdf_piece *old = p->piece;
	uint32_t n = p->npiece;
	count_starts(p, s);
	p->piece = ARENA_ARRAY(p->arena, struct pdf_piece, p->nglyph);
	p->npiece = 0;
	for (uint32_t k = 0; k < n; k++) {
		uint32_t start = old[k].from;
		for (uint32_t i = start + 1; old[k].upright && i < old[k].to; i++)
			if (p->glyph[i].blank && distance(p, i) > CELL && begins_cell(p, s, i)) {
				add_piece(p, start, i, old[k].line, true);
				start = i;
			}
		add_piece(p, start, old[k].to, old[k].line, old[k].upright);
	}
}

void
pdf_pieces(struct pdf_page *p)
{
	uint32_t line = 0;
	float usual = usual_blank(p, 0, p->nglyph);
	p->piece = ARENA_ARRAY(p->arena, struct pdf_piece, p->nglyph);
	for (uint32_t i = 0; i < p->nglyph; line++) {
		uint32_t to = i + 1;
		while (to < p->nglyph && !p->glyph[to].starts)
			to++;
		cut_line(p, i, to, line, usual);
		i = to;
	}
	cut_aligned(p);
}
