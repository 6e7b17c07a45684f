/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
/* The drawing and its finishing, on pages put together by hand. */
#include "unit/pdf_sample.h"

#include <unistd.h>

#include "pdf/extract.h"

static void
test_same_bytes(void **state)
{
	struct buf a = {0}, b = {0};
	make(*state, &a);
	setenv("TZ", "Asia/Tokyo", 1);
	make(*state, &b);
	unsetenv("TZ");
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.data, b.data, a.n);
	buf_free(&a);
	buf_free(&b);
}

static void
test_structure(void **state)
{
	struct sample *s = *state;
	struct buf out = {0};
	s->pages.root->first->next->last->expansion = "words in full";
	make(s, &out);
	qpdf_data q = qpdf_init();
	assert_int_equal(qpdf_read_memory(q, "test", out.data, out.n, NULL), 0);
	qpdf_oh root = qpdf_get_root(q), doc = PATH(q, root, "/StructTreeRoot", "/K");
	assert_true(qpdf_oh_is_name_and_equals(q, PATH(q, doc, "/S"), "/Document"));
	assert_int_equal(qpdf_oh_get_array_n_items(q, PATH(q, doc, "/K")), 3);
	/* The paragraph's last run stands on both pages. */
	assert_int_equal(qpdf_oh_get_array_n_items(q, PATH(q, doc, "/K", "1", "/K", "1", "/K")), 2);
	/* The link: its words and its annotation with a quadrangle per line. */
	qpdf_oh link = PATH(q, doc, "/K", "1", "/K", "0", "/K");
	assert_int_equal(qpdf_oh_get_array_n_items(q, link), 2);
	assert_int_equal(qpdf_oh_get_array_n_items(q, PATH(q, link, "1", "/Obj", "/QuadPoints")), 16);
	assert_string_equal(qpdf_oh_get_utf8_value(q, PATH(q, link, "1", "/Obj", "/Contents")), "A page of examples");
	assert_string_equal(qpdf_oh_get_utf8_value(q, PATH(q, root, "/StructTreeRoot", "/IDTree", "/Names", "0")), "n1");
	assert_string_equal(qpdf_oh_get_utf8_value(q, PATH(q, root, "/Outlines", "/First", "/Title")), "Opening");
	assert_string_equal(qpdf_oh_get_utf8_value(q, PATH(q, root, "/Names", "/EmbeddedFiles", "/Names", "0")),
	    "../a\\draft.txt");
	assert_string_equal(qpdf_oh_get_utf8_value(q, PATH(q, root, "/Names", "/EmbeddedFiles", "/Names", "2")), "paper.xml");
	assert_string_equal(qpdf_oh_get_utf8_value(q, PATH(q, doc, "/K", "1", "/K", "0", "/Ref", "0", "/ID")), "n1");
	assert_string_equal(qpdf_oh_get_name(q, PATH(q, root, "/StructTreeRoot", "/RoleMap", "/Emphasis")), "/Span");
	assert_string_equal(qpdf_oh_get_utf8_value(q, PATH(q, doc, "/K", "1", "/K", "1", "/E")), "words in full");
	unsigned char *data;
	size_t n;
	qpdf_oh_get_page_content_data(q, qpdf_get_page_n(q, 0), &data, &n);
	struct span content = {(const char *)data, n};
	assert_true(span_find(content, SPAN_LIT("/Artifact <</Type/Pagination/Subtype/Header>> BDC")) != SIZE_MAX);
	assert_true(span_find(content, SPAN_LIT("/H1 <</MCID 0>> BDC")) != SIZE_MAX);
	free(data);
	qpdf_oh_get_page_content_data(q, qpdf_get_page_n(q, 1), &data, &n);
	assert_true(span_find((struct span){(const char *)data, n}, SPAN_LIT("/P <</MCID 1 /Lang(fr)>> BDC")) != SIZE_MAX);
	free(data);
	qpdf_cleanup(&q);
	buf_free(&out);
}

/* A glyph of the face without ink, but this one. */
static uint32_t
other_blank(FT_Face face, uint32_t but)
{
	for (uint32_t i = 1; i < (uint32_t)face->num_glyphs; i++)
		if (i != but && FT_Load_Glyph(face, i, FT_LOAD_NO_SCALE) == 0 && face->glyph->outline.n_contours == 0)
			return i;
	fail_msg("the face has one blank glyph only");
	return 0;
}

/* Spaces are all that is shown, which Cairo would leave out of its drawing: one, or two of different kinds. */
static void
assert_spaces(struct sample *s, const char *spaces)
{
	struct buf raw = {0}, out = {0};
	struct diag *d = diag_new();
	for (size_t i = 0; i < s->pages.npage; i++)
		s->pages.page[i].nitem = 0;
	struct item *it = words(s, &s->pages.page[0], s->pages.root->first, 20, 150, spaces);
	if (it->nglyph > 1)
		it->glyph[1].index = other_blank(s->font.face, it->glyph[0].index);
	const struct parts *parts = parts_of(s->pages.arena, &s->pages);
	assert_true(paint_parts(parts, &raw, d));
	assert_true(pdf_finish(buf_span(&raw), &s->pages, parts, NULL, 0, NULL, &out, d));
	assert_int_equal(diag_count(d), 0);
	buf_free(&raw);
	buf_free(&out);
	diag_free(d);
}

static void
test_lone_spaces(void **state)
{
	assert_spaces(*state, " ");
	assert_spaces(*state, "  ");
}

/* The file stands up to qpdf's own checks. */
static void
test_sound(void **state)
{
	if (system("qpdf --version >/dev/null 2>&1") != 0) {
		print_message("qpdf is not installed\n");
		skip();
	}
	struct buf out = {0};
	char name[] = "/tmp/rapporteur-test-XXXXXX", command[96];
	make(*state, &out);
	int fd = mkstemp(name);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, out.data, out.n), (ssize_t)out.n);
	close(fd);
	snprintf(command, sizeof command, "qpdf --check %s >/dev/null 2>&1", name);
	int status = system(command);
	unlink(name);
	assert_int_equal(status, 0);
	buf_free(&out);
}

static void
test_link_nowhere(void **state)
{
	struct sample *s = *state;
	struct diag *d = diag_new();
	struct buf raw = {0}, out = {0};
	static struct link lost = {.dest = "lost"};
	words(s, &s->pages.page[0], s->pages.root->first, 20, 150, "lost")->link = &lost;
	const struct parts *parts = parts_of(s->pages.arena, &s->pages);
	assert_true(paint_parts(parts, &raw, d));
	assert_true(pdf_finish(buf_span(&raw), &s->pages, parts, NULL, 0, NULL, &out, d));
	assert_int_equal(diag_count(d), 1);
	assert_int_equal(diag_at(d, 0)->code, DIAG_PDF_LINK);
	buf_free(&raw);
	buf_free(&out);
	diag_free(d);
}

static void
test_extract(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct buf out = {0};
	struct pdf_file *file;
	size_t n;
	make(*state, &out);
	assert_true(pdf_extract(a, buf_span(&out), "test.pdf", &file, &n, d));
	assert_int_equal(n, 2);
	assert_string_equal(file[0].name, "draft.txt");
	assert_true(span_is(file[0].bytes, "Opening"));
	assert_string_equal(file[1].name, "paper.xml");
	assert_true(span_is(file[1].bytes, "<paper/>"));
	assert_int_equal(diag_count(d), 0);
	assert_false(pdf_extract(a, SPAN_LIT("no PDF"), "test.pdf", &file, &n, d));
	assert_int_equal(diag_at(d, 0)->code, DIAG_PDF_UNREADABLE);
	buf_free(&out);
	diag_free(d);
	arena_free(a);
}

/* What the finisher makes of bytes that Cairo would not write. */
static bool
finishes(struct sample *s, const struct parts *parts, struct span raw)
{
	struct diag *d = diag_new();
	struct buf out = {0};
	bool ok = pdf_finish(raw, &s->pages, parts, NULL, 0, NULL, &out, d);
	if (!ok) {
		assert_int_equal(diag_count(d), 1);
		assert_int_equal(diag_at(d, 0)->code, DIAG_PDF_FAILED);
	}
	buf_free(&out);
	diag_free(d);
	return ok;
}

static void
replace(struct buf *b, const char *from, const char *to)
{
	size_t at = span_find(buf_span(b), span_of(from));
	assert_true(at != SIZE_MAX && strlen(from) == strlen(to));
	memcpy(b->data + at, to, strlen(to));
}

static void
test_broken_drawing(void **state)
{
	static const char *const bad[][2] = {
	    {"/Kids", "/Keds"}, {"/MediaBox", "/MediaBux"}, {"/Resources", "/Resaurces"}, {"xref\n0 ", "xref\n9 "},
	    {"trailer", "trialer"}, {"endstream", "endstroom"}, {"endobj", "andobj"}, {"startxref", "startxraf"},
	    {"/Contents", "/Cantents"}, {"/Length", "/Langth"},
	    {"/TrueType", "/Type3   "},       /* widths in other units */
	    {"/Widths [", "/Widths ]"},
	    {"/FirstChar 3", "/FirstChar 9"}, /* codes without a width */
	};
	struct sample *s = *state;
	struct diag *d = diag_new();
	struct buf raw = {0};
	const struct parts *parts = parts_of(s->pages.arena, &s->pages);
	assert_false(finishes(s, parts, SPAN_LIT("no PDF")));
	assert_true(paint_parts(parts, &raw, d));
	assert_true(finishes(s, parts, buf_span(&raw)));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf b = {0};
		buf_addspan(&b, buf_span(&raw));
		replace(&b, bad[i][0], bad[i][1]);
		if (finishes(s, parts, buf_span(&b)))
			fail_msg("accepted with %s", bad[i][1]);
		buf_free(&b);
	}
	/* So it is when two glyphs are shown by one code. */
	size_t string = span_find(buf_span(&raw), SPAN_LIT("[("));
	assert_true(string != SIZE_MAX);
	char second = raw.data[string + 3];
	raw.data[string + 3] = raw.data[string + 2];
	assert_false(finishes(s, parts, buf_span(&raw)));
	raw.data[string + 3] = second;
	/* Cut anywhere, it is refused; with any byte changed it ends. */
	for (size_t n = 0; n + strlen("\n%%EOF\n") < raw.n; n += 97)
		assert_false(finishes(s, parts, (struct span){raw.data, n}));
	for (size_t i = 0; i < raw.n; i += 61) {
		char kept = raw.data[i];
		raw.data[i] = (char)(kept ^ 0x15);
		finishes(s, parts, buf_span(&raw));
		raw.data[i] = kept;
	}
	/* The parts of other pages: a picture more, a glyph less, a glyph more. */
	struct parts other = *parts;
	other.nimage++;
	assert_false(finishes(s, &other, buf_span(&raw)));
	parts->font[0].nglyph--;
	assert_false(finishes(s, parts, buf_span(&raw)));
	parts->font[0].nglyph += 2;
	assert_false(finishes(s, parts, buf_span(&raw)));
	buf_free(&raw);
	diag_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_same_bytes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_structure, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_lone_spaces, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sound, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_link_nowhere, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_extract, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_broken_drawing, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
