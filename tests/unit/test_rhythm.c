/* SPDX-License-Identifier: MIT */
/* test_rhythm.c - paragraphs that end on full lines: as often as the others of the text show. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

#define TOLD " told the council of ropes and ladders which had been lost for a year in the towers of the"
#define ONE(who, where) who TOLD "\n" where "\n"
#define ONE_READ(who, where) "p 0: " who TOLD " | " where "\n"
#define MANY "They met. They ate. They hid. They rose. They sang. They left. They ran."
#define YEAR "In the spring of the year that followed, when nobody had told them anything about it at all,"
#define FULL "the keepers of the old harbour wrote to the council about the ropes and the ladders there."
#define NEXT "Bells were rung in all the towers of the coast when the boats came home before the winter storms,"
#define LAST "and the town was glad."

/* Where paragraphs have one sentence each, a stop on a full line ends one; where they have many, it does not. */
static void
stops_on_full_lines(void **state)
{
	(void)state;
	expect("Statement\n"
	       ONE("Amber", "north.") ONE("Birch", "south.") ONE("Clover", "west.") ONE("Dill", "east.")
	       ONE("Elder", "coast.") ONE("Fern", "isles.") ONE("Gorse", "bay.") ONE("Heath", "cove.")
	       YEAR "\n" FULL "\n" NEXT "\n" LAST "\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Statement\n"
	       ONE_READ("Amber", "north.") ONE_READ("Birch", "south.") ONE_READ("Clover", "west.")
	       ONE_READ("Dill", "east.") ONE_READ("Elder", "coast.") ONE_READ("Fern", "isles.")
	       ONE_READ("Gorse", "bay.") ONE_READ("Heath", "cove.")
	       "p 0: " YEAR " | " FULL "\np 0: " NEXT " | " LAST "\n");
	expect("Statement\n"
	       ONE("Amber", "north. " MANY) ONE("Birch", "south. " MANY) ONE("Clover", "west. " MANY)
	       YEAR "\n" FULL "\n" NEXT "\n" LAST " " MANY "\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Statement\n"
	       ONE_READ("Amber", "north. " MANY) ONE_READ("Birch", "south. " MANY) ONE_READ("Clover", "west. " MANY)
	       "p 0: " YEAR " | " FULL " | " NEXT " | " LAST " " MANY "\n");
}

#define ON "met. They ate. They hid. They rose. They sang. They left. They ran. They wept. They slept. They"
#define TWICE YEAR " the keepers of the old harbour wrote to the council about the ropes and the ladders of the town."
#define FOUR(end) ON end ON end ON end ON end

/* In a text of long paragraphs the same is so where the extraction made two lines one, whose second part is as full. */
static void
lines_run_together(void **state)
{
	(void)state;
	expect("Statement\nIn the spring they came to the towers of the coast, and when they had all come there, they\n"
	       FOUR("\n") FOUR("\n") FOUR("\n") FOUR("\n") FOUR("\n") "rested.\n" TWICE "\n" NEXT "\n" LAST "\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Statement\n"
	       "p 0: In the spring they came to the towers of the coast, and when they had all come there, they | "
	       FOUR(" | ") FOUR(" | ") FOUR(" | ") FOUR(" | ") FOUR(" | ") "rested.\n"
	       "p 0: " TWICE " | " NEXT " | " LAST "\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(stops_on_full_lines), cmocka_unit_test(lines_run_together)};

	return cmocka_run_group_tests_name("the rhythm of paragraphs", tests, NULL, NULL);
}
