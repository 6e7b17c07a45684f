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
 * Widths that fill `width`: what is said; shares of the rest as proportional-column-width() asks; the
 * others get what is left, with table-layout auto each between the narrowest and the widest that its
 * cells can be set, with fixed in equal parts.  Columns that need more than `room` are made narrower
 * and reported.
 */
void columns_find(struct layout *, const struct fo_node *table, double width, double room, struct columns *out);

#endif
