/* SPDX-License-Identifier: MIT */
/*
 * markdown_pages.c - Markdown that a converter made of pages (as pymupdf4llm does): a rule may stand behind each page,
 * and a heading go on in a line that one blank sets in; raised numbers stand in brackets behind their words.
 */
#include <string.h>

#include "source/markdown.h"

#define CALL_DIGITS 3
#define CALL_NUMBERS 1000
#define CALL_LETTERS 26

/* Marks that lines begin with: numbers, and behind them letters. */
struct marks {
	bool of[CALL_NUMBERS + CALL_LETTERS];
	bool all; /* a rule stands behind each page: no other bracket is a call */
};

/* A rule ends the draft: nobody else puts one there. */
static bool
ends_in_rule(const struct traced *in)
{
	return span_ends(span_trim((struct span){in->s, in->n}), "\n\n-----");
}

/* Bytes of "12" or "a" at the start of s, and which mark that is; or 0. */
static size_t
mark_length(struct span s, size_t *which)
{
	size_t i = 0;

	for (*which = 0; i < s.n && i < CALL_DIGITS && s.s[i] >= '0' && s.s[i] <= '9'; i++)
		*which = 10 * *which + (size_t)(s.s[i] - '0');
	if (i > 0 || s.n == 0 || s.s[0] < 'a' || s.s[0] > 'z')
		return i;
	*which = CALL_NUMBERS + (size_t)(s.s[0] - 'a');
	return 1;
}

/* Where code stands, whose brackets are its own: between lines of such signs, or between such signs in a paragraph. */
struct code {
	bool fenced, quoted;
};

/* A line begins. */
static void
code_line(struct code *code, struct span line)
{
	line = span_trim(line);
	if (span_starts(line, "```") || span_starts(line, "~~~"))
		code->fenced = !code->fenced;
	if (line.n == 0)
		code->quoted = false;
}

/* "1 See ...", "> _a_ Estimated ...": a line that begins as texts of notes do. */
static void
mark_line(struct span line, struct marks *marks)
{
	size_t which, n;

	line = span_trim(line);
	while (line.n > 0 && strchr("> _*", line.s[0]) != NULL)
		line = span_sub(line, 1, line.n);
	if ((n = mark_length(line, &which)) == 0)
		return;
	struct span rest = span_sub(line, n, line.n), text = rest;
	while (text.n > 0 && strchr(" _*", text.s[0]) != NULL)
		text = span_sub(text, 1, text.n);
	bool begins = text.n > 0 && (which < CALL_NUMBERS ? (text.s[0] < '0' || text.s[0] > '9') && text.s[0] != '|'
	                                                  : text.s[0] >= 'A' && text.s[0] <= 'Z');
	marks->of[which] = marks->of[which] || (begins && text.n < rest.n);
}

static struct span
line_from(const struct traced *in, size_t at)
{
	const char *end = memchr(in->s + at, '\n', in->n - at);

	return (struct span){in->s + at, end != NULL ? (size_t)(end - in->s) - at : in->n - at};
}

static void
find_marks(const struct traced *in, struct marks *marks)
{
	struct code code = {false, false};
	struct span line;

	for (size_t at = 0; at < in->n; at += line.n + 1) {
		line = line_from(in, at);
		code_line(&code, line);
		if (!code.fenced)
			mark_line(line, marks);
	}
}

/*
 * Bytes of "[12]", or of " [12]" where the text of that note stands in a line of its own, behind a word or its stop,
 * where it names no link; or 0.
 */
static size_t
call_length(const struct traced *in, size_t at, const struct marks *marks)
{
	size_t open = at + (in->s[at] == ' '), i = open + 1, which;

	if (at == 0 || open >= in->n || in->s[open] != '[' || strchr(" \t\n[](!\\", in->s[at - 1]) != NULL)
		return 0;
	size_t mark = mark_length((struct span){in->s + i, in->n - i}, &which);
	i += mark;
	if (mark == 0 || i >= in->n || in->s[i] != ']')
		return 0;
	if (!marks->of[which] && !(marks->all && open == at && which < CALL_NUMBERS))
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
	struct marks marks = {.all = ends_in_rule(in)};
	struct code code = {false, false};
	*rules_end_pages = marks.all;
	if (memchr(in->s, '[', in->n) != NULL)
		find_marks(in, &marks);
	struct traced *out = ARENA_ARRAY(a, struct traced, 1);
	traced_reserve(a, out, in->n);
	for (size_t i = 0, line = 0, n; i < in->n; i += n) {
		if (i == line)
			code_line(&code, line_from(in, i));
		code.quoted ^= in->s[i] == '`';
		bool calls = (in->s[i] == '[' || in->s[i] == ' ') && !code.fenced && !code.quoted;
		size_t call = calls ? call_length(in, i, &marks) : 0;
		n = call > 0 ? call : 1;
		if (call > 0) {
			size_t open = in->s[i] == ' ' ? 2 : 1; /* the blank goes with the bracket */
			traced_copy(a, out, "^", &none, 1);
			traced_copy(a, out, in->s + i + open, in->origin + i + open, call - open - 1);
			traced_copy(a, out, "^", &none, 1);
		} else if (in->s[i] == '\n' && marks.all && heading_goes_on(in, line, i)) {
			n = 2; /* the blank stands for the line end too */
			traced_copy(a, out, in->s + i + 1, in->origin + i + 1, 1);
		} else {
			traced_copy(a, out, in->s + i, in->origin + i, 1);
			line = in->s[i] == '\n' ? i + 1 : line;
		}
	}
	return out;
}
