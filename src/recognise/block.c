/* SPDX-License-Identifier: MIT */
/*
 * block.c - decided lines grouped into blocks; the dump.
 */
#include "recognise/numbering.h"
#include "recognise/fixes.h"
#include "recognise/work.h"

static bool
is_start(enum reading r)
{
	return r != READ_CONT;
}

#define COUNTS (LABEL_STYLES + 1) /* of headings: by style, and of texts for adoption */

bool
counts_texts(const struct work *w, const struct label *label)
{
	if (label->style != LABEL_CHAPTER)
		return false;
	struct span word = w->words->label.chapter[label->major - 1];
	word = span_trim(span_sub(word, 0, span_find(word, SPAN_LIT("*"))));
	return words_is(w->words, WORD_KIND, words_fold(w->arena, word)) > 0;
}

static int
count_of(const struct work *w, const struct label *label)
{
	return counts_texts(w, label) ? LABEL_STYLES : (int)label->style;
}

/*
 * The last number of each count in its part, behind the block.  A heading ends those of lower ranks, but for one of a
 * text for adoption, which a section holds.
 */
static void
count_heading(const struct work *w, uint32_t last[COUNTS], const struct block *b)
{
	bool head = b->reading == READ_HEAD;
	int count = head ? count_of(w, &b->label) : 0, s;

	for (s = 0; s < COUNTS; s++)
		if (b->reading == READ_FRONT ||
		    (head && count < LABEL_STYLES && s < LABEL_STYLES &&
		     numbering_rank((enum label_style)s) > numbering_rank(b->label.style)))
			last[s] = 0;
	if (head)
		last[count] = b->label.value;
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
	uint32_t last[COUNTS] = {0};
	size_t i, next = 0;

	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		struct rline *l = flow_line(w, b->flow);
		count_heading(w, last, b);
		if (b->reading != READ_ANNEX || fix_of(w, l) != NULL)
			continue;
		for (next = next > i ? next : i + 1; next < w->nblock; next++)
			if (w->block[next].reading == READ_FRONT || is_high_heading(&w->block[next]))
				break;
		if (next == w->nblock || w->block[next].reading == READ_FRONT || w->block[next].label.value <= 1 ||
		    last[count_of(w, &w->block[next].label)] + 1 != w->block[next].label.value)
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

/* The number behind a word of the terms that an unnumbered heading begins with counts as that of a numbered one. */
static void
label_plain(const struct work *w, struct block *b)
{
	const struct rline *l = flow_line(w, b->flow);
	uint8_t k;

	for (k = 0; b->reading == READ_PLAIN && k < l->nlabel; k++)
		if (l->label[k].style == LABEL_CHAPTER)
			b->label = l->label[k];
}

void
blocks_make(struct work *w)
{
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
	for (i = 0; i < w->nblock; i++)
		label_plain(w, &w->block[i]);
	if (!form_levels(w)) {
		levels_set(w);
		plain_levels(w);
		if (!has_page_text(w))
			type_levels(w);
	}
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		const struct fix *fix = fix_of(w, flow_line(w, b->flow));
		if (fix != NULL && fix->kind == FIX_HEADING) {
			b->level = (uint8_t)fix->level;
			b->other_level = 0;
		}
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
