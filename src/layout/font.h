/* SPDX-License-Identifier: MIT */
/*
 * font.h - the pinned fonts: find, load, measure, shape.
 * Needs: base, fontconfig (private configuration only), FreeType, HarfBuzz.
 * Owns: a fontset owns its fonts; they live until fontset_free.  One per process is enough.
 */
#ifndef LAYOUT_FONT_H
#define LAYOUT_FONT_H

#include <stdbool.h>
#include <stdint.h>

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
