/* SPDX-License-Identifier: MIT */
#include "recognise/language.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "report/terms.h"

#define PIECES 8           /* of a long text that are looked at, each of */
#define PIECE_BYTES 3000
#define LEAST_SHARE 0.12    /* share of common words below which no language fits */
#define SCRIPTS 4

enum script { LATIN, CYRILLIC, ARABIC, HAN };

static const char *const script_names[SCRIPTS] = {
    [LATIN] = "Latn", [CYRILLIC] = "Cyrl", [ARABIC] = "Arab", [HAN] = "Hans"};

/* The languages that share a script, and how often their words were met. */
struct candidate {
	const char *lang;
	size_t hits;
};

struct common_word {
	struct span text;
	size_t candidate, met;
};

struct vocabulary {
	struct candidate *candidate;
	size_t ncandidate, cap_candidate;
	struct common_word *word;
	size_t nword, cap_word;
};

static int
by_text(const void *a, const void *b)
{
	const struct span x = ((const struct common_word *)a)->text, y = ((const struct common_word *)b)->text;
	int order = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);
	return order != 0 ? order : x.n < y.n ? -1 : x.n > y.n;
}

/* A Han character says about as much as two letters of an alphabet. */
static enum script
main_script(struct span text, float *share)
{
	size_t count[SCRIPTS] = {0}, all = 0;
	for (size_t i = 0; i < text.n;) {
		if ((unsigned char)text.s[i] < 0x80) { /* most of most texts */
			bool letter = (text.s[i] | 0x20) >= 'a' && (text.s[i] | 0x20) <= 'z';
			count[LATIN] += letter;
			all += letter;
			i++;
			continue;
		}
		uint32_t c = utf8_next(text.s, text.n, &i);
		int script = c >= 0xC0 && c < 0x250 ? LATIN
		           : c >= 0x400 && c < 0x530 ? CYRILLIC
		           : c >= 0x620 && c < 0x700 ? ARABIC
		           : (c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x30000) ? HAN : -1;
		if (script >= 0) {
			count[script] += script == HAN ? 2 : 1;
			all += script == HAN ? 2 : 1;
		}
	}
	enum script best = LATIN;
	for (int k = 1; k < SCRIPTS; k++)
		if (count[k] > count[best])
			best = (enum script)k;
	*share = all > 0 ? (float)count[best] / (float)all : 0;
	return best;
}

/* The next word of text from *i, folded into word (cut at its size); 0 at the end. */
static size_t
next_word(struct span text, size_t *i, char *word, size_t size)
{
	size_t n = 0;
	while (*i < text.n) {
		uint32_t c = utf8_next(text.s, text.n, i);
		if (c != UTF8_BAD && g_unichar_isalpha(c)) {
			if (n + 4 < size)
				n += utf8_put(g_unichar_tolower(c), word + n);
		} else if (n > 0) {
			break;
		}
	}
	return n;
}

static struct vocabulary
collect(struct arena *a, const struct terms *languages, enum script script)
{
	struct vocabulary v = {0};
	const char *lang, *written;
	for (size_t i = 0; (lang = terms_list_key(languages, i, &written)) != NULL; i++) {
		if (written == NULL || strcmp(written, script_names[script]) != 0)
			continue;
		char word[64];
		size_t n, lists;
		const struct span *words = terms_list(languages, lang, &lists);
		for (size_t at = 0; lists > 0 && (n = next_word(words[0], &at, word, sizeof word)) > 0;) {
			struct common_word *w = VEC_PUSH(a, v.word, v.nword, v.cap_word);
			w->text = (struct span){arena_strndup(a, word, n), n};
			w->candidate = v.ncandidate;
		}
		VEC_PUSH(a, v.candidate, v.ncandidate, v.cap_candidate)->lang = lang;
	}
	if (v.nword > 0)
		qsort(v.word, v.nword, sizeof *v.word, by_text);
	return v;
}

/* Count the words of each candidate in one piece of text; the number of words looked up. */
static size_t
count_piece(struct vocabulary *v, struct span text)
{
	size_t seen = 0, n;
	struct common_word key;
	char word[64];
	for (size_t i = 0; (n = next_word(text, &i, word, sizeof word)) > 0;) {
		seen++;
		key.text = (struct span){word, n};
		struct common_word *hit = bsearch(&key, v->word, v->nword, sizeof key, by_text);
		if (hit == NULL)
			continue;
		while (hit > v->word && by_text(hit - 1, &key) == 0)
			hit--;
		for (size_t k = (size_t)(hit - v->word); k < v->nword && by_text(&v->word[k], &key) == 0; k++) {
			v->candidate[v->word[k].candidate].hits++;
			v->word[k].met++;
		}
	}
	return seen;
}

/* How often words of candidate c were met that are none of the other's: close languages share many. */
static size_t
own_hits(const struct vocabulary *v, size_t c, size_t other)
{
	size_t n = 0;
	for (size_t k = 0; k < v->nword; k++) {
		const struct common_word *w = &v->word[k];
		bool shared = false;
		for (size_t at = k; at > 0 && by_text(w, &v->word[at - 1]) == 0; at--)
			shared = shared || v->word[at - 1].candidate == other;
		for (size_t at = k + 1; at < v->nword && by_text(w, &v->word[at]) == 0; at++)
			shared = shared || v->word[at].candidate == other;
		n += w->candidate == c && !shared ? w->met : 0;
	}
	return n;
}

/* The same in pieces spread over the whole text, or in all of it when it is short. */
static size_t
count_words(struct vocabulary *v, struct span text)
{
	size_t seen = 0;
	if (text.n <= PIECES * PIECE_BYTES)
		return count_piece(v, text);
	for (size_t k = 0; k < PIECES; k++) {
		size_t from = (text.n - PIECE_BYTES) / (PIECES - 1) * k;
		while (from < text.n && ((unsigned char)text.s[from] & 0xC0) == 0x80)
			from++;
		seen += count_piece(v, span_sub(text, from, from + PIECE_BYTES));
	}
	return seen;
}

const char *
language_script(struct span text, float *share)
{
	return script_names[main_script(text, share)];
}

const char *
language_writing(const struct terms *languages, const char *lang)
{
	const char *known, *written;
	for (size_t i = 0; (known = terms_list_key(languages, i, &written)) != NULL; i++)
		if (strcmp(known, lang) == 0)
			return written;
	return NULL;
}

bool
language_is_known(struct span code)
{
	static const char *const known[] = {"ar", "zh", "en", "fr", "ru", "es"};
	size_t k = 0;

	while (k < sizeof known / sizeof *known && !span_is(code, known[k]))
		k++;
	return k < sizeof known / sizeof *known;
}

const char *
language_detect(struct arena *a, struct span text, float *conf, struct diag *d)
{
	float share = 0;
	*conf = 0;
	const struct terms *languages = terms_languages(a, d);
	enum script script = main_script(text, &share);
	if (languages == NULL || share <= 0)
		return NULL;
	struct vocabulary v = collect(a, languages, script);
	if (v.ncandidate <= 1) {
		*conf = share;
		return v.ncandidate == 1 ? v.candidate[0].lang : NULL;
	}
	size_t words = count_words(&v, text), best = 0, second;
	for (size_t i = 1; i < v.ncandidate; i++)
		if (v.candidate[i].hits > v.candidate[best].hits)
			best = i;
	second = best == 0;
	for (size_t i = 0; i < v.ncandidate; i++)
		if (i != best && v.candidate[i].hits > v.candidate[second].hits)
			second = i;
	size_t most = v.candidate[best].hits;
	if (most == 0 || (double)most < LEAST_SHARE * (double)words)
		return NULL;
	size_t own = own_hits(&v, best, second), theirs = own_hits(&v, second, best);
	*conf = own > theirs ? share * (float)(own - theirs) / (float)own : 0;
	return v.candidate[best].lang;
}
