/* SPDX-License-Identifier: MIT */
/*
 * parts.h - what pages are put together from: the glyphs of each font and the pictures, each once.
 * Needs: pages.h.  Owns: everything is in the arena given.
 *
 * The painter draws each part once; the finisher shows it wherever it stands.
 */
#ifndef LAYOUT_PARTS_H
#define LAYOUT_PARTS_H

#include "layout/pages.h"

/* A glyph, and the text it spells where it is first met as a cluster of its own; empty = nowhere. */
struct part_glyph {
	uint32_t index;
	struct span text;
};

struct part_font {
	const struct font *font;
	struct part_glyph *glyph; /* in the order of their first use */
	size_t nglyph, cap;
	uint32_t *place;          /* by glyph index: 1 + its place above, 0 = not used */
	size_t nplace;
};

/* A picture and the size it is shown at, pt. */
struct part_image {
	const struct image *image;
	double w, h;
};

struct parts {
	struct part_font *font;
	size_t nfont, cap_font;
	struct part_image *image;
	size_t nimage, cap_image;
	size_t *shown;            /* by picture items of all pages in their order: the place in image */
	size_t nshown, cap_shown;
};

const struct parts *parts_of(struct arena *, const struct pages *);
/* The place of an item's font in parts->font. */
size_t parts_font(const struct parts *, const struct item *);

/* Glyphs that together spell a piece of an item's text. */
struct cluster {
	size_t from, n;   /* glyphs, counted in the order of the text */
	struct span text;
};

/* Do the clusters of an item cover its text?  If not, none of its glyphs tells what it spells. */
bool item_told(const struct item *);
/* The k-th glyph in the order of the text, which rtl glyphs are set against. */
static inline const struct glyph *
item_glyph(const struct item *it, size_t k)
{
	return &it->glyph[it->rtl ? it->nglyph - 1 - k : k];
}

/* The cluster at the from-th glyph in the order of the text; told as item_told() has it. */
static inline struct cluster
item_cluster(const struct item *it, bool told, size_t from)
{
	if (!told)
		return (struct cluster){.from = from, .n = 1};
	uint32_t at = item_glyph(it, from)->cluster, end = at;
	size_t k = from;
	while (end == at && ++k < it->nglyph)
		end = item_glyph(it, k)->cluster;
	if (k == it->nglyph)
		end = (uint32_t)it->text.n;
	return (struct cluster){from, k - from, {it->text.s + at, end - at}};
}

#endif
