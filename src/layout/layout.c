/* SPDX-License-Identifier: MIT */
/*
 * layout.c - the rounds of page building: flow to stack, stack to pages, static content, until the
 * page numbers that are cited are the ones that stand there.
 */
#include "layout/layout.h"

#include <stdlib.h>
#include <string.h>

#include "layout/fault.h"
#include "layout/masters.h"
#include "layout/stack.h"

/* One page-sequence at work. */
struct sequence {
	struct layout *l;
	const struct fo_node *node;
	struct stack *flow;
	struct note_stream notes;
	unsigned first_number;
	bool *blank;              /* per page of the sequence */
	size_t npage, cap_page;
};

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

static const struct fo_node *
find_marker(const struct layout *l, const struct fo_node *retrieve)
{
	const char *class = fo_attr(retrieve, FO_A_RETRIEVE_CLASS_NAME);
	const struct fo_props *p = retrieve->p;
	bool last = p->retrieve_position == FO_W_LAST_STARTING_WITHIN_PAGE ||
	    p->retrieve_position == FO_W_LAST_ENDING_WITHIN_PAGE;
	bool carried = p->retrieve_position == FO_W_FIRST_INCLUDING_CARRYOVER;
	const struct fo_node *here = NULL, *before = NULL;
	for (size_t i = 0; i < l->nmarker && l->marker[i].page <= l->page_index; i++) {
		const struct placed_marker *m = &l->marker[i];
		const char *name = fo_attr(m->node, FO_A_MARKER_CLASS_NAME);
		if (class == NULL || name == NULL || strcmp(class, name) != 0)
			continue;
		if (m->page == l->page_index)
			here = here == NULL || last ? m->node : here;
		else if (p->retrieve_boundary == FO_W_DOCUMENT ||
		         (p->retrieve_boundary == FO_W_PAGE_SEQUENCE && m->page >= l->sequence_page))
			before = m->node;
	}
	return here != NULL && !(carried && before != NULL) ? here : before;
}

const struct fo_node *
layout_retrieve(struct layout *l, const struct fo_node *retrieve)
{
	const struct fo_node *m = find_marker(l, retrieve);
	if (m == NULL)
		return NULL;
	for (const struct retrieved *r = l->retrieved; r != NULL; r = r->next)
		if (r->marker == m && r->retrieve == retrieve)
			return r->content;
	struct retrieved *r = ARENA_NEW(l->keep, struct retrieved);
	*r = (struct retrieved){l->retrieved, m, retrieve, fo_retrieve(l->keep, l->tree, m, retrieve)};
	l->retrieved = r;
	return r->content;
}

/* ---- one sequence ---- */

/* The notes of the flow as one stack, with what the page breaker asks about it. */
static void
gather_notes(struct sequence *s)
{
	struct layout *l = s->l;
	struct note_stream *ns = &s->notes;
	size_t cap = 0, n = 0, cap_first = 0, nfirst = 0;
	ns->lines = ARENA_NEW(l->arena, struct stack);
	ns->end_after = ARENA_ARRAY(l->arena, size_t, s->flow->n + 1);
	for (size_t i = 0; i < s->flow->n; i++) {
		const struct part *p = &s->flow->part[i];
		for (size_t k = 0; k < p->nnote; k++) {
			const struct stack *body = p->note[k]->body;
			size_t start = ns->lines->n;
			for (size_t j = 0; j < body->n; j++) {
				struct part *line = stack_add(l, ns->lines, body->part[j].kind, body->part[j].height);
				*line = body->part[j];
				*VEC_PUSH(l->arena, ns->start_of, n, cap) = start;
				*VEC_PUSH(l->arena, ns->first, nfirst, cap_first) = p->note[k]->node->parent->p->note_place == FO_W_FIRST;
			}
		}
		ns->end_after[i] = ns->lines->n;
	}
}

static double
body_height(void *closure, size_t page)
{
	struct sequence *s = closure;
	struct master m;
	if (!master_for(s->l->tree, s->node, page, s->first_number + (unsigned)page, false, false, &m))
		return 100;
	return m.region[REGION_BODY].h;
}

static const struct fo_node *
static_content(const struct fo_node *sequence, const char *name)
{
	for (const struct fo_node *k = sequence->first; k != NULL; k = k->next) {
		const char *flow = k->kind == FO_STATIC_CONTENT ? fo_attr(k, FO_A_FLOW_NAME) : NULL;
		if (flow != NULL && strcmp(flow, name) == 0)
			return k;
	}
	return NULL;
}

static struct stack *
separator(struct sequence *s, bool continued, double width)
{
	const struct fo_node *node = continued ? static_content(s->node, "rx-footnote-continued-separator") : NULL;
	if (node == NULL)
		node = static_content(s->node, "xsl-footnote-separator");
	return node != NULL ? flow_stack(s->l, node, width, NULL, ARTIFACT_RULE) : ARENA_NEW(s->l->arena, struct stack);
}

/* The notes among lines [from, to): what goes on from the page before, then whole ones that want to be
 * first, then the others (pass 1).  Gives the bottom. */
static double
emit_note_lines(const struct note_stream *ns, struct emitter *e, size_t from, size_t to, double y)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = from, end; i < to; i = end) {
			size_t start = ns->start_of[i];
			for (end = i + 1; end < to && ns->start_of[end] == start;)
				end++;
			bool whole = start == i && (end == ns->lines->n || ns->start_of[end] == end);
			if ((start != i || (whole && ns->first[i])) == (pass == 0))
				y = emit_parts(e, ns->lines, i, end, y, false);
		}
	return y;
}

/* Notes [from, to) at the foot of the body region, under their separator; their height. */
static double
emit_notes(struct sequence *s, struct emitter *e, const struct region *body, size_t from, size_t to)
{
	if (from >= to)
		return 0;
	bool continued = s->notes.start_of[from] != from;
	struct stack *rule = separator(s, continued, body->w);
	double h = rule->height;
	for (size_t i = from; i < to; i++)
		h += s->notes.lines->part[i].height;
	double y = emit_parts(e, rule, 0, rule->n, body->y + body->h - h, false);
	emit_note_lines(&s->notes, e, from, to, y);
	return h;
}

/* Heads, feet and margins of one page. */
static void
emit_static(struct sequence *s, struct emitter *e, const struct master *m)
{
	static const enum artifact types[REGIONS] = {ARTIFACT_NONE, ARTIFACT_HEADER, ARTIFACT_FOOTER,
	                                             ARTIFACT_LAYOUT, ARTIFACT_LAYOUT};
	for (int r = REGION_BEFORE; r < REGIONS; r++) {
		const struct region *g = &m->region[r];
		const struct fo_node *node = g->node != NULL ? static_content(s->node, g->name) : NULL;
		if (node == NULL)
			continue;
		struct stack *stack = flow_stack(s->l, node, g->w, NULL, types[r]);
		double slack = g->h - stack->height, y = g->y;
		if (slack > 0 && g->node->p->display_align == FO_W_AFTER)
			y += slack;
		else if (slack > 0 && g->node->p->display_align == FO_W_CENTER)
			y += slack / 2;
		e->x = g->x;
		e->width = g->w;
		e->region_y = g->y;
		e->region_h = g->h;
		e->rtl = node->p->rtl;
		emit_parts(e, stack, 0, stack->n, y, false);
	}
}

/* How many items the parts [from, to) of a stack become, without those in cells. */
static size_t
count_items(const struct stack *s, size_t from, size_t to)
{
	size_t n = 0;
	for (size_t i = from; i < to; i++)
		n += s->part[i].nitem;
	return n;
}

#define STATIC_ITEMS 16 /* of heads, feet and rules, as a rule */

static struct page *
new_page(struct pages *pages, const struct master *m, const struct sequence *s, unsigned number, size_t items)
{
	struct page *p = VEC_PUSH(pages->arena, pages->page, pages->npage, pages->cap_page);
	p->w = m->w;
	p->h = m->h;
	p->number = number;
	p->form = number_form(fo_attr(s->node, FO_A_FORMAT));
	p->cap = items + STATIC_ITEMS;
	p->item = ARENA_ARRAY(pages->arena, struct item, p->cap);
	return p;
}

static bool
parity_differs(enum fo_word wanted, unsigned number)
{
	return (wanted == FO_W_EVEN_PAGE && number % 2 == 1) || (wanted == FO_W_ODD_PAGE && number % 2 == 0);
}

/* A page without text, for the one behind it to be odd or even. */
static bool
add_blank(struct sequence *s)
{
	struct master m;
	unsigned number = s->first_number + (unsigned)s->npage;
	if (!master_for(s->l->tree, s->node, s->npage, number, false, true, &m))
		return false;
	new_page(s->l->pages, &m, s, number, 0);
	*VEC_PUSH(s->l->pages->arena, s->blank, s->npage, s->cap_page) = true;
	return true;
}

/* Whether force-page-count (§7.27.6) asks for one more page; next: the sequence behind, or NULL. */
static bool
lacks_page(const struct sequence *s, const struct fo_node *next)
{
	unsigned last = s->first_number + (unsigned)s->npage - 1;
	int then = next != NULL ? next->p->initial_page_number : FO_AUTO;
	switch (s->node->p->force_page_count) {
	case FO_W_EVEN: return s->npage % 2 == 1;
	case FO_W_ODD: return s->npage % 2 == 0;
	case FO_W_END_ON_EVEN: return last % 2 == 1;
	case FO_W_END_ON_ODD: return last % 2 == 0;
	case FO_W_AUTO:
		return then == FO_AUTO_ODD ? last % 2 == 1 : then == FO_AUTO_EVEN ? last % 2 == 0
		     : then > 0 && (unsigned)then % 2 == last % 2;
	default: return false;
	}
}

/* The pages of one sequence, without their static content. */
static bool
set_sequence(struct layout *l, struct sequence *s, struct selem *parent)
{
	struct master m;
	const struct fo_node *flow = NULL;
	for (const struct fo_node *k = s->node->first; k != NULL; k = k->next)
		if (k->kind == FO_FLOW)
			flow = k;
	if (flow == NULL || !master_for(l->tree, s->node, 0, s->first_number, false, false, &m)) {
		diag(l->diag, DIAG_LAYOUT_NO_MASTER, s->node->pos, "name one with a region-body");
		return false;
	}
	struct region *body = &m.region[REGION_BODY];
	l->note_width = body->w;
	l->body_height = body->h;
	s->flow = flow_stack(l, flow, body->w, parent != NULL ? tag_for(l, parent, flow) : NULL, ARTIFACT_NONE);
	table_notes_add(l, s->flow, 0, body->w); /* those that no table followed */
	gather_notes(s);
	struct page_room room = {.height = body_height, .closure = s,
	                         .separator = separator(s, false, body->w)->height,
	                         .continued = separator(s, true, body->w)->height};
	size_t n, from = 0, note = 0;
	const struct cut *cut = pagebreak(l, s->flow, &s->notes, &room, &n);
	for (size_t i = 0; i < n; i++) {
		const struct part *begins = from < s->flow->n ? &s->flow->part[from] : NULL;
		if (begins != NULL && begins->force && parity_differs(begins->parity, s->first_number + (unsigned)s->npage) &&
		    !add_blank(s))
			return false;
		unsigned number = s->first_number + (unsigned)s->npage;
		if (!master_for(l->tree, s->node, s->npage, number, i + 1 == n, false, &m))
			return false;
		*VEC_PUSH(l->pages->arena, s->blank, s->npage, s->cap_page) = false;
		body = &m.region[REGION_BODY];
		size_t items = count_items(s->flow, from, cut[i].to) + count_items(s->notes.lines, note, cut[i].note_to);
		struct emitter e = {.layout = l, .pages = l->pages, .page = new_page(l->pages, &m, s, number, items),
		                    .scratch = l->arena, .x = body->x, .width = body->w, .region_y = body->y,
		                    .region_h = body->h, .rtl = flow->p->rtl};
		size_t to = cut[i].to;
		while (to > from && s->flow->part[to - 1].kind == PART_SPACE && i + 1 < n)
			to--;
		struct page_cut c = {.flow = s->flow, .notes = &s->notes, .from = from, .to = cut[i].to, .note_from = note,
		                     .note_to = cut[i].note_to, .page = (unsigned)(l->pages->npage - 1), .x = body->x, .top = body->y,
		                     .room = body->h};
		e.set = cut[i].set;
		c.bottom = emit_parts(&e, s->flow, from, to, body->y, true);
		e.set = 0;
		c.notes_height = emit_notes(s, &e, body, note, cut[i].note_to);
		fault_page(l->pages, &c);
		from = cut[i].to;
		note = cut[i].note_to;
	}
	return true;
}

static void
set_static(struct layout *l, struct sequence *s, size_t first, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct page *page = &l->pages->page[first + i];
		struct master m;
		if (!master_for(l->tree, s->node, i, page->number, i + 1 == n, s->blank[i], &m))
			continue;
		l->page_number = number_print(l->pages->arena, page->form, page->number);
		l->page_index = first + i;
		l->sequence_page = first;
		l->arena = scratch_take(l);
		struct emitter e = {.layout = l, .pages = l->pages, .page = page, .scratch = l->arena};
		emit_static(s, &e, &m);
		scratch_give(l, l->arena);
	}
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
		bool set = set_sequence(l, &seq[i], k->role != NULL ? tag_for(l, root, k) : root);
		arena_free(l->arena);
		const struct fo_node *next = k->next;
		while (next != NULL && next->kind != FO_PAGE_SEQUENCE)
			next = next->next;
		if (!set || (lacks_page(&seq[i], next) && !add_blank(&seq[i])))
			return false;
		number += (unsigned)(l->pages->npage - first[i++]);
	}
	first[n] = l->pages->npage;
	gather_cites(l, seq, first, n);
	for (i = 0; i < n; i++)
		set_static(l, &seq[i], first[i], first[i + 1] - first[i]);
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
		l.nmarker = l.cap_marker = 0;
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
