/* SPDX-License-Identifier: MIT */
/* label.c - the number or letter at the start of a line. */
#include "recognise/label.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/label_scan.h"

static const char *const style_names[LABEL_STYLES] = {
	"roman", "letter", "arabic", "dotted", "alpha", "lower-roman", "arabic-paren",
	"chinese", "chinese-paren", "arabic-ordinal", "arabic-letter", "word", "code",
};

const char *
label_style_name(enum label_style style)
{
	return style < LABEL_STYLES ? style_names[style] : "none";
}

static int
roman_digit(char c)
{
	switch (c | 0x20) {
	case 'i': return 1;
	case 'v': return 5;
	case 'x': return 10;
	case 'l': return 50;
	case 'c': return 100;
	default: return 0;
	}
}

bool
label_heads(enum label_style style)
{
	return style == LABEL_ROMAN || style == LABEL_LETTER || style == LABEL_CHINESE || style == LABEL_AR_ORDINAL ||
	       style == LABEL_AR_LETTER;
}

uint32_t
label_roman(struct span s)
{
	static const struct { const char *s; uint32_t v; } parts[] = {
		{"c", 100}, {"xc", 90}, {"l", 50}, {"xl", 40}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1},
	};
	char low[12];
	uint32_t v = 0;
	size_t at = 0, i;

	if (s.n == 0 || s.n >= sizeof low)
		return 0;
	for (i = 0; i < s.n; i++) {
		if (!roman_digit(s.s[i]) || (s.s[i] & 0x20) != (s.s[0] & 0x20))
			return 0;
		low[i] = (char)(s.s[i] | 0x20);
	}
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		size_t n = strlen(parts[i].s), times = 0;
		while (at + n <= s.n && memcmp(low + at, parts[i].s, n) == 0 && times < (n == 1 ? 3 : 1)) {
			at += n;
			v += parts[i].v;
			times++;
			if (n == 1 && (parts[i].v == 5 || parts[i].v == 50))
				break;
		}
	}
	return at == s.n ? v : 0;
}

uint32_t
label_latin(uint32_t cp)
{
	static const uint32_t look[][2] = {
		{0x430, 'a'}, {0x441, 'c'}, {0x435, 'e'}, {0x440, 'p'}, {0x445, 'x'}, {0x443, 'y'}, {0x43E, 'o'},
		{0x432, 'b'}, {0x456, 'i'}, {0x458, 'j'},
		{0x410, 'A'}, {0x412, 'B'}, {0x421, 'C'}, {0x415, 'E'}, {0x41D, 'H'}, {0x41A, 'K'}, {0x41C, 'M'},
		{0x41E, 'O'}, {0x420, 'P'}, {0x422, 'T'}, {0x425, 'X'}, {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'},
	};
	for (size_t k = 0; cp >= 0x400 && k < sizeof look / sizeof look[0]; k++)
		if (look[k][0] == cp)
			return look[k][1];
	return cp;
}

/*
 * A single letter used as a label, folded: Cyrillic letters that look like Latin ones count as
 * Latin (mixed lists), others by their own order; Arabic letters in abjad order.
 */
static uint32_t
letter_value(uint32_t cp, bool *upper)
{
	static const uint32_t abjad[] = {0x627, 0x628, 0x62C, 0x62F, 0x647, 0x648, 0x632, 0x62D, 0x637, 0x64A,
	                                 0x643, 0x644, 0x645, 0x646, 0x633, 0x639, 0x641, 0x635, 0x642, 0x631,
	                                 0x634, 0x62A, 0x62B, 0x62E, 0x630, 0x636, 0x638, 0x63A};
	size_t k;

	*upper = false;
	cp = label_latin(cp);
	if (cp >= 'a' && cp <= 'z')
		return cp - 'a' + 1;
	if (cp >= 'A' && cp <= 'Z') {
		*upper = true;
		return cp - 'A' + 1;
	}
	if (cp == 0x623 || cp == 0x625)
		cp = 0x627;
	for (k = 0; k < sizeof abjad / sizeof abjad[0]; k++)
		if (abjad[k] == cp)
			return (uint32_t)k + 1;
	if (cp >= 0x431 && cp <= 0x43A)
		return cp - 0x430 + 1;
	return 0;
}

/* A Cyrillic letter in its own order, in which lists leave out two of them; 0 for others. */
static uint32_t
cyrillic_value(uint32_t cp)
{
	uint32_t low = cp >= 0x410 && cp <= 0x42F ? cp + 0x20 : cp;

	if (low < 0x430 || low > 0x44F || low == 0x439 || (low >= 0x44A && low <= 0x44C))
		return 0;
	return low - 0x430 + 1 - (low > 0x439) - (low > 0x44C ? 3 : 0);
}

/* A label of one letter, once more when it has another value in the order of Cyrillic. */
static int
add_cyrillic(struct label out[], int n, struct span s, struct label l, uint32_t cp, size_t end)
{
	uint32_t v = cyrillic_value(cp);

	if (v == l.value)
		return n;
	l.value = v;
	return scan_add(out, n, s, l, end, scan_blanks(s, end));
}

/*
 * The text begins right behind the sign: in a script without blanks, or with a capital, as where the tab between a
 * number and its text was lost.
 */
static bool
closed_up(struct span s, size_t i)
{
	uint32_t cp = scan_peek(s, i);

	return cp >= 0x2E80 || cp == 0x201C || (char_upper(cp) && char_decimal(scan_peek(s, scan_step(s, i))) < 0);
}

/* The same behind a letter: shorter words, capitals or a stop would make an abbreviation ("M.Sc.", "I.B - "). */
static bool
closed_up_letter(struct span s, size_t i)
{
	size_t letters = 0;

	if (!closed_up(s, i) || scan_peek(s, i) >= 0x2E80)
		return scan_peek(s, i) >= 0x2E80;
	for (i = scan_step(s, i); char_letter(scan_peek(s, i)) && !char_upper(scan_peek(s, i)); i = scan_step(s, i))
		letters++;
	if (letters == 0)
		return scan_is_blank(scan_peek(s, i)) && scan_first(s, i) == 'l';
	return letters > 1 && !char_letter(scan_peek(s, i)) && scan_peek(s, i) != '.';
}

/* "2-1" before Arabic letters: there a stop between figures would be taken for a decimal point. */
static int
read_dashed(struct span s, size_t i, struct label l, struct label out[], int n)
{
	size_t body;

	i = scan_step(s, i);
	l.value = scan_digits(s, &i);
	body = scan_blanks(s, i);
	if (l.value > 99 || l.major > 99 || body == i || body >= s.n || !scan_is_arabic(scan_peek(s, body)))
		return n;
	l.style = LABEL_DOTTED;
	return scan_add(out, n, s, l, i, body);
}

/* "12 – 13 March": behind the dash a greater number follows.  Before Arabic letters a dash is as usual as a stop. */
static bool
is_range(struct span s, uint32_t from, size_t i)
{
	i = scan_blanks(s, i);
	uint32_t to = char_decimal(scan_peek(s, i)) >= 0 ? scan_digits(s, &i) : 0;
	return to > from && to != UINT32_MAX && !scan_is_arabic(scan_peek(s, scan_blanks(s, i)));
}

/* A Chinese numeral that goes on with figures: ten, hundred, thousand, ten thousand, a hundred million. */
static bool
is_numeral(uint32_t cp)
{
	return cp == 0x5341 || cp == 0x767E || cp == 0x5343 || cp == 0x4E07 || cp == 0x4EBF;
}

#define YEAR_DIGITS 4
#define YEAR_SIGN 0x5E74

/*
 * "3.2019年", "3.12019年": the number is closed up with the year that its text begins with.  Offset of the year when
 * it stands behind the stop at i, or behind a number of two figures at the most there; else 0.
 */
static size_t
year_behind(struct span s, size_t i)
{
	size_t from = i + 1, end = from;

	while (char_digit((unsigned char)scan_peek(s, end)))
		end++;
	if (scan_peek(s, end) != YEAR_SIGN || end < from + YEAR_DIGITS || end > from + 2 + YEAR_DIGITS)
		return 0;
	end -= YEAR_DIGITS;
	return (s.s[end] == '1' && s.s[end + 1] == '9') || (s.s[end] == '2' && s.s[end + 1] == '0') ? end : 0;
}

/* The number before such a year. */
static int
read_before_year(struct span s, size_t i, size_t year, struct label l, struct label out[], int n)
{
	size_t k = i + 1;

	if (year > k) {
		struct span sub = span_sub(s, 0, year);
		l.style = LABEL_DOTTED;
		l.major = l.value;
		l.value = scan_digits(sub, &k);
	}
	return scan_add(out, n, s, l, year, year);
}

/* "12." "24.11" "12 -" */
static int
read_arabic(struct span s, struct label out[], int n)
{
	struct label l = {.style = LABEL_ARABIC};
	size_t i = 0, end, parts = 1;
	uint32_t v = scan_digits(s, &i), last;
	bool cjk;

	if (v == UINT32_MAX)
		return n;
	last = l.value = v;
	if (scan_peek(s, i) == '.' && (end = year_behind(s, i)) > 0)
		return read_before_year(s, i, end, l, out, n);
	while (scan_peek(s, i) == '.' && char_decimal(scan_peek(s, scan_step(s, i))) >= 0 && parts < 4) {
		size_t j = scan_step(s, i);
		l.major = last;
		last = scan_digits(s, &j);
		i = j;
		parts++;
	}
	if (parts > 1) {
		l.style = LABEL_DOTTED;
		l.value = last;
		end = scan_peek(s, i) == '.' ? scan_step(s, i) : i;
		if (parts == 2 && end < s.n && !scan_is_blank(scan_peek(s, end)) &&
		    (!closed_up(s, end) || is_numeral(scan_peek(s, end))))
			return n;
		return scan_add(out, n, s, l, end, scan_blanks(s, end));
	}
	if (scan_peek(s, i) == '-' && char_decimal(scan_peek(s, scan_step(s, i))) >= 0) {
		l.major = v;
		return read_dashed(s, i, l, out, n);
	}
	l.value = v;
	end = scan_closing(s, i, true, &cjk);
	if (!end) {
		/* visual-order leftovers of Arabic: "- 1" handled by the caller; "1/" is a note */
		return n;
	}
	if (end < s.n && !scan_is_blank(scan_peek(s, end)) &&
	    ((!closed_up(s, end) && !scan_is_arabic(scan_peek(s, end))) || char_decimal(scan_peek(s, end)) >= 0))
		return n;
	if (char_dash(scan_peek(s, scan_blanks(s, i))) && is_range(s, v, end))
		return n;
	return scan_add(out, n, s, l, end, scan_blanks(s, end));
}

/*
 * The value of the letter from start to end: "aa" and the Arabic pairs count behind all letters, and he may have a
 * kashida or a joiner behind it; else 0.
 */
static uint32_t
letter_or_pair(struct span s, size_t start, size_t end)
{
	bool upper;
	uint32_t first = scan_peek(s, start), v = letter_value(first, &upper);
	size_t next = scan_step(s, start);

	if (v == 0 || next == end)
		return v;
	next = scan_blanks(s, next);
	uint32_t second = scan_peek(s, next);
	if (letter_value(second, &upper) == v && scan_step(s, next) == end)
		return v + 26;
	return scan_is_arabic(first) && (second == 0x640 || second == 0x200D) ? v : 0;
}

/* "(a)" "a)" "(ii)" "(2)" "(二)" and full-width brackets */
static int
read_paren(struct span s, struct label out[], int n)
{
	bool open = false;
	struct label l = {.paren = true};
	size_t i = 0, start, end, letters = 0, j;
	uint32_t cp = scan_peek(s, 0), v;

	if (cp == '(' || cp == 0xFF08) {
		open = true;
		i = scan_blanks(s, scan_step(s, 0));
	}
	start = i;
	while (i < s.n && letters < 5) {
		cp = scan_peek(s, i);
		if (cp == ')' || cp == 0xFF09 || (scan_is_blank(cp) && !open))
			break;
		i = scan_step(s, i);
		letters++;
	}
	cp = scan_peek(s, i);
	if (letters == 0 || (cp != ')' && cp != 0xFF09))
		return n;
	end = scan_step(s, i);
	if (end < s.n && !scan_is_blank(scan_peek(s, end)) && scan_peek(s, end) < 0x600 && !char_letter(scan_peek(s, end)))
		return n;
	j = start;
	if (char_decimal(scan_peek(s, start)) >= 0) {
		v = scan_digits(s, &j);
		if (j != i || v > 199)
			return n;
		l.style = LABEL_ARABIC_PAREN;
		l.value = v;
		return scan_add(out, n, s, l, end, scan_blanks(s, end));
	}
	if ((v = scan_chinese(s, &j)) != 0 && j == i) {
		l.style = LABEL_CHINESE_PAREN;
		l.value = v;
		return scan_add(out, n, s, l, end, scan_blanks(s, end));
	}
	l.style = LABEL_ALPHA;
	l.value = letter_or_pair(s, start, i);
	n = scan_add(out, n, s, l, end, scan_blanks(s, end));
	if (letters == 1)
		n = add_cyrillic(out, n, s, l, scan_peek(s, start), end);
	if ((v = label_roman(span_sub(s, start, i))) != 0 && !(s.s[start] >= 'A' && s.s[start] <= 'Z' && !open)) {
		l.style = LABEL_LOWER_ROMAN;
		l.value = v;
		n = scan_add(out, n, s, l, end, scan_blanks(s, end));
	}
	return n;
}

/* "II." "B." "a." "ii."; before a title also "II -". */
static int
read_stopped(struct span s, struct label out[], int n)
{
	struct label l = {.style = LABEL_ROMAN};
	size_t i = 0, end, letters = 0;
	uint32_t v;
	bool upper = false, cjk, capital = s.s[0] >= 'A' && s.s[0] <= 'Z', dash = capital;

	while (i < s.n && letters < 8 && ((scan_peek(s, i) | 0x20) >= 'a' && (scan_peek(s, i) | 0x20) <= 'z')) {
		i = scan_step(s, i);
		letters++;
	}
	if (letters == 0) {
		uint32_t cp = scan_peek(s, 0);
		if (letter_value(cp, &upper) == 0 && cyrillic_value(cp) == 0)
			return n;
		dash = scan_is_arabic(cp); /* there a dash does what the stop does elsewhere */
		i = scan_step(s, 0);
		letters = 1;
	}
	end = scan_closing(s, i, dash, &cjk);
	if (!end ||
	    (end < s.n && !scan_is_blank(scan_peek(s, end)) && !(capital && closed_up_letter(s, end)) &&
	     scan_peek(s, end) < 0x2E80) ||
	    (capital && char_dash(scan_peek(s, scan_blanks(s, i))) && scan_first(s, end) != 'U'))
		return n;
	v = letters == 1 ? letter_value(scan_peek(s, 0), &upper) : 0;
	if (label_roman(span_sub(s, 0, i))) {
		bool cap = (s.s[0] & 0x20) == 0;
		l.value = label_roman(span_sub(s, 0, i));
		l.style = cap ? LABEL_ROMAN : LABEL_LOWER_ROMAN;
		n = scan_add(out, n, s, l, end, scan_blanks(s, end));
	}
	l.style = (v ? upper : char_upper(scan_peek(s, 0))) ? LABEL_LETTER : LABEL_ALPHA;
	l.value = v;
	n = scan_add(out, n, s, l, end, scan_blanks(s, end));
	return letters == 1 ? add_cyrillic(out, n, s, l, scan_peek(s, 0), end) : n;
}

static int
read_chinese(struct span s, struct label out[], int n)
{
	struct label l = {.style = LABEL_CHINESE};
	uint32_t cp = scan_peek(s, 0);
	size_t i = 0, end;
	bool cjk;

	if (cp >= 0x3220 && cp <= 0x3229) {
		l.style = LABEL_CHINESE_PAREN;
		l.value = cp - 0x3220 + 1;
		l.paren = true;
		end = scan_step(s, 0);
		return scan_add(out, n, s, l, end, scan_blanks(s, end));
	}
	l.value = scan_chinese(s, &i);
	end = l.value ? scan_closing(s, i, false, &cjk) : 0;
	return end ? scan_add(out, n, s, l, end, scan_blanks(s, end)) : n;
}

#define CODE_BYTES 24

/* "2098/QT.2/7": a year, parts of capitals, figures and stops, and a number between strokes. */
static int
read_code(struct span s, struct label out[], int n)
{
	struct label l = {.style = LABEL_CODE};
	size_t end = 0, part, capitals = 0, k;

	while (end < s.n && end < CODE_BYTES && s.s[end] != '\0' &&
	       strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-", s.s[end]) != NULL)
		capitals += s.s[end++] >= 'A';
	for (part = end; part > 0 && char_digit((unsigned char)s.s[part - 1]);)
		part--;
	for (k = 0; k < end && char_digit((unsigned char)s.s[k]);)
		k++;
	if (capitals == 0 || k != YEAR_DIGITS || s.s[k] != '/' || part == end || s.s[part - 1] != '/' ||
	    (end < s.n && !scan_is_blank(scan_peek(s, end))))
		return n;
	l.value = scan_digits(s, &part);
	return scan_add(out, n, s, l, end, scan_blanks(s, end));
}

static bool
is_single_quote(uint32_t cp)
{
	return cp == '\'' || cp == 0x2018 || cp == 0x2019;
}

/* "'2' Bells", as Arabic papers number the items within items. */
static int
read_quoted(struct span s, struct label out[], int n)
{
	struct label l = {.style = LABEL_ARABIC_PAREN, .paren = true};
	size_t i = scan_step(s, 0), end;

	if (!is_single_quote(scan_peek(s, 0)) || (l.value = scan_digits(s, &i)) > 99 || !is_single_quote(scan_peek(s, i)))
		return n;
	end = scan_step(s, i);
	if (end < s.n && !scan_is_blank(scan_peek(s, end)) && !char_letter(scan_peek(s, end)))
		return n;
	return scan_add(out, n, s, l, end, scan_blanks(s, end));
}

int
label_read(struct span line, const struct label_words *words, struct label out[LABEL_MAX])
{
	uint32_t cp;
	int n = 0;

	if (line.n == 0)
		return 0;
	cp = scan_peek(line, 0);
	if (char_decimal(cp) >= 0) {
		n = read_arabic(line, out, n);
		if (n == 0)
			n = read_code(line, out, n);
		return n ? n : read_paren(line, out, n);
	}
	if (words && scan_is_arabic(cp))
		n = label_read_words(line, words, out, n);
	if (n == 0)
		n = read_chinese(line, out, n);
	if (n == 0)
		n = read_stopped(line, out, n);
	if (n == 0)
		n = read_paren(line, out, n);
	if (n == 0)
		n = read_quoted(line, out, n);
	if (n == 0 && words)
		n = label_read_chapter(line, words, out, n);
	return n;
}

int
label_read_alone(struct span line, const struct label_words *words, struct label out[LABEL_MAX])
{
	char closed[32];
	struct label all[LABEL_MAX];
	bool arabic = line.n > 0 && scan_is_arabic(scan_peek(line, 0));
	int n, k, kept = 0;

	if (line.n == 0 || line.n + 3 > sizeof closed)
		return 0;
	memcpy(closed, line.s, line.n);
	memcpy(closed + line.n, arabic ? " -" : ".", arabic ? 2 : 1);
	n = label_read((struct span){closed, line.n + (arabic ? 2 : 1)}, words, all);
	for (k = 0; k < n; k++) {
		if (all[k].n <= line.n || !label_heads(all[k].style))
			continue;
		out[kept] = all[k];
		out[kept].n = out[kept].body = (uint16_t)line.n;
		kept++;
	}
	return kept;
}

/* Bytes of the first words of the line, up to a blank. */
static size_t
words_bytes(struct span line, int words)
{
	size_t i = 0;

	while (words-- > 0 && i < line.n)
		for (i = scan_blanks(line, i); i < line.n && !scan_is_blank(scan_peek(line, i));)
			i = scan_step(line, i);
	return i;
}

int
label_read_bare(struct span line, const struct label_words *words, struct label out[LABEL_MAX])
{
	bool arabic = line.n > 0 && scan_is_arabic(scan_peek(line, 0));
	int n = 0, count;

	/* eleventh and more are two words there */
	for (count = arabic ? 2 : 1; n == 0 && count > 0; count--) {
		size_t end = words_bytes(line, count), body = scan_blanks(line, end);
		if (body == line.n || scan_first(line, body) == 'l')
			continue;
		n = label_read_alone(span_sub(line, 0, end), words, out);
		for (int k = 0; k < n; k++) {
			out[k].body = (uint16_t)body;
			out[k].first = scan_first(line, body);
		}
	}
	return n;
}
