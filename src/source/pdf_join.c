/* SPDX-License-Identifier: MIT */
/*
 * pdf_join.c - pieces of one line that came as several lines, and lines that came out of order.
 *
 * The library takes a number that stands before its paragraph, or a column of such numbers, for a
 * column of its own; it ends a line where the type changes, and may give the last words of a paragraph
 * before its other lines.  On one base line:
 *
 *      12.     The wardens met at the old quay ...      a short label close before a line: its beginning
 *      the bells|, which had                            hardly any distance: one line
 *      the    |wardens    |of    |the    |quay          one paragraph of the tags, set wide to fill its line
 */
#include <stdlib.h>

#include "source/pdf.h"

#define LABEL_MOST 8     /* glyphs of a label */
#define FIGURE_MOST 4    /* of one that is a mere number */
#define LABEL_GAP 5.0f   /* type sizes from a label to its line, at most */
#define MARK_GAP 2.0f    /* sizes of the mark of a note before its text, at most */
#define CLOSE_GAP 0.95f  /* type sizes between pieces of a line */
#define SPREAD 3.0f      /* the same where the tags say that they are of one paragraph */
#define OVERLAP 0.6f     /* type sizes that they may overlap: the blank half of a sign of Han */
#define NO_BLANK 0.12f   /* so many are none */
#define SAME_FOOT 0.3f   /* type sizes between base lines that are one */
#define SET_OFF 1.8f     /* type sizes from the last line of the page up to the next, when it is its foot */
#define FOOT_ROWS 2      /* base lines of such a foot, */
#define FAR_OFF 3.0f     /* and type sizes up to the next when it has more than one */
#define LOOKED_AT 100    /* lines of one foot that are looked at for a label */

/* A line as it came. */
struct came {
	uint32_t from, to;  /* pieces */
	uint32_t front, behind; /* lines that stand before and behind it, from 1; 0 = none */
	bool taken;
};

struct joiner {
	struct pdf_page *p;
	struct came *line;
	uint32_t n;
	struct foot { float y; uint32_t line; } *foot; /* of all lines, from the top */
	float low;                                     /* the foot of the page begins here */
};

static const struct pdf_piece *
first_of(const struct joiner *j, uint32_t k)
{
	return &j->p->piece[j->line[k].from];
}

static const struct pdf_piece *
last_of(const struct joiner *j, uint32_t k)
{
	return &j->p->piece[j->line[k].to - 1];
}

static bool
one_foot(const struct pdf_piece *a, const struct pdf_piece *b)
{
	float size = a->size > b->size ? a->size : b->size, d = a->foot - b->foot;
	return a->upright && b->upright && (d < 0 ? -d : d) <= SAME_FOOT * size;
}

/* A raised figure is on the line that it stands beside. */
static bool
is_raised(const struct pdf_piece *label, const struct pdf_piece *q)
{
	return label->upright && q->upright && label->size <= PDF_RAISED * q->size && label->foot < q->foot &&
	       label->foot > q->foot - q->size;
}

bool
pdf_is_label(const struct pdf_page *p, const struct pdf_piece *q)
{
	uint32_t n = q->to - q->from, last = pdf_char(p, &p->glyph[q->to - 1]);
	if (n > LABEL_MOST)
		return false;
	return (n <= FIGURE_MOST && pdf_is_figure(p, q)) || last == '.' || last == ')' || last == '-' ||
	       (last >= 0x2010 && last <= 0x2014) || last == 0x2022 || (last >= 0x25A0 && last <= 0x25FF) ||
	       last == 0x3001 || last == 0xFF0E || last == 0xFF09;
}

/* A small letter or two that may be the mark of a note. */
static bool
may_be_mark(const struct pdf_page *p, const struct pdf_piece *q)
{
	uint32_t c = pdf_char(p, &p->glyph[q->from]);
	return q->to - q->from <= PDF_MARK && c >= 'a' && c <= 'z';
}

/*
 * The line that a label stands before; from 1, 0 = none.  at: its place among the lines by foot.  The mark of a
 * note is raised, close before its text and behind no words.
 */
static uint32_t
line_behind(const struct joiner *j, uint32_t label, uint32_t at)
{
	const struct pdf_piece *q = first_of(j, label);
	bool mark = !pdf_is_label(j->p, q);
	uint32_t best = 0, from = at > LOOKED_AT ? at - LOOKED_AT : 0;
	float least = (mark ? MARK_GAP : LABEL_GAP) * q->size;
	for (uint32_t i = from; i < j->n && i < at + LOOKED_AT; i++) {
		uint32_t k = j->foot[i].line;
		const struct pdf_piece *r = first_of(j, k);
		float gap = r->x1 - q->x2;
		if (mark && k != label && is_raised(q, last_of(j, k)) && last_of(j, k)->x2 > q->x1 - q->size &&
		    last_of(j, k)->x2 < q->x2)
			return 0;
		if (k == label || j->line[k].front > 0 || j->line[k].taken || gap <= 0 || gap >= least)
			continue;
		if ((mark || !one_foot(q, r)) && !is_raised(q, r))
			continue;
		least = gap;
		best = k + 1;
	}
	return best;
}

static void
join_labels(struct joiner *j)
{
	for (uint32_t i = 0; i < j->n; i++) {
		uint32_t k = j->foot[i].line;
		struct came *l = &j->line[k];
		bool label = l->to - l->from == 1 && l->front == 0 &&
		             (pdf_is_label(j->p, first_of(j, k)) || may_be_mark(j->p, first_of(j, k)));
		uint32_t behind = label ? line_behind(j, k, i) : 0;
		if (behind == 0)
			continue;
		j->line[behind - 1].front = k + 1;
		l->taken = true;
	}
}

/*
 * Line b goes on, in the same type, at most so many type sizes behind where line a ends.  It begins behind where a
 * does, so that no two lines that overlap go on with each other.
 */
static bool
goes_on(const struct joiner *j, uint32_t a, uint32_t b, float most)
{
	const struct pdf_piece *p = last_of(j, a), *q = first_of(j, b);
	float gap = q->x1 - p->x2;
	return first_of(j, a)->x1 < q->x1 && j->line[b].front == 0 && !j->line[b].taken && j->line[a].behind == 0 &&
	       one_foot(p, q) && p->size == q->size && gap >= -OVERLAP * q->size && gap <= most * q->size;
}

static void
join_lines(struct joiner *j, uint32_t a, uint32_t b)
{
	const struct pdf_piece *p = last_of(j, a);
	struct pdf_piece *q = &j->p->piece[j->line[b].from];
	j->line[a].behind = b + 1;
	j->line[b].taken = true;
	q->close = q->x1 - p->x2 < NO_BLANK * q->size;
}

/* The tags say that the end of line a and the beginning of line b are of one, which is in no table. */
static bool
in_one_paragraph(const struct joiner *j, uint32_t line_a, uint32_t line_b)
{
	const struct pdf_page *p = j->p;
	const struct pdf_piece *a = last_of(j, line_a), *b = first_of(j, line_b);
	uint32_t tag = pdf_main_tag(p, a->from, a->to);
	enum pdf_role role = pdf_tags_at(p->tags, tag)->role;
	return (role == PDF_PARAGRAPH || role == PDF_ITEM) && pdf_main_tag(p, b->from, b->to) == tag;
}

/* The nearest line that line a goes on with, taken at another time or of one paragraph with it; from 1, 0 = none. */
static uint32_t
line_after(const struct joiner *j, uint32_t a, uint32_t at)
{
	bool again = j->p->glyph[first_of(j, a)->from].again;
	uint32_t best = 0;
	for (uint32_t k = at > LOOKED_AT ? at - LOOKED_AT : 0; k < j->n && k < at + LOOKED_AT; k++) {
		uint32_t b = j->foot[k].line;
		bool free = again || j->p->glyph[first_of(j, b)->from].again;
		if ((best == 0 || first_of(j, b)->x1 < first_of(j, best - 1)->x1) && goes_on(j, a, b, SPREAD) &&
		    ((free && goes_on(j, a, b, CLOSE_GAP)) || in_one_paragraph(j, a, b)))
			best = b + 1;
	}
	return best;
}

/* A line goes on with the one that comes next, or with another. */
static void
join_close(struct joiner *j)
{
	for (uint32_t k = 1; k < j->n; k++)
		if (!j->line[k - 1].taken && goes_on(j, k - 1, k, CLOSE_GAP))
			join_lines(j, k - 1, k);
	for (uint32_t i = 0; i < j->n; i++) {
		uint32_t a = j->foot[i].line, b = line_after(j, a, i);
		if (b > 0)
			join_lines(j, a, b - 1);
	}
}

static void
put(struct joiner *j, struct pdf_piece *out, uint32_t *n, uint32_t k, uint32_t line)
{
	for (uint32_t i = j->line[k].from; i < j->line[k].to; i++) {
		out[*n] = j->p->piece[i];
		out[(*n)++].line = line;
	}
}

/* Where a line begins, its label taken in. */
static float
left_of(const struct joiner *j, uint32_t k)
{
	uint32_t front = j->line[k].front;
	return first_of(j, front > 0 ? front - 1 : k)->x1;
}

/*
 * Where the lines at the foot of the page stand that nothing is close above, on one base line or, far below all
 * else, on two; below the page when there are none.
 */
static float
page_foot(const struct joiner *j)
{
	uint32_t i = j->n > 0 ? j->n - 1 : 0;
	float low = j->n > 0 ? j->foot[i].y : 0, size = j->n > 0 ? first_of(j, j->foot[i].line)->size : 0;

	for (uint32_t rows = 1; rows <= FOOT_ROWS; rows++) {
		float row = j->n > 0 ? j->foot[i].y : 0;
		while (i > 0 && row - j->foot[i - 1].y <= SAME_FOOT * size)
			i--;
		if (i > 0 && j->foot[i].y - j->foot[i - 1].y > (rows > 1 ? FAR_OFF : SET_OFF) * size)
			return j->foot[i].y;
		i -= i > 0;
	}
	return low + 1;
}

/*
 * Line b stands above line a, and over or under it, or a little to the left of it as a label does, or a is at the foot
 * of the page; or on one base line with it, to the left of it.
 */
static bool
is_above(const struct joiner *j, uint32_t b, uint32_t a)
{
	const struct pdf_piece *p = first_of(j, a), *q = first_of(j, b);
	if (one_foot(p, q))
		return last_of(j, b)->x2 < left_of(j, a);
	if (!p->upright || !q->upright || q->foot >= p->foot)
		return false;
	float gap = left_of(j, a) - last_of(j, b)->x2;
	return (p->foot >= j->low && q->foot < j->low) || (gap >= 0 && gap < LABEL_GAP * q->size) ||
	       (left_of(j, b) < last_of(j, a)->x2 && left_of(j, a) < last_of(j, b)->x2);
}

/* The last words of a paragraph may come before its other lines: lines of one column go down the page. */
static void
sort_down(const struct joiner *j, uint32_t *order, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++)
		for (uint32_t k = i; k > 0 && i - k < LOOKED_AT && is_above(j, order[k], order[k - 1]); k--) {
			uint32_t line = order[k];
			order[k] = order[k - 1];
			order[k - 1] = line;
		}
}

/* All pieces anew, in the order of the lines they now are of. */
static void
renumber(struct joiner *j)
{
	struct pdf_piece *out = ARENA_ARRAY(j->p->arena, struct pdf_piece, j->p->npiece);
	uint32_t *order = ARENA_ARRAY(j->p->arena, uint32_t, j->n + 1), n = 0, lines = 0;
	for (uint32_t k = 0; k < j->n; k++)
		if (!j->line[k].taken)
			order[lines++] = k;
	sort_down(j, order, lines);
	for (uint32_t i = 0; i < lines; i++) {
		uint32_t k = order[i];
		if (j->line[k].front > 0)
			put(j, out, &n, j->line[k].front - 1, k);
		put(j, out, &n, k, k);
		for (uint32_t b = j->line[k].behind; b > 0; b = j->line[b - 1].behind)
			put(j, out, &n, b - 1, k);
	}
	j->p->piece = out;
}

static int
by_foot(const void *a, const void *b)
{
	const struct foot *x = a, *y = b;
	return x->y != y->y ? (x->y < y->y ? -1 : 1) : (x->line > y->line) - (x->line < y->line);
}

void
pdf_join(struct pdf_page *p)
{
	struct joiner j = {.p = p, .line = ARENA_ARRAY(p->arena, struct came, p->npiece + 1),
	                   .foot = ARENA_ARRAY(p->arena, struct foot, p->npiece + 1)};
	for (uint32_t i = 0; i < p->npiece; j.n++) {
		uint32_t to = i + 1;
		while (to < p->npiece && p->piece[to].line == p->piece[i].line)
			to++;
		j.line[j.n] = (struct came){.from = i, .to = to};
		j.foot[j.n] = (struct foot){p->piece[i].foot, j.n};
		i = to;
	}
	qsort(j.foot, j.n, sizeof *j.foot, by_foot);
	j.low = page_foot(&j);
	join_labels(&j);
	join_close(&j);
	renumber(&j);
}
