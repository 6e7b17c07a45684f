/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limit.h"

#define FIRST_BLOCK 16384
#define LARGEST_BLOCK (1u << 20)
#define FIRST_LARGE 2   /* elements of a new array, where one is larger than */
#define LARGE 64         /* so many bytes, */
#define FIRST_SMALL 8   /* and of all others */

struct block {
	struct block *next;
	size_t cap, used;
	alignas(max_align_t) unsigned char data[];
};

struct deferred {
	struct deferred *next;
	void (*fn)(void *);
	void *ptr;
};

struct arena {
	struct block *head;    /* the block being filled, then the full ones */
	struct deferred *last; /* clean-ups, newest first */
	size_t used;
};

void *
xmalloc(size_t n)
{
	void *p = malloc(n ? n : 1);
	if (p == NULL)
		limit_hit(DIAG_OUT_OF_MEMORY);
	return p;
}

void *
xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);
	if (p == NULL)
		limit_hit(DIAG_OUT_OF_MEMORY);
	return p;
}

void *
xrealloc(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (p == NULL)
		limit_hit(DIAG_OUT_OF_MEMORY);
	return p;
}

char *
xstrdup(const char *s)
{
	size_t n = strlen(s) + 1;
	return memcpy(xmalloc(n), s, n);
}

/* All zero: pages that the system has just given are so already and need no second look. */
static struct block *
block_new(size_t cap, struct block *next)
{
	struct block *b = xcalloc(1, sizeof *b + cap);
	b->next = next;
	b->cap = cap;
	return b;
}

struct arena *
arena_new(void)
{
	return xcalloc(1, sizeof(struct arena));
}

static void
run_deferred(struct arena *a)
{
	struct deferred *d = a->last;
	a->last = NULL;
	for (; d != NULL; d = d->next)
		d->fn(d->ptr);
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	run_deferred(a);
	for (struct block *b = a->head, *next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

void
arena_reset(struct arena *a)
{
	run_deferred(a);
	a->used = 0;
	if (a->head == NULL)
		return;
	for (struct block *b = a->head->next, *next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	a->head->next = NULL;
	memset(a->head->data, 0, a->head->used);
	a->head->used = 0;
}

size_t
arena_used(const struct arena *a)
{
	return a->used;
}

/* Round up to the strictest alignment. */
static size_t
aligned(size_t n)
{
	const size_t m = alignof(max_align_t) - 1;
	if (n > SIZE_MAX - m)
		limit_hit(DIAG_OUT_OF_MEMORY);
	return (n + m) & ~m;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	n = aligned(n ? n : 1);
	struct block *b = a->head;
	if (b == NULL || b->cap - b->used < n) {
		size_t cap = b == NULL ? FIRST_BLOCK : b->cap * 2;
		if (cap > LARGEST_BLOCK)
			cap = LARGEST_BLOCK;
		if (cap < n && b != NULL) {
			/* A large request gets its own block behind the head, which stays in use. */
			b->next = block_new(n, b->next);
			b = b->next;
		} else {
			b = a->head = block_new(cap < n ? n : cap, b);
		}
	}
	void *p = b->data + b->used;
	b->used += n;
	a->used += n;
	return p;
}

void *
arena_calloc(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		limit_hit(DIAG_OUT_OF_MEMORY);
	return arena_alloc(a, count * size);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p = arena_alloc(a, n + 1);
	if (n != 0)
		memcpy(p, s, n);
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	char brief[128] = ""; /* most are: they are formatted once */
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(brief, sizeof brief, fmt, ap);
	va_end(ap);
	size_t size = n < 0 ? 1 : (size_t)n + 1;
	char *p = arena_alloc(a, size);
	if (size <= sizeof brief)
		memcpy(p, brief, size);
	else
		vsnprintf(p, size, fmt, again);
	va_end(again);
	return p;
}

void
arena_defer(struct arena *a, void (*fn)(void *), void *ptr)
{
	struct deferred *d = ARENA_NEW(a, struct deferred);
	d->next = a->last;
	d->fn = fn;
	d->ptr = ptr;
	a->last = d;
}

/* Lengthen the `have` bytes at p by `more`.  False where they are not the last given out or there is no room. */
static bool
extend(struct arena *a, const void *p, size_t have, size_t more)
{
	struct block *b = a->head;
	if (b == NULL || (const unsigned char *)p + have != b->data + b->used || b->cap - b->used < more)
		return false;
	b->used += more;
	a->used += more;
	return true;
}

void *
arena_grow(struct arena *a, const void *old, size_t n, size_t *cap, size_t size)
{
	size_t was = *cap, want = was ? was * 2 : size > LARGE ? FIRST_LARGE : FIRST_SMALL;
	*cap = want;
	if (was != 0 && want <= SIZE_MAX / size &&
	    extend(a, old, aligned(was * size), aligned(want * size) - aligned(was * size)))
		return (void *)old;
	void *p = arena_calloc(a, want, size);
	if (n != 0)
		memcpy(p, old, n * size);
	return p;
}
