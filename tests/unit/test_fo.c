/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/parser.h>

#include "base/file.h"
#include "fo/fo.h"
#include "fo/props.h"
#include "fo/where.h"

#define NEAR(a, b) assert_float_equal(a, b, 1e-6)

/* ---- reading a small document ---- */

struct box {
	struct arena *arena;
	struct diag *diag;
	xmlDoc *doc;
	struct fo_tree *tree;
	const struct fo_node *first; /* the first child of the flow */
};

static struct box
open_fo(const char *root_attrs, const char *flow)
{
	struct box b = {.arena = arena_new(), .diag = diag_new()};
	char *xml = arena_printf(b.arena,
	    "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:rx='urn:rapporteur:fo:1' xmlns:t='urn:other' "
	    "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' %s>"
	    "<fo:layout-master-set><fo:simple-page-master master-name='m' page-width='612pt' page-height='11in' margin='1in "
	    "36pt'>"
	    "<fo:region-body margin-top='20mm'/></fo:simple-page-master></fo:layout-master-set>"
	    "<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>\n%s</fo:flow></fo:page-sequence>"
	    "</fo:root>",
	    root_attrs, flow);
	b.doc = xmlReadMemory(xml, (int)strlen(xml), "t.fo", NULL, XML_PARSE_NONET);
	assert_non_null(b.doc);
	b.tree = fo_read(b.arena, b.doc, "t.fo", b.diag);
	assert_non_null(b.tree);
	b.first = b.tree->root->last->last->first;
	return b;
}

static void
close_fo(struct box *b)
{
	xmlFreeDoc(b->doc);
	diag_free(b->diag);
	arena_free(b->arena);
}

static void
expect(const struct box *b, size_t n, enum diag_code code)
{
	if (diag_count(b->diag) != n)
		for (size_t i = 0; i < diag_count(b->diag); i++)
			print_message("%s: %s\n", diag_id(diag_at(b->diag, i)->code), diag_at(b->diag, i)->detail);
	assert_int_equal(diag_count(b->diag), n);
	if (n)
		assert_int_equal(diag_at(b->diag, n - 1)->code, code);
}

/* One block with the attributes given; the caller closes. */
static struct box
block(const char *attrs)
{
	char flow[600];
	snprintf(flow, sizeof flow, "<fo:block %s>x</fo:block>", attrs);
	return open_fo("", flow);
}

/* ---- the table ---- */

static void
every_initial_value_is_a_value(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct fo_props p;
	props_initial(a, &p);
	for (size_t i = 0; i < FO_PROPS; i++) {
		struct prop_scope scope = {.arena = a};
		struct fo_props out = p;
		bool beyond;
		if (!value_set(&scope, (enum fo_prop)i, prop_table[i].initial, &p, &out, &beyond))
			fail_msg("%s: initial value %s", prop_table[i].name, prop_table[i].initial);
		assert_true(prop_table[i].size <= 64);
	}
	NEAR(p.line_height.pt, 14.4);
	arena_free(a);
}

static void
names_are_unique_and_words_known(void **state)
{
	(void)state;
	size_t index;
	for (size_t i = 0; i < FO_PROPS; i++) {
		assert_int_equal(prop_find(prop_table[i].name, &index), NAME_PROP);
		assert_int_equal(index, i);
		struct span word[16];
		size_t n = value_split(prop_table[i].words, word, 16);
		for (size_t k = 0; k < n; k++)
			if (prop_table[i].type != FO_TYPE_SIZE && word_find(word[k]) < 0)
				fail_msg("%s: word %.*s", prop_table[i].name, (int)word[k].n, word[k].s);
	}
	for (int w = 0; w < FO_WORDS; w++)
		assert_int_equal(word_find(span_of(fo_word((enum fo_word)w))), w);
	for (size_t i = 0; i < short_count; i++) {
		struct span set[8];
		size_t n = value_split(short_table[i].sets, set, 8);
		assert_int_equal(prop_find(short_table[i].name, &index), NAME_SHORT);
		for (size_t k = 0; k < n; k++) {
			char name[64];
			snprintf(name, sizeof name, "%.*s", (int)set[k].n, set[k].s);
			assert_true(prop_find(name, &index) == NAME_PROP || prop_find(name, &index) == NAME_SHORT);
		}
	}
}

/* ---- values ---- */

static void
units_become_points(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		double pt;
	} cases[] = {{"10pt", 10}, {"25.4mm", 72}, {"2.54cm", 72}, {"1in", 72}, {"4px", 3}, {"1pc", 12}, {"2em", 20},
	    {"-3pt", -3},
	    {".5in", 36}, {"0", 0}, {"10pt + 2pt * 3", 16}, {"(10pt + 2pt) * 3", 36}, {"3 * 2pt", 6}, {"10pt div 4", 2.5},
	    {"10pt - -1em", 20}, {"max(1pt, 2pt)", 2}, {"min(1pt,2pt)", 1}, {"abs(-4pt)", 4}, {"7pt mod 4", 3}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char attrs[100];
		snprintf(attrs, sizeof attrs, "font-size='10pt' text-indent='%s'", cases[i].text);
		struct box b = block(attrs);
		expect(&b, 0, 0);
		assert_float_equal(b.first->p->text_indent.pt, cases[i].pt, 1e-6);
		close_fo(&b);
	}
}

static void
percentages_wait_for_their_base(void **state)
{
	(void)state;
	struct box b = block("width='50% + 3pt' font-size='200%' line-height='150%' text-indent='10%'");
	NEAR(b.first->p->width.part, 0.5);
	NEAR(b.first->p->width.pt, 3);
	NEAR(b.first->p->font_size, 24);
	NEAR(b.first->p->line_height.pt, 36);
	NEAR(b.first->p->text_indent.part, 0.1);
	close_fo(&b);
}

static void
wrong_values_are_reported_and_left(void **state)
{
	(void)state;
	static const char *const bad[] = {"text-indent='5'", "text-indent='5furlong'", "text-indent='(((1pt'", "color='#12'",
	    "color='beige-ish'",
	    "text-align='middle'", "font-weight='450'", "orphans='x'", "line-height='-2pt'", "text-indent='1pt + '",
	    "text-indent='1pt div 0'",
	    "keep-together='maybe'", "margin='1pt 2pt 3pt 4pt 5pt'", "font-size='-1pt'", "text-indent='1e9pt'",
	    "rx:expansion='2'",
	    "border-before-width='wide'", "text-indent='((((((((((((((((((((((1pt))))))))))))))))))))))'"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct box b = block(bad[i]);
		if (diag_count(b.diag) == 0)
			fail_msg("accepted: %s", bad[i]);
		assert_int_equal(diag_at(b.diag, 0)->code, DIAG_FO_VALUE);
		assert_int_equal(diag_at(b.diag, 0)->pos.line, 2);
		NEAR(b.first->p->text_indent.pt, 0);
		close_fo(&b);
	}
}

static void
colours_are_read(void **state)
{
	(void)state;
	struct box b = block("color='#00f' background-color='rgb(255, 0, 50%)' border-before-color='Navy'");
	expect(&b, 0, 0);
	assert_int_equal(b.first->p->color.rgb, 0x0000FF);
	assert_int_equal(b.first->p->background_color.rgb, 0xFF0080);
	assert_int_equal(b.first->p->border_before_color.rgb, 0x000080);
	close_fo(&b);
	b = block("");
	assert_true(b.first->p->background_color.none);
	close_fo(&b);
}

static void
what_is_beyond_the_profile_is_unsupported(void **state)
{
	(void)state;
	static const struct {
		const char *attrs;
		enum diag_code code;
	} cases[] = {{"z-index='3'", DIAG_FO_PROPERTY_BEYOND}, {"text-decoration='blink'", DIAG_FO_VALUE_BEYOND},
	    {"rx:unknown='1'", DIAG_FO_PROPERTY}, {"font-colour='red'", DIAG_FO_PROPERTY},
	    {"color='cmyk(0,0,0,1)'", DIAG_FO_VALUE_BEYOND}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct box b = block(cases[i].attrs);
		expect(&b, 1, cases[i].code);
		close_fo(&b);
	}
	struct box initial = block("font-stretch=' normal ' text-shadow='none' overflow='auto'");
	expect(&initial, 0, 0);
	close_fo(&initial);
	struct box b = block("t:src='12'");
	expect(&b, 0, 0);
	close_fo(&b);
}

static void
lines_along_text_add_up(void **state)
{
	(void)state;
	struct box b = open_fo("", "<fo:block text-decoration='underline overline'><fo:inline text-decoration='line-through"
	    " no-overline'>a</fo:inline><fo:inline text-decoration='none'>b</fo:inline></fo:block>");
	expect(&b, 0, 0);
	assert_int_equal(b.first->p->text_decoration, FO_UNDERLINE | FO_OVERLINE);
	assert_int_equal(b.first->first->p->text_decoration, FO_UNDERLINE | FO_LINE_THROUGH);
	assert_int_equal(b.first->last->p->text_decoration, 0);
	close_fo(&b);
	b = block("text-decoration='underline no-underline'");
	expect(&b, 1, DIAG_FO_VALUE);
	close_fo(&b);
}

/* ---- inheritance and shorthands ---- */

static void
inherited_values_come_down(void **state)
{
	(void)state;
	struct box b = open_fo("font-size='10pt' line-height='1.5' color='red' xml:lang='zh-Hans-CN'",
	    "<fo:block padding-top='3pt' rx:horizontal-scale='103%'><fo:block font-size='20pt' padding-bottom='inherit'>"
	    "a</fo:block></fo:block>");
	const struct fo_props *p = b.first->first->p;
	expect(&b, 0, 0);
	NEAR(p->font_size, 20);
	NEAR(p->line_height.pt, 30);
	NEAR(p->horizontal_scale, 1.03);
	NEAR(p->padding_before.pt, 0);
	assert_int_equal(p->color.rgb, 0xFF0000);
	assert_string_equal(p->lang, "zh-CN");
	close_fo(&b);
	b = open_fo("font-size='10pt'", "<fo:block line-height='120%'><fo:block font-size='20pt'>a</fo:block></fo:block>");
	NEAR(b.first->first->p->line_height.pt, 12);
	close_fo(&b);
}

static void
narrower_shorthands_win(void **state)
{
	(void)state;
	struct box b = block("border-top-width='4pt' border='1pt solid red' border-bottom='2pt dashed' padding-left='9pt' "
	    "padding='1pt 2pt' "
	    "space-before.maximum='8pt' space-before='5pt' keep-together='always' keep-together.within-line='auto'");
	const struct fo_props *p = b.first->p;
	expect(&b, 0, 0);
	NEAR(p->border_before_width.pt, 4);
	NEAR(p->border_after_width.pt, 2);
	assert_int_equal(p->border_after_style, FO_W_DASHED);
	assert_int_equal(p->border_start_color.rgb, 0xFF0000);
	NEAR(p->padding_start.pt, 9);
	NEAR(p->padding_end.pt, 2);
	NEAR(p->space_before_min.pt, 5);
	NEAR(p->space_before_max.pt, 8);
	assert_int_equal(p->keep_together_page, FO_ALWAYS);
	assert_int_equal(p->keep_together_line, 0);
	close_fo(&b);
	b = block("border-width='3pt'");
	NEAR(b.first->p->border_before_width.pt, 0);
	close_fo(&b);
}

static void
other_shorthands_spread(void **state)
{
	(void)state;
	struct box b = block("font=\"italic bold 10pt/15pt 'Noto Serif', serif\" white-space='pre' page-break-before='always' "
	    "page-break-inside='avoid'");
	const struct fo_props *p = b.first->p;
	expect(&b, 0, 0);
	assert_int_equal(p->font_style, FO_W_ITALIC);
	assert_int_equal(p->font_weight, 700);
	NEAR(p->font_size, 10);
	NEAR(p->line_height.pt, 15);
	assert_string_equal(p->font_family, "Noto Serif, serif");
	assert_int_equal(p->wrap_option, FO_W_NO_WRAP);
	assert_int_equal(p->linefeed_treatment, FO_W_PRESERVE);
	assert_int_equal(p->break_before, FO_W_PAGE);
	assert_int_equal(p->keep_together_page, FO_ALWAYS);
	close_fo(&b);
}

static void
margins_become_indents_and_spaces(void **state)
{
	(void)state;
	struct box b = open_fo("", "<fo:block start-indent='10pt'><fo:block margin='1pt 2pt 3pt 4pt' border-left='1pt solid' "
	    "padding-left='2pt'>"
	    "<fo:block-container margin-left='5pt'><fo:block>x</fo:block></fo:block-container></fo:block></fo:block>");
	const struct fo_node *n = b.first->first;
	expect(&b, 0, 0);
	NEAR(n->p->start_indent.pt, 17);
	NEAR(n->p->end_indent.pt, 2);
	NEAR(n->p->space_before.pt, 1);
	NEAR(n->p->space_after_max.pt, 3);
	NEAR(n->first->p->start_indent.pt, 5);
	close_fo(&b);
	b = open_fo("writing-mode='rl-tb'", "<fo:block margin-left='4pt' padding-right='2pt'>x</fo:block>");
	NEAR(b.first->p->end_indent.pt, 4);
	NEAR(b.first->p->padding_start.pt, 2);
	assert_true(b.first->p->rtl);
	close_fo(&b);
	b = block("");
	const struct fo_node *master = fo_master(b.tree, "m");
	NEAR(master->p->margin_top.pt, 72);
	NEAR(master->p->margin_left.pt, 36);
	NEAR(master->first->p->margin_top.pt, 20 * 72 / 25.4);
	assert_null(fo_master(b.tree, "none"));
	close_fo(&b);
}

static void
list_functions_use_the_list(void **state)
{
	(void)state;
	struct box b = open_fo("", "<fo:list-block start-indent='10pt' provisional-distance-between-starts='20pt' "
	    "provisional-label-separation='5pt'>"
	    "<fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>1</fo:block></fo:list-item-label>"
	    "<fo:list-item-body start-indent='body-start()'><fo:block>a</fo:block></fo:list-item-body></fo:list-item>"
	    "</fo:list-block>");
	const struct fo_node *item = b.first->first;
	expect(&b, 0, 0);
	NEAR(item->first->p->end_indent.part, 1);
	NEAR(item->first->p->end_indent.pt, -25);
	NEAR(item->last->p->start_indent.pt, 30);
	close_fo(&b);
	b = open_fo("", "<fo:table><fo:table-column column-width='proportional-column-width(2)'/><fo:table-body><fo:table-row>"
	    "<fo:table-cell><fo:block/></fo:table-cell></fo:table-row></fo:table-body></fo:table>");
	expect(&b, 0, 0);
	NEAR(b.first->first->p->column_width.share, 2);
	close_fo(&b);
}

static void
inline_shifts_add_up(void **state)
{
	(void)state;
	struct box b = open_fo("font-size='9pt'", "<fo:block><fo:inline baseline-shift='super'>"
	    "<fo:inline baseline-shift='-1pt'>x</fo:inline></fo:inline>"
	    "<fo:inline text-decoration='underline'><fo:inline>y</fo:inline></fo:inline></fo:block>");
	NEAR(b.first->first->p->baseline_shift, 3);
	NEAR(b.first->first->first->p->baseline_shift, 2);
	assert_int_equal(b.first->last->first->p->text_decoration, FO_UNDERLINE);
	close_fo(&b);
}

static void
equal_looks_share_one_record(void **state)
{
	(void)state;
	struct box b = open_fo("", "<fo:block id='a' space-after='6pt'>x</fo:block><fo:block id='b' space-after='6pt'>"
	    "y</fo:block>"
	    "<fo:block space-after='7pt'>z</fo:block>");
	assert_ptr_equal(b.first->p, b.first->next->p);
	assert_ptr_not_equal(b.first->p, b.first->next->next->p);
	assert_ptr_equal(fo_find(b.tree, "b"), b.first->next);
	assert_null(fo_find(b.tree, "c"));
	close_fo(&b);
}

/* ---- white space ---- */

static void
gather(const struct fo_node *n, struct buf *out)
{
	if (n->kind == FO_TEXT)
		buf_addspan(out, n->text);
	else
		buf_addc(out, '(');
	for (const struct fo_node *c = n->first; c; c = c->next)
		gather(c, out);
	if (n->kind != FO_TEXT)
		buf_addc(out, ')');
}

static void
white_space_is_treated(void **state)
{
	(void)state;
	static const struct {
		const char *flow, *text;
	} cases[] = {
	    {"<fo:block>  a\n  b <fo:inline> c </fo:inline> d </fo:block>", "(a b (c )d)"},
	    {"<fo:block> a <fo:block> b </fo:block> c </fo:block>", "(a(b)c)"},
	    {"<fo:block>a <fo:page-number/> b</fo:block>", "(a () b)"},
	    {"<fo:block>a <fo:footnote><fo:inline> 1</fo:inline><fo:footnote-body><fo:block> n </fo:block></fo:footnote-body>"
	    "</fo:footnote> b</fo:block>",
	        "(a ((1)((n))) b)"},
	    {"<fo:block linefeed-treatment='preserve'>a \n b</fo:block>", "(a\xE2\x80\xA8" "b)"},
	    {"<fo:block white-space='pre'>  a  \n b </fo:block>", "(  a  \xE2\x80\xA8 b )"},
	    {"<fo:block linefeed-treatment='treat-as-zero-width-space'>a\nb</fo:block>", "(a\xE2\x80\x8B" "b)"},
	    {"<fo:block white-space-collapse='false'>a  b</fo:block>", "(a  b)"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct box b = open_fo("", cases[i].flow);
		struct buf out = {0};
		gather(b.first, &out);
		assert_string_equal(out.data, cases[i].text);
		buf_free(&out);
		close_fo(&b);
	}
}

/* ---- objects ---- */

static void
misplaced_objects_are_reported(void **state)
{
	(void)state;
	static const struct {
		const char *flow;
		enum diag_code code;
	} cases[] = {{"<fo:inline>x</fo:inline>", DIAG_FO_PLACE}, {"<fo:flaw/>", DIAG_FO_OBJECT},
	    {"<fo:multi-switch><fo:block>kept</fo:block></fo:multi-switch>", DIAG_FO_OBJECT_BEYOND},
	    {"loose text", DIAG_FO_TEXT_PLACE},
	    {"<fo:block><t:x/></fo:block>", DIAG_FO_FOREIGN}, {"<fo:block><fo:inline><fo:block>x</fo:block></fo:inline>"
	    "</fo:block>", DIAG_FO_BLOCK_IN_LINE},
	    {"<fo:list-block/>", DIAG_FO_MISSING}, {"<fo:block><fo:page-number-citation/></fo:block>", DIAG_FO_MISSING},
	    {"<fo:block><fo:basic-link>x</fo:basic-link></fo:block>", DIAG_FO_MISSING},
	    {"<fo:block id='a'/><fo:block id='a'/>", DIAG_FO_ID_TWICE}, {"<fo:wrapper>text</fo:wrapper>", DIAG_FO_TEXT_PLACE}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct box b = open_fo("", cases[i].flow);
		expect(&b, 1, cases[i].code);
		close_fo(&b);
	}
	struct box b = open_fo("", "<fo:multi-switch><fo:block>kept</fo:block></fo:multi-switch>");
	assert_int_equal(b.first->kind, FO_WRAPPER);
	assert_true(span_is(b.first->first->first->text, "kept"));
	close_fo(&b);
}

static void
deep_nesting_is_cut_and_reported(void **state)
{
	(void)state;
	struct buf flow = {0};
	for (int i = 0; i < 230; i++)
		buf_adds(&flow, "<fo:block>");
	for (int i = 0; i < 230; i++)
		buf_adds(&flow, "</fo:block>");
	struct box b = open_fo("", flow.data);
	expect(&b, 1, DIAG_FO_DEPTH);
	close_fo(&b);
	buf_free(&flow);
}

static void
hopeless_documents_are_refused(void **state)
{
	(void)state;
	static const struct {
		const char *xml;
		enum diag_code code;
	} cases[] = {{"<html/>", DIAG_FO_NOT_FO}, {"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'/>", DIAG_FO_EMPTY}};
	for (size_t i = 0; i < 2; i++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		xmlDoc *doc = xmlReadMemory(cases[i].xml, (int)strlen(cases[i].xml), "t.fo", NULL, 0);
		assert_null(fo_read(a, doc, "t.fo", d));
		assert_int_equal(diag_at(d, 0)->code, cases[i].code);
		xmlFreeDoc(doc);
		diag_free(d);
		arena_free(a);
	}
}

static void
declarations_and_masters_are_found(void **state)
{
	(void)state;
	static const char xml[] =
	    "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set><fo:simple-page-master "
	    "master-name='m'><fo:region-body/>"
	    "</fo:simple-page-master></fo:layout-master-set><fo:declarations><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
	    "<r:RDF xmlns:r='urn:r'>"
	    "<r:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title> A title </dc:title><dc:creator>"
	    "Who</dc:creator></r:Description></r:RDF>"
	    "</x:xmpmeta></fo:declarations><fo:bookmark-tree><fo:bookmark internal-destination='a'><fo:bookmark-title>"
	    " I. First </fo:bookmark-title>"
	    "</fo:bookmark></fo:bookmark-tree><fo:page-sequence master-reference='q'><fo:flow flow-name='xsl-region-body'>"
	    "<fo:block/></fo:flow>"
	    "</fo:page-sequence></fo:root>";
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	xmlDoc *doc = xmlReadMemory(xml, sizeof xml - 1, "t.fo", NULL, 0);
	struct fo_tree *t = fo_read(a, doc, "t.fo", d);
	assert_non_null(t);
	assert_string_equal(t->info.title, "A title");
	assert_string_equal(t->info.creator, "Who");
	assert_non_null(t->bookmarks);
	assert_true(span_is(t->bookmarks->first->first->first->text, "I. First"));
	assert_int_equal(diag_count(d), 1);
	assert_int_equal(diag_at(d, 0)->code, DIAG_FO_MASTER);
	xmlFreeDoc(doc);
	diag_free(d);
	arena_free(a);
}

/* A property names its own clause of XSL 1.1 ("7.16.4") or the extension it comes from. */
static void
every_property_names_its_clause(void **state)
{
	(void)state;
	for (size_t i = 0; i < FO_PROPS; i++) {
		const char *c = prop_table[i].clause;
		unsigned a, b;
		int end = 0;
		if (strcmp(c, "rx") != 0 && strcmp(c, "fox") != 0 && (sscanf(c, "7.%u.%u%n", &a, &b, &end) != 2 || c[end] != '\0'))
			fail_msg("%s: clause %s", prop_table[i].name, c);
	}
}

/* ---- places, cells without rows, markers ---- */

static void
tags_are_found_in_the_text(void **state)
{
	(void)state;
	static const char text[] = "<?xml version='1.0'?><!-- <x> --><a b='>'\n c=\">\">\xC3\xA9<b/>\n<![CDATA[<c>]]><d\n/>"
	    "</a>";
	static const unsigned line[] = {1, 2, 3}, col[] = {34, 10, 16};
	struct arena *a = arena_new();
	xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "t.xml", NULL,
	    XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR);
	const xmlNode *root = xmlDocGetRootElement(doc), *x[] = {root, xmlFirstElementChild((xmlNode *)(uintptr_t)root),
	    xmlLastElementChild((xmlNode *)(uintptr_t)root)};
	assert_true(where_find(a, doc, span_of(text)));
	for (size_t i = 0; i < 3; i++) {
		const struct where *w = x[i]->_private;
		assert_int_equal(w->line, line[i]);
		assert_int_equal(w->col, col[i]);
	}
	assert_false(where_find(a, doc, SPAN_LIT("<a><b/></a>")));
	assert_null(root->_private);
	xmlFreeDoc(doc);
	arena_free(a);
}

static void
cells_without_rows_get_rows(void **state)
{
	(void)state;
	struct box b = open_fo("", "<fo:table><fo:table-body font-size='7pt'><fo:table-cell><fo:block>a</fo:block>"
	    "</fo:table-cell>"
	    "<fo:table-cell ends-row='true'><fo:block>b</fo:block></fo:table-cell><fo:table-cell starts-row='true'><fo:block>"
	    "c</fo:block>"
	    "</fo:table-cell><fo:table-cell><fo:block>d</fo:block></fo:table-cell><fo:table-cell starts-row='true'><fo:block>"
	    "e</fo:block>"
	    "</fo:table-cell></fo:table-body></fo:table>");
	static const size_t cells[] = {2, 2, 1};
	const struct fo_node *row = b.first->first->first;
	assert_int_equal(diag_count(b.diag), 0);
	for (size_t i = 0; i < 3; i++, row = row->next) {
		size_t n = 0;
		assert_int_equal(row->kind, FO_TABLE_ROW);
		assert_true(row->p->font_size == 7);
		for (const struct fo_node *c = row->first; c; c = c->next, n++)
			assert_int_equal(c->kind, FO_TABLE_CELL);
		assert_int_equal(n, cells[i]);
	}
	assert_null(row);
	close_fo(&b);
}

static void
markers_look_as_where_they_are_retrieved(void **state)
{
	(void)state;
	struct box b = open_fo("", "<fo:block font-size='20pt' color='red'><fo:marker marker-class-name='m'>plain<fo:inline "
	    "font-size='50%'>half"
	    "</fo:inline></fo:marker>x</fo:block><fo:block font-size='8pt' color='blue'>y</fo:block>");
	const struct fo_node *first = b.first, *got = fo_retrieve(b.arena, b.tree, first->first, first->next);
	assert_true(got->first->p->font_size == 8);
	assert_int_equal(got->first->p->color.rgb, 0x0000FF);
	assert_true(got->last->p->font_size == 4);
	assert_true(got->last->first->p->font_size == 4);
	assert_int_equal(got->last->first->p->color.rgb, 0x0000FF);
	close_fo(&b);
}

static void
what_has_no_effect_is_said_once(void **state)
{
	(void)state;
	struct box b = open_fo("", "<fo:block script='Latn'><fo:inline script='Latn'>a</fo:inline></fo:block>"
	    "<fo:block script='auto'>"
	    "<fo:inline text-decoration='blink' line-stacking-strategy='font-height'>b</fo:inline></fo:block><fo:block "
	    "text-decoration='underline'>"
	    "c</fo:block>");
	assert_int_equal(diag_count(b.diag), 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(diag_at(b.diag, i)->code, DIAG_FO_VALUE_BEYOND);
	close_fo(&b);
}

/* ---- the schema says the same as the tables ---- */

#define RNG "schemas/fo-profile.rng"

/* Whether the grammar defines an element or attribute of this name, prefixed as in the tables. */
static bool
grammar_has(xmlNode *x, const char *kind, const char *name)
{
	for (; x; x = x->next) {
		if (x->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)x->name, kind) == 0) {
			xmlChar *local = xmlGetProp(x, BAD_CAST "name"), *ns = xmlGetProp(x, BAD_CAST "ns");
			const char *uri = ns ? (const char *)ns : "";
			char full[100];
			snprintf(full, sizeof full, "%s%s", strstr(uri, "rapporteur") ? "rx:" : strstr(uri, "fop") ? "fox:" :
			    strstr(uri, "XML/1998") ? "xml:" : "", local ? (const char *)local : "");
			xmlFree(local);
			xmlFree(ns);
			if (strcmp(full, name) == 0)
				return true;
		}
		if (grammar_has(x->children, kind, name))
			return true;
	}
	return false;
}

static void
count_attributes(xmlNode *x, size_t *n)
{
	for (; x; x = x->next) {
		xmlChar *name = x->type == XML_ELEMENT_NODE ? xmlGetProp(x, BAD_CAST "name") : NULL;
		*n += name && strcmp((const char *)x->name, "attribute") == 0;
		xmlFree(name);
		count_attributes(x->children, n);
	}
}

static void
schema_and_tables_agree(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const char *path = data_path(a, RNG);
	assert_non_null(path);
	xmlDoc *rng = xmlReadFile(path, NULL, XML_PARSE_NONET);
	assert_non_null(rng);
	xmlNode *root = xmlDocGetRootElement(rng);
	static const char *const left_out[] = {
#define BEYOND(name, value) value[0] ? name : NULL,
#include "fo/props.def"
#undef BEYOND
	};
	size_t written = 0, initial = 0;
	for (size_t i = 0; i < FO_PROPS; i++)
		if (!grammar_has(root, "attribute", prop_table[i].name))
			fail_msg("not in " RNG ": %s", prop_table[i].name);
	for (size_t i = 0; i < FO_ATTRS; i++)
		if (!grammar_has(root, "attribute", attr_names[i]))
			fail_msg("not in " RNG ": %s", attr_names[i]);
	for (size_t i = 0; i < short_count; i++)
		if (!grammar_has(root, "attribute", short_table[i].name))
			fail_msg("not in " RNG ": %s", short_table[i].name);
	for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
		if (left_out[i] && !grammar_has(root, "attribute", left_out[i]))
			fail_msg("not in " RNG ": %s", left_out[i]);
		initial += left_out[i] != NULL;
	}
	for (int k = FO_ROOT; k < FO_KINDS; k++)
		if (!grammar_has(root, "element", fo_kind_name((enum fo_kind)k)))
			fail_msg("not in " RNG ": fo:%s", fo_kind_name((enum fo_kind)k));
	count_attributes(root, &written);
	assert_int_equal(written, FO_PROPS + FO_ATTRS + short_count + initial);
	xmlFreeDoc(rng);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_initial_value_is_a_value),
	    cmocka_unit_test(names_are_unique_and_words_known),
	    cmocka_unit_test(units_become_points),
	    cmocka_unit_test(percentages_wait_for_their_base),
	    cmocka_unit_test(wrong_values_are_reported_and_left),
	    cmocka_unit_test(colours_are_read),
	    cmocka_unit_test(what_is_beyond_the_profile_is_unsupported),
	    cmocka_unit_test(lines_along_text_add_up),
	    cmocka_unit_test(inherited_values_come_down),
	    cmocka_unit_test(narrower_shorthands_win),
	    cmocka_unit_test(other_shorthands_spread),
	    cmocka_unit_test(margins_become_indents_and_spaces),
	    cmocka_unit_test(list_functions_use_the_list),
	    cmocka_unit_test(inline_shifts_add_up),
	    cmocka_unit_test(equal_looks_share_one_record),
	    cmocka_unit_test(white_space_is_treated),
	    cmocka_unit_test(misplaced_objects_are_reported),
	    cmocka_unit_test(deep_nesting_is_cut_and_reported),
	    cmocka_unit_test(hopeless_documents_are_refused),
	    cmocka_unit_test(declarations_and_masters_are_found),
	    cmocka_unit_test(tags_are_found_in_the_text),
	    cmocka_unit_test(cells_without_rows_get_rows),
	    cmocka_unit_test(markers_look_as_where_they_are_retrieved),
	    cmocka_unit_test(what_has_no_effect_is_said_once),
	    cmocka_unit_test(every_property_names_its_clause),
	    cmocka_unit_test(schema_and_tables_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
