/* SPDX-License-Identifier: MIT */
/* Tabs, leaders, marks, boxes, and what is reported. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "layout/fault.h"
#include "layout/parts.h"
#include "set_para.h"

/* ---- tabs, leaders, marks, boxes ---- */

static void
tabs_reach_their_stop(void **state)
{
	struct setting *b = *state;
	static const char *const label[] = {"1.", "127.", "MMMMMM."};
	static const double stop[] = {23.76, 23.76, 71.28};
	b->style.tab_grid = 23.76;
	for (size_t i = 0; i < 3; i++) {
		const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = span_of(label[i])},
			{.kind = INL_LEADER, .style = &b->text, .tab_pt = 23.76, .selem = (struct selem *)b},
			{.kind = INL_TEXT, .style = &b->text,
			 .text = SPAN_LIT("Words after the stop go on for more than one line of text here.")}};
		set_inlines(b, inl, 3);
		assert_near(item_with(b, "Words")->x, stop[i], 0.001);
		assert_true(b->n == 2);
		assert_near(b->page.item[0].x, 0, 0.001);
	}
}

static void
dots_fill_the_line_in_columns(void **state)
{
	struct setting *b = *state;
	b->style.align_last = ALIGN_JUSTIFY;
	double dot[2];
	for (size_t i = 0; i < 2; i++) {
		const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text,
		    .text = span_of(i == 0 ? "Lamps" : "Keepers and boats")},
			{.kind = INL_LEADER, .style = &b->text, .pattern = LEADER_DOTS, .max = 1e6, .selem = (struct selem *)b},
			{.kind = INL_TEXT, .style = &b->text, .text = span_of(i == 0 ? "7" : "128")}};
		set_inlines(b, inl, 3);
		const struct item *number = item_with(b, i == 0 ? "7" : "128"), *dots = item_with(b, "..");
		assert_near(number->x + number->w, 200, 0.001);
		assert_int_equal(dots->artifact, ARTIFACT_LAYOUT);
		assert_true(dots->x + dots->w <= number->x + 0.001 || number->text.n > 3);
		dot[i] = fmod(dots->x, 5);
		assert_string_equal(lines_of(b), i == 0 ? "Lamps 7|" : "Keepers and boats 128|");
	}
	assert_near(dot[0], dot[1], 0.001);
}

static void
marks_go_with_the_text_before_them(void **state)
{
	struct setting *b = *state;
	int first, second;
	b->style.measure = 60;
	b->style.align = ALIGN_START;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("One two three")},
		{.kind = INL_MARK, .user = &first}, {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT(" four five six seven")},
		{.kind = INL_MARK, .user = &second}};
	set_inlines(b, inl, 4);
	size_t seen = 0;
	for (size_t i = 0; i < b->n; i++)
		for (size_t k = 0; k < b->line[i].nuser; k++, seen++) {
			assert_ptr_equal(b->line[i].user[k], seen == 0 ? &first : &second);
			if (seen == 1)
				assert_true(b->line[i].last);
		}
	assert_int_equal(seen, 2);
	assert_int_equal(b->line[0].nuser, 1);
}

static void
forced_ends_use_the_last_alignment(void **state)
{
	struct setting *b = *state;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("One two")}, {.kind = INL_BREAK},
		{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("three")}};
	set_inlines(b, inl, 3);
	assert_string_equal(lines_of(b), "One two|three|");
	assert_true(b->line[0].ratio == 0);
	assert_near(para_max_width(b->para), b->line[0].width, 0.001);
}

static void
raised_text_does_not_part_lines(void **state)
{
	struct setting *b = *state;
	struct text_style call = b->text, large = b->text;
	call.size_pt = 6.5;
	call.rise_pt = 3.48;
	large.size_pt = 20;
	struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("word")},
		{.kind = INL_TEXT, .style = &call, .text = SPAN_LIT("12")}};
	set_inlines(b, inl, 2);
	assert_near(b->line[0].ascent + b->line[0].descent, 12, 0.001);
	assert_near(b->page.item[1].y, -3.48, 0.001);
	inl[1].style = &large;
	set_inlines(b, inl, 2);
	assert_true(b->line[0].ascent + b->line[0].descent > 15);
}

static void
empty_paragraphs_have_no_lines(void **state)
{
	struct setting *b = *state;
	set_inlines(b, NULL, 0);
	assert_int_equal(b->n, 0);
	int note;
	const struct inl mark = {.kind = INL_MARK, .user = &note};
	set_inlines(b, &mark, 1);
	assert_int_equal(b->n, 1);
	assert_int_equal(b->line[0].nuser, 1);
	assert_true(b->line[0].ascent + b->line[0].descent == 0);
}

static void
scale_and_tracking_widen_text(void **state)
{
	struct setting *b = *state;
	set_text(b, "lamp");
	double plain = b->page.item[0].w;
	b->text.hscale = 1.03;
	b->text.tracking_pt = 0.2;
	set_text(b, "lamp");
	assert_near(b->page.item[0].w, plain * 1.03 + 0.8, 0.001);
	assert_near(b->page.item[0].hscale, 1.03, 1e-6);
}

/* Words are kept in em: neither size nor scale, tracking, measure nor language's hyphens shape them again. */
static void
words_are_shaped_once(void **state)
{
	struct setting *b = *state;
	static const char text[] = "The lamp and the boat and the lamp and the \xD8\xB3\xD9\x84 of the harbour.";
	set_text(b, text);
	size_t kept = wordcache_bytes(*fontset_words(b->in.fonts));
	assert_true(kept > 0);
	b->text.size_pt = 14;
	b->text.hscale = 0.96;
	b->text.tracking_pt = 0.3;
	b->text.rgb = 0xFF0000;
	b->style.measure = 90;
	b->style.hyphenate = true;
	set_text(b, text);
	assert_true(wordcache_bytes(*fontset_words(b->in.fonts)) < kept + sizeof(struct word)); /* where words break */
	b->text.weight = 700;
	set_text(b, "lamp");
	assert_true(wordcache_bytes(*fontset_words(b->in.fonts)) > kept);
}

/* ---- letters and spaces ---- */

/* The glyph that stands for the n-th byte of an item's text. */
static uint32_t
glyph_for(const struct item *it, uint32_t byte)
{
	for (uint32_t i = 0; i < it->nglyph; i++)
		if (it->glyph[i].cluster == byte)
			return it->glyph[i].index;
	return UINT32_MAX;
}

/* What is shown is capital, what it spells is what came; two letters that came of one are one cluster. */
static void
changed_letters_tell_what_came(void **state)
{
	struct setting *b = *state;
	uint32_t g;
	b->text.letters = CASE_UPPER;
	set_text(b, "a ma\xC3\x9F" "t end");
	const struct item *it = item_with(b, "a ma\xC3\x9F" "t end");
	assert_int_equal(it->nglyph, 11);
	assert_true(item_told(it));
	font_has(it->font, 'M', &g);
	assert_int_equal(glyph_for(it, 2), g);
	font_has(it->font, 'S', &g);
	assert_int_equal(glyph_for(it, 4), g);
	assert_int_equal(glyph_for(it, 5), UINT32_MAX);
	font_has(it->font, 'T', &g);
	assert_int_equal(glyph_for(it, 6), g);
	b->text.letters = CASE_TITLE;
	set_text(b, "don't stop");
	it = item_with(b, "don't stop");
	font_has(it->font, 'D', &g);
	assert_int_equal(glyph_for(it, 0), g);
	font_has(it->font, 't', &g);
	assert_int_equal(glyph_for(it, 4), g);
	font_has(it->font, 'S', &g);
	assert_int_equal(glyph_for(it, 6), g);
}

static void
spaces_are_as_wide_as_asked(void **state)
{
	struct setting *b = *state;
	set_text(b, "a b");
	double plain = item_with(b, "a b")->w;
	b->text.space_pt = 5;
	set_text(b, "a b");
	assert_near(item_with(b, "a b")->w, plain + 5, 0.01);
	b->text.space_pt = -50; /* no space is narrower than nothing */
	set_text(b, "a b");
	assert_true(item_with(b, "a b")->w > plain - 5);
}

static void
hidden_text_keeps_its_place(void **state)
{
	struct setting *b = *state;
	struct text_style hidden = b->text;
	const struct inl three[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("a")},
	    {.kind = INL_TEXT, .style = &hidden, .text = SPAN_LIT(" bcd ")},
	    {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("e")}};
	set_inlines(b, three, 3);
	double x = item_with(b, "e")->x;
	hidden.hidden = true;
	set_inlines(b, three, 3);
	assert_int_equal(b->page.nitem, 2);
	assert_near(item_with(b, "e")->x, x, 0.01);
}

static void
directions_are_overridden(void **state)
{
	struct setting *b = *state;
	const struct inl turned[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("one ")},
	    {.kind = INL_CONTROL, .style = &b->text, .control = 0x202E},
	    {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("two")},
	    {.kind = INL_CONTROL, .style = &b->text, .control = 0x202C},
	    {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT(" six")}};
	set_inlines(b, turned, 5);
	assert_false(item_with(b, "one")->rtl);
	assert_true(item_with(b, "two")->rtl);
	assert_false(item_with(b, "six")->rtl);
	assert_string_equal(lines_of(b), "one two six|");
}

/* ---- boxes around inlines ---- */

static size_t
rects(const struct setting *b, const struct item **first)
{
	size_t n = 0;
	for (size_t i = 0; i < b->page.nitem; i++)
		if (b->page.item[i].kind == ITEM_RECT && n++ == 0)
			*first = &b->page.item[i];
	return n;
}

/* An edge is as wide as said; without a width it parts nothing.  What lies under the letters is one piece a line. */
static void
boxes_go_around_inlines(void **state)
{
	struct setting *b = *state;
	struct fo_props grey = {.background_color = {.rgb = 0xCCCCCC}, .visibility = FO_W_VISIBLE,
	    .border_before_style = FO_W_NONE, .border_after_style = FO_W_NONE, .border_start_style = FO_W_NONE,
	    .border_end_style = FO_W_NONE};
	struct inl_box box = {.p = &grey, .above = 2, .below = 3};
	struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("un")},
	    {.kind = INL_EDGE, .style = &b->text, .box = &box}, {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("bro")},
	    {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("ken up")}, {.kind = INL_EDGE, .style = &b->text},
	    {.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT(" now")}};
	const struct item *rect = NULL;
	b->style.align = ALIGN_START;
	set_inlines(b, inl, 6);
	double plain = item_with(b, "now")->x + item_with(b, "now")->w;
	assert_int_equal(rects(b, &rect), 1);
	assert_int_equal(rect->artifact, ARTIFACT_BACKGROUND);
	assert_near(rect->h, 5 + (font_metrics(item_with(b, "un")->font)->ascent +
	    font_metrics(item_with(b, "un")->font)->descent) * 10, 0.01);
	b->style.measure = 42; /* "un" and "broken" stay one word */
	set_inlines(b, inl, 6);
	assert_string_equal(lines_of(b), "unbroken |up now|");
	assert_int_equal(rects(b, &rect), 2);
	b->style.measure = 200;
	inl[1].width = 4;
	inl[4].width = 7;
	set_inlines(b, inl, 6);
	assert_near(item_with(b, "now")->x + item_with(b, "now")->w, plain + 11, 0.01);
}

/* Boxes in boxes cost what their depth and their pieces are. */
static void
many_boxes_are_drawn(void **state)
{
	struct setting *b = *state;
	struct fo_props grey = {.background_color = {.rgb = 0xCCCCCC}, .visibility = FO_W_VISIBLE};
	struct inl_box box = {.p = &grey};
	enum { DEEP = 150, WIDE = 2000 };
	struct inl *inl = ARENA_ARRAY(b->in.a, struct inl, 2 * DEEP + 3 * WIDE);
	const struct item *rect;
	size_t n = 0;
	for (int i = 0; i < DEEP; i++)
		inl[n++] = (struct inl){.kind = INL_EDGE, .style = &b->text, .box = &box};
	for (int i = 0; i < WIDE; i++) {
		inl[n++] = (struct inl){.kind = INL_EDGE, .style = &b->text, .box = &box};
		inl[n++] = (struct inl){.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("ab ")};
		inl[n++] = (struct inl){.kind = INL_EDGE, .style = &b->text};
	}
	for (int i = 0; i < DEEP; i++)
		inl[n++] = (struct inl){.kind = INL_EDGE, .style = &b->text};
	set_inlines(b, inl, n);
	assert_int_equal(rects(b, &rect), WIDE + DEEP * b->n);
}

/* ---- reports ---- */

static void
missing_characters_are_named_once(void **state)
{
	struct setting *b = *state;
	set_text(b, "a \xEE\x84\xA3 b \xEE\x84\xA3 \xF3\xB0\x80\x81");
	assert_int_equal(diag_count(b->in.d), 2);
	assert_int_equal(diag_at(b->in.d, 0)->code, DIAG_LAYOUT_NO_GLYPH);
	assert_non_null(strstr(diag_at(b->in.d, 0)->detail, "U+E123"));
	assert_non_null(strstr(diag_at(b->in.d, 1)->detail, "U+F0001"));
	set_text(b, "again \xEE\x84\xA3");
	assert_int_equal(diag_count(b->in.d), 2);
	diag_free(b->in.d);
	b->in.d = diag_new();
	set_text(b, "next document \xEE\x84\xA3");
	assert_int_equal(diag_count(b->in.d), 1);
}

static const char *
faults_of(struct setting *b)
{
	struct pages pages = {.arena = b->in.a};
	for (size_t i = 0; i < b->n; i++)
		fault_line(&pages, 2, b->para, i, 10, 12 * (double)i);
	struct buf out = {0};
	faults_json(&pages, &out);
	const char *s = arena_strndup(b->in.a, out.data, out.n);
	buf_free(&out);
	return s;
}

static void
faults_of_lines_are_listed(void **state)
{
	struct setting *b = *state;
	b->style.measure = 60;
	set_text(b, "a b internationally or");
	assert_non_null(strstr(faults_of(b), "\"loose-line\""));
	assert_non_null(strstr(faults_of(b), "\"page\":3"));
	b->style.align = ALIGN_START;
	b->style.measure = 46;
	set_text(b, "the lamps the boats the lights the end");
	assert_string_equal(lines_of(b), "the lamps |the boats |the lights |the end|");
	assert_non_null(strstr(faults_of(b), "\"same-start\""));
	set_text(b, "calm");
	assert_null(strstr(faults_of(b), "kind"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(tabs_reach_their_stop), T(dots_fill_the_line_in_columns), T(marks_go_with_the_text_before_them),
		T(forced_ends_use_the_last_alignment), T(raised_text_does_not_part_lines), T(empty_paragraphs_have_no_lines),
		T(scale_and_tracking_widen_text), T(words_are_shaped_once), T(missing_characters_are_named_once),
		T(faults_of_lines_are_listed), T(changed_letters_tell_what_came), T(spaces_are_as_wide_as_asked),
		T(hidden_text_keeps_its_place), T(directions_are_overridden), T(boxes_go_around_inlines),
		T(many_boxes_are_drawn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
