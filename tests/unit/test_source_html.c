/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "source/source.h"
#include "unit/dumped.h"
#include "unit/fixture.h"

/* The dump of a page, without places. */
static void
assert_lines(void **state, const char *html, const char *expected)
{
	struct fixture *f = *state;
	struct draft *d = source_read(f->a, "d.html", span_of(html), SOURCE_AUTO, f->d);
	assert_non_null(d);
	assert_int_equal(d->form, SOURCE_HTML);
	assert_null(d->origin);
	for (size_t i = 0; i < d->nline; i++)
		d->line[i].no = d->line[i].para = 0;
	assert_dump(d, expected);
}

static void
blanks_fold_and_marks_hold_their_text(void **state)
{
	assert_lines(state,
	    "<h2>A  <em>title</em></h2>\n<p>Some\n <b>bold</b>, <i> slanted</i> x<sup>2</sup>&nbsp;&eacute;"
	    "<a href='http://x/y'>link</a>.<br>Next</p>",
	    "0:0 heading level=2 | A title\n\temph \"title\"\n"
	    "0:0 text blank=1 | Some bold, slanted x2\xC2\xA0\xC3\xA9link.\n\tstrong \"bold\"\n\temph \"slanted\"\n"
	    "\tsup \"2\"\n"
	    "\tlink \"link\" <http://x/y>\n"
	    "0:0 text | Next\n");
}

static void
lists_show_the_numbers_of_a_browser(void **state)
{
	assert_lines(state,
	    "<ol start=9><li>nine<li value=40><p>forty</p><p>more</p></ol><ol type=A><li>x<ol type=i><li>y</ol></ol>"
	    "<ul><li>dot</ul><ol type=a start=27><li>z</ol>",
	    "0:0 item level=1 list=1+ label=9. | 9. nine\n0:0 item level=1 list=1+ label=40. | 40. forty\n"
	    "0:0 item level=1 list=1 blank=1 | more\n"
	    "0:0 item level=1 list=2+ blank=1 label=A. | A. x\n0:0 item level=2 list=3+ label=i. | i. y\n"
	    "0:0 bullet level=1 list=4+ blank=1 | dot\n"
	    "0:0 item level=1 list=5+ blank=1 label=aa. | aa. z\n");
}

static void
tables_become_rows(void **state)
{
	assert_lines(state,
	    "<table><tr><th>A<th colspan=2>B<th>C<tr><td><p>x</p><p>y</p><td><td>z<tr><th>h<td>v</table>",
	    "0:0 row-head level=1 | A\tB\tC\n0:0 row level=1 | x y\t\tz\n0:0 row level=1 | h\tv\n");
}

/* "line.cell:columns*rows" of each cell that is more than one of a row, H for headings. */
static void
assert_spans(void **state, const char *html, const char *expected)
{
	struct fixture *f = *state;
	struct draft *d = source_read(f->a, "d.html", span_of(html), SOURCE_AUTO, f->d);
	struct buf out = {0};
	for (size_t i = 0; i < d->nspan; i++) {
		const struct cell_span *s = &d->span[i];
		buf_printf(&out, "%u.%u:%u*%u%s ", s->line, s->cell, s->cols, s->rows, s->head ? "H" : "");
	}
	buf_addc(&out, '\0');
	assert_string_equal(out.data, expected);
	buf_free(&out);
}

static void
cells_take_columns_and_rows(void **state)
{
	assert_spans(state, "<p>x<table><thead><tr><td rowspan=2>A<td "
	                    "colspan=2>B<tr><td>C<td>D</thead><tr><th>e<td>f<td>g</table>",
	             "1.0:1*2 1.1:2*1 3.0:1*1H ");
	/* rows without text are no lines, and no cell reaches into them */
	assert_spans(state, "<table><tr><td rowspan=3>A<td>B<tr><td><tr><td>C<tr><td colspan=7></table>", "0.0:1*2 ");
	/* a table inside a cell is text of the cell */
	assert_lines(state, "<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d</table>after",
	             "0:0 row level=1 | a\tb c\td\n0:0 text blank=1 | after\n");
	assert_spans(state, "<table><tr><td>a<td><table><tr><td rowspan=2>b<td>c</table><td>d</table>", "");
}

static void
captions_terms_and_backward_lists(void **state)
{
	assert_lines(state,
	    "<table><caption>Bells</caption><tr><td>1</table><ol reversed><li>two<li>one</ol><dl><dt>Bell<dd>It "
	    "rings.</dl>",
	    "0:0 caption | Bells\n0:0 row level=1 | 1\n0:0 item level=1 list=1+ blank=1 label=2. | 2. two\n"
	    "0:0 item level=1 list=1+ label=1. | 1. one\n0:0 item level=1 list=2+ blank=1 | Bell\n"
	    "0:0 item level=1 list=2 | It rings.\n");
}

/* Anchors as word processors write them: on the call, and at the start of the note. */
static void
notes_of_word_processors(void **state)
{
	assert_lines(state,
	    "<p>See<a href='#_ftn1' name='_ftnref1'><span><sup>[1]</sup></span></a> it<a class=x name=s1anc "
	    "href='#s1sym'><sup>2</sup></a>."
	    "</p><hr><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'><sup>[1]</sup></a> One.</p><p>More.</p></div>"
	    "<div id=s1><p><a name=s1sym href='#s1anc'>2</a>Two, as in <a href='#top'>1</a>.</p></div><p id=top>End.</p>",
	    "0:0 text | See1 it2.\n\tcall \"1\" <1>\n\tcall \"2\" <2>\n0:0 note blank=1 label=1 | One.\n"
	    "0:0 note blank=1 label=1 | More.\n"
	    "0:0 note blank=1 label=2 | Two, as in 1.\n\tlink \"1\" <#top>\n0:0 text blank=1 | End.\n");
}

static void
notes_are_known_by_their_calls(void **state)
{
	assert_lines(state,
	    "<p>Text<sup><a href='#fn1'>[1]</a></sup> and<a role='doc-noteref' href='#x'>b</a>.</p>"
	    "<ol><li id='fn1'>First <a href='#fnref1'>back</a></li></ol><aside id=x><p>Second</p><p>goes "
	    "on</p></aside><p>End",
	    "0:0 text | Text1 andb.\n\tsup \"1\"\n\tcall \"1\" <1>\n\tcall \"b\" <b>\n"
	    "0:0 note list=1 blank=1 label=1 | First\n0:0 note blank=1 label=b | Second\n0:0 note blank=1 label=b | goes "
	    "on\n"
	    "0:0 text blank=1 | End\n");
}

/* A note's own mark before its text is no text of it; a number that only looks like it is. */
static void
marks_of_notes_are_no_text(void **state)
{
	assert_lines(state,
	    "<p>x<sup><a href='#n'>1</a></sup>y<sup><a href='#m'>2</a></sup>z<sup><a href='#k'>3</a></sup></p>"
	    "<p id=n><sup>1</sup> See one.</p><p id=m>(2) See two.</p><p id=k>31 were seen.</p>",
	    "0:0 text | x1y2z3\n\tsup \"1\"\n\tcall \"1\" <1>\n\tsup \"2\"\n\tcall \"2\" <2>\n\tsup \"3\"\n"
	    "\tcall \"3\" <3>\n"
	    "0:0 note blank=1 label=1 | See one.\n0:0 note blank=1 label=2 | See two.\n0:0 note blank=1 label=3 | 31 were "
	    "seen.\n");
}

/* What a page shows and a row of letters does not, or does not show, is said once for each kind. */
static void
nothing_is_lost_in_silence(void **state)
{
	struct fixture *f = *state;
	assert_lines(state,
	    "<p>a <del>old</del> <ruby>b<rt>over</rt></ruby> <input type=checkbox checked> "
	    "x<math><msup><mi>c</mi><mn>2</mn></msup>"
	    "<mfrac><mn>1</mn><mn>n</mn></mfrac></math><p hidden>no<p style='color:red; DISPLAY : none'>none<p>d<video "
	    "src=v></video><template>t</template><button>b</button><table><tr><td><table><tr><td>in</table></table>",
	    "0:0 text | a old b \xE2\x98\x92 xc21n\n\tsup \"2\"\n0:0 text blank=1 | d\n0:0 row level=1 | in\n");
	static const enum diag_code codes[] = {DIAG_SRC_LEFT_OUT, DIAG_SRC_IN_PART, DIAG_SRC_IN_PART, DIAG_SRC_IN_PART,
	                                       DIAG_SRC_LEFT_OUT, DIAG_SRC_LEFT_OUT, DIAG_SRC_LEFT_OUT};
	assert_int_equal(diag_count(f->d), sizeof codes / sizeof *codes);
	for (size_t i = 0; i < diag_count(f->d); i++)
		assert_int_equal(diag_at(f->d, i)->code, codes[i]);
}

/* A table left open takes all that stands behind it: said where it begins, as in Markdown; with the one in it. */
static void
open_tables_are_reported(void **state)
{
	static const struct {
		const char *form, *draft;
		unsigned line;
		const char *inner; /* or NULL */
	} drafts[] = {
	    {"d.html", "<p>a\n<table><tr><td>b</table>\n<TABLE><tr><td>c\n<p>d", 3, NULL},
	    {"d.html", "<p>a\n<table><tr><td>b\n<table><tr><td>c</td></tr>\n</table>\n<p>d", 2, "line 3"},
	    {"d.html", "<p>a<!-- <table> --><script>'<table>'</script><tablet>\n<table><tr><td>b</table>d", 0, NULL},
	    {"d.md", "a\n\n<table>\n<tr><td>b\n\nc\n", 3, NULL},
	    {"d.md", "a\n\n<table>\n<tr><td>b\n<table>\n<tr><td>c</td></tr>\n</table>\n\nd\n", 3, "line 5"},
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
		size_t before = diag_count(f->d), told = 0;
		assert_non_null(source_read(f->a, drafts[i].form, span_of(drafts[i].draft), SOURCE_AUTO, f->d));
		for (size_t k = before; k < diag_count(f->d); k++) {
			const struct diag_message *d = diag_at(f->d, k);
			if (d->code != DIAG_SRC_UNCLOSED)
				continue;
			told++;
			assert_int_equal(d->pos.line, drafts[i].line);
			assert_true(strstr(d->detail, drafts[i].inner != NULL ? drafts[i].inner : "ends") != NULL);
			assert_true((strstr(d->detail, "at line") != NULL) == (drafts[i].inner != NULL));
		}
		assert_int_equal(told, drafts[i].line > 0);
	}
}

/* Sheets hide by name, class and id; not for some media, not within others, not the whole page. */
static void
sheets_hide_what_they_name(void **state)
{
	assert_lines(state,
	    "<head><style><!-- .no, p.half /* .yes */ , #gone{color:red;display:none} @import 'x'; @media "
	    "print{.yes{display:none}}"
	    " body{visibility:hidden} .yes .in{display:none} .back{display:none} .back{display:block}"
	    " .{display:none} p#{display:none} .yes{color:red}--></style>"
	    "<style media=print>.yes{display:none}</style></head>"
	    "<body><p class='big no'>1<p class=half>2<div class=half>a</div><p id=gone>3<p class=yes>b <b class=in>c</b>"
	    "<p class=no style='display:block'>d<p class=back>e",
	    "0:0 text | a\n0:0 text blank=1 | b c\n\tstrong \"c\"\n0:0 text blank=1 | d\n0:0 text blank=1 | e\n");
	assert_int_equal(diag_count(((struct fixture *)*state)->d), 1);
}

/* Rules are looked for once each: from each to the end of the sheet, these would take minutes. */
static void
long_sheets_are_read_once(void **state)
{
	static const char *const rules[] = {"a{}", "@a;"};
	for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
		struct buf page = {0};
		buf_adds(&page, "<style>");
		for (int i = 0; i < 2500000; i++)
			buf_adds(&page, rules[k]);
		buf_adds(&page, " .no{display:none}</style><p class=no>1<p>a");
		assert_lines(state, page.data, "0:0 text | a\n");
		buf_free(&page);
	}
}

/* What a browser puts, moves or passes over. */
static void
what_is_shown_is_what_a_browser_shows(void **state)
{
	static const struct { const char *page, *lines; } of[] = {
	    {"<p>She said <q>come, <q>now</q></q> twice.", "0:0 text | She said \xE2\x80\x9C"
	        "come, \xE2\x80\x98now\xE2\x80\x99\xE2\x80\x9D twice.\n"},
	    {"<table><tfoot><tr><td>Sum<tbody><tr><td>1</td></tr></tbody><thead><tr><td>Bells</table>",
	     "0:0 row-head level=1 | Bells\n0:0 row level=1 | 1\n0:0 row level=1 | Sum\n"},
	    {"<ol style='color:red; List-Style-Type : lower-alpha'><li>x<li type=I>y</ol>",
	     "0:0 item level=1 list=1+ label=a. | a. x\n0:0 item level=1 list=1+ label=II. | II. y\n"},
	    {"<ol style='list-style:none'><li>(a) x</ol><ul style='list-style-type:none'><li>1. y</ul>",
	     "0:0 item level=1 list=1+ | (a) x\n0:0 item level=1 list=2+ blank=1 | 1. y\n"},
	    {"<menu><li>x</menu><p>y", "0:0 bullet level=1 list=1+ | x\n0:0 text blank=1 | y\n"},
	    {"<dialog>no</dialog><dialog open>yes</dialog><legend>over</legend>it", "0:0 text | yes\n0:0 text | over\n"
	        "0:0 text | it\n"},
	    {"<p>x <![if !vml]>y<![endif]><!-- <![endif] --> z <!foo <b>w</b>", "0:0 text | x y z <!foo w\n"
	        "\tstrong \"w\"\n"},
	    {"<p>x<![CDATA[<y> & z]]>.", "0:0 text | x<y> & z.\n"},
	    {"<p>x<![CDATA[a & b & c & d < e]]>.", "0:0 text | xa & b & c & d < e.\n"},
	};
	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		assert_lines(state, of[i].page, of[i].lines);
}

/* Two breaks part paragraphs, one does not. */
static void
breaks_part_paragraphs(void **state)
{
	struct fixture *f = *state;
	struct draft *d = source_read(f->a, "d.html", SPAN_LIT("<div>a<br>b<br>\n&nbsp;<br>c<br/><br/>d</div>"),
	    SOURCE_AUTO, f->d);
	assert_int_equal(d->nline, 4);
	assert_true(d->line[0].para == d->line[1].para && d->line[1].blank_before == 0);
	assert_true(d->line[1].para != d->line[2].para && d->line[2].blank_before == 1);
	assert_true(d->line[2].para != d->line[3].para);
}

/* Lists that stand side by side and say in their class how deep they are. */
static void
lists_nest_by_their_class(void **state)
{
	assert_lines(state,
	    "<ol class='lst-k-0 start' start=1><li>one</ol><ol class='lst-k-1 start' start=1><li>deep</ol><ul "
	    "class='lst-m-2'><li>dot</ul>"
	    "<ol class='lst-k-1' start=2><li>deeper</ol><ol class=lst-k-0 start=2><li>two</ol><ol class=lst-k-0 "
	    "start=1><li>new</ol>",
	    "0:0 item level=1 list=1+ label=1. | 1. one\n0:0 item level=2 list=2+ label=1. | 1. deep\n"
	    "0:0 bullet level=3 list=3+ | dot\n"
	    "0:0 item level=2 list=2+ blank=1 label=2. | 2. deeper\n0:0 item level=1 list=1+ blank=1 label=2. | 2. two\n"
	    "0:0 item level=1 list=4+ blank=1 label=1. | 1. new\n");
	/* a link may lead to a list that another one took in */
	assert_lines(state,
	    "<ul class=lst-k-0><li>one</ul><ul class=lst-k-0 id=x><li>two</ul><p>See <a href='#x'><sup>1</sup></a>",
	    "0:0 bullet level=1 list=1+ | one\n0:0 bullet level=1 list=1+ | two\n0:0 text blank=1 | See 1\n"
	    "\tlink \"1\" <#x>\n\tsup \"1\"\n");
}

/* Links that answer each other are of a note, though nothing raises them; those of headings are not. */
static void
links_that_lead_back_are_of_notes(void **state)
{
	assert_lines(state,
	    "<p>See.<a href='#n1' name=r1>[1]</a> and <a href='#s' id=t>1</a><p><a href='#r1' name=n1>[1]</a> One.</p>"
	    "<div><h2><a href='#t' id=s>1</a> Bells</h2></div>",
	    "0:0 text | See.1 and 1\n\tcall \"1\" <1>\n\tlink \"1\" <#s>\n0:0 note blank=1 label=1 | One.\n"
	    "0:0 heading level=2 blank=1 | 1 Bells\n\tlink \"1\" <#t>\n");
}

/* A page says its encoding; without a word of it, it is UTF-8. */
static void
encodings_are_those_pages_say(void **state)
{
	struct fixture *f = *state;
	static const struct { struct span page; const char *text; } of[] = {
	    {SPAN_LIT("<meta charset=windows-1251><p>\xCA\xE0"), "\xD0\x9A\xD0\xB0"},
	    {SPAN_LIT("<META http-equiv=x content='text/html; charset=windows-1256'><p>\xC7\xE1"), "\xD8\xA7\xD9\x84"},
	    {SPAN_LIT("<meta charset=\"GB2312\"><p>\xC9\xFE"), "\xE7\xBB\xB3"},
	    {SPAN_LIT("<meta charset='iso-8859-1'><p>\x93x\x94"), "\xE2\x80\x9Cx\xE2\x80\x9D"},
	    {SPAN_LIT("<?xml version='1.0' encoding='koi8-r'?><html><p>\xEB"), "\xD0\x9A"},
	    {SPAN_LIT("<meta charset=windows-1251><p>\xD0\x9A"), "\xD0\x9A"},
	    {SPAN_LIT("\xFF\xFE<\0p\0>\0\x1A\x04"), "\xD0\x9A"}, {SPAN_LIT("\xFE\xFF\0<\0p\0>\x04\x1A"), "\xD0\x9A"},
	    {SPAN_LIT("<p>\x93x"), NULL}, {SPAN_LIT("<meta charset=utf-16><p>\x93x."), NULL},
	        {SPAN_LIT("<meta charset=nothing><p>\x93"), NULL},
	};
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		struct draft *d = source_read(f->a, "d.html", of[i].page, SOURCE_AUTO, f->d);
		assert_int_equal(d != NULL, of[i].text != NULL);
		if (d != NULL)
			assert_true(span_is(d->line[0].text, of[i].text));
		else
			assert_int_equal(diag_at(f->d, diag_count(f->d) - 1)->code, DIAG_SRC_NOT_UTF8);
	}
}

/* Lists beyond the deepest that is kept end where they end. */
static void
deep_lists_end_where_they_end(void **state)
{
	struct fixture *f = *state;
	struct buf page = {0};
	for (int i = 0; i < 70; i++)
		buf_adds(&page, "<ol><li>x");
	for (int i = 0; i < 69; i++)
		buf_adds(&page, "</ol>");
	buf_adds(&page, "<li>last</ol><p>after</p>");
	buf_addc(&page, '\0');
	struct draft *d = source_read(f->a, "d.html", span_of(page.data), SOURCE_AUTO, f->d);
	assert_non_null(d);
	assert_int_equal(d->line[d->nline - 2].lists, 1);
	assert_true(span_is(d->line[d->nline - 2].text, "2. last"));
	assert_int_equal(d->line[d->nline - 1].lists, 0);
	buf_free(&page);
}

static void
what_is_not_text_stays_out(void **state)
{
	assert_lines(state,
	    "<html lang=fr><head><title>t</title><style>a{}</style></head><body><script>x()</script><p>seen</p>"
	    "<!-- not --><pre>a  b\n c</pre><blockquote>said</blockquote><img src=p.png alt=picture></body></html>",
	    "0:0 text | seen\n0:0 code blank=1 | a  b\n0:0 code indent=1 |  c\n0:0 quote quotes=1 blank=1 | said\n"
	    "0:0 text blank=1 | \xEF\xBF\xBC\n\timage \"\xEF\xBF\xBC\" <p.png> (picture)\n");
	struct fixture *f = *state;
	assert_string_equal(source_read(f->a, "d.html", SPAN_LIT("<html lang=fr><p>x"), SOURCE_AUTO, f->d)->lang, "fr");
}

static void
hopeless_pages_are_refused(void **state)
{
	struct fixture *f = *state;
	assert_null(source_read(f->a, "d.html", SPAN_LIT("<html><script>x</script></html>"), SOURCE_AUTO, f->d));
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_EMPTY);
	struct buf deep = {0};
	for (int i = 0; i < 2000; i++)
		buf_adds(&deep, "<div>");
	buf_adds(&deep, "x");
	assert_null(source_read(f->a, "d.html", buf_span(&deep), SOURCE_AUTO, f->d));
	assert_int_equal(diag_at(f->d, 1)->code, DIAG_SRC_DEPTH);
	buf_free(&deep);
	assert_int_equal(diag_count(f->d), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(blanks_fold_and_marks_hold_their_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(lists_show_the_numbers_of_a_browser, setup, teardown),
	    cmocka_unit_test_setup_teardown(tables_become_rows, setup, teardown),
	    cmocka_unit_test_setup_teardown(cells_take_columns_and_rows, setup, teardown),
	    cmocka_unit_test_setup_teardown(captions_terms_and_backward_lists, setup, teardown),
	    cmocka_unit_test_setup_teardown(notes_of_word_processors, setup, teardown),
	    cmocka_unit_test_setup_teardown(notes_are_known_by_their_calls, setup, teardown),
	    cmocka_unit_test_setup_teardown(marks_of_notes_are_no_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(nothing_is_lost_in_silence, setup, teardown),
	    cmocka_unit_test_setup_teardown(sheets_hide_what_they_name, setup, teardown),
	    cmocka_unit_test_setup_teardown(long_sheets_are_read_once, setup, teardown),
	    cmocka_unit_test_setup_teardown(what_is_shown_is_what_a_browser_shows, setup, teardown),
	    cmocka_unit_test_setup_teardown(breaks_part_paragraphs, setup, teardown),
	    cmocka_unit_test_setup_teardown(lists_nest_by_their_class, setup, teardown),
	    cmocka_unit_test_setup_teardown(links_that_lead_back_are_of_notes, setup, teardown),
	    cmocka_unit_test_setup_teardown(encodings_are_those_pages_say, setup, teardown),
	    cmocka_unit_test_setup_teardown(open_tables_are_reported, setup, teardown),
	    cmocka_unit_test_setup_teardown(deep_lists_end_where_they_end, setup, teardown),
	    cmocka_unit_test_setup_teardown(what_is_not_text_stays_out, setup, teardown),
	    cmocka_unit_test_setup_teardown(hopeless_pages_are_refused, setup, teardown),
	};
	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
