/* SPDX-License-Identifier: MIT */
/*
 * masthead.c - the fields at the head of a document, in whatever order they were printed.
 *
 * The zone is what stands before the first numbered line or long paragraph.  A line may hold two
 * columns (layout text, or an organisation and a symbol side by side): each part is classified.
 * What no pattern takes stays open and becomes a title, a body's name or a paragraph.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define ZONE_LINES 60
#define WITHIN_BYTES 240 /* of a line that holds a date, in letters of two bytes */
#define SPACED_BYTES 80 /* of an organization's name set wide */
#define TITLE_BLOCKS 3 /* title, subtitle and what the paper is */
#define RECORD_LINES 12 /* that may hold the symbol */

/* Month from 1 by its place among the words (English first, or two names per month in Arabic). */
static int
month_of(const struct words *w, struct span s, size_t *at, size_t *n)
{
	size_t i, best = SIZE_MAX;
	int month = 0;

	for (i = 0; i < w->n[WORD_MONTH]; i++) {
		size_t p = span_find(s, w->list[WORD_MONTH][i]);
		if (p == SIZE_MAX || (best != SIZE_MAX && w->list[WORD_MONTH][i].n <= *n))
			continue;
		best = p;
		*at = p;
		*n = w->list[WORD_MONTH][i].n;
		month = (int)(i % 12) + 1;
	}
	return month;
}

/* Numbers of the line in order; how many. */
static int
numbers(struct span s, int out[4])
{
	size_t i;
	int n = 0;

	for (i = 0; i < s.n && n < 4; i++) {
		long v = 0;
		if (!char_digit((unsigned char)s.s[i]))
			continue;
		while (i < s.n && char_digit((unsigned char)s.s[i]) && v < 100000)
			v = v * 10 + (s.s[i++] - '0');
		out[n++] = (int)v;
	}
	return n;
}

/* One date and nothing else: ISO form, or NULL. */
static const char *
date_iso(const struct work *w, struct span t)
{
	struct span f = words_fold(w->arena, t);
	size_t at = 0, n = 0;
	int v[4], count = numbers(f, v), month;

	if (t.n > 60 || count < 2 || count > 3)
		return NULL;
	month = month_of(w->words, f, &at, &n);
	if (month && count == 3 && v[0] > 1900 && v[1] == month && v[2] >= 1 && v[2] <= 31)
		return arena_printf(w->arena, "%04d-%02d-%02d", v[0], v[1], v[2]);
	if (!month || count != 2 || v[0] < 1 || v[0] > 31 || v[1] < 1900 || v[1] > 2200 ||
	    !char_digit((unsigned char)f.s[0]))
		return NULL;
	return arena_printf(w->arena, "%04d-%02d-%02d", v[1], month, v[0]);
}

/* A date among other words, as heads of records have it: "Thursday, 11 December 2031, 10 a.m."; ISO form, or NULL. */
static const char *
date_within(const struct work *w, struct span t)
{
	struct span f = words_fold(w->arena, t);
	size_t at = 0, n = 0;
	int v[4], count = numbers(f, v), month = month_of(w->words, f, &at, &n), before;

	if (!month || count < 2 || t.n > WITHIN_BYTES)
		return NULL;
	if (count >= 3 && v[0] > 1900 && v[0] < 2200 && v[1] == month && v[2] >= 1 && v[2] <= 31)
		return arena_printf(w->arena, "%04d-%02d-%02d", v[0], v[1], v[2]);
	before = numbers(span_sub(f, 0, at), v);
	if (before == 0 || v[before - 1] < 1 || v[before - 1] > 31)
		return NULL;
	int day = v[before - 1];
	if (numbers(span_sub(f, at + n, f.n), v) == 0 || v[0] < 1900 || v[0] > 2200)
		return NULL;
	return arena_printf(w->arena, "%04d-%02d-%02d", v[0], month, day);
}

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

static struct field_part *
add_part(struct work *w, size_t line, struct span t, enum rep_kind kind)
{
	struct field_part *p = VEC_PUSH(w->arena, w->part, w->npart, w->part_cap);

	*p = (struct field_part){.line = (uint32_t)line, .off = (uint32_t)(t.s - w->draft->text.s),
	                         .n = (uint32_t)t.n, .kind = kind};
	return p;
}

static const char *
distribution(const struct words *o, struct span folded)
{
	return words_in(o, WORD_LIMITED, folded) ? "limited" :
	       words_in(o, WORD_RESTRICTED, folded) ? "restricted" : "general";
}

/* "N A T I O N S   U N I E S", set with a blank after each letter, without those; else as it is. */
static struct span
without_letterspace(const struct work *w, struct span t)
{
	char *out = arena_alloc(w->arena, t.n + 1);
	size_t i = 0, n = 0, letters = 0;

	while (i < t.n) {
		size_t from = i, blanks = 0;
		utf8_next(t.s, t.n, &i);
		memcpy(out + n, t.s + from, i - from);
		n += i - from;
		letters++;
		for (; i < t.n && t.s[i] == ' '; i++)
			blanks++;
		if (i < t.n && blanks == 0)
			return t;
		if (i < t.n && blanks > 1)
			out[n++] = ' ';
	}
	return letters > 2 ? (struct span){out, n} : t;
}

/* What a part of a masthead line is; REP_KINDS when nothing known. */
static enum rep_kind
classify(const struct work *w, struct span t, const char **attr, const char **value)
{
	const struct words *o = w->words;
	struct span f = words_fold(w->arena, t);
	const char *iso;
	size_t at, n, cols = evidence_cols(t);
	int v[4];

	*attr = *value = NULL;
	if (cols == 0 || cols > 200)
		return REP_KINDS;
	if (is_symbol(t))
		return REP_SYMBOL;
	if (words_is(o, WORD_ORGANIZATION, f) ||
	    (t.n < SPACED_BYTES && words_is(o, WORD_ORGANIZATION, words_fold(w->arena, without_letterspace(w, t)))))
		return REP_ORGANIZATION;
	if (words_is(o, WORD_ORGAN, f))
		return REP_ORGAN;
	if (words_start(o, WORD_DISTR, f) && cols < 50) {
		*attr = "value";
		*value = distribution(o, f);
		return REP_DISTRIBUTION;
	}
	if (words_start(o, WORD_ORIGINAL, f) && cols < 80)
		return REP_ORIGINAL;
	if ((n = words_start(o, WORD_LANGUAGE, f)) == f.n && n > 0)
		return REP_LANGUAGE;
	/* "English, French and Spanish only" */
	if (n > 0 && cols < 80 && words_in(o, WORD_LANGUAGE, span_sub(f, n, f.n)) && evidence_end(t) == END_OPEN)
		return REP_FIELD;
	if ((iso = date_iso(w, t)) != NULL || (w->record_paper && (iso = date_within(w, t)) != NULL)) {
		*attr = "iso";
		*value = iso;
		return REP_DATE;
	}
	if ((n = words_start(o, WORD_AGENDA, f)) != 0 && cols < 90 && numbers(f, v) > 0 &&
	    span_find(f, SPAN_LIT(". ")) == SIZE_MAX)
		return REP_AGENDA_ITEM;
	if (t.n < 90 && words_in(o, WORD_SESSION, f) && evidence_end(t) == END_OPEN && !words_is(o, WORD_BODY, f) &&
	    !words_end(o, WORD_REPORT_OF, f) && span_find(f, SPAN_LIT("\xEF\xBC\x9A")) == SIZE_MAX &&
	    !words_in(o, WORD_RECORD_KIND, f) && !words_start(o, WORD_REPORT_OF, f) && !words_start(o, WORD_KIND, f))
		return REP_SESSION;
	if (words_is(o, WORD_PLACE, f))
		return REP_VENUE;
	if (t.n < 110 && numbers(f, v) > 0 && evidence_end(t) == END_OPEN &&
	    (month_of(o, f, &at, &n) || words_start(o, WORD_PLACE, f)) && !words_in(o, WORD_LETTER, f) &&
	    (words_start(o, WORD_PLACE, f) || char_digit((unsigned char)f.s[0])))
		return REP_VENUE;
	if ((n = words_start(o, WORD_ROLE, f)) != 0 && cols < 90 && (f.s[n - 1] == ':' || (n < f.n && f.s[n] == ':')))
		return REP_AUTHOR;
	return REP_KINDS;
}

/* "The General Assembly," opens the text of a resolution, "The Council:" that of a decision. */
static bool
chapeau_like(const struct work *w, const struct rline *l)
{
	return (l->end == END_COMMA || l->end == END_COLON) && l->cols < 60 && words_in(w->words, WORD_ORGAN, line_folded(w, l));
}

/* "I." or "1." or "一、": the first number of the text. */
static bool
opens_numbering(const struct rline *l)
{
	return l->nlabel && l->label[0].value == 1 && !l->label[0].paren && l->label[0].style != LABEL_LETTER;
}

/* The end of the zone: the first line that cannot stand in a masthead. */
static size_t
zone_end(const struct work *w)
{
	size_t i, fields = 0, full = 0;
	bool said = false; /* that it is a corrigendum: places in the other paper follow */

	for (i = 0; i < w->nline && i < ZONE_LINES; i++) {
		const struct rline *l = &w->line[i];
		struct span f;
		const char *a, *v;
		/* under the title of a letter its text begins */
		if (fields > 0 && line_is(l, "letter-title"))
			break;
		if (l->reading != READ_OPEN)
			continue;
		/* "I. Opening of the session" is no session */
		if (opens_numbering(l) || (fields > 0 && resolution_titled(w, i)))
			break;
		said = said || corrigendum_says(w, l);
		if ((said && correction_place(w, l)) || correction_given(w, l))
			break;
		if (classify(w, rline_text(w, l), &a, &v) != REP_KINDS) {
			fields = i + 1;
			full = 0;
			continue;
		}
		/* two full lines one after the other are text */
		full = w->wrapped && l->cols * 100 >= w->width * 85 ? (l->gap > 0 ? 1 : full + 1) : 0;
		if (full == 2 && fields > 3)
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

size_t
masthead_split(const struct work *w, const struct rline *l, struct span out[4])
{
	struct span t = rline_text(w, l);
	size_t i = 0, n = 0, from = 0;
	const char *a, *v;

	if (classify(w, t, &a, &v) == REP_ORGANIZATION)
		i = t.n; /* its blanks are no columns */
	while (i < t.n && n < 3) {
		if ((t.s[i] == ' ' && i + 1 < t.n && t.s[i + 1] == ' ') || t.s[i] == '\t') {
			out[n++] = span_sub(t, from, i);
			while (i < t.n && (t.s[i] == ' ' || t.s[i] == '\t'))
				i++;
			from = i;
		} else {
			i++;
		}
	}
	out[n++] = span_sub(t, from, t.n);
	if (n == 1 && t.n < 90) {
		/* "Nations Unies A/HRC/WG.6/7/ITA/1", "General Assembly Distr. general" */
		for (i = t.n; i-- > 1;) {
			enum rep_kind left, right;
			if (t.s[i] != ' ')
				continue;
			left = classify(w, span_trim(span_sub(t, 0, i)), &a, &v);
			right = classify(w, span_sub(t, i + 1, t.n), &a, &v);
			if ((left == REP_ORGANIZATION || left == REP_ORGAN) &&
			    (right == REP_SYMBOL || right == REP_DISTRIBUTION)) {
				out[0] = span_trim(span_sub(t, 0, i));
				out[1] = span_sub(t, i + 1, t.n);
				return 2;
			}
		}
	}
	return n;
}

/* Two lines of a paragraph: the first is long, and so is the second where it begins small. */
static bool
run_on(const struct work *w, const struct rline *a, const struct rline *b)
{
	return w->wrapped && b->gap == 0 && b->reading == READ_OPEN && a->end == END_OPEN && a->cols * 10 >= w->width * 7 &&
	       (a->dangling || (b->lower && b->cols * 10 >= w->width * 7));
}

/* A line in the middle of a paragraph or title: dates and sessions are words there like others. */
static bool
in_prose(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i], *before = i > 0 ? l - 1 : NULL;

	if (l->nlabel && l->label[0].paren)
		return true;
	if (i + 1 < w->nline && run_on(w, l, l + 1))
		return true;
	if (!before || !w->wrapped || l->gap > 0 || before->reading != READ_OPEN)
		return false;
	if (before->end != END_OPEN)
		return before->end == END_COMMA && !l->digit_first;
	return before->dangling || run_on(w, before, l);
}

enum rep_kind
masthead_body(const struct work *w, struct span t)
{
	static const struct { enum word word; enum rep_kind kind; } names[] = {
	    {WORD_BODY, REP_BODY_NAME}, {WORD_TREATY, REP_ORGAN},
	};
	struct span f = words_fold(w->arena, t);

	if (evidence_cols(t) > 160 || evidence_end(t) != END_OPEN)
		return REP_KINDS;
	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		if (words_start(w->words, names[k].word, f) || words_end(w->words, names[k].word, f))
			return names[k].kind;
	return REP_KINDS;
}

bool
masthead_line(struct work *w, size_t i)
{
	struct rline *l = &w->line[i];
	struct span part[4];
	enum rep_kind kind[4];
	const char *attr[4], *value[4];
	size_t n = masthead_split(w, l, part), k, known = 0;

	if (l->src->list > 0 || in_prose(w, i))
		return false; /* an item of a list by the form, a line of a summary */
	for (k = 0; k < n; k++) {
		kind[k] = classify(w, span_trim(part[k]), &attr[k], &value[k]);
		known += kind[k] != REP_KINDS;
	}
	if (known == 0)
		return false;
	if (n == 1 && kind[0] == REP_SESSION && (l->src->kind == LINE_HEADING) && l->cols > 60)
		return false;
	for (k = 0; k < n; k++) {
		if (kind[k] == REP_KINDS && (kind[k] = masthead_body(w, span_trim(part[k]))) == REP_KINDS)
			kind[k] = REP_FIELD;
		struct field_part *p = add_part(w, i, span_trim(part[k]), kind[k]);
		p->attr = attr[k];
		p->value = value[k];
	}
	l->reading = READ_FIELD;
	l->field = kind[0];
	l->rule = "masthead.field";
	l->conf = 0.95f;
	return true;
}

void
masthead_take(struct work *w, size_t i, enum rep_kind kind, bool more, const char *rule)
{
	struct rline *l = &w->line[i];
	struct field_part *p = add_part(w, i, rline_text(w, l), kind);

	if (more) {
		p->attr = "continued";
		p->value = "true";
	}
	l->reading = READ_FIELD;
	l->field = kind;
	l->rule = rule;
	l->conf = 0.8f;
}

void
masthead_bracketed(struct work *w, size_t i)
{
	struct span t = rline_text(w, &w->line[i]);
	const char *attr, *value;
	enum rep_kind kind = classify(w, span_trim(span_sub(t, 1, t.n - 1)), &attr, &value);

	if (kind == REP_KINDS)
		return;
	masthead_take(w, i, kind, false, "masthead.field");
	w->part[w->npart - 1].attr = attr;
	w->part[w->npart - 1].value = value;
}

/* The part that the line is, added before the parts are sorted. */
static struct field_part *
part_of(struct work *w, size_t line)
{
	size_t k = w->npart;

	while (k > 0 && w->part[--k].line != line)
		;
	return &w->part[k];
}

/* "Original: Arabic/English/" goes on below, and so do "Distr." with its value and "President:" with a name. */
static void
continued(struct work *w, size_t end)
{
	size_t i;

	for (i = 1; i < end; i++) {
		struct rline *l = &w->line[i], *before = &w->line[i - 1];
		char last = before->n ? w->draft->text.s[before->off + before->n - 1] : 0;
		bool more = l->reading == READ_OPEN || (l->reading == READ_FIELD && l->field == REP_LANGUAGE && last == '/');
		if (more && before->reading == READ_FIELD && l->reading == READ_OPEN && before->field == REP_AUTHOR &&
		    before->end == END_COLON) {
			masthead_take(w, i, before->field, true, "masthead.field");
			continue;
		}
		if (more && before->reading == READ_FIELD && l->n < 40 &&
		    ((before->field == REP_ORIGINAL && (last == '/' || last == ':')) ||
		     (before->field == REP_DISTRIBUTION && before->n < 16 && (last == '.' || last == ':')))) {
			if (l->reading == READ_OPEN) {
				masthead_take(w, i, before->field, true, "masthead.field");
				continue;
			}
			struct field_part *p = part_of(w, i);
			p->kind = l->field = before->field;
			p->attr = "continued";
			p->value = "true";
		}
	}
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

/* Where each line is a whole paragraph, the one right over "Report of ..." is the title of the paper. */
static bool
is_title(const struct work *w, size_t i)
{
	return !w->wrapped && !w->line[i].lower && i + 1 < w->nline && w->line[i + 1].reading == READ_OPEN &&
	       masthead_names_paper(w, &w->line[i + 1]);
}

size_t
masthead_items(struct span t)
{
	size_t n = 0, i;

	for (i = 0; i < t.n; i++)
		n += char_digit((unsigned char)t.s[i]) && (i == 0 || t.s[i - 1] == ' ' || (unsigned char)t.s[i - 1] >= 0x80);
	return n;
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
	       !names_letter_or_note(w, &w->line[n]);
}

/*
 * Titles of agenda items: the lines right under the item, up to a blank line or another field; as many
 * as there are items may be set apart.
 */
static void
agenda_titles(struct work *w, size_t end)
{
	size_t i, k, from, left; /* titles that may still be set apart */
	size_t to = letter_agenda(w, end);

	for (i = 0; i + 1 < to; i++) {
		if (w->line[i].reading != READ_FIELD || w->line[i].field != REP_AGENDA_ITEM)
			continue;
		left = masthead_items(rline_text(w, &w->line[i]));
		for (k = from = i + 1; k < end && k - from < 6; k++) {
			struct rline *l = &w->line[k];
			if (l->reading != READ_OPEN || l->gap > 1 || resolution_adopted(w, l) ||
			    masthead_names_paper(w, l) || words_is(w->words, WORD_SUMMARY, line_folded(w, l)))
				break;
			if (k > i + 1 ? (l->gap > 0 && (left == 0 || !may_be_title(w, k + 1, end))) || is_title(w, k)
			              : is_only_title(w, k))
				break;
			if (w->hints && l->src->indent >= w->line[i].src->indent + 2)
				break;
			if (k == i + 1 || l->gap > 0) {
				from = k;
				left -= left > 0;
			}
			masthead_take(w, k, REP_AGENDA_TITLE, k > i + 1 && !(l->upper && w->line[k - 1].cols < 40),
			          "masthead.agenda-title");
		}
	}
}

/*
 * The organization over two lines, the large letter of its organ at the end of the first or alone before
 * it: "NATIONS A / UNIES".
 */
static void
organization_apart(struct work *w, size_t end)
{
	for (size_t i = 0; i + 1 < end && i < 4; i++) {
		struct rline *l = &w->line[i];
		struct span t = rline_text(w, l), letter = {NULL, 0};
		if (l->reading != READ_OPEN || w->line[i + 1].reading != READ_OPEN)
			continue;
		if (t.n > 2 && t.s[t.n - 2] == ' ' && t.s[t.n - 1] >= 'A' && t.s[t.n - 1] <= 'Z') {
			letter = span_sub(t, t.n - 1, t.n);
			t = span_trim(span_sub(t, 0, t.n - 2));
		}
		struct span rest = rline_text(w, &w->line[i + 1]);
		const char *both = arena_printf(w->arena, "%.*s %.*s", (int)t.n, t.s, (int)rest.n, rest.s);
		if (t.n + rest.n > 100 || !words_is(w->words, WORD_ORGANIZATION, words_fold(w->arena, span_of(both))))
			continue;
		masthead_take(w, i, REP_ORGANIZATION, false, "masthead.field");
		w->part[w->npart - 1].n = (uint32_t)t.n;
		masthead_take(w, i + 1, REP_ORGANIZATION, true, "masthead.field");
		if (letter.n > 0)
			add_part(w, i, letter, REP_FIELD);
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

/*
 * Two to six short lines set apart by blank ones right below the fields, with no stop at their end, of which
 * only the first begins large or says what the paper is, are the title.
 */
static void
title_block(struct work *w, size_t i, size_t end)
{
	const struct rline *l = &w->line[i];
	bool paper = masthead_names_paper(w, l);
	size_t n = 0;

	if (l->gap == 0 || resolution_adopted(w, l) || names_letter_or_note(w, l))
		return;
	for (; i + n < end && n < 7 &&
	       (n == 0 ? l->upper || paper
	               : l[n].gap == 0 && (l[n].lower || (paper && l[n - 1].cols * 10 >= w->width * 6))); n++)
		if (l[n].reading != READ_OPEN || l[n].nlabel > 0 || l[n].src->kind != LINE_TEXT ||
		    (!paper && l[n].cols * 20 > w->width * 17))
			return;
	if (n < 2 || n == 7 || i + n >= w->nline || l[n - 1].end != END_OPEN ||
	    (l[n].gap == 0 && !span_ends(rline_text(w, &l[n - 1]), "*")))
		return;
	line_fix(&w->line[i], READ_PLAIN, "masthead.title", 0.8f);
	for (size_t k = 1; k < n; k++)
		line_fix(&w->line[i + k], READ_CONT, "masthead.title", 0.8f);
}

/* The title right below the fields at line i, and below it what the paper is, where that has two lines or more. */
static void
titles_below(struct work *w, size_t i, size_t end)
{
	for (int k = 0; k < TITLE_BLOCKS && i < end && w->line[i].reading == READ_OPEN; k++) {
		if (k == 0 || masthead_names_paper(w, &w->line[i]))
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

/* What stands between fields: names of bodies with the lines they go on in, and strays. */
static void
between_fields(struct work *w, size_t last)
{
	for (size_t i = 0; i < last; i++) {
		struct rline *l = &w->line[i];
		enum rep_kind kind;
		if (l->reading != READ_OPEN)
			continue;
		if (masthead_names_paper(w, l))
			return; /* from here on it is the text that holds what looks like fields */
		if (is_stray(l, true))
			masthead_take(w, i, REP_FIELD, false, "masthead.stray");
		else if (words_in(w->words, WORD_RECORD_KIND, line_folded(w, l)) &&
		         (l[1].reading == READ_FIELD || l[1].gap > 0))
			masthead_take(w, i, REP_TITLE, false, "masthead.title");
		else if (l->src->list == 0 && (kind = masthead_body(w, rline_text(w, l))) != REP_KINDS) {
			masthead_take(w, i, kind, false, "masthead.body");
			for (; i + 1 < last && name_goes_on(w, &l[1]); i++, l++)
				masthead_take(w, i + 1, kind, true, "masthead.body");
		}
	}
}

/* In the column of a name, beside other fields, it goes on in the lines that begin where it began. */
static void
names_beside(struct work *w, size_t end)
{
	enum rep_kind name = REP_KINDS; /* the first field of a line above, when that is a name, */
	uint32_t indent = 0;            /* and where it begins */

	for (size_t i = 0; i < end; i++) {
		const struct rline *l = &w->line[i];
		struct field_part *p = l->reading == READ_FIELD ? part_of(w, i) : NULL;
		bool beside = p && p > w->part && p[-1].line == i;
		for (; p && p > w->part && p[-1].line == i; p--)
			;
		struct span t = p ? (struct span){w->draft->text.s + p->off, p->n} : rline_text(w, l);
		if (name != REP_KINDS && p && l->src->indent > indent)
			continue; /* in the other column */
		bool more = name != REP_KINDS && l->gap <= 1 && l->src->indent == indent &&
		            (p ? p->kind == REP_FIELD : l->reading == READ_OPEN) && masthead_body(w, t) == REP_KINDS;
		if (more && !p) {
			masthead_take(w, i, name, true, "masthead.body");
		} else if (more) {
			p->kind = name;
			p->attr = "continued";
			p->value = "true";
		} else {
			name = beside && p->kind == REP_BODY_NAME ? p->kind : REP_KINDS;
			indent = l->src->indent;
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
		if (w->line[i].reading == READ_OPEN && words_is(w->words, WORD_APPENDIX, line_folded(w, &w->line[i])))
			line_fix(&w->line[i], READ_PLAIN, "masthead.addendum", 0.95f);
}

void
masthead_find(struct work *w)
{
	size_t end, i, rows, fields = 0, letter = 0;

	w->record_paper = is_record_paper(w);
	w->corrigendum = corrigendum_paper(w);
	if (w->cover > 0)
		return; /* its fields are known */
	end = zone_end(w);
	for (i = 0; i < end; i++)
		if (w->line[i].reading == READ_OPEN) {
			const char *a, *v;
			struct span part[4];
			size_t n = masthead_split(w, &w->line[i], part), k;
			for (k = 0; k < n; k++)
				fields += classify(w, span_trim(part[k]), &a, &v) != REP_KINDS;
		}
	if (fields < 2 && !(fields == 1 && is_symbol(rline_text(w, &w->line[0]))))
		return;
	rows = particulars_find(w, end);
	if (rows != SIZE_MAX)
		end = rows;
	organization_apart(w, end);
	for (i = 0; i < end; i++) {
		struct rline *l = &w->line[i];
		if (l->reading != READ_OPEN)
			continue;
		/* inside a letter's or note's text dates and organs are words like others */
		if (names_letter_or_note(w, l) || resolution_adopted(w, l))
			letter = i + 1;
		if (letter && i + 1 - letter < 8 && i + 1 > letter && l->cols > 45)
			continue;
		if (letter && resolution_adopted(w, &w->line[letter - 1]) && i + 1 <= letter + 2)
			continue;
		if (corrigendum_says(w, l))
			line_fix(l, READ_PLAIN, "masthead.corrigendum", 0.95f);
		else
			masthead_line(w, i);
	}
	names_beside(w, end);
	agenda_titles(w, end);
	continued(w, end);
	for (i = end; i > 0 && w->line[i - 1].reading != READ_FIELD; i--)
		;
	between_fields(w, i);
	addendum(w, end);
	i = body_below(w, i, end);
	if (rows == SIZE_MAX)
		below_fields(w, i, end);
	else
		particulars_title(w, i, end);
}

static int
by_place(const void *a, const void *b)
{
	const struct field_part *x = a, *y = b;

	return x->off < y->off ? -1 : x->off > y->off;
}

void
parts_sort(struct work *w)
{
	if (w->npart)
		qsort(w->part, w->npart, sizeof *w->part, by_place);
}

const struct field_part *
part_first(const struct work *w, uint32_t line)
{
	size_t lo = 0, hi = w->npart;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (w->part[mid].line < line)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < w->npart && w->part[lo].line == line ? w->part + lo : NULL;
}
