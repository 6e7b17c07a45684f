/* SPDX-License-Identifier: MIT */
/* test_resolution_old.c - invented resolutions in the forms of 1946 to 1975, and the blocks found in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

/* A number with its session, and at the end the meeting with a comma before the date. */
static void
numbers_with_a_session(void **state)
{
	(void)state;
	expect("2991 (XVII). Bells of the small harbours\n\nThe General Assembly,\n\n"
	       "Noting with regret that many bells of the coast are no longer rung by hand,\n\n"
	       "1. Requests the keepers to ring the bells once in every year;\n\n"
	       "2. Decides to inscribe the question of the bells on the provisional agenda of its\nnext session.\n\n"
	       "1234th plenary meeting,\n12 December 1962.\n\n\n"
	       "1503 (XLVIII). Ropes of the small harbours\n\nThe Economic and Social Council,\n\n"
	       "Noting resolutions 7 (XXVI) and 17 (XXV) of the keepers,\n\n"
	       "Takes note of the report of the keepers on the ropes of the small harbours.\n\n"
	       "1235th plenary meeting,\n13 December 1962.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: 2991 (XVII). Bells of the small harbours\nchapeau 0: The General Assembly,\n"
	       "p 0: Noting with regret that many bells of the coast are no longer rung by hand,\n"
	       "para 0: 1. Requests the keepers to ring the bells once in every year;\n"
	       "para 0: 2. Decides to inscribe the question of the bells on the provisional agenda of its | "
	       "next session.\n"
	       "adoption 0: 1234th plenary meeting,\nadoption 0: 12 December 1962.\n"
	       "plain-heading 1: 1503 (XLVIII). Ropes of the small harbours\n"
	       "chapeau 0: The Economic and Social Council,\n"
	       "p 0: Noting resolutions 7 (XXVI) and 17 (XXV) of the keepers,\n"
	       "p 0: Takes note of the report of the keepers on the ropes of the small harbours.\n"
	       "adoption 0: 1235th plenary meeting,\nadoption 0: 13 December 1962.\n");
	expect("1803 (XVII). Колокола малых портов\n\nГенеральная Ассамблея,\n\n"
	       "учитывая, что в колокола малых портов звонят вручную,\n\n"
	       "1. заявляет, что право звонить в колокола принадлежит смотрителям.\n\n"
	       "1194-е пленарное заседание,\n14 декабря 1962 года.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "plain-heading 1: 1803 (XVII). Колокола малых портов\nchapeau 0: Генеральная Ассамблея,\n"
	       "p 0: учитывая, что в колокола малых портов звонят вручную,\n"
	       "para 0: 1. заявляет, что право звонить в колокола принадлежит смотрителям.\n"
	       "adoption 0: 1194-е пленарное заседание,\nadoption 0: 14 декабря 1962 года.\n");
	expect("3201 (S-VI). Cloches des petits ports\n\nL’Assemblée générale,\n\n"
	       "Considérant que les cloches des petits ports sont sonnées à la main,\n\n"
	       "Demande aux gardiens de sonner les cloches.\n\n1194e séance plénière,\n14 décembre 1962.\n",
	       SOURCE_PAGE_SINGLE, "fr",
	       "plain-heading 1: 3201 (S-VI). Cloches des petits ports\nchapeau 0: L’Assemblée générale,\n"
	       "p 0: Considérant que les cloches des petits ports sont sonnées à la main,\n"
	       "p 0: Demande aux gardiens de sonner les cloches.\n"
	       "adoption 0: 1194e séance plénière,\nadoption 0: 14 décembre 1962.\n");
}

/* Chinese figures in words; Arabic sessions. */
static void
figures_in_words(void **state)
{
	(void)state;
	expect("2997(XXVII). 小港口的钟\n\n大会，\n\n考虑到小港口的钟是用手敲响的，\n\n1. 请守钟人每年敲钟一次。\n\n"
	       "一九七二年十二月十五日\n第二一一二次全体会议\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "plain-heading 1: 2997(XXVII). 小港口的钟\nchapeau 0: 大会，\n"
	       "p 0: 考虑到小港口的钟是用手敲响的，\npara 0: 1. 请守钟人每年敲钟一次。\n"
	       "adoption 0: 一九七二年十二月十五日\nadoption 0: 第二一一二次全体会议\n");
	expect("2991 (د - 27) - أجراس الموانئ الصغيرة\n\nإن الجمعية العامة،\n\n"
	       "إذ تلاحظ أن أجراس الموانئ الصغيرة تقرع باليد،\n\n"
	       "1 - تطلب إلى الحراس أن يقرعوا الأجراس مرة كل سنة.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "plain-heading 1: 2991 (د - 27) - أجراس الموانئ الصغيرة\nchapeau 0: إن الجمعية العامة،\n"
	       "p 0: إذ تلاحظ أن أجراس الموانئ الصغيرة تقرع باليد،\n"
	       "para 0: 1 - تطلب إلى الحراس أن يقرعوا الأجراس مرة كل سنة.\n");
}

/* The name of the organ without a comma, lettered parts with titles, a meeting told in words. */
static void
parts_of_old(void **state)
{
	(void)state;
	expect("217 (III). BELLS OF THE SMALL HARBOURS\n\nA\n\nLIST OF BELLS\n\nThe General Assembly\n\n"
	       "Considering that the bells of the small harbours are older than their keepers,\n\n"
	       "1. Approves the list of bells.\n\nHundred and eighty-third plenary meeting,\n10 December 1948.\n\n"
	       "B\n\nRIGHT OF RINGING\n\nThe General Assembly,\n\n"
	       "Considering that the right of ringing is one of the oldest rights of keepers,\n\n"
	       "Decides not to take any action on this matter at the present session.\n\n"
	       "Hundred and eighty-third plenary meeting,\n10 December 1948.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: 217 (III). BELLS OF THE SMALL HARBOURS\nheading 1: A | LIST OF BELLS\n"
	       "chapeau 0: The General Assembly\n"
	       "p 0: Considering that the bells of the small harbours are older than their keepers,\n"
	       "para 0: 1. Approves the list of bells.\n"
	       "adoption 0: Hundred and eighty-third plenary meeting,\nadoption 0: 10 December 1948.\n"
	       "heading 1: B | RIGHT OF RINGING\nchapeau 0: The General Assembly,\n"
	       "p 0: Considering that the right of ringing is one of the oldest rights of keepers,\n"
	       "p 0: Decides not to take any action on this matter at the present session.\n"
	       "adoption 0: Hundred and eighty-third plenary meeting,\nadoption 0: 10 December 1948.\n");
}

/* Under a resolution of the Security Council: how it was adopted, in one sentence of a few short lines. */
static void
adopted_at_a_meeting(void **state)
{
	(void)state;
	expect("Resolution 242 (1967)\n\nof 22 November 1967\n\nThe Security Council,\n\n"
	       "Expressing its continuing concern with the grave silence of the bells,\n\n"
	       "1. Requests the Secretary-General to name a keeper of all the bells of the harbours.\n\n"
	       "Adopted unanimously at the\n1382nd meeting.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Resolution 242 (1967)\nplain-heading 1: of 22 November 1967\n"
	       "chapeau 0: The Security Council,\n"
	       "p 0: Expressing its continuing concern with the grave silence of the bells,\n"
	       "para 0: 1. Requests the Secretary-General to name a keeper of all the bells of the harbours.\n"
	       "adoption 0: Adopted unanimously at the | 1382nd meeting.\n");
}

/* The symbol with its year, over the name of the organ, is no number over a chapeau. */
static void
symbol_with_a_year(void **state)
{
	(void)state;
	expect("United Nations\n\nS/RES/9978 (2095)\n\nSecurity Council\n\nDistr.: General\n\n30 April 2095\n\n"
	       "Resolution 9978 (2095)\n\n"
	       "Adopted by the Security Council at its 19909th meeting, on 30 April 2095\n\n"
	       "The Security Council,\n\nRecalling its earlier resolutions on the bells of the harbours,\n\n"
	       "1. Decides to remain seized of the bells.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: United Nations\nfield 0: S/RES/9978 (2095)\nfield 0: Security Council\n"
	       "field 0: Distr.: General\nfield 0: 30 April 2095\nplain-heading 1: Resolution 9978 (2095)\n"
	       "plain-heading 1: Adopted by the Security Council at its 19909th meeting, on 30 April 2095\n"
	       "chapeau 0: The Security Council,\n"
	       "p 0: Recalling its earlier resolutions on the bells of the harbours,\n"
	       "para 0: 1. Decides to remain seized of the bells.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_with_a_session), cmocka_unit_test(figures_in_words),
		cmocka_unit_test(parts_of_old), cmocka_unit_test(adopted_at_a_meeting),
		cmocka_unit_test(symbol_with_a_year),
	};

	return cmocka_run_group_tests_name("old resolutions", tests, NULL, NULL);
}
