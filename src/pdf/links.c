/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "layout/font.h"
#include "pdf/finish.h"

static int
by_id(const void *a, const void *b)
{
	const struct dest *const *x = a, *const *y = b;
	return strcmp((*x)->id, (*y)->id);
}

/* The destinations sorted by name, for searching. */
static const struct dest **
sorted(struct finish *f)
{
	const struct dest **d = ARENA_ARRAY(f->arena, const struct dest *, f->pages->ndest + 1);
	for (size_t i = 0; i < f->pages->ndest; i++)
		d[i] = &f->pages->dest[i];
	qsort(d, f->pages->ndest, sizeof *d, by_id);
	return d;
}

/* [page /XYZ x y null], or false when the document has no such place. */
static bool
target(struct finish *f, const struct dest *const *dests, const char *id, qpdf_oh *out)
{
	struct dest want = {.id = id};
	const struct dest *key = &want;
	const struct dest *const *found = f->pages->ndest == 0 ? NULL :
	    bsearch(&key, dests, f->pages->ndest, sizeof *dests, by_id);
	if (found == NULL || (*found)->page >= f->pages->npage)
		return false;
	const struct dest *d = *found;
	qpdf_oh a = qpdf_oh_new_array(f->q);
	qpdf_oh_append_item(f->q, a, f->page[d->page]);
	qpdf_oh_append_item(f->q, a, qpdf_oh_new_name(f->q, "/XYZ"));
	qpdf_oh_append_item(f->q, a, qpdf_oh_new_real_from_double(f->q, d->x, 2));
	qpdf_oh_append_item(f->q, a, qpdf_oh_new_real_from_double(f->q, f->pages->page[d->page].h - d->y, 2));
	qpdf_oh_append_item(f->q, a, qpdf_oh_new_null(f->q));
	*out = a;
	return true;
}

struct box {
	double left, bottom, right, top;
};

static struct box
box_of(const struct page *page, const struct item *it)
{
	struct box b = {it->x, page->h - it->y - it->h, it->x + it->w, page->h - it->y};
	if (it->kind == ITEM_GLYPHS) {
		const struct font_metrics *m = font_metrics(it->font);
		b.bottom = page->h - it->y - m->descent * it->size_pt;
		b.top = page->h - it->y + m->ascent * it->size_pt;
	}
	return b;
}

static void
join(struct box *to, struct box b)
{
	to->left = b.left < to->left ? b.left : to->left;
	to->right = b.right > to->right ? b.right : to->right;
	to->bottom = b.bottom < to->bottom ? b.bottom : to->bottom;
	to->top = b.top > to->top ? b.top : to->top;
}

/* The annotation for items i..end of one link: a rectangle around all, a quadrangle per line. */
static qpdf_oh
annotation(struct finish *f, const struct page *page, size_t i, size_t end)
{
	struct buf quads = {0};
	struct box all = box_of(page, &page->item[i]);
	while (i < end) {
		struct box line = box_of(page, &page->item[i]);
		double y = page->item[i].y;
		for (; i < end && page->item[i].y == y; i++)
			join(&line, box_of(page, &page->item[i]));
		join(&all, line);
		buf_printf(&quads, " %.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f", line.left, line.top, line.right, line.top,
		           line.left, line.bottom, line.right, line.bottom);
	}
	qpdf_oh a = qpdf_make_indirect_object(
	    f->q, pdf_parse(f, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]/QuadPoints[%s]>>",
	                    all.left, all.bottom, all.right, all.top, quads.data));
	buf_free(&quads);
	return a;
}

/* One link of a page; the annotation hangs in the structure below the link's element. */
static void
link_write(struct finish *f, const struct dest *const *dests, size_t index, size_t i, size_t end, qpdf_oh list)
{
	const struct page *page = &f->pages->page[index];
	const struct link *link = page->item[i].link;
	const struct selem *e = link->selem != NULL ? link->selem : page->item[i].selem;
	qpdf_oh to = qpdf_oh_new_null(f->q);
	if (link->uri == NULL && (link->dest == NULL || !target(f, dests, link->dest, &to))) {
		diag(f->diag, DIAG_PDF_LINK, (struct pos){0}, "page %u, to \"%s\"", page->number,
		     link->dest != NULL ? link->dest : "");
		return;
	}
	if (e == NULL)
		return;
	qpdf_oh a = annotation(f, page, i, end);
	if (link->uri != NULL) {
		qpdf_oh action = pdf_parse(f, "<</S/URI>>");
		pdf_put(f, action, "/URI", qpdf_oh_new_string(f->q, link->uri));
		pdf_put(f, a, "/A", action);
	} else {
		pdf_put(f, a, "/Dest", to);
	}
	pdf_put_text(f, a, "/Contents", link->contents != NULL ? link->contents : link->uri != NULL ? link->uri : link->dest);
	pdf_put(f, a, "/P", f->page[index]);
	pdf_put(f, a, "/StructParent", qpdf_oh_new_integer(f->q, f->next_parent));
	qpdf_oh_append_item(f->q, f->parents, qpdf_oh_new_integer(f->q, f->next_parent++));
	qpdf_oh_append_item(f->q, f->parents, f->elem[e->index]);
	tree_mark(f, e, (struct mark){.page = index, .mcid = -1, .annot = a});
	qpdf_oh_append_item(f->q, list, a);
}

static void
page_links(struct finish *f, const struct dest *const *dests, size_t index)
{
	const struct page *page = &f->pages->page[index];
	qpdf_oh list = qpdf_oh_new_array(f->q);
	for (size_t i = 0; i < page->nitem;) {
		size_t end = i + 1;
		while (end < page->nitem && page->item[end].link == page->item[i].link)
			end++;
		if (page->item[i].link != NULL)
			link_write(f, dests, index, i, end, list);
		i = end;
	}
	if (qpdf_oh_get_array_n_items(f->q, list) > 0)
		pdf_put(f, f->page[index], "/Annots", list);
	/* PDF/UA-1 7.18.3: the tabulator follows the structure. */
	pdf_put_name(f, f->page[index], "/Tabs", "S");
}

#define OUTLINE_DEPTH 16

/* The outline tree (12.3.3) from the flat list with levels. */
static void
outlines(struct finish *f, const struct dest *const *dests)
{
	qpdf_oh top = qpdf_make_indirect_object(f->q, pdf_parse(f, "<</Type/Outlines>>"));
	qpdf_oh open[OUTLINE_DEPTH] = {top}, last[OUTLINE_DEPTH];
	long count[OUTLINE_DEPTH] = {0};
	bool has[OUTLINE_DEPTH] = {false}, unfolded[OUTLINE_DEPTH] = {true};
	unsigned depth = 0;
	for (size_t i = 0; i <= f->pages->noutline; i++) {
		const struct outline *o = i < f->pages->noutline ? &f->pages->outline[i] : NULL;
		unsigned want = o == NULL ? 0 : o->level > 0 ? o->level - 1 : 0;
		want = want < depth ? want : has[depth] && want > depth ? depth + 1 : depth;
		if (want >= OUTLINE_DEPTH)
			want = OUTLINE_DEPTH - 1;
		for (; depth > want; depth--) {
			pdf_put(f, open[depth], "/Last", last[depth]);
			pdf_put(f, open[depth], "/Count",
			        qpdf_oh_new_integer(f->q, unfolded[depth] ? count[depth] : -count[depth]));
			if (unfolded[depth])
				count[depth - 1] += count[depth];
		}
		if (o == NULL)
			break;
		if (want > depth) {
			depth = want;
			open[depth] = last[depth - 1];
			unfolded[depth] = f->pages->outline[i - 1].open;
			has[depth] = false;
			count[depth] = 0;
		}
		qpdf_oh item = qpdf_make_indirect_object(f->q, qpdf_oh_new_dictionary(f->q)), to;
		pdf_put_text(f, item, "/Title", o->title);
		pdf_put(f, item, "/Parent", open[depth]);
		if (o->dest != NULL && target(f, dests, o->dest, &to))
			pdf_put(f, item, "/Dest", to);
		if (has[depth]) {
			pdf_put(f, item, "/Prev", last[depth]);
			pdf_put(f, last[depth], "/Next", item);
		} else {
			pdf_put(f, open[depth], "/First", item);
		}
		last[depth] = item;
		has[depth] = true;
		count[depth]++;
	}
	pdf_put(f, top, "/Last", last[0]);
	pdf_put(f, top, "/Count", qpdf_oh_new_integer(f->q, count[0]));
	pdf_put(f, f->root, "/Outlines", top);
	pdf_put_name(f, f->root, "/PageMode", "UseOutlines");
}

/* Page labels (12.4.2): a range wherever the printed number does not follow the one before. */
static void
labels(struct finish *f)
{
	struct buf b = {0};
	for (size_t i = 0; i < f->pages->npage; i++) {
		unsigned number = f->pages->page[i].number;
		if (i > 0 && number == f->pages->page[i - 1].number + 1)
			continue;
		buf_printf(&b, " %zu <</S/D/St %u>>", i, number > 0 ? number : 1);
	}
	pdf_put(f, f->root, "/PageLabels", pdf_parse(f, "<</Nums[%s]>>", b.n > 0 ? b.data : ""));
	buf_free(&b);
}

void
links_write(struct finish *f)
{
	const struct dest **dests = sorted(f);
	for (size_t i = 0; i < f->pages->npage; i++)
		page_links(f, dests, i);
	if (f->pages->noutline > 0)
		outlines(f, dests);
	labels(f);
}
