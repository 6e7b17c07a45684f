/* SPDX-License-Identifier: MIT */
/* test_cells.c - short lines of tables and lists that page text prints like headings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

#define TEXT \
	"The keepers of the old harbour ask the council to hold the ferries at the piers of the\n" \
	"northern towns until the storms of the winter are over and the bells are heard again.\n"

#define REPORT "A/98/12\n\nI. Ferries of the winter\n1. " TEXT "2. " TEXT

#define HEAD "Day Hour What the keepers wrote\n\n"
#define ROWS \
	"4 May 0700 The ferry left the pier though no bell had been rung for it by the keepers of\nthe towns.\n" \
	"5 May 0800 It came back in the night with the mast gone and with nobody of the crew on\nits deck.\n\n"

/* A list of storms, whose head is printed again on each page that it goes on over. */
#define LIST(number, a, b, c) \
	number ". " TEXT "\n" HEAD ROWS a "/9 98-00001\n\n" HEAD ROWS b "/9 98-00001\n\n" HEAD ROWS c \
	"/9 98-00001\n\n" HEAD ROWS

static void
head_at_the_top_of_pages(void **state)
{
	(void)state;
	expect_headings(REPORT LIST("3", "1", "2", "3") LIST("4", "4", "5", "6") LIST("5", "7", "8", "9"), SOURCE_PAGE_SINGLE,
	                "en", "1: I. Ferries of the winter\n");
}

#define CELL(what) \
	what " of the piers and of the ferries which the council of the towns had in\nhand in the winter (98/" what \
	")\nWith the others\n"

static void
cells_over_no_sentence(void **state)
{
	(void)state;
	expect_headings(REPORT "\nII. Programme of the spring\n\n3. " TEXT "\n" CELL("Bells") CELL("Ropes") CELL("Chains")
	                    CELL("Masts") CELL("Nets") CELL("Oars") CELL("Lamps") CELL("Sails") "III. Costs\n4. " TEXT "5. "
	                TEXT, SOURCE_PAGE_SINGLE, "en",
	                "1: I. Ferries of the winter\n1: II. Programme of the spring\n1: III. Costs\n");
}

#define PLACE(name, number) name "\n\nReport " number " came in the month of May.\n\n"

/* The names of a list, each over what is said of it in a few words. */
static void
names_over_a_few_words(void **state)
{
	(void)state;
	expect_headings(REPORT "\nII. Visits\n\n3. " TEXT TEXT TEXT "\nReports\n\n" PLACE("Amber", "2") PLACE("Birch", "4")
	                    PLACE("Cedar", "3") PLACE("Great Dale", "1") PLACE("Elm", "8")
	                    PLACE("Fern", "7") PLACE("Gorse", "6")
	                    PLACE("Hazel", "5") PLACE("Iris", "9") "III. Costs\n\n4. " TEXT TEXT "\n5. " TEXT TEXT,
	                SOURCE_PAGE_SINGLE, "en", "1: I. Ferries of the winter\n1: II. Visits\n2: Reports\n1: III. Costs\n");
}

#define COLUMNS \
	"Approved\n2097/98\n\nAt work on\n30 June 2098\n\nProposed\n2098/99\n\nChange\n\n(1)\n\n(2)\n\n(3)=(2)-(1)\n\n" \
	"Pilots\n\n745\n\n678\n\n(67)\n\nKeepers of lights\n\n115\n\n109\n\n(6)\n\n"

/* Numbers of headings on lines of their own, with the cells of a table right below the titles. */
static void
counted_headings_over_cells(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\nI. Costs of the harbours\n\nA. Ships\n1.\n" TEXT "2.\n" TEXT
	                "B.\n\nHands\n\n1.\n\nHarbour staff\n" COLUMNS "3.\n" TEXT "Ropes and lamps\n4.\n" TEXT
	                "2.\n\nFerry staff\n" COLUMNS "5.\n" TEXT "Bells\n6.\n" TEXT
	                "3.\n\nRunning costs\n" COLUMNS "7.\n" TEXT "8.\n" TEXT "II. End\n9.\n" TEXT,
	                SOURCE_PAGE_DOUBLE, "en",
	                "1: I. Costs of the harbours\n2: A. Ships\n2: B. | Hands\n3: 1. | Harbour staff\n4: Ropes and lamps\n"
	                "3: 2. | Ferry staff\n4: Bells\n3: 3. | Running costs\n1: II. End\n");
}

/* A long cell now and then breaks the stretch of short ones, but no text stands around any of them. */
static void
cells_of_all_lengths(void **state)
{
	(void)state;
	expect_headings("1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	                "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	                "the coming year. What is known of those who answered is given below.\n\n"
	                "2. The councils meet at the times that follow, and the keepers are asked to be there when\n"
	                "their own harbour is spoken of, with the books of the year that has ended and a bell.\n"
	                "\nHarbour council of the Isle\n\n"
	                "Ropes and ladders, paint for the towers of the northern shore, bells and lamps of spring\n"
	                "\nSpring meeting\n\nNorth Isle\n\nTwice a year\n\nHarbour council of the Fen\n\n"
	                "Boats of the eastern ferry, books of the tides, mirrors of the lamps and the wood of fen\n"
	                "\nSummer meeting\n\nLow Fen\n\nOnce a year\n\nHarbour council of the Moor\n\n"
	                "Wells and bridges of the moor, the great drum, the small drum and the drums of the watch\n"
	                "\nAutumn meeting\n\nHigh Moor\n\nOnce a year\n\n"
	                "3. The keepers thank the councils for their answers and ask them to send the books of the\n"
	                "year before the winter begins, so that the lamps can be lit on the first evening of frost.\n\n"
	                "Harbour council of the Shore\n\nWinter meeting\n\nLong Shore\n\nOnce a year\n\n"
	                "Harbour council of the Dale\n\nWinter meeting\n\nGreat Dale\n\nTwice a year\n",
	                SOURCE_PAGE_SINGLE, "en", "1: Harbour council of the Isle\n1: Harbour council of the Shore\n");
}

#define MEETING(council, when, how) \
	council "\n\nRopes and ladders, paint for the towers of the northern shore, bells and lamps of spring\n\n" when \
	"\n\nNorth Isle\n\n" how "\n\n"

/* A number at the start of a cell counts nothing. */
static void
cells_with_a_number(void **state)
{
	(void)state;
	expect_headings(REPORT "\nII. Meetings\n\n3. " TEXT "4. " TEXT "\n"
	                MEETING("Council of the Isle", "Winter meeting", "Once a year")
	                MEETING("11. Council of the Fen", "Winter meeting", "Once a year")
	                MEETING("Council of the Moor", "Winter meeting", "Once a year")
	                MEETING("Council of the Dale", "Winter meeting", "Once a year")
	                MEETING("Council of the Shore", "Winter meeting", "Once a year")
	                "Council of the Hill\n\nWinter meeting\n\nLong Hill\n\n"
	                "III. Costs\n5. " TEXT "6. " TEXT, SOURCE_PAGE_SINGLE, "en",
	                "1: I. Ferries of the winter\n1: II. Meetings\n2: Council of the Isle\n2: Long Hill\n1: III. Costs\n");
}

#define ASKED_HEAD "Request\nof the keepers\n\nWhat the council\nhas given for it\n\nof its own\n\nDay\n\n"
#define ASKED(number, keepers) \
	"Request " number "\nThe keepers of the " keepers "\nask the council for ropes,\nladders, paint and lamps, and\n" \
	"for oars of the best wood of\nthe fen, with the nails that\nhold them in the cold winds.\n\n" \
	"The council has sent ropes to\nthe towers, but the lamps are\nmade in the winter, and oars\nare not asked for elsewhere.\n\n"

/* The first column of a table counts on as headings do, but it stands over cells. */
static void
cells_that_count_on(void **state)
{
	(void)state;
	expect_headings(REPORT "\nII. Requests\n\n3. " TEXT "4. " TEXT "\n" ASKED_HEAD ASKED("1", "north") ASKED("2", "fen")
	                ASKED("3", "moor") ASKED("4", "shore") ASKED("5", "coast") ASKED("6", "dale")
	                "III. Costs\n5. " TEXT "6. " TEXT, SOURCE_PAGE_SINGLE, "en",
	                "1: I. Ferries of the winter\n1: II. Requests\n1: III. Costs\n");
}

#define WATCH(from, what) \
	from "\n\n" what " of the watch was rung by the keepers of the pier, and the lamps were lit\n" \
	"until the boats came back to the\nharbour.\n\n"

/* The long cells of a table between its times. */
static void
long_cells_under_times(void **state)
{
	(void)state;
	expect_headings(REPORT "\nII. Watches\n\n3. " TEXT "4. " TEXT "\nDay\n\nTime\n\nWhat was done\n\n"
	                "1 May\n\n" WATCH("0030–0335", "The bell") WATCH("1005–1530", "The horn") "2 May\n\n"
	                WATCH("1400–1500", "The drum") WATCH("0930–1015", "The gong") "Lamps at the Eastern Towers\n\n"
	                WATCH("1100–1200", "The bell") WATCH("1300–1330", "The horn") WATCH("1800–1930", "The drum")
	                "III. Costs\n5. " TEXT "6. " TEXT, SOURCE_PAGE_SINGLE, "en",
	                "1: I. Ferries of the winter\n1: II. Watches\n1: III. Costs\n");
}

#define TIMES "Day\n\nTime\n\nWhat was done\n\n"

/* A title over heads of columns that stood over the cells before is that of the next table; a source ends one. */
static void
title_over_heads_that_come_again(void **state)
{
	struct buf out = {0};

	(void)state;
	outline(REPORT "\nII. Watches\n\n3. " TEXT "4. " TEXT "\nBells of the winter\n\n" TIMES
	        "1 May\n\n" WATCH("0030–0335", "The bell") WATCH("1005–1530", "The horn") TIMES
	        WATCH("1400–1500", "The drum") WATCH("0930–1015", "The gong") WATCH("1100–1200", "The bell")
	        "Watches that the towns of the shore kept\n\n" TIMES
	        WATCH("1300–1330", "The horn") WATCH("1800–1930", "The drum") WATCH("1100–1200", "The bell")
	        WATCH("1300–1330", "The horn") WATCH("1800–1930", "The drum") WATCH("1900–1930", "The drum")
	        "Source: books of the keepers.\n\nIII. Costs\n5. " TEXT "6. " TEXT, SOURCE_PAGE_SINGLE, "en", &out);
	assert_non_null(strstr(out.data, "plain-heading 2: Watches that the towns of the shore kept\n"));
	assert_non_null(strstr(out.data, "p 0: Source: books of the keepers.\n"));
	buf_free(&out);
}

#define SESSION(name, number) \
	name "\nRuling " number " of the winter council\nFerry town, in the old chamber\n" number " (XII)" \
	"\nMeeting 4 May  Amber 12 E\nK – One meeting in a year\n"
#define SESSIONS(a, b, c, d) \
	SESSION("Guild of the Northern Ferries", a) SESSION("Standing Board of the Ropes", b) \
	    SESSION("House of the Lamps of the Coast", c) SESSION("Board of the Nets and Oars", d)

/* Cells far outnumber the lines of text and are of all lengths: none of them is as wide as the text. */
static void
more_cells_than_text(void **state)
{
	(void)state;
	expect_headings(REPORT SESSIONS("11", "12", "13", "14") SESSIONS("15", "16", "17", "18")
	                    SESSIONS("19", "20", "21", "22") SESSIONS("23", "24", "25", "26") "II. Costs\n3. " TEXT "4. " TEXT,
	                SOURCE_PAGE_SINGLE, "en", "1: I. Ferries of the winter\n1: II. Costs\n");
}

/* What the row of a sum begins with heads no text. */
static void
sums_of_tables(void **state)
{
	(void)state;
	expect_headings(REPORT "\nSubtotal 30 12\n\n" TEXT "\nTotal\n\n" TEXT "3. " TEXT, SOURCE_PAGE_SINGLE, "en",
	                "1: I. Ferries of the winter\n");
}

/* The heads of columns and a row without a colon, where the form keeps columns. */
static void
words_in_columns(void **state)
{
	(void)state;
	expect_headings("                              A/98/12\n\n  I.     Ferries of the winter\n\n" TEXT "\n"
	                "        Score      What it says of the ferry         Keepers\n\n" TEXT
	                "\n        Month      What was done in it\n\n" TEXT "\n  II.    Bells\n\n" TEXT,
	                SOURCE_PAGE_LAYOUT, "en", "1: I.     Ferries of the winter\n1: II.    Bells\n");
}

/* The name of an organ over the next cell of its row opens no resolution. */
static void
organs_in_cells(void **state)
{
	struct buf out = {0};

	(void)state;
	outline(REPORT "\n3. Bells\nHuman Rights Council,\nWorking Group on Bells\nNinth session\n", SOURCE_PAGE_SINGLE, "en",
	        &out);
	assert_null(strstr(out.data, "chapeau"));
	buf_free(&out);
}

#define REMARK(number) "\n\n (Matter " number ")\n\n"

/* What stands in brackets as a whole is said of the heading over it. */
static void
remarks_on_headings(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\nI. Ferries of the winter\n\n1. The keepers hold the ferries at the piers of the towns "
	                "in the north until the storms are over.\n\nII. Ferries of the summer" REMARK("4") "2. The keepers "
	                "hold them again when the bells are heard, and nobody else has a word in it.\n\nIII. Bells" REMARK("5")
	                "3. The bells are heard in the towns of the north when the storms of the winter are over.\n",
	                SOURCE_PAGE_DOUBLE, "en",
	                "1: I. Ferries of the winter\n1: II. Ferries of the summer\n1: III. Bells\n");
}

/* Who wrote a text stands under it, over the office; a vowel sign alone is no word. */
static void
names_under_text(void **state)
{
	struct buf out = {0};

	(void)state;
	outline(REPORT "\n\xD9\x8F\n\n3. " TEXT "4. " TEXT TEXT "Anna Holm\nPresident of the northern towns\n",
	        SOURCE_PAGE_SINGLE, "en", &out);
	assert_null(strstr(out.data, "heading 2"));
	assert_non_null(strstr(out.data, "p 0: Anna Holm\n"));
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(head_at_the_top_of_pages), cmocka_unit_test(cells_over_no_sentence),
		cmocka_unit_test(names_over_a_few_words), cmocka_unit_test(counted_headings_over_cells),
		cmocka_unit_test(cells_of_all_lengths), cmocka_unit_test(cells_that_count_on), cmocka_unit_test(cells_with_a_number),
		cmocka_unit_test(long_cells_under_times), cmocka_unit_test(title_over_heads_that_come_again),
		cmocka_unit_test(more_cells_than_text), cmocka_unit_test(sums_of_tables), cmocka_unit_test(words_in_columns),
		cmocka_unit_test(organs_in_cells), cmocka_unit_test(remarks_on_headings),
		cmocka_unit_test(names_under_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
