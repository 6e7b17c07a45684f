/* SPDX-License-Identifier: MIT */
/* set_para.h - text to lines and glyphs for the tests of paragraphs; include after cmocka.h. */
#ifndef TESTS_UNIT_SET_PARA_H
#define TESTS_UNIT_SET_PARA_H

#include <math.h>
#include <string.h>

#include "bench.h"
#include "layout/para_int.h"

struct setting {
	struct bench in;
	struct text_style text;
	struct para_style style;
	struct para *para;
	const struct para_line *line;
	size_t n;
	struct page page;      /* every line at its number times 12 */
};

static int
setup(void **state)
{
	int failed = bench_open(state, sizeof(struct setting));
	struct setting *b = *state;
	b->text = (struct text_style){.families = "Liberation Serif, Noto Naskh Arabic, Noto Serif CJK SC",
	    .weight = 400, .size_pt = 10,
		.hscale = 1, .lang = "en", .hyphenate = true};
	b->style = (struct para_style){.measure = 200, .align = ALIGN_JUSTIFY, .line_height = 12, .base = &b->text};
	return failed;
}


static void
set_inlines(struct setting *b, const struct inl *inl, size_t n)
{
	b->para = para_new(b->in.a, b->in.fonts, inl, n, &b->style, (struct pos){"test", 1, 0}, b->in.d);
	b->line = para_break(b->para, &b->n);
	b->page = (struct page){0};
	for (size_t i = 0; i < b->n; i++)
		para_place(b->para, i, b->style.rtl ? b->style.measure : 0, 12 * (double)i, b->in.a, &b->page);
}

static void
set_text(struct setting *b, const char *text)
{
	struct inl *inl = ARENA_NEW(b->in.a, struct inl);
	*inl = (struct inl){.kind = INL_TEXT, .style = &b->text, .text = span_of(text)};
	set_inlines(b, inl, 1);
}

/* The text of the lines, each ended by "|". */
static inline const char *
lines_of(struct setting *b)
{
	struct buf out = {0};
	double y = -1;
	for (size_t i = 0; i < b->page.nitem; i++) {
		const struct item *it = &b->page.item[i];
		if (it->kind != ITEM_GLYPHS || it->artifact != ARTIFACT_NONE)
			continue;
		if (it->y > y + 6 && y >= 0)
			buf_addc(&out, '|');
		y = it->y > y ? it->y : y;
		buf_addspan(&out, it->text);
	}
	buf_addc(&out, '|');
	const char *s = arena_strndup(b->in.a, out.data, out.n);
	buf_free(&out);
	return s;
}

static inline const struct item *
item_with(const struct setting *b, const char *text)
{
	for (size_t i = 0; i < b->page.nitem; i++)
		if (b->page.item[i].kind == ITEM_GLYPHS && span_find(b->page.item[i].text, span_of(text)) != SIZE_MAX)
			return &b->page.item[i];
	fail_msg("no item has %s", text);
	return NULL;
}

#define assert_near(a, b, eps) assert_true(fabs((double)(a) - (double)(b)) <= (eps))

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
