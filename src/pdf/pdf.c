/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pdf/finish.h"

bool
date_is_whole(const char *d)
{
	return d != NULL && strlen(d) == 10 && d[4] == '-' && d[7] == '-' && strspn(d, "0123456789") == 4 &&
	       strspn(d + 5, "0123456789") == 2 && strspn(d + 8, "0123456789") == 2;
}

/* The document's date, else SOURCE_DATE_EPOCH, in PDF's digits; never the clock. */
static const char *
date_of(struct finish *f, const struct pdf_info *info)
{
	const char *d = info != NULL && info->date != NULL ? info->date : f->pages->date, *epoch = getenv("SOURCE_DATE_EPOCH");
	if (date_is_whole(d))
		return arena_printf(f->arena, "%.4s%.2s%.2s000000Z", d, d + 5, d + 8);
	if (epoch == NULL)
		return NULL;
	char *end, text[32];
	time_t t = (time_t)strtoll(epoch, &end, 10);
	struct tm tm;
	if (*epoch == '\0' || *end != '\0' || gmtime_r(&t, &tm) == NULL || tm.tm_year < 0 || tm.tm_year > 8099 ||
	    strftime(text, sizeof text, "%Y%m%d%H%M%SZ", &tm) == 0)
		return NULL;
	return arena_strdup(f->arena, text);
}

/* The pictures of a page as resources, each once; the first is the document's `from`-th. */
static void
put_pictures(struct finish *f, size_t index, size_t from, struct buf *b)
{
	if (from == f->picture)
		return;
	buf_adds(b, "/XObject<<");
	for (size_t i = from; i < f->picture; i++) {
		size_t image = f->parts->shown[i];
		if (f->listed[image] == index + 1)
			continue;
		f->listed[image] = index + 1;
		buf_printf(b, "/P%zu", image);
		put_ref(b, f->image + (unsigned)image);
	}
	buf_adds(b, ">>");
}

static void
page_write(struct finish *f, size_t index, unsigned pages)
{
	const struct page *page = &f->pages->page[index];
	unsigned content = writer_reserve(f->w, 1);
	size_t picture = f->picture;
	struct buf entries = {0};
	marks_page(f, index, content, &entries);
	links_page(f, index, &entries);
	buf_adds(&entries, "/MediaBox[0 0");
	put_real(&entries, page->w);
	put_real(&entries, page->h);
	buf_adds(&entries, "]/Resources<</Font");
	put_ref(&entries, f->fonts);
	put_pictures(f, index, picture, &entries);
	struct buf *b = writer_object(f->w, f->page + (unsigned)index);
	buf_adds(b, "<</Type/Page/Parent");
	put_ref(b, pages);
	buf_adds(b, "/Contents");
	put_ref(b, content);
	buf_addspan(b, buf_span(&entries));
	buf_adds(b, ">>>>");
	buf_free(&entries);
}

/* A page of the drawing with a picture, as a form (ISO 32000-1 8.10).  Cairo makes every page a
 * transparency group, which asks for a blending space: that is left out. */
static bool
image_write(struct finish *f, size_t index)
{
	const struct part_image *im = &f->parts->image[index];
	const struct drawn_page *p = &f->drawing.page[index + 1];
	struct buf entries = {0};
	buf_adds(&entries, "/Type/XObject/Subtype/Form/BBox[0 0");
	put_real(&entries, im->w);
	put_real(&entries, im->h);
	buf_adds(&entries, "]/Resources");
	bool ok = drawing_copy(&f->drawing, f->w, p->resources, &entries);
	if (ok)
		writer_stream(f->w, f->image + (unsigned)index, entries.data, p->content, true);
	buf_free(&entries);
	return ok;
}

/* What pages refer to: fonts and pictures, as Cairo made them. */
static bool
parts_write(struct finish *f)
{
	struct buf fonts = {0};
	buf_adds(&fonts, f->faces->nfont > 0 ? "" : "<<>>");
	bool ok = drawing_copy(&f->drawing, f->w, f->faces->resources, &fonts);
	if (ok)
		buf_addspan(writer_object(f->w, f->fonts), buf_span(&fonts));
	buf_free(&fonts);
	for (size_t i = 0; ok && i < f->parts->nimage; i++)
		ok = image_write(f, i);
	return ok && drawing_copy_rest(&f->drawing, f->w);
}

static bool
pages_write(struct finish *f)
{
	const struct pages *p = f->pages;
	unsigned pages = writer_reserve(f->w, 1);
	f->page = writer_reserve(f->w, (unsigned)p->npage);
	f->elem = writer_reserve(f->w, (unsigned)p->nselem);
	f->fonts = writer_reserve(f->w, 1);
	f->image = writer_reserve(f->w, (unsigned)f->parts->nimage);
	links_start(f);
	for (size_t i = 0; i < p->npage; i++)
		page_write(f, i, pages);
	struct buf *b = writer_object(f->w, pages);
	buf_printf(b, "<</Type/Pages/Count %zu/Kids[", p->npage);
	for (size_t i = 0; i < p->npage; i++)
		put_ref(b, f->page + (unsigned)i);
	buf_adds(b, "]>>");
	buf_printf(&f->catalog, "/Pages %u 0 R", pages);
	return parts_write(f);
}

static bool
write_all(struct finish *f, const struct pdf_attachment *a, size_t n)
{
	f->root = writer_reserve(f->w, 1);
	if (!pages_write(f))
		return false;
	links_outlines(f);
	tree_write(f);
	meta_attach(f, a, n);
	if (!meta_write(f))
		return false;
	unsigned info = meta_information(f);
	struct buf *b = writer_object(f->w, f->root);
	buf_adds(b, "<</Type/Catalog");
	buf_addspan(b, buf_span(&f->catalog));
	buf_adds(b, ">>");
	writer_close(f->w, f->root, info);
	return true;
}

bool
pdf_finish(struct span raw, const struct pages *pages, const struct parts *parts,
           const struct pdf_attachment *a, size_t n, const struct pdf_info *info, struct buf *out, struct diag *d)
{
	struct arena *arena = arena_new();
	struct finish f = {.arena = arena, .pages = pages, .parts = parts, .diag = d, .drawing = {.arena = arena, .diag = d}};
	f.date = date_of(&f, info);
	f.first = ARENA_ARRAY(arena, struct mark *, pages->nselem + 1);
	f.listed = ARENA_ARRAY(arena, size_t, parts->nimage + 1);
	f.last = ARENA_ARRAY(arena, struct mark *, pages->nselem + 1);
	bool ok = drawing_read(&f.drawing, raw);
	if (ok && f.drawing.npage != parts->nimage + 1) {
		diag(d, DIAG_PDF_FAILED, (struct pos){0}, "the drawing has another number of pages");
		ok = false;
	}
	f.faces = ok ? faces_read(&f.drawing, parts) : NULL;
	ok = f.faces != NULL;
	if (ok) {
		f.w = writer_new(out);
		ok = write_all(&f, a, n);
		writer_free(f.w);
	}
	buf_free(&f.catalog);
	buf_free(&f.parents);
	arena_free(arena);
	return ok;
}
