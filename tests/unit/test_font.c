/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* setenv, mkdtemp */
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

#include <fontconfig/fontconfig.h>

#include "bench.h"

static int
setup(void **state)
{
	return bench_open(state, sizeof(struct bench));
}

static const char *
name_for(struct bench *b, const char *families, int weight, bool italic, uint32_t cp, const char *lang)
{
	const struct font *f = font_for(b->fonts, families, weight, italic, cp, lang);
	return f != NULL ? font_name(f) : "none";
}

static void
families_weights_and_slants_are_found(void **state)
{
	struct bench *b = *state;
	assert_string_equal(name_for(b, "Liberation Serif", 400, false, 'a', "en"), "LiberationSerif");
	assert_string_equal(name_for(b, "Liberation Serif", 700, false, 'a', "en"), "LiberationSerif-Bold");
	assert_string_equal(name_for(b, "Liberation Serif", 400, true, 'a', "en"), "LiberationSerif-Italic");
	assert_string_equal(name_for(b, "Liberation Serif", 700, true, 'a', "en"), "LiberationSerif-BoldItalic");
	assert_string_equal(name_for(b, "'Nowhere Sans', Liberation Sans", 400, false, 'a', "en"), "LiberationSans");
	assert_string_equal(name_for(b, "Times New Roman", 400, false, 'a', "en"), "LiberationSerif");
	assert_string_equal(name_for(b, "monospace", 400, false, 'a', "en"), "LiberationMono");
	assert_string_equal(name_for(b, "", 400, false, 'a', "en"), "LiberationSerif");
}

static void
each_character_falls_to_a_font_that_has_it(void **state)
{
	struct bench *b = *state;
	const char *families = "Liberation Serif, Noto Naskh Arabic";
	assert_string_equal(name_for(b, families, 400, false, 0x0633, "ar"), "NotoNaskhArabic-Regular");
	assert_string_equal(name_for(b, families, 700, false, 0x0633, "ar"), "NotoNaskhArabic-Bold");
	assert_string_equal(name_for(b, families, 400, false, 0x0416, "ru"), "LiberationSerif");
	assert_string_equal(name_for(b, families, 400, false, 0x5927, "zh"), "NotoSerifCJKsc-Regular");
	assert_string_equal(name_for(b, families, 400, false, 0x05D0, "en"), "NotoSerifHebrew-Regular");
	assert_string_equal(name_for(b, families, 400, false, 0xE123, "en"), "none");
	assert_string_equal(name_for(b, families, 400, false, 0x10FFFD, "en"), "none");
}

static void
chinese_has_its_own_quotes(void **state)
{
	struct bench *b = *state;
	const char *families = "Liberation Serif, Noto Serif CJK SC";
	assert_string_equal(name_for(b, families, 400, false, 0x201C, "zh"), "NotoSerifCJKsc-Regular");
	assert_string_equal(name_for(b, families, 400, false, 0x201C, "en"), "LiberationSerif");
	assert_string_equal(name_for(b, families, 400, false, 'a', "zh"), "LiberationSerif");
}

static void
metrics_are_those_of_the_face(void **state)
{
	struct bench *b = *state;
	const struct font_metrics *m = font_metrics(font_for(b->fonts, "Liberation Serif", 400, false, 'a', "en"));
	assert_true(m->ascent > 0.890 && m->ascent < 0.892);
	assert_true(m->descent > 0.215 && m->descent < 0.217);
	assert_true(m->space == 0.25);
	assert_true(m->x_height > 0.44 && m->x_height < 0.48);
	assert_true(m->cap_height > m->x_height && m->cap_height < m->ascent);
	assert_true(m->underline_pos > 0 && m->underline_size > 0);
}

static void
painters_get_a_face(void **state)
{
	struct bench *b = *state;
	const struct font *f = font_for(b->fonts, "Noto Serif CJK SC", 400, false, 0x5927, "zh");
	assert_non_null(font_ft_face(f));
	assert_ptr_equal(font_ft_face(f), font_ft_face(f));
}

static void
no_other_font_of_the_machine_is_known(void **state)
{
	(void)state;
	FcPattern *all = FcPatternCreate();
	FcObjectSet *os = FcObjectSetBuild(FC_FILE, NULL);
	FcFontSet *set = FcFontList(NULL, all, os);
	assert_non_null(set);
	assert_true(set->nfont > 0);
	for (int i = 0; i < set->nfont; i++) {
		FcChar8 *file;
		assert_int_equal(FcPatternGetString(set->fonts[i], FC_FILE, 0, &file), FcResultMatch);
		assert_true(strstr((char *)file, "liberation/") != NULL || strstr((char *)file, "noto/") != NULL);
	}
	FcFontSetDestroy(set);
	FcObjectSetDestroy(os);
	FcPatternDestroy(all);
}

/* Open a font set from a folder whose fonts/ has these two files (NULL = none). */
static enum diag_code
open_with(const char *conf, const char *pinned)
{
	char dir[] = "/tmp/fontsXXXXXX", path[64], command[64];
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/fonts", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	const char *const content[] = {conf, pinned}, *const name[] = {"fonts.conf", "pinned"};
	for (size_t i = 0; i < 2; i++) {
		snprintf(path, sizeof path, "%s/fonts/%s", dir, name[i]);
		FILE *f = content[i] != NULL ? fopen(path, "w") : NULL;
		if (f != NULL) {
			fputs(content[i], f);
			fclose(f);
		}
	}
	const char *was = getenv("RAPPORTEUR_DATA");
	char *old = was != NULL ? strdup(was) : NULL;
	setenv("RAPPORTEUR_DATA", dir, 1);
	struct diag *d = diag_new();
	struct fontset *set = fontset_open(d);
	enum diag_code code = diag_count(d) > 0 ? diag_at(d, 0)->code : DIAG_CODES;
	assert_true(set == NULL || code == DIAG_FONT_MISSING || code == DIAG_CODES);
	fontset_free(set);
	diag_free(d);
	if (old != NULL)
		setenv("RAPPORTEUR_DATA", old, 1);
	else
		unsetenv("RAPPORTEUR_DATA");
	free(old);
	snprintf(command, sizeof command, "rm -r %s", dir);
	assert_int_equal(system(command), 0);
	return code;
}

static void
bad_configurations_are_reported(void **state)
{
	(void)state;
	static const char conf[] = "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig></fontconfig>";
	static const char good[] = "Liberation Serif:weight=80:"
	    "file=/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf\n";
	static const char half[] = "Liberation Serif:weight=80:"
	    "file=/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf\n"
	    "Lost:file=/nowhere/lost.ttf\n";
	assert_int_equal(open_with(conf, good), DIAG_CODES);
	assert_int_equal(open_with(conf, half), DIAG_FONT_MISSING);
	assert_int_equal(open_with(NULL, good), DIAG_FONT_CONFIG);
	assert_int_equal(open_with("not xml", good), DIAG_FONT_CONFIG);
	assert_int_equal(open_with(conf, "Serif without a file\n"), DIAG_FONT_LIST);
	assert_int_equal(open_with(conf, "# nothing\n"), DIAG_FONT_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(families_weights_and_slants_are_found, setup, teardown),
		cmocka_unit_test_setup_teardown(each_character_falls_to_a_font_that_has_it, setup, teardown),
		cmocka_unit_test_setup_teardown(chinese_has_its_own_quotes, setup, teardown),
		cmocka_unit_test_setup_teardown(metrics_are_those_of_the_face, setup, teardown),
		cmocka_unit_test_setup_teardown(painters_get_a_face, setup, teardown),
		cmocka_unit_test_setup_teardown(no_other_font_of_the_machine_is_known, setup, teardown),
		cmocka_unit_test(bad_configurations_are_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
