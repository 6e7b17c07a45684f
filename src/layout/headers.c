/* SPDX-License-Identifier: MIT */
/*
 * headers.c - what heads which cells of a table (ISO 32000-1 14.8.5.7, ISO 14289-1 7.5): the scope of
 * header cells and, for each other cell, the IDs of those above and beside it.
 */
#include <string.h>

#include "layout/stack.h"

#define COLUMNS 1000 /* of a table whose cells name their headers */
#define HEADERS 8    /* of one cell in one direction: the first ones */

/* The header cells of a column, or of a row. */
struct heads {
	const struct selem *cell[HEADERS];
	size_t n;
};

struct table_grid {
	struct layout *l;
	struct selem *const *row;
	size_t nrow, ncolumn;
	struct heads *above, *beside; /* by column; by row */
	unsigned *taken;              /* by column: rows, this one counted, that a cell from above reaches into */
};

static unsigned
span(unsigned given)
{
	return given > 1 ? given : 1;
}

static bool
is_header(const struct selem *cell)
{
	return strcmp(cell->role, "TH") == 0;
}

/* Header cells beside others head their row, the rest what stands below them. */
static void
set_scopes(const struct selem *row)
{
	bool beside = false;
	for (const struct selem *c = row->first; c != NULL; c = c->next)
		beside |= !is_header(c);
	beside &= strcmp(row->parent->role, "THead") != 0;
	for (struct selem *c = row->first; c != NULL; c = c->next)
		if (is_header(c))
			c->scope = beside ? "Row" : "Column";
}

static void
add_head(struct heads *h, const struct selem *cell)
{
	if (h->n < HEADERS)
		h->cell[h->n++] = cell;
}

/* The cell heads the columns or rows that it spans. */
static void
note_header(struct table_grid *g, struct selem *cell, size_t row, size_t column, size_t end)
{
	if (cell->id == NULL)
		cell->id = arena_printf(g->l->pages->arena, "head-%u", cell->index);
	if (strcmp(cell->scope, "Column") == 0) {
		for (size_t c = column; c < end; c++)
			add_head(&g->above[c], cell);
		return;
	}
	for (size_t r = row; r < row + span(cell->rowspan) && r < g->nrow; r++)
		add_head(&g->beside[r], cell);
}

/* The IDs of some header cells behind those there are, one that spans columns once. */
static void
put_heads(const struct heads *h, const struct heads *before, struct buf *ids)
{
	for (size_t i = 0; i < h->n; i++) {
		bool named = false;
		for (size_t k = 0; before != NULL && k < before->n; k++)
			named |= before->cell[k] == h->cell[i];
		if (!named)
			buf_printf(ids, "%s%s", ids->n > 0 ? " " : "", h->cell[i]->id);
	}
}

static void
set_headers(struct table_grid *g, struct selem *cell, size_t row, size_t column, size_t end)
{
	struct buf ids = {0};
	for (size_t c = column; c < end; c++)
		put_heads(&g->above[c], c > column ? &g->above[c - 1] : NULL, &ids);
	put_heads(&g->beside[row], NULL, &ids);
	if (ids.n > 0)
		cell->headers = arena_strndup(g->l->pages->arena, ids.data, ids.n);
	buf_free(&ids);
}

static void
head_row(struct table_grid *g, size_t row)
{
	size_t column = 0;
	for (struct selem *c = g->row[row]->first; c != NULL; c = c->next) {
		while (column < g->ncolumn && g->taken[column] > 0)
			column++;
		size_t end = column + span(c->colspan) < g->ncolumn ? column + span(c->colspan) : g->ncolumn;
		if (is_header(c))
			note_header(g, c, row, column, end);
		else if (c->headers == NULL)
			set_headers(g, c, row, column, end);
		for (; column < end; column++)
			g->taken[column] = span(c->rowspan);
	}
	for (column = 0; column < g->ncolumn; column++)
		g->taken[column] -= g->taken[column] > 0;
}

void
tags_headers(struct layout *l, struct selem *const *row, size_t nrow, size_t ncolumn)
{
	struct arena *a = l->pages->arena;
	struct table_grid g = {.l = l, .row = row, .nrow = nrow, .ncolumn = ncolumn};
	for (size_t i = 0; i < nrow; i++)
		set_scopes(row[i]);
	if (ncolumn > COLUMNS)
		return;
	g.above = ARENA_ARRAY(a, struct heads, ncolumn + 1);
	g.beside = ARENA_ARRAY(a, struct heads, nrow + 1);
	g.taken = ARENA_ARRAY(a, unsigned, ncolumn + 1);
	for (size_t i = 0; i < nrow; i++)
		head_row(&g, i);
}
