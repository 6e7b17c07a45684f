/* SPDX-License-Identifier: MIT */
/* test_furniture.c - page numbers, running heads and titles, and lines of the text that look like them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

#define MET "1. The keepers met in March and measured the water of each pond of the district twice.\n"
#define FULL "Most of the ponds lose a hand of water in a dry summer and win it back before the\n"

/* Nothing but their numbers says where the pages end, and a note has the number of the next page. */
static void
bare_numbers_at_the_edges(void **state)
{
	(void)state;
	expect("A/97/214\n\nUpkeep of ponds\n\n1. " FULL "first frost comes.1\n\n1 A/96/210.\n\n1\n\f2. " FULL
	       "\n2\n\ffirst frost comes.\n\n2\n\nBanks and reeds\n\n3\n\f3. " FULL "thaw.\n\n4\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/97/214\nplain-heading 1: Upkeep of ponds\n"
	       "para 0: 1. Most of the ponds lose a hand of water in a dry summer and win it back before the | first frost "
	       "comes.1\npara 0: 2. Most of the ponds lose a hand of water in a dry summer and win it back before the | first "
	       "frost comes.\np 0: 2\nplain-heading 1: Banks and reeds\npara 0: 3. Most of the ponds lose a hand of "
	       "water in a dry summer and win it back before the | thaw.\nnote 0: 1 A/96/210.\n");
}

/* The first page has nothing at its foot, so nothing but the words says that a head follows. */
static void
head_after_a_page_without_foot(void **state)
{
	(void)state;
	expect("A/97/214 \n\nUpkeep of ponds \n\n \n\n1. Most of the ponds lose a hand of water in a dry summer and win \n\n"
	       "A/97/214 Upkeep of ponds \n\n \n\nit back before the frost comes. \n\n97-03160 2/3 \n\n"
	       "A/97/214 Upkeep of ponds \n\n \n\n2. The keepers met in March, as A/97/214 says. \n\n3/3 97-03160 \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "field 0: A/97/214\nplain-heading 1: Upkeep of ponds\n"
	       "para 0: 1. Most of the ponds lose a hand of water in a dry summer and win | it back before the frost comes.\n"
	       "para 0: 2. The keepers met in March, as A/97/214 says.\n");
}

/* Some duty stations number their jobs with a letter before the year. */
static void
job_numbers_with_a_letter(void **state)
{
	(void)state;
	expect("A/97/214 \n\nUpkeep of ponds \n\n \n\n1. Most of the ponds lose a hand of water in a dry summer and win \n\n"
	       "A/97/214 \n\nB97-03160 3 \n\nit back before the frost comes. \n\n4 B97-03160 \n\n"
	       "A/97/214 \n\n2. The keepers met in March, as A/97/214 says. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "field 0: A/97/214\nplain-heading 1: Upkeep of ponds\n"
	       "para 0: 1. Most of the ponds lose a hand of water in a dry summer and win | it back before the frost comes.\n"
	       "para 0: 2. The keepers met in March, as A/97/214 says.\n");
}

/* Two pages end, or begin, in the same words of a sentence. */
static void
sentences_that_recur_at_seams(void **state)
{
	(void)state;
	expect("A/97/214\n\n" MET FULL "\n1/4\n\n97-03160\n\n\fA/97/214\n\n"
	       "first frost.\n\n2. The keepers met again in the autumn and wrote down what they had seen:\n" FULL
	       "\n2/4\n\n97-03160\n\n\fA/97/214\n\nfirst frost, but for one behind the old mill, which never freezes.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/97/214\npara 0: 1. The keepers met in March and measured the water of each pond of the district "
	       "twice. | Most of the ponds lose a hand of water in a dry summer "
	       "and win it back before the | first frost.\npara 0: 2. The keepers met again in the autumn and wrote down what "
	       "they had seen: | Most of the ponds lose a hand of water in a dry summer and win it back before the | first "
	       "frost, but for one behind the old mill, which never freezes.\n");
}

/* "2/3" is written as the number of a resolution, and a resolution begins on the next page. */
static void
page_number_over_a_resolution(void **state)
{
	(void)state;
	expect("A/97/214\n\nGeneral Assembly\n\nDistr.: General\n12 May 2097\n\nNinety-seventh session\n\nUpkeep of ponds\n\n"
	       "1. The keepers met in March.\n\n2. They met again in the autumn.\n\n3. They met in winter.\n\n"
	       "4. They recommend the text below.\n\n5. It is short.\n\n6. It is clear.\n\n7. It follows.\n\n"
	       "2/3\n\n97-03160\n\n\fA/97/214\n\nThe General Assembly,\n\nRecalling its resolution 90/4 on ponds,\n\n"
	       "1. Thanks the keepers.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/97/214\nfield 0: General Assembly\nfield 0: Distr.: General\nfield 0: 12 May 2097\n"
	       "field 0: Ninety-seventh session\nplain-heading 1: Upkeep of ponds\nitem 1: 1. The keepers met in March.\n"
	       "item 1: 2. They met again in the autumn.\nitem 1: 3. They met in winter.\n"
	       "item 1: 4. They recommend the text below.\nitem 1: 5. It is short.\nitem 1: 6. It is clear.\n"
	       "item 1: 7. It follows.\nchapeau 0: The General Assembly,\np 0: Recalling its resolution 90/4 on ponds,\n"
	       "para 0: 1. Thanks the keepers.\n");
}

#define FULL_READ "Most of the ponds lose a hand of water in a dry summer and win it back before the | "
#define MARGIN "p 0: /\np 0: ...\np 0: i\n"
#define STAMP "\n/\n\nOwned by the Library of the Keepers\n\n...\n\ni\n\n\f"

/* What stands at the foot of each page of a copy is no text, whatever signs of the margin stand under it. */
static void
stamps_of_a_library(void **state)
{
	(void)state;
	expect("A/97/214\n\nUpkeep of ponds\n\n1. " FULL "first frost comes.\n" STAMP
	       "2. " FULL "second frost comes.\n" STAMP "3. " FULL "third frost comes.\n" STAMP
	       "4. " FULL "thaw.\n" STAMP "5. " FULL "summer.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/97/214\nplain-heading 1: Upkeep of ponds\n"
	       "para 0: 1. " FULL_READ "first frost comes.\n"
	       MARGIN
	       "para 0: 2. " FULL_READ "second frost comes.\n"
	       MARGIN
	       "para 0: 3. " FULL_READ "third frost comes.\n"
	       MARGIN
	       "para 0: 4. " FULL_READ "thaw.\n"
	       MARGIN
	       "para 0: 5. " FULL_READ "summer.\n");
}

#define RU_HEAD "Надзор за осушением заболоченных прудов и за состоянием прибрежных камышей в верхних уездах округа\nи ниже\n"
#define RU_PAR(n) n ". просит хранителей прудов измерять воду весной, летом и осенью и записывать\n" \
	"все, что они увидели у старой плотины, в книгу, которая хранится при\n" \
	"мельнице;\n"
#define RU_OUT(n) "para 0: " n ". просит хранителей прудов измерять воду весной, летом и осенью и записывать | все, что " \
	"они увидели у старой плотины, в книгу, которая хранится при | мельнице;\n"

/* Pages repeat a title of two lines: the first is as long as one of the text, the other says what the text does too. */
static void
running_title_of_two_lines(void **state)
{
	(void)state;
	expect("A/97/214\n\nНадзор за прудами\n\n" RU_PAR("1") RU_PAR("2") RU_PAR("3") RU_PAR("4") RU_PAR("5") RU_PAR("6")
	       "7. решает учредить надзор над прудами тех деревень, которые лежат в долине\n"
	       "\n97-03160\n\n1/3\n\f" RU_HEAD "\nA/97/214\n\nмельничного ручья;\n"
	       "8. решает учредить надзор над прудами, которые лежат на холмах уезда\nи ниже\nих по склону;\n"
	       "9. просит хранителей прудов сообщать об уровне воды у старой плотины\nи ниже\nпо течению ручья,\n"
	       "\n2/3\n\n97-03160\n\fA/97/214\n\n" RU_HEAD "\nа весной и у мельницы;\n" RU_PAR("10") "\n97-03160\n\n3/3\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/97/214\nplain-heading 1: Надзор за прудами\n"
	       RU_OUT("1") RU_OUT("2") RU_OUT("3") RU_OUT("4") RU_OUT("5") RU_OUT("6")
	       "para 0: 7. решает учредить надзор над прудами тех деревень, которые лежат в долине | мельничного ручья;\n"
	       "para 0: 8. решает учредить надзор над прудами, которые лежат на холмах уезда | и ниже | их по склону;\n"
	       "para 0: 9. просит хранителей прудов сообщать об уровне воды у старой плотины | и ниже | по течению ручья, | "
	       "а весной и у мельницы;\n"
	       RU_OUT("10"));
}

#define BLANKS_20 "                    "
#define BLANKS_80 BLANKS_20 BLANKS_20 BLANKS_20 BLANKS_20
#define TITLE_1 "Upkeep of the small ponds and of the banks and reeds that hold their water in the"
#define TITLE_2 "dry summers of the district"
#define ASKED_1 "Recalling its resolution 97/12 of 3 May 2042 on the keepers of the small ponds, in"
#define ASKED_2 "which it asked them to measure the water of each pond of the district twice in a"
#define ASKED_3 "year and to write down what they have found in the books of the harbour,"
#define THANKS "1. Thanks the keepers;\n2. Decides to consider the matter at its next session.\n"
#define FIRST_PAGE "A/RES/98/76\n\nGeneral Assembly\n\nNinety-eighth session\n\n98/76. " TITLE_1 "\n" TITLE_2 \
	"\n\nThe General Assembly,\n" ASKED_1 "\n" ASKED_2 "\n"
#define BOTH_PAGES "field 0: A/RES/98/76\nfield 0: General Assembly\nfield 0: Ninety-eighth session\n" \
	"plain-heading 1: 98/76. " TITLE_1 " | " TITLE_2 "\nchapeau 0: The General Assembly,\n" \
	"p 0: " ASKED_1 " | " ASKED_2 " | " ASKED_3 "\npara 0: 1. Thanks the keepers;\n" \
	"para 0: 2. Decides to consider the matter at its next session.\n"

/* The second page, which is the last, repeats the title of a resolution in two lines, under the symbol or beside it. */
static void
title_of_a_resolution_on_one_page(void **state)
{
	(void)state;
	expect(FIRST_PAGE "\n43-03160 (E)\n\fA/RES/98/76\n\n" TITLE_1 "\n" TITLE_2 "\n\n" ASKED_3 "\n" THANKS,
	       SOURCE_PAGE_SINGLE, "en", BOTH_PAGES);
	expect(FIRST_PAGE "\n43-03160 (E)\n\fA/RES/98/76" BLANKS_80 TITLE_1 "\n" BLANKS_80 "           " TITLE_2 "\n\n"
	       ASKED_3 "\n" THANKS, SOURCE_PAGE_LAYOUT, "en", BOTH_PAGES);
}

/* Lines of notes begin with the symbol of another paper more often than pages do with that of this one. */
static void
symbol_that_notes_begin_with(void **state)
{
	(void)state;
	expect(FIRST_PAGE "\n_______________\n1 A/98/6 (Part. 2), A/98/6 (Part. 3), A/98/6 (Part. 4),\n"
	       "A/98/6 (Part. 5), A/98/6 (Part. 6), A/98/6 (Part. 7),\nA/98/6 (Part. 8), A/98/6 (Part. 9), A/98/6 (Part. 10),\n"
	       "A/98/6 (Part. 11) and A/98/6 (Part. 12).\n43-03160 (E)\n\fA/RES/98/76    Ponds\n\n" ASKED_3 "1\n" THANKS,
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/RES/98/76\nfield 0: General Assembly\nfield 0: Ninety-eighth session\n"
	       "plain-heading 1: 98/76. " TITLE_1 " | " TITLE_2 "\nchapeau 0: The General Assembly,\n"
	       "p 0: " ASKED_1 " | " ASKED_2 " | year and to write down what they have found in the books of the harbour,1\n"
	       "para 0: 1. Thanks the keepers;\npara 0: 2. Decides to consider the matter at its next session.\n"
	       "note 0: 1 A/98/6 (Part. 2), A/98/6 (Part. 3), A/98/6 (Part. 4),\nnote-more 0: "
	       "A/98/6 (Part. 5), A/98/6 (Part. 6), A/98/6 (Part. 7),\nnote-more 0: A/98/6 (Part. 8), A/98/6 (Part. 9), A/98/6 (Part. 10),\nnote-more 0: "
	       "A/98/6 (Part. 11) and A/98/6 (Part. 12).\n");
}

/* The first page with a number, under a running head: that number is no note, though the contents end in it. */
static void
first_page_number_under_a_head(void **state)
{
	(void)state;
	expect_headings("A/97/214\n\nCOAST/12\n\nReport of the keepers\n\nContents\n\nPage\n\n"
	                "Introduction .................................................. 1\n\n"
	                "I. Bells ..................................................... 1\n\n"
	                "II. Ropes .................................................... 2\n\n"
	                "A/97/214\n\nCOAST/12\n\n1\n\nIntroduction\n\n"
	                "1. The keepers met in the old harbour and agreed that every bell should be rung at\n\n"
	                "least once a year so that its voice is not lost to the town of the harbour, as they\n\n"
	                "wrote to the councils.\n\nI. Bells\n\n"
	                "2. They asked for new ropes, as the old ones had been eaten by the mice of the tower\n\n"
	                "in the winter.\n\nA/97/214\n\nCOAST/12\n\n2\n\nII. Ropes\n\n"
	                "3. They asked for new ropes, as the old ones had been eaten by the mice of the tower\n\n"
	                "in the winter.\n", SOURCE_PAGE_DOUBLE, "en",
	                "1: Report of the keepers\n1: Introduction\n1: I. Bells\n1: II. Ropes\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bare_numbers_at_the_edges),
	    cmocka_unit_test(stamps_of_a_library),
	    cmocka_unit_test(head_after_a_page_without_foot), cmocka_unit_test(job_numbers_with_a_letter),
	    cmocka_unit_test(sentences_that_recur_at_seams),
	    cmocka_unit_test(page_number_over_a_resolution),
	    cmocka_unit_test(running_title_of_two_lines),
	    cmocka_unit_test(title_of_a_resolution_on_one_page),
	    cmocka_unit_test(symbol_that_notes_begin_with), cmocka_unit_test(first_page_number_under_a_head),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
