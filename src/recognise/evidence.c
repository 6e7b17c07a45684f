/* SPDX-License-Identifier: MIT */
/* evidence.c - what can be seen in a line without its neighbours, and the measures of the text. */
#include "recognise/chars.h"
#include "recognise/work.h"

#include <stdlib.h>
#include <string.h>

#define TAIL_BYTES 32 /* no word that hands on has more */
#define PAGE_COLS 125 /* more than a line of running text on a page holds */
#define NEAR 35        /* hundredths of the lines a page can hold that show their width */
#define NEAR_OF_ALL 25 /* the same of all lines */
#define LONG_COLS 30   /* of lines by which the width is known */
#define PEAK 15        /* tenths: full lines are so many times those that are little shorter */
#define OVER_PART 10   /* hundredths of the text in lines no page holds, where paragraphs are broken into lines; */
#define OVER_ENDED 25  /* they are not where such lines are so much of it, nearly each ends as paragraphs do, */
#define FULL_LEAST 8   /* and fewer lines show a width */

static bool
is_quote(uint32_t cp)
{
	return cp == '"' || cp == 0xAB || cp == 0xBB || (cp >= 0x2018 && cp <= 0x201F) || cp == '\'' ||
	       (cp >= 0x300A && cp <= 0x300F);
}

/* The stop before byte i + 1 is that of "/L.9" or "/Add.1", not of a sentence with a call behind it. */
static bool
in_symbol(struct span s, size_t i)
{
	size_t end = i;

	while (i > 0 && ((s.s[i - 1] >= 'a' && s.s[i - 1] <= 'z') || (s.s[i - 1] >= 'A' && s.s[i - 1] <= 'Z')))
		i--;
	return i < end && i > 0 && s.s[i - 1] == '/';
}

#define DECIMAL_PLACES 2 /* before the stop of "Aim 4.2": a sentence may end with a year and the call of a note */

/* The stop before byte i + 1 is one within a number. */
static bool
in_decimal(struct span s, size_t i)
{
	size_t places = 0;

	while (i > 0 && s.s[i - 1] >= '0' && s.s[i - 1] <= '9') {
		places++;
		i--;
	}
	return places > 0 && places <= DECIMAL_PLACES && (i == 0 || s.s[i - 1] == ' ' || s.s[i - 1] == '.');
}

/*
 * Note calls, stars, quotes and brackets after the last mark of the text are passed over.  The stop of an
 * abbreviation in a bracket that is still to close, "(art. 7)", ends nothing, nor does one within a number or symbol.
 */
enum end_kind
evidence_end(struct span s)
{
	size_t i = s.n, passed = 0, digits = 0;
	bool closed = false;

	while (i > 0 && passed < 12) {
		size_t at = i;
		uint32_t cp = utf8_prev(s.s, &at);
		switch (cp) {
		case '.':
			return digits && (closed || in_symbol(s, at) || (digits == passed && in_decimal(s, at)))
			           ? END_OPEN : END_STOP;
		case '!': case '?': case 0x3002: case 0xFF01: case 0xFF1F: case 0x61F: case 0x6D4:
			return END_STOP;
		case ':': case 0xFF1A:
			return digits && char_decimal(char_before(s, at)) >= 0 ? END_OPEN : END_COLON; /* "10:30" */
		case ';': case 0xFF1B: case 0x61B:
			return END_SEMI;
		case ',': case 0xFF0C: case 0x60C:
			return digits > 3 ? END_OPEN : END_COMMA;
		case '-': case 0x2010: case 0x2011: case 0xAD:
			return passed ? END_OPEN : END_HYPHEN;
		case 0x61C: case 0x200E: case 0x200F: /* marks of direction */
			i = at;
			continue;
		default:
			break;
		}
		if (char_decimal(cp) >= 0)
			digits++;
		else if (!(is_quote(cp) || cp == ')' || cp == ']' || cp == '*' || cp == ' ' || cp == 0xA0 ||
		           cp == 0xFF09 || cp == 0x2009 || cp == 0x202F || cp == '/' ||
		           (cp == '(' && digits > 0 && passed > digits))) /* "(1)", as Arabic papers call notes */
			return END_OPEN;
		if (digits > 3)
			return END_OPEN;
		closed = cp == '(' ? false : closed || cp == ')' || cp == ']' || cp == 0xFF09;
		i = at;
		passed++;
	}
	return END_OPEN;
}

static uint16_t
bullet_bytes(struct span s)
{
	size_t i = 0;
	uint32_t cp;

	if (s.n == 0)
		return 0;
	cp = utf8_next(s.s, s.n, &i);
	switch (cp) {
	case 0x2022: case 0x25CF: case 0x25AA: case 0x25A0: case 0xB7: case 0x25E6: case 0x2023:
	/* the bullets of symbol fonts */
	case 0xF0B7: case 0xF0A7: case 0xF0D8: case 0xF0FC: case 0xF0B0:
	case 0x2B25: case 0x25CB: case 0x2756: case 0x2713: case 0x2714:
	case 0x25A1: case 0x25AB: case 0x25BA: case 0x25C6: case 0x25C7: case 0x2043: case 0x2219: case 0x27A2: case 0x27A4:
		return (uint16_t)i;
	case 0x2013: case 0x2014: case 0x2212: case '-': case '*': case 0x2015:
		return i < s.n ? (s.s[i] == ' ' || s.s[i] == '\t' ? (uint16_t)i : 0) : cp == '*' ? 0 : (uint16_t)i;
	default:
		return 0;
	}
}

bool
bullet_is_dash(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l);

	return l->bullet_n > 0 && (t.s[0] == '*' || char_dash(char_after(t, 0)));
}

/* A capital right behind a bullet. */
static bool
capital_behind(struct span t)
{
	size_t i = 0;

	t = span_trim(t);
	return t.n > 0 && char_upper(utf8_next(t.s, t.n, &i));
}

/* Columns that a character takes: two for an ideograph, none for a mark on a letter. */
static uint32_t
columns_of(uint32_t cp)
{
	return char_wide(cp) ? 2 : (cp >= 0x300 && cp <= 0x36F) || (cp >= 0x64B && cp <= 0x65F) ? 0 : 1;
}

size_t
evidence_cols(struct span s)
{
	size_t i = 0, cols = 0;

	while (i < s.n)
		cols += columns_of(utf8_next(s.s, s.n, &i));
	return cols;
}

/* [from, to) is one small letter, alone behind a figure as in "ARTICLE 73 e OF": it has no case of its own. */
static bool
letters_figure(struct span s, size_t from, size_t to)
{
	return to - from == 1 && (to == s.n || s.s[to] == ' ') && from > 1 && s.s[from - 1] == ' ' &&
	       char_digit((unsigned char)s.s[from - 2]);
}

static void
measure(struct rline *l, struct span s)
{
	size_t i = 0, letters = 0, capitals = 0, digits = 0;
	uint32_t cols = 0;
	bool word = true, seen = false, number = false;

	while (i < s.n) {
		uint32_t cp = utf8_next(s.s, s.n, &i);
		cols += columns_of(cp);
		if (word && (cp == ' ' || char_wide(cp))) {
			l->first_cols = (uint16_t)(cols > 60000 ? 60000 : cols);
			word = false;
		}
		digits += char_decimal(cp) >= 0;
		number = char_decimal(cp) >= 0 || (number && char_letter(cp));
		if (char_letter(cp) && !(number && char_small(cp))) { /* those of "2nd" have no case of their own */
			letters++;
			capitals += char_upper(cp);
		}
		if (!seen && !is_quote(cp) && cp != '(' && cp != '[' && cp != ' ') {
			seen = true;
			l->lower = char_small(cp);
			l->upper = char_upper(cp);
			l->caseless = char_letter(cp) && !l->lower && !l->upper;
			l->digit_first = char_decimal(cp) >= 0;
		}
		if (!seen)
			continue;
		/* of most letters nothing is asked but how many they are */
		size_t from = i;
		while (i < s.n && s.s[i] >= 'a' && s.s[i] <= 'z')
			i++;
		cols += (uint32_t)(i - from);
		letters += number || letters_figure(s, from, i) ? 0 : i - from;
	}
	l->cols = (uint16_t)(cols > 60000 ? 60000 : cols);
	if (word)
		l->first_cols = l->cols;
	l->caps = letters >= 4 && capitals == letters;
	l->code = letters > 0 && capitals == letters && digits > letters;
	i = 0;
	if (s.n)
		l->quote_first = is_quote(utf8_next(s.s, s.n, &i));
}

void
widths_sort(uint16_t *v, size_t n)
{
	uint16_t most = 0;
	size_t i, k, *count;

	for (i = 0; i < n; i++)
		most = v[i] > most ? v[i] : most;
	count = xcalloc(most + 1u, sizeof *count);
	for (i = 0; i < n; i++)
		count[v[i]]++;
	for (i = k = 0; i < n; k++)
		for (; count[k] > 0; count[k]--)
			v[i++] = (uint16_t)k;
	free(count);
}

/* Where the first of the sorted widths is that is at least part hundredths of width. */
static size_t
width_from(const uint16_t *sorted, size_t n, unsigned width, unsigned part)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (sorted[mid] * 100u < width * part)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/*
 * The width most long lines come near to that a page can hold: text broken by a page has one even when some
 * lines were run together, as where page text takes the hyphen of a line end away.  Where lines little shorter are
 * about as many, as in the cells of tables, none are full; without a width it is that of the longer lines.
 */
static uint16_t
full_width(const uint16_t *sorted, size_t all)
{
	size_t from = width_from(sorted, all, LONG_COLS, 100), n = all - from, i, k = from, best = 0, at = 0;

	if (n == 0)
		return 80;
	for (i = from; i < all && sorted[i] <= PAGE_COLS; i++) {
		while (sorted[k] * 100 < sorted[i] * 85)
			k++;
		if (i - k + 1 >= best) {
			best = i - k + 1;
			at = i;
		}
	}
	/* i is behind the lines a page can hold */
	if (best * 100 >= (i - from) * NEAR && best * 100 >= n * NEAR_OF_ALL) {
		size_t full = width_from(sorted, all, sorted[at], 85), shorter = width_from(sorted, all, sorted[at], 72);
		if ((at + 1 - full) * 10 >= (full - shorter) * PEAK)
			return sorted[at];
	}
	return sorted[from + n * 85 / 100];
}

/* Nearly every line ends as a sentence does. */
static bool
mostly_stopped(const struct work *w)
{
	size_t i, n = 0;

	for (i = 0; i < w->nline; i++)
		n += w->line[i].end == END_STOP;
	return w->nline >= 20 && n * 100 >= w->nline * 55;
}

/* The width of a full line, whether text is wrapped to it, and what blanks mean. */
static void
measures(struct work *w)
{
	uint16_t *cols = xmalloc((w->nline ? w->nline : 1) * sizeof *cols);
	size_t i, n = 0, full = 0, ended = 0, hinted = 0, gapped = 0, longs = 0, over = 0, all_cols = 0, over_cols = 0;
	size_t over_open = 0;

	for (i = 0; i < w->nline; i++)
		if (w->line[i].cols > 0)
			cols[n++] = w->line[i].cols;
	widths_sort(cols, n);
	w->width = full_width(cols, n);
	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		all_cols += l->cols;
		over_cols += l->cols > PAGE_COLS ? l->cols : 0;
		over_open += l->cols > PAGE_COLS && l->end == END_OPEN;
		if (l->cols >= LONG_COLS) {
			longs++;
			if (l->cols >= w->width * 3 / 4 && l->cols <= w->width * 5 / 4) {
				full++;
				ended += l->end == END_STOP || l->end == END_SEMI || l->end == END_COLON;
			}
		}
		if (l->src->indent > 0)
			hinted++;
		if (l->gap > 0)
			gapped++;
	}
	for (i = 0; i < n; i++)
		over += cols[i] > PAGE_COLS;
	w->wrapped = w->draft->form == SOURCE_PAGE_DOUBLE || w->draft->form == SOURCE_PAGE_LAYOUT ||
	             w->draft->form == SOURCE_PDF || over * 100 < longs * 3 || over_cols * 100 < all_cols * OVER_PART ||
	             (w->width <= PAGE_COLS && full * 100 >= (longs - over) * 45 &&
	              (full >= FULL_LEAST || over_open * 4 > over || over_cols * 100 < all_cols * OVER_ENDED));
	if (w->draft->form == SOURCE_MARKDOWN || w->draft->form == SOURCE_HTML || w->draft->form == SOURCE_DOCX)
		w->wrapped = w->width <= 90 && full * 100 >= longs * 60 && ended * 2 < full;
	w->hints = w->draft->form == SOURCE_PAGE_DOUBLE && hinted * 100 >= w->nline * 2;
	w->gaps = gapped * 100 >= w->nline * 2;
	w->sentences = !w->wrapped && w->draft->form == SOURCE_PAGE_SINGLE && !w->gaps && mostly_stopped(w);
	free(cols);
}

/* Where long lines with an Arabic number start: at the margin, or after blanks? */
static void
para_indent(struct work *w)
{
	size_t i, at_margin = 0, moved = 0;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		if (l->nlabel == 0 || l->label[0].style != LABEL_ARABIC || l->cols * 10 < w->width * 8)
			continue;
		if (l->src->indent > 0)
			moved++;
		else
			at_margin++;
	}
	w->para_indent = moved > 3 * at_margin ? INDENT_SOME : at_margin > 3 * moved ? INDENT_NONE : INDENT_MIXED;
}

/* Articles and prepositions are small words of a few letters: the text goes on after them. */
static bool
ends_in_short_word(struct span s)
{
	size_t i = s.n, letters = 0;

	while (i > 0) {
		size_t at = i;
		uint32_t cp = utf8_prev(s.s, &at);
		if (cp == ' ')
			break;
		if (!char_small(cp) || ++letters > 3)
			return false;
		i = at;
	}
	return letters > 0 && i > 0;
}

/* Its last word expects another: of the list of the language, where it is longer or has no case. */
static bool
hands_on(const struct work *w, struct span s)
{
	size_t at = s.n, from = s.n;

	if (w->words == NULL || w->words->n[WORD_HANDS_ON] == 0 || s.n == 0)
		return false;
	while (from > 0 && s.s[from - 1] != ' ' && s.n - from < TAIL_BYTES)
		from--;
	while (from < s.n && ((unsigned char)s.s[from] & 0xC0) == 0x80)
		from++;
	struct span last = words_fold(w->arena, span_sub(s, from, s.n));
	return from > 0 && (char_wide(utf8_prev(s.s, &at)) ? words_end(w->words, WORD_HANDS_ON, last)
	                                                : words_is(w->words, WORD_HANDS_ON, last) > 0);
}

/* "Mr." "No." at a line's end: the stop ends no sentence.  A number after it belongs to it. */
static bool
ends_in_abbreviation(const struct work *w, struct span s)
{
	size_t end = s.n, from;

	while (end > 0 && s.s[end - 1] >= '0' && s.s[end - 1] <= '9')
		end--;
	if (end < s.n) {
		if (end == 0 || s.s[end - 1] != ' ')
			return false;
		end--;
	}
	for (from = end; from > 0 && end - from < 24; from--)
		if (s.s[from - 1] == ' ' || s.s[from - 1] == '(' || s.s[from - 1] == '[')
			break;
	return end > from && s.s[end - 1] == '.' &&
	       words_is(w->words, WORD_BEFORE_MORE, words_fold(w->arena, span_sub(s, from, end))) > 0;
}

bool
ends_in_initials(struct span s)
{
	size_t n = 0, i = s.n;

	while (i > 0 && s.s[i - 1] == '.') {
		size_t at = --i;
		if (at == 0 || !char_letter(utf8_prev(s.s, &at)))
			return false;
		i = at;
		n++;
	}
	return n > 1 && (i == 0 || s.s[i - 1] == ' ' || s.s[i - 1] == '(');
}

/* Bytes of the first word with what no line end parts from it, the name behind "Mr.", the figure behind "No."; or 0. */
static size_t
first_word_bytes(const struct work *w, struct span s)
{
	size_t from = 0, n = 0;

	while (from < s.n) {
		while (n < s.n && s.s[n] != ' ')
			n++;
		if (n == s.n || n == from || s.s[n - 1] != '.' || w->words == NULL ||
		    words_is(w->words, WORD_BEFORE_MORE, words_fold(w->arena, span_sub(s, from, n))) == 0)
			break;
		from = ++n;
	}
	return from > 0 ? n : 0;
}

static bool
begins_with_symbol(struct span s)
{
	size_t n = 0;

	if (s.n == 0 || s.s[0] < 'A' || s.s[0] > 'Z')
		return false;
	while (n < s.n && s.s[n] != ' ')
		n++;
	while (n > 0 && (s.s[n - 1] == ',' || s.s[n - 1] == '.' || s.s[n - 1] == ')' || s.s[n - 1] == ';'))
		n--;
	return is_symbol(span_sub(s, 0, n));
}

/* "... (A/99/321)": its last word, brackets apart, is the symbol of a document. */
static bool
ends_with_symbol(struct span s)
{
	size_t from, end = s.n;

	while (end > 0 && (s.s[end - 1] == ')' || s.s[end - 1] == '*' || s.s[end - 1] == ']'))
		end--;
	for (from = end; from > 0 && s.s[from - 1] != ' ' && s.s[from - 1] != '(' && s.s[from - 1] != '[';)
		from--;
	return from > 0 && is_symbol(span_sub(s, from, end));
}

/* Is the line bold from end to end, by its kind or by one mark?  *m moves forward with the lines. */
static bool
all_bold(const struct draft *d, const struct rline *l, size_t *m)
{
	uint32_t end = l->off + l->n;
	size_t k;

	while (*m < d->nmark && d->mark[*m].end <= l->off)
		(*m)++;
	while (end > l->off && d->text.s[end - 1] == '*')
		end--;
	for (k = *m; k < d->nmark && d->mark[k].off <= l->off; k++)
		if (d->mark[k].kind == MARK_STRONG && d->mark[k].end >= end)
			return end > l->off;
	return l->src->bold;
}

/* The label stands right before a letter of a script with blanks, as where the tab behind it was lost. */
static bool
closed_up(struct span t, const struct label *l)
{
	uint32_t cp = l->n < t.n ? char_after(t, l->n) : 0;

	return l->n == l->body && (char_upper(cp) || char_small(cp));
}

#define CLOSED_UP 4 /* one of so many labels at least is, where those that are count: else they are of codes */

static void
labels_read(struct work *w)
{
	size_t i, closed = 0, all = 0;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span t = span_trim(w->draft->line[i].text);
		l->nlabel = (uint8_t)label_read(t, w->words ? &w->words->label : NULL, l->label);
		all += l->nlabel > 0 && l->label[0].body < t.n;
		closed += l->nlabel > 0 && closed_up(t, l->label);
	}
	for (i = 0; i < w->nline && closed * CLOSED_UP < all; i++)
		if (w->line[i].nlabel > 0 && closed_up(span_trim(w->draft->line[i].text), w->line[i].label))
			w->line[i].nlabel = 0;
}

void
evidence_collect(struct work *w)
{
	const struct draft *d = w->draft;
	size_t i, mark = 0;

	w->nline = d->nline;
	w->line = ARENA_ARRAY(w->arena, struct rline, d->nline + 1);
	labels_read(w);
	for (i = 0; i < d->nline; i++) {
		struct rline *l = &w->line[i];
		struct span t = span_trim(d->line[i].text);
		l->src = &d->line[i];
		l->off = (uint32_t)(t.s - d->text.s);
		l->n = (uint32_t)t.n;
		l->gap = d->line[i].blank_before;
		l->page = d->line[i].page;
		measure(l, t);
		reach_measure(l, t, first_word_bytes(w, t));
		l->end = evidence_end(t);
		l->bold = all_bold(d, l, &mark);
		l->raised = d->nmark > 0 && source_mark(d, l->off, MARK_SUP) != NULL;
		l->symbol = begins_with_symbol(t);
		l->symbol_last = ends_with_symbol(t);
		l->bullet_n = bullet_bytes(t);
		l->lone_dash = l->bullet_n == l->n && char_dash(char_after(t, 0));
		l->bullet = l->bullet_n > 0 && !l->lone_dash;
		if (l->bullet)
			l->bullet_capital = capital_behind(span_sub(t, l->bullet_n, t.n));
		if (l->nlabel) {
			l->lower = l->label[0].first == 'l';
			l->upper = l->label[0].first == 'U';
		}
		l->dangling = l->end == END_OPEN && (ends_in_short_word(t) || hands_on(w, t));
		if (l->end == END_STOP && ends_in_abbreviation(w, t))
			l->end = END_OPEN;
		/* "a.i. / of the Mission" */
		if (i > 0 && l->lower && l->gap == 0 && l[-1].end == END_STOP && ends_in_initials(rline_text(w, l - 1)))
			l[-1].end = END_OPEN;
	}
	pictures_collect(w);
	measures(w);
	if (d->form == SOURCE_PDF)
		reach_places(w);
	reach_by_columns(w);
	w->reach = reach_full(w);
	reach_centred(w);
	para_indent(w);
}

const char *
reading_name(enum reading r)
{
	static const char *const names[READINGS] = {
		"open", "continuation", "p", "heading", "plain-heading", "para", "item", "bullet", "quote", "row", "figure",
		"caption", "annex", "front", "field", "contents", "entry", "signature", "chapeau", "adoption", "vote",
		"speech", "rule", "note", "note-more", "url", "drop",
	};
	return r < READINGS ? names[r] : "?";
}

struct span
line_folded(const struct work *w, const struct rline *l)
{
	struct rline *own = &w->line[l - w->line];

	if (own->folded.s == NULL)
		own->folded = words_fold(w->arena, rline_text(w, l));
	return own->folded;
}
