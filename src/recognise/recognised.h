/* SPDX-License-Identifier: MIT */
/*
 * recognised.h - what the structural half of the recogniser hands to the passes on the tree.
 * Needs: source, report.  Owns: everything is in the arena of the report.
 *
 * The structural half decides about every line of the draft; what it sets in fate[] is final.
 * The passes that follow move note bodies to their calls, find citations and links, and mend
 * words; they keep off/off_n of the text nodes true and change fate[] only for bytes they touch.
 */
#ifndef RECOGNISE_RECOGNISED_H
#define RECOGNISE_RECOGNISED_H

#include <stddef.h>
#include <stdint.h>

#include "report/report.h"
#include "source/source.h"

struct work;

/* The body of a note, found in the draft and not yet placed at its call. */
struct note_body {
	const char *mark;             /* "1", "a", "*"; as printed, without brackets and stops */
	struct rep_node *node;        /* a detached REP_NOTE with p (list, quote) children */
	uint32_t page;                /* page or seam it stood on, see struct url_line */
	uint32_t line_from, line_to;  /* input lines */
	uint32_t off;                 /* where it stood in draft->text */
	bool form;                    /* the form of the draft says that it is a note, so its call is a link */
};

/* A line of nothing but an address, printed by the extraction after the page's text. */
struct url_line {
	struct span url;
	uint32_t off, n;              /* the bytes in draft->text */
	uint32_t page;                /* pages are counted from 1; without form feeds they are the
	                                 stretches between inferred page ends */
};

/* One stretch taken out of the text, and by which rule. */
struct drop {
	uint32_t off, n;
	const char *rule;             /* such as "furniture.page-number"; static storage */
};

/* Where a page of the draft begins. */
struct page_start {
	uint32_t off;    /* of its first line of running text, in draft->text */
	uint32_t line;   /* input line */
	uint32_t number; /* as printed, else counted */
	bool printed;
};

struct recognised {
	struct report *report;
	const struct draft *draft;
	struct note_body *note;       /* in the order of the draft */
	size_t nnote;
	struct url_line *url;         /* in the order of the draft */
	size_t nurl;
	uint8_t *fate;                /* enum fate of each byte of draft->text */
	struct drop *drop;            /* by off; covers every byte whose fate is FATE_DROPPED */
	size_t ndrop;
	struct drop *moved;           /* by off; stretches that stand elsewhere in the tree, each a stream of its own */
	size_t nmoved;
	uint32_t *page_of;            /* per draft line: its page (given or inferred), from 1 */
	uint32_t npage;
	struct page_start *page;      /* by off; none when the draft shows no pages */
	size_t npage_start;
	const char *lang;             /* ar zh en fr ru es: given or found */
	const struct work *work;      /* lines and blocks, for the dump; private */
};

/* Bytes of draft->text that have no fate; 0 for a sound result.  first gets the first offset. */
size_t recognised_unplaced(const struct recognised *, uint32_t *first);

#endif
