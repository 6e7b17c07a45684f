/* SPDX-License-Identifier: MIT */
/*
 * kids.h - what stands in a structure element, in whatever form it was written (ISO 32000-1 14.7.2).
 * Needs: libqpdf.  Owns: nothing; handles die with the qpdf_data.
 */
#ifndef PDF_KIDS_H
#define PDF_KIDS_H

#include <stdbool.h>

#include "pdf/qpdf.h"

/* An element, or the marked content of a page. */
struct kid {
	qpdf_oh elem;
	long mcid;   /* -1 = an element */
	int page;    /* object number of the page its content stands on, 0 = unsaid */
};

/* How many kids the entry /K of the element has. */
int kids_count(qpdf_data, const struct kid *elem);
/* The i-th of them; false when it is neither an element nor marked content. */
bool kids_at(qpdf_data, const struct kid *elem, int i, struct kid *out);

#endif
