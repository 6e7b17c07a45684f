/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* getopt_long */
#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "recognise/language.h"
#include "recognise/symbol.h"

enum {
	OPT_TO = 256, OPT_LANG, OPT_SYMBOL, OPT_DATE, OPT_SET, OPT_DUMP, OPT_FORM, OPT_MESSAGES,
	OPT_TIMINGS, OPT_STYLE, OPT_LINE, OPT_ID, OPT_PAGE, OPT_SECONDS, OPT_MEMORY,
	OPT_FAULTS, OPT_MOST
};

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"to", required_argument, NULL, OPT_TO},
    {"lang", required_argument, NULL, OPT_LANG},
    {"symbol", required_argument, NULL, OPT_SYMBOL},
    {"date", required_argument, NULL, OPT_DATE},
    {"set", required_argument, NULL, OPT_SET},
    {"dump", required_argument, NULL, OPT_DUMP},
    {"faults", required_argument, NULL, OPT_FAULTS},
    {"form", required_argument, NULL, OPT_FORM},
    {"messages", required_argument, NULL, OPT_MESSAGES},
    {"timings", no_argument, NULL, OPT_TIMINGS},
    {"style", required_argument, NULL, OPT_STYLE},
    {"line", required_argument, NULL, OPT_LINE},
    {"id", required_argument, NULL, OPT_ID},
    {"page", required_argument, NULL, OPT_PAGE},
    {"max-seconds", required_argument, NULL, OPT_SECONDS},
    {"max-memory", required_argument, NULL, OPT_MEMORY},
    {"max-messages", required_argument, NULL, OPT_MOST},
    {"jobs", required_argument, NULL, 'j'},
    {NULL, 0, NULL, 0},
};

static const char *const output_names[] = {"xml", "pdf", "epub", "akn"};
static const char *const dump_names[] = {"", "lines", "blocks", "report", "fo", "pages"};

static bool
usage(struct diag *d, const char *what, const char *value, const char *hint)
{
	diag(d, DIAG_USAGE, (struct pos){0}, "%s \"%s\"; %s", what, value, hint);
	return false;
}

/* Position of a name in a list, or -1. */
static int
name_in(const char *const *names, size_t count, const char *s, size_t n)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(names[i]) == n && memcmp(names[i], s, n) == 0)
			return (int)i;
	return -1;
}

static bool
read_to(struct options *o, const char *list, struct diag *d)
{
	o->to = 0;
	for (const char *s = list; ; s++) {
		size_t n = strcspn(s, ",");
		int k = name_in(output_names, 4, s, n);
		if (k < 0)
			return usage(d, "unknown output in --to", list, "choose from xml, pdf, epub, akn");
		o->to |= 1u << k;
		s += n;
		if (*s == '\0')
			return true;
	}
}

static bool
read_set(struct arena *a, struct options *o, const char *arg, struct diag *d)
{
	const char *eq = strchr(arg, '=');
	if (eq == NULL || eq == arg)
		return usage(d, "cannot read --set", arg, "write --set KEY=VALUE");
	struct recognise_options *r = &o->recognise;
	for (size_t i = 0; i < r->nset; i++)
		if (span_is((struct span){arg, (size_t)(eq - arg)}, r->set[i].key))
			return usage(d, "given twice in --set", r->set[i].key, "give it once");
	struct setting *v = ARENA_ARRAY(a, struct setting, r->nset + 1);
	if (r->nset > 0)
		memcpy(v, r->set, r->nset * sizeof *v);
	v[r->nset] = (struct setting){arena_strndup(a, arg, (size_t)(eq - arg)), eq + 1};
	r->set = v;
	r->nset++;
	return true;
}

static bool
read_count(const char *arg, unsigned *out, const char *what, struct diag *d)
{
	char *end;
	unsigned long n = strtoul(arg, &end, 10);
	if (arg[0] < '0' || arg[0] > '9' || *end != '\0' || n > 1000000)
		return usage(d, what, arg, "give a whole number");
	*out = (unsigned)n;
	return true;
}

/* Workers: as many as were asked for or, for 0, as there are processors. */
static bool
read_jobs(const char *arg, unsigned *out, struct diag *d)
{
	if (!read_count(arg, out, "cannot read --jobs", d))
		return false;
	if (*out > 256)
		return usage(d, "too many in --jobs", arg, "256 are the most");
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	if (*out == 0)
		*out = processors > 0 && processors < 256 ? (unsigned)processors : 1;
	return true;
}

/* --messages takes one word so far. */
static bool
read_json(const char *arg, bool *out, const char *what, struct diag *d)
{
	if (strcmp(arg, "json") != 0)
		return usage(d, what, arg, "the only form is json");
	*out = true;
	return true;
}

static bool
read_level(struct options *o, const char *arg, struct diag *d)
{
	int k = diag_level_find(arg);
	if (k < 0)
		return usage(d, "unknown level", arg, "choose warning, error, unsupported or fatal");
	o->level = (enum diag_level)k;
	return true;
}

static bool
read_dump(struct options *o, const char *arg, struct diag *d)
{
	int k = name_in(dump_names, sizeof dump_names / sizeof *dump_names, arg, strlen(arg));
	if (k <= 0)
		return usage(d, "unknown stage in --dump", arg, "choose lines, blocks, report, fo or pages");
	o->dump = (enum dump)k;
	return true;
}

static bool
read_faults(struct options *o, const char *arg, struct diag *d)
{
	bool json = strcmp(arg, "json") == 0;
	o->dump = json ? DUMP_FAULTS : DUMP_FAULTS_TEXT;
	return json || strcmp(arg, "text") == 0 || usage(d, "unknown form in --faults", arg, "choose json or text");
}

static bool
read_form(struct options *o, const char *arg, struct diag *d)
{
	o->form = source_form_find(arg);
	return o->form != SOURCE_FORMS ||
	       usage(d, "unknown form", arg,
	             "choose page-double, page-single, page-layout, markdown, html, docx or pdf");
}

/* Without a name the outputs would go to the root of all folders. */
static bool
read_out(struct options *o, const char *arg, struct diag *d)
{
	o->out = arg;
	return arg[0] != '\0' || usage(d, "no name in -o", arg, "name where the output goes; . is this folder");
}

/* A whole symbol, which stars of a reissue may follow. */
static bool
read_symbol(struct options *o, const char *arg, struct diag *d)
{
	size_t end = symbol_scan(span_of(arg), 0);
	o->recognise.symbol = arg;
	return (end > 0 && arg[end + strspn(arg + end, "*")] == '\0') ||
	       usage(d, "no document symbol in --symbol", arg, "write it as A/77/275");
}

static bool
read_lang(struct options *o, const char *arg, struct diag *d)
{
	o->recognise.lang = arg;
	return language_is_known(span_of(arg)) ||
	       usage(d, "unknown language", arg, "choose ar, zh, en, fr, ru or es");
}

static bool
read_date(struct options *o, const char *arg, struct diag *d)
{
	o->recognise.date = arg;
	return span_is_date(span_of(arg)) || usage(d, "cannot read --date", arg, "write YYYY-MM-DD");
}

static bool
read_why(struct options *o, enum why_by by, const char *arg, struct diag *d)
{
	if (o->why != NULL)
		return usage(d, "one place too many", arg, "give one of --line, --id and --page");
	o->why = arg;
	o->why_by = by;
	return by != WHY_LINE || read_count(arg, &(unsigned){0}, "cannot read --line", d);
}

static bool
read_option(struct arena *a, struct options *o, int opt, const char *arg, struct diag *d)
{
	switch (opt) {
	case 'o': return read_out(o, arg, d);
	case 'W': return read_level(o, arg, d);
	case OPT_TO: return read_to(o, arg, d);
	case OPT_LANG: return read_lang(o, arg, d);
	case OPT_SYMBOL: return read_symbol(o, arg, d);
	case OPT_DATE: return read_date(o, arg, d);
	case OPT_SET: return read_set(a, o, arg, d);
	case OPT_DUMP: return read_dump(o, arg, d);
	case OPT_FAULTS: return read_faults(o, arg, d);
	case OPT_FORM: return read_form(o, arg, d);
	case OPT_MESSAGES: return read_json(arg, &o->json_messages, "cannot read --messages", d);
	case OPT_TIMINGS: o->timings = true; return true;
	case OPT_STYLE: o->style = arg; return true;
	case OPT_LINE: return read_why(o, WHY_LINE, arg, d);
	case OPT_ID: return read_why(o, WHY_ID, arg, d);
	case OPT_PAGE: return read_why(o, WHY_PAGE, arg, d);
	case OPT_SECONDS: return read_count(arg, &o->seconds, "cannot read --max-seconds", d);
	case OPT_MOST: return read_count(arg, &o->messages, "cannot read --max-messages", d);
	case 'j': return read_jobs(arg, &o->jobs, d);
	case OPT_MEMORY: return read_count(arg, &o->megabytes, "cannot read --max-memory", d);
	default: return false;
	}
}

bool
options_read(struct arena *a, int argc, char **argv, struct options *o, struct diag *d)
{
	*o = (struct options){.command = argv[0], .to = OUTPUT_ALL, .form = SOURCE_AUTO,
	                      .level = DIAG_ERROR, .style = "un", .seconds = 300, .megabytes = 4096,
	                      .messages = 50, .jobs = 1};
	o->file = ARENA_ARRAY(a, const char *, (size_t)argc);
	opterr = 0;
	optind = 1;
	int opt;
	while ((opt = getopt_long(argc, argv, ":o:W:j:", long_options, NULL)) != -1) {
		const char *word = argv[optind - 1];
		if (opt == '?')
			return usage(d, "unknown option", optopt > 0 && optopt < OPT_TO ? arena_printf(a, "-%c", optopt) : word,
			    "see rapporteur --help");
		if (opt == ':')
			return usage(d, "no value for", word, "see rapporteur --help");
		if (!read_option(a, o, opt, optarg, d))
			return false;
	}
	for (int i = optind; i < argc; i++)
		o->file[o->nfile++] = argv[i];
	return true;
}
