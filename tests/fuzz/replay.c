/* SPDX-License-Identifier: MIT */
/* replay.c - a plain main for fuzz targets: runs every file of tests/fuzz/cases/NAME once. */
#define _GNU_SOURCE /* scandir */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char *folder;

static void
replays_every_case(void **state)
{
	(void)state;
	struct dirent **list = NULL;
	int n = scandir(folder, &list, NULL, alphasort), run = 0;
	for (int i = 0; i < n; i++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct span bytes;
		if (list[i]->d_name[0] != '.' &&
		    file_read(a, arena_printf(a, "%s/%s", folder, list[i]->d_name), &bytes, d)) {
			assert_int_equal(LLVMFuzzerTestOneInput((const uint8_t *)bytes.s, bytes.n), 0);
			run++;
		}
		free(list[i]);
		diag_free(d);
		arena_free(a);
	}
	free(list);
	assert_true(run > 0);
}

/* build/.../replay_NAME replays tests/fuzz/cases/NAME, or the folder given. */
int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	const char *name = strrchr(argv[0], '_');
	folder = argc > 1 ? argv[1] : arena_printf(a, "tests/fuzz/cases/%s", name ? name + 1 : "");
	const struct CMUnitTest tests[] = {cmocka_unit_test(replays_every_case)};
	int failed = cmocka_run_group_tests_name("fuzz cases", tests, NULL, NULL);
	arena_free(a);
	return failed;
}
