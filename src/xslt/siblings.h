/* SPDX-License-Identifier: MIT */
/*
 * siblings.h - what a stylesheet asks about siblings, answered in constant time on average.
 * Needs: base, libxml2, libxslt.  Owns: what was found out in a run.
 *
 * XPath has no memory: counting preceding siblings, or looking for the end of a run of equals,
 * walks over all of them for each.  The functions of the namespace SIBLINGS_NS remember instead; they
 * look at the context node, which must be an element, and n is a local name:
 *     place()     its number among its siblings of the same name, from 1
 *     rank()      its number among all elements of the same name in the document, from 1
 *     past()      the first element after it that has another name; an empty set when there is none
 *     past(n)     the same, elements called n passed over
 *     past('@n')  the first after it that has another name, or differs in having an attribute n
 *     before(n)   the nearest sibling element before it that is called n; or an empty set
 *     follows(n)  whether an equal stands before it with nothing but elements called n between them
 * What past and before found is remembered for the name they were asked with last.
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
