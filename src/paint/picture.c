/* SPDX-License-Identifier: MIT */
#include "paint/picture.h"

#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <string.h>

struct reader {
	struct span bytes;
	size_t at;
};

static cairo_status_t
read_some(void *closure, unsigned char *data, unsigned n)
{
	struct reader *r = closure;
	if (r->bytes.n - r->at < n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, r->bytes.s + r->at, n);
	r->at += n;
	return CAIRO_STATUS_SUCCESS;
}

/* Fill the box with a surface of w by h pixels. */
static void
draw_surface(cairo_t *cr, const struct item *it, cairo_surface_t *surface, double w, double h)
{
	cairo_save(cr);
	cairo_translate(cr, it->x, it->y);
	cairo_scale(cr, it->w / w, it->h / h);
	cairo_set_source_surface(cr, surface, 0, 0);
	cairo_rectangle(cr, 0, 0, w, h);
	cairo_fill(cr);
	cairo_restore(cr);
}

static bool
draw_png(cairo_t *cr, const struct item *it)
{
	struct reader r = {it->image->bytes, 0};
	cairo_surface_t *s = cairo_image_surface_create_from_png_stream(read_some, &r);
	bool ok = cairo_surface_status(s) == CAIRO_STATUS_SUCCESS;
	if (ok)
		draw_surface(cr, it, s, cairo_image_surface_get_width(s), cairo_image_surface_get_height(s));
	cairo_surface_destroy(s);
	return ok;
}

/* The file itself goes into the PDF; Cairo needs a surface of the right size to hang it on. */
static bool
draw_jpeg(cairo_t *cr, const struct item *it)
{
	int w = (int)(it->image->w + 0.5), h = (int)(it->image->h + 0.5);
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w > 0 ? w : 1, h > 0 ? h : 1);
	bool ok = cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)it->image->bytes.s,
	                                      it->image->bytes.n, NULL, NULL) == CAIRO_STATUS_SUCCESS;
	if (ok)
		draw_surface(cr, it, s, w, h);
	cairo_surface_destroy(s);
	return ok;
}

static bool
draw_svg(cairo_t *cr, const struct item *it)
{
	GError *error = NULL;
	RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)it->image->bytes.s, it->image->bytes.n, &error);
	const RsvgRectangle box = {it->x, it->y, it->w, it->h};
	bool ok = svg != NULL && rsvg_handle_render_document(svg, cr, &box, &error);
	g_clear_error(&error);
	if (svg != NULL)
		g_object_unref(svg);
	pango_cairo_font_map_set_default(NULL); /* it would keep the fonts past the font set they belong to */
	return ok;
}

bool
picture_draw(cairo_t *cr, const struct item *it, struct diag *d)
{
	bool ok = it->image->type == IMAGE_PNG ? draw_png(cr, it)
	        : it->image->type == IMAGE_JPEG ? draw_jpeg(cr, it)
	                                        : draw_svg(cr, it);
	if (!ok)
		diag(d, DIAG_PAINT_IMAGE, it->image->pos, "%s: the file is damaged", it->image->path);
	return ok;
}
