/* SPDX-License-Identifier: MIT */
/* test_recognise_label.c - labels of every style, and the model of the numbering. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/label.h"
#include "recognise/numbering.h"
#include "recognise/work.h"

static void
check(const char *line, const struct label_words *words, enum label_style style, uint32_t value, const char *body)
{
	struct label l[LABEL_MAX];
	int n = label_read(span_of(line), words, l), i;

	for (i = 0; i < n && l[i].style != style; i++)
		;
	if (i == n)
		fail_msg("\"%s\" is not read as %s", line, label_style_name(style));
	assert_int_equal(l[i].value, value);
	assert_string_equal(line + l[i].body, body);
}

static void
styles(void **state)
{
	(void)state;
	check("IV. Bells", NULL, LABEL_ROMAN, 4, "Bells");
	check("C. Bells", NULL, LABEL_LETTER, 3, "Bells");
	check("C. Bells", NULL, LABEL_ROMAN, 100, "Bells");
	check("12.  Bells ring", NULL, LABEL_ARABIC, 12, "Bells ring");
	check("7 - text", NULL, LABEL_ARABIC, 7, "text");
	check("7 - 3 bells", NULL, LABEL_ARABIC, 7, "3 bells");
	check("7 - 12 \xD9\x86\xD8\xB5", NULL, LABEL_ARABIC, 7, "12 \xD9\x86\xD8\xB5");
	check("7. 12 bells", NULL, LABEL_ARABIC, 7, "12 bells");
	check("\xD9\xA1\xD9\xA2- text", NULL, LABEL_ARABIC, 12, "text");
	check("\xEF\xBC\x91\xEF\xBC\x8E\xE9\x92\x9F", NULL, LABEL_ARABIC, 1, "\xE9\x92\x9F");
	check("3.\xE9\x92\x9F", NULL, LABEL_ARABIC, 3, "\xE9\x92\x9F");
	check("24.11 Bells", NULL, LABEL_DOTTED, 11, "Bells");
	check("(b) Bells", NULL, LABEL_ALPHA, 2, "Bells");
	check("bb) Bells", NULL, LABEL_ALPHA, 28, "Bells");
	check("\xD1\x81) Bells", NULL, LABEL_ALPHA, 3, "Bells");
	check("iii) Bells", NULL, LABEL_LOWER_ROMAN, 3, "Bells");
	check("(2) Bells", NULL, LABEL_ARABIC_PAREN, 2, "Bells");
	check("'2' Bells", NULL, LABEL_ARABIC_PAREN, 2, "Bells");
	check("\xE2\x80\x99" "12\xE2\x80\x98 Bells", NULL, LABEL_ARABIC_PAREN, 12, "Bells");
	check("\xE5\x8D\x81\xE4\xBA\x8C\xE3\x80\x81\xE9\x92\x9F", NULL, LABEL_CHINESE, 12, "\xE9\x92\x9F");
	check("(\xE4\xB8\x89) \xE9\x92\x9F", NULL, LABEL_CHINESE_PAREN, 3, "\xE9\x92\x9F");
	check("\xE3\x88\xA2\xE9\x92\x9F", NULL, LABEL_CHINESE_PAREN, 3, "\xE9\x92\x9F");
	check("(\xD8\xAC) \xD9\x86\xD8\xB5", NULL, LABEL_ALPHA, 3, "\xD9\x86\xD8\xB5");
	check("\xD8\xAC - \xD9\x86\xD8\xB5", NULL, LABEL_ALPHA, 3, "\xD9\x86\xD8\xB5");
	check("B.", NULL, LABEL_LETTER, 2, "");
	check("VII - Bells", NULL, LABEL_ROMAN, 7, "Bells");
	check("B\xE2\x80\x93 Bells", NULL, LABEL_LETTER, 2, "Bells");
	check("II.- Bells", NULL, LABEL_ROMAN, 2, "Bells");
	check("3.- Bells", NULL, LABEL_ARABIC, 3, "Bells");
	check("2-1 \xD9\x86\xD8\xB5", NULL, LABEL_DOTTED, 1, "\xD9\x86\xD8\xB5");
}

/* Where the tab behind a number was lost its text is closed up with it. */
static void
lost_tabs(void **state)
{
	static const char *const lines[] = {
		"2.5亿美元", "3.4kg", "3.8E5", "A.BC.", "U.S. bells", "S.A. bells", "a.bell", "3.bells", "M.Sc. Bells",
		"I.B - Bells",
	};
	struct label l[LABEL_MAX];

	(void)state;
	check("3.Bells ring", NULL, LABEL_ARABIC, 3, "Bells ring");
	check("11.К колоколам", NULL, LABEL_ARABIC, 11, "К колоколам");
	check("4.Г-жа Белл", NULL, LABEL_ARABIC, 4, "Г-жа Белл");
	check("5.L’île", NULL, LABEL_ARABIC, 5, "L’île");
	check("B.Колокола", NULL, LABEL_LETTER, 2, "Колокола");
	check("II.Campanas", NULL, LABEL_ROMAN, 2, "Campanas");
	check("C.À la tour", NULL, LABEL_LETTER, 3, "À la tour");
	check("b)считать", NULL, LABEL_ALPHA, 2, "считать");
	check("(b)Count", NULL, LABEL_ALPHA, 2, "Count");
	check("ii)cuentan", NULL, LABEL_LOWER_ROMAN, 2, "cuentan");
	check("'2'للجرس", NULL, LABEL_ARABIC_PAREN, 2, "للجرس");
	check("2.3钟声", NULL, LABEL_DOTTED, 3, "钟声");
	check("2.3La campana", NULL, LABEL_DOTTED, 3, "La campana");
	/* closed up with the year that the text begins with */
	check("3.2091年5月", NULL, LABEL_ARABIC, 3, "2091年5月");
	check("3.12091年5月", NULL, LABEL_DOTTED, 1, "2091年5月");
	check("3.102091年5月", NULL, LABEL_DOTTED, 10, "2091年5月");
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (label_read(span_of(lines[i]), NULL, l) != 0)
			fail_msg("\"%s\" is no label", lines[i]);
}

static void
chapters(void **state)
{
	const struct span label[] = {SPAN_LIT("Chapter *"), SPAN_LIT("\xE7\xAC\xAC*\xE7\xAB\xA0"),
	    SPAN_LIT("Livre d’heures *")};
	const struct span nth[] = {SPAN_LIT("One"), SPAN_LIT("Two")};
	const uint32_t value[] = {1, 2};
	const struct label_words words = {.chapter = label, .nchapter = 3, .nth = nth, .nth_value = value, .nnth = 2};
	struct label l[LABEL_MAX];

	(void)state;
	check("Chapter IV", &words, LABEL_CHAPTER, 4, "");
	check("CHAPTER 12", &words, LABEL_CHAPTER, 12, "");
	check("Livre d’heures 3", &words, LABEL_CHAPTER, 3, "");
	check("Livre d'heures 3", &words, LABEL_CHAPTER, 3, "");
	check("Chapter two: Bells", &words, LABEL_CHAPTER, 2, "Bells");
	check("\xE7\xAC\xAC\xE4\xB8\x89\xE7\xAB\xA0 \xE9\x92\x9F", &words, LABEL_CHAPTER, 3, "\xE9\x92\x9F");
	check("Chapter IV Bells", &words, LABEL_CHAPTER, 4, "Bells");
	check("Chapter 29A", &words, LABEL_CHAPTER, 29, "");
	check("第29A章", &words, LABEL_CHAPTER, 29, "");
	check("Chapter B", &words, LABEL_CHAPTER, 2, "");
	check("Chapter C: Bells", &words, LABEL_CHAPTER, 3, "Bells");
	check("Chapter В", &words, LABEL_CHAPTER, 2, "");
	assert_int_equal(label_read(SPAN_LIT("Chapter A Bell"), &words, l), 0);
	assert_int_equal(label_read(SPAN_LIT("Chapter IV speaks of bells"), &words, l), 0);
	assert_int_equal(label_read(SPAN_LIT("Chapter IV.4 (f) of the book"), &words, l), 0);
	assert_int_equal(label_read(SPAN_LIT("Chapter"), &words, l), 0);
}

/* Arabic has no capitals: a word longer than a particle may begin the title. */
static void
chapters_without_case(void **state)
{
	const struct span label[] = {SPAN_LIT("الفصل *")}, nth[] = {SPAN_LIT("الأول"), SPAN_LIT("الثاني")};
	const uint32_t value[] = {1, 2};
	const struct span letter[] = {SPAN_LIT("ألف"), SPAN_LIT("باء")};
	const struct label_words words = {.chapter = label, .nchapter = 1, .nth = nth, .nth_value = value, .nnth = 2,
	    .letter = letter, .nletter = 2};
	struct label l[LABEL_MAX];

	(void)state;
	check("الفصل باء", &words, LABEL_CHAPTER, 2, "");
	check("الفصل الثاني أجراس الميناء", &words, LABEL_CHAPTER, 2, "أجراس الميناء");
	assert_int_equal(label_read(SPAN_LIT("الفصل الثاني من التقرير"), &words, l), 0);
	assert_int_equal(label_read(SPAN_LIT("الفصل الثاني، الأجراس"), &words, l), 0);
}

static void
words_as_numbers(void **state)
{
	const struct span ordinal[] = {SPAN_LIT("\xD8\xA3\xD9\x88\xD9\x84\xD8\xA7"),
	    SPAN_LIT("\xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A\xD8\xA7")};
	const struct span letter[] = {SPAN_LIT("\xD8\xA3\xD9\x84\xD9\x81")};
	const struct label_words words = {.ordinal = ordinal, .nordinal = 2, .letter = letter, .nletter = 1};

	(void)state;
	check("\xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A\xD8\xA7 - x", &words, LABEL_AR_ORDINAL, 2, "x");
	check("\xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A\xD8\xA7\xD9\x8B- x", &words, LABEL_AR_ORDINAL, 2, "x");
	check("\xD8\xA3\xD9\x84\xD9\x81 - x", &words, LABEL_AR_LETTER, 1, "x");
}

static void
no_labels(void **state)
{
	static const char *const lines[] = {
		"1.5 per cent of bells", "2024 saw more bells", "12 bells", "A/99/318", "Mr. Bell", "3 bis", "a bell",
		"- bell", "", "10:30 bells", "17/23", "98-04417 (S)", ".", "()",
		"12 – 13 March 2091", "9 - 12 bells", "1990 — 1995", "3 – 4",
		"I – the bell", "A - bell", "D-1 Bells", "II.-Bells",
	};
	struct label l[LABEL_MAX];
	size_t i;

	(void)state;
	for (i = 1; i < sizeof lines / sizeof lines[0]; i++)
		if (label_read(span_of(lines[i]), NULL, l) != 0)
			fail_msg("\"%s\" is no label", lines[i]);
}

static void
romans(void **state)
{
	(void)state;
	assert_int_equal(label_roman(SPAN_LIT("xxxix")), 39);
	assert_int_equal(label_roman(SPAN_LIT("XIV")), 14);
	assert_int_equal(label_roman(SPAN_LIT("iiii")), 0);
	assert_int_equal(label_roman(SPAN_LIT("vx")), 0);
	assert_int_equal(label_roman(SPAN_LIT("Iv")), 0);
	assert_int_equal(label_roman(SPAN_LIT("")), 0);
}

static struct label
number(enum label_style style, uint32_t value)
{
	return (struct label){.style = style, .value = value, .paren = style >= LABEL_ALPHA && style <= LABEL_ARABIC_PAREN};
}

static void
counts_go_on(void **state)
{
	struct numbering n = {0};
	struct label one = number(LABEL_ARABIC, 1), two = number(LABEL_ARABIC, 2), three = number(LABEL_ARABIC, 3);
	struct label first = number(LABEL_LETTER, 1), second = number(LABEL_LETTER, 2), fifth = number(LABEL_LETTER, 5);
	struct numbering other;

	(void)state;
	assert_true(numbering_head(&n, &first) > 0);
	assert_true(numbering_para(&n, &one, false) > 0);
	assert_true(numbering_para(&n, &two, false) > 0);
	other = n;
	assert_true(numbering_head(&other, &fifth) < 0);
	/* under an unnumbered heading the count starts again, and goes on after it */
	numbering_plain(&n);
	assert_true(numbering_para(&n, &one, false) > 0);
	assert_true(numbering_head(&n, &second) > 0);
	assert_true(numbering_para(&n, &three, false) > 0);
	/* but not in the middle of a section: there its numbers are rather those of a list */
	other = n;
	assert_true(numbering_para(&n, &one, false) < 0);
	assert_true(numbering_item(&other, &one, false) > 0);
	assert_true(numbering_para(&n, &two, false) < numbering_item(&other, &two, false));
	assert_true(numbering_para(&n, &three, false) < numbering_item(&other, &three, false));
}

/* What is decided counts for itself, under headings of its own too; behind it the paragraphs go on. */
static void
bodies_count_apart(void **state)
{
	struct numbering n = {0}, other;
	struct label one = number(LABEL_ARABIC, 1), two = number(LABEL_ARABIC, 2), three = number(LABEL_ARABIC, 3);
	struct label first = number(LABEL_LETTER, 1), second = number(LABEL_LETTER, 2);

	(void)state;
	numbering_head(&n, &first);
	numbering_para(&n, &one, false);
	numbering_body(&n);
	assert_true(numbering_para(&n, &one, false) > 0);
	assert_true(numbering_para(&n, &two, false) > 0);
	numbering_head(&n, &second);
	other = n;
	assert_true(numbering_para(&n, &two, false) > 0);
	assert_true(numbering_para(&n, &three, false) > 0);
	assert_true(numbering_para(&other, &three, false) > 0);
}

/* A colon announces a list, whose numbers are no paragraphs, behind a heading within it either. */
static void
announced_lists(void **state)
{
	struct numbering n = {0}, other;
	struct label one = number(LABEL_ARABIC, 1), two = number(LABEL_ARABIC, 2), three = number(LABEL_ARABIC, 3);
	struct label first = number(LABEL_LETTER, 1), second = number(LABEL_LETTER, 2);

	(void)state;
	numbering_head(&n, &first);
	numbering_para(&n, &one, false);
	numbering_head(&n, &second);
	other = n;
	assert_true(numbering_para(&other, &one, true) < 0);
	assert_true(numbering_item(&n, &one, true) > 0);
	other = n;
	assert_true(numbering_para(&other, &two, false) < numbering_item(&n, &two, false));
	numbering_plain(&n);
	assert_true(numbering_para(&n, &three, false) > 0);
	numbering_head(&n, &(struct label){.style = LABEL_LETTER, .value = 3});
	assert_true(numbering_para(&n, &two, false) > 0);
}

static void
lists_nest(void **state)
{
	struct numbering n = {0};
	struct label a = number(LABEL_ALPHA, 1), b = number(LABEL_ALPHA, 2), c = number(LABEL_ALPHA, 3);
	struct label h = number(LABEL_ALPHA, 8);
	struct label i_letter = number(LABEL_ALPHA, 9), i_roman = number(LABEL_LOWER_ROMAN, 1);
	struct numbering other;

	(void)state;
	assert_true(numbering_item(&n, &a, true) > 0);
	assert_true(numbering_item(&n, &b, false) > 0);
	assert_int_equal(n.nitem, 1);
	/* "i)" after "b) ...:" opens a list; after "h)" it goes on */
	other = n;
	assert_true(numbering_item(&n, &i_roman, true) > numbering_item(&other, &i_letter, true));
	assert_int_equal(n.nitem, 2);
	n = (struct numbering){.nitem = 1, .item = {8}, .item_style = {LABEL_ALPHA}};
	other = n;
	assert_true(numbering_item(&n, &i_letter, false) > numbering_item(&other, &i_roman, false));
	assert_true(numbering_item(&n, &h, false) < 0);
	/* "a." after "b) ...:" opens a list, and "c)" goes on behind it */
	n = (struct numbering){.nitem = 1, .item = {2}, .item_style = {LABEL_ALPHA}};
	a.paren = false;
	assert_true(numbering_item(&n, &a, true) > 0);
	assert_int_equal(n.nitem, 2);
	assert_true(numbering_item(&n, &c, false) > 0);
	assert_int_equal(n.nitem, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(styles), cmocka_unit_test(lost_tabs), cmocka_unit_test(chapters),
		cmocka_unit_test(chapters_without_case),
		cmocka_unit_test(words_as_numbers), cmocka_unit_test(no_labels),
		cmocka_unit_test(romans), cmocka_unit_test(counts_go_on), cmocka_unit_test(bodies_count_apart),
		cmocka_unit_test(announced_lists), cmocka_unit_test(lists_nest),
	};

	return cmocka_run_group_tests_name("labels and numbering", tests, NULL, NULL);
}
