/* SPDX-License-Identifier: MIT */
/*
 * terms.h - the words of a language, read from stylesheets/terms/LANG.xml (schemas/terms.rng).
 * Needs: base, libxml2, GLib for case.  Owns: everything is in the arena given.
 *
 * A term is one phrase by its key, as our outputs write it; a list holds the phrases that do the
 * same work in drafts, and is what the recogniser looks for.
 */
#ifndef REPORT_TERMS_H
#define REPORT_TERMS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

struct terms;

/*
 * The terms of a language: "es", or "es-419" which means the same.  NULL after a report when
 * there is no such file or it cannot be read.  Under a millisecond; load once, pass the result.
 */
const struct terms *terms_load(struct arena *, const char *lang, struct diag *);
/* The languages there are, as lists: key the code, phrases the commonest words.  NULL after a report. */
const struct terms *terms_languages(struct arena *, struct diag *);

/* The phrase with this key, NUL-terminated, or an empty span. */
struct span terms_get(const struct terms *, const char *key);
/* The phrases of a list in their order, each NUL-terminated; n = 0 when there is none. */
const struct span *terms_list(const struct terms *, const char *key, size_t *n);
/* Their values (@n of the file: of a month, a number word, a letter), 0 = none; as many. */
const uint32_t *terms_values(const struct terms *, const char *key);
/* The key and the script ("Latn") of the i-th list, of a file of languages; NULL behind the last. */
const char *terms_list_key(const struct terms *, size_t i, const char **script);

/*
 * Text for comparing: lower case, typographic apostrophes and hyphens plain, kashida, Arabic
 * vowel signs and soft hyphens gone, blanks (NBSP too) one space, none at the ends.
 */
struct span terms_fold(struct arena *, struct span);

/*
 * The value of the number words that folded text starts with ("thirty-first session": 31), 0 when
 * there are none; *used gets their length in bytes.
 */
uint32_t terms_number(const struct terms *, struct span folded, size_t *used);

#endif
