/* SPDX-License-Identifier: MIT */
/*
 * form_levels.c - levels of headings where the styles of a Word document, or the type of a PDF, say them.
 *
 * Who writes by styles gives each heading one, and each kind of number ("I.", "A.", "1.") one of its own, those
 * of lower kinds no higher than others.  Then no number or word says more: a heading stands under the open ones of
 * higher levels.  Where one style serves numbered headings and those under them, the latter stand one below.
 *
 * Type says as much where hardly a heading has a number and nearly all are in one of several types, each of which
 * comes again and again: words that count, such as "Aim 2" in each chapter, then say nothing of levels.
 */
#include "recognise/numbering.h"
#include "recognise/work.h"

#define STYLED 9   /* of ten headings: those of that many have a style, */
#define AGREED 9   /* and of ten numbers of a kind that many have the same: one among many may be no heading */
#define HEADINGS 4 /* show that the paper has styles */
#define KINDS 2    /* levels that they differ by, at the least */
#define LEVELS 10  /* of styles in Word, that of no style among them */
#define OPEN_MOST 32
#define TYPES 3         /* in which there are that many headings each show that type says levels */
#define TYPED_TIMES 3
#define UNNUMBERED 16   /* headings to one with a number, at the least */
#define RANKS 8192      /* above all of types */

static bool
is_heading(const struct block *b)
{
	return b->reading == READ_HEAD || b->reading == READ_PLAIN;
}

static uint8_t
style_of(const struct work *w, const struct block *b)
{
	const struct rline *l = flow_line(w, b->flow);

	return l->src->kind == LINE_HEADING && l->src->level < LEVELS ? l->src->level : 0;
}

/* A number of a kind that has a style of its own: words such as "Part I" and codes serve many. */
static bool
has_number(const struct block *b)
{
	return b->reading == READ_HEAD && b->label.style != LABEL_CHAPTER && b->label.style != LABEL_CODE;
}

/* The level of nearly all numbers of a kind, how many have each given; 0 without such. */
static uint8_t
level_of_kind(const uint32_t count[LEVELS])
{
	uint32_t all = 0;
	uint8_t usual = 0;

	for (uint8_t k = 1; k < LEVELS; k++) {
		all += count[k];
		usual = count[k] > (usual > 0 ? count[usual] : 0) ? k : usual;
	}
	return usual > 0 && count[usual] * 10 >= all * AGREED ? usual : 0;
}

/* One level to each kind of number, none above that of a higher kind. */
static bool
numbers_agree(const uint32_t count[LABEL_STYLES][LEVELS])
{
	uint8_t level[LABEL_STYLES];

	for (int a = 0; a < LABEL_STYLES; a++) {
		level[a] = level_of_kind(count[a]);
		for (int k = 1; k < LEVELS && level[a] == 0; k++)
			if (count[a][k] > 0)
				return false;
	}
	for (int a = 0; a < LABEL_STYLES; a++)
		for (int b = 0; b < LABEL_STYLES; b++)
			if (level[a] > 0 && level[b] > 0 && level[a] > level[b] &&
			    numbering_rank((enum label_style)a) < numbering_rank((enum label_style)b))
				return false;
	return true;
}

static bool
styles_say_levels(const struct work *w)
{
	uint32_t count[LEVELS] = {0}, of_kind[LABEL_STYLES][LEVELS] = {{0}};
	size_t i, n = 0, levels = 0;

	for (i = 0; i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		uint8_t s = style_of(w, b);
		if (!is_heading(b))
			continue;
		n++;
		count[s]++;
		if (has_number(b))
			of_kind[b->label.style][s]++;
	}
	for (i = 1; i < LEVELS; i++)
		levels += count[i] > 0;
	return n >= HEADINGS && levels >= KINDS && (n - count[0]) * 10 >= n * STYLED && numbers_agree(of_kind);
}

/* The last of a kind of number, and its type. */
struct last_number {
	uint32_t value;
	int16_t rank;
};

/* Of numbers that go on from the one before, nearly all are in its type; those of small type are of tables. */
static bool
numbers_keep_type(const struct work *w)
{
	struct last_number last[LABEL_STYLES] = {{0, 0}};
	size_t i, further = 0, same = 0;

	for (i = 0; i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		if (!has_number(b) || flow_line(w, b->flow)->small)
			continue;
		struct last_number *before = &last[b->label.style];
		int16_t rank = heading_rank(w, flow_line(w, b->flow));
		bool next = before->value > 0 && b->label.value == before->value + 1;
		further += next;
		same += next && rank == before->rank;
		*before = (struct last_number){b->label.value, rank};
	}
	return same * 10 >= further * STYLED;
}

static bool
type_says_levels(const struct work *w)
{
	uint32_t *times = ARENA_ARRAY(w->arena, uint32_t, RANKS);
	size_t i, n = 0, numbered = 0, typed = 0, types = 0;

	for (i = 0; i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		int16_t rank = is_heading(b) ? heading_rank(w, flow_line(w, b->flow)) : 0;
		n += is_heading(b);
		numbered += has_number(b);
		if (rank > 0 && rank < RANKS)
			times[rank]++;
	}
	for (i = 0; i < RANKS; i++) {
		typed += times[i] >= TYPED_TIMES ? times[i] : 0;
		types += times[i] >= TYPED_TIMES;
	}
	return types >= TYPES && numbered * UNNUMBERED <= n && typed * 10 >= n * STYLED && numbers_keep_type(w);
}

/* How low a heading stands by its form. */
static int
depth_of(const struct work *w, const struct block *b)
{
	uint8_t style = style_of(w, b);

	if (w->draft->form == SOURCE_PDF)
		return INT16_MAX - heading_rank(w, flow_line(w, b->flow));
	return style > 0 ? style : UINT8_MAX;
}

/* A heading that is open. */
struct open_style {
	int depth;
	bool numbered;
};

/* A title of the paper or of an annex, over others of it: nothing stands under it. */
static bool
leads_titles(const struct work *w, size_t i, bool start)
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

	if (!(w->draft->form == SOURCE_DOCX && styles_say_levels(w)) &&
	    !(w->draft->form == SOURCE_PDF && type_says_levels(w)))
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
		struct open_style own = {.depth = depth_of(w, b), .numbered = has_number(b)};
		while (n > 0 && open[n - 1].depth > own.depth)
			n--;
		/* of one style: a number ends all, and others end those without, which may stand under one with */
		while (n > 0 && open[n - 1].depth == own.depth && (own.numbered || !open[n - 1].numbered))
			n--;
		b->level = (uint8_t)(n + 1);
		if (n < OPEN_MOST && !leads_titles(w, i, start))
			open[n++] = own;
	}
	return true;
}
