/* SPDX-License-Identifier: MIT */
/*
 * test_hyphens.c - hyphens at line ends: those of words stay, those of broken words go.  Counted by
 * language: each word in a paper that has it in one piece too; and with the dictionary alone, all
 * broken words in one paper and all others in one that breaks none.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "recognise/repair.h"
#include "unit/by_hand.h"

#define RIGHT_PERCENT 98u

/* Words with the place where the line breaks as '|': behind a hyphen of their own, or inside. */
struct words {
	const char *lang, *around; /* around: text with %s where the word stands */
	const char *whole[20], *broken[20];
};

static const struct words languages[] = {
	{"en", "The keepers of the harbour spoke of %s in the spring.",
	 {"well-|known", "Secretary-|General", "long-|term", "twenty-|third", "decision-|making", "non-|governmental",
	  "self-|determination", "low-|income", "2024-|2025", "co-|operation", "South-|South", "follow-|up", "vis-|à-vis",
	  "day-|to-day", "African-|led", "cross-|border", "peace-|building", "A-|level", "gender-|based", "X-|ray"},
	 {"har-|bour", "govern-|ment", "develop-|ment", "interna-|tional", "communi-|ties", "sustain-|able", "organi-|zation",
	  "implemen-|tation", "respon-|sibility", "recommen-|dation", "partici-|pants", "resolu-|tion", "environ-|mental",
	  "agree-|ment", "con-|tinued", "pro-|vided", "secu-|rity", "re-|ported", "in-|cluding", "ex-|perts"}},
	{"fr", "Les gardiens du port ont parlé de %s au printemps.",
	 {"c’est-|à-dire", "porte-|parole", "Sous-|Secrétaire", "avant-|projet", "vingt-|cinq", "lui-|même", "sous-|régional",
	  "2024-|2025", "États-|Unis", "Nord-|Sud", "celles-|ci", "peut-|être", "savoir-|faire", "ci-|dessus", "au-|delà",
	  "demi-|journée", "là-|bas", "vis-|à-vis", "bien-|être", "mi-|parcours"},
	 {"gouver-|nement", "dévelop-|pement", "interna-|tional", "commu-|nautés", "organi-|sation", "coopé-|ration",
	  "respon-|sabilité", "recomman-|dation", "partici-|pants", "résolu-|tion", "environne-|ment", "pro-|gramme",
	  "con-|seil", "déci-|sion", "sécu-|rité", "popu-|lation", "confor-|mément", "égale-|ment",
	      "rap-|port", "acti-|vités"}},
	{"es", "Los guardianes del puerto hablaron de %s en la primavera.",
	 {"político-|económico", "franco-|alemán", "2024-|2025", "social-|demócrata", "ex-|Presidente", "Sur-|Sur",
	  "técnico-|científico", "físico-|químico", "Norte-|Sur", "árabe-|israelí", "teórico-|práctico", "costo-|beneficio",
	  "chino-|español", "histórico-|cultural", "hispano-|árabe", "médico-|sanitario", "jurídico-|administrativo",
	  "greco-|romano", "A-|2", "afro-|asiático"},
	 {"gobier-|no", "desa-|rrollo", "interna-|cional", "comuni-|dades", "organi-|zación",
	     "coope-|ración", "respon-|sabilidad",
	  "recomen-|dación", "partici-|pantes", "resolu-|ción", "medioam-|biental", "pro-|grama", "con-|sejo", "deci-|sión",
	  "segu-|ridad", "pobla-|ción", "conformi-|dad", "tam-|bién", "in-|forme", "activi-|dades"}},
	{"ru", "Смотрители гавани говорили о %s весной.",
	 {"северо-|запад", "социально-|экономический", "из-|за", "кто-|либо", "по-|прежнему", "вице-|президент", "2024-|2025",
	  "военно-|морской", "Нью-|Йорк", "генерал-|лейтенант", "во-|первых", "юго-|восток", "общественно-|политический",
	  "научно-|технический", "какой-|то", "все-|таки", "пресс-|служба", "экс-|министр",
	      "торгово-|промышленный", "из-|под"},
	 {"прави-|тельство", "разви-|тие", "междуна-|родный", "органи-|зация", "сотрудни-|чество", "ответствен-|ность",
	  "рекомен-|дация", "участ-|ники", "резолю-|ция", "окружаю-|щей", "про-|грамма", "реше-|ние", "безопас-|ность",
	  "населе-|ние", "соответ-|ствии", "так-|же", "до-|клад", "деятель-|ность", "госу-|дарства", "Гене-|ральный"}},
};

#define WORDS (sizeof languages->whole / sizeof *languages->whole)

/* A paragraph with the word broken into two lines. */
static void
add_broken(struct buf *draft, const struct words *l, const char *w)
{
	const char *bar = strchr(w, '|'), *at = strstr(l->around, "%s");
	buf_printf(draft, "%.*s%.*s\n\t%s%s\n", (int)(at - l->around), l->around, (int)(bar - w), w, bar + 1, at + 2);
}

/* The word in one piece. */
static void
add_joined(struct buf *out, const char *w, bool whole)
{
	const char *bar = strchr(w, '|');
	buf_printf(out, "%.*s%s", (int)(bar - w) - !whole, w, bar + 1);
}

/* The paragraph as it should come out. */
static void
add_wanted(struct buf *wanted, const struct words *l, const char *w, bool whole)
{
	const char *at = strstr(l->around, "%s");
	buf_printf(wanted, "%.*s", (int)(at - l->around), l->around);
	add_joined(wanted, w, whole);
	buf_printf(wanted, "%s|", at + 2);
}

/* How many of the paragraphs in wanted stand in the repaired draft. */
static size_t
count_right(const struct words *l, struct buf *draft, struct buf *wanted)
{
	struct by_hand h = by_hand(draft->data);
	repair(h.acc, dict_new(h.arena, l->lang));
	const char *shown = hand_show(&h);
	size_t right = 0;
	for (char *p = strtok(wanted->data, "|"); p != NULL; p = strtok(NULL, "|"))
		if (strstr(shown, p) != NULL)
			right++;
		else
			print_message("%s: not %s\n", l->lang, p);
	by_hand_free(&h);
	buf_free(draft);
	buf_free(wanted);
	return right;
}

static void
mostly_right(const struct words *l, size_t right)
{
	print_message("%s: %zu of %zu hyphens decided rightly\n", l->lang, right, 2 * WORDS);
	assert_true(right * 100 >= 2 * WORDS * RIGHT_PERCENT);
}

static void
one_by_one(const struct words *l)
{
	size_t right = 0;
	for (size_t k = 0; k < 2 * WORDS; k++) {
		struct buf draft = {0}, wanted = {0};
		const char *w = k % 2 ? l->whole[k / 2] : l->broken[k / 2];
		add_broken(&draft, l, w);
		add_joined(&draft, w, k % 2);
		add_wanted(&wanted, l, w, k % 2);
		right += count_right(l, &draft, &wanted);
	}
	mostly_right(l, right);
}

static void
all_in_one(const struct words *l)
{
	size_t right = 0;
	for (int whole = 0; whole < 2; whole++) {
		struct buf draft = {0}, wanted = {0};
		for (size_t k = 0; k < WORDS; k++) {
			const char *w = whole ? l->whole[k] : l->broken[k];
			add_broken(&draft, l, w);
			add_wanted(&wanted, l, w, whole);
		}
		right += count_right(l, &draft, &wanted);
	}
	mostly_right(l, right);
}

static void
words_of_the_document(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		one_by_one(&languages[i]);
}

static void
words_of_the_dictionary(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		struct arena *a = arena_new();
		bool there = dict_there(dict_new(a, languages[i].lang));
		arena_free(a);
		if (there)
			all_in_one(&languages[i]);
		else
			print_message("%s: no dictionary here, not counted\n", languages[i].lang);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_the_document),
		cmocka_unit_test(words_of_the_dictionary),
	};

	return cmocka_run_group_tests_name("hyphens at line ends", tests, NULL, NULL);
}
