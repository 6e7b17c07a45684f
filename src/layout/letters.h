/* SPDX-License-Identifier: MIT */
/*
 * letters.h - text in other letters: capitals, small letters (XSL 1.1 §7.17.6).
 * Needs: base.  Owns: nothing; the caller frees the buffers.
 */
#ifndef LAYOUT_LETTERS_H
#define LAYOUT_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

enum letter_case { CASE_AS_IT_IS, CASE_UPPER, CASE_LOWER, CASE_TITLE };

/* The letters of a text as they are to be shown, and where each byte of them comes from. */
struct letters {
	struct buf shown;
	uint32_t *from;     /* byte of the text, for each byte shown; cap is that of shown */
	size_t cap;
	bool in_word;       /* the last character was a letter or figure */
};

/* Add a text whose first byte is number `at` of the whole. */
void letters_add(struct letters *, struct span text, size_t at, enum letter_case);
void letters_free(struct letters *);

#endif
