/* SPDX-License-Identifier: MIT */
#include "report/terms.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/file.h"

/* One term (one phrase) or one list. */
struct entry {
	const char *key, *script;
	bool list;
	struct span *text, *folded; /* folded: of the lists that terms_number reads, else NULL */
	uint32_t *value;
	size_t n, cap, cap_value, cap_folded;
};

struct terms {
	struct entry *entry;
	size_t n, cap;
};

/* What the parser hands to its handlers. */
struct builder {
	struct arena *arena;
	struct terms *terms;
	struct buf text;  /* of the element that is open */
	bool in_text;     /* that element holds a phrase */
	bool unnamed;     /* an element has no key, or a language no code for one */
};

/* A copy of an attribute's value, or NULL.  SAX2 gives name, prefix, URI, value, end for each. */
static const char *
attribute(struct builder *b, const xmlChar **attributes, int n, const char *name)
{
	for (int i = 0; i < n; i++, attributes += 5)
		if (strcmp((const char *)attributes[0], name) == 0)
			return arena_strndup(b->arena, (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
	return NULL;
}

/* What xml:lang takes of the codes of ISO 639. */
static bool
is_code(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz");
	return (n == 2 || n == 3) && s[n] == '\0';
}

/* An element's start: the root, a term, a list, a word of a list, a language with its words. */
static void
on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nnamespaces,
         const xmlChar **namespaces, int n, int ndefaulted, const xmlChar **attributes)
{
	struct builder *b = user;
	struct terms *t = b->terms;
	bool word = strcmp((const char *)name, "w") == 0, list = strcmp((const char *)name, "list") == 0;
	(void)prefix, (void)uri, (void)nnamespaces, (void)namespaces, (void)ndefaulted;
	b->text.n = 0;
	b->in_text = false;
	if (strcmp((const char *)name, "terms") == 0 || strcmp((const char *)name, "languages") == 0)
		return;
	if (!word) {
		struct entry *e = VEC_PUSH(b->arena, t->entry, t->n, t->cap);
		e->key = attribute(b, attributes, n, "key");
		e->script = attribute(b, attributes, n, "script");
		e->list = strcmp((const char *)name, "term") != 0;
		b->in_text = !list;
		if (e->key == NULL)
			e->key = "";
		b->unnamed |= e->key[0] == '\0' || (strcmp((const char *)name, "language") == 0 && !is_code(e->key));
	} else if (t->n > 0 && t->entry[t->n - 1].list) {
		struct entry *e = &t->entry[t->n - 1];
		size_t at = e->n; /* the text follows and will be the n-th */
		const char *value = attribute(b, attributes, n, "n");
		*VEC_PUSH(b->arena, e->value, at, e->cap_value) = value != NULL ? (uint32_t)strtoul(value, NULL, 10) : 0;
		b->in_text = true;
	}
}

static void
on_text(void *user, const xmlChar *s, int n)
{
	struct builder *b = user;
	if (b->in_text)
		buf_add(&b->text, s, (size_t)n);
}

static void
on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct builder *b = user;
	(void)name, (void)prefix, (void)uri;
	if (!b->in_text || b->terms->n == 0)
		return;
	struct entry *e = &b->terms->entry[b->terms->n - 1];
	struct span text = {arena_strndup(b->arena, buf_span(&b->text).s, b->text.n), b->text.n};
	*VEC_PUSH(b->arena, e->text, e->n, e->cap) = text;
	if (e->list && strncmp(e->key, "number", 6) == 0) {
		size_t at = e->n - 1;
		*VEC_PUSH(b->arena, e->folded, at, e->cap_folded) = terms_fold(b->arena, text);
	}
	b->in_text = false;
}

/* Faults are reported by the caller, once. */
static void
on_fault(void *user, const char *message, ...)
{
	(void)user;
	(void)message;
}

static bool
parse(struct builder *b, const char *path, struct span xml, struct diag *d)
{
	xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end,
	                         .characters = on_text, .error = on_fault, .warning = on_fault};
	xmlParserCtxt *ctxt = xmlCreatePushParserCtxt(&handler, b, NULL, 0, path);
	bool ok = false;
	if (ctxt != NULL) {
		xmlCtxtUseOptions(ctxt, XML_PARSE_NONET);
		ok = xmlParseChunk(ctxt, xml.s, (int)xml.n, 1) == 0;
		if (!ok)
			diag(d, DIAG_TERMS_LOAD, (struct pos){path, ctxt->input != NULL ? (unsigned)ctxt->input->line : 0, 0},
			     "check it against schemas/terms.rng");
		else if (b->unnamed)
			diag(d, DIAG_TERMS_LOAD, (struct pos){path, 0, 0}, "an element has no key, or a language no code; "
			     "check it against schemas/terms.rng");
		ok = ok && !b->unnamed;
		xmlFreeParserCtxt(ctxt);
	}
	buf_free(&b->text);
	return ok;
}

static const struct terms *
load(struct arena *a, const char *file, struct diag *d)
{
	struct builder b = {.arena = a, .terms = ARENA_NEW(a, struct terms)};
	const char *path = data_path(a, arena_printf(a, "stylesheets/terms/%s.xml", file));
	struct span xml;
	if (path == NULL) {
		diag(d, DIAG_TERMS_LOAD, (struct pos){0}, "no file stylesheets/terms/%s.xml", file);
		return NULL;
	}
	return file_read(a, path, &xml, d) && parse(&b, path, xml, d) ? b.terms : NULL;
}

const struct terms *
terms_load(struct arena *a, const char *lang, struct diag *d)
{
	size_t n = 0;
	while ((lang[n] >= 'a' && lang[n] <= 'z') || (lang[n] >= 'A' && lang[n] <= 'Z'))
		n++;
	char *base = arena_strndup(a, lang, n);
	for (size_t i = 0; i < n; i++)
		base[i] = (char)(base[i] | 0x20);
	return load(a, base, d);
}

const struct terms *
terms_languages(struct arena *a, struct diag *d)
{
	return load(a, "languages", d);
}

static const struct entry *
find(const struct terms *t, const char *key, bool list)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->entry[i].list == list && strcmp(t->entry[i].key, key) == 0)
			return &t->entry[i];
	return NULL;
}

struct span
terms_get(const struct terms *t, const char *key)
{
	const struct entry *e = find(t, key, false);
	return e != NULL && e->n > 0 ? e->text[0] : (struct span){"", 0};
}

const struct span *
terms_list(const struct terms *t, const char *key, size_t *n)
{
	const struct entry *e = find(t, key, true);
	*n = e != NULL ? e->n : 0;
	return e != NULL ? e->text : NULL;
}

const uint32_t *
terms_values(const struct terms *t, const char *key)
{
	const struct entry *e = find(t, key, true);
	return e != NULL ? e->value : NULL;
}

const char *
terms_list_key(const struct terms *t, size_t i, const char **script)
{
	for (size_t k = 0; k < t->n; k++)
		if (t->entry[k].list && i-- == 0) {
			*script = t->entry[k].script;
			return t->entry[k].key;
		}
	return NULL;
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
	       c == 0x202F || c == 0x3000;
}

struct span
terms_fold(struct arena *a, struct span s)
{
	char *out = arena_alloc(a, s.n * 2 + 4); /* lower case takes at most half as many bytes again */
	size_t n = 0;
	bool blank = false;
	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s.s, s.n, &i);
		if (is_blank(c)) {
			blank = n > 0;
			continue;
		}
		if (c == UTF8_BAD || c == 0x640 || (c >= 0x64B && c <= 0x652) || c == 0xAD)
			continue;
		if (c == 0x2018 || c == 0x2019 || c == 0x2BC)
			c = '\'';
		else if (c == 0x2010 || c == 0x2011)
			c = '-';
		if (blank)
			out[n++] = ' ';
		blank = false;
		n += utf8_put(c < 0x80 ? (uint32_t)g_ascii_tolower((gchar)c) : g_unichar_tolower(c), out + n);
	}
	return (struct span){out, n};
}

/* Whether a word can end at byte i: no letter of an alphabet goes on.  Han words touch. */
static bool
word_ends(struct span s, size_t i)
{
	if (i >= s.n)
		return true;
	uint32_t c = utf8_next(s.s, s.n, &i);
	return !g_unichar_isalpha(c) || (c >= 0x3400 && c < 0xA000);
}

/* A word found in a list; n = 0 when none was. */
struct hit {
	size_t n;
	uint32_t value;
	bool scale;
};

/* Take the longest phrase of a list at byte i; a whole word, or the start of one. */
static void
look_up(const struct terms *t, const char *key, struct span s, size_t i, bool whole, struct hit *best)
{
	const struct entry *e = find(t, key, true);
	for (size_t k = 0; e != NULL && k < e->n; k++) {
		struct span f = e->folded[k];
		if (f.n > best->n && span_eq(span_sub(s, i, i + f.n), f) && (!whole || word_ends(s, i + f.n)))
			*best = (struct hit){f.n, e->value != NULL ? e->value[k] : 0, strcmp(key, "number-scale") == 0};
	}
}

/* The number word at *i, joined to the one before it or not; moves *i behind it. */
static struct hit
number_word(const struct terms *t, struct span s, size_t *i, bool first)
{
	size_t at = *i;
	while (!first && at < s.n && (s.s[at] == ' ' || s.s[at] == '-'))
		at++;
	for (int links = 0; links < 2; links++) {
		struct hit hit = {0}, link = {0};
		look_up(t, "number-ordinal", s, at, true, &hit);
		look_up(t, "number", s, at, true, &hit);
		look_up(t, "number-scale", s, at, true, &hit);
		if (hit.n > 0) {
			*i = at + hit.n;
			return hit;
		}
		look_up(t, first ? "number-prefix" : "number-link", s, at, false, &link);
		if (link.n == 0)
			break;
		at += link.n;
		while (at < s.n && s.s[at] == ' ')
			at++;
	}
	return (struct hit){0};
}

uint32_t
terms_number(const struct terms *t, struct span folded, size_t *used)
{
	uint32_t sum = 0, last = 0;
	struct hit hit;
	*used = 0;
	for (size_t at = 0; sum < 100000 && (hit = number_word(t, folded, &at, at == 0)).n > 0;) {
		if (hit.scale && last > 0)
			sum += last * (hit.value - 1);
		else
			sum += hit.value;
		last = hit.value;
		*used = at;
	}
	return sum;
}
