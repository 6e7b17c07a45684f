/* SPDX-License-Identifier: MIT */
/* squeeze.h - text without any white space, for comparing what outputs say. */
#ifndef TESTS_UNIT_SQUEEZE_H
#define TESTS_UNIT_SQUEEZE_H

#include <string.h>

#include "base/arena.h"

static char *
squeeze(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s), *w = out;
	for (; *s != '\0'; s++)
		if (strchr(" \t\r\n", *s) == NULL)
			*w++ = *s;
	*w = '\0';
	return out;
}

#endif
