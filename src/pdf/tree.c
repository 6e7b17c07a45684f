/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "pdf/finish.h"

void
tree_mark(struct finish *f, const struct selem *e, struct mark m)
{
	struct mark *new = ARENA_NEW(f->arena, struct mark);
	*new = m;
	if (f->first[e->index] == NULL)
		f->first[e->index] = new;
	else
		f->last[e->index]->next = new;
	f->last[e->index] = new;
}

/* The box around an element's pictures, needed on a Figure (14.8.5.4.3). */
static void
put_figure_box(const struct finish *f, const struct selem *e, struct buf *b)
{
	const struct mark *m = f->first[e->index];
	if (m == NULL)
		return;
	const struct page *page = &f->pages->page[m->page];
	for (size_t i = 0; i < page->nitem; i++) {
		const struct item *it = &page->item[i];
		if (it->selem != e || it->kind != ITEM_IMAGE)
			continue;
		buf_adds(b, "<</O/Layout/Placement/Block/BBox[");
		put_real(b, it->x);
		put_real(b, page->h - it->y - it->h);
		put_real(b, it->x + it->w);
		put_real(b, page->h - it->y);
		buf_adds(b, "]>>");
		return;
	}
}

/* IDs separated by blanks. */
static void
put_headers(const char *headers, struct buf *b)
{
	buf_adds(b, "/Headers[");
	for (const char *s = headers; *s != '\0';) {
		size_t n = strcspn(s, " ");
		if (n > 0)
			put_string(b, (struct span){s, n});
		s += n + (s[n] == ' ');
	}
	buf_adds(b, "]");
}

static bool
is_figure(const struct selem *e)
{
	return strcmp(e->role, "Figure") == 0 || strcmp(e->role, "Formula") == 0;
}

/* The attribute objects of an element (ISO 32000-1 14.8.5). */
static void
put_attributes(const struct finish *f, const struct selem *e, struct buf *b)
{
	bool table = e->scope != NULL || e->headers != NULL || e->colspan > 1 || e->rowspan > 1;
	if (!table && e->numbering == NULL && !is_figure(e))
		return;
	buf_adds(b, "/A[");
	if (e->numbering != NULL) {
		buf_adds(b, "<</O/List/ListNumbering");
		put_name(b, e->numbering);
		buf_adds(b, ">>");
	}
	if (table) {
		buf_adds(b, "<</O/Table");
		if (e->scope != NULL) {
			buf_adds(b, "/Scope");
			put_name(b, e->scope);
		}
		if (e->colspan > 1)
			buf_printf(b, "/ColSpan %u", e->colspan);
		if (e->rowspan > 1)
			buf_printf(b, "/RowSpan %u", e->rowspan);
		if (e->headers != NULL)
			put_headers(e->headers, b);
		buf_adds(b, ">>");
	}
	if (is_figure(e))
		put_figure_box(f, e, b);
	buf_adds(b, "]");
}

/* A mark among the kids; page is the element's own, whose content needs no more than its number. */
static void
put_mark(const struct finish *f, const struct mark *m, size_t page, struct buf *b)
{
	if (m->mcid >= 0 && m->page == page) {
		buf_addc(b, ' ');
		buf_addi(b, m->mcid);
		return;
	}
	buf_adds(b, m->mcid >= 0 ? "<</Type/MCR/MCID " : "<</Type/OBJR/Obj");
	if (m->mcid >= 0)
		buf_addi(b, m->mcid);
	else
		put_ref(b, m->annot);
	buf_adds(b, "/Pg");
	put_ref(b, f->page + (unsigned)m->page);
	buf_adds(b, ">>");
}

/* A place in the drawing, for ordering an element's own marks among its children. */
static size_t
place_of(const struct mark *m)
{
	return m == NULL ? 0 : (m->page << 24) + (m->mcid < 0 ? 0xFFFFFF : (size_t)m->mcid);
}

static void
put_kids(const struct finish *f, const struct selem *e, struct buf *b)
{
	const struct mark *m = f->first[e->index];
	size_t page = m != NULL ? m->page : 0;
	if (m == NULL && e->first == NULL)
		return;
	if (m != NULL) {
		buf_adds(b, "/Pg");
		put_ref(b, f->page + (unsigned)page);
	}
	buf_adds(b, "/K[");
	for (const struct selem *c = e->first; c != NULL; c = c->next) {
		for (; m != NULL && place_of(m) < place_of(f->first[c->index]); m = m->next)
			put_mark(f, m, page, b);
		put_ref(b, f->elem + c->index);
	}
	for (; m != NULL; m = m->next)
		put_mark(f, m, page, b);
	buf_adds(b, "]");
}

static int
by_id(const void *a, const void *b)
{
	const struct selem *const *x = a, *const *y = b;
	return strcmp((*x)->id, (*y)->id);
}

/* The elements with an ID, sorted by it. */
struct named {
	const struct selem **v;
	size_t n;
};

static struct named
named(const struct finish *f)
{
	const struct pages *p = f->pages;
	struct named all = {ARENA_ARRAY(f->arena, const struct selem *, p->nselem + 1), 0};
	for (size_t i = 0; i < p->nselem; i++)
		if (p->selem[i]->id != NULL)
			all.v[all.n++] = p->selem[i];
	qsort(all.v, all.n, sizeof *all.v, by_id);
	return all;
}

/* The element that another points at by its ID: Reference to Note and back (ISO 32000-2 table 355). */
static void
put_reference(const struct finish *f, const struct named *all, const struct selem *e, struct buf *b)
{
	struct selem want = {.id = e->ref};
	const struct selem *key = &want, *const *to = NULL;
	if (e->ref != NULL && all->n > 0)
		to = bsearch(&key, all->v, all->n, sizeof *all->v, by_id);
	if (to == NULL)
		return;
	buf_adds(b, "/Ref[");
	put_ref(b, f->elem + (*to)->index);
	buf_adds(b, "]");
}

static void
element(struct finish *f, const struct named *all, const struct selem *e)
{
	struct buf *b = writer_object(f->w, f->elem + e->index);
	buf_adds(b, "<</S");
	put_name(b, e->role);
	buf_adds(b, "/P");
	put_ref(b, e->parent != NULL ? f->elem + e->parent->index : f->tree);
	if (e->id != NULL) {
		buf_adds(b, "/ID");
		put_string(b, span_of(e->id));
	}
	put_entry(b, "Lang", e->lang);
	put_entry(b, "Alt", e->alt);
	put_entry(b, "ActualText", e->actual);
	put_entry(b, "E", e->expansion);
	put_entry(b, "T", e->title);
	put_attributes(f, e, b);
	put_reference(f, all, e, b);
	put_kids(f, e, b);
	buf_adds(b, ">>");
}

/* Roles that a reader of PDF 1.7 knows by themselves (14.8.4), the most frequent first. */
static const char *const standard_roles[] = {
    "Span", "P", "Link", "Lbl", "Reference", "Note", "TD", "LI", "LBody", "TR", "TH", "Sect", "Div", "L", "H1", "H2",
    "H3", "H4", "H5", "H6", "H", "Document", "Part", "Art", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "Table", "THead", "TBody", "TFoot", "Quote", "BibEntry", "Code", "Annot", "Ruby", "RB",
    "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
};

/* What others stand for; a name that is not here is a Div when it has children, else a Span. */
static const struct {
	const char *role, *standard;
} other_roles[] = {
    {"Title", "P"}, {"H7", "H6"}, {"H8", "H6"}, {"H9", "H6"}, {"Aside", "Div"}, {"FENote", "Note"}, {"Em", "Span"},
    {"Strong", "Span"}, {"Sub", "Span"}, {"DocumentFragment", "Div"},
};

static const char *
standard_role(const struct selem *e)
{
	for (size_t i = 0; i < sizeof standard_roles / sizeof *standard_roles; i++)
		if (strcmp(e->role, standard_roles[i]) == 0)
			return NULL;
	for (size_t i = 0; i < sizeof other_roles / sizeof *other_roles; i++)
		if (strcmp(e->role, other_roles[i].role) == 0)
			return other_roles[i].standard;
	return e->first != NULL ? "Div" : "Span";
}

static void
put_role_map(const struct finish *f, struct buf *b)
{
	const char *done[sizeof other_roles / sizeof *other_roles + 32];
	size_t n = 0;
	for (size_t i = 0; i < f->pages->nselem && n < sizeof done / sizeof *done; i++) {
		const struct selem *e = f->pages->selem[i];
		const char *to = standard_role(e);
		size_t k = 0;
		while (to != NULL && k < n && strcmp(done[k], e->role) != 0)
			k++;
		if (to == NULL || k < n)
			continue;
		buf_adds(b, n == 0 ? "/RoleMap<<" : "");
		put_name(b, e->role);
		put_name(b, to);
		done[n++] = e->role;
	}
	buf_adds(b, n > 0 ? ">>" : "");
}

void
tree_write(struct finish *f)
{
	struct named all = named(f);
	f->tree = writer_reserve(f->w, 1);
	for (size_t i = 0; i < f->pages->nselem; i++)
		element(f, &all, f->pages->selem[i]);
	struct buf *b = writer_object(f->w, f->tree);
	buf_adds(b, "<</Type/StructTreeRoot/K");
	put_ref(b, f->elem + f->pages->root->index);
	buf_adds(b, "/ParentTree<</Nums[");
	buf_addspan(b, buf_span(&f->parents));
	buf_adds(b, "]>>/ParentTreeNextKey ");
	buf_addi(b, f->next_parent);
	if (all.n > 0) {
		buf_adds(b, "/IDTree<</Names[");
		for (size_t i = 0; i < all.n; i++) {
			put_string(b, span_of(all.v[i]->id));
			put_ref(b, f->elem + all.v[i]->index);
		}
		buf_adds(b, "]>>");
	}
	put_role_map(f, b);
	buf_adds(b, ">>");
	buf_adds(&f->catalog, "/MarkInfo<</Marked true>>/StructTreeRoot");
	put_ref(&f->catalog, f->tree);
}
