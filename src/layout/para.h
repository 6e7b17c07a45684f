/* SPDX-License-Identifier: MIT */
/*
 * para.h - paragraphs: measure once, break for any measure, place glyphs.
 * Needs: base, font.h.  Owns: everything is in the arena given; shaped words live in the cache.
 *
 * Three steps, kept apart: para_new shapes words (through the cache) and finds every legal break
 * (UAX #14 by Pango's attributes, language rules, hyphens); para_break chooses the breaks by total
 * fit (Knuth and Plass 1981); para_line places the glyphs of one chosen line.
 */
#ifndef LAYOUT_PARA_H
#define LAYOUT_PARA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "layout/font.h"
#include "layout/letters.h"
#include "layout/pages.h"
#include "layout/rule.h"

/* How text looks; shared by many inlines, compared by pointer. */
struct text_style {
	const char *families;  /* comma separated */
	int weight;            /* 100..900 */
	bool italic;
	double size_pt;
	double hscale;         /* 1 = 100 % */
	double tracking_pt;    /* added after each glyph */
	double tracking_flex_pt; /* what a justified line may add to it or take from it */
	double space_pt;       /* added to each space */
	double space_more_pt, space_less_pt; /* what a justified line may at least add to it and take from it */
	double rise_pt;        /* baseline shift, up is positive */
	bool steady;           /* raised or not, it asks for no more height */
	double line_height_pt; /* of this inline area; <= 0 or equal to the block's: only the
	                          letters' own height counts, raised or not */
	uint32_t rgb;
	const char *lang;      /* BCP 47 */
	bool hyphenate;
	bool underline, strike, overline;
	bool hidden;           /* its place stays empty */
	enum letter_case letters;
	bool nowrap;           /* lines end at forced ends only */
};

enum inl_kind {
	INL_TEXT,
	INL_BREAK,   /* forced line end (U+2028, linefeed-treatment preserve) */
	INL_LEADER,  /* fills or has a fixed length; may be a tab */
	INL_BOX,     /* fixed box: picture or inline container */
	INL_MARK,    /* a point without width: note call, anchor */
	INL_CONTROL, /* begins or ends an embedding or override of the direction */
	INL_EDGE     /* begins or ends a box around inlines: border, padding, background */
};

/* The box of an inline: as high as its letters, broken where its lines are. */
struct inl_box {
	const struct fo_props *p;
	double above, below;          /* of border and padding, pt */
	double apart_start, apart_end;/* what of the widths of its edges lies outside the border */
};

enum leader_pattern { LEADER_SPACE, LEADER_RULE, LEADER_DOTS };

struct inl {
	enum inl_kind kind;
	const struct text_style *style;
	struct span text;             /* TEXT */
	struct selem *selem;          /* structure leaf of the glyphs; NULL = artifact */
	enum artifact artifact;
	const struct link *link;
	void *user;                   /* MARK: handed back in the line that holds the text before it;
	                                 BOX: free for the caller, see para_line.box */
	double width, height, depth;  /* BOX; height above, depth below the baseline */
	uint32_t control;             /* CONTROL: U+202A .. U+202E */
	const struct inl_box *box;    /* EDGE: that begins here, its width that of border, padding and space; NULL = that
	                                 begun last ends */
	enum leader_pattern pattern;  /* LEADER */
	enum fo_word rule;            /* LEADER_RULE: its style */
	double min, opt, max;         /* LEADER: length in pt; max >= 1e6 = fills the line */
	double tab_pt;                /* LEADER: > 0 = go to the next multiple of the tab grid at or
	                                 after this distance from the block's start edge */
	double rule_pt;               /* LEADER_RULE: thickness */
	double pattern_pt;            /* LEADER_DOTS: from dot to dot; 0 = half an em */
};

enum text_align { ALIGN_START, ALIGN_END, ALIGN_CENTER, ALIGN_JUSTIFY };

/* How a paragraph is set.  All lengths pt. */
struct para_style {
	double measure;         /* width of the lines */
	double first_indent;    /* text-indent; may be negative (hanging) */
	double last_end_indent; /* last-line-end-indent: < 0 lets the last line go on */
	double tab_grid;        /* distance of default tab stops; 0 = none */
	enum text_align align, align_last;
	double line_height;     /* leading, baseline to baseline */
	const struct text_style *base; /* strut: at least this ascent and descent per line */
	bool rtl;
	bool hyphenate;
	int hyphen_left, hyphen_right; /* least characters before and after; default 2, 3 */
	int hyphen_ladder;      /* most consecutive hyphenated lines; 0 = no limit */
	double expansion;       /* glyphs may be scaled by +- this (0.02 = 2 %) */
	double tracking_rescue; /* times tracking_flex_pt that only lines beyond the tolerance may add */
	bool protrusion;        /* hyphens and points hang in the margin */
	bool kashida;           /* Arabic words of justified lines may be drawn out */
	double tolerance;       /* greatest stretch ratio wanted; looser lines only where nothing
	                           else is possible; 0 = 1.5 */
	int looseness;
};

struct para;

/* Shape and analyse.  Never NULL; missing glyphs are reported at pos and drawn as .notdef. */
struct para *para_new(struct arena *, struct fontset *, const struct inl *, size_t n,
                      const struct para_style *, struct pos pos, struct diag *);

/* Where a BOX stands in its line; its bottom is inl->depth below the baseline. */
struct para_box {
	const struct inl *inl;
	double x;                /* from the line's start edge to the box's start edge */
};

/* One chosen line. */
struct para_line {
	double ascent, descent;  /* of the line box around the baseline, half-leading included */
	double width;            /* natural width, pt */
	double ratio;            /* stretch (> 0) or shrink (< 0) ratio; 0 for ragged lines */
	double gap_pt;           /* mean width of the word gaps as set; 0 = none */
	double overfull_pt;      /* > 0: what stands out of the measure */
	bool hyphenated;         /* ends in an added hyphen */
	bool last;
	size_t from, to;         /* break points, for para_place */
	void **user;             /* MARK users whose point lies in this line, in order */
	size_t nuser;
	const struct para_box *box; /* the BOX inlines of this line */
	size_t nbox;
};

/* Break for the measure of the style.  Lines are in the para's arena; n > 0 unless empty. */
const struct para_line *para_break(struct para *, size_t *n);

/*
 * Put the items of line i into the page, in logical order: start edge of the measure at x (the
 * right edge when the style is rtl), baseline at y.  The texts of the items, joined, are the text of
 * the paragraph with U+00AD at added hyphens; spaces at line ends are there, without width.
 * Where letters are changed, the items tell the text as it came.
 * Glyphs and texts are in the arena given, the row of items in the paragraph's own.
 * A leader reads as one space unless it has neither selem nor artifact; dots, rules and underlines
 * are artifacts.  BOX draws nothing.
 */
void para_place(struct para *, size_t i, double x, double y, struct arena *, struct page *);

/* Widest unbreakable piece, widest word where ties between words break too, and the width of everything on one line
 * (tables, auto width). */
double para_min_width(const struct para *);
double para_word_width(const struct para *);
double para_max_width(const struct para *);

#endif
