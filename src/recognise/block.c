/* SPDX-License-Identifier: MIT */
/*
 * block.c - decided lines grouped into blocks; the level of each heading; the dump.
 *
 * Levels: a numbering style has one level in the whole document, by what it stands under.  An
 * unnumbered heading stands one below the last numbered one.
 */
#include "recognise/numbering.h"
#include "recognise/fixes.h"
#include "recognise/work.h"

static bool
is_start(enum reading r)
{
	return r != READ_CONT;
}

#define NO_PARENT LABEL_STYLES
/* Weights against a number that follows the one before with no unnumbered heading between them. */
#define ACROSS 3 /* of one that does so with one between: a few of those may be no headings */
#define ANEW 12  /* of one that begins anew behind one */

struct levels {
	uint32_t under[LABEL_STYLES][LABEL_STYLES + 1]; /* how often a style stands under another */
	uint8_t of[LABEL_STYLES];
	bool seen[LABEL_STYLES];
	uint8_t open;     /* style of the last numbered heading of the part, or NO_PARENT */
	bool plain;       /* an unnumbered heading is open that stands under no numbered one */
	bool below_plain; /* numbered ones stand under it, and so do those under them */
	int across;       /* for and against low numbers that count on over unnumbered headings */
	uint8_t chain[LABEL_STYLES]; /* styles open in this part, the outermost first */
	uint8_t nchain;
};

/* The style a heading stands under: the innermost open one of a higher rank. */
static uint8_t
parent_of(struct levels *v, enum label_style style)
{
	while (v->nchain && numbering_rank((enum label_style)v->chain[v->nchain - 1]) >= numbering_rank(style))
		v->nchain--;
	return v->nchain ? v->chain[v->nchain - 1] : NO_PARENT;
}

/* Do the numbers of low styles count on over unnumbered headings, many of them, or anew under each? */
static void
learn_order(struct levels *v, const struct work *w)
{
	uint32_t last[LABEL_STYLES] = {0};
	bool plain[LABEL_STYLES] = {false};
	size_t i;
	int s;

	for (i = 0; i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		for (s = 0; s < LABEL_STYLES; s++)
			if (b->reading == READ_ANNEX || b->reading == READ_FRONT)
				last[s] = 0;
			else
				plain[s] = plain[s] || b->reading == READ_PLAIN;
		if (b->reading != READ_HEAD || numbering_rank(b->label.style) < 3)
			continue;
		s = b->label.style;
		if (last[s] > 0 && b->label.value == last[s] + 1)
			v->across += plain[s] ? ACROSS : -1;
		else if (plain[s] && last[s] > 0 && b->label.value <= last[s])
			v->across -= ANEW;
		last[s] = b->label.value;
		plain[s] = false;
	}
}

/*
 * One level per style in the whole document: one below the style it stands under most.  That an
 * annex begins with "A." does not count where "A." stands under "I." elsewhere.
 */
static void
learn_levels(struct levels *v, const struct work *w)
{
	size_t i;
	int s, k, rank;

	for (i = 0; i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		if (b->reading == READ_ANNEX || b->reading == READ_FRONT)
			v->nchain = 0;
		if (b->reading != READ_HEAD)
			continue;
		v->seen[b->label.style] = true;
		v->under[b->label.style][parent_of(v, b->label.style)]++;
		v->chain[v->nchain++] = (uint8_t)b->label.style;
	}
	for (rank = 0; rank <= 5; rank++)
		for (s = 0; s < LABEL_STYLES; s++) {
			int best = NO_PARENT;
			if (numbering_rank((enum label_style)s) != rank)
				continue;
			for (k = 0; k < LABEL_STYLES; k++)
				if (v->under[s][k] > (best == NO_PARENT ? 0 : v->under[s][best]))
					best = k;
			v->of[s] = best == NO_PARENT ? 1 : (uint8_t)(v->of[best] + 1);
		}
}

/* No heading of the document is numbered "I." or "A.". */
static bool
low_styles_only(const struct levels *v)
{
	int s;

	for (s = 0; s < LABEL_STYLES; s++)
		if (v->of[s] == 1 && v->seen[s] && numbering_rank((enum label_style)s) < 3)
			return false;
	return true;
}

static void
set_level(struct levels *v, struct block *b)
{
	switch (b->reading) {
	case READ_ANNEX: case READ_FRONT:
		v->open = NO_PARENT;
		v->plain = v->below_plain = false;
		break;
	case READ_HEAD:
		/* "1." at the top of a document stands under an unnumbered heading, if there is one over its like */
		if (v->across > 0)
			v->plain = false;
		if (v->of[b->label.style] == 1)
			v->below_plain = v->plain;
		b->level = (uint8_t)(v->of[b->label.style] + v->below_plain);
		v->open = (uint8_t)b->label.style;
		break;
	case READ_PLAIN:
		if (v->plain || v->open == NO_PARENT) {
			b->level = 1;
			v->plain = low_styles_only(v);
			v->below_plain = false;
		} else {
			b->level = (uint8_t)(v->of[v->open] + 1);
		}
		break;
	default:
		break;
	}
}

/* The last number of each style of heading in its part, behind the block. */
static void
count_heading(uint32_t last[LABEL_STYLES], const struct block *b)
{
	bool head = b->reading == READ_HEAD;
	int s;

	for (s = 0; s < LABEL_STYLES; s++)
		if (b->reading == READ_FRONT ||
		    (head && numbering_rank((enum label_style)s) > numbering_rank(b->label.style)))
			last[s] = 0;
	if (head)
		last[b->label.style] = b->label.value;
}

/* A heading high enough to show whether an annex before it ended the text. */
static bool
is_high_heading(const struct block *b)
{
	return b->reading == READ_HEAD && numbering_rank(b->label.style) < NUMBERING_RANKS;
}

/*
 * A draft resolution in the middle of a report may have an annex.  The headings behind it count on
 * from those before it: it stands inside the text, and its label is a heading like others.
 */
static void
annexes_inside(struct work *w)
{
	uint32_t last[LABEL_STYLES] = {0};
	size_t i, next = 0;

	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		struct rline *l = flow_line(w, b->flow);
		count_heading(last, b);
		if (b->reading != READ_ANNEX || fix_of(w, l) != NULL)
			continue;
		for (next = next > i ? next : i + 1; next < w->nblock; next++)
			if (w->block[next].reading == READ_FRONT || is_high_heading(&w->block[next]))
				break;
		if (next == w->nblock || w->block[next].reading == READ_FRONT || w->block[next].label.value <= 1 ||
		    last[w->block[next].label.style] + 1 != w->block[next].label.value)
			continue;
		b->reading = l->reading = READ_PLAIN;
		l->rule = "heading.annex";
	}
}

/*
 * What the editor said of lines that stand in the block and do not make it what it is: lines that go on, or that
 * are text whatever they are.  One correction is said once.
 */
static void
tell_fixes(const struct work *w, const struct block *b)
{
	struct rline *first = flow_line(w, b->flow);
	const struct fix *told = NULL;
	struct buf out = {0};

	for (size_t k = 0; k < b->n; k++) {
		const struct rline *l = flow_line(w, b->flow + k);
		const struct fix *fix = fix_of(w, l);
		if (fix == NULL || fix == told || (fix->kind != FIX_KEEP && (fix->kind != FIX_CONTINUATION || k == 0)))
			continue;
		buf_printf(&out, "%sline %u: %s", out.n > 0 ? "; " : "", l->src->no, fix_evidence(w, fix));
		told = fix;
	}
	if (out.n > 0)
		first->evidence = arena_printf(w->arena, "%s%s%s", first->evidence != NULL ? first->evidence : "",
		                               first->evidence != NULL ? "; " : "", out.data);
	buf_free(&out);
}

void
blocks_make(struct work *w)
{
	struct levels levels = {.open = NO_PARENT};
	size_t i;

	for (i = 0; i < w->nflow; i++) {
		const struct rline *l = flow_line(w, i);
		struct block *b;
		if (!is_start(l->reading) && w->nblock) {
			w->block[w->nblock - 1].n++;
			continue;
		}
		b = VEC_PUSH(w->arena, w->block, w->nblock, w->block_cap);
		b->reading = l->reading == READ_CONT || l->reading == READ_OPEN ? READ_P : l->reading;
		b->flow = (uint32_t)i;
		b->n = 1;
		b->depth = l->depth;
		if (b->reading == READ_HEAD || b->reading == READ_PARA || b->reading == READ_ITEM)
			b->label = l->label[l->which];
	}
	annexes_inside(w);
	learn_levels(&levels, w);
	learn_order(&levels, w);
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		const struct fix *fix = fix_of(w, flow_line(w, b->flow));
		set_level(&levels, b);
		if (fix != NULL && fix->kind == FIX_HEADING)
			b->level = (uint8_t)fix->level;
		tell_fixes(w, b);
	}
}

void
blocks_dump(const struct recognised *r, struct buf *out)
{
	const struct work *w = r->work;
	size_t i, k;

	for (i = 0; w && i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		const struct rline *l = flow_line(w, b->flow);
		bool item = b->reading == READ_ITEM || b->reading == READ_BULLET;
		buf_printf(out, "%s %u %.2f %s", reading_name(b->reading), item ? b->depth : b->level, (double)l->conf,
		           l->rule ? l->rule : "-");
		if (l->alt != READ_OPEN && l->alt_conf > 0.05f)
			buf_printf(out, " (%s %.2f)", reading_name(l->alt), (double)l->alt_conf);
		buf_adds(out, ": ");
		for (k = 0; k < b->n; k++) {
			if (k)
				buf_adds(out, " | ");
			buf_addspan(out, rline_text(w, flow_line(w, b->flow + k)));
		}
		buf_addc(out, '\n');
	}
	for (i = 0; w && i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		if (l->reading != READ_DROP && l->reading != READ_NOTE && l->reading != READ_NOTE_MORE &&
		    l->reading != READ_URL)
			continue;
		buf_printf(out, "%s %u %.2f %s: ", reading_name(l->reading), l->src->no, (double)l->conf,
		           l->rule ? l->rule : "-");
		buf_addspan(out, rline_text(w, l));
		buf_addc(out, '\n');
	}
}
