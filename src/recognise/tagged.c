/* SPDX-License-Identifier: MIT */
/*
 * tagged.c - what the tags of a PDF say, as evidence, and how far they are to be trusted.
 *
 * Producers tag by their styles: captions and lines of tables come as headings, headings as paragraphs. So
 * tags of headings count by how well they agree in this paper with type, numbers and list of contents; and
 * paragraphs by how well they agree with lines that go on in mid-sentence.
 */
#include "recognise/score.h"

#include "recognise/notes.h"
#include "recognise/numbering.h"

#define TAGGED_OF 3         /* of three lines two have tags, or they are not looked at */
#define BLOCKS_OF 10        /* of ten lines that go on in mid-sentence nine are of the element before */
#define SAME_BLOCK 3.5f     /* what a line gains as a continuation within an element, */
#define SAME_BROKEN 1.5f    /* where a line was broken by hand, */
#define SAME_OVER_PAGE 4.0f /* and over a page end, where producers part paragraphs rather than join them */
#define OTHER_BLOCK 4.0f    /* what it loses as the first of an element */
#define HEADING_MOST 3.0f   /* what a heading gains by tags that always agree with type and numbers, */
#define TEXT_MOST 2.5f      /* and loses when it is tagged as text where all other headings are not */

/* The text goes on from a to b, whatever the tags say. */
static bool
surely_goes_on(const struct work *w, const struct rline *a, const struct rline *b)
{
	return b->lower && b->nlabel == 0 && b->bullet_n == 0 && a->page == b->page &&
	       (a->end == END_OPEN || a->end == END_COMMA) &&
	       a->cols * 10 > w->width * 8;
}

void
tags_find(struct work *w)
{
	size_t tagged = 0, sure = 0, same = 0, i;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		tagged += l->src->tag != LINE_UNTAGGED;
		w->tags.notes = w->tags.notes || l->src->tag == LINE_TAGGED_NOTE;
		if (i == 0 || !surely_goes_on(w, l - 1, l) || l->src->element == 0)
			continue;
		sure++;
		same += same_element(l - 1, l);
	}
	w->tags.used = tagged > 0 && tagged * TAGGED_OF >= w->nline * (TAGGED_OF - 1);
	w->tags.blocks = w->tags.used && sure > 0 && same * BLOCKS_OF >= sure * (BLOCKS_OF - 1);
	w->tags.notes = w->tags.notes && w->tags.used;
}

bool
tags_say_text(const struct work *w, const struct rline *l)
{
	return w->tags.used && (l->src->tag == LINE_TAGGED_TEXT || l->src->tag == LINE_TAGGED_HEADING ||
	                        l->src->tag == LINE_TAGGED_ITEM);
}

bool
tags_go_on(const struct work *w, const struct rline *l)
{
	return w->tags.blocks && l > w->line && same_element(l - 1, l);
}

/* ---- what stands at the edges of pages ---- */

static bool
is_artifact(const struct rline *l)
{
	return l->src->tag == LINE_ARTIFACT && l->src->kind == LINE_TEXT;
}

/* Artifacts at an edge of a page, from line i in steps of d up to line to. */
static void
drop_edge(struct work *w, size_t i, size_t to, int d)
{
	for (; i != to; i += (size_t)d) {
		struct rline *l = &w->line[i];
		if (l->reading == READ_OPEN && is_artifact(l))
			line_drop(w, l, DROP_ARTIFACT);
		else if (l->reading != READ_DROP)
			return;
	}
}

void
tags_furniture(struct work *w)
{
	size_t i, end;

	for (i = 0; w->tags.used && i < w->nline; i = end) {
		for (end = i + 1; end < w->nline && w->line[end].page == w->line[i].page; end++)
			;
		/* those of the first page are its masthead */
		if (i == 0)
			continue;
		drop_edge(w, i, end, 1);
		drop_edge(w, end - 1, i - 1, -1);
	}
}

/* ---- notes ---- */

/* One element may hold several notes, and one note several paragraphs, some of them over a page end. */
void
tags_notes(struct work *w)
{
	uint32_t id = 0, paragraph = 0;
	size_t i;

	for (i = 0; w->tags.notes && i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span mark;
		uint32_t value = 0;
		size_t used = 0;
		if (l->src->tag != LINE_TAGGED_NOTE || l->reading != READ_OPEN || l->src->kind != LINE_TEXT)
			continue;
		if (l->src->element != paragraph)
			used = note_mark(rline_text(w, l), &mark, &value);
		if (value > 0 && w->raised && !l->raised)
			used = 0;
		if (used > 0)
			id = note_new(w, mark, (uint32_t)i);
		if (id > 0)
			note_take(l, used > 0 ? READ_NOTE : READ_NOTE_MORE, id, used, "note.tag", 0.95f);
		paragraph = l->src->element;
	}
}

/* ---- pictures ---- */

void
tags_pictures(struct work *w)
{
	size_t f;

	for (f = 0; w->tags.used && f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		bool words = is_artifact(l) || (l->src->tag == LINE_TAGGED_FIGURE && l->src->kind == LINE_TEXT);
		if (!words || l->reading != READ_OPEN || l->page == w->line[0].page)
			continue;
		line_fix(l, READ_CAPTION, "figure.words", 0.9f);
		l->kind = "over";
	}
}

/* ---- the choice ---- */

float
tags_for_cont(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;

	if (!p->w->tags.blocks || a->src->element == 0 || b->src->element == 0)
		return 0;
	if (!same_element(a, b))
		return b->seam ? 0 : -OTHER_BLOCK;
	if (b->seam)
		return SAME_OVER_PAGE;
	if (break_is_wanted(p))
		return b->nlabel > 0 || b->bullet_n > 0 ? 0 : SAME_BROKEN;
	return SAME_BLOCK;
}

/* Is the line tagged as the one before on its page, a heading of that level?  It may go on with it. */
static bool
may_be_more(const struct rline *a, const struct rline *b)
{
	return a && !b->seam && a->src->tag == b->src->tag && a->src->tag_level == b->src->tag_level && b->nlabel == 0;
}

float
tags_for_heading(const struct place_in_flow *p)
{
	const struct rline *b = p->at;

	if (b->src->tag == LINE_TAGGED_HEADING)
		return may_be_more(p->before, b) || caption_begins(p->w, b) ? 0 : p->w->tags.heading;
	return tags_say_text(p->w, b) ? -p->w->tags.text : 0;
}

float
tags_for_head_cont(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;

	/* its number may be an element of its own */
	return p->w->tags.blocks && same_element(a, b) ? SAME_BLOCK : 0;
}

/* A heading by its type, or by the list of contents, and by a number that paragraphs and items do not have. */
static bool
is_evident(const struct rline *l)
{
	return l->listed == LISTED || ((l->bold || l->large) && l->end == END_OPEN && l->nlabel > 0 &&
	                                numbering_rank(l->label[0].style) < NUMBERING_RANKS);
}

/* What so many of n are worth when half of them are worth nothing; few say little. */
static float
worth(size_t agree, size_t n, float most)
{
	float share = ((float)agree + 1) / ((float)n + 2);

	return share > 0.5f ? (share - 0.5f) * 2 * most : 0;
}

void
tags_weigh(struct work *w)
{
	size_t evident = 0, found = 0, tagged = 0, typed = 0, f;

	for (f = 0; w->tags.used && f < w->nflow; f++) {
		const struct rline *l = flow_line(w, f), *a = flow_before(w, f);
		bool heading = l->src->tag == LINE_TAGGED_HEADING;
		if (l->reading != READ_OPEN || (a && same_element(a, l)))
			continue;
		evident += is_evident(l);
		found += is_evident(l) && heading;
		tagged += heading;
		typed += heading && (l->bold || l->large || l->src->italic || l->listed);
	}
	w->tags.heading = worth(typed, tagged, HEADING_MOST);
	w->tags.text = worth(found, evident, TEXT_MOST);
}
