/* SPDX-License-Identifier: MIT */
/*
 * numbering.h - the model of the numbering: what is open, and how well the next number fits.
 * Needs: label.h.  Owns: nothing; a state is a plain value.
 *
 * A report counts several things at once: headings by rank (I., A., 1., (a)), paragraphs through
 * the body (again from 1 in an annex, or under an unnumbered heading and then on from where they
 * were), and items of nested lists.  Each reading of a line moves this state; the fit is how much
 * that move explains, as a log-likelihood ratio against plain text.
 */
#ifndef RECOGNISE_NUMBERING_H
#define RECOGNISE_NUMBERING_H

#include <stdbool.h>
#include <stdint.h>

#include "recognise/label.h"

#define NUMBERING_ITEMS 4
#define NUMBERING_RANKS 3 /* of headings that an annex inside the text does not end */
#define STYLE_BULLET LABEL_STYLES       /* item styles without a value */
#define STYLE_DASH (LABEL_STYLES + 1)
#define STYLE_STOPPED (LABEL_STYLES + 2) /* and the style */

/* A label alone on its line: its text must follow, or the draft has lost it. */
enum { ALONE_NOT, ALONE_AWAITED, ALONE_LOST };

struct numbering {
	uint16_t head[LABEL_STYLES];        /* last value of each heading style, 0 = none open */
	uint16_t before[NUMBERING_RANKS];   /* last value of each high rank before an annex, to go on from; or 0 */
	uint16_t para, outer;               /* last paragraph; the count to go back to, or 0 */
	uint16_t inner;                     /* the count or list that the heading before left, to go on from; or 0 */
	uint16_t within;                    /* the paragraph behind which they began anew, under no heading; or 0 */
	uint16_t major;                     /* chapter of dotted numbers */
	uint16_t item[NUMBERING_ITEMS];
	uint8_t item_style[NUMBERING_ITEMS];
	uint8_t nitem;
	uint8_t open;                       /* enum reading of the block that is open */
	uint8_t alone;                      /* whether its label stood so */
	uint8_t clauses;                    /* inside a preamble */
	uint8_t started;                    /* something else than titles stands in this part */
};

/* Each moves the state and returns the fit. */
float numbering_head(struct numbering *, const struct label *);
float numbering_plain(struct numbering *);
/* Is it the next of the open headings of its style? */
bool numbering_head_is_next(const struct numbering *, const struct label *);
/* A colon before the number announces a list, unless an organ decides. */
float numbering_para(struct numbering *, const struct label *, bool announced);
float numbering_item(struct numbering *, const struct label *, bool after_colon);
float numbering_bullet(struct numbering *, bool dash, bool after_colon);
/* "a.", whose items are counted apart from those of "(a)". */
bool numbering_is_stopped(const struct label *);
/* Is the innermost open list one of bullets or dashes? */
bool numbering_hangs_signs(const struct numbering *);
/* Is a list of dashes open? */
bool numbering_has_dashes(const struct numbering *);
/* What an organ decides begins: its paragraphs count anew, behind it the others go on. */
void numbering_body(struct numbering *);
/* An annex or a front part starts: everything counts anew, or goes on behind the annex. */
void numbering_reset(struct numbering *, bool annex);

/* 0 for the style of the highest headings, 5 for the lowest. */
int numbering_rank(enum label_style);

#endif
