/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* strsignal */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/beside.h"
#include "batch/batch.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/limits.h"
#include "cli/looks.h"
#include "paint/paint.h"
#include "report/report_xml.h"
#include "xslt/xslt.h"

#define FAILED_SHOWN 20 /* inputs named at the end of a batch */

static const struct command {
	const char *name;
	enum cli_exit (*run)(struct job *);
	bool needs_output; /* -o must be given */
} commands[] = {
    {"convert", convert_run, true},
    {"transform", transform_run, true},
    {"typeset", typeset_run, true},
    {"check", check_run, false},
    {"extract", extract_run, true},
    {"why", why_run, false},
};

static const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/* What the names of two drafts' outputs may share: "a" and "a.akn" both write a.akn.xml. */
static struct span
shared_stem(const char *name)
{
	struct span stem = job_stem(name);
	size_t n = stem.n > 4 ? stem.n - 4 : 0;
	return span_is(span_sub(stem, n, stem.n), ".akn") ? span_sub(stem, 0, n) : stem;
}

static int
compare_stems(const void *a, const void *b)
{
	struct span x = shared_stem(*(const char *const *)a), y = shared_stem(*(const char *const *)b);
	int c = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);
	return c != 0 ? c : (x.n > y.n) - (x.n < y.n);
}

/* Two inputs whose outputs would take each other's place. */
static bool
same_outputs(const struct options *o, const char *two[2])
{
	const char **sorted = xcalloc(o->nfile, sizeof *sorted);
	bool found = false;
	memcpy(sorted, o->file, o->nfile * sizeof *sorted);
	qsort(sorted, o->nfile, sizeof *sorted, compare_stems);
	for (size_t i = 1; !found && i < o->nfile; i++) {
		two[0] = sorted[i - 1];
		two[1] = sorted[i];
		found = compare_stems(&two[0], &two[1]) == 0;
	}
	free(sorted);
	return found;
}

/* Commands that make every output, by stylesheets. */
static bool
makes_all(const struct command *c)
{
	return c->run == convert_run || c->run == transform_run;
}

/* What the option reader cannot see: operands and outputs that do not fit the command. */
static bool
options_fit(const struct command *c, const struct options *o, struct diag *d)
{
	const char *what = NULL, *two[2];
	bool to_stdout = o->out != NULL && strcmp(o->out, "-") == 0;
	if (o->nfile == 0)
		what = "no input; name a file, or - for standard input";
	else if (c->needs_output && o->out == NULL && o->dump == DUMP_NONE)
		what = "no -o; name where the output goes";
	else if (to_stdout && o->nfile > 1)
		what = "-o - takes one input";
	else if (to_stdout && makes_all(c) && (o->to & (o->to - 1)) != 0)
		what = "-o - takes one output; add --to xml, pdf, epub or akn";
	else if (c->run == typeset_run && o->nfile > 1)
		what = "typeset takes one FO file";
	else if (to_stdout && c->run == extract_run)
		what = "extract needs a folder";
	else if (c->run == why_run && o->why == NULL)
		what = "why needs one of --line, --id and --page";
	if (what != NULL) {
		diag(d, DIAG_USAGE, (struct pos){0}, "%s", what);
		return false;
	}
	if ((makes_all(c) || c->run == extract_run) && same_outputs(o, two)) {
		diag(d, DIAG_USAGE, (struct pos){0},
		     "%s and %s would have the same outputs; give them two runs and two folders", two[0], two[1]);
		return false;
	}
	return true;
}

/* What the workers of a batch are given. */
struct run {
	const struct command *command;
	const struct options *options;
	struct session session;
	struct beside *ready; /* what prepares the session; NULL = nobody yet */
};

/* On a terminal, when there are several inputs: which one it is; before messages the line is cleared. */
static void
progress(const struct options *o, size_t i, bool begins)
{
	if (o->nfile <= 1 || !isatty(STDERR_FILENO))
		return;
	if (begins)
		fprintf(stderr, "\r\033[K%zu/%zu %s", i + 1, o->nfile, o->file[i]);
	else
		fputs("\r\033[K", stderr);
}

/*
 * Compile what the outputs need while the first input of a process is read and recognised.  Whoever
 * uses it reports its faults.
 */
static void
prepare(void *run)
{
	const struct options *o = ((struct run *)run)->options;
	struct diag *unheard = diag_new();
	report_schema_load(unheard);
	if ((o->to & OUTPUT_PDF) != 0)
		xslt_load("report-to-fo", unheard);
	if ((o->to & (OUTPUT_AKN | OUTPUT_PDF)) != 0)
		xslt_load("report-to-akn", unheard);
	if ((o->to & OUTPUT_EPUB) != 0)
		xslt_load("report-to-xhtml", unheard);
	diag_free(unheard);
}

static int
run_input(void *context, size_t i)
{
	struct run *r = context;
	const struct options *o = r->options;
	struct job job;
	progress(o, i, true);
	limits_begin(o->file[i], o);
	if (r->ready == NULL && makes_all(r->command) && o->dump == DUMP_NONE)
		r->ready = beside_start(prepare, r);
	bool read = job_open(&job, &r->session, o->file[i]);
	enum cli_exit status = read ? r->command->run(&job) : job_failure(&job, CLI_INPUT);
	progress(o, i, false);
	return (int)job_close(&job, status);
}

static void
end_session(void *context)
{
	struct run *r = context;
	beside_join(r->ready);
	fontset_free(r->session.fonts);
	arena_free(r->session.arena);
}

/* A crash is a fault of ours, but one that the input brought about. */
static int
input_lost(void *context, size_t i, int signal)
{
	const struct run *r = context;
	struct diag *d = diag_new();
	progress(r->options, i, false);
	diag(d, DIAG_INPUT_LOST, (struct pos){r->options->file[i], 0, 0},
	     "signal %d (%s); the other inputs were not touched", signal, strsignal(signal));
	diag_print_all(d, r->options->json_messages, 0, stderr);
	diag_free(d);
	return CLI_INPUT;
}

/* Of several inputs, those that gave nothing: their messages may be pages above. */
static void
report_failed(const struct options *o, const unsigned char *status, struct diag *d)
{
	struct buf names = {0};
	size_t n = 0;
	for (size_t i = 0; o->nfile > 1 && i < o->nfile; i++) {
		if (status[i] < CLI_INPUT)
			continue;
		if (n++ < FAILED_SHOWN)
			buf_printf(&names, "%s%s", n > 1 ? ", " : "", o->file[i]);
	}
	if (n > FAILED_SHOWN)
		buf_printf(&names, " and %zu more", n - FAILED_SHOWN);
	if (n > 0)
		diag(d, DIAG_INPUTS_FAILED, (struct pos){0}, "%zu of %zu: %s", n, o->nfile, names.data);
	buf_free(&names);
}

static enum cli_exit
run_all(const struct command *c, const struct options *o, struct diag *d)
{
	struct run run = {.command = c, .options = o, .session = {.options = o}};
	unsigned workers = o->dump != DUMP_NONE ? 1 : o->nfile < o->jobs ? (unsigned)o->nfile : o->jobs;
	struct batch batch = {.n = o->nfile, .workers = workers, .work = run_input,
	                      .end = end_session, .lost = input_lost, .context = &run};
	unsigned char *status = xcalloc(o->nfile, 1);
	enum cli_exit worst = (enum cli_exit)batch_run(&batch, status);
	report_failed(o, status, d);
	free(status);
	return worst;
}

/* What is asked for instead of work: the text to print, or NULL. */
static const char *
information(int argc, char **argv)
{
	if (argc >= 2 && strcmp(argv[1], "--version") == 0)
		return "rapporteur " RAPPORTEUR_VERSION "\n";
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return help_text;
	return NULL;
}

/* Whether messages are wanted in JSON, known also when the command line is not understood. */
static bool
wants_json(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--messages=json") == 0 ||
		    (strcmp(argv[i], "--messages") == 0 && i + 1 < argc && strcmp(argv[i + 1], "json") == 0))
			return true;
	return false;
}

int
cli_main(int argc, char **argv)
{
	enum cli_exit status = CLI_USAGE;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct options o = {0};
	const char *text = information(argc, argv);
	const struct command *c = argc >= 2 ? command_find(argv[1]) : NULL;
	if (text != NULL)
		status = file_write("-", span_of(text), d) ? CLI_OK : CLI_OUTPUT;
	else if (c == NULL)
		diag(d, DIAG_USAGE, (struct pos){0}, "%s; see rapporteur --help",
		     argc >= 2 ? "no such command" : "no command");
	else if (options_read(a, argc - 1, argv + 1, &o, d) && options_fit(c, &o, d) &&
	         (!makes_all(c) || looks_fit(a, &o, d))) {
		limits_set(&o);
		paint_start();
		xmlInitParser();
		status = run_all(c, &o, d);
	}
	diag_print_all(d, wants_json(argc, argv), o.messages, stderr);
	diag_free(d);
	arena_free(a);
	return (int)status;
}
