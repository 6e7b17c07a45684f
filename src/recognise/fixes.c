/* SPDX-License-Identifier: MIT */
#include "recognise/fixes.h"

#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/flat.h"

/* ---- finding the lines ---- */

/* The line with this input number, or the last one before it. */
static size_t
line_numbered(const struct draft *d, uint32_t no)
{
	size_t low = 0, high = d->nline;
	while (low + 1 < high) {
		size_t mid = (low + high) / 2;
		if (d->line[mid].no <= no)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* A character that blanks in the words of a fix may stand for; line ends where they may be crossed. */
static bool
is_blank(uint32_t u, bool lines)
{
	return char_blank(u) || (lines && u == '\n');
}

/* Behind the blanks that stand at byte i. */
static size_t
past_blanks(struct span s, size_t i, bool lines)
{
	while (i < s.n && is_blank(char_after(s, i), lines))
		utf8_next(s.s, s.n, &i);
	return i;
}

/* Bytes of text that say the words: a blank in them is any blanks in it.  0 when it says something else. */
static size_t
says_words(struct span text, struct span words, bool lines)
{
	size_t i = 0, k = 0;
	while (k < words.n) {
		size_t blank = past_blanks(words, k, true), next;
		if (blank == k) {
			if (i >= text.n || text.s[i++] != words.s[k++])
				return 0;
			continue;
		}
		next = past_blanks(text, i, lines);
		if (next == i)
			return 0;
		i = next;
		k = blank;
	}
	return i;
}

/* The words from byte from on, *end behind them; SIZE_MAX when they stand nowhere. */
static size_t
find_words(struct span text, struct span words, size_t from, bool lines, size_t *end)
{
	size_t first = 0, hit, n;
	bool blank = is_blank(char_after(words, 0), true);
	while (first < words.n && !is_blank((unsigned char)words.s[first], true) && (unsigned char)words.s[first] < 0x80)
		first++;
	first = first > 0 ? first : 1; /* bytes that stand in the text as they are */
	while ((hit = span_find(span_sub(text, from, text.n), span_sub(words, 0, first))) != SIZE_MAX) {
		from += hit;
		n = says_words(span_sub(text, from, text.n), words, lines);
		*end = from + n;
		if (n > 0)
			return from;
		/* from the other blanks of a stretch the text says the same */
		size_t behind = blank ? past_blanks(text, from, lines) : from;
		from = behind > from ? behind : from + 1;
	}
	return SIZE_MAX;
}

/* The words of a fix from byte from on, right behind those that it names before them, if it does. */
static size_t
next_words(struct span text, const struct fix *f, size_t from, size_t *end)
{
	size_t at, n;
	bool blank = is_blank(char_after(f->words, 0), true); /* the one between them is among the words */
	if (f->before.n == 0)
		return find_words(text, f->words, from, true, end);
	while (find_words(text, f->before, from, true, &from) != SIZE_MAX) {
		for (at = from; !blank && at < text.n && is_blank(char_after(text, at), true);)
			utf8_next(text.s, text.n, &at);
		n = says_words(span_sub(text, at, text.n), f->words, true);
		*end = at + n;
		if (n > 0)
			return at;
	}
	return SIZE_MAX;
}

/* Words copied out of the draft's file as the reader of its form gives them: without marks, composed. */
static struct span
as_read(struct arena *a, const struct draft *d, struct span words)
{
	bool marks = d->form == SOURCE_MARKDOWN || d->form == SOURCE_HTML;
	struct diag *unheard = diag_new();
	const struct draft *read = source_read(a, d->name, words, marks ? d->form : SOURCE_PAGE_SINGLE, unheard);
	diag_free(unheard);
	struct span text = read != NULL ? span_trim(read->text) : words;
	/* what was copied may begin within bold words, and end there */
	while (marks && text.n > 0 && strchr("*_", text.s[0]) != NULL)
		text = span_sub(text, 1, text.n);
	while (marks && text.n > 0 && strchr("*_", text.s[text.n - 1]) != NULL)
		text.n--;
	return text.n > 0 ? text : words;
}

/* Where the words stand; nearest to the line given.  count gets how often they do, *end where they end. */
static size_t
places(const struct draft *d, const struct fix *f, size_t *count, size_t *end)
{
	size_t best = SIZE_MAX, at, to = 0;
	uint32_t best_far = UINT32_MAX;
	*count = 0;
	while ((at = next_words(d->text, f, to, &to)) != SIZE_MAX) {
		*count += 1;
		uint32_t no = d->line[source_line(d, at)].no;
		uint32_t far = no > f->from ? no - f->from : f->from - no;
		if (best == SIZE_MAX || (f->from > 0 && far < best_far)) {
			best = at;
			best_far = far;
			*end = to;
		}
	}
	return best;
}

/* The same for words as they are given or, when the draft does not hold them, as its reader reads them. */
static size_t
words_at(struct arena *a, const struct draft *d, struct fix *f, size_t *count, size_t *end)
{
	size_t at = places(d, f, count, end);
	if (*count > 0)
		return at;
	struct fix read = *f;
	read.before = as_read(a, d, f->before);
	read.words = as_read(a, d, f->words);
	at = places(d, &read, count, end);
	if (*count > 0)
		*f = read;
	return at;
}

static void
find_one(struct arena *a, struct fixes *x, struct fix *f, const struct draft *d, struct diag *dg)
{
	struct pos pos = {x->name, f->line, 1};
	if (f->words.n > 0) {
		size_t count, end = 0, at = words_at(a, d, f, &count, &end);
		if (count == 0) {
			diag(dg, DIAG_FIX_UNFIT, pos, "the draft does not hold “%.*s%s%.*s”: copy the words anew, or take "
			    "the correction out", (int)f->before.n, f->before.s, f->before.n > 0 ? " " : "", (int)f->words.n,
			    f->words.s);
			return;
		}
		if (count > 1 && f->from == 0) {
			diag(dg, DIAG_FIX_UNFIT, pos, "“%.*s%s%.*s” stands %zu times in the draft; put before it a line "
			    "number, or %s words that stand before it there, quoted too", (int)f->before.n, f->before.s,
			    f->before.n > 0 ? " " : "", (int)f->words.n, f->words.s, count, f->before.n > 0 ? "more" : "the");
			return;
		}
		f->first = source_line(d, at);
		f->last = source_line(d, end - 1);
		f->end = (uint32_t)end;
		if (f->to > f->from)
			f->last = source_line(d, at) + (line_numbered(d, f->to) - line_numbered(d, f->from));
	} else {
		f->first = line_numbered(d, f->from);
		f->last = line_numbered(d, f->to);
		f->first += f->first < f->last && d->line[f->first].no < f->from; /* a range may begin with a blank line */
		if (d->nline == 0 || d->line[f->first].no < f->from || d->line[f->first].no > f->to) {
			diag(dg, DIAG_FIX_UNFIT, pos, "line %u of the draft is empty or missing: look for the place, and give "
			    "its words too", (unsigned)f->from);
			return;
		}
	}
	f->fits = true;
}

/* Lines that are it together are one block: the first begins it, the others go on. */
static bool
is_one_block(enum fix_kind kind)
{
	switch (kind) {
	case FIX_CONTINUATION: case FIX_NOTE: case FIX_ROW: case FIX_KEEP: case FIX_DROP: case FIX_CALL: case FIX_REPLACE:
	case FIX_SET:
		return false;
	default:
		return true;
	}
}

/* Does an earlier fix say of a line, or of a value, what is not the same?  The first one holds. */
static bool
contradicts(struct fixes *x, struct fix *f, const struct fix *earlier, struct diag *dg)
{
	if (earlier->kind == f->kind && earlier->level == f->level && span_eq(earlier->value, f->value))
		return false;
	diag(dg, DIAG_FIX_UNFIT, (struct pos){x->name, f->line, 1}, "line %u of the corrections says otherwise of the "
	    "same place: take one of them out", earlier->line);
	f->fits = false;
	return true;
}

static void
find_set(struct fixes *x, struct fix *f, struct diag *dg)
{
	f->fits = true;
	for (const struct fix *e = x->fix; e < f; e++)
		if (e->kind == FIX_SET && e->fits && span_eq(e->words, f->words)) {
			f->used = !contradicts(x, f, e, dg);
			return;
		}
}

/* Give the lines that a fix was found for to it, unless another one has them. */
static void
take_lines(struct arena *a, struct fixes *x, struct fix *f, struct diag *dg)
{
	struct fix *more = is_one_block(f->kind) && f->last > f->first ? ARENA_NEW(a, struct fix) : f;
	if (more != f) {
		*more = *f;
		more->kind = FIX_CONTINUATION;
		more->level = 0;
		more->value = (struct span){"", 0};
	}
	for (size_t k = f->first; k <= f->last && k < x->nline; k++) {
		struct fix *own = k > f->first ? more : f;
		if (x->of_line[k] == NULL)
			x->of_line[k] = own;
		else if (own == f && !contradicts(x, f, x->of_line[k], dg))
			f->used = true; /* said already */
		else if (!f->fits || (own == more && contradicts(x, more, x->of_line[k], dg)))
			return;
	}
}

void
fixes_find(struct arena *a, struct fixes *x, const struct draft *d, struct diag *dg)
{
	x->nline = d->nline;
	x->of_line = ARENA_ARRAY(a, struct fix *, d->nline + 1);
	for (size_t i = 0; i < x->n; i++) {
		struct fix *f = &x->fix[i];
		if (f->kind == FIX_SET) {
			find_set(x, f, dg);
			continue;
		}
		find_one(a, x, f, d, dg);
		if (f->fits && f->kind != FIX_REPLACE && f->kind != FIX_CALL)
			take_lines(a, x, f, dg);
	}
}

static int
by_offset(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

/* Where the words of fixes that split stand inside lines; how many places, by offset. */
static size_t
splits(struct arena *a, const struct fixes *x, const struct draft *d, uint32_t **out)
{
	uint32_t *at = ARENA_ARRAY(a, uint32_t, x->n + 1);
	size_t n = 0, count, end, kept = 0;
	for (size_t i = 0; i < x->n; i++) {
		struct fix *f = &x->fix[i];
		size_t hit = f->kind == FIX_SPLIT && f->words.n > 0 ? words_at(a, d, f, &count, &end) : SIZE_MAX;
		if (hit == SIZE_MAX || (count > 1 && f->from == 0))
			continue;
		const struct line *l = &d->line[source_line(d, hit)];
		if (hit > l->off && span_trim(span_sub(d->text, l->off, hit)).n > 0)
			at[n++] = (uint32_t)hit;
	}
	if (n > 1)
		qsort(at, n, sizeof *at, by_offset);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || at[i] != at[kept - 1])
			at[kept++] = at[i];
	*out = at;
	return kept;
}

const struct draft *
fixes_split(struct arena *a, const struct fixes *x, const struct draft *d)
{
	uint32_t *at;
	size_t n = splits(a, x, d, &at), k = 0, out = 0, span = 0;
	if (n == 0)
		return d;
	struct draft *copy = ARENA_NEW(a, struct draft);
	*copy = *d;
	copy->line = ARENA_ARRAY(a, struct line, d->nline + n);
	copy->span = ARENA_ARRAY(a, struct cell_span, d->nspan + 1);
	for (size_t i = 0; i < d->nline; i++) {
		struct line l = d->line[i];
		for (; span < d->nspan && d->span[span].line == i; span++) {
			copy->span[span] = d->span[span];
			copy->span[span].line = (uint32_t)out;
		}
		for (; k < n && at[k] < l.off + l.text.n; k++) {
			struct line rest = l;
			size_t cut = at[k] - l.off;
			rest.text = span_sub(l.text, cut, l.text.n);
			rest.off = at[k];
			rest.col = l.col + (uint32_t)cut;
			rest.indent = rest.blank_before = 0;
			rest.opens = false;
			l.text = span_sub(l.text, 0, cut);
			copy->line[out++] = l;
			l = rest;
		}
		copy->line[out++] = l;
	}
	copy->nline = out;
	return copy;
}

struct fix *
fix_for_line(const struct fixes *x, size_t i)
{
	return x != NULL && i < x->nline ? x->of_line[i] : NULL;
}

const char *
fix_set(struct arena *a, struct fixes *x, const char *key)
{
	for (size_t i = 0; x != NULL && i < x->n; i++)
		if (x->fix[i].kind == FIX_SET && span_is(x->fix[i].words, key)) {
			x->fix[i].used = true;
			return arena_strndup(a, x->fix[i].value.s, x->fix[i].value.n);
		}
	return NULL;
}

/* ---- replacements ---- */

struct replacement {
	struct fix *fix;
	size_t from, to;
};

static int
from_end(const void *a, const void *b)
{
	const struct replacement *x = a, *y = b;
	return x->from > y->from ? -1 : x->from < y->from;
}

/* The words in the tree, nearest to where the draft has them; a line end in them is the blank it became. */
static size_t
in_tree(const struct flat *f, const struct fix *fix, size_t *end)
{
	size_t best = SIZE_MAX, to = 0;
	uint32_t best_far = UINT32_MAX;
	for (size_t at; (at = find_words(f->text, fix->words, to, false, &to)) != SIZE_MAX;) {
		uint32_t off = flat_off(f, to - 1) + 1, far = off > fix->end ? off - fix->end : fix->end - off;
		if (far < best_far) {
			best = at;
			best_far = far;
			*end = to;
		}
	}
	return best;
}

/* The same without the word that both sides begin with: the number of a paragraph is no part of its words. */
static bool
without_number(struct fix *f)
{
	struct span *word[] = {&f->words, &f->value};
	size_t n = 0;
	while (n < f->words.n && n < f->value.n && f->words.s[n] == f->value.s[n] && !char_blank((unsigned char)f->words.s[n]))
		n++;
	for (size_t k = 0; k < 2; k++)
		if (n == 0 || n >= word[k]->n || !char_blank((unsigned char)word[k]->s[n]))
			return false;
	for (size_t k = 0; k < 2; k++)
		*word[k] = span_sub(*word[k], past_blanks(*word[k], n, true), word[k]->n);
	return f->words.n > 0;
}

void
fixes_replace(struct account *acc, struct fixes *x, struct diag *d)
{
	if (x == NULL)
		return;
	struct flat *f = flat_build(acc, true);
	struct replacement *list = ARENA_ARRAY(acc->arena, struct replacement, x->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < x->n; i++) {
		if (x->fix[i].kind != FIX_REPLACE || !x->fix[i].fits)
			continue;
		size_t end = 0, at = in_tree(f, &x->fix[i], &end);
		if (at == SIZE_MAX && without_number(&x->fix[i]))
			at = in_tree(f, &x->fix[i], &end);
		if (at != SIZE_MAX)
			list[n++] = (struct replacement){&x->fix[i], at, end};
	}
	if (n > 1)
		qsort(list, n, sizeof *list, from_end);
	size_t before = SIZE_MAX;
	for (size_t i = 0; i < n; i++) {
		struct fix *fix = list[i].fix;
		if (list[i].to > before)
			diag(d, DIAG_FIX_UNFIT, (struct pos){x->name, fix->line, 1}, "another fix replaces the same words");
		else if (flat_repair(f, acc, list[i].from, list[i].to, fix->value, "fix",
		    arena_printf(acc->arena, "%s line %u", x->name, fix->line)))
			fix->used = true;
		before = list[i].from < before ? list[i].from : before;
	}
}

/* What may be the matter with a fix that nobody obeyed. */
static const char *
advice(enum fix_kind kind)
{
	switch (kind) {
	case FIX_NUMBERED: return "the place begins with no number: begin at the number, or write paragraph";
	case FIX_CALL:
		return "no note of this mark is without a call there: say which lines are the note, or change the mark";
	case FIX_REPLACE: return "the report does not hold the words in one block, or a correction drops them";
	default: return "look at the place in the draft, then change or remove the fix";
	}
}

void
fixes_report(const struct fixes *x, struct diag *d)
{
	for (size_t i = 0; x != NULL && i < x->n; i++)
		if (x->fix[i].fits && !x->fix[i].used)
			diag(d, DIAG_FIX_UNUSED, (struct pos){x->name, x->fix[i].line, 1}, "%s", advice(x->fix[i].kind));
}
