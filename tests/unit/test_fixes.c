/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/fixes.h"
#include "recognise/recognise.h"
#include "unit/by_hand.h"

static const char draft[] = "The harbour\nThe pilots met\nThe lamps\nThe pilots met\nNo lamps burn\n";

static struct fixes *
fixes_for(struct by_hand *h, const char *text)
{
	struct fixes *x = fixes_read(h->arena, "draft.fixes", span_of(text), h->diag);
	fixes_find(h->arena, x, h->found->draft, h->diag);
	return x;
}

static void
readings_are_found_by_line_and_by_words(void **state)
{
	(void)state;
	struct by_hand h = by_hand(draft);
	struct fixes *x = fixes_for(&h, "# what the editor says\n1: heading 2\n\"The lamps\": title\n"
	    "9 \"pilots met\": continuation\n5: note 4\n");
	assert_int_equal(x->n, 4);
	assert_int_equal(fix_for_line(x, 0)->kind, FIX_HEADING);
	assert_int_equal(fix_for_line(x, 0)->level, 2);
	assert_int_equal(fix_for_line(x, 2)->kind, FIX_TITLE);
	assert_null(fix_for_line(x, 1));
	assert_int_equal(fix_for_line(x, 3)->kind, FIX_CONTINUATION);
	assert_int_equal(fix_for_line(x, 4)->kind, FIX_NOTE);
	assert_true(span_is(fix_for_line(x, 4)->value, "4"));
	assert_null(fix_for_line(NULL, 0));
	assert_int_equal(diag_count(h.diag), 0);
	by_hand_free(&h);
}

static void
words_survive_edits_elsewhere(void **state)
{
	(void)state;
	struct by_hand h = by_hand("A new first line\nAnd one more\nThe harbour\nThe lamps\n");
	struct fixes *x = fixes_for(&h, "2 \"The lamps\": heading 1\n");
	assert_non_null(fix_for_line(x, 3));
	by_hand_free(&h);
}

/* A number on a line of its own is found by the words right before it, wherever else it stands. */
static void
words_before_tell_the_place(void **state)
{
	(void)state;
	struct by_hand h = by_hand("8\nThe harbour\n8\nThe lamps: 8\nThe pilots\n8\n");
	struct fixes *x = fixes_for(&h, "\"The harbour\" \"8\": drop\n\"The  pilots\" \"8\": note 8\n"
	    "\"The lamps\" \"8\": drop\n"
	    "\"8\": title\n\"lamps:\" \"8\": split\n\"lamps:\" \"\": split\n\"lamps:\" \"8: split\n");
	assert_int_equal(fix_for_line(x, 2)->kind, FIX_DROP);
	assert_int_equal(fix_for_line(x, 3)->kind, FIX_SPLIT);
	assert_int_equal(fix_for_line(x, 5)->kind, FIX_NOTE);
	assert_null(fix_for_line(x, 0));
	assert_int_equal(hand_reported(&h, DIAG_FIX_UNFIT), 2);
	assert_int_equal(hand_reported(&h, DIAG_FIX_SYNTAX), 2);
	by_hand_free(&h);
}

/* What is copied out of the file has marks of its form, and letters that are composed when it is read. */
static void
words_may_have_the_marks_of_the_form(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	const struct draft *marked = source_read(a, "d.md", span_of("## **II. The lamps**\n\n"
	    "1\\. The *pilots* met[^1] at the"
	    " cafe\xCC\x81.\n\n- **Ropes of hemp**\n\n[^1]: Note.\n"), SOURCE_MARKDOWN, d);
	struct fixes *x = fixes_read(a, "d.fixes", span_of("\"## **II. The lamps**\": heading 2\n"
	    "\"1\\. The *pilots* met\": "
	    "paragraph\n\"at the cafe\xCC\x81\" \".\": paragraph\n\"**Ropes of\": bullet\n\"**lamps of\": bullet\n"), d);
	fixes_find(a, x, marked, d);
	for (size_t i = 0; i < x->n; i++)
		assert_int_equal(x->fix[i].fits, i < 4);
	diag_free(d);
	arena_free(a);
}

static void
what_does_not_fit_is_reported(void **state)
{
	(void)state;
	struct by_hand h = by_hand(draft);
	struct fixes *x = fixes_for(&h, "\"No such words\": title\n\"pilots met\": title\n77: title\n");
	assert_int_equal(hand_reported(&h, DIAG_FIX_UNFIT), 3);
	assert_int_equal(x->n, 3);
	by_hand_free(&h);
}

static void
what_cannot_be_read_is_reported(void **state)
{
	(void)state;
	static const char *const bad[] = {"heading 2", "1: heading", "1: heading 0", "1: chapter", "3-1: title",
	    "\"open: title", "\"a\" -> b", "1 -> \"b\"", "set nothing", "\"\": title", "1: title 2", "1 title"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct by_hand h = by_hand(draft);
		struct fixes *x = fixes_for(&h, bad[i]);
		if (x->n != 0 || hand_reported(&h, DIAG_FIX_SYNTAX) != 1)
			fail_msg("read: %s", bad[i]);
		by_hand_free(&h);
	}
}

static void
words_are_replaced_as_listed_repairs(void **state)
{
	(void)state;
	struct by_hand h = by_hand("The har bour in 20 21\nand 20 21");
	struct fixes *x = fixes_for(&h, "1 \"20 21\" -> \"2021\"\n\"har bour\" -> \"harbour\"\n");
	fixes_replace(h.acc, x, h.diag);
	assert_string_equal(hand_show(&h), "The harbour in 2021|and 20 21|");
	assert_int_equal(h.acc->nrepair, 2);
	assert_string_equal(h.acc->repair[0].rule, "fix");
	assert_true(account_close(h.acc, h.found->report, h.diag));
	fixes_report(x, h.diag);
	assert_int_equal(diag_count(h.diag), 0);
	by_hand_free(&h);
}

/* Of the same words twice in a line those are replaced that stand behind the words before them. */
static void
words_before_tell_what_is_replaced(void **state)
{
	(void)state;
	struct by_hand h = by_hand("The lamps in 20 21, the bells in 20 21 and the ropes in 20 21");
	struct fixes *x = fixes_for(&h, "\"bells in\" \"20 21\" -> \"2021\"\n");
	fixes_replace(h.acc, x, h.diag);
	assert_string_equal(hand_show(&h), "The lamps in 20 21, the bells in 2021 and the ropes in 20 21|");
	by_hand_free(&h);
	/* blanks may be what is replaced */
	h = by_hand("The lamps , the bells , and the ropes");
	fixes_replace(h.acc, fixes_for(&h, "\"bells\" \" ,\" -> \",\"\n"), h.diag);
	assert_string_equal(hand_show(&h), "The lamps , the bells, and the ropes|");
	by_hand_free(&h);
}

static void
fixes_nobody_obeyed_are_reported(void **state)
{
	(void)state;
	struct by_hand h = by_hand(draft);
	struct fixes *x = fixes_for(&h, "1: title\nset symbol = A/1\nset date = 2021-01-01\n");
	assert_string_equal(fix_set(h.arena, x, "symbol"), "A/1");
	assert_null(fix_set(h.arena, x, "lang"));
	fixes_report(x, h.diag);
	assert_int_equal(hand_reported(&h, DIAG_FIX_UNUSED), 2);
	by_hand_free(&h);
}

/* A draft through the whole recogniser with these fixes; the dump of its tree. */
static char *
recognised_with(const char *text, const char *fixes, size_t *unused)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	const struct draft *dr = source_read(a, "d.txt", span_of(text), SOURCE_PAGE_SINGLE, d);
	assert_non_null(dr);
	struct recognise_options opt = {.lang = "en", .fixes = fixes_read(a, "d.fixes", span_of(fixes), d)};
	struct account *acc = account_new(a);
	struct report *r = recognise(a, dr, &opt, acc, d);
	assert_non_null(r);
	assert_true(account_close(acc, r, d));
	*unused = 0;
	for (size_t i = 0; i < diag_count(d); i++)
		*unused += diag_at(d, i)->code == DIAG_FIX_UNUSED;
	struct buf out = {0};
	report_dump(r, &out);
	arena_free(a);
	diag_free(d);
	return out.data;
}

static void
readings_override_the_choice(void **state)
{
	(void)state;
	static const char text[] = "1. The harbour board met in the old hall and heard the pilots at length.\n"
	    "\nLamps and bells\n\n2. Nothing was decided about the lamps that evening, which was a long one.\n"
	    "\nThe end of the paper\n";
	size_t unused;
	char *s = recognised_with(text, "\"Lamps and bells\": heading 3\n\"The end of\": drop\nset symbol = X/1\n", &unused);
	assert_int_equal(unused, 0);
	assert_non_null(strstr(s, "level=3"));
	assert_non_null(strstr(s, "symbol=X/1"));
	assert_null(strstr(s, "The end of the paper"));
	free(s);
	s = recognised_with(text, "\"Lamps and bells\": continuation\n\"The end of\": paragraph\n", &unused);
	assert_int_equal(unused, 0);
	assert_null(strstr(s, "section"));
	assert_non_null(strstr(s, "The end of the paper"));
	free(s);
}

/* Lines that the editor calls a note leave the text and go to their call. */
/* A heading that the editor sees among the fields ends them: the fields below are text. */
static void
headings_end_the_masthead(void **state)
{
	(void)state;
	size_t unused;
	char *s = recognised_with("A/98/12\n\nGeneral Assembly\n\nDistr.: General\n2 May 2031\nOriginal: English\n\n"
	    "Ninety-eighth session\nItem 19 of the provisional agenda\nThe bells of the coast and the\n"
	    "keepers of the harbours\n\nEconomic and Social Council\n2031 session\nAgenda item 9\nThe bells\n\n"
	    "1. The keepers of the harbour were asked to count all of the bells that hang in the towers.\n",
	    "\"keepers of the harbours\": heading 2\n", &unused);
	const char *heading = strstr(s, "\"keepers of the harbours\""), *field = strstr(s, "\"2031 session\"");
	assert_int_equal(unused, 0);
	assert_non_null(heading);
	assert_non_null(field);
	assert_true(heading < field);
	free(s);
}

/* Addresses printed behind a page belong to links, but not those that the editor makes a note. */
static void
addresses_become_a_note(void **state)
{
	(void)state;
	size_t unused;
	char *s = recognised_with("A/98/12\n\nGeneral Assembly\n\nDistr.: General\n2 May 2031\nOriginal: English\n\n"
	    "1. The keepers of the harbour were asked to count all of the bells that hang in the towers.\n\n"
	    "31-24443 1/3\nhttps://undocs.org/en/A/98/7\nhttps://undocs.org/en/A/98/8\n\fA/98/12\n\n"
	    "2. The keepers of the harbour were asked to count them once more, see A/98/7.\n\n2/3 31-24443\n",
	    "12-13: note 3\n", &unused);
	assert_int_equal(unused, 0);
	assert_non_null(strstr(s, "note mark=3"));
	assert_non_null(strstr(s, "https://undocs.org/en/A/98/8"));
	free(s);
}

/* Lines that the editor lets go on with a field are words of it. */
static void
lines_go_on_with_fields(void **state)
{
	(void)state;
	size_t unused;
	char *s = recognised_with("A/98/12\n\nGeneral Assembly\n\nDistr.: General\n2 May 2031\nOriginal: English\n\n"
	    "1. The keepers of the harbour were asked to count all of the bells that hang in the towers.\n",
	    "5-6: continuation\n", &unused);
	assert_int_equal(unused, 0);
	assert_non_null(strstr(s, "organ [3-6]"));
	assert_null(strstr(s, "distribution"));
	assert_non_null(strstr(s, "\"2 May 2031\""));
	free(s);
}

static void
lines_become_a_note(void **state)
{
	(void)state;
	static const char text[] = "1. The harbour board met in the old hall7 and heard the pilots at length.\n"
	    "\n7 The hall burned down\nin the year of the flood.\n\n2. Nothing was decided about the lamps that evening.\n";
	size_t unused;
	char *s = recognised_with(text, "3-4 \"7 The hall\": note 7\n", &unused);
	assert_int_equal(unused, 0);
	assert_non_null(strstr(s, "note mark=7"));
	assert_null(strstr(s, "\"7 The hall"));
	assert_non_null(strstr(s, "The hall burned down"));
	free(s);
}

/* The dump holds all of these. */
static void
holds(const char *text, const char *fixes, const char *const want[], size_t n)
{
	size_t unused;
	char *s = recognised_with(text, fixes, &unused);
	assert_int_equal(unused, 0);
	for (size_t i = 0; i < n; i++)
		if (strstr(s, want[i]) == NULL)
			fail_msg("%s does not give %s:\n%s", fixes, want[i], s);
	free(s);
}

#define HOLDS(fixes, ...) \
	holds(paper, fixes, (const char *const[]){__VA_ARGS__}, sizeof (const char *const[]){__VA_ARGS__} / sizeof(char *))

static const char paper[] = "1. The harbour board met in the old hall and heard the pilots at length, as it had in\n"
    "other years.\n\nLamps and\nbells of the coast\n\n2. Nothing was decided about the lamps that "
    "evening. Then the ringers\n"
    "went home.\n\n(a) The first lamp stands by the gate;\n\n(b) The second lamp stands by the mill.\n\n"
    "Oil 12\nRope 14\n\nThe end of the paper\n";

/* Every reading there is; several lines that are one thing are one. */
static void
every_reading_is_obeyed(void **state)
{
	(void)state;
	HOLDS("4-5: heading 2\n", "level=2 [4-5] {fix");
	HOLDS("\"Lamps and bells\": heading 2\n", "level=2 [4-5] {fix");
	HOLDS("4-5: title\n", "heading [4-5] {fix");
	HOLDS("\"Lamps and bells of\": paragraph\n", " p [4-5] {fix");
	HOLDS("\"2. Nothing\": numbered paragraph\n", "para [7-8] {fix");
	HOLDS("\"2. Nothing\": numbered\n", "para [7-8] {fix");
	HOLDS("\"(a) The first\": not a list\n", " p [10] {fix");
	HOLDS("\"(a) The first\": item\n", "item [10] {fix");
	HOLDS("\"The end of\": item\n", "item [17] {fix");
	HOLDS("\"The end of\": bullet\n", "list type=bullet [17] {list.run", "item [17] {fix");
	HOLDS("\"The end of\": quote\n", "quote [17] {fix");
	HOLDS("\"The end of\": annex\n", "annex kind=annex [17] {fix");
	HOLDS("1-2: front\n", "front ", "heading [1-2] {fix");
	HOLDS("14-15: row\n", "row [14] {fix", "row [15] {fix");
	HOLDS("14: caption\n15: row\n", "caption [14] {fix", "row [15] {fix");
	HOLDS("\"Rope 14\": split\n", "[15] {fix");
	HOLDS("3-5: heading 2\n", "level=2 [4-5] {fix"); /* a blank line before it */
	HOLDS("\"2. Nothing\": keep\n", "para [7-8] {para");
	HOLDS("\"Lamps and\" : continuation\n5: join\n", "p [1-5] {");
}

/* A paragraph begins at the words, also inside a line; the text before them keeps its line. */
static void
words_inside_a_line_are_split_off(void **state)
{
	(void)state;
	HOLDS("\"Then the ringers went\": split\n", "that evening.\"", "\"Then the ringers\"", " p [7-8] {fix");
	HOLDS("\" went home. \": split\n", " p [8] {fix");
	HOLDS("\" Then the ringers \": split\n", "that evening.\"", "\"Then the ringers\"", " p [7-8] {fix");
}

/* Blanks of the words are any blanks of the draft, and line ends. */
static void
words_cross_line_ends(void **state)
{
	(void)state;
	HOLDS("\"as it had in other   years\" -> \"as it had before\"\n", "as it had before");
	HOLDS("\"Lamps and bells of the coast\": drop\n", "other years.", "2.");
}

/* Text of the editor is no furniture and no note. */
static void
text_is_kept_from_furniture_and_notes(void **state)
{
	static const char page[] = "1. The harbour board met in the old hall1 and heard the pilots at length, as it had.\n\n"
	    "___________\n1 The hall burned down.\nThe bells were rung.\n31-04567 (E)\n2/4\n\n2. Nothing was decided.\n";
	static const char *const want[] = {" p [5] {fix", " p [6] {fix", "note mark=1 [4]"};
	(void)state;
	holds(page, "\"The bells were\": paragraph\n\"31-04567\": paragraph\n", want, 3);
}

/* As word processors and old editors save them: a mark before all else, round quotation marks, a capital. */
static void
files_of_other_editors_are_read(void **state)
{
	(void)state;
	struct by_hand h = by_hand(draft);
	struct fixes *x = fixes_for(&h, "\xEF\xBB\xBF" "1: Heading 2\r\n“The lamps”: TITLE\r\n“lamps” “burn” -> “glow”\r\n");
	assert_int_equal(x->n, 3);
	assert_int_equal(fix_for_line(x, 0)->kind, FIX_HEADING);
	assert_int_equal(fix_for_line(x, 2)->kind, FIX_TITLE);
	assert_true(span_is(x->fix[2].value, "glow"));
	assert_int_equal(diag_count(h.diag), 0);
	by_hand_free(&h);
}

/* The number of a heading is apart from its words in the report, and beside them in the draft. */
static void
words_are_replaced_behind_a_number(void **state)
{
	static const char page[] = "I. The bells\n\n1. The wardens rang the bells of the river at dawn.\n";
	static const char *const want[] = {"\"The lamps\"", "\"The keepers\" repaired"};
	(void)state;
	holds(page, "\"I. The bells\" -> \"I. The lamps\"\n\"1. The wardens\" -> \"1. The keepers\"\n", want, 2);
}

/* The call of a note that the editor takes out has lost its text. */
static void
a_dropped_note_is_lost(void **state)
{
	static const char page[] = "1. The wardens counted the boats1 of the river at dawn.2\n\n____________\n"
	    "1 See the book of boats.\n2 See the book of lamps.\n\n2. The wardens slept.\n";
	static const char *const want[] = {"note mark=1 lost=true"};
	(void)state;
	holds(page, "\"1 See the book\": drop\n", want, 1);
}

/* A line that is taken out takes the notes that begin inside it along, and no others. */
static void
notes_inside_a_dropped_line_go_with_it(void **state)
{
	static const char page[] = "1. The wardens counted the boats of the river at dawn,1 and each "
	    "boat carried a lamp and a\n"
	    "rope,2 and no boat left the quay before the bell had rung twice.\n\n____________\n"
	    "1 See the book of lamps. 2 See the book of ropes.\n\n2. The wardens went home by the road,3 which was long, and "
	    "they saw the boats that lay on\nthe shore,4 and they counted these too.\n\n____________\n"
	    "3 See the book of roads. 4 See the book of shores.\n\n3. The wardens slept.\n";
	static const char *const want[] = {"\"See the book of roads.\"", "\"See the book of shores.\""};
	(void)state;
	holds(page, "\"1 See the book\": drop\n", want, 2);
}

/* A call that only the editor sees; the notes beside it keep theirs. */
static void
the_editor_names_calls(void **state)
{
	static const char page[] = "1. The wardens counted the boats1 of the river and took the 12 lamps 2 of "
	    "them and the ropes3 of\n"
	    "the quay, and no boat left before the bell had rung twice, as it had in other years.\n\n____________\n"
	    "1 See the book of boats.\n2 See the book of lamps.\n3 See the book of ropes.\n\n2. The wardens slept.\n";
	static const char *const want[] = {"note mark=2 [6] {fix", "note mark=1", "note mark=3", "took the 12 lamps\""};
	(void)state;
	size_t unused;
	char *s = recognised_with(page, "\"12 lamps 2\": call 2\n", &unused);
	assert_int_equal(unused, 0);
	for (size_t i = 0; i < 4; i++)
		if (strstr(s, want[i]) == NULL)
			fail_msg("no %s:\n%s", want[i], s);
	assert_null(strstr(s, "uncalled"));
	free(s);
	s = recognised_with(page, "\"the 12 lamps\" \"2\": call 2\n", &unused); /* the mark alone, by the words before it */
	assert_int_equal(unused, 0);
	free(s);
	s = recognised_with(page, "\"took the\": call the\n", &unused); /* there is no such note */
	assert_int_equal(unused, 1);
	free(s);
}

/* The caption under a table whose rows the editor makes something else is text. */
static void
a_caption_outlives_its_table(void **state)
{
	static const char form[] = "# Harbours\n\nThe boats were counted.\n\n| Boat | Lamps |\n|---|---|\n| Tern | 12 |\n\n"
	    ": Lamps on board\n\nThe wardens slept.\n";
	(void)state;
	struct by_hand h = by_hand(draft);
	struct recognise_options options = {.fixes = fixes_read(h.arena, "t.fixes", SPAN_LIT("7: heading 2\n"), h.diag)};
	struct draft *d = source_read(h.arena, "t", span_of(form), SOURCE_MARKDOWN, h.diag);
	const struct report *r = recognise(h.arena, d, &options, account_new(h.arena), h.diag);
	struct buf dump = {0};
	report_dump(r, &dump);
	buf_addc(&dump, '\0');
	assert_non_null(strstr(dump.data, ": Lamps on board"));
	buf_free(&dump);
	by_hand_free(&h);
}

/* A row that the editor calls a quotation parts its table in two. */
static void
a_quotation_parts_a_table(void **state)
{
	static const char form[] = "# Harbours\n\nThe boats were counted.\n\n| Boat | Lamps |\n|---|---|\n| Tern | 12 |\n"
	    "| Gull | 13 |\n| Rail | 14 |\n\nThe wardens slept.\n";
	(void)state;
	struct by_hand h = by_hand(draft);
	struct recognise_options options = {.fixes = fixes_read(h.arena, "t.fixes", SPAN_LIT("8: quote\n"), h.diag)};
	struct draft *d = source_read(h.arena, "t", span_of(form), SOURCE_MARKDOWN, h.diag);
	struct account *acc = account_new(h.arena);
	const struct report *r = recognise(h.arena, d, &options, acc, h.diag);
	struct buf kinds = {0};
	for (const struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n))
		if (n->kind == REP_TABLE || n->kind == REP_QUOTE)
			buf_printf(&kinds, "%s in %s;", rep_name(n->kind), rep_name(n->parent->kind));
	buf_addc(&kinds, '\0');
	assert_string_equal(kinds.data, "table in body;quote in body;table in body;");
	assert_true(account_close(acc, r, h.diag));
	buf_free(&kinds);
	by_hand_free(&h);
}

static void
the_language_is_set(void **state)
{
	(void)state;
	struct by_hand h = by_hand(draft);
	struct recognise_options options = {.fixes = fixes_read(h.arena, "t.fixes", SPAN_LIT("set lang = fr\n"), h.diag)};
	struct draft *d = source_read(h.arena, "t", span_of(draft), SOURCE_PAGE_SINGLE, h.diag);
	const struct report *r = recognise(h.arena, d, &options, account_new(h.arena), h.diag);
	assert_string_equal(rep_get(r->root, "lang"), "fr");
	assert_int_equal(hand_reported(&h, DIAG_FIX_UNUSED), 0);
	by_hand_free(&h);
}

/*
 * Words that begin with a blank are looked for once in a stretch of them: from each blank anew, a million of them
 * would take hours.
 */
static void
long_stretches_of_blanks_are_passed(void **state)
{
	(void)state;
	struct buf text = {0};
	buf_adds(&text, "Bells");
	for (int i = 0; i < 1000000; i++)
		buf_addc(&text, i % 5 < 4 ? ' ' : '\t');
	buf_adds(&text, "ring,  xyl and x.");
	struct by_hand h = by_hand(text.data);
	struct fixes *x = fixes_for(&h, "\" x.\" -> \" y.\"\n\" z\" -> \" y\"\n\" r\" -> \" R\"\n");
	assert_true(x->fix[0].fits && !x->fix[1].fits && x->fix[2].fits);
	by_hand_free(&h);
	buf_free(&text);
}

/* Of two that contradict each other the first holds and the second is named; the same twice is no fault. */
static void
contradictions_are_reported(void **state)
{
	(void)state;
	struct by_hand h = by_hand(draft);
	struct fixes *x = fixes_for(&h, "1: heading 2\n1: paragraph\n1: heading 2\n3-4: quote\n"
	    "4: continuation\n5: note 4\n5: note 5\n"
	    "set date = 2044-08-03\nset date = 2044-08-04\n0-2: drop\n");
	assert_int_equal(hand_reported(&h, DIAG_FIX_UNFIT), 3);
	assert_int_equal(fix_for_line(x, 0)->kind, FIX_HEADING);
	assert_true(span_is(fix_for_line(x, 4)->value, "4"));
	assert_string_equal(fix_set(h.arena, x, "date"), "2044-08-03");
	by_hand_free(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(readings_are_found_by_line_and_by_words),
		cmocka_unit_test(words_survive_edits_elsewhere),
		cmocka_unit_test(words_before_tell_the_place), cmocka_unit_test(words_may_have_the_marks_of_the_form),
		cmocka_unit_test(what_does_not_fit_is_reported), cmocka_unit_test(long_stretches_of_blanks_are_passed),
		cmocka_unit_test(what_cannot_be_read_is_reported),
		cmocka_unit_test(words_are_replaced_as_listed_repairs),
		cmocka_unit_test(words_before_tell_what_is_replaced),
		cmocka_unit_test(fixes_nobody_obeyed_are_reported),
		cmocka_unit_test(readings_override_the_choice), cmocka_unit_test(headings_end_the_masthead),
		cmocka_unit_test(addresses_become_a_note), cmocka_unit_test(lines_go_on_with_fields),
		cmocka_unit_test(lines_become_a_note),
		cmocka_unit_test(every_reading_is_obeyed), cmocka_unit_test(words_inside_a_line_are_split_off),
		cmocka_unit_test(words_cross_line_ends), cmocka_unit_test(text_is_kept_from_furniture_and_notes),
		cmocka_unit_test(notes_inside_a_dropped_line_go_with_it),
		cmocka_unit_test(the_editor_names_calls), cmocka_unit_test(contradictions_are_reported),
	    cmocka_unit_test(files_of_other_editors_are_read), cmocka_unit_test(words_are_replaced_behind_a_number),
	    cmocka_unit_test(a_dropped_note_is_lost),
		cmocka_unit_test(a_caption_outlives_its_table), cmocka_unit_test(a_quotation_parts_a_table),
		cmocka_unit_test(the_language_is_set),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
