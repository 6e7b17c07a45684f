/* SPDX-License-Identifier: MIT */
/*
 * correction.c - corrigenda: lines that name a place in the paper that is corrected, as headings do,
 * and what is to be changed there, which is text however short.
 */
#include "recognise/work.h"

#define HEAD_LINES 60  /* that may say that it is a corrigendum */
#define PLACE_BYTES 160

bool
corrigendum_says(const struct work *w, const struct rline *l)
{
	return l->n < PLACE_BYTES && words_is(w->words, WORD_CORRIGENDUM, line_folded(w, l)) > 0;
}

bool
corrigendum_paper(const struct work *w)
{
	for (size_t i = 0; i < w->nline && i < HEAD_LINES; i++)
		if (corrigendum_says(w, &w->line[i]))
			return true;
	return false;
}

bool
correction_given(const struct work *w, const struct rline *l)
{
	struct span f;

	if (!w->corrigendum || l->lower)
		return false;
	f = line_folded(w, l);
	while (f.n > 0 && (f.s[f.n - 1] == ':' || f.s[f.n - 1] == ' '))
		f.n--;
	return words_start(w->words, WORD_CORRECTION, f) > 0 || words_end(w->words, WORD_CORRECTION, f);
}

bool
correction_place(const struct work *w, const struct rline *l)
{
	static const enum word places[] = {
	    WORD_PARAGRAPHS, WORD_BEFORE_MORE, WORD_TABLE, WORD_FIGURE, WORD_CHAPTER, WORD_PAGE, WORD_SUMMARY,
	};
	struct span f;

	if (!w->corrigendum || l->lower || l->n > PLACE_BYTES || (l->end != END_OPEN && l->end != END_COLON) ||
	    correction_given(w, l))
		return false;
	if (begins_part(w, l))
		return true;
	f = line_folded(w, l);
	for (size_t k = 0; k < sizeof places / sizeof *places; k++)
		if (words_start(w->words, places[k], f) > 0)
			return true;
	return words_start(w->words, WORD_PAGE_BEFORE, f) > 0 && words_in(w->words, WORD_BEFORE_MORE, f);
}
