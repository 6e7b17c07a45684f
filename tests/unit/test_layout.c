/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "layout/fault.h"
#include "layout/shape.h"
#include "paint/paint.h"
#include "set_fo.h"

static struct pages *
set(struct bench *b, const char *text)
{
	return set_named(b, text, "test.fo");
}

static void
baseline_has_half_leading(void **state)
{
	struct pages *p = set(*state, HEAD FLOW "<fo:block start-indent='10pt'>One</fo:block>"
	                                        "<fo:block space-before='5pt'>Two</fo:block>" TAIL);
	const struct item *one = NULL, *two = NULL;
	assert_int_equal(find_text(p, "One", &one), 1);
	assert_int_equal(find_text(p, "Two", &two), 1);
	/* Liberation Serif: ascent 0.891, descent 0.216 */
	assert_true(one->y > 40 + 9.36 && one->y < 40 + 9.39);
	assert_true(one->x > 49.99 && one->x < 50.01);
	assert_true(two->y - one->y > 16.99 && two->y - one->y < 17.01);
}

static void
spaces_that_meet_take_the_larger(void **state)
{
	struct pages *p = set(*state, HEAD FLOW "<fo:block space-after='6pt'>One</fo:block>"
	                                        "<fo:block space-before='9pt'>Two</fo:block>" TAIL);
	const struct item *one = NULL, *two = NULL;
	find_text(p, "One", &one);
	find_text(p, "Two", &two);
	assert_true(two->y - one->y > 20.99 && two->y - one->y < 21.01);
}

/* The last item of each page but the last, in reading order. */
static bool
a_page_ends_in_a_hyphen(const struct pages *p)
{
	for (size_t i = 0; i + 1 < p->npage; i++)
		if (p->page[i].nitem > 0 && span_ends(p->page[i].item[p->page[i].nitem - 1].text, "\xC2\xAD"))
			return true;
	return false;
}

static void
hyphens_are_kept_from_page_ends(void **state)
{
	static const char *const keep[] = {"auto", "column", "page"};
	for (size_t k = 0; k < 3; k++) {
		struct buf s = {0};
		buf_printf(&s, HEAD FLOW "<fo:block text-align='justify' end-indent='130pt' hyphenate='true' widows='1' orphans='1' "
		    "hyphenation-keep='%s'>", keep[k]);
		for (int i = 0; i < 120; i++)
			buf_adds(&s, i % 7 ? "navigational responsibility of the international " : "lamps ");
		buf_adds(&s, "</fo:block>" TAIL);
		struct pages *p = set(*state, s.data);
		buf_free(&s);
		assert_true(p->npage > 5);
		assert_int_equal(a_page_ends_in_a_hyphen(p), k == 0);
	}
}

/* A batch keeps the fonts, and with them the words. */
static void
a_second_document_shapes_new_words_alone(void **state)
{
	struct bench *b = *state;
	static const char text[] = HEAD FLOW "<fo:block font-size='%dpt'>The keepers of the lamps %s</fo:block>" TAIL;
	size_t kept[3];
	for (int i = 0; i < 3; i++) {
		set(b, arena_printf(b->a, text, 10 + 2 * i, i < 2 ? "" : "sleep"));
		fontset_trim(b->fonts);
		kept[i] = wordcache_bytes(*fontset_words(b->fonts));
	}
	assert_true(kept[0] > 0);
	assert_int_equal(kept[1], kept[0]);
	assert_true(kept[2] > kept[0]);
}

static void
heading_goes_with_its_text(void **state)
{
	struct bench *b = *state;
	struct buf s = {0};
	buf_adds(&s, HEAD FLOW);
	for (int i = 0; i < 9; i++)
		buf_printf(&s, "<fo:block>Line %d</fo:block>", i);
	buf_adds(&s, "<fo:block keep-with-next.within-page='always'>Heading</fo:block><fo:block>Body text</fo:block>" TAIL);
	struct pages *p = set(b, s.data);
	buf_free(&s);
	assert_int_equal(p->npage, 2);
	assert_int_equal(find_text(p, "Line 8", NULL), 1);
	assert_int_equal(find_text(p, "Heading", NULL), 2);
}

static void
note_stands_on_the_page_of_its_call(void **state)
{
	struct bench *b = *state;
	struct buf s = {0};
	buf_adds(&s, HEAD FLOW);
	for (int i = 0; i < 24; i++) {
		buf_printf(&s, "<fo:block>Para%02d", i);
		if (i % 4 == 3)
			buf_printf(&s, "<fo:footnote><fo:inline>%d</fo:inline><fo:footnote-body><fo:block>Note%02d</fo:block>"
			               "</fo:footnote-body></fo:footnote>", i, i);
		buf_adds(&s, "</fo:block>");
	}
	buf_adds(&s, TAIL);
	struct pages *p = set(b, s.data);
	buf_free(&s);
	for (int i = 3; i < 24; i += 4) {
		char call[32], note[32];
		const struct item *at = NULL, *foot = NULL;
		snprintf(call, sizeof call, "Para%02d", i);
		snprintf(note, sizeof note, "Note%02d", i);
		assert_int_equal(find_text(p, call, &at), find_text(p, note, &foot));
		assert_true(foot->y > at->y);
		assert_true(foot->y < 160);
	}
}

static void
long_note_goes_on(void **state)
{
	struct bench *b = *state;
	struct buf s = {0};
	buf_adds(&s, HEAD FLOW "<fo:block>Call<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>");
	for (int i = 0; i < 25; i++)
		buf_printf(&s, "<fo:block>NoteLine%02d</fo:block>", i);
	buf_adds(&s, "</fo:footnote-body></fo:footnote></fo:block><fo:block>After</fo:block>" TAIL);
	struct pages *p = set(b, s.data);
	buf_free(&s);
	assert_int_equal(find_text(p, "Call", NULL), 1);
	assert_int_equal(find_text(p, "NoteLine00", NULL), 1);
	assert_true(find_text(p, "NoteLine24", NULL) >= 3);
	struct buf text = {0};
	pages_text(p, &text);
	for (int i = 0; i < 25; i++) {
		char line[32];
		snprintf(line, sizeof line, "NoteLine%02d", i);
		const char *first = memmem(text.data, text.n, line, strlen(line));
		assert_non_null(first);
		assert_null(strstr(first + 1, line));
	}
	buf_free(&text);
}

static void
table_head_is_repeated(void **state)
{
	struct bench *b = *state;
	struct buf s = {0};
	buf_adds(&s, HEAD FLOW "<fo:table><fo:table-header><fo:table-row><fo:table-cell><fo:block>Top</fo:block>"
	    "</fo:table-cell>"
	             "</fo:table-row></fo:table-header><fo:table-body>");
	for (int i = 0; i < 14; i++)
		buf_printf(&s, "<fo:table-row><fo:table-cell><fo:block>Row%02d</fo:block></fo:table-cell></fo:table-row>", i);
	buf_adds(&s, "</fo:table-body></fo:table>" TAIL);
	struct pages *p = set(b, s.data);
	buf_free(&s);
	assert_int_equal(p->npage, 2);
	int heads = 0;
	for (size_t i = 0; i < p->npage; i++)
		for (size_t k = 0; k < p->page[i].nitem; k++)
			heads += p->page[i].item[k].kind == ITEM_GLYPHS && span_is(p->page[i].item[k].text, "Top");
	assert_int_equal(heads, 2);
}

static void
static_content_knows_the_pages(void **state)
{
	struct pages *p = set(*state, HEAD "<fo:static-content flow-name='xsl-region-before'><fo:block><fo:page-number/>/"
	    "<fo:page-number-citation-last ref-id='end'/></fo:block></fo:static-content>" FLOW
	    "<fo:block>One</fo:block><fo:block break-before='page' id='end'>Two</fo:block>" TAIL);
	struct buf dump = {0};
	pages_dump(p, &dump);
	assert_int_equal(p->npage, 2);
	assert_non_null(strstr(dump.data, "artifact:header"));
	buf_free(&dump);
	struct buf line = {0};
	for (size_t k = 0; k < p->page[1].nitem; k++)
		if (p->page[1].item[k].artifact == ARTIFACT_HEADER)
			buf_addspan(&line, p->page[1].item[k].text);
	assert_string_equal(line.data, "2/2");
	buf_free(&line);
}

/* The words of a kind of artifact on a page. */
static const char *
static_text(struct bench *b, const struct page *page, enum artifact type)
{
	struct buf line = {0};
	for (size_t k = 0; k < page->nitem; k++)
		if (page->item[k].artifact == type && page->item[k].kind == ITEM_GLYPHS)
			buf_addspan(&line, page->item[k].text);
	const char *s = arena_strndup(b->a, line.data ? line.data : "", line.n);
	buf_free(&line);
	return s;
}

static void
heads_retrieve_markers(void **state)
{
	struct bench *b = *state;
	static const char form[] = HEAD "<fo:static-content flow-name='xsl-region-before'><fo:block>"
	    "<fo:retrieve-marker retrieve-class-name='title' retrieve-position='%s' retrieve-boundary='%s'/></fo:block>"
	    "</fo:static-content>" FLOW
	    "<fo:block><fo:marker marker-class-name='title'>First</fo:marker>One</fo:block>"
	    "<fo:block break-before='page'>Two</fo:block>"
	    "<fo:block break-before='page'><fo:marker marker-class-name='title'>Third</fo:marker>Three</fo:block>"
	    "<fo:block><fo:marker marker-class-name='title'>Last</fo:marker>Three again</fo:block>" TAIL;
	static const struct { const char *position, *boundary, *page[3]; } cases[] = {
	    {"first-starting-within-page", "page-sequence", {"First", "First", "Third"}},
	    {"first-starting-within-page", "page", {"First", "", "Third"}},
	    {"last-starting-within-page", "page-sequence", {"First", "First", "Last"}},
	    {"first-including-carryover", "page-sequence", {"First", "First", "First"}}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pages *p = set(b, arena_printf(b->a, form, cases[i].position, cases[i].boundary));
		assert_int_equal(p->npage, 3);
		for (size_t k = 0; k < 3; k++)
			assert_string_equal(static_text(b, &p->page[k], ARTIFACT_HEADER), cases[i].page[k]);
		assert_int_equal(find_text(p, "One", NULL), 1); /* the marker itself is not set there */
	}
}

static void
pages_are_added_for_parity(void **state)
{
	struct bench *b = *state;
	struct pages *p = set(b, HEAD FLOW "<fo:block>One</fo:block><fo:block break-before='odd-page'>Two</fo:block>" TAIL);
	assert_int_equal(p->npage, 3);
	assert_int_equal(find_text(p, "Two", NULL), 3);
	assert_int_equal(p->page[2].number, 3);
	static const char form[] = HEAD FLOW "<fo:block>One</fo:block></fo:flow></fo:page-sequence>"
	    "<fo:page-sequence master-reference='p' %s><fo:flow flow-name='xsl-region-body'><fo:block>Two</fo:block>" TAIL;
	p = set(b, arena_printf(b->a, form, "initial-page-number='auto-odd'"));
	assert_int_equal(p->npage, 3);
	assert_int_equal(p->page[2].number, 3);
	p = set(b, arena_printf(b->a, form, "initial-page-number='7'"));
	assert_int_equal(p->npage, 3); /* 1, a blank 2, 7 */
	assert_int_equal(p->page[2].number, 7);
	p = set(b, arena_printf(b->a, form, "force-page-count='odd'"));
	assert_int_equal(p->npage, 2);
	p = set(b, arena_printf(b->a, form, "force-page-count='even'"));
	assert_int_equal(p->npage, 3);
}

static void
numbers_are_printed_as_asked(void **state)
{
	static const struct { const char *format; unsigned number; const char *printed; } cases[] = {{NULL, 7, "7"},
	    {"1", 12, "12"},
	    {"001", 12, "012"}, {"i", 49, "xlix"}, {"I", 3888, "MMMDCCCLXXXVIII"}, {"I", 4000, "4000"}, {"a", 3, "c"},
	    {"A", 28, "BB"},
	    {"x", 5, "5"}, {"0000000001", 5, "0000000005"}, {"00000000001", 5, "5"}};
	struct bench *b = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(number_print(b->a, number_form(cases[i].format), cases[i].number), cases[i].printed);
	static const char form[] = HEAD "<fo:static-content flow-name='xsl-region-before'><fo:block><fo:page-number/> of "
	    "<fo:page-number-citation-last ref-id='front'/></fo:block></fo:static-content>" FLOW "<fo:block id='here'>"
	    "One</fo:block>"
	    "<fo:block break-before='page'>see <fo:page-number-citation ref-id='here'/></fo:block>" TAIL;
	char *text = arena_strdup(b->a, form), *at = strstr(text, "master-reference='p'>");
	struct pages *p = set(b, arena_printf(b->a, "%.*s id='front' format='i'%s", (int)(at - text) + 20, text, at + 20));
	assert_string_equal(static_text(b, &p->page[1], ARTIFACT_HEADER), "ii of ii");
	assert_int_equal(find_text(p, "i", NULL), 1);
	assert_int_equal(p->page[0].form.style, 'r');
}

static void
text_that_must_not_wrap_does_not(void **state)
{
	struct pages *p = set(*state, HEAD FLOW "<fo:block wrap-option='no-wrap'>these words would need more than the one "
	    "line that they get here</fo:block>"
	    "<fo:block>and these words stand before <fo:inline keep-together.within-line='always'>what is kept</fo:inline>"
	    "</fo:block>" TAIL);
	const struct item *it = NULL;
	assert_int_equal(find_text(p, "these words would need more than the one line that they get here", NULL), 1);
	assert_int_equal(find_text(p, "what is kept", &it), 1);
}

static void
side_regions_share_corners(void **state)
{
	static const char form[] = "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='Liberation Serif' "
	    "font-size='10pt' xml:lang='en'>"
	    "<fo:layout-master-set><fo:simple-page-master master-name='p' page-width='300pt' page-height='200pt'>"
	    "<fo:region-body margin='40pt'/>"
	    "<fo:region-before extent='20pt' precedence='%s'/><fo:region-start extent='30pt'/></fo:simple-page-master>"
	    "</fo:layout-master-set>"
	    "<fo:page-sequence master-reference='p'><fo:static-content flow-name='xsl-region-before'><fo:block>Head</fo:block>"
	    "</fo:static-content>"
	    "<fo:static-content flow-name='xsl-region-start'><fo:block>Side</fo:block></fo:static-content>" FLOW
	    "<fo:block>x</fo:block>" TAIL;
	struct bench *b = *state;
	for (int first = 0; first < 2; first++) {
		struct pages *p = set(b, arena_printf(b->a, form, first ? "true" : "false"));
		const struct item *head = NULL, *side = NULL;
		find_text(p, "Head", &head);
		find_text(p, "Side", &side);
		assert_near(head->x, first ? 0 : 30);
		assert_true(first ? side->y > 20 : side->y < 20);
	}
}

static const struct item *
item_of(const struct pages *p, enum item_kind kind, uint32_t rgb)
{
	for (size_t k = 0; k < p->page[0].nitem; k++)
		if (p->page[0].item[k].kind == kind && p->page[0].item[k].rgb == rgb)
			return &p->page[0].item[k];
	fail_msg("no item of kind %d", (int)kind);
	return NULL;
}

static void
words_are_marked_struck_and_raised(void **state)
{
	struct pages *p = set(*state, HEAD FLOW "<fo:block>plain <fo:inline color='#00FF00' text-decoration='line-through'>"
	    "struck</fo:inline> "
	    "<fo:inline background-color='#FFFF00'>marked</fo:inline> <fo:inline vertical-align='super'>raised</fo:inline>"
	    "<fo:character character='Q'/></fo:block>" TAIL);
	const struct item *plain = NULL, *it = NULL;
	find_text(p, "plain", &plain);
	assert_int_equal(find_text(p, "Q", NULL), 1);
	find_text(p, "raised", &it);
	assert_true(it->y < plain->y - 2);
	find_text(p, "struck", &it);
	const struct item *line = item_of(p, ITEM_RULE, 0x00FF00), *mark = item_of(p, ITEM_RECT, 0xFFFF00);
	assert_near(line->x, it->x);
	assert_true(line->y < it->y - 1 && line->y > it->y - 5);
	find_text(p, "marked", &it);
	assert_near(mark->x, it->x);
	assert_true(mark < it && mark->y < it->y && mark->y + mark->h > it->y);
}

/* Border and padding stand outside the indent (§4.3). */
static void
frames_stand_outside_the_indent(void **state)
{
	struct pages *p = set(*state, HEAD FLOW "<fo:block start-indent='20pt' end-indent='20pt' border='2pt solid #0000FF' "
	    "padding='3pt'"
	    " background-color='#FF0000'>x</fo:block>" TAIL);
	const struct item *it = NULL, *back = item_of(p, ITEM_RECT, 0xFF0000);
	find_text(p, "x", &it);
	assert_near(it->x, 60);
	assert_near(back->x, 55);
	assert_near(back->w, 190);
}

/* ---- faults of pages ---- */

/* Whether a fault of this kind is listed, and how bad it is. */
static bool
has_fault(const struct pages *p, const char *kind, double *measure)
{
	struct buf out = {0};
	char wanted[60];
	bool found = false;
	faults_text(p, &out);
	snprintf(wanted, sizeof wanted, "down: %s ", kind);
	const char *at = out.data != NULL ? strstr(out.data, wanted) : NULL;
	found = at != NULL;
	if (found && measure != NULL)
		*measure = strtod(at + strlen(wanted), NULL);
	buf_free(&out);
	return found;
}

/* n blocks of one line; then `more`. */
static struct pages *
after_lines(struct bench *b, int n, const char *more)
{
	struct buf s = {0};
	buf_adds(&s, HEAD FLOW);
	for (int i = 0; i < n; i++)
		buf_printf(&s, "<fo:block>Line %d</fo:block>", i);
	buf_adds(&s, more);
	buf_adds(&s, TAIL);
	struct pages *p = set(b, s.data);
	buf_free(&s);
	return p;
}

static void
remaining_widows_and_orphans_are_marked(void **state)
{
	double lines = 0;
	/* ten lines fit on a page */
	struct pages *p = after_lines(*state, 9, "<fo:block orphans='1' widows='1'>one&#x2028;two&#x2028;three</fo:block>"
	    "<fo:block>x</fo:block>");
	assert_int_equal(p->npage, 2);
	assert_true(has_fault(p, "orphan", &lines));
	assert_true(lines == 1);
	p = after_lines(*state, 8, "<fo:block orphans='1' widows='1' keep-with-next='auto'>one&#x2028;two&#x2028;"
	    "three</fo:block>");
	assert_true(has_fault(p, "widow", &lines));
	assert_true(lines == 1);
	p = after_lines(*state, 8, "<fo:block>one&#x2028;two&#x2028;three</fo:block>");
	assert_false(has_fault(p, "widow", NULL));
	assert_false(has_fault(p, "orphan", NULL));
}

static void
short_pages_are_marked(void **state)
{
	double pt = 0;
	struct pages *p = after_lines(*state, 6, "<fo:block keep-together.within-page='always'>a&#x2028;b&#x2028;c&#x2028;"
	    "d&#x2028;e&#x2028;f</fo:block>");
	assert_int_equal(p->npage, 2);
	assert_true(has_fault(p, "short-page", &pt));
	assert_true(pt > 47.9 && pt < 48.1);
	p = after_lines(*state, 6, "<fo:block break-before='page'>a</fo:block>");
	assert_false(has_fault(p, "short-page", NULL)); /* the author wanted it */
}

static void
split_notes_are_marked(void **state)
{
	double lines = 0;
	/* twelve lines of note: more than a page holds */
	struct pages *p = after_lines(*state, 3, "<fo:block>Call<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>"
	    "<fo:block>a"
	    "&#x2028;b&#x2028;c&#x2028;d&#x2028;e&#x2028;f&#x2028;g&#x2028;h&#x2028;i&#x2028;j&#x2028;k&#x2028;l</fo:block>"
	    "</fo:footnote-body>"
	    "</fo:footnote></fo:block>");
	assert_true(has_fault(p, "split-note", &lines));
	assert_true(lines >= 1);
}

static void
a_single_line_under_a_heading_is_avoided_or_marked(void **state)
{
	double lines = 0;
	/* heading and one line would fit: they go to the next page together */
	struct pages *p = after_lines(*state, 8, "<fo:block keep-with-next='always'>Head</fo:block><fo:block>Only</fo:block>"
	    "<fo:block>Next</fo:block>");
	assert_int_equal(find_text(p, "Head", NULL), 2);
	assert_false(has_fault(p, "stranded-heading", NULL));
	/* nothing else is possible: the paragraph that follows is kept in one piece */
	p = after_lines(*state, 0, "<fo:block keep-with-next='always'>Head</fo:block><fo:block>Only</fo:block>"
	    "<fo:block keep-together.within-page='always'>a&#x2028;b&#x2028;c&#x2028;d&#x2028;e&#x2028;f&#x2028;g&#x2028;"
	    "h&#x2028;i</fo:block>");
	assert_int_equal(p->npage, 2);
	assert_true(has_fault(p, "stranded-heading", &lines));
	assert_true(lines == 1);
}

/* Twelve blocks of one line with this space behind each: the last baseline of page 1, which ends at
 * 160, and how many of them stand there. */
static double
last_baseline(struct bench *b, const char *space, int *lines)
{
	struct buf s = {0};
	double y = 0;
	buf_adds(&s, HEAD FLOW);
	for (int i = 0; i < 12; i++)
		buf_printf(&s, "<fo:block %s>Line</fo:block>", space);
	buf_adds(&s, TAIL);
	struct pages *p = set(b, s.data);
	buf_free(&s);
	*lines = 0;
	for (size_t k = 0; k < p->page[0].nitem; k++, ++*lines)
		y = fmax(y, p->page[0].item[k].y);
	/* the last page is not drawn out */
	const struct item *last = p->page[p->npage - 1].item;
	assert_true(p->page[p->npage - 1].nitem < 2 || last[1].y - last[0].y < 12 + 2.01);
	return y;
}

static void
spaces_stretch_and_shrink_to_fill_a_page(void **state)
{
	int lines;
	double bottom = 160 - 12 + 9.375; /* baseline of a line that ends with the region */
	/* 9 lines of 12 with 8 spaces of 1 leave 4 pt */
	assert_near(last_baseline(*state, "space-after='1pt'", &lines), bottom - 4);
	assert_int_equal(lines, 9);
	assert_near(last_baseline(*state, "space-after.minimum='1pt' space-after.optimum='1pt' space-after.maximum='2pt'",
	    &lines), bottom);
	assert_int_equal(lines, 9);
	/* no more than the maximum */
	assert_near(last_baseline(*state, "space-after.minimum='1pt' space-after.optimum='1pt' space-after.maximum='1.25pt'",
	    &lines), bottom - 2);
	/* 8 lines with 7 spaces of 2 leave 10 pt; a ninth stands there when the spaces give 4 of their 8 */
	assert_near(last_baseline(*state, "space-after='2pt'", &lines), bottom - 10);
	assert_int_equal(lines, 8);
	assert_near(last_baseline(*state, "space-after.minimum='1pt' space-after.optimum='2pt' space-after.maximum='2pt'",
	    &lines), bottom);
	assert_int_equal(lines, 9);
}

static void
pages_without_faults_say_so(void **state)
{
	struct buf json = {0}, text = {0};
	struct pages *p = after_lines(*state, 3, "");
	faults_json(p, &json);
	faults_text(p, &text);
	assert_string_equal(text.data, "no faults in 1 pages\n");
	assert_non_null(strstr(json.data, "\"pages\":1"));
	buf_free(&json);
	buf_free(&text);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(baseline_has_half_leading), T(spaces_that_meet_take_the_larger), T(heading_goes_with_its_text),
	    T(a_second_document_shapes_new_words_alone),
	    T(hyphens_are_kept_from_page_ends),
	    T(note_stands_on_the_page_of_its_call), T(long_note_goes_on), T(table_head_is_repeated),
	    T(static_content_knows_the_pages), T(heads_retrieve_markers), T(pages_are_added_for_parity),
	    T(remaining_widows_and_orphans_are_marked), T(short_pages_are_marked),
	    T(split_notes_are_marked), T(a_single_line_under_a_heading_is_avoided_or_marked), T(pages_without_faults_say_so),
	    T(numbers_are_printed_as_asked), T(text_that_must_not_wrap_does_not), T(side_regions_share_corners),
	    T(words_are_marked_struck_and_raised), T(frames_stand_outside_the_indent),
	    T(spaces_stretch_and_shrink_to_fill_a_page),
	};
	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
