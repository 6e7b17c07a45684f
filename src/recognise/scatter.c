/* SPDX-License-Identifier: MIT */
/*
 * scatter.c - tables and figures whose cells page text or a PDF printed apart: a stretch of lines far
 * shorter than those of text, or of lines with wide gaps, where nothing but paragraphs and headings
 * would be said otherwise.  Where the form shows its type, words set like the text speak against it.
 *
 * Single lines prove nothing: headings, last lines and signatures are short too.  The stretch is
 * weighed as a whole; what stands at its ends and may be a heading, a caption or the end of a
 * paragraph is left to the choice.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define NARROW 60       /* hundredths of the width of text: what a cell may have */
#define SLIM 35         /* what few lines of text have */
#define LEAST_LINES 6
#define MANY_LINES 12   /* so many short lines are a table without figures */
#define LEAST_WEIGHT 4.0f
#define HEADING_LINES 3
#define CELLS 24
#define SMALLER 0.6f    /* pt: type so much smaller than the text's is of tables and drawings */
#define SENTENCE_COLS 20 /* abbreviations in cells are shorter than sentences */
#define SLACK 1         /* columns by which the starts of cells one over the other differ */
#define HEADS 3         /* lines one under the other that stand so */
#define TIMES 3         /* times are the heads of the columns of a table that comes again and again */
#define HEADS_BYTES 200
#define FIGURES 6       /* that stand alone over text, one after the other */
#define UNDER_LINES 20  /* of text under one of them */
#define NUMBER_BYTES 8  /* of what may number a title, */
#define LETTER_BYTES 4  /* and without a figure: a letter and its sign */
#define STRETCHED 5     /* more pieces of a line than heads of columns mostly are */
#define NUMBERS 3       /* digits of a number that may count what stands under it */
#define TORN 3          /* rows of one length are at least that part of those of a table */

/* Cells between wide gaps, counted from behind a label. */
static size_t
gap_cells(const struct work *w, const struct rline *l, struct span cell[CELLS])
{
	struct span t = rline_text(w, l);
	size_t wide = w->draft->form == SOURCE_PAGE_LAYOUT ? 3 : 2, i = l->nlabel ? l->label[0].body : 0, from = 0, n = 0;

	while (i < t.n && n < CELLS - 1) {
		size_t blanks = 0;
		while (i + blanks < t.n && t.s[i + blanks] == ' ')
			blanks++;
		if (blanks >= wide) {
			cell[n++] = span_sub(t, from, i);
			from = i + blanks;
		}
		i += blanks ? blanks : 1;
	}
	cell[n++] = span_sub(t, from, t.n);
	return n;
}

static bool
in_columns(const struct work *w, const struct rline *l)
{
	struct span cell[CELLS];

	return w->draft->form != SOURCE_PAGE_SINGLE && gap_cells(w, l, cell) > 1;
}

/* A line that was stretched to the width of the text has all its words apart, a few here and there together. */
static bool
is_stretched(const struct work *w, const struct rline *l, const struct span *cell, size_t n)
{
	size_t k, i, blanks = 0;

	for (k = 0; k < n; k++)
		for (i = 0; i < cell[k].n; i++)
			blanks += cell[k].s[i] == ' ';
	return n > STRETCHED && blanks * 2 < n && l->cols * 10 >= w->width * 9;
}

/* "A (98)", "B": what may number the title behind it. */
static bool
may_be_number(struct span t)
{
	size_t i = 0;

	while (i < t.n && !char_digit((unsigned char)t.s[i]))
		i++;
	return t.n <= LETTER_BYTES || (t.n <= NUMBER_BYTES && i < t.n);
}

bool
scatter_in_columns(const struct work *w, const struct rline *l)
{
	struct span cell[CELLS];
	size_t n = w->draft->form == SOURCE_PAGE_LAYOUT ? gap_cells(w, l, cell) : 1;

	return n > 2 ? !is_stretched(w, l, cell, n) : n == 2 && !may_be_number(cell[0]);
}

/* Half of its words or more are figures. */
static bool
is_figures(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t i = 0, words = 0, figures = 0;

	while (i < t.n) {
		size_t from = i;
		while (i < t.n && t.s[i] != ' ')
			i++;
		if (i > from) {
			words++;
			figures += is_figure(span_sub(t, from, i));
		}
		while (i < t.n && t.s[i] == ' ')
			i++;
	}
	return figures * 2 >= words;
}

/* The line begins in the column that a wide gap opens in line a, in the form that keeps columns. */
static bool
is_under_column(const struct work *w, const struct rline *a, const struct rline *l)
{
	struct span t = rline_text(w, a), cell[CELLS];
	size_t n, k;

	if (w->draft->form != SOURCE_PAGE_LAYOUT || l->nlabel > 0 || l->src->indent <= a->src->indent)
		return false;
	for (n = gap_cells(w, a, cell), k = 1; k < n; k++) {
		int column = (int)a->src->indent + (int)evidence_cols(span_sub(t, 0, (size_t)(cell[k].s - t.s)));
		if (column + SLACK >= (int)l->src->indent && column <= (int)l->src->indent + SLACK)
			return true;
	}
	return false;
}

/* "36.": the number of a paragraph whose text stands below; "0.36" is a figure. */
static bool
is_number_alone(const struct rline *l)
{
	return rline_label_alone(l) && l->label[0].style == LABEL_ARABIC;
}

/* A sentence under the number of its paragraph, which page text printed on a line of its own. */
static bool
is_paragraph(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f), *over = flow_before(w, f);

	return l->end == END_STOP && l->cols > SENTENCE_COLS && !l->nlabel && over && over->page == l->page &&
	       is_number_alone(over);
}

/* Nothing that numbers it, the list of contents or the form says makes the line more; it is no "Source:" below. */
static bool
is_text_of_cell(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f);

	/* the list of contents knows it with its number */
	if (l->listed == LISTED_MORE || (l->listed && l->nlabel > 0) || rline_opens_chapter(l) || l->counted)
		return false;
	return l->reading == READ_OPEN && !l->bullet && !l->torn &&
	       (in_columns(w, l) || !words_start(w->words, WORD_SOURCE, line_folded(w, l)));
}

/* May the line be one of a stretch?  over is the last line before it with wide gaps, or NULL. */
static bool
may_be_cell(const struct work *w, size_t f, const struct rline *over)
{
	const struct rline *l = flow_line(w, f);

	if (!is_text_of_cell(w, f))
		return false;
	if (l->under_figure)
		return true;
	if ((l->end == END_SEMI && l->n > 3) || is_paragraph(w, f))
		return false;
	return l->cols * 100 <= w->width * NARROW || in_columns(w, l) || (over && is_under_column(w, over, l));
}

/* A figure with nothing beside it that numbers no paragraph, note or page: "0930-1015", "1,200". */
static bool
is_figure_alone(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f);
	struct span t = rline_text(w, l);

	return l->reading == READ_OPEN && !l->nlabel && (l->gap > 0 || l->seam) && t.n > NUMBERS && is_figure(t);
}

/* Behind the last line of text that stands under the figure at f; what has a number is of the report again. */
static size_t
behind_under(const struct work *w, size_t f)
{
	size_t to = f + 1;

	while (to < w->nflow && to <= f + UNDER_LINES && !is_figure_alone(w, to) && is_text_of_cell(w, to) &&
	       !flow_line(w, to)->nlabel)
		to++;
	return to;
}

/* A figure alone, what stands under it, the next figure: the long cells of a table lie between the short ones. */
static void
under_figures(struct work *w)
{
	size_t f, to, last, k, figures;

	for (f = 0; f < w->nflow; f = to > f ? to : f + 1) {
		for (to = last = f, figures = 0; to < w->nflow && is_figure_alone(w, to); figures++) {
			last = to;
			to = behind_under(w, to);
		}
		/* under the last of them the cell ends at a blank line */
		for (k = last + 2; k < to && flow_line(w, k)->gap == 0; k++)
			;
		to = k < to ? k : to;
		for (k = f; figures >= FIGURES && k < to; k++)
			flow_line(w, k)->under_figure = true;
	}
}

static bool
ends_group(const struct work *w, size_t f)
{
	return f + 1 >= w->nflow || flow_line(w, f + 1)->gap > 0 || flow_line(w, f + 1)->seam;
}

static float
weight(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f);
	bool alone = (l->gap > 0 || l->seam) && ends_group(w, f);

	if (is_figures(w, l))
		return l->nlabel && !alone ? 0.3f : 1;
	if (in_columns(w, l))
		return 0.8f;
	if (l->under_figure)
		return 0.3f;
	if (w->em > 0 && l->src->size > w->em - SMALLER)
		return -0.3f;
	if (l->end == END_STOP && l->cols > SENTENCE_COLS)
		return -0.7f;
	if (l->nlabel)
		return label_heads(l->label[0].style) ? -0.7f : -0.3f;
	return alone ? 0.5f : l->cols * 100 <= w->width * SLIM ? 0.3f : 0.1f;
}

/* Too long for one cell, and of no more. */
static bool
is_wide(const struct work *w, const struct rline *l)
{
	return l->cols * 100 > w->width * SLIM && !in_columns(w, l);
}

/* The first line of the stretch: not the end of a paragraph, nor a title over the cells. */
static size_t
first_cell(const struct work *w, size_t from, size_t to)
{
	size_t f = from;

	if (f > 0 && flow_line(w, f)->gap == 0 && flow_line(w, f - 1)->reading == READ_OPEN &&
	    !in_columns(w, flow_line(w, f)))
		while (f < to && flow_line(w, f)->gap == 0 && !is_figures(w, flow_line(w, f)))
			f++;
	/* what stands under the label of an annex is its title */
	if (f > 0 && flow_line(w, f - 1)->reading == READ_ANNEX)
		for (f++; f < to && flow_line(w, f)->gap == 0 && !is_figures(w, flow_line(w, f));)
			f++;
	if (f < to && caption_begins(w, flow_line(w, f)))
		for (f++; f < to && flow_line(w, f)->gap == 0 && is_wide(w, flow_line(w, f));)
			f++;
	while (f < to && is_wide(w, flow_line(w, f)) && !is_figures(w, flow_line(w, f)))
		f++;
	return f;
}

/* Behind the last line of [from, to) that is no number of a heading or paragraph. */
static size_t
without_labels(const struct work *w, size_t from, size_t to)
{
	while (to > from && flow_line(w, to - 1)->nlabel &&
	       (is_number_alone(flow_line(w, to - 1)) || !is_figures(w, flow_line(w, to - 1))))
		to--;
	return to;
}

/* Behind the last line: labels and short lines over the text that follows are left out. */
static size_t
last_cell(const struct work *w, size_t from, size_t to)
{
	const struct rline *next = flow_at(w, to);
	size_t group;

	if (next && rline_opens_chapter(next))
		return to;
	to = without_labels(w, from, to);
	if (!next || next->lower || next->reading != READ_OPEN)
		return to;
	for (group = to; group > from && group + HEADING_LINES > to; group--)
		if (flow_line(w, group - 1)->gap > 0 || flow_line(w, group - 1)->seam)
			break;
	if (group <= from + 1 || group + HEADING_LINES <= to)
		return to;
	const struct rline *over = flow_line(w, group - 1);
	return (over->upper || over->caseless) && !is_figures(w, over) && !in_columns(w, over) &&
	               over->end == END_OPEN && flow_line(w, to - 1)->end != END_STOP
	           ? without_labels(w, from, group - 1) : to;
}

/* A cell runs over to the next line. */
static bool
goes_on(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f), *b = flow_line(w, f - 1);

	return l->gap == 0 && !l->seam && !in_columns(w, l) && !in_columns(w, b) && !is_figures(w, l) &&
	       !is_figures(w, b) && (l->lower || (l->under_figure && b->under_figure) || b->dangling ||
	                             b->end == END_COMMA || b->end == END_HYPHEN);
}

static void
make_rows(struct work *w, size_t from, size_t to)
{
	struct span cell[CELLS];
	size_t f, k, n;

	for (f = from; f < to; f++) {
		struct rline *l = flow_line(w, f);
		bool more = f > from && goes_on(w, f);
		line_fix(l, more ? READ_CONT : READ_ROW, "table.scattered", 0.6f);
		l->kind = more ? NULL : "scattered";
		l->alt = more ? READ_ROW : READ_P;
		l->alt_conf = 0.3f;
		if (!in_columns(w, l))
			continue;
		for (n = gap_cells(w, l, cell), k = 0; k < n; k++)
			part_cell(w, w->flow[f], cell[k]);
	}
}

/*
 * Do most of lines [from, to) have wide gaps, in any number?  Rows have as many cells as their neighbours, unless
 * the form keeps the columns; damaged layers of text, Arabic ones above all, have gaps where letters are lost.
 */
static bool
is_torn(const struct work *w, size_t from, size_t to)
{
	size_t f, k, gaps = 0, most = 0, of[CELLS + 1] = {0};
	struct span cell[CELLS];

	for (f = from; f < to; f++) {
		size_t n = gap_cells(w, flow_line(w, f), cell);
		gaps += n > 1;
		of[n] += n > 1;
	}
	for (k = 0; k <= CELLS; k++)
		most = of[k] > most ? of[k] : most;
	return w->draft->form == SOURCE_PAGE_DOUBLE && gaps * 2 > to - from && most * TORN < gaps;
}

/*
 * The text of so many lines from f on that may be heads of columns, with a colon each or without, or nothing.  In
 * the other forms the cells of a row mostly stand on one line, and lines that come again are a list.
 */
static struct span
heads_at(const struct work *w, size_t f)
{
	const struct span none = {NULL, 0};
	size_t k;

	if (w->draft->form != SOURCE_PAGE_SINGLE || f + HEADS > w->nflow)
		return none;
	for (k = f; k < f + HEADS; k++) {
		const struct rline *l = flow_line(w, k);
		if (!may_be_cell(w, k, NULL) || is_wide(w, l) || l->nlabel || l->end == END_STOP || is_figures(w, l) ||
		    (l->end == END_COLON) != (flow_line(w, f)->end == END_COLON) || w->flow[k] != w->flow[f] + (k - f))
			return none;
	}
	struct span a = rline_text(w, flow_line(w, f)), b = rline_text(w, flow_line(w, k - 1));
	size_t n = (size_t)(b.s + b.n - a.s);
	return n < HEADS_BYTES ? (struct span){a.s, n} : none;
}

/* Which lines of the flow are heads of columns that come again: a table continued, or one of the same form. */
static bool *
heads_again(struct work *w)
{
	bool *again = ARENA_ARRAY(w->arena, bool, w->nflow + 1);
	struct vocab *seen = vocab_new(w->arena);
	size_t f, k;

	for (f = 0; f < w->nflow; f++) {
		struct span t = heads_at(w, f);
		if (t.n > 0)
			vocab_add(seen, t);
	}
	for (f = 0; f < w->nflow; f++) {
		struct span t = heads_at(w, f);
		for (k = 0; t.n > 0 && k < HEADS && vocab_count(seen, t) >= TIMES; k++)
			again[f + k] = true;
	}
	return again;
}

/* Are lines [from, to) a table, all in all?  Heads that come again make one of few lines, too. */
static bool
is_table(const struct work *w, size_t from, size_t to, bool headed)
{
	size_t f, figures = 0, n = to - from;
	float sum = 0;

	if (to < from + LEAST_LINES || is_torn(w, from, to))
		return false;
	for (f = from; f < to; f++) {
		sum += weight(w, f);
		figures += is_figures(w, flow_line(w, f)) || in_columns(w, flow_line(w, f));
	}
	if (sum * 4 < (float)n)
		return false;
	return headed || (sum >= LEAST_WEIGHT && (n >= MANY_LINES || figures * 5 >= n));
}

/*
 * Line f is the title of the next table: more than a cell has, alone, the heads at line over of the one before stand
 * under it, and rows between.
 */
static bool
is_over_heads(const struct work *w, size_t f, size_t over)
{
	const struct rline *l = flow_line(w, f);

	if (f < over + HEADS + LEAST_LINES || (l->gap == 0 && !l->seam) || !is_wide(w, l) || !l->upper ||
	    l->end != END_OPEN || l->dangling || is_figures(w, l))
		return false;
	struct span heads = heads_at(w, over);
	return heads.n > 0 && span_eq(heads_at(w, f + 1), heads);
}

/* Behind the lines from f on that may be cells of one table, over whose own heads the title of the next may stand. */
static size_t
cells_end(struct work *w, size_t f, const bool *again)
{
	const struct rline *over = NULL;
	size_t to, head = f;

	for (to = f; to < w->nflow && may_be_cell(w, to, over); to++) {
		if (is_over_heads(w, to, head)) {
			flow_line(w, to)->counted = true;
			break;
		}
		over = in_columns(w, flow_line(w, to)) ? flow_line(w, to) : over;
		head = again[to] && heads_at(w, to).n > 0 ? to : head;
	}
	return to;
}

void
scatter_find(struct work *w)
{
	size_t f, to, from, end;

	if (!has_pages(w) || !w->wrapped)
		return;
	bool *again = heads_again(w);
	under_figures(w);
	for (f = 0; f < w->nflow; f = to > f ? to : f + 1) {
		size_t head = f;
		to = cells_end(w, f, again);
		from = first_cell(w, f, to);
		while (head < to && !again[head])
			head++;
		if (head < to && head < from)
			from = head;
		end = last_cell(w, from, to);
		if (is_table(w, from, end, head == from))
			make_rows(w, from, end);
	}
}
