/* SPDX-License-Identifier: MIT */
/* test_told.c - headings and other lines that what stands around them, or elsewhere, tells apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

#define KEEPERS \
	"The keepers of the old harbour wrote to the council about the ropes and the ladders,\n" \
	"which had been lost for a year in the northern towers of the coast, and asked for new\n"
#define KEEPERS_READ \
	"The keepers of the old harbour wrote to the council about the ropes and the ladders, | " \
	"which had been lost for a year in the northern towers of the coast, and asked for new | "
#define WORK "Dialogue of the keepers with the towns of the northern coast on the ropes, ladders\n" \
	"and bells of the harbours: the role of the council of the islands (continuation)\n"
#define WORK_READ "Dialogue of the keepers with the towns of the northern coast on the ropes, ladders | " \
	"and bells of the harbours: the role of the council of the islands (continuation)\n"

/* Full lines without a stop, between what is finished and the next number, are no paragraph. */
static void
between_numbered_paragraphs(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n1. " KEEPERS "ones.\n2. " KEEPERS "ones to be printed.\n" WORK "3. " KEEPERS
	    "bells.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\npara 0: 1. " KEEPERS_READ "ones.\n"
	       "para 0: 2. " KEEPERS_READ "ones to be printed.\nplain-heading 2: " WORK_READ
	       "para 0: 3. " KEEPERS_READ "bells.\n");
	expect("A/98/12\n\nI. Towns\n1. Asks the towns to mend the ropes that the keepers of the islands had painted "
	       "before;\n"
	       "The bells ahead\n2. Asks the towns to mend the bells that the keepers of the islands had painted before;\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. Asks the towns to mend the ropes that the keepers of the islands had painted before;\n"
	       "plain-heading 2: The bells ahead\n"
	       "para 0: 2. Asks the towns to mend the bells that the keepers of the islands had painted before;\n");
}

#define MENDED "请各镇修理岛上守护人以前漆过的绳索和梯子，并就此向下一届会议提出一份报告，其\n"
#define MENDED_READ "请各镇修理岛上守护人以前漆过的绳索和梯子，并就此向下一届会议提出一份报告，其 | "

/* Letters without case begin headings like capitals, and so does the year before them. */
static void
between_paragraphs_without_capitals(void **state)
{
	(void)state;
	expect("A/98/12\n\n一. 港口\n1. " MENDED "中列出各镇的钟；\n2021年7月1日至2022年6月30日期间的绳索\n"
	       "2. " MENDED "中列出各镇的梯子；\n今后各届会议的钟和灯塔\n3. " MENDED "中列出各镇的灯塔。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/98/12\nheading 1: 一. 港口\npara 0: 1. " MENDED_READ "中列出各镇的钟；\n"
	       "plain-heading 2: 2021年7月1日至2022年6月30日期间的绳索\npara 0: 2. " MENDED_READ "中列出各镇的梯子；\n"
	       "plain-heading 2: 今后各届会议的钟和灯塔\npara 0: 3. " MENDED_READ "中列出各镇的灯塔。\n");
}

/* The title of what an organ decides, behind the words that announce it. */
static void
over_a_decision(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n1. " KEEPERS "ones, and recommend the following draft decision:\n"
	       "Report of the Group of Keepers on the bells of the northern harbours of the coast\n"
	       "and agenda of its next session\nThe Economic and Social Council:\n"
	       "(a) Takes note of the report of the Group of Keepers on the ropes of the harbours;\n"
	       "(b) Decides that the next session of the Group shall be held in the islands.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. " KEEPERS_READ "ones, and recommend the following draft decision:\n"
	       "plain-heading 2: Report of the Group of Keepers on the bells of the northern harbours of the coast | "
	       "and agenda of its next session\np 0: The Economic and Social Council:\n"
	       "item 1: (a) Takes note of the report of the Group of Keepers on the ropes of the harbours;\n"
	       "item 1: (b) Decides that the next session of the Group shall be held in the islands.\n");
}

/* The text quotes the title that it stands under, and another heading is over that. */
static void
quoted_below(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n1. " KEEPERS "ones.\n2. " KEEPERS "ones.\n\n"
	       "Action taken by the council on its third item\nMending of the ropes of the harbours of the north\n"
	       "3.\nThe keepers introduced a draft resolution entitled “Mending of the ropes of the harbours\n"
	       "of the north” and asked the council to adopt it.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\npara 0: 1. " KEEPERS_READ "ones.\npara 0: 2. " KEEPERS_READ "ones.\n"
	       "plain-heading 2: Action taken by the council on its third item\n"
	       "plain-heading 3: Mending of the ropes of the harbours of the north\n"
	       "para 0: 3. | The keepers introduced a draft resolution entitled “Mending of the ropes of the harbours | "
	       "of the north” and asked the council to adopt it.\n");
}

/* In capitals a line is another than in small letters, which ends an entry of the list of each town. */
static void
capitals_are_other_words(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n1. " KEEPERS "ones.\nAMBERLAND\n"
	       "Mr. Bernard Birch, Mayor of the towns on the southern coast and on the islands of\nAmberland\n"
	       "Ms. Cora Cove, Keeper of the bells of the towns on the southern coast, islands of\nAmberland\n"
	       "Ms. Dora Dale, Keeper of the ropes of the towns on the southern coast, islands of\nAmberland\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\npara 0: 1. " KEEPERS_READ "ones.\nplain-heading 2: AMBERLAND\n"
	       "p 0: Mr. Bernard Birch, Mayor of the towns on the southern coast and on the islands of | Amberland\n"
	       "p 0: Ms. Cora Cove, Keeper of the bells of the towns on the southern coast, islands of | Amberland\n"
	       "p 0: Ms. Dora Dale, Keeper of the ropes of the towns on the southern coast, islands of | Amberland\n");
}

/* Over a figure or the symbol of a paper stands the cell of a table. */
static void
cells_over_values(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\n1. " KEEPERS "ones.\n\nAmber Islands\n\n1 983\n\nBirch Islands\n\nA/98/4\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\npara 0: 1. " KEEPERS_READ "ones.\n"
	       "p 0: Amber Islands\np 0: 1 983\np 0: Birch Islands\np 0: A/98/4\n");
}

/* A short line in capitals among others is a heading, and ends where small letters begin. */
static void
capitals_among_short_lines(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n1. " KEEPERS "ones.\n2. " KEEPERS "ones.\nMs. Anna Amber, Mayor of the islands\n\n"
	       "COUNCIL OF THE TOWERS\nMaster Bernard Birch, Harbours\nMistress Cora Cove, Ladders\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\npara 0: 1. " KEEPERS_READ "ones.\n"
	       "para 0: 2. " KEEPERS_READ "ones.\np 0: Ms. Anna Amber, Mayor of the islands\nplain-heading 2: COUNCIL OF "
	       "THE TOWERS\n"
	       "p 0: Master Bernard Birch, Harbours\np 0: Mistress Cora Cove, Ladders\n");
}

/* The last words of a drawing stand over its source. */
static void
over_a_source(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n1. " KEEPERS "ones.\n\nNorthern islands\n\nSource: Council of the islands.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\npara 0: 1. " KEEPERS_READ "ones.\n"
	       "p 0: Northern islands\np 0: Source: Council of the islands.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(between_numbered_paragraphs), cmocka_unit_test(between_paragraphs_without_capitals),
		cmocka_unit_test(over_a_decision), cmocka_unit_test(quoted_below),
		cmocka_unit_test(capitals_are_other_words), cmocka_unit_test(cells_over_values),
		cmocka_unit_test(capitals_among_short_lines), cmocka_unit_test(over_a_source),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
