/* SPDX-License-Identifier: MIT */
#include "report/report_xml.h"

#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>

#include "base/file.h"
#include "base/xml_walk.h"

#define LAST_LINE 65535 /* what an element can hold; beyond, its text tells */
#define DEEPEST 255 /* libxml2's own bound without XML_PARSE_HUGE is 256 */

/* ---- reading ---- */

struct loader {
	const char *name;
	struct diag *diag;
	bool made;   /* from a draft: see report_load_made */
	bool failed; /* the first fault was reported */
	struct span xml;
	size_t taken; /* bytes given to the parser */
	size_t at, line_at; /* bytes looked through for line ends; where the line there begins, */
	unsigned line;      /* and which it is, from 0 */
};

/* A libxml2 message without its line feed. */
static int
message_length(const char *s)
{
	size_t n = s ? strcspn(s, "\n") : 0;
	while (n > 0 && s[n - 1] == ' ')
		n--;
	return (int)n;
}

/* libxml2 2.12 made the second parameter const. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *fault;
#else
typedef xmlError *fault;
#endif

static void
on_syntax(void *data, fault e)
{
	xmlParserCtxt *ctxt = data;
	struct loader *l = ctxt->_private;
	if (l->failed || e->level < XML_ERR_ERROR)
		return;
	l->failed = true;
	struct pos pos = {l->name, e->line > 0 ? (unsigned)e->line : 0, e->int2 > 0 ? (unsigned)e->int2 : 0};
	if (ctxt->nodeNr >= DEEPEST)
		diag(l->diag, DIAG_XML_DEPTH, pos, "more than %d elements inside each other", DEEPEST);
	else if (e->code == XML_ERR_NO_MEMORY) /* its name for a text too long: memory there is, or all ends */
		diag(l->diag, DIAG_TOO_LARGE, pos, "%u bytes of text without an element in it at the most: part the paragraph",
		     XML_MAX_TEXT_LENGTH);
	else if (e->code == XML_ERR_UNDECLARED_ENTITY || e->code == XML_WAR_UNDECLARED_ENTITY)
		diag(l->diag, DIAG_XML_DOCTYPE, pos, "%.*s; write the character itself",
		    message_length(e->message), e->message);
	else
		diag(l->diag, DIAG_XML_SYNTAX, pos, "%.*s%s", message_length(e->message), e->message,
		     e->code == XML_ERR_DOCUMENT_EMPTY ? "; give a document of XML, such as the NAME.xml that convert writes" : "");
}

static void
on_doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	xmlParserCtxt *ctxt = data;
	struct loader *l = ctxt->_private;
	(void)public_id;
	(void)system_id;
	if (!l->failed) {
		struct pos pos = {l->name, (unsigned)ctxt->input->line, (unsigned)ctxt->input->col};
		diag(l->diag, DIAG_XML_DOCTYPE, pos, "remove <!DOCTYPE %s ...> and write characters instead of entities",
		    (const char *)name);
	}
	l->failed = true;
	xmlStopParser(ctxt);
}

static bool
is_report(const xmlNode *n)
{
	return n != NULL && n->ns != NULL && strcmp((const char *)n->ns->href, REPORT_NS) == 0;
}

/*
 * libxml2 keeps no columns, and the line where a tag ends: the place where it begins goes to the
 * element's line and its _private, the column from 1.  Of reports alone: documents of XSL-FO keep
 * places of their own there (fo/where.h).
 */
static void
keep_place(struct loader *l, const xmlParserCtxt *ctxt)
{
	const xmlParserInput *in = ctxt->input;
	size_t end = (size_t)in->consumed + (size_t)(in->cur - in->base);
	if (!is_report(ctxt->node) || (in->buf != NULL && in->buf->encoder != NULL) || end > l->xml.n)
		return;
	while (end > l->at && l->xml.s[end - 1] != '<')
		end--;
	for (const char *nl; end > l->at && (nl = memchr(l->xml.s + l->at, '\n', end - l->at)) != NULL; l->line++)
		l->line_at = l->at = (size_t)(nl - l->xml.s) + 1;
	l->at = end > l->at ? end : l->at;
	if (ctxt->node->line < LAST_LINE)
		ctxt->node->line = (unsigned short)(l->line + 1);
	ctxt->node->_private = (void *)(uintptr_t)(l->at - l->line_at);
}

#define ATTRIBUTES_MOST 32 /* no element made from a draft has more */

/*
 * The attributes of an element without the trace, which have five pointers each, to kept; the first line that the
 * trace names.  The parser frees values by their places in its own list, which stays as it is.
 */
static unsigned long
leave_trace(const xmlChar **attribute, int *n, const xmlChar **kept)
{
	unsigned long line = 0;
	int count = 0;
	for (int i = 0; i < *n; i++) {
		const xmlChar **a = attribute + 5 * i;
		if (a[2] == NULL || strcmp((const char *)a[2], REPORT_TRACE_NS) != 0)
			memcpy(kept + 5 * count++, a, 5 * sizeof *a);
		else if (strcmp((const char *)a[0], "src") == 0)
			line = strtoul((const char *)a[3], NULL, 10);
	}
	*n = count;
	return line;
}

/* The place of an element made from a draft: the line that its trace names, else that of what it stands in. */
static void
follow_draft(xmlNode *n, unsigned long line)
{
	bool top = n->parent == NULL || n->parent->type != XML_ELEMENT_NODE;
	n->line = line == 0 && !top ? n->parent->line : line < LAST_LINE ? (unsigned short)line : LAST_LINE;
	n->_private = (void *)(uintptr_t)(n->line > 0); /* the trace tells lines: their first column */
}

static void
on_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nnamespace,
           const xmlChar **namespaces, int nattribute, int ndefaulted, const xmlChar **attributes)
{
	xmlParserCtxt *ctxt = data;
	struct loader *l = ctxt->_private;
	const xmlChar *kept[5 * ATTRIBUTES_MOST];
	unsigned long line = 0;
	if (l->made && nattribute <= ATTRIBUTES_MOST) {
		line = leave_trace(attributes, &nattribute, kept);
		attributes = kept;
	}
	ctxt->loadsubset |= XML_SKIP_IDS; /* libxml2's table of ids grows slower than they do, and nobody asks it */
	xmlSAX2StartElementNs(data, name, prefix, uri, nnamespace, namespaces, nattribute, ndefaulted, attributes);
	if (l->made)
		follow_draft(ctxt->node, line);
	else
		keep_place(l, ctxt);
}

static bool
is_blank(const xmlNode *n)
{
	return n->type == XML_TEXT_NODE && xmlIsBlankNode(n);
}

/* Whether the report element n can have no text of its own as it stands. */
static bool
groups_only(const xmlNode *n)
{
	if (!is_report(n))
		return false;
	enum rep_kind k = rep_find((const char *)n->name);
	if (k == REP_KINDS || (rep_class(k) != REP_CLASS_G && k != REP_NOTE))
		return false;
	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		enum rep_kind kind = c->type == XML_ELEMENT_NODE ? rep_find((const char *)c->name) : REP_KINDS;
		if (c->type == XML_TEXT_NODE ? !xmlIsBlankNode(c) : c->type == XML_ENTITY_REF_NODE)
			return false;
		if (kind != REP_KINDS && rep_class(kind) == REP_CLASS_I && kind != REP_PAGEBREAK)
			return false;
	}
	return true;
}

static void
drop_blanks(xmlNode *n)
{
	for (xmlNode *c = n->children, *after; c != NULL; c = after) {
		after = c->next;
		if (is_blank(c)) {
			xmlUnlinkNode(c);
			xmlFreeNode(c);
		}
	}
}

static void
on_element_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	xmlParserCtxt *ctxt = data;
	const struct loader *l = ctxt->_private;
	xmlNode *n = ctxt->node;
	xmlSAX2EndElementNs(data, name, prefix, uri);
	if (n == NULL)
		return;
	if (groups_only(n))
		drop_blanks(n);
	for (xmlNode *c = n->children; l->made && c != NULL; c = c->next)
		if (c->type != XML_ELEMENT_NODE)
			c->line = n->line;
}

#define NEW_ID "new_n" /* what report_number_ids never gives */

/* The number of an id of ours, or 0. */
static unsigned long
new_id_number(const xmlNode *n)
{
	const xmlAttr *id = xmlHasNsProp(n, (const xmlChar *)"id", XML_XML_NAMESPACE);
	const char *s = id != NULL && id->children != NULL ? (const char *)id->children->content : "";
	return strncmp(s, NEW_ID, strlen(NEW_ID)) == 0 ? strtoul(s + strlen(NEW_ID), NULL, 10) : 0;
}

/*
 * Elements added by hand often lack the id that notes, links and Akoma Ntoso identifiers hang on: they get
 * numbers above those that the document has.
 */
static void
complete_ids(xmlDoc *doc)
{
	unsigned long last = 0;
	char id[32];
	xmlNode *root = xmlDocGetRootElement(doc);
	for (const xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		unsigned long number = new_id_number(n);
		last = number > last && number < LONG_MAX ? number : last;
	}
	for (xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		if (!is_report(n))
			continue;
		enum rep_kind k = rep_find((const char *)n->name);
		bool wanted = k == REP_SECTION || k == REP_PARA || k == REP_ITEM || k == REP_NOTE || k == REP_PAGEBREAK;
		if (!wanted || xmlHasNsProp(n, (const xmlChar *)"id", XML_XML_NAMESPACE) != NULL)
			continue;
		snprintf(id, sizeof id, NEW_ID "%lu", ++last);
		xmlNewNsProp(n, xmlSearchNsByHref(doc, n, XML_XML_NAMESPACE), (const xmlChar *)"id", (const xmlChar *)id);
	}
}

/* The parser is given the bytes piece by piece: as a whole it would copy them. */
static int
next_piece(void *data, char *out, int room)
{
	struct loader *l = data;
	struct span piece = span_sub(l->xml, l->taken, l->taken + (size_t)room);
	memcpy(out, piece.s, piece.n);
	l->taken += piece.n;
	return (int)piece.n;
}

static xmlDoc *
load(struct loader *l)
{
	if (l->xml.n > FILE_LIMIT_BYTES) {
		diag(l->diag, DIAG_TOO_LARGE, (struct pos){l->name, 0, 0},
		     "%zu bytes of XML; at most %u are read: split the document", l->xml.n, FILE_LIMIT_BYTES);
		return NULL;
	}
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	ctxt->_private = l;
	ctxt->sax->serror = on_syntax;
	ctxt->sax->internalSubset = on_doctype;
	ctxt->sax->startElementNs = on_element;
	ctxt->sax->endElementNs = on_element_end;
	xmlDoc *doc = xmlCtxtReadIO(ctxt, next_piece, NULL, l, l->name, NULL,
	    XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
	if ((doc == NULL || !ctxt->wellFormed) && !l->failed) {
		diag(l->diag, DIAG_XML_SYNTAX, (struct pos){l->name, 0, 0}, "no XML document was found");
		l->failed = true;
	}
	if (l->failed && doc != NULL) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (l->failed && ctxt->myDoc != NULL && doc == NULL) {
		xmlFreeDoc(ctxt->myDoc);
		ctxt->myDoc = NULL;
	}
	xmlFreeParserCtxt(ctxt);
	if (doc != NULL)
		complete_ids(doc);
	return doc;
}

xmlDoc *
report_load(struct span xml, const char *name, struct diag *d)
{
	struct loader l = {.name = name, .diag = d, .xml = xml};
	return load(&l);
}

xmlDoc *
report_load_made(struct span xml, const char *name, struct diag *d)
{
	struct loader l = {.name = name, .diag = d, .xml = xml, .made = true};
	return load(&l);
}

/* ---- the schema ---- */

struct checker {
	const char *name;
	struct diag *diag;
	unsigned errors;
};

static void
on_schema_load(void *data, fault e)
{
	struct checker *c = data;
	if (c->errors++ == 0)
		diag(c->diag, DIAG_REPORT_RNG, (struct pos){e->file, e->line > 0 ? (unsigned)e->line : 0, 0}, "%.*s",
		    message_length(e->message), e->message);
}

/* The schema, parsed by the first caller; read-only and shared afterwards.  NULL after a report. */
static xmlRelaxNG *
schema_get(struct diag *d)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	static xmlRelaxNG *schema;
	pthread_mutex_lock(&lock);
	if (schema == NULL) {
		struct arena *a = arena_new();
		const char *path = data_path(a, "schemas/report.rng");
		struct checker c = {path, d, 0};
		xmlRelaxNGParserCtxt *p = path ? xmlRelaxNGNewParserCtxt(path) : NULL;
		if (p != NULL) {
			xmlRelaxNGSetParserStructuredErrors(p, (xmlStructuredErrorFunc)on_schema_load, &c);
			schema = xmlRelaxNGParse(p);
			xmlRelaxNGFreeParserCtxt(p);
		}
		if (schema == NULL && c.errors == 0)
			diag(d, DIAG_REPORT_RNG, (struct pos){0},
			     "schemas/report.rng was not found; install our data, or set RAPPORTEUR_DATA");
		arena_free(a);
	}
	xmlRelaxNG *s = schema;
	pthread_mutex_unlock(&lock);
	return s;
}

bool
report_schema_load(struct diag *d)
{
	return schema_get(d) != NULL;
}

static void
say(struct checker *c, enum diag_code code, const xmlNode *n, const char *detail)
{
	while (n != NULL && n->type != XML_ELEMENT_NODE)
		n = n->parent;
	long line = n != NULL ? xmlGetLineNo(n) : 0;
	unsigned col = n != NULL ? (unsigned)(uintptr_t)n->_private : 0;
	if (diag_level_of(code) >= DIAG_ERROR)
		c->errors++;
	diag(c->diag, code, (struct pos){c->name, line > 0 ? (unsigned)line : 0, line > 0 ? col : 0}, "%s", detail);
}

static void
on_invalid(void *data, fault e)
{
	struct checker *c = data;
	char text[512];
	snprintf(text, sizeof text, "%.*s", message_length(e->message), e->message);
	say(c, DIAG_REPORT_SCHEMA, e->node, text);
}

/* ---- what the schema cannot say ---- */

static bool
is_empty(const xmlNode *n)
{
	for (const xmlNode *c = n->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE || (c->type == XML_TEXT_NODE && !xmlIsBlankNode(c)))
			return false;
	return true;
}

static void
check_href(struct checker *c, const xmlNode *n, const xmlHashTable *ids)
{
	xmlChar *href = xmlGetNoNsProp(n, (const xmlChar *)"href");
	if (href != NULL && href[0] == '#' && xmlHashLookup((xmlHashTable *)ids, href + 1) == NULL) {
		char text[256];
		snprintf(text, sizeof text, "<%s href=\"%.120s\">: no element has this xml:id", (const char *)n->name,
		    (const char *)href);
		say(c, DIAG_REPORT_DANGLING, n, text);
	}
	xmlFree(href);
}

/* "12" or "12-15": lines from 1. */
static bool
is_lines(const char *s)
{
	for (int part = 0; part < 2; part++) {
		if (*s < '1' || *s > '9')
			return false;
		s += strspn(s, "0123456789");
		if (*s == '\0')
			return true;
		if (*s++ != '-')
			return false;
	}
	return false;
}

/* A decimal from 0 to 1, digits before the point. */
static bool
is_share(const char *s)
{
	size_t whole = strspn(s, "0123456789"), zeros = strspn(s, "0");
	const char *point = s + whole;
	size_t digits = *point == '.' ? strspn(point + 1, "0123456789") : 0;
	bool ends = point[digits + (*point == '.')] == '\0';
	bool one = zeros + 1 == whole && s[zeros] == '1' && (digits == 0 || strspn(point + 1, "0") == digits);
	return ends && whole > 0 && (zeros == whole || one);
}

static void
check_trace(struct checker *c, const xmlNode *n)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		if (a->ns == NULL || strcmp((const char *)a->ns->href, REPORT_TRACE_NS) != 0 || a->children == NULL)
			continue;
		const char *value = (const char *)a->children->content, *name = (const char *)a->name;
		char text[256];
		bool ok = strcmp(name, "src") == 0 ? is_lines(value) : strcmp(name, "conf") != 0 || is_share(value);
		if (!ok) {
			snprintf(text, sizeof text, "t:%s=\"%.120s\"; %s", name, value,
			    *name == 's' ? "write a line or two, such as 12-15" : "write a number from 0 to 1");
			say(c, DIAG_REPORT_TRACE, n, text);
		}
	}
}

static void
check_nodes(struct checker *c, xmlDoc *doc)
{
	xmlHashTable *ids = xmlHashCreate(256);
	char text[256];
	for (xmlNode *root = xmlDocGetRootElement(doc), *n = root; n != NULL; n = xml_next(root, n)) {
		xmlChar *id = n->type == XML_ELEMENT_NODE ? xmlGetNsProp(n, (const xmlChar *)"id", XML_XML_NAMESPACE) : NULL;
		if (id != NULL && xmlHashAddEntry(ids, id, n) != 0) {
			const xmlNode *first = xmlHashLookup(ids, id);
			snprintf(text, sizeof text, "\"%.120s\" is also on line %ld; give this <%s> another", (const char *)id,
			    xmlGetLineNo(first), (const char *)n->name);
			say(c, DIAG_REPORT_ID_TWICE, n, text);
		}
		xmlFree(id);
	}
	for (xmlNode *root = xmlDocGetRootElement(doc), *n = root; n != NULL; n = xml_next(root, n)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		check_href(c, n, ids);
		check_trace(c, n);
		enum rep_kind k = rep_find((const char *)n->name);
		if (k == REP_FIGURE && is_empty(n) && xmlHasProp(n, (const xmlChar *)"src") == NULL)
			say(c, DIAG_REPORT_EMPTY, n, "<figure> has no picture and no caption; remove it or give it one of them");
		if (k != REP_KINDS && rep_class(k) == REP_CLASS_B && is_empty(n)) {
			snprintf(text, sizeof text, "<%s> has no text; remove it or write its words", (const char *)n->name);
			say(c, DIAG_REPORT_EMPTY, n, text);
		}
	}
	xmlHashFree(ids, NULL);
}

/*
 * At every fault libxml2 walks back over all elder siblings (it looks for an XInclude).  Checking
 * needs the way forward only, so the way back is hidden meanwhile: cost stays linear in faults.
 */
static void
hide_way_back(xmlDoc *doc)
{
	for (xmlNode *root = xmlDocGetRootElement(doc), *n = root; n != NULL; n = xml_next(root, n))
		n->prev = NULL;
}

static void
show_way_back(xmlDoc *doc)
{
	for (xmlNode *root = xmlDocGetRootElement(doc), *n = root; n != NULL; n = xml_next(root, n))
		if (n->next != NULL)
			n->next->prev = n;
}

bool
report_validate(xmlDoc *doc, const char *name, struct diag *d)
{
	struct checker c = {name, d, 1};
	xmlRelaxNG *schema = schema_get(d);
	xmlRelaxNGValidCtxt *v = schema ? xmlRelaxNGNewValidCtxt(schema) : NULL;
	if (v == NULL)
		return false;
	c.errors = 0;
	xmlRelaxNGSetValidStructuredErrors(v, (xmlStructuredErrorFunc)on_invalid, &c);
	hide_way_back(doc);
	int result = xmlRelaxNGValidateDoc(v, doc);
	show_way_back(doc);
	if (result != 0 && c.errors == 0)
		say(&c, DIAG_REPORT_SCHEMA, xmlDocGetRootElement(doc), "the document does not match the schema");
	xmlRelaxNGFreeValidCtxt(v);
	check_nodes(&c, doc);
	return c.errors == 0;
}
