/* SPDX-License-Identifier: MIT */
/*
 * siblings.h - what a stylesheet asks about siblings, answered in constant time on average.
 * Needs: base, libxml2, libxslt.  Owns: what was found out in a run.
 *
 * XPath has no memory: counting preceding siblings, or looking for the end of a run of equals,
 * walks over all of them for each.  Two functions of the namespace SIBLINGS_NS remember instead;
 * both take no argument and look at the context node:
 *     place()  the number of an element among its siblings of the same name, from 1
 *     past()   the first element after it that has another name; an empty set when there is none
 */
#ifndef XSLT_SIBLINGS_H
#define XSLT_SIBLINGS_H

#include <libxslt/xsltInternals.h>

#define SIBLINGS_NS "urn:rapporteur:siblings:1"

struct siblings;

/*
 * Give a run the functions; the caller keeps the result in its struct xslt_run and frees it after
 * the run.  The trees that are asked about must not change meanwhile.
 */
struct siblings *siblings_new(xsltTransformContext *);
void siblings_free(struct siblings *);

#endif
