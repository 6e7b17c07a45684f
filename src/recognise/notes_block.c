/* SPDX-License-Identifier: MIT */
/*
 * notes_block.c - the notes of one block at a page's foot.
 *
 * A note starts where its mark stands before it.  An extraction may also print marks on lines of
 * their own: before the text, or detached, below several texts.  So the block is read as regions,
 * each with the marks that stand over it and those that are missing there and stand elsewhere;
 * a region with more marks than one is cut where sentences end, first where most room was left.
 */
#include "recognise/notes.h"

#include <stdlib.h>

#define MARKS 128
#define LETTERS 10000 /* values of letters start here, so that they follow no number */
#define NUMBERS 1000 /* no notes begin with a number from here on: "2098" is a year */

struct note_sign {
	struct span s;
	uint32_t value, line;
	size_t used;          /* bytes of the line that are the mark */
	bool alone, anchor;   /* alone on its line; stands over its text */
};

struct block_of_notes {
	struct work *w;
	size_t from, to;
	uint32_t before;      /* the note that was open when the block began, or 0 */
	struct note_sign mark[MARKS];
	size_t nmark;
};

/* Value of a decimal or an Arabic-Indic digit at byte *i, which moves behind it; -1 for others. */
static int
digit_at(struct span s, size_t *i)
{
	size_t next = *i;
	uint32_t cp = next < s.n ? utf8_next(s.s, s.n, &next) : 0;
	int v = cp >= '0' && cp <= '9' ? (int)(cp - '0') : cp >= 0x660 && cp <= 0x669 ? (int)(cp - 0x660) : -1;

	if (v >= 0)
		*i = next;
	return v;
}

/* "12 ", "12/", "(12)" or "a " at the start; bytes used, or 0. */
static size_t
number_mark(struct span s, struct span *mark, uint32_t *value)
{
	size_t open = s.n > 2 && s.s[0] == '(', i = open, digits = 0;
	int v;

	while (digits < 4 && (v = digit_at(s, &i)) >= 0) {
		*value = *value * 10 + (uint32_t)v;
		digits++;
	}
	if (i == 0 && s.n > 1 && s.s[0] >= 'a' && s.s[0] <= 'z' && (s.s[1] == ' ' || s.s[1] == '/')) {
		i = 1;
		*value = LETTERS + (uint32_t)(s.s[0] - 'a');
	}
	if (i == open)
		return 0;
	*mark = span_sub(s, open, i);
	if (open)
		return i < s.n && s.s[i] == ')' ? i + 1 : 0;
	if (i < s.n && s.s[i] == '/')
		return i + 1;
	return i == s.n || s.s[i] == ' ' || s.s[i] == '\t' ? i : 0;
}

size_t
note_mark(struct span s, struct span *mark, uint32_t *value)
{
	size_t i = 0, n;

	*value = 0;
	/* the operator that looks like a star, and the star of a symbol font */
	if (span_starts(s, "\xE2\x88\x97 ") || span_starts(s, "\xEF\x80\xAA ")) {
		*mark = SPAN_LIT("*");
		return 4;
	}
	if (s.n && s.s[0] == '*') {
		while (i < s.n && s.s[i] == '*' && i < 4)
			i++;
		*mark = span_sub(s, 0, i);
		if (i < s.n && s.s[i] == '*')
			return 0;
	} else if ((i = number_mark(s, mark, value)) == 0) {
		return 0;
	}
	n = i;
	while (i < s.n && (s.s[i] == ' ' || s.s[i] == '\t'))
		i++;
	return i > n || i == s.n || s.s[0] == '*' || s.s[0] == '(' ? i : 0;
}

uint32_t
note_new(struct work *w, struct span mark, uint32_t line)
{
	struct found_note *f = VEC_PUSH(w->arena, w->found, w->nfound, w->found_cap);

	f->mark = mark;
	f->first = line;
	return (uint32_t)w->nfound;
}

void
note_take(struct rline *l, enum reading r, uint32_t note, size_t mark_n, const char *rule, float conf)
{
	l->reading = r;
	l->note = note;
	l->mark_n = (uint16_t)mark_n;
	l->rule = rule;
	l->conf = conf;
}

/* Is the mark of value v next after last?  A first one may be anything. */
static bool
follows(uint32_t v, uint32_t last, bool any)
{
	if (any)
		return v > 0;
	return v == last + 1 || (v > last && v <= last + 3 && last < LETTERS);
}

static bool
seen_before(const struct block_of_notes *b, uint32_t value)
{
	size_t k;

	for (k = 0; k < b->nmark; k++)
		if (b->mark[k].value == value)
			return true;
	return false;
}

/* Does the line end in "No." or the like, so that the figure after it is no mark? */
static bool
waits_for_figure(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t from = t.n;

	while (from > 0 && t.s[from - 1] != ' ')
		from--;
	return from > 0 && words_is(w->words, WORD_BEFORE_MORE, words_fold(w->arena, span_sub(t, from, t.n)));
}

/* All marks of the block; those that break the order on lines of their own are detached. */
static void
find_marks(struct block_of_notes *b, uint32_t *last)
{
	uint32_t first = *last, top = *last;
	bool any = true;
	size_t i, k;

	for (i = b->from; i < b->to && b->nmark < MARKS; i++) {
		const struct rline *l = &b->w->line[i];
		struct note_sign m = {.line = (uint32_t)i};
		if (l->reading != READ_OPEN || (m.used = note_mark(rline_text(b->w, l), &m.s, &m.value)) == 0)
			continue;
		if (i > b->from && waits_for_figure(b->w, l - 1))
			continue;
		m.alone = m.used == l->n;
		m.anchor = m.value == 0 || follows(m.value, top, any && (m.value < NUMBERS || m.value >= LETTERS));
		if (!m.anchor && !(m.alone && m.value > first && m.value < top && !seen_before(b, m.value)))
			continue;
		if (m.anchor && m.value) {
			top = m.value;
			any = false;
		}
		b->mark[b->nmark++] = m;
	}
	/* with text above them and none below, marks in order are detached too */
	for (i = b->to, k = b->nmark; k > 0 && b->mark[k - 1].alone; k--) {
		while (i > b->mark[k - 1].line + 1 && b->w->line[i - 1].reading != READ_OPEN)
			i--;
		if (i != b->mark[k - 1].line + 1u || b->mark[k - 1].line == b->from || b->mark[k - 1].value == 0)
			break;
		b->mark[k - 1].anchor = false;
		i = b->mark[k - 1].line;
	}
	*last = top;
}

static bool
is_mark_line(const struct block_of_notes *b, size_t line)
{
	size_t k;

	for (k = 0; k < b->nmark && b->mark[k].line < line; k++)
		;
	return k < b->nmark && b->mark[k].line == line && b->mark[k].alone;
}

/* The open line of text after i and before to, or to. */
static size_t
next_text(const struct block_of_notes *b, size_t i, size_t to)
{
	for (i++; i < to && (b->w->line[i].reading != READ_OPEN || is_mark_line(b, i)); i++)
		;
	return i;
}

/* Where a region of text lines [from, to) is best cut again, given the cuts so far; to when nowhere. */
static size_t
best_cut(const struct block_of_notes *b, size_t from, size_t to, const uint32_t *cut, size_t ncut)
{
	size_t x = next_text(b, from - 1, to), y, best = to, k;
	float room = 9;

	for (; x < to && (y = next_text(b, x, to)) < to; x = y) {
		const struct rline *l = &b->w->line[x];
		float reach = reach_with_next(b->w, l, &b->w->line[y]) + (b->w->line[y].lower ? 2 : 0);
		for (k = 0; k < ncut && cut[k] != y; k++)
			;
		if (l->end == END_STOP && k == ncut && reach < room) {
			room = reach;
			best = y;
		}
	}
	return best;
}

static int
by_value(const void *x, const void *y)
{
	const struct note_sign *a = *(const struct note_sign *const *)x, *b = *(const struct note_sign *const *)y;

	return a->value != b->value ? (a->value < b->value ? -1 : 1) : a->line < b->line ? -1 : 1;
}

static int
by_line(const void *x, const void *y)
{
	const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return a < b ? -1 : a > b;
}

static void
go_on(struct block_of_notes *b, size_t from, size_t to, uint32_t id, const char *rule)
{
	size_t i;

	for (i = from; id && i < to; i++)
		if (b->w->line[i].reading == READ_OPEN && !is_mark_line(b, i))
			note_take(&b->w->line[i], READ_NOTE_MORE, id, 0, rule, 0.85f);
}

/* Text lines [from, to) under n marks; open is a note that goes on there, or 0. */
static void
read_region(struct block_of_notes *b, size_t from, size_t to, const struct note_sign **m, size_t n, uint32_t open)
{
	uint32_t cut[MARKS + 1];
	size_t ncut = 0, k, at = next_text(b, from - 1, to);

	if (n > 1)
		qsort(m, n, sizeof *m, by_value);
	while (ncut + (open ? 0 : 1) < n && (k = best_cut(b, from, to, cut, ncut)) < to)
		cut[ncut++] = (uint32_t)k;
	if (ncut > 1)
		qsort(cut, ncut, sizeof *cut, by_line);
	cut[ncut] = (uint32_t)to;
	if (open) {
		go_on(b, at, cut[0], open, "note.continued");
		at = cut[0];
	}
	for (k = 0; k < n; k++) {
		size_t end = k + (open ? 1 : 0) < ncut ? cut[k + (open ? 1 : 0)] : to;
		struct rline *l = &b->w->line[m[k]->line];
		uint32_t id = note_new(b->w, m[k]->s, (uint32_t)(at < to ? at : m[k]->line));
		note_take(l, READ_NOTE, id, m[k]->used,
		          !m[k]->anchor || n > 1 ? "note.detached" : m[k]->value ? "note.numbered" : "note.star",
		          m[k]->anchor && n == 1 ? 0.97f : 0.8f);
		go_on(b, at, end, id, m[k]->anchor && n == 1 ? "note.more" : "note.detached");
		at = end;
	}
}

static bool
is_open(const struct work *w, uint32_t id, size_t before)
{
	size_t i;

	for (i = before; id && i-- > w->found[id - 1].first;)
		if (w->line[i].note == id)
			return w->line[i].end != END_STOP;
	return false;
}

void
notes_read_block(struct work *w, size_t from, size_t to, uint32_t *last)
{
	struct block_of_notes *b = xcalloc(1, sizeof *b);
	const struct note_sign *in[MARKS];
	size_t k = 0, n, d, end;

	b->w = w;
	b->from = from;
	b->to = to;
	b->before = (uint32_t)w->nfound;
	find_marks(b, last);
	while (k < b->nmark && !b->mark[k].anchor)
		k++;
	/* before the first anchor: detached marks below it, and the end of the last page's note */
	end = k < b->nmark ? b->mark[k].line : to;
	for (n = d = 0; d < b->nmark; d++)
		if (!b->mark[d].anchor && (k == b->nmark || b->mark[d].value < b->mark[k].value))
			in[n++] = &b->mark[d];
	if (end > from && (n || is_open(w, b->before, from)))
		read_region(b, from, end, in, n, is_open(w, b->before, from) ? b->before : 0);
	while (k < b->nmark) {
		uint32_t low = b->mark[k].value, high;
		size_t start = b->mark[k].line, next;
		n = 0;
		in[n++] = &b->mark[k];
		/* marks one under the other stand over the same text */
		for (next = k + 1; next < b->nmark; next++) {
			if (!b->mark[next].anchor)
				continue;
			if (!b->mark[next - 1].alone || b->mark[next].line != b->mark[next - 1].line + 1u || !b->mark[next].value)
				break;
			in[n++] = &b->mark[next];
		}
		end = next < b->nmark ? b->mark[next].line : to;
		high = next < b->nmark && b->mark[next].value ? b->mark[next].value : UINT32_MAX;
		for (d = 0; d < b->nmark; d++)
			if (!b->mark[d].anchor && b->mark[d].value > low && b->mark[d].value < high && low)
				in[n++] = &b->mark[d];
		read_region(b, start, end, in, n, 0);
		k = next;
	}
	free(b);
}
