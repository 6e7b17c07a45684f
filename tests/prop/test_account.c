/* SPDX-License-Identifier: MIT */
/* Text is lost, doubled, swapped and changed at random in the middle of the pipeline: the account must see it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/note_calls.h"
#include "unit/by_hand.h"

static const char draft[] =
    "The harbour board met1 and heard the pilots in\n\tplain words about 20202.\n"
    "Its second meeting took place a week later.\n#1 Held in the old hall.\n"
    "http://example.org/a\n#2 The year of the flood.\n\f"
    "Nothing was decided 3 . The lamps stayed dark\n\tuntil the third meeting.\n#3 See the minutes.\n";

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static struct by_hand
recognised_draft(void)
{
	struct by_hand h = by_hand(draft);
	note_calls(h.acc, NULL, h.diag);
	return h;
}

/* All text nodes that hold something to see. */
static size_t
texts(struct by_hand *h, struct rep_node **list, size_t max)
{
	size_t n = 0;
	const struct rep_node *root = h->found->report->root;
	for (struct rep_node *t = (struct rep_node *)root; t != NULL && n < max; t = rep_next(root, t))
		if (t->kind == REP_TEXT && t->text.n > 1)
			list[n++] = t;
	return n;
}

static void
damage(struct by_hand *h, unsigned kind, unsigned *seed)
{
	struct rep_node *list[64];
	struct report *r = h->found->report;
	size_t n = texts(h, list, 64);
	assert_true(n > 4);
	struct rep_node *t = list[next_random(seed) % n], *other = list[next_random(seed) % n];
	while (other == t)
		other = list[next_random(seed) % n];
	switch (kind) {
	case 0: /* an element falls out */
		rep_detach(t);
		break;
	case 1: /* twice */
		rep_text(r, other->parent, t->text, t->off, t->off_n, t->fate);
		break;
	case 2: /* a letter changed */
		t->text.s = arena_strndup(r->arena, t->text.s, t->text.n);
		((char *)(uintptr_t)t->text.s)[next_random(seed) % t->text.n] ^= 1;
		break;
	case 3: /* two nodes change places */
		if (t->off > other->off) {
			struct rep_node *swap = t;
			t = other;
			other = swap;
		}
		{
			struct span text = t->text;
			uint32_t off = t->off, off_n = t->off_n;
			enum fate fate = t->fate;
			t->text = other->text, t->off = other->off, t->off_n = other->off_n, t->fate = other->fate;
			other->text = text, other->off = off, other->off_n = off_n, other->fate = fate;
		}
		break;
	case 4: /* words that were never in the draft */
		rep_text(r, t->parent, SPAN_LIT("invented"), t->off, 0, FATE_PLACED);
		break;
	case 5: /* the end of a node is cut off */
		t->text.n--;
		t->off_n--;
		break;
	case 6: /* the ledger forgets a byte */
		h->found->fate[t->off] = FATE_NONE;
		break;
	case 7: /* the ledger says dropped, the tree holds it */
		h->found->fate[t->off] = FATE_DROPPED;
		break;
	default: /* a whole block falls out */
		while (t->kind != REP_P)
			t = t->parent;
		rep_detach(t);
	}
}

#define DAMAGES 9

static void
sound_drafts_balance(void **state)
{
	(void)state;
	struct by_hand h = recognised_draft();
	assert_true(account_close(h.acc, h.found->report, h.diag));
	struct buf words = {0};
	rep_text_of(h.found->report->root, &words);
	assert_true(account_output(h.acc, "xml", buf_span(&words), false, h.diag));
	struct buf json = {0};
	account_json(h.acc, &json);
	assert_non_null(strstr(json.data, "\"balanced\":true"));
	assert_non_null(strstr(json.data, "note.blank-before"));
	buf_free(&words);
	buf_free(&json);
	by_hand_free(&h);
}

static void
every_damage_to_the_tree_is_seen(void **state)
{
	(void)state;
	static const enum diag_code codes[] = {DIAG_ACCOUNT_LOST, DIAG_ACCOUNT_TWICE, DIAG_ACCOUNT_INVENTED,
	    DIAG_ACCOUNT_ORDER, DIAG_ACCOUNT_FATE};
	size_t said[sizeof codes / sizeof *codes] = {0};
	for (unsigned round = 0; round < 40 * DAMAGES; round++) {
		struct by_hand h = recognised_draft();
		unsigned seed = round * 7919u + 1;
		damage(&h, round % DAMAGES, &seed);
		if (account_close(h.acc, h.found->report, h.diag))
			fail_msg("damage %u of round %u was not seen", round % DAMAGES, round);
		assert_true(diag_count_from(h.diag, DIAG_ERROR) > 0);
		for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
			said[i] += hand_reported(&h, codes[i]);
		by_hand_free(&h);
	}
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (said[i] == 0)
			fail_msg("no damage made %s be said", diag_id(codes[i]));
}

static void
every_damage_to_an_output_is_seen(void **state)
{
	(void)state;
	struct by_hand h = recognised_draft();
	assert_true(account_close(h.acc, h.found->report, h.diag));
	struct buf words = {0};
	rep_text_of(h.found->report->root, &words);
	unsigned seed = 5;
	for (unsigned round = 0; round < 400; round++) {
		struct buf out = {0};
		size_t at = next_random(&seed) % words.n, kind = next_random(&seed) % 4;
		while (words.data[at] == ' ')
			at = next_random(&seed) % words.n;
		buf_add(&out, words.data, at);
		if (kind == 1)
			buf_addc(&out, words.data[at]);
		if (kind == 2)
			buf_addc(&out, (char)(words.data[at] ^ 2));
		if (kind == 3)
			buf_adds(&out, "more");
		buf_add(&out, words.data + at + (kind != 3 && kind != 1), words.n - at - (kind != 3 && kind != 1));
		if (account_output(h.acc, "pdf", buf_span(&out), round % 2, h.diag))
			fail_msg("damage %zu at byte %zu was not seen", kind, at);
		buf_free(&out);
	}
	assert_true(hand_reported(&h, DIAG_ACCOUNT_OUTPUT) > 0);
	assert_false(h.acc->balanced);
	buf_free(&words);
	by_hand_free(&h);
}

static void
blanks_count_inside_blocks_only(void **state)
{
	(void)state;
	struct by_hand h = by_hand("one two\nthree\n");
	assert_true(account_close(h.acc, h.found->report, h.diag));
	assert_true(account_output(h.acc, "epub", span_of(" one\n two  three"), false, h.diag));
	assert_true(account_output(h.acc, "epub", span_of("one two\n\nthree\n"), false, h.diag));
	assert_true(account_output(h.acc, "pdf", span_of("onetwo three"), true, h.diag));
	assert_false(account_output(h.acc, "akn", span_of("onetwo three"), false, h.diag));
	assert_false(account_output(h.acc, "akn", span_of("one two thr ee"), false, h.diag));
	assert_false(account_output(h.acc, "akn", span_of("one two"), false, h.diag));
	by_hand_free(&h);
}

static void
a_declared_move_is_no_fault(void **state)
{
	(void)state;
	struct by_hand h = by_hand("first\nsecond\n");
	rep_append(h.body, h.body->first);
	assert_false(account_close(h.acc, h.found->report, h.diag));
	h.found->moved = &(struct drop){0, 6, "head.field"};
	h.found->nmoved = 1;
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

static void
the_sums_must_give_the_input(void **state)
{
	(void)state;
	struct by_hand h = by_hand("first\nsecond\n");
	((struct draft *)(uintptr_t)h.found->draft)->account.input += 1;
	assert_false(account_close(h.acc, h.found->report, h.diag));
	assert_int_equal(hand_reported(&h, DIAG_ACCOUNT_SUM), 1);
	by_hand_free(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_drafts_balance),
		cmocka_unit_test(every_damage_to_the_tree_is_seen),
		cmocka_unit_test(every_damage_to_an_output_is_seen),
		cmocka_unit_test(blanks_count_inside_blocks_only),
		cmocka_unit_test(a_declared_move_is_no_fault),
		cmocka_unit_test(the_sums_must_give_the_input),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
