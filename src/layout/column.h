/* SPDX-License-Identifier: MIT */
/*
 * column.h - the widths of a table's columns (XSL 1.1 §6.7.3, §7.28; CSS 2 §17.5.2).
 * Needs: stack.h.  Owns: everything is in the arena of the layout.
 */
#ifndef LAYOUT_COLUMN_H
#define LAYOUT_COLUMN_H

#include "layout/stack.h"

/* More columns than this are reported and left out. */
#define COLUMNS_MOST 500

struct columns {
	double *x;                      /* left edge of each column, and the right edge of the last */
	const struct fo_props **props;  /* of its fo:table-column, or NULL */
	size_t n;                       /* > 0 */
};

/* Columns that a cell takes. */
size_t column_span(const struct fo_node *cell);

/*
 * A way over the cells of a row: each stands where nothing from above does, or where it says.  busy: per
 * column the rows that a cell above still spans; once the cells are passed, those for the next row.
 */
struct row_walk {
	const struct fo_node *next; /* begin with the first child of the row */
	unsigned *busy;
	size_t n;                   /* columns */
	const struct fo_node *cell;
	size_t column;              /* of the cell; n = there is none left for it */
	size_t free;                /* the first column behind it */
};
/* The next cell; false when there is none. */
bool row_walk(struct row_walk *);
/* Whether a child of a section is a row that is not collapsed. */
bool row_is_set(const struct fo_node *);

/*
 * Widths that fill `width`: what is said; shares of the rest as proportional-column-width() asks; the
 * others get what is left, with table-layout auto each as much as its cells ask, and where that is too
 * much, so that the rows come out low and words stay whole; with fixed in equal parts.  Columns that need more than
 * `room` are made narrower and reported.
 */
void columns_find(struct layout *, const struct fo_node *table, double width, double room, struct columns *out);

#endif
