/* SPDX-License-Identifier: MIT */
/* account_trace.c - what no element of the report shows: lines that were dropped, words that were mended. */
#include <stdlib.h>
#include <string.h>

#include "recognise/account.h"

/* The first entry that a rule begins with holds. */
static const struct {
	const char *rule, *words;
} drops[] = {
	{"furniture.page-number", "the number of a page stands alone at its edge"},
	{"furniture.job-number", "it has the form of a job number and stands at the edge of a page"},
	{"furniture.barcode", "it has the form of the number under a barcode"},
	{"furniture.language", "it names the language beside the number of the job"},
	{"furniture.artifact", "it is tagged as no part of the text and stands at the edge of a page"},
	{"furniture.note-rule", "a line of strokes stands over the notes of a page"},
	{"furniture.notes-heading", "it is the heading over the notes, which stand at their calls now"},
	{"furniture.rule", "it is a line of strokes"},
	{"furniture.running-head", "the symbol of the paper stands at the head of a page"},
	{"furniture.running-title", "it recurs at the edge of pages"},
	{"furniture.turn", "its signs say that the text goes on overleaf"},
	{"furniture.cover", "the cover says the same"},
	{"furniture.address",
	    "the extraction printed the addresses of links behind the page; if its words were found, it is their link"},
	{"furniture", "it belongs to the page, not to the text"},
	{"contents.leader", "dots lead to the number of the page"},
	{"url.uncited",
	    "the extraction printed the addresses of links behind the page, and nothing in the text goes with it"},
	{"fix", "the editor says so"},
};

/* The entry of the table for a rule; its size when the rule needs no words, as that of blanks does. */
static size_t
words_of(const char *rule)
{
	size_t k = 0;
	while (k < sizeof drops / sizeof *drops && strncmp(rule, drops[k].rule, strlen(drops[k].rule)) != 0)
		k++;
	return k;
}

/* Not in the report, or, as an address that found its words, mark-up of them. */
static bool
is_left_out(const struct account *acc, const struct drop *drop)
{
	uint8_t fate = acc->found->fate[drop->off];
	return fate == FATE_DROPPED || fate == FATE_MARKUP;
}

/* What is dropped by one of the lists: the entry of the table for each. */
struct entries {
	const struct drop *list;
	size_t n;
	uint8_t *entry;
};

static struct entries
entries_of(const struct account *acc, const struct drop *list, size_t n)
{
	struct entries e = {list, n, xmalloc(n)};
	for (size_t i = 0; i < n; i++)
		e.entry[i] = is_left_out(acc, &list[i]) ? (uint8_t)words_of(list[i].rule) : UINT8_MAX;
	return e;
}

/* Add "12-14 " for what the list drops under the entry k; the rule is noted. */
static void
add_lines(const struct account *acc, const struct entries *e, size_t k, const char **rule, struct buf *out)
{
	uint32_t from = 0, to = 0;
	for (size_t i = 0; i <= e->n; i++) {
		bool takes = i < e->n && e->entry[i] == k;
		if (i < e->n && !takes)
			continue;
		uint32_t line = takes ? account_line(acc, e->list[i].off) : 0;
		if (from > 0 && line != to && line != to + 1)
			buf_printf(out, from == to ? "%u " : "%u-%u ", (unsigned)from, (unsigned)to);
		if (!takes)
			break;
		*rule = e->list[i].rule;
		from = from == 0 || (line != to && line != to + 1) ? line : from;
		to = account_line(acc, e->list[i].off + e->list[i].n - 1);
	}
}

static void
trace_drops(const struct account *acc, struct report *r)
{
	struct buf all = {0};
	struct entries found = entries_of(acc, acc->found->drop, acc->found->ndrop);
	struct entries own = entries_of(acc, acc->drop, acc->ndrop);
	for (size_t k = 0; k < sizeof drops / sizeof *drops; k++) {
		size_t before = all.n, at = before + (before > 0 ? 2 : 0);
		const char *rule = NULL;
		buf_adds(&all, before > 0 ? "; " : "");
		add_lines(acc, &found, k, &rule, &all);
		add_lines(acc, &own, k, &rule, &all);
		if (all.n == at)
			all.n = before;
		else
			buf_printf(&all, "%s: %s", rule, drops[k].words);
	}
	if (all.n > 0)
		rep_set(r, r->root, "t:dropped", arena_strndup(r->arena, all.data, all.n));
	free(found.entry);
	free(own.entry);
	buf_free(&all);
}

static void
trace_repairs(const struct account *acc, struct report *r)
{
	struct buf all = {0};
	for (size_t i = 0; i < acc->nrepair; i++) {
		const struct repair *m = &acc->repair[i];
		buf_printf(&all, "%s%u %s: “%.*s” is “%.*s” now, %s", all.n > 0 ? "; " : "", (unsigned)m->line, m->rule,
		    (int)m->before.n, m->before.s, (int)m->after.n, m->after.s, m->evidence);
	}
	if (all.n > 0)
		rep_set(r, r->root, "t:repaired", arena_strndup(r->arena, all.data, all.n));
	buf_free(&all);
}

void
account_trace(const struct account *acc, struct report *r)
{
	trace_drops(acc, r);
	trace_repairs(acc, r);
}
