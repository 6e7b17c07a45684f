/* SPDX-License-Identifier: MIT */
/* dumped.h - what a draft that was read shows, for tests of the forms of drafts; include after cmocka.h. */
#ifndef TESTS_UNIT_DUMPED_H
#define TESTS_UNIT_DUMPED_H

#include "source/source.h"

static inline void
assert_dump(const struct draft *d, const char *expected)
{
	struct buf out = {0};

	source_dump(d, &out);
	assert_string_equal(out.data, expected);
	buf_free(&out);
}

#endif
