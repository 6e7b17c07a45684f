/* SPDX-License-Identifier: MIT */
/*
 * vocab.h - the words of one document and how often they occur.
 * Needs: base.  Owns: everything is in the arena given; words are borrowed from the text.
 */
#ifndef RECOGNISE_VOCAB_H
#define RECOGNISE_VOCAB_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

struct vocab;

struct vocab *vocab_new(struct arena *);
/* One occurrence more.  The number of the word, which asks for its occurrences without a search. */
uint32_t vocab_add(struct vocab *, struct span word);
uint32_t vocab_times(const struct vocab *, uint32_t number);
/* Occurrences of the word, or of the word a directly followed by b. */
uint32_t vocab_count(const struct vocab *, struct span word);
uint32_t vocab_count2(const struct vocab *, struct span a, struct span b);

#endif
