/* SPDX-License-Identifier: MIT */
/* ruled.c - tables drawn with signs: which lines they are, and rows with their cells. */
#include "source/ruled.h"

#include <glib.h>
#include <string.h>

#define GROUP 3       /* dashes over a column, at least */
#define HEAD_LINES 40 /* of a head, at most */

/* What a cell has in one line of the text, in bytes of it; n = 0: nothing. */
struct piece {
	size_t at, n;
};

/* A line of nothing but dashes and blanks: where its groups begin, and where the last one ends. */
struct dashes {
	uint32_t from[RULED_COLS], n, end;
};

static struct span
line_at(const struct traced *t, size_t at)
{
	const char *nl = at < t->n ? memchr(t->s + at, '\n', t->n - at) : NULL;
	return (struct span){t->s + at, nl != NULL ? (size_t)(nl - t->s) - at : t->n - at};
}

static size_t
behind(const struct traced *t, size_t at, struct span line)
{
	return at + line.n < t->n ? at + line.n + 1 : t->n;
}

static bool
read_dashes(struct span line, struct dashes *d)
{
	d->n = 0;
	for (size_t i = 0; i < line.n;) {
		size_t from = i;
		while (i < line.n && line.s[i] == '-')
			i++;
		if (i > from) {
			if (i - from < GROUP || d->n == RULED_COLS)
				return false;
			d->from[d->n++] = (uint32_t)from;
			d->end = (uint32_t)i;
		}
		if (i < line.n && line.s[i] != ' ' && line.s[i] != '-')
			return false;
		i += i < line.n && line.s[i] == ' ';
	}
	return d->n > 0;
}

/* ---- one line as cells ---- */

static unsigned
width(uint32_t c, unsigned mark)
{
	return g_unichar_iszerowidth(c) ? mark : g_unichar_iswide(c) ? 2 : 1;
}

/* The pieces of a line where a mark over a letter takes so many columns. */
static bool
cut_with(const struct ruled *r, size_t base, struct span line, unsigned mark, struct piece *piece)
{
	uint32_t x = 0, k = 0, borders = 0;
	memset(piece, 0, r->ncol * sizeof *piece);
	for (size_t i = 0; i < line.n;) {
		size_t from = i;
		uint32_t c = utf8_next(line.s, line.n, &i), w = width(c, mark);
		while (k + 1 < r->ncol + r->grid && x >= r->col[k + 1])
			k++;
		bool border = w > 0 && (x + w == r->col[k] || (k + 1 < r->ncol + r->grid && x < r->col[k + 1] && x + w >= r->col[k + 1]));
		x += w;
		if (c == '\t' || (border && c != (r->grid ? '|' : ' ')))
			return false;
		borders += border;
		if (c == ' ' || border)
			continue;
		if (x <= r->col[0] || (r->grid && x >= r->col[r->ncol]))
			return false;
		if (piece[k].n == 0)
			piece[k].at = base + from;
		piece[k].n = base + i - piece[k].at;
	}
	return !r->grid || borders == r->ncol + 1;
}

/*
 * The pieces of a line, one for each column.  False when the line does not keep to the columns: text
 * before the first, or across the blank (in a grid, the border) between two.  Programs that write such
 * tables do not agree on whether vowel signs take a column.
 */
static bool
cut(const struct ruled *r, size_t base, struct span line, struct piece *piece)
{
	return cut_with(r, base, line, 0, piece) || cut_with(r, base, line, 1, piece);
}

static bool
fits(const struct ruled *r, size_t at, struct span line)
{
	struct piece piece[RULED_COLS];
	return cut(r, at, line, piece);
}

/* ---- tables under rules of dashes ---- */

static void
set_columns(struct ruled *r, const struct dashes *d)
{
	memcpy(r->col, d->from, d->n * sizeof *d->from);
	r->ncol = d->n;
}

static bool
same_extent(const struct dashes *a, const struct dashes *b)
{
	return a->from[0] == b->from[0] && a->end == b->end;
}

/*
 * The lines of a head from `at` to the rule of groups below it, which is as wide as the one above.  A table of one
 * column is set in from the margin: at the margin such rules part what people write by hand.
 */
static bool
find_head(const struct traced *t, size_t at, const struct dashes *top, struct dashes *under, struct ruled *r)
{
	r->head = at;
	for (unsigned i = 0; i < HEAD_LINES && at < t->n; i++) {
		struct span line = line_at(t, at);
		if (span_trim(line).n == 0)
			return false;
		if (read_dashes(line, under)) {
			r->body = behind(t, at, line);
			set_columns(r, under);
			return i > 0 && (under->n > 1 || under->from[0] > 0) && same_extent(top, under);
		}
		at = behind(t, at, line);
	}
	return false;
}

/* The body: to the rule that closes the table, or, with close == NULL, to a blank line. */
static bool
find_body(const struct traced *t, const struct dashes *close, struct ruled *r)
{
	struct dashes d;
	size_t rows = 0, at = r->body;
	r->by_line = true;
	for (; at < t->n;) {
		struct span line = line_at(t, at);
		bool blank = span_trim(line).n == 0;
		r->foot = r->end = at;
		if (blank && close == NULL)
			return rows > 0;
		if (read_dashes(line, &d)) {
			r->end = behind(t, at, line);
			return rows > 0 && (close == NULL || (d.n == close->n && same_extent(&d, close)));
		}
		if (!blank && !fits(r, at, line))
			return false;
		rows += !blank;
		at = behind(t, at, line);
		/* the line of blanks that stands for a head without words parts no rows */
		r->by_line = r->by_line && !(blank && rows > 0);
	}
	r->foot = r->end = at;
	return close == NULL && rows > 0;
}

/* Do the lines of the head keep to the columns? */
static bool
head_fits(const struct traced *t, const struct ruled *r)
{
	struct dashes d;
	for (size_t at = r->head; at < r->body;) {
		struct span line = line_at(t, at);
		if (!read_dashes(line, &d) && !fits(r, at, line))
			return false;
		at = behind(t, at, line);
	}
	return true;
}

static bool
find_ruled(const struct traced *t, size_t at, struct ruled *r)
{
	struct dashes top, under;
	struct span line = line_at(t, at);
	size_t next = behind(t, at, line);
	if (!read_dashes(line, &top)) { /* a head of one line over a rule */
		if (span_trim(line).n == 0 || !read_dashes(line_at(t, next), &under) || under.n < 2)
			return false;
		r->head = at;
		r->body = behind(t, next, line_at(t, next));
		set_columns(r, &under);
		return head_fits(t, r) && find_body(t, NULL, r);
	}
	if (top.n == 1)
		return find_head(t, next, &top, &under, r) && head_fits(t, r) && find_body(t, &top, r);
	r->head = r->body = next;
	set_columns(r, &top);
	return find_body(t, &top, r);
}

/* ---- grids ---- */

/* "+---+:---:+" or, under a head, "+===+===+": where cells begin. */
static bool
read_border(struct span line, struct ruled *r, bool *head)
{
	size_t i = 0, last;
	while (i < line.n && line.s[i] == ' ')
		i++;
	while (line.n > i && line.s[line.n - 1] == ' ')
		line.n--;
	if (line.n < i + 3 || line.s[i] != '+' || line.s[line.n - 1] != '+')
		return false;
	*head = memchr(line.s + i, '=', line.n - i) != NULL;
	r->ncol = 0;
	r->col[0] = (uint32_t)i + 1;
	for (last = i++; i < line.n; i++) {
		if (line.s[i] == '+') {
			if (i == last + 1 || r->ncol == RULED_COLS)
				return false;
			r->col[++r->ncol] = (uint32_t)i + 1;
			last = i;
		} else if (line.s[i] != (*head ? '=' : '-') && line.s[i] != ':') {
			return false;
		}
	}
	return true;
}

static bool
same_columns(const struct ruled *a, const struct ruled *b)
{
	return a->ncol == b->ncol && memcmp(a->col, b->col, (a->ncol + 1) * sizeof *a->col) == 0;
}

static bool
find_grid(const struct traced *t, size_t at, struct ruled *r, size_t *tried)
{
	struct ruled other;
	bool head = false, rows = false, closed = false;
	if (!read_border(line_at(t, at), r, &head))
		return false;
	r->grid = true;
	r->head = r->body = behind(t, at, line_at(t, at));
	for (at = r->head; at < t->n;) {
		struct span line = line_at(t, at);
		if (read_border(line, &other, &head)) {
			closed = same_columns(r, &other);
			r->foot = at;
			r->end = behind(t, at, line);
			if (closed && head && r->body == r->head)
				r->body = r->end;
		} else if (fits(r, at, line)) {
			closed = false;
			rows = true;
		} else {
			break;
		}
		at = behind(t, at, line);
	}
	*tried = at;
	return closed && rows;
}

bool
ruled_find(const struct traced *t, size_t at, struct ruled *r, size_t *tried)
{
	*r = (struct ruled){0};
	*tried = at;
	return find_grid(t, at, r, tried) || (!r->grid && find_ruled(t, at, r));
}

/* ---- rows ---- */

static bool
ends_wide(const struct traced *t, size_t end)
{
	return end > 0 && g_unichar_iswide(utf8_prev(t->s, &end));
}

/* Add what a cell has in one line; sign stands before it, if it is not 0. */
static void
put(struct arena *a, const struct traced *t, struct piece p, size_t signs, char sign, struct traced *out)
{
	for (size_t i = signs; i > 0; i--)
		traced_copy(a, out, &sign, t->origin + p.at - i, 1);
	traced_copy(a, out, t->s + p.at, t->origin + p.at, p.n);
}

/* The lines of [at, end) as one row. */
static void
put_row(struct arena *a, const struct traced *t, const struct ruled *r, size_t at, size_t end, struct traced *out)
{
	struct piece piece[RULED_COLS];
	size_t tabs = 0;
	for (uint32_t k = 0; k < r->ncol; k++, tabs++) {
		bool more = false;
		for (size_t i = at; i < end; i = behind(t, i, line_at(t, i))) {
			if (!cut(r, i, line_at(t, i), piece) || piece[k].n == 0)
				continue;
			size_t first = piece[k].at;
			bool wide = more && ends_wide(out, out->n) && g_unichar_iswide(utf8_next(t->s, t->n, &first));
			put(a, t, piece[k], more ? !wide : tabs, more ? ' ' : '\t', out);
			tabs = 0;
			more = true;
		}
	}
	if (t->s[end - 1] == '\n')
		traced_copy(a, out, "\n", t->origin + end - 1, 1);
}

/* Does a row end before this line? */
static bool
parts_rows(const struct ruled *r, struct span line)
{
	struct ruled other;
	struct dashes d;
	bool head;
	return r->grid ? read_border(line, &other, &head) : span_trim(line).n == 0 || read_dashes(line, &d);
}

static bool
has_text(const struct ruled *r, size_t at, struct span line)
{
	struct piece piece[RULED_COLS];
	bool text = false;
	cut(r, at, line, piece);
	for (uint32_t k = 0; k < r->ncol; k++)
		text = text || piece[k].n > 0;
	return text;
}

bool
ruled_row(struct arena *a, const struct traced *t, const struct ruled *r, size_t *at, struct traced *out, bool *head)
{
	size_t from = *at, to = *at;
	bool text = false;
	while (*at < r->foot) {
		struct span line = line_at(t, *at);
		bool parts = parts_rows(r, line), body = from >= r->body;
		if (parts && text)
			break;
		*at = behind(t, *at, line);
		text = text || (!parts && has_text(r, to, line));
		to = *at;
		from = text ? from : to;
		if (text && body && r->by_line && !r->grid)
			break;
	}
	*head = from < r->body;
	if (text)
		put_row(a, t, r, from, to, out);
	return text;
}
