/* SPDX-License-Identifier: MIT */
/*
 * cover.c - the cover and the title page of a book of official records: title, organ, session and
 * number of the supplement stand on both.
 *
 * They are known by the words for the records and for the supplement under each other.  What both
 * pages say is a field once; the second printing, however its lines are broken, is furniture.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define COVER_LINES 90   /* within which both pages end */
#define SERIES_LINES 4   /* from the word for the records to that for the supplement */
#define REPEAT_LINES 16  /* that are looked at as one printing of what was printed before */
#define REPEAT_LEAST 4   /* bytes: less may stand anywhere by chance */
#define IMPRINT_BYTES 90
#define YEAR 4           /* digits */
#define TITLE_LINES 8    /* of the name of a body, to what its paper is */
#define BEHIND_LINES 40
#define NOTE_COLS 40     /* of the heading of the note on the series */

/* What was taken, folded and without blanks, and where each line of it begins. */
struct printed {
	struct buf text;
	size_t start[2 * COVER_LINES], n;
};

static bool
open_line(const struct work *w, size_t i)
{
	return i < w->nline && w->line[i].reading == READ_OPEN;
}

static bool
is_contents(const struct work *w, size_t i)
{
	return words_is(w->words, WORD_CONTENTS, line_folded(w, &w->line[i]));
}

static bool
is_supplement(const struct work *w, size_t i)
{
	return open_line(w, i) && words_start(w->words, WORD_SUPPLEMENT, line_folded(w, &w->line[i])) > 0;
}

/* Notes that cite a supplement name it and its session in one sentence: covers have no lines that go on so. */
static bool
is_cited(const struct work *w, const struct rline *l)
{
	return l->end == END_COMMA ||
	       (l->cols > NOTE_COLS && span_find(rline_text(w, l), SPAN_LIT(", ")) != SIZE_MAX);
}

/* Behind the last number of the supplement under the word for the records, and behind the first one; or 0. */
static size_t
series_end(const struct work *w, size_t *first)
{
	size_t end = 0, records = SIZE_MAX;

	for (size_t i = 0; i < w->nline && i < COVER_LINES && !is_contents(w, i); i++) {
		/* the notes of a resolution name records too */
		if (resolution_adopted(w, &w->line[i]) || resolution_titled(w, i))
			break;
		if (open_line(w, i) && words_start(w->words, WORD_RECORDS, line_folded(w, &w->line[i])))
			records = i;
		if (is_cited(w, &w->line[i]))
			records = SIZE_MAX;
		if (records != SIZE_MAX && i - records < SERIES_LINES && is_supplement(w, i)) {
			*first = end == 0 ? i + 1 : *first;
			end = i + 1;
		}
	}
	return end;
}

/* How many digits the text ends with. */
static size_t
digits_end(struct span t)
{
	size_t n = 0;

	while (n < t.n && char_digit((unsigned char)t.s[t.n - n - 1]))
		n++;
	return n;
}

/* "United Nations, New York, 2031" at the foot of the title page. */
static bool
is_imprint(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);

	return t.n < IMPRINT_BYTES && words_start(w->words, WORD_ORGANIZATION, line_folded(w, l)) > 0 &&
	       t.n > YEAR && digits_end(t) >= YEAR;
}

/* Behind the imprint, if the title page has one; otherwise the end of the series. */
static size_t
pages_end(const struct work *w, size_t series)
{
	for (size_t i = series; i < w->nline && i < COVER_LINES && !is_contents(w, i); i++)
		if (is_imprint(w, &w->line[i]))
			return i + 1;
	return series;
}

static void
add_folded(struct buf *out, struct span f)
{
	for (size_t i = 0; i < f.n; i++)
		if (f.s[i] != ' ')
			buf_addc(out, f.s[i]);
}

static void
remember(struct printed *p, const struct work *w, size_t i)
{
	struct span part[4];
	size_t n = masthead_split(w, &w->line[i], part);

	for (size_t k = 0; k < n && p->n < sizeof p->start / sizeof *p->start; k++) {
		p->start[p->n++] = p->text.n;
		add_folded(&p->text, words_fold(w->arena, part[k]));
	}
}

/* Was that printed before, as one or more whole lines? */
static bool
was_printed(const struct printed *p, struct span s)
{
	for (size_t from = 0; s.n >= REPEAT_LEAST && from < p->n; from++) {
		size_t at = p->start[from], to = from + 1;
		while (to < p->n && p->start[to] < at + s.n)
			to++;
		if ((to < p->n ? p->start[to] : p->text.n) == at + s.n && memcmp(p->text.data + at, s.s, s.n) == 0)
			return true;
	}
	return false;
}

/* How many lines from i on are a second printing: as many as may be. */
static size_t
repeated(const struct work *w, const struct printed *p, size_t i, size_t end)
{
	struct buf run = {0};
	size_t n = 0;

	for (size_t k = 0; k < REPEAT_LINES && i + k < end && run.n <= p->text.n; k++) {
		if (!open_line(w, i + k))
			continue;
		add_folded(&run, line_folded(w, &w->line[i + k]));
		if (was_printed(p, buf_span(&run)))
			n = k + 1;
	}
	buf_free(&run);
	return n;
}

/* Columns side by side, each printed before. */
static bool
columns_repeated(const struct work *w, const struct printed *p, size_t i)
{
	struct span part[4];
	size_t n = masthead_split(w, &w->line[i], part);
	bool all = n > 1;

	for (size_t k = 0; all && k < n; k++) {
		struct buf b = {0};
		add_folded(&b, words_fold(w->arena, part[k]));
		all = was_printed(p, buf_span(&b));
		buf_free(&b);
	}
	return all;
}

/* The dates of a session, in brackets. */
static bool
is_dates(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t i = 0;

	while (i < t.n && !char_digit((unsigned char)t.s[i]))
		i++;
	return i < t.n && t.s[0] == '(' && t.s[t.n - 1] == ')';
}

/* The name of the body over the line that says what the paper is: how many lines it has, or 0. */
static size_t
body_lines(const struct work *w, size_t i, size_t end)
{
	if (masthead_body(w, rline_text(w, &w->line[i])) == REP_KINDS)
		return 0;
	for (size_t n = 1; n < TITLE_LINES && i + n < end && open_line(w, i + n); n++)
		if (masthead_names_paper(w, &w->line[i + n]))
			return n;
	return 0;
}

/* A line that is no field known elsewhere: of the series, dates, a body, or of the title. */
static void
take(struct work *w, size_t i, size_t end)
{
	struct rline *l = &w->line[i];
	bool under_title = i > 0 && l[-1].reading == READ_FIELD && l[-1].field == REP_TITLE;
	size_t body = under_title ? 0 : body_lines(w, i, end);

	if (words_start(w->words, WORD_RECORDS, line_folded(w, l)) || is_supplement(w, i) || is_imprint(w, l))
		masthead_take(w, i, REP_FIELD, false, "masthead.series");
	else if (is_dates(w, l))
		masthead_take(w, i, REP_VENUE, false, "masthead.series");
	else if (body == 0)
		masthead_take(w, i, REP_TITLE, under_title, "masthead.cover");
	for (size_t k = 0; k < body; k++)
		masthead_take(w, i + k, REP_BODY_NAME, k > 0, "masthead.cover");
}

/* Both pages, up to their end. */
static void
take_pages(struct work *w, struct printed *p, size_t first_end, size_t end)
{
	for (size_t i = 0; i < end; i++) {
		struct rline *l = &w->line[i];
		size_t again = i < first_end ? 0 : repeated(w, p, i, end);
		if (l->reading != READ_OPEN && l->reading != READ_FIELD)
			continue;
		if (again == 0 && i >= first_end && columns_repeated(w, p, i))
			again = 1;
		for (size_t k = 0; k < again; k++)
			if (open_line(w, i + k))
				line_drop(w, &w->line[i + k], DROP_COVER);
		if (again > 0) {
			i += again - 1;
			continue;
		}
		if (l->reading == READ_OPEN && (l->lower || !masthead_line(w, i)))
			take(w, i, end);
		remember(p, w, i);
	}
}

/*
 * What stands between the title page and the contents or summary: a note on the series, its number, the date in
 * brackets.  Where neither follows it is the text that begins.
 */
static void
behind_pages(struct work *w, const struct printed *p, size_t end)
{
	bool noted = false;
	size_t to = end;

	while (to < w->nline && to < end + BEHIND_LINES && !is_contents(w, to) &&
	       !words_is(w->words, WORD_SUMMARY, line_folded(w, &w->line[to])))
		to++;
	if (to == w->nline || to == end + BEHIND_LINES)
		return;
	for (size_t i = end; i < to; i++) {
		struct rline *l = &w->line[i];
		struct span t = rline_text(w, l);
		if (!open_line(w, i))
			continue;
		w->cover = i + 1;
		if (l->code)
			masthead_take(w, i, REP_FIELD, false, "masthead.series");
		else if (t.n > 2 && t.s[0] == '[' && t.s[t.n - 1] == ']')
			masthead_bracketed(w, i);
		else if (repeated(w, p, i, i + 1) > 0)
			line_drop(w, l, DROP_COVER);
		else if (!noted && l->upper && l->end == END_OPEN && l->cols < NOTE_COLS)
			line_fix(l, READ_FRONT, "front.series", 0.9f);
		noted = noted || l->reading == READ_FRONT || l->reading == READ_OPEN;
	}
}

void
cover_find(struct work *w)
{
	struct printed p = {0};
	size_t first, end = series_end(w, &first);

	if (end == 0)
		return;
	end = pages_end(w, end);
	take_pages(w, &p, first, end);
	w->cover = end;
	behind_pages(w, &p, end);
	buf_free(&p.text);
}
