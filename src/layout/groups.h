/* SPDX-License-Identifier: MIT */
/*
 * groups.h - the marked-content sequences of a page, the same for painter and finisher.
 * Needs: pages.h.  Owns: nothing.
 */
#ifndef LAYOUT_GROUPS_H
#define LAYOUT_GROUPS_H

#include <math.h>
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

/* First item behind those from i up to end that are shown in one call: glyphs set alike. */
static inline size_t
page_run(const struct page *p, size_t i, size_t end)
{
	const struct item *a = &p->item[i], *b = a + 1;
	size_t k = i + 1;
	for (; k < end && b->kind == ITEM_GLYPHS && !a->rtl && !b->rtl && a->font == b->font && a->size_pt == b->size_pt &&
	       a->hscale == b->hscale && a->rgb == b->rgb && a->text.n > 0 && b->text.n > 0; k++)
		b++;
	return a->kind == ITEM_GLYPHS ? k : i + 1;
}

/* The tracking of an item's glyphs in em of its width, as the file will have it. */
static inline double
item_tracking_em(const struct item *it)
{
	double em = it->size_pt * (double)(it->hscale > 0 ? it->hscale : 1);
	return it->kind != ITEM_GLYPHS || it->rtl || em <= 0 ? 0 : round((double)it->tracking / em * 1e5) / 1e5;
}

/*
 * Is the tracking of the items [from, to) left to the finisher?  The painter then sets every glyph
 * without that of the glyphs before it in its item.  Not with pictures, whose own text is not
 * among the items, nor with what Cairo may leave out, being off the page.
 */
static inline bool
page_untracked(const struct page *p, size_t from, size_t to)
{
	bool any = false;
	for (size_t i = from; i < to; i++) {
		const struct item *it = &p->item[i];
		if (it->kind == ITEM_IMAGE || it->x < 0 || it->y < 0 || it->x + it->w > p->w || it->y > p->h)
			return false;
		any |= item_tracking_em(it) != 0;
	}
	return any;
}

#endif
