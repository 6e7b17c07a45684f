/* SPDX-License-Identifier: MIT */
#include "layout/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "layout/breaks.h"
#include "layout/kashida.h"
#include "layout/para_int.h"

#define LOOSE 1.5
#define TIGHT (-0.95)
#define SAME_WORDS 3     /* lines in a row */
#define MOST_SAME 99     /* lines in a row that are counted */
#define LADDER 3
#define RIVER_LINES 4
#define RIVER_GAP 1.3    /* of the natural space: what the eye joins to a river */
#define MOST_GAPS 64

static const char *const names[] = {
#define FAULT(kind, name) [FAULT_##kind] = name,
#include "layout/fault.def"
#undef FAULT
};

void
fault_add(struct pages *p, enum fault_kind kind, unsigned page, double x, double y, double measure,
          const char *fmt, ...)
{
	char detail[256];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(detail, sizeof detail, fmt, ap);
	va_end(ap);
	struct fault *f = VEC_PUSH(p->arena, p->fault, p->nfault, p->cap_fault);
	*f = (struct fault){.kind = kind, .page = page, .x = x, .y = y,
	                    .measure = measure, .detail = arena_strdup(p->arena, detail)};
}

/* ---- words at the ends of lines ---- */

static struct span
line_text(const struct para *p, size_t i)
{
	return span_trim(span_sub(p->text, para_byte(p, p->choice[i].from), para_byte(p, p->choice[i].to)));
}

static struct span
end_word(const struct para *p, size_t i, bool first)
{
	struct span t = line_text(p, i);
	size_t from = 0, to = t.n;
	if (first)
		for (to = 0; to < t.n && t.s[to] != ' ';)
			to++;
	else
		for (from = t.n; from > 0 && t.s[from - 1] != ' ';)
			from--;
	return span_sub(t, from, to);
}

/* How many lines up to i have the word at this end, as line i has. */
static size_t
same_words(const struct para *p, size_t i, bool first, struct span word)
{
	size_t n = 1;
	while (n <= i && n < MOST_SAME && word.n > 0 && span_eq(word, end_word(p, i - n, first)))
		n++;
	return n;
}

static size_t
hyphens_up_to(const struct para *p, size_t i)
{
	size_t n = 0;
	while (n <= i && n < MOST_SAME && p->line[i - n].hyphenated)
		n++;
	return n;
}

/* ---- rivers ---- */

struct gaps {
	double from[MOST_GAPS], to[MOST_GAPS];
	size_t n;
};

/* The wide word gaps of a line; only their order in the line matters, not its direction. */
static void
wide_gaps(const struct para *p, size_t i, struct gaps *g)
{
	const struct choice *c = &p->choice[i];
	const struct brk *a = &p->brk[c->from], *b = &p->brk[c->to];
	struct word_walk walk = {.word = a->start_byte > 0 ? p->elem[a->start].word : NULL};
	g->n = 0;
	if (a->start == b->end) /* part of one word */
		return;
	if (walk.word != NULL)
		word_walk(&walk, a->start_byte);
	double x = c->shift - walk.em * p->facts.em;
	const double *drawn_out = c->kashida > 0 ? kashida_share(p->arena, p->elem, a->start, b->end, c->kashida) : NULL;
	for (uint32_t k = a->start; k < b->end && k < p->nelem; k++) {
		const struct elem *e = &p->elem[k];
		double w = ((double)e->w + c->ratio * (double)(c->ratio > 0 ? e->y : e->z)) *
		    (e->kind == ELEM_WORD && !e->rigid ? 1 + c->expand : 1) + c->track * (double)e->t;
		if (e->kind == ELEM_SPACE && w > RIVER_GAP * (double)e->w && g->n < MOST_GAPS) {
			g->from[g->n] = x;
			g->to[g->n++] = x + w;
		}
		x += w + (drawn_out != NULL ? drawn_out[k - a->start] : 0);
	}
}

/* Whether gaps of RIVER_LINES lines up to i meet one below the other. */
static bool
is_river(const struct para *p, size_t i)
{
	struct gaps below, g;
	if (i + 1 < RIVER_LINES)
		return false;
	for (size_t k = 0; k < RIVER_LINES; k++)
		if (p->choice[i - k].ratio <= 0)
			return false;
	wide_gaps(p, i, &below);
	for (size_t k = 1; k < RIVER_LINES && below.n > 0; k++) {
		struct gaps met = {.n = 0};
		wide_gaps(p, i - k, &g);
		for (size_t j = 0; j < g.n; j++)
			for (size_t m = 0; m < below.n; m++)
				if (g.from[j] < below.to[m] && below.from[m] < g.to[j]) {
					met.from[met.n] = g.from[j];
					met.to[met.n++] = g.to[j];
					break;
				}
		below = met;
	}
	return below.n > 0;
}

/* ---- one line ---- */

/* Line i is justified: it goes into the figures for all. */
static void
count_line(struct line_quality *q, const struct para *p, size_t i, struct span last, size_t ladder)
{
	const struct para_line *l = &p->line[i];
	const char *lang = p->style->base != NULL ? p->style->base->lang : NULL;
	q->lines++;
	q->loose += l->ratio > LOOSE;
	q->gapped += l->gap_pt > 0;
	q->gap += l->gap_pt;
	q->gap_square += l->gap_pt * l->gap_pt;
	q->hyphenated += l->hyphenated;
	q->run = ladder > q->run ? ladder : q->run;
	q->parted += breaks_keep(last, end_word(p, i + 1, true), fontset_keeps(p->set, lang, p->diag));
}

void
fault_line(struct pages *pages, unsigned page, const struct para *p, size_t i, double x, double y)
{
	const struct para_line *l = &p->line[i];
	struct span t = line_text(p, i);
	int n = t.n < 80 ? (int)t.n : 80;
	while (n > 0 && (size_t)n < t.n && ((unsigned char)t.s[n] & 0xC0) == 0x80)
		n--;
	if (l->overfull_pt > 0.05)
		fault_add(pages, FAULT_OVERFULL_LINE, page, x, y, l->overfull_pt, "%.*s", n, t.s);
	else if (l->ratio > LOOSE)
		fault_add(pages, FAULT_LOOSE_LINE, page, x, y, l->ratio, "%.*s", n, t.s);
	else if (l->ratio < TIGHT)
		fault_add(pages, FAULT_TIGHT_LINE, page, x, y, l->ratio, "%.*s", n, t.s);
	struct span first = end_word(p, i, true), last = end_word(p, i, false);
	size_t start = same_words(p, i, true, first), end = same_words(p, i, false, last), ladder = hyphens_up_to(p, i);
	if (p->style->align == ALIGN_JUSTIFY && p->brk[l->to].kind != BRK_FORCED)
		count_line(&pages->quality, p, i, last, ladder);
	if (start >= SAME_WORDS)
		fault_add(pages, FAULT_SAME_START, page, x, y, (double)start, "%.*s", (int)first.n, first.s);
	if (end >= SAME_WORDS)
		fault_add(pages, FAULT_SAME_END, page, x, y, (double)end, "%.*s", (int)last.n, last.s);
	if (ladder >= LADDER)
		fault_add(pages, FAULT_HYPHEN_LADDER, page, x, y, (double)ladder, "%.*s", (int)last.n, last.s);
	double least = p->style->first_indent > 0 ? p->style->first_indent : 2 * p->style->line_height;
	if (l->last && i > 0 && p->brk[l->from].kind != BRK_FORCED && l->width < least && p->style->align == ALIGN_JUSTIFY)
		fault_add(pages, FAULT_SHORT_LAST_LINE, page, x, y, l->width, "%.*s", n, t.s);
	if (is_river(p, i))
		fault_add(pages, FAULT_RIVER, page, x, y, RIVER_LINES, "%.*s", n, t.s);
}

static int
by_place(const void *a, const void *b)
{
	const struct fault *x = a, *y = b;
	if (x->page != y->page)
		return x->page < y->page ? -1 : 1;
	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	return x->x != y->x ? (x->x < y->x ? -1 : 1) : (int)x->kind - (int)y->kind;
}

void
faults_settle(struct pages *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->nfault; i++)
		if (p->fault[i].page != FAULT_UNPLACED)
			p->fault[n++] = p->fault[i];
	p->nfault = n;
	if (n > 0)
		qsort(p->fault, n, sizeof *p->fault, by_place);
}

void
faults_json(const struct pages *p, struct buf *out)
{
	struct json j = json_begin_pretty(out);
	json_object(&j);
	json_key_number(&j, "pages", (double)p->npage);
	json_key(&j, "faults");
	json_array(&j);
	for (size_t i = 0; i < p->nfault; i++) {
		const struct fault *f = &p->fault[i];
		json_object(&j);
		json_key_string(&j, "kind", span_of(names[f->kind]));
		json_key_number(&j, "page", f->page + 1);
		json_key_number(&j, "x", f->x);
		json_key_number(&j, "y", f->y);
		json_key_number(&j, "measure", f->measure);
		json_key_string(&j, "detail", span_of(f->detail));
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
}

void
faults_text(const struct pages *p, struct buf *out)
{
	for (size_t i = 0; i < p->nfault; i++) {
		const struct fault *f = &p->fault[i];
		buf_printf(out, "page %u, %.1f pt across, %.1f pt down: %s %.4g%s%s\n", f->page + 1, f->x, f->y, names[f->kind],
		           f->measure, f->detail[0] != '\0' ? ": " : "", f->detail);
	}
	if (p->nfault == 0)
		buf_printf(out, "no faults in %zu pages\n", p->npage);
	else
		buf_printf(out, "%zu faults in %zu pages\n", p->nfault, p->npage);
}
