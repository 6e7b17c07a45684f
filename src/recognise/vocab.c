/* SPDX-License-Identifier: MIT */
#include "recognise/vocab.h"

#include <string.h>

struct slot {
	struct span word;
	uint32_t hash, count;
};

struct vocab {
	struct slot *slot;
	size_t mask;
};

struct vocab *
vocab_new(struct arena *a, size_t words)
{
	struct vocab *v = ARENA_NEW(a, struct vocab);
	size_t size = 64;
	while (size < words * 2)
		size *= 2;
	v->slot = ARENA_ARRAY(a, struct slot, size);
	v->mask = size - 1;
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

void
vocab_add(struct vocab *v, struct span word)
{
	struct slot *s = slot_of(v, word, (struct span){"", 0});
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
