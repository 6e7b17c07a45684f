/* SPDX-License-Identifier: MIT */
/*
 * extract.h - the files carried inside a PDF (ISO 32000-1 7.11.4).
 * Needs: base, libqpdf.  Owns: names and bytes are copies in the arena given.
 */
#ifndef PDF_EXTRACT_H
#define PDF_EXTRACT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

struct pdf_file {
	const char *name;  /* a plain file name, unique in the result: no folders, no control characters */
	struct span bytes;
};

/* Most files taken from one PDF; more are reported. */
#define PDF_FILES 1000

/*
 * All embedded files in the order of their names.  False, after a report (PDF_UNREADABLE), when
 * the PDF or one of the files cannot be read; a PDF without any gives n = 0.  name is the file named in the
 * reports.
 */
bool pdf_extract(struct arena *, struct span pdf, const char *name, struct pdf_file **out, size_t *n, struct diag *);

#endif
