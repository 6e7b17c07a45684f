/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* mkdtemp */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>
#include <math.h>

#include <libxml/parser.h>

#include "base/file.h"
#include "layout/image.h"
#include "xslt/xslt.h"

#define SHEET(body) \
	"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" body "</xsl:stylesheet>"
#define ROOT(body) SHEET("<xsl:template match='/'>" body "</xsl:template>")

struct bench {
	struct arena *arena;
	struct diag *diag;
	xmlDoc *in;
	char dir[32];
	int sheets;
};

static int
setup(void **state)
{
	struct bench *b = xcalloc(1, sizeof *b);
	b->arena = arena_new();
	b->diag = diag_new();
	static const char xml[] = "<a>\n <b>1</b>\n <c/>\n</a>";
	b->in = xmlReadMemory(xml, sizeof xml - 1, "in.xml", NULL, 0);
	strcpy(b->dir, "/tmp/rapporteur-xslt-XXXXXX");
	*state = b;
	return mkdtemp(b->dir) == NULL;
}

static int
teardown(void **state)
{
	struct bench *b = *state;
	for (int i = 1; i <= b->sheets; i++)
		remove(arena_printf(b->arena, "%s/%d.xsl", b->dir, i));
	int status = rmdir(b->dir); /* fails when a sheet wrote something there */
	xmlFreeDoc(b->in);
	arena_free(b->arena);
	diag_free(b->diag);
	free(b);
	return status;
}

/* Run the sheet text; the result's root element text, or NULL. */
static const char *
run(struct bench *b, const char *sheet, const char *const params[])
{
	const char *path = arena_printf(b->arena, "%s/%d.xsl", b->dir, ++b->sheets);
	xmlDoc *out;
	assert_true(file_write(path, span_of(sheet), b->diag));
	if (!xslt_apply(b->arena, path, b->in, params, &out, b->diag)) {
		assert_null(out);
		return NULL;
	}
	xmlChar *s = xmlNodeGetContent(xmlDocGetRootElement(out));
	const char *copy = arena_strdup(b->arena, (const char *)s);
	xmlFree(s);
	return copy;
}

static const char *
first_id(struct bench *b)
{
	return diag_count(b->diag) > 0 ? diag_id(diag_at(b->diag, 0)->code) : "";
}

static void
parameters_are_plain_strings(void **state)
{
	struct bench *b = *state;
	const char *const params[] = {"x", "it's \"//b\" <&>", "unset", NULL, NULL};
	assert_string_equal(run(b, SHEET("<xsl:param name='x'/><xsl:template match='/'><r><xsl:value-of select='$x'/></r>"
	                                 "</xsl:template>"), params), "it's \"//b\" <&>");
	assert_int_equal(diag_count(b->diag), 0);
}

static void
messages_carry_the_place_in_the_input(void **state)
{
	struct bench *b = *state;
	assert_string_equal(run(b, SHEET("<xsl:template match='/'><r><xsl:apply-templates select='//c'/></r></xsl:template>"
	                                 "<xsl:template match='c'><xsl:message>odd <xsl:value-of select='name()'/>"
	                                 "</xsl:message></xsl:template>"), NULL), "");
	assert_int_equal(diag_count(b->diag), 1);
	assert_string_equal(first_id(b), "XSLT-MESSAGE");
	assert_string_equal(diag_at(b->diag, 0)->detail, "odd c");
	assert_string_equal(diag_at(b->diag, 0)->pos.file, "in.xml");
	assert_int_equal(diag_at(b->diag, 0)->pos.line, 3);
}

static void
failures_are_reported_once(void **state)
{
	struct bench *b = *state;
	assert_null(run(b, ROOT("<r><xsl:message terminate='yes'>stop</xsl:message></r>"), NULL));
	assert_string_equal(diag_at(b->diag, 0)->detail, "stop");
	assert_string_equal(diag_id(diag_at(b->diag, 1)->code), "XSLT-FAILED");
	assert_int_equal(diag_count(b->diag), 2);
	assert_null(run(b, ROOT("<r><xsl:value-of select='nope(1)'/></r>"), NULL));
	assert_int_equal(diag_count(b->diag), 3);
	assert_non_null(diag_at(b->diag, 2)->pos.file);
}

static void
bad_sheets_do_not_load(void **state)
{
	struct bench *b = *state;
	assert_null(run(b, "<xsl:stylesheet", NULL));
	assert_string_equal(first_id(b), "XSLT-LOAD");
	assert_null(run(b, ROOT("<r><xsl:value-of select='1 +'/></r>"), NULL));
	assert_string_equal(diag_id(diag_at(b->diag, 1)->code), "XSLT-LOAD");
	xmlDoc *out;
	assert_false(xslt_apply(b->arena, "no-such-sheet", b->in, NULL, &out, b->diag));
	assert_string_equal(diag_id(diag_at(b->diag, 2)->code), "XSLT-LOAD");
	assert_int_equal(diag_count(b->diag), 3);
}

static void
nothing_outside_is_read_or_written(void **state)
{
	struct bench *b = *state;
	const char *s = run(b, ROOT("<r><xsl:value-of select=\"count(document('/etc/xml/catalog'))\"/></r>"), NULL);
	assert_true(s == NULL || strcmp(s, "0") == 0);
	s = run(b, ROOT("<r><xsl:value-of select=\"count(document('http://127.0.0.1:9/x'))\"/></r>"), NULL);
	assert_true(s == NULL || strcmp(s, "0") == 0);
	char *sheet = arena_printf(b->arena, "<xsl:stylesheet version='1.1' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	    "<xsl:template match='/'><xsl:document href='%s/written.xml'><x/></xsl:document><r/></xsl:template>"
	    "</xsl:stylesheet>", b->dir);
	run(b, sheet, NULL);
	assert_true(diag_count(b->diag) >= 3);
	assert_string_equal(run(b, ROOT("<r><xsl:value-of select=\"count(document('1.xsl'))\"/></r>"), NULL), "1");
}

static void
runaway_sheets_stop(void **state)
{
	struct bench *b = *state;
	assert_null(run(b, SHEET("<xsl:template match='/' name='x'><r><xsl:call-template name='x'/></r></xsl:template>"),
	    NULL));
	assert_string_equal(first_id(b), "XSLT-FAILED");
	assert_int_equal(diag_count(b->diag), 1);
}

static void
read_in(struct bench *b, struct span xml)
{
	xmlFreeDoc(b->in);
	b->in = xmlReadMemory(xml.s, (int)xml.n, "in.xml", NULL, 0);
	assert_non_null(b->in);
}

/* Asked from the front, the back and in between, siblings keep their places and the ends of their runs. */
static void
siblings_know_their_places(void **state)
{
	struct bench *b = *state;
	read_in(b, SPAN_LIT("<a><b/>x<b/> <c/><b/><!-- --><b/><c/><c/></a>"));
	static const char *const orders[] = {"ascending", "descending"};
	for (size_t i = 0; i < 2; i++) {
		const char *sheet = arena_printf(b->arena, SHEET("<xsl:template match='/' xmlns:s='urn:rapporteur:siblings:1'><r>"
		    "<xsl:for-each select='a/*[3]|a/*'><xsl:sort data-type='number' order='%s' select='count(preceding-sibling::*)'/>"
		    "<xsl:value-of select=\"concat(name(), s:place(), name(s:past()), count(s:past()/preceding-sibling::*), ' ')\"/>"
		    "</xsl:for-each><xsl:for-each select='a/text()'><xsl:value-of select='concat(s:place(), count(s:past()))'/>"
		    "</xsl:for-each></r></xsl:template>"), orders[i]);
		assert_string_equal(run(b, sheet, NULL), i == 0 ? "b1c2 b2c2 c1b3 b3c5 b4c5 c20 c30 1010" :
		    "c30 c20 b4c5 b3c5 c1b3 b2c2 b1c2 1010");
	}
	assert_null(run(b, ROOT("<r xmlns:s='urn:rapporteur:siblings:1'><xsl:value-of select='s:place(1)'/></r>"), NULL));
	assert_null(run(b, ROOT("<r xmlns:s='urn:rapporteur:siblings:1'><xsl:value-of select='s:before()'/></r>"), NULL));
}

/* A run of equals ends where an attribute that was asked for comes or goes. */
static void
siblings_differ_by_an_attribute(void **state)
{
	struct bench *b = *state;
	read_in(b, SPAN_LIT("<a><b/><b x=''/><b x='1' y=''/>t<b/><b/><c x=''/></a>"));
	assert_string_equal(run(b, ROOT("<r xmlns:s='urn:rapporteur:siblings:1'><xsl:for-each select='a/*'>"
	    "<xsl:value-of select=\"concat(count(s:past('@x')/preceding-sibling::*), ' ')\"/></xsl:for-each></r>"), NULL),
	    "1 3 3 5 5 0 ");
}

/* The other questions, against XPath's own long answers, asked in both directions. */
static void
siblings_know_each_other(void **state)
{
	struct bench *b = *state;
	read_in(b, SPAN_LIT("<a><b/>x<p/><b/> <p/><p/><c/><b><b/><p/><b/></b><p/><!-- --><b/><c/><p/><c/></a>"));
	static const char *const orders[] = {"ascending", "descending"};
	for (size_t i = 0; i < 2; i++) {
		const char *sheet = arena_printf(b->arena, SHEET("<xsl:template match='/' xmlns:s='urn:rapporteur:siblings:1'><r>"
		    "<xsl:for-each select='//*'><xsl:sort data-type='number' order='%s' select='count(preceding::*|ancestor::*)'/>"
		    "<xsl:if test=\"s:rank() != count((preceding::*|ancestor::*)[name() = name(current())]) + 1\">rank </xsl:if>"
		    "<xsl:if test=\"count(s:before('c')|preceding-sibling::c[1]) != count(preceding-sibling::c[1])"
		    " or count(s:before('c')) != count(preceding-sibling::c[1])\">before </xsl:if>"
		    "<xsl:if test=\"s:follows('p') != boolean(preceding-sibling::*[name() = name(current()) or not(self::p)][1]"
		    "[name() = name(current())])\">follows </xsl:if>"
		    "<xsl:variable name='x' select='following-sibling::*[name() != name(current()) and not(self::p)][1]'/>"
		    "<xsl:if test=\"generate-id(s:past('p')) != generate-id($x)\">past </xsl:if>"
		    "</xsl:for-each></r></xsl:template>"), orders[i]);
		assert_string_equal(run(b, sheet, NULL), "");
	}
}

/* A body that holds `before`, then unit so many times, "@" its number, then `after`. */
static void
read_many(struct bench *b, const char *const unit[3], int times)
{
	struct buf xml = {0};
	buf_printf(&xml, "<report xmlns='urn:rapporteur:report:1'><body><p>x</p>%s", unit[0]);
	for (int i = 0; i < times; i++)
		for (const char *c = unit[1]; *c != '\0'; c++)
			if (*c == '@')
				buf_printf(&xml, "%d", i);
			else
				buf_addc(&xml, *c);
	buf_printf(&xml, "%s</body></report>", unit[2]);
	read_in(b, buf_span(&xml));
	buf_free(&xml);
}

static unsigned long
run_steps(struct bench *b, const char *sheet, const char *const unit[3], int times)
{
	xmlDoc *out;
	unsigned long steps;
	read_many(b, unit, times);
	assert_true(xslt_apply_counted(b->arena, sheet, b->in, NULL, &out, &steps, b->diag));
	return steps;
}

/* Four times as many of anything take four times the steps: squared it would be sixteen. */
static void
outputs_are_linear(void **state)
{
	static const char *const sheets[] = {"report-to-akn", "report-to-xhtml", "report-to-fo"};
	static const char *const units[][3] = {
	    {"", "<pagebreak n='1'/>", ""},
	    {"", "<pagebreak n='1'/>", "<section><p>y</p></section>"},
	    {"", "<pagebreak n='1'/><p>y</p>", ""},
	    {"<section><heading>x</heading></section>", "<p>y</p>", ""},
	    {"", "<section><heading>x</heading></section>", ""},
	    {"", "<section><num>I.</num></section><p>y</p>", ""},
	    {"</body><annex><label>x</label>", "<section><heading>x</heading></section>", "</annex><body>"},
	    {"", "<p>y<note mark='1'><p>z</p></note></p>", ""},
	    {"", "<p><ref href='#x'>y</ref></p>", "<para xml:id='x'><num>1.</num><p>y</p></para>"},
	    {"", "<para><num>1.</num><p>y</p></para>", ""},
	    {"", "<adoption>y</adoption>", ""},
	    {"", "<adoption>y</adoption><pagebreak n='1'/>", ""},
	    {"", "<adoption>y</adoption>", "<p>y</p>"},
	    {"", "<signature><p>y</p></signature>", ""},
	    {"<list>", "<item><num>(a)</num><p>y</p></item>", "</list>"},
	    {"", "<list><item><p>y</p></item></list>", ""},
	    {"<para><num>1.</num>", "<p>y</p><list><item><p>y</p></item></list>", "</para>"},
	    {"", "<rule/>", ""},
	    {"", "<quote><p>y</p></quote>", ""},
	    {"", "<figure src='x.png'><caption>y</caption></figure>", ""},
	    {"<table>", "<row><cell>y</cell></row>", "</table>"},
	    {"<table>", "<row head='true'><cell>y</cell></row><row><cell>y</cell></row>", "</table>"},
	    {"", "<table><row><cell>y</cell></row></table>", ""},
	    {"<table><row>", "<cell>y</cell>", "</row></table>"},
	    {"<speech>", "<speaker>x</speaker>", "<p>y</p></speech>"},
	    {"<preamble>", "<clause><p>y</p></clause>", "</preamble>"},
	    {"<p>", "<emph>y</emph>", "</p>"},
	};
	struct bench *b = *state;
	bool bad = false;
	for (size_t s = 0; s < sizeof sheets / sizeof *sheets; s++)
		for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
			unsigned long none = run_steps(b, sheets[s], units[i], 1);
			unsigned long one = run_steps(b, sheets[s], units[i], 200) - none,
			    four = run_steps(b, sheets[s], units[i], 800) - none;
			if (four > 5 * one && (bad = true))
				print_error("%s in %s: %lu steps for 200, %lu for 800\n", units[i][1], sheets[s], one, four);
		}
	assert_false(bad);
}

/* Processor time of a run; the better of three. */
static double
run_seconds(struct bench *b, const char *sheet, const char *const unit[3], int times)
{
	double best = 1e9;
	read_many(b, unit, times);
	for (int i = 0; i < 3; i++) {
		xmlDoc *out;
		clock_t start = clock();
		assert_true(xslt_apply(b->arena, sheet, b->in, NULL, &out, b->diag));
		best = fmin(best, (double)(clock() - start) / CLOCKS_PER_SEC);
	}
	return best;
}

#define TRIES 5 /* what is squared is slow each time, what other programs hold up is not */

/*
 * What libxslt does to match a pattern it does not count; eight times as many would take 64 times as
 * long if all siblings were looked at for each.
 */
static void
patterns_are_linear(void **state)
{
	static const char *const unit[3] = {"<table>", "<row><cell>y</cell></row><pagebreak n='1' xml:id='b@'/>", "</table>"};
	static const char *const sheets[] = {"report-to-akn", "report-to-xhtml", "report-to-fo"};
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		double one, eight;
		int tries = 0;
		do {
			one = run_seconds(*state, sheets[i], unit, 1000);
			eight = run_seconds(*state, sheets[i], unit, 8000);
		} while (eight > 16 * one + 0.05 && ++tries < TRIES);
		if (tries == TRIES)
			fail_msg("%s: %.4f s for 1,000, %.4f s for 8,000", sheets[i], one, eight);
	}
}

/* Of the code's corners three hold a frame of seven modules; a module is eight bits, one byte. */
static void
drawings_hold_their_bytes(void **state)
{
	struct bench *b = *state;
	const char *sheet = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
	    "xmlns:d='urn:rapporteur:drawings:1'><xsl:param name='t'/><xsl:template match='/'><r><xsl:value-of select=\"%s\"/>"
	    "</r></xsl:template></xsl:stylesheet>";
	const char *qr = run(b, arena_printf(b->arena, sheet, "d:qr('https://docs.un.org/en/A/99/1')"), NULL);
	assert_true(span_starts(span_of(qr), "data:image/png;base64,"));
	const char *why;
	const struct image *im = image_load(b->arena, "-", NULL, qr, (struct pos){0}, &why);
	assert_non_null(im);
	assert_true(im->type == IMAGE_PNG && im->w == im->h);
	assert_true(im->w == 29 * 8 * 0.75); /* a pixel is 3/4 pt; version 3 takes 42 bytes at level M */
	static const struct { const char *call, *gives; } none[] = {{"d:qr('')", ""}, {"d:qr($t)", ""}, {"d:picture('')", ""},
	    {"d:picture('../1.xsl')", ""}, {"d:picture('/etc/passwd')", ""}, {"d:picture('no.svg')", ""}};
	char *longest = arena_alloc(b->arena, 4001);
	memset(longest, 'a', 4000);
	longest[4000] = '\0';
	const char *const params[] = {"t", longest, NULL};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_string_equal(run(b, arena_printf(b->arena, sheet, none[i].call), params), none[i].gives);
	assert_int_equal(diag_count(b->diag), 0);
	assert_null(run(b, arena_printf(b->arena, sheet, "d:qr()"), NULL));
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(parameters_are_plain_strings),
	    T(messages_carry_the_place_in_the_input),
	    T(failures_are_reported_once),
	    T(bad_sheets_do_not_load),
	    T(nothing_outside_is_read_or_written),
	    T(runaway_sheets_stop),
	    T(drawings_hold_their_bytes),
	    T(siblings_know_their_places),
	    T(siblings_differ_by_an_attribute),
	    T(siblings_know_each_other),
	    T(outputs_are_linear),
	    T(patterns_are_linear),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
