/* SPDX-License-Identifier: MIT */
/* test_recognise_blocks.c - drafts in several styles and languages, and the blocks found in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

static void
numbered_report(void **state)
{
	(void)state;
	expect(" I. Bells \n \n \n \n1. The keepers met in the old harbour and agreed that every bell should \n\n"
	       "be rung at least once a year so that its voice is not lost to the town. \n\n"
	       "2. They asked for a list of the following matters to be drawn up by the end of: \n\n"
	       " 1. Ropes. \n\n 2. Clappers, which were found wanting in the northern towers: \n\n"
	       "  a) Iron ones; \n\n  b) Bronze ones. \n\n 3. Ladders. \n\n"
	       "3. The meeting closed at noon, and the keepers went home by boat as they had \n\ncome. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "heading 1: I. Bells\n"
	       "para 0: 1. The keepers met in the old harbour and agreed that every bell should | be rung at least once a "
	       "year so that its voice is not lost to the town.\n"
	       "para 0: 2. They asked for a list of the following matters to be drawn up by the end of:\n"
	       "item 1: 1. Ropes.\nitem 1: 2. Clappers, which were found wanting in the northern towers:\n"
	       "item 2: a) Iron ones;\nitem 2: b) Bronze ones.\nitem 1: 3. Ladders.\n"
	       "para 0: 3. The meeting closed at noon, and the keepers went home by boat as they had | come.\n");
}

static void
numbers_alone(void **state)
{
	(void)state;
	expect("A/99/1\n\nA.\n\nTowers of the coast\n\n1.\nThe towers of the coast were built in the years when no other "
	       "sign\n"
	       "could be seen by night.\n2.\nThey stand to this day, though many of them are no longer in use by the\n"
	       "harbours.\n\n"
	       "2/3\n\n98-00001\n\n\fA/99/1\n\n3.\nThe keepers live in the towers during the winter months of every year "
	       "as\n"
	       "they did.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/99/1\nheading 1: A. | Towers of the coast\n"
	       "para 0: 1. | The towers of the coast were built in the years when no other sign | could be seen by night.\n"
	       "para 0: 2. | They stand to this day, though many of them are no longer in use by the | harbours.\n"
	       "para 0: 3. | The keepers live in the towers during the winter months of every year as | they did.\n");
}

#define ASKED "The keepers of the old harbours wrote to the councils of three towns in the spring and asked them " \
              "about " \
	"ropes, ladders, paint and bells.\n"
#define UNSAID "What the councils would do for the keepers who had to climb in winter was not said in any of the " \
               "letters " \
	"that came back in the summer.\n"

/* Where lines are paragraphs, a sentence is no title of the number over it, and a number no text of another. */
static void
numbers_that_lost_their_text(void **state)
{
	(void)state;
	expect("I.\n" ASKED UNSAID "II.\nA.\n" UNSAID ASKED "B.\n" UNSAID "They asked again for:\n(a)\n"
	    "Ropes of hemp, which hold;\n"
	       "(b)\n(c)\nLadders of oak.\n" ASKED "III.\nConclusion\n" UNSAID ASKED,
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: I.\np 0: " ASKED "p 0: " UNSAID "heading 1: II.\nheading 2: A.\np 0: " UNSAID "p 0: " ASKED
	       "heading 2: B.\np 0: " UNSAID "p 0: They asked again for:\nitem 1: (a) | Ropes of hemp, which hold;\n"
	       "item 1: (b)\nitem 1: (c) | Ladders of oak.\np 0: " ASKED "heading 1: III. | Conclusion\np 0: " UNSAID
	       "p 0: " ASKED);
}

/* Entries without a stop, one after the other: no text stands under any, so none is a heading. */
static void
agenda_without_stops(void **state)
{
	(void)state;
	expect("Повестка дня\n\n1. Открытие собрания\n\n2. Выборы смотрителя\n\n3. Канаты и лестницы в башнях\n\n"
	       "4. Колокола\n\n5. Закрытие собрания\n\nПояснения\n\n1. Открытие собрания\n\n"
	       "Смотритель избирается каждый год весной, когда лодки выходят из гавани, и служит до первых\n"
	       "зимних бурь, после которых собрание благодарит его.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "plain-heading 1: Повестка дня\nitem 1: 1. Открытие собрания\nitem 1: 2. Выборы смотрителя\n"
	       "item 1: 3. Канаты и лестницы в башнях\nitem 1: 4. Колокола\nitem 1: 5. Закрытие собрания\n"
	       "plain-heading 1: Пояснения\nheading 2: 1. Открытие собрания\n"
	       "p 0: Смотритель избирается каждый год весной, когда лодки выходят из гавани, и служит до первых | "
	       "зимних бурь, после которых собрание благодарит его.\n");
}

/* Converters make quotations of what was only set in, and leave the signs of lists in them. */
static void
bullets_in_quotations(void **state)
{
	(void)state;
	expect("The keepers asked for:\n\n> • ropes of hemp;\n\n> • ladders.\n\n> A quotation is left.\n", SOURCE_MARKDOWN,
	    "en",
	       "p 0: The keepers asked for:\nbullet 0: • ropes of hemp;\nbullet 0: • ladders.\n"
	       "quote 0: A quotation is left.\n");
}

static void
label_in_the_text(void **state)
{
	(void)state;
	expect("1. The council asked the keepers to report on the ropes, so as to see whether a) they hold;\n"
	       "b) they are of the right length and colour; and whether c) they are liked by those who use\n"
	       "them in the harbour.\n2. The keepers did so at once, and the council took note of what they had found in "
	       "the\n"
	       "towers.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The council asked the keepers to report on the ropes, so as to see whether a) they hold; | b) "
	       "they "
	       "are of the right length and colour; and whether c) they are liked by those who use | them in the harbour.\n"
	       "para 0: 2. The keepers did so at once, and the council took note of what they had found in the | "
	       "towers.\n");
}

static void
chinese_report(void **state)
{
	(void)state;
	expect("\xE4\xB8\x80\xE3\x80\x81\xE5\xAF\xBC\xE8\xA8\x80\n"
	       "1. \xE9\x92\x9F\xE5\xA3\xB0\xE5\xBE\x88\xE5\xA4\xA7\xE3\x80\x82\n"
	       "\xE4\xBA\x8C\xE3\x80\x81\xE7\xBB\x93\xE8\xAE\xBA\n"
	       "2. \xE9\x92\x9F\xE5\xA3\xB0\xE5\xBE\x88\xE5\xB0\x8F\xE3\x80\x82\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "heading 1: \xE4\xB8\x80\xE3\x80\x81\xE5\xAF\xBC\xE8\xA8\x80\n"
	       "para 0: 1. \xE9\x92\x9F\xE5\xA3\xB0\xE5\xBE\x88\xE5\xA4\xA7\xE3\x80\x82\n"
	       "heading 1: \xE4\xBA\x8C\xE3\x80\x81\xE7\xBB\x93\xE8\xAE\xBA\n"
	       "para 0: 2. \xE9\x92\x9F\xE5\xA3\xB0\xE5\xBE\x88\xE5\xB0\x8F\xE3\x80\x82\n");
}

static void
resolution(void **state)
{
	(void)state;
	expect("Resolution adopted by the General Assembly\non 1 December 2098\n"
	       "[on the report of the Second Committee (A/98/640)]\n\n98/512.\n\nHarbour bells\nand their keepers\n"
	       "The General Assembly,\nRecalling its resolution 97/1 on the bells of small harbours,\n"
	       "Noting that many harbour bells are no longer rung by hand, and that those who\ncould ring them retire,\n"
	       "1.\nDecides that every bell shall be rung;\n2.\nRequests the keepers to report.\n\n"
	       "58th plenary meeting\n1 December 2098\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Resolution adopted by the General Assembly | on 1 December 2098\n"
	       "p 0: [on the report of the Second Committee (A/98/640)]\n"
	       "plain-heading 1: 98/512. | Harbour bells | and their keepers\nchapeau 0: The General Assembly,\n"
	       "p 0: Recalling its resolution 97/1 on the bells of small harbours,\n"
	       "p 0: Noting that many harbour bells are no longer rung by hand, and that those who | could ring them "
	       "retire,\n"
	       "para 0: 1. | Decides that every bell shall be rung;\npara 0: 2. | Requests the keepers to report.\n"
	       "adoption 0: 58th plenary meeting\nadoption 0: 1 December 2098\n");
}

static void
notes_pair_with_their_numbers(void **state)
{
	(void)state;
	expect("1. The keepers wrote to the council1 and to the mayor2 about the bells of the town.\n\n"
	       "__________________\n\nLetter of the keepers.\nAnswer of the mayor.\n1\n2\n\n2/2\n\n98-00001\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The keepers wrote to the council1 and to the mayor2 about the bells of the town.\n"
	       "note-more 0: Letter of the keepers.\nnote-more 0: Answer of the mayor.\nnote 0: 1\nnote 0: 2\n");
}

static void
contents_are_no_headings(void **state)
{
	(void)state;
	expect("Contents\n\nPage\n\nI. Bells ............ 2\nII. Ropes and ladders ............ 4\n\nI. Bells\n\n"
	       "1. The bells are old and have been rung by the same hands for many years.\n\nII. Ropes and ladders\n\n"
	       "2. The ropes are older, and the ladders were lost in the storm of that year.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "contents 0: Contents\nentry 0: Page\nentry 0: I. Bells ............ 2\n"
	       "entry 0: II. Ropes and ladders ............ 4\nheading 1: I. Bells\n"
	       "para 0: 1. The bells are old and have been rung by the same hands for many years.\n"
	       "heading 1: II. Ropes and ladders\n"
	       "para 0: 2. The ropes are older, and the ladders were lost in the storm of that year.\n");
}

static void
table_of_figures(void **state)
{
	(void)state;
	expect("1. The table shows how many bells each town keeps in its towers and in its yards.\n\n"
	       "Town Old New Total\nAmber 3 4 7\nBirch \xE2\x80\x93 1 1\nCove 12 2 14\n\n"
	       "2. The towns asked that the table be read together with the list of the keepers.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The table shows how many bells each town keeps in its towers and in its yards.\n"
	       "row 0: Town Old New Total\nrow 0: Amber 3 4 7\nrow 0: Birch \xE2\x80\x93 1 1\nrow 0: Cove 12 2 14\n"
	       "para 0: 2. The towns asked that the table be read together with the list of the keepers.\n");
}

static void
annex_counts_anew(void **state)
{
	(void)state;
	expect("1. The report of the keepers stands in the annex, with all that they have to say.\n\nAnnex I\n\n"
	       "List of the keepers\n\n1. The first keeper lives in the tower by the sea and comes down on feast days.\n"
	       "2. The second keeper lives in the town and goes up to the tower when he is asked to.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The report of the keepers stands in the annex, with all that they have to say.\n"
	       "annex 0: Annex I\nplain-heading 1: List of the keepers\n"
	       "para 0: 1. The first keeper lives in the tower by the sea and comes down on feast days.\n"
	       "para 0: 2. The second keeper lives in the town and goes up to the tower when he is asked to.\n");
}

static void
record_of_a_meeting(void **state)
{
	(void)state;
	expect("The meeting was called to order at 10.05 a.m.\n\nThe President: I give the floor to the keeper of Cove, "
	       "who will tell us\nabout the bells.\n\nMr. Clapper (Cove) (spoke in French): The bells of Cove are old.\n\n"
	       "We ring them every day.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "p 0: The meeting was called to order at 10.05 a.m.\n"
	       "speech 0: The President: I give the floor to the keeper of Cove, who will tell us | about the bells.\n"
	       "speech 0: Mr. Clapper (Cove) (spoke in French): The bells of Cove are old.\n"
	       "p 0: We ring them every day.\n");
}

/* The name, the country and the office of who speaks may fill a line and go on to the colon. */
static void
speaker_over_two_lines(void **state)
{
	(void)state;
	expect("La séance est ouverte à 10 h 5.\n\nM. Battant (Baie), Vice-Président du Comité des\ncloches (parle en "
	       "anglais) : Les cloches de la baie sont\nvieilles et sonnent encore.\nLe Président : Je remercie le "
	       "gardien.\n",
	       SOURCE_PAGE_SINGLE, "fr",
	       "p 0: La séance est ouverte à 10 h 5.\n"
	       "speech 0: M. Battant (Baie), Vice-Président du Comité des | cloches (parle en anglais) : Les cloches de la "
	       "baie sont | vieilles et sonnent encore.\nspeech 0: Le Président : Je remercie le gardien.\n");
	expect("上午10时05分宣布开会。\n\n钟先生（湾镇），各港口钟楼守护人委员会副主席兼报告\n"
	       "员（以法语发言）：湾镇的钟是旧的，可是每天早晚都照\n"
	       "样敲响，港口的船都听得见，守护人也都为此高兴，他们\n愿意继续敲钟。\n主席：我感谢守护人。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "p 0: 上午10时05分宣布开会。\nspeech 0: 钟先生（湾镇），各港口钟楼守护人委员会副主席兼报告 | "
	       "员（以法语发言）："
	       "湾镇的钟是旧的，可是每天早晚都照 | 样敲响，港口的船都听得见，守护人也都为此高兴，他们 | 愿意继续敲钟。\n"
	       "speech 0: 主席：我感谢守护人。\n");
}

/* The eleventh annex has a number of two words; numbers in words are read whatever their case. */
static void
annexes_numbered_in_words(void **state)
{
	(void)state;
	expect("1. Bells ring every morning.\n\nAnnex One\n\nThe ropes are long.\n\nANNEX TWO\n\nThe ladders are short.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. Bells ring every morning.\nannex 0: Annex One\np 0: The ropes are long.\n"
	       "annex 0: ANNEX TWO\np 0: The ladders are short.\n");
	expect("1 - تدق الأجراس كل صباح.\n\nالمرفق العاشر\n\nالحبال طويلة هنا.\n\nالمرفق الحادي عشر\n\n"
	       "السلالم قصيرة هنا.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "para 0: 1 - تدق الأجراس كل صباح.\nannex 0: المرفق العاشر\np 0: الحبال طويلة هنا.\n"
	       "annex 0: المرفق الحادي عشر\np 0: السلالم قصيرة هنا.\n");
}

/* Chinese names stand before their titles; what is told of the time is said by nobody. */
static void
records_of_other_languages(void **state)
{
	(void)state;
	expect("上午10时05分宣布开会。\n\n主席（以英语发言）：我邀请湾镇代表发言，请他说明港口各座钟的情况。\n\n"
	       "钟先生（湾镇）（以法语发言）：湾镇的钟是旧的。\n\n铃女士（河镇）：我们每天敲钟。\n上午11时15分散会。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "p 0: 上午10时05分宣布开会。\nspeech 0: 主席（以英语发言）：我邀请湾镇代表发言，请他说明港口各座钟的情况。\n"
	       "speech 0: 钟先生（湾镇）（以法语发言）：湾镇的钟是旧的。\nspeech 0: 铃女士（河镇）：我们每天敲钟。\n"
	       "p 0: 上午11时15分散会。\n");
	expect("La séance est ouverte à 10 h 5.\n\nLe Président : Je donne la parole au gardien de la baie, qui parlera "
	       "des\n"
	       "cloches.\n\nM. Battant (Baie) (parle en anglais) : Les cloches de la baie sont vieilles et sonnent "
	       "encore.\n"
	       "La séance est suspendue à 10 h 30 et reprise à 11 heures.\nMme Corde (Rivière) : Nous les sonnons chaque "
	       "jour.\n"
	       "La séance est levée à 11 h 15.\n",
	       SOURCE_PAGE_SINGLE, "fr",
	       "p 0: La séance est ouverte à 10 h 5.\nspeech 0: Le Président : Je donne la parole au gardien de la baie, "
	       "qui parlera des | cloches.\nspeech 0: M. Battant (Baie) (parle en anglais) : Les cloches de la baie sont "
	       "vieilles et "
	       "sonnent encore.\np 0: La séance est suspendue à 10 h 30 et reprise à 11 heures.\n"
	       "speech 0: Mme Corde (Rivière) : Nous les sonnons chaque jour.\np 0: La séance est levée à 11 h 15.\n");
}

static void
word_after_a_semicolon_hands_on(void **state)
{
	(void)state;
	expect("1. Asks every keeper who sends a bell over the water to tell the harbour of: \n\n"
	       " (a) The maker of the bell and the weight of it in pounds; \n\n"
	       " (b) The day on which the boat is to come and the place where it lands; and \n\n"
	       " (c) All that is known of the tower in which the bell is to hang, or of the \n\n"
	       "yard where it is to wait; \n\n"
	       "2. Asks the harbour to answer each of the keepers within a week of the letter. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "para 0: 1. Asks every keeper who sends a bell over the water to tell the harbour of:\n"
	       "item 1: (a) The maker of the bell and the weight of it in pounds;\n"
	       "item 1: (b) The day on which the boat is to come and the place where it lands; and\n"
	       "item 1: (c) All that is known of the tower in which the bell is to hang, or of the | yard where it is to "
	       "wait;\n"
	       "para 0: 2. Asks the harbour to answer each of the keepers within a week of the letter.\n");
}

static void
list_of_numbers_is_no_table(void **state)
{
	(void)state;
	expect("Recalling its orders about bells 1267 (1999), 1333 (2000), 1363 (2001), \n\n"
	       "1373 (2001), 1390 (2002), 1452 (2002), 1455 (2003), 1526 (2004), 1566 (2004), \n\n"
	       "1617 (2005), 1624 (2005), 1699 (2006), 1730 (2006), 1735 (2006), 1822 (2008), \n\n"
	       "1904 (2009), 1988 (2011), 1989 (2011), 2083 (2012) and 2133 (2014) on towers, \n\n"
	       "and the words of its keeper, \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "p 0: Recalling its orders about bells 1267 (1999), 1333 (2000), 1363 (2001), | "
	       "1373 (2001), 1390 (2002), 1452 (2002), 1455 (2003), 1526 (2004), 1566 (2004), | "
	       "1617 (2005), 1624 (2005), 1699 (2006), 1730 (2006), 1735 (2006), 1822 (2008), | "
	       "1904 (2009), 1988 (2011), 1989 (2011), 2083 (2012) and 2133 (2014) on towers, | "
	       "and the words of its keeper,\n");
}

/* Each row of a list of contents is one entry, over several lines too; the title under the rows is none. */
static void
contents_in_a_table(void **state)
{
	(void)state;
	expect("Contents\n\n  ------------------- --------\n                      Page\n\n  Bells of the        2\n"
	       "  northern coast\n\n"
	       "  Ropes               9\n  ------------------- --------\n\nThe bells and the ropes\n\n"
	       "Bells of the northern coast\n\n"
	       "They were rung.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "contents 0: Contents\nentry 0: Page\nentry 0: Bells of the northern coast\t2\nentry 0: Ropes\t9\n"
	       "plain-heading 1: The bells and the ropes\nplain-heading 1: Bells of the northern coast\n"
	       "p 0: They were rung.\n");
	/* or in a list of the form, without pages */
	expect("# Book\n\n## Contents\n\n- [Bells](#b)\n- [Ropes](#r)\n  - [Hemp](#h)\n\n## Bells\n\nThey were rung.\n\n"
	       "## Ropes\n\nThey were cut.\n\n### Hemp\n\nIt was dear.\n",
	       SOURCE_MARKDOWN, "en",
	       "plain-heading 1: Book\ncontents 0: Contents\nentry 0: Bells\nentry 0: Ropes\nentry 0: Hemp\n"
	       "plain-heading 1: Bells\np 0: They were rung.\nplain-heading 1: Ropes\np 0: They were cut.\n"
	       "plain-heading 2: Hemp\np 0: It was dear.\n");
}

/* Converters leave charts out; where the form parts paragraphs, no capital letter goes on with one. */
static void
pictures_that_converters_left_out(void **state)
{
	(void)state;
	expect("1\\. The harbours were counted by the wardens of the northern coast in the winter.\n\n"
	       "Figure 1.II\n\nNumber of towers of the northern coast that ring the new bells for\n"
	       "the wardens in the winter of the flood (cumulative)\n\nDeliveries\n\n"
	       "2\\. The bells of the northern coast were counted too.\n\n"
	       "Figure 1.III\n\n![Bells](bells.png)\n\n3\\. The rest was left.\n",
	       SOURCE_MARKDOWN, "en",
	       "para 0: 1. The harbours were counted by the wardens of the northern coast in the winter.\n"
	       "caption 0: Figure 1.II\ncaption 0: Number of towers of the northern coast that ring the new bells for | the "
	       "wardens in the winter of the flood (cumulative)\nplain-heading 1: Deliveries\n"
	       "para 0: 2. The bells of the northern coast were counted too.\n"
	       "caption 0: Figure 1.III\nfigure 0: \xEF\xBF\xBC\npara 0: 3. The rest was left.\n");
}

/* Markdown of pages has their furniture, and its items go on over their ends. */
static void
pages_in_markdown(void **state)
{
	(void)state;
	expect("# A/98/87\n\n20 May 2043\n\n### Report on the bells\n\n16. The keepers of the bells asked the wardens of the "
	       "northern coast for\nropes, and wrote letters to the towns of the coast and relied\n\n"
	       "43 00123 (E) 110243\n\n\n-----\n\n**A/98/87**\n\n\non all the towns of the coast for the bells of the\n"
	       "harbours in winter.\n\n17. The wardens gave them ropes.\n\n\n-----\n\n",
	       SOURCE_MARKDOWN, "en",
	       "field 0: A/98/87\nfield 0: 20 May 2043\nplain-heading 1: Report on the bells\n"
	       "para 0: 16. The keepers of the bells asked the wardens of the northern coast for | ropes, and wrote letters to "
	       "the towns of the coast and relied | on all the towns of the coast for the bells of the | harbours in winter.\n"
	       "para 0: 17. The wardens gave them ropes.\n");
}

/* The same where nothing but that shows the pages; a symbol in one place is of the masthead. */
static void
edges_in_markdown(void **state)
{
	static const char *const text = "A/98/87\n\n# Report on the bells\n\n16. The keepers of the bells of the coast asked the "
	    "wardens of the northern coast for ropes, and wrote letters to the towns of the coast and relied\n\n%s"
	    "on all the towns of the coast for the bells of the harbours in winter.\n\n"
	    "17. The wardens of the harbours of the northern coast gave them ropes.\n\n%s";
	static const char *const pages = "43-00123\n\n**2/3**\n\n**A/98/87**\n\n";
	char draft[1024];
	(void)state;
	snprintf(draft, sizeof draft, text, pages, "43-00123\n\n**3/3**\n");
	expect(draft, SOURCE_MARKDOWN, "en",
	       "field 0: A/98/87\nplain-heading 1: Report on the bells\n"
	       "para 0: 16. The keepers of the bells of the coast asked the wardens of the northern coast for ropes, and wrote "
	       "letters to the towns of the coast and relied | on all the towns of the coast for the bells of the harbours in "
	       "winter.\npara 0: 17. The wardens of the harbours of the northern coast gave them ropes.\n");
	snprintf(draft, sizeof draft, text, "3/4\n\n", "");
	expect(draft, SOURCE_MARKDOWN, "en",
	       "field 0: A/98/87\nplain-heading 1: Report on the bells\n"
	       "para 0: 16. The keepers of the bells of the coast asked the wardens of the northern coast for ropes, and wrote "
	       "letters to the towns of the coast and relied\n"
	       "p 0: 3/4 | on all the towns of the coast for the bells of the harbours in winter.\n"
	       "para 0: 17. The wardens of the harbours of the northern coast gave them ropes.\n");
}

/* What the form shows to be sentences over several lines is no heading, however bold. */
static void
bold_sentences_of_the_form(void **state)
{
	(void)state;
	expect("## VI. Recommendations\n\n**In the second part, the keepers recommend that the wardens ring the new bells**\n"
	       "**of the coast in the winter, before the floods and the storms of the spring.**\n\n"
	       "1. **The bells of the northern coast must be counted in the winter by the wardens**\n"
	       "**of the harbours, and the ropes in the spring.**\n\n"
	       "**Bells and ropes of the harbours of the northern coast and of the islands in the**\n**south of it**\n\n"
	       "The wardens of the northern coast agreed to that in the winter.\n",
	       SOURCE_MARKDOWN, "en",
	       "heading 1: VI. Recommendations\n"
	       "p 0: In the second part, the keepers recommend that the wardens ring the new bells | of the coast in the winter, "
	       "before the floods and the storms of the spring.\n"
	       "para 0: 1. The bells of the northern coast must be counted in the winter by the wardens | of the harbours, and "
	       "the ropes in the spring.\n"
	       "plain-heading 2: Bells and ropes of the harbours of the northern coast and of the islands in the | south of it\n"
	       "p 0: The wardens of the northern coast agreed to that in the winter.\n");
}

static void
table_drawn_with_dashes(void **state)
{
	(void)state;
	expect("1. The harbours were counted by the wardens of the northern coast in the winter\n"
	       "of the flood, and again in spring.\n\n"
	       "Table 1: Bells of the harbours of the northern coast by their towns and\nadministrations\n\n"
	       "  ---------------------\n  Town         Bells\n  ------------ --------\n  Amber by     14\n  the sea\n\n"
	       "  Birch        9\n  ---------------------\n\n"
	       "2. The count was read to the wardens and the people of the northern coast, who\nwere glad of it.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The harbours were counted by the wardens of the northern coast in the winter | of the flood, "
	       "and again in spring.\n"
	       "caption 0: Table 1: Bells of the harbours of the northern coast by their towns and | administrations\n"
	       "row 0: Town\tBells\nrow 0: Amber by the sea\t14\nrow 0: Birch\t9\n"
	       "para 0: 2. The count was read to the wardens and the people of the northern coast, who | were glad of "
	       "it.\n");
}

/* A number alone behind the scattered cells of a table is that of the paragraph below it, and no cell. */
static void
number_behind_scattered_cells(void **state)
{
	(void)state;
	expect("1.\nThe harbours were counted by the wardens of the northern coast in the winter\n"
	       "of the flood, and again in spring:\n\n"
	       "Amber\n\n14\n\nBirch\n\n9\n\nCove\n\n12\n\nDelta\n\n35\n\n2.\n"
	       "The count was read to the wardens and the people of the northern coast, who\nwere glad of it.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. | The harbours were counted by the wardens of the northern coast in the winter | of the flood, "
	       "and again in spring:\n"
	       "row 0: Amber\nrow 0: 14\nrow 0: Birch\nrow 0: 9\nrow 0: Cove\nrow 0: 12\nrow 0: Delta\nrow 0: 35\n"
	       "para 0: 2. | The count was read to the wardens and the people of the northern coast, who | were glad of "
	       "it.\n");
}

/* Rows among the blocks of a draft whose lines have gaps: seven cells each, or as many as it happens. */
static size_t
rows_of_lines_with_gaps(bool even)
{
	struct buf text = {0}, out = {0};
	size_t rows = 0;
	for (size_t i = 0; i < 24; i++) {
		size_t cells = i < 4 ? 1 : even ? 7 : 2 + i * 5 % 7;
		for (size_t k = 0; k < 14; k++)
			buf_printf(&text, "%sحبال",
			           k == 0 ? "" : k % (15 / cells) == 0 && k / (15 / cells) < cells ? "  " : " ");
		buf_adds(&text, i == 3 ? ".\n\n" : "\n\n");
	}
	outline(text.data, SOURCE_PAGE_DOUBLE, "ar", &out);
	for (const char *at = out.data; (at = strstr(at, "row ")) != NULL; at++)
		rows++;
	buf_free(&text);
	buf_free(&out);
	return rows;
}

/* Gaps where a damaged layer lost letters are no columns. */
static void
torn_lines_are_no_table(void **state)
{
	(void)state;
	assert_true(rows_of_lines_with_gaps(true) >= 15);
	assert_int_equal(rows_of_lines_with_gaps(false), 0);
}

/* A stretched line came apart, and its first word begins with a capital, the next line with a long word. */
static void
words_of_a_stretched_line(void **state)
{
	(void)state;
	expect("1. The wardens of the nine harbours met at the old quay in the spring and spoke for two\n"
	       "days about the bells that had fallen silent since the storm, and which the towns of Old\n"
	       "Amber,\nBirchholm,\nCove\nand\nEastermoor,\nwith their\n"
	       "bell-ringers-in-waiting and all the keepers of their towers, had lent to the harbours of\n"
	       "the northern coast before the water rose over the quays.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The wardens of the nine harbours met at the old quay in the spring and spoke for two | "
	       "days about the bells that had fallen silent since the storm, and which the towns of Old | "
	       "Amber, | Birchholm, | Cove | and | Eastermoor, | with their | "
	       "bell-ringers-in-waiting and all the keepers of their towers, had lent to the harbours of | "
	       "the northern coast before the water rose over the quays.\n");
}

#define OVER_VALUES "1. The keepers of the bells were asked for what they had written about ropes and ladders.\n"
#define PARA_OVER_VALUES \
	"para 0: 1. The keepers of the bells were asked for what they had written about ropes and ladders.\n"

/* A name and one symbol or year a line; words between two rows are one too; dates are no values. */
static void
rows_of_one_value(void **state)
{
	(void)state;
	expect(OVER_VALUES "Amber A/99/321\nBirchholm A/99/322\nSecond reports\nCove A/99/323\nDunes of the east A/99/324\n",
	       SOURCE_PAGE_SINGLE, "en",
	       PARA_OVER_VALUES "row 0: Amber A/99/321\nrow 0: Birchholm A/99/322\nrow 0: Second reports\n"
	       "row 0: Cove A/99/323\nrow 0: Dunes of the east A/99/324\n");
	expect(OVER_VALUES "Ada Reed Amber 2098\nH. Bo Reed Cove 2099\nCy Fen (Chair) Dunes of the\n"
	    "east 2098\nDi Moor Cove 2099\n",
	       SOURCE_PAGE_SINGLE, "en",
	       PARA_OVER_VALUES "row 0: Ada Reed Amber 2098\nrow 0: H. Bo Reed Cove 2099\nrow 0: Cy Fen (Chair) Dunes of the\n"
	       "row 0: east 2098\nrow 0: Di Moor Cove 2099\n");
	expect(OVER_VALUES "A/99/1 Bells of the coast\nA/99/2 Ropes of the coast\nA/99/3 Ladders\n"
	    "A/99/4 Slates of the roofs\n",
	       SOURCE_PAGE_SINGLE, "en",
	       PARA_OVER_VALUES "row 0: A/99/1 Bells of the coast\nrow 0: A/99/2 Ropes of the coast\nrow 0: A/99/3 Ladders\n"
	       "row 0: A/99/4 Slates of the roofs\n");
	struct buf out = {0};
	outline(OVER_VALUES "Amber, 3 May 2098\nBirchholm, 4 May 2098\nCove, 5 May 2098\nDunes, 6 May 2098\n",
	        SOURCE_PAGE_SINGLE, "en", &out);
	assert_null(strstr(out.data, "row 0"));
	buf_free(&out);
}

static void
caption_over_a_table(void **state)
{
	(void)state;
	expect("1. The table shows how many bells each town keeps in its towers and in its yards.\n\n"
	       "Table 1\nBells of the coast\nTown Old New\nAmber 3 4\nBirch 1 1\nCove 12 2\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The table shows how many bells each town keeps in its towers and in its yards.\n"
	       "caption 0: Table 1\ncaption 0: Bells of the coast\nrow 0: Town Old New\nrow 0: Amber 3 4\n"
	       "row 0: Birch 1 1\nrow 0: Cove 12 2\n");
}

static void
anything_goes(void **state)
{
	static const char *const texts[] = {"x", "1.", "(a)", "____________", "*", "I.", "\f\f\n1/2\n", "[",
	    "https://a.b/c"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct buf out = {0};
		outline(texts[i], SOURCE_PAGE_SINGLE, "en", &out);
		buf_free(&out);
	}
}

/* Blanks and indents are lost: only how far each line reaches tells paragraphs and headings apart. */
static void
reach_parts_paragraphs(void **state)
{
	(void)state;
	expect("The wardens of the nine harbours met at the old quay in the spring and spoke for two\n"
	       "days about the bells that had fallen silent since the storm, of which four hung in towers "
	       "that\n"
	       "nobody could reach when the water was high.\n"
	       "They agreed that every tower should have a ladder of its own, that the ladders should\n"
	       "be kept dry under a roof of slate, and that the keeper of each tower should be told in\n"
	       "writing how the rungs were to be counted every month of the year.\n"
	       "Nobody spoke against the ladders, though some of the pilots asked whether the slate\n"
	       "might not be had at a lower price from the quarries in the north.\n"
	       "Ropes that are to be renewed before the next winter storms begin\n"
	       "The rope makers asked for hemp of the second year, because the hemp of the first\n"
	       "had rotted in the lofts of the southern harbours before it could be twisted.\n"
	       "Their wish was granted at once.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "p 0: The wardens of the nine harbours met at the old quay in the spring and spoke for two | "
	       "days about the bells that had fallen silent since the storm, of which four hung in towers "
	       "that | nobody could reach when the water was high.\n"
	       "p 0: They agreed that every tower should have a ladder of its own, that the ladders should "
	       "| be kept dry under a roof of slate, and that the keeper of each tower should be told in | "
	       "writing how the rungs were to be counted every month of the year.\n"
	       "p 0: Nobody spoke against the ladders, though some of the pilots asked whether the slate | "
	       "might not be had at a lower price from the quarries in the north.\n"
	       "plain-heading 1: Ropes that are to be renewed before the next winter storms begin\n"
	       "p 0: The rope makers asked for hemp of the second year, because the hemp of the first | had "
	       "rotted in the lofts of the southern harbours before it could be twisted.\n"
	       "p 0: Their wish was granted at once.\n");
}

/* A label that repeats a long title ends where its last line leaves room; the title follows. */
static void
label_over_a_title(void **state)
{
	(void)state;
	expect("1. The wardens of the nine harbours met at the old quay in the spring and spoke for two\n"
	       "days about the bells that had fallen silent since the storm over the southern towns.\n\f"
	       "Annex to the letter dated 4 May 2098 from the warden of\nthe northern harbours to the keeper of all bells "
	       "and\n"
	       "ropes\nBells that hang no longer\nThe bells of four towers fell in the storm, and they lie "
	       "under the water of the harbours,\nwhere nobody has seen them since the spring of the year before.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. The wardens of the nine harbours met at the old quay in the spring and spoke for two | days "
	       "about the bells that had fallen silent since the storm over the southern towns.\n"
	       "annex 0: Annex to the letter dated 4 May 2098 from the warden of | the northern harbours to the keeper of "
	       "all bells and | ropes\nplain-heading 1: Bells that hang no longer\n"
	       "p 0: The bells of four towers fell in the storm, and they lie under the water of the harbours, | where "
	       "nobody has seen them since the spring of the year before.\n");
}

/* Text under the list of contents belongs to the body, not to the summary above the list. */
static void
contents_end_the_opening(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	struct account *acc = account_new(a);
	struct recognised *r;

	(void)state;
	r = recognise_structure(a, source_read(a, "test", span_of(
	       "United Nations\nA/98/4\nGeneral Assembly\nDistr.: General\n4 May 2098\nOriginal: English\n"
	       "Ninety-eighth session\nItem 12 of the provisional agenda\nBells of the nine harbours\n"
	       "Bells and ladders of the nine harbours\nSummary\n"
	       "The wardens of the nine harbours met at the old quay and counted all the bells.\nContents\n"
	       "I. Bells of the north ............................................ 2\n"
	       "II. Bells of the south ........................................... 3\n"
	       "The first count of the bells was held in the spring of the year and took two days.\n"
	       "I. Bells of the north\n1. Four bells hang in the northern towers and are rung each morning.\n"
	       "II. Bells of the south\n2. Five bells hang in the southern towers and are rung each evening.\n"),
	       SOURCE_PAGE_DOUBLE, d), &options, d);
	account_open(acc, r);
	assert_true(account_close(acc, r->report, d));
	diag_free(d);
	arena_free(a);
}

/* Job numbers and barcodes of forms without pages are no titles; a number alone stays. */
static void
job_number_of_a_form(void **state)
{
	(void)state;
	expect("<p><b>010203  040506  98-76543X (F)</b></p><p><b>*9876543*</b></p><h1>Bells of the nine harbours</h1>"
	       "<p>The bells were counted by the wardens.</p><p>98-76543</p>",
	       SOURCE_HTML, "en",
	       "plain-heading 1: Bells of the nine harbours\n"
	       "p 0: The bells were counted by the wardens.\np 0: 98-76543\n");
}

/* The first running head of a paper of two bodies is no heading: the masthead has both symbols. */
static void
running_head_of_two_symbols(void **state)
{
	(void)state;
	expect("United Nations A/98/4-S/2098/7\nGeneral Assembly\n"
	       "Letter from the warden of the northern harbours\n"
	       "The wardens of the nine harbours met at the old quay in the spring and spoke of bells.\n"
	       "(Signed) Ada Bell\nA/98/4\nS/2098/7\nAnnex to the letter from the warden\n"
	       "The bells of four towers fell in the storm and nobody has seen them since the spring.\n"
	       "A/98/4\nS/2098/7\nThey lie under the water of the harbours and are silent in all weathers.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: United Nations A/98/4-S/2098/7\nfield 0: General Assembly\n"
	       "plain-heading 1: Letter from the warden of the northern harbours\n"
	       "p 0: The wardens of the nine harbours met at the old quay in the spring and spoke of bells.\n"
	       "signature 0: (Signed) Ada Bell\nannex 0: Annex to the letter from the warden\n"
	       "p 0: The bells of four towers fell in the storm and nobody has seen them since the spring. | "
	       "They lie under the water of the harbours and are silent in all weathers.\n");
}

/* A heading that speaks of a session is no field of the masthead, and the first of a month no label. */
static void
heading_after_the_masthead(void **state)
{
	(void)state;
	expect("General Assembly\n\nDistr.: Limited\n\n1 May 2097\n\nThird session\n\nReport on bells\n\n"
	       "I. Opening of the session\n\n1. The session was opened by the warden.\n",
	       SOURCE_AUTO, "en",
	       "field 0: General Assembly\nfield 0: Distr.: Limited\nfield 0: 1 May 2097\nfield 0: Third session\n"
	       "plain-heading 1: Report on bells\nheading 1: I. Opening of the session\n"
	       "para 0: 1. The session was opened by the warden.\n");
	expect("大会\n\n2097年5月1日\n\n第三届会议\n\n一、 届会开幕\n\n1. 钟楼看守人宣布会议开幕。\n",
	       SOURCE_AUTO, "zh",
	       "field 0: 大会\nfield 0: 2097年5月1日\nfield 0: 第三届会议\nheading 1: 一、 届会开幕\n"
	       "para 0: 1. 钟楼看守人宣布会议开幕。\n");
}

/* An item of a list is no field of the masthead, whatever its words, and keeps its lines. */
static void
item_in_the_masthead(void **state)
{
	(void)state;
	expect("# General Assembly\n\nDistr.: Limited\n\nThird session\n\nThe bells of the harbours;\n\n"
	       "3. Decides to speak of bells at its fourth session\nin the item called bells.\n",
	       SOURCE_MARKDOWN, "en",
	       "field 0: General Assembly\nfield 0: Distr.: Limited\nfield 0: Third session\n"
	       "p 0: The bells of the harbours;\n"
	       "para 0: 3. Decides to speak of bells at its fourth session | in the item called bells.\n");
}

/* What stands in the list of contents is a heading as far as its entry goes, over full lines too. */
static void
heading_of_the_contents(void **state)
{
	(void)state;
	expect("Contents\nBells that are rung by hand in the nine harbours and\nthose that are not . . . 2\n"
	       "The wardens . . . 3\n"
	       "Bells that are rung by hand in the nine harbours and\nthose that are not\n"
	       "The bells were counted by the wardens in the spring.\n"
	       "The wardens (A/98/L.9)\nThe wardens were counted by the bells, as they say.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "contents 0: Contents\n"
	       "entry 0: Bells that are rung by hand in the nine harbours and | those that are not . . . 2\n"
	       "entry 0: The wardens . . . 3\n"
	       "plain-heading 1: Bells that are rung by hand in the nine harbours and | those that are not\n"
	       "p 0: The bells were counted by the wardens in the spring.\n"
	       "plain-heading 1: The wardens (A/98/L.9)\n"
	       "p 0: The wardens were counted by the bells, as they say.\n");
}

/* The meeting and its date close a resolution also where they stand below the last note. */
static void
adoption_below_a_note(void **state)
{
	(void)state;
	expect("The General Assembly,\n\nRecalling the report of the wardens,1\n\n1. Thanks the wardens;\n\n"
	       "2. Decides to hear the bells of the nine harbours again at its next session, and\nto thank them.\n\n"
	       "__________________\n1 A/98/215.\n\n58th plenary meeting\n1 December 2098\n",
	       SOURCE_AUTO, "en",
	       "chapeau 0: The General Assembly,\np 0: Recalling the report of the wardens,1\n"
	       "para 0: 1. Thanks the wardens;\n"
	       "para 0: 2. Decides to hear the bells of the nine harbours again at its next session, and | to thank them.\n"
	       "adoption 0: 58th plenary meeting\nadoption 0: 1 December 2098\nnote 0: 1 A/98/215.\n");
}

/* In a draft without pages the signature sets the label of the annex apart. */
static void
long_label_after_a_signature(void **state)
{
	(void)state;
	expect("Letter from the warden of the northern harbours\n\n"
	       "The wardens of the nine harbours met at the old quay in the spring and spoke of bells.\n\n"
	       "(Signed) Ada Bell\nWarden\n\n"
	       "Annex to the letter dated 3 April 2098 from the warden of the northern harbours to the\n"
	       "keepers of the southern ones\n\n"
	       "The bells of four towers fell in the storm and nobody has seen them since the spring.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Letter from the warden of the northern harbours\n"
	       "p 0: The wardens of the nine harbours met at the old quay in the spring and spoke of bells.\n"
	       "signature 0: (Signed) Ada Bell\nsignature 0: Warden\n"
	       "annex 0: Annex to the letter dated 3 April 2098 from the warden of the northern harbours to the | "
	       "keepers of the southern ones\n"
	       "p 0: The bells of four towers fell in the storm and nobody has seen them since the spring.\n");
}

#define LETTER_WITH_ANNEX \
	"Letter from the warden of the northern harbours\n\n" \
	"The wardens of the nine harbours met at the old quay in the spring and spoke of bells.\n\n" \
	"(Signed) Ada Bell\nWarden\n\n" \
	"Annex to the letter dated 3 April 2098 from the warden of the\nnorthern harbours addressed to the " \
	"Secretary-General\n"
#define READ_LETTER_WITH_ANNEX \
	"plain-heading 1: Letter from the warden of the northern harbours\n" \
	"p 0: The wardens of the nine harbours met at the old quay in the spring and spoke of bells.\n" \
	"signature 0: (Signed) Ada Bell\nsignature 0: Warden\n" \
	"annex 0: Annex to the letter dated 3 April 2098 from the warden of the | northern harbours addressed to the " \
	"Secretary-General\n"

/*
 * What stands under the label of an annex is its title where it ends in mid-sentence, however text follows, and is
 * text where its full lines end a sentence.
 */
static void
title_under_the_label_of_an_annex(void **state)
{
	(void)state;
	expect(LETTER_WITH_ANNEX
	       "Address of the warden of the harbours to the people who came to\nthe Meeting on Bells “Ringing in the Fog: "
	       "what ropes are for”, held\non 2 and 3 April 2098 at the old quay\n"
	       "Dear keepers,\nI welcome all of you to the old quay, where bells have been rung since the year of the\n"
	       "great fog, and thank the town for the bread and for the lamps.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       READ_LETTER_WITH_ANNEX
	       "plain-heading 1: Address of the warden of the harbours to the people who came to | the Meeting on Bells "
	       "“Ringing in the Fog: what ropes are for”, held | on 2 and 3 April 2098 at the old quay\n"
	       "p 0: Dear keepers,\n"
	       "p 0: I welcome all of you to the old quay, where bells have been rung since the year of the | great fog, and "
	       "thank the town for the bread and for the lamps.\n");
}

/* The language of its original stands between the label of an annex and its title, which has lines of its own. */
static void
original_under_the_label_of_an_annex(void **state)
{
	(void)state;
	expect(LETTER_WITH_ANNEX "[Original: French and Russian]\n\n"
	       "Statement by the council of the nine harbours on the hundredth\nyear of the bells and of the great "
	       "fog over all the\nOld Quay in the Long Winter of 1998–1999\n"
	       "We, the keepers, turn to the people of the old quay, where bells have been rung since the\nyear of the "
	       "great fog, and thank the town for the bread and for the lamps.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       READ_LETTER_WITH_ANNEX
	       "field 0: [Original: French and Russian]\n"
	       "plain-heading 1: Statement by the council of the nine harbours on the hundredth | year of the bells and of "
	       "the great fog over all the | Old Quay in the Long Winter of 1998–1999\n"
	       "p 0: We, the keepers, turn to the people of the old quay, where bells have been rung since the | year of the "
	       "great fog, and thank the town for the bread and for the lamps.\n");
}

/* The kind of the whole that the draft is read as. */
static void
expect_kind(const char *text, const char *lang, const char *kind)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = lang};
	struct draft *draft = source_read(a, "test", span_of(text), SOURCE_PAGE_SINGLE, d);

	assert_string_equal(rep_get(recognise_structure(a, draft, &options, d)->report->root, "kind"), kind);
	diag_free(d);
	arena_free(a);
}

static void
a_record_says_its_kind(void **state)
{
	(void)state;
	expect_kind("A/AC.99/SR.12\n\nSummary record of the 12th meeting\n\nThe meeting was called to order at 10.05 a.m.\n"
	            "\n"
	            "1. Ms. Example (Atlantis) said that the bells of the harbour were in good order.\n\n"
	            "2. The keepers thanked her.\n", "en", "record");
	expect_kind("A/AC.99/SR.12\n\n第12次会议简要记录\n\n上午10时05分宣布开会。\n\n1. 港口的钟状况良好，守钟人表示感谢。"
	            "\n\n"
	            "2. 会议注意到这一点。\n", "zh", "record");
	expect_kind("A/AC.99/12\n\nReport on the bells of the harbour\n\n1. The bells of the harbour were in good order.\n"
	            "\n"
	            "2. The keepers thanked the town.\n", "en", "report");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_says_its_kind),
		cmocka_unit_test(numbered_report), cmocka_unit_test(reach_parts_paragraphs),
		cmocka_unit_test(label_over_a_title), cmocka_unit_test(contents_end_the_opening),
		cmocka_unit_test(job_number_of_a_form), cmocka_unit_test(running_head_of_two_symbols),
		cmocka_unit_test(heading_after_the_masthead),
		cmocka_unit_test(heading_of_the_contents), cmocka_unit_test(item_in_the_masthead),
		cmocka_unit_test(adoption_below_a_note),
		cmocka_unit_test(long_label_after_a_signature),
		cmocka_unit_test(title_under_the_label_of_an_annex),
		cmocka_unit_test(original_under_the_label_of_an_annex), cmocka_unit_test(numbers_alone),
	    cmocka_unit_test(numbers_that_lost_their_text), cmocka_unit_test(agenda_without_stops),
	    cmocka_unit_test(bullets_in_quotations), cmocka_unit_test(label_in_the_text),
		cmocka_unit_test(chinese_report), cmocka_unit_test(resolution),
		cmocka_unit_test(notes_pair_with_their_numbers), cmocka_unit_test(contents_are_no_headings),
		cmocka_unit_test(table_of_figures), cmocka_unit_test(list_of_numbers_is_no_table),
		cmocka_unit_test(word_after_a_semicolon_hands_on),
		cmocka_unit_test(annex_counts_anew), cmocka_unit_test(record_of_a_meeting),
		cmocka_unit_test(speaker_over_two_lines), cmocka_unit_test(annexes_numbered_in_words),
		cmocka_unit_test(records_of_other_languages),
		cmocka_unit_test(contents_in_a_table), cmocka_unit_test(table_drawn_with_dashes),
		cmocka_unit_test(pictures_that_converters_left_out), cmocka_unit_test(pages_in_markdown),
		cmocka_unit_test(edges_in_markdown),
		cmocka_unit_test(bold_sentences_of_the_form),
		    cmocka_unit_test(number_behind_scattered_cells),
		cmocka_unit_test(torn_lines_are_no_table), cmocka_unit_test(words_of_a_stretched_line),
		cmocka_unit_test(rows_of_one_value),
		cmocka_unit_test(caption_over_a_table),
		cmocka_unit_test(anything_goes),
	};

	return cmocka_run_group_tests_name("blocks of drafts", tests, NULL, NULL);
}
