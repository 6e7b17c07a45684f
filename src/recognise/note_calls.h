/* SPDX-License-Identifier: MIT */
/*
 * note_calls.h - put the bodies of notes at their calls.
 * Needs: account.h, recognised.h.  Owns: everything is in the arena of the account.
 *
 * A call may be raised, bracketed, glued to a word or a year ("20213" = 2021 and call 3), or stand
 * alone between blanks.  No place is judged by itself: the marks of the bodies form rising series,
 * and the calls chosen are the best rising chain through all places that could be one.
 */
#ifndef RECOGNISE_NOTE_CALLS_H
#define RECOGNISE_NOTE_CALLS_H

#include "base/diag.h"
#include "recognise/account.h"

struct figure_words;

/*
 * Replace each call by its note.  A call without a body becomes a note with lost="true"; a body
 * without a call goes to the end of the last block of its page with uncalled="true"; both are
 * reported.  The words (note_find.h) may be NULL.  Call account_open before.
 */
void note_calls(struct account *, const struct figure_words *, struct diag *);

#endif
