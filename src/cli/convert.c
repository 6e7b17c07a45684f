/* SPDX-License-Identifier: MIT */
/* convert.c - a draft to all outputs. */
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "recognise/fixes.h"
#include "report/report_ask.h"
#include "report/report_xml.h"

static enum cli_exit
dump_lines(struct job *j, const struct draft *draft)
{
	struct buf b = {0};
	source_dump(draft, &b);
	return job_dump(j, &b);
}

static enum cli_exit
dump_blocks(struct job *j, const struct draft *draft, const struct recognise_options *how)
{
	struct buf b = {0};
	const struct recognised *found = recognise_structure(j->arena, draft, how, j->diag);
	if (found == NULL)
		return job_failure(j, CLI_INPUT);
	blocks_dump(found, &b);
	return job_dump(j, &b);
}

static enum cli_exit
dump_report(struct job *j, const struct report *report)
{
	struct buf b = {0};
	report_dump(report, &b);
	return job_dump(j, &b);
}

/* The XML, read back and compared with the tree, then everything made from it. */
static enum cli_exit
convert_report(struct job *j, struct report *report, struct account *account)
{
	struct buf b = {0};
	report_write(report, &b);
	struct span xml = job_keep(j, &b);
	job_lap(j, STAGE_REPORT);
	xmlDoc *doc = report_load_made(xml, j->name, j->diag);
	if (doc == NULL)
		return job_failure(j, CLI_INPUT);
	struct buf text = {0};
	report_doc_text(doc, &text);
	bool same = account_output(account, "xml", buf_span(&text), false, j->diag);
	buf_free(&text);
	job_lap(j, STAGE_ACCOUNT);
	enum cli_exit status = same ? job_outputs(j, doc, xml, account) : CLI_ACCOUNT;
	xmlFreeDoc(doc);
	return status;
}

/* The editor's corrections beside the draft: NAME.fixes for NAME.txt, if any.  False where they cannot be read. */
static bool
convert_fixes(struct job *j, struct fixes **out)
{
	*out = NULL;
	if (strcmp(j->name, "-") == 0)
		return true;
	struct span stem = job_stem(j->name), text;
	const char *path = arena_printf(j->arena, "%.*s.fixes", (int)(stem.s + stem.n - j->name), j->name);
	if (access(path, F_OK) != 0)
		return true;
	if (!file_read(j->arena, path, &text, j->diag))
		return false;
	*out = fixes_read(j->arena, path, text, j->diag);
	return true;
}

enum cli_exit
convert_run(struct job *j)
{
	const struct options *o = j->options;
	struct draft *draft = source_read(j->arena, j->name, j->input, o->form, j->diag);
	job_lap(j, STAGE_SOURCE);
	if (draft == NULL)
		return job_failure(j, CLI_INPUT);
	if (o->dump == DUMP_LINES)
		return dump_lines(j, draft);
	struct account *account = account_new(j->arena);
	struct recognise_options how = o->recognise;
	if (!convert_fixes(j, &how.fixes))
		return job_failure(j, CLI_INPUT);
	how.dicts = job_dicts(j);
	if (o->dump == DUMP_BLOCKS)
		return dump_blocks(j, draft, &how);
	struct report *report = recognise(j->arena, draft, &how, account, j->diag);
	job_lap(j, STAGE_RECOGNISE);
	if (report == NULL)
		return job_failure(j, CLI_INPUT);
	if (o->dump == DUMP_REPORT)
		return dump_report(j, report);
	if (!account_close(account, report, j->diag))
		return CLI_ACCOUNT;
	job_pictures(j, draft, report);
	job_lap(j, STAGE_ACCOUNT);
	enum cli_exit status = convert_report(j, report, account);
	if (status != CLI_OK || o->dump != DUMP_NONE)
		return status;
	if (strcmp(o->out, "-") != 0) {
		struct buf json = {0};
		account_json(account, &json);
		job_output(j, ".account.json", job_keep(j, &json));
	}
	return job_write(j);
}
