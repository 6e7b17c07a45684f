/* SPDX-License-Identifier: MIT */
/* test_series.c - headings that a paper counts by words of its own, and headings over several lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

/* A paragraph of full lines, which show the measure, over what is tried; and how it is read. */
#define OPENING \
	"A/98/12\n" \
	"\n" \
	"1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n" \
	"asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n" \
	"the coming year, since nobody had told them and the winter had been long. The answers that\n" \
	"came are given below.\n"
#define OPENING_READ \
	"field 0: A/98/12\n" \
	"para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked " \
	"them about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, " \
	"since nobody had told them and the winter had been long. The answers that | came are given below.\n"

#define CHART(N, WHAT, NEXT) \
	"Ladders\n\nFigure " N "\n\nShare of " WHAT " of the old harbours, 2091\n\n" NEXT " were wanted, and the councils of " \
	"three towns wrote to the keepers in the spring that\n\nthey would send some.\n\n"

/* The labels of pictures count on too, behind what is left of a chart as well: they are no headings. */
static void
labels_of_pictures(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n\n"
	                "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n\n"
	                "the coming year.\n\n"
	                CHART("1", "bells", "2. Ropes") CHART("2", "ropes", "3. Ladders") CHART("3", "ladders", "4. Paint")
	                "I. Answers\n\n5. Nobody answered.\n",
	                SOURCE_PAGE_DOUBLE, "en",
	                "1: Share of bells of the old harbours, 2091\n1: Share of ropes of the old harbours, 2091\n"
	                "1: Share of ladders of the old harbours, 2091\n1: I. Answers\n");
}

/* Full lines that end in a stop are the article itself, which has no title; a line of its own is one. */
static void
articles_without_titles(void **state)
{
	(void)state;
	expect(OPENING "\nDraft article 1\n\n"
	       "The keepers of the old harbours shall write to the councils of three towns in the spring and\n"
	       "ask them about ropes, ladders, paint and bells.\n\nDraft article 2\n\nBroken bells\n\n"
	       "Where a bell is broken its keeper shall tell the council of the town, and the council shall\n"
	       "pay for a new one within a year.\n\nDraft article 3\n\n"
	       "Rights of the keepers of the old harbours, and of their crews, on the coasts of the three\ntowns\n\n"
	       "2. Bells ring.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       OPENING_READ "heading 1: Draft article 1\n"
	       "p 0: The keepers of the old harbours shall write to the councils of three towns in the spring and | "
	       "ask them about ropes, ladders, paint and bells.\nheading 1: Draft article 2 | Broken bells\n"
	       "p 0: Where a bell is broken its keeper shall tell the council of the town, and the council shall | "
	       "pay for a new one within a year.\nheading 1: Draft article 3 | "
	       "Rights of the keepers of the old harbours, and of their crews, on the coasts of the three | towns\n"
	       "para 0: 2. Bells ring.\n");
}

/* "Canon 7" and the next are a series; what stands under each is its title, over two lines too. */
static void
rules_and_their_titles(void **state)
{
	(void)state;
	expect(OPENING
	       "Canon 7\n"
	       "Order of the bells\n"
	       "The bells are rung one after the other, and no keeper rings before the bell of the north is\n"
	       "heard.\n"
	       "Canon 8\n"
	       "Keepers of other harbours who have been asked to stay as observers at the\n"
	       "meetings of the towns\n"
	       "Keepers of other harbours may stay with the permission of the council, as long as the winter\n"
	       "lasts.\n"
	       "Canon 9\n"
	       "Ladders\n"
	       "No ladder leaves the tower that it was made for, unless the council of the town agrees to it\n"
	       "in writing.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       OPENING_READ
	       "plain-heading 1: Canon 7\n"
	       "plain-heading 1: Order of the bells\n"
	       "p 0: The bells are rung one after the other, and no keeper rings before the bell of the north is | heard.\n"
	       "plain-heading 1: Canon 8\n"
	       "plain-heading 1: Keepers of other harbours who have been asked to stay as observers at the | meetings of "
	       "the towns\n"
	       "p 0: Keepers of other harbours may stay with the permission of the council, as long as the winter | "
	       "lasts.\n"
	       "plain-heading 1: Canon 9\n"
	       "plain-heading 1: Ladders\n"
	       "p 0: No ladder leaves the tower that it was made for, unless the council of the town agrees to it | in "
	       "writing.\n");
}

/* A full line over a short one that ends a sentence is text, and no title, whatever stands under the others. */
static void
rule_without_title(void **state)
{
	(void)state;
	expect(OPENING
	       "Canon 7\n"
	       "Bells\n"
	       "The bells are rung one after the other, and no keeper rings before the bell of the north is\n"
	       "heard.\n"
	       "Canon 8\n"
	       "As a general rule the meetings of the Council of the Harbours, of the Lamps and of the North\n"
	       "Council are held in the spring.\n"
	       "Canon 9\n"
	       "Ladders\n"
	       "No ladder leaves the tower that it was made for, unless the council of the town agrees to it\n"
	       "in writing.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       OPENING_READ
	       "plain-heading 1: Canon 7\nplain-heading 1: Bells\n"
	       "p 0: The bells are rung one after the other, and no keeper rings before the bell of the north is | heard.\n"
	       "plain-heading 1: Canon 8\n"
	       "p 0: As a general rule the meetings of the Council of the Harbours, of the Lamps and of the North | "
	       "Council are held in the spring.\n"
	       "plain-heading 1: Canon 9\nplain-heading 1: Ladders\n"
	       "p 0: No ladder leaves the tower that it was made for, unless the council of the town agrees to it | in "
	       "writing.\n");
}

/* The title behind the number of a series goes on below. */
static void
series_over_two_lines(void **state)
{
	(void)state;
	expect(OPENING
	       "Principle 1: Order of the bells\n"
	       "The bells are rung one after the other, and no keeper rings before the bell of the north is\n"
	       "heard.\n"
	       "Principle 2: Keepers of other harbours who have been asked to stay as observers in\n"
	       "the northern towers of the coast\n"
	       "Other keepers stay with the permission of the council, as long as the winter lasts, and they\n"
	       "ring no bells.\n"
	       "Principle 3: Ladders\n"
	       "No ladder leaves the tower that it was made for, unless the council of the town agrees to it\n"
	       "in writing.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       OPENING_READ
	       "plain-heading 1: Principle 1: Order of the bells\n"
	       "p 0: The bells are rung one after the other, and no keeper rings before the bell of the north is | heard.\n"
	       "plain-heading 1: Principle 2: Keepers of other harbours who have been asked to stay as observers in | the "
	       "northern towers of the coast\n"
	       "p 0: Other keepers stay with the permission of the council, as long as the winter lasts, and they | "
	       "ring no bells.\n"
	       "plain-heading 1: Principle 3: Ladders\n"
	       "p 0: No ladder leaves the tower that it was made for, unless the council of the town agrees to it | in "
	       "writing.\n");
}

/* The same in Cyrillic letters. */
static void
series_in_russian(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "1. Смотрители старых гаваней написали весной советам трех городов и спросили их о канатах,\n"
	       "лестницах, краске и колоколах, а также о том, что они сделают для смотрителей в наступающем\n"
	       "году, поскольку никто им ничего не сказал, а зима была долгой. Ответы приводятся ниже.\n"
	       "Принцип 1: Порядок колокольного звона\n"
	       "Колокола звонят один за другим, и ни один смотритель не звонит прежде, чем будет слышен\n"
	       "колокол севера.\n"
	       "Принцип 2: Лестницы, которые были сделаны для башен северного побережья и всех его\n"
	       "больших островов\n"
	       "Ни одна лестница не покидает башню, для которой она была сделана, если совет города не дал\n"
	       "на это письменного согласия.\n"
	       "Принцип 3: Краска\n"
	       "Каждая башня красится весной в белый и красный цвета, и смотрители записывают это в книгу\n"
	       "гавани.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/98/12\n"
	       "para 0: 1. Смотрители старых гаваней написали весной советам трех городов и спросили их о канатах, | "
	       "лестницах, краске и колоколах, а также о том, что они сделают для смотрителей в наступающем | году, "
	       "поскольку никто им ничего не сказал, а зима была долгой. Ответы приводятся ниже.\n"
	       "plain-heading 1: Принцип 1: Порядок колокольного звона\n"
	       "p 0: Колокола звонят один за другим, и ни один смотритель не звонит прежде, чем будет слышен | колокол "
	       "севера.\n"
	       "plain-heading 1: Принцип 2: Лестницы, которые были сделаны для башен северного побережья и всех его | "
	       "больших островов\n"
	       "p 0: Ни одна лестница не покидает башню, для которой она была сделана, если совет города не дал | на это "
	       "письменного согласия.\n"
	       "plain-heading 1: Принцип 3: Краска\n"
	       "p 0: Каждая башня красится весной в белый и красный цвета, и смотрители записывают это в книгу | "
	       "гавани.\n");
}

/* The same in a script without capitals. */
static void
series_in_arabic(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "1 - كتب حراس الموانئ القديمة إلى مجالس المدن الثلاث في الربيع وسألوها عن الحبال والسلالم والطلاء\n"
	       "والأجراس، وعما ستفعله من أجل الحراس في السنة المقبلة، لأن أحدا لم يخبرهم بذلك وكان الشتاء\n"
	       "طويلا. وترد الردود أدناه.\n"
	       "القاعدة 7\n"
	       "ترتيب قرع الأجراس\n"
	       "تقرع الأجراس الواحد تلو الآخر، ولا يقرع أي حارس قبل أن يسمع جرس الشمال في المدن كلها وفي\n"
	       "الجزر.\n"
	       "القاعدة 8\n"
	       "الحراس الذين يدعون من الموانئ الأخرى إلى حضور اجتماعات مجالس المدن الثلاث بصفة مراقبين في\n"
	       "الشتاء\n"
	       "يجوز للحراس من الموانئ الأخرى البقاء بإذن من المجلس ما دام الشتاء قائما على الساحل كله وعلى\n"
	       "الجزر.\n"
	       "القاعدة 9\n"
	       "السلالم\n"
	       "لا يغادر أي سلم البرج الذي صنع له إلا إذا وافق مجلس المدينة على ذلك كتابة قبل أن يأتي الشتاء\n"
	       "إلى الساحل.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "field 0: A/98/12\n"
	       "para 0: 1 - كتب حراس الموانئ القديمة إلى مجالس المدن الثلاث في الربيع وسألوها عن الحبال والسلالم والطلاء | "
	       "والأجراس، وعما ستفعله من أجل الحراس في السنة المقبلة، لأن أحدا لم يخبرهم بذلك وكان الشتاء | طويلا. وترد "
	       "الردود أدناه.\n"
	       "plain-heading 1: القاعدة 7\n"
	       "plain-heading 1: ترتيب قرع الأجراس\n"
	       "p 0: تقرع الأجراس الواحد تلو الآخر، ولا يقرع أي حارس قبل أن يسمع جرس الشمال في المدن كلها وفي | الجزر.\n"
	       "plain-heading 1: القاعدة 8\n"
	       "plain-heading 1: الحراس الذين يدعون من الموانئ الأخرى إلى حضور اجتماعات مجالس المدن الثلاث بصفة مراقبين في "
	       "| الشتاء\n"
	       "p 0: يجوز للحراس من الموانئ الأخرى البقاء بإذن من المجلس ما دام الشتاء قائما على الساحل كله وعلى | الجزر.\n"
	       "plain-heading 1: القاعدة 9\n"
	       "plain-heading 1: السلالم\n"
	       "p 0: لا يغادر أي سلم البرج الذي صنع له إلا إذا وافق مجلس المدينة على ذلك كتابة قبل أن يأتي الشتاء | إلى "
	       "الساحل.\n");
}

/* The same without blanks between words. */
static void
series_in_chinese(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "1. 旧港口的守望人在春天写信给三个城镇的理事会，向它们询问绳索、梯子、油漆和钟的情况，以及它们\n"
	       "在来年会为守望人做些什么，因为没有人告诉过他们，而且冬天很长。收到的答复载于下文各段，供理\n"
	       "事会审议。\n"
	       "第7节\n"
	       "敲钟的次序\n"
	       "各塔的钟一个接一个地敲响，在听到北方的钟声之前，任何守望人都不得敲钟，各城镇和岛屿的守望人\n"
	       "均应遵守。\n"
	       "第8节\n"
	       "来自其他港口的守望人\n"
	       "来自其他港口的守望人经理事会许可，在整个冬季可以留在海岸和岛屿上，以观察员身份出席各城镇的会\n"
	       "议。\n"
	       "第9节\n"
	       "梯子\n"
	       "除非城镇理事会在冬天到来之前以书面形式表示同意，否则任何梯子都不得离开专门为其制作梯子的塔\n"
	       "楼。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/98/12\n"
	       "para 0: 1. 旧港口的守望人在春天写信给三个城镇的理事会，向它们询问绳索、梯子、油漆和钟的情况，以及它们 | "
	       "在来年会为守望人做些什么，因为没有人告诉过他们，而且冬天很长。收到的答复载于下文各段，供理 | 事会审议。\n"
	       "plain-heading 1: 第7节\n"
	       "plain-heading 1: 敲钟的次序\n"
	       "p 0: 各塔的钟一个接一个地敲响，在听到北方的钟声之前，任何守望人都不得敲钟，各城镇和岛屿的守望人 | "
	       "均应遵守。\n"
	       "plain-heading 1: 第8节\n"
	       "plain-heading 1: 来自其他港口的守望人\n"
	       "p 0: 来自其他港口的守望人经理事会许可，在整个冬季可以留在海岸和岛屿上，以观察员身份出席各城镇的会 | 议。\n"
	       "plain-heading 1: 第9节\n"
	       "plain-heading 1: 梯子\n"
	       "p 0: 除非城镇理事会在冬天到来之前以书面形式表示同意，否则任何梯子都不得离开专门为其制作梯子的塔 | 楼。\n");
}

/* "56/102" is the number of a decision where the feet of pages say how many pages there are. */
static void
numbers_of_decisions(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "                 1. The keepers of the old harbours wrote to the councils of three towns in the\n"
	       "                 spring and asked them about ropes, ladders, paint and bells.\n"
	       "\n"
	       "98-04747                                                                            1/3\n"
	       "A/98/12\n"
	       "\n"
	       "                 56/101\n"
	       "                 Bells\n"
	       "\n"
	       "                       The council asked the keepers to ring the bells at the least once a day in\n"
	       "                 the year to come.\n"
	       "\n"
	       "                 56/102\n"
	       "                 Ladders\n"
	       "\n"
	       "                       The council asked the keepers to mend the ladders of the northern towers,\n"
	       "                 and to paint them.\n"
	       "\n"
	       "98-04747                                                                            2/3\n"
	       "A/98/12\n"
	       "\n"
	       "                 56/103\n"
	       "                 Paint\n"
	       "\n"
	       "                       The council asked the keepers to paint the towers in white and red before\n"
	       "                 the winter.\n"
	       "\n"
	       "98-04747                                                                            3/3\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the | spring and asked "
	       "them about ropes, ladders, paint and bells.\n"
	       "plain-heading 1: 56/101\n"
	       "plain-heading 1: Bells\n"
	       "p 0: The council asked the keepers to ring the bells at the least once a day in | the year to come.\n"
	       "plain-heading 1: 56/102\n"
	       "plain-heading 1: Ladders\n"
	       "p 0: The council asked the keepers to mend the ladders of the northern towers, | and to paint them.\n"
	       "plain-heading 1: 56/103\n"
	       "plain-heading 1: Paint\n"
	       "p 0: The council asked the keepers to paint the towers in white and red before | the winter.\n");
}

/* Lines that end in mid-sentence before text begins are a heading; a list of persons is none. */
static void
unfinished_headings(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "I. Bells of the coast\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them and the winter had been long. The answers that\n"
	       "came are given below.\n"
	       "Meeting of the keepers of the northern and the southern harbours on ladders and\n"
	       "the mending of ropes\n"
	       "2. The keepers met in the old harbour and agreed that every bell be rung in the coming year\n"
	       "at the least once a day.\n"
	       "Ropes and ladders that the towns of the coast had promised to the keepers in\n"
	       "the winter of the year before\n"
	       "The council heard of it from the mayors of three towns, who had been told by letter, so that\n"
	       "nobody would be afraid at night.\n"
	       "3. The following keepers took part in the meeting of the harbours that was held in the spring:\n"
	       "Ms. Ada Amber, Keeper of the Northern Tower, Council of the Harbours of the Coast\n"
	       "Mr. Bo Birch, Keeper of the Southern Tower\n"
	       "Ms. Cleo Cove, Mender of Ropes, Council of the Harbours\n"
	       "Mr. Dan Dale, Painter\n"
	       "4. They agreed to meet again in the winter, and to tell the towns in writing what they had\n"
	       "agreed upon.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: I. Bells of the coast\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, "
	       "since nobody had told them and the winter had been long. The answers that | came are given below.\n"
	       "plain-heading 2: Meeting of the keepers of the northern and the southern harbours on ladders and | the "
	       "mending of ropes\n"
	       "para 0: 2. The keepers met in the old harbour and agreed that every bell be rung in the coming year | at "
	       "the least once a day.\n"
	       "plain-heading 2: Ropes and ladders that the towns of the coast had promised to the keepers in | the winter "
	       "of the year before\n"
	       "p 0: The council heard of it from the mayors of three towns, who had been told by letter, so that | nobody "
	       "would be afraid at night.\n"
	       "para 0: 3. The following keepers took part in the meeting of the harbours that was held in the spring: | "
	       "Ms. Ada Amber, Keeper of the Northern Tower, Council of the Harbours of the Coast | Mr. Bo Birch, "
	       "Keeper of the Southern Tower\n"
	       "p 0: Ms. Cleo Cove, Mender of Ropes, Council of the Harbours\n"
	       "p 0: Mr. Dan Dale, Painter\n"
	       "para 0: 4. They agreed to meet again in the winter, and to tell the towns in writing what they had | "
	       "agreed upon.\n");
}

/* Each person begins anew, under headings in capitals. */
static void
lists_of_persons(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them and the winter had been long.\n"
	       "2. The councils answered in the summer that the ropes had been bought, but that the ladders\n"
	       "were still to be made by the carpenters of the coast, who had no wood for them, and that the\n"
	       "paint had been lost in the storms of the winter before.\n"
	       "3. The bells were rung at the least once a day in all the towers of the coast, as the keepers\n"
	       "had been asked to do by the council, and nobody in the towns of the north was afraid of them\n"
	       "in the long nights of the winter.\n"
	       "\n"
	       "AMBER\n"
	       "Ms. Ada Amber, Keeper of the Northern Tower of the Coast\n"
	       "Mr. Bo Birch, Keeper of the Southern Tower of the Coast\n"
	       "\n"
	       "BIRCH\n"
	       "Ms. Cleo Cove, Mender of Ropes, Council of the Harbours\n"
	       "Mr. Dan Dale, Painter of the Towers of the Northern Coast\n"
	       "\n"
	       "COVE\n"
	       "Mr. Ed Elm, Keeper of Bells, Council of the Harbours\n"
	       "Ms. Flo Fern, Ladders\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, "
	       "since nobody had told them and the winter had been long.\n"
	       "para 0: 2. The councils answered in the summer that the ropes had been bought, but that the ladders | were "
	       "still to be made by the carpenters of the coast, who had no wood for them, and that the | paint had been "
	       "lost in the storms of the winter before.\n"
	       "para 0: 3. The bells were rung at the least once a day in all the towers of the coast, as the keepers | "
	       "had been asked to do by the council, and nobody in the towns of the north was afraid of them | in the long "
	       "nights of the winter.\n"
	       "plain-heading 1: AMBER\n"
	       "p 0: Ms. Ada Amber, Keeper of the Northern Tower of the Coast\n"
	       "p 0: Mr. Bo Birch, Keeper of the Southern Tower of the Coast\n"
	       "plain-heading 1: BIRCH\n"
	       "p 0: Ms. Cleo Cove, Mender of Ropes, Council of the Harbours\n"
	       "p 0: Mr. Dan Dale, Painter of the Towers of the Northern Coast\n"
	       "plain-heading 1: COVE\n"
	       "p 0: Mr. Ed Elm, Keeper of Bells, Council of the Harbours\n"
	       "p 0: Ms. Flo Fern, Ladders\n");
}

/* A heading with a low number is set like the text: what stands under a short line of it is another. */
static void
low_heading_over_another(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "I. Bells of the coast\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them and the winter had been long.\n"
	       "A. Ropes\n"
	       "1. Mending of the ropes of all northern towers\n"
	       "Work of the keepers\n"
	       "2. The keepers mended the ropes of the northern towers in the spring, and those of the southern\n"
	       "ones in the autumn of the year.\n"
	       "2. Ropes of the south\n"
	       "3. The ropes of the southern towers were mended in the autumn of the year before the storms\n"
	       "came in from the sea.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: I. Bells of the coast\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, "
	       "since nobody had told them and the winter had been long.\n"
	       "heading 2: A. Ropes\n"
	       "heading 3: 1. Mending of the ropes of all northern towers\n"
	       "plain-heading 4: Work of the keepers\n"
	       "para 0: 2. The keepers mended the ropes of the northern towers in the spring, and those of the southern | "
	       "ones in the autumn of the year.\n"
	       "heading 3: 2. Ropes of the south\n"
	       "para 0: 3. The ropes of the southern towers were mended in the autumn of the year before the storms | came "
	       "in from the sea.\n");
}

/* Headings with a word stand under those that are open where the first of them is; texts for adoption hold none. */
static void
words_of_headings(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "Part One\nBells of the coast\n"
	       "Chapter I\nMatters for the council\n"
	       "A. Texts for the council\n"
	       "Draft resolution I\nRopes of the northern towers\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them.\n"
	       "Draft resolution II\n"
	       "Ladders of the southern towers\n"
	       "2. The councils answered in the summer that the ropes had been bought, but that the ladders\n"
	       "were still to be made by the carpenters of the coast.\n"
	       "Draft decision I\n"
	       "Paint for the towers\n"
	       "3. The bells were rung at the least once a day in all the towers of the coast, as the keepers\n"
	       "had been asked to do by the council.\n"
	       "B. Other matters for the council\n"
	       "Draft decision II\n"
	       "Letters of the keepers\n"
	       "4. The letters of the keepers were read by the council in the autumn of the year, and all of\n"
	       "them were answered before the winter.\n"
	       "Chapter II\n"
	       "Work of the keepers\n"
	       "5. The keepers painted the towers in the summer, and the young of the towns helped them, for\n"
	       "which the council thanked them.\n"
	       "Part Two\n"
	       "Ropes of the coast\n"
	       "Chapter I\n"
	       "Ropes of the north\n"
	       "6. The keepers bought new ropes in the autumn for all the bells of the northern coast, and\n"
	       "the old ones were given to the fishermen.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: Part One | Bells of the coast\n"
	       "heading 2: Chapter I | Matters for the council\n"
	       "heading 3: A. Texts for the council\n"
	       "heading 4: Draft resolution I | Ropes of the northern towers\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring "
	       "and | asked them about ropes, ladders, paint and bells, and what they would do for the keepers "
	       "in | the coming year, since nobody had told them.\n"
	       "heading 4: Draft resolution II | Ladders of the southern towers\n"
	       "para 0: 2. The councils answered in the summer that the ropes had been bought, but that the "
	       "ladders | were still to be made by the carpenters of the coast.\n"
	       "heading 4: Draft decision I | Paint for the towers\n"
	       "para 0: 3. The bells were rung at the least once a day in all the towers of the coast, as the "
	       "keepers | had been asked to do by the council.\n"
	       "heading 3: B. Other matters for the council\n"
	       "heading 4: Draft decision II | Letters of the keepers\n"
	       "para 0: 4. The letters of the keepers were read by the council in the autumn of the year, and "
	       "all of | them were answered before the winter.\n"
	       "heading 2: Chapter II | Work of the keepers\n"
	       "para 0: 5. The keepers painted the towers in the summer, and the young of the towns helped "
	       "them, for | which the council thanked them.\n"
	       "heading 1: Part Two | Ropes of the coast\n"
	       "heading 2: Chapter I | Ropes of the north\n"
	       "para 0: 6. The keepers bought new ropes in the autumn for all the bells of the northern coast, "
	       "and | the old ones were given to the fishermen.\n");
}

/* A number goes on from that of the heading over it; headings in capitals stand over others. */
static void
unnumbered_headings_under_others(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "Aim 1\n"
	       "Bells of the coast\n"
	       "\n"
	       "The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells.\n"
	       "\n"
	       "Step 1.1\n"
	       "\n"
	       "The councils answered in the summer that the ropes had been bought, but that the ladders\n"
	       "were still to be made by the carpenters of the coast.\n"
	       "\n"
	       "Step 1.2\n"
	       "\n"
	       "The bells were rung at the least once a day in all the towers of the coast, as the keepers\n"
	       "had been asked to do by the council.\n"
	       "\n"
	       "Aim 2\n"
	       "Ropes of the coast\n"
	       "\n"
	       "The keepers bought new ropes in the autumn for all the bells of the northern coast, and\n"
	       "the old ones were given to the fishermen.\n"
	       "\n"
	       "Step 2.1\n"
	       "\n"
	       "The fishermen used the old ropes in the autumn for their boats, and thanked the keepers of\n"
	       "the towers for them.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "plain-heading 1: Aim 1\n"
	       "plain-heading 1: Bells of the coast\n"
	       "p 0: The keepers of the old harbours wrote to the councils of three towns in the spring and | "
	       "asked them about ropes, ladders, paint and bells.\n"
	       "plain-heading 2: Step 1.1\n"
	       "p 0: The councils answered in the summer that the ropes had been bought, but that the ladders | "
	       "were still to be made by the carpenters of the coast.\n"
	       "plain-heading 2: Step 1.2\n"
	       "p 0: The bells were rung at the least once a day in all the towers of the coast, as the keepers "
	       "| had been asked to do by the council.\n"
	       "plain-heading 1: Aim 2\n"
	       "plain-heading 1: Ropes of the coast\n"
	       "p 0: The keepers bought new ropes in the autumn for all the bells of the northern coast, and | "
	       "the old ones were given to the fishermen.\n"
	       "plain-heading 2: Step 2.1\n"
	       "p 0: The fishermen used the old ropes in the autumn for their boats, and thanked the keepers of "
	       "| the towers for them.\n");
}

/* Headings in capitals stand over those in small letters. */
static void
unnumbered_headings_under_capitals(void **state)
{
	(void)state;
	expect("A/98/12\n"
	       "\n"
	       "WORK OF THE KEEPERS\n"
	       "\n"
	       "Paint for the towers\n"
	       "\n"
	       "The keepers painted the towers in the summer, and the young of the towns helped them, for\n"
	       "which the council thanked them.\n"
	       "\n"
	       "Lights of the towers\n"
	       "\n"
	       "The keepers bought oil for the lights of the towers, which were seen from all of the\n"
	       "fishing boats.\n"
	       "\n"
	       "WORK OF THE TOWNS\n"
	       "\n"
	       "Paint for the boats\n"
	       "\n"
	       "The towns painted the boats in the spring, and the young of the towns helped them, for\n"
	       "which the council thanked them.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "plain-heading 1: WORK OF THE KEEPERS\n"
	       "plain-heading 2: Paint for the towers\n"
	       "p 0: The keepers painted the towers in the summer, and the young of the towns helped them, for "
	       "| which the council thanked them.\n"
	       "plain-heading 2: Lights of the towers\n"
	       "p 0: The keepers bought oil for the lights of the towers, which were seen from all of the | "
	       "fishing boats.\n"
	       "plain-heading 1: WORK OF THE TOWNS\n"
	       "plain-heading 2: Paint for the boats\n"
	       "p 0: The towns painted the boats in the spring, and the young of the towns helped them, for | "
	       "which the council thanked them.\n");
}

/* A word whose first heading stands in an open section stays in it, wherever its count begins. */
static void
words_within_sections(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "I. Harbours of the north\n\n"
	       "A. Bells\n\n"
	       "Section 3\n\n"
	       "Ropes\n\n"
	       "Talks\n\n"
	       "1. The keepers met in spring and spoke of the ropes that were to be bought for the towers.\n\n"
	       "Section 4\n\n"
	       "Ladders\n\n"
	       "2. The keepers met in summer and spoke of the ladders that were to be bought for the towers.\n\n"
	       "B. Lamps\n\n"
	       "3. The keepers met in autumn and spoke of the lamps.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: I. Harbours of the north\n"
	       "heading 2: A. Bells\n"
	       "heading 3: Section 3 | Ropes\n"
	       "plain-heading 4: Talks\n"
	       "para 0: 1. The keepers met in spring and spoke of the ropes that were to be bought for the towers.\n"
	       "heading 3: Section 4 | Ladders\n"
	       "para 0: 2. The keepers met in summer and spoke of the ladders that were to be bought for the towers.\n"
	       "heading 2: B. Lamps\n"
	       "para 0: 3. The keepers met in autumn and spoke of the lamps.\n");
}

/* A letter among none of its like opens nothing. */
static void
letter_of_no_count(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "I. Harbours of the north\n\n"
	       "Summer\n\n"
	       "1. The keepers met in summer and spoke of the ropes that were to be bought for the towers.\n\n"
	       "M. Veldt and others\n\n"
	       "Winter\n\n"
	       "2. The keepers met in winter and spoke of the ladders that were to be bought for the towers.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: I. Harbours of the north\n"
	       "plain-heading 2: Summer\n"
	       "para 0: 1. The keepers met in summer and spoke of the ropes that were to be bought for the towers.\n"
	       "heading 2: M. Veldt and others\n"
	       "plain-heading 2: Winter\n"
	       "para 0: 2. The keepers met in winter and spoke of the ladders that were to be bought for the towers.\n");
}

/* The margin of a whole page may come first: numbers of headings over those of paragraphs and of other headings. */
static void
numbers_at_the_top_of_a_page(void **state)
{
	(void)state;
	expect_headings("I. Towers of the nine harbours\n\n"
	       "1. The wardens met at the old quay in the spring and spoke of the ropes that had been\ncut in the winter.\n\n"
	       "A.\n\n2.\n\nThe ropes of two harbours were found at the bottom of the sea, where the storm had\nleft "
	       "them.\n\n"
	       "Bells that warn the ships\n\n3. The bells of four towers were heard on the islands, and the keepers were "
	       "glad of\nthem.\n\n"
	       "II.\nA.\n\nLamps of the quays\nOil and wicks\n\n4. The lamps of the quays burn from evening to "
	       "morning, as the wardens want them to.\n\n"
	       "5. No lamp went out in the year, so that no ship was lost at the quays of the coast.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "1: I. Towers of the nine harbours\n2: A. | Bells that warn the ships\n1: II. | Lamps of the quays\n"
	       "2: A. | Oil and wicks\n");
}

/* "(Item 3 (b))" under a short line shows a heading, where short lines under short lines are else cells. */
static void
item_under_a_heading(void **state)
{
	(void)state;
	expect_headings("United Nations\n\nA/AC.9/2098/L.4/Add.2\nDistr.: Limited\n29 May 2098\nOriginal: English\n\n"
	       "Committee of Harbours\nNinth session\n\nDraft report\n\nBells and ropes: evaluation\n(Item 3 (b))\n\n"
	       "1.\nAt its 8th meeting, on 15 May 2098, the Committee considered the report on the bells\nof the nine "
	       "harbours and on their ropes.\n2.\nThe Committee took note of the report and thanked the keepers of the "
	       "bells, who had\nwritten it in the winter.\n",
	       SOURCE_PAGE_SINGLE, "en", "1: Draft report\n1: Bells and ropes: evaluation\n");
	expect_headings("Nations Unies\n\nA/AC.9/2098/L.4/Add.2\nDistr. limitée\n29 mai 2098\nOriginal : français\n\n"
	       "Comité des ports\nNeuvième session\n\nProjet de rapport\n\nCloches et cordes\n"
	       "(Point 3 de l’ordre du jour)\n\n"
	       "1.\nÀ sa 8e séance, le 15 mai 2098, le Comité a examiné le rapport sur les cloches des\nneuf ports et sur "
	       "leurs cordes.\n2.\nLe Comité a pris note du rapport et a remercié les gardiens des cloches, qui "
	       "l’avaient\nécrit en hiver.\n",
	       SOURCE_PAGE_SINGLE, "fr", "1: Projet de rapport\n1: Cloches et cordes\n");
}

/* What stands in brackets under headings is said of them, though it counts on. */
static void
remarks_that_count(void **state)
{
	(void)state;
	expect_headings(OPENING "\nA. Bells of the coast\n\n(Calendar item 3)\n\n"
	       "The keepers met at the old quay in the spring and spoke of the bells that had been cut in the\n"
	       "winter.\n\nB. Ropes of the coast\n\n(Calendar item 4)\n\n"
	       "The ropes of two harbours were found at the bottom of the sea, where the storm had left them\n"
	       "in the autumn.\n\nC. Lamps of the coast\n\n(Calendar item 5)\n\n"
	       "The lamps of the quays burn from evening to morning, as the keepers of the towns want them\nto.\n\n"
	       "D. Oil of the coast\n\n(Calendar item 6)\n\n"
	       "No lamp went out in the year, so that no ship was lost at the quays of the coast in the nine\nharbours.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "1: A. Bells of the coast\n1: B. Ropes of the coast\n1: C. Lamps of the coast\n1: D. Oil of the coast\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(remarks_that_count), cmocka_unit_test(item_under_a_heading),
		cmocka_unit_test(numbers_at_the_top_of_a_page),
		cmocka_unit_test(unnumbered_headings_under_others), cmocka_unit_test(unnumbered_headings_under_capitals),
		cmocka_unit_test(words_of_headings),
		cmocka_unit_test(articles_without_titles),
		cmocka_unit_test(rules_and_their_titles),
		cmocka_unit_test(rule_without_title),
		cmocka_unit_test(series_over_two_lines),
		cmocka_unit_test(series_in_russian),
		cmocka_unit_test(series_in_arabic),
		cmocka_unit_test(series_in_chinese),
		cmocka_unit_test(numbers_of_decisions),
		cmocka_unit_test(unfinished_headings),
		cmocka_unit_test(lists_of_persons),
		cmocka_unit_test(low_heading_over_another),
		cmocka_unit_test(words_within_sections),
		cmocka_unit_test(letter_of_no_count), cmocka_unit_test(labels_of_pictures),
	};

	return cmocka_run_group_tests_name("series of headings", tests, NULL, NULL);
}
