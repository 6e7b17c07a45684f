/* SPDX-License-Identifier: MIT */
/* pagefault.c - what a proof-reader would mark in the way the flow is cut into pages. */
#include "layout/fault.h"
#include "layout/stack.h"

#define LEAST_LINES 2        /* of a paragraph at either side of a page break, and under a heading */
#define SHORT_SHARE 0.125    /* of the page's height, left empty */

/* The nearest line in parts [from, to), looking from the end when `back`; NULL = none. */
static const struct part *
line_in(const struct stack *s, size_t from, size_t to, bool back)
{
	for (size_t k = from; k < to; k++) {
		const struct part *p = &s->part[back ? to - 1 - (k - from) : k];
		if (p->kind == PART_LINE && p->nlines > 0)
			return p;
		if (p->kind == PART_ROW)
			return NULL;
	}
	return NULL;
}

/* A note that goes on on the next page: how many of its lines do. */
static void
split_note(struct pages *pages, const struct page_cut *c)
{
	const struct note_stream *n = c->notes;
	size_t at = c->note_to, total = n->lines->n, lines = 0;
	if (at == 0 || at >= total || at == c->note_from || n->start_of[at] == at)
		return;
	for (size_t i = at; i < total && n->start_of[i] == n->start_of[at]; i++)
		lines += n->lines->part[i].kind == PART_LINE;
	fault_add(pages, FAULT_SPLIT_NOTE, c->page, c->x, c->top + c->room, (double)lines, "%s", "");
}

/* Lines under the last heading of the page, when the flow goes on. */
static void
stranded_heading(struct pages *pages, const struct page_cut *c)
{
	size_t lines = 0;
	for (size_t i = c->to; i-- > c->from && lines < LEAST_LINES;) {
		const struct part *p = &c->flow->part[i];
		if (p->kind == PART_ROW)
			return;
		if (p->kept && p->kind == PART_LINE) {
			fault_add(pages, FAULT_STRANDED_HEADING, c->page, c->x, c->bottom, (double)lines, "%s", "");
			return;
		}
		lines += p->kind == PART_LINE;
	}
}

void
fault_page(struct pages *pages, const struct page_cut *c)
{
	const struct part *first = line_in(c->flow, c->from, c->to, false), *last = line_in(c->flow, c->from, c->to, true);
	if (first != NULL && first->line > 0 && first->nlines - first->line < LEAST_LINES)
		fault_add(pages, FAULT_WIDOW, c->page, c->x, c->top + first->baseline,
		          (double)(first->nlines - first->line), "%s", "");
	split_note(pages, c);
	if (c->to >= c->flow->n || c->flow->part[c->to].force)
		return;
	if (last != NULL && last->line + 1 < last->nlines && last->line + 1 < LEAST_LINES)
		fault_add(pages, FAULT_ORPHAN, c->page, c->x, c->bottom - last->height + last->baseline,
		          (double)(last->line + 1), "%s", "");
	stranded_heading(pages, c);
	double left = c->room - (c->bottom - c->top) - c->notes_height;
	if (left > SHORT_SHARE * c->room)
		fault_add(pages, FAULT_SHORT_PAGE, c->page, c->x, c->bottom, left, "%s", "");
}
