/* SPDX-License-Identifier: MIT */
/*
 * resolution.c - the frame of a resolution: the lines that say who adopted it, its number and
 * title, "The General Assembly," and the meeting and date at the end.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define DECISION "/DEC/"
#define TITLE_LINES 12
#define UNSURE_LINES 8 /* the same where no stop shows that the number is one of its own */
#define SESSION_BYTES 16 /* and fewer hold a session in brackets */
#define ADOPTION_LINES 4
#define DATE_BYTES 60 /* and fewer hold the date that opens a text */
#define ORGAN_COLS 66 /* and more hold no name of an organ alone */
#define NUMBER_COLS 40 /* and more hold more than the number of a resolution */
#define SECTION_LINES 6 /* and fewer hold the title of a section */
#define TITLE_WITHIN 80 /* lines from the start in which the title stands */

static size_t
digits_at(struct span s, size_t i)
{
	return digits_to(s, i) - i;
}

/* " (XVII)", "(S-VI)", in Arabic " (د - 15)" at i: the session by which old numbers were told; bytes, or 0. */
static size_t
session_bytes(struct span s, size_t i)
{
	size_t from = i, end, k;
	struct span in;

	i += i < s.n && s.s[i] == ' ';
	if (i == s.n || s.s[i] != '(')
		return 0;
	end = span_find(span_sub(s, i, s.n - i < SESSION_BYTES ? s.n : i + SESSION_BYTES), SPAN_LIT(")"));
	if (end == SIZE_MAX)
		return 0;
	in = span_sub(s, i + 1, i + end);
	end += i + 1 - from;
	if (char_arabic(char_after(in, 0)))
		return in.s[in.n - 1] >= '0' && in.s[in.n - 1] <= '9' ? end : 0;
	for (k = 0; k < in.n && in.s[k] >= 'A' && in.s[k] <= 'Z'; k++)
		;
	if (k < in.n && in.s[k] == '-')
		in = span_sub(in, k + 1, in.n);
	return in.n > 0 && in.s[0] >= 'A' && in.s[0] <= 'Z' && label_roman(in) > 0 ? end : 0;
}

/* "2991 (XVII)", "217 A (III)": a number before 1976, in bytes, n of them figures; or 0. */
static size_t
old_number_bytes(struct span s, size_t n)
{
	size_t part = n + 1 < s.n && s.s[n] == ' ' && s.s[n + 1] >= 'A' && s.s[n + 1] <= 'Z' ? 2 : 0;
	size_t session = n > 0 && n <= 4 ? session_bytes(s, n + part) : 0;

	return session ? n + part + session : 0;
}

/* "78/323", "ES-11/6", "48/246 A", "75/101 A-B", "2991 (XVII)" at the start; bytes, or 0. */
static size_t
number_bytes(struct span s)
{
	size_t i = 0, n = old_number_bytes(s, digits_at(s, 0));

	if (n > 0)
		return n;

	while (i < s.n && i < 2 && s.s[i] >= 'A' && s.s[i] <= 'Z')
		i++;
	if (i > 0 && (i == s.n || s.s[i++] != '-'))
		return 0;
	n = digits_at(s, i);
	if (n == 0 || n > 4 || i + n == s.n || s.s[i + n] != '/')
		return 0;
	i += n + 1;
	n = digits_at(s, i);
	if (n == 0)
		return 0;
	i += n;
	if (i + 1 < s.n && s.s[i] == ' ' && s.s[i + 1] >= 'A' && s.s[i + 1] <= 'Z' &&
	    (i + 2 == s.n || s.s[i + 2] < 'a' || s.s[i + 2] > 'z'))
		i += i + 3 < s.n && s.s[i + 2] == '-' && s.s[i + 3] >= 'A' && s.s[i + 3] <= 'Z' ? 4 : 2;
	return i;
}

/* Bytes of a stop, a full-width stop or a dash at i, with a blank before a dash; or 0. */
static size_t
sign_bytes(struct span s, size_t i)
{
	struct span rest = span_sub(s, i, s.n);
	size_t blank = rest.n > 0 && rest.s[0] == ' ';

	if (rest.n > 0 && rest.s[0] == '.')
		return 1;
	if (span_starts(rest, "\xEF\xBC\x8E"))
		return 3;
	rest = span_sub(rest, blank, rest.n);
	if (rest.n > 0 && rest.s[0] == '-')
		return blank + 1;
	return span_starts(rest, "\xE2\x80\x93") || span_starts(rest, "\xE2\x80\x94") ? blank + 3 : 0;
}

size_t
resolution_number(struct span s)
{
	size_t i = number_bytes(s), n = i ? sign_bytes(s, i) : 0;

	if (n == 0)
		return 0;
	i += n;
	return i == s.n || s.s[i] == ' ' || s.s[i] == '\t' || (unsigned char)s.s[i] >= 0x80 ? i : 0;
}

/* "Resolution 90 (2031)", "第90 (2031)号决议": one number with its year and no other figure, and no symbol. */
static bool
numbered_by_year(const struct rline *l, struct span t)
{
	size_t i = 0, n, k;

	if (l->lower || l->digit_first || l->nlabel > 0 || l->cols > NUMBER_COLS || l->end == END_STOP ||
	    l->end == END_SEMI)
		return false;
	while (i < t.n && digits_at(t, i) == 0 && t.s[i] != '/')
		i++;
	n = digits_at(t, i);
	k = i + n + (i + n < t.n && t.s[i + n] == ' ');
	if (n == 0 || n > 4 || k >= t.n || t.s[k] != '(' || digits_at(t, k + 1) != 4 || k + 5 >= t.n || t.s[k + 5] != ')')
		return false;
	for (i = k + 5; i < t.n && digits_at(t, i) == 0; i++)
		;
	return i == t.n;
}

/* Bytes of a comma at the end, blanks before it included. */
static size_t
comma_bytes(struct span s)
{
	size_t n = s.n, i = s.n;
	uint32_t cp = s.n ? utf8_prev(s.s, &i) : 0;

	if (cp != ',' && cp != 0xFF0C && cp != 0x60C)
		return 0;
	while (i > 0 && s.s[i - 1] == ' ')
		i--;
	return n - i;
}

/* The name of an organ with its article and nothing else; of any body, too. */
static bool
is_organ(const struct work *w, struct span folded, bool any)
{
	size_t n = 0, k;

	for (k = 0; k < w->words->n[WORD_CHAPEAU]; k++) {
		struct span x = w->words->list[WORD_CHAPEAU][k];
		if (span_eq(span_sub(x, 0, x.n - comma_bytes(x)), folded))
			return true;
	}
	for (k = 0; k < w->words->n[WORD_ARTICLE_OF_ORGAN]; k++) {
		struct span x = w->words->list[WORD_ARTICLE_OF_ORGAN][k];
		if (x.n > n && x.n < folded.n && memcmp(folded.s, x.s, x.n) == 0)
			n = x.n;
	}
	folded = span_trim(span_sub(folded, n, folded.n));
	if (words_is(w->words, WORD_ORGAN, folded))
		return true;
	return any && words_start(w->words, WORD_BODY, folded);
}

/* The same with a comma, which may be missing where it is not asked for. */
static bool
names_organ(const struct work *w, const struct rline *l, bool comma)
{
	struct span folded = line_folded(w, l);
	size_t cut = comma_bytes(folded);

	return l->n <= 120 && (!comma || cut > 0) &&
	       is_organ(w, span_sub(folded, 0, folded.n - cut), comma && l->cols < ORGAN_COLS);
}

/* Does the line go on with a sentence of the line before, which is full? */
static bool
in_sentence(const struct work *w, const struct rline *before, const struct rline *l)
{
	if (!before || before->reading != READ_OPEN || before->end != END_OPEN || l->gap > 0)
		return false;
	return before->dangling || (w->wrapped && before->cols * 10 >= w->width * 8);
}

bool
resolution_begins(const struct work *w, const struct rline *l)
{
	struct span folded;

	if (l->reading != READ_OPEN || l->end != END_COLON || l->cols >= ORGAN_COLS || l->lower ||
	    (l > w->line && !l->anew && in_sentence(w, l - 1, l)))
		return l->reading == READ_CHAPEAU;
	folded = line_folded(w, l);
	if (folded.n > 0)
		utf8_prev(folded.s, &folded.n); /* the colon */
	return is_organ(w, folded, true);
}

/* The organ's name is whole, and a clause of a preamble begins under it. */
static bool
opens_preamble(const struct work *w, size_t f)
{
	struct span name = line_folded(w, flow_line(w, f));

	return !words_start(w->words, WORD_PREAMBULAR, name) &&
	       (words_start(w->words, WORD_ARTICLE_OF_ORGAN, name) || words_start(w->words, WORD_CHAPEAU, name)) &&
	       f + 1 < w->nflow && words_start(w->words, WORD_PREAMBULAR, line_folded(w, flow_line(w, f + 1))) > 0;
}

/*
 * The name of an organ without the article that it has in a sentence, and no name of the terms' list: under it stands
 * the next cell of a table, a few words that neither are a clause nor end as one.
 */
static bool
stands_over_cell(const struct work *w, const struct rline *l)
{
	const struct rline *next = l + 1;
	struct span name = line_folded(w, l);

	return w->wrapped && next < w->line + w->nline && next->reading == READ_OPEN && next->end == END_OPEN &&
	       next->cols * 10 < w->width * 6 && next->nlabel == 0 && !next->caps &&
	       !words_start(w->words, WORD_ARTICLE_OF_ORGAN, name) && !words_start(w->words, WORD_CHAPEAU, name) &&
	       !words_start(w->words, WORD_PREAMBULAR, line_folded(w, next)) &&
	       !words_start(w->words, WORD_OPERATIVE, line_folded(w, next));
}

/* "The General Assembly," alone on a line opens the preamble. */
static bool
chapeau(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	/* of old the name of the organ stood there without a comma */
	bool bare = l->end == END_OPEN && l->cols < ORGAN_COLS && names_organ(w, l, false) && opens_preamble(w, f);
	bool opens = l->end == END_COMMA && opens_preamble(w, f);

	if (!(bare || l->end == END_COMMA) || l->lower || (in_sentence(w, flow_before(w, f), l) && !opens) ||
	    stands_over_cell(w, l))
		return false;
	if (bare) {
		line_fix(l, READ_CHAPEAU, "resolution.chapeau", 0.9f);
		w->resolution = true;
		return true;
	}
	/* organs are many: the first chapeau shows itself by what stands under it */
	if (!names_organ(w, l, true) &&
	    (!opens || w->resolution || l->cols >= ORGAN_COLS || flow_line(w, f + 1)->lower))
		return false;
	line_fix(l, READ_CHAPEAU, "resolution.chapeau", 0.99f);
	w->resolution = true;
	return true;
}

/* "Resolution adopted by ...", "... resolution of the Assembly". */
bool
resolution_adopted(const struct work *w, const struct rline *l)
{
	struct span folded;

	if (l->n > 200 || (l->lower && l->gap == 0) || (l->end != END_OPEN && l->end != END_COMMA))
		return false;
	folded = line_folded(w, l);
	return words_start(w->words, WORD_ADOPTED, folded) ||
	       (l->end == END_OPEN && (l->digit_first || words_start(w->words, WORD_ORGAN, folded)) &&
	        l->cols < ORGAN_COLS && words_end(w->words, WORD_ADOPTED, folded));
}

/* The name of an organ under which no chapeau with its comma follows: a title may end with the name. */
static bool
names_chapeau(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];

	return names_organ(w, l, false) && !stands_over_cell(w, l) &&
	       (l->end == END_COMMA || i + 1 == w->nline || !names_organ(w, &w->line[i + 1], true));
}

/* Does the line begin with the number that the symbol of a decision ends in, "A/DEC/98/512 B" for "98/512."? */
static bool
numbered_as_decision(const struct work *w, struct span t)
{
	size_t n = number_bytes(t), at = n > 0 ? span_find(w->symbol, SPAN_LIT(DECISION)) : SIZE_MAX;
	struct span number;

	if (at == SIZE_MAX || (n < t.n && t.s[n] != ' ' && sign_bytes(t, n) == 0))
		return false;
	number = span_sub(w->symbol, at + sizeof DECISION - 1, w->symbol.n);
	/* where parts have letters, the number of all of them may stand over the title */
	return number.n >= n && memcmp(number.s, t.s, n) == 0 && (number.n == n || number.s[n] == ' ');
}

/* In figures of any kind. */
static bool
has_figure(struct span s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s.s, s.n, &i);
		if (char_decimal(cp) >= 0 || char_han_figure(cp))
			return true;
	}
	return false;
}

/* "On 3 May 2043, ...": what stands before its first comma is a date. */
static bool
tells_date(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t i = 0;

	while (i < t.n && i < DATE_BYTES) {
		size_t at = i;
		uint32_t cp = utf8_next(t.s, t.n, &i);
		if (cp == ',' || cp == 0xFF0C || cp == 0x60C)
			return !l->lower && masthead_date(w, span_sub(t, 0, at)) != NULL;
	}
	return false;
}

/* Of a meeting, a month and an organ the line names two. */
static bool
names_occasion(const struct work *w, const struct rline *l)
{
	struct span folded = line_folded(w, l);

	return !l->lower && words_in(w->words, WORD_MEETING, folded) + words_in(w->words, WORD_MONTH, folded) +
	                    words_in(w->words, WORD_ORGAN, folded) > 1;
}

/* "At its 34th plenary meeting, on 3 May 2043, the General Assembly ...": with a figure it opens a text. */
static bool
tells_meeting(const struct work *w, const struct rline *l)
{
	return names_occasion(w, l) && has_figure(rline_text(w, l));
}

bool
decision_goes_on(const struct work *w, const struct rline *l)
{
	return w->decision > 0 && (names_occasion(w, l) || tells_date(w, l));
}

/*
 * The line behind the title of a decision that begins in line i: its first word had had room on the line before it,
 * or it says when and where this was decided.
 */
static size_t
decision_text(const struct work *w, size_t i)
{
	struct span t = rline_text(w, &w->line[i]);
	size_t n = number_bytes(t), first = i + (n + sign_bytes(t, n) == t.n), k;

	for (k = first + 1; k < w->nline && k <= first + TITLE_LINES; k++) {
		const struct rline *l = &w->line[k];
		if (!w->wrapped || l->reading != READ_OPEN || names_organ(w, l, true) || (w->gaps && l->gap > 0) ||
		    tells_meeting(w, l) || tells_date(w, l) || (!l->lower && reach_of_title(w, l - 1, l) < REACH_NEARLY))
			break;
	}
	return k;
}

/* Line i begins with the number of a decision: that of the paper, or over a title and a text that tells the meeting. */
static bool
numbers_decision(const struct work *w, size_t i)
{
	struct span t = rline_text(w, &w->line[i]);
	size_t n = number_bytes(t), k;

	if (numbered_as_decision(w, t))
		return true;
	if (n == 0 || memchr(t.s, '/', n) == NULL || (sign_bytes(t, n) == 0 && i > 0) ||
	    span_find(w->symbol, SPAN_LIT(DECISION)) != SIZE_MAX)
		return false;
	k = decision_text(w, i);
	return k < w->nline && w->line[k].reading == READ_OPEN && !w->line[k - 1].dangling &&
	       (tells_meeting(w, &w->line[k]) || tells_date(w, &w->line[k]));
}

/* Is line i the number and title of a decision, or of a resolution, with "The General Assembly" under it? */
bool
resolution_titled(const struct work *w, size_t i)
{
	struct span t = rline_text(w, &w->line[i]);
	size_t n = number_bytes(t), k;
	bool by_year = n == 0 && numbered_by_year(&w->line[i], t);
	bool sure = by_year || n == t.n || sign_bytes(t, n);

	if (numbers_decision(w, i))
		return true;
	if (!by_year && (n == 0 || !(sure || t.s[n] == ' ' || t.s[n] == '\t')))
		return false;
	if (n > 0 && !sure && memchr(t.s, '/', n) == NULL)
		return false; /* an old one that a sentence cites */
	if (!sure && i > 0 && w->line[i - 1].end == END_COMMA)
		return false; /* one of many resolutions that are cited */
	for (k = i + 1; k < w->nline && k <= i + (sure ? TITLE_LINES : UNSURE_LINES); k++) {
		struct span u = rline_text(w, &w->line[k]);
		size_t m = sure && !by_year ? 0 : number_bytes(u);
		if (m > 0 && (m == u.n || sign_bytes(u, m)))
			return false; /* the number is there: here one stands within a title */
		if (w->line[k].reading == READ_CHAPEAU || (w->line[k].reading == READ_OPEN && names_chapeau(w, k)))
			return true;
	}
	return false;
}

/* The letter of one part of a resolution, alone on its line or with the call of a note. */
static bool
part_letter(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	struct label label[LABEL_MAX];

	while (t.n && ((t.s[t.n - 1] >= '0' && t.s[t.n - 1] <= '9') || strchr("*() ", t.s[t.n - 1]) != NULL))
		t.n--;
	return label_read_alone(t, &w->words->label, label) > 0;
}

/* "A  The first matter": the letter and the title of a part, where the symbol says "A/RES/98/76 A" or "... A-B". */
static bool
part_titled(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);
	size_t n = w->symbol.n;

	if (n > 3 && w->symbol.s[n - 2] == '-')
		n -= 2;
	return n > 2 && w->symbol.s[n - 2] == ' ' && t.n > 2 && t.s[0] == w->symbol.s[n - 1] && t.s[1] == ' ';
}

/* Over the chapeau: a part of the resolution begins. */
static bool
begins_lettered(const struct work *w, const struct rline *l)
{
	return part_letter(w, l) || part_titled(w, l);
}

struct span
resolution_title(const struct work *w, size_t *line)
{
	size_t i = 0, k, n = 0, cap = 0, from, end;
	char *out;

	while (i < w->nline && i < TITLE_WITHIN && !resolution_titled(w, i))
		i++;
	if (i == w->nline || i == TITLE_WITHIN)
		return (struct span){"", 0};
	from = number_bytes(rline_text(w, &w->line[i]));
	end = numbers_decision(w, i) ? decision_text(w, i) : w->nline;
	for (k = i; k < end && !names_chapeau(w, k) && !(k > i && begins_lettered(w, &w->line[k])); k++)
		cap += w->line[k].n;
	out = arena_alloc(w->arena, cap + 1);
	for (; i < k; i++, from = 0) {
		struct span t = rline_text(w, &w->line[i]);
		if (n == 0) /* stop and dash stand behind the number, or on the line of the title */
			for (size_t sign; (sign = sign_bytes(t, from)) > 0;)
				from += sign;
		for (; from < t.n; from++)
			if (t.s[from] != ' ')
				out[n++] = t.s[from];
	}
	*line = k;
	return (struct span){out, n};
}

/* A short line with a date. */
static bool
dated(const struct work *w, const struct rline *l)
{
	return l->reading == READ_OPEN && l->cols < 40 && has_figure(rline_text(w, l)) && !l->nlabel &&
	       (words_in(w->words, WORD_MONTH, line_folded(w, l)) || l->digit_first);
}

/*
 * "34th meeting", with a comma "34th meeting," or "Thirty-fourth meeting," before the date: short, the text over it
 * finished.
 */
static bool
names_meeting(const struct work *w, const struct rline *l, const struct rline *next)
{
	bool comma = l->end == END_COMMA && next && dated(w, next) &&
	             words_in(w->words, WORD_MONTH, line_folded(w, next));

	return l->cols <= ORGAN_COLS && l->end != END_STOP && (comma || l->end != END_COMMA) && !l->nlabel &&
	       (comma || has_figure(rline_text(w, l))) && words_in(w->words, WORD_MEETING, line_folded(w, l));
}

/* "At its 34th plenary meeting the General Assembly": says who met, or goes on in the next line. */
static bool
opens_sentence(const struct work *w, const struct rline *l, const struct rline *next)
{
	return words_in(w->words, WORD_ORGAN, line_folded(w, l)) ||
	       (next && !dated(w, next) && in_sentence(w, l, next));
}

static void
fix_adoption(struct rline *l, bool date)
{
	line_fix(l, READ_ADOPTION, date ? "resolution.date" : "resolution.meeting", 0.9f);
	l->kind = date ? "date" : "meeting";
}

/* Lines [f, to) go on with the line before them. */
static void
take_lines(struct work *w, size_t f, size_t to, const char *rule)
{
	for (; f < to; f++)
		line_fix(flow_line(w, f), READ_CONT, rule, 0.9f);
}

/* "Adopted unanimously at the" | "34th meeting." under a resolution; lines of it, or 0. */
static size_t
adoption_lines(const struct work *w, size_t f)
{
	size_t k;
	bool meeting = false;

	if (!w->resolution || flow_line(w, f)->lower || flow_before(w, f)->end != END_STOP ||
	    words_start(w->words, WORD_ADOPTED_AT, line_folded(w, flow_line(w, f))) == 0)
		return 0;
	for (k = f; k < w->nflow && k < f + ADOPTION_LINES; k++) {
		const struct rline *l = flow_line(w, k);
		if (l->reading != READ_OPEN || l->cols > ORGAN_COLS || l->nlabel > 0)
			return 0;
		meeting = meeting || words_in(w->words, WORD_MEETING, line_folded(w, l));
		if (l->end == END_STOP)
			return meeting ? k + 1 - f : 0;
	}
	return 0;
}

/* "34th meeting" and the date, in the order of the language; "Adopted at the 34th meeting". */
void
resolution_closes(struct work *w, size_t f)
{
	size_t lines;
	struct rline *l = flow_line(w, f), *m = flow_at(w, f + 1);
	const struct rline *before = flow_before(w, f);
	bool date_first = m && l->end == END_OPEN && dated(w, l) && words_in(w->words, WORD_MONTH, line_folded(w, l)) &&
	                  names_meeting(w, m, NULL);

	if (!before || l->reading != READ_OPEN || f == w->decision)
		return;
	if ((lines = adoption_lines(w, f)) > 0) {
		fix_adoption(l, false);
		take_lines(w, f + 1, f + lines, "resolution.meeting");
		return;
	}
	if (!(date_first || names_meeting(w, l, m)) || opens_sentence(w, l, m))
		return;
	if (before->end != END_STOP && before->reading == READ_OPEN && !date_first && !(m && dated(w, m)))
		return;
	fix_adoption(l, date_first);
	if (date_first || (m && dated(w, m)))
		fix_adoption(m, !date_first);
}

/* The line of the chapeau within the next lines, or 0; nothing but open lines may lie between. */
static size_t
chapeau_after(struct work *w, size_t f)
{
	size_t k;

	for (k = f + 1; k < w->nflow && k <= f + TITLE_LINES; k++) {
		struct rline *l = flow_line(w, k);
		if (l->reading == READ_CHAPEAU)
			return k;
		if (l->reading != READ_OPEN)
			return 0;
		if (names_chapeau(w, w->flow[k])) {
			line_fix(l, READ_CHAPEAU, "resolution.chapeau", 0.95f);
			w->resolution = true;
			return k;
		}
	}
	return 0;
}

/* Behind the title that begins in line f of the flow: the text of a decision, or the chapeau; 0 without one. */
static size_t
text_after(struct work *w, size_t f)
{
	size_t to, k;

	if (!numbers_decision(w, w->flow[f]))
		return chapeau_after(w, f);
	to = decision_text(w, w->flow[f]);
	for (k = f + 1; k < w->nflow && w->flow[k] < to; k++)
		;
	w->decision = k;
	return k;
}

/* The text over the line is finished, or is the title of what the line may be a section of. */
static bool
is_finished(const struct rline *before)
{
	return !before || before->reading != READ_OPEN || before->end == END_STOP || before->end == END_SEMI ||
	       (before->nlabel > 0 && before->label[0].style <= LABEL_LETTER);
}

/* Under the title that begins in line f stands what a resolution says: a clause, or the first paragraph. */
static bool
over_clauses(const struct work *w, size_t f)
{
	size_t k;

	for (k = f + 1; k < w->nflow && k <= f + SECTION_LINES; k++) {
		const struct rline *l = flow_line(w, k);
		if (l->reading != READ_OPEN || flow_line(w, k - 1)->end == END_STOP)
			return false;
		if (l->nlabel > 0)
			return l->label[0].value == 1;
		if ((l->lower && !w->words->small_clauses) || l->digit_first)
			continue;
		if (words_start(w->words, WORD_PREAMBULAR, line_folded(w, l)) ||
		    words_start(w->words, WORD_OPERATIVE, line_folded(w, l)) || names_organ(w, l, true))
			return true;
	}
	return false;
}

/*
 * A letter or Roman figure alone on its line in a resolution: over a chapeau that of a part, else
 * perhaps of a section, which the numbering decides.  So is one before the title of a section.
 */
static bool
resolution_section(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	const struct rline *next = flow_at(w, f + 1);

	if (!w->resolution || l->nlabel || !next || next->reading != READ_OPEN)
		return false;
	if (is_finished(flow_before(w, f)) && over_clauses(w, f))
		l->nlabel = (uint8_t)label_read_bare(rline_text(w, l), &w->words->label, l->label);
	if (l->nlabel > 0 || l->n > 24 || !part_letter(w, l))
		return false;
	if (names_organ(w, next, true)) {
		line_fix(l, READ_PLAIN, "resolution.part", 0.9f);
		return true;
	}
	if (!next->nlabel && !next->lower)
		l->nlabel = (uint8_t)label_read_alone(rline_text(w, l), &w->words->label, l->label);
	return false;
}

/* Lines [f, to) that say who adopted a resolution. */
static void
take_adopted(struct work *w, size_t f, size_t to)
{
	line_fix(flow_line(w, f), READ_PLAIN, "resolution.adopted", 0.95f);
	flow_line(w, f)->kind = "adopted";
	take_lines(w, f + 1, to, "resolution.adopted");
}

/* The title of a resolution and that of its first part, in the lines [f, to) over the chapeau. */
static void
titles(struct work *w, size_t f, size_t to)
{
	size_t k;

	line_fix(flow_line(w, f), READ_PLAIN, "resolution.title", 0.97f);
	flow_line(w, f)->kind = "resolution-title";
	if (number_bytes(rline_text(w, flow_line(w, f))) == 0 && f + 1 < to) {
		/* under a number with its year stands no title, but who adopted it, where and when */
		take_adopted(w, f + 1, to);
		return;
	}
	for (k = f + 1; k < to && !begins_lettered(w, flow_line(w, k)); k++)
		;
	take_lines(w, f + 1, k, "resolution.title");
	if (k == to || (k + 1 < to && part_letter(w, flow_line(w, k))))
		return; /* a letter over a title is numbered as those of the other parts are */
	line_fix(flow_line(w, k), READ_PLAIN, "resolution.part", 0.9f);
	take_lines(w, k + 1, to, "resolution.part");
}

/* "[on the report of ...]" up to its closing bracket. */
static size_t
bracket_end(const struct work *w, size_t f)
{
	size_t k;

	for (k = f; k < w->nflow && k < f + 5; k++) {
		const struct rline *l = flow_line(w, k);
		if (l->reading != READ_OPEN)
			return 0;
		if (w->draft->text.s[l->off + l->n - 1] == ']')
			return k + 1;
	}
	return 0;
}

/* "Resolution adopted by ...", with the date under it; under a label alone or that of a chapter it is the title. */
static bool
adopted(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	const struct rline *over = flow_before(w, f);
	size_t k;

	if (!resolution_adopted(w, l) || (over && over->nlabel > 0 && (over->label[0].style == LABEL_CHAPTER ||
	                                                               rline_label_alone(over))))
		return false;
	for (k = f + 1; k < w->nflow && k < f + 4; k++) {
		const struct rline *m = flow_line(w, k);
		struct span t = rline_text(w, m);
		if (m->reading != READ_OPEN || m->gap > 0 || t.s[0] == '[' || resolution_number(t) ||
		    m->cols > w->width * 8 / 10 ||
		    !(m->lower || m->digit_first || words_start(w->words, WORD_MONTH, line_folded(w, m))))
			break;
	}
	take_adopted(w, f, k);
	return true;
}

bool
resolution_opens(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	struct span t = rline_text(w, l);
	size_t to;

	if (chapeau(w, f) || adopted(w, f))
		return true;
	if (t.s[0] == '[' && (to = bracket_end(w, f)) != 0 &&
	    words_in(w->words, WORD_REFERENCE, words_fold(w->arena, t))) {
		line_fix(l, READ_P, "resolution.reference", 0.95f);
		l->kind = "proponent";
		take_lines(w, f + 1, to, "resolution.reference");
		return true;
	}
	if (resolution_titled(w, w->flow[f]) && (to = text_after(w, f)) != 0) {
		titles(w, f, to);
		return true;
	}
	return resolution_section(w, f);
}
