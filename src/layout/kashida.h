/* SPDX-License-Identifier: MIT */
/*
 * kashida.h - where Arabic words are drawn out to fill justified lines, and by how much.
 * Needs: para_int.h, shape.h.  Owns: nothing.
 *
 * The shaper tells at which joints a tatweel (U+0640) leaves the letters as they are.  A word is drawn
 * out at one place, the best by the custom of scribes; a line draws out as few words as it can.
 */
#ifndef LAYOUT_KASHIDA_H
#define LAYOUT_KASHIDA_H

#include "layout/para_int.h"
#include "layout/shape.h"

#define TATWEEL 0x640      /* the character that does it */
#define KASHIDA_EM 0.6    /* by how much a word may be drawn out */
#define KASHIDA_FROM 0.75 /* set ratio up to which the spaces alone stretch */

/* A tatweel of this font may stand before a byte of the word: kept when it is the best place yet. */
void kashida_offer(struct word *, const struct font *, uint32_t byte);

/* By how much each element from `from` to `to` is drawn out so that all add up to total, pt. */
double *kashida_share(struct arena *, const struct elem *, uint32_t from, uint32_t to, double total);

#endif
