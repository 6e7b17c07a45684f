/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include <string.h>

static const struct {
	const char *name;
	enum rep_class class;
} kinds[REP_KINDS] = {
#define REP(kind, name, class) [REP_##kind] = {name, REP_CLASS_##class},
#include "report/report.def"
#undef REP
};

const char *
rep_name(enum rep_kind kind)
{
	return kinds[kind].name;
}

enum rep_class
rep_class(enum rep_kind kind)
{
	return kinds[kind].class;
}

enum rep_kind
rep_find(const char *name)
{
	enum rep_kind k = 0;
	while (k < REP_KINDS && (kinds[k].name[0] != name[0] || strcmp(kinds[k].name, name) != 0))
		k++;
	return k;
}

struct report *
report_new(struct arena *a, const char *source)
{
	struct report *r = ARENA_NEW(a, struct report);
	r->arena = a;
	r->source = source ? arena_strdup(a, source) : NULL;
	r->root = rep_new(r, REP_REPORT, NULL);
	return r;
}

struct rep_node *
rep_new(struct report *r, enum rep_kind kind, struct rep_node *parent)
{
	struct rep_node *n = ARENA_NEW(r->arena, struct rep_node);
	n->kind = kind;
	n->conf = 1.0f;
	if (parent != NULL)
		rep_append(parent, n);
	return n;
}

struct rep_node *
rep_text(struct report *r, struct rep_node *parent, struct span text, uint32_t off, uint32_t off_n,
         enum fate fate)
{
	struct rep_node *n = rep_new(r, REP_TEXT, parent);
	n->text = text;
	n->off = off;
	n->off_n = off_n;
	n->fate = fate;
	return n;
}

void
rep_detach(struct rep_node *n)
{
	if (n->prev != NULL)
		n->prev->next = n->next;
	else if (n->parent != NULL)
		n->parent->first = n->next;
	if (n->next != NULL)
		n->next->prev = n->prev;
	else if (n->parent != NULL)
		n->parent->last = n->prev;
	n->parent = n->prev = n->next = NULL;
}

void
rep_append(struct rep_node *parent, struct rep_node *n)
{
	rep_detach(n);
	n->parent = parent;
	n->prev = parent->last;
	if (parent->last != NULL)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

void
rep_insert_before(struct rep_node *at, struct rep_node *n)
{
	if (n == at)
		return;
	rep_detach(n);
	n->parent = at->parent;
	n->next = at;
	n->prev = at->prev;
	if (at->prev != NULL)
		at->prev->next = n;
	else
		at->parent->first = n;
	at->prev = n;
}

void
rep_insert_after(struct rep_node *at, struct rep_node *n)
{
	if (n == at)
		return;
	if (at->next != NULL)
		rep_insert_before(at->next, n);
	else
		rep_append(at->parent, n);
}

struct rep_node *
rep_split(struct report *r, struct rep_node *t, size_t i)
{
	struct rep_node *half = rep_new(r, REP_TEXT, NULL);
	half->text = span_sub(t->text, i, t->text.n);
	half->fate = t->fate;
	half->off = t->off + (uint32_t)i;
	half->off_n = t->off_n > i ? t->off_n - (uint32_t)i : 0;
	t->text.n = i;
	t->off_n -= half->off_n;
	rep_insert_after(t, half);
	return half;
}

struct rep_node *
rep_skip(const struct rep_node *root, const struct rep_node *n)
{
	while (n != root) {
		if (n->next != NULL)
			return n->next;
		n = n->parent;
	}
	return NULL;
}

struct rep_node *
rep_next(const struct rep_node *root, const struct rep_node *n)
{
	return n->first != NULL ? n->first : rep_skip(root, n);
}

void
rep_set(struct report *r, struct rep_node *n, const char *name, const char *value)
{
	struct rep_attr **at = &n->attr;
	while (*at != NULL && strcmp((*at)->name, name) != 0)
		at = &(*at)->next;
	if (*at == NULL) {
		*at = ARENA_NEW(r->arena, struct rep_attr);
		(*at)->name = name;
	}
	(*at)->value = arena_strdup(r->arena, value);
}

const char *
rep_get(const struct rep_node *n, const char *name)
{
	for (const struct rep_attr *a = n->attr; a != NULL; a = a->next)
		if (strcmp(a->name, name) == 0)
			return a->value;
	return NULL;
}

void
rep_text_of(const struct rep_node *root, struct buf *out)
{
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if (n->kind == REP_TEXT)
			buf_addspan(out, n->text);
}

static void
dump_line(const struct rep_node *n, int depth, struct buf *out)
{
	buf_printf(out, "%*s", 2 * depth, "");
	if (n->kind == REP_TEXT) {
		static const char *const fates[] = {"lost", "", "joined", "repaired", "markup", "dropped"};
		buf_addc(out, '"');
		buf_addspan(out, n->text);
		buf_addc(out, '"');
		if (n->fate != FATE_PLACED)
			buf_printf(out, " %s", fates[n->fate]);
		buf_addc(out, '\n');
		return;
	}
	buf_adds(out, rep_name(n->kind));
	for (const struct rep_attr *a = n->attr; a != NULL; a = a->next)
		buf_printf(out, " %s=%s", a->name, a->value);
	if (n->line_from != 0)
		buf_printf(out, " [%u", n->line_from);
	if (n->line_to > n->line_from)
		buf_printf(out, "-%u", n->line_to);
	if (n->line_from != 0)
		buf_addc(out, ']');
	if (n->rule != NULL)
		buf_printf(out, " {%s %.2f%s%s}", n->rule, n->conf, n->alternative ? " not " : "",
		    n->alternative ? n->alternative : "");
	buf_addc(out, '\n');
}

void
report_dump(const struct report *r, struct buf *out)
{
	for (const struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n)) {
		int depth = 0;
		for (const struct rep_node *up = n; up != r->root; up = up->parent)
			depth++;
		dump_line(n, depth, out);
	}
}
