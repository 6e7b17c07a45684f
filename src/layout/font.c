/* SPDX-License-Identifier: MIT */
#include "layout/font.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ot.h>

#include "base/arena.h"
#include "base/file.h"
#include "layout/font_set.h"
#include "layout/hyphenate.h"
#include "layout/shape.h"

#define LOW_CHARS 0x500   /* Latin, Greek, Cyrillic: their glyphs are looked up once */
#define MISSING_SLOTS 256 /* distinct missing characters reported per document */
/* Memory for reading the configuration.  Where fontconfig finds none it calls the file faulty. */
#define CONFIG_BYTES (4u << 20)

struct font {
	struct fontset *set;
	FcPattern *pattern;  /* borrowed from the configuration */
	const char *path;
	int index;           /* face in a collection */
	bool opened;
	hb_font_t *hb;       /* NULL when the file cannot be used */
	uint32_t *low;       /* 1 + the glyphs of the first LOW_CHARS characters; 0 = not looked for yet */
	unsigned upem;
	FT_Face face;        /* for painters, opened on first use */
	const char *name;
	struct font_metrics metrics;
};

/* The words to keep with figures in one language, or that there are none. */
struct keep {
	struct keep *next;
	const char *lang;
	bool some;
	struct keep_words words;
};

struct fontset {
	struct arena *arena;
	FcConfig *config;
	FT_Library ft;
	struct font *font;
	size_t nfont, cap;
	struct fontlist *lists;
	const struct diag *diag; /* who was told of the missing characters below */
	size_t told;             /* messages it held then */
	uint32_t missing[MISSING_SLOTS];
	size_t nmissing;
	bool shared;             /* other libraries find the fonts too */
	struct wordcache *words;
	struct hyphenators *hyphenators;
	keep_loader *load_keep;
	struct keep *keep;
};

/* ---- the list of pinned fonts ---- */

static bool
add_pinned(struct fontset *set, FcFontSet *into, char *line, const char *list, unsigned n, struct diag *d)
{
	FcPattern *p = FcNameParse((const FcChar8 *)line);
	FcChar8 *file;
	if (p == NULL || FcPatternGetString(p, FC_FILE, 0, &file) != FcResultMatch) {
		diag(d, DIAG_FONT_LIST, (struct pos){list, n, 0}, "%s", line);
		if (p != NULL)
			FcPatternDestroy(p);
		return false;
	}
	if (access((const char *)file, R_OK) != 0) {
		diag(d, DIAG_FONT_MISSING, (struct pos){list, n, 0}, "%s", (const char *)file);
		FcPatternDestroy(p);
		return true;
	}
	struct font *f = VEC_PUSH(set->arena, set->font, set->nfont, set->cap);
	*f = (struct font){.set = set, .pattern = p, .path = (const char *)file};
	FcPatternGetInteger(p, FC_INDEX, 0, &f->index);
	return FcFontSetAdd(into, p); /* the set owns the pattern now */
}

static bool
read_pinned(struct fontset *set, const char *path, struct diag *d)
{
	struct span text;
	if (!file_read(set->arena, path, &text, d))
		return false;
	FcFontSet *into = FcConfigGetFonts(set->config, FcSetSystem);
	if (into == NULL) {
		diag(d, DIAG_FONT_NONE, (struct pos){path, 0, 0}, "fontconfig has no font set");
		return false;
	}
	unsigned n = 0;
	for (char *s = arena_strndup(set->arena, text.s, text.n), *end; *s != '\0'; s = end) {
		end = s + strcspn(s, "\n");
		if (*end == '\n')
			*end++ = '\0';
		n++;
		if (*s != '\0' && *s != '#' && !add_pinned(set, into, s, path, n, d))
			return false;
	}
	if (set->nfont == 0)
		diag(d, DIAG_FONT_NONE, (struct pos){path, 0, 0},
		    "install fonts-liberation, fonts-noto-core and fonts-noto-cjk");
	return set->nfont > 0;
}

/* A configuration of our own; made current so that no library reads the machine's. */
static bool
load_config(struct fontset *set, const char *path, struct diag *d)
{
	set->config = FcConfigCreate();
	if (set->config == NULL || !FcConfigParseAndLoad(set->config, (const FcChar8 *)path, FcTrue) ||
	    !FcConfigBuildFonts(set->config) || !FcConfigSetCurrent(set->config)) {
		diag(d, DIAG_FONT_CONFIG, (struct pos){path, 0, 0}, "fontconfig rejects it");
		return false;
	}
	return true;
}

struct fontset *
fontset_open(struct diag *d)
{
	struct arena *a = arena_new();
	struct fontset *set = ARENA_NEW(a, struct fontset);
	set->arena = a;
	const char *conf = data_path(a, "fonts/fonts.conf"), *list = data_path(a, "fonts/pinned");
	free(xmalloc(CONFIG_BYTES));
	if (conf == NULL || list == NULL)
		diag(d, DIAG_FONT_CONFIG, (struct pos){"fonts/fonts.conf", 0, 0},
		     "not found; install our data, or set RAPPORTEUR_DATA");
	else if (load_config(set, conf, d) && read_pinned(set, list, d))
		return set;
	fontset_free(set);
	return NULL;
}

void
fontset_share(struct fontset *set)
{
	for (size_t i = 0; i < set->nfont && !set->shared; i++)
		if (i == 0 || strcmp(set->font[i].path, set->font[i - 1].path) != 0)
			FcConfigAppFontAddFile(set->config, (const FcChar8 *)set->font[i].path);
	set->shared = true;
}

void
fontset_free(struct fontset *set)
{
	if (set == NULL)
		return;
	wordcache_free(set->words);
	hyphenators_free(set->hyphenators);
	for (size_t i = 0; i < set->nfont; i++) {
		if (set->font[i].face != NULL)
			FT_Done_Face(set->font[i].face);
		hb_font_destroy(set->font[i].hb);
	}
	if (set->ft != NULL)
		FT_Done_FreeType(set->ft);
	if (set->config != NULL) {
		FcConfigDestroy(set->config);
		FcFini(); /* the current configuration is a second reference */
	}
	arena_free(set->arena);
}

void
fontset_trim(struct fontset *set)
{
	if (wordcache_bytes(set->words) <= WORDCACHE_LIMIT_BYTES)
		return;
	wordcache_free(set->words);
	set->words = NULL;
}

struct wordcache **
fontset_words(struct fontset *set)
{
	return &set->words;
}

struct hyphenators **
fontset_hyphenators(struct fontset *set)
{
	return &set->hyphenators;
}

void
fontset_keep_with(struct fontset *set, keep_loader *load)
{
	set->load_keep = load;
}

const struct keep_words *
fontset_keeps(struct fontset *set, const char *lang, struct diag *d)
{
	if (lang == NULL || set->load_keep == NULL)
		return NULL;
	for (struct keep *k = set->keep; k != NULL; k = k->next)
		if (strcmp(k->lang, lang) == 0)
			return k->some ? &k->words : NULL;
	struct keep *k = ARENA_NEW(set->arena, struct keep);
	k->lang = arena_strdup(set->arena, lang);
	k->some = set->load_keep(set->arena, lang, &k->words, d);
	k->next = set->keep;
	set->keep = k;
	return k->some ? &k->words : NULL;
}

/* ---- one font ---- */

static void
measure(struct font *f)
{
	struct font_metrics *m = &f->metrics;
	static const struct {
		hb_ot_metrics_tag_t tag;
		size_t field;
		double sign, other; /* other: when the font does not say */
	} table[] = {
		{HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, offsetof(struct font_metrics, ascent), 1, 0.8},
		{HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, offsetof(struct font_metrics, descent), -1, 0.2},
		{HB_OT_METRICS_TAG_CAP_HEIGHT, offsetof(struct font_metrics, cap_height), 1, 0.7},
		{HB_OT_METRICS_TAG_X_HEIGHT, offsetof(struct font_metrics, x_height), 1, 0.5},
		{HB_OT_METRICS_TAG_UNDERLINE_OFFSET, offsetof(struct font_metrics, underline_pos), -1, 0.1},
		{HB_OT_METRICS_TAG_UNDERLINE_SIZE, offsetof(struct font_metrics, underline_size), 1, 0.05},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		hb_position_t v;
		double *field = (double *)((char *)m + table[i].field);
		bool has = hb_ot_metrics_get_position(f->hb, table[i].tag, &v) && v != 0;
		*field = has ? table[i].sign * v / f->upem : table[i].other;
	}
	hb_codepoint_t g;
	m->space = hb_font_get_nominal_glyph(f->hb, ' ', &g) ? (double)hb_font_get_glyph_h_advance(f->hb, g) / f->upem : 0.25;
}

static struct font *
font_open(const struct font *cf)
{
	struct font *f = (struct font *)cf; /* opening late is not a change callers can see */
	if (f->opened)
		return f;
	f->opened = true;
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(f->path);
	if (blob == NULL)
		return f;
	hb_face_t *face = hb_face_create(blob, (unsigned)f->index);
	hb_blob_destroy(blob);
	char name[128];
	unsigned n = sizeof name;
	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &n, name);
	f->name = arena_strdup(f->set->arena, name);
	if (hb_face_get_glyph_count(face) > 0) {
		f->upem = hb_face_get_upem(face);
		f->hb = hb_font_create(face);
		f->low = ARENA_ARRAY(f->set->arena, uint32_t, LOW_CHARS);
		measure(f);
		hb_font_make_immutable(f->hb);
	}
	hb_face_destroy(face);
	return f;
}

hb_font_t *
font_hb(const struct font *f)
{
	return font_open(f)->hb;
}

unsigned
font_upem(const struct font *f)
{
	return font_open(f)->upem;
}

bool
font_has(const struct font *f, uint32_t cp, uint32_t *glyph)
{
	if (font_open(f)->hb == NULL)
		return false;
	if (cp >= LOW_CHARS)
		return hb_font_get_nominal_glyph(f->hb, cp, glyph);
	if (f->low[cp] == 0)
		f->low[cp] = 1 + (hb_font_get_nominal_glyph(f->hb, cp, glyph) ? *glyph : 0);
	*glyph = f->low[cp] - 1;
	return *glyph != 0;
}

const struct font_metrics *
font_metrics(const struct font *f)
{
	return &font_open(f)->metrics;
}

const char *
font_name(const struct font *f)
{
	return font_open(f)->name;
}

void *
font_ft_face(const struct font *cf)
{
	struct font *f = font_open(cf);
	if (f->face == NULL) {
		if (f->set->ft == NULL && FT_Init_FreeType(&f->set->ft) != 0)
			return NULL;
		if (FT_New_Face(f->set->ft, f->path, f->index, &f->face) != 0)
			f->face = NULL;
	}
	return f->face;
}

/* ---- requests ---- */

static FcPattern *
request(struct fontset *set, const char *families, int weight, bool italic)
{
	FcPattern *p = FcPatternCreate();
	for (const char *s = families; *s != '\0';) {
		size_t n = strcspn(s, ",");
		struct span name = span_trim((struct span){s, n});
		if (name.n > 1 && (name.s[0] == '"' || name.s[0] == '\''))
			name = span_sub(name, 1, name.n - 1);
		if (name.n > 0)
			FcPatternAddString(p, FC_FAMILY, (FcChar8 *)arena_strndup(set->arena, name.s, name.n));
		s += n + (s[n] == ',');
	}
	FcPatternAddInteger(p, FC_WEIGHT, FcWeightFromOpenType(weight));
	FcPatternAddInteger(p, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
	FcConfigSubstitute(set->config, p, FcMatchPattern);
	return p;
}

/* The font of the set made from this pattern; matching hands the same patterns back. */
static struct font *
font_of(struct fontset *set, const FcPattern *p)
{
	for (size_t i = 0; i < set->nfont; i++)
		if (set->font[i].pattern == p)
			return &set->font[i];
	return NULL;
}

static bool
same_family(const struct font *a, const struct font *b)
{
	FcChar8 *x, *y;
	return FcPatternGetString(a->pattern, FC_FAMILY, 0, &x) == FcResultMatch &&
	    FcPatternGetString(b->pattern, FC_FAMILY, 0, &y) == FcResultMatch && FcStrCmp(x, y) == 0;
}

/* Best first, one font per family: other weights of a family have the same characters. */
static void
sort_into(struct fontset *set, struct fontlist *l)
{
	FcPattern *p = request(set, l->families, l->weight, l->italic);
	FcResult result;
	FcFontSet *all = FcConfigGetFonts(set->config, FcSetSystem);
	FcFontSet *sorted = FcFontSetSort(set->config, &all, 1, p, FcFalse, NULL, &result);
	l->font = ARENA_ARRAY(set->arena, struct font *, set->nfont);
	for (int i = 0; sorted != NULL && i < sorted->nfont; i++) {
		struct font *f = font_of(set, sorted->fonts[i]);
		bool dup = f == NULL;
		for (size_t k = 0; k < l->nfont && !dup; k++)
			dup = same_family(l->font[k], f);
		if (!dup)
			l->font[l->nfont++] = f;
	}
	if (l->nfont == 0)
		l->font[l->nfont++] = &set->font[0];
	if (sorted != NULL)
		FcFontSetSortDestroy(sorted);
	FcPatternDestroy(p);
}

const struct fontlist *
fontlist_for(struct fontset *set, const char *families, int weight, bool italic)
{
	if (families == NULL)
		families = "serif";
	for (struct fontlist *l = set->lists; l != NULL; l = l->next)
		if (l->weight == weight && l->italic == italic && strcmp(l->families, families) == 0)
			return l;
	struct fontlist *l = ARENA_NEW(set->arena, struct fontlist);
	*l = (struct fontlist){.next = set->lists, .families = arena_strdup(set->arena, families),
		.weight = weight, .italic = italic};
	sort_into(set, l);
	return set->lists = l;
}

const struct font *
fontlist_find(const struct fontlist *l, uint32_t cp)
{
	uint32_t glyph;
	if ((cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000) /* private use: no font knows what is meant */
		return NULL;
	for (size_t i = 0; i < l->nfont; i++)
		if (font_has(l->font[i], cp, &glyph))
			return l->font[i];
	return NULL;
}

/* Marks that Chinese sets full width and Latin narrow share one code point (UAX #11, class A). */
static bool
is_ambiguous_width(uint32_t cp)
{
	return cp == 0xB7 || cp == 0x2014 || cp == 0x2018 || cp == 0x2019 || cp == 0x201C || cp == 0x201D || cp == 0x2026;
}

const struct font *
fontlist_find_lang(const struct fontlist *l, uint32_t cp, const char *lang)
{
	uint32_t glyph;
	if (lang != NULL && strncmp(lang, "zh", 2) == 0 && is_ambiguous_width(cp)) {
		const struct font *han = fontlist_find(l, 0x4E00);
		if (han != NULL && font_has(han, cp, &glyph))
			return han;
	}
	return fontlist_find(l, cp);
}

const struct font *
font_for(struct fontset *set, const char *families, int weight, bool italic, uint32_t cp, const char *lang)
{
	return fontlist_find_lang(fontlist_for(set, families, weight, italic), cp, lang);
}

void
fontset_report_missing(struct fontset *set, uint32_t cp, struct pos pos, struct diag *d)
{
	if (set->diag != d || diag_count(d) < set->told)
		set->nmissing = 0;
	set->diag = d;
	for (size_t i = 0; i < set->nmissing; i++)
		if (set->missing[i] == cp)
			return;
	if (set->nmissing == MISSING_SLOTS)
		return;
	set->missing[set->nmissing++] = cp;
	char utf8[5] = {0};
	utf8[utf8_put(cp, utf8)] = '\0';
	diag(d, DIAG_LAYOUT_NO_GLYPH, pos, "U+%04X %s", (unsigned)cp, cp < 0x20 ? "" : utf8);
	set->told = diag_count(d);
}
