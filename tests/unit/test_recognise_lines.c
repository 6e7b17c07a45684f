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

/* Behind a full last line too, what ends without a stop over the next number is a heading. */
static void
heading_that_the_count_shows(void **state)
{
	(void)state;
	expect("17. The wardens of the nine harbours met at the old quay in the spring and spoke of the\n"
	       "bells that had fallen silent since the storm, and of the ropes that nobody had mended in\n"
	       "all of the years that have gone by between the storm and the meeting at the old harbour.\n"
	       "Talks with the Keeper of the bells of the northern harbours and with the Wardens of the\n"
	       "Southern towers; yearly look at what the towns have done since the storm (item 4 (b))\n"
	       "18. The wardens asked that each of the bells be rung at least once in the year, so that\n"
	       "its voice is not lost to the town, and that the ropes be mended before the winter comes.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 17. The wardens of the nine harbours met at the old quay in the spring and spoke of the | "
	       "bells that had fallen silent since the storm, and of the ropes that nobody had mended in | all of "
	       "the years that have gone by between the storm and the meeting at the old harbour.\n"
	       "plain-heading 1: Talks with the Keeper of the bells of the northern harbours and with the Wardens "
	       "of the | Southern towers; yearly look at what the towns have done since the storm (item 4 (b))\n"
	       "para 0: 18. The wardens asked that each of the bells be rung at least once in the year, so that | "
	       "its voice is not lost to the town, and that the ropes be mended before the winter comes.\n");
}

/* What has no sign stands behind the list, whose items have none of the stops either, over the next number. */
static void
heading_behind_bullets(void **state)
{
	(void)state;
	expect("17. The wardens of the nine harbours met at the old quay in the spring and spoke of the\n"
	       "following things, which the storm had left behind on the shore of the old harbour:\n"
	       "•\n"
	       "Ropes\n"
	       "•\n"
	       "Nearly forty ladders, taken down for paint\n"
	       "Bells that the wardens of the nine harbours count as lost\n"
	       "18. The wardens asked that each of the bells be rung at least once in the year, so that\n"
	       "its voice is not lost to the town, and that the ropes be mended before the winter comes.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 17. The wardens of the nine harbours met at the old quay in the spring and spoke of the | "
	       "following things, which the storm had left behind on the shore of the old harbour:\n"
	       "bullet 1: • | Ropes\n"
	       "bullet 1: • | Nearly forty ladders, taken down for paint\n"
	       "plain-heading 1: Bells that the wardens of the nine harbours count as lost\n"
	       "para 0: 18. The wardens asked that each of the bells be rung at least once in the year, so that | "
	       "its voice is not lost to the town, and that the ropes be mended before the winter comes.\n");
}

/* A figure that had no room on the line of a heading is of it, and no value of a cell. */
static void
heading_that_ends_in_a_figure(void **state)
{
	(void)state;
	expect("The wardens of the nine harbours met at the old quay in the spring and spoke of the bells\n"
	       "that had fallen silent since the storm, and of the ropes, as they had in 2031 (see 2231).\n"
	       "The need to mend all ropes of the bells before the winter and ask for help\n"
	       "2231 (2015)\n"
	       "The wardens asked that each of the bells be rung at least once in the year, so that its\n"
	       "voice is not lost to the town, and that the ropes be mended before the winter comes.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "p 0: The wardens of the nine harbours met at the old quay in the spring and spoke of the bells | "
	       "that had fallen silent since the storm, and of the ropes, as they had in 2031 (see 2231).\n"
	       "plain-heading 1: The need to mend all ropes of the bells before the winter and ask for help | "
	       "2231 (2015)\n"
	       "p 0: The wardens asked that each of the bells be rung at least once in the year, so that its | "
	       "voice is not lost to the town, and that the ropes be mended before the winter comes.\n");
}

/* The paragraphs go on behind the draft that they hold; an agenda within it is a list. */
static void
counts_behind_a_draft(void **state)
{
	(void)state;
	expect("Chapter I\n"
	       "Matters for the council\n"
	       "A. Draft resolution\n"
	       "1. The wardens of the nine harbours ask the council to adopt the draft that follows here:\n"
	       "Draft resolution\n"
	       "The General Assembly,\n"
	       "Recalling the report of the wardens of the nine harbours, which was read in the old tower,\n"
	       "1. Thanks the wardens of the nine harbours for the bells that they have rung by hand;\n"
	       "2. Decides to hear the bells of the nine harbours again at its next session in the spring;\n"
	       "3. Asks the keepers to mend the ropes before the winter comes, and to paint the ladders.\n"
	       "B. Draft decision\n"
	       "2. The wardens ask the council to adopt the draft decision that follows, on their meetings:\n"
	       "Dates and agenda of the third meeting of the wardens of the nine old harbours\n"
	       "The General Assembly:\n"
	       "(a) Decides that the wardens will meet in the old tower on the first day of the spring;\n"
	       "(b) Approves the agenda of the third meeting of the wardens of the nine old harbours as\n"
	       "set out below:\n"
	       "1. Choice of a speaker.\n"
	       "2. Bells that fell in the storm and have not been found again by the keepers since then.\n"
	       "3. Other matters.\n"
	       "C. What the wardens have done\n"
	       "3. The wardens asked that each of the bells be rung at least once in the year, so that\n"
	       "its voice is not lost to the town, and that the ropes be mended before the winter comes.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: Chapter I | Matters for the council\n"
	       "heading 2: A. Draft resolution\n"
	       "para 0: 1. The wardens of the nine harbours ask the council to adopt the draft that follows "
	       "here:\n"
	       "plain-heading 3: Draft resolution\n"
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Recalling the report of the wardens of the nine harbours, which was read in the old tower,\n"
	       "para 0: 1. Thanks the wardens of the nine harbours for the bells that they have rung by hand;\n"
	       "para 0: 2. Decides to hear the bells of the nine harbours again at its next session in the "
	       "spring;\n"
	       "para 0: 3. Asks the keepers to mend the ropes before the winter comes, and to paint the ladders.\n"
	       "heading 2: B. Draft decision\n"
	       "para 0: 2. The wardens ask the council to adopt the draft decision that follows, on their "
	       "meetings: | Dates and agenda of the third meeting of the wardens of the nine old harbours\n"
	       "p 0: The General Assembly:\n"
	       "item 1: (a) Decides that the wardens will meet in the old tower on the first day of the spring;\n"
	       "item 1: (b) Approves the agenda of the third meeting of the wardens of the nine old harbours as | "
	       "set out below:\n"
	       "item 2: 1. Choice of a speaker.\n"
	       "item 2: 2. Bells that fell in the storm and have not been found again by the keepers since then.\n"
	       "item 2: 3. Other matters.\n"
	       "heading 2: C. What the wardens have done\n"
	       "para 0: 3. The wardens asked that each of the bells be rung at least once in the year, so that | "
	       "its voice is not lost to the town, and that the ropes be mended before the winter comes.\n");
}

/* The blank of a paragraph's end mark is behind the last word of its last line, though that line is a full one. */
static void
blanks_of_end_marks(void **state)
{
	static const char *const usual =
		"The wardens counted the boats of the river at dawn, and each of the boats had a lamp \n\n"
		"and a rope. Not one boat left the quay before the bell had rung twice over the water \n\n"
		"and the names of its crew had been called by the keeper of the bell, who stood at the \n\n"
		"gate of the harbour in all weathers. He wrote down in the book of the boats what had \n\n"
		"been seen.  \n\n";
	struct buf in = {0}, out = {0};

	(void)state;
	buf_adds(&in, "AB/12/3 \n\n");
	for (int i = 0; i < 8; i++)
		buf_adds(&in, usual);
	buf_adds(&in, "The keeper of the bell said in the evening that all of the boats had come home again.  \n\n"
	              "Nightingales were heard in the reeds of the river until the lamps had been put out at \n\n"
	              "last. The wardens went home by the road along the quay, and they counted the lamps. \n\n"
	              "Thirty lamps had gone out by then, and the wardens lit them again before they slept. \n\n");
	buf_addc(&in, '\0');
	outline(in.data, SOURCE_PAGE_DOUBLE, "en", &out);
	assert_non_null(strstr(out.data, "\np 0: Nightingales were heard"));
	assert_non_null(strstr(out.data, "last. The wardens went home by the road along the quay, and they counted the lamps. | "
	                                 "Thirty lamps"));
	buf_free(&in);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blanks_of_end_marks),
		cmocka_unit_test(names_that_had_no_room), cmocka_unit_test(words_of_a_stretched_line),
		cmocka_unit_test(figures_in_a_sentence), cmocka_unit_test(cells_far_from_text),
		cmocka_unit_test(long_lines_among_cells),
		cmocka_unit_test(heading_that_the_count_shows), cmocka_unit_test(heading_behind_bullets),
		cmocka_unit_test(heading_that_ends_in_a_figure), cmocka_unit_test(counts_behind_a_draft),
	};

	return cmocka_run_group_tests_name("lines of paragraphs", tests, NULL, NULL);
}
