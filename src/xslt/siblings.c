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

/* What is known of one element. */
struct known {
	const xmlNode *node; /* NULL: a free place in the table */
	unsigned place;      /* 0: not asked yet */
	xmlNode *past;
	bool run_ends;       /* past was looked for */
};

struct siblings {
	struct known *table; /* open; size is a power of two, at most half full */
	size_t n, size;
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

/* On to the first of another name, or to one of whom it is known; then the same for all on the way. */
static xmlNode *
past(struct siblings *s, xmlNode *n)
{
	xmlNode *end = n, *after = NULL;
	for (; end != NULL; end = end->next) {
		if (end->type != XML_ELEMENT_NODE)
			continue;
		if (!same_name(n, end)) {
			after = end;
			break;
		}
		if (known(s, end)->run_ends) {
			after = known(s, end)->past;
			break;
		}
	}
	for (xmlNode *f = n; f != end; f = f->next) {
		if (f->type != XML_ELEMENT_NODE)
			continue;
		struct known *k = known(s, f);
		k->past = after;
		k->run_ends = true;
	}
	return after;
}

/* ---- the functions ---- */

static struct siblings *
memory_of(xmlXPathParserContext *p)
{
	return ((struct xslt_run *)xsltXPathGetTransformContext(p)->_private)->siblings;
}

static void
place_function(xmlXPathParserContext *p, int nargs)
{
	if (nargs != 0) {
		xmlXPathSetArityError(p);
		return;
	}
	const xmlNode *n = p->context->node;
	bool element = n != NULL && n->type == XML_ELEMENT_NODE;
	valuePush(p, xmlXPathNewFloat(element ? place_of(memory_of(p), n) : 1));
}

static void
past_function(xmlXPathParserContext *p, int nargs)
{
	if (nargs != 0) {
		xmlXPathSetArityError(p);
		return;
	}
	xmlNode *n = p->context->node;
	bool element = n != NULL && n->type == XML_ELEMENT_NODE;
	valuePush(p, xmlXPathNewNodeSet(element ? past(memory_of(p), n) : NULL));
}

struct siblings *
siblings_new(xsltTransformContext *ctxt)
{
	struct siblings *s = xcalloc(1, sizeof *s);
	s->size = 64;
	s->table = xcalloc(s->size, sizeof *s->table);
	xsltRegisterExtFunction(ctxt, (const xmlChar *)"place", (const xmlChar *)SIBLINGS_NS, place_function);
	xsltRegisterExtFunction(ctxt, (const xmlChar *)"past", (const xmlChar *)SIBLINGS_NS, past_function);
	return s;
}

void
siblings_free(struct siblings *s)
{
	free(s->table);
	free(s);
}
