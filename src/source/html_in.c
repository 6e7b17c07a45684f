/* SPDX-License-Identifier: MIT */
/*
 * html_in.c - HTML to lines, through libxml2's forgiving parser; nothing is fetched.
 *
 * The walk keeps no stack of its own: parents are known, and what an element began its end tag
 * takes back.  White space folds as a browser folds it.  Notes are found by their calls: a link
 * that is said to be one, or a raised link, into the document makes its target a note's body.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>

#include "source/forms.h"

#define HTML_DEPTH 250   /* elements inside each other */
#define LABEL_MOST 16    /* bytes of a note's mark */

struct html {
	struct builder b;
	struct list_level {
		bool ordered;
		char type;
		long next;
	} list[FORM_DEPTH];
	unsigned lists, quotes, tables, heading, pre;
	bool in_row, row_head;
	unsigned cells, span, tabs;
	bool space;              /* a blank is due before the next text */
	bool blank;              /* a browser shows space above the next line */
	const char *note;        /* label of the note being read */
	const xmlNode *note_node;
	xmlHashTable *note_of;   /* id of a note's body -> its label */
};

static const char *
attribute(struct arena *a, const xmlNode *n, const char *name)
{
	xmlChar *v = xmlGetProp(n, (const xmlChar *)name);
	const char *copy = v != NULL ? arena_strdup(a, (const char *)v) : NULL;
	xmlFree(v);
	return copy;
}

static bool
is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcasecmp((const char *)n->name, name) == 0;
}

static bool
is_any(const xmlNode *n, const char *const *names)
{
	for (; n->type == XML_ELEMENT_NODE && *names != NULL; names++)
		if (strcasecmp((const char *)n->name, *names) == 0)
			return true;
	return false;
}

static void
end_line(struct html *h)
{
	struct line *l = &h->b.line;
	l->kind = h->in_row ? (h->row_head ? LINE_ROW_HEAD : LINE_ROW)
	        : h->heading > 0 ? LINE_HEADING
	        : h->note != NULL ? LINE_NOTE
	        : h->pre > 0 ? LINE_CODE
	        : h->lists > 0 ? (h->list[h->lists - 1].ordered ? LINE_ITEM : LINE_BULLET)
	        : h->quotes > 0 ? LINE_QUOTE : LINE_TEXT;
	l->level = (uint8_t)(h->in_row ? (h->tables > 255 ? 255 : h->tables) : h->heading > 0 ? h->heading : h->lists);
	if (l->kind == LINE_NOTE) {
		l->label = h->note;
		l->level = 0;
	}
	build_end_line(&h->b);
	l->label = NULL;
	h->space = false;
}

/* Put the blank that is due, when text stands before it on the line. */
static void
put_space(struct html *h)
{
	char last = h->b.open && h->b.out.n > h->b.start ? h->b.out.s[h->b.out.n - 1] : '\t';
	if (h->space && h->tabs == 0 && last != '\t' && last != ' ')
		build_packed(&h->b, " ", 1);
	h->space = false;
}

/* A mark begins: a blank before it stands outside. */
static void
open_mark(struct html *h, enum mark_kind kind, const char *target)
{
	if (h->b.open)
		put_space(h);
	build_open(&h->b, kind, target);
}

/* Put a piece of text that holds no blanks to fold. */
static void
put(struct html *h, const xmlNode *n, const char *s, size_t len)
{
	if (!h->b.open) {
		long no = xmlGetLineNo(n);
		h->b.line.blank_before = h->blank && h->b.draft->nline > 0;
		h->blank = false;
		if (no > (long)h->b.line.no)
			h->b.line.no = (uint32_t)no;
	}
	if (h->tabs > 0)
		h->space = false;
	for (; h->tabs > 0; h->tabs--)
		build_sign(&h->b, '\t');
	put_space(h);
	build_packed(&h->b, s, len);
}

static bool
folds(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
put_text(struct html *h, const xmlNode *n)
{
	const char *s = (const char *)n->content;
	size_t len = s != NULL ? strlen(s) : 0;
	for (size_t i = 0; i < len;) {
		size_t from = i;
		if (h->pre > 0 && !h->in_row) {
			while (i < len && s[i] != '\n')
				i++;
			if (i > from)
				put(h, n, s + from, i - from);
			if (i < len)
				end_line(h);
			i++;
			continue;
		}
		while (i < len && folds(s[i]))
			i++;
		h->space |= i > from;
		from = i;
		while (i < len && !folds(s[i]))
			i++;
		if (i > from)
			put(h, n, s + from, i - from);
	}
}

/* Text of the form that is not of the document, such as the arrow back from a note. */
static void
drop_text(struct html *h, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	size_t count = s != NULL ? utf8_count(span_of((const char *)s)) : 0;
	h->b.draft->account.input += count;
	h->b.draft->account.dropped += count;
	xmlFree(s);
}

/* The number a browser shows: "3.", "c.", "iv.". */
static const char *
list_number(struct arena *a, char type, long v)
{
	static const struct { const char *sign; long value; } roman[] = {
	    {"m", 1000}, {"cm", 900}, {"d", 500}, {"cd", 400}, {"c", 100}, {"xc", 90}, {"l", 50},
	    {"xl", 40}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}};
	char out[64];
	size_t n = 0;
	if ((type == 'a' || type == 'A') && v >= 1 && v <= 702) {
		if (v > 26)
			out[n++] = (char)('a' + (v - 1) / 26 - 1);
		out[n++] = (char)('a' + (v - 1) % 26);
	} else if ((type == 'i' || type == 'I') && v >= 1 && v < 4000) {
		for (size_t k = 0; v > 0; v -= roman[k].value) {
			while (roman[k].value > v)
				k++;
			for (const char *s = roman[k].sign; *s != '\0'; s++)
				out[n++] = *s;
		}
	} else {
		return arena_printf(a, "%ld.", v);
	}
	for (size_t i = 0; i < n && (type == 'A' || type == 'I'); i++)
		out[i] = (char)(out[i] - 'a' + 'A');
	return arena_printf(a, "%.*s.", (int)n, out);
}

static void
open_item(struct html *h, const xmlNode *n)
{
	struct list_level *l = h->lists > 0 ? &h->list[h->lists - 1] : NULL;
	if (l == NULL || !l->ordered || h->note != NULL)
		return;
	const char *value = attribute(h->b.arena, n, "value");
	if (value != NULL)
		l->next = strtol(value, NULL, 10);
	const char *number = list_number(h->b.arena, l->type, l->next);
	l->next += l->next < 1000000;
	h->b.line.label = number;
	put(h, n, number, strlen(number));
	h->space = true;
}

static void
open_list(struct html *h, const xmlNode *n)
{
	if (h->lists == FORM_DEPTH)
		return;
	const char *type = attribute(h->b.arena, n, "type"), *start = attribute(h->b.arena, n, "start");
	struct list_level *l = &h->list[h->lists++];
	l->ordered = is(n, "ol");
	l->type = type != NULL ? type[0] : '1';
	l->next = start != NULL ? strtol(start, NULL, 10) : 1;
	if (l->next < -1000000 || l->next > 1000000)
		l->next = 1;
}

static void
open_cell(struct html *h, const xmlNode *n)
{
	const char *colspan = attribute(h->b.arena, n, "colspan");
	long span = colspan != NULL ? strtol(colspan, NULL, 10) : 1;
	h->tabs += h->cells > 0 ? h->span : 0;
	h->row_head = is(n, "th") && (h->cells == 0 || h->row_head);
	h->span = span < 1 ? 1 : span > 100 ? 100 : (unsigned)span;
	h->cells++;
	h->space = false;
}

static bool
has_word(const char *list, const char *word)
{
	return list != NULL && strstr(list, word) != NULL;
}

/* Whether a link calls a note of this document. */
static bool
is_call(struct html *h, const xmlNode *n, const char *href)
{
	if (href == NULL || href[0] != '#' || href[1] == '\0')
		return false;
	if (has_word(attribute(h->b.arena, n, "role"), "noteref") ||
	    has_word(attribute(h->b.arena, n, "class"), "footnote-ref") ||
	    has_word(attribute(h->b.arena, n, "class"), "noteref") ||
	    has_word(attribute(h->b.arena, n, "epub:type"), "noteref"))
		return true;
	const xmlNode *child = n->children;
	bool raised = (n->parent != NULL && is(n->parent, "sup")) || (child != NULL && is(child, "sup"));
	return raised && (strncasecmp(href + 1, "fn", 2) == 0 || strncasecmp(href + 1, "_ftn", 4) == 0 ||
	                  strncasecmp(href + 1, "note", 4) == 0);
}

/* The call's mark without brackets is text under a mark; true when it was one. */
static bool
put_call(struct html *h, const xmlNode *n, const char *href)
{
	xmlChar *content = xmlNodeGetContent(n);
	struct span s = span_trim(span_of(content != NULL ? (const char *)content : ""));
	if (s.n > 2 && (s.s[0] == '[' || s.s[0] == '('))
		s = span_sub(s, 1, s.n - 1);
	bool call = s.n > 0 && s.n <= LABEL_MOST;
	if (call) {
		char *label = arena_strndup(h->b.arena, s.s, s.n);
		xmlHashAddEntry(h->note_of, (const xmlChar *)href + 1, label);
		size_t all = utf8_count(span_of((const char *)content));
		h->b.draft->account.input += all - utf8_count(s);
		h->b.draft->account.dropped += all - utf8_count(s);
		open_mark(h, MARK_CALL, label);
		put(h, n, s.s, s.n);
		build_close(&h->b, MARK_CALL);
	}
	xmlFree(content);
	return call;
}

/* A link: a call, the way back from a note, or an address.  False when its text was dealt with. */
static bool
open_link(struct html *h, const xmlNode *n)
{
	const char *href = attribute(h->b.arena, n, "href");
	if (is_call(h, n, href) && put_call(h, n, href))
		return false;
	if (h->note != NULL && href != NULL && href[0] == '#' &&
	    (has_word(attribute(h->b.arena, n, "role"), "backlink") || has_word(href, "ref"))) {
		drop_text(h, n);
		return false;
	}
	if (href != NULL)
		open_mark(h, MARK_LINK, href);
	return true;
}

static const struct { const char *tag; enum mark_kind kind; } inline_marks[] = {
    {"sup", MARK_SUP}, {"sub", MARK_SUB}, {"em", MARK_EMPH}, {"i", MARK_EMPH}, {"cite", MARK_EMPH},
    {"strong", MARK_STRONG}, {"b", MARK_STRONG}, {"code", MARK_CODE}};

static int
inline_kind(const xmlNode *n)
{
	for (size_t i = 0; i < sizeof inline_marks / sizeof *inline_marks; i++)
		if (is(n, inline_marks[i].tag))
			return (int)inline_marks[i].kind;
	return -1;
}

static const char *const hidden[] = {"head", "script", "style", "noscript", "template", "iframe",
                                     "object", "svg", "math", "select", "textarea", "button", NULL};
static const char *const blocks[] = {"p", "div", "section", "article", "main", "aside", "header",
                                     "footer", "nav", "body", "address", "figure", "figcaption",
                                     "caption", "dl", "dt", "dd", "form", "fieldset", "details",
                                     "summary", "center", NULL};

/* A block begins or ends: a new paragraph, or a blank inside a table cell. */
static void
block_edge(struct html *h)
{
	if (h->in_row) {
		h->space = true;
		return;
	}
	end_line(h);
	h->b.line.para++;
}

/* The edge of a block that stands apart from its neighbours. */
static void
apart(struct html *h)
{
	block_edge(h);
	h->blank = !h->in_row;
}

static unsigned
heading_level(const xmlNode *n)
{
	const char *s = (const char *)n->name;
	return (s[0] | 0x20) == 'h' && s[1] >= '1' && s[1] <= '6' && s[2] == '\0' ? (unsigned)(s[1] - '0') : 0;
}

/* False when the children are not to be walked. */
static bool
enter(struct html *h, const xmlNode *n)
{
	const char *id;
	int kind;
	if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
		put_text(h, n);
	if (n->type != XML_ELEMENT_NODE || is_any(n, hidden))
		return false;
	if (h->note == NULL && (id = attribute(h->b.arena, n, "id")) != NULL && !is(n, "a")) {
		const char *label = xmlHashLookup(h->note_of, (const xmlChar *)id);
		if (label != NULL) {
			block_edge(h);
			h->note = label;
			h->note_node = n;
		}
	}
	if ((kind = inline_kind(n)) >= 0) {
		open_mark(h, (enum mark_kind)kind, NULL);
	} else if (is(n, "a")) {
		return open_link(h, n);
	} else if (is(n, "br")) {
		if (h->in_row)
			h->space = true;
		else
			end_line(h);
	} else if (is(n, "img")) {
		const char *alt = attribute(h->b.arena, n, "alt"), *src = attribute(h->b.arena, n, "src");
		open_mark(h, MARK_IMAGE, src != NULL ? src : "");
		if (alt != NULL && alt[0] != '\0')
			put(h, n, alt, strlen(alt));
		build_close(&h->b, MARK_IMAGE);
	} else if (is(n, "table")) {
		apart(h);
		h->tables++;
	} else if (is(n, "tr")) {
		end_line(h);
		h->in_row = true;
		h->row_head = false;
		h->cells = h->tabs = 0;
		h->b.line.para++;
	} else if (is(n, "td") || is(n, "th")) {
		open_cell(h, n);
	} else if (is(n, "ol") || is(n, "ul")) {
		if (h->lists > 0)
			block_edge(h);
		else
			apart(h);
		open_list(h, n);
	} else if (is(n, "li")) {
		block_edge(h);
		open_item(h, n);
	} else if (is(n, "blockquote")) {
		apart(h);
		h->quotes++;
	} else if (is(n, "pre")) {
		apart(h);
		h->pre++;
	} else if (heading_level(n) > 0) {
		apart(h);
		h->heading = heading_level(n);
	} else if (is(n, "p")) {
		if (n->prev != NULL || n->parent == NULL || !is(n->parent, "li"))
			apart(h); /* the first paragraph of an item stands behind its number */
	} else if (is_any(n, blocks)) {
		block_edge(h);
	}
	return true;
}

static void
leave(struct html *h, const xmlNode *n)
{
	int kind = inline_kind(n);
	if (kind >= 0) {
		build_close(&h->b, (enum mark_kind)kind);
	} else if (is(n, "a")) {
		build_close(&h->b, MARK_LINK);
	} else if (is(n, "tr")) {
		end_line(h);
		h->in_row = h->row_head = false;
		h->tabs = 0;
	} else if (is(n, "table") || is(n, "p")) {
		apart(h);
	} else if (is(n, "li") || is_any(n, blocks)) {
		block_edge(h);
	} else if (is(n, "ol") || is(n, "ul")) {
		apart(h);
		h->lists -= h->lists > 0;
	} else if (is(n, "blockquote")) {
		apart(h);
		h->quotes--;
	} else if (is(n, "pre")) {
		apart(h);
		h->pre--;
	} else if (heading_level(n) > 0) {
		apart(h);
		h->heading = 0;
	}
	if (n == h->note_node) {
		block_edge(h);
		h->note = NULL;
		h->note_node = NULL;
	}
}

/* Document order with enter and leave; false after a report when it is too deep. */
static bool
walk(struct html *h, const xmlNode *root)
{
	unsigned depth = 0;
	for (const xmlNode *n = root; n != NULL;) {
		bool into = enter(h, n) && n->children != NULL;
		if (into && ++depth > HTML_DEPTH) {
			diag(h->b.diag, DIAG_SRC_DEPTH,
			     (struct pos){h->b.draft->name, (unsigned)xmlGetLineNo(n), 0},
			     "more than %d elements inside each other; simplify the HTML", HTML_DEPTH);
			return false;
		}
		if (into) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL) {
			if (n->type == XML_ELEMENT_NODE)
				leave(h, n);
			n = n->parent;
			depth--;
		}
		if (n->type == XML_ELEMENT_NODE)
			leave(h, n);
		n = n != root ? n->next : NULL;
	}
	return true;
}

bool
html_lines(struct arena *a, struct draft *draft, const struct decoded *in, struct diag *d)
{
	struct html h = {.b = {.arena = a, .draft = draft, .diag = d, .packed = true}};
	bool ok = false;
	htmlDocPtr doc = htmlReadMemory(in->text.s, (int)in->text.n, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
	    HTML_PARSE_COMPACT);
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	h.note_of = xmlHashCreate(64);
	if (root != NULL) {
		draft->lang = attribute(a, root, "lang");
		if (draft->lang == NULL)
			draft->lang = attribute(a, root, "xml:lang");
		ok = true;
	}
	for (const xmlNode *n = doc != NULL ? doc->children : NULL; ok && n != NULL; n = n->next)
		ok = walk(&h, n);
	if (ok || root == NULL) {
		end_line(&h);
		ok = build_finish(&h.b);
	}
	xmlHashFree(h.note_of, NULL);
	if (doc != NULL)
		xmlFreeDoc(doc);
	return ok;
}
