/* SPDX-License-Identifier: MIT */
/*
 * agenda.c - lists that nothing announces: numbers from 1 without a gap, hardly any longer than a
 * line or a sentence, with letters under some of them.  These are items, no paragraphs and no headings
 * without text; what says the same once more, over its text, is the heading of an entry.
 */
#include "recognise/fixes.h"
#include "recognise/work.h"

#define ITEMS 5
#define COLS 100      /* of a brief entry */
#define COLS_MOST 600 /* of any */
/* Each entry is looked for in all lines below: in few lists of a paper, and none of hostile length. */
#define ENTRIES_MOST 64
#define LOOKED_FOR 4

/* The label of that style and value on the line of the flow; LABEL_MAX when there is none. */
static uint8_t
entry_label(const struct work *w, size_t f, enum label_style style, uint32_t v)
{
	const struct rline *l = flow_at(w, f);
	uint8_t k;

	for (k = 0; l && l->reading == READ_OPEN && fix_of(w, l) == NULL && k < l->nlabel; k++)
		if (l->label[k].style == style && l->label[k].value == v)
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
make_item(struct rline *l, uint8_t label, uint8_t depth)
{
	line_fix(l, READ_ITEM, "item.agenda", 0.9f);
	l->which = label;
	l->depth = depth;
}

static void
make_items(struct work *w, size_t first, size_t to)
{
	uint32_t v = 0, under = 0;
	size_t f;

	for (f = first; f < to; f++) {
		struct rline *l = flow_line(w, f);
		uint8_t item = entry_label(w, f, LABEL_ARABIC, v + 1), lower = entry_label(w, f, LABEL_ALPHA, under + 1);
		if (item < LABEL_MAX) {
			make_item(l, item, 1);
			v++;
			under = 0;
		} else if (lower < LABEL_MAX) {
			make_item(l, lower, 2);
			under++;
		} else {
			line_fix(l, READ_CONT, "join.line", 0.9f);
		}
	}
}

/* Entries that were read one under the other. */
struct agenda {
	uint32_t items, lower; /* numbers; letters under them */
	uint32_t brief, open;  /* no longer than a line; no sentences */
	bool over_long;
};

/* The entry that begins with line f; the line behind it. */
static size_t
read_entry(const struct work *w, size_t f, struct agenda *a)
{
	unsigned cols;
	size_t to = entry_end(w, f, &cols);

	a->brief += cols <= COLS;
	a->open += flow_line(w, to - 1)->end == END_OPEN;
	a->over_long = a->over_long || cols > COLS_MOST;
	return to;
}

/* Entries from line f on, with what letters number under each; the line behind them. */
static size_t
read_agenda(const struct work *w, size_t f, struct agenda *a)
{
	while (!a->over_long && entry_label(w, f, LABEL_ARABIC, a->items + 1) < LABEL_MAX) {
		uint32_t under = 0;
		f = read_entry(w, f, a);
		a->items++;
		while (!a->over_long && entry_label(w, f, LABEL_ALPHA, under + 1) < LABEL_MAX) {
			f = read_entry(w, f, a);
			under++;
		}
		a->lower += under;
	}
	return f;
}

/* With letters under its numbers a list of sentences may be a text. */
static bool
is_list(const struct agenda *a)
{
	uint32_t n = a->items + a->lower;

	return n >= ITEMS && a->items > 1 && !a->over_long &&
	       ((a->lower == 0 && a->brief * 4 >= n * 3) || (a->open * 4 >= n * (a->lower > 0 ? 3 : 2)));
}

void
agenda_find(struct work *w)
{
	size_t f, to, lists = 0;

	for (f = 0; f < w->nflow; f = to) {
		struct agenda a = {.items = 0};
		to = read_agenda(w, f, &a);
		if (is_list(&a)) {
			make_items(w, f, to);
			if (a.items + a.lower <= ENTRIES_MOST && lists++ < LOOKED_FOR)
				contents_mark(w, w->flow[f], (size_t)w->flow[to - 1] + 1, READ_ITEM);
		}
		to = to > f ? to : f + 1;
	}
}
