/* SPDX-License-Identifier: MIT */
/*
 * where.h - where the elements of an XML document stand in its text: libxml2 keeps the line a tag ends
 * in, and no column.
 * Needs: base, libxml2.  Owns: nothing; the places are in the arena given.
 */
#ifndef FO_WHERE_H
#define FO_WHERE_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/text.h"

/* The place of a tag's "<": line and column from 1, column in bytes. */
struct where {
	unsigned line, col;
};

/* Give every element of a document parsed from this UTF-8 text its place, as its _private, for as long
 * as the arena lives.  False, and no element has one, when text and document do not agree. */
bool where_find(struct arena *, xmlDoc *, struct span text);

/* Give every element of a document made from another one the line of the element there whose xml:id it
 * bears as its id, else the place of its parent, and its text the same; the root has line 0, unknown. */
void where_follow(struct arena *, xmlDoc *, xmlDoc *from);

#endif
