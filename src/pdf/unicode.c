/* SPDX-License-Identifier: MIT */
#include "pdf/unicode.h"

#include <stdlib.h>
#include <string.h>

/* Codes of one range; more are not believed. */
#define RANGE 65536

static int
digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* What a backslash at i opens (7.3.4.2); gives the place behind it. */
static size_t
unescape(struct span s, size_t i, struct buf *out)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	char c = i + 1 < s.n ? s.s[i + 1] : '\\';
	if (c >= '0' && c <= '7') {
		unsigned v = 0;
		size_t k = i + 1;
		for (; k < s.n && k < i + 4 && s.s[k] >= '0' && s.s[k] <= '7'; k++)
			v = v * 8 + (unsigned)(s.s[k] - '0');
		buf_addc(out, (char)v);
		return k;
	}
	const char *at = strchr(from, c);
	if (c != '\n')
		buf_addc(out, at != NULL ? to[at - from] : c);
	return i + 2;
}

void
string_bytes(struct tokens *t, struct span k, struct buf *out)
{
	if (k.n > 0 && k.s[0] == '(') {
		struct span s = span_sub(k, 1, k.n - 1);
		for (size_t i = 0; i < s.n;)
			if (s.s[i] == '\\')
				i = unescape(s, i, out);
			else
				buf_addc(out, s.s[i++]);
		return;
	}
	int high = -1;
	for (k = token_next(t); k.n > 0 && k.s[0] != '>'; k = token_next(t))
		for (size_t i = 0; i < k.n; i++) {
			int d = digit(k.s[i]);
			if (d < 0)
				continue;
			if (high >= 0)
				buf_addc(out, (char)(high * 16 + d));
			high = high >= 0 ? -1 : d;
		}
	t->i -= span_is(k, ">>"); /* the string's end and the start of that of a dictionary */
	if (high >= 0)
		buf_addc(out, (char)(high * 16));
}

void
string_utf8(struct span bytes, bool utf16, struct buf *out)
{
	const unsigned char *s = (const unsigned char *)bytes.s;
	if (!utf16 && bytes.n >= 2 && s[0] == 0xFE && s[1] == 0xFF) {
		string_utf8(span_sub(bytes, 2, bytes.n), true, out);
		return;
	}
	uint32_t high = 0;
	for (size_t i = 0; i + utf16 < bytes.n; i += 1 + utf16) {
		uint32_t c = utf16 ? (uint32_t)s[i] << 8 | s[i + 1] : s[i];
		if (c >= 0xD800 && c < 0xDC00) {
			high = c;
			continue;
		}
		if (c >= 0xDC00 && c < 0xE000)
			c = high != 0 ? 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
		high = 0;
		buf_addu(out, c);
	}
}

static int
by_code(const void *a, const void *b)
{
	unsigned x = ((const struct code *)a)->code, y = ((const struct code *)b)->code;
	return (x > y) - (x < y);
}

static unsigned
number(struct span bytes)
{
	unsigned v = 0;
	for (size_t i = 0; i < bytes.n && i < 4; i++)
		v = v << 8 | (unsigned char)bytes.s[i];
	return v;
}

/* Add a code; the last character of its text is `more` further than the bytes say. */
static void
add(struct arena *a, struct code_map *map, unsigned code, struct buf *utf16, unsigned more)
{
	struct buf text = {0};
	if (utf16->n >= 2) {
		unsigned last = number(span_sub(buf_span(utf16), utf16->n - 2, utf16->n)) + more;
		struct buf moved = {0};
		buf_add(&moved, utf16->data, utf16->n - 2);
		buf_addc(&moved, (char)(last >> 8));
		buf_addc(&moved, (char)last);
		string_utf8(buf_span(&moved), true, &text);
		buf_free(&moved);
	}
	*VEC_PUSH(a, map->v, map->n, map->cap) =
	    (struct code){code, arena_strndup(a, text.data != NULL ? text.data : "", text.n)};
	buf_free(&text);
}

void
code_map_read(struct arena *a, struct span cmap, struct code_map *out)
{
	struct tokens t = {cmap.s, cmap.n, 0};
	struct buf part[3] = {{0}};
	unsigned want = 0, n = 0;  /* strings of a line: 2 in bfchar, 3 in bfrange */
	for (struct span k = token_next(&t); k.n > 0; k = token_next(&t)) {
		if (span_is(k, "beginbfchar") || span_is(k, "beginbfrange")) {
			want = span_is(k, "beginbfchar") ? 2 : 3;
			n = 0;
		} else if (span_is(k, "endbfchar") || span_is(k, "endbfrange")) {
			want = 0;
		} else if (want > 0 && span_is(k, "<")) {
			part[n].n = 0;
			string_bytes(&t, k, &part[n]);
			if (++n < want)
				continue;
			n = 0;
			unsigned from = number(buf_span(&part[0])), to = want == 3 ? number(buf_span(&part[1])) : from;
			for (unsigned c = from; c <= to && c - from < RANGE && out->n < 2 * RANGE; c++)
				add(a, out, c, &part[want - 1], c - from);
		}
	}
	for (int i = 0; i < 3; i++)
		buf_free(&part[i]);
	if (out->n > 0)
		qsort(out->v, out->n, sizeof *out->v, by_code);
}

const char *
code_map_find(const struct code_map *map, unsigned code)
{
	struct code key = {.code = code};
	const struct code *c = map->n > 0 ? bsearch(&key, map->v, map->n, sizeof key, by_code) : NULL;
	return c != NULL ? c->text : NULL;
}
