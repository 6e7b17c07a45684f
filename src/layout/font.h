/* SPDX-License-Identifier: MIT */
/*
 * font.h - the pinned fonts: find, load, measure, shape.
 * Needs: base, fontconfig (private configuration only), FreeType, HarfBuzz.
 * Owns: a fontset owns its fonts; they live until fontset_free.  One per process is enough.
 */
#ifndef LAYOUT_FONT_H
#define LAYOUT_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

struct fontset;
struct font;

/* Metrics per 1 pt of type size (em = 1); descent is positive. */
struct font_metrics {
	double ascent, descent, cap_height, x_height, space, underline_pos, underline_size;
};

/* Open the private configuration fonts/fonts.conf; NULL after a report. */
struct fontset *fontset_open(struct diag *);
void fontset_free(struct fontset *);
/* Words of a language that stand on one line with a figure: "para. 12", "4 per cent", "10 de mayo". */
struct keep_words {
	const struct span *before;   /* a figure follows them */
	const struct span *after;    /* they follow a figure */
	const struct span *between;  /* they may come between a figure and a word of `after` */
	size_t nbefore, nafter, nbetween;
};
/* Finds the words of a language (BCP 47); false when there are none.  They live in the arena. */
typedef bool keep_loader(struct arena *, const char *lang, struct keep_words *out, struct diag *);
/* Ask this for the words of each language met; without it only grouped figures are kept. */
void fontset_keep_with(struct fontset *, keep_loader *);
/* Let other libraries (librsvg) find the pinned fonts by name; scans their files on the first call. */
void fontset_share(struct fontset *);
/* Drop the caches when they have grown large.  Call between documents: no para may be alive. */
void fontset_trim(struct fontset *);

/*
 * The font for a family list ("Liberation Serif, Noto Naskh Arabic"), weight (100..900) and
 * slant that has cp; tries the families in order, then the configuration's fallbacks.  lang
 * (BCP 47, may be NULL) decides for the marks that Chinese and Latin share.
 * NULL when no pinned font has it (the caller reports LAYOUT_NO_GLYPH).
 */
const struct font *font_for(struct fontset *, const char *families, int weight, bool italic,
                            uint32_t cp, const char *lang);
const struct font_metrics *font_metrics(const struct font *);
const char *font_name(const struct font *);   /* PostScript name, for dumps and messages */
/* For painters: a FT_Face (as void *) that lives as long as the set. */
void *font_ft_face(const struct font *);

#endif
