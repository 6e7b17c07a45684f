/* SPDX-License-Identifier: MIT */
#include "fo/where.h"

#include <string.h>

#include <libxml/hash.h>

#include "base/xml_walk.h"

/* The text, read up to `at`. */
struct scan {
	struct span text;
	size_t at, line_start;
	unsigned line;
};

static void
go_to(struct scan *s, size_t at)
{
	for (const char *end; (end = memchr(s->text.s + s->at, '\n', at - s->at)) != NULL;) {
		s->line++;
		s->line_start = s->at = (size_t)(end - s->text.s) + 1;
	}
	s->at = at;
}

/* Behind the next `end`, or the end of the text. */
static size_t
behind(const struct scan *s, const char *end)
{
	struct span stop = span_of(end), rest = span_sub(s->text, s->at, s->text.n);
	size_t at = span_find(rest, stop);
	return at == SIZE_MAX ? s->text.n : s->at + at + stop.n;
}

/* Behind the ">" of a tag: one in quotes is none. */
static size_t
behind_tag(const struct scan *s)
{
	char quote = '\0';
	for (size_t i = s->at; i < s->text.n; i++) {
		char c = s->text.s[i];
		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return i + 1;
	}
	return s->text.n;
}

/* The next start tag; false when there is none. */
static bool
next_tag(struct scan *s, struct where *out)
{
	for (size_t open; (open = span_find(span_sub(s->text, s->at, s->text.n), SPAN_LIT("<"))) != SIZE_MAX;) {
		go_to(s, s->at + open);
		struct span rest = span_sub(s->text, s->at, s->text.n);
		if (rest.n > 1 && strchr("!?/", rest.s[1]) == NULL) {
			*out = (struct where){s->line, (unsigned)(s->at - s->line_start) + 1};
			go_to(s, behind_tag(s));
			return true;
		}
		if (span_starts(rest, "<!--"))
			go_to(s, behind(s, "-->"));
		else if (span_starts(rest, "<![CDATA["))
			go_to(s, behind(s, "]]>"));
		else if (span_starts(rest, "<?"))
			go_to(s, behind(s, "?>"));
		else
			go_to(s, behind(s, ">"));
	}
	return false;
}

bool
where_find(struct arena *a, xmlDoc *doc, struct span text)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct scan s = {.text = text, .line = 1};
	struct where w;
	bool good = true;
	for (xmlNode *x = root; x != NULL && good; x = xml_next_element(root, x)) {
		good = next_tag(&s, &w);
		struct where *kept = good ? ARENA_NEW(a, struct where) : NULL;
		if (good)
			*kept = w;
		x->_private = kept;
	}
	good = good && !next_tag(&s, &w);
	for (xmlNode *x = root; x != NULL && !good; x = xml_next_element(root, x))
		x->_private = NULL;
	return good;
}

/* The elements of a document by their xml:id; of those that share one the first. */
static xmlHashTable *
by_id(xmlDoc *doc)
{
	xmlHashTable *t = xmlHashCreate(256);
	xmlNode *root = xmlDocGetRootElement(doc);
	for (xmlNode *x = root; x != NULL; x = xml_next_element(root, x)) {
		const xmlAttr *id = xmlHasNsProp(x, BAD_CAST "id", XML_XML_NAMESPACE);
		if (id != NULL && id->children != NULL)
			xmlHashAddEntry(t, id->children->content, x);
	}
	return t;
}

void
where_follow(struct arena *a, xmlDoc *doc, xmlDoc *from)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlHashTable *there = by_id(from);
	struct where *unknown = ARENA_NEW(a, struct where);
	for (xmlNode *x = root; x != NULL; x = xml_next_element(root, x)) {
		const xmlAttr *id = xmlHasProp(x, BAD_CAST "id");
		xmlNode *made_from = id != NULL && id->children != NULL ? xmlHashLookup(there, id->children->content) : NULL;
		struct where *w = made_from != NULL ? ARENA_NEW(a, struct where)
		                : x->parent->type == XML_ELEMENT_NODE ? x->parent->_private : unknown;
		if (made_from != NULL)
			w->line = (unsigned)xmlGetLineNo(made_from);
		x->_private = w;
		for (xmlNode *k = x->children; k != NULL; k = k->next)
			if (k->type == XML_TEXT_NODE)
				k->_private = w;
	}
	xmlHashFree(there, NULL);
}
