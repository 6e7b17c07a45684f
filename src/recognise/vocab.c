/* SPDX-License-Identifier: MIT */
#include "recognise/vocab.h"

#include <string.h>

struct slot {
	struct span word;
	uint32_t hash, count;
};

struct vocab {
	struct arena *arena;
	struct slot *slot;
	size_t mask, n;
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

/* FNV-1a, continued over a second part. */
static uint32_t
hash_of(uint32_t h, struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.s[i]) * 16777619u;
	return h;
}

static struct slot *
slot_of(const struct vocab *v, struct span a, struct span b)
{
	uint32_t h = hash_of(hash_of(2166136261u, a), b);
	size_t i = h & v->mask;
	while (v->slot[i].word.s != NULL) {
		const struct slot *s = &v->slot[i];
		if (s->hash == h && s->word.n == a.n + b.n && memcmp(s->word.s, a.s, a.n) == 0 &&
		    memcmp(s->word.s + a.n, b.s, b.n) == 0)
			break;
		i = (i + 1) & v->mask;
	}
	v->slot[i].hash = h;
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

void
vocab_add(struct vocab *v, struct span word)
{
	grow(v);
	struct slot *s = slot_of(v, word, (struct span){"", 0});
	v->n += s->count == 0;
	s->word = word;
	s->count++;
}

uint32_t
vocab_count(const struct vocab *v, struct span word)
{
	return slot_of(v, word, (struct span){"", 0})->count;
}

uint32_t
vocab_count2(const struct vocab *v, struct span a, struct span b)
{
	return slot_of(v, a, b)->count;
}
