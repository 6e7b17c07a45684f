/* SPDX-License-Identifier: MIT */
/*
 * picture.h - PNG, JPEG and SVG pictures on a Cairo context.
 * Needs: base, layout/parts.h, Cairo, librsvg.  Owns: surfaces die with the arena given.
 */
#ifndef PAINT_PICTURE_H
#define PAINT_PICTURE_H

#include <cairo.h>
#include <stdbool.h>

#include "base/diag.h"
#include "layout/parts.h"

/* A picture of pixels that was drawn; Cairo puts one surface into the file once. */
struct picture {
	struct picture *next;
	struct span bytes;
	cairo_surface_t *surface;
	double w, h; /* pixels */
};

/* Draw a picture at its size at the origin; those of the same bytes share what is noted in `drawn`.  False after
 * a report. */
bool picture_draw(cairo_t *, struct arena *, struct picture **drawn, const struct part_image *, struct diag *);

#endif
