/* SPDX-License-Identifier: MIT */
/*
 * pictures.c - pictures of the draft become figures: alone on their lines in their place, within a
 * line behind the block they stand in.
 */
#include "recognise/tree.h"

#define SIGN_BYTES (sizeof IMAGE_SIGN - 1)

/* The sign of picture p stands at a byte of the text. */
static bool
stands_at(const struct work *w, size_t p, uint32_t off)
{
	return p < w->npicture && w->picture[p]->off == off;
}

/* The line holds pictures and blanks and nothing else. */
static bool
holds_only(const struct work *w, const struct rline *l, size_t p)
{
	const char *s = w->draft->text.s;
	uint32_t at = l->off;

	while (at < l->off + l->n) {
		if (stands_at(w, p, at)) {
			at += SIGN_BYTES;
			p++;
		} else if (s[at] == ' ' || s[at] == '\t') {
			at++;
		} else {
			return false;
		}
	}
	return l->n > 0;
}

void
pictures_collect(struct work *w)
{
	const struct draft *d = w->draft;
	size_t i, p = 0;

	w->picture = ARENA_ARRAY(w->arena, struct mark *, d->nmark + 1);
	for (i = 0; i < d->nmark; i++)
		if (d->mark[i].kind == MARK_IMAGE)
			w->picture[w->npicture++] = &d->mark[i];
	for (i = 0; i < w->nline && p < w->npicture; i++) {
		struct rline *l = &w->line[i];
		while (p < w->npicture && w->picture[p]->off < l->off)
			p++;
		l->picture = stands_at(w, p, l->off) && l->src->kind != LINE_ROW && l->src->kind != LINE_ROW_HEAD &&
		             l->src->kind != LINE_NOTE && holds_only(w, l, p);
		if (l->picture)
			line_fix(l, READ_FIGURE, "form.picture", 1);
	}
}

static size_t
picture_first(const struct work *w, uint32_t off)
{
	size_t low = 0, high = w->npicture;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (w->picture[mid]->off < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void
lose(struct work *w, const struct mark *m, const char *rule, const char *why)
{
	fate_drop(w, m->off, m->end, rule);
	diag(w->diag, DIAG_SRC_PICTURE, source_pos(w->draft, m->off), "%s: %s", m->target, why);
}

static void
show(struct work *w, struct rep_node *figure, const struct mark *m)
{
	rep_set(w->out->report, figure, "src", m->target);
	if (m->words != NULL)
		rep_set(w->out->report, figure, "alt", m->words);
	fate_set(w, m->off, m->end, FATE_MARKUP);
}

void
tree_figures(struct tree *t, struct rep_node *parent, const struct block *b)
{
	struct work *w = t->w;
	const struct rline *l = block_line(w, b, 0), *last = block_line(w, b, b->n - 1);
	size_t p;

	for (p = picture_first(w, l->off); p < w->npicture && w->picture[p]->off < last->off + last->n; p++) {
		if (parent == NULL) {
			lose(w, w->picture[p], "masthead.picture", "the masthead of a report holds no pictures");
			continue;
		}
		if (t->figure == NULL || rep_get(t->figure, "src") != NULL)
			t->figure = tree_element(t, REP_FIGURE, parent, b);
		show(w, t->figure, w->picture[p]);
		t->figure->line_to = last->src->no;
	}
}

/* ---- pictures within lines ---- */

static bool
takes_figures(enum rep_kind k)
{
	return k == REP_BODY || k == REP_ANNEX || k == REP_FRONT || k == REP_SECTION || k == REP_PARA || k == REP_ITEM ||
	       k == REP_QUOTE || k == REP_BOX || k == REP_SPEECH || k == REP_CELL;
}

/* Text that stands in a cell itself becomes a paragraph of it. */
static struct rep_node *
cell_paragraph(struct work *w, struct rep_node *cell)
{
	struct rep_node *p = rep_new(w->out->report, REP_P, NULL), *n, *next;

	p->line_from = cell->line_from;
	p->line_to = cell->line_to;
	p->rule = cell->rule;
	p->conf = cell->conf;
	for (n = cell->first; n; n = next) {
		next = n->next;
		rep_append(p, n);
	}
	rep_append(cell, p);
	return p;
}

/* Where the last picture was put: behind that block. */
struct taking {
	struct work *w;
	struct rep_node *block, *figure;
};

/* A figure behind the block that holds a text node, and behind the figures there already. */
static struct rep_node *
figure_behind(struct taking *t, struct rep_node *n, uint32_t line)
{
	struct work *w = t->w;
	struct rep_node *figure;

	if (n->parent->kind == REP_CELL)
		n = cell_paragraph(w, n->parent);
	while (n->parent && !takes_figures(n->parent->kind))
		n = n->parent;
	if (n->parent == NULL)
		return NULL;
	figure = rep_new(w->out->report, REP_FIGURE, NULL);
	figure->line_from = figure->line_to = line;
	figure->rule = "picture.inline";
	figure->conf = 1;
	rep_insert_after(n == t->block ? t->figure : n, figure);
	t->block = n;
	t->figure = figure;
	return figure;
}

/* The blank before the picture, where one behind it or the end of the block makes it needless. */
static bool
spare_blank(const struct work *w, const struct rep_node *n, const struct mark *m)
{
	const char *s = w->draft->text.s;
	bool more = m->end < n->off + n->off_n;

	return m->off > n->off && s[m->off - 1] == ' ' && (more ? s[m->end] == ' ' : n->next == NULL);
}

/* Take the picture's sign out of a text node; gives the text behind it, or NULL. */
static struct rep_node *
take_out(struct taking *t, struct rep_node *n, const struct mark *m)
{
	struct work *w = t->w;
	struct rep_node *rest = NULL, *block = n->parent;
	uint32_t line = w->draft->line[source_line(w->draft, m->off)].no;
	uint32_t blank = spare_blank(w, n, m), from = m->off - blank;
	struct rep_node *figure = figure_behind(t, n, line);

	if (n->parent != block)
		block = n->parent;
	if (figure)
		show(w, figure, m);
	else
		lose(w, m, "picture.place", "no picture can stand here; give it a line of its own in the text");
	if (blank)
		fate_drop(w, from, m->off, "blank");
	if (from > n->off)
		n = rep_split(w->out->report, n, from - n->off);
	if (n->text.n > blank + SIGN_BYTES)
		rest = rep_split(w->out->report, n, blank + SIGN_BYTES);
	rep_detach(n);
	if (block->first == NULL && block->kind == REP_P) {
		rep_detach(block);
		t->block = NULL;
	}
	return rest;
}

static void
take_all(struct work *w, struct rep_node *root)
{
	struct taking t = {.w = w};
	struct rep_node *n, *next;

	for (n = root; n; n = next) {
		size_t p;
		next = rep_next(root, n);
		if (n->kind != REP_TEXT || n->fate != FATE_PLACED)
			continue;
		p = picture_first(w, n->off);
		if (p < w->npicture && w->picture[p]->off < n->off + n->off_n) {
			struct rep_node *rest = take_out(&t, n, w->picture[p]);
			next = rest ? rest : next;
		}
	}
}

void
tree_pictures(struct work *w)
{
	size_t i;

	if (w->npicture == 0)
		return;
	take_all(w, w->out->report->root);
	for (i = 0; i < w->out->nnote; i++)
		take_all(w, w->out->note[i].node);
}
