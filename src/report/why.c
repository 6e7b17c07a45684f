/* SPDX-License-Identifier: MIT */
#include "report/why.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml_walk.h"
#include "report/report_xml.h"

#define SHOWN_BYTES 60 /* of an element's text */

static bool
lines_of(xmlNode *n, unsigned long *from, unsigned long *to)
{
	xmlChar *src = xmlGetNsProp(n, BAD_CAST "src", BAD_CAST REPORT_TRACE_NS);
	if (src == NULL)
		return false;
	char *end;
	*from = *to = strtoul((const char *)src, &end, 10);
	if (*end == '-')
		*to = strtoul(end + 1, NULL, 10);
	xmlFree(src);
	return true;
}

static void
say(struct buf *out, xmlNode *n, const char *attr, const char *before)
{
	xmlChar *v = xmlGetNsProp(n, BAD_CAST attr, BAD_CAST REPORT_TRACE_NS);
	if (v != NULL)
		buf_printf(out, "%s%s\n", before, (const char *)v);
	xmlFree(v);
}

/* The beginning of the element's text, on one line. */
static void
say_text(struct buf *out, xmlNode *root)
{
	struct buf text = {0};
	for (xmlNode *n = root; n != NULL && text.n <= SHOWN_BYTES;) {
		for (xmlNode *t = n->children; t != NULL && text.n <= SHOWN_BYTES; t = t->next)
			if (t->type == XML_TEXT_NODE && t->content != NULL)
				buf_adds(&text, (const char *)t->content);
		n = xml_next_element(root, n);
	}
	struct span s = span_trim(buf_span(&text));
	size_t end = 0;
	while (end < s.n && end < SHOWN_BYTES)
		utf8_next(s.s, s.n, &end);
	if (end > 0)
		buf_adds(out, "  text         ");
	for (size_t i = 0; i < end; i++)
		buf_addc(out, s.s[i] == '\n' ? ' ' : s.s[i]);
	if (end > 0)
		buf_adds(out, end < s.n ? " …\n" : "\n");
	buf_free(&text);
}

static void
say_element(struct buf *out, xmlNode *n)
{
	xmlChar *id = xmlGetNsProp(n, BAD_CAST "id", BAD_CAST "http://www.w3.org/XML/1998/namespace");
	buf_adds(out, (const char *)n->name);
	if (id != NULL)
		buf_printf(out, " %s", (const char *)id);
	xmlFree(id);
	buf_addc(out, '\n');
	say_text(out, n);
	say(out, n, "src", "  draft lines  ");
	say(out, n, "rule", "  rule         ");
	say(out, n, "conf", "  confidence   ");
	say(out, n, "alt", "  rather than  ");
	say(out, n, "why", "  because      ");
}

static bool
by_line(xmlNode *root, unsigned long line, struct buf *out)
{
	bool found = false;
	for (xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		unsigned long from, to;
		if (lines_of(n, &from, &to) && from <= line && line <= to) {
			say_element(out, n);
			found = true;
		}
	}
	return found;
}

static bool
by_id(xmlNode *root, const char *id, struct buf *out)
{
	xmlNode *hit = NULL;
	for (xmlNode *n = root; n != NULL && hit == NULL; n = xml_next_element(root, n)) {
		xmlChar *v = xmlGetNsProp(n, BAD_CAST "id", BAD_CAST "http://www.w3.org/XML/1998/namespace");
		if (v != NULL && strcmp((const char *)v, id) == 0)
			hit = n;
		xmlFree(v);
	}
	if (hit == NULL)
		return false;
	say_element(out, hit);
	for (xmlNode *up = hit->parent; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent) {
		buf_adds(out, "in ");
		say_element(out, up);
	}
	return true;
}

/* Blocks that begin after the pagebreak with this number and before the next one. */
static bool
by_page(xmlNode *root, const char *page, struct buf *out)
{
	bool on = false, found = false;
	for (xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		if (xmlStrEqual(n->name, BAD_CAST "pagebreak")) {
			xmlChar *v = xmlGetNoNsProp(n, BAD_CAST "n");
			on = v != NULL && strcmp((const char *)v, page) == 0;
			found = found || on;
			xmlFree(v);
		} else if (on && xmlHasNsProp(n, BAD_CAST "rule", BAD_CAST REPORT_TRACE_NS) != NULL) {
			say_element(out, n);
		}
	}
	return found;
}

bool
why(xmlDoc *report, enum why_by by, const char *value, struct buf *out)
{
	xmlNode *root = xmlDocGetRootElement(report);
	if (root == NULL)
		return false;
	switch (by) {
	case WHY_LINE: return by_line(root, strtoul(value, NULL, 10), out);
	case WHY_ID: return by_id(root, value, out);
	default: return by_page(root, value, out);
	}
}
