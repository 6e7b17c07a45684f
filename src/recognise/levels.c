/* SPDX-License-Identifier: MIT */
/*
 * levels.c - the level of each heading, by what is open where it stands.
 *
 * Headings are counted by their style ("II.", "B.", "3.") or by a word or code ("Draft resolution I", "Rule 7:",
 * "2098/QT.2/7").  Those of a style stand under the open ones of a higher rank.  A word has no rank of its own: the
 * first of its headings shows where the others stand, inside what was open there and counts on behind it.
 * An unnumbered heading stands one below the last numbered one.
 */
#include "recognise/levels.h"
#include "recognise/numbering.h"

#define CHAPTER_OF 3 /* headings of a word that one over them has under it, at the least */
#define OPEN_MOST 16 /* headings open over each other: deeper ones are siblings */

/*
 * Ranks are those of styles, RANK apart; a word stands WORD below what its first heading stood under,
 * an unnumbered heading over one of a word half of that above it.
 */
#define RANK 64
#define WORD 4
#define OVER 2
#define UNRANKED UINT32_MAX
#define PLAIN_RANK (LOW_RANK * RANK - RANK / 2) /* of those over a word of the paper */
#define LOW_PLAIN_RANK (LOW_RANK * RANK - 1)     /* of those over low numbers alone */

struct open {
	uint32_t rank;
	bool plain;     /* an unnumbered heading */
	uint32_t block; /* whose member it is */
};

struct levels {
	struct work *w;
	struct learned known;
	struct low_numbers low; /* in the part */
	uint32_t *rank;         /* by key */
	uint32_t yearly_rank;   /* of all those that count within a year or session */
	struct last { uint32_t value; uint8_t level; } last[LABEL_STYLES]; /* in the part */
	struct open open[OPEN_MOST];
	uint8_t nopen;
	uint8_t usual[LABEL_STYLES]; /* level of the first of a style in the paper, or 0 */
	uint8_t above;          /* levels missing over what is open: an annex may begin with "A." */
};

static uint32_t
rank_of(const struct block *numbered)
{
	return (uint32_t)numbering_rank(numbered->label.style) * RANK;
}

static const struct member *
member_of(const struct levels *v, const struct open *o)
{
	return &v->known.member[o->block];
}

/* Blocks to the end of each open heading: to where one over it counts on. */
static void
reach_of_open(const struct levels *v, size_t end[OPEN_MOST])
{
	size_t bound = v->w->nblock;
	int k;

	for (k = 0; k < v->nopen; k++) {
		const struct member *o = member_of(v, &v->open[k]);
		end[k] = bound;
		if (o->next > 0 && o->next < bound && v->known.member[o->next].value > o->value)
			bound = o->next;
	}
}

/*
 * What the first heading of a word stands under: the innermost open one that counts on behind it, or is
 * the last of its own; not one that counts anew there, but for texts for adoption, which have sections of their
 * own.  Such hold no others, nor do those of a word of the paper alone.  -1: none.
 */
static int
holder(const struct levels *v, const struct member *m)
{
	size_t end[OPEN_MOST] = {0};
	bool anew = false, text = counts_texts(v->w, &v->w->block[m - v->known.member].label);
	bool lost = m->value > 1 && m->key < v->known.paper_key; /* its first: low numbers behind that show nothing */
	int k;

	reach_of_open(v, end);
	for (k = v->nopen - 1; k >= 0; k--) {
		const struct member *o = member_of(v, &v->open[k]);
		bool word = o->key >= WORD_KEY;
		bool holds_none = o->key >= v->known.paper_key || counts_texts(v->w, &v->w->block[v->open[k].block].label);
		bool last = o->next == 0 || o->next >= end[k] || (text && v->known.member[o->next].value <= o->value);
		if (v->open[k].rank == LOW_PLAIN_RANK || (lost && o->key < WORD_KEY && v->open[k].rank >= LOW_RANK * RANK))
			continue;
		if (v->open[k].plain && !word)
			return k;
		if (last ? !holds_none && !anew : v->known.member[o->next].value > o->value)
			return k;
		anew = anew || !last;
	}
	return -1;
}

/* Does the open heading, or the block, stand over numbers by its type, the open one in no clearly larger type? */
static bool
ends_by_type(const struct levels *v, const struct open *o, size_t i)
{
	return (v->known.leads[o->block] > 0 || v->known.leads[i] > 0) &&
	       size_of(v->w, o->block) < size_of(v->w, i) + CLEARLY_LARGER;
}

/* Where the first heading of a word stands: beside what it ends by its type, or under what holds it. */
static uint32_t
rank_of_first(const struct levels *v, size_t i)
{
	const struct member *m = &v->known.member[i];
	uint8_t ended = 0;

	while (ended < v->nopen && !ends_by_type(v, &v->open[ended], i))
		ended++;
	if (ended < v->nopen)
		return v->open[ended].rank;
	int k = holder(v, m);
	const struct open *o = k >= 0 ? &v->open[k] : NULL;
	if (o != NULL)
		return o->rank + (o->plain && member_of(v, o)->key == NO_KEY ? OVER : WORD);
	return m->key >= v->known.paper_key ? PLAIN_RANK + OVER : 0;
}

/* Where the headings of a word stand, from the first of them; resolutions and decisions of a session stand alike. */
static void
rank_word(struct levels *v, size_t i)
{
	const struct member *m = &v->known.member[i];

	if (v->rank[m->key] != UNRANKED)
		return;
	v->rank[m->key] = m->yearly && v->yearly_rank != UNRANKED ? v->yearly_rank : rank_of_first(v, i);
	if (m->yearly)
		v->yearly_rank = v->rank[m->key];
}

/* The first open heading that one of the rank ends; low numbers may count on over unnumbered ones that lead none. */
static uint8_t
first_ended(const struct levels *v, uint32_t rank, bool numbered, uint8_t from)
{
	bool ends_plain = numbered && (v->low.across || v->low.beside);

	while (from < v->nopen && v->open[from].rank < rank &&
	       !(ends_plain && v->open[from].plain && v->known.leads[v->open[from].block] == 0))
		from++;
	return from;
}

/* The same over the first of a style at block i, which may begin within a number that counts on behind it. */
static uint8_t
over_first(const struct levels *v, uint32_t rank, size_t i)
{
	uint8_t over = first_ended(v, rank, true, 0), k;

	for (k = v->nopen; k-- > over;) {
		const struct member *o = member_of(v, &v->open[k]);
		if (o->key != NO_KEY && o->next > i && v->known.member[o->next].value == o->value + 1)
			return (uint8_t)(k + 1);
	}
	return over;
}

/*
 * How many headings stay open over a number of a style: those over the one that it counts on from; all
 * that stand under a word where it begins anew, whatever their rank; else those of a higher rank.
 */
static uint8_t
over_number(const struct levels *v, const struct block *b, size_t i)
{
	const struct last *last = &v->last[b->label.style];
	uint32_t rank = rank_of(b);
	uint32_t key = STYLE_KEY + (uint32_t)b->label.style;
	uint8_t word = 0, k;
	bool within = false;

	for (k = v->nopen; k-- > 0;)
		if (member_of(v, &v->open[k])->key == key && member_of(v, &v->open[k])->value + 1 == b->label.value)
			return k;
	if (b->label.value == 1) {
		for (k = v->nopen; k-- > 0;) {
			const struct member *o = member_of(v, &v->open[k]);
			if (word == 0 && o->key >= WORD_KEY && o->key < v->known.paper_key)
				word = (uint8_t)(k + 1);
			within = within || (word > 0 && o->key == key);
		}
		if (!within)
			return over_first(v, rank, i);
		for (k = word; k < v->nopen && !v->open[k].plain && member_of(v, &v->open[k])->key != key;)
			k++;
		return k;
	}
	k = first_ended(v, rank, true, 0);
	if (last->value + 1 == b->label.value && last->level > 0 && last->level <= k)
		k = (uint8_t)(last->level - 1);
	return k;
}

static void
push(struct levels *v, struct block *b, size_t i, uint8_t over, uint32_t rank)
{
	uint8_t usual = b->reading == READ_HEAD ? v->usual[b->label.style] : 0;

	v->nopen = over < OPEN_MOST ? over : OPEN_MOST - 1;
	if (over == 0)
		v->above = usual > 0 ? (uint8_t)(usual - 1) : 0;
	b->level = (uint8_t)(v->nopen + 1 + v->above);
	v->open[v->nopen++] = (struct open){rank, b->reading == READ_PLAIN, (uint32_t)i};
}

/* A number among none of its style, as of a name that begins with a letter and a stop, opens nothing. */
static bool
is_lone(const struct levels *v, const struct block *b, const struct member *m)
{
	return m->value > 1 && v->last[b->label.style].value == 0 &&
	       (m->next == 0 || v->known.member[m->next].value != m->value + 1);
}

static void
level_numbered(struct levels *v, struct block *b, size_t i)
{
	const struct member *m = &v->known.member[i];
	uint8_t over;

	if (m->key >= WORD_KEY) {
		rank_word(v, i);
		push(v, b, i, first_ended(v, v->rank[m->key], false, 0), v->rank[m->key]);
		return;
	}
	over = over_number(v, b, i);
	if (over > 0 && is_lone(v, b, m)) {
		b->level = (uint8_t)(over + 1 + v->above);
		return;
	}
	push(v, b, i, over, rank_of(b));
	v->last[b->label.style] = (struct last){m->value, v->nopen};
	if (v->usual[b->label.style] == 0)
		v->usual[b->label.style] = b->level;
}

/*
 * What stands right over the first of several texts for adoption is the title of them all.  What stands over some
 * headings of a word of the paper is a chapter of several; over most it belongs to each, but for codes, which have
 * their titles with them.
 */
static bool
is_chapter_over(const struct levels *v, const struct member *m)
{
	const struct learned *k = &v->known;

	if (m->value == 1 && counts_texts(v->w, &v->w->block[m - k->member].label))
		return m->next > 0;
	return m->key >= k->paper_key && (m->code || k->under_plain[m->key] * CHAPTER_OF <= k->times[m->key]);
}

/* Is a heading of a word of the terms open right under the open one? */
static bool
holds_word(const struct levels *v, const struct open *o)
{
	uint32_t key = o + 1 < v->open + v->nopen ? member_of(v, o + 1)->key : NO_KEY;

	return key >= WORD_KEY && key < v->known.paper_key;
}

/*
 * Does the unnumbered heading end the open one?  It ends others and words of the paper, but for larger leaders and
 * what is over a word of the terms, under which it stands.
 */
static bool
plain_ends(const struct levels *v, const struct open *o, size_t i)
{
	if (v->known.leads[o->block] > 0 || v->known.leads[i] > 0)
		return ends_by_type(v, o, i);
	return (o->plain && !holds_word(v, o)) || (v->known.low_only && (v->low.beside || v->low.anew));
}

static void
level_plain(struct levels *v, struct block *b, size_t i)
{
	const struct member *m = &v->known.member[i], *next = i + 1 < v->w->nblock ? m + 1 : NULL;
	uint8_t over;

	if (m->key != NO_KEY) {
		rank_word(v, i);
		push(v, b, i, first_ended(v, v->rank[m->key], false, 0), v->rank[m->key]);
		return;
	}
	for (over = 0; over < v->nopen && !plain_ends(v, &v->open[over], i);)
		over++;
	if (v->known.leads[i] > 0 && (over == 0 || v->open[over - 1].rank < rank_of(&v->w->block[v->known.leads[i]]) - 1)) {
		push(v, b, i, over, rank_of(&v->w->block[v->known.leads[i]]) - 1);
	} else if (next && is_chapter_over(v, next)) {
		uint32_t rank = v->rank[next->key] != UNRANKED ? v->rank[next->key] - OVER :
		                over > 0 ? v->open[over - 1].rank + OVER : PLAIN_RANK;
		push(v, b, i, first_ended(v, rank, false, 0), rank);
	} else if (over == 0 && v->known.low_only && !titles_annex(v->w, i)) {
		push(v, b, i, over, LOW_PLAIN_RANK);
	} else {
		v->nopen = over;
		b->level = (uint8_t)(over + 1 + (over > 0 ? v->above : 0));
	}
}

void
levels_set(struct work *w)
{
	struct levels *v = ARENA_NEW(w->arena, struct levels);
	size_t i;

	v->w = w;
	v->known = levels_learn(w);
	v->low = levels_low_numbers(w, 0);
	v->yearly_rank = UNRANKED;
	v->rank = ARENA_ARRAY(w->arena, uint32_t, v->known.nkey);
	for (i = 0; i < v->known.nkey; i++)
		v->rank[i] = UNRANKED;
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		if (begins_part_of_paper(b)) {
			v->low = levels_low_numbers(w, i + 1);
			v->nopen = 0;
			memset(v->last, 0, sizeof v->last);
		} else if (b->reading == READ_HEAD) {
			level_numbered(v, b, i);
		} else if (b->reading == READ_PLAIN) {
			level_plain(v, b, i);
		}
	}
}
