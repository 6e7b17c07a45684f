/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "source/source.h"

struct fixture {
	struct arena *a;
	struct diag *d;
};

static int
setup(void **state)
{
	struct fixture *f = malloc(sizeof *f);
	f->a = arena_new();
	f->d = diag_new();
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;
	arena_free(f->a);
	diag_free(f->d);
	free(f);
	return 0;
}

static struct draft *
read_text(void **state, const char *name, const char *text)
{
	struct fixture *f = *state;
	return source_read(f->a, name, span_of(text), SOURCE_AUTO, f->d);
}

static void
assert_balanced(const struct draft *draft)
{
	const struct source_account *s = &draft->account;
	assert_int_equal(s->input, s->text + s->markup + s->dropped + s->normalised);
	for (size_t i = 0; i < draft->nline; i++) {
		assert_ptr_equal(draft->line[i].text.s, draft->text.s + draft->line[i].off);
		assert_true(draft->line[i].off + draft->line[i].text.n <= draft->text.n);
	}
}

static void
double_spacing_is_not_a_gap(void **state)
{
	struct draft *d = read_text(state, "d.txt", "One line \n\nof a text \n\nruns on \n\n \n\nNew one \n\nends. \n");
	assert_non_null(d);
	assert_int_equal(d->form, SOURCE_PAGE_DOUBLE);
	assert_int_equal(d->nline, 5);
	assert_int_equal(d->line[1].blank_before, 0);
	assert_int_equal(d->line[3].blank_before, 1);
	assert_int_equal(d->line[3].no, 9);
	assert_balanced(d);
}

static void
controls_go_and_places_stay(void **state)
{
	struct draft *d = read_text(state, "d.txt", "\xEF\xBB\xBF""A\xC2\xADre\xE2\x80\x8E""port\r\nne\xCC\x81 2\fPage two\r\n");
	assert_non_null(d);
	assert_true(span_eq(d->line[0].text, SPAN_LIT("Areport")));
	assert_int_equal(d->account.dropped, 3);
	assert_int_equal(d->account.normalised, 3); /* two CR and one accent */
	assert_int_equal(d->line[1].no, 2);
	struct pos p = source_pos(d, d->line[0].off + 1);
	assert_int_equal(p.line, 1);
	assert_int_equal(p.col, 7); /* behind the BOM, the A and the soft hyphen */
	assert_balanced(d);
}

static void
markdown_keeps_numbers_and_places(void **state)
{
	struct draft *d = read_text(state, "d.md",
	    "# **I.** Scope\n\n15. First *words* of [A/99/1](#).\n\n16\\. Second[^3].\n\n- a bullet\n\n"
	    "| a | b |\n|---|---|\n| c | d |\n\n[^3]: The note.\n");
	assert_non_null(d);
	assert_balanced(d);
	assert_int_equal(d->nline, 7);
	assert_int_equal(d->line[0].kind, LINE_HEADING);
	assert_true(span_is(d->line[0].text, "I. Scope"));
	assert_true(span_is(d->line[1].text, "15. First words of A/99/1."));
	assert_true(span_is(d->line[2].text, "16. Second3."));
	assert_int_equal(d->line[3].kind, LINE_BULLET);
	assert_int_equal(d->line[4].kind, LINE_ROW_HEAD);
	assert_true(span_is(d->line[5].text, "c\td"));
	assert_int_equal(d->line[6].kind, LINE_NOTE);
	assert_string_equal(d->line[6].label, "3");
	int calls = 0, links = 0;
	for (size_t i = 0; i < d->nmark; i++) {
		struct span s = span_sub(d->text, d->mark[i].off, d->mark[i].end);
		calls += d->mark[i].kind == MARK_CALL && span_is(s, "3");
		links += d->mark[i].kind == MARK_LINK && span_is(s, "A/99/1");
	}
	assert_int_equal(calls, 1);
	assert_int_equal(links, 1);
}

static void
assert_refused(void **state, const char *name, struct span bytes, enum diag_code code, unsigned line,
               unsigned col)
{
	struct fixture *f = *state;
	size_t before = diag_count(f->d);
	assert_null(source_read(f->a, name, bytes, SOURCE_AUTO, f->d));
	assert_int_equal(diag_count(f->d), before + 1);
	const struct diag_message *m = diag_at(f->d, before);
	assert_int_equal(m->code, code);
	assert_int_equal(m->pos.line, line);
	assert_int_equal(m->pos.col, col);
}

static void
unusable_input_is_refused(void **state)
{
	struct fixture *f = *state;
	assert_refused(state, "d.txt", SPAN_LIT(""), DIAG_SRC_EMPTY, 0, 0);
	assert_refused(state, "d.txt", SPAN_LIT(" \n\xC2\xA0\n"), DIAG_SRC_EMPTY, 0, 0);
	assert_refused(state, "d.txt", SPAN_LIT("ab\0c"), DIAG_SRC_BINARY, 0, 0);
	assert_refused(state, "d.txt", SPAN_LIT("one\ncaf\xE9\n"), DIAG_SRC_NOT_UTF8, 2, 4);
	struct buf deep = {0};
	for (int i = 0; i < 100000; i++)
		buf_addc(&deep, '>');
	buf_adds(&deep, " x\n");
	assert_refused(state, "d.md", buf_span(&deep), DIAG_SRC_DEPTH, 0, 0);
	buf_free(&deep);
	(void)f;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(double_spacing_is_not_a_gap, setup, teardown),
	    cmocka_unit_test_setup_teardown(controls_go_and_places_stay, setup, teardown),
	    cmocka_unit_test_setup_teardown(markdown_keeps_numbers_and_places, setup, teardown),
	    cmocka_unit_test_setup_teardown(unusable_input_is_refused, setup, teardown),
	};
	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
