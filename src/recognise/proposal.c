/* SPDX-License-Identifier: MIT */
/*
 * proposal.c - the paper that holds one draft resolution or decision: right under the masthead a line says what it is
 * and who submits it, which is the title of the paper; the title of the draft stands between that and its text.
 */
#include "recognise/score.h"
#include "recognise/work.h"

#define ZONE_LINES 60   /* of a masthead */
#define NAMES_LINES 8   /* that the names of those who submit the draft may take */
#define TITLE_LINES 6   /* of a title */
#define CHAPEAU_COLS 66 /* and more hold no name of an organ alone */

/* Line f of the flow goes on with what the one before began: it shows so, or had no room there. */
static bool
goes_on(const struct work *w, size_t f)
{
	const struct rline *a = flow_line(w, f - 1), *b = flow_line(w, f);

	if (b->reading != READ_OPEN || b->gap > 0 || b->seam)
		return false;
	return b->lower || a->dangling || a->end == END_COMMA || reach_of_title(w, a, b) >= HEADING_FULL;
}

/* Behind the last of the lines that say who submits the paper and what it is, the first of which is line f. */
static size_t
behind_names(const struct work *w, size_t f)
{
	size_t k = f + 1;

	if (flow_line(w, f)->reading == READ_PLAIN) /* the masthead knows its lines */
		while (k < w->nflow && flow_line(w, k)->reading == READ_CONT)
			k++;
	else
		while (k < w->nflow && k - f < NAMES_LINES && goes_on(w, k))
			k++;
	return k;
}

/* The first line that is no field: it says that the paper is a draft; the number of lines when it does not. */
static size_t
first_of_names(const struct work *w)
{
	size_t f = 0, fields = 0;

	for (; f < w->nflow && f < ZONE_LINES; f++) {
		const struct rline *l = flow_line(w, f);
		if (l->reading == READ_OPEN || l->reading == READ_PLAIN)
			break;
		fields += l->reading == READ_FIELD;
	}
	if (f >= w->nflow || f == ZONE_LINES || fields < 2)
		return w->nflow;
	const struct rline *l = flow_line(w, f), *last = flow_line(w, behind_names(w, f) - 1);
	bool draft = words_start(w->words, WORD_PROPOSAL, line_folded(w, l)) > 0 ||
	             ((l->reading == READ_PLAIN || l->caseless) && words_end(w->words, WORD_PROPOSAL, line_folded(w, last)));
	return draft && last->end == END_OPEN ? f : w->nflow;
}

/* "The General Assembly," or a name that what the organ decides follows. */
static bool
names_organ(const struct work *w, const struct rline *l)
{
	return l->reading == READ_CHAPEAU || resolution_begins(w, l) ||
	       ((l->end == END_COMMA || l->end == END_COLON) && l->cols < CHAPEAU_COLS &&
	        words_in(w->words, WORD_ORGAN, line_folded(w, l)));
}

/* No sentence, no list, and not what an organ says. */
static bool
may_be_title(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && !l->bullet && l->end != END_STOP && l->end != END_SEMI && l->end != END_COLON &&
	       !names_organ(w, l);
}

/* Lines [f, to) of the flow are one title. */
static void
title_fix(struct work *w, size_t f, size_t to, const char *rule)
{
	line_fix(flow_line(w, f), READ_PLAIN, rule, 0.9f);
	while (++f < to)
		line_fix(flow_line(w, f), READ_CONT, rule, 0.9f);
}

bool
title_take(struct work *w, size_t f, const char *rule)
{
	size_t k = f;

	/* where type is known it shows the title, and what stands under it */
	if (!w->wrapped || w->em > 0 || f >= w->nflow || flow_line(w, f)->lower)
		return false;
	do
		if (k - f == TITLE_LINES || !may_be_title(w, flow_line(w, k)))
			return false;
	while (++k < w->nflow && !names_organ(w, flow_line(w, k)) && goes_on(w, k));
	const struct rline *last = flow_line(w, k - 1), *text = flow_at(w, k);
	if (last->end != END_OPEN || last->dangling || text == NULL || text->lower ||
	    (text->reading != READ_OPEN && text->reading != READ_CHAPEAU))
		return false;
	title_fix(w, f, k, rule);
	return true;
}

void
proposal_find(struct work *w)
{
	size_t names = w->wrapped ? first_of_names(w) : w->nflow, title;

	if (names == w->nflow)
		return;
	title = behind_names(w, names);
	if (title_take(w, title, "proposal.title") && flow_line(w, names)->reading == READ_OPEN)
		title_fix(w, names, title, "masthead.kind");
}
