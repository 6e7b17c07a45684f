/* SPDX-License-Identifier: MIT */
#include "report/report_xml.h"

#include <string.h>

/* Text and attribute values without the characters that XML 1.0 §2.2 forbids. */
static void
add_safe(struct buf *out, struct span s)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n;) {
		while (i < s.n && s.s[i] >= ' ' && s.s[i] < 0x7F)
			i++;
		if (i == s.n)
			break;
		size_t at = i;
		uint32_t c = utf8_next(s.s, s.n, &i);
		bool bad = c == UTF8_BAD || (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
		    c == 0xFFFE || c == 0xFFFF;
		if (!bad)
			continue;
		buf_addxml(out, span_sub(s, from, at));
		buf_addu(out, 0xFFFD);
		from = i;
	}
	buf_addxml(out, span_sub(s, from, s.n));
}

static void
add_attr(struct buf *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_addc(out, ' ');
	buf_adds(out, name);
	buf_adds(out, "=\"");
	add_safe(out, span_of(value));
	buf_addc(out, '"');
}

/* In hundredths: printf of a float would follow the locale. */
static void
add_share(float share, struct buf *out)
{
	int c = (int)(share * 100.0f + 0.5f);
	c = c < 0 ? 0 : c > 100 ? 100 : c;
	buf_adds(out, " t:conf=\"");
	buf_addi(out, c / 100);
	buf_addc(out, '.');
	buf_addi(out, c / 10 % 10);
	buf_addi(out, c % 10);
	buf_addc(out, '"');
}

static void
add_lines(const struct rep_node *n, struct buf *out)
{
	buf_adds(out, " t:src=\"");
	buf_addi(out, n->line_from);
	if (n->line_to > n->line_from) {
		buf_addc(out, '-');
		buf_addi(out, n->line_to);
	}
	buf_addc(out, '"');
}

static void
open_tag(const struct rep_node *n, struct buf *out)
{
	buf_addc(out, '<');
	buf_adds(out, rep_name(n->kind));
	if (n->parent == NULL)
		buf_adds(out, " xmlns=\"" REPORT_NS "\" xmlns:t=\"" REPORT_TRACE_NS "\"");
	for (const struct rep_attr *a = n->attr; a != NULL; a = a->next)
		add_attr(out, n->kind != REP_HEAD && strcmp(a->name, "lang") == 0 ? "xml:lang" : a->name, a->value);
	add_attr(out, "xml:id", n->id);
	if (n->line_from != 0)
		add_lines(n, out);
	if (n->rule != NULL) {
		add_attr(out, "t:rule", n->rule);
		add_share(n->conf, out);
	}
	add_attr(out, "t:alt", n->alternative);
	add_attr(out, "t:why", n->evidence);
	buf_adds(out, n->first != NULL ? ">" : "/>");
}

/* Whether text or inlines stand directly in n, so that no blanks may be added. */
static bool
is_mixed(const struct rep_node *n)
{
	if (rep_class(n->kind) == REP_CLASS_B)
		return true;
	for (const struct rep_node *c = n->first; c != NULL; c = c->next)
		if (c->kind == REP_TEXT || (rep_class(c->kind) == REP_CLASS_I && c->kind != REP_PAGEBREAK))
			return true;
	return false;
}

static void
new_line(struct buf *out, int depth)
{
	buf_addc(out, '\n');
	for (int i = 0; i < depth && i < 16; i++)
		buf_addc(out, ' ');
}

void
report_write(const struct report *r, struct buf *out)
{
	const struct rep_node *mixed = NULL; /* outermost open element that holds text */
	int depth = 0;
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	for (const struct rep_node *n = r->root; n != NULL;) {
		if (mixed == NULL && n != r->root)
			new_line(out, depth);
		if (n->kind == REP_TEXT) {
			add_safe(out, n->text);
		} else {
			open_tag(n, out);
			if (n->first != NULL) {
				if (mixed == NULL && is_mixed(n))
					mixed = n;
				n = n->first;
				depth++;
				continue;
			}
		}
		while (n != r->root && n->next == NULL) {
			n = n->parent;
			depth--;
			if (mixed == NULL)
				new_line(out, depth);
			if (mixed == n)
				mixed = NULL;
			buf_adds(out, "</");
			buf_adds(out, rep_name(n->kind));
			buf_addc(out, '>');
		}
		n = n == r->root ? NULL : n->next;
	}
	buf_addc(out, '\n');
}
