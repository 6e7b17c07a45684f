/* SPDX-License-Identifier: MIT */
/*
 * shape.h - words shaped once: glyphs, widths, break and hyphen points in em, kept in a cache.
 * Needs: font_set.h.  Owns: the cache belongs to the fontset; words live as long as it does.
 *
 * A word is text between spaces, or one ideograph.  All lengths are in em (size 1), so that one
 * entry serves every size, horizontal scale and tracking.
 */
#ifndef LAYOUT_SHAPE_H
#define LAYOUT_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/font_set.h"

#define WORDCACHE_LIMIT_BYTES (32u << 20) /* fontset_trim empties a larger cache */

struct word_glyph {
	uint32_t index, cluster; /* cluster: byte of the word */
	float advance, dx, dy;   /* em; dy up */
};

/* Glyphs of one font and script, in visual order. */
struct word_run {
	const struct font *font;
	uint32_t from, to;       /* glyphs */
	uint32_t at, end;        /* bytes of the word */
	bool joined;             /* a script that tracking would tear apart */
};

/* NEED: only where nothing better will do. */
enum word_break_kind { WORD_BREAK, WORD_BREAK_URL, WORD_BREAK_NEED, WORD_BREAK_SOFT, WORD_BREAK_HYPHEN };

/* A place inside a word where a line may end. */
struct word_break {
	enum word_break_kind kind;
	uint32_t byte;     /* of the word: the next line starts here */
	float em;          /* advance of the glyphs before */
	uint32_t clusters; /* clusters before that are tracked: not those of joined scripts */
	float hang;        /* em the last character may stand out at the line end */
	uint8_t left, right; /* HYPHEN: letters on either side */
};

struct word {
	struct word *next;          /* same hash slot */
	const struct fontlist *list;
	const char *lang;
	uint32_t hash;
	bool rtl;
	struct span text;
	struct word_run *run;
	struct word_glyph *glyph;
	struct word_break *brk;     /* rising; hyphen points only once asked for */
	uint32_t nrun, nglyph, nbrk;
	uint32_t nclusters;         /* tracked ones */
	double em;                  /* advance */
	float hang_start, hang_end; /* em the first and last character may stand out */
	uint32_t first_cp, last_cp;
	uint32_t kashida;           /* byte before which the word may be drawn out; 0 = nowhere */
	uint8_t kashida_rank;       /* the less the better the place */
	float tatweel;              /* em, width of the glyph that does it */
	bool missing;               /* some character has no glyph */
	bool hyphenated;            /* hyphen points are in brk */
	bool cjk;                   /* one ideograph or full-width mark */
};

/*
 * The shaped word.  lang is compared by text.  before and after are the neighbouring text in the
 * same token, which decides how Arabic letters join; with any the word is not shared.
 */
const struct word *word_shape(struct fontset *, const struct fontlist *, const char *lang, bool rtl,
                              struct span text, struct span before, struct span after);
/* The same word with its hyphen points. */
const struct word *word_hyphenate(struct fontset *, const struct word *);

/* Ideographs, kana, Hangul and full-width marks, which break and stretch between characters. */
static inline bool
cp_is_cjk(uint32_t cp)
{
	return cp >= 0x2E80 && (cp <= 0x9FFF || (cp >= 0xAC00 && cp <= 0xD7A3) || (cp >= 0xF900 && cp <= 0xFAFF) ||
	    (cp >= 0xFE30 && cp <= 0xFE4F) || (cp >= 0xFF01 && cp <= 0xFF60) || (cp >= 0xFFE0 && cp <= 0xFFE6) ||
	    (cp >= 0x20000 && cp <= 0x3FFFD));
}
/* The empty half of a full-width mark: -1 left (opening), 1 right (closing, stops), 0 none. */
int cjk_blank_side(uint32_t cp);

/* A way through the glyphs of a word in the order of its text; begin with the word alone set. */
struct word_walk {
	const struct word *word;
	uint32_t run, glyph;     /* passed: runs, and glyphs of the next one */
	uint32_t clusters;       /* passed: tracked clusters */
	double em;               /* passed: advance */
};
/* Pass the glyphs that belong to the bytes before `byte`; never back. */
void word_walk(struct word_walk *, uint32_t byte);

void wordcache_free(struct wordcache *);
size_t wordcache_bytes(const struct wordcache *);

#endif
