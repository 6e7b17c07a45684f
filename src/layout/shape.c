/* SPDX-License-Identifier: MIT */
#include "layout/shape.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <hb.h>

#include "base/arena.h"
#include "layout/breaks.h"
#include "layout/hyphenate.h"
#include "layout/kashida.h"

#define FIRST_SLOTS 4096
#define LONGEST_CACHED 256 /* bytes; longer words are hardly ever repeated */
#define LEAST_HYPHENATED 5 /* letters */
/* Marks on one letter that are shaped together.  HarfBuzz looks for the letter from each of them. */
#define MOST_MARKS 32
#define FIRST_MARK 0x300

struct lang {
	struct lang *next;
	const char *name;
};

struct wordcache {
	struct arena *arena;
	struct lang *langs;        /* every name once */
	struct word **slot;
	size_t nslot, nword;
	hb_buffer_t *buffer;
};

static struct wordcache *
cache_of(struct fontset *set)
{
	struct wordcache **c = fontset_words(set);
	if (*c == NULL) {
		*c = xcalloc(1, sizeof **c);
		(*c)->arena = arena_new();
		(*c)->nslot = FIRST_SLOTS;
		(*c)->slot = xcalloc(FIRST_SLOTS, sizeof *(*c)->slot);
		(*c)->buffer = hb_buffer_create();
	}
	return *c;
}

void
wordcache_free(struct wordcache *c)
{
	if (c == NULL)
		return;
	hb_buffer_destroy(c->buffer);
	arena_free(c->arena);
	free(c->slot);
	free(c);
}

size_t
wordcache_bytes(const struct wordcache *c)
{
	return c == NULL ? 0 : arena_used(c->arena) + c->nslot * sizeof *c->slot;
}

static const char *
intern(struct wordcache *c, const char *lang)
{
	for (const struct lang *l = c->langs; l != NULL; l = l->next)
		if (l->name == lang || strcmp(l->name, lang) == 0)
			return l->name;
	struct lang *l = ARENA_NEW(c->arena, struct lang);
	*l = (struct lang){.next = c->langs, .name = arena_strdup(c->arena, lang)};
	c->langs = l;
	return l->name;
}

static uint32_t
hash_of(const struct fontlist *list, bool rtl, struct span text)
{
	return (uint32_t)span_hash(HASH_START ^ (uint32_t)((uintptr_t)list >> 4) ^ rtl, text);
}

static void
grow(struct wordcache *c)
{
	size_t n = c->nslot * 2;
	struct word **slot = xcalloc(n, sizeof *slot);
	for (size_t i = 0; i < c->nslot; i++)
		for (struct word *w = c->slot[i], *next; w != NULL; w = next) {
			next = w->next;
			w->next = slot[w->hash & (n - 1)];
			slot[w->hash & (n - 1)] = w;
		}
	free(c->slot);
	c->slot = slot;
	c->nslot = n;
}

/* ---- character classes ---- */

int
cjk_blank_side(uint32_t cp)
{
	switch (cp) {
	case 0x3008: case 0x300A: case 0x300C: case 0x300E: case 0x3010: case 0x3014: case 0x3016:
	case 0xFF08: case 0xFF3B: case 0xFF5B: case 0x2018: case 0x201C:
		return -1;
	case 0x3001: case 0x3002: case 0x3009: case 0x300B: case 0x300D: case 0x300F: case 0x3011: case 0x3015:
	case 0x3017: case 0xFF09: case 0xFF0C: case 0xFF0E: case 0xFF1A: case 0xFF1B: case 0xFF3D: case 0xFF5D:
	case 0x2019: case 0x201D:
		return 1;
	default:
		return 0;
	}
}

/*
 * Share of its advance by which a character may stand out of the measure, so that margins look
 * straight (Thanh 2000, chapter 5, gives values of this order for text faces).
 */
static float
hang_share(uint32_t cp, bool at_end)
{
	switch (cp) {
	case '-': case 0xAD: case 0x2010: case 0x2011:
		return at_end ? 0.6F : 0.4F;
	case '.': case ',': case 0x60C: case 0x6D4:
		return at_end ? 0.6F : 0;
	case ':': case ';': case '!': case '?': case 0x61B: case 0x61F:
		return at_end ? 0.3F : 0;
	case 0x2018: case 0x2019: case 0x201C: case 0x201D: case 0x201E: case '"': case '\'':
		return 0.45F;
	case 0xAB: case 0xBB: case 0x2013: case 0x2014:
		return 0.25F;
	case '(': case '[':
		return at_end ? 0 : 0.08F;
	case ')': case ']':
		return at_end ? 0.08F : 0;
	case 'A': case 'T': case 'V': case 'W': case 'Y':
		return 0.05F;
	default:
		return 0;
	}
}

/* ---- shaping ---- */

struct shaping {
	struct wordcache *cache;
	struct arena *arena;
	struct word *word;
	size_t cap_run, cap_glyph, nrun, nglyph;
	struct span whole; /* the word with its neighbours */
	size_t off;        /* of the word in whole */
	bool goes_on;      /* the next part starts with a mark of the letter before it */
};

static bool
is_joined(hb_script_t s)
{
	return s == HB_SCRIPT_ARABIC || s == HB_SCRIPT_SYRIAC || s == HB_SCRIPT_NKO || s == HB_SCRIPT_MONGOLIAN;
}

static void
shape_run(struct shaping *s, const struct font *font, hb_script_t script, size_t from, size_t to)
{
	hb_buffer_t *b = s->cache->buffer;
	hb_font_t *hb = font_hb(font);
	if (hb == NULL)
		return;
	hb_buffer_clear_contents(b);
	hb_buffer_add_utf8(b, s->whole.s, (int)s->whole.n, (unsigned)(s->off + from), (int)(to - from));
	hb_buffer_set_direction(b, s->word->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(b, script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ? HB_SCRIPT_LATIN : script);
	hb_buffer_set_language(b, hb_language_from_string(s->word->lang, -1));
	hb_buffer_set_flags(b, (script == HB_SCRIPT_ARABIC ? HB_BUFFER_FLAG_PRODUCE_SAFE_TO_INSERT_TATWEEL : 0) |
	                           (s->goes_on ? HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE : 0));
	hb_shape(hb, b, NULL, 0);
	unsigned n;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, &n);
	float em = 1.0F / (float)font_upem(font);
	struct word_run *run = VEC_PUSH(s->arena, s->word->run, s->nrun, s->cap_run);
	*run = (struct word_run){.font = font, .from = (uint32_t)s->nglyph, .at = (uint32_t)from, .end = (uint32_t)to,
		.joined = is_joined(script)};
	for (unsigned i = 0; i < n; i++) {
		struct word_glyph *g = VEC_PUSH(s->arena, s->word->glyph, s->nglyph, s->cap_glyph);
		*g = (struct word_glyph){
			.index = info[i].codepoint, .cluster = info[i].cluster - (uint32_t)s->off,
			.advance = (float)pos[i].x_advance * em, .dx = (float)pos[i].x_offset * em,
			.dy = (float)pos[i].y_offset * em};
		s->word->missing |= g->index == 0;
		if (script == HB_SCRIPT_ARABIC && (hb_glyph_info_get_glyph_flags(&info[i]) & HB_GLYPH_FLAG_SAFE_TO_INSERT_TATWEEL))
			kashida_offer(s->word, font, g->cluster);
	}
	run->to = (uint32_t)s->nglyph;
	s->goes_on = false;
}

/* Characters that take the font and script of what stands before them. */
static bool
is_follower(uint32_t cp, hb_script_t script)
{
	return script == HB_SCRIPT_INHERITED || cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) ||
	    (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) || (cp >= 0xFE00 && cp <= 0xFE0F);
}

/* Cut the word where font or script changes, and between marks where they are too many; shape each part. */
static void
shape_parts(struct shaping *s)
{
	struct span t = s->word->text;
	hb_unicode_funcs_t *uni = hb_unicode_funcs_get_default();
	const struct font *font = NULL;
	hb_script_t script = HB_SCRIPT_COMMON;
	size_t from = 0, marks = 0;
	uint32_t glyph;
	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		uint32_t cp = utf8_next(t.s, t.n, &i);
		if (cp == UTF8_BAD)
			cp = 0xFFFD;
		marks = cp >= FIRST_MARK && g_unichar_ismark(cp) ? marks + 1 : 0;
		if (marks > MOST_MARKS && font != NULL) {
			shape_run(s, font, script, from, at);
			from = at;
			marks = 1;
			s->goes_on = true;
		}
		hb_script_t sc = hb_unicode_script(uni, cp);
		if (font != NULL && is_follower(cp, sc) && (sc != HB_SCRIPT_INHERITED || font_has(font, cp, &glyph)))
			continue;
		const struct font *f = fontlist_find_lang(s->word->list, cp, s->word->lang);
		if (f == NULL)
			f = font != NULL ? font : s->word->list->font[0];
		bool common = sc == HB_SCRIPT_COMMON || sc == HB_SCRIPT_INHERITED;
		if (common && font != NULL && f != font && font_has(font, cp, &glyph) && cp != 0x201C && cp != 0x2018)
			f = font;
		if (font != NULL && (f != font || (!common && script != HB_SCRIPT_COMMON && sc != script))) {
			shape_run(s, font, script, from, at);
			from = at;
			script = HB_SCRIPT_COMMON;
		}
		font = f;
		if (!common)
			script = sc;
	}
	if (font != NULL)
		shape_run(s, font, script, from, t.n);
}

/* In a right-to-left word the visual order of the runs is the reverse of the logical one. */
static void
reverse_runs(struct shaping *s)
{
	struct word *w = s->word;
	struct word_glyph *old = w->glyph, *put = ARENA_ARRAY(s->arena, struct word_glyph, s->nglyph);
	struct word_run *runs = ARENA_ARRAY(s->arena, struct word_run, s->nrun);
	uint32_t n = 0;
	for (size_t i = 0; i < s->nrun; i++) {
		struct word_run r = w->run[s->nrun - 1 - i];
		memcpy(put + n, old + r.from, (r.to - r.from) * sizeof *put);
		runs[i] = r;
		runs[i].from = n;
		runs[i].to = n += r.to - r.from;
	}
	w->glyph = put;
	w->run = runs;
}

void
word_walk(struct word_walk *k, uint32_t byte)
{
	const struct word *w = k->word;
	for (; k->run < w->nrun; k->run++, k->glyph = 0) {
		const struct word_run *r = &w->run[w->rtl ? w->nrun - 1 - k->run : k->run];
		for (; k->glyph < r->to - r->from; k->glyph++) {
			const struct word_glyph *g = &w->glyph[w->rtl ? r->to - 1 - k->glyph : r->from + k->glyph];
			if (g->cluster >= byte)
				return;
			k->em += (double)g->advance;
			k->clusters += !r->joined && (k->glyph == 0 || g->cluster != g[w->rtl ? 1 : -1].cluster);
		}
	}
}

/* How far a character of this advance may hang; full-width marks hang their empty half. */
static float
hang_of(const struct word *w, double advance, uint32_t cp, bool at_end)
{
	float em = (float)advance;
	if (w->cjk && em > 0.9F)
		return cjk_blank_side(cp) == (at_end ? 1 : -1) ? 0.5F * em : 0;
	return em * hang_share(cp, at_end);
}

static void
add_break(struct arena *a, struct word_walk *k, struct word *w, size_t *cap, enum word_break_kind kind, uint32_t byte)
{
	size_t n = w->nbrk, last = byte;
	uint32_t cp = utf8_prev(w->text.s, &last);
	struct word_break *b = VEC_PUSH(a, w->brk, n, *cap);
	w->nbrk = (uint32_t)n;
	word_walk(k, (uint32_t)last);
	double before = k->em;
	word_walk(k, byte);
	*b = (struct word_break){.kind = kind, .byte = byte, .em = (float)k->em, .clusters = k->clusters,
		.hang = kind == WORD_BREAK_SOFT ? 0 : hang_of(w, k->em - before, cp, true)};
}

static void
find_breaks(struct arena *a, struct word *w)
{
	static const enum word_break_kind kind[] = {
		[BREAK_YES] = WORD_BREAK, [BREAK_URL] = WORD_BREAK_URL, [BREAK_NEED] = WORD_BREAK_NEED,
		[BREAK_SOFT] = WORD_BREAK_SOFT};
	uint8_t stack[LONGEST_CACHED], *can = w->text.n <= sizeof stack ? stack : xmalloc(w->text.n);
	struct word_walk walk = {.word = w};
	size_t cap = 0;
	if (!w->cjk && breaks_in_token(w->text, w->lang, can))
		for (uint32_t i = 1; i < w->text.n; i++)
			if (can[i] != BREAK_NO)
				add_break(a, &walk, w, &cap, kind[can[i]], i);
	if (can != stack)
		free(can);
}

static void
finish(struct shaping *s)
{
	struct word *w = s->word;
	w->nglyph = (uint32_t)s->nglyph;
	w->nrun = (uint32_t)s->nrun;
	if (w->rtl && s->nrun > 1)
		reverse_runs(s);
	struct word_walk walk = {.word = w};
	size_t first = 0, last = w->text.n;
	w->first_cp = utf8_next(w->text.s, w->text.n, &first);
	w->last_cp = utf8_prev(w->text.s, &last);
	word_walk(&walk, (uint32_t)first);
	double first_em = walk.em;
	w->cjk = first == w->text.n && w->nrun > 0 &&
	    (cp_is_cjk(w->first_cp) || (cjk_blank_side(w->first_cp) != 0 && first_em > 0.9) || w->first_cp == 0x3000);
	if (last >= first)
		word_walk(&walk, (uint32_t)last);
	double before_last = last >= first ? walk.em : 0;
	word_walk(&walk, UINT32_MAX);
	w->em = walk.em;
	w->nclusters = walk.clusters;
	w->hang_start = hang_of(w, first_em, w->first_cp, false);
	w->hang_end = hang_of(w, w->em - before_last, w->last_cp, true);
	find_breaks(s->arena, w);
}

static const struct word *
shape_new(struct wordcache *c, const struct word *key, struct span before, struct span after)
{
	struct word *w = ARENA_NEW(c->arena, struct word);
	*w = *key;
	w->text = (struct span){arena_strndup(c->arena, key->text.s, key->text.n), key->text.n};
	struct shaping s = {.cache = c, .arena = c->arena, .word = w, .cap_run = 1, .cap_glyph = w->text.n, .whole = w->text};
	w->run = ARENA_NEW(c->arena, struct word_run);
	w->glyph = ARENA_ARRAY(c->arena, struct word_glyph, w->text.n); /* hardly ever are there more than bytes */
	struct buf context = {0};
	if (before.n + after.n > 0) {
		buf_addspan(&context, before);
		buf_addspan(&context, w->text);
		buf_addspan(&context, after);
		s.whole = buf_span(&context);
		s.off = before.n;
	}
	shape_parts(&s);
	buf_free(&context);
	finish(&s);
	return w;
}

const struct word *
word_shape(struct fontset *set, const struct fontlist *list, const char *lang, bool rtl, struct span text,
           struct span before, struct span after)
{
	struct wordcache *c = cache_of(set);
	lang = intern(c, lang != NULL ? lang : "en");
	struct word key = {.list = list, .lang = lang, .rtl = rtl, .text = text};
	if (text.n > LONGEST_CACHED || before.n + after.n > 0)
		return shape_new(c, &key, before, after);
	key.hash = hash_of(list, rtl, text);
	for (struct word *w = c->slot[key.hash & (c->nslot - 1)]; w != NULL; w = w->next)
		if (w->hash == key.hash && w->list == list && w->rtl == rtl && w->text.n == text.n &&
		    w->lang == lang && memcmp(w->text.s, text.s, text.n) == 0)
			return w;
	if (++c->nword > c->nslot)
		grow(c);
	struct word **slot = &c->slot[key.hash & (c->nslot - 1)];
	struct word *w = (struct word *)shape_new(c, &key, (struct span){NULL, 0}, (struct span){NULL, 0});
	w->next = *slot;
	return *slot = w;
}

/* ---- hyphen points ---- */

static void
hyphenate_letters(struct fontset *set, struct word_walk *walk, size_t from, size_t to, size_t letters,
                  struct word_break *out, size_t *nout)
{
	const struct word *w = walk->word;
	bool at[HYPHENATE_LIMIT];
	struct span run = span_sub(w->text, from, to);
	if (letters < LEAST_HYPHENATED || run.n > HYPHENATE_LIMIT || !hyphenate(set, w->lang, run, at))
		return;
	size_t left = 0;
	for (size_t i = 0; i < run.n;) {
		if (at[i] && i > 0) {
			struct word_break *b = &out[(*nout)++];
			*b = (struct word_break){.kind = WORD_BREAK_HYPHEN, .byte = (uint32_t)(from + i),
				.left = (uint8_t)left, .right = (uint8_t)(letters - left)};
			word_walk(walk, b->byte);
			b->em = (float)walk->em;
			b->clusters = walk->clusters;
		}
		utf8_next(run.s, run.n, &i);
		left++;
	}
}

/* A hyphen point must lie between glyphs: not inside a ligature. */
static bool
starts_glyph(const struct word *w, uint32_t byte)
{
	for (uint32_t i = 0; i < w->nglyph; i++)
		if (w->glyph[i].cluster == byte)
			return true;
	return false;
}

static void
merge_breaks(struct arena *a, struct word *w, const struct word_break *hyphen, size_t n)
{
	struct word_break *all = ARENA_ARRAY(a, struct word_break, w->nbrk + n);
	size_t i = 0, k = 0, out = 0;
	while (i < w->nbrk || k < n) {
		if (k == n || (i < w->nbrk && w->brk[i].byte <= hyphen[k].byte))
			all[out++] = w->brk[i++];
		else if (starts_glyph(w, hyphen[k].byte))
			all[out++] = hyphen[k++];
		else
			k++;
	}
	w->brk = all;
	w->nbrk = (uint32_t)out;
}

/* "www.example.org/tides", "A/77/275": a hyphen would be read as part of it. */
static bool
is_address(struct span t)
{
	bool slash = false, figure = false;
	for (size_t i = 0; i < t.n; i++) {
		slash |= t.s[i] == '/';
		figure |= (t.s[i] >= '0' && t.s[i] <= '9') || (i + 1 < t.n && (t.s[i] == '.' || t.s[i] == ':'));
		if (t.s[i] == '@' || (t.s[i] == '/' && i > 0 && t.s[i - 1] == '/'))
			return true;
	}
	return slash && figure;
}

const struct word *
word_hyphenate(struct fontset *set, const struct word *cw)
{
	struct word *w = (struct word *)cw; /* the cache fills an entry in two steps */
	if (w->hyphenated)
		return w;
	w->hyphenated = true;
	if (w->rtl || w->cjk || w->text.n < LEAST_HYPHENATED || w->text.n > LONGEST_CACHED || is_address(w->text))
		return w;
	struct word_break point[LONGEST_CACHED];
	struct word_walk walk = {.word = w};
	size_t n = 0, from = 0, letters = 0;
	bool capitals = true;
	for (size_t i = 0; i <= w->text.n;) {
		size_t at = i;
		uint32_t cp = i < w->text.n ? utf8_next(w->text.s, w->text.n, &i) : (i++, 0);
		if (cp != UTF8_BAD && g_unichar_isalpha(cp)) {
			capitals &= !g_unichar_islower(cp);
			letters++;
			continue;
		}
		if (!capitals && cp != 0x2019 && cp != '\'' && cp != 0xAD)
			hyphenate_letters(set, &walk, from, at, letters, point, &n);
		from = i;
		letters = 0;
		capitals = true;
	}
	if (n > 0)
		merge_breaks(cache_of(set)->arena, w, point, n);
	return w;
}
