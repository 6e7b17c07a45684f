/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>

#include "akn/akn.h"
#include "unit/squeeze.h"
#include "unit/transformed.h"

#define SCHEMA "../shared/standards/akomantoso30.xsd"
#define REPORT(attrs, inner) "<report xmlns='urn:rapporteur:report:1' " attrs ">" inner "</report>"

static void
convert(struct bench *b, struct span xml)
{
	transform(b, "report-to-akn", xml);
}

static void
convert_sample(struct bench *b)
{
	transform_sample(b, "report-to-akn");
}

static xmlSchema *
official_schema(void)
{
	if (access(SCHEMA, R_OK) != 0)
		return NULL;
	xmlSchemaParserCtxt *p = xmlSchemaNewParserCtxt(SCHEMA);
	xmlSchema *s = xmlSchemaParse(p);
	xmlSchemaFreeParserCtxt(p);
	return s;
}

static void
output_follows_the_official_schema(void **state)
{
	static const char *const reports[] = {
	    REPORT("kind='resolution'", "<head symbol='A/RES/99/1' date='2044-01-02' lang='fr'><title>T</title></head>"
	        "<body><preamble><chapeau>C,</chapeau><clause><p>R,</p></clause></preamble>"
	        "<para kind='operative'><num>1.</num><p>D.</p></para><adoption>9th</adoption><adoption>2 "
	        "May</adoption></body>"),
	    REPORT("kind='resolution'", "<head symbol='A/RES/99/1' date='2044-01-02' lang='en'><distribution "
	        "value='general'>D</distribution><kindLine iso='2044-01-01'>K</kindLine><field name='proponent'>P "
	        "<note mark='1'><p>N</p></note></field><title>99/1. T<note mark='2'><p>N</p></note></title></head><body>"
	        "<section xml:id='sec-1'><heading>H</heading><p>In <ref xml:id='r_2' symbol='A/RES/98/4 B' "
	        "date='2043-03-04'>98/4 B</ref></p><adoption kind='date' iso='2044-01-01'>1 May</adoption><p>x</p></section>"
	        "<adoption kind='meeting'>9th</adoption><adoption kind='date' iso='2044-01-01'>1 "
	        "January<note mark='3'><p>N</p></note></adoption></body><annex><p>In <ref xml:id='s' "
	        "symbol='S/RES/2707(2023)' date='2023-11-14'>2707</ref></p></annex>"),
	    REPORT("", "<head symbol='S/PRST/2044/7' date='2044-01-02'><title>T</title></head><body><p>x</p></body>"),
	    REPORT("kind='decision'", "<head symbol='E/DEC/2044/7' date='2044-01-02'><title>T</title></head><body><vote "
	        "kind='for'><p>For:</p><p>A.</p></vote></body>"),
	    REPORT("", "<body/>"),
	    REPORT("", "<body><signature><p>A. B.</p></signature></body>"),
	    REPORT("kind='record' xml:lang='ar'",
	        "<body><speech><speaker>S</speaker><para><num>1.</num><p>x</p></para></speech>"
	        "<list><item><p>i</p></item></list></body><annex/><annex><annex><p>x</p></annex></annex>"),
	    REPORT("xml:lang='en'", "<body><p>x</p></body><annex xml:lang='ru'><title>T</title><p>x</p></annex>"),
	    REPORT("kind='letter'", "<body><quote/><box><heading>H</heading></box><table><row/></table>"
	        "<para xml:id='para-1'><num>1.</num></para>"
	        "<para xml:id='para-1_2'><num>1.</num><list><item/></list><p>after</p></para></body>"),
	};
	struct bench *b = *state;
	xmlSchema *schema = official_schema();
	if (schema == NULL) {
		print_message("the Akoma Ntoso schema is not in ../shared\n");
		skip();
	}
	xmlSchemaValidCtxt *v = xmlSchemaNewValidCtxt(schema);
	convert_sample(b);
	assert_int_equal(xmlSchemaValidateDoc(v, b->out), 0);
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
		convert(b, span_of(reports[i]));
		if (xmlSchemaValidateDoc(v, b->out) != 0)
			fail_msg("report %zu gives an invalid document", i);
	}
	xmlSchemaFreeValidCtxt(v);
	xmlSchemaFree(schema);
}

/* The lines of the adoption are one paragraph of the conclusions. */
static void
closes_in_one_paragraph(struct bench *b, const char *report)
{
	convert(b, span_of(report));
	xmlXPathContext *x = xmlXPathNewContext(b->out);
	xmlXPathObject *o = xmlXPathEval((const xmlChar *)
	    "count(//*[local-name()='conclusions']//*[local-name()='p'][.='9th meeting2 May 2044'][*[local-name()='eol']])",
	    x);
	assert_int_equal((int)o->floatval, 1);
	xmlXPathFreeObject(o);
	xmlXPathFreeContext(x);
}

static void
meeting_and_date_close_in_one_paragraph(void **state)
{
	closes_in_one_paragraph(*state, REPORT("kind='resolution'", "<body><para><num>1.</num><p>D.</p></para>"
	    "<adoption>9th meeting</adoption><adoption>2 May 2044</adoption></body>"));
	closes_in_one_paragraph(*state, REPORT("kind='resolution'", "<body><para><num>1.</num><p>D.</p></para>"
	    "<adoption>9th meeting</adoption><pagebreak n='2'/><adoption>2 May 2044</adoption></body>"));
}

static void
sample_passes_our_checks(void **state)
{
	struct bench *b = *state;
	convert_sample(b);
	assert_true(akn_check(b->out, "out", b->diag));
	for (size_t i = 0; i < diag_count(b->diag); i++)
		fail_msg("%s: %s", diag_id(diag_at(b->diag, i)->code), diag_at(b->diag, i)->detail);
}

static void
text_is_that_of_the_report(void **state)
{
	struct bench *b = *state;
	struct buf text = {0};
	convert_sample(b);
	akn_text(b->out, &text);
	xmlChar *want = xmlNodeGetContent(xmlDocGetRootElement(b->in));
	assert_string_equal(squeeze(b->arena, text.data), squeeze(b->arena, (const char *)want));
	xmlFree(want);
	buf_free(&text);
}

static char *
serialized(struct bench *b)
{
	xmlChar *mem;
	int n;
	xmlDocDumpMemory(b->out, &mem, &n);
	char *s = arena_strndup(b->arena, (const char *)mem, (size_t)n);
	xmlFree(mem);
	return s;
}

static void
holds(struct bench *b, const char *const parts[], size_t n)
{
	const char *xml = serialized(b);

	for (size_t i = 0; i < n; i++)
		if (strstr(xml, parts[i]) == NULL)
			fail_msg("missing: %s in %s", parts[i], xml);
}

static void
identifiers_follow_the_numbers(void **state)
{
	struct bench *b = *state;
	static const char *const parts[] = {
	    "<section eId=\"sec_II\">", "<title eId=\"sec_II__title_A\">", "<chapter eId=\"sec_II__title_B__chp_1\">",
	    "<paragraph eId=\"para_2\">", "<point eId=\"para_2__list_1__point_a__list_1__point_ii\">",
	    "<al", "eId=\"para_2__al_2\"", "<paragraph eId=\"sec_II__title_A__dvs_1__para_1\">",
	    "<indent eId=\"sec_II__title_A__dvs_1__para_2__list_1__indent_1\" class=\"bullet\">",
	    "eId=\"att_1__para_1\"", "eId=\"att_1__title_A\"", "eId=\"att_1__ftn_4\" marker=\"4\"",
	    "<ref href=\"#para_4\">", "<attachment eId=\"att_1__att_1\">", "!annex_1/!annex", "name=\"meetingReport\"",
	    "/akn/un/debateReport/report/un-ga-ac999/2044-08-03/A-AC.999-2044-7/eng@/!main.xml",
	    "marker=\"3\" status=\"incomplete\"",
	};
	convert_sample(b);
	char *xml = serialized(b);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strstr(xml, parts[i]) == NULL)
			fail_msg("missing: %s", parts[i]);
}

/* An item of a toc leads somewhere; the heads of its columns and what names nothing here are paragraphs. */
static void
items_of_contents_lead_somewhere(void **state)
{
	struct bench *b = *state;
	static const char *const parts[] = {
	    "<p>Chapter</p><toc eId=\"preface__container_c1__toc_2\"><tocItem level=\"1\" href=\"#sec_I\">I. One 2</tocItem>"
	    "<tocItem level=\"2\" href=\"#sec_II\">II. Two 3</tocItem></toc><p>III. Three 4</p>"
	    "<toc eId=\"preface__container_c1__toc_4\"><tocItem level=\"1\" href=\"#sec_II\">Two 5</tocItem></toc><p>Page</p>",
	};
	convert(b, span_of(REPORT("kind='report'", "<head symbol='A/99/1' lang='en' date='2044-01-02'><title>T</title>"
	    "</head><contents><entry>Chapter</entry><entry href='#sec-I'>I. One 2</entry>"
	    "<entry level='2' href='#sec-II'>II. Two 3</entry><entry level='1'>III. Three 4</entry>"
	    "<entry href='#sec-II'>Two 5</entry><p>Page</p></contents><body><section xml:id='sec-I'><num>I.</num>"
	    "<heading>One</heading><p>x</p></section><section xml:id='sec-II'><num>II.</num><heading>Two</heading><p>y</p>"
	    "</section></body>")));
	holds(b, parts, sizeof parts / sizeof *parts);
}

/* The first message akn_check has for the sample after `from` was replaced by `to` once. */
static const char *
verdict(struct bench *b, const char *xml, const char *from, const char *to)
{
	const char *at = strstr(xml, from);
	assert_non_null(at);
	char *changed = arena_printf(b->arena, "%.*s%s%s", (int)(at - xml), xml, to, at + strlen(from));
	xmlDoc *doc = xmlReadMemory(changed, (int)strlen(changed), "a.xml", NULL, 0);
	size_t before = diag_count(b->diag);
	bool ok = akn_check(doc, "a.xml", b->diag);
	xmlFreeDoc(doc);
	if (diag_count(b->diag) == before)
		return "";
	const struct diag_message *m = diag_at(b->diag, before);
	assert_int_equal(ok, diag_level_of(m->code) < DIAG_ERROR);
	return diag_id(m->code);
}

static void
organizations_have_names_and_notes_their_sender(void **state)
{
	static const char *const parts[] = {
	    "<TLCOrganization eId=\"un\" href=\"/akn/ontology/organization/un/un\" showAs=\"Naciones Unidas\"/>",
	    "href=\"/akn/ontology/organization/un/un-ga\" showAs=\"Asamblea General\"",
	    "href=\"/akn/ontology/organization/un/un-sg\" showAs=\"Secretario General\"",
	    "<FRBRuri value=\"/akn/un/doc/communication/un-sg/2044-08-03/A-99-321\"/>",
	    "<FRBRuri value=\"/akn/un/debateReport/report/un-ga/2044-08-03/A-99-321\"/>",
	};
	struct bench *b = *state;
	convert(b, span_of(REPORT("xml:lang='es'", "<head symbol='A/99/321' date='2044-08-03'/>"
	    "<front kind='note'><heading>Nota del Secretario General</heading><p>x</p></front><body>"
	    "<title>Informe del Grupo de Trabajo sobre Campanas</title><p>y</p></body>")));
	char *xml = serialized(b);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strstr(xml, parts[i]) == NULL)
			fail_msg("missing: %s", parts[i]);
}

/* Reports of bodies about their sittings are debateReports; those of officers, and notes and agendas, are not. */
static void
documents_are_of_their_class(void **state)
{
	static const struct { const char *head, *kind, *want; } cases[] = {
	    {"<title>Report of the Committee on Bells</title>", "report", "<debateReport name=\"meetingReport\""},
	    {"<bodyName>B</bodyName><title>Report on the ninth session</title>", "report", "<debateReport"},
	    {"<bodyName>B</bodyName><title>Draft report</title>", "report", "<debateReport"},
	    {"<title>Bells</title><kindLine>Report of the Fifth Committee</kindLine>", "report", "<debateReport"},
	    {"<bodyName>B</bodyName><title>Bells</title><kindLine>Report of the Secretary-General</kindLine>", "report",
	     "<doc name=\"progressReport\""},
	    {"<title>Report on the recommendations that were once made and are still open of the Bell Board</title>",
	     "report", "<doc name=\"progressReport\""},
	    {"<bodyName>B</bodyName><title>Provisional agenda</title>", "report", "<doc name=\"paper\""},
	    {"<title>Draft decision submitted by the President</title>", "report", "<statement name=\"decisionDraft\""},
	    {"<title>Bells</title>", "note", "<doc name=\"note\""},
	};
	struct bench *b = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *report = arena_printf(b->arena, REPORT("xml:lang='en' kind='%s'", "<head symbol='A/99/3' "
		    "date='2044-01-02'>%s</head><body><p>x</p></body>"), cases[i].kind, cases[i].head);
		convert(b, span_of(report));
		char *xml = serialized(b);
		if (strstr(xml, cases[i].want) == NULL)
			fail_msg("%s gave %.200s", cases[i].head, xml);
	}
}

/* "Chapter I" is a chapter, other words with numbers are parts; a symbol's dashes and stars are none of the number. */
static void
chapters_and_joint_symbols(void **state)
{
	static const char *const parts[] = {
	    "<chapter eId=\"chp_ChapterI\"><num>Chapter I</num><heading>B</heading>", "<part eId=\"part_Programme2\">",
	    "<FRBRnumber value=\"A-99-3-E-2044-5\"", "<doc name=\"paper\"",
	};
	struct bench *b = *state;
	convert(b, span_of(REPORT("xml:lang='en' kind='report'", "<head symbol='A/99/3*−E/2044/5' date='2044-01-02'>"
	    "<title>Agenda</title></head><body><section xml:id='sec-Chapter-I' style='word'><num>Chapter I</num>"
	    "<heading>B</heading><p>x</p></section>"
	    "<section xml:id='sec-Programme-2' style='word'><num>Programme 2</num>"
	    "<heading>B</heading><p>x</p></section></body>")));
	holds(b, parts, sizeof parts / sizeof *parts);
}

/* A resolution is a work of its adoption, told by its number; those that it cites with their days are works, too. */
static void
resolutions_are_works_of_their_adoption(void **state)
{
	static const char *const parts[] = {
	    "<FRBRuri value=\"/akn/un/statement/deliberation/un-ga/2044-05-03/98-512B\"/>"
	    "<FRBRdate date=\"2044-05-03\" name=\"adoption\"/>",
	    "/eng@\"/><FRBRdate date=\"2044-06-09\" name=\"publication\"/>",
	    "<FRBRnumber value=\"98-512B\" showAs=\"A/RES/98/512 B\"/>",
	    "<docNumber>98/512.</docNumber> <docTitle>Bells</docTitle>",
	    "<docProponent>[on the report of a committee]</docProponent>",
	    "<inline name=\"akn4un:distribution\" refersTo=\"#generalDistribution\">",
	    "<division eId=\"dvs_1\">",
	    "<ref eId=\"ref_r.2\" href=\"/akn/un/statement/deliberation/un-sc/2023-11-14/2707-2023\">2707 (2023)</ref>",
	    "<alternativeReference for=\"#ref_r.2\" href=\"https://docs.un.org/en/S/RES/2707(2023)\"/>",
	    "<p><inline name=\"akn4un:adoptionMeeting\">45th meeting</inline><eol/>"
	    "<docDate date=\"2044-05-03\" refersTo=\"#dateOfAdoption\">3 May 2044</docDate></p>",
	};
	struct bench *b = *state;
	convert(b, span_of(REPORT("xml:lang='en' kind='resolution'", "<head symbol='A/RES/98/512 B' date='2044-06-09'>"
	    "<distribution value='general'>Distr.: General</distribution><field name='proponent'>[on the report of a "
	    "committee]</field><title>98/512. Bells</title></head><body><section xml:id='sec-1'><heading>H</heading>"
	    "<p>See <ref xml:id='r_2' symbol='S/RES/2707(2023)' date='2023-11-14'>2707 (2023)</ref>.</p></section>"
	    "<adoption kind='meeting'>45th meeting</adoption><adoption kind='date' iso='2044-05-03'>3 May 2044</adoption>"
	    "</body>")));
	holds(b, parts, sizeof parts / sizeof *parts);
	assert_true(akn_check(b->out, "out", b->diag));
}

/* An annex in another language is a component in that language. */
static void
annexes_say_their_language(void **state)
{
	static const char *const parts[] = {
	    "<FRBRlanguage language=\"eng\"/>", "/2044-08-03/A-99-321/eng@/!main\"", "<FRBRlanguage language=\"rus\"/>",
	    "/2044-08-03/A-99-321/rus@/!annex\"", "<mainBody eId=\"att_1__body\" xml:lang=\"ru\">",
	};
	struct bench *b = *state;
	convert(b, span_of(REPORT("xml:lang='en'", "<head symbol='A/99/321' date='2044-08-03'/><body><p>y</p></body>"
	    "<annex xml:lang='ru'><p>x</p></annex>")));
	char *xml = serialized(b);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strstr(xml, parts[i]) == NULL)
			fail_msg("missing: %s", parts[i]);
}

/* A symbol says that the paper is what a council stated by its president. */
static void
statement_of_a_president(void **state)
{
	struct bench *b = *state;

	convert(b, span_of(REPORT("xml:lang='en'", "<head symbol='S/PRST/2044/7' date='2044-01-02'><title>T</title></head>"
	    "<body><p>x</p></body>")));
	char *xml = serialized(b);
	assert_non_null(strstr(xml, "<statement name=\"presidentialStatement\""));
	assert_non_null(strstr(xml, "/akn/un/statement/deliberation/"));
}

static void
pages_between_blocks_are_marked_in_the_words_that_follow(void **state)
{
	static const char *const parts[] = {
	    "<num><eop number=\"2\"/>I.</num>", "<num><eop number=\"3\"/><eop number=\"4\"/>1.</num>",
	    "<p>before <eop number=\"5\"/>after</p>", "<p><eop number=\"6\"/>next</p>", "<num><eop number=\"7\"/>(b)</num>",
	};
	struct bench *b = *state;
	convert(b, span_of(REPORT("xml:lang='en'", "<body><pagebreak n='2'/><section><num>I.</num><heading>H</heading>"
	    "<pagebreak n='3'/><pagebreak n='4'/><para><num>1.</num><p>before <pagebreak n='5'/>after</p><pagebreak "
	    "n='6'/><p>next</p>"
	    "<list><item><num>(a)</num><p>a</p></item><pagebreak n='7'/><item><num>(b)</num><p>b</p></item></list></para>"
	    "</section></body>")));
	holds(b, parts, sizeof parts / sizeof *parts);
}

static void
mutations_are_found(void **state)
{
	struct bench *b = *state;
	convert_sample(b);
	const char *x = serialized(b);
	assert_string_equal(verdict(b, x, "eId=\"sec_II\"", "eId=\"sec_II\""), "");
	assert_string_equal(verdict(b, x, "eId=\"sec_II\"", "eId=\"sec_I\""), "AKN-EID");
	assert_string_equal(verdict(b, x, "eId=\"sec_II\"", "eId=\"sec__\""), "AKN-EID");
	assert_string_equal(verdict(b, x, "href=\"#para_4\"", "href=\"#para_77\""), "AKN-HREF");
	assert_string_equal(verdict(b, x, "<p>It is tall.</p>", "<p/>"), "AKN-EMPTY");
	assert_string_equal(verdict(b, x, "FRBRdate date=\"2044-08-03\"", "FRBRdate date=\"2044-08-04\""), "AKN-FRBR");
	assert_string_equal(verdict(b, x, "FRBRuri value=\"/akn/un/documentCollection", "FRBRuri value=\"/akn/un/doc"),
	    "AKN-FRBR");
	assert_string_equal(verdict(b, x, "language=\"eng\"", "language=\"en\""), "AKN-LANG");
	assert_string_equal(verdict(b, "<x/>", "<x/>", "<y/>"), "AKN-ROOT");
}

static void
what_is_not_known_is_said(void **state)
{
	struct bench *b = *state;
	convert(b, span_of(REPORT("", "<body><p>x</p></body>")));
	assert_true(akn_check(b->out, "out", b->diag));
	assert_int_equal(diag_count(b->diag), 2);
	assert_string_equal(diag_id(diag_at(b->diag, 0)->code), "AKN-UNKNOWN");
	assert_null(strstr(serialized(b), "<publication"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(output_follows_the_official_schema),
	    T(meeting_and_date_close_in_one_paragraph),
	    T(sample_passes_our_checks),
	    T(text_is_that_of_the_report),
	    T(identifiers_follow_the_numbers),
	    T(items_of_contents_lead_somewhere),
	    T(organizations_have_names_and_notes_their_sender),
	    T(documents_are_of_their_class),
	    T(chapters_and_joint_symbols),
	    T(resolutions_are_works_of_their_adoption),
	    T(annexes_say_their_language),
	    T(statement_of_a_president),
	    T(pages_between_blocks_are_marked_in_the_words_that_follow),
	    T(mutations_are_found),
	    T(what_is_not_known_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
