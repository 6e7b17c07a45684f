/* SPDX-License-Identifier: MIT */
/* structure.c - the structural half of the recogniser, from the lines to the tree. */
#include "recognise/work.h"

static const char *
language(const struct draft *d, const struct recognise_options *o)
{
	size_t i, n = 0, cjk = 0, arabic = 0, cyrillic = 0;

	if (o && o->lang)
		return o->lang;
	for (i = 0; i < d->text.n && n < 20000; n++) {
		uint32_t cp = utf8_next(d->text.s, d->text.n, &i);
		cjk += cp_cjk(cp);
		arabic += cp_arabic(cp);
		cyrillic += cp >= 0x400 && cp <= 0x4FF;
	}
	if (cjk * 5 > n)
		return "zh";
	if (arabic * 4 > n)
		return "ar";
	if (cyrillic * 4 > n)
		return "ru";
	return d->lang ? d->lang : "en";
}

struct recognised *
recognise_structure(struct arena *a, const struct draft *draft, const struct recognise_options *opt,
                    struct diag *diag)
{
	struct work *w = ARENA_NEW(a, struct work);

	w->arena = a;
	w->diag = diag;
	w->draft = draft;
	w->opt = opt;
	w->out = ARENA_NEW(a, struct recognised);
	w->out->report = report_new(a, draft->name);
	w->out->draft = draft;
	w->out->fate = ARENA_ARRAY(a, uint8_t, draft->text.n + 1);
	w->out->lang = language(draft, opt);
	w->out->work = w;
	w->words = words_load(a, w->out->lang, diag);
	evidence_collect(w);
	furniture_find(w);
	notes_find(w);
	pages_find(w);
	masthead_find(w);
	contents_find(w);
	parts_find(w);
	choose(w);
	blocks_make(w);
	tree_build(w);
	fate_close(w);
	return w->out;
}
