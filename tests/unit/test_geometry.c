/* SPDX-License-Identifier: MIT */
/*
 * The un look measured: where lines of the full sample stand, within half a point of what was
 * measured in printed documents.  Places are x of the first glyph and y of the baseline, pt from
 * the top left of a Letter page; distances are from baseline to baseline.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "fo/fo.h"
#include "layout/layout.h"
#include "report/report_xml.h"
#include "xslt/xslt.h"

#define FULL "tests/golden/report/full.xml"
#define WITHIN 0.5

struct set {
	struct arena *arena;
	struct diag *diag;
	xmlDoc *report;
	struct fontset *fonts;
	struct pages *pages;
};

static int
set_with(void **state, const char *const *params)
{
	struct set *s = calloc(1, sizeof *s);
	struct span xml;
	xmlDoc *fo;
	s->arena = arena_new();
	s->diag = diag_new();
	s->fonts = fontset_open(s->diag);
	assert_true(file_read(s->arena, data_path(s->arena, FULL), &xml, s->diag));
	s->report = report_load(xml, FULL, s->diag);
	assert_true(xslt_apply(s->arena, "report-to-fo", s->report, params, &fo, s->diag));
	s->pages = layout_pages(s->arena, fo_read(s->arena, fo, FULL, s->diag), s->fonts, s->diag);
	*state = s;
	return s->pages ? 0 : -1;
}

static int
set_full(void **state)
{
	return set_with(state, NULL);
}

static int
set_a4(void **state)
{
	static const char *const a4[] = {"paper", "a4", NULL};
	return set_with(state, a4);
}

static int
release_full(void **state)
{
	struct set *s = *state;
	xmlFreeDoc(s->report);
	arena_free(s->arena);
	fontset_free(s->fonts);
	diag_free(s->diag);
	free(s);
	return 0;
}

/* The first run that begins with the words, on the page (from 1) or a later one. */
static const struct item *
find(const struct set *s, size_t page, const char *words)
{
	for (; page <= s->pages->npage; page++) {
		const struct page *p = &s->pages->page[page - 1];
		for (size_t i = 0; i < p->nitem; i++)
			if (p->item[i].kind == ITEM_GLYPHS && p->item[i].artifact == ARTIFACT_NONE && span_starts(p->item[i].text, words))
				return &p->item[i];
	}
	fail_msg("no page has \"%s\"", words);
	return NULL;
}

/* The last run of a head or foot of the page that begins with the words. */
static const struct item *
find_running(const struct set *s, size_t page, const char *words)
{
	const struct page *p = &s->pages->page[page - 1];
	const struct item *found = NULL;
	for (size_t i = 0; i < p->nitem; i++)
		if (p->item[i].kind == ITEM_GLYPHS && p->item[i].artifact != ARTIFACT_NONE && span_starts(p->item[i].text, words))
			found = &p->item[i];
	assert_non_null(found);
	return found;
}

static void
near(const char *what, double is, double should)
{
	if (is < should - WITHIN || is > should + WITHIN)
		fail_msg("%s: %.2f, not %.2f", what, is, should);
}

#define ANY -1

static void
masthead_and_session_block(void **state)
{
	static const struct {
		const char *words;
		double x, y, size;
	} lines[] = {{"United Nations", 123.38, 57.84, 14}, {"A", ANY, 56.52, 20}, {"/AC.999", ANY, 56.52, 10},
	    {"General Assembly", 123.38, 86.42, 20}, {"Distr.: General", 397.03, 86.66, 10}, {"3 August", 397.03, 98.42, 10},
	    {"English", 397.03, 110.42, 10}, {"Original:", 397.03, 122.42, 10}, {"Working Group", 60, 223.46, 12},
	    {"Ninety-ninth", 60, 223.46 + 12, 10}, {"44-01234 (E)", 65.42, 747.58, 10}, {"Lighthouses on", 123.38, ANY, 14},
	    {"Report of the", 123.38, ANY, 12}, {"*", 115.58, 721.9, 8.5}};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		const struct item *it = find(*state, 1, lines[i].words);
		if (strcmp(lines[i].words, "*") == 0) { /* the first star is the call in the symbol */
			const struct page *p = &((const struct set *)*state)->pages->page[0];
			for (size_t k = 0; k < p->nitem; k++)
				if (p->item[k].kind == ITEM_GLYPHS && p->item[k].y > 700 && span_is(p->item[k].text, "*"))
					it = &p->item[k];
		}
		if (lines[i].x != ANY)
			near(lines[i].words, it->x, lines[i].x);
		if (lines[i].y != ANY)
			near(lines[i].words, it->y, lines[i].y);
		near(lines[i].words, it->size_pt, lines[i].size);
	}
	const struct item *end = find(*state, 1, "/AC.999"), *star = find(*state, 1, "*");
	assert_true(star->x >= end->x);
	near("symbol ends", star->x + star->w, 552);
	near("title after the session block", find(*state, 1, "Lighthouses on")->y - find(*state, 1, "Care of")->y, 32.4);
	near("kind line below the title", find(*state, 1, "Second progress")->y - find(*state, 1, "them lit")->y, 25.8);
}

static void
rules_of_the_first_page(void **state)
{
	const struct page *p = &((const struct set *)*state)->pages->page[0];
	static const double box[2][4] = {{60, 64.8, 492.5, 0.5}, {60, 208.94, 492, 1.5}};
	for (size_t k = 0; k < 2; k++) {
		bool found = false;
		for (size_t i = 0; i < p->nitem; i++) {
			const struct item *it = &p->item[i];
			found |= it->kind == ITEM_RECT && it->x > box[k][0] - WITHIN && it->x < box[k][0] + WITHIN &&
			    it->y > box[k][1] - WITHIN &&
			    it->y < box[k][1] + WITHIN && it->w > box[k][2] - WITHIN && it->w < box[k][2] + WITHIN &&
			    it->h < box[k][3] + 0.1;
		}
		assert_true(found);
	}
}

static void
heads_and_feet(void **state)
{
	const struct item *even = find_running(*state, 2, "A/AC.999"), *odd = find_running(*state, 3, "A/AC.999");
	const struct item *job = find_running(*state, 2, "44-01234");
	near("symbol, even page", even->x, 60);
	near("symbol, even page", even->y, 59.04);
	near("symbol, odd page", odd->x + odd->w, 552);
	near("page number", find_running(*state, 2, "2")->x, 60);
	near("page number", find_running(*state, 2, "2")->y, 755.26);
	near("job number", job->y, 753.82);
	near("job number", job->x + job->w, 552);
	near("contents", find(*state, 2, "Contents")->y, 84.5);
	near("entry", find(*state, 2, "Introduction")->y, 117.1);
	near("entry", find(*state, 2, "Introduction")->x, 124.8);
	near("its numeral ends", find(*state, 2, "I.")->x + find(*state, 2, "I.")->w, 113.7);
	near("entry below", find(*state, 2, "A.")->x, 124.8);
	near("entry below", find(*state, 2, "Lamps")->x, 146.4);
	near("its page ends", find(*state, 2, "3")->x + find(*state, 2, "3")->w, 554.8);
}

static const struct item *
find_rect(const struct set *s, size_t page, enum item_kind kind, double x, double y)
{
	const struct page *p = &s->pages->page[page - 1];
	for (size_t i = 0; i < p->nitem; i++) {
		const struct item *it = &p->item[i];
		if (it->kind == kind && it->x > x - WITHIN && it->x < x + WITHIN &&
		    (y == ANY || (it->y > y - WITHIN && it->y < y + WITHIN)))
			return it;
	}
	fail_msg("page %zu has no rule at %.2f, %.2f", page, x, y);
	return NULL;
}

static void
paper_and_rules(void **state)
{
	const struct set *s = *state;
	near("paper", s->pages->page[0].w, 612);
	near("paper", s->pages->page[0].h, 792);
	const struct item *head = find_rect(s, 2, ITEM_RECT, 59.3, 64.8), *end = find_rect(s, 9, ITEM_RULE, 270.2, ANY);
	near("head rule", head->w, 492.8);
	assert_true(head->h > 0.2 && head->h < 0.3);
	near("end mark", end->w, 72);
	assert_true(end->h > 0.2 && end->h < 0.3);
	near("note separator", find_rect(s, 5, ITEM_RULE, 99.62, ANY)->w, 72);
}

/* The job number's barcode: nine signs of five bars each, begun and ended by a star; and the QR code. */
static void
codes_of_the_first_page(void **state)
{
	const struct set *s = *state;
	const struct item *bar = find_rect(s, 1, ITEM_RECT, 65.25, 749.3), *last = bar + 44;
	const struct item *code = find_rect(s, 1, ITEM_IMAGE, 498.1, 709.3);
	double unit = bar->w;
	near("bars end", last->x + last->w, 166.25);
	near("bars are high", bar->h, 13.1);
	assert_int_equal(last->kind, ITEM_RECT);
	assert_null(bar->selem); /* the number is there to read */
	static const int star[] = {1, 1, 3, 3, 1};
	for (size_t i = 0; i < 5; i++) {
		assert_true(bar[i].w > unit * star[i] - 0.01 && bar[i].w < unit * star[i] + 0.01);
		assert_true(last[i - 4].w > unit * star[i] - 0.01 && last[i - 4].w < unit * star[i] + 0.01);
	}
	near("QR code", code->w, 54.7);
	near("QR code", code->h, 54.7);
	assert_string_equal(code->selem->role, "Figure");
	assert_string_equal(code->selem->alt, "https://docs.un.org/en/A/AC.999/2044/7");
}

static void
signature_and_summary(void **state)
{
	const struct set *s = *state;
	const struct item *name = find(s, 3, "Sample"), *office = find(s, 3, "Secretary of"), *word = find(s, 4, "Summary");
	near("signature ends", name->x + name->w, 488.3);
	near("office ends", office->x + office->w, 488.3);
	near("office below", office->y - name->y, 12);
	near("unnumbered paragraph of a note", find(s, 3, "The Secretariat has")->x, 147.14);
	const struct item *left = find_rect(s, 4, ITEM_RECT, 60, 72.7);
	near("box", left->w, 492.8);
	assert_true(left->h > 0.2 && left->h < 0.3);
	near("its heading", word->x, 72.3);
	near("its heading", word->size_pt, 12);
	near("its text", find(s, 4, "Lamps are cheap")->x, 147.38);
}

/* From heading to text, from text to heading, and heading under heading, from baseline to baseline. */
static void
distances_of_headings(void **state)
{
	const struct set *s = *state;
	const struct item *a = find(s, 5, "State of"), *b = find(s, 5, "Lamps"), *steps = find(s, 5, "Recommended");
	while (b->size_pt != 12)
		b++;
	near("I. to A.", b->y - a->y, 25.8);
	near("A. to text", find(s, 5, "3.")->y - b->y, 24.5);
	near("text to unnumbered heading", steps->y - find(s, 5, "The Group took")->y, 31);
	near("unnumbered heading to text", find(s, 5, "States light")->y - steps->y, 24.5);
	near("A. ends", find(s, 5, "A.")->x + find(s, 5, "A.")->w, 111.1);
	assert_int_equal(find(s, 5, "98/410")->rgb, 0x0000FF);
	const struct item *mark = find(s, 5, "The first report is");
	while (mark->size_pt != 5.5)
		mark--;
	near("mark of a note", mark->x, 117.02);
	near("mark of a note, raised", find(s, 5, "The first report is")->y - mark->y, 3);
}

static void
headings_and_paragraphs(void **state)
{
	const struct item *one = find(*state, 5, "I."), *words = find(*state, 5, "Introduction"),
	    *text = find(*state, 5, "1.");
	near("numeral ends", one->x + one->w, 111.1);
	near("heading", words->x, 123.38);
	near("heading to text", text->y - words->y, 24.7);
	near("number", text->x, 123.38);
	near("text", find(*state, 5, "In its resolution")->x, 147.14);
	near("turnover", find(*state, 5, "400 m")->x, 123.38);
	near("between paragraphs", find(*state, 5, "A second paragraph")->y - find(*state, 5, "be completed")->y, 18);
	near("letter", find(*state, 5, "(a)")->x, 147.14);
	near("its text", find(*state, 5, "Lamps, in particular")->x, 170.9);
	near("numeral (i)", find(*state, 5, "(i)")->x, 147.14);
	near("text to heading", find(*state, 5, "State of")->y - find(*state, 5, "All of these")->y, 32.2);
	near("call raised", text->y - find(*state, 5, "In its resolution")->y, 0);
	near("call raised", words->y - find(*state, 5, "1")->y, 3.48);
	near("bullet", find(*state, 5, "•")->x, 140.45);
	near("its text", find(*state, 5, "Lamps first")->x, 147.14);
	near("operative number", find(*state, 6, "Asks")->x, 170.9);
	near("letter heading to arabic", find(*state, 6, "Wooden")->y - find(*state, 6, "Ladders")->y, 24.2);
	near("arabic heading to text", find(*state, 6, "4.")->y - find(*state, 6, "Wooden")->y, 18);
	near("meeting", find(*state, 6, "12th plenary")->x + find(*state, 6, "12th plenary")->w, 488.65);
}

/* The first baseline depends on the size of its line only. */
static void
pages_begin_at_one_height(void **state)
{
	const struct set *s = *state;
	for (size_t k = 1; k < s->pages->npage; k++) {
		const struct item *first = NULL;
		for (size_t i = 0; i < s->pages->page[k].nitem; i++) {
			const struct item *it = &s->pages->page[k].item[i];
			if (it->kind == ITEM_GLYPHS && it->artifact == ARTIFACT_NONE && (!first || it->y < first->y))
				first = it;
		}
		assert_non_null(first);
		if (first->size_pt == 10 || first->size_pt == 14)
			near("first line", first->y, first->size_pt == 10 ? 82.34 : 84.5);
	}
}

static void
notes_and_annexes(void **state)
{
	const struct set *s = *state;
	const struct page *p = &s->pages->page[4];
	double rule = 0;
	for (size_t i = 0; i < p->nitem; i++)
		if (p->item[i].kind == ITEM_RULE && p->item[i].w < 80 && p->item[i].y > 400)
			rule = p->item[i].y;
	const struct item *first = find(s, 5, "The first report is");
	near("note text", first->x, 123.38);
	near("note size", first->size_pt, 8.5);
	near("rule to the first note", first->y - rule, 14.2);
	near("last line of notes", find(s, 5, "The figure is an estimate")->y, 732.46);
	/* a note called by a letter stands under its table */
	assert_true(find(s, 5, "Counted by night")->y < rule);
	near("annex label", find(s, 6, "Annex I")->x, 60);
	near("annex label", find(s, 6, "Annex I")->y, 84.5);
	near("annex title", find(s, 6, "List of towers")->x, 123.38);
	near("annex title", find(s, 6, "List of towers")->y, 105.5);
}

/* After the contents, the note and the summary each: a new page. */
static void
parts_have_pages_of_their_own(void **state)
{
	static const char *const first[] = {"United Nations", "Contents", "Note by the Secretariat", "Summary", "I."};
	const struct set *s = *state;
	for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
		const struct item *it = find(s, i + 1, first[i]);
		assert_true(it >= s->pages->page[i].item && it < s->pages->page[i].item + s->pages->page[i].nitem);
	}
}

/* As Geneva prints: A4, text neither scaled nor tracked, tabs of 1 cm, no count of pages. */
static void
a4_as_geneva_prints(void **state)
{
	const struct set *s = *state;
	const struct item *even = find_running(s, 2, "A/AC.999"), *number = find_running(s, 2, "2"),
	    *text = find(s, 5, "In its resolution");
	near("paper", s->pages->page[0].h, 841.9);
	near("organ", find(s, 1, "General Assembly")->y, 80.04);
	near("distribution", find(s, 1, "Distr.")->x, 392.14);
	near("distribution", find(s, 1, "Distr.")->y, 79.08);
	near("symbol", even->y, 50.88);
	near("symbol", even->x, 56.66);
	near("symbol", even->size_pt, 9);
	near("page number", number->y, 811.8);
	near("page number", number->w, 4.5);
	near("paragraph", find(s, 5, "1.")->x, 113.3);
	near("its text", text->x, 141.65);
	assert_true(text->hscale >= 0.98F && text->hscale <= 1.02F);
	near("note size", find(s, 5, "The first report is")->size_pt, 9);
	near("note text", find(s, 5, "The first report is")->x, 113.3);
}

int
main(void)
{
	const struct CMUnitTest a4[] = {cmocka_unit_test(a4_as_geneva_prints)};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(masthead_and_session_block),
	    cmocka_unit_test(rules_of_the_first_page),
	    cmocka_unit_test(heads_and_feet),
	    cmocka_unit_test(paper_and_rules), cmocka_unit_test(codes_of_the_first_page),
	    cmocka_unit_test(signature_and_summary),
	    cmocka_unit_test(distances_of_headings),
	    cmocka_unit_test(headings_and_paragraphs),
	    cmocka_unit_test(pages_begin_at_one_height),
	    cmocka_unit_test(notes_and_annexes),
	    cmocka_unit_test(parts_have_pages_of_their_own),
	};
	return cmocka_run_group_tests(tests, set_full, release_full) + cmocka_run_group_tests(a4, set_a4, release_full);
}
