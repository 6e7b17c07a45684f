/* SPDX-License-Identifier: MIT */
/* test_same_report.c - one paper in several forms of draft is one report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "unit/fixture.h"

struct version {
	const char *name;
	enum source_form form;
	const char *text;
};

/* Kinds and text without trace; how text was cut into pieces does not matter. */
static void
write_node(const struct rep_node *n, int depth, struct buf *out)
{
	const struct rep_node *k;

	buf_printf(out, "\n%*s%s ", depth, "", rep_name(n->kind));
	for (k = n->first; k != NULL; k = k->next) {
		if (k->kind == REP_TEXT)
			buf_addspan(out, k->text);
		else
			write_node(k, depth + 1, out);
	}
}

static char *
tree_of(struct fixture *f, const struct version *v, const char *lang)
{
	struct recognise_options options = {.lang = lang};
	const struct draft *d = source_read(f->a, v->name, span_of(v->text), v->form, f->d);
	struct report *r;
	struct buf out = {0};
	char *s;

	assert_non_null(d);
	r = recognise(f->a, d, &options, account_new(f->a), f->d);
	assert_non_null(r);
	write_node(r->root, 0, &out);
	s = arena_strndup(f->a, out.data, out.n);
	buf_free(&out);
	return s;
}

static void
same(struct fixture *f, const struct version *v, size_t n, const char *lang)
{
	const char *first = tree_of(f, &v[0], lang);

	for (size_t i = 1; i < n; i++) {
		const char *other = tree_of(f, &v[i], lang);
		if (strcmp(first, other) != 0)
			fail_msg("%s\n%s\ndiffers from %s\n%s", v[0].name, first, v[i].name, other);
	}
}

#define COUNT(x) (sizeof(x) / sizeof *(x))

static void
numbered_report(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "I. Ropes \n\n1. The wardens of the nine harbours met at the old quay in the spring and spoke for two \n\n"
		 "days about the bells that had fallen silent, and asked for the following:1 \n\n(a) Hemp of the second "
		 "year; \n\n(b) Tar. \n\n2. They went home by the road along the quay, and nobody was asked to stay. \n\n"
		 "II. Ladders \n\n3. Every tower is to have a ladder of its own. \n\n__________________ \n\n"
		 " 1 See the book of ropes. \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "I. Ropes\n1. The wardens of the nine harbours met at the old quay in the spring and spoke for two\n"
		 "days about the bells that had fallen silent, and asked for the following:1\n(a) Hemp of the second "
		 "year;\n(b) Tar.\n2. They went home by the road along the quay, and nobody was asked to stay.\n"
		 "II. Ladders\n3. Every tower is to have a ladder of its own.\n__________________\n1 See the book of "
		 "ropes.\n"},
		{"layout", SOURCE_PAGE_LAYOUT,
		 "   I. Ropes\n\n   1.   The wardens of the nine harbours met at the old quay in the spring and spoke for two\n"
		 "   days about the bells that had fallen silent, and asked for the following:1\n\n      (a)   Hemp of the "
		 "second year;\n\n      (b)   Tar.\n\n   2.   They went home by the road along the quay, and nobody was asked "
		 "to stay.\n\n   II. Ladders\n\n   3.   Every tower is to have a ladder of its own.\n\n__________________\n"
		 "   1 See the book of ropes.\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "## I. Ropes\n\n1\\. The wardens of the nine harbours met at the old quay in the spring and spoke for two "
		 "days about the bells that had fallen silent, and asked for the following:[^1]\n\n(a) Hemp of the second "
		 "year;\n\n(b) Tar.\n\n2\\. They went home by the road along the quay, and nobody was asked to stay.\n\n"
		 "## II. Ladders\n\n3\\. Every tower is to have a ladder of its own.\n\n[^1]: See the book of ropes.\n"},
	};

	same(*state, v, COUNT(v), "en");
}

static void
chinese_report(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "一. 绳索 \n\n1. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品： \n\n(a) 麻； \n\n"
		 "(b) 焦油。 \n\n二. 梯子 \n\n2. 每座塔应有自己的梯子。 \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "一. 绳索\n1. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：\n(a) 麻；\n"
		 "(b) 焦油。\n二. 梯子\n2. 每座塔应有自己的梯子。\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "## 一. 绳索\n\n1\\. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：\n\n(a) 麻；\n\n"
		 "(b) 焦油。\n\n## 二. 梯子\n\n2\\. 每座塔应有自己的梯子。\n"},
	};

	same(*state, v, COUNT(v), "zh");
}

static void
resolution(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "98/512. Cloches des petits ports \n\nL’Assemblée générale, \n\nRappelant sa résolution sur les cloches des "
		 "petits ports et sur ceux qui les gardent, \n\n1. Décide que chaque corde sera renouvelée une fois tous les "
		 "dix ans ; \n\n2. Prie les gardiens de compter les échelles. \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "98/512. Cloches des petits ports\nL’Assemblée générale,\nRappelant sa résolution sur les cloches des "
		 "petits ports et sur ceux qui les gardent,\n1. Décide que chaque corde sera renouvelée une fois tous les "
		 "dix ans ;\n2. Prie les gardiens de compter les échelles.\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "# 98/512. Cloches des petits ports\n\nL’Assemblée générale,\n\nRappelant sa résolution sur les cloches des "
		 "petits ports et sur ceux qui les gardent,\n\n1\\. Décide que chaque corde sera renouvelée une fois tous les "
		 "dix ans ;\n\n2\\. Prie les gardiens de compter les échelles.\n"},
	};

	same(*state, v, COUNT(v), "fr");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(numbered_report, setup, teardown),
		cmocka_unit_test_setup_teardown(chinese_report, setup, teardown),
		cmocka_unit_test_setup_teardown(resolution, setup, teardown),
	};

	return cmocka_run_group_tests_name("one paper, several forms", tests, NULL, NULL);
}
