/* SPDX-License-Identifier: MIT */
/*
 * recognise.h - from the lines of a draft to the report tree.
 * Needs: source, report, recognised.h.  Owns: everything is in the arena given.
 */
#ifndef RECOGNISE_RECOGNISE_H
#define RECOGNISE_RECOGNISE_H

#include <stddef.h>

#include "recognise/recognised.h"
#include "report/report.h"
#include "source/source.h"

struct account;
struct dicts;
struct fixes;

/* A decision of the user that replaces one of ours ("key=value" on the command line). */
struct setting {
	const char *key, *value;
};

struct recognise_options {
	const char *lang;   /* NULL: find out from the text */
	const char *symbol; /* values for the head where the draft does not print them, or NULL */
	const char *date;
	const struct setting *set;
	size_t nset;
	struct fixes *fixes; /* what the editor says, from fixes_read; or NULL */
	struct dicts *dicts; /* that are kept from draft to draft; NULL: opened for this one */
};

/*
 * The whole recogniser.  NULL only after a fatal report; text that fits no model stays text.
 * account receives what became of each byte.
 */
struct report *recognise(struct arena *, const struct draft *, const struct recognise_options *,
                         struct account *, struct diag *);

/* The structural half alone: blocks, numbering, tree; no citations, notes not at their calls. */
struct recognised *recognise_structure(struct arena *, const struct draft *,
                                       const struct recognise_options *, struct diag *);

/* --dump=blocks: one block per line: reading, depth, number, confidence, text. */
void blocks_dump(const struct recognised *, struct buf *out);

#endif
