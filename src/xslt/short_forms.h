/* SPDX-License-Identifier: MIT */
/*
 * short_forms.h - a stylesheet asks which words of a text are short forms, and of what.
 * Needs: base, libxml2, libxslt.  Owns: what was read from the list in a run.
 *
 * One function of the namespace SHORT_FORMS_NS, called where the context node is a text:
 *     split(words)  the text in pieces, as text nodes and, for each short form in it, an element
 *                   "short" with its attribute full; the text itself when there is none
 * words are the w elements of a list "short-form" (schemas/terms.rng).  A text in another language
 * than that of their file has none.
 */
#ifndef XSLT_SHORT_FORMS_H
#define XSLT_SHORT_FORMS_H

#include <libxslt/xsltInternals.h>

#define SHORT_FORMS_NS "urn:rapporteur:short-forms:1"

struct short_forms;

/* Give a run the function; the caller keeps the result in its struct xslt_run and frees it after the run. */
struct short_forms *short_forms_new(xsltTransformContext *);
void short_forms_free(struct short_forms *);

#endif
