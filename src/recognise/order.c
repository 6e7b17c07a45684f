/* SPDX-License-Identifier: MIT */
/*
 * order.c - numbers of headings that page text prints too early: a tool that reads a page by its columns
 * takes the number in the margin before text that stands over it.  The number is put over its heading:
 *
 *     29.                 29.                     Chapter I           Chapter I
 *     F.                  text of 29       and    A.                  title of the chapter
 *     text of 29     ->   F.                      title of chapter -> A.
 *     title of F          title of F              title of A          title of A
 *
 * or, where the margin of a whole page comes first, over all the numbers of paragraphs before the heading.
 * Bullets of a list that come before all its texts are put over one text each.
 */
#include <string.h>

#include "recognise/numbering.h"
#include "recognise/score.h"
#include "recognise/work.h"

#define RULE "order.number"
#define BULLET_RULE "order.bullet"
#define TEXT_LINES 12 /* over the number, at the most */
#define HEAD_LINES 4
#define BULLETS 24 /* of a list */
#define PAGE_LINES 80 /* of a page */
#define LISTED_LINES 40 /* the same where the list of contents knows the title */

static bool
is_open(const struct rline *l)
{
	return l->reading == READ_OPEN && !l->seam;
}

/* A number and nothing else. */
static bool
is_number(const struct rline *l)
{
	return l->reading == READ_OPEN && rline_label_alone(l) && !l->bullet;
}

static bool
numbers_heading(const struct rline *l)
{
	return is_number(l) && numbering_rank(l->label[0].style) > 0 &&
	       numbering_rank(l->label[0].style) < NUMBERING_RANKS;
}

/* Words that may be a heading's. */
static bool
is_title(const struct rline *l)
{
	return is_open(l) && l->nlabel == 0 && !l->bullet && l->end == END_OPEN;
}

/* A title that begins large below a, where a text ends. */
static bool
is_title_below(const struct rline *a, const struct rline *l)
{
	return (l->upper || l->caseless) && is_title(l) && a->end != END_OPEN && a->end != END_COMMA;
}

/* The first of the lines that say what an own heading says, from f on: the one over them is finished. */
static bool
begins_title(const struct work *w, size_t f)
{
	const struct rline *a = flow_line(w, f - 1), *l = flow_line(w, f);

	return (l->upper || l->caseless) && !a->dangling &&
	       (l->listed == LISTED || l->anew || reach_of_title(w, a, l) < REACH_SHORT * HEADING_FULL);
}

/* The list of contents knows the title, and other numbers stand over or under the one at f: the title, or 0. */
static size_t
under_numbers(const struct work *w, size_t f)
{
	size_t k;

	if (flow_line(w, f)->listed || (!is_number(flow_line(w, f - 1)) && !is_number(flow_line(w, f + 1))))
		return 0;
	for (k = f + 1; k < w->nflow && k <= f + LISTED_LINES; k++) {
		const struct rline *l = flow_line(w, k);
		if (l->reading != READ_OPEN || l->listed)
			return l->listed == LISTED && is_title(l) && !is_number(l - 1) ? k : 0;
	}
	return 0;
}

/* Under the number of a paragraph or item at f - 1: the title of the number at f, or 0. */
static size_t
under_text(const struct work *w, size_t f)
{
	const struct rline *over = flow_line(w, f - 1);
	size_t k;

	if (!is_number(over) || numbering_rank(over->label[0].style) < NUMBERING_RANKS)
		return 0;
	for (k = f + 1; k < w->nflow && k <= f + TEXT_LINES; k++) {
		const struct rline *l = flow_line(w, k), *a = flow_line(w, k - 1);
		if (!is_open(l) || l->nlabel > 0 || l->bullet)
			return 0;
		if (k > f + 1 && l->gap > 0)
			return is_title_below(a, l) ? k : 0;
	}
	return 0;
}

/* It begins with the number of a chapter or section, and no paragraph has such. */
static bool
names_part(const struct rline *l)
{
	return l->nlabel > 0 && numbering_rank(l->label[0].style) < numbering_rank(LABEL_ARABIC);
}

/* The number of a chapter or section, over that of one of its sections. */
static bool
numbers_part_of(const struct rline *over, const struct rline *l)
{
	return is_number(over) && (over->label[0].style == LABEL_CHAPTER ||
	                           (numbers_heading(over) && numbering_rank(over->label[0].style) <
	                                                         numbering_rank(l->label[0].style)));
}

/* Under a chapter's number at f - 1: the title of the number at f behind that of the chapter, or 0. */
static size_t
under_title(const struct work *w, size_t f)
{
	size_t k, found = 0;

	if (!numbers_part_of(flow_line(w, f - 1), flow_line(w, f)))
		return 0;
	for (k = f + 1; k < w->nflow && k <= f + 2 * HEAD_LINES; k++) {
		const struct rline *l = flow_line(w, k);
		if (!is_title(l) || (k > f + 1 && l->gap > 0))
			break;
		if (k > f + 1 && found == 0 && begins_title(w, k))
			found = k;
	}
	return k < w->nflow && flow_line(w, k)->nlabel > 0 ? found : 0;
}

/* The lines from k on, which are a title's, stand over the number of a paragraph. */
static bool
stands_over_number(const struct work *w, size_t k)
{
	size_t first = k;

	for (; k < w->nflow && k <= first + HEAD_LINES; k++) {
		const struct rline *l = flow_line(w, k);
		if (l->nlabel > 0)
			return k > first && l->label[0].style == LABEL_ARABIC;
		if (!is_title(l) || (k > first && l->gap > 0))
			return false;
	}
	return false;
}

/*
 * A number at the top of a page, over other numbers: the first title below on the page that stands over a
 * paragraph and has no number of its own, or 0.
 */
static size_t
under_page_top(const struct work *w, size_t f)
{
	const struct rline *next = flow_line(w, f + 1);
	size_t k;

	if (next->nlabel == 0 || (names_part(next) && numbers_part_of(flow_line(w, f), next)))
		return 0;
	for (k = f + 2; k < w->nflow && k <= f + PAGE_LINES; k++) {
		const struct rline *l = flow_line(w, k), *a = flow_line(w, k - 1);
		if (!is_open(l) || (names_part(l) && !(is_number(l) && is_number(a))))
			return 0;
		if (l->gap > 0 && is_title_below(a, l) && stands_over_number(w, k))
			return k;
	}
	return 0;
}

/* The heading that the list of contents knows begins with the number over it. */
static void
join(struct work *w, size_t f)
{
	struct rline *number = flow_line(w, f), *title = flow_line(w, f + 1);

	if (!is_number(number) || title->listed != LISTED || title->nlabel > 0)
		return;
	number->listed = LISTED;
	title->listed = LISTED_MORE;
}

/* The line of the flow at f goes before the one at to, its end with it, but no notes or furniture behind it. */
static void
put_before(struct work *w, size_t f, size_t to, const char *rule)
{
	struct rline *l = flow_line(w, f);
	uint32_t line = w->flow[f];

	text_moved(w, l->off, l->n + 1, rule);
	l->gap = 1;
	memmove(w->flow + f, w->flow + f + 1, (to - f - 1) * sizeof *w->flow);
	w->flow[to - 1] = line;
}

static bool
is_lone_bullet(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && l->bullet && l->bullet_n == l->n && !bullet_is_dash(w, l);
}

/* Text goes on at f, and no number, bullet or end of a page stands there. */
static bool
is_text(const struct work *w, size_t f)
{
	const struct rline *l = flow_line(w, f);

	return is_open(l) && l->nlabel == 0 && !l->bullet;
}

/* The text of an item begins at f: what stands over it is closed and has room left for its first word. */
static bool
begins_text(const struct work *w, size_t f)
{
	const struct rline *a = flow_line(w, f - 1), *l = flow_line(w, f);

	return !l->lower && (a->end == END_STOP || a->end == END_SEMI) &&
	       (l->gap > 0 || reach_with_next(w, a, l) < REACH_NEARLY);
}

/* Where n closed texts begin from f on, into the array: as many as there are, or a heading or number comes first. */
static size_t
find_texts(const struct work *w, size_t f, size_t *text, size_t n)
{
	size_t k, found = 0;

	for (k = f; k < w->nflow && k <= f + PAGE_LINES && is_text(w, k); k++)
		if (k == f || begins_text(w, k)) {
			if (found == n)
				return n;
			text[found++] = k;
		}
	/* the last one is a text if it is closed as well */
	return found - (found > 0 && flow_line(w, k - 1)->end != END_STOP);
}

/* Bullets stand from f on, one over the other, and their texts below: the end of what was put in order. */
static size_t
order_bullets(struct work *w, size_t f)
{
	size_t text[BULLETS], n, k;

	for (n = 0; f + n < w->nflow && n < BULLETS && is_lone_bullet(w, flow_line(w, f + n)); n++)
		;
	if (n < 2 || find_texts(w, f + n, text, n) < n)
		return f + n;
	/* the last bullet stands over the first text already; those above it go to the lower texts */
	for (k = n - 1; k > 0; k--)
		put_before(w, f, text[k] - (n - 1 - k), BULLET_RULE);
	return text[n - 1] + 1;
}

static void
order_numbers(struct work *w)
{
	size_t f;

	for (f = 1; f + 2 < w->nflow; f++) {
		const struct rline *l = flow_line(w, f);
		size_t to = 0;
		if (!numbers_heading(l))
			continue;
		if (!l->seam && l->gap > 0)
			to = under_text(w, f);
		if (!l->seam)
			to = to ? to : under_title(w, f);
		to = to ? to : under_numbers(w, f);
		to = to ? to : under_page_top(w, f);
		if (to > 0) {
			put_before(w, f, to, RULE);
			join(w, to - 1);
			join(w, f - 1);
		}
	}
}

void
order_find(struct work *w)
{
	size_t f = 0;

	if (w->draft->form != SOURCE_PAGE_SINGLE)
		return;
	order_numbers(w);
	while (f < w->nflow)
		f = is_lone_bullet(w, flow_line(w, f)) ? order_bullets(w, f) : f + 1;
}
