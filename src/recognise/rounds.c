/* SPDX-License-Identifier: MIT */
/*
 * rounds.c - short lines that come round in the same order, for one person, programme or finding after another.
 *
 * Where text stands under each of them they are headings, whether or not a sentence ends in it, and so is the line
 * that stands apart over the first of every round.  Where they stand right under each other they are the rows of a
 * form, with their values beside or under them, however they are set: no heading.
 */
#include "recognise/chars.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define ROUNDS 4        /* are no chance */
#define PASSES 3        /* in which lines that only interrupt the rounds are left out */
#define NARROW 60       /* hundredths of the width of text: what such a line has at the most */
#define TEXT 50         /* and what one line under a heading has at the least */
#define TEXT_LINES 12   /* among so many */
#define FORM_LINES 3    /* rows of a form by their first words, */
#define SAME_LINES 4    /* and lines right under each other that all stand elsewhere too: no headings are so many */
#define SAME_TIMES 3

struct round_line {
	uint32_t words, first; /* numbers + 1 of all its words and of the first; 0: it may be none of a round */
};

struct rounds {
	struct work *w;
	struct arena *arena; /* for what nothing is kept of */
	struct round_line *line; /* by line of the flow */
	struct vocab *all, *firsts, *next, *pairs; /* words of lines, first words, and how often one follows another, */
	struct vocab *over;      /* and a line another, whatever that is */
	bool *kept;              /* by number of words: they come round */
};

static bool
may_come_round(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && l->listed != LISTED_MORE && (l->upper || l->caseless) && !l->nlabel &&
	       !l->bullet && !l->quote_first && !l->code && (l->end == END_OPEN || l->end == END_COLON) && l->n > 3 &&
	       l->cols * 100 <= w->width * NARROW;
}

static struct span
first_word(struct span t)
{
	size_t n = 0;

	while (n < t.n && t.s[n] != ' ' && t.s[n] != ':')
		n++;
	return span_sub(t, 0, n);
}

/* The line with the one over it, where nothing parts them. */
static struct span
with_over(const struct rounds *r, size_t f)
{
	const struct rline *l = flow_line(r->w, f);
	struct span a = f > 0 && l->gap == 0 ? line_folded(r->w, flow_line(r->w, f - 1)) : (struct span){"", 0};
	struct span b = line_folded(r->w, l);

	return span_of(arena_printf(r->arena, "%.*s\n%.*s", (int)a.n, a.s, (int)b.n, b.s));
}

static void
collect(struct rounds *r)
{
	size_t f;

	for (f = 0; f < r->w->nflow; f++) {
		const struct rline *l = flow_line(r->w, f);
		if (!may_come_round(r->w, l))
			continue;
		struct span t = line_folded(r->w, l);
		r->line[f].words = vocab_add(r->all, t) + 1;
		r->line[f].first = vocab_add(r->firsts, first_word(t)) + 1;
	}
	for (f = 0; f < r->w->nflow; f++)
		if (r->line[f].words > 0 && vocab_times(r->all, r->line[f].words - 1) >= ROUNDS)
			vocab_add(r->over, with_over(r, f));
}

/* The same line stands over this one nearly everywhere: it goes on here. */
static bool
goes_on(const struct rounds *r, size_t f)
{
	return flow_line(r->w, f)->gap == 0 &&
	       vocab_count(r->over, with_over(r, f)) * 3 >= vocab_times(r->all, r->line[f].words - 1) * 2;
}

/* One after the other, as a word of a vocabulary. */
static struct span
pair(const struct rounds *r, uint32_t a, uint32_t b)
{
	uint32_t both[2] = {a, b};

	return (struct span){arena_strndup(r->arena, (const char *)both, sizeof both), sizeof both};
}

/* Nearly always one follows the other, and the other follows it. */
static bool
belong(const struct vocab *of, const struct vocab *pairs, struct span both, uint32_t a, uint32_t b)
{
	uint32_t n = vocab_count(pairs, both);

	return a != b && n >= ROUNDS && n * 3 >= vocab_times(of, a - 1) * 2 && n * 3 >= vocab_times(of, b - 1) * 2;
}

/* ---- outlines ---- */

/* Text stands under line f: not the next one of a round at once, and among it a line that no cell holds. */
static bool
is_over_text(const struct rounds *r, size_t f)
{
	const struct rline *l = flow_line(r->w, f), *c = flow_at(r->w, f + 1);

	if (!c || c->lower || c->digit_first || l->end != END_OPEN || l->dangling || goes_on(r, f))
		return false;
	for (size_t k = f + 1; k < r->w->nflow && k <= f + TEXT_LINES; k++) {
		if (r->line[k].words > 0 && r->kept[r->line[k].words - 1])
			return false;
		if (flow_line(r->w, k)->reading == READ_OPEN && flow_line(r->w, k)->cols * 100 >= r->w->width * TEXT)
			return true;
	}
	return false;
}

/* The next line of those that are kept, or nflow. */
static size_t
next_kept(const struct rounds *r, size_t f)
{
	while (f < r->w->nflow && (r->line[f].words == 0 || !r->kept[r->line[f].words - 1]))
		f++;
	return f;
}

/* Keep of the words those that another follows or leads, in nearly every place, and that nearly always have text. */
static void
sift(struct rounds *r, size_t n)
{
	uint32_t *texts = ARENA_ARRAY(r->arena, uint32_t, n + 1);
	bool *belongs = ARENA_ARRAY(r->arena, bool, n + 1);
	size_t f, to;

	r->next = vocab_new(r->arena);
	for (f = next_kept(r, 0); f < r->w->nflow; f = to) {
		to = next_kept(r, f + 1);
		texts[r->line[f].words - 1] += is_over_text(r, f);
		if (to < r->w->nflow)
			vocab_add(r->next, pair(r, r->line[f].words, r->line[to].words));
	}
	for (f = next_kept(r, 0); f < r->w->nflow; f = to) {
		to = next_kept(r, f + 1);
		if (to < r->w->nflow && belong(r->all, r->next, pair(r, r->line[f].words, r->line[to].words),
		                               r->line[f].words, r->line[to].words))
			belongs[r->line[f].words - 1] = belongs[r->line[to].words - 1] = true;
	}
	for (size_t k = 0; k < n; k++)
		r->kept[k] = r->kept[k] && belongs[k] && texts[k] * 3 >= vocab_times(r->all, (uint32_t)k) * 2;
}

/* The line over the first one of a round may name it. */
static bool
may_name(const struct rounds *r, size_t f)
{
	const struct rline *l = f > 0 ? flow_line(r->w, f - 1) : NULL;

	return l && r->line[f - 1].words > 0 && l->end == END_OPEN && !l->digit_first;
}

static void
mark_heading(struct rline *l)
{
	if (l->listed)
		return;
	l->listed = LISTED;
	l->recurs = RECURS_ROUND;
}

/* The outline whose first line is line first of the flow.  What stands apart over most rounds names each. */
static void
mark_outline(const struct rounds *r, size_t first)
{
	uint32_t begins = r->line[first].words, named = 0;
	struct rline *l;
	size_t f;

	for (f = first; f < r->w->nflow; f = next_kept(r, f + 1))
		named += r->line[f].words == begins && may_name(r, f) &&
		         (flow_line(r->w, f - 1)->gap > 0 || flow_line(r->w, f - 1)->seam);
	named = named * 3 >= vocab_times(r->all, begins - 1) * 2;
	for (f = first; f < r->w->nflow; f = next_kept(r, f + 1)) {
		if (named && r->line[f].words == begins && may_name(r, f))
			mark_heading(flow_line(r->w, f - 1));
		mark_heading(flow_line(r->w, f));
		l = flow_at(r->w, f + 1);
		/* where no sentence ends, nothing but its place says what the first line under a heading is */
		if (l && l->textless && !l->listed)
			l->recurs = RECURS_NO_HEADING;
	}
}

static void
find_outline(struct rounds *r)
{
	size_t n = 0, k;

	for (size_t f = 0; f < r->w->nflow; f++)
		n = r->line[f].words > n ? r->line[f].words : n;
	r->kept = ARENA_ARRAY(r->arena, bool, n + 1);
	for (k = 0; k < n; k++)
		r->kept[k] = vocab_times(r->all, (uint32_t)k) >= ROUNDS;
	for (k = 0; k < PASSES; k++)
		sift(r, n);
	if ((k = next_kept(r, 0)) < r->w->nflow)
		mark_outline(r, k);
}

/* ---- forms ---- */

/* The line and the next are rows of a form, by their first words. */
static bool
leads_row(const struct rounds *r, size_t f)
{
	if (f + 1 >= r->w->nflow || r->line[f].first == 0 || r->line[f + 1].first == 0)
		return false;
	return belong(r->firsts, r->pairs, pair(r, r->line[f].first, r->line[f + 1].first), r->line[f].first,
	              r->line[f + 1].first);
}

static bool
stands_elsewhere(const struct rounds *r, size_t f)
{
	return f < r->w->nflow && r->line[f].words > 0 && vocab_times(r->all, r->line[f].words - 1) >= SAME_TIMES;
}

static void
mark_form(const struct rounds *r, size_t from, size_t to)
{
	for (size_t f = from; f < to; f++) {
		struct rline *l = flow_line(r->w, f);
		if (l->listed && l->recurs == RECURS_NOT)
			continue; /* a list of contents names it */
		l->listed = UNLISTED;
		l->recurs = RECURS_NO_HEADING;
	}
}

static void
find_forms(struct rounds *r)
{
	size_t f, to;

	r->pairs = vocab_new(r->arena);
	for (f = 0; f + 1 < r->w->nflow; f++)
		if (r->line[f].first > 0 && r->line[f + 1].first > 0)
			vocab_add(r->pairs, pair(r, r->line[f].first, r->line[f + 1].first));
	for (f = 0; f < r->w->nflow; f = to) {
		for (to = f; leads_row(r, to); to++)
			;
		if (++to - f >= FORM_LINES)
			mark_form(r, f, to);
	}
	for (f = 0; f < r->w->nflow; f = to) {
		for (to = f; stands_elsewhere(r, to); to++)
			;
		if (to - f >= SAME_LINES)
			mark_form(r, f, to);
		to += to == f;
	}
}

void
rounds_find(struct work *w)
{
	if (!w->wrapped || !has_page_text(w))
		return;
	struct arena *own = arena_new();
	struct rounds r = {
		.w = w, .arena = own, .line = ARENA_ARRAY(own, struct round_line, w->nflow + 1),
		.all = vocab_new(own), .firsts = vocab_new(own), .over = vocab_new(own),
	};

	collect(&r);
	find_forms(&r);
	find_outline(&r);
	arena_free(own);
}
