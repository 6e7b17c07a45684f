/* SPDX-License-Identifier: MIT */
/*
 * check.h - does a PDF keep what an accessible, archivable file promises?
 * Needs: base, libqpdf.  Owns: nothing.
 *
 * The rules of PDF/UA-1 and PDF/A-3a a program can decide; every one broken is reported under an
 * id of its own (PDF-CHECK-...).  Not a replacement for a full validator.
 */
#ifndef PDF_CHECK_H
#define PDF_CHECK_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text.h"

/* True when nothing was reported.  name is the file named in the reports. */
bool pdf_check(struct span pdf, const char *name, struct diag *);

#endif
