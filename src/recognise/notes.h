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

/*
 * The same for a line; also 0 where the figure belongs to the words beside it: "No." on the line
 * before, or "1 May".
 */
size_t note_mark_of(const struct work *, const struct rline *, struct span *mark, uint32_t *value);

/* Value of a decimal digit of any script at byte *i, which moves behind it; -1 for others. */
int note_digit(struct span, size_t *i);

#define NOTES_MOST 999 /* numbers of notes */

/* What closes the mark that begins the text with used bytes: '/' of "12/", ')' of "(12)", ']', or 0. */
char note_sign_of(struct span, size_t used);
/* The sign of the first numbered note of lines [from, to): a block has one. */
char notes_sign(const struct work *, size_t from, size_t to);
/* Is the mark of this value printed with the sign?  Stars and letters have none. */
bool note_sign_fits(struct span, size_t used, uint32_t value, char sign);
/*
 * Does the text hold the number where a call may stand?  Glued to a word or after the end of one; with
 * loose, also between blanks, as page text prints raised figures.  A sign must stand with it as it
 * stands with the mark.
 */
bool notes_call_in(struct span, struct span number, char sign, bool loose);
/* All numbers that stand so in lines [0, to), with any sign or none, or that the form raises; loose as above. */
void notes_called(const struct work *, size_t to, bool loose, bool called[NOTES_MOST + 1]);

/* The line of underscores over notes; it has no other signs. */
bool notes_rule(struct span);
/* Is the line the heading of a chapter of notes? */
bool notes_end_heading(const struct work *, size_t i);
/*
 * The notes of the chapter whose heading is line i: the line behind them; i when there are none.  They go
 * to their calls; where the text calls few of them they stay, a paragraph each.
 */
size_t notes_read_end(struct work *, size_t i);

/* Notes "[1]", "[2]" ... that end the draft without a heading; of one without pages also "1 ", "2 " ... */
void notes_read_tail(struct work *);

/* A note whose text starts on this line; its number, from 1. */
uint32_t note_new(struct work *, struct span mark, uint32_t line);
void note_take(struct rline *, enum reading, uint32_t note, size_t mark_n, const char *rule, float conf);
/* Does the note, by its number from 1, end in mid-sentence in the lines before this one?  0 is no note. */
bool note_is_open(const struct work *, uint32_t note, size_t before);

/* Lines [from, to) are notes; *last is the value of the last number before, and after. */
void notes_read_block(struct work *, size_t from, size_t to, uint32_t *last);

#endif
