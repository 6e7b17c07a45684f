/* SPDX-License-Identifier: MIT */
/*
 * finish.h - what the files of pdf/ share while one PDF is finished.
 * Needs: pdf.h, drawing.h, write.h.  Owns: nothing; all memory is in the arena.
 */
#ifndef PDF_FINISH_H
#define PDF_FINISH_H

#include "base/arena.h"
#include "pdf/drawing.h"
#include "pdf/faces.h"
#include "pdf/pdf.h"
#include "pdf/write.h"

/* One marked-content sequence or one link annotation of a structure element. */
struct mark {
	struct mark *next;
	size_t page;
	long mcid;       /* -1 = the annotation */
	unsigned annot;  /* its object */
};

struct finish {
	struct arena *arena;
	const struct pages *pages;
	const struct parts *parts;
	struct diag *diag;
	struct drawing drawing;
	const struct faces *faces;
	size_t picture;  /* pictures shown on the pages so far */
	size_t *listed;  /* by picture: 1 + the last page that has it as a resource */
	struct writer *w;
	unsigned root, page, elem, tree; /* objects: catalogue, first page, first element, structure tree */
	unsigned fonts, image;       /* dictionary of fonts, first picture */
	struct mark **first, **last; /* by selem index, in order of the pages */
	const struct dest **dests;   /* sorted by name */
	struct buf catalog;          /* entries of the catalogue */
	struct buf parents;          /* Nums of the parent tree, in order of the keys */
	long next_parent;            /* next free key of the parent tree */
	const char *date;            /* YYYYMMDDHHMMSSZ, or NULL */
};

/* marks.c: the content of a page as a stream of that number, with its marks noted; adds the
 * page's entries.  Pages are written in their order. */
void marks_page(struct finish *, size_t index, unsigned content, struct buf *entries);
/* links.c: the annotations of a page, whose entries are added; then outlines and page labels. */
void links_start(struct finish *);
void links_page(struct finish *, size_t index, struct buf *entries);
void links_outlines(struct finish *);
/* tree.c: a mark of an element; then all elements and the root of the tree. */
void tree_mark(struct finish *, const struct selem *, struct mark);
void tree_write(struct finish *);
/* pdf.c: is it YYYY-MM-DD?  NULL is not. */
bool date_is_whole(const char *);
/* meta.c: XMP, output intent; the information's object; attachments. */
bool meta_write(struct finish *);
unsigned meta_information(struct finish *);
void meta_attach(struct finish *, const struct pdf_attachment *, size_t n);

#endif
