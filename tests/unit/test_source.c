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

static struct draft *
read_text(void **state, const char *name, const char *text)
{
	struct fixture *f = *state;
	return source_read(f->a, name, span_of(text), SOURCE_AUTO, f->d);
}

static void
assert_balanced(const struct draft *draft)
{
	const struct source_account *s = &draft->account;
	assert_int_equal(s->input, s->text + s->markup + s->dropped + s->normalised);
	for (size_t i = 0; i < draft->nline; i++) {
		assert_ptr_equal(draft->line[i].text.s, draft->text.s + draft->line[i].off);
		assert_true(draft->line[i].off + draft->line[i].text.n <= draft->text.n);
	}
}

static void
double_spacing_is_not_a_gap(void **state)
{
	struct draft *d = read_text(state, "d.txt", "One line \n\nof a text \n\nruns on \n\n \n\nNew one \n\nends. \n");
	assert_non_null(d);
	assert_int_equal(d->form, SOURCE_PAGE_DOUBLE);
	assert_int_equal(d->nline, 5);
	assert_int_equal(d->line[1].blank_before, 0);
	assert_int_equal(d->line[3].blank_before, 1);
	assert_int_equal(d->line[3].no, 9);
	assert_balanced(d);
}

static void
controls_go_and_places_stay(void **state)
{
	struct draft *d = read_text(state, "d.txt", "\xEF\xBB\xBF""A\xC2\xADre\xE2\x80\xAA""port\r\n"
	    "ne\xCC\x81 2\fPage two\r\n");
	assert_non_null(d);
	assert_true(span_eq(d->line[0].text, SPAN_LIT("Areport")));
	assert_int_equal(d->account.dropped, 3);
	assert_int_equal(d->account.normalised, 3); /* two CR and one accent */
	assert_int_equal(d->line[1].no, 2);
	struct pos p = source_pos(d, d->line[0].off + 1);
	assert_int_equal(p.line, 1);
	assert_int_equal(p.col, 7); /* behind the BOM, the A and the soft hyphen */
	assert_balanced(d);
}

#define LRM "\xE2\x80\x8E"
#define RLM "\xE2\x80\x8F"

/* Marks of direction are text behind text, and none where they open a line. */
static void
marks_of_direction_stay_in_text(void **state)
{
	static const char *const names[] = {"d.txt", "d.md", "d.html"};
	for (size_t i = 0; i < 3; i++) {
		struct draft *d = read_text(state, names[i], i == 2
		    ? "<p> " RLM LRM "1. the " RLM "word" RLM "," LRM "</p>" : " " RLM LRM "1. the " RLM "word" RLM "," LRM
		        "\n");
		assert_non_null(d);
		assert_int_equal(d->nline, 1);
		assert_true(span_eq(span_trim(d->line[0].text), SPAN_LIT("1. the " RLM "word" RLM "," LRM)));
		assert_int_equal(d->account.dropped, 2);
		assert_int_equal(d->account.directions, 2);
		assert_balanced(d);
	}
}

#define RLE "\xE2\x80\xAB"
#define LRE "\xE2\x80\xAA"
#define PDF "\xE2\x80\xAC"
#define ALEF "\xD8\xA7"
#define COMMA "\xD8\x8C"

/* Within a line read from the right, stops and numbers come as they are seen from the left. */
static void
stretches_as_seen_are_read(void **state)
{
	static const struct { const char *in, *out; } lines[] = {
	    {RLE LRE " - 12" PDF ALEF ALEF LRE " ," PDF ALEF LRE "." PDF PDF, "12 - " ALEF ALEF ", " ALEF "."},
	    {RLE ALEF LRE " .A/99/1, A/99/2 " PDF ALEF PDF, ALEF " A/99/1, A/99/2. " ALEF},
	    {RLE ALEF LRE " 15 " COMMA "1/14 " PDF ALEF LRE "5-7" PDF PDF, ALEF " 1/14" COMMA " 15 " ALEF "7-5"},
	    {RLE LRE "99-12345 (E)" PDF PDF, "99-12345 (E)"},
	    {RLE ")." LRE "99-12345 (E" PDF PDF, "99-12345 (E.)"},
	    {RLE LRE "12/25" PDF PDF "   " RLE LRE "99-12345" PDF PDF, "12/25   99-12345"},
	    {RLE LRE "-6" PDF PDF, "6-"},
	    {"a " LRE " - 12" PDF " b", "a  - 12 b"},
	    {RLE LRE "   " RLM "12" PDF RLM ALEF PDF, "12   " RLM ALEF},
	    {RLE "bell " LRE "rope" PDF PDF, "bell rope"}, /* words are no edge of a line */
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct draft *d = read_text(state, "d.txt", lines[i].in);
		assert_non_null(d);
		assert_int_equal(d->nline, 1);
		char *got = xmalloc(d->line[0].text.n + 1);
		memcpy(got, d->line[0].text.s, d->line[0].text.n);
		got[d->line[0].text.n] = '\0';
		assert_string_equal(got, lines[i].out);
		free(got);
		assert_balanced(d);
	}
}

/* In HTML the writer set the marks, and mark-up stands within them. */
static void
embeddings_of_writers_stay(void **state)
{
	struct draft *d = read_text(state, "d.html", "<p>" RLE ALEF " " LRE "Bells, <b>ropes</b>." PDF " " ALEF PDF "</p>");

	assert_non_null(d);
	assert_int_equal(d->nline, 1);
	assert_true(span_is(d->line[0].text, ALEF " Bells, ropes. " ALEF));
}

#define TEH "\xD8\xA9"
#define SEEN TEH ALEF " " TEH ALEF ALEF

/* Lines of Arabic letters that come as they are seen begin their words with the letters that end them. */
static void
seen_lines_are_read(void **state)
{
	static const char *const read = ALEF ALEF TEH " " ALEF TEH;
	struct draft *d = read_text(state, "d.txt", SEEN "\n.A/99/1 " SEEN " - 12\n12-34567 (E)\n" SEEN "  )" ALEF "(\n");
	struct draft *same = read_text(state, "d.txt", ALEF TEH " " ALEF TEH " (" ALEF "\n");
	char *line = xmalloc(sizeof SEEN + 32);

	assert_non_null(d);
	assert_non_null(same);
	assert_int_equal(d->nline, 4);
	assert_true(span_is(d->line[0].text, read));
	snprintf(line, sizeof SEEN + 32, "12 - %s A/99/1.", read);
	assert_true(span_is(d->line[1].text, line));
	assert_true(span_is(d->line[2].text, "12-34567 (E)"));
	snprintf(line, sizeof SEEN + 32, "(" ALEF ")  %s", read);
	assert_true(span_is(d->line[3].text, line));
	assert_true(span_is(same->line[0].text, ALEF TEH " " ALEF TEH " (" ALEF));
	assert_balanced(d);
	free(line);
}

#define QUOTE_9 "\xE2\x80\x99"
#define QUOTE_6 "\xE2\x80\x98"

/* Runs that come as they are seen end lines with the numbers of paragraphs and items. */
static void
seen_runs_are_read(void **state)
{
	struct draft *d = read_text(state, "d.txt", " " ALEF TEH " - 1 \n" ALEF TEH " 2019 " TEH ALEF TEH ".\n" ALEF ALEF "  "
	    QUOTE_6 " 2" QUOTE_9 "  \n" ALEF "  -  3 \n");
	struct draft *same = read_text(state, "d.txt", "1 - " ALEF " 2019 " TEH "\n2 - " ALEF " 7 - 8\n");
	struct draft *names = read_text(state, "d.txt", ALEF TEH " " ALEF "-19\n" TEH " " ALEF " 2019-2020\n" TEH " " TEH
	    "-19\n" TEH " " ALEF " 2020-2021\n");

	assert_non_null(d);
	assert_non_null(same);
	assert_non_null(names);
	assert_true(span_is(names->line[0].text, ALEF TEH " " ALEF "-19"));
	assert_int_equal(d->nline, 4);
	assert_true(span_is(span_trim(d->line[0].text), "1 - " ALEF TEH));
	assert_true(span_is(d->line[1].text, " " TEH ALEF TEH ".2019 " ALEF TEH));
	assert_true(span_is(span_trim(d->line[2].text), QUOTE_9 "2" QUOTE_6 "   " ALEF ALEF));
	assert_true(span_is(span_trim(d->line[3].text), "3  -  " ALEF));
	assert_true(span_is(same->line[1].text, "2 - " ALEF " 7 - 8"));
	assert_balanced(d);
}

#define WORD ALEF ALEF ALEF ALEF ALEF ALEF
#define DEEP "                              "

/* Numbers of items at the right edge of laid out pages begin their lines, whichever way their runs come. */
static void
numbers_at_the_right_edge_begin(void **state)
{
	struct draft *d = read_text(state, "d.txt", DEEP WORD "      1 -\n" DEEP WORD "      2 -\n" DEEP WORD "      3 -\n"
	    DEEP WORD "      " QUOTE_6 "4" QUOTE_9 "\n" DEEP WORD "      " QUOTE_6 "5" QUOTE_9 "\n");

	assert_non_null(d);
	assert_int_equal(d->form, SOURCE_PAGE_LAYOUT);
	assert_true(span_is(d->line[0].text, "1 -      " WORD));
	assert_true(span_is(d->line[4].text, QUOTE_6 "5" QUOTE_9 "      " WORD));
	assert_balanced(d);
}

/* A page that is read from the right is laid out from there: its pieces turn round, and its indents. */
static void
pages_from_the_right_are_mirrored(void **state)
{
	struct draft *d = read_text(state, "d.txt",
	    "A/99/1      " DEEP WORD "\n\n"
	    DEEP WORD " " WORD "   3\n"
	    "  " WORD " " WORD " " WORD " " WORD " " WORD " " WORD "    \n"
	    DEEP "   " WORD " " WORD "\n\f"
	    "bell of the harbour      A/99/1\n       of the nine bells    and ropes\n      of the harbour    2\n");

	assert_non_null(d);
	assert_int_equal(d->form, SOURCE_PAGE_LAYOUT);
	assert_balanced(d);
	assert_int_equal(d->nline, 7);
	assert_true(span_is(span_trim(d->line[0].text), WORD DEEP "      A/99/1"));
	assert_true(span_is(span_trim(d->line[1].text), "3   " WORD " " WORD));
	assert_int_equal(d->line[1].indent, 1);
	assert_int_equal(d->line[3].indent, 2);
	assert_int_equal(d->line[3].page, 1);
	assert_true(span_starts(d->line[4].text, "bell of the harbour      A/99/1"));
	assert_int_equal(d->line[4].page, 2);
	assert_int_equal(d->line[5].indent, 7);
}

/* A page of one long line, n lines and a short line behind them. */
static const struct line *
laid_out(void **state, const char *line, int n)
{
	struct fixture *f = *state;
	struct buf page = {0};

	buf_adds(&page, DEEP DEEP WORD "\n");
	for (int i = 0; i < n; i++)
		buf_adds(&page, line);
	buf_adds(&page, ALEF "\n");
	const struct draft *d = source_read(f->a, "d", buf_span(&page), SOURCE_PAGE_LAYOUT, f->d);
	buf_free(&page);
	return d->line;
}

/* Empty lines take no room, mirrored or not; a page that is to grow many times is no page, and stays as it is. */
static void
sparse_pages_are_mirrored(void **state)
{
	assert_int_equal(laid_out(state, "\n", 60)[0].indent, 0);
	assert_int_equal(laid_out(state, "\n", 60)[1].indent, 65);
	assert_int_equal(laid_out(state, ALEF "\n", 40)[0].indent, 60);
	assert_int_equal(laid_out(state, ALEF "\n", 40)[1].indent, 0);
}

static void
markdown_keeps_numbers_and_places(void **state)
{
	struct draft *d = read_text(state, "d.md",
	    "# **I.** Scope\n\n15. First *words* of [A/99/1](#).\n\n16\\. Second[^3].\n\n- a bullet\n\n"
	    "| a | b |\n|---|---|\n| c | d |\n\n[^3]: The note.\n");
	assert_non_null(d);
	assert_balanced(d);
	assert_int_equal(d->nline, 7);
	assert_int_equal(d->line[0].kind, LINE_HEADING);
	assert_true(span_is(d->line[0].text, "I. Scope"));
	assert_true(span_is(d->line[1].text, "15. First words of A/99/1."));
	assert_true(span_is(d->line[2].text, "16. Second3."));
	assert_int_equal(d->line[3].kind, LINE_BULLET);
	assert_int_equal(d->line[4].kind, LINE_ROW_HEAD);
	assert_true(span_is(d->line[5].text, "c\td"));
	assert_int_equal(d->line[6].kind, LINE_NOTE);
	assert_string_equal(d->line[6].label, "3");
	int calls = 0, links = 0;
	for (size_t i = 0; i < d->nmark; i++) {
		struct span s = span_sub(d->text, d->mark[i].off, d->mark[i].end);
		calls += d->mark[i].kind == MARK_CALL && span_is(s, "3");
		links += d->mark[i].kind == MARK_LINK && span_is(s, "A/99/1");
	}
	assert_int_equal(calls, 1);
	assert_int_equal(links, 1);
}

#define CJK_5 "\xE9\x92\x9F\xE5\xA3\xB0\xE9\x92\x9F\xE5\xA3\xB0\xE9\x92\x9F"
#define CJK_20 CJK_5 CJK_5 CJK_5 CJK_5

/* Which form a text is taken for, by name or look. */
static void
forms_are_told_apart(void **state)
{
	static const struct { const char *name, *text; enum source_form form; } cases[] = {
	    {"d.md", "plain", SOURCE_MARKDOWN}, {"d.md", "<div>one</div>\n", SOURCE_MARKDOWN},
	    {"d.MARKDOWN", "plain", SOURCE_MARKDOWN}, {"d.htm", "<p>plain", SOURCE_HTML},
	    {"d", "<!DOCTYPE html><p>x", SOURCE_HTML}, {"d", "<?xml version='1.0'?>\n<html><p>x", SOURCE_HTML},
	    {"d", "# One\n\ntext\n\n## Two\n", SOURCE_MARKDOWN},
	    {"d", "1\\. One[^1]\n\n2\\. Two\n\n[^1]: Note\n", SOURCE_MARKDOWN},
	    {"d", "a\nb\nc\nd\ne # f\n", SOURCE_PAGE_SINGLE},
	    {"d", "a\n\nb\n\nc\n\nd\n\ne\n", SOURCE_PAGE_DOUBLE},
	    /* short paragraphs apart, but lines of one paragraph are not */
	    {"d", "The bells of the nine harbours were counted by the\nwardens.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n",
	        SOURCE_PAGE_SINGLE},
	    {"d", "Noting that the bells of the nine harbours are rung,\n\nBearing in mind the report of the wardens of "
	          "the bells,1\n\n"
	          "One.\n\nTwo.\n\nDecides to count the bells of the nine harbours by\nhand.\n\nThree.\n",
	          SOURCE_PAGE_SINGLE},
	    {"d", "The bells of the nine harbours were counted by the\n\nwardens.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n",
	        SOURCE_PAGE_DOUBLE},
	    /* below the lines of a page stand the addresses of its links */
	    {"d", "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nhttps://bells.example/1\nhttps://bells.example/2\n"
	          "http://bells.example/3\n\nSix\n", SOURCE_PAGE_DOUBLE},
	    /* a script without capitals */
	    {"d", CJK_20 "\xE9\x92\x9F\n\nBells " CJK_20 "\xE9\x92\x9F\n\nBells " CJK_20 "\xE9\x92\x9F\n\nBells " CJK_20
	          "\xE9\x92\x9F\n\n" CJK_20 "\xE9\x92\x9F\n\n" CJK_20 "\xE9\x92\x9F\n\n" CJK_20
	          "\xE9\x92\x9F\n\n" CJK_20 "\n", SOURCE_PAGE_DOUBLE},
	    /* a whole paragraph a line, also where headings end in mid-sentence */
	    {"d", "Bells of the nine harbours\n\nKeepers of the ropes\n\nThe bells of the nine harbours were counted by "
	          "the wardens in "
	          "the spring of the year in which the oldest of the towers was closed, and again in the autumn.\n\nOne\n\n"
	          "Two\n", SOURCE_PAGE_SINGLE},
	    /* where paragraphs stand apart few of the long ones end in mid-sentence */
	    {"d", CJK_20 "\n\n1." CJK_20 "。\n\n2." CJK_20 "。\n\n" CJK_20 "\n\n3." CJK_20 "。\n\n4." CJK_20
	          "。\n\n5." CJK_20 "。\n\n6." CJK_20 "。\n\n7." CJK_20 "。\n\n8." CJK_20 "。\n\n9." CJK_20 "。\n",
	     SOURCE_PAGE_SINGLE},
	    /* what stands below a blank line always begins anew */
	    {"d", "Bells of the nine harbours of the coast and of its islands\n\nReport of the keeper of the nine bells of "
	          "the islands\n\n"
	          "Ropes of the bells of the nine harbours of the coast\n\nDone.\n", SOURCE_PAGE_SINGLE},
	    /* most lines of a short paper stand alone, but not those of its head */
	    {"d", "The harbours\n\nGeneral\n2 May\nFrench\n\nBells and\n\nropes\n\nPage 2\n\nFor nine read ten.\n\nPage 3\n"
	          "\nDelete it.\n",
	     SOURCE_PAGE_SINGLE},
	    /* two stars call a note and begin it; they also open and close bold words */
	    {"d", "Item 5*, 6**\nand 7.**\n\n* See it.\n** A/98/150.\n*** Late.\n", SOURCE_PAGE_SINGLE},
	    {"d", "**Annex**\n\nOne and **two**\n", SOURCE_MARKDOWN},
	    {"d", "        United       A/1\n   a      b\n  c       d\n        e\n", SOURCE_PAGE_LAYOUT},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct draft *d = read_text(state, cases[i].name, cases[i].text);
		assert_non_null(d);
		if (d->form != cases[i].form)
			fail_msg("case %zu is taken for %s", i, source_form_name(d->form));
		assert_int_equal(source_form_find(source_form_name(d->form)), d->form);
	}
	assert_int_equal(source_form_find("auto"), SOURCE_FORMS);
	assert_int_equal(source_form_find("no-such-form"), SOURCE_FORMS);
}

static void
form_feeds_number_the_pages(void **state)
{
	struct draft *d = read_text(state, "d.txt", "one\ntwo\n\fthree\nfour\ffive\n\f\n\fsix\n");
	assert_non_null(d);
	static const unsigned page[] = {1, 1, 2, 2, 3, 5};
	assert_int_equal(d->nline, 6);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(d->line[i].page, page[i]);
	assert_int_equal(d->account.dropped, 3);
	assert_true(span_is(d->line[4].text, "five"));
	assert_balanced(d);
	assert_int_equal(read_text(state, "d.txt", "one\ntwo\n")->line[1].page, 0);
}

/* A stretch that is not spaced double keeps its blank lines, whatever the rest does. */
static void
spacing_is_judged_where_it_stands(void **state)
{
	struct fixture *f = *state;
	struct buf b = {0};
	for (int i = 0; i < 60; i++)
		buf_adds(&b, "spaced\n\n");
	for (int i = 0; i < 30; i++)
		buf_adds(&b, "dense\ndense\ndense\n\n");
	struct draft *d = source_read(f->a, "d.txt", buf_span(&b), SOURCE_PAGE_DOUBLE, f->d);
	assert_int_equal(d->line[30].blank_before, 0);
	assert_int_equal(d->line[60 + 45].blank_before, 1);
	assert_int_equal(d->line[60 + 46].blank_before, 0);
	buf_free(&b);
}

static void
normalisation_keeps_the_account(void **state)
{
	/* ohm sign: one for one; a decomposed Cyrillic letter: two for one; a composed Hebrew one: one for two */
	struct draft *d = read_text(state, "d.txt", "\xE2\x84\xA6 \xD0\xB8\xCC\x86 \xEF\xAC\x9D x\n");
	assert_true(span_is(d->line[0].text, "\xCE\xA9 \xD0\xB9 \xD7\x99\xD6\xB4 x"));
	assert_int_equal(d->account.normalised, 0);
	assert_int_equal(d->account.input, 9);
	assert_int_equal(source_pos(d, d->line[0].off + (uint32_t)d->line[0].text.n - 1).col, 14);
	assert_balanced(d);
}

static void
markdown_notes_span_paragraphs(void **state)
{
	struct draft *d = read_text(state, "d.md",
	    "Text[^a] and[^2].\n\n[^a]: Ibid.\n[^2]: First.\n\n    Second.\n\nText again.\n");
	assert_balanced(d);
	assert_int_equal(d->nline, 5);
	static const enum line_kind kind[] = {LINE_TEXT, LINE_NOTE, LINE_NOTE, LINE_NOTE, LINE_TEXT};
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(d->line[i].kind, kind[i]);
	assert_string_equal(d->line[1].label, "a");
	assert_true(span_is(d->line[1].text, "Ibid."));
	assert_string_equal(d->line[3].label, "2");
	assert_int_equal(d->nmark, 2);
	assert_string_equal(d->mark[0].target, "a");
}

static void
markdown_html_is_read(void **state)
{
	struct draft *d = read_text(state, "d.md",
	    "Text<sup>1</sup> &amp; &#8220;x&#8221; &unknown;\n\n<table>\n<tr><th>H</th><th colspan=\"2\">I</th></tr>\n"
	    "<tr>\n<td><p>a</p>\n<p>b</p></td><td></td><td\nclass=x>c &lt; d</td></tr>\n</table>\n\n"
	    "<!-- not\nseen -->\n\n<script>\nnor this\n</script>\n\nLine one  \nline two\n");
	assert_balanced(d);
	assert_true(span_is(d->line[0].text, "Text1 & \xE2\x80\x9Cx\xE2\x80\x9D &unknown;"));
	assert_int_equal(d->mark[0].kind, MARK_SUP);
	assert_int_equal(d->line[1].kind, LINE_ROW_HEAD);
	assert_true(span_is(d->line[1].text, "H\tI"));
	assert_int_equal(d->line[2].kind, LINE_ROW);
	assert_true(span_is(d->line[2].text, "a b\t\tc < d"));
	assert_int_equal(d->nline, 5);
	assert_int_equal(d->line[3].para, d->line[4].para);
}

static void
markdown_bold_stands_beside_the_number(void **state)
{
	struct draft *d = read_text(state, "d.md", "7. **All bold**\n\n**Bold** and not\n\n*Slanted*\n\n> quoted\n\n```\n"
	    "code\n```\n");
	assert_balanced(d);
	assert_true(span_is(d->line[0].text, "7. All bold"));
	assert_true(span_is(span_sub(d->text, d->mark[0].off, d->mark[0].end), "All bold"));
	assert_true(d->line[0].bold && !d->line[1].bold && d->line[2].italic);
	assert_int_equal(d->line[3].kind, LINE_QUOTE);
	assert_int_equal(d->line[4].kind, LINE_CODE);
}

/* The type of a line is that of its words: calls are upright. */
static void
calls_leave_the_type_of_lines(void **state)
{
	struct draft *d = read_text(state, "d.md", "*Slanted*<sup>1</sup>\n\n**Bold**[^1]\n\n**Bold** and<sup>1</sup>\n\n"
	    "[^1]: Note.\n");
	assert_balanced(d);
	assert_true(d->line[0].italic && d->line[1].bold && !d->line[2].bold);
}

/* The dump of Markdown, without places. */
static void
assert_markdown(void **state, const char *text, const char *expected)
{
	struct draft *d = read_text(state, "d.md", text);
	assert_non_null(d);
	for (size_t i = 0; i < d->nline; i++)
		d->line[i].no = d->line[i].col = d->line[i].para = d->line[i].blank_before = 0;
	assert_dump(d, expected);
}

static void
markdown_blocks_of_html_stand_apart(void **state)
{
	assert_markdown(state, "<dl><dt>Quay</dt><dd>A wall</dd></dl>\n\n<h2>Bells</h2>\n<blockquote>Said</blockquote>\n",
	    "0:0 text | Quay\n0:0 text | A wall\n0:0 heading level=2 | Bells\n0:0 text | Said\n");
	assert_markdown(state, "Quay\n:   A wall\n\nBell[^1]\n:   Of bronze\n\n[^1]: Cast.\n",
	    "0:0 text | Quay\n0:0 text | A wall\n0:0 text | Bell1\n\tcall \"1\" <1>\n0:0 text | Of bronze\n"
	    "0:0 note label=1 | Cast.\n");
	assert_markdown(state, "Title\n=====\n\nSee [it][a].\n\n[a]: http://x\n",
	    "0:0 heading level=1 | Title\n0:0 text | See it.\n\tlink \"it\" <http://x>\n");
}

/* HTML that shows nothing here, or is not taken as it is: the words stay, and it is said. */
static void
markdown_tells_what_tags_lose(void **state)
{
	struct fixture *f = *state;
	assert_markdown(state, "One</q> <q>two</q>\n", "0:0 text | One\xE2\x80\x9D \xE2\x80\x9Ctwo\xE2\x80\x9D\n");
	assert_markdown(state, "One\n\n<script>\nw('<b>x</b> Not this')\n</SCRIPT>\n\nTwo\n",
	    "0:0 text | One\n0:0 text | Two\n");
	assert_int_equal(diag_count(f->d), 0);
	assert_markdown(state, "One <button>*Press*</button>, <span style='display:none'>not *this*</span> two <q>x</q> "
	                       "<select>y\n\nThree\n",
	    "0:0 text | One ,  two \xE2\x80\x9Cx\xE2\x80\x9D \n0:0 text | Three\n");
	assert_int_equal(diag_count(f->d), 2);
	assert_markdown(state, "One <b style='color:red; DISPLAY : None !important'>no</b>,<b "
	                       "style='visibility:hidden'>no</b> two\n",
	    "0:0 text | One , two\n");
	assert_int_equal(diag_count(f->d), 3);
	diag_free(f->d);
	f->d = diag_new();
	assert_markdown(state, "One\n\nNo <del>bells</del> <s>rang</s>\n\n<iframe src=x>Lamps</iframe>\n",
	    "0:0 text | One\n0:0 text | No bells rang\n0:0 text | Lamps\n");
	assert_int_equal(diag_count(f->d), 2);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_IN_PART);
	assert_int_equal(diag_at(f->d, 0)->pos.line, 3);
	assert_int_equal(diag_at(f->d, 1)->code, DIAG_SRC_LEFT_OUT);
	assert_int_equal(diag_at(f->d, 1)->pos.line, 5);
}

/* What converters write for ends of pages, and for what they did not take. */
static void
markdown_of_converters_is_known(void **state)
{
	struct fixture *f = *state;
	assert_markdown(state, "{0}----------------\n\nOne\n\n{1}----------------\n\nTwo {1} - three\n",
	    "0:0 text page=1 | One\n0:0 text page=2 | Two {1} - three\n");
	assert_markdown(state, "One\n\n<!-- PageBreak -->\n\nTwo\n", "0:0 text | One\n0:0 text page=2 | Two\n");
	assert_int_equal(diag_count(f->d), 0);
	assert_markdown(state, "One\n\n\n<!-- image -->\n\nTwo\n", "0:0 text | One\n0:0 text | Two\n");
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_PICTURE);
	assert_int_equal(diag_at(f->d, 0)->pos.line, 4);
}

static void
dump_shows_places_and_evidence(void **state)
{
	struct buf out = {0};
	source_dump(read_text(state, "d.md", "# Head\n\n\n1. Item with *words*.\n"), &out);
	assert_string_equal(out.data, "1:3 heading level=1 para=1 | Head\n"
	                              "4:1 item level=1 list=1+ para=2 blank=2 | 1. Item with words.\n\temph \"words\"\n");
	buf_free(&out);
}

static void
assert_refused(void **state, const char *name, struct span bytes, enum diag_code code, unsigned line,
               unsigned col)
{
	struct fixture *f = *state;
	diag_free(f->d);
	f->d = diag_new();
	assert_null(source_read(f->a, name, bytes, SOURCE_AUTO, f->d));
	assert_int_equal(diag_count(f->d), 1);
	const struct diag_message *m = diag_at(f->d, 0);
	assert_int_equal(m->code, code);
	assert_int_equal(m->pos.line, line);
	assert_int_equal(m->pos.col, col);
}

static void
unusable_input_is_refused(void **state)
{
	struct fixture *f = *state;
	assert_refused(state, "d.txt", SPAN_LIT(""), DIAG_SRC_EMPTY, 0, 0);
	assert_refused(state, "d.txt", SPAN_LIT(" \n\xC2\xA0\n"), DIAG_SRC_EMPTY, 0, 0);
	assert_refused(state, "d.txt", SPAN_LIT("ab\0c"), DIAG_SRC_BINARY, 0, 0);
	assert_refused(state, "d.txt", SPAN_LIT("\xFF\xFE" "a\0b"), DIAG_SRC_NOT_UTF8, 1, 1);
	assert_refused(state, "d.txt", SPAN_LIT("one\ncaf\xE9\n"), DIAG_SRC_NOT_UTF8, 2, 4);
	struct buf deep = {0};
	for (int i = 0; i < 100000; i++)
		buf_addc(&deep, '>');
	buf_adds(&deep, " x\n");
	assert_refused(state, "d.md", buf_span(&deep), DIAG_SRC_DEPTH, 1, 0);
	buf_free(&deep);
	(void)f;
}

static void
rules_of_dashes_make_tables(void **state)
{
	struct draft *d = read_text(state, "d.txt",
	    "The wardens counted the bells of the harbours in the year of the flood and\n"
	    "wrote down what they found.\n\n"
	    "  -----------------------------------\n"
	    "  Harbour      Bells      Remarks\n"
	    "               counted\n"
	    "  ------------ ---------- -----------\n"
	    "                          \n\n"
	    "  North of the 14         rung twice\n"
	    "  old light               a day\n\n"
	    "               9\n"
	    "  -----------------------------------\n\n"
	    "They went home when the count was over and the last of the boats had left.\n");
	assert_non_null(d);
	assert_balanced(d);
	assert_int_equal(d->nline, 6);
	assert_int_equal(d->line[2].kind, LINE_ROW_HEAD);
	assert_true(span_is(d->line[2].text, "Harbour\tBells counted\tRemarks"));
	assert_int_equal(d->line[3].kind, LINE_ROW);
	assert_true(span_is(d->line[3].text, "North of the old light\t14\trung twice a day"));
	assert_int_equal(d->line[3].no, 10);
	struct pos p = source_pos(d, d->line[3].off + (uint32_t)strlen("North of the "));
	assert_int_equal(p.line, 11);
	assert_true(span_is(d->line[4].text, "\t9"));
	assert_int_equal(d->line[5].kind, LINE_TEXT);
	assert_int_equal(d->line[5].no, 16);
	assert_int_equal(d->line[5].blank_before, 1);
}

static void
simple_tables_have_a_row_for_each_line(void **state)
{
	struct draft *d = read_text(state, "d.txt",
	    "Pier    Boats\n------- -------\nEast         3\nWest        12\n\nEnd of the list.\n\n"
	    "---- ----\na    b\nc    d\n---- ----\n");
	assert_non_null(d);
	assert_balanced(d);
	assert_int_equal(d->nline, 6);
	assert_int_equal(d->line[0].kind, LINE_ROW_HEAD);
	assert_true(span_is(d->line[2].text, "West\t12"));
	assert_int_equal(d->line[3].kind, LINE_TEXT);
	assert_true(span_is(d->line[5].text, "c\td"));
	assert_int_not_equal(d->line[5].level, d->line[1].level);
}

static void
grids_are_measured_in_columns(void **state)
{
	/* wide signs take two columns; a vowel sign takes none, or one with some programs */
	struct draft *d = read_text(state, "d.txt",
	    "+--------+-------+\n| \xE6\xB8\xAF\xE5\x8F\xA3   | \xE9\x90\x98    |\n+========+=======+\n"
	    "| \xE5\x8C\x97\xE6\xB5\xB7   |    12 |\n| \xE9\x81\x93     |       |\n+--------+-------+\n"
	    "| \xD8\xA8\xD9\x8E\xD8\xA8     |     3 |\n+--------+-------+\n| \xD8\xA8\xD9\x8E\xD8\xA8    |     4 |\n"
	    "+--------+-------+\n");
	assert_non_null(d);
	assert_balanced(d);
	assert_int_equal(d->nline, 4);
	assert_int_equal(d->line[0].kind, LINE_ROW_HEAD);
	assert_true(span_is(d->line[0].text, "\xE6\xB8\xAF\xE5\x8F\xA3\t\xE9\x90\x98"));
	assert_true(span_is(d->line[1].text, "\xE5\x8C\x97\xE6\xB5\xB7\xE9\x81\x93\t12"));
	assert_true(span_is(d->line[2].text, "\xD8\xA8\xD9\x8E\xD8\xA8\t3"));
	assert_true(span_is(d->line[3].text, "\xD8\xA8\xD9\x8E\xD8\xA8\t4"));
}

static void
rules_without_columns_are_no_tables(void **state)
{
	static const char *const text[] = {
	    "---- ----\na    b\nno room for columns\n---- ----\n",  /* text across them */
	    "---- ----\na    b\n\nThe end\n",                     /* never closed */
	    "---------\n\nA rule between two parts.\n\n---------\n",
	    "+----+----+\n| a  | b  |\n| c  d    |\n+----+----+\n",
	    "+----+----+\n| a  | b  |\n",
	    "- - -\na b c\n- - -\n",
	};
	for (size_t i = 0; i < sizeof text / sizeof *text; i++) {
		struct draft *d = read_text(state, "d.txt", text[i]);
		assert_non_null(d);
		assert_balanced(d);
		for (size_t k = 0; k < d->nline; k++)
			assert_int_equal(d->line[k].kind, LINE_TEXT);
		assert_int_equal(d->account.markup, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(double_spacing_is_not_a_gap, setup, teardown),
	    cmocka_unit_test_setup_teardown(controls_go_and_places_stay, setup, teardown),
	    cmocka_unit_test_setup_teardown(marks_of_direction_stay_in_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(stretches_as_seen_are_read, setup, teardown),
	    cmocka_unit_test_setup_teardown(embeddings_of_writers_stay, setup, teardown),
	    cmocka_unit_test_setup_teardown(pages_from_the_right_are_mirrored, setup, teardown),
	    cmocka_unit_test_setup_teardown(sparse_pages_are_mirrored, setup, teardown),
	    cmocka_unit_test_setup_teardown(numbers_at_the_right_edge_begin, setup, teardown),
	    cmocka_unit_test_setup_teardown(seen_lines_are_read, setup, teardown),
	    cmocka_unit_test_setup_teardown(seen_runs_are_read, setup, teardown),
	    cmocka_unit_test_setup_teardown(markdown_keeps_numbers_and_places, setup, teardown),
	    cmocka_unit_test_setup_teardown(forms_are_told_apart, setup, teardown),
	    cmocka_unit_test_setup_teardown(form_feeds_number_the_pages, setup, teardown),
	    cmocka_unit_test_setup_teardown(rules_of_dashes_make_tables, setup, teardown),
	    cmocka_unit_test_setup_teardown(simple_tables_have_a_row_for_each_line, setup, teardown),
	    cmocka_unit_test_setup_teardown(grids_are_measured_in_columns, setup, teardown),
	    cmocka_unit_test_setup_teardown(rules_without_columns_are_no_tables, setup, teardown),
	    cmocka_unit_test_setup_teardown(spacing_is_judged_where_it_stands, setup, teardown),
	    cmocka_unit_test_setup_teardown(normalisation_keeps_the_account, setup, teardown),
	    cmocka_unit_test_setup_teardown(markdown_notes_span_paragraphs, setup, teardown),
	    cmocka_unit_test_setup_teardown(markdown_html_is_read, setup, teardown),
	    cmocka_unit_test_setup_teardown(markdown_bold_stands_beside_the_number, setup, teardown),
	    cmocka_unit_test_setup_teardown(calls_leave_the_type_of_lines, setup, teardown),
	    cmocka_unit_test_setup_teardown(markdown_blocks_of_html_stand_apart, setup, teardown),
		cmocka_unit_test_setup_teardown(markdown_tells_what_tags_lose, setup, teardown),
		cmocka_unit_test_setup_teardown(markdown_of_converters_is_known, setup, teardown),
		cmocka_unit_test_setup_teardown(dump_shows_places_and_evidence, setup, teardown),
	    cmocka_unit_test_setup_teardown(unusable_input_is_refused, setup, teardown),
	};
	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
