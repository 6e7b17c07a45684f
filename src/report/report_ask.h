/* SPDX-License-Identifier: MIT */
/*
 * report_ask.h - what the other stages ask of a report document.
 * Needs: base, libxml2.  Owns: nothing.
 */
#ifndef REPORT_REPORT_ASK_H
#define REPORT_REPORT_ASK_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

/* All text of the document in its order, notes at their calls. */
void report_doc_text(const xmlDoc *, struct buf *out);

/* The date of the document, YYYY-MM-DD (head/@date, else head/date/@iso), or NULL. */
const char *report_date(struct arena *, const xmlDoc *);

/*
 * Is text, read back from the output called name, the text of the document?  White space does not
 * count.  False after a report (REPORT_TEXT) of the first difference.
 */
bool report_same_text(const xmlDoc *, const char *name, struct span text, struct diag *);

#endif
