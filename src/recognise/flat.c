/* SPDX-License-Identifier: MIT */
#include "recognise/flat.h"

#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"

#define INLINE_DEPTH 8 /* inlines within inlines that edits look through */

static struct rep_node *
block_of(struct rep_node *n)
{
	n = n->parent;
	while (n->parent != NULL && rep_class(n->kind) == REP_CLASS_I && n->kind != REP_NOTE)
		n = n->parent;
	return n;
}

static int
run_by_off(const void *a, const void *b)
{
	const struct flat_run *x = *(const struct flat_run *const *)a, *y = *(const struct flat_run *const *)b;
	return x->node->off < y->node->off ? -1 : x->node->off > y->node->off;
}

/* The placed runs by where they stand in the draft: put in order for the first question alone. */
static const struct flat_run **
in_draft(struct flat *f)
{
	bool sorted = true; /* but for notes, the tree follows the draft */
	if (f->ordered)
		return f->by_off;
	f->ordered = true;
	f->nby_off = 0;
	for (size_t i = 0; i < f->nrun; i++)
		if (f->run[i].node->fate == FATE_PLACED) {
			f->by_off[f->nby_off++] = &f->run[i];
			sorted = sorted && (f->nby_off < 2 ||
			                    run_by_off(&f->by_off[f->nby_off - 2], &f->by_off[f->nby_off - 1]) <= 0);
		}
	if (!sorted)
		qsort(f->by_off, f->nby_off, sizeof *f->by_off, run_by_off);
	return f->by_off;
}

const struct flat_run *
flat_behind(struct flat *f, uint32_t off)
{
	const struct flat_run **run = in_draft(f);
	size_t low = 0, high = f->nby_off;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (run[mid]->node->off + run[mid]->node->off_n <= off)
			low = mid + 1;
		else
			high = mid;
	}
	return low < f->nby_off ? run[low] : NULL;
}

size_t
flat_pos(struct flat *f, uint32_t off)
{
	const struct flat_run *run = flat_behind(f, off);
	return run != NULL && run->node->off <= off ? run->at + (off - run->node->off) : SIZE_MAX;
}

/* The text node behind n. */
static struct rep_node *
next_text(struct rep_node *root, struct rep_node *n, bool with_notes)
{
	do
		n = n->kind == REP_NOTE && !with_notes ? rep_skip(root, n) : rep_next(root, n);
	while (n != NULL && n->kind != REP_TEXT);
	return n;
}

/* An empty one with room for so many runs and bytes, and for some more the next time. */
static struct flat *
make_room(struct account *acc, size_t runs, size_t bytes)
{
	struct flat *f = acc->flat;
	if (f == NULL) {
		f = acc->flat = ARENA_NEW(acc->arena, struct flat);
		f->last = ARENA_NEW(acc->arena, size_t);
	}
	if (f->cap_run < runs) {
		f->cap_run = runs + runs / 4;
		f->run = ARENA_ARRAY(acc->arena, struct flat_run, f->cap_run);
		f->by_off = ARENA_ARRAY(acc->arena, const struct flat_run *, f->cap_run);
	}
	if (f->cap_text < bytes) {
		f->cap_text = bytes + bytes / 4;
		f->text.s = arena_alloc(acc->arena, f->cap_text);
	}
	f->nrun = *f->last = 0;
	f->ordered = false;
	return f;
}

struct flat *
flat_build(struct account *acc, bool with_notes)
{
	struct rep_node *root = acc->found->report->root, *n;
	size_t runs = 1, bytes = 1, at = 0;
	for (n = root; (n = next_text(root, n, with_notes)) != NULL; runs++)
		bytes += n->text.n + 1;
	struct flat *f = make_room(acc, runs, bytes);
	char *text = (char *)f->text.s;
	f->report = acc->found->report;
	for (n = root; (n = next_text(root, n, with_notes)) != NULL;) {
		struct rep_node *b = block_of(n);
		if (f->nrun > 0 && f->run[f->nrun - 1].block != b)
			text[at++] = '\n';
		f->run[f->nrun++] = (struct flat_run){n, b, at};
		memcpy(text + at, n->text.s, n->text.n);
		at += n->text.n;
	}
	text[at] = '\0';
	f->text.n = at;
	return f;
}

static void
small_ascii(char *restrict low, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		low[i] = (char)(text[i] + (text[i] >= 'A' && text[i] <= 'Z' ? 'a' - 'A' : 0));
}

struct span
flat_small(struct arena *a, struct span text)
{
	char *low = arena_alloc(a, text.n + 1);
	small_ascii(low, text.s, text.n);
	for (size_t i = 0; i < text.n;) {
		if ((unsigned char)text.s[i] < 0x80) {
			i++;
			continue;
		}
		size_t at = i;
		uint32_t u = utf8_next(text.s, text.n, &i), l = char_lower(u);
		char b[4];
		if (l != u && utf8_put(l, b) == i - at)
			memcpy(low + at, b, i - at);
	}
	return (struct span){low, text.n};
}

/* Index of the last run that starts at or before i. */
static size_t
run_index(const struct flat *f, size_t i)
{
	size_t low = 0, high = f->nrun, last = *f->last;
	if (f->run[last].at <= i) {
		low = last;
		high = last + 1 < f->nrun && i < f->run[last + 1].at ? last + 1 : f->nrun;
		if (last + 2 < f->nrun && high == f->nrun && i < f->run[last + 2].at)
			high = last + 2;
	}
	while (low + 1 < high) {
		size_t mid = (low + high) / 2;
		if (f->run[mid].at <= i)
			low = mid;
		else
			high = mid;
	}
	return *f->last = low;
}

/* Where run r ended when the string was built. */
static size_t
run_end(const struct flat *f, size_t r)
{
	size_t end = r + 1 < f->nrun ? f->run[r + 1].at : f->text.n;
	if (r + 1 < f->nrun && f->run[r + 1].block != f->run[r].block)
		end--;
	return end;
}

const struct flat_run *
flat_at(const struct flat *f, size_t i)
{
	if (f->nrun == 0)
		return NULL;
	size_t r = run_index(f, i);
	return i >= f->run[r].at && i < run_end(f, r) ? &f->run[r] : NULL;
}

uint32_t
flat_off(const struct flat *f, size_t i)
{
	const struct flat_run *run = flat_at(f, i);
	if (run == NULL)
		return UINT32_MAX;
	if (run->node->fate != FATE_PLACED)
		return run->node->off;
	return run->node->off + (uint32_t)(i - run->at);
}

/* May the text be cut before byte i of the string? */
static bool
may_cut(const struct flat *f, size_t i)
{
	const struct flat_run *run = flat_at(f, i);
	return run == NULL || run->at == i || run->node->fate == FATE_PLACED;
}

bool
flat_isolate(struct flat *f, size_t from, size_t to, struct rep_node **first, struct rep_node **last)
{
	const struct flat_run *a = flat_at(f, from), *b = to > from ? flat_at(f, to - 1) : NULL;
	if (a == NULL || b == NULL || a->block != b->block || !may_cut(f, from))
		return false;
	/* Each node may have been shortened by an edit that came before, further right. */
	size_t in_b = to - b->at;
	if (in_b < b->node->text.n && b->node->fate != FATE_PLACED)
		return false;
	if (in_b < b->node->text.n)
		rep_split(f->report, b->node, in_b);
	*last = b->node;
	*first = a->node;
	if (from > a->at) {
		*first = rep_split(f->report, a->node, from - a->at);
		if (a == b)
			*last = *first;
	}
	return true;
}

/* n, or the outermost inline that begins (ends) with it. */
static size_t
edge_chain(struct rep_node *n, bool start, struct rep_node *chain[INLINE_DEPTH])
{
	size_t depth = 0;
	chain[depth++] = n;
	while (depth < INLINE_DEPTH && n->parent != NULL && rep_class(n->parent->kind) == REP_CLASS_I &&
	    n->parent->kind != REP_NOTE && (start ? n->prev : n->next) == NULL) {
		n = n->parent;
		chain[depth++] = n;
	}
	return depth;
}

/* Siblings that cover exactly the stretch from first to last; false when there are none. */
static bool
siblings(struct rep_node **first, struct rep_node **last)
{
	struct rep_node *a[INLINE_DEPTH], *b[INLINE_DEPTH];
	size_t na = edge_chain(*first, true, a), nb = edge_chain(*last, false, b);
	for (size_t i = 0; i < na; i++)
		for (size_t k = 0; k < nb; k++)
			if (a[i]->parent == b[k]->parent) {
				*first = a[i];
				*last = b[k];
				return true;
			}
	return false;
}

struct rep_node *
flat_wrap(struct flat *f, size_t from, size_t to, enum rep_kind kind)
{
	struct rep_node *first, *last;
	if (!flat_isolate(f, from, to, &first, &last) || !siblings(&first, &last))
		return NULL;
	struct rep_node *in = rep_new(f->report, kind, NULL);
	rep_insert_before(first, in);
	for (const struct rep_node *up = in->parent; up != NULL && in->line_from == 0; up = up->parent) {
		in->line_from = up->line_from;
		in->line_to = up->line_to;
	}
	for (struct rep_node *n = first, *next; n != NULL; n = next) {
		next = n == last ? NULL : n->next;
		rep_append(in, n);
	}
	return in;
}

bool
flat_repair(struct flat *f, struct account *acc, size_t from, size_t to, struct span after,
            const char *rule, const char *evidence)
{
	const struct flat_run *a = flat_at(f, from), *b = to > from ? flat_at(f, to - 1) : NULL;
	if (a == NULL || b == NULL || a->node->parent != b->node->parent)
		return false;
	uint32_t expect = a->node->off;
	for (const struct flat_run *r = a; r <= b; r++) {
		if (r->node->off != expect || r->node->parent != a->node->parent ||
		    r->node->fate == FATE_REPAIRED)
			return false;
		expect = r->node->off + r->node->off_n;
	}
	struct rep_node *first, *last;
	if (!flat_isolate(f, from, to, &first, &last))
		return false;
	uint32_t off = first->off, end = last->off + last->off_n;
	while (last != first) {
		struct rep_node *gone = last;
		last = last->prev;
		rep_detach(gone);
	}
	account_repair(acc, off, end - off, after, rule, evidence);
	first->text = acc->repair[acc->nrepair - 1].after;
	first->off_n = end - off;
	first->fate = FATE_REPAIRED;
	return true;
}
