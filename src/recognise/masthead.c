/* SPDX-License-Identifier: MIT */
/*
 * masthead.c - the fields at the head of a document, in whatever order they were printed.
 *
 * The zone is what stands before the first numbered line or long paragraph.  What the words of a line do not
 * say (masthead_fields.c) its place does, or it stays open and becomes a title or a paragraph.
 */
#include "recognise/score.h"
#include "recognise/work.h"

#define ZONE_LINES 60
#define NAME_LINES 10 /* from a name to the agenda item */
#define NAME_BYTES 100 /* of the name of an organization */
#define INITIALS_BYTES 8 /* of a column that holds no more than the initials of organs */
#define TITLE_BLOCKS 3 /* title, subtitle and what the paper is */
#define TITLE_LINES 6 /* of each, at the most */
#define TITLE_SLACK 3 /* columns by which letters of one line are wider than those of another */
#define AGENDA_LINES 6 /* of the title of an item */
#define NARROW_COLS 40 /* a title in the column of the fields ends in a line as short as that */
#define SPONSOR_LINES 8 /* that the names of those may take who submit a draft */
#define LETTER_LINES 7 /* of the title of a letter or the text behind it, */
#define LETTER_COLS 45 /* in which no line that long is a field */
#define ADOPTED_LINES 2 /* behind "Resolution adopted by", which are of it */
#define LARGER 3.0f /* pt: type so much larger than the text's is a title's */
#define RECORD_LINES 12 /* that may hold the symbol */

/* The symbol at the head is that of a verbatim or a summary record. */
static bool
is_record_paper(const struct work *w)
{
	size_t i;

	for (i = 0; i < w->nline && i < RECORD_LINES; i++)
		if (span_find(rline_text(w, &w->line[i]), SPAN_LIT("/PV.")) != SIZE_MAX ||
		    span_find(rline_text(w, &w->line[i]), SPAN_LIT("/SR.")) != SIZE_MAX)
			return true;
	return false;
}

/* In type larger than the text's, where that is known. */
static bool
is_large(const struct work *w, const struct rline *l)
{
	return w->em > 0 && l->src->size > w->em + LARGER;
}

/* Below an agenda item, in type larger than its and the text's: the title, whatever its words are. */
static bool
is_title_type(const struct work *w, size_t item, const struct rline *l)
{
	return is_large(w, l) && l->src->size > w->line[item].src->size + LARGER;
}

/* "The General Assembly," opens the text of a resolution, "The Council:" that of a decision. */
static bool
chapeau_like(const struct work *w, const struct rline *l)
{
	return (l->end == END_COMMA || l->end == END_COLON) && l->cols < 60 &&
	       words_in(w->words, WORD_ORGAN, line_folded(w, l));
}

/* "I." or "1." or "一、": the first number of the text. */
static bool
opens_numbering(const struct rline *l)
{
	return l->nlabel && l->label[0].value == 1 && !l->label[0].paren && l->label[0].style != LABEL_LETTER;
}

/* Does an agenda item come under the name that goes on in line i? */
static bool
item_follows(const struct work *w, size_t i)
{
	const char *a, *v;

	for (size_t k = i; k < w->nline && k < i + NAME_LINES && w->line[k].reading == READ_OPEN && w->line[k].gap == 0 &&
	                   w->line[k].end == END_OPEN; k++)
		if (masthead_kind(w, rline_text(w, &w->line[k]), &a, &v) == REP_AGENDA_ITEM)
			return true;
	return false;
}

/* The line "Resolution adopted by ..." that titles from line i on stand over, or 0. */
static size_t
adopted_below(const struct work *w, size_t i)
{
	for (size_t k = i; k < w->nline && k - i <= AGENDA_LINES && w->line[k].reading == READ_OPEN; k++) {
		if (resolution_adopted(w, &w->line[k]))
			return k;
		if (w->line[k].end == END_STOP || w->line[k].nlabel > 0)
			return 0;
	}
	return 0;
}

/* The end of the zone: the first line that cannot stand in a masthead. */
static size_t
zone_end(const struct work *w)
{
	size_t i, fields = 0, full = 0;
	bool said = false; /* that it is a corrigendum: places in the other paper follow */
	bool under = false; /* an agenda item, as its title stands */
	enum rep_kind kind;

	for (i = 0; i < w->nline && i < ZONE_LINES; i++) {
		const struct rline *l = &w->line[i];
		struct span f, part[4];
		const char *a, *v;
		/* under the title of a letter its text begins */
		if (fields > 0 && line_is(l, "letter-title"))
			break;
		if (l->reading != READ_OPEN)
			continue;
		/* "I. Opening of the session" is no session */
		if (opens_numbering(l) || resolution_titled(w, i))
			break;
		said = said || corrigendum_says(w, l);
		if ((said && correction_place(w, l)) || correction_given(w, l))
			break;
		if ((kind = masthead_kind(w, rline_text(w, l), &a, &v)) == REP_KINDS && masthead_split(w, l, part) > 1)
			kind = masthead_kind(w, span_trim(part[0]), &a, &v);
		if (kind != REP_KINDS) {
			under = kind == REP_AGENDA_ITEM;
			fields = i + 1;
			full = 0;
			continue;
		}
		under = under && l->gap == 0;
		/* two full lines one after the other are text, if no title under its item or over more fields */
		full = w->wrapped && !under && l->cols * 100 >= w->width * 85 ? (l->gap > 0 ? 1 : full + 1) : 0;
		if (full == 2 && fields > 3 && !item_follows(w, i) && !adopted_below(w, i))
			return i - 1;
		if (chapeau_like(w, l) || record_opens(w, l))
			break;
		f = line_folded(w, l);
		if (l->n < 120 && words_is(w->words, WORD_CONTENTS, f))
			break;
		if (l->end == END_STOP && l->cols > 60 && !w->wrapped)
			break;
	}
	return i < w->nline ? i : fields;
}

/* "Letter dated ...", "Note by ..." open parts of their own. */
static bool
names_letter_or_note(const struct work *w, const struct rline *l)
{
	struct span f = line_folded(w, l);

	return words_start(w->words, WORD_LETTER, f) || words_start(w->words, WORD_NOTE, f);
}

bool
masthead_names_paper(const struct work *w, const struct rline *l)
{
	struct span f = line_folded(w, l);

	return names_letter_or_note(w, l) || words_start(w->words, WORD_REPORT_OF, f) ||
	       words_start(w->words, WORD_KIND, f) || words_end(w->words, WORD_REPORT_OF, f);
}

/* The form calls the line a heading, and not the one it is measured by. */
static bool
heads_alone(const struct rline *l, const struct rline *other)
{
	return l->src->kind == LINE_HEADING && other->src->kind != LINE_HEADING;
}

/* Where each line is a whole paragraph, the one right over "Report of ..." is the title, if that is not by the form. */
static bool
is_title(const struct work *w, size_t i)
{
	return !w->wrapped && !w->line[i].lower && i + 1 < w->nline && w->line[i + 1].reading == READ_OPEN &&
	       masthead_names_paper(w, &w->line[i + 1]) && !heads_alone(&w->line[i + 1], &w->line[i]);
}

/* Line i is still to be read, and no sentence: the title of the paper may come there. */
static bool
may_be_title(const struct work *w, size_t i, size_t end)
{
	return i < end && w->line[i].reading == READ_OPEN && w->line[i].end == END_OPEN && w->line[i].nlabel == 0;
}

/* All that stands between an agenda item and "Report of ...", apart from both: the title of the paper. */
static bool
is_only_title(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];
	size_t n = i + 1;

	while (n < w->nline && n < i + 6 && w->line[n].gap == 0)
		n++;
	return l->gap > 0 && n < w->nline && w->line[n].reading == READ_OPEN && masthead_names_paper(w, &w->line[n]) &&
	       !names_letter_or_note(w, &w->line[n]) && !heads_alone(&w->line[n], l);
}

/* Behind the last colon of the text, or behind one at the end of the line before, stands what the paper is. */
static bool
ends_in_kind(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];
	struct span t = line_folded(w, l), kind;
	size_t at = t.n;

	while (at > 0 && t.s[at - 1] != ':' && !span_ends(span_sub(t, 0, at), "\xEF\xBC\x9A"))
		at--;
	while (at < t.n && (t.s[at] == '*' || t.s[at] == ',' || t.s[at] == ' '))
		at++; /* the signs of notes */
	kind = span_sub(t, at, t.n);
	return words_is(w->words, WORD_KIND, kind) && (at > 0 || (i > 0 && w->line[i - 1].end == END_COLON));
}

/*
 * "Fiji, Malta and Palau: draft resolution" under the title of an item, which may run over lines: who submits the
 * paper, and what it is.  The line behind; i when the names do not begin in line i.
 */
static size_t
sponsors_end(const struct work *w, size_t i)
{
	size_t k = i;
	bool alone = i > 0 && ends_in_kind(w, i) && w->line[i - 1].end == END_OPEN && !w->line[i - 1].dangling;

	/* a line that says both ends the title, however full the line over it is */
	if (i == 0 || w->line[i].lower || (w->wrapped && w->line[i].gap == 0 && !alone &&
	                                   reach_of_title(w, &w->line[i - 1], &w->line[i]) >= HEADING_FULL))
		return i;
	while (k < w->nline && k - i < SPONSOR_LINES && w->line[k].reading == READ_OPEN && (k == i || w->line[k].gap == 0) &&
	       w->line[k].end != END_STOP) {
		if (ends_in_kind(w, k))
			return k + 1;
		k++;
	}
	return i;
}

/* Those who submit the paper, below line i; where they begin, or end when they are not there. */
static size_t
take_sponsors(struct work *w, size_t i, size_t end)
{
	size_t to = i, first = i;

	while (i < w->nline && i - first < AGENDA_LINES && w->line[i].reading == READ_OPEN && (to = sponsors_end(w, i)) == i)
		i++;
	if (i >= w->nline || to <= i)
		return end;
	line_fix(&w->line[i], READ_PLAIN, "masthead.sponsors", 0.9f);
	for (size_t k = i + 1; k < to; k++)
		line_fix(&w->line[k], READ_CONT, "masthead.sponsors", 0.9f);
	return i;
}

/* Nothing but what may be titles stands between line i and a heading of the form: that is the title of the paper. */
static bool
over_form_title(const struct work *w, size_t i, size_t end)
{
	for (size_t k = i; k < end && k - i <= AGENDA_LINES; k++) {
		const struct rline *l = &w->line[k];
		if (!may_be_title(w, k, end) || masthead_names_paper(w, l))
			return false;
		if (l->src->kind == LINE_HEADING)
			return k > i && !words_is(w->words, WORD_SUMMARY, line_folded(w, l));
		if (l->src->kind != LINE_TEXT)
			return false;
	}
	return false;
}

/* The line under the item in line i, and under the organ and session that another organ's paper has beside it. */
static size_t
under_item(const struct work *w, size_t i, size_t to)
{
	do
		i++;
	while (i < to && w->line[i].reading == READ_FIELD &&
	       (w->line[i].field == REP_ORGAN || w->line[i].field == REP_SESSION));
	return i;
}

/* Line k is no more of the title of the item in line i: other words stand there, or it is set in another way. */
static bool
ends_item(const struct work *w, size_t i, size_t k, bool other)
{
	const struct rline *l = &w->line[k];

	return other || l->gap > 1 || resolution_adopted(w, l) || resolution_number(rline_text(w, l)) > 0 ||
	       masthead_names_paper(w, l) || words_is(w->words, WORD_SUMMARY, line_folded(w, l)) ||
	       is_title_type(w, i, l) || (w->hints && l->src->indent >= w->line[i].src->indent + 2);
}

bool
masthead_title_begins(const struct rline *l)
{
	return l->gap > 0 || ((l->upper || l->caseless) && l[-1].cols < NARROW_COLS);
}

/*
 * Titles of agenda items: the lines right under the item, up to a blank line, another field or the number of a
 * decision; as many as there are items may be set apart.  Over "Resolution adopted by ..." stands nothing else.
 */
static void
agenda_titles(struct work *w, size_t end)
{
	size_t i, k, first, from, stop, adopted, left; /* titles that may still be set apart */
	size_t to = letter_agenda(w, end);

	for (i = 0; i < to; i++) {
		if (w->line[i].reading != READ_FIELD || w->line[i].field != REP_AGENDA_ITEM)
			continue;
		left = masthead_items(rline_text(w, &w->line[i]));
		first = under_item(w, i, to);
		stop = (adopted = adopted_below(w, first)) ? adopted : take_sponsors(w, first + 1, end);
		for (k = from = first; k < stop && k - from < AGENDA_LINES; k++) {
			struct rline *l = &w->line[k];
			bool apart = l->gap > 0 && (left == 0 || !may_be_title(w, k + 1, stop)) && !over_form_title(w, k, stop);
			bool other = k > first ? apart || is_title(w, k) : is_only_title(w, k);
			if (l->reading != READ_OPEN || (!adopted && ends_item(w, i, k, other)))
				break;
			bool begins = k == first || masthead_title_begins(l);
			from = l->gap > 0 ? k : from;
			left -= begins && left > 0;
			masthead_take(w, k, REP_AGENDA_TITLE, !begins, "masthead.agenda-title");
		}
	}
}

/* Large initials of its organs at the end of the text, which goes without them then: "NATIONS   A", "UNITED A S". */
static struct span
initials_behind(struct span *t)
{
	size_t n = t->n;

	while (n > 0 && t->n - n < INITIALS_BYTES && ((t->s[n - 1] >= 'A' && t->s[n - 1] <= 'Z') || t->s[n - 1] == ' '))
		n--;
	while (n < t->n && t->s[n] != ' ')
		n++; /* not the end of a word */
	struct span letters = span_trim(span_sub(*t, n, t->n));
	*t = letters.n > 0 ? span_trim(span_sub(*t, 0, n)) : *t;
	return letters;
}

/* Do the two parts make the name of the organization? */
static bool
make_organization(const struct work *w, struct span a, struct span b)
{
	const char *both = arena_printf(w->arena, "%.*s %.*s", (int)a.n, a.s, (int)b.n, b.s);

	return a.n > 0 && a.n + b.n < NAME_BYTES && words_is(w->words, WORD_ORGANIZATION, words_fold(w->arena, span_of(both)));
}

/* "UNITED A NATIONS" on one line, with or without a blank behind the initials. */
static bool
initials_within(struct work *w, size_t i)
{
	struct span t = rline_text(w, &w->line[i]);

	for (size_t at = 1; t.n < NAME_BYTES && at + 1 < t.n; at++) {
		struct span before = span_sub(t, 0, at + 1), letters, behind = span_trim(span_sub(t, at + 1, t.n));
		if (t.s[at] < 'A' || t.s[at] > 'Z' || (letters = initials_behind(&before)).n == 0 ||
		    !make_organization(w, before, behind))
			continue;
		struct field_part *p = masthead_take(w, i, REP_ORGANIZATION, false, "masthead.field");
		p->n = (uint32_t)before.n + 1; /* with the blank */
		masthead_part(w, i, letters, REP_FIELD, false);
		masthead_part(w, i, behind, REP_ORGANIZATION, true);
		return true;
	}
	return false;
}

/*
 * The organization over two lines or around the large initials of its organs: "NATIONS A / UNIES", "UNITED /
 * NATIONS   A".
 */
static void
organization_apart(struct work *w, size_t end)
{
	for (size_t i = 0; i < end && i < 4; i++) {
		if (w->line[i].reading != READ_OPEN)
			continue;
		if (initials_within(w, i))
			return;
		if (i + 1 == end || w->line[i + 1].reading != READ_OPEN)
			continue;
		struct span first = rline_text(w, &w->line[i]), second = rline_text(w, &w->line[i + 1]);
		struct span a = initials_behind(&first), b = initials_behind(&second);
		if (!make_organization(w, first, second))
			continue;
		masthead_take(w, i, REP_ORGANIZATION, false, "masthead.field")->n = (uint32_t)first.n;
		masthead_take(w, i + 1, REP_ORGANIZATION, true, "masthead.field")->n = (uint32_t)second.n;
		if (a.n > 0)
			masthead_part(w, i, a, REP_FIELD, false);
		if (b.n > 0)
			masthead_part(w, i + 1, b, REP_FIELD, false);
		return;
	}
}

/* A letter that came off a picture or a large initial: no text is that short, nor ends there. */
static bool
is_stray(const struct rline *l, bool before_field)
{
	return l->reading == READ_OPEN && l->n <= 3 && l->nlabel == 0 && l->lower + l->upper > 0 &&
	       (before_field || l->end == END_COMMA);
}

/* Does line n go on with the title that begins with line l, or may one begin there? */
static bool
in_title_block(const struct work *w, const struct rline *l, size_t n, bool paper)
{
	if (n == 0)
		return l->upper || l->caseless || paper || is_large(w, l);
	if (l[n].caseless && words_is(w->words, WORD_KIND, line_folded(w, &l[n])))
		return false;
	bool typed = is_large(w, l) && l[n].src->size == l->src->size && l[n].src->bold == l->src->bold;
	return l[n].gap == 0 && (typed || l[n].lower || l[n].caseless || (l->caps && l[n].caps) || l[n - 1].end == END_COMMA ||
	                         (paper && l[n - 1].cols * 10 >= w->width * 6));
}

/* Still to be read, without a number or a sign of the form. */
static bool
is_plain(const struct rline *l)
{
	return l->reading == READ_OPEN && l->nlabel == 0 && l->src->kind == LINE_TEXT;
}

/* As wide as lines of running text, which few of a title are. */
static bool
is_wide(const struct work *w, const struct rline *l)
{
	return l->cols * 20 > w->width * 17;
}

/*
 * Lines of the title that begins with line l, when what the paper is or its summary comes right under them and each
 * of them but the last had no room for the next word, by the longest or half a line of the text; or 0.
 */
static size_t
lines_over_kind(const struct work *w, const struct rline *l, size_t most)
{
	size_t n = 0, measure = w->width / 2;

	for (; n < most && n <= TITLE_LINES && (n == 0 || l[n].gap == 0); n++) {
		if (n > 0 && (masthead_names_paper(w, &l[n]) || words_is(w->words, WORD_SUMMARY, line_folded(w, &l[n]))))
			break;
		if (!is_plain(&l[n]) || is_wide(w, &l[n]) || l[n].end == END_STOP || l[n].end == END_COLON)
			return 0;
		measure = l[n].cols > measure ? l[n].cols : measure;
	}
	if (n < 2 || n > TITLE_LINES || n == most || l[n].gap > 0 || !(l->upper || l->caseless) ||
	    masthead_body(w, rline_text(w, l)) != REP_KINDS)
		return 0;
	for (size_t k = 1; k < n; k++)
		if (!l[k].lower && !l[k - 1].dangling && l[k - 1].cols + 1u + l[k].first_cols + TITLE_SLACK <= measure)
			return 0;
	return n;
}

/* Lines of the form's paragraph that begins at line i, if it has no stop and is right over what the paper is; or 0. */
static size_t
paragraph_over_kind(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];
	size_t n = 1;

	while (i + n < w->nline && l->src->para > 0 && l[n].src->para == l->src->para)
		n++;
	return l->src->para > 0 && i + n < w->nline && n <= TITLE_LINES && is_plain(l) && l[n - 1].end == END_OPEN &&
	       l[n].reading == READ_OPEN && masthead_names_paper(w, &l[n]) ? n : 0;
}

/* Lines [i, i + n) are a title. */
static void
take_title(struct work *w, size_t i, size_t n)
{
	line_fix(&w->line[i], READ_PLAIN, "masthead.title", 0.8f);
	for (size_t k = 1; k < n; k++)
		line_fix(&w->line[i + k], READ_CONT, "masthead.title", 0.8f);
}

/*
 * Two to six short lines set apart by blank ones right below the fields, with no stop at their end, of which
 * only the first begins large (where letters have a case), or says what the paper is, or that go on behind a
 * comma or in one large type, are the title; over a line that says what the paper is the lines may be full.
 */
static void
title_block(struct work *w, size_t i, size_t end)
{
	const struct rline *l = &w->line[i];
	bool paper = masthead_names_paper(w, l), full = false;
	size_t n = 0, over;

	if (l->gap == 0 || resolution_adopted(w, l) || names_letter_or_note(w, l) || chapeau_like(w, l))
		return;
	/* where type is known it shows the title */
	if ((over = paragraph_over_kind(w, i)) > 0 || (w->em == 0 && (over = lines_over_kind(w, l, w->nline - i)) > 0)) {
		take_title(w, i, over);
		return;
	}
	for (; i + n < end && n <= TITLE_LINES && in_title_block(w, l, n, paper); n++) {
		if (!is_plain(&l[n]))
			return;
		full = full || is_wide(w, &l[n]);
	}
	if (n < 2 || n > TITLE_LINES || i + n >= w->nline || l[n - 1].end != END_OPEN ||
	    (full && !paper && !(l[n].reading == READ_OPEN && masthead_names_paper(w, &l[n]))) ||
	    (l[n].gap == 0 && !span_ends(rline_text(w, &l[n - 1]), "*")))
		return;
	take_title(w, i, n);
}

/* The title right below the fields at line i, and below it what the paper is, where that has two lines or more. */
static void
titles_below(struct work *w, size_t i, size_t end)
{
	for (int k = 0; k < TITLE_BLOCKS && i < end && w->line[i].reading == READ_OPEN; k++) {
		if (k == 0 || w->line[i].caps || masthead_names_paper(w, &w->line[i]))
			title_block(w, i, end);
		for (i++; i < end && w->line[i].gap == 0; i++)
			;
	}
}

/* Does the name of a body go on in the line below it, which is none itself? */
static bool
name_goes_on(const struct work *w, const struct rline *below)
{
	return below->reading == READ_OPEN && below->gap == 0 && !masthead_names_paper(w, below) &&
	       !words_in(w->words, WORD_RECORD_KIND, line_folded(w, below)) &&
	       (below->lower || (below->src->para > 0 && below->src->para == below[-1].src->para) ||
	        (w->wrapped && masthead_body(w, rline_text(w, below)) == REP_KINDS));
}

/* Behind the place of the organ, before the distribution; 0 without one. */
static size_t
organ_place(const struct work *w, size_t last, size_t *from)
{
	size_t i;

	for (*from = 0; *from < last && w->line[*from].reading != READ_FIELD;)
		++*from;
	for (i = *from; i < last && !(w->line[i].reading == READ_FIELD && w->line[i].field == REP_DISTRIBUTION); i++)
		if (w->line[i].reading == READ_FIELD && w->line[i].field != REP_ORGANIZATION &&
		    w->line[i].field != REP_SYMBOL && w->line[i].field != REP_ORGAN && w->line[i].field != REP_BODY_NAME)
			return 0;
	return i < last ? i : 0;
}

/* Behind the lines from that one on without a blank one between them; *kind is of what their name is. */
static size_t
name_end(const struct work *w, size_t from, size_t to, enum rep_kind *kind)
{
	struct buf name = {0};
	size_t k;

	for (k = from; k < to && w->line[k].reading == READ_OPEN && (k == from || w->line[k].gap == 0); k++) {
		buf_addspan(&name, line_folded(w, &w->line[k]));
		buf_addc(&name, ' ');
	}
	*kind = masthead_body(w, span_trim(buf_span(&name)));
	buf_free(&name);
	return k;
}

static void
take_name(struct work *w, size_t from, size_t to, enum rep_kind kind, bool more)
{
	for (size_t i = from; i < to; i++)
		masthead_take(w, i, kind, more || i > from, "masthead.body");
}

/*
 * Lines without a blank one between them in the place of the organ are its name; so are those under one blank line
 * which do not say what they are, where the lines beside them were set lower.
 */
static void
organ_names(struct work *w, size_t last)
{
	size_t from, to = organ_place(w, last, &from), k;
	enum rep_kind kind, over = REP_KINDS; /* of the name that ends in the line over this one */

	for (; from < to; from = k) {
		const struct rline *l = &w->line[from];
		bool more = over != REP_KINDS && l->gap <= 1;
		enum rep_kind above = more ? over : REP_BODY_NAME;
		k = from + 1;
		over = REP_KINDS;
		if (l->reading != READ_OPEN || masthead_sign(rline_text(w, l), l->caps))
			continue;
		k = name_end(w, from, to, &kind);
		if (w->line[k - 1].end != END_OPEN || masthead_names_paper(w, l))
			continue;
		over = kind == REP_KINDS ? above : kind;
		take_name(w, from, k, over, more && kind == REP_KINDS);
	}
}

/* The name of a treaty below the organization, when that comes last of the fields; the line to go on from. */
static size_t
treaty_below(struct work *w, size_t last, size_t end)
{
	enum rep_kind kind = REP_KINDS;
	size_t to = last;

	if (last > 0 && w->line[last - 1].field == REP_ORGANIZATION)
		to = name_end(w, last, end, &kind);
	if (kind != REP_ORGAN || masthead_names_paper(w, &w->line[last]))
		return last;
	take_name(w, last, to, kind, false);
	return to;
}

/* What stands between fields: names of bodies with the lines they go on in, and strays. */
static void
between_fields(struct work *w, size_t last)
{
	for (size_t i = 0; i < last; i++) {
		struct rline *l = &w->line[i];
		enum rep_kind kind;
		if (l->reading != READ_OPEN)
			continue;
		bool record = words_in(w->words, WORD_RECORD_KIND, line_folded(w, l)) &&
		              (l[1].reading == READ_FIELD || l[1].gap > 0);
		if (masthead_names_paper(w, l) && !(record && w->record_paper))
			return; /* from here on it is the text that holds what looks like fields */
		if (is_stray(l, true))
			masthead_take(w, i, REP_FIELD, false, "masthead.stray");
		else if (record)
			masthead_take(w, i, REP_TITLE, false, "masthead.title");
		else if (l->src->list == 0 && (kind = masthead_body(w, rline_text(w, l))) != REP_KINDS) {
			masthead_take(w, i, kind, false, "masthead.body");
			for (; i + 1 < last && name_goes_on(w, &l[1]); i++, l++)
				masthead_take(w, i + 1, kind, true, "masthead.body");
		}
	}
}

/* The title below the fields; where each line is a whole paragraph, what the paper is too. */
static void
below_fields(struct work *w, size_t last, size_t end)
{
	size_t i = last;

	for (; i < end && (w->line[i].reading != READ_OPEN || is_stray(&w->line[i], false)); i++)
		if (w->line[i].reading == READ_OPEN)
			masthead_take(w, i, REP_FIELD, false, "masthead.stray");
	if (w->wrapped) {
		titles_below(w, i, end);
		return;
	}
	if (i >= end)
		return;
	if (is_title(w, i))
		line_fix(&w->line[i++], READ_PLAIN, "masthead.title", 0.8f);
	if (i < end && masthead_names_paper(w, &w->line[i]) && !names_letter_or_note(w, &w->line[i]) &&
	    w->line[i].cols < 120 && w->line[i].end == END_OPEN)
		line_fix(&w->line[i], READ_PLAIN, "masthead.kind", 0.8f);
}

/* The name of a body right below the fields, apart from the title behind it; the line to go on from. */
static size_t
body_below(struct work *w, size_t last, size_t end)
{
	enum rep_kind kind;
	size_t i = last;

	while (i < end && w->line[i].reading != READ_OPEN)
		i++;
	if (i >= end || (w->wrapped && w->line[i + 1].gap == 0) ||
	    masthead_names_paper(w, &w->line[i]) || (kind = masthead_body(w, rline_text(w, &w->line[i]))) == REP_KINDS)
		return last;
	masthead_take(w, i, kind, false, "masthead.body");
	return i + 1;
}

/* "Addendum" in the head of one, which its symbol shows, is no part of it: some languages say appendix so too. */
static void
addendum(struct work *w, size_t end)
{
	bool is_one = false;

	for (size_t k = 0; k < w->npart; k++) {
		const struct field_part *p = &w->part[k];
		struct span t = {w->draft->text.s + p->off, p->n};
		is_one = is_one || (p->kind == REP_SYMBOL && span_find(t, SPAN_LIT("/Add.")) != SIZE_MAX);
	}
	for (size_t i = 0; is_one && i < end; i++)
		if (w->line[i].reading == READ_OPEN && (words_is(w->words, WORD_ADDENDUM, line_folded(w, &w->line[i])) ||
		                                        words_is(w->words, WORD_APPENDIX, line_folded(w, &w->line[i]))))
			line_fix(&w->line[i], READ_PLAIN, "masthead.addendum", 0.95f);
}

/* The fields that parts of the lines before end are by their words. */
static size_t
known_fields(const struct work *w, size_t end)
{
	const char *attr, *value;
	struct span part[4];
	size_t i, k, n, fields = 0;

	for (i = 0; i < end; i++) {
		n = w->line[i].reading == READ_OPEN ? masthead_split(w, &w->line[i], part) : 0;
		for (k = 0; k < n; k++)
			fields += masthead_kind(w, span_trim(part[k]), &attr, &value) != REP_KINDS;
	}
	return fields;
}

/* "Documents for the 2043 session" apart from the fields, with "Note by ..." right under it: a title, no session. */
static bool
is_title_with_session(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i], *below = l + 1;
	const char *a, *v;

	return l->gap > 0 && l->end == END_OPEN && i + 1 < w->nline && below->gap == 0 && below->reading == READ_OPEN &&
	       masthead_names_paper(w, below) && masthead_kind(w, rline_text(w, below), &a, &v) == REP_KINDS &&
	       masthead_kind(w, rline_text(w, l), &a, &v) == REP_SESSION;
}

/* Take what words and columns say; inside a letter's or note's text dates and organs are words like others. */
static void
fields_by_words(struct work *w, size_t end)
{
	size_t i, item = SIZE_MAX, title = SIZE_MAX; /* the last item, and line that begins the title of such a text */
	bool adopted = false;

	for (i = 0; i < end; i++) {
		struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN)
			continue;
		bool adopts = resolution_adopted(w, l);
		if (adopts || names_letter_or_note(w, l)) {
			title = i;
			adopted = adopts;
		}
		if (title < i && i - title <= LETTER_LINES && l->cols > LETTER_COLS)
			continue;
		if ((adopted && i - title <= ADOPTED_LINES) || (item < i && is_title_type(w, item, l)) ||
		    is_title_with_session(w, i))
			continue;
		if (corrigendum_says(w, l))
			line_fix(l, READ_PLAIN, "masthead.corrigendum", 0.95f);
		else
			masthead_line(w, i);
		item = l->reading == READ_FIELD && l->field == REP_AGENDA_ITEM ? i : item;
	}
}

void
masthead_find(struct work *w)
{
	size_t end, i, rows, last, fields;

	w->record_paper = is_record_paper(w);
	w->corrigendum = corrigendum_paper(w);
	if (w->cover > 0)
		return; /* its fields are known */
	end = zone_end(w);
	fields = known_fields(w, end);
	if (fields < 2 && !(fields == 1 && is_symbol(rline_text(w, &w->line[0]))))
		return;
	rows = particulars_find(w, end);
	if (rows != SIZE_MAX)
		end = rows;
	organization_apart(w, end);
	fields_by_words(w, end);
	agenda_titles(w, end);
	for (i = end; i > 0 && w->line[i - 1].reading != READ_FIELD; i--)
		;
	for (last = i; last > 0 && (w->line[last - 1].reading != READ_FIELD || w->line[last - 1].field == REP_AUTHOR); last--)
		;
	organ_names(w, i);
	if (w->wrapped)
		titles_below(w, last, i);
	between_fields(w, i);
	addendum(w, end);
	i = body_below(w, treaty_below(w, i, end), end);
	if (rows == SIZE_MAX)
		below_fields(w, i, end);
	else
		particulars_title(w, i, end);
}
