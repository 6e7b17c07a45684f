/* SPDX-License-Identifier: MIT */
/* check.c - is this report document valid, is this PDF what an accessible one promises? */
#include "cli/commands.h"
#include "pdf/check.h"

enum cli_exit
check_run(struct job *j)
{
	if (span_starts(j->input, "%PDF-"))
		return pdf_check(j->input, j->name, j->diag) ? CLI_OK : job_failure(j, CLI_INPUT);
	xmlDoc *doc = job_report(j, j->input);
	job_lap(j, STAGE_REPORT);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	xmlFreeDoc(doc);
	return CLI_OK;
}
