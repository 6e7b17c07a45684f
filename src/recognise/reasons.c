/* SPDX-License-Identifier: MIT */
/*
 * reasons.c - why a line is what it is, in short words: the facts that the scores weigh, and what
 * the rules of single passes go by.
 */
#include <string.h>

#include "recognise/score.h"

struct sayings {
	const char *word[8];
	size_t n;
};

static void
say(struct sayings *s, bool so, const char *word)
{
	if (so && s->n < sizeof s->word / sizeof *s->word)
		s->word[s->n++] = word;
}

static void
number_facts(struct sayings *s, const struct rline *l, float fit)
{
	const struct label *b = &l->label[l->which];

	if (l->reading != READ_HEAD && l->reading != READ_PARA && l->reading != READ_ITEM)
		return;
	say(s, fit >= 2 && b->value > 1, "its number is the next one");
	say(s, b->value == 1, "its number begins a count");
	say(s, fit < 0 && b->value > 1, "its number is out of order");
	say(s, b->body >= l->n, "its number stands on a line of its own");
}

const char *
reasons_of_line(const struct work *w, size_t f, float number_fit)
{
	const struct rline *l = &w->line[w->flow[f]], *a = flow_before(w, f);
	const struct rline *c = f + 1 < w->nflow ? &w->line[w->flow[f + 1]] : NULL;
	struct place_in_flow p = {.w = w, .before = a, .at = l, .after = c, .index = f};
	struct sayings s = {.n = 0};
	bool heading = l->reading == READ_HEAD || l->reading == READ_PLAIN;
	struct buf out = {0};
	const char *text;
	size_t k;

	number_facts(&s, l, number_fit);
	say(&s, l->src->kind == LINE_HEADING, "the form of the draft says heading");
	say(&s, l->src->kind == LINE_ITEM || l->src->kind == LINE_BULLET, "the form of the draft says item");
	say(&s, l->src->para && a && a->src->para != l->src->para, "the form of the draft begins a paragraph");
	say(&s, l->bullet, "it begins with a bullet");
	say(&s, heading && l->listed, "it stands in the list of contents");
	say(&s, heading && l->bold, "it is bold");
	say(&s, heading && l->caps, "it is in capitals");
	say(&s, a == NULL, "it is the first line");
	say(&s, a && a->end == END_STOP, "the line before ends a sentence");
	say(&s, a && a->end == END_COLON, "the line before ends in a colon");
	say(&s, a && a->end == END_SEMI, "the line before ends in a semicolon");
	say(&s, a && w->wrapped && break_is_wanted(&p), "the line before has room left");
	say(&s, l->gap > 0, "a blank line is above");
	say(&s, heading && l->end == END_OPEN, "it ends without a stop");
	say(&s, heading && c && c->gap > 0, "a blank line is below");
	say(&s, w->hints && l->src->indent > 0, "it is indented");
	say(&s, l->seam, "a page begins");
	for (k = 0; k < s.n; k++)
		buf_printf(&out, "%s%s", k ? "; " : "", s.word[k]);
	text = out.n ? arena_strndup(w->arena, out.data, out.n) : NULL;
	buf_free(&out);
	return text;
}

/* The first entry that a rule begins with holds. */
static const struct {
	const char *rule, *words;
} rules[] = {
	{"masthead.agenda", "it stands under an agenda item"},
	{"masthead.body", "it begins like the name of a committee or treaty and stands among masthead fields"},
	{"masthead.stray", "it is a letter or two that no text can be"},
	{"masthead.title", "it stands over the line that says what the paper is, or says so itself"},
	{"masthead.kind", "its words say what the paper is"},
	{"masthead", "its words or form are those of a masthead field"},
	{"part.body", "the text begins"},
	{"contents.heading", "it is the heading of a list of contents"},
	{"contents", "it stands in the list of contents"},
	{"annex.", "it is the label of an annex"},
	{"appendix.", "it is the label of an appendix"},
	{"enclosure.", "it is the label of an enclosure"},
	{"letter.title", "it begins as letters do, and their words begin below it"},
	{"front.", "its words open a part before the report"},
	{"signature.signed", "it begins as signatures do"},
	{"signature", "it stands under a signature"},
	{"vote", "its words open a list of votes"},
	{"record.time", "it tells when the meeting paused or ended"},
	{"record", "a speaker is named before a colon"},
	{"resolution.chapeau", "it names the organ that acts"},
	{"resolution", "it stands in the frame of a resolution"},
	{"note.call.form", "the form of the draft says note"},
	{"note.call", "its mark is the one looked for here"},
	{"note.lost", "its mark is called and its text was not found"},
	{"note.uncalled", "its mark is called nowhere"},
	{"note.form", "the form of the draft says note"},
	{"note.detached", "texts and marks stand apart and are paired in their order"},
	{"note.continued", "the note of the page before is not at its end"},
	{"note.end", "it stands among the notes at the end, and its number is the next one"},
	{"note.kept", "it stands among the notes at the end, and the text calls few of them"},
	{"note.table", "it stands under a table whose cells call its mark"},
	{"note.star", "it begins with a star"},
	{"note", "its mark is the next one at the foot of a page"},
	{"table.scattered", "short lines stand apart, as cells do"},
	{"table.caption", "it stands over a table"},
	{"figure.caption", "it stands beside a picture"},
	{"picture.inline", "a picture stands in the text before it"},
	{"table", "its words stand in columns"},
	{"form", "the form of the draft says so"},
	{"list", "its items follow each other"},
	{"item.agenda", "short numbered lines follow each other"},
	{"join", "the text before goes on"},
	{"page.printed", "the draft prints this page number"},
	{"page.counted", "a page of the draft begins"},
	{"cite", "it is written as references are"},
	{"mark.form", "the form of the draft says so"},
	{"bracket", "square brackets are around it"},
	{"p.start", "nothing says that it goes on or is anything else"},
	{"fix", "the editor says so"},
	{"report", "the draft holds one paper"},
};

/* What the draft shows of a part is what it shows of all in it. */
static void
lines_of_parts(struct report *r)
{
	struct rep_node *n, *p;

	for (n = rep_next(r->root, r->root); n; n = rep_next(r->root, n))
		for (p = n->parent; n->line_from && p; p = p->parent) {
			if (p->kind != REP_REPORT && p->kind != REP_HEAD && p->kind != REP_BODY)
				continue;
			if (p->line_from == 0 || n->line_from < p->line_from)
				p->line_from = n->line_from;
			if (n->line_to > p->line_to)
				p->line_to = n->line_to;
		}
}

void
reasons_of_rules(struct report *r)
{
	struct rep_node *n;
	size_t k;

	r->root->rule = "report";
	r->root->conf = 1;
	lines_of_parts(r);
	for (n = r->root; n; n = rep_next(r->root, n))
		for (k = 0; n->rule && !n->evidence && k < sizeof rules / sizeof *rules; k++)
			if (strncmp(n->rule, rules[k].rule, strlen(rules[k].rule)) == 0)
				n->evidence = rules[k].words;
}
