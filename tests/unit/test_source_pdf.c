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
		print_message("no poppler-glib: skipped\n");
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
			print_message("no ../shared/corpus: skipped\n");
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
	    cmocka_unit_test_setup_teardown(broken_documents_are_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(real_documents_are_read, setup, teardown),
	};
	return cmocka_run_group_tests_name("pdf drafts", tests, NULL, forget_fonts);
}
