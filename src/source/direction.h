/* SPDX-License-Identifier: MIT */
/*
 * direction.h - which way characters are read, as far as the order of a line needs it (UAX #9).
 * Needs: decode.h for text with origins, which keep rising: of text that is set in order they are those of its line,
 * not of each character.  Owns: nothing.
 */
#ifndef SOURCE_DIRECTION_H
#define SOURCE_DIRECTION_H

#include "source/decode.h"

enum direction { NEUTRAL, LEFTWARD, RIGHTWARD, FIGURE };

enum direction direction_of(uint32_t codepoint);
/* A sign that parts figures of one number. */
bool direction_parts_figures(uint32_t codepoint);
/*
 * The text of `from` to `to` is as it is seen from the left within a line that is read from the right: set it in the
 * order of reading.
 */
void direction_read_leftward(struct traced *, size_t from, size_t to);
/*
 * What stands from `from` to `at` was seen from the right, on the right of the text behind.  Nothing moves where it
 * holds letters or figures.
 */
void direction_put_behind(struct traced *, size_t from, size_t at);
/* Is a text in Arabic letters as it is seen from the left?  Then many words begin with letters that only end words. */
bool direction_is_seen(struct span text);
/* Set such a text in the order of reading. */
void direction_read_lines(struct traced *);
/* Are letters in the order of reading, but the runs of a line as seen?  Then numbers of paragraphs end lines. */
bool direction_runs_are_seen(struct span text);
void direction_read_runs(struct traced *);

#endif
