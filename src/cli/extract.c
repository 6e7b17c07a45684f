/* SPDX-License-Identifier: MIT */
/* extract.c - the files carried inside a PDF into a folder. */
#include "cli/commands.h"
#include "pdf/extract.h"

enum cli_exit
extract_run(struct job *j)
{
	struct pdf_file *file;
	size_t n;
	if (!pdf_extract(j->arena, j->input, &file, &n, j->diag))
		return job_failure(j, CLI_INPUT);
	if (n == 0) {
		diag(j->diag, DIAG_PDF_NO_FILES, (struct pos){j->name, 0, 0}, "only PDFs made by convert and transform carry any");
		return CLI_INPUT;
	}
	struct file_output *out = ARENA_ARRAY(j->arena, struct file_output, n);
	for (size_t i = 0; i < n; i++)
		out[i] = (struct file_output){arena_printf(j->arena, "%s/%s", j->options->out, file[i].name), file[i].bytes};
	return files_write(out, n, j->diag) ? CLI_OK : CLI_OUTPUT;
}
