/* SPDX-License-Identifier: MIT */
/*
 * tables.c - tables in page text: a row of figures per line ("Canada  - 1 1"), a cell per line, or a name and
 * one value per line, in laid out text with a colon and a gap between them.
 *
 * A row ends in two or more figures; three rows one after the other are a table, the line over
 * them with as many words is its head.  With a cell per line, rows are found by the constant
 * number of figures between two words.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define CELLS 24
#define CELL_COLS 32

/*
 * A figure, a nil dash, a percentage, a sum, a negative in brackets; the mark of a note may follow.  A comma
 * after it is a sentence's: "1267 (1999), 1333 (2000)," lists things.
 */
bool
is_figure(struct span s)
{
	size_t i = 0, digits = 0;

	if (s.n == 0 || s.n > 20 || s.s[s.n - 1] == ',')
		return false;
	if (span_is(s, "-") || span_is(s, "\xE2\x80\x93") || span_is(s, "\xE2\x80\x94") || span_is(s, "..") ||
	    span_is(s, "..."))
		return true;
	while (i < s.n) {
		size_t at = i;
		uint32_t cp = utf8_next(s.s, s.n, &i);
		if (char_decimal(cp) >= 0)
			digits++;
		else if (((cp >= 'a' && cp <= 'f' && i == s.n) || cp == '*') && digits)
			continue;
		else if (cp == 0x2212 || cp == 0x2013 || cp == 0x66B || cp == 0x66C || cp == 0xA0 || cp == 0x20AC || cp == 0xA3)
			continue;
		else if (cp >= 0x80 || !strchr(".,%()-+$ ", (int)cp) || (at == 0 && (cp == '.' || cp == ',')))
			return false;
	}
	return digits > 0;
}

/* A figure, or "12 304", one whose thousands are set apart; in Arabic the last of them come first. */
static bool
is_one_figure(struct span s)
{
	size_t i, digits = 0, parts = 0, whole = 0;

	if (span_find(s, SPAN_LIT(" ")) == SIZE_MAX)
		return is_figure(s);
	for (i = 0; i <= s.n; i++) {
		if (i < s.n && s.s[i] >= '0' && s.s[i] <= '9') {
			digits++;
			continue;
		}
		if ((i < s.n && s.s[i] != ' ') || digits == 0 || digits > 3)
			return false;
		whole += digits == 3;
		parts++;
		digits = 0;
	}
	return whole + 1 >= parts;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A gap in the line before i: of one blank, or only a wider one. */
static bool
is_gap(struct span t, size_t i, bool wide)
{
	return t.s[i - 1] == '\t' || (t.s[i - 1] == ' ' && (!wide || (i > 1 && is_blank(t.s[i - 2]))));
}

static size_t
figures_apart(struct span t, bool wide, struct span cell[CELLS], struct span *rest)
{
	size_t n = 0, end = t.n, k;

	while (end > 0 && n < CELLS) {
		size_t from = end;
		while (from > 0 && !is_gap(t, from, wide))
			from--;
		if (!is_one_figure(span_sub(t, from, end)))
			break;
		cell[n++] = span_sub(t, from, end);
		end = from;
		while (end > 0 && is_blank(t.s[end - 1]))
			end--;
	}
	*rest = span_sub(t, 0, end);
	for (k = 0; k < n / 2; k++) {
		struct span x = cell[k];
		cell[k] = cell[n - 1 - k];
		cell[n - 1 - k] = x;
	}
	return n;
}

/* The figures that end a line; cell[0..n) from the left, rest = what stands before them. */
static size_t
figures(struct span t, struct span cell[CELLS], struct span *rest)
{
	size_t n = figures_apart(t, false, cell, rest);

	if (n < 2) /* so wide gaps part no more */
		return n;
	n = figures_apart(t, true, cell, rest);
	return n >= 2 ? n : figures_apart(t, false, cell, rest);
}

void
part_cell(struct work *w, uint32_t line, struct span t)
{
	struct field_part *p = VEC_PUSH(w->arena, w->part, w->npart, w->part_cap);

	*p = (struct field_part){.line = line, .off = (uint32_t)(t.s - w->draft->text.s), .n = (uint32_t)t.n,
	                         .kind = REP_CELL};
}

static size_t
row_cells(const struct work *w, const struct rline *l)
{
	struct span cell[CELLS], rest;
	size_t n;

	if (l->reading != READ_OPEN || l->n > 300 || l->end == END_SEMI || l->end == END_COLON)
		return 0;
	n = figures(rline_text(w, l), cell, &rest);
	if (n < 2 || rest.n > 90 || (rest.n && evidence_end(rest) == END_COMMA))
		return 0;
	if (n == 2 && rest.n > 45 && w->draft->form != SOURCE_PAGE_LAYOUT)
		return 0;
	return n + 1;
}

static void
fix_row(struct rline *l, bool head, float conf)
{
	line_fix(l, READ_ROW, head ? "table.head" : "table.row", conf);
	l->kind = head ? "head" : NULL;
}

static void
make_row(struct work *w, size_t f, bool head)
{
	struct rline *l = flow_line(w, f);
	struct span cell[CELLS], rest;
	size_t n = figures(rline_text(w, l), cell, &rest), k;

	fix_row(l, head, 0.75f);
	if (rest.n)
		part_cell(w, w->flow[f], rest);
	for (k = 0; k < n; k++)
		part_cell(w, w->flow[f], cell[k]);
}

/* Nothing but years behind the first words: the row is a head. */
static bool
years_only(const struct work *w, size_t f)
{
	struct span cell[CELLS], rest;
	size_t n = figures(rline_text(w, flow_line(w, f)), cell, &rest), k;

	for (k = 0; k < n; k++)
		if (cell[k].n < 4 || (memcmp(cell[k].s, "19", 2) != 0 && memcmp(cell[k].s, "20", 2) != 0) ||
		    char_decimal((unsigned char)cell[k].s[2]) < 0 || char_decimal((unsigned char)cell[k].s[3]) < 0 ||
		    (cell[k].n > 4 && char_decimal((unsigned char)cell[k].s[4]) >= 0))
			return false;
	return n > 0;
}

/* Words of a line as cells, set apart by one blank or only by wider gaps. */
static size_t
words_of(struct span t, bool wide, struct span cell[CELLS])
{
	size_t i = 0, count = 0;

	while (i < t.n && count < CELLS) {
		size_t from = i;
		while (i < t.n && !(t.s[i] == '\t' || (t.s[i] == ' ' && (!wide || (i + 1 < t.n && t.s[i + 1] == ' ')))))
			i++;
		cell[count++] = span_sub(t, from, i);
		while (i < t.n && (t.s[i] == ' ' || t.s[i] == '\t'))
			i++;
	}
	return count;
}

/* The line over the first row is the head when it has n words or n groups of words. */
static bool
make_head(struct work *w, size_t f, size_t n)
{
	struct rline *l = flow_line(w, f);
	struct span cell[CELLS];
	size_t k;

	if (l->end != END_OPEN || l->reading != READ_OPEN ||
	    (words_of(rline_text(w, l), true, cell) != n && words_of(rline_text(w, l), false, cell) != n))
		return false;
	fix_row(l, true, 0.7f);
	for (k = 0; k < n; k++)
		part_cell(w, w->flow[f], cell[k]);
	return true;
}

static size_t
rows_by_line(struct work *w, size_t f)
{
	size_t to = f, n = row_cells(w, flow_line(w, f)), k;

	if (n == 0)
		return f;
	while (to < w->nflow && row_cells(w, flow_line(w, to)))
		to++;
	if (to - f < 3)
		return f;
	if (f > 0)
		make_head(w, f - 1, n);
	for (k = f; k < to; k++)
		make_row(w, k, k == f && years_only(w, f));
	return to;
}

/* "6.": of the paragraph behind the table. */
static bool
is_lone_number(const struct rline *l)
{
	return rline_label_alone(l) && l->label[0].style == LABEL_ARABIC;
}

static bool
is_cell(const struct work *w, const struct rline *l, bool *figure)
{
	struct span t = rline_text(w, l);

	*figure = is_figure(t) && !is_lone_number(l);
	return l->reading == READ_OPEN && l->cols <= CELL_COLS && (l->end == END_OPEN || *figure) &&
	       (!l->nlabel || *figure) && !l->bullet && !l->lower;
}

/* Cells of one row from f: a word and the figures after it; 0 when there is no such row. */
static size_t
cell_row(const struct work *w, size_t f)
{
	bool figure;
	size_t n = 1;

	if (f >= w->nflow || !is_cell(w, flow_line(w, f), &figure) || figure)
		return 0;
	while (f + n < w->nflow && n < CELLS && is_cell(w, flow_line(w, f + n), &figure) && figure)
		n++;
	return n >= 3 ? n : 0;
}

static void
join_row(struct work *w, size_t f, size_t n, bool head)
{
	size_t k;

	fix_row(flow_line(w, f), head, 0.7f);
	for (k = 1; k < n; k++)
		line_fix(flow_line(w, f + k), READ_CONT, flow_line(w, f)->rule, 0.7f);
}

static size_t
rows_by_cell(struct work *w, size_t f)
{
	size_t n = cell_row(w, f), to, rows = 0, k;
	bool figure;

	if (n == 0)
		return f;
	for (to = f; cell_row(w, to) == n; to += n)
		rows++;
	if (rows < 3)
		return f;
	for (k = 1; k <= n && k <= f; k++)
		if (!is_cell(w, flow_line(w, f - k), &figure) || figure)
			break;
	if (k > n)
		join_row(w, f - n, n, true);
	for (k = f; k < to; k += n)
		join_row(w, k, n, false);
	/* the last row may be followed by one of figures alone, or be shorter */
	return to;
}

#define VALUE_ROWS 4     /* at the least, */
#define VALUE_BETWEEN 1  /* line between two of them: more of a name, or one over the rows below */
#define NAME_BYTES 120

static bool
is_year(struct span s)
{
	return s.n == 4 && (s.s[0] == '1' || s.s[0] == '2') && is_figure(s);
}

/* The word that ends or, with first, begins the text; the rest of it without the blanks. */
static struct span
word_apart(struct span t, bool first, struct span *rest)
{
	size_t i = first ? 0 : t.n;

	while (first ? i < t.n && !is_blank(t.s[i]) : i > 0 && !is_blank(t.s[i - 1]))
		i += first ? 1 : (size_t)-1;
	*rest = span_trim(first ? span_sub(t, i, t.n) : span_sub(t, 0, i));
	return first ? span_sub(t, 0, i) : span_sub(t, i, t.n);
}

/* "Amber A/99/321", "A/99/321 Bells of the coast", "Bo Reed Amber 2099", none a date: a name and one value. */
static bool
value_cells(const struct work *w, const struct rline *l, struct span cell[2])
{
	struct span t = rline_text(w, l), more;
	bool first = l->symbol;

	if (l->reading != READ_OPEN || (l->nlabel > 0 && l->label[0].style != LABEL_LETTER) || l->bullet ||
	    l->end != END_OPEN || l->dangling || l->n > NAME_BYTES)
		return false;
	cell[first ? 0 : 1] = word_apart(t, first, &cell[first ? 1 : 0]);
	if (cell[0].n == 0 || cell[1].n == 0 || evidence_end(cell[0]) != END_OPEN)
		return false;
	if (first)
		return !l->symbol_last && l->upper && is_symbol(cell[0]) && char_upper(char_after(cell[1], 0));
	if (!is_symbol(cell[1]) && !is_year(cell[1]))
		return false;
	word_apart(cell[0], false, &more);
	return is_symbol(cell[1]) || !char_digit((unsigned char)more.s[more.n > 0 ? more.n - 1 : 0]);
}

/* A line between two rows: more of the name before it, or words of its own over those below. */
static bool
is_between(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && !l->nlabel && !l->bullet && l->gap == 0 && l->end == END_OPEN &&
	       l->cols * 10 < w->width * 7;
}

/* What goes on with a name, or begins with an initial, is no first row. */
static bool
begins_rows(const struct rline *l)
{
	return l->upper && l->nlabel == 0;
}

/* Rows of a name and one value each, where nothing else of the line says what is a cell. */
static size_t
rows_by_value(struct work *w, size_t f)
{
	struct span cell[2];
	size_t rows = 0, to = f, k;

	for (k = f; k < w->nflow && k <= to + VALUE_BETWEEN; k++) {
		if (value_cells(w, flow_line(w, k), cell) && (k > f || begins_rows(flow_line(w, k)))) {
			rows++;
			to = k + 1;
		} else if (k == f || !is_between(w, flow_line(w, k))) {
			break;
		}
	}
	if (rows < VALUE_ROWS)
		return f;
	for (k = f; k < to; k++) {
		struct rline *l = flow_line(w, k);
		bool row = value_cells(w, l, cell);
		fix_row(l, false, 0.65f);
		part_cell(w, w->flow[k], row ? cell[0] : rline_text(w, l));
		if (row)
			part_cell(w, w->flow[k], cell[1]);
	}
	return to;
}

#define NAMED_ROWS 3 /* with a colon, at the least */

/* "Priority:      Medium": a name and, behind a wide gap, what it is; column: where that begins. */
static bool
named_cells(const struct work *w, const struct rline *l, struct span cell[CELLS], size_t *column)
{
	struct span t = rline_text(w, l);
	size_t n = l->reading == READ_OPEN && !l->nlabel && !l->bullet ? words_of(t, true, cell) : 0;

	if (n != 2 || evidence_end(cell[1]) == END_COLON)
		return false;
	*column = (size_t)(cell[1].s - l->src->text.s);
	return true;
}

/* The lines at f and behind it are such rows, of one table. */
static bool
named_rows_go_on(const struct work *w, size_t f)
{
	struct span cell[CELLS];
	size_t column, next;

	return f + 1 < w->nflow && flow_line(w, f + 1)->gap == 0 && named_cells(w, flow_line(w, f), cell, &column) &&
	       named_cells(w, flow_line(w, f + 1), cell, &next) && column == next;
}

/* Rows of a name and what it is, set in two columns, all that follow one another: most of the names have a colon. */
static size_t
rows_by_name(struct work *w, size_t f)
{
	struct span cell[CELLS];
	size_t to, colons = 0, column, k;

	if (!named_cells(w, flow_line(w, f), cell, &column) || (f > 0 && named_rows_go_on(w, f - 1)))
		return f;
	for (to = f + 1; named_rows_go_on(w, to - 1); to++)
		;
	for (k = f; k < to; k++)
		colons += named_cells(w, flow_line(w, k), cell, &column) && evidence_end(cell[0]) == END_COLON;
	if (colons < NAMED_ROWS || colons * 2 <= to - f)
		return f;
	for (k = f; k < to; k++) {
		named_cells(w, flow_line(w, k), cell, &column);
		fix_row(flow_line(w, k), false, 0.7f);
		part_cell(w, w->flow[k], cell[0]);
		part_cell(w, w->flow[k], cell[1]);
	}
	return to;
}

void
tables_find(struct work *w)
{
	size_t f = 0;

	if (!has_pages(w))
		return;
	while (f < w->nflow) {
		size_t to = rows_by_line(w, f);
		if (to == f)
			to = rows_by_cell(w, f);
		if (to == f)
			to = w->draft->form < SOURCE_PAGE_LAYOUT ? rows_by_value(w, f) : rows_by_name(w, f);
		f = to > f ? to : f + 1;
	}
}
