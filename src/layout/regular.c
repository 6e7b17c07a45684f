/* SPDX-License-Identifier: MIT */
/*
 * regular.c - the structure made regular once it is whole, whatever roles the objects asked for
 * (ISO 14289-1 7.2, 7.4, 7.5): headings step by step, even rows, lists of nothing but their entries.
 */
#include <string.h>

#include "layout/stack.h"

static const char *const levels[] = {"H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9"};
#define LEVELS (sizeof levels / sizeof *levels)

static bool
is(const struct selem *e, const char *role)
{
	return strcmp(e->role, role) == 0;
}

/* One of the roles, each between blanks. */
static bool
among(const struct selem *e, const char *roles)
{
	size_t n = strlen(e->role);
	for (const char *at = strstr(roles, e->role); at != NULL; at = strstr(at + 1, e->role))
		if (at > roles && at[-1] == ' ' && at[n] == ' ')
			return true;
	return false;
}

/* The first heading becomes H1 and none is more than one below that before it: a heading is one level
 * below the last that was higher. */
static void
headings(struct pages *pages)
{
	int open[LEVELS];
	size_t n = 0;
	for (size_t i = 0; i < pages->nselem; i++) {
		struct selem *e = pages->selem[i];
		if (e->role[0] != 'H' || e->role[1] < '1' || e->role[1] > '9' || e->role[2] != '\0')
			continue;
		while (n > 0 && open[n - 1] >= e->role[1])
			n--;
		open[n++] = e->role[1];
		e->role = levels[n - 1];
	}
}

/* ---- tables ---- */

struct grid {
	struct arena *arena;
	struct selem **row;
	unsigned *room;       /* by row: rows left in its section, itself counted */
	size_t n, cap, cap_room;
};

static void
add_rows(struct grid *g, struct selem *section)
{
	size_t first = g->n;
	for (struct selem *k = section->first; k != NULL; k = k->next) {
		if (among(k, " THead TBody TFoot ")) {
			add_rows(g, k);
			first = g->n;
		} else if (is(k, "TR")) {
			size_t n = g->n;
			*VEC_PUSH(g->arena, g->row, g->n, g->cap) = k;
			*VEC_PUSH(g->arena, g->room, n, g->cap_room) = 1;
			for (size_t i = first; i + 1 < g->n; i++)
				g->room[i]++;
		}
	}
}

static unsigned
span(unsigned given)
{
	return given > 1 ? given : 1;
}

/* Columns that cells from rows before reach into row i, and those of its own cells. */
static size_t
columns_of(const struct grid *g, size_t i, size_t *reaching)
{
	size_t n = reaching[i];
	for (struct selem *c = g->row[i]->first; c != NULL; c = c->next) {
		c->rowspan = span(c->rowspan) < g->room[i] ? c->rowspan : g->room[i];
		for (size_t r = i + 1; r < i + span(c->rowspan); r++)
			reaching[r] += span(c->colspan);
		n += span(c->colspan);
	}
	return n;
}

/* Rows that are too short get an empty cell; cells do not reach below their section. */
static void
table(struct layout *l, struct selem *e)
{
	struct grid g = {.arena = l->pages->arena};
	add_rows(&g, e);
	size_t *reaching = ARENA_ARRAY(g.arena, size_t, g.n + 1), *columns = ARENA_ARRAY(g.arena, size_t, g.n + 1), most = 0;
	for (size_t i = 0; i < g.n; i++) {
		columns[i] = columns_of(&g, i, reaching);
		most = columns[i] > most ? columns[i] : most;
	}
	for (size_t i = 0; i < g.n; i++)
		if (columns[i] < most)
			tag_new(l, g.row[i], "TD")->colspan = (unsigned)(most - columns[i]);
	tags_headers(l, g.row, g.n, most);
}

/* ---- lists ---- */

static const struct {
	const char *role, *kids;
} lists[] = {{"TOC", " TOC TOCI Caption "}, {"L", " L LI Caption "}};

/* What may not stand in a list stands beside it: the element becomes a division, in which every
 * unbroken row of entries is a list of its own. */
static void
list(struct layout *l, struct selem *e, const char *allowed)
{
	bool all = true;
	for (const struct selem *k = e->first; k != NULL; k = k->next)
		all = all && among(k, allowed);
	if (all)
		return;
	const char *role = e->role;
	struct selem *k = e->first, *entries = NULL, *next;
	e->role = "Div";
	e->first = e->last = NULL;
	for (; k != NULL; k = next) {
		next = k->next;
		k->next = NULL;
		struct selem *parent = e;
		if (among(k, allowed)) {
			if (entries == NULL) {
				entries = tag_new(l, e, role);
				entries->numbering = e->numbering;
			}
			parent = entries;
		} else {
			entries = NULL;
		}
		k->parent = parent;
		if (parent->last != NULL)
			parent->last->next = k;
		else
			parent->first = k;
		parent->last = k;
	}
	e->numbering = NULL;
}

void
tags_regular(struct layout *l)
{
	headings(l->pages);
	for (size_t i = 0, n = l->pages->nselem; i < n; i++) {
		struct selem *e = l->pages->selem[i];
		if (is(e, "Table"))
			table(l, e);
		for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
			if (is(e, lists[k].role)) {
				list(l, e, lists[k].kids);
				break;
			}
	}
}
