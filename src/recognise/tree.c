/* SPDX-License-Identifier: MIT */
/*
 * tree.c - the report tree from the blocks: parts, sections, paragraphs and lists, by a stack of
 * what is open.  Each block is placed once, in the order of the draft.
 */
#include "recognise/tree.h"

#include <string.h>

#include "recognise/fixes.h"

#define HEAD_BLOCKS 60  /* of a masthead */
#define SIGN_COLS 6     /* of letters that an emblem leaves behind */

const struct rline *
block_line(const struct work *w, const struct block *b, size_t k)
{
	return flow_line(w, b->flow + k);
}

const struct block *
tree_next(const struct tree *t, size_t skip)
{
	return t->at + skip < t->w->nblock ? &t->w->block[t->at + skip] : NULL;
}

struct rep_node *
tree_element(struct tree *t, enum rep_kind kind, struct rep_node *parent, const struct block *b)
{
	struct rep_node *n = rep_new(t->w->out->report, kind, parent);
	const struct rline *first = block_line(t->w, b, 0), *last = block_line(t->w, b, b->n - 1);

	n->line_from = first->src->no;
	n->line_to = last->src->no;
	n->rule = first->rule;
	n->conf = first->conf;
	if (first->chosen)
		n->chosen = first->reading == READ_HEAD || first->reading == READ_PLAIN ? REP_CHOSEN_HEADING : REP_CHOSEN_TEXT;
	n->evidence = first->evidence;
	if (first->alt != READ_OPEN && first->alt_conf >= 0.01f)
		n->alternative = arena_printf(t->w->arena, "%s %.2f", reading_name(first->alt), (double)first->alt_conf);
	return n;
}

/* The text of the block's lines from byte skip of the first one. */
void
tree_text(struct tree *t, struct rep_node *node, const struct block *b, size_t skip)
{
	struct work *w = t->w;
	size_t k;

	for (k = 0; k < b->n; k++) {
		const struct rline *l = block_line(w, b, k);
		uint32_t from = l->off + (k == 0 ? (uint32_t)skip : 0);
		if (k > 0 && (k > 1 || skip < block_line(w, b, 0)->n))
			text_join(w, node, block_line(w, b, k - 1), l);
		text_place(w, node, from, l->off + l->n);
	}
}

/* The printed number as an element of its own; the blank after it becomes the boundary. */
void
tree_num(struct tree *t, struct rep_node *parent, const struct block *b, size_t n, size_t body)
{
	const struct rline *l = block_line(t->w, b, 0);
	struct rep_node *num = tree_element(t, REP_NUM, parent, b);

	num->line_to = num->line_from;
	text_place(t->w, num, l->off, l->off + (uint32_t)n);
	fate_set(t->w, l->off + (uint32_t)n, l->off + (uint32_t)body, FATE_MARKUP);
}

struct rep_node *
tree_block(struct tree *t, enum rep_kind kind, struct rep_node *parent, const struct block *b)
{
	struct rep_node *n = tree_element(t, kind, parent, b);

	tree_text(t, n, b, 0);
	return n;
}

/* ---- what is open -------------------------------------------------------------------------- */

static void
close_lists(struct tree *t)
{
	t->nlist = 0;
}

static void
close_para(struct tree *t)
{
	close_lists(t);
	t->para = NULL;
	t->quote = NULL;
	t->table = NULL;
	t->signature = NULL;
}

void
tree_close_sections(struct tree *t, uint8_t level)
{
	close_para(t);
	while (t->nsection && t->level[t->nsection - 1] >= level)
		t->nsection--;
}

struct rep_node *
tree_container(struct tree *t)
{
	if (t->speech)
		return t->speech;
	if (t->nsection)
		return t->section[t->nsection - 1];
	return t->part;
}

void
tree_need_part(struct tree *t)
{
	if (t->part && t->part->kind != REP_HEAD)
		return;
	t->part = rep_new(t->w->out->report, REP_BODY, t->w->out->report->root);
	t->part->rule = "part.body";
	t->part->conf = 1;
	t->fresh = true;
	t->kind_line = false;
	t->seen_body = true;
}

void
tree_start_body(struct tree *t)
{
	tree_close_sections(t, 0);
	t->part = NULL;
	t->preamble = NULL;
	tree_need_part(t);
}

struct rep_node *
tree_head(struct tree *t)
{
	if (!t->head) {
		t->head = rep_new(t->w->out->report, REP_HEAD, NULL);
		t->head->rule = "masthead";
		t->head->conf = 1;
		if (t->w->out->report->root->first)
			rep_insert_before(t->w->out->report->root->first, t->head);
		else
			rep_append(t->w->out->report->root, t->head);
	}
	return t->head;
}

/* ---- headings --------------------------------------------------------------------------------- */

static void
place_heading(struct tree *t, const struct block *b)
{
	struct rep_node *s, *h;
	char level[4];

	const struct fix *fix = fix_of(t->w, flow_line(t->w, b->flow));

	if (b->reading == READ_PLAIN && (fix == NULL || fix->kind != FIX_HEADING) && tree_title(t, b))
		return;
	if (b->reading == READ_HEAD && t->part && t->part->kind == REP_FRONT)
		tree_start_body(t);
	tree_need_part(t);
	tree_close_sections(t, b->level ? b->level : 1);
	s = tree_element(t, REP_SECTION, tree_container(t), b);
	rep_set(t->w->out->report, s, "style", b->reading == READ_HEAD ? label_style_name(b->label.style) : "none");
	level[0] = (char)('0' + (b->level > 9 ? 9 : b->level ? b->level : 1));
	level[1] = '\0';
	rep_set(t->w->out->report, s, "level", level);
	if (b->other_level > 0)
		s->alternative = arena_printf(t->w->arena, "a heading of level %u %.2f", b->other_level, 1 - (double)s->conf);
	if (b->reading == READ_HEAD)
		tree_num(t, s, b, b->label.n, b->label.body);
	if (b->n > 1 || b->reading != READ_HEAD || b->label.body < block_line(t->w, b, 0)->n) {
		h = tree_element(t, REP_HEADING, s, b);
		h->alternative = s->alternative;
		tree_text(t, h, b, b->reading == READ_HEAD ? b->label.body : 0);
	}
	if (t->nsection < TREE_SECTIONS) {
		t->level[t->nsection] = b->level ? b->level : 1;
		t->section[t->nsection++] = s;
	}
	t->fresh = false;
	t->preamble = NULL;
}

/* ---- paragraphs and lists ---------------------------------------------------------------------- */

static void
place_para(struct tree *t, const struct block *b)
{
	struct rep_node *p;

	if (t->part && t->part->kind == REP_FRONT && t->front_summary)
		tree_start_body(t);
	tree_need_part(t);
	close_para(t);
	t->para = tree_element(t, REP_PARA, tree_container(t), b);
	t->para_lists = block_line(t->w, b, 0)->src->lists;
	if (t->operative)
		rep_set(t->w->out->report, t->para, "kind", "operative");
	tree_num(t, t->para, b, b->label.n, b->label.body);
	p = tree_element(t, REP_P, t->para, b);
	tree_text(t, p, b, b->label.body);
	t->preamble = NULL;
	t->fresh = false;
	t->colon = block_line(t->w, b, b->n - 1)->end == END_COLON;
}

/* "[without reference to a Main Committee (...)]" between kind line and title. */
static bool
in_head(const struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0), *last = block_line(t->w, b, b->n - 1);
	const char *s = t->w->draft->text.s;

	return s[l->off] == '[' && s[last->off + last->n - 1] == ']';
}

static void
place_p(struct tree *t, const struct block *b)
{
	const struct line *src = block_line(t->w, b, 0)->src;
	struct rep_node *parent, *over = t->table ? t->table : t->sourced;
	int d;

	t->sourced = over = over && starts_source(t->w, block_line(t->w, b, 0)) ? over : NULL;

	if (t->fields_follow || (!t->part && t->head && in_head(t, b))) {
		struct rep_node *field = tree_block(t, REP_FIELD, tree_head(t), b);
		if (line_is(block_line(t->w, b, 0), "proponent"))
			rep_set(t->w->out->report, field, "name", "proponent");
		return;
	}
	tree_need_part(t);
	t->table = t->signature = NULL;
	if (src->quotes == 0)
		t->quote = NULL;
	if (t->vote) {
		tree_block(t, REP_P, t->vote, b);
		t->vote = NULL;
		return;
	}
	if (t->preamble) {
		close_lists(t);
		t->clause = tree_element(t, REP_CLAUSE, t->preamble, b);
		tree_block(t, REP_P, t->clause, b);
		return;
	}
	d = t->nlist && src->lists == 0 ? tree_list_goes_on(t) : -1;
	if (over) {
		parent = over->parent; /* it says where the figures of the table come from */
	} else if (src->quotes || (src->lists && (t->nlist || (t->para && t->para_lists)))) {
		parent = tree_list_parent(t); /* the form says what it is in */
	} else if (d >= 0) {
		t->nlist = (uint8_t)(d + 1);
		parent = t->list[d].item;
	} else if (t->para && (t->nlist || t->colon)) {
		close_lists(t);
		parent = t->para;
	} else {
		close_lists(t);
		if (t->para && t->w->sentences)
			parent = t->para;
		else {
			t->para = NULL;
			parent = tree_container(t);
		}
	}
	tree_block(t, REP_P, parent, b);
	t->fresh = false;
}

/* ---- the other kinds --------------------------------------------------------------------------- */

static void
place_annex(struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);
	const char *kind = l->kind ? l->kind : "annex";
	struct rep_node *parent = t->w->out->report->root;
	bool inner = strcmp(kind, "annex") != 0;

	if (!t->seen_body) {
		t->part = NULL;
		tree_need_part(t);
	}
	tree_close_sections(t, 0);
	if (inner && t->annex)
		parent = t->annex;
	t->part = tree_element(t, REP_ANNEX, parent, b);
	rep_set(t->w->out->report, t->part, "kind", kind);
	if (!inner)
		t->annex = t->part;
	tree_block(t, REP_LABEL, t->part, b);
	t->preamble = t->clause = NULL;
	t->operative = false;
	t->fresh = true;
	t->titles = 0;
}

static void
place_contents(struct tree *t, const struct block *b)
{
	if (b->reading == READ_CONTENTS || !t->contents) {
		struct rep_node *parent = t->w->out->report->root;
		if (t->seen_body && t->part)
			parent = tree_container(t);
		close_para(t);
		t->fresh = false;
		t->contents = tree_element(t, REP_CONTENTS, parent, b);
	}
	tree_block(t, b->reading == READ_CONTENTS ? REP_HEADING : REP_ENTRY, t->contents, b);
}

static void
place_chapeau(struct tree *t, const struct block *b)
{
	tree_need_part(t);
	close_para(t);
	t->preamble = tree_element(t, REP_PREAMBLE, tree_container(t), b);
	tree_block(t, REP_CHAPEAU, t->preamble, b);
	t->operative = true;
	t->fresh = false;
	t->clause = NULL;
}

/* A table begins with its captions, or with its first row. */
static void
place_caption(struct tree *t, const struct block *b)
{
	tree_need_part(t);
	if (!t->table || t->table_rows)
		t->table = tree_element(t, REP_TABLE, t->clause ? tree_container(t) : tree_list_parent(t), b);
	t->table_rows = false;
	tree_block(t, REP_CAPTION, t->table, b);
	t->fresh = false;
}

/*
 * The form lets a caption stand under its table, which has it above its rows here.  It is a paragraph
 * where the editor made something else of the rows.
 */
static void
place_caption_below(struct tree *t, const struct block *b)
{
	struct work *w = t->w;
	const struct rline *l = block_line(w, b, 0), *last = block_line(w, b, b->n - 1);
	struct rep_node *caption, *at;

	if (!t->table) {
		place_p(t, b);
		return;
	}
	caption = tree_element(t, REP_CAPTION, NULL, b);
	at = t->table->first;
	while (at->kind == REP_CAPTION && at->next)
		at = at->next;
	rep_insert_before(at, caption);
	fate_set(w, l->off, l->off + l->mark_n, FATE_MARKUP);
	tree_text(t, caption, b, l->mark_n);
	text_moved(w, l->off, last->off + last->n - l->off, l->rule);
}

/* The caption stands over another picture than the open one, which is there or has a label of its own. */
static bool
begins_figure(const struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);

	return line_is(l, "over") &&
	       (rep_get(t->figure, "src") || (t->figure->first != NULL && caption_begins(t->w, l)));
}

/* A picture belongs to the captions over it, captions under it to the picture. */
static void
place_figure(struct tree *t, const struct block *b)
{
	const struct block *next = tree_next(t, 1);
	bool caption = b->reading == READ_CAPTION;
	bool masthead = (!t->part || t->part->kind == REP_HEAD) && (t->fields_follow || (next &&
	                (next->reading == READ_PLAIN || next->reading == READ_FIELD || next->reading == READ_FRONT)));

	if (!caption && masthead) {
		tree_figures(t, NULL, b);
		return;
	}
	tree_need_part(t);
	t->table = NULL; /* rows behind it are of another one */
	if (caption && (!t->figure || begins_figure(t, b)))
		t->figure = tree_element(t, REP_FIGURE, t->clause ? tree_container(t) : tree_list_parent(t), b);
	if (caption)
		t->figure->line_to = tree_block(t, REP_CAPTION, t->figure, b)->line_to;
	else
		tree_figures(t, t->clause ? tree_container(t) : tree_list_parent(t), b);
	t->fresh = false;
}

static bool
names_figure(const struct tree *t, const struct block *b)
{
	return b->reading == READ_FIGURE || (b->reading == READ_CAPTION && block_line(t->w, b, 0)->kind != NULL &&
	                                       !line_is(block_line(t->w, b, 0), "below"));
}

static void
place_row(struct tree *t, const struct block *b)
{
	uint8_t number = block_line(t->w, b, 0)->src->level;

	tree_need_part(t);
	if (!t->table || (t->table_rows && t->table_no != number)) {
		t->table = tree_element(t, REP_TABLE, t->clause ? tree_container(t) : tree_list_parent(t), b);
	}
	t->table_no = number;
	t->table_rows = true;
	tree_row(t, t->table, b);
	t->fresh = false;
}

static void
place_speech(struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);
	struct rep_node *speaker, *p;
	struct block text = *b; /* what is said, from the line on that ends with the speaker's colon */
	uint32_t end;

	tree_need_part(t);
	close_para(t);
	t->speech = tree_element(t, REP_SPEECH, tree_container(t), b);
	speaker = tree_element(t, REP_SPEAKER, t->speech, b);
	if (b->n > 1 && l->mark_n == l->n && block_line(t->w, b, 1)->mark_n > 0) {
		const struct rline *first = l;
		text_place(t->w, speaker, l->off, l->off + l->n);
		text.flow++;
		text.n--;
		l = block_line(t->w, &text, 0);
		text_join(t->w, speaker, first, l);
	}
	end = l->off + l->mark_n;
	while (end > l->off && t->w->draft->text.s[end - 1] == ' ')
		end--;
	text_place(t->w, speaker, l->off, end);
	fate_set(t->w, end, l->off + l->mark_n, FATE_MARKUP);
	p = tree_element(t, REP_P, t->speech, b);
	tree_text(t, p, &text, l->mark_n);
	t->fresh = false;
}

static void
place_rule(struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);

	fate_drop(t->w, l->off, l->off + l->n, "form.rule");
}

/* Does the line begin the signature of another one who signs? */
static bool
signs_anew(const struct tree *t, const struct block *b)
{
	return t->signed_last || line_is(block_line(t->w, b, 0), "signed");
}

static void
place_other(struct tree *t, const struct block *b)
{
	struct rep_node *n;

	switch (b->reading) {
	case READ_QUOTE:
		tree_need_part(t);
		t->table = NULL; /* rows behind it are of another one */
		if (block_line(t->w, b, 0)->src->lists == 0)
			close_lists(t);
		tree_open_quote(t, b);
		tree_block(t, REP_P, t->quote, b);
		break;
	case READ_SIGN:
		tree_need_part(t);
		if (!t->signature || signs_anew(t, b)) {
			close_para(t);
			t->signature = tree_element(t, REP_SIGNATURE, tree_container(t), b);
		}
		tree_block(t, REP_P, t->signature, b);
		t->signed_last = line_is(block_line(t->w, b, 0), "closing");
		break;
	case READ_ADOPTION:
		tree_need_part(t);
		tree_close_sections(t, 0);
		n = tree_block(t, REP_ADOPTION, t->part, b);
		rep_set(t->w->out->report, n, "kind", block_line(t->w, b, 0)->kind);
		t->operative = false;
		break;
	case READ_VOTE:
		tree_need_part(t);
		close_para(t);
		n = tree_element(t, REP_VOTE, tree_container(t), b);
		rep_set(t->w->out->report, n, "kind", block_line(t->w, b, 0)->kind);
		tree_block(t, REP_P, n, b);
		if (block_line(t->w, b, b->n - 1)->end == END_COLON && !line_is(block_line(t->w, b, 0), "recorded"))
			t->vote = n;
		break;
	default:
		place_p(t, b);
		break;
	}
	t->fresh = false;
}

/* Under the list of contents neither head nor summary goes on: what is no part of its own would stand over it. */
static bool
ends_opening(const struct tree *t, const struct block *b)
{
	return t->contents->parent == t->w->out->report->root &&
	       (!t->part || t->part->kind == REP_HEAD || t->part->kind == REP_FRONT) &&
	       b->reading != READ_FRONT && b->reading != READ_ANNEX;
}

/* A field between the cover of a book and its contents goes to the head, whatever text stands before it there. */
static bool
move_of_cover(struct tree *t, const struct block *b)
{
	if ((size_t)(block_line(t->w, b, 0) - t->w->line) >= t->w->cover)
		return false;
	for (size_t k = 0; k < b->n; k++)
		text_moved(t->w, block_line(t->w, b, k)->off, block_line(t->w, b, k)->n, block_line(t->w, b, k)->rule);
	return true;
}

static void
place(struct tree *t, const struct block *b)
{
	/* nothing but clauses and their lists stands in a preamble */
	if (b->reading != READ_P && b->reading != READ_ITEM && b->reading != READ_BULLET)
		t->preamble = t->clause = NULL;
	else if (b->reading != READ_P && !t->clause)
		t->preamble = NULL;
	if (b->reading != READ_CONTENTS && b->reading != READ_ENTRY) {
		if (t->contents && ends_opening(t, b))
			tree_start_body(t);
		t->contents = NULL;
	}
	if (!names_figure(t, b))
		t->figure = NULL;
	if (b->reading != READ_P)
		t->sourced = t->vote = NULL;
	if (t->part && b->reading == READ_FIELD && line_is(block_line(t->w, b, 0), "original")) {
		tree_block(t, REP_FIELD, t->part, b);
		return;
	}
	tree_follow_form(t, b);
	/* a speech holds paragraphs, lists and quotations; anything else is said by nobody */
	if (b->reading != READ_P && b->reading != READ_PARA && b->reading != READ_ITEM && b->reading != READ_BULLET &&
	    b->reading != READ_QUOTE)
		t->speech = NULL;
	if (line_is(block_line(t->w, b, 0), "time"))
		t->speech = NULL;
	switch (b->reading) {
	case READ_FIELD:
		if (t->part && t->part->kind != REP_HEAD && !move_of_cover(t, b)) {
			place_p(t, b);
			break;
		}
		t->session_seen = t->session_seen || block_line(t->w, b, 0)->field == REP_SESSION ||
		                  block_line(t->w, b, 0)->field == REP_VENUE;
		t->head_titles += block_line(t->w, b, 0)->field == REP_TITLE;
		tree_fields(t, b, tree_head(t));
		break;
	case READ_HEAD: case READ_PLAIN: place_heading(t, b); break;
	case READ_PARA: place_para(t, b); break;
	case READ_ITEM: case READ_BULLET: tree_item(t, b); break;
	case READ_P: place_p(t, b); break;
	case READ_ANNEX: place_annex(t, b); break;
	case READ_FRONT: t->seen_body ? place_heading(t, b) : tree_front(t, b); break;
	case READ_CONTENTS: case READ_ENTRY: place_contents(t, b); break;
	case READ_CHAPEAU: place_chapeau(t, b); break;
	case READ_ROW: place_row(t, b); break;
	case READ_CAPTION:
		if (line_is(block_line(t->w, b, 0), "below"))
			place_caption_below(t, b);
		else
			names_figure(t, b) ? place_figure(t, b) : place_caption(t, b);
		break;
	case READ_FIGURE: place_figure(t, b); break;
	case READ_SPEECH: place_speech(t, b); break;
	case READ_RULE: place_rule(t, b); break;
	default: place_other(t, b); break;
	}
}

/* The last block of the masthead, or the title of a letter behind it and what a sign left over it. */
static size_t
head_end(const struct work *w)
{
	size_t i, last = 0;
	bool text = false;

	for (i = 0; i < w->nblock && i < HEAD_BLOCKS; i++) {
		const struct rline *l = block_line(w, &w->block[i], 0);
		if (w->block[i].reading == READ_FIELD || (!text && line_is(l, "letter-title")))
			last = i;
		else if (w->block[i].reading != READ_PLAIN && w->block[i].reading != READ_P)
			break;
		text = text || (w->block[i].reading == READ_P && (w->block[i].n > 1 || l->cols > SIGN_COLS));
	}
	return last;
}

void
tree_build(struct work *w)
{
	struct tree t = {.w = w};
	size_t last_field = head_end(w);

	for (t.at = 0; t.at < w->nblock; t.at++) {
		t.fields_follow = t.at < last_field && (!t.part || t.part->kind == REP_HEAD);
		place(&t, &w->block[t.at]);
	}
	tree_notes(&t);
	tree_pictures(w);
	tree_fit_tables(&t);
	if (!t.seen_body)
		tree_start_body(&t);
	tree_finish(&t);
}
