/* SPDX-License-Identifier: MIT */
/* captions.c - the lines that name a table or a picture. */
#include "recognise/work.h"

#define CAPTION_LINES 5
#define CAPTION_BYTES 400 /* of the caption of a picture */

bool
caption_begins(const struct work *w, const struct rline *l)
{
	return !l->lower && (words_start(w->words, WORD_TABLE, line_folded(w, l)) ||
	                     words_start(w->words, WORD_FIGURE, line_folded(w, l)));
}

static bool
by_form(const struct rline *l)
{
	return l->reading == READ_OPEN && l->src->kind == LINE_CAPTION;
}

/* The line goes on with the one above: one paragraph of the form, or its first word did not fit there. */
static bool
goes_on(const struct work *w, const struct rline *above, const struct rline *l)
{
	if (l->src->para || above->src->para)
		return l->src->para == above->src->para;
	if (w->tags.blocks && l->src->element > 0 && above->src->element > 0)
		return same_element(above, l);
	return w->wrapped && l->gap == 0 && above->end == END_OPEN && reach_with_next(w, above, l) > 1;
}

/* Page text shows a caption to go on right below where its words do, with "(in tons)", or where it had no more room. */
static bool
goes_on_below(const struct work *w, const struct rline *above, const struct rline *l)
{
	if (!has_page_text(w) || l->gap > 0 || l->seam || l->nlabel > 0 || l->bullet ||
	    (above->end != END_OPEN && above->end != END_COMMA) || caption_begins(w, l))
		return false;
	return l->lower || rline_in(w, l, '(', ')') ||
	       (reach_with_next(w, above, l) > 1 && l->cols <= above->cols);
}

/* The same, where the form says so. */
static bool
is_one_paragraph(const struct work *w, const struct rline *above, const struct rline *l)
{
	return (l->src->para > 0 && l->src->para == above->src->para) || (w->tags.blocks && same_element(above, l));
}

/* The sign of a caption under a table in the Markdown of converters: ": " or "Table: "; its bytes or 0. */
static size_t
caption_sign(struct span t)
{
	size_t n = span_starts(t, ": ") ? 2 : span_starts(t, "Table: ") ? 7 : 0;

	while (n > 0 && n < t.n && t.s[n] == ' ')
		n++;
	return n < t.n ? n : 0;
}

/* The paragraph at line f, right under a table of the form, is its caption by its sign. */
static void
take_below(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	size_t sign = l->reading == READ_OPEN && l->src->kind == LINE_TEXT ? caption_sign(rline_text(w, l)) : 0;

	if (sign == 0)
		return;
	line_fix(l, READ_CAPTION, "table.caption-below", 1);
	l->kind = "below";
	l->mark_n = (uint16_t)sign;
	while (++f < w->nflow && flow_line(w, f)->reading == READ_OPEN && goes_on(w, flow_line(w, f - 1), flow_line(w, f)))
		line_fix(flow_line(w, f), READ_CONT, "table.caption-below", 1);
}

/* Lines [from, to) name what stands beside them. */
static void
take(struct work *w, size_t from, size_t to, const char *kind, const char *rule)
{
	size_t k;

	for (k = from; k < to; k++) {
		struct rline *l = flow_line(w, k);
		const struct rline *over = k > from ? flow_line(w, k - 1) : NULL;
		bool more = over != NULL && (goes_on(w, over, l) || (kind != NULL && goes_on_below(w, over, l)));
		line_fix(l, more ? READ_CONT : READ_CAPTION, rule, by_form(l) ? 1 : 0.85f);
		l->kind = kind;
	}
}

static bool
is_form_row(const struct rline *l)
{
	return l->reading == READ_ROW && (l->src->kind == LINE_ROW || l->src->kind == LINE_ROW_HEAD);
}

/*
 * A whole paragraph without a stop between text that is finished and a table that the form shows, line f.
 * What stands over a masthead set as a table is a title, with nothing finished over it.
 */
static bool
names_table(const struct work *w, size_t f)
{
	const struct rline *l = flow_before(w, f), *before = f > 1 ? flow_line(w, f - 2) : NULL;

	if (!before || !is_form_row(flow_line(w, f)) || l->reading != READ_OPEN || l->src->kind != LINE_TEXT ||
	    l->src->lists > 0 || l->src->para == before->src->para || l->end != END_OPEN || l->lower || l->nlabel ||
	    l->bullet || l->n > CAPTION_BYTES)
		return false;
	return before->reading == READ_ROW ||
	       (before->reading == READ_OPEN && (before->end == END_STOP || before->end == END_COLON));
}

/* "Table 3", its title and its unit, over line f: the first line of them, or f. */
static size_t
above(const struct work *w, size_t f, bool figure)
{
	size_t k = f;

	while (k > 0 && by_form(flow_line(w, k - 1)))
		k--;
	if (k < f)
		return k;
	if (!figure && names_table(w, f))
		return f - 1;
	for (; k > 0 && f - k < CAPTION_LINES; k--) {
		const struct rline *l = flow_line(w, k - 1);
		if (l->reading != READ_OPEN || l->end == END_STOP || l->end == END_SEMI || correction_given(w, l))
			break;
		if (!l->lower && l->cols < w->width && (words_start(w->words, WORD_FIGURE, line_folded(w, l)) ||
		                                         (!figure && words_start(w->words, WORD_TABLE, line_folded(w, l)))))
			return k - 1;
	}
	return f;
}

/*
 * "Figure I", "Figure 2. Bells of the coast": a number, and behind it nothing, a sign or a title.  Without a picture
 * beside it a line of a sentence may begin so: there it is nothing or a sign.
 */
static bool
names_picture(const struct work *w, const struct rline *l, bool beside, bool *alone)
{
	struct span t = line_folded(w, l);
	size_t n = words_start(w->words, WORD_FIGURE, t), i;

	*alone = false;
	if (l->reading != READ_OPEN || l->lower || l->n > CAPTION_BYTES || n == 0)
		return false;
	while (n < t.n && t.s[n] == ' ')
		n++;
	i = n;
	while (i < t.n && t.s[i] != ' ' && t.s[i] != ':' && !(t.s[i] == '.' && (i + 1 == t.n || t.s[i + 1] == ' ')))
		utf8_next(t.s, t.n, &i); /* of "10.II" too */
	*alone = i == t.n || (i + 1 == t.n && t.s[i] != ' ');
	if (*alone)
		return true;
	/* a sentence about a picture has a word behind the number and a stop at its end */
	return t.s[i] != ' ' || (beside && l->end != END_STOP);
}

/* Behind the lines from f on that are one paragraph, a few at the most. */
static size_t
paragraph_end(const struct work *w, size_t f)
{
	const struct rline *above = flow_line(w, f), *l;
	size_t most = f + CAPTION_LINES;

	for (f++; (l = flow_at(w, f)) != NULL && l->reading == READ_OPEN &&
	          (is_one_paragraph(w, above, l) || (f < most && goes_on_below(w, above, l))); f++)
		above = l;
	return f;
}

/* The end of the title at line k, under the number of a picture that stands alone there; or k: text has a stop. */
static size_t
title_end(const struct work *w, size_t k)
{
	const struct rline *l = flow_at(w, k);

	if (l == NULL || l->reading != READ_OPEN || l->end == END_STOP || l->lower || l->nlabel > 0 ||
	    l->src->kind != flow_line(w, k - 1)->src->kind ||
	    (l->cols >= w->width && !w->tags.blocks && !has_page_text(w) && l->src->para == 0 &&
	     l->src->kind != LINE_HEADING))
		return k;
	size_t end = paragraph_end(w, k);
	return flow_line(w, end - 1)->end == END_OPEN ? end : k;
}

/* The end of the lines from k on that name a picture, which is beside them or not in the draft; or k. */
static size_t
names_end(const struct work *w, size_t k, bool beside)
{
	bool alone;

	if (k == w->nflow || !names_picture(w, flow_line(w, k), beside, &alone))
		return k;
	k = paragraph_end(w, k);
	return alone ? title_end(w, k) : k;
}

/* The end of the lines under picture f that name it, or f + 1. */
static size_t
below(const struct work *w, size_t f)
{
	size_t k = f + 1;

	while (k < w->nflow && by_form(flow_line(w, k)))
		k++;
	return k > f + 1 ? k : names_end(w, k, true);
}

/*
 * Pages: the line names a picture that is not taken from there, and nothing is open before it.  Word: a heading does,
 * such as that of a chart.  Markdown and HTML: a paragraph does, as converters leave charts out.
 */
static bool
names_absent(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f), *a = flow_before(w, f);

	if (w->draft->form == SOURCE_DOCX)
		return l->reading == READ_OPEN && l->src->kind == LINE_HEADING;
	if (l->src->para > 0)
		return l->reading == READ_OPEN && (a == NULL || a->src->para != l->src->para);
	return has_pages(w) && l->reading == READ_OPEN && !tags_go_on(w, l) &&
	       (a == NULL || a->reading != READ_OPEN || a->end != END_OPEN || a->bold || a->large ||
	        ((l->gap > 0 || l->seam) && !a->dangling));
}

void
captions_find(struct work *w)
{
	size_t f, from, end;

	for (f = 0; f < w->nflow; f++) {
		const struct rline *l = flow_line(w, f);
		if (f + 1 < w->nflow && is_form_row(l))
			take_below(w, f + 1);
		bool figure = l->reading == READ_FIGURE;
		end = names_absent(w, f) ? names_end(w, f, false) : f;
		if (end == w->nflow || flow_line(w, end)->reading != READ_FIGURE)
			take(w, f, end, "over", "figure.caption");
		if ((!figure && l->reading != READ_ROW) || (f > 0 && flow_line(w, f - 1)->reading == l->reading && !figure))
			continue;
		from = above(w, f, figure);
		if (from < f)
			take(w, from, f, figure ? "over" : NULL, figure ? "figure.caption" : "table.caption");
		else if (figure)
			take(w, f + 1, below(w, f), "under", "figure.caption");
	}
}
