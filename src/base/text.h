/* SPDX-License-Identifier: MIT */
/*
 * text.h - spans, growing buffers and UTF-8.
 * Needs: nothing.  Owns: a buf owns its bytes (buf_free); a span owns nothing.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed text of n bytes, not NUL-terminated. */
struct span {
	const char *s;
	size_t n;
};

#define SPAN_LIT(lit) ((struct span){(lit), sizeof(lit) - 1})

static inline struct span
span_of(const char *cstr)
{
	return (struct span){cstr, cstr ? strlen(cstr) : 0};
}

/* The part of s from byte `from` up to `to` (clamped). */
static inline struct span
span_sub(struct span s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct span){s.s + from, to - from};
}

/* Without ASCII white space, NBSP and U+3000 at both ends. */
struct span span_trim(struct span s);
static inline bool
span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || (*a.s == *b.s && (a.n == 1 || memcmp(a.s + 1, b.s + 1, a.n - 1) == 0)));
}
static inline bool
span_is(struct span a, const char *cstr)
{
	return span_eq(a, span_of(cstr));
}

static inline bool
span_starts(struct span a, const char *prefix)
{
	size_t n = strlen(prefix);
	return a.n >= n && memcmp(a.s, prefix, n) == 0;
}

/* FNV-1a (Fowler, Noll, Vo) of bytes, begun with HASH_START or the hash of what stands before them. */
#define HASH_START 0xCBF29CE484222325u
#define HASH_PRIME 0x100000001B3u
static inline uint64_t
span_hash(uint64_t h, struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.s[i]) * HASH_PRIME;
	return h;
}

bool span_ends(struct span a, const char *suffix);
/* Byte offset of the first occurrence of needle, or SIZE_MAX. */
size_t span_find(struct span hay, struct span needle);

/* A growing byte buffer.  Start with {0}; data is NUL-terminated once anything was added. */
struct buf {
	char *data;
	size_t n, cap;
};

void buf_free(struct buf *);
void buf_add(struct buf *, const void *p, size_t n);
void buf_adds(struct buf *, const char *cstr);
void buf_addspan(struct buf *, struct span);
static inline void
buf_addc(struct buf *b, char c)
{
	if (b->cap - b->n < 2) {
		buf_add(b, &c, 1);
		return;
	}
	b->data[b->n++] = c;
	b->data[b->n] = '\0';
}
void buf_addu(struct buf *, uint32_t codepoint);
/* Add the digits of a whole number. */
void buf_addi(struct buf *, long);
void buf_printf(struct buf *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Add escaped for XML text and double-quoted attribute values. */
void buf_addxml(struct buf *, struct span);
struct span buf_span(const struct buf *);

#define UTF8_BAD 0xFFFFFFFFu

/* utf8_next() where s[*i] is no ASCII. */
uint32_t utf8_sequence(const char *s, size_t n, size_t *i);
/*
 * The code point at s[*i], moving *i behind it (*i < n).  UTF8_BAD for an ill-formed sequence
 * (Unicode 15 table 3-7: overlong, surrogate, beyond U+10FFFF, truncated), moving one byte.
 */
static inline uint32_t
utf8_next(const char *s, size_t n, size_t *i)
{
	unsigned char c = (unsigned char)s[*i];
	if (c >= 0x80) {
		size_t at = *i; /* so that the caller's need not be kept in memory */
		uint32_t cp = utf8_sequence(s, n, &at);
		*i = at;
		return cp;
	}
	*i += 1;
	return c;
}
/* The code point before s[*i] (*i > 0), moving *i to its start; the text must be well formed. */
static inline uint32_t
utf8_prev(const char *s, size_t *i)
{
	size_t end = *i, at = end - 1;
	while (at > 0 && ((unsigned char)s[at] & 0xC0) == 0x80)
		at--;
	*i = at;
	return utf8_next(s, end, &at);
}
/* Bytes needed for cp, written to out[4]. */
size_t utf8_put(uint32_t cp, char out[4]);
/* Number of code points in well-formed text. */
size_t utf8_count(struct span);
/* Offset of the first ill-formed byte, or SIZE_MAX when all is well. */
size_t utf8_invalid(struct span);

/* Whether it is a day of the calendar as YYYY-MM-DD (ISO 8601), from the year 1 on. */
bool span_is_date(struct span);

#endif
