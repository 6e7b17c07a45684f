/* SPDX-License-Identifier: MIT */
/*
 * pages.c - which page each line stood on, and where the flow of text crosses a page end.
 * Without form feeds a page ends where furniture, notes or addresses stand between two lines.
 */
#include "recognise/work.h"

static bool
in_flow(const struct rline *l)
{
	switch (l->reading) {
	case READ_NOTE: case READ_NOTE_MORE: case READ_URL: case READ_DROP:
		return false;
	default:
		return true;
	}
}

/* Number the pages; a stretch outside the flow closes one when text has stood on it. */
static void
number_pages(struct work *w)
{
	enum source_form form = w->draft->form;
	uint32_t page = 1;
	bool text = false, closed = false, paged = form <= SOURCE_PAGE_LAYOUT || form == SOURCE_PDF;
	size_t i;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		if (l->src->page) {
			page = l->src->page;
		} else if (!in_flow(l)) {
			/* only page text prints notes at the ends of pages */
			closed = text && i > 8 && (paged || (l->reading != READ_NOTE && l->reading != READ_NOTE_MORE));
		} else {
			if (closed) {
				page++;
				text = false;
			}
			closed = false;
			text = true;
		}
		l->page = page;
		w->out->page_of[i] = page;
	}
	w->out->npage = page;
}

static void
start_page(struct work *w, const struct rline *l, uint32_t number, bool printed)
{
	struct recognised *out = w->out;

	if (out->npage_start > 0 && (out->page[out->npage_start - 1].off >= l->off ||
	    out->page[out->npage_start - 1].number >= number))
		return;
	*VEC_PUSH(w->arena, out->page, out->npage_start, w->page_cap) =
	    (struct page_start){l->off, l->src->no, number, printed};
}

/* The form shows where pages end: each has the number printed on it, else its place. */
static void
given_starts(struct work *w)
{
	size_t i, k;

	for (i = 0; i < w->nline; i = k) {
		const struct rline *first = NULL;
		uint32_t number = 0;
		for (k = i; k < w->nline && w->line[k].page == w->line[i].page; k++) {
			if (in_flow(&w->line[k]))
				first = first ? first : &w->line[k];
			else if (number == 0)
				number = furniture_number(w, &w->line[k]);
		}
		if (first)
			start_page(w, first, number ? number : w->line[i].page, number > 0);
	}
}

/* A sign that one page ends and another begins. */
static bool
at_page_end(const struct rline *l)
{
	return dropped_as(l, DROP_PAGE_NUMBER) || dropped_as(l, DROP_JOB_NUMBER) || dropped_as(l, DROP_RUNNING_HEAD);
}

/* Numbers are printed at the ends of pages when one stands behind all text, else where they begin. */
static bool
numbers_at_ends(const struct work *w)
{
	size_t i;

	for (i = w->nline; i > 0 && !in_flow(&w->line[i - 1]); i--)
		if (furniture_number(w, &w->line[i - 1]))
			return true;
	return false;
}

/* Without page ends only printed numbers tell where a page begins. */
static void
printed_starts(struct work *w)
{
	bool ends = numbers_at_ends(w), over = true;
	const struct rline *first = NULL; /* the text since the last sign of a page end */
	uint32_t number = 0;
	size_t i;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		uint32_t n = furniture_number(w, l);
		if (n) {
			number = n;
			if (ends && first)
				start_page(w, first, number, true);
		}
		if (!in_flow(l)) {
			over = over || at_page_end(l);
			continue;
		}
		if (over)
			first = l;
		if (over && !ends && number)
			start_page(w, l, number, true);
		over = false;
		number = 0;
	}
}

/* Where a draft numbers its second page and not its first, the first begins with the text. */
static void
first_start(struct work *w)
{
	struct recognised *out = w->out;
	size_t i;

	if (out->npage_start == 0 || out->page[0].number != 2)
		return;
	for (i = 0; i < w->nline && !in_flow(&w->line[i]); i++)
		;
	if (i == w->nline || w->line[i].off >= out->page[0].off)
		return;
	VEC_PUSH(w->arena, out->page, out->npage_start, w->page_cap);
	memmove(out->page + 1, out->page, (out->npage_start - 1) * sizeof *out->page);
	out->page[0] = (struct page_start){w->line[i].off, w->line[i].src->no, 1, false};
}

static void
find_starts(struct work *w)
{
	if (w->nline > 0 && w->line[w->nline - 1].src->page)
		given_starts(w);
	else
		printed_starts(w);
	first_start(w);
}

void
pages_find(struct work *w)
{
	size_t i, u = 0;
	const struct rline *before = NULL;
	bool broken = false;

	w->out->page_of = ARENA_ARRAY(w->arena, uint32_t, w->nline + 1);
	number_pages(w);
	find_starts(w);
	w->flow = ARENA_ARRAY(w->arena, uint32_t, w->nline + 1);
	w->nflow = 0;
	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		if (!in_flow(l)) {
			if (l->reading == READ_URL && u < w->out->nurl)
				w->out->url[u++].page = l->page;
			broken = true;
			continue;
		}
		l->seam = before && (broken || l->page != before->page);
		if (l->seam)
			l->gap = l->gap > 1 && w->draft->form != SOURCE_PAGE_LAYOUT ? 1 : 0;
		broken = false;
		before = l;
		w->flow[w->nflow++] = (uint32_t)i;
	}
}
