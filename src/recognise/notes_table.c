/* SPDX-License-Identifier: MIT */
/*
 * notes_table.c - notes under a table: a, b, c or stars that its cells and captions call.
 *
 * They are taken when all of them are called, in their order; once the tables are known.
 */
#include "recognise/notes.h"

#include "recognise/chars.h"

#define NOTES_UNDER 26
#define LINES_UNDER 60  /* of notes and sources under one table */
#define SOURCE_LINES 4  /* without a mark, above the notes */

struct under {
	struct work *w;
	size_t from, to;    /* the table in the flow, captions included */
	size_t line[NOTES_UNDER], used[NOTES_UNDER], end[NOTES_UNDER]; /* of each note, in the flow; bytes of its mark */
	struct span mark[NOTES_UNDER];
	size_t n;
};

static bool
in_table(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f);

	return l->reading == READ_ROW || (l->reading == READ_CAPTION && (l->kind == NULL || line_is(l, "below"))) ||
	       (l->reading == READ_CONT && f > 0 && l->rule == flow_line(w, f - 1)->rule);
}

/* Does the line hold the mark behind a figure or a stop, raised, or alone at the end of a cell? */
static bool
calls(const struct work *w, const struct rline *l, struct span mark)
{
	struct span t = rline_text(w, l);
	size_t from, i;

	for (from = 0; (i = span_find(span_sub(t, from, t.n), mark)) != SIZE_MAX; from += i + 1) {
		uint32_t before = char_before(t, from + i), after = char_after(t, from + i + mark.n);
		if (char_letter(after) || char_decimal(after) >= 0 || after == '*')
			continue;
		if (mark.s[0] == '*' ? before != '*' && !char_blank(before) && before != '\n'
		                     : char_decimal(before) >= 0 || before == ')' || before == '.' ||
		                           source_mark(w->draft, l->off + (uint32_t)(from + i), MARK_SUP) != NULL)
			return true;
	}
	return false;
}

/* The first line of the table that calls the mark, not above from; u->to when none does. */
static size_t
called_at(const struct under *u, struct span mark, size_t from)
{
	while (from < u->to && !calls(u->w, flow_line(u->w, from), mark))
		from++;
	return from;
}

/* Is the mark of value v (0 for stars) the one that follows n others? */
static bool
is_next(const struct under *u, struct span mark, uint32_t v)
{
	const struct span *last = u->n ? &u->mark[u->n - 1] : NULL;

	if (v == 0)
		return mark.n == (last ? last->n + 1 : 1) && (!last || last->s[0] == '*');
	return mark.n == 1 && mark.s[0] >= 'a' && mark.s[0] <= 'z' && mark.s[0] == (last ? last->s[0] + 1 : 'a');
}

/* A further line of a note, or the text whose mark stands alone above it. */
static bool
goes_on(const struct rline *before, const struct rline *l)
{
	return (before->n <= 2 || (l->gap == 0 && (before->end != END_STOP || l->lower))) && !l->nlabel && !l->bullet &&
	       (!l->src->para || l->src->para == before->src->para);
}

/* The marks that begin lines under the table, and where the text of each ends. */
static void
read_under(struct under *u)
{
	struct work *w = u->w;
	size_t f, sources = 0;

	for (f = u->to; f < w->nflow && f < u->to + LINES_UNDER && u->n < NOTES_UNDER; f++) {
		const struct rline *l = flow_line(w, f);
		struct span mark;
		uint32_t v = 0;
		size_t used;
		if (l->reading != READ_OPEN || l->seam || l->src->kind == LINE_HEADING)
			return;
		used = note_mark(rline_text(w, l), &mark, &v);
		if (used > 0 && is_next(u, mark, v)) {
			u->line[u->n] = f;
			u->used[u->n] = used;
			u->mark[u->n] = mark;
			u->end[u->n++] = f + 1;
		} else if (u->n > 0 && (used == 0 || v != 0) && goes_on(flow_line(w, f - 1), l)) {
			u->end[u->n - 1] = f + 1;
		} else if (u->n > 0 || l->nlabel || ++sources > SOURCE_LINES) {
			return;
		}
	}
}

static bool
all_called(const struct under *u)
{
	size_t k, f = u->from;

	for (k = 0; k < u->n; k++)
		if ((f = called_at(u, u->mark[k], f)) == u->to)
			return false;
	return u->n > 0;
}

static void
take_under(struct under *u)
{
	struct work *w = u->w;
	size_t k, f;

	for (k = 0; k < u->n; k++) {
		uint32_t id = note_new(w, u->mark[k], w->flow[u->line[k]]);
		for (f = u->line[k]; f < u->end[k]; f++)
			note_take(flow_line(w, f), f == u->line[k] ? READ_NOTE : READ_NOTE_MORE, id,
			          f == u->line[k] ? u->used[k] : 0, "note.table", 0.9f);
	}
}

void
notes_under_tables(struct work *w)
{
	size_t f, kept = 0;

	for (f = 0; f < w->nflow; f++) {
		struct under u = {.w = w, .from = f};
		if (flow_line(w, f)->reading != READ_ROW && flow_line(w, f)->reading != READ_CAPTION)
			continue;
		while (f < w->nflow && in_table(w, f))
			f++;
		u.to = f;
		read_under(&u);
		if (all_called(&u))
			take_under(&u);
	}
	for (f = 0; f < w->nflow; f++)
		if (flow_line(w, f)->reading != READ_NOTE && flow_line(w, f)->reading != READ_NOTE_MORE)
			w->flow[kept++] = w->flow[f];
	w->nflow = kept;
}
