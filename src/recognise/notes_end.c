/* SPDX-License-Identifier: MIT */
/*
 * notes_end.c - endnotes: notes gathered under a heading of their own, as papers of Geneva have them.
 *
 * Their numbers may be printed as those of paragraphs are ("1.", "1)"), so the heading and the order
 * decide.  The chapter ends where a heading or a part begins.
 */
#include "recognise/notes.h"

#include <stdlib.h>

#define LEAST_NOTES 2
#define HEADING_BYTES 60
#define TAIL_TRIES 4 /* lines that begin with the number of a first note */

struct end_note {
	size_t line;
	uint32_t value;
	struct span number;  /* its figures */
	size_t used;         /* bytes of the line that are the mark */
};

struct chapter {
	struct work *w;
	size_t from, to;     /* its lines, without the heading */
	struct end_note *note;
	size_t count, cap;
};

/* The figures in it, or nothing. */
static struct span
figures(struct span t)
{
	size_t i = 0, from = 0, end;

	while (i < t.n && note_digit(t, &i) < 0) {
		utf8_next(t.s, t.n, &i);
		from = i;
	}
	for (end = i; note_digit(t, &i) >= 0; end = i)
		;
	return span_sub(t, from, end);
}

/* "[12]" at the start, as plain text of Word papers has it: its bytes with the blanks behind, or 0. */
static size_t
bracket_mark(struct span t, uint32_t v, struct span *number)
{
	size_t i = 1, at;
	uint32_t value = 0;
	int d;

	if (t.n < 3 || t.s[0] != '[')
		return 0;
	while ((d = note_digit(t, &i)) >= 0 && value <= NOTES_MOST)
		value = value * 10 + (uint32_t)d;
	if (value != v || i >= t.n || t.s[i] != ']')
		return 0;
	*number = span_sub(t, 1, i);
	for (at = i + 1; at < t.n && t.s[at] == ' '; at++)
		;
	return at;
}

/* Does note v begin on the line?  As notes do, as paragraphs do, or with the number the form shows. */
static bool
begins(const struct work *w, const struct rline *l, uint32_t v, struct span *number, size_t *used)
{
	struct span t = rline_text(w, l);
	uint32_t value;
	size_t k;

	/* the heading over the first, "Notes", waits for no figure */
	*used = v == 1 && !w->raised ? note_mark(t, number, &value) : note_mark_of(w, l, number, &value);
	if (*used > 0 && value == v)
		return true;
	if ((*used = bracket_mark(t, v, number)) > 0)
		return true;
	for (k = 0; k < l->nlabel; k++) {
		const struct label *b = &l->label[k];
		if ((b->style != LABEL_ARABIC && b->style != LABEL_ARABIC_PAREN) || b->value != v)
			continue;
		*number = figures(span_sub(t, 0, b->n));
		*used = b->body;
		return number->n > 0;
	}
	if (l->src->label == NULL || !l->src->opens || l->src->kind == LINE_NOTE)
		return false;
	*number = figures(span_of(l->src->label));
	*used = 0;
	return number->n > 0 && strtoul(number->s, NULL, 10) == v;
}

bool
notes_end_heading(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];
	struct span f;

	if (l->reading != READ_OPEN || l->lower || l->n > HEADING_BYTES || l->end == END_STOP || l->end == END_COMMA ||
	    l->nlabel)
		return false;
	f = line_folded(w, l);
	if (f.n > 0 && f.s[f.n - 1] == ':')
		f.n--;
	return words_is(w->words, WORD_NOTES, f) > 0;
}

/* Where something else begins, which is no further line of a note, or looks as if it did. */
enum limit { LIMIT_NONE, LIMIT_LIKELY, LIMIT_SURE };

static enum limit
limit_at(const struct work *w, const struct rline *l, const struct rline *before)
{
	if (l->reading != READ_OPEN || l->src->kind == LINE_HEADING || l->src->kind == LINE_ROW ||
	    l->src->kind == LINE_ROW_HEAD)
		return LIMIT_SURE;
	if (l->gap == 0 && l->page == before->page)
		return LIMIT_NONE;
	if (l->n <= HEADING_BYTES && begins_part(w, l))
		return LIMIT_SURE;
	if (l->bold || l->caps || (l->nlabel && label_heads(l->label[0].style)))
		return LIMIT_LIKELY;
	return LIMIT_NONE;
}

/* Is the mark of used bytes printed as the numbers of paragraphs are? */
static bool
ends_in_stop(struct span t, size_t used)
{
	while (used > 0 && t.s[used - 1] == ' ')
		used--;
	return used > 0 && t.s[used - 1] == '.';
}

#define GAP_LINES 8 /* within which a number of the series follows */

/* Note v has lost its number, which page text sets elsewhere: the line begins v + 1, and v + 2 follows sooner. */
static bool
skips(const struct work *w, size_t i, uint32_t v, struct end_note *n)
{
	const struct rline *l = &w->line[i];
	struct end_note next;
	size_t k, seen = 0;

	if (v == 1 || !begins(w, l, v + 1, &n->number, &n->used) || n->used == 0 || n->used == l->n ||
	    ends_in_stop(rline_text(w, l), n->used))
		return false;
	for (k = i + 1; k < w->nline && seen < GAP_LINES; k++) {
		if (w->line[k].reading != READ_OPEN)
			continue;
		if (begins(w, &w->line[k], v, &next.number, &next.used))
			return false;
		if (begins(w, &w->line[k], v + 2, &next.number, &next.used))
			return true;
		seen++;
	}
	return false;
}

/* The next note begins on line i; where the chapter may be over, with no number as those of paragraphs. */
static bool
is_next(const struct work *w, size_t i, uint32_t v, bool over, struct end_note *n)
{
	const struct rline *l = &w->line[i];

	if (l->reading != READ_OPEN)
		return false;
	n->line = i;
	n->value = v;
	if (begins(w, l, v, &n->number, &n->used))
		return !(over && ends_in_stop(rline_text(w, l), n->used));
	n->value = v + 1;
	return skips(w, i, v, n);
}

/*
 * The notes from line c->from on: their numbers are 1, 2, 3 ...  A note may hold a list of abbreviations or names,
 * which look like headings: where the next number stands below, and is none of a paragraph, the chapter goes on.
 */
static void
read_chapter(struct chapter *c)
{
	struct work *w = c->w;
	const struct rline *before = c->from > 0 ? &w->line[c->from - 1] : NULL;
	bool over = false;
	uint32_t last = 0;
	size_t i;

	for (i = c->from; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		struct end_note n;
		enum limit limit = LIMIT_NONE;
		if (l->reading == READ_DROP || l->reading == READ_URL)
			continue;
		if (is_next(w, i, last + 1, over, &n)) {
			*VEC_PUSH(w->arena, c->note, c->count, c->cap) = n;
			last = n.value;
			over = false;
		} else if (c->count == 0 || (limit = limit_at(w, l, before)) == LIMIT_SURE) {
			break;
		}
		before = l;
		over = over || limit == LIMIT_LIKELY;
		if (!over)
			c->to = i + 1;
	}
}

/* How many of them the text above calls; loose counts numbers between blanks, too. */
static size_t
count_called(const struct chapter *c, bool loose)
{
	bool called[NOTES_MOST + 1] = {false};
	size_t k, n = 0;

	notes_called(c->w, c->from, loose, called);
	for (k = 0; k < c->count; k++)
		n += c->note[k].value <= NOTES_MOST && called[c->note[k].value];
	return n;
}

/* The notes leave the text for their calls, or each stays where it is, a paragraph. */
static void
read_notes(struct chapter *c, bool taken)
{
	struct work *w = c->w;
	uint32_t id = 0;
	size_t i, k = 0;

	for (i = c->from; i < c->to; i++) {
		struct rline *l = &w->line[i];
		const struct end_note *n = k < c->count && c->note[k].line == i ? &c->note[k++] : NULL;
		if (l->reading != READ_OPEN)
			continue;
		if (!taken) {
			line_fix(l, n ? READ_P : READ_CONT, "note.kept", 0.8f);
			continue;
		}
		id = n ? note_new(w, n->number, (uint32_t)i) : id;
		note_take(l, n ? READ_NOTE : READ_NOTE_MORE, id, n ? n->used : 0, "note.end", 0.9f);
	}
}

size_t
notes_read_end(struct work *w, size_t i)
{
	struct chapter c = {.w = w, .from = i + 1, .to = i + 1};

	read_chapter(&c);
	if (c.count < LEAST_NOTES)
		return i;
	if (count_called(&c, false) * 2 >= c.count) {
		line_drop(w, &w->line[i], DROP_NOTES_HEADING);
		read_notes(&c, true);
	} else {
		read_notes(&c, false);
		diag(w->diag, DIAG_NOTE_UNCALLED, source_pos(w->draft, w->line[i].off),
		     "notes 1 to %zu under this heading: they stay there; mark their places in the draft", c.count);
	}
	return c.to;
}

/* "1 ", "(1)" and no number of a paragraph. */
static bool
is_bare_mark(const struct work *w, const struct rline *l, uint32_t v)
{
	struct span number;
	uint32_t value;
	size_t used;

	if (l->nlabel > 0 && !l->label[0].paren && l->label[0].style == LABEL_ARABIC)
		return false;
	used = note_mark_of(w, l, &number, &value);
	return used > 0 && value == v && !l->src->list && l->src->kind == LINE_TEXT;
}

static bool
is_mark(const struct work *w, const struct rline *l, uint32_t v)
{
	struct span number;

	return l->reading == READ_OPEN && (bracket_mark(rline_text(w, l), v, &number) > 0 || is_bare_mark(w, l, v));
}

/* A paragraph or a part begins with the line, or a page; in double spacing perhaps with each behind a stop. */
static bool
begins_text(const struct work *w, const struct rline *l)
{
	return l->reading != READ_OPEN || l->gap > 0 || l->src->para != l[-1].src->para || begins_part(w, l) ||
	       (l[-1].end == END_STOP && (l->nlabel > 0 || w->draft->form == SOURCE_PAGE_DOUBLE));
}

/* All marks of the chapter are of notes; where they are bare nothing else begins among them. */
static bool
holds_notes_alone(const struct chapter *c)
{
	const struct work *w = c->w;
	bool bare = is_bare_mark(w, &w->line[c->from], 1);
	size_t i, k = 0;

	for (i = c->from; i < c->to; i++) {
		const struct rline *l = &w->line[i];
		if (k < c->count && c->note[k].line == i) {
			if (!is_mark(w, l, c->note[k++].value))
				return false;
		} else if (bare && begins_text(w, l)) {
			return false;
		}
	}
	return true;
}

/* The chapter reaches the end of the draft, and the text calls its notes. */
static bool
is_tail(const struct chapter *c, size_t end)
{
	return c->to >= end && c->count > 0 && holds_notes_alone(c) &&
	       (count_called(c, false) * 2 >= c->count || (c->count >= LEAST_NOTES && count_called(c, true) == c->count));
}

/* The form shows where pages end, or the numbers at their feet and the rules over their notes do. */
static bool
ends_pages(const struct work *w)
{
	size_t i;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		if (l->page > 0 || notes_rule(rline_text(w, l)) || (l->reading == READ_DROP && furniture_number(w, l) > 0))
			return true;
	}
	return false;
}

void
notes_read_tail(struct work *w)
{
	size_t i = w->nline, end = w->nline, tries = 0;
	bool pages = ends_pages(w);

	while (end > 0 && w->line[end - 1].reading != READ_OPEN)
		end--;
	for (; i > 0 && tries < TAIL_TRIES; i--) {
		struct chapter c = {.w = w, .from = i - 1, .to = i - 1};
		if (!is_mark(w, &w->line[i - 1], 1) || (pages && is_bare_mark(w, &w->line[i - 1], 1)) ||
		    (i > 1 && notes_end_heading(w, i - 2)))
			continue;
		tries++;
		read_chapter(&c);
		if (is_tail(&c, end)) {
			read_notes(&c, true);
			return;
		}
	}
}
