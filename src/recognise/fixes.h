/* SPDX-License-Identifier: MIT */
/*
 * fixes.h - NAME.fixes: what the editor of a draft says about it, above anything we find.
 * Needs: account.h, source.h.  Owns: everything is in the arena given.
 *
 * One fix a line; "#" starts a comment.  A fix says where and what:
 *
 *   41: heading 2                      input line 41 is a heading of level 2
 *   "Words of the line": paragraph     the line that holds these words
 *   41 "Words of the line": title      the same; the line nearest to 41 when there are several
 *   "which are:" "8": drop             the words that stand right behind others
 *   12-15: continuation                each of the lines goes on with the text before it
 *   "20 21" -> "2021"                  these words say something else
 *   "the rules 5": call 5              the mark that the words end in calls note 5
 *   set symbol = A/77/275              a value for the head (a date as YYYY-MM-DD), or the language
 *
 * Readings: heading N, title, paragraph, numbered (paragraph), continuation (or join),
 * split (a new paragraph begins at the words), item, not a list, bullet, quote, note MARK, annex, front,
 * caption, row, keep (it is of the text, whatever it is), drop.  Several lines that are a heading, a paragraph
 * and so on are one; each line of
 * continuation, row and drop is one.  Blanks in the words stand for any blanks and line ends.  Give the
 * words: a fix found by them survives edits elsewhere; line numbers alone do not.  A fix that no longer
 * fits is reported and stays in the file; of two that contradict each other the first one holds.
 */
#ifndef RECOGNISE_FIXES_H
#define RECOGNISE_FIXES_H

#include <stdbool.h>

#include "recognise/account.h"
#include "source/source.h"

enum fix_kind {
	FIX_HEADING, FIX_TITLE, FIX_PARAGRAPH, FIX_NUMBERED, FIX_CONTINUATION, FIX_SPLIT, FIX_ITEM,
	FIX_NOT_LIST, FIX_BULLET, FIX_QUOTE, FIX_NOTE, FIX_ANNEX, FIX_FRONT, FIX_CAPTION, FIX_ROW,
	FIX_KEEP, FIX_DROP,
	FIX_CALL,    /* words that end in the mark of a note */
	FIX_REPLACE, /* words -> value */
	FIX_SET      /* words (the key) = value */
};

struct fix {
	enum fix_kind kind;
	unsigned level;         /* HEADING */
	uint32_t from, to;      /* input lines given, 0 = none */
	struct span before;     /* quoted words right before them, or empty */
	struct span words;      /* quoted words, the key of SET, or empty */
	struct span value;      /* mark of NOTE and CALL, text of REPLACE, value of SET */
	unsigned line;          /* in the file of fixes */
	size_t first, last;     /* lines of the draft (indices) it was found for */
	uint32_t end;           /* byte of the clean text behind the words found */
	bool fits;              /* found in the draft */
	bool used;              /* set by whoever obeyed it */
};

struct fixes {
	const char *name;
	struct fix *fix;
	size_t n;
	struct fix **of_line;   /* per line of the draft: the reading asked for, or NULL */
	size_t nline;
};

/* Read the file's text.  Lines that cannot be read are reported (FIX-SYNTAX) and left out. */
struct fixes *fixes_read(struct arena *, const char *name, struct span text, struct diag *);
/*
 * The draft with a line of its own from each place on where a fix splits one; the draft itself when none
 * does.  Lines are counted as in the draft returned.
 */
const struct draft *fixes_split(struct arena *, const struct fixes *, const struct draft *);
/* Find the lines of the draft each fix speaks of; FIX-UNFIT for those without one. */
void fixes_find(struct arena *, struct fixes *, const struct draft *, struct diag *);
/* The reading asked for draft->line[i], or NULL.  The caller sets used.  fixes may be NULL. */
struct fix *fix_for_line(const struct fixes *, size_t i);
/* The value of a SET, marked as used, or NULL. */
const char *fix_set(struct arena *, struct fixes *, const char *key);
/* Carry out the replacements on the tree, as repairs under the rule "fix". */
void fixes_replace(struct account *, struct fixes *, struct diag *);
/* Report every fix that fits and was not obeyed (FIX-UNUSED). */
void fixes_report(const struct fixes *, struct diag *);

#endif
