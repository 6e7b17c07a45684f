/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/inline.h"
#include "unit/by_hand.h"

static void
all_passes_work_together(void **state)
{
	(void)state;
	struct by_hand h = by_hand("Los faroles del muelle1. Los fa roles, según A/75/816, resolución 75/240.\n"
	    "#1 Véase A/75/816.\n[Por completar]\n[Se mantiene el muelle] y [...].");
	h.found->lang = "es";
	recognise_inlines(h.acc, h.diag);
	assert_string_equal(hand_show(&h), "Los faroles del muelle{1:Véase <https://docs.un.org/es/A/75/816=A/75/816>.}. Los "
	    "faroles, según "
	    "<https://docs.un.org/es/A/75/816=A/75/816>, resolución <https://docs.un.org/es/A/RES/75/240=75/240>.|"
	    "<placeholder=[Por completar]>|<draft=[Se mantiene el muelle]> y [...].|");
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

static void
marks_of_the_form_become_inlines(void **state)
{
	(void)state;
	struct by_hand h = by_hand("plain bold both raised2 x");
	struct mark marks[] = {{6, 15, MARK_STRONG, NULL, NULL}, {6, 10, MARK_EMPH, NULL, NULL},
	    {22, 23, MARK_SUP, NULL, NULL}};
	struct draft *d = (struct draft *)(uintptr_t)h.found->draft;
	d->mark = marks;
	d->nmark = 3;
	inline_marks(h.acc);
	const struct rep_node *p = h.body->first, *strong = p->first->next;
	assert_int_equal(strong->kind, REP_STRONG);
	assert_int_equal(strong->first->kind, REP_EMPH);
	assert_int_equal(strong->next->next->kind, REP_SUP);
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

static void
a_bold_heading_is_just_a_heading(void **state)
{
	(void)state;
	struct by_hand h = by_hand("Harbours");
	struct mark marks[] = {{0, 8, MARK_STRONG, NULL, NULL}};
	struct draft *d = (struct draft *)(uintptr_t)h.found->draft;
	d->mark = marks;
	d->nmark = 1;
	h.body->first->kind = REP_HEADING;
	inline_marks(h.acc);
	assert_int_equal(h.body->first->first->kind, REP_TEXT);
	by_hand_free(&h);
}

static void
brackets_nest_and_stay_in_their_block(void **state)
{
	(void)state;
	struct by_hand h = by_hand("a [b [c] d] e [to be completed] f\nopen [here\nclosed] there [1]\n[Original: French]");
	static const struct span missing[] = {{"to be completed", 15}}, original[] = {{"original:", 9}};
	static const struct inline_words words = {missing, 1, original, 1};
	inline_brackets(h.acc, &words);
	assert_string_equal(hand_show(&h), "a <draft=[b [c] d]> e <placeholder=[to be completed]> f|"
	    "open [here|closed] there [1]|[Original: French]|");
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_passes_work_together),
		cmocka_unit_test(marks_of_the_form_become_inlines),
		cmocka_unit_test(a_bold_heading_is_just_a_heading),
		cmocka_unit_test(brackets_nest_and_stay_in_their_block),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
