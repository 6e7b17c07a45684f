/* SPDX-License-Identifier: MIT */
/* test_recognise_pages.c - what page text does to tables, notes, running heads and boxes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

#define BEFORE "1. The table shows how many bells each town keeps in its towers and in its yards.\n"
#define AFTER "2. The towns asked that the table be read together with the list of the keepers.\n"

/* Heads of columns that come again, whatever stands over them, are those of small tables of one form. */
static void
heads_that_come_again(void **state)
{
	(void)state;
#define NEEDS "The wardens ask that the ropes of this mole be looked after in the spring of each year."
#define FORM NEEDS "\nKeeper of the ropes\nState\nUrgency\nDay set\n\n"
#define ROWS " | " NEEDS "\nrow 0: Keeper of the ropes\nrow 0: State\nrow 0: Urgency\nrow 0: Day set\n"
#define THIRD "3. The pilots have no ropes of their own, and hire what they need from the town."
#define FOURTH "4. The wardens of the mole will report on the state of the ropes at the next fair.\n"
	expect(BEFORE FORM "Wardens of the mole\nBegun\nGreat\nMarch\n\n" AFTER FORM "Pilots\nEnded\nSmall\nApril\n\n"
	       THIRD "\n" FORM "Town\nBegun\nSmall\nMay\n\n" FOURTH,
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The table shows how many bells each town keeps in its towers and in its yards." ROWS
	       "row 0: Wardens of the mole\nrow 0: Begun\nrow 0: Great\nrow 0: March\n"
	       "para 0: 2. The towns asked that the table be read together with the list of the keepers." ROWS
	       "row 0: Pilots\nrow 0: Ended\nrow 0: Small\nrow 0: April\n"
	       "para 0: " THIRD ROWS "row 0: Town\nrow 0: Begun\nrow 0: Small\nrow 0: May\npara 0: " FOURTH);
}

/* A cell per line, with blank lines wherever the page had room between them. */
static void
cells_apart(void **state)
{
	(void)state;
	expect(BEFORE "Table 1\nBells by town and year of casting\nTown\n\nYear\n\nBells\n\nAmber\n\n1898\n\n12\n\n"
	              "Birch of the\nnorth\n\n"
	       "1902\n\n7\n\nCove\n\n1911\n\n9\n\nKeepers of the bells\n" AFTER,
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: " BEFORE "caption 0: Table 1\ncaption 0: Bells by town and year of casting\nrow 0: Town\n"
	       "row 0: Year\n"
	       "row 0: Bells\nrow 0: Amber\nrow 0: 1898\nrow 0: 12\nrow 0: Birch of the | north\nrow 0: 1902\nrow 0: 7\n"
	       "row 0: Cove\nrow 0: 1911\nrow 0: 9\nplain-heading 1: Keepers of the bells\npara 0: " AFTER);
}

/* Columns kept by blanks, without a figure in them. */
static void
words_in_columns(void **state)
{
	(void)state;
	expect(BEFORE "\nTown                       Keeper\nAmber                      Anna Holm\n"
	              "Birch                      Jon Falk\n"
	       "Cove                       Mary Sand\nDune                       Karl Berg\nElm                        Ida "
	       "Lund\n\n" AFTER,
	       SOURCE_PAGE_LAYOUT, "en",
	       "para 0: " BEFORE "row 0: Town                       Keeper\nrow 0: Amber                      Anna Holm\n"
	       "row 0: Birch                      Jon Falk\nrow 0: Cove                       Mary Sand\n"
	       "row 0: Dune                       Karl Berg\nrow 0: Elm                        Ida Lund\npara 0: " AFTER);
}

/* A few rows of names with a colon and what they are, in two columns, are a table; the colon of one may be missing.  Those that
 * follow one another are of one table, and none of its first rows is left out for having no colon. */
static void
names_with_colons(void **state)
{
	(void)state;
	expect(BEFORE "\nKeeper asked:        North harbour\nUrgency:             Great\nDay set:             May\n"
	       "Changed              Never\n\n" AFTER,
	       SOURCE_PAGE_LAYOUT, "en",
	       "para 0: " BEFORE "row 0: Keeper asked:        North harbour\nrow 0: Urgency:             Great\n"
	       "row 0: Day set:             May\nrow 0: Changed              Never\npara 0: " AFTER);
	struct buf read = {0};
	outline(BEFORE "\nNorth                Amber\nSouth                Birch\nEast                 Clover\n"
	        "West                 Dill\nKeeper asked:        North harbour\nUrgency:             Great\n"
	        "Day set:             May\n\n" AFTER, SOURCE_PAGE_LAYOUT, "en", &read);
	assert_non_null(strstr(read.data, "row 0: Urgency:"));
	assert_null(strstr(read.data, "\np 0"));
	buf_free(&read);
}

/* No rule stands over the notes, and the first mark went astray, to the end of the text above. */
static void
foot_without_rule(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers wrote to the council1 and to the mayor 2 and the council3 of the\ntown.\n1\n\n"
	       "Letter of the keepers.\n"
	       "Answer of the mayor.\n3 Record of the council, kept in the hall.\n2\n\n\fA/98/12\n\n"
	       "2. They had no answer for a year and wrote again, as they had said they would do.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\npara 0: 1. The keepers wrote to the council1 and to the mayor 2 and the council3 of "
	       "the | town.\n"
	       "para 0: 2. They had no answer for a year and wrote again, as they had said they would do.\n"
	       "note 0: 1\nnote-more 0: Letter of the keepers.\nnote-more 0: Answer of the mayor.\n"
	       "note 0: 3 Record of the council, kept in the hall.\nnote 0: 2\n");
}

/* The printed numbers fall two behind, for the covers have none. */
static void
pages_behind_the_form(void **state)
{
	(void)state;
	expect("Bells\n\f\n1. The first of the bells was cast in the year of the flood and hangs in the north tower\n"
	       "of the harbour, where it was brought by boat from the foundry on the other side of the\n"
	       "bay and was rung for the first time on the day of the feast of the towns, according\n"
	       "to the book of the keepers; it has been heard each year on the day of the feast, up\n"
	       "\f\nto this\n\n1\n\nGE.98-00001\n\f\nday, and so\n\n2\n\nGE.98-00001\n\f\nwill hang for\n\n3\n\n"
	       "GE.98-00001\n\f\never.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Bells\n"
	       "para 0: 1. The first of the bells was cast in the year of the flood and hangs in the north tower | of the "
	       "harbour, where it was brought by boat from the foundry on the other side of the | bay and was rung for the "
	       "first time on the day of the feast of the towns, according | to the book of the keepers; it has been heard "
	       "each year on the day of the feast, up | to this | "
	       "day, and so | will hang for | ever.\n");
}

/* Titles of pictures, which the text does not have, fill a page each: a heading is kept on one page. */
static void
headings_on_pages_of_pictures(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers of the bells of the harbour towns met in the old harbour for the first time\n"
	       "in many years and agreed that every bell should be rung, so that its voice is not lost.\n"
	       "\n1/4\n\n\fA/98/12\n\nBells of the north tower after the storm of the third day of March\n"
	       "\n2/4\n\n\fA/98/12\n\nBells of the south tower after the storm of the fifth day of March\n"
	       "\n3/4\n\n\fA/98/12\n\n2. The keepers will meet again in the old harbour when the bells of both towers "
	       "have been\nmended, and will say then what was lost in the storms of the spring.\n\n4/4\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers of the bells of the harbour towns met in the old harbour for the first time | "
	       "in many years and agreed that every bell should be rung, so that its voice is not lost.\n"
	       "plain-heading 1: Bells of the north tower after the storm of the third day of March\n"
	       "plain-heading 1: Bells of the south tower after the storm of the fifth day of March\n"
	       "para 0: 2. The keepers will meet again in the old harbour when the bells of both towers have been | "
	       "mended, and will say then what was lost in the storms of the spring.\n");
}

/* Notes that stand in the middle of a page part the lines of a heading, however far. */
static void
heading_over_notes(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Bells of the towers\n\n"
	       "1. The keepers of the bells of the harbour towns met in the old harbour for the first time\n"
	       "in many years and agreed that every bell should be rung, so that its voice is not lost.1\n\n"
	       "II. Bells of the north tower after the storm of the third day\n__________________\n"
	       "1 Record of the council, kept in the hall.\n\n\nMarch and the flood\n\n"
	       "2. The keepers met in the old harbour and agreed that all ladders should be mended at once.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Bells of the towers\n"
	       "para 0: 1. The keepers of the bells of the harbour towns met in the old harbour for the first time | in many "
	       "years and agreed that every bell should be rung, so that its voice is not lost.1\n"
	       "heading 1: II. Bells of the north tower after the storm of the third day | March and the flood\n"
	       "para 0: 2. The keepers met in the old harbour and agreed that all ladders should be mended at once.\n"
	       "note 0: 1 Record of the council, kept in the hall.\n");
}

static void
two_symbols_on_each_page(void **state)
{
	(void)state;
	expect("A/98/12-S/2098/3\n\nLetter dated 1 May 2098 from the keepers\n"
	       "I have the honour to write about the bells of the harbour, which were cast in the year\n\n98-00001\n\n"
	       "\fA/98/12\nS/2098/3\n\nof the flood.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12-S/2098/3\nplain-heading 1: Letter dated 1 May 2098 from the keepers\n"
	       "p 0: I have the honour to write about the bells of the harbour, which were cast in the year | of the "
	       "flood.\n");
}

#define WIDE "The keepers of the bells of the harbour towns met in the old harbour for the first time\n" \
	"in many years and agreed that every bell should be rung, so that its voice is not lost.\n"

/* In a box lines end early: the words that follow would have fitted outside it. */
static void
lines_set_narrow(void **state)
{
	(void)state;
	expect("1. " WIDE "2. " WIDE "Summary\nAs its part in the feast of the towns, the council of the\n"
	    "Keepers looked at the bells that no hand has "
	       "rung for so\nmany years that nobody knows what they sound like and\nwhether they can be rung without harm "
	       "to the towers\n"
	       "and to the people who live there.\n3. " WIDE,
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The keepers of the bells of the harbour towns met in the old harbour for the first time | in "
	       "many years and agreed that every bell should be rung, so that its voice is not lost.\n"
	       "para 0: 2. The keepers of the bells of the harbour towns met in the old harbour for the first time | in "
	       "many years and agreed that every bell should be rung, so that its voice is not lost.\n"
	       "plain-heading 1: Summary\n"
	       "p 0: As its part in the feast of the towns, the council of the | Keepers looked at the bells that no hand "
	       "has rung for so | many years that nobody knows what they sound like and | whether they can be rung without "
	       "harm to "
	       "the towers | and to the people who live there.\n"
	       "para 0: 3. The keepers of the bells of the harbour towns met in the old harbour for the first time | in "
	       "many years and agreed that every bell should be rung, so that its voice is not lost.\n");
}

/* Each part counts its chapters anew; what stands under the running head on two pages is no running title. */
static void
chapters_are_kept(void **state)
{
	(void)state;
	expect("A/98/12\n\nChapter I\nBells\nA. Old bells\n1. The keepers met in the old harbour and agreed that every "
	       "bell should be rung.\n\n"
	       "2/5\n\n\fA/98/12\n\nChapter II\nRopes\nA. Old ropes\n2. The keepers met in the old harbour and agreed that "
	       "every rope be used.\n\n"
	       "3/5\n\n\fA/98/12\n\nChapter I\nLadders\n3. The keepers met in the old harbour and agreed that all ladders "
	       "be mended.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: Chapter I | Bells\nheading 2: A. Old bells\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should be rung.\n"
	       "heading 1: Chapter II | Ropes\nheading 2: A. Old ropes\n"
	       "para 0: 2. The keepers met in the old harbour and agreed that every rope be used.\n"
	       "heading 1: Chapter I | Ladders\n"
	       "para 0: 3. The keepers met in the old harbour and agreed that all ladders be mended.\n");
}

/* The list of contents names chapters otherwise than the text does, and ends before the first of them. */
static void
chapters_end_the_contents(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\n\nChapter Page\n\nI. Old bells . . . . . . . 2\n\nII. New ropes . . . . . . . 3\n\n"
	       "Chapter I\n\nOld bells\n\n1. The keepers met in the old harbour and agreed that every bell should be "
	       "rung.\n\n"
	       "Chapter II\n\nNew ropes\n\n2. The keepers met in the old harbour and agreed that every rope be used.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Chapter Page\nentry 0: I. Old bells . . . . . . . 2\n"
	       "entry 0: II. New ropes . . . . . . . 3\n"
	       "heading 1: Chapter I | Old bells\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should be rung.\n"
	       "heading 1: Chapter II | New ropes\n"
	       "para 0: 2. The keepers met in the old harbour and agreed that every rope be used.\n");
	expect("A/98/12\n\nContents\n\nI. Old bells\n\nII. New ropes\n\n"
	       "Chapter I\n\nOld bells\n\n1. The keepers met in the old harbour and agreed that every bell should be "
	       "rung.\n\n"
	       "Chapter II\n\nNew ropes\n\n2. The keepers met in the old harbour and agreed that every rope be used.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: I. Old bells\nentry 0: II. New ropes\n"
	       "heading 1: Chapter I | Old bells\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should be rung.\n"
	       "heading 1: Chapter II | New ropes\n"
	       "para 0: 2. The keepers met in the old harbour and agreed that every rope be used.\n");
}

/* What stands in brackets under a heading is no further heading, and neither is a name behind a colon. */
static void
short_lines_that_are_no_headings(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Bells\n1. The keepers met in the old harbour and agreed that every bell should be rung at "
	       "once.\n\n"
	       "A. Opening of the meeting\n(Agenda item 1)\n2. The keepers met in the old harbour and agreed that every "
	       "rope be used.\n"
	       "The officers were the following:\n\nPresident:\nAnna Holm (Amber)\n\n"
	       "B. Closing of the meeting\n[4 March 2098]\n3. The keepers met in the old harbour and agreed that all "
	       "ladders be mended.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Bells\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should be rung at once.\n"
	       "heading 2: A. Opening of the meeting\np 0: (Agenda item 1)\n"
	       "para 0: 2. The keepers met in the old harbour and agreed that every rope be used.\n"
	       "p 0: The officers were the following:\np 0: President:\np 0: Anna Holm (Amber)\n"
	       "heading 2: B. Closing of the meeting\np 0: [4 March 2098]\n"
	       "para 0: 3. The keepers met in the old harbour and agreed that all ladders be mended.\n");
}

/* "4/4" before a resolution inside a report looks like the number of that resolution. */
static void
page_number_over_a_resolution(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers met in the old harbour and agreed that every bell should be rung at once.\n\n"
	       "1/4\n\n\f"
	       "2. They asked the council for new ropes and for ladders that reach up to the last window.\n\n2/4\n\n\f"
	       "3. The council said it would look into the matter of the ladders\n\n3/4\n\n\f"
	       "after the snow.\n\n4/4\n\nDraft resolution\nBells of the harbour\n"
	       "The General Assembly,\nRecalling its resolution 97/1 on the bells of small harbours,\n"
	       "1. Decides that every bell shall be rung.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should be rung at once.\n"
	       "para 0: 2. They asked the council for new ropes and for ladders that reach up to the last window.\n"
	       "para 0: 3. The council said it would look into the matter of the ladders | after the snow.\n"
	       "plain-heading 1: Draft resolution\nplain-heading 1: Bells of the harbour\n"
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Recalling its resolution 97/1 on the bells of small harbours,\npara 0: 1. Decides that every bell "
	       "shall be rung.\n");
}

/* A full line before, yet what letters say at the start of a paragraph starts one. */
static void
turns_of_letters(void **state)
{
	(void)state;
	expect("A/98/12\n\nLetter dated 1 May 2098 from the keepers\nI have the honour to write about the bells of the "
	       "harbour, "
	       "which were cast in the year\nof the flood and have been rung each year since by the same hands, as the "
	       "towns know.\n"
	       "I would be grateful if the present letter were read out in the hall when the towns next\nmeet.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nplain-heading 1: Letter dated 1 May 2098 from the keepers\n"
	       "p 0: I have the honour to write about the bells of the harbour, which were cast in the year | of the flood "
	       "and have been rung each year since by the same hands, as the towns know.\n"
	       "p 0: I would be grateful if the present letter were read out in the hall when the towns next | meet.\n");
}

/* The title over the organ's name is nearly full, and no blank line is between them. */
static void
organ_under_its_title(void **state)
{
	(void)state;
	expect("A/98/12\n\nReport of the keepers of the bells on their ninth session, held in the old harbour\n"
	       "The General Assembly,\nRecalling its resolution 97/1 on the bells of small harbours and the ropes and "
	       "ladders by\n"
	       "which they are reached,\nNoting that many harbour bells are no longer rung by hand, and that those who "
	       "could ring\n"
	       "them retire,\n1. Decides that every bell shall be rung.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nplain-heading 1: Report of the keepers of the bells on their ninth session, held in the "
	       "old harbour\n"
	       "chapeau 0: The General Assembly,\np 0: Recalling its resolution 97/1 on the bells of small harbours and "
	       "the ropes "
	       "and ladders by | which they are reached,\np 0: Noting that many harbour bells are no longer rung by hand, "
	       "and that those who could ring | them retire,\npara 0: 1. Decides that every bell shall be rung.\n");
}

/* A year that begins a line of a note is not the mark of another. */
static void
years_are_no_marks(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers met in the old harbour* and agreed that every bell should be rung at once.\n\n"
	       "__________________\n* Adopted by the keepers at their ninth meeting (29 May\n2098).\n\n2/4\n\n98-00001\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers met in the old harbour* and agreed that every bell should be rung at once.\n"
	       "note 0: * Adopted by the keepers at their ninth meeting (29 May\nnote-more 0: 2098).\n");
}

/* The same number twice: the second is out of order, but a number alone is no paragraph. */
static void
number_alone_is_no_paragraph(void **state)
{
	(void)state;
	expect("I.\nBells\n\nThe bells are old and have been rung by the same hands for many years.\n\nII.\nRopes\n\n"
	       "The ropes are older, and the ladders were lost in the storm of that year.\n\nII.\nLadders\n\n"
	       "The ladders are new, and nobody has used them for as long as they have stood.\n\nIII.\nEnd\n\n"
	       "The meeting closed at noon, and the keepers went home by boat as they had come.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: I. | Bells\np 0: The bells are old and have been rung by the same hands for many years.\n"
	       "heading 1: II. | Ropes\np 0: The ropes are older, and the ladders were lost in the storm of that year.\n"
	       "heading 1: II. | Ladders\np 0: The ladders are new, and nobody has used them for as long as they have "
	       "stood.\n"
	       "heading 1: III. | End\np 0: The meeting closed at noon, and the keepers went home by boat as they had "
	       "come.\n");
}

/* Two lines that end in nothing over a list that they do not announce, and one under a numbered heading. */
static void
headings_without_blank_lines(void **state)
{
	(void)state;
	expect("A/98/12\n\nIV. Bells and ropes of the harbour\nBells\n"
	       "1. The keepers met in the old harbour and agreed that every bell should be rung at once\n"
	       "as before.\nMeetings with the towns that lend their ladders and ropes\nand bells\n"
	       "\xE2\x80\xA2 The towns are to be asked at least once a year what they think of the bells.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: IV. Bells and ropes of the harbour\nplain-heading 2: Bells\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should be rung at once | as "
	       "before.\n"
	       "plain-heading 2: Meetings with the towns that lend their ladders and ropes | and bells\n"
	       "bullet 1: \xE2\x80\xA2 The towns are to be asked at least once a year what they think of the bells.\n");
}

/* Headings end with whom they name; the lines of an office are one; a table's note is one paragraph. */
static void
letter_and_its_annex(void **state)
{
	(void)state;
	expect("A/98/12\n\nLetter dated 1 May 2098 from the keepers of the bells of the harbour to the\nSecretary-General\n"
	       "The keepers of the bells of the harbour towns met in the old harbour for the first time\n"
	       "in many years and agreed to write this letter.\n(Signed) Anna Holm\nKeeper of the bells of the towers\n"
	       "of the harbour\n\n\f"
	       "Annex to the letter dated 1 May 2098 from the keepers of the bells to the General Assembly\n"
	       "Bells lost in the great flood\n"
	       "\nTown\n\nBells\n\nAmber a\n\n12\n\nBirch\n\n7\n\nCove\n\n9\n\na\nWithout the bell of the school.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "plain-heading 1: Letter dated 1 May 2098 from the keepers of the bells of the harbour to the | "
	       "Secretary-General\n"
	       "p 0: The keepers of the bells of the harbour towns met in the old harbour for the first time | in many "
	       "years and agreed to write this letter.\nsignature 0: (Signed) Anna Holm\n"
	       "signature 0: Keeper of the bells of the towers | of the harbour\n"
	       "annex 0: Annex to the letter dated 1 May 2098 from the keepers of the bells to the General Assembly\n"
	       "plain-heading 1: Bells lost in the great flood\n"
	       "row 0: Town\nrow 0: Bells\nrow 0: Amber a\nrow 0: 12\nrow 0: Birch\nrow 0: 7\nrow 0: Cove\nrow 0: 9\n"
	       "row 0: a\n"
	       "row 0: Without the bell of the school.\n");
}

/* A page number among the leftovers of a list of contents is not the mark of a note. */
static void
page_number_is_no_mark(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\n\nI. Bells ............2\n\nII. Ropes ............3\n\n2\n\nPage\n\nGE.98-00001\n\n\f"
	       "I. Bells\n1. The keepers met in the old harbour and agreed that every bell should be rung at once.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: I. Bells ............2\n"
	       "entry 0: II. Ropes ............3 | 2\n"
	       "entry 0: Page\nheading 1: I. Bells\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should be rung at once.\n");
}

/* The address of a paper that two pages cite is printed after both of them. */
static void
addresses_come_twice(void **state)
{
	static const char text[] =
	    "A/98/12 \n\n1. The keepers thanked the council for its letter (A/98/7) and wrote to the \n\n"
	    "mayor of the town. \n\n\n"
	    "http://bells.org/A/98/7\nA/98/12 \n\n 2/3 98-00001 \n\n2. They took up the letter (A/98/7) in the hall of \n\n"
	    "the town. \n\n\n"
	    "http://bells.org/A/98/7\nA/98/12 \n\n98-00001 3/3 \n\n3. They had no answer. \n";
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct account *account = account_new(a);
	struct recognise_options options = {.lang = "en"};
	struct buf json = {0};
	struct report *r;

	(void)state;
	r = recognise(a, source_read(a, "bells", span_of(text), SOURCE_PAGE_DOUBLE, d), &options, account, d);
	assert_true(account_close(account, r, d));
	account_json(account, &json);
	buf_addc(&json, '\0');
	assert_non_null(strstr(json.data, "\"furniture.address\",\"count\":2"));
	assert_null(strstr(json.data, "furniture.running-title"));
	buf_free(&json);
	diag_free(d);
	arena_free(a);
}

/* Page numbers in the digits and words of the language, a job number beside one, the language over one. */
static void
page_numbers_of_every_script(void **state)
{
	(void)state;
	expect("A/98/12\n\n١ - كتب الحراس إلى المجلس وإلى العمدة وإلى مجلس المدينة في السنة التي\n\n٢/٣\n\nA/98/12\n\n"
	       "احترقت فيها القاعة.\n\nA/98/12\nArabic\nالصفحة ٣\n\n٢ - لم يتلق الحراس ردا.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "field 0: A/98/12\npara 0: ١ - كتب الحراس إلى المجلس وإلى العمدة وإلى مجلس المدينة في السنة التي | احترقت "
	       "فيها القاعة.\npara 0: ٢ - لم يتلق الحراس ردا.\n");
	expect("A/98/12\n秘书长的报告\n\n1. 看守人写信给理事会和市长，也写信给本市的议会，那一年大厅被烧毁，他们在信中\n\n"
	       "A/98/12\n第2页\n\n"
	       "说明了情况。\n\nA/98/12\nChinese\n第 3 页\n\n2. 他们没有收到答复。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/98/12\nplain-heading 1: 秘书长的报告\npara 0: 1. 看守人写信给理事会和市长，也写信给本市的议会，"
	       "那一年大厅被烧毁，他们在信中 | 说明了情况。\npara 0: 2. 他们没有收到答复。\n");
}

/* "20 pages" says how long something is. */
static void
number_of_pages(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers wrote a letter.\n\n2. Nobody read it.\n\n3. It was long.\n\nPage 2\n\n"
	       "4. It was too long.\n\n20 pages\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\npara 0: 1. The keepers wrote a letter.\npara 0: 2. Nobody read it.\n"
	       "para 0: 3. It was long.\npara 0: 4. It was too long.\np 0: 20 pages\n");
}

/* Where pages are printed as "3/9", "56/101" is the number of a decision. */
static void
decision_over_its_title(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers wrote a letter.\n\n98-04747\n1/9\n\nA/98/12\n\n56/101\n\n"
	       "2. The keepers of the lamps:\n\n98-04747\n2/9\n\nA/98/12\n\n(a) Took note of the letter of the council;\n\n"
	       "98-04747\n"
	       "3/9\n\nA/98/12\n\n(b) Asked the council for oil.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\npara 0: 1. The keepers wrote a letter.\np 0: 56/101\npara 0: 2. The keepers of the "
	       "lamps:\n"
	       "item 1: (a) Took note of the letter of the council;\n"
	       "item 1: (b) Asked the council for oil.\n");
}

/* "2 GE.31-01234" prints the number of page 2. */
static void
page_beside_job_number(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	static const char text[] = "A/98/12\n\n1. The keepers wrote to the council and to the mayor and the council of "
	    "the\n\n"
	    "2 GE.31-01234\n\ntown.\n\n2. They had no answer for a year.\n\nGE.31-01234 3\n\n3. They wrote again.\n";
	struct recognised *r = recognise_structure(a, source_read(a, "test", span_of(text), SOURCE_PAGE_SINGLE, d),
	    &options, d);

	(void)state;
	assert_int_equal(r->npage_start, 3);
	assert_int_equal(r->page[1].number, 2);
	assert_true(r->page[1].printed);
	assert_int_equal(r->page[2].number, 3);
	diag_free(d);
	arena_free(a);
}

#define MET "The keepers met the council twice in the year and once more in the spring, as they had said.\n"
#define PAGE_END(n) "\n" n "/4\n\n98-00001\n\nA/98/12\n\n"

/* A heading that begins some pages and stands in the middle of others is no running title. */
static void
heading_at_page_tops(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\nAmber\nMeetings with the council\n" MET "Birch\nMeetings with the council\n" MET
	    PAGE_END("2")
	       "Meetings with the council\n" MET PAGE_END("3") "Meetings with the council\n" MET PAGE_END("4"),
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\nplain-heading 2: Amber\nplain-heading 3: Meetings with the council\n"
	       "p 0: " MET
	       "plain-heading 2: Birch\nplain-heading 3: Meetings with the council\np 0: " MET
	       "plain-heading 3: Meetings with the council\np 0: " MET "plain-heading 3: Meetings with the council\np 0: "
	       MET);
}

/* The head of one page and the foot of another may say the same in the middle of a sentence. */
static void
same_line_at_head_and_foot(void **state)
{
	(void)state;
	expect("A/98/12\n\nThe keepers met on the mole in the spring and in the autumn in the hall\n" PAGE_END("2")
	       "of the old harbour of Amber, where they had met before, and once in the house\n"
	       "of the town, which is older. They met again on the mole and once in the hall\n"
	       "of the old harbour of Amber, where they had met before, and once in the house\n" PAGE_END("3")
	       "of the mayor.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\np 0: The keepers met on the mole in the spring and in the autumn in the hall | "
	       "of the old harbour of Amber, where they had met before, and once in the house | "
	       "of the town, which is older. They met again on the mole and once in the hall | "
	       "of the old harbour of Amber, where they had met before, and once in the house | of the mayor.\n");
}

/* A session named in the middle of a sentence is no field of the masthead. */
static void
session_in_a_summary(void **state)
{
	(void)state;
	expect("A/98/12\n\nDistr.: General\n3 May 2098\n\nReport on the bells\n\nSummary\n"
	       "The Committee of Keepers of the Northern Bells held its twenty-fourth yearly\n"
	       "session at the old harbour of Amber on the northern coast from 7 to 11 April. The\n"
	       "keepers discussed ropes and ladders and said what they thought of them at length and\nin detail.\n\n"
	       "1. The keepers of the old harbour ask the council to adopt the decision that is printed here.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nfield 0: Distr.: General\nfield 0: 3 May 2098\nplain-heading 1: Report on the bells\n"
	       "front 0: Summary\np 0: The Committee of Keepers of the Northern Bells held its twenty-fourth yearly | "
	       "session at "
	       "the old harbour of Amber on the northern coast from 7 to 11 April. The | keepers discussed ropes and "
	       "ladders and said what they thought of them at length and | in detail.\n"
	       "para 0: 1. The keepers of the old harbour ask the council to adopt the decision that is printed here.\n");
}

#define DOTS " . . . . . . . . . . . . . . . . . . . . . . . . . . . ."
#define FOLLOW_UP "Follow-up to the meeting of all keepers of the northern coast and to the one of the south,\n" \
	"in the light of what the towns have said about ropes, ladders and bells, about the painting\n" \
	"of towers, the pay of keepers and the letters that were lost in the great storm of the year\n" \
	"before, as far as the council asked for it in its letter to the town and to the islands, and\n" \
	"of the answers"
#define FOLLOW_UP_LINES "Follow-up to the meeting of all keepers of the northern coast and to the one of the " \
                        "south, | " \
	"in the light of what the towns have said about ropes, ladders and bells, about the painting | of towers, the " \
	"pay " \
	"of keepers and the letters that were lost in the great storm of the year | before, as far as the council asked " \
	"for it in its letter to the town and to the islands, and | of the answers"

/* Numbers, words and pages of a list printed apart: it ends where its first words stand again, with their number. */
static void
contents_taken_apart(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\n\nChapter\n\nI.\n\nII.\n\nPage\n\nMatters that call for action by the council" DOTS
	    "\n\n3\n\n"
	       FOLLOW_UP DOTS "\n\n4\n\nIII.\n\nThe turning of a page" DOTS "\n\n5\n\n2/8\n\n98-00001\n\nA/98/12\n\nI.\n\n"
	       "Matters that call for action by the council\n1.\n"
	       "The keepers of the old harbour ask the council to adopt the decision that is printed here.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Chapter\nentry 0: I. | II. | Page\n"
	       "entry 0: Matters that call for action by the council" DOTS " | 3\nentry 0: " FOLLOW_UP_LINES DOTS " | 4\n"
	       "entry 0: III. | The turning of a page" DOTS "\n"
	       "heading 1: I. | Matters that call for action by the council\n"
	       "para 0: 1. | The keepers of the old harbour ask the council to adopt the decision that is printed here.\n");
}

/* A title with the word of the column's head in it, and Arabic numbers alone, which look like pages. */
static void
contents_with_numbers_alone(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\nPage\n\n1.\n\nThe last page\n\n2\n\n2.\n\nThe towers\n\n3\n\n1.\n\nThe last page\n"
	       "The keepers of the old harbour ask the council to adopt the decision that is printed here.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Page\nentry 0: 1. | The last page | 2\n"
	       "entry 0: 2. | The towers | 3\nheading 1: 1. | The last page\n"
	       "p 0: The keepers of the old harbour ask the council to adopt the decision that is printed here.\n");
}

/* What "A." alone under the list numbers is a heading of the text. */
static void
number_alone_below_contents(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\n\nBells and their keepers" DOTS "\n\n3\n\nRopes of the north" DOTS "\n\n4\n\n"
	       "2/8\n\n98-00001\n\nA/98/12\n\nA.\n\nAll towers of the coast\n1.\n"
	       "The keepers of the old harbour ask the council to adopt the decision that is printed here.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Bells and their keepers" DOTS " | 3\n"
	       "entry 0: Ropes of the north" DOTS " | 4\nheading 1: A. | All towers of the coast\n"
	       "para 0: 1. | The keepers of the old harbour ask the council to adopt the decision that is printed here.\n");
}

#define TOLD "The keepers of the harbour have told the council of the ropes and of the bells in every year"

/* Page text has no pictures, but the lines that name them are no headings; those of a sentence name none. */
static void
captions_of_lost_pictures(void **state)
{
	(void)state;
	expect("1. " TOLD ".\nFigure 1\nBells of the northern coast by the year in which they were cast and by\n"
	       "keeper\n(in hundreds)\n\n2. " TOLD ".\nFigure 2. Ropes by town\n\n3. " TOLD " (see\nfigure 3).\n"
	       "Figure 3 shows them.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. " TOLD ".\ncaption 0: Figure 1\n"
	       "caption 0: Bells of the northern coast by the year in which they were cast and by | keeper | (in hundreds)\n"
	       "para 0: 2. " TOLD ".\ncaption 0: Figure 2. Ropes by town\n"
	       "para 0: 3. " TOLD " (see | figure 3).\np 0: Figure 3 shows them.\n");
}

/* Arrowheads and small squares are signs of lists, on a line of their own too. */
static void
signs_of_lists(void **state)
{
	(void)state;
	expect("1. " TOLD ":\n\xE2\x9E\xA2\n\nRopes that are kept dry;\n\n\xE2\x9E\xA2\n\nBells of the north.\n2. " TOLD
	       ".\n\xE2\x96\xAB Ropes of the south.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. " TOLD ":\nbullet 1: \xE2\x9E\xA2 | Ropes that are kept dry;\n"
	       "bullet 1: \xE2\x9E\xA2 | Bells of the north.\npara 0: 2. " TOLD ".\n"
	       "bullet 1: \xE2\x96\xAB Ropes of the south.\n");
}

/* The name over an entry may end with a stop, and more words may stand under that than above. */
static void
entries_behind_a_stop(void **state)
{
	(void)state;
	expect_headings("1. " TOLD ":\n\nKeepers of Amber\nSociety of Birch\nFriends of the Cove\nRopes of Dune\n"
	                "Amber and Sons, Inc.\nElm Foundation\nCentre for Ropes, Bells and the Harbours of the Coast\n"
	                "Partners of Fern\nGuild of Gorse\nHazel Society\n\n2. " TOLD ".\n",
	                SOURCE_PAGE_SINGLE, "en", "");
}

/* What each of several says in the last cell of its table, over the text behind it, is no heading of the paper. */
static void
values_over_text(void **state)
{
#define VALUES \
	"Unit\nStatus\nDate\n\nKeepers of the bells and friends of the ropes of the harbours of the\nnorthern coast\n" \
	"Begun early\nDecember 2098\n\n"
	(void)state;
	expect_headings("A. Ropes\n\n1. " TOLD ".\n" VALUES "2. " TOLD ".\n" VALUES "3. " TOLD ".\n" VALUES "4. " TOLD ".\n",
	                SOURCE_PAGE_SINGLE, "en", "1: A. Ropes\n");
}

/* Between the fields of a paper and its summary stand titles, and no text, though one ends its line with a comma. */
static void
titles_over_a_summary(void **state)
{
	(void)state;
	expect("A/98/12\n\nDistr.: General\n3 May 2098\nOriginal: English\n\nAgenda item 3\nRopes of the harbours\n"
	       "Report on the bells and the ropes of the harbours,\n2090-2097, and on what was done for them\n"
	       "Summary\n" TOLD ".\n\nI. Bells\n1. " TOLD ".\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nfield 0: Distr.: General\nfield 0: 3 May 2098\nfield 0: Original: English\n"
	       "field 0: Agenda item 3\nfield 0: Ropes of the harbours\n"
	       "plain-heading 1: Report on the bells and the ropes of the harbours, | "
	       "2090-2097, and on what was done for them\nfront 0: Summary\np 0: " TOLD
	       ".\nheading 1: I. Bells\npara 0: 1. " TOLD ".\n");
}

/* What stands in rows on both sides of the name of a picture is of two tables: nothing leaves its order. */
static void
picture_between_rows(void **state)
{
	static const char draft[] = "A/98/12\n\n1. " TOLD ".\n\nTown      Old      New\nAmber     3       4\n"
	    "Birch     5       6\nCove      7       8\n\nFigure 1. Ropes by town\n\n"
	    "Town      Ropes    Oars\nAmber     3       4\n"
	    "Birch     5       6\nCove      7       8\n\nFigure 2. Oars by town\n\n2. " TOLD ".\n";
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	const struct draft *read = source_read(a, "d.txt", span_of(draft), SOURCE_PAGE_LAYOUT, d);
	struct account *account = account_new(a);
	const struct report *r = recognise(a, read, &options, account, d);
	int tables = 0, figures = 0;

	(void)state;
	for (const struct rep_node *e = r->root; e != NULL; e = rep_next(r->root, e)) {
		tables += e->kind == REP_TABLE;
		figures += e->kind == REP_FIGURE;
	}
	assert_int_equal(tables, 2);
	assert_int_equal(figures, 2);
	assert_true(account_close(account, r, d));
	diag_free(d);
	arena_free(a);
}

/* The dots between an entry and its page are of the page; a blank stays between words and page, or they become one. */
static void
dots_of_contents_are_left_out(void **state)
{
	(void)state;
	static const char draft[] = "Contents\n\nPage\n\nI. Ropes . . . . . . . 1\n\nII. Lamps.......... 2\n\n"
	    "III. Boats......3\n\n"
	    "A. Boats of oak … 4\n\nB. Boats, etc. . . 5–7 5\n\nC. What floats ... and what sinks 6\n\n"
	    "V. Oars.....................\n7\n\n"
	    "I. Ropes\n\n1. The ropes were counted by the keepers of the harbour at the end of winter.\n\nII. Lamps\n\n"
	    "2. They burn.\n";
	static const char *const want[] = {"I. Ropes 1", "II. Lamps 2", "III. Boats 3", "A. Boats of oak 4",
	    "B. Boats, etc 5–7 5", "C. What floats ... and what sinks 6", "V. Oars 7"};
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	const struct draft *read = source_read(a, "d.txt", span_of(draft), SOURCE_PAGE_SINGLE, d);
	struct account *account = account_new(a);
	const struct report *r = recognise(a, read, &options, account, d);
	size_t n = 0;
	for (const struct rep_node *e = r->root; e != NULL; e = rep_next(r->root, e)) {
		struct buf text = {0};
		if (e->kind != REP_ENTRY)
			continue;
		rep_text_of(e, &text);
		if (!span_is(buf_span(&text), "Page"))
			assert_true(n < 7 && span_is(buf_span(&text), want[n++]));
		buf_free(&text);
	}
	assert_int_equal(n, 7);
	assert_true(account_close(account, r, d));
	diag_free(d);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contents_taken_apart), cmocka_unit_test(dots_of_contents_are_left_out),
		cmocka_unit_test(contents_with_numbers_alone), cmocka_unit_test(number_alone_below_contents),
		cmocka_unit_test(heading_at_page_tops), cmocka_unit_test(same_line_at_head_and_foot),
		cmocka_unit_test(session_in_a_summary),
		cmocka_unit_test(cells_apart), cmocka_unit_test(heads_that_come_again),
		cmocka_unit_test(words_in_columns), cmocka_unit_test(foot_without_rule),
		cmocka_unit_test(pages_behind_the_form), cmocka_unit_test(headings_on_pages_of_pictures),
		cmocka_unit_test(heading_over_notes), cmocka_unit_test(two_symbols_on_each_page),
		cmocka_unit_test(lines_set_narrow), cmocka_unit_test(chapters_are_kept),
		cmocka_unit_test(names_with_colons),
		cmocka_unit_test(chapters_end_the_contents),
		cmocka_unit_test(short_lines_that_are_no_headings), cmocka_unit_test(page_number_over_a_resolution),
		cmocka_unit_test(turns_of_letters), cmocka_unit_test(organ_under_its_title),
		cmocka_unit_test(years_are_no_marks), cmocka_unit_test(number_alone_is_no_paragraph),
		cmocka_unit_test(headings_without_blank_lines), cmocka_unit_test(letter_and_its_annex),
		cmocka_unit_test(page_number_is_no_mark), cmocka_unit_test(addresses_come_twice),
		cmocka_unit_test(page_numbers_of_every_script), cmocka_unit_test(number_of_pages),
		    cmocka_unit_test(decision_over_its_title),
		cmocka_unit_test(page_beside_job_number), cmocka_unit_test(captions_of_lost_pictures),
		cmocka_unit_test(signs_of_lists), cmocka_unit_test(entries_behind_a_stop), cmocka_unit_test(values_over_text),
		cmocka_unit_test(titles_over_a_summary),
		cmocka_unit_test(picture_between_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
