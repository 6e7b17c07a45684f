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
	if (n == 0)
		return 0;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {0};
	struct span bytes = {arena_strndup(a, (const char *)data + 1, n - 1), n - 1};
	xmlFreeDoc(recognised(a, bytes, form_of_byte(data[0]), &options, d));
	diag_free(d);
	arena_free(a);
	return 0;
}
