/* SPDX-License-Identifier: MIT */
#include "akn/akn.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libxml/hash.h>

#include "base/xml_walk.h"

struct check {
	const char *name;
	struct diag *diag;
	xmlHashTable *ids; /* eId + the document it stands in; eId + "" for any document */
	unsigned errors;
	bool empty;        /* the report has empty elements, as the messages say already */
};

__attribute__((format(printf, 4, 5))) static void
say(struct check *c, enum diag_code code, const xmlNode *n, const char *fmt, ...)
{
	char text[512];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	/* Nodes that a stylesheet made carry its line numbers, which help nobody. */
	long line = n->doc->URL != NULL ? xmlGetLineNo(n) : 0;
	if (diag_level_of(code) >= DIAG_ERROR)
		c->errors++;
	diag(c->diag, code, (struct pos){c->name, line > 0 ? (unsigned)line : 0, 0}, "%s", text);
}

static bool
is(const xmlNode *n, const char *name)
{
	return n != NULL && n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static bool
is_one_of(const xmlNode *n, const char *const names[])
{
	for (; *names != NULL; names++)
		if (is(n, *names))
			return true;
	return false;
}

/* The value of an unprefixed attribute without copying; "" when absent. */
static const char *
value(const xmlNode *n, const char *name)
{
	const xmlAttr *a = n != NULL ? xmlHasProp((xmlNode *)n, (const xmlChar *)name) : NULL;
	return a != NULL && a->children != NULL && a->children->content != NULL ? (const char *)a->children->content : "";
}

static const xmlNode *
child(const xmlNode *n, const char *name)
{
	const xmlNode *c = n != NULL ? n->children : NULL;
	while (c != NULL && !is(c, name))
		c = c->next;
	return c;
}

/* The document element whose identifiers share one space with those of n: annexes belong to it. */
static const xmlNode *
document_of(const xmlNode *n)
{
	while (n->parent != NULL && n->parent->type == XML_ELEMENT_NODE && !is(n->parent, "component") &&
	    !is(n->parent, "akomaNtoso"))
		n = n->parent;
	return n;
}

/* AKN naming convention: parts joined by "__", each a word and perhaps "_" with a number. */
static bool
is_eid(const char *s)
{
	bool start = true;
	for (const char *p = s; *p != '\0'; p++) {
		if (start && !((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z')))
			return false;
		start = false;
		if (strchr(" \t\r\n/#?\"'<>&()[]", *p) != NULL)
			return false;
		if (*p != '_')
			continue;
		if (p[1] == '\0' || (p[1] == '_' && p[2] == '_'))
			return false;
		if (p[1] == '_') {
			start = true;
			p++;
		}
	}
	return !start;
}

static void
collect_ids(struct check *c, xmlDoc *doc)
{
	char scope[32];
	for (xmlNode *root = xmlDocGetRootElement(doc), *n = root; n != NULL; n = xml_next(root, n)) {
		const char *id = n->type == XML_ELEMENT_NODE ? value(n, "eId") : "";
		if (id[0] == '\0')
			continue;
		if (!is_eid(id))
			say(c, DIAG_AKN_EID, n, "\"%.120s\" on %s: write parts such as sec_II__para_3", id, (const char *)n->name);
		snprintf(scope, sizeof scope, "%p", (const void *)document_of(n));
		if (xmlHashAddEntry2(c->ids, (const xmlChar *)id, (const xmlChar *)scope, n) != 0)
			say(c, DIAG_AKN_EID, n, "\"%.120s\" stands on two elements; give each of the two an xml:id of its own "
			    "in the report", id);
		xmlHashAddEntry2(c->ids, (const xmlChar *)id, (const xmlChar *)"", n);
	}
}

static void
check_references(struct check *c, const xmlNode *n)
{
	static const char *const names[] = {"href", "refersTo", "source", "as", "by", "for", "placementBase", "from", "upTo"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *v = value(n, names[i]);
		if (v[0] == '#' && v[1] != '\0' && xmlHashLookup2(c->ids, (const xmlChar *)v + 1, (const xmlChar *)"") == NULL)
			say(c, DIAG_AKN_DANGLING, n, "<%s %s=\"%.120s\">: no element has this eId", (const char *)n->name, names[i], v);
	}
}

static bool
has_text(const xmlNode *root)
{
	for (const xmlNode *n = root; n != NULL; n = xml_next(root, n))
		if ((n->type == XML_TEXT_NODE && !xmlIsBlankNode(n)) || (n != root && (is(n, "img") || is(n, "authorialNote"))))
			return true;
	return false;
}

static void
check_content(struct check *c, const xmlNode *n)
{
	static const char *const holders[] = {"content", "intro", "wrapUp", "mainBody", "heading", "docTitle", NULL};
	if (!c->empty && is_one_of(n, holders) && !has_text(n))
		say(c, DIAG_AKN_EMPTY, n, "<%s eId=\"%.120s\"> holds no text", (const char *)n->name, value(n, "eId"));
}

/* ---- FRBR ---- */

/* Part i (from 0) of an IRI "/akn/un/doc/..."; empty beyond the end. */
static struct span
iri_part(const char *iri, int i)
{
	while (*iri == '/')
		iri++;
	for (; i > 0; i--) {
		iri = strchr(iri, '/');
		if (iri == NULL)
			return (struct span){"", 0};
		iri++;
	}
	return (struct span){iri, strcspn(iri, "/")};
}

static void
agree(struct check *c, const xmlNode *at, const char *what, struct span in_iri, const char *want)
{
	if (!span_is(in_iri, want))
		say(c, DIAG_AKN_FRBR, at, "%s is \"%.80s\" but the Work IRI says \"%.*s\"", what, want, (int)in_iri.n, in_iri.s);
}

/* FRBRthis and FRBRuri of one level begin as they must. */
static void
check_level(struct check *c, const xmlNode *level, const char *start)
{
	static const char *const names[] = {"FRBRuri", "FRBRthis"};
	for (int i = 0; i < 2; i++) {
		const char *v = value(child(level, names[i]), "value");
		if (strncmp(v, start, strlen(start)) != 0)
			say(c, DIAG_AKN_FRBR, level, "%s of %s is \"%.120s\"; it must begin with \"%.120s\"", names[i],
			    (const char *)level->name, v, start);
	}
}

static void
check_frbr(struct check *c, const xmlNode *identification)
{
	const xmlNode *work = child(identification, "FRBRWork"), *expr = child(identification, "FRBRExpression");
	const xmlNode *mani = child(identification, "FRBRManifestation");
	if (work == NULL || expr == NULL || mani == NULL)
		return; /* the schema says so */
	const char *uri = value(child(work, "FRBRuri"), "value");
	const char *lang = value(child(expr, "FRBRlanguage"), "language");
	const xmlNode *document = document_of(identification);
	agree(c, work, "the element", iri_part(uri, 2), (const char *)document->name);
	agree(c, work, "FRBRsubtype", iri_part(uri, 3), value(child(work, "FRBRsubtype"), "value"));
	agree(c, work, "FRBRdate", iri_part(uri, 5), value(child(work, "FRBRdate"), "date"));
	agree(c, work, "FRBRnumber", iri_part(uri, 6), value(child(work, "FRBRnumber"), "value"));
	agree(c, work, "FRBRcountry", iri_part(uri, 1), value(child(work, "FRBRcountry"), "value"));
	check_level(c, work, uri);
	if (strlen(lang) != 3 || strspn(lang, "abcdefghijklmnopqrstuvwxyz") != 3)
		say(c, DIAG_AKN_LANGUAGE, expr, "\"%.40s\" is not a code of three letters (ISO 639-2)", lang);
	else if (strcmp(lang, "und") == 0)
		say(c, DIAG_AKN_UNKNOWN, expr, "the language; give it with --lang");
	if (strcmp(value(child(work, "FRBRdate"), "date"), "1900-01-01") == 0)
		say(c, DIAG_AKN_UNKNOWN, work, "the date; give it with --date");
	char start[1024];
	snprintf(start, sizeof start, "%s/%s@", uri, lang);
	check_level(c, expr, start);
	check_level(c, mani, start);
}

bool
akn_check(xmlDoc *doc, const char *name, struct diag *d)
{
	struct check c = {.name = name, .diag = d, .ids = xmlHashCreate(1024)};
	xmlNode *root = xmlDocGetRootElement(doc);
	for (size_t i = 0; i < diag_count(d); i++)
		c.empty = c.empty || diag_at(d, i)->code == DIAG_REPORT_EMPTY;
	if (!is(root, "akomaNtoso")) {
		diag(d, DIAG_AKN_ROOT, (struct pos){name, 0, 0}, "the outermost element must be akomaNtoso");
		c.errors++;
	} else {
		collect_ids(&c, doc);
		for (xmlNode *n = root; n != NULL; n = xml_next(root, n)) {
			if (n->type != XML_ELEMENT_NODE)
				continue;
			check_references(&c, n);
			check_content(&c, n);
			if (is(n, "identification"))
				check_frbr(&c, n);
		}
	}
	xmlHashFree(c.ids, NULL);
	return c.errors == 0;
}

/* ---- text ---- */

void
akn_text(xmlDoc *doc, struct buf *out)
{
	static const char *const blocks[] = {"p", "num", "heading", "crossHeading", "caption", "tocItem", "block", NULL};
	xmlNode *n = xmlDocGetRootElement(doc);
	while (n != NULL) {
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			buf_adds(out, (const char *)n->content);
		if (n->type == XML_ELEMENT_NODE && !is(n, "meta") && n->children != NULL) {
			n = n->children;
			continue;
		}
		while (n != NULL && n->next == NULL) {
			n = n->parent != NULL && n->parent->type == XML_ELEMENT_NODE ? n->parent : NULL;
			if (n != NULL && is_one_of(n, blocks))
				buf_addc(out, '\n');
		}
		n = n != NULL ? n->next : NULL;
	}
}
