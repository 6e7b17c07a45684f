/* SPDX-License-Identifier: MIT */
/*
 * html_sheet.c - what the style sheets of a page do not show.  Rules for one element by its name, class or id
 * are read (CSS 2.2, 4.1 and 5); those for elements within others, in states or for some media are passed over.
 */
#include <string.h>

#include "base/xml_walk.h"
#include "source/html.h"

#define RULES_MOST 200 /* each is asked for each element */

/* The text without comments and the signs by which old pages hid sheets. */
static struct span
without_comments(struct arena *a, struct span css)
{
	char *out = arena_alloc(a, css.n + 1);
	size_t n = 0;
	while (css.n > 0) {
		struct span comment = {css.s, span_find(css, SPAN_LIT("/*"))};
		if (comment.n > css.n)
			comment.n = css.n;
		memcpy(out + n, css.s, comment.n);
		n += comment.n;
		css = span_sub(css, comment.n + 2, css.n);
		size_t end = span_find(css, SPAN_LIT("*/"));
		css = end == SIZE_MAX ? (struct span){"", 0} : span_sub(css, end + 2, css.n);
	}
	struct span s = span_trim((struct span){out, n});
	return span_starts(s, "<!--") ? span_sub(s, 4, s.n) : s;
}

static size_t
name_end(struct span s, size_t i)
{
	while (i < s.n && ((s.s[i] & 0x80) != 0 || (s.s[i] >= '0' && s.s[i] <= '9') || s.s[i] == '-' || s.s[i] == '_' ||
	                   ((s.s[i] | 0x20) >= 'a' && (s.s[i] | 0x20) <= 'z')))
		i++;
	return i;
}

/* "p", ".note", "#top", "p.note": false for what names more than one element, or the whole page. */
static bool
read_selector(struct span s, struct html_rule *r)
{
	size_t end = name_end(s, 0);
	*r = (struct html_rule){.name = span_sub(s, 0, end)};
	if (end < s.n && (s.s[end] == '.' || s.s[end] == '#')) {
		size_t from = end + 1;
		struct span *which = s.s[end] == '.' ? &r->class : &r->id;
		end = name_end(s, from);
		*which = span_sub(s, from, end);
		if (which->n == 0)
			return false;
	}
	return s.n > 0 && end == s.n && !tag_is(r->name, "html") && !tag_is(r->name, "body");
}

static void
add_rules(struct html *h, struct span selectors, bool hides)
{
	while (selectors.n > 0 && h->nrule < RULES_MOST) {
		size_t comma = span_find(selectors, SPAN_LIT(","));
		struct html_rule rule;
		if (read_selector(span_trim(span_sub(selectors, 0, comma)), &rule)) {
			rule.hides = hides;
			*VEC_PUSH(h->b.arena, h->rule, h->nrule, h->cap_rule) = rule;
		}
		selectors = comma == SIZE_MAX ? (struct span){"", 0} : span_sub(selectors, comma + 1, selectors.n);
	}
}

/* Behind the block whose "{" stands at i. */
static size_t
block_end(struct span css, size_t i)
{
	unsigned depth = 0;
	for (; i < css.n; i++) {
		depth += css.s[i] == '{';
		if (css.s[i] == '}' && --depth == 0)
			return i + 1;
	}
	return css.n;
}

static void
read_sheet(struct html *h, struct span css)
{
	while ((css = span_trim(css)).n > 0) {
		size_t open = 0;
		while (open < css.n && css.s[open] != '{' && (css.s[0] != '@' || css.s[open] != ';'))
			open++;
		if (open == css.n)
			return;
		if (css.s[open] == ';') {
			css = span_sub(css, open + 1, css.n);
			continue;
		}
		size_t end = block_end(css, open);
		struct span said = span_sub(css, open + 1, end - 1);
		bool hides = tag_hides(said);
		if (css.s[0] != '@' && (hides || tag_style(said, "display").n > 0))
			add_rules(h, span_trim(span_sub(css, 0, open)), hides);
		css = span_sub(css, end, css.n);
	}
}

void
html_sheets(struct html *h, const xmlNode *root)
{
	for (const xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		if (!html_is(n, "style") || html_attribute(h->b.arena, n, "media") != NULL)
			continue;
		for (const xmlNode *t = n->children; t != NULL; t = t->next)
			if (t->content != NULL)
				read_sheet(h, without_comments(h->b.arena, span_of((const char *)t->content)));
	}
}

static bool
has_class(struct span classes, struct span class)
{
	for (size_t i = 0; i < classes.n;) {
		size_t from = i;
		while (i < classes.n && strchr(" \t\r\n\f", classes.s[i]) == NULL)
			i++;
		if (span_eq(span_sub(classes, from, i), class))
			return true;
		i++;
	}
	return false;
}

bool
html_sheets_hide(struct html *h, const xmlNode *n)
{
	bool hides = false;
	if (h->nrule == 0)
		return false;
	const char *class = html_attribute(h->b.arena, n, "class"), *id = html_attribute(h->b.arena, n, "id");
	for (size_t i = 0; i < h->nrule; i++) {
		const struct html_rule *r = &h->rule[i];
		if ((r->name.n == 0 || tag_is(r->name, (const char *)n->name)) &&
		    (r->class.n == 0 || (class != NULL && has_class(span_of(class), r->class))) &&
		    (r->id.n == 0 || (id != NULL && span_is(r->id, id))))
			hides = r->hides;
	}
	return hides;
}
