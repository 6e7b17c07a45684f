/* SPDX-License-Identifier: MIT */
/* check.c - is this report document valid, is this PDF what an accessible one promises? */
#include <string.h>

#include "cli/commands.h"
#include "pdf/check.h"
#include "pdf/extract.h"
#include "pdf/text.h"
#include "report/report_ask.h"

/* The report document that a PDF of ours carries says the same as its pages. */
static bool
check_pdf_text(struct job *j)
{
	struct pdf_file *file;
	size_t n;
	if (!pdf_extract(j->arena, j->input, j->name, &file, &n, j->diag))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(file[i].name, "report.xml") != 0)
			continue;
		xmlDoc *doc = job_report(j, file[i].bytes);
		struct buf text = {0};
		bool same = doc != NULL && pdf_text(j->input, j->name, &text, j->diag) &&
		            report_same_text(doc, "pdf", buf_span(&text), j->diag);
		buf_free(&text);
		xmlFreeDoc(doc);
		return same;
	}
	return true;
}

enum cli_exit
check_run(struct job *j)
{
	if (span_starts(j->input, "%PDF-"))
		return pdf_check(j->input, j->name, j->diag) && check_pdf_text(j) ? CLI_OK : job_failure(j, CLI_INPUT);
	xmlDoc *doc = job_report(j, j->input);
	job_lap(j, STAGE_REPORT);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	xmlFreeDoc(doc);
	return CLI_OK;
}
