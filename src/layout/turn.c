/* SPDX-License-Identifier: MIT */
/*
 * turn.c - areas turned by quarters (reference-orientation, XSL 1.1 §7.21.3).
 *
 * What is in a turned area is set upright, in coordinates of its own from its top left, and turned when it
 * is done, counter-clockwise:
 *
 *        own:  +-- u --+       a quarter:  +----+      u goes up, v goes to the right
 *              v  text |                   | t  |
 *              +-------+                   | x  |
 *                                          +----+
 */
#include "layout/stack.h"

unsigned
turn_quarters(const struct fo_props *p)
{
	switch (p->reference_orientation) {
	case FO_W_PLUS_90:
	case FO_W_MINUS_270: return 1;
	case FO_W_PLUS_180:
	case FO_W_MINUS_180: return 2;
	case FO_W_PLUS_270:
	case FO_W_MINUS_90: return 3;
	default: return 0;
	}
}

/* A point of the area as one of what it stands in. */
static void
turn_one(const struct turn *t, double *x, double *y)
{
	double u = *x, v = *y;
	switch (t->quarters) {
	case 1: *x = t->x + v; *y = t->y + t->h - u; break;
	case 2: *x = t->x + t->w - u; *y = t->y + t->h - v; break;
	case 3: *x = t->x + t->w - v; *y = t->y + u; break;
	default: break;
	}
}

void
turn_point(const struct turn *t, double *x, double *y)
{
	for (; t != NULL; t = t->outer)
		turn_one(t, x, y);
}

void
turn_items(const struct turn *t, struct page *page, size_t from)
{
	if (t->quarters == 0)
		return;
	for (size_t i = from; i < page->nitem; i++) {
		struct item *it = &page->item[i];
		if (it->kind == ITEM_GLYPHS || it->kind == ITEM_IMAGE)
			it->turn = (uint8_t)((it->turn + t->quarters) % 4);
		double x = it->x + it->w, y = it->y + it->h;
		turn_one(t, &it->x, &it->y);
		if (it->kind == ITEM_GLYPHS)
			continue;
		turn_one(t, &x, &y);
		it->w = x > it->x ? x - it->x : it->x - x;
		it->h = y > it->y ? y - it->y : it->y - y;
		it->x = x < it->x ? x : it->x;
		it->y = y < it->y ? y : it->y;
	}
}

double
turn_width(const struct turn *t)
{
	return t->quarters % 2 == 1 ? t->h : t->w;
}

double
turn_height(const struct turn *t)
{
	return t->quarters % 2 == 1 ? t->w : t->h;
}
