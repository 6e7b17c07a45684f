/* SPDX-License-Identifier: MIT */
/* test_reasons.c - every element of a recognised report says what made it and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "unit/fixture.h"

static const char draft[] =
	"United Nations\nA/98/17\nGeneral Assembly\nDistr.: General\n4 May 2098\n\nBells of the small harbours\n\n"
	"I. Ropes\n\n1. The wardens found that the ropes of nine bells had been cut through by the salt of the\n"
	"sea,1 and that the following were needed at once:\n\n(a) Hemp;\n\n(b) Tar.\n\n2. The wardens thanked the "
	"rope makers.\n\n_______________\n1 See the book of ropes.\n\fAnnex I\n\nPlaces\n\nNone were left out.\n";

static const struct rep_node *
find(const struct rep_node *root, enum rep_kind kind)
{
	const struct rep_node *n = root;
	while (n != NULL && n->kind != kind)
		n = rep_next(root, n);
	assert_non_null(n);
	return n;
}

static void
all_elements_have_reasons(void **state)
{
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en"};
	const struct draft *d = source_read(f->a, "t", span_of(draft), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);
	const struct rep_node *n;

	for (n = r->root; n != NULL; n = rep_next(r->root, n))
		if (n->kind != REP_TEXT && (n->rule == NULL || n->evidence == NULL))
			fail_msg("no reason: %s %s", rep_name(n->kind), n->rule ? n->rule : "without rule");
	n = find(r->root, REP_PARA);
	assert_non_null(strstr(n->evidence, "its number begins a count"));
	n = find(n, REP_ITEM);
	assert_non_null(strstr(n->evidence, "the line before ends in a colon"));
	assert_non_null(strstr(find(r->root, REP_SYMBOL)->evidence, "masthead"));
	assert_non_null(strstr(find(r->root, REP_ANNEX)->evidence, "annex"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_elements_have_reasons, setup, teardown),
	};

	return cmocka_run_group_tests_name("reasons", tests, NULL, NULL);
}
