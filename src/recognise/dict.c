/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
#include "recognise/dict.h"

#include <fcntl.h>
#include <glob.h>
#include <hunspell/hunspell.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/library.h"

#define DICT_DIR "/usr/share/hunspell"
#define WORD_MAX_BYTES 128

#define HUNSPELL_FUNCTIONS(F) F(Hunspell_create) F(Hunspell_destroy) F(Hunspell_spell)

struct hunspell_api {
	HUNSPELL_FUNCTIONS(LIBRARY_FIELD)
};

struct dict {
	struct arena *arena;
	const char *lang;
	bool tried;
	char *aff, *dic;   /* paths, NULL when there is no dictionary */
	char *stems;       /* the file of stems, mapped */
	size_t nstems;
	char encoding[32]; /* "" for UTF-8 */
	uint32_t *stem;    /* open table of the hashes of all stems, made at the first question */
	size_t mask;
	struct hunspell_api api; /* loaded with the first word to be spelt */
	Hunhandle *handle;
	struct dict *next; /* of those kept together */
};

struct dicts {
	struct arena *arena;
	struct dict *dict;   /* a list */
};

static void
dict_close(void *p)
{
	struct dict *d = p;
	if (d->stems != NULL)
		munmap(d->stems, d->nstems);
	if (d->handle != NULL)
		d->api.Hunspell_destroy(d->handle);
}

struct dict *
dict_new(struct arena *a, const char *lang)
{
	struct dict *d = ARENA_NEW(a, struct dict);
	d->arena = a;
	d->lang = lang;
	arena_defer(a, dict_close, d);
	return d;
}

struct dicts *
dicts_new(struct arena *a)
{
	struct dicts *kept = ARENA_NEW(a, struct dicts);
	kept->arena = a;
	return kept;
}

struct dict *
dicts_of(struct dicts *kept, const char *lang)
{
	struct dict *d = kept->dict;
	while (d != NULL && strcmp(d->lang, lang) != 0)
		d = d->next;
	if (d == NULL) {
		d = dict_new(kept->arena, arena_strdup(kept->arena, lang));
		d->next = kept->dict;
		kept->dict = d;
	}
	return d;
}

/* The dictionary of the language's main country when it is there, else the first one found. */
static char *
dict_path(struct dict *d)
{
	char home[3] = {0};
	for (int i = 0; i < 2 && d->lang[i] != '\0'; i++)
		home[i] = (char)(d->lang[i] - ('a' - 'A'));
	const char *const patterns[] = {
		arena_printf(d->arena, "%s/%s_%s.dic", DICT_DIR, d->lang, home),
		arena_printf(d->arena, "%s/%s.dic", DICT_DIR, d->lang),
		arena_printf(d->arena, "%s/%s_*.dic", DICT_DIR, d->lang)};
	char *found = NULL;
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns && found == NULL; i++) {
		glob_t g = {0};
		if (glob(patterns[i], 0, NULL, &g) == 0 && g.gl_pathc > 0)
			found = arena_strdup(d->arena, g.gl_pathv[0]);
		globfree(&g);
	}
	return found;
}

/* The SET line of the affix file names the encoding; it stands within the first lines. */
static void
read_encoding(struct dict *d)
{
	FILE *f = fopen(d->aff, "r");
	char line[256];
	for (int i = 0; f != NULL && i < 200 && fgets(line, sizeof line, f) != NULL; i++) {
		char *set = strstr(line, "SET ");
		if (set != NULL && sscanf(set, "SET %31s", d->encoding) == 1)
			break;
	}
	if (f != NULL)
		fclose(f);
	if (strcasecmp(d->encoding, "UTF-8") == 0)
		d->encoding[0] = '\0';
}

static void
map_stems(struct dict *d)
{
	struct stat st;
	int fd = open(d->dic, O_RDONLY | O_CLOEXEC);
	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0) {
		void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (p != MAP_FAILED) {
			d->stems = p;
			d->nstems = (size_t)st.st_size;
		}
	}
	if (fd >= 0)
		close(fd);
}

bool
dict_there(struct dict *d)
{
	if (d->tried)
		return d->stems != NULL;
	d->tried = true;
	if (d->lang == NULL || strlen(d->lang) != 2 || (d->dic = dict_path(d)) == NULL)
		return false;
	d->aff = arena_strdup(d->arena, d->dic);
	memcpy(d->aff + strlen(d->aff) - 3, "aff", 3);
	read_encoding(d);
	map_stems(d);
	return d->stems != NULL;
}

/* The word in the dictionary's encoding, NUL-terminated; false when it cannot be written in it. */
static bool
encode(const struct dict *d, struct span word, char out[WORD_MAX_BYTES])
{
	if (word.n == 0 || word.n >= WORD_MAX_BYTES / 2)
		return false;
	memcpy(out, word.s, word.n);
	out[word.n] = '\0';
	if (d->encoding[0] == '\0')
		return true;
	iconv_t cd = iconv_open(d->encoding, "UTF-8");
	if (cd == (iconv_t)-1)
		return false;
	char in[WORD_MAX_BYTES], *from = in, *to = out;
	memcpy(in, word.s, word.n);
	size_t left = word.n, room = WORD_MAX_BYTES - 1;
	bool ok = iconv(cd, &from, &left, &to, &room) != (size_t)-1;
	*to = '\0';
	iconv_close(cd);
	return ok;
}

static uint32_t
hash_of(struct span stem)
{
	return (uint32_t)span_hash(HASH_START, stem) | 1; /* 0 is an empty place */
}

static bool
stem_known(const struct dict *d, uint32_t h)
{
	size_t i = h & d->mask;
	while (d->stem[i] != 0 && d->stem[i] != h)
		i = (i + 1) & d->mask;
	return d->stem[i] == h;
}

/*
 * Hashes of all stems: one pass of a millisecond or two.  Two words with one hash would make an
 * unknown word known, which at worst leaves a split word as it is.
 */
static void
index_stems(struct dict *d)
{
	const char *p = d->stems, *end = p + d->nstems;
	size_t size = 1024;
	while (size < d->nstems / 4)
		size *= 2;
	d->mask = size - 1;
	d->stem = ARENA_ARRAY(d->arena, uint32_t, size);
	for (size_t n = 0; p < end && n < size / 2; n++) {
		const char *line = memchr(p, '\n', (size_t)(end - p));
		if (line == NULL)
			line = end;
		const char *stop = p;
		while (stop < line && *stop != '/' && *stop != '\t' && *stop != '\r' && *stop != ' ')
			stop++;
		uint32_t h = hash_of((struct span){p, (size_t)(stop - p)});
		size_t i = h & d->mask;
		while (d->stem[i] != 0)
			i = (i + 1) & d->mask;
		d->stem[i] = h;
		p = line + 1;
	}
}

bool
dict_lists(struct dict *d, struct span word)
{
	char key[WORD_MAX_BYTES];
	if (!dict_there(d) || !encode(d, word, key))
		return false;
	if (d->stem == NULL)
		index_stems(d);
	return stem_known(d, hash_of(span_of(key)));
}

bool
dict_begins(struct dict *d, struct span prefix)
{
	char key[WORD_MAX_BYTES + 1] = "\n";
	return dict_there(d) && encode(d, prefix, key + 1) &&
	    memmem(d->stems, d->nstems, key, strlen(key)) != NULL;
}

bool
dict_spells(struct dict *d, struct span word)
{
	char key[WORD_MAX_BYTES];
	if (!dict_there(d) || !encode(d, word, key))
		return false;
	if (d->handle == NULL) {
		static const char *const names[] = {HUNSPELL_FUNCTIONS(LIBRARY_NAME)};
		library_need("libhunspell-1.7.so.0", names, sizeof names / sizeof *names, &d->api);
		d->handle = d->api.Hunspell_create(d->aff, d->dic);
	}
	return d->handle != NULL && d->api.Hunspell_spell(d->handle, key) != 0;
}
