/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/cite.h"
#include "recognise/preflight.h"
#include "recognise/recognise.h"
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
	/* one wrong number is one fault */
	assert_int_equal(warned("1. one\n2. two\n2. three\n4. four", DIAG_PRE_GAP), 0);
	assert_int_equal(warned("1. one\n2. two\n2. three\n4. four\n6. six", DIAG_PRE_GAP), 1);
	assert_int_equal(warned("1. one\n2. two\n1. box\n2. box\n4. four", DIAG_PRE_GAP), 1);
	assert_int_equal(warned("1. one\n2.1. part\n2.2. part\n2. two", DIAG_PRE_GAP), 0);
	assert_int_equal(warned("2. two\n3. three", DIAG_PRE_GAP), 1);
}

/* What stands behind an annex in the same part begins a count, wherever the one before it stopped. */
static void
a_count_begins_behind_an_annex(void **state)
{
	(void)state;
	struct by_hand h = structured("1. one\n2. two");
	rep_insert_before(h.body->last, rep_new(h.found->report, REP_ANNEX, NULL));
	preflight(h.acc, NULL, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_PRE_GAP), 1);
	assert_int_equal(hand_reported(&h, DIAG_PRE_REPEAT), 0);
	by_hand_free(&h);
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

/* A note that nothing calls is reported as such: its number is no gap. */
static void
uncalled_notes_are_no_gap(void **state)
{
	(void)state;
	struct by_hand h = by_hand("words");
	static const char *const marks[] = {"1", "3", "2", "4", "1"};
	for (size_t i = 0; i < 5; i++) {
		struct rep_node *section = rep_new(h.found->report, REP_SECTION, h.body);
		struct rep_node *note = rep_new(h.found->report, REP_NOTE, section);
		rep_set(h.found->report, note, "mark", marks[i]);
		if (i == 2)
			rep_set(h.found->report, note, "uncalled", "true");
	}
	preflight(h.acc, NULL, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_PRE_GAP), 0);
	assert_int_equal(hand_reported(&h, DIAG_NOTE_TWICE), 0);
	by_hand_free(&h);
}

static void
symbols_and_masthead_are_looked_at(void **state)
{
	(void)state;
	assert_int_equal(warned("see A//75 and E/ 12 and A/75/1 or and/or km/ 3", DIAG_PRE_SYMBOL), 2);
	assert_int_equal(warned("see A/75/1/Add1, E/2021/L4, S/2021/9/Corr 2, A/75/1/Add.1 and B/75/1/Rev1",
	    DIAG_PRE_SYMBOL), 3);
	assert_int_equal(warned("详见A/97//310号文件", DIAG_PRE_SYMBOL), 1); /* close to ideographs */
	/* Cyrillic letters that look like Latin ones */
	assert_int_equal(warned("см. А/97/310, A/С.3/78/L.2, Е/2023/74. А/H1 и ТЭЦ/ГРЭС/АЭС, A/97/310", DIAG_PRE_SYMBOL),
	    3);
	assert_int_equal(warned("see it", DIAG_PRE_MASTHEAD), 1);
	/* a stroke looks no further back than a symbol is long */
	static char strokes[1000] = "see A";
	memset(strokes + 5, '/', sizeof strokes - 6);
	assert_in_range(warned(strokes, DIAG_PRE_SYMBOL), 1, 100);
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

static size_t warned_in(const char *lang, const char *text, enum diag_code code);

/* What another paper says is meant where one is named, in it or right before it, unless the words say else. */
static void
paragraphs_of_other_papers_are_not_missed(void **state)
{
	(void)state;
#define HEAD "A/98/12\n\nI. Bells\n\n1. The bells ring.\n\n"
	assert_int_equal(warned_in("en", HEAD "2. Members discussed paragraph 86, and paragraph 7 of the draft.\n\n"
	    "3. They agreed to keep paragraph 87.\n", DIAG_PRE_NO_PARA), 0);
	assert_int_equal(warned_in("en", HEAD "2. The Board read A/97/4.\n\n3. It asked about paragraph "
	    "94.\n", DIAG_PRE_NO_PARA), 0);
	assert_int_equal(warned_in("en", HEAD "2. The Board read A/97/4 (see para. 94 below).\n", DIAG_PRE_NO_PARA), 1);
	assert_int_equal(warned_in("en", HEAD "2. The Board read A/97/4.\n\n3. It ate.\n\n4. It slept (see para. 94).\n",
	    DIAG_PRE_NO_PARA), 1);
#undef HEAD
}

/* Bytes that a list of n items under one paragraph takes, each of which may mean a paragraph of another paper. */
static size_t
bytes_of_list(size_t n)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options opt = {.lang = "en"};
	struct buf text = {0};
	buf_adds(&text, "A/98/12\n\nI. Bells\n\n1. The bells ring as paragraph 12 of the plan of the towns says:\n\n");
	for (size_t i = 0; i < n; i++)
		buf_adds(&text, "• See paragraph 90;\n\n");
	buf_adds(&text, "2. They ring no more.\n");
	assert_non_null(recognise(a, source_read(a, "d.txt", buf_span(&text), SOURCE_PAGE_DOUBLE, d),
	    &opt, account_new(a), d));
	size_t used = arena_used(a);
	buf_free(&text);
	diag_free(d);
	arena_free(a);
	return used;
}

static void
long_lists_are_searched_once(void **state)
{
	(void)state;
	size_t some = bytes_of_list(500);
	assert_true(bytes_of_list(2000) < some * 6);
}

static size_t
warned_as(enum source_form form, const char *lang, const char *text, enum diag_code code)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options opt = {.lang = lang};
	struct draft *draft = source_read(a, "d.txt", span_of(text), form, d);
	size_t n = 0;
	assert_non_null(recognise(a, draft, &opt, account_new(a), d));
	for (size_t i = 0; i < diag_count(d); i++)
		if (diag_at(d, i)->code == code) {
			n++;
			assert_true(diag_at(d, i)->pos.line > 0 && diag_at(d, i)->pos.col > 0);
		}
	diag_free(d);
	arena_free(a);
	return n;
}

/* Messages of the kind that page text gives in this language. */
static size_t
warned_in(const char *lang, const char *text, enum diag_code code)
{
	return warned_as(SOURCE_PAGE_SINGLE, lang, text, code);
}

/* A book of official records has neither date nor distribution on its cover. */
static void
covers_lack_nothing(void **state)
{
	(void)state;
	assert_int_equal(warned_in("en", "E/2043/9\n\nUnited Nations\n\nBell Committee\nReport on the third session\n\n"
	    "Economic and Social Council\nOfficial Records, 2043\nSupplement No. 4\n\nI. Bells\n\n1. Bells ring.\n",
	    DIAG_PRE_MASTHEAD), 0);
	assert_int_equal(warned_in("en", "E/2043/9\n\nUnited Nations\n\nBell Committee\nReport on the third session\n\n"
	    "Economic and Social Council\n\nI. Bells\n\n1. Bells ring.\n", DIAG_PRE_MASTHEAD), 1);
}

/* Annexes, tables and sections that are referred to are there, or the words are of another paper. */
static void
parts_referred_to_exist(void **state)
{
	static const struct { const char *lang, *table, *annex, *good, *bad; } refers[] = {
	    {"en", "Table 1", "Annex I", "see annex I and table 1", "see annex IV"},
	    {"en", "Table 1", "Annex I", "see table 12.6; annex IV of the plan", "ropes (tables 1 and 3)"},
	    {"en", "Table 1", "Annex I", "annex IV to that plan; the Rules, annex V", "annex II to the present report"},
	    {"en", "Table 1", "Annex I", "section I and section 29", "see section IX"},
	    {"en", "Table 1", "Annex I", "in A/97/4 (see annex IV)", "in A/97/4 (annex IV below)"},
	    {"en", "Table 1", "", "the bells of annexes", "bells (see annex)"},
	    {"en", "Table 1", "Annex I", "annex IV of the plan", "annex IV of the plan and bells, and annex IV below"},
	    {"en", "Annexes (with the harbour master)", "", "see annex IV", "see table 4"},
	    {"fr", "Tableau 1", "Annexe I", "voir l’annexe I", "voir l’annexe IV"},
	    {"fr", "Tableau 1", "Annexe I", "l’annexe IV du plan", "le tableau 5 ci-dessous"},
	    {"es", "Cuadro 1", "Anexo I", "véase el anexo I", "véase el anexo IV"},
	    {"es", "Cuadro 1", "Anexo I", "el anexo IV del plan", "el cuadro 5 infra"},
	    {"ru", "Таблица 1", "Приложение I", "см. приложение I", "см. приложение IV"},
	    {"ru", "Таблица 1", "Приложение I", "приложение IV плана", "в таблице 5 ниже"},
	    {"zh", "表1", "附件一", "见附件一", "见附件四"}, {"zh", "表1", "附件一", "计划附件四", "见表5"},
	    {"ar", "الجدول 1", "المرفق الأول", "انظر المرفق الأول", "انظر المرفق الرابع"},
	    {"ar", "الجدول 1", "المرفق الأول", "المرفق الرابع من خطة", "الجدول 5 أدناه"},
	};
	(void)state;
	for (size_t i = 0; i < 2 * sizeof refers / sizeof *refers; i++) {
		char text[400];
		snprintf(text, sizeof text, "I. Bells\n\n1. Bells: %s.\n\n2. Bells.\n\n%s\n\n\f%s\n\n1. Ropes.\n",
		    i % 2 ? refers[i / 2].bad : refers[i / 2].good, refers[i / 2].table, refers[i / 2].annex);
		if (warned_in(refers[i / 2].lang, text, DIAG_PRE_NO_PART) != i % 2)
			fail_msg("%s", text);
	}
}

/* References are understood in every language, plural and abbreviated, and numbers of sections and items too. */
static void
six_languages_are_checked(void **state)
{
	static const struct { const char *lang, *good, *bad; } refers[] = {
	    {"en", "see paragraphs 1 and 2", "see para. 9"}, {"fr", "voir les paragraphes 2", "voir par. 9"},
	    {"es", "véase el párrafo 2", "véanse los párrs. 9"}, {"ru", "см. пункт 2", "см. в пункте 9"},
	    {"zh", "见第2段", "见第9段"}, {"ar", "انظر الفقرة 2", "انظر الفقرة 9"},
	    /* what follows or comes before says whose paragraph it is */
	    {"en", "paragraph 9 of the plan", "paragraphs 2 (a), 3 and 9 above"},
	    {"en", "the plan (ibid., para. 9)", "as said in paragraph 9 of the present report"},
	    {"fr", "le paragraphe 9 du plan", "le paragraphe 9 ci-dessus"},
	    {"es", "el párrafo 9 del plan", "el párrafo 9 supra"},
	    {"ru", "пункт 9 плана", "пункт 9 выше"},
	    {"zh", "计划第9段", "上文第9段"}, {"ar", "الفقرة 9 من خطة", "الفقرة 9 أعلاه"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof refers / sizeof *refers; i++) {
		char text[400];
		snprintf(text, sizeof text, "1. Bells: %s.\n\n2. Bells.\n\n3. Bells.\n", refers[i].good);
		assert_int_equal(warned_in(refers[i].lang, text, DIAG_PRE_NO_PARA), 0);
		snprintf(text, sizeof text, "1. Bells: %s.\n\n2. Bells.\n\n3. Bells.\n", refers[i].bad);
		assert_int_equal(warned_in(refers[i].lang, text, DIAG_PRE_NO_PARA), 1);
	}
	assert_int_equal(warned_in("zh", "一. 钟\n\n1. 钟。\n\n三. 塔\n\n2. 塔。\n", DIAG_PRE_GAP), 1);
	assert_int_equal(warned_in("ar", "1 - أجراس الميناء.\n\n2 - أبراج الميناء.\n\n4 - حبال الميناء.\n", DIAG_PRE_GAP),
	    1);
	assert_int_equal(warned_in("ar", "أولا - الأجراس\n\n1 - أجراس.\n\nثالثا - الأبراج\n\n2 - أبراج.\n", DIAG_PRE_GAP),
	    1);
	static const char list[] = "1. The board of the harbour met in the old hall and heard the pilots at length, as it "
	    "had:\n\n"
	    "(%s) Met the pilots of the river and of the sea in the old hall, where they were;\n\n(%s) Sat with them;\n\n"
	    "(%s) Left them.\n\n2. Bells were rung by hand and the ropes of them were old, so that they broke.\n";
	static const struct { const char *a, *b, *c; size_t gaps; } lists[] = {
	    {"a", "b", "d", 1}, {"a", "b", "c", 0}, {"i", "ii", "iii", 0},
	    {"а", "б", "в", 0}, {"а", "b", "с", 0}, {"а", "б", "г", 1}};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		char text[500];
		snprintf(text, sizeof text, list, lists[i].a, lists[i].b, lists[i].c);
		assert_int_equal(warned_in("en", text, DIAG_PRE_GAP), lists[i].gaps);
	}
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
	struct rep_node *head = rep_new(h.found->report, REP_HEAD, h.found->report->root);
	rep_set(h.found->report, head, "symbol", "A/1/L.2");
	preflight(h.acc, NULL, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_PRE_LENGTH), 1);
	rep_set(h.found->report, head, "symbol", "A/RES/1/2");
	preflight(h.acc, NULL, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_PRE_LENGTH), 1);
	by_hand_free(&h);
	text.n = 0;
	for (int i = 0; i < PREFLIGHT_WORDS_BODY; i++)
		buf_adds(&text, i % 9 > 0 ? "\xE9\x92\x9F" : "\xE9\x92\x9F ");
	assert_int_equal(warned_in("zh", text.data, DIAG_PRE_UNCOUNTED), 0);
	buf_adds(&text, "\xE9\x92\x9F");
	assert_int_equal(warned_in("zh", text.data, DIAG_PRE_UNCOUNTED), 1);
	assert_int_equal(warned_in("zh", text.data, DIAG_PRE_LENGTH), 0);
	buf_free(&text);
}

/* A second note of the same mark that went into the first. */
static void
notes_of_one_mark_are_reported(void **state)
{
	(void)state;
	static const char page[] = "1. The wardens counted the boats of the river at dawn,1 and each boat carried a lamp "
	    "and a rope.\n"
	    "\n____________\n1 See the book of lamps.\n1 %s\n\n2. The wardens went home.\n";
	static const struct { const char *text; size_t reports; } notes[] = {
	    {"See the book of ropes.", 1}, {"February 2044, when the lamps were counted.", 0}};
	for (size_t i = 0; i < 2; i++) {
		char text[300];
		snprintf(text, sizeof text, page, notes[i].text);
		assert_int_equal(warned_in("en", text, DIAG_NOTE_TWICE), notes[i].reports);
	}
	/* two texts of one label are two notes */
	assert_int_equal(warned_as(SOURCE_MARKDOWN, "en", "1\\. The boats[^1] and the ropes[^1].\n\n[^1]: Of wood.\n\n"
	    "[^1]: Of hemp.\n", DIAG_NOTE_TWICE), 1);
}

/* Headings first, the least sure of them first; what is sure, and what repeats its parent, not at all. */
static void
the_least_sure_is_named(void **state)
{
	(void)state;
	static const struct { int chosen; float conf; } made[] = {
	    {REP_CHOSEN_TEXT, 0.55f}, {REP_CHOSEN_HEADING, 0.68f}, {REP_CHOSEN_HEADING, 0.5f}, {REP_CHOSEN_TEXT, 0.5f},
	    {REP_CHOSEN_TEXT, 0.9f}, {REP_NOT_CHOSEN, 0.6f}};
	struct by_hand h = by_hand("words");
	for (uint32_t i = 0; i < sizeof made / sizeof *made; i++) {
		struct rep_node *n = rep_new(h.found->report, REP_P, h.body);
		n->rule = "rule";
		n->chosen = made[i].chosen;
		n->conf = made[i].conf;
		n->alternative = "continuation 0.50";
		n->line_from = i + 10;
	}
	preflight(h.acc, NULL, h.diag);
	for (size_t i = 0; i < diag_count(h.diag); i++)
		if (diag_at(h.diag, i)->code == DIAG_PRE_UNSURE)
			assert_non_null(strstr(diag_at(h.diag, i)->detail, "heading at line 12, 11, text at line 13, 10: look"));
	assert_int_equal(hand_reported(&h, DIAG_PRE_UNSURE), 1);
	by_hand_free(&h);
}

#define ANNEX(label) "\f" label "\n\nBells of the coast\n\n1. The bells ring when the fog comes in.\n\n"

/* Annexes count on in the numbers they have; appendices begin again in each. */
static void
annexes_count_on(void **state)
{
	(void)state;
	static const struct { const char *labels; size_t gaps; } cases[] = {
	    {ANNEX("Annex I") ANNEX("Annex II") ANNEX("Annex III"), 0}, {ANNEX("Annex I") ANNEX("Annex III"), 1},
	    {ANNEX("Annex A") ANNEX("Annex B") ANNEX("Annex C") ANNEX("Annex D"), 0}, {ANNEX("Annex A") ANNEX("Annex C"), 1},
	    {ANNEX("Annex 1") ANNEX("Annex 2") ANNEX("Annex 5"), 1}, {ANNEX("Annex II") ANNEX("Annex III"), 0},
	    {ANNEX("Annex I") ANNEX("Appendix I") ANNEX("Appendix II") ANNEX("Annex II") ANNEX("Appendix I"), 0}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		const char *text = arena_printf(a, "A/98/12\n\nBells\n\n1. The keepers met in spring.\n\n%s", cases[i].labels);
		assert_int_equal(warned_in("en", text, DIAG_PRE_GAP), cases[i].gaps);
		assert_int_equal(warned_in("en", text, DIAG_PRE_REPEAT), 0);
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraph_numbers_run_on_or_start_again),
		cmocka_unit_test(a_count_begins_behind_an_annex),
		cmocka_unit_test(sections_are_complete), cmocka_unit_test(annexes_count_on),
		cmocka_unit_test(note_marks_run_on), cmocka_unit_test(uncalled_notes_are_no_gap),
		cmocka_unit_test(symbols_and_masthead_are_looked_at), cmocka_unit_test(covers_lack_nothing),
		cmocka_unit_test(paragraphs_referred_to_exist),
		cmocka_unit_test(paragraphs_of_other_papers_are_not_missed),
	    cmocka_unit_test(long_lists_are_searched_once),
		cmocka_unit_test(long_reports_are_reported),
		cmocka_unit_test(parts_referred_to_exist),
		cmocka_unit_test(six_languages_are_checked), cmocka_unit_test(the_least_sure_is_named),
		cmocka_unit_test(notes_of_one_mark_are_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
