/* SPDX-License-Identifier: MIT */
/*
 * score_labels.c - evidence of lines that begin with a number, letter or sign: as a heading, a paragraph or an item.
 */
#include "recognise/score.h"


#define ANNOUNCED 5.0f /* against a low heading, where a colon announces a list; half for "(a)", under "Themes:" */
#define TITLED 2.5f   /* against a chapter whose title no sign parts from its number: a sentence may begin so */

/* Columns, end and first letter of a label's text, which may stand on the next line. */
struct body_look {
	unsigned cols;
	enum end_kind end;
	char first;
	bool alone;
};

/* "19. [To be completed]": what will be a paragraph, under a number as paragraphs have. */
static bool
is_placeholder(const struct place_in_flow *p, const struct label *l)
{
	struct span t = span_sub(rline_text(p->w, p->at), l->body, p->at->n);

	if (t.n == 0 && p->after)
		t = rline_text(p->w, p->after);
	return numbering_rank(l->style) >= NUMBERING_RANKS && t.n > 0 && t.s[0] == '[' && t.s[t.n - 1] == ']';
}

/* The words of line a, which a label stands before or over, show that they go on in the line under it. */
static bool
goes_on_in(const struct rline *a, const struct rline *under)
{
	return a && under && under->gap == 0 && !under->seam && !under->nlabel && !under->bullet &&
	       (a->dangling || under->lower);
}

static struct body_look
look(const struct place_in_flow *p, const struct label *l)
{
	struct body_look b = {p->at->cols, p->at->end, (char)l->first, l->body >= p->at->n};
	const struct rline *under = b.alone ? p->after2 : p->after;

	if (b.alone && p->after) {
		b.cols = p->after->cols;
		b.end = p->after->end;
		b.first = p->after->lower ? 'l' : p->after->upper ? 'U' : 'o';
	} else if (b.alone) {
		b.cols = 0;
	}
	if (is_placeholder(p, l))
		b.end = END_STOP;
	else if (b.end == END_OPEN && goes_on_in(b.alone ? p->after : p->at, under))
		b.end = under->end;
	return b;
}

/* The label's text ends without a stop where the next word would have fitted: a line of its own. */
static bool
stands_alone(const struct place_in_flow *p, const struct body_look *b)
{
	const struct rline *next = b->alone ? p->after2 : p->after;

	return p->w->wrapped && b->end == END_OPEN && next && next->upper && !next->nlabel &&
	       (b->cols + 1 + next->first_cols) * 10 <= p->w->width * 9u;
}

/* "Draft article 3" with the article itself below it, and no title. */
static bool
is_untitled(const struct place_in_flow *p, const struct label *l)
{
	return l->style == LABEL_CHAPTER && l->body >= p->at->n && sentence_below(p);
}

bool
label_lost_text(const struct place_in_flow *p, const struct label *l, enum reading r)
{
	const struct rline *next = p->after;

	if (l->body < p->at->n || next == NULL || is_form_heading(p->at))
		return false;
	if (rline_opens_chapter(next) || is_untitled(p, l))
		return true;
	/* a sign over the number of a heading was read out of its place */
	if (p->w->wrapped)
		return rline_bracket_alone(p->at) && rline_label_alone(next) && next->label[0].style <= LABEL_ARABIC;
	/* lines that are whole paragraphs show what they are */
	return is_numbered_by_form(next) || rline_label_alone(next) ||
	       (r == READ_HEAD && (next->end == END_STOP || next->end == END_SEMI));
}

float
score_head(const struct place_in_flow *p, const struct label *l)
{
	static const float prior[LABEL_STYLES] = {
		[LABEL_ROMAN] = 1.5f, [LABEL_LETTER] = 1.5f, [LABEL_ARABIC] = -1.5f, [LABEL_DOTTED] = -1.5f,
		[LABEL_ALPHA] = -2, [LABEL_LOWER_ROMAN] = -2.5f, [LABEL_ARABIC_PAREN] = -1, [LABEL_CHINESE] = 1.5f,
		[LABEL_CHINESE_PAREN] = 0, [LABEL_AR_ORDINAL] = 2, [LABEL_AR_LETTER] = 2,
		[LABEL_CHAPTER] = 4, [LABEL_CODE] = 4,
	};
	struct body_look b = look(p, l);
	const struct rline *next = b.alone ? p->after2 : p->after;
	float s = -1 + prior[l->style] - 0.5f * clamp(p->cont, -3, 5) - (l->titled ? TITLED : 0);

	if (l->style == LABEL_CHAPTER && is_text_of_label(p))
		return -9;
	if (label_lost_text(p, l, READ_HEAD))
		return p->w->wrapped && !is_untitled(p, l) ? -9 : s + 1;
	if (b.cols == 0 || b.cols > 240)
		return -9;
	if (p->w->wrapped ? b.cols * 10 <= p->w->width * 9 : b.cols <= 110)
		s += 1;
	else if (!p->w->wrapped || b.cols * 10 > p->w->width * 12)
		s -= 4;
	s += b.first == 'l' ? -2.5f : b.first == 'd' ? -0.5f : 0.5f;
	switch (b.end) {
	case END_OPEN: s += 1.5f; break;
	case END_STOP: s -= 3; break;
	case END_COLON: s -= 1.5f; break;
	case END_HYPHEN: break;
	default: s -= b.alone || (b.end == END_COMMA && fills_line(p)) ? 1 : 2.5f; break;
	}
	if (stands_alone(p, &b))
		s += 1.5f;
	if (p->before && p->before->end == END_COLON && numbering_rank(l->style) >= NUMBERING_RANKS)
		s -= l->style == LABEL_ARABIC ? ANNOUNCED : ANNOUNCED / 2;
	if (p->at->listed == LISTED)
		s += 2;
	if (is_form_heading(p->at) || (p->at->bold && !p->at->small) || p->at->large)
		s += 4;
	else if (p->at->src->list > 0)
		s -= 6;
	else if (has_form_kinds(p->w))
		s -= 1.5f;
	s += tags_for_heading(p) - type_of_text(p);
	if (l->style != LABEL_CHAPTER && l->style != LABEL_CODE) /* those no cell begins with */
		s -= want_of_text(p);
	if (p->at->gap > 0 && p->w->gaps)
		s += 1;
	if (next && ((next->gap > 0 && p->w->gaps) || next->nlabel))
		s += 1;
	if (next && next->lower && next->gap == 0 && b.cols * 10 >= p->w->width * 8)
		s -= 1;
	if (p->before && p->before->end != END_STOP && p->before->cols * 10 >= p->w->width * 8)
		s -= 1.5f;
	return s;
}

/* Numbered paragraphs of one document start in the same column; others are items. */
static float
indent_fit(const struct place_in_flow *p, float same, float other)
{
	if (!p->w->hints || p->at->seam || p->w->para_indent == INDENT_MIXED)
		return 0;
	return (p->at->src->indent > 0) == (p->w->para_indent == INDENT_SOME) ? same : other;
}

float
score_para(const struct place_in_flow *p, const struct label *l)
{
	struct body_look b = look(p, l);
	float s = -clamp(p->cont, -3, 6);

	if (b.cols == 0 && !b.alone)
		return -9;
	if (b.alone && !p->after)
		return -9;
	if (stands_alone(p, &b))
		s -= 2;
	else if (b.cols * 10 >= p->w->width * 6)
		s += 1.5f;
	else if (b.end == END_OPEN || b.end == END_COMMA)
		s -= p->w->wrapped ? 1.5f : 0.7f;
	if (b.end == END_STOP)
		s += 0.7f;
	s += b.first == 'l' ? (p->w->resolution ? 0 : -1.5f) : 0.5f;
	if (is_form_heading(p->at) || p->at->src->lists > 1 || p->at->src->quotes > 0)
		s -= 4;
	if (p->at->bold && b.end == END_OPEN)
		s -= 3;
	s += indent_fit(p, 1, -1.5f);
	if (l->style == LABEL_DOTTED)
		s -= 1;
	return s;
}

float
score_item(const struct place_in_flow *p, const struct label *l)
{
	float s = -clamp(p->cont, -2.5f, 6);
	struct body_look b = look(p, l);

	if (b.cols == 0)
		return -9;
	if (p->at->src->opens && (p->at->src->lists > 1 || p->at->src->quotes > 0))
		s += 4;
	if (!p->before)
		return s;
	switch (p->before->end) {
	case END_COLON: s += l->value == 1 ? 1.5f : 0; break;
	case END_SEMI: s += 1.5f; break;
	case END_STOP: s += 0.5f; break;
	case END_COMMA: s += break_is_wanted(p) ? 1.2f : -0.5f; break;
	default:
		s += break_is_wanted(p) || heads_list(p) ? 0.5f : -1.5f;
		break;
	}
	if (l->style == LABEL_ARABIC)
		s += -1 + indent_fit(p, -1, 1.5f);
	if (label_heads(l->style) || l->style == LABEL_DOTTED || l->style == LABEL_CHAPTER || l->style == LABEL_CODE)
		s -= 6;
	if (!l->paren && (l->style == LABEL_ALPHA || l->style == LABEL_LOWER_ROMAN))
		s -= 1;
	if (is_form_heading(p->at))
		s -= 4;
	return s;
}

bool
is_dash(const struct place_in_flow *p)
{
	return p->at->src->kind != LINE_BULLET && bullet_is_dash(p->w, p->at);
}

float
score_bullet(const struct place_in_flow *p)
{
	if (!is_dash(p))
		return 6;
	return 0.5f - clamp(p->cont, -3, 6);
}
