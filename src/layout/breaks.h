/* SPDX-License-Identifier: MIT */
/*
 * breaks.h - where a line may end: UAX #14, by Pango's attributes where pairs of characters do not
 * decide, and what documents want besides.
 * Needs: base, GLib, the header of Pango, which is loaded when it is needed.  Owns: nothing.
 */
#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/font.h"

/* NEED: only where nothing better will do. */
enum break_kind { BREAK_NO, BREAK_YES, BREAK_URL, BREAK_NEED, BREAK_SOFT };

/*
 * can[i], i < token.n, says whether a line may end before byte i; can[0] is BREAK_NO.  The token
 * has no spaces.  True when there is any break.  Besides UAX #14: no break inside document
 * symbols ("A/77/275") and numbers, but at need after a slash of long ones; addresses break after
 * marks such as / . - _ ? & = and before %, at need between letters of their long parts.
 */
bool breaks_in_token(struct span token, const char *lang, uint8_t *can);

/* May a line end at the spaces between these two tokens (UAX #14 LB13 to LB17)? */
bool breaks_at_space(struct span before, struct span after);

/*
 * Do these tokens stand on one line: "para. 12", "4 per cent", "1 000 000"?  words (NULL = none)
 * are those of the language; punctuation round a token does not matter.
 */
bool breaks_keep(struct span before, struct span after, const struct keep_words *words);

/* The same inside a token, where scripts without spaces meet figures ("2022" and the word for year). */
bool breaks_keep_inside(struct span before, struct span after, const struct keep_words *words);

#endif
