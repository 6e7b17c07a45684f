/* SPDX-License-Identifier: MIT */
/* structure.c - the structural half of the recogniser, from the lines to the tree. */
#include <string.h>

#include "recognise/fixes.h"
#include "recognise/language.h"
#include "recognise/work.h"
#include "report/terms.h"

#define OPENING_BYTES 2000 /* of a paper: they are its own, while annexes may be in another language */
#define HEAD_BYTES 600     /* of the opening: masthead and title, before a list of names in another language */
#define SHORT_BYTES 600    /* of a paper so short that the fields its masthead has in English are half of it */
#define OPENING_SURE 0.5f

/* The language of the first bytes, no more than half of the text; NULL when it is not sure. */
static const char *
opening_language(struct arena *a, struct span text, size_t bytes, struct diag *diag)
{
	float conf;
	const char *lang = language_detect(a, span_sub(text, 0, text.n / 2 < bytes ? text.n / 2 : bytes), &conf, diag);
	return lang && conf >= OPENING_SURE ? lang : NULL;
}

/* Does the head print the organization's name in the language?  A masthead is in the language of its paper. */
static bool
is_masthead_of(struct arena *a, struct span head, const char *lang, struct diag *diag)
{
	const struct terms *t = terms_load(a, lang, diag);
	size_t n = 0;
	const struct span *name = t ? terms_list(t, "organization", &n) : NULL;

	head = terms_fold(a, head);
	for (size_t k = 0; k < n; k++)
		if (span_find(head, terms_fold(a, name[k])) != SIZE_MAX)
			return true;
	return false;
}

/*
 * What the user says, else what all of a short paper shows, else what its opening and the head of that show alike,
 * else the head when it is a masthead of that language, over a short letter with a long annex in another; else all
 * of it, else the form.
 */
static const char *
language(struct arena *a, const struct draft *d, const struct recognise_options *o, struct diag *diag)
{
	float conf;
	const char *lang, *said = o && o->lang ? o->lang : o ? fix_set(a, o->fixes, "lang") : NULL;
	if (said)
		return said;
	if (d->text.n < SHORT_BYTES && (lang = language_detect(a, d->text, &conf, diag)) != NULL)
		return lang;
	lang = opening_language(a, d->text, OPENING_BYTES, diag);
	const char *head = opening_language(a, d->text, HEAD_BYTES, diag);
	if (head && (!lang || strcmp(head, lang) != 0))
		lang = is_masthead_of(a, span_sub(d->text, 0, HEAD_BYTES), head, diag) ? head : NULL;
	if (!head || !lang)
		lang = language_detect(a, d->text, &conf, diag);
	return lang ? lang : d->lang ? d->lang : "en";
}

#define PIECES 8        /* over the text, each of */
#define PIECE_BYTES 2000
#define PIECE_SURE 0.7f
#define OTHERS 2        /* languages of annexes, beside that of the paper */

/* Other languages than its own and English that stretches of the paper are in, up to NULL. */
static void
other_languages(const struct work *w, const char *out[OTHERS + 1])
{
	struct span text = w->draft->text;
	size_t n = 0;

	for (size_t k = 0; k < PIECES && n < OTHERS && text.n > PIECE_BYTES; k++) {
		size_t from = (text.n - PIECE_BYTES) / (PIECES - 1) * k;
		float conf = 0;
		const char *lang = language_detect(w->arena, span_sub(text, from, from + PIECE_BYTES), &conf, w->diag);
		if (lang && conf >= PIECE_SURE && strcmp(lang, w->out->lang) != 0 && strcmp(lang, "en") != 0 &&
		    (n == 0 || strcmp(lang, out[0]) != 0))
			out[n++] = lang;
	}
	out[n] = NULL;
}

/* The lines and what they show; what belongs to pages, and notes, out of the text. */
static void
take_apart(struct work *w)
{
	evidence_collect(w);
	masthead_first(w);
	damage_find(w);
	fix_hold(w);
	tags_find(w);
	furniture_find(w);
	stamps_find(w);
	cover_find(w);
	tags_furniture(w);
	fix_notes(w);
	notes_find(w);
	fix_release(w);
	fix_drops(w);
	pages_find(w);
}

/* The parts of the paper, the lines that are known by their form, and evidence for those left open. */
static void
find_parts(struct work *w)
{
	reach_large(w);
	reach_narrow(w);
	reach_aside(w);
	margin_find(w);
	closed_find(w);
	letters_find(w);
	masthead_find(w);
	proposal_find(w);
	contents_find(w);
	initials_find(w);
	capitals_find(w);
	order_find(w);
	parts_find(w);
	torn_find(w);
	agenda_find(w);
	tags_pictures(w);
	counted_find(w);
	tables_find(w);
	scatter_find(w);
	entries_find(w);
	captions_find(w);
	notes_under_tables(w);
	listed_quoted(w);
	series_find(w);
	textless_find(w);
	recur_find(w);
	rounds_find(w);
	reach_typed(w);
	rhythm_find(w);
	tags_weigh(w);
	parts_sort(w);
}

struct recognised *
recognise_structure(struct arena *a, const struct draft *draft, const struct recognise_options *opt,
                    struct diag *diag)
{
	struct work *w = ARENA_NEW(a, struct work);
	struct fixes *fixes = opt ? opt->fixes : NULL;
	const char *others[OTHERS + 1];

	if (fixes) {
		draft = fixes_split(a, fixes, draft);
		fixes_find(a, fixes, draft, diag);
	}
	w->arena = a;
	w->diag = diag;
	w->draft = draft;
	w->opt = opt;
	w->out = ARENA_NEW(a, struct recognised);
	w->out->report = report_new(a, draft->name);
	w->out->draft = draft;
	w->out->fate = ARENA_ARRAY(a, uint8_t, draft->text.n + 1);
	w->out->lang = language(a, draft, opt, diag);
	w->out->work = w;
	other_languages(w, others);
	w->words = words_load(a, w->out->lang, others, diag);
	take_apart(w);
	find_parts(w);
	fix_readings(w);
	choose(w);
	blocks_make(w);
	tree_build(w);
	fate_close(w);
	return w->out;
}
