/* SPDX-License-Identifier: MIT */
/*
 * groups.h - the marked-content sequences of a page, the same for painter and finisher.
 * Needs: pages.h.  Owns: nothing.
 */
#ifndef LAYOUT_GROUPS_H
#define LAYOUT_GROUPS_H

#include "layout/pages.h"

/* First item behind the group that starts at item i: same leaf, or same artifact type. */
static inline size_t
page_group(const struct page *p, size_t i)
{
	size_t k = i + 1;
	while (k < p->nitem && p->item[k].selem == p->item[i].selem &&
	       (p->item[i].selem != NULL || p->item[k].artifact == p->item[i].artifact))
		k++;
	return k;
}

#endif
