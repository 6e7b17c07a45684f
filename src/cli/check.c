/* SPDX-License-Identifier: MIT */
/* check.c - is this report document valid, is this PDF what an accessible one promises? */
#include "cli/commands.h"
#include "pdf/check.h"

enum cli_exit
check_run(struct job *j)
{
	struct span bytes;
	if (!file_read(j->arena, j->name, &bytes, j->diag))
		return job_failure(j, CLI_INPUT);
	if (span_starts(bytes, "%PDF-"))
		return pdf_check(bytes, j->name, j->diag) ? CLI_OK : job_failure(j, CLI_INPUT);
	xmlDoc *doc = job_report(j, bytes);
	job_lap(j, STAGE_REPORT);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	xmlFreeDoc(doc);
	return CLI_OK;
}
