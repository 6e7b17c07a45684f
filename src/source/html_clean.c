/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
/*
 * html_clean.c - declarations in the middle of a page.  Browsers pass over them as over comments; the
 * parser used here takes them for text.  Word writes many: "<![if !supportLists]>".
 */
#include <string.h>
#include <strings.h>

#include "source/html.h"

#define CDATA "<![CDATA["
#define DECLARED_MOST 256 /* bytes of a declaration */

struct cleaner {
	const char *end;
	struct buf out;
	bool changed;
	const char *section_end, *comment_end; /* the next ones, once looked for; end: there are no more */
};

/* Behind the next such end at or behind a place, looked for once; NULL when there is none. */
static const char *
next_end(const struct cleaner *c, const char *at, const char *what, const char **known)
{
	if (*known == NULL || *known < at) {
		const char *found = memmem(at, (size_t)(c->end - at), what, strlen(what));
		*known = found != NULL ? found : c->end;
	}
	return *known < c->end ? *known + strlen(what) : NULL;
}

/* The text of a CDATA section, as text of a page. */
static void
add_escaped(struct buf *out, const char *s, const char *end)
{
	for (; s < end; s++) {
		if (*s == '<')
			buf_adds(out, "&lt;");
		else if (*s == '&')
			buf_adds(out, "&amp;");
		else
			buf_addc(out, *s);
	}
}

/* Behind the declaration at "<!"; what it holds as text goes to the output.  The sign itself when it is none. */
static const char *
pass(struct cleaner *c, const char *at)
{
	size_t left = (size_t)(c->end - at), most = left < DECLARED_MOST ? left : DECLARED_MOST;
	const char *close = memchr(at, '>', most), *next = memchr(at + 1, '<', most - 1), *behind = at + 2;
	bool section = left >= strlen(CDATA) && memcmp(at, CDATA, strlen(CDATA)) == 0;
	const char *whole = section ? next_end(c, at, "]]>", &c->section_end) : NULL;
	if (whole != NULL) {
		c->changed = true;
		add_escaped(&c->out, at + strlen(CDATA), whole - 3);
		return whole;
	}
	bool comment = left >= 4 && memcmp(at, "<!--", 4) == 0;
	bool kept = comment || (left > 9 && strncasecmp(at + 2, "doctype", 7) == 0);
	if (!kept && close != NULL && (next == NULL || close < next)) {
		c->changed = true;
		return close + 1;
	}
	whole = comment ? next_end(c, at + 2, "-->", &c->comment_end) : NULL;
	behind = whole != NULL ? whole : behind;
	buf_add(&c->out, at, (size_t)(behind - at));
	return behind;
}

struct span
html_clean(struct arena *a, struct span text)
{
	struct cleaner c = {.end = text.s + text.n};
	const char *at = text.s, *sign = text.s;
	while ((sign = memchr(sign, '!', (size_t)(c.end - sign))) != NULL) {
		if (sign++ == at || sign[-2] != '<')
			continue;
		buf_add(&c.out, at, (size_t)(sign - 2 - at));
		at = sign = pass(&c, sign - 2);
	}
	buf_add(&c.out, at, (size_t)(c.end - at));
	if (c.changed)
		text = (struct span){arena_strndup(a, c.out.data, c.out.n), c.out.n};
	buf_free(&c.out);
	return text;
}
