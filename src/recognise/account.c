/* SPDX-License-Identifier: MIT */
#include "recognise/account.h"

#include <stdlib.h>
#include <string.h>

#include "recognise/dict.h"

struct account *
account_new(struct arena *a)
{
	struct account *acc = ARENA_NEW(a, struct account);
	acc->arena = a;
	acc->dicts = dicts_new(a);
	return acc;
}

void
account_open(struct account *acc, struct recognised *found)
{
	acc->found = found;
	acc->owner = ARENA_ARRAY(acc->arena, uint32_t, found->draft->text.n + 1);
	acc->note = ARENA_ARRAY(acc->arena, const struct rep_node *, found->nnote + 1);
	for (size_t i = 0; i < found->nnote; i++) {
		const struct rep_node *root = found->note[i].node;
		acc->note[i + 1] = root;
		for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
			for (uint32_t k = 0; n->kind == REP_TEXT && k < n->off_n; k++)
				acc->owner[n->off + k] = (uint32_t)i + 1;
	}
}

uint32_t
account_line(const struct account *acc, uint32_t off)
{
	const struct draft *d = acc->found->draft;
	return d->nline > 0 ? d->line[source_line(d, off)].no : 0;
}

void
account_fate(struct account *acc, uint32_t off, uint32_t n, enum fate fate)
{
	size_t size = acc->found->draft->text.n;
	for (size_t i = off; i < (size_t)off + n && i < size; i++)
		acc->found->fate[i] = (uint8_t)fate;
}

void
account_drop(struct account *acc, uint32_t off, uint32_t n, const char *rule)
{
	*VEC_PUSH(acc->arena, acc->drop, acc->ndrop, acc->cap_drop) = (struct drop){off, n, rule};
	account_fate(acc, off, n, FATE_DROPPED);
}

void
account_repair(struct account *acc, uint32_t off, uint32_t n, struct span after, const char *rule,
               const char *evidence)
{
	struct repair *r = VEC_PUSH(acc->arena, acc->repair, acc->nrepair, acc->cap_repair);
	*r = (struct repair){.off = off, .n = n, .line = account_line(acc, off), .rule = rule,
	    .evidence = evidence};
	r->before = span_sub(acc->found->draft->text, off, (size_t)off + n);
	r->after = (struct span){arena_strndup(acc->arena, after.s, after.n), after.n};
	account_fate(acc, off, n, FATE_REPAIRED);
}

void
account_lost(struct account *acc, const char *mark, uint32_t off)
{
	struct lost_note *l = VEC_PUSH(acc->arena, acc->lost, acc->nlost, acc->cap_lost);
	*l = (struct lost_note){mark, off, account_line(acc, off)};
}

/* ---- closing ---- */

enum fault { FAULT_LOST, FAULT_TWICE, FAULT_INVENTED, FAULT_ORDER, FAULT_FATE, FAULT_SUM, FAULTS };

struct closing {
	struct account *acc;
	struct span text;
	struct diag *diag;
	uint8_t *held;          /* per byte of the clean text: times held by a text node (0, 1, 2) */
	bool reported[FAULTS];  /* one report of each kind is enough to act on */
	bool ok;
};

static void
fault(struct closing *c, enum fault kind, uint32_t off, const char *detail)
{
	static const enum diag_code codes[FAULTS] = {
		DIAG_ACCOUNT_LOST, DIAG_ACCOUNT_TWICE, DIAG_ACCOUNT_INVENTED, DIAG_ACCOUNT_ORDER,
		DIAG_ACCOUNT_FATE, DIAG_ACCOUNT_SUM};
	c->ok = false;
	if (c->reported[kind])
		return;
	c->reported[kind] = true;
	if (off > c->text.n)
		off = (uint32_t)c->text.n;
	size_t end = off;
	while (end < c->text.n && end < (size_t)off + 40)
		utf8_next(c->text.s, c->text.n, &end);
	diag(c->diag, codes[kind], source_pos(c->acc->found->draft, off), "%s: “%.*s”", detail,
	    (int)(end - off), c->text.s + off);
}

static bool
white(struct span s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t u = utf8_next(s.s, s.n, &i);
		if (u > ' ' && u != 0xA0 && u != 0x3000 && u != 0x2028)
			return false;
	}
	return true;
}

static int
repair_by_off(const void *a, const void *b)
{
	const struct repair *x = a, *y = b;
	return x->off < y->off ? -1 : x->off > y->off;
}

/* A repaired text node stands for one listed repair and says what the list says. */
static bool
repair_listed(const struct account *acc, const struct rep_node *t)
{
	struct repair key = {.off = t->off};
	const struct repair *r = acc->nrepair == 0 ? NULL : bsearch(&key, acc->repair, acc->nrepair,
	    sizeof *acc->repair, repair_by_off);
	return r != NULL && r->n == t->off_n && span_eq(r->after, t->text);
}

static void
close_text(struct closing *c, const struct rep_node *t, const struct rep_node *note)
{
	const uint8_t *fate = c->acc->found->fate;
	if ((size_t)t->off + t->off_n > c->text.n || t->off_n == 0) {
		fault(c, FAULT_INVENTED, t->off, "text without a place in the draft");
		return;
	}
	struct span bytes = span_sub(c->text, t->off, (size_t)t->off + t->off_n);
	bool right = t->fate == FATE_PLACED   ? span_eq(bytes, t->text)
	           : t->fate == FATE_JOINED   ? white(bytes) && (t->text.n == 0 || span_is(t->text, " "))
	           : t->fate == FATE_REPAIRED ? repair_listed(c->acc, t)
	                                      : false;
	if (!right)
		fault(c, FAULT_INVENTED, t->off, t->fate == FATE_REPAIRED ? "a repair that is not listed"
		                                                          : "text differs from the draft");
	for (uint32_t i = t->off; i < t->off + t->off_n; i++) {
		if (c->held[i]++ != 0) {
			c->held[i] = 2;
			fault(c, FAULT_TWICE, i, "held by two elements");
			break;
		}
		if (c->acc->note[c->acc->owner[i]] != note) {
			fault(c, FAULT_ORDER, i, note != NULL ? "does not belong to the note that holds it"
			                                      : "belongs to a note and stands outside it");
			break;
		}
		if (fate[i] != t->fate)
			fault(c, FAULT_FATE, i, "the tree holds it under another fate than the ledger");
	}
}

/* The declared move that holds off, as index + 1; 0 for none. */
static size_t
move_of(const struct account *acc, uint32_t off)
{
	size_t lo = 0, hi = acc->found->nmoved;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (acc->found->moved[mid].off <= off)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && off - acc->found->moved[lo - 1].off < acc->found->moved[lo - 1].n ? lo : 0;
}

/*
 * Offsets rise within a stream.  Streams nest as notes do; the open ones are a chain of frames on
 * a list of at most the depth of notes, so the walk stays a loop.
 */
struct stream {
	struct stream *outer;
	const struct rep_node *note; /* NULL: the document */
	uint32_t next;               /* lowest offset that may follow */
};

static void
close_tree(struct closing *c, const struct report *report)
{
	struct account *acc = c->acc;
	struct stream *s = ARENA_NEW(acc->arena, struct stream);
	uint32_t *moved = ARENA_ARRAY(acc->arena, uint32_t, acc->found->nmoved + 1);
	for (const struct rep_node *n = report->root; n != NULL;) {
		if (n->kind == REP_NOTE) {
			struct stream *in = ARENA_NEW(acc->arena, struct stream);
			in->outer = s;
			in->note = n;
			s = in;
		}
		if (n->kind == REP_TEXT) {
			close_text(c, n, s->note);
			size_t m = acc->found->nmoved > 0 ? move_of(acc, n->off) : 0;
			uint32_t *next = m > 0 ? &moved[m] : &s->next;
			if (n->off < *next)
				fault(c, FAULT_ORDER, n->off, "stands after text that follows it in the draft");
			*next = n->off + n->off_n;
			acc->joins += n->fate == FATE_JOINED;
		}
		if (n->first != NULL) {
			n = n->first;
			continue;
		}
		while (n != NULL && n->next == NULL && n != report->root) {
			if (n == s->note)
				s = s->outer;
			n = n->parent;
		}
		if (n == NULL || n == report->root)
			break;
		if (n == s->note)
			s = s->outer;
		n = n->next;
	}
}

static void
mark_drops(uint8_t *listed, size_t size, const struct drop *drop, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t b = drop[i].off; b < (size_t)drop[i].off + drop[i].n && b < size; b++)
			listed[b] = 1;
}

static void
close_bytes(struct closing *c)
{
	struct account *acc = c->acc;
	uint8_t *listed = arena_alloc(acc->arena, c->text.n + 1);
	mark_drops(listed, c->text.n, acc->found->drop, acc->found->ndrop);
	mark_drops(listed, c->text.n, acc->drop, acc->ndrop);
	for (uint32_t i = 0; i < c->text.n; i++) {
		enum fate f = acc->found->fate[i];
		bool in_tree = f == FATE_PLACED || f == FATE_JOINED || f == FATE_REPAIRED;
		if (f == FATE_NONE || f > FATE_DROPPED)
			fault(c, FAULT_LOST, i, "no fate");
		else if (in_tree && c->held[i] == 0)
			fault(c, FAULT_LOST, i, "entered as placed and not in the tree");
		else if (!in_tree && c->held[i] != 0)
			fault(c, FAULT_FATE, i, "in the tree and entered as taken out");
		if (f == FATE_DROPPED && !listed[i])
			fault(c, FAULT_FATE, i, "dropped without a rule");
		if (((unsigned char)c->text.s[i] & 0xC0) != 0x80 && f <= FATE_DROPPED)
			acc->chars[f]++;
	}
}

static void
close_sums(struct closing *c)
{
	const struct source_account *s = &c->acc->found->draft->account;
	size_t sum = 0;
	for (enum fate f = FATE_PLACED; f <= FATE_DROPPED; f++)
		sum += c->acc->chars[f];
	if (sum != s->text || s->text + s->markup + s->dropped + s->normalised != s->input) {
		c->ok = false;
		diag(c->diag, DIAG_ACCOUNT_SUM, (struct pos){c->acc->found->draft->name, 0, 0},
		    "%zu characters with a fate, %zu in the clean text, %zu in the input", sum, s->text,
		    s->input);
	}
}

bool
account_close(struct account *acc, const struct report *report, struct diag *d)
{
	struct closing c = {.acc = acc, .text = acc->found->draft->text, .diag = d, .ok = true};
	c.held = arena_alloc(acc->arena, c.text.n + 1);
	memset(acc->chars, 0, sizeof acc->chars);
	acc->joins = 0;
	if (acc->nrepair > 1)
		qsort(acc->repair, acc->nrepair, sizeof *acc->repair, repair_by_off);
	close_tree(&c, report);
	close_bytes(&c);
	close_sums(&c);
	acc->report = report;
	acc->closed = true;
	acc->balanced = c.ok;
	return c.ok;
}
