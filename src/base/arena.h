/* SPDX-License-Identifier: MIT */
/*
 * arena.h - memory with one lifetime: everything allocated from an arena dies with it.
 * Needs: nothing.  Owns: every block it hands out; nothing is freed one by one.
 * Running out of memory ends the process with a message; no caller tests for it.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new, empty arena.  The caller owns it. */
struct arena *arena_new(void);
/* Run the deferred clean-ups, last first, and release every block.  NULL is allowed. */
void arena_free(struct arena *);
/* Forget everything allocated so far (clean-ups run), keep the memory for the next round. */
void arena_reset(struct arena *);
/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *);

/* n zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *, size_t n);
/* count * size zeroed bytes; ends the process when the product overflows. */
void *arena_calloc(struct arena *, size_t count, size_t size);
/* A copy of n bytes with a NUL after them. */
char *arena_strndup(struct arena *, const char *s, size_t n);
char *arena_strdup(struct arena *, const char *s);
char *arena_printf(struct arena *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Call fn(ptr) when the arena is freed or reset: ties foreign objects to this lifetime. */
void arena_defer(struct arena *, void (*fn)(void *), void *ptr);

/* malloc family that ends the process instead of returning NULL; release with free(). */
void *xmalloc(size_t n);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *p, size_t n);
char *xstrdup(const char *s);

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_calloc((a), (n), sizeof(T)))

/*
 * Grow an array by doubling, where it stands if it is what the arena gave out last.  VEC_PUSH(a, v, n, cap)
 * returns a pointer to the new, zeroed last element; an old copy stays in the arena until that dies.
 */
#define VEC_PUSH(a, v, n, cap) \
	(((n) == (cap) ? (void)((v) = arena_grow((a), (v), (n), &(cap), sizeof *(v))) : (void)0), &(v)[(n)++])
void *arena_grow(struct arena *, const void *old, size_t n, size_t *cap, size_t size);

#endif
