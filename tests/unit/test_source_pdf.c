/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>

#include "base/file.h"
#include "source/source.h"
#include "unit/fixture.h"

/* Read; a machine without poppler skips the test with a word. */
static struct draft *
read_pdf(struct fixture *f, struct span bytes)
{
	struct draft *d = source_read(f->a, "d.pdf", bytes, SOURCE_AUTO, f->d);
	if (d == NULL && diag_count(f->d) > 0 && diag_at(f->d, 0)->code == DIAG_SRC_NO_PDF) {
		print_message("built without poppler-glib\n");
		skip();
	}
	return d;
}

static cairo_status_t
write_bytes(void *to, const unsigned char *s, unsigned n)
{
	buf_add(to, s, n);
	return CAIRO_STATUS_SUCCESS;
}

static void
show(cairo_t *cr, double x, double y, double size, bool bold, const char *text)
{
	cairo_select_font_face(cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cr, size);
	cairo_move_to(cr, x, y);
	cairo_show_text(cr, text);
}

/* Two pages: a heading, lines, a raised figure, a link. */
static struct buf
two_pages(void)
{
	struct buf out = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
	cairo_t *cr = cairo_create(surface);
	show(cr, 50, 60, 14, true, "Heading here");
	show(cr, 50, 100, 10, false, "A first line of text");
	show(cr, 50, 112, 10, false, "a second line");
	show(cr, 108, 108.5, 6, false, "7");
	show(cr, 50, 150, 10, false, "See ");
	cairo_tag_begin(cr, CAIRO_TAG_LINK, "uri='http://x.org/A/1'");
	cairo_show_text(cr, "A/1,");
	cairo_tag_end(cr, CAIRO_TAG_LINK);
	cairo_show_page(cr);
	show(cr, 50, 60, 10, false, "On page two");
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return out;
}

static void
lines_have_places_and_looks(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = two_pages();
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_int_equal(d->form, SOURCE_PDF);
	assert_int_equal(d->nline, 5);
	assert_true(span_is(span_trim(d->line[0].text), "Heading here"));
	assert_true(d->line[0].bold && !d->line[1].bold);
	assert_true(d->line[0].size > 13.9 && d->line[0].size < 14.1);
	assert_true(d->line[0].x > 49 && d->line[0].x < 52);
	assert_int_equal(d->line[1].blank_before > 0, 1);
	assert_int_equal(d->line[2].blank_before, 0);
	assert_int_equal(d->line[4].page, 2);
	assert_int_equal(d->line[4].blank_before, 0);
	bool raised = false, linked = false;
	for (size_t i = 0; i < d->nmark; i++) {
		struct span s = span_sub(d->text, d->mark[i].off, d->mark[i].end);
		raised |= d->mark[i].kind == MARK_SUP && span_is(s, "7");
		linked |= d->mark[i].kind == MARK_LINK && span_is(s, "A/1") && strcmp(d->mark[i].target, "http://x.org/A/1") == 0;
	}
	assert_true(raised);
	assert_true(linked);
	const struct source_account *s = &d->account;
	assert_true((ptrdiff_t)s->input == (ptrdiff_t)(s->text + s->markup + s->dropped) + s->normalised);
	buf_free(&pdf);
}

/* What a test draws on one page of a document. */
struct piece {
	double x, y, size;
	bool bold;
	const char *text;
};

static struct buf
one_page(const struct piece *piece, size_t n)
{
	struct buf out = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
	cairo_t *cr = cairo_create(surface);
	for (size_t i = 0; i < n; i++)
		show(cr, piece[i].x, piece[i].y, piece[i].size, piece[i].bold, piece[i].text);
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return out;
}

#define PAGE(pieces) one_page((pieces), sizeof(pieces) / sizeof *(pieces))

static void
assert_line(struct arena *a, const struct draft *d, size_t i, enum line_kind kind, const char *text)
{
	assert_true(i < d->nline);
	assert_string_equal(arena_strndup(a, d->line[i].text.s, d->line[i].text.n), text);
	assert_int_equal(d->line[i].kind, kind);
}

/* A head, rows of figures, a cell of two lines, a bold sum; prose above and a source below. */
static void
aligned_cells_are_rows(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 10, false, "The boats of the two coasts are counted each spring by their keepers."},
	    {50, 70, 7, true, "Harbour"}, {200, 70, 7, true, "Boats"}, {260, 70, 7, true, "Crews"},
	    {50, 90, 9, false, "Northport"}, {212, 90, 9, false, "12"}, {275, 90, 9, false, "7"},
	    {50, 106, 9, false, "Old harbour of"}, {50, 116, 9, false, "the southern isle"},
	    {212, 116, 9, false, "30"}, {270, 116, 9, false, "-"},
	    {60, 132, 9, true, "Total"}, {212, 132, 9, true, "42"}, {275, 132, 9, true, "7"},
	    {50, 160, 8, false, "Source: the keepers of the harbours, who count by hand."},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_int_equal(d->nline, 6);
	assert_line(f->a, d, 0, LINE_TEXT, pieces[0].text);
	assert_line(f->a, d, 1, LINE_ROW_HEAD, "Harbour\tBoats\tCrews");
	assert_line(f->a, d, 2, LINE_ROW, "Northport\t12\t7");
	assert_line(f->a, d, 3, LINE_ROW, "Old harbour of the southern isle\t30\t-");
	assert_line(f->a, d, 4, LINE_ROW, "Total\t42\t7");
	assert_line(f->a, d, 5, LINE_TEXT, pieces[14].text);
	buf_free(&pdf);
}

/* Labels with their texts, columns of running text and lists with leaders are no tables. */
static void
other_columns_are_no_table(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 10, false, "1."}, {90, 40, 10, false, "Open the gate."},
	    {50, 52, 10, false, "2."}, {90, 52, 10, false, "Shut the gate."},
	    {50, 64, 10, false, "3."}, {90, 64, 10, false, "Paint the gate."},
	    {50, 120, 10, false, "Words of a column that"}, {220, 120, 10, false, "and of the one beside it,"},
	    {50, 132, 10, false, "go on below themselves"}, {220, 132, 10, false, "which has a sense of"},
	    {50, 144, 10, false, "until they have an end."}, {220, 144, 10, false, "its own, as one may see."},
	    {50, 200, 10, false, "I."}, {80, 200, 10, false, "Gates .............................."}, {340, 200, 10, false, "2"},
	    {50, 212, 10, false, "II."}, {80, 212, 10, false, "Fences ............................."}, {340, 212, 10, false, "3"},
	    {50, 224, 10, false, "III."}, {80, 224, 10, false, "Walls .............................."}, {340, 224, 10, false, "5"},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	for (size_t i = 0; i < d->nline; i++)
		assert_int_equal(d->line[i].kind, LINE_TEXT);
	buf_free(&pdf);
}

/* A written blank that is no wider than a hair is none. */
static void
hair_blanks_go(void **state)
{
	static const struct piece pieces[] = {{50, 40, 10, false, "The keeper"}, {95.3, 40, 10, false, " "},
	                                      {95.9, 40, 10, false, "s gate and the far wall"}};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_line(f->a, d, 0, LINE_TEXT, "The keepers gate and the far wall");
	buf_free(&pdf);
}

/* Text between two margins; one of its lines is set wide open to fill them, as producers do. */
static struct buf
open_line(const char *full, const char *const *word, size_t n, double gap)
{
	struct buf out = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
	cairo_t *cr = cairo_create(surface);
	cairo_text_extents_t e;
	double right = 0, x = 50;
	for (int i = 0; i < 5; i++) {
		show(cr, 50, 60 + 12 * i, 10, false, full);
		cairo_text_extents(cr, full, &e);
		right = 50 + e.x_advance;
	}
	for (size_t i = 0; i < n; i++) {
		cairo_text_extents(cr, word[i], &e);
		show(cr, i + 1 < n ? x : right - e.x_advance, 120, 10, false, word[i]);
		x += e.x_advance + gap;
	}
	show(cr, 50, 132, 10, false, "to the end.");
	show(cr, 50, 160, 10, false, "(b)");
	show(cr, 80, 160, 10, false, "Oil that does not freeze in");
	show(cr, 50, 172, 10, false, "winter.");
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return out;
}

static void
wide_open_lines_are_one(void **state)
{
	static const char full[] = "The keepers of the lights along the northern coast write letters.";
	static const char *const word[] = {"The oil", "was", "counted", "twice"};
	struct fixture *f = *state;
	struct buf pdf = open_line(full, word, 4, 45);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_line(f->a, d, 4, LINE_TEXT, full);
	assert_line(f->a, d, 5, LINE_TEXT, "The oil was counted twice");
	assert_line(f->a, d, 6, LINE_TEXT, "to the end.");
	assert_line(f->a, d, 7, LINE_TEXT, "(b)");
	assert_line(f->a, d, 8, LINE_TEXT, "Oil that does not freeze in");
	assert_line(f->a, d, 9, LINE_TEXT, "winter.");
	buf_free(&pdf);
}

static void
broken_documents_are_refused(void **state)
{
	struct fixture *f = *state;
	assert_null(read_pdf(f, SPAN_LIT("%PDF-1.7\nnothing of the kind\n")));
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_CONTAINER);
	struct buf blank = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &blank, 100, 100);
	cairo_surface_show_page(surface);
	cairo_surface_destroy(surface);
	assert_null(read_pdf(f, buf_span(&blank)));
	assert_int_equal(diag_at(f->d, 1)->code, DIAG_SRC_EMPTY);
	buf_free(&blank);
}

static void
real_documents_are_read(void **state)
{
	static const struct { const char *name, *first; unsigned pages; } papers[] = {
	    {"E_2025_70.en.pdf", "United Nations", 0}, {"S_2025_200.en.pdf", "United Nations", 23}, {"S_2024_228.ru.pdf", "", 9}};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
		struct span bytes;
		struct diag *quiet = diag_new();
		bool there = file_read(f->a, arena_printf(f->a, "../shared/corpus/%s", papers[i].name), &bytes, quiet);
		diag_free(quiet);
		if (!there) {
			print_message("no ../shared/corpus\n");
			skip();
		}
		struct draft *d = read_pdf(f, bytes);
		assert_non_null(d);
		assert_true(span_find(d->text, span_of(papers[i].first)) != SIZE_MAX);
		if (papers[i].pages > 0)
			assert_int_equal(d->line[d->nline - 1].page, papers[i].pages);
	}
}

/* The drawing above leaves its fonts in the caches of two libraries. */
static int
forget_fonts(void **state)
{
	(void)state;
	cairo_debug_reset_static_data();
	FcFini();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(lines_have_places_and_looks, setup, teardown),
	    cmocka_unit_test_setup_teardown(aligned_cells_are_rows, setup, teardown),
	    cmocka_unit_test_setup_teardown(other_columns_are_no_table, setup, teardown),
	    cmocka_unit_test_setup_teardown(hair_blanks_go, setup, teardown),
	    cmocka_unit_test_setup_teardown(wide_open_lines_are_one, setup, teardown),
	    cmocka_unit_test_setup_teardown(broken_documents_are_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(real_documents_are_read, setup, teardown),
	};
	return cmocka_run_group_tests_name("pdf drafts", tests, NULL, forget_fonts);
}
