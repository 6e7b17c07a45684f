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

#include "recognise/work.h"

#define ZONE_LINES 60

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

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
		if (!digit(s.s[i]))
			continue;
		while (i < s.n && digit(s.s[i]) && v < 100000)
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
	if (!month || count != 2 || v[0] < 1 || v[0] > 31 || v[1] < 1900 || v[1] > 2200 || !digit(f.s[0]))
		return NULL;
	return arena_printf(w->arena, "%04d-%02d-%02d", v[1], month, v[0]);
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

/* What a part of a masthead line is; REP_KINDS when nothing known. */
static enum rep_kind
classify(const struct work *w, struct span t, const char **attr, const char **value)
{
	const struct words *o = w->words;
	struct span f = words_fold(w->arena, t);
	const char *iso;
	size_t at, n;
	int v[4];

	*attr = *value = NULL;
	if (t.n == 0 || t.n > 200)
		return REP_KINDS;
	if (is_symbol(t))
		return REP_SYMBOL;
	if (words_is(o, WORD_ORGANIZATION, f))
		return REP_ORGANIZATION;
	if (words_is(o, WORD_ORGAN, f))
		return REP_ORGAN;
	if (words_start(o, WORD_DISTR, f) && t.n < 50) {
		*attr = "value";
		*value = distribution(o, f);
		return REP_DISTRIBUTION;
	}
	if (words_start(o, WORD_ORIGINAL, f) && t.n < 80)
		return REP_ORIGINAL;
	if (words_is(o, WORD_LANGUAGE, f))
		return REP_LANGUAGE;
	if ((iso = date_iso(w, t)) != NULL) {
		*attr = "iso";
		*value = iso;
		return REP_DATE;
	}
	if ((n = words_start(o, WORD_AGENDA, f)) != 0 && t.n < 90 && numbers(f, v) > 0 &&
	    span_find(f, SPAN_LIT(". ")) == SIZE_MAX)
		return REP_AGENDA_ITEM;
	if (t.n < 90 && words_in(o, WORD_SESSION, f) && evidence_end(t) == END_OPEN &&
	    !words_start(o, WORD_REPORT_OF, f) && !words_start(o, WORD_KIND, f))
		return REP_SESSION;
	if (t.n < 110 && numbers(f, v) > 0 && evidence_end(t) == END_OPEN &&
	    (month_of(o, f, &at, &n) || words_start(o, WORD_PLACE, f)) && !words_in(o, WORD_LETTER, f) &&
	    (words_start(o, WORD_PLACE, f) || digit(f.s[0])))
		return REP_VENUE;
	if ((n = words_start(o, WORD_ROLE, f)) != 0 && t.n < 90 && (f.s[n - 1] == ':' || (n < f.n && f.s[n] == ':')))
		return REP_AUTHOR;
	return REP_KINDS;
}

/* "The General Assembly," opens the text of a resolution. */
static bool
chapeau_like(const struct work *w, const struct rline *l)
{
	return l->end == END_COMMA && l->cols < 60 && words_in(w->words, WORD_ORGAN, line_folded(w, l));
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

	for (i = 0; i < w->nline && i < ZONE_LINES; i++) {
		const struct rline *l = &w->line[i];
		struct span f;
		const char *a, *v;
		if (l->reading != READ_OPEN)
			continue;
		/* "I. Opening of the session" is no session */
		if (opens_numbering(l) || (fields > 0 && resolution_titled(w, i)))
			break;
		if (classify(w, rline_text(w, l), &a, &v) != REP_KINDS) {
			fields = i + 1;
			full = 0;
			continue;
		}
		/* two full lines one after the other are text */
		full = w->wrapped && l->cols * 100 >= w->width * 85 ? full + 1 : 0;
		if (full == 2 && fields > 3)
			return i - 1;
		if (chapeau_like(w, l) || words_start(w->words, WORD_RECORD_OPEN, line_folded(w, l)))
			break;
		f = line_folded(w, l);
		if (l->n < 120 && words_is(w->words, WORD_CONTENTS, f))
			break;
		if (l->end == END_STOP && l->cols > 60 && !w->wrapped)
			break;
	}
	return i < w->nline ? i : fields;
}

/* Parts of a line set apart by two blanks or a tab; a symbol after the name of the organisation. */
static size_t
split(const struct work *w, const struct rline *l, struct span out[4])
{
	struct span t = rline_text(w, l);
	size_t i = 0, n = 0, from = 0;

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
			const char *a, *v;
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

static bool
classify_line(struct work *w, size_t i)
{
	struct rline *l = &w->line[i];
	struct span part[4];
	enum rep_kind kind[4];
	const char *attr[4], *value[4];
	size_t n = split(w, l, part), k, known = 0;

	if (l->src->list > 0)
		return false; /* an item of a list by the form */
	for (k = 0; k < n; k++) {
		kind[k] = classify(w, span_trim(part[k]), &attr[k], &value[k]);
		known += kind[k] != REP_KINDS;
	}
	if (known == 0)
		return false;
	if (n == 1 && kind[0] == REP_SESSION && (l->src->kind == LINE_HEADING) && l->cols > 60)
		return false;
	for (k = 0; k < n; k++) {
		struct field_part *p = add_part(w, i, span_trim(part[k]), kind[k] == REP_KINDS ? REP_FIELD : kind[k]);
		p->attr = attr[k];
		p->value = value[k];
	}
	l->reading = READ_FIELD;
	l->field = kind[0];
	l->rule = "masthead.field";
	l->conf = 0.95f;
	return true;
}

/* "Original: Arabic/English/" goes on below, and so does "Distr." with its value. */
static void
continued(struct work *w, size_t end)
{
	size_t i;

	for (i = 1; i < end; i++) {
		struct rline *l = &w->line[i], *before = &w->line[i - 1];
		char last = before->n ? w->draft->text.s[before->off + before->n - 1] : 0;
		if (l->reading == READ_OPEN && before->reading == READ_FIELD && l->n < 40 &&
		    ((before->field == REP_ORIGINAL && (last == '/' || last == ':')) ||
		     (before->field == REP_DISTRIBUTION && before->n < 16 && (last == '.' || last == ':')))) {
			struct field_part *p = add_part(w, i, rline_text(w, l), before->field);
			p->attr = "continued";
			p->value = "true";
			l->reading = READ_FIELD;
			l->field = before->field;
			l->rule = "masthead.field";
			l->conf = 0.8f;
		}
	}
}

/* Titles of agenda items: the lines right under the item, up to a blank line or another field. */
static void
agenda_titles(struct work *w, size_t end)
{
	size_t i, k;

	for (i = 0; i + 1 < end; i++) {
		if (w->line[i].reading != READ_FIELD || w->line[i].field != REP_AGENDA_ITEM)
			continue;
		for (k = i + 1; k < end && k <= i + 6; k++) {
			struct rline *l = &w->line[k];
			struct span f = line_folded(w, l);
			struct field_part *p;
			if (l->reading != READ_OPEN || l->gap > 1 || resolution_adopted(w, l) ||
			    words_start(w->words, WORD_LETTER, f) || words_start(w->words, WORD_REPORT_OF, f) ||
			    words_start(w->words, WORD_KIND, f) || words_start(w->words, WORD_NOTE, f) ||
			    words_is(w->words, WORD_SUMMARY, f) || words_end(w->words, WORD_REPORT_OF, f))
				break;
			if (k > i + 1 && l->gap > 0)
				break;
			if (w->hints && l->src->indent >= 2)
				break;
			p = add_part(w, k, rline_text(w, l), REP_AGENDA_TITLE);
			if (k > i + 1 && !(l->upper && w->line[k - 1].cols < 40)) {
				p->attr = "continued";
				p->value = "true";
			}
			l->reading = READ_FIELD;
			l->field = REP_AGENDA_TITLE;
			l->rule = "masthead.agenda-title";
			l->conf = 0.8f;
		}
	}
}

void
masthead_find(struct work *w)
{
	size_t end = zone_end(w), i, fields = 0, letter = 0;

	for (i = 0; i < end; i++)
		if (w->line[i].reading == READ_OPEN) {
			const char *a, *v;
			struct span part[4];
			size_t n = split(w, &w->line[i], part), k;
			for (k = 0; k < n; k++)
				fields += classify(w, span_trim(part[k]), &a, &v) != REP_KINDS;
		}
	if (fields < 2 && !(fields == 1 && is_symbol(rline_text(w, &w->line[0]))))
		return;
	for (i = 0; i < end; i++) {
		struct rline *l = &w->line[i];
		struct span f;
		if (l->reading != READ_OPEN)
			continue;
		f = line_folded(w, l);
		/* inside a letter's or note's text dates and organs are words like others */
		if (words_start(w->words, WORD_LETTER, f) || words_start(w->words, WORD_NOTE, f) || resolution_adopted(w, l))
			letter = i + 1;
		if (letter && i + 1 - letter < 8 && i + 1 > letter && l->cols > 45)
			continue;
		if (letter && resolution_adopted(w, &w->line[letter - 1]) && i + 1 <= letter + 2)
			continue;
		classify_line(w, i);
	}
	agenda_titles(w, end);
	continued(w, end);
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
