/* SPDX-License-Identifier: MIT */
/* why.c - explain how the elements of a report document were recognised. */
#include "report/why.h"

#include "cli/commands.h"
#include "report/report_xml.h"

static const char *const names[] = {[WHY_LINE] = "line ", [WHY_ID] = "", [WHY_PAGE] = "page "};

enum cli_exit
why_run(struct job *j)
{
	const struct options *o = j->options;
	xmlDoc *doc = report_load(j->input, j->name, j->diag);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	struct buf answer = {0};
	bool found = why(doc, o->why_by, o->why, &answer);
	if (!found)
		why_advise(doc, o->why_by, &answer);
	xmlFreeDoc(doc);
	if (found)
		return job_dump(j, &answer);
	diag(j->diag, DIAG_WHY_NOTHING, (struct pos){j->name, 0, 0}, "%s%s; %s", names[o->why_by], o->why, answer.data);
	buf_free(&answer);
	return CLI_INPUT;
}
