/* SPDX-License-Identifier: MIT */
/* test_source.c - whatever the bytes, a draft that is read accounts for every character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "source/source.h"

static const enum source_form forms[] = {SOURCE_AUTO, SOURCE_PAGE_DOUBLE, SOURCE_PAGE_SINGLE,
                                         SOURCE_PAGE_LAYOUT, SOURCE_MARKDOWN, SOURCE_HTML};
#define FORMS (sizeof forms / sizeof *forms)

/* The same numbers on every machine. */
static uint32_t
rnd(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

static void
check_draft(const struct draft *d)
{
	const struct source_account *a = &d->account;
	assert_true((ptrdiff_t)a->input ==
	            (ptrdiff_t)(a->text + a->markup + a->dropped) + a->normalised);
	assert_int_equal(a->text, utf8_count(d->text));
	assert_true(utf8_invalid(d->text) == SIZE_MAX);
	assert_true(d->nline > 0);
	uint32_t end = 0, no = 0;
	for (size_t i = 0; i < d->nline; i++) {
		const struct line *l = &d->line[i];
		assert_ptr_equal(l->text.s, d->text.s + l->off);
		assert_true(l->off >= end && l->off + l->text.n <= d->text.n);
		assert_true(span_trim(l->text).n > 0);
		assert_null(memchr(l->text.s, '\n', l->text.n));
		assert_true(l->no >= no);
		end = l->off + (uint32_t)l->text.n;
		no = l->no;
	}
	for (size_t i = 0; i < d->nmark; i++) {
		assert_true(d->mark[i].off < d->mark[i].end && d->mark[i].end <= d->text.n);
		assert_true(i == 0 || d->mark[i].off >= d->mark[i - 1].off);
	}
	for (size_t i = 0; i < d->text.n;) {
		uint32_t c = utf8_next(d->text.s, d->text.n, &i);
		assert_true(c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7F && c != 0xAD && c != 0xFEFF));
	}
	for (size_t i = 0; d->origin != NULL && i < d->text.n; i++)
		assert_true(d->origin[i] < d->input.n && (i == 0 || d->origin[i] >= d->origin[i - 1]));
	struct pos last = source_pos(d, (uint32_t)d->text.n);
	assert_true(last.line >= 1);
}

/* Read in every form; each either gives a sound draft or exactly one report. */
static void
read_all_forms(struct span bytes)
{
	for (size_t k = 0; k < FORMS; k++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct draft *draft = source_read(a, "random", bytes, forms[k], d);
		if (draft != NULL)
			check_draft(draft);
		else
			assert_int_equal(diag_count(d), 1);
		for (size_t i = 0; i < diag_count(d); i++)
			if (diag_at(d, i)->code == DIAG_SRC_ACCOUNT)
				fail_msg("%s, %s: %.*s", source_form_name(forms[k]), diag_at(d, i)->detail, (int)bytes.n, bytes.s);
		diag_free(d);
		arena_free(a);
	}
}

static void
random_bytes_balance(void **state)
{
	uint32_t seed = 7;
	(void)state;
	for (int round = 0; round < 300; round++) {
		struct buf b = {0};
		for (uint32_t n = rnd(&seed, 200); n > 0; n--)
			buf_addc(&b, (char)rnd(&seed, round % 3 == 0 ? 256 : 128));
		read_all_forms(buf_span(&b));
		buf_free(&b);
	}
}

static void
random_characters_balance(void **state)
{
	static const uint32_t some[] = {'a', 'B', '1', '.', ' ', ' ', '\n', '\n', '\r', '\t', '\f', 0xA0, 0xAD, 0xE9,
	    0x301, 0x300, 0x323, 0x200E, 0x202B, 0x202C, 0xFEFF, 0x644, 0x627, 0x654, 0x64B, 0x640, 0x4E2D, 0x3099, 0x304B,
	    0xF900, 0x1100, 0x1161, 0x11A8, 0x2028, 0x85, 0x2126, 0x958, 0x1F600, 0xFFFF, 0x1, 0x7F, 0xFB1D};
	uint32_t seed = 11;
	(void)state;
	for (int round = 0; round < 500; round++) {
		struct buf b = {0};
		for (uint32_t n = rnd(&seed, 120); n > 0; n--)
			buf_addu(&b, some[rnd(&seed, sizeof some / sizeof *some)]);
		read_all_forms(buf_span(&b));
		buf_free(&b);
	}
}

static void
random_markup_balances(void **state)
{
	static const char *const some[] = {"# ", "## ", "1. ", "15) ", "- ", "* ", "> ", "    ", "\n", "\n", "\n\n", "word ",
	    "two words", "**", "*", "_", "`", "[", "](#)", "](http://x/y)", "[^1]", "[^n]: ", "[^1]: ", "\\",
	    "\\.", "|", "|---|---|\n",
	    "| a | b |\n", "<br>", "<sup>", "</sup>", "<table>", "<tr>", "<td>", "<td colspan=\"3\">",
	    "<th>", "</td>", "</tr>",
	    "</table>", "<p>", "</p>", "<!--", "-->", "<script>", "</script>", "&amp;", "&nbsp;", "&#8217;",
	    "&#0;", "&bad;", "&shy;",
	    "---\n", "```\n", "~~~\n", "  \n", "\r\n", "\xC3\xA9", "e\xCC\x81", "\xE2\x80\x8F",
	    "<http://a.b>", "![x](y.png)", "<", ">",
	    "<ol start=3>", "<li>", "</li>", "</ol>", "<h2>", "</h2>", "<a href='#fn1'>", "</a>", "\f"};
	uint32_t seed = 23;
	(void)state;
	for (int round = 0; round < 1500; round++) {
		struct buf b = {0};
		for (uint32_t n = rnd(&seed, 40); n > 0; n--)
			buf_adds(&b, some[rnd(&seed, sizeof some / sizeof *some)]);
		read_all_forms(buf_span(&b));
		buf_free(&b);
	}
}

/* Seconds that reading takes, once. */
static double
seconds_once(struct span bytes, enum source_form form)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct timespec from, to;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	source_read(a, "growth", bytes, form, d);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	diag_free(d);
	arena_free(a);
	return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* The best of three: other programs run too. */
static double
seconds(struct span bytes, enum source_form form)
{
	double best = seconds_once(bytes, form);
	for (int again = 0; again < 2; again++) {
		double t = seconds_once(bytes, form);
		best = t < best ? t : best;
	}
	return best;
}

/* No count of steps is to be had; eight times the input would take 64 times as long if it were squared. */
static void
time_grows_with_the_input(void **state)
{
	static const struct { const char *unit; enum source_form form; size_t n; } cases[] = {
	    {"A line of page text that is of some length.\n\n", SOURCE_PAGE_DOUBLE, 40000},
	    {"\xD0\xA1\xD0\xBB\xD0\xBE\xD0\xB2\xD0\xBE e\xCC\x81 \f", SOURCE_PAGE_SINGLE, 40000},
	    {"\n \n", SOURCE_PAGE_SINGLE, 100000},
	    {"1. Item with *words* and [link](#).\n\n", SOURCE_MARKDOWN, 10000},
	    {"[", SOURCE_MARKDOWN, 20000}, {"*a ", SOURCE_MARKDOWN, 20000}, {"![[](", SOURCE_MARKDOWN, 10000},
	    {"[^", SOURCE_MARKDOWN, 40000}, {"[^1]", SOURCE_MARKDOWN, 20000}, {"<", SOURCE_MARKDOWN, 20000},
	    {"`a``", SOURCE_MARKDOWN, 10000}, {"|a", SOURCE_MARKDOWN, 20000}, {"&a;", SOURCE_MARKDOWN, 20000},
	    {"<td>", SOURCE_MARKDOWN, 20000}, {"- a\n\n", SOURCE_MARKDOWN, 10000}, {"<sup>", SOURCE_MARKDOWN, 20000},
	    {"<p>a<br>", SOURCE_HTML, 20000}, {"<b>", SOURCE_HTML, 10000}, {"<td>x", SOURCE_HTML, 20000},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {0};
		for (size_t k = 0; k < cases[i].n / 2; k++)
			buf_adds(&b, cases[i].unit);
		double once = seconds(buf_span(&b), cases[i].form);
		for (size_t k = 0; k < cases[i].n / 2 * 7; k++)
			buf_adds(&b, cases[i].unit);
		double eight = seconds(buf_span(&b), cases[i].form);
		buf_free(&b);
		if (eight > 24 * once + 0.1)
			fail_msg("case %zu: %.3f s, eight times as much %.3f s", i, once, eight);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(random_bytes_balance),
	    cmocka_unit_test(random_characters_balance),
	    cmocka_unit_test(random_markup_balances),
	    cmocka_unit_test(time_grows_with_the_input),
	};
	return cmocka_run_group_tests_name("source properties", tests, NULL, NULL);
}
