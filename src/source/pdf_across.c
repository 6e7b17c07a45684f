/* SPDX-License-Identifier: MIT */
/*
 * pdf_across.c - what stands on one base line of a page, and pieces that belong to one line though
 * the library read them one below the other.
 *
 *      The keepers   of   the   lights     <- set wide open so that it fills the line: one line
 *      report each spring.
 *
 * Where running text stands in two columns the library may read paragraphs across: they are read down.
 */
#include <stdlib.h>
#include <string.h>

#include "source/pdf.h"

#define SAME_LINE 0.45f   /* type sizes between base lines of one line; a raised call is of it */
#define EDGE 2.5f         /* pt: lines of one margin */
#define GAP_MOST 8.0f     /* em between words of a line that is set wide open */
#define LINES_LEAST 4     /* lines that show where the margins are */
#define COLUMN 100.0f     /* pt: columns of running text are wider */
#define COLUMN_LINES 8    /* lines that show such a column, at least half of them */
#define COLUMN_FULL 0.75f /* of its width or more, */
#define COLUMN_ALIKE 0.8f /* and both so much of the other's */
#define COLUMN_LEAST 3    /* lines in each of them between lines that go over both */

/* Where the lines of running text begin and end. */
struct margins {
	float left, right;
};

static float
larger(float a, float b)
{
	return a > b ? a : b;
}

static int
by_foot(const void *a, const void *b)
{
	const struct pdf_piece *x = *(struct pdf_piece *const *)a, *y = *(struct pdf_piece *const *)b;
	return x->foot < y->foot ? -1 : x->foot > y->foot;
}

static int
by_left(const void *a, const void *b)
{
	const struct pdf_piece *x = *(struct pdf_piece *const *)a, *y = *(struct pdf_piece *const *)b;
	return x->x1 < y->x1 ? -1 : x->x1 > y->x1;
}

void
pdf_find_across(struct pdf_page *p)
{
	p->at = ARENA_ARRAY(p->arena, struct pdf_piece *, p->npiece);
	p->across = ARENA_ARRAY(p->arena, struct pdf_across, p->npiece);
	for (uint32_t i = 0; i < p->npiece; i++)
		if (p->piece[i].upright && p->piece[i].size > 0 && !pdf_is_aside(p, &p->piece[i]))
			p->at[p->nat++] = &p->piece[i];
	qsort(p->at, p->nat, sizeof(*p->at), by_foot);
	for (uint32_t i = 0; i < p->nat;) {
		struct pdf_across *l = &p->across[p->nacross++];
		uint32_t to = i + 1;
		*l = (struct pdf_across){i, 0, p->at[i]->foot, p->at[i]->size, p->at[i]->x1, p->at[i]->x2};
		for (; to < p->nat && p->at[to]->foot - p->at[i]->foot <= SAME_LINE * larger(p->at[to]->size, l->size); to++)
			if (p->at[to]->size > l->size) {
				l->foot = p->at[to]->foot;
				l->size = p->at[to]->size;
			}
		l->n = to - i;
		qsort(p->at + i, to - i, sizeof(*p->at), by_left);
		for (; i < to; i++) {
			l->x1 = p->at[i]->x1 < l->x1 ? p->at[i]->x1 : l->x1;
			l->x2 = p->at[i]->x2 > l->x2 ? p->at[i]->x2 : l->x2;
		}
	}
}

bool
pdf_close_below(const struct pdf_across *above, const struct pdf_across *below)
{
	return below->foot - above->foot <= PDF_TIGHT * (above->size < below->size ? above->size : below->size);
}

/* ---- pieces of one line ---- */

/* The place most lines have, 0 when too few have it. */
static float
most_have(const uint16_t *count)
{
	uint32_t best = 0;
	for (uint32_t x = 1; x < PDF_WIDTH; x++)
		best = count[x] > count[best] ? x : best;
	return count[best] >= LINES_LEAST ? (float)best : 0;
}

/* False when the page has no running text between two margins. */
static bool
find_margins(const struct pdf_page *p, struct margins *m)
{
	uint16_t *begin = ARENA_ARRAY(p->arena, uint16_t, PDF_WIDTH), *end = ARENA_ARRAY(p->arena, uint16_t, PDF_WIDTH);
	for (uint32_t k = 0; k < p->nacross; k++) {
		const struct pdf_across *l = &p->across[k];
		if (l->n > 1 || l->x1 < 0 || l->x2 >= PDF_WIDTH || p->at[l->from]->table > 0)
			continue;
		begin[(uint32_t)l->x1] += begin[(uint32_t)l->x1] < UINT16_MAX;
		end[(uint32_t)l->x2] += end[(uint32_t)l->x2] < UINT16_MAX;
	}
	m->left = most_have(begin);
	m->right = most_have(end);
	return m->left > 0 && m->right > m->left;
}

static bool
near(float a, float b)
{
	return a > b - EDGE && a < b + EDGE;
}

/* A line of one piece that goes on, or is gone on with, at the left margin. */
static bool
is_prose(const struct pdf_page *p, const struct pdf_across *l, const struct pdf_across *open, const struct margins *m)
{
	return l->n == 1 && p->at[l->from]->table == 0 && near(l->x1, m->left) && l->size > open->size - 0.5f &&
	       l->size < open->size + 0.5f;
}

/* Has the line no more than the wide blanks of a line that fills its measure? */
static bool
fills_measure(const struct pdf_page *p, const struct pdf_across *l, const struct margins *m)
{
	if (l->n < 2 || !near(l->x2, m->right) || l->x1 < m->left - EDGE || l->x1 > m->left + (m->right - m->left) / 6)
		return false;
	for (uint32_t i = 0; i < l->n; i++) {
		const struct pdf_piece *q = p->at[l->from + i];
		if (q->table > 0 || pdf_has_leaders(p, q))
			return false;
		if (i > 0 && q->x1 - p->at[l->from + i - 1]->x2 > GAP_MOST * l->size)
			return false;
	}
	return true;
}

static bool
is_set_open(const struct pdf_page *p, uint32_t k, const struct margins *m)
{
	const struct pdf_across *l = &p->across[k];
	if (!fills_measure(p, l, m))
		return false;
	return (k > 0 && pdf_close_below(l - 1, l) && is_prose(p, l - 1, l, m)) ||
	       (k + 1 < p->nacross && pdf_close_below(l, l + 1) && is_prose(p, l + 1, l, m));
}

/* Where a piece goes: behind the one at this place, as the next of its line. */
struct place {
	uint32_t anchor, rank, from;
};

static int
by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	if (x->anchor != y->anchor)
		return x->anchor < y->anchor ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* The pieces of the line go where the first of them was read. */
static void
gather(struct pdf_page *p, const struct pdf_across *l, struct place *place)
{
	uint32_t anchor = (uint32_t)(p->at[l->from] - p->piece);
	for (uint32_t i = 1; i < l->n; i++) {
		uint32_t k = (uint32_t)(p->at[l->from + i] - p->piece);
		anchor = k < anchor ? k : anchor;
	}
	uint32_t line = p->piece[anchor].line;
	for (uint32_t i = 0; i < l->n; i++) {
		struct place *to = &place[p->at[l->from + i] - p->piece];
		to->anchor = anchor;
		to->rank = i;
		p->at[l->from + i]->line = line;
	}
}

/* ---- columns of running text ---- */

/* Where the left and the right column of the page begin. */
struct columns {
	float left, right;
};

/* The place that most pieces begin at, no nearer to another than a column is wide. */
static float
most_begin(const struct pdf_page *p, float apart_from)
{
	uint16_t *begin = ARENA_ARRAY(p->arena, uint16_t, PDF_WIDTH);
	for (uint32_t i = 0; i < p->nat; i++) {
		float x = p->at[i]->x1;
		if (p->at[i]->table == 0 && x >= 0 && x < PDF_WIDTH && (x < apart_from - COLUMN || x > apart_from + COLUMN))
			begin[(uint32_t)x] += begin[(uint32_t)x] < UINT16_MAX;
	}
	return most_have(begin);
}

/* The width of the column that begins there; 0 when it is not one of running text, most lines nearly as wide as any. */
static float
column_width(const struct pdf_page *p, float x1, float end)
{
	uint32_t lines = 0, full = 0;
	float width = 0;
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < p->nat; i++) {
			const struct pdf_piece *q = p->at[i];
			if (q->table > 0 || !near(q->x1, x1) || q->x2 > end)
				continue;
			width = q->x2 - q->x1 > width ? q->x2 - q->x1 : width;
			lines += pass;
			full += pass > 0 && q->x2 - q->x1 > width * COLUMN_FULL;
		}
	return lines >= COLUMN_LINES && full * 2 >= lines ? width : 0;
}

/* Two columns as wide as each other; words and what they mean, names and offices are not. */
static bool
find_text_columns(const struct pdf_page *p, struct columns *c)
{
	float a = most_begin(p, -PDF_WIDTH), b = a > 0 ? most_begin(p, a) : 0;
	if (b <= 0)
		return false;
	c->left = a < b ? a : b;
	c->right = a < b ? b : a;
	float left = column_width(p, c->left, c->right - EDGE), right = column_width(p, c->right, PDF_WIDTH);
	return left > 0 && right > 0 && left > right * COLUMN_ALIKE && right > left * COLUMN_ALIKE;
}

static bool
is_in_columns(const struct pdf_page *p, const struct pdf_across *l, const struct columns *c)
{
	for (uint32_t i = 0; i < l->n; i++) {
		const struct pdf_piece *q = p->at[l->from + i];
		if (q->table > 0 || (q->x1 < c->right - EDGE && q->x2 > c->right - EDGE))
			return false;
	}
	return true;
}

/* The pieces of lines [from, to), those of the left column first, go where the first of them was read. */
static void
read_down(struct pdf_page *p, uint32_t from, uint32_t to, const struct columns *c, struct place *place)
{
	uint32_t anchor = UINT32_MAX, pieces[2] = {0, 0}, rank = 0;
	const struct pdf_across *l;
	for (l = &p->across[from]; l < &p->across[to]; l++)
		for (uint32_t i = 0; i < l->n; i++) {
			uint32_t k = (uint32_t)(p->at[l->from + i] - p->piece);
			anchor = k < anchor ? k : anchor;
			pieces[p->at[l->from + i]->x1 >= c->right - EDGE]++;
		}
	if (pieces[0] < COLUMN_LEAST || pieces[1] < COLUMN_LEAST)
		return;
	for (int right = 0; right < 2; right++)
		for (l = &p->across[from]; l < &p->across[to]; l++)
			for (uint32_t i = 0; i < l->n; i++) {
				struct pdf_piece *q = p->at[l->from + i];
				if ((q->x1 >= c->right - EDGE) != right)
					continue;
				place[q - p->piece].anchor = anchor;
				place[q - p->piece].rank = rank++;
				q->line += right ? p->npiece : 0; /* one line of the library may be of both */
				q->close &= i > 0 && q->x1 - p->at[l->from + i - 1]->x2 < EDGE;
			}
}

/* True when the page has columns: all its stretches of lines that keep to them are read down one and then the other. */
static bool
read_columns(struct pdf_page *p, struct place *place)
{
	struct columns c;
	if (!find_text_columns(p, &c))
		return false;
	for (uint32_t k = 0, to; k < p->nacross; k = to + 1) {
		for (to = k; to < p->nacross && is_in_columns(p, &p->across[to], &c); to++)
			;
		if (to > k)
			read_down(p, k, to, &c, place);
	}
	return true;
}

void
pdf_rejoin(struct pdf_page *p)
{
	struct place *place = ARENA_ARRAY(p->arena, struct place, p->npiece);
	struct pdf_piece *piece = ARENA_ARRAY(p->arena, struct pdf_piece, p->npiece);
	struct margins m = {0};
	for (uint32_t i = 0; i < p->npiece; i++)
		place[i] = (struct place){.anchor = i, .from = i};
	bool margins = !read_columns(p, place) && find_margins(p, &m);
	for (uint32_t k = 0; k < p->nacross; k++) {
		const struct pdf_across *l = &p->across[k];
		if (margins && is_set_open(p, k, &m))
			gather(p, l, place);
	}
	qsort(place, p->npiece, sizeof *place, by_place);
	for (uint32_t i = 0; i < p->npiece; i++)
		piece[i] = p->piece[place[i].from];
	p->piece = piece;
}
