/* SPDX-License-Identifier: MIT */
/*
 * by_hand.h - trees built by hand for the tests of the passes on the tree: one p per line of the
 * draft; "\f" starts a page; a line "#MARK text" is the body of a note; a line that starts with
 * "http" is an address line; a line that starts with a tab goes on with the paragraph before it.
 */
#ifndef TESTS_BY_HAND_H
#define TESTS_BY_HAND_H

#include <stdlib.h>
#include <string.h>

#include "recognise/account.h"

struct by_hand {
	struct arena *arena;
	struct diag *diag;
	struct recognised *found;
	struct account *acc;
	struct rep_node *body;
};

static inline void
hand_fate(struct by_hand *h, uint32_t off, uint32_t n, enum fate f)
{
	memset(h->found->fate + off, (int)f, n);
}

static inline void
hand_drop(struct by_hand *h, uint32_t off, uint32_t n, const char *rule)
{
	h->found->drop[h->found->ndrop++] = (struct drop){off, n, rule};
	hand_fate(h, off, n, FATE_DROPPED);
}

static inline void
hand_note(struct by_hand *h, const struct line *l, uint32_t page)
{
	const char *end = memchr(l->text.s, ' ', l->text.n);
	uint32_t mark = (uint32_t)(end - l->text.s);
	struct rep_node *note = rep_new(h->found->report, REP_NOTE, NULL);
	struct rep_node *p = rep_new(h->found->report, REP_P, note);
	struct span text = span_sub(l->text, mark + 1, l->text.n);
	rep_text(h->found->report, p, text, l->off + mark + 1, (uint32_t)text.n, FATE_PLACED);
	hand_fate(h, l->off, mark + 1, FATE_MARKUP);
	hand_fate(h, l->off + mark + 1, (uint32_t)text.n, FATE_PLACED);
	h->found->note[h->found->nnote++] = (struct note_body){
	    .mark = arena_strndup(h->arena, l->text.s + 1, mark - 1), .node = note, .page = page,
	    .line_from = l->no, .line_to = l->no, .off = l->off + 1};
}

/* A tree over a draft given as text; every newline is dropped or joined. */
static inline struct by_hand
by_hand(const char *text)
{
	struct by_hand h = {.arena = arena_new(), .diag = diag_new()};
	size_t n = strlen(text);
	struct draft *d = ARENA_NEW(h.arena, struct draft);
	d->name = "draft.txt";
	d->form = SOURCE_PAGE_SINGLE;
	d->text = (struct span){arena_strdup(h.arena, text), n};
	d->account = (struct source_account){.input = utf8_count(d->text), .text = utf8_count(d->text)};
	d->input = d->text;
	uint32_t *origin = ARENA_ARRAY(h.arena, uint32_t, n + 1);
	for (uint32_t i = 0; i <= n; i++)
		origin[i] = i;
	d->origin = origin;
	d->line = ARENA_ARRAY(h.arena, struct line, n + 1);
	h.found = ARENA_NEW(h.arena, struct recognised);
	*h.found = (struct recognised){.report = report_new(h.arena, d->name), .draft = d, .lang = "en",
	    .note = ARENA_ARRAY(h.arena, struct note_body, n + 1), .url = ARENA_ARRAY(h.arena, struct url_line, n + 1),
	    .fate = arena_alloc(h.arena, n + 1), .drop = ARENA_ARRAY(h.arena, struct drop, n + 1),
	    .page_of = ARENA_ARRAY(h.arena, uint32_t, n + 1)};
	h.body = rep_new(h.found->report, REP_BODY, h.found->report->root);
	h.acc = account_new(h.arena);
	uint32_t page = 1;
	struct rep_node *p = NULL;
	for (uint32_t at = 0, no = 1; at < n; no++) {
		if (text[at] == '\f') {
			page++;
			hand_drop(&h, at++, 1, "test.page");
		}
		uint32_t size = (uint32_t)strcspn(text + at, "\n");
		struct line *l = &d->line[d->nline];
		*l = (struct line){.text = {d->text.s + at, size}, .off = at, .no = no, .col = 1, .page = page};
		h.found->page_of[d->nline++] = page;
		bool joins = text[at + size] == '\n' && text[at + size + 1] == '\t';
		if (text[at] == '#') {
			hand_note(&h, l, page);
		} else if (strncmp(l->text.s, "http", 4) == 0) {
			h.found->url[h.found->nurl++] = (struct url_line){l->text, at, size, page};
			hand_drop(&h, at, size, "furniture.url");
		} else if (size > 0) {
			uint32_t skip = text[at] == '\t';
			if (skip == 0 || p == NULL)
				p = rep_new(h.found->report, REP_P, h.body);
			p->line_from = p->line_from != 0 ? p->line_from : no;
			p->line_to = no;
			struct span s = span_sub(l->text, skip, size);
			rep_text(h.found->report, p, s, at + skip, (uint32_t)s.n, FATE_PLACED);
			hand_fate(&h, at + skip, (uint32_t)s.n, FATE_PLACED);
		}
		at += size;
		if (at < n && joins) {
			rep_text(h.found->report, p, SPAN_LIT(" "), at, 2, FATE_JOINED);
			hand_fate(&h, at, 2, FATE_JOINED);
		} else if (at < n) {
			hand_drop(&h, at, 1, "blank");
		}
		at += at < n;
	}
	h.found->npage = page;
	account_open(h.acc, h.found);
	return h;
}

static inline void
by_hand_free(struct by_hand *h)
{
	arena_free(h->arena);
	diag_free(h->diag);
}

static inline void
hand_put(struct buf *out, const struct rep_node *n)
{
	if (n->kind == REP_TEXT) {
		buf_addspan(out, n->text);
		return;
	}
	if (n->kind == REP_NOTE)
		buf_printf(out, "{%s%s:", rep_get(n, "mark"), rep_get(n, "lost") ? "?" : rep_get(n, "uncalled") ? "!" : "");
	if (n->kind == REP_REF || n->kind == REP_LINK)
		buf_printf(out, "<%s=", rep_get(n, "href") ? rep_get(n, "href") : "");
	if (n->kind == REP_DRAFT || n->kind == REP_PLACEHOLDER)
		buf_printf(out, "<%s=", rep_name(n->kind));
	for (const struct rep_node *c = n->first; c != NULL; c = c->next)
		hand_put(out, c);
	if (n->kind == REP_NOTE)
		buf_adds(out, "}");
	if (n->kind == REP_REF || n->kind == REP_LINK || n->kind == REP_DRAFT || n->kind == REP_PLACEHOLDER)
		buf_adds(out, ">");
	if (n->kind == REP_P && n->parent->kind != REP_NOTE)
		buf_adds(out, "|");
}

/* The words, "{1:body}" for notes, "<href=words>" for links, "|" after a paragraph. */
static inline const char *
hand_show(struct by_hand *h)
{
	struct buf out = {0};
	hand_put(&out, h->found->report->root);
	const char *s = arena_strndup(h->arena, out.n > 0 ? out.data : "", out.n);
	buf_free(&out);
	return s;
}

static inline size_t
hand_reported(const struct by_hand *h, enum diag_code code)
{
	size_t n = 0;
	for (size_t i = 0; i < diag_count(h->diag); i++)
		n += diag_at(h->diag, i)->code == code;
	return n;
}

#endif
