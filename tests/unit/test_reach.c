/* SPDX-License-Identifier: MIT */
/* test_reach.c - how far lines reach: in a text face, in columns, and with letters that join. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/work.h"

static const char words[] =
    "the keepers of the illuminated harbour wall will come to the mill in the middle of the still week, and many "
    "women whom nobody knew would hammer common wooden frames with mallets till the small bells rang; following "
    "this all the little children ran uphill with yellow lilies and tall willow twigs, while some of the men who "
    "made the moorings moved onward among mounds of warm mud, humming summer tunes from memory until it was "
    "midnight and the last light fell in the inlet, still and silent, in which eleven idle sails lay until it "
    "filled with wind; whoever saw the commotion when the foremost mariner summoned them would remember it as "
    "a most wonderful moment, and will tell it to his little ones if at all he is still alive in that village, "
    "where it is told in the hall that millet and lentils will fail if it is still light in the hills at ten";

static unsigned
length(struct span line, bool by_columns)
{
	struct rline l = {.n = 0};

	reach_measure(&l, line, 0);
	return by_columns ? (unsigned)line.n : l.reach;
}

/* The words in lines no longer than most. */
static void
fill(struct buf *out, unsigned most, bool by_columns)
{
	const char *line = words, *end = words;

	while (*end != '\0') {
		const char *next = end + 1 + strcspn(end + 1, " ");
		if (length((struct span){line, (size_t)(next - line)}, by_columns) > most) {
			buf_add(out, line, (size_t)(end - line));
			buf_adds(out, "\n");
			line = end + 1;
		}
		end = next;
	}
	buf_adds(out, line);
	buf_adds(out, "\n");
}

static bool
seen_by_columns(unsigned most, bool by_columns)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct buf b = {0};
	struct work w = {.arena = a};

	fill(&b, most, by_columns);
	w.draft = source_read(a, "d.txt", buf_span(&b), SOURCE_PAGE_SINGLE, d);
	assert_non_null(w.draft);
	evidence_collect(&w);
	bool seen = w.by_columns;
	buf_free(&b);
	diag_free(d);
	arena_free(a);
	return seen;
}

/* The same words: what they were broken by is seen from where the lines end. */
static void
lines_show_what_they_were_broken_by(void **state)
{
	(void)state;
	assert_true(seen_by_columns(44, true));
	assert_true(seen_by_columns(50, true));
	assert_false(seen_by_columns(1000, false));
	assert_false(seen_by_columns(1150, false));
}

/* Letters that join are narrower than those that stand alone, marks between them or not. */
static void
joined_letters_reach_less(void **state)
{
	struct span apart = SPAN_LIT("س ي ل"), joined = SPAN_LIT("سيل"), marked = SPAN_LIT("سَيِل");
	struct span none = SPAN_LIT("دار"), d = SPAN_LIT("د"), r = SPAN_LIT("ار");
	(void)state;
	assert_true(length(joined, false) + 2 * length(SPAN_LIT("."), false) < length(apart, false));
	assert_int_equal(length(joined, false), length(marked, false));
	assert_in_range(length(none, false) - length(d, false) - length(r, false), 0, 1);
}

#define ONE "the keepers of the harbour wrote to the council about the ropes and the ladders of\n"
#define TWO "their towers in the north, and the council asked the keepers to come to its meeting in the " \
	"spring, so that they could hear "

/* Where the extraction took hyphens away a line is several: it leaves the room that the last of them leaves. */
static void
lines_joined_at_lost_hyphens(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct work w = {.arena = a};
	size_t last = 4;
	(void)state;
	w.draft = source_read(a, "d.txt", SPAN_LIT(ONE ONE ONE ONE TWO "the rest;\n" ONE ONE), SOURCE_PAGE_SINGLE, d);
	assert_non_null(w.draft);
	evidence_collect(&w);
	assert_int_equal(w.nline, 7);
	assert_in_range((unsigned)(reach_with_next(&w, &w.line[last], &w.line[last + 1]) * 100), 50, 80);
	assert_true(reach_with_next(&w, &w.line[1], &w.line[2]) > 1);
	diag_free(d);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_show_what_they_were_broken_by), cmocka_unit_test(joined_letters_reach_less),
	    cmocka_unit_test(lines_joined_at_lost_hyphens),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
