/* SPDX-License-Identifier: MIT */
/* table.c - tables as rows of boxes (XSL 1.1 §6.7). */
#include <string.h>

#include "layout/column.h"
#include "layout/stack.h"

struct table {
	struct layout *l;
	struct stack *stack;
	const struct fo_node *node;
	struct columns col;
	double x;
	enum artifact artifact;
	unsigned *busy;              /* per column: rows that a cell above still spans */
	size_t head_from, head_n;    /* parts of the head */
	bool collapse;
};

static double
drawn_width(enum fo_word style, const struct fo_len *width)
{
	return style == FO_W_NONE || style == FO_W_HIDDEN ? 0 : width->pt;
}

static void
place_cell(struct table *t, const struct fo_node *node, struct selem *row, size_t c, struct cell_box *box)
{
	const struct fo_props *p = node->p;
	size_t end = c + column_span(node);
	end = end > t->col.n ? t->col.n : end;
	double share = t->collapse ? 0.5 : 1; /* of a border that is in the cell */
	*box = (struct cell_box){.p = p, .behind = t->col.props[c], .collapse = t->collapse,
	    .x = t->x + t->col.x[c], .width = t->col.x[end] - t->col.x[c],
	    .inset = p->padding_start.pt + share * drawn_width(p->border_start_style, &p->border_start_width),
	    .end_inset = p->padding_end.pt + share * drawn_width(p->border_end_style, &p->border_end_width),
	    .top = p->padding_before.pt + share * drawn_width(p->border_before_style, &p->border_before_width),
	    .bottom = p->padding_after.pt + share * drawn_width(p->border_after_style, &p->border_after_width),
	    .rows = p->rows_spanned > 1 ? (unsigned)p->rows_spanned : 1};
	double inner = box->width - box->inset - box->end_inset;
	struct selem *element = tag_for(t->l, row, node);
	enum artifact artifact = element != NULL ? ARTIFACT_NONE : t->artifact != ARTIFACT_NONE ? t->artifact : ARTIFACT_LAYOUT;
	box->stack = flow_stack(t->l, node, inner > 1 ? inner : 1, element, artifact);
}

/* The column of the next cell: where nothing from above stands, or where the cell says. */
static size_t
free_column(const struct table *t, const struct fo_node *cell, size_t c)
{
	if (cell->p->column_number > 0 && (size_t)cell->p->column_number - 1 > c)
		c = (size_t)cell->p->column_number - 1;
	while (c < t->col.n && t->busy[c] > 0)
		c++;
	return c;
}

static bool
is_kept(const struct fo_props *p)
{
	return p->keep_together_page == FO_ALWAYS || p->keep_together_column == FO_ALWAYS;
}

static bool
breaks_page(enum fo_word w)
{
	return w == FO_W_PAGE || w == FO_W_COLUMN || w == FO_W_EVEN_PAGE || w == FO_W_ODD_PAGE;
}

/* One row: its first part. */
static size_t
add_row(struct table *t, const struct fo_node *node, struct selem *section)
{
	struct selem *element = tag_for(t->l, section, node);
	const struct fo_props *p = node->p;
	size_t n = 0, c = 0, used = 0;
	bool spans = false;
	for (const struct fo_node *k = node->first; k != NULL; k = k->next)
		n += k->kind == FO_TABLE_CELL;
	struct cell_box *cell = ARENA_ARRAY(t->l->arena, struct cell_box, n);
	unsigned *below = ARENA_ARRAY(t->l->arena, unsigned, t->col.n);
	for (size_t i = 0; i < t->col.n; i++)
		below[i] = t->busy[i] > 0 ? t->busy[i] - 1 : 0;
	for (const struct fo_node *k = node->first; k != NULL; k = k->next) {
		if (k->kind != FO_TABLE_CELL)
			continue;
		c = free_column(t, k, c);
		if (c >= t->col.n) {
			diag(t->l->diag, DIAG_LAYOUT_UNSUPPORTED, k->pos, "a cell beyond the last column");
			continue;
		}
		place_cell(t, k, element, c, &cell[used]);
		spans |= cell[used].rows > 1;
		for (size_t s = 0; s < column_span(k) && c < t->col.n; s++)
			below[c++] = cell[used].rows - 1;
		used++;
	}
	t->busy = below;
	size_t frame = stack_frame(t->l, t->stack, p, t->x, t->col.x[t->col.n], 0);
	size_t first = row_add(t->l, t->stack, cell, used, p->height.is_auto ? 0 : p->height.pt,
	                       spans ? ROW_WHOLE : is_kept(p) ? ROW_KEPT : ROW_FREE);
	stack_frame_end(t->stack, frame);
	t->stack->part[first].force = breaks_page(p->break_before);
	return first;
}

/* Rows that a cell spans stay together; the last one grows when the cell is higher. */
static void
settle_spans(struct table *t, const size_t *row, size_t nrow)
{
	struct part *part = t->stack->part;
	for (size_t i = 0; i + 1 < nrow; i++)
		for (size_t k = 0; k < part[row[i]].ncell; k++) {
			struct cell_box *b = &part[row[i]].cell[k];
			if (b->rows < 2)
				continue;
			size_t end = i + b->rows < nrow ? row[i + b->rows] : row[nrow - 1];
			double sum = 0, need = b->top + b->stack->height + b->bottom;
			for (size_t r = row[i]; r < end; r++) {
				sum += part[r].height;
				if (r > row[i])
					part[r].cost = NO_BREAK;
			}
			if (need > sum) {
				part[end - 1].height += need - sum;
				t->stack->height += need - sum;
				sum = need;
			}
			b->box = sum;
		}
}

/* The rows of one section, and what stands round it; section heads and feet are not cut. */
static void
add_section(struct table *t, const struct fo_node *section, struct selem *element, bool body)
{
	size_t frame = stack_frame(t->l, t->stack, section->p, t->x, t->col.x[t->col.n], 0), n = 0;
	for (const struct fo_node *r = section->first; r != NULL; r = r->next)
		n += r->kind == FO_TABLE_ROW;
	size_t *row = ARENA_ARRAY(t->l->arena, size_t, n + 1), k = 0;
	bool with_next = true;
	memset(t->busy, 0, t->col.n * sizeof *t->busy);
	for (const struct fo_node *r = section->first; r != NULL; r = r->next) {
		if (r->kind != FO_TABLE_ROW)
			continue;
		row[k] = add_row(t, r, element);
		struct part *p = &t->stack->part[row[k]];
		bool previous = r->p->keep_with_previous_page == FO_ALWAYS || r->p->keep_with_previous_column == FO_ALWAYS;
		/* the first row stays with the head; body rows part unless they are kept */
		if (!body || (k == 0 ? t->stack->n > t->head_from && row[k] > t->head_from : with_next || previous))
			p->cost = NO_BREAK;
		with_next = r->p->keep_with_next_page == FO_ALWAYS || r->p->keep_with_next_column == FO_ALWAYS;
		k++;
	}
	row[k] = t->stack->n;
	settle_spans(t, row, k + 1);
	for (size_t i = row[0]; i < t->stack->n && !body && k > 0; i++)
		t->stack->part[i].cost = NO_BREAK;
	stack_frame_end(t->stack, frame);
}

static void
add_sections(struct table *t, enum fo_kind kind, struct selem *element)
{
	for (const struct fo_node *k = t->node->first; k != NULL; k = k->next)
		if (k->kind == kind)
			add_section(t, k, element, kind == FO_TABLE_BODY);
}

void
table_notes_add(struct layout *l, struct stack *stack, double x, double width)
{
	struct table_note *n = l->table_notes.first;
	l->table_notes = (struct table_notes){NULL, NULL};
	for (bool first = true; n != NULL; n = n->next, first = false) {
		struct cell_box *c = ARENA_NEW(l->arena, struct cell_box);
		*c = (struct cell_box){.p = n->body->p, .x = x, .width = width};
		c->stack = flow_stack(l, n->body, width, n->selem, n->selem != NULL ? ARTIFACT_NONE : ARTIFACT_LAYOUT);
		size_t part = row_add(l, stack, c, 1, 0, ROW_FREE);
		if (first)
			stack->part[part].cost = NO_BREAK; /* under the last row */
	}
}

void
table_stack(struct layout *l, struct stack *stack, const struct fo_node *node, double x, double width,
            struct selem *parent, enum artifact artifact)
{
	const struct fo_props *p = node->p;
	struct table t = {.l = l, .stack = stack, .node = node, .x = x, .artifact = artifact, .head_from = stack->n,
	                  .collapse = p->border_collapse == FO_W_COLLAPSE};
	struct selem *element = tag_for(l, parent, node);
	columns_find(l, node, p->width.is_auto ? width : p->width.pt + p->width.part * width, width, &t.col);
	t.busy = ARENA_ARRAY(l->arena, unsigned, t.col.n);
	struct table_notes before = {NULL, NULL};
	if (l->tables++ > 0) { /* a table in a table has its own */
		before = l->table_notes;
		l->table_notes = (struct table_notes){NULL, NULL};
	}
	size_t frame = stack_frame(l, stack, p, x, t.col.x[t.col.n], t.collapse ? 0.5 : 0);
	add_sections(&t, FO_TABLE_HEADER, element);
	t.head_n = stack->n - t.head_from;
	size_t body = stack->n;
	add_sections(&t, FO_TABLE_BODY, element);
	size_t foot = stack->n;
	add_sections(&t, FO_TABLE_FOOTER, element);
	stack_frame_end(stack, frame);
	for (size_t i = body; i < foot; i++) {
		struct part *r = &stack->part[i];
		r->head_from = t.head_from;
		r->head_n = p->omit_header == FO_W_TRUE || i == body ? 0 : t.head_n;
		r->foot_from = foot;
		r->foot_n = p->omit_footer == FO_W_TRUE ? 0 : stack->n - foot;
	}
	l->tables--;
	table_notes_add(l, stack, x, t.col.x[t.col.n]);
	if (l->tables > 0)
		l->table_notes = before;
}
