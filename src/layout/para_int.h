/* SPDX-License-Identifier: MIT */
/*
 * para_int.h - the inside of a paragraph, shared by building, breaking and placing.
 * Needs: para.h, shape.h.  Owns: everything is in the paragraph's arena.
 *
 * A paragraph is a row of elements (boxes and glue in the words of Knuth and Plass 1981) and a
 * list of legal breaks.  Each break knows the sums of width and elasticity before and after it,
 * so that a line between two breaks is measured by a subtraction.
 */
#ifndef LAYOUT_PARA_INT_H
#define LAYOUT_PARA_INT_H

#include "layout/para.h"
#include "layout/shape.h"

enum elem_kind { ELEM_WORD, ELEM_SPACE, ELEM_GAP, ELEM_LEADER, ELEM_BOX, ELEM_EDGE, ELEM_FORCED };

struct elem {
	uint8_t kind;            /* enum elem_kind */
	uint8_t level;           /* bidi embedding level */
	bool rigid;              /* before a tab: neither stretches nor is expanded */
	uint32_t inl;            /* index of the inline */
	uint32_t at, len;        /* bytes in the paragraph's text */
	union {
		const struct word *word; /* WORD */
		const struct font *font; /* SPACE: whose glyph is drawn */
	};
	float w, y, z;           /* natural width, stretch, shrink; pt */
	float t;                 /* what tracking may add or take; pt */
	float k;                 /* by how much kashida may draw it out; pt */
};

/* Sums over elements, pt. */
struct sum {
	double w, y, z;
	double e;                /* width of what glyph expansion scales */
	double t;                /* what tracking may add or take */
	double k;                /* what kashida may add */
	uint32_t fill;           /* leaders that fill */
};

/* NEED: when no way without it sets every line well; KEPT: at a space that ties words which no line can hold;
 * ANYWHERE: inside a word wider than the measure or between the pieces of one, when nothing else helps. */
enum brk_kind { BRK_SPACE, BRK_PLAIN, BRK_URL, BRK_HYPHEN, BRK_NEED, BRK_KEPT, BRK_ANYWHERE, BRK_FORCED };

struct brk {
	enum brk_kind kind;
	uint32_t end, end_byte;     /* the line ends before byte end_byte of element end */
	uint32_t start, start_byte; /* the next line starts here */
	struct sum pre, post;       /* sums up to the end and up to the next start */
	float hyphen;               /* width of the hyphen added */
	float hang_end, hang_start; /* what may stand out at the end and at the next start */
};

/* A MARK or BOX and the byte of the text it stands at. */
struct point {
	uint32_t at;
	void *user;
};

/* What breaking decided for a line. */
struct choice {
	uint32_t from, to;    /* indices of breaks; line = ]from, to] */
	double ratio;         /* glue set ratio */
	double expand;        /* glyph scale - 1 */
	double track;         /* part of what tracking may add (> 0) or take (< 0) */
	double kashida;       /* what words are drawn out by, all in all; pt */
	double fill;          /* length added to each filling leader */
	double shift;         /* of the line's start from the start edge, pt */
};

/* The inlines in a box, its edges among them. */
struct boxed {
	uint32_t from, to;
	uint32_t outer;       /* 1 + the box it is in; 0 = none */
	uint32_t depth;
	size_t run;           /* while a line is placed: 1 + its last run there */
};

/* What building asks of a text style again and again. */
struct style_facts {
	const struct text_style *style;
	const struct fontlist *list;
	double em;               /* width of 1 em, pt */
	double space, hyphen;    /* widths, pt */
	float stretch, shrink;   /* of the space */
	const struct keep_words *keep;
};

struct para {
	struct arena *arena;
	struct fontset *set;
	const struct inl *inl;
	size_t ninl;
	const struct para_style *style;
	struct pos pos;
	struct diag *diag;
	struct span text;        /* as shown */
	struct span source;      /* as it came, and the byte of it that each byte shown comes from; or NULL */
	uint32_t *origin;
	bool controls, edges;    /* there are CONTROLs, EDGEs */
	struct boxed *boxed;     /* in the order of their starts */
	uint32_t *box_of;        /* by inline: 1 + the innermost box around it; NULL = there is none */
	uint32_t *inl_at;        /* byte where inline i starts; ninl + 1 entries */
	uint8_t *level;          /* per byte, or NULL when all is left to right */
	struct elem *elem;
	size_t nelem, cap_elem;
	struct brk *brk;         /* brk[0] is the start of the paragraph */
	size_t nbrk, cap_brk;
	struct point *point;
	size_t npoint, cap_point;
	struct sum sum;          /* while building */
	struct style_facts facts;/* of the style met last */
	struct para_line *line;
	struct choice *choice;
	size_t nline;
};

/* Choose the breaks: returns their indices, rising, without brk[0]; n > 0 when nbrk > 1. */
uint32_t *linebreak(struct arena *, const struct para *, size_t *n);
/* Total demerits of a row of breaks (section 3 of the paper); INFINITY when a line cannot be set. */
double linebreak_cost(const struct para *, const uint32_t *brk, size_t n);
/* How line ]from, to] is set; true when it does not stand out of the measure. */
bool line_fit(const struct para *, uint32_t from, uint32_t to, struct choice *out, double *overfull);

/* The byte of the text where the line after a break starts. */
uint32_t para_byte(const struct para *, uint32_t brk);

/* Width in pt of 1 em of a style's glyphs, before expansion. */
double style_em(const struct text_style *);

#endif
