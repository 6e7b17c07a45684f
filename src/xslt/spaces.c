/* SPDX-License-Identifier: MIT */
#include "xslt/spaces.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "base/text.h"

static bool
has_char(struct span set, struct span c)
{
	return c.n > 0 && span_find(set, c) != SIZE_MAX;
}

/* Whether the space at byte i, with other characters on both sides, stands before or after a mark. */
static bool
is_fixed(struct span t, size_t i, struct span before, struct span after)
{
	size_t from = i, to = i + 1;
	if (i > 0)
		utf8_prev(t.s, &from);
	if (to < t.n)
		utf8_next(t.s, t.n, &to);
	return has_char(before, span_sub(t, i + 1, to)) || has_char(after, span_sub(t, from, i));
}

static void
fixed_function(xmlXPathParserContext *p, int nargs)
{
	if (nargs != 3) {
		xmlXPathSetArityError(p);
		return;
	}
	xmlChar *after = xmlXPathPopString(p), *before = xmlXPathPopString(p), *text = xmlXPathPopString(p);
	struct buf out = {0};
	if (text != NULL && before != NULL && after != NULL) {
		struct span t = span_of((const char *)text);
		size_t done = 0;
		for (size_t i = 0; i < t.n; i++) {
			if (t.s[i] != ' ' || !is_fixed(t, i, span_of((const char *)before), span_of((const char *)after)))
				continue;
			buf_addspan(&out, span_sub(t, done, i));
			buf_adds(&out, "\xC2\xA0");
			done = i + 1;
		}
		buf_addspan(&out, span_sub(t, done, t.n));
	}
	valuePush(p, xmlXPathNewString(BAD_CAST (out.n > 0 ? out.data : "")));
	buf_free(&out);
	xmlFree(after);
	xmlFree(before);
	xmlFree(text);
}

void
spaces_register(xsltTransformContext *ctxt)
{
	xsltRegisterExtFunction(ctxt, BAD_CAST "fixed", BAD_CAST SPACES_NS, fixed_function);
}
