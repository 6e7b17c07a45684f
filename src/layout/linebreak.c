/* SPDX-License-Identifier: MIT */
/*
 * Total fit: the breaks of a paragraph chosen together (D. E. Knuth and M. F. Plass, Breaking
 * Paragraphs into Lines, Software: Practice and Experience 11, 1981).  Sections named below are
 * of that paper.  Differences: glyph expansion and hanging marks are part of the measure of a
 * line, not a second pass (Thanh 2000); the number of hyphens in a row is part of a node's state;
 * the active list is bounded.
 */
#include "layout/kashida.h"
#include "layout/para_int.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LINE_PENALTY 10.0
#define HYPHEN_PENALTY 80.0
#define URL_PENALTY 120.0
#define PLAIN_PENALTY 20.0       /* at the hyphen or slash of the text itself */
#define NEED_PENALTY 400.0       /* a little less than a line beyond the tolerance */
#define KEPT_PENALTY 1e7         /* worse than the worst of lines */
#define ANYWHERE_PENALTY 1e8    /* worse still */
#define TWO_HYPHENS 12000.0      /* demerits, consecutive lines (alpha in the paper) */
#define LAST_HYPHEN 8000.0       /* on the line before the last */
#define FITNESS_JUMP 8000.0      /* demerits, classes of neighbours far apart (gamma) */
#define SHORT_LAST 6000.0        /* demerits, last line shorter than the indent */
#define FRAGMENT_LAST 50000.0    /* more, when it is the end of a hyphenated word */
#define WORST_RATIO 30.0
#define FIRST_PASS_RATIO 1.0
#define DEFAULT_TOLERANCE 1.5
#define RAGGED_SLACK 0.12        /* of the measure: shortfall that counts as ratio 1 */
#define GLYPH_COST 17.0          /* of the ratio, for what glyphs may give as a part of the measure */
#define MOST_GLYPH_COST 0.7
#define KASHIDA_RATIO 0.5        /* what drawing out all words of a line counts as */
#define EXPANSION_STEP 0.01     /* few glyph scales in a document keep painters fast */
#define MOST_ACTIVE 400
#define MOST_LADDER 7
#define LOOSENESS_LIMIT 4000     /* breaks; looser or tighter longer paragraphs are not tried */

struct node {
	uint32_t brk, line;
	int32_t prev;
	uint8_t fitness, ladder;
	double total;
};

struct pass {
	enum brk_kind worst;       /* breaks of this kind and the better ones may be used */
	bool last_resort;          /* any line will do, even one that stands out */
	double tolerance;
};

struct search {
	struct arena *arena;
	const struct para *p;
	struct pass pass;
	struct node *node;
	size_t nnode, cap_node;
	int32_t active[MOST_ACTIVE + 8];
	size_t nactive;
	struct node cand[64];      /* best way to the present break, per class */
	size_t ncand;
	bool count_lines;          /* looseness: paths of different length stay apart */
	unsigned ladder_limit;
};

static double
tolerance_of(const struct para *p)
{
	return p->style->tolerance > 0 ? p->style->tolerance : DEFAULT_TOLERANCE;
}

/* ---- measuring one line ---- */

struct measured {
	double delta;              /* room left; negative = too long */
	double y, z;
	double e, t;               /* what scaling the glyphs and tracking can give either way */
	double k;                  /* what kashida can add */
	uint32_t fill;
	enum text_align align;
};

static struct measured
measure_line(const struct para *p, uint32_t from, uint32_t to)
{
	const struct brk *a = &p->brk[from], *b = &p->brk[to];
	const struct para_style *s = p->style;
	double w = b->pre.w - a->post.w + (double)(b->hyphen - a->hang_start - b->hang_end);
	return (struct measured){
		.delta = s->measure - (from == 0 ? s->first_indent : 0) - (b->kind == BRK_FORCED ? s->last_end_indent : 0) - w,
		.y = b->pre.y - a->post.y, .z = b->pre.z - a->post.z, .e = (b->pre.e - a->post.e + (double)b->hyphen) * s->expansion,
		.t = b->pre.t - a->post.t, .k = b->pre.k - a->post.k,
		.fill = b->pre.fill - a->post.fill,
		.align = b->kind == BRK_FORCED ? s->align_last : s->align};
}

/* Ratio at which the glue and, beyond KASHIDA_FROM, kashida take what is left; all kashida counts as so much more. */
static double
glue_ratio(double left, double glue, double kashida)
{
	double more = left - KASHIDA_FROM * glue;
	if (kashida <= 0 || more <= 0)
		return left / glue;
	return KASHIDA_FROM + KASHIDA_RATIO * fmin(1, more / kashida) + fmax(0, more - kashida) / glue;
}

/*
 * Set ratio of a justified line (section 2).  Scaling the glyphs and tracking come first, being seen
 * least, and count as the first part of the ratio, the greater the more they may give; the glue has
 * the rest.
 */
static double
ratio_of(const struct para *p, const struct measured *m)
{
	double room = fabs(m->delta), glue = m->delta >= 0 ? m->y : m->z, sign = m->delta >= 0 ? 1 : -1;
	double glyphs = m->e + m->t, cost = fmin(GLYPH_COST * glyphs / p->style->measure, MOST_GLYPH_COST);
	if (room < 0.001)
		return 0;
	if (room <= glyphs)
		return sign * cost * room / glyphs;
	if (glue <= 0 && m->delta < 0)
		return -WORST_RATIO;
	if (glue <= 0)
		glue = 1; /* a line of one word: the emptier the worse */
	return sign * fmin(cost + (1 - cost) * glue_ratio(room - glyphs, glue, m->delta >= 0 ? m->k : 0), WORST_RATIO);
}

static double
within_one(double x)
{
	return fmax(-1, fmin(1, x));
}

/* Scale the glyphs in steps, track them as far as they may, and let the glue take the rest. */
static void
share_out(const struct para *p, const struct measured *m, struct choice *c)
{
	double limit = p->style->expansion, glyphs = m->e + m->t, left = m->delta;
	double step = limit > 0 ? EXPANSION_STEP / limit : 1, part = m->e > 0 ? within_one(left / glyphs) : 0;
	part = within_one(floor(part / step + 0.5) * step);
	if (m->e > 0 && left - m->e * part < -m->t - m->z) /* more than the others can give */
		part = within_one((left + m->t + m->z) / m->e);
	left -= m->e * part;
	c->expand = limit * part;
	c->track = m->t > 0 ? within_one(left / m->t) : 0;
	left -= m->t * c->track;
	double glue = left >= 0 ? m->y : m->z;
	c->kashida = fmax(0, fmin(m->k, left - KASHIDA_FROM * glue));
	left -= c->kashida;
	c->ratio = glue > 0 ? fmax(-1, left / glue) : 0;
	if (c->ratio > tolerance_of(p) && m->t > 0) { /* still too loose: what tracking keeps for that */
		double more = fmin(p->style->tracking_rescue, (left - tolerance_of(p) * glue) / m->t);
		c->track += more;
		c->ratio = (left - more * m->t) / glue;
	}
}

bool
line_fit(const struct para *p, uint32_t from, uint32_t to, struct choice *c, double *overfull)
{
	struct measured m = measure_line(p, from, to);
	*c = (struct choice){.from = from, .to = to, .shift = from == 0 ? p->style->first_indent : 0};
	bool too_long = m.delta < -0.001;
	*overfull = 0;
	if (m.fill > 0 && !too_long) {
		c->fill = m.delta / m.fill;
	} else if (m.align == ALIGN_JUSTIFY || (too_long && p->style->align == ALIGN_JUSTIFY)) {
		share_out(p, &m, c);
		*overfull = too_long ? fmax(0, -m.delta - m.z - m.e - m.t) : 0;
	} else {
		*overfull = too_long ? -m.delta : 0;
		if (!too_long)
			c->shift += m.align == ALIGN_END ? m.delta : m.align == ALIGN_CENTER ? m.delta / 2 : 0;
	}
	c->shift -= (double)p->brk[from].hang_start;
	return *overfull < 0.01;
}

/* ---- demerits (section 3) ---- */

static uint8_t
fitness_of(double r)
{
	return r < -0.5 ? 0 : r <= 0.5 ? 1 : r <= 1 ? 2 : 3;
}

/* The ratio that judges a line; for ragged lines the shortfall stands for stretch. */
static double
judged_ratio(const struct para *p, double tolerance, const struct measured *m, const struct brk *b)
{
	const struct para_style *st = p->style;
	bool last = b->kind == BRK_FORCED;
	if (m->fill > 0 && m->delta >= 0)
		return 0;
	if (st->align != ALIGN_JUSTIFY) {
		if (m->delta < -0.001)
			return -WORST_RATIO;
		return last ? 0 : fmin(m->delta / (RAGGED_SLACK * st->measure), WORST_RATIO);
	}
	if (last && m->delta >= 0)
		return m->align == ALIGN_JUSTIFY ? fmin(ratio_of(p, m), tolerance) : 0;
	return ratio_of(p, m);
}

static double
penalty_of(const struct brk *b)
{
	static const double penalty[] = {
		[BRK_SPACE] = 0, [BRK_PLAIN] = PLAIN_PENALTY, [BRK_URL] = URL_PENALTY, [BRK_HYPHEN] = HYPHEN_PENALTY,
		[BRK_NEED] = NEED_PENALTY, [BRK_KEPT] = KEPT_PENALTY, [BRK_ANYWHERE] = ANYWHERE_PENALTY, [BRK_FORCED] = 0};
	return penalty[b->kind];
}

/* A gap between two ideographs is as good a break as a space. */
static bool
is_gap_break(const struct para *p, const struct brk *b)
{
	return b->kind == BRK_PLAIN && b->end_byte == 0 && b->end < p->nelem && p->elem[b->end].kind == ELEM_GAP;
}

static double
demerits(const struct para *p, const struct node *a, const struct brk *b, double r, uint8_t fitness,
         const struct measured *m)
{
	double bad = 100 * fabs(r) * fabs(r) * fabs(r), base = LINE_PENALTY + bad;
	double pen = is_gap_break(p, b) ? 0 : penalty_of(b);
	double d = base * base + pen * pen;
	const struct brk *from = &p->brk[a->brk];
	bool end = b->kind == BRK_FORCED;
	if (b->kind == BRK_HYPHEN && from->kind == BRK_HYPHEN)
		d += TWO_HYPHENS;
	if (end && from->kind == BRK_HYPHEN)
		d += LAST_HYPHEN;
	if (abs((int)fitness - (int)a->fitness) > 1)
		d += FITNESS_JUMP;
	double least = fmax(p->style->first_indent, 2 * p->style->line_height);
	if (end && a->brk != 0 && from->kind != BRK_FORCED && p->style->measure - m->delta < least)
		d += SHORT_LAST + (from->kind == BRK_HYPHEN ? FRAGMENT_LAST : 0);
	return d;
}

static unsigned
ladder_limit(const struct para *p)
{
	int limit = p->style->hyphen_ladder;
	return limit > 0 && limit < MOST_LADDER ? (unsigned)limit : MOST_LADDER;
}

double
linebreak_cost(const struct para *p, const uint32_t *brk, size_t n)
{
	double tolerance = tolerance_of(p);
	struct node at = {.fitness = 1};
	for (size_t i = 0; i < n; i++) {
		const struct brk *b = &p->brk[brk[i]];
		struct measured m = measure_line(p, at.brk, brk[i]);
		double r = judged_ratio(p, tolerance, &m, b);
		at.ladder = b->kind == BRK_HYPHEN ? (uint8_t)(at.ladder + 1) : 0;
		if (r < -1 || r > tolerance || at.ladder > ladder_limit(p))
			return INFINITY;
		uint8_t fitness = fitness_of(r);
		at.total += demerits(p, &at, b, r, fitness, &m);
		at.brk = brk[i];
		at.fitness = fitness;
	}
	return at.total;
}

/* ---- the active list (section 5) ---- */

static void
offer(struct search *s, const struct node *n)
{
	for (size_t i = 0; i < s->ncand; i++) {
		struct node *c = &s->cand[i];
		if (c->fitness == n->fitness && c->ladder == n->ladder && (!s->count_lines || c->line == n->line)) {
			if (n->total < c->total)
				*c = *n;
			return;
		}
	}
	if (s->ncand < sizeof s->cand / sizeof *s->cand)
		s->cand[s->ncand++] = *n;
}

static void
try_line(struct search *s, int32_t from, uint32_t to, const struct measured *m, double r)
{
	const struct node *a = &s->node[from];
	const struct brk *b = &s->p->brk[to];
	uint8_t ladder = b->kind == BRK_HYPHEN ? (uint8_t)(a->ladder + 1) : 0;
	if (ladder > s->ladder_limit)
		return;
	uint8_t fitness = fitness_of(r);
	struct node n = {.brk = to, .line = a->line + 1, .prev = from, .fitness = fitness, .ladder = ladder};
	n.total = a->total + demerits(s->p, a, b, r, fitness, m);
	offer(s, &n);
}

/* When the list is full its worst member goes: linear time matters more than an unlikely best. */
static void
make_active(struct search *s, const struct node *n)
{
	struct node *put = VEC_PUSH(s->arena, s->node, s->nnode, s->cap_node);
	*put = *n;
	if (s->nactive >= MOST_ACTIVE) {
		size_t worst = 0;
		for (size_t i = 1; i < s->nactive; i++)
			if (s->node[s->active[i]].total > s->node[s->active[worst]].total)
				worst = i;
		memmove(s->active + worst, s->active + worst + 1, (s->nactive - worst - 1) * sizeof *s->active);
		s->nactive--;
	}
	s->active[s->nactive++] = (int32_t)s->nnode - 1;
}

/* A way that another beats by more than the class of its last line can cost, with as much left of the
 * ladder, is never the best. */
static void
accept_candidates(struct search *s)
{
	for (size_t i = 0; i < s->ncand; i++) {
		bool hopeless = false;
		for (size_t k = 0; k < s->ncand && !s->count_lines; k++)
			hopeless |= s->cand[k].ladder <= s->cand[i].ladder && s->cand[k].total + FITNESS_JUMP < s->cand[i].total;
		if (!hopeless)
			make_active(s, &s->cand[i]);
	}
	s->ncand = 0;
}

/* All lines that could end at break `to`; nodes from which it is too far are dropped. */
static bool
visit(struct search *s, uint32_t to)
{
	const struct brk *b = &s->p->brk[to];
	size_t keep = 0;
	int32_t rescue = -1;
	s->ncand = 0;
	for (size_t i = 0; i < s->nactive; i++) {
		int32_t from = s->active[i];
		struct measured m = measure_line(s->p, s->node[from].brk, to);
		double r = judged_ratio(s->p, s->pass.tolerance, &m, b);
		bool too_long = r < -1;
		if (r > s->pass.tolerance) { /* too short, as are all lines that start later */
			memmove(s->active + keep, s->active + i, (s->nactive - i) * sizeof *s->active);
			keep += s->nactive - i;
			break;
		}
		if (!too_long)
			try_line(s, from, to, &m, r);
		/* a hyphen may be wider than the letters that follow it */
		bool hopeless = too_long && m.delta + m.z + m.e + m.t + (double)(b->hyphen + b->hang_end) < 0;
		if (hopeless || b->kind == BRK_FORCED)
			rescue = rescue < 0 || s->node[from].brk >= s->node[rescue].brk ? from : rescue;
		else
			s->active[keep++] = from;
	}
	s->nactive = keep;
	if (keep == 0 && s->ncand == 0) {
		if (!s->pass.last_resort || rescue < 0)
			return false;
		struct measured m = measure_line(s->p, s->node[rescue].brk, to);
		unsigned limit = s->ladder_limit;
		s->ladder_limit = MOST_LADDER + 1;
		try_line(s, rescue, to, &m, -1);
		s->ladder_limit = limit;
	}
	accept_candidates(s);
	return true;
}

static bool
run(struct search *s, struct pass pass)
{
	const struct para *p = s->p;
	s->pass = pass;
	s->nnode = s->nactive = 0;
	make_active(s, &(struct node){.prev = -1, .fitness = 1});
	for (uint32_t i = 1; i < p->nbrk; i++) {
		if (p->brk[i].kind > pass.worst && p->brk[i].kind != BRK_FORCED)
			continue;
		if (!visit(s, i))
			return false;
	}
	return s->nactive > 0;
}

/* The best end, or with looseness the one whose number of lines comes nearest to the wish. */
static int32_t
best_end(const struct search *s)
{
	int32_t best = s->active[0];
	for (size_t i = 1; i < s->nactive; i++)
		if (s->node[s->active[i]].total < s->node[best].total)
			best = s->active[i];
	if (!s->count_lines)
		return best;
	long wish = (long)s->node[best].line + s->p->style->looseness;
	for (size_t i = 0; i < s->nactive; i++) {
		const struct node *n = &s->node[s->active[i]], *b = &s->node[best];
		long far = labs((long)n->line - wish), best_far = labs((long)b->line - wish);
		if (far < best_far || (far == best_far && n->total < b->total))
			best = s->active[i];
	}
	return best;
}

static void
solve(struct search *s)
{
	double tolerance = tolerance_of(s->p);
	bool has[BRK_FORCED + 1] = {false};
	for (size_t i = 0; i < s->p->nbrk; i++)
		has[s->p->brk[i].kind] = true;
	if (has[BRK_HYPHEN] && run(s, (struct pass){BRK_URL, false, fmin(FIRST_PASS_RATIO, tolerance)}))
		return;
	if (run(s, (struct pass){BRK_HYPHEN, false, tolerance}))
		return;
	if (has[BRK_NEED] && run(s, (struct pass){BRK_NEED, false, tolerance}))
		return;
	run(s, (struct pass){BRK_ANYWHERE, true, WORST_RATIO});
}

uint32_t *
linebreak(struct arena *a, const struct para *p, size_t *n)
{
	struct arena *scratch = arena_new();
	struct search *s = ARENA_NEW(scratch, struct search);
	s->arena = scratch;
	s->p = p;
	s->count_lines = p->style->looseness != 0 && p->nbrk < LOOSENESS_LIMIT;
	s->ladder_limit = ladder_limit(p);
	solve(s);
	int32_t end = best_end(s);
	*n = 0;
	for (int32_t i = end; s->node[i].prev >= 0; i = s->node[i].prev)
		++*n;
	uint32_t *out = ARENA_ARRAY(a, uint32_t, *n);
	size_t k = *n;
	for (int32_t i = end; s->node[i].prev >= 0; i = s->node[i].prev)
		out[--k] = s->node[i].brk;
	arena_free(scratch);
	return out;
}

/* ---- widths ---- */

double
para_max_width(const struct para *p)
{
	double max = 0, from = -p->style->first_indent;
	for (size_t i = 1; i < p->nbrk; i++) {
		if (p->brk[i].kind != BRK_FORCED)
			continue;
		max = fmax(max, p->brk[i].pre.w - from);
		from = p->brk[i].post.w;
	}
	return max;
}

static double
widest(const struct para *p, enum brk_kind worst)
{
	double max = 0, from = -fmax(p->style->first_indent, 0);
	for (size_t i = 1; i < p->nbrk; i++) {
		enum brk_kind kind = p->brk[i].kind;
		if (kind == BRK_HYPHEN || (kind > worst && kind != BRK_FORCED))
			continue;
		max = fmax(max, p->brk[i].pre.w - from);
		from = p->brk[i].post.w;
	}
	return max;
}

double
para_min_width(const struct para *p)
{
	return widest(p, BRK_URL);
}

double
para_word_width(const struct para *p)
{
	return widest(p, BRK_KEPT);
}
