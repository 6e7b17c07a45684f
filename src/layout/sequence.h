/* SPDX-License-Identifier: MIT */
/*
 * sequence.h - the pages of one fo:page-sequence: its flow in columns, notes, heads and feet.
 * Needs: stack.h, masters.h.  Owns: everything is in the arenas of the layout.  Private to layout/.
 */
#ifndef LAYOUT_SEQUENCE_H
#define LAYOUT_SEQUENCE_H

#include "layout/masters.h"
#include "layout/stack.h"

/* One page-sequence at work. */
struct sequence {
	struct layout *l;
	const struct fo_node *node, *content; /* content: its fo:flow */
	struct stack *flow;       /* the stretch of it at hand, all of one width */
	struct note_stream notes; /* of the stretch */
	unsigned first_number;
	bool *blank;              /* per page of the sequence */
	size_t npage, cap_page;
	double used;              /* height of the last page's body that stretches before take */
};

/* Its pages without their static content; false after a report when it has no usable page master. */
bool sequence_set(struct sequence *, struct selem *parent);
/* Their static content; first: the index of its first page among all. */
void sequence_static(struct sequence *, size_t first);
/* Add a page without text; false when it has no master. */
bool sequence_blank(struct sequence *);
/* Whether force-page-count (§7.27.6) asks for one more page; next: the sequence behind, or NULL. */
bool sequence_lacks_page(const struct sequence *, const struct fo_node *next);

#endif
