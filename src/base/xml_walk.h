/* SPDX-License-Identifier: MIT */
/*
 * xml_walk.h - walking over an XML tree in document order without recursion, however deep it is.
 * Needs: libxml2's types only; nothing to link.  Owns: nothing.
 */
#ifndef BASE_XML_WALK_H
#define BASE_XML_WALK_H

#include <libxml/tree.h>

/* The node behind n and all it holds, below root (an element that n is or stands in), or NULL. */
static inline xmlNode *
xml_skip(const xmlNode *root, const xmlNode *n)
{
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

/* The node after n in document order, below root. */
static inline xmlNode *
xml_next(const xmlNode *root, const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE && n->children != NULL ? n->children : xml_skip(root, n);
}

/* The same for elements alone. */
static inline xmlNode *
xml_next_element(const xmlNode *root, const xmlNode *n)
{
	xmlNode *next = xml_next(root, n);
	while (next != NULL && next->type != XML_ELEMENT_NODE)
		next = xml_next(root, next);
	return next;
}

#endif
