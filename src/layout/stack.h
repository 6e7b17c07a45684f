/* SPDX-License-Identifier: MIT */
/*
 * stack.h - the flow as one vertical list: lines, spaces, rows and forced breaks, ready to be
 * cut into pages.
 * Needs: layout.h, para.h.  Owns: everything is in the arena of the layout.  Private to layout/.
 *
 *      flow ──flow.c, inline.c, table.c──▶ struct stack ──pagebreak.c──▶ cuts ──emit.c──▶ pages
 *
 * y in a stack grows downwards from its first element; nothing is placed before the cuts are known.
 */
#ifndef LAYOUT_STACK_H
#define LAYOUT_STACK_H

#include "layout/layout.h"
#include "layout/para.h"

/* Size of the table of text styles. */
#define LAYOUT_STYLES 256

/* No break may stand here. */
#define NO_BREAK 1000000

enum part_kind { PART_LINE, PART_SPACE, PART_ROW, PART_GAP };

/* A note: its own stack, set at the foot of the page that calls it. */
struct note {
	struct stack *body;
	const struct fo_node *node;
};

struct frame;
struct cell_box;
struct row_lines; /* border.h */

/* One element of the vertical list. */
struct part {
	enum part_kind kind;
	const struct fo_node *node; /* what it is made of; NULL = unknown */
	double height;            /* SPACE: optimum */
	double stretch, shrink;   /* SPACE: what it may get more, and less */
	bool keep_space;          /* SPACE: conditionality retain; GAP: never discarded */
	int cost;                 /* of a page break before this part; NO_BREAK = none */
	bool force;               /* a page break must stand before */
	enum fo_word parity;      /* ... and the page be FO_W_EVEN_PAGE or FO_W_ODD_PAGE; FO_W_COLUMN: a column is enough */
	/* LINE: set already; x from the start edge of the column (left of it when that is on the right),
	 * y from the top of the part */
	struct item *item;
	size_t nitem;
	double baseline;
	size_t line, nlines;      /* which of how many lines of its paragraph */
	bool kept;                /* of an object kept with the next: a heading */
	size_t fault_from, fault_to; /* its faults in pages, not placed yet */
	/* ROW, or a slice of one: the same cell means the same row */
	struct cell_box *cell;
	size_t ncell;
	const struct slice *slice; /* what of each cell's stack it holds */
	const struct row_lines *lines; /* ROW of a table at x, whose cells share borders; or NULL */
	bool row_begins, row_ends; /* nothing of the row stands before, nothing follows */
	bool absolute, fixed;     /* out of the flow, at x and y of its reference area or page */
	double x, y;
	bool from_right, from_bottom; /* these are how far from there the box ends */
	size_t head_from, head_n; /* parts of this stack repeated when a page starts here */
	size_t foot_from, foot_n; /* ... and repeated when a page ends behind this part */
	/* notes called in this part, in order */
	struct note **note;
	size_t nnote;
	/* markers that start here */
	const struct fo_node **marker;
	size_t nmarker, cap_marker;
	/* ids whose place is the top of this part */
	const char **id;
	size_t nid, cap_id;
};

/* A border or background around parts [from, to), drawn again on each page. */
struct frame {
	const struct fo_props *p;
	size_t from, to;
	double x, width;
	bool bare;                /* without border */
};

struct stack {
	struct part *part;
	size_t n, cap;
	struct frame *frame;
	size_t nframe, cap_frame;
	double height;            /* of all parts */
};

/* Notes that wait for the end of the table they are called in. */
struct table_note {
	struct table_note *next;
	const struct fo_node *body;
	struct selem *selem;
};
struct table_notes {
	struct table_note *first, *last;
};

/* A box in its row: a table cell, a container. */
struct cell_box {
	const struct fo_props *p, *behind; /* behind: of the column, whose background shows through */
	double x, width;          /* with padding and border */
	double top, bottom, inset, end_inset; /* padding and border at each side */
	double box;               /* height when it is not the row's: of a spanning cell or a container */
	unsigned rows;            /* spanned */
	double apart;             /* of what top and bottom hold, lies outside its border */
	bool collapse;            /* its borders are those of the grid, shared with the neighbours */
	bool fills;               /* its last part reaches down to the end of the box */
	struct stack *stack;
	const struct stack *turned; /* what stands turned in the room that the stack holds, or NULL */
	unsigned quarters;
};

struct slice {
	size_t from, to;          /* parts of a cell's stack */
};

#define RETRIEVED_SLOTS 1024
#define MARKER_SLOTS 256

/*
 * What a round of layout works with.  Three lifetimes: pages->arena holds what is finished, arena the
 * stacks of one page-sequence, and a scratch arena one paragraph.
 */
struct layout {
	struct arena *arena;
	struct arena *keep;       /* of the caller: outlives the rounds */
	struct scratch *scratch;  /* free ones; paragraphs nest where a note is called */
	const struct fo_tree *tree;
	struct fontset *fonts;
	struct diag *diag;
	struct pages *pages;
	struct style_entry *styles[LAYOUT_STYLES];
	const struct layout_cite *cites; /* page numbers found in the round before, sorted by id */
	size_t ncites;
	double note_width;        /* of the region the notes of this sequence are set in */
	double body_height;       /* of the region of its first page */
	struct loaded_image **images; /* the pictures met so far, the same in every round */
	struct table_notes table_notes; /* of the table at hand, or of captions before it */
	unsigned tables;          /* tables around what is set */
	unsigned turns;           /* areas around it that are turned */
	bool measuring;           /* how wide it is, which takes no notes: they are set where it is */
	bool in_columns;          /* rows stay whole, to be read down their column */
	bool flow_cites;          /* the flow cites page numbers: another round may be needed */
	const char *page_number;  /* while static content is set */
	size_t page_index, sequence_page; /* the page, and the first of its sequence */
	struct retrieved *retrieved[RETRIEVED_SLOTS]; /* so far, in every round, by what they are made from */
	struct marker_class *markers[MARKER_SLOTS]; /* of the round, by their names */
	const struct layout_cite *now; /* once all pages of the round are set: what static content cites */
	size_t nnow;
};

/* Where the markers of a class came to stand. */
struct marker_class {
	struct marker_class *next;
	const char *name;
	struct placed_marker {
		const struct fo_node *node;
		size_t page;
	} *v; /* pages rise */
	size_t n, cap;
};
/* Note a marker on a page. */
void layout_mark(struct layout *, const struct fo_node *marker, size_t page);
/* What fo:retrieve-marker gets on the page at hand (XSL 1.1 §6.13.6), as children of a node; NULL = nothing. */
const struct fo_node *layout_retrieve(struct layout *, const struct fo_node *retrieve);

/* The pages an id stands on, as printed. */
struct layout_cite {
	const char *id, *first, *last;
};

/* What fo:page-number-citation and fo:page-number-citation-last print; "00" in the first round. */
const char *layout_cited(struct layout *, const struct fo_node *citation);

/* tags.c: structure elements. */
struct selem *tag_new(struct layout *, struct selem *parent, const char *role);
/* The element for an object below parent: from its role, or the usual one; parent itself when it
 * has none; NULL when it is an artifact or parent is. */
struct selem *tag_for(struct layout *, struct selem *parent, const struct fo_node *);
bool tag_is_artifact(const struct fo_node *);
/* regular.c: once all is set, what the standards ask of headings, tables and lists. */
void tags_regular(struct layout *);
/* headers.c: scopes and headers for the cells of a table whose rows are all as long as each other. */
void tags_headers(struct layout *, struct selem *const *row, size_t nrow, size_t ncolumn);

/* inline.c: the inline children from `first` up to `end` (NULL = all) of a block as a paragraph. */
struct inlines {
	struct arena *arena;      /* of the paragraph */
	struct inl *v;
	size_t n, cap;
	const char **id;          /* ids of inline objects */
	size_t nid, cap_id;
};
void inline_collect(struct layout *, const struct fo_node *first, const struct fo_node *end,
                    struct selem *block, enum artifact artifact, double measure, struct inlines *out);
const struct text_style *inline_style(struct layout *, const struct fo_props *);
bool fo_is_block(enum fo_kind);

/* graphic.c: a picture in a line; its inl is a BOX whose user is this. */
struct graphic {
	const struct image *image; /* NULL: it cannot be used */
	const struct fo_props *p;
	double x, y, w, h;        /* of the picture in its box, from the box's top left */
	struct selem *selem;
	enum artifact artifact;
	const struct link *link;
};
/* Measure the picture of an object for a column; sets width, height, depth and user of the inl. */
struct graphic *graphic_measure(struct layout *, const struct fo_node *, double measure, struct inl *);

/* layout.c: an empty arena for one paragraph or region, and giving it back. */
struct arena *scratch_take(struct layout *);
void scratch_give(struct layout *, struct arena *);

/* flow.c: the block children of an object as a stack, in a column of the given width. */
struct stack *flow_stack(struct layout *, const struct fo_node *parent, double width,
                         struct selem *, enum artifact);
/* The same of its children from `first` up to `end` (NULL = all).  rest: what the stretch before leaves for
 * the first part, and what this one leaves. */
struct flow_rest {
	bool force;               /* a page break */
	enum fo_word parity;      /* FO_W_COLUMN, FO_W_PAGE, FO_W_EVEN_PAGE, FO_W_ODD_PAGE */
};
struct stack *flow_stretch(struct layout *, const struct fo_node *parent, const struct fo_node *first,
                           const struct fo_node *end, double width, struct selem *, struct flow_rest *rest);
struct part *stack_add(struct layout *, struct stack *, enum part_kind, double height);
/* A space before or after; spaces that meet become the larger one (XSL 1.1 §4.3). */
struct space {
	double min, opt, max;
	bool retain, force;
};

/* A frame from the next part on, when the object has border (unless bare) or background; its index, or SIZE_MAX.
 * Its end is set when that is known: stack_frame_end. */
size_t stack_frame(struct layout *, struct stack *, const struct fo_props *, double x, double width, bool bare);
void stack_frame_end(struct stack *, size_t frame);

/* The markers of an object, or its id with them, stand where part `at` does, if there is one. */
void stack_markers(struct layout *, struct stack *, size_t at, const struct fo_node *);
void stack_mark(struct layout *, struct stack *, size_t at, const struct fo_node *);

/* The notes called inside a box are called by the part that holds it. */
void stack_take_notes(struct layout *, struct part *, const struct stack *inside);

/*
 * row.c: boxes side by side, at least so high, as parts, one for each slice they may be cut into.
 * KEPT: a cut is legal only where nothing else is possible; WHOLE: there is one slice.  The index of
 * the first part.
 */
enum row_cuts { ROW_FREE, ROW_KEPT, ROW_WHOLE };
#define ROW_SPLIT_COST 30
size_t row_add(struct layout *, struct stack *, struct cell_box *, size_t n, double least, enum row_cuts);

/* How the content of an object can be set: what is outside is 0. */
struct extent {
	double min, max;   /* the narrowest and the widest */
	double word;       /* where ties between words break too */
	double sum, paras; /* its paragraphs, and their length in all */
};
struct extent flow_extent(struct layout *, const struct fo_node *);

/* table.c */
struct extent table_extent(struct layout *, const struct fo_node *table);
/* The notes that wait, as rows of a stack. */
void table_notes_add(struct layout *, struct stack *, double x, double width);
/* rtl: its surroundings read from the right. */
void table_stack(struct layout *, struct stack *, const struct fo_node *table, bool rtl, double x, double width,
                 struct selem *, enum artifact);

/* turn.c: an area on its page, or in the area it stands in, and how what is in it is turned. */
struct turn {
	double x, y, w, h;        /* of the area, as it stands there */
	unsigned quarters;        /* counter-clockwise; 0 = upright, in the same coordinates */
	const struct turn *outer; /* or NULL */
};
/* What reference-orientation asks for. */
unsigned turn_quarters(const struct fo_props *);
/* A point of the innermost area as one of the page; turn NULL: as it is. */
void turn_point(const struct turn *, double *x, double *y);
/* Turn what was set in the area, which are the items of the page from one on. */
void turn_items(const struct turn *, struct page *, size_t from);
/* Its measures as they are inside. */
double turn_width(const struct turn *);
double turn_height(const struct turn *);

/* emit.c: what is drawn on and where. */
struct emitter {
	struct layout *layout;
	struct pages *pages;
	struct page *page;
	struct arena *scratch;
	double x, width;          /* left edge and width of the reference area */
	double region_y, region_h; /* top and height of the reference area, for absolute containers */
	bool rtl;
	bool again;               /* what is drawn stood on an earlier page: seen, not read */
	bool inside;              /* a box, which has no room for heads and feet of its tables again */
	const struct turn *turn;  /* of the area, or NULL */
	double grow;              /* more height for the last part */
	double set;               /* share of their stretch (below 0: of their shrink) that spaces get */
};
/* Draw parts [from, to) with their top at y; spaces at the top are left out and table heads
 * repeated when `trim` (a page starts here).  Gives the bottom. */
double emit_parts(struct emitter *, const struct stack *, size_t from, size_t to, double y, bool trim);
/* A picture whose box has its left top at x, y and this size. */
void graphic_place(struct arena *, struct page *, const struct graphic *, double x, double y, double w, double h);
/* Slices first..last of one row, h high: the backgrounds under them, or all else. */
void row_emit(struct emitter *, const struct part *first, const struct part *last, double y, double h, bool under);
/* The borders that the cells of these slices share; next: the part set below them, or NULL. */
void row_emit_lines(struct emitter *, const struct part *first, const struct part *last, const struct part *next,
                    double y, double h);

/* A box on the page. */
struct box {
	double x, y, w, h;
	bool rtl;
	bool before, after, start, end; /* these sides of it stand here */
};
void emit_background(struct arena *, struct page *, const struct fo_props *, double x, double y, double w, double h);
void emit_borders(struct arena *, struct page *, const struct fo_props *, const struct box *);

/* pagebreak.c */
struct cut {
	size_t to;                /* first part of the next page */
	size_t note_to;           /* first line of the notes' stack for the next page */
	double set;               /* how its spaces are set, see struct emitter */
};

/* What the page breaker knows of pages: content height of the i-th page. */
struct page_room {
	double (*height)(void *, size_t page);
	void *closure;
	double separator, continued; /* height of the note separators */
};

/* All notes of the flow in the order of their calls, as one stack. */
struct note_stream {
	struct stack *lines;
	size_t *end_after;        /* per part of the flow: notes called up to and with it end here */
	size_t *start_of;         /* per line of the stream: first line of its note */
	bool *first;              /* per line: its note stands before others (rx:note-place) */
};

/* A page as it was cut, with its body region; for the faults in that. */
struct page_cut {
	const struct stack *flow;
	const struct note_stream *notes;
	size_t from, to, note_from, note_to;
	unsigned page;            /* index */
	double x, top, room;      /* of the region; room: its height */
	double bottom;            /* of the text */
	double notes_height;
};
void fault_page(struct pages *, const struct page_cut *);

/* What is cut into pages: parts [from, to) of a flow, and notes from a line of their stream on. */
struct page_text {
	const struct stack *flow;
	const struct note_stream *notes;
	size_t from, to, note_from;
};
struct cut *pagebreak(struct layout *, const struct page_text *, const struct page_room *, size_t *ncut);

#endif
