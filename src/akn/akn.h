/* SPDX-License-Identifier: MIT */
/*
 * akn.h - what the Akoma Ntoso schema cannot check, and the text of an Akoma Ntoso document.
 * Needs: base, libxml2.  Owns: nothing.
 *
 * The document itself is made by stylesheets/report-to-akn.xsl.
 */
#ifndef AKN_AKN_H
#define AKN_AKN_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/text.h"

#define AKN_NS "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

/*
 * Check identifiers (form, and used once within a document and its annexes), references that
 * begin with "#", containers without text, and that the FRBR values agree: element, subtype,
 * date and number in the Work IRI, its Expression and Manifestation, the language code.
 * Where the collector holds that elements of the report are empty, what they become is not told again.
 * Lines are given when the document was read from a file.  False when there is an error.
 */
bool akn_check(xmlDoc *, const char *name, struct diag *);

/*
 * Append the visible text in document order: not the metadata, not the marks of notes; notes
 * where they are called; a line feed after each block.
 */
void akn_text(xmlDoc *, struct buf *out);

#endif
