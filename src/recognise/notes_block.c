/* SPDX-License-Identifier: MIT */
/*
 * notes_block.c - the notes of one block at a page's foot.
 *
 * A note starts where its mark stands before it.  An extraction may also print marks on lines of
 * their own: before the text, or detached, below several texts.  So the block is read as regions,
 * each with the marks that stand over it and those that are missing there and stand elsewhere;
 * a region with more marks than one is cut where sentences end, first where most room was left.
 */
#include "recognise/chars.h"
#include "recognise/notes.h"

#include <stdlib.h>
#include <string.h>

#define MARKS 128
#define LETTERS 10000 /* values of letters start here, so that they follow no number */
#define LOOK_BYTES 40 /* more than a word has */
#define PARTS_MOST 4 /* of the text of one note, set apart by blank lines */
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

/* "12 ", "12/", "(12)" or "a " at the start; bytes used, or 0. */
static size_t
number_mark(struct span s, struct span *mark, uint32_t *value)
{
	size_t open = s.n > 2 && s.s[0] == '(', i = open, digits = 0;
	int v;

	while (digits < 4 && (v = note_digit(s, &i)) >= 0) {
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

/* "1 May", "1 de mayo": is the figure before the text that of a date? */
static bool
counts_next(const struct work *w, struct span text)
{
	size_t n = text.n < LOOK_BYTES ? text.n : LOOK_BYTES;
	struct span f;

	while (n < text.n && n > 0 && ((unsigned char)text.s[n] & 0xC0) == 0x80)
		n--;
	f = words_fold(w->arena, span_sub(text, 0, n));
	n = words_start(w->words, WORD_AFTER_FIGURE, f);
	return words_start(w->words, WORD_MONTH, f) > 0 || (n > 0 && words_in(w->words, WORD_MONTH, span_sub(f, 0, n)));
}

size_t
note_mark_of(const struct work *w, const struct rline *l, struct span *mark, uint32_t *value)
{
	struct span t = rline_text(w, l);
	size_t used = note_mark(t, mark, value);

	if (used == 0 || *value == 0 || *value >= LETTERS)
		return used;
	if (w->raised)
		return l->raised ? used : 0;
	return (l > w->line && waits_for_figure(w, l - 1)) || counts_next(w, span_sub(t, used, t.n)) ? 0 : used;
}

bool
note_sign_fits(struct span t, size_t used, uint32_t value, char sign)
{
	return value == 0 || value >= LETTERS || note_sign_of(t, used) == sign;
}

char
notes_sign(const struct work *w, size_t from, size_t to)
{
	struct span mark;
	uint32_t value;
	size_t used;

	for (; from < to; from++)
		if ((used = note_mark_of(w, &w->line[from], &mark, &value)) > 0 && value > 0 && value < NUMBERS)
			return note_sign_of(rline_text(w, &w->line[from]), used);
	return 0;
}

uint32_t
note_new(struct work *w, struct span mark, uint32_t line)
{
	*VEC_PUSH(w->arena, w->found, w->nfound, w->found_cap) = (struct found_note){.mark = mark, .first = line};
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

/* All marks of the block; those that break the order on lines of their own are detached. */
static void
find_marks(struct block_of_notes *b, uint32_t *last)
{
	uint32_t first = *last, top = *last;
	bool any = true;
	size_t i, k;
	char sign = notes_sign(b->w, b->from, b->to);

	for (i = b->from; i < b->to && b->nmark < MARKS; i++) {
		const struct rline *l = &b->w->line[i];
		struct note_sign m = {.line = (uint32_t)i};
		if (l->reading != READ_OPEN || (m.used = note_mark_of(b->w, l, &m.s, &m.value)) == 0 ||
		    !note_sign_fits(rline_text(b->w, l), m.used, m.value, sign))
			continue;
		m.alone = m.used == l->n;
		m.anchor = m.value == 0 || follows(m.value, top, any && (m.value < NUMBERS || m.value >= LETTERS));
		if (!m.anchor && !(m.alone && m.value > first && m.value < top && !seen_before(b, m.value)))
			continue;
		if (m.anchor && m.value) {
			if (any && m.value <= first) /* an annex counts its notes anew */
				first = 0;
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

/* Does the line end as notes do?  An address has no stop behind it. */
static bool
may_end(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t from = t.n;

	while (from > 0 && t.s[from - 1] != ' ')
		from--;
	return l->end == END_STOP || (l->end == END_OPEN && is_address(span_sub(t, from, t.n)));
}

/*
 * Where a region of text lines [from, to) is best cut again, given the cuts so far; to when nowhere.  Behind a line
 * that ends as notes do; or, for the last resort, before a capital that had room on the line before.
 */
static size_t
best_cut(const struct block_of_notes *b, size_t from, size_t to, const uint32_t *cut, size_t ncut, bool ended)
{
	size_t x = next_text(b, from - 1, to), y, best = to, k;
	float room = ended ? 9 : REACH_NEARLY;

	for (; x < to && (y = next_text(b, x, to)) < to; x = y) {
		const struct rline *l = &b->w->line[x];
		float reach = reach_with_next(b->w, l, &b->w->line[y]) + (b->w->line[y].lower ? 2 : 0);
		for (k = 0; k < ncut && cut[k] != y; k++)
			;
		if (k == ncut && reach < room && (ended ? may_end(b->w, l) : b->w->line[y].upper)) {
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

/*
 * Where the text under a mark alone on its line begins in [from, to): there, but with more parts below
 * it than a note has the text is the last one at the page's foot, and the others are no notes.
 */
static size_t
text_under(const struct block_of_notes *b, size_t from, size_t to)
{
	size_t i, parts = 1, last = from;

	for (i = next_text(b, from, to); i < to; i = next_text(b, i, to))
		if (b->w->line[i].gap > 0) {
			parts++;
			last = i;
		}
	return parts > PARTS_MOST ? last : from;
}

/* Text lines [from, to) under n marks; open is a note that goes on there, or 0. */
static void
read_region(struct block_of_notes *b, size_t from, size_t to, const struct note_sign **m, size_t n, uint32_t open)
{
	uint32_t cut[MARKS + 1];
	size_t ncut = 0, k, at = next_text(b, from - 1, to);

	if (n > 1)
		qsort(m, n, sizeof *m, by_value);
	while (ncut + (open ? 0 : 1) < n && (k = best_cut(b, from, to, cut, ncut, true)) < to)
		cut[ncut++] = (uint32_t)k;
	if (ncut + 1 == n) /* as many texts as marks: none is left for the note before */
		open = 0;
	while (ncut + (open ? 0 : 1) < n && (k = best_cut(b, from, to, cut, ncut, false)) < to)
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
		if (n == 1 && m[k]->alone)
			at = text_under(b, at, end);
		uint32_t id = note_new(b->w, m[k]->s, (uint32_t)(at < to ? at : m[k]->line));
		note_take(l, READ_NOTE, id, m[k]->used,
		          !m[k]->anchor || n > 1 ? "note.detached" : m[k]->value ? "note.numbered" : "note.star",
		          m[k]->anchor && n == 1 ? 0.97f : 0.8f);
		go_on(b, at, end, id, m[k]->anchor && n == 1 ? "note.more" : "note.detached");
		at = end;
	}
}

bool
note_is_open(const struct work *w, uint32_t id, size_t before)
{
	size_t i;

	for (i = before; id && i-- > w->found[id - 1].first;)
		if (w->line[i].note == id)
			return !may_end(w, &w->line[i]);
	return false;
}

/* Note v at byte at, behind the end of a sentence: bytes of its mark with the blanks around it, or 0. */
static size_t
inner_mark(const struct work *w, struct span t, size_t at, uint32_t v, struct span *number)
{
	struct span rest = span_sub(t, at, t.n), mark;
	size_t blank = 0, used;
	uint32_t value;

	while (blank < rest.n && (rest.s[blank] == ' ' || rest.s[blank] == '\t'))
		blank++;
	rest = span_sub(rest, blank, rest.n);
	if (blank == 0 || (used = note_mark(rest, &mark, &value)) == 0 || value != v || used == rest.n)
		return 0;
	size_t i = used;
	if (char_small(utf8_next(rest.s, rest.n, &i)) || counts_next(w, span_sub(rest, used, rest.n)) ||
	    evidence_end(span_sub(t, 0, at)) != END_STOP)
		return 0;
	*number = mark;
	return blank + used;
}

/* Notes that begin inside the line, the first one not before byte from; the last note of the line. */
static uint32_t
cut_line(struct block_of_notes *b, size_t line, size_t from, uint32_t id, uint32_t *value)
{
	struct work *w = b->w;
	const struct rline *l = &w->line[line];
	struct span t = rline_text(w, l), number;

	for (size_t at = from + 1; at + 1 < t.n; at++) {
		size_t used = t.s[at] == ' ' && !strchr(" \t", t.s[at - 1]) ? inner_mark(w, t, at, *value + 1, &number) : 0;
		if (used == 0)
			continue;
		id = note_new(w, number, (uint32_t)line);
		*VEC_PUSH(w->arena, w->cut, w->ncut, w->cut_cap) =
		    (struct note_cut){(uint32_t)line, l->off + (uint32_t)at, (uint32_t)used, id};
		at += used;
		if (++*value, seen_before(b, *value + 1))
			break;
	}
	return id;
}

/* "... p. 16. 3 See ...": a note whose mark begins no line follows another on its last line. */
static void
cut_notes(struct block_of_notes *b)
{
	uint32_t of_line = 0, id = 0, value = 0;
	size_t i;

	for (i = b->from; i < b->to; i++) {
		struct rline *l = &b->w->line[i];
		struct span mark;
		if (l->reading == READ_NOTE) {
			of_line = id = l->note;
			if (note_mark(rline_text(b->w, l), &mark, &value) == 0 || value >= NUMBERS)
				value = 0;
		} else if (l->reading != READ_NOTE_MORE || l->note != of_line) {
			continue;
		}
		l->note = id;
		if (value > 0 && !seen_before(b, value + 1))
			id = cut_line(b, i, l->mark_n, id, &value);
	}
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
	if (end > from && (n || note_is_open(w, b->before, from)))
		read_region(b, from, end, in, n, note_is_open(w, b->before, from) ? b->before : 0);
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
	cut_notes(b);
	free(b);
}
