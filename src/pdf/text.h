/* SPDX-License-Identifier: MIT */
/*
 * text.h - the text a reader of a tagged PDF is given, in the order of its structure.
 * Needs: base, libqpdf.  Owns: nothing; the text goes to the buffer given.
 */
#ifndef PDF_TEXT_H
#define PDF_TEXT_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"

/*
 * The text of all marked content that the structure tree leads to, as fonts and /ActualText spell it;
 * calls of notes and the marks at their heads, which outputs add, are left out.  False after a
 * report (PDF_UNREADABLE).
 */
bool pdf_text(struct span pdf, const char *name, struct buf *out, struct diag *);

#endif
