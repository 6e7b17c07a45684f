/* SPDX-License-Identifier: MIT */
/*
 * page_text.c - page text to lines.
 *
 * A form that puts a blank line behind each line says nothing with that blank line.  Papers are
 * not always spaced in one way throughout (a cover in another language, a table), so whether the
 * spacing is double is asked anew for every stretch of lines.
 */
#include <string.h>

#include "source/forms.h"

#define STRETCH 12 /* lines on each side that show how this one is spaced */

uint16_t
line_indent(struct span s)
{
	unsigned columns = 0;
	for (size_t i = 0; i < s.n && columns < UINT16_MAX - 8u; i++) {
		if (s.s[i] == ' ')
			columns++;
		else if (s.s[i] == '\t')
			columns = (columns / 8 + 1) * 8;
		else
			break;
	}
	return (uint16_t)columns;
}

/*
 * Take the blank lines of the form out of blank_before: n + 1 of 2n + 1 where lines are spaced
 * double.  A line with none before it was written together with the one above.
 */
static void
fold_spacing(struct arena *a, struct draft *draft)
{
	size_t n = draft->nline;
	uint32_t *spaced = ARENA_ARRAY(a, uint32_t, n + 1); /* how many of the first i lines are */
	for (size_t i = 0; i < n; i++)
		spaced[i + 1] = spaced[i] + (draft->line[i].blank_before > 0);
	for (size_t i = 0; i < n; i++) {
		size_t from = i > STRETCH ? i - STRETCH : 0, to = i + STRETCH < n ? i + STRETCH : n;
		struct line *l = &draft->line[i];
		if ((spaced[to] - spaced[from]) * 100 >= (to - from) * 55)
			l->blank_before /= 2;
	}
}

void
page_lines(struct arena *a, struct draft *draft, const struct decoded *in)
{
	const struct traced *t = &in->text;
	size_t cap = 0, blank = 0, next_page = 0;
	uint32_t page = in->npage > 0 ? 1 : 0;
	draft->text = (struct span){t->s, t->n};
	draft->origin = t->origin;
	for (size_t at = 0; at < t->n;) {
		const char *nl = memchr(t->s + at, '\n', t->n - at);
		size_t end = nl != NULL ? (size_t)(nl - t->s) : t->n;
		for (; next_page < in->npage && in->page[next_page] <= at; next_page++)
			page++;
		struct span text = span_sub(draft->text, at, end);
		if (span_trim(text).n == 0) {
			blank++;
		} else {
			struct line *l = VEC_PUSH(a, draft->line, draft->nline, cap);
			l->off = (uint32_t)at;
			l->text = text;
			l->indent = line_indent(text);
			l->page = page;
			l->blank_before = (uint16_t)(blank > UINT16_MAX ? UINT16_MAX : blank);
			blank = 0;
		}
		at = end + 1;
	}
	if (draft->form == SOURCE_PAGE_DOUBLE)
		fold_spacing(a, draft);
}
