/* SPDX-License-Identifier: MIT */
#include "xslt/drawings.h"

#include <cairo.h>
#include <glib.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <qrencode.h>
#include <string.h>

#include "base/file.h"
#include "xslt/run.h"

/* Push the address that holds the bytes; the empty string for none. */
static void
push_address(xmlXPathParserContext *p, const char *media_type, struct span bytes)
{
	char *coded = bytes.n > 0 ? g_base64_encode((const guchar *)bytes.s, bytes.n) : NULL;
	char *address = coded != NULL ? g_strconcat("data:", media_type, ";base64,", coded, NULL) : NULL;
	valuePush(p, xmlXPathNewCString(address != NULL ? address : ""));
	g_free(address);
	g_free(coded);
}

static cairo_status_t
keep(void *png, const unsigned char *s, unsigned n)
{
	buf_add(png, (const char *)s, n);
	return CAIRO_STATUS_SUCCESS;
}

/* A module of the code is eight pixels wide and high, so that it stays sharp where pictures are smoothed. */
static void
add_png(struct buf *png, const QRcode *code)
{
	size_t side = (size_t)code->width;
	cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_A8, code->width * 8, code->width * 8);
	unsigned char *pixels = cairo_image_surface_get_data(picture);
	size_t stride = (size_t)cairo_image_surface_get_stride(picture);
	for (size_t y = 0; y < 8 * side; y++)
		for (size_t x = 0; x < side; x++)
			memset(pixels + y * stride + 8 * x, code->data[y / 8 * side + x] & 1 ? 0 : 0xFF, 8);
	cairo_surface_mark_dirty(picture);
	cairo_surface_write_to_png_stream(picture, keep, png);
	cairo_surface_destroy(picture);
}

/* ---- the functions ---- */

/* The one argument, to be freed; NULL after a report. */
static xmlChar *
argument(xmlXPathParserContext *p, int nargs)
{
	if (nargs == 1)
		return xmlXPathPopString(p);
	xmlXPathSetArityError(p);
	return NULL;
}

static void
qr_function(xmlXPathParserContext *p, int nargs)
{
	xmlChar *text = argument(p, nargs);
	if (text == NULL)
		return;
	struct buf png = {0};
	QRcode *code = text[0] != '\0' ? QRcode_encodeString8bit((const char *)text, 0, QR_ECLEVEL_M) : NULL;
	if (code != NULL)
		add_png(&png, code);
	push_address(p, "image/png", buf_span(&png));
	QRcode_free(code);
	buf_free(&png);
	xmlFree(text);
}

static const char *
media_type(const char *name)
{
	struct span s = span_of(name);
	if (span_ends(s, ".png"))
		return "image/png";
	return span_ends(s, ".jpg") || span_ends(s, ".jpeg") ? "image/jpeg" : "image/svg+xml";
}

static void
picture_function(xmlXPathParserContext *p, int nargs)
{
	xmlChar *name = argument(p, nargs);
	if (name == NULL)
		return;
	const struct xslt_run *run = xsltXPathGetTransformContext(p)->_private;
	struct arena *a = arena_new();
	struct diag *quiet = diag_new(); /* the stylesheet says what is missing */
	struct span bytes = {NULL, 0};
	const char *path = file_beside(a, arena_printf(a, "%sstyles/", run->folder), (const char *)name);
	if (path == NULL || !file_read(a, path, &bytes, quiet))
		bytes.n = 0;
	push_address(p, media_type((const char *)name), bytes);
	diag_free(quiet);
	arena_free(a);
	xmlFree(name);
}

void
drawings_register(xsltTransformContext *ctxt)
{
	xsltRegisterExtFunction(ctxt, BAD_CAST "qr", BAD_CAST DRAWINGS_NS, qr_function);
	xsltRegisterExtFunction(ctxt, BAD_CAST "picture", BAD_CAST DRAWINGS_NS, picture_function);
}
