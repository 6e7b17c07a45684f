/* SPDX-License-Identifier: MIT */
/*
 * form_levels.c - levels of headings where the styles of a Word document say them.
 *
 * Who writes by styles gives each heading one, and each kind of number ("I.", "A.", "1.") one of its own, those
 * of lower kinds no higher than others.  Then no number or word says more: a heading stands under the open ones of
 * higher levels.  Where one style serves numbered headings and those under them, the latter stand one below.
 */
#include "recognise/numbering.h"
#include "recognise/work.h"

#define STYLED 9  /* of ten headings: those of that many have a style */
#define HEADINGS 4 /* show that the paper has styles */
#define KINDS 2   /* levels that they differ by, at the least */
#define OPEN_MOST 32

static bool
is_heading(const struct block *b)
{
	return b->reading == READ_HEAD || b->reading == READ_PLAIN;
}

static uint8_t
style_of(const struct work *w, const struct block *b)
{
	const struct rline *l = flow_line(w, b->flow);

	return l->src->kind == LINE_HEADING ? l->src->level : 0;
}

/* A number of a kind that has a style of its own: words such as "Part I" and codes serve many. */
static bool
has_number(const struct block *b)
{
	return b->reading == READ_HEAD && b->label.style != LABEL_CHAPTER && b->label.style != LABEL_CODE;
}

/* One level to each kind of number, none above that of a higher kind. */
static bool
numbers_agree(const uint8_t level[LABEL_STYLES])
{
	for (int a = 0; a < LABEL_STYLES; a++)
		for (int b = 0; b < LABEL_STYLES; b++)
			if (level[a] > 0 && level[b] > 0 && level[a] > level[b] &&
			    numbering_rank((enum label_style)a) < numbering_rank((enum label_style)b))
				return false;
	return true;
}

static bool
says_levels(const struct work *w)
{
	uint8_t level[LABEL_STYLES] = {0};
	uint32_t seen = 0; /* levels, a bit each */
	size_t i, n = 0, styled = 0, levels = 0;

	if (w->draft->form != SOURCE_DOCX)
		return false;
	for (i = 0; i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		uint8_t s = style_of(w, b);
		if (!is_heading(b))
			continue;
		n++;
		styled += s > 0;
		levels += s > 0 && s < 32 && (seen >> s & 1) == 0;
		seen |= s < 32 ? 1u << s : 0;
		if (s == 0 || !has_number(b))
			continue;
		if (level[b->label.style] > 0 && level[b->label.style] != s)
			return false;
		level[b->label.style] = s;
	}
	return n >= HEADINGS && levels >= KINDS && styled * 10 >= n * STYLED && numbers_agree(level);
}

/* A heading that is open. */
struct open_style {
	uint8_t level;
	bool numbered;
};

/* A title of the paper or of an annex, over others of it: nothing stands under it. */
static bool
is_title(const struct work *w, size_t i, bool start)
{
	const struct block *b = &w->block[i];

	return start && b->reading == READ_PLAIN && b->label.n == 0 && i + 1 < w->nblock && b[1].reading == READ_PLAIN;
}

bool
form_levels(struct work *w)
{
	struct open_style open[OPEN_MOST];
	size_t n = 0, i;
	bool start = true;

	if (!says_levels(w))
		return false;
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		if (b->reading == READ_ANNEX || b->reading == READ_FRONT) {
			n = 0;
			start = true;
		}
		if (!is_heading(b)) {
			start = start && (b->reading == READ_FIELD || b->reading == READ_ANNEX || b->reading == READ_FRONT);
			continue;
		}
		struct open_style own = {.level = style_of(w, b), .numbered = has_number(b)};
		own.level = own.level > 0 ? own.level : UINT8_MAX;
		while (n > 0 && open[n - 1].level > own.level)
			n--;
		/* of one style: a number ends all, and others end those without, which may stand under one with */
		while (n > 0 && open[n - 1].level == own.level && (own.numbered || !open[n - 1].numbered))
			n--;
		b->level = (uint8_t)(n + 1);
		if (n < OPEN_MOST && !is_title(w, i, start))
			open[n++] = own;
	}
	return true;
}
