/* SPDX-License-Identifier: MIT */
#include "layout/parts.h"

/* Pictures looked back over for the same one at the same size; heads repeat theirs on every page. */
#define LOOK_BACK 64

bool
item_told(const struct item *it)
{
	uint32_t at = 0;
	if (it->nglyph == 0 || item_glyph(it, 0)->cluster != 0 || it->text.n == 0)
		return false;
	for (size_t k = 1; k < it->nglyph; k++) {
		uint32_t next = item_glyph(it, k)->cluster;
		if (next < at || next >= it->text.n)
			return false;
		at = next;
	}
	return true;
}

size_t
parts_font(const struct parts *p, const struct item *it)
{
	size_t i = 0;
	while (i < p->nfont && p->font[i].font != it->font)
		i++;
	return i;
}

/* The glyph of this index among those of the font, new or as it is; the table of places grows to hold it. */
static struct part_glyph *
glyph_of(struct arena *a, struct part_font *f, uint32_t index)
{
	while (index >= f->nplace)
		f->place = arena_grow(a, f->place, f->nplace, &f->nplace, sizeof *f->place);
	if (f->place[index] == 0) {
		*VEC_PUSH(a, f->glyph, f->nglyph, f->cap) = (struct part_glyph){.index = index};
		f->place[index] = (uint32_t)f->nglyph;
	}
	return &f->glyph[f->place[index] - 1];
}

static void
add_glyphs(struct arena *a, struct part_font *f, const struct item *it)
{
	bool told = item_told(it);
	for (size_t k = 0; k < it->nglyph;) {
		struct cluster c = item_cluster(it, told, k);
		for (size_t end = k + c.n; k < end; k++) {
			struct part_glyph *g = glyph_of(a, f, item_glyph(it, k)->index);
			if (c.n == 1 && g->text.n == 0)
				g->text = c.text;
		}
	}
}

static void
add_font(struct arena *a, struct parts *p, const struct item *it)
{
	size_t at = parts_font(p, it);
	if (at == p->nfont)
		*VEC_PUSH(a, p->font, p->nfont, p->cap_font) = (struct part_font){.font = it->font};
	add_glyphs(a, &p->font[at], it);
}

static void
add_image(struct arena *a, struct parts *p, const struct item *it)
{
	double w = it->turn % 2 == 1 ? it->h : it->w, h = it->turn % 2 == 1 ? it->w : it->h;
	size_t i = p->nimage, least = i > LOOK_BACK ? i - LOOK_BACK : 0;
	while (i > least && (p->image[i - 1].image != it->image || p->image[i - 1].w != w || p->image[i - 1].h != h))
		i--;
	if (i == least) {
		*VEC_PUSH(a, p->image, p->nimage, p->cap_image) = (struct part_image){it->image, w, h};
		i = p->nimage;
	}
	*VEC_PUSH(a, p->shown, p->nshown, p->cap_shown) = i - 1;
}

const struct parts *
parts_of(struct arena *a, const struct pages *pages)
{
	struct parts *p = ARENA_NEW(a, struct parts);
	for (size_t i = 0; i < pages->npage; i++)
		for (size_t k = 0; k < pages->page[i].nitem; k++) {
			const struct item *it = &pages->page[i].item[k];
			if (it->kind == ITEM_GLYPHS)
				add_font(a, p, it);
			else if (it->kind == ITEM_IMAGE)
				add_image(a, p, it);
		}
	return p;
}
