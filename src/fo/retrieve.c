/* SPDX-License-Identifier: MIT */
/* retrieve.c - what a marker holds, as it looks where it is retrieved (XSL 1.1 §6.13.6). */
#include "fo/props.h"

/* Nodes to be copied, and the object their copies go into. */
static void
copy_children(struct prop_scope *scope, const struct fo_node *from, struct fo_node *to)
{
	for (const struct fo_node *k = from->first; k != NULL; k = k->next) {
		struct fo_node *n = ARENA_NEW(scope->arena, struct fo_node);
		*n = *k;
		n->first = n->last = n->next = NULL;
		n->parent = to;
		n->prev = to->last;
		n->p = to->p;
		if (to->last != NULL)
			to->last->next = n;
		else
			to->first = n;
		to->last = n;
		if (k->said != NULL) {
			struct fo_props *p = ARENA_NEW(scope->arena, struct fo_props);
			scope->node = n;
			scope->pos = n->pos;
			scope->rtl = k->p->rtl;
			props_compute(scope, k->said, to->p, p);
			n->p = p;
		}
		copy_children(scope, k, n); /* as deep as the reader let them be: FO_DEPTH */
	}
}

const struct fo_node *
fo_retrieve(struct arena *a, const struct fo_tree *tree, const struct fo_node *marker, const struct fo_node *retrieve)
{
	struct diag *quiet = diag_new(); /* what is wrong was said when it was read */
	struct told told = {.n = 0};
	struct prop_scope scope = {.arena = a, .diag = quiet, .told = &told, .initial = tree->initial};
	struct fo_node *n = ARENA_NEW(a, struct fo_node);
	*n = *retrieve;
	n->first = n->last = NULL;
	copy_children(&scope, marker, n);
	diag_free(quiet);
	return n;
}
