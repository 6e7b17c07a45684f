/* SPDX-License-Identifier: MIT */
/*
 * markdown_pages.c - Markdown that a converter made of pages (as pymupdf4llm does): a rule stands behind each page,
 * raised numbers in brackets behind their words, and a heading goes on in a line that one blank sets in.
 */
#include <string.h>

#include "source/markdown.h"

#define CALL_DIGITS 3

/* A rule ends the draft: nobody else puts one there. */
static bool
ends_in_rule(const struct traced *in)
{
	return span_ends(span_trim((struct span){in->s, in->n}), "\n\n-----");
}

/* Bytes of "[12]" at a place right behind a word or its stop, where it names no link; or 0. */
static size_t
call_length(const struct traced *in, size_t at)
{
	size_t i = at + 1;

	if (at == 0 || strchr(" \t\n[](!\\", in->s[at - 1]) != NULL)
		return 0;
	while (i < in->n && i - at <= CALL_DIGITS && in->s[i] >= '0' && in->s[i] <= '9')
		i++;
	if (i == at + 1 || i >= in->n || in->s[i] != ']')
		return 0;
	i++;
	return i < in->n && strchr("([:", in->s[i]) != NULL ? 0 : i - at;
}

/* The line end at a place stands within a heading. */
static bool
heading_goes_on(const struct traced *in, size_t line, size_t at)
{
	return in->s[line] == '#' && at + 2 < in->n && in->s[at + 1] == ' ' && strchr(" \t\n-*+>#|", in->s[at + 2]) == NULL;
}

const struct traced *
markdown_of_pages(struct arena *a, const struct traced *in, bool *rules_end_pages)
{
	static const uint32_t none = ORIGIN_NONE;
	*rules_end_pages = ends_in_rule(in);
	if (!*rules_end_pages)
		return in;
	struct traced *out = ARENA_ARRAY(a, struct traced, 1);
	traced_reserve(a, out, in->n);
	for (size_t i = 0, line = 0, n; i < in->n; i += n) {
		size_t call = in->s[i] == '[' ? call_length(in, i) : 0;
		n = call > 0 ? call : 1;
		if (call > 0) {
			traced_copy(a, out, "^", &none, 1);
			traced_copy(a, out, in->s + i + 1, in->origin + i + 1, call - 2);
			traced_copy(a, out, "^", &none, 1);
		} else if (in->s[i] == '\n' && heading_goes_on(in, line, i)) {
			n = 2; /* the blank stands for the line end too */
			traced_copy(a, out, in->s + i + 1, in->origin + i + 1, 1);
		} else {
			traced_copy(a, out, in->s + i, in->origin + i, 1);
			line = in->s[i] == '\n' ? i + 1 : line;
		}
	}
	return out;
}
