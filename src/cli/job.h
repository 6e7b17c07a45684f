/* SPDX-License-Identifier: MIT */
/*
 * job.h - one input on its way through the stages, and what all commands share.
 * Needs: every room.  Owns: a job owns its arena, its messages and its outputs; the fonts and the
 * options belong to the caller and outlive it.
 */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include <libxml/tree.h>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "fo/fo.h"
#include "layout/font.h"
#include "layout/pages.h"
#include "pdf/pdf.h"
#include "recognise/account.h"

/* What lives as long as the process: opened when first needed. */
struct session {
	const struct options *options;
	struct fontset *fonts;
	struct arena *arena;   /* of the dictionaries */
	struct dicts *dicts;
};

/* Stages whose time --timings prints, in order. */
enum stage {
	STAGE_SOURCE, STAGE_RECOGNISE, STAGE_REPORT, STAGE_ACCOUNT, STAGE_AKN, STAGE_FO, STAGE_LAYOUT,
	STAGE_PAINT, STAGE_PDF, STAGE_EPUB, STAGE_WRITE, STAGES
};

struct job {
	struct session *session;
	const struct options *options;
	const char *name;         /* the input as the user named it */
	struct span input;        /* its bytes */
	struct arena *arena;
	struct diag *diag;
	struct file_output *output; /* what will be written at the end */
	size_t noutput, cap_output;
	struct pictures pictures; /* that the report brings along */
	double seconds[STAGES];
	double started;           /* of the stage that runs */
};

/* Begin and read the input; false after a report.  Either way job_close ends it. */
bool job_open(struct job *, struct session *, const char *name);
/* Print the messages and the timings, free everything; the job's part of the exit status. */
enum cli_exit job_close(struct job *, enum cli_exit);

/* A part of a job that goes on beside it: with memory, messages and times of its own. */
void job_part(struct job *part, const struct job *);
/* Take over what a part has, its messages only if wanted; the part is gone. */
void job_take(struct job *, struct job *part, bool messages);

/* Charge the time since the last call of one of these to a stage, or to none. */
void job_start(struct job *);
void job_lap(struct job *, enum stage);

/* The exit status for a failed stage: CLI_LIMIT when a limit was reported, else otherwise. */
enum cli_exit job_failure(const struct job *, enum cli_exit otherwise);

/* The name of an input without folders and last extension: what its outputs are called. */
struct span job_stem(const char *name);

/* The bytes of a buffer, moved into the job's arena. */
struct span job_keep(struct job *, struct buf *);

/* Print a dump to standard output and free it. */
enum cli_exit job_dump(struct job *, struct buf *);

/* Add a file to what will be written. */
void job_output_to(struct job *, const char *path, struct span bytes);
/* The same for the name of the input, then suffix, in the output folder (or standard output). */
void job_output(struct job *, const char *suffix, struct span bytes);
/*
 * Find the pictures of the figures, report those that cannot be used with their line of the draft,
 * and name the others as they will stand beside the report document.
 */
void job_pictures(struct job *, const struct draft *, struct report *);
/* Take the pictures of a report document along, where its outputs go to another folder. */
void job_report_pictures(struct job *, const xmlDoc *report);
/* Add them to what will be written. */
void job_output_pictures(struct job *);
/* Write all outputs or none; the input is not overwritten. */
enum cli_exit job_write(struct job *);

/* The fonts, opened on the first call; NULL after a report. */
struct fontset *job_fonts(struct job *);

/* The dictionaries of the session, for drafts in any language. */
struct dicts *job_dicts(struct job *);

/* Parse, validate and return a report document; NULL after a report.  The caller frees it. */
xmlDoc *job_report(struct job *, struct span xml);

/*
 * From a report document to the outputs of options->to; it is validated, they are checked against its text.
 * xml is the document as bytes; account receives the comparisons (NULL: no draft is behind the document).
 */
enum cli_exit job_outputs(struct job *, xmlDoc *report, struct span xml, struct account *account);

/* Read FO, reporting what the profile does not take; NULL after a report.  The document may go. */
struct fo_tree *job_fo(struct job *, xmlDoc *fo);
/* Finished pages of it; NULL after a report. */
struct pages *job_pages(struct job *, const struct fo_tree *);

/* --dump=pages or --faults to standard output. */
enum cli_exit job_dump_pages(struct job *, const struct pages *);

/* Draw and finish the pages; *out is in the job's arena. */
enum cli_exit job_pdf(struct job *, const struct pages *, const struct pdf_attachment *, size_t n,
                      const struct pdf_info *, struct span *out);

#endif
