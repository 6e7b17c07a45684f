/* SPDX-License-Identifier: MIT */
/* table.c - tables as rows of boxes (XSL 1.1 §6.7). */
#include <math.h>
#include <string.h>

#include "layout/border.h"
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
	bool mirrored;               /* it reads against its surroundings */
	const struct row_lines *lines; /* of the next row; NULL = there are none */
	bool breaks;                 /* the section at hand may go on on the next page */
};

struct table_row {
	const struct fo_node *node;
	const struct row_lines *lines;
	struct cell_box *cell;
	size_t n;
	size_t part;                 /* its first one in the stack it is in */
};

static double
drawn_width(enum fo_word style, const struct fo_len *width)
{
	return style == FO_W_NONE || style == FO_W_HIDDEN ? 0 : width->pt;
}

/* What the borders of a cell take of its inside: its own, or its halves of those that it shares. */
static struct cell_edges
edges_of(const struct fo_props *p, bool collapse, const struct cell_edges *shared)
{
	if (collapse && shared == NULL)
		return (struct cell_edges){0};
	if (collapse)
		return (struct cell_edges){shared->before / 2, shared->after / 2, shared->start / 2, shared->end / 2};
	return (struct cell_edges){
	    drawn_width(p->border_before_style, &p->border_before_width),
	    drawn_width(p->border_after_style, &p->border_after_width),
	    drawn_width(p->border_start_style, &p->border_start_width),
	    drawn_width(p->border_end_style, &p->border_end_width)};
}

static void
place_cell(struct table *t, const struct fo_node *node, struct selem *row, size_t c, const struct cell_edges *shared,
           struct cell_box *box)
{
	const struct fo_props *p = node->p;
	size_t end = c + column_span(node);
	end = end > t->col.n ? t->col.n : end;
	struct cell_edges edges = edges_of(p, t->collapse, shared);
	double aside = t->collapse ? 0 : p->border_separation_inline.pt / 2;
	double apart = t->collapse ? 0 : p->border_separation_block.pt / 2;
	*box = (struct cell_box){.p = p, .behind = t->col.props[c], .collapse = t->collapse, .apart = apart,
	    .x = t->x + (t->mirrored ? t->col.x[t->col.n] - t->col.x[end] : t->col.x[c]) + aside,
	    .width = fmax(t->col.x[end] - t->col.x[c] - 2 * aside, 0),
	    .inset = p->padding_start.pt + edges.start, .end_inset = p->padding_end.pt + edges.end,
	    .top = p->padding_before.pt + edges.before + apart, .bottom = p->padding_after.pt + edges.after + apart,
	    .rows = p->rows_spanned > 1 ? (unsigned)p->rows_spanned : 1};
	double inner = box->width - box->inset - box->end_inset;
	struct selem *element = tag_for(t->l, row, node);
	enum artifact artifact =
	    element != NULL ? ARTIFACT_NONE : t->artifact != ARTIFACT_NONE ? t->artifact : ARTIFACT_LAYOUT;
	box->stack = flow_stack(t->l, node, inner > 1 ? inner : 1, element, artifact);
}

static bool
breaks_page(enum fo_word w)
{
	return w == FO_W_PAGE || w == FO_W_COLUMN || w == FO_W_EVEN_PAGE || w == FO_W_ODD_PAGE;
}

/* How far below the top of a cell its first baseline is; 0 when it has no line. */
static double
first_baseline(const struct cell_box *c)
{
	double y = c->top;
	for (size_t i = 0; i < c->stack->n; y += c->stack->part[i++].height)
		if (c->stack->part[i].kind == PART_LINE)
			return y + c->stack->part[i].baseline;
	return 0;
}

/* Cells that ask for it have their first baselines on one line (§7.14.6). */
static void
align_baselines(struct table_row *row)
{
	double lowest = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < row->n; i++) {
			struct cell_box *c = &row->cell[i];
			double own = first_baseline(c);
			if (own == 0 || c->p->relative_align != FO_W_BASELINE || c->p->display_align != FO_W_AUTO)
				continue;
			if (pass == 0)
				lowest = own > lowest ? own : lowest;
			else
				c->top += lowest - own;
		}
}

/* The cells of one row in their columns; row->node is set. */
static void
place_row(struct table *t, struct table_row *row, struct selem *section)
{
	struct selem *element = tag_for(t->l, section, row->node);
	size_t n = 0;
	for (const struct fo_node *k = row->node->first; k != NULL; k = k->next)
		n += k->kind == FO_TABLE_CELL;
	row->cell = ARENA_ARRAY(t->l->arena, struct cell_box, n);
	row->lines = t->lines != NULL ? t->lines++ : NULL;
	struct row_walk w = {.next = row->node->first, .busy = t->busy, .n = t->col.n};
	for (n = 0; row_walk(&w); n++)
		if (w.column < w.n)
			place_cell(t, w.cell, element, w.column, row->lines != NULL ? &row->lines->cell[n] : NULL, &row->cell[row->n++]);
		else
			diag(t->l->diag, DIAG_LAYOUT_UNSUPPORTED, w.cell->pos, "a cell beyond the last column");
	align_baselines(row);
}

/* The most rows that a cell of the row spans. */
static unsigned
reach(const struct table_row *row)
{
	unsigned most = 1;
	for (size_t i = 0; i < row->n; i++)
		most = row->cell[i].rows > most ? row->cell[i].rows : most;
	return most;
}

/* Behind the last row that a cell of row i, or of a row it reaches, spans. */
static size_t
group_end(const struct table_row *row, size_t i, size_t n)
{
	size_t end = i + 1;
	for (; i < end && i < n; i++)
		end = i + reach(&row[i]) > end ? i + reach(&row[i]) : end;
	return end < n ? end : n;
}

static double
least_height(const struct table_row *row)
{
	const struct fo_props *p = row->node->p;
	double least = fmax(p->height.is_auto ? 0 : p->height.pt, p->height_min.is_auto ? 0 : p->height_min.pt);
	for (size_t i = 0; i < row->n; i++) {
		const struct cell_box *c = &row->cell[i];
		double h = fmax(c->p->height.is_auto ? 0 : c->p->height.pt, c->p->height_min.is_auto ? 0 : c->p->height_min.pt);
		least = c->rows < 2 && h > 0 ? fmax(least, h + c->top + c->bottom) : least;
	}
	return least;
}

static double
cell_height(const struct cell_box *c)
{
	return c->top + c->stack->height + c->bottom;
}

/* Rows that cells span together, before they are set: how high they will be. */
static double
group_height(const struct table_row *row, size_t n)
{
	double sum = 0, most = 0;
	for (size_t i = 0; i < n; i++) {
		double h = least_height(&row[i]);
		for (size_t k = 0; k < row[i].n; k++) {
			const struct cell_box *c = &row[i].cell[k];
			if (c->rows < 2)
				h = cell_height(c) > h ? cell_height(c) : h;
			else
				most = sum + cell_height(c) > most ? sum + cell_height(c) : most;
		}
		sum += h;
	}
	return sum > most ? sum : most;
}

static bool
keeps(int page, int column)
{
	return page == FO_ALWAYS || column == FO_ALWAYS;
}

/* The last row grows when a cell that spans it is higher than its rows, which stay together. */
static void
settle_spans(struct stack *s, const struct table_row *row, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < row[i].n; k++) {
			struct cell_box *b = &row[i].cell[k];
			if (b->rows < 2)
				continue;
			size_t end = i + b->rows < n ? row[i + b->rows].part : s->n;
			b->box = 0;
			for (size_t r = row[i].part; r < end; r++) {
				b->box += s->part[r].height;
				if (r > row[i].part)
					s->part[r].cost = NO_BREAK;
			}
			double more = cell_height(b) - b->box;
			if (more > 0) {
				s->part[end - 1].height += more;
				s->height += more;
				b->box += more;
			}
		}
}

/* Whether a page must, or must not, end above a row; before: the row above, or NULL. */
static void
set_break(struct part *part, const struct table_row *row, const struct table_row *before)
{
	const struct fo_props *p = row->node->p, *above = before != NULL ? before->node->p : NULL;
	part->force = breaks_page(p->break_before) || (above != NULL && breaks_page(above->break_after));
	part->parity = breaks_page(p->break_before) || above == NULL ? p->break_before : above->break_after;
	if (keeps(p->keep_with_previous_page, p->keep_with_previous_column) ||
	    (above != NULL && keeps(above->keep_with_next_page, above->keep_with_next_column)))
		part->cost = NO_BREAK;
}

static void
add_row(struct table *t, struct stack *s, struct table_row *row, const struct table_row *before)
{
	const struct fo_props *p = row->node->p;
	size_t frame = stack_frame(t->l, s, p, t->x, t->col.x[t->col.n], true);
	row->part = row_add(t->l, s, row->cell, row->n, least_height(row),
	                    reach(row) > 1 ? ROW_WHOLE :
	                    t->l->in_columns || keeps(p->keep_together_page, p->keep_together_column) ? ROW_KEPT : ROW_FREE);
	stack_frame_end(s, frame);
	stack_mark(t->l, s, row->part, row->node);
	s->part[row->part].node = row->node;
	for (size_t i = row->part; i < s->n; i++) {
		s->part[i].lines = row->lines;
		s->part[i].x = t->x;
	}
	set_break(&s->part[row->part], row, before);
}

static void add_rows(struct table *, struct stack *, struct table_row *, size_t n);

/* Whether rows spanned together may have to be parted: more than this of a page's height. */
#define TALL_GROUP 0.5

/*
 * Rows too tall to stay together, with cells that span them all: these cells, and beside them all else
 * as a box of its own, are one row that may be cut.  False when no cell spans all of them.
 */
static bool
add_tall_group(struct table *t, struct stack *s, struct table_row *row, size_t n)
{
	struct table_row *rest = ARENA_ARRAY(t->l->arena, struct table_row, n);
	struct cell_box *side = ARENA_ARRAY(t->l->arena, struct cell_box, row->n + 1);
	size_t nside = 0;
	double most = 0;
	for (size_t i = 0; i < n; i++) {
		rest[i] = (struct table_row){.node = row[i].node, .lines = row[i].lines,
		                             .cell = ARENA_ARRAY(t->l->arena, struct cell_box, row[i].n)};
		for (size_t k = 0; k < row[i].n; k++)
			if (i == 0 && row->cell[k].rows >= n) {
				side[nside] = row->cell[k];
				side[nside].rows = 1;
				most = cell_height(&side[nside]) > most ? cell_height(&side[nside]) : most;
				nside++;
			} else
				rest[i].cell[rest[i].n++] = row[i].cell[k];
	}
	if (nside == 0)
		return false;
	struct fo_props *bare = ARENA_NEW(t->l->arena, struct fo_props);
	*bare = *t->node->p;
	bare->background_color.none = true;
	bare->display_align = FO_W_AUTO;
	bare->border_before_style = bare->border_after_style = bare->border_start_style = bare->border_end_style = FO_W_NONE;
	struct stack *inner = ARENA_NEW(t->l->arena, struct stack);
	add_rows(t, inner, rest, n);
	if (most > inner->height) {
		inner->part[inner->n - 1].height += most - inner->height;
		inner->height = most;
	}
	side[nside] = (struct cell_box){.p = bare, .width = t->x + t->col.x[t->col.n],
	                                .rows = 1, .fills = true, .stack = inner};
	row->part = row_add(t->l, s, side, nside + 1, 0, ROW_FREE);
	s->part[row->part].node = row->node;
	return true;
}

/* Rows, which part unless they are kept; those that cells span together stay together if they can. */
static void
add_rows(struct table *t, struct stack *s, struct table_row *row, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		end = group_end(row, i, n);
		bool tall = end - i > 1 && t->breaks && group_height(&row[i], end - i) > TALL_GROUP * t->l->body_height;
		if (tall && add_tall_group(t, s, &row[i], end - i)) {
			set_break(&s->part[row[i].part], &row[i], i > 0 ? &row[i - 1] : NULL);
			continue;
		}
		for (size_t k = i; k < end; k++)
			add_row(t, s, &row[k], k > 0 ? &row[k - 1] : NULL);
		settle_spans(s, &row[i], end - i);
	}
}

#define ROW_COST 3           /* of a page break between rows */
#define LONE_ROW_COST 5      /* ... that leaves one of several on its side */

/* The rows of one section, and what stands round it; section heads and feet are not cut. */
static void
add_section(struct table *t, const struct fo_node *section, struct selem *element, bool body)
{
	struct stack *s = t->stack;
	size_t frame = stack_frame(t->l, s, section->p, t->x, t->col.x[t->col.n], true), n = 0, first = s->n;
	for (const struct fo_node *r = section->first; r != NULL; r = r->next)
		n += row_is_set(r);
	struct table_row *row = ARENA_ARRAY(t->l->arena, struct table_row, n);
	n = 0;
	memset(t->busy, 0, t->col.n * sizeof *t->busy);
	for (const struct fo_node *r = section->first; r != NULL; r = r->next)
		if (row_is_set(r)) {
			row[n].node = r;
			place_row(t, &row[n++], element);
		}
	t->breaks = body;
	add_rows(t, s, row, n);
	stack_frame_end(s, frame);
	if (n == 0)
		return;
	stack_mark(t->l, s, first, section);
	for (size_t i = first > t->head_from ? first : first + 1; i < s->n && !body; i++)
		s->part[i].cost = NO_BREAK;
	if (body && first > t->head_from) /* the first row stays with the head */
		s->part[first].cost = NO_BREAK;
	for (size_t i = first + 1; i < s->n && body; i++)
		if (s->part[i].cost == 0)
			s->part[i].cost = i == first + 1 || i + 1 == s->n ? LONE_ROW_COST : ROW_COST;
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

/* Room for the border and padding of a table before or after its rows; whether there is any. */
static bool
add_edge(struct layout *l, struct stack *s, double height)
{
	if (height > 0)
		stack_add(l, s, PART_GAP, height);
	return height > 0;
}

void
table_stack(struct layout *l, struct stack *stack, const struct fo_node *node, bool rtl, double x, double width,
            struct selem *parent, enum artifact artifact)
{
	const struct fo_props *p = node->p;
	struct table t = {.l = l, .stack = stack, .node = node, .x = x, .artifact = artifact, .head_from = stack->n,
	                  .collapse = p->border_collapse == FO_W_COLLAPSE, .mirrored = p->rtl != rtl};
	struct selem *element = tag_for(l, parent, node);
	columns_find(l, node, p->width.is_auto ? width : p->width.pt + p->width.part * width, width, &t.col);
	t.busy = ARENA_ARRAY(l->arena, unsigned, t.col.n);
	struct table_notes before = {NULL, NULL};
	if (l->tables++ > 0) { /* a table in a table has its own */
		before = l->table_notes;
		l->table_notes = (struct table_notes){NULL, NULL};
	}
	t.lines = t.collapse ? borders_find(l, node, &t.col, t.mirrored) : NULL;
	struct cell_edges edges = edges_of(p, t.collapse, NULL);
	if (!t.collapse) { /* the table's own border and padding stand around it */
		edges.before += p->padding_before.pt;
		edges.after += p->padding_after.pt;
		edges.start += p->padding_start.pt;
		edges.end += p->padding_end.pt;
	}
	size_t frame = stack_frame(l, stack, p, x - edges.start, t.col.x[t.col.n] + edges.start + edges.end, t.collapse);
	add_edge(l, stack, edges.before);
	t.head_from = stack->n;
	add_sections(&t, FO_TABLE_HEADER, element);
	t.head_n = stack->n - t.head_from;
	size_t body = stack->n;
	add_sections(&t, FO_TABLE_BODY, element);
	size_t foot = stack->n;
	add_sections(&t, FO_TABLE_FOOTER, element);
	if (edges.before > 0 && stack->n > t.head_from)
		stack->part[t.head_from].cost = NO_BREAK;
	size_t feet = stack->n;
	if (add_edge(l, stack, edges.after))
		stack->part[feet].cost = NO_BREAK;
	stack_frame_end(stack, frame);
	stack_markers(l, stack, t.head_from, node);
	for (size_t i = body; i < foot; i++) {
		struct part *r = &stack->part[i];
		r->head_from = t.head_from;
		r->head_n = p->omit_header == FO_W_TRUE || i == body ? 0 : t.head_n;
		r->foot_from = foot;
		r->foot_n = p->omit_footer == FO_W_TRUE ? 0 : feet - foot;
	}
	l->tables--;
	table_notes_add(l, stack, x, t.col.x[t.col.n]);
	if (l->tables > 0)
		l->table_notes = before;
}
