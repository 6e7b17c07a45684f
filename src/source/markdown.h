/* SPDX-License-Identifier: MIT */
/*
 * markdown.h - the reader of Markdown, shared between its blocks and the HTML inside them.
 * Needs: forms.h.  Private to markdown.c and markdown_html.c.
 */
#ifndef SOURCE_MARKDOWN_H
#define SOURCE_MARKDOWN_H

#include "source/forms.h"

struct reader {
	struct builder b;
	const struct traced *in;
	const char *shadow;          /* what md4c reads: in->s with the brackets of notes covered */
	uint32_t next;               /* byte of the decoded input behind the last piece */
	unsigned depth, items, quotes, tables, heading;
	bool ordered[FORM_DEPTH];    /* per list level */
	bool item_opens;             /* the next text is the first of a list item */
	bool block_opens;            /* the next text is the first of a paragraph */
	bool in_row, row_head;
	unsigned cells;              /* cells of the row so far */
	unsigned span, tabs;         /* columns of this cell; TABs due before its text */
	bool gap;                    /* a paragraph ended inside a cell: a blank before the next text */
	bool code;
	const char *note;            /* label of the note being read */
	const char *last_note;       /* label of the note that indented paragraphs go on with */
	enum { HTML_TEXT, HTML_TAG, HTML_COMMENT, HTML_HIDDEN } html; /* what an HTML piece starts in */
};

/* Set what the line being built is and end it. */
void reader_end_line(struct reader *);
/* Put what is due before the text at a byte: TABs, the blank between the paragraphs of a cell. */
void reader_before_text(struct reader *, uint32_t at);
/* Put n bytes of the decoded input; bytes put before are not put again. */
void reader_put(struct reader *, uint32_t at, size_t n);
/* The next cell of a table row; colspan > 1 leaves empty ones behind. */
void reader_cell(struct reader *, unsigned colspan);
void reader_row_begin(struct reader *, bool head);
void reader_row_end(struct reader *);

/* A piece of raw HTML: tags become marks, rows and line ends, the text between them is text. */
void reader_html(struct reader *, uint32_t at, size_t n);
/* Put the character of an entity ("&nbsp;", "&#8217;"); as it stands if there is none. */
void reader_entity(struct reader *, uint32_t at, size_t n);

#endif
