/* SPDX-License-Identifier: MIT */
/*
 * listed.c - headings known from a list: lines that say what one of its entries says, over as many
 * lines as that takes, whatever their case, hyphens and blanks, with a call or brackets behind them.
 */
#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define HEADING_LINES 16 /* over which a heading of the list may be broken, here or there */
#define KEY_LEAST 4
#define AGREE_LEAST 5 /* bytes */
#define QUOTED_LEAST 20 /* bytes of letters of a title that is quoted: shorter ones are terms */

struct entry {
	struct span key;
	const struct label *number; /* or NULL */
	uint32_t line;              /* it begins on */
	size_t order;
	bool numbered;              /* it stands again with its number */
};

struct list {
	struct work *w;
	struct entry *entry; /* by key, equal ones in their order */
	size_t n, last;      /* the order of the entry found last */
	bool apart;          /* numbers may stand apart from what they number, here and there */
};

/* A heading found in the flow. */
struct found {
	const struct entry *entry;
	size_t lines;
	bool numbered; /* with the number of the entry */
};

/* The next letter or digit of t from byte *i on, which moves behind it, small; its bytes, or 0 at the end. */
static size_t
next_letter(struct span t, size_t *i, char letter[4])
{
	while (*i < t.n) {
		uint32_t cp = utf8_next(t.s, t.n, i);
		if (char_letter(cp) || char_decimal(cp) >= 0)
			return utf8_put(char_lower(cp), letter);
	}
	return 0;
}

void
heading_key_add(struct heading_key *key, struct span t)
{
	size_t i = 0, n;

	while (key->n + 4 <= HEADING_KEY_BYTES && (n = next_letter(t, &i, key->s + key->n)) > 0)
		key->n += n;
}

bool
heading_key_agrees(const struct heading_key *key, struct span t)
{
	char letter[4];
	size_t seen = 0, i = 0, n;

	for (; seen < key->n && (n = next_letter(t, &i, letter)) > 0; seen += n)
		if (n > key->n - seen || memcmp(key->s + seen, letter, n) != 0)
			return false;
	return seen >= AGREE_LEAST;
}

/* Without what is printed behind a heading and is not of it: brackets, or the numbers of notes. */
static struct span
without_call(struct span t)
{
	size_t round = span_find(t, SPAN_LIT("(")), square = span_find(t, SPAN_LIT("["));
	size_t cut = round < square ? round : square;

	if (cut > 0 && cut < t.n)
		return span_sub(t, 0, cut);
	while (t.n > 0 && (char_digit((unsigned char)t.s[t.n - 1]) || t.s[t.n - 1] == ',' || t.s[t.n - 1] == ' '))
		t.n--;
	return t;
}

/* Entries of agendas are printed so, headings are not. */
static bool
ends_sentence(struct span t)
{
	return t.n > 0 && strchr(".;,", t.s[t.n - 1]) != NULL;
}

static int
by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	size_t n = x->key.n < y->key.n ? x->key.n : y->key.n;
	int d = memcmp(x->key.s, y->key.s, n);

	if (d == 0 && x->key.n != y->key.n)
		d = x->key.n < y->key.n ? -1 : 1;
	return d != 0 ? d : x->order < y->order ? -1 : x->order > y->order;
}

/* The first entry that does not come before the key; it begins with the key, if any does. */
static const struct entry *
first_from(const struct list *s, struct span key)
{
	struct entry wanted = {.key = key};
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (by_key(&s->entry[mid], &wanted) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < s->n && s->entry[low].key.n >= key.n && memcmp(s->entry[low].key.s, key.s, key.n) == 0
	           ? &s->entry[low] : NULL;
}

/* ---- the entries ---- */

/* Does the entry go on at line k?  After a short line only in mid-sentence. */
static bool
goes_on(const struct work *w, size_t k)
{
	const struct rline *before = &w->line[k - 1];

	return w->line[k].reading == READ_CONT &&
	       (w->line[k].lower || before->cols * 10 >= w->width * 6 || rline_label_alone(before));
}

/* The entry goes on at line k in mid-sentence: a number before it is of its words. */
static bool
goes_on_small(const struct work *w, size_t k, size_t to)
{
	return k < to && w->line[k].lower && w->line[k].nlabel == 0 && goes_on(w, k);
}

/* The words of the entry at line i, with the lines it goes on over, before its page number. */
static struct span
entry_key(const struct work *w, size_t i, size_t to)
{
	struct heading_key key = {.n = 0};
	const struct rline *l = &w->line[i];
	struct span t = span_sub(rline_text(w, l), l->nlabel ? l->label[0].body : 0, l->n), words;
	size_t k;

	for (k = i;; t = rline_text(w, &w->line[k])) {
		words = span_sub(t, 0, goes_on_small(w, k + 1, to) ? t.n : contents_words(t));
		if (!contents_column(w, &w->line[k]))
			heading_key_add(&key, words);
		if ((words.n > 0 && words.n < t.n) || ++k == to || k == i + HEADING_LINES || !goes_on(w, k))
			break;
	}
	return (struct span){arena_strndup(w->arena, key.s, key.n), key.n};
}

static void
read_entries(struct list *s, size_t from, size_t to, enum reading entries)
{
	size_t i;

	s->entry = ARENA_ARRAY(s->w->arena, struct entry, to - from + 1);
	for (i = from; i < to; i++) {
		const struct rline *l = &s->w->line[i];
		struct entry *e = &s->entry[s->n];
		if (l->reading != entries)
			continue;
		*e = (struct entry){entry_key(s->w, i, to), l->nlabel ? &l->label[0] : NULL, (uint32_t)i, s->n + 1, false};
		s->n += e->key.n >= KEY_LEAST;
	}
	qsort(s->entry, s->n, sizeof *s->entry, by_key);
}

/* ---- where they stand again ---- */

/* Of the entries that say the same as e the next one, or else the first, that the number may belong to. */
static const struct entry *
with_number(const struct list *s, const struct entry *e, const struct label *number)
{
	const struct entry *found = NULL;
	struct span key = e->key;

	for (; e < s->entry + s->n && span_eq(e->key, key); e++)
		if (contents_same_number(e->number, number) && (s->apart || !e->number == !number)) {
			if (e->order > s->last)
				return e;
			found = found ? found : e;
		}
	return found;
}

/* The entry that the letters are all of, with a number it may have; or NULL. */
static const struct entry *
whole(const struct list *s, const struct heading_key *key, const struct label *number)
{
	const struct entry *e = first_from(s, (struct span){key->s, key->n});

	return e && e->key.n == key->n ? with_number(s, e, number) : NULL;
}

/* The lines from f on that say what an entry says, as many as may be; over is the number over them, or NULL. */
static struct found
find(const struct list *s, size_t f, const struct label *over)
{
	const struct label *number = over;
	struct found best = {NULL, 0, false};
	struct heading_key key = {.n = 0};
	size_t k;

	for (k = 0; k < HEADING_LINES && f + k < s->w->nflow; k++) {
		const struct rline *l = flow_line(s->w, f + k);
		struct span t = rline_text(s->w, l);
		struct heading_key without = key;
		const struct entry *e = NULL;
		if (l->reading != READ_OPEN)
			break;
		if (k == 0 && l->nlabel) {
			number = &l->label[0];
			t = span_sub(t, number->body, t.n);
		}
		heading_key_add(&key, t);
		heading_key_add(&without, without_call(t));
		if (!ends_sentence(t) && (e = whole(s, &key, number)) == NULL)
			e = whole(s, &without, number);
		if (e)
			best = (struct found){e, k + 1, number && e->number};
		if (key.n == 0 || first_from(s, (struct span){key.s, key.n}) == NULL)
			break;
	}
	return best;
}

/* "Decision 98/2" has its line, though the next word would have fitted: a heading over another one. */
static bool
parts(const struct work *w, const struct rline *a, const struct rline *b)
{
	return w->wrapped && b->upper && char_decimal(char_before(rline_text(w, a), a->n)) >= 0 &&
	       reach_of_title(w, a, b) < REACH_SHORT;
}

static void
mark(struct work *w, size_t f, size_t n)
{
	size_t k;

	for (k = 0; k < n; k++) {
		struct rline *l = flow_line(w, f + k);
		l->listed = k > 0 && !parts(w, flow_line(w, f + k - 1), l) ? LISTED_MORE : LISTED;
	}
}

/* Is the line of the flow open and a label alone? */
static bool
is_number(const struct work *w, size_t f)
{
	const struct rline *l = flow_at(w, f);

	return l && l->reading == READ_OPEN && rline_label_alone(l);
}

/* The entry that stands at f, with the number over it: of several in a row none is known to be its own. */
static struct found
find_here(const struct list *s, size_t f)
{
	bool over = is_number(s->w, f), several = over && f > 0 && is_number(s->w, f - 1);
	struct found here = {NULL, 0, false};

	if (!over)
		return find(s, f, NULL);
	if (f + 1 < s->w->nflow && flow_line(s->w, f + 1)->nlabel == 0)
		here = find(s, f + 1, &flow_line(s->w, f)->label[0]);
	if (here.lines > 0 && several && !here.numbered)
		here.lines = 0;
	here.lines += here.lines > 0;
	return here;
}

void
contents_mark(struct work *w, size_t from, size_t to, enum reading entries)
{
	struct list s = {.w = w, .apart = entries == READ_ENTRY};
	struct found *here = ARENA_ARRAY(w->arena, struct found, w->nflow + 1);
	size_t f, first;

	read_entries(&s, from, to, entries);
	for (first = 0; first < w->nflow && w->flow[first] < to; first++)
		;
	for (f = first; f < w->nflow && s.n > 0; f += here[f].lines > 0 ? here[f].lines : 1) {
		const struct rline *l = flow_line(w, f);
		if (l->reading != READ_OPEN || l->lower || l->listed)
			continue;
		here[f] = find_here(&s, f);
		if (here[f].lines == 0)
			continue;
		s.last = here[f].entry->order;
		s.entry[here[f].entry - s.entry].numbered |= here[f].numbered;
	}
	for (f = first; f < w->nflow; f++)
		if (here[f].lines > 0 && here[f].numbered == here[f].entry->numbered) {
			*VEC_PUSH(w->arena, w->known, w->nknown, w->known_cap) =
				(struct known_heading){here[f].entry->line, w->flow[f]};
			mark(w, f, here[f].lines);
		}
}

/* ---- titles that the text quotes ---- */

/* 1 for a mark that opens the quotation of a title, -1 for one that closes it. */
static int
quotes(uint32_t cp)
{
	switch (cp) {
	case 0x201C: case 0xAB: case 0x300A: return 1;
	case 0x201D: case 0xBB: case 0x300B: return -1;
	default: return 0;
	}
}

/* What stands between such marks and begins as titles do, over as many lines as a heading may have. */
static void
read_quoted(struct list *s)
{
	struct heading_key key = {.n = 0};
	size_t f, cap = 0, since = 0;
	bool open = false;

	for (f = 0; f < s->w->nflow; f++) {
		struct span t = rline_text(s->w, flow_line(s->w, f));
		for (size_t i = 0, at = 0; i < t.n; at = i) {
			uint32_t cp = utf8_next(t.s, t.n, &i);
			int mark = quotes(cp);
			if (mark < 0 && open && key.n >= QUOTED_LEAST && f < since + HEADING_LINES)
				*VEC_PUSH(s->w->arena, s->entry, s->n, cap) = (struct entry){
					.key = {arena_strndup(s->w->arena, key.s, key.n), key.n}, .order = s->n + 1};
			if (mark != 0) {
				open = mark > 0 && !char_small(char_after(t, i));
				key.n = 0;
				since = f;
			} else if (open) {
				heading_key_add(&key, span_sub(t, at, i));
			} else {
				i = char_plain_end(t, i);
			}
		}
	}
	if (s->n > 0)
		qsort(s->entry, s->n, sizeof *s->entry, by_key);
}

/* Text begins at the line, or a heading that is known. */
static bool
is_text(const struct work *w, const struct rline *l)
{
	return l && (l->listed == LISTED || l->nlabel > 0 || l->bullet || resolution_begins(w, l) ||
	             (!l->lower && !l->digit_first && (l->cols * 10 >= w->width * 6 || l->end == END_STOP)));
}

void
listed_quoted(struct work *w)
{
	struct list s = {.w = w};
	size_t f;

	if (!w->wrapped || !has_page_text(w))
		return;
	read_quoted(&s);
	for (f = 0; f < w->nflow && s.n > 0; f++) {
		const struct rline *l = flow_line(w, f);
		struct found here = {NULL, 0, false};
		if (l->reading == READ_OPEN && !l->lower && !l->quote_first && l->nlabel == 0 && !l->bullet && !l->listed &&
		    recur_finished(w, flow_before(w, f), l))
			here = find(&s, f, NULL);
		if (here.lines > 0 && is_text(w, flow_at(w, f + here.lines)))
			mark(w, f, here.lines);
	}
}
