/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include <libxml/parser.h>

#include "base/file.h"
#include "base/xml_walk.h"
#include "report/report_ask.h"
#include "report/report_xml.h"

#define SAMPLE "tests/golden/report/full.xml"
#define WRAP(inner) "<report xmlns='urn:rapporteur:report:1'><body>" inner "</body></report>"
#define TRACED(trace) WRAP("<p xmlns:t='urn:rapporteur:trace:1' t:" trace ">x</p>")

struct bench {
	struct arena *arena;
	struct diag *diag;
	struct report *report;
};

static int
setup(void **state)
{
	struct bench *b = xcalloc(1, sizeof *b);
	b->arena = arena_new();
	b->diag = diag_new();
	b->report = report_new(b->arena, "draft.txt");
	*state = b;
	return 0;
}

static int
teardown(void **state)
{
	struct bench *b = *state;
	arena_free(b->arena);
	diag_free(b->diag);
	free(b);
	return 0;
}

static struct rep_node *
text(struct bench *b, struct rep_node *parent, const char *s)
{
	return rep_text(b->report, parent, span_of(s), 0, (uint32_t)strlen(s), FATE_PLACED);
}

static struct rep_node *
leaf(struct bench *b, enum rep_kind kind, struct rep_node *parent, const char *s)
{
	struct rep_node *n = rep_new(b->report, kind, parent);
	text(b, n, s);
	return n;
}

static void
small_tree(struct bench *b)
{
	rep_set(b->report, b->report->root, "lang", "es");
	struct rep_node *head = rep_new(b->report, REP_HEAD, b->report->root);
	rep_set(b->report, head, "lang", "es");
	struct rep_node *body = rep_new(b->report, REP_BODY, b->report->root);
	struct rep_node *s = rep_new(b->report, REP_SECTION, body);
	leaf(b, REP_NUM, s, "II.");
	leaf(b, REP_HEADING, s, "Lamps & <ladders>");
	struct rep_node *sub = rep_new(b->report, REP_SECTION, s);
	leaf(b, REP_NUM, sub, "A.");
	struct rep_node *para = rep_new(b->report, REP_PARA, sub);
	para->line_from = 12;
	para->line_to = 15;
	para->rule = "para.arabic";
	para->conf = 0.876f;
	leaf(b, REP_NUM, para, "12.");
	struct rep_node *p = leaf(b, REP_P, para, "Text\x01");
	struct rep_node *note = rep_new(b->report, REP_NOTE, p);
	rep_set(b->report, note, "mark", "3");
	leaf(b, REP_P, note, "Why.");
	text(b, p, " goes on.");
	rep_new(b->report, REP_PARA, sub);
	leaf(b, REP_NUM, sub->last, "12.");
	report_number_ids(b->report);
}

static void
names_and_kinds_agree(void **state)
{
	(void)state;
	for (enum rep_kind k = 0; k < REP_KINDS; k++)
		assert_int_equal(rep_find(rep_name(k)), k);
	assert_int_equal(rep_find("nonsense"), REP_KINDS);
	assert_int_equal(rep_class(REP_NOTE), REP_CLASS_I);
}

static void
nodes_move_and_split(void **state)
{
	struct bench *b = *state;
	struct rep_node *p = rep_new(b->report, REP_P, b->report->root);
	struct rep_node *one = text(b, p, "one two"), *x = text(b, p, "X");
	struct rep_node *two = rep_split(b->report, one, 3);
	assert_true(span_is(one->text, "one"));
	assert_true(span_is(two->text, " two"));
	assert_int_equal(two->off, 3);
	assert_int_equal(one->off_n + two->off_n, 7);
	rep_insert_before(one, x);
	rep_insert_after(two, one);
	rep_insert_after(two, one); /* already there */
	struct buf out = {0};
	rep_text_of(b->report->root, &out);
	assert_string_equal(out.data, "X twoone");
	buf_free(&out);
	rep_detach(x);
	assert_ptr_equal(p->first, two);
	assert_ptr_equal(p->last, one);
	assert_null(rep_next(p, one));
}

static void
ids_come_from_printed_numbers(void **state)
{
	struct bench *b = *state;
	small_tree(b);
	struct rep_node *s = b->report->root->last->first, *sub = s->last;
	assert_string_equal(s->id, "sec-II");
	assert_string_equal(sub->id, "sec-II-A");
	assert_string_equal(sub->last->prev->id, "para-12");
	assert_string_equal(sub->last->id, "sec-II-A-para-12");
	assert_string_equal(sub->last->prev->last->first->next->id, "note-3");
	assert_string_equal(s->first->id, "sec-II-num1");
}

static void
ids_stay_linear_in_hostile_trees(void **state)
{
	struct bench *b = *state;
	struct rep_node *deep = b->report->root;
	for (int i = 0; i < 20000; i++)
		deep = rep_new(b->report, REP_QUOTE, deep);
	struct rep_node *body = rep_new(b->report, REP_BODY, b->report->root);
	for (int i = 0; i < 20000; i++)
		leaf(b, REP_NUM, rep_new(b->report, REP_PARA, body), "1.");
	report_number_ids(b->report);
	assert_true(strlen(deep->id) < 200);
	assert_string_equal(body->last->id, "para-1_20000");
	assert_true(arena_used(b->arena) < (40u << 20));
}

static void
writing_adds_no_text(void **state)
{
	struct bench *b = *state;
	small_tree(b);
	struct buf xml = {0}, want = {0}, got = {0};
	report_write(b->report, &xml);
	assert_non_null(strstr(xml.data, "<report xmlns=\"urn:rapporteur:report:1\" xmlns:t=\"urn:rapporteur:trace:1\" "
	                                 "xml:lang=\"es\""));
	assert_non_null(strstr(xml.data, "<head lang=\"es\""));
	assert_non_null(strstr(xml.data, "t:src=\"12-15\" t:rule=\"para.arabic\" t:conf=\"0.88\""));
	assert_non_null(strstr(xml.data, ">Text\xEF\xBF\xBD<note mark=\"3\""));
	xmlDoc *doc = report_load(buf_span(&xml), "out.xml", b->diag);
	assert_non_null(doc);
	assert_true(report_validate(doc, "out.xml", b->diag));
	assert_int_equal(diag_count(b->diag), 0);
	rep_text_of(b->report->root, &want);
	xmlChar *content = xmlNodeGetContent(xmlDocGetRootElement(doc));
	for (const char *s = want.data; *s != '\0'; s++)
		if (*s == '\x01')
			buf_addu(&got, 0xFFFD);
		else
			buf_addc(&got, *s);
	assert_string_equal((char *)content, got.data);
	xmlFree(content);
	xmlFreeDoc(doc);
	buf_free(&xml);
	buf_free(&want);
	buf_free(&got);
}

static void
dump_shows_rules_and_text(void **state)
{
	struct bench *b = *state;
	small_tree(b);
	struct buf out = {0};
	report_dump(b->report, &out);
	assert_non_null(strstr(out.data, "\n        para [12-15] {para.arabic 0.88}\n"));
	assert_non_null(strstr(out.data, "\n          num\n            \"12.\"\n"));
	buf_free(&out);
}

/* The id of the first message of loading and checking xml, kept alone; "" when there is none. */
static const char *
verdict(struct bench *b, const char *xml)
{
	diag_free(b->diag);
	b->diag = diag_new();
	xmlDoc *doc = report_load(span_of(xml), "t.xml", b->diag);
	if (doc != NULL)
		report_validate(doc, "t.xml", b->diag);
	xmlFreeDoc(doc);
	return diag_count(b->diag) > 0 ? diag_id(diag_at(b->diag, 0)->code) : "";
}

static void
faults_are_told_apart(void **state)
{
	struct bench *b = *state;
	assert_string_equal(verdict(b, WRAP("<p>x</p>")), "");
	assert_string_equal(verdict(b, WRAP("<p>x</q>")), "XML-SYNTAX");
	assert_string_equal(verdict(b, ""), "XML-SYNTAX");
	assert_string_equal(verdict(b, WRAP("<p>&nbsp;</p>")), "XML-DOCTYPE");
	assert_string_equal(verdict(b, WRAP("<p><unknown/></p>")), "REPORT-SCHEMA");
	assert_string_equal(verdict(b, WRAP("<p xml:id='a'>x</p><p xml:id='a'>y</p>")), "REPORT-ID");
	assert_string_equal(verdict(b, WRAP("<p><ref href='#no'>x</ref></p>")), "REPORT-HREF");
	assert_string_equal(verdict(b, WRAP("<p> </p>")), "REPORT-EMPTY");
	assert_string_equal(verdict(b, WRAP("stray")), "REPORT-SCHEMA");
	assert_string_equal(verdict(b, TRACED("src='12'")), "");
	assert_string_equal(verdict(b, TRACED("src='7-12' t:rule='p' t:conf='0.5' t:alt='x' t:why='y'")), "");
	assert_string_equal(verdict(b, TRACED("rule='p' t:conf='1.00'")), "");
	static const char *const bad[] = {
	    TRACED("src='0'"), TRACED("src='3-'"), TRACED("src='3-4-5'"), TRACED("src='x'"),
	    TRACED("rule='p' t:conf='1.01'"), TRACED("rule='p' t:conf='2'"), TRACED("rule='p' t:conf='-0.1'"),
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_string_equal(verdict(b, bad[i]), "REPORT-TRACE");
	assert_string_equal(verdict(b, TRACED("rule='p'")), "REPORT-SCHEMA");
	assert_string_equal(verdict(b, TRACED("rule='p' t:conf='much'")), "REPORT-SCHEMA");
	assert_string_equal(verdict(b, "<report xmlns='urn:other'><body/></report>"), "REPORT-SCHEMA");
}

static void
places_are_lines_and_columns(void **state)
{
	struct bench *b = *state;
	verdict(b, "<report xmlns='urn:rapporteur:report:1'>\n<body>\n<p>&foo;</p></body></report>");
	assert_int_equal(diag_at(b->diag, 0)->pos.line, 3);
	assert_true(diag_at(b->diag, 0)->pos.col > 1);
	assert_string_equal(diag_at(b->diag, 0)->pos.file, "t.xml");
	verdict(b, "<report xmlns='urn:rapporteur:report:1'>\n<body>\n<p><bad/></p></body></report>");
	assert_int_equal(diag_at(b->diag, 0)->pos.line, 3);
}

static void
entities_are_never_read(void **state)
{
	struct bench *b = *state;
	assert_string_equal(verdict(b, "<!DOCTYPE report [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" WRAP("<p>&x;</p>")),
	    "XML-DOCTYPE");
	assert_string_equal(verdict(b, "<!DOCTYPE report SYSTEM 'http://127.0.0.1:9/x.dtd'>" WRAP("<p>x</p>")),
	    "XML-DOCTYPE");
	assert_string_equal(verdict(b, "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
	                               "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>" WRAP("<p>&c;</p>")),
	    "XML-DOCTYPE");
	assert_int_equal(diag_count(b->diag), 1);
}

static void
missing_ids_are_given(void **state)
{
	struct bench *b = *state;
	xmlDoc *doc = report_load(span_of(WRAP("<para xml:id='new_n1'><num>1.</num><p>x</p></para><para><p>y</p></para>")),
	    "t.xml",
	    b->diag);
	xmlNode *last = xmlDocGetRootElement(doc)->children->last;
	xmlChar *id = xmlGetNsProp(last, (const xmlChar *)"id", XML_XML_NAMESPACE);
	assert_string_equal((char *)id, "new_n2");
	xmlFree(id);
	xmlFreeDoc(doc);
}

/* What the outputs of a draft are made from: no trace, lines of the draft, and no table of ids in libxml2. */
static void
made_reports_are_slim(void **state)
{
	static const char xml[] =
	    "<report xmlns='urn:rapporteur:report:1' xmlns:t='urn:rapporteur:trace:1' xml:id='report'>\n"
	    " <body t:src='7-70000' t:rule='part.body' t:conf='1.00'>\n"
	    "  <para xml:id='para-1' t:src='12-15' t:rule='para.arabic' t:conf='0.88' t:why='so'>\n"
	    "   <num>1.</num>\n   <p xml:id='p-1'>Bells <emph>and</emph> <strong t:src='14'>ropes</strong></p>\n  </para>\n"
	    "  <p t:rule='p&amp;p' xml:id='p-2' t:src='69999'><link t:why='&amp;' href='u?a&amp;b'>The "
	    "end.</link></p>\n </body>\n</report>\n";
	struct bench *b = *state;
	struct buf got = {0};
	xmlDoc *doc = report_load_made(span_of(xml), "t.xml", b->diag);

	assert_non_null(doc);
	assert_null(doc->ids);
	for (xmlNode *root = xmlDocGetRootElement(doc), *n = root; n != NULL; n = xml_next(root, n)) {
		if (n->type == XML_ELEMENT_NODE)
			buf_printf(&got, "<%s:%u", (const char *)n->name, n->line);
		for (const xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL; a != NULL; a = a->next)
			buf_printf(&got, " %s", (const char *)a->children->content);
		if (n->type == XML_ELEMENT_NODE)
			buf_addc(&got, '>');
		else
			buf_printf(&got, "%s:%u", (const char *)n->content, n->line);
	}
	assert_string_equal(got.data, "<report:0 report><body:7><para:12 para-1><num:12>1.:12<p:12 "
	    "p-1>Bells :12<emph:12>and:12"
	                              " :12<strong:14>ropes:14<p:65535 p-2><link:65535 u?a&b>The end.:65535");
	buf_free(&got);
	xmlFreeDoc(doc);
}

static void
depth_and_size_are_bounded(void **state)
{
	struct bench *b = *state;
	struct buf xml = {0};
	for (int i = 0; i < 100000; i++)
		buf_adds(&xml, "<quote>");
	assert_string_equal(verdict(b, xml.data), "LIMIT-DEPTH");
	assert_null(report_load((struct span){"<", (size_t)FILE_LIMIT_BYTES + 1}, "big.xml", b->diag));
	assert_string_equal(diag_id(diag_at(b->diag, 1)->code), "LIMIT-SIZE");
	xml.n = 0;
	buf_adds(&xml, "<report xmlns='urn:rapporteur:report:1'><body><p>");
	for (int i = 0; i < 1100000; i++)
		buf_adds(&xml, "ten bytes ");
	buf_adds(&xml, "</p></body></report>");
	assert_null(report_load(buf_span(&xml), "long.xml", b->diag));
	assert_string_equal(diag_id(diag_at(b->diag, 2)->code), "LIMIT-SIZE");
	buf_free(&xml);
}

/* Processor time of checking body with unit repeated in it; the better of three. */
static double
check_seconds(struct bench *b, const char *before, const char *unit, int times, const char *after)
{
	struct buf xml = {0};
	buf_adds(&xml, "<report xmlns='urn:rapporteur:report:1'>");
	buf_adds(&xml, before);
	for (int i = 0; i < times; i++)
		buf_adds(&xml, unit);
	buf_printf(&xml, "%s</report>", after);
	xmlDoc *doc = report_load(buf_span(&xml), "t.xml", b->diag);
	assert_non_null(doc);
	double best = 1e9;
	for (int i = 0; i < 3; i++) {
		clock_t start = clock();
		report_validate(doc, "t.xml", b->diag);
		double s = (double)(clock() - start) / CLOCKS_PER_SEC;
		best = s < best ? s : best;
	}
	xmlFreeDoc(doc);
	buf_free(&xml);
	return best;
}

#define TRIES 5 /* what is squared is slow each time, what other programs hold up is not */

/* libxml2 does not tell what it does; eight times as many would take 64 times as long if it were squared. */
static void
checking_is_linear_in_siblings(void **state)
{
	static const struct {
		const char *before, *unit, *after;
	} many[] = {
	    {"<body>", "<p>x</p>", "</body>"},
	    {"<body>", "<pagebreak/>", "</body>"},
	    {"<body>", "<pagebreak/>", "<p>x</p></body>"},
	    {"<body/><annex>", "<pagebreak/>", "</annex>"},
	    {"<body/><annex>", "<p>x</p>", "</annex>"},
	    {"<body><table><row><cell>", "<p>x</p>", "</cell></row></table></body>"},
	    {"<body><table><row><cell>", "<pagebreak/>", "x</cell></row></table></body>"},
	    {"<body>", "<section><heading>x</heading></section>", "</body>"},
	    {"<body>", "<p wrong='1'>x</p>", "</body>"},
	    {"<body>", "<figure><caption>x</caption></figure>", "</body>"},
	    {"<body>", "<figure src='x.png'/>", "</body>"},
	    {"<body><figure>", "<caption>x</caption>", "</figure></body>"},
	    {"<body>", "<table><row><cell>x</cell></row></table>", "</body>"},
	    {"<body>", "<quote><p>x</p></quote>", "</body>"},
	    {"<body>", "<p>x<note mark='1'><p>y</p></note></p>", "</body>"},
	};
	struct bench *b = *state;
	check_seconds(b, "<body>", "<p>x</p>", 1, "</body>"); /* the schema is parsed once */
	for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
		double one, eight;
		int tries = 0;
		do {
			one = check_seconds(b, many[i].before, many[i].unit, 2500, many[i].after);
			eight = check_seconds(b, many[i].before, many[i].unit, 20000, many[i].after);
		} while (eight > 24 * one + 0.02 && ++tries < TRIES);
		if (tries == TRIES)
			fail_msg("%s in %s: %.4f s for 2,500, %.4f s for 20,000", many[i].unit, many[i].before, one, eight);
	}
}

/* Page breaks may stand before, between and after the parts of a body, an annex and a cell. */
static void
page_breaks_may_stand_anywhere(void **state)
{
	static const char *const good[] = {
	    "<body><pagebreak/><title>x</title><pagebreak/><p>x</p><pagebreak/></body>",
	    "<body><pagebreak/><pagebreak/><subtitle>x</subtitle><kindLine>x</kindLine></body>",
	    "<body><kindLine>x</kindLine><pagebreak/></body>",
	    "<body><pagebreak/><p>x</p><pagebreak/><section><pagebreak/></section></body>",
	    "<body/><annex><pagebreak/><label>x</label><field>x</field><title>x</title><pagebreak/><p>x</p></annex>",
	    "<body/><annex><title>x</title><pagebreak/></annex><annex><pagebreak/><annex><label>x</label></annex></annex>",
	    ("<body><table><row><cell><pagebreak/>x<pagebreak/></cell><cell><p>x</p><pagebreak/></cell>"
	     "<cell/></row></table></body>"),
	}, *const bad[] = {
	    "<body><p>x</p><title>x</title></body>",
	    "<body><title>x</title><title>x</title></body>",
	    "<body/><annex><p>x</p><label>x</label></annex>",
	    "<body/><annex><title>x</title><label>x</label></annex>",
	    "<body><table><row><cell>x<p>x</p></cell></row></table></body>",
	};
	struct bench *b = *state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_string_equal(verdict(b, arena_printf(b->arena, "<report xmlns='urn:rapporteur:report:1'>%s</report>",
		    good[i])), "");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_string_equal(verdict(b, arena_printf(b->arena, "<report xmlns='urn:rapporteur:report:1'>%s</report>", bad[i])),
		    "REPORT-SCHEMA");
}

static void
other_text_is_seen(void **state)
{
	struct bench *b = *state;
	xmlDoc *doc = report_load(span_of(WRAP("<p>One two <emph>three</emph></p>")), "t.xml", b->diag);
	assert_true(report_same_text(doc, "out", span_of(" One\ntwothree "), b->diag));
	assert_int_equal(diag_count(b->diag), 0);
	assert_false(report_same_text(doc, "out", span_of("One two"), b->diag));
	assert_false(report_same_text(doc, "out", span_of("One two three four"), b->diag));
	assert_int_equal(diag_count(b->diag), 2);
	assert_string_equal(diag_id(diag_at(b->diag, 0)->code), "REPORT-TEXT");
	xmlFreeDoc(doc);
}

static void
sample_is_valid_and_uses_every_element(void **state)
{
	struct bench *b = *state;
	struct span xml;
	assert_true(file_read(b->arena, SAMPLE, &xml, b->diag));
	xmlDoc *doc = report_load(xml, SAMPLE, b->diag);
	assert_non_null(doc);
	assert_true(report_validate(doc, SAMPLE, b->diag));
	assert_int_equal(diag_count(b->diag), 0);
	for (enum rep_kind k = 0; k < REP_TEXT; k++) {
		struct buf tag = {0};
		buf_printf(&tag, "<%s", rep_name(k));
		if (span_find(xml, buf_span(&tag)) == SIZE_MAX)
			fail_msg("the sample does not use %s", rep_name(k));
		buf_free(&tag);
	}
	xmlFreeDoc(doc);
}

/* Every element and attribute says what it is; an element shows an example of itself. */
static void
schema_explains_itself(void **state)
{
	struct bench *b = *state;
	xmlDoc *schema = xmlReadFile(data_path(b->arena, "schemas/report.rng"), NULL, XML_PARSE_NONET);
	unsigned elements = 0, attributes = 0;
	assert_non_null(schema);
	for (xmlNode *n = xmlDocGetRootElement(schema); n != NULL;) {
		bool element = n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "element") == 0;
		bool attribute = n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "attribute") == 0;
		if (element || attribute) {
			xmlNode *first = xmlFirstElementChild(n);
			xmlChar *name = xmlGetProp(n, (const xmlChar *)"name"), *text = first != NULL ? xmlNodeGetContent(first) : NULL;
			if (text == NULL || strcmp((const char *)first->name, "documentation") != 0 || text[0] == '\0')
				fail_msg("%s has no documentation", (const char *)name);
			if (element && strstr((const char *)text, arena_printf(b->arena, "<%s", (const char *)name)) == NULL)
				fail_msg("%s has no example", (const char *)name);
			elements += element;
			attributes += attribute;
			xmlFree(name);
			xmlFree(text);
		}
		if (n->children != NULL && n->type == XML_ELEMENT_NODE) {
			n = n->children;
			continue;
		}
		while (n != NULL && n->next == NULL)
			n = n->parent != NULL && n->parent->type == XML_ELEMENT_NODE ? n->parent : NULL;
		n = n != NULL ? n->next : NULL;
	}
	assert_int_equal(elements, REP_TEXT);
	assert_true(attributes > 40);
	xmlFreeDoc(schema);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(names_and_kinds_agree),
	    T(nodes_move_and_split),
	    T(ids_come_from_printed_numbers),
	    T(ids_stay_linear_in_hostile_trees),
	    T(writing_adds_no_text),
	    T(dump_shows_rules_and_text),
	    T(faults_are_told_apart),
	    T(places_are_lines_and_columns),
	    T(entities_are_never_read),
	    T(missing_ids_are_given), T(made_reports_are_slim),
	    T(depth_and_size_are_bounded),
	    T(checking_is_linear_in_siblings),
	    T(page_breaks_may_stand_anywhere),
	    T(other_text_is_seen),
	    T(sample_is_valid_and_uses_every_element),
	    T(schema_explains_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
