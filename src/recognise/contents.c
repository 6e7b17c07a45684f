/* SPDX-License-Identifier: MIT */
/*
 * contents.c - the list of contents, whose entries look like headings and are none.
 * It starts at its heading and ends where its first entry stands again as a heading, or else with
 * the last line that ends in a page number or leads there with dots; a table ends with its rows.
 */
#include <limits.h>
#include <string.h>

#include "recognise/work.h"

#define CONTENTS_LINES 600

/* Bytes of the text before leaders, paragraph ranges and page numbers; the whole when there are none. */
static size_t
text_before_page(struct span t)
{
	size_t i = t.n, digits = 0, dots = 0;

	while (i > 0) {
		size_t at = i;
		uint32_t cp = utf8_prev(t.s, &at);
		if (cp >= '0' && cp <= '9')
			digits++;
		else if (cp == '.' || cp == 0x2026)
			dots++;
		else if (!(cp == ' ' || cp == '\t' || cp == '-' || cp == 0x2212 || cp == 0x2013 || cp == 0xA0))
			break;
		i = at;
	}
	return (digits && i < t.n && digits <= 9) || dots >= 3 ? i : t.n;
}

/* "Ropes . . . . 4", and the page number may be missing. */
static bool
ends_in_leaders(struct span t)
{
	size_t i = text_before_page(t), dots = 0;

	for (; i < t.n; i++)
		dots += t.s[i] == '.' || (unsigned char)t.s[i] == 0xE2; /* of "…" */
	return dots >= 4;
}

/* How far two texts agree, blanks apart: *i and *k move to where they part; signs that agreed. */
static size_t
agree(struct span a, struct span b, size_t *i, size_t *k)
{
	size_t seen = 0;

	for (*i = *k = 0;;) {
		while (*i < a.n && a.s[*i] == ' ')
			++*i;
		while (*k < b.n && b.s[*k] == ' ')
			++*k;
		if (*i == a.n || *k == b.n || a.s[*i] != b.s[*k])
			return seen;
		++*i;
		++*k;
		seen++;
	}
}

/* A line's label and text agree with the entry's start. */
static bool
same_start(struct span entry, struct span line)
{
	size_t n = text_before_page(entry), i, k, seen;

	if (n == entry.n && entry.n > 80)
		n = 80;
	seen = agree(span_sub(entry, 0, n), line, &i, &k);
	return seen >= 5 && (i == n || k == line.n);
}

/* A line, with the next open one when it is a label without text. */
static struct span
joined(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];
	size_t k;

	if (l->nlabel == 0 || l->label[0].body < l->n)
		return rline_text(w, l);
	for (k = i + 1; k < w->nline && k < i + 3; k++)
		if (w->line[k].reading == READ_OPEN)
			return span_of(arena_printf(w->arena, "%.*s %.*s", (int)l->n, w->draft->text.s + l->off,
			                            (int)w->line[k].n, w->draft->text.s + w->line[k].off));
	return rline_text(w, l);
}

/* "Page", "Paragraphs  Page", "Chapter" over the entries. */
static bool
is_column_head(const struct work *w, size_t i)
{
	struct span f;

	if (w->line[i].nlabel || w->line[i].cols > 30)
		return false;
	f = line_folded(w, &w->line[i]);
	return words_is(w->words, WORD_PAGE, f) || words_is(w->words, WORD_PARAGRAPHS, f) ||
	       words_is(w->words, WORD_CHAPTER, f) ||
	       (words_end(w->words, WORD_PAGE, f) &&
	        (words_start(w->words, WORD_PARAGRAPHS, f) || words_start(w->words, WORD_CHAPTER, f)));
}

static bool
is_lone_number(const struct rline *l)
{
	return l->nlabel && l->label[0].body >= l->n;
}

/* A heading or entry: the line its words begin on, and its number, on the same line or the one before. */
struct headed {
	size_t at;
	struct span words;
	const struct label *number; /* or NULL */
};

static struct headed
headed(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];
	const struct rline *before = i > 0 && l[-1].reading == READ_OPEN && is_lone_number(l - 1) ? l - 1 : NULL;
	struct headed h = {i, rline_text(w, l), NULL};

	if (l->nlabel) {
		h.words = span_sub(h.words, l->label[0].body, h.words.n);
		h.number = &l->label[0];
	} else if (before && !(i > 1 && is_lone_number(l - 2))) {
		h.number = &before->label[0]; /* of several numbers in a row none is known to be its own */
	}
	return h;
}

/* "II. Ropes" in the list may be "Chapter II", "Ropes" in the text. */
static bool
same_number(const struct label *a, const struct label *b)
{
	return !a || !b || (a->value == b->value && (a->style == b->style || b->style == LABEL_CHAPTER));
}

#define FIRST_ENTRY 12 /* lines in which the first entry with words is looked for */

static bool
first_entry(const struct work *w, size_t from, struct headed *h)
{
	size_t i;

	for (i = from; i < w->nline && i < from + FIRST_ENTRY; i++) {
		const struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN || is_column_head(w, i) || is_lone_number(l) ||
		    text_before_page(rline_text(w, l)) == 0)
			continue;
		*h = headed(w, i);
		return true;
	}
	return false;
}

/* The first of the numbers that stand alone over the line on its page. */
static size_t
with_numbers(const struct work *w, size_t i, size_t from)
{
	while (i > from && !w->line[i].seam && w->line[i - 1].reading == READ_OPEN && is_lone_number(&w->line[i - 1]))
		i--;
	return i;
}

/* The line after the list where its first entry stands again, or 0. */
static size_t
repeated(const struct work *w, size_t from)
{
	struct headed entry, line;
	size_t i;

	if (!first_entry(w, from, &entry))
		return 0;
	for (i = entry.at + 1; i < w->nline && i < from + CONTENTS_LINES; i++) {
		const struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN || l->n == 0 || is_lone_number(l))
			continue;
		line = headed(w, i);
		if (line.words.n == 0 || line.words.s[0] != entry.words.s[0] ||
		    text_before_page(line.words) < line.words.n)
			continue;
		if (same_number(entry.number, line.number) && same_start(entry.words, line.words))
			return with_numbers(w, i, entry.at + 1);
	}
	return 0;
}

#define MISSES 4  /* lines of an entry before its page number */
#define LEADERS 8 /* lines before one that leads to a page number with dots */

/* Does a line soon lead to a page number with dots? */
static bool
leaders_follow(const struct work *w, size_t i)
{
	size_t k;

	for (k = i; k < w->nline && k < i + LEADERS; k++) {
		struct span t = rline_text(w, &w->line[k]);
		if (w->line[k].reading == READ_OPEN && ends_in_leaders(t))
			return true;
	}
	return false;
}

/* Behind the last line that only entries are like: it ends in a page number or is one. */
static size_t
last_with_page(const struct work *w, size_t from)
{
	size_t i, last = from, misses = 0;

	for (i = from; i < w->nline && i < from + CONTENTS_LINES; i++) {
		const struct rline *l = &w->line[i];
		struct span t = rline_text(w, l);
		if (l->reading != READ_OPEN)
			continue;
		if (is_lone_number(l)) {
			misses = 0;
		} else if (text_before_page(t) < t.n || (t.n < 4 && t.s[0] >= '0' && t.s[0] <= '9')) {
			last = i + 1;
			misses = 0;
		} else if (++misses >= MISSES && !leaders_follow(w, i)) {
			break;
		}
	}
	/* numbers that lost their entries stand at the end of the page */
	while (last < w->nline && w->line[last].reading == READ_OPEN && !w->line[last].seam &&
	       is_lone_number(&w->line[last]))
		last++;
	return last;
}

#define ENTRY_LINES 4 /* over which a heading of the list may be broken, here or there */

/* Does the entry go on at line k?  After a short line only in mid-sentence. */
static bool
entry_goes_on(const struct work *w, size_t k)
{
	const struct rline *before = &w->line[k - 1];

	return w->line[k].reading == READ_CONT &&
	       (w->line[k].lower || before->cols * 10 >= w->width * 6 ||
	        (before->nlabel && before->label[0].body >= before->n));
}

/* The text of the entry at line i, with the lines it goes on over, before its page number. */
static struct span
entry_text(const struct work *w, size_t i, size_t to)
{
	struct span t = joined(w, i);
	size_t k;

	for (k = i + 1; k < to && k < i + ENTRY_LINES && entry_goes_on(w, k); k++)
		if (span_find(t, rline_text(w, &w->line[k])) == SIZE_MAX)
			t = span_of(arena_printf(w->arena, "%.*s %.*s", (int)t.n, t.s, (int)w->line[k].n,
			                         w->draft->text.s + w->line[k].off));
	t = span_trim(span_sub(t, 0, text_before_page(t)));
	return t.n > 0 && t.s[t.n - 1] == '.' ? span_sub(t, 0, t.n - 1) : t;
}

/* Lines from i on that are the heading of the entry, to its end; 0 for none.  Brackets or the call
 * of a note may follow. */
static size_t
lines_of_heading(const struct work *w, size_t i, struct span entry)
{
	size_t n, used, k;

	for (n = 0; n < ENTRY_LINES && i + n < w->nline && w->line[i + n].reading == READ_OPEN; n++) {
		struct span t = rline_text(w, &w->line[i + n]);
		if (agree(entry, t, &used, &k) == 0)
			return 0;
		if (used == entry.n)
			return k == t.n || strchr("([*", t.s[k]) != NULL || (t.s[k] >= '0' && t.s[k] <= '9') ? n + 1 : 0;
		if (k < t.n)
			return 0;
		entry = span_sub(entry, used, entry.n);
	}
	return 0;
}

/* The text of an entry, and the next one with the same first byte, or NULL. */
struct entry {
	struct span text;
	struct entry *next;
};

void
contents_mark(struct work *w, size_t from, size_t to, enum reading entries)
{
	struct entry *entry = ARENA_ARRAY(w->arena, struct entry, to - from), *first[UCHAR_MAX + 1] = {NULL}, *e;
	size_t i, n = 0, lines, x;

	for (i = to; i-- > from;)
		if (w->line[i].reading == entries && (entry[n].text = entry_text(w, i, to)).n >= 4) {
			struct entry **head = &first[(unsigned char)*entry[n].text.s];
			entry[n].next = *head;
			*head = &entry[n++];
		}
	for (i = to; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN || l->lower || l->listed)
			continue;
		e = first[(unsigned char)w->draft->text.s[l->off]];
		for (lines = 0; e != NULL && lines == 0; e = e->next)
			lines = lines_of_heading(w, i, e->text);
		for (x = 0; x < lines; x++)
			l[x].listed = x ? LISTED_MORE : LISTED;
	}
}

static bool
is_row(const struct work *w, size_t i)
{
	return i < w->nline && (w->line[i].src->kind == LINE_ROW || w->line[i].src->kind == LINE_ROW_HEAD);
}

void
contents_find(struct work *w)
{
	size_t i, k, end;
	bool closed = true, alone = false, table;

	for (i = 0; i < w->nline && i < 300; i++) {
		struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN || l->n > 60 ||
		    !words_is(w->words, WORD_CONTENTS, line_folded(w, l)))
			continue;
		end = repeated(w, i + 1);
		if (!end)
			end = last_with_page(w, i + 1);
		table = is_row(w, i + 1); /* it has an entry in each row, and ends with the rows */
		l->reading = READ_CONTENTS;
		l->rule = "contents.heading";
		l->conf = 0.95f;
		for (k = i + 1; k < end; k++) {
			struct rline *e = &w->line[k];
			struct span t = rline_text(w, e);
			if (table && !is_row(w, k))
				break;
			if (e->reading != READ_OPEN)
				continue;
			if (k + 3 >= end && e->end == END_STOP && !alone && e->cols > 12 && text_before_page(t) == t.n)
				break; /* a sentence: the text has begun */
			e->reading = !alone && (text_before_page(t) > 0 || is_lone_number(e)) &&
			                     (closed || table || e->nlabel || e->gap > 0 || k == i + 1 ||
			                      words_start(w->words, WORD_AGENDA, line_folded(w, e)))
			                 ? READ_ENTRY : READ_CONT;
			e->rule = "contents.entry";
			e->conf = 0.9f;
			alone = is_lone_number(e);
			closed = text_before_page(t) < t.n || (!w->wrapped && e->n > 8);
		}
		contents_mark(w, i + 1, k, READ_ENTRY);
		return;
	}
}
