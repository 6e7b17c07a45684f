/* SPDX-License-Identifier: MIT */
/* label.c - the number or letter at the start of a line. */
#include "recognise/label.h"

#include <string.h>

#include "recognise/chars.h"

#define SMALL_WORD 3 /* letters of the particles of Arabic, at the most */

static const char *const style_names[LABEL_STYLES] = {
	"roman", "letter", "arabic", "dotted", "alpha", "lower-roman", "arabic-paren",
	"chinese", "chinese-paren", "arabic-ordinal", "arabic-letter", "word", "code",
};

const char *
label_style_name(enum label_style style)
{
	return style < LABEL_STYLES ? style_names[style] : "none";
}

static uint32_t
peek(struct span s, size_t i)
{
	return i < s.n ? utf8_next(s.s, s.n, &i) : 0;
}

static size_t
step(struct span s, size_t i)
{
	if (i < s.n)
		utf8_next(s.s, s.n, &i);
	return i;
}

static bool
is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x3000 || (cp >= 0x2002 && cp <= 0x200B) ||
	       cp == 0x200E || cp == 0x200F || cp == 0x202F;
}

static size_t
skip_blanks(struct span s, size_t i)
{
	while (i < s.n && is_blank(peek(s, i)))
		i = step(s, i);
	return i;
}

static uint32_t
digits(struct span s, size_t *i)
{
	uint32_t v = 0;
	size_t n = 0;

	while (*i < s.n && char_decimal(peek(s, *i)) >= 0 && n < 5) {
		v = v * 10 + (uint32_t)char_decimal(peek(s, *i));
		*i = step(s, *i);
		n++;
	}
	return n ? v : UINT32_MAX;
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

/* Chinese numeral up to 99, moving *i; 0 when there is none. */
static uint32_t
chinese(struct span s, size_t *i)
{
	static const uint32_t cps[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
	uint32_t tens = 0, ones = 0;
	bool ten = false;
	size_t at = *i, n = 0;

	for (; at < s.n && n < 3; n++) {
		uint32_t cp = peek(s, at), v = 0, k;
		if (cp == 0x5341) {
			if (ten)
				break;
			ten = true;
			tens = ones ? ones : 1;
			ones = 0;
			at = step(s, at);
			continue;
		}
		for (k = 0; k < 9; k++)
			if (cps[k] == cp)
				v = k + 1;
		if (!v || ones)
			break;
		ones = v;
		at = step(s, at);
	}
	*i = at;
	return tens * 10 + ones;
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

static bool
is_arabic_letter(uint32_t cp)
{
	return cp >= 0x620 && cp <= 0x64A;
}

static uint8_t
first_class(struct span s, size_t i)
{
	uint32_t cp;

	while (i < s.n) {
		cp = peek(s, i);
		i = step(s, i);
		if (cp == '"' || cp == '(' || cp == '[' || cp == 0xAB || cp == 0x201C || cp == 0x201D ||
		    cp == 0x2018 || cp == 0x2019 || cp == '*' || is_blank(cp))
			continue;
		if (char_decimal(cp) >= 0)
			return 'd';
		if ((cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE) || (cp >= 0x400 && cp <= 0x42F) ||
		    (cp >= 0x100 && cp <= 0x17F && cp % 2 == 0))
			return 'U';
		if ((cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp <= 0xFF) || (cp >= 0x430 && cp <= 0x45F) ||
		    (cp >= 0x100 && cp <= 0x17F))
			return 'l';
		return 'o';
	}
	return 0;
}

static int
add(struct label out[], int n, struct span s, struct label l, size_t end, size_t body)
{
	if (n >= LABEL_MAX || end > UINT16_MAX || body > UINT16_MAX || l.value == 0 || l.value > 9999)
		return n;
	l.n = (uint16_t)end;
	l.body = (uint16_t)body;
	l.first = first_class(s, body);
	out[n] = l;
	return n + 1;
}

/* A label of one letter, once more when it has another value in the order of Cyrillic. */
static int
add_cyrillic(struct label out[], int n, struct span s, struct label l, uint32_t cp, size_t end)
{
	uint32_t v = cyrillic_value(cp);

	if (v == l.value)
		return n;
	l.value = v;
	return add(out, n, s, l, end, skip_blanks(s, end));
}

/* After a bare token: a stop, also with a dash (".-"), a Chinese comma, or a dash between blanks.  0 = none of them. */
static size_t
closing(struct span s, size_t i, bool dash, bool *cjk)
{
	uint32_t cp = peek(s, i);

	*cjk = cp == 0x3001 || cp == 0xFF0E;
	if (cp == '.' || *cjk) {
		i = step(s, i);
		return cp == '.' && char_dash(peek(s, i)) && is_blank(peek(s, step(s, i))) ? step(s, i) : i;
	}
	if (!dash)
		return 0;
	i = skip_blanks(s, i);
	cp = peek(s, i);
	if (char_dash(cp)) {
		size_t end = step(s, i);
		return end == s.n || is_blank(peek(s, end)) || is_arabic_letter(peek(s, end)) ? end : 0;
	}
	return 0;
}

/*
 * The text begins right behind the sign: in a script without blanks, or with a capital, as where the tab between a
 * number and its text was lost.
 */
static bool
closed_up(struct span s, size_t i)
{
	uint32_t cp = peek(s, i);

	return cp >= 0x2E80 || cp == 0x201C || (char_upper(cp) && char_decimal(peek(s, step(s, i))) < 0);
}

/* The same behind a letter, of which shorter words, capitals or a stop would make an abbreviation: "M.Sc.", "I.B - ". */
static bool
closed_up_letter(struct span s, size_t i)
{
	size_t letters = 0;

	if (!closed_up(s, i) || peek(s, i) >= 0x2E80)
		return peek(s, i) >= 0x2E80;
	for (i = step(s, i); char_letter(peek(s, i)) && !char_upper(peek(s, i)); i = step(s, i))
		letters++;
	if (letters == 0)
		return is_blank(peek(s, i)) && first_class(s, i) == 'l';
	return letters > 1 && !char_letter(peek(s, i)) && peek(s, i) != '.';
}

/* "2-1" before Arabic letters: there a stop between figures would be taken for a decimal point. */
static int
read_dashed(struct span s, size_t i, struct label l, struct label out[], int n)
{
	size_t body;

	i = step(s, i);
	l.value = digits(s, &i);
	body = skip_blanks(s, i);
	if (l.value > 99 || l.major > 99 || body == i || body >= s.n || !is_arabic_letter(peek(s, body)))
		return n;
	l.style = LABEL_DOTTED;
	return add(out, n, s, l, i, body);
}

/* "12 – 13 March": behind the dash a greater number follows.  Before Arabic letters a dash is as usual as a stop. */
static bool
is_range(struct span s, uint32_t from, size_t i)
{
	i = skip_blanks(s, i);
	uint32_t to = char_decimal(peek(s, i)) >= 0 ? digits(s, &i) : 0;
	return to > from && to != UINT32_MAX && !is_arabic_letter(peek(s, skip_blanks(s, i)));
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

	while (char_digit((unsigned char)peek(s, end)))
		end++;
	if (peek(s, end) != YEAR_SIGN || end < from + YEAR_DIGITS || end > from + 2 + YEAR_DIGITS)
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
		l.value = digits(sub, &k);
	}
	return add(out, n, s, l, year, year);
}

/* "12." "24.11" "12 -" */
static int
read_arabic(struct span s, struct label out[], int n)
{
	struct label l = {.style = LABEL_ARABIC};
	size_t i = 0, end, parts = 1;
	uint32_t v = digits(s, &i), last;
	bool cjk;

	if (v == UINT32_MAX)
		return n;
	last = l.value = v;
	if (peek(s, i) == '.' && (end = year_behind(s, i)) > 0)
		return read_before_year(s, i, end, l, out, n);
	while (peek(s, i) == '.' && char_decimal(peek(s, step(s, i))) >= 0 && parts < 4) {
		size_t j = step(s, i);
		l.major = last;
		last = digits(s, &j);
		i = j;
		parts++;
	}
	if (parts > 1) {
		l.style = LABEL_DOTTED;
		l.value = last;
		end = peek(s, i) == '.' ? step(s, i) : i;
		if (parts == 2 && end < s.n && !is_blank(peek(s, end)) && (!closed_up(s, end) || is_numeral(peek(s, end))))
			return n;
		return add(out, n, s, l, end, skip_blanks(s, end));
	}
	if (peek(s, i) == '-' && char_decimal(peek(s, step(s, i))) >= 0) {
		l.major = v;
		return read_dashed(s, i, l, out, n);
	}
	l.value = v;
	end = closing(s, i, true, &cjk);
	if (!end) {
		/* visual-order leftovers of Arabic: "- 1" handled by the caller; "1/" is a note */
		return n;
	}
	if (end < s.n && !is_blank(peek(s, end)) &&
	    ((!closed_up(s, end) && !is_arabic_letter(peek(s, end))) || char_decimal(peek(s, end)) >= 0))
		return n;
	if (char_dash(peek(s, skip_blanks(s, i))) && is_range(s, v, end))
		return n;
	return add(out, n, s, l, end, skip_blanks(s, end));
}

/*
 * The value of the letter from start to end: "aa" and the Arabic pairs count behind all letters, and he may have a
 * kashida or a joiner behind it; else 0.
 */
static uint32_t
letter_or_pair(struct span s, size_t start, size_t end)
{
	bool upper;
	uint32_t first = peek(s, start), v = letter_value(first, &upper);
	size_t next = step(s, start);

	if (v == 0 || next == end)
		return v;
	next = skip_blanks(s, next);
	uint32_t second = peek(s, next);
	if (letter_value(second, &upper) == v && step(s, next) == end)
		return v + 26;
	return is_arabic_letter(first) && (second == 0x640 || second == 0x200D) ? v : 0;
}

/* "(a)" "a)" "(ii)" "(2)" "(二)" and full-width brackets */
static int
read_paren(struct span s, struct label out[], int n)
{
	bool open = false;
	struct label l = {.paren = true};
	size_t i = 0, start, end, letters = 0, j;
	uint32_t cp = peek(s, 0), v;

	if (cp == '(' || cp == 0xFF08) {
		open = true;
		i = skip_blanks(s, step(s, 0));
	}
	start = i;
	while (i < s.n && letters < 5) {
		cp = peek(s, i);
		if (cp == ')' || cp == 0xFF09 || (is_blank(cp) && !open))
			break;
		i = step(s, i);
		letters++;
	}
	cp = peek(s, i);
	if (letters == 0 || (cp != ')' && cp != 0xFF09))
		return n;
	end = step(s, i);
	if (end < s.n && !is_blank(peek(s, end)) && peek(s, end) < 0x600 && !char_letter(peek(s, end)))
		return n;
	j = start;
	if (char_decimal(peek(s, start)) >= 0) {
		v = digits(s, &j);
		if (j != i || v > 199)
			return n;
		l.style = LABEL_ARABIC_PAREN;
		l.value = v;
		return add(out, n, s, l, end, skip_blanks(s, end));
	}
	if ((v = chinese(s, &j)) != 0 && j == i) {
		l.style = LABEL_CHINESE_PAREN;
		l.value = v;
		return add(out, n, s, l, end, skip_blanks(s, end));
	}
	l.style = LABEL_ALPHA;
	l.value = letter_or_pair(s, start, i);
	n = add(out, n, s, l, end, skip_blanks(s, end));
	if (letters == 1)
		n = add_cyrillic(out, n, s, l, peek(s, start), end);
	if ((v = label_roman(span_sub(s, start, i))) != 0 && !(s.s[start] >= 'A' && s.s[start] <= 'Z' && !open)) {
		l.style = LABEL_LOWER_ROMAN;
		l.value = v;
		n = add(out, n, s, l, end, skip_blanks(s, end));
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

	while (i < s.n && letters < 8 && ((peek(s, i) | 0x20) >= 'a' && (peek(s, i) | 0x20) <= 'z')) {
		i = step(s, i);
		letters++;
	}
	if (letters == 0) {
		uint32_t cp = peek(s, 0);
		if (letter_value(cp, &upper) == 0 && cyrillic_value(cp) == 0)
			return n;
		dash = is_arabic_letter(cp); /* there a dash does what the stop does elsewhere */
		i = step(s, 0);
		letters = 1;
	}
	end = closing(s, i, dash, &cjk);
	if (!end ||
	    (end < s.n && !is_blank(peek(s, end)) && !(capital && closed_up_letter(s, end)) && peek(s, end) < 0x2E80) ||
	    (capital && char_dash(peek(s, skip_blanks(s, i))) && first_class(s, end) != 'U'))
		return n;
	v = letters == 1 ? letter_value(peek(s, 0), &upper) : 0;
	if (label_roman(span_sub(s, 0, i))) {
		bool cap = (s.s[0] & 0x20) == 0;
		l.value = label_roman(span_sub(s, 0, i));
		l.style = cap ? LABEL_ROMAN : LABEL_LOWER_ROMAN;
		n = add(out, n, s, l, end, skip_blanks(s, end));
	}
	l.style = (v ? upper : char_upper(peek(s, 0))) ? LABEL_LETTER : LABEL_ALPHA;
	l.value = v;
	n = add(out, n, s, l, end, skip_blanks(s, end));
	return letters == 1 ? add_cyrillic(out, n, s, l, peek(s, 0), end) : n;
}

static int
read_chinese(struct span s, struct label out[], int n)
{
	struct label l = {.style = LABEL_CHINESE};
	uint32_t cp = peek(s, 0);
	size_t i = 0, end;
	bool cjk;

	if (cp >= 0x3220 && cp <= 0x3229) {
		l.style = LABEL_CHINESE_PAREN;
		l.value = cp - 0x3220 + 1;
		l.paren = true;
		end = step(s, 0);
		return add(out, n, s, l, end, skip_blanks(s, end));
	}
	l.value = chinese(s, &i);
	end = l.value ? closing(s, i, false, &cjk) : 0;
	return end ? add(out, n, s, l, end, skip_blanks(s, end)) : n;
}

/* A number word of Arabic headings, longest first match, closed by a dash or colon. */
static int
read_words(struct span s, const struct label_words *words, struct label out[], int n)
{
	const struct span *lists[2] = {words->ordinal, words->letter};
	size_t counts[2] = {words->nordinal, words->nletter}, kind, k;

	for (kind = 0; kind < 2; kind++) {
		struct label l = {.style = kind ? LABEL_AR_LETTER : LABEL_AR_ORDINAL};
		size_t best = 0;
		for (k = 0; k < counts[kind]; k++) {
			struct span word = lists[kind][k];
			if (word.n > best && word.n <= s.n && memcmp(s.s, word.s, word.n) == 0) {
				best = word.n;
				l.value = (uint32_t)k + 1;
			}
		}
		if (best) {
			bool cjk;
			size_t end;
			while (peek(s, best) >= 0x64B && peek(s, best) <= 0x652)
				best = step(s, best);
			end = closing(s, best, true, &cjk);
			if (end)
				return add(out, n, s, l, end, skip_blanks(s, end));
		}
	}
	return n;
}

static uint32_t
same_sign(uint32_t cp)
{
	return cp == 0x2019 ? '\'' : char_lower(cp);
}

/* Bytes of word at i, whatever the case and the apostrophe; 0 when it does not stand there. */
static size_t
word_bytes(struct span s, size_t i, struct span word)
{
	size_t from = i, k = 0;

	while (k < word.n) {
		uint32_t want = utf8_next(word.s, word.n, &k);
		if (i >= s.n || same_sign(utf8_next(s.s, s.n, &i)) != same_sign(want))
			return 0;
	}
	return i - from;
}

/* A number in figures, capitals, Chinese numerals or words at *i, which moves behind it; 0 for none. */
static uint32_t
chapter_number(struct span s, size_t *i, const struct label_words *words)
{
	size_t k = *i, n, best = 0;
	uint32_t v = digits(s, &k), word = 0;

	if (v != UINT32_MAX) {
		uint32_t behind = peek(s, k + 1);
		if (k < s.n && s.s[k] >= 'A' && s.s[k] <= 'Z' && char_decimal(behind) < 0 &&
		    (!char_letter(behind) || char_han(behind)))
			k++; /* "29A" */
	} else {
		v = chinese(s, &k);
		if (v == 0) {
			while (k < s.n && k - *i < 8 && s.s[k] >= 'A' && s.s[k] <= 'Z')
				k++;
			v = label_roman(span_sub(s, *i, k));
		}
	}
	for (n = 0; v == 0 && n < words->nnth; n++) {
		size_t bytes = word_bytes(s, *i, words->nth[n]);
		if (bytes > best) {
			best = bytes;
			word = words->nth_value[n];
		}
	}
	*i = v ? k : *i + best;
	return v ? v : word;
}

/* A title begins behind the number: a capital, or in Arabic a word that is none of the small ones, behind a blank. */
static bool
titled(struct span s, size_t i)
{
	size_t letters = 0;

	if (!is_blank(peek(s, i)))
		return false;
	if (first_class(s, i) == 'U')
		return true;
	for (i = skip_blanks(s, i); i < s.n && is_arabic_letter(peek(s, i)); i = step(s, i))
		letters++;
	return letters > SMALL_WORD;
}

/* "Chapter II" alone on its line, or before a colon, stop, dash or title. */
static int
read_chapter(struct span s, const struct label_words *words, struct label out[], int n)
{
	size_t k;

	for (k = 0; k < words->nchapter; k++) {
		struct label l = {.style = LABEL_CHAPTER, .major = (uint32_t)k + 1};
		struct span all = words->chapter[k];
		if (peek(all, 0) != '*' && same_sign(peek(all, 0)) != same_sign(peek(s, 0)))
			continue; /* as most lines */
		size_t star = span_find(all, SPAN_LIT("*")), i, end;
		if (star == SIZE_MAX)
			continue;
		i = word_bytes(s, 0, span_sub(all, 0, star));
		if (star > 0 && (i == 0 || (char_upper(peek(all, 0)) && !char_upper(peek(s, 0)))))
			continue;
		l.value = chapter_number(s, &i, words);
		end = i + word_bytes(s, i, span_sub(all, star + 1, all.n));
		if (l.value == 0 || (star + 1 < all.n && end == i))
			continue;
		if (peek(s, end) == '.' && char_decimal(peek(s, end + 1)) >= 0)
			continue; /* "Rule XIII.4", which a text cites */
		if (end + 1 < s.n && is_blank(peek(s, end)) && peek(s, skip_blanks(s, end)) == ':')
			end = skip_blanks(s, end); /* as French sets colons */
		if (end < s.n && (peek(s, end) == ':' || peek(s, end) == '.' || peek(s, end) == 0xFF1A))
			end = step(s, end);
		if (end == s.n || (end > i && star + 1 < all.n && is_blank(peek(s, end))) || s.s[end - 1] == ':' ||
		    s.s[end - 1] == '.' || (l.titled = titled(s, end)))
			return add(out, n, s, l, end, skip_blanks(s, end));
	}
	return n;
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
	    (end < s.n && !is_blank(peek(s, end))))
		return n;
	l.value = digits(s, &part);
	return add(out, n, s, l, end, skip_blanks(s, end));
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
	size_t i = step(s, 0), end;

	if (!is_single_quote(peek(s, 0)) || (l.value = digits(s, &i)) > 99 || !is_single_quote(peek(s, i)))
		return n;
	end = step(s, i);
	if (end < s.n && !is_blank(peek(s, end)) && !char_letter(peek(s, end)))
		return n;
	return add(out, n, s, l, end, skip_blanks(s, end));
}

int
label_read(struct span line, const struct label_words *words, struct label out[LABEL_MAX])
{
	uint32_t cp;
	int n = 0;

	if (line.n == 0)
		return 0;
	cp = peek(line, 0);
	if (char_decimal(cp) >= 0) {
		n = read_arabic(line, out, n);
		if (n == 0)
			n = read_code(line, out, n);
		return n ? n : read_paren(line, out, n);
	}
	if (words && is_arabic_letter(cp))
		n = read_words(line, words, out, n);
	if (n == 0)
		n = read_chinese(line, out, n);
	if (n == 0)
		n = read_stopped(line, out, n);
	if (n == 0)
		n = read_paren(line, out, n);
	if (n == 0)
		n = read_quoted(line, out, n);
	if (n == 0 && words)
		n = read_chapter(line, words, out, n);
	return n;
}

int
label_read_alone(struct span line, const struct label_words *words, struct label out[LABEL_MAX])
{
	char closed[32];
	struct label all[LABEL_MAX];
	bool arabic = line.n > 0 && is_arabic_letter(peek(line, 0));
	int n, k, kept = 0;

	if (line.n == 0 || line.n + 3 > sizeof closed)
		return 0;
	memcpy(closed, line.s, line.n);
	memcpy(closed + line.n, arabic ? " -" : ".", arabic ? 2 : 1);
	n = label_read((struct span){closed, line.n + (arabic ? 2 : 1)}, words, all);
	for (k = 0; k < n; k++) {
		enum label_style s = all[k].style;
		if (all[k].n <= line.n || (s != LABEL_ROMAN && s != LABEL_LETTER && s != LABEL_CHINESE &&
		                           s != LABEL_AR_ORDINAL && s != LABEL_AR_LETTER))
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
		for (i = skip_blanks(line, i); i < line.n && !is_blank(peek(line, i));)
			i = step(line, i);
	return i;
}

int
label_read_bare(struct span line, const struct label_words *words, struct label out[LABEL_MAX])
{
	bool arabic = line.n > 0 && is_arabic_letter(peek(line, 0));
	int n = 0, count;

	/* eleventh and more are two words there */
	for (count = arabic ? 2 : 1; n == 0 && count > 0; count--) {
		size_t end = words_bytes(line, count), body = skip_blanks(line, end);
		if (body == line.n || first_class(line, body) == 'l')
			continue;
		n = label_read_alone(span_sub(line, 0, end), words, out);
		for (int k = 0; k < n; k++) {
			out[k].body = (uint16_t)body;
			out[k].first = first_class(line, body);
		}
	}
	return n;
}
