/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "recognise/cite.h"
#include "recognise/preflight.h"
#include "unit/by_hand.h"

/* Paragraphs "N rest" become para with num; "S:STYLE N" lines become sections of the body. */
static struct by_hand
structured(const char *text)
{
	struct by_hand h = by_hand(text);
	struct report *r = h.found->report;
	struct rep_node *in = h.body;
	for (struct rep_node *p = h.body->first, *next; p != NULL; p = next) {
		next = p->kind == REP_P ? p->next : NULL;
		struct rep_node *t = p->first;
		struct span s = t->text;
		size_t blank = span_find(s, SPAN_LIT(" "));
		if (blank == SIZE_MAX || (s.s[0] >= 'a' && s.s[0] <= 'z'))
			continue;
		struct rep_node *group = rep_new(r, s.s[0] >= '0' && s.s[0] <= '9' ? REP_PARA : REP_SECTION, NULL);
		rep_insert_before(p, group);
		group->line_from = p->line_from;
		rep_set(r, group, "style", s.s[0] == 'I' || s.s[0] == 'V' ? "roman" : "letter");
		rep_split(r, t, blank);
		rep_append(rep_new(r, REP_NUM, group), t);
		rep_append(group, p);
		if (group->kind == REP_SECTION && s.s[0] != 'I' && s.s[0] != 'V' && in != h.body)
			rep_append(in, group);
		else if (group->kind == REP_SECTION)
			in = group;
	}
	return h;
}

static size_t
warned(const char *text, enum diag_code code)
{
	struct by_hand h = structured(text);
	struct terms *none = NULL;
	preflight(h.acc, none, h.diag);
	size_t n = hand_reported(&h, code);
	by_hand_free(&h);
	return n;
}

static void
paragraph_numbers_run_on_or_start_again(void **state)
{
	(void)state;
	assert_int_equal(warned("1. one\n2. two\n1. box\n2. box\n3. three\n4. four", DIAG_PRE_GAP), 0);
	assert_int_equal(warned("1. one\n2. two\n4. four\n5. five", DIAG_PRE_GAP), 1);
	assert_int_equal(warned("1. one\n2. two\n2. two\n3. three", DIAG_PRE_REPEAT), 1);
	assert_int_equal(warned("1. one\n2. two\n2. two\n3. three", DIAG_PRE_GAP), 0);
}

static void
sections_are_complete(void **state)
{
	(void)state;
	assert_int_equal(warned("I. one\nII. two\nIII. three", DIAG_PRE_GAP), 0);
	assert_int_equal(warned("I. one\nIV. four", DIAG_PRE_GAP), 1);
	assert_int_equal(warned("I. one\nA. only\nII. two", DIAG_PRE_LONE), 1);
	assert_int_equal(warned("I. one\nA. first\nB. second\nII. two", DIAG_PRE_LONE), 0);
}

static void
note_marks_run_on(void **state)
{
	(void)state;
	struct by_hand h = by_hand("words");
	static const char *const marks[] = {"1", "2", "2", "5"};
	for (size_t i = 0; i < 4; i++)
		rep_set(h.found->report, rep_new(h.found->report, REP_NOTE, h.body->first), "mark", marks[i]);
	preflight(h.acc, NULL, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_NOTE_TWICE), 1);
	assert_int_equal(hand_reported(&h, DIAG_PRE_GAP), 1);
	by_hand_free(&h);
}

static void
symbols_and_masthead_are_looked_at(void **state)
{
	(void)state;
	assert_int_equal(warned("see A//75 and E/ 12 and A/75/1 or and/or km/ 3", DIAG_PRE_SYMBOL), 2);
	assert_int_equal(warned("see it", DIAG_PRE_MASTHEAD), 1);
	struct by_hand h = by_hand("see it");
	struct rep_node *head = rep_new(h.found->report, REP_HEAD, h.found->report->root);
	rep_set(h.found->report, head, "symbol", "A/1");
	rep_set(h.found->report, head, "date", "2021-01-01");
	preflight(h.acc, NULL, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_PRE_MASTHEAD), 1);
	by_hand_free(&h);
}

static void
paragraphs_referred_to_exist(void **state)
{
	(void)state;
	struct by_hand h = structured("1. see paragraph 2\n2. see paragraph 9\n3. see paragraph 8 of A/75/1");
	static const struct cite_words none = {NULL, 0, NULL, 0};
	cite(h.acc, &none, h.diag);
	const struct terms *terms = terms_load(h.arena, "en", h.diag);
	assert_non_null(terms);
	preflight(h.acc, terms, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_PRE_NO_PARA), 1);
	by_hand_free(&h);
}

static void
long_reports_are_reported(void **state)
{
	(void)state;
	struct buf text = {0};
	for (int i = 0; i < PREFLIGHT_WORDS_BODY + 1; i++)
		buf_adds(&text, "w ");
	assert_int_equal(warned(text.data, DIAG_PRE_LENGTH), 1);
	text.data[2 * PREFLIGHT_WORDS_BODY] = '\0';
	assert_int_equal(warned(text.data, DIAG_PRE_LENGTH), 0);
	struct by_hand h = by_hand(text.data);
	rep_set(h.found->report, rep_new(h.found->report, REP_HEAD, h.found->report->root), "symbol", "A/1/L.2");
	preflight(h.acc, NULL, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_PRE_LENGTH), 1);
	by_hand_free(&h);
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraph_numbers_run_on_or_start_again),
		cmocka_unit_test(sections_are_complete),
		cmocka_unit_test(note_marks_run_on),
		cmocka_unit_test(symbols_and_masthead_are_looked_at),
		cmocka_unit_test(paragraphs_referred_to_exist),
		cmocka_unit_test(long_reports_are_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
