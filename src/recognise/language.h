/* SPDX-License-Identifier: MIT */
/*
 * language.h - the language of a text, told by its script and by its commonest words.
 * Needs: report/terms.h.  Owns: nothing; the answer is in the arena given.
 */
#ifndef RECOGNISE_LANGUAGE_H
#define RECOGNISE_LANGUAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

/*
 * "es", "zh" ... of most of the text; NULL when no language of stylesheets/terms/languages.xml
 * fits.  *conf gets 0..1: how far the second best language is behind.
 */
const char *language_detect(struct arena *, struct span text, float *conf, struct diag *);

/* The script of most letters, "Latn", "Cyrl", "Arab" or "Hans"; *share gets their part of all, 0 without any. */
const char *language_script(struct span text, float *share);

/* The script of a language of terms_languages(); NULL for others. */
struct terms;
const char *language_writing(const struct terms *languages, const char *lang);

/* One of the languages of reports: ar, zh, en, fr, ru, es. */
bool language_is_known(struct span code);

#endif
