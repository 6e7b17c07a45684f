/* SPDX-License-Identifier: MIT */
/*
 * pdf_table.c - tables of a page, seen by the columns its pieces keep to.
 *
 * Pieces on one base line are a line across the page.  Lines one after the other whose pieces
 * leave the same strips of the page free are a region; it is a table when it has three columns, or
 * two of which the second holds figures, or two below a head whose rows stand apart.  A label with its
 * text, two columns of running text, a list of contents are none.
 *
 *      Country        Women   Men      <- head
 *      Northland          1     2      <- a row; the strips between the columns are the gutters
 */
#include <stdlib.h>
#include <string.h>

#include "source/pdf.h"

#define PIECES_MOST 20000 /* on a page that is looked at for tables */
#define TRIES_MOST 200000 /* lines tried on a page */
#define GUTTERS_MOST 32
#define GUTTER 3.0f       /* pt, at least */
#define CENTRED 8.0f      /* pt from the middle of the columns that a head is over */
#define HEADS 3           /* lines from the first whose pieces may span columns */
#define HEAD_SMALLER 1.3f /* times the type of a slanted head, that of its rows at most */
#define NEXT_LINE 3.6f    /* type sizes from one line of a table to the next, at most */
#define LARGER 1.2f       /* pt: type so much larger is not of the table */
#define RUNS_ON_OF 3      /* of so many lines one may go on with the paragraph above */
#define PROSE 0.6f        /* of the width of the region: a cell this wide is running text */

struct span_x {
	float from, to;
};

struct finder {
	struct pdf_page *p;
	struct pdf_piece **at;   /* by place */
	struct pdf_across *line;
	uint32_t nline;
	struct span_x gutter[GUTTERS_MOST];
	uint32_t ngutter;
	struct span_x col[PDF_COLS];
	uint16_t ncol;
	uint32_t tries;
};

static float
larger(float a, float b)
{
	return a > b ? a : b;
}

/* ---- regions ---- */

/* What is left of a gutter, its widest stretch, where the pieces of the line leave it free. */
static struct span_x
narrowed(const struct finder *f, const struct pdf_across *l, struct span_x g)
{
	struct span_x best = {0, 0};
	float from = g.from;
	for (uint32_t i = 0; i <= l->n; i++) {
		float to = i < l->n && f->at[l->from + i]->x1 < g.to ? f->at[l->from + i]->x1 : g.to;
		if (to - from > best.to - best.from)
			best = (struct span_x){from, to};
		if (i < l->n && f->at[l->from + i]->x2 > from)
			from = f->at[l->from + i]->x2;
		if (from >= g.to)
			break;
	}
	return best;
}

/* Does the line keep one of the gutters free, and of several a good part of most?  If so, the others go. */
static bool
keeps_gutters(struct finder *f, const struct pdf_across *l, bool heads)
{
	struct span_x kept[GUTTERS_MOST];
	uint32_t n = 0, well = 0;
	for (uint32_t i = 0; i < f->ngutter; i++) {
		kept[n] = narrowed(f, l, f->gutter[i]);
		well += kept[n].to - kept[n].from >= (f->gutter[i].to - f->gutter[i].from) / 4;
		n += kept[n].to - kept[n].from >= GUTTER;
	}
	if (n == 0 || (!heads && f->ngutter > 1 && well * 2 < f->ngutter))
		return false;
	memcpy(f->gutter, kept, n * sizeof *kept);
	f->ngutter = n;
	return true;
}

static bool
first_gutters(struct finder *f, const struct pdf_across *l)
{
	f->ngutter = 0;
	for (uint32_t i = 1; i < l->n && f->ngutter < GUTTERS_MOST; i++) {
		struct span_x g = {f->at[l->from + i - 1]->x2, f->at[l->from + i]->x1};
		if (g.to - g.from >= GUTTER)
			f->gutter[f->ngutter++] = g;
	}
	return f->ngutter > 0;
}

/* The tags have told what table the line is of. */
static bool
is_tagged(const struct finder *f, const struct pdf_across *l)
{
	for (uint32_t i = 0; i < l->n; i++)
		if (f->at[l->from + i]->table > 0)
			return true;
	return false;
}

/* The tags say that many lines of the region go on with the paragraph of the line before. */
static bool
runs_on(const struct finder *f, uint32_t from, uint32_t to)
{
	uint32_t on = 0;
	for (uint32_t k = from + 1; f->p->tagged && k < to; k++) {
		uint32_t above = f->p->glyph[f->at[f->line[k - 1].from]->from].tag;
		uint32_t tag = f->p->glyph[f->at[f->line[k].from]->from].tag;
		on += tag > 0 && tag == above && pdf_tags_at(f->p->tags, tag)->cell == 0;
	}
	return on * RUNS_ON_OF > to - from;
}

/* A line in the slanted type of the first one of the region. */
static bool
is_head(const struct finder *f, const struct pdf_across *first, const struct pdf_across *l)
{
	return f->p->glyph[f->at[first->from]->from].italic && f->p->glyph[f->at[l->from]->from].italic &&
	       l->size == first->size;
}

/* The line begins with the raised mark of a note, whose text follows it. */
static bool
is_note(const struct finder *f, const struct pdf_across *l)
{
	const struct pdf_piece *q = f->at[l->from];
	return l->n > 1 && q->to - q->from <= PDF_MARK && q->size <= PDF_RAISED * f->at[l->from + 1]->size;
}

/* The line leaves all gutters free and is close to one with cells in the same type: the words of a cell are many. */
static bool
is_long_cell(const struct finder *f, uint32_t k)
{
	const struct pdf_across *l = &f->line[k], *near[2] = {l - 1, k + 1 < f->nline ? l + 1 : l};
	for (uint32_t i = 0; i < f->ngutter; i++) {
		struct span_x left = narrowed(f, l, f->gutter[i]);
		if (left.to - left.from < GUTTER)
			return false;
	}
	return (near[0]->n > 1 && near[0]->size == l->size && pdf_close_below(near[0], l)) ||
	       (near[1]->n > 1 && near[1]->size == l->size && pdf_close_below(l, near[1]));
}

/*
 * The line behind the last of the region that begins with line i.  Lines in the type of its first, if that is
 * slanted, are its head, however many; those below may be larger.
 */
static uint32_t
region_end(struct finder *f, uint32_t i)
{
	uint32_t end = i + 1;
	bool under = true; /* the head, or in it */
	float x1 = f->line[i].x1, x2 = f->line[i].x2, size = f->line[i].size;
	for (uint32_t k = i + 1; k < f->nline && f->tries < TRIES_MOST; k++, f->tries++) {
		const struct pdf_across *l = &f->line[k], *above = &f->line[k - 1];
		if (l->foot - above->foot > NEXT_LINE * larger(l->size, above->size) || is_tagged(f, l))
			break;
		bool early = k < i + HEADS;
		under = under && is_head(f, &f->line[i], above);
		if (k == i + 1 ? size > l->size + LARGER
		               : !early && (l->size > (under ? size * HEAD_SMALLER : size + LARGER) || is_note(f, l)))
			break; /* a paragraph above or below, or a note */
		size = early || under ? larger(size, l->size) : size;
		x1 = l->x1 < x1 ? l->x1 : x1;
		x2 = l->x2 > x2 ? l->x2 : x2;
		if (l->n == 1 && l->x2 - l->x1 > PROSE * (x2 - x1) && l->x1 < f->gutter[f->ngutter - 1].to - 1 &&
		    !is_long_cell(f, k))
			break;
		if ((l->n > 1 || l->x2 - l->x1 > PROSE * (x2 - x1)) && !keeps_gutters(f, l, early || under))
			break;
		end = l->n > 1 ? k + 1 : end;
	}
	return end;
}

/* ---- columns ---- */

/* Strips of the page that hardly any line of the region covers part the columns. */
static void
find_columns(struct finder *f, uint32_t from, uint32_t to)
{
	int32_t cover[PDF_WIDTH] = {0}; /* first where it changes, then how many lines cover the place */
	uint32_t split = 0, first = PDF_WIDTH, last = 0;
	for (uint32_t k = from; k < to; k++) {
		const struct pdf_across *l = &f->line[k];
		split += l->n > 1;
		for (uint32_t i = 0; l->n > 1 && i < l->n; i++) {
			const struct pdf_piece *q = f->at[l->from + i];
			float a = q->x1 < 0 ? 0 : q->x1, b = q->x2 > PDF_WIDTH - 1 ? PDF_WIDTH - 1 : q->x2;
			if (a >= b)
				continue;
			cover[(uint32_t)a]++;
			cover[(uint32_t)b]--;
			first = (uint32_t)a < first ? (uint32_t)a : first;
			last = (uint32_t)b > last ? (uint32_t)b : last;
		}
	}
	for (uint32_t x = first + 1; x < last; x++)
		cover[x] += cover[x - 1];
	uint32_t begin = first;
	int32_t few = split >= 5 && split < 7 ? 1 : (int32_t)split * 3 / 20; /* a head over two columns covers one */
	f->ncol = 0;
	for (uint32_t x = first; x < last && f->ncol < PDF_COLS - 1; x++) {
		uint32_t end = x;
		while (end < last && cover[end] <= few)
			end++;
		if (end < last && (float)(end - x) >= GUTTER) {
			if (x > begin)
				f->col[f->ncol++] = (struct span_x){(float)begin, (float)x};
			begin = end;
		}
		x = end > x ? end : x;
	}
	if (last > begin)
		f->col[f->ncol++] = (struct span_x){(float)begin, (float)last};
}

/* The column a piece lies in most, or is nearest to; the first of those it lies in wholly. */
static uint16_t
column_of(const struct finder *f, const struct pdf_piece *q)
{
	uint16_t best = 0;
	float most = -PDF_WIDTH;
	for (uint16_t c = 0; c < f->ncol; c++) {
		float a = q->x1 > f->col[c].from ? q->x1 : f->col[c].from;
		float b = q->x2 < f->col[c].to ? q->x2 : f->col[c].to;
		if (b - a > most + 1) {
			most = b - a;
			best = c;
		}
	}
	return best;
}

/* A column that no piece of the region lies in wholly is where heads of its neighbours meet: it goes. */
static void
drop_empty_columns(struct finder *f, uint32_t from, uint32_t to)
{
	bool held[PDF_COLS] = {false};
	uint16_t n = 0;
	for (uint32_t k = from; k < to; k++)
		for (uint32_t i = 0; i < f->line[k].n; i++) {
			const struct pdf_piece *q = f->at[f->line[k].from + i];
			uint16_t c = column_of(f, q);
			held[c] |= q->x1 > f->col[c].from - GUTTER && q->x2 < f->col[c].to + GUTTER;
		}
	for (uint16_t c = 0; c < f->ncol; c++)
		if (held[c])
			f->col[n++] = f->col[c];
	f->ncol = n;
}

/* ---- is it a table? ---- */

bool
pdf_is_figure(const struct pdf_page *p, const struct pdf_piece *q)
{
	uint32_t digits = 0, letters = 0, dashes = 0;
	for (uint32_t i = q->from; i < q->to; i++) {
		size_t at = p->glyph[i].at;
		uint32_t c = utf8_next(p->text, at + p->glyph[i].n, &at);
		digits += (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669);
		dashes += c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2026;
		letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000) || c > 0x2E80;
	}
	return letters <= 1 && (digits > 0 || (dashes > 0 && q->to - q->from <= 3));
}

bool
pdf_has_leaders(const struct pdf_page *p, const struct pdf_piece *q)
{
	uint32_t dots = 0;
	for (uint32_t i = q->from; i < q->to; i++) {
		dots = p->text[p->glyph[i].at] == '.' ? dots + 1 : 0;
		if (dots >= 5)
			return true;
	}
	return false;
}

/* What a region shows of itself. */
struct shape {
	uint32_t split, three;   /* lines of two pieces or more, of pieces in three columns or more */
	uint32_t figures;        /* split lines with nothing but figures behind the first column */
	uint32_t labels;         /* split lines whose first piece is a label of at most five signs, */
	uint32_t numbers;        /* those of them with a number or the like */
	uint32_t leaders;
	uint32_t wide;           /* pieces that are running text */
	uint32_t climbs;         /* split lines that end in a whole number no less than the one before */
	long number;             /* the last of these */
	bool head;               /* the first line is set apart by its type */
};

/* The number that the piece is, -1 when it is none or more than one could count pages with. */
static long
whole_number(const struct pdf_page *p, const struct pdf_piece *q)
{
	long n = 0;
	for (uint32_t i = q->from; i < q->to; i++) {
		char c = p->text[p->glyph[i].at];
		if (c < '0' || c > '9' || q->to - q->from > 4)
			return -1;
		n = n * 10 + (c - '0');
	}
	return n;
}

static void
look_at_line(struct finder *f, const struct pdf_across *l, float width, struct shape *s)
{
	uint64_t cols = 0;
	bool figures = true, leaders = false;
	for (uint32_t i = 0; i < l->n; i++) {
		const struct pdf_piece *q = f->at[l->from + i];
		uint16_t c = column_of(f, q);
		cols |= UINT64_C(1) << c;
		figures &= i == 0 || pdf_is_figure(f->p, q);
		leaders |= pdf_has_leaders(f->p, q);
		s->wide += q->x2 - q->x1 > PROSE * width;
	}
	const struct pdf_piece *q = f->at[l->from];
	long number = whole_number(f->p, f->at[l->from + l->n - 1]);
	s->climbs += number >= 0 && number >= s->number;
	s->number = number;
	s->split++;
	s->three += __builtin_popcountll(cols) >= 3;
	s->figures += figures;
	s->leaders += leaders;
	s->labels += q->to - q->from <= 5;
	s->numbers += pdf_is_label(f->p, q);
}

static bool
set_apart(const struct finder *f, const struct pdf_across *l, float size)
{
	for (uint32_t i = 0; i < l->n; i++) {
		const struct pdf_piece *q = f->at[l->from + i];
		const struct pdf_glyph *g = &f->p->glyph[q->from];
		if (!g->bold && !g->italic && q->size > size - 0.5f)
			return false;
	}
	return true;
}

/* Rows stand apart when some of their lines are farther from each other than lines of a cell. */
static bool
rows_stand_apart(const struct finder *f, uint32_t from, uint32_t to)
{
	uint32_t loose = 0;
	for (uint32_t k = from + 1; k < to; k++)
		loose += f->line[k].foot - f->line[k - 1].foot > PDF_TIGHT * f->line[k - 1].size;
	return loose >= 2 && loose * 12 >= to - from;
}

static bool
is_table(struct finder *f, uint32_t from, uint32_t to)
{
	struct shape s = {0};
	uint32_t odd = 0;
	const struct pdf_across *last = &f->line[to - 1];
	if (f->ncol < 2)
		return false;
	float width = f->col[f->ncol - 1].to - f->col[0].from;
	for (uint32_t k = from; k < to; k++) {
		if (f->line[k].n > 1)
			look_at_line(f, &f->line[k], width, &s);
		odd += f->line[k].size > last->size + 2 || f->line[k].size < last->size - 2;
	}
	s.head = set_apart(f, &f->line[from], last->size);
	bool list = s.labels * 2 >= s.split; /* with page numbers it is a list of contents */
	if (s.split < 3 || s.leaders * 4 > s.split || odd * 4 > to - from || runs_on(f, from, to))
		return false;
	/* words and what they mean: a head, and rows farther apart than the lines of a cell */
	if (f->ncol == 2 && s.head && s.numbers * 2 < s.split && s.figures * 10 < s.split * 6)
		return rows_stand_apart(f, from, to);
	if (s.wide * 4 > s.split && (f->ncol > 2 || s.figures < s.split))
		return false; /* running text, if not long names that each have a figure */
	if (f->ncol == 2)
		return !list && s.figures * 10 >= s.split * 6 && s.climbs * 10 < s.split * 9;
	if (list && (s.three * 2 <= s.split || s.climbs * 10 >= s.split * 9))
		return false;
	return s.three >= 2 && s.three * 3 >= s.split &&
	       (s.head || s.figures * 4 >= s.split || rows_stand_apart(f, from, to));
}

/* ---- rows ---- */

/* A figure in a column where the line above has one too begins a row of its own. */
static bool
figures_meet(const struct finder *f, const struct pdf_across *above, const struct pdf_across *l)
{
	for (uint32_t i = 0; i < l->n; i++) {
		const struct pdf_piece *q = f->at[l->from + i];
		for (uint32_t k = 0; pdf_is_figure(f->p, q) && k < above->n; k++) {
			const struct pdf_piece *r = f->at[above->from + k];
			if (column_of(f, r) == column_of(f, q) && column_of(f, q) > 0 && pdf_is_figure(f->p, r))
				return true;
		}
	}
	return false;
}

static bool
opens_row(const struct finder *f, uint32_t k, bool apart)
{
	const struct pdf_across *above = &f->line[k - 1], *l = &f->line[k];
	if (!pdf_close_below(above, l) || figures_meet(f, above, l))
		return true;
	return !apart && column_of(f, f->at[l->from]) == 0 && l->n > 1;
}

/*
 * A line close below or above the region that lies in one of its columns, maybe the first, is of its cells; one of
 * the head may be wider than the cells below it.
 */
static bool
is_wrapped(const struct finder *f, const struct pdf_across *a, const struct pdf_across *b,
           const struct pdf_across *l, bool first)
{
	uint16_t c = column_of(f, f->at[l->from]);
	bool head = l == a && is_head(f, b, l);
	float left = head && c > 0 ? f->col[c - 1].to : f->col[c].from - 2;
	float right = head && c + 1 < f->ncol ? f->col[c + 1].from : f->col[c].to + 2;
	return l->n == 1 && !is_tagged(f, l) && b->foot - a->foot <= PDF_TIGHT * a->size && l->size < a->size + 0.5f &&
	       l->x1 > left && l->x2 < right && (c > 0 || first);
}

/*
 * The columns that a head stands over in the middle, from c on: the fewest, of which no other piece of its
 * line is in the way.
 */
static uint16_t
columns_under(const struct finder *f, const struct pdf_across *l, const struct pdf_piece *q, uint16_t *c)
{
	float middle = (q->x1 + q->x2) / 2, left = 0, right = PDF_WIDTH;
	const struct span_x *own = &f->col[column_of(f, q)];
	if (middle > own->from && middle < own->to && q->x2 - q->x1 < (own->to - own->from) * 1.2f)
		return 1;
	for (uint32_t i = 0; i < l->n; i++) {
		const struct pdf_piece *r = f->at[l->from + i];
		left = r->x2 < q->x1 ? larger(left, r->x2) : left;
		right = r->x1 > q->x2 && r->x1 < right ? r->x1 : right;
	}
	for (uint16_t n = 2; n <= f->ncol; n++)
		for (uint16_t k = 0; k + n <= f->ncol; k++) {
			float d = (f->col[k].from + f->col[k + n - 1].to) / 2 - middle;
			if (d > -CENTRED && d < CENTRED && f->col[k].from >= left && f->col[k + n - 1].to <= right) {
				*c = k;
				return n;
			}
		}
	return 1;
}

static void
take(struct finder *f, uint32_t from, uint32_t to, bool apart)
{
	uint32_t row = 0, table = ++f->p->ntable;
	for (uint32_t k = from; k < to; k++) {
		const struct pdf_across *l = &f->line[k];
		row += k > from && opens_row(f, k, apart);
		for (uint32_t i = 0; i < l->n; i++) {
			struct pdf_piece *q = f->at[l->from + i];
			q->table = table;
			q->row = row;
			q->line_foot = l->foot;
			q->line_size = l->size;
			q->col = column_of(f, q);
			q->cols = row < HEADS - 1 ? columns_under(f, l, q, &q->col) : 1;
		}
	}
}

void
pdf_tables(struct pdf_page *p)
{
	struct finder f = {.p = p, .at = p->at, .line = p->across, .nline = p->nacross};
	if (p->npiece < 6 || p->npiece > PIECES_MOST)
		return;
	for (uint32_t k = 0, done = 0; k < f.nline; k++) {
		if (f.line[k].n < 2 || is_tagged(&f, &f.line[k]) || !first_gutters(&f, &f.line[k]))
			continue;
		uint32_t from = k, to = region_end(&f, k);
		find_columns(&f, from, to);
		drop_empty_columns(&f, from, to);
		if (!is_table(&f, from, to))
			continue;
		bool apart = rows_stand_apart(&f, from, to);
		while (from > done && is_wrapped(&f, &f.line[from - 1], &f.line[from], &f.line[from - 1], false))
			from--;
		while (to < f.nline && is_wrapped(&f, &f.line[to - 1], &f.line[to], &f.line[to], apart))
			to++;
		take(&f, from, to, apart);
		done = to;
		k = to - 1;
	}
}
