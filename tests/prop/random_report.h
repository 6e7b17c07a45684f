/* SPDX-License-Identifier: MIT */
/*
 * random_report.h - a random document that follows schemas/report.rng, made by walking the schema.
 * Every word is used once, so that a lost, doubled or moved word shows.  Include after cmocka.h.
 */
#ifndef TESTS_PROP_RANDOM_REPORT_H
#define TESTS_PROP_RANDOM_REPORT_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>

#include "report/report_xml.h"

#define DEEP 9    /* elements inside each other; below it only what the schema insists on */
#define MANY 600 /* elements in a document, after which it closes as soon as it may */

struct maker {
	xmlDoc *schema;
	xmlHashTable *defines;
	uint64_t seed;
	unsigned words, ids, elements;
};

static uint32_t
roll(struct maker *m, uint32_t n)
{
	m->seed ^= m->seed << 13;
	m->seed ^= m->seed >> 7;
	m->seed ^= m->seed << 17;
	return n ? (uint32_t)(m->seed >> 16) % n : 0;
}

static bool
named(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

/* An attribute of the schema, borrowed; "" when absent. */
static const char *
said(const xmlNode *n, const char *name)
{
	const xmlAttr *a = xmlHasProp((xmlNode *)n, (const xmlChar *)name);
	return a != NULL && a->children != NULL ? (const char *)a->children->content : "";
}

/* The children of n that are patterns. */
static size_t
patterns(xmlNode *n, xmlNode *out[], size_t most)
{
	size_t count = 0;
	for (xmlNode *c = n->children; c != NULL && count < most; c = c->next)
		if (c->type == XML_ELEMENT_NODE && !named(c, "documentation") && !named(c, "param"))
			out[count++] = c;
	return count;
}

static void
maker_open(struct maker *m, const char *schema_path, uint64_t seed)
{
	*m = (struct maker){.schema = xmlReadFile(schema_path, NULL, XML_PARSE_NONET), .defines = xmlHashCreate(128),
	    .seed = seed};
	assert_non_null(m->schema);
	for (xmlNode *c = xmlDocGetRootElement(m->schema)->children; c != NULL; c = c->next)
		if (named(c, "define"))
			xmlHashAddEntry(m->defines, (const xmlChar *)said(c, "name"), c);
}

static void
maker_close(struct maker *m)
{
	xmlHashFree(m->defines, NULL);
	xmlFreeDoc(m->schema);
}

/* A value for <data> or <text/> of the attribute called name. */
static void
random_value(struct maker *m, const char *name, const char *type, char *out, size_t size)
{
	static const char *const languages[] = {"en", "ar", "fr", "zh", "es", "ru", "de"};
	static const char *const styles[] = {"roman", "letter", "arabic", "alpha", "lower-roman", "bullet", "dash", "none",
	    "chinese", "ordinal", "decimal", "word", "article", "part"};
	static const char *const addresses[] = {"https://www.example.org/a?b=1&c=2", "mailto:a@example.org",
	    "no address", "javascript:alert(1)", ""};
	if (strcmp(type, "NCName") == 0)
		snprintf(out, size, "x%u", ++m->ids);
	else if (strcmp(type, "language") == 0)
		snprintf(out, size, "%s", languages[roll(m, 7)]);
	else if (strcmp(name, "src") == 0 && type[0] != '\0')
		snprintf(out, size, "%u-%u", 1 + roll(m, 9), 10 + roll(m, 9));
	else if (strcmp(type, "decimal") == 0)
		snprintf(out, size, "0.%02u", roll(m, 100));
	else if (strcmp(type, "date") == 0)
		snprintf(out, size, "20%02u-%02u-%02u", 40 + roll(m, 9), 1 + roll(m, 12), 1 + roll(m, 28));
	else if (strcmp(type, "positiveInteger") == 0)
		snprintf(out, size, "%u", 1 + roll(m, 4));
	else if (strcmp(type, "NMTOKEN") == 0)
		snprintf(out, size, "%s", styles[roll(m, sizeof styles / sizeof *styles)]);
	else if (strcmp(name, "href") == 0 && m->ids > 0 && roll(m, 2) == 0)
		snprintf(out, size, "#x%u", 1 + roll(m, m->ids));
	else if (strcmp(name, "href") == 0)
		snprintf(out, size, "%s", addresses[roll(m, 5)]);
	else if (roll(m, 6) == 0)
		out[0] = '\0';
	else
		snprintf(out, size, "%s%u", strcmp(name, "symbol") == 0 ? "A/AC.9/" : "", 1 + roll(m, 99));
}

/* The value of an attribute pattern: a choice of values, data, text, a list. */
static void
attribute_value(struct maker *m, xmlNode *pattern, const char *name, char *out, size_t size)
{
	xmlNode *inner[16];
	size_t n = patterns(pattern, inner, 16);
	if (n == 0 || named(pattern, "data") || named(pattern, "text"))
		random_value(m, name, named(pattern, "data") ? said(pattern, "type") : "", out, size);
	else if (named(inner[0], "value"))
		snprintf(out, size, "%s", (const char *)inner[roll(m, (uint32_t)n)]->children->content);
	else
		attribute_value(m, inner[0], name, out, size);
}

static void
add_attribute(struct maker *m, xmlNode *pattern, xmlNode *at)
{
	char text[128];
	const char *name = said(pattern, "name"), *ns = said(pattern, "ns");
	attribute_value(m, pattern, name, text, sizeof text);
	if (ns[0] == '\0')
		xmlSetProp(at, (const xmlChar *)name, (const xmlChar *)text);
	else
		xmlSetNsProp(at, xmlSearchNsByHref(at->doc, at, (const xmlChar *)ns), (const xmlChar *)name, (const xmlChar *)text);
}

static void
add_text(struct maker *m, xmlNode *at)
{
	/* none ends in a digit: an entry would take it for its page */
	static const char *const forms[] = {"w%uz ", "w%uz<&>, ", "كلمة%uن ", "詞%u。", "mot%uz\xC2\xA0; ", "(w%u)"};
	char text[64];
	snprintf(text, sizeof text, forms[roll(m, 6)], ++m->words);
	xmlAddChild(at, xmlNewDocText(at->doc, (const xmlChar *)text));
}

/* What the schema's pattern allows, below at; depth counts elements. */
static void
make_pattern(struct maker *m, xmlNode *pattern, xmlNode *at, int depth)
{
	xmlNode *inner[48];
	size_t n = patterns(pattern, inner, 48);
	bool full = depth >= DEEP || m->elements > MANY;
	if (named(pattern, "ref")) {
		make_pattern(m, xmlHashLookup(m->defines, (const xmlChar *)said(pattern, "name")), at, depth);
	} else if (named(pattern, "text")) {
		add_text(m, at);
	} else if (named(pattern, "attribute")) {
		add_attribute(m, pattern, at);
	} else if (named(pattern, "choice")) {
		make_pattern(m, inner[full ? 0 : roll(m, (uint32_t)n)], at, depth);
	} else if (named(pattern, "element")) {
		xmlNode *made = xmlNewDocNode(at->doc, at->ns, (const xmlChar *)said(pattern, "name"), NULL);
		xmlAddChild(at, made);
		m->elements++;
		for (size_t i = 0; i < n; i++)
			make_pattern(m, inner[i], made, depth + 1);
		/* the schema leaves open which of picture and caption there is, but one is */
		if (strcmp((const char *)made->name, "figure") == 0 && made->children == NULL &&
		    xmlHasProp(made, (const xmlChar *)"src") == NULL)
			make_pattern(m, xmlHashLookup(m->defines, (const xmlChar *)"caption"), made, depth);
	} else {
		bool optional = named(pattern, "optional"), some = named(pattern, "oneOrMore"), any = named(pattern, "zeroOrMore");
		bool words = n == 1 && named(inner[0], "choice") && inner[0]->children != NULL &&
		    named(xmlFirstElementChild(inner[0]), "text");
		uint32_t times = 1;
		if (optional)
			times = roll(m, 2);
		else if (some || any)
			times = full ? (some || words) : some + roll(m, 4);
		for (uint32_t k = 0; k < times; k++)
			for (size_t i = 0; i < n; i++)
				make_pattern(m, inner[i], at, depth);
	}
}

/* A document as its bytes; the caller frees them with xmlFree. */
static xmlChar *
maker_report(struct maker *m, int *n)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *holder = xmlNewDocNode(doc, NULL, (const xmlChar *)"holder", NULL);
	xmlDocSetRootElement(doc, holder);
	xmlSetNs(holder, xmlNewNs(holder, (const xmlChar *)REPORT_NS, NULL));
	xmlNewNs(holder, (const xmlChar *)REPORT_TRACE_NS, (const xmlChar *)"t");
	m->elements = m->ids = 0;
	make_pattern(m, xmlHashLookup(m->defines, (const xmlChar *)"report"), holder, 0);
	xmlDoc *report = xmlNewDoc((const xmlChar *)"1.0");
	xmlDocSetRootElement(report, xmlDocCopyNode(holder->children, report, 1));
	xmlReconciliateNs(report, xmlDocGetRootElement(report));
	xmlChar *bytes = NULL;
	xmlDocDumpMemoryEnc(report, &bytes, n, "UTF-8");
	xmlFreeDoc(report);
	xmlFreeDoc(doc);
	return bytes;
}

#endif
