/* SPDX-License-Identifier: MIT */
/* Tables: widths of columns, spans, rows over pages, repeated heads and feet, borders, notes. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "set_fo.h"

#define CELL(text) "<fo:table-cell><fo:block>" text "</fo:block></fo:table-cell>"
#define ROW(cells) "<fo:table-row>" cells "</fo:table-row>"
#define BODY(rows) "<fo:table-body>" rows "</fo:table-body>"

static size_t
count_text(const struct pages *p, const char *text)
{
	size_t n = 0;
	for (size_t i = 0; i < p->npage; i++)
		for (size_t k = 0; k < p->page[i].nitem; k++)
			n += p->page[i].item[k].kind == ITEM_GLYPHS && span_is(p->page[i].item[k].text, text);
	return n;
}

static void
automatic_columns_fit_their_content(void **state)
{
	/* 220 pt: the first column needs little, the second all it can get */
	struct pages *p = set_flow(*state, "<fo:table>" BODY(ROW(CELL("ab") CELL("many words that go on and on until the line "
	    "is full and "
	    "another one begins")) ROW(CELL("cd") CELL("x"))) "</fo:table>");
	const struct item *first = text_at(p, "ab", 1), *second = text_at(p, "many", 1);
	assert_near(first->x, 40);
	assert_true(second->x > 49 && second->x < 55);
	/* fixed layout: equal parts */
	p = set_flow(*state, "<fo:table table-layout='fixed' width='100%'>" BODY(ROW(CELL("ab") CELL("many words")))
	    "</fo:table>");
	assert_near(text_at(p, "many", 1)->x, 150);
	/* what is said, and shares of the rest */
	p = set_flow(*state, "<fo:table table-layout='fixed' width='100%'><fo:table-column column-width='20pt'/>"
	    "<fo:table-column column-width='proportional-column-width(1)'/><fo:table-column "
	    "column-width='proportional-column-width(3)'/>"
	    BODY(ROW(CELL("a") CELL("b") CELL("c"))) "</fo:table>");
	assert_near(text_at(p, "b", 1)->x, 60);
	assert_near(text_at(p, "c", 1)->x, 110);
}

#define LONG "much is to be said of it, and more "
#define TABLE(rows) "<fo:table width='100%'>" BODY(rows) "</fo:table>"

/* Long cells share the room so that rows come out low; a few words beside them are not pressed together for it. */
static void
automatic_columns_make_low_rows(void **state)
{
	struct bench *b = *state;
	struct pages *p = set_flow(b, TABLE(ROW(CELL("lamps") CELL(LONG) CELL("tides: " LONG LONG LONG) CELL("1")) ROW(CELL("of the "
	    "harbour") CELL("x") CELL("y") CELL("2 000"))));
	double first = text_at(p, "lamps", 1)->x, second = text_at(p, "much", 1)->x;
	double third = text_at(p, "tides:", 1)->x, last = text_at(p, "2 000", 1)->x;
	assert_true(second - first > text_at(p, "lamps", 1)->w);
	assert_true(third - second > 30);
	assert_true(last - third > 1.5 * (third - second));
}

/* Where there is no room for the longest words these are hyphenated, and the short ones stay whole. */
static void
short_words_stay_whole_in_narrow_columns(void **state)
{
	struct pages *p = set_flow(*state, TABLE(ROW(CELL("1 163.") CELL("responsibilities") CELL("recommendations")
	    CELL("administration") CELL("classifications") CELL("4"))));
	assert_int_equal(count_text(p, "163."), 1);
	assert_int_equal(count_text(p, "4"), 1);
	assert_int_equal(count_text(p, "recommendations"), 0);
}

/* The body is 120 pt high: rows of 72 and 96 pt that one cell and another tie together have to be parted. */
static void
a_spanning_cell_that_runs_off_its_page_is_reported(void **state)
{
	struct bench *b = *state;
	set_flow(b, "<fo:table>" BODY(ROW("<fo:table-cell number-rows-spanned='2'><fo:block-container height='168pt'/>"
	    "</fo:table-cell><fo:table-cell><fo:block-container height='72pt'/></fo:table-cell>")
	    ROW("<fo:table-cell number-rows-spanned='2'><fo:block>b</fo:block></fo:table-cell>")
	    ROW(CELL("c"))) "</fo:table>");
	assert_int_equal(diag_count(b->d), 1);
}

/* Borders that are not a cell's own, and what keeps cells apart, take none of the room for its words. */
static void
automatic_columns_hold_their_words_within_borders(void **state)
{
	static const char *const tables[] = {
		"<fo:table border-collapse='separate' border-separation='6pt'>", "<fo:table border='6pt solid black'>",
		"<fo:table><fo:table-column/><fo:table-column border-start='8pt solid black'/>"};
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct pages *p = set_flow(*state, arena_printf(((struct bench *)*state)->a, "%s%s</fo:table>", tables[i],
		    BODY(ROW(CELL("Northland") CELL("many words that go on and on until the line is full, another one begins "
		    "and more of them are to come, so that all the room there is would be theirs")))));
		text_at(p, "Northland", 1);
	}
}

static void
a_table_that_is_too_wide_is_narrowed_and_reported(void **state)
{
	struct bench *b = *state;
	struct pages *p = set_flow(b, "<fo:table table-layout='fixed'><fo:table-column column-width='300pt' "
	    "number-columns-repeated='2'/>"
	    BODY(ROW(CELL("one") CELL("two"))) "</fo:table>");
	assert_near(text_at(p, "two", 1)->x, 150);
	assert_int_equal(diag_count(b->d), 1);
	assert_int_equal(diag_at(b->d, 0)->code, DIAG_LAYOUT_WIDE);
	assert_int_equal(diag_at(b->d, 0)->pos.line, 1);
}

static void
cells_span_columns_and_rows(void **state)
{
	struct pages *p = set_flow(*state, "<fo:table table-layout='fixed' width='100%'>" BODY(
	    ROW("<fo:table-cell number-rows-spanned='2'><fo:block>tall</fo:block></fo:table-cell>" CELL("b1") CELL("c1"))
	    ROW("<fo:table-cell number-columns-spanned='2'><fo:block>wide and of two columns, as long as it</fo:block>"
	    "</fo:table-cell>")
	    ROW(CELL("a3") "<fo:table-cell column-number='3'><fo:block>c3</fo:block></fo:table-cell>")) "</fo:table>");
	double column = 220.0 / 3;
	assert_near(text_at(p, "b1", 1)->x, 40 + column);
	assert_near(text_at(p, "wide", 1)->x, 40 + column);
	assert_near(text_at(p, "a3", 1)->x, 40);
	assert_near(text_at(p, "c3", 1)->x, 40 + 2 * column);
	assert_true(text_at(p, "wide", 1)->w > column);
}

static void
no_column_is_lost(void **state)
{
	struct bench *b = *state;
	struct buf s = {0};
	buf_adds(&s, "<fo:table font-size='1pt'><fo:table-body><fo:table-row>");
	for (int i = 0; i < 90; i++)
		buf_printf(&s, "<fo:table-cell><fo:block>c%02d</fo:block></fo:table-cell>", i);
	buf_adds(&s, "</fo:table-row></fo:table-body></fo:table>");
	struct pages *p = set_flow(b, s.data);
	buf_free(&s);
	text_at(p, "c89", 1);
	/* beyond all reason: said, and the rest set */
	set_flow(b, "<fo:table><fo:table-column number-columns-repeated='900'/>" BODY(ROW("<fo:table-cell "
	    "number-columns-spanned='600'>"
	    "<fo:block>a</fo:block></fo:table-cell>" CELL("lost"))) "</fo:table>");
	assert_int_equal(diag_count(b->d), 1);
	assert_int_equal(diag_at(b->d, 0)->code, DIAG_LAYOUT_UNSUPPORTED);
}

/* A cell of so many lines, named a, b, c ... */
static char *
lines_of(struct bench *b, char prefix, int n)
{
	struct buf s = {0};
	for (int i = 0; i < n; i++)
		buf_printf(&s, "%c%02d%s", prefix, i, i + 1 < n ? "&#x2028;" : "");
	char *copy = arena_strndup(b->a, s.data, s.n);
	buf_free(&s);
	return copy;
}

static void
rows_go_on_on_the_next_page_unless_they_are_kept(void **state)
{
	struct bench *b = *state;
	static const char form[] = "<fo:block>before</fo:block><fo:block>before</fo:block><fo:block>before</fo:block>"
	    "<fo:block>before</fo:block>"
	    "<fo:table table-layout='fixed' width='100%%'>" BODY("<fo:table-row %s>" CELL("%s") CELL("%s")
	    "</fo:table-row>" ROW(CELL("next") CELL("")))
	    "</fo:table>";
	/* ten lines on a page: six lines of the row stand on the first, three on the second */
	struct pages *p = set_flow(b, arena_printf(b->a, form, "", lines_of(b, 'a', 9), lines_of(b, 'b', 8)));
	text_at(p, "a05", 1);
	text_at(p, "b05", 1);
	assert_near(text_at(p, "a06", 2)->y, text_at(p, "b06", 2)->y);
	assert_true(text_at(p, "a06", 2)->y < 52);
	assert_true(text_at(p, "next", 2)->y > text_at(p, "a08", 2)->y + 11.9);
	p = set_flow(b, arena_printf(b->a, form, "keep-together.within-page='always'", lines_of(b, 'a', 9),
	    lines_of(b, 'b', 8)));
	text_at(p, "a00", 2);
	text_at(p, "a08", 2);
	/* kept, but higher than a page: it goes on all the same */
	p = set_flow(b, arena_printf(b->a, form, "keep-together.within-page='always'", lines_of(b, 'a', 25),
	    lines_of(b, 'b', 2)));
	text_at(p, "a00", 2 - (find_text(p, "a00", NULL) == 1));
	assert_true(p->npage >= 3);
	for (size_t i = 0; i < p->npage; i++)
		for (size_t k = 0; k < p->page[i].nitem; k++)
			assert_true(p->page[i].item[k].y <= 160);
}

static void
heads_and_feet_are_repeated(void **state)
{
	struct bench *b = *state;
	for (int omit = 0; omit < 2; omit++) {
		struct buf s = {0};
		buf_printf(&s, "<fo:table %s><fo:table-header>" ROW(CELL("Top")) "</fo:table-header>"
		    "<fo:table-footer>" ROW(CELL("Foot"))
		    "</fo:table-footer><fo:table-body>", omit ? "table-omit-header-at-break='true' "
		    "table-omit-footer-at-break='true'" : "");
		for (int i = 0; i < 20; i++)
			buf_printf(&s, ROW(CELL("Row%02d")), i);
		buf_adds(&s, "</fo:table-body></fo:table>");
		struct pages *p = set_flow(b, s.data);
		buf_free(&s);
		/* eight rows between head and foot, or nine after the first head and ten */
		assert_int_equal(p->npage, 3);
		assert_int_equal(count_text(p, "Top"), omit ? 1 : 3);
		assert_int_equal(count_text(p, "Foot"), omit ? 1 : 3);
		size_t read = 0; /* in the structure they stand once */
		for (size_t i = 0; i < p->npage; i++)
			for (size_t k = 0; k < p->page[i].nitem; k++)
				read += p->page[i].item[k].selem != NULL && span_is(p->page[i].item[k].text, "Top");
		assert_int_equal(read, 1);
		for (size_t i = 0; i < p->npage; i++)
			for (size_t k = 0; k < p->page[i].nitem; k++)
				assert_true(p->page[i].item[k].y <= 160);
	}
}

/* The room that is kept in a cell is that of its content, without heads that would come again. */
static void
heads_within_cells_stand_once(void **state)
{
	struct bench *b = *state;
	struct buf s = {0};
	buf_adds(&s, "<fo:table><fo:table-body><fo:table-row><fo:table-cell><fo:table><fo:table-header>" ROW(CELL("Top"))
	    "</fo:table-header><fo:table-footer>" ROW(CELL("Foot")) "</fo:table-footer><fo:table-body>");
	for (int i = 0; i < 15; i++)
		buf_printf(&s, ROW(CELL("Row%02d")), i);
	buf_adds(&s, "</fo:table-body></fo:table></fo:table-cell></fo:table-row></fo:table-body></fo:table>");
	struct pages *p = set_flow(b, s.data);
	buf_free(&s);
	assert_int_equal(p->npage, 2);
	assert_int_equal(count_text(p, "Top"), 1);
	assert_int_equal(count_text(p, "Foot"), 1);
}

/* Rules of a page: how many stand upright, and the x of the n-th. */
static double
upright(const struct page *p, size_t n, size_t *count)
{
	double x = NAN;
	*count = 0;
	for (size_t k = 0; k < p->nitem; k++) {
		const struct item *it = &p->item[k];
		if (it->kind != ITEM_RECT || it->artifact != ARTIFACT_RULE || it->h < it->w)
			continue;
		if ((*count)++ == n)
			x = it->x;
	}
	return x;
}

/* The rule that is seen upright at x, or level at y, on the first page: it was drawn last. */
static const struct item *
rule_at(const struct pages *p, bool across, double x, double y)
{
	const struct item *found = NULL;
	for (size_t k = 0; k < p->page[0].nitem; k++) {
		const struct item *it = &p->page[0].item[k];
		if (it->kind == ITEM_RECT && it->artifact == ARTIFACT_RULE && (it->w > it->h) == across && it->x <= x &&
		    x <= it->x + it->w && it->y <= y && y <= it->y + it->h)
			found = it;
	}
	return found;
}

/* Two cells that share the edge at x = 150: what each says, and what wins it: its thickness and colour. */
static void
borders_compete_for_an_edge(void **state)
{
	static const struct {
		const char *left, *right, *table, *column;
		double width;
		uint32_t rgb;
	} cases[] = {
	    {"border-end='2pt solid red'", "border-start='1pt solid blue'", "", "", 2, 0xFF0000},
	    {"border-end='1pt solid red'", "border-start='2pt dotted blue'", "", "", 2, 0x0000FF},
	    {"border-end='1pt solid red'", "border-start='1pt dashed blue'", "", "", 1, 0xFF0000},
	    {"border-end='1pt ridge red'", "border-start='1pt dotted blue'", "", "", 1, 0x0000FF},
	    {"border-end='1pt solid red'", "border-start='1pt solid blue'", "", "", 1, 0xFF0000},
	    {"border-end='9pt solid red'", "border-start='hidden'", "", "", 0, 0},
	    {"", "border-start='1pt solid blue'", "", "border-end='1pt solid red'", 1, 0x0000FF},
	    {"", "", "", "border-end='1pt solid red'", 1, 0xFF0000},
	    {"", "", "border='1pt solid red'", "", 0, 0},
	};
	struct bench *b = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pages *p = set_flow(b, arena_printf(b->a, "<fo:table table-layout='fixed' width='100%%' %s>"
		    "<fo:table-column column-width='110pt' %s/><fo:table-column column-width='110pt'/>"
		    BODY(ROW("<fo:table-cell %s><fo:block>a</fo:block></fo:table-cell><fo:table-cell %s><fo:block>b</fo:block>"
		    "</fo:table-cell>")) "</fo:table>", cases[i].table, cases[i].column, cases[i].left, cases[i].right));
		const struct item *it = rule_at(p, false, 150, 46);
		if ((it != NULL) != (cases[i].width > 0))
			fail_msg("case %zu", i);
		if (it == NULL)
			continue;
		assert_near(it->w, cases[i].width);
		assert_near(it->x + it->w / 2, 150);
		assert_int_equal(it->rgb, cases[i].rgb);
	}
}

/* Rows, sections and the table have edges too; a cell over two rows has none inside. */
static void
all_of_a_table_has_edges(void **state)
{
	struct bench *b = *state;
	struct pages *p = set_flow(b, "<fo:table table-layout='fixed' width='100%' border='3pt solid red'>"
	    "<fo:table-column column-width='110pt'/><fo:table-column column-width='110pt'/>"
	    "<fo:table-body border-before='5pt solid blue'><fo:table-row border-after='1pt solid green'>"
	    "<fo:table-cell number-rows-spanned='2'><fo:block>a</fo:block></fo:table-cell>"
	    "<fo:table-cell><fo:block>b</fo:block></fo:table-cell></fo:table-row>" ROW(CELL("c"))
	    "</fo:table-body></fo:table>");
	const struct item *c = text_at(p, "c", 1), *line = NULL;
	for (double y = text_at(p, "b", 1)->y; y < c->y && line == NULL; y += 0.25)
		line = rule_at(p, true, 200, y);
	assert_non_null(line);
	assert_int_equal(line->rgb, 0x008000);
	assert_near(line->x, 150);
	assert_null(rule_at(p, true, 100, line->y + 0.5));
	assert_int_equal(rule_at(p, true, 100, 40)->rgb, 0x0000FF);
	assert_int_equal(rule_at(p, false, 40, c->y)->rgb, 0xFF0000);
	assert_int_equal(rule_at(p, false, 260, c->y)->rgb, 0xFF0000);
}

/* Half of what parts the cells lies on each side of them; the table's own border and padding are outside. */
static void
separate_cells_stand_apart(void **state)
{
	struct bench *b = *state;
	struct pages *p = set_flow(b, "<fo:table table-layout='fixed' width='200pt' start-indent='4pt' "
	    "border-collapse='separate'"
	    " border-spacing='10pt 6pt' border='1pt solid black' padding='3pt'><fo:table-column column-width='100pt'"
	    " number-columns-repeated='2'/><fo:table-body start-indent='0pt'><fo:table-row>"
	    "<fo:table-cell border='2pt solid red'><fo:block>a</fo:block></fo:table-cell>"
	    "<fo:table-cell><fo:block>b</fo:block></fo:table-cell></fo:table-row>" ROW(CELL("c"))
	    "</fo:table-body></fo:table>");
	assert_near(text_at(p, "a", 1)->x, 44 + 5 + 2);
	assert_near(text_at(p, "b", 1)->x, 44 + 100 + 5);
	assert_near(rule_at(p, true, 60, 40)->x, 40);
	assert_near(rule_at(p, true, 60, 47)->y, 40 + 4 + 3);
	assert_near(text_at(p, "c", 1)->y - text_at(p, "b", 1)->y, 3 + 2 + 12 + 2 + 3 + 3 - 3);
}

static void
collapsed_borders_are_shared(void **state)
{
	static const char form[] = "<fo:table table-layout='fixed' width='100%%' border-collapse='%s'>" BODY(ROW(
	    "<fo:table-cell border='2pt solid black'><fo:block>a</fo:block></fo:table-cell>"
	    "<fo:table-cell border='2pt solid black'><fo:block>b</fo:block></fo:table-cell>")) "</fo:table>";
	struct bench *b = *state;
	size_t n;
	struct pages *p = set_flow(b, arena_printf(b->a, form, "collapse"));
	assert_near(upright(&p->page[0], 1, &n), 149); /* end of a and start of b on the same place */
	assert_int_equal(n, 3);
	assert_near(text_at(p, "b", 1)->x, 151);
	p = set_flow(b, arena_printf(b->a, form, "separate"));
	assert_near(upright(&p->page[0], 1, &n), 148);
	assert_near(upright(&p->page[0], 2, &n), 150);
	assert_near(text_at(p, "b", 1)->x, 152);
}

static void
backgrounds_lie_under_cells(void **state)
{
	struct pages *p = set_flow(*state, "<fo:table table-layout='fixed' width='100%' background-color='#111111'>"
	    "<fo:table-column background-color='#333333'/><fo:table-column/>" BODY("<fo:table-row "
	    "background-color='#222222'>" CELL("a")
	    "<fo:table-cell background-color='#444444'><fo:block>b</fo:block></fo:table-cell></fo:table-row>") "</fo:table>");
	static const uint32_t order[] = {0x111111, 0x222222, 0x333333, 0x444444};
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(p->page[0].item[i].kind, ITEM_RECT);
		assert_int_equal(p->page[0].item[i].rgb, order[i]);
	}
}

static void
notes_of_a_table_stand_under_it(void **state)
{
	struct bench *b = *state;
	static const char note[] = "<fo:footnote rx:note-place='table' xmlns:rx='urn:rapporteur:fo:1'><fo:inline>"
	    "%s</fo:inline>"
	    "<fo:footnote-body><fo:block>%s</fo:block></fo:footnote-body></fo:footnote>";
	char *early = arena_printf(b->a, note, "a", "early"), *inside = arena_printf(b->a, note, "b", "inside");
	struct pages *p = set_flow(b, arena_printf(b->a, "<fo:block>Caption%s</fo:block>"
	    "<fo:table>" BODY(ROW(CELL("cell%s")) ROW(CELL("last")))
	    "</fo:table><fo:block>after</fo:block>", early, inside));
	double last = text_at(p, "last", 1)->y;
	assert_near(text_at(p, "early", 1)->y, last + 12);
	assert_near(text_at(p, "inside", 1)->y, last + 24);
	assert_near(text_at(p, "after", 1)->y, last + 36);
	/* in the structure it stands where it is called */
	const struct selem *e = text_at(p, "inside", 1)->selem;
	while (e != NULL && strcmp(e->role, "TD") != 0)
		e = e->parent;
	assert_non_null(e);
	/* without a table the note is not lost */
	p = set_flow(b, arena_printf(b->a, "<fo:block>no table%s</fo:block>", early));
	text_at(p, "early", 1);
}

static void
tables_stand_in_tables(void **state)
{
	struct pages *p = set_flow(*state, "<fo:table>" BODY(ROW(CELL("outer") "<fo:table-cell>"
	    "<fo:table>" BODY(ROW(CELL("in1") CELL("in2")))
	    "</fo:table><fo:list-block><fo:list-item><fo:list-item-label><fo:block>-</fo:block></fo:list-item-label>"
	    "<fo:list-item-body "
	    "start-indent='body-start()'><fo:block>item</fo:block></fo:list-item-body></fo:list-item></fo:list-block>"
	    "</fo:table-cell>")) "</fo:table>");
	assert_near(text_at(p, "in1", 1)->y, text_at(p, "outer", 1)->y);
	assert_true(text_at(p, "in2", 1)->x > text_at(p, "in1", 1)->x + 10);
	assert_true(text_at(p, "item", 1)->y > text_at(p, "in1", 1)->y + 11);
}

/* Rows beside a cell that spans them all go on on the next page, and so does the cell. */
static void
spanned_rows_higher_than_a_page_are_parted(void **state)
{
	struct bench *b = *state;
	struct buf rows = {0};
	for (int i = 0; i < 14; i++)
		buf_printf(&rows, "<fo:table-row>%s<fo:table-cell><fo:block>r%02d</fo:block></fo:table-cell></fo:table-row>",
		           i == 0 ? "<fo:table-cell number-rows-spanned='14'><fo:block>top</fo:block><fo:block>next</fo:block>"
		           "</fo:table-cell>" : "", i);
	struct pages *p = set_flow(b, arena_printf(b->a, "<fo:table table-layout='fixed' width='100%%'>" BODY("%s")
	    "</fo:table>", rows.data));
	buf_free(&rows);
	assert_int_equal(p->npage, 2);
	assert_int_equal(diag_count(b->d), 0);
	for (int i = 0; i < 14; i++) {
		char name[16];
		snprintf(name, sizeof name, "r%02d", i);
		const struct item *it = text_at(p, name, i < 10 ? 1 : 2);
		assert_near(it->x, 150);
		assert_true(it->y < 160);
	}
	assert_near(text_at(p, "top", 1)->y, text_at(p, "r00", 1)->y);
}

static void
no_row_is_left_alone(void **state)
{
	struct bench *b = *state;
	struct buf rows = {0};
	for (int i = 0; i < 11; i++) /* ten would fit */
		buf_printf(&rows, "<fo:table-row><fo:table-cell><fo:block>r%02d</fo:block></fo:table-cell></fo:table-row>", i);
	struct pages *p = set_flow(b, arena_printf(b->a, "<fo:table>" BODY("%s") "</fo:table>", rows.data));
	buf_free(&rows);
	text_at(p, "r08", 1);
	text_at(p, "r09", 2);
}

/* Three rows of a table of four would fit below the text. */
static void
a_small_table_goes_to_the_next_page(void **state)
{
	struct pages *p = set_flow(*state, "<fo:block>a&#x2028;b&#x2028;c&#x2028;d&#x2028;e&#x2028;f&#x2028;g&#x2028;h&#x2028;"
	    "text</fo:block><fo:table><fo:table-header>" ROW(CELL("head"))
	    "</fo:table-header>" BODY(ROW(CELL("one")) ROW(CELL("two")) ROW(CELL("three"))) "</fo:table>");
	text_at(p, "text", 1);
	text_at(p, "head", 2);
	p = set_flow(*state, "<fo:block>a&#x2028;b&#x2028;c&#x2028;d&#x2028;e&#x2028;f&#x2028;g&#x2028;text</fo:block>"
	    "<fo:table><fo:table-header>" ROW(CELL("head"))
	    "</fo:table-header>" BODY(ROW(CELL("one")) ROW(CELL("two")) ROW(CELL("three"))) "</fo:table>");
	text_at(p, "text", 1);
	text_at(p, "one", 2);
}

static void
first_baselines_are_aligned(void **state)
{
	struct pages *p = set_flow(*state, "<fo:table>" BODY("<fo:table-row relative-align='baseline'>" CELL("small")
	    "<fo:table-cell><fo:block font-size='20pt' line-height='24pt'>large</fo:block></fo:table-cell></fo:table-row>")
	    "</fo:table>");
	assert_near(text_at(p, "small", 1)->y, text_at(p, "large", 1)->y);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(automatic_columns_fit_their_content), T(automatic_columns_make_low_rows),
		T(short_words_stay_whole_in_narrow_columns),
	    T(automatic_columns_hold_their_words_within_borders), T(a_spanning_cell_that_runs_off_its_page_is_reported),
	    T(a_table_that_is_too_wide_is_narrowed_and_reported),
	    T(cells_span_columns_and_rows),
	    T(no_column_is_lost), T(rows_go_on_on_the_next_page_unless_they_are_kept), T(heads_and_feet_are_repeated),
	    T(heads_within_cells_stand_once), T(collapsed_borders_are_shared), T(borders_compete_for_an_edge),
	    T(all_of_a_table_has_edges),
	    T(separate_cells_stand_apart), T(backgrounds_lie_under_cells), T(notes_of_a_table_stand_under_it),
	    T(tables_stand_in_tables),
	    T(spanned_rows_higher_than_a_page_are_parted), T(no_row_is_left_alone),
	    T(a_small_table_goes_to_the_next_page), T(first_baselines_are_aligned),
	};
	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
