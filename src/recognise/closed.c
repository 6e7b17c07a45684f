/* SPDX-License-Identifier: MIT */
/*
 * closed.c - the blank that a word processor sets for the mark at the end of a paragraph: page text that keeps the
 * blanks at the ends of its lines has one more there than where a line was broken.
 *
 * Not all papers have it, nor all paragraphs of one.  What it is worth, and what its want is, the text shows: how
 * often it stands where a line plainly runs on, and how often where a paragraph plainly ends.
 */
#include <math.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define BLANKS 8      /* at the end of a line that are told apart */
#define RUNS_LEAST 20 /* lines that run on, and */
#define ENDS_LEAST 3  /* ends of paragraphs, that show what the blank is worth */
#define SLIP 0.01f    /* it stands in mid-paragraph at the least so often, */
#define SEEN 0.2f     /* and at the ends of paragraphs, or it says nothing */
#define FEW_MORE 0.5f  /* a text of few sentences sets two blanks behind so many */
#define FEW_ALL 10.0f  /* of so many */
#define CLOSED_MOST 2.0f
#define OPEN_MOST 1.0f /* the last paragraph of a cell or page may have none */

static unsigned
blanks_behind(const struct rline *l)
{
	struct span t = l->src->text;
	size_t end = (size_t)(l->off - l->src->off) + l->n;

	return t.n <= end ? 0 : t.n - end < BLANKS ? (unsigned)(t.n - end) : BLANKS - 1;
}

/* The sentence goes on in line b, in small letters. */
static bool
runs_on(const struct rline *a, const struct rline *b)
{
	return a->reading == READ_OPEN && b->reading == READ_OPEN && a->end == END_OPEN && b->lower && !b->nlabel &&
	       !b->bullet && b->gap == 0;
}

/* A sentence ends in line a, and its paragraph too: a number begins b, or b's first word had much room. */
static bool
ends(const struct work *w, const struct rline *a, const struct rline *b)
{
	bool number = b->nlabel > 0 && b->label[0].style == LABEL_ARABIC && !b->label[0].paren;

	return a->reading == READ_OPEN && b->reading == READ_OPEN && a->end == END_STOP &&
	       (number || (b->upper && reach_with_next(w, a, b) < REACH_SHORT));
}

/* How often two blanks or more stand between sentences of one line, as some writers set them, of all times that any do. */
static float
double_blanks(const struct work *w)
{
	size_t all = 0, more = 0;

	for (size_t f = 0; f < w->nflow; f++) {
		struct span t = rline_text(w, flow_line(w, f));
		for (size_t i = 1; i + 1 < t.n; i++) {
			bool two = t.s[i] == ' ' && t.s[i + 1] == ' ';
			if (t.s[i] == ' ' && t.s[i - 1] == '.' && char_upper(char_after(t, i + 1 + two))) {
				all++;
				more += two;
			}
		}
	}
	return ((float)more + FEW_MORE) / ((float)all + FEW_ALL);
}

void
closed_find(struct work *w)
{
	size_t usual[BLANKS] = {0}, runs = 0, ended = 0, runs_closed = 0, ends_closed = 0;
	unsigned most = 0;

	if (!has_page_text(w) || !w->wrapped)
		return;
	for (size_t f = 0; f + 1 < w->nflow; f++)
		if (runs_on(flow_line(w, f), flow_line(w, f + 1)))
			usual[blanks_behind(flow_line(w, f))]++;
	for (unsigned k = 1; k < BLANKS; k++)
		most = usual[k] > usual[most] ? k : most;
	for (size_t f = 0; f < w->nflow; f++) {
		struct rline *a = flow_line(w, f);
		const struct rline *b = flow_at(w, f + 1);
		a->closed = blanks_behind(a) > most;
		if (b != NULL && runs_on(a, b)) {
			runs++;
			runs_closed += a->closed;
		} else if (b != NULL && ends(w, a, b)) {
			ended++;
			ends_closed += a->closed;
		}
	}
	if (runs < RUNS_LEAST || ended < ENDS_LEAST)
		return;
	float run = ((float)runs_closed + 0.5f) / ((float)runs + 1), end = ((float)ends_closed + 0.5f) / ((float)ended + 1);
	run = run < SLIP ? SLIP : run;
	if (end < SEEN || end <= run)
		return;
	/* what speaks for a line that goes on is taken from a new start too: half of it to each */
	float closed = logf(end / run) / 2, open = logf((1 - run) / (1 - end)) / 2, stop = run + double_blanks(w);
	w->closed = closed < CLOSED_MOST ? closed : CLOSED_MOST;
	w->closed_stop = end > stop ? logf(end / stop) / 2 : 0;
	w->closed_stop = w->closed_stop < w->closed ? w->closed_stop : w->closed;
	w->unclosed = open < OPEN_MOST ? open : OPEN_MOST;
}
