/* SPDX-License-Identifier: MIT */
/* The PDF of a whole report, taken apart again: what its structure and its catalogue promise. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "layout/font_set.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/kids.h"
#include "pdf/pdf.h"
#include "report/report_xml.h"
#include "xslt/xslt.h"

#define MOST 2000

/* An element of the tree, in reading order. */
struct element {
	qpdf_oh oh;
	int id;                 /* object number */
	char role[16];
	size_t parent;          /* SIZE_MAX = the root's */
	size_t elements, marks; /* among its kids */
};

/* Marked content: where it stands and whose it is. */
struct held {
	int page;
	long mcid;
	size_t element;
};

struct taken {
	struct arena *arena;
	struct diag *diag;
	struct fontset *fonts;
	struct buf pdf;
	qpdf_data q;
	qpdf_oh root, tree;
	struct element element[MOST];
	struct held held[MOST];
	size_t n, nheld;
};

static qpdf_oh
at(struct taken *t, qpdf_oh from, const char *path)
{
	char step[64];
	while (*path != '\0') {
		size_t n = strcspn(path + 1, "/") + 1;
		memcpy(step, path, n);
		step[n] = '\0';
		path += n;
		from = step[1] >= '0' && step[1] <= '9' ? qpdf_oh_get_array_item(t->q, from, atoi(step + 1))
		                                        : qpdf_oh_get_key(t->q, from, step);
	}
	return from;
}

static const char *
text(struct taken *t, qpdf_oh from, const char *path)
{
	qpdf_oh s = at(t, from, path);
	return qpdf_oh_is_name(t->q, s) ? qpdf_oh_get_name(t->q, s)
	     : qpdf_oh_is_string(t->q, s) ? qpdf_oh_get_utf8_value(t->q, s) : "";
}

static long
number(struct taken *t, qpdf_oh from, const char *path)
{
	qpdf_oh v = at(t, from, path);
	assert_true(qpdf_oh_is_integer(t->q, v));
	return (long)qpdf_oh_get_int_value(t->q, v);
}

/* Below an element, depth first. */
static void
walk(struct taken *t, struct kid *e, size_t self)
{
	for (int i = 0; i < kids_count(t->q, e); i++) {
		struct kid k;
		if (!kids_at(t->q, e, i, &k))
			continue;
		assert_true(t->n < MOST && t->nheld < MOST);
		if (k.mcid >= 0) {
			assert_true(self != SIZE_MAX);
			t->held[t->nheld++] = (struct held){k.page, k.mcid, self};
			t->element[self].marks++;
			continue;
		}
		struct element *new = &t->element[t->n];
		*new = (struct element){.oh = k.elem, .id = qpdf_oh_get_object_id(t->q, k.elem), .parent = self};
		strncpy(new->role, text(t, k.elem, "/S") + 1, sizeof new->role - 1);
		if (self != SIZE_MAX)
			t->element[self].elements++;
		walk(t, &k, t->n++);
	}
}

/* The report that uses every element of the schema, beside a picture that is there. */
static int
take(void **state)
{
	struct taken *t = calloc(1, sizeof *t);
	*state = t;
	t->arena = arena_new();
	t->diag = diag_new();
	t->fonts = fontset_open(t->diag);
	struct span xml;
	struct buf b = {0}, raw = {0};
	const char *path = data_path(t->arena, "tests/golden/report/full.xml");
	const char *beside = data_path(t->arena, "tests/golden/fo/dots.png");
	if (path == NULL || beside == NULL || t->fonts == NULL || !file_read(t->arena, path, &xml, t->diag))
		return -1;
	size_t picture = span_find(xml, SPAN_LIT("coast.png"));
	buf_addspan(&b, span_sub(xml, 0, picture));
	buf_adds(&b, "dots.png");
	buf_addspan(&b, span_sub(xml, picture + 9, xml.n));
	xmlDoc *report = report_load(buf_span(&b), beside, t->diag), *fo = NULL;
	if (report == NULL || !xslt_apply(t->arena, "report-to-fo", report, NULL, &fo, t->diag))
		return -1;
	struct pages *pages = layout_pages(t->arena, fo_read(t->arena, fo, beside, t->diag), t->fonts, t->diag);
	const struct parts *parts = parts_of(t->arena, pages);
	const struct pdf_attachment inside[] = {
	    {"report.xml", "application/xml", "Source", "The report", buf_span(&b), {NULL, 0}}};
	paint_start();
	if (!paint_parts(parts, &raw, t->diag) ||
	    !pdf_finish(buf_span(&raw), pages, parts, inside, 1, &(struct pdf_info){"2044-08-03"}, &t->pdf, t->diag))
		return -1;
	xmlFreeDoc(report);
	buf_free(&b);
	buf_free(&raw);
	t->q = qpdf_init();
	if (qpdf_read_memory(t->q, "report.pdf", t->pdf.data, t->pdf.n, NULL) != 0)
		return -1;
	t->root = qpdf_get_root(t->q);
	t->tree = at(t, t->root, "/StructTreeRoot");
	walk(t, &(struct kid){t->tree, -1, 0}, SIZE_MAX);
	return 0;
}

static int
give(void **state)
{
	struct taken *t = *state;
	qpdf_cleanup(&t->q);
	buf_free(&t->pdf);
	arena_free(t->arena);
	fontset_free(t->fonts);
	diag_free(t->diag);
	free(t);
	return 0;
}

static bool
is(const struct element *e, const char *roles)
{
	char between[32];
	snprintf(between, sizeof between, " %s ", e->role);
	return strstr(roles, between) != NULL;
}

static size_t
by_id(const struct taken *t, int id)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->element[i].id == id)
			return i;
	return SIZE_MAX;
}

/* The value of a key in a number tree of one node. */
static qpdf_oh
in_numbers(struct taken *t, qpdf_oh nums, long key)
{
	for (int i = 0; i + 1 < qpdf_oh_get_array_n_items(t->q, nums); i += 2)
		if (qpdf_oh_get_int_value(t->q, qpdf_oh_get_array_item(t->q, nums, i)) == key)
			return qpdf_oh_get_array_item(t->q, nums, i + 1);
	fail_msg("no key %ld", key);
	return 0;
}

/* ---- structure ---- */

static void
test_roles(void **state)
{
	static const char *const wanted[] = {"Document", "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody",
	    "Note", "Reference",
	    "Link", "Table", "TR", "TH", "TD", "Figure", "BlockQuote", "TOC", "TOCI", "Caption", "Span"};
	const struct taken *t = *state;
	assert_string_equal(t->element[0].role, "Document");
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		size_t k = 0;
		while (k < t->n && strcmp(t->element[k].role, wanted[i]) != 0)
			k++;
		if (k == t->n)
			fail_msg("no %s", wanted[i]);
	}
	for (size_t i = 1; i < t->n; i++)
		assert_true(t->element[i].parent < i);
}

/* From one level to the next, never over one. */
static void
test_headings(void **state)
{
	const struct taken *t = *state;
	int level = 0;
	for (size_t i = 0; i < t->n; i++)
		if (is(&t->element[i], " H1 H2 H3 H4 H5 H6 ")) {
			assert_true(t->element[i].role[1] - '0' <= level + 1);
			level = t->element[i].role[1] - '0';
		}
	assert_true(level > 0);
}

static void
test_lists_and_tables(void **state)
{
	struct taken *t = *state;
	size_t bodies[MOST] = {0};
	for (size_t i = 1; i < t->n; i++) {
		const struct element *e = &t->element[i], *p = &t->element[e->parent];
		assert_true(!is(p, " L ") || is(e, " LI L Caption "));
		assert_true(!is(p, " LI ") || is(e, " Lbl LBody "));
		assert_true(!is(e, " LI ") || is(p, " L "));
		assert_true(!is(p, " TOC ") || is(e, " TOCI TOC Caption "));
		assert_true(!is(p, " Table ") || is(e, " TR THead TBody TFoot Caption "));
		assert_true(!is(p, " TR ") || is(e, " TH TD "));
		bodies[e->parent] += is(e, " LBody ");
		if (is(e, " TH "))
			assert_true(strcmp(text(t, e->oh, "/A/0/Scope"), "/Column") == 0 ||
			            strcmp(text(t, e->oh, "/A/0/Scope"), "/Row") == 0);
		if (is(e, " TD "))
			assert_true(qpdf_oh_get_array_n_items(t->q, at(t, e->oh, "/A/0/Headers")) > 0);
	}
	for (size_t i = 0; i < t->n; i++)
		assert_true(!is(&t->element[i], " LI ") || bodies[i] > 0);
}

/* Each note has an ID that leads to it, and points at its call as the call does at it. */
static void
test_notes(void **state)
{
	struct taken *t = *state;
	size_t notes = 0;
	qpdf_oh names = at(t, t->tree, "/IDTree/Names");
	for (size_t i = 0; i < t->n; i++) {
		if (!is(&t->element[i], " Note "))
			continue;
		size_t call = by_id(t, qpdf_oh_get_object_id(t->q, at(t, t->element[i].oh, "/Ref/0")));
		assert_true(call != SIZE_MAX && is(&t->element[call], " Reference "));
		assert_int_equal(qpdf_oh_get_object_id(t->q, at(t, t->element[call].oh, "/Ref/0")), t->element[i].id);
		const char *id = arena_strdup(t->arena, text(t, t->element[i].oh, "/ID"));
		int k = 0;
		while (k < qpdf_oh_get_array_n_items(t->q, names) &&
		       strcmp(qpdf_oh_get_utf8_value(t->q, qpdf_oh_get_array_item(t->q, names, k)), id) != 0)
			k += 2;
		assert_int_equal(qpdf_oh_get_object_id(t->q, qpdf_oh_get_array_item(t->q, names, k + 1)), t->element[i].id);
		notes++;
	}
	assert_true(notes >= 5);
}

/* Each link is described, printed, without frame, and hangs below a Link that holds it. */
static void
test_links(void **state)
{
	struct taken *t = *state;
	size_t links = 0;
	for (int i = 0; i < qpdf_get_num_pages(t->q); i++) {
		qpdf_oh page = qpdf_get_page_n(t->q, (size_t)i), list = at(t, page, "/Annots");
		for (int k = 0; qpdf_oh_is_array(t->q, list) && k < qpdf_oh_get_array_n_items(t->q, list); k++) {
			qpdf_oh a = qpdf_oh_get_array_item(t->q, list, k);
			assert_true(*text(t, a, "/Contents") != '\0');
			assert_int_equal(number(t, a, "/F"), 4);
			assert_int_equal(number(t, a, "/Border/2"), 0);
			qpdf_oh nums = at(t, t->tree, "/ParentTree/Nums");
			size_t e = by_id(t, qpdf_oh_get_object_id(t->q, in_numbers(t, nums, number(t, a, "/StructParent"))));
			assert_true(e != SIZE_MAX && is(&t->element[e], " Link Reference "));
			qpdf_oh kids = at(t, t->element[e].oh, "/K");
			bool held = false;
			for (int c = 0; c < qpdf_oh_get_array_n_items(t->q, kids); c++) {
				qpdf_oh kid = qpdf_oh_get_array_item(t->q, kids, c);
				held |= qpdf_oh_is_dictionary(t->q, kid) && qpdf_oh_has_key(t->q, kid, "/Obj") &&
				        qpdf_oh_get_object_id(t->q, at(t, kid, "/Obj")) == qpdf_oh_get_object_id(t->q, a);
			}
			assert_true(held);
			links++;
		}
	}
	assert_true(links >= 5);
}

static void
test_figure(void **state)
{
	struct taken *t = *state;
	static const char *const alt[] = {"https://docs.un.org/en/A/AC.999/2044/7", "Outline map of a coast with four towers"};
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++)
		if (is(&t->element[i], " Figure ")) {
			assert_true(n < 2);
			assert_string_equal(text(t, t->element[i].oh, "/Alt"), alt[n++]);
			assert_int_equal(qpdf_oh_get_array_n_items(t->q, at(t, t->element[i].oh, "/A/0/BBox")), 4);
		}
	assert_int_equal(n, 2);
}

/* Text stands in leaves, and every mark of a page leads back to the leaf that holds it. */
static void
test_leaves(void **state)
{
	struct taken *t = *state;
	for (size_t i = 0; i < t->n; i++)
		assert_true(t->element[i].marks == 0 || t->element[i].elements == 0);
	for (int i = 0; i < qpdf_get_num_pages(t->q); i++) {
		qpdf_oh page = qpdf_get_page_n(t->q, (size_t)i);
		qpdf_oh back = in_numbers(t, at(t, t->tree, "/ParentTree/Nums"), number(t, page, "/StructParents"));
		int marks = 0;
		for (size_t k = 0; k < t->nheld; k++) {
			if (t->held[k].page != qpdf_oh_get_object_id(t->q, page))
				continue;
			qpdf_oh leaf = qpdf_oh_get_array_item(t->q, back, (int)t->held[k].mcid);
			assert_int_equal(qpdf_oh_get_object_id(t->q, leaf), t->element[t->held[k].element].id);
			marks++;
		}
		assert_int_equal(marks, qpdf_oh_get_array_n_items(t->q, back));
	}
}

/* How often a word stands in the content of all pages. */
static size_t
in_content(struct taken *t, const char *word)
{
	size_t found = 0;
	for (int i = 0; i < qpdf_get_num_pages(t->q); i++) {
		unsigned char *data = NULL;
		size_t n = 0;
		qpdf_oh_get_page_content_data(t->q, qpdf_get_page_n(t->q, (size_t)i), &data, &n);
		struct span rest = {(const char *)data, n};
		for (size_t k; (k = span_find(rest, span_of(word))) != SIZE_MAX; found++)
			rest = span_sub(rest, k + 1, rest.n);
		free(data);
	}
	return found;
}

static void
test_artifacts_and_languages(void **state)
{
	struct taken *t = *state;
	size_t heads = in_content(t, "/Artifact <</Type/Pagination/Subtype/Header>> BDC");
	size_t feet = in_content(t, "/Artifact <</Type/Pagination/Subtype/Footer>> BDC");
	size_t layout = in_content(t, "/Artifact <</Type/Layout>> BDC");
	assert_true(heads > 0 && feet > 0 && layout > 0);
	assert_int_equal(in_content(t, "/Artifact"), heads + feet + layout);
	/* words in Spanish and in Arabic within an English report */
	assert_string_equal(text(t, t->root, "/Lang"), "en");
	assert_true(in_content(t, "/Lang(es)") > 0 && in_content(t, "/Lang(ar)") > 0);
}

/* ---- document ---- */

static void
test_catalogue(void **state)
{
	static const char *const xmp[] = {"<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<",
	    "<dc:title><rdf:Alt>",
	    "Lighthouses on mountains", "<dc:language><rdf:Bag><rdf:li>en<", "<dc:creator><rdf:Seq><rdf:li>General Assembly<",
	    "<dc:publisher><rdf:Bag><rdf:li>United Nations<", "<dc:identifier>A/AC.999/2044/7<",
	    "<dc:date><rdf:Seq><rdf:li>2044-08-03<",
	    "<xmp:CreateDate>2044-08-03T00:00:00Z<"};
	struct taken *t = *state;
	assert_true(qpdf_oh_get_bool_value(t->q, at(t, t->root, "/MarkInfo/Marked")));
	assert_true(qpdf_oh_get_bool_value(t->q, at(t, t->root, "/ViewerPreferences/DisplayDocTitle")));
	assert_string_equal(text(t, t->root, "/OutputIntents/0/S"), "/GTS_PDFA1");
	assert_true(qpdf_oh_is_stream(t->q, at(t, t->root, "/OutputIntents/0/DestOutputProfile")));
	assert_int_equal(number(t, qpdf_oh_get_dict(t->q, at(t, t->root, "/OutputIntents/0/DestOutputProfile")), "/N"), 3);
	assert_string_equal(text(t, t->root, "/Names/EmbeddedFiles/Names/0"), "report.xml");
	assert_string_equal(text(t, t->root, "/AF/0/AFRelationship"), "/Source");
	unsigned char *data = NULL;
	size_t n = 0;
	assert_int_equal(qpdf_oh_get_stream_data(t->q, at(t, t->root, "/Metadata"), qpdf_dl_all, NULL, &data, &n), 0);
	for (size_t i = 0; i < sizeof xmp / sizeof *xmp; i++)
		if (span_find((struct span){(const char *)data, n}, span_of(xmp[i])) == SIZE_MAX)
			fail_msg("no %s", xmp[i]);
	free(data);
	qpdf_oh trailer = qpdf_get_trailer(t->q);
	assert_non_null(strstr(text(t, trailer, "/Info/Title"), "Lighthouses on mountains"));
	size_t id = 0;
	qpdf_oh_get_binary_string_value(t->q, at(t, trailer, "/ID/0"), &id);
	assert_int_equal(id, 16);
}

/* What is no standard role stands for one. */
static void
test_role_map(void **state)
{
	struct taken *t = *state;
	static const char standard[] = " Document Part Sect Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Lbl "
	    "LBody Table TR"
	                               " TH TD THead TBody TFoot Span Quote Note Reference Link Figure ";
	for (size_t i = 0; i < t->n; i++)
		if (!is(&t->element[i], standard)) {
			const char *key = arena_printf(t->arena, "/RoleMap/%s", t->element[i].role);
			assert_non_null(strstr(standard, arena_printf(t->arena, " %s ", text(t, t->tree, key) + 1)));
		}
}

static void
test_pages(void **state)
{
	struct taken *t = *state;
	int n = qpdf_get_num_pages(t->q);
	assert_int_equal(number(t, t->root, "/PageLabels/Nums/0"), 0);
	assert_string_equal(text(t, t->root, "/PageLabels/Nums/1/S"), "/D");
	assert_true(n > 3);
	for (int i = 0; i < n; i++) {
		qpdf_oh page = qpdf_get_page_n(t->q, (size_t)i);
		assert_string_equal(text(t, page, "/Tabs"), "/S");
		assert_false(qpdf_oh_has_key(t->q, page, "/Group"));
	}
	assert_int_equal(span_find(buf_span(&t->pdf), SPAN_LIT("/Transparency")), SIZE_MAX);
}

/* The outline names headings, in their order and step by step. */
static void
test_outline(void **state)
{
	static const char *const titles[] = {"Contents", "Note by the Secretariat", "I. Introduction",
	    "II. State of the work"};
	struct taken *t = *state;
	qpdf_oh o = at(t, t->root, "/Outlines/First");
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++, o = at(t, o, "/Next")) {
		assert_string_equal(text(t, o, "/Title"), titles[i]);
		assert_true(qpdf_oh_is_dictionary(t->q, at(t, o, "/Dest/0")));
	}
	assert_string_equal(text(t, t->root, "/Outlines/First/Next/Next/Next/First/Title"), "A. Lamps");
	assert_string_equal(text(t, t->root, "/PageMode"), "/UseOutlines");
}

/* What Cairo will not draw, such as text that is no UTF-8, ends the work with a message. */
static void
test_failed_drawing(void **state)
{
	struct taken *t = *state;
	struct part_glyph glyph = {.index = 5, .text = SPAN_LIT("\xFF")};
	struct part_font font = {.font = fontlist_for(t->fonts, "Liberation Serif", 400, false)->font[0],
	    .glyph = &glyph, .nglyph = 1};
	struct diag *d = diag_new();
	struct buf raw = {0};
	assert_false(paint_parts(&(struct parts){.font = &font, .nfont = 1}, &raw, d));
	assert_int_equal(diag_count(d), 1);
	assert_int_equal(diag_at(d, 0)->code, DIAG_PAINT_FAILED);
	buf_free(&raw);
	diag_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_roles), cmocka_unit_test(test_headings), cmocka_unit_test(test_lists_and_tables),
	    cmocka_unit_test(test_notes), cmocka_unit_test(test_links), cmocka_unit_test(test_figure),
	    cmocka_unit_test(test_leaves), cmocka_unit_test(test_artifacts_and_languages),
	    cmocka_unit_test(test_catalogue), cmocka_unit_test(test_role_map), cmocka_unit_test(test_pages),
	    cmocka_unit_test(test_outline), cmocka_unit_test(test_failed_drawing),
	};
	return cmocka_run_group_tests(tests, take, give);
}
