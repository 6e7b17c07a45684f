/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "source/pdf.h"
#include "source/source.h"
#include "unit/fixture.h"
#include "unit/pdf_draw.h"

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
	    {50, 200, 10, false, "I."}, {80, 200, 10, false, "Gates .............................."},
	    {340, 200, 10, false, "2"},
	    {50, 212, 10, false, "II."}, {80, 212, 10, false, "Fences ............................."},
	    {340, 212, 10, false, "3"},
	    {50, 224, 10, false, "III."}, {80, 224, 10, false, "Walls .............................."},
	    {340, 224, 10, false, "5"},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	for (size_t i = 0; i < d->nline; i++)
		assert_int_equal(d->line[i].kind, LINE_TEXT);
	/* a number is of the line it stands before, though far from it */
	assert_line(f->a, d, 0, LINE_TEXT, "1. Open the gate.");
	assert_line(f->a, d, 2, LINE_TEXT, "3. Paint the gate.");
	buf_free(&pdf);
}

/* Words and what they mean, below a head: rows stand farther apart than the lines of a cell. */
static void
words_and_meanings_are_a_table(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 10, false, "1."}, {70, 40, 10, false, "The words of the keepers are these."},
	    {50, 70, 7, true, "Word"}, {120, 70, 7, true, "What it means"},
	    {50, 90, 8, false, "Quay"}, {120, 90, 8, false, "The wall along which the ferries lie, with its steps"},
	    {120, 99, 8, false, "and its rings"},
	    {50, 116, 8, false, "Lamp room"}, {120, 116, 8, false, "The room in which the lamp stands"},
	    {50, 133, 8, false, "Keeper"}, {120, 133, 8, false, "Whoever rings the bell"},
	    {50, 160, 10, false, "2."}, {70, 160, 10, false, "They use no others."},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_int_equal(d->nline, 6);
	assert_line(f->a, d, 1, LINE_ROW_HEAD, "Word\tWhat it means");
	assert_line(f->a, d, 2, LINE_ROW, "Quay\tThe wall along which the ferries lie, with its steps and its rings");
	assert_line(f->a, d, 4, LINE_ROW, "Keeper\tWhoever rings the bell");
	assert_line(f->a, d, 5, LINE_TEXT, "2. They use no others.");
	buf_free(&pdf);
}

/* The last line of a cell of words may be a figure: it makes no head of the row above. */
static void
years_end_cells_of_words(void **state)
{
	static const struct piece pieces[] = {
	    {50, 40, 10, false, "1."}, {70, 40, 10, false, "The works of the keepers are these."},
	    {50, 70, 8, true, "Work"}, {150, 70, 8, true, "What is done"}, {300, 70, 8, true, "State"},
	    {50, 90, 8, false, "Quay"}, {150, 90, 8, false, "The wall is mended with its steps"},
	    {300, 90, 8, false, "Done by spring"},
	    {150, 99, 8, false, "and its rings"},
	    {50, 116, 8, false, "Lamp room"}, {150, 116, 8, false, "The room of the lamp is painted"},
	    {300, 116, 8, false, "Done by the end of"},
	    {300, 125, 8, false, "2043"},
	    {50, 142, 8, false, "Bell"}, {150, 142, 8, false, "The bell is cast anew"}, {300, 142, 8, false, "Begun"},
	    {50, 170, 10, false, "2."}, {70, 170, 10, false, "They do no others."},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_line(f->a, d, 1, LINE_ROW_HEAD, "Work\tWhat is done\tState");
	assert_line(f->a, d, 2, LINE_ROW, "Quay\tThe wall is mended with its steps and its rings\tDone by spring");
	assert_line(f->a, d, 3, LINE_ROW, "Lamp room\tThe room of the lamp is painted\tDone by the end of 2043");
	buf_free(&pdf);
}

/* A word in the column of the numbers, which the library reads at the end, stands over what is right and below it. */
static void
words_among_labels_keep_their_place(void **state)
{
	static const struct { float x1, x2, foot; } came[] = {
	    {113, 538, 684}, {113, 538, 720}, {140, 300, 738}, {72, 99, 702}, {20, 40, 690},
	};
	struct fixture *f = *state;
	struct pdf_page p = {.arena = f->a, .text = "WordsWordsWordsAnnexFar..", .npiece = 5};
	p.glyph = ARENA_ARRAY(f->a, struct pdf_glyph, 25);
	p.piece = ARENA_ARRAY(f->a, struct pdf_piece, p.npiece);
	for (uint32_t i = 0; i < 25; i++)
		p.glyph[i] = (struct pdf_glyph){.at = i, .n = 1, .size = 10};
	for (uint32_t i = 0; i < p.npiece; i++)
		p.piece[i] = (struct pdf_piece){.from = 5 * i, .to = 5 * i + 5, .line = i, .x1 = came[i].x1, .x2 = came[i].x2,
		                                .foot = came[i].foot, .size = 10, .line_size = 10, .upright = true};
	pdf_join(&p);
	static const uint32_t first[] = {0, 15, 5, 10, 20}; /* what is far to the left may be a column */
	for (uint32_t i = 0; i < p.npiece; i++)
		assert_int_equal(p.piece[i].from, first[i]);
}

/* Cells with hardly a blank between them, where the cells of other lines begin; a head over two columns. */
static void
close_cells_and_wide_heads(void **state)
{
	static const struct piece pieces[] = {
	    {50, 50, 7, true, "Harbour"}, {166, 50, 7, true, "Boats"},
	    {50, 62, 7, true, "(name)"}, {150, 62, 7, true, "2042"}, {190, 62, 7, true, "2043"},
	    {50, 82, 8, false, "North quay and its mole"}, {150, 82, 8, false, "12"}, {190, 82, 8, false, "14"},
	    {50, 98, 8, false, "South quay of the bay here"}, {150, 98, 8, false, "7"}, {190, 98, 8, false, "9"},
	    {50, 114, 8, false, "East"}, {150, 114, 8, false, "2"}, {190, 114, 8, false, "3"},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_line(f->a, d, 0, LINE_ROW_HEAD, "Harbour\tBoats");
	assert_line(f->a, d, 2, LINE_ROW, "North quay and its mole\t12\t14");
	assert_line(f->a, d, 3, LINE_ROW, "South quay of the bay here\t7\t9");
	assert_int_equal(d->nspan, 1);
	assert_int_equal(d->span[0].line, 0);
	assert_int_equal(d->span[0].cell, 1);
	assert_int_equal(d->span[0].cols, 2);
	buf_free(&pdf);
}

/* A table goes on behind a page's end; the head that is printed again is not put again, but counted. */
static void
tables_go_on_over_pages(void **state)
{
	struct fixture *f = *state;
	struct buf out = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
	cairo_t *cr = cairo_create(surface);
	for (int page = 0; page < 2; page++) {
		show(cr, 50, 30, 8, true, "A/99/7");
		show(cr, 50, 70, 7, true, "Harbour");
		show(cr, 200, 70, 7, true, "Boats");
		show(cr, 260, 70, 7, true, "Crews");
		for (int row = 0; row < 4; row++) {
			show(cr, 50, 90 + 16 * row, 9, false, "Quay");
			show(cr, 205, 90 + 16 * row, 9, false, page ? "31" : "12");
			show(cr, 265, 90 + 16 * row, 9, false, "7");
		}
		show(cr, 50, 380, 8, true, page ? "2/2" : "1/2");
		cairo_show_page(cr);
	}
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	struct draft *d = read_pdf(f, buf_span(&out));
	assert_non_null(d);
	size_t heads = 0, rows = 0;
	for (size_t i = 0; i < d->nline; i++) {
		heads += d->line[i].kind == LINE_ROW_HEAD;
		rows += d->line[i].kind == LINE_ROW;
		assert_true(d->line[i].kind == LINE_TEXT || d->line[i].level == 1);
	}
	assert_int_equal(heads, 1);
	assert_int_equal(rows, 8);
	assert_int_equal(d->account.dropped, strlen("HarbourBoatsCrews"));
	buf_free(&out);
}

/* As it is seen from the left; read, it goes from the right, but for figures and Latin words. */
static void
leftward_lines_are_read_so(void **state)
{
	struct fixture *f = *state;
	struct buf out = {0};
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
	cairo_t *cr = cairo_create(surface);
	cairo_set_font_face(cr, face_of(NASKH));
	cairo_set_font_size(cr, 12);
	static const char *const seen[] = {"\xD9\x88\xD8\xAF", "A/98/91", "\xD9\x86\xD9\x85", "27", "\xD8\xB1\xD8\xAF"};
	double x = 200;
	for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) {
		cairo_text_extents_t e;
		cairo_text_extents(cr, seen[i], &e);
		cairo_move_to(cr, x, 100);
		cairo_show_text(cr, seen[i]);
		x += e.x_advance + 3;
	}
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	struct draft *d = read_pdf(f, buf_span(&out));
	assert_non_null(d);
	assert_int_equal(d->nline, 1);
	assert_line(f->a, d, 0, LINE_TEXT, "\xD8\xAF\xD8\xB1 27 \xD9\x85\xD9\x86 A/98/91 \xD8\xAF\xD9\x88");
	buf_free(&out);
}

/* Curves are a drawing, rules and boxes are none. */
static void
drawings_are_told(void **state)
{
	struct fixture *f = *state;
	for (int curves = 0; curves < 2; curves++) {
		struct buf out = {0};
		cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
		cairo_t *cr = cairo_create(surface);
		show(cr, 50, 60, 10, false, "The boats by year");
		for (int i = 0; i < 6; i++) {
			cairo_rectangle(cr, 50, 100 + 20 * i, 200, 12);
			cairo_stroke(cr);
			if (curves)
				cairo_arc(cr, 100 + 30 * i, 300, 12, 0, 6);
			cairo_stroke(cr);
		}
		cairo_show_page(cr);
		cairo_destroy(cr);
		cairo_surface_destroy(surface);
		struct draft *d = read_pdf(f, buf_span(&out));
		assert_non_null(d);
		assert_int_equal(d->nlost, curves);
		buf_free(&out);
	}
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_PICTURE);
	assert_non_null(strstr(diag_at(f->d, 0)->detail, "page 1"));
}

/* Two columns of paragraphs, a line over both above and below: down the left one, then down the right one. */
static void
columns_are_read_down(void **state)
{
	static const char *const words[] = {
	    "the keepers of the light", "count each boat at noon,", "and write down in books", "what they have seen there."};
	struct piece pieces[26] = {{50, 40, 10, false, "Both columns stand under this line, which is as wide as they are."}};
	char text[24][60];
	struct fixture *f = *state;
	for (int i = 0; i < 24; i++) { /* twelve lines in each, a gap below every fourth; the right ones a little lower */
		int row = i % 12;
		snprintf(text[i], sizeof text[i], "%c%02d %s", i < 12 ? 'L' : 'R', row, words[row % 4]);
		int y = 70 + 12 * row + 11 * (row / 4) + (i < 12 ? 0 : 3);
		pieces[1 + i] = (struct piece){i < 12 ? 50 : 210, y, 10, false, text[i]};
	}
	pieces[25] = (struct piece){50, 280, 8, false, "1 This note is set below both columns, and it "
	    "is as wide as they are."};
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_int_equal(d->nline, 26);
	for (size_t i = 0; i < 26; i++)
		assert_line(f->a, d, i, LINE_TEXT, pieces[i].text);
	buf_free(&pdf);
}

/* Small slanted heads of four lines, a bold word over the rows; the notes of one table, then the name of the next. */
static void
tall_heads_have_their_rows(void **state)
{
	static const struct piece pieces[] = {
	    {160, 50, 7, ITALIC, "Boats"}, {160, 58, 7, ITALIC, "counted"}, {160, 66, 7, ITALIC, "in the"},
	    {160, 74, 7, ITALIC, "spring"}, {40, 74, 7, ITALIC, "Harbour"}, {240, 74, 7, ITALIC, "Crews"},
	    {40, 94, 8.5, BOLD, "Northern coast"},
	    {40, 109, 8.5, REGULAR, "Old harbour"}, {164, 109, 8.5, REGULAR, "12"}, {246, 109, 8.5, REGULAR, "7"},
	    {40, 124, 8.5, REGULAR, "Stone quay"}, {164, 124, 8.5, REGULAR, "30"}, {246, 124, 8.5, REGULAR, "9"},
	    {46, 142, 5.5, ITALIC, "a"}, {55, 145, 8.5, REGULAR, "Counted by hand from the shore."},
	    {40, 170, 10, BOLD, "Boats that were lost"},
	    {160, 200, 7, ITALIC, "Boats"}, {160, 208, 7, ITALIC, "counted"}, {160, 216, 7, ITALIC, "in the"},
	    {160, 224, 7, ITALIC, "autumn"}, {40, 224, 7, ITALIC, "Harbour"}, {240, 224, 7, ITALIC, "Crews"},
	    {40, 244, 8.5, BOLD, "Southern coast"},
	    {40, 259, 8.5, REGULAR, "Sand bay"}, {164, 259, 8.5, REGULAR, "4"}, {246, 259, 8.5, REGULAR, "2"},
	    {40, 274, 8.5, REGULAR, "Round rock"}, {164, 274, 8.5, REGULAR, "3"}, {246, 274, 8.5, REGULAR, "1"},
	};
	static const struct { enum line_kind kind; const char *text; } lines[] = {
	    {LINE_ROW_HEAD, "Harbour\tBoats counted in the spring\tCrews"}, {LINE_ROW, "Northern coast\t\t"},
	    {LINE_ROW, "Old harbour\t12\t7"}, {LINE_ROW, "Stone quay\t30\t9"},
	    {LINE_TEXT, "a Counted by hand from the shore."}, {LINE_TEXT, "Boats that were lost"},
	    {LINE_ROW_HEAD, "Harbour\tBoats counted in the autumn\tCrews"}, {LINE_ROW, "Southern coast\t\t"},
	    {LINE_ROW, "Sand bay\t4\t2"}, {LINE_ROW, "Round rock\t3\t1"},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_int_equal(d->nline, sizeof lines / sizeof *lines);
	for (size_t i = 0; i < d->nline; i++)
		assert_line(f->a, d, i, lines[i].kind, lines[i].text);
	buf_free(&pdf);
}

/* Amounts that are no numbers of pages, one of them beside words of two lines, of which the first is long. */
static void
long_names_have_their_amounts(void **state)
{
	struct piece pieces[24];
	char text[24][60];
	struct fixture *f = *state;
	for (int i = 0; i < 11; i++) {
		snprintf(text[2 * i], sizeof text[0], "What boat %c cost", 'A' + i);
		snprintf(text[2 * i + 1], sizeof text[0], "$%d,000", 20 - i);
		pieces[2 * i] = (struct piece){50, 60 + 20 * i, 10, false, text[2 * i]};
		pieces[2 * i + 1] = (struct piece){300, 60 + 20 * i, 10, false, text[2 * i + 1]};
	}
	pieces[18] = (struct piece){50, 240, 10, false, "What the boat of the keepers of the lights"};
	pieces[19] = (struct piece){50, 252, 10, false, "has cost"};
	pieces[20] = (struct piece){300, 252, 10, false, "$9,000"};
	pieces[21] = (struct piece){50, 272, 10, false, "All of them"};
	pieces[22] = (struct piece){300, 272, 10, false, "$150,000"};
	pieces[23] = (struct piece){50, 380, 8, false, "Foot"};
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_int_equal(d->nline, 12);
	assert_line(f->a, d, 0, LINE_ROW, "What boat A cost\t$20,000");
	assert_line(f->a, d, 9, LINE_ROW, "What the boat of the keepers of the lights has cost\t$9,000");
	assert_line(f->a, d, 10, LINE_ROW, "All of them\t$150,000");
	buf_free(&pdf);
}

/* Names that fill most of the line are cells where each has its amount; below all of them is the foot of the page. */
static void
notes_stand_over_the_foot(void **state)
{
	static const struct piece pieces[] = {
	    {50, 60, 10, REGULAR, "What the keepers of the northern light may spend"}, {300, 60, 10, REGULAR, "$12,000"},
	    {50, 80, 10, REGULAR, "What the keepers of the southern light may spend"}, {300, 80, 10, REGULAR, "$9,000"},
	    {50, 100, 10, REGULAR, "What both have spent in the year of the flood"}, {300, 100, 10, REGULAR, "$21,000"},
	    {54, 127, 5.5, ITALIC, "a"}, {62, 130, 8.5, REGULAR, "Without their boats."},
	    {40, 360, 10, REGULAR, "54-00012 (E)"}, {110, 360, 10, REGULAR, "010254"}, {40, 372, 12, REGULAR, "*5400012*"},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_line(f->a, d, 0, LINE_ROW, "What the keepers of the northern light may spend\t$12,000");
	assert_line(f->a, d, 2, LINE_ROW, "What both have spent in the year of the flood\t$21,000");
	assert_line(f->a, d, 3, LINE_TEXT, "a Without their boats.");
	buf_free(&pdf);
}

/* A picture of colours, and one that is a mask for one colour. */
static void
pictures_are_told(void **state)
{
	struct fixture *f = *state;
	for (int mask = 0; mask < 2; mask++) {
		struct buf out = {0};
		cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_bytes, &out, 400, 400);
		cairo_surface_t *picture = cairo_image_surface_create(mask ? CAIRO_FORMAT_A1 : CAIRO_FORMAT_RGB24, 60, 40);
		cairo_t *cr = cairo_create(picture);
		cairo_rectangle(cr, 10, 10, 20, 20);
		cairo_fill(cr);
		cairo_destroy(cr);
		cr = cairo_create(surface);
		show(cr, 50, 60, 10, false, "The boats by year");
		if (mask)
			cairo_mask_surface(cr, picture, 50, 100);
		else
			cairo_set_source_surface(cr, picture, 50, 100), cairo_paint(cr);
		cairo_show_page(cr);
		cairo_destroy(cr);
		cairo_surface_destroy(picture);
		cairo_surface_destroy(surface);
		struct draft *d = read_pdf(f, buf_span(&out));
		assert_non_null(d);
		assert_int_equal(d->nlost, 1);
		assert_non_null(strstr(d->lost[0].why, "60 by 40 pt"));
		buf_free(&out);
	}
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

/* Behind the number of a paragraph a narrow blank is what its tab has left. */
static void
tab_behind_a_number(void **state)
{
	static const struct piece pieces[] = {{50, 40, 10, false, "10."}, {62.6, 40, 4, false, " "},
	                                      {63.75, 40, 10, false, "The keeper rings the bell of the gate"},
	                                      {50, 52, 10, false, "at noon."}};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_line(f->a, d, 0, LINE_TEXT, "10. The keeper rings the bell of the gate");
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
	assert_line(f->a, d, 7, LINE_TEXT, "(b) Oil that does not freeze in");
	assert_line(f->a, d, 8, LINE_TEXT, "winter.");
	buf_free(&pdf);
}

/* What stands alone at the foot of the page comes last, though the library takes its left column first. */
static void
page_feet_come_last(void **state)
{
	static const struct piece pieces[] = {
	    {110, 60, 10, false, "The keepers of the lights along the coast write letters1"},
	    {110, 72, 10, false, "to the mayor of the town, who answers them each spring."},
	    {86, 300, 8, true, "__________________"},
	    {50, 350, 8, true, "2/3"}, {100, 315, 8, false, "1 They are kept in the hall"},
	    {110, 325, 8, false, "of the town."},
	    {330, 350, 7, false, "98-00001"},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_line(f->a, d, 3, LINE_TEXT, "1 They are kept in the hall");
	assert_line(f->a, d, 4, LINE_TEXT, "of the town.");
	assert_line(f->a, d, 5, LINE_TEXT, "2/3");
	assert_line(f->a, d, 6, LINE_TEXT, "98-00001");
	buf_free(&pdf);
}

/* Two letters that overlap, taken at other times than the rest: each might go on with the other. */
static void
overlapping_lines_are_kept(void **state)
{
	struct fixture *f = *state;
	struct pdf_glyph glyph[] = {{.at = 0, .n = 1, .x1 = 10, .x2 = 14, .y2 = 20, .size = 10, .starts = true, .again = true},
	                            {.at = 1, .n = 1, .x1 = 11, .x2 = 15, .y2 = 20, .size = 10,
	                            .starts = true, .again = true}};
	struct pdf_page p = {.arena = f->a, .text = "ab", .glyph = glyph, .nglyph = 2, .width = 100};
	pdf_pieces(&p);
	pdf_join(&p);
	assert_int_equal(p.npiece, 2);
	for (uint32_t i = 0; i < 2; i++) {
		assert_int_equal(p.piece[i].from, i);
		assert_int_equal(p.piece[i].to, i + 1);
	}
}

/* Lines set wide apart, and a paragraph that begins farther below. */
static void
wide_pitch_is_no_blank(void **state)
{
	static const char full[] = "The keepers of the lights along the northern coast write letters.";
	static const struct piece pieces[] = {
	    {50, 60, 10, false, full}, {50, 78, 10, false, full}, {50, 96, 10, false, full}, {50, 114, 10, false, full},
	    {50, 132, 10, false, full}, {50, 150, 10, false, "to the mayor."}, {50, 178, 10, false, full},
	};
	struct fixture *f = *state;
	struct buf pdf = PAGE(pieces);
	struct draft *d = read_pdf(f, buf_span(&pdf));
	assert_non_null(d);
	assert_int_equal(d->nline, 7);
	for (size_t i = 0; i < d->nline; i++)
		assert_int_equal(d->line[i].blank_before, i == 6);
	assert_true(d->line[0].end > d->line[5].end && d->line[5].end > 90 && d->line[5].end < 120);
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
	    {"E_2025_70.en.pdf", "United Nations", 0}, {"S_2025_200.en.pdf", "United Nations", 23},
	    {"S_2024_228.ru.pdf", "", 9}};
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(lines_have_places_and_looks, setup, teardown),
	    cmocka_unit_test_setup_teardown(aligned_cells_are_rows, setup, teardown),
	    cmocka_unit_test_setup_teardown(other_columns_are_no_table, setup, teardown),
	    cmocka_unit_test_setup_teardown(years_end_cells_of_words, setup, teardown),
	    cmocka_unit_test_setup_teardown(words_among_labels_keep_their_place, setup, teardown),
	    cmocka_unit_test_setup_teardown(words_and_meanings_are_a_table, setup, teardown),
	    cmocka_unit_test_setup_teardown(close_cells_and_wide_heads, setup, teardown),
	    cmocka_unit_test_setup_teardown(tables_go_on_over_pages, setup, teardown),
	    cmocka_unit_test_setup_teardown(tall_heads_have_their_rows, setup, teardown),
	    cmocka_unit_test_setup_teardown(long_names_have_their_amounts, setup, teardown),
	    cmocka_unit_test_setup_teardown(notes_stand_over_the_foot, setup, teardown),
	    cmocka_unit_test_setup_teardown(leftward_lines_are_read_so, setup, teardown),
	    cmocka_unit_test_setup_teardown(drawings_are_told, setup, teardown),
	    cmocka_unit_test_setup_teardown(columns_are_read_down, setup, teardown),
	    cmocka_unit_test_setup_teardown(pictures_are_told, setup, teardown),
	    cmocka_unit_test_setup_teardown(hair_blanks_go, setup, teardown),
	    cmocka_unit_test_setup_teardown(tab_behind_a_number, setup, teardown),
	    cmocka_unit_test_setup_teardown(wide_open_lines_are_one, setup, teardown),
	    cmocka_unit_test_setup_teardown(page_feet_come_last, setup, teardown),
	    cmocka_unit_test_setup_teardown(overlapping_lines_are_kept, setup, teardown),
	    cmocka_unit_test_setup_teardown(wide_pitch_is_no_blank, setup, teardown),
	    cmocka_unit_test_setup_teardown(broken_documents_are_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(real_documents_are_read, setup, teardown),
	};
	return cmocka_run_group_tests_name("pdf drafts", tests, NULL, NULL);
}
