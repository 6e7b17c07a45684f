/* SPDX-License-Identifier: MIT */
/* words.c - the words of a language that structure is known by. */
#include "recognise/words.h"

#include <string.h>

#include "recognise/chars.h"
#include "report/terms.h"

static uint32_t
fold_cp(uint32_t cp)
{
	if (cp == 0xA0 || cp == 0x202F || cp == 0x2009 || cp == 0x3000)
		return ' ';
	if (cp == 0x2019 || cp == 0x2018)
		return '\'';
	if (cp == 0xFF1A)
		return ':';
	if (cp == 0x623 || cp == 0x625 || cp == 0x622)
		return 0x627;
	return char_lower(cp);
}

struct span
words_fold(struct arena *a, struct span s)
{
	char *out = arena_alloc(a, s.n + 1); /* no character folds to a longer one */
	size_t n = 0, i = 0;
	bool blank = true;

	while (i < s.n) {
		char bytes[4];
		size_t k;
		if (s.s[i] > ' ' && s.s[i] < 0x7F) { /* most are */
			while (i < s.n && s.s[i] > ' ' && s.s[i] < 0x7F)
				out[n++] = (char)char_lower((unsigned char)s.s[i++]);
			blank = false;
			continue;
		}
		uint32_t cp = fold_cp(utf8_next(s.s, s.n, &i));
		if (cp == 0x640 || cp == UTF8_BAD || (cp >= 0x64B && cp <= 0x652) || cp == 0x200F || cp == 0x200E)
			continue;
		if (cp == ' ' || cp == '\t') {
			if (!blank)
				out[n++] = ' ';
			blank = true;
			continue;
		}
		blank = false;
		if (cp < 0x80) {
			out[n++] = (char)cp;
			continue;
		}
		k = utf8_put(cp, bytes);
		memcpy(out + n, bytes, k);
		n += k;
	}
	while (n && out[n - 1] == ' ')
		n--;
	return (struct span){out, n};
}

/* May text begin with a word of the list? */
static bool
may_begin(const struct words *w, enum word kind, struct span s)
{
	return s.n > 0 && (w->first[kind][(unsigned char)s.s[0] / 8] >> (unsigned char)s.s[0] % 8 & 1);
}

size_t
words_is(const struct words *w, enum word kind, struct span s)
{
	size_t i;

	if (!may_begin(w, kind, s))
		return 0;
	for (i = 0; i < w->n[kind]; i++)
		if (span_eq(w->list[kind][i], s))
			return s.n;
	return 0;
}

/* A word boundary at byte i of folded text; ideographs need none. */
static bool
boundary(struct span s, size_t i)
{
	size_t j = i;
	uint32_t cp;

	if (i >= s.n)
		return true;
	cp = utf8_next(s.s, s.n, &j);
	return !(char_small(cp) || (char_arabic(cp) && char_letter(cp)));
}

size_t
words_start(const struct words *w, enum word kind, struct span s)
{
	size_t i, best = 0;

	if (!may_begin(w, kind, s))
		return 0;
	for (i = 0; i < w->n[kind]; i++) {
		struct span x = w->list[kind][i];
		if (x.n > best && x.n <= s.n && span_eq(span_sub(s, 0, x.n), x) && boundary(s, x.n))
			best = x.n;
	}
	return best;
}

bool
words_end(const struct words *w, enum word kind, struct span s)
{
	size_t i;

	while (s.n > 0 && (s.s[s.n - 1] == '*' || s.s[s.n - 1] == ' '))
		s.n--;
	for (i = 0; i < w->n[kind]; i++) {
		struct span x = w->list[kind][i];
		if (x.n <= s.n && memcmp(s.s + s.n - x.n, x.s, x.n) == 0)
			return true;
	}
	return false;
}

bool
words_in(const struct words *w, enum word kind, struct span s)
{
	size_t i;

	for (i = 0; i < w->n[kind]; i++) {
		struct span rest = s;
		size_t at, base = 0;
		while ((at = span_find(rest, w->list[kind][i])) != SIZE_MAX) {
			size_t from = base + at, to = from + w->list[kind][i].n, k = from;
			if (boundary(s, to) && (from == 0 || (utf8_prev(s.s, &k), boundary(s, k))))
				return true;
			base = from + 1;
			rest = span_sub(s, base, s.n);
		}
	}
	return false;
}

/* Keys of the lists in the terms, in the order of enum word. */
static const char *const keys[WORDS] = {
	"organization", "organ", "body", "treaty", "session", "agenda", "distribution", "limited", "restricted",
	"language", "original", "month", "place", "note", "letter", "kind", "proposal", "report-of", "role",
	"annex", "appendix", "enclosure", "addendum", "corrigendum", "correction",
	"contents", "page", "page-before", "paragraphs", "chapter", "table", "figure", "summary",
	"signed", "signature-role", "adopted", "adopted-at", "meeting",
	"vote-for", "vote-against", "abstaining", "vote-recorded",
	"introduction", "next-steps",
	"notes", "chapeau", "records", "supplement", "record-kind", "record-open", "record-close", "record-suspended",
	"speaker", "person-title",
	"preambular", "preambular-within", "operative", "adoption-reference", "person-title", "hands-on",
	"keep.after-figure", "article-of-organ",
	"addressee", "source", "total", "letter-turn", "ordinal", "chapter-number",
};

/* Lists whose abbreviations have a figure after them. */
static const char *const before_figure[] = {
	"cite.number", "cite.paragraph", "cite.chapter", "cite.section", "cite.article", "cite.volume", "cite.page",
};

static void
add_list(struct arena *a, struct words *w, enum word kind, const struct terms *t, const char *key)
{
	size_t n, i, had = w->n[kind];
	const struct span *v = terms_list(t, key, &n);
	struct span *all = ARENA_ARRAY(a, struct span, had + n + 1);

	if (had)
		memcpy(all, w->list[kind], had * sizeof *all);
	for (i = 0; i < n; i++) {
		struct span x = words_fold(a, v[i]);
		if (kind == WORD_SIGNED)
			while (x.n && (x.s[0] == '(' || x.s[x.n - 1] == ')'))
				x = x.s[0] == '(' ? span_sub(x, 1, x.n) : span_sub(x, 0, x.n - 1);
		all[had + i] = x;
		if (x.n > 0)
			w->first[kind][(unsigned char)x.s[0] / 8] |= (uint8_t)(1u << (unsigned char)x.s[0] % 8);
	}
	w->list[kind] = all;
	w->n[kind] = had + n;
}

/* Are the first words of preambular paragraphs written with a small letter? */
static bool
begins_small(const struct terms *t)
{
	size_t n, i = 0;
	const struct span *v = terms_list(t, keys[WORD_PREAMBULAR], &n);

	return n > 0 && !char_upper(utf8_next(v[0].s, v[0].n, &i));
}

/* Words that mastheads, letters and the labels of parts in another language than the paper's are written with. */
static bool
kept_from_others(enum word k)
{
	return k <= WORD_MONTH || (k >= WORD_ANNEX && k <= WORD_CORRIGENDUM) || k == WORD_PAGE || k == WORD_SIGNED;
}

static void
first_list(const struct terms *t, const char *key, const struct span **list, size_t *n)
{
	if (*n == 0)
		*list = terms_list(t, key, n);
}

/*
 * Labels are read as they are printed.  Numbers in words, which count by their places in a list or by values beside
 * it, come from the first language that has any.
 */
static void
add_labels(struct label_words *l, const struct terms *t)
{
	first_list(t, keys[WORD_ORDINAL], &l->ordinal, &l->nordinal);
	first_list(t, "letter-name", &l->letter, &l->nletter);
	first_list(t, "chapter-label", &l->chapter, &l->nchapter);
	if (l->nnth == 0)
		l->nth_value = terms_values(t, keys[WORD_NTH]);
	first_list(t, keys[WORD_NTH], &l->nth, &l->nnth);
}

/* Of another language than the paper's; numbers in words only where there are none yet. */
static void
add_language(struct arena *a, struct words *w, const char *lang, struct diag *d)
{
	const struct terms *t = terms_load(a, lang, d);

	for (int k = 0; t && k < WORDS; k++)
		if (kept_from_others((enum word)k) || (k >= WORD_ORDINAL && w->n[k] == 0))
			add_list(a, w, (enum word)k, t, keys[k]);
	if (t)
		add_labels(&w->label, t);
}

/* Has the script of the language no capitals?  Its name for the organization would begin with one. */
static bool
is_caseless(const struct terms *t)
{
	size_t at = 0;
	struct span name = terms_get(t, "org.un");

	return name.n > 0 && !char_upper(utf8_next(name.s, name.n, &at));
}

const struct words *
words_load(struct arena *a, const char *lang, const char *const others[], struct diag *d)
{
	const struct terms *own = terms_load(a, lang, d);
	struct words *w = ARENA_NEW(a, struct words);
	int k;

	w->lang = lang;
	w->terms = own;
	for (k = 0; own && k < WORDS; k++)
		add_list(a, w, (enum word)k, own, keys[k]);
	if (own)
		add_labels(&w->label, own);
	if (own && strcmp(lang, "en") != 0)
		add_language(a, w, "en", d);
	for (; own && *others; others++)
		add_language(a, w, *others, d);
	if (own)
		add_list(a, w, WORD_KIND, own, keys[WORD_PROPOSAL]);
	for (k = 0; own && k < (int)(sizeof before_figure / sizeof before_figure[0]); k++)
		add_list(a, w, WORD_BEFORE_MORE, own, before_figure[k]);
	w->small_clauses = own && begins_small(own);
	w->caseless = own && is_caseless(own);
	return w;
}
