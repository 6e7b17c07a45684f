/* SPDX-License-Identifier: MIT */
/*
 * paint.h - the display list drawn by Cairo, dumped as text, and read back.
 * Needs: base, layout/pages.h, Cairo.  Owns: nothing; writes into the buffers given.
 */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"
#include "layout/pages.h"

/* To be called once when the program starts, before it has threads: it sets Cairo up by the environment. */
void paint_start(void);

/*
 * All pages as a PDF by Cairo.  It holds no structure, links or metadata: each group of items that
 * belong to one structure leaf, or to one artifact, is one marked-content sequence, numbered from
 * 0 on each page in the order of page_group(); the tracking of a group of which page_untracked() holds
 * is left out.  pdf_finish() makes the rest of it.
 */
bool paint_pdf(const struct pages *, struct buf *out, struct diag *);

/* --dump=pages: every box of every page, lengths in pt with two decimals, then the structure. */
void pages_dump(const struct pages *, struct buf *out);

/* The text of the structure tree in reading order; hyphens added by line breaking are left out. */
void pages_text(const struct pages *, struct buf *out);

#endif
