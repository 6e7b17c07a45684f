/* SPDX-License-Identifier: MIT */
/*
 * numeral.h - whole numbers in roman numerals and in letters.
 * Needs: base.  Owns: nothing; what is written is in the arena given.
 */
#ifndef BASE_NUMERAL_H
#define BASE_NUMERAL_H

#include <stdbool.h>

#include "base/arena.h"

#define ROMAN_MOST 3999

/* "iv" or "IV"; NULL below 1 and above ROMAN_MOST. */
char *numeral_roman(struct arena *, long value, bool upper);
/* a to z, then aa to zz and so on, one letter again and again; value from 1. */
char *numeral_letters(struct arena *, long value, bool upper);

#endif
