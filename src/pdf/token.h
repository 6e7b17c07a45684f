/* SPDX-License-Identifier: MIT */
/*
 * token.h - the words of PDF's syntax (ISO 32000-1 7.2), in files and in content streams.
 * Needs: base.  Owns: nothing; tokens point into the text read.
 */
#ifndef PDF_TOKEN_H
#define PDF_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct tokens {
	const char *s;
	size_t n, i;
};

/*
 * The next token; << >> [ ] { } are tokens, a ( string ) is one, comments are passed over.  A < opens a
 * hexadecimal string whose digits and > follow as tokens.  Empty at the end.
 */
struct span token_next(struct tokens *);
/* A sign and digits only?  The value goes to out. */
bool token_integer(struct span, long *out);

#endif
