/* SPDX-License-Identifier: MIT */
#include "layout/hyphenate.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <hyphen.h>

#include "base/arena.h"
#include "base/library.h"

#define HYPHEN_FUNCTIONS(F) F(hnj_hyphen_free) F(hnj_hyphen_hyphenate2) F(hnj_hyphen_load)

struct hyphen_api {
	HYPHEN_FUNCTIONS(LIBRARY_FIELD)
};

#define PATTERN_DIR "/usr/share/hyphen"

struct hyphenator {
	struct hyphenator *next;
	char *lang;
	HyphenDict *dict;    /* NULL: no patterns for the language */
	bool utf8;
	iconv_t convert;     /* from UTF-8, when the patterns are in another encoding */
};

struct hyphenators {
	struct hyphen_api api; /* loaded with the first words to be hyphenated */
	struct hyphenator *first;
};

/* The pattern file of a language: hyph_<tag>.dic, the bare language, or its own country's. */
static HyphenDict *
load(const struct hyphen_api *api, const char *lang)
{
	char tag[16], name[32], path[96];
	snprintf(tag, sizeof tag, "%s", lang);
	for (char *c = tag; *c != '\0'; c++)
		if (*c == '-')
			*c = '_';
	char upper[3] = {(char)g_ascii_toupper(tag[0]), (char)g_ascii_toupper(tag[1]), '\0'};
	for (size_t i = 0; i < 3; i++) {
		switch (i) {
		case 0:
			snprintf(name, sizeof name, "%s", tag);
			break;
		case 1:
			snprintf(name, sizeof name, "%.2s", tag);
			break;
		default:
			snprintf(name, sizeof name, "%.2s_%s", tag, upper);
			break;
		}
		snprintf(path, sizeof path, PATTERN_DIR "/hyph_%s.dic", name);
		if (access(path, R_OK) == 0)
			return api->hnj_hyphen_load(path);
	}
	return NULL;
}

static struct hyphenator *
find(struct fontset *set, const char *lang)
{
	struct hyphenators **all = fontset_hyphenators(set);
	if (*all == NULL) {
		static const char *const names[] = {HYPHEN_FUNCTIONS(LIBRARY_NAME)};
		*all = xcalloc(1, sizeof **all);
		library_need("libhyphen.so.0", names, sizeof names / sizeof *names, &(*all)->api);
	}
	for (struct hyphenator *h = (*all)->first; h != NULL; h = h->next)
		if (strcmp(h->lang, lang) == 0)
			return h;
	struct hyphenator *h = xcalloc(1, sizeof *h);
	h->lang = xstrdup(lang);
	h->convert = (iconv_t)-1;
	if (strlen(lang) >= 2 && strchr(lang, '/') == NULL)
		h->dict = load(&(*all)->api, lang);
	if (h->dict != NULL) {
		h->utf8 = h->dict->utf8;
		if (!h->utf8)
			h->convert = iconv_open(h->dict->cset, "UTF-8");
	}
	h->next = (*all)->first;
	return (*all)->first = h;
}

void
hyphenators_free(struct hyphenators *all)
{
	if (all == NULL)
		return;
	for (struct hyphenator *h = all->first, *next; h != NULL; h = next) {
		next = h->next;
		if (h->dict != NULL)
			all->api.hnj_hyphen_free(h->dict);
		if (h->convert != (iconv_t)-1)
			iconv_close(h->convert);
		free(h->lang);
		free(h);
	}
	free(all);
}

/* Lower case in UTF-8; start[k] is the byte of the original where letter k begins. */
static size_t
lower(struct span word, char *out, size_t *nout, uint8_t *start)
{
	size_t letters = 0, n = 0;
	for (size_t i = 0; i < word.n;) {
		start[letters++] = (uint8_t)i;
		uint32_t cp = utf8_next(word.s, word.n, &i);
		n += utf8_put(cp == UTF8_BAD ? '?' : g_unichar_tolower(cp), out + n);
	}
	out[n] = '\0';
	*nout = n;
	return letters;
}

bool
hyphenate(struct fontset *set, const char *lang, struct span word, bool at[HYPHENATE_LIMIT])
{
	struct hyphenator *h = lang != NULL ? find(set, lang) : NULL;
	if (h == NULL || h->dict == NULL || word.n > HYPHENATE_LIMIT)
		return false;
	const struct hyphen_api *api = &(*fontset_hyphenators(set))->api;
	char text[HYPHENATE_LIMIT * 4 + 1], coded[HYPHENATE_LIMIT + 1], mark[HYPHENATE_LIMIT * 4 + 5];
	uint8_t start[HYPHENATE_LIMIT];
	size_t n, letters = lower(word, text, &n, start);
	char *query = text;
	if (!h->utf8) {
		char *in = text, *out = coded;
		size_t left = n, room = sizeof coded - 1;
		if (h->convert == (iconv_t)-1 || iconv(h->convert, &in, &left, &out, &room) == (size_t)-1)
			return false;
		n = (size_t)(out - coded);
		coded[n] = '\0';
		query = coded;
	}
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	memset(mark, 0, sizeof mark);
	/* one mark per letter: hnj counts characters in UTF-8 patterns and bytes in others */
	bool some = false;
	if (api->hnj_hyphen_hyphenate2(h->dict, query, (int)n, mark, NULL, &rep, &pos, &cut) == 0) {
		memset(at, 0, HYPHENATE_LIMIT * sizeof *at);
		for (size_t k = 0; k + 1 < letters; k++)
			if ((mark[k] & 1) != 0 && (rep == NULL || rep[k] == NULL))
				some = at[start[k + 1]] = true;
	}
	for (size_t k = 0; rep != NULL && k < n; k++)
		free(rep[k]);
	free(rep);
	free(pos);
	free(cut);
	return some;
}
