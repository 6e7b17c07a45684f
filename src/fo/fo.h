/* SPDX-License-Identifier: MIT */
/*
 * fo.h - reading XSL-FO 1.1 within our profile (schemas/fo-profile.rng) into a tree with all
 * property values computed.
 * Needs: base, libxml2.  Owns: nothing; tree, text and values are in the arena given and do not
 * point into the xmlDoc.
 *
 * A picture within (fo:instream-foreign-object) is kept as an address that holds it, FO_A_SRC.
 *
 * Lengths are pt.  Directions are relative to the writing mode: padding-left is stored as start in
 * lr-tb and as end in rl-tb.  A margin of an object in a flow is already part of space_before,
 * space_after, start_indent and end_indent (XSL 1.1 §5.3); margin_* count only on page masters and
 * regions.
 */
#ifndef FO_FO_H
#define FO_FO_H

#include <libxml/tree.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/pictures.h"
#include "base/text.h"

/* Objects nested deeper than this are left out and reported. */
#define FO_DEPTH 200

enum fo_kind {
#define FO(kind, name, is, takes) FO_##kind,
#include "fo/fo.def"
#undef FO
	FO_KINDS
};

/* Keywords: FO_W_AUTO, FO_W_ALWAYS, FO_W_LR_TB ... */
enum fo_word {
#define WORD(id, word) FO_W_##id,
#include "fo/props.def"
#undef WORD
	FO_WORDS
};

/* Properties by number: FO_P_font_size ... */
enum fo_prop {
#define PROP(field, name, type, inherited, initial, clause, words) FO_P_##field,
#include "fo/props.def"
#undef PROP
	FO_PROPS
};

/* Texts that belong to one object: FO_A_SRC, FO_A_REF_ID ... */
enum fo_attr_id {
#define ATTR(id, name, clause) FO_A_##id,
#include "fo/props.def"
#undef ATTR
	FO_ATTRS
};

/*
 * A length: pt + part * base, where base is the size the property's percentages refer to (the width
 * of the containing area for indents, widths, text-indent and horizontal padding; its height for
 * height, top, bottom; the line for leader lengths).  share > 0: proportional-column-width(share),
 * added to pt and part.  is_auto: auto, use-font-metrics: the object's own measure.  fit: the words of
 * content-width and content-height that fit a picture to its box.
 */
enum fo_fit { FO_FIT_NONE, FO_FIT_SCALE, FO_FIT_DOWN, FO_FIT_UP };

struct fo_len {
	double pt, part, share;
	bool is_auto;
	enum fo_fit fit;
};

struct fo_colour {
	uint32_t rgb; /* 0xRRGGBB */
	bool none;    /* transparent */
};

/* Line heights are computed to pt in each node; factor > 0 is what is inherited (§7.16.4). */
struct fo_leading {
	double pt, factor;
};

/* Keep and precedence strengths: 0 auto, 1 .. FO_ALWAYS - 1, FO_ALWAYS = always or force. */
#define FO_ALWAYS INT_MAX
/* Lines along text; those around an object go on within it. */
enum { FO_UNDERLINE = 1, FO_OVERLINE = 2, FO_LINE_THROUGH = 4 };
/* A count without limit (hyphenation-ladder-count, maximum-repeats); FO_AUTO, _ODD, _EVEN: initial-page-number. */
#define FO_NO_LIMIT INT_MAX
#define FO_AUTO (-1)
#define FO_AUTO_ODD (-2)
#define FO_AUTO_EVEN (-3)

typedef struct fo_len FO_T_LENGTH;
typedef double FO_T_SIZE;             /* pt */
typedef struct fo_leading FO_T_LEADING;
typedef double FO_T_SHIFT;            /* pt above the baseline of the block, outer shifts added */
typedef struct fo_colour FO_T_COLOUR;
typedef double FO_T_PERCENT;          /* 1 = 100 % */
typedef int FO_T_COUNT;
typedef int FO_T_KEEP;
typedef enum fo_word FO_T_KEYWORD;
typedef unsigned FO_T_LINES;          /* FO_UNDERLINE | FO_OVERLINE | FO_LINE_THROUGH */
typedef int FO_T_WEIGHT;              /* 100 .. 900 */
typedef const char *FO_T_TEXT;

/* The computed values; one record may serve many nodes. */
struct fo_props {
#define PROP(field, name, type, inherited, initial, clause, words) FO_T_##type field;
#include "fo/props.def"
#undef PROP
	const char *lang;  /* language and country as BCP 47 ("es", "zh-CN"); "" = none */
	bool rtl;          /* writing-mode rl-tb */
};

struct said; /* props.h */

struct fo_attr {
	enum fo_attr_id id;
	const char *value;
	const struct fo_attr *next;
};

struct fo_node {
	enum fo_kind kind;
	struct fo_node *parent, *first, *last, *prev, *next;
	const struct fo_props *p; /* never NULL; of a text node: its parent's */
	struct span text;         /* FO_TEXT only: white space treated (§7.16), forced line ends are U+2028 */
	struct pos pos;
	const char *id, *role;    /* or NULL */
	const struct fo_attr *attr;
	const struct said *said;  /* in a marker: what it says of its looks, to be worked out again */
};

/* What fo:declarations says in XMP; each NULL when unsaid. */
struct fo_info {
	const char *title, *creator, *subject, *description, *keywords, *language, *date, *identifier, *publisher;
};

struct fo_tree {
	struct arena *arena;
	const char *file;          /* the document's name; pictures are looked for from its folder */
	const struct pictures *pictures; /* that it brings along, or NULL; set by the caller */
	struct fo_node *root;      /* FO_ROOT */
	struct fo_node *masters;   /* FO_LAYOUT_MASTER_SET */
	struct fo_node *bookmarks; /* FO_BOOKMARK_TREE or NULL */
	struct fo_info info;
	const char **destination;  /* ids that others may name from outside (fox:destination) */
	size_t ndestination, cap_destination;
	size_t nnode, nprops;      /* nodes, and the distinct records they share */
	const struct fo_props *initial;
	struct fo_index *index;
};

/*
 * Read a document; name is its file for messages.  Everything outside the profile is reported as
 * unsupported (an unknown object is read as fo:wrapper, so its text stays), everything wrong as an
 * error; reading goes on after both.  NULL only when there is no fo:root, no master or no
 * page-sequence.  Places are those that where.h found, else the lines that libxml2 knows.  Attributes of
 * foreign namespaces are no business of ours and ignored (§2.2).
 */
struct fo_tree *fo_read(struct arena *, xmlDoc *, const char *name, struct diag *);

/*
 * A copy of a fo:retrieve-marker, in the arena given, that holds what the marker holds, its values worked
 * out as if it stood there (§6.13.6).
 */
const struct fo_node *fo_retrieve(struct arena *, const struct fo_tree *, const struct fo_node *marker,
                                  const struct fo_node *retrieve);

/* The object with this id, or NULL. */
const struct fo_node *fo_find(const struct fo_tree *, const char *id);
/* The simple-page-master or page-sequence-master of this name, or NULL; NULL for no name. */
const struct fo_node *fo_master(const struct fo_tree *, const char *name);
/* A text that belongs to the object (FO_A_SRC ...), or NULL. */
const char *fo_attr(const struct fo_node *, enum fo_attr_id);
/* "block", "#text" ... */
const char *fo_kind_name(enum fo_kind);
/* "always" ... */
const char *fo_word(enum fo_word);

#endif
