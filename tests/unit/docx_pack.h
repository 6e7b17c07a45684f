/* SPDX-License-Identifier: MIT */
/* docx_pack.h - Word documents made by hand, for tests; include after cmocka.h. */
#ifndef TESTS_UNIT_DOCX_PACK_H
#define TESTS_UNIT_DOCX_PACK_H

#include <string.h>

#include <zip.h>

#include "base/arena.h"
#include "base/text.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
          "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* Names and contents of parts, up to a NULL name. */
struct part {
	const char *name, *content;
};

static struct span
pack(struct arena *a, const struct part *parts)
{
	zip_error_t e;
	zip_error_init(&e);
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &e);
	zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, &e);
	assert_non_null(z);
	zip_source_keep(to);
	for (; parts->name != NULL; parts++)
		assert_true(zip_file_add(z, parts->name, zip_source_buffer(z, parts->content, strlen(parts->content), 0), 0) >= 0);
	assert_int_equal(zip_close(z), 0);
	assert_int_equal(zip_source_open(to), 0);
	zip_source_seek(to, 0, SEEK_END);
	size_t n = (size_t)zip_source_tell(to);
	zip_source_seek(to, 0, SEEK_SET);
	char *s = arena_alloc(a, n + 1);
	assert_int_equal(zip_source_read(to, s, n), (int)n);
	zip_source_close(to);
	zip_source_free(to);
	zip_error_fini(&e);
	return (struct span){s, n};
}

#endif
