/* SPDX-License-Identifier: MIT */
/* test_recognise_notes.c - bodies of notes as extractions leave them: with and without a rule, marks apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/recognise.h"
#include "unit/outline.h"

#define PAGE_1 \
	"1.\nThe wardens counted the boats of the river at dawn.1 Each boat carried a lamp and a\n" \
	"rope, and no boat left the quay before the bell had rung twice over the water and the\n" \
	"names of its crew had been called.2 The wardens then went home,3 for the day was hot.\n"

/* Marks below the texts, or one of them below the next note, belong to the texts in their order. */
static void
marks_apart(void **state)
{
	(void)state;
	expect(PAGE_1 "\n__________________\n1\n\nSee the book of lamps.\nSee the book of ropes.\n3\nThe heat "
	              "is told of elsewhere.\n2\n\f2.\nThe next day it rained, and nobody counted anything at all.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "para 0: 1. | The wardens counted the boats of the river at dawn.1 Each boat carried a lamp and a | rope, "
	       "and no boat left the quay before the bell had rung twice over the water and the | names of its crew had "
	       "been called.2 The wardens then went home,3 for the day was hot.\n"
	       "para 0: 2. | The next day it rained, and nobody counted anything at all.\n"
	       "note 0: 1\nnote-more 0: See the book of lamps.\nnote-more 0: See the book of ropes.\nnote 0: 3\n"
	       "note-more 0: The heat is told of elsewhere.\nnote 0: 2\n");
}

/* The report tree tells which text went to which mark. */
static void
apart_in_order(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	const char *text = PAGE_1 "\n__________________\n1\n\nSee the book of lamps.\nSee the book of ropes.\n3\nThe "
	                          "heat is told of elsewhere.\n2\n\f2.\nThe next day it rained, and nobody counted.\n";
	struct recognised *r = recognise_structure(
		a, source_read(a, "test", span_of(text), SOURCE_PAGE_SINGLE, d), &options, d);
	static const struct { const char *mark, *starts; } want[] = {
		{"1", "See the book of lamps."}, {"2", "See the book of ropes."}, {"3", "The heat"},
	};
	size_t i;

	(void)state;
	assert_int_equal(r->nnote, 3);
	for (i = 0; i < 3; i++) {
		struct buf out = {0};
		rep_text_of(r->note[i].node, &out);
		assert_string_equal(r->note[i].mark, want[i].mark);
		assert_true(out.n >= strlen(want[i].starts));
		assert_memory_equal(out.data, want[i].starts, strlen(want[i].starts));
		buf_free(&out);
	}
	diag_free(d);
	arena_free(a);
}

/* No rule over the block: the next mark, called on its page, starts it. */
static void
without_rule(void **state)
{
	(void)state;
	expect("AB/12/3 \n\n1. The wardens counted the boats of the river at dawn.1 Each boat carried a lamp \n\n"
	       "and a rope, and no boat left the quay before the bell had rung twice over the \n\n"
	       " 1 See the book of lamps, which tells of the boats of all rivers that the wardens \n\n"
	       "counted. \n\nAB/12/3 \n\n4 GE.31-00412 \n\nwater and the names of its crew had been called. \n\n"
	       "2. The wardens went home by the road along the quay, and they counted the lamps. \n\n"
	       "12 lamps had gone out, and the wardens lit them again before they closed the gate. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "field 0: AB/12/3\npara 0: 1. The wardens counted the boats of the river at dawn.1 Each boat carried a lamp | and a rope, and "
	       "no boat left the quay before the bell had rung twice over the | water and the names of its crew had been "
	       "called.\n"
	       "para 0: 2. The wardens went home by the road along the quay, and they counted the lamps. | 12 lamps had "
	       "gone out, and the wardens lit them again before they closed the gate.\n"
	       "note 0: 1 See the book of lamps, which tells of the boats of all rivers that the wardens\n"
	       "note-more 0: counted.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_apart), cmocka_unit_test(apart_in_order), cmocka_unit_test(without_rule),
	};

	return cmocka_run_group_tests_name("notes as extracted", tests, NULL, NULL);
}
