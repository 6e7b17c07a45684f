/* SPDX-License-Identifier: MIT */
/*
 * spaces.h - a stylesheet gets spaces that no line may end at.
 * Needs: base, libxml2, libxslt.  Owns: nothing.
 *
 * One function of the namespace SPACES_NS:
 *     fixed(text, before, after)  the text with U+00A0 for each single space that stands before a
 *                                 character of `before` or after one of `after`
 */
#ifndef XSLT_SPACES_H
#define XSLT_SPACES_H

#include <libxslt/xsltInternals.h>

#define SPACES_NS "urn:rapporteur:spaces:1"

/* Give a run the function. */
void spaces_register(xsltTransformContext *);

#endif
