/* SPDX-License-Identifier: MIT */
/*
 * test_growth.c - drafts that consist of one thing over and over, as nobody writes them: recognising
 * six times as much takes about six times the memory and the time.
 *
 * Memory is counted.  No count of steps is to be had: squared, six times as much would take 36 times
 * as long, so a generous ratio of CPU times tells the two apart.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "recognise/recognise.h"

#define BYTES 5000      /* of the lesser draft: milliseconds, where the greater one is slow */
#define TIMES 6
#define RATIO 18        /* of times, between 6 and 36, */
#define SPARE 0.02      /* and seconds that any draft may take */
#define RUNS 5          /* of which the fastest counts: other programs run too, */
#define MOST_RUNS 25    /* for a while now and then */
#define MEMORY_RATIO 12 /* of bytes, as arrays grow by doubling, */
#define MEMORY_SPARE (1 << 20)

#define ALL 2 /* languages for all kinds: the second has no dictionary whose loading hides what grows */

/* Words that stand for the signs of a unit: @ ~ { }. */
struct language {
	const char *code, *capital, *words, *annex, *contents;
};

static const struct language languages[] = {
	{"en", "The wardens", "the lamps of the harbour", "Annex", "Contents"},
	{"zh", "守望者", "点亮了港口的灯", "附件", "目录"},
	{"ar", "الحراس", "مصابيح الميناء القديم", "المرفق", "المحتويات"},
	{"ru", "Смотрители", "зажигают лампы в гавани", "Приложение", "Содержание"},
};

/* What stands once, and what follows it over and over; # is a running number, % a Roman one, & a letter. */
static const struct kind {
	const char *start, *unit;
} kinds[] = {
	/* numbers and labels */
	{"", "#\n"}, {"", "1\n"}, {"", "# "}, {"", "7"}, {"", "#.\n"}, {"", "1.\n"}, {"", "(&)\n"}, {"", "%.\n"},
	{"", "%.\n&.\n#.\n(&)\n(#)\n"}, {"", "1.2.3.4\n"}, {"", "#/#\n"}, {"", "#/# "}, {"", "#%\n"},
	{"", "# @ ~.\n"}, {"", "#. @ ~.\n\n"}, {"", "1. @ ~.\n"}, {"", "(&) @ ~;\n"}, {"", "(a) @:\n"},
	{"", "#. @:\n(a) @:\n(i) @;\n"}, {"", "1.# @ ~.\n"}, {"", "- @\n"}, {"", "-\n"}, {"", "\xE2\x80\xA2 @\n"},
	/* headings */
	{"", "%. @\n\n"}, {"", "I. @\n\nA. @\n\n1. @\n\n"}, {"", "@\n\n~.\n\n"}, {"", "@\n"}, {"", "@ #\n"},
	{"", "@\n#\n#\n"}, {"", "@ #\n\n@ ~.\n\n"}, {"", "@ #: ~\n"},
	/* notes and their calls */
	{"", "#/\n"}, {"", "1/\n"}, {"", "#/ @.\n"}, {"", "____________\n\n# @.\n"}, {"", "~.# "}, {"", "@ ~.#\n"},
	{"", "~ (#) "}, {"", "@ ~.#\n\n__________\n\n# @.\n\f"}, {"", "*"}, {"", "*\n"}, {"", "~* "}, {"", "* @.\n"},
	{"", "** "},
	{"1. The wardens lit the lamps.1\n\n____________\n\n1 See the book.", " \t"},
	{"1. The wardens lit them.1\n\n____________\n\n1 See p. 2.", " 2 a"},
	/* contents, annexes, parts */
	{"}\n\n", "%. @ .......... #\n"}, {"}\n\n", "@ #\n"}, {"", "}\n"}, {"", "}\n\n%. @ ..... #\n\n"}, {"", ". "},
	{"", "{ %\n\n"}, {"", "{\n\n@\n\n"}, {"", "{ %\n\n@ #\n\n1. ~.\n\n"}, {"", "{\n\n@\f"},
	{"", "Letter dated 1 May 2098 from @ addressed to the Secretary-General\n\n"}, {"", "(Signed) @\n"},
	{"", "The General Assembly,\n\nRecalling ~,\n\n1. Decides ~;\n\n"},
	{"The General Assembly,\n\n", "Recalling ~,\n"},
	{"", "In favour: @, @.\n"}, {"", "Mr. @: ~.\n"}, {"", "Distr.: General\n"}, {"", "Agenda item #\n"},
	{"", "Summary\n\n@\n\n"},
	/* tables and figures */
	{"", "@  # # #\n"}, {"", "| @ | # |\n"}, {"", "@\t#\t#\n"}, {"", "@      ~      #\n"}, {"", "+----+\n| @ |\n"},
	{"", "Table #\n@\n\n@ # #\n@ # #\n@ # #\n\n"}, {"", "Figure #\n@\n"}, {"", "Source: @.\n"},
	/* signs and weights of Markdown */
	{"A--b and c.\n\n", "a"}, {"A--b and c.\n\n", "'"}, {"A--b and c.\n\n", "*'"}, {"", "**@ ~**\n"},
	{"", "x[#]"}, {"", "# @\n ~\n"}, {"", "**A/79/1**\n\n@ ~.[#]\n\n# See @.\n\n-----\n\n"},
	/* lines and pages */
	{"", "@ ~ ~.\n"}, {"", "~,\n"}, {"", "~:\n"}, {"", "@\n~\n\f"}, {"", "\f"}, {"", "x\f"},
	{"", "@ ~\n\nA/79/1\n\n98-00001 #/999\n\f"},
	{"", "____________\n"}, {"", " \n"}, {"", "\t"}, {"", "x          "}, {"", "~"}, {"", "~ "}, {"", "A"},
	/* brackets, quotes, hyphens, blanks */
	{"", "["}, {"", "]"}, {"", "[]"}, {"", "[\n"}, {"", "[~] "}, {"", "[a "}, {"", "("}, {"", "((a)) "},
	{"", "\xE2\x80\x9C"},
	{"", "\xE2\x80\x9C""a\xE2\x80\x9D "}, {"", "\"\n"}, {"", "over-\nthrow "}, {"", "-\n"}, {"", "смотр-\n"},
	{"", "@-\n"}, {"", " ,"},
	{"", "~ , ~, "}, {"", "SecretaryGeneral Secretary-General "}, {"", "in 20 21 in 2021 "}, {"", "e\xCC\x81"},
	{"", "\xC2\xA0"},
	{"", "\xE2\x80\x8B"},
	/* symbols and addresses */
	{"", "http://x.org/a/b?c=d\n"}, {"", "http://"}, {"", "http://undocs.org/A/#/#\n"}, {"", "A/99/#\n"},
	{"", "A/99/# "},
	{"", "A/RES/99/# "}, {"1. The wardens lit A", "//"}, {"1. The wardens lit A", "/1"}, {"", "A/"},
	{"", "paragraph # "},
	{"", "see note # above. "},
};

/* Roman numerals to 39 will do. */
static void
add_roman(struct buf *b, unsigned n)
{
	static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

	for (n = n % 39 + 1; n >= 10; n -= 10)
		buf_adds(b, "X");
	buf_adds(b, ones[n]);
}

static void
add_unit(struct buf *b, const char *unit, const struct language *l, unsigned n)
{
	for (; *unit != '\0'; unit++)
		switch (*unit) {
		case '#': buf_printf(b, "%u", n); break;
		case '%': add_roman(b, n); break;
		case '&': buf_addc(b, (char)('a' + n % 26)); break;
		case '@': buf_adds(b, l->capital); break;
		case '~': buf_adds(b, l->words); break;
		case '{': buf_adds(b, l->annex); break;
		case '}': buf_adds(b, l->contents); break;
		default: buf_addc(b, *unit);
		}
}

/* CPU seconds for a draft of the kind with so many bytes, and the memory that its report takes. */
struct cost {
	double seconds;
	size_t memory;
};

static struct cost
cost(const struct kind *k, const struct language *l, enum source_form form, size_t bytes)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = l->code};
	struct timespec from, to;
	struct buf b = {0};
	struct cost c;

	add_unit(&b, k->start, l, 1);
	for (unsigned n = 1; b.n < bytes; n++)
		add_unit(&b, k->unit, l, n);
	buf_adds(&b, "x\n");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	const struct draft *draft = source_read(a, "growth", buf_span(&b), form, d);
	assert_non_null(draft);
	assert_non_null(recognise(a, draft, &options, account_new(a), d));
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	c = (struct cost){(double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9, arena_used(a)};
	diag_free(d);
	arena_free(a);
	buf_free(&b);
	return c;
}

static bool
is_slow(double seconds, double lesser)
{
	return seconds > SPARE && seconds > RATIO * lesser;
}

/*
 * A draft that takes little grows evenly whatever the lesser one takes, which is then not measured.  What looks like
 * too much is measured again, and the lesser draft several times before, lest a slow run of that hide what grows.
 */
static void
grows_evenly(const struct kind *k, const struct language *l, enum source_form form, size_t bytes)
{
	struct cost more = cost(k, l, form, TIMES * bytes), less;

	if (more.seconds <= SPARE && more.memory <= MEMORY_SPARE)
		return;
	less = cost(k, l, form, bytes);
	for (int run = 1; run < RUNS && more.seconds > SPARE; run++)
		less.seconds = fmin(less.seconds, cost(k, l, form, bytes).seconds);
	for (int run = 1; run < MOST_RUNS && is_slow(more.seconds, less.seconds); run++)
		more.seconds = fmin(more.seconds, cost(k, l, form, TIMES * bytes).seconds);

	if (is_slow(more.seconds, less.seconds) || more.memory > MEMORY_RATIO * less.memory + MEMORY_SPARE)
		fail_msg("%s, %s: \"%s%s\": %zu bytes and %.4f s, %d times as much %zu bytes and %.4f s",
		    source_form_name(form),
		         l->code, k->start, k->unit, less.memory, less.seconds, TIMES, more.memory, more.seconds);
}

static void
all_grow_evenly(enum source_form form, const struct language *l)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (l < languages + ALL || strpbrk(kinds[i].start, "@~{}") != NULL || strpbrk(kinds[i].unit, "@~{}") != NULL)
			grows_evenly(&kinds[i], l, form, BYTES);
}

/* One line that many have run into: what each end costs shows only where there are very many. */
static void
run_together_lines_grow_evenly(void **state)
{
	static const struct kind kind = {
	    "The wardens lit the lamps of the harbour and of the mole\nand put out those of the mole and of the old harbour.\n\n"
	    "1. ", "of mole and harbour in all the years 20192020 "};

	(void)state;
	grows_evenly(&kind, &languages[0], SOURCE_PAGE_SINGLE, 20 * BYTES);
}

static void
page_text_grows_evenly(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		all_grow_evenly(SOURCE_PAGE_SINGLE, &languages[i]);
}

static void
layout_grows_evenly(void **state)
{
	(void)state;
	all_grow_evenly(SOURCE_PAGE_LAYOUT, languages);
}

static void
markdown_grows_evenly(void **state)
{
	(void)state;
	all_grow_evenly(SOURCE_MARKDOWN, languages);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_text_grows_evenly), cmocka_unit_test(run_together_lines_grow_evenly),
		cmocka_unit_test(layout_grows_evenly),
		cmocka_unit_test(markdown_grows_evenly),
	};

	return cmocka_run_group_tests_name("recognise: growth", tests, NULL, NULL);
}
