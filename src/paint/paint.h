/* SPDX-License-Identifier: MIT */
/*
 * paint.h - the parts of pages drawn by Cairo; the display list dumped as text, and read back.
 * Needs: base, layout/parts.h, Cairo.  Owns: nothing; writes into the buffers given.
 */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"
#include "layout/parts.h"

/* To be called once when the program starts, before it has threads: it sets Cairo up by the environment. */
void paint_start(void);

/*
 * A PDF by Cairo that holds the parts of pages: on its first page every glyph of every font, in the
 * order of the parts, then each picture on a page of its own, at its size.  pdf_write() takes from it
 * the fonts and the pictures.
 */
bool paint_parts(const struct parts *, struct buf *out, struct diag *);

/* --dump=pages: every box of every page, lengths in pt with two decimals, then the structure. */
void pages_dump(const struct pages *, struct buf *out);

/* The text of the structure tree in reading order; hyphens added by line breaking are left out. */
void pages_text(const struct pages *, struct buf *out);

#endif
