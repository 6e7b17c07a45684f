/* SPDX-License-Identifier: MIT */
/*
 * apportion.c - a row is as high as its highest cell.  So that a step can tell which column to widen where several
 * cells are nearly as high, the height of a row is the fourth norm of those of its cells, which comes close.
 */
#include "layout/apportion.h"

#include <math.h>

#define STEPS 64
#define LOOSE 0.35   /* of its longest word, what a line of a paragraph is short of on the average */
#define GAIN 1e-4    /* lines; less is none */

/* The lines of a cell in a column of this width. */
static double
lines(const struct apportioned *c, double width)
{
	double room = width - c->edges, line = room - LOOSE * c->content.word;
	if (c->content.max <= room + 0.01 || line <= 0)
		return c->content.paras;
	return fmax(c->content.sum / line, c->content.paras);
}

/* By how much each column makes the table lower when it gets `step` more. */
static void
find_gains(const struct apportioned *cell, size_t ncell, const double *w, double step, double *gain)
{
	for (size_t from = 0, to; from < ncell; from = to) {
		double power = 0;
		for (to = from; to < ncell && cell[to].row == cell[from].row; to++)
			power += pow(lines(&cell[to], w[cell[to].column]), 4);
		double weight = power > 0 ? pow(power, -0.75) : 0; /* the norm to the -3rd */
		for (size_t i = from; i < to; i++) {
			double now = lines(&cell[i], w[cell[i].column]), then = lines(&cell[i], w[cell[i].column] + step);
			gain[cell[i].column] += weight * now * now * now * (now - then);
		}
	}
}

double
apportion(struct arena *arena, const struct apportioned *cell, size_t ncell, double *w, size_t n, double left)
{
	double step = left / STEPS;
	double *gain = ARENA_ARRAY(arena, double, n);
	for (int k = 0; k < STEPS; k++) {
		size_t best = 0;
		for (size_t c = 0; c < n; c++)
			gain[c] = 0;
		find_gains(cell, ncell, w, step, gain);
		for (size_t c = 1; c < n; c++)
			best = gain[c] > gain[best] ? c : best;
		if (gain[best] < GAIN)
			return left - k * step;
		w[best] += step;
	}
	return 0;
}
