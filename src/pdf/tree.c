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

/* The attribute objects of an element (ISO 32000-1 14.8.5). */
static void
attributes(struct finish *f, const struct selem *e, qpdf_oh dict)
{
	qpdf_oh list = qpdf_oh_new_array(f->q);
	if (e->numbering != NULL) {
		qpdf_oh a = pdf_parse(f, "<</O/List>>");
		pdf_put_name(f, a, "/ListNumbering", e->numbering);
		qpdf_oh_append_item(f->q, list, a);
	}
	if (e->scope != NULL || e->headers != NULL || e->colspan > 1 || e->rowspan > 1) {
		qpdf_oh a = pdf_parse(f, "<</O/Table>>");
		if (e->scope != NULL)
			pdf_put_name(f, a, "/Scope", e->scope);
		if (e->colspan > 1)
			pdf_put(f, a, "/ColSpan", qpdf_oh_new_integer(f->q, e->colspan));
		if (e->rowspan > 1)
			pdf_put(f, a, "/RowSpan", qpdf_oh_new_integer(f->q, e->rowspan));
		if (e->headers != NULL) {
			qpdf_oh ids = qpdf_oh_new_array(f->q);
			for (const char *s = e->headers; *s != '\0';) {
				size_t n = strcspn(s, " ");
				if (n > 0)
					qpdf_oh_append_item(f->q, ids, qpdf_oh_new_binary_string(f->q, s, n));
				s += n + (s[n] == ' ');
			}
			pdf_put(f, a, "/Headers", ids);
		}
		qpdf_oh_append_item(f->q, list, a);
	}
	if (qpdf_oh_get_array_n_items(f->q, list) > 0)
		pdf_put(f, dict, "/A", list);
}

void
tree_elements(struct finish *f)
{
	for (size_t i = 0; i < f->pages->nselem; i++) {
		const struct selem *e = f->pages->selem[i];
		qpdf_oh dict = qpdf_make_indirect_object(f->q, pdf_parse(f, "<</Type/StructElem>>"));
		f->elem[i] = dict;
		pdf_put_name(f, dict, "/S", e->role);
		if (e->id != NULL)
			pdf_put(f, dict, "/ID", qpdf_oh_new_string(f->q, e->id));
		pdf_put_text(f, dict, "/Lang", e->lang);
		pdf_put_text(f, dict, "/Alt", e->alt);
		pdf_put_text(f, dict, "/ActualText", e->actual);
		pdf_put_text(f, dict, "/E", e->expansion);
		pdf_put_text(f, dict, "/T", e->title);
		attributes(f, e, dict);
	}
}

static qpdf_oh
kid(struct finish *f, const struct mark *m)
{
	qpdf_oh k = m->mcid >= 0 ? pdf_parse(f, "<</Type/MCR/MCID %ld>>", m->mcid) : pdf_parse(f, "<</Type/OBJR>>");
	pdf_put(f, k, "/Pg", f->page[m->page]);
	if (m->mcid < 0)
		pdf_put(f, k, "/Obj", m->annot);
	return k;
}

/* The box around an element's pictures, needed on a Figure (14.8.5.4.3). */
static void
figure_box(struct finish *f, const struct selem *e)
{
	const struct mark *m = f->first[e->index];
	if (m == NULL)
		return;
	const struct page *page = &f->pages->page[m->page];
	for (size_t i = 0; i < page->nitem; i++) {
		const struct item *it = &page->item[i];
		if (it->selem != e || it->kind != ITEM_IMAGE)
			continue;
		qpdf_oh box = pdf_parse(f, "<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", it->x,
		                        page->h - it->y - it->h, it->x + it->w, page->h - it->y);
		pdf_put(f, f->elem[e->index], "/A", box);
		return;
	}
}

/* A place in the drawing, for ordering an element's own marks among its children. */
static size_t
place_of(const struct mark *m)
{
	return m == NULL ? 0 : (m->page << 24) + (m->mcid < 0 ? 0xFFFFFF : (size_t)m->mcid);
}

static void
kids(struct finish *f, const struct selem *e)
{
	qpdf_oh dict = f->elem[e->index], list = qpdf_oh_new_array(f->q);
	const struct mark *m = f->first[e->index];
	for (const struct selem *c = e->first; c != NULL; c = c->next) {
		for (; m != NULL && place_of(m) < place_of(f->first[c->index]); m = m->next)
			qpdf_oh_append_item(f->q, list, kid(f, m));
		qpdf_oh_append_item(f->q, list, f->elem[c->index]);
	}
	for (; m != NULL; m = m->next)
		qpdf_oh_append_item(f->q, list, kid(f, m));
	if (qpdf_oh_get_array_n_items(f->q, list) > 0)
		pdf_put(f, dict, "/K", list);
	if (strcmp(e->role, "Figure") == 0 || strcmp(e->role, "Formula") == 0)
		figure_box(f, e);
}

static int
by_id(const void *a, const void *b)
{
	const struct selem *const *x = a, *const *y = b;
	return strcmp((*x)->id, (*y)->id);
}

/* The name tree of element IDs, one sorted node. */
static void
id_tree(struct finish *f, qpdf_oh root)
{
	const struct selem **named = ARENA_ARRAY(f->arena, const struct selem *, f->pages->nselem + 1);
	size_t n = 0;
	for (size_t i = 0; i < f->pages->nselem; i++)
		if (f->pages->selem[i]->id != NULL)
			named[n++] = f->pages->selem[i];
	if (n == 0)
		return;
	qsort(named, n, sizeof *named, by_id);
	qpdf_oh names = qpdf_oh_new_array(f->q), node = qpdf_oh_new_dictionary(f->q);
	for (size_t i = 0; i < n; i++) {
		qpdf_oh_append_item(f->q, names, qpdf_oh_new_string(f->q, named[i]->id));
		qpdf_oh_append_item(f->q, names, f->elem[named[i]->index]);
	}
	pdf_put(f, node, "/Names", names);
	pdf_put(f, root, "/IDTree", qpdf_make_indirect_object(f->q, node));
}

/* The elements that point at another by its ID: Reference to Note and back (ISO 32000-2 table 355). */
static void
references(struct finish *f)
{
	const struct pages *p = f->pages;
	const struct selem **named = ARENA_ARRAY(f->arena, const struct selem *, p->nselem + 1);
	size_t n = 0;
	for (size_t i = 0; i < p->nselem; i++)
		if (p->selem[i]->id != NULL)
			named[n++] = p->selem[i];
	qsort(named, n, sizeof *named, by_id);
	for (size_t i = 0; i < p->nselem && n > 0; i++) {
		struct selem want = {.id = p->selem[i]->ref};
		const struct selem *key = &want;
		if (want.id == NULL)
			continue;
		const struct selem *const *to = bsearch(&key, named, n, sizeof *named, by_id);
		if (to == NULL)
			continue;
		qpdf_oh list = qpdf_oh_new_array(f->q);
		qpdf_oh_append_item(f->q, list, f->elem[(*to)->index]);
		pdf_put(f, f->elem[i], "/Ref", list);
	}
}

/* Roles that a reader of PDF 1.7 knows by themselves (14.8.4). */
static const char *const standard_roles[] = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT",
    "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
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
role_map(struct finish *f, qpdf_oh root)
{
	qpdf_oh map = qpdf_oh_new_dictionary(f->q);
	bool any = false;
	for (size_t i = 0; i < f->pages->nselem; i++) {
		const char *to = standard_role(f->pages->selem[i]);
		if (to == NULL)
			continue;
		pdf_put_name(f, map, arena_printf(f->arena, "/%s", f->pages->selem[i]->role), to);
		any = true;
	}
	if (any)
		pdf_put(f, root, "/RoleMap", map);
}

void
tree_write(struct finish *f)
{
	qpdf_oh root = qpdf_make_indirect_object(f->q, pdf_parse(f, "<</Type/StructTreeRoot>>"));
	for (size_t i = 0; i < f->pages->nselem; i++) {
		const struct selem *e = f->pages->selem[i];
		pdf_put(f, f->elem[i], "/P", e->parent != NULL ? f->elem[e->parent->index] : root);
		kids(f, e);
	}
	qpdf_oh numbers = qpdf_oh_new_dictionary(f->q);
	pdf_put(f, numbers, "/Nums", f->parents);
	pdf_put(f, root, "/K", f->elem[f->pages->root->index]);
	pdf_put(f, root, "/ParentTree", qpdf_make_indirect_object(f->q, numbers));
	pdf_put(f, root, "/ParentTreeNextKey", qpdf_oh_new_integer(f->q, f->next_parent));
	id_tree(f, root);
	references(f);
	role_map(f, root);
	pdf_put(f, f->root, "/StructTreeRoot", root);
	pdf_put(f, f->root, "/MarkInfo", pdf_parse(f, "<</Marked true>>"));
}
