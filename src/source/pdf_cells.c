/* SPDX-License-Identifier: MIT */
/*
 * pdf_cells.c - tables as the tags have them: rows and columns that need not be guessed.
 *
 * Producers lay out mastheads, boxes and lists of contents as tables too.  A table is believed where several of its
 * rows have several columns and all stand on the page as the tags say.
 */
#include <stdlib.h>

#include "source/pdf.h"

#define ROWS_LEAST 2
#define ASTRAY_OF 20     /* of so many pieces one may stand elsewhere than its cell */
#define SAME_ROW 2.0f    /* pt that the first piece of a row may stand over that of the row above */
#define LEADERS_OF 4     /* of so many lines one has leaders in a list of contents */

/* The pieces of a table on the page, in the order of their cells. */
struct grid {
	struct pdf_piece **at;
	uint32_t n;
};

const struct pdf_tag *
pdf_cell_of(const struct pdf_page *p, const struct pdf_piece *q)
{
	const struct pdf_tag *tag = pdf_tags_at(p->tags, pdf_main_tag(p, q->from, q->to));
	return pdf_tags_at(p->tags, tag->cell);
}

static int
by_place(const void *a, const void *b)
{
	const struct pdf_piece *x = *(struct pdf_piece *const *)a, *y = *(struct pdf_piece *const *)b;
	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->col != y->col)
		return x->col < y->col ? -1 : 1;
	return (x->line_foot > y->line_foot) - (x->line_foot < y->line_foot);
}

/* Pieces get the table, row and column of their cell; how many there are. */
static uint32_t
take_cells(struct pdf_page *p, struct pdf_piece **at)
{
	uint32_t n = 0;
	for (uint32_t k = 0; k < p->nacross; k++)
		for (uint32_t i = 0; i < p->across[k].n; i++) {
			struct pdf_piece *q = p->at[p->across[k].from + i];
			const struct pdf_tag *cell = pdf_cell_of(p, q);
			if (cell->table == 0 || cell->col + cell->cols > PDF_COLS)
				continue;
			q->table = cell->table;
			q->row = cell->row;
			q->col = cell->col;
			q->cols = cell->cols;
			q->line_foot = p->across[k].foot;
			q->line_size = p->across[k].size;
			at[n++] = q;
		}
	return n;
}

/* Rows below each other, columns beside each other, some of them figures or words of their own. */
static bool
is_believed(const struct pdf_page *p, const struct grid *g)
{
	uint32_t rows = 0, wide = 0, astray = 0, leaders = 0, climbs = 0, last = 0;
	float top = 0, above = 0;
	for (uint32_t i = 0, to; i < g->n; i = to, rows++) {
		above = top;
		top = g->at[i]->foot;
		for (to = i; to < g->n && g->at[to]->row == g->at[i]->row; to++) {
			const struct pdf_piece *q = g->at[to], *before = to > i ? g->at[to - 1] : NULL;
			top = q->foot < top ? q->foot : top;
			astray += before != NULL && before->col < q->col && before->x1 > q->x1;
			leaders += pdf_has_leaders(p, q);
		}
		const struct pdf_piece *end = g->at[to - 1];
		astray += rows > 0 && top < above - SAME_ROW;
		wide += g->at[i]->col < end->col;
		climbs += pdf_is_figure(p, end) && end->col > g->at[i]->col;
		last = end->col > last ? end->col : last;
	}
	/* a column of text and one of figures may be a list of contents, which is told by its words */
	bool contents = leaders * LEADERS_OF >= rows || (last == 1 && climbs * 2 > rows);
	return rows >= ROWS_LEAST && wide * 2 >= rows && wide >= ROWS_LEAST && astray * ASTRAY_OF <= g->n && !contents;
}

/* Where the first line of the table stands. */
static float
top_of(const struct grid *g)
{
	float top = g->at[0]->foot;
	for (uint32_t i = 1; i < g->n; i++)
		top = g->at[i]->foot < top ? g->at[i]->foot : top;
	return top;
}

void
pdf_tagged_tables(struct pdf_page *p, float below)
{
	struct pdf_piece **at = ARENA_ARRAY(p->arena, struct pdf_piece *, p->nat + 1);
	uint32_t n = p->tagged ? take_cells(p, at) : 0;
	qsort(at, n, sizeof(*at), by_place);
	for (uint32_t i = 0, to; i < n; i = to) {
		uint32_t tagged = at[i]->table, row = at[i]->row;
		for (to = i; to < n && at[to]->table == tagged; to++)
			;
		struct grid g = {at + i, to - i};
		bool believed = top_of(&g) > below && is_believed(p, &g);
		p->ntable += believed;
		for (uint32_t k = i; k < to; k++) {
			at[k]->tagged_table = believed ? tagged : 0;
			at[k]->row -= row;
		}
	}
	/* the numbers of the page come last, as those of the tags told them apart */
	for (uint32_t i = 0, number = 0, before = 0; i < n; i++) {
		number += at[i]->tagged_table > 0 && at[i]->tagged_table != before;
		before = at[i]->tagged_table > 0 ? at[i]->tagged_table : before;
		at[i]->table = at[i]->tagged_table > 0 ? number : 0;
	}
}
