/* SPDX-License-Identifier: MIT */
/* docx_number.c - the numbers that Word computes.  Sections are those of ISO/IEC 29500-1. */
#include <stdlib.h>
#include <string.h>

#include "base/numeral.h"
#include "source/docx.h"

#define LETTERS_MOST 32 /* in a row */

/* a ... z, aa, bb ...: Word repeats the letter. */
static const char *
letter(struct arena *a, int v, bool upper)
{
	return v >= 1 && v <= 26 * LETTERS_MOST ? numeral_letters(a, v, upper) : arena_printf(a, "%d", v);
}

static const char *
roman(struct arena *a, int v, bool upper)
{
	const char *s = numeral_roman(a, v, upper);
	return s != NULL ? s : arena_printf(a, "%d", v);
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

/* One character for each number (Unicode, blocks Enclosed Alphanumerics, Enclosed CJK). */
static const struct { const char *format; uint32_t first; int most; } enclosed[] = {
    {"decimalEnclosedCircle", 0x2460, 20}, {"decimalEnclosedCircleChinese", 0x2460, 20},
    {"decimalEnclosedParen", 0x2474, 20}, {"decimalEnclosedFullstop", 0x2488, 20},
    {"ideographEnclosedCircle", 0x3280, 10}};

/* v with its figures drawn otherwise: full width, in a circle. */
static const char *
drawn(struct arena *a, const char *format, int v)
{
	char out[4];
	struct buf b = {0};
	for (size_t i = 0; i < sizeof enclosed / sizeof *enclosed; i++)
		if (strcmp(format, enclosed[i].format) == 0 && v >= 1 && v <= enclosed[i].most)
			return arena_strndup(a, out, utf8_put(enclosed[i].first + (uint32_t)v - 1, out));
	if (strncmp(format, "decimalFullWidth", 16) != 0 || v < 0)
		return NULL;
	for (const char *s = arena_printf(a, "%d", v); *s != '\0'; s++)
		buf_addu(&b, 0xFF10 + (uint32_t)(*s - '0'));
	const char *copy = arena_strndup(a, b.data, b.n);
	buf_free(&b);
	return copy;
}

/* Formats that are figures. */
static bool
is_figures(const char *format)
{
	return strcmp(format, "decimal") == 0 || strcmp(format, "decimalHalfWidth") == 0 ||
	       strcmp(format, "bullet") == 0 || strcmp(format, "numberInDash") == 0;
}

const char *
docx_format(struct arena *a, const char *format, int v, bool *known)
{
	*known = true;
	if (format == NULL || is_figures(format))
		return arena_printf(a, format != NULL && format[0] == 'n' ? "- %d -" : "%d", v);
	if (strcmp(format, "upperRoman") == 0 || strcmp(format, "lowerRoman") == 0)
		return roman(a, v, format[0] == 'u');
	if (strcmp(format, "upperLetter") == 0 || strcmp(format, "lowerLetter") == 0)
		return letter(a, v, format[0] == 'u');
	if (strcmp(format, "decimalZero") == 0)
		return arena_printf(a, "%02d", v);
	if (is_chinese(format))
		return chinese(a, v);
	if (strcmp(format, "none") == 0)
		return "";
	for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
		const char *s = strcmp(format, alphabets[i].format) == 0 ? alphabet_letter(a, alphabets[i].letters, v) : NULL;
		if (s != NULL)
			return s;
	}
	const char *s = drawn(a, format, v);
	*known = s != NULL;
	return *known ? s : arena_printf(a, "%d", v);
}

/* ---- numberings ---- */

static int
abstract_by_id(const void *a, const void *b)
{
	const struct docx_abstract *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

static int
num_by_id(const void *a, const void *b)
{
	const struct docx_num *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

static struct docx_num *
find_num(const struct docx *d, int id)
{
	struct docx_num key = {.id = id};
	return id > 0 && d->nnum > 0 ? bsearch(&key, d->num, d->nnum, sizeof key, num_by_id) : NULL;
}

static struct docx_abstract *
find_abstract(const struct docx *d, const xmlNode *num)
{
	struct docx_abstract key = {.id = docx_number(docx_child(num, "abstractNumId"), "val", -1)};
	return d->nabstract > 0 ? bsearch(&key, d->abstract, d->nabstract, sizeof key, abstract_by_id) : NULL;
}

/* Some leave their levels to a style, whose numbering has them (17.9.21). */
static struct docx_abstract *
linked(const struct docx *d, struct docx_abstract *abstract)
{
	const char *link = docx_attribute(docx_child(abstract->node, "numStyleLink"), "val");
	const struct docx_style *s = docx_find_style(d, link);
	const struct docx_num *num = s != NULL ? find_num(d, s->num_id) : NULL;
	struct docx_abstract *there = num != NULL ? find_abstract(d, num->node) : NULL;
	return there != NULL ? there : abstract;
}

void
docx_load_numbering(struct docx *d, const xmlDoc *numbering)
{
	const xmlNode *root = numbering != NULL ? xmlDocGetRootElement((xmlDoc *)(uintptr_t)numbering) : NULL;
	for (const xmlNode *n = root != NULL ? root->children : NULL; n != NULL; n = n->next) {
		if (docx_is(n, "abstractNum"))
			*VEC_PUSH(d->arena, d->abstract, d->nabstract, d->cap_abstract) =
			    (struct docx_abstract){.id = docx_number(n, "abstractNumId", -1), .node = n};
		else if (docx_is(n, "num"))
			*VEC_PUSH(d->arena, d->num, d->nnum, d->cap_num) =
			    (struct docx_num){.id = docx_number(n, "numId", -1), .node = n};
	}
	if (d->nabstract > 0)
		qsort(d->abstract, d->nabstract, sizeof *d->abstract, abstract_by_id);
	if (d->nnum > 0)
		qsort(d->num, d->nnum, sizeof *d->num, num_by_id);
	for (size_t i = 0; i < d->nnum; i++) {
		struct docx_abstract *abstract = find_abstract(d, d->num[i].node);
		d->num[i].abstract = abstract != NULL ? linked(d, abstract) : NULL;
	}
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

/* A level of a numbering: its own, or that of the abstract one. */
static const xmlNode *
level_of(const struct docx_num *num, int level)
{
	const xmlNode *own = docx_child(numbered_child(num->node, "lvlOverride", "ilvl", level), "lvl");
	return own != NULL ? own : numbered_child(num->abstract->node, "lvl", "ilvl", level);
}

/* The level kept for paragraphs of a style (17.9.23); otherwise the first. */
static int
level_of_style(const struct docx_num *num, const char *style)
{
	for (int k = 0; style != NULL && k < DOCX_LEVELS; k++) {
		const char *of = docx_attribute(docx_child(level_of(num, k), "pStyle"), "val");
		if (of != NULL && strcmp(of, style) == 0)
			return k;
	}
	return 0;
}

/* A numbering's own start counts once, where it is first used. */
static void
take_own_start(struct docx_num *num, int level)
{
	const xmlNode *override = numbered_child(num->node, "lvlOverride", "ilvl", level);
	int start = docx_number(docx_child(override, "startOverride"), "val", -1);
	if (start < 0 || num->taken[level])
		return;
	num->taken[level] = true;
	num->abstract->value[level] = start - 1;
	num->abstract->started[level] = true;
}

/* Deeper levels begin again, unless they say behind which level only (17.9.10). */
static void
restart_deeper(const struct docx_num *num, int level)
{
	for (int k = level + 1; k < DOCX_LEVELS; k++)
		if (num->abstract->started[k] && docx_number(docx_child(level_of(num, k), "lvlRestart"), "val", k) > level)
			num->abstract->started[k] = false;
}

/* The sign that Word draws a bullet with. */
static const char *
bullet_sign(struct arena *a, const xmlNode *lvl, const char *text)
{
	const char *font = docx_attribute(docx_child(docx_child(lvl, "rPr"), "rFonts"), "ascii");
	size_t i = 0, n = strlen(text);
	uint32_t c = utf8_next(text, n, &i);
	char out[4];
	if (strcmp(text, "o") == 0) /* of a font with letters of one width: a ring */
		return "\xE2\x97\xA6";
	if (i < n || !((c >= 0xF020 && c <= 0xF0FF) || docx_is_symbol_font(font)))
		return text;
	uint32_t sign = docx_symbol(font, c);
	return sign != 0 ? arena_strndup(a, out, utf8_put(sign, out)) : "\xE2\x80\xA2";
}

/* "%1.%2" with the numbers of the levels in it. */
static const char *
fill_in(struct docx *d, const struct docx_num *num, const xmlNode *lvl, const char *text, bool *guessed)
{
	struct buf out = {0};
	bool figures = docx_toggle(lvl, "isLgl") > 0;
	for (; *text != '\0'; text++) {
		if (text[0] != '%' || text[1] < '1' || text[1] > '9') {
			buf_addc(&out, *text);
			continue;
		}
		int level = *++text - '1';
		bool known;
		const xmlNode *of = level_of(num, level);
		const struct docx_abstract *c = num->abstract;
		int v = c->started[level] ? c->value[level] : docx_number(docx_child(of, "start"), "val", 1);
		const char *format = figures ? NULL : docx_attribute(docx_child(of, "numFmt"), "val");
		buf_adds(&out, docx_format(d->arena, format, v, &known));
		*guessed |= !known;
	}
	const char *copy = out.n > 0 ? arena_strndup(d->arena, out.data, out.n) : NULL;
	buf_free(&out);
	return copy;
}

struct docx_shown
docx_next_number(struct docx *d, int num_id, int level, const char *style)
{
	struct docx_num *num = find_num(d, num_id);
	struct docx_shown shown = {.level = level};
	if (num == NULL || num->abstract == NULL || level >= DOCX_LEVELS)
		return shown;
	if (level < 0)
		shown.level = level = level_of_style(num, style);
	const xmlNode *lvl = level_of(num, level);
	struct docx_abstract *c = num->abstract;
	take_own_start(num, level);
	c->value[level] = c->started[level] ? c->value[level] + 1 : docx_number(docx_child(lvl, "start"), "val", 1);
	c->started[level] = true;
	restart_deeper(num, level);
	const char *format = docx_attribute(docx_child(lvl, "numFmt"), "val");
	const char *text = docx_attribute(docx_child(lvl, "lvlText"), "val");
	shown.bullet = format != NULL && strcmp(format, "bullet") == 0;
	if (text != NULL && text[0] != '\0')
		shown.text = shown.bullet ? bullet_sign(d->arena, lvl, text) : fill_in(d, num, lvl, text, &shown.guessed);
	return shown;
}
