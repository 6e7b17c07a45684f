/* SPDX-License-Identifier: MIT */
/*
 * account.h - the text account: what became of every character of the draft.
 * Needs: recognised.h, report.h.  Owns: everything is in the arena given.
 *
 * A character of the draft is placed, joined (a line end that became a blank or nothing),
 * repaired, turned into mark-up, or dropped under a named rule.  account_close proves it with the
 * tree alone; account_output proves that a written file, read back, holds the same text.
 */
#ifndef RECOGNISE_ACCOUNT_H
#define RECOGNISE_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "recognise/recognised.h"

struct dicts;
struct fixes;
struct flat;

/* One mended stretch of the draft. */
struct repair {
	uint32_t off, n;      /* bytes of the clean text, at least one */
	uint32_t line;        /* input line */
	struct span before;   /* in draft->text */
	struct span after;    /* may be empty */
	const char *rule;     /* such as "repair.split-word" */
	const char *evidence; /* why, in words */
};

/* A note whose call is printed and whose text is not. */
struct lost_note {
	const char *mark;
	uint32_t off, line;
};

/* One output compared with the tree. */
struct output_check {
	const char *name;  /* "xml", "pdf" ... */
	size_t chars;      /* characters that agree, white space not counted */
	bool equal;
};

/* A further call of a note that stands at its first one. */
struct call_again {
	struct rep_node *ref;
	const struct rep_node *note;
};

struct account {
	struct arena *arena;
	struct recognised *found;    /* NULL until account_open */
	uint32_t *owner;             /* per byte: index in note of the note whose text it is, or 0 */
	const struct rep_node **note; /* [0] = NULL, then the bodies as account_open found them */
	struct flat *flat;           /* the words of the tree as flat_build() saw them last, or NULL */
	struct fixes *fixes;         /* corrections to carry out on the tree, or NULL */
	struct dicts *dicts;         /* to repair words with: of this draft, or of a batch */
	struct repair *repair;
	size_t nrepair, cap_repair;
	struct drop *drop;           /* drops added after the structural half */
	size_t ndrop, cap_drop;
	struct lost_note *lost;
	size_t nlost, cap_lost;
	struct call_again *again;    /* their links are made when the notes have ids */
	size_t nagain, cap_again;
	struct output_check *output;
	size_t noutput, cap_output;
	const struct report *report; /* set by account_close */
	size_t chars[FATE_DROPPED + 1]; /* characters of the clean text by fate, set by account_close */
	size_t joins;                /* line ends joined */
	bool closed, balanced;
};

/* An empty account for one draft. */
struct account *account_new(struct arena *);
/* Take over what the structural half decided. */
void account_open(struct account *, struct recognised *);

/* Set the fate of n bytes from off. */
void account_fate(struct account *, uint32_t off, uint32_t n, enum fate);
/* Drop n bytes under a rule (static storage). */
void account_drop(struct account *, uint32_t off, uint32_t n, const char *rule);
/* List a repair and set the fate; after is copied.  rule is static, evidence lives as long. */
void account_repair(struct account *, uint32_t off, uint32_t n, struct span after, const char *rule,
                    const char *evidence);
/* List a note the draft calls without giving its text. */
void account_lost(struct account *, const char *mark, uint32_t off);

/* Write into the trace of the report (t:dropped, t:repaired) what none of its elements shows. */
void account_trace(const struct account *, struct report *);

/* Input line of a byte of the clean text. */
uint32_t account_line(const struct account *, uint32_t off);

/*
 * Balance with the tree: every placed, joined and repaired byte is held by exactly one text node,
 * placed text is the draft's, offsets rise within the document and within each note and declared
 * move, repairs and drops are listed, and the sums give the characters of the input.  False, after
 * a report of the first fault of each kind, otherwise.
 */
bool account_close(struct account *, const struct report *, struct diag *);

/*
 * Compare the text read back from an output with the tree's.  The text must be without what an
 * output adds (note marks, page numbers, running heads); notes stand at their calls.  White space
 * counts as one blank; between blocks it is free.  With breaks_free it is free everywhere (PDF,
 * where lines break between ideographs).  False after a report with the place of the difference.
 */
bool account_output(struct account *, const char *name, struct span read_back, bool breaks_free,
                    struct diag *);

/* NAME.account.json.  Call after account_close. */
void account_json(const struct account *, struct buf *out);

#endif
