/* SPDX-License-Identifier: MIT */
/* tree_parts.c - masthead fields, bodies of notes, kind and order of the whole report. */
#include <stdlib.h>
#include <string.h>

#include "recognise/tree.h"

/* The field that a line goes on with: one of another column may stand between. */
static struct rep_node *
last_of(struct rep_node *head, enum rep_kind kind)
{
	struct rep_node *n = head->last;

	while (n && n->kind != kind)
		n = n->prev;
	return n;
}

/* The field that the part goes on with, or NULL. */
static struct rep_node *
field_over(const struct work *w, const struct field_part *p, struct rep_node *head)
{
	if (p->attr == NULL || strcmp(p->attr, "continued") != 0)
		return NULL;
	for (const struct field_part *q = p; p->over > 0 && q-- > w->part;)
		if (q->off + 1 == p->over)
			return q->node;
	return last_of(head, p->kind);
}

void
tree_fields(struct tree *t, const struct block *b, struct rep_node *head)
{
	struct work *w = t->w;
	uint32_t line = w->flow[b->flow];
	const struct rline *l = block_line(w, b, 0);
	struct field_part *p, *end = w->part + w->npart;
	struct rep_node *n = NULL;
	uint32_t at = l->off;

	for (p = part_first(w, line); p && p < end && p->line == line; p++) {
		n = field_over(w, p, head);
		bool goes_on = n != NULL;
		if (goes_on) {
			const struct rline *before = l - 1;
			uint32_t from = p->off > l->off ? at : before->off + before->n;
			if (p->off > l->off)
				text_join_column(w, n, from, p->off);
			else
				text_join(w, n, before, l);
			n->line_to = l->src->no;
			if (n != head->last)
				text_moved(w, from, p->off + p->n - from, l->rule);
		} else {
			n = tree_element(t, p->kind, head, b);
			if (p->value && strcmp(p->attr, "continued") != 0)
				rep_set(w->out->report, n, p->attr, p->value);
		}
		if (p->off > at && !goes_on)
			fate_set(w, at, p->off, FATE_MARKUP);
		text_place(w, n, p->off, p->off + p->n);
		p->node = n;
		at = p->off + p->n;
	}
	/* the editor may let lines go on with a field */
	for (size_t k = 1; n != NULL && k < b->n; k++) {
		const struct rline *more = block_line(w, b, k);
		text_join(w, n, block_line(w, b, k - 1), more);
		text_place(w, n, more->off, more->off + more->n);
		n->line_to = more->src->no;
	}
}

static int
by_off(const void *a, const void *b)
{
	const struct note_body *x = a, *y = b;

	return x->off < y->off ? -1 : x->off > y->off;
}

/* The paragraph that a note is written to, the last line of it, and whether the note has lines. */
struct open_note {
	struct rep_node *p;
	const struct rline *last;
	bool there;
};

/* Bytes [from, to) of the line are text of note k; its mark ends at from. */
static void
note_text(struct work *w, struct open_note *open, uint32_t k, const struct rline *l, uint32_t from, uint32_t to)
{
	struct note_body *n = &w->out->note[k];
	uint32_t no = l->src->no;

	open[k].there = true;
	if (!n->line_from || no < n->line_from)
		n->line_from = n->node->line_from = no;
	if (no > n->line_to)
		n->line_to = n->node->line_to = no;
	if (from >= to)
		return;
	if (!open[k].p || (l->src->para && l->src->para != open[k].last->src->para)) {
		open[k].p = rep_new(w->out->report, REP_P, n->node);
		open[k].p->rule = l->rule;
		open[k].p->conf = l->conf;
		open[k].p->line_from = no;
	} else {
		text_join(w, open[k].p, open[k].last, l);
	}
	open[k].p->line_to = no;
	text_place(w, open[k].p, from, to);
	open[k].last = l;
}

/* The bodies of notes, detached, in the order of the draft. */
void
tree_notes(struct tree *t)
{
	struct work *w = t->w;
	struct recognised *r = w->out;
	struct open_note *open;
	size_t i, cut = 0;

	open = arena_calloc(w->arena, w->nfound + 1, sizeof *open);
	r->note = ARENA_ARRAY(w->arena, struct note_body, w->nfound + 1);
	r->nnote = w->nfound;
	for (i = 0; i < w->nfound; i++) {
		const struct rline *l = &w->line[w->found[i].first];
		struct note_body *n = &r->note[i];
		n->mark = arena_strndup(w->arena, w->found[i].mark.s, w->found[i].mark.n);
		n->form = w->found[i].form;
		n->node = rep_new(r->report, REP_NOTE, NULL);
		n->node->rule = l->rule;
		n->node->conf = l->conf;
		n->page = l->page;
		n->off = l->off;
		rep_set(r->report, n->node, "mark", n->mark);
	}
	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		uint32_t from = l->off + l->mark_n, note = l->note;
		if ((l->reading != READ_NOTE && l->reading != READ_NOTE_MORE) || note == 0)
			continue;
		if (l->mark_n)
			fate_set(w, l->off, from, FATE_MARKUP);
		while (cut < w->ncut && w->cut[cut].line < i)
			cut++; /* of lines that the editor took out */
		for (; cut < w->ncut && w->cut[cut].line == i; cut++) {
			const struct note_cut *c = &w->cut[cut];
			note_text(w, open, note - 1, l, from, c->off);
			from = c->off + c->used;
			fate_set(w, c->off, from, FATE_MARKUP);
			note = c->note;
			r->note[note - 1].off = c->off;
		}
		note_text(w, open, note - 1, l, from, l->off + l->n);
	}
	r->nnote = 0; /* without those that the editor took out */
	for (i = 0; i < w->nfound; i++)
		if (open[i].there)
			r->note[r->nnote++] = r->note[i];
	if (r->nnote > 1)
		qsort(r->note, r->nnote, sizeof *r->note, by_off);
}

static bool
has(const struct rep_node *root, enum rep_kind kind)
{
	const struct rep_node *n;

	for (n = rep_next(root, root); n; n = rep_next(root, n))
		if (n->kind == kind)
			return true;
	return false;
}

/* A meeting was opened, and somebody speaks or the head says that this is its record. */
static bool
is_record(const struct tree *t)
{
	const struct work *w = t->w;
	const struct rep_node *root = w->out->report->root, *n = t->head ? t->head->first : NULL;
	struct buf text = {0};
	bool said = has(root, REP_SPEECH);

	if (!w->record)
		return false;
	for (; n && !said; n = n->next) {
		text.n = 0;
		rep_text_of(n, &text);
		said = words_in(w->words, WORD_RECORD_KIND, words_fold(w->arena, buf_span(&text)));
	}
	buf_free(&text);
	return said;
}

/* "The General Assembly," opens the text; under numbered paragraphs or in an annex stands the draft of one. */
static bool
is_resolution(const struct tree *t, const char *symbol)
{
	const struct rep_node *root = t->w->out->report->root, *body = root->first, *n;

	if (symbol && strstr(symbol, "/RES/") != NULL)
		return has(root, REP_CHAPEAU);
	while (body && body->kind != REP_BODY)
		body = body->next;
	for (n = body; n && n->kind != REP_PARA; n = rep_next(body, n))
		if (n->kind == REP_CHAPEAU)
			return true;
	return false;
}

static const char *
kind_of(const struct tree *t)
{
	const struct work *w = t->w;
	const struct rep_node *n;
	struct buf text = {0};
	const char *kind = "report", *symbol = t->head ? rep_get(t->head, "symbol") : NULL;

	if (symbol && strstr(symbol, "/DEC/") != NULL)
		return "decision";
	if (is_resolution(t, symbol))
		return "resolution";
	if (is_record(t))
		return "record";
	for (n = t->head ? t->head->first : NULL; n; n = n->next) {
		struct span f;
		if (n->kind != REP_TITLE && n->kind != REP_SUBTITLE && n->kind != REP_KIND_LINE)
			continue;
		text.n = 0;
		rep_text_of(n, &text);
		f = words_fold(w->arena, buf_span(&text));
		if (n->kind == REP_KIND_LINE) {
			if (words_start(w->words, WORD_NOTE, f))
				kind = "note";
			continue;
		}
		if (words_is(w->words, WORD_CORRIGENDUM, f))
			kind = "corrigendum";
		else if (n->kind == REP_SUBTITLE)
			continue;
		else if (words_start(w->words, WORD_LETTER, f) || n == t->letter)
			kind = "letter";
		else if (words_start(w->words, WORD_CORRIGENDUM, f))
			kind = "corrigendum";
		else if (words_start(w->words, WORD_NOTE, f))
			kind = "note";
	}
	buf_free(&text);
	return kind;
}

/* What was dropped of the text is given back. */
static void
undrop(struct work *w, uint32_t off)
{
	struct recognised *out = w->out;

	for (size_t i = out->ndrop; i-- > 0;)
		if (out->drop[i].off == off) {
			out->drop[i] = out->drop[--out->ndrop];
			return;
		}
}

/* Bytes of the text before the barcode that may stand behind it. */
static uint32_t
before_barcode(struct span t)
{
	char kinds[FOOT_WORDS + 1];
	size_t at = t.n;

	while (at > 0 && t.s[at - 1] != ' ')
		at--;
	foot_line(span_sub(t, at, t.n), kinds);
	return (uint32_t)(at > 0 && kinds[0] == 'b' ? span_trim(span_sub(t, 0, at)).n : t.n);
}

/* The job number at the foot of the first page, with its language or dates, is a field over the title. */
static void
place_job_number(struct tree *t)
{
	struct work *w = t->w;
	struct rline *l = furniture_job(w);
	struct rep_node *n, *title;

	if (t->head == NULL || l == NULL)
		return;
	for (title = t->head->first; title != NULL && title->kind != REP_TITLE; title = title->next)
		;
	undrop(w, l->off);
	uint32_t to = before_barcode(rline_text(w, l));
	if (to < l->n)
		fate_drop(w, l->off + to, l->off + l->n, "furniture.barcode");
	l->reading = READ_FIELD;
	l->rule = "masthead.job-number";
	n = rep_new(w->out->report, REP_JOB_NUMBER, title == NULL ? t->head : NULL);
	if (title != NULL)
		rep_insert_before(title, n);
	n->line_from = n->line_to = l->src->no;
	n->rule = l->rule;
	n->conf = l->conf;
	text_place(w, n, l->off, l->off + to);
	text_moved(w, l->off, to, l->rule);
}

void
tree_finish(struct tree *t)
{
	struct report *r = t->w->out->report;
	struct rep_node *n, *next;

	/* the list of contents stands before front parts and body */
	for (n = r->root->first; n; n = next) {
		next = n->next;
		if (n->kind == REP_CONTENTS && n->prev && n->prev->kind == REP_BODY && !n->prev->first) {
			struct rep_node *body = n->prev;
			rep_detach(body);
			rep_insert_after(n, body);
		}
	}
	rep_set(r, r->root, "lang", t->w->out->lang);
	tree_languages(t);
	place_job_number(t);
	tree_values(t);
	rep_set(r, r->root, "kind", kind_of(t));
}
