/* SPDX-License-Identifier: MIT */
/* test_recognise_notes.c - bodies of notes as extractions leave them: with and without a rule, marks apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "unit/outline.h"

#define PAGE_1 \
	"1.\nThe wardens counted the boats of the river at dawn.1 Each boat carried a lamp and a\n" \
	"rope, and no boat left the quay before the bell had rung twice over the water and the\n" \
	"names of its crew had been called.2 The wardens then went home,3 for the day was hot.\n"

/* Marks below the texts, or one of them below the next note, belong to the texts in their order. */
static void
marks_apart(void **state)
{
	(void)state;
	expect(PAGE_1 "\n__________________\n1\n\nSee the book of lamps.\nSee the book of ropes.\n3\nThe heat "
	              "is told of elsewhere.\n2\n\f2.\nThe next day it rained, and nobody counted anything at all.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. | The wardens counted the boats of the river at dawn.1 Each boat carried a lamp and a | rope, "
	       "and no boat left the quay before the bell had rung twice over the water and the | names of its crew had "
	       "been called.2 The wardens then went home,3 for the day was hot.\n"
	       "para 0: 2. | The next day it rained, and nobody counted anything at all.\n"
	       "note 0: 1\nnote-more 0: See the book of lamps.\nnote-more 0: See the book of ropes.\nnote 0: 3\n"
	       "note-more 0: The heat is told of elsewhere.\nnote 0: 2\n");
}

/* The report tree tells which text went to which mark. */
static void
apart_in_order(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	const char *text = PAGE_1 "\n__________________\n1\n\nSee the book of lamps.\nSee the book of ropes.\n3\nThe "
	                          "heat is told of elsewhere.\n2\n\f2.\nThe next day it rained, and nobody counted.\n";
	struct recognised *r = recognise_structure(
		a, source_read(a, "test", span_of(text), SOURCE_PAGE_SINGLE, d), &options, d);
	static const struct { const char *mark, *starts; } want[] = {
		{"1", "See the book of lamps."}, {"2", "See the book of ropes."}, {"3", "The heat"},
	};
	size_t i;

	(void)state;
	assert_int_equal(r->nnote, 3);
	for (i = 0; i < 3; i++) {
		struct buf out = {0};
		rep_text_of(r->note[i].node, &out);
		assert_string_equal(r->note[i].mark, want[i].mark);
		assert_true(out.n >= strlen(want[i].starts));
		assert_memory_equal(out.data, want[i].starts, strlen(want[i].starts));
		buf_free(&out);
	}
	diag_free(d);
	arena_free(a);
}

/* No rule over the block: the next mark, called on its page, starts it. */
static void
without_rule(void **state)
{
	(void)state;
	expect("AB/12/3 \n\n1. The wardens counted the boats of the river at dawn.1 Each boat carried a lamp \n\n"
	       "and a rope, and no boat left the quay before the bell had rung twice over the \n\n"
	       " 1 See the book of lamps, which tells of the boats of all rivers that the wardens \n\n"
	       "counted. \n\nAB/12/3 \n\n4 GE.31-00412 \n\nwater and the names of its crew had been called. \n\n"
	       "2. The wardens went home by the road along the quay, and they counted the lamps. \n\n"
	       "12 lamps had gone out, and the wardens lit them again before they closed the gate. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "field 0: AB/12/3\npara 0: 1. The wardens counted the boats of the river at dawn.1 Each boat carried a "
	       "lamp | and a rope, and "
	       "no boat left the quay before the bell had rung twice over the | water and the names of its crew had been "
	       "called.\n"
	       "para 0: 2. The wardens went home by the road along the quay, and they counted the lamps. | 12 lamps had "
	       "gone out, and the wardens lit them again before they closed the gate.\n"
	       "note 0: 1 See the book of lamps, which tells of the boats of all rivers that the wardens\n"
	       "note-more 0: counted.\n");
}

/* A raised figure is called behind a quotation too, apart from it and from the comma, as extractions leave it. */
static void
called_behind_a_quotation(void **state)
{
	(void)state;
	expect("AB/12/3 \n\n1. The wardens of the harbour wrote the rule \"On the lamps of the quay\" 1 , which tells \n\n"
	       "when the lamps are lit and who may put them out before the bell has rung twice over \n\n"
	       " 1 See the book of lamps, which tells of the boats of all rivers that the wardens \n\n"
	       "counted. \n\nAB/12/3 \n\n4 GE.31-00412 \n\nthe water and the names of its crew had been called. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "field 0: AB/12/3\npara 0: 1. The wardens of the harbour wrote the rule \"On the lamps of the quay\" 1 , "
	       "which tells | when the lamps are lit and who may put them out before the bell has rung twice over | the "
	       "water and the names of its crew had been called.\n"
	       "note 0: 1 See the book of lamps, which tells of the boats of all rivers that the wardens\n"
	       "note-more 0: counted.\n");
}

/* A line of text that begins with a date is no note, though its figure is the next mark and stands glued above. */
static void
dates_are_no_notes(void **state)
{
	(void)state;
	expect("AB/12/3/Corr.1\n\n1. The wardens of the harbour met in the hall of the pilots, which is told of in "
	       "AB/12/2/Add.1, on\n"
	       "1 May 2025. They counted the lamps of the quay, and they found all of them lit but two.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: AB/12/3/Corr.1\npara 0: 1. The wardens of the harbour met in the hall of the pilots, which is "
	       "told "
	       "of in AB/12/2/Add.1, on | 1 May 2025. They counted the lamps of the quay, and they found all of them lit "
	       "but two.\n");
	expect("AB/12/3/Corr.1\n\n1. Los guardianes del puerto se reunieron en la sala de los pilotos, véase "
	       "AB/12/2/Add.1, el\n"
	       "1 de mayo de 2025. Contaron los faroles del muelle y los hallaron encendidos, salvo dos.\n",
	       SOURCE_PAGE_SINGLE, "es",
	       "field 0: AB/12/3/Corr.1\npara 0: 1. Los guardianes del puerto se reunieron en la sala de los pilotos, "
	       "véase "
	       "AB/12/2/Add.1, el | 1 de mayo de 2025. Contaron los faroles del muelle y los hallaron encendidos, salvo "
	       "dos.\n");
}

/* Without a rule the signs of the mark must stand with the call. */
static void
signed_marks(void **state)
{
	(void)state;
	expect("AB/12/3\n\n1. The wardens counted the boats of the river at dawn 1/ and each boat carried a lamp.\n\n"
	       "1/ See the book of lamps.\n\n17-32779 (E)   261117                          /...\n\nAB/12/3\nEnglish\n"
	       "Page 2\n\n"
	       "2. The wardens went home by the road along the quay, and they counted the lamps there.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: AB/12/3\npara 0: 1. The wardens counted the boats of the river at dawn 1/ and each boat carried a "
	       "lamp.\npara 0: 2. The wardens went home by the road along the quay, and they counted the lamps there.\n"
	       "note 0: 1/ See the book of lamps.\n");
	expect("AB/12/3\n\n1 - كان حراس النهر يعدون القوارب عند الفجر، وكان كل قارب يحمل مصباحا(1).\n\n"
	       "(1) انظر كتاب المصابيح.\n\n2 - عاد الحراس إلى بيوتهم.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "field 0: AB/12/3\npara 0: 1 - كان حراس النهر يعدون القوارب عند الفجر، وكان كل قارب يحمل مصباحا(1).\n"
	       "para 0: 2 - عاد الحراس إلى بيوتهم.\nnote 0: (1) انظر كتاب المصابيح.\n");
}

/* The texts of the notes at their calls, "mark: text" a line, from the whole recogniser. */
static void
noted(const char *text, enum source_form form, const char *lang, const char *want)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = lang};
	struct account *account = account_new(a);
	struct report *r = recognise(a, source_read(a, "test", span_of(text), form, d), &options, account, d);
	struct buf out = {0};
	const struct rep_node *n;

	for (n = r->root; n; n = rep_next(r->root, n)) {
		struct buf one = {0};
		if (n->kind != REP_NOTE)
			continue;
		rep_text_of(n, &one);
		buf_printf(&out, "%s: %.*s\n", rep_get(n, "mark"), (int)one.n, one.n ? one.data : "");
		assert_null(rep_get(n, "lost"));
		assert_int_not_equal(n->parent->kind, REP_ENTRY);
		buf_free(&one);
	}
	assert_true(account_close(account, r, d));
	assert_string_equal(out.data ? out.data : "", want);
	buf_free(&out);
	diag_free(d);
	arena_free(a);
}

/* Two pages before, whose numbers stand at their feet, and one after; text breaks off between the two given. */
#define AFTER_TWO(text, next) \
	"AB/12/3\n\n1.\nThe wardens of the harbour met in the hall of the pilots, and they counted the lamps.\n\n" \
	"GE.31-00412\n\n1\n\n\fAB/12/3\n\n2.\nThe council was told of it by the eldest of the wardens before the winter " \
	"came.\n\n" \
	"GE.31-00412\n\n2\n\n\fAB/12/3\n\n" text "\n\fAB/12/3\n\n" next "\n\n4\n\nGE.31-00412\n"
#define CALLING_TWO \
	"3.\nThe boats of the river were counted at dawn.1 Each boat carried a lamp and a rope,\nand no boat " \
	"left the quay before the bell had rung twice.2 The wardens of the quay then\n"
#define GOES_ON "went home by the road along the water, for the day was hot and the boats were many.\n"

/* The number of the page and the foot of the page stand between the marks of notes and their texts. */
static void
parted_by_the_foot(void **state)
{
	(void)state;
	noted(AFTER_TWO(CALLING_TWO "\n1\n2\n\nGE.31-00412\n\nSee the book of lamps.\nSee the book of ropes.\n", GOES_ON),
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n2: See the book of ropes.\n");
	noted(AFTER_TWO(CALLING_TWO "\n1\n2\n\n3\n\nSee the book of lamps.\nSee the book of ropes.\nGE.31-00412\n",
	                GOES_ON),
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n2: See the book of ropes.\n");
}

/* Nothing parts the texts of the first notes, whose marks stand below, from the text that breaks off. */
static void
below_broken_text(void **state)
{
	(void)state;
	noted(AFTER_TWO("3.\nThe boats of the river were counted at dawn.1 Each boat carried a lamp and a rope,2 and\n"
	                "no boat left the quay before the bell had rung twice.3 The wardens of the quay then\n"
	                "See the book of lamps.\nSee the book of ropes.\n3 See the book of bells.\n1\n2\n\nGE.31-00412\n",
	                GOES_ON),
	      SOURCE_PAGE_SINGLE, "en",
	      "1: See the book of lamps.\n2: See the book of ropes.\n3: See the book of bells.\n");
	/* a note goes on over the text of the next */
	noted(AFTER_TWO("3.\nThe boats were counted.1 Each of the boats carried a lamp and a rope, and the wardens\n\n"
	                "1 See the book of lamps, which tells of the boats of all rivers and of the lamps that the\n\n"
	                "GE.31-00412\n",
	                "went home.2 They slept until the bell rang again over the water, and the morning was\n\n"
	                "wardens lit on them.\n2 See the book of ropes.\n"),
	      SOURCE_PAGE_SINGLE, "en",
	      "1: See the book of lamps, which tells of the boats of all rivers and of the lamps that the wardens lit "
	      "on them.\n2: See the book of ropes.\n");
}

/* An address ends a note without a stop. */
static void
ended_by_an_address(void **state)
{
	(void)state;
	noted(AFTER_TWO(CALLING_TWO "\n__________________\n1\n2\n\nThe book of lamps, second part. See\n"
	    "https://lamps.example.org/book\n"
	                "The book of ropes. See\nhttps://ropes.example.org/book\n\nGE.31-00412\n", GOES_ON),
	      SOURCE_PAGE_SINGLE, "en",
	      "1: The book of lamps, second part. See https://lamps.example.org/book\n"
	      "2: The book of ropes. See https://ropes.example.org/book\n");
}

/* The number that ends an entry of the contents is that of its page. */
static void
no_calls_in_contents(void **state)
{
	(void)state;
	noted("AB/12/3\n\nContents\n\nI. Lamps of the quay . . . . . . . . . . . . . . . . . . . . . .\n\n1\n\n"
	      "II. Ropes of the boats . . . . . . . . . . . . . . . . . . . . .\n\n2\n\nI. Lamps of the quay\n\n"
	      "1. The boats 1 of the river were counted at dawn.\n\nII. Ropes of the boats\n\n"
	      "2. Each boat carried a lamp and a rope 2 and two of them a bell.\n\n__________________\n"
	      "1 See the book of lamps.\n2 See the book of ropes.\n",
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n2: See the book of ropes.\n");
}

/* "... p. 16. 3 See ...": the marks of notes may stand inside the lines of others. */
static void
two_on_a_line(void **state)
{
	(void)state;
	noted("1. The wardens counted the boats of the river at dawn,1 and each boat carried a lamp and a\nrope,2 and no "
	      "boat left the quay before the bell had rung twice.3\n\n____________\n1 See the book of lamps, vol. 2. 2 See "
	      "the book of ropes, p. 16. 3 The bell\nis told of elsewhere, on 4 May.\n\n2. The wardens went home by the "
	      "road.\n",
	      SOURCE_PAGE_SINGLE, "en",
	      "1: See the book of lamps, vol. 2.\n2: See the book of ropes, p. 16.\n3: The bell is told of elsewhere, on 4 "
	      "May.\n");
	noted("1. Les gardiens comptaient les bateaux de la rivière 1/ et chaque bateau portait une lampe et une\n"
	      "corde 2/.\n\n"
	      "____________\n1/  Voir le livre des lampes. 2/  Voir le livre des cordes.\n\n2. Les gardiens rentraient.\n",
	      SOURCE_PAGE_SINGLE, "fr", "1: Voir le livre des lampes.\n2: Voir le livre des cordes.\n");
}

#define CALLED \
	"I. Lamps\n\n1. The wardens of the coast lit the lamps every evening, and they kept a book of the oil\nthat each " \
	"lamp used.1 The book was shown to the council once a year, in the month in which\nthe nights are longest.2\n\n"

/* Endnotes go to their calls, however their numbers are printed, and their heading goes with them. */
static void
endnotes_called(void **state)
{
	(void)state;
	noted(CALLED "Notes\n\n1.  See the book of lamps.\n2.  Minutes of the council, which\nare lost.\n\nAnnex\n\n"
	             "List of lamps\n",
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n2: Minutes of the council, which are lost.\n");
	noted("# Лампы\n\n1. Смотрители зажигали лампы<sup>1</sup>.\n\n2. Совет читал книгу.<sup>2</sup>\n\n## Примечания\n"
	      "\n"
	      "1. См. книгу ламп.\n2. Там же.\n",
	      SOURCE_MARKDOWN, "ru", "1: См. книгу ламп.\n2: Там же.\n");
	/* as plain text of Word papers has them */
	noted("1. The wardens lit the lamps[1] and rang the bells.[2]\n\n2. They went home.\n\n[1]\n  See the book of\n"
	      "  lamps.\n\n"
	      "[2] See the book of bells.\n", SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n"
	      "2: See the book of bells.\n");
	expect(CALLED "Notes\n\n1.  See the book of lamps.\n2.  Minutes of the council.\n\nAnnex\n\nList of lamps\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: I. Lamps\npara 0: 1. The wardens of the coast lit the lamps every evening, and they kept a "
	       "book of "
	       "the oil | that each lamp used.1 The book was shown to the council once a year, in the month in which | the "
	       "nights are longest.2\nannex 0: Annex\nplain-heading 1: List of lamps\nnote 0: 1.  See the book of "
	       "lamps.\nnote 0: 2.  Minutes of the council.\n");
}

/* A draft without pages has its notes behind all its text, be it one, with no heading over them. */
static void
endnotes_without_heading(void **state)
{
	(void)state;
	noted("The wardens took note of the report of the third harbour (Marsh Harbour).1\n34th meeting\n3 May 2043\n\n"
	      "1 AB/12/401.\n",
	      SOURCE_PAGE_SINGLE, "en", "1: AB/12/401.\n");
	noted("<p>The wardens took note of the report,<sup>1</sup></p><p>They went home.</p><p><sup>1</sup> AB/12/401.</p>",
	      SOURCE_HTML, "en", "1: AB/12/401.\n");
	noted("1. The wardens of the coast lit the lamps,1 and each boat carried a lamp and a rope;2\n\n"
	      "2. They count the boats 3 of the river.\n\n1 See the book of lamps, which was\nlost.\n2 Ibid.\n3 Ibid.\n",
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps, which was lost.\n2: Ibid.\n3: Ibid.\n");
	/* those of a table are not called */
	noted("The wardens counted the boats,3 as the table shows.\n\n1 Amber\n2 Birch\n3 Cedar\n", SOURCE_PAGE_SINGLE,
	      "en", "");
}

/*
 * A number alone is the mark of the text below it, also under the heading; a list of names in capitals ends no
 * endnotes whose numbers go on below it, unless they are those of paragraphs.
 */
static void
endnotes_hold_lists(void **state)
{
	(void)state;
	noted(CALLED "Notes\n1\n\nThe towns sent these papers:\nAT\nAmber Town (north);\n\nBT\n\nBirch Town (south);\n"
	             "2 See the book of lamps.\n",
	      SOURCE_PAGE_SINGLE, "en",
	      "1: The towns sent these papers: AT Amber Town (north); BT Birch Town (south);\n"
	      "2: See the book of lamps.\n");
	noted(CALLED "Notes\n\n1.  See the book of lamps.\n2.  Minutes of the council.\n\nLAMPS OF THE NORTH\n\n"
	             "3.  The lamps of the north burn late.\n",
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n2: Minutes of the council.\n");
}

/* A number that page text sets elsewhere is passed over where the series goes on. */
static void
endnotes_pass_over_lost_numbers(void **state)
{
	(void)state;
	expect("I. Lamps\n\n1. The wardens of the coast lit the lamps every evening,1 and they kept a book of the oil2\n"
	       "that each lamp used.3 The book was shown to the council once a year.4\n\n"
	       "Notes\n\n1 See the book of lamps.\nMinutes of the towns.\n3 Minutes of the council.\n4 Ibid.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: I. Lamps\npara 0: 1. The wardens of the coast lit the lamps every evening,1 and they kept a "
	       "book of the oil2 | that each lamp used.3 The book was shown to the council once a year.4\n"
	       "note 0: 1 See the book of lamps.\nnote-more 0: Minutes of the towns.\nnote 0: 3 Minutes of the council.\n"
	       "note 0: 4 Ibid.\n");
}

/* Endnotes that nothing calls stay, each a paragraph. */
static void
endnotes_uncalled(void **state)
{
	(void)state;
	expect("I. Lamps\n\n1. The wardens of the coast lit the lamps every evening, and they kept a book of the oil\n"
	       "that each lamp used, which they showed to the council once a year.\n\nNotes\n\n1 See the book of lamps.\n"
	       "2 Minutes of the "
	       "council, which\nare lost.\n3 Ibid.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: I. Lamps\npara 0: 1. The wardens of the coast lit the lamps every evening, and they kept a book "
	       "of the oil | that each lamp used, which they showed to the council once a year.\nplain-heading 2: Notes\n"
	       "p 0: 1 See the book of lamps.\np 0: 2 Minutes of the council, which | are lost.\np 0: 3 Ibid.\n");
}

#define TABLE_ABOVE "1. The wardens counted the oil of the lamps, which is shown in the table below for each of the " \
                    "towns.\n\n" \
	"Table 1\nOil used\n\nTown        2019a    2020    2021b\nAmber          12     14c       16\n" \
	"Birch          22      24       " \
	"26\nCove           32      34       36\n\n"
#define TEXT_BELOW "\n2. The council read the book aloud, and it asked the wardens to save oil where the moon is " \
                   "bright.\n"

/* Letters and stars that the cells of a table call are its notes, where all of them are called. */
static void
notes_under_a_table(void **state)
{
	(void)state;
	noted(TABLE_ABOVE "Source: Book of lamps.\na  Until May.\nb  From June,\nwithout the bell.\nc  Broken.\n"
	    TEXT_BELOW,
	      SOURCE_PAGE_LAYOUT, "en", "a: Until May.\nb: From June, without the bell.\nc: Broken.\n");
	noted(TABLE_ABOVE "a  Until May.\nb  From June.\nc  Broken.\nd  Nowhere called.\n" TEXT_BELOW, SOURCE_PAGE_LAYOUT,
	    "en", "");
	noted("1. The wardens counted the oil.\n\nTable 1. Oil used\n\n| Town | 2019* |\n|---|---|\n"
	      "| Amber | 14<sup>a</sup> |\n\n"
	      "<sup>a</sup> Broken.\n\n\\* Estimate.\n\n2. The council read the book.\n",
	      SOURCE_MARKDOWN, "en", "*: Estimate.\na: Broken.\n");
	/* raised behind a word, in a script without blanks too; a star behind a figure of page text */
	noted("<p>1. The wardens counted the "
	      "oil.</p><table><tr><th>Town</th><th>Oil<sup>a</sup></th></tr><tr><td>Amber</td><td>14</td></tr>"
	      "</table><p><sup>a</sup> Burnt.</p><p>2. The council read the book.</p>", SOURCE_HTML, "en", "a: Burnt.\n");
	noted("1. 看守人清点了钟。\n\n| 港口 | 绳索<sup>a</sup> |\n|---|--:|\n| 琥珀港 | 4 |\n\n<sup>a</sup> 仅限麻绳。\n\n"
	      "2. 理事会表示感谢。\n",
	      SOURCE_MARKDOWN, "zh", "a: 仅限麻绳。\n");
	noted("1. The wardens counted the oil of the lamps, which is shown in the table below for each of the towns.\n\n"
	      "Table 1\nOil used\n\nTown        2019     2020\nAmber          12     14*\nBirch          22      24\n"
	      "Cove           32      34\n\n"
	      "*  Estimate.\n" TEXT_BELOW, SOURCE_PAGE_LAYOUT, "en", "*: Estimate.\n");
}

/* Lines that begin with stars are notes where stars call them; bullets are printed so too. */
static void
stars_or_bullets(void **state)
{
	(void)state;
	/* the star of a symbol font */
	noted("A/98/12\n\nLamps of the coast\xEF\x80\xAA\n\n1. The wardens lit them every evening, and the council was "
	      "told of it.\n\n"
	      "___________\n\xEF\x80\xAA A first draft.\n", SOURCE_PAGE_SINGLE, "en", "*: A first draft.\n");
	noted("<p>Lamps*</p><p>1. The wardens lit them.</p><p>* A first draft.</p>", SOURCE_HTML, "en",
	    "*: A first draft.\n");
	/* set in like a quotation, as Word files come out in Markdown */
	noted("Lamps of the coast\\*\n\n1. The wardens lit them every evening.\n\n> \\* A first draft.\n", SOURCE_MARKDOWN,
	    "en",
	      "*: A first draft.\n");
	/* or Markdown of pages, at whose feet they stand */
	noted("A/98/7\n\n1. The wardens lit the lamps of the coast every evening, and the council was told of it.<sup>1</sup>\n\n"
	      "> 1 Book of lamps.\n\n98-00001\n\n**2/3**\n\n**A/98/7**\n\n2. They rang.\n\n98-00001\n\n**3/3**\n",
	      SOURCE_MARKDOWN, "en", "1: Book of lamps.\n");
	/* alone on its line, as columns of text come out, where it is called; a row between parts is none */
	noted("A/98/12\n\nLamps of the coast*\n\n1. The wardens lit them every evening, and the council was told of it.\n\n"
	      "*\n\nA first draft.\n\n2. The council read the book aloud and asked the wardens to spare the oil.\n",
	      SOURCE_PAGE_SINGLE, "en", "*: A first draft.\n");
	noted("A/98/12\n\nLamps of the coast\n\n1. The wardens lit them every evening, and the council was told of it.\n\n"
	      "*\n\nThe council read the book aloud.\n", SOURCE_PAGE_SINGLE, "en", "");
	/* stars that close on their line are signs of bold words that were not read */
	noted("<span>\n**Lamps:** the wardens lit them every evening.\n</span>\n\n1. The council read the book.\n",
	    SOURCE_MARKDOWN, "en",
	      "");
	expect("1. The wardens asked the council to send them these things before the winter comes over the water:\n\n"
	       "* Oil for the lamps;\n\n* Ropes for the bells;\n\n* Boots for the rain.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The wardens asked the council to send them these things before the winter comes over the "
	       "water:\n"
	       "bullet 1: * Oil for the lamps;\nbullet 1: * Ropes for the bells;\nbullet 1: * Boots for the rain.\n");
}

/* The label of an annex right below a note begins the annex. */
static void
ended_by_an_annex(void **state)
{
	(void)state;
	expect("1. The wardens lit the lamps every evening,1 and the council was told of it in a long letter.\n\n"
	       "1 See the book of lamps.\nAnnex II\nLamps of the coast\n1. The first lamp stands on the quay.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The wardens lit the lamps every evening,1 and the council was told of it in a long letter.\n"
	       "annex 0: Annex II\nplain-heading 1: Lamps of the coast\npara 0: 1. The first lamp stands on the quay.\n"
	       "note 0: 1 See the book of lamps.\n");
}

/* A table between a mark and its text at the foot of the page is none of the note. */
static void
table_under_a_mark(void **state)
{
	(void)state;
	noted("A/98/12\n\n1. The wardens lit the lamps every evening,1 and the council was told of it.\n\n"
	      "2. The lamps that were lit in the summer are these:\n\n1\n\nGE.31-00412\n\nPort\n\nWardens\n\nLamps\n\n"
	      "Eastquay\n\nMira Olden\nTom Farrow\n\nSeven lamps\n\nWestquay\n\nAnna Brook\n\nNine lamps\n\n"
	      "See the book of lamps.\n\f3. The council read the book aloud.\n",
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n");
}

/* Without a rule: two marks over their texts whose count lacks one, and notes right below the end of another. */
static void
feet_out_of_count(void **state)
{
	(void)state;
	noted("A/98/12\n\n1. The wardens lit the lamps every evening,1 and the council was told of it in a long letter.\n\n"
	      "1 See the book of lamps.\n\fA/98/12\n\n2. The council read the book,3 and it asked the wardens to spare "
	      "the oil.4\n\n3\n4\n\nAB/12.\nAB/13.\n",
	      SOURCE_PAGE_SINGLE, "en", "1: See the book of lamps.\n3: AB/12.\n4: AB/13.\n");
	noted("A/98/12\n\n1. The wardens lit the lamps every evening,1 and the council was told of it in a long letter.\n\n"
	      "1 See the book of lamps.\n\fA/98/12\n\n2. The council read the book,3 and it asked the wardens to spare "
	      "the oil.4 They did so5 and\nwere thanked for it.\n\nof all harbours, with the lamps of the year before\n"
	      "3 See the book of oil.\n4 See the book of ropes.\n5 See the book of boats.\n",
	      SOURCE_PAGE_SINGLE, "en",
	      "1: See the book of lamps.\n3: See the book of oil.\n4: See the book of ropes.\n5: See the book of boats.\n");
}

/* A line of the text that begins with "a" is no note, and the notes right below the text are the next ones. */
static void
article_over_notes(void **state)
{
	(void)state;
	noted("A/98/12\n\n1. The wardens lit the lamps every evening,1 and the council was told of it in a long letter.\n\n"
	      "1 See the book of lamps.\n\fA/98/12\n\n2. The council read the book, 2 and it asked the wardens to spare\n"
	      "a barrel of the oil. 3 They did so in the winter of the year, and they\nwere thanked for it in a letter. 4 "
	      "They read it\n2 See the book of oil.\n3 See the book of ropes.\n4 See the book of boats.\n\f3. That was "
	      "all.\n",
	      SOURCE_PAGE_SINGLE, "en",
	      "1: See the book of lamps.\n2: See the book of oil.\n3: See the book of ropes.\n4: See the book of boats.\n");
}

/* An annex counts its notes anew; marks that stand apart belong to the texts over them there too. */
static void
apart_in_an_annex(void **state)
{
	(void)state;
	noted("A/98/12\n\n1. The wardens lit the lamps,1 and the council,2 in the end, heard of it.3\n__________________\n"
	      "1 See the book of lamps.\n2 See the book of towns.\n3 See the letter.\n\fAnnex\n\nRules for wardens\n\n"
	      "1. The wardens read the book,1 and they asked to be told of the oil.2 They were.\n__________________\n\n"
	      "See the book of rules\nHarbour council, book of oil, part 3.\n1\n2\n\f2. That was all.\n",
	      SOURCE_PAGE_SINGLE, "en",
	      "1: See the book of lamps.\n2: See the book of towns.\n3: See the letter.\n1: See the book of rules\n"
	      "2: Harbour council, book of oil, part 3.\n");
	noted("A/98/12\n\n1. The wardens lit the lamps,1 and the council,2 in the end, heard of it.3\n__________________\n"
	      "1 See the book of lamps.\n2 See the book of towns.\n3 See the letter.\n\fAnnex\n\nRules for wardens\n\n"
	      "1. The wardens read the book,1 and they asked to be told of the oil.2 They were.\n__________________\n\n"
	      "See the book of rules.\n2\nSee the book of oil.\n1\n\f2. That was all.\n",
	      SOURCE_PAGE_SINGLE, "en",
	      "1: See the book of lamps.\n2: See the book of towns.\n3: See the letter.\n1: See the book of rules.\n"
	      "2: See the book of oil.\n");
}

#define SPACED_1 \
	"A/98/12 \n\n1. The wardens counted the boats of the river at dawn.1 Each boat carried a lamp and a \n\n" \
	"rope, and no boat left the quay before the bell had rung twice over the water and the \n\n" \
	"names of its crew had been called. The wardens went home,2 for the day was hot. \n\n"
#define LINKS "\n\n\nhttps://docs.example.org/en/A/98/3\n\nhttps://docs.example.org/en/A/98/4\n\n"

/* Where lines are spaced an address on a line of its own is of the note, and a list of them is set off. */
static void
address_in_a_note(void **state)
{
	(void)state;
	noted(SPACED_1 "__________________ \n\n 1 The Keeper. 2097. The book of lamps and of all their parts. Amber. \n\n"
	      "https://books.example.org/lamps-and-all-\n\ntheir-parts \n\n 2 See the book of heat. \n\n" LINKS
	      "2. The next day it rained, and nobody counted. \n\n",
	      SOURCE_PAGE_DOUBLE, "en",
	      "1: The Keeper. 2097. The book of lamps and of all their parts. Amber. "
	      "https://books.example.org/lamps-and-all-their-parts\n2: See the book of heat.\n");
}

/* A note whose own call is not plain keeps those behind it from nothing. */
static void
count_goes_on(void **state)
{
	(void)state;
	noted(SPACED_1 "  \n\n 1 See the book of lamps. \n\n 2 See the book of heat. \n\n" LINKS
	      "2. The next day it rained, as told in A/98/343, and nobody counted. The lamps were put away \n\n"
	      "by the young of the town, who had been told to do so. \n\n  \n\n 3 See the book of rain. \n\n" LINKS
	      "3. The council read the book of the town,4 and it asked the wardens to spare the oil of it. \n\n  \n\n"
	      " 4 See the book of oil. \n\n" LINKS "4. That was all. \n\n",
	      SOURCE_PAGE_DOUBLE, "en", "1: See the book of lamps.\n2: See the book of heat.\n4: See the book of oil.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_apart), cmocka_unit_test(apart_in_order), cmocka_unit_test(without_rule), cmocka_unit_test(called_behind_a_quotation),
		cmocka_unit_test(dates_are_no_notes), cmocka_unit_test(signed_marks), cmocka_unit_test(two_on_a_line),
		cmocka_unit_test(endnotes_called), cmocka_unit_test(endnotes_hold_lists),
		cmocka_unit_test(endnotes_pass_over_lost_numbers), cmocka_unit_test(endnotes_uncalled),
		cmocka_unit_test(notes_under_a_table), cmocka_unit_test(stars_or_bullets),
		cmocka_unit_test(parted_by_the_foot), cmocka_unit_test(below_broken_text),
		cmocka_unit_test(ended_by_an_address), cmocka_unit_test(no_calls_in_contents),
		cmocka_unit_test(ended_by_an_annex), cmocka_unit_test(table_under_a_mark),
		cmocka_unit_test(feet_out_of_count),
		cmocka_unit_test(apart_in_an_annex), cmocka_unit_test(article_over_notes), cmocka_unit_test(address_in_a_note),
		    cmocka_unit_test(count_goes_on), cmocka_unit_test(endnotes_without_heading),
	};

	return cmocka_run_group_tests_name("notes as extracted", tests, NULL, NULL);
}
