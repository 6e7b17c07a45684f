/* SPDX-License-Identifier: MIT */
/*
 * preflight.h - what an editor should look at before the report goes out.
 * Needs: recognised.h, report/terms.h.  Owns: nothing.
 *
 * Only warnings: gaps and repeats in the numbers of paragraphs, sections and notes; a first
 * subsection without a second; references to paragraphs, annexes, tables and sections that are not
 * there; ill-formed symbols; masthead fields that are missing; more words than the limits of the
 * United Nations allow; and where the recogniser was least sure.
 */
#ifndef RECOGNISE_PREFLIGHT_H
#define RECOGNISE_PREFLIGHT_H

#include "base/diag.h"
#include "recognise/account.h"
#include "report/terms.h"

/* Words a report may have: of the Secretariat, of an intergovernmental body, tabled in session. */
#define PREFLIGHT_WORDS_SECRETARIAT 8500
#define PREFLIGHT_WORDS_BODY 10700
#define PREFLIGHT_WORDS_SESSION 3300

/* terms of the report's language; NULL leaves out the checks that need words. */
void preflight(struct account *, const struct terms *, struct diag *);

#endif
