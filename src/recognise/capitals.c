/* SPDX-License-Identifier: MIT */
/*
 * capitals.c - lines whose first word has its capital from where it stands: the text has the word in
 * small letters, and hardly ever with a capital in mid-sentence, as it has names.  Where the line before is
 * in small letters too and has no stop, something new begins.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define LETTERS 3u   /* a word has at the least: shorter ones begin the second lines of titles too */
#define LONG 4u      /* letters of words that are no articles and prepositions */
#define BYTES 40u    /* longer words are passed over */
#define TIMES 2u     /* in small letters, so that it is no slip */
#define OFTEN 4u     /* times as often as with a capital in mid-sentence */
#define SIEVE 4096u  /* a power of two */

struct capitals {
	const struct work *w;
	struct vocab *small, *capital; /* words of the text that may be first words of lines, as they stand */
	struct vocab *name;            /* those with a capital in mid-sentence, each with the capital word behind it */
	bool sieve[SIEVE];             /* by what such words have in common with their small forms */
};

/* The next word from byte *i on; its letters.  In mid-line: *i > 0 before. */
static struct span
next_word(struct span s, size_t *i, size_t *letters)
{
	size_t from = s.n, at = *i;

	*letters = 0;
	while (at < s.n) {
		size_t here = at;
		uint32_t u = utf8_next(s.s, s.n, &at);
		if (!char_letter(u)) {
			if (*letters > 0) {
				at = here;
				break;
			}
		} else {
			size_t end = char_plain_end(s, at);
			from = *letters == 0 ? here : from;
			*letters += 1 + end - at;
			at = end;
		}
	}
	*i = at;
	return span_sub(s, from, at);
}

/* What is the same whatever the first letter's case. */
static size_t
sieve_of(struct span word)
{
	const unsigned char *s = (const unsigned char *)word.s + word.n;

	return (word.n * 1033u + s[-1] * 37u + s[-2] * 5u) % SIEVE;
}

static bool
is_upper(struct span word)
{
	return char_upper(char_after(word, 0));
}

/* The word with a small first letter, in buf. */
static struct span
small_form(struct span word, char buf[BYTES + 4])
{
	size_t i = 0;
	uint32_t u = utf8_next(word.s, word.n, &i);
	size_t n = utf8_put(char_lower(u), buf);

	memcpy(buf + n, word.s + i, word.n - i);
	return (struct span){buf, n + word.n - i};
}

/* A line that may begin anew for all that its length and the end of the one before say. */
static bool
is_open(const struct rline *a, const struct rline *l)
{
	return a->end == END_OPEN && !a->dangling && !a->caps && a->n > 1 && l->upper && !l->caps && !l->quote_first &&
	       l->nlabel == 0 && l->bullet_n == 0;
}

static struct span
first_word(const struct work *w, const struct rline *l)
{
	size_t i = 0, letters;
	struct span word = next_word(rline_text(w, l), &i, &letters);

	return letters >= LETTERS && word.n <= BYTES && is_upper(word) ? word : (struct span){"", 0};
}

/* Behind its first word the line has more long words in small letters than with capitals. */
static bool
in_small_letters(struct span s)
{
	size_t i = 0, letters, small = 0, capital = 0;
	struct span word = next_word(s, &i, &letters);

	while ((word = next_word(s, &i, &letters)).n > 0)
		if (letters >= LONG)
			*(is_upper(word) ? &capital : &small) += 1;
	return small > capital;
}

/* In mid-sentence: behind another word or a number, or a comma. */
static bool
goes_before(struct span s, size_t at)
{
	uint32_t u = at > 1 && s.s[at - 1] == ' ' ? char_before(s, at - 1) : 0;

	return char_letter(u) || char_decimal(u) >= 0 || u == ',';
}

/* A word of s with the capital word behind it, or nothing: "Support Office" is a name, though "support" is none. */
static struct span
with_next(struct span s, struct span word)
{
	size_t from = (size_t)(word.s - s.s), i = from + word.n, letters;
	struct span next = next_word(s, &i, &letters);

	return next.n > 0 && is_upper(next) ? span_sub(s, from, i) : (struct span){"", 0};
}

static void
count(struct capitals *c, struct span s)
{
	size_t i = 0, letters;
	struct span word;

	while ((word = next_word(s, &i, &letters)).n > 0) {
		if (letters < LETTERS || word.n > BYTES || !c->sieve[sieve_of(word)])
			continue;
		if (!is_upper(word)) {
			vocab_add(c->small, word);
		} else if (goes_before(s, (size_t)(word.s - s.s))) {
			vocab_add(c->capital, word);
			if (with_next(s, word).n > 0)
				vocab_add(c->name, with_next(s, word));
		}
	}
}

static bool
begins_anew(const struct capitals *c, const struct rline *a, const struct rline *l)
{
	struct span word = first_word(c->w, l);
	char buf[BYTES + 4];

	if (word.n == 0)
		return false;
	uint32_t small = vocab_count(c->small, small_form(word, buf));
	struct span name = with_next(rline_text(c->w, l), word);
	return small >= TIMES && small >= OFTEN * vocab_count(c->capital, word) &&
	       (name.n == 0 || vocab_count(c->name, name) == 0) && in_small_letters(rline_text(c->w, a));
}

void
capitals_find(struct work *w)
{
	struct capitals *c;
	bool any = false;
	size_t f;

	if (!w->wrapped || !has_page_text(w))
		return;
	c = ARENA_NEW(w->arena, struct capitals);
	*c = (struct capitals){.w = w, .small = vocab_new(w->arena), .capital = vocab_new(w->arena),
	                        .name = vocab_new(w->arena)};
	for (f = 1; f < w->nflow; f++) {
		const struct rline *l = flow_line(w, f);
		struct span word = is_open(flow_line(w, f - 1), l) ? first_word(w, l) : (struct span){"", 0};
		if (word.n > 0)
			any = c->sieve[sieve_of(word)] = true;
	}
	if (!any)
		return;
	for (f = 0; f < w->nflow; f++)
		count(c, rline_text(w, flow_line(w, f)));
	for (f = 1; f < w->nflow; f++) {
		const struct rline *a = flow_line(w, f - 1);
		struct rline *l = flow_line(w, f);
		l->anew = is_open(a, l) && begins_anew(c, a, l);
	}
}
