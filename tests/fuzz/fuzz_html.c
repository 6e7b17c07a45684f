/* SPDX-License-Identifier: MIT */
/*
 * fuzz_html.c - any bytes as HTML, through every stage up to the report XML and its check.  The first
 * byte chooses whether they stand alone or among the tags of a document with notes and a table.
 */
#include <stdint.h>

#include "fuzz/recognised.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n == 0)
		return 0;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {0};
	struct buf html = {0};
	bool inside = data[0] % 2 != 0;
	if (inside)
		buf_adds(&html, "<!DOCTYPE html><html lang='en'><body><h1>Report on bells</h1><h2>I. Scope</h2>"
		                "<p>1. The first.<sup id='r1'><a href='#n1'>1</a></sup></p><table><tr><td>");
	buf_add(&html, data + 1, n - 1);
	if (inside)
		buf_adds(&html, "</td></tr></table><ol><li id='n1'>A note. <a href='#r1'>up</a></li></ol></body></html>");
	xmlFreeDoc(recognised(a, buf_span(&html), SOURCE_HTML, &options, d));
	buf_free(&html);
	diag_free(d);
	arena_free(a);
	return 0;
}
