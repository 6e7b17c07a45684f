/* SPDX-License-Identifier: MIT */
/* pdf_put.c - the lines and table rows of a page of a PDF, with their marks, to a draft. */
#include <stdlib.h>

#include "source/pdf.h"

#define PITCH 1.2f  /* of lines, in type sizes; more is blank space */
#define RAISED 0.8f /* type this much smaller than its line's may be raised or lowered */

struct putter {
	struct builder *b;
	const struct pdf_page *p;
	uint32_t *lines;
	float last_top;     /* of the line before, < 0 = first of the page */
	struct buf run;     /* text under one state of marks */
	struct state {
		bool bold, italic;
		int raised;     /* MARK_SUP, MARK_SUB, or -1 */
		const char *link;
	} state;
};

static struct state
state_of(const struct pdf_glyph *g, float size, float foot)
{
	struct state s = {g->bold, g->italic, -1, g->link};
	if (g->size > 0 && g->size <= size * RAISED && foot > 0) {
		if (g->y2 < foot - size * 0.12f)
			s.raised = MARK_SUP;
		else if (g->y2 > foot + size * 0.05f)
			s.raised = MARK_SUB;
	}
	return s;
}

static bool
same_state(struct state a, struct state b)
{
	return a.bold == b.bold && a.italic == b.italic && a.raised == b.raised && a.link == b.link;
}

/* Give the run to the draft under its marks; they are closed and opened anew where any changes. */
static void
flush(struct putter *t)
{
	struct builder *b = t->b;
	struct state s = t->state;
	if (t->run.n == 0)
		return;
	if (s.link != NULL)
		build_open(b, MARK_LINK, s.link);
	if (s.bold)
		build_open(b, MARK_STRONG, NULL);
	if (s.italic)
		build_open(b, MARK_EMPH, NULL);
	if (s.raised >= 0)
		build_open(b, (enum mark_kind)s.raised, NULL);
	build_packed(b, (const char *)t->run.data, t->run.n);
	if (s.raised >= 0)
		build_close(b, (enum mark_kind)s.raised);
	if (s.italic)
		build_close(b, MARK_EMPH);
	if (s.bold)
		build_close(b, MARK_STRONG);
	if (s.link != NULL)
		build_close(b, MARK_LINK);
	t->run.n = 0;
}

static void
put_piece(struct putter *t, const struct pdf_piece *q, float size, float foot)
{
	for (uint32_t i = q->from; i < q->to; i++) {
		const struct pdf_glyph *g = &t->p->glyph[i];
		struct state s = state_of(g, size, foot);
		bool blank = i > q->from && g->blank;
		if (!same_state(s, t->state)) {
			flush(t);
			if (blank)
				build_packed(t->b, " ", 1);
			t->state = s;
		} else if (blank) {
			buf_addc(&t->run, ' ');
		}
		buf_add(&t->run, t->p->text + g->at, g->n);
	}
	flush(t);
}

/* Blank lines that the space above a line is worth. */
static uint16_t
blank_above(const struct putter *t, float top, float size)
{
	float extra = t->last_top < 0 || size <= 0 ? 0 : top - t->last_top - PITCH * size;
	return extra > PITCH * size * 1.5f ? 2 : extra > size * 0.3f ? 1 : 0;
}

static void
open_line(struct putter *t, const struct pdf_piece *q, float size, float foot)
{
	struct line *l = &t->b->line;
	*l = (struct line){.no = ++*t->lines, .col = 1, .page = l->page, .x = q->x1, .y = q->y1, .size = size};
	l->blank_before = blank_above(t, foot - size, size);
}

static void
close_line(struct putter *t, float top)
{
	size_t before = t->b->draft->nline;
	build_end_line(t->b);
	if (t->b->draft->nline > before)
		t->last_top = top;
}

/* The pieces [from, to) of one line, those in tables left out. */
static void
put_line(struct putter *t, uint32_t from, uint32_t to)
{
	const struct pdf_piece *q = t->p->piece;
	float size = pdf_main_size(t->p, q[from].from, q[to - 1].to);
	float foot = pdf_main_foot(t->p, q[from].from, q[to - 1].to, size);
	open_line(t, &q[from], size, foot);
	for (uint32_t i = from; i < to; i++) {
		if (q[i].table > 0)
			continue;
		if (t->b->open)
			build_sign(t->b, ' ');
		put_piece(t, &q[i], size, foot);
	}
	close_line(t, foot - size);
}

/* ---- rows ---- */

/* The next piece of a row and column of a table, by its place; NULL behind the last. */
static const struct pdf_piece *
next_of_cell(const struct pdf_piece *const *cell, uint32_t n, uint32_t *i, uint32_t row, uint16_t col)
{
	if (*i < n && cell[*i]->row == row && cell[*i]->col == col)
		return cell[(*i)++];
	return NULL;
}

static int
by_cell(const void *a, const void *b)
{
	const struct pdf_piece *x = *(const struct pdf_piece *const *)a, *y = *(const struct pdf_piece *const *)b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->col != y->col)
		return x->col < y->col ? -1 : 1;
	if (x->line_foot != y->line_foot)
		return x->line_foot < y->line_foot ? -1 : 1;
	return x->x1 < y->x1 ? -1 : x->x1 > y->x1;
}

/* All is slanted, bold or smaller than the body's type, or no cell but the first says a number. */
static bool
looks_like_head(const struct pdf_page *p, const struct pdf_piece *const *cell, uint32_t n, float body, bool figures)
{
	bool set_apart = true, words = true;
	for (uint32_t i = 0; i < n; i++) {
		const struct pdf_glyph *g = &p->glyph[cell[i]->from];
		set_apart &= g->bold || g->italic || cell[i]->size < body - 0.5f;
		words &= cell[i]->col == 0 || !pdf_is_figure(p, cell[i]);
	}
	return set_apart || (figures && words && n > 1);
}

static void
put_row(struct putter *t, const struct pdf_piece *const *cell, uint32_t n, uint16_t cols, bool head, uint8_t table)
{
	float top = cell[0]->foot - cell[0]->size;
	open_line(t, cell[0], cell[0]->size, cell[0]->foot);
	t->b->line.kind = head ? LINE_ROW_HEAD : LINE_ROW;
	t->b->line.level = table;
	for (uint32_t i = 0, c = 0; c < cols; c++) {
		const struct pdf_piece *q;
		bool more = false;
		if (c > 0)
			build_sign(t->b, '\t');
		while ((q = next_of_cell(cell, n, &i, cell[0]->row, (uint16_t)c)) != NULL) {
			bool call = q->size <= q->line_size * RAISED && q->foot < q->line_foot;
			if (more && !call)
				build_sign(t->b, ' ');
			put_piece(t, q, call ? q->line_size : q->size, call ? q->line_foot : q->foot);
			more = true;
		}
	}
	close_line(t, top);
	t->last_top = cell[n - 1]->foot - cell[n - 1]->size;
}

static void
put_table(struct putter *t, uint32_t table, uint8_t number)
{
	const struct pdf_page *p = t->p;
	const struct pdf_piece **cell = ARENA_ARRAY(p->arena, const struct pdf_piece *, p->npiece);
	uint32_t n = 0;
	uint16_t cols = 0;
	bool figures = false;
	for (uint32_t i = 0; i < p->npiece; i++) {
		if (p->piece[i].table != table)
			continue;
		cell[n++] = &p->piece[i];
		cols = p->piece[i].col >= cols ? (uint16_t)(p->piece[i].col + 1) : cols;
		figures |= p->piece[i].col > 0 && pdf_is_figure(p, &p->piece[i]);
	}
	qsort(cell, n, sizeof(*cell), by_cell);
	float body = n > 0 ? cell[n / 2]->size : 0;
	bool head = true;
	for (uint32_t i = 0; i < n;) {
		uint32_t to = i + 1;
		while (to < n && cell[to]->row == cell[i]->row)
			to++;
		head = head && to < n && looks_like_head(p, cell + i, to - i, body, figures);
		put_row(t, cell + i, to - i, cols, head, number);
		i = to;
	}
}

void
pdf_put(struct builder *b, const struct pdf_page *p, uint32_t *lines, uint8_t *tables)
{
	struct putter t = {.b = b, .p = p, .lines = lines, .last_top = -1, .state = {.raised = -1}};
	bool *done = ARENA_ARRAY(p->arena, bool, p->ntable + 1);
	for (uint32_t i = 0; i < p->npiece;) {
		uint32_t to = i, first = UINT32_MAX;
		for (; to < p->npiece && p->piece[to].line == p->piece[i].line; to++) {
			uint32_t table = p->piece[to].table;
			if (table == 0 && first == UINT32_MAX)
				first = to;
			if (table == 0 || done[table])
				continue;
			done[table] = true;
			*tables = *tables < 255 ? (uint8_t)(*tables + 1) : 1;
			put_table(&t, table, *tables);
		}
		if (first != UINT32_MAX)
			put_line(&t, first, to);
		i = to;
	}
	buf_free(&t.run);
}
