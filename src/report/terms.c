/* SPDX-License-Identifier: MIT */
#include "report/terms.h"

#include <libxml/parser.h>
#include <string.h>

#include "base/file.h"

struct entry {
	const char *key;
	struct span *v;
	size_t n, cap;
};

struct terms {
	struct entry *entry;
	size_t n, cap;
};

static struct span
content(struct arena *a, xmlNode *node)
{
	xmlChar *s = xmlNodeGetContent(node);
	struct span out = span_of(arena_strdup(a, s != NULL ? (char *)s : ""));
	xmlFree(s);
	return out;
}

static void
read_entry(struct arena *a, struct terms *t, xmlNode *node)
{
	xmlChar *key = xmlGetNoNsProp(node, BAD_CAST "key");
	if (key == NULL)
		return;
	struct entry *e = VEC_PUSH(a, t->entry, t->n, t->cap);
	e->key = arena_strdup(a, (char *)key);
	xmlFree(key);
	if (xmlStrEqual(node->name, BAD_CAST "term")) {
		*VEC_PUSH(a, e->v, e->n, e->cap) = content(a, node);
		return;
	}
	for (xmlNode *w = node->children; w != NULL; w = w->next)
		if (w->type == XML_ELEMENT_NODE)
			*VEC_PUSH(a, e->v, e->n, e->cap) = content(a, w);
}

const struct terms *
terms_load(struct arena *a, const char *lang, struct diag *d)
{
	const char *path = data_path(a, arena_printf(a, "stylesheets/terms/%s.xml", lang));
	xmlDoc *doc = path != NULL ? xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING) : NULL;
	if (doc == NULL) {
		diag(d, DIAG_TERMS_LOAD, (struct pos){path, 0, 0}, "terms of language \"%s\"", lang);
		return NULL;
	}
	struct terms *t = ARENA_NEW(a, struct terms);
	for (xmlNode *k = xmlDocGetRootElement(doc)->children; k != NULL; k = k->next)
		if (k->type == XML_ELEMENT_NODE)
			read_entry(a, t, k);
	xmlFreeDoc(doc);
	return t;
}

const struct span *
terms_list(const struct terms *t, const char *key, size_t *n)
{
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->entry[i].key, key) == 0) {
			*n = t->entry[i].n;
			return t->entry[i].v;
		}
	*n = 0;
	return NULL;
}

struct span
terms_get(const struct terms *t, const char *key)
{
	size_t n;
	const struct span *v = terms_list(t, key, &n);
	return n > 0 ? v[0] : (struct span){"", 0};
}
