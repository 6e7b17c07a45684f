/* SPDX-License-Identifier: MIT */
/*
 * recur.c - headings that a paper has in each of its chapters: short lines that stand word for word
 * again and again, each time over text.  Once could be chance; three times the line is known.  The heads of
 * tables recur too: at the top of each page, or over cells in which no sentence ends.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define TIMES 3
#define ROUNDS 2    /* headings over text, then those over such headings */
#define CELLS_OVER 2 /* that show a line for a further one */
#define TEXT_LINES 12 /* under the heading, in which a sentence ends */

struct recurring {
	const struct work *w;
	struct vocab *all, *placed, *pairs; /* lines; those where a heading may stand; each with the one under it */
	struct vocab *tops;                 /* those that open a page */
	struct vocab *openings;             /* those that have no room for the word under them, each with that word */
};

static bool
may_be_heading(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && (l->upper || l->caseless) && !l->nlabel && !l->bullet && !l->quote_first &&
	       !l->code && l->end == END_OPEN && !l->dangling && l->n > 3 && l->cols * 10 <= w->width * 8 &&
	       !rline_in(w, l, '(', ')') && !rline_in(w, l, '[', ']') && !correction_place(w, l) && !correction_given(w, l);
}

/* What lines are the same by; in capitals a line is another than in small letters. */
static struct span
words_of(const struct work *w, const struct rline *l)
{
	return l->caps ? rline_text(w, l) : line_folded(w, l);
}

bool
recur_finished(const struct work *w, const struct rline *a, const struct rline *l)
{
	return !a || a->reading != READ_OPEN || a->end == END_STOP || a->listed || l->gap > 0 || l->seam ||
	       reach_with_next(w, a, l) < REACH_SHORT;
}

/* Short lines that end in nothing, no headings known, one under another and over line f. */
static bool
is_below_cells(const struct work *w, size_t f)
{
	for (size_t k = f; k + CELLS_OVER > f; k--) {
		const struct rline *l = flow_line(w, k), *a = flow_before(w, k);
		if (!a || a->reading != READ_OPEN || a->end != END_OPEN || a->listed || a->nlabel || a->bullet ||
		    a->caps || a->cols * 2 >= w->width || l->gap > 0 || l->seam || l->lower)
			return false;
	}
	return true;
}

/* Text begins at line f of the flow, and one of its sentences ends soon. */
static bool
opens_text(const struct work *w, size_t f)
{
	const struct rline *c = flow_line(w, f);
	size_t k;

	if (c->lower || (c->cols * 10 < w->width * 6 && c->end != END_STOP))
		return false;
	for (k = f; k < w->nflow && k < f + TEXT_LINES; k++)
		if (flow_line(w, k)->end == END_STOP || flow_line(w, k)->end == END_SEMI || flow_line(w, k)->end == END_COLON)
			return true;
	return false;
}

/* After something finished, over text or a heading that is known; the last of several cells is none. */
static bool
is_placed(const struct work *w, size_t f)
{
	const struct rline *c = flow_at(w, f + 1);

	return !is_below_cells(w, f) && recur_finished(w, flow_before(w, f), flow_line(w, f)) && c &&
	       !flow_line(w, f)->textless && (c->listed == LISTED || c->nlabel || c->bullet || opens_text(w, f + 1));
}

static struct span
with_next(const struct work *w, const struct rline *l, const struct rline *next)
{
	struct span a = words_of(w, l), b = words_of(w, next);

	return span_of(arena_printf(w->arena, "%.*s\n%.*s", (int)a.n, a.s, (int)b.n, b.s));
}

/* The line and the first word of the next one, for which it has no room; or nothing. */
static struct span
opening(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f), *next = flow_at(w, f + 1);

	if (!next || next->reading != READ_OPEN || next->gap > 0 || reach_with_next(w, l, next) < REACH_NEARLY)
		return (struct span){"", 0};
	struct span a = words_of(w, l), b = line_folded(w, next);
	size_t word = span_find(b, SPAN_LIT(" "));
	return span_of(arena_printf(w->arena, "%.*s\n%.*s", (int)a.n, a.s, (int)(word < b.n ? word : b.n), b.s));
}

static void
count(const struct recurring *r)
{
	const struct work *w = r->w;
	size_t f;

	for (f = 0; f < w->nflow; f++)
		if (may_be_heading(w, flow_line(w, f))) {
			vocab_add(r->all, words_of(w, flow_line(w, f)));
			if (flow_line(w, f)->seam)
				vocab_add(r->tops, words_of(w, flow_line(w, f)));
			vocab_add(r->openings, opening(w, f));
		}
	for (f = 0; f + 1 < w->nflow; f++) {
		const struct rline *l = flow_line(w, f), *next = flow_line(w, f + 1);
		if (may_be_heading(w, l) && may_be_heading(w, next) && next->gap == 0 &&
		    vocab_count(r->all, words_of(w, l)) >= TIMES)
			vocab_add(r->pairs, with_next(w, l, next));
	}
}

/* The line goes on below in the same words wherever it stands, and those stand nowhere else. */
static bool
goes_on(const struct recurring *r, size_t f)
{
	const struct rline *l = flow_line(r->w, f), *next = flow_at(r->w, f + 1);
	uint32_t n = vocab_count(r->all, words_of(r->w, l));

	return next && may_be_heading(r->w, next) && next->gap == 0 &&
	       (next->lower || reach_of_title(r->w, l, next) >= REACH_SHORT) &&
	       vocab_count(r->all, words_of(r->w, next)) == n &&
	       vocab_count(r->pairs, with_next(r->w, l, next)) == n;
}

/*
 * A sentence that recurs goes on below with the word that did not fit, wherever it stands; the texts under a heading
 * begin with words of their own.
 */
static bool
opens_sentence(const struct recurring *r, size_t f)
{
	struct span words = opening(r->w, f);

	return words.n > 0 && vocab_count(r->openings, words) == vocab_count(r->all, words_of(r->w, flow_line(r->w, f)));
}

/* Often enough, and nearly always where a heading may stand. */
static bool
is_known(const struct vocab *all, const struct vocab *placed, struct span line)
{
	uint32_t n = vocab_count(all, line);

	return n >= TIMES && vocab_count(placed, line) * 3 >= n * 2;
}

/* As often, but hardly ever there: a line that closes what stands over it, or the cell of a table. */
static bool
is_never_over_text(const struct vocab *all, const struct vocab *placed, struct span line)
{
	uint32_t n = vocab_count(all, line);

	return n >= TIMES && vocab_count(placed, line) * 5 <= n;
}

/* As often, nearly always at the top of a page: the head of a table that goes on from the page before. */
static bool
opens_pages(const struct vocab *all, const struct vocab *tops, struct span line)
{
	uint32_t n = vocab_count(all, line);

	return n >= TIMES && vocab_count(tops, line) * 3 >= n * 2;
}

/* Its words before the first figure, or nothing. */
static struct span
before_figure(const struct work *w, const struct rline *l)
{
	struct span t = line_folded(w, l);
	size_t i = 0;

	while (i < t.n && !char_digit((unsigned char)t.s[i]))
		i++;
	return span_sub(t, 0, i < t.n ? i : 0);
}

/* Its words when it may be a heading and has a figure; else nothing. */
static struct span
counted(const struct work *w, size_t f)
{
	const struct rline *l = flow_at(w, f);

	return l && may_be_heading(w, l) ? before_figure(w, l) : (struct span){"", 0};
}

/* Is the line none of the list of contents, or of it as one of a series alone? */
static bool
may_close(const struct rline *l)
{
	return !l->listed || l->recurs == RECURS_SERIES;
}

/* The words of the next line when that is one of another series which this one stands right over; else nothing. */
static struct span
series_under(const struct work *w, size_t f, struct span words)
{
	const struct rline *c = flow_at(w, f + 1);
	struct span next = {"", 0};

	if (words.n > 0 && may_close(flow_line(w, f)) && c && c->listed == LISTED && c->recurs == RECURS_SERIES)
		next = counted(w, f + 1);
	return span_eq(words, next) ? (struct span){"", 0} : next;
}

/*
 * "Taken up under item 4": lines that say how each of a series ended, whatever their numbers, stand over the next
 * of it nearly everywhere, and nearly everything of that series has one over it.
 */
static void
mark_closing(const struct work *w)
{
	struct vocab *all = vocab_new(w->arena), *under = vocab_new(w->arena), *over = vocab_new(w->arena);
	struct span words, next;
	size_t f;

	for (f = 0; f < w->nflow; f++) {
		if ((words = counted(w, f)).n == 0)
			continue;
		vocab_add(all, words);
		if ((next = series_under(w, f, words)).n > 0)
			vocab_add(under, next);
	}
	for (f = 0; f < w->nflow; f++)
		if ((next = series_under(w, f, words = counted(w, f))).n > 0 &&
		    vocab_count(under, next) * 3 >= vocab_count(all, next) * 2)
			vocab_add(over, words);
	for (f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		words = may_close(l) ? counted(w, f) : (struct span){"", 0};
		uint32_t n = words.n > 0 ? vocab_count(all, words) : 0;
		if (n < TIMES || vocab_count(over, words) * 3 < n * 2)
			continue;
		l->listed = UNLISTED;
		l->recurs = RECURS_NO_HEADING;
	}
}

static void
mark(const struct recurring *r)
{
	const struct work *w = r->w;
	size_t f;

	for (f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		if (!may_be_heading(w, l) || l->listed)
			continue;
		bool head = opens_pages(r->all, r->tops, words_of(w, l));
		l->recurs = head || is_never_over_text(r->all, r->placed, words_of(w, l)) ? RECURS_NO_HEADING : RECURS_NOT;
		bool further = goes_on(r, f);
		if (head || !is_known(r->all, r->placed, words_of(w, l)) || (!further && opens_sentence(r, f)))
			continue;
		l->listed = LISTED;
		l->recurs = RECURS_SAME;
		if (further)
			flow_line(w, ++f)->listed = LISTED_MORE;
	}
}

void
recur_find(struct work *w)
{
	if (!w->wrapped || !has_page_text(w))
		return;
	struct recurring r = {
		.w = w, .all = vocab_new(w->arena), .pairs = vocab_new(w->arena), .tops = vocab_new(w->arena),
		.openings = vocab_new(w->arena),
	};
	size_t f;
	int round;

	count(&r);
	for (round = 0; round < ROUNDS; round++) {
		r.placed = vocab_new(w->arena);
		for (f = 0; f < w->nflow; f++)
			if (may_be_heading(w, flow_line(w, f)) && (is_placed(w, f) || goes_on(&r, f)))
				vocab_add(r.placed, words_of(w, flow_line(w, f)));
		mark(&r);
	}
	mark_closing(w);
}
