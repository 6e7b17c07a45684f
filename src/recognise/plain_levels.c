/* SPDX-License-Identifier: MIT */
/*
 * plain_levels.c - unnumbered headings under each other, as their words show it.
 *
 * "Step 4.1" stands under "Aim 4": its number goes on from the other's.  Where headings in capitals
 * stand right over others again and again, and hardly ever under them, the others are one level lower.
 */
#include "recognise/chars.h"
#include "recognise/work.h"

#define PARTS 4         /* of a number such as 4.1.2 */
#define WORDS_BYTES 40  /* in which the number of a heading is looked for */
#define PART_DIGITS 4
#define LETTER_PART 10000 /* "4.a": above all figures */
#define DOWN 2          /* headings in capitals over others that show an order */

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

/* How many of the open numbers the number goes on from; it is open then, and what it closes is not. */
static uint8_t
enter(struct number *open, bool is_open[PARTS], const struct number *n)
{
	uint8_t over = 0;
	size_t k;
	bool same = true;

	for (k = 0; k < PARTS; k++) {
		same = same && k + 1 < n->n && k < open->n && open->part[k] == n->part[k];
		is_open[k] = is_open[k] && same;
		over += is_open[k];
	}
	*open = *n;
	is_open[n->n - 1] = true;
	return over;
}

void
plain_levels(struct work *w)
{
	bool lead = capitals_lead(w), capitals = false, is_open[PARTS] = {false};
	struct number open = {.n = 0};
	size_t i;

	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		if (b->reading == READ_HEAD || b->reading == READ_ANNEX || b->reading == READ_FRONT) {
			open.n = 0;
			capitals = false;
		}
		if (b->reading != READ_PLAIN)
			continue;
		struct span t = first_words(w, b);
		struct number n = number_of(t);
		if (lead && in_capitals(t))
			capitals = true;
		else
			b->level += capitals;
		if (n.n > 0)
			b->level += enter(&open, is_open, &n);
	}
}
