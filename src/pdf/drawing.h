/* SPDX-License-Identifier: MIT */
/*
 * drawing.h - what Cairo wrote, read strictly: pages, their content, and the objects they use.
 * Needs: base, write.h.  Owns: nothing; everything points into the bytes given or the arena.
 *
 * This reads the files of one writer, not PDF at large: objects from a cross-reference table, one
 * content stream a page.  Whatever is otherwise is refused with a report (PDF_FAILED).
 */
#ifndef PDF_DRAWING_H
#define PDF_DRAWING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "pdf/write.h"

/* One object: its text, and the data of its stream. */
struct drawn {
	struct span text, data;
	bool stream;
	unsigned number;   /* in the new file, 0 = not copied (yet) */
};

struct drawn_page {
	struct span box, resources; /* text of the entries */
	struct span content;        /* plain operators */
};

struct drawing {
	struct arena *arena;
	struct diag *diag;
	struct drawn *object;       /* by number */
	size_t nobject;
	struct drawn_page *page;
	size_t npage;
	unsigned *queue;            /* objects with a number that are still to be copied */
	size_t nqueue;
};

/* False after a report. */
bool drawing_read(struct drawing *, struct span pdf);
/* The value of a key of a dictionary, empty when it has none. */
struct span drawing_entry(struct span dict, const char *key);
/* The object that a reference means, or NULL. */
struct drawn *drawing_referred(const struct drawing *, struct span ref);
/* The text of the object when it is a reference, else the value itself. */
struct span drawing_value(const struct drawing *, struct span value);
/* Add text of the drawing to a buffer, its references turned to the numbers of the new file. */
bool drawing_copy(struct drawing *, struct writer *, struct span text, struct buf *to);
/* Write every object referred to in copied text, and those that they refer to. */
bool drawing_copy_rest(struct drawing *, struct writer *);

#endif
