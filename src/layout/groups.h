/* SPDX-License-Identifier: MIT */
/*
 * groups.h - the marked-content sequences of a page.
 * Needs: pages.h.  Owns: nothing.
 */
#ifndef LAYOUT_GROUPS_H
#define LAYOUT_GROUPS_H

#include <string.h>

#include "layout/pages.h"

static inline bool
page_same_lang(const struct item *a, const struct item *b)
{
	return a->lang == b->lang || (a->lang != NULL && b->lang != NULL && strcmp(a->lang, b->lang) == 0);
}

/* First item behind the group at item i: same leaf and language, or same artifact type. */
static inline size_t
page_group(const struct page *p, size_t i)
{
	size_t k = i + 1;
	while (k < p->nitem && p->item[k].selem == p->item[i].selem &&
	       (p->item[i].selem != NULL ? page_same_lang(&p->item[k], &p->item[i]) :
	                                   p->item[k].artifact == p->item[i].artifact))
		k++;
	return k;
}

#endif
