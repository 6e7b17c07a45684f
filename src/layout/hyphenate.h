/* SPDX-License-Identifier: MIT */
/*
 * hyphenate.h - hyphen points of words from Debian's patterns (libhyphen, Liang's method).
 * Needs: font_set.h.  Owns: dictionaries, loaded on first use, in the fontset.
 */
#ifndef LAYOUT_HYPHENATE_H
#define LAYOUT_HYPHENATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/font_set.h"

/*
 * Hyphen points of a run of letters: at[i] is set when byte i may start the next line.  False
 * when the language has no patterns or the word no point.  word.n <= HYPHENATE_LIMIT.
 */
#define HYPHENATE_LIMIT 120
bool hyphenate(struct fontset *, const char *lang, struct span word, bool at[HYPHENATE_LIMIT]);

void hyphenators_free(struct hyphenators *);

#endif
