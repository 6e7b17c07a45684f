/* SPDX-License-Identifier: MIT */
/*
 * faces.h - how the fonts that Cairo made show the glyphs of a document.
 * Needs: layout/parts.h, drawing.h.  Owns: everything is in the drawing's arena.
 */
#ifndef PDF_FACES_H
#define PDF_FACES_H

#include "layout/parts.h"
#include "pdf/drawing.h"

/* One font of the file: Cairo splits a face into one for the letters of WinAnsi and one for the rest. */
struct code_font {
	struct span name;   /* as a resource, with its slash */
	bool wide;          /* codes of two bytes (ISO 32000-1 9.7), else of one */
};

struct shown_glyph {
	uint16_t font;      /* in faces->font */
	uint16_t code;
	float em;           /* its advance, as the file has it */
	struct span text;   /* what the file says it spells; empty = nothing */
};

struct faces {
	struct code_font *font;
	size_t nfont, cap;
	struct shown_glyph **glyph; /* by place in parts->font, then in its glyphs */
	struct span resources;      /* dictionary of the fonts, in the drawing */
};

/* From the first page of the drawing, which shows the glyphs in their order.  NULL after a report. */
const struct faces *faces_read(struct drawing *, const struct parts *);

#endif
