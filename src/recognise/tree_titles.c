/* SPDX-License-Identifier: MIT */
/* tree_titles.c - what stands over the text: titles, kind lines, names of bodies and the parts before the report. */
#include "recognise/tree.h"

#include <string.h>

#define FRONT_BLOCKS 60 /* of notes, letters and summaries before a report */

/* "Resolution adopted by ..." stands over the title, or under the number of a resolution. */
static bool
is_adopted(const struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);

	return line_is(l, "adopted") || resolution_adopted(t->w, l);
}

/* A kind line such as "Report of the Secretary-General" under or over a title. */
static bool
is_kind_line(const struct tree *t, const struct block *b)
{
	struct work *w = t->w;
	struct span f = line_folded(w, block_line(w, b, 0));

	return b->n <= 2 && f.n < 160 &&
	       (words_start(w->words, WORD_REPORT_OF, f) || words_end(w->words, WORD_REPORT_OF, f) ||
	        words_is(w->words, WORD_KIND, f) || words_start(w->words, WORD_NOTE, f) ||
	        is_adopted(t, b));
}

/* Under a title only what follows titles: another one, a heading, the first paragraph. */
static bool
titles_go_on(const struct block *next)
{
	return next && (next->reading == READ_PLAIN || next->reading == READ_HEAD || next->reading == READ_PARA ||
	                next->reading == READ_FRONT || next->reading == READ_CONTENTS || next->reading == READ_FIELD);
}

/* The name of a committee over the title of its paper. */
static bool
names_body(const struct tree *t, const struct block *b, const struct block *next)
{
	const struct rline *l = block_line(t->w, b, 0);

	return !t->head_titles && next && next->reading == READ_PLAIN && b->n <= 2 &&
	       masthead_body(t->w, rline_text(t->w, l)) == REP_BODY_NAME &&
	       !words_start(t->w->words, WORD_REPORT_OF, line_folded(t->w, l));
}

/* Another part opens before the text of the report begins. */
static bool
front_follows(const struct tree *t)
{
	const struct block *b;
	size_t k;

	for (k = 1; k < FRONT_BLOCKS && (b = tree_next(t, k)) != NULL; k++) {
		if (b->reading == READ_FRONT)
			return true;
		if (b->reading == READ_HEAD || b->reading == READ_PARA || b->reading == READ_ANNEX ||
		    b->reading == READ_CHAPEAU)
			return false;
	}
	return false;
}

static void
open_front(struct tree *t, const struct block *b, const char *kind)
{
	tree_close_sections(t, 0);
	t->part = tree_element(t, REP_FRONT, t->w->out->report->root, b);
	if (kind)
		rep_set(t->w->out->report, t->part, "kind", kind);
	t->front_summary = kind && strcmp(kind, "summary") == 0;
	t->fresh = false;
	t->titles = 0;
	tree_block(t, REP_HEADING, t->part, b);
}

/* "Introduction", or one of several headings that count on: under a title it opens the text. */
static bool
opens_text(const struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);

	return b->n == 1 && (l->recurs == RECURS_SERIES || l->recurs == RECURS_ROUND ||
	                     words_is(t->w->words, WORD_INTRODUCTION, line_folded(t->w, l)));
}

/* In a part before the report: its second heading, or a title over the part that comes next. */
static bool
front_title(struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);

	if (t->part->last->kind == REP_HEADING || line_is(l, "letter-title"))
		return false;
	if (front_follows(t)) {
		open_front(t, b, NULL);
		return true;
	}
	tree_start_body(t);
	if (opens_text(t, b))
		return false;
	tree_block(t, REP_TITLE, t->part, b);
	t->titles = 1;
	return true;
}

/* The title at the end of the head says what the block does and more: that names the first part of the text. */
static bool
repeats_title(struct work *w, const struct rep_node *head, const struct block *b)
{
	const struct rep_node *title = head->last;
	struct buf text = {0};

	if (title == NULL || title->kind != REP_TITLE || b->n > 1)
		return false;
	rep_text_of(title, &text);
	struct span all = words_fold(w->arena, (struct span){text.data, text.n}), f = line_folded(w, block_line(w, b, 0));
	buf_free(&text);
	return all.n > f.n && span_find(all, f) != SIZE_MAX;
}

/* "Report of the Committee on its ninth session" over what the organ says is the title of the draft, not its kind. */
static bool
names_resolution(const struct tree *t, const struct block *b, const struct block *next)
{
	return next && next->reading == READ_CHAPEAU && !is_adopted(t, b);
}

/* Over more fields of the head, none of which is a session yet: a body, if no "Report of ..." makes it a title. */
static bool
over_fields(const struct tree *t, const struct block *next)
{
	return t->fields_follow && !t->session_seen && !(next && next->reading == READ_PLAIN && is_kind_line(t, next));
}

bool
tree_title(struct tree *t, const struct block *b)
{
	const struct block *next = tree_next(t, 1);
	enum rep_kind kind = REP_TITLE;

	if ((t->head_titles > 0 || t->titles > 0) && opens_text(t, b))
		return false;
	if (!t->part || t->part->kind == REP_HEAD) {
		/* before anything else: the head; a later session line makes it the body's name */
		if (is_kind_line(t, b) && t->head_titles && (repeats_title(t->w, tree_head(t), b) || names_resolution(t, b, next)))
			return false;
		if (is_kind_line(t, b) && (t->head_titles || is_adopted(t, b)))
			kind = REP_KIND_LINE;
		else if (!line_is(block_line(t->w, b, 0), "letter-title") &&
		         (over_fields(t, next) || names_body(t, b, next)))
			kind = REP_BODY_NAME;
		else if (t->head_titles && !line_is(block_line(t->w, b, 0), "resolution-title"))
			kind = REP_SUBTITLE;
		if (kind == REP_SUBTITLE && !t->fields_follow && !titles_go_on(next))
			return false;
		struct rep_node *n = tree_block(t, kind, tree_head(t), b);
		t->head_titles += kind == REP_TITLE;
		if (kind == REP_TITLE && line_is(block_line(t->w, b, 0), "letter-title"))
			t->letter = n;
		return true;
	}
	if (t->part->kind == REP_FRONT)
		return front_title(t, b);
	if (!t->fresh || t->nsection)
		return false;
	if (t->titles && is_kind_line(t, b))
		kind = REP_KIND_LINE;
	else if (t->titles)
		kind = REP_SUBTITLE;
	if (t->part->kind == REP_BODY && t->kind_line)
		return false;
	if (t->titles > 0 && kind == REP_SUBTITLE && !(next && (next->reading == READ_HEAD || next->reading == READ_PLAIN)))
		return false;
	if (t->part->kind == REP_BODY && t->head_titles && kind == REP_TITLE)
		return false;
	if (t->titles >= 3)
		return false;
	tree_block(t, kind, t->part, b);
	t->kind_line = kind == REP_KIND_LINE;
	t->titles++;
	return true;
}

void
tree_front(struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);
	const struct block *next = tree_next(t, 1), *after = tree_next(t, 2);
	bool has_text = next && next->reading == READ_P && after && after->reading == READ_CONTENTS;

	/* under a printed title a "Note by ..." with no text of its own is its kind line */
	if (line_is(l, "note") && t->head_titles && !has_text &&
	    (!t->part || t->part->kind == REP_HEAD) && !front_follows(t)) {
		tree_block(t, REP_KIND_LINE, tree_head(t), b);
		return;
	}
	open_front(t, b, l->kind);
}
