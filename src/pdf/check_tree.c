/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "pdf/checking.h"

/* Elements looked at; a tree that goes in circles ends here. */
#define ELEMENTS 400000

struct place {
	qpdf_oh elem;
	const char *parent; /* role of the element above */
};

struct walk {
	struct checking *c;
	qpdf_oh roles;      /* RoleMap, or null */
	struct place *open;
	size_t nopen, cap;
	const char **id;    /* of notes */
	size_t nid, cap_id;
	int heading;        /* level of the last heading */
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
push_kids(struct walk *w, qpdf_oh e, const char *role)
{
	struct checking *c = w->c;
	qpdf_oh k = qpdf_oh_get_key(c->q, e, "/K");
	if (qpdf_oh_is_dictionary(c->q, k))
		*VEC_PUSH(c->arena, w->open, w->nopen, w->cap) = (struct place){k, role};
	for (int i = qpdf_oh_is_array(c->q, k) ? qpdf_oh_get_array_n_items(c->q, k) : 0; i > 0; i--) {
		qpdf_oh kid = qpdf_oh_get_array_item(c->q, k, i - 1);
		if (qpdf_oh_is_dictionary(c->q, kid))
			*VEC_PUSH(c->arena, w->open, w->nopen, w->cap) = (struct place){kid, role};
		else
			qpdf_oh_release(c->q, kid);
	}
}

void
check_tree(struct checking *c)
{
	qpdf_oh root = qpdf_oh_get_key(c->q, c->root, "/StructTreeRoot");
	if (!qpdf_oh_is_dictionary(c->q, root) || !qpdf_oh_has_key(c->q, root, "/K")) {
		check_fail(c, DIAG_PDF_CHECK_TREE, "there is none");
		return;
	}
	if (!qpdf_oh_has_key(c->q, root, "/ParentTree"))
		check_fail(c, DIAG_PDF_CHECK_TREE, "it has no /ParentTree");
	struct walk w = {.c = c, .roles = qpdf_oh_get_key(c->q, root, "/RoleMap")};
	push_kids(&w, root, "");
	for (size_t seen = 0; w.nopen > 0; seen++) {
		if (seen == ELEMENTS) {
			check_fail(c, DIAG_PDF_CHECK_TREE, "it has no end");
			return;
		}
		struct place p = w.open[--w.nopen];
		const char *type = check_name(c, qpdf_oh_get_key(c->q, p.elem, "/Type"));
		if (strcmp(type, "MCR") != 0 && strcmp(type, "OBJR") != 0) {
			const char *role = role_of(&w, p.elem);
			element(&w, p.elem, role, p.parent);
			push_kids(&w, p.elem, role);
		}
	}
	if (w.nid > 0)
		qsort(w.id, w.nid, sizeof *w.id, by_text);
	for (size_t i = 1; i < w.nid; i++)
		if (strcmp(w.id[i], w.id[i - 1]) == 0)
			check_fail(c, DIAG_PDF_CHECK_NOTE, "two notes have the ID %s", w.id[i]);
}
