/* SPDX-License-Identifier: MIT */
/* test_lists.c - lists that look like headings and are none: of contents, of works, of documents, of persons. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

#define FULL \
	"The keepers of the old harbours wrote to the councils of three towns in the spring and asked\n" \
	"them about ropes, ladders, paint and bells, and what they would do in the coming year.\n"
#define FULL_LINES \
	"The keepers of the old harbours wrote to the councils of three towns in the spring and asked | " \
	"them about ropes, ladders, paint and bells, and what they would do in the coming year."
#define FULL_READ FULL_LINES "\n"
#define LEADERS "......................................................."

/* The word for the page stands on the line of the heading, in the column of the numbers. */
static void
contents_and_page(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "     Contents                                                                          Page\n"
	       "       I.  Ropes of the harbour" LEADERS "2\n"
	       "      II.  Bells of the north" LEADERS "4\n\n\n"
	       "       I.  Ropes of the harbour\n\n"
	       "     1.    " FULL
	       "\n      II.  Bells of the north\n\n"
	       "     2.    " FULL,
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\n"
	       "contents 0: Contents                                                                          Page\n"
	       "entry 0: I.  Ropes of the harbour" LEADERS "2\n"
	       "entry 0: II.  Bells of the north" LEADERS "4\n"
	       "heading 1: I.  Ropes of the harbour\n"
	       "para 0: 1.    " FULL_READ
	       "heading 1: II.  Bells of the north\n"
	       "para 0: 2.    " FULL_READ);
}

/* A summary of the contents stands before the contents; the words over the columns lie far apart. */
static void
contents_twice(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "Summary of contents\n"
	       "     Chapter                                                                           Page\n"
	       "       I.  Ropes of the harbour" LEADERS "2\n"
	       "Annex\n"
	       "       I.  Rules of the north" LEADERS "9\n\n"
	       "Contents\n"
	       "     Chapter                                                                           Page\n"
	       "       I.  Ropes of the harbour" LEADERS "2\n"
	       "           A.   Ladders" LEADERS "3\n\n\n"
	       "     Chapter I\n"
	       "     Ropes of the harbour\n\n"
	       "     1.    " FULL
	       "\n           A.   Ladders\n\n"
	       "     2.    " FULL,
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\n"
	       "contents 0: Summary of contents\n"
	       "entry 0: Chapter                                                                           Page\n"
	       "entry 0: I.  Ropes of the harbour" LEADERS "2\n"
	       "entry 0: Annex\n"
	       "entry 0: I.  Rules of the north" LEADERS "9\n"
	       "contents 0: Contents\n"
	       "entry 0: Chapter                                                                           Page\n"
	       "entry 0: I.  Ropes of the harbour" LEADERS "2\n"
	       "entry 0: A.   Ladders" LEADERS "3\n"
	       "heading 1: Chapter I | Ropes of the harbour\n"
	       "para 0: 1.    " FULL_READ
	       "heading 2: A.   Ladders\n"
	       "para 0: 2.    " FULL_READ);
}

/* Letters of headings run; initials of the authors of works do not. */
static void
works_of_authors(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "A. Ropes\n\n"
	       "1. " FULL
	       "\nB. List of works\n\n"
	       "K. AMBER and S. TERN, Harbours of the North, Veldt, Press of the Guild\n\n"
	       "B. BELL, “Ladders”, Review of the Lamps\n\n"
	       "R. COIL, “Ropes of old towers”, Review of the Lamps\n\n"
	       "C. DUNE, Paint and Bells\n\n"
	       "D. EWER, “Chapter of the quays”, Review of the Lamps\n\n"
	       "K. FARO, Harbours, Veldt, Press of the Guild\n\n"
	       "C. Bells\n\n"
	       "2. " FULL,
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\n"
	       "heading 1: A. Ropes\n"
	       "para 0: 1. " FULL_READ
	       "heading 1: B. List of works\n"
	       "p 0: K. AMBER and S. TERN, Harbours of the North, Veldt, Press of the Guild\n"
	       "p 0: B. BELL, “Ladders”, Review of the Lamps\n"
	       "p 0: R. COIL, “Ropes of old towers”, Review of the Lamps\n"
	       "p 0: C. DUNE, Paint and Bells\n"
	       "p 0: D. EWER, “Chapter of the quays”, Review of the Lamps\n"
	       "p 0: K. FARO, Harbours, Veldt, Press of the Guild\n"
	       "heading 1: C. Bells\n"
	       "para 0: 2. " FULL_READ);
}

/* Letters of Cyrillic that look like Latin ones count as those do, in a paper that has them all. */
static void
letters_of_two_scripts(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Канаты\n\nА. Лестницы\n\n1. Первый колокол звонит.\n\nВ. Краски\n\n"
	       "2. Второй колокол звонит.\n\nС. Фонари\n\n3. Третий колокол звонит.\n\nII. Башни\n\n"
	       "А. Ворота\n\n4. Четвертый колокол звонит.\n\nВ. Окна\n\n5. Пятый колокол звонит.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/98/12\n"
	       "heading 1: I. Канаты\nheading 2: А. Лестницы\npara 0: 1. Первый колокол звонит.\n"
	       "heading 2: В. Краски\npara 0: 2. Второй колокол звонит.\n"
	       "heading 2: С. Фонари\npara 0: 3. Третий колокол звонит.\n"
	       "heading 1: II. Башни\nheading 2: А. Ворота\npara 0: 4. Четвертый колокол звонит.\n"
	       "heading 2: В. Окна\npara 0: 5. Пятый колокол звонит.\n");
}

/* Under a number without text a list begins; a sign that was read out of its place is no heading. */
static void
signs_alone(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Ropes\n\n1. " FULL "\n2.\n\n(a)\n\nPaint;\n\n(b)\n\nLamps, which are kept:\n\n(c)\n\n"
	       "(i)\n\nIn the towers;\n\n(ii)\n\nIn the boats;\n\n(d)\n\nII.\n\nBells\n\n3. " FULL,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Ropes\npara 0: 1. " FULL_READ
	       "para 0: 2.\nitem 1: (a) | Paint;\nitem 1: (b) | Lamps, which are kept:\nitem 1: (c)\n"
	       "item 2: (i) | In the towers;\nitem 2: (ii) | In the boats;\nitem 1: (d)\n"
	       "heading 1: II. | Bells\npara 0: 3. " FULL_READ);
}

/* The amounts of a table under the titles of a paper: the year of a budget is no session. */
static void
amounts_of_a_year(void **state)
{
	(void)state;
	expect("A/98/12\n\nСемьдесят девятая сессия\n\nСодержание колоколов\n\nСтатья\n\nРасходы за 2097/98 год\n\n"
	       "67 420 100\n\nI. Введение\n\n1. Первый колокол звонит.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/98/12\nfield 0: Семьдесят девятая сессия\nplain-heading 1: Содержание колоколов\n"
	       "p 0: Статья\np 0: Расходы за 2097/98 год\np 0: 67 420 100\n"
	       "heading 1: I. Введение\npara 0: 1. Первый колокол звонит.\n");
}

#define OPENING "A/98/12\n\n1. " FULL
#define OPENING_READ "field 0: A/98/12\npara 0: 1. " FULL_READ

/* What says how each decision was taken stands over the next decision, and over no text. */
static void
lines_that_close(void **state)
{
	(void)state;
	expect(OPENING
	       "Decision 98/1\nRopes\n" FULL "Taken up under item 3 (a)\n"
	       "Decision 98/2\nLadders\n" FULL "Taken up under item 7\n"
	       "Decision 98/3\nBells\n" FULL "Taken up under item 7\n"
	       "Decision 98/4\nPaint\n" FULL "Taken up under item 2 (b)\n"
	       "2. " FULL,
	       SOURCE_PAGE_SINGLE, "en",
	       OPENING_READ
	       "plain-heading 1: Decision 98/1\nplain-heading 1: Ropes\np 0: " FULL_READ
	       "p 0: Taken up under item 3 (a)\n"
	       "plain-heading 1: Decision 98/2\nplain-heading 1: Ladders\np 0: " FULL_READ
	       "p 0: Taken up under item 7\n"
	       "plain-heading 1: Decision 98/3\nplain-heading 1: Bells\np 0: " FULL_READ
	       "p 0: Taken up under item 7\n"
	       "plain-heading 1: Decision 98/4\nplain-heading 1: Paint\np 0: " FULL_READ
	       "p 0: Taken up under item 2 (b)\n"
	       "para 0: 2. " FULL_READ);
}

/* Documents and persons one under the other, which begin or end alike. */
static void
documents_and_persons(void **state)
{
	(void)state;
	expect(OPENING
	       "The council took note of the following papers:\n"
	       "Report of the guild of ropes on the winter\n"
	       "Report of the keepers of the north on bells, lamps and ladders that were lost\n"
	       "Report of the keepers of the south\n"
	       "Report of the town of Veldt on paint\n"
	       "2. " FULL
	       "The council elected the following officers:\n"
	       "Isolde Amber (Veldt)\n"
	       "Sten Tern (North Quay)\n"
	       "Runa Bell (Lamps)\n"
	       "Olaf Coil (Old Harbour)\n"
	       "3. " FULL,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. " FULL_LINES " | The council took note of the following papers:\n"
	       "p 0: Report of the guild of ropes on the winter\n"
	       "p 0: Report of the keepers of the north on bells, lamps and ladders that were lost\n"
	       "p 0: Report of the keepers of the south\n"
	       "p 0: Report of the town of Veldt on paint\n"
	       "para 0: 2. " FULL_LINES " | The council elected the following officers:\n"
	       "p 0: Isolde Amber (Veldt)\n"
	       "p 0: Sten Tern (North Quay)\n"
	       "p 0: Runa Bell (Lamps)\n"
	       "p 0: Olaf Coil (Old Harbour)\n"
	       "para 0: 3. " FULL_READ);
}

/* Entries that follow the alphabet, and such as end with one word: a full line goes on below only where neither says no. */
static void
full_entries(void **state)
{
	(void)state;
	expect(OPENING
	       "The council admitted the following bodies:\n"
	       "Amber Guild of the Quay\n"
	       "Bell Founders of the Northern Harbours and of the towns\n"
	       "Coil Makers and Menders of all Ropes, Ladders and Lamps of the northern harbour\n"
	       "Driftwood Society\n"
	       "Eagle Watch of Veldt\n"
	       "Eel Fishers of the Old Harbours, the Lagoons, the Canals and the Lakes beyond the\n"
	       "Northern Hills\n"
	       "Ferry Union\n"
	       "Guild of Lamps\n"
	       "2. " FULL
	       "The council heard the following persons:\n"
	       "Keeper of bells, Tower of the Quay, Veldt\n"
	       "Warden, Veldt\n"
	       "Maker of ladders and of ropes for the guild of the lamps of the old harbours, Veldt\n"
	       "Reader of the harbour lights and keeper of the lamps of the northern quay, Veldt\n"
	       "Pilot, Veldt\n"
	       "Painter, Veldt\n"
	       "3. " FULL
	       "The council thanked the following persons:\n"
	       "Maker of ladders and of ropes for the guild of the lamps of the old harbours, Veldt\n"
	       "Reader of the harbour lights and keeper of the lamps of the northern quay, Veldt\n"
	       "Founder of bells and mender of all the coils of the lagoons and the canals, Veldt\n"
	       "Watcher of eagles and of eels for the societies of the hills and the lakes, Veldt\n"
	       "Fisher of the old harbours and warden of the towers and the northern ferry, Veldt\n"
	       "4. " FULL,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. " FULL_LINES " | The council admitted the following bodies:\n"
	       "p 0: Amber Guild of the Quay\n"
	       "p 0: Bell Founders of the Northern Harbours and of the towns\n"
	       "p 0: Coil Makers and Menders of all Ropes, Ladders and Lamps of the northern harbour\n"
	       "p 0: Driftwood Society\n"
	       "p 0: Eagle Watch of Veldt\n"
	       "p 0: Eel Fishers of the Old Harbours, the Lagoons, the Canals and the Lakes beyond the | "
	       "Northern Hills\n"
	       "p 0: Ferry Union\n"
	       "p 0: Guild of Lamps\n"
	       "para 0: 2. " FULL_LINES " | The council heard the following persons:\n"
	       "p 0: Keeper of bells, Tower of the Quay, Veldt\n"
	       "p 0: Warden, Veldt\n"
	       "p 0: Maker of ladders and of ropes for the guild of the lamps of the old harbours, Veldt\n"
	       "p 0: Reader of the harbour lights and keeper of the lamps of the northern quay, Veldt\n"
	       "p 0: Pilot, Veldt\n"
	       "p 0: Painter, Veldt\n"
	       "para 0: 3. " FULL_LINES " | The council thanked the following persons:\n"
	       "p 0: Maker of ladders and of ropes for the guild of the lamps of the old harbours, Veldt\n"
	       "p 0: Reader of the harbour lights and keeper of the lamps of the northern quay, Veldt\n"
	       "p 0: Founder of bells and mender of all the coils of the lagoons and the canals, Veldt\n"
	       "p 0: Watcher of eagles and of eels for the societies of the hills and the lakes, Veldt\n"
	       "p 0: Fisher of the old harbours and warden of the towers and the northern ferry, Veldt\n"
	       "para 0: 4. " FULL_READ);
}

/* The code of a decision and its title in two columns are one heading; what stands over some of them is a chapter. */
#define DATED "                                                                  23 June 2098\n\n"
static void
codes_and_titles(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "     HARBOUR LIGHTS\n\n"
	       "     2098/QT.2/1     Report on the harbour lights of Veldt and of all the other\n"
	       "                     towns of the north\n\n"
	       FULL "\n" DATED
	       "     ROPES AND LADDERS\n\n"
	       "     2098/QT.2/2     Ropes\n\n"
	       FULL "\n" DATED
	       "     2098/QT.2/3     Ladders\n\n"
	       FULL "\n" DATED,
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\n"
	       "plain-heading 1: HARBOUR LIGHTS\n"
	       "heading 2: 2098/QT.2/1     Report on the harbour lights of Veldt and of all the other | "
	       "towns of the north\n"
	       "p 0: " FULL_READ "p 0: 23 June 2098\n"
	       "plain-heading 1: ROPES AND LADDERS\n"
	       "heading 2: 2098/QT.2/2     Ropes\n"
	       "p 0: " FULL_READ "p 0: 23 June 2098\n"
	       "heading 2: 2098/QT.2/3     Ladders\n"
	       "p 0: " FULL_READ "p 0: 23 June 2098\n");
}

/* Brief entries with numbers, and letters under them, are an agenda and no headings; sentences are a text. */
static void
agenda_with_letters(void **state)
{
	(void)state;
	expect(OPENING
	       "Annex\n\nAgenda of the second session\n\n"
	       "1. Adoption of the agenda\n\n"
	       "2. Yearly reports\n\n"
	       "a) Report of the harbour master (for approval)\n\n"
	       "b) Report of the inspector (for information)\n\n"
	       "3. Accounts\n\n"
	       "a) Rates of tolls (for approval)\n\n"
	       "4. Other matters\n\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       OPENING_READ "annex 0: Annex\nplain-heading 1: Agenda of the second session\n"
	       "item 1: 1. Adoption of the agenda\nitem 1: 2. Yearly reports\n"
	       "item 2: a) Report of the harbour master (for approval)\n"
	       "item 2: b) Report of the inspector (for information)\n"
	       "item 1: 3. Accounts\nitem 2: a) Rates of tolls (for approval)\nitem 1: 4. Other matters\n");
	expect("A/98/12\n\n"
	       "1. The council asks the towns:\n\n"
	       "(a) To keep the lamps lit;\n\n"
	       "(b) To count the ropes;\n\n"
	       "2. The council asks the keepers to write to it in the spring.\n\n"
	       "3. The council thanks the guild of ropes for what it has done.\n\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The council asks the towns:\n"
	       "item 1: (a) To keep the lamps lit;\nitem 1: (b) To count the ropes;\n"
	       "para 0: 2. The council asks the keepers to write to it in the spring.\n"
	       "para 0: 3. The council thanks the guild of ropes for what it has done.\n");
}

/* An annex may have a list of contents of its own, whose heading stands at the head of a page as running titles do. */
static void
contents_of_an_annex(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\n\n"
	       "I. Ropes of the harbour" LEADERS "2\n\n"
	       "1/4                                                              98-00001\n\f"
	       "                                                                  A/98/12\n\n"
	       "Annex I\n\nRules of the north\n\n" FULL "\n"
	       "2/4                                                              98-00001\n\f"
	       "                                                                  A/98/12\n\n"
	       "Contents\n\n"
	       "2098/QT.2/1 Ladders" LEADERS "3\n\n"
	       "2098/QT.2/2 Bells" LEADERS "3\n\n"
	       "3/4                                                              98-00001\n\f"
	       "                                                                  A/98/12\n\n"
	       "2098/QT.2/1 Ladders\n\n" FULL "\n"
	       "2098/QT.2/2 Bells\n\n" FULL "\n"
	       "4/4                                                              98-00001\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: I. Ropes of the harbour" LEADERS "2\n"
	       "annex 0: Annex I\nplain-heading 1: Rules of the north\np 0: " FULL_READ
	       "contents 0: Contents\nentry 0: 2098/QT.2/1 Ladders" LEADERS "3\n"
	       "entry 0: 2098/QT.2/2 Bells" LEADERS "3\n"
	       "heading 1: 2098/QT.2/1 Ladders\np 0: " FULL_READ
	       "heading 1: 2098/QT.2/2 Bells\np 0: " FULL_READ);
}

/* Numbers under the letters of an agenda; what is said behind an entry stands on a line of its own. */
static void
agenda_of_three_kinds(void **state)
{
	(void)state;
	expect(OPENING
	       "Annex\nAgenda of the second session\n"
	       "1. Adoption of the agenda\n"
	       "2. Plans of the towns\n"
	       "a) Plans of the north (for approval)\n"
	       "1. Veldt (2098–2099)\n2. Old Harbour (2098)\n3. Quay (2098)\n"
	       "b) Plans of the south\n(for information)\n"
	       "3. Accounts\n"
	       "a) Rates of tolls (for approval)\n"
	       "4. Other matters\n",
	       SOURCE_PAGE_SINGLE, "en",
	       OPENING_READ "annex 0: Annex\nplain-heading 1: Agenda of the second session\n"
	       "item 1: 1. Adoption of the agenda\nitem 1: 2. Plans of the towns\n"
	       "item 2: a) Plans of the north (for approval)\n"
	       "item 3: 1. Veldt (2098–2099)\nitem 3: 2. Old Harbour (2098)\nitem 3: 3. Quay (2098)\n"
	       "item 2: b) Plans of the south | (for information)\n"
	       "item 1: 3. Accounts\nitem 2: a) Rates of tolls (for approval)\nitem 1: 4. Other matters\n");
}

/* Three full lines without a stop over a number are a heading; names of persons over one are none. */
static void
long_heading_over_a_number(void **state)
{
	(void)state;
	expect(OPENING
	       "\nMeeting of the council with the keepers of all the harbours of the north about the ropes, the\n"
	       "ladders and the paint that were lost in the winter, and about what the guild of the lamps may\n"
	       "do for the keepers in the years to come, as the council and the three towns agreed\n"
	       "2. " FULL,
	       SOURCE_PAGE_LAYOUT, "en",
	       OPENING_READ
	       "plain-heading 1: Meeting of the council with the keepers of all the harbours of the north about the "
	       "ropes, the | ladders and the paint that were lost in the winter, and about what the guild of the lamps "
	       "may | do for the keepers in the years to come, as the council and the three towns agreed\n"
	       "para 0: 2. " FULL_READ);
}

/* A list of documents: each symbol stands over what it is the symbol of, and counts no headings. */
static void
symbols_over_titles(void **state)
{
	(void)state;
	expect(OPENING
	       "\nWW/C/98/1\n\nYearly report of the guild\n\n"
	       "WW/C/98/2\n\nReport of the harbours of Veldt, of the north and of the lamps on\nthe winter\n\n"
	       "WW/C/98/3\n\nReport of the inspector of the guild of ropes and ladders of the north\nand of Veldt\n\n"
	       "2. " FULL,
	       SOURCE_PAGE_SINGLE, "en",
	       OPENING_READ
	       "p 0: WW/C/98/1\np 0: Yearly report of the guild\n"
	       "p 0: WW/C/98/2\np 0: Report of the harbours of Veldt, of the north and of the lamps on | the winter\n"
	       "p 0: WW/C/98/3\n"
	       "p 0: Report of the inspector of the guild of ropes and ladders of the north | and of Veldt\n"
	       "para 0: 2. " FULL_READ);
}

/* Of what a number stands over the second line too may show that it is a sentence, and no title. */
static void
sentences_of_two_lines(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\n15.\n"
	       "The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes and ladders, and the answers of all the towns are given below.\n\n"
	       "16.\nThe council adopted the agenda, which was as follows:\n\n"
	       "1.\n\nOpening of the spring meeting.\n\n"
	       "2.\n\nReport of the keepers of the northern harbours on the ropes, the ladders and\nthe paint.\n\n"
	       "3.\n\nLetter of the guild of lamps to the mayors of the three towns on the coast and\nof the islands.\n\n"
	       "4.\n\nOther matters.\n\n"
	       "17.\nThe council met in the summer, when the ropes had been bought and the ladders painted in\n"
	       "all the towers of the coast.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 15. | The keepers of the old harbours wrote to the councils of three towns in the spring and | "
	       "asked them about ropes and ladders, and the answers of all the towns are given below.\n"
	       "para 0: 16. | The council adopted the agenda, which was as follows:\n"
	       "item 1: 1. | Opening of the spring meeting.\n"
	       "item 1: 2. | Report of the keepers of the northern harbours on the ropes, the ladders and | the paint.\n"
	       "item 1: 3. | Letter of the guild of lamps to the mayors of the three towns on the coast and | of the "
	       "islands.\nitem 1: 4. | Other matters.\n"
	       "para 0: 17. | The council met in the summer, when the ropes had been bought and the ladders painted in | "
	       "all the towers of the coast.\n");
}

/* The bullets of a list come before all its texts: each goes over one; a text too few, and they stay. */
static void
bullets_before_their_texts(void **state)
{
	(void)state;
#define TEXTS FULL "The ropes are new.\n" FULL "The bells are old.\n"
#define TEXTS_READ(before) "bullet 1: \u2022 | " FULL_LINES " | The ropes are new.\n" before FULL_LINES " | The bells are old.\n"
	expect("A/98/12\n\nA. Ropes\n\n1. " FULL "To date:\n\u2022\n\u2022\n\n\u2022\n\n" TEXTS
	       "Ladders are painted.\n2. " FULL, SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: A. Ropes\npara 0: 1. " FULL_LINES "\np 0: To date:\n"
	       TEXTS_READ("bullet 1: \u2022 | ") "bullet 1: \u2022 | Ladders are painted.\npara 0: 2. " FULL_READ);
	expect("A/98/12\n\nA. Ropes\n\n1. " FULL "To date:\n\u2022\n\u2022\n\n\u2022\n\n" TEXTS "2. " FULL,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: A. Ropes\npara 0: 1. " FULL_LINES "\np 0: To date:\n"
	       "bullet 1: \u2022\nbullet 1: \u2022\n" TEXTS_READ("p 0: ") "para 0: 2. " FULL_READ);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contents_and_page),
		cmocka_unit_test(sentences_of_two_lines),
		cmocka_unit_test(bullets_before_their_texts),
		cmocka_unit_test(contents_twice),
		cmocka_unit_test(works_of_authors),
		cmocka_unit_test(letters_of_two_scripts),
		cmocka_unit_test(signs_alone),
		cmocka_unit_test(amounts_of_a_year),
		cmocka_unit_test(lines_that_close),
		cmocka_unit_test(documents_and_persons),
		cmocka_unit_test(full_entries),
		cmocka_unit_test(symbols_over_titles),
		cmocka_unit_test(codes_and_titles),
		cmocka_unit_test(agenda_with_letters),
		cmocka_unit_test(contents_of_an_annex),
		cmocka_unit_test(agenda_of_three_kinds),
		cmocka_unit_test(long_heading_over_a_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
