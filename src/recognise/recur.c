/* SPDX-License-Identifier: MIT */
/*
 * recur.c - headings that a paper has in each of its chapters: short lines that stand word for word
 * again and again, each time over text, or in a series: "Decision 2098/7", "Principle 3: ...".  Once
 * could be chance; three times the line is known.
 */
#include <string.h>

#include "recognise/vocab.h"
#include "recognise/work.h"

#define TIMES 3
#define ROUNDS 2    /* headings over text, then those over such headings */

#define SERIES_BYTES 48 /* of what the lines of a series have in common */
#define SERIES_WORD 3   /* letters before the number, at least */

struct recurring {
	const struct work *w;
	struct vocab *all, *placed, *pairs; /* lines; those where a heading may stand; each with the one under it */
	struct vocab *series, *in_place;    /* the same of what lines of a series have in common */
	struct span *common;                /* that, by line of the flow; empty for others */
};

static struct rline *
at(const struct work *w, size_t f)
{
	return f < w->nflow ? flow_line(w, f) : NULL;
}

static bool
may_be_heading(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && l->upper && !l->nlabel && !l->bullet && !l->quote_first && !l->code &&
	       l->end == END_OPEN && !l->dangling && l->n > 3 && l->cols * 10 <= w->width * 8 &&
	       !correction_place(w, l) && !correction_given(w, l);
}

static bool
is_finished(const struct work *w, const struct rline *a, const struct rline *l)
{
	return !a || a->reading != READ_OPEN || a->end == END_STOP || a->listed || l->gap > 0 || l->seam ||
	       reach_with_next(w, a, l) < REACH_SHORT;
}

/* After something finished, over text or a heading that is known. */
static bool
is_placed(const struct work *w, size_t f)
{
	const struct rline *c = at(w, f + 1);

	return is_finished(w, flow_before(w, f), at(w, f)) && c && (c->listed == LISTED || c->nlabel || c->bullet ||
	                     (!c->lower && (c->cols * 10 >= w->width * 6 || c->end == END_STOP)));
}

/* Bytes of a figure or small Roman number at i of folded text, or 0. */
static size_t
number_bytes(struct span t, size_t i)
{
	size_t n = 0, romans = 0;

	if (i > 0 && t.s[i - 1] != ' ' && t.s[i - 1] != '/' && t.s[i - 1] != '.')
		return 0;
	while (i + n < t.n && t.s[i + n] >= '0' && t.s[i + n] <= '9')
		n++;
	while (n == 0 && i + romans < t.n && memchr("ivxl", t.s[i + romans], 4))
		romans++;
	return n > 0 ? n : romans > 0 && (i + romans == t.n || memchr(" :./", t.s[i + romans], 4)) ? romans : 0;
}

/* What the lines of a series have in common: the words with a sign for each number, to the colon; or empty. */
static struct span
series_of(const struct work *w, const struct rline *l)
{
	struct span t = line_folded(w, l);
	char *key = arena_alloc(w->arena, SERIES_BYTES);
	size_t i, n = 0, digits, numbers = 0;

	for (i = 0; i < t.n && !(t.s[i] == ':' && numbers > 0); i += digits > 0 ? digits : 1) {
		digits = number_bytes(t, i);
		if (n == SERIES_BYTES || (digits > 0 && numbers == 0 && n < SERIES_WORD))
			return (struct span){key, 0};
		numbers += digits > 0;
		key[n++] = digits > 0 ? '#' : t.s[i];
	}
	return (struct span){key, numbers > 0 ? n : 0};
}

/* One of a series, over something else than one of a series. */
static bool
leads(const struct recurring *r, size_t f)
{
	const struct rline *a = flow_before(r->w, f), *l = at(r->w, f), *c = at(r->w, f + 1);

	return is_finished(r->w, a, l) && c && !c->lower && !c->digit_first &&
	       (r->common[f + 1].n == 0 || vocab_count(r->series, r->common[f + 1]) < TIMES);
}

static struct span
with_next(const struct work *w, const struct rline *l, const struct rline *next)
{
	struct span a = line_folded(w, l), b = line_folded(w, next);

	return span_of(arena_printf(w->arena, "%.*s\n%.*s", (int)a.n, a.s, (int)b.n, b.s));
}

static void
count(const struct recurring *r)
{
	const struct work *w = r->w;
	size_t f;

	for (f = 0; f < w->nflow; f++) {
		if (!may_be_heading(w, at(w, f)))
			continue;
		vocab_add(r->all, line_folded(w, at(w, f)));
		r->common[f] = series_of(w, at(w, f));
		if (r->common[f].n > 0)
			vocab_add(r->series, r->common[f]);
	}
	for (f = 0; f < w->nflow; f++)
		if (r->common[f].n > 0 && leads(r, f))
			vocab_add(r->in_place, r->common[f]);
	for (f = 0; f + 1 < w->nflow; f++)
		if (may_be_heading(w, at(w, f)) && may_be_heading(w, at(w, f + 1)) && at(w, f + 1)->gap == 0 &&
		    vocab_count(r->all, line_folded(w, at(w, f))) >= TIMES)
			vocab_add(r->pairs, with_next(w, at(w, f), at(w, f + 1)));
}

/* The line goes on below in the same words wherever it stands, and those stand nowhere else. */
static bool
goes_on(const struct recurring *r, size_t f)
{
	const struct rline *l = at(r->w, f), *next = at(r->w, f + 1);
	uint32_t n = vocab_count(r->all, line_folded(r->w, l));

	return next && may_be_heading(r->w, next) && next->gap == 0 &&
	       vocab_count(r->all, line_folded(r->w, next)) == n &&
	       vocab_count(r->pairs, with_next(r->w, l, next)) == n;
}

/* Often enough, and nearly always where a heading may stand. */
static bool
is_known(const struct vocab *all, const struct vocab *placed, struct span line)
{
	uint32_t n = line.n > 0 ? vocab_count(all, line) : 0;

	return n >= TIMES && vocab_count(placed, line) * 3 >= n * 2;
}

static void
mark(const struct recurring *r)
{
	const struct work *w = r->w;
	size_t f;

	for (f = 0; f < w->nflow; f++) {
		struct rline *l = at(w, f);
		if (!may_be_heading(w, l) || l->listed ||
		    !(is_known(r->all, r->placed, line_folded(w, l)) || is_known(r->series, r->in_place, r->common[f])))
			continue;
		l->listed = LISTED;
		l->recurs = true;
		if (goes_on(r, f))
			at(w, ++f)->listed = LISTED_MORE;
	}
}

void
recur_find(struct work *w)
{
	if (!w->wrapped || w->draft->form > SOURCE_PAGE_LAYOUT)
		return;
	struct recurring r = {
		.w = w, .all = vocab_new(w->arena), .pairs = vocab_new(w->arena), .series = vocab_new(w->arena),
		.in_place = vocab_new(w->arena), .common = ARENA_ARRAY(w->arena, struct span, w->nflow + 1),
	};
	size_t f;
	int round;

	count(&r);
	for (round = 0; round < ROUNDS; round++) {
		r.placed = vocab_new(w->arena);
		for (f = 0; f < w->nflow; f++)
			if (may_be_heading(w, at(w, f)) && (is_placed(w, f) || goes_on(&r, f)))
				vocab_add(r.placed, line_folded(w, at(w, f)));
		mark(&r);
	}
}
