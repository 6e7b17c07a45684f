/* SPDX-License-Identifier: MIT */
/*
 * score.h - what the lines themselves say for and against a reading, as log-likelihood ratios.
 * Needs: work.h.  Owns: nothing.
 */
#ifndef RECOGNISE_SCORE_H
#define RECOGNISE_SCORE_H

#include "recognise/numbering.h"
#include "recognise/work.h"

/* A line of the flow and its neighbours there; before and after may be NULL. */
struct place_in_flow {
	const struct work *w;
	const struct rline *before, *at, *after, *after2;
	size_t index;         /* of at in the flow */
	/* of the lines alone, worked out once for all states of the numbering: */
	float cont;           /* score_cont() */
	float head_cont, after_heading; /* where one has a heading open: score_head_cont(), what a new start gains */
	float clause;         /* where one has a preamble open, after a comma: clause_fit() */
	uint32_t over;        /* stands_over() */
};

/* For "goes on with the text before" (and, negated, for a new start). */
float score_cont(const struct place_in_flow *);
/* For "goes on with the heading before". */
float score_head_cont(const struct place_in_flow *);
/* tagged.c: what the tags say for the same, and for a heading that begins. */
float tags_for_cont(const struct place_in_flow *);
float tags_for_head_cont(const struct place_in_flow *);
float tags_for_heading(const struct place_in_flow *);
/* For an unnumbered paragraph; a label that is no label needs an explanation. */
float score_p(const struct place_in_flow *);
/* score_labels.c: lines that begin with a number, letter or sign, as a heading, a paragraph or an item. */
float score_head(const struct place_in_flow *, const struct label *);
/* A label alone on its line whose text the draft has lost: the line after it is none. */
bool label_lost_text(const struct place_in_flow *, const struct label *, enum reading);
float score_para(const struct place_in_flow *, const struct label *);
float score_item(const struct place_in_flow *, const struct label *);
float score_bullet(const struct place_in_flow *);
/* The bullet is a sign that sentences have too. */
bool is_dash(const struct place_in_flow *);
/* For an unnumbered heading. */
float score_plain(const struct place_in_flow *);
/* Against a heading: how little text stands around the line. */
float want_of_text(const struct place_in_flow *);
/* Where lines are paragraphs: one without number and stop, of which the form does not say what it is. */
bool may_be_subtitle(const struct place_in_flow *);
/* A heading before ends without a stop: corrects the start score of a labelled reading. */
float score_after_heading(const struct place_in_flow *);
/* Would the first word of the line have fitted on the line before? */
bool break_is_wanted(const struct place_in_flow *);
/* starts.c: does the form show the line set in, as first lines are, or level with the one before? */
bool is_indented(const struct place_in_flow *);
bool is_flush(const struct place_in_flow *);
/* What that, or the room of an indent that the extraction lost, says for the first line of a paragraph. */
float start_hint(const struct place_in_flow *);
/* ends.c: the lines from here on end above a blank line, as those of unnumbered headings do. */
bool ends_well(const struct place_in_flow *);
/* The text from here to where other text begins, two to four lines, ends in mid-sentence. */
bool ends_in_sentence(const struct place_in_flow *);
/* Full lines follow that end in a stop, two at the least, or one that goes on with the sentence: text, no title. */
bool sentence_below(const struct place_in_flow *);
/* The line begins a paragraph of several lines in one weight that ends as sentences do, by the form no heading. */
bool is_sentence_by_form(const struct place_in_flow *);
/*
 * What follows the lines from here on, four at the most, whose last one ends in mid-sentence: the number of a
 * paragraph, OVER_BODY for the name of the organ that decides, OVER_FRONT for the label of a summary; or 0.
 */
uint32_t stands_over(const struct place_in_flow *);
#define OVER_BODY UINT32_MAX
#define OVER_FRONT (UINT32_MAX - 1)
/* The number that the line before begins with, or that stands alone over it; or NULL. */
const struct label *number_before(const struct place_in_flow *);
/* The line before opens a quotation or a bracket that this one closes. */
bool is_enclosed(const struct place_in_flow *);
/* Of a full line of text: a heading may end its line there. */
#define HEADING_FULL 0.66f
/* A title may go on below: the next word had no room. */
bool fills_line(const struct place_in_flow *);
/* clause.c: a line of a resolution after a comma, where a clause may begin; for that it does. */
bool clause_may_open(const struct place_in_flow *);
float clause_fit(const struct place_in_flow *);

/* ---- what several of the scores ask ---- */

static inline float
clamp(float v, float low, float high)
{
	return v < low ? low : v > high ? high : v;
}

static inline bool
has_form_kinds(const struct work *w)
{
	return w->draft->form == SOURCE_MARKDOWN || w->draft->form == SOURCE_HTML ||
	       w->draft->form == SOURCE_DOCX;
}

/* The form gives the line a number of its own: it begins something. */
static inline bool
is_numbered_by_form(const struct rline *l)
{
	return l->src->label && l->src->kind != LINE_NOTE;
}

static inline bool
is_form_heading(const struct rline *l)
{
	return l->src->kind == LINE_HEADING;
}

#define TYPE_OF_TEXT 2.5f /* against a heading that is set like the text where others are not */
#define TYPE_OF_CELLS 8   /* against one in type smaller than the text: more than its being bold is worth */

/* The line is set like the text, or like tables and notes, and headings are not. */
static inline float
type_of_text(const struct place_in_flow *p)
{
	const struct rline *l = p->at;

	if (!p->w->typed || is_form_heading(l))
		return 0;
	return l->small ? TYPE_OF_CELLS : !l->bold && !l->large && !l->src->italic ? TYPE_OF_TEXT : 0;
}

/* "F. Bells" over "a) rung at noon": items begin with small letters in most languages, also right under a heading. */
static inline bool
heads_list(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;

	return a && a->end == END_OPEN && a->nlabel > 0 && numbering_rank(a->label[0].style) < NUMBERING_RANKS &&
	       b->nlabel > 0 && b->label[0].paren && b->label[0].value == 1;
}

/* The line before is a label alone, whose text this is. */
static inline bool
is_text_of_label(const struct place_in_flow *p)
{
	return p->before && rline_label_alone(p->before) && !rline_opens_chapter(p->at);
}

#endif
