/* SPDX-License-Identifier: MIT */
/*
 * levels.h - what is known of the headings of a paper before they are given levels.
 * Needs: work.h.  Owns: everything is in the arena of the report.  Private to levels.c and levels_learn.c.
 */
#ifndef RECOGNISE_LEVELS_H
#define RECOGNISE_LEVELS_H

#include "recognise/work.h"

#define LOW_RANK 3 /* of the styles that may stand under an unnumbered heading */

/* What a heading is counted by: NO_KEY, a style, a word of the terms, a word of the paper. */
#define NO_KEY 0
#define STYLE_KEY 1
#define WORD_KEY (STYLE_KEY + (uint32_t)LABEL_STYLES)

struct member {
	uint32_t key, value;
	bool code;     /* its number is a code, its title with it */
	bool yearly;   /* it counts within a year or session: "Decision 41/7" */
	uint32_t part;
	uint32_t next; /* block of the next of its key in the part, or 0 */
};

struct learned {
	const struct work *w;
	struct member *member;         /* by block */
	uint32_t nkey;
	uint32_t paper_key;            /* the first of the words of the paper */
	uint32_t *times, *under_plain; /* by key: members; those right under an unnumbered heading */
	uint32_t *leads;               /* by block of an unnumbered heading: that of the first number under it by type, or 0 */
	bool low_only;                 /* no heading of a higher style than LOW_RANK */
};

/* How the numbers of low styles in a part of the paper go with its unnumbered headings. */
struct low_numbers {
	bool across; /* they count on over such */
	bool beside; /* they stand beside such */
	bool anew;   /* they begin anew under such */
};

/* An annex or a front part begins, in which headings are counted anew. */
static inline bool
begins_part_of_paper(const struct block *b)
{
	return b->reading == READ_ANNEX || b->reading == READ_FRONT;
}

/* The unnumbered heading at block i stands behind the label of an annex and its original's language: its title. */
static inline bool
titles_annex(const struct work *w, size_t i)
{
	const struct block *b = w->block;

	return i > 0 && b[i].reading == READ_PLAIN &&
	       b[i - 1 - (i > 1 && b[i - 1].reading == READ_FIELD)].reading == READ_ANNEX;
}

/* The size of the heading at block i. */
static inline int
size_of(const struct work *w, size_t i)
{
	return heading_size(flow_line(w, w->block[i].flow));
}

struct learned levels_learn(const struct work *);
/* Of the part from block i on. */
struct low_numbers levels_low_numbers(const struct work *, size_t i);

#endif
