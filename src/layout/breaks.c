/* SPDX-License-Identifier: MIT */
#include "layout/breaks.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <pango/pango.h>

#include "base/arena.h"
#include "base/library.h"

#define STACK_CHARS 256
#define LONGEST_BETWEEN 8 /* bytes */
#define LONGEST_ORDINAL 4 /* bytes: "1er", "22nd" */
#define LONG_SYMBOL 16    /* bytes; shorter ones stay whole */
#define LEAST_OF_SYMBOL 6 /* bytes before a break in a long one */
#define LEAST_OF_PART 4   /* bytes of an address on either side of a break between its letters */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_letter_byte(char c)
{
	return is_upper(c) || is_lower(c) || (unsigned char)c >= 0x80;
}

/*
 * Letters and digits alone never break.  Bytes from 0xC3 to 0xD3 lead Latin, Greek and Cyrillic
 * letters (U+00C0 to U+04FF; only multiplication and division signs are among them, class AL).
 */
static bool
is_plain(struct span t)
{
	for (size_t i = 0; i < t.n; i++) {
		unsigned char c = (unsigned char)t.s[i];
		if (c >= 0xC3 && c <= 0xD3 && c != 0xCC && c != 0xCD)
			i++;
		else if (!is_digit((char)c) && !is_upper((char)c) && !is_lower((char)c))
			return i + 1 == t.n && (c == '.' || c == ',' || c == ';' || c == ':');
	}
	return true;
}

/* ---- breaks by UAX #14 ---- */

#define CLASS(name) (UINT64_C(1) << G_UNICODE_BREAK_##name)
#define LETTERS (CLASS(ALPHABETIC) | CLASS(AMBIGUOUS))
#define DIGITS CLASS(NUMERIC)
#define SIGNS (CLASS(PREFIX) | CLASS(POSTFIX))
#define OPENING CLASS(OPEN_PUNCTUATION)
#define DASH CLASS(BEFORE_AND_AFTER)
#define GLUE CLASS(NON_BREAKING_GLUE)
#define WESTERN (LETTERS | DIGITS | SIGNS | OPENING | DASH | GLUE | CLASS(CLOSE_PUNCTUATION) | CLASS(CLOSE_PARENTHESIS) | \
	CLASS(QUOTATION) | CLASS(EXCLAMATION) | CLASS(INFIX_SEPARATOR) | CLASS(SYMBOL) | CLASS(HYPHEN) | CLASS(AFTER) | \
	CLASS(INSEPARABLE))

/*
 * The classes that may start a line after one of each class, there being no space between them: what
 * LB12 to LB30 leave to LB31.  For these classes the rules look at pairs alone, but for what may stand
 * in numbers (LB25): that never parts here.
 */
static const uint64_t starts_line[] = {
	[G_UNICODE_BREAK_ALPHABETIC] = DASH,
	[G_UNICODE_BREAK_AMBIGUOUS] = DASH, /* as letters, LB1 */
	[G_UNICODE_BREAK_NUMERIC] = DASH,
	[G_UNICODE_BREAK_PREFIX] = SIGNS | DASH,
	[G_UNICODE_BREAK_POSTFIX] = SIGNS | DASH,
	[G_UNICODE_BREAK_OPEN_PUNCTUATION] = 0,
	[G_UNICODE_BREAK_CLOSE_PUNCTUATION] = LETTERS | DIGITS | OPENING | DASH,
	[G_UNICODE_BREAK_CLOSE_PARENTHESIS] = OPENING | DASH,
	[G_UNICODE_BREAK_QUOTATION] = 0,
	[G_UNICODE_BREAK_NON_BREAKING_GLUE] = 0,
	[G_UNICODE_BREAK_EXCLAMATION] = LETTERS | DIGITS | SIGNS | OPENING | DASH,
	[G_UNICODE_BREAK_INFIX_SEPARATOR] = OPENING | DASH,
	[G_UNICODE_BREAK_SYMBOL] = LETTERS | OPENING | DASH,
	[G_UNICODE_BREAK_HYPHEN] = LETTERS | SIGNS | OPENING | DASH | GLUE,
	[G_UNICODE_BREAK_AFTER] = LETTERS | DIGITS | SIGNS | OPENING | DASH | GLUE,
	[G_UNICODE_BREAK_BEFORE_AND_AFTER] = LETTERS | DIGITS | SIGNS | OPENING,
	[G_UNICODE_BREAK_INSEPARABLE] = LETTERS | DIGITS | SIGNS | OPENING | DASH,
};

/* Whether the line may end before the character at `at`, which is `n` bytes long. */
static void
put_break(struct span t, size_t at, size_t n, bool breaks, uint8_t *can)
{
	memset(can + at, BREAK_NO, n);
	if (breaks)
		can[at] = at >= 2 && memcmp(t.s + at - 2, "\xC2\xAD", 2) == 0 ? BREAK_SOFT : BREAK_YES;
}

/* Latin, Greek and Cyrillic text by the classes of its pairs.  False: it has other characters too. */
static bool
by_pairs(struct span t, uint8_t *can)
{
	uint64_t starts = 0;
	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		uint32_t cp = utf8_next(t.s, t.n, &i);
		unsigned class = cp < 0x530 || (cp >= 0x2000 && cp < 0x2150) ? g_unichar_break_type(cp) : G_UNICODE_BREAK_UNKNOWN;
		uint64_t bit = UINT64_C(1) << class;
		if ((bit & WESTERN) == 0)
			return false;
		put_break(t, at, i - at, (starts & bit) != 0, can);
		starts = starts_line[class];
	}
	return true;
}

#define PANGO_FUNCTIONS(F) F(pango_get_log_attrs) F(pango_language_from_string)

static struct pango_api {
	PANGO_FUNCTIONS(LIBRARY_FIELD)
} pango;

static void
load_pango(void)
{
	static const char *const names[] = {PANGO_FUNCTIONS(LIBRARY_NAME)};
	library_need("libpango-1.0.so.0", names, sizeof names / sizeof *names, &pango);
}

/* Any text by Pango, which is loaded for the first that needs it. */
static void
by_attributes(struct span t, const char *lang, uint8_t *can)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	PangoLogAttr stack[STACK_CHARS + 1], *attr = stack;
	size_t chars = utf8_count(t), k = 0;
	pthread_once(&once, load_pango);
	if (chars > STACK_CHARS)
		attr = xcalloc(chars + 1, sizeof *attr);
	PangoLanguage *language = pango.pango_language_from_string(lang != NULL ? lang : "en");
	pango.pango_get_log_attrs(t.s, (int)t.n, -1, language, attr, (int)chars + 1);
	for (size_t i = 0; i < t.n; k++) {
		size_t at = i;
		utf8_next(t.s, t.n, &i);
		put_break(t, at, i - at, at > 0 && attr[k].is_line_break, can);
	}
	if (attr != stack)
		free(attr);
}

/* ---- addresses and symbols ---- */

/* "example.org/x": a full stop between letters and a slash behind it. */
static bool
has_host(struct span t)
{
	bool stop = false;
	for (size_t i = 1; i + 1 < t.n && t.s[i] != '/'; i++)
		stop |= t.s[i] == '.' && is_lower(t.s[i - 1]) && is_lower(t.s[i + 1]);
	return stop && memchr(t.s, '/', t.n) != NULL;
}

static bool
is_url(struct span t)
{
	return span_find(t, SPAN_LIT("://")) != SIZE_MAX || span_find(t, SPAN_LIT("www.")) != SIZE_MAX || has_host(t);
}

/* Between letters and figures, far from marks on both sides. */
static void
break_long_part(struct span t, size_t from, size_t to, uint8_t *can)
{
	for (size_t i = from + LEAST_OF_PART; i + LEAST_OF_PART <= to; i++)
		if (((unsigned char)t.s[i] & 0xC0) != 0x80)
			can[i] = BREAK_NEED;
}

static void
break_url(struct span t, uint8_t *can)
{
	size_t part = 0;
	for (size_t i = 1; i <= t.n; i++) {
		bool ends = i == t.n || !(is_letter_byte(t.s[i]) || is_digit(t.s[i]));
		if (i < t.n) {
			can[i] = BREAK_NO;
			/* before a hyphen, for one at a line's end is taken for an added one (Chicago Manual of Style 14.18) */
			if (i > 1 && ((!ends && strchr("/._?&=#+,;@", t.s[i - 1]) != NULL) || t.s[i] == '%' || t.s[i] == '-'))
				can[i] = BREAK_URL;
		}
		if (!ends)
			continue;
		break_long_part(t, part, i, can);
		part = i + 1;
	}
}

/* "A/77/275", "E/CN.3/2025/8": capitals, figures and slashes; a break would read as two symbols. */
static bool
is_symbol(struct span t)
{
	size_t slash = 0, digits = 0;
	for (size_t i = 0; i < t.n; i++) {
		slash += t.s[i] == '/';
		digits += is_digit(t.s[i]) != 0;
	}
	return slash > 0 && digits > 0;
}

static size_t
letters_before(struct span t, size_t i)
{
	size_t n = 0;
	while (i > n && is_letter_byte(t.s[i - n - 1]))
		n++;
	return n;
}

static size_t
letters_after(struct span t, size_t i)
{
	size_t n = 0;
	while (i + n < t.n && is_letter_byte(t.s[i + n]))
		n++;
	return n;
}

/* "and/or" and "P-4" stay whole, "seguridad/defensa" may part. */
static void
keep_short_parts(struct span t, uint8_t *can)
{
	bool symbol = is_symbol(t), long_symbol = symbol && t.n >= LONG_SYMBOL;
	for (size_t i = 1; i < t.n; i++) {
		char before = t.s[i - 1];
		if (long_symbol && before == '/' && i >= LEAST_OF_SYMBOL && i + 1 < t.n) {
			can[i] = BREAK_NEED;
			continue;
		}
		if (can[i] != BREAK_YES)
			continue;
		if (symbol && (before == '/' || before == '-'))
			can[i] = BREAK_NO;
		else if (before == '/' && (letters_before(t, i - 1) < 4 || letters_after(t, i) < 4))
			can[i] = BREAK_NO;
		else if (before == '-' && (letters_before(t, i - 1) < 2 || letters_after(t, i) < 2))
			can[i] = BREAK_NO;
		else if (is_digit(t.s[i]) && (is_digit(before) || strchr(".,/-:", before) != NULL))
			can[i] = BREAK_NO;
		else if (i >= 4 && is_digit(t.s[i]) && memcmp(t.s + i - 3, "\xE2\x80\x93", 3) == 0 && is_digit(t.s[i - 4]))
			can[i] = BREAK_NO;
	}
}

bool
breaks_in_token(struct span t, const char *lang, uint8_t *can)
{
	if (is_plain(t)) {
		memset(can, BREAK_NO, t.n);
		return false;
	}
	if (!by_pairs(t, can))
		by_attributes(t, lang, can);
	if (is_url(t))
		break_url(t, can);
	else
		keep_short_parts(t, can);
	for (size_t i = 1; i < t.n; i++)
		if (can[i] != BREAK_NO)
			return true;
	return false;
}

bool
breaks_at_space(struct span before, struct span after)
{
	if (before.n == 0 || after.n == 0)
		return true;
	/* guillemets set off by spaces stay with what they enclose */
	if ((before.n == 2 && memcmp(before.s, "\xC2\xAB", 2) == 0) || (after.n >= 2 && memcmp(after.s, "\xC2\xBB", 2) == 0))
		return false;
	size_t end = before.n, start = 0;
	unsigned char a = (unsigned char)before.s[before.n - 1], b = (unsigned char)after.s[0];
	if (a < 0x80 && b < 0x80 && a != '(' && a != '[' && a != '{' && a != '"' && a != '\'' &&
	    (is_digit((char)b) || is_upper((char)b) || is_lower((char)b)))
		return true;
	uint32_t last = utf8_prev(before.s, &end), first = utf8_next(after.s, after.n, &start);
	GUnicodeBreakType p = g_unichar_break_type(last), q = g_unichar_break_type(first);
	switch (q) {
	case G_UNICODE_BREAK_CLOSE_PUNCTUATION: /* LB13 */
	case G_UNICODE_BREAK_CLOSE_PARENTHESIS:
	case G_UNICODE_BREAK_EXCLAMATION:
	case G_UNICODE_BREAK_INFIX_SEPARATOR:
	case G_UNICODE_BREAK_SYMBOL:
		return false;
	case G_UNICODE_BREAK_OPEN_PUNCTUATION: /* LB15 */
		return p != G_UNICODE_BREAK_QUOTATION && p != G_UNICODE_BREAK_OPEN_PUNCTUATION;
	case G_UNICODE_BREAK_NON_STARTER: /* LB16 */
		return p != G_UNICODE_BREAK_CLOSE_PUNCTUATION && p != G_UNICODE_BREAK_CLOSE_PARENTHESIS;
	case G_UNICODE_BREAK_BEFORE_AND_AFTER: /* LB17; a dash by itself stays with what it follows */
		return p != G_UNICODE_BREAK_BEFORE_AND_AFTER && start < after.n;
	default:
		break;
	}
	if (after.n == 3 && memcmp(after.s, "\xE2\x80\x93", 3) == 0)
		return false;
	return p != G_UNICODE_BREAK_OPEN_PUNCTUATION; /* LB14 */
}

/* Without brackets, quotes and stops; `stops`: keep a final full stop ("No."). */
static struct span
bare(struct span t, bool stops)
{
	while (t.n > 0 && strchr("([\"'", t.s[0]) != NULL)
		t = span_sub(t, 1, t.n);
	while (t.n > 0 && strchr(stops ? ")],;:\"'" : ")].,;:\"'", t.s[t.n - 1]) != NULL)
		t.n--;
	return t;
}

/* "12", "XIV", "II.A": what a word like "annex" or "resolution" announces. */
static bool
is_figure(struct span t)
{
	size_t roman = 0;
	if (t.n > 0 && is_digit(t.s[0]))
		return true;
	while (roman < t.n && strchr("IVXLC", t.s[roman]) != NULL)
		roman++;
	return roman > 0 && (roman == t.n || t.s[roman] == '.');
}

/* Is the token one of the words, with a capital or without? */
static bool
is_among(struct span t, const struct span *word, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t a = 0, b = 0;
		if (word[i].n != t.n)
			continue;
		uint32_t first = utf8_next(t.s, t.n, &a), other = utf8_next(word[i].s, t.n, &b);
		if (a == b && (first == other || g_unichar_tolower(first) == other) && memcmp(t.s + a, word[i].s + a, t.n - a) == 0)
			return true;
	}
	return false;
}

static bool
all_digits(struct span t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!is_digit(t.s[i]))
			return false;
	return t.n > 0;
}

/* Two plain words, the first longer than any that comes between a figure and its word: most gaps. */
static bool
are_plain_words(struct span before, struct span after)
{
	return before.n > LONGEST_BETWEEN && is_letter_byte(before.s[before.n - 1]) &&
	    is_letter_byte(after.s[0]) && !is_upper(after.s[0]);
}

bool
breaks_keep(struct span before, struct span after, const struct keep_words *words)
{
	if (before.n == 0 || after.n == 0 || are_plain_words(before, after))
		return false;
	struct span word = bare(before, true), next = bare(after, false);
	bool figure_before = word.n > 0 &&
	    (is_digit(word.s[word.n - 1]) || (is_digit(word.s[0]) && word.n <= LONGEST_ORDINAL));
	size_t slash = 0;
	while (slash < next.n && next.s[slash] != '/')
		slash++;
	if (figure_before && word.n <= 3 && next.n == 3 && all_digits(word) && all_digits(next))
		return true;
	if (words == NULL)
		return false;
	if (is_figure(next) && is_among(word, words->before, words->nbefore))
		return true;
	if (figure_before && word.n <= 2 && is_among(next, words->between, words->nbetween))
		return true;
	/* "10 de | mayo"; two names of a month are joined by a slash */
	bool between = is_among(word, words->between, words->nbetween);
	return (figure_before || between) &&
	    (is_among(next, words->after, words->nafter) || is_among(span_sub(next, 0, slash), words->after, words->nafter));
}

bool
breaks_keep_inside(struct span before, struct span after, const struct keep_words *words)
{
	if (words == NULL || before.n == 0 || after.n == 0)
		return false;
	for (size_t i = 0; is_digit(before.s[before.n - 1]) && i < words->nafter; i++)
		if (words->after[i].n <= after.n && span_eq(words->after[i], span_sub(after, 0, words->after[i].n)))
			return true;
	for (size_t i = 0; is_digit(after.s[0]) && i < words->nbefore; i++)
		if (words->before[i].n <= before.n &&
		    span_eq(words->before[i], span_sub(before, before.n - words->before[i].n, before.n)))
			return true;
	return false;
}
