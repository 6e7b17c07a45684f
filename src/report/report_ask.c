/* SPDX-License-Identifier: MIT */
#include "report/report_ask.h"

#include <stdint.h>
#include <string.h>

#include "base/xml_walk.h"
#include "report/report_xml.h"

void
report_doc_text(const xmlDoc *doc, struct buf *out)
{
	xmlChar *s = xmlNodeGetContent(xmlDocGetRootElement((xmlDoc *)doc));
	if (s != NULL)
		buf_adds(out, (char *)s);
	xmlFree(s);
}

static xmlNode *
child(xmlNode *parent, const char *name)
{
	for (xmlNode *k = parent != NULL ? parent->children : NULL; k != NULL; k = k->next)
		if (k->type == XML_ELEMENT_NODE && strcmp((char *)k->name, name) == 0)
			return k;
	return NULL;
}

const char *
report_date(struct arena *a, const xmlDoc *doc)
{
	xmlNode *head = child(xmlDocGetRootElement((xmlDoc *)doc), "head"), *date = child(head, "date");
	xmlChar *s = head != NULL ? xmlGetNoNsProp(head, BAD_CAST "date") : NULL;
	if (s == NULL && date != NULL)
		s = xmlGetNoNsProp(date, BAD_CAST "iso");
	const char *out = s != NULL && strlen((char *)s) == 10 ? arena_strdup(a, (char *)s) : NULL;
	xmlFree(s);
	return out;
}

/* The next character that is not white space, or 0 at the end. */
static uint32_t
next_char(struct span s, size_t *i)
{
	while (*i < s.n) {
		uint32_t c = utf8_next(s.s, s.n, i);
		if (c > ' ' && c != 0xA0 && c != 0x3000 && c != 0xAD)
			return c;
	}
	return 0;
}

bool
report_same_text(const xmlDoc *doc, const char *name, struct span text, struct diag *d)
{
	struct buf b = {0};
	report_doc_text(doc, &b);
	struct span want = buf_span(&b);
	size_t i = 0, k = 0, from_i, from_k;
	uint32_t a, c;
	do {
		/* most of it is the same, byte for byte */
		while (i < want.n && k < text.n && want.s[i] == text.s[k] && want.s[i] > ' ' && want.s[i] <= '~') {
			i++;
			k++;
		}
		from_i = i;
		from_k = k;
		a = next_char(want, &i);
		c = next_char(text, &k);
	} while (a == c && a != 0);
	if (a != c)
		diag(d, DIAG_REPORT_TEXT, (struct pos){0}, "%s: \"%.60s\" is there for \"%.60s\"", name,
		     from_k < text.n ? text.s + from_k : "", from_i < want.n ? want.s + from_i : "");
	buf_free(&b);
	return a == c;
}
