/* SPDX-License-Identifier: MIT */
/*
 * checking.h - what the files of the check share.
 * Needs: check.h, libqpdf's C interface.  Owns: nothing; handles die with the qpdf_data.
 */
#ifndef PDF_CHECKING_H
#define PDF_CHECKING_H

#include <qpdf/qpdf-c.h>

#include "base/arena.h"
#include "pdf/check.h"

struct checking {
	qpdf_data q;
	struct arena *arena;
	struct diag *diag;
	struct pos pos;
	qpdf_oh root;
	bool ok;
};

/* Report one broken rule. */
void check_fail(struct checking *, enum diag_code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* The name without slash, "" when it is none; lives as long as the arena. */
const char *check_name(struct checking *, qpdf_oh);
/* Is there a string with something in it? */
bool check_text(struct checking *, qpdf_oh dict, const char *key);

/* check_tree.c: roles, order of headings, alternatives, IDs. */
void check_tree(struct checking *);
/* check_content.c: everything painted on page `index` is marked. */
void check_content(struct checking *, qpdf_oh page, size_t index);

#endif
