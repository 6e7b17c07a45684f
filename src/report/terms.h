/* SPDX-License-Identifier: MIT */
/*
 * terms.h - the words of a language, from stylesheets/terms/<lang>.xml.
 * Needs: base, libxml2.  Owns: everything is in the arena given.
 */
#ifndef REPORT_TERMS_H
#define REPORT_TERMS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

struct terms;

/* The terms of lang (ar zh en fr ru es).  NULL after a report when the file cannot be used. */
const struct terms *terms_load(struct arena *, const char *lang, struct diag *);
/* The phrase with this key, or an empty span. */
struct span terms_get(const struct terms *, const char *key);
/* The phrases of a list, in their order; n = 0 when there is none. */
const struct span *terms_list(const struct terms *, const char *key, size_t *n);

#endif
