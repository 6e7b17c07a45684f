/* SPDX-License-Identifier: MIT */
/* set_fo.h - FO text to pages for the tests of layout; include after cmocka.h. */
#ifndef TESTS_UNIT_SET_FO_H
#define TESTS_UNIT_SET_FO_H

#include <math.h>

#include "bench.h"
#include "layout/layout.h"
#include "report/report_xml.h"

static int
setup(void **state)
{
	return bench_open(state, sizeof(struct bench));
}

/* A page of 300 by 200 pt with margins of 40 and a head of 20. */
#define HEAD "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='Liberation Serif' font-size='10pt'" \
	" line-height='12pt' xml:lang='en'><fo:layout-master-set><fo:simple-page-master master-name='p'" \
	" page-width='300pt' page-height='200pt'><fo:region-body margin='40pt'/><fo:region-before extent='20pt'/>" \
	"</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='p'>"
#define FLOW "<fo:flow flow-name='xsl-region-body'>"
#define TAIL "</fo:flow></fo:page-sequence></fo:root>"

#define assert_near(a, b) assert_true(fabs((a) - (b)) < 0.01)

static struct pages *
set_named(struct bench *b, const char *text, const char *name)
{
	xmlDoc *doc = report_load(span_of(text), name, b->d);
	assert_non_null(doc);
	struct fo_tree *fo = fo_read(b->a, doc, name, b->d);
	assert_non_null(fo);
	xmlFreeDoc(doc);
	struct pages *p = layout_pages(b->a, fo, b->fonts, b->d);
	assert_non_null(p);
	return p;
}

/* The pages of a flow on that page. */
static inline struct pages *
set_flow(struct bench *b, const char *flow)
{
	return set_named(b, arena_printf(b->a, HEAD FLOW "%s" TAIL, flow), "flow.fo");
}

/* The page a text stands on, from 1, and its item; 0 when it is nowhere. */
static inline size_t
find_text(const struct pages *p, const char *text, const struct item **out)
{
	for (size_t i = 0; i < p->npage; i++)
		for (size_t k = 0; k < p->page[i].nitem; k++) {
			const struct item *it = &p->page[i].item[k];
			if (it->kind == ITEM_GLYPHS && span_find(it->text, span_of(text)) != SIZE_MAX) {
				if (out != NULL)
					*out = it;
				return i + 1;
			}
		}
	return 0;
}

/* The item with a text; page: where it stands, from 1. */
static inline const struct item *
text_at(const struct pages *p, const char *text, size_t page)
{
	const struct item *it = NULL;
	assert_int_equal(find_text(p, text, &it), page);
	assert_non_null(it);
	return it;
}

#endif
