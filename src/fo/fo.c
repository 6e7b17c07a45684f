/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fo/fo.h"
#include "fo/props.h"
#include "fo/space.h"
#include "fo/where.h"

#define NS_FO "http://www.w3.org/1999/XSL/Format"
#define NS_FOX "http://xmlgraphics.apache.org/fop/extensions"
#define NS_RX "urn:rapporteur:fo:1"
#define NS_XML "http://www.w3.org/XML/1998/namespace"

/* The classes of fo.def. */
enum {
	PART = 1 << 0, MASTER = 1 << 1, REGION = 1 << 2, SUBSEQUENCE = 1 << 3, CONDITION = 1 << 4, BOOKMARK = 1 << 5,
	BOOKMARK_TITLE = 1 << 6, FLOW = 1 << 7, BLOCK = 1 << 8, INLINE = 1 << 9, TEXT = 1 << 10, MARKER = 1 << 11,
	CALL = 1 << 12, LIST_ITEM = 1 << 13, LIST_PART = 1 << 14, TABLE_PART = 1 << 15, TABLE_ROW = 1 << 16,
	TABLE_CELL = 1 << 17, NOTE_BODY = 1 << 18
};

static const struct kind_row {
	const char *name;
	unsigned is, takes;
} kinds[FO_KINDS] = {
#define FO(kind, name, is, takes) [FO_##kind] = {name, is, takes},
#include "fo/fo.def"
#undef FO
};

static const char *const left_out[] = {
#define LEFT_OUT(name) name,
#include "fo/props.def"
#undef LEFT_OUT
};

/* Parts an object cannot do without (§6). */
static const struct {
	enum fo_kind kind, part;
} needed_parts[] = {
    {FO_LIST_BLOCK, FO_LIST_ITEM}, {FO_LIST_ITEM, FO_LIST_ITEM_LABEL}, {FO_LIST_ITEM, FO_LIST_ITEM_BODY},
    {FO_FOOTNOTE, FO_INLINE}, {FO_FOOTNOTE, FO_FOOTNOTE_BODY}, {FO_TABLE, FO_TABLE_BODY}, {FO_TABLE_ROW, FO_TABLE_CELL},
    {FO_TABLE_BODY, FO_TABLE_ROW}, {FO_SIMPLE_PAGE_MASTER, FO_REGION_BODY}, {FO_PAGE_SEQUENCE, FO_FLOW},
    {FO_BOOKMARK, FO_BOOKMARK_TITLE}};

/* Properties an object cannot do without. */
static const struct {
	enum fo_kind kind;
	enum fo_attr_id attr;
} needed_attrs[] = {
    {FO_CHARACTER, FO_A_CHARACTER}, {FO_EXTERNAL_GRAPHIC, FO_A_SRC}, {FO_PAGE_NUMBER_CITATION, FO_A_REF_ID},
    {FO_PAGE_NUMBER_CITATION_LAST, FO_A_REF_ID}, {FO_MARKER, FO_A_MARKER_CLASS_NAME},
    {FO_RETRIEVE_MARKER, FO_A_RETRIEVE_CLASS_NAME}, {FO_SIMPLE_PAGE_MASTER, FO_A_MASTER_NAME},
    {FO_PAGE_SEQUENCE_MASTER, FO_A_MASTER_NAME}, {FO_PAGE_SEQUENCE, FO_A_MASTER_REFERENCE}, {FO_FLOW, FO_A_FLOW_NAME},
    {FO_STATIC_CONTENT, FO_A_FLOW_NAME}, {FO_BOOKMARK, FO_A_INTERNAL_DESTINATION}};

/* A growing hash from strings, or from the attributes of an element, to what belongs to them. */
struct slot {
	uint64_t hash;
	const void *key;
	void *value;
};

struct hash {
	struct slot *slot;
	size_t cap, used;
};

struct fo_index {
	struct hash ids, masters;
};

/* What the last attribute names meant; names are interned, so their addresses tell them apart. */
#define NAME_CACHE 256
struct seen_name {
	const xmlChar *name;
	const xmlNs *ns;
	enum name_class class;
	size_t index;
	const char *full;
};

struct shared_values {
	const xmlNode *element;
	const struct fo_props *parent, *list; /* list: of the list-block asked about, or NULL */
	enum fo_kind kind;
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	const char *file;
	struct fo_tree *tree;
	struct fo_props initial;
	struct hash values;
	struct space_run run;
	unsigned markers;         /* around what is read */
	struct fo_node *open_row; /* made for the cells of a table part that has no rows */
	struct told told;
	struct seen_name seen[NAME_CACHE];
};

/* ---- hash ---- */

static uint64_t
hash_of(const char *s)
{
	return span_hash(HASH_START, span_of(s));
}

static void
hash_grow(struct arena *a, struct hash *h)
{
	struct hash bigger = {.cap = h->cap ? 2 * h->cap : 64};
	bigger.slot = ARENA_ARRAY(a, struct slot, bigger.cap);
	bigger.used = h->used;
	for (size_t i = 0; i < h->cap; i++) {
		if (!h->slot[i].value)
			continue;
		size_t at = h->slot[i].hash & (bigger.cap - 1);
		while (bigger.slot[at].value)
			at = (at + 1) & (bigger.cap - 1);
		bigger.slot[at] = h->slot[i];
	}
	*h = bigger;
}

static void
hash_put(struct arena *a, struct hash *h, uint64_t hash, const void *key, void *value)
{
	if (2 * (h->used + 1) > h->cap)
		hash_grow(a, h);
	size_t at = hash & (h->cap - 1);
	while (h->slot[at].value)
		at = (at + 1) & (h->cap - 1);
	h->slot[at] = (struct slot){hash, key, value};
	h->used++;
}

static void *
hash_text(const struct hash *h, const char *key)
{
	uint64_t hash = hash_of(key);
	for (size_t at = hash & (h->cap - 1); h->cap && h->slot[at].value; at = (at + 1) & (h->cap - 1))
		if (h->slot[at].hash == hash && strcmp(h->slot[at].key, key) == 0)
			return h->slot[at].value;
	return NULL;
}

/* ---- small queries ---- */

const char *
fo_kind_name(enum fo_kind kind)
{
	return kinds[kind].name;
}

const char *
fo_attr(const struct fo_node *n, enum fo_attr_id id)
{
	for (const struct fo_attr *a = n->attr; a; a = a->next)
		if (a->id == id)
			return a->value;
	return NULL;
}

const struct fo_node *
fo_find(const struct fo_tree *t, const char *id)
{
	return hash_text(&t->index->ids, id);
}

const struct fo_node *
fo_master(const struct fo_tree *t, const char *name)
{
	return name != NULL ? hash_text(&t->index->masters, name) : NULL;
}

static struct pos
pos_of(const struct reader *r, const xmlNode *x)
{
	const struct where *w = x->_private;
	if (w)
		return (struct pos){r->file, w->line, w->col};
	long line = xmlGetLineNo(x);
	return (struct pos){.file = r->file, .line = line > 0 ? (unsigned)line : 0};
}

static bool
ns_is(const xmlNs *ns, const char *uri)
{
	return ns && ns->href && strcmp((const char *)ns->href, uri) == 0;
}

/* ---- attributes ---- */

/* The name as the table writes it, or NULL for a foreign one. */
static const char *
full_name(struct reader *r, const xmlAttr *x)
{
	const char *local = (const char *)x->name;
	if (!x->ns || ns_is(x->ns, NS_FO))
		return local;
	if (ns_is(x->ns, NS_XML))
		return strcmp(local, "lang") == 0 ? "xml:lang" : strcmp(local, "id") == 0 ? "id" : NULL;
	if (ns_is(x->ns, NS_RX))
		return arena_printf(r->arena, "rx:%s", local);
	if (ns_is(x->ns, NS_FOX))
		return arena_printf(r->arena, "fox:%s", local);
	return NULL;
}

static const struct seen_name *
look_up(struct reader *r, const xmlAttr *x)
{
	struct seen_name *s = &r->seen[((uintptr_t)x->name >> 3 ^ (uintptr_t)x->ns >> 4) % NAME_CACHE];
	if (s->name == x->name && s->ns == x->ns)
		return s;
	*s = (struct seen_name){.name = x->name, .ns = x->ns, .full = full_name(r, x), .class = NAME_UNKNOWN};
	if (s->full)
		s->class = prop_find(s->full, &s->index);
	return s;
}

/* Attribute values of a document without entities are one text node. */
static const char *
attr_value(const xmlAttr *x)
{
	return x->children && x->children->content ? (const char *)x->children->content : "";
}

static bool
shapes_values(const struct seen_name *s)
{
	return s->full && s->class != NAME_ATTR;
}

static uint64_t
values_hash(struct reader *r, const xmlNode *x, const struct fo_props *parent, enum fo_kind kind)
{
	uint64_t h = span_hash(HASH_START, (struct span){(const char *)&parent, sizeof parent});
	h = span_hash(h, (struct span){(const char *)&kind, sizeof kind});
	for (const xmlAttr *a = x->properties; a; a = a->next)
		if (shapes_values(look_up(r, a))) {
			h = span_hash(h, (struct span){(const char *)a->name, strlen((const char *)a->name) + 1});
			h = span_hash(h, (struct span){attr_value(a), strlen(attr_value(a)) + 1});
		}
	return h;
}

static const xmlAttr *
next_shaping(struct reader *r, const xmlAttr *a)
{
	while (a && !shapes_values(look_up(r, a)))
		a = a->next;
	return a;
}

/* Whether two elements say the same about their looks, in the same order. */
static bool
say_the_same(struct reader *r, const xmlNode *x, const xmlNode *y)
{
	const xmlAttr *a = next_shaping(r, x->properties), *b = next_shaping(r, y->properties);
	while (a && b) {
		if (strcmp((const char *)a->name, (const char *)b->name) != 0 || strcmp(attr_value(a), attr_value(b)) != 0)
			return false;
		a = next_shaping(r, a->next);
		b = next_shaping(r, b->next);
	}
	return !a && !b;
}

/* Values depend on the attributes, the parent's values, and for body-start() and label-end() on
 * those of the list-block around: these, or NULL. */
static const struct fo_props *
list_asked(const xmlNode *x, const struct fo_node *n)
{
	for (const xmlAttr *a = x->properties; a; a = a->next)
		if (strstr(attr_value(a), "body-start") || strstr(attr_value(a), "label-end"))
			return list_values(n);
	return NULL;
}

static bool
says_true(const xmlNode *x, const char *name)
{
	const xmlAttr *a = xmlHasProp((xmlNode *)(uintptr_t)x, BAD_CAST name);
	return a && strcmp(attr_value(a), "true") == 0;
}

/* The writing mode decides which side left is, so it is read before the rest. */
static bool
reads_rtl(struct reader *r, const xmlNode *x, const struct fo_props *parent)
{
	for (const xmlAttr *a = x->properties; a; a = a->next) {
		const struct seen_name *s = look_up(r, a);
		if (s->class == NAME_PROP && s->index == FO_P_writing_mode)
			return strncmp(attr_value(a), "rl", 2) == 0;
	}
	return parent->rtl;
}

/* What an object says; x NULL: nothing.  Gives what its values are worked out with. */
static struct prop_scope
read_said(struct reader *r, const xmlNode *x, const struct fo_node *n, const struct fo_props *parent, struct said *said)
{
	struct prop_scope scope = {.arena = r->arena, .diag = r->diag, .told = &r->told, .pos = n->pos, .node = n,
	    .initial = &r->initial, .rtl = x ? reads_rtl(r, x, parent) : parent->rtl};
	for (const xmlAttr *a = x ? x->properties : NULL; a; a = a->next) {
		const struct seen_name *s = look_up(r, a);
		if (shapes_values(s))
			props_say(&scope, said, s->full, attr_value(a));
	}
	return scope;
}

/* The same, to outlive the document. */
static const struct said *
keep_said(struct reader *r, const xmlNode *x, const struct fo_node *n)
{
	struct said *said = ARENA_NEW(r->arena, struct said);
	read_said(r, x, n, n->parent->p, said);
	for (size_t i = 0; i < FO_PROPS; i++)
		said->value[i] = said->value[i] ? arena_strdup(r->arena, said->value[i]) : NULL;
	return said;
}

static const struct fo_props *
compute(struct reader *r, const xmlNode *x, const struct fo_node *n, const struct fo_props *parent)
{
	struct said said = {{0}, {0}};
	struct prop_scope scope = read_said(r, x, n, parent, &said);
	struct fo_props *out = ARENA_NEW(r->arena, struct fo_props);
	props_compute(&scope, &said, parent, out);
	r->tree->nprops++;
	return out;
}

/* The values of an object; those of an earlier object that says the same are used again, and what
 * was wrong with them is not reported again. */
static const struct fo_props *
values(struct reader *r, const xmlNode *x, const struct fo_node *n)
{
	const struct fo_props *parent = n->parent ? n->parent->p : &r->initial;
	const struct fo_props *list = list_asked(x, n);
	uint64_t hash = values_hash(r, x, parent, n->kind);
	for (size_t at = hash & (r->values.cap - 1); r->values.cap && r->values.slot[at].value;
	     at = (at + 1) & (r->values.cap - 1)) {
		const struct shared_values *key = r->values.slot[at].key;
		if (r->values.slot[at].hash == hash && key->parent == parent && key->list == list && key->kind == n->kind &&
		     say_the_same(r, x, key->element))
			return r->values.slot[at].value;
	}
	const struct fo_props *p = compute(r, x, n, parent);
	struct shared_values *key = ARENA_NEW(r->arena, struct shared_values);
	*key = (struct shared_values){x, parent, list, n->kind};
	hash_put(r->arena, &r->values, hash, key, (void *)(uintptr_t)p);
	return p;
}

static void
keep_texts(struct reader *r, const xmlNode *x, struct fo_node *n)
{
	for (const xmlAttr *a = x->properties; a; a = a->next) {
		const struct seen_name *s = look_up(r, a);
		if (s->class != NAME_ATTR)
			continue;
		char *value = arena_strdup(r->arena, attr_value(a));
		if (s->index == FO_A_ID)
			n->id = value;
		else if (s->index == FO_A_ROLE)
			n->role = value;
		struct fo_attr *kept = ARENA_NEW(r->arena, struct fo_attr);
		*kept = (struct fo_attr){(enum fo_attr_id)s->index, value, n->attr};
		n->attr = kept;
	}
}

/* ---- objects ---- */

static void
add_child(struct fo_node *parent, struct fo_node *n)
{
	n->parent = parent;
	n->prev = parent->last;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

/* What may stand in an object; a wrapper takes what its parent takes. */
static unsigned
takes(const struct fo_node *n)
{
	while (n->kind == FO_WRAPPER && n->parent)
		n = n->parent;
	return kinds[n->kind].takes;
}

static int
kind_find(const char *name)
{
	for (int k = FO_ROOT; k < FO_KINDS; k++)
		if (kinds[k].name[0] == name[0] && strcmp(kinds[k].name, name) == 0)
			return k;
	return -1;
}

/* The kind an element is read as in its place, or -1 after a report. */
static int
kind_of(struct reader *r, const xmlNode *x, const struct fo_node *parent)
{
	const char *name = (const char *)x->name;
	if (!ns_is(x->ns, NS_FO)) {
		diag(r->diag, DIAG_FO_FOREIGN, pos_of(r, x), "%s in fo:%s", name, kinds[parent->kind].name);
		return -1;
	}
	int kind = kind_find(name);
	if (kind < 0) {
		bool beyond = false;
		for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
			beyond |= strcmp(left_out[i], name) == 0;
		diag(r->diag, beyond ? DIAG_FO_OBJECT_BEYOND : DIAG_FO_OBJECT, pos_of(r, x), "fo:%s", name);
		return takes(parent) & (BLOCK | INLINE) ? FO_WRAPPER : -1;
	}
	bool retrieves = kind == FO_RETRIEVE_MARKER && r->markers > 0; /* a marker retrieves none (§6.13.5) */
	if ((kinds[kind].is & takes(parent)) && !retrieves)
		return kind;
	if (kind == FO_BLOCK && takes(parent) & INLINE) {
		diag(r->diag, DIAG_FO_BLOCK_IN_LINE, pos_of(r, x), "fo:block in fo:%s", kinds[parent->kind].name);
		return FO_INLINE;
	}
	diag(r->diag, DIAG_FO_PLACE, pos_of(r, x), "fo:%s in fo:%s", name, kinds[parent->kind].name);
	return -1;
}

static void
index_object(struct reader *r, struct fo_node *n)
{
	struct fo_index *index = r->tree->index;
	const char *name =
	    n->kind == FO_SIMPLE_PAGE_MASTER || n->kind == FO_PAGE_SEQUENCE_MASTER ? fo_attr(n, FO_A_MASTER_NAME) : NULL;
	if (name)
		hash_put(r->arena, &index->masters, hash_of(name), name, n);
	if (!n->id)
		return;
	if (hash_text(&index->ids, n->id))
		diag(r->diag, DIAG_FO_ID_TWICE, n->pos, "%s", n->id);
	else
		hash_put(r->arena, &index->ids, hash_of(n->id), n->id, n);
}

static void
check_object(struct reader *r, const struct fo_node *n)
{
	for (size_t i = 0; i < sizeof needed_parts / sizeof *needed_parts; i++) {
		if (needed_parts[i].kind != n->kind)
			continue;
		const struct fo_node *c = n->first;
		while (c && c->kind != needed_parts[i].part)
			c = c->next;
		if (!c)
			diag(r->diag, DIAG_FO_MISSING, n->pos, "fo:%s without fo:%s", kinds[n->kind].name, kinds[needed_parts[i].part].name);
	}
	for (size_t i = 0; i < sizeof needed_attrs / sizeof *needed_attrs; i++)
		if (needed_attrs[i].kind == n->kind && !fo_attr(n, needed_attrs[i].attr))
			diag(r->diag, DIAG_FO_MISSING, n->pos, "fo:%s without %s", kinds[n->kind].name, attr_names[needed_attrs[i].attr]);
	if (n->kind == FO_BASIC_LINK && !fo_attr(n, FO_A_INTERNAL_DESTINATION) && !fo_attr(n, FO_A_EXTERNAL_DESTINATION))
		diag(r->diag, DIAG_FO_MISSING, n->pos, "fo:basic-link without a destination");
}

static void
read_text(struct reader *r, const xmlNode *x, struct fo_node *parent)
{
	struct span text = span_of(x->content ? (const char *)x->content : "");
	if (!(takes(parent) & TEXT)) {
		if (strspn(text.s, " \t\r\n") < text.n)
			diag(r->diag, DIAG_FO_TEXT_PLACE, pos_of(r, x), "in fo:%s", kinds[parent->kind].name);
		return;
	}
	text = space_text(r->arena, &r->run, parent->p, text);
	if (text.n == 0)
		return;
	struct fo_node *n = ARENA_NEW(r->arena, struct fo_node);
	*n = (struct fo_node){.kind = FO_TEXT, .p = parent->p, .text = text, .pos = pos_of(r, x)};
	add_child(parent, n);
	r->run.last = n;
	r->tree->nnode++;
}

/* ---- declarations: XMP as FOP takes it ---- */

static void
keep_declared(struct reader *r, xmlNode *x)
{
	struct fo_info *info = &r->tree->info;
	struct {
		const char *name;
		const char **field;
	} known[] = {{"title", &info->title}, {"creator", &info->creator}, {"subject", &info->subject},
	    {"description", &info->description}, {"Keywords", &info->keywords}, {"language", &info->language},
	    {"date", &info->date}, {"identifier", &info->identifier}, {"publisher", &info->publisher}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strcmp((const char *)x->name, known[i].name) != 0)
			continue;
		xmlChar *content = xmlNodeGetContent(x);
		struct span s = span_trim(span_of(content ? (const char *)content : ""));
		if (s.n)
			*known[i].field = arena_strndup(r->arena, s.s, s.n);
		xmlFree(content);
	}
}

static void
read_declarations(struct reader *r, const xmlNode *declarations)
{
	xmlNode *x = declarations->children;
	while (x) {
		if (x->type == XML_ELEMENT_NODE)
			keep_declared(r, x);
		if (x->children && x->type == XML_ELEMENT_NODE) {
			x = x->children;
			continue;
		}
		while (x && !x->next)
			x = x->parent == declarations ? NULL : x->parent;
		x = x ? x->next : NULL;
	}
}

/* ---- the tree ---- */

/* The foreign element in an object, with the namespaces it needs, as an address that holds it (RFC 2397). */
static void
keep_picture(struct reader *r, const xmlNode *x, struct fo_node *n)
{
	const xmlNode *c = x->children;
	while (c && c->type != XML_ELEMENT_NODE)
		c = c->next;
	if (!c) {
		diag(r->diag, DIAG_FO_MISSING, n->pos, "fo:%s without a picture", kinds[n->kind].name);
		return;
	}
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)c, doc, 1);
	xmlDocSetRootElement(doc, copy);
	xmlBuffer *mem = xmlBufferCreate();
	xmlNodeDump(mem, doc, copy, 0, 0);
	struct buf src = {0};
	buf_adds(&src, "data:,");
	for (const char *s = (const char *)xmlBufferContent(mem); *s; s++)
		if (*s == '%')
			buf_adds(&src, "%25");
		else
			buf_addc(&src, *s);
	struct fo_attr *kept = ARENA_NEW(r->arena, struct fo_attr);
	*kept = (struct fo_attr){FO_A_SRC, arena_strndup(r->arena, src.data, src.n), n->attr};
	n->attr = kept;
	buf_free(&src);
	xmlBufferFree(mem);
	xmlFreeDoc(doc);
}

/* An id of the document that is to be found from outside. */
static bool
is_destination(struct reader *r, const xmlNode *x)
{
	if (!ns_is(x->ns, NS_FOX) || strcmp((const char *)x->name, "destination") != 0)
		return false;
	const xmlAttr *a = xmlHasProp((xmlNode *)(uintptr_t)x, BAD_CAST "internal-destination");
	if (a)
		*VEC_PUSH(r->arena, r->tree->destination, r->tree->ndestination, r->tree->cap_destination) =
		    arena_strdup(r->arena, attr_value(a));
	return a != NULL;
}

static struct fo_node *
new_object(struct reader *r, const xmlNode *x, struct fo_node *parent, enum fo_kind kind)
{
	struct fo_node *n = ARENA_NEW(r->arena, struct fo_node);
	n->kind = kind;
	n->pos = pos_of(r, x);
	if (parent)
		add_child(parent, n);
	n->p = values(r, x, n);
	if (r->markers > 0)
		n->said = keep_said(r, x, n);
	keep_texts(r, x, n);
	index_object(r, n);
	r->tree->nnode++;
	return n;
}

/* A table part may hold cells without rows (§6.7.6 to §6.7.8): the row that a cell is in, made when
 * it starts one. */
static struct fo_node *
row_of(struct reader *r, const xmlNode *cell, struct fo_node *part)
{
	if (r->open_row && r->open_row == part->last && !says_true(cell, "starts-row"))
		return r->open_row;
	struct fo_node *row = ARENA_NEW(r->arena, struct fo_node);
	row->kind = FO_TABLE_ROW;
	row->pos = pos_of(r, cell);
	add_child(part, row);
	row->p = compute(r, NULL, row, part->p);
	r->tree->nnode++;
	return r->open_row = row;
}

static void read_children(struct reader *, const xmlNode *, struct fo_node *, int depth);

/* Text on both sides of a footnote body or a marker is one run; within them begins another. */
static void
read_object(struct reader *r, const xmlNode *x, struct fo_node *parent, int depth)
{
	int kind = parent->kind == FO_ROOT && is_destination(r, x) ? -1 : kind_of(r, x, parent);
	if (kind < 0)
		return;
	if (depth > FO_DEPTH) {
		diag(r->diag, DIAG_FO_DEPTH, pos_of(r, x), "fo:%s at depth %d", (const char *)x->name, depth);
		return;
	}
	bool loose = kind == FO_TABLE_CELL && parent->kind != FO_TABLE_ROW;
	struct fo_node *n = new_object(r, x, loose ? row_of(r, x, parent) : parent, (enum fo_kind)kind);
	if (kind == FO_DECLARATIONS) {
		read_declarations(r, x);
		return;
	}
	if (kind == FO_INSTREAM_FOREIGN_OBJECT) {
		keep_picture(r, x, n);
		space_object(&r->run);
		return;
	}
	struct space_run outer = r->run;
	bool apart = kind == FO_FOOTNOTE_BODY || kind == FO_MARKER;
	bool inside = kinds[kind].is & INLINE;
	if (!inside)
		space_end(&r->run);
	r->markers += kind == FO_MARKER;
	read_children(r, x, n, depth);
	r->markers -= kind == FO_MARKER;
	if (apart)
		space_end(&r->run), r->run = outer;
	else if (!inside)
		space_end(&r->run);
	else if (kinds[kind].takes == 0 && kind != FO_WRAPPER)
		space_object(&r->run);
	check_object(r, n);
	if (loose)
		r->open_row = says_true(x, "ends-row") ? NULL : n->parent;
}

static void
read_children(struct reader *r, const xmlNode *x, struct fo_node *n, int depth)
{
	for (const xmlNode *c = x->children; c; c = c->next) {
		if (c->type == XML_ELEMENT_NODE)
			read_object(r, c, n, depth + 1);
		else if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE)
			read_text(r, c, n);
	}
}

static bool
check_tree(struct reader *r)
{
	struct fo_tree *t = r->tree;
	bool pages = false;
	for (struct fo_node *n = t->root->first; n; n = n->next) {
		if (n->kind == FO_LAYOUT_MASTER_SET)
			t->masters = n;
		else if (n->kind == FO_BOOKMARK_TREE)
			t->bookmarks = n;
		else if (n->kind == FO_PAGE_SEQUENCE) {
			const char *name = fo_attr(n, FO_A_MASTER_REFERENCE);
			if (name && !fo_master(t, name))
				diag(r->diag, DIAG_FO_MASTER, n->pos, "%s", name);
			pages = true;
		}
	}
	if (!pages || !t->masters || !t->masters->first) {
		diag(r->diag, DIAG_FO_EMPTY, t->root->pos, "%s", "");
		return false;
	}
	return true;
}

struct fo_tree *
fo_read(struct arena *a, xmlDoc *doc, const char *name, struct diag *d)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct reader *r = ARENA_NEW(a, struct reader);
	*r = (struct reader){.arena = a, .diag = d, .file = arena_strdup(a, name), .tree = ARENA_NEW(a, struct fo_tree)};
	if (!root || !ns_is(root->ns, NS_FO) || strcmp((const char *)root->name, "root") != 0) {
		diag(d, DIAG_FO_NOT_FO, (struct pos){.file = r->file}, "%s", root ? (const char *)root->name : "");
		return NULL;
	}
	props_initial(a, &r->initial);
	r->tree->arena = a;
	r->tree->file = r->file;
	r->tree->initial = &r->initial;
	r->tree->index = ARENA_NEW(a, struct fo_index);
	r->tree->root = new_object(r, root, NULL, FO_ROOT);
	read_children(r, root, r->tree->root, 0);
	return check_tree(r) ? r->tree : NULL;
}
