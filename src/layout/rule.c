/* SPDX-License-Identifier: MIT */
#include "layout/rule.h"

#define DASH 3.0       /* length and distance of dashes, of their thickness */
#define MOST_DASHES 500

struct pen {
	struct arena *arena;
	struct page *page;
	const struct item *line;
	bool across;              /* the line runs along x */
};

/* A piece of the line: from..to of its length, low..high of its thickness, both as shares. */
static void
piece(const struct pen *p, double from, double to, double low, double high, uint32_t rgb)
{
	const struct item *l = p->line;
	double x0 = p->across ? from : low, x1 = p->across ? to : high;
	double y0 = p->across ? low : from, y1 = p->across ? high : to;
	struct item *it = VEC_PUSH(p->arena, p->page->item, p->page->nitem, p->page->cap);
	*it = *l;
	it->x += x0 * l->w;
	it->y += y0 * l->h;
	it->w *= x1 - x0;
	it->h *= y1 - y0;
	it->rgb = rgb;
}

/* Half way to white: the side that light falls on. */
static uint32_t
lit(uint32_t rgb)
{
	return ((rgb >> 1) & 0x7F7F7F) + 0x808080;
}

static void
dashes(const struct pen *p, double dash, uint32_t rgb)
{
	dash = dash * 2 * MOST_DASHES < 1 ? 0.5 / MOST_DASHES : dash;
	for (double at = 0; at < 1 - 1e-9; at += 2 * dash)
		piece(p, at, at + dash > 1 ? 1 : at + dash, 0, 1, rgb);
}

void
rule_draw(struct arena *a, struct page *page, enum fo_word style, bool far, const struct item *line)
{
	struct pen p = {a, page, line, line->w >= line->h};
	double thick = p.across ? line->h : line->w, length = p.across ? line->w : line->h;
	uint32_t rgb = line->rgb;
	if (!rule_seen(style) || thick <= 0 || length <= 0)
		return;
	switch (style) {
	case FO_W_DASHED:
		dashes(&p, DASH * thick / length, rgb);
		break;
	case FO_W_DOTTED:
		dashes(&p, thick / length, rgb);
		break;
	case FO_W_DOUBLE:
		piece(&p, 0, 1, 0, 1 / 3.0, rgb);
		piece(&p, 0, 1, 2 / 3.0, 1, rgb);
		break;
	case FO_W_GROOVE:
	case FO_W_RIDGE:
		piece(&p, 0, 1, 0, 0.5, style == FO_W_GROOVE ? rgb : lit(rgb));
		piece(&p, 0, 1, 0.5, 1, style == FO_W_GROOVE ? lit(rgb) : rgb);
		break;
	case FO_W_INSET:
	case FO_W_OUTSET:
		piece(&p, 0, 1, 0, 1, far == (style == FO_W_INSET) ? lit(rgb) : rgb);
		break;
	default:
		piece(&p, 0, 1, 0, 1, rgb);
		break;
	}
}
