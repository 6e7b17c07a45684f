/* SPDX-License-Identifier: MIT */
/*
 * props.h - the property table: names, shorthands, values, inheritance.
 * Needs: fo.h.  Owns: nothing; all memory is in the arena given.
 */
#ifndef FO_PROPS_H
#define FO_PROPS_H

#include "fo/fo.h"

enum fo_type {
	FO_TYPE_LENGTH, FO_TYPE_SIZE, FO_TYPE_LEADING, FO_TYPE_SHIFT, FO_TYPE_COLOUR, FO_TYPE_PERCENT,
	FO_TYPE_COUNT, FO_TYPE_KEEP, FO_TYPE_KEYWORD, FO_TYPE_LINES, FO_TYPE_WEIGHT, FO_TYPE_TEXT
};

struct prop_row {
	const char *name;
	enum fo_type type;
	bool inherited;
	const char *initial, *clause, *words;
	size_t offset, size; /* of its field in struct fo_props */
};

/* How a shorthand spreads its value. */
enum short_rule {
	SHORT_BOX,    /* one to four values: top right bottom left */
	SHORT_SIDE,   /* an absolute side: the first property in lr-tb, the second in rl-tb */
	SHORT_BORDER, /* width, style and colour in any order, for each side named */
	SHORT_EACH,   /* the same value for each */
	SHORT_SPACING, /* one or two lengths: across and down */
	SHORT_SHIFT,  /* super, sub, baseline or a length */
	SHORT_PLACE,  /* static, relative, absolute or fixed */
	SHORT_PAGE,   /* one or two lengths: width and height */
	SHORT_FONT,   /* style weight size/line-height family */
	SHORT_LANG,   /* BCP 47: language and region */
	SHORT_SPACE,  /* normal, pre or nowrap */
	SHORT_BREAK,  /* page-break-before and -after */
	SHORT_INSIDE  /* page-break-inside */
};

struct short_row {
	const char *name;
	enum short_rule rule;
	const char *clause, *sets;
};

/* What a name of an attribute stands for. */
enum name_class { NAME_PROP, NAME_ATTR, NAME_SHORT, NAME_BEYOND, NAME_UNKNOWN };

extern const struct prop_row prop_table[FO_PROPS];
extern const struct short_row short_table[];
extern const size_t short_count;
extern const char *const attr_names[FO_ATTRS];

/* Look a name up; *index is the row of its table. */
enum name_class prop_find(const char *name, size_t *index);
/* The keyword, or -1. */
int word_find(struct span);

/* What an object says: the last, narrowest value for each property; NULL = unsaid. */
struct said {
	const char *value[FO_PROPS];
	int rank[FO_PROPS];
};

/* What of the profile's limits was reported: each property and value once, as far as they go in here. */
#define TOLD 64
struct told {
	const char *what[TOLD];
	size_t n;
};

/* Where values are worked out. */
struct prop_scope {
	struct arena *arena;
	struct diag *diag;
	struct told *told;
	struct pos pos;
	const struct fo_node *node; /* the object; its parents are complete */
	const struct fo_props *initial;
	bool rtl;                   /* its writing mode */
};

/* Note what one attribute says, shorthands spread; false (after a report) when it means nothing. */
bool props_say(struct prop_scope *, struct said *, const char *name, const char *value);
/* The initial values. */
void props_initial(struct arena *, struct fo_props *);
/* Work out all values from what is said and the parent's values; wrong values are reported. */
void props_compute(struct prop_scope *, const struct said *, const struct fo_props *parent, struct fo_props *out);

/*
 * Work out one value (§5.9 expressions) into the field of out.  parent NULL: initial values.
 * False when the text is no value of the property; *beyond when it is one, but not in the profile.
 */
bool value_set(struct prop_scope *, enum fo_prop, const char *text, const struct fo_props *parent,
               struct fo_props *out, bool *beyond);
/* The values of the list-block around an object, or NULL: what body-start() and label-end() ask. */
const struct fo_props *list_values(const struct fo_node *);
/* Words of a value, split at blanks outside brackets and quotes.  Returns how many, at most max. */
size_t value_split(const char *text, struct span *out, size_t max);

#endif
