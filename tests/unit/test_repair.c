/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* RTLD_NOLOAD */
#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>
#include <cmocka.h>

#include "recognise/repair.h"
#include "unit/by_hand.h"

static struct by_hand
repaired(const char *draft, const char *lang)
{
	struct by_hand h = by_hand(draft);
	repair(h.acc, dict_new(h.arena, lang));
	assert_true(account_close(h.acc, h.found->report, h.diag));
	return h;
}

/* Repaired without a dictionary. */
static void
expect(const char *draft, const char *want, size_t repairs)
{
	struct by_hand h = repaired(draft, "");
	assert_string_equal(hand_show(&h), want);
	assert_int_equal(h.acc->nrepair, repairs);
	by_hand_free(&h);
}

static void
split_words_are_joined_on_the_documents_evidence(void **state)
{
	(void)state;
	expect("The lanterns of the harbour.\nNo lan terns burn in the har bour.",
	    "The lanterns of the harbour.|No lanterns burn in the harbour.|", 2);
	expect("Los trabajos siguen. Otros t rabajos no.", "Los trabajos siguen. Otros trabajos no.|", 1);
	expect("порядок работы; новый поря док", "порядок работы; новый порядок|", 1);
	expect("since 2021 and since 20 21 too", "since 2021 and since 2021 too|", 1);
}

/* Numbers in groups of figures stay one in text that reads from the right; years, symbols and other text do not change. */
static void
groups_of_figures_stay_together(void **state)
{
	static const char *const drafts[][2] = {
	    {"المصابيح 1 234 567,5 (2041 123) A/98 123", "المصابيح 1\xC2\xA0" "234\xC2\xA0" "567,5 (2041 123) A/98 123|"},
	    {"ميناء\n12 500", "ميناء|12\xC2\xA0" "500|"}, {"12 500 lamps", "12 500 lamps|"}, {"من 12 50 إلى 3 4567", "من 12 50 إلى 3 4567|"}};
	(void)state;
	for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
		struct by_hand h = by_hand(drafts[i][0]);
		repair_groups(h.acc);
		assert_true(account_close(h.acc, h.found->report, h.diag));
		assert_string_equal(hand_show(&h), drafts[i][1]);
		by_hand_free(&h);
	}
}

static void
pairs_of_words_stay(void **state)
{
	(void)state;
	expect("It may be. Maybe not. They may come and be here.",
	    "It may be. Maybe not. They may come and be here.|", 0);
	expect("rooms 20 21 and year 2021", "rooms 20 21 and year 2021|", 0);
	expect("plan A y plan b de Ayb", "plan A y plan b de Ayb|", 0);
}

static void
repairs_say_what_they_did(void **state)
{
	(void)state;
	struct by_hand h = repaired("The lanterns.\nNo lan terns.", "");
	assert_int_equal(h.acc->nrepair, 1);
	assert_true(span_is(h.acc->repair[0].before, "lan terns"));
	assert_true(span_is(h.acc->repair[0].after, "lanterns"));
	assert_int_equal(h.acc->repair[0].line, 2);
	assert_string_equal(h.acc->repair[0].rule, "repair.split-word");
	assert_non_null(strstr(h.acc->repair[0].evidence, "1 times"));
	by_hand_free(&h);
}

static void
blanks_before_marks_follow_the_documents_custom(void **state)
{
	(void)state;
	expect("a, b, c, d, e, f, g, h, i, j , k", "a, b, c, d, e, f, g, h, i, j, k|", 1);
	expect("un ; deux ; trois ; quatre", "un ; deux ; trois ; quatre|", 0);
	expect("chapter . . . . . 5. a. b. c. d. e. f. g. h. i.", "chapter . . . . . 5. a. b. c. d. e. f. g. h. i.|", 0);
}

static void
dots_before_the_page_of_an_entry_become_a_blank(void **state)
{
	(void)state;
	struct by_hand h = by_hand("Ropes of 2021.....4\nBoats, etc. 5\nOars…12\nThe...6 others\n.....7");
	for (struct rep_node *n = h.body->first; n != NULL; n = n->next)
		n->kind = REP_ENTRY;
	repair(h.acc, dict_new(h.arena, ""));
	assert_true(account_close(h.acc, h.found->report, h.diag));
	assert_string_equal(hand_show(&h), "Ropes of 2021 4Boats, etc. 5Oars 12The...6 others.....7");
	assert_int_equal(h.acc->nrepair, 2);
	assert_true(span_is(h.acc->repair[0].before, "....."));
	by_hand_free(&h);
	expect("Ropes.....4", "Ropes.....4|", 0);
}

static void
hyphens_at_line_ends_are_judged(void **state)
{
	(void)state;
	expect("The harbour is old. Every har-\n\tbour is.", "The harbour is old. Every harbour is.|", 1);
	expect("the twenty-third day and the twenty-\n\tthird night",
	    "the twenty-third day and the twenty-third night|", 0);
	expect("открытых ворот; откры-\n\tтых дверей", "открытых ворот; открытых дверей|", 1);
}

static void
lost_hyphens_and_blanks_come_back(void **state)
{
	(void)state;
	expect("the twenty-third; on the twentythird,\n\ta night", "the twenty-third; on the twenty-third, a night|", 1);
	expect("human rights. The rights. The sea. human rightsThe",
	    "human rights. The rights. The sea. human rights The|", 1);
}

#define FULL "The wardens of the long mole keep the ropes and the lamps in a good state all the year.\n"
#define TERMS FULL FULL FULL "The watch is well-paid, the third-rate mole open-ended, the south-east pier half-built.\n"

/* Two lines run together at a hyphen are one far longer than the others. */
static void
hyphens_come_back_where_lines_were_run_together(void **state)
{
	(void)state;
	static const char *const fused[][3] = {
	    {"The wardens of the long mole keep the ropes and lamps of a well", "paid", "-"},
	    {"The wardens of the long mole keep the ropes and the lamps open ", "ended", "-"},
	    {"The wardens of the long mole keep the ropes and the lamps of well ", "built", "-"},
	    {"The wardens of the long mole keep the ropes and lamps from 2021", "2024", "-"},
	    {"The wardens of the long mole keep the ropes and the lamps good ", "ended", " "},
	    {"The wardens of the long mole keep the ropes and the lamps of 24", "2021", ""},
	};
	for (size_t i = 0; i < sizeof fused / sizeof *fused; i++) {
		struct buf draft = {0}, want = {0};
		size_t n = strlen(fused[i][0]);
		n -= fused[i][0][n - 1] == ' ';
		buf_printf(&draft, TERMS "%s%s mole and all the sheds along the quay, which the town lets to the pilots.",
		    fused[i][0], fused[i][1]);
		buf_printf(&want, "%.*s%s%s mole and all the sheds", (int)n, fused[i][0], fused[i][2], fused[i][1]);
			struct by_hand h = repaired(draft.data, "");
		assert_non_null(strstr(hand_show(&h), want.data));
		assert_int_equal(h.acc->nrepair, fused[i][2][0] == '-');
		by_hand_free(&h);
		buf_free(&draft);
		buf_free(&want);
	}
	expect(TERMS "The wardens of the long mole keep the ropes and lamps of well built moles.",
	    "The wardens of the long mole keep the ropes and the lamps in a good state all the year.|"
	    "The wardens of the long mole keep the ropes and the lamps in a good state all the year.|"
	    "The wardens of the long mole keep the ropes and the lamps in a good state all the year.|"
	    "The watch is well-paid, the third-rate mole open-ended, the south-east pier half-built.|"
	    "The wardens of the long mole keep the ropes and lamps of well built moles.|", 0);
}

static void
hyphens_move_nowhere_but_at_line_ends(void **state)
{
	(void)state;
	expect("the south-west quay and the southwest gate", "the south-west quay and the southwest gate|", 0);
	expect("the south-west quay.\nA wind from the southwest", "the south-west quay.|A wind from the southwest|", 0);
	expect("a south-west quay, see southwest.example.net\n\tthere",
	    "a south-west quay, see southwest.example.net there|", 0);
	expect("The harbour, http://example.net/har-\n\tbour here", "The harbour, http://example.net/har-bour here|", 0);
}

static void
only_reflowed_text_lacks_hyphens(void **state)
{
	(void)state;
	static const enum source_form form[] = {SOURCE_PAGE_SINGLE, SOURCE_PAGE_DOUBLE, SOURCE_PAGE_LAYOUT, SOURCE_HTML};
	for (size_t i = 0; i < sizeof form / sizeof *form; i++) {
		struct by_hand h = by_hand("the south-west quay and the southwest\n\tgate");
		struct draft d = *h.found->draft;
		d.form = form[i];
		h.found->draft = &d;
		repair(h.acc, dict_new(h.arena, ""));
		assert_int_equal(h.acc->nrepair, i == 0);
		by_hand_free(&h);
	}
}

static void
addresses_get_no_blanks(void **state)
{
	(void)state;
	expect("human rights. The rights. The sea. see example.net/rightsThe now",
	    "human rights. The rights. The sea. see example.net/rightsThe now|", 0);
}

/* Did a test of this process load the library? */
static bool
hunspell_is_there(void)
{
	return dlopen("libhunspell-1.7.so.0", RTLD_LAZY | RTLD_NOLOAD) != NULL;
}

static void
the_dictionary_is_asked_last(void **state)
{
	(void)state;
	if (access("/usr/share/hunspell/en_US.dic", R_OK) != 0) {
		print_message("hunspell-en-us is not installed\n");
		skip();
	}
	struct by_hand h = repaired("The old mill stood by the river and nobody ever went near it at night.", "en");
	assert_int_equal(h.acc->nrepair, 0);
	assert_false(hunspell_is_there());
	by_hand_free(&h);
	h = repaired("The lamps. La mps. The committee held its ses sion in the morning.", "en");
	assert_string_equal(hand_show(&h), "The lamps. Lamps. The committee held its session in the morning.|");
	assert_true(hunspell_is_there());
	by_hand_free(&h);
}

/* A compound has words in it, an abbreviation is short; what the dictionary lacks was one word. */
static void
parts_that_are_no_words_are_joined(void **state)
{
	(void)state;
	if (access("/usr/share/hunspell/en_US.dic", R_OK) != 0) {
		print_message("hunspell-en-us is not installed\n");
		skip();
	}
	struct by_hand h = repaired("The glimfor-\n\tvening, a bell-\n\tpulding and the gz-\n\tstronik.", "en");
	assert_string_equal(hand_show(&h), "The glimforvening, a bell-pulding and the gz-stronik.|");
	assert_int_equal(h.acc->nrepair, 1);
	assert_string_equal(h.acc->repair[0].evidence, "neither part is a word of its own");
	by_hand_free(&h);
	expect("The glimfor-\n\tvening bell.", "The glimfor-vening bell.|", 0);
}

/* The second draft of a language finds the dictionary open. */
static void
dictionaries_are_kept(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct dicts *kept = dicts_new(a);
	char lang[] = "en";
	struct dict *english = dicts_of(kept, lang);
	lang[0] = 'e', lang[1] = 's'; /* the draft with the name of its language is gone */
	assert_ptr_not_equal(dicts_of(kept, "es"), english);
	assert_ptr_equal(dicts_of(kept, "en"), english);
	assert_ptr_equal(dicts_of(kept, "es"), dicts_of(kept, lang));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(split_words_are_joined_on_the_documents_evidence),
		cmocka_unit_test(groups_of_figures_stay_together), cmocka_unit_test(pairs_of_words_stay),
		cmocka_unit_test(repairs_say_what_they_did),
		cmocka_unit_test(blanks_before_marks_follow_the_documents_custom),
		cmocka_unit_test(dots_before_the_page_of_an_entry_become_a_blank),
		cmocka_unit_test(hyphens_at_line_ends_are_judged),
		cmocka_unit_test(lost_hyphens_and_blanks_come_back),
		cmocka_unit_test(hyphens_come_back_where_lines_were_run_together),
		cmocka_unit_test(hyphens_move_nowhere_but_at_line_ends),
		cmocka_unit_test(only_reflowed_text_lacks_hyphens),
		cmocka_unit_test(addresses_get_no_blanks),
		cmocka_unit_test(the_dictionary_is_asked_last),
		cmocka_unit_test(parts_that_are_no_words_are_joined),
		cmocka_unit_test(dictionaries_are_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
