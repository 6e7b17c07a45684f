/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr */
#include "recognise/inline.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/cite.h"
#include "recognise/dict.h"
#include "recognise/fixes.h"
#include "recognise/flat.h"
#include "recognise/note_calls.h"
#include "recognise/note_find.h"
#include "recognise/preflight.h"
#include "recognise/repair.h"
#include "report/terms.h"

#define MARK_DEPTH 6
#define BRACKET_MAX_BYTES 4000 /* longer is no remark of a drafter */

static bool
titles(enum rep_kind k)
{
	return k == REP_HEADING || k == REP_TITLE || k == REP_SUBTITLE || k == REP_LABEL || k == REP_NUM ||
	    k == REP_CAPTION || k == REP_KIND_LINE || k == REP_ENTRY;
}

static enum rep_kind
mark_inline(enum mark_kind kind)
{
	switch (kind) {
	case MARK_EMPH: return REP_EMPH;
	case MARK_STRONG: return REP_STRONG;
	case MARK_SUP: return REP_SUP;
	case MARK_SUB: return REP_SUB;
	default: return REP_KINDS;
	}
}

static void
mark_wrap(struct flat *f, const struct mark *m)
{
	size_t from = flat_pos(f, m->off), last = flat_pos(f, m->end - 1);
	if (from == SIZE_MAX || last == SIZE_MAX || last < from)
		return;
	/* A heading that is bold from end to end is bold because it is a heading. */
	const struct flat_run *run = flat_at(f, from);
	if (titles(run->block->kind) && char_before(f->text, from) == '\n' && char_after(f->text, last + 1) == '\n')
		return;
	struct rep_node *in = flat_wrap(f, from, last + 1, mark_inline(m->kind));
	if (in != NULL)
		in->rule = "mark.form";
}

/* How many marks each mark stands in; the greatest depth, at most MARK_DEPTH - 1. */
static unsigned
mark_depths(const struct draft *d, uint8_t *depth)
{
	uint32_t open[MARK_DEPTH];
	unsigned n = 0, deepest = 0;
	for (size_t i = 0; i < d->nmark; i++) {
		while (n > 0 && open[n - 1] <= d->mark[i].off)
			n--;
		depth[i] = (uint8_t)(n < MARK_DEPTH ? n : MARK_DEPTH - 1);
		deepest = depth[i] > deepest ? depth[i] : deepest;
		if (n < MARK_DEPTH)
			open[n++] = d->mark[i].end;
	}
	return deepest;
}

void
inline_marks(struct account *acc)
{
	const struct draft *d = acc->found->draft;
	if (d->nmark == 0)
		return;
	uint8_t *depth = arena_alloc(acc->arena, d->nmark);
	/* Inner marks first: a round of edits may not touch the places of another round. */
	for (unsigned level = mark_depths(d, depth) + 1; level-- > 0;) {
		struct flat *f = flat_build(acc, false);
		for (size_t i = d->nmark; i-- > 0;)
			if (depth[i] == level && d->mark[i].end > d->mark[i].off &&
			    mark_inline(d->mark[i].kind) != REP_KINDS)
				mark_wrap(f, &d->mark[i]);
	}
}

/* ---- brackets ---- */

/* The text in small letters. */
static struct span
small(struct arena *a, struct span s)
{
	struct buf low = {0};
	for (size_t i = 0; i < s.n;)
		buf_addu(&low, char_lower(utf8_next(s.s, s.n, &i)));
	struct span out = {arena_strndup(a, low.n > 0 ? low.data : "", low.n), low.n};
	buf_free(&low);
	return out;
}

static bool
fixed_form(const struct rep_node *block)
{
	if (block->kind == REP_ADOPTION || block->kind == REP_NUM || block->kind == REP_LABEL ||
	    block->kind == REP_FIELD)
		return true;
	for (; block != NULL; block = block->parent)
		if (block->kind == REP_HEAD || block->kind == REP_CONTENTS)
			return true;
	return false;
}

/* Does the text, made small, hold one of the phrases? */
static bool
to_come(struct arena *a, struct span text, const struct inline_words *words)
{
	struct span s = small(a, text);
	for (size_t i = 0; i < words->nmissing; i++)
		if (span_find(s, words->missing[i]) != SIZE_MAX)
			return true;
	return false;
}

static bool
has_letter(struct span s)
{
	for (size_t i = 0; i < s.n;)
		if (char_letter(utf8_next(s.s, s.n, &i)))
			return true;
	return false;
}

/* "[Original: French]" says something of the paper; it is no text to be agreed on. */
static bool
names_original(struct arena *a, struct span inside, const struct inline_words *words)
{
	struct span s = small(a, inside);
	for (size_t i = 0; i < words->noriginal; i++)
		if (s.n >= words->original[i].n && memcmp(s.s, words->original[i].s, words->original[i].n) == 0)
			return true;
	return false;
}

static void
bracket(struct account *acc, struct flat *f, size_t from, size_t to, const struct inline_words *words)
{
	struct span inside = span_sub(f->text, from + 1, to - 1);
	const struct flat_run *run = flat_at(f, from);
	if (run == NULL || !has_letter(inside) || fixed_form(run->block) || names_original(acc->arena, inside, words))
		return;
	bool missing = to_come(acc->arena, inside, words);
	struct rep_node *in = flat_wrap(f, from, to, missing ? REP_PLACEHOLDER : REP_DRAFT);
	if (in == NULL)
		return;
	in->rule = missing ? "bracket.placeholder" : "bracket.draft";
	in->conf = missing ? 0.95f : 0.7f;
}

void
inline_brackets(struct account *acc, const struct inline_words *words)
{
	struct flat *f = flat_build(acc, true);
	/* From the end: a closing bracket waits for the opening one of its block; the outermost counts. */
	size_t close = 0, depth = 0;
	for (size_t i = f->text.n; i-- > 0;) {
		const char *next = depth > 0 ? f->text.s + i : memrchr(f->text.s, ']', i + 1);
		if (next == NULL)
			break;
		i = (size_t)(next - f->text.s);
		char c = *next;
		if (c == '\n' || (depth > 0 && close - i > BRACKET_MAX_BYTES)) {
			depth = 0;
		} else if (c == ']') {
			close = depth++ == 0 ? i + 1 : close;
		} else if (c == '[' && depth > 0 && --depth == 0) {
			bracket(acc, f, i, close, words);
		}
	}
}

/* ---- the order ---- */

/* A list of the terms in small letters. */
static const struct span *
small_list(struct arena *a, const struct terms *terms, const char *key, size_t *n)
{
	const struct span *list = terms_list(terms, key, n);
	struct span *out = ARENA_ARRAY(a, struct span, *n + 1);
	for (size_t i = 0; i < *n; i++)
		out[i] = small(a, list[i]);
	return out;
}

void
recognise_inlines(struct account *acc, struct diag *d)
{
	const char *lang = acc->found->lang != NULL ? acc->found->lang : "en";
	const struct terms *terms = terms_load(acc->arena, lang, d);
	struct cite_words words = {NULL, 0, NULL, 0};
	struct figure_words figures = {NULL, 0, NULL, 0};
	struct inline_words brackets = {NULL, 0, NULL, 0};
	if (terms != NULL) {
		words.resolution = small_list(acc->arena, terms, "cite.resolution", &words.nresolution);
		words.decision = small_list(acc->arena, terms, "cite.decision", &words.ndecision);
		figures.before = small_list(acc->arena, terms, "keep.before-figure", &figures.nbefore);
		figures.after = small_list(acc->arena, terms, "keep.after-figure", &figures.nafter);
		brackets.missing = small_list(acc->arena, terms, "placeholder", &brackets.nmissing);
		brackets.original = small_list(acc->arena, terms, "original", &brackets.noriginal);
	}
	fixes_replace(acc, acc->fixes, d);
	inline_marks(acc);
	note_calls(acc, &figures, d);
	repair(acc, dicts_of(acc->dicts, lang));
	repair_groups(acc);
	cite(acc, &words, d);
	inline_brackets(acc, &brackets);
	fixes_report(acc->fixes, d);
	preflight(acc, terms, d);
}
