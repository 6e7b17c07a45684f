/* SPDX-License-Identifier: MIT */
/*
 * forms.h - the readers of the single forms, for source.c, and what they build drafts with.
 * Needs: source.h, decode.h.  Owns: everything is in the arena given.
 */
#ifndef SOURCE_FORMS_H
#define SOURCE_FORMS_H

#include "source/decode.h"

/* Deepest nesting of lists, quotes and marks in a form; more is reported as SRC_DEPTH. */
#define FORM_DEPTH 64
/* Most text taken out of a packed form. */
#define FILE_TEXT_BYTES (64u << 20)

/* What a form holds and is left out or taken in part: counted, and reported once each with its first place. */
enum omission {
	OMIT_DELETED, OMIT_COMMENT, OMIT_HIDDEN, OMIT_STRUCK, OMIT_FORMULA, OMIT_NESTED_TABLE, OMIT_NUMBER, OMIT_FIELD,
	OMIT_EMBEDDED, OMIT_RUBY, OMIT_SYMBOL, OMIT_BOX, OMIT_PAGE_PICTURE, OMIT_CONTROL, OMIT_METADATA,
	OMIT_KINDS
};

/*
 * A draft under construction.  Readers set .line to what the line being built is, put text, and
 * end the line.  Two kinds of forms: traced ones (Markdown) know the input byte of each piece;
 * packed ones (HTML, DOCX, PDF) know a line number only, and their text is cleaned on the way.
 */
struct builder {
	struct arena *arena;
	struct draft *draft;
	struct diag *diag;
	struct traced out;
	bool packed;
	struct line line;      /* kind, level, para, page, label ... of the next line */
	size_t start;          /* of the line being built, in out */
	bool open;             /* there is one */
	uint32_t next_origin;  /* traced: the input byte behind the last piece, for line ends */
	size_t cap_line, cap_mark, cap_span;
	struct open_mark {
		enum mark_kind kind;
		const char *target;
		size_t index;  /* in draft->mark once text was put, else SIZE_MAX */
	} mark[FORM_DEPTH];
	unsigned nmark;        /* open marks; those beyond FORM_DEPTH are not kept */
	unsigned strong, emph, raised; /* open marks of these kinds; calls count as raised */
	size_t n_all, n_strong, n_emph; /* bytes of the line that are not raised, of them strong, of them italic */
	struct { unsigned n; uint32_t first; } omitted[OMIT_KINDS];
};

/* Put text that is clean already; origin has one entry per byte, the last one's is remembered. */
void build_traced(struct builder *, const char *s, const uint32_t *origin, size_t n);
/* Put text of a packed form: controls are dropped, NFC is made, characters are counted. */
void build_packed(struct builder *, const char *s, size_t n);
/* Put one sign that stands for mark-up: TAB between cells, a space between paragraphs of a cell. */
void build_sign(struct builder *, char c);
/*
 * Put a picture: its address and what it shows in words, or NULL.  at: traced forms, the input byte
 * that its sign stands for; it must not be put again.
 */
void build_image(struct builder *, const char *target, const char *words, uint32_t at);
/* The cell of that number in the row being built takes cols columns and rows rows, or is a heading. */
void build_span(struct builder *, unsigned cell, unsigned cols, unsigned rows, bool head);
/* Begin a line, unless one is begun: its line end stands behind the text so far. */
void build_begin_line(struct builder *);
/* End the line.  One that holds only blanks is taken back. */
void build_end_line(struct builder *);
void build_open(struct builder *, enum mark_kind, const char *target);
/* Close the innermost open mark of a kind, if there is one. */
void build_close(struct builder *, enum mark_kind);
/* Give text, lines and marks to the draft.  False after a report when there is no text. */
bool build_finish(struct builder *);

/* omit.c: something at a line (or paragraph) of the input is left out or taken in part. */
void build_omit(struct builder *, enum omission, uint32_t line);
/* So many characters of the form are no text of the document: the account says so. */
void build_drop(struct builder *, size_t characters);
/* Say so, once for each kind. */
void build_report_omissions(const struct builder *);

/* tags.c: what an element of HTML is, wherever it stands. */
enum tag_kind {
	TAG_NONE, TAG_MARK, TAG_BLOCK, TAG_HEADING, TAG_EMBEDDED, TAG_STRUCK,
	TAG_CODE,   /* no text: scripts, styles */
	TAG_HIDDEN, /* text that is not shown */
	TAG_CONTROL /* what a reader types, chooses or presses */
};
/* *mark: of a TAG_MARK.  Names in any case. */
enum tag_kind tag_find(struct span name, enum mark_kind *mark);
/* Is it that word, in any case? */
bool tag_is(struct span name, const char *word);
/* What the style of an element says of a property, in any case; empty when nothing. */
struct span tag_style(struct span style, const char *property);
/* Is the element not shown by its style? */
bool tag_hides(struct span style);

/* Tables that tags opened and none has closed, the line of the outermost, and of the last one in it or 0. */
struct open_tables {
	unsigned n;
	uint32_t line, inner;
};
void open_tables_tag(struct open_tables *, bool close, uint32_t line);
/* Say that one is left, if it is. */
void open_tables_report(const struct open_tables *, const struct builder *);

/*
 * charset.c: the text as UTF-8 where it says by its first bytes (UTF-16), or as a page or XML, that it is in
 * another encoding; as it is otherwise, and when it is not in that encoding.
 */
struct span charset_utf8(struct arena *, struct span bytes);

/*
 * kinds.c: what an input is by its beginning.  *form is what the user asked for, and becomes what was found where
 * that is SOURCE_AUTO.  False after a report: it is of a kind that is not read, or its name says that it is of a kind
 * whose signs it lacks.  A name that says something else than sure signs is reported and goes for nothing.
 */
bool kind_of_input(const char *name, struct span bytes, enum source_form *form, struct diag *);
bool kind_of_text(const char *name, struct span decoded, enum source_form *form, struct diag *);

/* sniff.c: the form of decoded text whose name and beginning do not say it, by its look. */
enum source_form sniff_text(struct span text);

/* mirror.c: give the lines of laid out pages that are read from the right the places they would have from the left;
 * true when there is any. */
bool mirror_pages(struct arena *, struct decoded *, struct source_account *);

/* Page text: every line that is not blank, its page and the blank lines before it; tables drawn with signs. */
void page_lines(struct arena *, struct draft *, const struct decoded *);
/* CommonMark with tables, through md4c; notes ([^1]) by ourselves.  False after a report. */
bool markdown_lines(struct arena *, struct draft *, const struct decoded *, struct diag *);
/* HTML through libxml2.  False after a report. */
bool html_lines(struct arena *, struct draft *, const struct decoded *, struct diag *);
/* A Word document through libzip and libxml2.  False after a report. */
bool docx_lines(struct arena *, struct draft *, struct diag *);
/* A PDF document through poppler-glib, when it is there.  False after a report. */
bool pdf_lines(struct arena *, struct draft *, struct diag *);

/* Columns of blank at the start of a line; a TAB goes to the next multiple of 8. */
uint16_t line_indent(struct span);

#endif
