/* SPDX-License-Identifier: MIT */
/*
 * html_notes.c - notes of HTML are found by their calls: a link into the document that is said to
 * be one, or a short raised one, makes the block it leads to a note's body.
 */
#include "source/html.h"

#include <string.h>
#include <strings.h>

#include "base/xml_walk.h"

#define LABEL_MOST 16   /* bytes of a note's mark */

static void
learn(struct html *h, const xmlNode *n, const char *name)
{
	const char *id = html_attribute(h->b.arena, n, name);
	if (id != NULL && id[0] != '\0')
		xmlHashAddEntry(h->by_id, (const xmlChar *)id, (void *)(uintptr_t)n);
}

void
html_anchors(struct html *h, const xmlNode *root)
{
	for (const xmlNode *n = root; n != NULL; n = xml_next(root, n)) {
		if (n->type != XML_ELEMENT_NODE || n->properties == NULL)
			continue;
		learn(h, n, "id");
		if (html_is(n, "a"))
			learn(h, n, "name");
	}
}

/* The element that an address within the document leads to, or NULL. */
static xmlNode *
target_of(const struct html *h, const char *href)
{
	return href != NULL && href[0] == '#' ? xmlHashLookup(h->by_id, (const xmlChar *)href + 1) : NULL;
}

const char *
html_note(const xmlNode *n)
{
	return n->_private;
}

static bool
has_word(const char *list, const char *word)
{
	return list != NULL && strstr(list, word) != NULL;
}

static bool
said_to_call(struct html *h, const xmlNode *n)
{
	return has_word(html_attribute(h->b.arena, n, "role"), "noteref") ||
	       has_word(html_attribute(h->b.arena, n, "class"), "footnote-ref") ||
	       has_word(html_attribute(h->b.arena, n, "class"), "noteref") ||
	       has_word(html_attribute(h->b.arena, n, "epub:type"), "noteref");
}

static bool
is_raised(const xmlNode *n)
{
	for (const xmlNode *in = n; in != NULL; in = xml_next(n, in))
		if (html_is(in, "sup"))
			return true;
	const xmlNode *up = n->parent;
	for (int steps = 0; up != NULL && steps < 3; up = up->parent, steps++)
		if (html_is(up, "sup"))
			return true;
	return false;
}

static bool
is_block(const xmlNode *n)
{
	return html_is(n, "p") || html_is(n, "li") || html_is(n, "div") || html_is(n, "dd") || html_is(n, "aside") ||
	       html_is(n, "td") || html_is(n, "section") || html_is(n, "blockquote");
}

/* The block that a target stands for: an anchor at a note's start is not all of it. */
static xmlNode *
body_of(xmlNode *target)
{
	xmlNode *n = target;
	while (n != NULL && n->type == XML_ELEMENT_NODE && !is_block(n))
		n = n->parent;
	if (n == NULL || n->type != XML_ELEMENT_NODE)
		return NULL;
	/* word processors wrap the paragraphs of each note in a division with a name */
	xmlNode *up = n->parent;
	if (html_is(n, "p") && up != NULL && html_is(up, "div") && xmlHasProp(up, (const xmlChar *)"id") != NULL) {
		const xmlNode *first = up->children;
		while (first != NULL && first->type != XML_ELEMENT_NODE)
			first = first->next;
		if (first == n)
			return up;
	}
	return n;
}

/* Is the element the link n, in it or around it by a step or two? */
static bool
near(const xmlNode *element, const xmlNode *n)
{
	for (int steps = 0; n != NULL && steps < 4; n = n->parent, steps++)
		if (n == element)
			return true;
	return false;
}

static struct span
without_brackets(struct span s)
{
	s = span_trim(s);
	return s.n > 2 && (s.s[0] == '[' || s.s[0] == '(') ? span_sub(s, 1, s.n - 1) : s;
}

static bool
same_text(const xmlNode *a, const xmlNode *b)
{
	xmlChar *s = xmlNodeGetContent(a), *t = xmlNodeGetContent(b);
	bool same = s != NULL && t != NULL && strcmp((const char *)s, (const char *)t) == 0;
	xmlFree(s);
	xmlFree(t);
	return same;
}

/* The target begins with a link of the same words that leads back to the link n: "[1]" and "[1]". */
static bool
is_answered(struct html *h, const xmlNode *n, const xmlNode *target, const xmlNode *body)
{
	for (const xmlNode *up = target; up != body; up = up->parent)
		if (up->name[0] == 'h' && up->name[1] >= '1' && up->name[1] <= '6')
			return false;
	const xmlNode *back = target;
	for (int steps = 0; back != NULL && !html_is(back, "a"); steps++)
		back = steps < 4 ? xml_next(target, back) : NULL;
	const xmlNode *there = back != NULL ? target_of(h, html_attribute(h->b.arena, back, "href")) : NULL;
	if (there == NULL || !(near(there, n) || near(n, there)) || !same_text(back, n))
		return false;
	/* headings and lists of contents, too, lead to each other by their numbers */
	xmlChar *s = h->heading > 0 ? xmlNodeGetContent(n) : NULL;
	bool number = s != NULL && without_brackets(span_of((const char *)s)).n == span_trim(span_of((const char *)s)).n;
	xmlFree(s);
	return !number;
}

/* The body of the note that a link calls, or NULL. */
static xmlNode *
called(struct html *h, const xmlNode *n, const char *href)
{
	xmlNode *target = target_of(h, href), *body = target != NULL ? body_of(target) : NULL;
	if (body == NULL || near(body, n))
		return NULL;
	return said_to_call(h, n) || is_raised(n) || is_answered(h, n, target, body) ? body : NULL;
}

/* The call's mark without brackets is text under a mark; true when it was one. */
static bool
put_call(struct html *h, const xmlNode *n, xmlNode *body)
{
	xmlChar *content = xmlNodeGetContent(n);
	struct span all = span_of(content != NULL ? (const char *)content : ""), s = without_brackets(all);
	bool call = s.n > 0 && s.n <= LABEL_MOST;
	if (call) {
		char *label = arena_strndup(h->b.arena, s.s, s.n);
		if (body->_private == NULL)
			body->_private = label;
		build_drop(&h->b, utf8_count(all) - utf8_count(s));
		html_open_mark(h, MARK_CALL, label);
		html_put(h, n, s.s, s.n);
		build_close(&h->b, MARK_CALL);
	}
	xmlFree(content);
	return call;
}

size_t
html_note_lead(struct html *h, const char *s, size_t n)
{
	size_t blank = strspn(s, " \t\r\n\f"), label = strlen(h->note);
	if (blank == n)
		return 0;
	h->note_lead = false;
	size_t at = blank + (s[blank] == '(' || s[blank] == '['), end = at + label;
	if (end > n || memcmp(s + at, h->note, label) != 0)
		return 0;
	end += end < n && strchr(".)]", s[end]) != NULL;
	if (end < n && strchr(" \t\r\n\f", s[end]) == NULL)
		return 0;
	build_drop(&h->b, utf8_count((struct span){s + blank, end - blank}));
	return end;
}

/* A link of a note that leads to where the note is called. */
static bool
is_way_back(struct html *h, const xmlNode *n, const char *href)
{
	if (h->note == NULL || href == NULL || href[0] != '#')
		return false;
	if (has_word(html_attribute(h->b.arena, n, "role"), "backlink"))
		return true;
	const xmlNode *back = target_of(h, href), *call = back;
	int left = 6;
	if (back == NULL)
		return has_word(href, "ref");
	while (call != NULL && !html_is(call, "a") && left-- > 0)
		call = xml_next(back, call);
	if (call == NULL || !html_is(call, "a"))
		call = back->parent != NULL && html_is(back->parent, "a") ? back->parent : NULL;
	xmlNode *target = call != NULL ? target_of(h, html_attribute(h->b.arena, call, "href")) : NULL;
	return target != NULL && body_of(target) == h->note_node;
}

bool
html_link(struct html *h, const xmlNode *n)
{
	const char *href = html_attribute(h->b.arena, n, "href");
	bool back = is_way_back(h, n, href);
	xmlNode *body = back ? NULL : called(h, n, href);
	if (body != NULL && put_call(h, n, body))
		return false;
	if (back) {
		h->note_lead = false;
		xmlChar *s = xmlNodeGetContent(n);
		build_drop(&h->b, s != NULL ? utf8_count(span_of((const char *)s)) : 0);
		xmlFree(s);
		return false;
	}
	if (href != NULL)
		html_open_mark(h, MARK_LINK, href);
	return true;
}
