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

#include <libxml/parser.h>

#include "base/file.h"
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
}

/* Processor time of a run over unit repeated in a body; the better of three. */
static double
run_seconds(struct bench *b, const char *sheet, const char *unit, int times)
{
	struct buf xml = {0};
	buf_adds(&xml, "<report xmlns='urn:rapporteur:report:1'><body><p>x</p>");
	for (int i = 0; i < times; i++)
		buf_adds(&xml, unit);
	buf_adds(&xml, "</body></report>");
	read_in(b, buf_span(&xml));
	buf_free(&xml);
	double best = 1e9;
	for (int i = 0; i < 3; i++) {
		xmlDoc *out;
		clock_t start = clock();
		assert_true(xslt_apply(b->arena, sheet, b->in, NULL, &out, b->diag));
		double s = (double)(clock() - start) / CLOCKS_PER_SEC;
		best = s < best ? s : best;
	}
	return best;
}

/* libxslt does not tell what it does; eight times as many would take 64 times as long if it were squared. */
static void
outputs_are_linear_in_siblings(void **state)
{
	static const struct {
		const char *sheet, *unit;
	} many[] = {
	    {"report-to-akn", "<pagebreak n='1'/>"},
	    {"report-to-akn", "<section><heading>x</heading></section>"},
	    {"report-to-xhtml", "<section><heading>x</heading></section>"},
	};
	struct bench *b = *state;
	for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
		double one = run_seconds(b, many[i].sheet, many[i].unit, 1000);
		double eight = run_seconds(b, many[i].sheet, many[i].unit, 8000);
		if (eight > 24 * one + 0.05)
			fail_msg("%s in %s: %.4f s for 1,000, %.4f s for 8,000", many[i].unit, many[i].sheet, one, eight);
	}
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
	    T(siblings_know_their_places),
	    T(outputs_are_linear_in_siblings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
