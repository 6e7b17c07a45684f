/* SPDX-License-Identifier: MIT */
/*
 * report.h - the report tree: what the recogniser makes and the report XML is written from.
 * Needs: base.  Owns: a tree lives in its arena; nodes are never freed one by one.
 *
 * Every text node says which bytes of the draft's clean text it stands for and by what right
 * (fate), so that the text account can prove that nothing was lost, invented, doubled or moved.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

enum rep_kind {
#define REP(kind, name, class) REP_##kind,
#include "report/report.def"
#undef REP
	REP_KINDS
};

enum rep_class { REP_CLASS_G, REP_CLASS_B, REP_CLASS_I, REP_CLASS_T };

/* The five things that may happen to a character of the draft. */
enum fate {
	FATE_NONE,     /* not yet accounted for: an error at the end */
	FATE_PLACED,   /* stands in the tree as it is */
	FATE_JOINED,   /* a line end (with blanks around it) that became a space, or nothing */
	FATE_REPAIRED, /* changed on evidence; before and after are listed */
	FATE_MARKUP,   /* became an element, an attribute or a link target */
	FATE_DROPPED   /* page furniture, rules, blanks between blocks; the rule is listed */
};

struct rep_attr {
	struct rep_attr *next;
	const char *name;  /* "href", "iso", "mark" ...; names are string literals */
	const char *value;
};

struct rep_node {
	enum rep_kind kind;
	enum fate fate;             /* REP_TEXT: PLACED, JOINED or REPAIRED */
	struct rep_node *parent, *first, *last, *prev, *next;
	/* elements */
	struct rep_attr *attr;
	const char *id;             /* xml:id; given by report_number_ids */
	uint32_t line_from, line_to; /* input lines, 0 = not from the draft */
	const char *rule;           /* the rule that made it, such as "heading.roman" */
	float conf;                 /* 0..1 */
	enum { REP_NOT_CHOSEN, REP_CHOSEN_TEXT, REP_CHOSEN_HEADING } chosen; /* among readings of its lines, as what */
	const char *alternative;    /* best rejected reading, such as "p 0.31", or NULL */
	const char *evidence;       /* what spoke for it, in words, or NULL */
	/* REP_TEXT */
	struct span text;           /* what stands in the document */
	uint32_t off, off_n;        /* the bytes of the clean text it stands for */
};

struct report {
	struct arena *arena;
	struct rep_node *root; /* REP_REPORT; attributes lang, kind */
	const char *source;    /* name of the draft, for messages */
};

/* A report with an empty root. */
struct report *report_new(struct arena *, const char *source);
/* A new element as last child of parent (NULL: not yet placed). */
struct rep_node *rep_new(struct report *, enum rep_kind, struct rep_node *parent);
/* A new text node as last child; text is borrowed and must live as long as the tree. */
struct rep_node *rep_text(struct report *, struct rep_node *parent, struct span text, uint32_t off,
                          uint32_t off_n, enum fate);
/* Take a node out; put it last in parent; put it before or after a sibling. */
void rep_detach(struct rep_node *);
void rep_append(struct rep_node *parent, struct rep_node *);
void rep_insert_before(struct rep_node *at, struct rep_node *);
void rep_insert_after(struct rep_node *at, struct rep_node *);
/* Cut a text node at byte i of its text (0 < i < n, PLACED only); returns the new second half. */
struct rep_node *rep_split(struct report *, struct rep_node *text, size_t i);
/* Document order without recursion: the next node under root, or NULL. */
struct rep_node *rep_next(const struct rep_node *root, const struct rep_node *);
/* Like rep_next but not into the children of the node. */
struct rep_node *rep_skip(const struct rep_node *root, const struct rep_node *);

/* Set (replace) an attribute; value is copied.  rep_get gives NULL when absent. */
void rep_set(struct report *, struct rep_node *, const char *name, const char *value);
const char *rep_get(const struct rep_node *, const char *name);

const char *rep_name(enum rep_kind);
enum rep_class rep_class(enum rep_kind);
/* REP_KINDS for an unknown name. */
enum rep_kind rep_find(const char *name);

/* Give every element its stable id, from kind and printed number ("sec-II-A", "para-12", "note-3"). */
void report_number_ids(struct report *);

/* The text of the subtree as the XML will hold it; notes at their place. */
void rep_text_of(const struct rep_node *, struct buf *out);

/* --dump=report: an indented outline with rules and text. */
void report_dump(const struct report *, struct buf *out);

#endif
