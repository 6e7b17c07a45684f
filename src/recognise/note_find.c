/* SPDX-License-Identifier: MIT */
#include "recognise/note_find.h"

#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/symbol.h"

#define MARK_DIGITS_MAX 3
#define LABEL_BYTES 40 /* more than the word of a label has */
#define WORD_LETTERS 3 /* most abbreviations that are not in the lists of the language are shorter */

struct finder {
	struct arena *arena;
	const struct flat *flat;
	const struct recognised *found;
	const struct figure_words *words;
	struct span text;
	struct call_place *place;
	size_t n, cap;
	bool bracketed;   /* the draft prints its marks as (1) */
	bool raises;      /* the form raises something */
	size_t run_at;    /* where the run of digits or stars begins */
};

/* Value of a raised digit, -1 for other characters. */
static int
raised_digit(uint32_t u)
{
	if (u == 0xB9)
		return 1;
	if (u == 0xB2 || u == 0xB3)
		return (int)(u - 0xB0);
	if (u == 0x2070 || (u >= 0x2074 && u <= 0x2079))
		return (int)(u - 0x2070);
	return -1;
}

/* Value of a digit in any of the digits notes are numbered with, -1 for other characters. */
static int
any_digit(uint32_t u)
{
	int v = char_decimal(u);
	return v >= 0 ? v : raised_digit(u);
}

struct note_mark
note_mark_read(struct span s)
{
	struct note_mark m = {SERIES_NONE, 0};
	for (size_t i = 0; i < s.n;) {
		uint32_t u = utf8_next(s.s, s.n, &i);
		int d = any_digit(u);
		enum mark_series kind = d >= 0 ? SERIES_NUMBER : u == '*' || u == 0xFF0A ? SERIES_STAR
		    : (u >= 'a' && u <= 'z') ? SERIES_LETTER : SERIES_NONE;
		if (kind == SERIES_NONE && strchr("()[]./", (int)(u < 0x80 ? u : '.')) != NULL)
			continue;
		if (kind == SERIES_NONE || (m.series != SERIES_NONE && m.series != kind) ||
		    (kind == SERIES_LETTER && m.value != 0) || m.value > 99999)
			return (struct note_mark){SERIES_NONE, 0};
		m.series = kind;
		m.value = d >= 0 ? m.value * 10 + (uint32_t)d : kind == SERIES_STAR ? m.value + 1 : u - 'a' + 1;
	}
	return m;
}

uint32_t
note_page(const struct recognised *found, uint32_t off)
{
	if (found->page_of == NULL || found->draft->nline == 0)
		return 1;
	return found->page_of[source_line(found->draft, off)];
}

/* What a code span of Markdown holds is printed as it is. */
static bool
is_verbatim(const struct finder *f, uint32_t off)
{
	return f->found->draft->form == SOURCE_MARKDOWN && source_mark(f->found->draft, off, MARK_CODE) != NULL;
}

static void
add(struct finder *f, struct note_mark mark, size_t at, size_t end, float score, const char *rule)
{
	if (mark.series == SERIES_NONE || score <= 0)
		return;
	uint32_t off = flat_off(f->flat, at);
	const struct flat_run *run = flat_at(f->flat, at);
	if (run == NULL || run->node->fate != FATE_PLACED || end - run->at > run->node->text.n ||
	    (run->block->kind == REP_JOB_NUMBER && mark.series == SERIES_NUMBER) || is_verbatim(f, off))
		return;
	*VEC_PUSH(f->arena, f->place, f->n, f->cap) = (struct call_place){.mark = mark, .at = at,
	    .end = end, .run_off = flat_off(f->flat, f->run_at), .off = off, .page = note_page(f->found, off),
	    .score = score, .rule = rule};
}

static struct note_mark
number(struct span text, size_t from, size_t to)
{
	size_t at = from, n = 0;
	bool zero = char_decimal(char_after(text, from)) == 0;
	for (; at < to && n <= MARK_DIGITS_MAX; n++)
		utf8_next(text.s, to, &at);
	if (n > MARK_DIGITS_MAX || zero)
		return (struct note_mark){SERIES_NONE, 0};
	return note_mark_read(span_sub(text, from, to));
}

/* Is the word that ends at i all capitals or mixed with digits, as in "TIC", "G20"? */
static bool
capitals_before(struct span s, size_t i)
{
	int n = 0;
	while (i > 0) {
		uint32_t u = utf8_prev(s.s, &i);
		if (!char_letter(u))
			break;
		if (!char_upper(u))
			return false;
		n++;
	}
	return n > 0;
}

static bool
stop(uint32_t u)
{
	return u != 0 && (u < 0x80 ? strchr(".,;:!?)]\"", (int)u) != NULL
	    : u == 0x201D || u == 0x2019 || u == 0xBB || u == 0x3001 || u == 0x3002 || u == 0x300B ||
	      u == 0xFF0C || u == 0xFF1B || u == 0xFF1A || u == 0xFF09 || u == 0x60C || u == 0x61B);
}

/* Do the four figures before i read as a year, and are they all of their number? */
static bool
year_before(struct span s, size_t i)
{
	if (i < 4 || (memcmp(s.s + i - 4, "19", 2) != 0 && memcmp(s.s + i - 4, "20", 2) != 0) ||
	    !char_digit((unsigned char)s.s[i - 2]) || !char_digit((unsigned char)s.s[i - 1]))
		return false;
	uint32_t before = char_before(s, i - 4);
	return !char_digit(before) && before != '.' && before != ',';
}

/* Do the small letters of s from i on begin with the word?  Ideographs need no boundary. */
static bool
word_at(struct span s, size_t i, struct span word)
{
	size_t k = 0;
	uint32_t last = 0;
	while (k < word.n) {
		if (i >= s.n)
			return false;
		last = utf8_next(word.s, word.n, &k);
		if (char_lower(utf8_next(s.s, s.n, &i)) != last)
			return false;
	}
	return word.n > 0 && (char_han(last) || !char_letter(last) || !char_letter(char_after(s, i)));
}

/* "1 December", "5 per cent": the figures from at to end belong to the word after them. */
static bool
counts_next(const struct finder *f, size_t at, size_t end)
{
	struct span s = f->text;
	size_t i;
	for (i = end; i < s.n && char_blank(char_after(s, i));)
		utf8_next(s.s, s.n, &i);
	if (i > end && char_blank(char_before(s, at)) && char_han(char_after(s, i)))
		return false; /* no blanks stand round a figure that counts ideographs */
	for (size_t k = 0; f->words != NULL && k < f->words->nafter; k++)
		if (word_at(s, i, f->words->after[k]))
			return true;
	return false;
}

/* "paragraph 3": the figures at at belong to the word before them. */
static bool
numbers_word(const struct finder *f, size_t at)
{
	struct span s = f->text;
	size_t i;
	for (i = at; i > 0 && char_blank(char_before(s, i));)
		utf8_prev(s.s, &i);
	for (size_t k = 0; f->words != NULL && k < f->words->nbefore; k++) {
		size_t n = f->words->before[k].n;
		if (n <= i && word_at(span_sub(s, 0, i), i - n, f->words->before[k]) &&
		    (i == n || !char_letter(char_before(s, i - n)) || char_han(char_before(s, i - n))))
			return true;
	}
	return false;
}

/* What stands before a place where the symbol of a document, or of a resolution, may go on. */
struct symbol_before {
	bool stroke;   /* with letters, figures, stops and dashes behind it, as in "A/63/7/Add." */
	bool document; /* behind a capital nothing but figures, "A/80/", and then letters, "A/63/7/Rev": no resolution */
};

static struct symbol_before
symbol_before(struct span s, size_t i)
{
	struct symbol_before is = {false, false};
	size_t least = i < SYMBOL_MAX_BYTES ? 0 : i - SYMBOL_MAX_BYTES;
	bool letters = false, figures = false;
	while (i > least) {
		uint32_t u = utf8_prev(s.s, &i);
		if (u == '/') {
			is.stroke = true;
		} else if (char_digit(u)) {
			figures = figures || is.stroke;
		} else if (char_letter(u) && !is.stroke) {
			letters = true;
		} else if (u != '.' && u != '-') {
			is.document = is.stroke && u >= 'A' && u <= 'Z' && (figures || !letters);
			break;
		}
	}
	return is;
}

/* A comma behind the number of a resolution, "76/39,1": the digits after it are no decimals. */
static bool
number_closed(struct span s, size_t comma)
{
	size_t i = comma;
	while (i > 0 && char_digit((unsigned char)s.s[i - 1]))
		i--;
	return i > 0 && i < comma && s.s[i - 1] == '/';
}

/* "fell.3 The", "fell.3" at the end: do a word and its stop, whose byte is i, end a sentence before the figures? */
static bool
ends_sentence(const struct finder *f, size_t i, size_t end)
{
	struct span s = f->text;
	size_t letters = 0, k = end;
	if (s.s[i] != '.' || numbers_word(f, i + 1))
		return false;
	for (size_t at = i; at > 0 && letters < WORD_LETTERS; letters++)
		if (!char_letter(char_before(s, at)) || char_upper(utf8_prev(s.s, &at)))
			return false;
	while (k < s.n && char_blank(char_after(s, k)))
		utf8_next(s.s, s.n, &k);
	return letters == WORD_LETTERS && (char_after(s, end) == '\n' || (k > end && char_upper(char_after(s, k))));
}

/* "4 512": a blank and three digits behind end. */
static bool
group_behind(struct span s, size_t end)
{
	size_t k = end, n = 0;
	if (!char_blank(char_after(s, end)))
		return false;
	for (utf8_next(s.s, s.n, &k); k + n < s.n && char_digit((unsigned char)s.s[k + n]);)
		n++;
	return n == 3;
}

/* "Part 2: the lamps": a figure behind the first words of a block, before a colon and more, numbers what they name. */
static bool
labels_block(struct span s, size_t at, size_t end)
{
	size_t i = at, from;
	while (end < s.n && char_blank(char_after(s, end)))
		utf8_next(s.s, s.n, &end);
	uint32_t after = char_after(s, end);
	if (after != ':' && after != 0xFF1A)
		return false;
	utf8_next(s.s, s.n, &end);
	bool more = end < s.n && s.s[end] != '\n';
	while (i > 0 && char_blank(char_before(s, i)))
		utf8_prev(s.s, &i);
	for (from = i; i > 0 && from - i < LABEL_BYTES; utf8_prev(s.s, &i))
		if (!char_letter(char_before(s, i)) && !(more && char_blank(char_before(s, i))))
			return char_before(s, i) == '\n';
	return i == 0;
}

/* "fell,10,11": the figure behind the comma at end is the next, as calls of two notes are. */
static bool
next_follows(struct span s, size_t at, size_t end)
{
	size_t from = end + 1, to = from;
	while (to < s.n && char_digit((unsigned char)s.s[to]))
		to++;
	return to > from && number(s, at, end).value + 1 == number(s, from, to).value;
}

/* How much the digits [at, end) glued to what stands before look like a call. */
static float
glued_score(const struct finder *f, size_t at, size_t end)
{
	struct span s = f->text;
	size_t i = at;
	uint32_t before = utf8_prev(s.s, &i), after = char_after(s, end);
	float score;
	if (char_han(before))
		score = char_han(after) ? 0.3f : 0.5f;
	else if (char_letter(before))
		score = symbol_before(s, at).document ? 0.1f : capitals_before(s, at) ? 0.6f : 0.9f;
	else if (before == '.' && symbol_before(s, i).stroke)
		return 0;
	else if (ends_sentence(f, i, end))
		score = 0.85f;
	else if (before == '.' || before == ',' || before == ':')
		score = char_decimal(char_before(s, i)) < 0 ? 0.7f : year_before(s, i) ? 0.6f :
		    before == ',' && number_closed(s, i) ? 0.5f : before == ',' ? 0.15f : 0;
	else if (before == 0x3001 && char_digit(char_before(s, i)))
		score = 0.15f; /* "1、3、7": no blanks part the figures of a list */
	else if (stop(before))
		score = char_wide(before) && group_behind(s, end) ? 0.1f : 0.85f; /* no blank parts such a stop from a figure */
	else
		return 0;
	if (after == '.' || after == ',') {
		size_t k = end + 1;
		if (char_digit(char_after(s, k)) && !(after == ',' && next_follows(s, at, end)))
			score *= 0.1f;
	}
	if (char_letter(after) && !char_han(after))
		score *= 0.2f;
	/* "’1‘" numbers the items of an Arabic list. */
	if (after == 0x2018)
		return 0;
	if (after == '/' || after == '-' || after == 0x2013)
		score *= 0.3f;
	return after == '%' ? 0 : score;
}

/* "8,899,100", "57 567 300", "12:30": digits whose neighbours, before i + 1 or from end on, make them one figure. */
static bool
in_figure(struct span s, size_t i, size_t end)
{
	uint32_t after = char_after(s, end), next = char_after(s, end + 1);
	if (after < 0x80 && strchr(",.:", (int)after) != NULL && char_digit(next))
		return true;
	return group_behind(s, end) && !stop(char_before(s, i + 1));
}

/* "programmes 5, 7, 8": a figure of a list, behind the blank at i, is parted from the next by a comma alone. */
static bool
in_list(struct span s, size_t i, size_t end)
{
	uint32_t before = char_before(s, i);
	size_t k = end + 1;

	if (char_after(s, end) != ',' || !char_blank(char_after(s, k)) || char_digit(before))
		return false;
	for (utf8_next(s.s, s.n, &k); char_digit(char_after(s, k));)
		k++;
	return char_digit(char_before(s, k)) && char_after(s, k) != '/' && !(stop(before) && before != ',');
}

/* A number between blanks; end may move over the "/" of "1/ ". */
static float
alone_score(const struct finder *f, size_t at, size_t *end)
{
	struct span s = f->text;
	const struct flat_run *run = flat_at(f->flat, at);
	uint32_t after = char_after(s, *end);
	size_t i = at;
	utf8_prev(s.s, &i);
	uint32_t before = char_before(s, i);
	if (before == '\n' || (run != NULL && run->block->kind == REP_ENTRY)) /* an entry ends in its page */
		return 0;
	if (after == '/') {
		uint32_t next = char_after(s, *end + 1);
		if (!char_blank(next) && next != '\n' && !stop(next))
			return 0;
		*end += 1;
		return 0.8f;
	}
	bool behind_stop = stop(before) && before != ')';
	if (in_figure(s, i, *end))
		return 0;
	if (in_list(s, i, *end))
		return NOTE_SCORE_WEAK;
	/* ideographs stand without blanks: those are what is left of a raised figure */
	if ((char_han(before) || (char_wide(before) && behind_stop)) &&
	    (char_blank(after) || after == '\n' || stop(after) || char_wide(after)))
		return 0.75f;
	if (char_blank(after)) {
		size_t k = *end;
		utf8_next(s.s, s.n, &k);
		uint32_t next = char_after(s, k);
		if (next == '.' || next == ',' || next == ';' || next == ':')
			return 0.7f;
		/* Where a raised figure was, page text often keeps a blank on both of its sides. */
		if (char_blank(next))
			return 0.5f;
		return behind_stop ? 0.3f : NOTE_SCORE_WEAK;
	}
	if (after == '\n')
		return behind_stop ? 0.5f : NOTE_SCORE_WEAK;
	return stop(after) ? 0.3f : 0;
}

/* "(3)" as Arabic text prints its calls: close to what stands before, and within no symbol. */
static float
bracket_score(const struct finder *f, size_t open, size_t end)
{
	uint32_t before = char_before(f->text, open);
	if (before == '\n' || (char_digit(before) && !f->bracketed) || char_after(f->text, end) == '/')
		return 0;
	return f->bracketed ? (char_blank(before) ? 0.5f : 0.9f) : char_blank(before) ? NOTE_SCORE_WEAK : 0.5f;
}

/* Do the texts of the notes begin with a mark in brackets? */
static bool
marks_bracketed(const struct recognised *found)
{
	size_t n = 0;
	for (size_t i = 0; i < found->nnote; i++)
		n += char_after(found->draft->text, found->note[i].off) == '(';
	return n * 2 > found->nnote;
}

/* May the last k of n figures at at be a mark: behind the stop of a symbol, of five after a blank, behind "n°"? */
static bool
ends_number(struct span s, size_t at, size_t n, size_t k)
{
	uint32_t before = char_before(s, at);
	size_t i = at;
	if (char_blank(before))
		utf8_prev(s.s, &i);
	if (char_before(s, i) == 0xBA || char_before(s, i) == 0xB0)
		return k * 2 >= n;
	return k > 1 && k * 2 + 1 >= n && (before == '.' ? symbol_before(s, at - 1).stroke : char_blank(before) && n > 4);
}

/* "6/2031": four figures at at that read as a year, behind the stroke of one figure: no session of an assembly. */
static bool
numbered_in_year(struct span s, size_t at)
{
	return year_before(s, at + 4) && at > 1 && char_digit(char_before(s, at - 1)) && !char_digit(char_before(s, at - 2));
}

/* Suffixes of a longer run of digits: 20213 is 2021 and 3, with luck. */
static void
suffixes(struct finder *f, size_t at, size_t end)
{
	struct span s = f->text;
	size_t n = end - at;
	bool year = n > 4 && (memcmp(s.s + at, "19", 2) == 0 || memcmp(s.s + at, "20", 2) == 0);
	uint32_t after = char_after(s, end);
	bool stroke = char_before(s, at) == '/';
	bool more = after == '/' || ((after == '.' || after == ',') && char_digit(char_after(s, end + 1)));
	for (size_t k = 1; k <= MARK_DIGITS_MAX && k < n; k++) {
		/* Those of resolutions have three figures at most, few are above 400, and those up to 600 are of decisions. */
		float score = n - k == 4 && year ? 0.85f : n - k > 3 || !stroke ? 0
		    : n > 3 ? 0.5f : n == 3 && s.s[at] > '5' ? 0.15f : n == 3 && s.s[at] > '3' ? NOTE_SCORE_WEAK : 0;
		if (score > 0 && stroke && symbol_before(s, at).document)
			score *= 0.1f;
		else if (score > 0 && stroke && n == 4 && numbered_in_year(s, at))
			score = NOTE_SCORE_WEAK;
		/* "Agenda 215", "1/CP.2731": 21 and 5, 27 and 31, if nothing else can be 5 or 31 */
		if ((n == 3 && k == 1 && char_blank(char_before(s, at))) ||
		    (score <= 0 && ends_number(s, at, n, k)))
			score = NOTE_SCORE_WEAK;
		add(f, number(s, end - k, end), end - k, end, more ? score * 0.1f : score,
		    "note.call.after-number");
	}
}

static void
digits(struct finder *f, size_t at, size_t end)
{
	struct span s = f->text;
	uint32_t off = flat_off(f->flat, at), before = char_before(s, at), after = char_after(s, end);
	const struct flat_run *run = flat_at(f->flat, at);
	if (off != UINT32_MAX && source_mark(f->found->draft, off, MARK_CALL) != NULL) {
		add(f, note_mark_read(span_sub(s, at, end)), at, end, 2.0f, "note.call.form");
		return;
	}
	if (run != NULL && run->node->parent->kind == REP_SUP) {
		add(f, number(s, at, end), at, end, 1.0f, "note.call.raised");
		return;
	}
	if (before == '[' && after == ']') {
		size_t from = at - 1, to = end + 1;
		uint32_t open = char_before(s, from), close = char_after(s, to);
		if ((open == 0x207D && close == 0x207E) || (open == '(' && close == ')')) {
			utf8_prev(s.s, &from);
			utf8_next(s.s, s.n, &to);
		}
		add(f, number(s, at, end), from, to, 0.85f, "note.call.brackets");
	} else if (before == '(' && after == ')') {
		add(f, number(s, at, end), at - 1, end + 1, bracket_score(f, at - 1, end + 1), "note.call.brackets");
	} else if (before != '\n' && counts_next(f, at, end)) {
		return;
	} else if (char_blank(before)) {
		size_t to = end;
		float score = alone_score(f, at, &to);
		if (score > NOTE_SCORE_WEAK && (f->bracketed || numbers_word(f, at) || labels_block(s, at, end)))
			score = NOTE_SCORE_WEAK;
		add(f, number(s, at, end), at, to, score, "note.call.alone");
	} else if (before != '\n') {
		bool label = f->bracketed || (char_han(before) && (numbers_word(f, at) || labels_block(s, at, end)));
		float score = glued_score(f, at, end);
		if (label && score > NOTE_SCORE_WEAK)
			score = NOTE_SCORE_WEAK;
		add(f, number(s, at, end), at, end, score, "note.call.glued");
	}
	if (char_digit((unsigned char)s.s[at]))
		suffixes(f, at, end);
}

static bool
arabic_digit(uint32_t u)
{
	return (u >= 0x660 && u <= 0x669) || (u >= 0x6F0 && u <= 0x6F9);
}

static size_t
arabic_digits_end(struct span s, size_t at)
{
	while (at < s.n && arabic_digit(char_after(s, at)))
		utf8_next(s.s, s.n, &at);
	return at;
}

static void
raised(struct finder *f, size_t at, size_t *end)
{
	size_t i = at;
	while (i < f->text.n && raised_digit(char_after(f->text, i)) >= 0)
		utf8_next(f->text.s, f->text.n, &i);
	*end = i;
	add(f, note_mark_read(span_sub(f->text, at, i)), at, i, 0.95f, "note.call.raised");
}

/* A letter is a call in tables and where it is raised; elsewhere only under the form's own mark. */
static void
letter(struct finder *f, size_t at)
{
	uint32_t before = char_before(f->text, at), after = char_after(f->text, at + 1);
	const struct flat_run *run = flat_at(f->flat, at);
	if (run == NULL || run->node->fate != FATE_PLACED || char_letter(after) || char_digit(after))
		return;
	struct note_mark mark = {SERIES_LETTER, (uint32_t)(f->text.s[at] - 'a') + 1};
	uint32_t off = flat_off(f->flat, at);
	if (source_mark(f->found->draft, off, MARK_CALL) != NULL)
		add(f, mark, at, at + 1, 2.0f, "note.call.form");
	else if (run->node->parent->kind == REP_SUP)
		add(f, mark, at, at + 1, 1.0f, "note.call.raised");
	else if (run->block->kind == REP_CELL || run->block->kind == REP_CAPTION)
		add(f, mark, at, at + 1, char_digit(before) ? 0.8f : char_blank(before) && after == '\n' ? 0.5f
		    : stop(before) ? 0.5f : 0, "note.call.table");
}

static void
stars(struct finder *f, size_t at, size_t *end)
{
	size_t i = at;
	while (i < f->text.n && f->text.s[i] == '*')
		i++;
	*end = i;
	uint32_t before = char_before(f->text, at);
	if (i - at <= 6 && before != '\n')
		add(f, (struct note_mark){SERIES_STAR, (uint32_t)(i - at)}, at, i,
		    char_blank(before) ? 0.5f : 0.9f, "note.call.star");
}

/* The operator that looks like a star, and the star of a symbol font. */
static bool
other_star(uint32_t u)
{
	return u == 0x2217 || u == 0xF02A;
}

static void
other_stars(struct finder *f, size_t at, size_t *end)
{
	uint32_t count = 0;
	size_t i = at;
	while (i < f->text.n && other_star(utf8_next(f->text.s, f->text.n, &i))) {
		count++;
		*end = i;
	}
	if (char_before(f->text, at) != '\n')
		add(f, (struct note_mark){SERIES_STAR, count}, at, *end, 0.8f, "note.call.star");
}

static int
by_run(const void *a, const void *b)
{
	const struct call_place *x = *(struct call_place *const *)a, *y = *(struct call_place *const *)b;
	return x->run_off < y->run_off ? -1 : x->run_off > y->run_off;
}

/* Order by the draft, not by the tree: fields of the masthead may have been moved. */
static void
rank(struct finder *f)
{
	struct call_place **sorted = ARENA_ARRAY(f->arena, struct call_place *, f->n + 1);
	for (size_t i = 0; i < f->n; i++)
		sorted[i] = &f->place[i];
	if (f->n > 1)
		qsort(sorted, f->n, sizeof *sorted, by_run);
	size_t order = 0;
	for (size_t i = 0; i < f->n; i++) {
		order += i == 0 || sorted[i]->run_off != sorted[i - 1]->run_off;
		sorted[i]->order = order;
	}
}

static bool
has_raised(const struct flat *flat)
{
	size_t i = 0;

	while (i < flat->nrun && flat->run[i].node->parent->kind != REP_SUP)
		i++;
	return i < flat->nrun;
}

/* Does the byte begin what the form raises? */
static bool
is_raised(const struct finder *f, size_t at)
{
	const struct flat_run *run = f->raises ? flat_at(f->flat, at) : NULL;

	return run != NULL && run->at == at && run->node->parent->kind == REP_SUP;
}

struct call_place *
note_find_places(struct arena *a, const struct flat *flat, const struct recognised *found,
                 const struct figure_words *words, size_t *n)
{
	struct finder f = {.arena = a, .flat = flat, .found = found, .words = words, .text = flat->text,
	    .bracketed = marks_bracketed(found), .raises = has_raised(flat)};
	for (size_t i = 0; i < f.text.n;) {
		unsigned char c = (unsigned char)f.text.s[i];
		size_t end = i + 1;
		f.run_at = i;
		if (c >= '0' && c <= '9') {
			while (end < f.text.n && char_digit((unsigned char)f.text.s[end]))
				end++;
			digits(&f, i, end);
		} else if (c == '*') {
			stars(&f, i, &end);
		} else if (c < 0x80 && char_letter(c)) {
			end = char_plain_end(f.text, end);
			f.run_at = end - 1;
			if (f.text.s[end - 1] >= 'a' &&
			    ((end == i + 1 && !char_letter(char_before(f.text, i))) || is_raised(&f, end - 1)))
				letter(&f, end - 1);
		} else if (c >= 0xC2) {
			uint32_t u = utf8_next(f.text.s, f.text.n, &(size_t){i});
			if (raised_digit(u) >= 0)
				raised(&f, i, &end);
			else if (other_star(u))
				other_stars(&f, i, &end);
			else if (arabic_digit(u))
				digits(&f, i, end = arabic_digits_end(f.text, i));
			else
				while (end < f.text.n && ((unsigned char)f.text.s[end] & 0xC0) == 0x80)
					end++;
		}
		i = end;
	}
	rank(&f);
	*n = f.n;
	return f.place;
}
