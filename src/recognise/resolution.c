/* SPDX-License-Identifier: MIT */
/*
 * resolution.c - the frame of a resolution: the lines that say who adopted it, its number and
 * title, "The General Assembly," and the meeting and date at the end.
 */
#include <string.h>

#include "recognise/work.h"

#define TITLE_LINES 8

size_t
resolution_number(struct span s)
{
	size_t i = 0, a = 0, b = 0;

	while (i < s.n && s.s[i] >= '0' && s.s[i] <= '9' && ++a)
		i++;
	if (a == 0 || a > 4 || i == s.n || s.s[i] != '/')
		return 0;
	for (i++; i < s.n && s.s[i] >= '0' && s.s[i] <= '9' && ++b;)
		i++;
	if (i + 1 < s.n && s.s[i] == ' ' && s.s[i + 1] >= 'A' && s.s[i + 1] <= 'Z')
		i += 2;
	if (b == 0 || i == s.n)
		return 0;
	if (s.s[i] == ' ' && i + 1 < s.n && s.s[i + 1] == '-')
		i++;
	if (s.s[i] != '.' && s.s[i] != '-' && !span_starts(span_sub(s, i, s.n), "\xEF\xBC\x8E"))
		return 0;
	i += (unsigned char)s.s[i] == 0xEF ? 3 : 1;
	return i == s.n || s.s[i] == ' ' || s.s[i] == '\t' || (unsigned char)s.s[i] >= 0x80 ? i : 0;
}

/* "The General Assembly," alone on a line opens the preamble. */
static bool
chapeau(struct work *w, size_t f)
{
	struct rline *l = &w->line[w->flow[f]];
	struct span folded;
	size_t n = 0, k;

	if (l->end != END_COMMA || l->n > 120)
		return false;
	folded = line_folded(w, l);
	if (words_is(w->words, WORD_CHAPEAU, folded)) {
		line_fix(l, READ_CHAPEAU, "resolution.chapeau", 0.99f);
		w->resolution = true;
		return true;
	}
	for (k = 0; k < w->words->n[WORD_ARTICLE_OF_ORGAN]; k++) {
		struct span x = w->words->list[WORD_ARTICLE_OF_ORGAN][k];
		if (x.n > n && x.n < folded.n && memcmp(folded.s, x.s, x.n) == 0)
			n = x.n;
	}
	folded = span_trim(span_sub(folded, n, folded.n));
	n = words_start(w->words, WORD_ORGAN, folded);
	if (!n)
		n = l->cols < 60 && words_start(w->words, WORD_BODY, folded) ? folded.n - 1 : 0;
	if (!n || n + 4 < folded.n)
		return false;
	line_fix(l, READ_CHAPEAU, "resolution.chapeau", 0.97f);
	w->resolution = true;
	return true;
}

static bool
has_digit(struct span s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] >= '0' && s.s[i] <= '9')
			return true;
	return false;
}

/* "34th meeting", the date under it, "[Adopted without a vote]". */
void
resolution_closes(struct work *w, size_t f)
{
	struct rline *l = &w->line[w->flow[f]], *m;
	struct span t = rline_text(w, l), folded;
	const struct rline *before = flow_before(w, f);

	if (l->cols > 60 || l->end == END_STOP || l->end == END_COMMA || !has_digit(t) || !before || l->nlabel)
		return;
	if (before->end != END_STOP && before->reading == READ_OPEN)
		return;
	folded = words_fold(w->arena, t);
	if (!words_in(w->words, WORD_MEETING, folded))
		return;
	line_fix(l, READ_ADOPTION, "resolution.meeting", 0.9f);
	if (f + 1 >= w->nflow)
		return;
	m = &w->line[w->flow[f + 1]];
	if (m->reading == READ_OPEN && m->cols < 40 && has_digit(rline_text(w, m)) && !m->nlabel &&
	    (words_in(w->words, WORD_MONTH, line_folded(w, m)) || m->digit_first))
		line_fix(m, READ_ADOPTION, "resolution.date", 0.9f);
}

/* Lines from f that go on until the line stop says, or the limit; they become continuations. */
static void
take_lines(struct work *w, size_t f, size_t to, const char *rule)
{
	for (; f < to; f++)
		line_fix(&w->line[w->flow[f]], READ_CONT, rule, 0.9f);
}

/* The line of the chapeau within the next lines, or 0; nothing but open lines may lie between. */
static size_t
chapeau_after(struct work *w, size_t f)
{
	size_t k;

	for (k = f + 1; k < w->nflow && k <= f + TITLE_LINES; k++) {
		struct rline *l = &w->line[w->flow[k]];
		if (l->reading == READ_CHAPEAU || (l->reading == READ_OPEN && chapeau(w, k)))
			return k;
		if (l->reading != READ_OPEN)
			return 0;
	}
	return 0;
}

/* "[on the report of ...]" up to its closing bracket. */
static size_t
bracket_end(const struct work *w, size_t f)
{
	size_t k;

	for (k = f; k < w->nflow && k < f + 5; k++) {
		const struct rline *l = &w->line[w->flow[k]];
		if (l->reading != READ_OPEN)
			return 0;
		if (w->draft->text.s[l->off + l->n - 1] == ']')
			return k + 1;
	}
	return 0;
}

/* "Resolution adopted by ...", with the date under it. */
static bool
adopted(struct work *w, size_t f)
{
	struct rline *l = &w->line[w->flow[f]];
	size_t k;

	if (l->n > 200 || l->lower || l->end == END_STOP ||
	    !words_start(w->words, WORD_ADOPTED, line_folded(w, l)))
		return false;
	line_fix(l, READ_PLAIN, "resolution.adopted", 0.95f);
	for (k = f + 1; k < w->nflow && k < f + 4; k++) {
		const struct rline *m = &w->line[w->flow[k]];
		struct span t = rline_text(w, m);
		if (m->reading != READ_OPEN || m->gap > 0 || t.s[0] == '[' || resolution_number(t) ||
		    m->cols > w->width * 8 / 10 || !(m->lower || m->digit_first))
			break;
	}
	take_lines(w, f + 1, k, "resolution.adopted");
	return true;
}

bool
resolution_opens(struct work *w, size_t f)
{
	struct rline *l = &w->line[w->flow[f]];
	struct span t = rline_text(w, l);
	size_t to;

	if (chapeau(w, f) || adopted(w, f))
		return true;
	if (t.s[0] == '[' && (to = bracket_end(w, f)) != 0 &&
	    words_in(w->words, WORD_REFERENCE, words_fold(w->arena, t))) {
		line_fix(l, READ_P, "resolution.reference", 0.95f);
		take_lines(w, f + 1, to, "resolution.reference");
		return true;
	}
	if (resolution_number(t) && (to = chapeau_after(w, f)) != 0) {
		line_fix(l, READ_PLAIN, "resolution.title", 0.97f);
		take_lines(w, f + 1, to, "resolution.title");
		return true;
	}
	return false;
}
