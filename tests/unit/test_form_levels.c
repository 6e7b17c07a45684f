/* SPDX-License-Identifier: MIT */
/* test_form_levels.c - levels of headings by the styles of a Word document, and captions among them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/diag.h"
#include "recognise/recognise.h"
#include "unit/docx_pack.h"

/* Lines "1Heading" to "9Heading" by their styles, "-Text". */
static struct span
docx(struct arena *a, const char *s)
{
	struct buf body = {0}, styles = {0};

	for (int k = 1; k <= 9; k++)
		buf_printf(&styles, "<w:style w:type='paragraph' w:styleId='H%d'><w:name w:val='heading %d'/><w:pPr>"
		                    "<w:outlineLvl w:val='%d'/></w:pPr></w:style>", k, k, k - 1);
	for (const char *end; (end = strchr(s, '\n')) != NULL; s = end + 1) {
		buf_adds(&body, "<w:p>");
		if (*s != '-')
			buf_printf(&body, "<w:pPr><w:pStyle w:val='H%c'/></w:pPr>", *s);
		buf_printf(&body, "<w:r><w:t>%.*s</w:t></w:r></w:p>", (int)(end - s) - 1, s + 1);
	}
	buf_addc(&body, '\0');
	buf_addc(&styles, '\0');
	const struct part parts[] = {
	    {"_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
	                    "<Relationship Id='a' Type='" REL "officeDocument' Target='word/document.xml'/></Relationships>"},
	    {"word/_rels/document.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
	                                     "relationships'><Relationship Id='s' Type='" REL "styles' Target='styles.xml'/>"
	                                     "</Relationships>"},
	    {"word/styles.xml", arena_printf(a, "<w:styles " W ">%s</w:styles>", styles.data)},
	    {"word/document.xml", arena_printf(a, "<w:document " W "><w:body>%s</w:body></w:document>", body.data)},
	    {NULL, NULL}};
	buf_free(&body);
	buf_free(&styles);
	return pack(a, parts);
}

/* The headings as "level text", and captions as "= text", a line each. */
static char *
headings(struct arena *a, const char *text)
{
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = "en"};
	const struct report *r =
	    recognise_structure(a, source_read(a, "test", docx(a, text), SOURCE_DOCX, d), &options, d)->report;
	struct buf out = {0};

	for (const struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n)) {
		struct buf words = {0};
		if (n->kind != REP_SECTION && n->kind != REP_CAPTION)
			continue;
		for (const struct rep_node *c = n->kind == REP_CAPTION ? n : n->first; c != NULL; c = c == n ? NULL : c->next)
			if (c->kind == REP_CAPTION || c->kind == REP_HEADING || (c->kind == REP_NUM && n->kind == REP_SECTION)) {
				rep_text_of(c, &words);
				buf_addc(&words, ' ');
			}
		buf_printf(&out, "%s %.*s\n", n->kind == REP_CAPTION ? "=" : rep_get(n, "level"), (int)words.n - 1, words.data);
		buf_free(&words);
	}
	char *s = arena_strndup(a, out.data, out.n);
	buf_free(&out);
	diag_free(d);
	return s;
}

#define TEXT "-The keepers of the nine harbours rang the bells in the fog, and nobody was lost at sea.\n"

/* What a style says holds, whatever words recur and count: no "Aim 2" stands under what stands under "Aim 1". */
static void
styles_say_levels(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
	    headings(a, "1A. Plan of the harbours\n" TEXT "1Overall view\n" TEXT "2Bells\n" TEXT
	    "3Aim 1: ropes that hold\n" TEXT
	                "3Work of the year\n" TEXT "4Ropes\n" TEXT "3Aim 2: bells that ring\n" TEXT "3Work of the year\n" TEXT
	                "3Aim 3: keepers who hear them\n" TEXT "2Lamps\n" TEXT "3Aim 1: oil\n" TEXT "1B. Money\n" TEXT),
	    "1 A. Plan of the harbours\n2 Overall view\n3 Bells\n4 Aim 1: ropes that hold\n4 Work of the year\n5 Ropes\n"
	    "4 Aim 2: bells that ring\n4 Work of the year\n4 Aim 3: keepers who hear them\n3 Lamps\n"
	    "4 Aim 1: oil\n1 B. Money\n");
	arena_free(a);
}

/* Where one kind of number has several styles, the styles say nothing. */
static void
uneven_styles_say_nothing(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
	    headings(a, "1I. Bells\n" TEXT "3A. Ropes\n" TEXT "2B. Towers\n" TEXT "2II. Lamps\n" TEXT "3A. Oil\n" TEXT
	                "1III. Keepers\n" TEXT),
	    "1 I. Bells\n2 A. Ropes\n2 B. Towers\n1 II. Lamps\n2 A. Oil\n1 III. Keepers\n");
	arena_free(a);
}

/* One number among many in another style, as of a line that is no heading, leaves the styles what they say. */
static void
one_odd_number_changes_nothing(void **state)
{
	struct arena *a = arena_new();
	struct buf text = {0}, want = {0};

	(void)state;
	for (int i = 0; i < 12; i++) {
		bool odd = i == 11;
		buf_printf(&text, "%d%c. Bells\n" TEXT "2Ropes\n" TEXT "3Hemp\n" TEXT, odd ? 3 : 1, 'A' + i);
		buf_printf(&want, "%d %c. Bells\n2 Ropes\n3 Hemp\n", odd ? 3 : 1, 'A' + i);
	}
	buf_addc(&text, '\0');
	buf_addc(&want, '\0');
	assert_string_equal(headings(a, text.data), want.data);
	buf_free(&text);
	buf_free(&want);
	arena_free(a);
}

/* A label and its title in one style are one heading; the name of a chart that is not in the draft is none. */
static void
labels_and_captions_by_style(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
	    headings(a, "1A. Programme of work\n" TEXT "2Subprogramme 1\n2Bells of the coast\n" TEXT "3Results\n" TEXT
	                "3Figure 4.II\n3Bells rung (annual)\n" TEXT "2Subprogramme 2\n2Lamps\n" TEXT),
	    "1 A. Programme of work\n2 Subprogramme 1 Bells of the coast\n3 Results\n= Figure 4.II\n= Bells rung (annual)\n"
	    "2 Subprogramme 2 Lamps\n");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(styles_say_levels), cmocka_unit_test(uneven_styles_say_nothing),
		cmocka_unit_test(labels_and_captions_by_style), cmocka_unit_test(one_odd_number_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
