/* SPDX-License-Identifier: MIT */
/* outline.h - the blocks and elements found in a draft, for tests of structure; include after cmocka.h. */
#ifndef TESTS_UNIT_OUTLINE_H
#define TESTS_UNIT_OUTLINE_H

#include <stdio.h>
#include <string.h>

#include "recognise/recognise.h"

/* What blocks_dump says, without figures and rules: "kind depth: text". */
static inline void
outline(const char *text, enum source_form form, const char *lang, struct buf *out)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = lang};
	struct draft *draft = source_read(a, "test", span_of(text), form, d);
	struct recognised *r = recognise_structure(a, draft, &options, d);
	struct buf dump = {0};
	uint32_t first = 0;
	char *line, *rest;

	assert_int_equal(recognised_unplaced(r, &first), 0);
	blocks_dump(r, &dump);
	rest = arena_strdup(a, dump.data ? dump.data : "");
	while ((line = rest) != NULL && *line) {
		char *colon, kind[32] = "";
		unsigned depth = 0;
		rest = strchr(line, '\n');
		if (rest)
			*rest++ = '\0';
		if (strncmp(line, "drop ", 5) == 0 || strncmp(line, "url ", 4) == 0)
			continue;
		sscanf(line, "%31s %u", kind, &depth);
		colon = strstr(line, ": ");
		buf_printf(out, "%s %u%s\n", kind, strncmp(kind, "note", 4) == 0 ? 0 : depth, colon ? colon : "");
	}
	buf_addc(out, '\0');
	buf_free(&dump);
	diag_free(d);
	arena_free(a);
}

static inline void
expect(const char *text, enum source_form form, const char *lang, const char *blocks)
{
	struct buf out = {0};

	outline(text, form, lang, &out);
	assert_string_equal(out.data, blocks);
	buf_free(&out);
}

/* The headings of a text and their levels, a line for each. */
static inline void
expect_headings(const char *text, enum source_form form, const char *lang, const char *headings)
{
	struct buf out = {0}, heads = {0};
	const char *line, *end;

	outline(text, form, lang, &out);
	for (line = out.data; line != NULL && *line != '\0'; line = end != NULL ? end + 1 : NULL) {
		const char *kind = strncmp(line, "plain-heading ", 14) == 0 ? line + 14
		                   : strncmp(line, "heading ", 8) == 0      ? line + 8
		                                                            : NULL;
		end = strchr(line, '\n');
		if (kind != NULL)
			buf_add(&heads, kind, (size_t)(end - kind) + 1);
	}
	buf_addc(&heads, '\0');
	assert_string_equal(heads.data, headings);
	buf_free(&heads);
	buf_free(&out);
}

/* A text of single lines that was read and recognised; free it with read_paper_free(). */
struct read_paper {
	struct arena *a;
	struct diag *d;
	const struct rep_node *root;
};

static inline struct read_paper
read_paper(const char *text, const char *lang)
{
	struct read_paper p = {.a = arena_new(), .d = diag_new()};
	struct recognise_options options = {.lang = lang};
	struct draft *draft = source_read(p.a, "test", span_of(text), SOURCE_PAGE_SINGLE, p.d);

	p.root = recognise_structure(p.a, draft, &options, p.d)->report->root;
	return p;
}

static inline void
read_paper_free(struct read_paper *p)
{
	diag_free(p->d);
	arena_free(p->a);
}

/* The first element of the kind in n, or NULL. */
static inline const struct rep_node *
element(const struct rep_node *n, enum rep_kind kind)
{
	const struct rep_node *root = n;

	while (n != NULL && n->kind != kind)
		n = rep_next(root, n);
	return n;
}

#endif
