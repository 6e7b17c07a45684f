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
 * Set what programs that take text out of PDF marked in the order of reading.  In HTML and Markdown such marks are the
 * writer's own, and the text in them has that order.
 */
void direction_read_embedded(struct decoded *);
/* Is a text in Arabic letters as it is seen from the left?  Then many words begin with letters that only end words. */
bool direction_is_seen(struct span text);
/* Set such a text in the order of reading. */
void direction_read_lines(struct traced *);
/* Are letters in the order of reading, but the runs of a line as seen?  Then numbers of paragraphs end lines. */
bool direction_runs_are_seen(struct span text);
void direction_read_runs(struct traced *);

#endif
