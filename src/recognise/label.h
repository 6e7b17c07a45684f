/* SPDX-License-Identifier: MIT */
/*
 * label.h - the number or letter at the start of a line, in every style that reports use.
 * Needs: base.  Owns: nothing.
 */
#ifndef RECOGNISE_LABEL_H
#define RECOGNISE_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

enum label_style {
	LABEL_ROMAN,          /* II. */
	LABEL_LETTER,         /* B. */
	LABEL_ARABIC,         /* 12.  12 -  １２．  ١٢ - */
	LABEL_DOTTED,         /* 24.11 */
	LABEL_ALPHA,          /* b)  (b)  b.  (bb); Cyrillic and Arabic letters too */
	LABEL_LOWER_ROMAN,    /* ii)  (ii)  ii. */
	LABEL_ARABIC_PAREN,   /* (2)  2)  '2' */
	LABEL_CHINESE,        /* 二、  二. */
	LABEL_CHINESE_PAREN,  /* (二)  ㈡ */
	LABEL_AR_ORDINAL,     /* first, second ... in Arabic words */
	LABEL_AR_LETTER,      /* names of Arabic letters */
	LABEL_CHAPTER,        /* Chapter II, Part 3, Part B: a word and a number or letter, alone or before a title */
	LABEL_CODE,           /* 2098/QT.2/7: the code of a decision, counted by its last number */
	LABEL_STYLES
};

#define LABEL_MAX 3

struct label {
	enum label_style style;
	uint32_t value;       /* from 1; DOTTED: the last part */
	uint32_t major;       /* DOTTED: the part before the last stop; CHAPTER: which of the words, from 1 */
	uint16_t n;           /* bytes of the label as printed, closing sign included */
	uint16_t body;        /* offset of the text after it; equal to the line's length when alone */
	bool titled;          /* LABEL_CHAPTER: the title stands behind a blank alone */
	bool lettered;        /* LABEL_CHAPTER: it counts by letters, apart from those by numbers */
	bool paren;           /* closed by a bracket */
	uint8_t first;        /* the letter case of the text: 'U', 'l', 'd' digit, 'o' other, 0 none */
};

/* Words of labels and of their numbers, as they are printed; from the terms. */
struct label_words {
	const struct span *ordinal;  /* first ... */
	size_t nordinal;
	const struct span *letter;   /* names of letters in abjad order */
	size_t nletter;
	const struct span *chapter;  /* such as "Chapter *": the star is the number */
	size_t nchapter;
	const struct span *nth;      /* number words behind such a word */
	const uint32_t *nth_value;   /* and what they count */
	size_t nnth;
};

/*
 * All readings of the label that line (without blanks at both ends) starts with, the likeliest
 * first; 0 when there is none.  words may be NULL.
 */
int label_read(struct span line, const struct label_words *words, struct label out[LABEL_MAX]);
/* The same for a Roman figure, letter or number word that is the whole line, without closing sign. */
int label_read_alone(struct span line, const struct label_words *words, struct label out[LABEL_MAX]);
/* The same before a blank and a title, which begins with no small letter: "IV  Other matters". */
int label_read_bare(struct span line, const struct label_words *words, struct label out[LABEL_MAX]);

const char *label_style_name(enum label_style);
/* "II." "B." and what Chinese and Arabic write for them: numbers that headings have, and hardly an item of a list. */
bool label_heads(enum label_style);

/* Value of a lower-case or upper-case roman number in its shortest form, or 0. */
uint32_t label_roman(struct span);

/* The Latin letter that a Cyrillic one looks like; other characters as they are. */
uint32_t label_latin(uint32_t cp);

#endif
