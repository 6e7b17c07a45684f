/* SPDX-License-Identifier: MIT */
/*
 * epub.h - an EPUB 3.3 publication from the files that stylesheets/report-to-xhtml.xsl makes.
 * Needs: base, libxml2, libdeflate.  Owns: nothing beyond the arena given.
 *
 * The same input gives the same bytes: no clock, no random identifier.
 */
#ifndef EPUB_EPUB_H
#define EPUB_EPUB_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

/* A picture: path as in the figure's src, media_type such as "image/png"; bytes.s NULL: the caller
 * has reported that it cannot be used. */
struct epub_resource {
	const char *path, *media_type;
	struct span bytes;
};

/* What the files do not say; every member may be NULL. */
struct epub_info {
	const char *title, *lang, *creator, *publisher; /* instead of those of the report */
	const char *identifier; /* dc:identifier; else the address of the symbol, else a hash of the text */
	const char *modified;   /* "2044-08-03T00:00:00Z"; else the date of the report,
	                           else $SOURCE_DATE_EPOCH, else 1980-01-01 */
	const struct epub_resource *resource;
	size_t nresource;
};

/*
 * Make the container (OCF, EPUB 3.3 §4) from the book document.  A figure whose picture is not
 * among the resources is reported and stands without it.  info may be NULL.  False after a report.
 */
bool epub_write(struct arena *, xmlDoc *xhtml, const struct epub_info *, struct buf *out, struct diag *);

/*
 * Append the text of the book in the order of the report: without navigation, without the marks
 * of notes, each note where it is called; a line feed after each block.
 */
void epub_text(xmlDoc *xhtml, struct buf *out);

#endif
