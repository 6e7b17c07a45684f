/* SPDX-License-Identifier: MIT */
/* test_source_markdown.c - what pandoc's Markdown has more than CommonMark. */
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
read_markdown(void **state, const char *text)
{
	struct fixture *f = *state;
	struct draft *d = source_read(f->a, "d.md", span_of(text), SOURCE_AUTO, f->d);
	assert_non_null(d);
	const struct source_account *s = &d->account;
	assert_true((ptrdiff_t)s->input == (ptrdiff_t)(s->text + s->markup + s->dropped) + s->normalised);
	return d;
}

/* The dump without columns, paragraphs and blank lines. */
static void
assert_lines(void **state, const char *text, const char *expected)
{
	struct draft *d = read_markdown(state, text);
	for (size_t i = 0; i < d->nline; i++)
		d->line[i].col = d->line[i].para = d->line[i].blank_before = 0;
	assert_dump(d, expected);
}

struct sample {
	const char *text, *lines;
};

static void
assert_samples(void **state, const struct sample *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_lines(state, s[i].text, s[i].lines);
}

#define SAMPLES(s) assert_samples(state, (s), sizeof(s) / sizeof *(s))

/* What HTML in it does not show is left out: to the end of its own element, and by attributes that are its own. */
static void
hidden_elements_are_left_out(void **state)
{
	static const struct sample of[] = {
	    {"One <span hidden>no</span>two <b title=\"a hidden style='display:none'\">three</b>.\n",
	     "1:0 text | One two three.\n\tstrong \"three\"\n"},
	    {"<div style=\"display:none\">\n<div>no</div>\nno\n</div>\n\nTwo.\n", "6:0 text | Two.\n"},
	    {"<p hidden>no <pre>no</pre> no</p>\n\nTwo.\n", "3:0 text | Two.\n"},
	    {"<script>\nif (a) '<script>';\n</script>\n\nTwo.\n", "5:0 text | Two.\n"},
	    {"<img src=a/b.png alt=\"1 > 0\">\n", "1:0 text | \xEF\xBF\xBC\n\timage \"\xEF\xBF\xBC\" <a/b.png> (1 > 0)\n"},
	};
	SAMPLES(of);
}

/* Tags of rows and cells mean something in a table only; what Markdown puts into a cell stays there, but for notes. */
static void
rows_stand_in_tables(void **state)
{
	static const struct sample of[] = {
	    {"One <td> two^[note] three.\n\nFour.\n",
	     "1:0 text | One \n1:0 text indent=1 |  two1 three.\n\tcall \"1\" <1>\n3:0 text | Four.\n"
	     "1:0 note label=1 | note\n"},
	    {"<td>x\n\n1. One[^a].\n\n[^a]: A note\n",
	     "1:0 text | x\n3:0 item level=1 list=1+ | 1. Onea.\n\tcall \"a\" <a>\n5:0 note label=a | A note\n"},
	    {"<tr><td>a</td><td>b</td></tr>\n", "1:0 text | a\n1:0 text | b\n"},
	    {"<table><tr><td>x</td><td>y\n\n1. one[^a]\n2. two\n\n</td></tr></table>\n\nEnd\n\n[^a]: A note\n",
	     "1:0 row level=1 | x\ty 1. onea 2. two\n\tcall \"a\" <a>\n8:0 text | End\n10:0 note label=a | A note\n"},
	    {"<table><tr><td>x\n\ny[^1]\n\n[^1]: A note\n\nEnd\n",
	     "1:0 row level=1 | x y1\n\tcall \"1\" <1>\n5:0 note label=1 | A note\n7:0 text | End\n"},
	    {"| A | B |\n|---|---|\n| [^3]: x | y |\n",
	     "1:0 row-head level=1 | A\tB\n3:0 row level=1 | 3: x\ty\n\tcall \"3\" <3>\n"},
	};
	SAMPLES(of);
}

static void
notes_stand_in_the_text(void **state)
{
	static const struct sample of[] = {
	    {"See^[A *bell*, [old]{.x}.] it[^1] and^[Two\nlines.] more.\n\n[^1]: Given.\n\nEnd\n",
	     "1:0 text | See2 it1 and3 more.\n\tcall \"2\" <2>\n\tcall \"1\" <1>\n\tcall \"3\" <3>\n"
	     "4:0 note label=1 | Given.\n6:0 text | End\n1:0 note label=2 | A bell, old.\n\temph \"bell\"\n"
	     "1:0 note label=3 | Two\n2:0 note label=3 | lines.\n"},
	    {"^[e]d", "1:0 text | 1d\n\tcall \"1\" <1>\n1:0 note label=1 | e\n"},
	    {"^[e]\n```\nx", "1:0 text | 1\n\tcall \"1\" <1>\n3:0 code | x\n1:0 note label=1 | e\n"},
	    {"y^[b]\n\n| |d\n-|-\n", "1:0 text | y1\n\tcall \"1\" <1>\n3:0 row-head level=1 | \td\n1:0 note label=1 | b\n"},
	    {"^[b|\n|-\n]d\n", "1:0 row-head level=1 | ^[b\n3:0 row level=1 | ]d\n"},
	    {"x^[not\n\nclosed] y^[] z\n", "1:0 text | x^[not\n3:0 text | closed] y^[] z\n"},
	    {"See[^1].\n\n[^1]: One\n\n    - two\n\n- three\n",
	     "1:0 text | See1.\n\tcall \"1\" <1>\n3:0 note label=1 | One\n5:0 note level=1 list=1+ label=1 | two\n"
	     "7:0 bullet level=1 list=1+ | three\n"},
	};
	SAMPLES(of);
}

static void
what_notes_lose_is_told_where_they_stand(void **state)
{
	struct fixture *f = *state;
	assert_non_null(read_markdown(state, "See^[it ~~was~~ is] here.\n\nTwo <iframe>x</iframe>\n\nThree\n"));
	assert_int_equal(diag_count(f->d), 2);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(diag_at(f->d, i)->pos.line, diag_at(f->d, i)->code == DIAG_SRC_IN_PART ? 1 : 3);
}

/* Two figures take both signs before a note's text: the line end behind it is that of the draft. */
static void
calls_of_two_figures_end_lines(void **state)
{
	struct buf text = {0};
	for (int i = 0; i < 12; i++)
		buf_adds(&text, "a^[See the book.]\n");
	buf_adds(&text, "b\n");
	buf_addc(&text, '\0');
	struct draft *d = read_markdown(state, text.data);
	assert_non_null(d);
	assert_int_equal(d->nline, 25);
	buf_free(&text);
}

/* Figures of calls take the place of the signs that notes are written with. */
static void
many_notes_stand_in_the_text(void **state)
{
	struct buf text = {0};
	for (int i = 0; i < 120; i++)
		buf_adds(&text, "a^[n] ");
	buf_addc(&text, '\0');
	struct draft *d = read_markdown(state, text.data);
	size_t notes = 0;
	for (size_t i = 0; i < d->nline; i++)
		notes += d->line[i].kind == LINE_NOTE;
	assert_int_equal(notes, 99);
	buf_free(&text);
}

/* A colon under a term begins what that means; at the start of a line of text it goes on with it. */
static void
colons_under_terms(void **state)
{
	static const struct sample of[] = {
	    {"Bell\n: It rings.\n: It tolls.\n\nThe keepers of the harbours asked for what they had seen in the towers\n"
	     ": bells.\n",
	     "1:0 text | Bell\n2:0 text | It rings.\n3:0 text | It tolls.\n"
	     "5:0 text | The keepers of the harbours asked for what they had seen in the towers\n6:0 text | : bells.\n"},
	};
	SAMPLES(of);
}

static void
attributes_are_no_text(void **state)
{
	static const struct sample of[] = {
	    {"# Bells {#b .x}\n\nTowers {-}\n------\n\nA [slanted [x]]{.smallcaps} `c`{=tex} [it](http://x){.e k=\"a b\"} "
	     "![p](p.png){width=50%}\n",
	     "1:0 heading level=1 | Bells\n3:0 heading level=2 | Towers\n"
	     "6:0 text | A slanted [x] c it \xEF\xBF\xBC\n\tcode \"c\"\n\tlink \"it\" <http://x>\n"
	     "\timage \"\xEF\xBF\xBC\" <p.png> (p)\n"},
	    {"::: {.note}\nInside\n:::\n\nThe set {a, b} [x]{y} (f){g}\n", "2:0 text | Inside\n5:0 text | The set {a, b} "
	        "[x]{y} (f){g}\n"},
	    {"::: The bell tolls\n::: box :::\nInside\n:::::\n", "1:0 text | ::: The bell tolls\n3:0 text | Inside\n"},
	    {"# Bells {.a b=^[x]}\n", "1:0 heading level=1 | Bells\n"},
	    {"```\n[a]{.b} ^[c]\n:::\n```\n\n`[a]{.b}` \\[a]{.b}\n",
	     "2:0 code | [a]{.b} ^[c]\n3:0 code | :::\n6:0 text | [a]{.b} [a]\n\tcode \"[a]{.b}\"\n"},
	};
	SAMPLES(of);
}

static void
raised_lowered_and_struck(void **state)
{
	static const struct sample of[] = {
	    {"The 4^th^ H~2~O, ~~gone~~ x\n", "1:0 text | The 4th H2O, gone x\n\tsup \"th\"\n\tsub \"2\"\n"},
	    {"x^~5^ y~^b~\n", "1:0 text | x~5 y^b\n\tsup \"~5\"\n\tsub \"^b\"\n"},
	    {"2^3 and 4^ ~5 or 6~ a ~~ b\n", "1:0 text | 2^3 and 4^ ~5 or 6~ a ~~ b\n"},
	};
	SAMPLES(of);
	struct fixture *f = *state;
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_IN_PART);
}

static void
tables_drawn_with_signs(void **state)
{
	static const struct sample of[] = {
	    {"Over\n\n  Bells   Towers\n------- ----------\n     1  *north*|\n     2  south\n\nUnder\n",
	     "1:0 text | Over\n3:0 row-head level=1 | Bells\tTowers\n5:0 row level=1 | 1\tnorth|\n\temph \"north\"\n"
	     "6:0 row level=1 | 2\tsouth\n8:0 text | Under\n"},
	    {"+-----+-----+\n| A   | B   |\n+=====+=====+\n| one | two |\n| and |     |\n+-----+-----+\n| c   |     |\n"
	     "+-----+-----+\n",
	     "2:0 row-head level=1 | A\tB\n4:0 row level=1 | one and\ttwo\n7:0 row level=1 | c\n"},
	    {"-----------\nA    B\n---- ------\n     one\n two two\n\nx    y\n-----------\n",
	     "2:0 row-head level=1 | A\tB\n5:0 row level=1 | two\tone two\n7:0 row level=1 | x\ty\n"},
	    {"  -----\n  *A b*\n  -----\n\n  One\n  two\n\n  c\n  -----\n\nEnd\n",
	     "2:0 row-head level=1 italic | A b\n\temph \"A b\"\n5:0 row level=1 | One two\n8:0 row level=1 | c\n11:0 text | End\n"},
	    {"--- ---\nA   B\n\nC   D\n--- ---\n", "2:0 row level=1 | A\tB\n4:0 row level=1 | C\tD\n"},
	    {"| A | B |\n|---|---|\n| 1 | 2 | 3 | `4|` |\n\nA | B\n--|--\n1 | 2 | 3\n",
	     "1:0 row-head level=1 | A\tB\n3:0 row level=1 | 1\t2\t3\t4|\n\tcode \"4|\"\n5:0 row-head level=2 | A\tB\n"
	     "7:0 row level=2 | 1\t2\t3\n"},
	};
	SAMPLES(of);
}

/* A converter of pages ends each by a rule; raised numbers stand in brackets, headings go on below. */
static void
pages_end_in_rules(void **state)
{
	static const struct sample of[] = {
	    {"# Bells of the\n coast\n\nThey rang.[12] See [3] and a[4](b) x[5].\n\n-----\n\n**A/98/7**\n\nThe end[6]:\n\n-----\n\n",
	     "1:0 heading level=1 page=1 | Bells of the coast\n4:0 text page=1 | They rang.12 See [3] and a4 x5.\n\tsup \"12\"\n"
	     "\tlink \"4\" <b>\n\tsup \"5\"\n8:0 text page=2 bold | A/98/7\n\tstrong \"A/98/7\"\n10:0 text page=2 | The end[6]:\n"},
	    {"# Bells of the\n coast[1]\n\n-----\n\nThe end.[1]\n",
	     "1:0 heading level=1 | Bells of the\n2:0 text | coast[1]\n6:0 text | The end.[1]\n"},
	    /* or stand where the texts of their notes do */
	    {"They rang,[1] and [2] then. [3] Two[a] [a](b).\n\n> 1 See *the* bells.\n\n3  Ibid.\n\n_a_ Estimated.\n",
	     "1:0 text | They rang,1 and [2] then.3 Twoa a.\n\tsup \"1\"\n\tsup \"3\"\n\tsup \"a\"\n\tlink \"a\" <b>\n"
	     "3:0 quote quotes=1 | 1 See the bells.\n\temph \"the\"\n5:0 text | 3  Ibid.\n7:0 text | a Estimated.\n\temph \"a\"\n"},
	    /* code has brackets of its own */
	    {"Ring `b[1]`[1] b[2].\n\n```\nb[1]\n2 See\n```\n\n1 See the bells.\n",
	     "1:0 text | Ring b[1]1 b[2].\n\tcode \"b[1]\"\n\tsup \"1\"\n4:0 code | b[1]\n5:0 code | 2 See\n"
	     "8:0 text | 1 See the bells.\n"},
	};
	SAMPLES(of);
}

/* Programs spell dashes, quotation marks and dots with plain signs; a draft that has them as printed does not. */
static void
signs_spelled_plainly_are_printed_ones(void **state)
{
	static const struct sample of[] = {
	    {"The *bell's* toll of 2001--2004 --- \"the (\"old\") one\", he\nsaid... 'so' in the '90s; see http://x.y/a--b 's.\n",
	     "1:0 text | The bell\xE2\x80\x99s toll of 2001\xE2\x80\x93" "2004 \xE2\x80\x94 \xE2\x80\x9Cthe (\xE2\x80\x9Cold\xE2\x80\x9D) "
	     "one\xE2\x80\x9D, he\n\temph \"bell\xE2\x80\x99s\"\n2:0 text | said\xE2\x80\xA6 \xE2\x80\x98so\xE2\x80\x99 in the "
	     "\xE2\x80\x99" "90s; see http://x.y/a--b \xE2\x80\x98s.\n"},
	    {"The keeper\\'s 5\\\" bell isn't `a--b`, said \"he\" ----.\n",
	     "1:0 text | The keeper's 5\" bell isn\xE2\x80\x99t a--b, said \xE2\x80\x9Che\xE2\x80\x9D ----.\n\tcode \"a--b\"\n"},
	    {"It is the keeper's \xE2\x80\x93 2001--2004.\n", "1:0 text | It is the keeper's \xE2\x80\x93 2001--2004.\n"},
	    {"It isn't \"so\", with --help...\n", "1:0 text | It isn't \"so\", with --help...\n"},
	    /* dashes that are added to the rule of a table stand for none where no table is read */
	    {"Bells\n|a|\n|-|\nin 2001--2004\n",
	     "1:0 text | Bells\n2:0 text | |a|\n3:0 text | |-|\n4:0 text | in 2001\xE2\x80\x93" "2004\n"},
	};
	SAMPLES(of);
}

static void
lists_whose_lines_stand_close(void **state)
{
	static const struct sample of[] = {
	    {"- [x] done\n- [ ] not\n1. [ ] one\n\n[x] y\n",
	     "1:0 bullet level=1 list=1+ | \xE2\x98\x92 done\n2:0 bullet level=1 list=1+ | \xE2\x98\x90 not\n"
	     "3:0 item level=1 list=2+ | 1. \xE2\x98\x90 one\n5:0 text | [x] y\n"},
	    {"1. x\n   a) y\n   b) z\n2. u\nb) v\n",
	     "1:0 item level=1 list=1+ | 1. x\n2:0 item level=1 list=1 | a) y\n3:0 item level=1 list=1 | b) z\n"
	     "4:0 item level=1 list=1+ | 2. u\n"
	     "5:0 item level=1 list=1 | b) v\n"},
	    {"| One\n|   two\n\n| a | b |\n", "1:0 text | One\n2:0 text | two\n4:0 text | | a | b |\n"},
	};
	static const char close[] = "(a) One\n(b) two\ngoes on\n\n\xE2\x80\xA2 x\n\xE2\x80\xA2 y\n\nIt was\n(b) not\n";
	static const uint32_t blocks[] = {1, 2, 2, 3, 4, 5, 5};
	SAMPLES(of);
	struct draft *d = read_markdown(state, close);
	assert_int_equal(d->nline, 7);
	for (size_t i = 0; i < d->nline; i++)
		assert_int_equal(d->line[i].para, blocks[i]);
}

static void
metadata_is_no_text(void **state)
{
	static const struct sample of[] = {
	    {"---\ntitle: \"On bells\"\nlang: fr\n---\n\nText\n", "2:0 heading level=1 | On bells\n6:0 text | Text\n"},
	    {"---\ntitle: On bells\nlang: fr\n...\n\n# On bells\n", "6:0 heading level=1 | On bells\n"},
	    {"---\ntitle: On bells\n---\n# On bells and towers\n",
	     "2:0 heading level=1 | On bells\n4:0 heading level=1 | On bells and towers\n"},
	    {"---\ntitle: On bells\n---\n# On bells {#top}\n", "4:0 heading level=1 | On bells\n"},
	    {"---\n\nText: here\n\n---\n", "3:0 text | Text: here\n"},
	};
	struct fixture *f = *state;
	SAMPLES(of);
	assert_int_equal(diag_count(f->d), 0);
	struct draft *d = read_markdown(state, "---\nlang: zh\nauthor: B\ntags: [a]\n---\nText\n");
	assert_string_equal(d->lang, "zh");
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_LEFT_OUT);
	assert_int_equal(diag_at(f->d, 0)->pos.line, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(hidden_elements_are_left_out, setup, teardown),
	    cmocka_unit_test_setup_teardown(rows_stand_in_tables, setup, teardown),
	    cmocka_unit_test_setup_teardown(notes_stand_in_the_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(what_notes_lose_is_told_where_they_stand, setup, teardown),
	    cmocka_unit_test_setup_teardown(calls_of_two_figures_end_lines, setup, teardown),
		cmocka_unit_test_setup_teardown(many_notes_stand_in_the_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(colons_under_terms, setup, teardown),
	    cmocka_unit_test_setup_teardown(attributes_are_no_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(raised_lowered_and_struck, setup, teardown),
	    cmocka_unit_test_setup_teardown(tables_drawn_with_signs, setup, teardown),
	    cmocka_unit_test_setup_teardown(pages_end_in_rules, setup, teardown),
	    cmocka_unit_test_setup_teardown(signs_spelled_plainly_are_printed_ones, setup, teardown),
	    cmocka_unit_test_setup_teardown(lists_whose_lines_stand_close, setup, teardown),
	    cmocka_unit_test_setup_teardown(metadata_is_no_text, setup, teardown),
	};
	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
