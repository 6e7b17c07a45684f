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

static const char *const looks[][5] = {{"style", "un", NULL}, {"style", "un", "paper", "a4", NULL}, {"style", "book", NULL},
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
no_text_is_lost_or_moved(void **state)
{
	(void)state;
	for (size_t i = 0; i < LOOKS; i++) {
		struct made m = make(looks[i]);
		struct fo_tree *t = fo_read(m.arena, m.fo, "made.fo", m.diag);
		struct buf all = {0};
		size_t at = 0;
		flow_text(t->root->first, &all);
		find_in_order(xmlDocGetRootElement(m.report), buf_span(&all), &at, false);
		buf_free(&all);
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
	} want[] = {{"un", "en", false, 0, 0}, {"un", "fr", false, 0, 0}, {"un", "es", false, 0, 0}, {"un", "ru", true, 2, 2}, {"un", "ar", false, 0, 0},
		{"un", "zh", false, 0, 0}, {"book", "en", true, 2, 3}, {"book", "fr", true, 2, 3}, {"book", "es", true, 2, 2}, {"book", "ru", true, 2, 2},
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(fo_is_understood),
	    cmocka_unit_test(no_text_is_lost_or_moved),
	    cmocka_unit_test(document_data_come_from_the_head),
	    cmocka_unit_test(hyphens_are_what_the_language_asks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
