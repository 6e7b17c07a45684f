/* SPDX-License-Identifier: MIT */
/* test_signs.c - what stops, capitals and letters without case say of where blocks begin and end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/work.h"
#include "unit/outline.h"

#define NORTH "1. The keepers of the old harbour wrote to the council about training and ropes, and\n" \
              "asked for new ladders and for more training to be held before the winter storms of\nthat year.\n" \
              "A. Help for young keepers of harbours and winter\n"
#define NORTH_BLOCKS "field 0: A/98/12\nheading 1: I. Towns\n" \
                     "para 0: 1. The keepers of the old harbour wrote to the council about training and ropes, and | " \
                     "asked " \
                     "for new ladders and for more training to be held before the winter storms of | that year.\n" \
                     "heading 2: A. Help for young keepers of harbours and winter"

/* A capital of a word that the text has in small letters begins something; that of a name may stand anywhere. */
static void
capitals_that_begin(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n" NORTH "Training of the towns\n2. The council agreed, and towers were painted at "
	    "once.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       NORTH_BLOCKS "\nplain-heading 3: Training of the towns\npara 0: 2. The council agreed, and towers were "
	                    "painted at once.\n");
	expect("A/98/12\n\nI. Towns\n" NORTH "Amberland of the towns\n2. The council agreed, and towers were painted at "
	    "once.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       NORTH_BLOCKS " | Amberland of the towns\npara 0: 2. The council agreed, and towers were painted at once.\n");
	/* with the word behind it "Training" is of a name that the text has */
	expect("A/98/12\n\nI. Towns\n" NORTH "Training House of towns\n2. The council had training for training, and "
	    "more training, in the Training House.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       NORTH_BLOCKS " | Training House of towns\npara 0: 2. The council had training for training, and "
	                    "more training, in the Training House.\n");
	/* a short word may begin the second line of a title */
	expect("A/98/12\n\nI. Города\n"
	       "1. Смотрители старой гавани написали совету о канатах и о новых лестницах на башни, и\n"
	       "просили прислать их на остров и на мол до зимних бурь того же года, как просили\nпрежде.\n"
	       "A. Помощь молодым смотрителям гаваней и башен\nНа острове и на молу\n"
	       "2. Совет согласился, и башни были покрашены.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/98/12\nheading 1: I. Города\n"
	       "para 0: 1. Смотрители старой гавани написали совету о канатах и о новых лестницах на башни, и | "
	       "просили прислать их на остров и на мол до зимних бурь того же года, как просили | прежде.\n"
	       "heading 2: A. Помощь молодым смотрителям гаваней и башен | На острове и на молу\n"
	       "para 0: 2. Совет согласился, и башни были покрашены.\n");
	/* a name that begins with a number */
	expect("A/98/12\n\nI. Towns\n"
	       "1. The keepers of the old harbour wrote to the council about the agenda and the ropes, and\n"
	       "their agenda was the same as that of the towns, since ropes are part of the 2098\n"
	       "Agenda of the keepers, and of the agenda of the towns, which the 2098 Agenda took as\nits own.\n"
	       "2. The council met.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbour wrote to the council about the agenda and the ropes, and | their "
	       "agenda was the same as that of the towns, since ropes are part of the 2098 | Agenda of the keepers, and of "
	       "the agenda of the towns, which the 2098 Agenda took as | its own.\npara 0: 2. The council met.\n");
}

/* A stop within a number or a bracket that is still to close ends no sentence; one before a call does. */
static void
stops_that_end_nothing(void **state)
{
	(void)state;
	assert_int_equal(evidence_end(SPAN_LIT("Step 4.12")), END_OPEN);
	assert_int_equal(evidence_end(SPAN_LIT("Step 4.1.2")), END_OPEN);
	assert_int_equal(evidence_end(SPAN_LIT("Bells of the coast (art. 7)")), END_OPEN);
	assert_int_equal(evidence_end(SPAN_LIT("Bells of the coast [No. 12]")), END_OPEN);
	assert_int_equal(evidence_end(SPAN_LIT("Bells were rung (in the spring).7")), END_STOP);
	assert_int_equal(evidence_end(SPAN_LIT("Bells were rung in 2098.7")), END_STOP);
	assert_int_equal(evidence_end(SPAN_LIT("Bells were rung in 2098. 7")), END_STOP);
	assert_int_equal(evidence_end(SPAN_LIT("Bells were rung in 2097/98.7")), END_STOP);
	assert_int_equal(evidence_end(SPAN_LIT("(Bells were rung.)")), END_STOP);
	assert_int_equal(evidence_end(SPAN_LIT("Bells were rung.(1)")), END_STOP);
	expect("A/98/12\n\nI. Bells\n\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them.\n"
	       "Aim 1.1\n"
	       "2. The councils answered in the summer that the ropes had been bought, but that the ladders\n"
	       "were still to be made by the carpenters of the coast.\n"
	       "Rights of the keepers (art. 7)\n"
	       "3. The bells were rung at the least once a day in all the towers of the coast, as the keepers\n"
	       "had been asked to do by the council.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Bells\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, "
	       "since nobody had told them.\n"
	       "plain-heading 2: Aim 1.1\n"
	       "para 0: 2. The councils answered in the summer that the ropes had been bought, but that the ladders | were "
	       "still to be made by the carpenters of the coast.\n"
	       "plain-heading 2: Rights of the keepers (art. 7)\n"
	       "para 0: 3. The bells were rung at the least once a day in all the towers of the coast, as the keepers | "
	       "had been asked to do by the council.\n");
}

/* Lines in capitals are no lines of what is in small letters, and a line that recurs over no text is no heading. */
static void
capitals_and_closing_lines(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes and ladders, and the answers of all the towns are given below, by the\n"
	       "names of those who gave them.\n"
	       "Ms. Anna Amber, Mayor of the islands\n"
	       "BIRCHLAND\n"
	       "Mr. Bernard Birch, Mayor of the towns on the southern coast and on the islands before it\n"
	       "2. The council met.\n"
	       "Spring meeting\n4 May 2098\n"
	       "3. The council met again.\n"
	       "Spring meeting\n5 May 2098\n"
	       "4. The council met once more.\n"
	       "Spring meeting\n6 May 2098\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes and ladders, and the answers of all the towns are given below, by the | names of those "
	       "who gave them.\n"
	       "p 0: Ms. Anna Amber, Mayor of the islands\nplain-heading 2: BIRCHLAND\n"
	       "p 0: Mr. Bernard Birch, Mayor of the towns on the southern coast and on the islands before it\n"
	       "para 0: 2. The council met.\np 0: Spring meeting\np 0: 4 May 2098\n"
	       "para 0: 3. The council met again.\np 0: Spring meeting\np 0: 5 May 2098\n"
	       "para 0: 4. The council met once more.\np 0: Spring meeting\np 0: 6 May 2098\n");
}

/*
 * Letters that have no case are letters too, and no code; the
 * letters of an ordinal number have no case of their own.
 */
static void
letters_without_case(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. 海港的看守人在春天写信给理事会，谈到钟绳和梯子，并要求在冬天的风暴到来之前购买新的钟\n绳。\n"
	       "\n"
	       "钟绳(续)(A/C.7/98/L.4)\n\n2. 理事会表示同意。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/98/12\n"
	       "para 0: 1. 海港的看守人在春天写信给理事会，谈到钟绳和梯子，并要求在冬天的风暴到来之前购买新的钟 | 绳。\n"
	       "plain-heading 1: 钟绳(续)(A/C.7/98/L.4)\npara 0: 2. 理事会表示同意。\n");
	expect("A/98/12\n\n1. كتب حراس الميناء القديم إلى المجلس في الربيع عن الحبال والسلالم التي فقدت في أبراج\n"
	       "الساحل قبل الشتاء.\n\nإصلاح الأجراس (تابع) (A/C.7/98/L.4)\n\n2. ووافق المجلس على ذلك.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "field 0: A/98/12\n"
	       "para 0: 1. كتب حراس الميناء القديم إلى المجلس في الربيع عن الحبال والسلالم التي فقدت في أبراج | "
	       "الساحل قبل الشتاء.\n"
	       "plain-heading 1: إصلاح الأجراس (تابع) (A/C.7/98/L.4)\npara 0: 2. ووافق المجلس على ذلك.\n");
	expect("A/98/12\n\nI. Towns\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes and ladders, and the answers of all the towns are given below.\n"
	       "Ms. Anna Amber, Mayor of the islands\nBIRCHLAND (2nd TERM)\n"
	       "Mr. Bernard Birch, Mayor of the towns on the southern coast and on the islands before it\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes and ladders, and the answers of all the towns are given below.\n"
	       "p 0: Ms. Anna Amber, Mayor of the islands\nplain-heading 2: BIRCHLAND (2nd TERM)\n"
	       "p 0: Mr. Bernard Birch, Mayor of the towns on the southern coast and on the islands before it\n");
}

#define SAID "At the spring meeting, on the fourth of May 2098, the Northeastern Ports\n"
#define FOR_ "Administrative Council for the Harbours of the Coast took note of the report on "

/* The same words over the same next word, for which they leave no room, begin a sentence and are no heading. */
static void
sentences_that_recur(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes and ladders, and the answers of all the towns are given below, by the\n"
	       "names of those who gave them.\n"
	       "Decision 98/1\nRopes, wood, signals, paint, lanterns, fire and winter storms\n" SAID FOR_ "ropes,\nas it "
	       "had been asked to.\n"
	       "Decision 98/2\nLadders for the keepers of the northern and eastern harbours\n" SAID FOR_ "ladders\nand "
	       "paint, as it had been asked to.\n"
	       "Decision 98/3\nBells, and what is to be heard of them on all the islands\n" SAID FOR_ "bells,\nwhich it "
	       "had read.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes and ladders, and the answers of all the towns are given below, by the | names of those "
	       "who gave them.\n"
	       "plain-heading 2: Decision 98/1\nplain-heading 2: Ropes, wood, signals, paint, lanterns, fire and winter "
	       "storms\n"
	       "p 0: At the spring meeting, on the fourth of May 2098, the Northeastern Ports | " FOR_ "ropes, | as it "
	       "had been "
	       "asked to.\n"
	       "plain-heading 2: Decision 98/2\nplain-heading 2: Ladders for the keepers of the northern and eastern "
	       "harbours\n"
	       "p 0: At the spring meeting, on the fourth of May 2098, the Northeastern Ports | " FOR_ "ladders | and "
	       "paint, as "
	       "it had been asked to.\n"
	       "plain-heading 2: Decision 98/3\nplain-heading 2: Bells, and what is to be heard of them on all the "
	       "islands\n"
	       "p 0: At the spring meeting, on the fourth of May 2098, the Northeastern Ports | " FOR_ "bells, | which it "
	       "had "
	       "read.\n");
}

/* Signs that part the text, or were read from its margin, have no words for a heading. */
static void
signs_without_words(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes and ladders, and the answers of all the towns are given below.\n\n"
	       "/\n\n"
	       "2. The council met in the summer, when the ropes had been bought and the ladders painted in\n"
	       "all the towers of the coast.\n\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes and ladders, and the answers of all the towns are given below.\n"
	       "p 0: /\n"
	       "para 0: 2. The council met in the summer, when the ropes had been bought and the ladders painted in | all "
	       "the towers of the coast.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(capitals_that_begin),
		cmocka_unit_test(stops_that_end_nothing),
		cmocka_unit_test(capitals_and_closing_lines),
		cmocka_unit_test(letters_without_case),
		cmocka_unit_test(sentences_that_recur), cmocka_unit_test(signs_without_words),
	};

	return cmocka_run_group_tests_name("stops and capitals", tests, NULL, NULL);
}
