/* SPDX-License-Identifier: MIT */
/*
 * fuzz_report.c - any bytes as report XML: read, check, and for a valid report make Akoma Ntoso
 * and EPUB and compare their text with that of the report.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "akn/akn.h"
#include "base/file.h"
#include "epub/epub.h"
#include "report/report_xml.h"
#include "xslt/xslt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
squeeze(struct buf *b)
{
	size_t w = 0;
	for (size_t i = 0; i < b->n; i++)
		if (strchr(" \t\r\n", b->data[i]) == NULL || b->data[i] == '\0')
			b->data[w++] = b->data[i];
	b->n = w;
}

/* The two texts must be alike but for white space. */
static void
compare(struct buf *got, const struct buf *want)
{
	squeeze(got);
	if (got->n != want->n || (got->n > 0 && memcmp(got->data, want->data, got->n) != 0))
		abort();
	buf_free(got);
}

static void
convert(struct arena *a, xmlDoc *doc, struct diag *d)
{
	struct buf want = {0}, text = {0}, epub = {0};
	xmlDoc *out;
	xmlChar *content = xmlNodeGetContent(xmlDocGetRootElement(doc));
	buf_adds(&want, (const char *)content);
	xmlFree(content);
	squeeze(&want);
	if (xslt_apply(a, "report-to-akn", doc, NULL, &out, d)) {
		akn_check(out, "fuzz", d);
		akn_text(out, &text);
		compare(&text, &want);
	}
	text = (struct buf){0};
	if (xslt_apply(a, "report-to-xhtml", doc, NULL, &out, d)) {
		epub_text(out, &text);
		compare(&text, &want);
		epub_write(a, out, NULL, &epub, d);
	}
	buf_free(&epub);
	buf_free(&want);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	xmlDoc *doc = report_load((struct span){(const char *)data, n}, "fuzz.xml", d);
	if (doc != NULL && report_validate(doc, "fuzz.xml", d))
		convert(a, doc, d);
	xmlFreeDoc(doc);
	diag_free(d);
	arena_free(a);
	return 0;
}
