/* SPDX-License-Identifier: MIT */
/*
 * parts.c - lines known by their words: labels of annexes, headings of front parts, signatures,
 * votes.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define VOTE_LINES 80  /* of names, more than all members fill */
#define LABEL_BYTES 60 /* more than the label of an annex has, with its number */

bool
is_part_number(const struct work *w, struct span rest)
{
	size_t i, letters = 0, digits = 0;

	rest = span_trim(rest);
	while (rest.n && (rest.s[rest.n - 1] == '*' || rest.s[rest.n - 1] == '.' || rest.s[rest.n - 1] == ':'))
		rest.n--;
	if (rest.n == 0)
		return true;
	if (words_start(w->words, WORD_ORDINAL, rest) > 0)
		return rest.n < 40;
	if (words_is(w->words, WORD_NTH, rest) > 0)
		return true;
	if (rest.n > 18)
		return false;
	for (i = 0; i < rest.n;) {
		uint32_t cp = utf8_next(rest.s, rest.n, &i);
		if (cp >= '0' && cp <= '9')
			digits++;
		else if (char_wide(cp) || (cp < 0x80 && strchr("ivxlcabdefgh", (int)cp)))
			letters++;
		else if (cp != ' ' && cp != '(' && cp != ')' && cp != 0xA0)
			return char_arabic(cp);
	}
	return letters + digits <= 7;
}

#define LABEL_REACH 0.55f /* of a line of text */

static bool
take_label(struct work *w, size_t f, size_t to)
{
	for (size_t k = f + 1; k < to; k++)
		line_fix(flow_line(w, k), READ_CONT, "annex.label", 0.8f);
	return true;
}

/* The same where the label says all that the title of the letter does: the title of the annex may stand under it. */
static bool
take_letter_label(struct work *w, size_t f, size_t to)
{
	const struct rline *l = flow_at(w, to);

	/* it begins with a letter: no date, number or "[Original: French]" */
	if (l && !l->seam && (l->upper || l->caseless) && !l->digit_first && rline_text(w, l).s[0] != '[')
		title_take(w, to, "annex.title");
	return take_label(w, f, to);
}

bool
names_addressee(const struct work *w, const struct rline *l)
{
	struct span f = line_folded(w, l);

	return l->end == END_OPEN && (words_end(w->words, WORD_ORGAN, f) || words_end(w->words, WORD_ADDRESSEE, f));
}

/* "Annex II to the letter dated ..." says what the title of the letter says, and no more. */
static bool
repeats_letter(struct work *w, size_t f)
{
	size_t to = letter_label_end(w, f, true);

	return to > f && flow_line(w, to - 1)->end == END_OPEN && take_letter_label(w, f, to);
}

/* A label over up to five lines that ends above a blank line; its other lines are taken. */
static bool
long_label(struct work *w, size_t f)
{
	size_t to = letter_label_end(w, f, true);

	if (to > f)
		return take_letter_label(w, f, to);
	for (to = f + 1; to < w->nflow && to < f + 6; to++) {
		const struct rline *l = flow_line(w, to);
		if (l->reading != READ_OPEN || l->gap > 0)
			break;
		/* labels are set large: a line that left so much room was the last one */
		if (w->wrapped && l->upper && names_addressee(w, flow_line(w, to - 1)))
			return take_letter_label(w, f, to);
		if (w->wrapped && (l->upper || l->caseless) && reach_of_title(w, flow_line(w, to - 1), l) < LABEL_REACH)
			return take_label(w, f, to);
		if (l->end == END_STOP || l->end == END_SEMI || l->nlabel || l->bullet)
			return false;
	}
	if (to == f + 6 || (to < w->nflow && w->gaps && w->line[w->flow[to]].gap == 0))
		return false;
	return take_label(w, f, to);
}

/* The words that begin a part behind the text. */
static const struct part_kind {
	enum word word;
	const char *kind, *rule;
} part_kinds[] = {
	{WORD_ANNEX, "annex", "annex.label"}, {WORD_APPENDIX, "appendix", "appendix.label"},
	{WORD_ENCLOSURE, "enclosure", "enclosure.label"},
};
#define PART_KINDS (sizeof part_kinds / sizeof *part_kinds)

/* The kind of part that the line begins with the word for, or NULL; *n gets the bytes of the word, folded. */
static const struct part_kind *
part_kind(const struct work *w, const struct rline *l, size_t *n)
{
	for (const struct part_kind *k = part_kinds; k < part_kinds + PART_KINDS && !l->lower; k++)
		if ((*n = words_start(w->words, k->word, line_folded(w, l))) > 0)
			return k;
	return NULL;
}

bool
begins_part(const struct work *w, const struct rline *l)
{
	size_t n;

	return part_kind(w, l, &n) != NULL;
}

bool
is_part_label(const struct work *w, const struct rline *l)
{
	struct span folded = line_folded(w, l);
	size_t n;

	return l->n <= LABEL_BYTES && part_kind(w, l, &n) != NULL && is_part_number(w, span_sub(folded, n, folded.n));
}

static bool
fix_annex(struct rline *l, const struct part_kind *kind, float conf)
{
	line_fix(l, READ_ANNEX, kind->rule, conf);
	l->kind = kind->kind;
	return true;
}

static bool
annex_label(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	const struct rline *before = flow_before(w, f);
	const struct part_kind *kind;
	struct span folded;
	size_t n, to;
	/* what a page, the form or a signature before it sets apart */
	bool apart = l->seam || l->src->kind == LINE_HEADING || (before && before->reading == READ_SIGN);
	bool start = l->seam || l->gap > 0 || !before || before->end == END_STOP || l->src->kind == LINE_HEADING ||
	             l->bold || before->reading != READ_OPEN || !w->wrapped;

	if (l->n > 300 || l->lower || l->bullet || l->end == END_SEMI || l->end == END_COMMA)
		return false;
	if (correction_place(w, l))
		return false;
	if ((to = letter_label_end(w, f, false)) > f && take_letter_label(w, f, to))
		return fix_annex(l, &part_kinds[0], 0.9f);
	if ((kind = part_kind(w, l, &n)) == NULL)
		return false;
	folded = line_folded(w, l);
	if (is_part_number(w, span_sub(folded, n, folded.n)) && start)
		return fix_annex(l, kind, 0.96f);
	/* "Annex to the letter dated ..." runs over lines to a blank one */
	return n + 2 < folded.n && l->end == END_OPEN &&
	       (apart ? l->src->kind == LINE_HEADING || long_label(w, f) : start && repeats_letter(w, f)) &&
	       fix_annex(l, kind, 0.8f);
}

bool
under_annex_label(const struct work *w, size_t f)
{
	/* "[Original: Russian]" may stand between */
	while (f > 0 && (flow_line(w, f - 1)->reading == READ_CONT || flow_line(w, f - 1)->reading == READ_FIELD))
		f--;
	return f > 0 && flow_line(w, f - 1)->reading == READ_ANNEX;
}

/* "[Original: French]" between the label of an annex and its title, which it is not. */
static bool
annex_original(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	struct span t = line_folded(w, l);

	if (t.n < 3 || t.s[0] != '[' || t.s[t.n - 1] != ']' ||
	    !words_start(w->words, WORD_ORIGINAL, span_sub(t, 1, t.n - 1)) || !under_annex_label(w, f))
		return false;
	line_fix(l, READ_FIELD, "annex.original", 0.95f);
	l->kind = "original";
	return true;
}

/* A heading that opens a front part: a note by somebody, or the summary. */
static bool
front_heading(struct work *w, size_t f, bool body)
{
	struct rline *l = flow_line(w, f);
	struct span folded;
	size_t n;

	if (body || l->n > 160 || l->end == END_STOP || l->end == END_COMMA || l->lower)
		return false;
	folded = line_folded(w, l);
	if (words_is(w->words, WORD_SUMMARY, folded)) {
		line_fix(l, READ_FRONT, "front.summary", 0.95f);
		l->kind = "summary";
		return true;
	}
	if (words_is(w->words, WORD_LETTER, folded)) {
		line_fix(l, READ_FRONT, "front.letter", 0.9f);
		l->kind = "letter";
		return true;
	}
	n = words_start(w->words, WORD_NOTE, folded);
	if (n && l->cols < 70) {
		line_fix(l, READ_FRONT, "front.note", 0.9f);
		l->kind = "note";
		return true;
	}
	return false;
}

static const struct { enum word word; const char *kind; } vote_kinds[] = {
	{WORD_VOTE_FOR, "for"}, {WORD_VOTE_AGAINST, "against"}, {WORD_ABSTAINING, "abstaining"},
};

/* Which list of names the line opens, all of which the word is, or a colon ends; NULL for none. */
static const char *
vote_list(const struct work *w, const struct rline *l)
{
	struct span folded = line_folded(w, l), rest;
	size_t n;

	for (size_t k = 0; !l->lower && k < sizeof vote_kinds / sizeof *vote_kinds; k++) {
		if ((n = words_start(w->words, vote_kinds[k].word, folded)) == 0)
			continue;
		rest = span_trim(span_sub(folded, n, folded.n));
		if (rest.n == 0 || evidence_end(span_sub(folded, 0, n)) == END_COLON || rest.s[0] == ':')
			return vote_kinds[k].kind;
	}
	return NULL;
}

/* May line k be one of names, which no label begins? */
static bool
may_name(const struct work *w, size_t k)
{
	const struct rline *l = flow_at(w, k);

	return l != NULL && l->reading == READ_OPEN && !l->nlabel && !l->bullet && vote_list(w, l) == NULL;
}

static bool
has_comma(const struct work *w, const struct rline *l)
{
	return span_find(rline_text(w, l), SPAN_LIT(", ")) != SIZE_MAX;
}

/* On a page whose places are known line b stands beside line a. */
static bool
is_beside(const struct work *w, const struct rline *a, const struct rline *b)
{
	return w->em > 0 && a->src->page == b->src->page && a->src->y == b->src->y && b->src->x >= a->src->end;
}

/* The names beside line f or below it, which may stand alone over them, go on while a line ends in a comma or is long. */
static void
names_of_vote(struct work *w, size_t f)
{
	size_t k = f, end = f + VOTE_LINES;

	if (flow_line(w, f)->end == END_COLON) {
		if (!may_name(w, ++k) || !has_comma(w, flow_line(w, k)))
			return;
		bool beside = is_beside(w, flow_line(w, f), flow_line(w, k));
		line_fix(flow_line(w, k), beside ? READ_CONT : READ_P, "vote.list", 0.9f);
	}
	for (k++; k < end && may_name(w, k); k++) {
		const struct rline *a = flow_line(w, k - 1);
		struct rline *b = flow_line(w, k);
		bool more = a->end == END_OPEN && (b->gap == 0 || b->seam) &&
		            (b->lower || (a->cols * 10 >= w->width * 6 && has_comma(w, a)));
		if (a->end != END_COMMA && !more)
			return;
		line_fix(b, READ_CONT, "vote.list", 0.9f);
	}
}

static bool
vote(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	struct span folded;
	const char *kind;

	if (l->lower)
		return false;
	folded = line_folded(w, l);
	if (folded.n > 0 && folded.s[0] == '[' && words_in(w->words, WORD_VOTE_RECORDED, folded)) {
		line_fix(l, READ_VOTE, "vote.recorded", 0.9f);
		l->kind = "recorded";
		return true;
	}
	if ((kind = vote_list(w, l)) != NULL) {
		line_fix(l, READ_VOTE, "vote.list", 0.9f);
		l->kind = kind;
		names_of_vote(w, f);
		return true;
	}
	return false;
}

/*
 * Items of lists by the form.  A printed number or sign says more than the form does: such lines
 * are left to the choice.  Further paragraphs of an item have none.
 */
static bool
form_item(struct rline *l, const struct rline *before)
{
	bool term = l->src->kind == LINE_ITEM;

	if (l->src->list == 0)
		return false;
	if (before && before->src->list && before->src->para && before->src->para == l->src->para &&
	    (before->reading == READ_OPEN || before->reading == READ_CONT || before->reading == READ_P ||
	     before->reading == READ_BULLET)) {
		line_fix(l, READ_CONT, "form.item", 1);
		l->sure = true;
		return true;
	}
	if (l->nlabel || l->bullet || (l->src->kind != LINE_BULLET && l->src->kind != LINE_ITEM))
		return false;
	line_fix(l, l->src->opens ? READ_BULLET : READ_P, "form.item", 1);
	l->kind = l->src->opens && term ? "none" : NULL;
	return true;
}

/* What the form says outright. */
static bool
form_kind(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	const struct rline *before = flow_before(w, f);

	switch (l->src->kind) {
	case LINE_ROW: case LINE_ROW_HEAD:
		line_fix(l, READ_ROW, "form.row", 1);
		return true;
	case LINE_RULE:
		line_fix(l, READ_RULE, "form.rule", 1);
		return true;
	case LINE_CODE:
		line_fix(l, READ_QUOTE, "form.code", 1);
		return true;
	case LINE_QUOTE:
		/* converters quote what was only indented, signs of lists and all */
		line_fix(l, before && before->src->kind == LINE_QUOTE && before->src->para == l->src->para && l->src->para
		           ? READ_CONT : l->bullet ? READ_BULLET : READ_QUOTE, "form.quote", 1);
		return true;
	default:
		return form_item(l, before);
	}
}

void
line_fix(struct rline *l, enum reading r, const char *rule, float conf)
{
	l->reading = r;
	l->rule = rule;
	l->conf = conf;
}

const struct rline *
flow_before(const struct work *w, size_t f)
{
	return f > 0 ? flow_line(w, f - 1) : NULL;
}

void
parts_find(struct work *w)
{
	size_t f;
	bool body = false;

	for (f = 0; f < w->nflow; f++) {
		struct rline *l = flow_line(w, f);
		if (l->reading != READ_OPEN)
			continue;
		if (form_kind(w, f) || annex_label(w, f) || annex_original(w, f) || front_heading(w, f, body) ||
		    resolution_opens(w, f) || vote(w, f) || record_line(w, f)) {
			body = body || l->reading == READ_ANNEX || l->reading == READ_CHAPEAU;
			continue;
		}
		if (l->nlabel && !l->label[0].paren && l->label[0].value == 1)
			body = true;
		signature_find(w, f);
		if ((w->resolution || w->decision > 0) && l->reading == READ_OPEN)
			resolution_closes(w, f);
	}
}
