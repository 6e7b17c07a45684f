/* SPDX-License-Identifier: MIT */
/* test_titles.c - titles of resolutions and decisions, and the lines that frame them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

/* A title may end with the name of the organ, and go on with numbers of other resolutions. */
static void
titles_that_look_like_frames(void **state)
{
	(void)state;
	expect("Review of the orders of the harbour board 48/218 and 54/244 and\n59/272 and 64/263 and 69/253\n"
	       "98/512\nReview of the orders of the harbour board 48/218 and 54/244 and\n59/272 and 64/263 and 69/253\n"
	       "The General Assembly,\nRecalling its resolution 89/3 on the bells,\n1. Requests the keepers to ring "
	       "them.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "p 0: Review of the orders of the harbour board 48/218 and 54/244 and | "
	       "59/272 and 64/263 and 69/253\n"
	       "plain-heading 1: 98/512 | Review of the orders of the harbour board 48/218 and 54/244 and | "
	       "59/272 and 64/263 and 69/253\nchapeau 0: The General Assembly,\n"
	       "p 0: Recalling its resolution 89/3 on the bells,\npara 0: 1. Requests the keepers to ring them.\n");
	expect("98/512\nBells of small harbours rung by the keepers whom the\nGeneral Assembly\n"
	       "The General Assembly,\nRecalling its resolution 89/3 on the bells,\n1. Requests the keepers to ring "
	       "them.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: 98/512 | Bells of small harbours rung by the keepers whom the | General Assembly\n"
	       "chapeau 0: The General Assembly,\np 0: Recalling its resolution 89/3 on the bells,\n"
	       "para 0: 1. Requests the keepers to ring them.\n");
}

/* The line under the number of a resolution of a council says by whom and when it was adopted. */
static void
adopted_under_the_number(void **state)
{
	(void)state;
	expect("S/RES/98 (2098)\nUnited Nations\nSecurity Council\nDistr.: General\n3 May 2098\n\nResolution 98 (2098)\n"
	       "Adopted by the Security Council at its 98th meeting, on\n3 May 2098\n"
	       "The Security Council,\nRecalling its resolution 97 (2097) on harbour bells,\n"
	       "1. Decides to remain seized of the matter.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: S/RES/98 (2098)\nfield 0: United Nations\nfield 0: Security Council\nfield 0: Distr.: General\n"
	       "field 0: 3 May 2098\nplain-heading 1: Resolution 98 (2098)\n"
	       "plain-heading 1: Adopted by the Security Council at its 98th meeting, on | 3 May 2098\n"
	       "chapeau 0: The Security Council,\np 0: Recalling its resolution 97 (2097) on harbour bells,\n"
	       "para 0: 1. Decides to remain seized of the matter.\n");
}

/*
 * A number with its year is a title in any language; the lines
 * under it tell of its adoption, whatever they begin with.
 */
static void
adopted_under_a_number_with_its_year(void **state)
{
	(void)state;
	expect("S/RES/98 (2098)\n\nNaciones Unidas\n\nConsejo de Seguridad\n\nDistr. general\n3 de mayo de 2098\n\n"
	       "Resolución 98 (2098)\n\nAprobada por el Consejo de Seguridad en su 98a sesión,\ncelebrada el 3 de mayo de "
	       "2098\n\n"
	       "El Consejo de Seguridad,\nRecordando su resolución 97 (2097),\n1. Decide seguir ocupándose de la "
	       "cuestión.\n",
	       SOURCE_PAGE_SINGLE, "es",
	       "field 0: S/RES/98 (2098)\nfield 0: Naciones Unidas\nfield 0: Consejo de Seguridad\n"
	       "field 0: Distr. general\n"
	       "field 0: 3 de mayo de 2098\nplain-heading 1: Resolución 98 (2098)\n"
	       "plain-heading 1: Aprobada por el Consejo de Seguridad en su 98a sesión, | celebrada el 3 de mayo de 2098\n"
	       "chapeau 0: El Consejo de Seguridad,\np 0: Recordando su resolución 97 (2097),\n"
	       "para 0: 1. Decide seguir ocupándose de la cuestión.\n");
	expect("S/RES/98 (2098)\n\nОрганизация Объединенных Наций\n\nСовет Безопасности\n\nDistr.: General\n3 May 2098\n\n"
	       "Резолюция 98 (2098),\n\nпринятая Советом Безопасности на его 98-м заседании\n3 мая 2098 года\n\n"
	       "Совет Безопасности,\nссылаясь на свою резолюцию 97 (2097),\n1. постановляет заниматься этим вопросом.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: S/RES/98 (2098)\nfield 0: Организация Объединенных Наций\nfield 0: Совет Безопасности\n"
	       "field 0: Distr.: General\nfield 0: 3 May 2098\nplain-heading 1: Резолюция 98 (2098),\n"
	       "plain-heading 1: принятая Советом Безопасности на его 98-м заседании | 3 мая 2098 года\n"
	       "chapeau 0: Совет Безопасности,\np 0: ссылаясь на свою резолюцию 97 (2097),\n"
	       "para 0: 1. постановляет заниматься этим вопросом.\n");
}

/* The number may stand alone, without a stop or before a dash; a date in the title is no field. */
static void
titles_of_all_kinds(void **state)
{
	(void)state;
	expect("A/RES/98/512\n联合国\n大会\nDistr.: General\n第九十八届会议\n2098年12月1日大会决议\n"
	       "[根据第二委员会的报告 (A/98/640，第7段)]\n98/512.\n\n2099年港口钟声年\n大会，\n回顾其第97/1号决议，\n"
	       "1. 决定敲钟；\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/RES/98/512\nfield 0: 联合国\nfield 0: 大会\nfield 0: Distr.: General\nfield 0: 第九十八届会议\n"
	       "plain-heading 1: 2098年12月1日大会决议\np 0: [根据第二委员会的报告 (A/98/640，第7段)]\n"
	       "plain-heading 1: 98/512. | 2099年港口钟声年\nchapeau 0: 大会，\np 0: 回顾其第97/1号决议，\n"
	       "para 0: 1. 决定敲钟；\n");
	expect("98/512 – أجراس الموانئ\nإن الجمعية العامة ،\nإذ تشير إلى قرارها 97/1،\n1 - تقرر أن تقرع الأجراس.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "plain-heading 1: 98/512 – أجراس الموانئ\nchapeau 0: إن الجمعية العامة ،\np 0: إذ تشير إلى قرارها 97/1،\n"
	       "para 0: 1 - تقرر أن تقرع الأجراس.\n");
	expect("ES-98/5. Ropes of the harbour\nbells in 2098\nThe General Assembly\nAdopts the list of ropes.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: ES-98/5. Ropes of the harbour | bells in 2098\nchapeau 0: The General Assembly\n"
	       "p 0: Adopts the list of ropes.\n");
}

/* A number above the count of pages is no page number; the title comes back as running title. */
static void
title_number_and_running_title(void **state)
{
	(void)state;
	expect("A/RES/98/42\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n4 May 2098\n\n98/42\n\n"
	       "Bells of the small harbours\n\nThe General Assembly,\n"
	       "Noting that many of the bells of the coast are no longer rung by any hand, and that\n"
	       "the keepers who rang them\n\n"
	       "98-00001 (E)\n\n*9800001*\n\n\fA/RES/98/42\n\nBells of the small harbours\n\nretire,\n"
	       "1.\nDecides that every bell of the coast shall be rung once a year by those who keep it;\n\n2/2\n\n"
	       "98-00001\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/RES/98/42\nfield 0: United Nations\nfield 0: General Assembly\nfield 0: Distr.: General\n"
	       "field 0: 4 May 2098\nplain-heading 1: 98/42 | Bells of the small harbours\n"
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Noting that many of the bells of the coast are no longer rung by any hand, and that | the keepers who "
	       "rang them | retire,\n"
	       "para 0: 1. | Decides that every bell of the coast shall be rung once a year by those who keep it;\n");
}

/* The line of adoption of a Chinese paper says so at its end: the title is that with the number. */
static void
chinese_title(void **state)
{
	struct read_paper paper = read_paper("A/RES/98/512\n\n联合国\n\n大会\n\nDistr.: General\n"
	    "4 May 2098\n"
	    "第九十八届会议\n\n议程项目14\n\n2098年5月3日大会决议\n\n98/512. 小港口的钟\n\n大会，\n"
	    "回顾其关于钟的第89/3号决议，\n1. 请守钟人敲响各钟。\n",
	    "zh");
	const struct rep_node *title = element(paper.root, REP_TITLE), *line = element(paper.root, REP_KIND_LINE);

	(void)state;
	assert_non_null(title);
	assert_non_null(line);
	assert_int_equal(title->line_from, 15);
	assert_int_equal(line->line_from, 13);
	read_paper_free(&paper);
}

/* A statement of two pages: its title over the second is that of the first again. */
static void
title_over_the_second_page(void **state)
{
	(void)state;
	expect("United Nations\n\nS/PRST/2098/7\n\nSecurity Council\n\nDistr.: General\n4 May 2098\n\n"
	       "Statement by the President of the Security Council\n\n"
	       "At its meeting in May the President of the Council said what the keepers had asked of the Council:\n"
	       "\"The Council reaffirms its full support for the keepers of the bells of all the harbours of\n"
	       "the northern\n\n"
	       "98-00001 (E)\n\n*9800001*\n\n\fS/PRST/2098/7\n\nStatement by the President of the Security Council\n\n"
	       "coast and recalls what it said about ropes.\"\n\n2/2\n\n98-00001\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: United Nations\nfield 0: S/PRST/2098/7\nfield 0: Security Council\nfield 0: Distr.: General\n"
	       "field 0: 4 May 2098\nplain-heading 1: Statement by the President of the Security Council\n"
	       "p 0: At its meeting in May the President of the Council said what the keepers had asked of the Council:\n"
	       "p 0: \"The Council reaffirms its full support for the keepers of the bells of all the harbours of | the "
	       "northern | coast and recalls what it said about ropes.\"\n");
}

/* A symbol says that the paper is a decision. */
static void
kind_of_decisions(void **state)
{
	struct read_paper paper = read_paper("United Nations\n\nE/DEC/2098/301\n\n"
	    "Economic and Social Council\n\n"
	    "Distr.: General\n4 May 2098\n\n2098/301. Bells\n\nThe Economic and Social Council decided to ring the "
	    "bells.\n",
	    "en");

	(void)state;
	assert_string_equal(rep_get(paper.root, "kind"), "decision");
	read_paper_free(&paper);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles_that_look_like_frames),
		cmocka_unit_test(adopted_under_the_number),
		cmocka_unit_test(adopted_under_a_number_with_its_year),
		cmocka_unit_test(titles_of_all_kinds),
		cmocka_unit_test(title_number_and_running_title),
		cmocka_unit_test(chinese_title),
		cmocka_unit_test(title_over_the_second_page),
		cmocka_unit_test(kind_of_decisions),
	};

	return cmocka_run_group_tests_name("titles of resolutions", tests, NULL, NULL);
}
