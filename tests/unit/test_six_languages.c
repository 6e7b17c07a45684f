/* SPDX-License-Identifier: MIT */
/* test_six_languages.c - forms of reports as they are printed in other languages than English. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/work.h"
#include "unit/outline.h"

struct sheet {
	const char *lang;
	enum source_form form;
	const char *text, *blocks;
};

static void
expect_all(const struct sheet *sheet, size_t n)
{
	for (size_t i = 0; i < n; i++)
		expect(sheet[i].text, sheet[i].form, sheet[i].lang, sheet[i].blocks);
}

/* "a." below "i)" below "a)": letters with a stop are no letters in brackets. */
static void
third_lists_stand_below_second_ones(void **state)
{
	static const struct sheet sheets[] = {
	    {"es", SOURCE_PAGE_SINGLE,
	     "A/98/12\n\n1. Se pide a los guardianes de las torres de la costa que:\na) Cuenten:\ni) Las campanas:\n"
	     "a. De bronce;\n"
	     "b. De hierro;\nii) Las cuerdas;\nb) Informen.\n",
	     "field 0: A/98/12\npara 0: 1. Se pide a los guardianes de las torres de la costa que:\nitem 1: a) Cuenten:\n"
	     "item 2: i) Las campanas:\nitem 3: a. De bronce;\nitem 3: b. De hierro;\nitem 2: ii) Las cuerdas;\n"
	     "item 1: b) Informen.\n"},
	    {"ar", SOURCE_PAGE_SINGLE,
	     "A/98/12\n\n1 - يطلب إلى حراس أبراج الساحل القيام بما يلي:\n(أ) عد ما يلي:\n’1‘ الأجراس:\nأ - البرونزية؛\n"
	     "ب - الحديدية؛\n’2‘ الحبال؛\n(ب) تقديم تقرير.\n",
	     "field 0: A/98/12\npara 0: 1 - يطلب إلى حراس أبراج الساحل القيام بما يلي:\nitem 1: (أ) عد ما يلي:\n"
	     "item 2: ’1‘ الأجراس:\n"
	     "item 3: أ - البرونزية؛\nitem 3: ب - الحديدية؛\nitem 2: ’2‘ الحبال؛\nitem 1: (ب) تقديم تقرير.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* Russian lists count in Cyrillic or in Latin letters, and some letters look like others. */
static void
cyrillic_lists_count_in_their_order(void **state)
{
	static const struct sheet sheets[] = {
	    {"ru", SOURCE_PAGE_SINGLE, "A/98/12\n\n1. Хранителям башен предлагается:\nа) считать колокола;\n"
	        "б) считать канаты;\nв) вести книги;\n"
	                               "г) звонить в туман;\nд) отчитываться.\n",
	     "field 0: A/98/12\npara 0: 1. Хранителям башен предлагается:\nitem 1: а) считать колокола;\n"
	     "item 1: б) считать канаты;\n"
	     "item 1: в) вести книги;\nitem 1: г) звонить в туман;\nitem 1: д) отчитываться.\n"},
	    {"ru", SOURCE_PAGE_SINGLE, "A/98/12\n\n1. Хранителям башен предлагается:\nа) считать колокола;\n"
	        "b) считать канаты;\nс) вести книги;\n"
	                               "d) отчитываться.\n",
	     "field 0: A/98/12\npara 0: 1. Хранителям башен предлагается:\nitem 1: а) считать колокола;\n"
	     "item 1: b) считать канаты;\n"
	     "item 1: с) вести книги;\nitem 1: d) отчитываться.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* Arabic whose letters came apart stays text, though its lines are as short as headings. */
static void
damaged_layers_stay_text(void **state)
{
	struct buf text = {0}, out = {0};

	(void)state;
	for (int i = 0; i < 12; i++)
		buf_adds(&text, "الأ ج ر ا س\n\nت د ق ف ي ال ض ب ا ب.\n\n");
	buf_addc(&text, '\0');
	outline(text.data, SOURCE_PAGE_SINGLE, "ar", &out);
	assert_null(strstr(out.data, "heading"));
	out.n = text.n = 0;
	for (int i = 0; i < 12; i++)
		buf_adds(&text, "الأجراس\n\nتدق أجراس الساحل في الضباب.\n\n");
	buf_addc(&text, '\0');
	outline(text.data, SOURCE_PAGE_SINGLE, "ar", &out);
	assert_non_null(strstr(out.data, "heading"));
	buf_free(&text);
	buf_free(&out);
}

/* Items of an agenda are explained under an unnumbered heading, and their parts below them. */
static void
headings_below_unnumbered_ones_keep_their_order(void **state)
{
	static const struct sheet sheets[] = {
	    {"fr", SOURCE_PAGE_SINGLE,
	     "A/98/12\n\nAnnotations\n\n1. Ouverture de la session\n\nLa session sera ouverte par la doyenne des gardiens "
	     "de la côte à l’heure dite.\n\n"
	     "2. État des feux\n\nLe Comité sera saisi du rapport des gardiens de la côte sur les feux des îles.\n\n"
	     "a) Phares\n\n"
	     "Les phares de la côte et ceux des îles seront examinés l’un après l’autre.\n\nb) Bouées\n\n"
	     "Les bouées de la côte et celles des îles seront examinées l’une après l’autre.\n",
	     "field 0: A/98/12\nplain-heading 1: Annotations\nheading 2: 1. Ouverture de la session\n"
	     "p 0: La session sera ouverte par la doyenne des gardiens de la côte à l’heure dite.\n"
	     "heading 2: 2. État des feux\n"
	     "p 0: Le Comité sera saisi du rapport des gardiens de la côte sur les feux des îles.\nheading 3: a) Phares\n"
	     "p 0: Les phares de la côte et ceux des îles seront examinés l’un après l’autre.\nheading 3: b) Bouées\n"
	     "p 0: Les bouées de la côte et celles des îles seront examinées l’une après l’autre.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* The number of a heading alone on its line, and the next heading under its words. */
static void
lone_numbers_take_their_words(void **state)
{
	static const struct sheet sheets[] = {
	    {"fr", SOURCE_PAGE_SINGLE,
	     "A/98/12\n\nA.\n\nIntroduction\n\n1.\nLes gardiens ont vu le rapport de la ville sur les cloches qui sonnent "
	     "dans la brume et\n"
	     "sur celles que personne ne sonne plus.\n\nB.\n\nPréoccupations et recommandations\n\nÉducation\n\n2.\n"
	     "Les gardiens craignent que les enfants de la ville n’apprennent plus à sonner les cloches\n"
	     "ni à tresser les cordes.\n",
	     "field 0: A/98/12\nheading 1: A. | Introduction\n"
	     "para 0: 1. | Les gardiens ont vu le rapport de la ville sur les cloches qui sonnent dans la brume et | "
	     "sur celles que personne ne sonne plus.\nheading 1: B. | Préoccupations et recommandations\n"
	     "plain-heading 2: Éducation\n"
	     "para 0: 2. | Les gardiens craignent que les enfants de la ville n’apprennent plus à sonner les cloches | "
	     "ni à tresser les cordes.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* What may name a place in the paper that is corrected is a field above the word for a corrigendum. */
static void
heads_of_corrigenda_are_fields(void **state)
{
	static const struct sheet sheets[] = {
	    {"ru", SOURCE_PAGE_SINGLE,
	     "A/98/12/Corr.1\n\nГенеральная Ассамблея\n\nDistr.: General\n2 May 2031\nRussian\n\n"
	     "Девяносто восьмая сессия\nПункт 19 повестки дня\n"
	     "Колокола побережья\n\nКанаты и колокола девяти гаваней\n\nДоклад Генерального секретаря\n\nИсправление\n\n"
	     "Пункт 12, подпункт b)\n\n"
	     "Вместо «девять» следует читать «десять».\n",
	     "field 0: A/98/12/Corr.1\nfield 0: Генеральная Ассамблея\nfield 0: Distr.: General\nfield 0: 2 May 2031\n"
	     "field 0: Russian\n"
	     "field 0: Девяносто восьмая сессия\nfield 0: Пункт 19 повестки дня\nfield 0: Колокола побережья\n"
	     "plain-heading 1: Канаты и колокола девяти гаваней\nplain-heading 1: Доклад Генерального секретаря\n"
	     "plain-heading 1: Исправление\nplain-heading 1: Пункт 12, подпункт b)\n"
	     "p 0: Вместо «девять» следует читать «десять».\n"},
	    {"zh", SOURCE_PAGE_SINGLE,
	     "A/98/12/Corr.1\n\n大会\n\nDistr.: General\n2 May 2031\nChinese\n\n第九十八届会议\n议程项目19\n海岸的钟\n\n九个港口的绳索和钟\n\n"
	     "秘书长的报告\n\n"
	     "更正\n\n第12段\n\n“九”应改为“十”。\n",
	     "field 0: A/98/12/Corr.1\nfield 0: 大会\nfield 0: Distr.: General\nfield 0: 2 May 2031\nfield 0: Chinese\n"
	     "field 0: 第九十八届会议\n"
	     "field 0: 议程项目19\nfield 0: 海岸的钟\nplain-heading 1: 九个港口的绳索和钟\nplain-heading 1: 秘书长的报告\n"
	     "plain-heading 1: 更正\nplain-heading 1: 第12段\np 0: “九”应改为“十”。\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* The call of a note behind the stop of a short sentence makes it no heading. */
static void
bracketed_calls_leave_sentences_finished(void **state)
{
	(void)state;
	assert_int_equal(evidence_end(SPAN_LIT("لم تسجل أي شكوى.(1)")), END_STOP);
	assert_int_equal(evidence_end(SPAN_LIT("لم تسجل أي شكوى (1)")), END_OPEN);
	assert_int_equal(evidence_end(SPAN_LIT("أجراس الساحل؛(12)")), END_SEMI);
}

/* A number behind an abbreviation goes on with the next line, in brackets too. */
static void
bracketed_abbreviations_hand_on(void **state)
{
	static const struct sheet sheets[] = {
	    {"fr", SOURCE_PAGE_SINGLE,
	     "1. Les gardiens disent que le port a violé les articles 9 (par. 1\net 3) et 14 du règlement des cloches de la "
	     "baie.\n2. Le port le conteste et demande que la plainte soit rejetée sans\ndélai.\n",
	     "para 0: 1. Les gardiens disent que le port a violé les articles 9 (par. 1 | et 3) et 14 "
	     "du règlement des cloches "
	     "de la baie.\npara 0: 2. Le port le conteste et demande que la plainte soit rejetée sans | délai.\n"},
	    {"es", SOURCE_PAGE_SINGLE,
	     "1. Los guardianes dicen que el puerto infringió el reglamento (art. 4\ny 6) de las campanas de la bahía.\n"
	     "2. El puerto lo niega y pide que la queja sea rechazada sin más\ndemora.\n",
	     "para 0: 1. Los guardianes dicen que el puerto infringió el reglamento (art. 4 | y 6) de las campanas de la "
	     "bahía.\npara 0: 2. El puerto lo niega y pide que la queja sea rechazada sin más | demora.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

#define KEEPERS \
	"理事会感谢港口的看守人在过去一年中所做的工作，并请他们在下一" \
	"届会议上再次提出报告，说明各港口钟声的情况和今后的计划。"

/* Prepositions hand on to the next line in scripts without case too, dates and all. */
static void
small_words_hand_on(void **state)
{
	static const struct sheet sheets[] = {
	    {"ar", SOURCE_PAGE_SINGLE,
	     "A/CONF.230/9/Add.1\n\nDistr.: General\n4 May 2043\n\nتقرير مؤتمر الأجراس عن دورته "
	     "التاسعة، المعقودة في الميناء في "
	     "الفترة من 2 إلى\n13 حزيران/يونيه 2043\n\n1 - قرعت الأجراس.\n",
	     "field 0: A/CONF.230/9/Add.1\nfield 0: Distr.: General\nfield 0: 4 May 2043\n"
	     "plain-heading 1: تقرير مؤتمر الأجراس عن دورته التاسعة، المعقودة في الميناء في الفترة من 2 إلى | 13 حزيران/يونيه "
	     "2043\npara 0: 1 - قرعت الأجراس.\n"},
	    {"zh", SOURCE_PAGE_SINGLE,
	     "CBL/CP/9\n\nDistr.: General\n4 May 2043\n\n缔约方会议\n\n缔约方会议2043年在雾港举行的第九届会议报告\n\n1. 钟响了。\n",
	     "field 0: CBL/CP/9\nfield 0: Distr.: General\nfield 0: 4 May 2043\nfield 0: 缔约方会议\n"
	     "plain-heading 1: 缔约方会议2043年在雾港举行的第九届会议报告\npara 0: 1. 钟响了。\n"},
	    /* the last sign of "taking part" is that of "and" */
	    {"zh", SOURCE_PAGE_SINGLE,
	     "一. 导言\n\n1. " KEEPERS "\n\n公众在决策中的平等参与\n" KEEPERS "\n",
	     "heading 1: 一. 导言\npara 0: 1. " KEEPERS "\nplain-heading 2: 公众在决策中的平等参与\np 0: " KEEPERS "\n"},
	    /* in the head of an addendum the word is no appendix */
	    {"ru", SOURCE_PAGE_SINGLE,
	     "CBL/CP/9/Add.1\n\nDistr.: General\n4 May 2043\n\nДоклад о колоколах гаваней\n\nДобавление\n\n"
	     "1. Колокола звонят.\n",
	     "field 0: CBL/CP/9/Add.1\nfield 0: Distr.: General\nfield 0: 4 May 2043\n"
	     "plain-heading 1: Доклад о колоколах гаваней\nplain-heading 1: Добавление\npara 0: 1. Колокола звонят.\n"},
	    /* the colon of a chapter stands apart in French; what was adopted may be the title of one */
	    {"fr", SOURCE_PAGE_SINGLE,
	     "Première partie : cloches de la baie\n\n1. Les cloches sonnent.\n\nDeuxième partie : cordages de la baie\n\n"
	     "2. Les cordes tiennent.\n",
	     "heading 1: Première partie : cloches de la baie\npara 0: 1. Les cloches sonnent.\n"
	     "heading 1: Deuxième partie : cordages de la baie\npara 0: 2. Les cordes tiennent.\n"},
	    {"es", SOURCE_PAGE_SINGLE,
	     "Capítulo I\nResoluciones aprobadas por la Conferencia\n\n1. Las campanas suenan.\n\nCapítulo II\n"
	     "Organización de los trabajos\n\n2. Las cuerdas aguantan.\n",
	     "heading 1: Capítulo I | Resoluciones aprobadas por la Conferencia\npara 0: 1. Las campanas suenan.\n"
	     "heading 1: Capítulo II | Organización de los trabajos\npara 0: 2. Las cuerdas aguantan.\n"},
	    /* numbers within a paragraph, and the paragraph behind them */
	    {"ru", SOURCE_PAGE_SINGLE,
	     "13. Смотрители рассказали о колоколах гавани и о том, как их чинят, когда море\nспокойно. Гавань их выслушала.\n"
	     "14. Гавань рассмотрит следующие рекомендации, которые ей дали соседи за последние\nгоды:\n"
	     "14.1 Починить колокол до зимы (Бухта);\n14.2 Заменить канаты (Река).\n"
	     "15. Гавань ответит на них не позднее весны следующего года, когда сойдет лед и\nоткроется путь.\n",
	     "para 0: 13. Смотрители рассказали о колоколах гавани и о том, как их чинят, когда море | спокойно. Гавань их "
	     "выслушала.\npara 0: 14. Гавань рассмотрит следующие рекомендации, которые ей дали соседи за последние | годы:\n"
	     "para 0: 14.1 Починить колокол до зимы (Бухта);\npara 0: 14.2 Заменить канаты (Река).\n"
	     "para 0: 15. Гавань ответит на них не позднее весны следующего года, когда сойдет лед и | откроется путь.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* Figures whose thousands are set apart, and the number of the paragraph behind the table. */
static void
thousands_stay_one_cell(void **state)
{
	static const struct sheet sheets[] = {
	    {"ru", SOURCE_PAGE_LAYOUT,
	     "A/98/12\n\n      Гавань                 2030          2031\n      Северная             12 304        11 876\n"
	     "      Южная                 4 512         4 498\n      Западная                310           287\n",
	     "field 0: A/98/12\nrow 0: Гавань                 2030          2031\n"
	     "row 0: Северная             12 304        11 876\n"
	     "row 0: Южная                 4 512         4 498\nrow 0: Западная                310           287\n"},
	    {"zh", SOURCE_PAGE_SINGLE,
	     "A/98/12\n\n港口\n\n2030\n\n2031\n\n北部\n\n12 304\n\n11 876\n\n南部\n\n4 512\n\n4 498\n\n共计\n\n310\n\n287\n\n"
	     "6.\n守灯人检查了沿海的钟和绳索。\n",
	     "field 0: A/98/12\nrow 0: 港口 | 2030 | 2031\nrow 0: 北部 | 12 304 | 11 876\nrow 0: 南部 | 4 512 | 4 498\n"
	     "row 0: 共计 | 310 | 287\npara 0: 6. | 守灯人检查了沿海的钟和绳索。\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* The text of the first element of the kind in a draft. */
static void
expect_text(const char *lang, enum rep_kind kind, const char *draft_text, const char *text)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options how = {.lang = lang};
	struct draft *draft = source_read(a, "t", span_of(draft_text), SOURCE_PAGE_SINGLE, d);
	struct rep_node *root = recognise_structure(a, draft, &how, d)->report->root, *n = root;
	struct buf out = {0};

	while (n != NULL && n->kind != kind)
		n = rep_next(root, n);
	assert_non_null(n);
	rep_text_of(n, &out);
	buf_addc(&out, '\0');
	assert_string_equal(out.data, text);
	buf_free(&out);
	diag_free(d);
	arena_free(a);
}

/* The languages of the report and of its parts and blocks, in their order: "en para:ru". */
static void
expect_languages(const char *draft_text, const char *languages)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options how = {0};
	struct draft *draft = source_read(a, "t", span_of(draft_text), SOURCE_PAGE_SINGLE, d);
	struct rep_node *root = recognise_structure(a, draft, &how, d)->report->root;
	struct buf out = {0};

	buf_adds(&out, rep_get(root, "lang"));
	for (struct rep_node *n = rep_next(root, root); n != NULL; n = rep_next(root, n))
		if (rep_get(n, "lang") != NULL && n->kind != REP_HEAD)
			buf_printf(&out, " %s:%s", rep_name(n->kind), rep_get(n, "lang"));
	buf_addc(&out, '\0');
	assert_string_equal(out.data, languages);
	buf_free(&out);
	diag_free(d);
	arena_free(a);
}

/* What stands first says the language of a paper, however long an annex is; its label may be in its own. */
static void
parts_and_blocks_say_their_language(void **state)
{
	struct buf text = {0};

	(void)state;
	for (int i = 1; i <= 12; i++)
		buf_printf(&text, "%s%d. The keepers of the harbour were asked to count all of the bells that hang in the "
		    "towers and\n"
		                  "to see to it that the ropes which they had from the board are the ones that are in use.\n",
		           i == 1 ? "A/98/12\n\n" : "", i);
	buf_adds(&text, "\nРезолюция совета гаваней о колоколах и канатах была принята в этом году всеми гаванями "
	    "побережья.\n\n"
	                "\fПриложение\n\nСписок колоколов\n\n");
	for (int i = 1; i <= 30; i++)
		buf_printf(&text, "%d. Хранители башен пересчитали колокола, которые были на побережье, и передали совету их "
		    "список, а\n"
		                  "также сведения о канатах, которые они получили от совета гаваней в прошлом году.\n", i);
	buf_addc(&text, '\0');
	expect_languages(text.data, "en p:ru annex:ru");
	buf_free(&text);
}

/* A short letter is in the language of its masthead, and close languages are told by the words they do not share. */
static void
mastheads_say_the_language_of_letters(void **state)
{
	struct buf text = {0};

	(void)state;
	buf_adds(&text, "Naciones Unidas\nS/2031/44\nConsejo de Seguridad\nDistr. general\n4 de marzo de 2031\n"
	                "Español\nOriginal: inglés\n\n"
	                "Carta de fecha 3 de marzo de 2031 dirigida a la Presidencia del Consejo\n"
	                "de Seguridad por el Representante Permanente de la Costa Gris\n\n"
	                "Tengo el honor de transmitirle adjunto el informe de la comisión de faros.\n\n"
	                "Le agradecería que la presente carta y su anexo se distribuyeran como documento\n"
	                "del Consejo de Seguridad y de la comisión de la costa.\n\n"
	                "(Firmado) Alba Farola\n\n\f"
	                "Annex to the letter dated 3 March 2031 from the Permanent Representative of the Grey Coast\n\n");
	for (int i = 1; i <= 24; i++)
		buf_printf(&text, "%d. The keepers of the harbour were asked to count all of the bells that "
		    "hang in the towers.\n\n", i);
	buf_addc(&text, '\0');
	expect_languages(text.data, "es annex:en");
	buf_free(&text);
}

/* Half of a short corrigendum may be the fields that its masthead prints in English. */
static void
short_papers_say_their_language_as_a_whole(void **state)
{
	(void)state;
	expect_languages("联合国\n\nA/97/214/Corr.1\n\n大会\n\nDistr.: General\n\n12 May 2097\n\nChinese\n\nOriginal: English\n\n"
	                 "第九十七届会议\n\n乡村池塘的养护\n\n更正\n\n第28段\n\n将第二句改为：\n\n池塘共有九口。\n", "zh");
}

/* A list of names in another language behind the masthead is not the opening of a paper in it. */
static void
lists_of_names_do_not_say_the_language(void **state)
{
	struct buf text = {0};

	(void)state;
	buf_adds(&text, "A/98/13\n\nGeneral Assembly\n\nDistr.: General\n4 March 2031\nEnglish\nOriginal: French\n\n"
	                "Ninety-eighth session\nItem 12 of the preliminary list\nThe keeping of the harbours\n\n"
	                "Reports of the guilds that were heard by the board in the course of the year\n"
	                "and which are to be seen as part of the records of the harbour\n\nNote by the board\n\n"
	                "The board has the honour to transmit to the Assembly the reports of the guilds of the "
	                "coast for the year.\n\n");
	for (int i = 1; i <= 24; i++)
		buf_printf(&text, "Association des gardiens de la tour et des cloches du port pour les enfants de la "
		    "ville. . . . . %d\n", i);
	for (int i = 1; i <= 60; i++)
		buf_printf(&text, "\n%d. The keepers of the harbour were asked to count all of the bells that "
		    "hang in the towers.\n", i);
	buf_addc(&text, '\0');
	expect_languages(text.data, "en");
	buf_free(&text);
}

/* Where letters have no case, what stands on its own line may begin a title as a capital does elsewhere. */
static void
titles_begin_without_capitals(void **state)
{
	static const struct sheet sheets[] = {
	    /* the letter of the section is printed before the title of the chapter */
	    {"ar", SOURCE_PAGE_SINGLE,
	     "A/98/12\n"
	     "\n"
	     "الفصل الأول\n"
	     "\n"
	     "ألف -\n"
	     "\n"
	     "المسائل التي تتطلب من مجلس الموانئ اتخاذ إجراءات بشأنها أو\n"
	     "التي يوجه إليها انتباهه\n"
	     "مشاريع القرارات الموصى بها\n"
	     "1 -\n"
	     "يوصي منتدى الحراس بأن يعتمد مجلس الموانئ مشاريع القرارات التالية المتعلقة\n"
	     "بالأجراس والحبال.\n"
	     "\n"
	     "باء -\n"
	     "\n"
	     "المسائل التي يوجه إليها انتباه المجلس\n"
	     "2 -\n"
	     "طلب المنتدى إلى الحراس أن يعدوا الأجراس المعلقة في الأبراج قبل حلول الشتاء\n"
	     "القادم.\n",
	     "field 0: A/98/12\n"
	     "heading 1: الفصل الأول | المسائل التي تتطلب من مجلس الموانئ اتخاذ إجراءات بشأنها أو | التي يوجه إليها انتباهه\n"
	     "heading 2: ألف - | مشاريع القرارات الموصى بها\n"
	     "para 0: 1 - | يوصي منتدى الحراس بأن يعتمد مجلس الموانئ مشاريع القرارات التالية المتعلقة | بالأجراس والحبال.\n"
	     "heading 2: باء - | المسائل التي يوجه إليها انتباه المجلس\n"
	     "para 0: 2 - | طلب المنتدى إلى الحراس أن يعدوا الأجراس المعلقة في الأبراج قبل حلول الشتاء | القادم.\n"},
	    {"ar", SOURCE_PAGE_SINGLE,
	     "A/98/12\n"
	     "\n"
	     "1 - طلب المنتدى إلى الحراس أن يعدوا الأجراس المعلقة في الأبراج قبل حلول الشتاء\n"
	     "وأن يقدموا تقريرا عن الحبال، وأن يدفعوا أجور القوارب التي تستخدم في هذا العمل\n"
	     "خلال السنة\n"
	     "تدريب الحراس الجدد\n"
	     "• قوارب الحراس\n"
	     "• قوارب الموانئ\n",
	     "field 0: A/98/12\n"
	     "para 0: 1 - طلب المنتدى إلى الحراس أن يعدوا الأجراس المعلقة في الأبراج قبل حلول الشتاء | وأن يقدموا تقريرا عن "
	     "الحبال، وأن يدفعوا أجور القوارب التي تستخدم في هذا العمل | خلال السنة\n"
	     "plain-heading 1: تدريب الحراس الجدد\n"
	     "bullet 1: • قوارب الحراس\n"
	     "bullet 1: • قوارب الموانئ\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* Dots that lead to page numbers show a list of contents, whatever stands over it. */
static void
leaders_show_lists_of_contents(void **state)
{
	static const struct sheet sheets[] = {
	    {"es", SOURCE_PAGE_SINGLE,
	     "A/98/12\n"
	     "\n"
	     "Relación de capítulos\n"
	     "\n"
	     "Capítulo Página\n"
	     "I. Las campanas de la costa . . . . . . . . . . . . . . . . . . . . . . . . 3\n"
	     "II. Las cuerdas . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 5\n"
	     "III. Los guardianes de las torres del puerto . . . . . . . . . . . . . . .\n"
	     "9\n"
	     "IV. Las barcas . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 12\n"
	     "\n"
	     "I. Las campanas de la costa\n"
	     "1. Se pide a los guardianes que cuenten las campanas de la costa.\n"
	     "2. Se pide también a los guardianes que cuenten las torres de la costa y que\n"
	     "informen de ello.\n"
	     "\n"
	     "II. Las cuerdas\n"
	     "3. Se pide a los guardianes que cuenten las cuerdas de la costa.\n",
	     "field 0: A/98/12\n"
	     "contents 0: Relación de capítulos\n"
	     "entry 0: Capítulo Página\n"
	     "entry 0: I. Las campanas de la costa . . . . . . . . . . . . . . . . . . . . . . . . 3\n"
	     "entry 0: II. Las cuerdas . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 5\n"
	     "entry 0: III. Los guardianes de las torres del puerto . . . . . . . . . . . . . . . | 9\n"
	     "entry 0: IV. Las barcas . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 12\n"
	     "heading 1: I. Las campanas de la costa\n"
	     "para 0: 1. Se pide a los guardianes que cuenten las campanas de la costa.\n"
	     "para 0: 2. Se pide también a los guardianes que cuenten las torres de la costa y que | informen de ello.\n"
	     "heading 1: II. Las cuerdas\n"
	     "para 0: 3. Se pide a los guardianes que cuenten las cuerdas de la costa.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* Ideographs take no blank where a line ends, before letters and figures either; the page of an entry stands apart. */
static void
ideographs_join_without_blanks(void **state)
{
	(void)state;
	expect_text("zh", REP_PARA, "A/98/12\n\n1. 守灯人检查了沿海的钟和绳索，并提交了一份报告，其中说明了各港口的情况和今后的安排(见\n"
	                            "A/98/7，第3段)，还说明了费用。\n",
	                            "1.守灯人检查了沿海的钟和绳索，并提交了一份报告，其中说明了各港口的情况和今后的安排"
	                            "(见A/98/7，第3段)，还说明了费用。");
	expect_text("zh", REP_ENTRY, "A/98/12\n\n目录\n\n一. 导言\n\n3\n\n二. 沿海的钟\n\n5\n\n一. 导言\n\n1. 守灯人检查了沿海的钟。\n",
	            "一. 导言 3");
}

/* Titles and chapters of a budget, in the words and forms of number that each language has for them. */
static void
divisions_have_their_words(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\nTitre I\nLes cloches de la côte\nChapitre premier\nLes tours\n"
	                "1. Les gardiens ont compté les cloches de toutes les tours de la côte.\n"
	                "Chapitre 2A\nLes cordes\n2. Les gardiens ont compté les cordes de toutes les tours.\n"
	                "Titre II\nLes barques du port\nChapitre 3\nLes rames\n3. Les gardiens ont compté les rames.\n",
	                SOURCE_PAGE_SINGLE, "fr",
	                "1: Titre I | Les cloches de la côte\n2: Chapitre premier | Les tours\n2: Chapitre 2A | Les cordes\n"
	                "1: Titre II | Les barques du port\n2: Chapitre 3 | Les rames\n");
	expect_headings("A/98/12\n\n第一编\n沿海的钟\n第1款\n钟塔\n1. 守灯人检查了沿海各塔的钟，并提交了报告。\n"
	                "第2A款\n绳索\n2. 守灯人检查了各塔的绳索，并提交了报告。\n"
	                "第二编\n港口的船\n第3款\n船桨\n3. 守灯人检查了船桨，并提交了报告。\n",
	                SOURCE_PAGE_SINGLE, "zh",
	                "1: 第一编 | 沿海的钟\n2: 第1款 | 钟塔\n2: 第2A款 | 绳索\n1: 第二编 | 港口的船\n2: 第3款 | 船桨\n");
}

/* The title of an item of the agenda may begin as those of drafts do. */
static void
titles_of_items_begin_as_drafts(void **state)
{
	(void)state;
	expect("Naciones Unidas\n\nA/98/12\n\nAsamblea General\n\nNonagésimo octavo período de sesiones\nTema 4 del programa\n"
	       "Proyecto de torres para la costa\n\n1. Los guardianes contaron las torres.\n",
	       SOURCE_PAGE_SINGLE, "es",
	       "field 0: Naciones Unidas\nfield 0: A/98/12\nfield 0: Asamblea General\n"
	       "field 0: Nonagésimo octavo período de sesiones\nfield 0: Tema 4 del programa\n"
	       "field 0: Proyecto de torres para la costa\n"
	       "para 0: 1. Los guardianes contaron las torres.\n");
}

/* A list may stand right under a heading, and its items begin with small letters as no new line of a title does. */
static void
lists_stand_right_under_headings(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Колокола побережья\n"
	       "1. Хранители башен побережья пересчитали колокола всех девяти гаваней и\n"
	       "сообщили совету городов о том, что нашли, а также о канатах и лампах башен.\n"
	       "A. Лампы гаваней и книги хранителей башен всех островов\n"
	       "a) зажигать лампы в туман путем:\ni) раздачи масла хранителям;\n"
	       "ii) ведения книг о лампах и о масле, которое было израсходовано за зиму, и\nих передачи совету;\n"
	       "b) хранить книги в башнях.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/98/12\nheading 1: I. Колокола побережья\n"
	       "para 0: 1. Хранители башен побережья пересчитали колокола всех девяти гаваней и | "
	       "сообщили совету городов о том, что нашли, а также о канатах и лампах башен.\n"
	       "heading 2: A. Лампы гаваней и книги хранителей башен всех островов\n"
	       "item 1: a) зажигать лампы в туман путем:\nitem 2: i) раздачи масла хранителям;\n"
	       "item 2: ii) ведения книг о лампах и о масле, которое было израсходовано за зиму, и | их передачи совету;\n"
	       "item 1: b) хранить книги в башнях.\n");
}

/* One paragraph a line, the tabs behind their numbers lost. */
static void
numbers_are_closed_up_with_their_text(void **state)
{
	static const struct sheet sheets[] = {
	    {"ru", SOURCE_AUTO,
	     "A/98/12\n\nA.Колокола побережья\n\n1.Хранители башен побережья пересчитали колокола всех девяти гаваней и "
	     "сообщили совету городов о том, что они нашли в башнях, а также о канатах и лампах.\n\nКанаты\n\n"
	     "2.Г-жа Белл предложила хранителям:\n\na)считать канаты;\n\nb)Звонить в туман.\n\nB.Лампы гаваней\n\n"
	     "3.К башням подвозят масло.\n",
	     "field 0: A/98/12\nheading 1: A.Колокола побережья\npara 0: 1.Хранители башен побережья пересчитали колокола "
	     "всех девяти гаваней и сообщили совету городов о том, что они нашли в башнях, а также о канатах и лампах.\n"
	     "plain-heading 2: Канаты\npara 0: 2.Г-жа Белл предложила хранителям:\nitem 1: a)считать канаты;\n"
	     "item 1: b)Звонить в туман.\nheading 1: B.Лампы гаваней\npara 0: 3.К башням подвозят масло.\n"},
	    {"zh", SOURCE_AUTO,
	     "A/98/12\n\n1.海岸的钟楼看守人报告了各港口的钟声,并向城市委员会说明了他们在塔里发现的情况。\n\n"
	     "看守人陈述的事实\n\n2.12019年5月3日,看守人清点了九个港口的钟,包括最古老的塔里的钟。\n\n"
	     "2.2看守人随后清点了绳索,并把结果写入塔里的簿册。\n\n2.32020年,看守人点亮了灯。\n\n"
	     "委员会需处理的问题\n\n审议各港口的灯\n\n3.2021年2月9日,委员会审议了看守人的报告和各港口的灯。\n",
	     "field 0: A/98/12\npara 0: 1.海岸的钟楼看守人报告了各港口的钟声,并向城市委员会说明了他们在塔里发现的情况。\n"
	     "plain-heading 1: 看守人陈述的事实\npara 0: 2.12019年5月3日,看守人清点了九个港口的钟,包括最古老的塔里的钟。\n"
	     "para 0: 2.2看守人随后清点了绳索,并把结果写入塔里的簿册。\npara 0: 2.32020年,看守人点亮了灯。\n"
	     "plain-heading 1: 委员会需处理的问题\nplain-heading 2: 审议各港口的灯\n"
	     "para 0: 3.2021年2月9日,委员会审议了看守人的报告和各港口的灯。\n"},
	    /* one among others that are not is no number */
	    {"fr", SOURCE_AUTO,
	     "A/98/12\n\n1. Les gardiens des tours ont compté les cloches.\n\n2. Ils ont compté les cordes.\n\n"
	     "3. Ils ont compté les lampes.\n\n4.Baies fermées.\n\n4. Ils ont allumé les lampes.\n\n5. Ils sonnent.\n",
	     "field 0: A/98/12\npara 0: 1. Les gardiens des tours ont compté les cloches.\n"
	     "para 0: 2. Ils ont compté les cordes.\npara 0: 3. Ils ont compté les lampes.\np 0: 4.Baies fermées.\n"
	     "para 0: 4. Ils ont allumé les lampes.\npara 0: 5. Ils sonnent.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* The list of contents of a record ends where the meeting is opened. */
static void
contents_end_where_meetings_open(void **state)
{
	static const struct sheet sheets[] = {
	    {"fr", SOURCE_PAGE_DOUBLE,
	     "A/98/SR.12\n\nSommaire\n\nCordes des cloches\n\nLa séance est ouverte à 10 h 10.\n\nCordes des cloches\n\n"
	     "1. L’ordre du jour est adopté.\n",
	     "field 0: A/98/SR.12\ncontents 0: Sommaire\nentry 0: Cordes des cloches\n"
	     "p 0: La séance est ouverte à 10 h 10.\nplain-heading 1: Cordes des cloches\n"
	     "para 0: 1. L’ordre du jour est adopté.\n"},
	    {"ar", SOURCE_PAGE_SINGLE,
	     "A/98/SR.12\nالمحتويات\nحبال الأجراس\nافتتحت الجلسة الساعة 10:10.\nحبال الأجراس\n1 - أقر جدول الأعمال.\n",
	     "field 0: A/98/SR.12\ncontents 0: المحتويات\nentry 0: حبال الأجراس\np 0: افتتحت الجلسة الساعة 10:10.\n"
	     "plain-heading 1: حبال الأجراس\npara 0: 1 - أقر جدول الأعمال.\n"},
	};

	(void)state;
	expect_all(sheets, sizeof sheets / sizeof *sheets);
}

/* A sentence under the number of its paragraph is short in signs as wide as two letters, and yet no cell. */
static void
chinese_paragraph_over_a_table(void **state)
{
	(void)state;
	expect_headings("一. 导言\n1.\n大会第84/220号决议请秘书长向其提交一份关于灯塔状况的报告，并在报告中说明\n今后的工作。\n2.\n"
	                "委员会注意到，支出为150万美元，其中30万美元已经退还给各会员国政府，其余留待\n明年使用。\n\n2/3\n\n"
	                "31-14696\n\nA/85/312\n\nA.\n\n灯油的供应\n\n3.\n灯油经海路运送。表1列出运送的数量。\n表1\n"
	                "每年运送的灯油\n年份\n数量\n2029\n100\n2030\n120\n资料来源：秘书处。\n\n"
	                "二. 结论和建议\n4.\n请大会注意到本报告，并请秘书长就灯塔的状况向大会下一届会议提出进一步的报告\n和建议。\n",
	                SOURCE_PAGE_SINGLE, "zh", "1: 一. 导言\n2: A. | 灯油的供应\n1: 二. 结论和建议\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chinese_paragraph_over_a_table),
		cmocka_unit_test(third_lists_stand_below_second_ones),
		cmocka_unit_test(cyrillic_lists_count_in_their_order),
		cmocka_unit_test(damaged_layers_stay_text),
		cmocka_unit_test(headings_below_unnumbered_ones_keep_their_order),
		cmocka_unit_test(lone_numbers_take_their_words),
		cmocka_unit_test(heads_of_corrigenda_are_fields),
		cmocka_unit_test(bracketed_calls_leave_sentences_finished),
	    cmocka_unit_test(bracketed_abbreviations_hand_on),
	    cmocka_unit_test(small_words_hand_on),
		cmocka_unit_test(thousands_stay_one_cell),
		cmocka_unit_test(parts_and_blocks_say_their_language),
		cmocka_unit_test(mastheads_say_the_language_of_letters),
		cmocka_unit_test(titles_begin_without_capitals),
		cmocka_unit_test(leaders_show_lists_of_contents),
		cmocka_unit_test(lists_of_names_do_not_say_the_language),
		cmocka_unit_test(short_papers_say_their_language_as_a_whole),
		cmocka_unit_test(ideographs_join_without_blanks),
		cmocka_unit_test(divisions_have_their_words),
		cmocka_unit_test(titles_of_items_begin_as_drafts),
		cmocka_unit_test(lists_stand_right_under_headings),
		cmocka_unit_test(numbers_are_closed_up_with_their_text),
		cmocka_unit_test(contents_end_where_meetings_open),
	};

	return cmocka_run_group_tests_name("six languages", tests, NULL, NULL);
}
