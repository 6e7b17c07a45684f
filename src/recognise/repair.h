/* SPDX-License-Identifier: MIT */
/*
 * repair.h - mend what extraction did to words: splits, lost blanks, hyphens at line ends.
 * Needs: account.h, dict.h, vocab.h.  Owns: everything is in the arena of the account.
 *
 * Nothing is mended without evidence: the whole word occurs in the document while its parts do
 * not, or the dictionary knows the one and not the other.  Every repair is listed in the account.
 */
#ifndef RECOGNISE_REPAIR_H
#define RECOGNISE_REPAIR_H

#include "recognise/account.h"
#include "recognise/dict.h"

/* Mend the words of the tree; call it after note_calls and before cite. */
void repair(struct account *, struct dict *);

/* Keep the groups of a number together in text that reads from the right. */
void repair_groups(struct account *);

#endif
