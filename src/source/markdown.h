/* SPDX-License-Identifier: MIT */
/*
 * markdown.h - the reader of Markdown, shared between its dialect, its blocks and the HTML inside them.
 * Needs: forms.h.  Private to the markdown files.
 */
#ifndef SOURCE_MARKDOWN_H
#define SOURCE_MARKDOWN_H

#include "source/forms.h"

#define ORIGIN_NONE UINT32_MAX /* of signs that were added for md4c: they are never text */

struct reader {
	struct builder b;
	const struct traced *in;
	const char *shadow;          /* what md4c reads: in->s with the brackets of notes covered */
	uint32_t next;               /* byte of the decoded input behind the last piece */
	uint32_t counted, line_no;   /* lines that end before a byte of the input */
	unsigned depth, items, quotes, tables, heading;
	bool ordered[FORM_DEPTH];    /* per list level */
	uint32_t list[FORM_DEPTH], lists; /* their numbers; lists so far */
	unsigned html_lists;         /* innermost of them, opened by tags */
	unsigned quoted[FORM_DEPTH]; /* per quote: lists around it */
	bool item_opens;             /* the next text is the first of a list item */
	bool block_opens;            /* the next text is the first of a paragraph */
	struct open_tables open;     /* tables that tags opened */
	bool in_row, row_head;
	unsigned cells;              /* cells of the row so far */
	unsigned tabs;               /* TABs due before the text of the cell */
	bool gap;                    /* a paragraph ended inside a cell: a blank before the next text */
	bool code;
	bool smart;                  /* see markdown_is_smart() */
	bool rules_end_pages;        /* a rule ends the draft: each stands behind a page */
	const char *note;            /* label of the note being read */
	const char *last_note;       /* label of the note that indented paragraphs go on with */
	unsigned spoken;             /* <q> inside each other */
	unsigned images;             /* pictures inside each other; their text is what they show */
	uint32_t image_at;           /* byte of the decoded input that stands for the picture */
	const char *image_target;
	struct buf image_words;
	enum { HTML_TEXT, HTML_TAG, HTML_COMMENT, HTML_HIDDEN } html; /* what an HTML piece starts in */
	struct span hidden;          /* HTML_HIDDEN: the name of the element, */
	unsigned nested;             /* and how many of that name are open in it */
};

/*
 * markdown_pandoc.c: the text as CommonMark with notes, where it is written as pandoc's Markdown allows; the same
 * when there is nothing of that.  What is left out is told.  Signs that it adds have ORIGIN_NONE.
 */
const struct traced *markdown_plain(struct builder *, const struct traced *);

/*
 * markdown_pages.c: the text of a converter of pages, which puts a rule behind each, as CommonMark with notes; other
 * text is given back.  Signs that it adds have ORIGIN_NONE.
 */
const struct traced *markdown_of_pages(struct arena *, const struct traced *, bool *rules_end_pages);

/* markdown_smart.c: does the text spell dashes and quotation marks with plain signs, and has it none as printed? */
bool markdown_is_smart(const struct traced *);
/* As reader_put(); in such a text with those signs as they are printed. */
void reader_put_printed(struct reader *, uint32_t at, size_t n);

/* Set what the line being built is and end it. */
void reader_end_line(struct reader *);
/* End the line; in a row, what follows goes on in the cell behind a blank. */
void reader_break(struct reader *);
/* The line of a byte, counted from the one asked for last. */
uint32_t reader_line(struct reader *, uint32_t at);
/* Put what is due before the text at a byte: TABs, the blank between the paragraphs of a cell. */
void reader_before_text(struct reader *, uint32_t at);
/* Put n bytes of the decoded input; bytes put before are not put again. */
void reader_put(struct reader *, uint32_t at, size_t n);
/* Put a character instead of n bytes of the decoded input. */
void reader_put_sign(struct reader *, uint32_t at, size_t n, const char *utf8);
/* A list begins. */
void reader_list(struct reader *, bool ordered);
/* A picture; `at` is the byte that its sign stands for. */
void reader_image(struct reader *, uint32_t at, const char *target, const char *words);
/* The next cell of a table row, over so many columns and rows; head: it is the heading of one. */
void reader_cell(struct reader *, unsigned cols, unsigned rows, bool head);
void reader_row_begin(struct reader *, bool head);
void reader_row_end(struct reader *);

/* A piece of raw HTML: tags become marks, rows and line ends, the text between them is text. */
void reader_html(struct reader *, uint32_t at, size_t n);
/* The code point of "&name;", "&#N;" or "&#xN;"; 0 when it is none. */
uint32_t entity_value(struct arena *, struct span);
/* Put the character of an entity ("&nbsp;", "&#8217;"); as it stands if there is none. */
void reader_entity(struct reader *, uint32_t at, size_t n);

#endif
