/* SPDX-License-Identifier: MIT */
#include "recognise/preflight.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/flat.h"
#include "recognise/note_find.h"
#include "recognise/symbol.h"
#include "recognise/work.h"

#define NUMBERS 1000         /* paragraphs have lesser numbers; years do not */
#define SERIES_DEPTH 8 /* series of numbers that wait while another one runs */
#define REFERENCE_BYTES 32   /* beside a number that say what it belongs to */
#define UNSURE_BELOW 0.7f    /* a third of what is less sure in real papers is wrong, a tenth of all */
#define UNSURE_SHOWN 8
#define COVER_BYTES 600      /* at the start of a report, in which a cover says what it is */

struct word_list {
	const struct span *word;
	size_t n;
};

struct check {
	const struct account *acc;
	const struct terms *terms;
	struct diag *diag;
	uint32_t highest; /* greatest paragraph number of the report */
	const struct label_words *label; /* or NULL */
	struct word_list own, ibid, and;     /* that stand beside references */
};

/* Where the text of n begins in the draft; what has none of its own stands where its parent does. */
static struct pos
place(const struct check *c, const struct rep_node *n)
{
	for (const struct rep_node *t = n; t != NULL; t = rep_next(n, t))
		if (t->kind == REP_TEXT && t->off_n > 0)
			return source_pos(c->acc->found->draft, t->off);
	while (n != NULL && n->line_from == 0)
		n = n->parent;
	return (struct pos){c->acc->found->draft->name, n != NULL ? n->line_from : 0, 0};
}

/* The same for a byte of the words. */
static struct pos
place_of_byte(const struct check *c, const struct flat *f, size_t i)
{
	return source_pos(c->acc->found->draft, flat_off(f, i));
}

static const struct rep_node *
child(const struct rep_node *n, enum rep_kind kind)
{
	const struct rep_node *k = n->first;
	while (k != NULL && k->kind != kind)
		k = k->next;
	return k;
}

/* The number that n begins with as it is printed. */
static const char *
printed(const struct check *c, const struct rep_node *n)
{
	struct buf text = {0};
	rep_text_of(child(n, REP_NUM), &text);
	struct span s = span_trim(buf_span(&text));
	const char *copy = arena_strndup(c->acc->arena, s.s, s.n);
	buf_free(&text);
	return copy;
}

/* ---- paragraph numbers ---- */

struct series {
	uint32_t last[SERIES_DEPTH]; /* [n - 1] is the running one */
	size_t n;
	const struct rep_node *part; /* what the paragraph before stands in */
};

/* The readings of the number an element begins with; how many. */
static int
labels_of(const struct check *c, const struct rep_node *n, struct label out[LABEL_MAX])
{
	return child(n, REP_NUM) != NULL ? label_read(span_of(printed(c, n)), c->label, out) : 0;
}

/* Value of a paragraph's number; 0 where it has none or counts in two parts, as 2.1 does. */
static uint32_t
number_of(const struct check *c, const struct rep_node *para)
{
	struct label all[LABEL_MAX];
	int n = labels_of(c, para, all);
	for (int k = 0; k < n; k++)
		if (all[k].style == LABEL_ARABIC || all[k].style == LABEL_ARABIC_PAREN)
			return all[k].value;
	return 0;
}

/* The series that v is nearest behind, the one that runs before others; s->n when it is behind none. */
static size_t
series_before(const struct series *s, uint32_t v)
{
	size_t best = s->n;
	for (size_t i = s->n; i-- > 0;)
		if (s->last[i] < v && (best == s->n || s->last[i] > s->last[best]))
			best = i;
	return best;
}

static void
series_push(struct series *s, uint32_t v)
{
	if (s->n == SERIES_DEPTH)
		memmove(s->last, s->last + 1, --s->n * sizeof *s->last);
	s->last[s->n++] = v;
}

/*
 * Numbers run on, start again at 1, or go on where a waiting series stopped; a recommendation
 * box with numbers of its own does not break the series of the report.
 */
static void
series_take(struct check *c, struct series *s, uint32_t v, const struct rep_node *n)
{
	bool same_part = s->part == n->parent, again = s->n > 0 && s->last[s->n - 1] == v;
	size_t at = series_before(s, v);
	s->part = n->parent;
	if (v == 1) {
		series_push(s, v);
		return;
	}
	if (same_part ? again || at == s->n : again && at == s->n) {
		diag(c->diag, DIAG_PRE_REPEAT, place(c, n), "paragraph %u follows %u: number it again", (unsigned)v,
		    (unsigned)s->last[s->n - 1]);
		s->last[s->n - 1] = v;
		return;
	}
	if (at == s->n) {
		diag(c->diag, DIAG_PRE_GAP, place(c, n), "paragraph %u begins a count: number the paragraphs again, "
		    "or look for those before it that were not recognised", (unsigned)v);
		series_push(s, v);
		return;
	}
	if (s->last[at] + 1 != v)
		diag(c->diag, DIAG_PRE_GAP, place(c, n), "paragraph %u follows %u: number the paragraphs again, "
		    "or look for one that was not recognised", (unsigned)v, (unsigned)s->last[at]);
	s->last[at] = v;
	s->n = at + 1;
}

static void
check_paragraphs(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	struct series s = {.n = 0};
	for (const struct rep_node *n = root; n != NULL;) {
		if (n->kind == REP_ANNEX || n->kind == REP_BODY)
			s.n = 0;
		uint32_t v = n->kind == REP_PARA ? number_of(c, n) : 0;
		if (v > 0) {
			series_take(c, &s, v, n);
			c->highest = v > c->highest ? v : c->highest;
		}
		/* What is quoted keeps the numbers of its own paper. */
		n = n->kind == REP_QUOTE ? rep_skip(root, n) : rep_next(root, n);
	}
}

/* ---- sections ---- */

/* Value of a section's number in its style; 0 when it has none. */
static uint32_t
section_value(const struct check *c, const struct rep_node *section, enum label_style *style)
{
	struct label all[LABEL_MAX];
	const char *name = rep_get(section, "style");
	int n = name != NULL ? labels_of(c, section, all) : 0;
	for (int k = 0; k < n; k++) {
		*style = all[k].style;
		if (*style != LABEL_DOTTED && *style != LABEL_CHAPTER && strcmp(label_style_name(*style), name) == 0)
			return all[k].value;
	}
	return 0;
}

static void
check_siblings(struct check *c, const struct rep_node *parent)
{
	uint32_t last[LABEL_STYLES] = {0}, count[LABEL_STYLES] = {0};
	const struct rep_node *before[LABEL_STYLES] = {NULL};
	for (const struct rep_node *n = parent->first; n != NULL; n = n->next) {
		enum label_style style = LABEL_ROMAN;
		uint32_t v = n->kind == REP_SECTION ? section_value(c, n, &style) : 0;
		if (v == 0)
			continue;
		if (count[style]++ > 0 && v > last[style] + 1)
			diag(c->diag, DIAG_PRE_GAP, place(c, n), "section “%s” follows “%s” at its level: number the sections again, "
			    "or look for a heading that was not recognised", printed(c, n), printed(c, before[style]));
		else if (count[style] > 1 && v <= last[style] && v != 1)
			diag(c->diag, DIAG_PRE_REPEAT, place(c, n), "section “%s” follows “%s” at its level: number it again",
			    printed(c, n), printed(c, before[style]));
		last[style] = v;
		before[style] = n;
	}
	for (int s = 0; s < LABEL_STYLES; s++)
		if (count[s] == 1 && last[s] == 1 && parent->kind == REP_SECTION)
			diag(c->diag, DIAG_PRE_LONE, place(c, before[s]), "“%s” stands alone in its section: take its label off, "
			    "or look for the next one, which was not recognised", printed(c, before[s]));
}

static void
check_sections(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if (n->kind == REP_SECTION || n->kind == REP_BODY || n->kind == REP_ANNEX)
			check_siblings(c, n);
}

/* ---- items ---- */

/* Value of the item's label in the style, or 0. */
static uint32_t
item_value(const struct check *c, const struct rep_node *item, enum label_style style)
{
	struct label all[LABEL_MAX];
	int n = item->kind == REP_ITEM ? labels_of(c, item, all) : 0;
	for (int k = 0; k < n; k++)
		if (all[k].style == style)
			return all[k].value;
	return 0;
}

/* How many items break the count in the style; they are reported when told to. */
static size_t
items_out_of_order(struct check *c, const struct rep_node *list, enum label_style style, bool tell)
{
	uint32_t last = 0;
	const struct rep_node *before = NULL;
	size_t broken = 0;
	for (const struct rep_node *n = list->first; n != NULL; n = n->next) {
		uint32_t v = item_value(c, n, style);
		bool fits = last == 0 || v <= 1 || v == last + 1;
		broken += !fits;
		if (!fits && tell)
			diag(c->diag, v > last ? DIAG_PRE_GAP : DIAG_PRE_REPEAT, place(c, n), "item “%s” of its list follows "
			    "“%s”: label the items again, or look for one that was not recognised", printed(c, n),
			    printed(c, before));
		last = v;
		before = v > 0 ? n : before;
	}
	return broken;
}

/* Items of one list follow each other, in the style that fits them best; a count may begin again. */
static void
check_items(struct check *c, const struct rep_node *list)
{
	struct label all[LABEL_MAX];
	size_t least = SIZE_MAX;
	enum label_style style = LABEL_ALPHA;
	const struct rep_node *first = list->first;
	while (first != NULL && first->kind != REP_ITEM)
		first = first->next;
	int n = first != NULL ? labels_of(c, first, all) : 0;
	for (int k = 0; k < n; k++) {
		size_t broken = items_out_of_order(c, list, all[k].style, false);
		if (broken < least) {
			least = broken;
			style = all[k].style;
		}
	}
	if (n > 0 && least > 0)
		items_out_of_order(c, list, style, true);
}

static void
check_lists(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	for (const struct rep_node *n = root; n != NULL;) {
		if (n->kind == REP_LIST)
			check_items(c, n);
		n = n->kind == REP_QUOTE ? rep_skip(root, n) : rep_next(root, n);
	}
}

/* ---- notes ---- */

static struct word_list
words_of(const struct check *c, const char *key)
{
	struct word_list w = {NULL, 0};
	if (c->terms != NULL)
		w.word = terms_list(c->terms, key, &w.n);
	return w;
}

/* One of the words of a list that s begins with; its length, or 0. */
static size_t
begins_with(const struct word_list *w, struct span s)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->word[i].n <= s.n && memcmp(s.s, w->word[i].s, w->word[i].n) == 0)
			return w->word[i].n;
	return 0;
}


/* Value of a note's mark, if it is a number; else 0. */
static uint32_t
note_value(const struct rep_node *n)
{
	const char *mark = n->kind == REP_NOTE ? rep_get(n, "mark") : NULL;
	struct note_mark m = mark != NULL ? note_mark_read(span_of(mark)) : (struct note_mark){SERIES_NONE, 0};
	return m.series == SERIES_NUMBER ? m.value : 0;
}

/* Are all notes between the two in the report, though nothing calls them?  That is said already. */
static bool
all_uncalled(const bool uncalled[NUMBERS], uint32_t last, uint32_t v)
{
	for (uint32_t k = last + 1; k < v; k++)
		if (k >= NUMBERS || !uncalled[k])
			return false;
	return true;
}

static void
tell_note_gap(struct check *c, const struct rep_node *n, uint32_t last, uint32_t v)
{
	if (last == 0)
		diag(c->diag, DIAG_PRE_GAP, place(c, n), "note %u is the first: number the notes again, or look for those "
		    "before it that were not recognised", (unsigned)v);
	else
		diag(c->diag, DIAG_PRE_GAP, place(c, n), "note %u follows note %u: number the notes again, or look for one "
		    "that was not recognised", (unsigned)v, (unsigned)last);
}

/*
 * A line of the note's text, behind the end of a sentence, that begins with the note's own mark: it stands twice.
 * "3 February" is a date.
 */
static void
check_note_text(struct check *c, const struct rep_node *note, uint32_t value)
{
	const struct word_list months = words_of(c, "month");
	uint32_t end = 0; /* the last character before the line */
	for (const struct rep_node *t = note; t != NULL; t = rep_next(note, t)) {
		struct span s = t->kind == REP_TEXT ? span_trim(t->text) : (struct span){"", 0};
		size_t blank = span_find(s, SPAN_LIT(" ")), last = s.n;
		if (s.n == 0)
			continue;
		struct note_mark m = note_mark_read(span_sub(s, 0, blank));
		bool again = blank != SIZE_MAX && m.series == SERIES_NUMBER && m.value == value &&
		    begins_with(&months, span_trim(span_sub(s, blank, s.n))) == 0;
		if (again && (end == '.' || end == ';' || end == 0x3002)) {
			diag(c->diag, DIAG_NOTE_TWICE, place(c, t), "note %u stands twice: number it again", (unsigned)value);
			return;
		}
		end = utf8_prev(s.s, &last);
	}
}

/* Notes count through the report, or from 1 in each of its parts. */
static void
check_notes(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root, *part = root, *part_before = NULL;
	bool uncalled[NUMBERS] = {false};
	uint32_t last = 0, v;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if ((v = note_value(n)) > 0 && v < NUMBERS && rep_get(n, "uncalled") != NULL)
			uncalled[v] = true;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n)) {
		if (n->kind == REP_SECTION || n->kind == REP_ANNEX || n->kind == REP_BODY)
			part = n;
		if ((v = note_value(n)) == 0)
			continue;
		check_note_text(c, n, v);
		if (rep_get(n, "uncalled") != NULL)
			continue;
		if (v == last && (v != 1 || part == part_before))
			diag(c->diag, DIAG_NOTE_TWICE, place(c, n), "note %u stands twice: number it again", (unsigned)v);
		else if (v < last && v != 1)
			diag(c->diag, DIAG_PRE_REPEAT, place(c, n), "note %u follows note %u: number the notes again", (unsigned)v,
			    (unsigned)last);
		else if (v > last + 1 && !all_uncalled(uncalled, last, v))
			tell_note_gap(c, n, last, v);
		last = v;
		part_before = part;
	}
}

/* ---- words: references, symbols, length ---- */

/* The number at byte *i, behind blanks, which moves behind it; 0 when there is none. */
static uint32_t
number_at(struct span s, size_t *i)
{
	uint32_t v = 0;
	size_t at = *i;
	int d;
	while (at < s.n && char_blank(char_after(s, at)))
		utf8_next(s.s, s.n, &at);
	for (; at < s.n && (d = char_decimal(char_after(s, at))) >= 0 && v < 100000; *i = at) {
		utf8_next(s.s, s.n, &at);
		v = v * 10 + (uint32_t)d;
	}
	return v;
}

/* Does s end with one of the words? */
static bool
ends_with(const struct word_list *w, struct span s)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->word[i].n <= s.n && memcmp(s.s + s.n - w->word[i].n, w->word[i].s, w->word[i].n) == 0)
			return true;
	return false;
}

/*
 * Does the block speak of the report's own paragraphs?  Those are the ones that numbered paragraphs refer to;
 * notes, and blocks that name another paper, may mean its paragraphs.
 */
static bool
speaks_of_own(const struct check *c, const struct rep_node *block)
{
	bool numbered = false;
	for (const struct rep_node *up = block; up != NULL; up = up->parent) {
		numbered = numbered || up->kind == REP_PARA;
		if (up->kind == REP_HEAD || up->kind == REP_NOTE)
			return false;
	}
	for (const struct rep_node *n = numbered ? block : NULL; n != NULL; n = rep_next(block, n))
		if (n->kind == REP_REF)
			return false;
	struct buf text = {0};
	rep_text_of(block, &text);
	struct span folded = terms_fold(c->acc->arena, buf_span(&text));
	for (size_t i = 0; numbered && i < c->ibid.n; i++)
		numbered = span_find(folded, terms_fold(c->acc->arena, c->ibid.word[i])) == SIZE_MAX;
	buf_free(&text);
	return numbered;
}

static void
skip_spaces(struct span s, size_t *i)
{
	while (char_blank(char_after(s, *i)))
		utf8_next(s.s, s.n, i);
}

/* Behind "(b)" and the like that follow a number at *i. */
static void
skip_brackets(struct span s, size_t *i)
{
	for (size_t at = *i, n;; *i = at += n + 1) {
		skip_spaces(s, &at);
		n = char_after(s, at) == '(' ? span_find(span_sub(s, at, at + REFERENCE_BYTES), SPAN_LIT(")")) : SIZE_MAX;
		if (n == SIZE_MAX)
			return;
	}
}

/*
 * The highest number of "paragraphs 12 (a), 15 and 40" from byte *i on, which moves behind them; 0 when there
 * is none, or one counts in two parts.
 */
static uint32_t
highest_number(const struct check *c, struct span s, size_t *i)
{
	uint32_t highest = 0, v;
	for (size_t at = *i; (v = number_at(s, &at)) > 0;) {
		if (char_after(s, at) == '.' && char_decimal(char_after(s, at + 1)) >= 0)
			return 0;
		highest = v > highest ? v : highest;
		skip_brackets(s, &at);
		*i = at;
		skip_spaces(s, &at);
		struct span rest = span_sub(s, at, s.n);
		size_t word = begins_with(&c->and, rest);
		uint32_t u = char_after(s, at);
		if (word == 0 && (u == ',' || u == '-' || u == 0x2013 || u == 0x60C))
			utf8_next(s.s, s.n, &at);
		at += word;
	}
	return highest;
}

/*
 * The number of a reference to a paragraph of this report whose word stands at [from, to); 0 when it is none.
 * Behind a number of the report's own the phrase ends, or a word says so: "paragraph 12 of the plan" is another's.
 */
static uint32_t
own_number(const struct check *c, struct span s, size_t from, size_t to)
{
	size_t i = from;
	if (char_han(char_before(s, to))) { /* without blanks, and the number stands before the word */
		while (i > 0 && char_decimal(char_before(s, i)) >= 0)
			utf8_prev(s.s, &i);
		bool own = ends_with(&c->own, span_sub(s, i > REFERENCE_BYTES ? i - REFERENCE_BYTES : 0, i));
		return own ? number_at(s, &i) : 0;
	}
	if (char_letter(char_before(s, from)) || char_letter(char_after(s, to)) || char_before(s, from) == '-')
		return 0;
	i = to;
	uint32_t v = highest_number(c, s, &i);
	skip_spaces(s, &i);
	return char_letter(char_after(s, i)) && begins_with(&c->own, span_sub(s, i, s.n)) == 0 ? 0 : v;
}

/* "paragraph 45" where the report ends at 30; each number once. */
static void
check_word(struct check *c, const struct flat *f, struct span word, bool told[NUMBERS])
{
	size_t at = 0;
	const struct rep_node *block = NULL; /* of the hit before, */
	bool own = false;                    /* and whether it speaks of this report */
	for (size_t hit; (hit = span_find(span_sub(f->text, at, f->text.n), word)) != SIZE_MAX;) {
		size_t from = at + hit;
		at = from + word.n;
		uint32_t v = own_number(c, f->text, from, at);
		const struct flat_run *run = flat_at(f, from);
		if (v <= c->highest || v >= NUMBERS || told[v] || run == NULL)
			continue;
		if (run->block != block) {
			block = run->block;
			own = speaks_of_own(c, block);
		}
		if (!own)
			continue;
		told[v] = true;
		diag(c->diag, DIAG_PRE_NO_PARA, place_of_byte(c, f, from), "paragraph %u, but the last one is %u: "
		    "correct it, or name the paper it means",
		    (unsigned)v, (unsigned)c->highest);
	}
}

static void
check_references(struct check *c, const struct flat *f)
{
	const struct word_list words = words_of(c, "cite.paragraph");
	bool told[NUMBERS] = {false};
	c->own = words_of(c, "cite.own");
	c->ibid = words_of(c, "cite.ibid");
	c->and = words_of(c, "cite.and");
	for (size_t i = 0; c->highest > 0 && i < words.n; i++)
		check_word(c, f, words.word[i], told);
}

/* Where the symbol that holds the stroke at i begins, if an organ's code and a stroke do; else SIZE_MAX. */
static size_t
symbol_start(const struct flat *f, size_t i)
{
	struct span s = f->text;
	size_t from = i, code, least = i > SYMBOL_MAX_BYTES ? i - SYMBOL_MAX_BYTES : 0;
	while (from > least && (s.s[from - 1] == '/' || s.s[from - 1] == '.' || s.s[from - 1] == '-' ||
	                    (s.s[from - 1] >= 'A' && s.s[from - 1] <= 'Z') || char_digit((unsigned char)s.s[from - 1])))
		from--;
	if (from == least && least > 0)
		return SIZE_MAX; /* no symbol is that long */
	for (code = from; s.s[code] >= 'A' && s.s[code] <= 'Z'; code++)
		;
	return s.s[code] == '/' && symbol_organ_known(span_sub(s, from, code)) && !char_letter(char_before(s, from)) &&
	       flat_at(f, i) != NULL ? from : SIZE_MAX;
}

/* Bytes of "/Add", "/Corr", "/Rev" or "/L" at i that a figure follows without the stop between them, or 0. */
static size_t
lacks_stop(struct span s)
{
	static const char *const parts[] = {"/Add", "/Corr", "/Rev", "/L"};
	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
		size_t n = strlen(parts[k]), i = n;
		if (!span_starts(s, parts[k]))
			continue;
		while (i < s.n && s.s[i] == ' ')
			i++;
		if (i < s.n && char_digit((unsigned char)s.s[i]) && (i == n || k < 3))
			return i + 1;
	}
	return 0;
}

/* What a symbol never has: "//", "/ 7", "/Add1". */
static void
check_symbols(struct check *c, const struct flat *f)
{
	struct span s = f->text;
	const char *stroke;
	for (size_t i = 1; i + 2 < s.n && (stroke = memchr(s.s + i, '/', s.n - 2 - i)) != NULL; i++) {
		i = (size_t)(stroke - s.s);
		bool twice = s.s[i + 1] == '/', apart = s.s[i + 1] == ' ' && char_digit((unsigned char)s.s[i + 2]);
		size_t stop = lacks_stop(span_sub(s, i, s.n)), from, end = i + (stop > 0 ? stop : 3);
		if ((!twice && !apart && stop == 0) || (from = symbol_start(f, i)) == SIZE_MAX)
			continue;
		diag(c->diag, DIAG_PRE_SYMBOL, place_of_byte(c, f, from), "“%.*s”: write it %s", (int)(end - from), s.s + from,
		    twice ? "without a second stroke" : apart ? "without a blank" : "with a stop before the number");
	}
}

/* Words of s, and where the one behind the limit begins. */
static size_t
count_words(struct span s, size_t limit, size_t *behind, bool *han)
{
	size_t words = 0, ideographs = 0;
	bool in = false;
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t u = utf8_next(s.s, s.n, &i);
		bool part = u > ' ' && !char_blank(u);
		words += part && !in;
		if (part && !in && words == limit + 1)
			*behind = at;
		in = part;
		ideographs += char_han(u);
	}
	*han = ideographs > words;
	return words;
}

/* What has been adopted or said already is as long as it is. */
static bool
has_no_limit(const char *symbol, const char *kind)
{
	return (symbol != NULL && strstr(symbol, "/RES/") != NULL) || (kind != NULL && strcmp(kind, "record") == 0);
}

/* Which limit holds: papers tabled in session by their symbol, those of the Secretariat by author. */
static void
check_length(struct check *c, const struct flat *f)
{
	const struct rep_node *root = c->acc->found->report->root, *head = child(root, REP_HEAD);
	const char *symbol = head != NULL ? rep_get(head, "symbol") : NULL, *kind = rep_get(root, "kind");
	bool han = false, secretariat = kind != NULL && strcmp(kind, "note") == 0;
	size_t limit = PREFLIGHT_WORDS_BODY, behind = 0;
	struct span sg = c->terms != NULL ? terms_get(c->terms, "doc.report_sg") : (struct span){"", 0};
	for (const struct rep_node *k = head != NULL ? head->first : NULL; k != NULL && sg.n > 0; k = k->next) {
		struct buf b = {0};
		rep_text_of(k, &b);
		secretariat = secretariat || (b.n > 0 && span_find(buf_span(&b), sg) != SIZE_MAX);
		buf_free(&b);
	}
	if (secretariat)
		limit = PREFLIGHT_WORDS_SECRETARIAT;
	if (symbol != NULL && (strstr(symbol, "/L.") != NULL || strstr(symbol, "/CRP.") != NULL))
		limit = PREFLIGHT_WORDS_SESSION;
	size_t n = count_words(f->text, limit, &behind, &han);
	if (!han && n > limit && !has_no_limit(symbol, kind))
		diag(c->diag, DIAG_PRE_LENGTH, place_of_byte(c, f, behind),
		    "%zu words, %zu allowed, which end here: shorten the report or ask for a waiver", n, limit);
}

/* ---- masthead ---- */

static void
check_masthead(struct check *c, const struct flat *f)
{
	static const struct {
		const char *attr;
		enum rep_kind kind;
		const char *name, *option;
	} fields[] = {{"symbol", REP_SYMBOL, "symbol", "--symbol"}, {"date", REP_DATE, "date", "--date"},
		{NULL, REP_DISTRIBUTION, "distribution", NULL}};
	const struct rep_node *root = c->acc->found->report->root, *head = child(root, REP_HEAD);
	/* records of meetings, and books of official records, print no distribution */
	const char *kind = rep_get(root, "kind");
	struct span supplement = c->terms != NULL ? terms_get(c->terms, "doc.supplement") : (struct span){"", 0};
	supplement = span_sub(supplement, 0, span_find(supplement, SPAN_LIT("{")));
	bool book = supplement.n > 0 && span_find(span_sub(f->text, 0, COVER_BYTES), supplement) != SIZE_MAX;
	size_t n = sizeof fields / sizeof *fields - (book || (kind != NULL && strcmp(kind, "record") == 0));
	struct buf missing = {0}, options = {0};
	for (size_t i = 0; i < n; i++) {
		if (head != NULL && (child(head, fields[i].kind) != NULL ||
		    (fields[i].attr != NULL && rep_get(head, fields[i].attr) != NULL)))
			continue;
		buf_printf(&missing, "%s%s", missing.n > 0 ? ", " : "", fields[i].name);
		if (fields[i].option != NULL)
			buf_printf(&options, "%s%s", options.n > 0 ? ", " : "; or give ", fields[i].option);
	}
	if (missing.n > 0)
		diag(c->diag, DIAG_PRE_MASTHEAD, place(c, head != NULL ? head : root), "%s: print it in the draft%s",
		    missing.data, options.n > 0 ? options.data : "");
	buf_free(&missing);
	buf_free(&options);
}

/* ---- what is least sure ---- */

struct unsure {
	const struct rep_node *node;
	bool heading;
};

/*
 * Was it chosen among readings, with little between them?  What only repeats its parent is not asked, nor text
 * that the lines around it decided against the line itself: that is mostly right.
 */
static bool
is_unsure(const struct rep_node *n)
{
	static const char *const chosen[] = {"heading.", "para.", "item.", "p."};
	bool by_choice = false;
	for (size_t i = 0; n->rule != NULL && i < sizeof chosen / sizeof *chosen; i++)
		by_choice = by_choice || strncmp(n->rule, chosen[i], strlen(chosen[i])) == 0;
	const struct rep_node *up = n->parent;
	bool repeats = up != NULL && up->rule == n->rule && up->evidence == n->evidence;
	bool around = n->conf <= 0.5f && strncmp(n->rule != NULL ? n->rule : "", chosen[0], strlen(chosen[0])) != 0;
	return by_choice && !repeats && !around && n->alternative != NULL && n->conf < UNSURE_BELOW;
}

static bool
is_less_sure(const struct unsure *a, const struct unsure *b)
{
	return a->heading != b->heading ? a->heading : a->node->conf < b->node->conf;
}

/*
 * One message with the places to look at first: headings, which the contents follow, before others.  What the
 * masthead took for a field is decided by its words.
 */
static void
list_unsure(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root, *head = child(root, REP_HEAD);
	struct unsure list[UNSURE_SHOWN + 1];
	size_t n = 0, all = 0;
	for (const struct rep_node *e = root; e != NULL; e = e == head ? rep_skip(root, e) : rep_next(root, e)) {
		if (!is_unsure(e))
			continue;
		size_t at = n;
		struct unsure u = {e, strncmp(e->rule, "heading.", 8) == 0};
		for (; at > 0 && is_less_sure(&u, &list[at - 1]); at--)
			list[at] = list[at - 1];
		list[at] = u;
		n += n < UNSURE_SHOWN;
		all++;
	}
	if (all == 0)
		return;
	struct buf b = {0};
	for (size_t i = 0; i < n; i++) {
		bool same = i > 0 && list[i - 1].heading == list[i].heading;
		buf_printf(&b, "%s%s%u", i > 0 ? ", " : "", same ? "" : list[i].heading ? "heading at line " : "text at line ",
		    (unsigned)list[i].node->line_from);
	}
	if (all > n)
		buf_printf(&b, " and %zu more", all - n);
	diag(c->diag, DIAG_PRE_UNSURE, place(c, list[0].node), "%s: look there first; why --line says how each was read", b.data);
	buf_free(&b);
}

void
preflight(struct account *acc, const struct terms *terms, struct diag *d)
{
	struct check c = {.acc = acc, .terms = terms, .diag = d};
	if (acc->found->work != NULL)
		c.label = &acc->found->work->words->label;
	struct flat *f = flat_build(acc, true);
	check_masthead(&c, f);
	check_paragraphs(&c);
	check_sections(&c);
	check_lists(&c);
	check_notes(&c);
	check_references(&c, f);
	check_symbols(&c, f);
	check_length(&c, f);
	list_unsure(&c);
}
