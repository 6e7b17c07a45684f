/* SPDX-License-Identifier: MIT */
/*
 * plain_levels.c - unnumbered headings under each other, as their words, type and places show it.
 *
 * "Step 4.1" stands under "Aim 4": its number goes on from the other's.  Where headings in capitals
 * stand right over others again and again, and hardly ever under them, the others are one level lower.
 *
 * Of those that are left, within a section, where the form has levels or type for headings the larger, the bold and
 * the upright stand over the others.  Page text has neither: there a heading right over another, with no
 * text between, stands over it, and one that says again what another of the section says stands under those between.
 */
#include "recognise/chars.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define PARTS 4         /* of a number such as 4.1.2 */
#define WORDS_BYTES 40  /* in which the number of a heading is looked for */
#define PART_DIGITS 4
#define LETTER_PART 10000 /* "4.a": above all figures */
#define DOWN 2          /* headings in capitals over others that show an order */
#define PAIR 2          /* headings in succession that show an order: more are the lines of a title or list */
#define PAIRS 2         /* such in a section that show two kinds of headings */
#define TIERS 8         /* of unnumbered headings under each other */
#define UNSURE 0.6f     /* that a heading stands on its level where nothing but its place says it */

struct number {
	uint32_t part[PARTS];
	size_t n;
};

/* A part of a number at *i, behind which *i is put; false where there is none. */
static bool
read_part(struct span t, size_t *i, bool letters, uint32_t *value)
{
	size_t k = *i, digits = 0;

	for (*value = 0; k < t.n && digits <= PART_DIGITS && char_decimal(char_after(t, k)) >= 0; digits++)
		*value = *value * 10 + (uint32_t)char_decimal(utf8_next(t.s, t.n, &k));
	if (digits == 0 && letters && k < t.n && t.s[k] >= 'a' && t.s[k] <= 'z') {
		*value = LETTER_PART + (uint32_t)(t.s[k++] - 'a');
		digits = 1;
	}
	if (digits == 0 || digits > PART_DIGITS || char_letter(char_after(t, k)))
		return false;
	*i = k;
	return true;
}

/* The number behind the first words of a heading: "Aim 4. Bells", "Step 4.1"; n = 0 for none. */
static struct number
number_of(struct span t)
{
	struct number number = {.n = 0};
	size_t i = 0;

	while (i < t.n && i < WORDS_BYTES && char_decimal(char_after(t, i)) < 0)
		utf8_next(t.s, t.n, &i);
	if (i == 0 || !char_letter(char_after(t, 0)) || !(char_before(t, i) == ' ' || char_han(char_before(t, i))))
		return number;
	while (number.n < PARTS && read_part(t, &i, number.n > 0, &number.part[number.n])) {
		number.n++;
		if (i + 1 >= t.n || t.s[i] != '.' || t.s[i + 1] == ' ')
			break;
		i++;
	}
	if (i < t.n && (t.s[i] == '/' || t.s[i] == '-'))
		number.n = 0;
	return number;
}

/* Letters of both cases are told apart there, and none is small. */
static bool
in_capitals(struct span t)
{
	size_t i = 0, capitals = 0;

	while (i < t.n) {
		uint32_t cp = utf8_next(t.s, t.n, &i);
		if (char_small(cp))
			return false;
		capitals += char_upper(cp);
	}
	return capitals > 1;
}

static struct span
first_words(const struct work *w, const struct block *b)
{
	return rline_text(w, flow_line(w, b->flow));
}

/* Do headings in capitals stand over others? */
static bool
capitals_lead(const struct work *w)
{
	size_t i, down = 0, up = 0;

	for (i = 0; i + 1 < w->nblock; i++) {
		const struct block *a = &w->block[i], *b = a + 1;
		if (a->reading != READ_PLAIN || b->reading != READ_PLAIN)
			continue;
		bool over = in_capitals(first_words(w, a)), under = in_capitals(first_words(w, b));
		down += over && !under;
		up += !over && under;
	}
	return down >= DOWN && up * 2 < down;
}

/* The number of the heading before, and the levels of those of its parts that are headings: 0 for none. */
struct open_number {
	struct number of;
	uint8_t level[PARTS];
};

/*
 * A heading with a number stands below the ones that its number goes on from; it is open then, and what it closes is
 * not.  One that goes on from none, as "Steps 4.5 and 14.2" among those of 14, stands where the open one of its
 * length does.
 */
static void
enter(struct open_number *open, const struct number *n, uint8_t *level)
{
	bool same = true;
	size_t k;

	if (n->n > 1 && n->n == open->of.n && n->part[0] != open->of.part[0]) {
		*level = *level < open->level[n->n - 1] ? open->level[n->n - 1] : *level;
		return;
	}
	for (k = 0; k < PARTS; k++) {
		same = same && k + 1 < n->n && k < open->of.n && open->of.part[k] == n->part[k];
		open->level[k] = same ? open->level[k] : 0;
		*level = *level <= open->level[k] ? (uint8_t)(open->level[k] + 1) : *level;
	}
	open->of = *n;
	open->level[n->n - 1] = *level;
}

static bool
ends_section(const struct block *b)
{
	return b->reading == READ_HEAD || b->reading == READ_ANNEX || b->reading == READ_FRONT;
}

/* The levels that words and numbers give. */
static void
by_words(struct work *w)
{
	bool lead = capitals_lead(w), capitals = false;
	struct open_number open = {.of = {.n = 0}};
	int size = 0; /* of the one in capitals */
	size_t i;

	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		if (ends_section(b)) {
			memset(&open, 0, sizeof open);
			capitals = false;
		}
		if (b->reading != READ_PLAIN)
			continue;
		struct span t = first_words(w, b);
		struct number n = number_of(t);
		int its_size = heading_size(flow_line(w, b->flow));
		if (lead && in_capitals(t)) {
			capitals = true;
			size = its_size;
		} else {
			capitals = capitals && its_size < size + CLEARLY_LARGER;
			b->level += capitals;
		}
		if (n.n > 0)
			enter(&open, &n, &b->level);
	}
}

/* ---- by type and place ---- */

/* An unnumbered heading among those of its section. */
struct tier {
	struct block *block;
	uint8_t base;    /* its level by numbers and words */
	int16_t rank;    /* the higher stands over the lower of the same base */
	uint32_t words;  /* their number among the words of the section */
	bool right_over; /* another one */
	bool again;      /* others stand between it and one that says the same */
};

struct section {
	struct work *w;
	struct vocab *words; /* headings of all sections, each with the number of its own */
	unsigned no;
	struct said {        /* by their number */
		uint32_t under; /* index + 1 of the heading said once that stands before it, for the last time */
		bool free;      /* it was said under none, or twice under one: it is no part of what is said once */
	} *said;
	size_t nsaid, cap_said;
	struct tier *tier;
	size_t n, cap;
	bool numbered;       /* it begins with a number */
	bool by_form;        /* the form has levels or type */
};

int
heading_size(const struct rline *l)
{
	int level = l->src->kind == LINE_HEADING && l->src->level < TIERS ? TIERS - l->src->level : 0;
	int size = l->src->size < 64 ? (int)(l->src->size * 2 + 0.5f) : 128;

	return level * 129 + size;
}

/* A caption is in type of its own. */
int16_t
heading_rank(const struct work *w, const struct rline *l)
{
	if (caption_begins(w, l))
		return INT16_MIN;
	int type = l->bold ? (l->src->italic ? 2 : 3) : l->src->italic ? 1 : 0;

	return (int16_t)(heading_size(l) * 4 + type);
}

/* The label of a text, a table or a picture, one of a series, or a title of such: what is under it is its title. */
static bool
has_title(const struct section *s, const struct tier *t)
{
	const struct rline *l = flow_line(s->w, t->block->flow);

	return l->recurs == RECURS_SERIES || l->recurs == RECURS_TITLE || caption_begins(s->w, l) || begins_part(s->w, l) ||
	       words_is(s->w->words, WORD_KIND, line_folded(s->w, l)) > 0 ||
	       series_label(s->w->arena, line_folded(s->w, l)).words.n > 0;
}

/* The heading stands right under the one before, on one page with it. */
static bool
right_under(const struct section *s, const struct tier *t)
{
	return t->block == t[-1].block + 1 && !flow_line(s->w, t->block->flow)->seam;
}

/* Which of the section stand right over the next, and how many. */
static size_t
find_pairs(const struct section *s)
{
	size_t i, k, pairs = 0;

	for (i = 0; i + 1 < s->n; i = k) {
		struct tier *t = &s->tier[i];
		for (k = i + 1; k < s->n && right_under(s, &s->tier[k]); k++)
			;
		t->right_over = k - i == PAIR && t->base == t[1].base && !has_title(s, t);
		pairs += t->right_over;
	}
	return pairs;
}

/* Which headings of the section are said under several of those that are said once. */
static void
find_again(const struct section *s)
{
	uint32_t once = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct said *said = &s->said[s->tier[i].words];
		if (vocab_times(s->words, s->tier[i].words) > 1) {
			said->free = said->free || once == 0 || said->under == once;
			said->under = once;
		} else {
			once = (uint32_t)i + 1;
		}
	}
	for (i = 0; i < s->n; i++)
		s->tier[i].again = s->said[s->tier[i].words].under > 0 && !s->said[s->tier[i].words].free;
}

/* It is said in other sections too: it stands there as it does here. */
static bool
recurs(const struct section *s, const struct tier *t)
{
	return flow_line(s->w, t->block->flow)->recurs == RECURS_SAME;
}

/* The headings right under those of pairs nearly all say what the first such does: each begins a round. */
static bool
pairs_begin_rounds(const struct section *s, size_t pairs)
{
	const struct tier *first = NULL;
	size_t i, same = 0;

	for (i = 0; i + 1 < s->n; i++) {
		if (!s->tier[i].right_over)
			continue;
		first = first ? first : &s->tier[i + 1];
		same += s->tier[i + 1].words == first->words;
	}
	return same >= PAIRS && same * 3 >= pairs * 2;
}

/*
 * Where what stands right over others names round after round of them, or the first of the section is such and there
 * are others, those that have text stand under them; else no more is known than that the second of a pair is under
 * its first, and where that is the only pair, those behind it as well, for nothing is divided into one: up to one that
 * other sections have too.  More headings before the pair than behind it show that it is one of many; a first one over
 * all others of a section would be the only one there: such a pair shows nothing.
 */
static void
rank_by_place(struct section *s)
{
	size_t pairs = find_pairs(s), i;
	bool rounds = pairs_begin_rounds(s, pairs), lead = rounds || (pairs >= PAIRS && s->tier[0].right_over);
	bool under = false, as_many_behind = false;

	find_again(s);
	for (i = 0; i < s->n; i++) {
		struct tier *t = &s->tier[i];
		bool second = i > 0 && t[-1].right_over && (i > 1 || s->n == PAIR);
		under = second || (under && pairs == 1 && as_many_behind && !recurs(s, t));
		as_many_behind = second ? s->n - i >= i : as_many_behind;
		t->rank = (int16_t)((lead ? t->right_over : -under) - (t->again && !rounds));
	}
}

/* By form; a first one above all others of the paper or of an annex is the title of those. */
static void
rank_by_form(struct section *s)
{
	int16_t most = INT16_MIN;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct tier *t = &s->tier[i];
		bool title = i > 0 && t->block == t[-1].block + 1 && has_title(s, t - 1);
		t->rank = title ? t[-1].rank : heading_rank(s->w, flow_line(s->w, t->block->flow));
		most = i > 0 && t->rank > most ? t->rank : most;
	}
	if (s->n > 1 && !s->numbered && s->tier[0].rank > most)
		s->tier[0].rank = most;
}

/* Nothing but what stands before it says that it is under that. */
static void
doubt(const struct section *s, const struct tier *t)
{
	struct rline *l = flow_line(s->w, t->block->flow);

	t->block->other_level = (uint8_t)(t->block->level - 1);
	l->conf = l->conf < UNSURE ? l->conf : UNSURE;
	l->evidence = arena_printf(s->w->arena, "%s%sonly its place says that it stands under the one over it",
	                           l->evidence != NULL ? l->evidence : "", l->evidence != NULL ? "; " : "");
}

/* Levels within the section, from those that are open over each heading. */
static void
set_levels(const struct section *s)
{
	struct tier open[TIERS];
	size_t n = 0, i;

	for (i = 0; i < s->n; i++) {
		struct tier t = s->tier[i];
		while (n > 0 && (open[n - 1].base > t.base || (open[n - 1].base == t.base && open[n - 1].rank <= t.rank)))
			n--;
		if (n > 0)
			t.block->level = (uint8_t)(open[n - 1].block->level + (t.base - open[n - 1].base) +
			                           (open[n - 1].base == t.base));
		if (!s->by_form && n > 0 && open[n - 1].base == t.base && !t.again && t.block != open[n - 1].block + 1)
			doubt(s, &t);
		if (n < TIERS)
			open[n++] = t;
	}
}

static void
finish_section(struct section *s, const struct block *next)
{
	if (s->by_form)
		rank_by_form(s);
	else if (!s->w->resolution)
		rank_by_place(s);
	set_levels(s);
	s->n = 0;
	s->no++;
	s->numbered = next != NULL && next->reading == READ_HEAD;
}

static void
add_heading(struct section *s, struct block *b)
{
	struct span words = line_folded(s->w, flow_line(s->w, b->flow));
	struct tier t = {.block = b, .base = b->level};

	t.words = vocab_add(s->words, span_of(arena_printf(s->w->arena, "%u %.*s", s->no, (int)words.n, words.s)));
	while (s->nsaid <= t.words)
		*VEC_PUSH(s->w->arena, s->said, s->nsaid, s->cap_said) = (struct said){0, false};
	*VEC_PUSH(s->w->arena, s->tier, s->n, s->cap) = t;
}

/* Unnumbered headings at the start of the paper or of an annex are titles, but for one right over the text. */
static void
by_form_and_place(struct work *w)
{
	struct section s = {.w = w, .words = vocab_new(w->arena), .by_form = !has_page_text(w)};
	size_t i, titles = 0;
	bool start = true;

	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		if (ends_section(b)) {
			finish_section(&s, b);
			start = b->reading != READ_HEAD;
			titles = 0;
		} else if (b->reading == READ_FIELD) {
			titles += flow_line(w, b->flow)->field == REP_TITLE;
		} else if (b->reading != READ_PLAIN) {
			start = start && (b->reading == READ_CONTENTS || b->reading == READ_ENTRY);
		} else if (flow_line(w, b->flow)->recurs == RECURS_ROUND) {
			start = false;
			add_heading(&s, b);
		} else if (!start || (titles++ > 0 && i + 1 < w->nblock && b[1].reading != READ_PLAIN)) {
			add_heading(&s, b);
		}
	}
	finish_section(&s, NULL);
}

void
plain_levels(struct work *w)
{
	by_words(w);
	by_form_and_place(w);
}
