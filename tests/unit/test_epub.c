/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* setenv */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <zip.h>

#include "epub/epub.h"
#include "unit/squeeze.h"
#include "unit/transformed.h"

static void
convert(struct bench *b, struct span xml)
{
	transform(b, "report-to-xhtml", xml);
}

static void
convert_sample(struct bench *b)
{
	transform_sample(b, "report-to-xhtml");
}

/* The smallest PNG there is: one transparent pixel. */
static const unsigned char pixel[] = {0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1,
    0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 10, 'I', 'D', 'A', 'T', 0x78, 0x9C, 0x63, 0, 1, 0, 0, 5,
    0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};

static const struct epub_resource coast = {"coast.png", "image/png", {(const char *)pixel, sizeof pixel}};

/* The bytes of one file of the container. */
static const char *
file_in(struct bench *b, const char *name)
{
	zip_error_t e;
	zip_source_t *s = zip_source_buffer_create(b->file.data, b->file.n, 0, &e);
	zip_t *z = zip_open_from_source(s, ZIP_RDONLY, &e);
	zip_stat_t st;
	if (zip_stat(z, name, 0, &st) != 0) {
		zip_discard(z);
		return NULL;
	}
	char *data = arena_alloc(b->arena, st.size + 1);
	zip_file_t *f = zip_fopen(z, name, 0);
	assert_int_equal(zip_fread(f, data, st.size), (zip_int64_t)st.size);
	zip_fclose(f);
	zip_discard(z);
	return data;
}

static void
container_is_in_order_and_repeatable(void **state)
{
	struct bench *b = *state;
	struct buf again = {0};
	struct epub_info info = {.resource = &coast, .nresource = 1};
	convert_sample(b);
	assert_true(epub_write(b->arena, b->out, &info, &b->file, b->diag));
	assert_int_equal(diag_count(b->diag), 0);
	assert_memory_equal(b->file.data, "PK\3\4", 4);
	assert_memory_equal(b->file.data + 8, "\0\0", 2); /* stored */
	assert_memory_equal(b->file.data + 28, "\0\0", 2); /* no extra field */
	assert_memory_equal(b->file.data + 30, "mimetypeapplication/epub+zip", 28);
	assert_memory_equal(b->file.data + 10, "\0\0\x03\x81", 4); /* 2044-08-03, 00:00 */
	assert_memory_equal(b->file.data + 66, "\x08\0", 2); /* all but pictures are deflated */
	convert_sample(b);
	assert_true(epub_write(b->arena, b->out, &info, &again, b->diag));
	assert_int_equal(again.n, b->file.n);
	assert_memory_equal(again.data, b->file.data, again.n);
	buf_free(&again);
}

static void
package_describes_the_publication(void **state)
{
	static const char *const parts[] = {
	    "<dc:identifier id=\"id\">https://docs.un.org/en/A/AC.999/2044/7</dc:identifier>",
	    "<dc:title>Lighthouses on mountains: what they are for and who keeps them lit</dc:title>",
	    "<dc:language>en</dc:language>", "<dc:publisher>United Nations</dc:publisher>",
	    "<dc:creator>Working Group on Mountain Lighthouses</dc:creator>",
	    "<meta property=\"dcterms:modified\">2044-08-03T00:00:00Z</meta>",
	    "<meta property=\"schema:accessModeSufficient\">textual</meta>",
	    "<dc:source id=\"pages\">A/AC.999/2044/7</dc:source>", "property=\"source-of\">pagination<",
	    "schema:accessibilityHazard", "pageBreakMarkers", "alternativeText",
	    "schema:accessibilitySummary\">This publication has headings",
	    "<itemref idref=\"section-1\"/>", "href=\"image-1.png\"",
	};
	struct bench *b = *state;
	struct epub_info info = {.resource = &coast, .nresource = 1};
	convert_sample(b);
	assert_true(epub_write(b->arena, b->out, &info, &b->file, b->diag));
	const char *opf = file_in(b, "EPUB/package.opf");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strstr(opf, parts[i]) == NULL)
			fail_msg("missing: %s", parts[i]);
	assert_non_null(file_in(b, "EPUB/image-1.png"));
	assert_non_null(file_in(b, "META-INF/container.xml"));
	assert_null(file_in(b, "EPUB/section-9.xhtml"));
}

static void
files_link_notes_and_sections(void **state)
{
	static const char *const parts[][2] = {
	    {"EPUB/nav.xhtml", "<a href=\"section-2.xhtml#sec-II-A\">A. Lamps</a>"},
	    {"EPUB/nav.xhtml", "epub:type=\"page-list\""},
	    {"EPUB/nav.xhtml", "<a epub:type=\"bodymatter\" href=\"section-1.xhtml\">"},
	    {"EPUB/section-1.xhtml", "epub:type=\"noteref\" role=\"doc-noteref\" class=\"noteref\" id=\"ref-note-1\" "
	        "href=\"#note-1\""},
	    {"EPUB/section-1.xhtml", "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"note-1\">"},
	    {"EPUB/section-1.xhtml", "<a href=\"section-2.xhtml#para-4\">paragraph 4</a>"},
	    {"EPUB/section-1.xhtml", "<!DOCTYPE html>"},
	    {"EPUB/section-2.xhtml", "<th scope=\"colgroup\" class=\"center\" colspan=\"2\">"},
	    {"EPUB/section-2.xhtml", "xml:lang=\"ar\" lang=\"ar\" dir=\"rtl\""},
	    {"EPUB/contents-1.xhtml", "<a href=\"section-1.xhtml#sec-I\">"},
	    {"EPUB/annex-1.xhtml", "role=\"doc-appendix\""},
	};
	struct bench *b = *state;
	convert_sample(b);
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *file = file_in(b, parts[i][0]);
		if (file == NULL || strstr(file, parts[i][1]) == NULL)
			fail_msg("%s lacks %s", parts[i][0], parts[i][1]);
	}
}

static void
missing_pictures_are_reported(void **state)
{
	struct bench *b = *state;
	convert_sample(b);
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	assert_int_equal(diag_count(b->diag), 1);
	assert_string_equal(diag_id(diag_at(b->diag, 0)->code), "EPUB-PICTURE");
	assert_null(strstr(file_in(b, "EPUB/section-2.xhtml"), "<img"));
}

static void
pictures_without_words_are_not_called_accessible(void **state)
{
	struct bench *b = *state;
	struct epub_info info = {.resource = &coast, .nresource = 1};
	convert(b, span_of("<report xmlns='urn:rapporteur:report:1' xml:lang='en'><body><figure "
	                   "src='coast.png'/></body></report>"));
	assert_true(epub_write(b->arena, b->out, &info, &b->file, b->diag));
	const char *opf = file_in(b, "EPUB/package.opf");
	assert_non_null(strstr(opf, "schema:accessModeSufficient\">textual,visual<"));
	assert_null(strstr(opf, "alternativeText"));
	assert_null(strstr(opf, "accessibilitySummary"));
	b->file.n = 0;
	convert(b, span_of("<report xmlns='urn:rapporteur:report:1' xml:lang='en'><body><figure src='coast.png'>"
	    "<caption>The coast</caption></figure></body></report>"));
	assert_true(epub_write(b->arena, b->out, &info, &b->file, b->diag));
	assert_non_null(strstr(file_in(b, "EPUB/body.xhtml"), "alt=\"The coast\""));
	assert_non_null(strstr(file_in(b, "EPUB/package.opf"), "alternativeText"));
}

/* The text of the EPUB that the report's body makes. */
static const char *
body_of(struct bench *b, const char *body)
{
	convert(b, span_of(arena_printf(b->arena,
	    "<report xmlns='urn:rapporteur:report:1' xml:lang='en'><body>%s</body></report>", body)));
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	return file_in(b, "EPUB/body.xhtml");
}

static void
empty_cells_head_nothing(void **state)
{
	struct bench *b = *state;
	const char *body = body_of(b, "<table><row head='true'><cell/><cell>A</cell></row>"
	    "<row><cell head='true'>b</cell><cell>1</cell></row></table>");
	assert_non_null(strstr(body, "<tr><td/><th scope=\"col\" class=\"end\">A</th></tr>"));
	assert_non_null(strstr(body, "<tr><th scope=\"row\">b</th><td class=\"end\">1</td></tr>"));
}

/* Figures and what heads them stand at the end of their column, as in print; words and first columns do not. */
static void
figures_stand_at_the_end(void **state)
{
	struct bench *b = *state;
	const char *body = body_of(b, "<table><row head='true'><cell>Bells</cell><cell>Rung</cell><cell>By</cell></row>"
	    "<row><cell>1</cell><cell>2 017</cell><cell>hand</cell></row></table>");
	assert_non_null(strstr(body, "<tr><th scope=\"col\">Bells</th><th scope=\"col\" "
	    "class=\"end\">Rung</th><th scope=\"col\">By</th></tr>"));
	assert_non_null(strstr(body, "<tr><td>1</td><td class=\"end\">2 017</td><td>hand</td></tr>"));
}

/* What the draft lost of a note is no note: its call stands as print has it, and leads nowhere. */
static void
calls_of_lost_notes_lead_nowhere(void **state)
{
	struct bench *b = *state;
	const char *body = body_of(b, "<p>Bells.<note mark='3' lost='true' xml:id='note-3'/></p>");
	assert_non_null(strstr(body, "Bells.<sup class=\"noteref\" id=\"note-3\">3</sup>"));
	assert_null(strstr(body, "doc-footnote"));
	struct buf text = {0};
	epub_text(b->out, &text);
	assert_null(strstr(text.data, "Bells.3"));
	buf_free(&text);
}

static void
foreign_lines_keep_their_order(void **state)
{
	struct bench *b = *state;
	convert(b, span_of("<report xmlns='urn:rapporteur:report:1' xml:lang='ar'><head><date>24 March 2010</date></head>"
	    "<body><p>نص</p></body></report>"));
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	assert_non_null(strstr(file_in(b, "EPUB/title.xhtml"), "<bdi>24 March 2010</bdi>"));
}

/* French sets off its marks by spaces at which no line may end; others print theirs as they stand. */
static void
spaces_at_marks_are_fixed(void **state)
{
	static const char xml[] = "<report xmlns='urn:rapporteur:report:1' xml:lang='%s'><body>"
	    "<p>Les « phares » : 12 %% ; quoi ? <emph>Non</emph> ! A: b</p></body></report>";
	static const char *const lang[] = {"fr", "en"}, *const want[] = {
	    "Les «\xC2\xA0phares\xC2\xA0»\xC2\xA0: 12\xC2\xA0%\xC2\xA0; quoi\xC2\xA0? <em>Non</em>\xC2\xA0! A: b",
	    "Les « phares » : 12 % ; quoi ? <em>Non</em> ! A: b"};
	struct bench *b = *state;
	for (size_t i = 0; i < 2; i++) {
		convert(b, span_of(arena_printf(b->arena, xml, lang[i])));
		buf_free(&b->file);
		b->file = (struct buf){0};
		assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
		assert_non_null(strstr(file_in(b, "EPUB/body.xhtml"), want[i]));
	}
}

static void
page_breaks_are_kept_wherever_they_fall(void **state)
{
	static const char xml[] = "<report xmlns='urn:rapporteur:report:1' xml:lang='en'><front><p>f</p></front><pagebreak "
	    "n='2'/><body><list><pagebreak n='3'/><item><p>a</p></item><pagebreak n='4'/></list>"
	    "<table><row><cell>b</cell></row><pagebreak n='5'/><row><cell>c</cell></row></table>"
	    "<p>See <ref href='#x'>d<note mark='1' xml:id='note-1'><p>n</p></note></ref></p><p "
	    "xml:id='x'>e</p></body></report>";
	struct bench *b = *state;
	convert(b, span_of(xml));
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	const char *body = file_in(b, "EPUB/body.xhtml"), *nav = file_in(b, "EPUB/nav.xhtml");
	for (char n = '2'; n <= '5'; n++) {
		assert_non_null(strstr(body, arena_printf(b->arena, "role=\"doc-pagebreak\" aria-label=\"%c\"", n)));
		assert_non_null(strstr(nav, arena_printf(b->arena, ">%c</a>", n)));
	}
	assert_non_null(strstr(nav, "<a href=\"body.xhtml\">"));
	/* the note's call stands beside the link, not in it */
	assert_non_null(strstr(body, "<a href=\"body.xhtml#x\">d</a><a epub:type=\"noteref\""));
}

/* Behind the title page a text without sections is named after what it is. */
static void
text_behind_the_title_page_has_its_own_name(void **state)
{
	struct bench *b = *state;
	convert(b, SPAN_LIT("<report xmlns='urn:rapporteur:report:1' xml:lang='en'><head><title>Bells</title></head>"
	    "<body><p>b</p></body></report>"));
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	const char *nav = file_in(b, "EPUB/nav.xhtml");
	assert_non_null(strstr(nav, "<a href=\"title.xhtml\">Bells</a>"));
	assert_non_null(strstr(nav, "<a href=\"body.xhtml\">Text</a>"));
}

static void
leading_words_are_italic(void **state)
{
	struct bench *b = *state;
	convert(b, span_of("<report xmlns='urn:rapporteur:report:1' xml:lang='en'><body><preamble><clause>"
	    "<p>Recalling also art. 7 on bells,</p></clause></preamble><para kind='operative'><num>1.</num>"
	    "<p>Also requests ropes.</p></para><signature><p>(Signed) A. Bell</p></signature></body></report>"));
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	const char *body = file_in(b, "EPUB/body.xhtml");
	assert_non_null(strstr(body, "<i class=\"lead\">Recalling also</i> <abbr title=\"article\">art.</abbr>"));
	assert_non_null(strstr(body, "<i class=\"lead\">Also requests</i> ropes."));
	assert_non_null(strstr(body, "(<i class=\"signed\">Signed</i>) A. Bell"));
}

static void
right_to_left_reports_turn_the_pages(void **state)
{
	struct bench *b = *state;
	convert(b, span_of("<report xmlns='urn:rapporteur:report:1' xml:lang='ar'><body><p>نص</p></body></report>"));
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	assert_non_null(strstr(file_in(b, "EPUB/package.opf"), "<spine page-progression-direction=\"rtl\">"));
	assert_non_null(strstr(file_in(b, "EPUB/package.opf"), "urn:uuid:"));
	assert_non_null(strstr(file_in(b, "EPUB/body.xhtml"), "dir=\"rtl\""));
	assert_non_null(strstr(file_in(b, "EPUB/nav.xhtml"), "<h1>المحتويات</h1>"));
}

static void
times_come_from_the_document_or_the_epoch(void **state)
{
	static const char xml[] = "<report xmlns='urn:rapporteur:report:1' xml:lang='en'><body><p>x</p></body></report>";
	struct bench *b = *state;
	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	convert(b, span_of(xml));
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	assert_non_null(strstr(file_in(b, "EPUB/package.opf"), ">2023-11-14T22:13:20Z<"));
	unsetenv("SOURCE_DATE_EPOCH");
	b->file.n = 0;
	assert_true(epub_write(b->arena, b->out, NULL, &b->file, b->diag));
	assert_non_null(strstr(file_in(b, "EPUB/package.opf"), ">1980-01-01T00:00:00Z<"));
}

static void
text_is_that_of_the_report(void **state)
{
	struct bench *b = *state;
	struct buf text = {0};
	convert_sample(b);
	epub_text(b->out, &text);
	xmlChar *want = xmlNodeGetContent(xmlDocGetRootElement(b->in));
	assert_string_equal(squeeze(b->arena, text.data), squeeze(b->arena, (const char *)want));
	xmlFree(want);
	buf_free(&text);
}

static void
other_documents_are_refused(void **state)
{
	struct bench *b = *state;
	convert_sample(b);
	assert_false(epub_write(b->arena, b->in, NULL, &b->file, b->diag));
	assert_string_equal(diag_id(diag_at(b->diag, 0)->code), "EPUB-INPUT");
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(container_is_in_order_and_repeatable),
	    T(package_describes_the_publication),
	    T(files_link_notes_and_sections),
	    T(missing_pictures_are_reported),
	    T(pictures_without_words_are_not_called_accessible),
	    T(empty_cells_head_nothing),
	    T(calls_of_lost_notes_lead_nowhere),
	    T(figures_stand_at_the_end),
	    T(foreign_lines_keep_their_order),
	    T(page_breaks_are_kept_wherever_they_fall), T(text_behind_the_title_page_has_its_own_name),
	    T(spaces_at_marks_are_fixed),
	    T(leading_words_are_italic),
	    T(right_to_left_reports_turn_the_pages),
	    T(times_come_from_the_document_or_the_epoch),
	    T(text_is_that_of_the_report),
	    T(other_documents_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
