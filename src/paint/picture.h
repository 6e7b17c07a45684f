/* SPDX-License-Identifier: MIT */
/* picture.h - PNG, JPEG and SVG pictures on a Cairo context. */
#ifndef PAINT_PICTURE_H
#define PAINT_PICTURE_H

#include <cairo.h>
#include <stdbool.h>

#include "base/diag.h"
#include "layout/pages.h"

/* Draw an ITEM_IMAGE into its box.  False after a report. */
bool picture_draw(cairo_t *, const struct item *, struct diag *);

#endif
