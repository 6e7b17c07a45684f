/* SPDX-License-Identifier: MIT */
/*
 * choose.c - the choice of a reading for every open line of the flow: the sequence of readings
 * whose lines and whose numbering together explain most.
 *
 * A beam over states of the numbering: each line extends every state kept by every reading it may
 * have; equal states are merged, the best BEAM go on.  Work per line is bounded, so the whole is
 * linear.
 *
 * How sure a reading is comes from the whole as well: the best sequence with it against the best one
 * without it (max-marginals of the Viterbi algorithm: Kschischang, Frey and Loeliger, Factor graphs and
 * the sum-product algorithm, 2001), so that what the lines behind say counts too.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "recognise/fixes.h"
#include "recognise/numbering.h"
#include "recognise/score.h"

#define BEAM 12
#define CANDIDATES 10
#define STRETCH 4096 /* lines decided together */
#define CONT_MOST 3.5f /* the most a continuation can gain */
#define NEXT_NUMBER 5.0f /* against a number that stands as those of headings do, as text */
#define LISTED_DASH 3.0f /* what the dash of a list before a capital gains at the least */
#define COUNTS_ON 3.5f /* the fit of a number that is the next, at the least */
#define SMALL_LETTER 4.0f /* for a line that goes on, and against a number */
#define FORM_FIT 0.0f /* the number of a heading of the form fits no worse */
#define SUBTITLE 2.0f /* what a whole paragraph that is no sentence gains below the titles of its part */
#define COUNTED 6.0f /* what lines gain that must be a heading by what stands over and under them, */
#define COUNTED_TEXT 1.5f /* and lose as text */
#define LEAST_PLAIN (-5.0f) /* of evidence for a heading, so that it is one of the readings, */
#define LEAST_COUNTED (-9.0f) /* and where COUNTED may be added */
#define APART (-2.0f) /* evidence against a line that goes on with the heading before it */
#define MEANT (-1.0f) /* of evidence against a line that goes on with the item before it */
#define TEXT_OF_LABEL 3.0f /* what a line gains that is the text of a number before it */
#define TEXT_IS_LOST 8.0f  /* and loses where that text is not to be had */
#define TEXTLESS 20.0f /* what a number loses whose text is not the next line: more than any line gains */
#define GIVEN_UP 14.0f /* what loses so much against another reading from the same state is not kept */
#define NO_OTHER 9.0f  /* the margin of a reading without any other */
#define SURE 4.0f    /* evidence for a continuation that no numbering outweighs */

struct candidate {
	enum reading reading;
	uint8_t which;
	float score;      /* from the lines alone */
};

struct state {
	struct numbering n;
	uint32_t hash;    /* of n, always */
	float score;
	int32_t node;
};

/* A state at one line, in which steps meet. */
struct node {
	double forward, backward; /* the best sums of what leads here, and of what goes on from here */
	int32_t step;             /* the best that led here, -1 at the start */
};

struct step {
	int32_t from, into;        /* nodes */
	uint32_t line;             /* in the flow */
	uint8_t reading, which, alt, depth; /* alt: the best other reading from the same state */
	float gain, margin, fit;   /* margin: before alt; fit: of the number to those before it */
};

struct chooser {
	struct work *w;
	struct state now[BEAM], next[BEAM];
	int nnow, nnext;
	int worst;        /* of the next, where there are BEAM of them */
	double lead;      /* of the sums: scores are kept as what lies behind it */
	struct node *node;
	struct step *step;
	size_t nnode, nstep;
};

/* Eight bytes at a time. */
static uint32_t
hash(const struct numbering *n)
{
	uint64_t part[(sizeof *n + 7) / 8] = {0}, h = 0;
	memcpy(part, n, sizeof *n);
	for (size_t i = 0; i < sizeof part / sizeof *part; i++)
		h = ((h ^ part[i]) * 0x9E3779B97F4A7C15u) ^ (h >> 29);
	return (uint32_t)(h >> 32);
}

static bool
heading_is_open(const struct numbering *n)
{
	return n->open == READ_HEAD || n->open == READ_PLAIN;
}

/* What states ask of the lines alone. */
static void
weigh_lines(const struct chooser *c, struct place_in_flow *p)
{
	bool heading = false, clauses = false;
	int i;

	for (i = 0; i < c->nnow; i++) {
		heading = heading || heading_is_open(&c->now[i].n);
		clauses = clauses || c->now[i].n.clauses;
	}
	if (heading) {
		p->head_cont = score_head_cont(p);
		p->after_heading = score_after_heading(p);
	}
	if (clauses && p->before && p->before->end == END_COMMA)
		p->clause = clause_fit(p);
}

/* The sign of a list stands over its text: what follows are words, no other sign and no figure. */
static bool
words_follow(const struct place_in_flow *p)
{
	return p->after && !p->after->digit_first && p->after->bullet_n == 0 && p->after->nlabel == 0;
}

static int
candidates(const struct place_in_flow *p, struct candidate out[CANDIDATES])
{
	const struct rline *l = p->at;
	/* under the title of a decision stands its text */
	bool text = (l->damaged && l->src->kind != LINE_HEADING) || (p->w->decision > 0 && p->index == p->w->decision) ||
	            is_sentence_by_form(p);
	float plain;
	int n = 0, k;

	out[n++] = (struct candidate){READ_CONT, 0, p->cont};
	if (p->cont >= 6.5f && !l->nlabel && !clause_may_open(p))
		return n;
	/* a label that is no label needs an explanation */
	out[n++] = (struct candidate){READ_P, 0, score_p(p)};
	if (l->bullet || (l->lone_dash && words_follow(p)))
		out[n++] = (struct candidate){READ_BULLET, 0, score_bullet(p)};
	for (k = 0; k < l->nlabel && n + 3 < CANDIDATES; k++) {
		const struct label *b = &l->label[k];
		float s = score_head(p, b);
		if (s > -6 && !text)
			out[n++] = (struct candidate){READ_HEAD, (uint8_t)k, s};
		if ((b->style == LABEL_ARABIC || b->style == LABEL_DOTTED) && (s = score_para(p, b)) > -8)
			out[n++] = (struct candidate){READ_PARA, (uint8_t)k, s};
		if ((s = score_item(p, b)) > -6)
			out[n++] = (struct candidate){READ_ITEM, (uint8_t)k, s};
	}
	if (!text && (plain = score_plain(p)) > (p->over > 0 ? LEAST_COUNTED : LEAST_PLAIN))
		out[n++] = (struct candidate){READ_PLAIN, 0, plain};
	return n;
}

/* Only what the editor allows; the reading asked for even where nothing spoke for it. */
static int
fixed(const struct rline *l, struct fix *f, struct candidate out[CANDIDATES], int n)
{
	static const enum reading all[] = {READ_P, READ_CONT, READ_PLAIN, READ_HEAD, READ_PARA, READ_ITEM, READ_BULLET};
	int kept = 0, k;

	f->used = true;
	for (k = 0; k < n; k++)
		if (fix_allows(f, l, out[k].reading))
			out[kept++] = out[k];
	for (k = 0; kept == 0 && k < (int)(sizeof all / sizeof *all); k++)
		if (fix_allows(f, l, all[k]) && (l->nlabel > 0 || (all[k] != READ_PARA && all[k] != READ_ITEM)))
			out[kept++] = (struct candidate){all[k], 0, 0};
	if (kept == 0) {
		f->used = false;
		return n;
	}
	return kept;
}

static float
extend_bullet(const struct place_in_flow *p, float s, struct numbering *n, bool colon)
{
	/* a dash of a list: those of sentences have small letters behind them */
	if ((p->at->bullet_capital || p->at->lone_dash) && s < LISTED_DASH && is_dash(p) &&
	    (colon || numbering_has_dashes(n)))
		s = LISTED_DASH;
	return s + numbering_bullet(n, is_dash(p), colon);
}

/* The line before is a heading, over which the text is finished, and this line does not go on with it. */
static bool
under_heading(const struct place_in_flow *p, const struct numbering *n)
{
	if (!heading_is_open(n) || p->head_cont >= APART)
		return false;
	return n->open == READ_HEAD || (p->at->anew && p->index > 1 && flow_line(p->w, p->index - 2)->end == END_STOP);
}

/* Up to the number under it the line is one text with what stands between. */
static bool
goes_on_below(const struct place_in_flow *p)
{
	const struct rline *c = p->after;

	return c && (c->nlabel > 0 || c->lower || fills_line(p));
}

/*
 * What stands before the line is finished: by its stop, as a heading, or as the sign of a list says that this line
 * has not; in a preamble, whose clauses end with commas, a line without one is none.
 */
static bool
over_finished(const struct place_in_flow *p, const struct numbering *n, bool decided)
{
	enum end_kind end = p->before->end;

	return end == END_STOP || end == END_SEMI || (n->clauses && end == END_COMMA) ||
	       (decided && end == END_COLON) || under_heading(p, n) ||
	       (n->open == READ_BULLET && end == END_OPEN && p->cont < MEANT && goes_on_below(p));
}

/*
 * Between what is finished and a numbered paragraph that counts on, or the first one under the clauses of a preamble,
 * or what an organ decides, a heading stands; over the summary of a paper nothing but its titles.
 */
static bool
must_be_heading(const struct place_in_flow *p, const struct numbering *n)
{
	bool decided = p->over == OVER_BODY, first = n->clauses && p->over == 1;

	if (p->over == OVER_FRONT)
		return !n->started;
	if (p->over == 0 || p->at->recurs == RECURS_NO_HEADING || !p->before || rline_label_alone(p->before) ||
	    (!decided && !first && (n->para == 0 || p->over != n->para + 1u)))
		return false;
	return over_finished(p, n, decided);
}

static float
extend_plain(const struct place_in_flow *p, float s, struct numbering *n)
{
	/* under a short heading a further one; under a long one rather its second line */
	if (heading_is_open(n) && p->before && p->at->gap == 0 && p->at->src->kind != LINE_HEADING)
		s += p->before->cols * 10 >= p->w->width * 6 && !p->at->anew ? -0.5f : n->open == READ_HEAD ? 2.5f : 2;
	if (must_be_heading(p, n))
		s += COUNTED;
	if (n->open == READ_OPEN && !(fills_line(p) && sentence_below(p)))
		s += 3; /* a part begins with its title */
	else if (!n->started && may_be_subtitle(p))
		s += SUBTITLE;
	return s + numbering_plain(n);
}

/* "2." over "(a)": the list begins where the text would. */
static bool
begins_list(const struct rline *l, const struct candidate *c)
{
	return rline_bracket_alone(l) && c->reading == READ_ITEM && l->label[c->which].value == 1;
}

/*
 * A label without text awaits it, whatever lies between; one whose text is lost is followed by other text.
 * True for a line that goes on there: s is the sum.
 */
static bool
behind_alone(struct numbering *n, const struct rline *l, const struct candidate *c, float *s)
{
	bool awaited = n->alone == ALONE_AWAITED, lost = n->alone == ALONE_LOST, goes_on = c->reading == READ_CONT;

	n->alone = ALONE_NOT;
	if (awaited && (begins_list(l, c) || (goes_on && rline_bracket_alone(l))))
		*s = 0;
	else if (awaited && goes_on)
		*s = TEXT_OF_LABEL;
	else if (awaited)
		*s -= TEXTLESS;
	else if (lost && goes_on)
		*s -= TEXT_IS_LOST;
	return goes_on && (awaited || lost);
}

/* The next number of the headings stands alone behind a finished sentence. */
static bool
begins_heading(const struct place_in_flow *p, const struct numbering *n)
{
	return p->w->wrapped && p->before && p->before->end == END_STOP && rline_label_alone(p->at) &&
	       numbering_head_is_next(n, &p->at->label[0]);
}

/* What the small letter behind a number says against it; nothing where text is finished over one that is the next. */
static float
small_letter(const struct place_in_flow *p, const struct label *l, float fit)
{
	const struct rline *a = p->before;
	bool finished = a && (a->end == END_SEMI || (a->end == END_STOP && l->paren));

	return finished && p->at->lower && l->body < p->at->n && fit >= COUNTS_ON ? SMALL_LETTER : 0;
}

/* What the rhythm of the text says for a line that goes on behind a stop, and against a paragraph without number. */
static float
rhythm(const struct place_in_flow *p, const struct numbering *n)
{
	const struct rline *a = p->before, *b = p->at;
	bool asked = a && a->end == END_STOP && b->upper && !b->nlabel && !b->bullet && !heading_is_open(n);

	return asked && !break_is_wanted(p) ? p->w->rhythm[n->open == READ_PARA] : 0;
}

/* Move a state by a candidate; the sum of both kinds of evidence.  fit gets that of the number. */
static float
extend(const struct place_in_flow *p, const struct candidate *c, struct numbering *n, float *fit)
{
	const struct label *l = &p->at->label[c->which];
	bool colon = p->before && p->before->end == END_COLON;
	bool heading = heading_is_open(n);
	bool comma = !heading && p->before && p->before->end == END_COMMA, clause = n->clauses && comma;
	float s = c->score;

	if (heading && c->reading != READ_CONT)
		s += p->after_heading;
	/* a break that was meant may stand before any label: clauses have lists too, and lists make no preamble */
	if (comma && p->clause > 0 && (c->reading == READ_PARA || c->reading == READ_ITEM || c->reading == READ_BULLET))
		s += p->clause;
	if (behind_alone(n, p->at, c, &s))
		return s;
	switch (c->reading) {
	case READ_CONT:
		if (clause)
			s = -p->clause;
		/* the same reward whatever goes on, so that no kind of block gains by having more lines */
		else if (!heading && must_be_heading(p, n))
			s -= COUNTED_TEXT;
		else if (!heading && begins_heading(p, n))
			s -= NEXT_NUMBER;
		s += rhythm(p, n);
		s = heading ? p->head_cont : n->open == READ_OPEN || n->open == READ_FRONT ? -9 : s;
		return s > CONT_MOST ? CONT_MOST : s;
	case READ_P:
		if (clause)
			s = p->clause;
		if (must_be_heading(p, n))
			s -= COUNTED_TEXT;
		s -= rhythm(p, n);
		if (numbering_hangs_signs(n))
			n->nitem--;
		n->open = READ_P;
		n->started = 1;
		return s;
	case READ_HEAD:
		*fit = numbering_head(n, l);
		/* the form says that it is one, whatever the count */
		s += p->at->src->kind == LINE_HEADING && *fit < FORM_FIT ? FORM_FIT : *fit;
		n->clauses = p->w->resolution; /* a section may have a preamble of its own */
		break;
	case READ_PLAIN:
		return extend_plain(p, s, n);
	case READ_PARA:
		s += *fit = numbering_para(n, l, colon && !resolution_begins(p->w, p->before));
		s += small_letter(p, l, *fit);
		break;
	case READ_ITEM:
		s += *fit = numbering_item(n, l, colon);
		s += small_letter(p, l, *fit);
		break;
	case READ_BULLET:
		s = extend_bullet(p, s, n, colon);
		n->alone = p->at->bullet_n == p->at->n && words_follow(p) ? ALONE_AWAITED : ALONE_NOT;
		return s;
	default:
		return s;
	}
	n->alone = l->body < p->at->n ? ALONE_NOT : label_lost_text(p, l, c->reading) ? ALONE_LOST : ALONE_AWAITED;
	return s;
}

/* May a state with that score be among the next? */
static bool
may_keep(const struct chooser *c, float score)
{
	return c->nnext < BEAM || score > c->next[c->worst].score;
}

/* Put a state among the next, or join the one like it; s becomes the way to it where it is the better one. */
static void
keep(struct chooser *c, struct state *made, struct step *s)
{
	int k;

	for (k = 0; k < c->nnext; k++)
		if (c->next[k].hash == made->hash && memcmp(&c->next[k].n, &made->n, sizeof made->n) == 0)
			break;
	bool like = k < c->nnext;
	if (!like)
		k = c->nnext < BEAM ? c->nnext++ : c->worst;
	made->node = s->into = like ? c->next[k].node : (int32_t)c->nnode++;
	if (like && made->score <= c->next[k].score)
		return;
	c->next[k] = *made;
	c->node[s->into] = (struct node){c->lead + made->score, -INFINITY, (int32_t)(s - c->step)};
	for (c->worst = 0, k = 1; c->nnext == BEAM && k < BEAM; k++)
		if (c->next[k].score < c->next[c->worst].score)
			c->worst = k;
}

/* The first and the second of the gains. */
struct best_two {
	float gain[2];
	int which[2];
};

static void
note_gain(struct best_two *b, float gain, int which)
{
	int place = gain > b->gain[0] ? 0 : 1;

	if (place == 1 && gain <= b->gain[1])
		return;
	if (place == 0) {
		b->gain[1] = b->gain[0];
		b->which[1] = b->which[0];
	}
	b->gain[place] = gain;
	b->which[place] = which;
}

static void
extend_state(struct chooser *c, const struct place_in_flow *p, const struct state *now, const struct candidate *cand,
    int ncand)
{
	struct state made[CANDIDATES];
	float gain[CANDIDATES], fit[CANDIDATES];
	struct best_two best = {{-INFINITY, -INFINITY}, {0, 0}};
	int k;

	for (k = 0; k < ncand; k++) {
		made[k] = *now;
		fit[k] = 0;
		gain[k] = extend(p, &cand[k], &made[k].n, &fit[k]);
		note_gain(&best, gain[k], k);
	}
	for (k = 0; k < ncand; k++) {
		int rival = k == best.which[0];
		made[k].score = now->score + gain[k];
		if (gain[k] < best.gain[0] - GIVEN_UP || !may_keep(c, made[k].score))
			continue;
		if (cand[k].reading != READ_CONT || now->n.alone != ALONE_NOT) /* else it goes on as it was */
			made[k].hash = hash(&made[k].n);
		struct step *s = &c->step[c->nstep++];
		*s = (struct step){.from = now->node, .line = (uint32_t)p->index,
		                   .reading = (uint8_t)cand[k].reading, .which = cand[k].which,
		                   .alt = (uint8_t)cand[best.which[rival]].reading, .depth = made[k].n.nitem,
		                   .gain = gain[k], .margin = ncand > 1 ? gain[k] - best.gain[rival] : NO_OTHER,
		                   .fit = fit[k]};
		keep(c, &made[k], s);
	}
}

static int
best_state(const struct chooser *c)
{
	int best = 0;

	for (int k = 1; k < c->nnow; k++)
		if (c->now[k].score > c->now[best].score)
			best = k;
	return best;
}

static void
advance(struct chooser *c, const struct place_in_flow *p)
{
	struct candidate cand[CANDIDATES];
	int ncand = candidates(p, cand), i;
	struct fix *fix = fix_of(p->w, p->at);
	float best = c->now[best_state(c)].score;

	if (fix != NULL)
		ncand = fixed(p->at, fix, cand, ncand);
	c->lead += best;
	c->nnext = 0;
	for (i = 0; i < c->nnow; i++) {
		c->now[i].score -= best;
		extend_state(c, p, &c->now[i], cand, ncand);
	}
	memcpy(c->now, c->next, sizeof c->now);
	c->nnow = c->nnext;
}

/* A line decided before: it moves every state alike. */
static void
pass_fixed(struct chooser *c, const struct rline *l)
{
	int i;

	for (i = 0; i < c->nnow; i++) {
		struct numbering *n = &c->now[i].n;
		if (l->reading == READ_ANNEX || l->reading == READ_FRONT)
			numbering_reset(n, l->reading == READ_ANNEX);
		else if (l->reading == READ_CHAPEAU)
			numbering_body(n);
		n->alone = ALONE_NOT;
		if (l->reading != READ_CONT) {
			n->open = l->reading == READ_ANNEX || l->reading == READ_FIELD ? READ_OPEN :
			          l->reading == READ_FRONT || l->reading == READ_CHAPEAU ? READ_FRONT : READ_P;
			n->started |= n->open != READ_OPEN;
		}
		c->now[i].hash = hash(n);
	}
}

static float
confidence(float margin)
{
	return 1 / (1 + expf(-margin));
}

/* The rules of a kind of numbered lines, by style. */
#define RULES_BY_STYLE(kind) { \
	[LABEL_ROMAN] = kind ".roman", [LABEL_LETTER] = kind ".letter", [LABEL_ARABIC] = kind ".arabic", \
	[LABEL_DOTTED] = kind ".dotted", [LABEL_ALPHA] = kind ".alpha", [LABEL_LOWER_ROMAN] = kind ".lower-roman", \
	[LABEL_ARABIC_PAREN] = kind ".arabic-paren", [LABEL_CHINESE] = kind ".chinese", \
	[LABEL_CHINESE_PAREN] = kind ".chinese-paren", [LABEL_AR_ORDINAL] = kind ".arabic-ordinal", \
	[LABEL_AR_LETTER] = kind ".arabic-letter", [LABEL_CHAPTER] = kind ".chapter", [LABEL_CODE] = kind ".code", \
}

static const char *
rule_of(const struct rline *l)
{
	static const char *const heads[LABEL_STYLES] = RULES_BY_STYLE("heading");
	static const char *const items[LABEL_STYLES] = RULES_BY_STYLE("item");

	switch (l->reading) {
	case READ_HEAD: return heads[l->label[l->which].style];
	case READ_ITEM: return items[l->label[l->which].style];
	case READ_PARA: return l->label[l->which].style == LABEL_DOTTED ? "para.dotted" : "para.number";
	case READ_PLAIN: return l->src->kind == LINE_HEADING ? "heading.form" : "heading.plain";
	case READ_BULLET: return "item.bullet";
	case READ_CONT: return "join.line";
	default: return "p.start";
	}
}

/*
 * The best sum with another reading of the line of s than that of s, and that reading in *alt; the steps of later
 * lines were asked before.  Steps from *n down are gone through as far as they belong to the line.
 */
static double
best_other(struct chooser *c, const struct step *s, size_t *n, enum reading *alt)
{
	double other = -INFINITY;

	for (; *n > 0 && c->step[*n - 1].line == s->line; (*n)--) {
		const struct step *t = &c->step[*n - 1];
		double behind = t->gain + c->node[t->into].backward;
		struct node *from = &c->node[t->from];
		if (behind > from->backward)
			from->backward = behind;
		if ((t->reading != s->reading || t->which != s->which) && from->forward + behind > other) {
			other = from->forward + behind;
			*alt = (enum reading)t->reading;
		}
	}
	return other;
}

static void
settle_line(struct chooser *c, size_t i, const struct step *s, size_t *n, double sum)
{
	struct rline *l = flow_line(c->w, i);
	enum reading alt = (enum reading)s->alt;
	double margin = sum - best_other(c, s, n, &alt);

	if (!isfinite(margin)) /* nothing else came so far: what the line itself says */
		margin = s->margin;
	if (margin < 0)
		margin = 0;
	l->reading = (enum reading)s->reading;
	l->which = s->which;
	l->depth = s->depth;
	l->conf = confidence((float)margin);
	l->alt = alt;
	l->alt_conf = 1 - l->conf;
	const struct fix *fix = fix_of(c->w, l);
	bool fixed = fix != NULL && fix->kind != FIX_KEEP;
	l->rule = fixed ? "fix" : rule_of(l);
	l->chosen = !fixed && l->reading != READ_CONT;
	if (fixed)
		l->evidence = fix_evidence(c->w, fix);
	else if (l->reading != READ_CONT)
		l->evidence = reasons_of_line(c->w, i, s->fit);
}

/* Write down the best sequence that ends in that node. */
static void
settle(struct chooser *c, const struct node *end)
{
	double sum = end->forward;
	size_t n = c->nstep;

	for (int32_t at = end->step; at >= 0;) {
		const struct step *s = &c->step[at];
		settle_line(c, s->line, s, &n, sum);
		at = c->node[s->from].step;
	}
}

/* Readings given to a first line alone: the lines after it are still to be decided. */
static bool
takes_lines(enum reading r)
{
	return r == READ_SPEECH || r == READ_VOTE;
}

/* Nothing but the text of the paragraph going on: every state would say so. */
static bool
plainly_goes_on(const struct chooser *c, const struct place_in_flow *p)
{
	int i;

	if (p->at->nlabel || p->at->bullet || !p->before || fix_of(p->w, p->at) != NULL)
		return false;
	for (i = 0; i < c->nnow; i++)
		if (c->now[i].n.alone || c->now[i].n.clauses || heading_is_open(&c->now[i].n) ||
		    c->now[i].n.open == READ_OPEN || c->now[i].n.open == READ_FRONT)
			return false;
	return p->cont >= SURE;
}

static void
go_on(struct rline *l)
{
	l->reading = READ_CONT;
	l->conf = confidence(2 * SURE);
	l->rule = "join.line";
	l->sure = true;
}

/* The first state alone, without a past. */
static void
begin_stretch(struct chooser *c)
{
	c->lead = c->now[0].score = 0;
	c->now[0].node = 0;
	c->now[0].hash = hash(&c->now[0].n);
	c->node[0] = (struct node){0, -INFINITY, -1};
	c->nnow = 1;
	c->nnode = 1;
	c->nstep = 0;
}

/* The best state stands for all: its readings are written down, memory starts anew. */
static void
commit(struct chooser *c)
{
	int best = best_state(c);

	for (int k = 0; k < c->nnow; k++)
		c->node[c->now[k].node].backward = 0;
	settle(c, &c->node[c->now[best].node]);
	c->now[0] = c->now[best];
	begin_stretch(c);
}

static void
choose_line(struct chooser *c, size_t i, bool begins_stretch)
{
	struct work *w = c->w;
	struct rline *l = flow_line(w, i);
	struct place_in_flow p = {.w = w, .before = i ? flow_at(w, i - 1) : NULL, .at = l,
	                          .after = flow_at(w, i + 1), .after2 = flow_at(w, i + 2), .index = i};

	if (l->reading != READ_OPEN) {
		pass_fixed(c, l);
		return;
	}
	if (p.before && p.before->reading != READ_OPEN && !p.before->sure && !takes_lines(p.before->reading) &&
	    !begins_stretch)
		p.before = NULL;
	if (p.after && p.after->reading != READ_OPEN)
		p.after = p.after2 = NULL;
	p.cont = score_cont(&p);
	if (plainly_goes_on(c, &p)) {
		go_on(l);
		return;
	}
	p.over = stands_over(&p);
	weigh_lines(c, &p);
	advance(c, &p);
}

void
choose(struct work *w)
{
	struct chooser *c = xcalloc(1, sizeof *c);
	size_t i, from = 0;

	c->w = w;
	c->step = xmalloc((size_t)STRETCH * BEAM * CANDIDATES * sizeof *c->step);
	c->node = xmalloc(((size_t)STRETCH * BEAM * CANDIDATES + 1) * sizeof *c->node);
	begin_stretch(c);
	for (i = 0; i < w->nflow; i++) {
		if (i - from == STRETCH) {
			commit(c);
			from = i;
		}
		choose_line(c, i, i == from);
	}
	commit(c);
	free(c->node);
	free(c->step);
	free(c);
}
