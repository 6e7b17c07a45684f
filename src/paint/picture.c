/* SPDX-License-Identifier: MIT */
#include "paint/picture.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "layout/svg.h"

#define DECODER_BYTES (1u << 20) /* what is needed beside the pixels */

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

/* Pixels across or down, as four bytes of the header say (PNG, ISO/IEC 15948 §11.2.2). */
static size_t
png_side(const struct image *image, size_t at)
{
	const unsigned char *p = (const unsigned char *)image->bytes.s + at;
	return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
}

/* Cairo takes a lack of memory for a damaged file, so that it is looked for before. */
static cairo_surface_t *
png_surface(const struct image *image)
{
	struct reader r = {image->bytes, 0};
	free(xmalloc(4 * png_side(image, 16) * png_side(image, 20) + DECODER_BYTES));
	return cairo_image_surface_create_from_png_stream(read_some, &r);
}

/* The file itself goes into the PDF; Cairo needs a surface of the right size to hang it on. */
static cairo_surface_t *
jpeg_surface(const struct image *image)
{
	int w = (int)(image->w + 0.5), h = (int)(image->h + 0.5);
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w > 0 ? w : 1, h > 0 ? h : 1);
	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)image->bytes.s,
	                            image->bytes.n, NULL, NULL);
	return s;
}

static void
destroy_surface(void *surface)
{
	cairo_surface_destroy(surface);
}

/* The picture as drawn before, or new; NULL when it cannot be read. */
static const struct picture *
picture_of(struct arena *a, struct picture **drawn, const struct image *image)
{
	for (const struct picture *p = *drawn; p != NULL; p = p->next)
		if (span_eq(p->bytes, image->bytes))
			return p;
	struct picture *p = ARENA_NEW(a, struct picture);
	p->surface = image->type == IMAGE_PNG ? png_surface(image) : jpeg_surface(image);
	arena_defer(a, destroy_surface, p->surface);
	if (cairo_surface_status(p->surface) != CAIRO_STATUS_SUCCESS)
		return NULL;
	p->bytes = image->bytes;
	p->w = cairo_image_surface_get_width(p->surface);
	p->h = cairo_image_surface_get_height(p->surface);
	p->next = *drawn;
	*drawn = p;
	return p;
}

/* Fill the page. */
static bool
draw_pixels(cairo_t *cr, const struct part_image *im, const struct picture *p)
{
	if (p == NULL)
		return false;
	cairo_save(cr);
	cairo_scale(cr, im->w / p->w, im->h / p->h);
	cairo_set_source_surface(cr, p->surface, 0, 0);
	cairo_rectangle(cr, 0, 0, p->w, p->h);
	cairo_fill(cr);
	cairo_restore(cr);
	return true;
}

static bool
draw_svg(cairo_t *cr, const struct part_image *im)
{
	GError *error = NULL;
	RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)im->image->bytes.s, im->image->bytes.n, &error);
	const RsvgRectangle box = {0, 0, im->w, im->h};
	bool ok = svg != NULL && rsvg_handle_render_document(svg, cr, &box, &error);
	g_clear_error(&error);
	if (svg != NULL)
		g_object_unref(svg);
	pango_cairo_font_map_set_default(NULL); /* it would keep the fonts past the font set they belong to */
	return ok;
}

bool
picture_draw(cairo_t *cr, struct arena *a, struct picture **drawn, const struct part_image *im, struct diag *d)
{
	bool ok = im->image->type == IMAGE_SVG ? draw_svg(cr, im) : draw_pixels(cr, im, picture_of(a, drawn, im->image));
	if (!ok)
		diag(d, DIAG_PAINT_IMAGE, im->image->pos, "%s: the file is damaged", im->image->path);
	return ok;
}
