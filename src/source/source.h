/* SPDX-License-Identifier: MIT */
/*
 * source.h - reading a draft: bytes of any supported form become lines with positions.
 * Needs: base.  Owns: everything is in the arena given.
 *
 * A draft has one clean text: well-formed UTF-8, NFC, lines ended by LF, without what the form
 * itself added (byte order mark, CR, form feed, embeddings of direction, Markdown signs, tags).  What was
 * taken away is counted here, so that the text account can start from the input's characters.
 */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

enum source_form {
	SOURCE_AUTO,
	SOURCE_PAGE_DOUBLE, /* page text, a blank line after each line (PDFBox) */
	SOURCE_PAGE_SINGLE, /* page text, single-spaced (pdftotext) */
	SOURCE_PAGE_LAYOUT, /* page text with columns kept by blanks (pdftotext -layout) */
	SOURCE_MARKDOWN,
	SOURCE_HTML,
	SOURCE_DOCX,
	SOURCE_PDF,
	SOURCE_FORMS
};

/* What the form itself says about a line; page text says nothing (LINE_TEXT). */
enum line_kind {
	LINE_TEXT,
	LINE_HEADING, /* level 1.. as the form gives it (not to be trusted: see design) */
	LINE_ITEM,    /* list item; level = depth 1..; its printed number, if any, is in the text */
	LINE_BULLET,  /* list item whose sign is a bullet; the sign is in the text if it was printed */
	LINE_ROW,     /* table row; cells separated by TAB in the text; level = table number; see cell_span */
	LINE_ROW_HEAD,/* header row of a table */
	LINE_QUOTE,
	LINE_NOTE,    /* body of a note; label = its mark */
	LINE_RULE,    /* thematic break */
	LINE_CODE,
	LINE_CAPTION  /* of a table or picture beside it */
};

/* What a tagged PDF says of a line: producers tag by their own styles, which may be wrong. */
enum line_tag {
	LINE_UNTAGGED,
	LINE_ARTIFACT, /* no part of the text */
	LINE_TAGGED_HEADING,
	LINE_TAGGED_TEXT,
	LINE_TAGGED_ITEM,
	LINE_TAGGED_NOTE,
	LINE_TAGGED_CAPTION,
	LINE_TAGGED_FIGURE, /* words of a picture */
	LINE_TAGGED_CELL
};

/* One line that is not blank. */
struct line {
	struct span text;      /* in draft->text, without the line end; blanks at the start kept */
	uint32_t off;          /* byte offset of text in draft->text */
	uint32_t no, col;      /* line and column (bytes, from 1) in the input; DOCX: paragraph */
	uint32_t page;         /* from 1 where the form shows page ends (form feed, DOCX, PDF), else 0 */
	uint32_t para;         /* > 0: lines with equal numbers are one paragraph of the form */
	uint16_t indent;       /* columns of blank before the first character (tab = to next 8) */
	uint16_t blank_before; /* blank lines before this one: page text, beyond the form's own spacing;
	                          Markdown, as written between paragraphs; HTML, 1 where a browser
	                          shows space; DOCX, empty paragraphs; PDF, by the space above */
	enum line_kind kind;
	uint8_t level;
	uint8_t lists, quotes; /* Markdown, HTML, bullets of DOCX: lists and quotes around the line */
	bool opens;            /* it is the first line of an item of the innermost of these lists, */
	uint32_t list;         /* the number of that list, from 1; 0 = none */
	bool bold, italic, centred; /* the whole line, where the form says so */
	float x, y, size;      /* pt from where the page's lines begin (left, or right) and from its top, type size;
	                          0 = unknown */
	float end;             /* pt from there to where the line ends; 0 = unknown, as of rows */
	enum line_tag tag;
	uint8_t tag_level;     /* LINE_TAGGED_HEADING: from 1, 0 = unknown */
	uint32_t element;      /* > 0: lines with equal numbers are of one element of the tags */
	const char *label;     /* LINE_NOTE: the mark, the same bytes for all lines of one note, and others for each
	                          note; LINE_ITEM of DOCX: the number Word shows */
};

enum mark_kind { MARK_EMPH, MARK_STRONG, MARK_SUP, MARK_SUB, MARK_CODE, MARK_LINK, MARK_CALL, MARK_IMAGE };

/* What stands in the clean text where the form shows a picture (U+FFFC), under a MARK_IMAGE. */
#define IMAGE_SIGN "\xEF\xBF\xBC"

/* Mark-up of the form over draft->text[off, end). */
struct mark {
	uint32_t off, end;
	enum mark_kind kind;
	const char *target; /* LINK, IMAGE: the address as given ("" or "#" when the form lost it);
	                       CALL: the mark of the note called */
	const char *words;  /* IMAGE: what it shows, in words, or NULL */
};

/* A cell of a table that is more than one cell of a row; the others are not listed. */
struct cell_span {
	uint32_t line;      /* index of the row in draft->line */
	uint16_t cell;      /* of the row, from 0 */
	uint16_t cols, rows; /* that it takes, at least 1 */
	bool head;          /* the heading of its row or column */
};

/* A picture that the form holds itself. */
struct media {
	const char *name;   /* as MARK_IMAGE names it */
	struct span bytes;
};

/* Pictures of the draft that have no place in it that can be given: the text has no MARK_IMAGE for them. */
struct lost_picture {
	uint32_t line, page; /* 0 = unknown */
	const char *why;
};

/* Characters (code points) of the input that are not in the clean text, by reason. */
struct source_account {
	size_t input;      /* characters of the input (text characters for DOCX, HTML and PDF) */
	size_t text;       /* characters of the clean text, line ends included */
	size_t markup;     /* signs of the form: Markdown, tags, escapes */
	size_t dropped;    /* BOM, CR, form feeds, controls (see decode_drops), soft hyphens */
	size_t directions; /* of those dropped: marks of direction at the start of a line (see decode_directs) */
	ptrdiff_t normalised; /* input - output of NFC and of CRLF folding; NFC may also lengthen */
	/* input == text + markup + dropped + normalised is checked by source_read */
};

struct draft {
	const char *name;       /* as shown in messages */
	enum source_form form;
	struct span text;       /* the clean text */
	struct line *line;
	size_t nline;
	struct mark *mark;      /* by off; nested marks: the outer one first */
	size_t nmark;
	struct cell_span *span; /* by line and cell */
	size_t nspan;
	struct media *media;    /* by name */
	size_t nmedia;
	struct lost_picture *lost; /* reported already */
	size_t nlost, cap_lost;
	bool mirrored;          /* PAGE_LAYOUT: lines are read from the right, where they begin follows from their letters */
	const char *lang;       /* where the form says so (DOCX, HTML lang), else NULL */
	struct source_account account;
	const uint32_t *origin; /* per byte of text: the byte of the input it came from; NULL for
	                           forms whose bytes are packed (HTML, DOCX, PDF) */
	struct span input;      /* the bytes as read */
};

/*
 * Read a draft from bytes.  name is for messages and for the sniffing of the form by extension;
 * form is SOURCE_AUTO or what the user asked for.  NULL after a report: empty, binary, not UTF-8,
 * nested too deep, broken container.
 */
struct draft *source_read(struct arena *, const char *name, struct span bytes, enum source_form form,
                          struct diag *);

/* Index of the last line that begins at or before off, by bisection; 0 when there is none. */
size_t source_line(const struct draft *, uint32_t off);
/* The mark of that kind which the form has set on the byte, or NULL. */
const struct mark *source_mark(const struct draft *, uint32_t off, enum mark_kind);

/* Position of a byte of the clean text in the input.  off may equal the text's length. */
struct pos source_pos(const struct draft *, uint32_t off);

/* "page-double", "markdown" ...; source_form_find gives SOURCE_FORMS for an unknown name. */
const char *source_form_name(enum source_form);
enum source_form source_form_find(const char *name);

/* List a picture that is left out and report it; why is the whole message and lives as long as the draft. */
void source_lose_picture(struct arena *, struct draft *, uint32_t line, uint32_t page, const char *why,
                         struct diag *);

/* --dump=lines: one line of text per line, position and evidence first. */
void source_dump(const struct draft *, struct buf *out);

#endif
