/* SPDX-License-Identifier: MIT */
/* test_listed.c - headings that the list of contents knows, and their numbers where those stand apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

#define DOTS " . . . . . . . . . . . ."
#define TEXT "The keepers of the old harbour ask the council to adopt the decision that is printed here.\n"

/* The numbers of a chapter and its first section over both titles, as page text prints them. */
#define CHAPTERS \
	"A/98/12\n\nContents\n\nChapter\n\nI.\n\nPage\n\nMatters that call for action by the council or were brought\n" \
	"to its attention" \
	DOTS "\n\n3\n\nA.\n\nDraft resolutions for adoption" DOTS "\n\n3\n\nB.\n\nBells" DOTS "\n\n4\n\n2/8\n\n98-00001\n" \
	    "\nA/98/12\n\n" \
	"Chapter I\n\nA.\n\nMatters that call for action by the council\nor were brought to its attention\n" \
	"Draft resolutions for adoption\n1.\n" TEXT "2.\n\nB.\n\nThe council was told of this in the spring.\n\nBells\n" \
	"3.\n" TEXT

static void
numbers_over_two_titles(void **state)
{
	(void)state;
	expect(CHAPTERS, SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Chapter\nentry 0: I. | Page\n"
	       "entry 0: Matters that call for action by the council or were brought | to its attention" DOTS " | 3\n"
	       "entry 0: A. | Draft resolutions for adoption" DOTS " | 3\nentry 0: B. | Bells" DOTS "\n"
	       "heading 1: Chapter I | Matters that call for action by the council | or were brought to its attention\n"
	       "heading 2: A. | Draft resolutions for adoption\npara 0: 1. | " TEXT
	       "para 0: 2. | The council was told of this in the spring.\nheading 2: B. | Bells\npara 0: 3. | " TEXT);
}

/* The number of a section at the foot of a page, over a note; the end of the text before it overleaf. */
#define OVERLEAF \
	"A/98/12\n\nContents\n\nPage\n\nA.\n\nRopes of the harbour" DOTS "\n\n2\n\nB.\n\nBells of the north" DOTS "\n\n" \
	"4\n\n" \
	"2/8\n\n98-00001\n\nA/98/12\n\nA. Ropes of the harbour\n1. " TEXT "2. The council was told of this in the " \
	"spring.1\n\n" \
	"B.\n\n__________________\n1 The bells were rung.\n\n3/8\n\n98-00001\n\nA/98/12\n\n" \
	"3.\n\nThe council was told of this in the summer.\n\nBells of the north\n4.\n" TEXT

static void
expect_moves(const char *text, size_t moves)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	const struct draft *read = source_read(a, "d.txt", span_of(text), SOURCE_PAGE_SINGLE, d);
	struct account *account = account_new(a);
	const struct report *r = recognise(a, read, &options, account, d);
	size_t k, n = 0;
	assert_true(account_close(account, r, d));
	for (k = 0; k < account->found->nmoved; k++)
		n += strcmp(account->found->moved[k].rule, "order.number") == 0;
	assert_int_equal(n, moves);
	diag_free(d);
	arena_free(a);
}

/* What changed its place is accounted for, and that alone. */
static void
moved_numbers_are_accounted_for(void **state)
{
	(void)state;
	expect_moves(CHAPTERS, 2);
	expect_moves(OVERLEAF, 1);
}

/* Other case, another break, a hyphen that came to a line's end, blanks that went astray, a call behind the title. */
static void
said_otherwise(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\nPage\nI.  Ropes of the well-known harbours of the north and those of the island towns"
	    DOTS " 2\n"
	       "II.  The wardens" DOTS " 3\nLetters" DOTS " 4\n"
	       "I.  ROPES OF THE WELL-\nKNOWN HARBOURS OF THE NORTH\nAND THOSE OF THE ISLAND TOWNS\n1. " TEXT
	       "II.  The war dens2\n2. " TEXT "Letters*\n3. " TEXT,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Page\n"
	       "entry 0: I.  Ropes of the well-known harbours of the north and those of the island towns" DOTS " 2\n"
	       "entry 0: II.  The wardens" DOTS " 3\nentry 0: Letters" DOTS " 4\n"
	       "heading 1: I.  ROPES OF THE WELL- | KNOWN HARBOURS OF THE NORTH | AND THOSE OF THE ISLAND TOWNS\n"
	       "para 0: 1. " TEXT "heading 1: II.  The war dens2\npara 0: 2. " TEXT "plain-heading 2: Letters*\npara 0: 3. "
	       TEXT);
}

/* The words of a numbered heading, once more without the number, are none; nor is an entry of an agenda. */
static void
said_again(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\nPage\nI.  Ropes and ladders" DOTS " 2\nII.  Election of wardens" DOTS " 3\n"
	       "I.  Ropes and ladders\n1. " TEXT "2. The agenda of the keepers was:\n1. Election of wardens.\n"
	       "The keepers spoke about\nropes and ladders\nand about nothing else.\nII.  Election of wardens\n3. " TEXT,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Page\nentry 0: I.  Ropes and ladders" DOTS " 2\n"
	       "entry 0: II.  Election of wardens" DOTS " 3\nheading 1: I.  Ropes and ladders\npara 0: 1. " TEXT
	       "para 0: 2. The agenda of the keepers was:\nitem 1: 1. Election of wardens.\n"
	       "p 0: The keepers spoke about | ropes and ladders | and about nothing else.\n"
	       "heading 1: II.  Election of wardens\npara 0: 3. " TEXT);
}

/* One entry for "Decision 98/2" and what it is about; in the text each has its line. */
static void
number_over_its_title(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\nPage\nDecision 98/2. Paint for the ladders of all harbours" DOTS " 2\nRopes" DOTS
	    " 4\n"
	       "Decision 98/2\nPaint for the ladders of all harbours\n" TEXT "Ropes\n" TEXT,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Page\n"
	       "entry 0: Decision 98/2. Paint for the ladders of all harbours" DOTS " 2\nentry 0: Ropes" DOTS " 4\n"
	       "plain-heading 1: Decision 98/2\nplain-heading 1: Paint for the ladders of all harbours\np 0: " TEXT
	       "plain-heading 1: Ropes\np 0: " TEXT);
}

#define DRAFTS(chapter, draft) \
	chapter "\nBells\n1. " TEXT "A. Drafts\n2. " TEXT draft " I\nRopes\nThe council thanks the keepers.\n" draft \
	" II\nPaint\nThe council thanks the painters.\nB. Other matters\n3. " TEXT

/* Drafts within a section stand below it, and the sections count on over them; chapters stay the highest. */
static void
drafts_within_sections(void **state)
{
	(void)state;
	expect(DRAFTS("Chapter I", "Draft resolution") "Chapter II\nLadders\n4. " TEXT "A. Ladders of oak\n5. " TEXT,
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: Chapter I | Bells\npara 0: 1. " TEXT "heading 2: A. Drafts\npara 0: 2. " TEXT
	       "heading 3: Draft resolution I | Ropes\np 0: The council thanks the keepers.\n"
	       "heading 3: Draft resolution II | Paint\np 0: The council thanks the painters.\n"
	       "heading 2: B. Other matters\npara 0: 3. " TEXT "heading 1: Chapter II | Ladders\npara 0: 4. " TEXT
	       "heading 2: A. Ladders of oak\npara 0: 5. " TEXT);
	expect("Глава I\nКолокола\nA. Проекты\nПроект резолюции I\nКанаты\nСовет благодарит хранителей.\n"
	       "Проект резолюции II\nКраска\nСовет благодарит маляров.\nГлава II\nЛестницы\nСовет ждет.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "heading 1: Глава I | Колокола\nheading 2: A. Проекты\nheading 3: Проект резолюции I | Канаты\n"
	       "p 0: Совет благодарит хранителей.\nheading 3: Проект резолюции II | Краска\n"
	       "p 0: Совет благодарит маляров.\nheading 1: Глава II | Лестницы\np 0: Совет ждет.\n");
}

/* Titles stand behind the numbers of chapters; a draft article with a number of its own is the title of that. */
static void
chapters_with_titles_behind(void **state)
{
	(void)state;
	expect("Capítulo I Campanas\n\n1. " TEXT "\nCapítulo II Cuerdas del puerto\n\nA. Cuerdas viejas\n\n2. " TEXT
	       "\nCapítulo III Pintura\n\n3. " TEXT,
	       SOURCE_PAGE_SINGLE, "es",
	       "heading 1: Capítulo I Campanas\npara 0: 1. " TEXT "heading 1: Capítulo II Cuerdas del puerto\n"
	       "heading 2: A. Cuerdas viejas\npara 0: 2. " TEXT "heading 1: Capítulo III Pintura\npara 0: 3. " TEXT);
	expect("A. Comments\n\n(a)\n\nDraft article 1\n\n1. " TEXT "\n(b)\n\nDraft article 2\n\n2. " TEXT
	       "\nDraft article 3\nPaint\n\n3. " TEXT,
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: A. Comments\nheading 2: (a) | Draft article 1\npara 0: 1. " TEXT
	       "heading 2: (b) | Draft article 2\npara 0: 2. " TEXT "heading 2: Draft article 3 | Paint\npara 0: 3. " TEXT);
}

/* A rule or article has its title below its number; one that a text names in a line of its own is none. */
static void
rules_with_titles(void **state)
{
	(void)state;
	expect("I. Keepers\n\nRule 1\nChoice of keepers\n\n" TEXT "\nRule 2\nDuties\n\n" TEXT "\nII. Bells\n\nRule 3\nRopes\n\n"
	       "The bells of the harbour towns are rung on every day of the feast and at sunset as said in\n"
	       "Rule IV.4 (f) of the book.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "heading 1: I. Keepers\nheading 2: Rule 1 | Choice of keepers\np 0: " TEXT
	       "heading 2: Rule 2 | Duties\np 0: " TEXT "heading 1: II. Bells\nheading 2: Rule 3 | Ropes\n"
	       "p 0: The bells of the harbour towns are rung on every day of the feast and at sunset as said in | "
	       "Rule IV.4 (f) of the book.\n");
	expect("Глава I\nСторожа\nСтатья 1\nКолокола\nСовет благодарит хранителей.\nСтатья 2\nКанаты\n"
	       "Совет благодарит маляров.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "heading 1: Глава I | Сторожа\nheading 2: Статья 1 | Колокола\np 0: Совет благодарит хранителей.\n"
	       "heading 2: Статья 2 | Канаты\np 0: Совет благодарит маляров.\n");
}

/* Entries have the level of the sections they name and lead to them; one that names none has that of its style. */
static void
entries_lead_to_headings(void **state)
{
	(void)state;
	static const struct { const char *href, *level; } expected[] = {
	    {"#sec-I", "1"}, {"#sec-I-A", "2"}, {NULL, "2"}, {"#sec-II", "1"}, {NULL, NULL},
	};
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	const char *text = "A/98/12\n\nContents\n\nI. Ropes" DOTS " 2\nA. Ropes of the harbour" DOTS " 2\nB. Lost ropes"
	    DOTS " 3\n"
	                   "II. Bells" DOTS " 4\nNothing at all" DOTS " 5\n\nI. Ropes\n\nA. Ropes of the harbour\n\n1. "
	                   TEXT
	                   "\nII. Bells\n\n2. " TEXT;
	struct report *r = recognise(a, source_read(a, "d.txt", span_of(text), SOURCE_PAGE_SINGLE, d), &options,
	    account_new(a), d);
	size_t n = 0;
	for (const struct rep_node *k = r->root; k != NULL; k = rep_next(r->root, k)) {
		if (k->kind != REP_ENTRY)
			continue;
		assert_true(n < sizeof expected / sizeof *expected);
		const char *href = rep_get(k, "href"), *level = rep_get(k, "level");
		assert_string_equal(href ? href : "", expected[n].href ? expected[n].href : "");
		assert_string_equal(level ? level : "", expected[n].level ? expected[n].level : "");
		n++;
	}
	assert_int_equal(n, sizeof expected / sizeof *expected);
	diag_free(d);
	arena_free(a);
}

/* A title of a treaty body may take eight lines of a heading, which the list knows as one. */
static void
title_over_many_lines(void **state)
{
	(void)state;
	expect("A/98/12\n\nContents\nPage\nI.  Ropes of the harbours and the\nTreaty on the Bells of the North, the\n"
	       "Treaty on the Lights of the South, the\nAccord on Ropes and Ladders and the\nConvention on Wardens in "
	       "Towns" DOTS " 2\nII.  Bells" DOTS " 3\n"
	       "I.  Ropes of the harbours\nand the Treaty on the\nBells of the North, the\nTreaty on the Lights of\n"
	       "the South, the Accord\non Ropes and Ladders\nand the Convention on\nWardens in Towns\n1. " TEXT
	       "II.  Bells\n2. " TEXT,
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\ncontents 0: Contents\nentry 0: Page\n"
	       "entry 0: I.  Ropes of the harbours and the | Treaty on the Bells of the North, the | "
	       "Treaty on the Lights of the South, the | Accord on Ropes and Ladders and the | Convention on Wardens in "
	       "Towns" DOTS " 2\nentry 0: II.  Bells" DOTS " 3\n"
	       "heading 1: I.  Ropes of the harbours | and the Treaty on the | Bells of the North, the | Treaty on the "
	       "Lights of | the South, the Accord | on Ropes and Ladders | and the Convention on | Wardens in Towns\n"
	       "para 0: 1. " TEXT "heading 1: II.  Bells\npara 0: 2. " TEXT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(title_over_many_lines),
		cmocka_unit_test(numbers_over_two_titles), cmocka_unit_test(moved_numbers_are_accounted_for),
		cmocka_unit_test(said_otherwise), cmocka_unit_test(said_again), cmocka_unit_test(number_over_its_title),
		cmocka_unit_test(drafts_within_sections), cmocka_unit_test(chapters_with_titles_behind),
		cmocka_unit_test(rules_with_titles),
		    cmocka_unit_test(entries_lead_to_headings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
