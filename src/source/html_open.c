/* SPDX-License-Identifier: MIT */
/*
 * html_open.c - tables that a page opens and does not close.  The parser closes them where the page ends, and all
 * that stands behind them is then text of a cell: only the tags as they are written tell.
 */
#include <string.h>
#include <strings.h>

#include "source/html.h"

/* Does s begin with that tag? */
static bool
begins(struct span s, const char *tag)
{
	size_t n = strlen(tag);
	char behind = s.n > n ? s.s[n] : '>';
	return s.n >= n && strncasecmp(s.s, tag, n) == 0 && strchr("> \t\r\n/", behind) != NULL;
}

/* The end of what is no mark-up: a comment, a script, a style; 0 when s begins with none of them. */
static size_t
passed_over(struct span s)
{
	static const char *const raw[][2] = {{"<script", "</script"}, {"<style", "</style"}};
	size_t end = span_starts(s, "<!--") ? span_find(s, SPAN_LIT("-->")) : 0;
	for (size_t i = 0; i < sizeof raw / sizeof *raw && end == 0; i++)
		if (begins(s, raw[i][0]))
			for (end = 1; end < s.n && !begins(span_sub(s, end, s.n), raw[i][1]); end++)
				;
	return end < s.n ? end : s.n;
}

void
html_open_tables(struct span text, struct open_tables *t)
{
	uint32_t line = 1;
	for (size_t i = 0, counted = 0; i < text.n; i++) {
		const char *sign = memchr(text.s + i, '<', text.n - i);
		if (sign == NULL)
			return;
		i = (size_t)(sign - text.s);
		struct span s = span_sub(text, i, text.n);
		bool close = begins(s, "</table");
		if (close || begins(s, "<table")) {
			for (; counted < i; counted++)
				line += text.s[counted] == '\n';
			open_tables_tag(t, close, line);
		}
		i += passed_over(s);
	}
}
