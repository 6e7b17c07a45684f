/* SPDX-License-Identifier: MIT */
/*
 * test_recognise_random.c - whatever happens to the lines of a draft, each of its bytes is accounted
 * for, the tree is valid, and two runs agree.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "recognise/account.h"
#include "recognise/recognise.h"
#include "report/report_xml.h"

#define ROUNDS 400

static uint64_t seed = 0x9E3779B97F4A7C15u;

static uint32_t
roll(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return n ? (uint32_t)(seed >> 16) % n : 0;
}

static const char *const samples[] = {
	"samples/faros.es.txt", "samples/harbour-bells.en.txt", "samples/kite-weather.en.md",
	"samples/mayaki.ru.txt", "samples/moulins.fr.txt", "samples/terraces.zh.txt", "samples/wahat.ar.txt",
};

static struct span
sample(struct arena *a, size_t i, struct diag *d)
{
	struct span s = {0};
	const char *path = data_path(a, samples[i % (sizeof samples / sizeof samples[0])]);

	if (path == NULL || !file_read(a, path, &s, d))
		s = (struct span){0};
	return s;
}

static size_t
lines_of(struct arena *a, struct span s, struct span **out)
{
	size_t n = 0, cap = 0, i, from = 0;
	struct span *v = NULL;

	for (i = 0; i <= s.n; i++)
		if (i == s.n || s.s[i] == '\n') {
			*VEC_PUSH(a, v, n, cap) = span_sub(s, from, i);
			from = i + 1;
		}
	*out = v;
	return n;
}

static void
random_line(struct buf *b)
{
	static const uint32_t from[] = {0x20, 0x41, 0x600, 0x400, 0x4E00, 0x300, 0x2018, 0xF020, 0x1F600};
	uint32_t n = roll(60), base = from[roll(sizeof from / sizeof from[0])];

	while (n--)
		buf_addu(b, base + roll(0x50));
}

/* Lines taken out, doubled, swapped, cut, made of anything; sometimes the end is missing. */
static struct span
mangle(struct arena *a, struct span s)
{
	struct span *v;
	size_t n = lines_of(a, s, &v), i;
	struct buf b = {0};
	struct span out;

	for (i = 0; i < n; i++) {
		uint32_t what = roll(40);
		if (what == 0)
			continue;
		if (what == 1 && i + 1 < n) {
			struct span x = v[i];
			v[i] = v[i + 1];
			v[i + 1] = x;
		}
		if (what == 2)
			random_line(&b);
		else
			buf_addspan(&b, what == 3 ? span_sub(v[i], 0, v[i].n / 2) : v[i]);
		if (what == 4)
			buf_addspan(&b, v[i]);
		if (what != 5)
			buf_addc(&b, what == 6 ? '\f' : '\n');
	}
	if (roll(4) == 0)
		b.n = roll((uint32_t)b.n + 1);
	out = (struct span){arena_strndup(a, b.data ? b.data : "", b.n), b.n};
	while (utf8_invalid(out) != SIZE_MAX)
		out.n = utf8_invalid(out);
	buf_free(&b);
	return out;
}

/* What was reported goes to the log of a failed run, with the draft. */
static void
sound(bool ok, const struct diag *d, struct span text)
{
	if (ok)
		return;
	diag_print_all(d, false, 5, stderr);
	fprintf(stderr, "---- draft\n%.*s\n----\n", (int)text.n, text.s);
	fail();
}

static void
recognised_soundly(struct span text, struct buf *xml)
{
	static const enum source_form forms[] = {SOURCE_AUTO, SOURCE_PAGE_DOUBLE, SOURCE_PAGE_SINGLE,
	                                         SOURCE_PAGE_LAYOUT, SOURCE_MARKDOWN};
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct draft *draft = source_read(a, "random", text, forms[roll(5)], d);

	if (draft != NULL) {
		struct recognise_options options = {0};
		struct recognised *r = recognise_structure(a, draft, &options, d);
		struct account *account = account_new(a);
		struct report *report;
		xmlDoc *doc;
		uint32_t first = 0;
		assert_non_null(r);
		assert_int_equal(recognised_unplaced(r, &first), 0);
		report = recognise(a, draft, &options, account, d);
		assert_non_null(report);
		sound(account_close(account, report, d), d, text);
		report_write(report, xml);
		doc = report_load(buf_span(xml), "random", d);
		sound(doc != NULL && report_validate(doc, "random", d), d, text);
		xmlFreeDoc(doc);
	}
	diag_free(d);
	arena_free(a);
}

static void
every_byte_is_accounted_for(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < ROUNDS; i++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct span text = sample(a, i, d);
		struct buf one = {0}, two = {0};
		uint64_t kept;
		assert_true(text.n > 0);
		text = mangle(a, text);
		kept = seed;
		recognised_soundly(text, &one);
		seed = kept;
		recognised_soundly(text, &two);
		assert_int_equal(one.n, two.n);
		assert_true(one.n == 0 || memcmp(one.data, two.data, one.n) == 0);
		buf_free(&one);
		buf_free(&two);
		diag_free(d);
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_byte_is_accounted_for),
	};

	return cmocka_run_group_tests_name("recognise: random drafts", tests, NULL, NULL);
}
