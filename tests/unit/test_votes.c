/* SPDX-License-Identifier: MIT */
/* test_votes.c - recorded votes, and who voted how. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

#define VOTED "[Adopted by a recorded vote of 3 to 2, with 1 abstention. The voting was as follows:\n"

/* Names below "In favour:" belong to it; the line over all of them says that votes were recorded. */
static void
recorded_vote(void **state)
{
	struct read_paper paper = read_paper("98/512. Bells\nThe Human Rights Council,\n"
	    "Recalling its resolution 89/3 on the bells,\n1. Requests the keepers to ring them.\n45th meeting\n"
	    "4 October 2099\n"
	    VOTED "In favour:\nAmber, Birch and Cedar\nAgainst:\nDelta and Elm\nAbstaining:\nFir]\n",
	    "en");
	const struct rep_node *v = element(paper.root, REP_VOTE);
	static const char *const kinds[] = {"recorded", "for", "against", "abstaining"};
	size_t k;

	(void)state;
	for (k = 0; k < 4; k++, v = v->next) {
		assert_non_null(v);
		assert_int_equal(v->kind, REP_VOTE);
		assert_string_equal(rep_get(v, "kind"), kinds[k]);
		assert_int_equal(v->first == v->last, k == 0);
	}
	assert_null(v);
	read_paper_free(&paper);
}

/* What stands between the label and names ends the vote: nothing is put before it that stands behind. */
static void
vote_without_names(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	struct draft *draft = source_read(a, "test", span_of("(a) The keepers adopted the first amendment by a recorded "
	    "vote of 64 to 47. The voting was as follows:\n\nIn favour:\n\nAmber, Birch and Cedar, Delta, Elm, Fir, Gorse, "
	    "Hazel, Ivy, "
	    "Juniper\nand Willow.\n\nAbstaining:\n\n(ii)\n\nAlder, Ash, Aspen, Beech, Box, Broom,\nCherry, Larch, Lime.\n\n"
	    "The keepers rejected the second amendment by a recorded vote of 64\nto 47. The voting was as follows:\n"),
	    SOURCE_PAGE_SINGLE, d);
	struct account *account = account_new(a);
	assert_true(account_close(account, recognise(a, draft, &options, account, d), d));
	diag_free(d);
	arena_free(a);
}

/* Names go on below a comma or a long line, whatever a new line begins with, beside the label or under it. */
static void
names_of_a_vote(void **state)
{
	(void)state;
	expect("1. The keepers adopted the draft by a recorded vote of 14 to none, with 1 abstention.\n"
	       "The voting was as follows:\n\n"
	       "In favour:\n\nAmber, Birch Grove, Cedar, Delta, Elm, Fir, Gorse, Hazel, Ivy, Juniper Hill, Lime\n"
	       "Tree, Maple, Oak,\nPine (Coast of),\nWillow.\n\nAgainst:\n\nNone.\n\nAbstaining: Yew,\nZelkova.\n\n"
	       "2. The keepers went home when the bells had been rung, and nobody spoke of the vote\nany more.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The keepers adopted the draft by a recorded vote of 14 to none, with 1 abstention. | The voting "
	       "was as follows:\n"
	       "vote 0: In favour:\np 0: Amber, Birch Grove, Cedar, Delta, Elm, Fir, Gorse, Hazel, Ivy, Juniper Hill, "
	       "Lime | "
	       "Tree, Maple, Oak, | Pine (Coast of), | Willow.\nvote 0: Against:\np 0: None.\nvote 0: Abstaining: Yew, | "
	       "Zelkova.\n"
	       "para 0: 2. The keepers went home when the bells had been rung, and nobody spoke of the vote | any more.\n");
	/* in mid-name over the end of a page */
	expect("1. The keepers adopted the draft by a recorded vote of 14 to none, with 1 abstention.\n"
	       "The voting was as follows:\n\n"
	       "In favour:\n\nAmber, Birch Grove, Cedar, Delta, Elm, Fir, Gorse, Hazel, Ivy, Juniper Hill, Côte\n\n2/3\n\f\n\n\n"
	       "d’Or, Maple, Oak, Willow.\n\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The keepers adopted the draft by a recorded vote of 14 to none, with 1 abstention. | The voting "
	       "was as follows:\n"
	       "vote 0: In favour:\np 0: Amber, Birch Grove, Cedar, Delta, Elm, Fir, Gorse, Hazel, Ivy, Juniper Hill, Côte | "
	       "d’Or, Maple, Oak, Willow.\n");
	/* the same words open sentences */
	expect("The keepers said nothing of that vote.\n\nAgainst this background, it is clear that the bells of the "
	       "harbour are to be rung, as the\n"
	       "book of the wardens says, in the morning of\n3 January 2043.\n", SOURCE_PAGE_SINGLE, "en",
	       "p 0: The keepers said nothing of that vote.\np 0: Against this background, it is clear that the bells of "
	       "the harbour are to be rung, as the | book of the wardens says, in the morning of | 3 January 2043.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(recorded_vote),
		cmocka_unit_test(vote_without_names),
		cmocka_unit_test(names_of_a_vote),
	};

	return cmocka_run_group_tests_name("votes", tests, NULL, NULL);
}
