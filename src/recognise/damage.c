/* SPDX-License-Identifier: MIT */
/*
 * damage.c - lines of a text layer whose Arabic letters came apart.  No word of that language is one letter, but
 * for "and", which is written together with the next: where many are, nothing that a line looks like can be trusted.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define AROUND 12     /* lines on each side that are judged together */
#define WORDS_LEAST 20
#define LONE_OF 6     /* of so many words one is a lone letter: sound text has a tenth of that */
#define ARABIC_AND 0x648u

struct count {
	uint32_t words, lone;
};

static bool
holds_arabic(struct span s)
{
	return s.n > 0 && (memchr(s.s, 0xD8, s.n) != NULL || memchr(s.s, 0xD9, s.n) != NULL);
}

/* Words of letters in the line, and those of a single Arabic letter and nothing else. */
static struct count
count_words(struct span s)
{
	struct count c = {0};
	size_t letters = 0, others = 0;
	bool arabic = false;

	for (size_t i = 0; i <= s.n;) {
		uint32_t cp = i < s.n ? utf8_next(s.s, s.n, &i) : (i++, ' ');
		if (!char_blank(cp)) {
			letters += char_letter(cp);
			others += !char_letter(cp);
			arabic = char_arabic(cp) && cp != ARABIC_AND;
			continue;
		}
		c.words += letters > 0;
		c.lone += letters == 1 && others == 0 && arabic;
		letters = others = 0;
	}
	return c;
}

void
damage_find(struct work *w)
{
	struct count *upto;
	size_t i;

	if (!holds_arabic(w->draft->text))
		return;
	upto = ARENA_ARRAY(w->arena, struct count, w->nline + 1); /* in the lines before each */
	upto[0] = (struct count){0};
	for (i = 0; i < w->nline; i++) {
		struct count c = count_words(rline_text(w, &w->line[i]));
		upto[i + 1] = (struct count){upto[i].words + c.words, upto[i].lone + c.lone};
	}
	for (i = 0; i < w->nline; i++) {
		const struct count *from = &upto[i > AROUND ? i - AROUND : 0];
		const struct count *to = &upto[i + AROUND < w->nline ? i + AROUND + 1 : w->nline];
		uint32_t words = to->words - from->words;
		w->line[i].damaged = words >= WORDS_LEAST && (to->lone - from->lone) * LONE_OF >= words;
	}
}
