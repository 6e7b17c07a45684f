/* SPDX-License-Identifier: MIT */
/*
 * page_marks.c - page breaks into the finished tree: in the text where a page begins, or before
 * the outermost element that begins there and whose parent holds page breaks (schemas/report.rng).
 */
#include "recognise/flat.h"
#include "recognise/inline.h"
#include "recognise/work.h"

/* The siblings before a node, page breaks not counted. */
static bool
is_first(const struct rep_node *n)
{
	for (n = n->prev; n != NULL && n->kind == REP_PAGEBREAK; n = n->prev)
		;
	return n == NULL;
}

/* What stands at the beginning of its parent, before blocks and page breaks. */
static bool
leads(enum rep_kind kind)
{
	switch (kind) {
	case REP_NUM: case REP_HEADING: case REP_LABEL: case REP_TITLE: case REP_SUBTITLE: case REP_KIND_LINE:
	case REP_FIELD: case REP_CAPTION: case REP_CHAPEAU: case REP_SPEAKER: case REP_ANNEX:
		return true;
	default:
		return false;
	}
}

/* May a page break stand before the node? */
static bool
may_precede(const struct rep_node *n)
{
	switch (n->parent->kind) {
	case REP_REPORT:
		return n->kind == REP_FRONT || n->kind == REP_CONTENTS;
	case REP_HEAD:
		return true;
	case REP_BODY: case REP_ANNEX:
		return n->kind != REP_ANNEX && (is_first(n) || !leads(n->kind));
	case REP_FRONT: case REP_SECTION: case REP_PARA: case REP_ITEM: case REP_CLAUSE: case REP_CONTENTS:
	case REP_LIST: case REP_TABLE: case REP_PREAMBLE: case REP_SPEECH: case REP_QUOTE: case REP_BOX:
		return !leads(n->kind);
	default:
		return n->kind == REP_TEXT || rep_class(n->kind) == REP_CLASS_I;
	}
}

/* Elements that are one thing to a reader and are not cut. */
static bool
is_whole(enum rep_kind kind)
{
	return kind == REP_REF || kind == REP_LINK || kind == REP_SUP || kind == REP_SUB || kind == REP_NUM;
}

/* The node to stand before: text of the draft from byte off on. */
static struct rep_node *
place_of(struct report *r, struct rep_node *text, uint32_t off)
{
	struct rep_node *n = text, *best;

	while (is_whole(n->parent->kind))
		n = n->parent;
	if (n == text && off > text->off && off - text->off < text->text.n)
		n = rep_split(r, text, off - text->off);
	for (best = n; n->parent != NULL; n = n->parent) {
		if (may_precede(n))
			best = n;
		if (!is_first(n))
			break;
	}
	while (best->prev != NULL && best->prev->kind == REP_PAGEBREAK)
		best = best->prev;
	return best;
}

void
page_marks(struct account *acc)
{
	struct recognised *found = acc->found;

	if (found->npage_start == 0)
		return;
	struct flat *f = flat_build(acc, false);
	/* From the end: a cut leaves the places before it true. */
	for (size_t i = found->npage_start; i-- > 0;) {
		const struct page_start *p = &found->page[i];
		const struct flat_run *run = flat_behind(f, p->off);
		if (run == NULL)
			continue;
		struct rep_node *mark = rep_new(found->report, REP_PAGEBREAK, NULL);
		rep_insert_before(place_of(found->report, run->node, p->off), mark);
		rep_set(found->report, mark, "n", arena_printf(acc->arena, "%u", p->number));
		mark->line_from = mark->line_to = p->line;
		mark->rule = p->printed ? "page.printed" : "page.counted";
		mark->conf = p->printed ? 1.0f : 0.9f;
	}
}
