/* SPDX-License-Identifier: MIT */
#include "layout/image.h"

#include <glib.h>
#include <string.h>

#include "base/file.h"
#include "layout/svg.h"

#define PT_PER_PX 0.75
#define PT_PER_METRE (72 / 0.0254)

struct span
image_uri(const char *specification)
{
	struct span s = span_trim(span_of(specification));
	if (span_starts(s, "url(") && span_ends(s, ")"))
		s = span_trim(span_sub(s, 4, s.n - 1));
	if (s.n >= 2 && (s.s[0] == '\'' || s.s[0] == '"') && s.s[s.n - 1] == s.s[0])
		s = span_sub(s, 1, s.n - 1);
	return s;
}

const char *
image_shown(const char *name)
{
	return span_starts(image_uri(name), "data:") ? "data:" : name;
}

/* ---- numbers in files, most significant byte first ---- */

static uint32_t
be(struct span s, size_t at, size_t n)
{
	uint32_t v = 0;
	for (size_t i = 0; i < n; i++)
		v = v << 8 | (at + i < s.n ? (unsigned char)s.s[at + i] : 0);
	return v;
}

static bool
set_size(struct image *im, uint32_t w, uint32_t h, uint64_t most, double pt_x, double pt_y, const char **why)
{
	*why = w == 0 || h == 0 ? "it has no pixels" : (uint64_t)w * h > most ? "it has too many pixels" : NULL;
	im->w = w * (pt_x > 0 ? pt_x : PT_PER_PX);
	im->h = h * (pt_y > 0 ? pt_y : PT_PER_PX);
	return *why == NULL;
}

/* ---- PNG (ISO 15948): the header, the resolution, and that no chunk is cut off ---- */

static bool
measure_png(struct image *im, const char **why)
{
	struct span s = im->bytes;
	uint32_t w = be(s, 16, 4), h = be(s, 20, 4);
	double pt_x = 0, pt_y = 0;
	bool ended = false;
	for (size_t at = 8; at + 12 <= s.n && !ended;) {
		size_t n = be(s, at, 4);
		struct span type = span_sub(s, at + 4, at + 8);
		if (n > s.n - at - 12)
			break;
		if (span_is(type, "pHYs") && n == 9 && be(s, at + 16, 1) == 1 && be(s, at + 8, 4) > 0 && be(s, at + 12, 4) > 0) {
			pt_x = PT_PER_METRE / be(s, at + 8, 4);
			pt_y = PT_PER_METRE / be(s, at + 12, 4);
		}
		ended = span_is(type, "IEND");
		at += n + 12;
	}
	if (!span_is(span_sub(s, 12, 16), "IHDR") || !ended) {
		*why = "the file is damaged or cut off";
		return false;
	}
	return set_size(im, w, h, IMAGE_PNG_PIXELS, pt_x, pt_y, why);
}

/* ---- JPEG (ISO 10918-1 B.1): frame header, density, end mark ---- */

/* Resolution of a JFIF header at `at` in pt per pixel; 0 = unsaid. */
static double
jfif_pt(struct span s, size_t at, size_t density_at)
{
	uint32_t unit = be(s, at + 11, 1), density = be(s, density_at, 2);
	if (!span_is(span_sub(s, at + 4, at + 8), "JFIF") || density == 0)
		return 0;
	return unit == 1 ? 72.0 / density : unit == 2 ? 72 / 2.54 / density : 0;
}

static bool
measure_jpeg(struct image *im, const char **why)
{
	struct span s = im->bytes;
	double pt_x = 0, pt_y = 0;
	*why = "the file is damaged or cut off";
	if (span_find(span_sub(s, s.n > 64 ? s.n - 64 : 0, s.n), (struct span){"\xFF\xD9", 2}) == SIZE_MAX)
		return false;
	for (size_t at = 2; at + 4 <= s.n && be(s, at, 1) == 0xFF; at += 2 + be(s, at + 2, 2)) {
		uint32_t marker = be(s, at + 1, 1);
		if (marker == 0xE0) {
			pt_x = jfif_pt(s, at, at + 12);
			pt_y = jfif_pt(s, at, at + 14);
		}
		bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
		if (!frame)
			continue;
		uint32_t colours = be(s, at + 9, 1);
		/* DCTDecode takes baseline and progressive (ISO 32000-1 7.4.8); sRGB is the file's colour. */
		if (marker > 0xC2 || be(s, at + 4, 1) != 8)
			*why = "this kind of JPEG cannot stand in a PDF; save it as baseline with 8 bits";
		else if (colours != 1 && colours != 3)
			*why = "CMYK pictures cannot stand in a PDF of sRGB; save it as RGB";
		else
			return set_size(im, be(s, at + 7, 2), be(s, at + 5, 2), IMAGE_JPEG_PIXELS, pt_x, pt_y, why);
		return false;
	}
	return false;
}

/* ---- SVG, by librsvg: it has no address, so nothing outside is loaded ---- */

static bool
measure_svg(struct image *im, const char **why)
{
	gdouble w = 0, h = 0;
	gboolean has_w, has_h, has_box;
	RsvgLength lw, lh;
	RsvgRectangle box = {0};
	RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)im->bytes.s, im->bytes.n, NULL);
	*why = svg == NULL ? "it is no SVG that can be read" : NULL;
	if (svg == NULL)
		return false;
	rsvg_handle_set_dpi(svg, 96);
	rsvg_handle_get_intrinsic_dimensions(svg, &has_w, &lw, &has_h, &lh, &has_box, &box);
	if (!rsvg_handle_get_intrinsic_size_in_pixels(svg, &w, &h) && has_box) {
		w = box.width;
		h = box.height;
	}
	g_object_unref(svg);
	im->w = w * PT_PER_PX;
	im->h = h * PT_PER_PX;
	if (!(w > 0 && h > 0))
		*why = "the SVG has neither size nor viewBox";
	return *why == NULL;
}

static bool
looks_like_svg(struct span s)
{
	struct span head = span_sub(s, 0, 4096);
	return span_find(head, SPAN_LIT("<svg")) != SIZE_MAX || span_find(head, SPAN_LIT(":svg")) != SIZE_MAX;
}

static bool
measure(struct image *im, const char **why)
{
	if (span_starts(im->bytes, "\x89PNG\r\n\x1A\n")) {
		im->type = IMAGE_PNG;
		return measure_png(im, why);
	}
	if (span_starts(im->bytes, "\xFF\xD8\xFF")) {
		im->type = IMAGE_JPEG;
		return measure_jpeg(im, why);
	}
	im->type = IMAGE_SVG;
	if (looks_like_svg(im->bytes))
		return measure_svg(im, why);
	*why = "it is neither PNG nor JPEG nor SVG";
	return false;
}

/* The bytes that "data:image/png;base64,..." or "data:,%3Csvg..." holds (RFC 2397); false when it is no such
 * address. */
static bool
held_bytes(struct arena *a, const char *name, struct span *bytes)
{
	const char *comma = strncmp(name, "data:", 5) == 0 ? strchr(name, ',') : NULL;
	gsize n = 0;
	if (comma == NULL)
		return false;
	if (!span_ends((struct span){name, (size_t)(comma - name)}, ";base64")) {
		GBytes *plain = g_uri_unescape_bytes(comma + 1, -1, NULL, NULL);
		const char *held = plain != NULL ? g_bytes_get_data(plain, &n) : "";
		*bytes = (struct span){arena_strndup(a, held, n), n};
		if (plain != NULL)
			g_bytes_unref(plain);
		return true;
	}
	guchar *decoded = g_base64_decode(comma + 1, &n);
	*bytes = (struct span){arena_strndup(a, (const char *)decoded, n), n};
	g_free(decoded);
	return true;
}

/* The bytes of the picture of this name: held by it, of our own, or of a file in the document's folder. */
static bool
load_bytes(struct arena *a, const char *document, const struct pictures *own, struct image *im, const char **why)
{
	const struct picture_bytes *p = pictures_find(own, im->path);
	if (p != NULL) {
		im->bytes = p->bytes;
		*why = NULL;
		return p->bytes.s != NULL;
	}
	if (held_bytes(a, im->path, &im->bytes)) {
		im->path = image_shown(im->path);
		return true;
	}
	const char *path = file_beside(a, document, im->path);
	*why = "there is no such file in the document's folder or below it";
	if (path == NULL)
		return false;
	struct diag *quiet = diag_new();
	bool ok = file_read(a, path, &im->bytes, quiet);
	diag_free(quiet);
	*why = "it cannot be read, or is larger than the limit";
	return ok;
}

const struct image *
image_load(struct arena *a, const char *document, const struct pictures *own, const char *name, struct pos pos,
           const char **why)
{
	struct span uri = image_uri(name);
	struct image *im = ARENA_NEW(a, struct image);
	im->pos = pos;
	im->path = arena_strndup(a, uri.s, uri.n);
	if (!load_bytes(a, document, own, im, why) || !measure(im, why))
		return NULL;
	bool ok = im->w <= IMAGE_SIDE_PT && im->h <= IMAGE_SIDE_PT;
	*why = ok ? NULL : "it is larger than any page; say in the file how many pixels an inch has";
	return ok ? im : NULL;
}

bool
image_may_have_text(const struct image *im)
{
	struct span s = im->bytes;
	bool plain = span_find(s, (struct span){"\0", 1}) == SIZE_MAX && span_find(s, SPAN_LIT("<!ENTITY")) == SIZE_MAX;
	return im->type == IMAGE_SVG && (!plain || span_find(s, SPAN_LIT("text")) != SIZE_MAX);
}

const char *
image_media_type(const struct image *im)
{
	static const char *const types[] = {
	    [IMAGE_PNG] = "image/png", [IMAGE_JPEG] = "image/jpeg", [IMAGE_SVG] = "image/svg+xml"};
	return types[im->type];
}
