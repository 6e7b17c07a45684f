/* SPDX-License-Identifier: MIT */
/* pdf_put.c - the lines and table rows of a page of a PDF, with their marks, to a draft. */
#include <stdlib.h>
#include <string.h>

#include "source/pdf.h"

#define PLACES 100000.0f /* pt from the corner of a page, at most */
#define PITCH 1.2f  /* of lines, in type sizes, at least; more is blank space */
#define PITCHES 64  /* that are told apart, */
#define PITCH_STEP 0.05f /* so much from each other */
#define PITCH_LINES 4 /* show the pitch of a page */
#define MASTHEAD 0.5f /* widths of the page down it, at most */
#define FOOT_LINES 4 /* of text below a table that goes on */
#define HEAD_LINES 4 /* of text above it */

struct putter {
	struct builder *b;
	const struct pdf_page *p;
	uint32_t *lines;
	struct pdf_going *going;
	const struct pdf_piece **cell; /* the pieces by table, */
	uint32_t *of_table; /* and where those of each begin */
	uint32_t texts, tables; /* lines and tables of the page so far */
	float last_top;     /* of the line before, < 0 = first of the page */
	float pitch;        /* of lines that run on, in type sizes */
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
	if (g->size > 0 && g->size <= size * PDF_RAISED && foot > 0) {
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

/* From a line of the page that reaches as far as any to the next of its type: what most have of these. */
static float
usual_pitch(const struct pdf_page *p)
{
	uint32_t count[PITCHES] = {0}, best = 0, lines = 0;
	float right = 0;
	for (uint32_t k = 0; k < p->nacross; k++)
		right = p->across[k].n == 1 && p->across[k].x2 > right ? p->across[k].x2 : right;
	for (uint32_t k = 1; k < p->nacross; k++) {
		const struct pdf_across *a = &p->across[k - 1], *b = &p->across[k];
		float steps = a->size > 0 && a->size == b->size ? (b->foot - a->foot) / (a->size * PITCH_STEP) : 0;
		if (steps < 1 || steps >= PITCHES || a->x2 < right - 2 * a->size)
			continue;
		count[(uint32_t)(steps + 0.5f) % PITCHES]++;
		lines++;
	}
	for (uint32_t k = 1; k < PITCHES; k++)
		best = count[k] > count[best] ? k : best;
	float pitch = count[best] >= PITCH_LINES && count[best] * 2 > lines ? (float)best * PITCH_STEP : 0;
	return pitch > PITCH ? pitch : PITCH;
}

/* Blank lines that the space above a line is worth. */
static uint16_t
blank_above(const struct putter *t, float top, float size)
{
	float extra = t->last_top < 0 || size <= 0 ? 0 : top - t->last_top - t->pitch * size;
	return extra > PITCH * size * 1.5f ? 2 : extra > size * 0.3f ? 1 : 0;
}

static void
open_line(struct putter *t, const struct pdf_piece *q, float size, float foot)
{
	struct line *l = &t->b->line;
	*l = (struct line){.no = ++*t->lines, .col = 1, .page = l->page, .x = q->x1, .y = q->y1, .size = size};
	l->blank_before = blank_above(t, foot - size, size);
}

/* What the tags say of the longest piece of a line. */
static void
tag_line(struct putter *t, const struct pdf_piece *longest)
{
	static const enum line_tag tags[] = {
		[PDF_UNTAGGED] = LINE_UNTAGGED, [PDF_ARTIFACT] = LINE_ARTIFACT, [PDF_HEADING] = LINE_TAGGED_HEADING,
		[PDF_PARAGRAPH] = LINE_TAGGED_TEXT, [PDF_ITEM] = LINE_TAGGED_ITEM, [PDF_CELL] = LINE_TAGGED_CELL,
		[PDF_NOTE] = LINE_TAGGED_NOTE, [PDF_CAPTION] = LINE_TAGGED_CAPTION, [PDF_FIGURE] = LINE_TAGGED_FIGURE,
	};
	uint32_t number = pdf_main_tag(t->p, longest->from, longest->to);
	const struct pdf_tag *tag = pdf_tags_at(t->p->tags, number);
	struct line *l = &t->b->line;
	l->tag = tag->note > 0 ? LINE_TAGGED_NOTE : tag->figure > 0 ? LINE_TAGGED_FIGURE : tags[tag->role];
	l->tag_level = tag->level;
	l->element = l->tag == LINE_ARTIFACT ? 0 : number;
}

static void
close_line(struct putter *t, float top)
{
	size_t before = t->b->draft->nline;
	build_end_line(t->b);
	if (t->b->draft->nline > before)
		t->last_top = top;
}

/* The pieces [from, to) of one line, those in tables left out; the type and tags of the longest are the line's. */
static void
put_line(struct putter *t, uint32_t from, uint32_t to)
{
	const struct pdf_piece *q = t->p->piece, *longest = &q[from];
	for (uint32_t i = from; i < to; i++)
		longest = q[i].to - q[i].from > longest->to - longest->from ? &q[i] : longest;
	float size = longest->size, foot = 0;
	for (uint32_t i = from; i < to; i++)
		foot = q[i].size > size * 0.8f && q[i].foot > foot ? q[i].foot : foot;
	open_line(t, &q[from], size, foot);
	tag_line(t, longest);
	for (uint32_t i = from; i < to; i++) {
		if (q[i].table > 0)
			continue;
		if (t->b->open && !q[i].close)
			build_sign(t->b, ' ');
		put_piece(t, &q[i], size, foot);
		t->b->line.end = q[i].x2 > t->b->line.end ? q[i].x2 : t->b->line.end;
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

/* Is piece i the first of a cell that holds figures and nothing else but a call?  The last line of words may be one. */
static bool
begins_figure(const struct pdf_page *p, const struct pdf_piece *const *cell, uint32_t n, uint32_t i)
{
	if (!pdf_is_figure(p, cell[i]) || (i > 0 && cell[i - 1]->row == cell[i]->row && cell[i - 1]->col == cell[i]->col))
		return false;
	for (uint32_t k = i + 1; k < n && cell[k]->row == cell[i]->row && cell[k]->col == cell[i]->col; k++)
		if (!pdf_is_figure(p, cell[k]) && cell[k]->size > cell[k]->line_size * PDF_RAISED)
			return false;
	return true;
}

/* All is slanted, bold or smaller than the body's type, or no cell but the first says a number. */
static bool
looks_like_head(const struct pdf_page *p, const struct pdf_piece *const *cell, uint32_t n, float body, bool figures)
{
	bool set_apart = true, words = true;
	for (uint32_t i = 0; i < n; i++) {
		const struct pdf_glyph *g = &p->glyph[cell[i]->from];
		set_apart &= g->bold || g->italic || cell[i]->size < body - 0.5f;
		words &= cell[i]->col == 0 || !begins_figure(p, cell, n, i);
	}
	return set_apart || (figures && words && n > 1);
}

/* Words in the first column alone, in other type than the head above them, are over rows of the body. */
static bool
is_group(const struct pdf_page *p, const struct pdf_piece *const *cell, uint32_t n, const struct pdf_piece *top)
{
	const struct pdf_glyph *g = &p->glyph[cell[0]->from], *h = &p->glyph[top->from];
	return cell[0] != top && cell[n - 1]->col == 0 && cell[0]->cols <= 1 &&
	       (cell[0]->size != top->size || g->bold != h->bold || g->italic != h->italic);
}

/* All cells are tagged as heads. */
static bool
is_tagged_head(const struct pdf_page *p, const struct pdf_piece *const *cell, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (cell[i]->tagged_table == 0 || !pdf_cell_of(p, cell[i])->head)
			return false;
	return n > 0;
}

/* The pieces of one cell; a raised figure is close to what it calls from. */
static void
put_cell(struct putter *t, const struct pdf_piece *const *cell, uint32_t n, uint32_t *i, uint16_t col)
{
	const struct pdf_piece *q;
	bool more = false;
	while ((q = next_of_cell(cell, n, i, cell[0]->row, col)) != NULL) {
		bool call = q->size <= q->line_size * PDF_RAISED && q->foot < q->line_foot;
		if (more && !call)
			build_sign(t->b, ' ');
		put_piece(t, q, call ? q->line_size : q->size, call ? q->line_foot : q->foot);
		more = true;
	}
}

static void
put_row(struct putter *t, const struct pdf_piece *const *cell, uint32_t n, uint16_t cols, bool head, uint8_t table)
{
	float top = cell[0]->foot - cell[0]->size;
	open_line(t, cell[0], cell[0]->size, cell[0]->foot);
	t->b->line.kind = head ? LINE_ROW_HEAD : LINE_ROW;
	t->b->line.level = table;
	for (uint32_t i = 0, c = 0, number = 0; c < cols; number++) {
		uint16_t wide = i < n && cell[i]->col == c && cell[i]->cols > 1 ? cell[i]->cols : 1;
		if (c > 0)
			build_sign(t->b, '\t');
		if (wide > 1)
			build_span(t->b, number, wide, 1, head);
		put_cell(t, cell, n, &i, (uint16_t)c);
		c += wide;
		while (i < n && cell[i]->col < c) /* none is left behind, wherever it stands */
			put_cell(t, cell, n, &i, cell[i]->col);
	}
	close_line(t, top);
	t->last_top = cell[n - 1]->foot - cell[n - 1]->size;
}

/* ---- tables ---- */

/* The cells of a table in order, and what is seen of all of them. */
struct cells {
	const struct pdf_piece **at;
	uint32_t n;
	uint16_t cols;
	bool figures;
	struct pdf_going place;
};

static void
collect_cells(const struct putter *t, uint32_t table, struct cells *c)
{
	const struct pdf_page *p = t->p;
	c->at = t->cell + t->of_table[table];
	c->n = t->of_table[table + 1] - t->of_table[table];
	for (uint32_t i = 0; i < c->n; i++) {
		const struct pdf_piece *q = c->at[i];
		uint16_t end = (uint16_t)(q->col + (q->cols > 1 ? q->cols : 1));
		c->cols = end > c->cols ? end : c->cols;
		if (q->cols > 1 || q->col >= PDF_COLS)
			continue;
		float *x1 = &c->place.col[q->col].x1, *x2 = &c->place.col[q->col].x2;
		*x1 = *x2 == 0 || q->x1 < *x1 ? q->x1 : *x1;
		*x2 = q->x2 > *x2 ? q->x2 : *x2;
	}
	qsort(c->at, c->n, sizeof(*c->at), by_cell);
	for (uint32_t i = 0; i < c->n && !c->figures; i++)
		c->figures = c->at[i]->col > 0 && begins_figure(p, c->at, c->n, i);
}

/* The table goes on from the page before: nothing but a foot and a head between, cells below each other. */
static bool
goes_on(const struct putter *t, const struct cells *c)
{
	const struct pdf_going *g = t->going;
	if (g->tables > 0 && g->tagged > 0 && c->n > 0 && c->at[0]->tagged_table == g->tagged)
		return true;
	if (g->tables == 0 || t->tables > 0 || g->cols != c->cols)
		return false;
	if (t->texts > HEAD_LINES || g->behind > FOOT_LINES + HEAD_LINES)
		return false;
	for (uint16_t k = 0; k < c->cols && k < PDF_COLS; k++)
		if (c->place.col[k].x2 > 0 && g->col[k].x2 > 0 &&
		    (c->place.col[k].x1 > g->col[k].x2 || g->col[k].x1 > c->place.col[k].x2))
			return false;
	return true;
}

static const char *
row_text(const struct putter *t, const struct pdf_piece *const *cell, uint32_t n)
{
	struct buf b = {0};
	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t k = cell[i]->from; k < cell[i]->to; k++)
			buf_add(&b, t->p->text + t->p->glyph[k].at, t->p->glyph[k].n);
		buf_addc(&b, '\t');
	}
	const char *copy = arena_strndup(t->b->arena, b.n > 0 ? b.data : "", b.n);
	buf_free(&b);
	return copy;
}

/* The head of the page before once more is not put; its characters are counted. */
static void
leave_out(struct putter *t, const struct pdf_piece *const *cell, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		t->b->draft->account.input += cell[i]->to - cell[i]->from;
		t->b->draft->account.dropped += cell[i]->to - cell[i]->from;
	}
}

static void
put_table(struct putter *t, uint32_t table)
{
	const struct pdf_page *p = t->p;
	struct cells c = {.n = 0};
	collect_cells(t, table, &c);
	bool head = true, by_tags = false, more = goes_on(t, &c);
	uint32_t again = 0; /* rows so far that are the head of the page before once more */
	uint8_t number = more ? t->going->tables : t->going->tables < 255 ? (uint8_t)(t->going->tables + 1) : 1;
	float body = c.n > 0 ? c.at[c.n / 2]->size : 0;
	c.place.heads = more ? t->going->heads : 0;
	memcpy(c.place.head, t->going->head, sizeof c.place.head);
	for (uint32_t i = 0, row = 0; i < c.n; row++) {
		uint32_t to = i + 1;
		while (to < c.n && c.at[to]->row == c.at[i]->row)
			to++;
		const char *text = row < PDF_HEADS ? row_text(t, c.at + i, to - i) : "";
		by_tags |= i == 0 && is_tagged_head(p, c.at, to);
		head = head && to < c.n && (by_tags ? is_tagged_head(p, c.at + i, to - i)
		                                    : looks_like_head(p, c.at + i, to - i, body, c.figures) &&
		                                          !is_group(p, c.at + i, to - i, c.at[0]));
		bool repeated = more && again == row && row < c.place.heads && strcmp(c.place.head[row], text) == 0;
		again += repeated;
		if (repeated)
			leave_out(t, c.at + i, to - i);
		else
			put_row(t, c.at + i, to - i, c.cols, head, number);
		if (!more && head && row < PDF_HEADS)
			c.place.head[c.place.heads++] = text;
		i = to;
	}
	*t->going = c.place;
	t->going->tables = number;
	t->going->cols = c.cols;
	t->going->tagged = c.n > 0 ? c.at[0]->tagged_table : 0;
	t->tables++;
}

/* The pieces of each table of the page together, in their order; those of none come first. */
static void
sort_cells(struct putter *t)
{
	const struct pdf_page *p = t->p;
	uint32_t *next = ARENA_ARRAY(p->arena, uint32_t, p->ntable + 2);
	t->of_table = ARENA_ARRAY(p->arena, uint32_t, p->ntable + 2);
	t->cell = ARENA_ARRAY(p->arena, const struct pdf_piece *, p->npiece + 1);
	for (uint32_t i = 0; i < p->npiece; i++)
		t->of_table[p->piece[i].table + 1]++;
	for (uint32_t k = 1; k <= p->ntable + 1; k++)
		t->of_table[k] += t->of_table[k - 1];
	memcpy(next, t->of_table, (p->ntable + 2) * sizeof *next);
	for (uint32_t i = 0; i < p->npiece; i++)
		t->cell[next[p->piece[i].table]++] = &p->piece[i];
}

/* A table that is to be put, and where it stands on the page. */
struct frame {
	uint32_t table;
	float x1, x2, top;
};

static struct frame
frame_of(const struct putter *t, uint32_t table)
{
	struct frame f = {table, PLACES, -PLACES, PLACES};
	for (uint32_t i = t->of_table[table]; i < t->of_table[table + 1]; i++) {
		const struct pdf_piece *q = t->cell[i];
		f.x1 = q->x1 < f.x1 ? q->x1 : f.x1;
		f.x2 = q->x2 > f.x2 ? q->x2 : f.x2;
		f.top = q->foot - q->size < f.top ? q->foot - q->size : f.top;
	}
	return f;
}

/* Does the line that begins with the piece stand over the table? */
static bool
is_over(const struct pdf_piece *q, const struct frame *f)
{
	return q->upright && q->foot <= f->top && q->x1 < f->x2 && q->x2 > f->x1;
}

/* Put the tables of waiting that the next line, if there is one, does not stand over; the first that is left. */
static uint32_t
put_waiting(struct putter *t, const struct frame *waiting, uint32_t from, uint32_t to, const struct pdf_piece *next)
{
	for (; from < to && (next == NULL || !is_over(next, &waiting[from])); from++)
		put_table(t, waiting[from].table);
	return from;
}

/* The library may read columns of a table before the lines over it: those come first. */
static void
put_page(struct builder *b, const struct pdf_page *p, uint32_t *lines, struct pdf_going *going)
{
	struct putter t = {.b = b, .p = p, .lines = lines, .going = going, .last_top = -1, .pitch = usual_pitch(p),
	                   .state = {.raised = -1}};
	bool *done = ARENA_ARRAY(p->arena, bool, p->ntable + 1);
	struct frame *waiting = ARENA_ARRAY(p->arena, struct frame, p->ntable + 1);
	uint32_t from = 0, n = 0;
	sort_cells(&t);
	for (uint32_t i = 0; i < p->npiece;) {
		uint32_t to = i, first = UINT32_MAX;
		for (; to < p->npiece && p->piece[to].line == p->piece[i].line; to++) {
			uint32_t table = p->piece[to].table;
			if (table == 0 && first == UINT32_MAX)
				first = to;
			if (table == 0 || done[table])
				continue;
			done[table] = true;
			waiting[n++] = frame_of(&t, table);
		}
		if (first != UINT32_MAX) {
			from = put_waiting(&t, waiting, from, n, &p->piece[first]);
			put_line(&t, first, to);
			t.texts++;
			going->behind++;
		}
		i = to;
	}
	put_waiting(&t, waiting, from, n, NULL);
	buf_free(&t.run);
}

/* A place as far away as any page has one; what is no number is 0. */
static float
within(float pt)
{
	return pt > PLACES ? PLACES : pt < -PLACES ? -PLACES : pt == pt ? pt : 0;
}

/* A damaged file may set type at any size and anywhere, or nowhere. */
static void
bound_places(struct pdf_page *p)
{
	for (size_t i = 0; i < p->nglyph; i++) {
		struct pdf_glyph *g = &p->glyph[i];
		g->x1 = within(g->x1);
		g->x2 = within(g->x2);
		g->y1 = within(g->y1);
		g->y2 = within(g->y2);
		g->size = g->size > 0 ? within(g->size) : 0;
	}
}

void
pdf_page_lines(struct builder *b, struct pdf_page *p, uint32_t *lines, struct pdf_going *going)
{
	bound_places(p);
	pdf_order(p);
	pdf_pieces(p);
	pdf_join(p);
	pdf_find_across(p);
	/* what begins higher on the first page lays out the masthead */
	pdf_tagged_tables(p, b->line.page > 1 ? -PLACES : p->width * MASTHEAD);
	pdf_tables(p);
	pdf_rejoin(p);
	put_page(b, p, lines, going);
}
