/* SPDX-License-Identifier: MIT */
/*
 * pdf_tagged.h - tagged PDFs written by hand, for tests of their tags; include after cmocka.h.
 * Owns: nothing; the caller frees the buffers it gets.
 */
#ifndef TESTS_UNIT_PDF_TAGGED_H
#define TESTS_UNIT_PDF_TAGGED_H

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define TAGGED_PAGES 3
#define TAGGED_ROWS 200
#define TAGGED_HEIGHT 400

/*
 * Text on a page and its element: a standard role; "Artifact"; "+" for more of the element of the row before; or
 * NULL for text without a mark.  text NULL: an element that holds others alone.
 */
struct tagged {
	int depth;       /* in the tree, from 0: below the last row of less depth */
	const char *role;
	int page;        /* from 0 */
	double x, y, size; /* y from the top, of the base line */
	bool bold;
	const char *text;
	const char *more;  /* other entries of the element */
};

/* Put an object; its number is the place of its offset. */
static inline void
put_object(struct buf *out, size_t *offset, unsigned number, const char *body)
{
	offset[number] = out->n;
	buf_printf(out, "%u 0 obj\n%s\nendobj\n", number, body);
}

static inline void
put_stream(struct buf *out, size_t *offset, unsigned number, struct span content)
{
	offset[number] = out->n;
	buf_printf(out, "%u 0 obj\n<</Length %zu>>\nstream\n", number, content.n);
	buf_addspan(out, content);
	buf_adds(out, "\nendstream\nendobj\n");
}

/* The content of a page: its rows in order, their numbers as marks. */
static inline void
page_content(const struct tagged *row, size_t n, int page, struct buf *out)
{
	buf_adds(out, "q\n");
	for (size_t i = 0; i < n; i++) {
		if (row[i].text == NULL || row[i].page != page)
			continue;
		if (row[i].role != NULL && strcmp(row[i].role, "Artifact") == 0)
			buf_adds(out, "/Artifact <</Type/Pagination>> BDC ");
		else if (row[i].role != NULL)
			buf_printf(out, "/Span <</MCID %zu/Lang (en)>> BDC ", i);
		buf_printf(out, "BT /F%d %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET%s\n", row[i].bold, row[i].size, row[i].x,
		           TAGGED_HEIGHT - row[i].y, row[i].text, row[i].role != NULL ? " EMC" : "");
	}
	buf_adds(out, "Q\n");
}

static inline bool
is_element(const struct tagged *row)
{
	return row->role != NULL && strcmp(row->role, "+") != 0 && strcmp(row->role, "Artifact") != 0;
}

/* What the element of row i holds: its own marks, those of the rows that go on with it, the elements below it. */
static inline void
element_kids(const struct tagged *row, size_t n, size_t i, unsigned first, struct buf *out)
{
	bool own = true;
	if (row[i].text != NULL)
		buf_printf(out, "%zu ", i);
	for (size_t k = i + 1; k < n; k++) {
		if (is_element(&row[k]) && row[k].depth <= row[i].depth)
			break;
		if (is_element(&row[k])) {
			own = false;
			if (row[k].depth == row[i].depth + 1)
				buf_printf(out, "%zu 0 R ", first + k);
		} else if (own && row[k].role != NULL && strcmp(row[k].role, "+") == 0) {
			buf_printf(out, "<</Type/MCR/Pg %d 0 R/MCID %zu>> ", 10 + row[k].page, k);
		}
	}
}

/* The PDF of the rows; root: more entries of the structure tree's root. */
static inline struct buf
tagged_pdf(const struct tagged *row, size_t n, const char *page_more, const char *root)
{
	enum { CATALOGUE = 1, PAGES, ROMAN, BOLD_FACE, TREE, PAGE = 10, CONTENT = 20, ELEMENT = 30 };
	size_t offset[ELEMENT + TAGGED_ROWS] = {0};
	struct buf out = {0}, b = {0};
	assert(n <= TAGGED_ROWS);
	buf_adds(&out, "%PDF-1.7\n");
	put_object(&out, offset, CATALOGUE, "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R>>");
	put_object(&out, offset, PAGES, "<</Type/Pages/Count 3/Kids[10 0 R 11 0 R 12 0 R]/MediaBox[0 0 400 400]>>");
	put_object(&out, offset, ROMAN, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>");
	put_object(&out, offset, BOLD_FACE, "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>");
	for (int p = 0; p < TAGGED_PAGES; p++) {
		buf_printf(&b, "<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F0 3 0 R/F1 4 0 R>>>>%s>>",
		           CONTENT + p, page_more);
		put_object(&out, offset, (unsigned)(PAGE + p), b.data);
		b.n = 0;
		page_content(row, n, p, &b);
		put_stream(&out, offset, (unsigned)(CONTENT + p), buf_span(&b));
		b.n = 0;
	}
	buf_printf(&b, "<</Type/StructTreeRoot%s/K[", root);
	for (size_t i = 0; i < n; i++)
		if (is_element(&row[i]) && row[i].depth == 0)
			buf_printf(&b, "%zu 0 R ", ELEMENT + i);
	buf_adds(&b, "]>>");
	put_object(&out, offset, TREE, b.data);
	for (size_t i = 0; i < n; i++) {
		b.n = 0;
		if (!is_element(&row[i]))
			continue;
		buf_printf(&b, "<</Type/StructElem/S/%s/Pg %d 0 R%s/K[", row[i].role, PAGE + row[i].page,
		           row[i].more != NULL ? row[i].more : "");
		element_kids(row, n, i, ELEMENT, &b);
		buf_adds(&b, "]>>");
		put_object(&out, offset, (unsigned)(ELEMENT + i), b.data);
	}
	size_t table = out.n;
	buf_printf(&out, "xref\n0 %zu\n0000000000 65535 f \n", ELEMENT + n);
	for (size_t i = 1; i < ELEMENT + n; i++)
		buf_printf(&out, "%010zu 00000 %c \n", offset[i], offset[i] > 0 ? 'n' : 'f');
	buf_printf(&out, "trailer\n<</Size %zu/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", ELEMENT + n, table);
	buf_free(&b);
	return out;
}

#define TAGGED(rows) tagged_pdf((rows), sizeof(rows) / sizeof *(rows), "", "")

#endif
