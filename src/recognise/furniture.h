/* SPDX-License-Identifier: MIT */
/* furniture.h - what furniture.c and running_title.c share: counts of texts that pages repeat.  Nothing is owned. */
#ifndef RECOGNISE_FURNITURE_H
#define RECOGNISE_FURNITURE_H

#include "recognise/work.h"

/* How often short texts are seen; a bounded number of different ones is kept. */
#define TALLY 32
#define HEAD_COLS 160 /* that the title in a running head, or a line of it, has at most */

struct tally {
	struct span s;
	size_t seen, below; /* below text, of those seen */
	size_t place;       /* of the first among the lines it stands apart with */
};

/* Index of s among the n found, added with seen = 0 when new; TALLY when there is no room. */
size_t tally(struct tally found[TALLY], size_t *n, struct span s);
/* A line right before or behind line i is dropped. */
bool is_beside_dropped(const struct work *, size_t i);
/* Once the other furniture is dropped: the title that pages repeat, also in its first place but on the title page. */
void running_title_find(struct work *);

#endif
