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
	uint32_t page = 1;
	bool text = false, closed = false;
	size_t i;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		if (l->src->page) {
			page = l->src->page;
		} else if (!in_flow(l)) {
			closed = text && i > 8;
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

void
pages_find(struct work *w)
{
	size_t i, u = 0;
	const struct rline *before = NULL;
	bool broken = false;

	w->out->page_of = ARENA_ARRAY(w->arena, uint32_t, w->nline + 1);
	number_pages(w);
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
