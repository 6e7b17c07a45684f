/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pdf/finish.h"

/* The document's date, else SOURCE_DATE_EPOCH, in PDF's digits; never the clock. */
static const char *
date_of(struct finish *f, const struct pdf_info *info)
{
	const char *d = info != NULL ? info->date : NULL, *epoch = getenv("SOURCE_DATE_EPOCH");
	if (d != NULL && strlen(d) == 10 && strspn(d, "0123456789-") == 10)
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

/* A page of the drawing with its marks and links.  Cairo makes every page a transparency group, which
 * asks for a blending space: that is left out. */
static bool
page_write(struct finish *f, size_t index, unsigned pages)
{
	const struct drawn_page *p = &f->drawing.page[index];
	unsigned content = writer_reserve(f->w, 1);
	struct buf entries = {0};
	bool ok = marks_page(f, index, content, &entries);
	links_page(f, index, &entries);
	buf_adds(&entries, "/MediaBox");
	ok = ok && drawing_copy(&f->drawing, f->w, p->box, &entries);
	buf_adds(&entries, "/Resources");
	ok = ok && drawing_copy(&f->drawing, f->w, p->resources, &entries);
	struct buf *b = writer_object(f->w, f->page + (unsigned)index);
	buf_adds(b, "<</Type/Page/Parent");
	put_ref(b, pages);
	buf_adds(b, "/Contents");
	put_ref(b, content);
	buf_addspan(b, buf_span(&entries));
	buf_adds(b, ">>");
	buf_free(&entries);
	return ok;
}

static bool
pages_write(struct finish *f)
{
	const struct pages *p = f->pages;
	unsigned pages = writer_reserve(f->w, 1);
	f->page = writer_reserve(f->w, (unsigned)p->npage);
	f->elem = writer_reserve(f->w, (unsigned)p->nselem);
	links_start(f);
	for (size_t i = 0; i < p->npage; i++)
		if (!page_write(f, i, pages))
			return false;
	struct buf *b = writer_object(f->w, pages);
	buf_printf(b, "<</Type/Pages/Count %zu/Kids[", p->npage);
	for (size_t i = 0; i < p->npage; i++)
		put_ref(b, f->page + (unsigned)i);
	buf_adds(b, "]>>");
	buf_printf(&f->catalog, "/Pages %u 0 R", pages);
	return drawing_copy_rest(&f->drawing, f->w);
}

static bool
write_all(struct finish *f, const struct pdf_attachment *a, size_t n)
{
	if (f->drawing.npage != f->pages->npage) {
		diag(f->diag, DIAG_PDF_FAILED, (struct pos){0}, "the drawing has another number of pages");
		return false;
	}
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
pdf_finish(struct span raw, const struct pages *pages, const struct pdf_attachment *a, size_t n,
           const struct pdf_info *info, struct buf *out, struct diag *d)
{
	struct arena *arena = arena_new();
	struct finish f = {.arena = arena, .pages = pages, .diag = d, .drawing = {.arena = arena, .diag = d}};
	f.date = date_of(&f, info);
	f.first = ARENA_ARRAY(arena, struct mark *, pages->nselem + 1);
	f.last = ARENA_ARRAY(arena, struct mark *, pages->nselem + 1);
	bool ok = drawing_read(&f.drawing, raw);
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
