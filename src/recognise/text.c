/* SPDX-License-Identifier: MIT */
/* text.c - text of the draft into the tree, byte by byte with its fate. */
#include <stdlib.h>
#include <string.h>

#include "recognise/work.h"

#define MARK_DEPTH 6

void
fate_set(struct work *w, uint32_t off, uint32_t end, enum fate fate)
{
	if (off < end && end <= w->draft->text.n)
		memset(w->out->fate + off, (int)fate, end - off);
}

void
fate_drop(struct work *w, uint32_t off, uint32_t end, const char *rule)
{
	struct drop *d;

	if (off >= end || end > w->draft->text.n)
		return;
	d = VEC_PUSH(w->arena, w->out->drop, w->out->ndrop, w->drop_cap);
	*d = (struct drop){off, end - off, rule};
	fate_set(w, off, end, FATE_DROPPED);
}

static bool
blank_byte(const char *s)
{
	return *s == ' ' || *s == '\t' || *s == '\n' || *s == '\r';
}

/* Bytes of the blank character at s, or 0 (NBSP, ideographic and other wide blanks count). */
static size_t
blank_at(const char *s, size_t n)
{
	size_t i = 0;
	uint32_t cp;

	if (blank_byte(s))
		return 1;
	cp = utf8_next(s, n, &i);
	return cp == 0xA0 || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200B) || cp == 0x202F || cp == 0x2028 ||
	       cp == 0x2029 || cp == 0x85 || cp == 0xFEFF || cp < 0x20 ? i : 0;
}

static int
by_off(const void *a, const void *b)
{
	const struct drop *x = a, *y = b;

	return x->off < y->off ? -1 : x->off > y->off;
}

void
fate_close(struct work *w)
{
	const char *s = w->draft->text.s;
	uint32_t n = (uint32_t)w->draft->text.n, i = 0;

	while (i < n) {
		uint32_t from = i;
		size_t step;
		while (i < n && w->out->fate[i] == FATE_NONE && (step = blank_at(s + i, n - i)) > 0)
			i += (uint32_t)step;
		if (i > from)
			fate_drop(w, from, i, "blank");
		else
			i++;
	}
	qsort(w->out->drop, w->out->ndrop, sizeof *w->out->drop, by_off);
}

size_t
recognised_unplaced(const struct recognised *r, uint32_t *first)
{
	size_t i, n = 0;

	for (i = 0; i < r->draft->text.n; i++)
		if (r->fate[i] == FATE_NONE && n++ == 0 && first)
			*first = (uint32_t)i;
	return n;
}

static size_t
first_mark(const struct draft *d, uint32_t off)
{
	size_t lo = 0, hi = d->nmark;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (d->mark[mid].off < off)
			lo = mid + 1;
		else
			hi = mid;
	}
	/* marks that began on an earlier line of the same paragraph */
	for (hi = 0; hi < MARK_DEPTH && lo > 0 && d->mark[lo - 1].end > off; hi++)
		lo--;
	return lo;
}

static enum rep_kind
mark_element(const struct mark *m, bool structural_bold)
{
	switch (m->kind) {
	case MARK_EMPH: return REP_EMPH;
	case MARK_STRONG: return structural_bold ? REP_KINDS : REP_STRONG;
	case MARK_SUP: return REP_SUP;
	case MARK_SUB: return REP_SUB;
	case MARK_LINK: return REP_LINK;
	case MARK_CALL: return REP_NOTE;
	default: return REP_KINDS;
	}
}

static void
plain(struct work *w, struct rep_node *parent, uint32_t off, uint32_t end)
{
	if (off >= end)
		return;
	rep_text(w->out->report, parent, (struct span){w->draft->text.s + off, end - off}, off, end - off,
	         FATE_PLACED);
	fate_set(w, off, end, FATE_PLACED);
}

/* The element for a mark; a call takes its bytes as mark-up and gets its text later. */
static struct rep_node *
open_mark(struct work *w, struct rep_node *parent, const struct mark *m, enum rep_kind kind)
{
	struct rep_node *node = rep_new(w->out->report, kind, parent);

	node->rule = "form.mark";
	node->conf = 1;
	if (m->kind == MARK_CALL)
		rep_set(w->out->report, node, "mark", m->target ? m->target : "*");
	else if (m->kind == MARK_LINK && m->target && m->target[0] && strcmp(m->target, "#") != 0)
		rep_set(w->out->report, node, "href", m->target);
	return node;
}

void
text_place(struct work *w, struct rep_node *parent, uint32_t off, uint32_t end)
{
	const struct draft *d = w->draft;
	struct { struct rep_node *node; uint32_t end; } open[MARK_DEPTH + 1];
	int depth = 0;
	uint32_t at = off;
	size_t m = first_mark(d, off);
	bool bold = parent->kind == REP_HEADING || parent->kind == REP_TITLE || parent->kind == REP_SUBTITLE ||
	            parent->kind == REP_LABEL || parent->kind == REP_NUM || parent->kind == REP_CAPTION;

	open[0].node = parent;
	open[0].end = end;
	while (at < end || (m < d->nmark && d->mark[m].off < end)) {
		uint32_t stop = open[depth].end;
		enum rep_kind kind;
		if (m < d->nmark && d->mark[m].off < stop) {
			const struct mark *k = &d->mark[m++];
			uint32_t from = k->off > at ? k->off : at, to = k->end < stop ? k->end : stop;
			kind = mark_element(k, bold);
			if (kind == REP_KINDS || (from >= to && k->kind != MARK_CALL) || depth == MARK_DEPTH)
				continue;
			plain(w, open[depth].node, at, from);
			at = from;
			depth++;
			open[depth].node = open_mark(w, open[depth - 1].node, k, kind);
			open[depth].end = to > from ? to : from;
			if (k->kind == MARK_CALL) {
				fate_set(w, from, open[depth].end, FATE_MARKUP);
				at = open[depth].end;
				depth--;
			}
			continue;
		}
		plain(w, open[depth].node, at, stop);
		at = stop > at ? stop : at;
		if (depth == 0)
			break;
		depth--;
	}
}

/* Does a line end between these two leave a blank? */
static bool
leaves_blank(struct span a, struct span b)
{
	size_t i = a.n, j = 0;
	uint32_t last, first;

	if (a.n == 0 || b.n == 0)
		return false;
	last = utf8_prev(a.s, &i);
	first = utf8_next(b.s, b.n, &j);
	if (cp_cjk(last) && (cp_cjk(first) || first == '(' || (first >= '0' && first <= '9')))
		return false;
	if (cp_cjk(first) && !cp_cjk(last) && last != '.' && last != ',')
		return false;
	if ((last == '-' || last == 0x2010 || last == 0x2011) && i > 0 && a.s[i - 1] != ' ')
		return cp_arabic(first);
	if (last == '/' && i > 0 && a.s[i - 1] != ' ')
		return false;
	return true;
}

void
text_join(struct work *w, struct rep_node *parent, const struct rline *a, const struct rline *b)
{
	bool blank = leaves_blank(rline_text(w, a), rline_text(w, b));
	uint32_t from = a->off + a->n, to = b->off, i;

	/* only the line end itself when furniture or notes stand between */
	for (i = from; i < to && w->out->fate[i] == FATE_NONE && blank_at(w->draft->text.s + i, to - i) > 0; i++)
		;
	to = i;
	while (to > from && to < b->off && ((unsigned char)w->draft->text.s[to] & 0xC0) == 0x80)
		to--;
	if (to == from)
		return;
	rep_text(w->out->report, parent, blank ? SPAN_LIT(" ") : SPAN_LIT(""), from, to - from, FATE_JOINED);
	fate_set(w, from, to, FATE_JOINED);
}
