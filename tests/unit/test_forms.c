/* SPDX-License-Identifier: MIT */
/* test_forms.c - what the form of a draft says reaches the report: pictures, cells, lists, quotes, notes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "unit/fixture.h"

/* "kind(...)" of what holds text, "kind[...]" of what holds such; sections and parts are passed through. */
static void
write_node(const struct rep_node *n, struct buf *out)
{
	static const char *const shown[] = {"colspan", "rowspan", "head", "type", "mark", "uncalled"};
	bool text = rep_class(n->kind) == REP_CLASS_B, inline_ = rep_class(n->kind) == REP_CLASS_I;
	bool group = n->kind == REP_CELL || n->kind == REP_ITEM || n->kind == REP_LIST || n->kind == REP_QUOTE ||
	             n->kind == REP_PARA || n->kind == REP_ROW || inline_;

	if (n->kind == REP_FIGURE)
		buf_printf(out, "{%s|%s", rep_get(n, "src") ? rep_get(n, "src") : "", rep_get(n, "alt") ? rep_get(n, "alt") : "");
	else if (text || group)
		buf_adds(out, rep_name(n->kind));
	for (size_t i = 0; (text || group) && i < sizeof shown / sizeof *shown; i++)
		if (rep_get(n, shown[i]))
			buf_printf(out, "%s%s", i < 2 ? (i ? "v" : ">") : ":", rep_get(n, shown[i]));
	buf_adds(out, text ? "(" : group ? "[" : "");
	for (const struct rep_node *k = n->first; k != NULL; k = k->next) {
		if (k->kind == REP_TEXT)
			buf_addspan(out, k->text);
		else
			write_node(k, out);
	}
	buf_adds(out, n->kind == REP_FIGURE ? "}" : text ? ")" : group ? "]" : "");
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
	expect_form(state, SOURCE_MARKDOWN, OPENING "Figure I\n\nThe tower\n\n![](1.png)\n\nFigure II\n\n"
	    "![](2.png)\n\nThey left.\n",
	            OPENED "{1.png|caption(Figure I)caption(The tower)}{2.png|caption(Figure II)}p(They left.)");
	/* pictures that are not there: each has its own */
	expect_form(state, SOURCE_MARKDOWN, OPENING "Figure I\n\nThe tower\n\nFigure II\n\nThe quay\n\nThey left.\n",
	            OPENED "{|caption(Figure I)caption(The tower)}{|caption(Figure II)caption(The quay)}p(They left.)");
	expect_form(state, SOURCE_MARKDOWN, OPENING "![](1.png)\n\nFigure I. The tower in spring,\n"
	    "seen from the quay.\n\nThey left.\n",
	            OPENED "{1.png|caption(Figure I. The tower in spring, seen from the quay.)}p(They left.)");
	expect_form(state, SOURCE_MARKDOWN, OPENING "![](1.png)\n\nFigure I shows the tower in spring.\n",
	            OPENED "{1.png|}p(Figure I shows the tower in spring.)");
	expect_form(state, SOURCE_HTML, "<h1>The towers</h1><p>The wardens met at the old quay.</p><figure>"
	            "<img src=t.png alt=tower><figcaption>Seen from the quay.</figcaption></figure><p>They left.</p>",
	            OPENED "{t.png|towercaption(Seen from the quay.)}p(They left.)");
}

#define ROWS "| Town | Bells |\n|---|--:|\n| Amber | 12\\* |\n"
#define CELLS "row:true[cell[Town]cell[Bells]]row[cell[Amber]cell[12note:*[p(Estimate.)]]]"

/*
 * Markdown of converters puts the caption of a table under it, by a sign; else a paragraph that is no
 * sentence, between finished text and the table, names it.  Sources stay with their table.
 */
static void
captions_of_tables(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "1. The bells were counted.\n\n" ROWS
	    "\n: Bells of the *towns*\n\n\\* Estimate.\n\n2. They left.\n",
	            OPENED "para[num(1.)p(The bells were counted.)caption(Bells of the emph[towns])" CELLS
	            "]para[num(2.)p(They left.)]");
	expect_form(state, SOURCE_MARKDOWN, OPENING ROWS "\nTable: Bells\n\n\\* Estimate.\n\nThey left.\n",
	            OPENED "caption(Bells)" CELLS "p(They left.)");
	expect_form(state, SOURCE_MARKDOWN, OPENING "1. The bells were counted.\n\nBells by town\n\n" ROWS
	    "\n\\* Estimate.\n\nSource: Book of bells.\n\n2. They left.\n",
	            OPENED "para[num(1.)p(The bells were counted.)caption(Bells by town)" CELLS
	            "p(Source: Book of bells.)]para[num(2.)p(They left.)]");
	expect_form(state, SOURCE_PAGE_SINGLE, "The wardens met at the old quay.\n\n  Town    Bells\n  ------- -------\n"
	    "  Amber   12\n  Birch   7\n\n"
	            "  : Bells of the towns\n\nSource: Book of bells.\n\n"
	            "Note: Figures may not add up.\n\nThey left.\n",
	            OPENED "caption(Bells of the towns)row:true[cell[Town]cell[Bells]]"
	            "row[cell[Amber]cell[12]]row[cell[Birch]cell[7]]"
	            "p(Source: Book of bells.)p(Note: Figures may not add up.)p(They left.)");
	/* a sentence that announces the table, or the title over a masthead, is no caption */
	expect_form(state, SOURCE_MARKDOWN, OPENING "Bells by town:\n\n| Town | Bells |\n|---|--:|\n| Amber | 12 |\n",
	            OPENED "p(Bells by town:)row:true[cell[Town]cell[Bells]]row[cell[Amber]cell[12]]");
}

static void
within_lines_and_cells(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "They saw ![one](1.png) and ![two](2.png) and left.\n",
	            OPENED "p(They saw and and left.){1.png|one}{2.png|two}");
	expect_form(state, SOURCE_MARKDOWN, OPENING "| Tower | Look |\n|---|---|\n| North | ![n](n.png) |\n"
	    "| South ![s](s.png) | fair |\n",
	            OPENED "row:true[cell[Tower]cell[Look]]row[cell[North]cell[{n.png|n}]]"
	            "row[cell[p(South){s.png|s}]cell[fair]]");
}

/* The masthead of a report holds no pictures: that is said. */
static void
over_the_title(void **state)
{
	struct fixture *f = *state;

	expect_form(state, SOURCE_MARKDOWN, "![emblem](e.png)\n\n" OPENING, OPENED);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_PICTURE);
}

static void
lists_stand_as_the_form_nests_them(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "Wanted:\n\n- hemp;\n- tar:\n  - in barrels;\n  - in pots;\n"
	    "\n  or none;\n- rope.\n\n"
	            "* another list\n\nThey left.\n",
	            OPENED "p(Wanted:)list:bullet[item[p(hemp;)]item[p(tar:)list:bullet[item[p(in "
	            "barrels;)]item[p(in pots;)]]p(or none;)]"
	            "item[p(rope.)]]list:bullet[item[p(another list)]]p(They left.)");
	expect_form(state, SOURCE_HTML, "<h1>The towers</h1><p>The wardens met at the old "
	    "quay.</p><p>Wanted:</p><ol type=a start=3>"
	            "<li>hemp<li>tar<ul><li>in barrels<ol><li>big<li>small</ol></ul></ol><dl><dt>Bell<dd>It "
	            "rings.<dt>Rope<dd>It pulls.</dl>",
	            OPENED "p(Wanted:)list:alpha[item[num(c.)p(hemp)]item[num(d.)p(tar)list:bullet[item[p(in "
	            "barrels)list:arabic["
	            "item[num(1.)p(big)]item[num(2.)p(small)]]]]]]list:none[item[p(Bell)p(It "
	            "rings.)]item[p(Rope)p(It pulls.)]]");
}

/* Paragraphs of one length that end as sentences do are no lines of a page; numbers of the form begin something. */
static void
what_the_form_parts_stays_apart(void **state)
{
	static const char bells[] = "<p>The wardens counted the bells of the nine harbours twice.</p>";
	struct fixture *f = *state;
	expect_form(state, SOURCE_HTML, arena_printf(f->a, "<h1>The towers</h1><p>The wardens met at the old "
	    "quay.</p>%s%s%s<p>They left.</p><p>x</p>"
	    "<ol><li>one<li>two</ol>", bells, bells, bells),
	            OPENED "p(The wardens counted the bells of the nine harbours twice.)p(The wardens counted the bells of "
	            "the nine harbours twice.)"
	            "p(The wardens counted the bells of the nine harbours twice.)p(They "
	            "left.)p(x)para[num(1.)p(one)]para[num(2.)p(two)]");
}

static void
lists_whose_lines_stand_close(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "Wanted:\n\n(a) hemp\n(b) rope\n\nThey left.\n",
	            OPENED "p(Wanted:)list:alpha[item[num((a))p(hemp)]item[num((b))p(rope)]]p(They left.)");
}

/* Tags make lists too, and end with their block. */
static void
code_spans_call_no_notes(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "The lamp[1], the bell[2], the rope[3] and `oil [4]` came.\n",
	    OPENED "p(The lampnote:1[], the bellnote:2[], the ropenote:3[] and oil [4] came.)");
}

static void
lists_of_tags_in_markdown(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "<ul><li>hemp</li>\n<li><p>tar</p>\n"
	    "<ol><li>big</li></ol></li></ul>\n\nThey left.\n\n"
	            "- x <ul><li>y\n  - in\n- z\n",
	            OPENED "list:bullet[item[p(hemp)]item[p(tar)list:none[item[p(big)]]]]p(They left.)"
	            "list:bullet[item[p(x)list:bullet[item[p(y)]]list:bullet[item[p(in)]]]item[p(z)]]");
}

static void
signs_of_lists_in_page_text(void **state)
{
	static const struct {
		const char *sign, *type;
	} signs[] = {{"\u2022", "bullet"}, {"\u2023", "bullet"}, {"\u2013", "dash"}, {"\u2212", "dash"}, {"-", "dash"}};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		char text[256], expected[256];
		snprintf(text, sizeof text, "1. The keepers asked for:\n%1$s Ropes that are kept dry;\n%1$s Bells of the north.\n"
		         "2. They were given both.\n", signs[i].sign);
		snprintf(expected, sizeof expected, "para[num(1.)p(The keepers asked "
		    "for:)list:%2$s[item[num(%1$s)p(Ropes that are kept dry;)]"
		         "item[num(%1$s)p(Bells of the north.)]]]para[num(2.)p(They were given both.)]",
		         signs[i].sign, signs[i].type);
		expect_form(state, SOURCE_PAGE_SINGLE, text, expected);
	}
}

static void
lists_under_numbered_paragraphs(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "1. They asked for:\n\n   - hemp;\n   - tar.\n\n"
	    "   They paid.\n\n2. They left.\n\n"
	            "   (a) By the road;\n\n   (b) By sea.\n\nNobody stayed.\n",
	            OPENED "para[num(1.)p(They asked for:)list:bullet[item[p(hemp;)]item[p(tar.)]]p(They paid.)]"
	            "para[num(2.)p(They left.)list:alpha[item[num((a))p(By the road;)]item[num((b))p(By "
	            "sea.)]]]p(Nobody stayed.)");
}

static void
items_hold_tables_quotes_and_code(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "- one\n\n  > said\n\n  | a | b |\n  |---|---|\n  | c | d |\n- two\n\n"
	    "> quoted\n>\n> - in it\n> - too\n\n"
	            "```\nx  y\n  z\n```\n",
	            OPENED "list:bullet[item[p(one)quote[p(said)]row:true[cell[a]cell[b]]row[cell[c]cell[d]]]item[p(two)]]"
	            "quote[p(quoted)list:bullet[item[p(in it)]item[p(too)]]]quote[p(x  y)p(z)]");
}

static void
cells_over_columns_and_rows(void **state)
{
	expect_form(state, SOURCE_HTML, "<h1>The towers</h1><p>The wardens met at the old quay.</p><table><thead><tr><th "
	    "rowspan=2>T<th colspan=2>B"
	            "<tr><th>g<th>s</thead><tr><th>N<td>1<td>2<tr><td rowspan=9>S<td>3<td>4<tr><td>5<td>6<tr><td "
	            "colspan=900>Source</table>",
	            OPENED "row:true[cellv2[T]cell>2[B]]row:true[cell[g]cell[s]]row[cell:true[N]cell[1]cell[2]]"
	            "row[cellv3[S]cell[3]cell[4]]row[cell[5]cell[6]]row[cell>3[Source]]");
}

/* No page holds so many columns: the cells stay, their claims go. */
static void
cells_over_too_many_columns(void **state)
{
	expect_form(state, SOURCE_HTML, "<h1>The towers</h1><p>The wardens met at the old "
	    "quay.</p><table><tr><td colspan=1000000000>a"
	            "<td colspan=99>b<tr><td>c<td>d</table>", OPENED "row[cell>1[a]cell>1[b]]row[cell[c]cell[d]]");
}

/* A note may be called twice and have paragraphs; its label need not be a number. */
static void
notes_of_the_form(void **state)
{
	expect_form(state, SOURCE_MARKDOWN, OPENING "They saw[^old] it and saw[^2] it again.[^old]\n\n[^old]: First.\n\n"
	    "    Second.\n\n[^2]: Third.\n",
	            OPENED "p(They sawnote:old[p(First.)p(Second.)] it and sawnote:2[p(Third.)] it again.sup[ref[old]])");
	/* no figure of the text calls a note that the form lets nobody call */
	expect_form(state, SOURCE_MARKDOWN, OPENING "They saw 2 and one lost.[^x]\n\n[^2]: Second.\n",
	            OPENED "p(They saw 2 and one lost.note:x[]note:2:true[p(Second.)])");
}

/* Without a word of the form, notes are known by raised numbers that begin their lines. */
static void
raised_numbers_begin_notes_of_forms(void **state)
{
	static const char notes[] = OPENED "p(They sawnote:1[p(See a.book)] it.note:2[p(Ibid.)])p(They "
	    "left in the 4sup[th] year.)";
	expect_form(state, SOURCE_MARKDOWN, OPENING "They saw^1^ it.^2^\n\n^1^ See a.book\n\n^2^ Ibid.\n\n"
	    "They left in the 4^th^ year.\n", notes);
	expect_form(state, SOURCE_HTML, "<h1>The towers</h1><p>The wardens met at the old quay.</p><p>They "
	    "saw<sup>1</sup> it.<sup>2</sup></p>"
	            "<p><sup>1</sup> See a.book</p><p><sup>2</sup> Ibid.</p><p>They left in the "
	            "4<sup>th</sup> year.</p>", notes);
}

/* A block says its language where its letters go the other way than those around; names in a line do not count. */
static void
blocks_of_the_other_direction(void **state)
{
	static const char text[] =
	    "# The towers\n\n1\\. The wardens met at the old quay.\n\n"
	    "2\\. \xD8\xA7\xD8\xAC\xD8\xAA\xD9\x85\xD8\xB9 \xD8\xAD\xD8\xB1\xD8\xA7\xD8\xB3 "
	    "\xD8\xA7\xD9\x84\xD8\xA8\xD8\xB1\xD8\xAC "
	    "\xD8\xB9\xD9\x86\xD8\xAF \xD8\xA7\xD9\x84\xD8\xA8\xD8\xAD\xD8\xB1.\n\n"
	    "3\\. The wardens of \xD8\xA7\xD9\x84\xD8\xA8\xD8\xB1\xD8\xAC met at the old quay again.\n";
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en"};
	const struct draft *d = source_read(f->a, "d", span_of(text), SOURCE_MARKDOWN, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);
	const char *lang[3] = {NULL};
	size_t n = 0;

	for (const struct rep_node *p = r->root; p != NULL; p = rep_next(r->root, p))
		if (p->kind == REP_PARA && n < 3)
			lang[n++] = rep_get(p, "lang");
	assert_int_equal(n, 3);
	assert_null(lang[0]);
	assert_string_equal(lang[1], "ar");
	assert_null(lang[2]);
}

/* The label of the annex is the report's, so it stands on the report's side. */
static void
labels_of_annexes_of_the_other_direction(void **state)
{
	static const char sentence[] =
	    "\u0623\u0636\u0627\u0621 \u0627\u0644\u062D\u0631\u0627\u0633 \u0627\u0644\u0645\u0635\u0627\u0628\u064A\u062D "
	    "\u0641\u064A \u0627\u0644\u0645\u0633\u0627\u0621 \u0639\u0644\u0649 \u0627\u0644\u0631\u0635\u064A\u0641.\n\n";
	struct fixture *f = *state;
	struct recognise_options options = {.lang = "en"};
	struct buf text = {0};
	const char *annex = NULL, *label = NULL;

	buf_adds(&text, "# The towers\n\n1\\. The wardens met at the old quay.\n\n# Annex II\n\n");
	for (int k = 0; k < 4; k++)
		buf_adds(&text, sentence);
	const struct draft *d = source_read(f->a, "d", buf_span(&text), SOURCE_MARKDOWN, f->d);
	struct report *r = recognise(f->a, d, &options, account_new(f->a), f->d);
	for (const struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n)) {
		annex = n->kind == REP_ANNEX ? rep_get(n, "lang") : annex;
		label = n->kind == REP_LABEL ? rep_get(n, "lang") : label;
	}
	assert_string_equal(annex, "ar");
	assert_string_equal(label, "en");
	buf_free(&text);
}

/* A line of a page of a PDF. */
struct placed {
	const char *text;
	float x, size;
	bool bold;
	uint16_t blank;
};

/* The blocks found in lines that are set in letters of one width. */
static const char *
blocks_of_places(struct fixture *f, const struct placed *line, size_t n)
{
	struct recognise_options options = {.lang = "en"};
	struct mark *mark = ARENA_ARRAY(f->a, struct mark, n);
	struct buf text = {0}, out = {0};

	for (size_t i = 0; i < n; i++)
		buf_printf(&text, "%s\n", line[i].text);
	struct draft *d = source_read(f->a, "d", buf_span(&text), SOURCE_PAGE_SINGLE, f->d);
	assert_int_equal(d->nline, n);
	d->form = SOURCE_PDF;
	d->mark = mark;
	for (size_t i = 0; i < n; i++) {
		struct line *l = &d->line[i];
		l->x = line[i].x;
		l->size = line[i].size;
		l->end = l->x + l->size * 0.4f * (float)l->text.n;
		l->blank_before = line[i].blank;
		if (line[i].bold)
			mark[d->nmark++] = (struct mark){l->off, l->off + (uint32_t)strcspn(line[i].text, "*"), MARK_STRONG, NULL, NULL};
		if (line[i].size == 8 && line[i].text[0] != '_') /* notes, with one figure */
			mark[d->nmark++] = (struct mark){l->off, l->off + 1, MARK_SUP, NULL, NULL};
	}
	blocks_dump(recognise_structure(f->a, d, &options, f->d), &out);
	const char *copy = arena_strndup(f->a, out.data, out.n);
	buf_free(&text);
	buf_free(&out);
	return copy;
}

#define LONG_LINE "Every tower is to have a ladder of its own, and beside it a lamp that can be seen from the sea in"
#define BLOCKS(f, lines) blocks_of_places((f), (lines), sizeof(lines) / sizeof *(lines))

/* A PDF tells how large its lines are set, and which are bold but for the star of a note. */
static void
large_and_bold_lines_of_a_pdf(void **state)
{
	static const struct placed lines[] = {
	    {"Report of the wardens on the ladders of the", 100, 10, true, 0},
	    {"high towers and on what the keepers said of", 100, 10, true, 0},
	    {"The Council of Harbours*", 100, 10, true, 0},
	    {"The wardens met at the old quay in the spring and spoke for two days about the bells that "
	    "had", 100, 10, false, 1},
	    {"fallen silent, and nobody was asked to stay longer than that.", 100, 10, false, 0},
	    {"Lamps of the outer bays and of the", 100, 17, false, 1}, {"Harbour Council", 100, 17, false, 0},
	    {LONG_LINE, 100, 10, false, 1}, {"any weather.", 100, 10, false, 0},
	};
	const char *blocks = BLOCKS(*state, lines);
	assert_non_null(strstr(blocks, "high towers and on what the keepers said of | The Council of Harbours*\n"));
	assert_non_null(strstr(blocks, ": Lamps of the outer bays and of the | Harbour Council\n"));
}

/* Where the next word had room a break was meant, in bold lines too; a title that fills its line goes on. */
static void
bold_lines_that_leave_room_end(void **state)
{
	static const struct placed lines[] = {
	    {LONG_LINE, 100, 10, false, 0}, {"any weather.", 100, 10, false, 0},
	    {"Lamp 4", 100, 10, true, 1}, {"Lamps and ladders", 100, 10, true, 0},
	    {LONG_LINE, 100, 10, false, 1}, {"any weather.", 100, 10, false, 0},
	    {"Ladders of the old quay, lamps of the outer bays and bells of the high", 100, 14, true, 1},
	    {"Towers", 100, 14, true, 0},
	    {LONG_LINE, 100, 10, false, 1}, {"any weather.", 100, 10, false, 0},
	};
	const char *blocks = BLOCKS(*state, lines);
	assert_non_null(strstr(blocks, ": Lamp 4\n"));
	assert_non_null(strstr(blocks, ": Lamps and ladders\n"));
	assert_non_null(strstr(blocks, "bells of the high | Towers\n"));
}

/* Without blank space only their places show where paragraphs begin, and that the text goes on. */
static void
places_show_where_paragraphs_begin(void **state)
{
	static const struct placed lines[] = {
	    {LONG_LINE, 124, 10, false, 0}, {LONG_LINE, 100, 10, false, 0},
	    {"any weather that the wardens of the old quay have written down in their book of the old "
	    "quay.", 100, 10, false, 0},
	    {"Bells that have fallen silent are taken to the town, where the mayor has them cast anew "
	    "before", 124, 10, false, 0},
	    {"Spring comes, for the boats of the outer bays need them by day and by night and in any "
	    "weather.", 100, 10, false, 0},
	    {"Signed by all wardens", 380, 10, false, 0}, {"9 May 1998", 424, 10, false, 0},
	};
	const char *blocks = BLOCKS(*state, lines);
	assert_non_null(strstr(blocks, "the old quay.\n"));
	assert_non_null(strstr(blocks, ": Bells that have fallen silent are taken to the town, where the "
	    "mayor has them cast anew "
	                               "before | Spring comes"));
	assert_null(strstr(blocks, "| Signed"));
	assert_null(strstr(blocks, "| 9 May"));
}

/* Where numbers of notes are raised, a figure that is not begins no note, and one that is needs no call. */
static void
raised_numbers_begin_notes(void **state)
{
	static const struct placed lines[] = {
	    {LONG_LINE, 100, 10, false, 0}, {"any weather, as the wardens of the town wrote to the mayor of the island in "
	    "their letter of paragraph", 100, 10, false, 0},
	    {"1 of the book, and nobody was asked to stay longer.", 100, 10, false, 0},
	    {LONG_LINE, 100, 10, false, 1}, {"any weather.", 100, 10, false, 0},
	    {"1 They are kept in the hall of the town.", 100, 8, false, 2},
	    {"2 Book of the old quay, page 4.", 100, 8, false, 0},
	};
	const char *blocks = BLOCKS(*state, lines);
	assert_non_null(strstr(blocks, "| 1 of the book, and nobody"));
	assert_non_null(strstr(blocks, ": 1 They are kept in the hall of the town.\n"));
	assert_non_null(strstr(blocks, "\nnote 7 0.97 note.numbered: 2 Book of the old quay, page 4.\n"));
}

/* The type of the text is what is not of notes, however many these are. */
static void
text_among_many_notes_is_not_large(void **state)
{
	static const struct placed lines[] = {
	    {LONG_LINE, 100, 14, false, 0}, {"any weather, and nobody was asked to stay longer.1", 100, 14, false, 0},
	    {LONG_LINE, 100, 14, false, 1}, {"any weather.", 100, 14, false, 0},
	    {"__________________", 100, 8, false, 2},
	    {"1 They are kept in the hall of the town, by the old quay, in books that nobody has opened "
	    "since the", 100, 9, false, 0},
	    {"bells fell silent and the keepers of the lamps went to live by the outer bays of the same "
	    "island in", 100, 9, false, 0},
	    {"houses of the town.", 100, 9, false, 0},
	};
	assert_null(strstr(BLOCKS(*state, lines), "\nplain-heading"));
	assert_null(strstr(BLOCKS(*state, lines), "heading.plain"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(alone_on_a_line, setup, teardown),
		cmocka_unit_test_setup_teardown(captions_stand_over_or_under, setup, teardown),
		cmocka_unit_test_setup_teardown(captions_of_tables, setup, teardown),
		cmocka_unit_test_setup_teardown(within_lines_and_cells, setup, teardown),
		cmocka_unit_test_setup_teardown(over_the_title, setup, teardown),
		cmocka_unit_test_setup_teardown(lists_stand_as_the_form_nests_them, setup, teardown),
		cmocka_unit_test_setup_teardown(what_the_form_parts_stays_apart, setup, teardown),
		cmocka_unit_test_setup_teardown(lists_whose_lines_stand_close, setup, teardown),
		cmocka_unit_test_setup_teardown(code_spans_call_no_notes, setup, teardown),
		cmocka_unit_test_setup_teardown(lists_of_tags_in_markdown, setup, teardown),
		cmocka_unit_test_setup_teardown(signs_of_lists_in_page_text, setup, teardown),
		cmocka_unit_test_setup_teardown(lists_under_numbered_paragraphs, setup, teardown),
		cmocka_unit_test_setup_teardown(items_hold_tables_quotes_and_code, setup, teardown),
		cmocka_unit_test_setup_teardown(cells_over_columns_and_rows, setup, teardown),
		cmocka_unit_test_setup_teardown(cells_over_too_many_columns, setup, teardown),
		cmocka_unit_test_setup_teardown(notes_of_the_form, setup, teardown),
		cmocka_unit_test_setup_teardown(raised_numbers_begin_notes_of_forms, setup, teardown),
		cmocka_unit_test_setup_teardown(blocks_of_the_other_direction, setup, teardown),
		cmocka_unit_test_setup_teardown(labels_of_annexes_of_the_other_direction, setup, teardown),
		cmocka_unit_test_setup_teardown(large_and_bold_lines_of_a_pdf, setup, teardown),
		cmocka_unit_test_setup_teardown(bold_lines_that_leave_room_end, setup, teardown),
		cmocka_unit_test_setup_teardown(places_show_where_paragraphs_begin, setup, teardown),
		cmocka_unit_test_setup_teardown(raised_numbers_begin_notes, setup, teardown),
		cmocka_unit_test_setup_teardown(text_among_many_notes_is_not_large, setup, teardown),
	};

	return cmocka_run_group_tests_name("forms", tests, NULL, NULL);
}
