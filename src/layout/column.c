/* SPDX-License-Identifier: MIT */
#include "layout/column.h"

#include <math.h>

#include "layout/apportion.h"

/* How wide a column has to be. */
struct need {
	double fixed, share;        /* what is said; both 0: automatic */
	double min, max, word;      /* of an automatic column, as in struct extent */
};

size_t
column_span(const struct fo_node *cell)
{
	int n = cell->p->columns_spanned;
	return n < 1 ? 1 : n < COLUMNS_MOST ? (size_t)n : COLUMNS_MOST;
}

static size_t
repeated(const struct fo_node *column)
{
	int n = column->p->columns_repeated;
	return n < 1 ? 1 : n < COLUMNS_MOST ? (size_t)n : COLUMNS_MOST;
}

/* Where a column or cell stands when it says so. */
static size_t
said_place(const struct fo_node *node, size_t next)
{
	int n = node->p->column_number;
	return n < 1 ? next : n < COLUMNS_MOST ? (size_t)n - 1 : COLUMNS_MOST - 1;
}

bool
row_is_set(const struct fo_node *n)
{
	return n->kind == FO_TABLE_ROW && n->p->visibility != FO_W_COLLAPSE;
}

bool
row_walk(struct row_walk *w)
{
	while (w->next != NULL && w->next->kind != FO_TABLE_CELL)
		w->next = w->next->next;
	w->cell = w->next;
	if (w->cell == NULL) {
		for (size_t c = 0; c < w->n; c++)
			w->busy[c] -= w->busy[c] > 0;
		return false;
	}
	size_t at = said_place(w->cell, w->free);
	at = at > w->free ? at : w->free;
	while (at < w->n && w->busy[at] > 0)
		at++;
	w->column = at < w->n ? at : w->n;
	int rows = w->cell->p->rows_spanned;
	for (size_t k = column_span(w->cell); k > 0 && at < w->n; k--)
		w->busy[at++] = rows > 1 ? (unsigned)rows : 1;
	w->free = at < w->n ? at : w->n;
	w->next = w->cell->next;
	return true;
}

/* Call fn for every cell that has a column, with its first one. */
typedef void cell_fn(void *, const struct fo_node *cell, size_t column);

static void
each_cell(const struct fo_node *table, cell_fn *fn, void *closure)
{
	for (const struct fo_node *part = table->first; part != NULL; part = part->next) {
		unsigned busy[COLUMNS_MOST] = {0};
		for (const struct fo_node *row = part->kind == FO_TABLE_COLUMN ? NULL : part->first; row != NULL; row = row->next) {
			struct row_walk w = {.next = row_is_set(row) ? row->first : NULL, .busy = busy, .n = COLUMNS_MOST};
			while (row_is_set(row) && row_walk(&w))
				if (w.column < w.n)
					fn(closure, w.cell, w.column);
		}
	}
}

static void
count_cell(void *closure, const struct fo_node *cell, size_t column)
{
	size_t *most = closure, end = column + column_span(cell);
	*most = end > *most ? end : *most;
}

/* Columns that are said or used, at most COLUMNS_MOST. */
static size_t
count_columns(const struct fo_node *table)
{
	size_t n = 1, c = 0;
	for (const struct fo_node *k = table->first; k != NULL; k = k->next)
		if (k->kind == FO_TABLE_COLUMN) {
			c = said_place(k, c) + repeated(k);
			n = c > n ? c : n;
		}
	each_cell(table, count_cell, &n);
	return n < COLUMNS_MOST ? n : COLUMNS_MOST;
}

/* What the fo:table-columns say. */
static void
read_columns(const struct fo_node *table, double width, struct need *need, struct columns *col)
{
	size_t c = 0;
	for (const struct fo_node *k = table->first; k != NULL; k = k->next) {
		if (k->kind != FO_TABLE_COLUMN)
			continue;
		c = said_place(k, c);
		for (size_t r = repeated(k); r > 0 && c < col->n; r--, c++) {
			const struct fo_len *w = &k->p->column_width;
			col->props[c] = k->p;
			need[c].fixed = w->is_auto ? 0 : w->pt + w->part * width;
			need[c].share = w->is_auto ? 0 : w->share;
		}
	}
}

static bool
is_auto(const struct need *n)
{
	return n->fixed == 0 && n->share == 0;
}

struct measuring {
	struct layout *l;
	const struct fo_node *table;
	const struct columns *col;
	struct need *need;
	size_t n;
	bool spanning;              /* the turn of cells that span columns */
	struct apportioned *cell;   /* of one automatic column each */
	size_t ncell, cap_cell;
};

/* What a cell loses to a border that it shares, others than its own, at the edge before a column. */
static double
shared_edge(const struct measuring *m, const struct fo_node *cell, size_t c)
{
	const struct fo_props *left = c > 0 ? m->col->props[c - 1] : NULL, *right = c < m->n ? m->col->props[c] : NULL;
	const struct fo_props *around[] = {cell->parent->p, cell->parent->parent->p, m->table->p};
	double w = fmax(left != NULL ? left->border_end_width.pt : 0, right != NULL ? right->border_start_width.pt : 0);
	for (size_t i = 0; i < 3 && (c == 0 || c == m->n); i++)
		w = fmax(w, c == 0 ? around[i]->border_start_width.pt : around[i]->border_end_width.pt);
	return w / 2;
}

/* What is not content in the width of a cell in columns [from, to). */
static double
edges_beside(const struct measuring *m, const struct fo_node *cell, size_t from, size_t to)
{
	const struct fo_props *p = cell->p;
	double start = p->border_start_width.pt, end = p->border_end_width.pt;
	double padding = p->padding_start.pt + p->padding_end.pt;
	if (m->table->p->border_collapse != FO_W_COLLAPSE)
		return padding + start + end + p->border_separation_inline.pt;
	return padding + fmax(start, shared_edge(m, cell, from)) + fmax(end, shared_edge(m, cell, to));
}

/* A cell widens its column; one that spans shares what is missing among its automatic columns. */
static void
measure_cell(void *closure, const struct fo_node *cell, size_t column)
{
	struct measuring *m = closure;
	size_t span = column_span(cell), end = column + span < m->n ? column + span : m->n, autos = 0;
	if ((span > 1) != m->spanning)
		return;
	double min = 0, max = 0, word = 0;
	for (size_t c = column; c < end; c++) {
		autos += is_auto(&m->need[c]);
		min += m->need[c].fixed + m->need[c].min;
		word += m->need[c].fixed + m->need[c].word;
		max += m->need[c].fixed + m->need[c].max;
	}
	if (autos == 0)
		return;
	struct extent e = flow_extent(m->l, cell);
	double edges = edges_beside(m, cell, column, end);
	for (size_t c = column; c < end; c++) {
		if (!is_auto(&m->need[c]))
			continue;
		m->need[c].min += e.min + edges > min ? (e.min + edges - min) / (double)autos : 0;
		m->need[c].word += e.word + edges > word ? (e.word + edges - word) / (double)autos : 0;
		m->need[c].max += e.max + edges > max ? (e.max + edges - max) / (double)autos : 0;
	}
	if (span == 1)
		*VEC_PUSH(m->l->arena, m->cell, m->ncell, m->cap_cell) = (struct apportioned){cell->parent, column, edges, e};
}

static struct measuring
measure_autos(struct layout *l, const struct fo_node *table, const struct columns *col, struct need *need)
{
	struct measuring m = {.l = l, .table = table, .col = col, .need = need, .n = col->n};
	each_cell(table, measure_cell, &m);
	m.spanning = true;
	each_cell(table, measure_cell, &m);
	return m;
}

/* Share `room`, which is more than the columns need at the least, and less than they need at the most. */
static void
share_lines(const struct measuring *m, double room, bool ties, double *w)
{
	double max = 0;
	for (size_t i = 0; i < m->n; i++) {
		if (!is_auto(&m->need[i]))
			continue;
		w[i] = ties ? m->need[i].min : m->need[i].word;
		room -= w[i];
		max += m->need[i].max;
	}
	double rest = apportion(m->l->arena, m->cell, m->ncell, w, m->n, room);
	for (size_t i = 0; i < m->n; i++)
		w[i] += is_auto(&m->need[i]) ? rest * m->need[i].max / max : 0;
}

/* Too little room for the longest words: short ones keep theirs, the other columns are as wide as one another. */
static void
share_least(const struct measuring *m, double room, double *w)
{
	double most = 0, before;
	do {
		double left = room;
		size_t wide = 0;
		for (size_t i = 0; i < m->n; i++) {
			bool keeps = m->need[i].word <= most;
			left -= is_auto(&m->need[i]) && keeps ? m->need[i].word : 0;
			wide += is_auto(&m->need[i]) && !keeps;
		}
		before = most;
		most = wide > 0 ? left / (double)wide : most;
	} while (most > before);
	for (size_t i = 0; i < m->n; i++)
		w[i] = is_auto(&m->need[i]) ? fmin(m->need[i].word, most) : w[i];
}

/* Share `left` among the columns that wait for it; m: what was measured of the automatic ones, or NULL. */
static void
share_rest(struct need *need, size_t n, double left, const struct measuring *m, double *w)
{
	double shares = 0, min = 0, max = 0, word = 0;
	size_t autos = 0;
	for (size_t i = 0; i < n; i++) {
		shares += need[i].share;
		autos += is_auto(&need[i]);
		min += need[i].min;
		max += need[i].max;
		word += need[i].word;
	}
	left = left > 0 ? left : 0;
	double to_autos = shares > 0 ? (m != NULL ? max : left / 2) : left;
	to_autos = autos == 0 ? 0 : to_autos > left ? left : to_autos;
	for (size_t i = 0; i < n; i++) {
		w[i] = need[i].fixed + (shares > 0 ? (left - to_autos) * need[i].share / shares : 0);
		if (!is_auto(&need[i]))
			continue;
		if (m == NULL || max <= 0)
			w[i] = to_autos / (double)autos;
		else if (to_autos >= max) /* everything on one line, and the rest as the lines are long */
			w[i] = need[i].max * to_autos / max;
	}
	if (m == NULL || to_autos >= max)
		return;
	if (to_autos > word)
		share_lines(m, to_autos, to_autos > min, w);
	else
		share_least(m, to_autos, w);
}

void
columns_find(struct layout *l, const struct fo_node *table, double width, double room, struct columns *out)
{
	size_t n = out->n = count_columns(table), autos = 0;
	struct need *need = ARENA_ARRAY(l->arena, struct need, n);
	double *w = ARENA_ARRAY(l->arena, double, n), left = width, sum = 0;
	out->x = ARENA_ARRAY(l->arena, double, n + 1);
	out->props = ARENA_ARRAY(l->arena, const struct fo_props *, n);
	read_columns(table, width, need, out);
	for (size_t i = 0; i < n; i++) {
		left -= need[i].fixed;
		autos += is_auto(&need[i]);
	}
	struct measuring m;
	bool measured = autos > 0 && table->p->table_layout == FO_W_AUTO;
	if (measured)
		m = measure_autos(l, table, out, need);
	share_rest(need, n, left, measured ? &m : NULL, w);
	for (size_t i = 0; i < n; i++)
		sum += w[i];
	double narrow = sum > room + 0.01 && room > 0 ? room / sum : 1;
	if (narrow < 1)
		diag(l->diag, DIAG_LAYOUT_WIDE, table->pos, "by %.1f pt", sum - room);
	for (size_t i = 0; i < n; i++)
		out->x[i + 1] = out->x[i] + w[i] * narrow;
}

struct extent
table_extent(struct layout *l, const struct fo_node *table)
{
	size_t n = count_columns(table);
	struct columns col = {.props = ARENA_ARRAY(l->arena, const struct fo_props *, n), .n = n};
	struct need *need = ARENA_ARRAY(l->arena, struct need, n);
	struct extent e = {0};
	read_columns(table, 0, need, &col);
	measure_autos(l, table, &col, need);
	for (size_t i = 0; i < n; i++) {
		e.min += need[i].fixed + need[i].min;
		e.max += need[i].fixed + need[i].max;
		e.word += need[i].fixed + need[i].word;
	}
	e.sum = e.max;
	e.paras = 1;
	return e;
}
