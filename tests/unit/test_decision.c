/* SPDX-License-Identifier: MIT */
/* test_decision.c - invented decisions: the number ends the head, the text says at which meeting, no chapeau. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

#define HEAD_EN "United Nations\nA/DEC/98/512\nGeneral Assembly\nDecision\nNinety-eighth session\nAgenda item 7\n" \
	"Bells\n"
#define BLOCKS_EN "field 0: United Nations\nfield 0: A/DEC/98/512\nfield 0: General Assembly\np 0: Decision\n" \
	"field 0: Ninety-eighth session\nfield 0: Agenda item 7\nfield 0: Bells\n"

/* The only sentence stands right under the title, and no blank line tells them apart. */
static void
one_sentence_in_wrapped_lines(void **state)
{
	(void)state;
	expect(HEAD_EN
	       "98/512. Report on the bells of the small harbours and on those who keep\nand ring them\n"
	       "At its 46th plenary meeting, on 3 May 2043, the General Assembly took note of\n"
	       "the report of the keepers.\n46th plenary meeting\n3 May 2043\n",
	       SOURCE_PAGE_SINGLE, "en",
	       BLOCKS_EN
	       "plain-heading 1: 98/512. Report on the bells of the small harbours and on those who keep | and ring them\n"
	       "p 0: At its 46th plenary meeting, on 3 May 2043, the General Assembly took note of | "
	       "the report of the keepers.\n"
	       "adoption 0: 46th plenary meeting\nadoption 0: 3 May 2043\n");
}

/* Rows of a label and a name under the title are no particulars of the paper, but text. */
static void
elected_under_the_title(void **state)
{
	struct buf out = {0};

	(void)state;
	outline(HEAD_EN
	        "98/512. Election of the keepers of the bells\n"
	        "At its 46th plenary meeting, on 3 May 2043, the General Assembly elected the following keepers, who will "
	        "serve for two years and report to it on all that they have heard and seen:\n"
	        "First Harbour: Ada Lightman (Coast)\nSecond Harbour: Bo Reed (Marsh)\nThird Harbour: Cy Stone (Hill)\n"
	        "46th plenary meeting\n3 May 2043\n",
	        SOURCE_PAGE_SINGLE, "en", &out);
	assert_non_null(strstr(out.data, "\np 0: First Harbour: Ada Lightman (Coast)"));
	assert_non_null(strstr(out.data, "\nadoption 0: 46th plenary meeting\nadoption 0: 3 May 2043\n"));
	buf_free(&out);
}

/* A sentence that names the meeting in its first line closes nothing. */
static void
meeting_in_the_first_line(void **state)
{
	(void)state;
	expect("Организация Объединенных Наций\nA/DEC/98/512\nГенеральная Ассамблея\nДевяносто восьмая сессия\n"
	       "Пункт 7 повестки дня\nКолокола\n98/512. Колокола малых портов\n"
	       "На своем 46-м пленарном заседании 3 мая 2043 года Генеральная\n"
	       "Ассамблея постановила включить пункт о колоколах в повестку дня.\n"
	       "46-е пленарное заседание\n3 мая 2043 года\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: Организация Объединенных Наций\nfield 0: A/DEC/98/512\nfield 0: Генеральная Ассамблея\n"
	       "field 0: Девяносто восьмая сессия\nfield 0: Пункт 7 повестки дня\nfield 0: Колокола\n"
	       "plain-heading 1: 98/512. Колокола малых портов\n"
	       "p 0: На своем 46-м пленарном заседании 3 мая 2043 года Генеральная | "
	       "Ассамблея постановила включить пункт о колоколах в повестку дня.\n"
	       "adoption 0: 46-е пленарное заседание\nadoption 0: 3 мая 2043 года\n");
	expect("联合国\nA/DEC/98/512\n大会\n第九十八届会议\n议程项目7\n钟声\n98/512. 小港口的钟声\n"
	       "2043年5月3日大会第46次全体会议决定将题为“小港口的钟声”的项目列入大会第\n九十九届会议议程草案。\n"
	       "第46次全体会议\n2043年5月3日\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: 联合国\nfield 0: A/DEC/98/512\nfield 0: 大会\nfield 0: 第九十八届会议\nfield 0: 议程项目7\n"
	       "field 0: 钟声\nplain-heading 1: 98/512. 小港口的钟声\n"
	       "p 0: 2043年5月3日大会第46次全体会议决定将题为“小港口的钟声”的项目列入大会第 | 九十九届会议议程草案。\n"
	       "adoption 0: 第46次全体会议\nadoption 0: 2043年5月3日\n");
}

/* The head prints no date: that of the adoption is the date of the paper. */
static void
dated_by_its_adoption(void **state)
{
	struct read_paper p = read_paper(HEAD_EN "98/512. Bells of the harbours\nAt its 46th plenary meeting, on "
	                                 "3 May 2043, the General Assembly took note of the report.\n46th plenary meeting\n"
	                                 "3 May 2043\n", "en");

	(void)state;
	assert_int_equal(p.root->first->kind, REP_HEAD);
	assert_string_equal(rep_get(p.root->first, "date"), "2043-05-03");
	read_paper_free(&p);
}

/* The number may stand without a stop: the symbol ends in it. */
static void
number_without_a_stop(void **state)
{
	(void)state;
	expect("الأمم المتحدة\nA/DEC/98/512\nالجمعية العامة\nالدورة الثامنة والتسعون\nالبند 7 من جدول الأعمال\n"
	       "98/512 أجراس الموانئ الصغيرة\n"
	       "أحاطت الجمعية العامة علما، في جلستها العامة 46، المعقودة في 3 أيار/مايو 2043، بتقرير الحراس.\n"
	       "الجلسة العامة 46\n3 أيار/مايو 2043\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "field 0: الأمم المتحدة\nfield 0: A/DEC/98/512\nfield 0: الجمعية العامة\nfield 0: الدورة الثامنة والتسعون\n"
	       "field 0: البند 7 من جدول الأعمال\nplain-heading 1: 98/512 أجراس الموانئ الصغيرة\n"
	       "p 0: أحاطت الجمعية العامة علما، في جلستها العامة 46، المعقودة في 3 أيار/مايو 2043، بتقرير الحراس.\n"
	       "adoption 0: الجلسة العامة 46\nadoption 0: 3 أيار/مايو 2043\n");
}

/* Rows that say who was elected to what are each a paragraph, however full they are. */
static void
rows_behind_full_lines(void **state)
{
	struct buf out = {0};

	(void)state;
	outline("联合国\nA/DEC/98/512\n大会\n决定\n第九十八届会议\n议程项目7\n钟声\n98/512. 选举各港口钟声委员会主席\n"
	        "2043年6月7日，各港口钟声委员会举行会议，选出它们在第九十九届会议期间的主席。\n"
	        "大会主席在2043年6月8日第46次全体会议上宣布，下列人士当选为各委员会的主席：\n"
	        "第一港口委员会：阿达·莱特曼(海岸国)\n第二港口委员会：博·里德(沼泽之国)\n"
	        "第三港口委员会：赛·斯通(山国)\n第四港口委员会：德·海尔(平湖国)\n第五港口委员会：艾·福特(河国)\n"
	        "第46次全体会议\n2043年6月8日\n",
	        SOURCE_PAGE_SINGLE, "zh", &out);
	assert_non_null(strstr(out.data, "\np 0: 第一港口委员会：阿达·莱特曼(海岸国)\np 0: 第二港口"));
	assert_non_null(strstr(out.data, "(沼泽之国)\np 0: 第三港口委员会：赛·斯通(山国)\np 0: 第四港口"));
	buf_free(&out);
}

/* The text begins under a title that is full, with the day and with nothing that names a meeting. */
static void
day_under_a_full_title(void **state)
{
	struct buf out = {0};

	(void)state;
	outline(HEAD_EN "98/512. Election of the keepers of the bells of all the small harbours of the coast\n"
	        "On 3 May 2043, the keepers of all the bells that hang in the harbours of the coast met\n"
	        "and were asked to name the oldest of them.\n46th plenary meeting\n3 May 2043\n",
	        SOURCE_PAGE_SINGLE, "en", &out);
	assert_non_null(strstr(out.data, "harbours of the coast\np 0: On 3 May 2043, the keepers"));
	buf_free(&out);
}

/* Each paragraph of a decision says when it was decided, also behind a full line. */
static void
occasion_behind_a_full_line(void **state)
{
	struct buf out = {0};

	(void)state;
	outline(HEAD_EN "98/512. Bells of the small harbours\n"
	        "At its 46th plenary meeting, on 3 May 2043, the General Assembly decided to hold\n"
	        "the debate on the bells in the harbours and to ask the keepers to ring all of them.\n"
	        "At the same meeting, the General Assembly decided to ask the keepers of the bells\n"
	        "for a report on the sound of each of them and on those who ring them in the night.\n"
	        "On 5 May 2043, the keepers of the bells of all small harbours heard what was asked\n"
	        "and began with the oldest of them.\n46th plenary meeting\n3 May 2043\n",
	        SOURCE_PAGE_SINGLE, "en", &out);
	assert_non_null(strstr(out.data, "all of them.\np 0: At the same meeting, the General"));
	assert_non_null(strstr(out.data, "in the night.\np 0: On 5 May 2043, the keepers"));
	buf_free(&out);
}

/* Most of the text stands in a line no page holds: the short ones are no wrapped text either. */
static void
one_paragraph_a_line(void **state)
{
	(void)state;
	expect(HEAD_EN
	       "98/512. Bells of the small harbours and those who ring them at night\n"
	       "At its 46th plenary meeting, on 3 May 2043, the General Assembly, on the proposal of the keepers, decided to "
	       "put off the question of the bells and to take it up again at its ninety-ninth session.\n"
	       "46th plenary meeting\n3 May 2043\n",
	       SOURCE_PAGE_SINGLE, "en",
	       BLOCKS_EN
	       "plain-heading 1: 98/512. Bells of the small harbours and those who ring them at night\n"
	       "p 0: At its 46th plenary meeting, on 3 May 2043, the General Assembly, on the proposal of the keepers, decided "
	       "to put off the question of the bells and to take it up again at its ninety-ninth session.\n"
	       "adoption 0: 46th plenary meeting\nadoption 0: 3 May 2043\n");
}

/* Without a masthead the number, the title and the meeting under it say that it is one. */
static void
without_a_masthead(void **state)
{
	(void)state;
	expect("98/512. Report on the bells of the small harbours and on those who keep\nand ring them\n"
	       "At its 46th plenary meeting, on 3 May 2043, the General Assembly took note of\n"
	       "the report of the keepers.\n46th plenary meeting\n3 May 2043\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: 98/512. Report on the bells of the small harbours and on those who keep | and ring them\n"
	       "p 0: At its 46th plenary meeting, on 3 May 2043, the General Assembly took note of | "
	       "the report of the keepers.\n"
	       "adoption 0: 46th plenary meeting\nadoption 0: 3 May 2043\n");
	expect("98/512. 小港的钟\n\n2043年5月3日大会第46次全体会议表示注意到守钟人的报告。\n\n第46次全体会议\n\n2043年5月3日\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "plain-heading 1: 98/512. 小港的钟\np 0: 2043年5月3日大会第46次全体会议表示注意到守钟人的报告。\n"
	       "adoption 0: 第46次全体会议\nadoption 0: 2043年5月3日\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_sentence_in_wrapped_lines), cmocka_unit_test(elected_under_the_title),
		cmocka_unit_test(meeting_in_the_first_line), cmocka_unit_test(number_without_a_stop),
		cmocka_unit_test(dated_by_its_adoption), cmocka_unit_test(rows_behind_full_lines),
		cmocka_unit_test(day_under_a_full_title), cmocka_unit_test(occasion_behind_a_full_line),
		cmocka_unit_test(one_paragraph_a_line), cmocka_unit_test(without_a_masthead),
	};

	return cmocka_run_group_tests_name("decisions", tests, NULL, NULL);
}
