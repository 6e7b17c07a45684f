/* SPDX-License-Identifier: MIT */
/*
 * running_title.c - the title of the paper that pages repeat, in one line or several, beside other furniture; lines of
 * the text that say the same at two pages stay.
 */
#include "recognise/furniture.h"

#define TITLE_WITHIN 40 /* lines of a masthead and the titles under it */
#define FEW_HEADS 2     /* running heads of a paper whose title may stand over one page only */
#define FULL_LINE 85    /* of a hundred parts of the measure: words of a paragraph fill it so far */
#define TITLE_MOST 6    /* lines of one */
#define CALLS_MOST 3    /* bytes of the calls that end one */
#define SEAM_LINES 12   /* of the foot of a page and the head of the next */

/* The line without blanks goes on with what the title says from *at on. */
static bool
goes_on_with(struct span title, size_t *at, struct span line)
{
	size_t i = *at, k;

	for (k = 0; k < line.n; k++)
		if (line.s[k] != ' ' && (i == title.n || title.s[i++] != line.s[k]))
			return false;
	*at = i;
	return true;
}

/* A line that stands in the middle of pages again and again is a heading, which begins some pages too. */
static bool
recurs_in_text(const struct work *w, struct span t)
{
	size_t i, seen = 0;

	for (i = 0; i < w->nline && seen < 2; i++)
		seen += w->line[i].n == t.n && w->line[i].reading == READ_OPEN && !is_beside_dropped(w, i) &&
		        span_eq(rline_text(w, &w->line[i]), t);
	return seen == 2;
}

/*
 * Lines over the first one that ends as text does, the masthead and the title, in a paper of so few pages that
 * its title comes back only once or twice; else 0.
 */
static size_t
opening_lines(const struct work *w)
{
	size_t i, heads = 0;

	for (i = 0; i < w->nline; i++)
		heads += dropped_as(&w->line[i], DROP_RUNNING_HEAD);
	if (heads > FEW_HEADS)
		return 0;
	for (i = 0; i < w->nline && i < TITLE_WITHIN && w->line[i].end == END_OPEN && w->line[i].nlabel == 0; i++)
		;
	return i < w->nline ? i : 0;
}

/*
 * The line says what one of the first n lines says, under the running head of a page.  The title of a letter does so
 * over its annex, which it is the label of.
 */
static bool
repeats_opening(const struct work *w, size_t n, size_t i)
{
	if (i <= n || !dropped_as(&w->line[i - 1], DROP_RUNNING_HEAD) || names_letter(w, &w->line[i]))
		return false;
	for (size_t k = 0; k < n; k++)
		if (w->line[k].reading == READ_OPEN && span_eq(rline_text(w, &w->line[k]), rline_text(w, &w->line[i])))
			return true;
	return false;
}

/* Lines of one page, one under another, with a blank line or the end of the page over and under them. */
struct set_apart {
	size_t from, to;
};

static bool
parts_lines(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];

	return i == 0 || i >= w->nline || l->gap > 0 || l->page != l[-1].page || l->reading == READ_DROP ||
	       l[-1].reading == READ_DROP;
}

/* The few lines from i on that stand apart and end as no sentence does, as a title of several does; or i alone. */
static struct set_apart
lines_apart(const struct work *w, size_t i)
{
	size_t to = i;

	do
		if (w->line[to].nlabel || w->line[to].end == END_STOP || w->line[to].end == END_SEMI)
			return (struct set_apart){i, i + 1};
	while (!parts_lines(w, ++to) && to - i < TITLE_MOST);
	return (struct set_apart){i, parts_lines(w, i) && parts_lines(w, to) && w->line[to - 1].end == END_OPEN ? to : i + 1};
}

/* What stands beside the symbol in a running head; empty for other lines. */
static struct span
beside_symbol(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);

	if (!dropped_as(l, DROP_RUNNING_HEAD) || t.n <= w->symbol.n)
		return (struct span){t.s, 0};
	return memcmp(t.s, w->symbol.s, w->symbol.n) == 0 ? span_sub(t, w->symbol.n, t.n)
	                                                  : span_sub(t, 0, t.n - w->symbol.n);
}

/* The lines say what the title says but for the calls of notes, the first of them beside the symbol or under it. */
static bool
repeats(const struct work *w, struct span title, struct set_apart s)
{
	size_t at = 0;

	if (s.from > 0 && !goes_on_with(title, &at, beside_symbol(w, &w->line[s.from - 1])))
		at = 0;
	for (size_t i = s.from; i < s.to; i++)
		if (!goes_on_with(title, &at, rline_text(w, &w->line[i])))
			return false;
	return at > 0 && title.n - at <= CALLS_MOST;
}

static bool
apart_beside_dropped(const struct work *w, struct set_apart s)
{
	return is_beside_dropped(w, s.from) || is_beside_dropped(w, s.to - 1);
}

/*
 * A full line that begins small, or stands between the end of a sentence and what begins small, is of the text,
 * whatever says the same; without case, one that has text above or below it without a blank line.
 */
static bool
goes_on_in_text(const struct work *w, size_t i, struct set_apart s)
{
	const struct rline *l = &w->line[i];
	size_t before = i, after = i + 1;

	if (!w->wrapped || l->cols * 100 < w->width * FULL_LINE || s.to - s.from > 1)
		return false;
	if (l->lower)
		return true;
	while (before > 0 && i - before < SEAM_LINES && w->line[before - 1].reading == READ_DROP)
		before--;
	while (after < w->nline && after - i < SEAM_LINES && w->line[after].reading == READ_DROP)
		after++;
	bool over = after == i + 1 && after < w->nline && l[1].gap == 0, under = before == i && i > 0 && l->gap == 0;
	if (l->caseless)
		return over || under;
	return (over || under) && before > 0 && w->line[before - 1].end == END_STOP && after < w->nline &&
	       w->line[after].lower;
}

/* May line i, one of those that stand apart, be of a title that pages repeat? */
static bool
may_be_title(const struct work *w, size_t i, struct set_apart s)
{
	const struct rline *l = &w->line[i];
	struct span t = rline_text(w, l);

	return l->reading == READ_OPEN && apart_beside_dropped(w, s) && !l->nlabel && l->cols <= HEAD_COLS &&
	       (l->end == END_OPEN || i + 1 < s.to) && !tags_say_text(w, l) && !goes_on_in_text(w, i, s) && !is_address(t) &&
	       !contents_begin(w, i);
}

/* The same short line at the seams of several pages, or the title of the resolution at one. */
void
running_title_find(struct work *w)
{
	struct tally found[TALLY];
	bool text[TALLY] = {false};
	size_t i, k, n = 0, after = SIZE_MAX, opening = opening_lines(w);
	struct span title = resolution_title(w, &after);
	struct set_apart s = {0, 0};
	bool again = false;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span t = rline_text(w, l);
		if (i >= s.to) {
			s = lines_apart(w, i);
			again = i > after && repeats(w, title, s);
		}
		if (!may_be_title(w, i, s) || (lone_number(t) > 0 && !again) || (k = tally(found, &n, t)) == TALLY)
			continue;
		found[k].place = found[k].seen > 0 ? found[k].place : i - s.from;
		found[k].below += i - s.from != found[k].place || (i > 0 && i == s.from && l[-1].reading != READ_DROP);
		/* two that stand at a head and a foot are lines of the text that say the same; one goes as the one over it */
		if (++found[k].seen == 2 || found[k].seen == 3)
			text[k] = !(i > s.from && dropped_as(l - 1, DROP_RUNNING_TITLE)) &&
			          ((found[k].seen == 2 && found[k].below == 1) || recurs_in_text(w, t));
		if ((found[k].seen >= 2 && !text[k]) || again || repeats_opening(w, opening, i))
			line_drop(w, l, DROP_RUNNING_TITLE);
	}
	/* the first occurrence goes too when a later one went and it is not the title itself */
	for (i = 20, s.to = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		s = i < s.to ? s : lines_apart(w, i);
		if (l->reading != READ_OPEN || l->nlabel || l->cols > HEAD_COLS)
			continue;
		for (k = 0; k < n; k++)
			if (found[k].seen >= 2 && !text[k] && span_eq(found[k].s, rline_text(w, l)) &&
			    apart_beside_dropped(w, s) && !contents_begin(w, i))
				line_drop(w, l, DROP_RUNNING_TITLE);
	}
}
