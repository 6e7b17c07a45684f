/* SPDX-License-Identifier: MIT */
/* transform.c - a report document to all outputs. */
#include <string.h>

#include "cli/commands.h"
#include "report/report_xml.h"

enum cli_exit
transform_run(struct job *j)
{
	xmlDoc *doc = report_load(j->input, j->name, j->diag);
	job_lap(j, STAGE_REPORT);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	const struct options *o = j->options;
	if (o->dump == DUMP_NONE && (o->to & (OUTPUT_XML | OUTPUT_AKN)) != 0 && strcmp(o->out, "-") != 0)
		job_report_pictures(j, doc);
	enum cli_exit status = job_outputs(j, doc, j->input, NULL);
	xmlFreeDoc(doc);
	return status == CLI_OK && o->dump == DUMP_NONE ? job_write(j) : status;
}
