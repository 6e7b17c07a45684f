/* SPDX-License-Identifier: MIT */
#include "recognise/symbol.h"

#include <stdint.h>
#include <string.h>

#include "recognise/chars.h"

#define ORGAN_MAX 8
#define GROUP_MAX 24 /* bytes in parentheses */
#define SLASH_SESSION_MIN 31 /* the Assembly writes session/number since session 31 */

static bool
up(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
dig(char c)
{
	return c >= '0' && c <= '9';
}

static bool
alnum(char c)
{
	return up(c) || dig(c) || (c >= 'a' && c <= 'z');
}

static char
at_byte(struct span s, size_t i)
{
	return i < s.n ? s.s[i] : '\0';
}

static bool
roman(char c)
{
	return c != '\0' && strchr("IVXLCDM", c) != NULL;
}

/* "(2010)", "(XXI)", "(S-IV)", "(ES-X)" from the opening parenthesis; the end, or i. */
static size_t
year_or_roman(struct span s, size_t i)
{
	size_t k = i + 1;
	if (at_byte(s, i) != '(')
		return i;
	size_t from = k;
	while (dig(at_byte(s, k)))
		k++;
	if (k == from) {
		if (at_byte(s, k) == 'E')
			k++;
		if (at_byte(s, k) == 'S' && at_byte(s, k + 1) == '-')
			k += 2;
		else
			k = from;
		size_t first = k;
		while (roman(at_byte(s, k)))
			k++;
		if (k == first)
			return i;
	} else if (k - from != 4) {
		return i;
	}
	return at_byte(s, k) == ')' ? k + 1 : i;
}

/* "(Sect. 36)", "(Part II)", "(Vol. I)", "(SUPP)": parts of a document, as symbols write them. */
static size_t
part_group(struct span s, size_t i)
{
	static const char *const names[] = {"Sect.", "Part", "PART", "Vol.", "Supp", "SUPP", "Introduction", "Income"};
	if (at_byte(s, i) != '(')
		return i;
	struct span rest = span_sub(s, i + 1, s.n);
	for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
		if (!span_starts(rest, names[n]))
			continue;
		for (size_t k = i + 1; k < s.n && k < i + GROUP_MAX; k++) {
			if (s.s[k] == ')')
				return k + 1;
			if (!alnum(s.s[k]) && strchr(" .,-\v", s.s[k]) == NULL)
				break;
		}
	}
	return i;
}

/* Over what may stand in parentheses after a segment, with a blank or a line end before it or not. */
static size_t
groups(struct span s, size_t i)
{
	for (;;) {
		size_t k = i;
		if (at_byte(s, k) == ' ' || at_byte(s, k) == SYMBOL_BREAK)
			k++;
		size_t end = part_group(s, k);
		if (end == k)
			end = year_or_roman(s, k);
		if (end == k)
			return i;
		i = end;
	}
}

/* "Add", "L", "AC" before a stop and a line end: a number must follow. */
static bool
stop_wants_number(struct span s, size_t at, size_t i)
{
	return i > at + 1 && s.s[i - 1] == '.' && alnum(s.s[i - 2]) && !dig(s.s[i - 2]);
}

/* One segment after a slash; the end, or i when there is none. */
static size_t
segment(struct span s, size_t i)
{
	size_t from = i;
	if (!alnum(at_byte(s, i)))
		return from;
	while (i < s.n) {
		char c = s.s[i];
		if (alnum(c) || ((c == '.' || c == '-') && alnum(at_byte(s, i + 1))))
			i++;
		else if (c == '.' && at_byte(s, i + 1) == SYMBOL_BREAK && dig(at_byte(s, i + 2)) &&
		    stop_wants_number(s, from, i + 1))
			i += 2;
		else
			break;
	}
	return groups(s, i);
}

size_t
symbol_scan(struct span s, size_t at)
{
	size_t i = at;
	while (i < s.n && i - at < ORGAN_MAX && up(s.s[i]))
		i++;
	if (i == at)
		return at;
	if (at_byte(s, i) == '.' && dig(at_byte(s, i + 1)))
		for (i++; dig(at_byte(s, i)); i++)
			;
	size_t nsegment = 0;
	bool digit = false;
	for (;;) {
		size_t k = i;
		if (at_byte(s, k) == SYMBOL_BREAK && at_byte(s, k + 1) == '/')
			k++;
		if (at_byte(s, k) != '/')
			break;
		k++;
		if (at_byte(s, k) == SYMBOL_BREAK)
			k++;
		size_t end = segment(s, k);
		if (end == k)
			break;
		for (size_t b = k; b < end; b++)
			digit = digit || dig(s.s[b]);
		i = end;
		nsegment++;
	}
	if (nsegment == 0 || !digit || (nsegment < 3 && !symbol_organ_known(span_sub(s, at, i))))
		return at;
	return i;
}

bool
symbol_organ_known(struct span s)
{
	static const char *const codes[] = {
		"A", "S", "E", "T", "ST", "TD", "DP", "CD", "ID", "GC", "IDB", "CRC", "CCPR", "CEDAW", "CAT",
		"CERD", "CMW", "CRPD", "CED", "HRI", "UNEP", "FCCC", "ICCD", "CBD", "ISBA", "SPLOS", "LOS",
		"JIU", "HSP", "NPT", "TPNW", "UNW", "CEB", "CTOC", "CAC", "BWC", "CCW", "APLC", "CCM",
		"GEGN", "PBC", "LC", "ECE", "ESCAP", "ICEF", "UNA", "SG", "HS", "OP", "CDP", "MAG"};
	size_t n = 0;
	while (n < s.n && up(s.s[n]))
		n++;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (strlen(codes[i]) == n && memcmp(codes[i], s.s, n) == 0)
			return true;
	return false;
}

/* Digits from i; the value, at most 99999. */
static unsigned
value(struct span s, size_t *i)
{
	unsigned v = 0;
	while (dig(at_byte(s, *i)) && v < 10000)
		v = v * 10 + (unsigned)(s.s[(*i)++] - '0');
	return v;
}

/* " B" or "B" of a resolution in parts; the end, or i. */
static size_t
part_letter(struct span s, size_t i)
{
	size_t k = i + (at_byte(s, i) == ' ');
	if (!up(at_byte(s, k)) || alnum(at_byte(s, k + 1)))
		return i;
	uint32_t after = char_after(s, k + 1);
	bool ends = after == '\n' || (after < 0x80 && strchr(",.;:)", (int)after) != NULL) ||
	    (after == ' ' && at_byte(s, k + 2) == '(') || (k > i && s.s[k] != 'A' && s.s[k] != 'I' && after == ' ');
	return ends ? k + 1 : i;
}

size_t
symbol_number_scan(struct span s, size_t at, enum number_kind *kind)
{
	size_t i = at;
	*kind = NUMBER_NONE;
	if (!dig(at_byte(s, i)) || s.s[i] == '0')
		return at;
	unsigned first = value(s, &i);
	if (at_byte(s, i) == '/' && dig(at_byte(s, i + 1)) && s.s[i + 1] != '0') {
		i++;
		size_t from = i;
		value(s, &i);
		char after = at_byte(s, i);
		if (i - from > 3 || dig(after) || after == '/' || (after == '-' && dig(at_byte(s, i + 1))))
			return at;
		*kind = first >= 1946 && first <= 2100 ? NUMBER_YEAR : first <= 150 ? NUMBER_SESSION : NUMBER_NONE;
		return *kind == NUMBER_NONE ? at : part_letter(s, i);
	}
	if (first > 9999)
		return at;
	size_t k = i;
	if (at_byte(s, k) == ' ' && up(at_byte(s, k + 1)) && at_byte(s, k + 2) == ' ')
		k += 2;
	k += at_byte(s, k) == ' ' || at_byte(s, k) == SYMBOL_BREAK;
	size_t end = year_or_roman(s, k);
	if (end == k)
		return at;
	*kind = dig(s.s[k + 1]) ? NUMBER_IN_YEAR : NUMBER_ROMAN;
	return end;
}

const char *
symbol_canonical(struct arena *a, struct span s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] != ' ' && s.s[i] != SYMBOL_BREAK && s.s[i] != '*' && s.s[i] != '\n')
			out[n++] = s.s[i];
	return out;
}

const char *
symbol_of_number(struct arena *a, struct span s, enum number_kind kind, bool council)
{
	size_t i = 0;
	unsigned first = value(s, &i);
	if (kind == NUMBER_ROMAN) {
		/* "2200 A (XXI)" is found under A/RES/2200(XXI). */
		const char *open = memchr(s.s, '(', s.n);
		return arena_printf(a, "A/RES/%u%.*s", first, open ? (int)(s.s + s.n - open) : 0, open ? open : "");
	}
	const char *number = symbol_canonical(a, s);
	if (kind == NUMBER_IN_YEAR)
		return arena_printf(a, "S/RES/%s", number);
	if (kind == NUMBER_YEAR)
		return arena_printf(a, "E/RES/%s", number);
	if (council || first < SLASH_SESSION_MIN)
		return arena_printf(a, "A/HRC/RES/%s", number);
	return arena_printf(a, "A/RES/%s", number);
}

const char *
symbol_link(struct arena *a, const char *symbol, const char *lang)
{
	return arena_printf(a, "https://docs.un.org/%s/%s", lang, symbol);
}

struct span
symbol_of_link(struct span url)
{
	static const char *const hosts[] = {"undocs.org/", "docs.un.org/"};
	for (size_t h = 0; h < sizeof hosts / sizeof *hosts; h++) {
		size_t at = span_find(url, span_of(hosts[h]));
		if (at == SIZE_MAX)
			continue;
		struct span tail = span_trim(span_sub(url, at + strlen(hosts[h]), url.n));
		/* Two small letters and a slash are the language; old links have none. */
		if (tail.n > 3 && !up(tail.s[0]) && !up(tail.s[1]) && tail.s[2] == '/')
			tail = span_sub(tail, 3, tail.n);
		return tail;
	}
	return (struct span){"", 0};
}
