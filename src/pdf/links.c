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

void
links_start(struct finish *f)
{
	f->dests = ARENA_ARRAY(f->arena, const struct dest *, f->pages->ndest + 1);
	for (size_t i = 0; i < f->pages->ndest; i++)
		f->dests[i] = &f->pages->dest[i];
	qsort(f->dests, f->pages->ndest, sizeof *f->dests, by_id);
}

static const struct dest *
find(const struct finish *f, const char *id)
{
	struct dest want = {.id = id};
	const struct dest *key = &want, *const *found = NULL;
	if (id != NULL && f->pages->ndest > 0)
		found = bsearch(&key, f->dests, f->pages->ndest, sizeof *f->dests, by_id);
	return found != NULL && (*found)->page < f->pages->npage ? *found : NULL;
}

static void
put_place_of(const struct finish *f, struct buf *b, const struct dest *d)
{
	buf_adds(b, "[");
	put_ref(b, f->page + d->page);
	buf_adds(b, "/XYZ");
	put_real(b, d->x);
	put_real(b, f->pages->page[d->page].h - d->y);
	buf_adds(b, " null]");
}

static void
put_dest(const struct finish *f, struct buf *b, const struct dest *d)
{
	buf_adds(b, "/Dest");
	put_place_of(f, b, d);
}

struct box {
	double left, bottom, right, top;
};

static struct box
box_of(const struct page *page, const struct item *it)
{
	struct box b = {it->x, page->h - it->y - it->h, it->x + it->w, page->h - it->y};
	if (it->kind != ITEM_GLYPHS)
		return b;
	const struct font_metrics *m = font_metrics(it->font);
	double up = m->ascent * it->size_pt, down = m->descent * it->size_pt, x = it->x, y = page->h - it->y;
	switch (it->turn) {
	case 1: return (struct box){x - up, y, x + down, y + it->w};
	case 2: return (struct box){x - it->w, y - up, x, y + down};
	case 3: return (struct box){x - down, y - it->w, x + up, y};
	default: return (struct box){x, y - down, x + it->w, y + up};
	}
}

static void
join(struct box *to, struct box b)
{
	to->left = b.left < to->left ? b.left : to->left;
	to->right = b.right > to->right ? b.right : to->right;
	to->bottom = b.bottom < to->bottom ? b.bottom : to->bottom;
	to->top = b.top > to->top ? b.top : to->top;
}

/* The area of items i..end of one link: a rectangle around all, a quadrangle per line. */
static void
put_area(const struct page *page, size_t i, size_t end, struct buf *b)
{
	struct box all = box_of(page, &page->item[i]);
	buf_adds(b, "/QuadPoints[");
	while (i < end) {
		struct box line = box_of(page, &page->item[i]);
		const struct item *first = &page->item[i];
		bool on_side = first->turn % 2 == 1;
		for (; i < end && (on_side ? page->item[i].x == first->x : page->item[i].y == first->y); i++)
			join(&line, box_of(page, &page->item[i]));
		join(&all, line);
		const double corner[] = {line.left, line.top, line.right, line.top, line.left, line.bottom, line.right, line.bottom};
		for (size_t k = 0; k < sizeof corner / sizeof *corner; k++)
			put_real(b, corner[k]);
	}
	buf_adds(b, "]/Rect[");
	put_real(b, all.left);
	put_real(b, all.bottom);
	put_real(b, all.right);
	put_real(b, all.top);
	buf_adds(b, "]");
}

/* One link of a page: gives its object, 0 when it leads nowhere.  It hangs in the structure below
 * the link's element. */
static unsigned
link_write(struct finish *f, size_t index, size_t i, size_t end)
{
	const struct page *page = &f->pages->page[index];
	const struct link *link = page->item[i].link;
	const struct selem *e = link->selem != NULL ? link->selem : page->item[i].selem;
	const struct dest *to = link->uri == NULL ? find(f, link->dest) : NULL;
	if (link->uri == NULL && to == NULL) {
		diag(f->diag, DIAG_PDF_LINK, (struct pos){0}, "page %u, to \"%s\"", page->number,
		     link->dest != NULL ? link->dest : "");
		return 0;
	}
	if (e == NULL)
		return 0;
	unsigned number = writer_reserve(f->w, 1);
	struct buf *b = writer_object(f->w, number);
	buf_adds(b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
	put_area(page, i, end, b);
	if (link->uri != NULL) {
		buf_adds(b, "/A<</S/URI/URI");
		put_string(b, span_of(link->uri));
		buf_adds(b, ">>");
	} else {
		put_dest(f, b, to);
	}
	put_entry(b, "Contents", link->contents != NULL ? link->contents : link->uri != NULL ? link->uri : link->dest);
	buf_adds(b, "/P");
	put_ref(b, f->page + (unsigned)index);
	buf_adds(b, "/StructParent ");
	buf_addi(b, f->next_parent);
	buf_adds(b, ">>");
	buf_adds(&f->parents, " ");
	buf_addi(&f->parents, f->next_parent++);
	put_ref(&f->parents, f->elem + e->index);
	tree_mark(f, e, (struct mark){.page = index, .mcid = -1, .annot = number});
	return number;
}

void
links_page(struct finish *f, size_t index, struct buf *entries)
{
	const struct page *page = &f->pages->page[index];
	bool any = false;
	for (size_t i = 0; i < page->nitem;) {
		size_t end = i + 1;
		while (end < page->nitem && page->item[end].link == page->item[i].link)
			end++;
		unsigned number = page->item[i].link != NULL ? link_write(f, index, i, end) : 0;
		if (number != 0) {
			buf_adds(entries, any ? "" : "/Annots[");
			put_ref(entries, number);
			any = true;
		}
		i = end;
	}
	/* PDF/UA-1 7.18.3: the tabulator follows the structure. */
	buf_adds(entries, any ? "]/Tabs/S" : "/Tabs/S");
}

/* One entry of the outline tree (ISO 32000-1 12.3.3); index 0 is the root, 0 elsewhere = none. */
struct entry {
	size_t parent, first, last, prev, next;
	unsigned level;
	long count;    /* entries seen below when it is open */
};

static void
put_place(struct buf *b, const char *key, unsigned base, size_t entry)
{
	if (entry == 0)
		return;
	put_name(b, key);
	put_ref(b, base + (unsigned)entry);
}

static void
outlines(struct finish *f)
{
	size_t n = f->pages->noutline;
	struct entry *e = ARENA_ARRAY(f->arena, struct entry, n + 1);
	for (size_t i = 1; i <= n; i++) {
		e[i].level = f->pages->outline[i - 1].level > 0 ? f->pages->outline[i - 1].level : 1;
		size_t up = i - 1;
		while (e[up].level >= e[i].level)
			up = e[up].parent;
		e[i].parent = up;
		e[i].prev = e[up].last;
		if (e[i].prev != 0)
			e[e[i].prev].next = i;
		else
			e[up].first = i;
		e[up].last = i;
	}
	for (size_t i = n; i > 0; i--)
		e[e[i].parent].count += 1 + (f->pages->outline[i - 1].open ? e[i].count : 0);
	unsigned base = writer_reserve(f->w, (unsigned)n + 1);
	for (size_t i = 0; i <= n; i++) {
		const struct outline *o = i > 0 ? &f->pages->outline[i - 1] : NULL;
		const struct dest *to = o != NULL ? find(f, o->dest) : NULL;
		struct buf *b = writer_object(f->w, base + (unsigned)i);
		buf_adds(b, o != NULL ? "<<" : "<</Type/Outlines");
		if (o != NULL) {
			put_entry(b, "Title", o->title != NULL ? o->title : "");
			buf_adds(b, "/Parent");
			put_ref(b, base + (unsigned)e[i].parent);
		}
		if (to != NULL)
			put_dest(f, b, to);
		put_place(b, "Prev", base, e[i].prev);
		put_place(b, "Next", base, e[i].next);
		put_place(b, "First", base, e[i].first);
		put_place(b, "Last", base, e[i].last);
		if (e[i].count > 0) {
			buf_adds(b, "/Count ");
			buf_addi(b, o == NULL || o->open ? e[i].count : -e[i].count);
		}
		buf_adds(b, ">>");
	}
	buf_adds(&f->catalog, "/PageMode/UseOutlines/Outlines");
	put_ref(&f->catalog, base);
}

/* Page labels (12.4.2): a range wherever the printed number does not follow the one before. */
static void
labels(struct finish *f)
{
	struct buf *b = &f->catalog;
	buf_adds(b, "/PageLabels<</Nums[");
	for (size_t i = 0; i < f->pages->npage; i++) {
		const struct page *page = &f->pages->page[i];
		unsigned number = page->number;
		if (i > 0 && number == page[-1].number + 1 && page->form.style == page[-1].form.style)
			continue;
		buf_addi(b, (long)i);
		buf_printf(b, "<</S/%c/St ", page->form.style);
		buf_addi(b, number > 0 ? number : 1);
		buf_adds(b, ">>");
	}
	buf_adds(b, "]>>");
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Destinations by name (12.3.2.3), each once. */
static void
names(struct finish *f)
{
	size_t n = f->pages->nnamed;
	const char **name = ARENA_ARRAY(f->arena, const char *, n);
	memcpy(name, f->pages->named, n * sizeof *name);
	qsort(name, n, sizeof *name, by_name);
	buf_adds(&f->catalog, "/Dests<<");
	for (size_t i = 0; i < n; i++) {
		const struct dest *to = find(f, name[i]);
		if (i > 0 && strcmp(name[i], name[i - 1]) == 0)
			continue;
		if (to == NULL) {
			diag(f->diag, DIAG_PDF_LINK, (struct pos){0}, "from outside, to \"%s\"", name[i]);
			continue;
		}
		put_name(&f->catalog, name[i]);
		put_place_of(f, &f->catalog, to);
	}
	buf_adds(&f->catalog, ">>");
}

void
links_outlines(struct finish *f)
{
	if (f->pages->nnamed > 0)
		names(f);
	if (f->pages->noutline > 0)
		outlines(f);
	labels(f);
}
