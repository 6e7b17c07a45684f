/* SPDX-License-Identifier: MIT */
#include "pdf/token.h"

#include <string.h>

static bool
in(char ch, const char *set)
{
	return ch != '\0' && strchr(set, ch) != NULL;
}

static bool
blank(char ch)
{
	return ch == '\0' || in(ch, " \t\r\n\f");
}

/* Behind a ( string ) that starts at i. */
static size_t
string_end(const struct tokens *t, size_t i)
{
	size_t depth = 0;
	for (; i < t->n; i++) {
		if (t->s[i] == '\\')
			i++;
		else if (t->s[i] == '(')
			depth++;
		else if (t->s[i] == ')' && --depth == 0)
			return i + 1;
	}
	return t->n;
}

struct span
token_next(struct tokens *t)
{
	while (t->i < t->n && (blank(t->s[t->i]) || t->s[t->i] == '%')) {
		if (t->s[t->i] == '%')
			while (t->i < t->n && !in(t->s[t->i], "\r\n"))
				t->i++;
		else
			t->i++;
	}
	size_t from = t->i;
	if (from == t->n)
		return (struct span){t->s + from, 0};
	if (t->s[from] == '(') {
		t->i = string_end(t, from);
	} else if (in(t->s[from], "<>[]{})")) {
		t->i++;
		if (t->i < t->n && in(t->s[from], "<>") && t->s[t->i] == t->s[from])
			t->i++;
	} else {
		for (t->i++; t->i < t->n && !blank(t->s[t->i]) && !in(t->s[t->i], "()<>[]{}/%"); t->i++)
			;
	}
	return span_sub((struct span){t->s, t->n}, from, t->i);
}

bool
token_integer(struct span t, long *out)
{
	size_t i = t.n > 0 && (t.s[0] == '-' || t.s[0] == '+');
	long v = 0;
	if (i == t.n || t.n > 12)
		return false;
	for (; i < t.n; i++) {
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
		v = v * 10 + (t.s[i] - '0');
	}
	*out = t.s[0] == '-' ? -v : v;
	return true;
}
