/* SPDX-License-Identifier: MIT */
/* test_masthead.c - the values of masthead fields, in the languages they are printed in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "recognise/recognised.h"
#include "unit/fixture.h"
#include "unit/head.h"

/* The attribute of the first element of the kind in the head of a draft with this line, or "". */
static const char *
value_of(struct fixture *f, const char *lang, const char *line, enum rep_kind kind, const char *attribute)
{
	struct recognise_options how = {.lang = lang};
	const char *text = arena_printf(f->a, "A/98/L.4\n\n%s\n\n1. Bells, cloches, campanas.\n", line);
	struct draft *draft = source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, draft, &how, account_new(f->a), f->d);
	for (struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n))
		if (n->kind == kind)
			return rep_get(n, attribute);
	return "";
}

static void
distribution_in_its_language(void **state)
{
	static const struct { const char *lang, *line, *value; } cases[] = {
	    {"en", "Distr.: General", "general"}, {"en", "Distr.: Limited", "limited"},
	    {"en", "Distr.: Restricted", "restricted"}, {"fr", "Distr. limitée", "limited"},
	    {"fr", "Distr. restreinte", "restricted"}, {"fr", "Distr. générale", "general"},
	    {"es", "Distr. limitada", "limited"}, {"es", "Distr. reservada", "restricted"},
	    /* these print their mastheads in English */
	    {"ru", "Distr.: Limited", "limited"}, {"zh", "Distr.: Restricted", "restricted"},
	    {"ar", "Distr.: Limited", "limited"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(value_of(*state, cases[i].lang, cases[i].line, REP_DISTRIBUTION, "value"), cases[i].value);
}

static void
bodies_between_fields(void **state)
{
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nAssemblée générale\n\nComité des cloches de l’espace\nportuaire et fluvial\n"
	    "Sous-Comité des cordes\nTroisième session\nGenève, 4-8 mai 2043\n\nOrdre du jour\n\n"
	    "1. Ouverture de la session.\n"),
	    "symbol:A/98/L.4|organ:Assemblée générale|bodyName:Comité des cloches de l’espace portuaire et fluvial|"
	    "bodyName:Sous-Comité des cordes|session:Troisième session|venue:Genève, 4-8 mai 2043|title:Ordre du jour");
	/* what they are comes last in some names */
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nКомитет по колоколам\nКанатный подкомитет\nТретья сессия\n\nПовестка дня\n\n"
	    "1. Открытие сессии.\n"),
	    "symbol:A/98/L.4|bodyName:Комитет по колоколам|bodyName:Канатный подкомитет|session:Третья сессия|"
	    "title:Повестка дня");
	/* a name may go on in lines that begin large, like the name of an organization */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nSpecial Committee on the Bells of the\nUnited Towns and on the Ropes of the\nHarbour\n"
	    "Geneva, 4-8 May 2043\n\nA title\n\n1. Bells ring.\n"),
	    "symbol:A/98/L.4|bodyName:Special Committee on the Bells of the United Towns and on the Ropes of the Harbour|"
	    "venue:Geneva, 4-8 May 2043|title:A title");
	/* lines of one paragraph, where there are no small letters */
	assert_string_equal(head_of(*state, "ar", SOURCE_HTML,
	    "<p>A/98/L.4</p><p>اتفاقية أجراس الموانئ<br>وحبالها كلها</p><p>Distr.: General</p><p>4 May "
	    "2043</p><h1>العنوان</h1><p>1- النص.</p>"),
	    "symbol:A/98/L.4|organ:اتفاقية أجراس الموانئ وحبالها كلها|distribution:Distr.: General|date:4 May 2043|"
	    "title:العنوان");
	/* a treaty stands where an organ would */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "CBL/C/4\n\nConvention on the Ringing\nof harbour bells\n\nDistr.: General\n4 May 2043\n\nA title\n\n"
	    "1. Bells ring.\n"),
	    "symbol:CBL/C/4|organ:Convention on the Ringing of harbour bells|distribution:Distr.: General|date:4 May 2043|"
	    "title:A title");
}

/* A treaty beside the distribution, and a joint symbol however its dash is set. */
static void
fields_side_by_side(void **state)
{
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_LAYOUT,
	    "      Организация Объединенных Наций                     A/98/4\xE2\x80\x93S/2098/7\n"
	    "      Конвенция о колоколах гаваней                      Distr.: General\n"
	    "                                                         4 May 2043\n\n\n      Название\n\n"
	    "      1. Колокола звонят.\n"),
	    "organization:Организация Объединенных Наций|symbol:A/98/4\xE2\x80\x93S/2098/7|organ:Конвенция о колоколах "
	    "гаваней|"
	    "distribution:Distr.: General|date:4 May 2043|title:Название");
}

/* In its column a name goes on beside the fields of the other column, and where that has blank lines. */
static void
name_beside_fields(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_LAYOUT,
	    "        United Nations                                         CB/2043/4\n"
	    "        Executive Board of the                                 Distr.: General\n"
	    "        Harbour Bells Programme,                               4 May 2043\n\n"
	    "        the Harbour Ropes Fund\n"
	    "                                                               Original: English\n"
	    "        and the Office for\n"
	    "        Lantern Services\n"
	    "First session 2043\n"
	    "3 to 6 June 2043, New York\n\n\n"
	    "        Ropes of the bells\n\n        1.  The bells ring in the morning.\n"),
	    "organization:United Nations|symbol:CB/2043/4|bodyName:Executive Board of the Harbour Bells Programme, the "
	    "Harbour Ropes Fund and the Office for Lantern Services|distribution:Distr.: General|date:4 May 2043|"
	    "original:Original: "
	    "English|session:First session 2043|venue:3 to 6 June 2043, New York|title:Ropes of the bells");
}

/*
 * A title in capitals is one over the name of who wrote the paper, which may stand apart from its office; a
 * conference, a place with the days of the meeting and a title under its item fill lines of a narrow text.
 */
static void
titles_of_full_lines(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_LAYOUT,
	    "                 General Assembly\n                                              A/49/4\n"
	    "                                              4 May 1994\n\nForty-ninth session\nAgenda item 4\n\n\n"
	    "          BELLS THAT WARN SHIPS OF THE HARBOUR WALL\n          AND THE ROPES THAT KEEPERS PULL THEM BY\n"
	    "                 IN THE TOWERS OF THE COAST\n\n          Report of the Committee of Harbour Keepers\n\n"
	    "                 Rapporteur:     Ms. Ada Lightman (Coast)\n\n\n                      I.   INTRODUCTION\n\n"
	    "1.   The keepers of the harbours met in the spring at the old quay and counted\nall of their bells there, "
	    "which they had "
	    "not done in the year before because the\nsnow lay on the quay until the end of May and nobody could find the "
	    "bells that\n"
	    "had no towers. Now they know that one hundred and four are left in all of the\nharbours.\n"),
	    "organ:General Assembly|symbol:A/49/4|date:4 May 1994|session:Forty-ninth session|agendaItem:Agenda item 4|"
	    "title:BELLS THAT WARN SHIPS OF THE HARBOUR WALL AND THE ROPES THAT KEEPERS PULL THEM BY IN THE TOWERS OF THE "
	    "COAST|kindLine:Report of the Committee of Harbour Keepers|author:Rapporteur:     Ms. Ada Lightman (Coast)");
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/CONF.9/2043/1\n\nUnited Nations\n\nDistr.: General\n6 February 2043\nOriginal: English\n\n"
	    "2043 United Nations Conference to Support the\nBells of the Harbours and the Ropes that Keep\nthem ringing\n"
	    "Quay, Coastland, 9\xE2\x80\x93""13 June 2043\nItem 4 of the provisional agenda\nAdoption of the agenda of the "
	    "bells and of\n"
	    "what is to be said of the ropes in the harbours\n\nProvisional agenda\n\n1. Opening of the Conference.\n\n"
	    "2. Election of the keepers.\n"),
	    "symbol:A/CONF.9/2043/1|organization:United Nations|distribution:Distr.: General|date:6 February 2043|"
	    "original:Original: "
	    "English|field:2043 United Nations Conference to Support the Bells of the Harbours and the Ropes that Keep "
	    "them ringing|venue:Quay, Coastland, 9\xE2\x80\x93""13 June 2043|agendaItem:Item 4 of the provisional agenda|"
	    "agendaTitle:Adoption of the "
	    "agenda of the bells and of what is to be said of the ropes in the harbours|title:Provisional agenda");
}

/* Lines of the text that name a session or begin with a date are no fields: they run on, or are counted in brackets. */
static void
text_that_names_a_session(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nGeneral Assembly\n\nNinety-eighth session\nAgenda item 4\nBells\n\nDraft decision on the bells of "
	    "harbours\n\n"
	    "Dates and provisional agenda of the fourth session of the\nGroup of keepers of the harbours\n"
	    "The General Assembly:\n"
	    "(a) Decides that the fourth session of the Group of keepers of the bells of the\n"
	    "harbours will be held in June 2043;\n"
	    "(b) Approves the agenda that the Group set out at its third session for the\nfourth one.\n"),
	    "symbol:A/98/L.4|organ:General Assembly|session:Ninety-eighth session|agendaItem:Agenda item 4|"
	    "agendaTitle:Bells|title:Draft decision on the bells of harbours");
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nGeneral Assembly\n\nNinety-eighth session\n\nAgenda of the bells\n\n"
	    "The agenda of the fourth session of the Group was adopted by the keepers of bells\n"
	    "in the harbour at the third session, on 4 May 2043, and it has not been changed by\nanybody since then.\n\n"
	    "1. Opening.\n"),
	    "symbol:A/98/L.4|organ:General Assembly|session:Ninety-eighth session|title:Agenda of the bells");
}

/* Below the fields a committee may stand over the title; where and when a meeting was held may fill a long line. */
static void
bodies_and_meetings_below_fields(void **state)
{
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "CBL/C/4\n\nDistr.: General\n4 May 2043\n\n港口钟委员会\n\n关于九个港口的结论性意见\n\n1. 钟在雾中敲响。\n"),
	    "symbol:CBL/C/4|distribution:Distr.: General|date:4 May 2043|bodyName:港口钟委员会|"
	    "title:关于九个港口的结论性意见");
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_SINGLE,
	    "A/98/SR.4\n\nГенеральная Ассамблея\n\nДевяносто восьмая сессия\n\nКраткий отчет о 4-м заседании\n\n"
	    "состоявшемся в Центральных учреждениях, Нью-Йорк, во вторник, 3 июня 2031 года, в 10 ч 00 мин\n\n"
	    "1. Колокола звонят.\n"),
	    "symbol:A/98/SR.4|organ:Генеральная Ассамблея|session:Девяносто восьмая сессия|title:Краткий отчет о 4-м "
	    "заседании|"
	    "date:состоявшемся в Центральных учреждениях, Нью-Йорк, во вторник, 3 июня 2031 года, в 10 ч 00 мин");
}

/* As many titles as there are items, one under the other; what stands apart below them is the title of the paper. */
static void
stacked_titles_of_items(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nNinety-eighth session\nAgenda items 31 and 71\nKeeping of the ropes\nRinging of the bells\n\n"
	    "Bells and ropes in the harbours\n\nReport of the Secretary-General\n\n1. The bells rang in the fog.\n"),
	    "symbol:A/98/4|session:Ninety-eighth session|agendaItem:Agenda items 31 and 71|"
	    "agendaTitle:Keeping of the ropes|agendaTitle:Ringing of the bells|title:Bells and ropes in the harbours|"
	    "kindLine:Report of the Secretary-General");
	assert_string_equal(head_of(*state, "ar", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nالدورة الثامنة والتسعون\nالبندان 31 و 71 من جدول الأعمال\nصيانة الحبال\nقرع الأجراس\n\n"
	    "الأجراس والحبال في الموانئ\n\nتقرير الأمين العام\n\n1 - قرعت الأجراس في الضباب.\n"),
	    "symbol:A/98/4|session:الدورة الثامنة والتسعون|agendaItem:البندان 31 و 71 من جدول الأعمال|"
	    "agendaTitle:صيانة الحبال|agendaTitle:قرع الأجراس|title:الأجراس والحبال في الموانئ|kindLine:تقرير الأمين العام");
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\n大 会\n第九十八届会议\n议程项目 31 和 71\n绳索的保管\n钟的敲响\n\n港口的钟和绳索\n秘书长的报告\n\n"
	    "1. 钟在雾中敲响。\n"),
	    "symbol:A/98/4|organ:大 会|session:第九十八届会议|agendaItem:议程项目 31 和 71|agendaTitle:绳索的保管|"
	    "agendaTitle:钟的敲响|title:港口的钟和绳索|kindLine:秘书长的报告");
}

/* The number of a decision ends the title of the item over it. */
static void
number_of_a_decision(void **state)
{
	const char *head = head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "United Nations\nA/DEC/98/530\nGeneral Assembly\nSecond Committee\nNinety-eighth session\nAgenda item 20\n"
	    "Other decisions\n98/530. Groups of harbours without bells\nAt its 49th plenary meeting, on 19 December 2043, "
	    "the General Assembly took\nnote of the report of the Second Committee on the harbours of the coast.\n"
	    "49th plenary meeting\n19 December 2043\n");

	assert_non_null(strstr(head, "|agendaTitle:Other decisions|title:98/530. Groups of harbours without bells"));
}

/* Who submits a draft stands under the title of the item, over as many lines as the names take, and is none of it. */
static void
sponsors_of_drafts(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nGeneral Assembly\n\nNinety-eighth session\nAgenda item 4\nBells of the harbours and of the ropes "
	    "by which the keepers\npull them\nAmber Coast, Lantern Coast (Republic of),* Northern Quay, Old Harbour,*\n"
	    "Southern Quay and the Islands of the Lamps:* draft resolution\n\nWelfare of the keepers of bells\n"
	    "The General Assembly,\nRecalling that the bells of the harbours have rung in the fog for a hundred years,\n"
	    "1. Decides to hear the bells again.\n"),
	    "symbol:A/98/L.4|organ:General Assembly|session:Ninety-eighth session|agendaItem:Agenda item 4|"
	    "agendaTitle:Bells of the harbours and of the ropes by which the keepers pull them|title:Amber Coast, Lantern "
	    "Coast (Republic of),* Northern Quay, Old Harbour,* Southern Quay and the Islands of the Lamps:* draft "
	    "resolution");
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nAssemblée générale\n\nQuatre-vingt-dix-huitième session\nPoint 4 de l’ordre du jour\n"
	    "Cloches des ports et cordes des gardiens qui les tirent dans les\ntours\nCôte d’Ambre : projet de "
	    "décision\n\nLe Conseil décide de tenir les réunions des gardiens des cloches du 4 au 6 mai 2043\n"
	    "dans le vieux port.\n"),
	    "symbol:A/98/L.4|organ:Assemblée générale|session:Quatre-vingt-dix-huitième session|"
	    "agendaItem:Point 4 de l’ordre du jour|agendaTitle:Cloches des ports et cordes des gardiens qui les tirent dans "
	    "les tours|title:Côte d’Ambre : projet de décision");
	/* the last line of the title of the item may be as full as the others */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nGeneral Assembly\n\nNinety-eighth session\nAgenda item 4\nBells of the harbours and of the "
	    "long ropes by which\nthe keepers pull them in the fog of the old morning\nNorthland:* draft resolution\n\n"
	    "Welfare of the keepers of bells\nThe General Assembly,\nRecalling that the bells of the harbours have rung "
	    "in the fog for years,\n1. Decides to hear the bells again.\n"),
	    "symbol:A/98/L.4|organ:General Assembly|session:Ninety-eighth session|agendaItem:Agenda item 4|agendaTitle:Bells "
	    "of the harbours and of the long ropes by which the keepers pull them in the fog of the old morning|"
	    "title:Northland:* draft resolution");
}

/* A session in the second line of a title, which goes on from a small word. */
static void
session_in_a_title(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nNinety-eighth session\n\nReport of the keepers of the Group on\nHarbour Bells on its 2043 session\n"
	    "\n"
	    "1. The keepers of the harbours met in the spring at the old quay and counted all of their bells.\n"),
	    "symbol:A/98/4|session:Ninety-eighth session|title:Report of the keepers of the Group on Harbour Bells on its "
	    "2043 session");
}

/* A title over lines that each begin large: none of them had room for the next word. */
static void
title_that_wraps(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "E/98/9\n\nUnited Nations\n\nNinety-eighth session\nAgenda item 4\nElections of keepers\n\n"
	    "Election of one member of the International Council of\nHarbour Bells from among the keepers named by the\n"
	    "World Union of Towers\nNote by the Secretary-General\n"
	    "1. The keepers of the harbours met in the spring at the old quay and counted all of their bells.\n"),
	    "symbol:E/98/9|organization:United Nations|session:Ninety-eighth session|agendaItem:Agenda item 4|"
	    "agendaTitle:Elections of keepers|title:Election of one member of the International Council of Harbour Bells "
	    "from among the keepers named by the World Union of Towers|kindLine:Note by the Secretary-General");
	/* a short line is a title of its own */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "E/98/9\n\nUnited Nations\n\nCommittee on Bells\n\nPapers for the 2043 session\nNote by the Secretariat\n"
	    "The papers that the keepers of the harbours read at their session are told below, and others\nwill come.\n"),
	    "symbol:E/98/9|organization:United Nations|bodyName:Committee on Bells|title:Papers for the 2043 session|"
	    "kindLine:Note by the Secretariat");
}

#define PAGE \
	"The keepers of the old harbours wrote to the councils of three towns in the spring and\n" \
	"asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n" \
	"the coming year, since nobody had told them and the winter had been long. The answers that\n" \
	"came are given below.\n"

/* Behind a comma a title goes on, whatever its next line begins with; the text of a resolution is none. */
static void
commas_in_a_title(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nNinety-eighth session\n\nBells of the northern coast, ropes of the southern,\n"
	    "Boats of the two Isles,\n2097–2098\n\n1. " PAGE "\n2. " PAGE),
	    "symbol:A/98/4|session:Ninety-eighth session|title:Bells of the northern coast, ropes of the southern, Boats of "
	    "the two Isles, 2097–2098");
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nNinety-eighth session\n\nThe General Assembly,\nRecalling the bells,\nConcerned about ropes\n\n"
	    "1. " PAGE "\n2. " PAGE), "symbol:A/98/4|session:Ninety-eighth session");
}

/* In its second line the title of an item names a session too. */
static void
session_in_the_title_of_an_item(void **state)
{
	assert_string_equal(head_of(*state, "es", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nSexto período ordinario de sesiones\nTema 3 del programa\n"
	    "Examen de las campanas que se pidieron en las reuniones de los\nPuertos y del período extraordinario de "
	    "sesiones\n\n"
	    "Campanas del puerto\n\n1. Las campanas del puerto suenan por la mañana con la marea alta y los pescadores "
	    "salen al mar.\n"),
	    "symbol:A/98/4|session:Sexto período ordinario de sesiones|agendaItem:Tema 3 del programa|"
	    "agendaTitle:Examen de las campanas que se pidieron en las reuniones de los Puertos y del período "
	    "extraordinario de sesiones|title:Campanas del puerto");
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\n第六届常会\n议程项目3\n港口钟声会议和钟声问题特别会议各项决定的\n后续行动\n\n"
	    "港口的钟声与岸边所有的\n绳索\n\n"
	    "1. 港口的钟声每天早晨在潮水高涨的时候响起，渔民出海。\n"),
	    "symbol:A/98/4|session:第六届常会|agendaItem:议程项目3|"
	    "agendaTitle:港口钟声会议和钟声问题特别会议各项决定的后续行动|title:港口的钟声与岸边所有的绳索");
}

/* What stands between the organization and the distribution is the name of the organ, whatever its words. */
static void
organ_by_its_place(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "BELL/98/4\n\nUnited Nations\n\nBELL\n\nHarbour Union of the\nNorthern Straits\n\nDistr.: General\n4 May 2043\n"
	    "\n"
	    "Sixth session\n\nBells of the harbour\n\n1. Bells ring.\n"),
	    "symbol:BELL/98/4|organization:United Nations|bodyName:BELL|bodyName:Harbour Union of the Northern Straits|"
	    "distribution:Distr.: General|date:4 May 2043|session:Sixth session|title:Bells of the harbour");
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\n联合国\n\n关于港口钟声的一切形式\n的公约\n\nDistr.: General\n4 May 2043\n\n港口的钟声\n\n"
	    "1. 钟响了。\n"),
	    "symbol:A/98/4|organization:联合国|organ:关于港口钟声的一切形式的公约|distribution:Distr.: General|date:4 May "
	    "2043|title:港口的钟声");
	/* a title begins with the name of a body; what the paper is has a star */
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\n第六届会议\n\n钟声委员会在雾港提出的建议\n\n秘书长的报告*\n\n"
	    "1. 港口的钟声每天早晨在潮水高涨的时候响起，渔民出海。\n"),
	    "symbol:A/98/4|session:第六届会议|title:钟声委员会在雾港提出的建议|kindLine:秘书长的报告*");
}

/* Side by side the name of the organ and the distribution go on below, each in its column. */
static void
columns_go_on(void **state)
{
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_LAYOUT,
	    "    Nations Unies                                           A/98/4\n"
	    "    Union des ports du nord                                 Distr.\n"
	    "    et des cloches des                                      LIMITÉE\n"
	    "    détroits                                                4 mai 2043\n"
	    "    et de leurs îles\n\n"
	    "    Sixième session\n\n    1.   Des cloches.\n"),
	    "organization:Nations Unies|symbol:A/98/4|bodyName:Union des ports du nord et des cloches des détroits et de "
	    "leurs îles|distribution:Distr. LIMITÉE|date:4 mai 2043|session:Sixième session");
	/* the title is below a blank line */
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_LAYOUT,
	    "    Nations Unies                                           S/2043/4\n"
	    "    Conseil de sécurité                                     Distr. générale\n"
	    "                                                            4 mai 2043\n\n"
	    "    Les cloches du nord\n\n    1.   Des cloches.\n"),
	    "organization:Nations Unies|symbol:S/2043/4|organ:Conseil de sécurité|distribution:Distr. générale|date:4 mai "
	    "2043|title:Les cloches du nord");
}

/* A place before the comma of Arabic; the name of an organ set wide. */
static void
places_and_wide_names(void **state)
{
	assert_string_equal(head_of(*state, "ar", SOURCE_PAGE_SINGLE,
	    "A/98/4\nDistr.: General\nالدورة السادسة\nجنيف، 4-8 أيار/مايو 2043\n\n1 - أجراس.\n"),
	    "symbol:A/98/4|distribution:Distr.: General|session:الدورة السادسة|venue:جنيف، 4-8 أيار/مايو 2043");
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_SINGLE,
	    "A/98/4\nГ Е Н Е Р А Л Ь Н А Я   А С С А М Б Л Е Я\nDistr.: General\n\n1. Колокола.\n"),
	    "symbol:A/98/4|organ:Г Е Н Е Р А Л Ь Н А Я   А С С А М Б Л Е Я|distribution:Distr.: General");
}

/* What the title says already is no kind of paper but the heading of a part. */
static void
kind_that_repeats_the_title(void **state)
{
	assert_string_equal(head_of(*state, "es", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nSexto período de sesiones\n\nPrograma provisional anotado\n\nPrograma provisional\n\n"
	    "1.\n\nCampanas.\n\n2.\n\nCuerdas.\n\nAnotaciones\n\n1.\n\nCampanas\nLas campanas del puerto suenan por la "
	    "mañana con la marea alta, y\nlos pescadores salen entonces al mar.\n"),
	    "symbol:A/98/4|session:Sexto período de sesiones|title:Programa provisional anotado");
}

/* As many titles as the line names items, though blank lines part them; the title of the paper comes behind. */
static void
titles_of_several_items(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_MARKDOWN,
	    "Ninety-eighth session\n\nItems 7 and 8 (a) of the list\n\nPlanning of bells\n\nRopes of the harbours\n\n"
	    "Bells in 2043\n\n"
	    "1. The keepers of the harbours asked for bells.\n"),
	    "session:Ninety-eighth session|agendaItem:Items 7 and 8 (a) of the list|agendaTitle:Planning of bells|"
	    "agendaTitle:Ropes of the harbours|title:Bells in 2043");
	assert_string_equal(head_of(*state, "en", SOURCE_MARKDOWN,
	    "Ninety-eighth session\n\nItems 7 and 8 of the list\n\nPlanning of bells\n\nBells in 2043\n\n"
	    "1. The keepers of the harbours asked for bells.\n"),
	    "session:Ninety-eighth session|agendaItem:Items 7 and 8 of the list|agendaTitle:Planning of bells|title:Bells "
	    "in 2043");
}

/* Converters run the lines of a block together: each of its fields is one, if all of it is. */
static void
fields_in_one_paragraph(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_MARKDOWN,
	    "A/98/7\n\nUnited Nations\n\n# **General Assembly Security Council**\n\nDistr.: General 11 May 2043 Original: "
	    "English\n\n**General Assembly Ninety-eighth session Ninety-ninth year** Agenda items 7 and 8\n\n**Ropes**\n\n"
	    "**Bells**\n\n**2043 session** 1–3 May 2043 Agenda item 9 **Towers**\n\n"
	    "## **Letter dated 11 May 2043 from the Keeper**\n\nThe keepers of the harbours asked for the bells of the "
	    "northern coast, which were cast in the winter of the flood by the founders of the towns of the coast.\n\n"
	    "25-00746 (E)    230125 **_*2500746*_**\n\n**A/98/7**\n\nThey rang.\n\n25-00746\n\n**2/2**\n"),
	    "symbol:A/98/7|organization:United Nations|organ:General Assembly|organ:Security Council|"
	    "distribution:Distr.: General|date:11 May 2043|original:Original: English|organ:General Assembly|"
	    "session:Ninety-eighth session|session:Ninety-ninth year|agendaItem:Agenda items 7 and 8|agendaTitle:Ropes|"
	    "agendaTitle:Bells|session:2043 session|venue:1–3 May 2043|agendaItem:Agenda item 9|"
	    "agendaTitle:Towers|jobNumber:25-00746 (E)    230125|title:Letter dated 11 May 2043 from the Keeper");
}

/* A paragraph of the form over what the paper is, without a stop, is its title, though it fills its lines. */
static void
wrapped_title_over_the_kind(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_MARKDOWN,
	    "Ninety-eighth session\n\nAgenda item 7\n\nAspects of the keeping of the bells of the harbours of the\nnorthern "
	    "coast\n\nThe keeping of the bells in the winter from 1 July 2042 to 30 June\n2043 and in the winter from 1 July "
	    "2043 to 30 June 2044 in Amber\n\nReport of the Keepers of the Bells and of the Ropes of the\nharbours\n\n"
	    "1.  The keepers of the harbours asked for the bells of the northern\n    coast, which were cast in the winter of "
	    "the flood by the founders\n    of the towns of the coast and hung in the towers of the harbours.\n"),
	    "session:Ninety-eighth session|agendaItem:Agenda item 7|agendaTitle:Aspects of the keeping of the bells of the "
	    "harbours of the northern coast|title:The keeping of the bells in the winter from 1 July 2042 to 30 June 2043 and "
	    "in the winter from 1 July 2043 to 30 June 2044 in Amber|kindLine:Report of the Keepers of the Bells and of the "
	    "Ropes of the harbours");
}

/* Where lines are paragraphs, those without a stop below the name of a body are titles. */
static void
titles_without_form(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_MARKDOWN,
	    "Committee on Bells\n\nConsideration of the reports that the keepers of the northern towers send in under "
	    "article 4\n\n"
	    "Fifth report of the keepers\n\nCoast of Amber\n\nThe keepers of the coast asked for ropes, and the council "
	    "gave them what they asked for, which was more than there had been in the stores for years.\n"),
	    "bodyName:Committee on Bells|"
	    "title:Consideration of the reports that the keepers of the northern towers send in under article 4|"
	    "subtitle:Fifth report of the keepers");
}

static void
organization_taken_apart(void **state)
{
	assert_string_equal(head_of(*state, "es", SOURCE_PAGE_SINGLE,
	    "A\n\nNACIONES\nUNIDAS\n\nAsamblea General\nDistr.\nGENERAL\nA/98/4\n4 de mayo de 2043\n\n1. Campanas.\n"),
	    "field:A|organization:NACIONES UNIDAS|organ:Asamblea General|distribution:Distr. GENERAL|symbol:A/98/4|"
	    "date:4 de mayo de 2043");
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_SINGLE,
	    "NATIONS A\nUNIES\n\nAssemblée générale\nA/98/4\n\n1. Des cloches.\n"),
	    "organization:NATIONS UNIES|field:A|organ:Assemblée générale|symbol:A/98/4");
	/* the initials of its organs in its second line, or between its words */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_LAYOUT,
	    "UNITED\nNATIONS                                                A S\n\n   General Assembly\n          A/98/4\n"
	    "\n1. Bells.\n"),
	    "organization:UNITED NATIONS|field:A S|organ:General Assembly|symbol:A/98/4");
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "UNITED ANATIONS\n\nGeneral Assembly\n\nA/98/4\n\n1. Bells.\n"),
	    "organization:UNITED NATIONS|field:A|organ:General Assembly|symbol:A/98/4");
}

/* Each line is a whole paragraph and no blank line sets anything apart. */
static void
titles_of_whole_lines(void **state)
{
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "钟声委员会\n第四次会议简要记录\n2043年8月30日星期日上午10时在日内瓦举行\n主席：林女士 (海国)\n"
	    "上午10时10分宣布开会。\n"
	    "1. 委员会通过了议程。\n"),
	    "bodyName:钟声委员会|title:第四次会议简要记录|venue:2043年8月30日星期日上午10时在日内瓦举行|"
	    "author:主席：林女士 (海国)");
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "2043年届会\n议程项目7(b)\n港口问题：钟声\n港口的钟声与绳索\n秘书长的报告\n摘要\n"
	    "本报告论述港口的钟声，以及早晨潮水高涨时绳索如何把钟声传到岛上的每一户人家，让渔民、商人、"
	    "孩子和老人都知道船只什么时候出海，什么时候回来，什么时候应当留在岸边等待。\n"
	    "1. 钟响了。\n"),
	    "session:2043年届会|agendaItem:议程项目7(b)|agendaTitle:港口问题：钟声|title:港口的钟声与绳索|"
	    "kindLine:秘书长的报告");
}

static void
title_below_fields(void **state)
{
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_SINGLE,
	    "Nations Unies\n\nA/98/4\nTroisième session\nGenève, 4-8 mai 2043\n\nCompte rendu national présenté selon le\n"
	    "paragraphe 15 a) de l’annexe à la décision 5/1\ndu Comité des cloches*\nPays des Cordes\n\n"
	    "* Ce texte n’a pas été revu.\n\nI. Cloches et cordages de tous les ports du pays des cordes et des îles, avec "
	    "leurs gens\n\n"
	    "1. Les cloches du port sonnent chaque matin à la marée haute et chaque soir à la marée basse, ce\n"
	    "que chacun entend.\n"),
	    "organization:Nations Unies|symbol:A/98/4|session:Troisième session|venue:Genève, 4-8 mai 2043|"
	    "title:Compte rendu national présenté selon le paragraphe 15 a) de l’annexe à la décision 5/1 du Comité des "
	    "clochesCe texte n’a pas été revu.|subtitle:Pays des Cordes");
	/* a letter that came off a picture is no paragraph: what follows is still the title */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "S/2043/8\nDistr.: General\n4 May 2043\n\nJ ,\n\nBells of the harbour\n\n1. Bells ring.\n"),
	    "symbol:S/2043/8|distribution:Distr.: General|date:4 May 2043|field:J ,|title:Bells of the harbour");
}

/* The head of a record dates the meeting among other words; elsewhere a date stands alone. */
static void
date_of_a_meeting(void **state)
{
	static const struct { const char *lang, *line; } cases[] = {
	    {"en", "Thursday, 11 December 2031, 10 a.m."},
	    {"en", "Held at Headquarters, New York, on Thursday, 11 December 2031, at 10 a.m."},
	    {"fr", "Tenue au Siège, à New York, le jeudi 11 décembre 2031, à 10 heures"},
	    {"es", "Jueves 11 de diciembre de 2031, a las 10.00 horas"}, {"ru", "Четверг, 11 декабря 2031 года, 10 ч "
	        "00 мин"},
	    {"zh", "2031年12月11日星期四上午10时举行"}, {"ar", "الخميس، 11 كانون الأول/ديسمبر 2031، الساعة 10/00"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *record = arena_printf(((struct fixture *)*state)->a, "S/PV.9912\n%s", cases[i].line);
		assert_string_equal(value_of(*state, cases[i].lang, record, REP_DATE, "iso"), "2031-12-11");
		assert_string_equal(value_of(*state, cases[i].lang, cases[i].line, REP_DATE, "iso"), "");
	}
}

static void
organization_set_wide(void **state)
{
	assert_null(value_of(*state, "fr", "N A T I O N S   U N I E S\nDistr. générale", REP_ORGANIZATION, "value"));
	assert_null(value_of(*state, "zh", "联 合 国\nDistr.: General", REP_ORGANIZATION, "value"));
	assert_null(value_of(*state, "zh", "A/98/4\n\n大  会\n\nDistr.: General", REP_ORGAN, "value"));
	assert_string_equal(value_of(*state, "zh", "联 合 港\nDistr.: General", REP_ORGANIZATION, "value"), "");
}

/* "Original: Arabic/English/" goes on below with the name of a language. */
static void
original_over_two_lines(void **state)
{
	assert_string_equal(value_of(*state, "en", "Original: Arabic/English/\nFrench", REP_LANGUAGE, "value"), "");
	assert_null(value_of(*state, "en", "Original: Arabic\nFrench", REP_LANGUAGE, "value"));
	assert_string_equal(value_of(*state, "en", "Original: Arabic/English/\nFrench/Spanish", REP_FIELD, "value"), "");
}

/* Rows of a label, a colon and what it names, on its line or below it; a date there is not that of the paper. */
static void
particulars_of_a_case(void **state)
{
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_LAYOUT,
	    "      CBL/C/9/D/4\n      4 mai 2043\n\n      Comité des cloches\n\n      Constatations adoptées par le "
	    "Comité\n"
	    "      au sujet de la plainte no 4*\n\n"
	    "      Plainte présentée par :       Jean Battant\n"
	    "      État du port :                Île-Haute\n"
	    "      Date de la plainte :          2 mars 2041 (première\n"
	    "                                    lettre)\n"
	    "      Objet :                       Cloche fêlée\n\n"
	    "      1.    La cloche du port est fêlée depuis longtemps, et personne ne la répare, dit le plaignant.\n\n"
	    "      * Adoptées à la troisième session.\n"),
	    "symbol:CBL/C/9/D/4|date:4 mai 2043|bodyName:Comité des cloches|title:Constatations adoptées par le Comité au "
	    "sujet de la plainte no 4Adoptées à la troisième session.|field:Plainte présentée par :       Jean Battant|"
	    "field:État du port :                Île-Haute|"
	    "field:Date de la plainte :          2 mars 2041 (première lettre)|field:Objet :                       Cloche "
	    "fêlée");
	assert_string_equal(head_of(*state, "zh", SOURCE_PAGE_SINGLE,
	    "CBL/C/9/D/4\n\n4 May 2043\n\n港口钟委员会\n\n关于第4号来文的决定\n\n来文提交人：\n\n林钟声\n\n港口：\n\n海国\n"
	    "\n"
	    "来文日期：\n\n2041年3月2日\n\n事由：\n\n钟裂\n\n1. 钟裂了。\n"),
	    "symbol:CBL/C/9/D/4|date:4 May 2043|bodyName:港口钟委员会|title:关于第4号来文的决定|field:来文提交人：林钟声|"
	    "field:港口：海国|field:来文日期：2041年3月2日|field:事由：钟裂");
	/* full lines belong to a row where another one follows */
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_SINGLE,
	    "CBL/C/9/D/4\n4 May 2043\n\nРешение по жалобе\n\nПредставлена: Иваном Звонарем\nГавань: Высокий остров\n"
	    "Документы: письма, которые смотрители колоколов писали в те годы\nначальнику порта\nТема: колокол\n\n"
	    "1. Колокол треснул много лет назад, и никто его с тех пор не чинит,\nговорит заявитель.\n"),
	    "symbol:CBL/C/9/D/4|date:4 May 2043|title:Решение по жалобе|field:Представлена: Иваном Звонарем|"
	    "field:Гавань: Высокий остров|field:Документы: письма, которые смотрители колоколов писали в те годы "
	    "начальнику порта|field:Тема: колокол");
	/* sentences and speeches are none */
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/4\n4 May 2043\n\nA title\n\nBells: they rang.\nRopes: they held.\nTowers: they stood.\n"
	    "Keepers: they slept.\n\n"
	    "1. Bells ring.\n"), "symbol:A/98/4|date:4 May 2043|title:A title");
}

/* The first text under a title is no subtitle, and what the paper is may stand below it over two lines. */
static void
text_and_kind_below_a_title(void **state)
{
	assert_string_equal(head_of(*state, "es", SOURCE_PAGE_SINGLE,
	    "A/98/4\n\nDistr. general\n4 de mayo de 2043\n\nLas campanas del puerto\n\nInforme de la Relatora Especial "
	    "sobre las "
	    "campanas del puerto y de la bahía,\nAurora Badajo\n\nIntroducción\n\n1. Las campanas suenan cada mañana con "
	    "la marea alta y cada noche con la baja,\ncomo todos saben.\n"),
	    "symbol:A/98/4|distribution:Distr. general|date:4 de mayo de 2043|title:Las campanas del puerto|"
	    "kindLine:Informe de la Relatora Especial sobre las campanas del puerto y de la bahía, Aurora Badajo");
}

/* Limits count columns, not bytes: names and items in Cyrillic and Arabic letters are as long as others. */
static void
long_names_in_other_scripts(void **state)
{
	assert_string_equal(head_of(*state, "ru", SOURCE_PAGE_SINGLE,
	    "CBL/C/4\n\nКонвенция о колоколах и канатах морских, речных и озерных гаваней и об их смотрителях и мастерах\n"
	    "\n"
	    "Distr.: General\n4 May 2043\nOriginal: English\nEnglish, French and Russian only\n\n"
	    "Пункты 17 a) и 19 b), c) и d) предварительной повестки дня*\n\nНазвание\n\n1. Колокола звонят.\n\n"
	    "* A/98/1.\n"),
	    "symbol:CBL/C/4|organ:Конвенция о колоколах и канатах морских, речных и озерных гаваней и об их смотрителях и "
	    "мастерах|distribution:Distr.: General|date:4 May 2043|original:Original: English|"
	    "field:English, French and Russian only|agendaItem:Пункты 17 a) и 19 b), c) и d) предварительной повестки "
	    "дняA/98/1.|agendaTitle:Название");
}

/* Languages that end a list begun in the line above are no field of their own. */
static void
languages_over_two_lines(void **state)
{
	assert_string_equal(head_of(*state, "en", SOURCE_PAGE_SINGLE,
	    "A/98/12\n\nEconomic and Social Council\n\nDistr.: General\n1 April 2043\nOriginal: English\n\n"
	    "Report of the keepers\n[Original: Arabic, Chinese, English, French,\nRussian and Spanish]\n\nI. Bells\n\n"
	    "1. The bells are rung in the morning by\nthe keepers of the towers, and in the evening\n"
	    "by those who have been asked to do so.\n"),
	    "symbol:A/98/12|organ:Economic and Social Council|distribution:Distr.: General|date:1 April 2043|"
	    "original:Original: English|title:Report of the keepers|"
	    "field:[Original: Arabic, Chinese, English, French, Russian and Spanish]");
}

/* Who presides may be named in the line below, and the place of a meeting stand alone. */
static void
head_of_a_record(void **state)
{
	assert_string_equal(head_of(*state, "fr", SOURCE_PAGE_SINGLE,
	    "A/98/PV.4\n\nAssemblée générale\n\n4e séance plénière\nLundi 4 mai 2043, à 10 heures\nNew York\n\n"
	    "Président :\n\n"
	    "M. Battant . . . . . . . . . . . . . (Île-Haute)\n\nLa séance est ouverte à 10 h 5.\n"),
	    "symbol:A/98/PV.4|organ:Assemblée générale|title:4e séance plénière|date:Lundi 4 mai 2043, à 10 heures|"
	    "venue:New York|author:Président : M. Battant . . . . . . . . . . . . . (Île-Haute)");
}

/* The job number stands at the foot of the first page and belongs to the head; later pages repeat it alone. */
static void
job_number_of_the_first_page(void **state)
{
	static const char text[] = "A/98/L.4\n\nNew bells\n\n1. The wardens met at the old quay.\n\n97-00123 (E) 010203\n"
	    "*9700123*\n\f2. They left again.\n\n97-00123 2/2\n";
	struct fixture *f = *state;
	assert_string_equal(head_of(f, "en", SOURCE_PAGE_SINGLE, text), "symbol:A/98/L.4|jobNumber:97-00123 (E) 010203|"
	    "title:New bells");
	struct recognise_options how = {.lang = "en"};
	struct account *account = account_new(f->a);
	struct report *r = recognise(f->a, source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d), &how, account,
	    f->d);
	assert_true(account_close(account, r, f->d));
	/* the bare number of a page is furniture */
	assert_string_equal(head_of(f, "en", SOURCE_PAGE_SINGLE,
	    "A/98/L.4\n\nNew bells\n\n1. The wardens met at the old quay.\n\n97-00123 1/2\n\f2. They left again.\n\n"
	    "97-00123 2/2\n"),
	    "symbol:A/98/L.4|title:New bells");
}

/* Rows and signatures under the list of contents stay there, whatever stands over it. */
static void
nothing_goes_back_over_the_contents(void **state)
{
	static const char *const texts[] = {
	    "A/98/12\n\nContents\n\nA. Bells . . . . . . 2\n\nSubject: bells\nCase: none\nTown: Fog\nState: Bay\n"
	    "Keeper: Amber\n\n"
	    "The keepers of the harbour were heard.\n",
	    "A/98/12\n\nNote by the Secretariat\n\nThe bells are new.\n\nContents\n\nA. Bells . . . . . . 2\n\n"
	    "(Signed) A. Amber\n\n"
	    "The keepers of the harbour were heard.\n",
	};
	struct fixture *f = *state;
	struct recognise_options how = {.lang = "en"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct account *account = account_new(f->a);
		const struct draft *d = source_read(f->a, "t", span_of(texts[i]), SOURCE_PAGE_SINGLE, f->d);
		struct report *r = recognise(f->a, d, &how, account, f->d);
		assert_true(account_close(account, r, f->d));
	}
}

/* A cover, the title page that says it again with other line ends, and what stands before the contents. */
#define ENGLISH_COVER \
	"A/98/77\n\nUnited Nations\n\nReport of the Bell\nWardens for 2043\nSecond session\n(Oslo, 4-8 May 2043)\n\n" \
	"General Assembly\nOfficial Records\nNinety-eighth Session\nSupplement No. 77\n\n\f" \
	"General Assembly\nOfficial Records\nNinety-eighth Session\nSupplement No. 77\n\n" \
	"Report of the Bell Wardens\nfor 2043\nSecond session\n(Oslo, 4-8 May 2043)\n\nUnited Nations • New York, 2043\n" \
	"\n" \
	"A/98/77\n\fNote\n\nWords of this paper stand for other words wherever bells are\nheard, and they bind nobody.\n" \
	"\n" \
	"ISSN 1234-567X\n\f[9 June 2043]\n\nContents\n\nI. Bells . . . . . . . 3\n\nII. Ropes . . . . . . . 4\n\n" \
	"I. Bells\n\n1. Bells ring.\n\nII. Ropes\n\n2. Ropes hang.\n"

static void
cover_and_title_page(void **state)
{
	static const struct { const char *lang, *text, *head; } cases[] = {
	    {"en", ENGLISH_COVER,
	     "symbol:A/98/77|organization:United Nations|title:Report of the Bell Wardens for 2043|session:Second session|"
	     "venue:(Oslo, 4-8 May 2043)|organ:General Assembly|field:Official Records|session:Ninety-eighth Session|"
	     "field:Supplement No. 77|field:United Nations • New York, 2043|field:ISSN 1234-567X|date:[9 June 2043]"},
	    /* the body's name over what its paper is; the pages in the other order */
	    {"fr", "E/2043/9\n\nNations Unies\n\nComité des cloches et\ndes cordes\nRapport sur la troisième session\n\n"
	           "Conseil économique et social\nDocuments officiels, 2043\nSupplément no 4\n\n\f"
	           "Comité des cloches\net des cordes\nRapport sur la troisième session\n\n"
	           "Conseil économique et social\nDocuments officiels, 2043\nSupplément no 4\n\n"
	           "Nations Unies, New York, 2043\n\n"
	           "I. Cloches\n\n1. Les cloches sonnent.\n",
	     "symbol:E/2043/9|organization:Nations Unies|bodyName:Comité des cloches et des cordes|"
	     "title:Rapport sur la troisième session|organ:Conseil économique et social|field:Documents officiels, 2043|"
	     "field:Supplément no 4|field:Nations Unies, New York, 2043"},
	    {"es", "A/98/77\n\nNaciones Unidas\n\nInforme de los guardianes\nde las campanas\n\nAsamblea General\n"
	           "Documentos Oficiales\n"
	           "Nonagésimo octavo período de sesiones\nSuplemento núm. 77\n\nI. Campanas\n\n1. Las campanas suenan.\n",
	     "symbol:A/98/77|organization:Naciones Unidas|title:Informe de los guardianes de las campanas|organ:Asamblea "
	     "General|field:Documentos Oficiales|session:Nonagésimo octavo período de sesiones|field:Suplemento núm. 77"},
	    {"ru", "A/98/77\n\nОрганизация Объединенных Наций\n\nДоклад хранителей\nколоколов\n\nГенеральная Ассамблея\n"
	           "Официальные отчеты\nДевяносто восьмая сессия\nДополнение № 77\n\nI. Колокола\n\n1. Колокола звонят.\n",
	     "symbol:A/98/77|organization:Организация Объединенных Наций|title:Доклад хранителей колоколов|"
	     "organ:Генеральная Ассамблея|field:Официальные отчеты|session:Девяносто восьмая сессия|field:Дополнение № 77"},
	    {"zh", "A/98/77\n\n联合国\n\n钟楼守护人的报告\n\n大会\n正式记录\n第九十八届会议\n补编第77号\n\n一. 钟\n\n"
	           "1. 钟声响起。\n",
	     "symbol:A/98/77|organization:联合国|title:钟楼守护人的报告|organ:大会|field:正式记录|session:第九十八届会议|"
	     "field:补编第77号"},
	    {"ar", "A/98/77\n\nالأمم المتحدة\n\nتقرير حراس الأجراس\n\nالجمعية العامة\nالوثائق الرسمية\n"
	           "الدورة الثامنة والتسعون\n"
	           "الملحق رقم 77\n\nأولا - الأجراس\n\n1 - تدق الأجراس.\n",
	     "symbol:A/98/77|organization:الأمم المتحدة|title:تقرير حراس الأجراس|organ:الجمعية العامة|field:الوثائق "
	     "الرسمية|session:الدورة الثامنة والتسعون|field:الملحق رقم 77"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(head_of(*state, cases[i].lang, SOURCE_PAGE_SINGLE, cases[i].text), cases[i].head);
}

static void
text_behind_a_cover(void **state)
{
	/* nothing is lost, and the note on the series is a part of its own */
	struct fixture *f = *state;
	struct recognise_options how = {.lang = "en"};
	struct account *account = account_new(f->a);
	struct draft *draft = source_read(f->a, "t", SPAN_LIT(ENGLISH_COVER), SOURCE_PAGE_SINGLE, f->d);
	struct report *r = recognise(f->a, draft, &how, account, f->d);
	assert_true(account_close(account, r, f->d));
	const struct rep_node *front = r->root->first;
	while (front != NULL && front->kind != REP_FRONT)
		front = front->next;
	assert_non_null(front);
	assert_int_equal(front->first->kind, REP_HEADING);
	/* a summary may stand over the contents */
	r = recognise(f->a, source_read(f->a, "t", SPAN_LIT("A/98/77\n\nUnited Nations\n\nReport of the Bell Wardens\n\n"
	    "General Assembly\nOfficial Records\nSupplement No. 77\n\nNote\n\nWords stand for words.\n\nSummary\n\n"
	    "Bells rang.\n"),
	    SOURCE_PAGE_SINGLE, f->d), &how, account_new(f->a), f->d);
	assert_int_equal(r->root->first->next->kind, REP_FRONT);
	assert_string_equal(r->root->first->next->rule, "front.series");
	/*
	 * without a list of contents the text begins behind the title
	 * page: it holds what the cover says and brackets too
	 */
	const char *text = "A/98/77\n\nUnited Nations\n\nReport of the Bell Wardens\n\nGeneral Assembly\nOfficial Records\n"
	    "Supplement No. 77\n\nUnited Nations • New York, 2043\n\nI. Bells\n\n1. Bells ring.\n\nGeneral Assembly\n\n"
	    "[9 June 2043]\n\n2. Bells rest.\n";
	account = account_new(f->a);
	r = recognise(f->a, source_read(f->a, "t", span_of(text), SOURCE_PAGE_SINGLE, f->d), &how, account, f->d);
	assert_true(account_close(account, r, f->d));
	for (size_t k = 0; k < account->found->ndrop; k++)
		assert_string_not_equal(account->found->drop[k].rule, "furniture.cover");
	assert_int_equal(r->root->first->kind, REP_HEAD);
	assert_int_equal(r->root->first->next->kind, REP_BODY);
	assert_int_equal(r->root->first->next->first->kind, REP_SECTION);
}

static void
cited_book_is_no_cover(void **state)
{
	struct fixture *f = *state;
	assert_string_equal(head_of(f, "en", SOURCE_PAGE_SINGLE, "A/98/L.4\n\nGeneral Assembly\n\nNew bells\n\n"
	    "1. See Official Records of the General Assembly, Supplement No. 77.\n"), "symbol:A/98/L.4|organ:General "
	    "Assembly|title:New bells");
	assert_string_equal(head_of(f, "ru", SOURCE_PAGE_SINGLE, "A/98/L.4\n\nГенеральная Ассамблея\n\nНовые колокола\n\n"
	    "1. Колокола звонят1 каждое утро.\n\n1\n\nОфициальные отчеты Генеральной Ассамблеи, девяносто восьмая сессия,\n"
	    "Дополнение № 23 (A/98/23).\n"), "symbol:A/98/L.4|organ:Генеральная Ассамблея|title:Новые колокола");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(name_beside_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(text_that_names_a_session, setup, teardown),
	    cmocka_unit_test_setup_teardown(titles_of_full_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(date_of_a_meeting, setup, teardown),
	    cmocka_unit_test_setup_teardown(particulars_of_a_case, setup, teardown),
	    cmocka_unit_test_setup_teardown(long_names_in_other_scripts, setup, teardown),
	    cmocka_unit_test_setup_teardown(text_and_kind_below_a_title, setup, teardown),
	    cmocka_unit_test_setup_teardown(languages_over_two_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(head_of_a_record, setup, teardown),
	    cmocka_unit_test_setup_teardown(organization_set_wide, setup, teardown),
	    cmocka_unit_test_setup_teardown(original_over_two_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(distribution_in_its_language, setup, teardown),
	    cmocka_unit_test_setup_teardown(bodies_between_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(organization_taken_apart, setup, teardown),
	    cmocka_unit_test_setup_teardown(titles_of_whole_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(fields_side_by_side, setup, teardown),
	    cmocka_unit_test_setup_teardown(bodies_and_meetings_below_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(kind_that_repeats_the_title, setup, teardown),
	    cmocka_unit_test_setup_teardown(sponsors_of_drafts, setup, teardown),
	    cmocka_unit_test_setup_teardown(number_of_a_decision, setup, teardown),
	    cmocka_unit_test_setup_teardown(stacked_titles_of_items, setup, teardown),
	    cmocka_unit_test_setup_teardown(session_in_a_title, setup, teardown),
	    cmocka_unit_test_setup_teardown(title_that_wraps, setup, teardown),
	    cmocka_unit_test_setup_teardown(session_in_the_title_of_an_item, setup, teardown),
	    cmocka_unit_test_setup_teardown(organ_by_its_place, setup, teardown),
	    cmocka_unit_test_setup_teardown(columns_go_on, setup, teardown),
	    cmocka_unit_test_setup_teardown(places_and_wide_names, setup, teardown),
	    cmocka_unit_test_setup_teardown(fields_in_one_paragraph, setup, teardown), cmocka_unit_test_setup_teardown(titles_of_several_items, setup, teardown),
	    cmocka_unit_test_setup_teardown(wrapped_title_over_the_kind, setup, teardown),
	    cmocka_unit_test_setup_teardown(titles_without_form, setup, teardown),
	    cmocka_unit_test_setup_teardown(title_below_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(commas_in_a_title, setup, teardown),
	    cmocka_unit_test_setup_teardown(job_number_of_the_first_page, setup, teardown),
	    cmocka_unit_test_setup_teardown(nothing_goes_back_over_the_contents, setup, teardown),
	    cmocka_unit_test_setup_teardown(cover_and_title_page, setup, teardown),
	    cmocka_unit_test_setup_teardown(text_behind_a_cover, setup, teardown),
	    cmocka_unit_test_setup_teardown(cited_book_is_no_cover, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
