/* SPDX-License-Identifier: MIT */
/* test_pictures.c - pictures of drafts become figures, and nothing of the text goes with them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "unit/fixture.h"

/* "kind(text)" of the figures, their captions, and all that holds text, in order. */
static void
write_node(const struct rep_node *n, struct buf *out)
{
	bool figure = n->kind == REP_FIGURE;

	if (figure)
		buf_printf(out, "{%s|%s", rep_get(n, "src") ? rep_get(n, "src") : "", rep_get(n, "alt") ? rep_get(n, "alt") : "");
	else if (rep_class(n->kind) == REP_CLASS_B)
		buf_printf(out, "%s(", rep_name(n->kind));
	else if (n->kind == REP_CELL || n->kind == REP_ITEM)
		buf_printf(out, "%s[", rep_name(n->kind));
	for (const struct rep_node *k = n->first; k != NULL; k = k->next) {
		if (k->kind == REP_TEXT)
			buf_addspan(out, k->text);
		else
			write_node(k, out);
	}
	if (figure || rep_class(n->kind) == REP_CLASS_B || n->kind == REP_CELL || n->kind == REP_ITEM)
		buf_addc(out, figure ? '}' : rep_class(n->kind) == REP_CLASS_B ? ')' : ']');
}

static void
expect_form(void **state, enum source_form form, const char *text, const char *expected)
{
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en"};
	const struct draft *d = source_read(f->a, "d", span_of(text), form, f->d);
	struct account *account = account_new(f->a);
	struct report *r;
	struct buf out = {0};

	assert_non_null(d);
	r = recognise(f->a, d, &options, account, f->d);
	assert_non_null(r);
	assert_true(account_close(account, r, f->d));
	for (const struct rep_node *n = r->root->first; n != NULL; n = n->next)
		if (n->kind != REP_HEAD)
			write_node(n, &out);
	buf_addc(&out, '\0');
	assert_string_equal(out.data, expected);
	buf_free(&out);
}

#define OPENING "# The towers\n\nThe wardens met at the old quay.\n\n"
#define OPENED "p(The wardens met at the old quay.)"

static void
alone_on_a_line(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "![A *tall* tower &amp; the sea](a/tower.png \"x\")\n\nThey left.\n",
	            OPENED "{a/tower.png|A tall tower & the sea}p(They left.)");
	expect_form(state, SOURCE_MARKDOWN, OPENING "![][one] ![two](2.png)\n\n[one]: 1.png\n", OPENED "{1.png|}{2.png|two}");
	expect_form(state, SOURCE_MARKDOWN, OPENING "<img alt='A &lt; B'\n src=\"t.svg\">\n\nThey left.\n",
	            OPENED "{t.svg|A < B}p(They left.)");
}

static void
captions_stand_over_or_under(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "Figure I\n\nThe tower\n\n![](1.png)\n\nFigure II\n\n![](2.png)\n\nThey left.\n",
	            OPENED "{1.png|caption(Figure I)caption(The tower)}{2.png|caption(Figure II)}p(They left.)");
	expect_form(state, SOURCE_MARKDOWN, OPENING "![](1.png)\n\nFigure I. The tower in spring,\nseen from the quay.\n\nThey left.\n",
	            OPENED "{1.png|caption(Figure I. The tower in spring, seen from the quay.)}p(They left.)");
	expect_form(state, SOURCE_MARKDOWN, OPENING "![](1.png)\n\nFigure I shows the tower in spring.\n",
	            OPENED "{1.png|}p(Figure I shows the tower in spring.)");
	expect_form(state, SOURCE_HTML, "<h1>The towers</h1><p>The wardens met at the old quay.</p><figure>"
	            "<img src=t.png alt=tower><figcaption>Seen from the quay.</figcaption></figure><p>They left.</p>",
	            OPENED "{t.png|towercaption(Seen from the quay.)}p(They left.)");
}

static void
within_lines_and_cells(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "They saw ![one](1.png) and ![two](2.png) and left.\n",
	            OPENED "p(They saw and and left.){1.png|one}{2.png|two}");
	expect_form(state, SOURCE_MARKDOWN, OPENING "| Tower | Look |\n|---|---|\n| North | ![n](n.png) |\n| South ![s](s.png) | fair |\n",
	            OPENED "cell[Tower]cell[Look]cell[North]cell[{n.png|n}]cell[p(South){s.png|s}]cell[fair]");
}

/* The masthead of a report holds no pictures: that is said. */
static void
over_the_title(void **state)
{
	struct fixture *f = *state;

	expect_form(state, SOURCE_MARKDOWN, "![emblem](e.png)\n\n" OPENING, OPENED);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_PICTURE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(alone_on_a_line, setup, teardown),
		cmocka_unit_test_setup_teardown(captions_stand_over_or_under, setup, teardown),
		cmocka_unit_test_setup_teardown(within_lines_and_cells, setup, teardown),
		cmocka_unit_test_setup_teardown(over_the_title, setup, teardown),
	};

	return cmocka_run_group_tests_name("pictures", tests, NULL, NULL);
}
