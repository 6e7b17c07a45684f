/* SPDX-License-Identifier: MIT */
/*
 * agenda.c - lists that nothing announces: numbers from 1 without a gap, hardly any longer than a
 * line or a sentence, with letters under some of them and numbers under those.  These are items, no
 * paragraphs and no headings without text; what says the same once more, over its text, is the heading of an
 * entry.
 */
#include "recognise/chars.h"
#include "recognise/fixes.h"
#include "recognise/work.h"

#define ITEMS 5
#define DEPTHS 3      /* "2.", "(a)", "1." */
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

/* Where the form keeps columns: the line begins under the words of the entry, no farther from it than entries stand. */
static bool
hangs(const struct work *w, const struct rline *first, const struct rline *l)
{
	int column = (int)first->src->indent + first->label[0].body - (int)l->src->indent;

	return w->draft->form == SOURCE_PAGE_LAYOUT && column >= -1 && column <= 1 && l->gap <= first->gap;
}

/* Does the entry that begins with line first go on, behind line a of it, with the next line of the flow? */
static bool
goes_on(const struct work *w, const struct rline *first, const struct rline *a, const struct rline *b)
{
	if (b->reading != READ_OPEN || b->nlabel || b->bullet || fix_of(w, b) != NULL)
		return false;
	if (rline_label_alone(a))
		return true;
	if (a->end == END_OPEN && hangs(w, first, b))
		return true;
	if (!w->wrapped || (b->gap > 0 && !b->seam))
		return false;
	/* "(for information)" has a line of its own; where entries stand apart, what stands right under one is of it */
	return a->end != END_STOP && (b->lower || reach_with_next(w, a, b) >= REACH_NEARLY ||
	                              (a->end == END_OPEN && (char_after(rline_text(w, b), 0) == '(' || first->gap > 0)));
}

/* The line behind the entry that begins with line f; *cols gets how long it is. */
static size_t
entry_end(const struct work *w, size_t f, unsigned *cols)
{
	const struct rline *first = flow_line(w, f);

	*cols = first->cols;
	for (f++; f < w->nflow && *cols <= COLS_MOST &&
	          goes_on(w, first, flow_line(w, f - 1), flow_line(w, f)); f++)
		*cols += flow_line(w, f)->cols;
	return f;
}

/* Entries that were read one under the other. */
struct agenda {
	uint32_t value[DEPTHS]; /* of the last number, of the last letter under it, of the last number under that */
	uint32_t entries, items; /* all; those with a number of the first kind */
	uint32_t brief, open;    /* no longer than a line; no sentences */
	bool over_long;          /* the next one is too long for an entry */
};

static const enum label_style style_at[DEPTHS] = {LABEL_ARABIC, LABEL_ALPHA, LABEL_ARABIC};

/* The label of the line that counts on at that depth; LABEL_MAX when there is none. */
static uint8_t
next_label(const struct work *w, size_t f, const struct agenda *a, size_t depth, uint32_t step)
{
	return depth > 0 && a->value[depth - 1] == 0 ? LABEL_MAX
	                                             : entry_label(w, f, style_at[depth], a->value[depth] + step);
}

/* The depth at which line f of the flow counts on, DEPTHS for none; *label gets its label. */
static size_t
depth_of(const struct work *w, size_t f, const struct agenda *a, uint8_t *label)
{
	size_t depth = 0, next;
	unsigned cols;

	while (depth < DEPTHS && (*label = next_label(w, f, a, depth, 1)) == LABEL_MAX)
		depth++;
	/* "7." may be the next of both kinds of numbers: the entry behind it tells */
	if (depth == 0 && a->value[2] > 0 && next_label(w, f, a, 2, 1) < LABEL_MAX) {
		next = entry_end(w, f, &cols);
		if (next_label(w, next, a, 1, 1) < LABEL_MAX || next_label(w, next, a, 2, 2) < LABEL_MAX)
			depth = 2;
	}
	return depth;
}

static void
count_on(struct agenda *a, size_t depth)
{
	a->value[depth]++;
	for (depth++; depth < DEPTHS; depth++)
		a->value[depth] = 0;
}

/* Entries from line f on; the line behind them, or the one that begins an entry too long to be one. */
static size_t
read_agenda(const struct work *w, size_t f, struct agenda *a)
{
	size_t depth, to;
	unsigned cols;
	uint8_t label;

	for (; (depth = depth_of(w, f, a, &label)) < DEPTHS; f = to) {
		to = entry_end(w, f, &cols);
		if ((a->over_long = cols > COLS_MOST))
			break;
		count_on(a, depth);
		a->entries++;
		a->items += depth == 0;
		a->brief += cols <= COLS;
		a->open += flow_line(w, to - 1)->end == END_OPEN;
	}
	return f;
}

/* With letters under its numbers a list of sentences may be a text. */
static bool
is_list(const struct agenda *a)
{
	uint32_t n = a->entries;

	if (n < ITEMS || a->items < 2)
		return false;
	return n == a->items ? !a->over_long && (a->brief * 4 >= n * 3 || a->open * 2 >= n) : a->open * 4 >= n * 3;
}

static void
make_items(struct work *w, size_t f, size_t to)
{
	struct agenda a = {.entries = 0};

	for (; f < to; f++) {
		struct rline *l = flow_line(w, f);
		uint8_t label;
		size_t depth = depth_of(w, f, &a, &label);
		if (depth == DEPTHS) {
			line_fix(l, READ_CONT, "join.line", 0.9f);
			continue;
		}
		line_fix(l, READ_ITEM, "item.agenda", 0.9f);
		l->which = label;
		l->depth = (uint8_t)(depth + 1);
		count_on(&a, depth);
	}
}

void
agenda_find(struct work *w)
{
	size_t f, to, lists = 0;

	for (f = 0; f < w->nflow; f = to) {
		struct agenda a = {.entries = 0};
		to = read_agenda(w, f, &a);
		if (is_list(&a)) {
			make_items(w, f, to);
			if (a.entries <= ENTRIES_MOST && lists++ < LOOKED_FOR)
				contents_mark(w, w->flow[f], (size_t)w->flow[to - 1] + 1, READ_ITEM);
		}
		to = to > f ? to : f + 1;
	}
}
