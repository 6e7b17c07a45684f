/* SPDX-License-Identifier: MIT */
/* numbering.c - the model of the numbering. */
#include "recognise/numbering.h"

#include <string.h>

#include "recognise/work.h"

/*
 * What a further number gains where paragraphs began anew in the middle of others: much less than as
 * an item of a list, which is what such numbers are as a rule.
 */
#define WITHIN 0.5f
#define UNDER_CLAUSES 5.0f /* the first number under a preamble, whatever was counted before it */
#define CHAPTER (-1) /* the word or code before its number says what it is: "Part II", "2098/QT.2/24" */
#define OF_PARAGRAPHS 0.25f /* against a heading: the count of the paragraphs would go on with its number */
#define AGAIN (-1.5f) /* a number printed twice: authors do that now and then */

int
numbering_rank(enum label_style style)
{
	switch (style) {
	case LABEL_CHAPTER: case LABEL_CODE:
		return 0;
	case LABEL_ROMAN: case LABEL_CHINESE: case LABEL_AR_ORDINAL:
		return 1;
	case LABEL_LETTER: case LABEL_CHINESE_PAREN: case LABEL_AR_LETTER:
		return 2;
	case LABEL_ARABIC:
		return 3;
	case LABEL_DOTTED: case LABEL_ALPHA: case LABEL_ARABIC_PAREN:
		return 4;
	default:
		return 5;
	}
}

/* Keep the numbers of high headings from a rank on, to go on from behind what may stand inside the text. */
static void
keep_before(struct numbering *n, int rank)
{
	int s;

	for (s = 0; s < LABEL_STYLES; s++)
		if (numbering_rank((enum label_style)s) >= rank && numbering_rank((enum label_style)s) < NUMBERING_RANKS &&
		    n->head[s] > 0)
			n->before[numbering_rank((enum label_style)s)] = n->head[s];
}

void
numbering_reset(struct numbering *n, bool annex)
{
	uint16_t before[NUMBERING_RANKS];

	keep_before(n, 0);
	memcpy(before, n->before, sizeof before);
	memset(n, 0, sizeof *n);
	if (annex)
		memcpy(n->before, before, sizeof before);
}

void
numbering_body(struct numbering *n)
{
	if (n->outer == 0)
		n->outer = n->para;
	n->clauses = 1;
	n->para = n->within = n->inner = 0;
	n->nitem = 0;
}

/* The heading goes on from the text before the annex: its rank is open again. */
static bool
goes_on_behind(struct numbering *n, const struct label *l, int rank)
{
	if (rank >= NUMBERING_RANKS || n->head[l->style] > 0 || n->before[rank] == 0 ||
	    l->value != n->before[rank] + 1u)
		return false;
	for (; rank < NUMBERING_RANKS; rank++)
		n->before[rank] = 0;
	return true;
}

bool
numbering_head_is_next(const struct numbering *n, const struct label *l)
{
	return n->head[l->style] > 0 && l->value == n->head[l->style] + 1u;
}

float
numbering_head(struct numbering *n, const struct label *l)
{
	uint16_t last = n->head[l->style];
	float fit;
	int rank = numbering_rank(l->style), s;

	if (l->value == (uint32_t)last + 1)
		fit = last ? 4 : 2.5f;
	else if (goes_on_behind(n, l, rank))
		fit = 2.5f;
	else if (l->value == 1)
		fit = -1;
	else if (last && l->value > last && l->value <= last + 3u)
		fit = -1;
	else
		fit = last ? -6 : -2.5f; /* a part of a longer document may begin anywhere */
	if (rank == 0 && fit < CHAPTER)
		fit = CHAPTER;
	if (l->style == LABEL_ARABIC && n->para > 0 && l->value == n->para + 1u)
		fit -= OF_PARAGRAPHS;
	if (l->style == LABEL_CHAPTER)
		keep_before(n, rank + 1); /* a draft within a section does not end it */
	for (s = 0; s < LABEL_STYLES; s++)
		if (s != (int)l->style && numbering_rank((enum label_style)s) > rank)
			n->head[s] = 0;
	n->head[l->style] = (uint16_t)l->value;
	n->inner = 0;
	if (n->outer) {
		n->inner = n->para;
		n->para = n->outer;
		n->outer = 0;
	}
	n->within = 0;
	n->nitem = 0;
	n->open = READ_HEAD;
	n->started = 1;
	n->clauses = 0;
	return fit;
}

/* The last number of an open list that is counted as paragraphs are; or 0. */
static uint16_t
counted_item(const struct numbering *n)
{
	int d = n->nitem;

	while (d > 0 && n->item_style[d - 1] != LABEL_ARABIC)
		d--;
	return d > 0 ? n->item[d - 1] : 0;
}

float
numbering_plain(struct numbering *n)
{
	uint16_t last = counted_item(n);

	if (last > 0)
		n->inner = last;
	n->within = last;
	n->nitem = 0;
	n->open = READ_PLAIN;
	n->clauses = 0;
	return 0;
}

bool
numbering_is_stopped(const struct label *l)
{
	return !l->paren && (l->style == LABEL_ALPHA || l->style == LABEL_LOWER_ROMAN);
}

static uint8_t
item_style(const struct label *l)
{
	return (uint8_t)(numbering_is_stopped(l) ? STYLE_STOPPED + l->style : l->style);
}

/* An open list has the number before. */
static bool
follows_item(const struct numbering *n, const struct label *l)
{
	int d = n->nitem;

	while (d > 0 && n->item_style[d - 1] != item_style(l))
		d--;
	return d > 0 && l->value == n->item[d - 1] + 1u;
}

float
numbering_para(struct numbering *n, const struct label *l, bool announced)
{
	bool fresh = !announced && (n->open == READ_PLAIN || n->open == READ_HEAD || n->clauses);
	float fit;

	if (l->style == LABEL_DOTTED) {
		bool same = n->major == l->major, under = n->major == 0 && n->para > 0 && l->major == n->para;
		fit = same && l->value == n->para + 1u ? 5 : !same && l->value == 1 ? (under ? 4 : 2) : same ? -3 : -6;
		n->para = (uint16_t)l->value;
	} else if (n->major > 0 && l->value == n->major + 1u) {
		fit = 4; /* "15." behind "14.3" */
		n->para = (uint16_t)l->value;
	} else if (n->inner && l->value == n->inner + 1u) {
		/* the heading stood within what counts, or within a list */
		fit = n->within ? WITHIN : l->value == n->para + 1u ? 4 : 2;
		n->outer = n->para;
		n->para = (uint16_t)l->value;
	} else if (l->value == n->para + 1u) {
		if (n->inner || follows_item(n, l))
			n->within = n->inner ? 0 : n->para; /* the list rather */
		fit = n->within ? WITHIN : n->para ? 4 : n->clauses && !announced ? UNDER_CLAUSES : 3;
		n->para = (uint16_t)l->value;
	} else if (n->outer && l->value == n->outer + 1u) {
		fit = 2;
		n->para = (uint16_t)l->value;
		n->outer = 0;
	} else if (l->value == 1) {
		fit = !fresh ? -5 : n->open == READ_PLAIN ? 2 : n->clauses && n->open == READ_P ? UNDER_CLAUSES : 0;
		if (!n->outer && (n->open == READ_PLAIN || n->open == READ_HEAD))
			n->outer = n->para;
		n->within = fresh ? 0 : n->para;
		n->para = 1;
	} else if (l->value == n->para) {
		fit = follows_item(n, l) ? -8 : AGAIN;
	} else if (l->value > n->para && l->value <= n->para + 6u) {
		fit = n->para ? -0.5f - 0.3f * (float)(l->value - n->para) : -2;
		n->para = (uint16_t)l->value;
	} else {
		fit = -8;
		n->within = follows_item(n, l) ? n->para : 0;
		n->para = (uint16_t)l->value;
	}
	n->major = l->style == LABEL_DOTTED ? (uint16_t)l->major : 0;
	n->inner = 0;
	n->nitem = 0;
	n->open = READ_PARA;
	n->started = 1;
	n->clauses = 0;
	return fit;
}

static void
push(struct numbering *n, uint8_t style, uint16_t value)
{
	if (n->nitem == NUMBERING_ITEMS)
		n->nitem--;
	n->item_style[n->nitem] = style;
	n->item[n->nitem++] = value;
}

/* Forget what lies above the new top, so that equal states compare equal. */
static void
trim(struct numbering *n)
{
	int k;

	for (k = n->nitem; k < NUMBERING_ITEMS; k++) {
		n->item[k] = 0;
		n->item_style[k] = 0;
	}
}

float
numbering_item(struct numbering *n, const struct label *l, bool after_colon)
{
	float fit;
	int d;

	for (d = n->nitem - 1; d >= 0 && n->item_style[d] != item_style(l); d--)
		;
	if (d >= 0 && l->value == n->item[d] + 1u) {
		fit = 3.5f;
		n->nitem = (uint8_t)(d + 1);
		n->item[d] = (uint16_t)l->value;
	} else if (l->value == 1) {
		if (d >= 0) {
			fit = after_colon || n->open == READ_P ? 0.5f : -1.5f;
			n->nitem = (uint8_t)d;
		} else {
			fit = after_colon ? 2.5f : n->nitem >= NUMBERING_ITEMS ? -3 : 1;
		}
		push(n, item_style(l), 1);
	} else if (d >= 0 && l->value > n->item[d] && l->value <= n->item[d] + 3u) {
		fit = l->value == n->item[d] + 2u ? -1.2f : -1.5f;
		n->nitem = (uint8_t)(d + 1);
		n->item[d] = (uint16_t)l->value;
	} else {
		fit = -5;
		if (d >= 0)
			n->nitem = (uint8_t)d;
		push(n, item_style(l), (uint16_t)l->value);
	}
	trim(n);
	n->open = READ_ITEM;
	n->started = 1;
	return fit;
}

bool
numbering_hangs_signs(const struct numbering *n)
{
	uint8_t style = n->nitem > 0 ? n->item_style[n->nitem - 1] : 0;

	return style == STYLE_BULLET || style == STYLE_DASH;
}

bool
numbering_has_dashes(const struct numbering *n)
{
	int d = n->nitem;

	while (d > 0 && n->item_style[d - 1] != STYLE_DASH)
		d--;
	return d > 0;
}

float
numbering_bullet(struct numbering *n, bool dash, bool after_colon)
{
	uint8_t style = dash ? STYLE_DASH : STYLE_BULLET;
	int d;

	for (d = n->nitem - 1; d >= 0 && n->item_style[d] != style; d--)
		;
	n->open = READ_BULLET;
	n->started = 1;
	if (d >= 0) {
		n->nitem = (uint8_t)(d + 1);
		trim(n);
		return 1;
	}
	/* under an item only when that announces a list */
	while (!after_colon && n->nitem && !numbering_hangs_signs(n) && !dash)
		n->nitem--;
	push(n, style, 0);
	trim(n);
	return after_colon ? 1.5f : 0;
}
