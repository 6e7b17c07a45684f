/* SPDX-License-Identifier: MIT */
/* convert.c - a draft to all outputs. */
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "recognise/fixes.h"
#include "report/report_ask.h"
#include "report/report_xml.h"

/* What --dump shows before the XML exists; false = nothing shown, go on. */
static bool
dump_early(struct job *j, const struct draft *draft, const struct report *report)
{
	struct buf b = {0};
	if (j->options->dump == DUMP_LINES)
		source_dump(draft, &b);
	else if (j->options->dump == DUMP_REPORT && report != NULL)
		report_dump(report, &b);
	else
		return false;
	file_write("-", buf_span(&b), j->diag);
	buf_free(&b);
	return true;
}

/* The XML, read back and compared with the tree, then everything made from it. */
static enum cli_exit
convert_report(struct job *j, struct report *report, struct account *account)
{
	struct buf b = {0};
	report_write(report, &b);
	struct span xml = {arena_strndup(j->arena, b.data, b.n), b.n};
	buf_free(&b);
	job_lap(j, STAGE_REPORT);
	enum cli_exit status = CLI_INPUT;
	xmlDoc *doc = job_report(j, xml);
	if (doc == NULL)
		goto out;
	struct buf text = {0};
	report_doc_text(doc, &text);
	bool same = account_output(account, "xml", buf_span(&text), false, j->diag);
	buf_free(&text);
	job_lap(j, STAGE_ACCOUNT);
	status = same ? job_outputs(j, doc, xml, account) : CLI_ACCOUNT;
out:
	xmlFreeDoc(doc);
	return status;
}

/* The editor's corrections beside the draft: NAME.fixes for NAME.txt.  NULL when there are none. */
static struct fixes *
convert_fixes(struct job *j)
{
	const char *dot = strrchr(j->name, '.'), *slash = strrchr(j->name, '/');
	size_t stem = dot != NULL && (slash == NULL || dot > slash + 1) ? (size_t)(dot - j->name) : strlen(j->name);
	const char *path = arena_printf(j->arena, "%.*s.fixes", (int)stem, j->name);
	struct span text;
	if (strcmp(j->name, "-") == 0 || access(path, F_OK) != 0 || !file_read(j->arena, path, &text, j->diag))
		return NULL;
	return fixes_read(j->arena, path, text, j->diag);
}

enum cli_exit
convert_run(struct job *j)
{
	const struct options *o = j->options;
	struct span bytes;
	if (!file_read(j->arena, j->name, &bytes, j->diag))
		return job_failure(j, CLI_INPUT);
	struct draft *draft = source_read(j->arena, j->name, bytes, o->form, j->diag);
	job_lap(j, STAGE_SOURCE);
	if (draft == NULL)
		return job_failure(j, CLI_INPUT);
	if (dump_early(j, draft, NULL))
		return CLI_OK;
	struct account *account = account_new(j->arena);
	struct recognise_options how = o->recognise;
	how.fixes = convert_fixes(j);
	struct report *report = recognise(j->arena, draft, &how, account, j->diag);
	job_lap(j, STAGE_RECOGNISE);
	if (report == NULL)
		return job_failure(j, CLI_INPUT);
	if (dump_early(j, draft, report))
		return CLI_OK;
	if (!account_close(account, report, j->diag))
		return CLI_ACCOUNT;
	job_lap(j, STAGE_ACCOUNT);
	enum cli_exit status = convert_report(j, report, account);
	if (status != CLI_OK || o->dump != DUMP_NONE)
		return status;
	if (strcmp(o->out, "-") != 0) {
		struct buf json = {0};
		account_json(account, &json);
		job_output(j, ".account.json", (struct span){arena_strndup(j->arena, json.data, json.n), json.n});
		buf_free(&json);
	}
	return job_write(j);
}
