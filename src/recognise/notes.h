/* SPDX-License-Identifier: MIT */
/*
 * notes.h - bodies of notes: the marks they begin with, and the notes of one block.
 * Needs: work.h.  Owns: nothing.  Private to the recogniser.
 */
#ifndef RECOGNISE_NOTES_H
#define RECOGNISE_NOTES_H

#include "recognise/work.h"

/*
 * The mark at a line's start: "12 ", "12/", "(12)", "*", "a "; bytes used with the blanks after it, or 0.
 * Its value is 0 for stars; letters count from ten thousand.
 */
size_t note_mark(struct span, struct span *mark, uint32_t *value);

/* A note whose text starts on this line; its number, from 1. */
uint32_t note_new(struct work *, struct span mark, uint32_t line);
void note_take(struct rline *, enum reading, uint32_t note, size_t mark_n, const char *rule, float conf);

/* Lines [from, to) are notes; *last is the value of the last number before, and after. */
void notes_read_block(struct work *, size_t from, size_t to, uint32_t *last);

#endif
