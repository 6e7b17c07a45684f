/* SPDX-License-Identifier: MIT */
/* test_masthead_order.c - fields and titles in the orders that papers print them in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/fixture.h"
#include "unit/head.h"

static void
topic_below_the_second_organ(void **state)
{
	static const struct { enum source_form form; const char *gap; } cases[] = {
	    {SOURCE_PAGE_SINGLE, "\n"}, {SOURCE_MARKDOWN, "\n\n"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *g = cases[i].gap;
		assert_string_equal(head_of(*state, "en", cases[i].form, arena_printf(((struct fixture *)*state)->a,
		    "United Nations%sA/97/214-S/2097/88\n\nGeneral Assembly%sSecurity Council\n\nDistr.: General%s"
		    "12 May 2097\n\nGeneral Assembly%sNinety-seventh session%sAgenda item 24 (b)\n\nSecurity Council%s"
		    "One hundred and fifty-second year\n\nSustainable waters: ponds\n\nUpkeep of village ponds\n\n"
		    "Report of the Secretary-General\n\nI. Introduction\n\n1. The pond keepers met in March.\n",
		    g, g, g, g, g, g)),
		    "organization:United Nations|symbol:A/97/214-S/2097/88|organ:General Assembly|organ:Security Council|"
		    "distribution:Distr.: General|date:12 May 2097|organ:General Assembly|session:Ninety-seventh session|"
		    "agendaItem:Agenda item 24 (b)|organ:Security Council|session:One hundred and fifty-second year|"
		    "agendaTitle:Sustainable waters: ponds|title:Upkeep of village ponds|"
		    "kindLine:Report of the Secretary-General");
	}
}

/* A tool that reads the first page by its frames takes the masthead last: it goes first, and that is accounted for. */
static void
masthead_behind_the_first_page(void **state)
{
	static const char *const behind[] = {
	    "A/97/PDC/214\n2 GE.97-01234\n\n1. The pond keepers met in March.\n", "", /* there is one page alone */
	};
	static const char head[] = "organization:United Nations|symbol:A/97/PDC/214|organ:General Assembly|"
	    "distribution:Distr.: General|date:12 May 2097|original:Original: English|bodyName:Ponds Committee|"
	    "session:Ninety-seventh session|agendaItem:Agenda item 24|";
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		const char *text = arena_printf(f->a, "GE.97-01234 (E)\n\nPonds Committee\nNinety-seventh session\n"
		    "Agenda item 24\n\n  Upkeep of village ponds\n\n  Report of the Secretary-General\n\nSummary\n\n"
		    "The report says what the keepers of the ponds did.\n\n\nUnited Nations A/97/PDC/214\n\n"
		    "General Assembly Distr.: General\n\n12 May 2097\n\nOriginal: English\n\n%s", behind[i]);
		assert_memory_equal(head_of(f, "en", SOURCE_PAGE_SINGLE, text), head, sizeof head - 1);
		struct account *account = account_new(f->a);
		const struct draft *draft = source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d);
		const struct recognise_options how = {.lang = "en"};
		assert_true(account_close(account, recognise(f->a, draft, &how, account, f->d), f->d));
	}
	/* under a masthead another one is that of a paper that is sent with it */
	assert_string_equal(head_of(f, "en", SOURCE_PAGE_SINGLE,
	    "A/97/3\n\nDistr.: General\nNinety-seventh session\n\nA title\n\n1. Bells ring.\n\n"
	    "United Nations A/97/PDC/214\n\nGeneral Assembly Distr.: General\n\n12 May 2097\n"),
	    "symbol:A/97/3|distribution:Distr.: General|session:Ninety-seventh session|title:A title");
}

/* Two organs side by side, each with its item; a name whose lines stand lower than those beside it. */
static void
items_and_names_in_columns(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_LAYOUT,
	    "          United Nations                                          A/97/214-E/2097/12\n"
	    "          General Assembly                              Distr.: General\n"
	    "          Economic and Social Council                   12 May 2097\n"
	    "                                                        ORIGINAL:      ENGLISH\n\n\n"
	    "General Assembly                                  Economic and Social Council\n"
	    "Ninety-seventh session                            2097 session\n"
	    "Item 24 (a) of the preliminary list               Geneva, 25 July 2097\n"
	    "Ponds of the villages: upkeep of the ponds of     Agenda item 7 (a)\n"
	    "the villages and of the towns and the             Reeds and the keepers of the reeds: what they\n"
	    "counting of frogs                                 know of the banks and of the ponds that the\n"
	    "                                                  Council visited\n\n\n"
	    "          Upkeep of village ponds\n"
	    "          Report of the Secretary-General\n\n\n"
	    "     1.   The pond keepers met in March.\n"),
	    "organization:United Nations|symbol:A/97/214-E/2097/12|organ:General Assembly|distribution:Distr.: General|"
	    "organ:Economic and Social Council|date:12 May 2097|original:ORIGINAL: ENGLISH|organ:General Assembly|"
	    "organ:Economic and Social Council|session:Ninety-seventh session|session:2097 session|"
	    "agendaItem:Item 24 (a) of the preliminary list|venue:Geneva, 25 July 2097|"
	    "agendaTitle:Ponds of the villages: upkeep of the ponds of the villages and of the towns and the counting of "
	    "frogs|"
	    "agendaItem:Agenda item 7 (a)|agendaTitle:Reeds and the keepers of the reeds: what they know of the banks and "
	    "of the ponds that the Council visited|title:Upkeep of village ponds|kindLine:Report of the Secretary-General");
	static const char name[] = "Executive Board of the Pond Village Programme, the Reed Fund and the Office for Frog "
	    "Counts";
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_LAYOUT,
	    "          United Nations System                                   PV/2097/12\n"
	    "                                                        Distr.: General\n"
	    "          Executive Board of the                        12 May 2097\n"
	    "          Pond Village\n\n"
	    "          Programme, the Reed                           Original: English\n\n"
	    "          Fund and the\n"
	    "          Office for Frog Counts\n\n\n\n"
	    "Ninety-seventh session\n\n\n"
	    "          Upkeep of village ponds\n\n\n"
	    "     1.   The pond keepers met in March.\n"),
	    arena_printf(((struct fixture *)*state)->a, "bodyName:United Nations System|symbol:PV/2097/12|"
	    "distribution:Distr.: General|bodyName:%s|date:12 May 2097|original:Original: English|"
	    "session:Ninety-seventh session|title:Upkeep of village ponds", name));
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "PV/2097/12* United Nations\n\n97-01234 (E)    080497\n*9701234*\n\nExecutive Board of the\nPond Village\n\n"
	    "Programme, the Reed Fund\nand the Office for Frog Counts\n\nDistr.: General\n12 May 2097\n\n"
	    "Ninety-seventh session\n\nUpkeep of village ponds\n\n1. The pond keepers met in March.\n\n"
	    "PV/2097/12\n2\n\n2. They met in June.\n\nPV/2097/12\n3\n\n3. They met in July.\n"),
	    arena_printf(((struct fixture *)*state)->a, "symbol:PV/2097/12*|organization:United Nations|bodyName:%s|"
	    "distribution:Distr.: General|date:12 May 2097|session:Ninety-seventh session|"
	    "jobNumber:97-01234 (E)    080497|title:Upkeep of village ponds", name));
}

/* Leaders lead from a name to its State on the next line; the language stands close to a job number. */
static void
presidents_and_job_numbers(void **state)
{
#define LEADERS " . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . ."
	static const struct { const char *printed, *head; } cases[] = {
	    {"President:\n\nMr. Reed " LEADERS "\n\n(Pondland)", "Mr. Reed " LEADERS " (Pondland)"},
	    {"President: Mr. Reed " LEADERS "  (Pondland)\n\nIn the absence of the President, Mr. Frog took the Chair.",
	     "Mr. Reed " LEADERS "  (Pondland)"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE, arena_printf(((struct fixture *)*state)->a,
		    "A/97/PV.4\n\nUnited Nations\n\nGeneral Assembly\n\nNinety-seventh session\n\n4th plenary meeting\n"
		    "Tuesday, 12 May 2097, 10 a.m.\nNew York\n\n%s\n\nThe meeting was called to order at 10 a.m.\n\n"
		    "The President: The pond is open.\n", cases[i].printed)),
		    arena_printf(((struct fixture *)*state)->a, "symbol:A/97/PV.4|organization:United Nations|"
		    "organ:General Assembly|session:Ninety-seventh session|title:4th plenary meeting|"
		    "date:Tuesday, 12 May 2097, 10 a.m.|venue:New York|author:President: %s", cases[i].head));
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "GE.97-01234(E)\n\n\nUnited Nations\n\nA/97/214\n\nGeneral Assembly\n\nDistr.: General\n12 May 2097\n\n"
	    "Ninety-seventh session\n\nUpkeep of village ponds\n\n1. The pond keepers met in March.\n"),
	    "organization:United Nations|symbol:A/97/214|organ:General Assembly|distribution:Distr.: General|"
	    "date:12 May 2097|session:Ninety-seventh session|jobNumber:GE.97-01234(E)|title:Upkeep of village ponds");
}

/* The initial of the organ stands apart, a capital title names a small letter, an addendum stands under its note. */
static void
small_signs_in_the_head(void **state)
{
	struct fixture *f = *state;
	struct recognise_options how = {.lang = "en"};
	const char *record = "A /97/PV.4\n\nUnited Nations\n\nGeneral Assembly\n\nNinety-seventh session\n\n"
	    "4th plenary meeting\nTuesday, 12 May 2097, 10 a.m.\nNew York\n\nThe meeting was called to order at 10 a.m.\n";
	struct draft *draft = source_read(f->a, "t", span_of(record), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, draft, &how, account_new(f->a), f->d);
	assert_string_equal(rep_get(r->root->first, "symbol"), "A/97/PV.4");
	static const char text[] = "1.   The keepers of the village ponds met in March and counted the frogs of all the "
	    "ponds of the villages,\nwhich were more than those that their fathers had counted before them, and told the "
	    "council so.\n";
	assert_string_equal(head_of(f, "en", SOURCE_PAGE_SINGLE, arena_printf(f->a,
	    "A/97/214\n\nGeneral Assembly\n\nDistr.: General\n12 May 2097\n\nNinety-seventh session\nAgenda item 24\n\n\n"
	    "INFORMATION FROM VILLAGE PONDS THAT IS SENT\nUNDER ARTICLE 73 e OF THE CHARTER OF PONDS\n\n"
	    "Report of the Secretary-General\n\n%s", text)),
	    "symbol:A/97/214|organ:General Assembly|distribution:Distr.: General|date:12 May 2097|"
	    "session:Ninety-seventh session|agendaItem:Agenda item 24|title:INFORMATION FROM VILLAGE PONDS THAT IS SENT "
	    "UNDER ARTICLE 73 e OF THE CHARTER OF PONDS|kindLine:Report of the Secretary-General");
	assert_string_equal(head_of(f, "en", SOURCE_PAGE_SINGLE, arena_printf(f->a,
	    "A/97/214/Add.1\n\nGeneral Assembly\n\nDistr.: General\n12 May 2097\n\nNinety-seventh session\n\n"
	    "Reports on village ponds for the years of\nthe great floods that their keepers sent through\n"
	    "the council\nNote by the Secretary-General\nAddendum\n\n%s", text)),
	    "symbol:A/97/214/Add.1|organ:General Assembly|distribution:Distr.: General|date:12 May 2097|"
	    "session:Ninety-seventh session|title:Reports on village ponds for the years of the great floods that their "
	    "keepers sent through the council|kindLine:Note by the Secretary-General|subtitle:Addendum");
}

/* As many lines begin titles as items are named, so a report among them is what an item is about. */
static void
report_among_the_items_of_a_letter(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/97/214\n\nGeneral Assembly\n\nDistr.: General\n12 May 2097\n\nGeneral Assembly\nNinety-seventh session\n"
	    "Agenda items 24, 31 and 40\n\nSecurity Council\nOne hundred and fifty-second year\n\nSustainable waters\n"
	    "Report of the Keeper of the Ponds, questions of reeds and\nof banks\nFrogs and their rights\n\n"
	    "Letter dated 3 May 2097 from the Permanent Representative of\nthe Pondlands to the United Nations addressed to "
	    "the Secretary-General\n"
	    "I have the honour to transmit herewith the list of the keepers of the northern ponds.\n"),
	    "symbol:A/97/214|organ:General Assembly|distribution:Distr.: General|date:12 May 2097|organ:General Assembly|"
	    "session:Ninety-seventh session|agendaItem:Agenda items 24, 31 and 40|organ:Security Council|"
	    "session:One hundred and fifty-second year|agendaTitle:Sustainable waters|"
	    "agendaTitle:Report of the Keeper of the Ponds, questions of reeds and of banks|"
	    "agendaTitle:Frogs and their rights|title:Letter dated 3 May 2097 from the Permanent Representative of the "
	    "Pondlands to the United Nations addressed to the Secretary-General");
}

/* What the form calls a heading is the title, and lines over it are of the item, each a paragraph of its own. */
static void
titles_of_an_item_over_a_heading(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_MARKDOWN,
	    "A/97/214\n\nGeneral Assembly\n\nNinety-seventh session\n\nAgenda item 24 (b)\n\nSustainable waters: ponds\n\n"
	    "Oceans and puddles\n\n# Upkeep of village ponds\n\nReport of the Secretary-General\n\n## I. Introduction\n\n"
	    "1\\. The pond keepers met in March.\n"),
	    "symbol:A/97/214|organ:General Assembly|session:Ninety-seventh session|agendaItem:Agenda item 24 (b)|"
	    "agendaTitle:Sustainable waters: ponds|agendaTitle:Oceans and puddles|title:Upkeep of village ponds|"
	    "kindLine:Report of the Secretary-General");
	/* where another part begins with the heading, the line over it is the title */
	assert_string_equal(head_of(*state, "en", SOURCE_MARKDOWN,
	    "A/97/214\n\nGeneral Assembly\n\nAgenda item 24 (b)\n\nSustainable waters: ponds\n\n"
	    "Upkeep of village ponds\n\n## Summary\n\nThe pond keepers met in March.\n\n## I. Introduction\n\n"
	    "1\\. They met.\n"),
	    "symbol:A/97/214|organ:General Assembly|agendaItem:Agenda item 24 (b)|agendaTitle:Sustainable waters: ponds|"
	    "title:Upkeep of village ponds");
}

static void
title_over_the_fields(void **state)
{
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_SINGLE,
	    "Entretien des étangs de village\n\nRapport du Secrétaire général\n\nNations Unies\nA/97/214\n\n"
	    "Assemblée générale\n\nDistr. générale\n12 mai 2097\n\nQuatre-vingt-dix-septième session\n\n"
	    "I. Introduction\n\n1. Les gardiens se sont réunis en mars.\n"),
	    "title:Entretien des étangs de village|kindLine:Rapport du Secrétaire général|organization:Nations Unies|"
	    "symbol:A/97/214|organ:Assemblée générale|distribution:Distr. générale|date:12 mai 2097|"
	    "session:Quatre-vingt-dix-septième session");
	/* what stands there without saying what the paper is may be a body */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "Keepers of the ponds\n\nA/AC.97/4\n\nDistr.: Limited\n12 May 2097\n\nThird session\n\n"
	    "Water in dry years\n\n1. The pond keepers met in March.\n"),
	    "bodyName:Keepers of the ponds|symbol:A/AC.97/4|distribution:Distr.: Limited|date:12 May 2097|"
	    "session:Third session|title:Water in dry years");
}

/* A heading of the form is the title though it says what the paper is, or the number of a note counts as an item. */
static void
topic_over_the_heading_of_the_form(void **state)
{
	assert_string_equal(head_of(*state, "ar", SOURCE_MARKDOWN,
	    "A/97/214\n\nالجمعية العامة\n\nالدورة السابعة والتسعون\n\nالبند 24 من جدول الأعمال\n\nمياه القرى\n\n"
	    "# تقرير الفريق العامل المعني بالبرك\n\n## مقدمة\n\n1 - اجتمع حراس البرك في آذار/مارس.\n"),
	    "symbol:A/97/214|organ:الجمعية العامة|session:الدورة السابعة والتسعون|agendaItem:البند 24 من جدول الأعمال|"
	    "agendaTitle:مياه القرى|title:تقرير الفريق العامل المعني بالبرك");
	assert_string_equal(head_of(*state, "zh", SOURCE_MARKDOWN,
	    "A/97/214\n\n大会\n\n第九十七届会议\n\n临时议程[^1]项目24\n\n乡村用水\n\n# 池塘的维护\n\n秘书长的报告\n\n## 一. 导言\n\n"
	    "1\\. 池塘看守人三月举行了会议。\n\n[^1]: A/97/100。\n"),
	    "symbol:A/97/214|organ:大会|session:第九十七届会议|agendaItem:临时议程A/97/100。项目24|agendaTitle:乡村用水|"
	    "title:池塘的维护|kindLine:秘书长的报告");
}

/* The name of the treaty is the last of the fields, below the organization, and the committee stands under it. */
static void
treaty_below_the_organization(void **state)
{
	assert_string_equal(head_of(*state, "ar", SOURCE_PAGE_SINGLE,
	    "CWB/C/CST/CO/4\n\nDistr.: General\n12 May 2097\nArabic\nOriginal: English\n\nالأمم المتحدة\n\n"
	    "اتفاقية حماية جميع\nأجراس الموانئ\n\nاللجنة المعنية بحماية الأجراس\n\n"
	    "الملاحظات الختامية بشأن التقرير الرابع للساحل\n\n1 - نظرت اللجنة في التقرير الرابع للساحل.\n"),
	    "symbol:CWB/C/CST/CO/4|distribution:Distr.: General|date:12 May 2097|language:Arabic|original:Original: English|"
	    "organization:الأمم المتحدة|organ:اتفاقية حماية جميع أجراس الموانئ|bodyName:اللجنة المعنية بحماية الأجراس|"
	    "title:الملاحظات الختامية بشأن التقرير الرابع للساحل");
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "CWB/C/CST/CO/4\n\nDistr.: General\n12 May 2097\nChinese\nOriginal: English\n\n联 合 国\n\n"
	    "保护港口一切\n钟铃公约\n\n保护钟铃委员会\n\n关于海岸国第四次报告的结论性意见\n\n1. 委员会审议了海岸国的第四次报告。\n"),
	    "symbol:CWB/C/CST/CO/4|distribution:Distr.: General|date:12 May 2097|language:Chinese|original:Original: English|"
	    "organization:联 合 国|organ:保护港口一切钟铃公约|bodyName:保护钟铃委员会|title:关于海岸国第四次报告的结论性意见");
}

/* Beside the other fields: where the word for a treaty comes last, the line above is of its name. */
static void
treaty_in_two_lines_beside_fields(void **state)
{
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_LAYOUT,
	    "   联 合 国                                               CWB/C/CST/CO/4\n\n"
	    "   保护港口一切                                           Distr.: General\n"
	    "   钟铃公约                                               12 May 2097\n"
	    "                                                          Chinese\n"
	    "                                                          Original: English\n\n   保护钟铃委员会\n\n"
	    "         关于海岸国第四次报告的结论性意见\n\n         1.   委员会审议了海岸国的第四次报告。\n"),
	    "organization:联 合 国|symbol:CWB/C/CST/CO/4|organ:保护港口一切钟铃公约|distribution:Distr.: General|"
	    "date:12 May 2097|language:Chinese|original:Original: English|bodyName:保护钟铃委员会|"
	    "title:关于海岸国第四次报告的结论性意见");
}

/* The series a record is of is a field; its title may go on in the day of the meeting, behind a comma. */
static void
records_of_meetings(void **state)
{
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_SINGLE,
	    "Организация Объединенных Наций\n\nA/C.2/97/SR.4\n\nГенеральная Ассамблея\nДевяносто седьмая сессия\n\n"
	    "Официальные отчеты\n\nDistr.: General\n12 May 2097\nRussian\nOriginal: English\n\nВторой комитет\n\n"
	    "Краткий отчет о 4-м заседании,\n\n"
	    "состоявшемся в Центральных учреждениях, Нью-Йорк, в понедельник, 6 мая 2097 года, в 10 ч 00 мин\n\n"
	    "Председатель: г-жа Колокольникова (Побережье)\n\nЗаседание открывается в 10 ч 05 мин.\n\n"
	    "1. Г-н Маяков (Побережье) говорит о колоколах.\n"),
	    "organization:Организация Объединенных Наций|symbol:A/C.2/97/SR.4|organ:Генеральная Ассамблея|"
	    "session:Девяносто седьмая сессия|field:Официальные отчеты|distribution:Distr.: General|date:12 May 2097|"
	    "language:Russian|original:Original: English|bodyName:Второй комитет|title:Краткий отчет о 4-м заседании,|"
	    "date:состоявшемся в Центральных учреждениях, Нью-Йорк, в понедельник, 6 мая 2097 года, в 10 ч 00 мин|"
	    "author:Председатель: г-жа Колокольникова (Побережье)");
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_SINGLE,
	    "A/C.2/97/SR.4\n\nNations Unies\n\nAssemblée générale\nQuatre-vingt-dix-septième session\n\n"
	    "Documents officiels\n\nDistr. générale\n12 mai 2097\n\nDeuxième Commission\n\n"
	    "Compte rendu analytique de la 4e séance\n\nTenue au Siège, à New York, le lundi 6 mai 2097, à 10 heures\n\n"
	    "Présidence : Mme Lacloche (Côte)\n\nLa séance est ouverte à 10 h 5.\n\n1. M. Laphare (Côte) parle des cloches.\n"),
	    "symbol:A/C.2/97/SR.4|organization:Nations Unies|organ:Assemblée générale|"
	    "session:Quatre-vingt-dix-septième session|field:Documents officiels|distribution:Distr. générale|"
	    "date:12 mai 2097|bodyName:Deuxième Commission|title:Compte rendu analytique de la 4e séance|"
	    "date:Tenue au Siège, à New York, le lundi 6 mai 2097, à 10 heures|author:Présidence : Mme Lacloche (Côte)");
}

/* A title as wide as the text, with a comma at the end of a line, over what the paper is. */
static void
title_of_full_lines(void **state)
{
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_SINGLE,
	    "A/97/214\n\nГенеральная Ассамблея\n\nDistr.: General\n12 May 2097\n\nДевяносто седьмая сессия\n\n"
	    "Сохранение колоколов, висящих в башнях гаваней малых островных государств,\n"
	    "канатов, за которые их тянут в туман,\nи книг хранителей\n\nДоклад Генерального секретаря\n\n"
	    "I. Введение\n\n1. Хранители башен сосчитали весной все колокола гаваней, которые висят на старом\n"
	    "причале, чего они не делали в прошлом году, потому что снег лежал там до конца\nмая.\n"),
	    "symbol:A/97/214|organ:Генеральная Ассамблея|distribution:Distr.: General|date:12 May 2097|"
	    "session:Девяносто седьмая сессия|title:Сохранение колоколов, висящих в башнях гаваней малых островных "
	    "государств, канатов, за которые их тянут в туман, и книг хранителей|kindLine:Доклад Генерального секретаря");
}

/* A list of contents in a narrow column leaves little text below a title that begins the paper. */
static void
titles_over_narrow_contents(void **state)
{
	static const char entry[] = "  %-77s%d\n%s\n";
	struct arena *a = ((struct fixture *)*state)->a;

	assert_string_equal(head_of(*state, "en", SOURCE_AUTO, arena_printf(a,
	    "Council of harbours\n\nReview of the reports that the towns of the coast have given in the last years under\n"
	    "article 18 of the Charter\n\nSixth and seventh reports of the towns\n\n"
	    "* This report is issued without editing.\n\nAmber*\n\nContents\n\n"
	    "  -------------- --------------------------------------------------- --------- --------\n"
	    "%83s\n\n%s%s%s%s%s%s%s%sIntroduction\n\n"
	    "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	    "asked them about ropes, ladders, paint and bells, and what they would do for the keepers.\n\n"
	    "2. The councils of the towns wrote to the keepers of the old harbours before the winter and\n"
	    "sent them ropes, ladders, paint and bells, and said what the keepers could do for them.\n", "Page",
	    arena_printf(a, entry, "Introduction", 4, ""), arena_printf(a, entry, "Features of", 5, "the report\n"),
	    arena_printf(a, entry, "Bells of the", 6, "northern\ncoast\n"),
	    arena_printf(a, entry, "Ropes and", 7, "ladders of\nthe fen\n"), arena_printf(a, entry, "Lamps", 8, ""),
	    arena_printf(a, entry, "Paint for the", 9, "towers\n"), arena_printf(a, entry, "Drums", 10, ""),
	    arena_printf(a, entry, "Boats of", 11, "the ferry\n"))),
	    "bodyName:Council of harbours|title:Review of the reports that the towns of the coast have given in the last "
	    "years under article 18 of the Charter|subtitle:Sixth and seventh reports of the towns|"
	    "subtitle:AmberThis report is issued without editing.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(masthead_behind_the_first_page, setup, teardown),
	    cmocka_unit_test_setup_teardown(items_and_names_in_columns, setup, teardown),
	    cmocka_unit_test_setup_teardown(presidents_and_job_numbers, setup, teardown),
	    cmocka_unit_test_setup_teardown(small_signs_in_the_head, setup, teardown),
	    cmocka_unit_test_setup_teardown(topic_below_the_second_organ, setup, teardown),
	    cmocka_unit_test_setup_teardown(report_among_the_items_of_a_letter, setup, teardown),
	    cmocka_unit_test_setup_teardown(titles_of_an_item_over_a_heading, setup, teardown),
	    cmocka_unit_test_setup_teardown(title_over_the_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(topic_over_the_heading_of_the_form, setup, teardown),
	    cmocka_unit_test_setup_teardown(treaty_below_the_organization, setup, teardown),
	    cmocka_unit_test_setup_teardown(treaty_in_two_lines_beside_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(records_of_meetings, setup, teardown),
	    cmocka_unit_test_setup_teardown(title_of_full_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(titles_over_narrow_contents, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
