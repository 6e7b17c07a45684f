/* SPDX-License-Identifier: MIT */
/* transformed.h - a report and what a stylesheet makes of it, for each test of an output; include after cmocka.h. */
#ifndef TESTS_UNIT_TRANSFORMED_H
#define TESTS_UNIT_TRANSFORMED_H

#include <stdlib.h>

#include "base/file.h"
#include "report/report_xml.h"
#include "xslt/xslt.h"

#define SAMPLE "tests/golden/report/full.xml"

struct bench {
	struct arena *arena;
	struct diag *diag;
	xmlDoc *in, *out;
	struct buf file; /* what the test writes of it */
};

static int
setup(void **state)
{
	struct bench *b = xcalloc(1, sizeof *b);
	b->arena = arena_new();
	b->diag = diag_new();
	*state = b;
	return 0;
}

static int
teardown(void **state)
{
	struct bench *b = *state;
	arena_free(b->arena);
	xmlFreeDoc(b->in);
	diag_free(b->diag);
	buf_free(&b->file);
	free(b);
	return 0;
}

/* Read the XML, in place of what was read before, and apply the stylesheet. */
static void
transform(struct bench *b, const char *sheet, struct span xml)
{
	xmlFreeDoc(b->in);
	b->in = report_load(xml, "in.xml", b->diag);
	assert_non_null(b->in);
	assert_true(xslt_apply(b->arena, sheet, b->in, NULL, &b->out, b->diag));
}

static void
transform_sample(struct bench *b, const char *sheet)
{
	struct span xml;
	assert_true(file_read(b->arena, SAMPLE, &xml, b->diag));
	transform(b, sheet, xml);
}

#endif
