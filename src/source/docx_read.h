/* SPDX-License-Identifier: MIT */
/*
 * docx_read.h - the reader of a Word document's text: its state, and what its files hand each other.
 * Needs: docx.h.  Owns: the buffers of open fields; docx_lines frees them.  Private to the docx files.
 */
#ifndef SOURCE_DOCX_READ_H
#define SOURCE_DOCX_READ_H

#include <libxml/hash.h>

#include "source/docx.h"

#define DOCX_GRID_MOST 64 /* columns of a table in which cells may go on below */

/* How the calls of one kind of notes are counted. */
struct docx_notes {
	const char *part, *element, *format; /* "footnotes", "footnote", "decimal" */
	int start, called;
	bool each_section, each_page;
};

struct reader {
	struct builder b;
	struct docx docx;
	uint32_t paragraphs;
	unsigned blank;              /* empty paragraphs since the last line */
	unsigned depth, tables;
	bool pages;                  /* the document says where pages end */
	/* the paragraph */
	bool in_row, row_head, flat; /* flat: rows are read as lines of text (mastheads) */
	unsigned tabs;               /* TABs due before the next text of the row */
	bool gap;                    /* a blank due before the next text of the cell */
	/* cells that go on below, by column */
	struct merged { size_t span; uint32_t line; uint16_t cell; } merged[DOCX_GRID_MOST];
	bool bold, italic;           /* marks that are open */
	enum docx_raised raised;
	const char *font;            /* of the run, where it draws signs */
	bool hidden;                 /* the paragraph's style says that its text is */
	const xmlNode *box[FORM_DEPTH]; /* text boxes met, read behind the paragraph */
	unsigned nbox;
	bool joined;                 /* the end of the paragraph before was deleted: its line goes on */
	/* fields: begin, instruction, separate, result, end */
	struct { struct buf code; bool result, link; } field[DOCX_FIELDS];
	unsigned nfield;
	/* notes */
	struct docx_notes footnotes, endnotes, all_footnotes, all_endnotes; /* all_: as the document says */
	const char *note;            /* label of the note being read */
	bool note_lead;              /* its own mark has not come yet, or is being passed */
	const char *typed_mark;      /* its mark, which the author typed: it stands before its text */
	struct call { const char *part, *label; int id; bool typed; } *call;
	size_t ncall, cap_call, cap_media;
	xmlHashTable *kept;          /* names of the pictures kept */
	bool failed;                 /* a picture is too large */
	bool custom_mark;            /* the call's mark follows as text */
};

/* docx_in.c */
/* A line of the paragraph is over; in a row a blank is due. */
void docx_line_break(struct reader *);
void docx_page_break(struct reader *);
/* The node inside an element that only wraps runs or blocks, or NULL. */
const xmlNode *docx_wrapped(const xmlNode *);

/* docx_run.c */
/* Put what is due before text or a picture: TABs of the row, the blank between paragraphs of a cell. */
void docx_put_due(struct reader *);
void docx_put(struct reader *, const char *s, size_t n);
/* The text of a node is left out, and counted. */
void docx_leave_out(struct reader *, const xmlNode *, enum omission);
/* Open and close the marks that a run's look begins or ends. */
void docx_look(struct reader *, bool bold, bool italic, enum docx_raised);
/* A paragraph's runs and what wraps them.  False after a report. */
bool docx_inlines(struct reader *, const xmlNode *parent);
/* The codes of fields end with the paragraph, whatever the document says: text behind them is text. */
void docx_end_codes(struct reader *);
/* One level of nesting more; false after a report. */
bool docx_deeper(struct reader *);
/* The notes begin to be counted anew. */
void docx_restart_notes(struct docx_notes *);

/* docx_formula.c: a formula's letters in a row, raised and lowered ones marked. */
void docx_formula(struct reader *, const xmlNode *);

/* docx_drawing.c: pictures are put, text boxes wait in r->box, the rest is reported. */
void docx_drawing(struct reader *, const xmlNode *);
/* Of the two forms of AlternateContent the newer one, where there is one; NULL for other nodes. */
const xmlNode *docx_alternate(const xmlNode *);

#endif
