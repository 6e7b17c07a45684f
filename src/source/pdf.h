/* SPDX-License-Identifier: MIT */
/*
 * pdf.h - a page of a PDF on its way to lines: glyphs, pieces of lines, tables.
 * Needs: forms.h.  Owns: everything is in the arena of the page.  Private to the PDF reader.
 *
 * Glyphs come in the order of reading.  A piece is what stands together on one base line; a cell
 * of a table holds pieces, any other line is all of its pieces.  Where a page is read from right to
 * left, its pieces are measured from the right, so that lines begin at small x on every page.
 */
#ifndef SOURCE_PDF_H
#define SOURCE_PDF_H

#include "source/forms.h"
#include "source/pdf_tags.h"

struct pdf_glyph {
	uint32_t at, n;          /* its bytes in the page's text */
	float x1, y1, x2, y2;    /* pt from the left and top of the page */
	float size;              /* of its type, pt; 0 = unknown */
	float gap;               /* pt from the glyph read before it on the line to it */
	bool bold, italic;
	bool blank;              /* there is a blank before it */
	bool starts;             /* first of a line */
	bool word;               /* first of what the library took for a word of one direction */
	bool again;              /* taken at another time than the glyphs before: any line may go on with it */
	const char *link;        /* address it leads to, or NULL */
	uint32_t tag;            /* of the tags of the page, 0 = none */
};

struct pdf_piece {
	uint32_t from, to;       /* glyphs */
	uint32_t line;           /* which line of the page it is of */
	uint32_t table;          /* > 0: it is in this table of the page */
	uint32_t row;            /* row of that table */
	uint16_t col, cols;      /* column of that table, and how many it takes */
	uint32_t tagged_table;   /* > 0: the table is this one of the tags */
	float x1, x2, y1, foot;  /* foot: of most of its type */
	float size;
	float line_foot, line_size; /* in a table: of the largest type on its base line */
	bool upright;            /* along the page, so that its place may tell of a table */
	bool close;              /* no blank parts it from the piece before */
};

#define PDF_COLS 40        /* columns of a table, at most */
#define PDF_HEADS 4        /* rows of its head that may be repeated on the next page, at most */
#define PDF_WIDTH 4096     /* pt of a page that are looked at for columns and margins */
#define PDF_RAISED 0.8f    /* type this much smaller than its line's may be raised or lowered */
#define PDF_MARK 2         /* glyphs of the mark of a note, at most */
#define PDF_TIGHT 1.36f    /* type sizes from one line of a paragraph or cell to its next, at most */

/* The last table of the pages before, which may go on. */
struct pdf_going {
	uint8_t tables;          /* so far; the number of the last one */
	uint32_t behind;         /* lines of text since its last row */
	uint32_t tagged;         /* > 0: it is this one of the tags */
	uint16_t cols;
	struct { float x1, x2; } col[PDF_COLS]; /* where its cells stand */
	const char *head[PDF_HEADS]; /* the texts of the rows of its head */
	uint32_t heads;
};

/* Pieces on one base line, from the left. */
struct pdf_across {
	uint32_t from, n;        /* in at of the page */
	float foot, size, x1, x2;
};

struct pdf_page {
	struct arena *arena;     /* of this page alone */
	const char *text;
	struct pdf_glyph *glyph;
	size_t nglyph, cap_glyph;
	struct pdf_piece *piece;
	uint32_t npiece;
	struct pdf_piece **at;   /* the upright ones by place, until they are rejoined */
	uint32_t nat;
	struct pdf_across *across; /* from the top of the page down */
	uint32_t nacross;
	uint32_t ntable;
	const struct pdf_tags *tags; /* of the file, or NULL */
	bool tagged;             /* most glyphs are tagged as text */
	float width;             /* of the page, pt */
	bool leftward;           /* it is read from right to left */
};

/* pdf_bidi.c: the order of reading where letters go from right to left, and the gaps of all lines. */
void pdf_order(struct pdf_page *);
/* The character of a glyph. */
uint32_t pdf_char(const struct pdf_page *, const struct pdf_glyph *);

/* pdf_tagged.c: the glyphs get the tags of the starts that they stand behind. */
void pdf_tag_glyphs(struct pdf_page *, const struct pdf_start *, size_t n);
/* The tag that most of the glyphs [from, to) have. */
uint32_t pdf_main_tag(const struct pdf_page *, uint32_t from, uint32_t to);
/* Are the glyphs of two cells of a table? */
bool pdf_other_cell(const struct pdf_page *, const struct pdf_glyph *, const struct pdf_glyph *);
/* Is the piece tagged as no part of the text, or as words of a picture, on a page whose text is tagged? */
bool pdf_is_aside(const struct pdf_page *, const struct pdf_piece *);

/* pdf_piece.c: lines cut into pieces where blank is wide; blanks that are not to be seen go. */
void pdf_pieces(struct pdf_page *);

/* pdf_join.c: pieces of one line that were taken apart, such as a number and its paragraph, come together. */
void pdf_join(struct pdf_page *);
/* Is the piece a number with its stop or bracket, a letter so, a short mere number, a bullet? */
bool pdf_is_label(const struct pdf_page *, const struct pdf_piece *);

/* pdf_across.c: what stands on one base line, at and across of the page. */
void pdf_find_across(struct pdf_page *);
/* Are the feet of two lines no farther apart than those of lines of one paragraph or cell? */
bool pdf_close_below(const struct pdf_across *above, const struct pdf_across *below);
/* Two columns of running text are read one after the other; pieces of a line that was set wide open are one line. */
void pdf_rejoin(struct pdf_page *);

/* pdf_cells.c: pieces whose tags say so get table, row and col, in tables that begin below that place. */
void pdf_tagged_tables(struct pdf_page *, float below);
/* The tag of the cell that the piece is in, or one that says PDF_UNTAGGED. */
const struct pdf_tag *pdf_cell_of(const struct pdf_page *, const struct pdf_piece *);

/* pdf_table.c: other pieces that stand in rows and columns get table, row and col. */
void pdf_tables(struct pdf_page *);
/* Has the piece signs of a number and no letters? */
bool pdf_is_figure(const struct pdf_page *, const struct pdf_piece *);
/* Has it five points in a row, as lines of contents have? */
bool pdf_has_leaders(const struct pdf_page *, const struct pdf_piece *);

/*
 * pdf_put.c: the glyphs of a page to lines: all of the above, in that order, and then the lines and rows of
 * the page, in order; the count of lines goes on, and so does a table whose columns begin the page where
 * they ended the one before; its head is not put again.
 */
void pdf_page_lines(struct builder *, struct pdf_page *, uint32_t *lines, struct pdf_going *);

#endif
