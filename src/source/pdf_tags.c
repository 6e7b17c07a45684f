/* SPDX-License-Identifier: MIT */
/* pdf_tags.c - the structure tree of a PDF, flattened to its blocks. */
#include "source/pdf_tags.h"

#include <stdlib.h>
#include <string.h>

#include "source/pdf_tags_int.h"

#define ELEMENTS_MOST 200000 /* of a tree that is read; the largest reports have a fifth of them */
#define DEPTH_MOST 64        /* nesting; a deeper element is passed over */
#define ROLES_MOST 8         /* steps from a role of the producer's own to one of the standard */
#define OBJECTS_MOST 8388607 /* object numbers of a file (annex C) */
#define SPAN_MOST 100        /* columns or rows of a cell */
#define COLUMNS_MOST 64      /* of a table whose cells take several rows */

/* What an element of a standard role (14.8.4) is. */
enum part {
	PART_INLINE,  /* of the block around it */
	PART_GROUP,   /* of other elements */
	PART_BLOCK,
	PART_LIST, PART_TABLE, PART_ROW
};

struct role {
	const char *name;
	enum part part;
	enum pdf_role role;
	uint8_t level;
};

static const struct role roles[] = {
    {"/P", PART_BLOCK, PDF_PARAGRAPH, 0}, {"/H", PART_BLOCK, PDF_HEADING, 0}, {"/H1", PART_BLOCK, PDF_HEADING, 1},
    {"/H2", PART_BLOCK, PDF_HEADING, 2}, {"/H3", PART_BLOCK, PDF_HEADING, 3}, {"/H4", PART_BLOCK, PDF_HEADING, 4},
    {"/H5", PART_BLOCK, PDF_HEADING, 5}, {"/H6", PART_BLOCK, PDF_HEADING, 6}, {"/Title", PART_BLOCK, PDF_HEADING, 1},
    {"/L", PART_LIST, PDF_UNTAGGED, 0}, {"/LI", PART_BLOCK, PDF_ITEM, 0}, {"/TD", PART_BLOCK, PDF_CELL, 0},
    {"/TH", PART_BLOCK, PDF_CELL, 0}, {"/Table", PART_TABLE, PDF_UNTAGGED, 0}, {"/TR", PART_ROW, PDF_UNTAGGED, 0},
    {"/Note", PART_BLOCK, PDF_NOTE, 0}, {"/FENote", PART_BLOCK, PDF_NOTE, 0}, {"/Caption", PART_BLOCK, PDF_CAPTION, 0},
    {"/Figure", PART_BLOCK, PDF_FIGURE, 0}, {"/TOCI", PART_BLOCK, PDF_PARAGRAPH, 0},
    {"/Document", PART_GROUP, PDF_UNTAGGED, 0}, {"/Part", PART_GROUP, PDF_UNTAGGED, 0},
    {"/Art", PART_GROUP, PDF_UNTAGGED, 0}, {"/Sect", PART_GROUP, PDF_UNTAGGED, 0},
    {"/Div", PART_GROUP, PDF_UNTAGGED, 0}, {"/BlockQuote", PART_GROUP, PDF_UNTAGGED, 0},
};

/* Where the walk stands. */
struct place {
	uint32_t tag;        /* the block around */
	uint32_t page;       /* that content is on where it does not say, */
	uint32_t table;      /* index in tables + 1; 0 = none */
	uint8_t lists;
};

struct table {
	uint32_t number;             /* in the file, from 1 */
	uint32_t rows;
	uint16_t col;                /* of the next cell */
	uint16_t taken[COLUMNS_MOST]; /* rows from the one open on that a cell above takes there */
};

struct level {
	qpdf_oh kids;
	int at, n;           /* n < 0: a kid that is alone */
	struct place place;
};

struct walk {
	struct pdf_tags *t;
	qpdf_oh roles;       /* of the producer's own */
	uint8_t *seen;       /* bits by object number */
	size_t objects, elements;
	struct page_id { int id; uint32_t page; } *page; /* by id */
	struct table table[DEPTH_MOST];
	uint32_t ntable;     /* in the file so far */
	struct level level[DEPTH_MOST];
	int depth;
	bool broken;
};

uint32_t
pdf_tags_pages(const struct pdf_tags *t)
{
	return t->pages;
}

const struct pdf_tag *
pdf_tags_at(const struct pdf_tags *t, uint32_t tag)
{
	static const struct pdf_tag none;
	return t != NULL && tag < t->ntag ? &t->tag[tag] : &none;
}

static int
by_content(const void *a, const void *b)
{
	const struct content_tag *x = a, *y = b;
	if (x->page != y->page)
		return x->page < y->page ? -1 : 1;
	return (x->mcid > y->mcid) - (x->mcid < y->mcid);
}

uint32_t
pdf_tags_of_content(const struct pdf_tags *t, uint32_t page, uint32_t mcid)
{
	const struct content_tag key = {page, mcid, 0};
	const struct content_tag *found = bsearch(&key, t->content, t->ncontent, sizeof key, by_content);
	return found != NULL ? found->tag : 0;
}

/* ---- elements ---- */

/* The standard role that a name stands for, which libqpdf keeps until it is asked for another; others are inline. */
static const struct role *
role_of(struct walk *w, const char *name)
{
	static const struct role inline_role = {"", PART_INLINE, PDF_UNTAGGED, 0};
	for (int step = 0; step < ROLES_MOST; step++) {
		for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
			if (strcmp(roles[k].name, name) == 0)
				return &roles[k];
		qpdf_oh to = qpdf_oh_is_dictionary(w->t->q, w->roles) ? qpdf_oh_get_key(w->t->q, w->roles, name) : 0;
		if (to == 0 || !qpdf_oh_is_name(w->t->q, to))
			break;
		name = qpdf_oh_get_name(w->t->q, to);
	}
	return &inline_role;
}

static uint32_t
integer_of(struct walk *w, qpdf_oh dict, const char *key, uint32_t otherwise, uint32_t most)
{
	qpdf_oh v = qpdf_oh_get_key(w->t->q, dict, key);
	long long n = qpdf_oh_is_integer(w->t->q, v) ? qpdf_oh_get_int_value(w->t->q, v) : -1;
	return n < 0 || n > (long long)most ? otherwise : (uint32_t)n;
}

/* Columns and rows of a cell, from its attributes, of which there may be several (14.7.5). */
static void
read_cell(struct walk *w, qpdf_oh element, struct pdf_tag *tag)
{
	qpdf_data q = w->t->q;
	qpdf_oh a = qpdf_oh_get_key(q, element, "/A");
	bool many = qpdf_oh_is_array(q, a);
	int n = many ? qpdf_oh_get_array_n_items(q, a) : 1;
	tag->cols = tag->rows = 1;
	for (int i = 0; i < n && i < ROLES_MOST; i++) {
		qpdf_oh set = many ? qpdf_oh_get_array_item(q, a, i) : a;
		if (!qpdf_oh_is_dictionary(q, set))
			continue;
		tag->cols = (uint16_t)integer_of(w, set, "/ColSpan", tag->cols, SPAN_MOST);
		tag->rows = (uint16_t)integer_of(w, set, "/RowSpan", tag->rows, SPAN_MOST);
	}
	tag->cols += tag->cols == 0;
	tag->rows += tag->rows == 0;
}

/* Give a cell its place in the grid of its table. */
static void
place_cell(struct walk *w, uint32_t table, struct pdf_tag *tag)
{
	struct table *g = &w->table[table - 1];
	while (g->col < COLUMNS_MOST && g->taken[g->col] > 0)
		g->col++;
	tag->table = g->number;
	tag->row = g->rows > 0 ? g->rows - 1 : 0;
	tag->col = g->col;
	for (uint16_t k = 0; k < tag->cols && g->col < COLUMNS_MOST; k++)
		g->taken[g->col++] = tag->rows;
}

static void
open_row(struct walk *w, uint32_t table)
{
	struct table *g = &w->table[table - 1];
	for (size_t k = 0; k < COLUMNS_MOST; k++)
		g->taken[k] -= g->taken[k] > 0;
	g->rows++;
	g->col = 0;
}

static uint32_t
add_tag(struct walk *w, qpdf_oh element, const struct role *role, const struct place *p)
{
	struct pdf_tags *t = w->t;
	const struct pdf_tag around = t->tag[p->tag];
	uint32_t at = (uint32_t)t->ntag;
	struct pdf_tag *tag = VEC_PUSH(t->arena, t->tag, t->ntag, t->cap_tag);
	*tag = (struct pdf_tag){.role = role->role, .level = role->level, .lists = p->lists, .note = around.note,
	                        .figure = around.figure, .cell = around.cell};
	tag->note = role->role == PDF_NOTE ? at : tag->note;
	tag->figure = role->role == PDF_FIGURE ? at : tag->figure;
	if (role->role == PDF_CELL && p->table > 0) {
		tag->cell = at;
		tag->head = strcmp(role->name, "/TH") == 0;
		read_cell(w, element, tag);
		place_cell(w, p->table, tag);
	}
	return at;
}

/* ---- the walk ---- */

static int
by_id(const void *a, const void *b)
{
	const struct page_id *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

/* The page that an element says it is on, from 0; otherwise, when it says none. */
static uint32_t
page_of(const struct walk *w, qpdf_oh dict, uint32_t otherwise)
{
	qpdf_oh page = qpdf_oh_get_key(w->t->q, dict, "/Pg");
	const struct page_id key = {qpdf_oh_get_object_id(w->t->q, page), 0};
	const struct page_id *found = key.id > 0 ? bsearch(&key, w->page, w->t->pages, sizeof key, by_id) : NULL;
	return found != NULL ? found->page : otherwise;
}

static void
add_content(struct walk *w, uint32_t page, long long mcid, uint32_t tag)
{
	struct pdf_tags *t = w->t;
	if (page < t->pages && mcid >= 0 && mcid < OBJECTS_MOST && tag > 0)
		*VEC_PUSH(t->arena, t->content, t->ncontent, t->cap_content) = (struct content_tag){page, (uint32_t)mcid, tag};
}

static void
descend(struct walk *w, qpdf_oh element, struct place p)
{
	qpdf_oh kids = qpdf_oh_get_key(w->t->q, element, "/K");
	bool many = qpdf_oh_is_array(w->t->q, kids);
	if (w->depth == DEPTH_MOST || qpdf_oh_is_null(w->t->q, kids))
		return;
	w->level[w->depth++] = (struct level){kids, 0, many ? qpdf_oh_get_array_n_items(w->t->q, kids) : -1, p};
}

/* Has the element been met before?  Those that are no objects of their own cannot be. */
static bool
met_before(struct walk *w, qpdf_oh element)
{
	int id = qpdf_oh_get_object_id(w->t->q, element);
	if (id <= 0 || (size_t)id >= w->objects)
		return id > 0;
	bool met = w->seen[id / 8] & 1u << id % 8;
	w->seen[id / 8] |= (uint8_t)(1u << id % 8);
	return met;
}

static void
take_element(struct walk *w, qpdf_oh element, const char *name, struct place p)
{
	const struct role *role = role_of(w, name);
	p.page = page_of(w, element, p.page);
	if (role->part == PART_BLOCK)
		p.tag = add_tag(w, element, role, &p);
	else if (role->part == PART_LIST)
		p.lists += p.lists < UINT8_MAX;
	else if (role->part == PART_ROW && p.table > 0)
		open_row(w, p.table);
	if (role->part == PART_TABLE && w->depth < DEPTH_MOST) {
		p.table = (uint32_t)w->depth + 1; /* no two tables open at once are at one depth */
		w->table[w->depth] = (struct table){.number = ++w->ntable};
	}
	descend(w, element, p);
}

static void
take_kid(struct walk *w, qpdf_oh kid, const struct place *p)
{
	qpdf_data q = w->t->q;
	if (qpdf_oh_is_integer(q, kid)) {
		add_content(w, p->page, qpdf_oh_get_int_value(q, kid), p->tag);
		return;
	}
	if (!qpdf_oh_is_dictionary(q, kid))
		return;
	qpdf_oh role = qpdf_oh_get_key(q, kid, "/S");
	if (qpdf_oh_is_name(q, role)) {
		if (!met_before(w, kid))
			take_element(w, kid, qpdf_oh_get_name(q, role), *p);
		return;
	}
	qpdf_oh mcid = qpdf_oh_get_key(q, kid, "/MCID");
	if (qpdf_oh_is_integer(q, mcid))
		add_content(w, page_of(w, kid, p->page), qpdf_oh_get_int_value(q, mcid), p->tag);
}

static void
walk_tree(struct walk *w, qpdf_oh root)
{
	descend(w, root, (struct place){.page = UINT32_MAX});
	while (w->depth > 0 && !w->broken) {
		struct level *l = &w->level[w->depth - 1];
		if (l->at >= (l->n < 0 ? 1 : l->n)) {
			w->depth--;
			continue;
		}
		qpdf_oh kid = l->n < 0 ? l->kids : qpdf_oh_get_array_item(w->t->q, l->kids, l->at);
		l->at++;
		w->broken = ++w->elements > ELEMENTS_MOST;
		take_kid(w, kid, &l->place);
	}
}

/* ---- pages ---- */

/* A node of the tree of pages, or a page, with what it has from those above it. */
static struct tagged_page
page_below(qpdf_data q, qpdf_oh dict, struct tagged_page above)
{
	static const char *const entries[PAGE_ENTRIES] = {"/MediaBox", "/CropBox", "/Rotate", "/Resources"};
	struct tagged_page p = {.dict = dict};
	for (size_t k = 0; k < PAGE_ENTRIES; k++) {
		qpdf_oh own = qpdf_oh_get_key(q, dict, entries[k]);
		p.entry[k] = qpdf_oh_is_null(q, own) ? above.entry[k] : own;
	}
	return p;
}

/*
 * Go down the tree of pages, as libqpdf would without a bound to its depth.  False when it is deeper or larger than
 * any, or goes in circles.
 */
static bool
walk_pages(struct pdf_tags *t, qpdf_oh dict)
{
	struct node { struct tagged_page page; qpdf_oh kids; int at, n; } node[DEPTH_MOST];
	const qpdf_oh null = qpdf_oh_new_null(t->q);
	struct tagged_page above = {null, {null, null, null, null}};
	int depth = 0;
	for (size_t nodes = 0; nodes < 2 * PDF_PAGES_MOST; nodes++) {
		if (qpdf_oh_is_dictionary(t->q, dict)) {
			struct tagged_page p = page_below(t->q, dict, above);
			qpdf_oh kids = qpdf_oh_get_key(t->q, dict, "/Kids");
			if (!qpdf_oh_is_array(t->q, kids))
				*VEC_PUSH(t->arena, t->page, t->pages, t->cap_pages) = p;
			else if (depth == DEPTH_MOST)
				return false;
			else
				node[depth++] = (struct node){p, kids, 0, qpdf_oh_get_array_n_items(t->q, kids)};
		}
		while (depth > 0 && node[depth - 1].at == node[depth - 1].n)
			depth--;
		if (depth == 0)
			return t->pages > 0 && t->pages <= PDF_PAGES_MOST;
		struct node *up = &node[depth - 1];
		dict = qpdf_oh_get_array_item(t->q, up->kids, up->at++);
		above = up->page;
	}
	return false;
}

static bool
find_pages(struct walk *w)
{
	struct pdf_tags *t = w->t;
	if (!walk_pages(t, qpdf_oh_get_key(t->q, qpdf_get_root(t->q), "/Pages")))
		return false;
	w->page = ARENA_ARRAY(t->arena, struct page_id, t->pages);
	for (uint32_t i = 0; i < t->pages; i++)
		w->page[i] = (struct page_id){qpdf_oh_get_object_id(t->q, t->page[i].dict), i};
	qsort(w->page, t->pages, sizeof *w->page, by_id);
	return true;
}

/* False when there is no tree, or one that goes beyond what is read. */
static bool
read_tree(struct walk *w)
{
	struct pdf_tags *t = w->t;
	qpdf_oh root = qpdf_oh_get_key(t->q, qpdf_get_root(t->q), "/StructTreeRoot");
	if (!qpdf_oh_is_dictionary(t->q, root) || !find_pages(w))
		return false;
	w->roles = qpdf_oh_get_key(t->q, root, "/RoleMap");
	w->objects = integer_of(w, qpdf_get_trailer(t->q), "/Size", 0, OBJECTS_MOST);
	w->seen = ARENA_ARRAY(t->arena, uint8_t, w->objects / 8 + 1);
	for (enum pdf_role role = PDF_UNTAGGED; role <= PDF_ARTIFACT; role++)
		VEC_PUSH(t->arena, t->tag, t->ntag, t->cap_tag)->role = role;
	walk_tree(w, root);
	if (t->ncontent > 0)
		qsort(t->content, t->ncontent, sizeof *t->content, by_content);
	return !w->broken && t->ncontent > 0 && !qpdf_has_error(t->q);
}

struct pdf_tags *
pdf_tags_read(struct span pdf)
{
	struct pdf_tags *t = xcalloc(1, sizeof *t);
	struct walk *w = xcalloc(1, sizeof *w);
	t->arena = arena_new();
	t->q = qpdf_init();
	qpdf_silence_errors(t->q);
	qpdf_set_suppress_warnings(t->q, QPDF_TRUE);
	w->t = t;
	bool ok = !(qpdf_read_memory(t->q, "", pdf.s, pdf.n, NULL) & QPDF_ERRORS) && read_tree(w);
	free(w);
	if (ok)
		return t;
	pdf_tags_free(t);
	return NULL;
}

void
pdf_tags_free(struct pdf_tags *t)
{
	if (t == NULL)
		return;
	if (qpdf_has_error(t->q)) /* it would be printed */
		qpdf_get_error(t->q);
	qpdf_cleanup(&t->q);
	arena_free(t->arena);
	free(t);
}
