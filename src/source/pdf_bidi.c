/* SPDX-License-Identifier: MIT */
/*
 * pdf_bidi.c - the order of reading of lines with letters that go from right to left, by places.
 *
 * What the library says of such lines has blanks at wrong places and Latin words in a wrong order.
 * A reader sees the glyphs side by side; from there the order of reading is found as the
 * algorithm of Unicode (UAX #9) would have laid it out, backwards: letters that go from left to right, and
 * figures, are runs within a line that goes from right to left, or the other way round.
 *
 *      seen    cba 12/3 Zyx fed        read    d e f Z y x 1 2 / 3 a b c, runs joined by places
 */
#include <stdlib.h>
#include <string.h>

#include "source/direction.h"
#include "source/pdf.h"

#define SEEN_BLANK 0.1f /* em: distance of letters that is a blank */

/* A glyph of a line as it is seen. */
struct seen {
	struct pdf_glyph g;
	float at;            /* its middle; a sign over a letter has that of the letter */
	uint32_t i;          /* of the glyph as it came */
	enum direction way;
	uint32_t run;        /* glyphs of one run have the same number */
	float x1, x2;        /* of the run */
};

uint32_t
pdf_char(const struct pdf_page *p, const struct pdf_glyph *g)
{
	size_t at = g->at;
	return utf8_next(p->text, at + g->n, &at);
}

static bool
is_over_letter(uint32_t c)
{
	return (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x591 && c <= 0x5C7) || (c >= 0x300 && c < 0x370);
}

/* ---- as it is seen ---- */

/* From the order of reading to that from the left, of signs of a word; v holds their places. */
static void
turn_word(const struct pdf_page *p, uint32_t *v, uint32_t n)
{
	for (uint32_t i = 0, to; i < n; i = to) {
		enum direction way = direction_of(pdf_char(p, &p->glyph[v[i]]));
		to = i + 1;
		for (uint32_t k = to; way > LEFTWARD && k < n && direction_of(pdf_char(p, &p->glyph[v[k]])) != LEFTWARD; k++)
			to = direction_of(pdf_char(p, &p->glyph[v[k]])) != NEUTRAL ? k + 1 : to;
		for (uint32_t a = i, b = to; a + 1 < b; a++, b--) { /* and back with all of them */
			uint32_t t = v[a];
			v[a] = v[b - 1];
			v[b - 1] = t;
		}
	}
	for (uint32_t a = 0, b = n; a + 1 < b; a++, b--) {
		uint32_t t = v[a];
		v[a] = v[b - 1];
		v[b - 1] = t;
	}
}

/* The letters of a word come in the order of reading, its boxes from the left: each letter gets its own. */
static void
match_word(struct pdf_page *p, uint32_t from, uint32_t to, uint32_t *order, struct pdf_glyph *box)
{
	uint32_t leftward = 0;
	for (uint32_t i = from; i < to; i++) {
		leftward += direction_of(pdf_char(p, &p->glyph[i])) == LEFTWARD;
		order[i - from] = i;
		box[i - from] = p->glyph[i];
	}
	if (leftward == 0)
		return;
	turn_word(p, order, to - from);
	for (uint32_t i = 0; i < to - from; i++) {
		struct pdf_glyph *g = &p->glyph[order[i]];
		g->x1 = box[i].x1, g->y1 = box[i].y1, g->x2 = box[i].x2, g->y2 = box[i].y2;
	}
}

/* Box b is the next to the right of box a. */
static bool
is_next(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	return b->x1 > a->x1 && b->x1 - a->x2 < SEEN_BLANK * b->size;
}

static void
match_boxes(struct pdf_page *p, uint32_t from, uint32_t to)
{
	uint32_t *order = ARENA_ARRAY(p->arena, uint32_t, to - from);
	struct pdf_glyph *box = ARENA_ARRAY(p->arena, struct pdf_glyph, to - from);
	for (uint32_t i = from, end; i < to; i = end) {
		for (end = i + 1; end < to && !p->glyph[end].word && is_next(&p->glyph[end - 1], &p->glyph[end]); end++)
			;
		match_word(p, i, end, order, box);
	}
}

static int
from_left(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;
	return x->at != y->at ? (x->at < y->at ? -1 : 1) : x->i > y->i ? -1 : 1;
}

static float
middle(const struct pdf_glyph *g)
{
	return (g->x1 + g->x2) / 2;
}

/* The letter that a sign stands over: beside it in what came, with the sign's middle in it. */
static float
middle_of_letter(const struct pdf_page *p, uint32_t i, uint32_t from, uint32_t to)
{
	float m = middle(&p->glyph[i]);
	for (uint32_t k = i; k > from && i - k < 3;) {
		const struct pdf_glyph *g = &p->glyph[--k];
		if (!is_over_letter(pdf_char(p, g)) && g->x1 <= m && m <= g->x2)
			return middle(g);
	}
	const struct pdf_glyph *next = i + 1 < to ? &p->glyph[i + 1] : NULL;
	return next != NULL && next->x1 <= m && m <= next->x2 ? middle(next) : m;
}

static void
see(const struct pdf_page *p, uint32_t from, uint32_t to, struct seen *v)
{
	for (uint32_t i = from; i < to; i++) {
		uint32_t c = pdf_char(p, &p->glyph[i]);
		v[i - from] = (struct seen){.g = p->glyph[i], .at = middle(&p->glyph[i]), .i = i, .way = direction_of(c),
		                            .x1 = p->glyph[i].x1, .x2 = p->glyph[i].x2};
		if (is_over_letter(c))
			v[i - from].at = middle_of_letter(p, i, from, to);
	}
	qsort(v, to - from, sizeof *v, from_left);
}

/* ---- runs ---- */

static void
reverse(struct seen *v, uint32_t from, uint32_t to)
{
	for (; from + 1 < to; from++, to--) {
		struct seen s = v[from];
		v[from] = v[to - 1];
		v[to - 1] = s;
	}
}

/* Figures go on over one sign that parts figures, without a blank. */
static bool
is_separator(const struct pdf_page *p, const struct seen *v, uint32_t i, uint32_t to)
{
	return i + 1 < to && v[i + 1].way == FIGURE && direction_parts_figures(pdf_char(p, &v[i].g)) &&
	       v[i + 1].g.x1 - v[i].g.x2 < SEEN_BLANK * v[i].g.size;
}

/* Of glyphs from the left: the end of the run from i that is read from the left. */
static uint32_t
rightward_end(const struct pdf_page *p, const struct seen *v, uint32_t i, uint32_t to)
{
	bool letters = v[i].way == RIGHTWARD;
	uint32_t end = i + 1;
	for (uint32_t k = i + 1; k < to && v[k].way != LEFTWARD; k++) {
		bool beside = k == end;
		if (v[k].way == RIGHTWARD && (letters || beside))
			letters = true, end = k + 1;
		else if (v[k].way == FIGURE && (letters || beside))
			end = k + 1;
		else if (!letters && !(v[k].way == NEUTRAL && beside && is_separator(p, v, k, to)))
			break;
		else if (!letters)
			end = k + 1;
	}
	return end;
}

/* Number the glyphs of a run and give them its sides. */
static void
mark_run(struct seen *v, uint32_t from, uint32_t to, uint32_t *runs)
{
	float x1 = v[from].g.x1, x2 = v[from].g.x2;
	for (uint32_t i = from; i < to; i++) {
		x1 = v[i].g.x1 < x1 ? v[i].g.x1 : x1;
		x2 = v[i].g.x2 > x2 ? v[i].g.x2 : x2;
	}
	++*runs;
	for (uint32_t i = from; i < to; i++) {
		v[i].run = *runs;
		v[i].x1 = x1;
		v[i].x2 = x2;
	}
}

/* Glyphs from the left become those of a stretch read from the right: but runs in it keep their way. */
static void
read_leftward(const struct pdf_page *p, struct seen *v, uint32_t from, uint32_t to, uint32_t *runs)
{
	for (uint32_t i = from; i < to;) {
		bool run = v[i].way == RIGHTWARD || v[i].way == FIGURE;
		uint32_t end = run ? rightward_end(p, v, i, to) : i + 1;
		if (run)
			mark_run(v, i, end, runs);
		reverse(v, i, end); /* and back below */
		i = end;
	}
	reverse(v, from, to);
}

/* In a line read from the left, stretches between two letters that go to the left are read so. */
static void
read_rightward(const struct pdf_page *p, struct seen *v, uint32_t n, uint32_t *runs)
{
	for (uint32_t i = 0; i < n;) {
		uint32_t end = i + 1;
		for (uint32_t k = i + 1; v[i].way == LEFTWARD && k < n && v[k].way != RIGHTWARD; k++)
			end = v[k].way == LEFTWARD ? k + 1 : end;
		if (v[i].way == LEFTWARD) {
			mark_run(v, i, end, runs);
			read_leftward(p, v, i, end, runs);
		}
		i = end;
	}
}

/* ---- in the order of reading ---- */

static float
apart(float a1, float a2, float b1, float b2)
{
	return (a1 > b1 ? a1 : b1) - (a2 < b2 ? a2 : b2);
}

/* From one glyph to the next one read: they, or the runs that they end and begin, are side by side. */
static float
gap_between(const struct seen *a, const struct seen *b)
{
	float runs = apart(a->x1, a->x2, b->x1, b->x2);
	return a->run != b->run && runs > -SEEN_BLANK * b->g.size ? runs : apart(a->g.x1, a->g.x2, b->g.x1, b->g.x2);
}

/* Without letters the page decides, where a dash or stop is seen on the left of a figure, as behind a number. */
static bool
is_number_of_page(const struct pdf_page *p, const struct seen *v, uint32_t n)
{
	uint32_t c = pdf_char(p, &v[0].g);
	return p->leftward && n > 1 && (c == '-' || c == '.' || (c >= 0x2010 && c <= 0x2014)) && v[n - 1].way == FIGURE;
}

static void
order_line(struct pdf_page *p, uint32_t from, uint32_t to, struct seen *v)
{
	uint32_t n = to - from, runs = 0, left = 0, right = 0;
	match_boxes(p, from, to);
	see(p, from, to, v);
	for (uint32_t i = 0; i < n; i++) {
		left += v[i].way == LEFTWARD;
		right += v[i].way == RIGHTWARD;
	}
	bool leftward = left + right == 0 ? is_number_of_page(p, v, n) : left > 0 && (p->leftward || left > right);
	if (leftward)
		read_leftward(p, v, 0, n, &runs);
	else
		read_rightward(p, v, n, &runs);
	for (uint32_t i = 0; i < n; i++) {
		struct pdf_glyph *g = &p->glyph[from + i];
		*g = v[i].g;
		g->starts = i == 0;
		g->gap = i > 0 ? gap_between(&v[i - 1], &v[i]) : 0;
		g->blank = i > 0 ? g->gap > SEEN_BLANK * g->size : true;
	}
}

void
pdf_order(struct pdf_page *p)
{
	uint32_t left = 0, right = 0;
	struct seen *v = ARENA_ARRAY(p->arena, struct seen, p->nglyph + 1);
	for (uint32_t i = 0; i < p->nglyph; i++) {
		enum direction way = direction_of(pdf_char(p, &p->glyph[i]));
		left += way == LEFTWARD;
		right += way == RIGHTWARD;
	}
	p->leftward = left > right;
	for (uint32_t i = 0; i < p->nglyph;) {
		uint32_t to = i + 1;
		bool other = p->leftward;
		while (to < p->nglyph && !p->glyph[to].starts)
			to++;
		for (uint32_t k = i; k < to; k++) {
			other |= direction_of(pdf_char(p, &p->glyph[k])) == LEFTWARD;
			p->glyph[k].gap = k > i ? p->glyph[k].x1 - p->glyph[k - 1].x2 : 0;
		}
		if (other)
			order_line(p, i, to, v);
		i = to;
	}
}
