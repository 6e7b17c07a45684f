/* SPDX-License-Identifier: MIT */
/*
 * layout.c - the rounds of page building: flow to stack, stack to pages, static content, until the
 * page numbers that are cited are the ones that stand there.
 */
#include "layout/layout.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "layout/fault.h"
#include "layout/sequence.h"

/* ---- arenas of paragraphs ---- */

struct scratch {
	struct scratch *next;
	struct arena *arena;
};

struct arena *
scratch_take(struct layout *l)
{
	struct scratch *s = l->scratch;
	if (s == NULL)
		return arena_new();
	struct arena *a = s->arena;
	l->scratch = s->next;
	return a;
}

void
scratch_give(struct layout *l, struct arena *a)
{
	arena_reset(a);
	struct scratch *s = ARENA_NEW(a, struct scratch);
	*s = (struct scratch){l->scratch, a};
	l->scratch = s;
}

static void
scratch_free(struct layout *l)
{
	for (struct scratch *s = l->scratch, *next; s != NULL; s = next) {
		next = s->next;
		arena_free(s->arena);
	}
	l->scratch = NULL;
}

/* ---- cited page numbers ---- */

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct layout_cite *)a)->id, ((const struct layout_cite *)b)->id);
}

const char *
layout_cited(struct layout *l, const struct fo_node *citation)
{
	const char *id = fo_attr(citation, FO_A_REF_ID);
	const struct layout_cite *all = l->now != NULL ? l->now : l->cites;
	size_t n = l->now != NULL ? l->nnow : l->ncites;
	l->flow_cites |= l->now == NULL;
	const struct layout_cite key = {.id = id}, *c = id == NULL || n == 0 ? NULL : bsearch(&key, all, n, sizeof key, by_id);
	if (id != NULL && fo_find(l->tree, id) == NULL)
		diag(l->diag, DIAG_LAYOUT_NO_ID, citation->pos, "%s", id);
	return c == NULL ? "00" : citation->kind == FO_PAGE_NUMBER_CITATION_LAST ? c->last : c->first;
}

/* ---- markers ---- */

struct retrieved {
	struct retrieved *next;
	const struct fo_node *marker, *retrieve, *content;
};

/* Where the class of this name is, or NULL is in its place. */
static struct marker_class **
class_of(struct layout *l, const char *name)
{
	struct marker_class **c = &l->markers[g_str_hash(name) % MARKER_SLOTS];
	while (*c != NULL && strcmp((*c)->name, name) != 0)
		c = &(*c)->next;
	return c;
}

void
layout_mark(struct layout *l, const struct fo_node *marker, size_t page)
{
	const char *name = fo_attr(marker, FO_A_MARKER_CLASS_NAME);
	if (name == NULL)
		return;
	struct marker_class **c = class_of(l, name);
	if (*c == NULL) {
		*c = ARENA_NEW(l->pages->arena, struct marker_class);
		(*c)->name = name;
	}
	*VEC_PUSH(l->pages->arena, (*c)->v, (*c)->n, (*c)->cap) = (struct placed_marker){marker, page};
}

/* How many markers of the class stand before this page. */
static size_t
count_before(const struct marker_class *c, size_t page)
{
	size_t low = 0, high = c->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (c->v[mid].page < page)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static const struct fo_node *
find_marker(struct layout *l, const struct fo_node *retrieve)
{
	const char *name = fo_attr(retrieve, FO_A_RETRIEVE_CLASS_NAME);
	const struct marker_class *c = name != NULL ? *class_of(l, name) : NULL;
	const struct fo_props *p = retrieve->p;
	if (c == NULL)
		return NULL;
	bool last = p->retrieve_position == FO_W_LAST_STARTING_WITHIN_PAGE ||
	    p->retrieve_position == FO_W_LAST_ENDING_WITHIN_PAGE;
	bool carried = p->retrieve_position == FO_W_FIRST_INCLUDING_CARRYOVER;
	size_t first = count_before(c, l->page_index), end = count_before(c, l->page_index + 1);
	bool reached = first > 0 && (p->retrieve_boundary == FO_W_DOCUMENT ||
	    (p->retrieve_boundary == FO_W_PAGE_SEQUENCE && c->v[first - 1].page >= l->sequence_page));
	if (reached && (carried || first == end))
		return c->v[first - 1].node;
	return first < end ? c->v[last ? end - 1 : first].node : NULL;
}

const struct fo_node *
layout_retrieve(struct layout *l, const struct fo_node *retrieve)
{
	const struct fo_node *m = find_marker(l, retrieve);
	if (m == NULL)
		return NULL;
	struct retrieved **slot = &l->retrieved[((uintptr_t)m >> 4 ^ (uintptr_t)retrieve >> 4) % RETRIEVED_SLOTS];
	for (const struct retrieved *r = *slot; r != NULL; r = r->next)
		if (r->marker == m && r->retrieve == retrieve)
			return r->content;
	struct retrieved *r = ARENA_NEW(l->keep, struct retrieved);
	*r = (struct retrieved){*slot, m, retrieve, fo_retrieve(l->keep, l->tree, m, retrieve)};
	*slot = r;
	return r->content;
}

static const char *
printed(const struct layout *l, size_t page)
{
	return number_print(l->keep, l->pages->page[page].form, l->pages->page[page].number);
}

/* The pages where ids stand, those of sequences too. */
static void
gather_cites(struct layout *l, const struct sequence *seq, const size_t *first, size_t n)
{
	const struct pages *p = l->pages;
	struct layout_cite *v = ARENA_ARRAY(l->keep, struct layout_cite, p->ndest + n);
	l->nnow = 0;
	for (size_t i = 0; i < p->ndest; i++) {
		const char *page = printed(l, p->dest[i].page);
		v[l->nnow++] = (struct layout_cite){arena_strdup(l->keep, p->dest[i].id), page, page};
	}
	for (size_t i = 0; i < n; i++)
		if (seq[i].node->id != NULL && first[i + 1] > first[i])
			v[l->nnow++] = (struct layout_cite){seq[i].node->id, printed(l, first[i]), printed(l, first[i + 1] - 1)};
	if (l->nnow > 0)
		qsort(v, l->nnow, sizeof *v, by_id);
	l->now = v;
}

/* One round; false when a sequence has no page master. */
static bool
set_all(struct layout *l)
{
	struct selem *root = l->pages->root = tag_new(l, NULL, "Document");
	size_t n = 0;
	for (const struct fo_node *k = l->tree->root->first; k != NULL; k = k->next)
		n += k->kind == FO_PAGE_SEQUENCE;
	struct sequence *seq = ARENA_ARRAY(l->pages->arena, struct sequence, n);
	size_t *first = ARENA_ARRAY(l->pages->arena, size_t, n + 1), i = 0;
	unsigned number = 1;
	for (const struct fo_node *k = l->tree->root->first; k != NULL; k = k->next) {
		if (k->kind != FO_PAGE_SEQUENCE)
			continue;
		int initial = k->p->initial_page_number;
		if (initial > 0)
			number = (unsigned)initial;
		else if ((initial == FO_AUTO_ODD && number % 2 == 0) || (initial == FO_AUTO_EVEN && number % 2 == 1))
			number++;
		seq[i] = (struct sequence){.l = l, .node = k, .first_number = number};
		first[i] = l->pages->npage;
		l->arena = arena_new();
		bool set = sequence_set(&seq[i], k->role != NULL ? tag_for(l, root, k) : root);
		arena_free(l->arena);
		const struct fo_node *next = k->next;
		while (next != NULL && next->kind != FO_PAGE_SEQUENCE)
			next = next->next;
		if (!set || (sequence_lacks_page(&seq[i], next) && !sequence_blank(&seq[i])))
			return false;
		number += (unsigned)(l->pages->npage - first[i++]);
	}
	first[n] = l->pages->npage;
	gather_cites(l, seq, first, n);
	for (i = 0; i < n; i++)
		sequence_static(&seq[i], first[i]);
	return true;
}

static void
add_outlines(struct pages *pages, const struct fo_node *bookmark, unsigned level)
{
	for (const struct fo_node *k = bookmark; k != NULL; k = k->next) {
		if (k->kind != FO_BOOKMARK)
			continue;
		struct buf title = {0};
		for (const struct fo_node *t = k->first; t != NULL; t = t->next)
			for (const struct fo_node *x = t->kind == FO_BOOKMARK_TITLE ? t->first : NULL; x != NULL; x = x->next)
				buf_addspan(&title, x->text);
		struct outline *o = VEC_PUSH(pages->arena, pages->outline, pages->noutline, pages->cap_outline);
		*o = (struct outline){.title = arena_strndup(pages->arena, title.data ? title.data : "", title.n),
		                      .dest = fo_attr(k, FO_A_INTERNAL_DESTINATION), .level = level,
		                      .open = k->p->starting_state == FO_W_SHOW};
		buf_free(&title);
		add_outlines(pages, k->first, level + 1);
	}
}

/* The pages found in this round are those cited in the next; false when they are as they were. */
static bool
note_cites(struct layout *l)
{
	bool same = l->nnow == l->ncites;
	for (size_t i = 0; i < l->nnow && same; i++)
		same = strcmp(l->now[i].id, l->cites[i].id) == 0 && strcmp(l->now[i].first, l->cites[i].first) == 0 &&
		       strcmp(l->now[i].last, l->cites[i].last) == 0;
	l->cites = l->now;
	l->ncites = l->nnow;
	return !same;
}

static struct pages *
new_pages(struct arena *a, const struct fo_tree *tree)
{
	struct pages *p = ARENA_NEW(a, struct pages);
	p->arena = a;
	p->title = tree->info.title;
	p->author = tree->info.creator;
	p->subject = tree->info.subject != NULL ? tree->info.subject : tree->info.description;
	p->keywords = tree->info.keywords;
	p->identifier = tree->info.identifier;
	p->publisher = tree->info.publisher;
	p->date = tree->info.date;
	p->named = tree->destination;
	p->nnamed = tree->ndestination;
	p->lang = tree->info.language != NULL ? tree->info.language : tree->root->p->lang;
	for (const struct fo_node *k = tree->root->first; k != NULL; k = k->next)
		if (k->kind == FO_PAGE_SEQUENCE) {
			p->rtl = k->p->rtl;
			if (p->lang == NULL || p->lang[0] == '\0')
				p->lang = k->p->lang;
			break;
		}
	return p;
}

static void
free_arena(void *a)
{
	arena_free(a);
}

struct pages *
layout_pages(struct arena *a, const struct fo_tree *tree, struct fontset *fonts, struct diag *d)
{
	struct loaded_image *images = NULL;
	struct layout l = {.keep = a, .tree = tree, .fonts = fonts, .diag = d, .images = &images};
	for (int round = 1; ; round++) {
		struct arena *result = arena_new();
		l.pages = new_pages(result, tree);
		l.now = NULL;
		memset(l.markers, 0, sizeof l.markers);
		bool set = set_all(&l), again = set && l.flow_cites && note_cites(&l);
		if (again && round < LAYOUT_ROUNDS) {
			arena_free(result);
			continue;
		}
		if (again)
			diag(d, DIAG_LAYOUT_UNSETTLED, (struct pos){0}, "%d rounds", LAYOUT_ROUNDS);
		if (tree->bookmarks != NULL && set)
			add_outlines(l.pages, tree->bookmarks->first, 1);
		tags_regular(&l);
		faults_settle(l.pages);
		arena_defer(a, free_arena, result);
		scratch_free(&l);
		return set ? l.pages : NULL;
	}
}
