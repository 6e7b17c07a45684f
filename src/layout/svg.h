/* SPDX-License-Identifier: MIT */
/*
 * svg.h - the functions of librsvg used here, under their own names; it is loaded with the first SVG.
 * Needs: base/library.h, the header of librsvg.  Owns: nothing.
 */
#ifndef LAYOUT_SVG_H
#define LAYOUT_SVG_H

#include <librsvg/rsvg.h>

#include "base/library.h"

#define RSVG_FUNCTIONS(F) \
	F(rsvg_handle_get_intrinsic_dimensions) F(rsvg_handle_get_intrinsic_size_in_pixels) F(rsvg_handle_new_from_data) \
	F(rsvg_handle_render_document) F(rsvg_handle_set_dpi)

struct rsvg_api {
	RSVG_FUNCTIONS(LIBRARY_FIELD)
};

const struct rsvg_api *rsvg_api(void);

#define rsvg_handle_get_intrinsic_dimensions rsvg_api()->rsvg_handle_get_intrinsic_dimensions
#define rsvg_handle_get_intrinsic_size_in_pixels rsvg_api()->rsvg_handle_get_intrinsic_size_in_pixels
#define rsvg_handle_new_from_data rsvg_api()->rsvg_handle_new_from_data
#define rsvg_handle_render_document rsvg_api()->rsvg_handle_render_document
#define rsvg_handle_set_dpi rsvg_api()->rsvg_handle_set_dpi

#endif
