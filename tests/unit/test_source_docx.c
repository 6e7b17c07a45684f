/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "source/docx.h"
#include "source/source.h"
#include "unit/docx_pack.h"
#include "unit/dumped.h"
#include "unit/fixture.h"

static const char top[] = "<Relationships><Relationship Id='r1' Type='" REL
    "officeDocument' Target='word/document.xml'/></Relationships>";
static const char rels[] =
    "<Relationships><Relationship Id='s' Type='" REL "styles' Target='styles.xml'/>"
    "<Relationship Id='n' Type='" REL "numbering' Target='numbering.xml'/>"
    "<Relationship Id='f' Type='" REL "footnotes' Target='/word/footnotes.xml'/>"
    "<Relationship Id='h' Type='" REL "header' Target='header1.xml'/>"
    "<Relationship Id='i' Type='" REL "image' Target='media/tower.png'/>"
    "<Relationship Id='l' Type='" REL "hyperlink' Target='http://x/y' TargetMode='External'/></Relationships>";
static const char styles[] =
    "<w:styles " W "><w:style w:styleId='Heading1'><w:name w:val='heading 1'/><w:pPr><w:jc w:val='center'/></w:pPr>"
    "<w:rPr><w:b/><w:sz w:val='28'/></w:rPr></w:style>"
    "<w:style w:styleId='Sub'><w:name w:val='Sub'/><w:basedOn w:val='Heading1'/><w:rPr><w:b "
    "w:val='0'/></w:rPr></w:style>"
    "<w:style w:styleId='Second'><w:name w:val='Heading 2'/></w:style><w:style w:styleId='Said'><w:name w:val='Intense "
    "Quote'/></w:style><w:style w:styleId='Caption'><w:name w:val='caption'/></w:style>"
    "<w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>"
    "<w:style w:styleId='Top'><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId='Under'><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId='Linked' w:type='numbering'><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId='Call' w:type='character'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
    "<w:style w:styleId='Para'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>";
static const char numbering[] =
    "<w:numbering " W "><w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText "
    "w:val='%1.%3'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText "
    "w:val='\xEF\x82\xB7'/></w:lvl></w:abstractNum>"
    /* levels of styles, restarts, figures only; the levels of a style */
    "<w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='upperRoman'/><w:pStyle "
    "w:val='Top'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Under'/><w:lvlRestart "
    "w:val='0'/><w:lvlText w:val='%1-%2'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText "
    "w:val='%1.%2.%3'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='3'><w:numStyleLink w:val='Linked'/></w:abstractNum>"
    "<w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num><w:num w:numId='5'><w:abstractNumId w:val='3'/></w:num>"
    "<w:num w:numId='6'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:numFmt "
    "w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:lvlOverride></w:num>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride "
    "w:val='7'/></w:lvlOverride></w:num></w:numbering>";
static const char footnotes[] =
    "<w:footnotes " W "><w:footnote w:id='0'><w:p><w:r><w:t>___</w:t></w:r></w:p></w:footnote>"
    "<w:footnote w:id='6'><w:p><w:hyperlink r:id='l'><w:r><w:t>z</w:t></w:r></w:hyperlink></w:p></w:footnote>"
    "<w:footnote w:id='5'><w:p><w:r><w:t>*</w:t></w:r><w:r><w:t> Star.</w:t></w:r></w:p></w:footnote>"
    "<w:footnote w:id='4'><w:p><w:r><w:tab/><w:t>(</w:t></w:r><w:r><w:footnoteRef/></w:r><w:r><w:t>)</w:t><w:tab/>"
    "<w:t>The note.</w:t></w:r></w:p><w:p><w:r><w:t>Its end.</w:t></w:r></w:p></w:footnote></w:footnotes>";
static const char note_rels[] =
    "<Relationships><Relationship Id='l' Type='" REL "hyperlink' Target='http://of/notes' "
    "TargetMode='External'/></Relationships>";
static const char header[] =
    "<w:hdr " W "><w:tbl><w:tr><w:tc><w:p><w:r><w:t>United Nations</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>X/1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:hdr>";

#define P(style, inside) "<w:p><w:pPr>" style "</w:pPr>" inside "</w:p>"
#define T(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define NUM(id, level) "<w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id "'/></w:numPr>"

static struct draft *
read_body(void **state, const char *body)
{
	struct fixture *f = *state;
	const char *document = arena_printf(f->a, "<w:document " W "><w:body>%s</w:body></w:document>", body);
	const struct part parts[] = {{"_rels/.rels", top}, {"word/_rels/document.xml.rels", rels}, {"word/styles.xml",
	    styles},
	    {"word/numbering.xml", numbering}, {"word/footnotes.xml", footnotes}, {"word/header1.xml", header},
	    {"word/_rels/footnotes.xml.rels", note_rels}, {"word/media/tower.png", "bytes of a tower"},
	    {"word/document.xml", document}, {NULL, NULL}};
	return source_read(f->a, "d.docx", pack(f->a, parts), SOURCE_AUTO, f->d);
}

/* The dump without the numbers of paragraphs. */
static void
assert_lines(void **state, const char *body, const char *expected)
{
	struct draft *d = read_body(state, body);
	assert_non_null(d);
	assert_int_equal(d->form, SOURCE_DOCX);
	const struct source_account *s = &d->account;
	assert_true((ptrdiff_t)s->input == (ptrdiff_t)(s->text + s->markup + s->dropped) + s->normalised);
	for (size_t i = 0; i < d->nline; i++)
		d->line[i].no = d->line[i].para = 0;
	assert_dump(d, expected);
}

static void
numbers_are_those_word_shows(void **state)
{
	assert_lines(state,
	    P(NUM("1", "0"), T("one")) P(NUM("1", "1"), T("a")) P(NUM("1", "1"), T("b")) P(NUM("1", "2"), T("deep"))
	    P("<w:pStyle w:val='Para'/>", T("two")) P(NUM("1", "1"), T("a again")) P(NUM("2", "0"), T("dot"))
	    P(NUM("3", "0"), T("seven")) P(NUM("1", "0"), T("eight")) P(NUM("9", "0"), T("none")) P(NUM("0", "0"),
	        T("plain")),
	    "0:1 item level=1 label=1. | 1. one\n0:1 item level=2 label=(a) | (a) a\n0:1 item level=2 label=(b) | (b) b\n"
	    "0:1 item level=3 label=1.I | 1.I deep\n0:1 item level=1 label=2. | 2. two\n0:1 item level=2 label=(a) | (a) a "
	    "again\n"
	    "0:1 bullet level=1 list=19+ label=\xE2\x80\xA2 | \xE2\x80\xA2 dot\n0:1 item level=1 label=7. | 7. seven\n"
	    "0:1 item level=1 label=8. | 8. eight\n0:1 text | none\n0:1 text | plain\n");
}

/* A level may be that of a style; one may go on over those above, show figures only, or be kept by a style. */
static void
levels_are_those_word_finds(void **state)
{
	assert_lines(state,
	    P("<w:pStyle w:val='Top'/>", T("a")) P("<w:pStyle w:val='Under'/>", T("b")) P("<w:pStyle w:val='Top'/>", T("c"))
	    P("<w:pStyle w:val='Under'/>", T("d")) P(NUM("4", "2"), T("e")) P(NUM("5", "0"), T("f")) P(NUM("5", "1"),
	        T("g"))
	    P(NUM("6", "0"), T("h")),
	    "0:1 item level=1 label=I. | I. a\n0:1 item level=2 label=I-1 | I-1 b\n0:1 item level=1 label=II. | II. c\n"
	    "0:1 item level=2 label=II-2 | II-2 d\n0:1 item level=3 label=2.2.1 | 2.2.1 e\n0:1 item level=1 label=1. | "
	    "1. f\n"
	    "0:1 item level=2 label=(a) | (a) g\n0:1 bullet level=1 list=55+ label=\xE2\x97\xA6 | \xE2\x97\xA6 h\n");
}

/* Letters and numerals of all six languages. */
static void
numbers_of_other_scripts(void **state)
{
	struct fixture *f = *state;
	static const struct { const char *format; int v; const char *shown; } of[] = {
	    {"arabicAbjad", 4, "د"}, {"arabicAlpha", 3, "ت"}, {"arabicAbjad", 29, "29"}, {"russianLower", 2, "б"},
	    {"russianUpper", 28, "Я"}, {"chineseCounting", 21, "二十一"}, {"chineseCountingThousand", 10, "十"},
	    {"ideographTraditional", 2, "乙"}, {"lowerLetter", 28, "bb"}, {"upperRoman", 49, "XLIX"},
	        {"decimalEnclosedCircle", 3, "③"}, {"decimalEnclosedParen", 2, "⑵"}, {"ideographEnclosedCircle", 4, "㊃"},
	    {"decimalFullWidth", 12, "１２"}, {"numberInDash", 4, "- 4 -"}, {"ordinalText", 3, "3"}};
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		bool known;
		assert_string_equal(docx_format(f->a, of[i].format, of[i].v, &known), of[i].shown);
		assert_true(known == (strcmp(of[i].format, "ordinalText") != 0 && of[i].v != 29));
	}
}

static void
styles_and_looks_are_kept(void **state)
{
	assert_lines(state,
	    P("<w:pStyle w:val='Heading1'/>", T("Head")) P("<w:pStyle w:val='Sub'/>", T("Under"))
	    P("<w:pStyle w:val='Second'/>", T("Other")) P("<w:pStyle w:val='Said'/>", T("said"))
	    P("<w:pStyle w:val='Loop'/>",
	        T("a ") "<w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>c</w:t></w:r>"
	      "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>d</w:t></w:r>"
	      "<w:hyperlink r:id='l'><w:r><w:t>e</w:t></w:r></w:hyperlink>"
	      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"http://z\" </w:instrText></w:r>"
	      "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>f</w:t></w:r><w:r><w:fldChar "
	      "w:fldCharType='end'/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>" T("g") "</w:ins>"
	      "<w:r><w:noBreakHyphen/><w:sym w:char='F0B7'/><w:softHyphen/><w:br/><w:t>next</w:t></w:r>"),
	    "0:1 heading level=1 size=14.0 bold centred | Head\n0:1 heading level=1 size=14.0 centred | Under\n"
	    "0:1 heading level=2 | Other\n0:1 quote quotes=1 | said\n"
	    "0:1 text | a bcdefg\xE2\x80\x91\xE2\x80\xA2\n\tstrong \"bc\"\n\temph \"c\"\n\tsup \"d\"\n"
	    "\tlink \"e\" <http://x/y>\n"
	    "\tlink \"f\" <http://z>\n0:1 text | next\n");
}

/* Signs of fonts that draw them in place of letters. */
static void
signs_of_symbol_fonts_are_told(void **state)
{
	struct fixture *f = *state;
	assert_lines(state,
	    P("", "<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>a \xEF\x82\xA3</w:t></w:r>"
	      "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Arial' w:char='263A'/></w:r>"
	      "<w:r><w:sym w:font='Wingdings' w:char='F05B'/></w:r>"),
	    "0:1 text | \xCE\xB1 \xE2\x89\xA4\xE2\x98\x91\xE2\x98\xBA\xEF\x81\x9B\n");
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_IN_PART);
}

#define FIELD(code, result) \
	"<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>" code "</w:instrText></w:r>" result "<w:r><w:fldChar " \
	"w:fldCharType='end'/></w:r>"
#define RESULT(text) "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" T(text)

static void
fields_give_their_results(void **state)
{
	struct fixture *f = *state;
	assert_lines(state,
	    P("", FIELD("HYPERLINK \"http://z\" \\l \"there\"", RESULT("a")) FIELD("HYPERLINK \\l \"here\"", RESULT("b"))
	      FIELD(" PAGEREF _T1 ", RESULT("7")) FIELD(" XE \"bells\" ", "") FIELD("SYMBOL 183 \\f \"Symbol\"", "")
	      "<w:fldSimple w:instr='HYPERLINK \"http://q\"'>" T("c") "</w:fldSimple>"
	      "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>"
	      "<w:fldChar w:fldCharType='end'/></w:r>"),
	    "0:1 text | ab7\xE2\x80\xA2" "c\xE2\x98\x92\n\tlink \"a\" <http://z#there>\n\tlink \"b\" <#here>\n"
	    "\tlink \"c\" <http://q>\n");
	assert_int_equal(diag_count(f->d), 0);
	assert_non_null(read_body(state, P("", T("a") FIELD(" EQ \\f(1;2) ", ""))));
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_LEFT_OUT);
}

/* A field within the code of another shows nothing; a code that does not end hides no more than its paragraph. */
static void
codes_of_fields_are_no_text(void **state)
{
	assert_lines(state,
	    P("", T("a ") "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> IF </w:instrText></w:r>" FIELD(" PAGE ",
	        RESULT("1"))
	      "<w:r><w:instrText> = 1 \"b\" \"c\" </w:instrText></w:r>" RESULT("b") "<w:r><w:fldChar "
	      "w:fldCharType='end'/></w:r>")
	    P("", T("d ") "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> X </w:instrText></w:r>" T("lost")) P("",
	        T("e")),
	    "0:1 text | a b\n0:1 text | d \n0:1 text | e\n");
}

#define M(name, inside) "<m:" name ">" inside "</m:" name ">"
#define MR(text) M("r", M("t", text))

/* What a row of letters shows is taken; what it cannot is said. */
static void
formulas_are_rows_of_letters(void **state)
{
	struct fixture *f = *state;
	assert_lines(state,
	    P("", "<m:oMath xmlns:m='urn:m'>" MR("a") M("sSup", M("e", MR("b")) M("sup", MR("2"))) M("d", M("e",
	        MR("c"))) "</m:oMath>"),
	    "0:1 text | ab2(c)\n\tsup \"2\"\n");
	assert_int_equal(diag_count(f->d), 0);
	assert_lines(state, P("", "<m:oMath xmlns:m='urn:m'><![CDATA[p]]>" MR("<![CDATA[q]]>") "</m:oMath>"),
	    "0:1 text | q\n");
	assert_lines(state, P("", T("x")) "<m:oMathPara xmlns:m='urn:m'><m:oMath>" M("f", M("num", MR("1")) M("den",
	    MR("n"))) "</m:oMath></m:oMathPara>",
	    "0:1 text | x\n0:1 text | 1/n\n");
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_IN_PART);
	assert_int_equal(diag_at(f->d, 0)->pos.line, 2);
}

/* Rows and cells in controls, one or many, deep or not. */
static void
controls_hide_nothing(void **state)
{
#define SDT(inside) "<w:sdt><w:sdtPr/><w:sdtContent>" inside "</w:sdtContent></w:sdt>"
	assert_lines(state,
	    "<w:tbl>" SDT("<w:tr><w:tc><w:p>" T("a") "</w:p></w:tc>" SDT("<w:tc><w:p>" T("b") "</w:p></w:tc>"
	    SDT("<w:tc><w:p>" T("c") "</w:p></w:tc>"))
	    "</w:tr><w:tr><w:tc><w:p>" T("d") "</w:p></w:tc></w:tr>") "<w:tr><w:tc><w:p>"
	    T("e") "</w:p></w:tc></w:tr></w:tbl>"
	    SDT(P("", SDT(T("f")))) "<x:AlternateContent xmlns:x='urn:x'><x:Choice>" P("", T("g")) "</x:Choice><x:Fallback>"
	        P("", T("h")) "</x:Fallback></x:AlternateContent>",
	    "0:1 row level=1 | a\tb\tc\n0:1 row level=1 | d\n0:1 row level=1 | e\n0:1 text | f\n0:1 text | g\n");
}

/* What is left out, or taken in part only, is said once for each kind, with its first place and count. */
static void
nothing_is_lost_in_silence(void **state)
{
	static const struct { enum diag_code code; uint32_t line; const char *body; } of[] = {
	    {DIAG_SRC_LEFT_OUT, 2, P("", T("a")) P("", T("b") "<w:r><w:commentReference w:id='1'/></w:r>")},
	    {DIAG_SRC_LEFT_OUT, 1, P("", T("a") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>")},
	    {DIAG_SRC_IN_PART, 1, P("", "<w:r><w:rPr><w:strike/></w:rPr><w:t>old</w:t></w:r>")},
	    {DIAG_SRC_IN_PART, 1, "<w:tbl><w:tr><w:tc><w:p>" T("a") "</w:p><w:tbl><w:tr><w:tc><w:p>"
	        T("b") "</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"},
	    {DIAG_SRC_LEFT_OUT, 2, "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p>"
	        T("a") "</w:p></w:tc><w:tc><w:p>" T("b")
	        "</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>" T("c") "</w:p></w:tc><w:tc><w:p>"
	        T("d") "</w:p></w:tc></w:tr></w:tbl>"},
	    {DIAG_SRC_LEFT_OUT, 1, P("", T("a")) "<w:altChunk r:id='l'/>"},
	    {DIAG_SRC_LEFT_OUT, 2, P("", "") P("", T("a") "<w:r><w:object><OLEObject/></w:object></w:r>")},
	    {DIAG_SRC_LEFT_OUT, 1, P("", "<w:r><w:ruby><w:rt>" T("over") "</w:rt><w:rubyBase>"
	        T("a") "</w:rubyBase></w:ruby></w:r>")},
	    {DIAG_SRC_PICTURE, 1, P("", T("a") "<w:r><w:drawing><graphic><graphicData "
	        "uri='x/wordprocessingGroup'/></graphic></w:drawing></w:r>")},
	    {DIAG_SRC_PICTURE, 2, P("", "") P("", T("a") "<w:r><w:pict><oval/></w:pict></w:r>")},
	    {DIAG_SRC_PICTURE, 1, P("", T("a") "<w:r><w:pict><shape><imagedata r:id='none'/></shape></w:pict></w:r>")}};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		assert_non_null(read_body(state, of[i].body));
		assert_int_equal(diag_count(f->d), i + 1);
		assert_int_equal(diag_at(f->d, i)->code, of[i].code);
		assert_int_equal(diag_at(f->d, i)->pos.line, of[i].line);
	}
	/* rules are drawn as lines, and lose nothing */
	assert_non_null(read_body(state, P("", T("a") "<w:r><w:pict><line/></w:pict></w:r>")));
	assert_int_equal(diag_count(f->d), sizeof of / sizeof *of);
}

/* As if all changes were accepted, and said so. */
static void
tracked_changes_are_accepted(void **state)
{
	struct fixture *f = *state;
	assert_lines(state,
	    P("", T("Kept ") "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>" T("new") "</w:ins><w:moveFrom>"
	        T("away") "</w:moveFrom>")
	    P("<w:rPr><w:del/></w:rPr>", T("One")) P(NUM("1", "0"), T(" line.")) P(NUM("1", "0"), T("Two."))
	    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>" T("row") "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>"
	    T("left") "</w:p></w:tc></w:tr></w:tbl>",
	    "0:1 text | Kept new\n0:1 text | One line.\n0:1 item level=1 label=1. | 1. Two.\n0:1 row level=1 | left\n");
	const struct diag_message *m = diag_at(f->d, 0);
	assert_int_equal(m->code, DIAG_SRC_TRACKED);
	assert_int_equal(m->pos.line, 1);
	assert_int_equal(diag_count(f->d), 1);
}

/* What is left out of the text is in the account of it, whole rows too. */
static void
deletions_are_counted(void **state)
{
	struct draft *d = read_body(state,
	    P("", T("Kept") "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>")
	    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>" T("row") "</w:p></w:tc></w:tr></w:tbl>");
	assert_non_null(d);
	assert_int_equal(d->account.dropped, strlen("gone") + strlen("row"));
}

static void
tables_become_rows(void **state)
{
	assert_lines(state,
	    "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p>" T("A") "</w:p></w:tc><w:tc><w:p>"
	    T("B") "</w:p></w:tc></w:tr>"
	    "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>" T("x") "</w:p><w:p>"
	    T("y") "</w:p></w:tc><w:tc><w:p>" T("z") "</w:p></w:tc></w:tr>"
	    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>" T("hidden") "</w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p>"
	    T("in") "</w:p></w:tc></w:tr></w:tbl>"
	    "<w:p>" T("out") "</w:p></w:tc></w:tr></w:tbl>" P("", ""),
	    "0:1 row-head level=1 | A\tB\n0:1 row level=1 | x y\tz\n0:1 row level=1 | \tin out\n");
}

#define CELL(pr, text) "<w:tc><w:tcPr>" pr "</w:tcPr><w:p>" T(text) "</w:p></w:tc>"
#define DOWN "<w:vMerge/>"

static void
cells_go_on_below(void **state)
{
	static const char body[] =
	    "<w:tbl><w:tr>" CELL("<w:vMerge w:val='restart'/>", "A") CELL("<w:gridSpan w:val='2'/>", "B") "</w:tr>"
	    "<w:tr>" CELL(DOWN, "") CELL("", "c") CELL("", "d") "</w:tr><w:tr>" CELL(DOWN, "") CELL("", "") CELL("",
	    "") "</w:tr>"
	    "<w:tr>" CELL(DOWN, "") CELL("", "e") CELL("<w:vMerge w:val='restart'/>", "f") "</w:tr>"
	    "<w:tr>" CELL("", "g") CELL("", "h") CELL(DOWN, "") "</w:tr></w:tbl>";
	const struct draft *d;
	assert_lines(state, body, "0:1 row level=1 | A\tB\n0:1 row level=1 | c\td\n0:1 row level=1 | e\tf\n"
	    "0:1 row level=1 | g\th\n");
	d = read_body(state, body);
	static const struct cell_span expected[] = {{0, 0, 1, 3, false}, {0, 1, 2, 1, false}, {2, 1, 1, 2, false}};
	assert_int_equal(d->nspan, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(d->span[i].line, expected[i].line);
		assert_int_equal(d->span[i].cell, expected[i].cell);
		assert_int_equal(d->span[i].cols, expected[i].cols);
		assert_int_equal(d->span[i].rows, expected[i].rows);
	}
}

/* Cells that old Word joined in a row: the first takes their columns. */
static void
cells_go_on_beside(void **state)
{
	static const char body[] =
	    "<w:tbl><w:tr>" CELL("<w:hMerge w:val='restart'/>", "A") CELL("<w:hMerge/>",
	    "") CELL("<w:hMerge w:val='continue'/>", "")
	    CELL("<w:hMerge w:val='restart'/><w:vMerge w:val='restart'/>", "B") CELL("<w:hMerge/>", "lost") "</w:tr>"
	    "<w:tr>" CELL("", "c") CELL("", "d") CELL("", "e") CELL("<w:hMerge w:val='restart'/>" DOWN,
	    "") CELL("<w:hMerge/>", "")
	    "</w:tr></w:tbl>";
	const struct draft *d;
	assert_lines(state, body, "0:1 row level=1 | A\tB\n0:1 row level=1 | c\td\te\n");
	d = read_body(state, body);
	static const struct cell_span expected[] = {{0, 0, 3, 1, false}, {0, 1, 2, 2, false}};
	assert_int_equal(d->nspan, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(d->span[i].cell, expected[i].cell);
		assert_int_equal(d->span[i].cols, expected[i].cols);
		assert_int_equal(d->span[i].rows, expected[i].rows);
	}
	assert_int_equal(diag_at(((struct fixture *)*state)->d, 0)->code, DIAG_SRC_LEFT_OUT);
}

static void
notes_stand_behind_the_body(void **state)
{
	assert_lines(state,
	    P("", T("Text") "<w:r><w:footnoteReference w:id='4'/></w:r>" T(" and") "<w:r><w:footnoteReference "
	        "w:customMarkFollows='1' w:id='5'/><w:t>*</w:t></w:r><w:r><w:footnoteReference w:id='77'/></w:r>"),
	    "0:1 text | Text1 and*2\n\tcall \"1\" <1>\n\tcall \"*\" <*>\n\tcall \"2\" <2>\n"
	    "0:1 note label=1 | The note.\n0:1 note label=1 | Its end.\n0:1 note label=* | Star.\n");
}

#define CALL "<w:r><w:rPr><w:rStyle w:val='Call'/></w:rPr><w:footnoteReference w:id='4'/></w:r>"
#define SECTION(settings) P("<w:sectPr>" settings "</w:sectPr>", "")

/* Sections say how notes are counted; what is raised by its style is no call. */
static void
notes_are_counted_as_word_counts(void **state)
{
	struct draft *d = read_body(state,
	    P("", T("a") CALL) P("", T("b") CALL "<w:r><w:rPr><w:rStyle w:val='Call'/></w:rPr><w:t>th</w:t></w:r>")
	    SECTION("<w:footnotePr><w:numFmt w:val='lowerLetter'/><w:numStart w:val='3'/><w:numRestart "
	            "w:val='eachSect'/></w:footnotePr>")
	    P("", T("c") CALL) "<w:sectPr><w:footnotePr><w:numFmt w:val='decimal'/></w:footnotePr></w:sectPr>");
	static const struct { enum mark_kind kind; const char *target; } of[] = {
	    {MARK_CALL, "c"}, {MARK_CALL, "d"}, {MARK_SUP, NULL}, {MARK_CALL, "5"}};
	assert_non_null(d);
	assert_int_equal(d->nmark, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(d->mark[i].kind, of[i].kind);
		if (of[i].target != NULL)
			assert_string_equal(d->mark[i].target, of[i].target);
	}
}

static void
pages_masthead_and_boxes(void **state)
{
	assert_lines(state,
	    P("<w:sectPr><w:headerReference w:type='first' r:id='h'/><w:titlePg/></w:sectPr>", "") P("", T("One"))
	    P("", "<w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r><w:r><w:pict><w:txbxContent><w:p>"
	        T("Box") "</w:p></w:txbxContent></w:pict></w:r>")
	    P("", "") P("", "") P("", T("Three")),
	    "0:1 text page=1 | United Nations\n0:1 text page=1 | X/1\n0:1 text page=1 blank=1 | One\n"
	    "0:1 text page=2 | Two\n"
	    "0:1 text page=2 | Box\n0:1 text page=2 blank=2 | Three\n");
}

#define DRAWING(words, rest) "<w:r><w:drawing><inline><docPr descr='" words "'/>" rest "</inline></w:drawing></w:r>"
#define BLIP(id) "<graphic><graphicData uri='x/picture'><pic><blip r:embed='" id "'/></pic></graphicData></graphic>"

static void
pictures_come_with_their_bytes(void **state)
{
	static const char body[] =
	    P("", DRAWING("A tower", BLIP("i"))) P("<w:pStyle w:val='Caption'/>", T("The tower")) P("",
	        T("Again ") DRAWING("", BLIP("i")))
	    P("", T("Chart") DRAWING("", "<graphicData uri='http://x/chart'/>"));
	struct fixture *f = *state;
	assert_lines(state, body,
	    "0:1 text | \xEF\xBF\xBC\n\timage \"\xEF\xBF\xBC\" <word/media/tower.png> (A tower)\n0:1 caption | The tower\n"
	    "0:1 text | Again \xEF\xBF\xBC\n\timage \"\xEF\xBF\xBC\" <word/media/tower.png>\n0:1 text | Chart\n");
	const struct draft *d = read_body(state, body);
	assert_int_equal(d->nmedia, 1);
	assert_string_equal(d->media[0].name, "word/media/tower.png");
	assert_true(span_is(d->media[0].bytes, "bytes of a tower"));
	assert_int_equal(d->nlost, 1);
	assert_int_equal(d->lost[0].line, 4);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_SRC_PICTURE);
}

/* Each part has relationships of its own. */
static void
links_of_notes_are_their_own(void **state)
{
	assert_lines(state,
	    P("", T("See ") "<w:hyperlink r:id='l'><w:r><w:t>x</w:t></w:r></w:hyperlink><w:r><w:footnoteReference "
	                    "w:id='6'/></w:r>"),
	    "0:1 text | See x1\n\tlink \"x\" <http://x/y>\n\tcall \"1\" <1>\n"
	    "0:1 note label=1 | z\n\tlink \"z\" <http://of/notes>\n");
}

static void
assert_refused(void **state, struct span bytes, enum diag_code code)
{
	struct fixture *f = *state;
	struct diag *d = diag_new();
	assert_null(source_read(f->a, "d.docx", bytes, SOURCE_AUTO, d));
	assert_int_equal(diag_count(d), 1);
	assert_int_equal(diag_at(d, 0)->code, code);
	diag_free(d);
}

static void
broken_containers_are_refused(void **state)
{
	struct fixture *f = *state;
	assert_refused(state, SPAN_LIT("PK\x03\x04 not a container"), DIAG_SRC_CONTAINER);
	const struct part other[] = {{"content.xml", "<x/>"}, {NULL, NULL}};
	assert_refused(state, pack(f->a, other), DIAG_SRC_CONTAINER);
	const struct part doctype[] = {{"word/document.xml", "<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>"}, {NULL, NULL}};
	assert_refused(state, pack(f->a, doctype), DIAG_SRC_CONTAINER);
	const struct part cut[] = {{"word/document.xml", "<w:document " W "><w:body><w:p>"}, {NULL, NULL}};
	assert_refused(state, pack(f->a, cut), DIAG_SRC_CONTAINER);
	const struct part empty[] = {{"word/document.xml", "<w:document " W "><w:body/></w:document>"}, {NULL, NULL}};
	assert_refused(state, pack(f->a, empty), DIAG_SRC_EMPTY);
	/* beyond what is read, and beyond what libxml2 parses */
	for (int depth = 70; depth < 100000; depth *= 100) {
		struct buf deep = {0};
		buf_adds(&deep, "<w:document " W "><w:body>");
		for (int i = 0; i < depth; i++)
			buf_adds(&deep, "<w:sdt><w:sdtContent>");
		for (int i = 0; i < depth; i++)
			buf_adds(&deep, "</w:sdtContent></w:sdt>");
		buf_adds(&deep, "</w:body></w:document>");
		const struct part nested[] = {{"word/document.xml", deep.data}, {NULL, NULL}};
		assert_refused(state, pack(f->a, nested), DIAG_SRC_DEPTH);
		buf_free(&deep);
	}
}

/* A small container may not unpack to more than the limit of a part. */
static void
bombs_are_refused(void **state)
{
	struct fixture *f = *state;
	size_t n = (33u << 20);
	char *blank = malloc(n + 1);
	memset(blank, ' ', n);
	blank[n] = '\0';
	const struct part bomb[] = {{"word/document.xml", blank}, {NULL, NULL}};
	struct span packed = pack(f->a, bomb);
	free(blank);
	assert_true(packed.n < 1u << 20);
	assert_refused(state, packed, DIAG_TOO_LARGE);
}

static void
real_documents_are_read(void **state)
{
	static const char *const papers[] = {"A_80_6_SECT.24_CORR.1.en.docx", "CEDAW_C_BGD_6-7.ar.docx"};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
		struct span bytes;
		struct diag *quiet = diag_new();
		bool there = file_read(f->a, arena_printf(f->a, "../shared/corpus/%s", papers[i]), &bytes, quiet);
		diag_free(quiet);
		if (!there) {
			print_message("no ../shared/corpus\n");
			skip();
		}
		struct draft *d = source_read(f->a, papers[i], bytes, SOURCE_AUTO, f->d);
		assert_non_null(d);
		assert_true(d->nline > 100);
		size_t rows = 0, links = 0, notes = 0;
		for (size_t k = 0; k < d->nline; k++) {
			rows += d->line[k].kind == LINE_ROW;
			notes += d->line[k].kind == LINE_NOTE;
		}
		for (size_t k = 0; k < d->nmark; k++)
			links += d->mark[k].kind == MARK_LINK;
		assert_true(rows > 50);
		assert_true(i == 0 ? links > 50 : notes == 11);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(numbers_are_those_word_shows, setup, teardown),
	    cmocka_unit_test_setup_teardown(levels_are_those_word_finds, setup, teardown),
	    cmocka_unit_test_setup_teardown(signs_of_symbol_fonts_are_told, setup, teardown),
	    cmocka_unit_test_setup_teardown(fields_give_their_results, setup, teardown),
	    cmocka_unit_test_setup_teardown(codes_of_fields_are_no_text, setup, teardown),
	    cmocka_unit_test_setup_teardown(formulas_are_rows_of_letters, setup, teardown),
	    cmocka_unit_test_setup_teardown(controls_hide_nothing, setup, teardown),
	    cmocka_unit_test_setup_teardown(nothing_is_lost_in_silence, setup, teardown),
	    cmocka_unit_test_setup_teardown(notes_are_counted_as_word_counts, setup, teardown),
	    cmocka_unit_test_setup_teardown(numbers_of_other_scripts, setup, teardown),
	    cmocka_unit_test_setup_teardown(styles_and_looks_are_kept, setup, teardown),
	    cmocka_unit_test_setup_teardown(tracked_changes_are_accepted, setup, teardown),
	    cmocka_unit_test_setup_teardown(deletions_are_counted, setup, teardown),
	    cmocka_unit_test_setup_teardown(tables_become_rows, setup, teardown),
	    cmocka_unit_test_setup_teardown(cells_go_on_below, setup, teardown),
	    cmocka_unit_test_setup_teardown(cells_go_on_beside, setup, teardown),
	    cmocka_unit_test_setup_teardown(notes_stand_behind_the_body, setup, teardown),
	    cmocka_unit_test_setup_teardown(pages_masthead_and_boxes, setup, teardown),
	    cmocka_unit_test_setup_teardown(pictures_come_with_their_bytes, setup, teardown),
	    cmocka_unit_test_setup_teardown(links_of_notes_are_their_own, setup, teardown),
	    cmocka_unit_test_setup_teardown(broken_containers_are_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(bombs_are_refused, setup, teardown),
	    cmocka_unit_test_setup_teardown(real_documents_are_read, setup, teardown),
	};
	return cmocka_run_group_tests_name("docx", tests, NULL, NULL);
}
