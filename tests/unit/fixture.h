/* SPDX-License-Identifier: MIT */
/* fixture.h - an arena and a message collector for each test of a room; include after cmocka.h. */
#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"

struct fixture {
	struct arena *a;
	struct diag *d;
};

static int
setup(void **state)
{
	struct fixture *f = malloc(sizeof *f);
	f->a = arena_new();
	f->d = diag_new();
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;
	arena_free(f->a);
	diag_free(f->d);
	free(f);
	return 0;
}

#endif
