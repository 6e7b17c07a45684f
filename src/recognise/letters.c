/* SPDX-License-Identifier: MIT */
/*
 * letters.c - the frame of letters: the title that names writer and addressee, the label of the
 * annex that repeats it, the signature.  Found before the masthead, for a title names organs too.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define OPENING_LINES 60 /* a title stands among the first ones */
#define TITLE_LINES 8
#define LABEL_LINES 6
#define JOINT_BYTES 8     /* between the title and the word for annex */
#define OFFICE_COLS 80    /* of a line as wide as a page */
#define TAIL_BYTES 12    /* of a title that a label must repeat */
#define LARGE_REACH 0.55f /* of a line of text: titles are set large */

bool
names_letter(const struct work *w, const struct rline *l)
{
	struct span f = line_folded(w, l);
	size_t end = f.n;

	if (words_start(w->words, WORD_LETTER, f))
		return true;
	return end > 0 && char_wide(utf8_prev(f.s, &end)) && words_end(w->words, WORD_LETTER, f);
}

static bool
turns(const struct work *w, const struct rline *l)
{
	return words_start(w->words, WORD_LETTER_TURN, line_folded(w, l)) > 0;
}

/* The lines [from, to) folded, joined as text is. */
static struct span
folded(const struct work *w, size_t from, size_t to)
{
	struct buf b = {0};
	struct span out;

	for (; from < to; from++) {
		struct span f = line_folded(w, flow_line(w, from));
		size_t end = b.n, start = 0;
		if (b.n > 0 && !(char_wide(utf8_prev(b.data, &end)) && f.n > 0 && char_wide(utf8_next(f.s, f.n, &start))))
			buf_addc(&b, ' ');
		buf_addspan(&b, f);
	}
	while (b.n > 0 && (b.data[b.n - 1] == '*' || b.data[b.n - 1] == ' '))
		b.n--;
	out = (struct span){arena_strndup(w->arena, b.data ? b.data : "", b.n), b.n};
	buf_free(&b);
	return out;
}

/*
 * Does line l stand under a title that line before, of all the lines [f, to), ends?  A title ends in whom the letter is
 * for, or in where its writer is: at the United Nations.  It may end so in its midst too, unless a capital stands
 * below, or room is left.
 */
static bool
stands_under_title(const struct work *w, size_t f, size_t to)
{
	const struct rline *l = flow_line(w, to), *before = flow_line(w, to - 1);
	struct span title = folded(w, f, to);
	bool large = reach_of_title(w, before, l) < LARGE_REACH;

	if (!w->wrapped || !(l->upper || l->caseless) || before->end != END_OPEN)
		return false;
	if (l->upper && words_end(w->words, WORD_ADDRESSEE, title))
		return true;
	return large && (words_end(w->words, WORD_ORGAN, title) || words_end(w->words, WORD_ADDRESSEE, title) ||
	                 words_end(w->words, WORD_ORGANIZATION, title));
}

/* Behind the last line of the title whose first line is f; f when nothing shows its end. */
static size_t
title_end(const struct work *w, size_t f)
{
	size_t to;

	for (to = f + 1; to < w->nflow && to < f + TITLE_LINES; to++) {
		const struct rline *l = flow_line(w, to), *before = flow_line(w, to - 1);
		bool apart = !w->wrapped || l->gap > 0 || l->seam || (l->src->para && l->src->para != before->src->para);
		if (apart || turns(w, l))
			return to;
		if (l->reading != READ_OPEN || l->nlabel || l->bullet)
			return f;
		if (stands_under_title(w, f, to))
			return to;
		if (l->end == END_STOP)
			return f;
	}
	return f;
}

/* "Letter of transmittal" over "Letter dated ...": the heading of a part before the report, and no title. */
static bool
is_over_letter(const struct work *w, size_t f)
{
	return f + 1 < w->nflow && words_is(w->words, WORD_LETTER, line_folded(w, flow_line(w, f))) &&
	       names_letter(w, flow_line(w, f + 1));
}

static bool
opens_count(const struct rline *l)
{
	return l->nlabel && !l->label[0].paren && l->label[0].value == 1 && l->label[0].style != LABEL_LETTER;
}

void
letters_find(struct work *w)
{
	size_t f, k, from, to;

	for (f = 0; f < w->nflow && f < OPENING_LINES; f++) {
		const struct rline *l = flow_line(w, f);
		char last = l->n ? w->draft->text.s[l->off + l->n - 1] : 0;
		if (opens_count(l))
			return;
		if (l->reading != READ_OPEN || l->lower || l->nlabel || l->bullet || l->end == END_STOP || l->n > 300 ||
		    (last >= '0' && last <= '9') || !names_letter(w, l) || is_over_letter(w, f))
			continue;
		/* where the word comes last the title may begin above */
		for (from = f; from > 0 && f - from < 2 &&
		               !words_start(w->words, WORD_LETTER, line_folded(w, flow_line(w, from))) &&
		               flow_line(w, from)->gap == 0 && flow_line(w, from - 1)->reading == READ_OPEN &&
		               flow_line(w, from - 1)->cols * 2 > w->width && flow_line(w, from - 1)->end == END_OPEN; from--)
			;
		to = title_end(w, f);
		if (to == f || (to == f + 1 && words_is(w->words, WORD_LETTER, line_folded(w, l))))
			continue;
		for (k = from; k < to; k++) {
			line_fix(flow_line(w, k), k > from ? READ_CONT : READ_PLAIN, "letter.title", 0.93f);
			flow_line(w, k)->kind = "letter-title";
		}
		w->letter = folded(w, from, to);
		f = to - 1;
	}
}

/* Fields and furniture apart, none of the lines [from, end) is a sentence, a part of its own or may name the paper. */
static bool
only_titles(const struct work *w, size_t from, size_t end, bool several)
{
	for (; from < end; from++) {
		const struct rline *l = &w->line[from];
		if (l->reading == READ_FIELD || l->reading == READ_DROP)
			continue;
		if (l->reading != READ_OPEN || l->end == END_STOP || (!several && masthead_names_paper(w, l)))
			return false;
	}
	return true;
}

/* A title may begin with line l, which has one before it. */
static bool
may_begin_title(const struct rline *l)
{
	return (l->upper || l->caseless) && !l[-1].dangling;
}

/* The lines [from, end) still to be read that may begin the title of an agenda item. */
static size_t
beginnings(const struct work *w, size_t from, size_t end)
{
	size_t n = 0;

	for (; from < end; from++)
		n += w->line[from].reading == READ_OPEN && may_begin_title(&w->line[from]);
	return n;
}

/*
 * Nothing but fields parts an agenda item from the title of the letter below it, and titles of that item.  Where no
 * more lines could begin one than items are named, all do; of several, one may be "Report of ...".
 */
size_t
letter_agenda(struct work *w, size_t letter)
{
	size_t item = letter, named;
	bool all, open = false; /* a title that may go on */

	if (letter >= w->nline || !line_is(&w->line[letter], "letter-title"))
		return letter;
	while (item > 0 && !(w->line[item].reading == READ_FIELD && w->line[item].field == REP_AGENDA_ITEM))
		item--;
	if (item == 0)
		return letter;
	named = masthead_items(rline_text(w, &w->line[item]));
	all = beginnings(w, item + 1, letter) <= named;
	if (!only_titles(w, item + 1, letter, all && named > 1))
		return letter;
	for (size_t k = item + 1; k < letter; k++) {
		const struct rline *l = &w->line[k];
		if (l->reading != READ_OPEN)
			continue;
		bool begins = all ? may_begin_title(l) : masthead_title_begins(l);
		masthead_take(w, k, REP_AGENDA_TITLE, open && !begins, "masthead.agenda-title");
		open = true;
	}
	return item;
}

/* The last words of the title of the letter. */
static struct span
title_tail(const struct work *w)
{
	size_t from = w->letter.n;

	while (from > 0 && (w->letter.n - from < TAIL_BYTES || w->letter.s[from - 1] != ' '))
		from--;
	return span_sub(w->letter, from, w->letter.n);
}

static bool
ends_in(struct span s, struct span tail)
{
	return tail.n > 0 && s.n >= tail.n && memcmp(s.s + s.n - tail.n, tail.s, tail.n) == 0;
}

/* Behind the title of the letter: the word for annex and its number, or nothing. */
static bool
names_annex_behind(const struct work *w, struct span s)
{
	const struct span *word = w->words->list[WORD_ANNEX];
	size_t k, at;

	if (s.n <= w->letter.n || memcmp(s.s, w->letter.s, w->letter.n) != 0)
		return false;
	s = span_sub(s, w->letter.n, s.n);
	for (k = 0; k < w->words->n[WORD_ANNEX]; k++)
		if ((at = span_find(s, word[k])) <= JOINT_BYTES && is_part_number(w, span_sub(s, at + word[k].n, s.n)))
			return true;
	return false;
}

size_t
letter_label_end(const struct work *w, size_t f, bool annex_first)
{
	size_t to;

	for (to = f + 1; w->letter.n > 0 && to <= w->nflow && to <= f + LABEL_LINES; to++) {
		struct span s = folded(w, f, to);
		if (annex_first ? ends_in(s, title_tail(w)) : names_annex_behind(w, s))
			return to;
		if (to < w->nflow && (flow_line(w, to)->reading != READ_OPEN || flow_line(w, to)->gap > 0 ||
		                       flow_line(w, to)->nlabel))
			break;
	}
	return f;
}

/* Columns of a full line; where lines are whole paragraphs, what they hold says nothing of it. */
static unsigned
full_cols(const struct work *w)
{
	return w->wrapped ? w->width : OFFICE_COLS;
}

/* A line of office under or over a name: short, no sentence, no label. */
static bool
is_office(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && !l->nlabel && l->end != END_COLON && l->n <= 160 &&
	       rline_text(w, l).s[0] != '(' && l->cols <= full_cols(w) * 9 / 10 && !begins_part(w, l);
}

/* "(Signed) Name" with the office under it. */
static void
offices_below(struct work *w, size_t f)
{
	size_t k;

	for (k = f + 1; k < w->nflow && k <= f + 3; k++) {
		struct rline *m = flow_line(w, k);
		/* lines of one signature stand equally close */
		if (m->seam || m->gap > 1 || !is_office(w, m) || (k > f + 1 && m->gap > flow_line(w, f + 1)->gap))
			break;
		line_fix(m, k > f + 1 && m->lower ? READ_CONT : READ_SIGN, "signature.office", 0.8f);
		if (m->end == END_STOP && !ends_in_initials(rline_text(w, m)))
			break;
	}
}

/* A short line that names an office: "The Ambassador,". */
static bool
names_office(const struct work *w, const struct rline *l)
{
	return (l->end == END_OPEN || l->end == END_COMMA) && !l->lower && l->cols * 10 <= full_cols(w) * 6 &&
	       words_in(w->words, WORD_OFFICE, line_folded(w, l));
}

#define NAME_WORDS 5 /* of a person, at the most */

/* Two words or a few, each with a capital. */
static bool
may_be_name(struct span t)
{
	size_t i = 0, words = 0;

	while (i < t.n) {
		if (!char_upper(char_after(t, i)))
			return false;
		words++;
		while (i < t.n && t.s[i] != ' ')
			i++;
		while (i < t.n && t.s[i] == ' ')
			i++;
	}
	return words > 1 && words <= NAME_WORDS;
}

bool
signature_over_office(const struct work *w, const struct rline *l, const struct rline *under)
{
	return under && under->end == END_OPEN && !under->lower && under->gap <= l->gap && !l->caps &&
	       l->cols * 10 <= full_cols(w) * 4 && under->cols * 10 <= full_cols(w) * 6 &&
	       words_start(w->words, WORD_OFFICE, line_folded(w, under)) > 0 && may_be_name(rline_text(w, l));
}

/*
 * The office over the name, as Chinese and French have it: lines that name one, and others that are
 * closed up where the name ends its line ("Name (signed)").  Were there any?
 */
static bool
offices_above(struct work *w, size_t f, bool closed_up)
{
	size_t k;

	for (k = f; k > 0 && f - k < 3 && !flow_line(w, k)->seam; k--) {
		struct rline *m = flow_line(w, k - 1);
		bool closed = closed_up && flow_line(w, k)->gap == 0 && m->end == END_OPEN;
		if (!is_office(w, m) || !(closed || names_office(w, m)))
			break;
		line_fix(m, READ_SIGN, "signature.office", 0.8f);
	}
	return k < f;
}

/* The folded line without brackets and stars at its ends. */
static struct span
bare(struct span s)
{
	static const char *const signs[] = {"(", ")", "[", "]", "*", " ", "\xEF\xBC\x88", "\xEF\xBC\x89"};
	size_t k;

	for (k = 0; k < sizeof signs / sizeof signs[0]; k++) {
		size_t n = strlen(signs[k]);
		if (s.n < n || (memcmp(s.s, signs[k], n) != 0 && memcmp(s.s + s.n - n, signs[k], n) != 0))
			continue;
		s = memcmp(s.s, signs[k], n) == 0 ? span_sub(s, n, s.n) : span_sub(s, 0, s.n - n);
		k = SIZE_MAX;
	}
	return s;
}

static bool
in_bracket(struct span t, bool first)
{
	static const char *const open[] = {"(", "[", "*", "\xEF\xBC\x88"}, *const close[] = {")", "]", "\xEF\xBC\x89"};
	size_t k;

	for (k = 0; first && k < sizeof open / sizeof open[0]; k++)
		if (span_starts(t, open[k]))
			return true;
	for (k = 0; !first && k < sizeof close / sizeof close[0]; k++)
		if (t.n >= strlen(close[k]) && memcmp(t.s + t.n - strlen(close[k]), close[k], strlen(close[k])) == 0)
			return true;
	return false;
}

void
signature_find(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	struct span t = rline_text(w, l), name;
	bool before, behind;

	if (l->n > 160 || l->n < 6 || l->end == END_STOP)
		return;
	before = in_bracket(t, true);
	behind = in_bracket(t, false);
	if (!before && !behind)
		return;
	name = bare(line_folded(w, l));
	if (before && words_start(w->words, WORD_SIGNED, name)) {
		line_fix(l, READ_SIGN, "signature.signed", 0.97f);
		l->kind = offices_above(w, f, false) ? "closing" : "signed";
		if (line_is(l, "signed"))
			offices_below(w, f);
	} else if (behind && words_end(w->words, WORD_SIGNED, name)) {
		offices_above(w, f, true);
		line_fix(l, READ_SIGN, "signature.closing", 0.9f);
		l->kind = "closing";
	}
}
