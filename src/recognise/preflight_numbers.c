/* SPDX-License-Identifier: MIT */
/* preflight_numbers.c - gaps and repeats in the numbers of paragraphs, sections, items and notes. */
#include "recognise/preflight_check.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/note_find.h"

#define ANNEX_BYTES 60 /* of a label that is no more than a word or two and a number */
#define SERIES_DEPTH 8 /* series of numbers that wait while another one runs */

/* The number that n begins with, or the label of an annex, as it is printed. */
static const char *
printed(const struct check *c, const struct rep_node *n)
{
	struct buf text = {0};
	rep_text_of(preflight_child(n, n->kind == REP_ANNEX ? REP_LABEL : REP_NUM), &text);
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
	uint32_t meant;              /* by the number before, which stands twice: the next may go on from it; or 0 */
};

/* The readings of the number an element begins with; how many. */
static int
labels_of(const struct check *c, const struct rep_node *n, struct label out[LABEL_MAX])
{
	return preflight_child(n, REP_NUM) != NULL ? label_read(span_of(printed(c, n)), c->label, out) : 0;
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
	uint32_t meant = s->meant;
	s->part = n->parent;
	s->meant = 0;
	if (v == 1) {
		series_push(s, v);
		return;
	}
	if (same_part ? again || at == s->n : again && at == s->n) {
		diag(c->diag, DIAG_PRE_REPEAT, preflight_place(c, n), "paragraph %u follows %u: number it again", (unsigned)v,
		    (unsigned)s->last[s->n - 1]);
		s->meant = s->last[s->n - 1] + 1;
		s->last[s->n - 1] = v;
		return;
	}
	if (at == s->n) {
		diag(c->diag, DIAG_PRE_GAP, preflight_place(c, n), "paragraph %u begins a count: number the paragraphs again, "
		    "or look for those before it that were not recognised", (unsigned)v);
		series_push(s, v);
		return;
	}
	if (s->last[at] + 1 != v && (meant == 0 || (v != meant && v != meant + 1)))
		diag(c->diag, DIAG_PRE_GAP, preflight_place(c, n), "paragraph %u follows %u: number the paragraphs again, "
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
			s = (struct series){.n = 0};
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
		if (*style != LABEL_DOTTED && *style != LABEL_CHAPTER && *style != LABEL_CODE &&
		    strcmp(label_style_name(*style), name) == 0)
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
			diag(c->diag, DIAG_PRE_GAP, preflight_place(c, n), "section “%s” follows “%s” at its level: "
			    "number the sections again, or look for a heading that was not recognised",
			    printed(c, n), printed(c, before[style]));
		else if (count[style] > 1 && v <= last[style] && v != 1)
			diag(c->diag, DIAG_PRE_REPEAT, preflight_place(c, n), "section “%s” follows “%s” at its level: "
			    "number it again", printed(c, n), printed(c, before[style]));
		last[style] = v;
		before[style] = n;
	}
	for (int s = 0; s < LABEL_STYLES; s++)
		if (count[s] == 1 && last[s] == 1 && parent->kind == REP_SECTION)
			diag(c->diag, DIAG_PRE_LONE, preflight_place(c, before[s]), "“%s” stands alone in its section: take its "
			    "label off, or look for the next one, which was not recognised", printed(c, before[s]));
}

static void
check_sections(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if (n->kind == REP_SECTION || n->kind == REP_BODY || n->kind == REP_ANNEX)
			check_siblings(c, n);
}

/* ---- annexes ---- */

/* The readings of the number that ends the label of an annex, as in "Annex III"; how many. */
static int
annex_labels(const struct check *c, const struct rep_node *annex, struct label out[LABEL_MAX])
{
	struct span s = preflight_child(annex, REP_LABEL) != NULL ? span_of(printed(c, annex)) : (struct span){"", 0};
	size_t from = s.n;
	while (from > 0 && !char_blank((unsigned char)s.s[from - 1]))
		from--;
	if (from == 0 || s.n > ANNEX_BYTES)
		return 0;
	const char *number = arena_printf(c->acc->arena, "%.*s.", (int)(s.n - from), s.s + from);
	return label_read(span_of(number), c->label, out);
}

/* Is one of the readings the first number, or the next of those before in its style? */
static bool
annex_fits(const struct label *all, int n, const uint32_t last[LABEL_STYLES])
{
	for (int k = 0; k < n; k++)
		if (all[k].value == 1 || all[k].value == last[all[k].style] + 1)
			return true;
	return n == 0;
}

/* The annexes of one kind in the report, or the appendices in an annex, count on. */
static void
check_annexes_of(struct check *c, const struct rep_node *parent)
{
	uint32_t last[LABEL_STYLES] = {0};
	const struct rep_node *before = NULL;
	for (const struct rep_node *n = parent->first; n != NULL; n = n->next) {
		struct label all[LABEL_MAX];
		int count = n->kind == REP_ANNEX ? annex_labels(c, n, all) : 0;
		if (count == 0)
			continue;
		const char *kind = rep_get(n, "kind"), *as = before != NULL ? rep_get(before, "kind") : NULL;
		if (kind != NULL && as != NULL && strcmp(kind, as) == 0 && !annex_fits(all, count, last)) {
			bool gap = all[0].value > last[all[0].style];
			diag(c->diag, gap ? DIAG_PRE_GAP : DIAG_PRE_REPEAT, preflight_place(c, n), "“%s” follows “%s”: number them "
			    "again, or look for a label that was not recognised", printed(c, n), printed(c, before));
		}
		for (int k = 0; k < count; k++)
			last[all[k].style] = all[k].value;
		before = n;
	}
}

static void
check_annexes(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if (n == root || n->kind == REP_ANNEX)
			check_annexes_of(c, n);
}

/* ---- items ---- */

/* Value of the item's label in the style, or 0; of two values, as letters of two scripts have, the one after last. */
static uint32_t
item_value(const struct check *c, const struct rep_node *item, enum label_style style, uint32_t last)
{
	struct label all[LABEL_MAX];
	uint32_t v = 0;
	int n = item->kind == REP_ITEM ? labels_of(c, item, all) : 0;
	for (int k = 0; k < n; k++)
		if (all[k].style == style && (v == 0 || all[k].value == last + 1))
			v = all[k].value;
	return v;
}

/* How many items break the count in the style; they are reported when told to. */
static size_t
items_out_of_order(struct check *c, const struct rep_node *list, enum label_style style, bool tell)
{
	uint32_t last = 0;
	const struct rep_node *before = NULL;
	size_t broken = 0;
	for (const struct rep_node *n = list->first; n != NULL; n = n->next) {
		uint32_t v = item_value(c, n, style, last);
		bool fits = last == 0 || v <= 1 || v == last + 1;
		broken += !fits;
		if (!fits && tell)
			diag(c->diag, v > last ? DIAG_PRE_GAP : DIAG_PRE_REPEAT, preflight_place(c, n), "item “%s” of its list "
			    "follows “%s”: label the items again, or look for one that was not recognised", printed(c, n),
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
all_uncalled(const bool uncalled[PREFLIGHT_NUMBERS], uint32_t last, uint32_t v)
{
	for (uint32_t k = last + 1; k < v; k++)
		if (k >= PREFLIGHT_NUMBERS || !uncalled[k])
			return false;
	return true;
}

static void
tell_note_gap(struct check *c, const struct rep_node *n, uint32_t last, uint32_t v)
{
	if (last == 0)
		diag(c->diag, DIAG_PRE_GAP, preflight_place(c, n), "note %u is the first: number the notes again, or look "
		    "for those before it that were not recognised", (unsigned)v);
	else
		diag(c->diag, DIAG_PRE_GAP, preflight_place(c, n), "note %u follows note %u: number the notes again, or look "
		    "for one that was not recognised", (unsigned)v, (unsigned)last);
}

/*
 * A line of the note's text, behind the end of a sentence, that begins with the note's own mark: it stands twice.
 * "3 February" is a date.
 */
static void
check_note_text(struct check *c, const struct rep_node *note, uint32_t value)
{
	const struct word_list months = preflight_words(c, "month");
	uint32_t end = 0; /* the last character before the line */
	for (const struct rep_node *t = note; t != NULL; t = rep_next(note, t)) {
		struct span s = t->kind == REP_TEXT ? span_trim(t->text) : (struct span){"", 0};
		size_t blank = span_find(s, SPAN_LIT(" ")), last = s.n;
		if (s.n == 0)
			continue;
		struct note_mark m = note_mark_read(span_sub(s, 0, blank));
		bool again = blank != SIZE_MAX && m.series == SERIES_NUMBER && m.value == value &&
		    preflight_begins(&months, span_trim(span_sub(s, blank, s.n))) == 0;
		if (again && (end == '.' || end == ';' || end == 0x3002)) {
			diag(c->diag, DIAG_NOTE_TWICE, preflight_place(c, t), "note %u stands twice: number it again",
			    (unsigned)value);
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
	bool uncalled[PREFLIGHT_NUMBERS] = {false};
	uint32_t last = 0, v;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if ((v = note_value(n)) > 0 && v < PREFLIGHT_NUMBERS && rep_get(n, "uncalled") != NULL)
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
			diag(c->diag, DIAG_NOTE_TWICE, preflight_place(c, n), "note %u stands twice: number it again", (unsigned)v);
		else if (v < last && v != 1)
			diag(c->diag, DIAG_PRE_REPEAT, preflight_place(c, n), "note %u follows note %u: number the notes again",
			    (unsigned)v, (unsigned)last);
		else if (v > last + 1 && !all_uncalled(uncalled, last, v))
			tell_note_gap(c, n, last, v);
		last = v;
		part_before = part;
	}
}

void
preflight_numbers(struct check *c)
{
	check_paragraphs(c);
	check_sections(c);
	check_annexes(c);
	check_lists(c);
	check_notes(c);
}
