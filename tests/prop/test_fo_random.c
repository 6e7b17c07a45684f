/* SPDX-License-Identifier: MIT */
/*
 * Random documents of the FO profile: tables of every border and span, columns, turned areas, boxes in
 * lines.  Each word is read once and in order, nothing stands off its page, and the PDF keeps what it
 * promises.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "layout/fault.h"
#include "layout/parts.h"
#include "paint/paint.h"
#include "pdf/check.h"
#include "pdf/pdf.h"
#include "unit/set_fo.h"

#define DOCUMENTS 300
#define FINISHED 10          /* one of so many becomes a PDF */
#define DEEP 3

struct maker {
	uint64_t s;
	struct buf out;
	unsigned words, notes, deep;
};

/* xorshift64* (Vigna 2016). */
static uint32_t
roll(struct maker *m, uint32_t n)
{
	m->s ^= m->s >> 12;
	m->s ^= m->s << 25;
	m->s ^= m->s >> 27;
	return (uint32_t)((m->s * 2685821657736338717ull) >> 33) % n;
}

static const char *
border(struct maker *m)
{
	static const char *const borders[] = {"", " border='1pt solid black'", " border-start='2pt dashed red'",
	    " border-after='hidden'", " border='3pt double blue'", " border-before='0.5pt dotted black'",
	    " border='1pt inset green' padding='2pt'", " border-end='4pt ridge silver'"};
	return borders[roll(m, 8)];
}

static void
add_words(struct maker *m)
{
	static const char *const looks[] = {"", " font-weight='bold'", " text-transform='uppercase'",
	    " background-color='yellow'",
	    " border='1pt solid red' padding='0pt 2pt'", " word-spacing='3pt'",
	    " space-start='2pt' border='0.5pt dotted black'",
	    " unicode-bidi='embed' direction='ltr'", " line-height='20pt' vertical-align='super'"};
	for (uint32_t n = 1 + roll(m, 12); n > 0; n--) {
		bool inside = roll(m, 3) == 0;
		if (inside)
			buf_printf(&m->out, "<fo:inline%s>", looks[roll(m, 9)]);
		buf_printf(&m->out, "w%u ", m->words++);
		buf_adds(&m->out, inside ? "</fo:inline>" : "");
	}
}

static void add_blocks(struct maker *, uint32_t n);

/* A table without gaps: a cell over two rows stands beside one in each. */
static void
add_table(struct maker *m)
{
	bool apart = roll(m, 3) == 0, wide = roll(m, 2);
	buf_printf(&m->out, "<fo:table width='100%%' table-layout='%s'%s%s><fo:table-column%s/><fo:table-column%s/>",
	           wide ? "fixed" : "auto", border(m), apart ? " border-collapse='separate' border-spacing='3pt 2pt'" : "",
	           border(m), border(m));
	for (int head = roll(m, 2) ? 1 : 0; head >= 0; head--) {
		buf_printf(&m->out, "<fo:table-%s%s>", head ? "header" : "body", border(m));
		for (uint32_t row = 0, rows = 1 + roll(m, 4), open = 0; row < rows; row++) {
			bool tall = open == 0 && row + 1 < rows && roll(m, 4) == 0, across = open == 0 && !tall && roll(m, 4) == 0;
			buf_printf(&m->out, "<fo:table-row%s>", border(m));
			for (uint32_t cells = across || open ? 1 : 2; cells > 0; cells--) {
				buf_printf(&m->out, "<fo:table-cell%s%s>", border(m),
				           across ? " number-columns-spanned='2'" : tall && cells == 2 ? " number-rows-spanned='2'" : "");
				m->deep += tall ? DEEP : 0; /* what is in rows that stay together is short */
				add_blocks(m, 1);
				m->deep -= tall ? DEEP : 0;
				buf_adds(&m->out, "</fo:table-cell>");
			}
			open = tall;
			buf_adds(&m->out, "</fo:table-row>");
		}
		buf_printf(&m->out, "</fo:table-%s>", head ? "header" : "body");
	}
	buf_adds(&m->out, "</fo:table>");
}

static void
add_blocks(struct maker *m, uint32_t n)
{
	static const char *const turns[] = {"90", "180", "-90", "0"};
	m->deep++;
	for (; n > 0; n--) {
		uint32_t kind = m->deep > DEEP ? 0 : roll(m, 8);
		if (kind == 1) {
			add_table(m);
		} else if (kind == 2) {
			buf_printf(&m->out, "<fo:block-container reference-orientation='%s'%s>", turns[roll(m, 4)], border(m));
			add_blocks(m, 1);
			buf_adds(&m->out, "</fo:block-container>");
		} else {
			buf_printf(&m->out, "<fo:block%s text-align='%s'%s>", border(m), roll(m, 2) ? "justify" : "end",
			           m->deep == 1 && roll(m, 5) == 0 ? " span='all'" : m->deep == 1 &&
			           roll(m, 9) == 0 ? " break-before='page'" : "");
			add_words(m);
			buf_adds(&m->out, "</fo:block>");
		}
	}
	m->deep--;
}

static const char *
random_fo(struct bench *b, struct maker *m, bool finished)
{
	static const char *const pages[] = {"0", "0", "90", "180", "-90"};
	buf_printf(&m->out, "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' "
	    "font-family='Liberation Serif' font-size='9pt'"
	    " xml:lang='en'><fo:layout-master-set><fo:simple-page-master master-name='p' "
	    "page-width='400pt' page-height='420pt'"
	    " margin='30pt' reference-orientation='%s'><fo:region-body column-count='%u' reference-orientation='%s'/>"
	    "</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='p'>" FLOW, pages[roll(m, 5)],
	    finished ? 1 : 1 + roll(m, 3), pages[roll(m, 5)]);
	add_blocks(m, 2 + roll(m, 10));
	buf_adds(&m->out, TAIL);
	return arena_strndup(b->a, m->out.data, m->out.n);
}

/* Words w0 to wn - 1 as they are read. */
static void
check_text(const struct pages *p, unsigned n)
{
	struct buf text = {0};
	pages_text(p, &text);
	buf_adds(&text, "");
	const char *s = text.data;
	for (unsigned i = 0; i < n; i++) {
		char word[20];
		snprintf(word, sizeof word, "w%u", i);
		while (*s == ' ')
			s++;
		if (strncmp(s, word, strlen(word)) != 0)
			fail_msg("%s is not read where it should be: %.40s", word, s);
		s += strlen(word);
	}
	while (*s == ' ')
		s++;
	assert_string_equal(s, "");
	buf_free(&text);
}

static void
check_places(const struct pages *p)
{
	for (size_t i = 0; i < p->npage; i++)
		for (size_t k = 0; k < p->page[i].nitem; k++) {
			const struct item *it = &p->page[i].item[k];
			assert_true(isfinite(it->x) && isfinite(it->y) && isfinite(it->w));
			if (it->kind != ITEM_GLYPHS)
				assert_true(it->w >= 0 && it->h >= 0);
			else if (it->x < -1 || it->x > p->page[i].w + 1 || it->y < -1 || it->y > p->page[i].h + 1)
				fail_msg("\"%.*s\" stands at %.1f %.1f", (int)it->text.n, it->text.s, it->x, it->y);
		}
}

/* Whether something was too high or wide for its room, which then stands out of it. */
static bool
overflowed(const struct bench *b, const struct pages *p)
{
	for (size_t i = 0; i < p->nfault; i++)
		if (p->fault[i].kind == FAULT_OVERFULL_LINE)
			return true;
	for (size_t i = 0; i < diag_count(b->d); i++)
		if (diag_at(b->d, i)->code == DIAG_LAYOUT_OVERFULL || diag_at(b->d, i)->code == DIAG_LAYOUT_WIDE)
			return true;
	return false;
}

static void
check_pdf(struct bench *b, const struct pages *p)
{
	const struct parts *parts = parts_of(b->a, p);
	struct buf raw = {0}, pdf = {0};
	struct diag *d = diag_new();
	paint_start();
	assert_true(paint_parts(parts, &raw, d));
	assert_true(pdf_finish(buf_span(&raw), p, parts, NULL, 0, &(struct pdf_info){"2044-08-03"}, &pdf, d));
	pdf_check(buf_span(&pdf), "random.pdf", d);
	for (size_t i = 0; i < diag_count(d); i++) /* what is no matter of layout: a title, attachments */
		if (diag_at(d, i)->code == DIAG_PDF_CHECK_ORDER || diag_at(d, i)->code == DIAG_PDF_CHECK_PARENTS ||
		    diag_at(d, i)->code == DIAG_PDF_CHECK_UNMARKED || diag_at(d, i)->code == DIAG_PDF_CHECK_UNICODE)
			fail_msg("%s: %s", diag_id(diag_at(d, i)->code), diag_at(d, i)->detail);
	diag_free(d);
	buf_free(&raw);
	buf_free(&pdf);
}

static void
every_word_is_set_once(void **state)
{
	struct bench *b = *state;
	unsigned checked = 0;
	for (unsigned i = 1; i <= DOCUMENTS; i++) {
		struct maker m = {.s = 88172645463325252ull * i};
		bool finished = i % FINISHED == 0; /* in one column: a row over two is drawn in turns */
		const char *fo = random_fo(b, &m, finished);
		struct diag *d = b->d;
		b->d = diag_new();
		struct pages *p = set_named(b, fo, "random.fo");
		check_text(p, m.words);
		if (!overflowed(b, p)) {
			check_places(p);
			checked++;
		}
		if (finished)
			check_pdf(b, p);
		buf_free(&m.out);
		diag_free(b->d);
		b->d = d;
	}
	assert_true(checked > DOCUMENTS / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(every_word_is_set_once, setup, teardown)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
