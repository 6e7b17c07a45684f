/* SPDX-License-Identifier: MIT */
/* fuzz_source.c - any bytes as a draft, read and dumped.  The first byte chooses the form. */
#include <stdint.h>
#include <stdlib.h>

#include "source/source.h"

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
	struct span bytes = {arena_strndup(a, (const char *)data + 1, n - 1), n - 1};
	struct draft *draft = source_read(a, "fuzz", bytes, forms[data[0] % (sizeof forms / sizeof *forms)], d);
	struct buf dump = {0};
	if (draft != NULL)
		source_dump(draft, &dump);
	else if (diag_count(d) == 0)
		abort();
	for (size_t i = 0; i < diag_count(d); i++)
		if (diag_at(d, i)->code == DIAG_SRC_ACCOUNT)
			abort();
	buf_free(&dump);
	diag_free(d);
	arena_free(a);
	return 0;
}
