/* SPDX-License-Identifier: MIT */
/*
 * font_set.h - what the shaper knows of a fontset beyond font.h: HarfBuzz fonts and font lists.
 * Needs: font.h, HarfBuzz.  Owns: nothing; everything belongs to the fontset.
 */
#ifndef LAYOUT_FONT_SET_H
#define LAYOUT_FONT_SET_H

#include <hb.h>

#include "base/arena.h"
#include "layout/font.h"

/* The fonts that serve one family list, weight and slant, best first; compared by pointer. */
struct fontlist {
	struct fontlist *next;
	const char *families;
	int weight;
	bool italic;
	struct font **font;
	size_t nfont;
};

/* The list for a request, made on first use; never NULL and never empty. */
const struct fontlist *fontlist_for(struct fontset *, const char *families, int weight, bool italic);
/* The first font of the list that has cp, or NULL. */
const struct font *fontlist_find(const struct fontlist *, uint32_t cp);
/* The same for text of a language: Chinese quotes, dashes and dots come from the Chinese font. */
const struct font *fontlist_find_lang(const struct fontlist *, uint32_t cp, const char *lang);

/* HarfBuzz font at design units, opened on first use; NULL when the file cannot be read. */
hb_font_t *font_hb(const struct font *);
unsigned font_upem(const struct font *);
bool font_has(const struct font *, uint32_t cp, uint32_t *glyph);

/* Report cp once per document (a new diag starts a new document). */
void fontset_report_missing(struct fontset *, uint32_t cp, struct pos, struct diag *);

/* The caches that live with the set; each is made by its own file on first use. */
struct wordcache;
struct hyphenators;
struct wordcache **fontset_words(struct fontset *);
struct hyphenators **fontset_hyphenators(struct fontset *);
/* The words of a language to keep with figures, or NULL. */
const struct keep_words *fontset_keeps(struct fontset *, const char *lang, struct diag *);

#endif
