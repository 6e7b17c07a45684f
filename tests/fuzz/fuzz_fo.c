/* SPDX-License-Identifier: MIT */
/* fuzz_fo.c - any bytes as XSL-FO, through layout, the page dump, the painter and the finisher. */
#include <stdint.h>
#include <stdlib.h>

#include "fo/fo.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/pdf.h"
#include "report/report_xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	/* Opened for every input: fontconfig keeps offsets for pointers, so what lives on looks leaked. */
	struct fontset *fonts = fontset_open(d);
	if (fonts == NULL)
		abort();
	paint_start();
	xmlDoc *doc = report_load((struct span){(const char *)data, n}, "fuzz.fo", d);
	struct fo_tree *fo = doc != NULL ? fo_read(a, doc, "fuzz.fo", d) : NULL;
	struct pages *pages = fo != NULL ? layout_pages(a, fo, fonts, d) : NULL;
	if (pages != NULL) {
		struct buf dump = {0}, drawn = {0}, pdf = {0};
		const struct parts *parts = parts_of(a, pages);
		pages_dump(pages, &dump);
		if (paint_parts(parts, &drawn, d) && !pdf_finish(buf_span(&drawn), pages, parts, NULL, 0, NULL, &pdf, d))
			abort();
		buf_free(&dump);
		buf_free(&drawn);
		buf_free(&pdf);
	}
	xmlFreeDoc(doc);
	diag_free(d);
	arena_free(a);
	fontset_free(fonts);
	return 0;
}
