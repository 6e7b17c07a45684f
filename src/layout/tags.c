/* SPDX-License-Identifier: MIT */
/* tags.c - structure elements for formatting objects (ISO 32000-1 14.8.4; XSL 1.1 §7.5.2 role). */
#include <string.h>

#include "layout/stack.h"

struct selem *
tag_new(struct layout *l, struct selem *parent, const char *role)
{
	struct pages *pages = l->pages;
	struct selem *e = ARENA_NEW(pages->arena, struct selem);
	e->role = role;
	e->parent = parent;
	e->index = (unsigned)pages->nselem;
	*VEC_PUSH(pages->arena, pages->selem, pages->nselem, pages->cap_selem) = e;
	if (parent == NULL)
		return e;
	if (parent->last != NULL)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
	return e;
}

bool
tag_is_artifact(const struct fo_node *node)
{
	return node->role != NULL && strcmp(node->role, "artifact") == 0;
}

/* The usual type of an object without a role; NULL = no element of its own. */
static const char *
usual_role(const struct fo_node *node)
{
	switch (node->kind) {
	case FO_LIST_BLOCK: return "L";
	case FO_LIST_ITEM: return "LI";
	case FO_LIST_ITEM_LABEL: return "Lbl";
	case FO_LIST_ITEM_BODY: return "LBody";
	case FO_TABLE: return "Table";
	case FO_TABLE_ROW: return "TR";
	case FO_TABLE_CELL:
		return node->p->header_cell == FO_W_TRUE ||
		               (node->parent->parent != NULL && node->parent->parent->kind == FO_TABLE_HEADER)
		           ? "TH"
		           : "TD";
	case FO_BASIC_LINK: return "Link";
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_EXTERNAL_GRAPHIC: return "Figure";
	case FO_FOOTNOTE_BODY: return "Note";
	case FO_INLINE: return fo_attr(node, FO_A_FULL) != NULL ? "Span" : NULL;
	default: return NULL;
	}
}

struct selem *
tag_for(struct layout *l, struct selem *parent, const struct fo_node *node)
{
	if (parent == NULL || tag_is_artifact(node))
		return NULL;
	const char *role = node->role != NULL ? node->role : usual_role(node);
	if (role == NULL || strcmp(role, "NonStruct") == 0)
		return parent;
	struct selem *e = tag_new(l, parent, role);
	const char *lang = node->p->lang;
	const char *outer = node->parent != NULL ? node->parent->p->lang : "";
	if (lang[0] != '\0' && strcmp(lang, outer) != 0)
		e->lang = lang;
	if (node->kind == FO_TABLE_CELL) {
		e->colspan = (unsigned)node->p->columns_spanned;
		e->rowspan = (unsigned)node->p->rows_spanned;
		e->headers = fo_attr(node, FO_A_HEADERS);
	}
	e->alt = fo_attr(node, FO_A_ALT_TEXT);
	e->expansion = fo_attr(node, FO_A_FULL);
	return e;
}
