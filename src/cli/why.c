/* SPDX-License-Identifier: MIT */
/* why.c - explain how the elements of a report document were recognised. */
#include "report/why.h"

#include "cli/commands.h"
#include "report/report_xml.h"

/* What to ask for instead. */
static const char *const advice[] = {
	[WHY_LINE] = "line %s; no word of the report comes from there: give a line of the draft that holds text",
	[WHY_ID] = "%s; give one of the xml:id in the document, such as para-2",
	[WHY_PAGE] = "page %s; give one of the pages whose pagebreak is in the document",
};

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
	diag(j->diag, DIAG_WHY_NOTHING, (struct pos){j->name, 0, 0}, "%s",
	     arena_printf(j->arena, advice[o->why_by], o->why));
	return CLI_INPUT;
}
