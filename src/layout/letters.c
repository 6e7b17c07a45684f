/* SPDX-License-Identifier: MIT */
#include "layout/letters.h"

#include <glib.h>
#include <stdlib.h>

#include "base/arena.h"

#define SIGMA 0x3A3
#define FINAL_SIGMA "\xCF\x82"

static void
put(struct letters *l, struct span s, size_t from)
{
	size_t at = l->shown.n;
	buf_addspan(&l->shown, s);
	if (l->cap < l->shown.cap) {
		l->cap = l->shown.cap;
		l->from = xrealloc(l->from, l->cap * sizeof *l->from);
	}
	for (; at < l->shown.n; at++)
		l->from[at] = (uint32_t)from;
}

static bool
letter_follows(struct span t, size_t i)
{
	return i < t.n && g_unichar_isalpha(utf8_next(t.s, t.n, &i));
}

/* One character; what it becomes may be more than one. */
static void
put_changed(struct letters *l, struct span text, size_t from, size_t next, uint32_t cp, enum letter_case c, size_t at)
{
	struct span old = span_sub(text, from, next);
	if (c == CASE_LOWER && cp == SIGMA && l->in_word && !letter_follows(text, next)) {
		put(l, span_of(FINAL_SIGMA), at);
		return;
	}
	if (c == CASE_TITLE) {
		char title[4];
		size_t n = l->in_word ? 0 : utf8_put(g_unichar_totitle(cp), title);
		put(l, n > 0 ? (struct span){title, n} : old, at);
		return;
	}
	char *new = c == CASE_UPPER ? g_utf8_strup(old.s, (gssize)old.n) : g_utf8_strdown(old.s, (gssize)old.n);
	put(l, span_of(new), at);
	g_free(new);
}

void
letters_add(struct letters *l, struct span text, size_t at, enum letter_case c)
{
	for (size_t i = 0, from; i < text.n;) {
		from = i;
		uint32_t cp = utf8_next(text.s, text.n, &i);
		bool letter = cp != UTF8_BAD && g_unichar_isalpha(cp);
		if (letter && c != CASE_AS_IT_IS)
			put_changed(l, text, from, i, cp, c, at + from);
		else
			for (size_t k = from; k < i; k++)
				put(l, span_sub(text, k, k + 1), at + k);
		l->in_word = letter || (cp != UTF8_BAD && (g_unichar_isdigit(cp) || g_unichar_ismark(cp) ||
		    (l->in_word && (cp == 0x2019 || cp == '\''))));
	}
}

void
letters_free(struct letters *l)
{
	buf_free(&l->shown);
	free(l->from);
}
