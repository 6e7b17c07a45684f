/* SPDX-License-Identifier: MIT */
/*
 * ruled.h - tables that page text draws with signs: rules of dashes over columns kept by blanks
 * ("simple" and "multiline" tables of pandoc), or a grid of "+", "-" and "|".
 * Needs: decode.h.  Owns: nothing but the text it adds.
 */
#ifndef SOURCE_RULED_H
#define SOURCE_RULED_H

#include "source/decode.h"

#define RULED_COLS 64 /* most columns of such a table; more are text */

struct ruled {
	size_t head, body, foot; /* bytes: first line of the head (body when it has none), of the body, behind it */
	size_t end;              /* byte behind the table, its last rule taken in */
	uint32_t col[RULED_COLS + 1]; /* screen columns where cells begin; a grid: and behind its right border */
	uint32_t ncol;
	bool grid;
	bool by_line;            /* every line is a row; else rows are parted by blank lines */
};

/*
 * Is there a table whose first line begins at that byte?  *tried is the byte before which no other
 * needs to be looked for, so that all questions together cost a few looks at each line.
 */
bool ruled_find(const struct traced *, size_t at, struct ruled *, size_t *tried);

/*
 * Add the row that begins at *at to out, a cell's lines joined, TABs between cells, and move *at behind
 * it.  False when there are no more.  Rows without text are passed over; empty cells at the end of a
 * row are left out.  Each sign added stands for a blank, a border or a line end of the table.
 */
bool ruled_row(struct arena *, const struct traced *, const struct ruled *, size_t *at, struct traced *out,
               bool *head);

#endif
