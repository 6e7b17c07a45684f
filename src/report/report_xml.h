/* SPDX-License-Identifier: MIT */
/*
 * report_xml.h - the report document as XML: written from the tree, read back safely, checked.
 * Needs: report.h, libxml2.  Owns: the compiled schema, kept for the life of the process.
 *
 * The vocabulary is defined, with an example for each element, in schemas/report.rng.
 */
#ifndef REPORT_REPORT_XML_H
#define REPORT_REPORT_XML_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/text.h"
#include "report/report.h"

#define REPORT_NS "urn:rapporteur:report:1"
#define REPORT_TRACE_NS "urn:rapporteur:trace:1"

/*
 * Write the tree as XML text.  Elements that only group others get a line each; nothing is
 * added where text stands.  An attribute called "lang" becomes xml:lang (but on head it stays).
 * Characters that XML forbids become U+FFFD.
 */
void report_write(const struct report *, struct buf *out);

/*
 * Parse an XML document that may come from anywhere: no network, no document type declaration,
 * no entities but the five of XML, nesting to 255 elements, size to FILE_LIMIT_BYTES.  Blanks
 * between the blocks of a report are dropped; sections, numbered paragraphs, items and notes without
 * an xml:id get one.  NULL after a report with file, line and column;
 * the caller frees the document.  The _private of each report element is its column, from 1, or 0.
 */
xmlDoc *report_load(struct span xml, const char *name, struct diag *);
/*
 * The same for XML that report_write made from a draft and the outputs are made from: without the trace, whose many
 * attributes no output shows, and with the lines of the draft that it names in place of those of the XML, so that
 * messages of later stages lead there.
 */
xmlDoc *report_load_made(struct span xml, const char *name, struct diag *);

/*
 * Check against schemas/report.rng, then what a schema cannot say: ids used once, "#id" links
 * that lead somewhere, text blocks that hold something.  False when there is an error; warnings
 * alone leave it true.
 */
bool report_validate(xmlDoc *, const char *name, struct diag *);
/* Load the schema that the first report_validate() would load. */
bool report_schema_load(struct diag *);

#endif
