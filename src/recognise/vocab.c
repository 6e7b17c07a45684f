/* SPDX-License-Identifier: MIT */
#include "recognise/vocab.h"

#include <string.h>

struct slot {
	struct span word;
	uint32_t hash, number;
};

struct vocab {
	struct arena *arena;
	struct slot *slot;
	size_t mask;
	uint32_t *count;         /* by the number of the word */
	size_t n, cap;
};

#define FIRST_SLOTS 64 /* a power of two */

struct vocab *
vocab_new(struct arena *a)
{
	struct vocab *v = ARENA_NEW(a, struct vocab);
	v->arena = a;
	v->slot = ARENA_ARRAY(a, struct slot, FIRST_SLOTS);
	v->mask = FIRST_SLOTS - 1;
	return v;
}

/* The slot of the word a directly followed by b, or the free one where it would stand. */
static struct slot *
slot_of(const struct vocab *v, struct span a, struct span b, uint32_t h)
{
	size_t i = h & v->mask;
	while (v->slot[i].word.s != NULL) {
		const struct slot *s = &v->slot[i];
		if (s->hash == h && s->word.n == a.n + b.n && memcmp(s->word.s, a.s, a.n) == 0 &&
		    memcmp(s->word.s + a.n, b.s, b.n) == 0)
			break;
		i = (i + 1) & v->mask;
	}
	return &v->slot[i];
}

/* Room for one word more, at most half full. */
static void
grow(struct vocab *v)
{
	const struct slot *old = v->slot;
	size_t n = v->mask + 1;
	if (2 * (v->n + 1) <= n)
		return;
	v->slot = ARENA_ARRAY(v->arena, struct slot, 2 * n);
	v->mask = 2 * n - 1;
	for (size_t k = 0; k < n; k++) {
		size_t i = old[k].hash & v->mask;
		while (old[k].word.s != NULL && v->slot[i].word.s != NULL)
			i = (i + 1) & v->mask;
		if (old[k].word.s != NULL)
			v->slot[i] = old[k];
	}
}

uint32_t
vocab_add(struct vocab *v, struct span word)
{
	grow(v);
	uint32_t h = (uint32_t)span_hash(HASH_START, word);
	struct slot *s = slot_of(v, word, (struct span){"", 0}, h);
	if (s->word.s == NULL) {
		*s = (struct slot){word, h, (uint32_t)v->n};
		*VEC_PUSH(v->arena, v->count, v->n, v->cap) = 0;
	}
	v->count[s->number]++;
	return s->number;
}

uint32_t
vocab_times(const struct vocab *v, uint32_t number)
{
	return v->count[number];
}

uint32_t
vocab_count(const struct vocab *v, struct span word)
{
	return vocab_count2(v, word, (struct span){"", 0});
}

uint32_t
vocab_count2(const struct vocab *v, struct span a, struct span b)
{
	const struct slot *s = slot_of(v, a, b, (uint32_t)span_hash(span_hash(HASH_START, a), b));
	return s->word.s != NULL ? v->count[s->number] : 0;
}
