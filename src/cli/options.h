/* SPDX-License-Identifier: MIT */
/*
 * options.h - what the user asked for, the same for every command.
 * Needs: base, recognise.h for settings.  Owns: strings are borrowed from argv or in the arena.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "recognise/recognise.h"
#include "report/why.h"
#include "source/source.h"

/* Outputs, as bits of options.to. */
enum output { OUTPUT_XML = 1, OUTPUT_PDF = 2, OUTPUT_EPUB = 4, OUTPUT_AKN = 8 };
#define OUTPUT_ALL (OUTPUT_XML | OUTPUT_PDF | OUTPUT_EPUB | OUTPUT_AKN)

/* Stages that --dump can show, and the list of --faults; DUMP_NONE = convert as usual. */
enum dump { DUMP_NONE, DUMP_LINES, DUMP_BLOCKS, DUMP_REPORT, DUMP_FO, DUMP_PAGES, DUMP_FAULTS,
            DUMP_FAULTS_TEXT };

struct options {
	const char *command;
	const char *out;          /* -o: folder, file or "-" */
	unsigned to;              /* --to */
	enum dump dump;           /* --dump */
	enum source_form form;    /* --form */
	enum diag_level level;    /* -W: least level that makes the exit status 1 */
	bool json_messages;       /* --messages=json */
	bool timings;             /* --timings */
	const char *style;        /* --style: house look, "un" or "book" */
	const char *why;          /* --line, --id, --page: the place asked for, NULL = none */
	enum why_by why_by;       /* which of them */
	unsigned seconds, megabytes;  /* --max-seconds, --max-memory */
	unsigned messages;        /* --max-messages: most of an ID for one input, 0 = all */
	unsigned jobs;            /* --jobs: inputs at work at a time, from 1 */
	struct recognise_options recognise; /* --lang, --symbol, --date, --set */
	const char **file;        /* the operands */
	size_t nfile;
};

/*
 * Read argv after the command's name.  False after a report (USAGE).  Options and operands may
 * be mixed; "--" ends the options.
 */
bool options_read(struct arena *, int argc, char **argv, struct options *, struct diag *);

#endif
