/* SPDX-License-Identifier: MIT */
/*
 * masthead_behind.c - a masthead that page text prints behind the rest of the first page: a tool that reads the
 * page by its frames takes the table of the masthead last, though it stands at the top.  Its lines go first.
 */
#include "recognise/work.h"

#define RULE "order.masthead"
#define PAGE_LINES 80 /* of the first page */
#define HEAD_LINES 12 /* of such a masthead */

static enum rep_kind
kind_of(const struct work *w, struct span t)
{
	const char *attr, *value;

	return masthead_kind(w, span_trim(t), &attr, &value);
}

/* The field of that kind in the line, empty without one. */
static struct span
field_in(const struct work *w, const struct rline *l, enum rep_kind kind)
{
	struct span part[4];
	size_t n = masthead_split(w, l, part);

	for (size_t k = 0; k < n; k++)
		if (kind_of(w, part[k]) == kind)
			return span_trim(part[k]);
	return (struct span){"", 0};
}

/* A session, an item or a body stands above, as they do in the first page without its masthead, and no distribution. */
static bool
under_fields(const struct work *w, size_t i)
{
	bool field = false;

	for (size_t k = 0; k < i; k++) {
		struct span t = rline_text(w, &w->line[k]);
		enum rep_kind kind = kind_of(w, t);
		if (field_in(w, &w->line[k], REP_DISTRIBUTION).n > 0)
			return false;
		field = field || kind == REP_SESSION || kind == REP_AGENDA_ITEM || kind == REP_ORGAN ||
		        masthead_body(w, t) != REP_KINDS;
	}
	return field;
}

/*
 * "United Nations A/98/4", a distribution, and a last field right over the symbol on the next page, or none where no
 * page follows: behind it, or 0.
 */
static size_t
head_end(const struct work *w, size_t i)
{
	struct span symbol = field_in(w, &w->line[i], REP_SYMBOL), running;
	bool distributed = false;
	size_t k;

	if (symbol.n == 0 || field_in(w, &w->line[i], REP_ORGANIZATION).n == 0)
		return 0;
	for (k = i + 1; k < w->nline && k - i <= HEAD_LINES && !is_symbol(rline_text(w, &w->line[k])); k++)
		distributed = distributed || field_in(w, &w->line[k], REP_DISTRIBUTION).n > 0;
	if (!distributed || k - i > HEAD_LINES)
		return 0;
	running = rline_text(w, &w->line[k]); /* empty behind the last */
	return span_find(symbol, running) != SIZE_MAX && under_fields(w, i) ? k : 0;
}

/* Lines [from, to) go before all others. */
static void
put_first(struct work *w, size_t from, size_t to)
{
	size_t n = to - from;
	struct rline *head = ARENA_ARRAY(w->arena, struct rline, n);
	const struct rline *last = &w->line[to - 1];

	text_moved(w, w->line[from].off, last->off + last->n - w->line[from].off, RULE);
	memcpy(head, w->line + from, n * sizeof *head);
	memmove(w->line + n, w->line, from * sizeof *w->line);
	memcpy(w->line, head, n * sizeof *head);
	w->line[n].gap = w->line[n].gap > 0 ? w->line[n].gap : 1;
}

void
masthead_first(struct work *w)
{
	size_t to;

	if (!has_page_text(w))
		return;
	for (size_t i = 1; i < w->nline && i < PAGE_LINES && w->line[i].src->page == w->line[0].src->page; i++)
		if ((to = head_end(w, i)) > 0) {
			put_first(w, i, to);
			return;
		}
}
