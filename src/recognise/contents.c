/* SPDX-License-Identifier: MIT */
/*
 * contents.c - the list of contents, whose entries look like headings and are none.
 * It starts at its heading and ends where its first entry stands again as a heading, or else with
 * the last line that ends in a page number or leads there with dots; a table ends with its rows.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define CONTENTS_LINES 600
#define HEADING_BEFORE 300 /* lines in which the heading of the paper's own list stands */
#define OTHER_BYTES 60     /* of the heading of another list, in an annex */
#define LISTS_MOST 8       /* each asks for all lines below it */

size_t
contents_words(struct span t)
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
	if (i > 0 && t.s[i - 1] == '/' && dots == 0)
		return t.n; /* of a symbol, as in "98/2" */
	return (digits && i < t.n && digits <= 9) || dots >= 3 ? i : t.n;
}

/* "Ropes . . . . 4", and the page number may be missing. */
static bool
ends_in_leaders(struct span t)
{
	size_t i = contents_words(t), dots = 0;

	for (; i < t.n; i++)
		dots += t.s[i] == '.' || (unsigned char)t.s[i] == 0xE2; /* of "…" */
	return dots >= 4;
}

/* "page", "paragraphs page", "chapter page", in folded words. */
static bool
names_columns(const struct work *w, struct span f)
{
	return words_is(w->words, WORD_PAGE, f) || words_is(w->words, WORD_PARAGRAPHS, f) ||
	       words_is(w->words, WORD_CHAPTER, f) ||
	       (words_end(w->words, WORD_PAGE, f) &&
	        (words_start(w->words, WORD_PARAGRAPHS, f) || words_start(w->words, WORD_CHAPTER, f)));
}

#define COLUMN_COLS 30 /* of the words over the entries, without the room between them */
#define COLUMN_BYTES 400

/* "Page", "Paragraphs  Page", "Chapter" over the entries. */
bool
contents_column(const struct work *w, const struct rline *l)
{
	struct span f;

	if (l->nlabel || l->n > COLUMN_BYTES || (l->cols > COLUMN_COLS && l->end != END_OPEN))
		return false;
	f = line_folded(w, l);
	return evidence_cols(f) <= COLUMN_COLS && names_columns(w, f);
}

/* "Contents", with the names of the columns on its line or not. */
static bool
is_heading(const struct work *w, const struct rline *l)
{
	struct span f;
	size_t n;

	if (l->reading != READ_OPEN || l->n == 0 || l->n > COLUMN_BYTES)
		return false;
	f = line_folded(w, l);
	if (words_is(w->words, WORD_CONTENTS, f))
		return true;
	n = evidence_cols(f) <= 2 * COLUMN_COLS ? words_start(w->words, WORD_CONTENTS, f) : 0;
	return n > 0 && names_columns(w, span_trim(span_sub(f, n, f.n)));
}

bool
contents_same_number(const struct label *entry, const struct label *heading)
{
	return !entry || !heading || (entry->value == heading->value &&
	       (entry->style == heading->style || heading->style == LABEL_CHAPTER));
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
	const struct rline *before = i > 0 && l[-1].reading == READ_OPEN && rline_label_alone(l - 1) ? l - 1 : NULL;
	struct headed h = {i, rline_text(w, l), NULL};

	if (l->nlabel) {
		h.words = span_sub(h.words, l->label[0].body, h.words.n);
		h.number = &l->label[0];
	} else if (before && !(i > 1 && rline_label_alone(l - 2))) {
		h.number = &before->label[0]; /* of several numbers in a row none is known to be its own */
	}
	return h;
}

#define FIRST_ENTRY 12 /* lines in which the first entry with words is looked for */

static bool
first_entry(const struct work *w, size_t from, struct headed *h)
{
	size_t i;

	for (i = from; i < w->nline && i < from + FIRST_ENTRY; i++) {
		const struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN || contents_column(w, l) || rline_label_alone(l) ||
		    contents_words(rline_text(w, l)) == 0)
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
	while (i > from && !w->line[i].seam && w->line[i - 1].reading == READ_OPEN &&
	       rline_label_alone(&w->line[i - 1]))
		i--;
	return i;
}

/* The line after the list where its first entry stands again, or 0. */
static size_t
repeated(const struct work *w, size_t from)
{
	struct headed entry, line;
	struct heading_key key = {.n = 0};
	size_t i;

	if (!first_entry(w, from, &entry))
		return 0;
	heading_key_add(&key, span_sub(entry.words, 0, contents_words(entry.words)));
	for (i = entry.at + 1; i < w->nline && i < from + CONTENTS_LINES; i++) {
		const struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN || l->n == 0 || rline_label_alone(l))
			continue;
		line = headed(w, i);
		if (line.words.n == 0 || line.words.s[0] != entry.words.s[0] ||
		    contents_words(line.words) < line.words.n)
			continue;
		if (contents_same_number(entry.number, line.number) && heading_key_agrees(&key, line.words))
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

bool
contents_begin(const struct work *w, size_t i)
{
	size_t k = i;

	if (!is_heading(w, &w->line[i]) || !leaders_follow(w, i + 1))
		return false;
	while (k > 0 && k + LEADERS > i && w->line[k - 1].reading != READ_OPEN)
		k--;
	return k == 0 || !ends_in_leaders(rline_text(w, &w->line[k - 1]));
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
		if (contents_begin(w, i))
			break;
		if (rline_label_alone(l)) {
			misses = 0;
		} else if (contents_words(t) < t.n || (t.n < 4 && t.s[0] >= '0' && t.s[0] <= '9')) {
			last = i + 1;
			misses = 0;
		} else if (++misses >= MISSES && !leaders_follow(w, i)) {
			break;
		}
	}
	/* numbers that lost their entries stand at the end of the page */
	while (last < w->nline && w->line[last].reading == READ_OPEN && !w->line[last].seam &&
	       rline_label_alone(&w->line[last]))
		last++;
	return last;
}

static bool
is_row(const struct work *w, size_t i)
{
	return i < w->nline && (w->line[i].src->kind == LINE_ROW || w->line[i].src->kind == LINE_ROW_HEAD);
}

/* Set in another type than the line before: what groups the entries is. */
static bool
other_type(const struct rline *before, const struct rline *l)
{
	const struct line *a = before->src, *b = l->src;
	return !l->lower && (a->bold != b->bold || a->italic != b->italic);
}

/* Lines from i on, under the heading, as entries; behind the last of them. */
static size_t
take_entries(struct work *w, size_t i)
{
	size_t k, end = repeated(w, i);
	bool closed = true, alone = false, table = is_row(w, i); /* it has an entry in each row, and ends with the rows */

	if (!end)
		end = last_with_page(w, i);
	for (k = i; k < end; k++) {
		struct rline *e = &w->line[k];
		struct span t = rline_text(w, e);
		if ((table && !is_row(w, k)) || is_heading(w, e) || record_opens(w, e))
			break;
		if (e->reading != READ_OPEN)
			continue;
		if (k + 3 >= end && e->end == END_STOP && !alone && e->cols > 12 && contents_words(t) == t.n)
			break; /* a sentence: the text has begun */
		e->reading = !alone && (contents_words(t) > 0 || rline_label_alone(e)) &&
		                     ((closed && (!e->lower || e->nlabel)) || table || e->nlabel || e->gap > 0 || k == i ||
		                      e->src->opens || other_type(e - 1, e) ||
		                      words_start(w->words, WORD_AGENDA, line_folded(w, e)))
		                 ? READ_ENTRY : READ_CONT;
		e->rule = "contents.entry";
		e->conf = 0.9f;
		alone = rline_label_alone(e);
		closed = contents_column(w, e) || contents_words(t) < t.n || (!w->wrapped && e->n > 8);
	}
	return k;
}

/*
 * May a list begin with line i?  One of the paper stands at its head, a summary of it may stand before it; one of an
 * annex shows its leaders.
 */
static bool
begins_list(const struct work *w, size_t i, size_t behind)
{
	const struct rline *l = &w->line[i];

	if (i < (behind ? behind + FIRST_ENTRY : HEADING_BEFORE))
		return is_heading(w, l);
	return l->n <= OTHER_BYTES && l->nlabel == 0 && l->end == END_OPEN && contents_begin(w, i);
}

#define UNNAMED_ENTRIES 4 /* that lead to a page, within */
#define UNNAMED_LINES 16
#define UNNAMED_PAGE 4    /* figures of its page */
#define UNNAMED_DOTS 4

/* Nothing but dots, apart or not, that lead to the number of a page, which stands behind them or alone below. */
static bool
leads_to_page(const struct work *w, size_t i)
{
	struct span t = rline_text(w, &w->line[i]), below = {"", 0};
	size_t end = t.n, dots = 0;

	if (w->line[i].reading != READ_OPEN || !ends_in_leaders(t))
		return false;
	while (end > 0 && char_digit((unsigned char)t.s[end - 1]))
		end--;
	for (size_t k = end; k > 0 && (t.s[k - 1] == '.' || t.s[k - 1] == ' '); k--)
		dots += t.s[k - 1] == '.';
	if (i + 1 < w->nline)
		below = rline_text(w, &w->line[i + 1]);
	return dots >= UNNAMED_DOTS && (end < t.n || (is_figure(below) && below.n <= UNNAMED_PAGE));
}

/* The first line of a list over which no word for one stands, which may name its columns; or w->nline. */
static size_t
unnamed_list(const struct work *w)
{
	size_t i, k, n;

	for (i = 0; i < w->nline && i < HEADING_BEFORE; i++) {
		if (!leads_to_page(w, i))
			continue;
		for (k = i, n = 0; k < w->nline && k < i + UNNAMED_LINES; k++)
			n += leads_to_page(w, k);
		if (n >= UNNAMED_ENTRIES)
			break;
	}
	if (i == w->nline || i == HEADING_BEFORE)
		return w->nline;
	for (i = with_numbers(w, i, 0); i > 0; i--)
		if (w->line[i - 1].reading != READ_OPEN || !contents_column(w, &w->line[i - 1]))
			break;
	return i;
}

/* The few words that stand apart over the first line of a list, which begins at i, are its own. */
static void
name_list(struct work *w, size_t i)
{
	struct rline *l = i > 0 ? &w->line[i - 1] : NULL;

	if (l && l->reading == READ_OPEN && l->cols <= COLUMN_COLS && l->nlabel == 0 && l->end == END_OPEN &&
	    (l->gap > 0 || l->seam))
		line_fix(l, READ_CONTENTS, "contents.heading", 0.7f);
}

void
contents_find(struct work *w)
{
	size_t i, behind = 0, lists, k;
	struct { size_t from, to; } list[LISTS_MOST];

	for (i = 0, lists = 0; i < w->nline && lists < LISTS_MOST; i++) {
		struct rline *l = &w->line[i];
		if (!begins_list(w, i, behind))
			continue;
		l->reading = READ_CONTENTS;
		l->rule = "contents.heading";
		l->conf = 0.95f;
		k = take_entries(w, i + 1);
		if (lists > 0 && i < behind + FIRST_ENTRY) {
			list[lists - 1].to = k;
		} else {
			list[lists].from = i + 1;
			list[lists++].to = k;
		}
		behind = k;
		i = k - 1;
	}
	if (lists == 0 && (i = unnamed_list(w)) < w->nline) {
		name_list(w, i);
		list[0].from = i;
		list[0].to = take_entries(w, i);
		lists = 1;
	}
	for (k = 0; k < lists; k++)
		contents_mark(w, list[k].from, list[k].to, READ_ENTRY);
}
