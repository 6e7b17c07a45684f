/* SPDX-License-Identifier: MIT */
/* tree_table.c - rows of tables with their cells, however the draft shows them. */
#include <stdlib.h>
#include <string.h>

#include "recognise/tree.h"

/* The span of a cell of a row of the draft, or NULL. */
static const struct cell_span *
span_of_cell(const struct draft *d, uint32_t line, uint16_t cell)
{
	size_t low = 0, high = d->nspan;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (d->span[mid].line < line || (d->span[mid].line == line && d->span[mid].cell < cell))
			low = mid + 1;
		else
			high = mid;
	}
	return low < d->nspan && d->span[low].line == line && d->span[low].cell == cell ? &d->span[low] : NULL;
}

static void
set_number(struct tree *t, struct rep_node *n, const char *name, unsigned value)
{
	if (value > 1)
		rep_set(t->w->out->report, n, name, arena_printf(t->w->arena, "%u", value));
}

/* What the form says of the cells: columns, rows, headings. */
static void
set_spans(struct tree *t, struct rep_node *row, uint32_t line)
{
	struct rep_node *c;
	uint16_t i = 0;

	for (c = row->first; c; c = c->next, i++) {
		const struct cell_span *s = span_of_cell(t->w->draft, line, i);
		if (s == NULL)
			continue;
		set_number(t, c, "colspan", s->cols);
		set_number(t, c, "rowspan", s->rows);
		if (s->head && rep_get(row, "head") == NULL)
			rep_set(t->w->out->report, c, "head", "true");
	}
}

static void
cell(struct tree *t, struct rep_node *row, const struct block *b, uint32_t from, uint32_t end)
{
	const char *s = t->w->draft->text.s;
	struct rep_node *c = tree_element(t, REP_CELL, row, b);

	while (from < end && s[from] == ' ')
		from++;
	while (end > from && s[end - 1] == ' ')
		end--;
	text_place(t->w, c, from, end);
}

/* Cells set apart by tabs; empty ones at both ends were trimmed from the line. */
static void
by_tabs(struct tree *t, struct rep_node *row, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);
	const char *s = t->w->draft->text.s;
	uint32_t end = l->src->off + (uint32_t)l->src->text.n, from = l->src->off, i;

	for (i = from; i <= end; i++) {
		if (i < end && s[i] != '\t')
			continue;
		cell(t, row, b, from, i);
		if (i < end)
			fate_set(t->w, i, i + 1, FATE_MARKUP);
		from = i + 1;
	}
}

static void
by_parts(struct tree *t, struct rep_node *row, const struct block *b, const struct field_part *p)
{
	const struct field_part *end = t->w->part + t->w->npart;
	uint32_t line = p->line, at = p->off;

	for (; p < end && p->line == line; p++) {
		fate_set(t->w, at, p->off, FATE_MARKUP);
		cell(t, row, b, p->off, p->off + p->n);
		at = p->off + p->n;
	}
}

void
tree_row(struct tree *t, struct rep_node *table, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);
	struct rep_node *row = tree_element(t, REP_ROW, table, b);
	const struct field_part *p = part_first(t->w, t->w->flow[b->flow]);
	size_t k;

	table->line_to = row->line_to;
	if (l->src->kind == LINE_ROW_HEAD || line_is(l, "head"))
		rep_set(t->w->out->report, row, "head", "true");
	if (p) {
		by_parts(t, row, b, p);
	} else if (line_is(l, "scattered")) {
		tree_text(t, tree_element(t, REP_CELL, row, b), b, 0);
	} else if (b->n > 1) {
		for (k = 0; k < b->n; k++) {
			const struct rline *c = block_line(t->w, b, k);
			cell(t, row, b, c->off, c->off + c->n);
		}
	} else {
		by_tabs(t, row, b);
		if (t->w->draft->nspan)
			set_spans(t, row, t->w->flow[b->flow]);
	}
}

#define COLUMNS_MOST 100 /* of a table that can be set on a page */

static unsigned
number_of(const struct rep_node *cell, const char *name)
{
	const char *s = rep_get(cell, name);

	return s ? (unsigned)strtoul(s, NULL, 10) : 1;
}

static unsigned
row_width(const struct rep_node *row)
{
	const struct rep_node *c;
	unsigned n = 0;

	for (c = row->first; c; c = c->next)
		n += number_of(c, "colspan");
	return n;
}

static void
fit_cell(struct tree *t, struct rep_node *cell, const char *name, unsigned most)
{
	if (number_of(cell, name) > most)
		rep_set(t->w->out->report, cell, name, arena_printf(t->w->arena, "%u", most > 1 ? most : 1));
}

/* No cell reaches out of its table; a row of one cell is no wider than the others, none wider than a page. */
static void
fit_table(struct tree *t, struct rep_node *table)
{
	struct rep_node *row, *c;
	unsigned width = 0, rows = 0;

	for (row = table->first; row; row = row->next) {
		rows += row->kind == REP_ROW;
		for (c = row->first != row->last && row_width(row) > COLUMNS_MOST ? row->first : NULL; c; c = c->next)
			fit_cell(t, c, "colspan", 1);
		if (row->kind == REP_ROW && row->first != row->last && row_width(row) > width)
			width = row_width(row);
	}
	for (row = table->first; row; row = row->next) {
		if (row->kind != REP_ROW)
			continue;
		for (c = row->first; c; c = c->next) {
			fit_cell(t, c, "rowspan", rows);
			if (row->first == row->last)
				fit_cell(t, c, "colspan", width);
		}
		rows--;
	}
}

void
tree_fit_tables(struct tree *t)
{
	struct rep_node *root = t->w->out->report->root, *n;

	for (n = t->w->draft->nspan ? root : NULL; n; n = n->kind == REP_TABLE ? rep_skip(root, n) : rep_next(root, n))
		if (n->kind == REP_TABLE)
			fit_table(t, n);
}
