/* SPDX-License-Identifier: MIT */
/*
 * counted.c - headings that a count shows among the cells of tables: page text prints the number, the title and
 * the cells below them line by line, all of them short.
 *
 *     ... the Committee recommends approval.     text
 *     2.                                         the number after "1.", which stands over text too
 *     Harbour staff                              its title
 *     Approved                                   cells
 *
 * Rows of tables are counted as well, but no text stands between one and the next.
 */
#include <stdlib.h>

#include "recognise/work.h"

#define STYLES 3        /* Roman numbers, letters, Arabic numbers */
#define SHORT 60        /* hundredths of the width of text: a title beside or under its number */
#define SENTENCE 50     /* the same: the least of a line that ends a sentence of text */
#define MOST 40         /* a number of a heading; paragraphs are counted further */

struct counted {
	size_t line;        /* of the flow */
	uint32_t value[STYLES];
	size_t text;        /* lines of text before it, in all */
};

static int
style_of(const struct label *l)
{
	if (l->paren || l->value == 0 || l->value > MOST)
		return -1;
	return l->style == LABEL_ROMAN ? 0 : l->style == LABEL_LETTER ? 1 : l->style == LABEL_ARABIC ? 2 : -1;
}

static bool
is_title(const struct work *w, const struct rline *l)
{
	return l && l->reading == READ_OPEN && l->upper && !l->bullet && !l->digit_first && l->end == END_OPEN &&
	       l->cols * 100 <= w->width * SHORT;
}

/* A number with its title beside it or on the next line. */
static bool
read_counted(const struct work *w, size_t f, struct counted *out)
{
	const struct rline *l = flow_line(w, f), *next = flow_at(w, f + 1);
	bool alone = rline_label_alone(l), any = false;

	*out = (struct counted){.line = f};
	if (l->reading != READ_OPEN || l->bullet || l->nlabel == 0 || l->listed)
		return false;
	if (alone ? !is_title(w, next) || next->nlabel > 0 : !is_title(w, l))
		return false;
	for (uint8_t k = 0; k < l->nlabel; k++) {
		int s = style_of(&l->label[k]);
		if (s >= 0)
			out->value[s] = l->label[k].value;
		any = any || s >= 0;
	}
	return any;
}

static bool
ends_text(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && l->end == END_STOP && l->cols * 100 >= w->width * SENTENCE;
}

static void
show(const struct work *w, struct counted *c)
{
	struct rline *l = flow_line(w, c->line);

	l->counted = true;
	if (rline_label_alone(l))
		flow_line(w, c->line + 1)->counted = true;
}

void
counted_find(struct work *w)
{
	struct counted *all, *last[STYLES][MOST + 1] = {{NULL}};
	size_t f, n = 0, text = 0;

	if (!w->wrapped)
		return;
	all = xcalloc(w->nflow + 1, sizeof *all);
	for (f = 0; f < w->nflow; f++) {
		struct counted *c = &all[n];
		text += ends_text(w, flow_line(w, f));
		if (!read_counted(w, f, c))
			continue;
		c->text = text;
		for (int s = 0; s < STYLES; s++) {
			struct counted *a = c->value[s] ? last[s][c->value[s] - 1] : NULL;
			if (a && c->text > a->text) {
				show(w, a);
				show(w, c);
			}
			last[s][c->value[s]] = c;
		}
		n++;
	}
	free(all);
}
