/* SPDX-License-Identifier: MIT */
/*
 * label_scan.h - what the readers of labels share: characters, numbers and closing signs of a line.
 * Needs: base, label.h.  Owns: nothing.
 */
#ifndef RECOGNISE_LABEL_SCAN_H
#define RECOGNISE_LABEL_SCAN_H

#include "recognise/label.h"

/* The character at byte i; 0 at the end. */
static inline uint32_t
scan_peek(struct span s, size_t i)
{
	return i < s.n ? utf8_next(s.s, s.n, &i) : 0;
}

/* The byte behind the character at byte i. */
static inline size_t
scan_step(struct span s, size_t i)
{
	if (i < s.n)
		utf8_next(s.s, s.n, &i);
	return i;
}

/* A blank of any width, or a mark that sets none. */
static inline bool
scan_is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x3000 || (cp >= 0x2002 && cp <= 0x200B) ||
	       cp == 0x200E || cp == 0x200F || cp == 0x202F;
}

/* The first byte from i on that begins no blank. */
static inline size_t
scan_blanks(struct span s, size_t i)
{
	while (i < s.n && scan_is_blank(scan_peek(s, i)))
		i = scan_step(s, i);
	return i;
}

static inline bool
scan_is_arabic(uint32_t cp)
{
	return cp >= 0x620 && cp <= 0x64A;
}

/* The number in figures of any script at *i, which moves behind five of them at the most; UINT32_MAX for none. */
uint32_t scan_digits(struct span, size_t *i);

/* The Chinese numeral up to 99 at *i, which moves behind it; 0 for none. */
uint32_t scan_chinese(struct span, size_t *i);

/* The class of the text from byte i on, without its quotation marks and brackets: as the field first of a label. */
uint8_t scan_first(struct span, size_t i);

/*
 * The byte behind the sign that closes a label at byte i: a stop, also with a dash (".-"), a Chinese comma, or, where
 * asked for, a dash between blanks; 0 for none.  *cjk: it is a sign of Chinese.
 */
size_t scan_closing(struct span, size_t i, bool dash, bool *cjk);

/*
 * Put the label, of which style and value are known, behind the n of out: it ends at byte end of the line and its text
 * begins at body.  How many there are then: no more where its value is none, or out is full.
 */
int scan_add(struct label out[], int n, struct span, struct label, size_t end, size_t body);

/* Readers in label_words.c: add what they find to out, and return how many are there then. */
/* A number word of Arabic headings, the longest that fits, closed by a dash or stop. */
int label_read_words(struct span, const struct label_words *, struct label out[], int n);
/* "Chapter II" alone on its line, or before a colon, stop, dash or title. */
int label_read_chapter(struct span, const struct label_words *, struct label out[], int n);

#endif
