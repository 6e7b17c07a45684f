/* SPDX-License-Identifier: MIT */
/*
 * levels.c - the level of each heading, by what is open where it stands.
 *
 * Headings are counted by their style ("II.", "B.", "3.") or by a word or code ("Draft resolution I", "Rule 7:",
 * "2098/QT.2/7").  Those of a style stand under the open ones of a higher rank.  A word has no rank of its own: the
 * first of its headings shows where the others stand, inside what was open there and counts on behind it.
 * An unnumbered heading stands one below the last numbered one.
 */
#include "recognise/chars.h"
#include "recognise/numbering.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define CHAPTER_OF 3 /* headings of a word that one over them has under it, at the least */
#define OPEN_MOST 16 /* headings open over each other: deeper ones are siblings */
/* Weights against a number that follows the one before with no unnumbered heading between them. */
#define ACROSS 3 /* of one that does so with one between: a few of those may be no headings */
#define ANEW 12  /* of one that begins anew behind one */

/*
 * Ranks are those of styles, RANK apart; a word stands WORD below what its first heading stood under,
 * an unnumbered heading over one of a word half of that above it.
 */
#define RANK 64
#define WORD 4
#define OVER 2
#define UNRANKED UINT32_MAX
#define LOW_RANK 3                    /* of the styles that may stand under an unnumbered heading */
#define PLAIN_RANK (LOW_RANK * RANK - RANK / 2) /* of those over a word of the paper */
#define LOW_PLAIN_RANK (LOW_RANK * RANK - 1)     /* of those over low numbers alone */

#define SIZES 2048 /* above all of headings */

#define YEARLY "#/#" /* at the end of the words of a series: its number behind that of the year or session */

/* What a heading is counted by: NO_KEY, a style, a word of the terms, a word of the paper. */
#define NO_KEY 0
#define STYLE_KEY 1
#define WORD_KEY (STYLE_KEY + (uint32_t)LABEL_STYLES)

struct member {
	uint32_t key, value;
	bool code;     /* its number is a code, its title with it */
	bool yearly;   /* it counts within a year or session: "Decision 41/7" */
	uint32_t part;
	uint32_t next; /* block of the next of its key in the part, or 0 */
};

struct open {
	uint32_t rank;
	bool plain;     /* an unnumbered heading */
	uint32_t block; /* whose member it is */
};

struct levels {
	struct work *w;
	struct member *member;  /* by block */
	uint32_t *rank;         /* by key */
	uint32_t yearly_rank;   /* of all those that count within a year or session */
	uint32_t *times, *under_plain; /* by key: members; those right under an unnumbered heading */
	struct last { uint32_t value; uint8_t level; } last[LABEL_STYLES]; /* in the part */
	uint32_t paper_key;     /* the first of the words of the paper */
	struct open open[OPEN_MOST];
	uint8_t nopen;
	uint8_t usual[LABEL_STYLES]; /* level of the first of a style in the paper, or 0 */
	uint8_t above;          /* levels missing over what is open: an annex may begin with "A." */
	bool low_only;          /* no heading of a higher style than LOW_RANK */
	int across;             /* for and against low numbers that count on over unnumbered headings in the part */
	bool beside;            /* they stand beside such */
	bool anew;              /* they begin anew under such */
	uint32_t *leads;        /* by block of an unnumbered heading: that of the first number under it by type, or 0 */
};

/* The unnumbered heading behind the label of an annex and its original's language, which it is the title of. */
static bool
is_title(const struct levels *v, size_t i)
{
	const struct block *b = v->w->block;

	return i > 0 && b[i].reading == READ_PLAIN &&
	       b[i - 1 - (i > 1 && b[i - 1].reading == READ_FIELD)].reading == READ_ANNEX;
}

static uint32_t
rank_of(const struct block *numbered)
{
	return (uint32_t)numbering_rank(numbered->label.style) * RANK;
}

static bool
begins_part_of_paper(const struct block *b)
{
	return b->reading == READ_ANNEX || b->reading == READ_FRONT;
}

/*
 * In the part from block i on: do the numbers of low styles count on over unnumbered headings, many of them, or
 * anew under each; or do they neither, nor stand right under one?
 */
static void
learn_order(struct levels *v, size_t i)
{
	uint32_t last[LABEL_STYLES] = {0};
	bool plain[LABEL_STYLES] = {false}, under = false, any = false;

	v->across = 0;
	for (; i < v->w->nblock && !begins_part_of_paper(&v->w->block[i]); i++) {
		const struct block *b = &v->w->block[i];
		int s = b->label.style;
		if (b->reading == READ_PLAIN && !is_title(v, i))
			memset(plain, true, sizeof plain);
		if (b->reading != READ_HEAD || numbering_rank(b->label.style) < LOW_RANK)
			continue;
		under = under || (last[s] == 0 && i > 0 && b[-1].reading == READ_PLAIN && !is_title(v, i - 1));
		any = any || (last[s] == 0 && plain[s]);
		if (last[s] > 0 && b->label.value == last[s] + 1) {
			v->across += plain[s] ? ACROSS : -1;
		} else if (plain[s] && last[s] > 0 && b->label.value <= last[s]) {
			v->across -= ANEW;
			under = true;
		}
		last[s] = b->label.value;
		plain[s] = false;
	}
	v->beside = any && !under && v->across <= 0;
	v->anew = v->across <= -ANEW;
}

static int
size_of(const struct levels *v, size_t i)
{
	return heading_size(flow_line(v->w, v->w->block[i].flow));
}

/*
 * Which unnumbered headings stand over the numbers behind them by their type: clearly larger, and another of that
 * size ends those numbers.  The first of a part are its titles.
 */
static void
learn_leads(struct levels *v)
{
	uint32_t *of_size = ARENA_ARRAY(v->w->arena, uint32_t, SIZES), start = (uint32_t)v->w->nblock, number = start;
	bool titles = true;
	size_t i;

	v->leads = ARENA_ARRAY(v->w->arena, uint32_t, v->w->nblock + 1);
	if (v->w->draft->form <= SOURCE_PAGE_LAYOUT)
		return;
	for (i = v->w->nblock; i-- > 0;) {
		const struct block *b = &v->w->block[i];
		if (begins_part_of_paper(b)) {
			start = number = (uint32_t)i;
		} else if (b->reading == READ_HEAD) {
			number = (uint32_t)i;
		} else if (b->reading == READ_PLAIN) {
			uint32_t *next = &of_size[size_of(v, i)];
			if (number < *next && *next < start && v->member[number].key < WORD_KEY &&
			    size_of(v, i) >= size_of(v, number) + CLEARLY_LARGER)
				v->leads[i] = number;
			*next = (uint32_t)i;
		}
	}
	for (i = 0; i < v->w->nblock; i++) {
		enum reading r = v->w->block[i].reading;
		titles = begins_part_of_paper(&v->w->block[i]) || (titles && (r == READ_PLAIN || r == READ_FIELD));
		v->leads[i] = titles ? 0 : v->leads[i];
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

/* Each heading's key and number; a word of the paper counts from its second heading on. */
static void
collect(struct levels *v)
{
	struct work *w = v->w;
	struct vocab *words = vocab_new(w->arena);
	uint32_t most = 0, part = 0;
	size_t i;

	v->paper_key = WORD_KEY + (uint32_t)(w->words ? w->words->label.nchapter : 0);
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		struct member *m = &v->member[i];
		struct series_label s;
		part += b->reading == READ_ANNEX || b->reading == READ_FRONT;
		m->part = part;
		if (b->reading == READ_HEAD && b->label.style == LABEL_CODE) {
			m->value = b->label.value;
			m->code = true;
			m->key = v->paper_key + vocab_add(words, code_shape(w->arena, rline_text(w, flow_line(w, b->flow)), b->label.n));
			most = m->key > most ? m->key : most;
		} else if (b->reading == READ_HEAD || (b->reading == READ_PLAIN && b->label.n > 0)) {
			m->value = b->label.value;
			m->key = b->label.style == LABEL_CHAPTER ? WORD_KEY + b->label.major - 1
			                                         : STYLE_KEY + (uint32_t)b->label.style;
		} else if (b->reading == READ_PLAIN && !caption_begins(w, flow_line(w, b->flow)) &&
		           (s = series_label(w->arena, line_folded(w, flow_line(w, b->flow)))).words.n > 0) {
			m->value = s.value;
			m->yearly = span_ends(s.words, YEARLY);
			m->key = v->paper_key + vocab_add(words, s.words);
			most = m->key > most ? m->key : most;
		}
	}
	for (i = 0; i < w->nblock; i++)
		if (v->member[i].key >= v->paper_key && vocab_times(words, v->member[i].key - v->paper_key) < 2)
			v->member[i].key = NO_KEY;
	most = most < v->paper_key ? v->paper_key : most;
	v->rank = ARENA_ARRAY(w->arena, uint32_t, most + 1);
	v->times = ARENA_ARRAY(w->arena, uint32_t, most + 1);
	v->under_plain = ARENA_ARRAY(w->arena, uint32_t, most + 1);
	for (i = 0; i <= most; i++)
		v->rank[i] = UNRANKED;
	for (i = 0; i < w->nblock; i++) {
		uint32_t key = v->member[i].key;
		v->times[key]++;
		v->under_plain[key] += i > 0 && w->block[i - 1].reading == READ_PLAIN && v->member[i - 1].key == NO_KEY;
	}
}

static void
link_members(struct levels *v)
{
	size_t keys = 0, i;
	uint32_t *next;

	for (i = 0; i < v->w->nblock; i++)
		keys = v->member[i].key > keys ? v->member[i].key : keys;
	next = ARENA_ARRAY(v->w->arena, uint32_t, keys + 1);
	for (i = v->w->nblock; i-- > 0;) {
		struct member *m = &v->member[i];
		if (m->key == NO_KEY)
			continue;
		m->next = v->member[next[m->key]].part == m->part ? next[m->key] : 0;
		next[m->key] = (uint32_t)i;
	}
}

static const struct member *
member_of(const struct levels *v, const struct open *o)
{
	return &v->member[o->block];
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
		if (o->next > 0 && o->next < bound && v->member[o->next].value > o->value)
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
	bool anew = false, text = counts_texts(v->w, &v->w->block[m - v->member].label);
	bool lost = m->value > 1 && m->key < v->paper_key; /* its first: low numbers behind that show nothing */
	int k;

	reach_of_open(v, end);
	for (k = v->nopen - 1; k >= 0; k--) {
		const struct member *o = member_of(v, &v->open[k]);
		bool word = o->key >= WORD_KEY;
		bool holds_none = o->key >= v->paper_key || counts_texts(v->w, &v->w->block[v->open[k].block].label);
		bool last = o->next == 0 || o->next >= end[k] || (text && v->member[o->next].value <= o->value);
		if (v->open[k].rank == LOW_PLAIN_RANK || (lost && o->key < WORD_KEY && v->open[k].rank >= LOW_RANK * RANK))
			continue;
		if (v->open[k].plain && !word)
			return k;
		if (last ? !holds_none && !anew : v->member[o->next].value > o->value)
			return k;
		anew = anew || !last;
	}
	return -1;
}

/* Does the open heading, or the block, stand over numbers by its type, the open one in no clearly larger type? */
static bool
ends_by_type(const struct levels *v, const struct open *o, size_t i)
{
	return (v->leads[o->block] > 0 || v->leads[i] > 0) && size_of(v, o->block) < size_of(v, i) + CLEARLY_LARGER;
}

/* Where the first heading of a word stands: beside what it ends by its type, or under what holds it. */
static uint32_t
rank_of_first(const struct levels *v, size_t i)
{
	const struct member *m = &v->member[i];
	uint8_t ended = 0;

	while (ended < v->nopen && !ends_by_type(v, &v->open[ended], i))
		ended++;
	if (ended < v->nopen)
		return v->open[ended].rank;
	int k = holder(v, m);
	const struct open *o = k >= 0 ? &v->open[k] : NULL;
	if (o != NULL)
		return o->rank + (o->plain && member_of(v, o)->key == NO_KEY ? OVER : WORD);
	return m->key >= v->paper_key ? PLAIN_RANK + OVER : 0;
}

/* Where the headings of a word stand, from the first of them; resolutions and decisions of a session stand alike. */
static void
rank_word(struct levels *v, size_t i)
{
	const struct member *m = &v->member[i];

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
	bool ends_plain = numbered && (v->across > 0 || v->beside);

	while (from < v->nopen && v->open[from].rank < rank &&
	       !(ends_plain && v->open[from].plain && v->leads[v->open[from].block] == 0))
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
		if (o->key != NO_KEY && o->next > i && v->member[o->next].value == o->value + 1)
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
			if (word == 0 && o->key >= WORD_KEY && o->key < v->paper_key)
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
	       (m->next == 0 || v->member[m->next].value != m->value + 1);
}

static void
level_numbered(struct levels *v, struct block *b, size_t i)
{
	const struct member *m = &v->member[i];
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
 * What stands over some headings of a word of the paper is a chapter of several; over most it belongs to each, but
 * for codes, which have their titles with them.
 */
static bool
is_chapter_over(const struct levels *v, const struct member *m)
{
	return m->key >= v->paper_key && (m->code || v->under_plain[m->key] * CHAPTER_OF <= v->times[m->key]);
}

/* Does the unnumbered heading end the open one?  It ends others and words of the paper, but for larger leaders. */
static bool
plain_ends(const struct levels *v, const struct open *o, size_t i)
{
	if (v->leads[o->block] > 0 || v->leads[i] > 0)
		return ends_by_type(v, o, i);
	return o->plain || (v->low_only && (v->beside || v->anew));
}

static void
level_plain(struct levels *v, struct block *b, size_t i)
{
	const struct member *m = &v->member[i], *next = i + 1 < v->w->nblock ? m + 1 : NULL;
	uint8_t over;

	if (m->key != NO_KEY) {
		rank_word(v, i);
		push(v, b, i, first_ended(v, v->rank[m->key], false, 0), v->rank[m->key]);
		return;
	}
	for (over = 0; over < v->nopen && !plain_ends(v, &v->open[over], i);)
		over++;
	if (v->leads[i] > 0 && (over == 0 || v->open[over - 1].rank < rank_of(&v->w->block[v->leads[i]]) - 1)) {
		push(v, b, i, over, rank_of(&v->w->block[v->leads[i]]) - 1);
	} else if (next && is_chapter_over(v, next)) {
		uint32_t rank = v->rank[next->key] != UNRANKED ? v->rank[next->key] - OVER :
		                over > 0 ? v->open[over - 1].rank + OVER : PLAIN_RANK;
		push(v, b, i, first_ended(v, rank, false, 0), rank);
	} else if (over == 0 && v->low_only && !is_title(v, i)) {
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
	v->member = ARENA_ARRAY(w->arena, struct member, w->nblock + 1);
	v->low_only = true;
	v->yearly_rank = UNRANKED;
	collect(v);
	link_members(v);
	for (i = 0; i < w->nblock; i++)
		if (w->block[i].reading == READ_HEAD && numbering_rank(w->block[i].label.style) < LOW_RANK)
			v->low_only = false;
	learn_leads(v);
	learn_order(v, 0);
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		if (begins_part_of_paper(b)) {
			learn_order(v, i + 1);
			v->nopen = 0;
			memset(v->last, 0, sizeof v->last);
		} else if (b->reading == READ_HEAD) {
			level_numbered(v, b, i);
		} else if (b->reading == READ_PLAIN) {
			level_plain(v, b, i);
		}
	}
}
