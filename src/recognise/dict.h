/* SPDX-License-Identifier: MIT */
/*
 * dict.h - is this a word of the language?  Hunspell dictionaries of the system, opened late.
 * Needs: base, the header of libhunspell, which is loaded late.  Owns: a dictionary dies with its arena.
 *
 * Loading a dictionary into Hunspell takes about 0.1 s, more than the rest of a run.  So the
 * list of stems is searched as a file first, and Hunspell is started only when that leaves a
 * question open.  Without a dictionary every answer is "unknown".
 */
#ifndef RECOGNISE_DICT_H
#define RECOGNISE_DICT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"

struct dict;
struct dicts;

/* For a language code such as "es"; opens nothing yet. */
struct dict *dict_new(struct arena *, const char *lang);
/* Dictionaries that outlive a draft: a batch starts Hunspell once for each language, not for each draft. */
struct dicts *dicts_new(struct arena *);
/* The one for the language, made at the first call for it; in the arena of dicts. */
struct dict *dicts_of(struct dicts *, const char *lang);
/* Is there a dictionary of the language on this machine? */
bool dict_there(struct dict *);
/* Does the list of stems hold the word as it is?  The first question costs a millisecond or two. */
bool dict_lists(struct dict *, struct span word);
/* Does the list hold a word that begins so?  A few hundred microseconds. */
bool dict_begins(struct dict *, struct span prefix);
/* Does Hunspell accept the word? */
bool dict_spells(struct dict *, struct span word);

#endif
