/* SPDX-License-Identifier: MIT */
/*
 * levels_learn.c - what the whole paper shows of its headings: what each is counted by, which of them go with it, and
 * how numbers and unnumbered headings stand to each other.
 */
#include "recognise/chars.h"
#include "recognise/levels.h"
#include "recognise/numbering.h"
#include "recognise/vocab.h"

/* Weights against a number that follows the one before with no unnumbered heading between them. */
#define ACROSS 3 /* of one that does so with one between: a few of those may be no headings */
#define ANEW 12  /* of one that begins anew behind one */

#define SIZES 2048 /* above all of headings */

#define YEARLY "#/#" /* at the end of the words of a series: its number behind that of the year or session */

/*
 * Do numbers count on over unnumbered headings, many of them, or anew under each; or do they neither, nor stand right
 * under one?
 */
struct low_numbers
levels_low_numbers(const struct work *w, size_t i)
{
	uint32_t last[LABEL_STYLES] = {0};
	bool plain[LABEL_STYLES] = {false}, under = false, any = false;
	int across = 0;

	for (; i < w->nblock && !begins_part_of_paper(&w->block[i]); i++) {
		const struct block *b = &w->block[i];
		int s = b->label.style;
		if (b->reading == READ_PLAIN && !titles_annex(w, i))
			memset(plain, true, sizeof plain);
		if (b->reading != READ_HEAD || numbering_rank(b->label.style) < LOW_RANK)
			continue;
		under = under || (last[s] == 0 && i > 0 && b[-1].reading == READ_PLAIN && !titles_annex(w, i - 1));
		any = any || (last[s] == 0 && plain[s]);
		if (last[s] > 0 && b->label.value == last[s] + 1) {
			across += plain[s] ? ACROSS : -1;
		} else if (plain[s] && last[s] > 0 && b->label.value <= last[s]) {
			across -= ANEW;
			under = true;
		}
		last[s] = b->label.value;
		plain[s] = false;
	}
	return (struct low_numbers){.across = across > 0, .beside = any && !under && across <= 0, .anew = across <= -ANEW};
}

/*
 * Which unnumbered headings stand over the numbers behind them by their type: clearly larger, and another of that
 * size ends those numbers.  The first of a part are its titles.
 */
static void
learn_leads(struct learned *k)
{
	const struct work *w = k->w;
	uint32_t *of_size = ARENA_ARRAY(w->arena, uint32_t, SIZES), start = (uint32_t)w->nblock, number = start;
	bool titles = true;
	size_t i;

	k->leads = ARENA_ARRAY(w->arena, uint32_t, w->nblock + 1);
	if (has_page_text(w))
		return;
	for (i = w->nblock; i-- > 0;) {
		const struct block *b = &w->block[i];
		if (begins_part_of_paper(b)) {
			start = number = (uint32_t)i;
		} else if (b->reading == READ_HEAD) {
			number = (uint32_t)i;
		} else if (b->reading == READ_PLAIN) {
			uint32_t *next = &of_size[size_of(w, i)];
			if (number < *next && *next < start && k->member[number].key < WORD_KEY &&
			    size_of(w, i) >= size_of(w, number) + CLEARLY_LARGER)
				k->leads[i] = number;
			*next = (uint32_t)i;
		}
	}
	for (i = 0; i < w->nblock; i++) {
		enum reading r = w->block[i].reading;
		titles = begins_part_of_paper(&w->block[i]) || (titles && (r == READ_PLAIN || r == READ_FIELD));
		k->leads[i] = titles ? 0 : k->leads[i];
	}
}

/* What a code of n bytes shares with all of the paper, which may count them anew in each chapter: its letters. */
static struct span
code_shape(struct arena *a, struct span code, size_t n)
{
	char *shape = arena_strndup(a, code.s, n);
	size_t used = 0;

	for (size_t i = 0; i < n; i++) {
		char c = char_digit((unsigned char)code.s[i]) ? '#' : code.s[i];
		if (c != '#' || used == 0 || shape[used - 1] != '#')
			shape[used++] = c;
	}
	return (struct span){shape, used};
}

/* A word of the terms counts by numbers, and apart from them by letters. */
static uint32_t
word_key(const struct learned *k, const struct label *l)
{
	uint32_t words = (uint32_t)k->w->words->label.nchapter;

	return WORD_KEY + l->major - 1 + (l->lettered ? words : 0);
}

/* What the heading at block i is counted by, and its number there. */
static struct member
member_at(const struct learned *k, struct vocab *words, size_t i)
{
	const struct work *w = k->w;
	const struct block *b = &w->block[i];
	const struct rline *l = flow_line(w, b->flow);
	struct member m = {.value = b->label.value};

	if (b->reading == READ_HEAD && b->label.style == LABEL_CODE) {
		m.code = true;
		m.key = k->paper_key + vocab_add(words, code_shape(w->arena, rline_text(w, l), b->label.n));
	} else if (b->reading == READ_HEAD || (b->reading == READ_PLAIN && b->label.n > 0)) {
		m.key = b->label.style == LABEL_CHAPTER ? word_key(k, &b->label) : STYLE_KEY + (uint32_t)b->label.style;
	} else if (b->reading == READ_PLAIN && !caption_begins(w, l)) {
		struct series_label s = series_label(w->arena, line_folded(w, l));
		m.value = s.value;
		m.yearly = span_ends(s.words, YEARLY);
		m.key = s.words.n > 0 ? k->paper_key + vocab_add(words, s.words) : NO_KEY;
	}
	return m;
}

/* Each heading's key and number; a word of the paper counts from its second heading on. */
static void
collect(struct learned *k)
{
	const struct work *w = k->w;
	struct vocab *words = vocab_new(w->arena);
	uint32_t part = 0;
	size_t i;

	k->nkey = k->paper_key = WORD_KEY + 2 * (uint32_t)(w->words ? w->words->label.nchapter : 0);
	for (i = 0; i < w->nblock; i++) {
		struct member *m = &k->member[i];
		*m = member_at(k, words, i);
		part += begins_part_of_paper(&w->block[i]);
		m->part = part;
		k->nkey = m->key >= k->nkey ? m->key + 1 : k->nkey;
	}
	for (i = 0; i < w->nblock; i++)
		if (k->member[i].key >= k->paper_key && vocab_times(words, k->member[i].key - k->paper_key) < 2)
			k->member[i].key = NO_KEY;
	k->times = ARENA_ARRAY(w->arena, uint32_t, k->nkey);
	k->under_plain = ARENA_ARRAY(w->arena, uint32_t, k->nkey);
	for (i = 0; i < w->nblock; i++) {
		uint32_t key = k->member[i].key;
		k->times[key]++;
		k->under_plain[key] += i > 0 && w->block[i - 1].reading == READ_PLAIN && k->member[i - 1].key == NO_KEY;
	}
}

static void
link_members(struct learned *k)
{
	uint32_t *next = ARENA_ARRAY(k->w->arena, uint32_t, k->nkey);

	for (size_t i = k->w->nblock; i-- > 0;) {
		struct member *m = &k->member[i];
		if (m->key == NO_KEY)
			continue;
		m->next = k->member[next[m->key]].part == m->part ? next[m->key] : 0;
		next[m->key] = (uint32_t)i;
	}
}

struct learned
levels_learn(const struct work *w)
{
	struct learned k = {.w = w, .member = ARENA_ARRAY(w->arena, struct member, w->nblock + 1), .low_only = true};

	collect(&k);
	link_members(&k);
	for (size_t i = 0; i < w->nblock; i++)
		if (w->block[i].reading == READ_HEAD && numbering_rank(w->block[i].label.style) < LOW_RANK)
			k.low_only = false;
	learn_leads(&k);
	return k;
}
