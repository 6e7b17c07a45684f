/* SPDX-License-Identifier: MIT */
/*
 * entries.c - names, places and bodies listed one under another without sign or number.
 *
 * In running text a line that ends in mid-sentence is full, and what begins like the lines around it
 * does so by chance.  Where line after line ends though the next word would have fitted on another of
 * them, or begins with the word that others begin with, or ends with a symbol or a name in brackets as others
 * do, each is an entry; single lines prove nothing.
 * A title that is set narrow has a measure of its own, which its lines fill.
 * A full line says nothing.  Where lines go on behind a colon, "First Harbour: A. Amber (Veldt)", and others nearby do,
 * each is a row of its own, however full the one before it; so is an entry that stands where the alphabet puts it
 * among entries that follow the alphabet, and the one behind a line that ends with the word the others end with.
 */
#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define AROUND 6   /* lines on each side that are looked at */
#define EARLY 4    /* others begin behind one that ended early */
#define ALIKE 3    /* others begin with the same word, or end alike */
#define ROOM 0.95f /* of a full line: there the next word would have fitted */
#define FITS 93u   /* hundredths of the widest of them: there too, whatever the letters measure */
#define MARK 2     /* bytes of the letter of a note, whose text stands below */
#define SORTED 5   /* entries nearby that show the alphabet */
#define LAST_WORD 3 /* bytes of one that entries end with, at the least */

/* May the line be an entry, or a row in a script without capitals, behind another one? */
static bool
may_open(const struct work *w, const struct rline *a, const struct rline *l)
{
	return a && a->reading == READ_OPEN && l->reading == READ_OPEN && (l->upper || l->caseless) && !l->nlabel &&
	       !l->bullet && l->gap == 0 && a->caps == l->caps && (a->end == END_OPEN || a->end == END_COLON) &&
	       !a->dangling && a->n > MARK && char_after(rline_text(w, l), 0) != '(';
}

/* "R. Amber (Veldt)": the last bracket holds words with a capital. */
static bool
ends_in_name(struct span t)
{
	size_t i = t.n;

	if (t.n == 0 || t.s[t.n - 1] != ')')
		return false;
	while (i > 0 && t.s[i - 1] != '(')
		i--;
	size_t at = i;
	if (i < 2 || !char_upper(utf8_next(t.s, t.n, &at)))
		return false;
	for (at = i; at < t.n; at++)
		if (char_digit((unsigned char)t.s[at]))
			return false;
	return true;
}

/* "First Harbour: A. Amber": a colon behind a few words, and words behind it, which may end below. */
static bool
is_row(const struct rline *l, struct span t)
{
	size_t i = 0, colons = 0;
	bool words = false;

	if (l->end != END_OPEN)
		return false;
	while (i < t.n) {
		uint32_t cp = utf8_next(t.s, t.n, &i);
		if (cp == 0xFF1A || (cp == ':' && i < t.n && t.s[i] == ' '))
			colons++;
		else if (colons > 0 && char_letter(cp))
			words = true;
		else if (cp == ';' || char_decimal(cp) >= 0)
			return false;
	}
	return colons == 1 && words;
}

static struct span
first_word(struct span t)
{
	size_t n = 0;

	while (n < t.n && t.s[n] != ' ' && t.s[n] != '\t')
		n++;
	return span_sub(t, 0, n);
}

static struct span
last_word(struct span t)
{
	size_t i = t.n;

	while (i > 0 && t.s[i - 1] != ' ' && t.s[i - 1] != '\t')
		i--;
	return span_sub(t, i, t.n);
}

/* A line and the one before it. */
struct seen {
	bool open, early; /* it may be an entry; the line before has room, too */
	bool entry;
	bool parted;      /* a blank line stands behind the line before, which ends no sentence */
	struct span word; /* its first */
	struct span over; /* the last of the line before, which has no number or sign */
	bool symbol, name; /* it ends with the symbol of a document, with a name in brackets */
	bool row;          /* it holds a colon and what stands behind it */
	unsigned before, with_first; /* the reach of the line before, and with the first word of this one */
};

static bool
are_alike(const struct seen *a, const struct seen *b)
{
	return span_eq(a->word, b->word) || (a->symbol && b->symbol) || (a->name && b->name);
}

static bool
is_entry(const struct seen *s, bool between, size_t from, size_t f, size_t to)
{
	size_t early = 0, alike = 0, k;
	unsigned widest = 0;

	for (k = from; k < to; k++)
		widest = s[k].early && s[k].before > widest ? s[k].before : widest;
	for (k = from; k < to; k++) {
		early += k != f && s[k].early && s[k].with_first * 100 < widest * FITS;
		alike += k != f && s[k].open && are_alike(&s[k], &s[f]);
	}
	return ((s[f].early || between) && early >= EARLY) || alike >= ALIKE;
}

/* Do folded texts a and b follow one another in the alphabet? */
static bool
in_order(struct span a, struct span b)
{
	int c = memcmp(a.s, b.s, a.n < b.n ? a.n : b.n);

	return c < 0 || (c == 0 && a.n <= b.n);
}

/* The entries nearby follow the alphabet, and line f stands where it belongs between two of them. */
static bool
is_in_alphabet(const struct work *w, const struct seen *s, size_t from, size_t f, size_t to)
{
	struct span last = {NULL, 0}, own = line_folded(w, flow_line(w, f));
	size_t n = 0, k;
	bool before = false, behind = false;

	for (k = from; k < to; k++) {
		struct span t;
		if (k != f && !(s[k].entry && s[k].early))
			continue;
		t = k == f ? own : line_folded(w, flow_line(w, k));
		if (last.s && !in_order(last, t))
			return false;
		before = before || k < f;
		behind = behind || k > f;
		last = t;
		n += k != f;
	}
	return n >= SORTED && before && behind;
}

/* The line before f ends with the word that others end with, behind which something new begins. */
static bool
is_behind_last(const struct seen *s, size_t from, size_t f, size_t to)
{
	size_t alike = 0;

	for (size_t k = from; k < to; k++)
		alike += k != f && (s[k].open || s[k].parted) && span_eq(s[k].over, s[f].over);
	return s[f].over.n >= LAST_WORD && alike >= ALIKE;
}

/* Rows that stand nearby. */
static size_t
rows(const struct seen *s, size_t from, size_t f, size_t to)
{
	size_t n = 0;

	for (size_t k = from; k < to; k++)
		n += k != f && s[k].row;
	return n;
}

/* The name over it ends with a stop, "Amber and Sons, Ltd.", but entries stand on both sides. */
static bool
is_between(const struct work *w, const struct seen *s, size_t f)
{
	const struct rline *l = flow_line(w, f);

	return f > 0 && f + 2 < w->nflow && l->reading == READ_OPEN && l->upper && !l->nlabel && !l->bullet && l->gap == 0 &&
	       s[f - 1].early && s[f + 1].early && s[f + 2].early && flow_line(w, f - 1)->end == END_STOP;
}

static struct seen
look(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f), *a = flow_before(w, f);
	struct span t = rline_text(w, l);
	bool stands = may_open(w, a, l);
	struct seen s = {.open = stands && l->upper, .word = first_word(t), .symbol = l->symbol_last,
	                 .name = ends_in_name(t), .row = stands && is_row(l, t)};

	if (a) {
		s.early = s.open && a->end == END_OPEN && reach_with_next(w, a, l) < ROOM;
		s.parted = a->end == END_OPEN && l->gap > 0;
		s.over = a->nlabel || a->bullet ? s.over : last_word(rline_text(w, a));
		s.before = a->reach;
		s.with_first = a->reach + (unsigned)l->first_reach;
	}
	return s;
}

static size_t
around_from(size_t f)
{
	return f > AROUND ? f - AROUND : 0;
}

static size_t
around_to(const struct work *w, size_t f)
{
	return f + AROUND + 1 < w->nflow ? f + AROUND + 1 : w->nflow;
}

void
entries_find(struct work *w)
{
	struct seen *s;

	if (!w->wrapped || !has_page_text(w))
		return;
	s = xcalloc(w->nflow + 1, sizeof *s);
	for (size_t f = 0; f < w->nflow; f++)
		s[f] = look(w, f);
	for (size_t f = 0; f < w->nflow; f++) {
		size_t from = around_from(f), to = around_to(w, f);
		bool between = is_between(w, s, f);
		s[f].entry = (s[f].open || between) && is_entry(s, between, from, f, to);
	}
	for (size_t f = 0; f < w->nflow; f++) {
		size_t from = around_from(f), to = around_to(w, f);
		struct rline *l = flow_line(w, f);
		l->row = (s[f].row && rows(s, from, f, to) >= ALIKE) ||
		         (s[f].open && (is_in_alphabet(w, s, from, f, to) || is_behind_last(s, from, f, to)));
		l->entry = l->row || s[f].entry;
	}
	free(s);
}
