/* SPDX-License-Identifier: MIT */
/*
 * reasons.c - why a line is what it is, in short words: the facts that the scores weigh, and what
 * the rules of single passes go by.
 */
#include <string.h>

#include "recognise/score.h"

#define SURE 0.985f /* from here on an alternative says nothing */

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
	const struct rline *l = flow_line(w, f), *a = flow_before(w, f);
	const struct rline *c = flow_at(w, f + 1);
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
	say(&s, heading && l->src->tag == LINE_TAGGED_HEADING && w->tags.heading > 0, "it is tagged as a heading");
	say(&s, l->reading == READ_P && l->src->tag == LINE_TAGGED_TEXT && w->tags.text > 0, "it is tagged as text");
	say(&s, a && w->tags.blocks && a->src->element > 0 && l->src->element > 0 && a->src->element != l->src->element,
	    "an element of the tags begins");
	say(&s, l->bullet, "it begins with a bullet");
	say(&s, heading && l->listed && !l->recurs, "it stands in the list of contents");
	say(&s, heading && l->recurs == RECURS_SAME, "it stands word for word in other places too");
	say(&s, heading && l->recurs == RECURS_SERIES, "lines of its words count on");
	say(&s, heading && l->recurs == RECURS_TITLE, "it stands under such a line as titles do elsewhere");
	say(&s, heading && l->recurs == RECURS_ROUND, "it comes round with others in the same order");
	say(&s, heading && l->bold, "it is bold");
	say(&s, heading && l->caps, "it is in capitals");
	say(&s, l->reading == READ_PLAIN && ends_in_sentence(&p), "its lines end in mid-sentence where text begins");
	say(&s, a == NULL, "it is the first line");
	say(&s, a && a->end == END_STOP, "the line before ends a sentence");
	say(&s, a && a->end == END_COLON, "the line before ends in a colon");
	say(&s, a && a->end == END_SEMI, "the line before ends in a semicolon");
	say(&s, a && w->wrapped && break_is_wanted(&p), "the line before has room left");
	say(&s, a && a->closed && w->closed > 0, "the line before ends in the blank that paragraphs end in");
	say(&s, !heading && l->recurs == RECURS_NO_HEADING, "lines like it stand over no text");
	say(&s, !heading && l->textless, "no text stands near it");
	say(&s, !heading && !l->textless && !l->listed && l->scarce >= SCARCE_MANY, "little text stands near it");
	say(&s, l->initial, "its letter is an initial: those around it do not count on");
	say(&s, !heading && l->entry, "it is one of a list without signs");
	say(&s, l->anew, "its first word is no name and has a capital");
	say(&s, l->gap > 0, "a blank line is above");
	say(&s, heading && l->end == END_OPEN, "it ends without a stop");
	say(&s, heading && c && c->gap > 0, "a blank line is below");
	say(&s, w->hints && l->src->indent > 0, "it is indented");
	say(&s, l->seam, "a page begins");
	for (k = 0; k < s.n; k++) {
		buf_adds(&out, k ? "; " : "");
		buf_adds(&out, s.word[k]);
	}
	text = out.n ? arena_strndup(w->arena, out.data, out.n) : NULL;
	buf_free(&out);
	return text;
}

/* The first entry that a rule begins with holds; what the text would be without the rule, or NULL. */
static const struct reason {
	const char *rule, *words, *other;
} rules[] = {
	{"masthead.agenda", "it stands under an agenda item", "plain-heading"},
	{"masthead.body", "it begins like the name of a committee or treaty and stands among masthead fields",
	 "plain-heading"},
	{"masthead.addendum", "the symbol is that of an addendum", "annex"},
	{"masthead.stray", "it is a letter or two that no text can be", "p"},
	{"masthead.title", "it stands over the line that says what the paper is, or says so itself", "p"},
	{"masthead.cover", "it stands where the cover of a book of official records has its title", "p"},
	{"masthead.series", "it belongs to the cover of a book of official records", "p"},
	{"masthead.kind", "its words say what the paper is", "plain-heading"},
	{"proposal.title", "it stands between the line that says whose draft this is and the text of the draft", "p"},
	{"masthead.particulars", "it is one of several rows of a label, a colon and what it names", "p"},
	{"masthead", "its words or form are those of a masthead field", "p"},
	{"part.body", "the text begins", NULL},
	{"contents.heading", "it is the heading of a list of contents", "plain-heading"},
	{"contents", "it stands in the list of contents", "p"},
	{"heading.annex", "the headings before it count on behind it", "annex"},
	{"annex.title", "it stands between the label of the annex and its text and ends without a stop", "p"},
	{"annex.original", "it says in which language the annex was written", "plain-heading"},
	{"annex.", "it is the label of an annex", "plain-heading"},
	{"appendix.", "it is the label of an appendix", "plain-heading"},
	{"enclosure.", "it is the label of an enclosure", "plain-heading"},
	{"letter.title", "it begins as letters do, and their words begin below it", "p"},
	{"front.series", "it stands behind the title page of a book, over a note", "plain-heading"},
	{"front.", "its words open a part before the report", "plain-heading"},
	{"signature.signed", "it begins as signatures do", "p"},
	{"signature.closing", "it ends as signatures do", "p"},
	{"signature", "it stands under a signature", "p"},
	{"vote", "its words open a list of votes", "p"},
	{"record.time", "it tells when the meeting paused or ended", "p"},
	{"record", "a speaker is named before a colon", "p"},
	{"resolution.chapeau", "it names the organ that acts", "p"},
	{"resolution", "it stands in the frame of a resolution", "p"},
	{"note.call.form", "the form of the draft says note", "text"},
	{"note.call", "its mark is the one looked for here", "text"},
	{"note.lost", "its mark is called and its text was not found", "text"},
	{"note.uncalled", "its mark is called nowhere", "p"},
	{"note.form", "the form of the draft says note", "p"},
	{"figure.words", "it is tagged as words of a picture, or as no part of the text", "p"},
	{"note.tag", "it is tagged as a note", "p"},
	{"note.detached", "texts and marks stand apart and are paired in their order", "p"},
	{"note.continued", "the note of the page before is not at its end", "p"},
	{"note.end", "it stands among the notes at the end, and its number is the next one", "para"},
	{"note.kept", "it stands among the notes at the end, and the text calls few of them", "note"},
	{"note.table", "it stands under a table whose cells call its mark", "p"},
	{"note.star", "it begins with a star", "p"},
	{"note", "its mark is the next one at the foot of a page", "p"},
	{"table.scattered", "short lines stand apart, as cells do", "p"},
	{"table.caption-below", "it begins with the sign of a caption and stands under a table", "p"},
	{"table.caption", "it stands over a table", "p"},
	{"figure.caption", "it stands beside a picture", "p"},
	{"picture.inline", "a picture stands in the text before it", "text"},
	{"table", "its words stand in columns", "p"},
	{"form", "the form of the draft says so", "p"},
	{"list", "its items follow each other", "p"},
	{"item.agenda", "short numbered lines follow each other", "p"},
	{"join", "the text before goes on", "p"},
	{"page.printed", "the draft prints this page number", NULL},
	{"page.counted", "a page of the draft begins", NULL},
	{"cite", "it is written as references are", "text"},
	{"mark.form", "the form of the draft says so", NULL},
	{"bracket", "square brackets are around it", "text"},
	{"p.start", "nothing says that it goes on or is anything else", "continuation"},
	{"fix", "the editor says so", NULL},
	{"report", "the draft holds one paper", NULL},
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

/* The first of the list that the rule begins with, or NULL. */
static const struct reason *
reason_of(const char *rule)
{
	size_t k;

	for (k = 0; k < sizeof rules / sizeof *rules; k++)
		if (*rule == *rules[k].rule && strncmp(rule, rules[k].rule, strlen(rules[k].rule)) == 0)
			return &rules[k];
	return NULL;
}

void
reasons_of_rules(struct report *r)
{
	const struct reason *why = NULL;
	const char *last = NULL; /* neighbours have often the same */
	struct rep_node *n;

	r->root->rule = "report";
	r->root->conf = 1;
	lines_of_parts(r);
	for (n = r->root; n; n = rep_next(r->root, n)) {
		if (!n->rule)
			continue;
		if (n->rule != last)
			why = reason_of(n->rule);
		last = n->rule;
		if (!why)
			continue;
		n->evidence = n->evidence ? n->evidence : why->words;
		if (!n->alternative && why->other && n->conf < SURE)
			n->alternative = arena_printf(r->arena, "%s %.2f", why->other, (double)(1 - n->conf));
	}
}
