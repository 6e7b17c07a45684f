/* SPDX-License-Identifier: MIT */
/*
 * open.h - the PDFs of anybody, read by libqpdf, which is kept from printing anything itself.
 * Needs: base, libqpdf.  Owns: the caller owns the handle; the bytes and the name must outlive it.
 */
#ifndef PDF_OPEN_H
#define PDF_OPEN_H

#include "base/diag.h"
#include "base/text.h"
#include "pdf/qpdf.h"

/* NULL, after a report (PDF_UNREADABLE) under this name, when there is no PDF with a catalogue or it is locked. */
qpdf_data pdf_open(struct span pdf, const char *name, struct diag *);
/* What libqpdf says of the fault met last, "" when there was none. */
const char *pdf_fault(qpdf_data);
void pdf_close(qpdf_data);

#endif
