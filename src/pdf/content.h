/* SPDX-License-Identifier: MIT */
/*
 * content.h - the operators that show the items of a page.
 * Needs: layout/parts.h, faces.h, write.h.  Owns: nothing; writes into the buffer given.
 *
 * Text state outlives text objects (ISO 32000-1 9.3.1), so one struct content serves a whole page.
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "layout/parts.h"
#include "pdf/faces.h"

struct content {
	const struct parts *parts;
	const struct faces *faces;
	const struct page *page;
	struct buf *out;
	size_t picture;        /* pictures of the document shown so far; the caller carries it on */
	/* what the file has set; size 0 and font of no number = nothing yet */
	uint32_t rgb;
	unsigned font;
	double size, scale, tracking; /* Tf, Tz / 100, Tc */
	/* the text object */
	bool in_text, in_array, in_string;
	double line_x, line_y; /* start of the line, from the lower left of the page */
	double pen;            /* x of the next glyph */
};

/* Begin a page; its first picture is the document's `picture`-th. */
struct content content_page(const struct parts *, const struct faces *, const struct page *, size_t picture,
                            struct buf *out);
/* Show the items [from, to), with no text object left open. */
void content_items(struct content *, size_t from, size_t to);

#endif
