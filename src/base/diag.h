/* SPDX-License-Identifier: MIT */
/*
 * diag.h - messages to the user: one table of all messages, one call, two written forms.
 * Needs: text.h, arena.h.  Owns: a struct diag owns copies of what was reported.
 *
 * Convention of the whole program: whoever detects a fault reports it here, once; callers
 * only pass the failure up.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/text.h"

/* From harmless to hopeless.  UNSUPPORTED: understood, valid, but outside what is implemented. */
enum diag_level { DIAG_WARNING, DIAG_ERROR, DIAG_UNSUPPORTED, DIAG_FATAL, DIAG_LEVELS };

enum diag_code {
#define DIAG(code, level, id, text) DIAG_##code,
#include "base/diag.def"
#undef DIAG
	DIAG_CODES
};

/* A place in a file.  line and col count from 1, col in UTF-8 bytes; 0 = unknown. */
struct pos {
	const char *file;
	unsigned line, col;
};

/* One reported message; the strings live as long as the struct diag. */
struct diag_message {
	enum diag_code code;
	struct pos pos;
	const char *detail;
};

struct diag;

/* A new collector.  The caller frees it with diag_free (NULL is allowed). */
struct diag *diag_new(void);
void diag_free(struct diag *);
/* What messages without a file are about from now on: the input at work. */
void diag_about(struct diag *, const char *file);

/* Report one message; fmt makes the detail ("" for none).  What was said already is not repeated. */
void diag(struct diag *, enum diag_code, struct pos, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Report all that another collector holds, in its order. */
void diag_add(struct diag *, const struct diag *from);

size_t diag_count(const struct diag *);
const struct diag_message *diag_at(const struct diag *, size_t i);
/* Messages at or above a level. */
size_t diag_count_from(const struct diag *, enum diag_level);

enum diag_level diag_level_of(enum diag_code);
const char *diag_id(enum diag_code);
/* The level called name, or -1. */
int diag_level_find(const char *name);

/*
 * Add one message with a line feed: `file:line:col: level: text: detail [ID]`, or one JSON object
 * (NDJSON) with file line col level id text detail.  What is not known is left out.
 */
void diag_format(const struct diag_message *, bool json, struct buf *out);
/*
 * All that was reported, by place: the first `most` of each ID (0 = all of them) and then, for an
 * ID that has more, one message that says how many.
 */
void diag_print_all(const struct diag *, bool json, size_t most, FILE *);

#endif
