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

void
direction_read_leftward(struct traced *t, size_t from, size_t to)
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

void
direction_put_behind(struct traced *t, size_t from, size_t at)
{
	size_t n = at - from, rest = t->n - at;
	char *edge = xmalloc(n + 1);
	memcpy(edge, t->s + from, n);
	memmove(t->s + from, t->s + at, rest);
	memcpy(t->s + from + rest, edge, n);
	free(edge);
	direction_read_leftward(t, from + rest, t->n);
}

#define TEH_MARBUTA 0x629
#define ALEF_MAKSURA 0x649
#define MANY 4 /* words that begin with what ends words, for one that ends so */

bool
direction_is_seen(struct span text)
{
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
	return begins > MANY * (ends + 1);
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

void
direction_read_lines(struct traced *t)
{
	for (size_t at = 0; at < t->n;) {
		size_t end = at;
		bool leftward = false;
		while (end < t->n && t->s[end] != '\n')
			leftward |= direction_of(utf8_next(t->s, t->n, &end)) == LEFTWARD;
		if (leftward) {
			direction_read_leftward(t, at, end);
			turn_brackets(t->s + at, end - at);
		}
		at = end + 1;
	}
}
