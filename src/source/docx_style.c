/* SPDX-License-Identifier: MIT */
/* docx_style.c - styles of a Word document, and the numbers that Word computes. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "source/docx.h"

#define BASED_MOST 12 /* steps of w:basedOn followed */

/* Headings of the United Nations' own Word templates (New York, Geneva) by style id. */
static const struct { const char *id; int level; } un_headings[] = {
    {"SM", 1}, {"HM", 1}, {"HCh", 1}, {"H1", 2}, {"H23", 3}, {"H4", 4}, {"H56", 5},
    {"HMG", 1}, {"HChG", 1}, {"H1G", 2}, {"H23G", 3}, {"H4G", 4}, {"H56G", 5}};

static int
heading_of(const xmlNode *style, const char *id)
{
	const char *name = docx_attribute(docx_child(style, "name"), "val");
	int outline = docx_number(docx_child(docx_child(style, "pPr"), "outlineLvl"), "val", -1);
	if (name != NULL && strncmp(name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9')
		return name[8] - '0';
	if (name != NULL && strcmp(name, "Title") == 0)
		return 1;
	for (size_t i = 0; i < sizeof un_headings / sizeof *un_headings; i++)
		if (strcmp(id, un_headings[i].id) == 0)
			return un_headings[i].level;
	return outline >= 0 && outline < 9 ? outline + 1 : -1;
}

static void
add_style(struct docx *d, const xmlNode *n)
{
	const char *id = docx_attribute(n, "styleId");
	if (id == NULL)
		return;
	const xmlNode *ppr = docx_child(n, "pPr"), *rpr = docx_child(n, "rPr"), *num = docx_child(ppr, "numPr");
	const char *jc = docx_attribute(docx_child(ppr, "jc"), "val"), *name = docx_attribute(docx_child(n, "name"), "val");
	struct docx_style *s = VEC_PUSH(d->arena, d->style, d->nstyle, d->cap_style);
	*s = (struct docx_style){
	    .id = id,
	    .based_on = docx_attribute(docx_child(n, "basedOn"), "val"),
	    .heading = heading_of(n, id),
	    .caption = name != NULL && strcasecmp(name, "caption") == 0,
	    .bold = docx_toggle(rpr, "b"),
	    .italic = docx_toggle(rpr, "i"),
	    .centred = jc == NULL ? -1 : strcmp(jc, "center") == 0,
	    .num_id = docx_number(docx_child(num, "numId"), "val", -1),
	    .num_level = docx_number(docx_child(num, "ilvl"), "val", -1),
	    .half_points = docx_number(docx_child(rpr, "sz"), "val", 0),
	};
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct docx_style *)a)->id, ((const struct docx_style *)b)->id);
}

const struct docx_style *
docx_find_style(const struct docx *d, const char *id)
{
	struct docx_style key = {.id = id};
	return id != NULL && d->nstyle > 0 ? bsearch(&key, d->style, d->nstyle, sizeof key, by_id) : NULL;
}

static int
said(int own, int base)
{
	return own >= 0 ? own : base;
}

void
docx_load_styles(struct docx *d, const xmlDoc *styles)
{
	const xmlNode *root = styles != NULL ? xmlDocGetRootElement((xmlDoc *)(uintptr_t)styles) : NULL;
	for (const xmlNode *n = root != NULL ? root->children : NULL; n != NULL; n = n->next)
		if (docx_is(n, "style"))
			add_style(d, n);
	if (d->nstyle == 0)
		return;
	qsort(d->style, d->nstyle, sizeof *d->style, by_id);
	struct docx_style *whole = ARENA_ARRAY(d->arena, struct docx_style, d->nstyle);
	for (size_t i = 0; i < d->nstyle; i++) {
		struct docx_style s = d->style[i];
		const struct docx_style *base = &d->style[i];
		for (int step = 0; step < BASED_MOST && (base = docx_find_style(d, base->based_on)) != NULL; step++) {
			s.heading = said(s.heading, base->heading);
			s.caption |= base->caption;
			s.bold = said(s.bold, base->bold);
			s.italic = said(s.italic, base->italic);
			s.centred = said(s.centred, base->centred);
			s.num_id = said(s.num_id, base->num_id);
			s.num_level = said(s.num_level, base->num_level);
			s.half_points = s.half_points != 0 ? s.half_points : base->half_points;
		}
		whole[i] = s;
	}
	d->style = whole;
}

/* ---- numbers ---- */

static const char *
roman(struct arena *a, int v, bool upper)
{
	static const struct { const char *sign; int value; } parts[] = {
	    {"m", 1000}, {"cm", 900}, {"d", 500}, {"cd", 400}, {"c", 100}, {"xc", 90}, {"l", 50},
	    {"xl", 40}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}};
	char out[64];
	size_t n = 0, k = 0;
	if (v < 1 || v > 3999)
		return arena_printf(a, "%d", v);
	while (v > 0) {
		for (; parts[k].value > v; k++)
			;
		for (const char *s = parts[k].sign; *s != '\0'; s++)
			out[n++] = upper ? (char)(*s - 'a' + 'A') : *s;
		v -= parts[k].value;
	}
	return arena_strndup(a, out, n);
}

/* a ... z, aa, bb ...: Word repeats the letter. */
static const char *
letter(struct arena *a, int v, bool upper)
{
	char out[32];
	int n = v >= 1 ? (v - 1) / 26 + 1 : 0;
	if (n == 0 || n > (int)sizeof out)
		return arena_printf(a, "%d", v);
	memset(out, (upper ? 'A' : 'a') + (v - 1) % 26, (size_t)n);
	return arena_strndup(a, out, (size_t)n);
}

/* Alphabets that count, in order (ISO/IEC 29500-1, 17.18.59); behind the last letter figures go on. */
static const struct { const char *format, *letters; } alphabets[] = {
    {"arabicAbjad", "أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ"},
    {"arabicAlpha", "أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي"},
    {"russianLower", "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я"},
    {"russianUpper", "А Б В Г Д Е Ж З И К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Э Ю Я"},
    {"ideographTraditional", "甲 乙 丙 丁 戊 己 庚 辛 壬 癸"},
    {"ideographZodiac", "子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥"},
};

/* Letter v of an alphabet; NULL when it has no such letter. */
static const char *
alphabet_letter(struct arena *a, const char *letters, int v)
{
	for (; v > 1 && letters != NULL; v--) {
		letters = strchr(letters, ' ');
		letters += letters != NULL;
	}
	return letters != NULL && v == 1 ? arena_strndup(a, letters, strcspn(letters, " ")) : NULL;
}

/* 1 to 99 in Chinese numerals, as outlines use them; figures beyond. */
static const char *
chinese(struct arena *a, int v)
{
	static const char *const digit[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	if (v < 1 || v > 99)
		return arena_printf(a, "%d", v);
	return arena_printf(a, "%s%s%s", v >= 20 ? digit[v / 10] : "", v >= 10 ? "十" : "", digit[v % 10]);
}

static bool
is_chinese(const char *format)
{
	static const char *const names[] = {"chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
	                                    "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(format, names[i]) == 0)
			return true;
	return false;
}

const char *
docx_format(struct arena *a, const char *format, int v)
{
	if (format == NULL)
		format = "decimal";
	if (strcmp(format, "upperRoman") == 0 || strcmp(format, "lowerRoman") == 0)
		return roman(a, v, format[0] == 'u');
	if (strcmp(format, "upperLetter") == 0 || strcmp(format, "lowerLetter") == 0)
		return letter(a, v, format[0] == 'u');
	if (strcmp(format, "decimalZero") == 0)
		return arena_printf(a, "%02d", v);
	for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
		const char *s = strcmp(format, alphabets[i].format) == 0 ? alphabet_letter(a, alphabets[i].letters, v) : NULL;
		if (s != NULL)
			return s;
	}
	if (is_chinese(format))
		return chinese(a, v);
	return strcmp(format, "none") == 0 ? "" : arena_printf(a, "%d", v);
}

/* The child of a kind whose attribute has this number. */
static const xmlNode *
numbered_child(const xmlNode *n, const char *name, const char *attribute, int value)
{
	for (n = n != NULL ? n->children : NULL; n != NULL; n = n->next)
		if (docx_is(n, name) && docx_number(n, attribute, -1) == value)
			return n;
	return NULL;
}

static struct docx_count *
count_of(struct docx *d, const xmlNode *abstract)
{
	for (size_t i = 0; i < d->ncount; i++)
		if (d->count[i].abstract == abstract)
			return &d->count[i];
	struct docx_count *c = VEC_PUSH(d->arena, d->count, d->ncount, d->cap_count);
	c->abstract = abstract;
	return c;
}

/* A numbering's own start counts once, where it is first used. */
static void
take_own_start(struct docx *d, struct docx_count *c, const xmlNode *num, int num_id, int level)
{
	int start = docx_number(docx_child(numbered_child(num, "lvlOverride", "ilvl", level), "startOverride"), "val", -1);
	if (start < 0)
		return;
	int key = num_id * DOCX_LEVELS + level;
	for (size_t i = 0; i < c->nrestarted; i++)
		if (c->restarted[i] == key)
			return;
	*VEC_PUSH(d->arena, c->restarted, c->nrestarted, c->cap_restarted) = key;
	c->value[level] = start - 1;
	c->started[level] = true;
}

/* Signs of the symbol fonts that Word draws bullets with. */
static const char *
bullet_sign(const char *text)
{
	static const struct { const char *font, *plain; } signs[] = {
	    {"\xEF\x82\xB7", "\xE2\x80\xA2"}, {"\xEF\x82\xA7", "\xE2\x96\xAA"}, {"\xEF\x83\x98", "\xE2\x80\xA3"},
	    {"\xEF\x83\xBC", "\xE2\x9C\x93"}, {"\xEF\x80\xAD", "\xE2\x80\x93"}};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strcmp(text, signs[i].font) == 0)
			return signs[i].plain;
	return text;
}

/* "%1.%2" with the numbers of the levels in it. */
static const char *
fill_in(struct docx *d, const struct docx_count *c, const xmlNode *abstract, const char *text)
{
	struct buf out = {0};
	for (; *text != '\0'; text++) {
		if (text[0] != '%' || text[1] < '1' || text[1] > '9') {
			buf_addc(&out, *text);
			continue;
		}
		int level = *++text - '1';
		const xmlNode *lvl = numbered_child(abstract, "lvl", "ilvl", level);
		int v = c->started[level] ? c->value[level] : docx_number(docx_child(lvl, "start"), "val", 1);
		buf_adds(&out, docx_format(d->arena, docx_attribute(docx_child(lvl, "numFmt"), "val"), v));
	}
	const char *copy = out.n > 0 ? arena_strndup(d->arena, out.data, out.n) : NULL;
	buf_free(&out);
	return copy;
}

const char *
docx_next_number(struct docx *d, int num_id, int level, bool *bullet)
{
	const xmlNode *root = d->numbering != NULL ? xmlDocGetRootElement(d->numbering) : NULL;
	const xmlNode *num = num_id > 0 ? numbered_child(root, "num", "numId", num_id) : NULL;
	int abstract_id = docx_number(docx_child(num, "abstractNumId"), "val", -1);
	const xmlNode *abstract = abstract_id >= 0 ? numbered_child(root, "abstractNum", "abstractNumId", abstract_id) : NULL;
	if (abstract == NULL || level < 0 || level >= DOCX_LEVELS)
		return NULL;
	const xmlNode *own = docx_child(numbered_child(num, "lvlOverride", "ilvl", level), "lvl");
	const xmlNode *lvl = own != NULL ? own : numbered_child(abstract, "lvl", "ilvl", level);
	struct docx_count *c = count_of(d, abstract);
	take_own_start(d, c, num, num_id, level);
	c->value[level] = c->started[level] ? c->value[level] + 1 : docx_number(docx_child(lvl, "start"), "val", 1);
	c->started[level] = true;
	for (int k = level + 1; k < DOCX_LEVELS; k++)
		c->started[k] = false;
	const char *format = docx_attribute(docx_child(lvl, "numFmt"), "val");
	const char *text = docx_attribute(docx_child(lvl, "lvlText"), "val");
	*bullet = format != NULL && strcmp(format, "bullet") == 0;
	if (text == NULL || text[0] == '\0')
		return NULL;
	return *bullet ? bullet_sign(text) : fill_in(d, c, abstract, text);
}
