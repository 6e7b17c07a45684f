/* SPDX-License-Identifier: MIT */
/* preflight_unsure.c - what is least sure. */
#include "recognise/preflight_check.h"

#define UNSURE_BELOW 0.8f    /* half of what is less sure in real papers is wrong, a tenth of all */
#define UNSURE_SHOWN 8

/*
 * Was it chosen among readings, with little between them?  What only repeats its parent is not asked.
 */
static bool
is_unsure(const struct rep_node *n)
{
	const struct rep_node *up = n->parent;
	bool repeats = up != NULL && up->rule == n->rule && up->evidence == n->evidence;
	return n->chosen != REP_NOT_CHOSEN && !repeats && n->alternative != NULL && n->conf < UNSURE_BELOW;
}

static bool
is_before(const struct rep_node *a, const struct rep_node *b)
{
	return a->chosen != b->chosen ? a->chosen == REP_CHOSEN_HEADING : a->conf < b->conf;
}

/*
 * One message with the places to look at first: headings, which the contents follow, before others.  What the
 * masthead took for a field is decided by its words.
 */
void
preflight_unsure(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root, *head = preflight_child(root, REP_HEAD);
	const struct rep_node *list[UNSURE_SHOWN + 1];
	size_t n = 0, all = 0;
	for (const struct rep_node *e = root; e != NULL; e = e == head ? rep_skip(root, e) : rep_next(root, e)) {
		if (!is_unsure(e))
			continue;
		size_t at = n;
		for (; at > 0 && is_before(e, list[at - 1]); at--)
			list[at] = list[at - 1];
		list[at] = e;
		n += n < UNSURE_SHOWN;
		all++;
	}
	if (all == 0)
		return;
	struct buf b = {0};
	for (size_t i = 0; i < n; i++) {
		bool same = i > 0 && list[i - 1]->chosen == list[i]->chosen;
		buf_printf(&b, "%s%s%u", i > 0 ? ", " : "",
		    same ? "" : list[i]->chosen == REP_CHOSEN_HEADING ? "heading at line " : "text at line ",
		    (unsigned)list[i]->line_from);
	}
	if (all > n)
		buf_printf(&b, " and %zu more", all - n);
	diag(c->diag, DIAG_PRE_UNSURE, preflight_place(c, list[0]),
	    "%s: look there first; why --line says how each was read", b.data);
	buf_free(&b);
}
