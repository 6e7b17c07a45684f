/* SPDX-License-Identifier: MIT */
/*
 * stamps.c - what a library or a printer puts at the foot of each page of a copy: the same words among the last
 * lines of more than half of the pages, and nowhere else.  A scan shows signs of the margin under them, so that no
 * number of a page need stand beside them.
 */
#include "recognise/chars.h"
#include "recognise/vocab.h"
#include "recognise/work.h"

#define FOOT 5        /* last lines of a page */
#define PAGES_LEAST 4 /* with it: fewer could be chance */
#define LETTERS 8     /* of its words: fewer are a value or a sign */

static bool
may_be_stamp(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t i = 0, letters = 0;

	if (l->reading != READ_OPEN || l->end != END_OPEN || l->nlabel || l->bullet || l->lower || tags_say_text(w, l) ||
	    l->cols * 10 >= w->width * 8)
		return false;
	while (i < t.n && letters < LETTERS)
		letters += char_letter(utf8_next(t.s, t.n, &i));
	return letters == LETTERS;
}

/* Behind the last line of the page of line i. */
static size_t
page_end(const struct work *w, size_t i)
{
	uint32_t page = w->line[i].src->page;

	while (i < w->nline && w->line[i].src->page == page)
		i++;
	return i;
}

void
stamps_find(struct work *w)
{
	struct vocab *all = vocab_new(w->arena), *foot = vocab_new(w->arena);
	size_t i, to = 0, pages = 0;

	if (!has_page_text(w))
		return;
	for (i = 0; i < w->nline; i++) {
		if (i == to) {
			to = page_end(w, i);
			pages++;
		}
		if (!may_be_stamp(w, &w->line[i]))
			continue;
		vocab_add(all, rline_text(w, &w->line[i]));
		if (to - i <= FOOT)
			vocab_add(foot, rline_text(w, &w->line[i]));
	}
	for (i = 0; i < w->nline; i++) {
		if (!may_be_stamp(w, &w->line[i]))
			continue;
		uint32_t n = vocab_count(foot, rline_text(w, &w->line[i]));
		if (n >= PAGES_LEAST && n * 2 > pages && n <= pages && n == vocab_count(all, rline_text(w, &w->line[i])))
			line_drop(w, &w->line[i], DROP_RUNNING_TITLE);
	}
}
