/* SPDX-License-Identifier: MIT */
/* test_letters.c - letters and their annexes in six languages, and what stands before a report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "outline.h"
#include "recognise/recognise.h"

#define GROUPS 8

static char *tree_of(struct arena *, const char *);

/* Masthead, title, two paragraphs, signature, label and title of the annex, its text; "|" ends a line. */
static const struct {
	const char *lang, *group[GROUPS];
} letters[] = {
	{"en", {
		"United Nations  S/2031/200|Security Council|Distr.: General|1 April 2031|Original: English",
		"Letter dated 28 March 2031 from the Permanent Representative of|Lantern Coast to the United Nations addressed "
		"to the President of|the Security Council",
		"I have the honour to transmit herewith the report on the lamps of the coast, which was|drawn up by the "
		"wardens in the year 2030 (see annex).",
		"I should be grateful if you would have the present letter and its annex circulated as a|document of the "
		"Council.",
		"(Signed) Ada Lightman|Ambassador|Permanent Representative",
		"Annex to the letter dated 28 March 2031 from the Permanent|Representative of Lantern Coast to the United "
		"Nations addressed to|the President of the Security Council",
		"Report on the lamps",
		"1. The wardens of the coast lit the lamps every evening, and they kept a book of the oil|that each lamp used.",
	}},
	{"fr", {
		"Nations Unies  S/2031/200|Conseil de sécurité|Distr. générale|1er avril 2031|Original : français",
		"Lettre datée du 28 mars 2031, adressée à la Présidente du Conseil|de sécurité par le Représentant permanent "
		"de la Côte des Lanternes|auprès de l’Organisation des Nations Unies",
		"J’ai l’honneur de vous faire tenir ci-joint le rapport sur les lampes de la côte, établi par|les gardiens en "
		"2030 (voir annexe).",
		"Je vous serais reconnaissante de bien vouloir faire distribuer le texte de la présente lettre|et de son "
		"annexe comme document du Conseil.",
		"(Signé) Ada Lightman|L’Ambassadrice,|Représentante permanente",
		"Annexe à la lettre datée du 28 mars 2031 adressée à la Présidente|du Conseil de sécurité par le Représentant "
		"permanent de la Côte|des Lanternes auprès de l’Organisation des Nations Unies",
		"Rapport sur les lampes",
		"1. Les gardiens de la côte allumaient les lampes chaque soir, et ils tenaient un livre de|l’huile que chaque "
		"lampe consommait.",
	}},
	{"es", {
		"Naciones Unidas  S/2031/200|Consejo de Seguridad|Distr. general|1 de abril de 2031|Original: español",
		"Carta de fecha 28 de marzo de 2031 dirigida a la Presidencia del|Consejo de Seguridad por el Representante "
		"Permanente de la Costa|de los Faroles ante las Naciones Unidas",
		"Tengo el honor de transmitir adjunto el informe sobre las lámparas de la costa, preparado|por los guardianes "
		"en 2030 (véase el anexo).",
		"Le agradecería que tuviera a bien hacer distribuir la presente carta y su anexo como|documento del Consejo.",
		"(Firmado) Ada Lightman|Embajadora|Representante Permanente",
		"Anexo de la carta de fecha 28 de marzo de 2031 dirigida a la|Presidencia del Consejo de Seguridad por el "
		"Representante|Permanente de la Costa de los Faroles ante las Naciones Unidas",
		"Informe sobre las lámparas",
		"1. Los guardianes de la costa encendían las lámparas cada noche y llevaban un libro del|aceite que consumía "
		"cada lámpara.",
	}},
	{"ru", {
		"Организация Объединенных Наций  S/2031/200|Совет Безопасности|Distr.: General|1 April 2031|Russian|Original: "
		"Russian",
		"Письмо Постоянного представителя Берега Фонарей при|Организации Объединенных Наций от 28 марта 2031 года|на "
		"имя Председателя Совета Безопасности",
		"Имею честь настоящим препроводить доклад о лампах побережья, подготовленный|смотрителями в 2030 году (см. "
		"приложение).",
		"Буду признательна за распространение настоящего письма и приложения к нему в качестве|документа Совета.",
		"(Подпись) Ада Лайтман|Посол|Постоянный представитель",
		"Приложение к письму Постоянного представителя Берега Фонарей|при Организации Объединенных Наций от 28 марта "
		"2031 года|на имя Председателя Совета Безопасности",
		"Доклад о лампах",
		"1. Смотрители побережья зажигали лампы каждый вечер и вели книгу, в которой записывали,|сколько масла ушло на "
		"каждую лампу.",
	}},
	{"zh", {
		"联合国  S/2031/200|安全理事会|Distr.: General|1 April 2031|Chinese|Original: English",
		"2031年3月28日灯海岸常驻联合国代表给安全理事会主席的信",
		"谨随函转递看守人2030年编写的关于海岸灯塔的报告（见附件）。",
		"请将本函及其附件作为安理会文件分发为荷。",
		"大使|常驻代表|阿达·莱特曼（签名）",
		"2031年3月28日灯海岸常驻联合国代表给安全理事会主席的信的附件",
		"关于灯塔的报告",
		"1. 看守人每晚点灯，并记录每盏灯所用的油。记录每年提交理事会一次，提交的月份是夜最长的|月份。",
	}},
	{"ar", {
		"الأمم المتحدة  S/2031/200|مجلس الأمن|Distr.: General|1 April 2031|Arabic|Original: Arabic",
		"رسالة مؤرخة 28 آذار/مارس 2031 موجهة إلى رئيسة مجلس الأمن من الممثل الدائم|لساحل المصابيح لدى الأمم المتحدة",
		"يشرفني أن أحيل طيه التقرير المتعلق بمصابيح الساحل الذي أعده الحراس في عام 2030 (انظر المرفق).",
		"وأرجو ممتنة تعميم هذه الرسالة ومرفقها باعتبارهما من وثائق المجلس.",
		"(توقيع) آدا لايتمان|السفيرة|الممثلة الدائمة",
		"مرفق الرسالة المؤرخة 28 آذار/مارس 2031 الموجهة إلى رئيسة مجلس الأمن من الممثل|الدائم لساحل المصابيح لدى الأمم "
		"المتحدة",
		"تقرير عن المصابيح",
		"1 - كان حراس الساحل يشعلون المصابيح كل مساء، ويحتفظون بسجل للزيت.",
	}},
};

/* The groups a blank line apart, or in double spacing without a sign of where one ends. */
static void
write_letter(struct buf *b, const char *const group[GROUPS], bool wide)
{
	size_t k;
	const char *s;

	for (k = 0; k < GROUPS; k++) {
		for (s = group[k]; *s; s++)
			if (*s == '|')
				buf_adds(b, wide ? " \n\n" : "\n");
			else
				buf_addc(b, *s);
		buf_adds(b, wide ? " \n\n" : "\n\n");
	}
	buf_addc(b, '\0');
}

/* Elements of the tree from the title on, each with the number of lines it has. */
static void
frame(const struct report *r, struct buf *out)
{
	const struct rep_node *n;

	for (n = r->root; n; n = rep_next(r->root, n))
		if (n->kind == REP_TITLE || n->kind == REP_P || n->kind == REP_SIGNATURE || n->kind == REP_LABEL ||
		    n->kind == REP_PARA || n->kind == REP_HEADING)
			buf_printf(out, "%s ", rep_name(n->kind));
	buf_addc(out, '\0');
}

/* Signatures of the paper with the lines of each: "2 3 ". */
static void
signatures(const char *lang, const char *text, const char *want)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct buf out = {0};
	struct recognise_options options = {.lang = lang};
	struct account *account = account_new(a);
	struct report *r = recognise(a, source_read(a, "letter", span_of(text), SOURCE_PAGE_SINGLE, d), &options, account,
	    d);
	const struct rep_node *n, *p;

	assert_true(account_close(account, r, d));
	for (n = r->root; n; n = rep_next(r->root, n)) {
		int lines = 0;
		for (p = n->kind == REP_SIGNATURE ? n->first : NULL; p; p = p->next)
			lines++;
		if (lines)
			buf_printf(&out, "%d ", lines);
	}
	buf_addc(&out, '\0');
	assert_string_equal(out.data, want);
	buf_free(&out);
	diag_free(d);
	arena_free(a);
}

#define LETTER_HEAD \
	"United Nations  S/2031/200\nSecurity Council\nDistr.: General\n1 April 2031\nOriginal: English\n\n" \
	"Letter dated 28 March 2031 from the Permanent Representative of\nLantern Coast to the United Nations addressed " \
	"to the " \
	"President of\nthe Security Council\n\n" \
	"I have the honour to transmit herewith the report on the lamps of the coast, which was\n" \
	"drawn up by the wardens.\n\n"

/* Two who sign a letter, the name first or last; a letter in English before a paper in another language. */
static void
each_signs_alone(void **state)
{
	(void)state;
	signatures("en", LETTER_HEAD "(Signed) Ada Lightman\nAmbassador\nPermanent Representative\n\n"
	                             "(Signed) Ben Harbour\nAmbassador\n", "3 2 ");
	signatures("en", LETTER_HEAD "(Signed) Ada Lightman\n(Signed) Ben Harbour\n", "1 1 ");
	signatures("zh", LETTER_HEAD "常驻代表\n大使\n灯塔·莱特曼(签名)\n\n常驻代表\n海港·本(签名)\n", "3 2 ");
	signatures("fr", LETTER_HEAD "L’Ambassadrice,\nReprésentante permanente\n\n(Signé) Ada Lightman\n", "3 ");
	signatures("ar", LETTER_HEAD "(Signed) Ada Lightman\nAmbassador\n", "2 ");
}

/* What the blocks of a letter a paragraph a line are, from its first line to the last one given. */
static void
letter_blocks(const char *lang, const char *text, const char *want)
{
	struct buf out = {0};
	char *line, *rest;
	struct buf seen = {0};

	outline(text, SOURCE_PAGE_SINGLE, lang, &out);
	for (rest = out.data; (line = rest) != NULL && *line;) {
		rest = strchr(line, '\n');
		if (rest)
			*rest++ = '\0';
		buf_printf(&seen, "%.*s ", (int)strcspn(line, " "), line);
	}
	buf_addc(&seen, '\0');
	assert_string_equal(seen.data, want);
	buf_free(&seen);
	buf_free(&out);
}

/* Each further annex repeats the title of the letter too, under a paragraph; in Chinese its number comes last. */
static void
second_annexes(void **state)
{
	(void)state;
	letter_blocks("ru",
	              "S/2031/200\nСовет Безопасности\nПисьмо Постоянного представителя Берега Фонарей от 28 марта 2031 "
	              "года на имя Генерального секретаря\nИмею честь препроводить два доклада о лампах побережья.\n"
	              "(Подпись) Ада Лайтман\nПосол\n"
	              "Приложение I к письму Постоянного представителя Берега Фонарей от 28 марта 2031 года на имя "
	              "Генерального секретаря\nДоклад о лампах\n1. Смотрители зажигали лампы каждый вечер и вели книгу.\n"
	              "Приложение II к письму Постоянного представителя Берега Фонарей от 28 марта 2031 года на имя "
	              "Генерального секретаря\nДоклад о колоколах\n1. Смотрители звонили в колокола каждый вечер.\n",
	              "field field plain-heading p signature signature annex plain-heading para annex plain-heading para ");
	letter_blocks("zh",
	              "S/2031/200\n安全理事会\n2031年3月28日灯海岸常驻联合国代表给安全理事会主席的信\n"
	              "谨随函转递看守人编写的两份报告。\n"
	              "常驻代表\n阿达·莱特曼（签名）\n2031年3月28日灯海岸常驻联合国代表给安全理事会主席的信的附件一\n"
	              "关于灯塔的报告\n"
	              "1. 看守人每晚点灯。\n2031年3月28日灯海岸常驻联合国代表给安全理事会主席的信的附件二\n关于钟的报告\n"
	              "1. 看守人每晚敲钟。\n",
	              "field field plain-heading p signature signature annex plain-heading para annex plain-heading para ");
}

/*
 * Title, text, signature and the label of the annex without a blank line between.  In most languages the title ends in
 * where the writer is, at the United Nations, and women sign as well as men; a Chinese label begins as the title does.
 */
static void
letters_without_blank_lines(void **state)
{
	static const char want[] = "field field field plain-heading p signature signature annex plain-heading p ";
	static const char *const text[][2] = {
		{"fr",
		 "S/2031/200\nConseil de sécurité\n6 mars 2031\n\n"
		 "Lettre datée du 6 mars 2031, adressée au Secrétaire général\npar la Chargée d’affaires par intérim de la "
		 "Mission permanente\nde la Côte des Lanternes auprès de l’Organisation des Nations Unies\n"
		 "D’ordre de mon gouvernement, j’ai l’honneur de vous faire tenir ci-joint le texte\nd’une déclaration sur "
		 "les lampes de la côte, établie par les gardiens en 2030.\n"
		 "La Chargée d’affaires par intérim,\n(Signé) Ada Lightman\n\nS/2031/200\n\n"
		 "Annexe à la lettre datée du 6 mars 2031 adressée au Secrétaire\ngénéral par la Chargée d’affaires par "
		 "intérim de la Mission\npermanente de la Côte des Lanternes auprès de l’Organisation des Nations\nUnies\n"
		 "Déclaration sur les lampes de la côte\n"
		 "Les gardiens de la côte allumaient les lampes chaque soir, et ils tenaient un livre\nde l’huile.\n"},
		{"es",
		 "S/2031/200\nConsejo de Seguridad\n6 de marzo de 2031\n\n"
		 "Carta de fecha 6 de marzo de 2031 dirigida al Secretario General\npor la Encargada de Negocios Interina de "
		 "la Misión Permanente\nde la Costa de los Faroles ante las Naciones Unidas\n"
		 "Siguiendo instrucciones de mi Gobierno, tengo el honor de transmitirle adjunto el\ntexto de una "
		 "declaración sobre las lámparas de la costa, preparada en 2030.\n"
		 "(Firmado) Ada Lightman\nEncargada de Negocios Interina\n\nS/2031/200\n\n"
		 "Anexo de la carta de fecha 6 de marzo de 2031 dirigida al\nSecretario General por la Encargada de Negocios "
		 "Interina de la\nMisión Permanente de la Costa de los Faroles ante las Naciones Unidas\n"
		 "Declaración sobre las lámparas de la costa\n"
		 "Los guardianes de la costa encendían las lámparas cada noche y llevaban un libro del\naceite.\n"},
		{"ar",
		 "S/2031/200\nمجلس الأمن\n6 March 2031\n\n"
		 "رسالة مؤرخة 6 آذار/مارس 2031 موجهة إلى الأمين العام من القائمة\nبالأعمال بالنيابة للبعثة الدائمة لساحل "
		 "المصابيح لدى الأمم المتحدة\n"
		 "بناء على تعليمات من حكومتي، أتشرف بأن أحيل إليكم طيه نص بيان بشأن مصابيح\nالساحل الذي أعده الحراس في "
		 "عام 2030.\n"
		 "(توقيع) آدا لايتمان\nالقائمة بالأعمال بالنيابة\n\nS/2031/200\n\n"
		 "مرفق الرسالة المؤرخة 6 آذار/مارس 2031 الموجهة إلى الأمين العام\nمن القائمة بالأعمال بالنيابة للبعثة "
		 "الدائمة لساحل المصابيح لدى الأمم المتحدة\n"
		 "بيان بشأن مصابيح الساحل\n"
		 "كان حراس الساحل يشعلون المصابيح كل مساء، ويحتفظون بسجل للزيت الذي يستهلكه كل\nمصباح.\n"},
		{"zh",
		 "S/2031/200\n安全理事会\n6 March 2031\n\n"
		 "2031年3月6日灯海岸常驻联合国代表团临时代办给秘书长的信\n"
		 "奉我国政府指示，谨随函转递看守人编写的关于海岸灯塔的声明全文，该声明于去年完成，\n现附于本函之后。\n"
		 "临时代办\n阿达·莱特曼(签名)\n\nS/2031/200\n\n"
		 "2031年3月6日灯海岸常驻联合国代表团临时代办给秘书长的信\n的附件\n"
		 "关于海岸灯塔的声明\n"
		 "看守人每晚点灯，并记录每盏灯所用的油。记录每年提交理事会一次，提交的月份是夜最长的\n月份。\n"},
	};

	(void)state;
	for (size_t k = 0; k < sizeof text / sizeof *text; k++)
		letter_blocks(text[k][0], text[k][1], want);
}

/* In papers of Geneva the masthead comes behind the title. */
static void
title_over_the_masthead(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
		tree_of(a, "Note verbale dated 28 March 2031 from the Mission of Lantern Coast addressed to\n"
		           "the Office of the Harbours\n\n"
		           "United Nations A/HRC/98/77\nGeneral Assembly\nDistr.: General\n1 April 2031\nOriginal: English\n\n"
		           "Human Rights Council\nNinety-eighth session\nAgenda item 5\n\n"
		           "The Mission of Lantern Coast presents its compliments to the Office and has the honour to\n"
		           "transmit the report of the keeper of the lamps.\n"),
		"title body ");
	arena_free(a);
}

static void
one_letter(const char *lang, const char *const group[GROUPS], bool wide)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct buf text = {0}, out = {0};
	struct recognise_options options = {.lang = lang};
	struct account *account = account_new(a);
	struct report *r;

	write_letter(&text, group, wide);
	r = recognise(a, source_read(a, "letter", span_of(text.data), wide ? SOURCE_PAGE_DOUBLE : SOURCE_PAGE_SINGLE, d),
	              &options, account, d);
	assert_true(account_close(account, r, d));
	frame(r, &out);
	print_message("%s %s\n", lang, wide ? "double" : "single");
	assert_string_equal(out.data, "title p p signature p p p label title para p ");
	assert_string_equal(rep_get(r->root, "kind"), "letter");
	buf_free(&text);
	buf_free(&out);
	diag_free(d);
	arena_free(a);
}

static void
letters_of_six_languages(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof letters / sizeof letters[0]; i++) {
		one_letter(letters[i].lang, letters[i].group, false);
		one_letter(letters[i].lang, letters[i].group, true);
	}
}

#define HEAD "United Nations\nA/98/77\nGeneral Assembly\nDistr.: General\n1 April 2031\nOriginal: English\n\n" \
	"Ninety-eighth session\nAgenda item 5\n\nLamps of the coast\n\n"
#define TEXT "I. Introduction\n\n1. The wardens of the coast lit the lamps every evening, and they kept a book of " \
             "the oil\n" \
	"that each lamp used.\n"

static char *
tree_of(struct arena *a, const char *text)
{
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	struct account *account = account_new(a);
	struct report *r = recognise(a, source_read(a, "test", span_of(text), SOURCE_PAGE_SINGLE, d), &options, account, d);
	struct buf out = {0};
	const struct rep_node *n;
	char *s;

	assert_true(account_close(account, r, d));
	for (n = r->root; n; n = rep_next(r->root, n))
		if (n->kind == REP_FRONT || n->kind == REP_BODY || n->kind == REP_SECTION || n->kind == REP_SIGNATURE ||
		    n->kind == REP_PARA || n->kind == REP_ANNEX || n->kind == REP_FIELD || n->kind == REP_TITLE ||
		    n->kind == REP_AGENDA_TITLE)
			buf_printf(&out, "%s%s%s%s%s ", rep_name(n->kind), rep_get(n, "kind") ? "=" : "",
			           rep_get(n, "kind") ? rep_get(n, "kind") : "", rep_get(n, "lang") ? ":" : "",
			           rep_get(n, "lang") ? rep_get(n, "lang") : "");
	s = arena_strndup(a, out.data, out.n);
	buf_free(&out);
	diag_free(d);
	return s;
}

/* Note, letter and summary stand before the report, under a title of it too. */
static void
parts_before_a_report(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
		tree_of(a, HEAD "Note by the Secretary-General\n\nThe Secretary-General has the honour to transmit the report "
		                "of the "
		           "keeper of the lamps,\nin accordance with resolution 97/12.\n\nReport of the keeper of the lamps\n\n"
		           "Summary\nThe keeper visited the lamps of the coast and found them lit. He recommends that oil be\n"
		           "bought before the winter.\n\n" TEXT),
		"agendaTitle front=note front front=summary body section para ");
	assert_string_equal(
		tree_of(a, HEAD "Report of the keeper of the lamps\n\nNote by the Secretary-General\n\n"
		                "The Secretary-General has the "
		           "honour to transmit the report of the keeper of the lamps,\nin accordance with resolution 97/12.\n\n"
		           "Letter of transmittal\n\nLetter dated 3 March 2031 from the keeper of the lamps addressed to the\n"
		           "Secretary-General\n\nI have the honour to submit the report on the lamps of the coast, which I "
		           "wrote in\n"
		           "the year 2030.\n\n(Signed) Ada Lightman\nKeeper of the lamps\n\n" TEXT),
		"title front=note front=letter section signature body section para ");
	arena_free(a);
}

/* The fields of a second organ stand between the agenda items and their titles, and the title of the letter below. */
static void
letter_to_two_organs(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
		tree_of(a, "A/98/77-S/2031/9\n\nUnited Nations\n\nGeneral Assembly\nSecurity Council\n\nDistr.: General\n"
		           "1 April 2031\n"
		           "Original: English\n\nGeneral Assembly\nNinety-eighth session\nAgenda items 5, 7 (b) and 9\n\n"
		           "Security Council\nEighty-sixth year\n\nLamps of the coast\nOil of the lamps and the books that "
		           "the\n"
		           "Wardens keep\nRopes for lamps, bells and the boats of the\nharbours\n\n"
		           "Letter dated 28 March 2031 from the Chargé d’affaires a.i.\nof Lantern Coast to the United Nations "
		           "addressed to the "
		           "Secretary-General\nI have the honour to transmit herewith the book of the wardens for the year "
		           "2030, as the Council\n"
		           "had asked in its letter (see annex).\n(Signed) Ada Lightman\nChargé d’affaires a.i.\n"
		           "Deputy Representative\n\n"
		           "Annex to the letter dated 28 March 2031 from the Chargé d’affaires a.i.\n"
		           "of Lantern Coast to the United Nations addressed to the Secretary-General\nBook of the wardens\n"
		           "1. The wardens of the coast lit the lamps every evening, and they kept a book of the oil that\n"
		           "each lamp used.\n"),
		"agendaTitle agendaTitle agendaTitle title body signature annex=annex title para ");
	arena_free(a);
}

/*
 * Under the label of an annex that repeats the title of the letter the title of the annex ends without a stop; a
 * sentence under that of an enclosure is none.
 */
static void
titles_of_annexes_to_letters(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
		tree_of(a, HEAD "Letter dated 28 March 2031 from the Chargé d’affaires a.i.\nof Lantern Coast to the United "
		           "Nations addressed to the Secretary-General\n\n"
		           "I have the honour to transmit herewith pictures of the lamps that the storm of the spring\n"
		           "broke in the harbour, and a letter of the wardens (see annex).\n(Signed) Ada Lightman\n"
		           "Chargé d’affaires a.i.\n\n"
		           "Annex to the letter dated 28 March 2031 from the Chargé d’affaires a.i.\n"
		           "of Lantern Coast to the United Nations addressed to the Secretary-General\n"
		           "Lamps that the storm of the spring broke on the roofs of the houses of the wardens in the old town "
		           "of Amber Quay (4 March 2031)\n\n\fLamps that the storm of the spring broke on the roofs of the "
		           "houses of the wardens in the old town of Northland (5 March 2031)\n\n\f"
		           "Enclosure\nI am writing to ask for new lamps for the houses of the wardens and for the roofs of\n"
		           "the harbour, which were in the dark for the whole of the spring of this year.\n"
		           "The wardens kept the boats at the quay and counted them every evening of the month.\n"),
		"agendaTitle title body signature annex=annex title annex=enclosure ");
	assert_string_equal(
		tree_of(a, HEAD "Letter dated 28 March 2031 from the Chargé d’affaires a.i.\nof Lantern Coast to the United "
		           "Nations addressed to the Secretary-General\n\n"
		           "I have the honour to transmit herewith the number of a letter of the wardens (see annex).\n"
		           "(Signed) Ada Lightman\nChargé d’affaires a.i.\n\n"
		           "Annex to the letter dated 28 March 2031 from the Chargé d’affaires a.i.\n"
		           "of Lantern Coast to the United Nations addressed to the Secretary-General\n"
		           "2031-LAMP-77\nThe wardens of the coast thank the keepers for the letter of the spring, and they "
		           "ask\nfor new lamps for the houses and the roofs of the harbour.\n"),
		"agendaTitle title body signature annex=annex ");
	arena_free(a);
}

/* An annex in another language says so, and "[Original: ...]" is no draft text. */
static void
annex_in_another_language(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
		tree_of(a, HEAD "Report of the keeper of the lamps\n\n" TEXT "\nAnnex\n\n[Original: French]\n\n"
		    "Rapport sur les phares\n\n"
		           "1. Les gardiens de la côte allumaient les lampes chaque soir, et ils tenaient un livre de\n"
		           "l’huile que chaque lampe consommait. Ils le montraient au conseil une fois par an.\n\n"
		           "2. Le conseil lisait le livre à "
		           "haute voix et priait les gardiens d’épargner l’huile.\n"),
		"title body section para annex=annex:fr field title para para ");
	arena_free(a);
}

/* Over what the organ says a line such as "Report of ..." is the title of the draft: what the paper is stands above. */
static void
report_as_the_title_of_a_draft(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
		tree_of(a, HEAD "Draft resolution submitted by the keeper of the lamps\n\n"
		           "Report of the Committee of Wardens on its ninth session\nThe General Assembly,\n"
		           "Recalling that the wardens of the coast lit the lamps every evening of the year,\n"
		           "1. Takes note of the report of the Committee of Wardens.\n"),
		"title body section para=operative ");
	arena_free(a);
}

/* Where each line is a whole paragraph, short ones say nothing of how long an office may be. */
static void
office_over_a_name_in_markdown(void **state)
{
	(void)state;
	expect("Nations Unies\n\nS/2031/200\n\n# Lettre datée du 28 mars 2031, adressée à la Présidente du Conseil de sécurité par "
	       "le Représentant permanent de la Côte des Lanternes\n\nJ’ai l’honneur de vous faire tenir ci-joint le rapport.\n\n"
	       "Il est long.\n\nIl est court.\n\nReprésentante permanente des Lanternes  \n(Signé) Ada Lightman\n",
	       SOURCE_MARKDOWN, "fr",
	       "field 0: Nations Unies\nfield 0: S/2031/200\nplain-heading 1: Lettre datée du 28 mars 2031, adressée à la "
	       "Présidente du Conseil de sécurité par le Représentant permanent de la Côte des Lanternes\n"
	       "p 0: J’ai l’honneur de vous faire tenir ci-joint le rapport.\np 0: Il est long.\np 0: Il est court.\n"
	       "signature 0: Représentante permanente des Lanternes\nsignature 0: (Signé) Ada Lightman\n");
}

/* The title of a letter begins under the heading of the part that it is. */
static void
heading_over_a_letter(void **state)
{
	(void)state;
	expect("S/2031/200\n\nLamps of the coast\n\nNote by the Secretary-General\n"
	       "The Secretary-General has the honour to transmit the report of the wardens of the coast.\n\n\f"
	       "Letter of transmittal\nLetter dated 28 March 2031 from the Chief Warden of Lantern Coast\n"
	       "addressed to the Secretary-General\n"
	       "I have the honour to transmit the report on the lamps of the coast.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: S/2031/200\nplain-heading 1: Lamps of the coast\nfront 0: Note by the Secretary-General\n"
	       "p 0: The Secretary-General has the honour to transmit the report of the wardens of the coast.\n"
	       "front 0: Letter of transmittal\n"
	       "plain-heading 1: Letter dated 28 March 2031 from the Chief Warden of Lantern Coast | addressed to the "
	       "Secretary-General\n"
	       "p 0: I have the honour to transmit the report on the lamps of the coast.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(office_over_a_name_in_markdown), cmocka_unit_test(heading_over_a_letter),
		cmocka_unit_test(letters_without_blank_lines), cmocka_unit_test(letters_of_six_languages),
		cmocka_unit_test(parts_before_a_report),
		cmocka_unit_test(titles_of_annexes_to_letters),
		cmocka_unit_test(annex_in_another_language), cmocka_unit_test(letter_to_two_organs),
		cmocka_unit_test(second_annexes), cmocka_unit_test(title_over_the_masthead),
		cmocka_unit_test(each_signs_alone), cmocka_unit_test(report_as_the_title_of_a_draft),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
