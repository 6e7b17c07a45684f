/* SPDX-License-Identifier: MIT */
/* test_recognise_starts.c - where blocks begin: by margins, room left, recurring and known words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

/* The tab behind a number that stands alone is on the line of its text: the word below did not fit. */
static void
tab_behind_a_lone_number(void **state)
{
	(void)state;
	expect("A/98/12\n\n1.\nThe keepers of the old harbour wrote to the council about the ropes and the\n"
	       "ladders, which had been lost for a year in the northern towers of the coast, and\n"
	       "asked for new ones to be printed before the winter storms came in again, so that\nno paper would be lost.\n"
	       "2.\nThe keepers said at their meeting that there were in all but thirty\n"
	       "Northern Ladders, and they gave a list of them to the council, which took note of\nit in the spring.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. | The keepers of the old harbour wrote to the council about the ropes and the | ladders, which "
	       "had "
	       "been lost for a year in the northern towers of the coast, and | asked for new ones to be printed before "
	       "the winter storms came in again, so that | no paper would be lost.\n"
	       "para 0: 2. | The keepers said at their meeting that there were in all but thirty | Northern Ladders, and "
	       "they gave a list of them to the council, which took note of | it in the spring.\n");
}

#define WORK "Contribution of the keepers to the work of the harbours of the north\n"

/* A heading that reaches as far as text does ends where its words end in every other place. */
static void
headings_that_recur(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them and the winter had been long. The answers that\n"
	       "came are given below.\n"
	       "Amber\n" WORK "Ropes were mended and ladders painted in all the towers that the town has on its coast and\n"
	       "on the islands before it.\n"
	       "Birch\n" WORK "Ladders were bought.\n"
	       "Cove\n" WORK "Nothing was done in the towers of the town, as the council had no money left for it, as the\n"
	       "keepers heard.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them "
	       "about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, since "
	       "nobody had told them and the winter had been long. The answers that | came are given below.\n"
	       "plain-heading 2: Amber\nplain-heading 3: " WORK
	       "p 0: Ropes were mended and ladders painted in all the towers that the town has on its coast and | on the "
	       "islands before it.\n"
	       "plain-heading 2: Birch\nplain-heading 3: " WORK "p 0: Ladders were bought.\n"
	       "plain-heading 2: Cove\nplain-heading 3: " WORK
	       "p 0: Nothing was done in the towers of the town, as the council had no money left for it, as the | keepers "
	       "heard.\n");
}

/* Level with the line before the text goes on, though its next word might have fitted; set in it begins. */
static void
margins_of_a_layout(void **state)
{
	(void)state;
	expect("     1.    The keepers met in the old harbour and agreed that every bell be rung in the\n"
	       "     year 2098, at the least. The council heard of it from the mayors of Amber.\n"
	       "     Towns were told by letter, so that nobody would be afraid at night when the bells\n"
	       "     were heard over the whole of the coast and the islands that lie before it in the\n"
	       "     sea.\n"
	       "           The towns were glad of the news, which they had been waiting for, and of all\n"
	       "     bells.\n"
	       "     2.    Ropes were bought at once, and ladders, and the towers were painted by the young\n"
	       "     of the towns, who had asked for it.\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "para 0: 1.    The keepers met in the old harbour and agreed that every bell be rung in the | year 2098, at "
	       "the least. The council heard of it from the mayors of Amber. | Towns were told by letter, so that nobody "
	       "would be afraid at night when the bells | were heard over the whole of the coast and the islands that lie "
	       "before it in the | sea.\n"
	       "p 0: The towns were glad of the news, which they had been waiting for, and of all | bells.\n"
	       "para 0: 2.    Ropes were bought at once, and ladders, and the towers were painted by the young | of the "
	       "towns, who had asked for it.\n");
}

/* First lines that stand out from their paragraphs, as in lists of books. */
static void
hanging_paragraphs(void **state)
{
	(void)state;
	expect("     Holm, Anna, The Bells of the Northern Coast and of Its Towers, with a List of All\n"
	       "          Ropes That Were Ever Bought, Amber, 1898\n"
	       "     Falk, Jon, The Ladders of the Southern Coast, with Forty Plates and a Map of Birch\n"
	       "          Made by the Author, who Climbed All of Them in His Old Age, Birch and\n"
	       "          Cove, 1911\n"
	       "     Sand, Mary, What the Keepers Said to the Council in the Year of the Great Storm of\n"
	       "          the North, Cove, 1925\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "p 0: Holm, Anna, The Bells of the Northern Coast and of Its Towers, with a List of All | Ropes That Were "
	       "Ever Bought, Amber, 1898\n"
	       "p 0: Falk, Jon, The Ladders of the Southern Coast, with Forty Plates and a Map of Birch | Made by the "
	       "Author, who Climbed All of Them in His Old Age, Birch and | Cove, 1911\n"
	       "p 0: Sand, Mary, What the Keepers Said to the Council in the Year of the Great Storm of | the North, Cove, "
	       "1925\n");
}

/* Dashes of a list without stops, with capitals behind them. */
static void
dashes_with_capitals(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers of the old harbour asked the council for the following, which it gave them at "
	       "once:\n"
	       "– Ropes for the bells of all the towers of the northern coast and for the ladders of\nthe south\n"
	       "– Paint for the towers, in white and red, as had been promised to the keepers in autumn\n"
	       "– Ladders\n"
	       "2. They thanked the council – all of it – for what it had done in so short a time, and they\nwent home.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers of the old harbour asked the council for the following, which it gave them at "
	       "once:\n"
	       "bullet 1: – Ropes for the bells of all the towers of the northern coast and for the ladders of | the "
	       "south\n"
	       "bullet 1: – Paint for the towers, in white and red, as had been promised to the keepers in autumn\n"
	       "bullet 1: – Ladders\n"
	       "para 0: 2. They thanked the council – all of it – for what it had done in so short a time, and they | went "
	       "home.\n");
}

/* "Source:" under a title over a table that is gone is no part of the title. */
static void
source_under_a_title(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers counted the bells of the coast and found that there were more than in the year "
	       "before.\n"
	       "A. Bells by town and year of casting on the whole of the northern coast, 2098\n"
	       "Source: letters of the keepers.\n"
	       "2. They asked the council to look at the figure and to say whether it would pay for still more.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers counted the bells of the coast and found that there were more than in the year "
	       "before.\n"
	       "heading 1: A. Bells by town and year of casting on the whole of the northern coast, 2098\n"
	       "p 0: Source: letters of the keepers.\n"
	       "para 0: 2. They asked the council to look at the figure and to say whether it would pay for still more.\n");
}

/* A semicolon at the end of a full line parts no paragraphs. */
static void
semicolon_on_a_full_line(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers thanked the towns that had sent them ropes: Amber, which sent them twice in the "
	       "year;\n"
	       "Birch, which sent them once and a ladder; Cove, which is small; and the council of the islands, for\n"
	       "its letter.\n"
	       "2. They asked the towns to go on sending ropes, and to paint the towers, if they had the money for it.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers thanked the towns that had sent them ropes: Amber, which sent them twice in the "
	       "year; | "
	       "Birch, which sent them once and a ladder; Cove, which is small; and the council of the islands, for | its "
	       "letter.\n"
	       "para 0: 2. They asked the towns to go on sending ropes, and to paint the towers, if they had the money for "
	       "it.\n");
}

/* "Decision 2098/2" stands once, but others like it do as well; what is under it has its title. */
static void
headings_of_a_series(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them and the winter had been long. The answers that\n"
	       "came are given below.\n"
	       "Decision 2098/1\nRopes of the north\nThe keepers ask the council of the town for the following things of "
	       "the year before:\n"
	       "• Ropes\n• Bells\nDecision 2098/2\nLadders\n"
	       "The keepers ask for ladders, which they had been promised by the council of the town in\nspring.\n"
	       "Decision 2098/3\nPaint\nThe keepers ask for paint, in white and red, for all the towers of the northern "
	       "coast.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked "
	       "them "
	       "about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, since "
	       "nobody had told them and the winter had been long. The answers that | came are given below.\n"
	       "plain-heading 1: Decision 2098/1\nplain-heading 1: Ropes of the north\n"
	       "p 0: The keepers ask the council of the town for the following things of the year before:\n"
	       "bullet 1: • Ropes\nbullet 1: • Bells\nplain-heading 1: Decision 2098/2\nplain-heading 1: Ladders\n"
	       "p 0: The keepers ask for ladders, which they had been promised by the council of the town in | spring.\n"
	       "plain-heading 1: Decision 2098/3\nplain-heading 1: Paint\n"
	       "p 0: The keepers ask for paint, in white and red, for all the towers of the northern coast.\n");
}

#define ASK "The keepers of the old harbour ask the council to adopt the decision that is printed here.\n"

/* Numbers that count on over unnumbered headings stand over them, whatever stood before the first. */
static void
numbers_over_unnumbered_headings(void **state)
{
	(void)state;
	expect("A/98/12\n\nNote by the Secretary-General\n\nAddendum\n\n1. Bells of Amber\n\nIntroduction\n" ASK
	       "Work of the keepers\n" ASK "\n2. Bells of Birch\n\nIntroduction\n" ASK "\n3. Bells of Cove\n\n"
	       "Introduction\n" ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nfront 0: Note by the Secretary-General\nplain-heading 1: Addendum\n"
	       "heading 1: 1. Bells of Amber\nplain-heading 2: Introduction\np 0: " ASK "plain-heading 2: Work of the "
	       "keepers\np 0: "
	       ASK "heading 1: 2. Bells of Birch\nplain-heading 2: Introduction\np 0: " ASK
	       "heading 1: 3. Bells of Cove\nplain-heading 2: Introduction\np 0: " ASK);
}

/* One unnumbered heading among many numbered ones does not show that the numbers stand over such. */
static void
numbers_under_an_unnumbered_heading(void **state)
{
	(void)state;
	expect("A/98/12\n\nProvisional agenda\n\n" ASK "\nAnnotations\n\n1. Bells of Amber\n\n" ASK
	       "\n2. Bells of Birch\n\n" ASK "\nRopes\n\n" ASK "\n3. Bells of Cove\n\n" ASK "\n4. Bells of Dale\n\n" ASK
	       "\n5. Bells of Elm\n\n" ASK "\n6. Bells of Fern\n\n" ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nplain-heading 1: Provisional agenda\np 0: " ASK "plain-heading 1: Annotations\n"
	       "heading 2: 1. Bells of Amber\np 0: " ASK "heading 2: 2. Bells of Birch\np 0: " ASK
	       "plain-heading 1: Ropes\np 0: " ASK "heading 2: 3. Bells of Cove\np 0: " ASK
	       "heading 2: 4. Bells of Dale\np 0: " ASK "heading 2: 5. Bells of Elm\np 0: " ASK
	       "heading 2: 6. Bells of Fern\np 0: " ASK);
}

/* Where the headings count on behind an annex, it stands inside the text: in a draft resolution. */
static void
annex_inside_the_text(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Matters that call for action\n\nA. Keepers of the north\n\n1. " ASK "\nAnnex\n\n"
	    "Statutes of the keepers\n\n"
	       ASK "\nB. Keepers of the south\n\n2. " ASK "\nII. Closing of the meeting\n\n3. " ASK
	       "\nAnnex\n\nList of papers\n\nI. Papers of the north\n\n" ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Matters that call for action\nheading 2: A. Keepers of the north\n"
	       "para 0: 1. " ASK
	       "plain-heading 3: Annex\nplain-heading 3: Statutes of the keepers\np 0: " ASK
	       "heading 2: B. Keepers of the south\npara 0: 2. " ASK "heading 1: II. Closing of the meeting\npara 0: 3. "
	       ASK
	       "annex 0: Annex\nplain-heading 1: List of papers\nheading 1: I. Papers of the north\np 0: " ASK);
}

#define ROPE "the keepers of the coast wrote to the council and asked for ropes and for ladders."

/* Numbers from 1 in the middle of others are a list under the paragraph, though no colon announces it. */
static void
list_among_numbered_paragraphs(void **state)
{
	(void)state;
	expect("1 - In a hard winter " ROPE "\n\n"
	       "2 - In summer " ROPE "\n\n"
	       "1 - In the first week " ROPE "\n\n"
	       "2 - In the second week " ROPE "\n\n"
	       "3 - In the third week " ROPE "\n\n"
	       "4 - In the last week " ROPE "\n\n"
	       "3 - In autumn " ROPE "\n\n"
	       "3 - In the next winter " ROPE "\n\n"
	       "4 - At the end of the year " ROPE "\n\n",
	       SOURCE_MARKDOWN, "en",
	       "para 0: 1 - In a hard winter " ROPE "\n"
	       "para 0: 2 - In summer " ROPE "\n"
	       "item 1: 1 - In the first week " ROPE "\n"
	       "item 1: 2 - In the second week " ROPE "\n"
	       "item 1: 3 - In the third week " ROPE "\n"
	       "item 1: 4 - In the last week " ROPE "\n"
	       "para 0: 3 - In autumn " ROPE "\n"
	       "para 0: 3 - In the next winter " ROPE "\n"
	       "para 0: 4 - At the end of the year " ROPE "\n");
}

/* The form says that they are headings: what they begin with is their number, in whatever order. */
static void
numbers_of_headings_out_of_order(void **state)
{
	(void)state;
	expect("## 1 - Ropes\n\n" ASK "\n## 2 - Bells\n\n" ASK "\n## 7 - Ladders\n\n" ASK "\n## 2 - Lamps\n\n" ASK,
	       SOURCE_MARKDOWN, "en",
	       "heading 1: 1 - Ropes\np 0: " ASK "heading 1: 2 - Bells\np 0: " ASK "heading 1: 7 - Ladders\np 0: " ASK
	       "heading 1: 2 - Lamps\np 0: " ASK);
}

/* A word and a number over a title, in the numbering of another paper; a small letter is in mid sentence. */
static void
sections_of_a_longer_paper(void **state)
{
	(void)state;
	expect("Part VI\n\nBells and ropes\n\nSection 24\n\nBells\n\nProgramme 20\n\nRopes\n\n" ASK
	       "\nThe council gave them what is asked for in\nsection 24\n",
	       SOURCE_MARKDOWN, "en",
	       "heading 1: Part VI | Bells and ropes\nheading 2: Section 24 | Bells\nheading 3: Programme 20 | Ropes\np 0: "
	       ASK
	       "p 0: The council gave them what is asked for in | section 24\n");
}

/* What is set at the end of the measure says who adopted or when: it heads nothing. */
static void
lines_at_the_end(void **state)
{
	(void)state;
	expect("A/98/12\n\n"
	       "      Ropes of the harbours\n\n"
	       "      1.   The keepers of the old harbour wrote to the council about the ropes and the ladders\n"
	       "      which had been lost for a year in the northern towers of the coast, and asked for more.\n\n"
	       "                                                          Adopted under item 5 of the list\n\n"
	       "      Ladders of the towers\n\n"
	       "      2.   The keepers said at their meeting that there were in all but thirty ladders, and they\n"
	       "      gave a list of them to the council, which took note of it in the spring of that same year.\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "field 0: A/98/12\nplain-heading 1: Ropes of the harbours\n"
	       "para 0: 1.   The keepers of the old harbour wrote to the council about the ropes and the ladders | which "
	       "had been lost for a year in the northern towers of the coast, and asked for more.\n"
	       "p 0: Adopted under item 5 of the list\nplain-heading 1: Ladders of the towers\n"
	       "para 0: 2.   The keepers said at their meeting that there were in all but thirty ladders, and they | gave "
	       "a list of them to the council, which took note of it in the spring of that same year.\n");
}

/* The head of a record of a meeting: its kind is the title also where that is "meeting" alone. */
static void
head_of_a_record(void **state)
{
	(void)state;
	expect("Nations Unies  S/PV.98\nConseil de sécurité\n31-01234 (F)\nDistr. générale\n\n98e séance\n\n"
	       "Jeudi 11 décembre 2031, à 10 heures\n\n"
	       "La séance est ouverte à 10 h 5.\n",
	       SOURCE_PAGE_SINGLE, "fr",
	       "field 0: Nations Unies  S/PV.98\nfield 0: Conseil de sécurité\nfield 0: Distr. générale\n"
	       "field 0: 98e séance\n"
	       "field 0: Jeudi 11 décembre 2031, à 10 heures\np 0: La séance est ouverte à 10 h 5.\n");
	expect("A/C.2/98/SR.4\nGeneral Assembly\nDistr.: General\n\nSummary record of the 4th meeting\n\nContents\n\n"
	       "Agenda item 19: Ropes of the harbours\nAgenda item 22: Ladders of the towers\n\n"
	       "The meeting was called to order at 10 a.m.\n\nAgenda item 19: Ropes of the harbours\n\n1. " ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/C.2/98/SR.4\nfield 0: General Assembly\nfield 0: Distr.: General\n"
	       "plain-heading 1: Summary record of the 4th meeting\n"
	       "contents 0: Contents\nentry 0: Agenda item 19: Ropes of the harbours\nentry 0: Agenda item 22: Ladders of "
	       "the towers\n"
	       "p 0: The meeting was called to order at 10 a.m.\nplain-heading 1: Agenda item 19: Ropes of the harbours\n"
	       "para 0: 1. " ASK);
}

/* In double spacing nothing but its missing stop tells the heading of an item of the agenda from what is said. */
static void
headings_of_a_record(void **state)
{
	(void)state;
	expect("S/PV.98 \n\n安全理事会 \n\n上午10时05分宣布开会。 \n\n通过议程 \n\n议程通过。 \n\n内河航运的安全 \n\n"
	       "主席：我邀请平湖国代表参加本次会议。 \n\n",
	       SOURCE_PAGE_DOUBLE, "zh",
	       "field 0: S/PV.98\nfield 0: 安全理事会\np 0: 上午10时05分宣布开会。\nplain-heading 1: 通过议程\n"
	       "p 0: 议程通过。\n"
	       "plain-heading 1: 内河航运的安全\nspeech 0: 主席：我邀请平湖国代表参加本次会议。\n");
}

/* What alone stands between an agenda item and "Report of ..." is the title of the paper. */
static void
title_under_an_agenda_item(void **state)
{
	(void)state;
	expect("A/98/12\nGeneral Assembly\nDistr.: General\nAgenda item 5\n\nRopes of the harbours\n\n"
	       "Report of the Secretary-General\n\n1. " ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nfield 0: General Assembly\nfield 0: Distr.: General\nfield 0: Agenda item 5\n"
	       "plain-heading 1: Ropes of the harbours\nplain-heading 1: Report of the Secretary-General\npara 0: 1. " ASK);
}

/* A corrigendum: its places head what is to be changed there, which is text, "year" or "table" in it or not. */
static void
corrigenda(void **state)
{
	(void)state;
	expect("A/98/12/Corr.1\nGeneral Assembly\nDistr.: General\n\nRopes of the harbours\n\nCorrigendum\n\n"
	       "Paragraph 4, third sentence\n\n"
	       "For 14 metres a year read 9 metres a year\n\nAnnex II, paragraph 3\n\nThe first sentence should read\n\n"
	       ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12/Corr.1\nfield 0: General Assembly\nfield 0: Distr.: General\nplain-heading 1: Ropes of "
	       "the harbours\n"
	       "plain-heading 1: Corrigendum\nplain-heading 1: Paragraph 4, third sentence\np 0: For 14 metres a year read "
	       "9 metres a year\n"
	       "plain-heading 1: Annex II, paragraph 3\np 0: The first sentence should read\np 0: " ASK);
	expect("A/98/12/Corr.1\n大会\nDistr.: General\n\n港口的绳索\n\n更正\n\n第14段\n\n“九米”应改为“十米”\n\n"
	       "附件二，第3段\n\n删除最后一句。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/98/12/Corr.1\nfield 0: 大会\nfield 0: Distr.: General\nplain-heading 1: 港口的绳索\n"
	       "plain-heading 1: 更正\n"
	       "plain-heading 1: 第14段\np 0: “九米”应改为“十米”\nplain-heading 1: 附件二，第3段\np 0: 删除最后一句。\n");
	expect("A/98/12/Corr.1\nГенеральная Ассамблея\nDistr.: General\n\nКанаты гаваней\n\nИсправление\n\nПункт 14\n\n"
	       "Вместо 9 метров читать 10 метров\n\n"
	       "Приложение II, пункт 3\n\nИсключить последнее предложение.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/98/12/Corr.1\nfield 0: Генеральная Ассамблея\nfield 0: Distr.: General\n"
	       "plain-heading 1: Канаты гаваней\n"
	       "plain-heading 1: Исправление\nplain-heading 1: Пункт 14\np 0: Вместо 9 метров читать 10 метров\n"
	       "plain-heading 1: Приложение II, пункт 3\np 0: Исключить последнее предложение.\n");
	expect("A/98/12/Corr.1\nGeneral Assembly\nDistr.: General\n\nRopes of the harbours\n\nCorrigendum\n\n1.\n\n"
	       "Paragraph 44\n\n"
	       "The paragraph should read\n" ASK "\n2.\n\nParagraph 46\n\nFor the existing text substitute\n" ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12/Corr.1\nfield 0: General Assembly\nfield 0: Distr.: General\nplain-heading 1: Ropes of "
	       "the harbours\n"
	       "plain-heading 1: Corrigendum\nheading 2: 1. | Paragraph 44\np 0: The paragraph should read\np 0: " ASK
	       "heading 2: 2. | Paragraph 46\np 0: For the existing text substitute\np 0: " ASK);
}

/* The extraction prints a sign over its text; a dash over a figure is none. */
static void
signs_over_their_text(void **state)
{
	(void)state;
	expect("A/98/12\n\n1. The keepers ask for:\n\n\u2022\n\nRopes that are kept dry in winter, including:\n\n\u2013\n\n"
	       "Those of the old harbour;\n\n\u2013\n\nladders;\n\n\u2022\n\nA share in the tolls.\n\n2. " ASK,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\npara 0: 1. The keepers ask for:\nbullet 1: \u2022 | Ropes that are kept dry in winter, "
	       "including:\n"
	       "bullet 2: \u2013 | Those of the old harbour;\nbullet 2: \u2013 | ladders;\nbullet 1: \u2022 | A share in "
	       "the tolls.\n"
	       "para 0: 2. " ASK);
}

#define AGENDA_TEXT_RU \
	"Смотритель избирается каждый год весной, когда лодки выходят\nиз гавани, и служит до первых зимних бурь, после " \
	"которых\n" \
	"собрание благодарит его.\n"
#define AGENDA_READ_RU \
	"Смотритель избирается каждый год весной, когда лодки выходят | из гавани, и служит до первых зимних бурь, после " \
	"которых | " \
	"собрание благодарит его.\n"

/* An agenda is a list, and what says the same over text is a heading, though page text sets numbers apart. */
static void
agenda_and_its_headings(void **state)
{
	(void)state;
	expect("Повестка дня\n1.\n\nОткрытие собрания\n\n2.\n\nВыборы смотрителя\n\n3.\n\nКанаты и лестницы в башнях\n\n"
	       "4.\n\nКолокола гавани и звонари\n\n5.\n\nЗакрытие собрания\n\nПояснения\n2.\n\nВыборы смотрителя\n"
	       AGENDA_TEXT_RU
	       "\n3.\n\nКанаты и лестницы в башнях\n" AGENDA_TEXT_RU "4.\nКолокола гавани и звонари\n" AGENDA_TEXT_RU,
	       SOURCE_PAGE_SINGLE, "ru",
	       "plain-heading 1: Повестка дня\nitem 1: 1. | Открытие собрания\nitem 1: 2. | Выборы смотрителя\n"
	       "item 1: 3. | Канаты и лестницы в башнях\nitem 1: 4. | Колокола гавани и звонари\n"
	       "item 1: 5. | Закрытие собрания\n"
	       "plain-heading 1: Пояснения\nheading 2: 2. | Выборы смотрителя\np 0: " AGENDA_READ_RU
	       "heading 2: 3. | Канаты и лестницы в башнях\np 0: " AGENDA_READ_RU
	       "heading 2: 4. | Колокола гавани и звонари\np 0: " AGENDA_READ_RU);
	expect("临时议程\n1.\n\n会议开幕。\n\n2.\n\n选举看守人。\n\n3.\n\n塔楼的绳索和梯子。\n\n4.\n\n港口的钟声。\n\n5.\n"
	       "\n会议闭幕。\n\n说明\n2.\n\n选举看守人\n"
	       "看守人每年春天由会议选出，任期到第一场冬季风暴来临为止，届时会议\n向他表示感谢，并请他留下钥匙和账簿，"
	       "以备来年使用。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "plain-heading 1: 临时议程\nitem 1: 1. | 会议开幕。\nitem 1: 2. | 选举看守人。\n"
	       "item 1: 3. | 塔楼的绳索和梯子。\n"
	       "item 1: 4. | 港口的钟声。\nitem 1: 5. | 会议闭幕。\nplain-heading 1: 说明\nheading 2: 2. | 选举看守人\n"
	       "p 0: 看守人每年春天由会议选出，任期到第一场冬季风暴来临为止，届时会议 | 向他表示感谢，"
	       "并请他留下钥匙和账簿，以备来年使用。\n");
}

#define JOINED_LINE \
	"Смотрители старой гавани написали совету о канатах и лестницах, которых не было целый год в северных башнях по" \
	"бережья, и попросили новых до зимних бурь, чтобы бумаги собрания и гавани\n"

/* Where hyphens of line ends were taken away with the line ends, long lines go on like the others. */
static void
lines_run_together(void **state)
{
	(void)state;
	expect("1.\n" JOINED_LINE "Амбера не были потеряны.\n2.\n" JOINED_LINE "Амбера не пропали. Лодки выходят в море "
	    "каждое утро, и смотрители каждый\n"
	       "раз звонят в колокол.\n3.\n" JOINED_LINE "Амбера не пропали. Смотрители ведут книгу о канатах и лестницах "
	       "для\n"
	       "Совета гавани.\n4.\n" JOINED_LINE "Амбера не исчезли. Смотрители берегут книгу о канатах и лестницах для\n"
	       "гавани.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "para 0: 1. | " "Смотрители старой гавани написали совету о канатах и лестницах, которых не было целый год "
	       "в северных башнях по"
	       "бережья, и попросили новых до зимних бурь, чтобы бумаги собрания и гавани | Амбера не были потеряны.\n"
	       "para 0: 2. | " "Смотрители старой гавани написали совету о канатах и лестницах, которых не было целый год "
	       "в северных башнях по"
	       "бережья, и попросили новых до зимних бурь, чтобы бумаги собрания и гавани | Амбера не пропали. Лодки "
	       "выходят в море каждое утро, и смотрители каждый | раз звонят в колокол.\n"
	       "para 0: 3. | " "Смотрители старой гавани написали совету о канатах и лестницах, которых не было целый год "
	       "в северных башнях по"
	       "бережья, и попросили новых до зимних бурь, чтобы бумаги собрания и гавани | Амбера не пропали. Смотрители "
	       "ведут книгу о канатах и лестницах для | Совета гавани.\n"
	       "para 0: 4. | " "Смотрители старой гавани написали совету о канатах и лестницах, которых не было целый год "
	       "в северных башнях по"
	       "бережья, и попросили новых до зимних бурь, чтобы бумаги собрания и гавани | Амбера не исчезли. Смотрители "
	       "берегут книгу о канатах и лестницах для | гавани.\n");
}

/* The extraction lost the blanks, the first lines reach less far: one stands behind a full line that ends in a stop. */
static void
indents_that_were_lost(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\n"
	       "The keepers of the old harbour lay in the cellar for a year and had been waiting\n"
	       "for better weather. Our council were mended before the winter storms came in. A\n"
	       "letter from the island told the council what had been lost and rang for a whole night\n"
	       "over the sea.\n"
	       "A letter from the island heard of it from the people of the coast and rang for a\n"
	       "whole night over the sea. Each bell wrote about the lights that went out. Three ladders\n"
	       "told the council what had been lost and wrote about the lights that went out.\n"
	       "Younger sailors asked for paint and lamps in the spring. Younger sailors were\n"
	       "mended before the winter storms came in.\n"
	       "Nobody in the towers asked for paint and lamps in the spring and heard of it\n"
	       "from the people of the coast. A letter from the island asked for paint and lamps in the\n"
	       "spring. Our council wrote about the lights that went out, as everybody says. The\n"
	       "mayor of Amber were mended before the winter storms came in and wrote about the\n"
	       "lights that went out.\n"
	       "The towns of the northern coast lay in the cellar for a year and were mended\n"
	       "before the winter storms came in. Old ropes were mended before the winter storms\n"
	       "came in and asked for paint and lamps in the spring.\n"
	       "The mayor of Amber rang for a whole night over the sea and heard of it from\n"
	       "the people of the coast. Nobody in the towers rang for a whole night over the sea and\n"
	       "wrote about the lights that went out.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: I. Towns\n"
	       "p 0: The keepers of the old harbour lay in the cellar for a year and had been waiting | for "
	       "better weather. Our council were mended before the winter storms came in. A | letter from the "
	       "island told the council what had been lost and rang for a whole night | over the sea.\n"
	       "p 0: A letter from the island heard of it from the people of the coast and rang for a | whole "
	       "night over the sea. Each bell wrote about the lights that went out. Three ladders | told the "
	       "council what had been lost and wrote about the lights that went out.\n"
	       "p 0: Younger sailors asked for paint and lamps in the spring. Younger sailors were | mended "
	       "before the winter storms came in.\n"
	       "p 0: Nobody in the towers asked for paint and lamps in the spring and heard of it | from the "
	       "people of the coast. A letter from the island asked for paint and lamps in the | spring. Our "
	       "council wrote about the lights that went out, as everybody says. The | mayor of Amber were "
	       "mended before the winter storms came in and wrote about the | lights that went out.\n"
	       "p 0: The towns of the northern coast lay in the cellar for a year and were mended | before the "
	       "winter storms came in. Old ropes were mended before the winter storms | came in and asked for "
	       "paint and lamps in the spring.\n"
	       "p 0: The mayor of Amber rang for a whole night over the sea and heard of it from | the people "
	       "of the coast. Nobody in the towers rang for a whole night over the sea and | wrote about the "
	       "lights that went out.\n");
}

/* Line after line ends though the next word would have fitted on another of them. */
static void
entries_without_signs(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them. The bodies that answered are given below.\n"
	       "Council of the Northern Coast and of the Islands\n"
	       "Guild of Ladder Makers\n"
	       "League of Rope Makers, Painters and Bell Founders of the Old Harbour\n"
	       "Union of Young Sailors\n"
	       "Association of Friends of the Harbour\n"
	       "Bell Founders of the Islands before the Coast and of the Towns on the River\n"
	       "Club of Watchmen\n"
	       "Society for the Lights of the Coast\n"
	       "2. The council took note of the list of the bodies, which will be kept with the letters of\n"
	       "the keepers for a year.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring "
	       "and | asked them about ropes, ladders, paint and bells, and what they would do for the keepers "
	       "in | the coming year, since nobody had told them. The bodies that answered are given below.\n"
	       "p 0: Council of the Northern Coast and of the Islands\n"
	       "p 0: Guild of Ladder Makers\n"
	       "p 0: League of Rope Makers, Painters and Bell Founders of the Old Harbour\n"
	       "p 0: Union of Young Sailors\n"
	       "p 0: Association of Friends of the Harbour\n"
	       "p 0: Bell Founders of the Islands before the Coast and of the Towns on the River\n"
	       "p 0: Club of Watchmen\n"
	       "p 0: Society for the Lights of the Coast\n"
	       "para 0: 2. The council took note of the list of the bodies, which will be kept with the letters "
	       "of | the keepers for a year.\n");
}

/* A line that is level with the text, without a stop, over one that is set in or numbered is a heading. */
static void
headings_over_first_lines(void **state)
{
	(void)state;
	expect("     1.    The keepers met in the old harbour and agreed that every bell be rung in the\n"
	       "     year 2098, at the least. The council heard of it from the mayors of Amber, who had\n"
	       "     been told by letter.\n"
	       "\n"
	       "     Plans of the council for the bells of the towers that stand on the islands of the\n"
	       "     northern coast\n"
	       "          The towns were glad of the news, which they had been waiting for, and of all the\n"
	       "     bells.\n"
	       "\n"
	       "     Step 1: Mending of the ropes and of the ladders in all the towers of the northern\n"
	       "     coast\n"
	       "          Ropes were bought at once, and ladders, and the towers were painted by the young\n"
	       "     of the towns, who had asked for it.\n"
	       "\n"
	       "     Decision 2098/1\n"
	       "     Letters to the councils of the southern towns\n"
	       "          The keepers:\n"
	       "          Asked the council to write to the southern towns before the storms came in from\n"
	       "     the sea.\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "para 0: 1.    The keepers met in the old harbour and agreed that every bell be rung in the "
	       "| year 2098, at the least. The council heard of it from the mayors of Amber, who had | been "
	       "told by letter.\n"
	       "plain-heading 1: Plans of the council for the bells of the towers that stand on the islands "
	       "of the | northern coast\n"
	       "p 0: The towns were glad of the news, which they had been waiting for, and of all the | "
	       "bells.\n"
	       "plain-heading 1: Step 1: Mending of the ropes and of the ladders in all the towers of the "
	       "northern | coast\n"
	       "p 0: Ropes were bought at once, and ladders, and the towers were painted by the young | of "
	       "the towns, who had asked for it.\n"
	       "plain-heading 1: Decision 2098/1\n"
	       "plain-heading 1: Letters to the councils of the southern towns\n"
	       "p 0: The keepers:\n"
	       "p 0: Asked the council to write to the southern towns before the storms came in from | the "
	       "sea.\n");
}

/* The same where what is under them begins at the margin or has a number. */
static void
headings_over_lines_at_the_margin(void **state)
{
	(void)state;
	expect("     1.    The keepers met in the old harbour and agreed that every bell be rung in the\n"
	       "     year 2098, at the least. The council heard of it from the mayors of Amber, who had\n"
	       "     been told by letter.\n"
	       "\n"
	       "     Step 2: Painting of the towers on the islands of the coast, of the inner and outer-\n"
	       "     most ones\n"
	       "          Towers were painted by the young of the towns, who had asked for it, and by all of\n"
	       "     the keepers.\n"
	       "\n"
	       "     Step 3: Ringing of the bells of the towers at noon\n"
	       "     Bells were rung by the keepers, in all of the towers and in every weather, for them,\n"
	       "     so that nobody would be afraid at night when they were heard.\n"
	       "\n"
	       "     Letters of the mayors of the coast\n"
	       "\n"
	       "     What the councils of the southern towns have in mind for the bells of the northern\n"
	       "     towers\n"
	       "     2.    Ropes were bought at once, and ladders, and the towers were painted by the young\n"
	       "     of the towns, who had asked for it.\n",
	       SOURCE_PAGE_LAYOUT, "en",
	       "para 0: 1.    The keepers met in the old harbour and agreed that every bell be rung in the "
	       "| year 2098, at the least. The council heard of it from the mayors of Amber, who had | been "
	       "told by letter.\n"
	       "plain-heading 1: Step 2: Painting of the towers on the islands of the coast, of the inner "
	       "and outer- | most ones\n"
	       "p 0: Towers were painted by the young of the towns, who had asked for it, and by all of | "
	       "the keepers.\n"
	       "plain-heading 1: Step 3: Ringing of the bells of the towers at noon\n"
	       "p 0: Bells were rung by the keepers, in all of the towers and in every weather, for them, | "
	       "so that nobody would be afraid at night when they were heard.\n"
	       "plain-heading 1: Letters of the mayors of the coast\n"
	       "plain-heading 2: What the councils of the southern towns have in mind for the bells of the "
	       "northern | towers\n"
	       "para 0: 2.    Ropes were bought at once, and ladders, and the towers were painted by the "
	       "young | of the towns, who had asked for it.\n");
}

/* A number of the margin stands too early: over the text before its heading, or over the title of its chapter. */
static void
numbers_before_their_place(void **state)
{
	(void)state;
	expect("A/98/12\n\nChapter I\n\nA.\n\nMatters that the council should know of or decide upon\n"
	       "Papers for the keepers of the northern ladders\n1.\n"
	       "The keepers of the old harbour wrote to the council about the ropes and the\n"
	       "ladders, which had been lost for a year in the northern towers of the coast, and\n"
	       "asked for new ones. Papers were lost too, and other papers for the council.\n"
	       "2.\n\nB.\n\nThe council took note of the letter on ropes in the spring of the same year.\n\n"
	       "Towers of the coast\n3.\n"
	       "The towers were painted by the young keepers of the town, who had papers for it\n"
	       "and towers enough, so that the council was glad of it and said so in the autumn.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\n"
	       "heading 1: Chapter I | Matters that the council should know of or decide upon\n"
	       "heading 2: A. | Papers for the keepers of the northern ladders\n"
	       "para 0: 1. | The keepers of the old harbour wrote to the council about the ropes and the | ladders, which "
	       "had "
	       "been lost for a year in the northern towers of the coast, and | asked for new ones. Papers were lost too, "
	       "and other papers for the council.\n"
	       "para 0: 2. | The council took note of the letter on ropes in the spring of the same year.\n"
	       "heading 2: B. | Towers of the coast\n"
	       "para 0: 3. | The towers were painted by the young keepers of the town, who had papers for it | and towers "
	       "enough, so that the council was glad of it and said so in the autumn.\n");
}

/* What will be a paragraph stands in brackets, under its number or alone; so does no heading. */
static void
paragraphs_to_come(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\nI. Ropes\n\n[To be completed]\n\nII. Panels\n\n1. The keepers met in the spring and "
	                "spoke about the ropes of the harbours and of the islands\nthat lie before the coast.\n\n"
	                "Bells of the north\n\n2. [To be completed]\n\nLights of the south\n\n3.\n\n[To be completed]\n\n"
	                "Ladders of the east\n\n4. [To be completed]\n",
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Ropes\n1: II. Panels\n2: Bells of the north\n2: Lights of the south\n2: Ladders of the east\n");
}

#define WROTE "The keepers of the old harbour wrote to the council about the ropes and the\n" \
              "ladders, which had been lost for a year in the northern towers of the coast.\n"

/* The next number of the headings, alone at the head of a page, ends the text before it though that fills its line. */
static void
number_alone_behind_a_full_line(void **state)
{
	(void)state;
	expect_headings("A/98/36\n\nI.\n\nWork\n\n1.\n\nSupport for the work of human keepers\n11. " WROTE "12. " WROTE
	                "13. The keepers of the old harbour wrote to the council about the ropes, and the\n"
	                "ladders that were lost for years in the northern towers of the Coast and of Amberland.\n"
	                "\n6/20\n\n98-12333\n\n\fA/98/36\n\n2.\n\nHarbour funds\n14. " WROTE "15. " WROTE,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. | Work\n2: 1. | Support for the work of human keepers\n2: 2. | Harbour funds\n");
}

/* Below the title of a draft decision a full line begins anew, with a word that is no name: a sentence. */
static void
title_over_a_sentence(void **state)
{
	(void)state;
	expect_headings("E/98/L.21\n\nUnited Nations\n\nEconomic and Social Council\n\nDistr.: Limited\n22 July 2098\n\n"
	                "Agenda item 13 (f)\nCoordination, programme and other questions: bells\nof the islands\n"
	                "Draft decision submitted by the Vice-President of the Council, Amber Reed\n(Northland)\n\n"
	                "Bells of the islands\n"
	                "The Economic and Social Council, recalling its decision 2097/344 of 23 July\n"
	                "2097 and previous related decisions of the Council, requests the keepers of the\n"
	                "bells to submit to the Council at its 2099 session a report on the bells of the\nislands.\n",
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Draft decision submitted by the Vice-President of the Council, Amber Reed | (Northland)\n"
	                "1: Bells of the islands\n");
}

/* The title of a draft decision, over lines, stands under those who submit it; its text names the organ or does not. */
static void
title_of_a_draft(void **state)
{
	(void)state;
	expect_headings("E/98/L.4\n\nUnited Nations\n\nEconomic and Social Council\n\nDistr.: Limited\n22 July 2098\n\n"
	                "2098 session\nAgenda item 2\nAdoption of the agenda\n"
	                "Draft decision submitted by the Vice-President of the Council,\nAmber Reed (Northland)\n\n"
	                "Theme of the segment on harbour bells of the 2098 session of\nthe Economic and Social Council\n"
	                "The Economic and Social Council decides:\n"
	                "(a) That the theme of the segment of its 2098 session on bells will be the calling of\n"
	                "the keepers in the fog of the morning;\n(b) That the keepers will meet.\n",
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Draft decision submitted by the Vice-President of the Council, | Amber Reed (Northland)\n"
	                "1: Theme of the segment on harbour bells of the 2098 session of | the Economic and Social Council\n");
	expect_headings("E/98/L.5\n\nUnited Nations\n\nEconomic and Social Council\n\nDistr.: Limited\n22 July 2098\n\n"
	                "2098 session\nAgenda item 7\nOperational activities of the keepers of\nharbour bells\n"
	                "Northland:* draft decision\nReports that were submitted to the Council at its 2098 segment on the "
	                "bells\nof the harbours\n"
	                "With regard to the reports of the keepers, the Economic and Social Council decides that\n"
	                "all of them are to be read aloud before the evening of the last day of the session.\n",
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Northland:* draft decision\n"
	                "1: Reports that were submitted to the Council at its 2098 segment on the bells | of the harbours\n");
	expect_headings("E/98/L.6\n\nNations Unies\n\nConseil économique et social\n\nDistr. limitée\n22 juillet 2098\n\n"
	                "Session de 2098\nPoint 2 de l’ordre du jour\nAdoption de l’ordre du jour\n"
	                "Projet de décision déposé par le Vice-Président du Conseil,\nAmbre Roseau (Terre du Nord)\n\n"
	                "Thème du débat sur les cloches des ports à la session de 2098 du\nConseil économique et social\n"
	                "Le Conseil économique et social décide que le thème du débat sur les cloches sera\n"
	                "l’appel des gardiens dans le brouillard du matin.\n",
	                SOURCE_PAGE_SINGLE, "fr",
	                "1: Projet de décision déposé par le Vice-Président du Conseil, | Ambre Roseau (Terre du Nord)\n"
	                "1: Thème du débat sur les cloches des ports à la session de 2098 du | Conseil économique et social\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(corrigenda), cmocka_unit_test(head_of_a_record), cmocka_unit_test(headings_of_a_record),
		cmocka_unit_test(title_under_an_agenda_item),
		cmocka_unit_test(lines_at_the_end), cmocka_unit_test(signs_over_their_text),
		cmocka_unit_test(tab_behind_a_lone_number), cmocka_unit_test(headings_that_recur),
		cmocka_unit_test(margins_of_a_layout), cmocka_unit_test(headings_over_first_lines),
		cmocka_unit_test(headings_over_lines_at_the_margin),
		cmocka_unit_test(hanging_paragraphs),
		cmocka_unit_test(dashes_with_capitals), cmocka_unit_test(source_under_a_title),
		cmocka_unit_test(semicolon_on_a_full_line), cmocka_unit_test(numbers_over_unnumbered_headings),
		cmocka_unit_test(numbers_under_an_unnumbered_heading),
		cmocka_unit_test(annex_inside_the_text), cmocka_unit_test(headings_of_a_series),
		cmocka_unit_test(sections_of_a_longer_paper), cmocka_unit_test(list_among_numbered_paragraphs),
		cmocka_unit_test(numbers_of_headings_out_of_order),
		cmocka_unit_test(agenda_and_its_headings), cmocka_unit_test(lines_run_together),
		cmocka_unit_test(indents_that_were_lost), cmocka_unit_test(entries_without_signs),
		cmocka_unit_test(numbers_before_their_place), cmocka_unit_test(paragraphs_to_come),
		cmocka_unit_test(number_alone_behind_a_full_line), cmocka_unit_test(title_over_a_sentence),
		cmocka_unit_test(title_of_a_draft),
	};

	return cmocka_run_group_tests_name("where blocks begin", tests, NULL, NULL);
}
