/* SPDX-License-Identifier: MIT */
/* test_masthead.c - the values of masthead fields, in the languages they are printed in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "unit/fixture.h"

/* The attribute of the first element of the kind in the head of a draft with this line, or "". */
static const char *
value_of(struct fixture *f, const char *lang, const char *line, enum rep_kind kind, const char *attribute)
{
	struct recognise_options how = {.lang = lang};
	const char *text = arena_printf(f->a, "A/98/L.4\n\n%s\n\n1. Bells, cloches, campanas.\n", line);
	struct draft *draft = source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, draft, &how, account_new(f->a), f->d);
	for (struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n))
		if (n->kind == kind)
			return rep_get(n, attribute);
	return "";
}

static void
distribution_in_its_language(void **state)
{
	static const struct { const char *lang, *line, *value; } cases[] = {
	    {"en", "Distr.: General", "general"}, {"en", "Distr.: Limited", "limited"},
	    {"en", "Distr.: Restricted", "restricted"}, {"fr", "Distr. limitée", "limited"},
	    {"fr", "Distr. restreinte", "restricted"}, {"fr", "Distr. générale", "general"},
	    {"es", "Distr. limitada", "limited"}, {"es", "Distr. reservada", "restricted"},
	    /* these print their mastheads in English */
	    {"ru", "Distr.: Limited", "limited"}, {"zh", "Distr.: Restricted", "restricted"},
	    {"ar", "Distr.: Limited", "limited"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(value_of(*state, cases[i].lang, cases[i].line, REP_DISTRIBUTION, "value"), cases[i].value);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(distribution_in_its_language, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
