/* SPDX-License-Identifier: MIT */
/*
 * score.c - evidence of single lines.  The weights are log-likelihood ratios set by judgement for
 * the families of layout met in reports; they decide only where the numbering does not.
 */
#include "recognise/score.h"

#include "recognise/chars.h"

#define LABELLED 2.0f /* what a heading by form or type with a label loses when the label is taken for words of it */
/*
 * Set in other faces and sizes the widths of a line differ by a few hundredths.  A first line that
 * is indented has less room: there too a word did not fit from INDENTED on.
 */
#define INDENTED 0.93f
#define TORN 6.5f              /* for one sentence: the line before came apart into words */
#define ENTRY 2.5f            /* against one paragraph with the entry before, */
#define ROW 7.0f              /* and with the row before, which may be full */
#define ENCLOSED 4.0f         /* for one sentence: what the line before opens closes in this one */
#define CASE 2.5f             /* for a start, where capitals meet small letters, a line recurs, a sign parts the text */
#define ROUND 6.0f            /* for a start and a heading, where a line comes round with others */
#define NO_HEADING 12.0f      /* against one that stands again and again over no text */
#define ANEW 3.5f             /* for a start, where the capital of its first word is none of a name */
#define SHORT_WORD 3 /* letters of "and", "y", "et" */
#define OCCASION 4.0f         /* for a start: of a decision each paragraph says when it was decided */
#define REMARK 6.0f           /* against a heading that stands in brackets as a whole */
#define SET_IN 2.5f /* against a heading that goes on where a first line is set in */
#define LOW_HEADING_FULL 0.85f /* the same of one that is set like the text, but bold: "1.", "(a)" */
#define NEARLY_FULL 0.08f      /* short of it by so much a line may still have been full: words differ in length, */
#define HALF_FULL 0.21f        /* and by so much only where the next word was a long one */

bool
break_is_wanted(const struct place_in_flow *p)
{
	if (!p->w->wrapped || !p->before)
		return true;
	return reach_with_next(p->w, p->before, p->at) <= (p->w->em > 0 ? REACH_MEASURED : REACH_FULL);
}

/* The line ends in mid-sentence though more would have fitted: it is no line of a paragraph. */
static bool
ends_early(const struct place_in_flow *p)
{
	const struct rline *b = p->at, *c = p->after;

	return p->w->wrapped && c && b->end == END_OPEN && !b->lower && !b->dangling && !c->lower &&
	       reach_with_next(p->w, b, c) < INDENTED;
}

/* The more room was left on the line before, the more the break was meant. */
static float
slack(const struct place_in_flow *p)
{
	float left = 1 - reach_with_next(p->w, p->before, p->at);

	return left > 0.5f ? 2.5f : left > 0.3f ? 1.2f : 0;
}

#define MEASURED_ROOM 1.5f
#define MEASURED_GAP 4.5f

/* The page shows that a capital had room on the line before, which is no heading, nor the letter of a table's note. */
static bool
room_is_measured(const struct place_in_flow *p)
{
	const struct rline *a = p->before;

	return p->w->em > 0 && p->at->upper && a->n > 1 && !a->bold && !a->large;
}

/* "...; and", "..., y": one short word after the stop of an item announces the last one, below. */
static bool
announces_last(struct span t)
{
	size_t letters = 0;

	while (t.n > 0 && char_before(t, t.n) == ' ')
		t.n--;
	while (t.n > 0 && letters <= SHORT_WORD && char_letter(char_before(t, t.n))) {
		utf8_prev(t.s, &t.n);
		letters++;
	}
	while (t.n > 0 && char_before(t, t.n) == ' ')
		t.n--;
	return letters > 0 && letters <= SHORT_WORD && (evidence_end(t) == END_SEMI || evidence_end(t) == END_COMMA);
}

/* A mark that opens a quotation, and the capital or the letter without case behind it. */
static bool
opens_quotation(const struct place_in_flow *p)
{
	uint32_t first = char_after(rline_text(p->w, p->at), 0);

	return p->at->quote_first && !p->at->lower && !p->at->digit_first &&
	       (first == '"' || first == 0xAB || first == 0x201C || first == 0x201E || first == 0x300C);
}

#define SOURCE_WORD 40 /* bytes in which its colon is looked for */

bool
starts_source(const struct work *w, const struct rline *l)
{
	struct span t = span_sub(rline_text(w, l), 0, l->n < SOURCE_WORD ? l->n : SOURCE_WORD);

	return !l->lower && !l->nlabel &&
	       (span_find(t, span_of(":")) < t.n || span_find(t, span_of("\xEF\xBC\x9A")) < t.n) &&
	       words_start(w->words, WORD_SOURCE, line_folded(w, l)) > 0;
}

/* "... the following draft decision:", and the kind of paper alone on a line over the text of it. */
static bool
names_what_follows(const struct place_in_flow *p)
{
	return p->before && p->before->end == END_COLON && words_is(p->w->words, WORD_KIND, line_folded(p->w, p->at));
}

#define CLAUSE 6.0f /* what the first words of a clause say for it under a heading */
#define SOURCE 4.0f /* "Source: ..." stands under what it is of */
#define PERSON 3.0f /* few headings begin with the title of a person; each of a list begins anew */
#define WRITER 6.0f /* against the name of who wrote the text over it */
#define RECORD_HEADING 3.0f /* like a heading right over a chapeau */
#define SYMBOL_ALONE 5.0f /* against it and its title: they are of a list of documents */
#define CITED 2.5f  /* few headings begin or end with the symbol of a document */
#define LISTED_ENTRY 2.5f /* one of a list without signs is no heading */
#define NO_TEXT 3.5f /* against a heading far from any text */
#define SCARCE 0.8f /* and against one with little text around it, for each sign of that */
#define SLANTED 1.5f /* for a heading: few lines of text are slanted alone */
#define VALUE 5.0f /* against a cell of a table as a heading */
#define ITEM_END 5.0f /* against a heading, where a semicolon would end it */
#define OVER_ITEM 3 /* for a heading over "(Item 3)" */
#define OVER_SENTENCE 1.5f /* for a few words over a sentence */
#define OVER_PAGE 4.0f /* against a heading that goes on over the end of a page: it is kept together */
#define DATE_COLS 40 /* of a date and nothing else */
#define BODY 3.0f /* what is decided stands under its title */
#define PARTED 3.5f /* against a paragraph that goes on with no small letter where the form parts paragraphs */
#define CORRECTION 6.0f /* what a place that is corrected, and the words for it, stand apart with */

/* "Ms. A. Amber, Keeper", or "A. Amber" among others */
static bool
begins_with_person(const struct work *w, const struct rline *l)
{
	return l->initial || words_start(w->words, WORD_PERSON, line_folded(w, l)) > 0;
}

/* Who wrote the text that ends over the line, with the office under it. */
static bool
names_writer(const struct place_in_flow *p)
{
	return p->before && p->before->end != END_OPEN && signature_over_office(p->w, p->at, p->after);
}

/* In a corrigendum: a line of its own, or right under one. */
static float
about_correction(const struct place_in_flow *p)
{
	if (is_text_of_label(p))
		return 0;
	bool apart = correction_place(p->w, p->at) || correction_given(p->w, p->at) ||
	             correction_place(p->w, p->before) ||
	             (correction_given(p->w, p->before) && (p->before->end == END_COLON ||
	              (p->before->end == END_OPEN && reach_with_next(p->w, p->before, p->at) < REACH_SHORT)));

	return apart ? CORRECTION : 0;
}

/* "*", "]", "* * *": signs that part the text or were read from its margin, no letter and no figure. */
static bool
is_wordless(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t i = 0;

	while (i < t.n) {
		uint32_t c = utf8_next(t.s, t.n, &i);
		if (char_letter(c) || char_digit(c))
			return false;
	}
	return true;
}

/* How the line before ends and this one begins, whatever their lengths. */
static float
end_and_start(const struct place_in_flow *p, bool lower, bool wanted)
{
	const struct rline *a = p->before, *b = p->at;
	bool handed = a->end == END_OPEN && b->nlabel && announces_last(rline_text(p->w, a));
	float s = 0;

	wanted = wanted || (handed && rline_label_alone(b));
	switch (handed ? END_SEMI : a->end) {
	case END_OPEN: s += 2.5f; break;
	case END_COMMA: s += 1.5f; break;
	case END_HYPHEN: s += 4; break;
	case END_STOP: s -= 0.7f; break;
	case END_SEMI: s -= lower ? 0.5f : wanted ? 2.5f : b->upper ? 1 : 0.5f; break;
	default: s -= 0.5f; break;
	}
	if (lower)
		s += a->end == END_STOP ? 0.7f : a->end == END_OPEN || a->end == END_COMMA ? 3.5f : 2.5f;
	if (a->dangling && !handed)
		s += 3;
	/* the letter of a table's note, whose text stands below */
	if (a->n == 1 && a->lower && b->upper && b->gap == 0)
		s += 3;
	if (b->symbol && (a->end == END_COMMA || a->end == END_OPEN))
		s += 2;
	if (a->end != END_OPEN && !b->nlabel && !b->bullet && is_enclosed(p))
		s += ENCLOSED;
	return s;
}

/* A line in capitals stands by text in small letters, and is no word of capitals at the end of it. */
static bool
changes_case(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;

	return a && a->caps != b->caps && b->upper && !b->code && !a->code && !b->symbol && a->end == END_OPEN &&
	       b->end == END_OPEN;
}

#define ADDRESS 40u /* hundredths of a line that a person who is spoken to takes at the most */

/* A name with its title begins something here: it had room, the line before is no sentence, or speaks to none yet. */
static bool
may_be_person(const struct place_in_flow *p, bool wanted)
{
	const struct rline *a = p->before, *b = p->at;

	if (a->end == END_STOP && (b->end == END_COLON || b->end == END_COMMA) && b->cols * 100u < p->w->width * ADDRESS)
		return true;
	return (wanted && reach_with_next(p->w, a, b) < REACH_NEARLY) || (a->end == END_OPEN && !a->dangling);
}

/* The blank of a paragraph's end behind the line before, or its want behind a sentence that may end one. */
static float
closing_blank(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;

	if (a->closed)
		return a->end == END_STOP ? -p->w->closed_stop : -p->w->closed;
	return a->end == END_STOP && !b->nlabel && !b->bullet ? p->w->unclosed : 0;
}

/* What the first words of a line say for a start. */
static float
words_of_start(const struct place_in_flow *p, bool wanted)
{
	const struct rline *a = p->before, *b = p->at;
	float s = 0;

	/* what is quoted at length opens anew with each of its paragraphs */
	if (a->end == END_STOP && opens_quotation(p))
		s += 3;
	if (a->end == END_STOP && !b->lower && words_start(p->w->words, WORD_LETTER_TURN, line_folded(p->w, b)))
		s += 3;
	if (a->end == END_STOP && decision_goes_on(p->w, b))
		s += OCCASION;
	if (starts_source(p->w, b))
		s += 6;
	if (names_what_follows(p))
		s += 6;
	if ((may_be_person(p, wanted) && begins_with_person(p->w, b)) || names_writer(p))
		s += PERSON;
	return s;
}

float
score_cont(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;
	/* the small letter behind a label says nothing where the form parts paragraphs */
	bool lower = b->lower && !rline_label_alone(b) && (p->w->wrapped || !b->nlabel || !b->src->para) &&
	             !heads_list(p), wanted;
	float s;

	if (!a || b->src->opens || is_numbered_by_form(b))
		return -8;
	if (a->src->para && a->src->para == b->src->para)
		return 7;
	if (b->torn)
		return TORN;
	wanted = break_is_wanted(p);
	s = end_and_start(p, lower, wanted) + tags_for_cont(p) + closing_blank(p);
	if (!p->w->wrapped) {
		if (a->end == END_STOP || a->end == END_SEMI || a->end == END_COLON)
			s -= 4;
		else if (a->end == END_COMMA && p->w->resolution)
			s -= b->lower ? 6 : 4;
		else if (!lower)
			s -= PARTED;
		return b->gap > 0 && !b->lower ? s - 1 : s;
	}
	if (a->src->para && b->src->para && !lower)
		s -= PARTED;
	if (wanted)
		s += (a->end == END_STOP || b->upper ? -2 : -1.2f) - slack(p) - (room_is_measured(p) ? MEASURED_ROOM : 0) -
		     (p->w->draft->form == SOURCE_PAGE_SINGLE && b->upper && reach_with_next(p->w, a, b) < INDENTED);
	else if (!reach_is_beyond(p->w, a)) /* of several, or in smaller type, the end says nothing */
		s += reach_with_next(p->w, a, b) < 1 ? 0.7f : 2;
	if (a->end == END_STOP && ends_early(p))
		s -= 2;
	if (b->entry)
		s -= b->row ? ROW : ENTRY;
	if (b->anew)
		s -= ANEW;
	if (b->recurs == RECURS_ROUND)
		s -= ROUND;
	if (changes_case(p) || (a->end == END_STOP && b->recurs) || (b->upper && is_wordless(p->w, a)) ||
	    (a->recurs == RECURS_NO_HEADING && wanted && !b->lower))
		s -= CASE;
	if (b->gap > 0 && !b->seam)
		s -= p->w->draft->form == SOURCE_PAGE_SINGLE ? 2.5f : p->w->em > 0 ? MEASURED_GAP : 3;
	if (is_form_heading(b))
		s -= 5;
	return s - words_of_start(p, wanted) - start_hint(p) - about_correction(p);
}

/* "Report of ...", "Note by ..." stand on a line of their own under a title. */
static bool
starts_kind_line(const struct work *w, const struct rline *l)
{
	struct span f = line_folded(w, l);

	return words_start(w->words, WORD_REPORT_OF, f) || words_start(w->words, WORD_NOTE, f) ||
	       words_is(w->words, WORD_KIND, f);
}

/* Headings that reports have everywhere. */
static bool
is_known_heading(const struct work *w, const struct rline *l)
{
	struct span f = line_folded(w, l);

	return words_is(w->words, WORD_SUMMARY, f) || words_is(w->words, WORD_NEXT_STEPS, f) ||
	       words_is(w->words, WORD_INTRODUCTION, f) || words_is(w->words, WORD_NOTES, f);
}

/* What the title or kind line of a paper begins with. */
static bool
opens_title(const struct work *w, const struct rline *l)
{
	return starts_kind_line(w, l) ||
	       words_start(w->words, WORD_LETTER, line_folded(w, l)) > 0;
}

/* How full the first line of a heading is at the least, when the next word did not fit: low ones are set small. */
static float
full_heading(const struct place_in_flow *p)
{
	const struct label *number = number_before(p);

	return number && numbering_rank(number->style) >= NUMBERING_RANKS ? LOW_HEADING_FULL : HEADING_FULL;
}

/*
 * A heading goes on below when the next word did not fit: in letters half as large again as those
 * of the text after two thirds of a line of text.  No line of a heading holds as much as one of text.
 */
static float
heading_reach(const struct place_in_flow *p)
{
	float reach = reach_of_title(p->w, p->before, p->at), full = full_heading(p), s;

	if (!p->w->wrapped)
		return p->before->cols * 100 >= p->w->width * 45 ? 1.5f : -1.5f;
	s = reach >= full ? 1.5f : reach >= full - NEARLY_FULL ? 0 : reach >= full - HALF_FULL ? -1.5f : -2.5f;
	if (p->at->upper && reach < full - NEARLY_FULL)
		s -= 0.7f;
	if (p->over == 0 && p->after && p->after->lower && p->at->upper &&
	    reach_with_next(p->w, p->at, p->after) >= INDENTED)
		s -= 2;
	return s;
}

/* A section of a resolution begins with a clause, which may begin with a small letter as the line of a title does. */
static bool
clause_under_heading(const struct place_in_flow *p)
{
	const struct words *words = p->w->words;

	return p->w->resolution && (words->small_clauses || !p->at->lower) && !p->at->nlabel &&
	       (words_start(words, WORD_PREAMBULAR, line_folded(p->w, p->at)) > 0 ||
	        (p->at->upper && words_start(words, WORD_OPERATIVE, line_folded(p->w, p->at)) > 0));
}

/* The form shows that a page ends before the line; notes may part lines of one page. */
static bool
begins_page(const struct place_in_flow *p)
{
	return p->at->seam && p->before && p->at->src->page != p->before->src->page;
}

float
score_head_cont(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;
	float s = -0.5f;

	if (!a)
		return -8;
	if (a->src->para && a->src->para == b->src->para)
		return 7;
	if (a->listed || b->listed == LISTED)
		s += b->listed == LISTED_MORE ? 6 : -4;
	/* bold lines of one size are one heading, of two sizes are two */
	if (p->w->em > 0 && (a->bold || a->large))
		s += b->bold != a->bold || a->src->size > b->src->size + 0.5f || b->src->size > a->src->size + 0.5f ? -3 : 3;
	if (has_form_kinds(p->w) && !(a->src->para == 0 && b->src->para == 0 && b->gap == 0))
		s -= 4;
	if (b->gap > 0 && (!b->seam || begins_page(p)))
		s -= 4;
	if (begins_page(p))
		s -= OVER_PAGE;
	s += heading_reach(p) + tags_for_head_cont(p);
	if ((b->n < 200 && (starts_kind_line(p->w, b) || is_known_heading(p->w, b))) || starts_source(p->w, b))
		s -= 4;
	if (b->lower && !heads_list(p))
		s += 3;
	if (a->dangling)
		s += 3.5f;
	if (a->closed)
		s -= p->w->closed;
	if (a->end == END_STOP || a->end == END_COLON)
		s -= 2;
	if (a->end == END_COMMA || a->end == END_HYPHEN)
		s += 1.5f;
	/* a full line is text, but for one whose type says heading */
	if (p->w->wrapped && b->cols * 100 >= p->w->width * 90 && !b->bold)
		s -= 2;
	if (!p->w->wrapped)
		s -= 3;
	if (b->end == END_STOP || b->end == END_SEMI || (b->end == END_COMMA && p->over == 0))
		s -= b->end == END_SEMI && !b->nlabel && !b->bullet ? ITEM_END : 2;
	if (p->after && (p->after->gap > 0 || p->after->nlabel))
		s += 1.2f;
	if (b->nlabel || b->bullet)
		s -= heads_list(p) ? 4 : 2;
	/* "(Agenda item 2)" is the end of the heading over it that had no room for it, "[4 March]" stands apart */
	if (b->gap == 0 && rline_in(p->w, b, '(', ')'))
		s += reach_of_title(p->w, a, b) >= HEADING_FULL ? 4 : -3;
	if (rline_in(p->w, b, '[', ']'))
		s -= 4;
	if (b->upper && names_addressee(p->w, a))
		s -= 2.5f;
	if (b->anew)
		s -= ANEW;
	if (a->caps && changes_case(p))
		s -= CASE;
	if (clause_under_heading(p))
		s -= CLAUSE;
	if (p->w->hints && b->src->indent > 0 && !b->seam)
		s -= a->src->indent > 0 ? 1.5f : 2.5f;
	if (b->margin == MARGIN_IN && a->margin != MARGIN_IN)
		s -= SET_IN;
	return s - about_correction(p);
}

float
score_after_heading(const struct place_in_flow *p)
{
	/* what begins a page shows no heading at the end of the one before, where few are left that type does not show */
	bool shown = p->before && (p->before->bold || p->before->large);
	float head_cont = p->head_cont + (begins_page(p) && !shown ? OVER_PAGE : 0);

	return clamp(p->cont, -4, 5) - clamp(head_cont, -4, 5);
}

/* No text is near the line, and nothing else shows it for a heading. */
static bool
far_from_text(const struct place_in_flow *p)
{
	return p->at->textless && !p->at->listed && !changes_case(p);
}

float
want_of_text(const struct place_in_flow *p)
{
	return far_from_text(p) ? NO_TEXT : p->at->listed ? 0 : SCARCE * p->at->scarce;
}

/* A paragraph begins under the line, set in as paragraphs are, and this line is not. */
static bool
over_first_line(const struct place_in_flow *p)
{
	return p->after && p->after->margin == MARGIN_IN && p->at->margin != MARGIN_IN;
}

/* The first letter is a capital, or the paper's script has none and no label, which says more, stands before it. */
static bool
may_begin(const struct work *w, const struct rline *l)
{
	return l->upper || (l->caseless && w->words->caseless && !l->nlabel);
}

float
score_p(const struct place_in_flow *p)
{
	const struct rline *b = p->at, *c = p->after;
	/* a few words that end in nothing, and then something new, are a heading rather than text */
	bool stump = p->w->wrapped && b->cols * 2 < p->w->width && b->end == END_OPEN && may_begin(p->w, b) && c &&
	             !begins_with_person(p->w, b) && !names_writer(p) &&
	             (c->nlabel || c->bullet || c->gap > 0 ||
	              (may_begin(p->w, c) && (b->cols + 1 + c->first_cols) * 10 < p->w->width * 7));

	if (!stump && p->w->gaps && b->end == END_OPEN && may_begin(p->w, b) && (b->gap > 0 || b->seam || over_first_line(p)))
		stump = ends_well(p);
	stump = (stump || ends_in_sentence(p)) && type_of_text(p) <= 0 && !b->entry && (b->nlabel || !far_from_text(p));
	/* a label without text is no paragraph */
	if (rline_label_alone(b))
		return -4 - clamp(p->cont, 0, 5);
	return (stump ? -1.5f : b->src->opens ? -8 : 0) - clamp(p->cont, p->before ? -4 : -1, 7) -
	       (p->at->nlabel || p->at->bullet_n ? 1.5f : 0.3f);
}

bool
may_be_subtitle(const struct place_in_flow *p)
{
	return !p->w->wrapped && p->at->end == END_OPEN && p->at->nlabel == 0 && !is_form_heading(p->at);
}

/* A figure, or the symbol of a document, which may stand in brackets, and nothing else. */
static bool
is_value(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);

	if (l->nlabel > 0 || l->lone_dash)
		return false;
	if (l->n > 2 && t.s[0] == '(' && t.s[t.n - 1] == ')')
		t = span_sub(t, 1, t.n - 1);
	return is_figure(t) || is_symbol(t);
}

static bool
is_symbol_alone(const struct rline *l)
{
	return l->symbol && l->first_cols == l->cols;
}

/* A value, or one in a cell under the line, which has room for it. */
static bool
has_value(const struct place_in_flow *p)
{
	const struct rline *c = p->after;

	return is_value(p->w, p->at) ||
	       (c && (starts_source(p->w, c) ||
	              (is_value(p->w, c) && reach_of_title(p->w, p->at, c) < HEADING_FULL)));
}

/* "(Item 3 (b))" stands under the line: the item of the agenda that a heading is about. */
static bool
is_over_item(const struct place_in_flow *p)
{
	const struct rline *c = p->after;

	if (c == NULL || p->at->end != END_OPEN || !rline_in(p->w, c, '(', ')'))
		return false;
	struct span t = line_folded(p->w, c);
	return words_start(p->w->words, WORD_AGENDA, span_sub(t, 1, t.n)) > 0;
}

/* "Part II": a word and its number, whose title stands below. */
static bool
is_chapter_alone(const struct rline *l)
{
	return rline_label_alone(l) && l->label[0].style == LABEL_CHAPTER;
}

/* What is short and no heading, where the form does not say heading. */
static float
less_other_short_lines(const struct place_in_flow *p, float s)
{
	const struct rline *a = p->before, *b = p->at, *c = p->after;

	if (!b->listed && has_value(p))
		s -= VALUE;
	/* a note on the heading over it, a date, a name behind "President:"; what stands for text that is to come */
	if (rline_in(p->w, b, '(', ')') || rline_in(p->w, b, '[', ']'))
		s -= REMARK;
	if (begins_with_person(p->w, b))
		s -= PERSON;
	if (names_writer(p))
		s -= WRITER;
	if (starts_source(p->w, b))
		s -= SOURCE;
	if ((b->symbol || b->symbol_last) && !b->listed)
		s -= is_symbol_alone(b) ? SYMBOL_ALONE : CITED;
	if (a && is_symbol_alone(a) && !b->listed)
		s -= SYMBOL_ALONE;
	s -= want_of_text(p);
	if (b->entry && !b->listed && !changes_case(p))
		s -= LISTED_ENTRY;
	if (a && a->end == END_COLON && b->gap == 0)
		s -= 2.5f;
	if (b->nlabel)
		s -= label_heads(b->label[0].style) || is_chapter_alone(b) ? 4 : 1.5f;
	/* cells of a table that was taken apart: short lines over short lines */
	if (p->w->wrapped && a && c && !a->listed && !b->listed && !changes_case(p) && !is_over_item(p) &&
	    a->end == END_OPEN && c->end == END_OPEN && !c->nlabel && !c->bullet &&
	    !a->nlabel && a->cols * 2 < p->w->width && b->cols * 2 < p->w->width && c->cols * 2 < p->w->width)
		s -= 4;
	return s;
}

/* Slanted as a whole between lines that are not, where the form shows type and place. */
static bool
is_slanted(const struct place_in_flow *p)
{
	return p->w->em > 0 && p->at->src->italic && !(p->before && p->before->src->italic && !p->before->bold) &&
	       p->after && !p->after->src->italic;
}

/* Blank lines over a heading and under it. */
static float
stands_apart(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at;
	/* double spacing has no blank line at a page's top */
	bool top = a && p->w->hints && b->src->indent >= 2 && b->src->no == a->src->no + 1;
	bool above = b->gap > 0 || b->seam || !a || top, below = ends_well(p);

	return above && below ? 3 : above || below ? 0.7f : -1;
}

/* "4 May", "(4 May)" is the date of the title over it; behind text that is finished it may be the heading of a day. */
static bool
is_date_of_title(const struct place_in_flow *p)
{
	const struct rline *l = p->at;
	struct span t = rline_text(p->w, l);
	const char *attr, *value;

	if (p->before == NULL || p->before->end == END_STOP || l->listed || l->cols > DATE_COLS)
		return false;
	if (rline_in(p->w, l, '(', ')'))
		t = span_sub(t, 1, t.n - 1);
	return masthead_kind(p->w, t, &attr, &value) == REP_DATE;
}

/* "Dear friends," is said to somebody, whatever its type: the title of a person, and a comma. */
static bool
is_salutation(const struct work *w, const struct rline *l)
{
	return l->end == END_COMMA && !l->nlabel && words_start(w->words, WORD_PERSON, line_folded(w, l)) > 0;
}

/* An accent or a vowel of Arabic that has lost its letter. */
static bool
begins_with_mark(struct span t)
{
	uint32_t c = char_after(t, 0);

	return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x670;
}

/* "Total", "Subtotal 30 12": what the row of a sum begins with, and figures. */
static bool
is_total(const struct work *w, const struct rline *l)
{
	struct span t = line_folded(w, l);
	size_t i = words_start(w->words, WORD_TOTAL, t);

	if (i == 0)
		return false;
	while (i < t.n) {
		size_t from = i;
		while (i < t.n && t.s[i] != ' ')
			i++;
		if (i > from && !is_figure(span_sub(t, from, i)))
			return false;
		i += i < t.n;
	}
	return true;
}

/* What speaks against a heading whatever speaks for it, or 0. */
static float
bars_plain(const struct place_in_flow *p, bool form)
{
	const struct rline *b = p->at;

	if (correction_given(p->w, b) || b->lower || b->bullet || b->lone_dash || b->n == 0 || b->cols > 260 || b->aside ||
	    (b->code && !form) || is_date_of_title(p) || (is_salutation(p->w, b) && !fills_line(p)) ||
	    rline_bracket_alone(b) || is_wordless(p->w, b) || is_total(p->w, b) || begins_with_mark(rline_text(p->w, b)) ||
	    (!b->listed && scatter_in_columns(p->w, b)))
		return -9;
	bool goes_on = b->end == END_COMMA && p->over > 0 && fills_line(p);
	return (b->end == END_STOP || b->end == END_SEMI || b->end == END_COMMA) && !goes_on && !form &&
	       (b->listed != LISTED || b->nlabel > 0) ? -7 : 0;
}

/* A short line of its own between a finished paragraph and a full line; one that ends early behind such. */
static float
short_between(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at, *c = p->after;
	float s = 0;

	if ((a && a->end != END_STOP) || b->digit_first)
		return 0;
	if (p->w->wrapped && b->cols * 10 < p->w->width * 6 && may_begin(p->w, b) && c &&
	    (c->cols * 10 >= p->w->width * 7 || c->nlabel || c->bullet))
		s += 2;
	if (p->w->draft->form == SOURCE_PAGE_SINGLE && ends_early(p))
		s += 2.3f;
	return s;
}

/* A few words that end in nothing, over a full line whose first word is no name and has a capital: a sentence. */
static bool
over_sentence(const struct place_in_flow *p)
{
	const struct rline *b = p->at, *c = p->after;

	return p->w->wrapped && b->nlabel == 0 && b->end == END_OPEN && b->cols * 10 < p->w->width * 6 && c && c->anew &&
	       c->cols * 10 >= p->w->width * 8;
}

float
score_plain(const struct place_in_flow *p)
{
	const struct rline *a = p->before, *b = p->at, *c = p->after;
	/* like any new start; how many more paragraphs than headings there are is the constant */
	float s = a ? -3.5f + clamp(-p->cont, -4, 4) : -2.5f;
	bool form = is_form_heading(b) || b->bold || b->large;
	float bar = bars_plain(p, form);

	if (bar < 0)
		return bar;
	if (form)
		s += is_form_heading(b) ? 6 : 4;
	if (form && b->nlabel)
		s -= LABELLED; /* the label is its number */
	if (b->listed == LISTED)
		s += 4;
	if (b->recurs == RECURS_NO_HEADING)
		s -= NO_HEADING;
	if (b->recurs == RECURS_ROUND)
		s += ROUND;
	if (correction_place(p->w, b) && !is_text_of_label(p))
		s += CORRECTION;
	if (b->end == END_COLON || b->end == END_HYPHEN)
		s -= 2;
	if (p->w->wrapped ? b->cols * 10 > p->w->width * 9 : b->cols > 130)
		s -= form || b->listed ? 0.5f : p->w->gaps && b->gap > 0 && ends_well(p) ? 1 : 3;
	if (resolution_number(rline_text(p->w, b)))
		s += 4;
	else if (b->digit_first || b->quote_first)
		s -= 1.5f;
	if (a && (a->end == END_STOP || (a->end == END_SEMI && p->w->resolution) || is_wordless(p->w, a)))
		s += 1;
	if (p->w->gaps)
		s += stands_apart(p);
	if (c && (c->nlabel || c->bullet) && !b->nlabel)
		s += 0.7f;
	s += short_between(p);
	if (over_sentence(p))
		s += OVER_SENTENCE;
	if (b->n < 200 && (is_known_heading(p->w, b) || (b->end == END_OPEN && opens_title(p->w, b))))
		s += 3;
	if (names_what_follows(p))
		s += 3;
	if (p->w->hints && b->src->indent >= 2)
		s += 1.5f;
	if (!p->w->wrapped && !form && c)
		s += b->cols <= 60 && c->cols >= 2 * b->cols && c->end == END_STOP ? 2 : -0.5f;
	if (has_form_kinds(p->w) && !form)
		s -= 1.5f;
	s += tags_for_heading(p) - type_of_text(p);
	if (!form && is_slanted(p))
		s += SLANTED;
	if (b->caps && !b->code)
		s += changes_case(p) ? 1.5f + CASE : 1.5f;
	if (!form && ends_in_sentence(p))
		s += 2.5f;
	s += (is_over_item(p) ? OVER_ITEM : 0) + (p->over == OVER_BODY ? BODY : 0);
	/* what is said at a meeting is told in sentences */
	if (p->w->record && b->end == END_OPEN && (!a || a->end == END_STOP) && b->cols * 10 < p->w->width * 8)
		s += RECORD_HEADING;
	return form ? s : less_other_short_lines(p, s);
}
