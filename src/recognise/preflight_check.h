/* SPDX-License-Identifier: MIT */
/*
 * preflight_check.h - what the parts of the preflight share.
 * Needs: account.h, label.h, report/terms.h.  Owns: nothing.
 */
#ifndef RECOGNISE_PREFLIGHT_CHECK_H
#define RECOGNISE_PREFLIGHT_CHECK_H

#include "base/diag.h"
#include "recognise/account.h"
#include "recognise/flat.h"
#include "recognise/label.h"
#include "report/terms.h"

#define PREFLIGHT_NUMBERS 1000 /* paragraphs and notes have lesser numbers; years do not */

struct word_list {
	const struct span *word;
	size_t n;
};

struct check {
	const struct account *acc;
	const struct terms *terms;           /* or NULL */
	struct diag *diag;
	uint32_t highest;                    /* greatest paragraph number of the report */
	const struct label_words *label;     /* or NULL */
	struct word_list paragraph;          /* words for one, before its number or behind it */
	struct word_list own, ibid, and;     /* that stand beside references; ibid folded */
};

/* Where the text of n begins in the draft; what has none of its own stands where its parent does. */
struct pos preflight_place(const struct check *, const struct rep_node *n);
/* The first child of the kind, or NULL. */
const struct rep_node *preflight_child(const struct rep_node *, enum rep_kind);
/* The words of the language under the key; none without terms. */
struct word_list preflight_words(const struct check *, const char *key);
/* One of the words of a list that s begins with; its length, or 0. */
size_t preflight_begins(const struct word_list *, struct span s);

/* Where a byte of the words stands in the draft. */
struct pos preflight_byte(const struct check *, const struct flat *, size_t i);
/*
 * The numbered paragraph that the block is in, or NULL.  Those refer to the report's own paragraphs and parts, but
 * for their notes.
 */
const struct rep_node *preflight_numbered(const struct rep_node *block);
/* A paragraph that names another paper, as one right before it may, may mean the paragraphs and parts of that one. */
bool preflight_means_other(const struct check *, const struct rep_node *para);

/* References to annexes, tables and sections that are not there. */
void preflight_parts(struct check *, const struct flat *);
/* Numbers of paragraphs, sections, items and notes; sets highest. */
void preflight_numbers(struct check *);
/* One message with the readings that were least sure. */
void preflight_unsure(struct check *);

#endif
