/* SPDX-License-Identifier: MIT */
/*
 * border.h - the borders of a table whose cells share them (XSL 1.1 §6.7.1, CSS 2 §17.6.2).
 * Needs: column.h.  Owns: everything is in the arena of the layout.
 *
 * On each edge of the grid cells, rows, sections, columns and the table compete: hidden wins; then the
 * wider; then the style, double first; then the narrower object; then the earlier.
 */
#ifndef LAYOUT_BORDER_H
#define LAYOUT_BORDER_H

#include "layout/column.h"

/* The border that won, wherever nothing or none did: style none. */
struct border {
	enum fo_word style;
	double width;             /* pt */
	uint32_t rgb;
};

/* A line of the grid; x from the start edge of the table.  Along a column it has no length of its own. */
struct grid_line {
	double x, length;
	struct border border;
};

struct grid_lines {
	const struct grid_line *v;
	size_t n;
};

/* Half of each border lies in the cell: the widest on each of its sides. */
struct cell_edges {
	double before, after, start, end;
};

/* Around one row. */
struct row_lines {
	struct grid_lines top, bottom, sides; /* a row's bottom is the next one's top */
	struct cell_edges *cell;  /* in their order */
};

/*
 * For the rows of the heads, then of the bodies, then of the feet; NULL when nothing has a border.
 * mirrored: the table reads against its surroundings, so that x counts from its end edge.
 */
const struct row_lines *borders_find(struct layout *, const struct fo_node *table, const struct columns *,
                                     bool mirrored);

#endif
