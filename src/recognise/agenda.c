/* SPDX-License-Identifier: MIT */
/*
 * agenda.c - lists that nothing announces: numbers from 1 without a gap, hardly any longer than a
 * line or a sentence.  These are items, no paragraphs and no headings without text; what says the same once
 * more, over its text, is the heading of an entry.
 */
#include "recognise/fixes.h"
#include "recognise/work.h"

#define ITEMS 5
#define COLS 100      /* of a brief entry */
#define COLS_MOST 600 /* of any */
/* Each entry is looked for in all lines below: in few lists of a paper, and none of hostile length. */
#define ENTRIES_MOST 64
#define LOOKED_FOR 4

/* The label of the line that numbers entry v; LABEL_MAX when there is none. */
static uint8_t
entry_label(const struct work *w, const struct rline *l, uint32_t v)
{
	uint8_t k;

	for (k = 0; l->reading == READ_OPEN && fix_of(w, l) == NULL && k < l->nlabel; k++)
		if (l->label[k].style == LABEL_ARABIC && l->label[k].value == v)
			return k;
	return LABEL_MAX;
}

/* Does the entry of line a go on with the next line of the flow? */
static bool
goes_on(const struct work *w, const struct rline *a, const struct rline *b)
{
	if (b->reading != READ_OPEN || b->nlabel || b->bullet || fix_of(w, b) != NULL)
		return false;
	if (rline_label_alone(a))
		return true;
	if (!w->wrapped || (b->gap > 0 && !b->seam))
		return false;
	return a->end != END_STOP && (b->lower || reach_with_next(w, a, b) >= REACH_NEARLY);
}

/* The line behind the entry that begins with line f; *cols gets how long it is. */
static size_t
entry_end(const struct work *w, size_t f, unsigned *cols)
{
	*cols = flow_line(w, f)->cols;
	for (f++; f < w->nflow && goes_on(w, flow_line(w, f - 1), flow_line(w, f)) && *cols <= COLS_MOST; f++)
		*cols += flow_line(w, f)->cols;
	return f;
}

static void
make_items(struct work *w, size_t first, size_t to)
{
	uint32_t v = 0;
	size_t f;

	for (f = first; f < to; f++) {
		struct rline *l = flow_line(w, f);
		uint8_t k = entry_label(w, l, v + 1);
		if (k == LABEL_MAX) {
			line_fix(l, READ_CONT, "join.line", 0.9f);
			continue;
		}
		line_fix(l, READ_ITEM, "item.agenda", 0.9f);
		l->which = k;
		l->depth = 1;
		v++;
	}
}

void
agenda_find(struct work *w)
{
	size_t f, to, lists = 0;

	for (f = 0; f < w->nflow; f = to) {
		uint32_t n = 0, brief = 0, open = 0;
		unsigned cols = 0;
		for (to = f; to < w->nflow && cols <= COLS_MOST && entry_label(w, flow_line(w, to), n + 1) < LABEL_MAX; n++) {
			to = entry_end(w, to, &cols);
			brief += cols <= COLS;
			open += flow_line(w, to - 1)->end == END_OPEN; /* no sentence */
		}
		if (n >= ITEMS && (brief * 4 >= n * 3 || open * 2 >= n) && cols <= COLS_MOST) {
			make_items(w, f, to);
			if (n <= ENTRIES_MOST && lists++ < LOOKED_FOR)
				contents_mark(w, w->flow[f], (size_t)w->flow[to - 1] + 1, READ_ITEM);
		}
		to = n ? to : f + 1;
	}
}
