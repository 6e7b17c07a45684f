/* SPDX-License-Identifier: MIT */
/*
 * tree_list.c - lists and quotes.  Where the form of the draft says what a line stands in, that
 * holds; elsewhere an item goes on with the list of its kind whose number comes before.
 */
#include <string.h>

#include "recognise/numbering.h"
#include "recognise/tree.h"

static const char *
printed_type(const struct block *b)
{
	switch (b->label.style) {
	case LABEL_LOWER_ROMAN: case LABEL_ROMAN: return "roman";
	case LABEL_ALPHA: return "alpha";
	case LABEL_LETTER: return "upper-alpha";
	case LABEL_ARABIC: case LABEL_DOTTED: case LABEL_ARABIC_PAREN: return "arabic";
	default: return label_style_name(b->label.style);
	}
}

static const char *
item_type(const struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);

	if (b->reading == READ_ITEM)
		return printed_type(b);
	return b->reading == READ_BULLET && l->kind ? l->kind : bullet_is_dash(t->w, l) ? "dash" : "bullet";
}

static bool
is_stopped(const struct block *b)
{
	return b->reading == READ_ITEM && numbering_is_stopped(&b->label);
}

struct rep_node *
tree_list_parent(struct tree *t)
{
	if (t->nlist > (t->quote ? t->quote_lists : 0))
		return t->list[t->nlist - 1].item;
	if (t->quote)
		return t->quote;
	if (t->clause)
		return t->clause;
	if (t->para)
		return t->para;
	return tree_container(t);
}

/* Open a list inside what is open. */
static void
open_list(struct tree *t, const struct block *b, const char *type)
{
	const struct line *src = block_line(t->w, b, 0)->src;
	struct open_list *list;
	struct rep_node *parent;

	if (t->nlist >= TREE_LISTS)
		t->nlist = TREE_LISTS - 1;
	parent = tree_list_parent(t);
	list = &t->list[t->nlist++];
	*list = (struct open_list){.type = type, .stopped = is_stopped(b), .lists = src->lists,
	                           .form = src->opens ? src->list : 0};
	list->node = tree_element(t, REP_LIST, parent, b);
	list->node->rule = "list.run";
	list->node->chosen = REP_NOT_CHOSEN; /* its items were */
	rep_set(t->w->out->report, list->node, "type", type);
}

/* The open list that an item goes on with: of the same kind, and its number is not the first; or -1. */
static int
same_kind(struct tree *t, const struct block *b, const char *type)
{
	int d = (int)t->nlist - 1;

	while (d >= 0 && (strcmp(t->list[d].type, type) != 0 || t->list[d].stopped != is_stopped(b)))
		d--;
	if (d >= 0 && b->reading == READ_ITEM && b->label.value == 1) {
		t->nlist = (uint8_t)d; /* the same style from its start: a new list in the same place */
		return -1;
	}
	return d;
}

/* Bytes of the sign and the blanks behind it. */
static size_t
bullet_body(const struct tree *t, const struct rline *l)
{
	const char *s = t->w->draft->text.s + l->off;
	size_t n = l->bullet_n;

	while (n < l->n && (s[n] == ' ' || s[n] == '\t'))
		n++;
	return n;
}

/* An item in the innermost open list. */
static struct open_list *
open_item(struct tree *t, const struct block *b, uint32_t value)
{
	struct open_list *list = &t->list[t->nlist - 1];

	list->item = tree_element(t, REP_ITEM, list->node, b);
	list->value = value;
	list->node->line_to = list->item->line_to;
	t->fresh = false;
	return list;
}

void
tree_item(struct tree *t, const struct block *b)
{
	const struct rline *l = block_line(t->w, b, 0);
	bool bullet = b->reading == READ_BULLET;
	bool formed = l->src->opens && t->nlist && t->list[t->nlist - 1].form == l->src->list;
	size_t n = bullet ? l->bullet_n : b->label.n, body = bullet ? bullet_body(t, l) : b->label.body;
	const char *type = item_type(t, b);
	uint32_t value = bullet ? 0 : b->label.value;
	struct open_list *list;
	int d = -1;

	tree_need_part(t);
	t->table = t->signature = NULL;
	if (!formed && !l->src->opens)
		d = same_kind(t, b, type);
	if (d >= 0) {
		t->nlist = (uint8_t)(d + 1);
	} else if (!formed) {
		while (!l->src->opens && t->nlist && bullet && b->depth > 0 && b->depth <= t->nlist)
			t->nlist--;
		open_list(t, b, type);
	}
	list = open_item(t, b, value);
	if (n > 0)
		tree_num(t, list->item, b, n, body);
	tree_text(t, tree_element(t, REP_P, list->item, b), b, body);
}

void
tree_open_quote(struct tree *t, const struct block *b)
{
	if (t->quote && t->nlist == t->quote_lists)
		return;
	t->quote = NULL;
	t->quote = tree_element(t, REP_QUOTE, tree_list_parent(t), b);
	t->quote_lists = t->nlist;
	t->quote_form = block_line(t->w, b, 0)->src->quotes > 0;
}

/* Blocks that have a place of their own in an item, without being its first paragraph. */
static bool
stands_in_item(enum reading r)
{
	return r == READ_P || r == READ_QUOTE || r == READ_ROW || r == READ_FIGURE || r == READ_CAPTION;
}

void
tree_follow_form(struct tree *t, const struct block *b)
{
	const struct line *src = block_line(t->w, b, 0)->src;
	unsigned left = 0;

	for (; t->nlist; t->nlist--) {
		const struct open_list *top = &t->list[t->nlist - 1];
		if (top->lists < src->lists || (top->lists == src->lists && (top->form == 0 || top->form == src->list)))
			break;
		left = top->lists > left ? top->lists : left;
	}
	/* what an editor or the text quotes holds no table */
	bool leaves = src->quotes == 0 && (t->quote_form || b->reading == READ_ROW);
	if (t->quote && (t->nlist < t->quote_lists || leaves))
		t->quote = NULL;
	/* behind a list that the form puts inside a paragraph's item, outside of that item */
	if (t->para && left > t->para_lists && src->lists < t->para_lists && stands_in_item(b->reading))
		t->para = NULL;
	/* before the body a paragraph is a field of the masthead */
	if (b->reading == READ_P && (t->fields_follow || !t->part || t->part->kind == REP_HEAD))
		return;
	if (src->quotes && !t->quote &&
	    (stands_in_item(b->reading) || b->reading == READ_ITEM || b->reading == READ_BULLET)) {
		tree_need_part(t);
		tree_open_quote(t, b);
	}
	if (src->opens && stands_in_item(b->reading)) {
		tree_need_part(t);
		if (t->nlist == 0 || t->list[t->nlist - 1].form != src->list)
			open_list(t, b, "bullet");
		open_item(t, b, 0);
	}
}

int
tree_list_goes_on(const struct tree *t)
{
	size_t i;
	int d;

	for (i = t->at + 1; i < t->w->nblock && i < t->at + 6; i++) {
		const struct block *b = &t->w->block[i];
		if (b->reading == READ_P || b->reading == READ_BULLET || b->reading == READ_QUOTE)
			continue;
		if (b->reading != READ_ITEM)
			return -1;
		for (d = (int)t->nlist - 1; d >= 0; d--)
			if (strcmp(t->list[d].type, printed_type(b)) == 0 && t->list[d].stopped == is_stopped(b) &&
			    b->label.value == t->list[d].value + 1)
				return d;
		return -1;
	}
	return -1;
}
