/* SPDX-License-Identifier: MIT */
/*
 * fuzz_tagged.c - structure trees of any shape, circles and all, and any content of a page, to tags and where
 * they begin.
 *
 * The first byte says how many elements there are; four bytes are one: its role, two kids, which are marks or
 * elements, and an attribute.  What is left is the content of the page as it stands.
 */
#include <stdint.h>
#include <stdlib.h>

#include "source/pdf_tags.h"

#define ELEMENT 4     /* bytes */
#define CONTENT_MOST 20000
#define FIRST 10      /* number of the first element's object */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char *const roles[] = {"P", "H1", "H", "L", "LI", "LBody", "Table", "TR", "TD", "TH", "Note", "Figure",
                                    "Sect", "Span", "Caption", "TOCI", "Own", "Other"};

/* A mark, or an element by number, which may be any. */
static void
put_kid(struct buf *out, uint8_t byte)
{
	if (byte & 0x80)
		buf_printf(out, " %d 0 R", FIRST + (byte & 0x7F));
	else if (byte & 0x40)
		buf_printf(out, " <</Type/MCR/MCID %d/Pg 3 0 R>>", byte & 0x3F);
	else
		buf_printf(out, " %d", byte & 0x3F);
}

static void
put_elements(struct buf *out, const uint8_t *data, size_t elements)
{
	for (size_t i = 0; i < elements; i++, data += ELEMENT) {
		buf_printf(out, "%zu 0 obj\n<</Type/StructElem/S/%s/Pg 3 0 R/K[", FIRST + i,
		           roles[data[0] % (sizeof roles / sizeof *roles)]);
		put_kid(out, data[1]);
		put_kid(out, data[2]);
		buf_printf(out, "]/A<</O/Table/ColSpan %d/RowSpan %d>>>>\nendobj\n", data[3] & 0xF, data[3] >> 4);
	}
}

/* Without a table of objects: it is made anew from what is found. */
static void
put_pdf(struct buf *out, const uint8_t *data, size_t n, size_t elements)
{
	buf_adds(out, "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R>>\nendobj\n"
	              "2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 400 400]>>\nendobj\n"
	              "3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Properties<</A<</MCID 1>>>>>>>>\n"
	              "endobj\n"
	              "5 0 obj\n<</Type/StructTreeRoot/K 10 0 R/RoleMap<</Own/Other/Other/Own>>>>\nendobj\n");
	put_elements(out, data, elements);
	data += elements * ELEMENT;
	n -= elements * ELEMENT;
	buf_printf(out, "4 0 obj\n<</Length %zu>>\nstream\n", n);
	buf_add(out, data, n);
	buf_adds(out, "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 200>>\n%%EOF\n");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	size_t elements = n > 0 ? data[0] % 128 : 0;
	if (n < 1 + elements * ELEMENT || n > CONTENT_MOST)
		return 0;
	struct buf pdf = {0};
	struct arena *a = arena_new();
	put_pdf(&pdf, data + 1, n - 1, elements);
	struct pdf_tags *tags = pdf_tags_read((struct span){pdf.data, pdf.n});
	size_t starts = 0;
	const struct pdf_start *start = tags != NULL ? pdf_tags_starts(tags, 0, a, &starts) : NULL;
	for (size_t i = 0; i < starts; i++) {
		const struct pdf_tag *tag = pdf_tags_at(tags, start[i].tag);
		if (start[i].x != start[i].x || (i > 0 && start[i].y < start[i - 1].y) || tag->role > PDF_FIGURE ||
		    (tag->cell > 0 && pdf_tags_at(tags, tag->cell)->role != PDF_CELL))
			abort();
	}
	pdf_tags_free(tags);
	arena_free(a);
	buf_free(&pdf);
	return 0;
}
