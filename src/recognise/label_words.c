/* SPDX-License-Identifier: MIT */
/* label_words.c - labels of words: Arabic number words, chapters and what is counted as they are. */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/label_scan.h"

#define SMALL_WORD 3 /* letters of the particles of Arabic, at the most */

int
label_read_words(struct span s, const struct label_words *words, struct label out[], int n)
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
			while (scan_peek(s, best) >= 0x64B && scan_peek(s, best) <= 0x652)
				best = scan_step(s, best);
			end = scan_closing(s, best, true, &cjk);
			if (end)
				return scan_add(out, n, s, l, end, scan_blanks(s, end));
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

#define ROMAN_ALONE 50 /* from here on one capital alone is a letter: "C" counts third */

/* A number in figures, capitals, Chinese numerals or words at *i, which moves behind it; 0 for none. */
static uint32_t
chapter_number(struct span s, size_t *i, const struct label_words *words)
{
	size_t k = *i, n, best = 0;
	uint32_t v = scan_digits(s, &k), word = 0;

	if (v != UINT32_MAX) {
		uint32_t behind = scan_peek(s, k + 1);
		if (k < s.n && s.s[k] >= 'A' && s.s[k] <= 'Z' && char_decimal(behind) < 0 &&
		    (!char_letter(behind) || char_han(behind)))
			k++; /* "29A" */
	} else {
		v = scan_chinese(s, &k);
		if (v == 0) {
			while (k < s.n && k - *i < 8 && s.s[k] >= 'A' && s.s[k] <= 'Z')
				k++;
			v = label_roman(span_sub(s, *i, k));
			v = v < ROMAN_ALONE || k - *i > 1 ? v : 0;
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

/* A capital letter, or the name of an Arabic one, at *i, which moves behind it; 0 for none. */
static uint32_t
chapter_letter(struct span s, size_t *i, const struct label_words *words)
{
	uint32_t v = 0, cp = label_latin(scan_peek(s, *i));
	size_t best = 0, k;

	if (cp >= 'A' && cp <= 'Z') {
		*i = scan_step(s, *i);
		return cp - 'A' + 1;
	}
	for (k = 0; k < words->nletter; k++) {
		size_t bytes = word_bytes(s, *i, words->letter[k]);
		if (bytes > best) {
			best = bytes;
			v = (uint32_t)k + 1;
		}
	}
	*i += best;
	return v;
}

/* A title begins behind the number: a capital, or in Arabic a word that is none of the small ones, behind a blank. */
static bool
titled(struct span s, size_t i)
{
	size_t letters = 0;

	if (!scan_is_blank(scan_peek(s, i)))
		return false;
	if (scan_first(s, i) == 'U')
		return true;
	for (i = scan_blanks(s, i); i < s.n && scan_is_arabic(scan_peek(s, i)); i = scan_step(s, i))
		letters++;
	return letters > SMALL_WORD;
}

int
label_read_chapter(struct span s, const struct label_words *words, struct label out[], int n)
{
	size_t k;

	for (k = 0; k < words->nchapter; k++) {
		struct label l = {.style = LABEL_CHAPTER, .major = (uint32_t)k + 1};
		struct span all = words->chapter[k];
		if (scan_peek(all, 0) != '*' && same_sign(scan_peek(all, 0)) != same_sign(scan_peek(s, 0)))
			continue; /* as most lines */
		size_t star = span_find(all, SPAN_LIT("*")), i, end;
		if (star == SIZE_MAX)
			continue;
		i = word_bytes(s, 0, span_sub(all, 0, star));
		if (star > 0 && (i == 0 || (char_upper(scan_peek(all, 0)) && !char_upper(scan_peek(s, 0)))))
			continue;
		l.value = chapter_number(s, &i, words);
		if (l.value == 0) {
			l.value = chapter_letter(s, &i, words);
			l.lettered = l.value > 0;
		}
		end = i + word_bytes(s, i, span_sub(all, star + 1, all.n));
		if (l.value == 0 || (star + 1 < all.n && end == i))
			continue;
		if (scan_peek(s, end) == '.' && char_decimal(scan_peek(s, end + 1)) >= 0)
			continue; /* "Rule XIII.4", which a text cites */
		if (end + 1 < s.n && scan_is_blank(scan_peek(s, end)) && scan_peek(s, scan_blanks(s, end)) == ':')
			end = scan_blanks(s, end); /* as French sets colons */
		if (end < s.n && (scan_peek(s, end) == ':' || scan_peek(s, end) == '.' || scan_peek(s, end) == 0xFF1A))
			end = scan_step(s, end);
		if (end == s.n || (end > i && star + 1 < all.n && scan_is_blank(scan_peek(s, end))) || s.s[end - 1] == ':' ||
		    s.s[end - 1] == '.' || (l.titled = !l.lettered && titled(s, end)))
			return scan_add(out, n, s, l, end, scan_blanks(s, end));
	}
	return n;
}
