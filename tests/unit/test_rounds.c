/* SPDX-License-Identifier: MIT */
/* test_rounds.c - short lines that come round in the same order: headings over text, or the rows of a form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

/* What is told of each person stands under the same headings, though no sentence ends in it. */
static void
persons_under_the_same_headings(void **state)
{
	(void)state;
	expect_headings("1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year. What is known of those who answered is given below.\n"
	       "\n"
	       "Amber Veldt (North Isle)\n"
	       "Present duty\n"
	       "Keeper of the lamps of the northern harbour, Council of the Isle\n"
	       "Earlier duties\n"
	       "Second keeper of the lamps, Council of the Isle, North Isle\n"
	       "Boatman of the northern ferry and of its lamps, North Isle\n"
	       "Schools\n"
	       "School of Lamps and Mirrors, North Isle, with honours\n"
	       "\n"
	       "Brisa Tolland (Green Coast)\n"
	       "Present duty\n"
	       "Reader of the tides, House of Bells, Green Coast and its islands\n"
	       "Earlier duties\n"
	       "Clerk of the tides, House of Bells, Green Coast\n"
	       "Boatman of the eastern ferry, Green Coast\n"
	       "Schools\n"
	       "School of Tides and Currents, Green Coast\n"
	       "\n"
	       "Corin Maddow (Low Fen)\n"
	       "Present duty\n"
	       "Warden of ladders and ropes, Low Fen harbour office, Low Fen\n"
	       "Earlier duties\n"
	       "Maker of ropes, Yard of the Fen, Low Fen\n"
	       "Carpenter of the yard and of the ladders, Low Fen\n"
	       "Schools\n"
	       "School of Knots, Ropes and Ladders, Low Fen\n"
	       "\n"
	       "Dara Quill (High Moor)\n"
	       "Present duty\n"
	       "Painter of the towers of the moor, Office of Paint and Brushes, High Moor\n"
	       "Earlier duties\n"
	       "Mixer of paint, Office of Paint and Brushes, High Moor\n"
	       "Apprentice, Yard of Small Brushes, High Moor\n"
	       "Schools\n"
	       "School of Paint and Colours, High Moor\n"
	       "\n"
	       "Edda Stroud (Long Shore)\n"
	       "Present duty\n"
	       "Ringer of the second bell, Tower of the Long Shore, Long Shore\n"
	       "Earlier duties\n"
	       "Pupil of the first bell, Tower of the Long Shore, Long Shore\n"
	       "Boatman of the long ferry, Long Shore\n"
	       "Schools\n"
	       "School of Bells and Chimes, Long Shore\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "1: Amber Veldt (North Isle)\n"
	       "2: Present duty\n"
	       "2: Earlier duties\n"
	       "2: Schools\n"
	       "1: Brisa Tolland (Green Coast)\n"
	       "2: Present duty\n"
	       "2: Earlier duties\n"
	       "2: Schools\n"
	       "1: Corin Maddow (Low Fen)\n"
	       "2: Present duty\n"
	       "2: Earlier duties\n"
	       "2: Schools\n"
	       "1: Dara Quill (High Moor)\n"
	       "2: Present duty\n"
	       "2: Earlier duties\n"
	       "2: Schools\n"
	       "1: Edda Stroud (Long Shore)\n"
	       "2: Present duty\n"
	       "2: Earlier duties\n"
	       "2: Schools\n");
}

/* "State", "Weight" and "Due" stand right under each other again and again: they have values, and no text. */
static void
rows_of_a_form(void **state)
{
	(void)state;
	expect_headings("1. In paragraph 20, the Readers asked that the harbour office keep a book of all ladders\n"
	       "that are lent, and that it be read once a year by the keeper in charge.\n"
	       "In charge North Harbour\n"
	       "State Under way\n"
	       "Weight High\n"
	       "Due March 2098\n"
	       "2. The office has begun to write the book, and the first pages were read in the autumn by\n"
	       "the keepers of both harbours.\n"
	       "3. In paragraph 27, the Readers asked that paint be bought in the winter, when the makers\n"
	       "have time and the prices are those of the autumn before.\n"
	       "In charge Paint Office\n"
	       "State Under way\n"
	       "Weight Low\n"
	       "Due June 2098\n"
	       "4. The office agrees and has asked three makers for their prices, two of whom have answered\n"
	       "before the winter.\n"
	       "5. In paragraph 34, the Readers asked that a second bell be hung where the first cannot be\n"
	       "heard, and that both be rung in turn until the spring.\n"
	       "In charge North Harbour\n"
	       "State Closed\n"
	       "Weight High\n"
	       "Due March 2098\n"
	       "6. The bell is made and will be hung as soon as the ladder of the tower has been mended by\n"
	       "those who made it.\n"
	       "7. In paragraph 41, the Readers asked that ropes be counted by two keepers, one of whom has\n"
	       "not bought them, before the boats leave for the islands.\n"
	       "In charge Rope Yard\n"
	       "State Under way\n"
	       "Weight High\n"
	       "Due May 2098\n"
	       "8. Two keepers have counted the ropes since the spring, and what they found is told in the\n"
	       "book of the office.\n"
	       "9. In paragraph 48, the Readers asked that the towers be painted by turns so that no harbour\n"
	       "is without its tower in the months of the storms.\n"
	       "In charge Paint Office\n"
	       "State Closed\n"
	       "Weight Low\n"
	       "Due July 2098\n"
	       "10. A list of the towers has been made, and the first of them was painted in the summer that\n"
	       "has just passed.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(persons_under_the_same_headings),
		cmocka_unit_test(rows_of_a_form),
	};

	return cmocka_run_group_tests_name("short lines that come round", tests, NULL, NULL);
}
