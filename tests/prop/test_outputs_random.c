/* SPDX-License-Identifier: MIT */
/*
 * test_outputs_random.c - whatever report the schema allows, every word of it stands once and in
 * its place in the book, and the book is in order.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include <libxml/hash.h>

#include "base/file.h"
#include "epub/epub.h"
#include "prop/random_report.h"
#include "report/report_ask.h"
#include "unit/fixture.h"
#include "xslt/xslt.h"

#define ROUNDS 300

struct made {
	struct arena *a;
	struct diag *d;
	xmlChar *bytes;
	int n;
	xmlDoc *doc;
};

static struct made
make(struct maker *m)
{
	struct made r = {.a = arena_new(), .d = diag_new()};
	r.bytes = maker_report(m, &r.n);
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

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(book_has_every_word_in_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
