/* SPDX-License-Identifier: MIT */
/*
 * unicode.h - strings of PDF's syntax and what the codes of a font mean.
 * Needs: base, token.h.  Owns: nothing; maps are in the arena given.
 */
#ifndef PDF_UNICODE_H
#define PDF_UNICODE_H

#include "base/arena.h"
#include "base/text.h"
#include "pdf/token.h"

struct code {
	unsigned code;
	const char *text; /* UTF-8 */
};

/* What the codes of a font spell, sorted by code (ISO 32000-1 9.10.3). */
struct code_map {
	struct code *v;
	size_t n, cap;
	unsigned bytes;   /* of a code: 1 or 2 */
};

/* Read the bfchar and bfrange lines of a ToUnicode stream. */
void code_map_read(struct arena *, struct span cmap, struct code_map *out);
/* The text of a code, or NULL. */
const char *code_map_find(const struct code_map *, unsigned code);

/* The bytes of the string whose first token is k, "(" or "<"; the tokens of a hexadecimal one are taken. */
void string_bytes(struct tokens *, struct span k, struct buf *out);
/* A text string (7.9.2.2) or, when utf16 is true, UTF-16BE as UTF-8. */
void string_utf8(struct span bytes, bool utf16, struct buf *out);

#endif
