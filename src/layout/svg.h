/* SPDX-License-Identifier: MIT */
/*
 * svg.h - the functions of librsvg and of what it draws text with, under their own names; they are loaded
 * with the first SVG.
 * Needs: base/library.h, the headers of librsvg and pangocairo.  Owns: nothing.
 */
#ifndef LAYOUT_SVG_H
#define LAYOUT_SVG_H

#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

#include "base/library.h"

#define RSVG_FUNCTIONS(F) \
	F(g_object_unref) F(pango_cairo_font_map_set_default) \
	F(rsvg_handle_get_intrinsic_dimensions) F(rsvg_handle_get_intrinsic_size_in_pixels) F(rsvg_handle_new_from_data) \
	F(rsvg_handle_render_document) F(rsvg_handle_set_dpi)

struct rsvg_api {
	RSVG_FUNCTIONS(LIBRARY_FIELD)
};

const struct rsvg_api *rsvg_api(void);

#define g_object_unref rsvg_api()->g_object_unref
#define pango_cairo_font_map_set_default rsvg_api()->pango_cairo_font_map_set_default
#define rsvg_handle_get_intrinsic_dimensions rsvg_api()->rsvg_handle_get_intrinsic_dimensions
#define rsvg_handle_get_intrinsic_size_in_pixels rsvg_api()->rsvg_handle_get_intrinsic_size_in_pixels
#define rsvg_handle_new_from_data rsvg_api()->rsvg_handle_new_from_data
#define rsvg_handle_render_document rsvg_api()->rsvg_handle_render_document
#define rsvg_handle_set_dpi rsvg_api()->rsvg_handle_set_dpi

#endif
