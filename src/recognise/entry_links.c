/* SPDX-License-Identifier: MIT */
/*
 * entry_links.c - entries of the list of contents lead to the sections that they name and stand as deep
 * as those; one whose section is not known stands as deep as others with a number of its style.
 */
#include <stdlib.h>

#include "recognise/work.h"

/* A node by the line of the draft that it begins on. */
struct begun {
	uint32_t line;
	struct rep_node *node;
};

struct nodes {
	struct begun *at;
	size_t n, cap;
};

static int
by_line(const void *a, const void *b)
{
	const struct begun *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

static struct nodes
nodes_of(const struct work *w, enum rep_kind kind)
{
	struct rep_node *root = w->out->report->root, *n;
	struct nodes all = {NULL, 0, 0};

	for (n = root; n != NULL; n = rep_next(root, n))
		if (n->kind == kind)
			*VEC_PUSH(w->arena, all.at, all.n, all.cap) = (struct begun){n->line_from, n};
	if (all.n > 0)
		qsort(all.at, all.n, sizeof *all.at, by_line);
	return all;
}

/* The node that begins on the line, or NULL. */
static struct rep_node *
begun_on(const struct work *w, const struct nodes *all, uint32_t line)
{
	struct begun wanted = {w->line[line].src->no, NULL};
	const struct begun *found = all->n > 0 ? bsearch(&wanted, all->at, all->n, sizeof wanted, by_line) : NULL;

	return found ? found->node : NULL;
}

static unsigned
depth_of(const struct rep_node *section)
{
	unsigned depth = 0;

	for (; section != NULL; section = section->parent)
		depth += section->kind == REP_SECTION;
	return depth;
}

static void
set_level(const struct work *w, struct rep_node *entry, unsigned level)
{
	rep_set(w->out->report, entry, "level", arena_printf(w->arena, "%u", level));
}

void
entries_link(const struct work *w)
{
	struct nodes entries = nodes_of(w, REP_ENTRY), sections = nodes_of(w, REP_SECTION);
	unsigned level[LABEL_STYLES] = {0};
	struct rep_node *entry, *section;
	size_t i;

	for (i = 0; i < w->nknown; i++) {
		const struct rline *l = &w->line[w->known[i].entry];
		entry = begun_on(w, &entries, w->known[i].entry);
		section = begun_on(w, &sections, w->known[i].heading);
		if (entry == NULL || section == NULL || rep_get(entry, "href") != NULL)
			continue;
		rep_set(w->out->report, entry, "href", arena_printf(w->arena, "#%s", section->id));
		set_level(w, entry, depth_of(section));
		if (l->nlabel > 0 && level[l->label[0].style] == 0)
			level[l->label[0].style] = depth_of(section);
	}
	for (i = 0; i < w->nline && entries.n > 0; i++) {
		const struct rline *l = &w->line[i];
		if (l->reading == READ_ENTRY && l->nlabel > 0 && level[l->label[0].style] > 0 &&
		    (entry = begun_on(w, &entries, (uint32_t)i)) != NULL && rep_get(entry, "level") == NULL)
			set_level(w, entry, level[l->label[0].style]);
	}
}
