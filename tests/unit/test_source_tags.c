/* SPDX-License-Identifier: MIT */
/* test_source_tags.c - the structure tree of a PDF: where on a page its elements begin, and what lines have of it. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "source/pdf_tags.h"
#include "source/source.h"
#include "unit/fixture.h"
#include "unit/pdf_draw.h"
#include "unit/pdf_tagged.h"

static const struct tagged paper[] = {
    {0, "Artifact", 0, 50, 20, 8, false, "Mill 12", NULL},
    {0, "H2", 0, 50, 60, 14, true, "The bells of the", NULL},
    {0, "+", 0, 50, 76, 14, true, "northern coast", NULL},
    {0, "P", 0, 50, 100, 10, false, "They are rung at noon", NULL},
    {0, "+", 1, 50, 60, 10, false, "and at the turn of the tide.", NULL},
    {0, "L", 0, 0, 0, 0, false, NULL, NULL},
    {1, "LI", 0, 0, 0, 0, false, NULL, NULL},
    {2, "LBody", 1, 50, 80, 10, false, "A first bell", NULL},
    {0, "Note", 1, 50, 300, 8, false, "1 See the book.", NULL},
    {0, "Figure", 2, 50, 60, 8, false, "1900", "/Alt(Bells by year)"},
    {0, NULL, 2, 50, 90, 10, false, "No mark at all", NULL},
};

static const struct line *
line_of(const struct draft *d, const char *words)
{
	for (size_t i = 0; i < d->nline; i++)
		if (span_is(span_trim(d->line[i].text), words))
			return &d->line[i];
	fail_msg("no line \"%s\"", words);
	return NULL;
}

static struct draft *
read_pdf(struct fixture *f, struct span pdf)
{
	struct draft *d = source_read(f->a, "d.pdf", pdf, SOURCE_AUTO, f->d);
	if (d == NULL && diag_count(f->d) > 0 && diag_at(f->d, 0)->code == DIAG_SRC_NO_PDF) {
		print_message("built without poppler-glib\n");
		skip();
	}
	assert_non_null(d);
	return d;
}

static void
lines_have_tags(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = TAGGED(paper);
	const struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_int_equal(line_of(d, "Mill 12")->tag, LINE_ARTIFACT);
	assert_int_equal(line_of(d, "Mill 12")->element, 0);
	const struct line *heading = line_of(d, "The bells of the"), *text = line_of(d, "They are rung at noon");
	assert_int_equal(heading->tag, LINE_TAGGED_HEADING);
	assert_int_equal(heading->tag_level, 2);
	assert_int_equal(line_of(d, "northern coast")->element, heading->element);
	assert_int_equal(text->tag, LINE_TAGGED_TEXT);
	assert_true(text->element > 0 && text->element != heading->element);
	assert_int_equal(line_of(d, "and at the turn of the tide.")->element, text->element);
	assert_int_equal(line_of(d, "A first bell")->tag, LINE_TAGGED_ITEM);
	assert_int_equal(line_of(d, "1 See the book.")->tag, LINE_TAGGED_NOTE);
	assert_int_equal(line_of(d, "1900")->tag, LINE_TAGGED_FIGURE);
	assert_int_equal(line_of(d, "No mark at all")->tag, LINE_UNTAGGED);
	assert_int_equal(line_of(d, "No mark at all")->element, 0);
	buf_free(&pdf);
}

/* Words of one paragraph that are set far from each other to fill its line are one line; those of two are two. */
static void
wide_words_of_one_paragraph(void **state)
{
	static const struct tagged wide[] = {
	    {0, "P", 0, 50, 60, 10, false, "The wardens of the towers keep the lamps and bells,", NULL},
	    {0, "+", 0, 50, 74, 10, false, "ropes", NULL},
	    {0, "+", 0, 50, 88, 10, false, "ladders and paint", NULL},
	    {0, "+", 0, 97, 74, 10, false, "and", NULL},
	    {0, "+", 0, 137, 74, 10, false, "oars", NULL},
	    {0, "P", 0, 50, 130, 10, false, "Warden", NULL},
	    {0, "P", 0, 110, 130, 10, false, "Keeper", NULL},
	};
	struct fixture *f = *state;
	struct buf pdf = TAGGED(wide);
	const struct draft *d = read_pdf(f, buf_span(&pdf));
	line_of(d, "ropes and oars");
	line_of(d, "Warden");
	line_of(d, "Keeper");
	buf_free(&pdf);
}

/* The starts of a page, by tag: those of one tag in the order of reading. */
static const struct pdf_start *
start_of(const struct pdf_start *start, size_t n, enum pdf_role role, const struct pdf_tags *t)
{
	for (size_t i = 0; i < n; i++)
		if (pdf_tags_at(t, start[i].tag)->role == role)
			return &start[i];
	return NULL;
}

/* Write other words, which are no longer, over some of a PDF. */
static void
write_over(struct buf *pdf, const char *from, const char *to)
{
	char *at = memmem(pdf->data, pdf->n, from, strlen(from));
	assert_non_null(at);
	assert_true(strlen(to) <= strlen(from));
	memcpy(at, to, strlen(to));
}

/* Where text begins is told as the page is shown: cut to a box, which is within its medium, and turned. */
static void
starts_are_where_the_page_shows_them(void **state)
{
	static const struct { const char *page; bool up; float x, y; size_t n; } as[] = {
	    {"", false, 50, 60, 4}, {"/CropBox[10 20 390 380]", false, 40, 40, 4},
	    {"/CropBox[390 380 10 20]", false, 40, 40, 4}, {"/CropBox[-30 20 500 900]", false, 50, 60, 4},
	    {"/Rotate 90", true, 340, 50, 1}, {"/Rotate -270/CropBox[10 20 390 380]", true, 320, 40, 1},
	};
	struct fixture *f = *state;
	for (size_t k = 0; k < sizeof as / sizeof *as; k++) {
		struct buf pdf = tagged_pdf(paper, sizeof paper / sizeof *paper, as[k].page, "");
		if (as[k].up) /* the heading, which the turn sets level; the other text then stands on its end */
			write_over(&pdf, "1 0 0 1 50.0 340.0 Tm", "0 1 -1 0 50.0 340 Tm ");
		struct pdf_tags *t = pdf_tags_read(buf_span(&pdf));
		assert_non_null(t);
		size_t n;
		const struct pdf_start *start = pdf_tags_starts(t, 0, f->a, &n);
		const struct pdf_start *heading = start_of(start, n, PDF_HEADING, t);
		assert_int_equal(n, as[k].n);
		assert_non_null(heading);
		assert_true(heading->x == as[k].x && heading->y == as[k].y);
		pdf_tags_free(t);
		buf_free(&pdf);
	}
}

/* A mark may be one of the lists of its page, and a part of the content may be empty. */
static void
content_is_read_as_others_write_it(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = tagged_pdf(paper, sizeof paper / sizeof *paper,
	                            "/Contents[25 0 R 20 0 R]/Resources<</Properties<</Bell<</MCID 1>>/Other 7>>>>", "");
	write_over(&pdf, "<</MCID 1/Lang (en)>>", "/Bell                ");
	write_over(&pdf, "<</MCID 2/Lang (en)>>", "/Other               ");
	write_over(&pdf, "<</MCID 3/Lang (en)>>", "/None                ");
	/* one more object, and no table of them: it is made anew */
	pdf.n = (size_t)((char *)memmem(pdf.data, pdf.n, "xref\n", 5) - pdf.data);
	buf_adds(&pdf, "25 0 obj\n<</Length 0/Filter/FlateDecode>>\nstream\n\nendstream\nendobj\n"
	               "trailer\n<</Root 1 0 R/Size 99>>\n%%EOF\n");
	struct pdf_tags *t = pdf_tags_read(buf_span(&pdf));
	assert_non_null(t);
	size_t n;
	const struct pdf_start *start = pdf_tags_starts(t, 0, f->a, &n);
	assert_int_equal(n, 4);
	assert_non_null(start_of(start, n, PDF_HEADING, t));
	assert_int_equal(start[2].tag, 0);
	assert_int_equal(start[3].tag, 0);
	pdf_tags_free(t);
	buf_free(&pdf);
}

/* Nodes of the page tree, each in the one before, and some in themselves: gone down, they would fill the stack. */
static void
deep_trees_of_pages_say_nothing(void **state)
{
	enum { NODES = 30000 };
	static const int last[] = {3, 10};
	(void)state;
	for (size_t k = 0; k < sizeof last / sizeof *last; k++) {
		struct buf pdf = {0};
		buf_adds(&pdf, "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 10 0 R/StructTreeRoot 5 0 R>>\nendobj\n"
		               "3 0 obj\n<</Type/Page/MediaBox[0 0 9 9]>>\nendobj\n"
		               "5 0 obj\n<</Type/StructTreeRoot/K 6 0 R>>\nendobj\n6 0 obj\n<</S/P/Pg 3 0 R/K 0>>\nendobj\n");
		for (int i = 10; i < NODES; i++)
			buf_printf(&pdf, "%d 0 obj\n<</Kids[%d 0 R]>>\nendobj\n", i, i + 1 < NODES ? i + 1 : last[k]);
		buf_printf(&pdf, "trailer\n<</Root 1 0 R/Size %d>>\n%%%%EOF\n", NODES);
		assert_null(pdf_tags_read(buf_span(&pdf)));
		buf_free(&pdf);
	}
}

/* Cells that take several rows or columns push the others aside. */
static void
cells_have_places(void **state)
{
	static const struct tagged table[] = {
	    {0, "Table", 0, 0, 0, 0, false, NULL, NULL},
	    {1, "TR", 0, 0, 0, 0, false, NULL, NULL},
	    {2, "TH", 0, 50, 60, 10, false, "Bell", "/A<</O/Table/RowSpan 2>>"},
	    {2, "TH", 0, 150, 60, 10, false, "Weight", "/A[<</O/Layout>> <</O/Table/ColSpan 2>>]"},
	    {1, "TR", 0, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 0, 150, 80, 10, false, "1900", NULL},
	    {2, "TD", 0, 250, 80, 10, false, "1950", NULL},
	};
	struct fixture *f = *state;
	struct buf pdf = TAGGED(table);
	struct pdf_tags *t = pdf_tags_read(buf_span(&pdf));
	assert_non_null(t);
	size_t n;
	const struct pdf_start *s = pdf_tags_starts(t, 0, f->a, &n);
	assert_int_equal(n, 4);
	static const struct { unsigned row, col, cols, rows; bool head; } places[] = {
	    {0, 0, 1, 2, true}, {0, 1, 2, 1, true}, {1, 1, 1, 1, false}, {1, 2, 1, 1, false}};
	for (size_t i = 0; i < n; i++) {
		const struct pdf_tag *tag = pdf_tags_at(t, s[i].tag);
		assert_int_equal(tag->cell, s[i].tag);
		assert_int_equal(tag->row, places[i].row);
		assert_int_equal(tag->col, places[i].col);
		assert_int_equal(tag->cols, places[i].cols);
		assert_int_equal(tag->rows, places[i].rows);
		assert_int_equal(tag->head, places[i].head);
	}
	pdf_tags_free(t);
	buf_free(&pdf);
}

/* A table of words with hardly any blank between its cells, whose lines no place could tell apart. */
static void
cells_are_as_tagged(void **state)
{
	static const struct tagged table[] = {
	    {0, "P", 0, 50, 60, 10, false, "The bells and who rings them.", NULL},
	    {0, "Table", 1, 0, 0, 0, false, NULL, NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL},
	    {2, "TH", 1, 50, 60, 10, false, "Bell of the", NULL}, {2, "TH", 1, 101, 60, 10, false, "Keeper", NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL},
	    {2, "TH", 1, 50, 72, 10, false, "coast", NULL}, {2, "TH", 1, 101, 72, 10, false, "by name", NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 1, 50, 84, 10, false, "Old quay", NULL}, {2, "TD", 1, 101, 84, 10, false, "Ana Example", NULL},
	    {0, "+", 1, 101, 96, 10, false, "and her son", NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 1, 50, 108, 10, false, "New quay", NULL}, {2, "TD", 1, 101, 108, 10, false, "Bo Sample", NULL},
	    {0, "Table", 2, 0, 0, 0, false, NULL, NULL}, /* goes on overleaf, its head once more */
	    {1, "TR", 2, 0, 0, 0, false, NULL, NULL},
	    {2, "TH", 2, 50, 60, 10, false, "Bell of the", NULL}, {2, "TH", 2, 101, 60, 10, false, "Keeper", NULL},
	    {1, "TR", 2, 0, 0, 0, false, NULL, NULL},
	    {2, "TH", 2, 50, 72, 10, false, "coast", NULL}, {2, "TH", 2, 101, 72, 10, false, "by name", NULL},
	    {1, "TR", 2, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 2, 50, 84, 10, false, "Far isle", NULL}, {2, "TD", 2, 101, 84, 10, false, "Cy Specimen", NULL},
	};
	struct fixture *f = *state;
	struct buf pdf = TAGGED(table);
	const struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_int_equal(d->nline, 6);
	assert_int_equal(line_of(d, "Bell of the\tKeeper")->kind, LINE_ROW_HEAD);
	assert_int_equal(line_of(d, "Old quay\tAna Example and her son")->kind, LINE_ROW);
	assert_int_equal(line_of(d, "New quay\tBo Sample")->kind, LINE_ROW);
	assert_int_equal(line_of(d, "Far isle\tCy Specimen")->kind, LINE_ROW);
	assert_int_equal(line_of(d, "Far isle\tCy Specimen")->level, line_of(d, "New quay\tBo Sample")->level);
	buf_free(&pdf);
}

/* A box, and a list of contents, are laid out as tables and are none; nor is one whose cells stand elsewhere. */
static void
layout_is_no_table(void **state)
{
	static const struct tagged rows[] = {
	    {0, "P", 0, 50, 60, 10, false, "The bells and who rings them.", NULL},
	    {0, "Table", 1, 0, 0, 0, false, NULL, NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL}, {2, "TD", 1, 50, 60, 10, false, "Summary", NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL}, {2, "TD", 1, 50, 72, 10, false, "They are rung.", NULL},
	    {0, "Table", 1, 0, 0, 0, false, NULL, NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 1, 50, 120, 10, false, "I. Bells . . . . . . . . . . .", NULL},
	    {2, "TD", 1, 350, 120, 10, false, "1", NULL},
	    {1, "TR", 1, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 1, 50, 132, 10, false, "II. Keepers . . . . . . . . .", NULL},
	    {2, "TD", 1, 350, 132, 10, false, "7", NULL},
	    {0, "Table", 2, 0, 0, 0, false, NULL, NULL},
	    {1, "TR", 2, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 2, 250, 60, 10, false, "Second", NULL}, {2, "TD", 2, 50, 60, 10, false, "First", NULL},
	    {1, "TR", 2, 0, 0, 0, false, NULL, NULL},
	    {2, "TD", 2, 250, 40, 10, false, "Over it", NULL}, {2, "TD", 2, 50, 40, 10, false, "At the top", NULL},
	};
	struct fixture *f = *state;
	struct buf pdf = TAGGED(rows);
	const struct draft *d = read_pdf(f, buf_span(&pdf));
	for (size_t i = 0; i < d->nline; i++)
		assert_int_equal(d->line[i].kind, LINE_TEXT);
	buf_free(&pdf);
}

/* Roles of the producer's own stand for standard ones, over several steps; those that go in circles for none. */
static void
roles_are_mapped(void **state)
{
	static const struct tagged own[] = {
	    {0, "Mill#20title", 0, 50, 60, 10, false, "A title", NULL},
	    {0, "Round", 0, 50, 80, 10, false, "Around", NULL},
	};
	struct fixture *f = *state;
	struct buf pdf = tagged_pdf(own, 2, "", "/RoleMap<</Mill#20title/Title/Title/H1/Round/About/About/Round>>");
	const struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_int_equal(line_of(d, "A title")->tag, LINE_TAGGED_HEADING);
	assert_int_equal(line_of(d, "A title")->tag_level, 1);
	assert_int_equal(line_of(d, "Around")->tag, LINE_UNTAGGED);
	buf_free(&pdf);
}

/* Content that the producer packs and tags itself, as most do. */
static void
packed_content_is_read(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &pdf, 400, 400);
	cairo_t *cr = cairo_create(surface);
	cairo_tag_begin(cr, "H3", NULL);
	show(cr, 50, 60, 14, true, "The tides");
	cairo_tag_end(cr, "H3");
	cairo_tag_begin(cr, "P", NULL);
	show(cr, 50, 100, 10, false, "They turn at noon.");
	cairo_tag_end(cr, "P");
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	const struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_int_equal(line_of(d, "The tides")->tag, LINE_TAGGED_HEADING);
	assert_int_equal(line_of(d, "The tides")->tag_level, 3);
	assert_int_equal(line_of(d, "They turn at noon.")->tag, LINE_TAGGED_TEXT);
	buf_free(&pdf);
}

/* An element that holds itself, and a tree deeper than any: the text is read, and what can be used of the tags. */
static void
broken_trees_say_little(void **state)
{
	static const struct { const char *from, *to; bool tagged; } breaks[] = {
	    {"/K[3 <</Type/MCR/Pg 11 0 R/MCID 4>> ]", "/K[33 0 R 5 0 R 3                   ]", true},
	    {"/S/H2/Pg 10 0 R/K[1 <<", "/S/H2/Pg 10 0 R/K[9 <<", true},
	    {"/Type/StructTreeRoot/K[", "/Type/StructTreeRoot/Q[", false},
	    {"/StructTreeRoot 5 0 R", "/StructTreeRoot 9 0 R", false},
	    {"/Count 3/Kids[10 0 R", "/Count 3/Kids[99 0 R", true},
	};
	struct fixture *f = *state;
	for (size_t k = 0; k < sizeof breaks / sizeof *breaks; k++) {
		struct buf pdf = TAGGED(paper);
		write_over(&pdf, breaks[k].from, breaks[k].to);
		struct pdf_tags *t = pdf_tags_read(buf_span(&pdf));
		assert_int_equal(t != NULL, breaks[k].tagged);
		size_t n = 0;
		for (uint32_t p = 0; t != NULL && p < 5; p++)
			pdf_tags_starts(t, p, f->a, &n);
		pdf_tags_free(t);
		read_pdf(f, buf_span(&pdf));
		buf_free(&pdf);
	}
}

static void
deep_trees_end(void **state)
{
	static struct tagged deep[TAGGED_ROWS];
	struct fixture *f = *state;
	for (int i = 0; i < TAGGED_ROWS; i++)
		deep[i] = (struct tagged){i, "Sect", 0, 50, 390 - i, 1, false, NULL, NULL};
	deep[0] = (struct tagged){0, "P", 0, 50, 60, 10, false, "At the top", NULL};
	deep[TAGGED_ROWS - 1].role = "P";
	deep[TAGGED_ROWS - 1].text = "Far below";
	deep[TAGGED_ROWS - 1].size = 10;
	struct buf pdf = TAGGED(deep);
	const struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_int_equal(line_of(d, "At the top")->tag, LINE_TAGGED_TEXT);
	assert_int_equal(line_of(d, "Far below")->tag, LINE_UNTAGGED);
	buf_free(&pdf);
}

/* On the first page the tags tell of a table low on it; what is laid out so at its top is the masthead. */
static void
first_pages_have_tables(void **state)
{
	struct fixture *f = *state;
	for (int low = 0; low < 2; low++) {
		double y = low ? 250 : 50;
		const struct tagged page[] = {
		    {0, "P", 0, 50, 30, 10, false, "The bells of the coast are rung at noon and at the turn of the tide.", NULL},
		    {0, "Table", 0, 0, 0, 0, false, NULL, NULL},
		    {1, "TR", 0, 0, 0, 0, false, NULL, NULL},
		    {2, "TD", 0, 50, y, 10, false, "First bell", NULL}, {2, "TD", 0, 220, y, 10, false, "at noon", NULL},
		    {1, "TR", 0, 0, 0, 0, false, NULL, NULL},
		    {2, "TD", 0, 50, y + 20, 10, false, "Old bell", NULL}, {2, "TD", 0, 220, y + 20, 10, false, "at dusk", NULL},
		    {1, "TR", 0, 0, 0, 0, false, NULL, NULL},
		    {2, "TD", 0, 50, y + 40, 10, false, "Small bell", NULL}, {2, "TD", 0, 220, y + 40, 10, false, "by day", NULL},
		};
		struct buf pdf = TAGGED(page);
		const struct draft *d = read_pdf(f, buf_span(&pdf));
		unsigned rows = 0;
		for (size_t i = 0; i < d->nline; i++)
			rows += d->line[i].kind == LINE_ROW || d->line[i].kind == LINE_ROW_HEAD;
		assert_int_equal(rows, low ? 3 : 0);
		buf_free(&pdf);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(lines_have_tags, setup, teardown),
	    cmocka_unit_test_setup_teardown(wide_words_of_one_paragraph, setup, teardown),
	    cmocka_unit_test_setup_teardown(starts_are_where_the_page_shows_them, setup, teardown),
	    cmocka_unit_test_setup_teardown(content_is_read_as_others_write_it, setup, teardown),
	    cmocka_unit_test_setup_teardown(deep_trees_of_pages_say_nothing, setup, teardown),
	    cmocka_unit_test_setup_teardown(cells_have_places, setup, teardown),
	    cmocka_unit_test_setup_teardown(cells_are_as_tagged, setup, teardown),
	    cmocka_unit_test_setup_teardown(layout_is_no_table, setup, teardown),
	    cmocka_unit_test_setup_teardown(roles_are_mapped, setup, teardown),
	    cmocka_unit_test_setup_teardown(packed_content_is_read, setup, teardown),
	    cmocka_unit_test_setup_teardown(broken_trees_say_little, setup, teardown),
	    cmocka_unit_test_setup_teardown(deep_trees_end, setup, teardown),
	    cmocka_unit_test_setup_teardown(first_pages_have_tables, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
