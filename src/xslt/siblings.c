/* SPDX-License-Identifier: MIT */
#include "xslt/siblings.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltInternals.h>

#include "base/arena.h"
#include "xslt/run.h"

/* What is known of one element; an answer holds for the name that was asked with. */
struct known {
	const xmlNode *node; /* NULL: a free place in the table */
	unsigned place, rank; /* 0: not asked yet */
	const xmlChar *past_name, *before_name; /* in the dictionary of the run; NULL: not asked yet */
	xmlNode *past, *before;
};

struct siblings {
	struct known *table; /* open; size is a power of two, at most half full */
	size_t n, size;
	xmlDict *names; /* names asked with, each once; borrowed from the run */
};

static struct known *
table_place(const struct siblings *s, const xmlNode *n)
{
	size_t i = (size_t)((uint64_t)(uintptr_t)n * 0x9E3779B97F4A7C15u >> 32);
	for (;; i++) {
		struct known *k = &s->table[i & (s->size - 1)];
		if (k->node == n || k->node == NULL)
			return k;
	}
}

/* What is known of n; the answer is good until the next call. */
static struct known *
known(struct siblings *s, const xmlNode *n)
{
	if (s->size < 2 * (s->n + 1)) {
		struct siblings bigger = {.size = 2 * s->size, .table = xcalloc(2 * s->size, sizeof *s->table)};
		for (size_t i = 0; i < s->size; i++)
			if (s->table[i].node != NULL)
				*table_place(&bigger, s->table[i].node) = s->table[i];
		free(s->table);
		s->table = bigger.table;
		s->size = bigger.size;
	}
	struct known *k = table_place(s, n);
	if (k->node == NULL) {
		k->node = n;
		s->n++;
	}
	return k;
}

static bool
same_name(const xmlNode *a, const xmlNode *b)
{
	return b->type == XML_ELEMENT_NODE && xmlStrEqual(a->name, b->name) &&
	    xmlStrEqual(a->ns ? a->ns->href : NULL, b->ns ? b->ns->href : NULL);
}

/* Back to the nearest of the name whose place is known, then forward again with places for all. */
static unsigned
place_of(struct siblings *s, const xmlNode *n)
{
	unsigned place = 0;
	const xmlNode *from = n;
	for (const xmlNode *b = n; b != NULL; b = b->prev) {
		if (same_name(n, b) && (place = known(s, b)->place) != 0)
			break;
		from = b;
	}
	for (const xmlNode *f = from; f != n->next; f = f->next)
		if (same_name(n, f) && known(s, f)->place == 0)
			known(s, f)->place = ++place;
	return known(s, n)->place;
}

/* Through the whole document: every element of the name gets its rank. */
static unsigned
rank_of(struct siblings *s, const xmlNode *n)
{
	unsigned rank = 0;
	if (known(s, n)->rank != 0)
		return known(s, n)->rank;
	for (const xmlNode *e = xmlDocGetRootElement(n->doc); e != NULL;) {
		if (same_name(n, e))
			known(s, e)->rank = ++rank;
		if (e->type == XML_ELEMENT_NODE && e->children != NULL) {
			e = e->children;
			continue;
		}
		while (e != NULL && e->next == NULL)
			e = e->parent != NULL && e->parent->type == XML_ELEMENT_NODE ? e->parent : NULL;
		e = e != NULL ? e->next : NULL;
	}
	return known(s, n)->rank;
}

static bool
is_named(const xmlNode *n, const xmlChar *name)
{
	return n->type == XML_ELEMENT_NODE && xmlStrEqual(n->name, name);
}

/* Of the same name; where an attribute is named (@name), both have it or neither has. */
static bool
equals(const xmlNode *a, const xmlNode *b, const xmlChar *name)
{
	return same_name(a, b) &&
	    (name[0] != '@' || (xmlHasProp(a, name + 1) != NULL) == (xmlHasProp(b, name + 1) != NULL));
}

/* On to the first that is no equal, or to one of whom it is known; then the same for all on the way. */
static xmlNode *
past(struct siblings *s, xmlNode *n, const xmlChar *name)
{
	xmlNode *end = n, *after = NULL;
	for (; end != NULL; end = end->next) {
		if (end->type != XML_ELEMENT_NODE || (is_named(end, name) && !same_name(n, end)))
			continue;
		if (!equals(n, end, name)) {
			after = end;
			break;
		}
		if (known(s, end)->past_name == name) {
			after = known(s, end)->past;
			break;
		}
	}
	for (xmlNode *f = n; f != end; f = f->next) {
		if (!same_name(n, f))
			continue;
		struct known *k = known(s, f);
		k->past = after;
		k->past_name = name;
	}
	return after;
}

/* Back to the nearest of the name, or to one of whom it is known; then the same for all on the way. */
static xmlNode *
before(struct siblings *s, xmlNode *n, const xmlChar *name)
{
	xmlNode *found = NULL, *from = n;
	for (; from != NULL; from = from->prev) {
		if (from->type != XML_ELEMENT_NODE)
			continue;
		if (from != n && is_named(from, name)) {
			found = from;
			break;
		}
		if (known(s, from)->before_name == name) {
			found = known(s, from)->before;
			break;
		}
	}
	for (xmlNode *f = n; f != from; f = f->prev) {
		if (f->type != XML_ELEMENT_NODE)
			continue;
		struct known *k = known(s, f);
		k->before = found;
		k->before_name = name;
	}
	return found;
}

/* Nothing but elements of the other name stands between an equal and this one. */
static bool
follows(const xmlNode *n, const xmlChar *name)
{
	for (const xmlNode *b = n->prev; b != NULL; b = b->prev)
		if (b->type == XML_ELEMENT_NODE && (same_name(n, b) || !is_named(b, name)))
			return same_name(n, b);
	return false;
}

/* ---- the functions ---- */

static struct siblings *
memory_of(xmlXPathParserContext *p)
{
	return ((struct xslt_run *)xsltXPathGetTransformContext(p)->_private)->siblings;
}

/* The one argument, a name, as the dictionary has it; NULL after a report. */
static const xmlChar *
name_argument(xmlXPathParserContext *p, int nargs)
{
	if (nargs != 1) {
		xmlXPathSetArityError(p);
		return NULL;
	}
	xmlChar *name = xmlXPathPopString(p);
	const xmlChar *kept = name != NULL ? xmlDictLookup(memory_of(p)->names, name, -1) : NULL;
	xmlFree(name);
	return kept;
}

static void
number_function(xmlXPathParserContext *p, int nargs, unsigned (*number)(struct siblings *, const xmlNode *))
{
	const xmlNode *n = p->context->node;
	if (nargs != 0) {
		xmlXPathSetArityError(p);
		return;
	}
	bool element = n != NULL && n->type == XML_ELEMENT_NODE;
	valuePush(p, xmlXPathNewFloat(element ? number(memory_of(p), n) : 1));
}

static void
place_function(xmlXPathParserContext *p, int nargs)
{
	number_function(p, nargs, place_of);
}

static void
rank_function(xmlXPathParserContext *p, int nargs)
{
	number_function(p, nargs, rank_of);
}

static void
node_function(xmlXPathParserContext *p, int nargs, xmlNode *(*find)(struct siblings *, xmlNode *, const xmlChar *))
{
	const xmlChar *name = name_argument(p, nargs);
	xmlNode *n = p->context->node;
	bool element = n != NULL && n->type == XML_ELEMENT_NODE;
	if (name != NULL)
		valuePush(p, xmlXPathNewNodeSet(element ? find(memory_of(p), n, name) : NULL));
}

static void
past_function(xmlXPathParserContext *p, int nargs)
{
	if (nargs == 0)
		valuePush(p, xmlXPathNewCString(""));
	node_function(p, nargs == 0 ? 1 : nargs, past);
}

static void
before_function(xmlXPathParserContext *p, int nargs)
{
	node_function(p, nargs, before);
}

static void
follows_function(xmlXPathParserContext *p, int nargs)
{
	const xmlChar *name = name_argument(p, nargs);
	const xmlNode *n = p->context->node;
	if (name != NULL)
		valuePush(p, xmlXPathNewBoolean(n != NULL && n->type == XML_ELEMENT_NODE && follows(n, name)));
}

struct siblings *
siblings_new(xsltTransformContext *ctxt)
{
	static const struct {
		const char *name;
		xmlXPathFunction call;
	} functions[] = {{"place", place_function}, {"rank", rank_function}, {"past", past_function},
	    {"before", before_function}, {"follows", follows_function}};
	struct siblings *s = xcalloc(1, sizeof *s);
	s->names = ctxt->dict;
	s->size = 64;
	s->table = xcalloc(s->size, sizeof *s->table);
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		xsltRegisterExtFunction(ctxt, BAD_CAST functions[i].name, BAD_CAST SIBLINGS_NS, functions[i].call);
	return s;
}

void
siblings_free(struct siblings *s)
{
	free(s->table);
	free(s);
}
