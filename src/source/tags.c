/* SPDX-License-Identifier: MIT */
/* tags.c - the elements of HTML, for the two forms that hold them: pages, and Markdown. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "source/forms.h"

#define NAME_MOST 16 /* bytes of a name looked for */

static const struct tag {
	const char *name;
	enum tag_kind kind;
	enum mark_kind mark;
} tags[] = {
    /* by name; what is not here is walked through, or is the reader's own affair */
    {"address", TAG_BLOCK, 0}, {"annotation", TAG_CODE, 0}, {"article", TAG_BLOCK, 0}, {"aside", TAG_BLOCK, 0},
    {"audio", TAG_EMBEDDED, 0}, {"b", TAG_MARK, MARK_STRONG}, {"body", TAG_BLOCK, 0}, {"button", TAG_CONTROL, 0},
    {"canvas", TAG_EMBEDDED, 0}, {"center", TAG_BLOCK, 0}, {"cite", TAG_MARK, MARK_EMPH},
    {"code", TAG_MARK, MARK_CODE}, {"datalist", TAG_CONTROL, 0}, {"dd", TAG_BLOCK, 0}, {"del", TAG_STRUCK, 0},
    {"details", TAG_BLOCK, 0}, {"dfn", TAG_MARK, MARK_EMPH}, {"div", TAG_BLOCK, 0}, {"dl", TAG_BLOCK, 0},
    {"dt", TAG_BLOCK, 0}, {"em", TAG_MARK, MARK_EMPH}, {"embed", TAG_EMBEDDED, 0}, {"fieldset", TAG_BLOCK, 0},
    {"figcaption", TAG_BLOCK, 0}, {"figure", TAG_BLOCK, 0}, {"footer", TAG_BLOCK, 0}, {"form", TAG_BLOCK, 0},
    {"h1", TAG_HEADING, 0}, {"h2", TAG_HEADING, 0}, {"h3", TAG_HEADING, 0}, {"h4", TAG_HEADING, 0},
    {"h5", TAG_HEADING, 0}, {"h6", TAG_HEADING, 0}, {"head", TAG_CODE, 0}, {"header", TAG_BLOCK, 0},
    {"hgroup", TAG_BLOCK, 0}, {"hr", TAG_BLOCK, 0}, {"i", TAG_MARK, MARK_EMPH}, {"iframe", TAG_EMBEDDED, 0},
    {"kbd", TAG_MARK, MARK_CODE}, {"legend", TAG_BLOCK, 0}, {"main", TAG_BLOCK, 0}, {"meter", TAG_CONTROL, 0},
    {"nav", TAG_BLOCK, 0}, {"noscript", TAG_HIDDEN, 0}, {"object", TAG_EMBEDDED, 0}, {"progress", TAG_CONTROL, 0},
    {"s", TAG_STRUCK, 0}, {"samp", TAG_MARK, MARK_CODE}, {"script", TAG_CODE, 0}, {"search", TAG_BLOCK, 0},
    {"section", TAG_BLOCK, 0}, {"select", TAG_CONTROL, 0}, {"strike", TAG_STRUCK, 0},
    {"strong", TAG_MARK, MARK_STRONG}, {"style", TAG_CODE, 0}, {"sub", TAG_MARK, MARK_SUB},
    {"summary", TAG_BLOCK, 0}, {"sup", TAG_MARK, MARK_SUP}, {"template", TAG_HIDDEN, 0},
    {"textarea", TAG_CONTROL, 0}, {"tt", TAG_MARK, MARK_CODE}, {"var", TAG_MARK, MARK_EMPH},
    {"video", TAG_EMBEDDED, 0}};

static int
by_name(const void *name, const void *tag)
{
	return strcasecmp(name, ((const struct tag *)tag)->name);
}

enum tag_kind
tag_find(struct span name, enum mark_kind *mark)
{
	char key[NAME_MOST];
	if (name.n == 0 || name.n >= sizeof key)
		return TAG_NONE;
	memcpy(key, name.s, name.n);
	key[name.n] = '\0';
	const struct tag *t = bsearch(key, tags, sizeof tags / sizeof *tags, sizeof *tags, by_name);
	*mark = t != NULL ? t->mark : MARK_EMPH;
	return t != NULL ? t->kind : TAG_NONE;
}

bool
tag_is(struct span name, const char *word)
{
	return name.n == strlen(word) && strncasecmp(name.s, word, name.n) == 0;
}

/* The next declaration of a style, "property: value"; false when there are no more. */
static bool
next_said(struct span *style, struct span *property, struct span *value)
{
	while (style->n > 0) {
		const char *semicolon = memchr(style->s, ';', style->n);
		size_t end = semicolon != NULL ? (size_t)(semicolon - style->s) : style->n, n = 0;
		struct span said = span_sub(*style, 0, end);
		const char *colon = memchr(said.s, ':', said.n);
		*style = span_sub(*style, end + 1, style->n);
		if (colon == NULL)
			continue;
		*property = span_trim(span_sub(said, 0, (size_t)(colon - said.s)));
		*value = span_trim(span_sub(said, (size_t)(colon - said.s) + 1, said.n));
		while (n < value->n && strchr(" \t\r\n\f!", value->s[n]) == NULL)
			n++;
		*value = span_sub(*value, 0, n);
		return true;
	}
	return false;
}

struct span
tag_style(struct span style, const char *property)
{
	struct span name, value;
	while (next_said(&style, &name, &value))
		if (tag_is(name, property))
			return value;
	return (struct span){"", 0};
}

bool
tag_hides(struct span style)
{
	struct span name, value;
	while (next_said(&style, &name, &value))
		if ((tag_is(name, "display") && tag_is(value, "none")) ||
		    (tag_is(name, "visibility") && tag_is(value, "hidden")) ||
		    (tag_is(name, "mso-hide") && tag_is(value, "all")))
			return true;
	return false;
}

void
open_tables_tag(struct open_tables *t, bool close, uint32_t line)
{
	if (close) {
		t->n -= t->n > 0;
	} else if (t->n++ == 0) {
		t->line = line;
		t->inner = 0;
	} else {
		t->inner = line;
	}
}

void
open_tables_report(const struct open_tables *t, const struct builder *b)
{
	if (t->n == 0)
		return;
	struct buf where = {0};
	if (t->inner > 0)
		buf_printf(&where, ", or the one in it that begins at line %u", (unsigned)t->inner);
	diag(b->diag, DIAG_SRC_UNCLOSED, (struct pos){b->draft->name, t->line, 0},
	    "what stands behind it is read as of its last cell; write </table> where the table ends%s",
	    t->inner > 0 ? where.data : "");
	buf_free(&where);
}
