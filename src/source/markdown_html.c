/* SPDX-License-Identifier: MIT */
/*
 * markdown_html.c - HTML inside Markdown: tables, <sup>, <br> and the like mean something, every
 * other tag is mark-up; the text between tags is text.  Tags may be cut by line ends.
 */
#include "source/markdown.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>

#define TAG_MOST 4096 /* bytes of a tag */

static bool
html_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '/';
}

uint32_t
entity_value(struct arena *a, struct span s)
{
	if (s.n < 4 || s.s[0] != '&' || s.s[s.n - 1] != ';')
		return 0;
	const char *name = arena_strndup(a, s.s + 1, s.n - 2);
	if (name[0] == '#') {
		bool hex = name[1] == 'x' || name[1] == 'X';
		unsigned long v = strtoul(name + 1 + hex, NULL, hex ? 16 : 10);
		return v > 0x10FFFF || (v >= 0xD800 && v < 0xE000) ? 0 : (uint32_t)v;
	}
	const htmlEntityDesc *e = htmlEntityLookup((const xmlChar *)name);
	return e != NULL ? e->value : 0;
}

void
reader_entity(struct reader *r, uint32_t at, size_t n)
{
	uint32_t c = entity_value(r->b.arena, (struct span){r->in->s + at, n});
	if (c == 0) {
		reader_put(r, at, n);
	} else if (!decode_drops(c) && (r->b.open || !decode_directs(c))) {
		char out[5] = "";
		utf8_put(c == '\n' || c == '\t' ? ' ' : c, out);
		reader_put_sign(r, at, n, out);
	}
}

/* Text between tags, with its entities; blanks around line ends of the source are no text. */
static void
html_text(struct reader *r, uint32_t at, size_t n)
{
	struct span s = {r->in->s + at, n};
	if (!r->b.open || span_trim(s).n == 0) {
		size_t skip = 0;
		while (skip < n && (s.s[skip] == ' ' || s.s[skip] == '\t' || s.s[skip] == '\n'))
			skip++;
		at += (uint32_t)skip;
		n -= skip;
	}
	while (n > 0 && r->in->s[at + n - 1] == '\n')
		n--;
	for (size_t i = 0; i < n;) {
		const char *p = r->in->s + at + i;
		const char *amp = memchr(p, '&', n - i);
		size_t plain = amp != NULL ? (size_t)(amp - p) : n - i;
		reader_put(r, at + (uint32_t)i, plain);
		i += plain;
		if (i >= n)
			break;
		size_t most = n - i < 40 ? n - i : 40;
		const char *end = memchr(amp, ';', most);
		size_t len = end != NULL ? (size_t)(end - amp) + 1 : 1;
		reader_entity(r, at + (uint32_t)i, len);
		i += len;
	}
}

static size_t
past_blanks(struct span tag, size_t i)
{
	while (i < tag.n && html_blank(tag.s[i]))
		i++;
	return i;
}

/* Does the tag have the attribute?  Its value is empty where none is given, as with "hidden". */
static bool
has_attribute(struct span tag, const char *name, struct span *value)
{
	size_t i = 1;
	while (i < tag.n && !html_blank(tag.s[i]))
		i++;
	while ((i = past_blanks(tag, i)) < tag.n) {
		size_t from = i;
		while (i < tag.n && !html_blank(tag.s[i]) && tag.s[i] != '=' && tag.s[i] != '>')
			i++;
		struct span said = span_sub(tag, from, i);
		i = past_blanks(tag, i);
		*value = (struct span){"", 0};
		if (i < tag.n && tag.s[i] == '=') {
			for (i++; i < tag.n && strchr(" \t\n", tag.s[i]) != NULL;)
				i++;
			char quote = i < tag.n ? tag.s[i] : '\0';
			bool quoted = quote == '"' || quote == '\'';
			from = i += quoted;
			while (i < tag.n && (quoted ? tag.s[i] != quote : strchr(" \t\n>", tag.s[i]) == NULL))
				i++;
			*value = span_sub(tag, from, i);
		}
		if (tag_is(said, name))
			return true;
		i += said.n == 0 || (i < tag.n && (tag.s[i] == '"' || tag.s[i] == '\''));
	}
	return false;
}

/* The value of an attribute such as colspan="2"; empty when it is not there. */
static struct span
attribute(struct span tag, const char *name)
{
	struct span value;
	return has_attribute(tag, name, &value) ? value : (struct span){"", 0};
}

/* An attribute's value with its entities; NULL when it is empty. */
static const char *
text_attribute(struct arena *a, struct span tag, const char *name)
{
	struct span s = attribute(tag, name);
	struct buf out = {0};
	for (size_t i = 0; i < s.n;) {
		struct span rest = span_sub(s, i, s.n);
		const char *end = rest.s[0] == '&' ? memchr(rest.s, ';', rest.n < 40 ? rest.n : 40) : NULL;
		size_t len = end != NULL ? (size_t)(end - rest.s) + 1 : 1;
		uint32_t c = end != NULL ? entity_value(a, span_sub(rest, 0, len)) : 0;
		if (c != 0)
			buf_addu(&out, c);
		else
			buf_add(&out, rest.s, len);
		i += len;
	}
	const char *copy = out.n > 0 ? arena_strndup(a, out.data, out.n) : NULL;
	buf_free(&out);
	return copy;
}

/* The number of an attribute, at most the tag's length; 1 when it is not there. */
static unsigned
number_attribute(struct span tag, const char *name)
{
	struct span s = attribute(tag, name);
	size_t v = 0;
	for (size_t i = 0; i < s.n && s.s[i] >= '0' && s.s[i] <= '9' && v < tag.n; i++)
		v = 10 * v + (size_t)(s.s[i] - '0');
	return (unsigned)(v < 1 ? 1 : v < tag.n ? v : tag.n);
}

/* A block begins or ends; a heading has a level. */
static void
block_tag(struct reader *r, unsigned heading)
{
	reader_break(r);
	r->b.line.para += !r->in_row;
	r->heading = r->in_row ? r->heading : heading;
}

/* What is said of an element of a kind; OMIT_KINDS for nothing. */
static enum omission
omitted(enum tag_kind kind)
{
	switch (kind) {
	case TAG_STRUCK: return OMIT_STRUCK;
	case TAG_EMBEDDED: return OMIT_EMBEDDED;
	case TAG_HIDDEN: return OMIT_HIDDEN;
	case TAG_CONTROL: return OMIT_CONTROL;
	default: return OMIT_KINDS;
	}
}

/* The element of that name, which begins here, holds no text. */
static void
hide(struct reader *r, struct span name)
{
	r->html = HTML_HIDDEN;
	r->hidden = name;
	r->nested = 0;
}

/* Tags that mean the same wherever they stand; the name is of the input. */
static void
other_tag(struct reader *r, struct span name, bool close)
{
	enum mark_kind mark;
	enum tag_kind kind = tag_find(name, &mark);
	if (kind == TAG_MARK && close)
		build_close(&r->b, mark);
	else if (kind == TAG_MARK)
		build_open(&r->b, mark, NULL);
	else if (kind == TAG_BLOCK || kind == TAG_HEADING)
		block_tag(r, kind == TAG_HEADING && !close ? (unsigned)(name.s[1] - '0') : 0);
	if ((kind == TAG_CODE || kind == TAG_HIDDEN || kind == TAG_CONTROL) && !close)
		hide(r, name);
	if (!close && omitted(kind) != OMIT_KINDS)
		build_omit(&r->b, omitted(kind), reader_line(r, (uint32_t)(name.s - r->in->s)));
}

/* A browser puts quotation marks for a tag. */
static void
spoken_tag(struct reader *r, uint32_t at, bool close)
{
	static const char *const marks[] = {"\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x9D", "\xE2\x80\x99"};
	const uint32_t origin[3] = {r->in->origin[at], r->in->origin[at], r->in->origin[at]};
	if (at < r->next)
		return;
	r->spoken -= close && r->spoken > 0;
	reader_before_text(r, at);
	build_traced(&r->b, marks[2 * close + r->spoken % 2], origin, 3);
	r->spoken += !close;
	r->next = at + 1;
}

static void
list_tag(struct reader *r, bool close, bool ordered)
{
	reader_break(r);
	r->b.line.para += !r->in_row;
	if (close && r->html_lists > 0) {
		r->b.line.opens = false;
		r->html_lists--;
		r->items--;
	} else if (!close && !r->in_row && r->items < FORM_DEPTH) {
		reader_list(r, ordered);
		r->html_lists++;
	}
}

/* An element that is not shown, as it or its own style says; one without an end tag holds nothing. */
static bool
hides(struct span tag, struct span name)
{
	struct span value;
	return (has_attribute(tag, "hidden", &value) || tag_hides(attribute(tag, "style"))) && !tag_is(name, "br") &&
	       !tag_is(name, "img") && !tag_is(name, "hr") && !tag_is(name, "input");
}

/* A tag of a table: outside of one there are no rows and cells, and it only parts what is before and behind it. */
static void
table_tag(struct reader *r, struct span s, struct span name, bool close)
{
	bool head = tag_is(name, "th");
	if (tag_is(name, "table")) {
		reader_row_end(r);
		r->tables += !close;
		open_tables_tag(&r->open, close, reader_line(r, (uint32_t)(s.s - r->in->s)));
	} else if (r->open.n == 0 && !r->in_row) {
		reader_end_line(r);
	} else if (tag_is(name, "tr")) {
		if (close)
			reader_row_end(r);
		else
			reader_row_begin(r, false);
	} else if (!close) {
		if (!r->in_row)
			reader_row_begin(r, false);
		r->row_head = head && (r->cells == 0 || r->row_head);
		reader_cell(r, number_attribute(s, "colspan"), number_attribute(s, "rowspan"), head);
	}
}

/* A tag: s starts with '<' and ends behind '>', or with the piece. */
static void
html_tag(struct reader *r, struct span s)
{
	bool close = s.n > 1 && s.s[1] == '/';
	size_t from = 1 + close, to = from;
	while (to < s.n && ((s.s[to] | 0x20) >= 'a' ? (s.s[to] | 0x20) <= 'z' : s.s[to] >= '0' && s.s[to] <= '9'))
		to++;
	struct span name = span_sub(s, from, to);
	if (!close && hides(s, name)) {
		hide(r, name);
		build_omit(&r->b, OMIT_HIDDEN, reader_line(r, (uint32_t)(s.s - r->in->s)));
		return;
	}
	if (tag_is(name, "td") || tag_is(name, "th") || tag_is(name, "tr") || tag_is(name, "table")) {
		table_tag(r, s, name, close);
	} else if (tag_is(name, "img")) {
		const char *src = text_attribute(r->b.arena, s, "src");
		reader_image(r, (uint32_t)(s.s - r->in->s), src != NULL ? src : "", text_attribute(r->b.arena, s, "alt"));
	} else if (tag_is(name, "q")) {
		spoken_tag(r, (uint32_t)(s.s - r->in->s), close);
	} else if (tag_is(name, "br") || tag_is(name, "p") || tag_is(name, "li")) {
		bool empty = !r->b.open;
		reader_break(r);
		r->b.line.para += !r->in_row && (empty || !tag_is(name, "br"));
		if (tag_is(name, "li") && r->html_lists > 0)
			r->b.line.opens = !close;
	} else if (tag_is(name, "ul") || tag_is(name, "ol")) {
		list_tag(r, close, tag_is(name, "ol"));
	} else {
		other_tag(r, name, close);
	}
}

/* Where the tag that closes the hidden element begins: others of its name may stand in it, but in no script. */
static size_t
hidden_end(struct reader *r, struct span s)
{
	enum mark_kind mark;
	bool nests = tag_find(r->hidden, &mark) != TAG_CODE;
	const char *p = s.s;
	for (size_t i; (i = (size_t)(p - s.s)) < s.n && (p = memchr(p, '<', s.n - i)) != NULL; p++) {
		i = (size_t)(p - s.s);
		bool close = i + 1 < s.n && p[1] == '/';
		struct span rest = span_sub(s, i + 1 + close, s.n);
		char behind = rest.n > r->hidden.n ? rest.s[r->hidden.n] : '>';
		if (rest.n < r->hidden.n || !(html_blank(behind) || behind == '>') ||
		    strncasecmp(rest.s, r->hidden.s, r->hidden.n) != 0)
			continue;
		if (close && r->nested == 0)
			return i;
		r->nested += nests && !close;
		r->nested -= nests && close;
	}
	return SIZE_MAX;
}

/* Behind the end of what cannot hold text; n when it goes on in the next piece. */
static size_t
skip_hidden(struct reader *r, struct span s)
{
	bool tag = r->html == HTML_HIDDEN; /* its closing tag is read as one */
	struct span end = r->html == HTML_TAG ? SPAN_LIT(">") : SPAN_LIT("-->");
	size_t at = tag ? hidden_end(r, s) : span_find(s, end);
	if (at == SIZE_MAX)
		return s.n;
	r->html = HTML_TEXT;
	return tag ? at : at + end.n;
}

/* Comments by which converters say what they saw and did not take: pictures, formulas, ends of pages. */
static void
comment(struct reader *r, uint32_t at, struct span s)
{
	size_t end = span_find(s, SPAN_LIT("-->"));
	struct span said = span_trim(span_sub(s, 4, end != SIZE_MAX ? end : 4));
	if (span_is(said, "PageBreak") && r->b.line.page == 0)
		r->b.line.page = 1;
	r->b.line.page += span_is(said, "PageBreak");
	if (span_is(said, "image") || span_is(said, "formula-not-decoded"))
		source_lose_picture(r->b.arena, r->b.draft, reader_line(r, at), r->b.line.page,
		    "the converter saw a picture or formula here and left it out; put a picture file beside the draft "
		    "and name it: ![what it shows](file.png)", r->b.diag);
}

/* The end of the tag that s begins with, within so many bytes; in quotation marks there is none. */
static const char *
tag_end(struct span s, size_t most)
{
	char quote = '\0';
	for (size_t i = 1; i < most; i++) {
		char c = s.s[i];
		if (quote == '\0' && c == '>')
			return s.s + i;
		if (quote == '\0' && c == '<')
			break; /* no tag has that */
		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if ((c == '"' || c == '\'') && s.s[i - 1] == '=')
			quote = c;
	}
	return memchr(s.s, '>', most);
}

void
reader_html(struct reader *r, uint32_t at, size_t n)
{
	for (size_t i = 0; i < n;) {
		struct span s = {r->in->s + at + i, n - i};
		if (r->html != HTML_TEXT) {
			i += skip_hidden(r, s);
		} else if (span_starts(s, "<!--")) {
			comment(r, at + (uint32_t)i, s);
			r->html = HTML_COMMENT;
			i += 4;
		} else if (s.s[0] == '<') {
			/* a tag cut by line ends is whole in the input */
			size_t most = r->in->n - (at + i) < TAG_MOST ? r->in->n - (at + i) : TAG_MOST;
			const char *end = tag_end(s, most);
			size_t len = end != NULL ? (size_t)(end - s.s) + 1 : s.n;
			if (end == NULL || len > s.n)
				r->html = HTML_TAG;
			html_tag(r, (struct span){s.s, len});
			i += len < s.n ? len : s.n;
		} else {
			const char *end = memchr(s.s, '<', s.n);
			size_t len = end != NULL ? (size_t)(end - s.s) : s.n;
			html_text(r, at + (uint32_t)i, len);
			i += len;
		}
	}
}
