/* SPDX-License-Identifier: MIT */
/*
 * test_outputs_random.c - whatever report the schema allows, every word of it stands once and in
 * its place in the book and in the Akoma Ntoso, and once in the formatting objects; and that each
 * of the three is in order.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#include <libxml/hash.h>
#include <libxml/xmlschemas.h>

#include "akn/akn.h"
#include "base/file.h"
#include "epub/epub.h"
#include "fo/fo.h"
#include "prop/random_report.h"
#include "report/report_ask.h"
#include "xslt/xslt.h"

#define ROUNDS 60
#define SCHEMA "../shared/standards/akomantoso30.xsd"

struct made {
	struct arena *a;
	struct diag *d;
	xmlChar *bytes;
	int n;
	xmlDoc *doc;
	unsigned first, last; /* its words */
};

static struct made
make(struct maker *m)
{
	struct made r = {.a = arena_new(), .d = diag_new(), .first = m->words + 1};
	r.bytes = maker_report(m, &r.n);
	r.last = m->words;
	r.doc = report_load((struct span){(const char *)r.bytes, (size_t)r.n}, "random.xml", r.d);
	return r;
}

static void
unmake(struct made *r)
{
	xmlFreeDoc(r->doc);
	xmlFree(r->bytes);
	diag_free(r->d);
	arena_free(r->a);
}

/* Stop with the document left in a file and what was said of it. */
static void
refuse(const struct made *r, unsigned round, const char *why)
{
	const char *path = arena_printf(r->a, "%s/random-%u.xml", getenv("BUILD") ? getenv("BUILD") : "/tmp", round);
	FILE *f = fopen(path, "w");
	if (f != NULL) {
		fwrite(r->bytes, 1, (size_t)r->n, f);
		fclose(f);
	}
	for (size_t i = 0; i < diag_count(r->d); i++)
		print_message("%s: %s\n", diag_id(diag_at(r->d, i)->code), diag_at(r->d, i)->detail);
	fail_msg("round %u: %s; see %s", round, why, path);
}

static void
for_each(void (*look)(struct made *, unsigned, void *), void *with, unsigned rounds)
{
	struct arena *a = arena_new();
	struct maker m;
	maker_open(&m, data_path(a, "schemas/report.rng"), 0x9E3779B97F4A7C15u);
	for (unsigned i = 0; i < rounds; i++) {
		struct made r = make(&m);
		if (r.doc == NULL || !report_validate(r.doc, "random.xml", r.d))
			refuse(&r, i, "the report is not valid");
		look(&r, i, with);
		unmake(&r);
	}
	maker_close(&m);
	arena_free(a);
}

static xmlNode *
next_in(const xmlNode *root, xmlNode *n)
{
	if (n->type == XML_ELEMENT_NODE && n->children != NULL)
		return n->children;
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

static const char *
prop(const xmlNode *n, const char *name)
{
	const xmlAttr *a = xmlHasProp((xmlNode *)n, (const xmlChar *)name);
	return a != NULL && a->children != NULL ? (const char *)a->children->content : "";
}

/* No link inside a link, no id twice in a file. */
static const char *
fault_of_file(const xmlNode *file)
{
	const char *fault = NULL;
	xmlHashTable *ids = xmlHashCreate(64);
	for (xmlNode *n = file->children; n != NULL && fault == NULL; n = next_in(file, n)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (named(n, "a"))
			for (const xmlNode *up = n->parent; up != file; up = up->parent)
				if (named(up, "a"))
					fault = "a link inside a link";
		if (prop(n, "id")[0] != '\0' && xmlHashAddEntry(ids, (const xmlChar *)prop(n, "id"), n) != 0)
			fault = "an id twice";
	}
	xmlHashFree(ids, NULL);
	return fault;
}

/* Every local link of the book, "#id" or "file#id", leads to an element. */
static const char *
fault_of_links(xmlNode *book)
{
	const char *fault = NULL;
	const xmlNode *file = NULL;
	xmlHashTable *places = xmlHashCreate(256);
	for (int pass = 0; pass < 2; pass++)
		for (xmlNode *n = book; n != NULL; n = next_in(book, n)) {
			if (n->type != XML_ELEMENT_NODE)
				continue;
			if (n->parent == book) {
				file = n;
				xmlHashAddEntry2(places, (const xmlChar *)prop(n, "name"), (const xmlChar *)"", n);
			}
			const char *href = prop(n, "href"), *id = strchr(href, '#');
			if (pass == 0 && prop(n, "id")[0] != '\0')
				xmlHashAddEntry2(places, (const xmlChar *)prop(file, "name"), (const xmlChar *)prop(n, "id"), n);
			if (pass == 0 || !named(n, "a") || strchr(href, ':') != NULL)
				continue;
			xmlChar *name = xmlStrndup((const xmlChar *)href, id ? (int)(id - href) : (int)strlen(href));
			if (xmlHashLookup2(places, name[0] ? name : (const xmlChar *)prop(file, "name"),
			        (const xmlChar *)(id ? id + 1 : "")) == NULL)
				fault = href;
			xmlFree(name);
		}
	xmlHashFree(places, NULL);
	return fault;
}

static void
look_at_book(struct made *r, unsigned round, void *with)
{
	struct buf text = {0}, epub = {0};
	xmlDoc *book;
	(void)with;
	if (!xslt_apply(r->a, "report-to-xhtml", r->doc, NULL, &book, r->d))
		refuse(r, round, "no book");
	epub_text(book, &text);
	if (!report_same_text(r->doc, "epub", buf_span(&text), r->d))
		refuse(r, round, "the text of the book differs");
	if (!epub_write(r->a, book, NULL, &epub, r->d))
		refuse(r, round, "no container");
	xmlNode *root = xmlDocGetRootElement(book);
	for (xmlNode *f = root->children; f != NULL; f = f->next)
		if (fault_of_file(f) != NULL)
			refuse(r, round, arena_printf(r->a, "%s: %s", prop(f, "name"), fault_of_file(f)));
	if (fault_of_links(root) != NULL)
		refuse(r, round, arena_printf(r->a, "%s leads nowhere", fault_of_links(root)));
	buf_free(&text);
	buf_free(&epub);
}

static void
book_has_every_word_in_its_place(void **state)
{
	(void)state;
	for_each(look_at_book, NULL, ROUNDS);
}

static void
look_at_akn(struct made *r, unsigned round, void *with)
{
	struct buf text = {0};
	xmlDoc *akn;
	if (!xslt_apply(r->a, "report-to-akn", r->doc, NULL, &akn, r->d))
		refuse(r, round, "no Akoma Ntoso");
	if (!akn_check(akn, "random.akn.xml", r->d))
		refuse(r, round, "our checks refuse the Akoma Ntoso");
	akn_text(akn, &text);
	if (!report_same_text(r->doc, "akn", buf_span(&text), r->d))
		refuse(r, round, "the text of the Akoma Ntoso differs");
	if (with != NULL && xmlSchemaValidateDoc(with, akn) != 0)
		refuse(r, round, "the official schema refuses the Akoma Ntoso");
	buf_free(&text);
}

static void
akn_has_every_word_in_its_place(void **state)
{
	xmlSchema *schema = NULL;
	xmlSchemaValidCtxt *valid = NULL;
	(void)state;
	if (access(SCHEMA, R_OK) == 0) {
		xmlSchemaParserCtxt *p = xmlSchemaNewParserCtxt(SCHEMA);
		schema = xmlSchemaParse(p);
		xmlSchemaFreeParserCtxt(p);
		valid = xmlSchemaNewValidCtxt(schema);
	} else {
		print_message("the Akoma Ntoso schema is not in ../shared: text and our own checks only\n");
	}
	for_each(look_at_akn, valid, ROUNDS);
	if (valid != NULL)
		xmlSchemaFreeValidCtxt(valid);
	xmlSchemaFree(schema);
}

/* How often each numbered word stands in the flows of the document. */
static void
count_words(const struct fo_node *n, unsigned *count, unsigned most)
{
	for (; n != NULL; n = n->next) {
		if (n->kind == FO_STATIC_CONTENT || n->kind == FO_BOOKMARK_TREE)
			continue;
		for (size_t i = 1; n->kind == FO_TEXT && i < n->text.n; i++) {
			unsigned char before = (unsigned char)n->text.s[i - 1];
			if (n->text.s[i] < '0' || n->text.s[i] > '9' || strchr("wt\xA9\x9E", before) == NULL)
				continue;
			unsigned long word = strtoul(n->text.s + i, NULL, 10);
			if (word <= most)
				count[word]++;
		}
		count_words(n->first, count, most);
	}
}

static void
look_at_fo(struct made *r, unsigned round, void *with)
{
	static const char *const looks[][3] = {{"style", "un", NULL}, {"style", "book", NULL}};
	xmlDoc *doc;
	(void)with;
	if (!xslt_apply(r->a, "report-to-fo", r->doc, looks[round % 2], &doc, r->d))
		refuse(r, round, "no formatting objects");
	size_t said_before = diag_count(r->d);
	struct fo_tree *fo = fo_read(r->a, doc, "random.fo", r->d);
	if (fo == NULL || diag_count(r->d) > said_before)
		refuse(r, round, "formatting objects outside the profile");
	unsigned *count = ARENA_ARRAY(r->a, unsigned, r->last + 1);
	count_words(fo->root->first, count, r->last);
	for (unsigned k = r->first; k <= r->last; k++)
		if (count[k] != 1)
			refuse(r, round, arena_printf(r->a, "word %u stands %u times in the flows", k, count[k]));
}

static void
formatting_objects_have_every_word_once(void **state)
{
	(void)state;
	for_each(look_at_fo, NULL, ROUNDS);
}

#define T(f) cmocka_unit_test(f)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(book_has_every_word_in_its_place),
	    T(akn_has_every_word_in_its_place),
	    T(formatting_objects_have_every_word_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
