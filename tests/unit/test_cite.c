/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/cite.h"
#include "recognise/symbol.h"
#include "unit/by_hand.h"

static const struct span resolution[] = {{"resol", 5}, {"резолюци", 16}, {"决议", 6}};
static const struct span decision[] = {{"decisi", 6}};
static const struct cite_words words = {resolution, 3, decision, 1};

static void
expect(const char *draft, const char *want)
{
	struct by_hand h = by_hand(draft);
	cite(h.acc, &words, h.diag);
	assert_string_equal(hand_show(&h), want);
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

#define UN "https://docs.un.org/en/"

static void
symbols_end_where_the_grammar_ends(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t n;
	} cases[] = {
		{"A/75/816.", 8}, {"A/AC.292/2021/INF/1/Add.1, y", 25}, {"A/80/6 (Sect. 36) is", 17},
		{"A/79/718-S/2025/21;", 18}, {"S/RES/1966(2010)", 16}, {"A/RES/2200(XXI).", 15},
		{"A/C.1/76/L.13/Rev.1*", 19}, {"GEGN.2/2021/34", 14}, {"A/AC.1/\v2021/4 x", 14},
		{"A/76/6/Add.\v1", 13}, {"N/A", 0}, {"TIC/ABC", 0}, {"I/O", 0}, {"KM/3", 0}, {"A/B", 0},
		{"S/PRST/2008/44)", 14}, {"A/HRC/WG.6/7/ITA/1", 18}, {"A/RES/75/101A-B,", 15}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(symbol_scan(span_of(cases[i].text), 0), cases[i].n);
}

static void
symbols_and_numbers_get_targets(void **state)
{
	(void)state;
	expect("See A/75/816, and A/80/6 (Sect. 36).",
	    "See <" UN "A/75/816=A/75/816>, and <" UN "A/80/6(Sect.36)=A/80/6 (Sect. 36)>.|");
	expect("In resolution 75/240 and 1244 (1999).",
	    "In resolution <" UN "A/RES/75/240=75/240> and <" UN "S/RES/1244(1999)=1244 (1999)>.|");
	expect("Resolution 2200 A (XXI), resolution 1996/31.",
	    "Resolution <" UN "A/RES/2200(XXI)=2200 A (XXI)>, resolution <" UN "E/RES/1996/31=1996/31>.|");
	expect("Resolutions 2023/24 and 2024/25. In the 2025/26 period.",
	    "Resolutions <" UN "E/RES/2023/24=2023/24> and <" UN "E/RES/2024/25=2024/25>. In the 2025/26 period.|");
	expect("By resolution 79/30, the budget for 2024/25 was kept; see resolution 79/31. The 2024/25 period.",
	    "By resolution <" UN "A/RES/79/30=79/30>, the budget for 2024/25 was kept; see resolution <" UN
	    "A/RES/79/31=79/31>. The 2024/25 period.|");
	expect("第2024/25号决议", "第<" UN "E/RES/2024/25=2024/25>号决议|");
	expect("安全理事会第918(1994)号决议。", "安全理事会第<" UN "S/RES/918(1994)=918(1994)>号决议。|");
	expect("в резолюциях 75/240 и 76/19", "в резолюциях <" UN "A/RES/75/240=75/240> и <" UN "A/RES/76/19=76/19>|");
}

static void
decisions_and_other_numbers_are_text(void **state)
{
	(void)state;
	expect("Decisions 77/512 and 78/541, on 12/10, 3/4 of them.",
	    "Decisions 77/512 and 78/541, on 12/10, 3/4 of them.|");
	expect("resolution 75/240 and decision 78/541",
	    "resolution <" UN "A/RES/75/240=75/240> and decision 78/541|");
}

static void
printed_addresses_become_targets(void **state)
{
	(void)state;
	const char *draft = "See A/75/816 and the rule 76/19.\nhttps://undocs.org/es/A/75/816\n"
	    "https://undocs.org/es/A/RES/76/19\nhttps://undocs.org/es/A/75/816\nhttps://example.org/z";
	struct by_hand h = by_hand(draft);
	cite(h.acc, &words, h.diag);
	assert_string_equal(hand_show(&h), "See <https://undocs.org/es/A/75/816=A/75/816> and the rule "
	    "<https://undocs.org/es/A/RES/76/19=76/19>.|");
	assert_true(account_close(h.acc, h.found->report, h.diag));
	assert_int_equal(h.found->fate[strcspn(draft, "\n") + 1], FATE_MARKUP);
	assert_int_equal(h.found->fate[strlen(draft) - 1], FATE_DROPPED);
	by_hand_free(&h);
}

static void
addresses_in_the_text_are_links(void **state)
{
	(void)state;
	expect("See (https://example.org/a_b?c=1).", "See (<https://example.org/a_b?c=1=https://example.org/a_b?c=1>).|");
	expect("See [https://example.org/a[1]].", "See [<https://example.org/a[1]=https://example.org/a[1]>].|");
	expect("At www.example.org.", "At <http://www.example.org=www.example.org>.|");
	expect("At https://example.org/long-\n\ttail/x. Then",
	    "At <https://example.org/long-tail/x=https://example.org/long-tail/x>. Then|");
	expect("At https://example.org/a.\n\tThe next", "At <https://example.org/a=https://example.org/a>. The next|");
}

static void
symbols_broken_by_lines_and_blanks_are_joined(void **state)
{
	(void)state;
	expect("in A/AC.1/2021/\n\tINF/1 there", "in <" UN "A/AC.1/2021/INF/1=A/AC.1/2021/INF/1> there|");
	expect("resolution 1244\n\t(1999) says", "resolution <" UN "S/RES/1244(1999)=1244 (1999)> says|");
	expect("record A /79/1 of", "record <" UN "A/79/1=A/79/1> of|");
}

static void
links_of_the_form_are_kept_or_computed(void **state)
{
	(void)state;
	struct by_hand h = by_hand("In 75/240 and A/77/275 see the page.");
	struct mark marks[] = {{3, 9, MARK_LINK, "#", NULL}, {14, 22, MARK_LINK, "", NULL},
	    {31, 35, MARK_LINK, "http://x.org/", NULL},
	                       {31, 34, MARK_LINK, "http://within.x.org/", NULL}};
	struct draft *d = (struct draft *)(uintptr_t)h.found->draft;
	d->mark = marks;
	d->nmark = 4;
	cite(h.acc, &words, h.diag);
	assert_string_equal(hand_show(&h), "In <" UN "A/RES/75/240=75/240> and <" UN
	    "A/77/275=A/77/275> see the <http://x.org/=page>.|");
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(symbols_end_where_the_grammar_ends),
		cmocka_unit_test(symbols_and_numbers_get_targets),
		cmocka_unit_test(decisions_and_other_numbers_are_text),
		cmocka_unit_test(printed_addresses_become_targets),
		cmocka_unit_test(addresses_in_the_text_are_links),
		cmocka_unit_test(symbols_broken_by_lines_and_blanks_are_joined),
		cmocka_unit_test(links_of_the_form_are_kept_or_computed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
