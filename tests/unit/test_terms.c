/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "report/terms.h"

static void
every_language_has_the_same_keys(void **state)
{
	static const char *const langs[] = {"ar", "zh", "en", "fr", "ru", "es"};
	static const char *const keys[] = {"organ", "annex", "month", "distribution", "signed", "vote-for", "stop", "chapeau", "cite.resolution"};
	(void)state;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
		const struct terms *t = terms_load(a, langs[i], d);
		assert_non_null(t);
		size_t n;
		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
			assert_non_null(terms_list(t, keys[k], &n));
			assert_true(n > 0);
		}
		terms_list(t, "month", &n);
		assert_true(n >= 12 && n % 12 == 0);
		assert_true(terms_get(t, "part.annex").n > 0);
		assert_int_equal(terms_get(t, "no.such.key").n, 0);
	}
	assert_null(terms_load(a, "xx", d));
	assert_int_equal(diag_at(d, 0)->code, DIAG_TERMS_LOAD);
	diag_free(d);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_language_has_the_same_keys)};
	return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
