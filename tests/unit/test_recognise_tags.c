/* SPDX-License-Identifier: MIT */
/* test_recognise_tags.c - what the tags of a PDF say for and against readings, and how far they are trusted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/recognise.h"
#include "unit/fixture.h"
#include "unit/pdf_tagged.h"

#define PROSE "The boats of the two coasts are counted each spring by their keepers,"
#define MORE "who write them down at the mill."

/* The blocks of the paper, as the dump has them; a machine without poppler skips the test with a word. */
static char *
blocks_of(struct fixture *f, const struct tagged *row, size_t n)
{
	struct buf pdf = tagged_pdf(row, n, "", ""), dump = {0};
	struct recognise_options options = {.lang = "en"};
	struct draft *draft = source_read(f->a, "d.pdf", buf_span(&pdf), SOURCE_AUTO, f->d);
	uint32_t first = 0;
	if (draft == NULL && diag_count(f->d) > 0 && diag_at(f->d, 0)->code == DIAG_SRC_NO_PDF) {
		print_message("built without poppler-glib\n");
		skip();
	}
	assert_non_null(draft);
	struct recognised *r = recognise_structure(f->a, draft, &options, f->d);
	assert_int_equal(recognised_unplaced(r, &first), 0);
	blocks_dump(r, &dump);
	char *copy = arena_strndup(f->a, dump.data, dump.n);
	buf_free(&dump);
	buf_free(&pdf);
	return copy;
}

#define BLOCKS(state, rows) blocks_of(*(state), (rows), sizeof(rows) / sizeof *(rows))

/* Is there a block of that kind that holds the words right behind its rule? */
static bool
has(const char *blocks, const char *kind, const char *words)
{
	for (const char *line = blocks; line != NULL && *line != '\0';) {
		const char *colon = strstr(line, ": ");
		if (strncmp(line, kind, strlen(kind)) == 0 && colon != NULL && strncmp(colon + 2, words, strlen(words)) == 0)
			return true;
		line = strchr(line, '\n');
		line = line != NULL ? line + 1 : NULL;
	}
	return false;
}

/* Headings of a paper whose tags know them, and a bold line that is as they say. */
#define HEADINGS(tag, words) \
	{0, "H1", 0, 50, 40, 10, true, "I. The harbours", NULL}, {0, "P", 0, 50, 58, 10, false, PROSE, NULL}, \
	{0, "+", 0, 50, 70, 10, false, MORE, NULL}, \
	{0, "H1", 0, 50, 100, 10, true, "II. The boats", NULL}, {0, "P", 0, 50, 118, 10, false, PROSE, NULL}, \
	{0, "+", 0, 50, 130, 10, false, MORE, NULL}, \
	{0, "H1", 0, 50, 160, 10, true, "III. The crews", NULL}, {0, "P", 0, 50, 178, 10, false, PROSE, NULL}, \
	{0, "+", 0, 50, 190, 10, false, MORE, NULL}, \
	{0, "H1", 0, 50, 220, 10, true, "IV. The keepers", NULL}, {0, "P", 0, 50, 238, 10, false, PROSE, NULL}, \
	{0, "+", 0, 50, 250, 10, false, MORE, NULL}, \
	{0, "P", 0, 50, 280, 10, false, PROSE, NULL}, {0, "+", 0, 50, 292, 10, false, MORE, NULL}, \
	{0, tag, 0, 50, 312, 10, false, words, NULL}, {0, "P", 0, 50, 332, 10, false, PROSE, NULL}, \
	{0, "+", 0, 50, 344, 10, false, MORE, NULL}

#define QUAY "The lamps of the quay"

/* Set like the text: only the tag tells whether it is a heading. */
static void
tags_decide_where_type_does_not(void **state)
{
	static const struct tagged heading[] = {HEADINGS("H2", QUAY)}, text[] = {HEADINGS("P", QUAY)};
	assert_true(has(BLOCKS(state, heading), "plain-heading", QUAY));
	assert_false(has(BLOCKS(state, text), "plain-heading", QUAY));
	assert_true(has(BLOCKS(state, text), "heading", "III. The crews"));
}

/* Where all is tagged as headings, or nothing, type and numbers decide alone. */
static void
tags_that_know_nothing_say_nothing(void **state)
{
	static struct tagged flat[] = {HEADINGS("P", QUAY)}, loud[] = {HEADINGS("H2", QUAY)};
	for (size_t i = 0; i < sizeof flat / sizeof *flat; i++) {
		if (strcmp(flat[i].role, "+") == 0)
			continue;
		flat[i].role = "P";
		loud[i].role = "H1";
	}
	char *blocks = BLOCKS(state, flat);
	assert_true(has(blocks, "heading", "I. The harbours"));
	assert_true(has(blocks, "heading", "IV. The keepers"));
	blocks = BLOCKS(state, loud);
	assert_true(has(blocks, "heading", "I. The harbours"));
	assert_false(has(blocks, "plain-heading", PROSE));
	assert_false(has(blocks, "heading", PROSE));
}

/* A paragraph goes on over a page end, and one begins where no sign but the element shows it. */
static void
elements_are_paragraphs(void **state)
{
	static const struct tagged rows[] = {
	    {0, "P", 0, 50, 40, 10, false, PROSE, NULL}, {0, "+", 0, 50, 52, 10, false, MORE, NULL},
	    {0, "P", 0, 50, 76, 10, false, PROSE, NULL}, {0, "+", 0, 50, 88, 10, false, PROSE, NULL},
	    {0, "+", 1, 50, 40, 10, false,
	     "Ana Example rows to the far isle with them, though no one there asks her to,", NULL},
	    {0, "+", 1, 50, 52, 10, false, "and comes back with the tide that turns there at the end of each long day.", NULL},
	    {0, "P", 1, 50, 64, 10, false, "Bo Sample stays at the light on the northern isle, from where he sees it,", NULL},
	    {0, "+", 1, 50, 76, 10, false, MORE, NULL},
	};
	char *blocks = BLOCKS(state, rows);
	assert_false(has(blocks, "p ", "Ana Example"));
	assert_true(has(blocks, "p ", "Bo Sample"));
}

/* Artifacts at the edges of pages go, though nothing recurs; the same words within the text stay. */
static void
artifacts_are_furniture(void **state)
{
	static const struct tagged rows[] = {
	    {0, "P", 0, 50, 60, 10, false, PROSE, NULL}, {0, "+", 0, 50, 72, 10, false, MORE, NULL},
	    {0, "Artifact", 1, 50, 20, 8, false, "Counts of the coast", NULL},
	    {0, "P", 1, 50, 60, 10, false, PROSE, NULL}, {0, "+", 1, 50, 72, 10, false, MORE, NULL},
	    {0, "Artifact", 1, 50, 380, 8, false, "Proof of the third of May", NULL},
	    {0, "P", 2, 50, 20, 10, false, "Counts of the isles", NULL},
	    {0, "P", 2, 50, 60, 10, false, PROSE, NULL}, {0, "+", 2, 50, 72, 10, false, MORE, NULL},
	};
	char *blocks = BLOCKS(state, rows);
	assert_true(has(blocks, "drop", "Counts of the coast"));
	assert_true(has(blocks, "drop", "Proof of the third"));
	assert_false(has(blocks, "drop", "Counts of the isles"));
}

/* A note of two paragraphs, one that goes on overleaf, and a line of the text that begins like a note. */
static void
notes_are_as_tagged(void **state)
{
	static const struct tagged rows[] = {
	    {0, "P", 0, 50, 60, 10, false, "The boats are counted each spring by", NULL},
	    {0, "+", 0, 50, 72, 10, false, "3 keepers of the light, who write them down at the mill.1 They are rung", NULL},
	    {0, "+", 0, 50, 84, 10, false, "in by bells.2 The counts are kept.", NULL},
	    {0, "Note", 0, 0, 0, 0, false, NULL, NULL},
	    {1, "P", 0, 50, 300, 8, false, "1 The first book of the mill has it so.", NULL},
	    {1, "P", 0, 50, 310, 8, false, "Others have it of the second one.", NULL},
	    {0, "Note", 0, 50, 320, 8, false, "2 The bells came from the northern isle, where", NULL},
	    {0, "P", 1, 50, 60, 10, false, PROSE, NULL}, {0, "+", 1, 50, 72, 10, false, MORE, NULL},
	    {0, "Note", 1, 50, 300, 8, false, "They were cast by the keepers themselves.", NULL},
	};
	char *blocks = BLOCKS(state, rows);
	assert_true(has(blocks, "note ", "1 The first book"));
	assert_true(has(blocks, "note-more", "Others have it"));
	assert_true(has(blocks, "note ", "2 The bells"));
	assert_true(has(blocks, "note-more", "They were cast"));
	assert_false(has(blocks, "note", "3 keepers"));
	assert_null(strstr(blocks, "note.numbered"));
}

/* A picture is not taken from a PDF; its name and its words stay together, out of headings and text. */
static void
words_of_pictures_stay_with_them(void **state)
{
	static const struct tagged rows[] = {
	    {0, "P", 0, 50, 60, 10, false, PROSE, NULL}, {0, "+", 0, 50, 72, 10, false, MORE, NULL},
	    {0, "P", 1, 50, 40, 10, false, PROSE, NULL}, {0, "+", 1, 50, 52, 10, false, MORE, NULL},
	    {0, "H2", 1, 50, 80, 10, true, "Figure I", NULL},
	    {0, "H2", 1, 50, 94, 10, true, "Boats by coast", NULL},
	    {0, "Artifact", 1, 60, 120, 7, false, "Northern", NULL},
	    {0, "Artifact", 1, 260, 120, 7, false, "Southern", NULL},
	    {0, "Artifact", 1, 60, 140, 7, false, "120", NULL}, {0, "Artifact", 1, 260, 140, 7, false, "80", NULL},
	    {0, "P", 1, 50, 180, 10, false, PROSE, NULL}, {0, "+", 1, 50, 192, 10, false, MORE, NULL},
	};
	char *blocks = BLOCKS(state, rows);
	assert_true(has(blocks, "caption", "Figure I"));
	assert_true(has(blocks, "caption", "Boats by coast"));
	assert_true(has(blocks, "caption", "Northern"));
	assert_null(strstr(blocks, "row "));
	assert_null(strstr(blocks, "heading"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(tags_decide_where_type_does_not, setup, teardown),
	    cmocka_unit_test_setup_teardown(tags_that_know_nothing_say_nothing, setup, teardown),
	    cmocka_unit_test_setup_teardown(elements_are_paragraphs, setup, teardown),
	    cmocka_unit_test_setup_teardown(artifacts_are_furniture, setup, teardown),
	    cmocka_unit_test_setup_teardown(notes_are_as_tagged, setup, teardown),
	    cmocka_unit_test_setup_teardown(words_of_pictures_stay_with_them, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
