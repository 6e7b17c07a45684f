/* SPDX-License-Identifier: MIT */
/*
 * masthead_fields.c - what a line of a masthead is, each of its columns for itself.
 *
 * A line may hold two columns (layout text, or an organisation and a symbol side by side): each part is
 * known by its words, by what it stands beside, or goes on with the part above it in its column.
 */
#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define WITHIN_BYTES 240 /* of a line that holds a date, in letters of two bytes */
#define SPACED_BYTES 160 /* of a name set wide, in letters of two bytes */
#define SHORT_VALUE 16 /* bytes of "Distribution:", whose value stands below */
#define MORE_BYTES 40 /* of what a field goes on with below it */
#define ITEM_TITLE_LINES 6
#define COLUMN_GAP 1 /* blank lines in a name that is at no end, beside others, whose column may have them */
#define SIGN_COLS 6 /* of a sign beside an organ, at the most */

/* Month from 1 by its place among the words (English first, or two names per month in Arabic). */
static int
month_of(const struct words *w, struct span s, size_t *at, size_t *n)
{
	size_t i, best = SIZE_MAX;
	int month = 0;

	for (i = 0; i < w->n[WORD_MONTH]; i++) {
		size_t p = span_find(s, w->list[WORD_MONTH][i]);
		if (p == SIZE_MAX || (best != SIZE_MAX && w->list[WORD_MONTH][i].n <= *n))
			continue;
		best = p;
		*at = p;
		*n = w->list[WORD_MONTH][i].n;
		month = (int)(i % 12) + 1;
	}
	return month;
}

/* Numbers of the line in order; how many. */
static int
numbers(struct span s, int out[4])
{
	size_t i;
	int n = 0;

	for (i = 0; i < s.n && n < 4; i++) {
		long v = 0;
		if (!char_digit((unsigned char)s.s[i]))
			continue;
		while (i < s.n && char_digit((unsigned char)s.s[i]) && v < 100000)
			v = v * 10 + (s.s[i++] - '0');
		out[n++] = (int)v;
	}
	return n;
}

/* NULL when there is no such day. */
static const char *
iso_form(const struct work *w, int year, int month, int day)
{
	if (year < 1900 || year > 2200 || day < 1 || day > 31)
		return NULL;
	return arena_printf(w->arena, "%04d-%02d-%02d", year, month, day);
}

/* One date and nothing else: ISO form, or NULL. */
static const char *
date_iso(const struct work *w, struct span t)
{
	struct span f = words_fold(w->arena, t);
	size_t at = 0, n = 0;
	int v[4], count = numbers(f, v), month;

	if (t.n > 60 || count < 2 || count > 3 || (month = month_of(w->words, f, &at, &n)) == 0)
		return NULL;
	if (count == 3)
		return v[1] == month ? iso_form(w, v[0], month, v[2]) : NULL;
	return char_digit((unsigned char)f.s[0]) ? iso_form(w, v[1], month, v[0]) : NULL;
}

/* A date among other words, as heads of records have it: "Thursday, 11 December 2031, 10 a.m."; ISO form, or NULL. */
static const char *
date_within(const struct work *w, struct span t)
{
	struct span f = words_fold(w->arena, t);
	size_t at = 0, n = 0;
	int v[4], count = numbers(f, v), month = month_of(w->words, f, &at, &n), before;

	if (!month || count < 2 || t.n > WITHIN_BYTES)
		return NULL;
	if (count >= 3 && v[0] >= 1900 && v[1] == month)
		return iso_form(w, v[0], month, v[2]);
	before = numbers(span_sub(f, 0, at), v);
	if (before == 0)
		return NULL;
	int day = v[before - 1];
	return numbers(span_sub(f, at + n, f.n), v) > 0 ? iso_form(w, v[0], month, day) : NULL;
}

const char *
masthead_date(const struct work *w, struct span t)
{
	const char *iso = date_iso(w, t);

	return iso ? iso : date_within(w, t);
}

struct field_part *
masthead_part(struct work *w, size_t line, struct span t, enum rep_kind kind, bool more)
{
	struct field_part *p = VEC_PUSH(w->arena, w->part, w->npart, w->part_cap);

	*p = (struct field_part){.line = (uint32_t)line, .off = (uint32_t)(t.s - w->draft->text.s),
	                         .n = (uint32_t)t.n, .kind = kind,
	                         .attr = more ? "continued" : NULL, .value = more ? "true" : NULL};
	return p;
}

static const char *
distribution(const struct words *o, struct span folded)
{
	return words_in(o, WORD_LIMITED, folded) ? "limited" :
	       words_in(o, WORD_RESTRICTED, folded) ? "restricted" : "general";
}

/*
 * "N A T I O N S   U N I E S", two ideographs: set with a blank after each letter, without those; else as it is.  Wider
 * blanks part words, but those between ideographs.
 */
static struct span
without_letterspace(const struct work *w, struct span t)
{
	char *out = arena_alloc(w->arena, t.n + 1);
	size_t i = 0, n = 0, letters = 0;

	while (i < t.n) {
		size_t from = i, blanks = 0;
		utf8_next(t.s, t.n, &i);
		memcpy(out + n, t.s + from, i - from);
		n += i - from;
		letters++;
		for (; i < t.n && t.s[i] == ' '; i++)
			blanks++;
		if (i < t.n && blanks == 0)
			return t;
		if (i < t.n && blanks > 1 && !char_wide(char_after(t, from)))
			out[n++] = ' ';
	}
	return letters > 2 || (letters == 2 && char_wide(char_after(t, 0))) ? (struct span){out, n} : t;
}

/* Text that begins with a small letter: the middle of a name or title. */
static bool
begins_small(struct span t)
{
	return char_small(char_after(t, 0));
}

/* "2023/24": the year of a budget. */
static bool
has_budget_year(struct span f)
{
	size_t i, digits = 0;

	for (i = 0; i + 2 < f.n && !(digits == 4 && f.s[i] == '/' && char_digit((unsigned char)f.s[i + 1])); i++)
		digits = char_digit((unsigned char)f.s[i]) ? digits + 1 : 0;
	return i + 2 < f.n && char_digit((unsigned char)f.s[i + 2]) &&
	       (i + 3 == f.n || !char_digit((unsigned char)f.s[i + 3]));
}

/* A session is named in it: at its end, where words stand without blanks. */
static bool
names_session(const struct words *o, struct span folded)
{
	size_t end = folded.n;

	if (has_budget_year(folded))
		return false;
	while (end > 0 && folded.s[end - 1] == '*')
		end--;
	folded = span_sub(folded, 0, end);
	return char_wide(char_before(folded, end)) ? words_end(o, WORD_SESSION, folded) : words_in(o, WORD_SESSION, folded);
}

/* "9-13", days from and to, behind the comma of a place: "Nice, France, 9–13 June 2025". */
static bool
has_days(struct span f)
{
	size_t comma = span_find(f, SPAN_LIT(", ")), i = 0;

	while (i < f.n && !char_digit((unsigned char)f.s[i]))
		i++;
	while (i < f.n && char_digit((unsigned char)f.s[i]))
		i++;
	return comma < i && f.n > 0 && char_dash(char_after(f, i)) && !span_ends(f, ".");
}

/* "A /98/PV.3": a blank came behind the initial of the organ, which is set larger. */
static bool
is_symbol_apart(const struct work *w, struct span t)
{
	return t.n > 3 && t.s[0] >= 'A' && t.s[0] <= 'Z' && t.s[1] == ' ' && t.s[2] == '/' &&
	       is_symbol(span_of(arena_printf(w->arena, "%c%.*s", t.s[0], (int)t.n - 2, t.s + 2)));
}

enum rep_kind
masthead_kind(const struct work *w, struct span t, const char **attr, const char **value)
{
	const struct words *o = w->words;
	struct span f = words_fold(w->arena, t.n < SPACED_BYTES ? without_letterspace(w, t) : t);
	const char *iso;
	size_t at, n, cols = evidence_cols(t);
	int v[4];

	*attr = *value = NULL;
	if (cols == 0 || cols > 200)
		return REP_KINDS;
	if (is_symbol(t) || is_symbol_apart(w, t))
		return REP_SYMBOL;
	if (words_is(o, WORD_ORGANIZATION, f))
		return REP_ORGANIZATION;
	if (words_is(o, WORD_ORGAN, f))
		return REP_ORGAN;
	if (words_is(o, WORD_RECORDS, f))
		return REP_FIELD;
	if (words_start(o, WORD_DISTR, f) && cols < 50) {
		*attr = "value";
		*value = distribution(o, f);
		return REP_DISTRIBUTION;
	}
	if (words_start(o, WORD_ORIGINAL, f) && cols < 80)
		return REP_ORIGINAL;
	if ((n = words_start(o, WORD_LANGUAGE, f)) == f.n && n > 0)
		return REP_LANGUAGE;
	/* "English, French and Spanish only" */
	if (n > 0 && cols < 80 && words_in(o, WORD_LANGUAGE, span_sub(f, n, f.n)) && evidence_end(t) == END_OPEN)
		return REP_FIELD;
	if ((iso = date_iso(w, t)) != NULL || (w->record_paper && (iso = date_within(w, t)) != NULL)) {
		*attr = "iso";
		*value = iso;
		return REP_DATE;
	}
	if ((n = words_start(o, WORD_AGENDA, f)) != 0 && cols < 90 && numbers(f, v) > 0 &&
	    span_find(f, SPAN_LIT(". ")) == SIZE_MAX)
		return REP_AGENDA_ITEM;
	if (t.n < 90 && !begins_small(t) && names_session(o, f) && evidence_end(t) == END_OPEN &&
	    !words_is(o, WORD_BODY, f) && !words_end(o, WORD_REPORT_OF, f) && !words_in(o, WORD_RECORD_KIND, f) &&
	    !words_start(o, WORD_REPORT_OF, f) && !words_start(o, WORD_KIND, f))
		return REP_SESSION;
	if (words_is(o, WORD_PLACE, f))
		return REP_VENUE;
	if (t.n < 110 && numbers(f, v) > 0 && evidence_end(t) == END_OPEN && !words_in(o, WORD_LETTER, f) &&
	    (words_start(o, WORD_PLACE, f) || (char_digit((unsigned char)f.s[0]) && month_of(o, f, &at, &n))))
		return REP_VENUE;
	if (t.n < 60 && has_days(f) && numbers(f, v) == 3 && month_of(o, f, &at, &n) && v[2] > 1900)
		return REP_VENUE;
	bool led = span_find(t, SPAN_LIT(". . .")) != SIZE_MAX; /* to the end of the line */
	if ((n = words_start(o, WORD_ROLE, f)) != 0 && (cols < 90 || led) &&
	    (f.s[n - 1] == ':' || (n < f.n && f.s[n] == ':')))
		return REP_AUTHOR;
	return REP_KINDS;
}

/* Of the organization, or of an organ. */
static bool
is_name(enum rep_kind kind)
{
	return kind == REP_ORGANIZATION || kind == REP_ORGAN;
}

/* " . . ." ends the text: leaders to what stands at the end of the line. */
static bool
ends_in_leaders(struct span t)
{
	return span_ends(t, " . .") || span_ends(t, "...");
}

size_t
masthead_split(const struct work *w, const struct rline *l, struct span out[4])
{
	struct span t = rline_text(w, l);
	size_t i = 0, n = 0, from = 0;
	const char *a, *v;

	if (is_name(masthead_kind(w, t, &a, &v)))
		i = t.n; /* its blanks are no columns */
	while (i < t.n && n < 3) {
		bool apart = (t.s[i] == ' ' && i + 1 < t.n && t.s[i + 1] == ' ') || t.s[i] == '\t';
		size_t to = i;
		while (apart && i < t.n && (t.s[i] == ' ' || t.s[i] == '\t'))
			i++;
		/* leaders are no column, nor is what they lead to */
		if (apart && i < t.n && t.s[i] != '.' && !ends_in_leaders(span_sub(t, from, to))) {
			out[n++] = span_sub(t, from, to);
			from = i;
		}
		i += i == to;
	}
	out[n++] = span_sub(t, from, t.n);
	/* "Nations Unies A/HRC/WG.6/7/ITA/1", "General Assembly Distr. general", "DP/2043/1 United Nations" */
	for (i = n == 1 && t.n < 90 ? t.n : 0; i-- > 1;) {
		enum rep_kind left = t.s[i] == ' ' ? masthead_kind(w, span_trim(span_sub(t, 0, i)), &a, &v) : REP_KINDS;
		if (!is_name(left) && left != REP_SYMBOL)
			continue;
		enum rep_kind right = masthead_kind(w, span_sub(t, i + 1, t.n), &a, &v);
		if (left == REP_SYMBOL ? right == REP_ORGANIZATION : right == REP_SYMBOL || right == REP_DISTRIBUTION) {
			out[0] = span_trim(span_sub(t, 0, i));
			out[1] = span_sub(t, i + 1, t.n);
			return 2;
		}
	}
	return n;
}

size_t
masthead_items(struct span t)
{
	size_t n = 0, i;

	for (i = 0; i < t.n; i++)
		n += char_digit((unsigned char)t.s[i]) && (i == 0 || t.s[i - 1] == ' ' || (unsigned char)t.s[i - 1] >= 0x80);
	return n;
}

/* The title of an agenda item goes on in the line, behind one that is half full at the least. */
static bool
in_item_title(const struct work *w, size_t i)
{
	size_t first = i;

	while (first > 0 && i - first < ITEM_TITLE_LINES && w->line[first].gap == 0 && w->line[first - 1].reading == READ_OPEN)
		first--;
	return w->wrapped && first > 0 && first < i && w->line[i - 1].cols * 2 >= w->width &&
	       w->line[first - 1].reading == READ_FIELD && w->line[first - 1].field == REP_AGENDA_ITEM;
}

/* Two lines of a paragraph: the first is long, and so is the second where it begins small. */
static bool
run_on(const struct work *w, const struct rline *a, const struct rline *b)
{
	return w->wrapped && b->gap == 0 && b->reading == READ_OPEN && a->end == END_OPEN && a->cols * 10 >= w->width * 7 &&
	       (a->dangling || (b->lower && b->cols * 10 >= w->width * 7));
}

/* "Summary record of the 4th meeting," in the head of one: the line below says when that was held. */
static bool
names_record(const struct work *w, const struct rline *l)
{
	return w->record_paper && words_in(w->words, WORD_RECORD_KIND, line_folded(w, l));
}

/* A line in the middle of a paragraph or title: dates and sessions are words there like others. */
static bool
in_prose(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i], *before = i > 0 ? l - 1 : NULL;

	if (l->nlabel && l->label[0].paren)
		return true;
	if (i + 1 < w->nline && run_on(w, l, l + 1))
		return true;
	if (!before || !w->wrapped || l->gap > 0 || before->reading != READ_OPEN)
		return false;
	if (before->end != END_OPEN)
		return before->end == END_COMMA && !l->digit_first && !names_record(w, before);
	bool filled = l->src->para > 0 && before->src->para == l->src->para && before->cols * 10 >= w->width * 8;
	return filled || before->dangling || run_on(w, before, l);
}

enum rep_kind
masthead_body(const struct work *w, struct span t)
{
	static const struct { enum word word; enum rep_kind kind; } names[] = {
	    {WORD_BODY, REP_BODY_NAME}, {WORD_TREATY, REP_ORGAN},
	};
	struct span f = words_fold(w->arena, t);

	if (evidence_cols(t) > 160 || evidence_end(t) != END_OPEN)
		return REP_KINDS;
	bool last = f.n > 0 && char_wide(char_before(f, f.n)); /* there what it is comes last */
	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		if ((!last && words_start(w->words, names[k].word, f)) || words_end(w->words, names[k].word, f))
			return names[k].kind;
	return REP_KINDS;
}

/* The part above, in the column of part k of n; lines that fill the right column alone may stand between. */
static struct field_part *
part_above(const struct work *w, size_t i, size_t k, size_t n)
{
	struct field_part *last = NULL, *first = NULL;
	uint32_t indent = w->line[i].src->indent;
	bool right = n > 1 ? k + 1 == n : indent * 2 > w->width;
	size_t above = i;

	do {
		if (above == 0 || w->line[--above].reading != READ_FIELD)
			return NULL;
	} while (!right && w->line[above].src->indent > indent && i - above < ITEM_TITLE_LINES);
	for (size_t at = w->npart; at > 0 && first == NULL; at--) {
		struct field_part *p = &w->part[at - 1];
		bool over = p->line == above;
		last = last == NULL && over ? p : last;
		if (over && (at == 1 || p[-1].line != above))
			first = p;
	}
	return right ? last : first;
}

/*
 * "Original: Arabic/English/" goes on below, and so do "Distr." with its value and "President:" with a name, or with
 * leaders behind that to "(Nepal)".
 */
static bool
expects_more(const struct work *w, const struct field_part *p, struct span below)
{
	struct span t = {w->draft->text.s + p->off, p->n};
	char last = t.s[t.n - 1];
	uint32_t opens = char_after(below, 0);

	return (p->kind == REP_ORIGINAL && (last == '/' || last == ':')) ||
	       (p->kind == REP_AUTHOR && (last == ':' || (ends_in_leaders(t) && (opens == '(' || opens == 0xFF08)))) ||
	       (p->kind == REP_DISTRIBUTION && p->n < SHORT_VALUE && (last == '.' || last == ':'));
}

/*
 * What the name of an organ in two lines is: by its first one, or by its last where the word for what it is comes
 * last; REP_KINDS when each line is a name.
 */
static enum rep_kind
name_below(const struct work *w, enum rep_kind above, struct span first, struct span second)
{
	enum rep_kind kind = masthead_body(w, second);

	if (kind == REP_KINDS)
		return above;
	return char_wide(char_before(second, second.n)) && masthead_body(w, first) == REP_KINDS ? kind : REP_KINDS;
}

/* Two columns stand side by side, each with an item of its own, and the titles of these below. */
static bool
under_item_beside(const struct work *w, size_t i, size_t n, const struct field_part *above)
{
	return (above->kind == REP_AGENDA_ITEM || above->kind == REP_AGENDA_TITLE) && (n > 1 || above->beside) &&
	       w->line[i].gap == 0;
}

/*
 * What part k of n of a line is by the part above it in its column, REP_KINDS if nothing; *over is 1 + the place of
 * that part when this one goes on with it, which is then of the same kind, else 0.
 */
static enum rep_kind
by_column(struct work *w, size_t i, size_t k, size_t n, struct span t, enum rep_kind kind, uint32_t *over)
{
	struct field_part *above = part_above(w, i, k, n);

	*over = 0;
	if (above == NULL || above->n == 0)
		return REP_KINDS;
	if (expects_more(w, above, t)) {
		bool more = (kind == REP_KINDS || kind == REP_LANGUAGE || kind == REP_FIELD) &&
		            (t.n < MORE_BYTES || above->kind == REP_AUTHOR);
		*over = more ? above->off + 1 : 0;
		return more ? above->kind : REP_KINDS;
	}
	if (kind == REP_KINDS && under_item_beside(w, i, n, above)) {
		*over = above->kind == REP_AGENDA_TITLE ? above->off + 1 : 0;
		return REP_AGENDA_TITLE;
	}
	/* the name of the organ beside the date, and below */
	struct span first = {w->draft->text.s + above->off, above->n};
	bool apart = n == 1 && above->over == 0 && !begins_small(t) && evidence_end(first) != END_COMMA;
	if (kind != REP_KINDS || (n == 1 && !above->beside) || k > 0 || w->line[i].gap > (apart ? 0 : COLUMN_GAP) ||
	    w->line[i].src->indent != w->line[above->line].src->indent ||
	    (above->kind != REP_ORGAN && above->kind != REP_BODY_NAME))
		return REP_KINDS;
	kind = name_below(w, above->kind, first, t);
	above->kind = kind == REP_KINDS ? above->kind : kind;
	*over = kind == REP_KINDS ? 0 : above->off + 1;
	return kind;
}

bool
masthead_sign(struct span t, bool caps)
{
	return span_find(t, SPAN_LIT(" ")) == SIZE_MAX && (caps || evidence_cols(t) <= SIGN_COLS);
}

/* A part that no pattern takes: the name of a body, as is all in the place of the organ but a sign. */
static enum rep_kind
unknown_part(const struct work *w, struct span t, bool organs_place)
{
	enum rep_kind kind = masthead_body(w, t);

	if (kind == REP_KINDS)
		kind = organs_place && !masthead_sign(t, false) ? REP_BODY_NAME : REP_FIELD;
	return kind;
}

/* Beside these stands the name of the organ. */
static bool
beside_organ(enum rep_kind kind)
{
	return kind == REP_SYMBOL || kind == REP_DISTRIBUTION || kind == REP_DATE || kind == REP_LANGUAGE ||
	       kind == REP_ORIGINAL;
}

/* ---- lines that a converter has run together ---- */

#define RUN_PARTS 8  /* fields of one paragraph */
#define RUN_COLS 400 /* of it */

/* May a field of that kind end before another? */
static bool
may_lead(const struct work *w, enum rep_kind kind, struct span t, struct span behind)
{
	const char *a, *v;

	if (kind == REP_DISTRIBUTION)
		return date_iso(w, behind) != NULL;
	return (kind == REP_FIELD || kind == REP_DATE ||
	        (kind == REP_SESSION && words_end(w->words, WORD_SESSION, words_fold(w->arena, t)) > 0)) &&
	       masthead_kind(w, behind, &a, &v) != REP_KINDS;
}

/* Bytes of the name that begins the text, or of the longest other field of its own, with a field behind it; or all. */
static size_t
first_field(const struct work *w, struct span t)
{
	const char *a, *v;
	size_t first = t.n;

	for (size_t i = t.n; i-- > 1;) {
		struct span left = span_sub(t, 0, i), right = span_sub(t, i + 1, t.n);
		if (t.s[i] != ' ' || t.s[i - 1] == ' ')
			continue;
		enum rep_kind kind = masthead_kind(w, left, &a, &v);
		if (is_name(kind) && masthead_kind(w, right, &a, &v) != REP_KINDS)
			return i;
		first = first == t.n && may_lead(w, kind, left, right) ? i : first;
	}
	return first;
}

/* Bytes of "Agenda item" before a number at the start of the text, or 0. */
static size_t
item_word(const struct work *w, struct span t)
{
	struct span f = words_fold(w->arena, t);
	size_t n = words_start(w->words, WORD_AGENDA, f);

	return n > 0 && n + 1 < f.n && char_digit((unsigned char)f.s[n + 1]) ? n : 0;
}

/* The form sets what is behind the blank at i in another weight, or a word stands there that begins a field. */
static bool
begins_field(const struct work *w, const struct rline *l, size_t i)
{
	struct span t = rline_text(w, l), rest = span_sub(t, i + 1, t.n), f;
	bool strong = source_mark(w->draft, l->off + (uint32_t)i - 1, MARK_STRONG) != NULL;

	if (strong != (source_mark(w->draft, l->off + (uint32_t)i + 1, MARK_STRONG) != NULL))
		return true;
	f = words_fold(w->arena, rest);
	return words_start(w->words, WORD_DISTR, f) > 0 || words_start(w->words, WORD_ORIGINAL, f) > 0 ||
	       item_word(w, rest) > 0;
}

/* The fields of a line in their order; how many. */
static size_t
run_parts(const struct work *w, const struct rline *l, struct span part[RUN_PARTS])
{
	struct span t = rline_text(w, l);
	size_t n = 0;

	for (size_t from = 0, i = 1; i <= t.n && n < RUN_PARTS; i++) {
		if (i < t.n && (t.s[i] != ' ' || i + 1 == t.n || t.s[i + 1] == ' ' || !begins_field(w, l, i)))
			continue;
		struct span rest = span_trim(span_sub(t, from, i));
		while (rest.n > 0 && n < RUN_PARTS) {
			size_t first = first_field(w, rest);
			part[n++] = span_sub(rest, 0, first);
			rest = span_trim(span_sub(rest, first, rest.n));
		}
		from = i;
		i += from < t.n ? item_word(w, span_sub(t, from + 1, t.n)) : 0; /* "item 3" begins one too */
	}
	return n;
}

/* "**General Assembly Ninety-eighth session** Agenda item 3 **Bells**": each is a field, and all of it is. */
static bool
take_run(struct work *w, size_t i)
{
	struct rline *l = &w->line[i];
	struct span part[RUN_PARTS];
	const char *attr[RUN_PARTS], *value[RUN_PARTS];
	enum rep_kind kind[RUN_PARTS];

	if (w->wrapped || (w->draft->form != SOURCE_MARKDOWN && w->draft->form != SOURCE_HTML) || l->cols > RUN_COLS)
		return false;
	size_t n = run_parts(w, l, part), k;
	for (k = 0; k < n; k++) {
		kind[k] = masthead_kind(w, part[k], &attr[k], &value[k]);
		if (kind[k] == REP_KINDS && k > 0 && kind[k - 1] == REP_AGENDA_ITEM)
			kind[k] = REP_AGENDA_TITLE;
		if (kind[k] == REP_KINDS)
			return false;
	}
	if (n < 2 || part[n - 1].s + part[n - 1].n != w->draft->text.s + l->off + l->n)
		return false;
	for (k = 0; k < n; k++) {
		struct field_part *p = masthead_part(w, i, part[k], kind[k], false);
		p->attr = attr[k];
		p->value = value[k];
	}
	l->field = kind[n - 1] == REP_AGENDA_ITEM ? REP_AGENDA_ITEM : kind[0]; /* under it stand the titles of its items */
	line_fix(l, READ_FIELD, "masthead.field", 0.95f);
	return true;
}

bool
masthead_line(struct work *w, size_t i)
{
	struct rline *l = &w->line[i];
	struct span part[4];
	enum rep_kind kind[4];
	const char *attr[4], *value[4];
	uint32_t over[4];
	size_t n = masthead_split(w, l, part), k, known = 0;
	bool columns = n > 1;

	if (l->src->list > 0 || (n == 1 && in_prose(w, i)))
		return false; /* an item of a list by the form, a line of a summary */
	if (n == 1 && take_run(w, i))
		return true;
	for (k = 0; k < n; k++) {
		part[k] = span_trim(part[k]);
		kind[k] = masthead_kind(w, part[k], &attr[k], &value[k]);
		enum rep_kind placed = by_column(w, i, k, n, part[k], kind[k], &over[k]);
		columns = columns || placed != REP_KINDS;
		kind[k] = placed != REP_KINDS ? placed : kind[k];
		known += kind[k] != REP_KINDS;
		if (kind[k] == REP_LANGUAGE && k > 0 && kind[k - 1] == REP_ORIGINAL &&
		    evidence_end(part[k - 1]) == END_COLON) {
			kind[k] = REP_ORIGINAL; /* "Original:    French" */
			over[k] = (uint32_t)(part[k - 1].s - w->draft->text.s) + 1;
		}
		if (kind[k] == REP_AUTHOR && over[k] == 0 && evidence_end(part[k]) == END_COLON) {
			part[k].n = (size_t)(part[n - 1].s + part[n - 1].n - part[k].s); /* the name stands apart */
			n = k + 1;
		}
	}
	if (known == 0)
		return false;
	if (n == 1 && kind[0] == REP_SESSION && ((l->src->kind == LINE_HEADING && l->cols > 60) || in_item_title(w, i)))
		return false;
	for (k = 0; k < n; k++) {
		if (kind[k] == REP_KINDS)
			kind[k] = unknown_part(w, part[k], k == 0 && n > 1 && beside_organ(kind[1]));
		struct field_part *p = masthead_part(w, i, part[k], kind[k], over[k] > 0);
		p->over = over[k];
		if (over[k] == 0) {
			p->attr = attr[k];
			p->value = value[k];
		}
		p->beside = columns;
	}
	l->field = kind[0];
	line_fix(l, READ_FIELD, "masthead.field", 0.95f);
	return true;
}

struct field_part *
masthead_take(struct work *w, size_t i, enum rep_kind kind, bool more, const char *rule)
{
	struct rline *l = &w->line[i];

	l->field = kind;
	line_fix(l, READ_FIELD, rule, 0.8f);
	return masthead_part(w, i, rline_text(w, l), kind, more);
}

void
masthead_bracketed(struct work *w, size_t i)
{
	struct span t = rline_text(w, &w->line[i]);
	const char *attr, *value;
	enum rep_kind kind = masthead_kind(w, span_trim(span_sub(t, 1, t.n - 1)), &attr, &value);

	if (kind == REP_KINDS)
		return;
	struct field_part *p = masthead_take(w, i, kind, false, "masthead.field");
	p->attr = attr;
	p->value = value;
}

static int
by_place(const void *a, const void *b)
{
	const struct field_part *x = a, *y = b;

	return x->line != y->line ? (x->line < y->line ? -1 : 1) : x->off < y->off ? -1 : x->off > y->off;
}

void
parts_sort(struct work *w)
{
	if (w->npart)
		qsort(w->part, w->npart, sizeof *w->part, by_place);
}

struct field_part *
part_first(const struct work *w, uint32_t line)
{
	size_t lo = 0, hi = w->npart;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (w->part[mid].line < line)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < w->npart && w->part[lo].line == line ? w->part + lo : NULL;
}
