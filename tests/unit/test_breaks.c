/* SPDX-License-Identifier: MIT */
/* Where lines may end: figures, addresses, hyphens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <pango/pango.h>

#include "layout/breaks.h"
#include "set_para.h"

/* ---- where lines may end ---- */

static void
symbols_numbers_and_figures_stay_whole(void **state)
{
	struct setting *b = *state;
	static const char text[] = "see A/77/275 and E/CN.3/2025/8 with 1,250.75 of 2021-2025 or and/or P-4 at 1 "
	    "250 000 as 10\xC2\xA0km";
	for (double measure = 30; measure < 120; measure += 3) {
		b->style.measure = measure;
		b->style.align = ALIGN_START;
		set_text(b, text);
		const char *s = lines_of(b);
		static const char *const whole[] = {"1,250.75", "2021-2025", "and/or", "P-4", "10\xC2\xA0km", "1 250 000"};
		for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
			if (measure > 50 || i == 2 || i == 3)
				assert_non_null(strstr(s, whole[i]));
		if (measure > 80)
			assert_true(strstr(s, "A/77/275") != NULL && strstr(s, "E/CN.3/2025/8") != NULL);
	}
}

/* What may belong to a number (LB25) parts in Pango where there is none. */
static bool
is_of_number(char before, char after)
{
	return (strchr(",)}", before) != NULL && strchr("%$7", after) != NULL) ||
	    (strchr("%$", before) != NULL && after == '(');
}

static void
western_text_breaks_where_pango_has_it(void **state)
{
	(void)state;
	static const char *const piece[] = {"word", "77", "(", ")", "}", "\"", "\xC2\xAB", "!", ",", "%", "$", "|", "\xC2\xAD",
	    "\xC2\xA7", "\xE2\x80\x94", "\xE2\x80\xA6", "\xE2\x80\x91", "\xD0\xB6\xD0\xB8"};
	const size_t n = sizeof piece / sizeof *piece;
	PangoLogAttr attr[32];
	uint8_t can[32];
	char token[32];
	size_t some = 0;
	for (size_t i = 0; i < n * n * n; i++) {
		snprintf(token, sizeof token, "%s%s%s", piece[i / n / n], piece[i / n % n], piece[i % n]);
		struct span t = span_of(token);
		pango_get_log_attrs(token, (int)t.n, -1, pango_language_from_string("en"), attr, (int)utf8_count(t) + 1);
		breaks_in_token(t, "en", can);
		for (size_t at = 0, k = 0; at < t.n; k++) {
			size_t from = at;
			utf8_next(t.s, t.n, &at);
			if (from == 0 || is_of_number(t.s[from - 1], t.s[from]))
				continue;
			if ((can[from] != BREAK_NO) != attr[k].is_line_break)
				fail_msg("before byte %zu of %s: %d", from, token, can[from]);
			some += can[from] != BREAK_NO;
		}
	}
	assert_true(some > 1000);
}

static bool
test_words(struct arena *a, const char *lang, struct keep_words *out, struct diag *d)
{
	(void)a;
	(void)d;
	static const struct span before[] = {{"ch.", 3}, {"plate", 5}},
	    after[] = {{"knots", 5}, {"mayo", 4}}, between[] = {{"de", 2}};
	*out = (struct keep_words){.before = before, .after = after, .between = between,
	    .nbefore = 2, .nafter = 2, .nbetween = 1};
	return strcmp(lang, "en") == 0;
}

static void
words_keep_to_their_figures(void **state)
{
	struct setting *b = *state;
	fontset_keep_with(b->in.fonts, test_words);
	b->style.align = ALIGN_START;
	for (double measure = 50; measure < 150; measure += 3) {
		b->style.measure = measure;
		set_text(b, "It runs at 12 knots, see ch. 7 and (Plate IV) of the book");
		const char *s = lines_of(b);
		assert_non_null(strstr(s, "12 knots,"));
		assert_non_null(strstr(s, "ch. 7"));
		assert_non_null(strstr(s, "(Plate IV)"));
		set_text(b, "Los barcos salieron el 10 de mayo y de mayo/abril hablan todos los que vinieron");
		s = lines_of(b);
		assert_non_null(strstr(s, "10 de mayo"));
		assert_non_null(strstr(s, "de mayo/"));
		set_text(b, "Les bateaux partirent tous le 1er mayo au matin");
		assert_non_null(strstr(lines_of(b), "1er mayo"));
		set_text(b, "Il parle du \xC2\xAB phare du nord \xC2\xBB et aussi de la \xC2\xAB mer \xC2\xBB.");
		s = lines_of(b);
		assert_non_null(strstr(s, "\xC2\xAB phare"));
		assert_non_null(strstr(s, "nord \xC2\xBB"));
	}
}

static bool
chinese_words(struct arena *a, const char *lang, struct keep_words *out, struct diag *d)
{
	(void)a;
	(void)d;
	static const struct span before[] = {{"\xE7\xAC\xAC", 3}}, after[] = {{"\xE5\xB9\xB4", 3}}; /* ordinal, year */
	*out = (struct keep_words){.before = before, .after = after, .nbefore = 1, .nafter = 1};
	return strcmp(lang, "zh") == 0;
}

static void
figures_keep_to_ideographs(void **state)
{
	struct setting *b = *state;
	fontset_keep_with(b->in.fonts, chinese_words);
	b->text.lang = "zh";
	b->style.align = ALIGN_START;
	for (b->style.measure = 40; b->style.measure < 120; b->style.measure += 3) {
		set_text(b, "\xE7\x81\xAF\xE5\xA1\x94\xE5\x9C\xA8" "2096\xE5\xB9\xB4\xE4\xBA\xAE\xE7\x9A\x84\xE7\xAC\xAC"
		    "12\xE7\x9B\x8F\xE7\x81\xAF");
		const char *s = lines_of(b);
		assert_non_null(strstr(s, "2096\xE5\xB9\xB4"));
		assert_non_null(strstr(s, "\xE7\xAC\xAC" "12"));
	}
}

/* A call of a note never begins a line. */
static void
calls_stay_with_what_they_follow(void **state)
{
	struct setting *b = *state;
	static const char *const text[] = {"Were the lamps of the wharf lit?",
	    "\xE6\xB5\xB7\xE8\xBE\xB9\xE7\x81\xAF\xE5\xA1\x94\xE4\xBA\xAE\xE3\x80\x82"};
	struct text_style call = b->text;
	call.size_pt = 6.5;
	call.rise_pt = 3.5;
	b->style.align = ALIGN_START;
	for (b->style.measure = 30; b->style.measure < 130; b->style.measure += 1)
		for (size_t i = 0; i < 2; i++) {
			b->text.lang = call.lang = i == 0 ? "en" : "zh";
			const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = span_of(text[i])},
				{.kind = INL_TEXT, .style = &call, .text = SPAN_LIT("12")}};
			set_inlines(b, inl, 2);
			assert_null(strstr(lines_of(b), "|12"));
		}
}

static void
rows_of_calls_part_at_need(void **state)
{
	struct setting *b = *state;
	struct text_style call = b->text;
	call.size_pt = 6.5;
	call.rise_pt = 3.5;
	struct inl inl[60] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("lamps")}};
	for (size_t i = 1; i < 60; i++)
		inl[i] = (struct inl){.kind = INL_TEXT, .style = &call, .text = i % 2 ? SPAN_LIT("17") : SPAN_LIT(",")};
	set_inlines(b, inl, 60);
	assert_true(b->n > 1);
	const char *s = lines_of(b);
	for (const char *p = strchr(s, '|'); p[1] != '\0'; p = strchr(p + 1, '|'))
		assert_true(p[-1] == ',' && p[1] == '1');
	b->style.measure = 60;
	set_inlines(b, inl, 4);
	assert_string_equal(lines_of(b), "lamps17,17|");
}

static void
addresses_break_at_their_marks(void **state)
{
	struct setting *b = *state;
	b->style.align = ALIGN_START;
	b->style.measure = 98;
	set_text(b, "https://example.org/lighthouses/northern/keepers-log.html");
	const char *s = lines_of(b);
	assert_true(b->n > 1);
	for (const char *p = strchr(s, '|'); p[1] != '\0'; p = strchr(p + 1, '|'))
		assert_true(strchr("/.", p[-1]) != NULL || p[1] == '-');
	assert_true(b->line[0].overfull_pt == 0);
}

/* Long pieces and what stands for letters of other scripts do not leave a line empty. */
static void
long_addresses_leave_no_holes(void **state)
{
	struct setting *b = *state;
	static const char *const address[] = {
		"see https://example.org/thelonglighthouserecordsofallnortherncoastsandislands/index.html for more of them",
		"see example.org/%D0%BC%D0%B0%D1%8F%D0%BA%D0%B8%D0%BD%D0%B0%D0%B3%D0%BE%D1%80%D0%B0%D1%85 for more of them"};
	b->text.tracking_flex_pt = 0.1;
	b->style.expansion = 0.02;
	for (b->style.measure = 120; b->style.measure < 240; b->style.measure += 7)
		for (size_t i = 0; i < 2; i++) {
			set_text(b, address[i]);
			const char *s = lines_of(b);
			for (size_t k = 0; k + 1 < b->n; k++)
				if (i == 0 && b->line[k].ratio > 1.5 && b->line[k].gap_pt > 0)
					fail_msg("%.0f pt wide, ratio %.2f: %s", b->style.measure, b->line[k].ratio, s);
			for (const char *p = strstr(s, "|"); i == 1 && p[1] != '\0'; p = strchr(p + 1, '|'))
				assert_true(p[1] == '%' || p[-1] == '/' || p[-1] == '.' || p[-1] == ' ');
		}
}

static void
long_symbols_part_at_need_alone(void **state)
{
	struct setting *b = *state;
	b->style.measure = 150;
	set_text(b, "They are listed in CERD/C/SR.2411/Add.1, in part.");
	assert_string_equal(lines_of(b), "They are listed in CERD/C/SR.2411/|Add.1, in part.|");
	set_text(b, "The members of the whole committee CERD/C/SR.2411/Add.1, part two.");
	assert_null(strstr(lines_of(b), "/|"));
}

static void
a_word_wider_than_the_measure_is_broken_anywhere(void **state)
{
	struct setting *b = *state;
	b->style.measure = 40;
	set_text(b, "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXX");
	assert_true(b->n >= 5);
	for (size_t i = 0; i < b->n; i++)
		assert_true(b->line[i].overfull_pt < 0.01);
	assert_true(para_min_width(b->para) > 200);
}

/* Neither piece is too wide, but both together. */
static void
pieces_of_a_wide_word_part(void **state)
{
	struct setting *b = *state;
	struct text_style bold = b->text;
	bold.weight = 700;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("so wwwwwwww")},
		{.kind = INL_TEXT, .style = &bold, .text = SPAN_LIT("MMMMMMMM")}};
	b->style.measure = 90;
	set_inlines(b, inl, 2);
	assert_string_equal(lines_of(b), "so wwwwwwww|MMMMMMMM|");
	b->style.measure = 180;
	set_inlines(b, inl, 2);
	assert_string_equal(lines_of(b), "so wwwwwwwwMMMMMMMM|");
	assert_true(para_min_width(b->para) > 130);
}

static void
what_cannot_fit_is_reported(void **state)
{
	struct setting *b = *state;
	const struct inl inl[] = {{.kind = INL_TEXT, .style = &b->text, .text = SPAN_LIT("a ")},
		{.kind = INL_BOX, .style = &b->text, .width = 230, .height = 20, .depth = 2}};
	set_inlines(b, inl, 2);
	assert_int_equal(b->n, 2);
	assert_near(b->line[1].overfull_pt, 30, 0.01);
	assert_true(b->line[1].ascent == 20);
	assert_int_equal(b->line[1].nbox, 1);
	assert_ptr_equal(b->line[1].box[0].inl, &inl[1]);
}

/* ---- hyphens ---- */

static void
hyphens_follow_the_language(void **state)
{
	struct setting *b = *state;
	static const struct {
		const char *lang, *word, *parts;
	} table[] = {
		{"en", "lighthouse", "light\xC2\xAD|house|"},
		{"es", "navegaciones", "nave\xC2\xAD|gacio\xC2\xAD|nes|"},
		{"fr", "illumination", "illumi\xC2\xAD|nation|"},
		{"ru", "\xD0\xBA\xD0\xBE\xD1\x80\xD0\xB0\xD0\xB1\xD0\xBB\xD1\x8C",
		    "\xD0\xBA\xD0\xBE\xC2\xAD|\xD1\x80\xD0\xB0\xD0\xB1\xD0\xBB\xD1\x8C|"},
		{"zh", "lighthouse", NULL},
		{"en", "harbours/lighthouse.", "har\xC2\xAD|bours/|light\xC2\xAD|house.|"},
		{"en", "example.org/lighthouse", NULL},
	};
	b->style.hyphenate = true;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		b->text.lang = table[i].lang;
		b->style.measure = 30;
		set_text(b, table[i].word);
		if (table[i].parts != NULL)
			assert_string_equal(lines_of(b), table[i].parts);
		else
			assert_false(b->line[0].hyphenated);
	}
}

static void
hyphens_keep_their_distance(void **state)
{
	struct setting *b = *state;
	b->style.hyphenate = true;
	b->style.hyphen_left = 6;
	b->style.measure = 30;
	set_text(b, "lighthouse");
	assert_false(b->line[0].hyphenated);
	b->style.hyphen_left = 0;
	b->style.hyphen_right = 6;
	set_text(b, "lighthouse");
	assert_false(b->line[0].hyphenated);
	b->style.hyphen_right = 5;
	set_text(b, "lighthouse");
	assert_true(b->line[0].hyphenated);
	/* a word that is not to be hyphenated is nevertheless, rather than parted anywhere */
	b->text.hyphenate = b->style.hyphenate = false;
	set_text(b, "lighthouse");
	assert_true(b->line[0].hyphenated);
	b->style.measure = 60;
	set_text(b, "the old lighthouse");
	assert_string_equal(lines_of(b), "the old |lighthouse|");
}

/* Words tied to each other part, wherever no line holds both. */
static void
ties_give_way_at_last(void **state)
{
	struct setting *b = *state;
	b->style.measure = 60;
	set_text(b, "of resolutions\xC2\xA0" "74/25, 75/9");
	assert_string_equal(lines_of(b), "of resolutions\xC2\xA0|74/25, 75/9|");
	assert_true(para_min_width(b->para) > 60 && para_word_width(b->para) < 60);
	b->style.measure = 80;
	set_text(b, "of resolutions\xC2\xA0" "74/25, 75/9");
	assert_string_equal(lines_of(b), "of |resolutions\xC2\xA0" "74/25, |75/9|");
	b->style.measure = 10;
	set_text(b, "ab\xC2\xA0;");
	assert_null(strstr(lines_of(b), "|;"));
}

static void
soft_hyphens_of_the_text_are_used(void **state)
{
	struct setting *b = *state;
	b->style.measure = 30;
	set_text(b, "qqqqq\xC2\xADqqqqq");
	assert_string_equal(lines_of(b), "qqqqq\xC2\xAD|qqqqq|");
	assert_true(b->line[0].hyphenated);
}

static void
hyphen_ladder_is_limited(void **state)
{
	struct setting *b = *state;
	static const char text[] = "extraordinary responsibilities notwithstanding, international organizations "
	    "continuously demonstrated "
	    "considerable understanding regarding administrative irregularities throughout intercontinental communication";
	b->style.hyphenate = true;
	size_t most = 0;
	for (b->style.hyphen_ladder = 1; b->style.hyphen_ladder <= 2; b->style.hyphen_ladder++)
		for (b->style.measure = 90; b->style.measure < 140; b->style.measure += 5) {
			set_text(b, text);
			for (size_t i = 0, row = 0; i < b->n; i++) {
				row = b->line[i].hyphenated ? row + 1 : 0;
				most = row > most ? row : most;
				assert_true(row <= (size_t)b->style.hyphen_ladder);
			}
		}
	assert_int_equal(most, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(symbols_numbers_and_figures_stay_whole), T(western_text_breaks_where_pango_has_it), T(words_keep_to_their_figures),
		T(figures_keep_to_ideographs), T(calls_stay_with_what_they_follow), T(rows_of_calls_part_at_need),
		T(addresses_break_at_their_marks), T(long_addresses_leave_no_holes), T(long_symbols_part_at_need_alone),
		T(a_word_wider_than_the_measure_is_broken_anywhere), T(ties_give_way_at_last), T(pieces_of_a_wide_word_part), T(what_cannot_fit_is_reported),
		T(hyphens_follow_the_language),
		T(hyphens_keep_their_distance), T(soft_hyphens_of_the_text_are_used), T(hyphen_ladder_is_limited),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
