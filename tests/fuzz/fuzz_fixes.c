/* SPDX-License-Identifier: MIT */
/*
 * fuzz_fixes.c - any bytes as corrections of a draft.  Whatever they ask for, the text account
 * balances and the report is valid.
 */
#include <stdint.h>

#include "fuzz/recognised.h"
#include "recognise/fixes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char text[] =
    "A/99/1\n\nReport on bells\n\nI. Scope\n\n1. The first para graph says little.1\n\n(a) one item;\n\n"
    "(b) another;\n\nA. Ropes\n\n2. The second goes\n\non over lines.2\n\n____\n\n1 A note.\n\n2 Another.\n\n"
    "Annex\n\nList of bells\n\nOne  two\n\n";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {0};
	options.fixes = fixes_read(a, "fuzz.fixes", (struct span){arena_strndup(a, (const char *)data, n), n}, d);
	xmlFreeDoc(recognised(a, SPAN_LIT(text), SOURCE_PAGE_DOUBLE, &options, d));
	diag_free(d);
	arena_free(a);
	return 0;
}
