/* SPDX-License-Identifier: MIT */
/* extract.c - the files carried inside a PDF into a folder, named after the PDF. */
#include "cli/commands.h"
#include "pdf/extract.h"

/* What convert put in goes out as convert would name it; the files of others keep their names behind it. */
static const char *
suffix_of(struct job *j, const char *name)
{
	static const char own[] = "report";
	if (span_starts(span_of(name), own) && name[sizeof own - 1] == '.')
		return arena_strdup(j->arena, name + sizeof own - 1);
	return arena_printf(j->arena, "-%s", name);
}

enum cli_exit
extract_run(struct job *j)
{
	struct pdf_file *file;
	size_t n;
	if (!pdf_extract(j->arena, j->input, j->name, &file, &n, j->diag))
		return job_failure(j, CLI_INPUT);
	if (n == 0) {
		diag(j->diag, DIAG_PDF_NO_FILES, (struct pos){j->name, 0, 0},
		    "only PDFs made by convert and transform carry any");
		return CLI_INPUT;
	}
	for (size_t i = 0; i < n; i++)
		job_output(j, suffix_of(j, file[i].name), file[i].bytes);
	return job_write(j);
}
