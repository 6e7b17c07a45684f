/* SPDX-License-Identifier: MIT */
/*
 * fuzz_draft.c - any bytes as a draft, through every stage up to the report XML and its check.
 * The first byte chooses the form.
 */
#include <stdint.h>

#include "fuzz/recognised.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const enum source_form forms[] = {SOURCE_AUTO, SOURCE_PAGE_DOUBLE, SOURCE_PAGE_SINGLE,
	                                         SOURCE_PAGE_LAYOUT, SOURCE_MARKDOWN, SOURCE_HTML};
	if (n == 0)
		return 0;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {0};
	struct span bytes = {arena_strndup(a, (const char *)data + 1, n - 1), n - 1};
	xmlFreeDoc(recognised(a, bytes, forms[data[0] % (sizeof forms / sizeof *forms)], &options, d));
	diag_free(d);
	arena_free(a);
	return 0;
}
