/* SPDX-License-Identifier: MIT */
/*
 * apportion.h - what automatic columns get where their table has less room than its cells would take on one line.
 * Needs: stack.h.  Owns: nothing; all memory is in the arena given.
 */
#ifndef LAYOUT_APPORTION_H
#define LAYOUT_APPORTION_H

#include "layout/stack.h"

/* A cell of one column; those of a row follow one another. */
struct apportioned {
	const void *row;
	size_t column;
	double edges;          /* what is not content in its width */
	struct extent content;
};

/*
 * Widen the n columns from w by `left` in all so that the rows come out low: by steps, each to the column
 * that makes the table lower by most.  What is left when no column does is not given; it is the result.
 */
double apportion(struct arena *, const struct apportioned *, size_t ncell, double *w, size_t n, double left);

#endif
