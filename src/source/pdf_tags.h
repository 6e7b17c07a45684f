/* SPDX-License-Identifier: MIT */
/*
 * pdf_tags.h - the structure tree of a tagged PDF, and where on its pages the elements of the tree begin.
 * Needs: base, libqpdf through pdf/qpdf.h.  Owns: the tags own all they hand out but what is in an arena given.
 *
 * poppler-glib gives the text of an element but not its place, libqpdf gives both the tree (ISO 32000-1 14.7)
 * and the content in which its marks stand (14.6).  Trees are as good as their producer: what they say is
 * evidence.  A tree that is broken, endless or too large says nothing.
 */
#ifndef SOURCE_PDF_TAGS_H
#define SOURCE_PDF_TAGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

#define PDF_PAGES_MOST 5000 /* of a PDF that is read */

enum pdf_role {
	PDF_UNTAGGED,
	PDF_ARTIFACT, /* no part of the text: furniture, and on first pages the masthead */
	PDF_HEADING,
	PDF_PARAGRAPH,
	PDF_ITEM,     /* its label or text, where no paragraph is in it */
	PDF_CELL,
	PDF_NOTE,
	PDF_CAPTION,
	PDF_FIGURE
};

/* An element that is a block; those within a line are of the block around them. */
struct pdf_tag {
	enum pdf_role role;
	uint8_t level;        /* HEADING: 1 to 6, 0 = unknown */
	uint8_t lists;        /* lists around it */
	uint32_t note, figure, cell; /* the innermost such element that it is or is in, 0 = none */
	/* CELL */
	uint32_t table;       /* > 0, in the order of the tree */
	uint32_t row;         /* of the table, from 0 */
	uint16_t col;         /* from 0, past the cells before it and above it */
	uint16_t cols, rows;  /* that it takes */
	bool head;
};

/* Where text begins that is of a tag: pt from the left and top of the page, on the base line. */
struct pdf_start {
	float x, y;
	uint32_t tag, order; /* order: in the content */
};

struct pdf_tags;

/* The tags of the file, or NULL when it has none that can be used.  The bytes must outlive them. */
struct pdf_tags *pdf_tags_read(struct span pdf);
void pdf_tags_free(struct pdf_tags *);
/* How many pages the file has by what was read. */
uint32_t pdf_tags_pages(const struct pdf_tags *);
/* By its number, from 1; 0 gives one that says PDF_UNTAGGED. */
const struct pdf_tag *pdf_tags_at(const struct pdf_tags *, uint32_t tag);
/* The starts of a page, from 0, from its top down and from the left; in the arena. */
struct pdf_start *pdf_tags_starts(struct pdf_tags *, uint32_t page, struct arena *, size_t *n);

#endif
