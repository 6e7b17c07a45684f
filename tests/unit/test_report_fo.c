/* SPDX-License-Identifier: MIT */
/* The FO made of a report: understood without a message, nothing of the report lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml_walk.h"
#include "fo/fo.h"
#include "report/report_xml.h"
#include "xslt/xslt.h"

#define FULL "tests/golden/report/full.xml"

struct made {
	struct arena *arena;
	struct diag *diag;
	xmlDoc *report, *fo;
};

static struct made
make_in(const char *lang, const char *const params[])
{
	struct made m = {.arena = arena_new(), .diag = diag_new()};
	struct span xml;
	const char *path = data_path(m.arena, FULL);
	assert_non_null(path);
	assert_true(file_read(m.arena, path, &xml, m.diag));
	m.report = report_load(xml, FULL, m.diag);
	assert_non_null(m.report);
	if (lang != NULL)
		xmlNodeSetLang(xmlDocGetRootElement(m.report), (const xmlChar *)lang);
	assert_true(xslt_apply(m.arena, "report-to-fo", m.report, params, &m.fo, m.diag));
	return m;
}

static struct made
make(const char *const params[])
{
	return make_in(NULL, params);
}

static void
unmake(struct made *m)
{
	xmlFreeDoc(m->report);
	diag_free(m->diag);
	arena_free(m->arena);
}

static const char *const looks[][5] = {{"style", "un", NULL},
    {"style", "un", "paper", "a4", NULL}, {"style", "book", NULL},
    {"style", "book", "paper", "letter", NULL}};
#define LOOKS (sizeof looks / sizeof *looks)

static void
fo_is_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < LOOKS; i++) {
		struct made m = make(looks[i]);
		assert_non_null(fo_read(m.arena, m.fo, "made.fo", m.diag));
		for (size_t k = 0; k < diag_count(m.diag); k++)
			print_message("%s %s\n", diag_id(diag_at(m.diag, k)->code), diag_at(m.diag, k)->detail);
		assert_int_equal(diag_count(m.diag), 0);
		unmake(&m);
	}
}

/* The cells that reach the last row stand on the rule under the table: "1" for each that does, "0" for the others. */
static void
the_table_ends_under_all_its_columns(void **state)
{
	(void)state;
	struct made m = {.arena = arena_new(), .diag = diag_new()};
	m.report = report_load(SPAN_LIT("<report xmlns='urn:rapporteur:report:1' xml:lang='en'><body><table>"
	    "<row head='true'><cell>A</cell><cell colspan='2'>B</cell></row>"
	    "<row><cell rowspan='3'>a</cell><cell rowspan='2'>b</cell><cell>c</cell></row>"
	    "<row><cell>d</cell></row><row><cell>e</cell><cell>f</cell></row><row/></table></body></report>"), "in.xml",
	    m.diag);
	assert_non_null(m.report);
	char ruled[16] = "";
	size_t cells = 0;
	assert_true(xslt_apply(m.arena, "report-to-fo", m.report, NULL, &m.fo, m.diag));
	for (xmlNode *root = xmlDocGetRootElement(m.fo), *n = root; n != NULL; n = (xmlNode *)xml_next(root, n))
		if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "table-cell") == 0) {
			assert_true(cells + 1 < sizeof ruled);
			ruled[cells++] = xmlHasProp(n, (const xmlChar *)"border-bottom") != NULL ? '1' : '0';
		}
	assert_string_equal(ruled, "11" "100" "0" "11");
	unmake(&m);
}

/* All text of the flows, blanks left out; a footnote body is one piece. */
static void
flow_text(const struct fo_node *n, struct buf *out)
{
	for (; n; n = n->next) {
		if (n->kind == FO_STATIC_CONTENT || n->kind == FO_BOOKMARK_TREE)
			continue;
		if (n->kind == FO_TEXT)
			for (size_t i = 0; i < n->text.n; i++)
				if (n->text.s[i] != ' ')
					buf_addc(out, n->text.s[i]);
		if (n->role == NULL || strcmp(n->role, "artifact") != 0)
			flow_text(n->first, out);
	}
}

/* Each text of the report in turn must be found behind the one before, entries and notes apart. */
static void
find_in_order(xmlNode *x, struct span all, size_t *at, bool apart)
{
	for (; x; x = x->next) {
		bool out = apart || strcmp((const char *)x->name, "note") == 0 || strcmp((const char *)x->name, "entry") == 0;
		if (x->type != XML_TEXT_NODE) {
			find_in_order(x->children, all, at, out);
			continue;
		}
		struct buf words = {0};
		for (const char *c = (const char *)x->content; *c; c++)
			if (!strchr(" \t\r\n", *c))
				buf_addc(&words, *c);
		if (words.n && strcmp((const char *)x->parent->name, "entry") != 0) {
			size_t from = apart ? 0 : *at;
			size_t found = span_find(span_sub(all, from, all.n), buf_span(&words));
			if (found == SIZE_MAX)
				fail_msg("lost or out of order: %s", x->content);
			if (!apart)
				*at = from + found + words.n;
		}
		buf_free(&words);
	}
}

static void
assert_whole(struct made *m)
{
	struct fo_tree *t = fo_read(m->arena, m->fo, "made.fo", m->diag);
	struct buf all = {0};
	size_t at = 0;
	flow_text(t->root->first, &all);
	find_in_order(xmlDocGetRootElement(m->report), buf_span(&all), &at, false);
	buf_free(&all);
}

static void
no_text_is_lost_or_moved(void **state)
{
	(void)state;
	for (size_t i = 0; i < LOOKS; i++) {
		struct made m = make(looks[i]);
		assert_whole(&m);
		unmake(&m);
	}
}

static void
document_data_come_from_the_head(void **state)
{
	(void)state;
	struct made m = make(looks[0]);
	struct fo_tree *t = fo_read(m.arena, m.fo, "made.fo", m.diag);
	assert_string_equal(t->info.title, "Lighthouses on mountains: what they are for and who keeps them lit");
	assert_string_equal(t->info.creator, "General Assembly");
	assert_string_equal(t->info.subject, "A/AC.999/2044/7");
	assert_string_equal(t->info.language, "en");
	assert_string_equal(t->info.date, "2044-08-03");
	assert_non_null(t->bookmarks);
	for (const struct fo_node *b = t->bookmarks->first; b; b = b->next)
		assert_non_null(fo_find(t, fo_attr(b, FO_A_INTERNAL_DESTINATION)));
	unmake(&m);
}

static void
hyphens_are_what_the_language_asks(void **state)
{
	(void)state;
	static const struct {
		const char *style, *lang;
		bool hyphens;
		int left, right;
	} want[] = {{"un", "en", false, 0, 0}, {"un", "fr", false, 0, 0}, {"un", "es", false, 0, 0}, {"un", "ru", true, 2, 2},
	    {"un", "ar", false, 0, 0},
		{"un", "zh", false, 0, 0}, {"book", "en", true, 2, 3}, {"book", "fr", true, 2, 3}, {"book", "es", true, 2, 2},
		    {"book", "ru", true, 2, 2},
		{"book", "ar", false, 0, 0}, {"book", "zh", false, 0, 0}};
	for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
		const char *const params[] = {"style", want[i].style, NULL};
		struct made m = make_in(want[i].lang, params);
		const struct fo_props *p = fo_read(m.arena, m.fo, "made.fo", m.diag)->root->p;
		assert_int_equal(p->hyphenate == FO_W_TRUE, want[i].hyphens);
		if (want[i].hyphens) {
			assert_int_equal(p->hyphenation_remain, want[i].left);
			assert_int_equal(p->hyphenation_push, want[i].right);
			assert_int_equal(p->hyphenation_ladder, 2);
			assert_int_equal(p->hyphenation_keep, FO_W_PAGE);
		}
		unmake(&m);
	}
}

/* The FO of a report in the language with this body and what follows it, behind a head. */
static struct made
make_whole_in(const char *lang, const char *head, const char *body, const char *annexes)
{
	struct made m = {.arena = arena_new(), .diag = diag_new()};
	const char *xml = arena_printf(m.arena, "<report xmlns='urn:rapporteur:report:1' xml:lang='%s'><head>%s</head>"
	    "<body>%s</body>%s</report>", lang, head, body, annexes);
	m.report = report_load(span_of(xml), "made.xml", m.diag);
	assert_non_null(m.report);
	assert_true(xslt_apply(m.arena, "report-to-fo", m.report, looks[0], &m.fo, m.diag));
	return m;
}

static struct made
make_whole(const char *head, const char *body, const char *annexes)
{
	return make_whole_in("en", head, body, annexes);
}

static struct made
make_of(const char *head, const char *body)
{
	return make_whole(head, body, "");
}

/* What stands around a text. */
static const struct fo_props *
props_of(struct made *m, const char *text)
{
	const struct fo_tree *t = fo_read(m->arena, m->fo, "made.fo", m->diag);
	const struct fo_node *n = t->root->last; /* bookmarks have the same words */
	while (n != NULL && !(n->kind == FO_TEXT && span_is(n->text, text))) {
		const struct fo_node *next = n->first;
		for (; next == NULL && n != NULL; n = n->parent)
			next = n->next;
		n = next;
	}
	assert_non_null(n);
	return n->p;
}

static void
headings_stand_by_their_number_or_the_one_above(void **state)
{
	(void)state;
	struct made m = make_of("<symbol>A/99/1</symbol>",
	    "<section style='roman'><num>I.</num><heading>One</heading>"
	    "<section style='letter'><num>A.</num><heading>Two</heading><para><num>1.</num><p>Text.</p></para>"
	    "<section><heading>Three</heading><p>Text.</p>"
	    "<section><heading>Four</heading><p>Text.</p></section></section>"
	    "<section><heading>Again</heading><para><num>1.</num><p>Text.</p></para></section>"
	    "</section></section><section><heading>Decision 2044/1</heading></section>"
	    "<section><heading>Its title</heading><p>Text.</p></section><section><heading>Alone</heading></section>");
	static const struct { const char *heading; double size; bool italic, kept; } want[] = {{"One", 14, false, true},
	    {"Two", 12, false, true}, {"Three", 10, false, true}, {"Four", 10, true, true}, {"Again", 12, false, true}};
	for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
		const struct fo_props *p = props_of(&m, want[i].heading);
		assert_true(p->font_size == want[i].size);
		assert_true((p->font_style == FO_W_ITALIC) == want[i].italic);
	}
	assert_true(props_of(&m, "Alone")->keep_with_next_page == 0);
	assert_true(props_of(&m, "Alone")->space_after.pt > 0);
	assert_true(props_of(&m, "Decision 2044/1")->space_after.pt == 0);
	assert_true(props_of(&m, "Decision 2044/1")->keep_with_next_page == FO_ALWAYS);
	assert_true(props_of(&m, "Three")->keep_with_next_page == FO_ALWAYS);
	unmake(&m);
}

/* A word and its number stand large at the top of the text alone; deep in it they are set as what stands above says. */
static void
words_deep_in_the_text_are_no_parts(void **state)
{
	(void)state;
	struct made m = make_of("<symbol>A/99/1</symbol>",
	    "<section style='word'><num>Part I</num><heading>Bells</heading>"
	    "<section style='letter'><num>A.</num><heading>Ropes</heading>"
	    "<section style='word'><num>Programme 1</num><heading>Towers</heading><p>Text.</p></section></section></section>");

	assert_true(props_of(&m, "Bells")->font_size > props_of(&m, "Ropes")->font_size);
	assert_true(props_of(&m, "Towers")->font_size < props_of(&m, "Ropes")->font_size);
	unmake(&m);
}

/* An organ for each symbol stands in the masthead; others, and bodies, come one below the other. */
static void
organs_without_a_symbol_are_bodies(void **state)
{
	(void)state;
#define ORGANS "<organ>General Assembly</organ><organ>Lamp Council</organ><bodyName>Working Group on Oil</bodyName>"
	struct made m = make_of("<symbol>A/LC/WG.1/1</symbol>" ORGANS, "<p>Text.</p>");
	assert_true(props_of(&m, "General Assembly")->font_size == 20);
	assert_true(props_of(&m, "Lamp Council")->font_size == 12);
	assert_true(props_of(&m, "Working Group on Oil")->font_size == 10);
	unmake(&m);
	m = make_of("<symbol>A/99/1-S/2044/1</symbol>" ORGANS, "<p>Text.</p>");
	assert_true(props_of(&m, "Lamp Council")->font_size == 20);
	assert_true(props_of(&m, "Working Group on Oil")->font_size == 12);
	unmake(&m);
}

/* Of a joint symbol the letters of both organs are large, not the dash; it runs on two lines over the pages. */
static void
joint_symbols_have_two_organs(void **state)
{
	(void)state;
	struct made m = make_of("<symbol>A/99/1<note mark='*'><p>Issued again.</p></note>–E/2044/1*</symbol>", "<p>Text.</p>");
	assert_true(props_of(&m, "A")->font_size == 20);
	assert_true(props_of(&m, "–")->font_size == 10);
	assert_true(props_of(&m, "E")->font_size == 20);
	unmake(&m);
	m = make_of("<symbol>A/99/1*–E/2044/1*</symbol>", "<p>Text.</p>");
	assert_true(props_of(&m, "A/99/1")->font_size == 8.5);
	assert_true(props_of(&m, "E/2044/1")->font_size == 8.5);
	unmake(&m);
}

/* A paper in a body's own series names no organ: the first body stands in its place. */
static void
bodies_with_a_series_are_organs(void **state)
{
	(void)state;
#define BODIES "<bodyName>Lamp Board</bodyName><bodyName>Working Group on Oil</bodyName>"
	struct made m = make_of("<symbol>LB/2044/1</symbol>" BODIES, "<p>Text.</p>");
	assert_true(props_of(&m, "Lamp Board")->font_size == 20);
	assert_true(props_of(&m, "Working Group on Oil")->font_size == 12);
	unmake(&m);
	m = make_of("<symbol>A/99/1</symbol>" BODIES, "<p>Text.</p>");
	assert_true(props_of(&m, "Lamp Board")->font_size == 12);
	unmake(&m);
}

/* "Chapter I" over its title, both as large as a roman number; parts are larger. */
static void
chapters_stand_over_their_titles(void **state)
{
	(void)state;
	struct made m = make_of("<symbol>A/99/1</symbol>",
	    "<section style='word'><num>Part one</num><heading>Bells</heading>"
	    "<section style='word'><num>Chapter I</num><heading>Ropes</heading><p>Text.</p></section></section>");

	assert_true(props_of(&m, "Part one")->font_size == 20);
	assert_true(props_of(&m, "Chapter I")->font_size == 14 && props_of(&m, "Ropes")->font_size == 14);
	assert_true(props_of(&m, "Chapter I")->start_indent.pt < props_of(&m, "Ropes")->start_indent.pt);
	unmake(&m);
}

/* "Rule 1" and "Article 2" are set as what stands under the number above them is, wherever that is. */
static void
articles_are_no_parts(void **state)
{
	(void)state;
	struct made m = make_of("<symbol>A/99/1</symbol>",
	    "<section style='roman'><num>I.</num><heading>Bells</heading>"
	    "<section style='word'><num>Rule 1</num><heading>Ropes</heading><p>Text.</p></section>"
	    "<section style='word'><num>Article 2</num><heading>Towers</heading><p>Text.</p></section></section>");

	assert_true(props_of(&m, "Ropes")->font_size < props_of(&m, "Bells")->font_size);
	assert_true(props_of(&m, "Towers")->font_size == props_of(&m, "Ropes")->font_size);
	unmake(&m);
}

/* The verb of a clause is set apart with what goes on with it, and so is the word before a name. */
static void
leading_words_are_italic(void **state)
{
	(void)state;
	static const char *const italic[] = {"Recalling also", "Noting with concern", "Also requests", "Welcomes", "Signed"};
	struct made m = make_of("", "<preamble><clause><p>Recalling also that bells ring,</p></clause>"
	    "<clause><p>Noting with concern, as before, the rust,</p></clause></preamble>"
	    "<para kind='operative'><num>1.</num><p>Also requests ropes;</p></para>"
	    "<para kind='operative'><num>2.</num><p>Welcomes alsoever much.</p></para>"
	    "<signature><p>(Signed) A. Bell</p></signature>");
	for (size_t i = 0; i < sizeof italic / sizeof *italic; i++)
		assert_true(props_of(&m, italic[i])->font_style == FO_W_ITALIC);
	assert_true(props_of(&m, ") A. Bell")->font_style != FO_W_ITALIC);
	unmake(&m);
}

/* How many parts begin a page, where a summary comes between the note and the text. */
static unsigned
pages_begun(const char *note)
{
	struct made m = {.arena = arena_new(), .diag = diag_new()};
	const char *xml = arena_printf(m.arena, "<report xmlns='urn:rapporteur:report:1' xml:lang='en'><head><title>Bells"
	    "</title></head><front kind='note'>%s</front><front kind='summary'><p>Bells ring.</p></front>"
	    "<body><p>Text.</p></body></report>", note);
	unsigned n = 0;

	m.report = report_load(span_of(xml), "made.xml", m.diag);
	assert_non_null(m.report);
	assert_true(xslt_apply(m.arena, "report-to-fo", m.report, looks[0], &m.fo, m.diag));
	for (xmlNode *root = xmlDocGetRootElement(m.fo), *e = root; e != NULL; e = xml_next_element(root, e))
		n += xmlHasProp(e, BAD_CAST "break-before") != NULL;
	unmake(&m);
	return n;
}

static void
a_note_of_a_heading_has_no_page(void **state)
{
	(void)state;
	assert_int_equal(pages_begun("<heading>Note by the Secretariat</heading>"), 1);
	assert_int_equal(pages_begun("<heading>Note by the Secretariat</heading><p>Ropes.</p>"), 2);
}

/* Lines in a language that reads the other way begin on the other side, with their margins and in notes too. */
static void
blocks_read_the_way_of_their_language(void **state)
{
	(void)state;
	struct made m = make_of("", "<p>One</p><p xml:lang='ar'>Two</p><list type='bullet' "
	    "xml:lang='ar'><item><p>Three</p></item></list>"
	    "<para xml:lang='ar'><num>1.</num><p>x<note mark='1'><p>Four</p></note></p></para><p>x<note "
	    "mark='2'><p>Five</p></note></p>");
	const struct fo_props *one = props_of(&m, "One"), *two = props_of(&m, "Two"), *three = props_of(&m, "Three");
	assert_false(one->rtl);
	assert_true(two->rtl && three->rtl);
	assert_true(two->start_indent.pt == one->start_indent.pt && two->end_indent.pt == one->end_indent.pt);
	assert_true(three->start_indent.pt > two->start_indent.pt);
	assert_true(props_of(&m, "Four")->rtl);
	assert_false(props_of(&m, "Five")->rtl);
	assert_int_equal(diag_count(m.diag), 0);
	unmake(&m);
	/* a Latin field of an Arabic masthead calls a note of the page */
	m = make_whole_in("ar", "<distribution>Distr.: General<note mark='*'><p>Six</p></note></distribution>",
	    "<p>Seven</p>", "");
	assert_false(props_of(&m, "Distr.: General")->rtl);
	assert_true(props_of(&m, "Six")->rtl);
	unmake(&m);
}

/* The language of the original, or the kind of an annex, may stand over its title. */
static void
titles_of_annexes_stand_where_they_stood(void **state)
{
	(void)state;
	struct made m = make_whole("", "<p>Text.</p>",
	    "<annex><label>Annex I</label><title>Lamps</title><title>Oils</title><field>[Original: "
	    "French]</field><p>One.</p></annex>"
	    "<annex><label>Annex II</label><field>[Original: French]</field><title>Bells</title><p>Two.</p></annex>"
	    "<annex><kindLine>Draft</kindLine><title>Ropes</title><subtitle>of "
	    "hemp</subtitle><title>Knots</title><p>Three.</p></annex>");
	static const char *const titles[] = {"Lamps", "Oils", "Bells", "Ropes", "Knots"};
	assert_whole(&m);
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		assert_true(props_of(&m, titles[i])->font_size == 14);
	assert_int_equal(diag_count(m.diag), 0);
	unmake(&m);
}

/* A heading stands as the figures below it do, those of the first row that has so many cells. */
static void
headings_stand_over_their_figures(void **state)
{
	(void)state;
	struct made m = {.arena = arena_new(), .diag = diag_new()};
	m.report = report_load(SPAN_LIT("<report xmlns='urn:rapporteur:report:1' xml:lang='en'><body><table>"
	    "<row head='true'><cell>Lamps</cell><cell>Lit</cell></row><row><cell>Harbour</cell></row>"
	    "<row><cell>North</cell><cell>31</cell></row></table></body></report>"), "in.xml", m.diag);
	assert_true(xslt_apply(m.arena, "report-to-fo", m.report, NULL, &m.fo, m.diag));
	assert_int_equal(props_of(&m, "Lit")->text_align, FO_W_END);
	assert_int_equal(props_of(&m, "Lamps")->text_align, FO_W_START);
	unmake(&m);
}

/* Fields over the title make the session block; those that come below it stand under it. */
static void
fields_stand_where_they_stood(void **state)
{
	(void)state;
	struct made m = make_of("<symbol>A/99/1</symbol><session>Ninth session</session><title>Bells</title>"
	    "<venue>Harbour, 3 May</venue>", "<p>Text.</p>");
	assert_true(props_of(&m, "Ninth session")->start_indent.pt == 0);
	assert_true(props_of(&m, "Harbour, 3 May")->start_indent.pt == props_of(&m, "Bells")->start_indent.pt);
	unmake(&m);
}

/* Russian text is hyphenated, its headings are not. */
static void
headings_are_not_hyphenated(void **state)
{
	(void)state;
	struct made m = make_whole_in("ru", "<symbol>A/99/1</symbol><title>One</title>",
	    "<section style='roman'><num>I.</num><heading>Two</heading><p>Text.</p></section>",
	    "<annex><label>Three</label><title>Four</title><p>More.</p></annex>");
	static const char *const heads[] = {"One", "Two", "Three", "Four"};
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		assert_true(props_of(&m, heads[i])->hyphenate != FO_W_TRUE);
	assert_true(props_of(&m, "Text.")->hyphenate == FO_W_TRUE);
	unmake(&m);
}

/* Behind an arrow a list has more room than behind a dot. */
static void
wide_signs_have_room(void **state)
{
	(void)state;
	struct made m = make_of("<symbol>A/99/1</symbol>", "<list type='bullet'><item><num>•</num><p>One</p></item></list>"
	    "<list type='bullet'><item><num>➢</num><p>Two</p></item></list>");
	assert_true(props_of(&m, "Two")->start_indent.pt > props_of(&m, "One")->start_indent.pt + 4);
	unmake(&m);
}

/* Words over the columns of contents stand over them, those over the pages last; parts take no level from chapters, and
 * numbers that their column cannot hold begin the words. */
static void
contents_have_columns(void **state)
{
	(void)state;
	static const char *const heads[] = {"<entry>Chapter</entry><entry>Page</entry>", "<entry>Chapter Page</entry>",
	    "<entry>Chapter</entry>", "<entry>Page</entry>"};
	for (size_t i = 0; i < 4; i++) {
		struct made m = {.arena = arena_new(), .diag = diag_new()};
		const char *xml = arena_printf(m.arena, "<report xmlns='urn:rapporteur:report:1' xml:lang='en'><head>"
		    "<symbol>A/99/1</symbol></head><contents><heading>Contents</heading>%s"
		    "<entry level='1' href='#p'>Part One Bells 1</entry><entry level='2' href='#c'>I. Ropes 2</entry>"
		    "<entry level='3' href='#s'>A. Knots 3</entry><entry level='1'>XXVIII. Oils 4</entry></contents><body>"
		    "<section style='word' xml:id='p'><num>Part One</num><heading>Bells</heading><section style='word' "
		    "xml:id='c'><num>Chapter I</num><heading>Ropes</heading><section xml:id='s' style='letter'><num>A.</num>"
		    "<heading>Knots</heading><p>Text.</p></section></section></section></body></report>", heads[i]);
		m.report = report_load(span_of(xml), "made.xml", m.diag);
		assert_true(xslt_apply(m.arena, "report-to-fo", m.report, looks[2], &m.fo, m.diag));
		if (i < 3)
			assert_int_equal(props_of(&m, "Chapter")->text_align, FO_W_START);
		if (i != 2)
			assert_int_equal(props_of(&m, "Page")->text_align, FO_W_END);
		double first = props_of(&m, "Ropes")->start_indent.pt;
		assert_true(props_of(&m, "Part One Bells")->start_indent.pt < first);
		assert_true(props_of(&m, "Knots")->start_indent.pt > first);
		assert_true(props_of(&m, "XXVIII. Oils")->start_indent.pt < first);
		unmake(&m);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(fo_is_understood),
	    cmocka_unit_test(no_text_is_lost_or_moved),
	    cmocka_unit_test(document_data_come_from_the_head),
	    cmocka_unit_test(headings_stand_by_their_number_or_the_one_above),
	    cmocka_unit_test(words_deep_in_the_text_are_no_parts),
	    cmocka_unit_test(organs_without_a_symbol_are_bodies),
	    cmocka_unit_test(joint_symbols_have_two_organs),
	    cmocka_unit_test(bodies_with_a_series_are_organs),
	    cmocka_unit_test(chapters_stand_over_their_titles), cmocka_unit_test(articles_are_no_parts),
	    cmocka_unit_test(leading_words_are_italic),
	    cmocka_unit_test(a_note_of_a_heading_has_no_page),
	    cmocka_unit_test(blocks_read_the_way_of_their_language),
	    cmocka_unit_test(the_table_ends_under_all_its_columns),
	    cmocka_unit_test(fields_stand_where_they_stood), cmocka_unit_test(headings_are_not_hyphenated),
	    cmocka_unit_test(wide_signs_have_room), cmocka_unit_test(contents_have_columns), cmocka_unit_test(headings_stand_over_their_figures),
	    cmocka_unit_test(titles_of_annexes_stand_where_they_stood),
	    cmocka_unit_test(hyphens_are_what_the_language_asks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
