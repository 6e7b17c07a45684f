/* SPDX-License-Identifier: MIT */
/* typeset.c - XSL-FO of our profile, by whomever, to PDF. */
#include "cli/commands.h"
#include "fo/where.h"
#include "pdf/pdf.h"
#include "report/report_xml.h"

/* A page that lacks what its document says is no output, unless the user wants what there is (-W fatal). */
static bool
within_profile(struct job *j)
{
	if (diag_count_from(j->diag, j->options->level) == 0)
		return true;
	diag(j->diag, DIAG_FO_REFUSED, (struct pos){0}, "mend it, or set what is within with -W fatal");
	return false;
}

enum cli_exit
typeset_run(struct job *j)
{
	struct span pdf;
	xmlDoc *doc = report_load(j->input, j->name, j->diag);
	if (doc != NULL)
		where_find(j->arena, doc, j->input);
	const struct fo_tree *tree = doc != NULL ? job_fo(j, doc) : NULL;
	xmlFreeDoc(doc); /* the tree has all that pages need */
	struct pages *pages = tree != NULL && within_profile(j) ? job_pages(j, tree) : NULL;
	if (pages == NULL)
		return job_failure(j, CLI_INPUT);
	if (j->options->dump >= DUMP_PAGES)
		return job_failure(j, job_dump_pages(j, pages));
	struct pdf_info info = {0};
	enum cli_exit status = job_pdf(j, pages, NULL, 0, &info, &pdf);
	if (status != CLI_OK)
		return job_failure(j, status);
	job_output_to(j, j->options->out, pdf);
	return job_failure(j, job_write(j));
}
