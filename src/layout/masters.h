/* SPDX-License-Identifier: MIT */
/*
 * masters.h - page masters: which one a page uses and where its regions lie (XSL 1.1 §6.4).
 * Needs: fo.h.  Owns: nothing.
 */
#ifndef LAYOUT_MASTERS_H
#define LAYOUT_MASTERS_H

#include "fo/fo.h"

struct region {
	const struct fo_node *node; /* NULL = the master has no such region */
	const char *name;
	double x, y, w, h;          /* of what is in it, as it stands on the page, or in its frame */
	double box_x, box_y, box_w, box_h; /* of its background, with border and padding */
	unsigned quarters;          /* what is in it is turned by, counter-clockwise */
	size_t columns;             /* of the body, at least 1 */
	double gap;                 /* between two of them */
};

enum { REGION_BODY, REGION_BEFORE, REGION_AFTER, REGION_START, REGION_END, REGIONS };

struct master {
	const struct fo_node *node;
	double w, h;
	double frame_x, frame_y, frame_w, frame_h; /* within the margins, as it stands on the page */
	unsigned quarters;          /* the frame with all regions is turned by; they count from its own top left */
	struct region region[REGIONS];
};

/*
 * The master of the page with this index in its sequence and this printed number; last: the
 * sequence ends here; blank: no text stands on it.  False when the reference leads nowhere or the
 * alternatives have none.
 */
bool master_for(const struct fo_tree *, const struct fo_node *sequence, size_t index, unsigned number,
                bool last, bool blank, struct master *out);

#endif
