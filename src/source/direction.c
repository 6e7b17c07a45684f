/* SPDX-License-Identifier: MIT */
/* direction.c - which way characters are read, and stretches of text that come as they are seen. */
#include <stdlib.h>
#include <string.h>

#include "source/direction.h"

enum direction
direction_of(uint32_t c)
{
	if ((c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9))
		return FIGURE;
	bool stop = c == 0x60C || c == 0x61B || c == 0x61F;
	if ((c >= 0x590 && c < 0x900 && !stop) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF))
		return LEFTWARD;
	bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x2E80 ||
	              (c >= 0xC0 && c < 0x2000 && !stop && c != 0xD7 && c != 0xF7);
	return letter ? RIGHTWARD : NEUTRAL;
}

bool
direction_parts_figures(uint32_t c)
{
	return c == '.' || c == ',' || c == '/' || c == ':' || c == 0xA0;
}

/*
 * The end of what is read from the left at i: a letter of the other way or a neutral sign is by itself, figures go on
 * over one sign that parts figures, and letters over whatever stands between them and more letters or figures.
 */
static size_t
piece_end(const char *s, size_t n, size_t i)
{
	size_t end = i, parted = 0;
	enum direction first = direction_of(utf8_next(s, n, &end));
	bool letters = first == RIGHTWARD;
	for (size_t k = end; first > LEFTWARD && k < n;) {
		size_t at = k;
		uint32_t c = utf8_next(s, n, &k);
		enum direction way = direction_of(c);
		bool beside = at == end;
		if (way == NEUTRAL && !letters && !(beside && direction_parts_figures(c)))
			break;
		parted = way == NEUTRAL && beside ? k : parted;
		if (way == FIGURE || (way == RIGHTWARD && (letters || beside))) {
			if (!letters && !beside && at != parted)
				break;
			letters |= way == RIGHTWARD;
			end = k;
		} else if (way != NEUTRAL) {
			break;
		}
	}
	return end;
}

/*
 * The text of `from` to `to` is as it is seen from the left within a line that is read from the right: set it in the
 * order of reading.
 */
static void
read_leftward(struct traced *t, size_t from, size_t to)
{
	size_t n = to - from;
	char *seen = xmalloc(n + 1);
	memcpy(seen, t->s + from, n);
	for (size_t i = 0, end; i < n; i = end) {
		end = piece_end(seen, n, i);
		to -= end - i;
		memcpy(t->s + to, seen + i, end - i);
	}
	free(seen);
}

/*
 * What stands from `from` to `at` was seen from the right, on the right of the text up to `to`.  Nothing moves where it
 * holds letters or figures.
 */
static void
put_behind(struct traced *t, size_t from, size_t at, size_t to)
{
	size_t n = at - from, rest = to - at;
	for (size_t i = from; i < at;)
		if (direction_of(utf8_next(t->s, at, &i)) != NEUTRAL)
			return;
	char *edge = xmalloc(n + 1);
	memcpy(edge, t->s + from, n);
	memmove(t->s + from, t->s + at, rest);
	memcpy(t->s + from + rest, edge, n);
	free(edge);
	read_leftward(t, from + rest, to);
}

void
direction_read_embedded(struct decoded *in)
{
	for (size_t i = 0; i < in->nembedded; i++) {
		const struct embedded *e = &in->embedded[i];
		if (e->from < e->at)
			put_behind(&in->text, e->from, e->at, e->to);
		else
			read_leftward(&in->text, e->at, e->to);
	}
}

#define TEH_MARBUTA 0x629
#define ALEF_MAKSURA 0x649
/*
 * Against each letter or number that stands where it is read, so that the words a damaged line or a foreign name turns
 * round show nothing: endings of words at their beginnings; numbers at line ends, which are fewer in a text.
 */
#define ENDINGS_SEEN 4
#define NUMBERS_SEEN 2

bool
direction_is_seen(struct span text)
{
	/* the first bytes of those two letters */
	if (memchr(text.s, 0xD8, text.n) == NULL && memchr(text.s, 0xD9, text.n) == NULL)
		return false;
	size_t begins = 0, ends = 0;
	uint32_t last = 0, before = 0; /* the character that is asked about, and the one before it */
	for (size_t i = 0; i <= text.n;) {
		uint32_t c = i < text.n ? utf8_next(text.s, text.n, &i) : (i++, '\n');
		if (last == TEH_MARBUTA || last == ALEF_MAKSURA) {
			bool within = direction_of(before) == LEFTWARD, goes_on = direction_of(c) == LEFTWARD;
			begins += !within && goes_on;
			ends += within && !goes_on;
		}
		before = last;
		last = c;
	}
	return begins > ENDINGS_SEEN * (ends + 1);
}

/* Some programs mirror the brackets of such lines: each opens with a blank before it, and closes with one behind it. */
static void
turn_brackets(char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool round = s[i] == '(' || s[i] == ')', square = s[i] == '[' || s[i] == ']';
		if (!round && !square)
			continue;
		bool before = i == 0 || s[i - 1] == ' ', behind = i + 1 == n || strchr(" .,;:", s[i + 1]) != NULL;
		if (before && !behind)
			s[i] = round ? '(' : '[';
		else if (behind && !before)
			s[i] = round ? ')' : ']';
	}
}

/* ---- runs as they are seen, each in the order of reading ---- */

static bool
is_quote(uint32_t c)
{
	return c == 0x2018 || c == 0x2019;
}

/*
 * Figures with a dash that stands free, or in quotation marks, end the line, where those of a paragraph or item begin
 * it for a reader.  A dash close behind a letter or figure is of a name or of a span of years.
 */
static bool
number_ends(struct span line)
{
	size_t k = line.n, figures = 0;
	uint32_t c = utf8_prev(line.s, &k);
	bool quoted = is_quote(c);
	while (k > 0 && (quoted || direction_of(c) == FIGURE) && (figures == 0 || direction_of(c) == FIGURE)) {
		figures += direction_of(c) == FIGURE;
		c = utf8_prev(line.s, &k);
		quoted = quoted && figures == 0 && (c == ' ' || direction_of(c) == FIGURE);
	}
	while (k > 0 && c == ' ')
		c = utf8_prev(line.s, &k);
	if (figures == 0 || k == 0)
		return false;
	return is_quote(c) || (c == '-' && utf8_prev(line.s, &k) == ' ');
}

/* Figures, blanks and a dash or a quotation mark begin the line. */
static bool
number_begins(struct span line)
{
	size_t i = 0, figures = 0;
	uint32_t c = utf8_next(line.s, line.n, &i);
	if (is_quote(c) && i < line.n)
		c = utf8_next(line.s, line.n, &i);
	for (; i < line.n && (direction_of(c) == FIGURE || c == ' '); c = utf8_next(line.s, line.n, &i))
		figures += direction_of(c) == FIGURE;
	return figures > 0 && (c == '-' || is_quote(c));
}

static bool
holds_leftward(struct span line)
{
	for (size_t i = 0; i < line.n;)
		if ((unsigned char)line.s[i] < 0x80)
			i++;
		else if (direction_of(utf8_next(line.s, line.n, &i)) == LEFTWARD)
			return true;
	return false;
}

bool
direction_runs_are_seen(struct span text)
{
	if (!holds_leftward(text))
		return false;
	size_t begins = 0, ends = 0;
	for (size_t at = 0; at < text.n;) {
		const char *nl = memchr(text.s + at, '\n', text.n - at);
		size_t end = nl != NULL ? (size_t)(nl - text.s) : text.n;
		struct span line = span_trim(span_sub(text, at, end));
		bool leftward = holds_leftward(line);
		begins += leftward && number_begins(line);
		ends += leftward && number_ends(line);
		at = end + 1;
	}
	return ends > NUMBERS_SEEN * (begins + 1);
}

/* The end of the letters that go to the left from i on, with what stands between and close behind them; or i. */
static size_t
stretch_end(const char *s, size_t n, size_t i, size_t *next)
{
	size_t end = i, k = i;
	while (k < n) {
		size_t at = k;
		uint32_t c = utf8_next(s, n, &k);
		enum direction way = direction_of(c);
		if (way == FIGURE || way == RIGHTWARD) {
			k = at;
			break;
		}
		if (way == LEFTWARD || (at == end && end > i && c != ' ' && c != '-' && !is_quote(c)))
			end = k;
	}
	*next = k;
	return end;
}

/* Set the runs of a line in the order of reading: each is read as it stands, what parts them is turned. */
static void
read_runs(struct traced *t, size_t from, size_t to)
{
	size_t n = to - from;
	char *seen = xmalloc(n + 1);
	memcpy(seen, t->s + from, n);
	for (size_t i = 0, next = 0; i < n;) {
		size_t end = i < next ? i : stretch_end(seen, n, i, &next);
		if (end == i) { /* a sign between runs, or a run that is read from the left */
			end = piece_end(seen, n, i);
			next = end > next ? 0 : next;
		}
		to -= end - i;
		memcpy(t->s + to, seen + i, end - i);
		i = end;
	}
	free(seen);
}

/* A blank between figures and the quotation mark behind them belongs behind both. */
static void
close_quotes(char *s, size_t n)
{
	for (size_t i = 1; i + 4 <= n; i++) {
		size_t at = i + 1;
		if (s[i] == ' ' && s[i - 1] >= '0' && s[i - 1] <= '9' && is_quote(utf8_next(s, n, &at))) {
			memmove(s + i, s + i + 1, 3);
			s[i + 3] = ' ';
		}
	}
}

void
direction_read_runs(struct traced *t)
{
	for (size_t at = 0; at < t->n;) {
		const char *nl = memchr(t->s + at, '\n', t->n - at);
		size_t end = nl != NULL ? (size_t)(nl - t->s) : t->n;
		struct span line = span_trim((struct span){t->s + at, end - at});
		bool leftward = holds_leftward(line);
		if (leftward) {
			size_t from = (size_t)(line.s - t->s);
			read_runs(t, from, from + line.n);
			close_quotes(t->s + from, line.n);
		}
		at = end + 1;
	}
}

void
direction_read_lines(struct traced *t)
{
	for (size_t at = 0; at < t->n;) {
		size_t end = at;
		bool leftward = false;
		while (end < t->n && t->s[end] != '\n')
			leftward |= direction_of(utf8_next(t->s, t->n, &end)) == LEFTWARD;
		if (leftward) {
			read_leftward(t, at, end);
			turn_brackets(t->s + at, end - at);
		}
		at = end + 1;
	}
}
