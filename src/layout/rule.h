/* SPDX-License-Identifier: MIT */
/*
 * rule.h - lines of every style of XSL 1.1 §7.8 and §7.22.5, as rectangles.
 * Needs: fo.h, pages.h.  Owns: the items are in the arena given.
 */
#ifndef LAYOUT_RULE_H
#define LAYOUT_RULE_H

#include "fo/fo.h"
#include "layout/pages.h"

/* Whether a line of this style is seen. */
static inline bool
rule_seen(enum fo_word style)
{
	return style != FO_W_NONE && style != FO_W_HIDDEN;
}

/*
 * A line that fills the box of an item, its length the longer way, as items like that one; nothing for one
 * without room.  far: it closes a box below or on the right, where inset and outset are lit the other way.
 */
void rule_draw(struct arena *, struct page *, enum fo_word style, bool far, const struct item *);

#endif
