/* SPDX-License-Identifier: MIT */
/*
 * pictures.h - pictures that a document brings along, beside those in its folder.
 * Needs: text.h.  Owns: nothing; names and bytes belong to whoever fills the list.
 */
#ifndef BASE_PICTURES_H
#define BASE_PICTURES_H

#include <stddef.h>

#include "base/text.h"

struct picture_bytes {
	const char *name;  /* as the document names it */
	struct span bytes; /* of the file; bytes.s NULL: it cannot be used, and that was reported */
};

struct pictures {
	struct picture_bytes *v;
	size_t n, cap;
};

/* The picture of that name, or NULL. */
const struct picture_bytes *pictures_find(const struct pictures *, const char *name);

#endif
