/* SPDX-License-Identifier: MIT */
/*
 * type_levels.c - numbers that begin under an unnumbered heading in clearly larger type.
 *
 * A draft resolution printed within a report has sections of its own, "I" and "II" or "A" and "B", in type smaller than
 * its title.  By their numbers alone they would end that title; by their type they and all behind them stand under
 * it, up to the next heading in type as large.  A title of the paper or of an annex has the whole of it under it, and
 * one no smaller than the number over it is the title of that, or has lost a number: neither shows an order.  What
 * stands before all numbers is over low ones at the most: high ones begin the text behind a cover.
 */
#include <string.h>

#include "recognise/levels.h"
#include "recognise/numbering.h"

#define OPEN_MOST 16

/* An unnumbered heading that is open, and by how much those under it stand lower. */
struct open_title {
	int size;
	uint8_t level, lower;
	bool front; /* it stands before all numbers of its part */
};

/* The number at block b is the first of its kind and may begin under the open heading. */
static bool
begins_under(const struct block *b, const struct open_title *o)
{
	return b->reading == READ_HEAD && b->label.value == 1 && b->level <= o->level &&
	       (!o->front || numbering_rank(b->label.style) >= LOW_RANK);
}

static bool
is_heading(const struct block *b)
{
	return b->reading == READ_HEAD || b->reading == READ_PLAIN;
}

/* The unnumbered heading at block i may stand over numbers; by level, the sizes of numbered ones over it, or 0. */
static bool
may_lead(const struct work *w, size_t i, const int over[OPEN_MOST])
{
	const struct block *b = &w->block[i];
	size_t level = b->level < OPEN_MOST ? b->level : OPEN_MOST;

	if (b->label.n > 0 || caption_begins(w, flow_line(w, b->flow)))
		return false;
	while (level > 1 && over[level - 1] == 0)
		level--;
	return level <= 1 || over[level - 1] >= size_of(w, i) + CLEARLY_LARGER;
}

/* A numbered heading is open on its level, and none below. */
static void
set_over(int over[OPEN_MOST], size_t level, int size)
{
	if (level >= OPEN_MOST)
		return;
	over[level] = size;
	memset(over + level + 1, 0, (OPEN_MOST - level - 1) * sizeof *over);
}

/* What those under the open titles stand lower by. */
static uint8_t
lower_by(const struct open_title *open, size_t n)
{
	uint8_t lower = 0;

	for (size_t k = 0; k < n; k++)
		lower = (uint8_t)(lower + open[k].lower);
	return lower;
}

void
type_levels(struct work *w)
{
	struct open_title open[OPEN_MOST];
	int over[OPEN_MOST] = {0};
	bool titles = true, front = true;
	size_t n = 0, i;

	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		titles = begins_part_of_paper(b) || (titles && (b->reading == READ_PLAIN || b->reading == READ_FIELD));
		if (begins_part_of_paper(b)) {
			n = 0;
			front = true;
			memset(over, 0, sizeof over);
		}
		if (!is_heading(b))
			continue;
		int size = size_of(w, i);
		while (n > 0 && open[n - 1].size < size + CLEARLY_LARGER)
			n--;
		b->level = (uint8_t)(b->level + lower_by(open, n));
		if (n > 0 && begins_under(b, &open[n - 1])) {
			open[n - 1].lower = (uint8_t)(open[n - 1].lower + open[n - 1].level + 1 - b->level);
			b->level = (uint8_t)(open[n - 1].level + 1);
		}
		if (b->reading == READ_HEAD)
			set_over(over, b->level, size);
		else if (!titles && n < OPEN_MOST && may_lead(w, i, over))
			open[n++] = (struct open_title){size, b->level, 0, front};
		front = front && b->reading != READ_HEAD;
	}
}
