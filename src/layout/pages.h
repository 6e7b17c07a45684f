/* SPDX-License-Identifier: MIT */
/*
 * pages.h - the display list: finished pages, what stands on them where, and their structure.
 * Needs: base, font.h.  Owns: everything is in the arena of struct pages.
 *
 * Lengths in pt; origin at the top left of the page, y grows downwards, text y is the baseline.
 * The order of items on a page is reading order.  Painters draw it, dumps print it, finishing
 * writes the structure tree from it; none of them measures or decides anything.
 */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "layout/number.h"

struct font; /* layout/font.h */

/* Artifact types (ISO 32000-1 14.8.2.2): page content that is not part of the structure. */
enum artifact { ARTIFACT_NONE, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_RULE, ARTIFACT_BACKGROUND, ARTIFACT_LAYOUT };

/* One element of the structure tree (ISO 32000-1 14.7.2).  Leaves own items on pages. */
struct selem {
	const char *role;          /* standard type: "Document", "Sect", "H1", "P", "Span", "Link" ... */
	struct selem *parent, *first, *last, *next;
	unsigned index;            /* in pages->selem, in document order */
	const char *id;            /* structure ID (notes, headers), or NULL */
	const char *lang, *alt, *actual, *expansion, *title; /* NULL = none */
	const char *scope;         /* TH: "Column", "Row", "Both" */
	const char *headers;       /* TD: IDs separated by blanks */
	const char *numbering;     /* L: "Decimal", "Disc" ... (ListNumbering) */
	unsigned colspan, rowspan; /* 0 or 1 = none */
	const char *ref;           /* ID of the element a Reference or Note points to */
};

struct glyph {
	uint32_t index;
	float x, y;         /* pen position relative to the item's origin, pt; y down */
	uint32_t cluster;   /* byte of the item's text this glyph belongs to; rises (falls for rtl) */
};

enum item_kind { ITEM_GLYPHS, ITEM_RULE, ITEM_RECT, ITEM_IMAGE };

struct item {
	enum item_kind kind;
	uint8_t turn;           /* GLYPHS, IMAGE: quarters it is turned by, counter-clockwise, about its origin or in
	                           its box */
	struct selem *selem;    /* leaf of the structure tree; NULL = artifact */
	enum artifact artifact;
	double x, y, w, h;      /* GLYPHS: origin and advance (h unused); others: box */
	uint32_t rgb;           /* 0xRRGGBB */
	/* GLYPHS: a run of one font in one line and one direction */
	const struct font *font;
	double size_pt;
	float hscale;           /* horizontal scale of the glyphs, 1 = none */
	float tracking;         /* pt after each glyph that its place allows for */
	bool rtl;
	struct glyph *glyph;
	uint32_t nglyph;
	struct span text;       /* what the run spells; a hyphen added by breaking is U+00AD */
	const char *lang;       /* BCP 47, NULL = the document's */
	const struct link *link;/* when the run is (part of) a link's visible words */
	/* IMAGE */
	const struct image *image;
};

/* Link areas are the items that point here; one annotation per page, a rectangle per line. */
struct link {
	const char *uri;        /* outside target, or NULL */
	const char *dest;       /* id inside the document, or NULL */
	const char *contents;   /* what a reader hears: annotation /Contents */
	struct selem *selem;    /* the Link (or Reference) element */
};

/* A decoded picture or its file, ready to be painted. */
struct image {
	const char *path;
	struct span bytes;      /* the file's content */
	enum image_type { IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG } type;
	double w, h;            /* intrinsic size, pt */
	struct pos pos;         /* of the object that shows it */
};

/* How evenly the justified lines of all pages are set; last lines of paragraphs are not counted. */
struct line_quality {
	size_t lines, loose;    /* all of them, and those with a set ratio beyond 1.5 */
	size_t gapped;          /* those with word gaps: Chinese has few */
	double gap, gap_square; /* sums over these of the mean word gap, pt, and of its square */
	size_t hyphenated, run; /* lines that end in an added hyphen; the most of them in a row */
	size_t parted;          /* lines that end between words that belong together */
};

struct dest {
	const char *id;
	unsigned page;          /* index */
	double x, y;
};

struct outline {
	const char *title, *dest;
	unsigned level;         /* 1.. */
	bool open;
};

struct page {
	double w, h;
	unsigned number;        /* fo:page-number, printed in this form */
	struct number_form form;
	struct item *item;
	size_t nitem, cap;
};

struct pages {
	struct arena *arena;
	struct page *page;
	size_t npage, cap_page;
	struct selem *root;     /* "Document"; never NULL */
	struct selem **selem;   /* by index */
	size_t nselem, cap_selem;
	struct dest *dest;
	size_t ndest, cap_dest;
	const char *const *named; /* ids that are found by their names from outside */
	size_t nnamed;
	struct outline *outline;
	size_t noutline, cap_outline;
	const char *lang;       /* BCP 47 */
	const char *title, *author, *subject, *keywords, *identifier, *publisher; /* from fo:declarations; may be NULL */
	const char *date;       /* the same; YYYY-MM-DD when it is one */
	bool rtl;               /* reading direction of the document */
	struct fault *fault;    /* layout/fault.h: what a proof-reader would mark */
	size_t nfault, cap_fault;
	struct line_quality quality;
};

#endif
