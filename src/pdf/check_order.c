/* SPDX-License-Identifier: MIT */
/*
 * check_order.c - the order of the structure against that of the pages.
 *
 * The text of a page is drawn in the order in which it is read, so what the tree leads to is met on
 * each page from the first mark to the last.  Notes stand at the foot of the page and are read at
 * their calls: each is a text of its own.
 */
#include <stdlib.h>

#include "pdf/checking.h"

/* The marks of one page by MCID. */
struct sheet {
	size_t *rank;        /* 1 + place in the content; 0 = not on the page */
	bool *held;          /* by an element */
	size_t n;
};

/* How far the tree has led: in the running text, and in the note that is being read. */
struct reached {
	size_t *rank;        /* by page: the mark read last */
	size_t page;         /* the furthest */
	unsigned note;
	size_t note_page, note_rank;
};

struct page_id {
	int id;
	size_t index;
};

static int
by_id(const void *a, const void *b)
{
	const struct page_id *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

static struct sheet
sheet_of(struct checking *c, const struct marked_page *p)
{
	struct sheet s = {0};
	for (size_t i = 0; i < p->n; i++)
		s.n = (size_t)p->mcid[i] >= s.n ? (size_t)p->mcid[i] + 1 : s.n;
	s.rank = ARENA_ARRAY(c->arena, size_t, s.n + 1);
	s.held = ARENA_ARRAY(c->arena, bool, s.n + 1);
	for (size_t i = 0; i < p->n; i++)
		s.rank[p->mcid[i]] = i + 1;
	return s;
}

static void
check_held(struct checking *c, const struct sheet *s, size_t index)
{
	for (size_t k = 0; k < s->n; k++)
		if (s->rank[k] != 0 && !s->held[k]) {
			check_fail(c, DIAG_PDF_CHECK_PARENTS, "page %zu, marked content %zu is in no element", index + 1, k);
			return;
		}
}

/* Is this read before what the tree has led to already?  The cells of a row go over the page in turn, so
 * for them only the order on each page counts. */
static bool
comes_late(const struct claim *claim, struct reached *at, size_t page, size_t rank)
{
	bool late;
	if (claim->stream != 0) {
		late = at->note == claim->stream && (page < at->note_page || (page == at->note_page && rank < at->note_rank));
		at->note = claim->stream;
		at->note_page = page;
		at->note_rank = rank;
		return late;
	}
	late = rank < at->rank[page] || (page < at->page && !claim->row);
	at->rank[page] = rank;
	at->page = page > at->page ? page : at->page;
	return late;
}

void
check_order(struct checking *c)
{
	struct page_id *ids = ARENA_ARRAY(c->arena, struct page_id, c->npage + 1);
	struct sheet *sheet = ARENA_ARRAY(c->arena, struct sheet, c->npage + 1);
	struct reached at = {.rank = ARENA_ARRAY(c->arena, size_t, c->npage + 1)};
	size_t named = c->npage; /* the page a fault was named on last */
	for (size_t i = 0; i < c->npage; i++) {
		ids[i] = (struct page_id){c->page[i].id, i};
		sheet[i] = sheet_of(c, &c->page[i]);
	}
	qsort(ids, c->npage, sizeof *ids, by_id);
	for (size_t i = 0; i < c->nclaim; i++) {
		struct page_id want = {c->claim[i].page, 0};
		const struct page_id *found = c->npage > 0 ? bsearch(&want, ids, c->npage, sizeof *ids, by_id) : NULL;
		size_t page = found != NULL ? found->index : 0, mcid = (size_t)c->claim[i].mcid;
		if (found == NULL || mcid >= sheet[page].n || sheet[page].rank[mcid] == 0)
			continue;
		sheet[page].held[mcid] = true;
		if (comes_late(&c->claim[i], &at, page, sheet[page].rank[mcid]) && page != named) {
			check_fail(c, DIAG_PDF_CHECK_ORDER, "page %zu, marked content %zu", page + 1, mcid);
			named = page;
		}
	}
	for (size_t i = 0; i < c->npage; i++)
		check_held(c, &sheet[i], i);
}
