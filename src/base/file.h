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
 * The real path of a file that a document names: relative to the document's folder and, symbolic
 * links followed, not outside of it.  NULL when there is none; nothing is reported.
 */
const char *file_beside(struct arena *, const char *document, const char *name);

/* One file to write; path "-" is standard output, a device is written in place. */
struct file_output {
	const char *path;
	struct span bytes;
};

/*
 * Write all of them or none: each under a temporary name beside its path, flushed and checked,
 * and only when every one is complete renamed, so that a path holds its old content or all of the
 * new.  A symbolic link is replaced, what it leads to stays as it is.  Signals that would end the
 * process wait meanwhile.  False after a report and with the temporary files removed.
 */
bool files_write(const struct file_output *, size_t n, struct diag *);
/* The same for one file. */
bool file_write(const char *path, struct span bytes, struct diag *);

/*
 * The absolute path of one of our data files, name like "stylesheets/report-to-fo.xsl".
 * Looked for under $RAPPORTEUR_DATA, else beside the program: ../, ../../ (a build tree) or
 * ../share/rapporteur/ (installed).  NULL when there is none; nothing is reported.
 */
const char *data_path(struct arena *, const char *name);

#endif
