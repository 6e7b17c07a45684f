/* SPDX-License-Identifier: MIT */
/* build.c - a draft's text, lines and marks from the pieces a reader of a form hands over. */
#include <glib.h>
#include <string.h>

#include "source/forms.h"

#define SPAN_MOST 1000 /* columns or rows of a cell */

/* Open marks get their place when their first text comes, the outer ones first. */
static void
place_marks(struct builder *b)
{
	for (unsigned i = 0; i < b->nmark && i < FORM_DEPTH; i++) {
		struct open_mark *o = &b->mark[i];
		if (o->index != SIZE_MAX)
			continue;
		o->index = b->draft->nmark;
		struct mark *m = VEC_PUSH(b->arena, b->draft->mark, b->draft->nmark, b->cap_mark);
		*m = (struct mark){(uint32_t)b->out.n, (uint32_t)b->out.n, o->kind, o->target, NULL};
	}
}

/* A character that is not in the input as text: a line end, a TAB between cells. */
static void
put_sign(struct builder *b, char c)
{
	traced_add(b->arena, &b->out, &c, 1, b->next_origin);
	b->draft->account.input += b->packed;
}

void
build_begin_line(struct builder *b)
{
	if (b->open)
		return;
	if (b->out.n > 0)
		put_sign(b, '\n');
	b->open = true;
	b->start = b->out.n;
	b->n_all = b->n_strong = b->n_emph = 0;
}

/* The call of a note is in the type of the text, whatever type the line has. */
static void
count_faces(struct builder *b, size_t n)
{
	if (b->raised > 0)
		return;
	b->n_all += n;
	b->n_strong += b->strong > 0 ? n : 0;
	b->n_emph += b->emph > 0 ? n : 0;
}

void
build_traced(struct builder *b, const char *s, const uint32_t *origin, size_t n)
{
	if (n == 0)
		return;
	build_begin_line(b);
	place_marks(b);
	traced_copy(b->arena, &b->out, s, origin, n);
	b->next_origin = origin[n - 1] + 1;
	count_faces(b, span_trim((struct span){s, n}).n);
}

/* NFC of what was put from `from` on. */
static void
normalise(struct builder *b, size_t from)
{
	struct span old = {b->out.s + from, b->out.n - from};
	char *nfc = g_utf8_normalize(old.s, (gssize)old.n, G_NORMALIZE_NFC);
	if (nfc != NULL) {
		size_t m = strlen(nfc);
		b->draft->account.normalised +=
		    (ptrdiff_t)utf8_count(old) - (ptrdiff_t)utf8_count((struct span){nfc, m});
		b->out.n = from;
		traced_add(b->arena, &b->out, nfc, m, 0);
	}
	g_free(nfc);
}

/* Text that was put is about to come: its line and its marks. */
static void
open_packed(struct builder *b, size_t *from)
{
	if (*from != SIZE_MAX)
		return;
	build_begin_line(b);
	place_marks(b);
	*from = b->out.n;
}

void
build_packed(struct builder *b, const char *s, size_t n)
{
	size_t from = SIZE_MAX;
	bool check = false;
	for (size_t i = 0; i < n;) {
		size_t at = i;
		while (i < n && s[i] >= 0x20 && s[i] < 0x7F) /* most of it can stand as it is */
			i++;
		if (i > at) {
			open_packed(b, &from);
			traced_add(b->arena, &b->out, s + at, i - at, 0);
			b->draft->account.input += i - at;
			continue;
		}
		uint32_t c = utf8_next(s, n, &i);
		b->draft->account.input++;
		if (c == UTF8_BAD || decode_drops(c) || (decode_directs(c) && !b->open && from == SIZE_MAX)) {
			b->draft->account.dropped++;
			b->draft->account.directions += decode_directs(c);
			continue;
		}
		open_packed(b, &from);
		bool blank = c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
		traced_add(b->arena, &b->out, blank ? " " : s + at, blank ? 1 : i - at, 0);
		check |= decode_may_change(c);
	}
	if (from == SIZE_MAX)
		return;
	if (check)
		normalise(b, from);
	count_faces(b, span_trim((struct span){b->out.s + from, b->out.n - from}).n);
}

void
build_sign(struct builder *b, char c)
{
	build_begin_line(b);
	put_sign(b, c);
	b->next_origin++;
}

void
build_image(struct builder *b, const char *target, const char *words, uint32_t at)
{
	const uint32_t origin[3] = {at, at, at};
	build_begin_line(b);
	place_marks(b);
	struct mark *m = VEC_PUSH(b->arena, b->draft->mark, b->draft->nmark, b->cap_mark);
	*m = (struct mark){(uint32_t)b->out.n, (uint32_t)b->out.n + 3, MARK_IMAGE, target, words};
	traced_copy(b->arena, &b->out, IMAGE_SIGN, origin, 3);
	b->next_origin = at + 1;
	b->draft->account.input += b->packed;
}

void
build_span(struct builder *b, unsigned cell, unsigned cols, unsigned rows, bool head)
{
	if (cell > UINT16_MAX)
		return;
	*VEC_PUSH(b->arena, b->draft->span, b->draft->nspan, b->cap_span) = (struct cell_span){
	    (uint32_t)b->draft->nline, (uint16_t)cell, (uint16_t)(cols < SPAN_MOST ? cols : SPAN_MOST),
	    (uint16_t)(rows < SPAN_MOST ? rows : SPAN_MOST), head};
}

/* The cells of a row that came to nothing. */
static void
drop_spans(struct draft *draft)
{
	while (draft->nspan > 0 && draft->span[draft->nspan - 1].line == draft->nline)
		draft->nspan--;
}

/* Take a blank line back, with the line end before it. */
static void
take_back(struct builder *b)
{
	size_t from = b->start > 0 ? b->start - 1 : 0;
	if (b->packed)
		b->draft->account.dropped += utf8_count((struct span){b->out.s + from, b->out.n - from});
	b->out.n = from;
	for (size_t i = b->draft->nmark; i > 0 && b->draft->mark[i - 1].off >= from; i--)
		b->draft->mark[i - 1].off = b->draft->mark[i - 1].end = (uint32_t)from;
}

void
build_end_line(struct builder *b)
{
	if (!b->open) {
		drop_spans(b->draft);
		return;
	}
	b->open = false;
	struct span text = {b->out.s + b->start, b->out.n - b->start};
	if (span_trim(text).n == 0) {
		take_back(b);
		drop_spans(b->draft);
		return;
	}
	struct line *l = VEC_PUSH(b->arena, b->draft->line, b->draft->nline, b->cap_line);
	*l = b->line;
	b->line.opens = false;
	l->off = (uint32_t)b->start;
	l->text = text; /* the place is set at the end, when the text moves no more */
	l->indent = l->kind == LINE_ROW || l->kind == LINE_ROW_HEAD ? 0 : line_indent(text);
	l->bold |= b->n_all > 0 && b->n_strong == b->n_all;
	l->italic |= b->n_all > 0 && b->n_emph == b->n_all;
}

void
build_open(struct builder *b, enum mark_kind kind, const char *target)
{
	if (b->nmark < FORM_DEPTH)
		b->mark[b->nmark] = (struct open_mark){kind, target, SIZE_MAX};
	b->nmark++;
	b->strong += kind == MARK_STRONG;
	b->emph += kind == MARK_EMPH;
	b->raised += kind == MARK_SUP || kind == MARK_CALL;
}

void
build_close(struct builder *b, enum mark_kind kind)
{
	if (b->nmark == 0)
		return;
	if (b->nmark > FORM_DEPTH) {
		b->nmark--;
	} else {
		unsigned i = b->nmark;
		while (i > 0 && b->mark[i - 1].kind != kind)
			i--;
		if (i == 0)
			return;
		struct open_mark o = b->mark[i - 1];
		memmove(&b->mark[i - 1], &b->mark[i], (b->nmark - i) * sizeof o);
		b->nmark--;
		if (o.index != SIZE_MAX)
			b->draft->mark[o.index].end = (uint32_t)b->out.n;
	}
	b->strong -= kind == MARK_STRONG && b->strong > 0;
	b->emph -= kind == MARK_EMPH && b->emph > 0;
	b->raised -= (kind == MARK_SUP || kind == MARK_CALL) && b->raised > 0;
}

/* Marks that came to hold nothing are left out; the others stand by offset, outer first. */
static void
keep_marks(struct draft *draft)
{
	size_t n = 0;
	for (size_t i = 0; i < draft->nmark; i++)
		if (draft->mark[i].end > draft->mark[i].off && draft->mark[i].end <= draft->text.n)
			draft->mark[n++] = draft->mark[i];
	draft->nmark = n;
}

bool
build_finish(struct builder *b)
{
	struct draft *draft = b->draft;
	build_end_line(b);
	while (b->nmark > 0)
		build_close(b, b->mark[b->nmark > FORM_DEPTH ? 0 : b->nmark - 1].kind);
	if (draft->nline == 0) {
		diag(b->diag, DIAG_SRC_EMPTY, (struct pos){draft->name, 0, 0},
		     "what is a picture of text must be recognised (OCR) first");
		return false;
	}
	traced_reserve(b->arena, &b->out, b->out.n + 1);
	b->out.s[b->out.n] = '\0';
	draft->text = (struct span){b->out.s, b->out.n};
	draft->origin = b->packed ? NULL : b->out.origin;
	for (size_t i = 0; i < draft->nline; i++)
		draft->line[i].text.s = draft->text.s + draft->line[i].off;
	keep_marks(draft);
	return true;
}
