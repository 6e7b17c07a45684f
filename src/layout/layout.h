/* SPDX-License-Identifier: MIT */
/*
 * layout.h - from a formatting object tree to finished pages.
 * Needs: fo.h, font.h, pages.h.  Owns: the pages are in the arena given.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "fo/fo.h"
#include "layout/font.h"
#include "layout/pages.h"

/* Rounds until page-number citations settle; more are reported (LAYOUT_UNSETTLED). */
#define LAYOUT_ROUNDS 5

/*
 * Set the document.  What the page builder cannot do is reported as unsupported; what does not
 * fit is set and reported.  NULL only when a page-sequence has no usable page master.
 */
struct pages *layout_pages(struct arena *, const struct fo_tree *, struct fontset *, struct diag *);

#endif
