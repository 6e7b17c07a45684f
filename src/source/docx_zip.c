/* SPDX-License-Identifier: MIT */
/* docx_zip.c - the parts of a Word document: bounded reading, safe parsing, relationships. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "source/docx.h"

#define DEEPEST 255 /* elements inside each other; libxml2 parses no more */

static struct pos
whole(const struct docx *d)
{
	return (struct pos){d->name, 0, 0};
}

static void
free_doc(void *doc)
{
	xmlFreeDoc(doc);
}

bool
docx_bytes(struct docx *d, const char *path, struct span *bytes)
{
	zip_stat_t st;
	*bytes = (struct span){NULL, 0};
	if (d->api.zip_stat(d->zip, path, 0, &st) != 0)
		return true;
	if ((st.valid & ZIP_STAT_SIZE) == 0 || st.size > DOCX_PART_BYTES || d->read_bytes + st.size > DOCX_ALL_BYTES) {
		diag(d->diag, DIAG_TOO_LARGE, whole(d), "%s is too large when unpacked", path);
		return false;
	}
	size_t size = (size_t)st.size;
	char *s = arena_alloc(d->arena, size + 1);
	zip_file_t *file = d->api.zip_fopen(d->zip, path, 0);
	zip_int64_t n = file != NULL ? d->api.zip_fread(file, s, size) : -1;
	if (file != NULL)
		d->api.zip_fclose(file);
	if (n < 0 || (size_t)n != size) {
		diag(d->diag, DIAG_SRC_CONTAINER, whole(d), "%s cannot be unpacked", path);
		return false;
	}
	d->read_bytes += size;
	*bytes = (struct span){s, size};
	return true;
}

xmlDoc *
docx_part(struct docx *d, const char *path, bool *ok)
{
	struct span bytes;
	*ok = false;
	if (!docx_bytes(d, path, &bytes))
		return NULL;
	if (bytes.s == NULL) {
		*ok = true;
		return NULL;
	}
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *doc = xmlCtxtReadMemory(ctxt, bytes.s, (int)bytes.n, path, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	bool deep = ctxt->nodeNr >= DEEPEST;
	xmlFreeParserCtxt(ctxt);
	if (doc == NULL || doc->intSubset != NULL || xmlDocGetRootElement(doc) == NULL) {
		if (deep)
			diag(d->diag, DIAG_SRC_DEPTH, whole(d), "%s: more than %d elements inside each other", path, DEEPEST);
		else
			diag(d->diag, DIAG_SRC_CONTAINER, whole(d), "%s is not sound XML; save the document anew", path);
		xmlFreeDoc(doc);
		return NULL;
	}
	arena_defer(d->arena, free_doc, doc);
	*ok = true;
	return doc;
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct docx_relation *)a)->id, ((const struct docx_relation *)b)->id);
}

static void
load_relations(struct docx *d, const xmlDoc *rels)
{
	const xmlNode *root = rels != NULL ? xmlDocGetRootElement((xmlDoc *)(uintptr_t)rels) : NULL;
	d->relation = NULL;
	d->nrelation = d->cap_relation = 0;
	for (const xmlNode *n = root != NULL ? root->children : NULL; n != NULL; n = n->next) {
		const char *id = docx_attribute(n, "Id"), *type = docx_attribute(n, "Type");
		const char *target = docx_attribute(n, "Target"), *mode = docx_attribute(n, "TargetMode");
		if (id == NULL || type == NULL || target == NULL)
			continue;
		*VEC_PUSH(d->arena, d->relation, d->nrelation, d->cap_relation) =
		    (struct docx_relation){id, type, target, mode != NULL && strcmp(mode, "External") == 0};
	}
	if (d->nrelation > 0)
		qsort(d->relation, d->nrelation, sizeof *d->relation, by_id);
}

/* The target of the relationship whose type ends in this word, inside the container. */
static const char *
find_type(const struct docx *d, const char *type)
{
	for (size_t i = 0; i < d->nrelation; i++) {
		const struct docx_relation *r = &d->relation[i];
		const char *word = strrchr(r->type, '/');
		if (!r->external && word != NULL && strcmp(word + 1, type) == 0)
			return r->target;
	}
	return NULL;
}

/* The path of a part that is named from the folder of the part being read. */
static const char *
resolve(const struct docx *d, const char *target)
{
	const char *slash = strrchr(d->part, '/');
	if (target[0] == '/')
		return target + 1;
	return slash != NULL ? arena_printf(d->arena, "%.*s/%s", (int)(slash - d->part), d->part, target) : target;
}

const char *
docx_target(const struct docx *d, const char *id, bool *external)
{
	struct docx_relation key = {.id = id};
	const struct docx_relation *r = id == NULL || d->nrelation == 0 ? NULL
	    : bsearch(&key, d->relation, d->nrelation, sizeof key, by_id);
	*external = r != NULL && r->external;
	return r == NULL || r->external ? r == NULL ? NULL : r->target : resolve(d, r->target);
}

const char *
docx_related(const struct docx *d, const char *type)
{
	const char *target = find_type(d, type);
	return target != NULL ? resolve(d, target) : NULL;
}

bool
docx_enter(struct docx *d, const char *path)
{
	const char *slash = strrchr(path, '/');
	int folder = slash != NULL ? (int)(slash - path) + 1 : 0;
	bool ok = false;
	xmlDoc *rels = docx_part(d, arena_printf(d->arena, "%.*s_rels/%s.rels", folder, path, path + folder), &ok);
	load_relations(d, rels);
	d->part = path;
	return ok;
}

bool
docx_open(struct docx *d, struct span bytes)
{
	static const char *const names[] = {ZIP_FUNCTIONS(LIBRARY_NAME)};
	library_need("libzip.so.4", names, sizeof names / sizeof *names, &d->api);
	zip_error_t error;
	d->api.zip_error_init(&error);
	zip_source_t *source = d->api.zip_source_buffer_create(bytes.s, bytes.n, 0, &error);
	d->zip = source != NULL ? d->api.zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	if (d->zip == NULL) {
		diag(d->diag, DIAG_SRC_CONTAINER, whole(d), "%s; save it anew as .docx",
		     d->api.zip_error_strerror(&error));
		d->api.zip_source_free(source);
		d->api.zip_error_fini(&error);
		return false;
	}
	d->api.zip_error_fini(&error);
	bool ok = false;
	xmlDoc *rels = docx_part(d, "_rels/.rels", &ok);
	if (!ok)
		return false;
	load_relations(d, rels);
	const char *main = find_type(d, "officeDocument");
	d->main = main == NULL ? "word/document.xml" : main[0] == '/' ? main + 1 : main;
	return docx_enter(d, d->main);
}

void
docx_close(struct docx *d)
{
	if (d->zip != NULL)
		d->api.zip_discard(d->zip);
	d->zip = NULL;
}

bool
docx_is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0 && n->ns != NULL &&
	       strstr((const char *)n->ns->href, "/wordprocessingml") != NULL;
}

bool
docx_named(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

const xmlNode *
docx_child(const xmlNode *n, const char *name)
{
	for (n = n != NULL ? n->children : NULL; n != NULL; n = n->next)
		if (docx_is(n, name))
			return n;
	return NULL;
}

const char *
docx_attribute(const xmlNode *n, const char *name)
{
	for (const xmlAttr *at = n != NULL && n->type == XML_ELEMENT_NODE ? n->properties : NULL; at != NULL; at = at->next)
		if (strcmp((const char *)at->name, name) == 0)
			return at->children != NULL && at->children->content != NULL ? (const char *)at->children->content : "";
	return NULL;
}

int
docx_number(const xmlNode *n, const char *name, int otherwise)
{
	const char *s = docx_attribute(n, name);
	char *end;
	if (s == NULL)
		return otherwise;
	long v = strtol(s, &end, 10);
	return end == s || v < -1000000 || v > 1000000 ? otherwise : (int)v;
}

int
docx_toggle(const xmlNode *parent, const char *name)
{
	const xmlNode *n = docx_child(parent, name);
	const char *v = docx_attribute(n, "val");
	if (n == NULL)
		return -1;
	return v == NULL || (strcmp(v, "0") != 0 && strcmp(v, "false") != 0 && strcmp(v, "off") != 0);
}

int
docx_raised(const xmlNode *rpr)
{
	const char *v = docx_attribute(docx_child(rpr, "vertAlign"), "val");
	return v == NULL ? -1 : strcmp(v, "superscript") == 0 ? DOCX_SUP
	                      : strcmp(v, "subscript") == 0 ? DOCX_SUB : DOCX_BASE;
}
