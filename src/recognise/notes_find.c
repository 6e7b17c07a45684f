/* SPDX-License-Identifier: MIT */
/*
 * notes_find.c - the bodies of notes: after a rule, at a page's end, or as the form says.
 *
 * A block of notes starts at a rule and ends with the page.  Inside it a note starts where its
 * number is the next one; an extraction may also print the numbers on lines of their own, before
 * their text or, detached, after all of it; then numbers and texts are paired in their order.
 */
#include "recognise/chars.h"
#include "recognise/notes.h"

#include <stdio.h>
#include <string.h>

#define PAGE_LINES 120 /* more than a page of text holds */
#define FOOT_LINES 60  /* more than notes take of a page */
#define SKIPPED_MOST 4 /* marks from the last one on to one set off: the notes between them were not seen */
#define LONE_COLS 20   /* of a single note out of count: a page number has no text */
#define BULLETS_LEAST 2
#define CHAPTERS_MOST 64 /* of endnotes: each looks at the whole text */
#define RAISED_LINES 2 /* that begin with raised numbers show that those of all notes are raised */
#define SMALLER 0.4f   /* pt: notes are set at least so much smaller than the text */

bool
notes_rule(struct span s)
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

/* The tags say that the line is no note: notes have tags of their own, or it goes on with the line before. */
static bool
is_tagged_text(const struct work *w, const struct rline *l)
{
	return tags_say_text(w, l) && ((w->tags.notes && !l->raised) || tags_go_on(w, l));
}

/* Is the note whose line this is at its end?  A mark alone still waits for its text. */
static bool
is_finished(const struct work *w, const struct rline *l)
{
	struct span mark;
	uint32_t v;

	return l->end == END_STOP && note_mark(rline_text(w, l), &mark, &v) != l->n;
}

/*
 * Does the draft show line i to be apart from the one before, where it shows no pages?  Page text
 * in double spacing shows a new page by the missing blank line too.
 */
static bool
is_set_off(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];

	if (w->draft->form == SOURCE_PAGE_DOUBLE)
		return l->gap > 0 || l->src->no == w->line[i - 1].src->no + 1;
	return l->page == 0 && l->gap > 0;
}

/* Where the block that starts at line from ends (exclusive). */
static size_t
block_end(const struct work *w, size_t from)
{
	const struct rline *last = NULL;
	size_t i, used;
	bool after_stop = false;
	char sign = notes_sign(w, from, from + FOOT_LINES < w->nline ? from + FOOT_LINES : w->nline);

	for (i = from; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		struct span mark;
		uint32_t v;
		if (l->reading == READ_URL || l->reading == READ_P)
			break;
		if (l->reading == READ_DROP) {
			/* page numbers may stand between a mark and its text */
			if (!dropped_as(l, DROP_TURN) && (l->page == 0 || last == NULL || is_finished(w, last)))
				break;
			continue;
		}
		if (i > from && l->page != w->line[from].page)
			break;
		if (i > from && notes_rule(rline_text(w, l)))
			break;
		if (after_stop && is_set_off(w, i) && ((used = note_mark(rline_text(w, l), &mark, &v)) == 0 ||
		                                       !note_sign_fits(rline_text(w, l), used, v, sign)))
			break;
		if (after_stop && is_part_label(w, l))
			break;
		/* where the form parts paragraphs what is behind a note is none of it */
		after_stop = l->end == END_STOP || (l->src->para > 0 && !w->wrapped);
		last = l;
	}
	return last ? (size_t)(last - w->line) + 1 : i;
}

/*
 * Line i is set off, begins a text behind so many bytes, and nothing but notes is between it and what seems the end
 * of a page.
 */
static bool
ends_page(const struct work *w, size_t i, size_t used)
{
	const struct rline *l = &w->line[i];
	size_t most = i + FOOT_LINES;
	struct span mark;
	uint32_t v;

	if (!w->gaps || l->gap == 0 || l->page > 0 || char_small(char_after(rline_text(w, l), used)))
		return false;
	for (i++; i < w->nline && i < most; i++) {
		const struct rline *b = &w->line[i];
		if (b->reading == READ_URL || b->reading == READ_DROP)
			return true;
		if (b->reading != READ_OPEN || (b->gap > 0 && note_mark(rline_text(w, b), &mark, &v) == 0))
			return false;
	}
	return i == w->nline;
}

/*
 * A block of notes without a rule over it: its first mark is the next one, or set off and not far behind it, was
 * called on the page, and text stands after it.  Where the page ends, so does the block.
 */
static bool
is_bare_start(const struct work *w, size_t i, uint32_t last)
{
	const struct rline *l = &w->line[i];
	struct span t = rline_text(w, l), mark;
	uint32_t v;
	size_t used = note_mark_of(w, l, &mark, &v), k;
	char sign = note_sign_of(t, used);

	if (used == 0 || v <= last || v > last + SKIPPED_MOST || (v > last + 1 && !ends_page(w, i, used)) ||
	    i + 1 >= w->nline || (l->src->kind != LINE_TEXT && l->src->kind != LINE_QUOTE) || is_tagged_text(w, l))
		return false;
	if (w->raised)
		return true;
	if (used == l->n && i > 0 && l[-1].reading == READ_DROP) /* the number of the page under its running head */
		return false;
	/* "1 - ..." numbers a paragraph, "(1)" an item where a colon announces them */
	if ((l->nlabel && l->label[0].style == LABEL_ARABIC) ||
	    (sign == ')' && i > 0 && l[-1].reading == READ_OPEN && l[-1].end == END_COLON))
		return false;
	if (used < l->n ? l->lower : w->line[i + 1].reading != READ_OPEN || w->line[i + 1].lower)
		return false;
	if (w->draft->form == SOURCE_PDF && i > 0 && l->gap == 0 && l->src->size > w->line[i - 1].src->size - SMALLER)
		return false;
	for (k = i; k-- > 0 && i - k < PAGE_LINES;) {
		const struct rline *b = &w->line[k];
		if (b->page != l->page || (l->page == 0 && (b->reading == READ_URL || b->reading == READ_NOTE)))
			return false;
		if (b->reading == READ_OPEN && notes_call_in(rline_text(w, b), mark, sign, false))
			return true;
	}
	return false;
}

struct foot {
	uint32_t low, high, count; /* numbers that begin lines */
	uint32_t called;           /* how many of them are called above */
	unsigned cols;             /* of the longest line but those of a list of contents */
	bool first_called;         /* the lowest is called, glued to a word or after one's end */
	uint32_t detached;         /* how many stand below a higher one: their texts stand over it */
	uint32_t stops;            /* lines over the topmost that end sentences */
	bool calls;                /* lines over the topmost call some of them: they are text */
	bool blank;                /* over the topmost that has its text behind it */
};

/* Is the number called in lines [page, to)? */
static bool
called(const struct work *w, size_t page, size_t to, struct span mark, bool loose)
{
	for (; page < to; page++)
		if (notes_call_in(rline_text(w, &w->line[page]), mark, 0, loose))
			return true;
	return false;
}

static bool
ends_in_digit(struct span s)
{
	return s.n > 0 && s.s[s.n - 1] >= '0' && s.s[s.n - 1] <= '9';
}

#define CALLS_LOOKED 6u /* for so many of the lowest numbers */

/* Does the line call one of the numbers at the foot? */
static bool
calls_foot(const struct work *w, const struct rline *l, const struct foot *foot)
{
	char digits[12];

	for (uint32_t v = foot->low; foot->count > 0 && v <= foot->high && v < foot->low + CALLS_LOOKED; v++) {
		int n = snprintf(digits, sizeof digits, "%u", (unsigned)v);
		if (notes_call_in(rline_text(w, l), (struct span){digits, (size_t)n}, 0, false))
			return true;
	}
	return false;
}

/* Line i, above those taken before: its number, and whether the page calls it above. */
static void
foot_take(const struct work *w, size_t page, size_t i, struct foot *foot)
{
	const struct rline *l = &w->line[i];
	struct span mark;
	uint32_t v;

	if (l->reading != READ_OPEN)
		return;
	if (!ends_in_digit(rline_text(w, l)) && l->cols > foot->cols)
		foot->cols = l->cols;
	if (!note_mark_of(w, l, &mark, &v) || v == 0 || v > NOTES_MOST) {
		foot->stops += l->end == END_STOP;
		foot->calls = foot->calls || calls_foot(w, l, foot);
		foot->blank = foot->blank || (foot->detached > 0 && l->gap > 0);
		return;
	}
	foot->detached = v > foot->low && foot->count ? v - foot->low : 0;
	foot->blank = foot->blank || (foot->detached > 0 && l->gap > 0);
	foot->stops = 0;
	foot->calls = false;
	page = i > page + PAGE_LINES ? i - PAGE_LINES : page;
	foot->count++;
	foot->called += called(w, page, i, mark, true);
	foot->high = v > foot->high ? v : foot->high;
	if (v < foot->low) {
		foot->low = v;
		foot->first_called = called(w, page, i, mark, false);
	}
}

/* All numbers follow each other and are called; a single one that does not go on the count must be sure. */
static bool
is_foot(const struct foot *f, uint32_t last)
{
	if (f->count == 0 || f->high - f->low + 1 != f->count || f->called * 4 < f->count * 3)
		return false;
	return f->low == last + 1 || f->count > 2 ||
	       (f->count > 1 && f->low > last && f->first_called && f->called == f->count) ||
	       (f->first_called && f->cols >= LONE_COLS && (f->low > last || f->low == 1));
}

/*
 * May the notes at the foot begin with line i?  Text of the page comes before it or, with no blank line
 * between them, breaks off there; a first text may stand over its mark, and a first mark over the blank line.
 */
static bool
may_begin(const struct work *w, size_t i, const struct foot *f)
{
	const struct rline *l = &w->line[i], *a = l - 1;
	struct span mark;
	uint32_t v;

	if (f->calls && a->reading != READ_OPEN) /* all that the page has */
		return false;
	if (l->gap > 0 && l->lower)
		return a->page == l->page && a->reading == READ_OPEN && note_is_open(w, (uint32_t)w->nfound, i);
	if (l->gap > 0 || note_mark(rline_text(w, l), &mark, &v) == l->n)
		return !l->lower;
	return f->detached > 0 && !f->blank && f->stops >= f->detached && l->upper && a->reading == READ_OPEN &&
	       a->end == END_OPEN;
}

/*
 * Notes right below text, as where the end of another note stands over them whose mark is elsewhere: more
 * than two, and the page calls the first of them without doubt, or each, and they are the next ones.
 */
static bool
goes_on_in_text(const struct work *w, size_t i, const struct foot *f, uint32_t last)
{
	const struct rline *l = &w->line[i];
	struct span mark;
	uint32_t v;
	size_t used = note_mark_of(w, l, &mark, &v);

	return used > 0 && used < l->n && v == f->low && f->count > 2 &&
	       (f->first_called || (v == last + 1 && f->called == f->count));
}

/*
 * Where the notes at the foot of the page that begins at line page begin, when no rule stands over
 * them: below a blank line, with as many numbers as follow each other.  nline when there are none.
 */
static size_t
bare_foot(const struct work *w, size_t page, uint32_t last)
{
	size_t end = page, found = w->nline, inside = w->nline, i;
	struct foot foot = {.low = UINT32_MAX};
	uint32_t most = 0, most_inside = 0;

	for (; end < w->nline && w->line[end].page == w->line[page].page; end++)
		if (notes_rule(rline_text(w, &w->line[end])))
			return w->nline;
	while (end > page && w->line[end - 1].reading != READ_OPEN)
		end--;
	for (i = end; i-- > page + 1 && end - i < FOOT_LINES;) {
		const struct rline *l = &w->line[i];
		foot_take(w, page, i, &foot);
		if (l->reading == READ_DROP) /* page numbers may stand between marks and texts */
			continue;
		if (l->reading != READ_OPEN || is_tagged_text(w, l) ||
		    (l->nlabel && !l->label[0].paren && l->label[0].style == LABEL_ARABIC))
			break;
		if (foot.count > most && may_begin(w, i, &foot) && is_foot(&foot, last)) {
			most = foot.count;
			found = i;
		} else if (foot.count > most_inside && goes_on_in_text(w, i, &foot, last) && is_foot(&foot, last)) {
			most_inside = foot.count;
			inside = i;
		}
	}
	return most_inside > most ? inside : found;
}

#define STARS_MOST 4

/* How often lines begin with so many stars, and how often such stars end words. */
struct stars {
	unsigned begin[STARS_MOST + 1], called[STARS_MOST + 1];
};

/* Bytes of the mark of stars at the line's start, or 0. */
static size_t
star_mark(const struct work *w, const struct rline *l, struct span *mark)
{
	unsigned char first = l->n ? (unsigned char)w->draft->text.s[l->off] : 0;
	uint32_t value;
	size_t used = first == '*' || first >= 0xE2 ? note_mark(rline_text(w, l), mark, &value) : 0;

	if (used > 0 && value == 0 && mark->n <= STARS_MOST)
		return used;
	mark->n = 0;
	return 0;
}

static struct stars
count_stars(const struct work *w)
{
	struct stars n = {{0}, {0}};
	size_t i, k, run;

	for (i = 0; i < w->nline; i++) {
		struct span t = rline_text(w, &w->line[i]), mark = {NULL, 0};
		const char *star = t.n ? memchr(t.s, '*', t.n) : NULL;
		if (star_mark(w, &w->line[i], &mark))
			n.begin[mark.n]++;
		for (k = star ? (size_t)(star - t.s) : t.n; k < t.n; k += run + 1) {
			for (run = 0; k + run < t.n && t.s[k + run] == '*'; run++)
				;
			if (run == 0 || run > STARS_MOST || k == 0 || strchr(" \t(", t.s[k - 1]))
				continue;
			if (run != mark.n) {
				n.called[run]++;
			} else {
				/* what begins the line is closed there, as in "**Words:** and more" */
				n.begin[run]--;
				mark.n = 0;
			}
		}
	}
	return n;
}

/*
 * May lines that begin with so many stars be notes?  In page text, unless they are many and nothing
 * calls them: bullets are printed so; in forms with lists of their own only as many as are called.
 */
static bool
are_notes(const struct stars *n, size_t stars, bool paged)
{
	if (paged)
		return n->called[stars] > 0 || n->begin[stars] <= BULLETS_LEAST;
	return n->begin[stars] > 0 && n->begin[stars] <= n->called[stars];
}

/* Stars alone on their line, over the text of the note: as many as are called, and no row of them between parts. */
static bool
is_lone_mark(const struct work *w, size_t i, const struct stars *n, size_t stars)
{
	const struct rline *next = &w->line[i + 1];

	return i + 1 < w->nline && n->called[stars] > 0 && n->begin[stars] <= n->called[stars] &&
	       next->reading == READ_OPEN && next->gap <= 1 && next->nlabel == 0 && next->page == w->line[i].page;
}

/* The tags say that the line is of another element than the note. */
static bool
is_tagged_apart(const struct work *w, const struct rline *note, const struct rline *l)
{
	return w->tags.blocks && note->src->element > 0 && l->src->element > 0 && l->src->element != note->src->element;
}

/* A star note without a rule: its call stands elsewhere, its text runs to a stop or a page end. */
static void
star_notes(struct work *w, bool paged)
{
	struct stars n = count_stars(w);
	size_t i, k;

	for (i = 1; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span mark;
		uint32_t id;
		size_t used;
		if (l->reading != READ_OPEN || (l->src->kind != LINE_TEXT && l->src->kind != LINE_QUOTE && !paged) ||
		    l->src->list > 0)
			continue;
		used = star_mark(w, l, &mark);
		if (used == 0 || (used < l->n && (l->n < 4 || !are_notes(&n, mark.n, paged))))
			continue;
		if (used == l->n && !(paged && is_lone_mark(w, i, &n, mark.n)))
			continue;
		id = note_new(w, mark, (uint32_t)i);
		note_take(l, READ_NOTE, id, used, "note.star", 0.9f);
		for (k = i; w->line[k].end != END_STOP && k + 1 < w->nline && k < i + 4; k++) {
			struct rline *more = &w->line[k + 1];
			if (more->reading != READ_OPEN || more->gap > 1 || more->nlabel ||
			    (more->src->para && more->src->para != l->src->para) || is_tagged_apart(w, l, more))
				break;
			note_take(more, READ_NOTE_MORE, id, 0, "note.more", 0.85f);
		}
	}
}

/* Two notes may have one label, but not the same bytes of it. */
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
		if (id == 0 || (l->src->label && label != l->src->label)) {
			label = l->src->label;
			id = note_new(w, span_of(label ? label : "*"), (uint32_t)i);
			w->found[id - 1].form = true;
			note_take(l, READ_NOTE, id, 0, "note.form", 1);
		} else {
			note_take(l, READ_NOTE_MORE, id, 0, "note.form", 1);
		}
	}
}

/* Do lines of the draft begin with numbers that are raised?  Then those of notes are. */
static bool
raises_numbers(const struct work *w)
{
	size_t n = 0, i;

	for (i = 0; i < w->nline && n < RAISED_LINES; i++) {
		struct span t = rline_text(w, &w->line[i]);
		n += w->line[i].raised && t.n > 1 && t.s[0] >= '0' && t.s[0] <= '9';
	}
	return n == RAISED_LINES;
}

void
notes_find(struct work *w)
{
	uint32_t last = 0;
	size_t i, foot = w->nline, chapters = 0;
	bool paged = has_pages(w);

	w->raised = raises_numbers(w);
	form_notes(w);
	tags_notes(w);
	notes_read_tail(w);
	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		size_t end;
		if (l->src->page && w->gaps && (i == 0 || w->line[i - 1].src->page != l->src->page))
			foot = bare_foot(w, i, last);
		if (l->reading != READ_OPEN)
			continue;
		if (i == foot) {
			end = block_end(w, i);
			notes_read_block(w, i, end, &last);
			i = end - 1;
			continue;
		}
		if (chapters < CHAPTERS_MOST && notes_end_heading(w, i)) {
			chapters++;
			end = notes_read_end(w, i);
			i = end > i ? end - 1 : i;
			continue;
		}
		if ((paged || w->raised) && is_bare_start(w, i, last)) {
			end = block_end(w, i);
			notes_read_block(w, i, end, &last);
			i = end - 1;
			continue;
		}
		if (!notes_rule(rline_text(w, l)))
			continue;
		end = block_end(w, i + 1);
		if (end == i + 1 && i + 1 < w->nline) {
			line_drop(w, l, DROP_RULE);
			continue;
		}
		line_drop(w, l, DROP_NOTE_RULE);
		notes_read_block(w, i + 1, end, &last);
		i = end - 1;
	}
	star_notes(w, paged);
}
