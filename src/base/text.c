/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Bytes of the white space character at the start of s (0 = none). */
static size_t
space_at(const unsigned char *s, size_t n)
{
	if (n >= 1 && (s[0] == ' ' || (s[0] >= '\t' && s[0] <= '\r')))
		return 1;
	if (n >= 2 && s[0] == 0xC2 && s[1] == 0xA0)
		return 2;
	if (n >= 3 && s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80)
		return 3;
	return 0;
}

struct span
span_trim(struct span s)
{
	const unsigned char *p = (const unsigned char *)s.s;
	size_t from = 0, to = s.n, k;
	while (from < to && (k = space_at(p + from, to - from)) != 0)
		from += k;
	for (;;) {
		if (to > from && space_at(p + to - 1, 1) == 1)
			to -= 1;
		else if (to - from >= 2 && space_at(p + to - 2, 2) == 2)
			to -= 2;
		else if (to - from >= 3 && space_at(p + to - 3, 3) == 3)
			to -= 3;
		else
			return span_sub(s, from, to);
	}
}

bool
span_ends(struct span a, const char *suffix)
{
	size_t n = strlen(suffix);
	return a.n >= n && memcmp(a.s + a.n - n, suffix, n) == 0;
}

size_t
span_find(struct span hay, struct span needle)
{
	if (needle.n == 0)
		return 0;
	/* most often its first byte is nowhere: that is seen faster than memmem is made ready */
	const char *p = hay.n >= needle.n ? memchr(hay.s, needle.s[0], hay.n - needle.n + 1) : NULL;
	if (p != NULL && needle.n > 1)
		p = memmem(p, hay.n - (size_t)(p - hay.s), needle.s, needle.n);
	return p ? (size_t)(p - hay.s) : SIZE_MAX;
}

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf){0};
}

/* Room for n bytes more and a NUL. */
static void
buf_reserve(struct buf *b, size_t n)
{
	if (b->cap - b->n >= n + 1)
		return;
	size_t cap = b->cap ? b->cap * 2 : 256;
	while (cap - b->n < n + 1)
		cap *= 2;
	b->data = xrealloc(b->data, cap);
	b->cap = cap;
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
	buf_reserve(b, n);
	if (n != 0)
		memcpy(b->data + b->n, p, n);
	b->n += n;
	b->data[b->n] = '\0';
}

void
buf_adds(struct buf *b, const char *cstr)
{
	buf_add(b, cstr, strlen(cstr));
}

void
buf_addspan(struct buf *b, struct span s)
{
	buf_add(b, s.s, s.n);
}

void
buf_addu(struct buf *b, uint32_t codepoint)
{
	char out[4];
	buf_add(b, out, utf8_put(codepoint, out));
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	size_t room = b->cap - b->n;
	int n = vsnprintf(room > 0 ? b->data + b->n : NULL, room, fmt, ap);
	va_end(ap);
	if (n > 0 && (size_t)n >= room) {
		buf_reserve(b, (size_t)n);
		vsnprintf(b->data + b->n, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	b->n += n > 0 ? (size_t)n : 0;
}

void
buf_addi(struct buf *b, long v)
{
	char digits[24];
	size_t i = sizeof digits;
	unsigned long rest = v < 0 ? 0ul - (unsigned long)v : (unsigned long)v;
	do
		digits[--i] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (v < 0)
		digits[--i] = '-';
	buf_add(b, digits + i, sizeof digits - i);
}

void
buf_addxml(struct buf *b, struct span s)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++) {
		const char *esc;
		if (s.s[i] > '>')
			continue;
		switch (s.s[i]) {
		case '&': esc = "&amp;"; break;
		case '<': esc = "&lt;"; break;
		case '>': esc = "&gt;"; break;
		case '"': esc = "&quot;"; break;
		case '\t': esc = "&#9;"; break;
		case '\n': esc = "&#10;"; break;
		case '\r': esc = "&#13;"; break;
		default: continue;
		}
		buf_add(b, s.s + from, i - from);
		buf_adds(b, esc);
		from = i + 1;
	}
	buf_add(b, s.s + from, s.n - from);
}

struct span
buf_span(const struct buf *b)
{
	return (struct span){b->data ? b->data : "", b->n};
}

uint32_t
utf8_sequence(const char *str, size_t n, size_t *i)
{
	const unsigned char *s = (const unsigned char *)str + *i;
	size_t left = n - *i;
	unsigned c = s[0];
	size_t len = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
	uint32_t cp = c & (0x7Fu >> len);
	uint32_t least = len == 2 ? 0x80 : len == 3 ? 0x800 : 0x10000;
	bool bad = c < 0xC2 || c > 0xF4 || left < len;
	for (size_t k = 1; !bad && k < len; k++) {
		bad = (s[k] & 0xC0) != 0x80;
		cp = cp << 6 | (s[k] & 0x3F);
	}
	if (bad || cp < least || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) {
		*i += 1;
		return UTF8_BAD;
	}
	*i += len;
	return cp;
}

size_t
utf8_put(uint32_t cp, char out[4])
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

size_t
utf8_count(struct span s)
{
	size_t count = 0;
	for (size_t i = 0; i < s.n; i++)
		count += ((unsigned char)s.s[i] & 0xC0) != 0x80;
	return count;
}

size_t
utf8_invalid(struct span s)
{
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		if (utf8_next(s.s, s.n, &i) == UTF8_BAD)
			return at;
	}
	return SIZE_MAX;
}

bool
span_is_date(struct span s)
{
	static const char form[] = "dddd-dd-dd";
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int part[3] = {0};
	if (s.n != sizeof form - 1)
		return false;
	for (size_t i = 0, k = 0; i < s.n; i++) {
		bool digit = s.s[i] >= '0' && s.s[i] <= '9';
		if (form[i] == 'd' ? !digit : s.s[i] != form[i])
			return false;
		if (digit)
			part[k] = part[k] * 10 + (s.s[i] - '0');
		else
			k++;
	}
	int year = part[0], month = part[1], day = part[2];
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}
