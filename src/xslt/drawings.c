/* SPDX-License-Identifier: MIT */
#include "xslt/drawings.h"

#include <glib.h>
#include <libdeflate.h>
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

/* ---- PNG (ISO 15948) ---- */

static void
add_be32(struct buf *b, uint32_t v)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_addc(b, (char)(v >> shift));
}

static void
add_chunk(struct buf *b, const char *type, struct span data)
{
	add_be32(b, (uint32_t)data.n);
	size_t from = b->n;
	buf_add(b, type, 4);
	buf_addspan(b, data);
	add_be32(b, libdeflate_crc32(0, b->data + from, b->n - from));
}

/* One bit a pixel.  A module of the code is eight pixels wide, one byte, and as many high, so that it stays
 * sharp where pictures are smoothed. */
static void
add_png(struct buf *png, const QRcode *code)
{
	size_t side = (size_t)code->width;
	struct buf header = {0}, rows = {0};
	add_be32(&header, (uint32_t)side * 8);
	add_be32(&header, (uint32_t)side * 8);
	buf_add(&header, "\1\0\0\0", 5); /* bits, grey, and the one method there is of each */
	for (size_t y = 0; y < 8 * side; y++) {
		buf_addc(&rows, 0); /* no filter */
		for (size_t x = 0; x < side; x++)
			buf_addc(&rows, code->data[y / 8 * side + x] & 1 ? '\0' : '\xFF');
	}
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(9);
	size_t most = libdeflate_zlib_compress_bound(c, rows.n);
	char *packed = xcalloc(1, most);
	size_t n = libdeflate_zlib_compress(c, rows.data, rows.n, packed, most);
	buf_add(png, "\x89PNG\r\n\x1A\n", 8);
	add_chunk(png, "IHDR", buf_span(&header));
	add_chunk(png, "IDAT", (struct span){packed, n});
	add_chunk(png, "IEND", (struct span){"", 0});
	libdeflate_free_compressor(c);
	free(packed);
	buf_free(&header);
	buf_free(&rows);
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
