/* SPDX-License-Identifier: MIT */
/*
 * particulars.c - the rows under the title of a decision on a case: a label, a colon, and what it is.
 *
 * What stands behind the colon may be on the label's line or below it, and a date there is not that of the
 * paper.  Rows are known by their form alone, and only where several follow each other.
 */
#include <stdint.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define ROWS 4       /* two or three lines with a colon are found in any text */
#define BELOW 12     /* lines of a title between the fields and the first row */
#define LABEL_COLS 64
#define VALUE_LINES 12
#define TITLE_LINES 8

/* Bytes of the label with its colon at the start of the line; 0 when there is none. */
static size_t
label_of(const struct work *w, const struct rline *l)
{
	static const enum word known[] = {WORD_ORIGINAL, WORD_DISTR, WORD_ROLE, WORD_AGENDA, WORD_SPEAKER, WORD_PERSON};
	struct span t = rline_text(w, l), f, label;
	size_t i, n = 0;

	if (l->reading != READ_OPEN || l->nlabel > 0 || l->bullet || l->lower || l->src->list > 0)
		return 0;
	for (i = 0; i < t.n && n == 0; i++)
		n = t.s[i] == ':' ? 1 : span_starts(span_sub(t, i, t.n), "\xEF\xBC\x9A") ? 3 : 0;
	if (n == 0 || (n == 1 && i < t.n && t.s[i] != ' ' && t.s[i] != '\t'))
		return 0;
	label = span_sub(t, 0, i - 1);
	if (label.n == 0 || evidence_cols(label) > LABEL_COLS || char_any_digit(label) ||
	    span_find(label, SPAN_LIT(". ")) != SIZE_MAX)
		return 0;
	f = line_folded(w, l);
	for (size_t k = 0; k < sizeof known / sizeof *known; k++)
		if (words_start(w->words, known[k], f))
			return 0;
	return i - 1 + n;
}

/* Line i has no label and no blank line over it: what the label over it names may go on there. */
static bool
may_go_on(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];

	return i < w->nline && w->wrapped && l->reading == READ_OPEN && l->gap == 0 && !(l->nlabel > 0 && l->upper) &&
	       label_of(w, l) == 0;
}

/* The line behind the row that starts at line from: full lines belong to it where another row follows them. */
static size_t
row_end(const struct work *w, size_t from)
{
	size_t i = from + 1, narrow;

	if (label_of(w, &w->line[from]) == w->line[from].n && i < w->nline && w->line[i].reading == READ_OPEN &&
	    label_of(w, &w->line[i]) == 0)
		i++;
	for (narrow = i; may_go_on(w, narrow) && w->line[narrow].cols * 20 <= w->width * 17;)
		narrow++;
	while (i - from < VALUE_LINES && may_go_on(w, i))
		i++;
	return i < w->nline && label_of(w, &w->line[i]) > 0 ? i : narrow;
}

/* The next line of the text from i on. */
static size_t
open_from(const struct work *w, size_t i)
{
	while (i < w->nline && w->line[i].reading != READ_OPEN)
		i++;
	return i;
}

size_t
particulars_find(struct work *w, size_t end)
{
	size_t first, i, stop, rows = 0;

	if (w->record_paper)
		return SIZE_MAX;
	for (first = 0; first < w->nline && first < end + BELOW && !resolution_titled(w, first); first++) {
		if (label_of(w, &w->line[first]) == 0)
			continue;
		rows = 0;
		for (i = first; i < w->nline && label_of(w, &w->line[i]) > 0; rows++, i = open_from(w, stop)) {
			stop = row_end(w, i);
			if (w->line[stop - 1].end == END_STOP)
				break; /* sentences are no particulars */
		}
		if (rows >= ROWS)
			break;
		first = i > first ? i - 1 : first;
	}
	if (rows < ROWS)
		return SIZE_MAX;
	for (i = first; rows > 0; rows--) {
		size_t from = i;
		for (stop = row_end(w, i); i < stop; i++)
			masthead_take(w, i, REP_FIELD, i > from, "masthead.particulars");
		i = open_from(w, i);
	}
	return first;
}

void
particulars_title(struct work *w, size_t from, size_t to)
{
	enum rep_kind kind = REP_TITLE;
	size_t i;

	if (to - from > TITLE_LINES)
		return;
	for (i = from; i < to; i++)
		if (w->line[i].reading == READ_OPEN && (w->line[i].end == END_STOP || w->line[i].nlabel > 0))
			return;
	for (i = open_from(w, from); i < to; i = open_from(w, i + 1)) {
		const struct rline *l = &w->line[i], *field = i > from && l[-1].reading == READ_FIELD ? l - 1 : NULL;
		bool more = field && field->field == kind && w->wrapped && l->gap == 0 &&
		            (l->lower || field->cols * 2 > w->width);
		if (!more && field && field->field == REP_TITLE)
			kind = REP_SUBTITLE;
		masthead_take(w, i, kind, more, "masthead.title");
	}
}
