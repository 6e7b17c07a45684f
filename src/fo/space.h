/* SPDX-License-Identifier: MIT */
/*
 * space.h - white space of FO text (XSL 1.1 §7.16: linefeed-treatment, white-space-collapse,
 * white-space-treatment), across the inlines of one block.
 * Needs: fo.h.  Owns: nothing.
 */
#ifndef FO_SPACE_H
#define FO_SPACE_H

#include "fo/fo.h"

/* Where we are in the text of a block; {0} at its start. */
struct space_run {
	struct fo_node *last; /* the text that ends in a space that may have to go, or NULL */
	bool going;           /* something that takes place stands on the line already */
	bool spaced;          /* the last thing was a space */
};

/* The text as it is set, in the arena; may be empty. */
struct span space_text(struct arena *, struct space_run *, const struct fo_props *, struct span text);
/* An object that takes place on the line comes next. */
void space_object(struct space_run *);
/* The lines end here (a block begins or ends): a space at the end goes. */
void space_end(struct space_run *);

#endif
