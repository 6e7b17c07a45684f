/* SPDX-License-Identifier: MIT */
/*
 * pdf.h - from pages and Cairo's drawing of their parts to the accessible, archivable file: PDF/UA-1 and PDF/A-3a.
 * Needs: base, layout/pages.h, libdeflate.  Owns: nothing; writes into the buffer given.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"
#include "layout/parts.h"

/* A file carried inside the PDF (PDF/A-3, ISO 19005-3 6.8). */
struct pdf_attachment {
	const char *name;         /* file name, without folders */
	const char *mime;
	const char *relationship; /* AFRelationship: "Source", "Alternative", "Data", "Supplement" */
	const char *description;
	struct span bytes;
	struct span packed;       /* the same by stream_pack() (write.h), where that is done already; else empty */
};

struct pdf_info {
	const char *date; /* YYYY-MM-DD of the document; NULL = that of the pages, else SOURCE_DATE_EPOCH, else no dates */
};

/*
 * Write pages, with the fonts and pictures that paint_parts() drew: content, structure tree, artifacts, links,
 * destinations, outlines, metadata, attachments.  The same input gives the same bytes.  False after a report:
 * PDF_FAILED when the drawing is not of these parts.
 */
bool pdf_finish(struct span raw, const struct pages *, const struct parts *, const struct pdf_attachment *, size_t n,
                const struct pdf_info *, struct buf *out, struct diag *);

#endif
