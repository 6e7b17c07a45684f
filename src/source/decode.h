/* SPDX-License-Identifier: MIT */
/*
 * decode.h - bytes to clean text: well-formed UTF-8, NFC, LF, without controls.
 * Needs: source.h, GLib for NFC.  Owns: everything is in the arena given.
 */
#ifndef SOURCE_DECODE_H
#define SOURCE_DECODE_H

#include "source/source.h"

/* Text on its way, each byte with the offset of the input byte it came from. */
struct traced {
	char *s;
	uint32_t *origin;
	size_t n, cap;
};

void traced_reserve(struct arena *, struct traced *, size_t cap);
/* Add n bytes; origin[i] = from + i, or from for all when same is true. */
void traced_add(struct arena *, struct traced *, const char *s, size_t n, uint32_t from, bool same);
/* Add n bytes with the origins given. */
void traced_copy(struct arena *, struct traced *, const char *s, const uint32_t *origin, size_t n);

/* Form feeds stay in the result as '\f' for the line splitter.  False after a report. */
bool decode_text(struct arena *, const char *name, struct span bytes, struct traced *out,
                 struct source_account *, struct diag *);

#endif
