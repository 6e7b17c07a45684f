/* SPDX-License-Identifier: MIT */
/* pdf_tagged.c - the glyphs of a page get the tags of its content, by the places where that begins. */
#include <stdlib.h>

#include "source/pdf.h"

#define BASE 0.22f      /* of a glyph's height: its base line is usually so far above its foot, */
#define BASE_HIGH 0.5f  /* no more, */
#define BASE_LOW 0.03f  /* and no more below it */
#define ONE_LINE 0.1f   /* type sizes between base lines that are one */
#define STARTS_NEAR 1000 /* of one line that are looked at; glyphs beyond them have wrong tags or none */
#define AHEAD 0.2f      /* type sizes that a glyph may stand before the start of its text */

/* The first start at or below y. */
static size_t
first_below(const struct pdf_start *start, size_t n, float y)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (start[mid].y < y)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* How far a start is from where the base line of the glyph should be; a page away for one that is behind the glyph. */
static float
distance(const struct pdf_glyph *g, const struct pdf_start *s)
{
	float d = g->y2 - BASE * (g->y2 - g->y1) - s->y;
	return s->x > g->x1 + AHEAD * g->size ? PDF_WIDTH : d < 0 ? -d : d;
}

/* The start on the glyph's line that is next before it; n = none. */
static size_t
start_of(const struct pdf_glyph *g, const struct pdf_start *start, size_t n)
{
	float high = g->y2 - g->y1, low = g->y2 + BASE_LOW * high, least = PDF_WIDTH;
	size_t best = n, first = first_below(start, n, g->y2 - BASE_HIGH * high), i;
	size_t end = n - first > STARTS_NEAR ? first + STARTS_NEAR : n;
	for (i = first; i < end && start[i].y <= low; i++)
		least = distance(g, &start[i]) < least ? distance(g, &start[i]) : least;
	for (i = first; i < end && start[i].y <= low; i++)
		if (distance(g, &start[i]) < least + ONE_LINE * g->size &&
		    (best == n || start[i].x > start[best].x ||
		     (start[i].x == start[best].x && start[i].order > start[best].order)))
			best = i;
	return best;
}

static bool
is_text(const struct pdf_tag *tag)
{
	return tag->role > PDF_ARTIFACT && tag->figure == 0;
}

void
pdf_tag_glyphs(struct pdf_page *p, const struct pdf_start *start, size_t n)
{
	size_t text = 0;
	for (size_t i = 0; i < p->nglyph; i++) {
		struct pdf_glyph *g = &p->glyph[i];
		size_t at = start_of(g, start, n);
		g->tag = at < n ? start[at].tag : 0;
		text += is_text(pdf_tags_at(p->tags, g->tag));
	}
	p->tagged = text * 2 > p->nglyph;
}

bool
pdf_other_cell(const struct pdf_page *p, const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	if (!p->tagged || a->tag == b->tag)
		return false;
	uint32_t one = pdf_tags_at(p->tags, a->tag)->cell, other = pdf_tags_at(p->tags, b->tag)->cell;
	return one > 0 && other > 0 && one != other;
}

bool
pdf_is_aside(const struct pdf_page *p, const struct pdf_piece *q)
{
	const struct pdf_tag *tag = pdf_tags_at(p->tags, pdf_main_tag(p, q->from, q->to));
	return p->tagged && tag->role != PDF_UNTAGGED && !is_text(tag);
}

uint32_t
pdf_main_tag(const struct pdf_page *p, uint32_t from, uint32_t to)
{
	uint32_t best = 0, tag = 0;
	for (uint32_t i = from; i < to;) {
		uint32_t k = i;
		while (k < to && p->glyph[k].tag == p->glyph[i].tag)
			k++;
		if (k - i > best) {
			best = k - i;
			tag = p->glyph[i].tag;
		}
		i = k;
	}
	return tag;
}
