/* SPDX-License-Identifier: MIT */
/*
 * ocf.h - the container of a publication: a ZIP file as OCF has it (EPUB 3.3 §4.3; APPNOTE.TXT 6.3),
 * without extensions.
 * Needs: base, libdeflate, libxml2.  Owns: a container is closed by ocf_close(); its bytes are in the buffer given.
 */
#ifndef EPUB_OCF_H
#define EPUB_OCF_H

#include <stdbool.h>

#include "base/text.h"

struct ocf;

/*
 * Start a container in `out`, which must be empty and stay untouched until the end.  All files bear the
 * time `modified` ("2044-08-03T00:00:00Z"); 1980-01-01, the earliest there is, where it is no such time.
 */
struct ocf *ocf_new(struct buf *out, const char *modified);
/* Append a file; `name` is its path from the root in UTF-8.  `stored`: its bytes as they are. */
void ocf_add(struct ocf *, const char *name, struct span bytes, bool stored);
/*
 * Write the directory.  NULL; or why the bytes are of no use, with what to do: two files have one name,
 * or there are more than 4 GiB or 65,535 files.
 */
const char *ocf_close(struct ocf *);

#endif
