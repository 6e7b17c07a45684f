/* SPDX-License-Identifier: MIT */
#include "pdf/token.h"

/* Character classes (7.2.2). */
enum class { REGULAR, BLANK, DELIMITER };

static const unsigned char class_of[256] = {
    ['\0'] = BLANK, ['\t'] = BLANK, ['\n'] = BLANK, ['\f'] = BLANK, ['\r'] = BLANK, [' '] = BLANK,
    ['('] = DELIMITER, [')'] = DELIMITER, ['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER,
    [']'] = DELIMITER, ['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER,
};

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
	const unsigned char *s = (const unsigned char *)t->s;
	while (t->i < t->n && (class_of[s[t->i]] == BLANK || s[t->i] == '%')) {
		if (s[t->i] == '%')
			while (t->i < t->n && s[t->i] != '\r' && s[t->i] != '\n')
				t->i++;
		else
			t->i++;
	}
	size_t from = t->i;
	if (from == t->n)
		return (struct span){t->s + from, 0};
	if (s[from] == '(') {
		t->i = string_end(t, from);
	} else if (class_of[s[from]] == DELIMITER && s[from] != '/') {
		t->i++;
		if (t->i < t->n && (s[from] == '<' || s[from] == '>') && s[t->i] == s[from])
			t->i++;
	} else {
		for (t->i++; t->i < t->n && class_of[s[t->i]] == REGULAR; t->i++)
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
