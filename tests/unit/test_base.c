/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* mkdtemp */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/beside.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/json.h"
#include "base/library.h"

static void
utf8_rejects_ill_formed(void **state)
{
	(void)state;
	static const char *const bad[] = {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(utf8_invalid(span_of(bad[i])), 0);
	assert_int_equal(utf8_invalid(span_of("a\xE2\x82\xAC\xF0\x9F\x98\x80")), SIZE_MAX);
	assert_int_equal(utf8_invalid(span_of("ab\xE9z")), 2);
}

static void
utf8_round_trips_every_code_point(void **state)
{
	(void)state;
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		char out[4];
		size_t n = utf8_put(cp, out), i = 0, k = n;
		assert_int_equal(utf8_next(out, n, &i), cp);
		assert_int_equal(i, n);
		assert_int_equal(utf8_prev(out, &k), cp);
		assert_int_equal(k, 0);
	}
}

static void
trim_takes_all_blanks(void **state)
{
	(void)state;
	assert_true(span_is(span_trim(span_of(" \t\xC2\xA0 a b\xE3\x80\x80\n")), "a b"));
	assert_true(span_is(span_trim(span_of(" \xC2\xA0 ")), ""));
}

static void
note_call(void *p)
{
	++*(int *)p;
}

static void
arena_runs_cleanups_and_keeps_large_blocks(void **state)
{
	(void)state;
	int calls = 0;
	struct arena *a = arena_new();
	arena_defer(a, note_call, &calls);
	char *small = arena_strdup(a, "kept");
	char *large = arena_alloc(a, 3u << 20);
	large[(3u << 20) - 1] = 'x';
	assert_string_equal(small, "kept");
	arena_reset(a);
	assert_int_equal(calls, 1);
	arena_defer(a, note_call, &calls);
	arena_free(a);
	assert_int_equal(calls, 2);
}

static void
arrays_grow_where_they_stand(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	size_t n = 0, cap = 0;
	int *v = NULL, *first = NULL;
	for (int i = 0; i < 1000; i++) {
		int *last = VEC_PUSH(a, v, n, cap);
		assert_int_equal(*last, 0);
		*last = i;
		first = i == 0 ? v : first;
		assert_ptr_equal(v, first);
	}
	assert_int_equal(arena_used(a), cap * sizeof *v);
	memset(arena_alloc(a, 16), 0xFF, 16); /* in the way */
	for (int i = 1000; i < 3000; i++)
		*VEC_PUSH(a, v, n, cap) = i;
	assert_ptr_not_equal(v, first);
	for (int i = 0; i < 3000; i++)
		assert_int_equal(v[i], i);
	arena_free(a);
}

static void
json_escapes_and_nests(void **state)
{
	(void)state;
	struct buf b = {0};
	struct json j = json_begin(&b);
	json_object(&j);
	json_key_string(&j, "a\"", span_of("x\n\x01\xFF:"));
	json_key(&j, "v");
	json_array(&j);
	json_number(&j, 1);
	json_number(&j, 2.5);
	json_bool(&j, true);
	json_end(&j);
	json_end(&j);
	assert_string_equal(b.data, "{\"a\\\"\":\"x\\n\\u0001\xEF\xBF\xBD:\",\"v\":[1,2.5,true]}");
	buf_free(&b);
}

static void
dates_are_days_of_the_calendar(void **state)
{
	(void)state;
	static const char *const good[] = {"2044-08-03", "2000-02-29", "0001-01-01", "2024-12-31"};
	static const char *const bad[] = {"2044-8-3", "2044-13-01", "2043-02-29", "1900-02-29", "2044-04-31",
	    "0000-01-01", "2044-08-03x", ""};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(span_is_date(span_of(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(span_is_date(span_of(bad[i])));
}

static void
xml_is_escaped(void **state)
{
	(void)state;
	struct buf b = {0};
	buf_addxml(&b, span_of("<a & \"b\">"));
	assert_string_equal(b.data, "&lt;a &amp; &quot;b&quot;&gt;");
	buf_free(&b);
}

static void
file_write_is_all_or_nothing(void **state)
{
	(void)state;
	struct diag *d = diag_new();
	struct arena *a = arena_new();
	struct span got;
	char dir[] = "/tmp/rapporteur-test-XXXXXX";
	assert_non_null(mkdtemp(dir));
	char *path = arena_printf(a, "%s/out", dir);
	assert_true(file_write(path, span_of("first"), d));
	assert_false(file_write(arena_printf(a, "%s/no/such/out", dir), span_of("x"), d));
	assert_false(file_write("/dev/full", span_of("x"), d));
	assert_int_equal(diag_count(d), 2);
	const struct file_output pair[] = {{path, span_of("second")},
	                                   {arena_printf(a, "%s/no/other/out", dir), span_of("x")}};
	assert_false(files_write(pair, 2, d));
	assert_true(file_read(a, path, &got, d));
	assert_true(span_is(got, "first"));
	assert_false(file_read(a, dir, &got, d));
	assert_int_equal(diag_at(d, 3)->code, DIAG_IS_DIRECTORY);
	assert_int_equal(remove(path), 0);
	assert_int_equal(remove(dir), 0); /* and nothing else was left in it */
	arena_free(a);
	diag_free(d);
}

/* How many files the folder holds, and whether one has a temporary name. */
static size_t
count_files(const char *dir, bool *temporary)
{
	size_t n = 0;
	DIR *d = opendir(dir);
	*temporary = false;
	for (struct dirent *e; (e = readdir(d)) != NULL;) {
		n += e->d_name[0] != '.';
		*temporary = *temporary || strchr(e->d_name, '.') > e->d_name;
	}
	closedir(d);
	return n;
}

/* A signal in the middle of writing ends the process after it: all files, no temporary ones. */
static void
signals_leave_no_temporary_files(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	char dir[] = "/tmp/rapporteur-test-XXXXXX";
	assert_non_null(mkdtemp(dir));
	struct file_output out[3];
	size_t size = 16u << 20;
	for (int i = 0; i < 3; i++)
		out[i] = (struct file_output){arena_printf(a, "%s/out%d", dir, i), {arena_alloc(a, size), size}};
	pid_t child = fork();
	if (child == 0) {
		files_write(out, 3, diag_new());
		_exit(0); /* not reached when the signal came in time */
	}
	bool temporary = false;
	int status;
	while (!temporary && waitpid(child, &status, WNOHANG) == 0)
		count_files(dir, &temporary);
	assert_true(temporary);
	kill(child, SIGTERM);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
	assert_int_equal(count_files(dir, &temporary), 3);
	assert_false(temporary);
	for (int i = 0; i < 3; i++)
		assert_int_equal(remove(out[i].path), 0);
	assert_int_equal(remove(dir), 0);
	arena_free(a);
}

/* Nothing is said twice; places rise; what has no line comes first. */
static void
diag_says_once_and_in_order(void **state)
{
	(void)state;
	struct diag *d = diag_new();
	for (int round = 0; round < 300; round++) {
		diag(d, DIAG_NOTE_LOST, (struct pos){"f", 9, 0}, "late");
		diag(d, DIAG_NOTE_LOST, (struct pos){"f", 3, 4}, "%d", round % 100);
	}
	diag(d, DIAG_NOTE_LOST, (struct pos){"f", 0, 0}, "whole");
	assert_int_equal(diag_count(d), 102);
	assert_int_equal(diag_count_from(d, DIAG_WARNING), 102);
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);
	diag_print_all(d, false, 0, f);
	fclose(f);
	assert_ptr_equal(strstr(text, "f: warning"), text);
	assert_true(strstr(text, ": 0 [") < strstr(text, ": 99 ["));
	assert_true(strstr(text, ": 99 [") < strstr(text, "f:9: warning"));
	assert_null(strstr(text, "more of these"));
	free(text);
	/* no more than so many of an ID, and a word about the rest; others are not hidden by it */
	diag(d, DIAG_FIX_UNFIT, (struct pos){"f", 900, 0}, "alone");
	f = open_memstream(&text, &n);
	diag_print_all(d, true, 3, f);
	fclose(f);
	size_t lines = 0;
	for (const char *s = text; (s = strchr(s, '\n')) != NULL; s++)
		lines++;
	assert_int_equal(lines, 3 + 1 + 1);
	assert_non_null(strstr(text, "\"99 more of these; "));
	assert_non_null(strstr(text, "\"alone\""));
	assert_int_equal(diag_count_from(d, DIAG_WARNING), 103);
	free(text);
	diag_free(d);
}

static void
diag_counts_by_level(void **state)
{
	(void)state;
	struct diag *d = diag_new();
	diag(d, DIAG_SRC_EMPTY, (struct pos){"f", 3, 4}, "%s", "x");
	diag(d, DIAG_XSLT_MESSAGE, (struct pos){0}, "y");
	assert_int_equal(diag_count_from(d, DIAG_WARNING), 2);
	assert_int_equal(diag_count_from(d, DIAG_ERROR), 1);
	assert_int_equal(diag_level_find("unsupported"), DIAG_UNSUPPORTED);
	assert_int_equal(diag_level_find("loud"), -1);
	diag_free(d);
}

/* Messages of another collector come in their order, and none twice. */
static void
diag_adds_what_another_holds(void **state)
{
	(void)state;
	struct diag *d = diag_new(), *other = diag_new();
	diag(d, DIAG_USAGE, (struct pos){"a", 1, 2}, "one");
	diag(other, DIAG_USAGE, (struct pos){"b", 3, 4}, "100%% two");
	diag(other, DIAG_USAGE, (struct pos){"a", 1, 2}, "one");
	diag(other, DIAG_USAGE, (struct pos){0}, "three");
	diag_add(d, other);
	diag_free(other);
	assert_int_equal(diag_count(d), 3);
	assert_string_equal(diag_at(d, 1)->detail, "100% two");
	assert_string_equal(diag_at(d, 1)->pos.file, "b");
	assert_string_equal(diag_at(d, 2)->detail, "three");
	diag_free(d);
}

static void
add_up(void *numbers)
{
	unsigned *n = numbers;
	for (unsigned i = 1; i <= 1000; i++)
		*n += i;
}

static void
work_beside_is_done(void **state)
{
	(void)state;
	unsigned n[8] = {0};
	struct beside *b[8];
	for (size_t i = 0; i < 8; i++)
		b[i] = beside_start(add_up, &n[i]);
	for (size_t i = 0; i < 8; i++)
		beside_join(b[i]);
	for (size_t i = 0; i < 8; i++)
		assert_int_equal(n[i], 500500);
	beside_join(NULL);
}

/* Without room for another thread the work is done by this one. */
static void
look_at_mask(void *mask)
{
	pthread_sigmask(SIG_SETMASK, NULL, mask);
}

/* Who holds signals while files are written must be the one they come to. */
static void
work_beside_takes_no_signals(void **state)
{
	(void)state;
	sigset_t beside, here;
	beside_join(beside_start(look_at_mask, &beside));
	look_at_mask(&here);
	assert_true(sigismember(&beside, SIGTERM) && sigismember(&beside, SIGXCPU));
	assert_false(sigismember(&beside, SIGABRT) || sigismember(&beside, SIGSEGV) || sigismember(&beside, SIGTRAP));
	assert_false(sigismember(&here, SIGTERM) || sigismember(&here, SIGXCPU));
}

static void
work_beside_is_done_without_threads(void **state)
{
	(void)state;
	struct rlimit was;
	unsigned n = 0;
	assert_int_equal(getrlimit(RLIMIT_AS, &was), 0);
	free(xmalloc(4096));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
	assert_int_equal(setrlimit(RLIMIT_AS, &(struct rlimit){1, was.rlim_max}), 0);
#endif
	struct beside *b = beside_start(add_up, &n);
	setrlimit(RLIMIT_AS, &was);
	beside_join(b);
	assert_int_equal(n, 500500);
}

/* The functions of a library come in the order of their names; what is not there is told. */
static void
libraries_come_when_needed(void **state)
{
	(void)state;
	static const char *const names[] = {"cos", "sqrt"}, *const lacking[] = {"sqrt", "no_such_function"};
	double (*table[2])(double);
	assert_true(library_load("libm.so.6", names, 2, table));
	assert_true(table[0](0) == 1 && table[1](16) == 4);
	assert_false(library_load("libm.so.6", lacking, 2, table));
	assert_false(library_load("libno-such-library.so.1", names, 2, table));
}

/* Wherever the data are said to be, libraries get a path that holds in any folder. */
static void
paths_of_data_are_absolute(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const char *was = getenv("RAPPORTEUR_DATA"), *beside = data_path(a, "schemas/report.rng");
	char *old = was != NULL ? strdup(was) : NULL;
	setenv("RAPPORTEUR_DATA", ".", 1);
	const char *path = data_path(a, "schemas/report.rng");
	assert_non_null(beside);
	assert_non_null(path);
	assert_int_equal(path[0], '/');
	assert_null(data_path(a, "schemas/none.rng"));
	if (old != NULL)
		setenv("RAPPORTEUR_DATA", old, 1);
	else
		unsetenv("RAPPORTEUR_DATA");
	free(old);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(utf8_rejects_ill_formed),
	    cmocka_unit_test(utf8_round_trips_every_code_point),
	    cmocka_unit_test(trim_takes_all_blanks),
	    cmocka_unit_test(arena_runs_cleanups_and_keeps_large_blocks),
	    cmocka_unit_test(arrays_grow_where_they_stand),
	    cmocka_unit_test(json_escapes_and_nests),
	    cmocka_unit_test(dates_are_days_of_the_calendar),
	    cmocka_unit_test(xml_is_escaped),
	    cmocka_unit_test(file_write_is_all_or_nothing),
	    cmocka_unit_test(signals_leave_no_temporary_files),
	    cmocka_unit_test(diag_says_once_and_in_order),
	    cmocka_unit_test(diag_counts_by_level),
	    cmocka_unit_test(diag_adds_what_another_holds),
	    cmocka_unit_test(paths_of_data_are_absolute),
	    cmocka_unit_test(work_beside_is_done),
	    cmocka_unit_test(work_beside_takes_no_signals),
	    cmocka_unit_test(work_beside_is_done_without_threads),
	    cmocka_unit_test(libraries_come_when_needed),
	};
	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
