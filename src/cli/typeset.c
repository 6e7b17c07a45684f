/* SPDX-License-Identifier: MIT */
/* typeset.c - XSL-FO of our profile, by whomever, to PDF. */
#include "cli/commands.h"
#include "pdf/pdf.h"
#include "report/report_xml.h"

enum cli_exit
typeset_run(struct job *j)
{
	struct span fo, pdf;
	if (!file_read(j->arena, j->name, &fo, j->diag))
		return job_failure(j, CLI_INPUT);
	xmlDoc *doc = report_load(fo, j->name, j->diag);
	struct pages *pages = doc != NULL ? job_pages(j, doc) : NULL;
	enum cli_exit status = CLI_INPUT;
	if (pages == NULL)
		goto out;
	if (j->options->dump >= DUMP_PAGES) {
		status = job_dump_pages(j, pages);
		goto out;
	}
	struct pdf_info info = {0};
	status = job_pdf(j, pages, NULL, 0, &info, &pdf);
	if (status != CLI_OK)
		goto out;
	j->output[j->noutput++] = (struct file_output){j->options->out, pdf};
	status = job_write(j);
out:
	xmlFreeDoc(doc);
	return job_failure(j, status);
}
