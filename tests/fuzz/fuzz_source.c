/* SPDX-License-Identifier: MIT */
/* fuzz_source.c - any bytes as a draft, read and dumped.  The first byte chooses the form. */
#include <stdint.h>
#include <stdlib.h>

#include "fuzz/recognised.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n == 0)
		return 0;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct span bytes = {arena_strndup(a, (const char *)data + 1, n - 1), n - 1};
	struct draft *draft = source_read(a, "fuzz", bytes, form_of_byte(data[0]), d);
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
