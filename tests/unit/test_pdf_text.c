/* SPDX-License-Identifier: MIT */
/* The text of a finished file, read back through its structure. */
#include "unit/pdf_sample.h"

#include "pdf/text.h"
#include "pdf/unicode.h"

static void
expect(struct sample *s, const char *wanted)
{
	struct buf out = {0}, text = {0};
	struct diag *d = diag_new();
	make(s, &out);
	assert_true(pdf_text(buf_span(&out), "test.pdf", &text, d));
	assert_string_equal(text.data, wanted);
	buf_free(&out);
	buf_free(&text);
	diag_free(d);
}

/* In the order of the structure, over pages, without running heads. */
static void
test_order(void **state)
{
	expect(*state, "OpeningA link that goesover two lines and words that go on over the page.A note that goes on.");
}

/* Calls and the marks of notes are what outputs add. */
static void
test_added(void **state)
{
	struct sample *s = *state;
	s->pages.root->first->next->first->role = "Reference";
	s->pages.root->last->first->role = "Lbl";
	expect(s, "Opening and words that go on over the page.");
}

/* A glyph that spells two things, one of them by /ActualText; characters of the private area. */
static void
test_replaced(void **state)
{
	struct sample *s = *state;
	struct item *a = words(s, &s->pages.page[1], s->pages.root->last->first, 20, 150, "a b");
	a->lang = "fr";
	a->text = SPAN_LIT("a\xC2\xA0" "b");
	a->glyph[2].cluster = 3;
	struct item *b = words(s, &s->pages.page[1], s->pages.root->last->first, 60, 150, "*");
	b->lang = "fr";
	b->text = SPAN_LIT("\xEF\x80\xAA");
	expect(s, "OpeningA link that goesover two lines and words that go on over the page.A note that goes on.a\xC2\xA0"
	    "b\xEF\x80\xAA");
}

static void
test_no_pdf(void **state)
{
	struct buf text = {0};
	struct diag *d = diag_new();
	(void)state;
	assert_false(pdf_text(SPAN_LIT("no PDF"), "x", &text, d));
	assert_int_equal(diag_at(d, 0)->code, DIAG_PDF_UNREADABLE);
	buf_free(&text);
	diag_free(d);
}

static void
test_codes(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct code_map map = {0};
	code_map_read(a, SPAN_LIT("2 beginbfchar <01> <00660069>\n<0A><D83DDE00> endbfchar "
	                          "1 beginbfrange <20> <22> <0041> endbfrange"), &map);
	assert_string_equal(code_map_find(&map, 1), "fi");
	assert_string_equal(code_map_find(&map, 10), "\xF0\x9F\x98\x80");
	assert_string_equal(code_map_find(&map, 0x22), "C");
	assert_null(code_map_find(&map, 0x23));
	struct buf b = {0};
	struct tokens t = {"<48 6\n5>>", 9, 1};
	string_bytes(&t, SPAN_LIT("<"), &b);
	assert_string_equal(b.data, "He");
	assert_true(span_is(token_next(&t), ">"));
	b.n = 0;
	string_bytes(&t, SPAN_LIT("(a\\(\\051\\n\\\nz)"), &b);
	assert_string_equal(b.data, "a()\nz");
	buf_free(&b);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_order, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_added, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_replaced, setup, teardown),
	    cmocka_unit_test(test_no_pdf),
	    cmocka_unit_test(test_codes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
