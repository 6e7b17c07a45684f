/* SPDX-License-Identifier: MIT */
/*
 * html_in.c - HTML to lines, through libxml2's forgiving parser; nothing is fetched.
 *
 * The walk keeps no stack of its own: parents are known, and what an element began its end tag
 * takes back.  White space folds as a browser folds it.  What an element does is in one table.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>

#include "source/html.h"

#define HTML_DEPTH 250   /* elements inside each other */
#define ROWS_MOST 1000   /* of a cell, and columns */
#define SPANS_OPEN 200   /* cells over several rows that are looked back at */

const char *
html_attribute(struct arena *a, const xmlNode *n, const char *name)
{
	if (n->properties == NULL)
		return NULL;
	xmlChar *v = xmlGetProp(n, (const xmlChar *)name);
	const char *copy = v != NULL ? arena_strdup(a, (const char *)v) : NULL;
	xmlFree(v);
	return copy;
}

bool
html_is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcasecmp((const char *)n->name, name) == 0;
}

struct span
html_style(struct html *h, const xmlNode *n, const char *property)
{
	const char *style = html_attribute(h->b.arena, n, "style");
	return tag_style(span_of(style), property);
}

long
html_number(struct html *h, const xmlNode *n, const char *name, long least, long most, long otherwise)
{
	const char *s = html_attribute(h->b.arena, n, name);
	char *end;
	long v = s != NULL ? strtol(s, &end, 10) : 0;
	return s == NULL || end == s || v < least ? otherwise : v > most ? most : v;
}

/* ---- lines and text ---- */

static enum line_kind
list_kind(const struct html *h)
{
	return h->list[h->lists - 1].type == '*' ? LINE_BULLET : LINE_ITEM;
}

/* Lists around the innermost quote. */
static unsigned
quoted_lists(const struct html *h)
{
	return h->quotes == 0 ? 0 : h->quoted[(h->quotes < FORM_DEPTH ? h->quotes : FORM_DEPTH) - 1];
}

static void
end_line(struct html *h)
{
	struct line *l = &h->b.line;
	l->kind = h->in_row ? (h->row_head ? LINE_ROW_HEAD : LINE_ROW)
	        : h->heading > 0 ? LINE_HEADING
	        : h->note != NULL ? LINE_NOTE
	        : h->captions > 0 ? LINE_CAPTION
	        : h->pre > 0 ? LINE_CODE
	        : h->lists > quoted_lists(h) ? list_kind(h)
	        : h->quotes > 0 ? LINE_QUOTE : LINE_TEXT;
	l->level = (uint8_t)(h->in_row ? (h->tables > 255 ? 255 : h->tables) : h->heading > 0 ? h->heading : h->lists);
	l->lists = (uint8_t)h->lists;
	l->list = h->lists > 0 ? h->list[h->lists - 1].number : 0;
	l->quotes = (uint8_t)(h->quotes > FORM_DEPTH ? FORM_DEPTH : h->quotes);
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

void
html_open_mark(struct html *h, enum mark_kind kind, const char *target)
{
	if (h->b.open)
		put_space(h);
	build_open(&h->b, kind, target);
}

/* Text or a picture of this node is about to come: its line, what is due before it. */
static void
before_text(struct html *h, const xmlNode *n)
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
}

void
html_put(struct html *h, const xmlNode *n, const char *s, size_t len)
{
	before_text(h, n);
	build_packed(&h->b, s, len);
}

static bool
folds(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Text whose blanks and line ends stand as they are. */
static void
put_lines(struct html *h, const xmlNode *n, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		size_t from = i;
		while (i < len && s[i] != '\n')
			i++;
		if (i > from)
			html_put(h, n, s + from, i - from);
		if (i < len)
			end_line(h);
	}
}

static void
put_text(struct html *h, const xmlNode *n)
{
	const char *s = (const char *)n->content;
	size_t len = s != NULL ? strlen(s) : 0;
	if (h->pre > 0 && !h->in_row) {
		put_lines(h, n, s, len);
		return;
	}
	size_t lead = h->note != NULL && h->note_lead ? html_note_lead(h, s, len) : 0;
	for (size_t i = lead; i < len;) {
		size_t from = i;
		while (i < len && folds(s[i]))
			i++;
		h->space |= i > from;
		from = i; /* single blanks between words stand as they are */
		while (i < len && (!folds(s[i]) || (s[i] == ' ' && i + 1 < len && !folds(s[i + 1]))))
			i++;
		if (i > from)
			html_put(h, n, s + from, i - from);
	}
}

void
html_block_edge(struct html *h)
{
	if (h->in_row) {
		h->space = true;
		return;
	}
	end_line(h);
	h->b.line.para++;
}

void
html_apart(struct html *h)
{
	html_block_edge(h);
	h->blank = !h->in_row;
}

/* ---- what the elements do: true when the children are to be walked ---- */

static void
leave_block(struct html *h, const xmlNode *n)
{
	(void)n;
	html_block_edge(h);
}

static bool
enter_paragraph(struct html *h, const xmlNode *n)
{
	/* the first paragraph of an item stands behind its number */
	if (n->prev != NULL || n->parent == NULL || !(html_is(n->parent, "li") || html_is(n->parent, "dd")))
		html_apart(h);
	return true;
}

static void
leave_apart(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
}

static void
leave_link(struct html *h, const xmlNode *n)
{
	(void)n;
	build_close(&h->b, MARK_LINK);
}

/* A break on an empty line parts paragraphs, as a browser shows it. */
static bool
enter_break(struct html *h, const xmlNode *n)
{
	size_t lines = h->b.draft->nline;
	(void)n;
	if (h->in_row) {
		h->space = true;
		return true;
	}
	end_line(h);
	if (h->b.draft->nline == lines) {
		h->b.line.para++;
		h->blank = true;
	}
	return true;
}

static bool
enter_picture(struct html *h, const xmlNode *n)
{
	const char *words = html_attribute(h->b.arena, n, "alt"), *src = html_attribute(h->b.arena, n, "src");
	before_text(h, n);
	build_image(&h->b, src != NULL ? src : "", words != NULL && words[0] != '\0' ? words : NULL, 0);
	return true;
}

static bool
lose_drawing(struct html *h, const xmlNode *n)
{
	source_lose_picture(h->b.arena, h->b.draft, (uint32_t)xmlGetLineNo(n), 0,
	    "a drawing within the page; save it as a file beside the draft and name it in <img>", h->b.diag);
	return false;
}

/* A browser sets the head of a table over its rows and the foot below them, wherever they are written. */
static void
order_rows(xmlNode *table)
{
	xmlNode *first = table->children, *foot = NULL, *head = NULL;
	while (first != NULL && !html_is(first, "tbody") && !html_is(first, "tr") && !html_is(first, "tfoot") &&
	       !html_is(first, "thead"))
		first = first->next;
	for (xmlNode *n = first; n != NULL; n = n->next) {
		head = head == NULL && html_is(n, "thead") ? n : head;
		foot = foot == NULL && html_is(n, "tfoot") ? n : foot;
	}
	if (head != NULL && head != first)
		xmlAddPrevSibling(first, head);
	if (foot != NULL && foot->next != NULL)
		xmlAddNextSibling(table->last, foot);
}

static bool
enter_table(struct html *h, const xmlNode *n)
{
	order_rows((xmlNode *)(uintptr_t)n);
	h->inner += h->in_row;
	if (h->in_row)
		build_omit(&h->b, OMIT_NESTED_TABLE, (uint32_t)xmlGetLineNo(n));
	html_apart(h);
	h->tables += !h->in_row;
	if (!h->in_row)
		h->table_line = (uint32_t)h->b.draft->nline;
	return true;
}

static void
leave_table(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
	h->inner -= h->inner > 0;
}

static bool
enter_head(struct html *h, const xmlNode *n)
{
	(void)n;
	h->thead = true;
	return true;
}

static void
leave_head(struct html *h, const xmlNode *n)
{
	(void)n;
	h->thead = false;
}

static bool
enter_row(struct html *h, const xmlNode *n)
{
	(void)n;
	if (h->inner > 0) {
		h->space = true;
		return true;
	}
	end_line(h);
	h->in_row = true;
	h->row_head = h->thead;
	h->cells = h->tabs = 0;
	h->b.line.para++;
	return true;
}

/* A row without text is no line: cells that reach into it from above take one row less. */
static void
shorten_spans(struct html *h, uint32_t line)
{
	struct cell_span *s = h->b.draft->span;
	size_t n = h->b.draft->nspan;
	for (size_t i = n; i > 0 && n - i < SPANS_OPEN && s[i - 1].line >= h->table_line; i--)
		s[i - 1].rows -= s[i - 1].rows > 1 && s[i - 1].line + s[i - 1].rows > line;
}

static void
leave_row(struct html *h, const xmlNode *n)
{
	(void)n;
	if (h->inner > 0)
		return;
	uint32_t line = (uint32_t)h->b.draft->nline;
	end_line(h);
	if (h->b.draft->nline == line)
		shorten_spans(h, line);
	h->in_row = h->row_head = false;
	h->tabs = 0;
}

static bool
enter_cell(struct html *h, const xmlNode *n)
{
	if (h->inner > 0 || !h->in_row) {
		html_block_edge(h);
		return true;
	}
	bool head = html_is(n, "th");
	unsigned cols = (unsigned)html_number(h, n, "colspan", 1, ROWS_MOST, 1);
	unsigned rows = (unsigned)html_number(h, n, "rowspan", 0, ROWS_MOST, 1);
	rows = rows == 0 ? ROWS_MOST : rows; /* to the end of the table */
	h->tabs += h->cells > 0;
	h->row_head = h->thead || (head && (h->cells == 0 || h->row_head));
	if (head || cols > 1 || rows > 1)
		build_span(&h->b, h->cells, cols, rows, head);
	h->cells++;
	h->space = false;
	return true;
}

static bool
enter_quote(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
	if (h->quotes < FORM_DEPTH)
		h->quoted[h->quotes] = h->lists;
	h->quotes++;
	return true;
}

static void
leave_quote(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
	h->quotes--;
}

static bool
enter_pre(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
	h->pre++;
	return true;
}

static void
leave_pre(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
	h->pre--;
}

static bool
enter_caption(struct html *h, const xmlNode *n)
{
	(void)n;
	html_block_edge(h);
	h->captions++;
	return true;
}

static void
leave_caption(struct html *h, const xmlNode *n)
{
	(void)n;
	html_block_edge(h);
	h->captions--;
}

static bool
enter_heading(struct html *h, const xmlNode *n)
{
	html_apart(h);
	h->heading = (unsigned)(n->name[1] - '0');
	return true;
}

static void
leave_heading(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
	h->heading = 0;
}

/* The signs of fractions and roots are drawn, not written; what stands over or under another is told. */
static bool
enter_built(struct html *h, const xmlNode *n)
{
	build_omit(&h->b, OMIT_FORMULA, (uint32_t)xmlGetLineNo(n));
	return true;
}

/* Of a base and what is raised or lowered beside it, the second child is that. */
static bool
enter_script(struct html *h, const xmlNode *n)
{
	(void)h;
	for (xmlNode *c = n->children, *base = NULL; c != NULL; c = c->next) {
		if (c->type == XML_ELEMENT_NODE && base != NULL)
			xmlNodeSetName(c, BAD_CAST(html_is(n, "msup") ? "sup" : "sub"));
		base = c->type == XML_ELEMENT_NODE ? c : base;
	}
	return true;
}

/* Drop the text of a node; whether there is more than blanks. */
static bool
drop_text(struct html *h, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	size_t characters = s != NULL ? utf8_count(span_of((const char *)s)) : 0;
	bool some = s != NULL && span_trim(span_of((const char *)s)).n > 0;
	build_drop(&h->b, characters);
	xmlFree(s);
	return some;
}

/* Children are not walked; their text, where there is some, is told. */
static bool
leave_out(struct html *h, const xmlNode *n, enum omission kind)
{
	if (drop_text(h, n))
		build_omit(&h->b, kind, (uint32_t)xmlGetLineNo(n));
	return false;
}

static bool
enter_reading(struct html *h, const xmlNode *n)
{
	return leave_out(h, n, OMIT_RUBY);
}

/* Brackets for browsers that cannot set readings beside characters. */
static bool
drop_brackets(struct html *h, const xmlNode *n)
{
	drop_text(h, n);
	return false;
}

static bool
enter_dialog(struct html *h, const xmlNode *n)
{
	if (html_attribute(h->b.arena, n, "open") == NULL)
		return leave_out(h, n, OMIT_HIDDEN);
	html_block_edge(h);
	return true;
}

/* A browser puts the marks; within others they are single ones. */
static bool
enter_spoken(struct html *h, const xmlNode *n)
{
	html_put(h, n, h->spoken++ % 2 == 0 ? "\xE2\x80\x9C" : "\xE2\x80\x98", 3);
	return true;
}

static void
leave_spoken(struct html *h, const xmlNode *n)
{
	h->space = false;
	html_put(h, n, --h->spoken % 2 == 0 ? "\xE2\x80\x9D" : "\xE2\x80\x99", 3);
}

/* A box to tick; what else can be typed or pressed is told. */
static bool
enter_input(struct html *h, const xmlNode *n)
{
	const char *type = html_attribute(h->b.arena, n, "type");
	bool ticked = xmlHasProp((xmlNode *)(uintptr_t)n, BAD_CAST "checked") != NULL;
	if (type != NULL && (strcasecmp(type, "checkbox") == 0 || strcasecmp(type, "radio") == 0))
		html_put(h, n, ticked ? "\xE2\x98\x92" : "\xE2\x98\x90", 3);
	else if (type == NULL || strcasecmp(type, "hidden") != 0)
		build_omit(&h->b, OMIT_CONTROL, (uint32_t)xmlGetLineNo(n));
	return false;
}

static const struct element {
	const char *name;
	bool (*enter)(struct html *, const xmlNode *);
	void (*leave)(struct html *, const xmlNode *); /* or NULL */
} elements[] = {
    /* by name; of the others, tags.c tells what they are */
    {"a", html_link, leave_link}, {"blockquote", enter_quote, leave_quote}, {"br", enter_break, NULL},
    {"caption", enter_caption, leave_caption}, {"dialog", enter_dialog, leave_block},
    {"dir", html_enter_list, html_leave_list},
    {"dl", html_enter_list, html_leave_list}, {"dt", html_enter_item, leave_block},
    {"figcaption", enter_caption, leave_caption}, {"img", enter_picture, NULL}, {"input", enter_input, NULL},
    {"li", html_enter_item, leave_block}, {"menu", html_enter_list, html_leave_list},
    {"mfrac", enter_built, NULL}, {"mover", enter_built, NULL},
    {"mroot", enter_built, NULL}, {"msqrt", enter_built, NULL}, {"msub", enter_script, NULL},
    {"msup", enter_script, NULL}, {"mtable", enter_built, NULL}, {"munder", enter_built, NULL},
    {"munderover", enter_built, NULL}, {"ol", html_enter_list, html_leave_list}, {"p", enter_paragraph, leave_apart},
    {"pre", enter_pre, leave_pre}, {"q", enter_spoken, leave_spoken}, {"rp", drop_brackets, NULL},
    {"rt", enter_reading, NULL},
    {"svg", lose_drawing, NULL}, {"table", enter_table, leave_table}, {"td", enter_cell, NULL},
    {"th", enter_cell, NULL}, {"thead", enter_head, leave_head}, {"tr", enter_row, leave_row},
    {"ul", html_enter_list, html_leave_list},
};

static int
by_name(const void *name, const void *element)
{
	return strcasecmp(name, ((const struct element *)element)->name);
}

static const struct element *
element_of(const xmlNode *n)
{
	return n->type != XML_ELEMENT_NODE ? NULL
	    : bsearch(n->name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
}

static enum tag_kind
kind_of(const xmlNode *n, enum mark_kind *mark)
{
	return tag_find(span_of((const char *)n->name), mark);
}

/* What a page does not show: by the attribute, by a style of the element's own, else by the sheets. */
static bool
is_hidden(struct html *h, const xmlNode *n)
{
	const char *style = html_attribute(h->b.arena, n, "style");
	if (xmlHasProp((xmlNode *)(uintptr_t)n, BAD_CAST "hidden") != NULL || tag_hides(span_of(style)))
		return true;
	return tag_style(span_of(style), "display").n == 0 && html_sheets_hide(h, n);
}

/* ---- the walk ---- */

/* An element that is not in the table here. */
static bool
enter_other(struct html *h, const xmlNode *n)
{
	enum mark_kind mark;
	switch (kind_of(n, &mark)) {
	case TAG_MARK: html_open_mark(h, mark, NULL); return true;
	case TAG_BLOCK: html_block_edge(h); return true;
	case TAG_HEADING: return enter_heading(h, n);
	case TAG_CODE: return false;
	case TAG_HIDDEN: return leave_out(h, n, OMIT_HIDDEN);
	case TAG_CONTROL: return leave_out(h, n, OMIT_CONTROL);
	case TAG_EMBEDDED: build_omit(&h->b, OMIT_EMBEDDED, (uint32_t)xmlGetLineNo(n)); return false;
	case TAG_STRUCK: build_omit(&h->b, OMIT_STRUCK, (uint32_t)xmlGetLineNo(n)); return true;
	default: return true;
	}
}

static void
leave_other(struct html *h, const xmlNode *n)
{
	enum mark_kind mark;
	enum tag_kind kind = kind_of(n, &mark);
	if (kind == TAG_MARK)
		build_close(&h->b, mark);
	else if (kind == TAG_BLOCK)
		html_block_edge(h);
	else if (kind == TAG_HEADING)
		leave_heading(h, n);
}

/* False when the children are not to be walked. */
static bool
enter(struct html *h, const xmlNode *n)
{
	if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
		put_text(h, n);
	if (n->type != XML_ELEMENT_NODE)
		return false;
	if (is_hidden(h, n)) {
		h->hidden = n;
		return leave_out(h, n, OMIT_HIDDEN);
	}
	if (h->note == NULL && html_note(n) != NULL) {
		html_block_edge(h);
		h->note = html_note(n);
		h->note_node = n;
		h->note_lead = true;
	}
	const struct element *e = element_of(n);
	return e != NULL ? e->enter(h, n) : enter_other(h, n);
}

static void
leave(struct html *h, const xmlNode *n)
{
	const struct element *e = element_of(n);
	if (n == h->hidden)
		return;
	if (e != NULL && e->leave != NULL)
		e->leave(h, n);
	else if (e == NULL)
		leave_other(h, n);
	if (n == h->note_node) {
		html_block_edge(h);
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
	struct span text = html_clean(a, (struct span){in->text.s, in->text.n});
	htmlDocPtr doc = htmlReadMemory(text.s, (int)text.n, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
	    HTML_PARSE_COMPACT);
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	h.by_id = xmlHashCreate(64);
	if (root != NULL) {
		draft->lang = html_attribute(a, root, "lang");
		if (draft->lang == NULL)
			draft->lang = html_attribute(a, root, "xml:lang");
		html_anchors(&h, root);
		html_sheets(&h, root);
		ok = true;
	}
	for (const xmlNode *n = doc != NULL ? doc->children : NULL; ok && n != NULL; n = n->next)
		ok = walk(&h, n);
	if (ok || root == NULL) {
		end_line(&h);
		ok = build_finish(&h.b);
		build_report_omissions(&h.b);
	}
	if (ok) {
		struct open_tables open = {0};
		html_open_tables((struct span){in->text.s, in->text.n}, &open);
		open_tables_report(&open, &h.b);
	}
	xmlHashFree(h.by_id, NULL);
	if (doc != NULL)
		xmlFreeDoc(doc);
	return ok;
}
