/* SPDX-License-Identifier: MIT */
/*
 * pdf_tags_int.h - what the reader of the tree and that of the marks in pages share.
 * Private to pdf_tags.c and pdf_marked.c.
 */
#ifndef SOURCE_PDF_TAGS_INT_H
#define SOURCE_PDF_TAGS_INT_H

#include "pdf/qpdf.h"
#include "source/pdf_tags.h"

/* Marked content of a page that is of a tag. */
struct content_tag {
	uint32_t page, mcid, tag;
};

/* What a page may have from the nodes above it in the tree of pages (7.7.3.4). */
enum { PAGE_MEDIA_BOX, PAGE_CROP_BOX, PAGE_ROTATE, PAGE_RESOURCES, PAGE_ENTRIES };

struct tagged_page {
	qpdf_oh dict, entry[PAGE_ENTRIES]; /* an entry that it has not: null */
};

struct pdf_tags {
	struct arena *arena;
	qpdf_data q;
	struct pdf_tag *tag;        /* the first says PDF_UNTAGGED, the second PDF_ARTIFACT */
	size_t ntag, cap_tag;
	struct content_tag *content; /* by page and mcid once the tree is read */
	size_t ncontent, cap_content;
	struct tagged_page *page;
	size_t pages, cap_pages;
	size_t unpacked;            /* bytes of the contents of pages, read so far */
};

#define TAG_ARTIFACT 1

/* The tag of marked content; 0 = none. */
uint32_t pdf_tags_of_content(const struct pdf_tags *, uint32_t page, uint32_t mcid);

#endif
