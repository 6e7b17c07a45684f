/* SPDX-License-Identifier: MIT */
/*
 * block.c - decided lines grouped into blocks; the level of each heading; the dump.
 *
 * Levels: a numbering style, or the word before its numbers, has one level in the whole document, by
 * what it stands under.  An unnumbered heading stands one below the last numbered one.
 */
#include "recognise/numbering.h"
#include "recognise/fixes.h"
#include "recognise/work.h"

static bool
is_start(enum reading r)
{
	return r != READ_CONT;
}

#define WORDS_APART 24 /* words before a number that have levels of their own; further ones share that of the last */
#define KINDS (LABEL_STYLES + WORDS_APART)
#define NO_PARENT KINDS
/* Weights against a number that follows the one before with no unnumbered heading between them. */
#define ACROSS 3 /* of one that does so with one between: a few of those may be no headings */
#define ALONE 4  /* times as often under nothing as under another: that was chance */
#define ANEW 12  /* of one that begins anew behind one */

/* A kind of numbered heading is its style, and of those with a word the word: "Chapter", "Draft resolution". */
struct levels {
	uint32_t under[KINDS][KINDS + 1]; /* how often a kind stands under another */
	uint8_t of[KINDS];
	bool seen[KINDS];
	bool asked[KINDS];
	bool text[KINDS]; /* the word is that of a kind of paper: "Draft resolution II" */
	uint8_t open;     /* kind of the last numbered heading of the part, or NO_PARENT */
	bool plain;       /* an unnumbered heading is open that stands under no numbered one */
	bool below_plain; /* numbered ones stand under it, and so do those under them */
	int across;       /* for and against low numbers that count on over unnumbered headings */
	uint8_t chain[KINDS]; /* kinds open in this part, the outermost first */
	uint8_t nchain;
};

static uint8_t
kind_of(const struct label *l)
{
	uint32_t word = l->major < WORDS_APART ? l->major : WORDS_APART;

	return (uint8_t)(l->style == LABEL_CHAPTER && word > 0 ? LABEL_STYLES + word - 1 : l->style);
}

static bool
is_word(uint8_t kind)
{
	return kind >= LABEL_STYLES || kind == LABEL_CHAPTER;
}

static int
rank_of(uint8_t kind)
{
	return kind < LABEL_STYLES ? numbering_rank((enum label_style)kind) : numbering_rank(LABEL_CHAPTER);
}

/* The place in the chain of an open kind, or nchain. */
static uint8_t
place_of(const struct levels *v, uint8_t kind)
{
	uint8_t k = 0;

	while (k < v->nchain && v->chain[k] != kind)
		k++;
	return k;
}

/* The kind that one stands under most, unless it stands under none nearly everywhere. */
static uint8_t
usual_parent(const struct levels *v, uint8_t kind)
{
	uint8_t best = NO_PARENT, k;

	for (k = 0; k < KINDS; k++)
		if (v->under[kind][k] > (best == NO_PARENT ? 0 : v->under[kind][best]))
			best = k;
	return best != NO_PARENT && v->under[kind][NO_PARENT] > ALONE * v->under[kind][best] ? NO_PARENT : best;
}

/* The word of the label is that of a kind of paper. */
static bool
names_paper(const struct work *w, const struct label *l)
{
	struct span word;

	if (l->style != LABEL_CHAPTER || l->major == 0)
		return false;
	word = w->words->label.chapter[l->major - 1];
	word = span_trim(span_sub(word, 0, span_find(word, SPAN_LIT("*"))));
	return words_is(w->words, WORD_KIND, words_fold(w->arena, word));
}

/*
 * Close what does not hold a heading with a word: down to its like, or to what its likes stand under.  The
 * first of its kind stands in whatever is open, but texts for adoption, of whatever kind, stand beside each other.
 * One whose count began before what is open stands in nothing.
 */
static void
close_for_word(struct levels *v, uint8_t kind, uint32_t value)
{
	uint8_t k = place_of(v, kind), parent = v->seen[kind] ? usual_parent(v, kind) : NO_PARENT;

	if (k < v->nchain)
		v->nchain = k;
	else if (parent != NO_PARENT && (k = place_of(v, parent)) < v->nchain)
		v->nchain = (uint8_t)(k + 1);
	else if (value > 1)
		v->nchain = 0;
	else if (v->nchain > 0 && v->text[kind] && v->text[v->chain[v->nchain - 1]])
		v->nchain--;
}

/* The kind a heading stands under: the innermost open one of a higher rank, or a word. */
static uint8_t
parent_of(struct levels *v, uint8_t kind, uint32_t value)
{
	if (is_word(kind)) {
		close_for_word(v, kind, value);
	} else {
		uint8_t k;
		for (k = 0; k < v->nchain; k++)
			if (!is_word(v->chain[k]) && rank_of(v->chain[k]) >= rank_of(kind))
				v->nchain = k;
	}
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

/* The level of a kind: one below that of the kind it stands under most. */
static uint8_t
learn_level(struct levels *v, uint8_t kind)
{
	uint8_t parent = usual_parent(v, kind);

	if (v->of[kind] > 0 || v->asked[kind] || parent == NO_PARENT)
		return v->of[kind] > 0 ? v->of[kind] : (v->of[kind] = 1);
	v->asked[kind] = true; /* words may stand in each other in turn: none is above itself */
	return v->of[kind] = (uint8_t)(learn_level(v, parent) + 1);
}

/*
 * One level per kind in the whole document: one below the kind it stands under most.  That an
 * annex begins with "A." does not count where "A." stands under "I." elsewhere.
 */
static void
learn_levels(struct levels *v, const struct work *w)
{
	size_t i;
	uint8_t s;

	for (i = 0; i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		uint8_t kind = kind_of(&b->label);
		if (b->reading == READ_ANNEX || b->reading == READ_FRONT)
			v->nchain = 0;
		if (b->reading != READ_HEAD)
			continue;
		v->text[kind] = names_paper(w, &b->label);
		v->under[kind][parent_of(v, kind, b->label.value)]++;
		v->seen[kind] = true;
		v->chain[v->nchain++] = kind;
	}
	for (s = 0; s < KINDS; s++)
		learn_level(v, s);
}

/* No heading of the document is numbered "I." or "A.". */
static bool
low_styles_only(const struct levels *v)
{
	uint8_t s;

	for (s = 0; s < KINDS; s++)
		if (v->of[s] == 1 && v->seen[s] && rank_of(s) < 3)
			return false;
	return true;
}

static void
set_level(struct levels *v, struct block *b)
{
	uint8_t kind;

	switch (b->reading) {
	case READ_ANNEX: case READ_FRONT:
		v->open = NO_PARENT;
		v->plain = v->below_plain = false;
		break;
	case READ_HEAD:
		/* "1." at the top of a document stands under an unnumbered heading, if there is one over its like */
		if (v->across > 0)
			v->plain = false;
		kind = kind_of(&b->label);
		if (v->of[kind] == 1)
			v->below_plain = v->plain;
		b->level = (uint8_t)(v->of[kind] + v->below_plain);
		v->open = kind;
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
	for (i = 0; i < w->nblock; i++)
		set_level(&levels, &w->block[i]);
	plain_levels(w);
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		const struct fix *fix = fix_of(w, flow_line(w, b->flow));
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
