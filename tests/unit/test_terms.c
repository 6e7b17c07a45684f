/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* mkdtemp */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include <libxml/relaxng.h>

#include "base/file.h"
#include "recognise/language.h"
#include "report/terms.h"
#include "unit/fixture.h"

static const char *const languages[] = {"ar", "en", "es", "fr", "ru", "zh"};
#define LANGUAGES (sizeof languages / sizeof *languages)

static const struct terms *
load(struct fixture *f, const char *lang)
{
	const struct terms *t = terms_load(f->a, lang, f->d);
	assert_non_null(t);
	return t;
}

static void
every_language_follows_the_schema(void **state)
{
	struct fixture *f = *state;
	const char *path = data_path(f->a, "schemas/terms.rng");
	assert_non_null(path);
	xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(path);
	xmlRelaxNG *schema = xmlRelaxNGParse(parser);
	assert_non_null(schema);
	for (size_t i = 0; i <= LANGUAGES; i++) {
		const char *name = i < LANGUAGES ? languages[i] : "languages";
		xmlDoc *doc = xmlReadFile(data_path(f->a, arena_printf(f->a, "stylesheets/terms/%s.xml",
		    name)), NULL, XML_PARSE_NONET);
		xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt(schema);
		assert_int_equal(xmlRelaxNGValidateDoc(valid, doc), 0);
		xmlRelaxNGFreeValidCtxt(valid);
		xmlFreeDoc(doc);
	}
	xmlRelaxNGFree(schema);
	xmlRelaxNGFreeParserCtxt(parser);
	xmlRelaxNGCleanupTypes();
}

static xmlNode *
first_entry(struct fixture *f, const char *lang, xmlDoc **doc)
{
	*doc = xmlReadFile(data_path(f->a, arena_printf(f->a, "stylesheets/terms/%s.xml", lang)), NULL, XML_PARSE_NONET);
	assert_non_null(*doc);
	return xmlDocGetRootElement(*doc)->children;
}

/* What one language says, all say; what a language alone needs is left out. */
static void
every_language_has_the_same_keys(void **state)
{
	static const char *const own[] = {"ordinal", "letter-name", "letter-value", "number", "number-", "quote.title.",
	                                  "space-", "article-of-organ", "plenary", "keep.", "page-before",
	                                  "clause-on"};
	struct fixture *f = *state;
	for (size_t i = 0; i < LANGUAGES; i++) {
		xmlDoc *doc;
		for (xmlNode *e = first_entry(f, languages[i], &doc); e != NULL; e = e->next) {
			xmlChar *key = e->type == XML_ELEMENT_NODE ? xmlGetProp(e, BAD_CAST "key") : NULL;
			bool alone = key == NULL, list = xmlStrEqual(e->name, BAD_CAST "list");
			for (size_t o = 0; !alone && o < sizeof own / sizeof *own; o++)
				alone = strcmp((char *)key, own[o]) == 0 ||
				        (strchr("-.", own[o][strlen(own[o]) - 1]) != NULL &&
				         strncmp((char *)key, own[o], strlen(own[o])) == 0);
			for (size_t j = 0; !alone && j < LANGUAGES; j++) {
				const struct terms *t = load(f, languages[j]);
				size_t n = 0;
				if (list)
					terms_list(t, (char *)key, &n);
				else
					n = terms_get(t, (char *)key).n;
				if (n == 0)
					fail_msg("%s has %s, %s has not", languages[i], (char *)key, languages[j]);
			}
			xmlFree(key);
		}
		xmlFreeDoc(doc);
	}
}

static void
phrases_are_found_by_key(void **state)
{
	struct fixture *f = *state;
	const struct terms *t = load(f, "es-ES");
	assert_true(span_is(terms_get(t, "organ.ga"), "Asamblea General"));
	assert_int_equal(terms_get(t, "organ.g").n, 0);
	assert_int_equal(terms_get(t, "annex").n, 0); /* a list, not a term */
	size_t n = 0;
	const struct span *annex = terms_list(t, "annex", &n);
	assert_true(n >= 2 && span_is(annex[0], "Anexo"));
	assert_null(terms_list(t, "no-such-list", &n));
	assert_int_equal(n, 0);
}

/* The twelve names stand in the order of the year; other names follow as further dozens. */
static void
months_have_values(void **state)
{
	struct fixture *f = *state;
	for (size_t i = 0; i < LANGUAGES; i++) {
		const struct terms *t = load(f, languages[i]);
		size_t n;
		assert_non_null(terms_list(t, "month", &n));
		const uint32_t *value = terms_values(t, "month");
		assert_true(n >= 12 && n % 12 == 0);
		for (size_t k = 0; k < n; k++)
			assert_int_equal(value[k], k % 12 + 1);
	}
}

static void
folding_levels_typography(void **state)
{
	struct fixture *f = *state;
	assert_true(span_is(terms_fold(f->a, SPAN_LIT("L\xE2\x80\x99\xC3\x89TAT")), "l'\xC3\xA9tat"));
	assert_true(span_is(terms_fold(f->a, SPAN_LIT("vingt\xE2\x80\x91un")), "vingt-un"));
	/* kashida and vowel signs */
	assert_true(span_is(terms_fold(f->a, SPAN_LIT("\xD8\xA3\xD9\x80\xD9\x88\xD9\x8B")), "\xD8\xA3\xD9\x88"));
	assert_int_equal(terms_fold(f->a, SPAN_LIT("\xFF \xFF")).n, 0);
}

static void
number_words_add_up(void **state)
{
	static const struct { const char *lang, *text; uint32_t value; } cases[] = {
	    {"en", "Thirty-first session", 31}, {"en", "Eightieth year", 80},
	    {"en", "twenty\xE2\x80\x91second", 22}, {"en", "one hundred and third session", 103},
	    {"es", "Cuadrag\xC3\xA9simo octavo per\xC3\xADodo de sesiones", 48},
	    {"es", "Trig\xC3\xA9simo primer per\xC3\xADodo", 31},
	    {"es", "Vig\xC3\xA9simo quinto", 25}, {"fr", "Quatre-vingt-onzi\xC3\xA8me session", 91},
	    {"fr", "Soixante et onzi\xC3\xA8me session", 71}, {"fr", "Trente et uni\xC3\xA8me", 31},
	    {"fr", "Quatre-vingti\xC3\xA8me session", 80}, {"fr", "Soixante-dix-septi\xC3\xA8me session", 77},
	    {"ru", "\xD0\xA2\xD1\x80\xD0\xB8\xD0\xB4\xD1\x86\xD0\xB0\xD1\x82\xD1\x8C "
	    "\xD1\x87\xD0\xB5\xD1\x82\xD0\xB2\xD0\xB5\xD1\x80\xD1\x82\xD0\xB0\xD1\x8F "
	    "\xD1\x81\xD0\xB5\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F", 34},
	    {"zh", "\xE7\xAC\xAC\xE4\xB8\x89\xE5\x8D\x81\xE4\xB8\x80\xE5\xB1\x8A\xE4\xBC\x9A\xE8\xAE\xAE", 31},
	    {"zh", "\xE5\x8D\x81\xE4\xBA\x8C", 12}, {"zh", "\xE4\xB8\x80\xE7\x99\xBE\xE9\x9B\xB6\xE4\xBA\x94", 105},
	    {"ar", "\xD8\xA7\xD9\x84\xD8\xAB\xD8\xA7\xD9\x84\xD8\xAB\xD8\xA9 \xD9\x88\xD8\xA7\xD9\x84\xD8\xA3\xD8\xB1\xD8\xA8"
	    "\xD8\xB9\xD9\x88\xD9\x86", 43},
	    {"en", "Report of the first", 0}, {"en", "oneness", 0},
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t used = 0;
		struct span folded = terms_fold(f->a, span_of(cases[i].text));
		uint32_t got = terms_number(load(f, cases[i].lang), folded, &used);
		if (got != cases[i].value)
			fail_msg("%s: %s gave %u", cases[i].lang, cases[i].text, got);
		assert_true(got == 0 || (used > 0 && used <= folded.n));
	}
}

static void
an_unknown_language_is_reported(void **state)
{
	struct fixture *f = *state;
	assert_null(terms_load(f->a, "xx", f->d));
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_TERMS_LOAD);
}

static void
a_broken_file_is_reported_with_its_line(void **state)
{
	struct fixture *f = *state;
	char dir[] = "/tmp/terms-XXXXXX";
	assert_non_null(mkdtemp(dir));
	const char *folder = arena_printf(f->a, "%s/stylesheets/terms", dir);
	assert_int_equal(mkdir(arena_printf(f->a, "%s/stylesheets", dir), 0700), 0);
	assert_int_equal(mkdir(folder, 0700), 0);
	const char *path = arena_printf(f->a, "%s/yy.xml", folder);
	assert_true(file_write(path, SPAN_LIT("<terms>\n<term key='a'>b</wrong>\n</terms>\n"), f->d));
	setenv("RAPPORTEUR_DATA", dir, 1);
	assert_null(terms_load(f->a, "yy", f->d));
	unsetenv("RAPPORTEUR_DATA");
	assert_int_equal(diag_count(f->d), 1);
	assert_int_equal(diag_at(f->d, 0)->code, DIAG_TERMS_LOAD);
	assert_int_equal(diag_at(f->d, 0)->pos.line, 2);
	unlink(path);
	rmdir(folder);
	rmdir(arena_printf(f->a, "%s/stylesheets", dir));
	rmdir(dir);
}

static void
languages_are_told_apart(void **state)
{
	static const struct { const char *lang, *text; } cases[] = {
	    {"en", "The members of the committee noted that the work had been completed in time."},
	    {"es", "Los miembros del comit\xC3\xA9 se\xC3\xB1" "alaron que los trabajos se hab\xC3\xAD"
	    "an terminado a tiempo."},
	    {"fr", "Les membres du comit\xC3\xA9 ont not\xC3\xA9 que les travaux avaient \xC3\xA9t\xC3\xA9 achev\xC3\xA9s "
	    "dans les d\xC3\xA9lais."},
	    {"ru", "\xD0\xA7\xD0\xBB\xD0\xB5\xD0\xBD\xD1\x8B \xD0\xBA\xD0\xBE\xD0\xBC\xD0\xB8\xD1\x82"
	    "\xD0\xB5\xD1\x82\xD0\xB0"},
	    {"ar", "\xD8\xA3\xD8\xB9\xD8\xB6\xD8\xA7\xD8\xA1 Rev.1"},
	    {"zh", "\xE5\xA7\x94\xE5\x91\x98\xE4\xBC\x9A (A/99/1)"},
	    {NULL, "Lorem ipsum dolor sit amet consectetuer adipiscing elit sed diam nonummy"},
	    {NULL, "1234 5678"}, {NULL, ""},
	};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		float conf = -1;
		const char *got = language_detect(f->a, span_of(cases[i].text), &conf, f->d);
		if ((got == NULL) != (cases[i].lang == NULL) || (got != NULL && strcmp(got, cases[i].lang) != 0))
			fail_msg("case %zu gave %s", i, got ? got : "none");
		assert_true(conf >= 0 && conf <= 1);
	}
}

static void
real_papers_are_in_the_language_of_their_name(void **state)
{
	static const char *const papers[] = {
	    "A-77-275.es.txt", "A_79_876.ar.pdfbox.txt", "A_AC.105_C.1_L.363.fr.txt", "A_AC.105_C.1_L.363.ru.txt",
	    "A_AC.183_SR.413.zh.txt", "A_RES_48_246.es.pdfbox.txt", "A_RES_78_323.en.pdfbox.txt", "S_2024_228.ru.pdfbox.txt",
	    "A_HRC_WG.6_7_ITA_1.fr.pdfbox.txt", "E_CN.3_2025_8.en.pdfbox.txt", "S_2023_664.es.pdfbox.txt"};
	struct fixture *f = *state;
	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
		struct span text;
		struct diag *quiet = diag_new();
		bool there = file_read(f->a, arena_printf(f->a, "../shared/corpus/%s", papers[i]), &text, quiet);
		diag_free(quiet);
		if (!there) {
			print_message("no ../shared/corpus\n");
			skip();
		}
		float conf;
		const char *got = language_detect(f->a, text, &conf, f->d);
		const char *dot = strchr(papers[i], '.');
		while (dot != NULL && !(dot[3] == '.' && dot[1] >= 'a'))
			dot = strchr(dot + 1, '.');
		assert_non_null(dot);
		if (got == NULL || strncmp(got, dot + 1, 2) != 0)
			fail_msg("%s: %s", papers[i], got ? got : "none");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(every_language_follows_the_schema, setup, teardown),
	    cmocka_unit_test_setup_teardown(every_language_has_the_same_keys, setup, teardown),
	    cmocka_unit_test_setup_teardown(phrases_are_found_by_key, setup, teardown),
	    cmocka_unit_test_setup_teardown(months_have_values, setup, teardown),
	    cmocka_unit_test_setup_teardown(folding_levels_typography, setup, teardown),
	    cmocka_unit_test_setup_teardown(number_words_add_up, setup, teardown),
	    cmocka_unit_test_setup_teardown(an_unknown_language_is_reported, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_broken_file_is_reported_with_its_line, setup, teardown),
	    cmocka_unit_test_setup_teardown(languages_are_told_apart, setup, teardown),
	    cmocka_unit_test_setup_teardown(real_papers_are_in_the_language_of_their_name, setup, teardown),
	};
	return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
