/* SPDX-License-Identifier: MIT */
#include "report/why.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml_walk.h"
#include "report/report_xml.h"

#define SHOWN_CHARS 60 /* of an element's text */

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

/* What an alternative is to those who do not know the names of readings. */
static const struct {
	const char *name, *words;
} readings[] = {
	{"continuation", "more of the text before it"}, {"p", "a paragraph"}, {"heading", "a numbered heading"},
	{"plain-heading", "a heading without number"}, {"para", "a numbered paragraph"}, {"item", "an item of a list"},
	{"bullet", "an item with a bullet"}, {"quote", "a quotation"}, {"row", "a row of a table"},
	{"caption", "a caption"}, {"note", "a note"}, {"text", "words of the text"},
	{"annex", "the label of an annex"},
};

/* "p 0.31" in words; a name that is not known stays. */
static void
say_alternative(struct buf *out, xmlNode *n)
{
	xmlChar *v = xmlGetNsProp(n, BAD_CAST "alt", BAD_CAST REPORT_TRACE_NS);
	const char *alt = (const char *)v, *blank = alt != NULL ? strrchr(alt, ' ') : NULL;
	size_t k = 0;
	while (blank != NULL && k < sizeof readings / sizeof *readings &&
	       !span_is((struct span){alt, (size_t)(blank - alt)}, readings[k].name))
		k++;
	xmlChar *rule = xmlGetNsProp(n, BAD_CAST "rule", BAD_CAST REPORT_TRACE_NS);
	bool same = blank != NULL && rule != NULL && strncmp((const char *)rule, alt, (size_t)(blank - alt)) == 0 &&
	            rule[blank - alt] == '.';
	if (blank != NULL && k < sizeof readings / sizeof *readings)
		buf_printf(out, "  rather than  %s%s (%s)\n", readings[k].words, same ? " of another count" : "", blank + 1);
	else if (blank != NULL)
		buf_printf(out, "  rather than  %.*s (%s)\n", (int)(blank - alt), alt, blank + 1);
	else if (alt != NULL)
		buf_printf(out, "  rather than  %s\n", alt);
	xmlFree(rule);
	xmlFree(v);
}

/* Does the element begin a block, whose words stand apart from those before it? */
static bool
begins_block(const xmlNode *n)
{
	enum rep_kind k = n->type == XML_ELEMENT_NODE ? rep_find((const char *)n->name) : REP_KINDS;
	return k != REP_KINDS && rep_class(k) != REP_CLASS_I;
}

/* The node behind n and all in it, below root, or NULL. */
static xmlNode *
skip(const xmlNode *root, const xmlNode *n)
{
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

/* The beginning of the element's text on one line, without the notes in it. */
static void
say_text(struct buf *out, xmlNode *root)
{
	struct buf text = {0};
	for (xmlNode *n = root; n != NULL && text.n <= 4 * SHOWN_CHARS;) {
		bool note = n != root && n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "note") == 0;
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			buf_adds(&text, (const char *)n->content);
		else if (text.n > 0 && text.data[text.n - 1] != ' ' && !note && begins_block(n))
			buf_addc(&text, ' ');
		n = note ? skip(root, n) : xml_next(root, n);
	}
	struct span s = span_trim(buf_span(&text));
	size_t end = 0;
	for (int k = 0; end < s.n && k < SHOWN_CHARS; k++)
		utf8_next(s.s, s.n, &end);
	while (end > 0 && s.s[end - 1] == ' ')
		end--;
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
	say_alternative(out, n);
	say(out, n, "why", "  because      ");
}

/* ---- by line ---- */

/* Does the element only repeat what is known of the one it stands in, as the number of a paragraph does? */
static bool
repeats_parent(xmlNode *n)
{
	static const char *const known[] = {"rule", "why"};
	bool same = n->parent != NULL && n->parent->type == XML_ELEMENT_NODE;
	for (size_t i = 0; same && i < sizeof known / sizeof *known; i++) {
		xmlChar *own = xmlGetNsProp(n, BAD_CAST known[i], BAD_CAST REPORT_TRACE_NS);
		xmlChar *above = xmlGetNsProp(n->parent, BAD_CAST known[i], BAD_CAST REPORT_TRACE_NS);
		same = xmlStrEqual(own, above);
		xmlFree(own);
		xmlFree(above);
	}
	return same;
}

static bool
covers(xmlNode *n, unsigned long line)
{
	unsigned long from, to;
	return lines_of(n, &from, &to) && from <= line && line <= to;
}

/* "12 14-16 RULE: words; ..." of the root: the entries with the line, each put behind a name. */
static void
say_entries(struct buf *out, xmlNode *root, const char *attr, const char *name, unsigned long line)
{
	xmlChar *v = xmlGetNsProp(root, BAD_CAST attr, BAD_CAST REPORT_TRACE_NS);
	for (const char *s = (const char *)v; s != NULL && *s != '\0';) {
		const char *next = strstr(s, "; ");
		while (next != NULL && (next[2] < '0' || next[2] > '9'))
			next = strstr(next + 2, "; ");
		size_t n = next != NULL ? (size_t)(next - s) : strlen(s);
		bool here = false;
		const char *rule = s;
		for (char *end; *rule >= '0' && *rule <= '9'; rule = end + (*end == ' ')) {
			unsigned long from = strtoul(rule, &end, 10), to = *end == '-' ? strtoul(end + 1, &end, 10) : from;
			here = here || (from <= line && line <= to);
		}
		if (here)
			buf_printf(out, "  %s%.*s\n", name, (int)(s + n - rule), rule);
		s += n + (next != NULL ? 2 : 0);
	}
	xmlFree(v);
}

/* The whole report, its head and its body reach from the first to the last line of what is in them. */
static bool
is_part(const xmlNode *n)
{
	enum rep_kind k = rep_find((const char *)n->name);
	return k == REP_REPORT || k == REP_HEAD || k == REP_BODY;
}

/* The innermost blocks that the line is of, or what stands in their words; the last of them or NULL. */
static xmlNode *
say_covering(struct buf *out, xmlNode *root, unsigned long line, bool blocks)
{
	xmlNode *pending = NULL, *last = NULL;
	for (xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		if (begins_block(n) != blocks || is_part(n) || !covers(n, line) || repeats_parent(n))
			continue;
		bool within = false;
		for (const xmlNode *up = n->parent; blocks && pending != NULL && up != NULL && !within; up = up->parent)
			within = up == pending;
		if (pending != NULL && !within)
			say_element(out, pending);
		pending = last = n;
	}
	if (pending != NULL)
		say_element(out, pending);
	return last;
}

/* What n stands in, innermost first. */
static void
say_around(struct buf *out, const xmlNode *n)
{
	for (xmlNode *up = n->parent; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent) {
		if (repeats_parent(up))
			continue;
		buf_adds(out, "in ");
		say_element(out, up);
	}
}

static bool
by_line(xmlNode *root, unsigned long line, struct buf *out)
{
	struct buf left_out = {0};
	say_entries(&left_out, root, "dropped", "dropped      ", line);
	say_entries(&left_out, root, "repaired", "repaired     ", line);
	if (left_out.n > 0) {
		buf_printf(out, "line %lu\n", line);
		buf_add(out, left_out.data, left_out.n);
	}
	buf_free(&left_out);
	xmlNode *block = say_covering(out, root, line, true), *part = NULL;
	say_covering(out, root, line, false);
	for (xmlNode *n = root; block == NULL && n != NULL; n = xml_next_element(root, n))
		part = is_part(n) && covers(n, line) ? n : part;
	if (part != NULL) {
		if (out->n == 0)
			buf_printf(out, "line %lu\n  no words     it is blank\n", line);
		buf_adds(out, "in ");
		say_element(out, part);
	}
	if (block != NULL || part != NULL)
		say_around(out, block != NULL ? block : part);
	return out->n > 0;
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
	say_around(out, hit);
	return true;
}

/* The block that the page begins in, and those that begin behind its pagebreak and before the next one. */
static bool
by_page(xmlNode *root, const char *page, struct buf *out)
{
	bool on = false, found = false;
	for (xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		if (xmlStrEqual(n->name, BAD_CAST "pagebreak")) {
			xmlChar *v = xmlGetNoNsProp(n, BAD_CAST "n");
			on = v != NULL && strcmp((const char *)v, page) == 0;
			xmlNode *up = n->parent;
			while (on && up != NULL && (is_part(up) || !begins_block(up) || repeats_parent(up)))
				up = up->parent;
			if (on && up != NULL)
				say_element(out, up);
			found = found || on;
			xmlFree(v);
		} else if (on && xmlHasNsProp(n, BAD_CAST "rule", BAD_CAST REPORT_TRACE_NS) != NULL && !repeats_parent(n)) {
			say_element(out, n);
		}
	}
	return found;
}

/* ---- what to ask instead ---- */

/* The pages that the document has: the first and the last one. */
static void
advise_pages(struct buf *out, xmlNode *root)
{
	xmlChar *first = NULL, *last = NULL;
	for (xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		xmlChar *v = xmlStrEqual(n->name, BAD_CAST "pagebreak") ? xmlGetNoNsProp(n, BAD_CAST "n") : NULL;
		if (v == NULL)
			continue;
		if (first == NULL) {
			first = v;
			continue;
		}
		xmlFree(last);
		last = v;
	}
	if (first == NULL)
		buf_adds(out, "the draft shows no pages: ask by --line or --id");
	else
		buf_printf(out, "the pages of the draft are %s to %s", (char *)first, (char *)(last != NULL ? last : first));
	xmlFree(first);
	xmlFree(last);
}

void
why_advise(xmlDoc *report, enum why_by by, struct buf *out)
{
	xmlNode *root = xmlDocGetRootElement(report);
	unsigned long from = 0, to = 0;
	if (by == WHY_ID)
		buf_adds(out, "give one of the xml:id in the document, such as para-2");
	else if (by == WHY_PAGE)
		advise_pages(out, root);
	else if (root != NULL && lines_of(root, &from, &to))
		buf_printf(out, "the report is made of lines %lu to %lu of the draft", from, to);
	else
		buf_adds(out, "the document does not tell its lines, as those that convert writes do: ask by --id");
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
