/* SPDX-License-Identifier: MIT */
/*
 * note_find.h - the places in the words of a report that could be the call of a note.
 * Needs: flat.h.  Owns: everything is in the arena given.
 */
#ifndef RECOGNISE_NOTE_FIND_H
#define RECOGNISE_NOTE_FIND_H

#include "recognise/flat.h"

/* Kinds of marks: 1, 2, 3; a, b, c; *, **. */
enum mark_series { SERIES_NUMBER, SERIES_LETTER, SERIES_STAR, SERIES_NONE };

struct note_mark {
	enum mark_series series;
	uint32_t value; /* the number, the letter from 1, the count of stars */
};

/* The reading of a printed mark, brackets and stops allowed around it. */
struct note_mark note_mark_read(struct span);

/* A place that is taken only when it is the one place left for a note. */
#define NOTE_SCORE_WEAK 0.12f

struct call_place {
	struct note_mark mark;
	size_t at, end;   /* what becomes mark-up, in the flat string */
	size_t order;     /* rank in the draft; places that exclude each other have the same */
	uint32_t off;     /* in the clean text */
	uint32_t run_off; /* the run of digits it ends, in the clean text */
	uint32_t page;
	float score;      /* 0..1 by looks; 2 when the form of the draft says it */
	const char *rule;
};

/* Words in small letters that a figure beside them belongs to; from the terms. */
struct figure_words {
	const struct span *before; /* paragraph, No. ... */
	size_t nbefore;
	const struct span *after;  /* December, per cent ... */
	size_t nafter;
};

/* All places, by at.  The words may be NULL. */
struct call_place *note_find_places(struct arena *, const struct flat *, const struct recognised *,
                                    const struct figure_words *, size_t *n);

/* Page of a byte of the clean text, from 1; 1 when pages are unknown. */
uint32_t note_page(const struct recognised *, uint32_t off);

#endif
