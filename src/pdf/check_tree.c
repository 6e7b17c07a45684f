/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "pdf/checking.h"
#include "pdf/kids.h"

/* Elements looked at, and object numbers told apart: more than any paper has. */
#define ELEMENTS 400000
#define OBJECTS (1 << 23)

struct place {
	struct kid kid;
	const char *parent; /* role of the element above */
	unsigned stream;    /* see struct claim */
	bool row;
};

struct walk {
	struct checking *c;
	qpdf_oh roles;      /* RoleMap, or null */
	struct place *open;
	size_t nopen, cap;
	const char **id;    /* of notes */
	size_t nid, cap_id;
	int heading;        /* level of the last heading */
	bool *seen;         /* by object number */
	size_t nseen, cap_seen;
	unsigned streams;
};

/* The standard role behind the name an element has. */
static const char *
role_of(struct walk *w, qpdf_oh e)
{
	struct checking *c = w->c;
	const char *role = check_name(c, qpdf_oh_get_key(c->q, e, "/S"));
	for (int i = 0; i < 8 && qpdf_oh_is_dictionary(c->q, w->roles); i++) {
		const char *key = arena_printf(c->arena, "/%s", role);
		if (!qpdf_oh_has_key(c->q, w->roles, key))
			break;
		role = check_name(c, qpdf_oh_get_key(c->q, w->roles, key));
	}
	return role;
}

/* Roles that have their meaning only below certain others (ISO 32000-1 14.8.4.3). */
static const struct {
	const char *role, *parents;
} nesting[] = {
    {"LI", " L "}, {"LBody", " LI "}, {"TR", " Table THead TBody TFoot "}, {"TD", " TR "}, {"TH", " TR "},
    {"THead", " Table "}, {"TBody", " Table "}, {"TFoot", " Table "}, {"TOCI", " TOC "},
};

static void
nested(struct walk *w, const char *role, const char *parent)
{
	for (size_t i = 0; i < sizeof nesting / sizeof *nesting; i++)
		if (strcmp(role, nesting[i].role) == 0 &&
		    strstr(nesting[i].parents, arena_printf(w->c->arena, " %s ", parent)) == NULL)
			check_fail(w->c, DIAG_PDF_CHECK_NESTING, "%s in %s", role, parent);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
element(struct walk *w, qpdf_oh e, const char *role, const char *parent)
{
	struct checking *c = w->c;
	if (*role == '\0')
		check_fail(c, DIAG_PDF_CHECK_NESTING, "an element has no role");
	nested(w, role, parent);
	check_lang(c, e, role);
	if ((strcmp(role, "Figure") == 0 || strcmp(role, "Formula") == 0) && !check_text(c, e, "/Alt") &&
	    !check_text(c, e, "/ActualText"))
		check_fail(c, DIAG_PDF_CHECK_ALT, "%s", role);
	if (strcmp(role, "Note") == 0) {
		if (check_text(c, e, "/ID"))
			*VEC_PUSH(c->arena, w->id, w->nid, w->cap_id) =
			    arena_strdup(c->arena, qpdf_oh_get_utf8_value(c->q, qpdf_oh_get_key(c->q, e, "/ID")));
		else
			check_fail(c, DIAG_PDF_CHECK_NOTE, "a note has no ID");
	}
	if (role[0] == 'H' && role[1] >= '1' && role[1] <= '6' && role[2] == '\0') {
		if (role[1] - '0' > w->heading + 1)
			check_fail(c, DIAG_PDF_CHECK_HEADING, "%s after level %d", role, w->heading);
		w->heading = role[1] - '0';
	}
}

static void
push_kids(struct walk *w, const struct place *e, const char *role)
{
	struct checking *c = w->c;
	struct place p = {.parent = role, .stream = e->stream, .row = e->row || strcmp(role, "TR") == 0};
	if (strcmp(role, "Note") == 0) {
		p.stream = ++w->streams;
		p.row = false;
	}
	for (int i = kids_count(c->q, &e->kid); i > 0; i--)
		if (kids_at(c->q, &e->kid, i - 1, &p.kid))
			*VEC_PUSH(c->arena, w->open, w->nopen, w->cap) = p;
}

/* Was the element met before?  One in two places may hold itself. */
static bool
met(struct walk *w, qpdf_oh e)
{
	int id = qpdf_oh_get_object_id(w->c->q, e);
	if (id <= 0 || id >= OBJECTS)
		return false;
	while (w->nseen <= (size_t)id)
		*VEC_PUSH(w->c->arena, w->seen, w->nseen, w->cap_seen) = false;
	bool before = w->seen[id];
	w->seen[id] = true;
	return before;
}

/* Everything in the tree, in its order. */
static bool
walk(struct walk *w)
{
	struct checking *c = w->c;
	for (size_t count = 0; w->nopen > 0; count++) {
		struct place p = w->open[--w->nopen];
		if (p.kid.mcid >= 0) {
			*VEC_PUSH(c->arena, c->claim, c->nclaim, c->cap_claim) = (struct claim){p.kid.page, p.kid.mcid, p.stream, p.row};
			continue;
		}
		const char *role = role_of(w, p.kid.elem);
		if (count >= ELEMENTS || met(w, p.kid.elem)) {
			check_fail(c, DIAG_PDF_CHECK_TREE, "%s: %s",
			           count >= ELEMENTS ? "it has no end" : "an element stands in two places", role);
			return false;
		}
		element(w, p.kid.elem, role, p.parent);
		push_kids(w, &p, role);
	}
	return true;
}

bool
check_tree(struct checking *c)
{
	struct place root = {.kid = {qpdf_oh_get_key(c->q, c->root, "/StructTreeRoot"), -1, 0}};
	if (!qpdf_oh_is_dictionary(c->q, root.kid.elem) || !qpdf_oh_has_key(c->q, root.kid.elem, "/K")) {
		check_fail(c, DIAG_PDF_CHECK_TREE, "there is none");
		return false;
	}
	if (!qpdf_oh_has_key(c->q, root.kid.elem, "/ParentTree"))
		check_fail(c, DIAG_PDF_CHECK_TREE, "it has no /ParentTree");
	struct walk w = {.c = c, .roles = qpdf_oh_get_key(c->q, root.kid.elem, "/RoleMap")};
	push_kids(&w, &root, "");
	bool whole = walk(&w);
	if (w.nid > 0)
		qsort(w.id, w.nid, sizeof *w.id, by_text);
	for (size_t i = 1; i < w.nid; i++)
		if (strcmp(w.id[i], w.id[i - 1]) == 0)
			check_fail(c, DIAG_PDF_CHECK_NOTE, "two notes have the ID %s", w.id[i]);
	return whole;
}
