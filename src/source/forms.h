/* SPDX-License-Identifier: MIT */
/*
 * forms.h - the readers of the single forms, for source.c.
 * Needs: source.h, decode.h.  Owns: everything is in the arena given.
 * Each sets text, origin, line and mark of the draft from the decoded text.
 */
#ifndef SOURCE_FORMS_H
#define SOURCE_FORMS_H

#include "source/decode.h"

/* Deepest nesting of lists, quotes and tables in a form. */
#define FORM_DEPTH 64

/* Add a line over draft->text[off, end) with its indent; cap is the vector's. */
struct line *lines_add(struct arena *, struct draft *, size_t *cap, size_t off, size_t end);

/* CommonMark with tables, through md4c; notes ([^1]) by ourselves.  False after a report. */
bool markdown_lines(struct arena *, struct draft *, const struct traced *, struct diag *);

#endif
