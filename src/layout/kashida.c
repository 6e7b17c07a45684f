/* SPDX-License-Identifier: MIT */
#include "layout/kashida.h"

#include <math.h>

#include <glib.h>

#define LEAST_LETTERS 4   /* shorter words are not drawn out */
#define LEAST_BYTES 16    /* as many characters at the most take */
#define RANKS 6

/* The letter at or after a byte, marks passed over; 0 at the end. */
static uint32_t
letter_from(struct span t, size_t i)
{
	while (i < t.n) {
		uint32_t cp = utf8_next(t.s, t.n, &i);
		if (g_unichar_isalpha(cp))
			return cp;
	}
	return 0;
}

static uint32_t
letter_before(struct span t, size_t i)
{
	while (i > 0) {
		uint32_t cp = utf8_prev(t.s, &i);
		if (g_unichar_isalpha(cp))
			return cp;
	}
	return 0;
}

static bool
among(uint32_t cp, const uint32_t *set, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (set[i] == cp)
			return true;
	return false;
}

#define AMONG(cp, ...) among(cp, (const uint32_t[]){__VA_ARGS__}, sizeof(uint32_t[]){__VA_ARGS__} / sizeof(uint32_t))

/* Priorities as printers use them: behind seen and sad; before the last letter by its shape; before a
 * reh or yeh in the word; anywhere else. */
static uint8_t
rank_of(uint32_t before, uint32_t after, bool last)
{
	if (AMONG(before, 0x633, 0x634, 0x635, 0x636))
		return 1;
	if (last && AMONG(after, 0x629, 0x647, 0x62F, 0x630))
		return 2;
	if (last && AMONG(after, 0x627, 0x623, 0x625, 0x622, 0x637, 0x638, 0x644, 0x643))
		return 3;
	if (AMONG(before, 0x628, 0x62A, 0x62B, 0x646, 0x64A) && AMONG(after, 0x631, 0x632, 0x64A, 0x649))
		return 4;
	if (last && AMONG(after, 0x648, 0x624, 0x639, 0x63A, 0x641, 0x642))
		return 5;
	return RANKS;
}

void
kashida_offer(struct word *w, const struct font *font, uint32_t byte)
{
	uint32_t glyph;
	size_t next = byte;
	if (byte == 0 || byte >= w->text.n || !w->rtl || utf8_count(span_sub(w->text, 0, LEAST_BYTES)) < LEAST_LETTERS ||
	    !font_has(font, TATWEEL, &glyph))
		return;
	uint32_t before = letter_before(w->text, byte), after = letter_from(w->text, byte);
	utf8_next(w->text.s, w->text.n, &next);
	uint8_t rank = rank_of(before, after, letter_from(w->text, next) == 0);
	if (before == 0 || after == 0 ||
	    (w->kashida != 0 && (rank > w->kashida_rank || (rank == w->kashida_rank && byte < w->kashida))))
		return;
	w->kashida = byte;
	w->kashida_rank = rank;
	w->tatweel = (float)hb_font_get_glyph_h_advance(font_hb(font), glyph) / (float)font_upem(font);
}

double *
kashida_share(struct arena *a, const struct elem *elem, uint32_t from, uint32_t to, double total)
{
	double *share = ARENA_ARRAY(a, double, to - from), most = 0;
	for (uint8_t rank = 1; rank <= RANKS && most < total; rank++)
		for (uint32_t i = to; i-- > from && most < total;) {
			const struct elem *e = &elem[i];
			if (e->kind != ELEM_WORD || e->rigid || e->k <= 0 || e->word->kashida_rank != rank)
				continue;
			share[i - from] = (double)e->k;
			most += (double)e->k;
		}
	for (uint32_t i = 0; i < to - from; i++)
		share[i] *= most > 0 ? total / most : 0;
	return share;
}
