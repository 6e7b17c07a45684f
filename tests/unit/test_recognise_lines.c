/* SPDX-License-Identifier: MIT */
/* test_recognise_lines.c - which lines are of one paragraph, where neither blanks nor margins tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

/* No line ends between "Mr." and the name: it begins below where both had no room. */
static void
names_that_had_no_room(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "1. The council of the keepers had these members: Mr. Amber Birch, Ms. Cove Dale, Ms. Fern,\n"
	       "Mr. Gardenerman, Ms. Harbourside, Mr. Isle, Ms. Jetty Kelp, Mr. Longshoreman and Ms. Marsh,\n"
	       "Mr. Northcoaster and Ms. Oyster.\n"
	       "2. The keepers of the old harbour wrote to the council about the ropes and the ladders in\n"
	       "the spring, and asked for new ones to be printed.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The council of the keepers had these members: Mr. Amber Birch, Ms. Cove Dale, Ms. Fern, | "
	       "Mr. Gardenerman, Ms. Harbourside, Mr. Isle, Ms. Jetty Kelp, Mr. Longshoreman and Ms. Marsh, | "
	       "Mr. Northcoaster and Ms. Oyster.\n"
	       "para 0: 2. The keepers of the old harbour wrote to the council about the ropes and the ladders in | "
	       "the spring, and asked for new ones to be printed.\n");
}

/* The words of a stretched line, each on a line of its own, are those of the paragraph. */
static void
words_of_a_stretched_line(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about the ropes and the ladders that had been lost on the islands of the coast,\n"
	       "including\n\nropes\n\nof\n\nnorthern\n\nharbours,\n\nladders\n\nfor\n\nwatchmen,\n\nnewer\n\nones\n\n"
	       "too,\n\nand\n\npaint\n\n"
	       "that the young of the towns had left in the tower, where nobody had looked for it, as the\n"
	       "keepers said.\n"
	       "2. The council took note of the list of the bodies, which will be kept with the letters of\n"
	       "the keepers for a year.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | "
	       "asked them about the ropes and the ladders that had been lost on the islands of the coast, | "
	       "including | ropes | of | northern | harbours, | ladders | for | watchmen, | newer | ones | too, | and | "
	       "paint | "
	       "that the young of the towns had left in the tower, where nobody had looked for it, as the | keepers said.\n"
	       "para 0: 2. The council took note of the list of the bodies, which will be kept with the letters of | "
	       "the keepers for a year.\n");
}

/* Figures of a chart in the middle of a sentence are none of its words. */
static void
figures_in_a_sentence(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about the ropes and the ladders that had been lost on the islands, which was an\n"
	       "16%\n2%\n14%\n30%\n10%\n8%\n2%\n40%\nAmber\nBirch\nCove\n60%\n70%\n80%\n90%\n12%\n14%\n"
	       "2. The council took note of the list of the bodies, which will be kept with the letters of\n"
	       "the keepers for a year.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | "
	       "asked them about the ropes and the ladders that had been lost on the islands, which was an\n"
	       "row 0: 16%\nrow 0: 2%\nrow 0: 14%\nrow 0: 30%\nrow 0: 10%\nrow 0: 8%\nrow 0: 2%\nrow 0: 40%\n"
	       "row 0: Amber\nrow 0: Birch\nrow 0: Cove\n"
	       "row 0: 60%\nrow 0: 70%\nrow 0: 80%\nrow 0: 90%\nrow 0: 12%\nrow 0: 14%\n"
	       "para 0: 2. The council took note of the list of the bodies, which will be kept with the letters of | "
	       "the keepers for a year.\n");
}

/* Cells that say what a heading might, with no text near them; over and behind them are headings. */
static void
cells_far_from_text(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	                "asked them about the ropes and the ladders that had been lost on the islands.\n\n"
	                "Harbours that were asked\n\n"
	                "Ropes and Nets of the Northern Harbours (Letter 97/11)\n\nAs a Part of the Next Letter to the "
	                "Towns\n\n"
	                "Ladders and Steps of the Islands (Letter 97/12)\n\nAs a Part of the Next Letter to the Towns\n\n"
	                "Bells and Horns of the Western Towers (Letter 97/13)\n\nAs a Letter of the Council to the Towns\n"
	                "\n"
	                "Lamps and Oil of the Southern Towers (Letter 97/14)\n\nAs a Part of the Next Letter to the Towns\n"
	                "\n"
	                "Sails and Masts of the Fishermen (Letter 97/15)\n\n97/15\n\n"
	                "Answers of the towns\n\n"
	                "2. The council took note of the list of the harbours, which will be kept with the letters of\n"
	                "the keepers for a year.\n",
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Harbours that were asked\n1: Answers of the towns\n");
}

/* A few lines that no page holds, among many cells, do not make every cell a paragraph or heading of its own. */
static void
long_lines_among_cells(void **state)
{
	static const char *const place[] = {"North", "South", "Old", "Upper", "Inner", "Lower", "Second"};
	static const char *const thing[] = {"quay", "tower", "yard", "ferry", "lamp"};
	struct buf text = {0}, out = {0};
	size_t i, headings = 0;
	const char *at;

	(void)state;
	buf_adds(&text, "A/98/12\n\nHarbours of the coast\n\n");
	for (i = 0; i < 140; i++) {
		buf_printf(&text, "%s %s\n\nKeepers of the %s\n\n", place[i % 7], thing[i % 5], thing[(i + 2) % 5]);
		if (i % 70 == 35)
			buf_adds(&text, "Meeting of the keepers of the north quay and the south tower and the old yard and the upper "
			                "ferry and the inner lamp and the lower quay and the second tower and their boats\n\n");
	}
	buf_addc(&text, '\0');
	outline(text.data, SOURCE_PAGE_SINGLE, "en", &out);
	for (at = out.data; (at = strstr(at, "heading ")) != NULL; at++)
		headings++;
	assert_in_range(headings, 0, 3);
	buf_free(&text);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_that_had_no_room), cmocka_unit_test(words_of_a_stretched_line),
		cmocka_unit_test(figures_in_a_sentence), cmocka_unit_test(cells_far_from_text),
		cmocka_unit_test(long_lines_among_cells),
	};

	return cmocka_run_group_tests_name("lines of paragraphs", tests, NULL, NULL);
}
