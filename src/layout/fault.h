/* SPDX-License-Identifier: MIT */
/*
 * fault.h - what a proof-reader would mark in finished pages, found by measure and listed.
 * Needs: base, pages.h, para.h.  Owns: faults are in the arena of struct pages.
 *
 * A fault is not an error: the page is the best found.  It says where to look and how bad it is.
 */
#ifndef LAYOUT_FAULT_H
#define LAYOUT_FAULT_H

#include <limits.h>

#include "base/text.h"
#include "layout/pages.h"
#include "layout/para.h"

enum fault_kind {
#define FAULT(kind, name) FAULT_##kind,
#include "layout/fault.def"
#undef FAULT
	FAULT_KINDS
};

struct fault {
	enum fault_kind kind;
	unsigned page;      /* index */
	double x, y;        /* start of the line, baseline; pt */
	double measure;     /* how bad; its unit depends on the kind, see fault.def */
	const char *detail; /* the words concerned, or "" */
};

/* Add one fault; fmt makes the detail. */
void fault_add(struct pages *, enum fault_kind, unsigned page, double x, double y, double measure,
               const char *fmt, ...) __attribute__((format(printf, 7, 8)));

/* Judge line i of a broken paragraph, placed at x, y of a page, with the lines before it, and count
 * it in pages->quality.  Lines may be judged before pages are known: on page FAULT_UNPLACED. */
#define FAULT_UNPLACED UINT_MAX
void fault_line(struct pages *, unsigned page, const struct para *, size_t i, double x, double y);

/* Bring the faults into the order of the pages; those that came to stand nowhere go. */
void faults_settle(struct pages *);

/* {"pages", "faults": [{"kind", "page" (from 1), "x", "y", "measure", "detail"}, ...]} from the first
 * page on; no faults: an empty list. */
void faults_json(const struct pages *, struct buf *out);
/* The same, a line for each, and how many there are; says so when there are none. */
void faults_text(const struct pages *, struct buf *out);

#endif
