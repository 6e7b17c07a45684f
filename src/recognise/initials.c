/* SPDX-License-Identifier: MIT */
/*
 * initials.c - letters with a stop that number nothing: the initials of names, in lists of works and of persons.
 *
 * Letters of headings and of items run: each is the next one, or begins anew.  Where lines near each other begin
 * with letters most of which do not, "K. Amber", "B. Tern", "S. Reed and A. Quill", they are text like any other.
 */
#include <stdlib.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define NEAR 30  /* lines of the flow between two letters that are of one list */
#define AROUND 4 /* steps from letter to letter, on each side, that are looked at */
#define LEAST 3  /* of them */
#define SURNAME 3 /* letters of one at the least */

/* A line that begins with a capital letter and a stop. */
struct initial {
	uint32_t line;          /* of the flow */
	uint32_t letter, own;   /* what it is worth as a letter of Latin; of its own script */
	uint32_t roman;         /* as a number, or 0 */
	bool near, runs;        /* one stands shortly before it; it is the next after it, or begins anew */
	bool surname;           /* what follows is set as names are: in capitals before other words, or with a comma */
};

/* "KELSEN, Peace", "Amber, Harbours", but no line in capitals. */
static bool
begins_with_surname(const struct rline *l, struct span t)
{
	size_t i = 0, letters = 0;

	while (i < t.n && char_letter(char_after(t, i))) {
		if (char_small(utf8_next(t.s, t.n, &i)))
			break;
		letters++;
	}
	if (letters >= SURNAME && (i == t.n || !char_letter(char_after(t, i))))
		return !l->caps;
	while (i < t.n && t.s[i] != ' ' && t.s[i] != ',')
		i++;
	return i < t.n && t.s[i] == ',';
}

/* Its worth as a letter before words with a capital, and as a number; false for any other line. */
static bool
read_initial(const struct work *w, size_t f, struct initial *out)
{
	const struct rline *l = flow_line(w, f);

	*out = (struct initial){.line = (uint32_t)f};
	if (l->reading != READ_OPEN || l->listed || l->src->kind == LINE_HEADING || fix_of(w, l) != NULL)
		return false;
	for (uint8_t k = 0; k < l->nlabel; k++) {
		const struct label *b = &l->label[k];
		if (b->paren || b->first != 'U' || b->body >= l->n)
			continue;
		if (b->style == LABEL_LETTER) {
			out->own = b->value;
			out->letter = out->letter ? out->letter : b->value;
		}
		out->roman = b->style == LABEL_ROMAN ? b->value : out->roman;
		out->surname = begins_with_surname(l, span_sub(rline_text(w, l), b->body, l->n));
	}
	return out->letter > 0;
}

static bool
runs_on(const struct initial *a, const struct initial *b)
{
	return b->letter == 1 || b->letter == a->letter + 1 || b->own == a->own + 1 || b->roman == 1 ||
	       (b->roman > 0 && a->roman > 0 && b->roman == a->roman + 1);
}

/* Do most of the steps near letter i of n lead to no next letter? */
static bool
are_names(const struct initial *v, size_t n, size_t i)
{
	size_t steps = 0, lost = 0, k;

	for (k = i; k > 0 && k + AROUND > i && v[k].near; k--) {
		steps++;
		lost += !v[k].runs;
	}
	for (k = i + 1; k < n && k <= i + AROUND && v[k].near; k++) {
		steps++;
		lost += !v[k].runs;
	}
	return steps >= LEAST && lost * 2 > steps;
}

/* Letter i goes on from the last heading, before a list of names or behind one. */
static bool
is_heading(const struct initial *v, size_t n, size_t i, const struct initial *last)
{
	size_t k = i;

	if (v[i].surname || (last ? !runs_on(last, &v[i]) : v[i].letter != 1))
		return false;
	while (k > 0 && k + AROUND > i && v[k].near && v[k].runs)
		k--;
	return !v[k].near || k + AROUND == i || i + 1 == n || !v[i + 1].near;
}

void
initials_find(struct work *w)
{
	struct initial *v = xcalloc(w->nflow + 1, sizeof *v);
	const struct initial *last = NULL;
	size_t f, i, n = 0;

	for (f = 0; f < w->nflow; f++) {
		if (!read_initial(w, f, &v[n]))
			continue;
		v[n].near = n > 0 && v[n].line - v[n - 1].line <= NEAR;
		v[n].runs = n > 0 && runs_on(&v[n - 1], &v[n]);
		n++;
	}
	for (i = 0; i < n; i++) {
		struct rline *l = flow_line(w, v[i].line);
		if (!are_names(v, n, i) || is_heading(v, n, i, last)) {
			last = &v[i];
			continue;
		}
		l->nlabel = 0;
		l->upper = true;
		l->initial = true;
	}
	free(v);
}
