/* SPDX-License-Identifier: MIT */
/* bench.h - the pinned fonts, an arena and a message collector for each test of layout; include after cmocka.h. */
#ifndef TESTS_UNIT_BENCH_H
#define TESTS_UNIT_BENCH_H

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/font.h"

struct bench {
	struct arena *a;
	struct diag *d;
	struct fontset *fonts;
};

/* A bench at the head of something larger. */
static int
bench_open(void **state, size_t size)
{
	struct bench *b = calloc(1, size);
	b->a = arena_new();
	b->d = diag_new();
	b->fonts = fontset_open(b->d);
	*state = b;
	return b->fonts == NULL;
}

static int
teardown(void **state)
{
	struct bench *b = *state;
	arena_free(b->a);
	fontset_free(b->fonts);
	diag_free(b->d);
	free(b);
	return 0;
}

#endif
