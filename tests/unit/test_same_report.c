/* SPDX-License-Identifier: MIT */
/*
 * test_same_report.c - one paper in several forms of draft is one report document.
 *
 * Papers in six languages, as page text of two extraction styles or with columns kept by blanks, as
 * Markdown, DOCX and HTML (all but one), give the same XML.  Before it is compared, this and nothing else is taken
 * out of it: the trace, which names lines of the draft; the marks of faces (emph, strong, sup),
 * which page text has lost; the signs of bullets, which Markdown keeps as mark-up; and the breaks
 * of pages, which only some styles show.  Blanks side by side count as one, as in any XML text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "recognise/account.h"
#include "recognise/recognise.h"
#include "report/report_xml.h"
#include "unit/docx_pack.h"
#include "unit/fixture.h"

struct version {
	const char *name;
	enum source_form form;
	const char *text; /* DOCX: see docx() */
};

/* ---- DOCX from a few words ---- */

static const char top[] = "<Relationships><Relationship Id='r1' Type='" REL
    "officeDocument' Target='word/document.xml'/></Relationships>";
static const char rels[] =
    "<Relationships><Relationship Id='s' Type='" REL "styles' Target='styles.xml'/>"
    "<Relationship Id='n' Type='" REL "numbering' Target='numbering.xml'/>"
    "<Relationship Id='f' Type='" REL "footnotes' Target='footnotes.xml'/></Relationships>";
#define STYLE(id, name, num, level) \
	"<w:style w:styleId='" id "'><w:name w:val='" name "'/>" \
	"<w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" num "'/></w:numPr></w:pPr></w:style>"
static const char styles[] =
    "<w:styles " W "><w:style w:styleId='P'><w:name w:val='Normal'/></w:style><w:style w:styleId='T'><w:name "
    "w:val='Title'/></w:style>"
    STYLE("1", "heading 1", "1", "0") STYLE("C", "heading 1", "3", "0") STYLE("N", "Numbered", "2", "0")
    STYLE("A", "Lettered", "2", "1")
    STYLE("I", "Roman", "2", "2") STYLE("B", "Dotted", "4", "0") STYLE("D", "Dashed", "5", "0")
    STYLE("E", "Abjad", "5", "1") "<w:style w:styleId='H'><w:name w:val='heading 1'/></w:style></w:styles>";
#define LEVEL(level, format, text) \
	"<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/></w:lvl>"
static const char numbering[] =
    "<w:numbering " W "><w:abstractNum w:abstractNumId='1'>" LEVEL("0", "upperRoman", "%1.") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='2'>" LEVEL("0", "decimal", "%1.") LEVEL("1", "lowerLetter", "(%2)")
    LEVEL("2", "lowerRoman", "(%3)")
    "</w:abstractNum><w:abstractNum w:abstractNumId='5'>" LEVEL("0", "decimal", "%1 -")
    LEVEL("1", "arabicAbjad", "(%2)") "</w:abstractNum><w:abstractNum w:abstractNumId='3'>"
    LEVEL("0", "chineseCounting", "%1.") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='4'>" LEVEL("0", "bullet", "\xE2\x80\xA2") "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='3'/></w:num><w:num w:numId='4'><w:abstractNumId w:val='4'/></w:num>"
    "<w:num w:numId='5'><w:abstractNumId w:val='5'/></w:num></w:numbering>";

/* A line's text with "^1" as the call of note 1 and "|" between the cells of a row. */
static void
runs(struct buf *out, const char *s, size_t n)
{
	size_t from = 0;
	for (size_t i = 0; i <= n; i++) {
		if (i < n && s[i] != '^')
			continue;
		buf_adds(out, "<w:r><w:t xml:space='preserve'>");
		buf_add(out, s + from, i - from);
		buf_adds(out, "</w:t></w:r>");
		if (i < n)
			buf_printf(out, "<w:r><w:footnoteReference w:id='%c'/></w:r>", s[++i]);
		from = i + 1;
	}
}

static void
row(struct buf *out, const char *s, size_t n, bool head)
{
	buf_adds(out, head ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>");
	for (size_t from = 0, i = 0; i <= n; i++) {
		if (i < n && s[i] != '|')
			continue;
		bool wide = i - from > 2 && s[from] == '2' && s[from + 1] == '>', high = i - from > 2 &&
		    s[from] == 'v' && s[from + 1] == '>';
		bool below = i - from == 1 && s[from] == '~';
		buf_printf(out, "<w:tc><w:tcPr>%s</w:tcPr><w:p>", wide ? "<w:gridSpan "
		    "w:val='2'/>" : high ? "<w:vMerge w:val='restart'/>"
		           : below ? "<w:vMerge/>" : "");
		from += wide || high ? 2 : below;
		runs(out, s + from, i - from);
		buf_adds(out, "</w:p></w:tc>");
		from = i + 1;
	}
	buf_adds(out, "</w:tr>");
}

/*
 * A paragraph a line, its style before the first blank: P plain, T title, 1 C headings, N numbered,
 * A (a), I (i), B bullet; H heading, D 1 -, E (a) of Arabic; R a row of a table, S one of its head; F a note.
 * A cell "2>x" takes two columns, "v>x" goes on below in a cell "~".
 */
static struct span
docx(struct arena *a, const char *s)
{
	struct buf body = {0}, notes = {0};
	int note = 0;
	bool table = false;
	while (*s != '\0') {
		const char *end = strchr(s, '\n');
		size_t n = (size_t)(end - s) - 2;
		if ((*s == 'R' || *s == 'S') != table)
			buf_adds(&body, table ? "</w:tbl>" : "<w:tbl>");
		table = *s == 'R' || *s == 'S';
		if (*s == 'F') {
			buf_printf(&notes, "<w:footnote w:id='%d'><w:p>", ++note);
			runs(&notes, s + 2, n);
			buf_adds(&notes, "</w:p></w:footnote>");
		} else if (table) {
			row(&body, s + 2, n, *s == 'S');
		} else {
			buf_printf(&body, "<w:p><w:pPr><w:pStyle w:val='%c'/></w:pPr>", *s);
			runs(&body, s + 2, n);
			buf_adds(&body, "</w:p>");
		}
		s = end + 1;
	}
	buf_addc(&body, '\0');
	buf_addc(&notes, '\0');
	const struct part parts[] = {{"_rels/.rels", top}, {"word/_rels/document.xml.rels", rels}, {"word/styles.xml", styles},
	    {"word/numbering.xml", numbering},
	    {"word/footnotes.xml", arena_printf(a, "<w:footnotes " W ">%s</w:footnotes>", notes.data)},
	    {"word/document.xml", arena_printf(a, "<w:document " W "><w:body>%s</w:body></w:document>",
	    body.data)}, {NULL, NULL}};
	buf_free(&body);
	buf_free(&notes);
	return pack(a, parts);
}

/* ---- comparing ---- */

/* Bytes of what is taken out at s, or 0. */
static size_t
left_out(const char *s)
{
	static const char *const tags[] = {"<emph ", "</emph>", "<strong ", "</strong>", "<sup ", "</sup>", "<pagebreak "};
	static const char *const signs[] = {">\xE2\x80\xA2</num>", ">-</num>"};
	const char *close = strchr(s, '>');

	if (strncmp(s, " t:", 3) == 0)
		return (size_t)(strchr(strchr(s, '"') + 1, '"') + 1 - s);
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (strncmp(s, tags[i], strlen(tags[i])) == 0)
			return (size_t)(close + 1 - s);
	for (size_t i = 0; i < sizeof signs / sizeof *signs && strncmp(s, "<num ", 5) == 0; i++)
		if (strncmp(close, signs[i], strlen(signs[i])) == 0)
			return (size_t)(close + strlen(signs[i]) - s);
	return 0;
}

/* The XML without what is left out; lines that come to hold nothing go. */
static char *
xml_of(struct fixture *f, const char *name, struct span bytes, enum source_form form, const char *lang)
{
	struct recognise_options options = {.lang = lang};
	const struct draft *d = source_read(f->a, name, bytes, form, f->d);
	struct account *account = account_new(f->a);
	struct report *r;
	struct buf xml = {0}, out = {0};

	assert_non_null(d);
	r = recognise(f->a, d, &options, account, f->d);
	assert_non_null(r);
	assert_true(account_close(account, r, f->d));
	report_write(r, &xml);
	buf_addc(&xml, '\0');
	for (const char *s = xml.data; *s != '\0';) {
		size_t n = left_out(s), blank = s[0] == '\n' ? 1 + strspn(s + 1, " \n") : 0;
		if (n == 0 && blank == 0 && !(s[0] == ' ' && s[1] == ' '))
			buf_addc(&out, *s);
		else if (blank > 0)
			buf_addc(&out, '\n');
		s += n > 0 ? n : blank > 0 ? blank : 1;
	}
	char *copy = arena_strndup(f->a, out.data, out.n), *to = copy;
	for (const char *s = copy; *s != '\0'; s++)
		if (s[0] != '\n' || (s[1] != '\n' && s[1] != '\0'))
			*to++ = *s;
	*to = '\0';
	buf_free(&xml);
	buf_free(&out);
	return copy;
}

static void
same(struct fixture *f, const struct version *v, size_t n, const char *lang)
{
	const char *first = NULL;

	for (size_t i = 0; i < n; i++) {
		struct span bytes = v[i].form == SOURCE_DOCX ? docx(f->a, v[i].text) : span_of(v[i].text);
		const char *xml = xml_of(f, v[i].name, bytes, v[i].form, lang);
		if (first == NULL)
			first = xml;
		else if (strcmp(first, xml) != 0)
			fail_msg("%s\n%s\ndiffers from %s\n%s", v[0].name, first, v[i].name, xml);
	}
}

#define COUNT(x) (sizeof(x) / sizeof *(x))

static void
numbered_report(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "I. Ropes \n\n1. The wardens of the nine harbours met at the old quay in the spring and spoke for two \n\n"
		 "days about the bells that had fallen silent, and asked for the following:1 \n\n(a) Hemp of the second "
		 "year, which is to be: \n\n(i) Dry; \n\n(ii) Clean; \n\n(b) Tar. \n\n"
		     "2. They went home by the road along the quay, and nobody was asked to stay. \n\n"
		 "II. Ladders \n\n3. Every tower is to have a ladder of its own, and beside it: \n\n\xE2\x80\xA2 a lamp; \n\n"
		     "\xE2\x80\xA2 a hook. \n\n"
		 "Annex \n\nList of the towers \n\nThe towers are named from north to south.2 \n\n__________________ \n\n"
		 " 1 See the book of ropes. \n\n 2 The list is that of the last year. \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "I. Ropes\n1. The wardens of the nine harbours met at the old quay in the spring and spoke for two\n"
		 "days about the bells that had fallen silent, and asked for the following:1\n(a) Hemp of the second "
		 "year, which is to be:\n(i) Dry;\n(ii) Clean;\n(b) Tar.\n2. They went home by the road along the quay, and "
		     "nobody was asked to stay.\n"
		 "II. Ladders\n3. Every tower is to have a ladder of its own, and beside it:\n"
		     "\xE2\x80\xA2 a lamp;\n\xE2\x80\xA2 a hook.\n"
		 "Annex\nList of the towers\nThe towers are named from north to south.2\n__________________\n1 See the book of "
		 "ropes.\n2 The list is that of the last year.\n"},
		{"layout", SOURCE_PAGE_LAYOUT,
		 "   I. Ropes\n\n   1.   The wardens of the nine harbours met at the old quay in the spring and spoke for two\n"
		 "   days about the bells that had fallen silent, and asked for the following:1\n\n      (a)   Hemp of the "
		 "second year, which is to be:\n\n          (i)   Dry;\n\n          (ii)  Clean;\n\n      (b)   Tar.\n\n"
		     "   2.   They went home by the road along the quay, and nobody was asked "
		 "to stay.\n\n   II. Ladders\n\n   3.   Every tower is to have a ladder of its own, and beside it:\n\n"
		     "      \xE2\x80\xA2   a lamp;\n\n      \xE2\x80\xA2   a hook.\n\n"
		 "Annex\n\n   List of the towers\n\n   The towers are named from north to south.2\n\n__________________\n"
		 "   1 See the book of ropes.\n   2 The list is that of the last year.\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "## I. Ropes\n\n1. The wardens of the nine harbours met at the old quay in the spring and spoke for two "
		 "days about the bells that had fallen silent, and asked for the following:[^1]\n\n   (a) Hemp of the second "
		 "year, which is to be:\n\n   (i) Dry;\n\n   (ii) Clean;\n\n   (b) Tar.\n\n"
		     "2. They went home *by the road* along the quay, and nobody was asked to stay.\n\n"
		 "## II. Ladders\n\n3. Every tower is to have a ladder of its own, and beside it:\n\n   - a lamp;\n   - a hook.\n\n"
		 "## Annex\n\n## List of the towers\n\nThe towers are named from north to south.[^2]\n\n"
		     "[^1]: See the book of ropes.\n\n[^2]: The list is that of the last year.\n"},
		{"docx", SOURCE_DOCX,
		 "1 Ropes\nN The wardens of the nine harbours met at the old quay in the spring and spoke for two "
		 "days about the bells that had fallen silent, and asked for the following:^1\n"
		     "A Hemp of the second year, which is to be:\n"
		 "I Dry;\nI Clean;\nA Tar.\nN They went home by the road along the quay, and nobody was asked to stay.\n1 Ladders\n"
		 "N Every tower is to have a ladder of its own, and beside it:\nB a lamp;\nB a hook.\nT Annex\nT List of the towers\n"
		 "P The towers are named from north to south.^2\nF See the book of ropes.\nF The list is that of the last year.\n"},
	};

	same(*state, v, COUNT(v), "en");
}

static void
chinese_report(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "一. 绳索 \n\n1. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品： \n\n(a) 麻； \n\n"
		 "(b) 焦油。 \n\n二. 梯子 \n\n2. 每座塔应有自己的梯子。 \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "一. 绳索\n1. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：\n(a) 麻；\n"
		 "(b) 焦油。\n二. 梯子\n2. 每座塔应有自己的梯子。\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "## 一. 绳索\n\n1\\. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：\n\n(a) 麻；\n\n"
		 "(b) 焦油。\n\n## 二. 梯子\n\n2\\. 每座塔应有自己的梯子。\n"},
		{"docx", SOURCE_DOCX,
		 "C 绳索\nN 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：\nA 麻；\nA 焦油。\nC 梯子\n"
		 "N 每座塔应有自己的梯子。\n"},
		{"html", SOURCE_HTML,
		 "<html><body><h2>一. 绳索</h2><p>1. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：</p>"
		 "<p>(a) 麻；</p><p>(b) 焦油。</p><h2>二. 梯子</h2><p>2. 每座塔应有自己的梯子。</p></body></html>"},
	};

	same(*state, v, COUNT(v), "zh");
}

static void
resolution(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "98/512. Cloches des petits ports \n\nL’Assemblée générale, \n\nRappelant sa résolution sur les cloches des "
		 "petits ports et sur ceux qui les gardent, \n\n1. Décide que chaque corde sera renouvelée une fois tous les "
		 "dix ans ; \n\n2. Prie les gardiens de compter les échelles. \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "98/512. Cloches des petits ports\nL’Assemblée générale,\nRappelant sa résolution sur les cloches des "
		 "petits ports et sur ceux qui les gardent,\n1. Décide que chaque corde sera renouvelée une fois tous les "
		 "dix ans ;\n2. Prie les gardiens de compter les échelles.\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "# 98/512. Cloches des petits ports\n\n*L’Assemblée générale*,\n\n*Rappelant* sa résolution sur les cloches des "
		 "petits ports et sur ceux qui les gardent,\n\n1. *Décide* que chaque corde sera renouvelée une fois tous les "
		 "dix ans ;\n\n2. *Prie* les gardiens de compter les échelles.\n"},
		{"docx", SOURCE_DOCX,
		 "T 98/512. Cloches des petits ports\nP L’Assemblée générale,\nP Rappelant sa résolution sur les cloches des "
		 "petits ports et sur ceux qui les gardent,\nN Décide que chaque corde sera renouvelée une fois tous les dix ans ;\n"
		 "N Prie les gardiens de compter les échelles.\n"},
		{"html", SOURCE_HTML,
		 "<html><body><h1>98/512. Cloches des petits ports</h1><p><i>L’Assemblée "
		     "générale</i>,</p><p><i>Rappelant</i> sa résolution sur "
		 "les cloches des petits ports et sur ceux qui les gardent,</p><p>1. <i>Décide</i> que chaque corde "
		     "sera renouvelée une fois "
		 "tous les dix ans ;</p><p>2. <i>Prie</i> les gardiens de compter les échelles.</p></body></html>"},
	};

	same(*state, v, COUNT(v), "fr");
}

/* Bold words, a call of a note before the stop. */
static void
russian_report(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "I. Канаты \n\n1. Хранители девяти гаваней собрались весной на старой пристани и два дня говорили о колоколах, \n\n"
		 "которые замолчали, и просили канатов и дёгтя. \n\n2. Они вернулись домой по дороге вдоль пристани1. \n\n"
		     "II. Лестницы \n\n3. Каждая башня должна иметь свою лестницу. \n\n"
		 "__________________ \n\n 1 См. книгу канатов. \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "I. Канаты\n1. Хранители девяти гаваней собрались весной на старой пристани и два дня говорили о колоколах,\n"
		 "которые замолчали, и просили канатов и дёгтя.\n2. Они вернулись домой по дороге вдоль пристани1.\nII. Лестницы\n"
		     "3. Каждая башня должна иметь свою лестницу.\n"
		 "__________________\n1 См. книгу канатов.\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "## I. Канаты\n\n1. Хранители девяти гаваней собрались весной на старой пристани и два дня говорили о колоколах, "
		 "которые замолчали, и просили канатов и дёгтя.\n\n"
		 "2. Они вернулись домой по дороге **вдоль пристани**[^1].\n\n## II. Лестницы\n\n"
		     "3. Каждая башня должна иметь свою лестницу.\n\n"
		 "[^1]: См. книгу канатов.\n"},
		{"html", SOURCE_HTML,
		 "<html><body><h2>I. Канаты</h2><p>1. Хранители девяти гаваней собрались весной на старой "
		     "пристани и два дня говорили "
		 "о колоколах, которые замолчали, и просили канатов и дёгтя.</p>"
		 "<p>2. Они вернулись домой по дороге <b>вдоль пристани</b><sup><a href='#n'>1</a></sup>.</p>"
		 "<h2>II. Лестницы</h2><p>3. Каждая башня должна иметь свою лестницу.</p><p id='n'>1 См. книгу "
		     "канатов.</p></body></html>"},
		{"docx", SOURCE_DOCX,
		 "1 Канаты\nN Хранители девяти гаваней собрались весной на старой пристани и два дня говорили о колоколах, "
		 "которые замолчали, и просили канатов и дёгтя.\nN Они вернулись домой по дороге вдоль пристани^1.\n1 Лестницы\n"
		     "N Каждая башня должна иметь свою лестницу.\nF См. книгу канатов.\n"},
	};

	same(*state, v, COUNT(v), "ru");
}

/* Two levels of headings, numbers with a dash, letters of the alphabet in brackets. */
static void
arabic_report(void **state)
{
	static const struct version v[] = {
		{"double", SOURCE_PAGE_DOUBLE,
		 "أولا - الحبال \n\n1 - اجتمع حراس الموانئ التسعة في الربيع عند الرصيف القديم، وتكلموا يومين عن الأجراس التي \n\n"
		 "سكتت، وطلبوا ما يلي: \n\n(أ) حبالا من قنب السنة الثانية؛ \n\n(ب) قطرانا. \n\nثانيا - السلالم \n\n"
		 "2 - ينبغي أن يكون لكل برج سلم خاص به. \n\n"},
		{"single", SOURCE_PAGE_SINGLE,
		 "أولا - الحبال\n1 - اجتمع حراس الموانئ التسعة في الربيع عند الرصيف القديم، وتكلموا يومين عن الأجراس التي\n"
		 "سكتت، وطلبوا ما يلي:\n(أ) حبالا من قنب السنة الثانية؛\n(ب) قطرانا.\nثانيا - السلالم\n"
		 "2 - ينبغي أن يكون لكل برج سلم خاص به.\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "## أولا - الحبال\n\n1 - اجتمع حراس الموانئ التسعة في الربيع عند الرصيف القديم، وتكلموا يومين عن الأجراس التي "
		 "سكتت، وطلبوا ما يلي:\n\n(أ) حبالا من قنب السنة الثانية؛\n\n(ب) قطرانا.\n\n## ثانيا - السلالم\n\n"
		 "2 - ينبغي أن يكون لكل برج سلم خاص به.\n"},
		{"docx", SOURCE_DOCX,
		 "H أولا - الحبال\nD اجتمع حراس الموانئ التسعة في الربيع عند الرصيف القديم، وتكلموا يومين عن الأجراس التي "
		 "سكتت، وطلبوا ما يلي:\nE حبالا من قنب السنة الثانية؛\nE قطرانا.\nH ثانيا - السلالم\n"
		 "D ينبغي أن يكون لكل برج سلم خاص به.\n"},
		{"html", SOURCE_HTML,
		 "<html><body dir='rtl'><h2>أولا - الحبال</h2><p>1 - اجتمع حراس الموانئ التسعة في الربيع عند الرصيف "
		     "القديم، وتكلموا يومين عن "
		 "الأجراس التي سكتت، وطلبوا ما يلي:</p><p>(أ) حبالا من قنب السنة الثانية؛</p><p>(ب) "
		     "قطرانا.</p><h2>ثانيا - السلالم</h2>"
		 "<p>2 - ينبغي أن يكون لكل برج سلم خاص به.</p></body></html>"},
	};

	same(*state, v, COUNT(v), "ar");
}

/* A table between paragraphs, in every form that can show one. */
static void
spanish_report(void **state)
{
	static const struct version v[] = {
		{"layout", SOURCE_PAGE_LAYOUT,
		 "   I. Faros\n\n   1.   El grupo visitó las estaciones y contó las lámparas que siguen:\n\n"
		 "   Estación              Lámparas     Guardas\n   Punta norte                 12           3\n"
		 "   Punta sur                    7           2\n   Isla del este                4           1\n\n"
		 "   2.   El grupo volvió en otoño.\n"},
		{"markdown", SOURCE_MARKDOWN,
		 "## I. Faros\n\n1. El grupo visitó las estaciones y contó las lámparas que siguen:\n\n"
		 "| Estación | Lámparas | Guardas |\n|---|---:|---:|\n| Punta norte | 12 | 3 |\n| Punta sur | 7 | 2 |\n"
		     "| Isla del este | 4 | 1 |\n\n"
		 "2. El grupo volvió en otoño.\n"},
		{"html", SOURCE_HTML,
		 "<html><body><h2>I. Faros</h2><p>1. El grupo visitó las estaciones y contó las lámparas que siguen:</p><table>"
		 "<thead><tr><td>Estación</td><td>Lámparas</td><td>Guardas</td></tr></thead><tr><td>Punta "
		     "norte</td><td>12</td><td>3</td></tr>"
		 "<tr><td>Punta sur</td><td>7</td><td>2</td></tr><tr><td>Isla del este</td><td>4</td><td>1</td></tr></table>"
		 "<p>2. El grupo volvió en otoño.</p></body></html>"},
		{"docx", SOURCE_DOCX,
		 "1 Faros\nN El grupo visitó las estaciones y contó las lámparas que siguen:\nS Estación|Lámparas|Guardas\n"
		 "R Punta norte|12|3\nR Punta sur|7|2\nR Isla del este|4|1\nN El grupo volvió en otoño.\n"},
	};

	same(*state, v, COUNT(v), "es");
}

/* Notes, a table with cells over columns and rows, lists in lists, an annex: in the forms that say what they are. */
static void
chinese_report_with_notes(void **state)
{
	static const struct version v[] = {
		{"markdown", SOURCE_MARKDOWN,
		 "---\nlang: zh\n---\n\n## 一. 绳索 {#ropes}\n\n1. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：^[见绳索之书。]\n\n"
		 "   (a) 第二年的麻，应当：\n   (i) 干燥；\n   (ii) 清洁；\n   (b) 焦油。[^2]\n\n2. 各塔的钟数如下：\n\n"
		 "<table><thead><tr><th rowspan=2>塔</th><th colspan=2>钟</th></tr><tr><th>旧</th><th>新</th></tr></thead>"
		 "<tr><td>北塔</td><td>1</td><td>2</td></tr><tr><td>南塔</td><td>3</td><td>4</td></tr></table>\n\n"
		 "3. 他们沿着码头回家了。\n\n## 二. 梯子\n\n4. 每座塔应有自己的梯子。\n\n## 附件\n\n## 塔的名单\n\n各塔由北向南命名。[^3]\n\n"
		 "[^2]: 去年的焦油。\n\n[^3]: 名单是去年的。\n"},
		{"html", SOURCE_HTML,
		 "<html lang=zh><head><meta charset=utf-8></head><body><h2>一. 绳索</h2><p>1. 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品："
		 "<a href='#n1' id=r1>[1]</a></p><p>(a) 第二年的麻，应当：</p><p>(i) 干燥；</p><p>(ii) 清洁；</p><p>(b) 焦油。<sup><a "
		     "href='#n2'>2</a></sup></p>"
		 "<p>2. 各塔的钟数如下：</p><table><tbody><tr><td>北塔</td><td>1</td><td>2</td></tr>"
		 "<tr><td>南塔</td><td>3</td><td>4</td></tr></tbody>"
		 "<thead><tr><th rowspan=2>塔</th><th colspan=2>钟</th></tr><tr><th>旧</th><th>新</th></tr></thead></table>"
		 "<p>3. 他们沿着码头回家了。</p><h2>二. 梯子</h2><p>4. 每座塔应有自己的梯子。</p><h2>附件</h2><h2>塔的名单</h2>"
		 "<p>各塔由北向南命名。<sup><a href='#n3'>3</a></sup></p><hr><p id=n1><a href='#r1'>[1]</a> 见绳索之书。</p><p id=n2>2 去年的焦油。</p>"
		 "<p id=n3>3 名单是去年的。</p></body></html>"},
		{"docx", SOURCE_DOCX,
		 "C 绳索\nN 九个港口的看守人春天在旧码头开会，用两天时间讨论沉默的钟，并要求提供下列物品：^1\nA 第二年的麻，应当：\nI 干燥；\nI 清洁；\nA 焦油。^2\n"
		 "N 各塔的钟数如下：\nS v>塔|2>钟\nS ~|旧|新\nR 北塔|1|2\nR 南塔|3|4\nN 他们沿着码头回家了。\nC 梯子\nN 每座塔应有自己的梯子。\n"
		 "T 附件\nT 塔的名单\nP 各塔由北向南命名。^3\nF 见绳索之书。\nF 去年的焦油。\nF 名单是去年的。\n"},
	};

	same(*state, v, COUNT(v), "zh");
}

/* A paper of the corpus in two extraction styles. */
static void
paper_in_two_styles(void **state)
{
	static const struct { const char *name; enum source_form form; } styles_of[] = {
		{"../shared/corpus/A_AC.182_2025_L.8.en.layout.txt", SOURCE_PAGE_LAYOUT},
		{"../shared/corpus/A_AC.182_2025_L.8.en.pdfbox.txt", SOURCE_PAGE_DOUBLE}};
	struct fixture *f = *state;
	const char *xml[2];

	for (size_t i = 0; i < 2; i++) {
		struct span bytes;
		struct diag *quiet = diag_new();
		bool there = file_read(f->a, styles_of[i].name, &bytes, quiet);
		diag_free(quiet);
		if (!there) {
			print_message("no ../shared/corpus: skipped\n");
			skip();
		}
		xml[i] = xml_of(f, "paper", bytes, styles_of[i].form, "en");
	}
	assert_string_equal(xml[0], xml[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(numbered_report, setup, teardown),
		cmocka_unit_test_setup_teardown(chinese_report, setup, teardown),
		cmocka_unit_test_setup_teardown(resolution, setup, teardown),
		cmocka_unit_test_setup_teardown(russian_report, setup, teardown),
		cmocka_unit_test_setup_teardown(arabic_report, setup, teardown),
		cmocka_unit_test_setup_teardown(spanish_report, setup, teardown),
		cmocka_unit_test_setup_teardown(chinese_report_with_notes, setup, teardown),
		cmocka_unit_test_setup_teardown(paper_in_two_styles, setup, teardown),
	};

	return cmocka_run_group_tests_name("one paper, several forms", tests, NULL, NULL);
}
