/* SPDX-License-Identifier: MIT */
/* Random paragraphs: every glyph within the measure, every character read back in order. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "layout/breaks.h"
#include "layout/para.h"
#include "layout/para_int.h"

#include <pango/pango.h>

#define ROUNDS 1500
#define MOST_INLINES 6

struct random {
	uint64_t s;
};

/* xorshift64* (Vigna 2016). */
static uint32_t
next(struct random *r, uint32_t n)
{
	r->s ^= r->s >> 12;
	r->s ^= r->s << 25;
	r->s ^= r->s >> 27;
	return (uint32_t)((r->s * 2685821657736338717ull) >> 33) % n;
}

/* A character of an alphabet that has letters, marks, spaces and controls of many kinds. */
static uint32_t
random_cp(struct random *r, uint32_t kind)
{
	static const uint32_t marks[] = {'.', ',', ';', ':', '(', ')', '-', '/', '?', '!', '\'', '"', '%', 0x201C, 0x201D,
	    0x2013, 0x2014,
		0xAB, 0xBB, 0x2011, 0x200B, 0xAD, 0x300A, 0x300B, 0xFF0C, 0x3002, 0x301, 0x2026, 0xB0};
	if (next(r, 6) == 0)
		return next(r, 12) ? ' ' : 0xA0;
	if (next(r, 10) == 0)
		return marks[next(r, sizeof marks / sizeof *marks)];
	switch (next(r, 12) == 0 ? next(r, 5) : kind) {
	case 0: return 'a' + next(r, 26);
	case 1: return 0x430 + next(r, 32);
	case 2: return 0x628 + next(r, 18);
	case 3: return 0x4E00 + next(r, 200);
	default: return '0' + next(r, 10);
	}
}

static struct span
random_text(struct arena *a, struct random *r, uint32_t kind, uint32_t chars)
{
	char *s = arena_alloc(a, 4 * (size_t)chars + 1);
	size_t n = 0;
	for (uint32_t i = 0; i < chars; i++)
		n += utf8_put(random_cp(r, kind), s + n);
	return (struct span){s, n};
}

struct trial {
	struct arena *a;
	struct text_style style[3];
	struct para_style para;
	struct inl inl[MOST_INLINES];
	size_t ninl;
	struct buf source;
};

static void
make_trial(struct trial *t, struct random *r)
{
	static const char *const langs[] = {"en", "ru", "ar", "zh", "es", "fr"};
	uint32_t kind = next(r, 5);
	for (size_t i = 0; i < 3; i++)
		t->style[i] = (struct text_style){
			.families = i == 1 ? "Liberation Sans" : "Liberation Serif, Noto Naskh Arabic, Noto Serif CJK SC",
			.weight = i == 2 ? 700 : 400, .size_pt = 6 + next(r, 8), .hscale = 0.9 + next(r, 3) * 0.1,
			.tracking_pt = next(r, 3) * 0.1, .tracking_flex_pt = next(r, 2) * 0.1,
			.rise_pt = i == 1 ? 3 : 0, .lang = langs[next(r, 6)], .hyphenate = next(r, 2)};
	t->para = (struct para_style){.measure = 40 + next(r, 300), .first_indent = next(r, 3) * 10.0, .align = next(r, 4),
		.align_last = next(r, 4), .line_height = 12, .base = &t->style[0], .rtl = kind == 2 && next(r, 4),
		.hyphenate = next(r, 2),
		.hyphen_ladder = (int)next(r, 3), .kashida = next(r, 2), .expansion = next(r, 2) * 0.02,
		.tracking_rescue = next(r, 2), .tolerance = next(r, 4)};
	t->ninl = 1 + next(r, MOST_INLINES);
	for (size_t i = 0; i < t->ninl; i++) {
		t->inl[i] = (struct inl){.kind = INL_TEXT, .style = &t->style[next(r, 3)], .selem = (struct selem *)t,
			.text = random_text(t->a, r, kind, 1 + next(r, 150))};
		buf_addspan(&t->source, t->inl[i].text);
	}
}

static bool
is_soft(struct span t, size_t i)
{
	return i + 1 < t.n && memcmp(t.s + i, "\xC2\xAD", 2) == 0;
}

/* Compare what the items spell with the source, hyphens apart. */
static void
check_text(const struct trial *t, const struct page *page)
{
	struct buf got = {0}, want = {0};
	for (size_t i = 0; i < page->nitem; i++)
		buf_addspan(&got, page->item[i].text);
	struct span from[2] = {buf_span(&got), buf_span(&t->source)};
	struct buf *to[2] = {&got, &want};
	struct buf plain[2] = {{0}, {0}};
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < from[k].n; i++) {
			if (is_soft(from[k], i))
				i++;
			else
				buf_addc(&plain[k], from[k].s[i]);
		}
	if (!span_eq(buf_span(&plain[0]), buf_span(&plain[1])))
		fail_msg("got  %s\nwant %s", plain[0].data, plain[1].data);
	for (size_t k = 0; k < 2; k++) {
		buf_free(&plain[k]);
		buf_free(to[k]);
	}
}

static double
overfull_at(const struct para_line *line, size_t n, double y)
{
	size_t i = (size_t)floor(y / 1000 + 0.5);
	return i < n ? line[i].overfull_pt : 0;
}

/* The blank half of a full-width mark (U+3001, U+300A ...: three bytes from E3 80 or EF BC) may stand out,
 * and with it the spaces behind it, which have no width. */
static double
blank_half(const struct item *it)
{
	bool wide = span_find(it->text, SPAN_LIT("\xE3\x80")) != SIZE_MAX ||
	    span_find(it->text, SPAN_LIT("\xEF\xBC")) != SIZE_MAX ||
	    span_find(it->text, SPAN_LIT("\xE2\x80")) != SIZE_MAX;
	return wide || it->w < 0.01 ? 0.53 * it->size_pt * (double)it->hscale : 0;
}

static void
check_places(const struct trial *t, const struct page *page, const struct para_line *line, size_t n)
{
	for (size_t i = 0; i < page->nitem; i++) {
		const struct item *it = &page->item[i];
		double over = overfull_at(line, n, it->y) + 0.05, m = t->para.measure;
		double left = t->para.rtl ? -over : -0.05, right = t->para.rtl ? 0.05 : over;
		left -= blank_half(it);
		right += blank_half(it);
		if (it->x < left || it->x > m + right)
			fail_msg("%.*s: starts at %.2f of %.2f + %.2f", (int)it->text.n, it->text.s, it->x, m, over);
		if (it->x + it->w > m + right)
			fail_msg("%.*s: ends at %.2f of %.2f + %.2f", (int)it->text.n, it->text.s, it->x + it->w, m, over);
		for (uint32_t k = 0; k < it->nglyph; k++) {
			assert_true(it->glyph[k].cluster < it->text.n);
			if (k > 0 && it->rtl)
				assert_true(it->glyph[k].cluster <= it->glyph[k - 1].cluster);
			else if (k > 0)
				assert_true(it->glyph[k].cluster >= it->glyph[k - 1].cluster);
		}
	}
}

static void
random_paragraphs_hold_together(void **state)
{
	(void)state;
	struct diag *d = diag_new();
	struct fontset *fonts = fontset_open(d);
	assert_non_null(fonts);
	struct random r = {88172645463325252ull};
	for (size_t round = 0; round < ROUNDS; round++) {
		struct trial t = {.a = arena_new()};
		make_trial(&t, &r);
		struct para *p = para_new(t.a, fonts, t.inl, t.ninl, &t.para, (struct pos){0}, d);
		size_t n;
		const struct para_line *line = para_break(p, &n);
		struct page page = {0};
		for (size_t i = 0; i < n; i++)
			para_place(p, i, t.para.rtl ? t.para.measure : 0, 1000 * (double)i, t.a, &page);
		assert_true(n > 0 && line[n - 1].last);
		check_text(&t, &page);
		check_places(&t, &page, line, n);
		buf_free(&t.source);
		arena_free(t.a);
	}
	fontset_free(fonts);
	diag_free(d);
}

/* Where the paragraph allows a line to end, UAX #14 allows it too: our rules only take away. */
static void
breaks_are_among_those_of_unicode(void **state)
{
	(void)state;
	static const char *const alphabet[] = {"a", "Z", "7", " ", " ", " ", ".", ",", ";", ":", "(", ")", "-", "?", "!",
	    "'", "\"", "%",
		"\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x93", "\xC3\xA9", "\xD0\xB6", "\xC2\xBA",
		"\xE2\x84\x96"};
	struct diag *d = diag_new();
	struct fontset *fonts = fontset_open(d);
	struct text_style style = {.families = "Liberation Serif", .weight = 400, .size_pt = 10, .hscale = 1, .lang = "en"};
	struct para_style para = {.measure = 1000, .line_height = 12, .base = &style};
	struct random r = {4711};
	for (size_t round = 0; round < ROUNDS; round++) {
		struct arena *a = arena_new();
		struct buf s = {0};
		buf_adds(&s, "x");
		for (uint32_t i = 0, n = 2 + next(&r, 24); i < n; i++)
			buf_adds(&s, alphabet[next(&r, sizeof alphabet / sizeof *alphabet)]);
		struct inl inl = {.kind = INL_TEXT, .style = &style, .text = buf_span(&s)};
		struct para *p = para_new(a, fonts, &inl, 1, &para, (struct pos){0}, d);
		size_t chars = utf8_count(buf_span(&s));
		PangoLogAttr *attr = calloc(chars + 1, sizeof *attr);
		pango_get_log_attrs(s.data, (int)s.n, -1, pango_language_from_string("en"), attr, (int)chars + 1);
		for (size_t i = 1; i + 1 < p->nbrk; i++) {
			uint32_t byte = para_byte(p, (uint32_t)i);
			size_t at = byte < s.n ? utf8_count((struct span){s.data, byte}) : chars;
			if (!attr[at].is_line_break)
				fail_msg("a line may not end before byte %u of: %s", (unsigned)byte, s.data);
		}
		free(attr);
		buf_free(&s);
		arena_free(a);
	}
	fontset_free(fonts);
	diag_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_paragraphs_hold_together),
		cmocka_unit_test(breaks_are_among_those_of_unicode),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
