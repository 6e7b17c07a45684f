/* SPDX-License-Identifier: MIT */
/*
 * why.h - why a report says what it says: the trace of its elements in words.
 * Needs: report_xml.h, libxml2.  Owns: nothing.
 */
#ifndef REPORT_WHY_H
#define REPORT_WHY_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/text.h"

enum why_by {
	WHY_LINE, /* an input line: what was dropped or mended on it, the elements it is of, what they stand in */
	WHY_ID,   /* an xml:id: the element and what it stands in */
	WHY_PAGE  /* a page number of the draft: the block that goes on there, and those that begin on it */
};

/*
 * Write what is known of the place into out: element, id, lines, rule, confidence, the best
 * rejected reading and the evidence.  False, with nothing written, when the report has no such
 * place.
 */
bool why(xmlDoc *report, enum why_by, const char *value, struct buf *out);
/* What may be asked of a report that had no answer. */
void why_advise(xmlDoc *report, enum why_by, struct buf *out);

#endif
