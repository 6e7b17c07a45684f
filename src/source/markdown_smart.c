/* SPDX-License-Identifier: MIT */
/*
 * markdown_smart.c - dashes, quotation marks and dots that a writer of Markdown spelled with plain signs, as pandoc
 * does with "smart" (its manual, "Typography"): they become again what was printed.
 */
#include <glib.h>
#include <string.h>

#include "source/markdown.h"

/* The character before or behind a place, past the signs of marks; a blank at either end. */
static uint32_t
char_before(const struct traced *in, size_t at)
{
	while (at > 0 && (in->s[at - 1] == '*' || in->s[at - 1] == '_'))
		at--;
	return at > 0 ? utf8_prev(in->s, &at) : ' ';
}

static uint32_t
char_behind(const struct traced *in, size_t at)
{
	while (at < in->n && (in->s[at] == '*' || in->s[at] == '_'))
		at++;
	return at < in->n ? utf8_next(in->s, in->n, &at) : ' ';
}

/* Of the signs of the draft: what is added for the parser is none, as dashes in the rule of a table. */
static size_t
run_of(const struct traced *in, size_t at)
{
	size_t n = 1;
	while (at + n < in->n && in->s[at + n] == in->s[at] && in->origin[at + n] != ORIGIN_NONE)
		n++;
	return n;
}

/* A dash that stands in text: between two words, or with a blank on both sides. */
static bool
is_dash(const struct traced *in, size_t at, size_t n)
{
	uint32_t before = char_before(in, at), behind = char_behind(in, at + n);
	if (before == ' ' && behind == ' ')
		return at > 1 && in->s[at - 2] != '\n' && in->s[at - 2] != ' ';
	return g_unichar_isalnum(before) && g_unichar_isalnum(behind);
}

bool
markdown_is_smart(const struct traced *in)
{
	static const char *const printed[] = {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x98", "\xE2\x80\x99",
	                                      "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\xA6"};
	struct span all = {in->s, in->n};
	for (size_t i = 0; i < sizeof printed / sizeof *printed; i++)
		if (span_find(all, (struct span){printed[i], strlen(printed[i])}) != SIZE_MAX)
			return false;
	for (size_t i = 0, n; i < in->n; i += n) {
		n = in->s[i] == '-' ? run_of(in, i) : 1;
		if ((n == 2 || n == 3) && is_dash(in, i, n))
			return true;
		if (in->s[i] == '\\' && i + 1 < in->n && (in->s[i + 1] == '\'' || in->s[i + 1] == '"'))
			return true;
	}
	return false;
}

static const char *
quotation_mark(const struct traced *in, size_t at)
{
	uint32_t before = char_before(in, at), behind = char_behind(in, at + 1);
	bool after_text = before < 0x80 ? strchr(")]}.,;:!?%", (int)before) != NULL : before == 0x2026;
	bool opens = !g_unichar_isalnum(before) && !after_text && !g_unichar_isspace(behind);
	if (in->s[at] == '"')
		return opens ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
	return opens && !g_unichar_isdigit(behind) ? "\xE2\x80\x98" : "\xE2\x80\x99";
}

/* The sign that n bytes at a place stand for, or NULL. */
static const char *
printed_sign(const struct traced *in, size_t at, size_t *n)
{
	char c = in->s[at];
	*n = c == '-' || c == '.' ? run_of(in, at) : 1;
	if (in->origin[at] == ORIGIN_NONE || (at > 0 && in->s[at - 1] == '\\'))
		return NULL;
	switch (c) {
	case '-': return *n == 2 ? "\xE2\x80\x93" : *n == 3 ? "\xE2\x80\x94" : NULL;
	case '.': return *n == 3 ? "\xE2\x80\xA6" : NULL;
	case '\'':
	case '"': return quotation_mark(in, at);
	default: return NULL;
	}
}

void
reader_put_printed(struct reader *r, uint32_t at, size_t n)
{
	size_t from = at, end = at + n, len;
	bool address = false; /* nothing changes in one: "http://" to the next blank */
	for (size_t i = at; r->smart && i < end; i += len) {
		const char *sign = printed_sign(r->in, i, &len);
		address = r->in->s[i] != ' ' && (address || (r->in->n - i > 2 && memcmp(r->in->s + i, "://", 3) == 0));
		if (sign == NULL || address || i + len > end)
			continue;
		reader_put(r, (uint32_t)from, i - from);
		reader_put_sign(r, (uint32_t)i, len, sign);
		from = i + len;
	}
	reader_put(r, (uint32_t)from, end - from);
}
