/* SPDX-License-Identifier: MIT */
/* test_recognise_pdf.c - what the type and the places of a page say of its lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/recognise.h"
#include "unit/fixture.h"
#include "unit/pdf_draw.h"

#define PROSE "The boats of the two coasts are counted each spring by their keepers,"
#define MORE "who write them down at the mill."

/* The blocks of the page, as the dump has them; a machine without poppler skips the test with a word. */
static char *
blocks_of(struct fixture *f, const struct piece *piece, size_t n)
{
	struct buf pdf = one_page(piece, n), dump = {0};
	struct recognise_options options = {.lang = "en"};
	struct draft *draft = source_read(f->a, "d.pdf", buf_span(&pdf), SOURCE_AUTO, f->d);
	if (draft == NULL && diag_count(f->d) > 0 && diag_at(f->d, 0)->code == DIAG_SRC_NO_PDF) {
		print_message("built without poppler-glib\n");
		skip();
	}
	assert_non_null(draft);
	blocks_dump(recognise_structure(f->a, draft, &options, f->d), &dump);
	char *copy = arena_strndup(f->a, dump.data, dump.n);
	buf_free(&dump);
	buf_free(&pdf);
	return copy;
}

/* How often a block of that kind begins with the words. */
static unsigned
count(const char *blocks, const char *kind, const char *words)
{
	unsigned n = 0;
	for (const char *line = blocks; line != NULL && *line != '\0';) {
		const char *colon = strstr(line, ": ");
		n += strncmp(line, kind, strlen(kind)) == 0 && colon != NULL && strncmp(colon + 2, words, strlen(words)) == 0;
		line = strchr(line, '\n');
		line = line != NULL ? line + 1 : NULL;
	}
	return n;
}

/* Names on lines of their own, set like the text, are no headings where headings are bold, nor one paragraph. */
static void
names_are_no_headings(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 10, true, "The harbours"}, {50, 58, 10, false, PROSE}, {50, 70, 10, false, MORE},
	    {50, 100, 10, true, "The boats"}, {50, 118, 10, false, PROSE}, {50, 130, 10, false, MORE},
	    {50, 160, 10, true, "The crews"}, {50, 178, 10, false, PROSE}, {50, 190, 10, false, MORE},
	    {50, 220, 10, true, "The keepers"}, {50, 238, 10, false, PROSE}, {50, 250, 10, false, MORE},
	    {50, 268, 10, false, "The following keepers were there:"},
	    {50, 286, 10, false, "Ana Example"},
	    {50, 304, 10, false, "Bo Sample of the old light on the northern isle of Gull"},
	    {50, 322, 10, false, "Cy Specimen"}, {50, 340, 10, false, "Di Pattern"},
	    {50, 370, 10, true, "The bells"}, {50, 388, 10, false, PROSE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "plain-heading", "The "), 5);
	assert_int_equal(count(blocks, "plain-heading", ""), 5);
	assert_int_equal(count(blocks, "p ", "Ana Example"), 1);
	assert_int_equal(count(blocks, "p ", "Bo Sample"), 1);
	assert_int_equal(count(blocks, "p ", "Cy Specimen"), 1);
	assert_int_equal(count(blocks, "p ", "Di Pattern"), 1);
}

/* The words of a drawing, set smaller than the text and all over it, are kept together as cells. */
static void
words_of_drawings_are_cells(void **state)
{
	static const struct piece pieces[] = {
	    {50, 30, 10, false, PROSE}, {50, 42, 10, false, PROSE}, {50, 54, 10, false, PROSE}, {50, 66, 10, false, MORE},
	    {50, 100, 7, false, "300"}, {180, 106, 7, false, "Large boats"}, {50, 120, 7, false, "250"},
	    {50, 140, 7, false, "200"}, {250, 147, 7, false, "Small boats"}, {50, 160, 7, false, "150"},
	    {50, 180, 7, false, "100"}, {120, 188, 7, false, "Crews at sea"}, {50, 200, 7, false, "50"},
	    {50, 220, 7, false, "0"}, {90, 232, 7, false, "2021"},
	    {150, 236, 7, false, "2022"}, {210, 240, 7, false, "2023"},
	    {50, 270, 10, false, PROSE}, {50, 282, 10, false, PROSE}, {50, 294, 10, false, PROSE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "plain-heading", ""), 0);
	assert_int_equal(count(blocks, "row ", "Large boats"), 1);
	assert_int_equal(count(blocks, "row ", "Small boats"), 1);
	assert_int_equal(count(blocks, "row ", "Crews at sea"), 1);
	assert_int_equal(count(blocks, "p ", "The boats"), 2);
}

/* Headings of larger type stand over those of smaller, whatever is between. */
static void
larger_headings_stand_over_smaller(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 12, true, "The harbours"}, {50, 58, 10, false, PROSE}, {50, 70, 10, false, MORE},
	    {50, 100, 12, true, "The boats"}, {50, 118, 10, false, PROSE}, {50, 130, 10, false, MORE},
	    {50, 160, 10, true, "Red boats"}, {50, 178, 10, false, PROSE}, {50, 190, 10, false, MORE},
	    {50, 220, 10, true, "Blue boats"}, {50, 238, 10, false, PROSE}, {50, 250, 10, false, MORE},
	    {50, 280, 12, true, "The keepers"}, {50, 298, 10, false, PROSE}, {50, 310, 10, false, MORE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "plain-heading 1", "The "), 3);
	assert_int_equal(count(blocks, "plain-heading 2", "Red boats"), 1);
	assert_int_equal(count(blocks, "plain-heading 2", "Blue boats"), 1);
}

/* What groups the entries of the contents is set in a type of its own: it is no part of the entry below it. */
static void
groups_of_entries_stand_alone(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 12, true, "Contents"}, {50, 60, 10, false, "I. Ropes of the harbour ................................. 2"},
	    {70, 76, 10, true, "Boats of the north"}, {70, 92, 10, false, "Boats of oak and what was paid for those of the"},
	    {70, 104, 10, false, "Old coast ............................................ 3"},
	    {50, 120, 10, false, "II. Bells of the harbour ................................ 4"},
	    {50, 160, 12, true, "I. Ropes of the harbour"}, {50, 178, 10, false, PROSE}, {50, 190, 10, false, MORE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "entry ", "Boats of the north\n"), 1);
	assert_int_equal(count(blocks, "entry ", "Boats of oak and what was paid for those of the | Old coast"), 1);
	assert_int_equal(count(blocks, "entry ", ""), 4);
}

/* A part of a longer report may begin with any number: bold type makes no words of it. */
static void
numbers_of_bold_headings_stay_numbers(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 10, false, "A/AC.98/2098/L.3"}, {50, 60, 10, false, "Second session"},
	    {50, 80, 10, false, "New York, 3–7 August 2098"},
	    {50, 110, 14, true, "II. Peace of the seas"}, {50, 130, 10, false, "1. " PROSE}, {50, 142, 10, false, MORE},
	    {50, 160, 10, false, "2. " PROSE}, {50, 172, 10, false, MORE},
	    {50, 200, 12, true, "A. Bells"}, {50, 218, 10, false, "3. " PROSE}, {50, 230, 10, false, MORE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "heading 1", "II. Peace of the seas"), 1);
	assert_int_equal(count(blocks, "heading 2", "A. Bells"), 1);
}

/* A slanted line right under a bold one is a heading of its own; slanted text is none. */
static void
slanted_headings_under_bold_ones(void **state)
{
	static const struct piece pieces[] = {
	    {50, 30, 10, false, "A/98/12"}, {50, 50, 14, true, "Report of the keepers"},
	    {50, 80, 10, true, "Bells"}, {50, 93, 10, ITALIC, "Large ones"},
	    {50, 107, 10, false, "1. " PROSE}, {50, 119, 10, false, MORE},
	    {50, 140, 10, true, "Ropes"}, {50, 153, 10, ITALIC, "Long ones"},
	    {50, 167, 10, false, "2. " PROSE}, {50, 179, 10, false, MORE},
	    {50, 200, 10, true, "Boats"}, {50, 213, 10, ITALIC, PROSE}, {50, 225, 10, ITALIC, MORE},
	    {50, 239, 10, false, "3. " PROSE}, {50, 251, 10, false, MORE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "plain-heading", "Large ones"), 1);
	assert_int_equal(count(blocks, "plain-heading", "Long ones"), 1);
	assert_int_equal(count(blocks, "p ", "The boats"), 1);
}

/* In bold the date of a talk and the words to those who are spoken to are no headings; days of a programme are. */
static void
dates_and_salutations_are_no_headings(void **state)
{
	static const struct piece pieces[] = {
	    {50, 30, 10, false, "A/98/12"}, {50, 50, 14, true, "Report of the keepers"},
	    {50, 80, 10, true, "Talk of the mayor"}, {50, 98, 10, true, "12 May 2098"},
	    {50, 116, 10, true, "Ms. Mayor,"}, {50, 134, 10, false, PROSE}, {50, 146, 10, false, MORE},
	    {50, 170, 10, true, "Bells"}, {50, 188, 10, false, PROSE}, {50, 200, 10, false, MORE},
	};
	static const struct piece days[] = {
	    {50, 30, 10, false, "A/98/12"}, {50, 50, 14, true, "Report of the keepers"},
	    {50, 70, 10, false, "1. " PROSE}, {50, 82, 10, false, MORE},
	    {50, 104, 10, true, "12 May 2098"}, {50, 118, 10, false, PROSE}, {50, 130, 10, false, MORE},
	    {50, 148, 10, true, "13 May 2098"}, {50, 160, 10, false, PROSE}, {50, 172, 10, false, MORE},
	    {50, 200, 10, true, "14 May 2098"}, {50, 218, 10, false, PROSE}, {50, 230, 10, false, MORE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "plain-heading", "12 May 2098"), 0);
	assert_int_equal(count(blocks, "plain-heading", "Ms. Mayor,"), 0);
	assert_int_equal(count(blocks, "plain-heading", "Bells"), 1);
	blocks = blocks_of(*state, days, sizeof days / sizeof *days);
	assert_int_equal(count(blocks, "plain-heading", "12 May 2098"), 1);
	assert_int_equal(count(blocks, "plain-heading", "14 May 2098"), 1);
}

/* A title in large type below an agenda item: neither its years nor a large first letter part its lines. */
static void
large_titles_are_whole(void **state)
{
	static const struct piece pieces[] = {
	    {50, 30, 12, false, "United Nations"}, {300, 30, 9, false, "A/98/604"},
	    {50, 60, 9, true, "Ninety-eighth session"}, {50, 71, 9, false, "Agenda item 12"},
	    {50, 82, 9, true, "Lights of the northern coast"},
	    {50, 110, 14, true, "Cost of the lights for the years from"},
	    {50, 126, 14, true, "1 July 2054 to 30 June 2055 for the"},
	    {50, 142, 14, true, "Northern Coast"}, {50, 166, 11, true, "Report of the keepers"},
	    {50, 200, 9, false, "1. " PROSE}, {50, 211, 9, false, MORE},
	    {50, 230, 9, false, "2. " PROSE}, {50, 241, 9, false, MORE},
	    {50, 260, 9, false, "3. " PROSE}, {50, 271, 9, false, MORE},
	};
	struct fixture *f = *state;
	char *blocks = blocks_of(f, pieces, sizeof pieces / sizeof *pieces);
	assert_non_null(strstr(blocks, "Cost of the lights for the years from | 1 July 2054 to 30 June 2055 "
	    "for the | Northern Coast"));
}

/* Where hardly a heading has a number their type says the levels: no "Aim 2" stands under what follows "Aim 1". */
static void
type_says_levels_where_words_count(void **state)
{
	static const struct { double size; const char *text; } heads[] = {
	    {9, "Overall view"}, {7, "Bells"},
	    {9, "Programme of work"}, {7, "Section 1. Ropes"},
	    {6, "Aim 1: ropes that hold"}, {6, "Tasks ahead"}, {6, "Aim 2: bells that ring"}, {6, "Tasks ahead"},
	    {9, "Money of the keepers"}, {7, "Section 2. Oil"},
	    {6, "Aim 1: more oil"}, {6, "Tasks ahead"}, {6, "Aim 2: fewer lamps"}, {6, "Tasks ahead"},
	    {7, "Goods"},
	};
	enum { HEADS = sizeof heads / sizeof *heads };
	struct piece pieces[HEADS * 2];
	struct fixture *f = *state;
	double y = -10;

	for (size_t i = 0; i < HEADS; i++) {
		y += heads[i].size > 8 ? 30 : 22;
		pieces[i * 2] = (struct piece){50, y, heads[i].size, true, heads[i].text};
		pieces[i * 2 + 1] = (struct piece){50, y + 9, 5, false, PROSE " " MORE};
	}
	char *blocks = blocks_of(f, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "plain-heading 1", ""), 3);
	assert_int_equal(count(blocks, "plain-heading 2", "Bells"), 1);
	assert_int_equal(count(blocks, "heading 2", "Section"), 2);
	assert_int_equal(count(blocks, "plain-heading 3", "Aim 1"), 2);
	assert_int_equal(count(blocks, "plain-heading 3", "Aim 2"), 2);
	assert_int_equal(count(blocks, "plain-heading 3", "Tasks"), 4);
}

/* Lettered rows of a table, bold and smaller than the text, are no headings. */
static void
small_lettered_rows_are_no_headings(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 12, true, "The harbours"}, {50, 58, 10, false, PROSE}, {50, 70, 10, false, MORE},
	    {50, 100, 12, true, "The boats"}, {50, 118, 10, false, PROSE}, {50, 130, 10, false, MORE},
	    {50, 160, 12, true, "The crews"}, {50, 178, 10, false, PROSE}, {50, 190, 10, false, MORE},
	    {50, 214, 7, true, "A. Bells of the northern coast"}, {60, 228, 7, false, "Bells of bronze 4 5 6"},
	    {60, 242, 7, false, "Bells of iron 4 5 6"},
	    {50, 262, 7, true, "B. Ropes of the northern coast"}, {60, 276, 7, false, "Ropes of hemp 1 2 3"},
	    {60, 290, 7, false, "Ropes of flax 1 2 3"},
	    {50, 320, 12, true, "The keepers"}, {50, 338, 10, false, PROSE}, {50, 350, 10, false, MORE},
	};
	char *blocks = blocks_of(*state, pieces, sizeof pieces / sizeof *pieces);
	assert_int_equal(count(blocks, "heading", ""), 0);
	assert_int_equal(count(blocks, "plain-heading", "The "), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(names_are_no_headings, setup, teardown),
	    cmocka_unit_test_setup_teardown(words_of_drawings_are_cells, setup, teardown),
	    cmocka_unit_test_setup_teardown(larger_headings_stand_over_smaller, setup, teardown),
	    cmocka_unit_test_setup_teardown(groups_of_entries_stand_alone, setup, teardown),
	    cmocka_unit_test_setup_teardown(numbers_of_bold_headings_stay_numbers, setup, teardown),
	    cmocka_unit_test_setup_teardown(slanted_headings_under_bold_ones, setup, teardown),
	    cmocka_unit_test_setup_teardown(dates_and_salutations_are_no_headings, setup, teardown),
	    cmocka_unit_test_setup_teardown(large_titles_are_whole, setup, teardown),
	    cmocka_unit_test_setup_teardown(type_says_levels_where_words_count, setup, teardown),
	    cmocka_unit_test_setup_teardown(small_lettered_rows_are_no_headings, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
