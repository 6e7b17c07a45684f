/* SPDX-License-Identifier: MIT */
/* structure.c - the structural half of the recogniser, from the lines to the tree. */
#include "recognise/fixes.h"
#include "recognise/language.h"
#include "recognise/work.h"

/* What the user says, else what the text shows, else what the form says of itself. */
static const char *
language(struct arena *a, const struct draft *d, const struct recognise_options *o, struct diag *diag)
{
	float conf;
	const char *said = o && o->lang ? o->lang : o ? fix_set(a, o->fixes, "lang") : NULL;
	const char *lang = said ? said : language_detect(a, d->text, &conf, diag);

	return lang ? lang : d->lang ? d->lang : "en";
}

struct recognised *
recognise_structure(struct arena *a, const struct draft *draft, const struct recognise_options *opt,
                    struct diag *diag)
{
	struct work *w = ARENA_NEW(a, struct work);
	struct fixes *fixes = opt ? opt->fixes : NULL;

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
	w->words = words_load(a, w->out->lang, diag);
	evidence_collect(w);
	damage_find(w);
	fix_hold(w);
	furniture_find(w);
	fix_notes(w);
	notes_find(w);
	fix_release(w);
	fix_drops(w);
	pages_find(w);
	reach_large(w);
	reach_narrow(w);
	reach_aside(w);
	margin_find(w);
	letters_find(w);
	masthead_find(w);
	contents_find(w);
	parts_find(w);
	agenda_find(w);
	tables_find(w);
	scatter_find(w);
	entries_find(w);
	captions_find(w);
	notes_under_tables(w);
	recur_find(w);
	reach_typed(w);
	parts_sort(w);
	fix_readings(w);
	choose(w);
	blocks_make(w);
	tree_build(w);
	fate_close(w);
	return w->out;
}
