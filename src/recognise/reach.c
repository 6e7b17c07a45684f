/* SPDX-License-Identifier: MIT */
/*
 * reach.c - how far a line reaches, in the widths of a serif text face or in columns.
 *
 * A line of a paragraph ends where the next word would not have fitted.  Counted in characters
 * that is a guess ("million" and "women" have equal counts); with the advances of the face that
 * papers are set in it is nearly a measurement.  What has no entry counts as an average letter.
 * Text that was broken by columns is measured in columns: whichever explains more of its line ends.
 */
#include <limits.h>
#include <stdlib.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define LETTER 444 /* thousandths of an em: the average of running text */
#define HAN 1000
#define NEIGHBOURS 5 /* lines on each side that show the measure */
#define NARROWER 95u /* hundredths of the full measure from which on a lesser one is seen */
#define LARGE_TYPE 76u
#define ONE_PLACE 3.0f /* pt: places no farther from each other are one */
#define LARGER 1.5f  /* pt: so much larger type is not the text's, */
#define SMALLER 1.0f /* and so much smaller is not either */
#define TYPED_HEADS 4    /* show that headings are set in type of their own, */
#define TYPED_LINES 150  /* with no more lines of text to each: three pages */
#define LEAD_LINES 3 /* show the measure behind a number */
#define BODY_LINES 8 /* show that of the text */
/* Part of a measure: a line that reaches less is shorter. */
#define BELOW_MEASURE 0.985f
#define FIRST_OVER 0.8f  /* a line that is less is the last of a paragraph */
#define FIRST_LINE 0.935f /* of the measure, where none shows it */
#define CALLS 1.016f      /* the figures of calls, set small, count as much wider than they are */
#define SHORT_FOR_BOTH -0.8f /* the end of a paragraph, or one of a line */
#define JOINED 1.08f       /* a line that outdoes the one before may be several from there on, joined where */
#define SURELY_JOINED 1.25f /* the extraction took their hyphens away; and from here on whatever its type, */
#define HYPHENATED 0.97f   /* each of which filled so much of the measure */
#define TITLE_TYPE 1.4f /* times the text's: the usual size of titles */
#define SET_IN 8     /* em: text may be set in so far from the margin */
#define UNIT 20    /* thousandths of an em per unit of rline.reach */
#define COLUMN (HAN / 2)
#define SHOW_COLUMNS 12 /* line ends, at least, that show how the text was broken */
#define CLEARLY 115u    /* hundredths: so many more line ends must the columns explain */

/* Advances of U+0020 to U+007E, in thousandths of an em. */
static const uint16_t latin[] = {
	250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500,
	500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722,
	722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333,
	278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
	500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

/* U+00C0 to U+00FF. */
static const uint16_t latin1[] = {
	722, 722, 722, 722, 722, 722, 889, 667, 611, 611, 611, 611, 333, 333, 333, 333, 722, 722, 722, 722,
	722, 722, 722, 564, 722, 722, 722, 722, 722, 722, 556, 500, 444, 444, 444, 444, 444, 444, 667, 444,
	444, 444, 444, 444, 278, 278, 278, 278, 500, 500, 500, 500, 500, 500, 500, 549, 500, 500, 500, 500,
	500, 500, 500, 500,
};

/* U+0410 to U+044F. */
static const uint16_t cyrillic[] = {
	722, 574, 667, 578, 682, 611, 896, 501, 722, 722, 667, 678, 889, 722, 722, 722, 556, 667, 611, 708,
	790, 722, 722, 650, 1009, 1009, 706, 872, 574, 660, 1028, 667, 444, 509, 472, 410, 509, 444, 691, 395,
	535, 535, 486, 499, 633, 535, 500, 535, 500, 444, 437, 500, 648, 500, 535, 503, 770, 770, 517, 672,
	456, 429, 747, 460,
};

/* U+0621 to U+064A before a letter they join, 0 for those that join none behind them; and elsewhere. */
static const uint16_t arabic_joined[] = {
	0, 0, 0, 0, 0, 255, 0, 255, 0, 285, 285, 585, 585, 585, 0, 0, 0, 0, 595, 595,
	705, 705, 580, 580, 415, 415, 0, 0, 0, 0, 0, 190, 365, 365, 395, 205, 390, 255, 400, 0,
	0, 315,
};
static const uint16_t arabic_final[] = {
	395, 220, 220, 420, 230, 585, 220, 715, 395, 715, 715, 585, 585, 585, 400, 400, 355, 355, 915, 915,
	990, 990, 695, 695, 485, 485, 650, 650, 555, 555, 555, 190, 750, 580, 580, 535, 460, 525, 385, 420,
	585, 585,
};

static unsigned
advance(uint32_t cp)
{
	if (cp >= 0x20 && cp < 0x7F)
		return latin[cp - 0x20];
	if (cp >= 0xC0 && cp <= 0xFF)
		return latin1[cp - 0xC0];
	if (cp >= 0x410 && cp <= 0x44F)
		return cyrillic[cp - 0x410];
	if (cp >= 0x621 && cp <= 0x64A)
		return arabic_final[cp - 0x621];
	if (cp == 0xA0)
		return latin[0];
	if (cp == 0x2013)
		return 500;
	if (cp == 0x2014)
		return 1000;
	if (cp >= 0x2010 && cp <= 0x2019)
		return 333;
	if ((cp >= 0x300 && cp <= 0x36F) || (cp >= 0x64B && cp <= 0x65F) || (cp >= 0x200B && cp <= 0x200F))
		return 0;
	return char_wide(cp) ? HAN : LETTER;
}

/* What letter a loses where letter b joins it. */
static unsigned
joined(uint32_t a, uint32_t b)
{
	if (a < 0x621 || a > 0x64A || b <= 0x621 || b > 0x64A || arabic_joined[a - 0x621] == 0)
		return 0;
	return arabic_final[a - 0x621] - arabic_joined[a - 0x621];
}

/* A width as a line keeps it, in units. */
static uint16_t
units(unsigned thousandths)
{
	return (uint16_t)(thousandths / UNIT > UINT16_MAX ? UINT16_MAX : thousandths / UNIT);
}

/* Widths in the face and in columns. */
struct widths {
	unsigned face, columns;
};

void
reach_measure(struct rline *l, struct span s, size_t first_n)
{
	struct widths sum = {0, 0}, first = {0, 0};
	uint32_t before = 0;
	bool blank = false;

	for (size_t i = 0; i < s.n;) {
		bool behind_first = i >= first_n;
		uint32_t cp = utf8_next(s.s, s.n, &i);
		if (cp == ' ' || cp == '\t') {
			blank = true;
			before = 0;
			continue;
		}
		unsigned width = advance(cp);
		if (first.face == 0 && sum.face > 0 && behind_first && (blank || char_wide(cp)))
			first = sum;
		if (blank) {
			sum.face += latin[0];
			sum.columns += COLUMN;
			blank = false;
		}
		if (width == 0) /* signs over letters part none */
			continue;
		sum.face += width - joined(before, cp);
		sum.columns += char_wide(cp) ? HAN : COLUMN;
		before = cp;
		/* what goes on in ASCII joins nothing and begins no word */
		for (; i < s.n && s.s[i] > ' ' && s.s[i] < 0x7F; i++) {
			sum.face += latin[s.s[i] - ' '];
			sum.columns += COLUMN;
			before = 0;
		}
	}
	first = first.face ? first : sum;
	l->reach = units(sum.face);
	l->first_reach = units(first.face);
	l->column_reach = units(sum.columns);
	l->first_column_reach = units(first.columns);
}

#define PT_MOST 4096 /* of places and sizes */

/* How often places or sizes, in whole pt, are met. */
struct count {
	size_t n[PT_MOST];
};

static void
count_pt(struct count *c, float pt, size_t n)
{
	if (pt > 0 && pt < PT_MOST - 1)
		c->n[(size_t)(pt + 0.5f)] += n;
}

static float
commonest(const struct count *c)
{
	size_t i, best = 0;

	for (i = 1; i < PT_MOST; i++)
		best = c->n[i] > c->n[best] ? i : best;
	return (float)best;
}

/* Pt of the page in units of reach. */
static uint16_t
in_reach(const struct work *w, float pt)
{
	float r = pt * 1000 / (w->em * UNIT);

	return r < 0 ? 0 : r > UINT16_MAX ? UINT16_MAX : (uint16_t)r;
}

void
reach_places(struct work *w)
{
	struct count left = {{0}}, size = {{0}};
	size_t i;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		if (l->src->end <= 0)
			continue;
		count_pt(&size, l->src->size, l->cols);
		count_pt(&left, l->src->x, l->cols * 10 >= w->width * 8);
	}
	w->left = commonest(&left);
	w->em = w->left > 0 ? commonest(&size) : 0;
	for (i = 0; i < w->nline && w->em > 0; i++) {
		struct rline *l = &w->line[i];
		if (l->src->end <= 0 || l->reach == 0)
			continue;
		bool in = l->src->x - w->left <= SET_IN * w->em;
		l->first_reach = in_reach(w, (l->src->end - l->src->x) * l->first_reach / l->reach);
		l->reach = in_reach(w, l->src->end - (in ? w->left : l->src->x));
	}
}

/* Set in the middle a line has room on both sides. */
void
reach_centred(struct work *w)
{
	for (size_t i = 0; i < w->nline && w->em > 0; i++) {
		struct rline *l = &w->line[i];
		float before = l->src->x - w->left, behind = w->left + w->reach * w->em * UNIT / 1000 - l->src->end;
		if (l->src->end > 0 && before > w->em && before - behind < ONE_PLACE && behind - before < ONE_PLACE)
			l->reach = in_reach(w, l->src->end - l->src->x);
	}
}

void
reach_large(struct work *w)
{
	struct count size = {{0}};
	float usual;
	size_t f;

	if (w->em <= 0)
		return;
	for (f = 0; f < w->nflow; f++)
		count_pt(&size, flow_line(w, f)->src->size, flow_line(w, f)->cols);
	usual = commonest(&size);
	for (f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		l->large = l->src->size > usual + LARGER;
		l->small = l->src->size > 0 && l->src->size < usual - SMALLER;
	}
}

/* Bold or large lines of the text without a stop at their end, each of which the text goes on below. */
void
reach_typed(struct work *w)
{
	size_t f, n = 0;

	for (f = 0; w->em > 0 && f + 1 < w->nflow; f++) {
		const struct rline *l = flow_line(w, f), *next = flow_line(w, f + 1);
		n += l->reading == READ_OPEN && (l->bold || l->large) && l->end == END_OPEN && !(next->bold || next->large);
	}
	w->typed = n >= TYPED_HEADS && n * TYPED_LINES >= w->nflow;
}

/* The lines as long as the text has them: those within a tenth of the width in columns. */
uint16_t
reach_full(const struct work *w)
{
	uint16_t *all = xmalloc((w->nline ? w->nline : 1) * sizeof *all), full;
	size_t i, n = 0;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		if (l->cols * 10 >= w->width * 8 && l->cols * 10 <= w->width * 11)
			all[n++] = l->reach;
	}
	widths_sort(all, n);
	full = n ? all[n * 90 / 100] : (uint16_t)(w->width * (w->by_columns ? COLUMN : LETTER) / UNIT);
	free(all);
	return full;
}

static unsigned
blank_width(const struct work *w)
{
	return (w->by_columns ? COLUMN : latin[0]) / UNIT;
}

/* Line a with the first word of b. */
static unsigned
with_next(const struct work *w, const struct rline *a, const struct rline *b)
{
	return a->reach + blank_width(w) + b->first_reach;
}

unsigned
reach_with_line(const struct work *w, unsigned reach, const struct rline *l)
{
	return reach + (reach > 0 ? blank_width(w) : 0) + l->reach;
}

/*
 * A line is several, of a measure.  Lines in smaller type are longer too: but where l's first word did not fit on the
 * line before, no line of that type reaches farther than that line with the word.  Asked where a sentence ends: in
 * the middle of one the text runs on anyway.
 */
static bool
is_joined(const struct work *w, const struct rline *l, float full)
{
	const struct rline *before = l > w->line ? l - 1 : NULL;

	if (!w->wrapped || w->draft->form != SOURCE_PAGE_SINGLE || full <= 0 ||
	    l->reach <= (full > w->reach ? full : w->reach) * JOINED ||
	    (l->end != END_STOP && l->end != END_COLON && l->end != END_SEMI))
		return false;
	bool goes_on = before && (before->end == END_OPEN || before->end == END_COMMA) && l->gap == 0;
	return l->reach > full * SURELY_JOINED || (goes_on && with_next(w, before, l) >= full &&
	       (before->reach > full * SURELY_JOINED || l->reach > with_next(w, before, l) * CALLS));
}

/* Line a with the first word of b, of the measure: of printed lines that the extraction made one, the last counts. */
static float
part_with_next(const struct work *w, const struct rline *a, const struct rline *b, float full)
{
	float reach = with_next(w, a, b);

	if (is_joined(w, a, full))
		reach -= (float)(int)(a->reach / full) * full * HYPHENATED;
	return reach / full;
}

/* The measure of lines like l. */
static float
measure_like(const struct work *w, const struct rline *l)
{
	return l->measure ? l->measure : w->em <= 0 && w->lead_reach[l->lead] ? w->lead_reach[l->lead] : w->reach;
}

bool
reach_is_beyond(const struct work *w, const struct rline *l)
{
	float full = measure_like(w, l);

	return full > 0 && (l->reach > full * SURELY_JOINED || is_joined(w, l, full));
}

/*
 * Behind a number or bullet stands a tab, and items are indented: parts of a line no text shows.
 * Where the text has enough such lines they show the measure that is left; else it is the usual one.
 */
float
reach_with_next(const struct work *w, const struct rline *a, const struct rline *b)
{
	static const float indent[LEADS] = {
		[LEAD_BULLET] = 0.065f, [LEAD_NUMBER] = 0.045f, [LEAD_PAREN] = 0.09f,
		[LEAD_NUMBER_OVER] = 0.12f, [LEAD_PAREN_OVER] = 0.18f,
	};
	float full = a->measure ? a->measure : w->reach;

	if (full <= 0)
		return 2;
	if (w->em > 0)
		return (float)with_next(w, a, b) / full;
	if (w->lead_reach[a->lead] && !a->measure)
		return part_with_next(w, a, b, w->lead_reach[a->lead]);
	return indent[a->lead] + part_with_next(w, a, b, full);
}

/* The number of a title stands beside its lines, in the margin, and pushes none in. */
float
reach_of_title(const struct work *w, const struct rline *a, const struct rline *b)
{
	float full = a->measure ? a->measure : w->reach;

	return full <= 0 ? 2 : part_with_next(w, a, b, full) / (w->em > 0 ? TITLE_TYPE : 1);
}

/* A stretch of measures that explain a line end: the line fits, and the next word does not. */
struct stretch {
	unsigned fits, not;
};

/* How many stretches begin and end at a measure. */
struct bounds {
	uint32_t opens, closes;
};

/* The measure that explains most of the line ends; *most gets how many. */
static unsigned
best_measure(const struct stretch *s, size_t n, size_t *most)
{
	unsigned best = 0, from = 0, last = 0, at;
	struct bounds *all;
	size_t i, open = 0;
	bool found = false; /* the best stretch begins at from and is not at its end */

	for (i = 0; i < n; i++)
		last = s[i].not > last ? s[i].not : last;
	all = xcalloc(last + 1u, sizeof *all);
	for (i = 0; i < n; i++) {
		all[s[i].fits].opens++;
		all[s[i].not].closes++;
	}
	*most = 0;
	for (at = 0; at <= last; at++) {
		if (found && (all[at].opens > 0 || all[at].closes > 0)) {
			best = (from + at) / 2;
			found = false;
		}
		open += all[at].opens;
		open -= all[at].closes;
		if (open > *most) {
			*most = open;
			from = at;
			found = true;
		}
	}
	free(all);
	return best;
}

/* The line ends that the best measure of one kind explains. */
static size_t
explained(const struct work *w, bool by_columns, struct stretch *s)
{
	unsigned blank = (by_columns ? COLUMN : latin[0]) / UNIT;
	size_t n = 0, most;

	for (size_t i = 1; i < w->nline; i++) {
		const struct rline *a = &w->line[i - 1], *b = &w->line[i];
		unsigned reach = by_columns ? a->column_reach : a->reach;
		unsigned first = by_columns ? b->first_column_reach : b->first_reach;
		if (a->cols * 10 >= w->width * 8 && a->end == END_OPEN && !b->upper && !b->digit_first && !b->nlabel &&
		    !b->bullet && b->gap == 0)
			s[n++] = (struct stretch){reach, reach + blank + first};
	}
	best_measure(s, n, &most);
	return n >= SHOW_COLUMNS ? most : 0;
}

void
reach_by_columns(struct work *w)
{
	struct stretch *s;
	size_t i;

	if (w->draft->form != SOURCE_PAGE_DOUBLE && w->draft->form != SOURCE_PAGE_SINGLE &&
	    w->draft->form != SOURCE_PAGE_LAYOUT)
		return;
	s = xmalloc((w->nline + 1) * sizeof *s);
	w->by_columns = explained(w, true, s) * 100u > explained(w, false, s) * CLEARLY;
	free(s);
	for (i = 0; w->by_columns && i < w->nline; i++) {
		w->line[i].reach = w->line[i].column_reach;
		w->line[i].first_reach = w->line[i].first_column_reach;
	}
}

/* The measure of text, and that of the first lines of paragraphs; *first is 0 where the text shows none. */
static float
body_and_first(const struct work *w, float *first)
{
	*first = w->lead_reach[LEAD_FIRST];
	return w->lead_reach[LEAD_NONE] ? w->lead_reach[LEAD_NONE] : w->reach;
}

float
reach_as_first(const struct work *w, const struct rline *at, const struct rline *after)
{
	float seen, body = body_and_first(w, &seen), first = seen > 0 ? seen : body * FIRST_LINE;
	float weight = seen > 0 ? REACH_SEEN : 1.5f;

	if (w->em > 0 || first > body * BELOW_MEASURE)
		return 0;
	if (at->reach > first * CALLS)
		return at->reach > body * 1.03f ? 0 : -weight;
	if ((float)with_next(w, at, after) <= first * BELOW_MEASURE)
		return SHORT_FOR_BOTH;
	return (float)with_next(w, at, after) <= body * BELOW_MEASURE ? weight : 0;
}

float
reach_fits_first(const struct work *w, const struct rline *at, const struct rline *after)
{
	float first, body = body_and_first(w, &first);

	return w->em <= 0 && first > 0 && first <= body * BELOW_MEASURE && at->reach <= first * REACH_AT_MEASURE
	           ? (float)with_next(w, at, after) / body : 0;
}

static enum lead
lead_of(const struct rline *l)
{
	return l->bullet ? LEAD_BULLET : !l->nlabel ? LEAD_NONE : l->label[0].paren ? LEAD_PAREN : LEAD_NUMBER;
}

/* What pushes in the text of the lines of the flow. */
static void
set_leads(struct work *w)
{
	size_t f;

	for (f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		const struct rline *over = f ? flow_line(w, f - 1) : NULL;
		l->lead = lead_of(l);
		if (l->lead != LEAD_NONE || !over)
			continue;
		if (rline_label_alone(over))
			l->lead = over->label[0].paren ? LEAD_PAREN_OVER : LEAD_NUMBER_OVER;
		else if (part_with_next(w, over, l, w->reach) < FIRST_OVER)
			l->lead = LEAD_FIRST;
	}
}

/* The measure of lines with each lead, where enough of them run on and most agree. */
static void
learn_leads(struct work *w)
{
	struct stretch *s = xmalloc((w->nflow + 1) * sizeof *s);
	size_t f, n, most;
	int k;

	for (k = LEAD_NONE; k < LEADS; k++) {
		unsigned m;
		for (n = 0, f = 0; f + 1 < w->nflow; f++) {
			const struct rline *a = flow_line(w, f), *b = flow_line(w, f + 1);
			if ((int)a->lead == k && a->reach * 2 > w->reach && a->reach < w->reach * JOINED && a->end == END_OPEN &&
			    !b->upper && !b->digit_first && !b->nlabel && !b->bullet && (b->gap == 0 || b->seam))
				s[n++] = (struct stretch){a->reach, with_next(w, a, b)};
		}
		m = best_measure(s, n, &most);
		if (most >= (k == LEAD_NONE ? BODY_LINES : LEAD_LINES) && most * 10 >= n * 7 &&
		    (k <= LEAD_FIRST || m < w->reach))
			w->lead_reach[k] = (uint16_t)(m > UINT16_MAX ? UINT16_MAX : m);
	}
	free(s);
}

/* The text plainly goes on from a to b, so that b's first word did not fit on a. */
static bool
runs_on(const struct rline *a, const struct rline *b)
{
	return a->reading == READ_OPEN && b->reading == READ_OPEN && a->end == END_OPEN && b->lower && !b->nlabel &&
	       !b->bullet && b->gap == 0;
}

/*
 * The measure of the lines of the flow [from, to): it is at least the reach of each line that runs
 * on and less than that with the next word.  0 when no measure explains all, or too few lines tell.
 */
static uint16_t
measure_of(const struct work *w, size_t from, size_t to)
{
	unsigned low = 0, high = UINT_MAX, n = 0;
	size_t f;

	for (f = from; f + 1 < to && low <= high; f++) {
		const struct rline *a = flow_line(w, f), *b = flow_line(w, f + 1);
		if (!runs_on(a, b) || a->nlabel || a->bullet)
			continue;
		low = a->reach > low ? a->reach : low;
		high = with_next(w, a, b) < high ? with_next(w, a, b) : high;
		n++;
	}
	if (low > high)
		return 0;
	high = low + (high - low) / 2;
	/* titles are set large and so reach less too: few lines of them look like text set narrow */
	return n >= (high * 100u < w->reach * LARGE_TYPE ? 4 : 3) && high <= UINT16_MAX ? (uint16_t)high : 0;
}

void
reach_narrow(struct work *w)
{
	size_t f, wide;

	if (w->em <= 0) {
		set_leads(w);
		learn_leads(w);
	}
	for (f = 0; f < w->nflow; f++)
		for (wide = NEIGHBOURS; wide >= 2; wide--) {
			size_t from = f > wide ? f - wide : 0, to = f + wide + 2 < w->nflow ? f + wide + 2 : w->nflow;
			uint16_t m = measure_of(w, from, to);
			if (m == 0)
				continue;
			if (m * 100u < w->reach * NARROWER && w->line[w->flow[f]].reach <= m)
				w->line[w->flow[f]].measure = m;
			break;
		}
}

/* ---- lines set at the end of the measure ---- */

#define PLACES 4096 /* of line starts, in units of reach */

/* How far from the margin of its page a line starts, in units of reach. */
static unsigned
start(const struct work *w, const struct rline *l)
{
	unsigned s = w->em > 0 ? in_reach(w, l->src->x - w->left) : l->src->indent * LETTER / UNIT;

	return s < PLACES - 1 ? s : PLACES - 1;
}

void
reach_aside(struct work *w)
{
	uint32_t lines[PLACES] = {0};
	unsigned full = w->reach, left = 0;

	if (full == 0 || (w->em <= 0 && w->draft->form != SOURCE_PAGE_LAYOUT))
		return;
	for (size_t f = 0; f < w->nflow; f++) {
		const struct rline *l = flow_line(w, f);
		lines[start(w, l)] += l->reach * 10u >= full * 9u;
	}
	for (unsigned k = 0; k < PLACES; k++)
		left = lines[k] > lines[left] ? k : left;
	for (size_t f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		unsigned in = start(w, l) > left ? start(w, l) - left : 0;
		unsigned end = w->em > 0 ? in_reach(w, l->src->end - w->left) : in + l->reach;
		l->aside = in * 5 >= full * 2 && end * 10 >= full * 9;
	}
}
