/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
/* A sound file, broken in one place at a time: the check names every fault. */
#include "unit/pdf_sample.h"

#include "pdf/check.h"

/* What is done to the entry `key` of the object at `path` (from the catalogue): NULL removes it. */
static const struct mutation {
	const char *path[8];
	const char *key, *with;
	enum diag_code code;
} mutations[] = {
    {{NULL}, "/MarkInfo", NULL, DIAG_PDF_CHECK_MARKED},
    {{"/MarkInfo"}, "/Marked", "false", DIAG_PDF_CHECK_MARKED},
    {{NULL}, "/Lang", NULL, DIAG_PDF_CHECK_LANG},
    {{NULL}, "/Lang", "()", DIAG_PDF_CHECK_LANG},
    {{NULL}, "/ViewerPreferences", NULL, DIAG_PDF_CHECK_TITLE},
    {{"/ViewerPreferences"}, "/DisplayDocTitle", "false", DIAG_PDF_CHECK_TITLE},
    {{NULL}, "/OutputIntents", "[]", DIAG_PDF_CHECK_INTENT},
    {{NULL}, "/Metadata", NULL, DIAG_PDF_CHECK_XMP},
    {{NULL}, "/StructTreeRoot", NULL, DIAG_PDF_CHECK_TREE},
    {{"/StructTreeRoot"}, "/K", NULL, DIAG_PDF_CHECK_TREE},
    {{"/StructTreeRoot"}, "/ParentTree", NULL, DIAG_PDF_CHECK_TREE},
    {{"/StructTreeRoot", "/K", "/K", "0"}, "/S", "/LI", DIAG_PDF_CHECK_NESTING},
    {{"/StructTreeRoot", "/K", "/K", "0"}, "/S", "/TD", DIAG_PDF_CHECK_NESTING},
    {{"/StructTreeRoot", "/K", "/K", "0"}, "/S", NULL, DIAG_PDF_CHECK_NESTING},
    {{"/StructTreeRoot", "/K", "/K", "0"}, "/S", "/H2", DIAG_PDF_CHECK_HEADING},
    {{"/StructTreeRoot", "/K", "/K", "1"}, "/S", "/H3", DIAG_PDF_CHECK_HEADING},
    {{"/StructTreeRoot", "/K", "/K", "1"}, "/S", "/Figure", DIAG_PDF_CHECK_ALT},
    {{"/StructTreeRoot", "/RoleMap"}, "/Emphasis", "/Formula", DIAG_PDF_CHECK_ALT},
    {{"/StructTreeRoot", "/K", "/K", "1"}, "/Lang", "(a language)", DIAG_PDF_CHECK_LANG},
    {{"/StructTreeRoot", "/K", "/K", "1", "/K", "1"}, "/Lang", "()", DIAG_PDF_CHECK_LANG},
    {{"/StructTreeRoot", "/K", "/K", "1", "/K", "1"}, "/K", NULL, DIAG_PDF_CHECK_PARENTS},
    {{"/StructTreeRoot", "/K", "/K", "2"}, "/ID", NULL, DIAG_PDF_CHECK_NOTE},
    {{"/StructTreeRoot", "/K", "/K", "1"}, "/S", "/Note", DIAG_PDF_CHECK_NOTE},
    {{"/Pages", "/Kids", "0", "/Annots", "0"}, "/Contents", NULL, DIAG_PDF_CHECK_LINK},
    {{"/Pages", "/Kids", "0", "/Annots", "0"}, "/Contents", "()", DIAG_PDF_CHECK_LINK},
    {{"/Pages", "/Kids", "0", "/Annots", "0"}, "/StructParent", NULL, DIAG_PDF_CHECK_LINK_TAG},
    {{"/Pages", "/Kids", "0"}, "/Tabs", "/R", DIAG_PDF_CHECK_TABS},
    {{"/Pages", "/Kids", "1"}, "/StructParents", NULL, DIAG_PDF_CHECK_PARENTS},
};

/* The file after one change, checked: only faults of one kind, at least one. */
static void
expect(struct span pdf, enum diag_code code, const char *what)
{
	struct diag *d = diag_new();
	assert_false(pdf_check(pdf, "test.pdf", d));
	assert_true(diag_count(d) > 0);
	for (size_t i = 0; i < diag_count(d); i++)
		if (diag_at(d, i)->code != code)
			fail_msg("%s: %s instead of %s", what, diag_id(diag_at(d, i)->code), diag_id(code));
	diag_free(d);
}

static void
write_and_expect(qpdf_data q, enum diag_code code, const char *what)
{
	assert_int_equal(qpdf_init_write_memory(q), 0);
	assert_int_equal(qpdf_write(q), 0);
	expect((struct span){(const char *)qpdf_get_buffer(q), qpdf_get_buffer_length(q)}, code, what);
}

static void
test_sound_file(void **state)
{
	struct buf out = {0};
	struct diag *d = diag_new();
	make(*state, &out);
	assert_true(pdf_check(buf_span(&out), "test.pdf", d));
	assert_int_equal(diag_count(d), 0);
	diag_free(d);
	buf_free(&out);
}

static void
test_entries(void **state)
{
	struct buf out = {0};
	make(*state, &out);
	for (size_t i = 0; i < sizeof mutations / sizeof *mutations; i++) {
		const struct mutation *m = &mutations[i];
		qpdf_data q = qpdf_init();
		assert_int_equal(qpdf_read_memory(q, "test", out.data, out.n, NULL), 0);
		qpdf_oh at = path(q, qpdf_get_root(q), m->path);
		assert_true(qpdf_oh_is_dictionary(q, at));
		if (m->with != NULL)
			qpdf_oh_replace_key(q, at, m->key, qpdf_oh_parse(q, m->with));
		else
			qpdf_oh_remove_key(q, at, m->key);
		write_and_expect(q, m->code, m->key);
		qpdf_cleanup(&q);
	}
	buf_free(&out);
}

/* Kids of one element that change their places, and so the order in which they are read. */
static void
test_order(void **state)
{
	static const struct {
		const char *path[8];
		int n;
	} elements[] = {
	    {{"/StructTreeRoot", "/K", "/K"}, 2},                  /* the heading behind the paragraph */
	    {{"/StructTreeRoot", "/K", "/K", "1", "/K"}, 2},       /* the words before the link they follow */
	    {{"/StructTreeRoot", "/K", "/K", "1", "/K", "1", "/K"}, 2}, /* a run over two pages, its end first */
	    {{"/StructTreeRoot", "/K", "/K", "2", "/K", "0", "/K"}, 2}, /* the same in a note */
	};
	struct buf out = {0};
	make(*state, &out);
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
		qpdf_data q = qpdf_init();
		assert_int_equal(qpdf_read_memory(q, "test", out.data, out.n, NULL), 0);
		qpdf_oh kids = path(q, qpdf_get_root(q), elements[i].path);
		assert_true(qpdf_oh_get_array_n_items(q, kids) >= elements[i].n);
		qpdf_oh first = qpdf_oh_get_array_item(q, kids, 0), second = qpdf_oh_get_array_item(q, kids, 1);
		qpdf_oh_set_array_item(q, kids, 0, second);
		qpdf_oh_set_array_item(q, kids, 1, first);
		write_and_expect(q, DIAG_PDF_CHECK_ORDER, "order");
		qpdf_cleanup(&q);
	}
	buf_free(&out);
}

/* One fault does not hide another. */
static void
test_two_faults(void **state)
{
	struct buf out = {0};
	struct diag *d = diag_new();
	make(*state, &out);
	qpdf_data q = qpdf_init();
	assert_int_equal(qpdf_read_memory(q, "test", out.data, out.n, NULL), 0);
	qpdf_oh_remove_key(q, qpdf_get_root(q), "/Lang");
	qpdf_oh kids = PATH(q, qpdf_get_root(q), "/StructTreeRoot", "/K", "/K"), first = qpdf_oh_get_array_item(q, kids, 0);
	qpdf_oh_set_array_item(q, kids, 0, qpdf_oh_get_array_item(q, kids, 1));
	qpdf_oh_set_array_item(q, kids, 1, first);
	assert_int_equal(qpdf_init_write_memory(q), 0);
	assert_int_equal(qpdf_write(q), 0);
	assert_false(pdf_check((struct span){(const char *)qpdf_get_buffer(q), qpdf_get_buffer_length(q)}, "test.pdf", d));
	assert_int_equal(diag_count(d), 2);
	assert_int_equal(diag_at(d, 0)->code, DIAG_PDF_CHECK_LANG);
	assert_int_equal(diag_at(d, 1)->code, DIAG_PDF_CHECK_ORDER);
	qpdf_cleanup(&q);
	diag_free(d);
	buf_free(&out);
}

/* Trees that no reader comes to the end of. */
static void
test_circles(void **state)
{
	struct buf out = {0};
	make(*state, &out);
	for (int up = 0; up < 3; up++) {
		qpdf_data q = qpdf_init();
		assert_int_equal(qpdf_read_memory(q, "test", out.data, out.n, NULL), 0);
		qpdf_oh doc = PATH(q, qpdf_get_root(q), "/StructTreeRoot", "/K"), par = PATH(q, doc, "/K", "1");
		qpdf_oh to = up == 0 ? par : up == 1 ? doc : PATH(q, doc, "/K", "0");
		qpdf_oh_append_item(q, PATH(q, par, "/K"), to);
		write_and_expect(q, DIAG_PDF_CHECK_TREE, "circle");
		qpdf_cleanup(&q);
	}
	buf_free(&out);
}

/* Entries of the page's first font, whose name in the resources is not known before. */
static void
break_font(struct sample *s, bool embedded, enum diag_code code)
{
	struct buf out = {0};
	make(s, &out);
	qpdf_data q = qpdf_init();
	assert_int_equal(qpdf_read_memory(q, "test", out.data, out.n, NULL), 0);
	qpdf_oh fonts = PATH(q, qpdf_get_page_n(q, 0), "/Resources", "/Font");
	qpdf_oh_begin_dict_key_iter(q, fonts);
	assert_true(qpdf_oh_dict_more_keys(q));
	qpdf_oh font = qpdf_oh_get_key(q, fonts, qpdf_oh_dict_next_key(q));
	if (embedded) {
		qpdf_oh below = qpdf_oh_get_key(q, font, "/DescendantFonts");
		qpdf_oh real = qpdf_oh_is_array(q, below) ? qpdf_oh_get_array_item(q, below, 0) : font;
		qpdf_oh_remove_key(q, real, "/FontDescriptor");
	} else {
		qpdf_oh_remove_key(q, font, "/ToUnicode");
		qpdf_oh_remove_key(q, font, "/Encoding");
	}
	write_and_expect(q, code, "font");
	qpdf_cleanup(&q);
	buf_free(&out);
}

static void
test_fonts(void **state)
{
	break_font(*state, true, DIAG_PDF_CHECK_FONT);
	break_font(*state, false, DIAG_PDF_CHECK_UNICODE);
}

static void
test_contents(void **state)
{
	static const char *const bad[] = {
	    "0 0 m 10 10 l S",
	    "/P <</MCID 0>> BDC 0 0 m 10 10 l S EMC 0 0 5 5 re f",
	    "/Artifact BMC (a \\) EMC) pop EMC BT (x) Tj ET",
	    "/Span BMC BT [(x)] TJ ET EMC",
	    "% /Artifact BMC\n0 0 5 5 re f",
	};
	struct buf out = {0};
	make(*state, &out);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		qpdf_data q = qpdf_init();
		assert_int_equal(qpdf_read_memory(q, "test", out.data, out.n, NULL), 0);
		qpdf_oh stream = qpdf_oh_new_stream(q), null = qpdf_oh_new_null(q);
		qpdf_oh_replace_stream_data(q, stream, (const unsigned char *)bad[i], strlen(bad[i]), null, null);
		qpdf_oh_replace_key(q, qpdf_get_page_n(q, 0), "/Contents", stream);
		write_and_expect(q, DIAG_PDF_CHECK_UNMARKED, bad[i]);
		qpdf_cleanup(&q);
	}
	buf_free(&out);
}

static void
test_no_pdf(void **state)
{
	(void)state;
	expect(SPAN_LIT("no PDF"), DIAG_PDF_UNREADABLE, "no PDF");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_sound_file, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_entries, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_order, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_two_faults, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_circles, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_fonts, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_contents, setup, teardown),
	    cmocka_unit_test(test_no_pdf),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
