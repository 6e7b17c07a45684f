/* SPDX-License-Identifier: MIT */
/*
 * file.h - reading whole files within a limit, writing them atomically, finding our data.
 * Needs: arena.h, diag.h.  Owns: nothing beyond the arena given.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

/* Largest draft, XML or FO read, in bytes; more is reported as TOO_LARGE. */
#define FILE_LIMIT_BYTES (64u << 20)

/*
 * Read the whole of path ("-" = standard input) into the arena, NUL-terminated.
 * False, after a report, when it is missing, a directory, unreadable or over the limit.
 */
bool file_read(struct arena *, const char *path, struct span *out, struct diag *);

/*
 * Write bytes to path ("-" = standard output) so that path holds either its old content or all
 * of the new: a temporary name beside it, flushed and checked, then renamed.  False after a
 * report and with the temporary file removed.
 */
bool file_write(const char *path, struct span bytes, struct diag *);

/*
 * The absolute path of one of our data files, name like "stylesheets/report-to-fo.xsl".
 * Looked for under $RAPPORTEUR_DATA, else beside the program: ../, ../../ (a build tree) or
 * ../share/rapporteur/ (installed).  NULL when there is none; nothing is reported.
 */
const char *data_path(struct arena *, const char *name);

#endif
