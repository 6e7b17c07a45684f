/* SPDX-License-Identifier: MIT */
/*
 * finish.h - what the files of pdf/ share while one PDF is finished.
 * Needs: pdf.h, libqpdf's C interface.  Owns: nothing; handles die with the qpdf_data.
 */
#ifndef PDF_FINISH_H
#define PDF_FINISH_H

#include <qpdf/qpdf-c.h>

#include "base/arena.h"
#include "pdf/pdf.h"

/* One marked-content sequence or one link annotation of a structure element. */
struct mark {
	struct mark *next;
	size_t page;
	long mcid;       /* -1 = the annotation */
	qpdf_oh annot;
};

struct finish {
	qpdf_data q;
	struct arena *arena;
	const struct pages *pages;
	struct diag *diag;
	qpdf_oh root;
	qpdf_oh *page;         /* by page index */
	qpdf_oh *elem;         /* by selem index */
	struct mark **first, **last; /* by selem index, in order of the pages */
	qpdf_oh parents;       /* Nums of the parent tree, filled in order of the keys */
	long next_parent;      /* next free key of the parent tree */
	const char *date;      /* YYYYMMDDHHMMSSZ, or NULL */
};

/* Small makers; the returned handles are borrowed from the qpdf_data. */
qpdf_oh pdf_parse(struct finish *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void pdf_put(struct finish *, qpdf_oh dict, const char *key, qpdf_oh value);
void pdf_put_name(struct finish *, qpdf_oh dict, const char *key, const char *name); /* without slash */
void pdf_put_text(struct finish *, qpdf_oh dict, const char *key, const char *utf8); /* NULL: nothing */
qpdf_oh pdf_stream(struct finish *, struct span bytes, const char *dict_entries);

/* marks.c: rewrite the content of the pages, collect the marks of the elements. */
bool marks_rewrite(struct finish *);
/* links.c: annotations, destinations, outlines, page labels. */
void links_write(struct finish *);
/* tree.c: elements first (handles), then kids and the root of the tree. */
void tree_elements(struct finish *);
void tree_write(struct finish *);
void tree_mark(struct finish *, const struct selem *, struct mark);
/* meta.c: information, XMP, output intent, attachments. */
bool meta_write(struct finish *);
void meta_attach(struct finish *, const struct pdf_attachment *, size_t n);

#endif
