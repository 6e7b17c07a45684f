/* SPDX-License-Identifier: MIT */
/*
 * inline.h - the passes on the finished tree, in their order: corrections of the editor, emphasis
 * of the form, notes at their calls, repairs, citations, bracketed draft text; then the preflight.
 * Needs: account.h, report/terms.h.  Owns: everything is in the arena of the account.
 */
#ifndef RECOGNISE_INLINE_H
#define RECOGNISE_INLINE_H

#include "base/diag.h"
#include "recognise/account.h"

/* All passes over account->found, which account_open has set; account->fixes may be set too. */
void recognise_inlines(struct account *, struct diag *);

/* Emphasis, strong, raised and lowered text as the form of the draft marks it. */
void inline_marks(struct account *);

/* Page breaks where the pages of the draft begin, once nothing else cuts or moves text. */
void page_marks(struct account *);

/* Phrases in small letters that say what a bracket is. */
struct inline_words {
	const struct span *missing;  /* in it: something is yet to come */
	size_t nmissing;
	const struct span *original; /* at its start: in which language the original was written */
	size_t noriginal;
};

/*
 * "[...]" becomes draft text; where it says that something is yet to come, a placeholder; where it names
 * the original, nothing.
 */
void inline_brackets(struct account *, const struct inline_words *);

#endif
