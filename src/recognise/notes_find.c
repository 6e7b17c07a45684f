/* SPDX-License-Identifier: MIT */
/*
 * notes_find.c - the bodies of notes: after a rule, at a page's end, or as the form says.
 *
 * A block of notes starts at a rule and ends with the page.  Inside it a note starts where its
 * number is the next one; an extraction may also print the numbers on lines of their own, before
 * their text or, detached, after all of it; then numbers and texts are paired in their order.
 */
#include "recognise/work.h"

#include <string.h>

static bool
is_rule(struct span s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++) {
		if (s.s[i] == '_')
			n++;
		else if (s.s[i] != ' ')
			return false;
	}
	return n >= 5;
}

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
		*value = 1000 + (uint32_t)(s.s[0] - 'a');
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

/* The mark at a line's start: "12 ", "12/", "(12)", "*", "a "; bytes used with blanks after, or 0. */
static size_t
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

static uint32_t
new_note(struct work *w, struct span mark, uint32_t line)
{
	struct found_note *f = VEC_PUSH(w->arena, w->found, w->nfound, w->found_cap);

	f->mark = mark;
	f->first = line;
	return (uint32_t)w->nfound;
}

static void
take(struct rline *l, enum reading r, uint32_t note, size_t mark_n, const char *rule, float conf)
{
	l->reading = r;
	l->note = note;
	l->mark_n = (uint16_t)mark_n;
	l->rule = rule;
	l->conf = conf;
}

/* Is the mark of value v next after *last?  A first one may be anything. */
static bool
follows(uint32_t v, uint32_t last, bool any)
{
	if (any)
		return v > 0;
	return v == last + 1 || (v > last && v <= last + 3 && last < 1000);
}

/* Is the note whose line this is at its end?  A mark alone still waits for its text. */
static bool
is_finished(const struct work *w, const struct rline *l)
{
	struct span mark;
	uint32_t v;

	return l->end == END_STOP && note_mark(rline_text(w, l), &mark, &v) != l->n;
}

/* Where the block that starts at line from ends (exclusive). */
static size_t
block_end(const struct work *w, size_t from)
{
	const struct rline *last = NULL;
	size_t i;
	bool after_stop = false;

	for (i = from; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		struct span mark;
		uint32_t v;
		if (l->reading == READ_URL)
			break;
		if (l->reading == READ_DROP) {
			/* page numbers may stand between a mark and its text */
			if (strcmp(l->rule, "furniture.turn") != 0 && (l->page == 0 || last == NULL || is_finished(w, last)))
				break;
			continue;
		}
		if (i > from && l->page != w->line[from].page)
			break;
		if (i > from && is_rule(rline_text(w, l)))
			break;
		/* page text in double spacing shows a new page by the missing blank line */
		if (after_stop && w->draft->form == SOURCE_PAGE_DOUBLE &&
		    (l->gap > 0 || l->src->no == w->line[i - 1].src->no + 1) && !note_mark(rline_text(w, l), &mark, &v))
			break;
		after_stop = l->end == END_STOP;
		last = l;
	}
	return last ? (size_t)(last - w->line) + 1 : i;
}

/* Numbers on lines of their own: pair those without text after them with texts without number. */
static void
pair_detached(struct work *w, size_t from, size_t to, size_t lead_end)
{
	size_t i, tail = to, lone = 0, texts = 0, k = from;
	struct span mark;
	uint32_t v;

	while (tail > from) {
		const struct rline *l = &w->line[tail - 1];
		size_t used = l->reading == READ_OPEN ? note_mark(rline_text(w, l), &mark, &v) : 0;
		if (used == 0 || used != l->n)
			break;
		tail--;
		lone++;
	}
	for (i = from; i < lead_end; i++)
		if (w->line[i].end == END_STOP || i + 1 == lead_end)
			texts++;
	for (i = tail; i < to && k < lead_end; i++) {
		uint32_t id;
		note_mark(rline_text(w, &w->line[i]), &mark, &v);
		id = new_note(w, mark, (uint32_t)k);
		take(&w->line[i], READ_NOTE, id, w->line[i].n, "note.detached", 0.8f);
		do {
			if (w->line[k].reading == READ_OPEN)
				take(&w->line[k], READ_NOTE_MORE, id, 0, "note.detached", 0.8f);
			k++;
		} while (k < lead_end && (w->line[k - 1].end != END_STOP || (i + 1 == to && texts >= lone)));
	}
}

static const struct rline *
last_line_of(const struct work *w, uint32_t id, size_t before)
{
	size_t i;

	for (i = before; i-- > w->found[id - 1].first;)
		if (w->line[i].note == id)
			return &w->line[i];
	return &w->line[w->found[id - 1].first];
}

/* A lead without numbers: the end of the last page's note, or texts whose numbers stand below. */
static void
lead(struct work *w, size_t from, size_t to, size_t lead_end, uint32_t id)
{
	size_t i;
	struct span mark;
	uint32_t v;

	if (to > lead_end) {
		const struct rline *l = &w->line[to - 1];
		if (note_mark(rline_text(w, l), &mark, &v) == l->n) {
			pair_detached(w, from, to, lead_end);
			return;
		}
	}
	/* a note that is complete does not go on: then these lines are text, and the notes are lost */
	if (id == 0 || last_line_of(w, id, from)->end == END_STOP)
		return;
	for (i = from; i < lead_end; i++)
		if (w->line[i].reading == READ_OPEN)
			take(&w->line[i], READ_NOTE_MORE, id, 0, "note.continued", 0.7f);
}

static void
read_block(struct work *w, size_t from, size_t to, uint32_t *last)
{
	size_t i, lead_end = from;
	uint32_t id = 0, v;
	uint32_t before = (uint32_t)w->nfound;
	struct span mark;
	bool any = true;

	while (lead_end < to && (w->line[lead_end].reading != READ_OPEN ||
	                         !note_mark(rline_text(w, &w->line[lead_end]), &mark, &v)))
		lead_end++;
	if (lead_end > from)
		lead(w, from, to, lead_end, before);
	for (i = lead_end; i < to; i++) {
		struct rline *l = &w->line[i];
		struct span t = rline_text(w, l);
		size_t used = note_mark(t, &mark, &v);
		if (l->reading != READ_OPEN)
			continue;
		if (used && (v == 0 || follows(v, *last, any))) {
			id = new_note(w, mark, (uint32_t)i);
			if (v)
				*last = v;
			any = any && v == 0;
			take(l, READ_NOTE, id, used, v ? "note.numbered" : "note.star", 0.97f);
		} else if (id || before) {
			take(l, READ_NOTE_MORE, id ? id : before, 0, "note.more", 0.9f);
		}
	}
}

/* A star note without a rule: its call stands earlier, its text runs to a stop or a page end. */
static void
star_notes(struct work *w)
{
	size_t i, k;

	for (i = 1; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span mark;
		uint32_t v, id;
		size_t used;
		unsigned char first = l->n ? (unsigned char)w->draft->text.s[l->off] : 0;
		if (l->reading != READ_OPEN || l->n < 4 || (first != '*' && first < 0xE2))
			continue;
		used = note_mark(rline_text(w, l), &mark, &v);
		if (!used || used == l->n || v)
			continue;
		id = new_note(w, mark, (uint32_t)i);
		take(l, READ_NOTE, id, used, "note.star", 0.9f);
		for (k = i; w->line[k].end != END_STOP && k + 1 < w->nline && k < i + 4; k++) {
			struct rline *more = &w->line[k + 1];
			if (more->reading != READ_OPEN || more->gap > 1 || more->nlabel)
				break;
			take(more, READ_NOTE_MORE, id, 0, "note.more", 0.85f);
		}
	}
}

static void
form_notes(struct work *w)
{
	size_t i;
	uint32_t id = 0;
	const char *label = NULL;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		if (l->src->kind != LINE_NOTE || l->reading != READ_OPEN)
			continue;
		if (id == 0 || (l->src->label && (!label || strcmp(label, l->src->label) != 0))) {
			label = l->src->label ? l->src->label : "*";
			id = new_note(w, span_of(label), (uint32_t)i);
			take(l, READ_NOTE, id, 0, "note.form", 1);
		} else {
			take(l, READ_NOTE_MORE, id, 0, "note.form", 1);
		}
	}
}

void
notes_find(struct work *w)
{
	uint32_t last = 0;
	size_t i;

	form_notes(w);
	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		size_t end;
		if (l->reading != READ_OPEN || !is_rule(rline_text(w, l)))
			continue;
		end = block_end(w, i + 1);
		if (end == i + 1 && i + 1 < w->nline) {
			line_drop(w, l, "furniture.rule");
			continue;
		}
		line_drop(w, l, "furniture.note-rule");
		read_block(w, i + 1, end, &last);
		i = end - 1;
	}
	if (w->draft->form <= SOURCE_PAGE_LAYOUT || w->draft->form == SOURCE_PDF)
		star_notes(w);
}
