/* SPDX-License-Identifier: MIT */
/*
 * json.h - writing JSON (RFC 8259), nothing else.
 * Needs: text.h.  Owns: nothing; writes into the buffer given.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>

#include "base/text.h"

#define JSON_DEPTH 16

struct json {
	struct buf *out;
	int depth;
	char close[JSON_DEPTH]; /* the bracket that ends each open level */
	bool some[JSON_DEPTH];  /* whether the level has a member already */
	bool indent;            /* a line per member of the outer two levels */
};

/* One compact value; json_begin_pretty puts each outer member on its own line. */
struct json json_begin(struct buf *out);
struct json json_begin_pretty(struct buf *out);
/* Open an object or array as the next value; json_end closes the innermost one. */
void json_object(struct json *);
void json_array(struct json *);
void json_end(struct json *);
/* A member name; the next call gives its value. */
void json_key(struct json *, const char *key);
/* Values.  Ill-formed UTF-8 becomes U+FFFD. */
void json_string(struct json *, struct span);
void json_number(struct json *, double);
void json_bool(struct json *, bool);

void json_key_string(struct json *, const char *key, struct span);
void json_key_number(struct json *, const char *key, double);
void json_key_bool(struct json *, const char *key, bool);

#endif
