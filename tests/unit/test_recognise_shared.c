/* SPDX-License-Identifier: MIT */
/*
 * test_recognise_shared.c - two real reports whose outline was written by hand: every heading with its
 * depth, and as many paragraphs and items as there are.  Skipped where the outlines are not at hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <dirent.h>
#include <cmocka.h>

#include "base/file.h"
#include "recognise/account.h"
#include "recognise/recognise.h"

#define CORPUS "../shared/corpus/"

static void
add_folded(struct buf *out, struct span s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] != ' ' && s.s[i] != '\n')
			buf_addc(out, s.s[i]);
}

/* A section with this number and heading at this depth? */
static bool
has_heading(const struct rep_node *root, const char *want, int depth)
{
	const struct rep_node *n;
	bool found = false;

	for (n = rep_next(root, root); n && !found; n = rep_next(root, n)) {
		struct buf text = {0}, folded = {0};
		const struct rep_node *c;
		const char *level = n->kind == REP_SECTION ? rep_get(n, "level") : "0";
		if (n->kind != REP_SECTION && n->kind != REP_FRONT)
			continue;
		for (c = n->first; c && (c->kind == REP_NUM || c->kind == REP_HEADING); c = c->next)
			rep_text_of(c, &text);
		add_folded(&folded, buf_span(&text));
		buf_addc(&folded, '\0');
		found = level && atoi(level) == depth && strcmp(folded.data, want) == 0;
		buf_free(&text);
		buf_free(&folded);
	}
	return found;
}

static size_t
count(const struct rep_node *root, enum rep_kind kind)
{
	const struct rep_node *n;
	size_t k = 0;

	for (n = rep_next(root, root); n; n = rep_next(root, n))
		k += n->kind == kind;
	return k;
}

static void
compare(const struct rep_node *root, char *gold)
{
	size_t para = 0, item = 0, annex = 0;
	char *line, *rest = gold;

	while ((line = rest) != NULL && *line) {
		char *field[4] = {line, NULL, NULL, NULL};
		int k;
		rest = strchr(line, '\n');
		if (rest)
			*rest++ = '\0';
		for (k = 1; k < 4; k++) {
			field[k] = strchr(field[k - 1], '\t');
			if (!field[k])
				break;
			*field[k]++ = '\0';
		}
		if (k < 4)
			continue;
		para += strcmp(field[0], "PARA") == 0;
		item += strcmp(field[0], "ITEM") == 0 || strcmp(field[0], "BULLET") == 0;
		annex += strcmp(field[0], "ANNEX") == 0;
		if (strcmp(field[0], "HEAD") == 0) {
			struct buf want = {0};
			add_folded(&want, span_of(field[2]));
			add_folded(&want, span_of(field[3]));
			buf_addc(&want, '\0');
			if (!has_heading(root, want.data, atoi(field[1])))
				fail_msg("no heading \"%s %s\" at depth %s", field[2], field[3], field[1]);
			buf_free(&want);
		}
	}
	assert_int_equal(count(root, REP_PARA), para);
	assert_int_equal(count(root, REP_ITEM), item);
	assert_int_equal(count(root, REP_ANNEX), annex);
}

static void
check(const char *draft_name, const char *gold_name)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {0};
	struct span bytes, gold;
	struct draft *draft;

	if (!file_read(a, gold_name, &gold, d)) {
		diag_free(d);
		arena_free(a);
		print_message("no outlines in ../shared/corpus\n");
		skip();
	}
	assert_true(file_read(a, draft_name, &bytes, d));
	draft = source_read(a, draft_name, bytes, SOURCE_AUTO, d);
	assert_non_null(draft);
	compare(recognise_structure(a, draft, &options, d)->report->root, arena_strndup(a, gold.s, gold.n));
	diag_free(d);
	arena_free(a);
}

static void
page_text(void **state)
{
	(void)state;
	check(CORPUS "A-77-275.es.txt", CORPUS "A-77-275.es.gold.tsv");
}

static void
markdown(void **state)
{
	(void)state;
	check(CORPUS "A-AC.292-2024-L.1.es.md", CORPUS "A-AC.292-2024-L.1.es.gold.tsv");
}

/* Every element answers why it is what it is: its lines, the rule, what spoke for it, how sure it is. */
static void
answers(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *e;
	size_t read = 0;

	if (dir == NULL) {
		print_message("no %s\n", folder);
		skip();
	}
	while ((e = readdir(dir)) != NULL) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct recognise_options options = {0};
		const char *path = arena_printf(a, "%s%s", folder, e->d_name);
		const struct rep_node *n = NULL;
		struct span bytes;
		struct draft *draft = NULL;
		if (strstr(e->d_name, ".txt") || strstr(e->d_name, ".md") || strstr(e->d_name, ".docx") || strstr(e->d_name, ".html"))
			if (file_read(a, path, &bytes, d))
				draft = source_read(a, path, bytes, SOURCE_AUTO, d);
		if (draft)
			n = recognise(a, draft, &options, account_new(a), d)->root;
		read += n != NULL;
		for (const struct rep_node *root = n; n; n = rep_next(root, n))
			if (n->kind != REP_TEXT && n->kind != REP_PAGEBREAK &&
			    !(n->rule && n->evidence && n->conf > 0 && (n->line_from || n->kind == REP_REPORT || n->kind == REP_HEAD)))
				fail_msg("%s: a %s near line %u does not say why (rule %s, evidence %s)", path, rep_name(n->kind),
				         n->line_from, n->rule ? n->rule : "-", n->evidence ? n->evidence : "-");
		diag_free(d);
		arena_free(a);
	}
	closedir(dir);
	assert_true(read > 0);
}

static void
samples_answer(void **state)
{
	(void)state;
	answers("samples/");
}

static void
corpus_answers(void **state)
{
	(void)state;
	answers(CORPUS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(page_text), cmocka_unit_test(markdown),
		cmocka_unit_test(samples_answer), cmocka_unit_test(corpus_answers)};

	return cmocka_run_group_tests_name("real reports", tests, NULL, NULL);
}
