/* SPDX-License-Identifier: MIT */
/* foot.c - what the words of a line at the edge of a page are: page numbers, job numbers, dates, barcodes. */
#include "recognise/chars.h"
#include "recognise/work.h"

#include <string.h>

/* Digits of any script from *i on, which moves behind them; how many, and their value. */
static size_t
run(struct span s, size_t *i, uint32_t *value)
{
	size_t n = 0, next = *i;
	int v;

	*value = 0;
	while (next < s.n && (v = char_decimal(utf8_next(s.s, s.n, &next))) >= 0) {
		*value = *value < 100000000 ? *value * 10 + (uint32_t)v : *value;
		n++;
		*i = next;
	}
	return n;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

uint32_t
lone_number(struct span s)
{
	size_t i = 0;
	uint32_t value;

	return run(s, &i, &value) > 0 && i == s.n ? value : 0;
}

bool
is_turn_sign(struct span s)
{
	return span_is(s, "/...") || span_is(s, "/\xE2\x80\xA6") || span_is(s, "/.") || span_is(s, "/..");
}

/* The kind of a word without blanks, or 0. */
static char
foot_word(struct span s)
{
	size_t i = 0, a, b;
	uint32_t page, last;

	if (s.n == 3 && s.s[0] == '(' && s.s[2] == ')' && s.s[1] >= 'A' && s.s[1] <= 'Z')
		return 'l';
	if (is_turn_sign(s))
		return 't';
	if (s.n > 0 && s.s[0] == '*' && is_barcode(s))
		return 'b';
	if (s.n <= 6 && s.s[0] >= 'a' && label_roman(s) > 0)
		return 'r';
	while (i < s.n && i < 4 && s.s[i] >= 'A' && s.s[i] <= 'Z')
		i++;
	if (i > 0) {
		bool stop = i < s.n && s.s[i] == '.', letter = i == 1 && !stop;
		i += stop;
		a = run(s, &i, &page);
		if (letter && (a != 2 || i == s.n)) /* "K2401234", but "B24-01234" as without a letter */
			return a == 7 && i == s.n ? 'j' : 0;
		if (!stop && !letter)
			return 0;
	} else {
		a = run(s, &i, &page);
	}
	if (a == 0)
		return 0;
	if (i == s.n)
		return a == 6 ? 'd' : a <= 3 ? 'n' : a == 7 ? 'b' : 0; /* a job number without its dash */
	if (s.s[i] == '/') {
		i++;
		b = run(s, &i, &last);
		/* no page comes after the last one */
		return b > 0 && b <= 3 && a <= 3 && i == s.n && page <= last ? 'p' : 0;
	}
	if (s.s[i] != '-' || a != 2)
		return 0;
	i++;
	b = run(s, &i, &last);
	if (b < 5)
		return 0;
	if (i < s.n && (s.s[i] == 'X' || s.s[i] == '*'))
		i++;
	return i == s.n ? 'j' : 0;
}

/* The end of "25 07963" before "(E)", whose dash was lost, or 0. */
static size_t
parted_job_number(struct span s, size_t from)
{
	size_t i = from;
	uint32_t value;

	if (run(s, &i, &value) != 2 || i == s.n || s.s[i++] != ' ' || run(s, &i, &value) != 5)
		return 0;
	size_t end = i;
	while (i < s.n && is_blank(s.s[i]))
		i++;
	return i > end && i + 2 < s.n && s.s[i] == '(' && s.s[i + 2] == ')' ? end : 0;
}

void
foot_line(struct span s, char out[FOOT_WORDS + 1])
{
	size_t i = 0, n = 0;

	out[0] = '\0';
	while (i < s.n) {
		size_t from, job;
		char kind;
		while (i < s.n && is_blank(s.s[i]))
			i++;
		from = i;
		while (i < s.n && !is_blank(s.s[i]))
			i++;
		if (from == i)
			break;
		if (i - from > 3 && s.s[i - 3] == '(' && foot_word(span_sub(s, from, i - 3)) == 'j')
			i -= 3; /* "GE.43-01234(E)" */
		job = parted_job_number(s, from);
		i = job > 0 ? job : i;
		kind = job > 0 ? 'j' : foot_word(span_sub(s, from, i));
		if (!kind || n >= FOOT_WORDS) {
			out[0] = '\0';
			return;
		}
		out[n++] = kind;
	}
	out[n] = '\0';
}

bool
is_barcode(struct span s)
{
	size_t i, n = 0, private_use = 0;

	if (s.n >= 6 && s.s[0] == '*' && s.s[s.n - 1] == '*') {
		for (i = 1; i + 1 < s.n; i++)
			if (!char_digit((unsigned char)s.s[i]))
				return false;
		return true;
	}
	for (i = 0; i < s.n; n++) {
		uint32_t cp = utf8_next(s.s, s.n, &i);
		if (cp >= 0xE000 && cp <= 0xF8FF)
			private_use++;
		else if (cp != ' ')
			return false;
	}
	return private_use >= 4;
}

uint32_t
furniture_number(const struct work *w, const struct rline *l)
{
	struct span s = rline_text(w, l);
	bool job = dropped_as(l, DROP_JOB_NUMBER);
	char kinds[FOOT_WORDS + 1];
	size_t i = 0;

	if (!job && !dropped_as(l, DROP_PAGE_NUMBER))
		return 0;
	foot_line(s, kinds);
	bool lone = strcmp(kinds, "nj") == 0 || strcmp(kinds, "jn") == 0; /* "2 GE.31-01234" */
	while (i < s.n) {
		size_t from = i, digits;
		uint32_t value;
		digits = run(s, &i, &value);
		if (digits == 0 && (!job || is_blank(s.s[i]))) {
			utf8_next(s.s, s.n, &i);
			continue;
		}
		while (i < s.n && !is_blank(s.s[i]))
			i++;
		char kind = foot_word(span_sub(s, from, i));
		if (digits > 0 && digits <= 3 && (!job || kind == 'p' || (lone && kind == 'n')))
			return value;
	}
	return 0;
}

struct rline *
furniture_job(const struct work *w)
{
	for (size_t i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		char kinds[FOOT_WORDS + 1];
		if (!dropped_as(l, DROP_JOB_NUMBER))
			continue;
		foot_line(rline_text(w, l), kinds);
		return kinds[0] == 'j' && strpbrk(kinds, "ld") != NULL && strpbrk(kinds, "pnr") == NULL ? l : NULL;
	}
	return NULL;
}
