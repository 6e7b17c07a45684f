/* SPDX-License-Identifier: MIT */
/*
 * cite.h - citations: document symbols, resolution numbers and addresses become ref and link.
 * Needs: account.h, symbol.h.  Owns: everything is in the arena of the account.
 *
 * Targets come from the draft where it has them: links of the form, and the addresses that page
 * text prints after each page.  Otherwise they are computed (https://docs.un.org/LANG/SYMBOL).
 */
#ifndef RECOGNISE_CITE_H
#define RECOGNISE_CITE_H

#include "base/diag.h"
#include "recognise/account.h"

/* Stems, in small letters, that tell what a number like 75/240 is.  From the terms. */
struct cite_words {
	const struct span *resolution;
	size_t nresolution;
	const struct span *decision;
	size_t ndecision;
};

/*
 * Mark all citations of the tree, those in notes too.  Address lines that a citation uses become
 * mark-up; the others are dropped under "url.uncited".  Symbols and addresses broken at line ends
 * are joined again.  Call it after note_calls.
 */
void cite(struct account *, const struct cite_words *, struct diag *);

#endif
