/* SPDX-License-Identifier: MIT */
/*
 * series.c - headings that a paper counts by a word of its own: "Decision 2098/7", "Principle 3: ...",
 * "56/102".  Lines that differ in their numbers alone, which count on, each where a heading may stand,
 * are a series.  What stands under such a line in nearly every place is its title.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define TIMES 3
#define SERIES_BYTES 48  /* of what the lines of a series have in common */
#define SERIES_WORD 3    /* bytes before the number, at least */
#define LEAP 3           /* the most a number may be above the one before: decisions lie in several chapters */
#define TITLE_LINES 4
#define ROMAN_LETTERS 6
#define FULL_LINE 9      /* tenths of the width: a line of text rather than of a title */

/* Lines that have their words in common. */
struct series {
	uint32_t last, n, counted; /* the last number; lines; those whose number counts on */
	uint32_t placed, titled;   /* those where a heading may stand; those with a title under them */
};

struct member {
	uint32_t of;   /* index of its series + 1, 0 = none */
	bool alone;    /* nothing stands behind the number */
};

struct finder {
	struct work *w;
	struct arena *arena; /* for what nothing is kept of */
	struct vocab *words;
	struct series *series;
	struct member *member; /* by line of the flow */
};

/* ---- what a line of a series looks like ---- */

/* A figure or small Roman number at *i of folded text, behind which *i is put; 0 for none. */
static uint32_t
number(struct span t, size_t *i)
{
	uint32_t before = char_before(t, *i), value = 0;
	size_t k = *i, n = 0;

	while (k < t.n && n < 5 && char_decimal(char_after(t, k)) >= 0) {
		value = value * 10 + (uint32_t)char_decimal(utf8_next(t.s, t.n, &k));
		n++;
	}
	if (n == 0 && !char_letter(before)) {
		while (k < t.n && k - *i < ROMAN_LETTERS && char_letter(char_after(t, k)))
			k++;
		value = char_letter(char_after(t, k)) ? 0 : label_roman(span_sub(t, *i, k));
	} else if (char_letter(before) && !char_han(before)) {
		value = 0;
	}
	*i = value > 0 ? k : *i;
	return value;
}

/* The sign that parts a number from the title behind it, or the end of the line. */
static bool
ends_label(struct span t, size_t i)
{
	uint32_t cp = char_after(t, i);

	while (i < t.n && (cp == ' ' || cp == 0x3000)) {
		utf8_next(t.s, t.n, &i);
		cp = char_after(t, i);
	}
	if (i == t.n || cp == ':' || cp == 0xFF1A || cp == 0x2014 || cp == 0x2013)
		return true;
	return cp == '.' && (i + 1 == t.n || t.s[i + 1] == ' ');
}

/* "56/102" and nothing else. */
static bool
is_number_of_year(struct span t)
{
	size_t i = 0;

	if (number(t, &i) == 0 || i == t.n || t.s[i] != '/')
		return false;
	i++;
	return number(t, &i) > 0 && i == t.n;
}

struct series_label
series_label(struct arena *arena, struct span t)
{
	struct series_label l = {.words = {NULL, 0}};
	char key[SERIES_BYTES];
	bool bare = is_number_of_year(t);
	size_t i = 0, n = 0;

	while (i < t.n && !(l.value > 0 && ends_label(t, i))) {
		uint32_t found = number(t, &i);
		if (n == SERIES_BYTES || (found > 0 && l.value == 0 && n < SERIES_WORD && !bare))
			return l;
		if (found > 0) {
			l.major = n > 1 && key[n - 1] == '.' && key[n - 2] == '#' ? l.value : 0;
			l.value = found;
		}
		key[n++] = found > 0 ? '#' : t.s[i++];
	}
	l.alone = i == t.n;
	if (l.value > 0)
		l.words = (struct span){arena_strndup(arena, key, n), n};
	return l;
}

/* What is in brackets as a whole is said of the heading over it. */
static bool
may_begin(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	bool remark = t.n > 0 && t.s[0] == '(' && t.s[t.n - 1] == ')';

	return l->reading == READ_OPEN && !l->lower && !l->nlabel && !l->bullet && !l->quote_first && !l->code &&
	       !l->symbol && !remark && (l->end == END_OPEN || l->end == END_HYPHEN) && l->n > 3 &&
	       !correction_place(w, l) && !correction_given(w, l);
}

/* ---- where it stands ---- */

/*
 * Behind the lines from f on that are one title; f when they are none.  A first line that is full is all of
 * the title where what stands under it is text.
 */
static size_t
title_end(const struct work *w, size_t f)
{
	size_t k, full = f;

	for (k = f; k < w->nflow && k < f + TITLE_LINES; k++) {
		const struct rline *a = flow_line(w, k), *b = flow_at(w, k + 1);
		if (a->reading != READ_OPEN || (a->end != END_OPEN && a->end != END_HYPHEN))
			return full;
		if (b && b->reading == READ_OPEN && b->gap == 0 && !b->nlabel && !b->bullet &&
		    (b->lower || a->dangling || a->end == END_HYPHEN ||
		     (reach_with_next(w, a, b) >= REACH_NEARLY && b->cols * 10 < w->width * FULL_LINE))) {
			full = k == f && b->upper && b->end != END_STOP && a->end == END_OPEN && !a->dangling ? k + 1 : full;
			continue;
		}
		return a->end == END_OPEN && !a->dangling ? k + 1 : full;
	}
	return full;
}

/* The line under a label alone is a title of its own, and text or a further heading stands under it. */
static size_t
title_under(const struct finder *s, size_t f)
{
	const struct rline *l = flow_at(s->w, f + 1);
	size_t end;

	if (!l || !may_begin(s->w, l) || l->digit_first || s->member[f + 1].of > 0)
		return f + 1;
	end = title_end(s->w, f + 1);
	return end < s->w->nflow && s->member[end].of > 0 ? f + 1 : end;
}

/* After something finished, over something else than one of the series. */
static bool
leads(const struct finder *s, size_t f)
{
	size_t end = title_end(s->w, f);
	const struct rline *c = flow_at(s->w, end);

	return end > f && recur_finished(s->w, flow_before(s->w, f), flow_line(s->w, f)) && c && !c->lower &&
	       (!c->digit_first || c->nlabel > 0) && (s->member[end].of == 0 || s->member[end].of != s->member[f].of);
}

static void
collect(struct finder *s)
{
	size_t f;

	for (f = 0; f < s->w->nflow; f++) {
		struct member *m = &s->member[f];
		struct series *of;
		struct series_label label = {.words = {NULL, 0}};
		if (may_begin(s->w, flow_line(s->w, f)))
			label = series_label(s->arena, line_folded(s->w, flow_line(s->w, f)));
		m->alone = label.alone;
		/* titles of tables and pictures are no headings */
		if (label.words.n == 0 || caption_begins(s->w, flow_line(s->w, f)))
			continue;
		m->of = vocab_add(s->words, label.words) + 1;
		of = &s->series[m->of - 1];
		of->counted += of->n > 0 && label.value > of->last && label.value <= of->last + LEAP;
		of->last = label.value;
		of->n++;
	}
}

static void
place(struct finder *s)
{
	size_t f;

	for (f = 0; f < s->w->nflow; f++) {
		struct series *of = s->member[f].of > 0 ? &s->series[s->member[f].of - 1] : NULL;
		if (of == NULL || of->n < TIMES || !leads(s, f))
			continue;
		of->placed++;
		of->titled += s->member[f].alone && title_under(s, f) > f + 1;
	}
}

static void
mark(struct work *w, size_t from, size_t to, enum recurs how)
{
	size_t k;

	for (k = from; k < to; k++) {
		struct rline *l = flow_line(w, k);
		if (l->listed)
			return;
		l->listed = k > from ? LISTED_MORE : LISTED;
		l->recurs = how;
	}
}

void
series_find(struct work *w)
{
	if (!w->wrapped || !has_page_text(w))
		return;
	struct arena *own = arena_new();
	struct finder s = {
		.w = w, .arena = own, .words = vocab_new(own), .series = ARENA_ARRAY(own, struct series, w->nflow + 1),
		.member = ARENA_ARRAY(own, struct member, w->nflow + 1),
	};
	size_t f;

	collect(&s);
	place(&s);
	for (f = 0; f < w->nflow; f++) {
		const struct series *of = s.member[f].of > 0 ? &s.series[s.member[f].of - 1] : NULL;
		if (of == NULL || of->n < TIMES || of->placed * 3 < of->n * 2 || of->counted * 2 < of->n)
			continue;
		if (!recur_finished(w, flow_before(w, f), flow_line(w, f)))
			continue;
		mark(w, f, title_end(w, f), RECURS_SERIES);
		if (s.member[f].alone && of->titled * 3 >= of->n * 2)
			mark(w, f + 1, title_under(&s, f), RECURS_TITLE);
	}
	arena_free(own);
}
