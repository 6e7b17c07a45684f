/* SPDX-License-Identifier: MIT */
/*
 * checking.h - what the files of the check share.
 * Needs: check.h, libqpdf's C interface.  Owns: nothing; handles die with the qpdf_data.
 */
#ifndef PDF_CHECKING_H
#define PDF_CHECKING_H

#include "base/arena.h"
#include "pdf/check.h"
#include "pdf/qpdf.h"

/* Marked content that an element of the structure holds, in the order of the tree. */
struct claim {
	int page;        /* object number */
	long mcid;
	unsigned stream; /* 0 = the running text; each note is read apart from it */
	bool row;        /* in a row of a table, whose cells stand side by side */
};

/* A page and its marked content in the order of its operators. */
struct marked_page {
	int id;          /* object number */
	long *mcid;
	size_t n, cap;
};

struct checking {
	qpdf_data q;
	struct arena *arena;
	struct diag *diag;
	struct pos pos;
	qpdf_oh root;
	struct claim *claim;
	size_t nclaim, cap_claim;
	struct marked_page *page;
	size_t npage;
	bool ok;
};

/* Report one broken rule. */
void check_fail(struct checking *, enum diag_code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* The name without slash, "" when it is none; lives as long as the arena. */
const char *check_name(struct checking *, qpdf_oh);
/* Is there a string with something in it? */
bool check_text(struct checking *, qpdf_oh dict, const char *key);

/* Is the /Lang of a dictionary, when it has one, the tag of a language? */
void check_lang(struct checking *, qpdf_oh dict, const char *what);

/* check_tree.c: roles, order of headings, alternatives, IDs; notes the claims.  False when the tree has no end or
 * is none. */
bool check_tree(struct checking *);
/* check_content.c: everything painted on page `index` is marked; notes the marks. */
void check_content(struct checking *, qpdf_oh page, size_t index);
/* check_order.c: the tree holds all marked content and reads it in the order of the pages. */
void check_order(struct checking *);

#endif
