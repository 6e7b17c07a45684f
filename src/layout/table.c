/* SPDX-License-Identifier: MIT */
/* table.c - tables as rows of cells (XSL 1.1 §6.7); rows do not split. */
#include <string.h>

#include "layout/stack.h"

#define MAX_COLUMNS 64

struct columns {
	double x[MAX_COLUMNS + 1]; /* left edge of each column, and the right edge of the last */
	size_t n;
};

struct table {
	struct layout *l;
	struct stack *stack;
	const struct fo_node *node;
	struct columns col;
	double x, width;
	struct selem *element;
	enum artifact artifact;
	size_t busy[MAX_COLUMNS];    /* rows that a cell above still spans */
};

static size_t
span_of_cell(const struct fo_node *cell)
{
	return cell->p->columns_spanned > 0 ? (size_t)cell->p->columns_spanned : 1;
}

/* The greatest number of columns that any row takes. */
static size_t
count_columns(const struct fo_node *table)
{
	size_t most = 1;
	for (const struct fo_node *part = table->first; part != NULL; part = part->next)
		for (const struct fo_node *row = part->first; row != NULL && part->kind != FO_TABLE_COLUMN; row = row->next) {
			size_t n = 0;
			for (const struct fo_node *cell = row->first; cell != NULL; cell = cell->next)
				n += cell->kind == FO_TABLE_CELL ? span_of_cell(cell) : 0;
			most = n > most ? n : most;
		}
	return most < MAX_COLUMNS ? most : MAX_COLUMNS;
}

/* Characters of text below a node, for the shares of automatic columns. */
static size_t
text_length(const struct fo_node *node)
{
	size_t n = 0;
	const struct fo_node *k = node->first;
	while (k != NULL) {
		n += k->kind == FO_TEXT ? k->text.n : 0;
		if (k->first != NULL) {
			k = k->first;
			continue;
		}
		while (k != NULL && k != node && k->next == NULL)
			k = k->parent;
		k = k != NULL && k != node ? k->next : NULL;
	}
	return n;
}

/* Shares of automatic columns: by their longest cell, none less than a tenth of the longest. */
static void
automatic_shares(const struct fo_node *table, double share[MAX_COLUMNS], size_t n)
{
	double most = 1;
	for (const struct fo_node *part = table->first; part != NULL; part = part->next)
		for (const struct fo_node *row = part->first; row != NULL; row = row->next) {
			size_t c = 0;
			for (const struct fo_node *cell = row->first; cell != NULL && c < n; cell = cell->next) {
				double len = span_of_cell(cell) == 1 ? (double)text_length(cell) : 0;
				len = len > 60 ? 60 : len;
				share[c] = len > share[c] ? len : share[c];
				most = share[c] > most ? share[c] : most;
				c += span_of_cell(cell);
			}
		}
	for (size_t c = 0; c < n; c++)
		share[c] = share[c] < most / 10 ? most / 10 : share[c];
}

static void
column_widths(struct table *t)
{
	double fixed[MAX_COLUMNS] = {0}, share[MAX_COLUMNS] = {0}, autos[MAX_COLUMNS] = {0};
	size_t n = count_columns(t->node), c = 0;
	automatic_shares(t->node, autos, n);
	for (const struct fo_node *k = t->node->first; k != NULL; k = k->next) {
		if (k->kind != FO_TABLE_COLUMN)
			continue;
		if (k->p->column_number > 0)
			c = (size_t)k->p->column_number - 1;
		for (int r = 0; r < (k->p->columns_repeated > 0 ? k->p->columns_repeated : 1) && c < MAX_COLUMNS; r++, c++) {
			const struct fo_len *w = &k->p->column_width;
			fixed[c] = w->is_auto ? 0 : w->pt + w->part * t->width;
			share[c] = w->is_auto ? autos[c] : w->share;
			autos[c] = 0;
			n = c + 1 > n ? c + 1 : n;
		}
	}
	double left = t->width, shares = 0;
	for (size_t i = 0; i < n; i++) {
		share[i] += autos[i];
		left -= fixed[i];
		shares += share[i];
	}
	t->col.n = n;
	for (size_t i = 0; i < n; i++) {
		double w = fixed[i] + (shares > 0 && left > 0 ? left * share[i] / shares : 0);
		t->col.x[i + 1] = t->col.x[i] + w;
	}
}

static double
edge(enum fo_word style, const struct fo_len *width)
{
	return style == FO_W_NONE || style == FO_W_HIDDEN ? 0 : width->pt;
}

static void
place_cell(struct table *t, const struct fo_node *node, struct selem *row_element, size_t c,
           struct cell_box *box)
{
	const struct fo_props *p = node->p;
	size_t end = c + span_of_cell(node);
	end = end > t->col.n ? t->col.n : end;
	double ps = p->padding_start.pt + edge(p->border_start_style, &p->border_start_width) / 2;
	double pe = p->padding_end.pt + edge(p->border_end_style, &p->border_end_width) / 2;
	double top = p->padding_before.pt + edge(p->border_before_style, &p->border_before_width);
	double bottom = p->padding_after.pt + edge(p->border_after_style, &p->border_after_width);
	box->p = p;
	box->x = t->x + t->col.x[c];
	box->width = t->col.x[end] - t->col.x[c];
	box->inset = ps;
	box->top = top;
	double inner = box->width - ps - pe;
	struct selem *element = tag_for(t->l, row_element, node);
	box->stack = flow_stack(t->l, node, inner > 1 ? inner : 1, element, element ? ARTIFACT_NONE : ARTIFACT_LAYOUT);
	box->height = top + box->stack->height + bottom;
}

/* Content at the place display-align asks for, once the row's height is known. */
static void
align_cells(struct part *row)
{
	for (size_t i = 0; i < row->ncell; i++) {
		struct cell_box *b = &row->cell[i];
		double slack = row->height - b->height;
		if (slack > 0 && b->p->display_align == FO_W_CENTER)
			b->top += slack / 2;
		else if (slack > 0 && b->p->display_align == FO_W_AFTER)
			b->top += slack;
		b->height = b->rows > 1 ? b->height : row->height;
	}
}

static struct part *
add_row(struct table *t, const struct fo_node *node, struct selem *section)
{
	struct selem *element = tag_for(t->l, section, node);
	size_t n = 0, c = 0;
	for (const struct fo_node *k = node->first; k != NULL; k = k->next)
		n++;
	struct cell_box *cell = ARENA_ARRAY(t->l->arena, struct cell_box, n);
	struct part *row = stack_add(t->l, t->stack, PART_ROW, 0);
	double height = node->p->height.is_auto ? 0 : node->p->height.pt;
	for (const struct fo_node *k = node->first; k != NULL && c < t->col.n; k = k->next) {
		while (c < t->col.n && t->busy[c] > 0)
			t->busy[c++]--;
		if (c >= t->col.n)
			break;
		struct cell_box *b = &cell[row->ncell++];
		place_cell(t, k, element, c, b);
		b->rows = k->p->rows_spanned > 1 ? (unsigned)k->p->rows_spanned : 1;
		if (b->rows == 1 && b->height > height)
			height = b->height;
		stack_take_notes(t->l, row, b->stack);
		for (size_t s = 0; s < span_of_cell(k) && c < t->col.n; s++)
			t->busy[c++] = b->rows - 1;
	}
	for (; c < t->col.n; c++)
		t->busy[c] -= t->busy[c] > 0;
	row->cell = cell;
	row->height = height;
	t->stack->height += height;
	align_cells(row);
	return row;
}

/* A spanning cell that is higher than its rows makes the last of them higher. */
static void
settle_spans(struct table *t, size_t from)
{
	for (size_t i = from; i < t->stack->n; i++)
		for (size_t k = 0; k < t->stack->part[i].ncell; k++) {
			struct cell_box *b = &t->stack->part[i].cell[k];
			if (b->rows < 2)
				continue;
			double sum = 0;
			size_t end = i + b->rows < t->stack->n ? i + b->rows : t->stack->n;
			for (size_t r = i; r < end; r++) {
				sum += t->stack->part[r].height;
				if (r > i)
					t->stack->part[r].cost = NO_BREAK;
			}
			if (b->height > sum) {
				t->stack->part[end - 1].height += b->height - sum;
				t->stack->height += b->height - sum;
				sum = b->height;
			}
			b->height = sum;
		}
}

void
table_stack(struct layout *l, struct stack *stack, const struct fo_node *node, double x, double width,
            struct selem *parent, enum artifact artifact)
{
	struct table t = {.l = l, .stack = stack, .node = node, .x = x, .width = width, .artifact = artifact};
	if (!node->p->width.is_auto)
		t.width = node->p->width.pt + node->p->width.part * width;
	t.element = tag_for(l, parent, node);
	column_widths(&t);
	size_t head_from = stack->n, head_n = 0, from = stack->n;
	static const enum fo_kind order[] = {FO_TABLE_HEADER, FO_TABLE_BODY, FO_TABLE_FOOTER};
	for (size_t o = 0; o < 3; o++)
		for (const struct fo_node *part = node->first; part != NULL; part = part->next) {
			if (part->kind != order[o])
				continue;
			struct selem *section = t.element;
			for (const struct fo_node *row = part->first; row != NULL; row = row->next) {
				if (row->kind != FO_TABLE_ROW)
					continue;
				struct part *r = add_row(&t, row, section);
				bool first = r == &stack->part[head_from];
				if (o == 0)
					head_n++;
				else if (node->p->omit_header != FO_W_TRUE) {
					r->head_from = head_from;
					r->head_n = head_n;
				}
				if (!first && (o != 1 || stack->n - head_from == head_n + 1))
					r->cost = NO_BREAK;
				if (node->p->keep_together_page == FO_ALWAYS && !first)
					r->cost = NO_BREAK;
			}
		}
	settle_spans(&t, from);
}
