/* SPDX-License-Identifier: MIT */
/*
 * contents.c - the list of contents, whose entries look like headings and are none.
 * It starts at its heading and ends where its first entry stands again as a heading, or else with
 * the last line that ends in a page number or leads there with dots.
 */
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

/* Up to n bytes of a line's label and text agree with the entry's start. */
static bool
same_start(struct span entry, struct span line)
{
	size_t n = text_before_page(entry), i = 0, k = 0, seen = 0;

	if (n == entry.n && entry.n > 80)
		n = 80;
	while (i < n && k < line.n) {
		if (entry.s[i] == ' ') {
			i++;
			continue;
		}
		if (line.s[k] == ' ') {
			k++;
			continue;
		}
		if (entry.s[i] != line.s[k])
			return false;
		i++;
		k++;
		seen++;
	}
	return seen >= 5 && (i >= n || k >= line.n);
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
	return words_in(w->words, WORD_PAGE, f) || words_is(w->words, WORD_PARAGRAPHS, f) ||
	       words_is(w->words, WORD_CHAPTER, f);
}

static size_t
repeated(const struct work *w, size_t from)
{
	size_t first = from, i;
	struct span entry;

	while (first < w->nline && first < from + 8 && (w->line[first].reading != READ_OPEN || is_column_head(w, first)))
		first++;
	if (first >= w->nline || first == from + 8)
		first = from;
	entry = joined(w, first);
	for (i = first + 1; i < w->nline && i < from + CONTENTS_LINES; i++) {
		const struct rline *l = &w->line[i];
		struct span t;
		if (l->reading != READ_OPEN || l->n == 0 || w->draft->text.s[l->off] != entry.s[0])
			continue;
		t = joined(w, i);
		if (text_before_page(t) == t.n && same_start(entry, t))
			return i;
	}
	return 0;
}

static size_t
last_with_page(const struct work *w, size_t from)
{
	size_t i, last = from, misses = 0;

	for (i = from; i < w->nline && i < from + CONTENTS_LINES && misses < 4; i++) {
		struct span t = rline_text(w, &w->line[i]);
		if (w->line[i].reading != READ_OPEN)
			continue;
		if (text_before_page(t) < t.n || (w->line[i].nlabel && w->line[i].label[0].body >= t.n) ||
		    (t.n < 4 && t.s[0] >= '0' && t.s[0] <= '9')) {
			last = i + 1;
			misses = 0;
		} else {
			misses++;
		}
	}
	return last;
}

void
contents_find(struct work *w)
{
	size_t i, k, end;
	bool closed = true, alone = false;

	for (i = 0; i < w->nline && i < 300; i++) {
		struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN || l->n > 60 ||
		    !words_is(w->words, WORD_CONTENTS, line_folded(w, l)))
			continue;
		end = repeated(w, i + 1);
		if (!end)
			end = last_with_page(w, i + 1);
		l->reading = READ_CONTENTS;
		l->rule = "contents.heading";
		l->conf = 0.95f;
		for (k = i + 1; k < end; k++) {
			struct rline *e = &w->line[k];
			struct span t = rline_text(w, e);
			if (e->reading != READ_OPEN)
				continue;
			if (k + 3 >= end && e->end == END_STOP && !alone && e->cols > 12 && text_before_page(t) == t.n)
				break; /* a sentence: the text has begun */
			e->reading = !alone && text_before_page(t) > 0 && (closed || e->nlabel || e->gap > 0 || k == i + 1)
			                 ? READ_ENTRY : READ_CONT;
			e->rule = "contents.entry";
			e->conf = 0.9f;
			alone = e->nlabel && e->label[0].body >= t.n;
			closed = text_before_page(t) < t.n || (!w->wrapped && e->n > 8);
		}
		return;
	}
}
