/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* clock_gettime */
#include "cli/job.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "recognise/dict.h"
#include "report/report_xml.h"
#include "report/terms.h"

static const char *const stage_names[STAGES] = {
    [STAGE_SOURCE] = "source", [STAGE_RECOGNISE] = "recognise", [STAGE_REPORT] = "report",
    [STAGE_ACCOUNT] = "account", [STAGE_AKN] = "akn", [STAGE_FO] = "fo", [STAGE_LAYOUT] = "layout",
    [STAGE_PAINT] = "paint", [STAGE_PDF] = "pdf", [STAGE_EPUB] = "epub", [STAGE_WRITE] = "write",
};

static double
now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

bool
job_open(struct job *j, struct session *session, const char *name)
{
	*j = (struct job){.session = session, .options = session->options, .name = name,
	                  .arena = arena_new(), .diag = diag_new(), .started = now()};
	diag_about(j->diag, name);
	return file_read(j->arena, name, &j->input, j->diag);
}

void
job_part(struct job *part, const struct job *j)
{
	*part = (struct job){.session = j->session, .options = j->options, .name = j->name,
	                     .arena = arena_new(), .diag = diag_new(), .pictures = j->pictures, .started = now()};
}

static void
free_part(void *arena)
{
	arena_free(arena);
}

void
job_take(struct job *j, struct job *part, bool messages)
{
	if (messages)
		diag_add(j->diag, part->diag);
	diag_free(part->diag);
	for (int i = 0; i < STAGES; i++)
		j->seconds[i] += part->seconds[i];
	arena_defer(j->arena, free_part, part->arena);
	job_start(j);
}

void
job_start(struct job *j)
{
	j->started = now();
}

void
job_lap(struct job *j, enum stage stage)
{
	double t = now();
	j->seconds[stage] += t - j->started;
	j->started = t;
}

static void
print_timings(const struct job *j)
{
	double sum = 0;
	for (int i = 0; i < STAGES; i++) {
		sum += j->seconds[i];
		if (j->seconds[i] > 0)
			fprintf(stderr, "%-10s %8.2f ms\n", stage_names[i], j->seconds[i] * 1e3);
	}
	fprintf(stderr, "%-10s %8.2f ms\n", "sum", sum * 1e3);
}

enum cli_exit
job_close(struct job *j, enum cli_exit status)
{
	const struct options *o = j->options;
	diag_print_all(j->diag, o->json_messages, o->messages, stderr);
	if (status == CLI_OK && diag_count_from(j->diag, o->level) > 0)
		status = CLI_DIAGNOSED;
	if (o->timings)
		print_timings(j);
	diag_free(j->diag);
	arena_free(j->arena);
	return status;
}

enum cli_exit
job_failure(const struct job *j, enum cli_exit otherwise)
{
	for (size_t i = 0; i < diag_count(j->diag); i++)
		if (strncmp(diag_id(diag_at(j->diag, i)->code), "LIMIT-", 6) == 0)
			return CLI_LIMIT;
	return otherwise;
}

struct span
job_stem(const char *name)
{
	if (strcmp(name, "-") == 0)
		return SPAN_LIT("stdin");
	const char *slash = strrchr(name, '/');
	const char *base = slash ? slash + 1 : name;
	const char *dot = strrchr(base, '.');
	return (struct span){base, dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base)};
}

struct span
job_keep(struct job *j, struct buf *b)
{
	struct span s = buf_span(b);
	arena_defer(j->arena, free, b->data);
	*b = (struct buf){0};
	return s;
}

enum cli_exit
job_dump(struct job *j, struct buf *b)
{
	bool ok = file_write("-", buf_span(b), j->diag);
	buf_free(b);
	return ok ? CLI_OK : CLI_OUTPUT;
}

void
job_output_to(struct job *j, const char *path, struct span bytes)
{
	*VEC_PUSH(j->arena, j->output, j->noutput, j->cap_output) = (struct file_output){path, bytes};
}

void
job_output(struct job *j, const char *suffix, struct span bytes)
{
	const char *out = j->options->out;
	struct span stem = job_stem(j->name);
	if (strcmp(out, "-") != 0)
		out = arena_printf(j->arena, "%s/%.*s%s", out, (int)stem.n, stem.s, suffix);
	job_output_to(j, out, bytes);
}

/* An output that would take the place of the input with other bytes, or NULL. */
static const char *
over_input(const struct job *j)
{
	struct stat in, out;
	if (strcmp(j->name, "-") == 0 || stat(j->name, &in) != 0 || !S_ISREG(in.st_mode))
		return NULL;
	for (size_t i = 0; i < j->noutput; i++)
		if (stat(j->output[i].path, &out) == 0 && out.st_dev == in.st_dev && out.st_ino == in.st_ino &&
		    !span_eq(j->output[i].bytes, j->input))
			return j->output[i].path;
	return NULL;
}

enum cli_exit
job_write(struct job *j)
{
	const char *over = over_input(j);
	if (over != NULL)
		diag(j->diag, DIAG_CANNOT_WRITE, (struct pos){over, 0, 0}, "it is the input; choose another -o");
	bool ok = over == NULL && files_write(j->output, j->noutput, j->diag);
	job_lap(j, STAGE_WRITE);
	return ok ? CLI_OK : CLI_OUTPUT;
}

/* The words that the typesetter keeps with a figure, for the languages that have terms. */
static bool
keep_words(struct arena *a, const char *lang, struct keep_words *out, struct diag *d)
{
	char two[3] = {lang[0], lang[0] != '\0' ? lang[1] : '\0', '\0'};
	if (strchr(two, '.') != NULL || strchr(two, '/') != NULL ||
	    data_path(a, arena_printf(a, "stylesheets/terms/%s.xml", two)) == NULL)
		return false;
	const struct terms *t = terms_load(a, two, d);
	if (t == NULL)
		return false;
	out->before = terms_list(t, "keep.before-figure", &out->nbefore);
	out->after = terms_list(t, "keep.after-figure", &out->nafter);
	out->between = terms_list(t, "keep.between", &out->nbetween);
	return true;
}

struct fontset *
job_fonts(struct job *j)
{
	if (j->session->fonts == NULL) {
		j->session->fonts = fontset_open(j->diag);
		if (j->session->fonts != NULL)
			fontset_keep_with(j->session->fonts, keep_words);
	}
	return j->session->fonts;
}

struct dicts *
job_dicts(struct job *j)
{
	struct session *s = j->session;
	if (s->arena == NULL) {
		s->arena = arena_new();
		s->dicts = dicts_new(s->arena);
	}
	return s->dicts;
}

xmlDoc *
job_report(struct job *j, struct span xml)
{
	xmlDoc *doc = report_load(xml, j->name, j->diag);
	if (doc != NULL && !report_validate(doc, j->name, j->diag)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	return doc;
}
