/* SPDX-License-Identifier: MIT */
#include "layout/border.h"

#include <math.h>
#include <string.h>

enum side { SIDE_BEFORE, SIDE_AFTER, SIDE_START, SIDE_END };

/* What stands in a place of the grid; edges are those of its cell. */
struct place {
	const struct fo_node *cell; /* NULL = nothing */
	struct cell_edges *edges;
};

struct row {
	const struct fo_node *node, *section; /* NULL above the first and below the last */
	struct row_lines *lines;
	struct place *place;      /* by column */
	double *side;             /* widths of the lines at the sides, one more than columns */
};

struct grid {
	struct layout *l;
	bool mirrored;            /* the table reads against its surroundings */
	const struct fo_node *table;
	const struct columns *col;
	unsigned *busy;           /* per column: rows that a cell above still spans */
	struct row above, now;
	struct grid_line *line;   /* room for one row of them */
};

/* ---- who wins an edge ---- */

static struct border
border_of(const struct fo_props *p, enum side side)
{
	struct border b = {FO_W_NONE, 0, 0};
	if (p->visibility != FO_W_VISIBLE)
		return b;
	switch (side) {
#define SIDE(which, side) \
	case which: \
		b = (struct border){p->border_##side##_style, p->border_##side##_width.pt, p->border_##side##_color.rgb}; \
		break;
	SIDE(SIDE_BEFORE, before)
	SIDE(SIDE_AFTER, after)
	SIDE(SIDE_START, start)
	SIDE(SIDE_END, end)
#undef SIDE
	}
	b.style = b.style == FO_W_INSET ? FO_W_GROOVE : b.style == FO_W_OUTSET ? FO_W_RIDGE : b.style;
	return b;
}

static int
style_rank(enum fo_word style)
{
	static const enum fo_word strength[] =
	    {FO_W_NONE, FO_W_GROOVE, FO_W_RIDGE, FO_W_DOTTED, FO_W_DASHED, FO_W_SOLID, FO_W_DOUBLE};
	for (size_t i = 0; i < sizeof strength / sizeof *strength; i++)
		if (strength[i] == style)
			return (int)i;
	return 0;
}

/* One more that wants the edge; those with more right to it come first. */
static void
offer(struct border *best, const struct fo_props *p, enum side side)
{
	if (p == NULL || best->style == FO_W_HIDDEN)
		return;
	struct border b = border_of(p, side);
	if (b.style == FO_W_HIDDEN || b.width > best->width + 1e-6 ||
	    (fabs(b.width - best->width) <= 1e-6 && style_rank(b.style) > style_rank(best->style)))
		*best = b;
}

static const struct fo_props *
props(const struct fo_node *n)
{
	return n != NULL ? n->p : NULL;
}

static struct border
settled(struct border b)
{
	return b.style == FO_W_HIDDEN || b.width <= 0 ? (struct border){FO_W_NONE, 0, 0} : b;
}

/* Between columns c - 1 and c of the row at hand. */
static struct border
upright(const struct grid *g, size_t c)
{
	size_t n = g->col->n;
	const struct fo_node *left = c > 0 ? g->now.place[c - 1].cell : NULL, *right = c < n ? g->now.place[c].cell : NULL;
	struct border best = {FO_W_NONE, 0, 0};
	if (left != NULL && left == right)
		return best;
	offer(&best, props(left), SIDE_END);
	offer(&best, props(right), SIDE_START);
	const struct fo_node *outer[] = {g->now.node, g->now.section};
	for (size_t i = 0; i < 2 && (c == 0 || c == n); i++)
		offer(&best, props(outer[i]), c == 0 ? SIDE_START : SIDE_END);
	offer(&best, c > 0 ? g->col->props[c - 1] : NULL, SIDE_END);
	offer(&best, c < n ? g->col->props[c] : NULL, SIDE_START);
	if (c == 0 || c == n)
		offer(&best, g->table->p, c == 0 ? SIDE_START : SIDE_END);
	return settled(best);
}

/* Between the row above and the one at hand, in column c. */
static struct border
level(const struct grid *g, size_t c)
{
	const struct row *a = &g->above, *b = &g->now;
	const struct fo_node *upper = a->place[c].cell, *lower = b->place[c].cell;
	struct border best = {FO_W_NONE, 0, 0};
	if (upper != NULL && upper == lower)
		return best;
	offer(&best, props(upper), SIDE_AFTER);
	offer(&best, props(lower), SIDE_BEFORE);
	offer(&best, props(a->node), SIDE_AFTER);
	offer(&best, props(b->node), SIDE_BEFORE);
	if (a->section != b->section) {
		offer(&best, props(a->section), SIDE_AFTER);
		offer(&best, props(b->section), SIDE_BEFORE);
	}
	if (a->node == NULL || b->node == NULL) {
		enum side outside = a->node == NULL ? SIDE_BEFORE : SIDE_AFTER;
		offer(&best, g->col->props[c], outside);
		offer(&best, g->table->p, outside);
	}
	return settled(best);
}

/* ---- lines ---- */

static struct grid_lines
keep_lines(const struct grid *g, size_t n)
{
	struct grid_line *v = ARENA_ARRAY(g->l->arena, struct grid_line, n);
	if (n > 0)
		memcpy(v, g->line, n * sizeof *v);
	for (size_t i = 0; i < n && g->mirrored; i++)
		v[i].x = g->col->x[g->col->n] - v[i].x - v[i].length;
	return (struct grid_lines){v, n};
}

static void
widen(double *edge, double width)
{
	*edge = fmax(*edge, width);
}

static void
find_sides(struct grid *g)
{
	size_t n = 0;
	for (size_t c = 0; c <= g->col->n; c++) {
		struct border b = upright(g, c);
		g->now.side[c] = b.width;
		if (b.style == FO_W_NONE)
			continue;
		g->line[n++] = (struct grid_line){g->col->x[c], 0, b};
		if (c > 0 && g->now.place[c - 1].cell != NULL)
			widen(&g->now.place[c - 1].edges->end, b.width);
		if (c < g->col->n && g->now.place[c].cell != NULL)
			widen(&g->now.place[c].edges->start, b.width);
	}
	g->now.lines->sides = keep_lines(g, n);
}

static bool
same_border(const struct border *a, const struct border *b)
{
	return a->style == b->style && a->width == b->width && a->rgb == b->rgb;
}

/* How far a line so wide reaches over the corner at a side: over a narrower one, but up to a wider one. */
static double
corner_at(const struct grid *g, size_t c, double width)
{
	double across = fmax(g->above.side[c], g->now.side[c]);
	return across > width ? -across / 2 : across / 2;
}

/* The lines above the row at hand, which are those below the one before: they reach over the corners. */
static void
find_levels(struct grid *g)
{
	size_t n = 0;
	struct border last = {FO_W_NONE, 0, 0};
	for (size_t c = 0; c < g->col->n; c++) {
		struct border b = level(g, c);
		double corner = corner_at(g, c, b.width), end = g->col->x[c + 1] + corner_at(g, c + 1, b.width);
		if (b.style != FO_W_NONE && n > 0 && same_border(&b, &last))
			g->line[n - 1].length = end - g->line[n - 1].x;
		else if (b.style != FO_W_NONE)
			g->line[n++] = (struct grid_line){g->col->x[c] - corner, end - g->col->x[c] + corner, b};
		last = b;
		if (g->above.place[c].cell != NULL && g->above.place[c].cell != g->now.place[c].cell)
			widen(&g->above.place[c].edges->after, b.width);
		if (g->now.place[c].cell != NULL && g->above.place[c].cell != g->now.place[c].cell)
			widen(&g->now.place[c].edges->before, b.width);
	}
	struct grid_lines lines = keep_lines(g, n);
	if (g->above.lines != NULL)
		g->above.lines->bottom = lines;
	if (g->now.lines != NULL)
		g->now.lines->top = lines;
}

/* ---- the walk over the table ---- */

/* The row at hand becomes the one above a new one. */
static void
next_row(struct grid *g, const struct fo_node *section, const struct fo_node *node, struct row_lines *lines)
{
	struct row before = g->above;
	g->above = g->now;
	g->now = (struct row){node, section, lines, before.place, before.side};
	for (size_t c = 0; c < g->col->n; c++)
		g->now.place[c] = g->busy[c] > 0 && g->above.section == section ? g->above.place[c] : (struct place){NULL, NULL};
	memset(g->now.side, 0, (g->col->n + 1) * sizeof *g->now.side);
}

static void
add_row(struct grid *g, const struct fo_node *section, const struct fo_node *node, struct row_lines *lines)
{
	size_t n = 0;
	next_row(g, section, node, lines);
	for (const struct fo_node *k = node->first; k != NULL; k = k->next)
		n += k->kind == FO_TABLE_CELL;
	lines->cell = ARENA_ARRAY(g->l->arena, struct cell_edges, n);
	struct row_walk w = {.next = node->first, .busy = g->busy, .n = g->col->n};
	for (n = 0; row_walk(&w); n++)
		for (size_t c = w.column; c < w.column + column_span(w.cell) && c < w.n; c++)
			g->now.place[c] = (struct place){w.cell, &lines->cell[n]};
	find_sides(g);
	find_levels(g);
}

static void
add_sections(struct grid *g, enum fo_kind kind, struct row_lines **lines)
{
	for (const struct fo_node *k = g->table->first; k != NULL; k = k->next) {
		if (k->kind != kind)
			continue;
		memset(g->busy, 0, g->col->n * sizeof *g->busy);
		for (const struct fo_node *r = k->first; r != NULL; r = r->next)
			if (row_is_set(r))
				add_row(g, k, r, (*lines)++);
	}
}

static bool
has_border(const struct fo_props *p)
{
	return p->border_before_width.pt > 0 || p->border_after_width.pt > 0 || p->border_start_width.pt > 0 ||
	       p->border_end_width.pt > 0;
}

/* Whether anything in the table has a border, and how many rows there are. */
static bool
needs_grid(const struct fo_node *table, size_t *nrow)
{
	bool any = has_border(table->p);
	*nrow = 0;
	for (const struct fo_node *k = table->first; k != NULL; k = k->next) {
		any |= has_border(k->p);
		for (const struct fo_node *r = k->first; r != NULL; r = r->next) {
			*nrow += row_is_set(r);
			any |= has_border(r->p);
			for (const struct fo_node *c = r->first; c != NULL && !any; c = c->next)
				any = has_border(c->p);
		}
	}
	return any && *nrow > 0;
}

const struct row_lines *
borders_find(struct layout *l, const struct fo_node *table, const struct columns *col, bool mirrored)
{
	size_t nrow;
	if (!needs_grid(table, &nrow))
		return NULL;
	struct row_lines *lines = ARENA_ARRAY(l->arena, struct row_lines, nrow), *next = lines;
	struct grid g = {.l = l, .mirrored = mirrored, .table = table, .col = col,
	                 .busy = ARENA_ARRAY(l->arena, unsigned, col->n),
	                 .line = ARENA_ARRAY(l->arena, struct grid_line, col->n + 1)};
	for (struct row *r = &g.above;; r = &g.now) {
		r->place = ARENA_ARRAY(l->arena, struct place, col->n);
		r->side = ARENA_ARRAY(l->arena, double, col->n + 1);
		if (r == &g.now)
			break;
	}
	add_sections(&g, FO_TABLE_HEADER, &next);
	add_sections(&g, FO_TABLE_BODY, &next);
	add_sections(&g, FO_TABLE_FOOTER, &next);
	next_row(&g, NULL, NULL, NULL);
	memset(g.now.place, 0, col->n * sizeof *g.now.place);
	find_levels(&g);
	return lines;
}
