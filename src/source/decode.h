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

/* Room for at least cap bytes and a NUL. */
void traced_reserve(struct arena *, struct traced *, size_t cap);
/* Add n bytes that came from the n input bytes at from. */
void traced_add(struct arena *, struct traced *, const char *s, size_t n, uint32_t from);
/* Add n bytes with the origins given. */
void traced_copy(struct arena *, struct traced *, const char *s, const uint32_t *origin, size_t n);

/* A decoded text file; form feeds are taken out and remembered. */
struct decoded {
	struct traced text;
	uint32_t *page; /* offsets in text at which a new page begins, rising */
	size_t npage, cap_page;
	/* what programs marked within lines that are read from the right: direction.h sets it in order */
	struct embedded {
		uint32_t from, at, to; /* the mark of the line, or that of the stretch; of the stretch; its end */
	} *embedded;
	size_t nembedded, cap_embedded;
};

/*
 * Decode a text file and count what went.  False after a report: not UTF-8, binary, no text.
 * Lone CR, NEL and the Unicode line and paragraph separators become LF; CRLF loses its CR.
 */
bool decode_text(struct arena *, const char *name, struct span bytes, struct decoded *out,
                 struct source_account *, struct diag *);

/* What is never part of the text: controls but TAB and LF, embeddings and isolates, BOM, soft hyphen. */
bool decode_drops(uint32_t codepoint);
/*
 * A mark of direction (LRM, RLM, ALM).  It is text behind other text of its line.  At the start of
 * a line it is none: there it says how the form laid out the line, and the number of a paragraph
 * must stay what it is.
 */
bool decode_directs(uint32_t codepoint);
/* Whether normalisation may change the character or join it to the one before. */
bool decode_may_change(uint32_t codepoint);

#endif
