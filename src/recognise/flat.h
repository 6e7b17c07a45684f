/* SPDX-License-Identifier: MIT */
/*
 * flat.h - the words of a tree as one string, and edits of the tree by places in that string.
 * Needs: account.h, report.h.  Owns: everything is in the arena of the account.
 *
 * Blocks are parted by LF.  Edits must go from the end of the string to its start: an edit keeps
 * the places before it true and spoils those after it.
 */
#ifndef RECOGNISE_FLAT_H
#define RECOGNISE_FLAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "recognise/account.h"
#include "report/report.h"

struct flat_run {
	struct rep_node *node;  /* a text node */
	struct rep_node *block; /* its nearest ancestor that is no inline */
	size_t at;              /* where its text starts in the string */
};

struct flat {
	struct report *report;
	struct span text;
	struct flat_run *run;
	size_t nrun;
	const struct flat_run **by_off; /* the placed runs as they stand in the draft, once */
	bool ordered;           /* a question asked for them */
	size_t nby_off;
	size_t cap_run, cap_text;
	size_t *last;           /* the run asked for last: questions mostly go along the string */
};

/*
 * The words of the report; those of notes too when with_notes.  One is built at a time: the next takes
 * its place and its memory.
 */
struct flat *flat_build(struct account *, bool with_notes);

/* The same bytes in small letters; letters whose small one is longer or shorter stay. */
struct span flat_small(struct arena *, struct span text);

/* The run that holds byte i of the string, or NULL between blocks. */
const struct flat_run *flat_at(const struct flat *, size_t i);

/* Byte of the draft's clean text behind byte i of the string; UINT32_MAX between blocks. */
uint32_t flat_off(const struct flat *, size_t i);

/*
 * The byte of the string that stands for byte off of the clean text; SIZE_MAX when none does.  This and
 * flat_behind() are to be asked a first time before any edit.
 */
size_t flat_pos(struct flat *, uint32_t off);
/* The first placed run of the draft that ends behind byte off of the clean text, or NULL. */
const struct flat_run *flat_behind(struct flat *, uint32_t off);

/*
 * Cut text nodes so that bytes [from, to) are whole nodes.  first and last get the ends of the
 * stretch.  False, with nothing changed, when the stretch leaves its block, or an end lies inside a node
 * that is not placed text.
 */
bool flat_isolate(struct flat *, size_t from, size_t to, struct rep_node **first,
                  struct rep_node **last);

/* Put [from, to) into a new inline, other inlines and all; NULL when one of them sticks out. */
struct rep_node *flat_wrap(struct flat *, size_t from, size_t to, enum rep_kind);

/*
 * Let [from, to) say something else, as a listed repair; after may be empty.  False when the
 * stretch cannot be cut out (see flat_isolate), or its bytes do not follow each other in the draft.
 */
bool flat_repair(struct flat *, struct account *, size_t from, size_t to, struct span after,
                 const char *rule, const char *evidence);

#endif
