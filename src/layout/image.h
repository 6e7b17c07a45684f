/* SPDX-License-Identifier: MIT */
/*
 * image.h - pictures that a document names: found, bounded, measured, ready to be painted.
 * Needs: base, pages.h, librsvg.  Owns: nothing; a picture is in the arena given.
 *
 * A picture is foreign input: it is read from the document or its folder only, its size is bounded
 * before anything is decoded, and nothing it refers to is fetched.
 */
#ifndef LAYOUT_IMAGE_H
#define LAYOUT_IMAGE_H

#include "base/pictures.h"
#include "layout/pages.h"

/* Most pixels of a PNG (it is decoded whole) and of a JPEG (it is not). */
#define IMAGE_PNG_PIXELS (40u << 20)
#define IMAGE_JPEG_PIXELS (400u << 20)
/* Largest side of a picture, pt: what PDF takes for a page (ISO 32000-1 annex C). */
#define IMAGE_SIDE_PT 14400

/*
 * The picture `name` (a plain path or a url(...), XSL 1.1 §7.30.16, or an address that holds it,
 * data:... of RFC 2397) of a document.  A pixel is 1/96 in unless the file says how large it is.  NULL with the reason in *why: not below the
 * document's folder nor among its own, unreadable, too large, broken, or of a kind that PDF/A does not
 * take; *why is NULL when that was reported before.
 */
const struct image *image_load(struct arena *, const char *document, const struct pictures *own, const char *name,
                               struct pos, const char **why);

/* "image/png" ... */
const char *image_media_type(const struct image *);

/* Whether it may need fonts: an SVG whose bytes do not rule it out.  To make fonts known costs tens of milliseconds. */
bool image_may_have_text(const struct image *);

/* What messages call a picture: its name, unless that holds the picture. */
const char *image_shown(const char *name);

/* The plain form of a uri-specification: without url() and quotes. */
struct span image_uri(const char *specification);

#endif
