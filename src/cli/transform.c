/* SPDX-License-Identifier: MIT */
/* transform.c - a report document to all outputs. */
#include "cli/commands.h"

enum cli_exit
transform_run(struct job *j)
{
	struct span xml;
	if (!file_read(j->arena, j->name, &xml, j->diag))
		return job_failure(j, CLI_INPUT);
	xmlDoc *doc = job_report(j, xml);
	job_lap(j, STAGE_REPORT);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	enum cli_exit status = job_outputs(j, doc, xml, NULL);
	xmlFreeDoc(doc);
	return status == CLI_OK && j->options->dump == DUMP_NONE ? job_write(j) : status;
}
