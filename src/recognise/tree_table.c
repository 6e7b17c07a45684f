/* SPDX-License-Identifier: MIT */
/* tree_table.c - rows of tables with their cells, however the draft shows them. */
#include <string.h>

#include "recognise/tree.h"

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
	if (l->src->kind == LINE_ROW_HEAD || strcmp(l->rule, "table.head") == 0)
		rep_set(t->w->out->report, row, "head", "true");
	if (p) {
		by_parts(t, row, b, p);
	} else if (strcmp(l->rule, "table.scattered") == 0) {
		tree_text(t, tree_element(t, REP_CELL, row, b), b, 0);
	} else if (b->n > 1) {
		for (k = 0; k < b->n; k++) {
			const struct rline *c = block_line(t->w, b, k);
			cell(t, row, b, c->off, c->off + c->n);
		}
	} else {
		by_tabs(t, row, b);
	}
}
