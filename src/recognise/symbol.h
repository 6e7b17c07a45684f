/* SPDX-License-Identifier: MIT */
/*
 * symbol.h - the grammar of document symbols and resolution numbers, and where they link to.
 * Needs: base.  Owns: results are in the arena given.
 *
 * In the texts read here VT (0x0B) stands for a line end that may be in the middle of a symbol.
 */
#ifndef RECOGNISE_SYMBOL_H
#define RECOGNISE_SYMBOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"

#define SYMBOL_BREAK '\v'
#define SYMBOL_MAX_BYTES 80 /* none is longer */

/*
 * The end of the document symbol that starts at byte `at` ("A/RES/75/240", "A/80/6 (Sect. 36)",
 * "A/80/275-S/2025/491", broken at a line end), or `at` when there is none.  Stars and
 * sentence punctuation are not part of it.
 */
size_t symbol_scan(struct span text, size_t at);

enum number_kind {
	NUMBER_NONE,
	NUMBER_SESSION, /* 75/240, 74/262 B: session and number */
	NUMBER_YEAR,    /* 1996/31: year and number */
	NUMBER_IN_YEAR, /* 1966 (2010): a Security Council resolution */
	NUMBER_ROMAN    /* 2200 A (XXI), 1874 (S-IV): before session 31 */
};

/* The end of a resolution number that starts at `at`, or `at`; kind gets its form. */
size_t symbol_number_scan(struct span text, size_t at, enum number_kind *kind);

/* Without blanks, line ends and stars; as symbols stand in addresses. */
const char *symbol_canonical(struct arena *, struct span printed);

/* The symbol of the resolution with this number; council: Human Rights Council, not Assembly. */
const char *symbol_of_number(struct arena *, struct span printed, enum number_kind, bool council);

/* The address of a symbol: https://docs.un.org/LANG/SYMBOL. */
const char *symbol_link(struct arena *, const char *symbol, const char *lang);

/* The symbol an address of the document servers leads to ("A/75/816"), or an empty span. */
struct span symbol_of_link(struct span url);

/* Does the symbol begin with the code of an organ or treaty body that issues documents? */
bool symbol_organ_known(struct span symbol);

#endif
