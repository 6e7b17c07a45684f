/* SPDX-License-Identifier: MIT */
/* fix_lines.c - what the editor says about lines, above what the passes found. */
#include "recognise/fixes.h"
#include "recognise/notes.h"
#include "recognise/work.h"

struct fix *
fix_of(const struct work *w, const struct rline *l)
{
	return w->opt != NULL ? fix_for_line(w->opt->fixes, (size_t)(l->src - w->draft->line)) : NULL;
}

const char *
fix_evidence(const struct work *w, const struct fix *f)
{
	return arena_printf(w->arena, "the editor says so (%s, line %u)", w->opt->fixes->name, f->line);
}

bool
fix_allows(const struct fix *f, const struct rline *l, enum reading r)
{
	switch (f->kind) {
	case FIX_HEADING: return r == (l->nlabel > 0 ? READ_HEAD : READ_PLAIN);
	case FIX_TITLE: return r == READ_PLAIN;
	case FIX_PARAGRAPH: case FIX_NOT_LIST: return r == READ_P;
	case FIX_NUMBERED: return r == READ_PARA;
	case FIX_CONTINUATION: return r == READ_CONT;
	case FIX_SPLIT: return r != READ_CONT;
	case FIX_ITEM: return r == (l->nlabel > 0 ? READ_ITEM : READ_BULLET);
	case FIX_BULLET: return r == READ_BULLET;
	default: return true;
	}
}

/* The reading a fix gives by itself, or READ_OPEN when the choice among lines must make it. */
static enum reading
pinned(const struct fix *f, const struct rline *l)
{
	switch (f->kind) {
	case FIX_ITEM: case FIX_BULLET: return l->nlabel > 0 || l->bullet ? READ_OPEN : READ_BULLET;
	case FIX_ANNEX: return READ_ANNEX;
	case FIX_FRONT: return READ_FRONT;
	case FIX_CAPTION: return READ_CAPTION;
	case FIX_ROW: return READ_ROW;
	case FIX_QUOTE: return READ_QUOTE;
	default: return READ_OPEN;
	}
}

void
fix_drops(struct work *w)
{
	for (size_t i = 0; i < w->nline; i++) {
		struct fix *f = fix_of(w, &w->line[i]);
		if (f == NULL || f->kind != FIX_DROP)
			continue;
		line_drop(w, &w->line[i], DROP_FIX);
		f->used = true;
	}
}

/* Lines that the editor makes text are neither furniture nor notes. */
static bool
is_text(const struct fix *f)
{
	return f != NULL && f->kind != FIX_NOTE && f->kind != FIX_DROP;
}

/* READ_P keeps these passes off, from lines too that fix_notes() takes between them. */
void
fix_hold(struct work *w)
{
	for (size_t i = 0; i < w->nline; i++) {
		const struct fix *f = fix_of(w, &w->line[i]);
		if (f != NULL && f->kind != FIX_DROP)
			w->line[i].reading = READ_P;
	}
}

void
fix_release(struct work *w)
{
	for (size_t i = 0; i < w->nline; i++)
		if (is_text(fix_of(w, &w->line[i])))
			w->line[i].reading = READ_OPEN;
}

/* Lines that the editor makes a note: a mark at their start, if it is printed there, is no text. */
void
fix_notes(struct work *w)
{
	const struct fix *open = NULL;
	uint32_t id = 0;

	for (size_t i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct fix *f = fix_of(w, l);
		struct span mark;
		uint32_t value;
		if (f == NULL || f->kind != FIX_NOTE)
			continue;
		size_t used = note_mark(rline_text(w, l), &mark, &value);
		if (f != open) {
			id = note_new(w, f->value, (uint32_t)i);
			note_take(l, READ_NOTE, id, used > 0 && span_eq(mark, f->value) ? used : 0, "fix", 1);
		} else {
			note_take(l, READ_NOTE_MORE, id, 0, "fix", 1);
		}
		l->evidence = fix_evidence(w, f);
		open = f;
		f->used = true;
	}
}

void
fix_readings(struct work *w)
{
	for (size_t i = 0; i < w->nflow; i++) {
		struct rline *l = flow_line(w, i);
		struct fix *f = fix_of(w, l);
		if (!is_text(f))
			continue;
		if (f->kind == FIX_KEEP) {
			f->used = true;
			continue;
		}
		if (l->reading == READ_PLAIN || l->reading == READ_SIGN || l->reading == READ_P || l->reading == READ_ROW)
			l->kind = NULL; /* what a letter, a record or a table made of it */
		l->reading = pinned(f, l);
		if (l->reading == READ_OPEN)
			continue;
		if (f->kind == FIX_ITEM)
			l->kind = "none";
		l->rule = "fix";
		l->evidence = fix_evidence(w, f);
		l->conf = 1;
		f->used = true;
	}
}
