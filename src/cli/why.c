/* SPDX-License-Identifier: MIT */
/* why.c - explain how the elements of a report document were recognised. */
#include "report/why.h"

#include "cli/commands.h"
#include "report/report_xml.h"

enum cli_exit
why_run(struct job *j)
{
	const struct options *o = j->options;
	xmlDoc *doc = report_load(j->input, j->name, j->diag);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	struct buf answer = {0};
	bool found = why(doc, o->why_by, o->why, &answer);
	xmlFreeDoc(doc);
	if (found)
		return job_dump(j, &answer);
	buf_free(&answer);
	diag(j->diag, DIAG_WHY_NOTHING, (struct pos){j->name, 0, 0}, "%s; look for what xml:id and t:src it has", o->why);
	return CLI_INPUT;
}
