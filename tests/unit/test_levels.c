/* SPDX-License-Identifier: MIT */
/* test_levels.c - the levels of headings without number, by form, type and place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

#define SALT \
	"The keepers of the salt roads met in the spring and spoke of the carts, the mules and the wells that\n" \
	"would be wanted before the winter, as they had done in all of the years before.\n\n"
#define SEL \
	"Les gardiens des routes se sont retrouvés au printemps et ont parlé des mules et des puits qui leur\n" \
	"manqueraient avant l’hiver, comme ils l’avaient fait toutes les années.\n\n"
#define SOL \
	"Хранители соляных дорог встретились весной и говорили о повозках, мулах и колодцах, которых не хватит\n" \
	"до зимы, как они делали это во все прежние годы.\n\n"

/* Two headings that stand right over others show two kinds: those that have text are under them. */
static void
headings_right_over_others(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Roads\n\n" SALT
	                "II. Salt by region\n\n"
	                "Coasts\n\n"
	                "North coast\n\n" SALT
	                "East coast\n\n" SALT
	                "Hills\n\n"
	                "Red hills\n\n" SALT
	                "Blue hills\n\n" SALT
	                "III. Wells\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Roads\n1: II. Salt by region\n2: Coasts\n3: North coast\n3: East coast\n2: Hills\n"
	                "3: Red hills\n3: Blue hills\n1: III. Wells\n");
}

/* Behind many headings a pair is one of them, and so is what follows it. */
static void
a_pair_behind_many(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\nI. Salt\n\nCarts\n\n" SALT "Ropes\n\n" SALT "Lamps\n\n" SALT "Mules\n\n"
	                "Mules of the hills\n\n" SALT "Wells\n\n" SALT "II. Talks\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Salt\n2: Carts\n2: Ropes\n2: Lamps\n2: Mules\n3: Mules of the hills\n2: Wells\n1: II. Talks\n");
}

/* One such pair shows its own order, and that more is under its first; one over all of a section shows nothing. */
static void
one_pair(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Salt\n\n"
	                "Carts\n\n" SALT
	                "Mules\n\n"
	                "Mules of the hills\n\n" SALT
	                "Mules of the isles\n\n" SALT
	                "II. Talks\n\n"
	                "Meetings in spring\n\n"
	                "First meeting\n\n" SALT
	                "III. Plans\n\n"
	                "The year to come\n\n"
	                "Carts for the coast\n\n" SALT
	                "Mules for the coast\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Salt\n2: Carts\n2: Mules\n3: Mules of the hills\n3: Mules of the isles\n1: II. Talks\n"
	                "2: Meetings in spring\n"
	                "3: First meeting\n1: III. Plans\n2: The year to come\n2: Carts for the coast\n"
	                "2: Mules for the coast\n");
}

/* Names right over what begins each round stand over all of it, said once or again, though the first name is lost. */
static void
names_over_rounds(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Keepers\n\n" SALT
	                "Training\n\n" SALT "Roads kept\n\n" SALT "Honours\n\n" SALT
	                "Keeper of the coast\n\n"
	                "Training\n\n" SALT "Present road\n\n" SALT "Roads kept\n\n" SALT "Writings\n\n" SALT
	                "Keeper of the hills\n\n"
	                "Training\n\n" SALT "Roads kept\n\n" SALT "Honours\n\n" SALT
	                "II. Talks\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Keepers\n2: Training\n2: Roads kept\n2: Honours\n2: Keeper of the coast\n3: Training\n"
	                "3: Present road\n3: Roads kept\n3: Writings\n2: Keeper of the hills\n3: Training\n3: Roads kept\n"
	                "3: Honours\n1: II. Talks\n");
}

/* What is said again under other headings of a section stands under those. */
static void
headings_said_again(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Le sel\n\n"
	                "Les routes du nord\n\n" SEL
	                "Vœux des gardiens\n\n" SEL
	                "Les routes du sud\n\n" SEL
	                "Vœux des gardiens\n\n" SEL,
	                SOURCE_PAGE_SINGLE, "fr",
	                "1: I. Le sel\n2: Les routes du nord\n3: Vœux des gardiens\n2: Les routes du sud\n"
	                "3: Vœux des gardiens\n");
}

/* Markdown says how its headings stand under each other. */
static void
levels_of_the_form(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n# Соляные дороги\n\n"
	                "## Дороги севера\n\nХранители дорог встретились весной и говорили о мулах и колодцах.\n\n"
	                "### Красные дороги\n\nХранители дорог встретились весной и говорили о мулах.\n\n"
	                "### Синие дороги\n\nХранители дорог встретились весной и говорили о колодцах.\n\n"
	                "## Дороги юга\n\nХранители дорог встретились осенью и говорили о мулах и колодцах.\n",
	                SOURCE_MARKDOWN, "ru",
	                "1: Соляные дороги\n1: Дороги севера\n2: Красные дороги\n2: Синие дороги\n1: Дороги юга\n");
}

/* Numbers that begin once, and not right under an unnumbered heading, stand beside those of their part. */
static void
numbers_beside_unnumbered_headings(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "Background\n\n" SALT
	                "1. Carts of the coast\n\n" SALT
	                "2. Mules of the hills\n\n" SALT
	                "Conclusion\n\n" SALT
	                "Annex I\n\nList of wells\n\n"
	                "Northern wells\n\n"
	                "1. Wells of the hills\n\n" SALT
	                "Southern wells\n\n"
	                "1. Wells of the isles\n\n" SALT
	                "2. Wells of the shore\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Background\n1: 1. Carts of the coast\n1: 2. Mules of the hills\n1: Conclusion\n"
	                "1: List of wells\n"
	                "1: Northern wells\n2: 1. Wells of the hills\n1: Southern wells\n2: 1. Wells of the isles\n"
	                "2: 2. Wells of the shore\n");
}

/*
 * Texts for adoption stand under the section that is open, and
 * their parts, which may count anew as it does, under them.
 */
static void
texts_under_their_section(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Talks\n\n" SALT
	                "II. RECOMMENDATIONS OF THE SALT COMMITTEE\n\n" SALT
	                "DRAFT RESOLUTION I\n\nCarts of the coast\n\n" SALT
	                "DRAFT RESOLUTION II\n\nMules of the hills\n\n"
	                "A. General\n\n" SALT
	                "B. Individual hills\n\n" SALT
	                "I. Red hills\n\n" SALT
	                "II. Blue hills\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Talks\n1: II. RECOMMENDATIONS OF THE SALT COMMITTEE\n"
	                "2: DRAFT RESOLUTION I | Carts of the coast\n2: DRAFT RESOLUTION II | Mules of the hills\n"
	                "3: A. General\n3: B. Individual hills\n4: I. Red hills\n4: II. Blue hills\n");
	expect_headings("A/98/12\n\n"
	                "I. Introduction\n\n" SEL
	                "II. Recommandations de la Commission du sel\n\n" SEL
	                "Projet de résolution I\n\nCharrettes de la côte\n\n" SEL
	                "Projet de résolution II\n\nMules des collines\n\n"
	                "I. Collines rouges\n\n" SEL
	                "II. Collines bleues\n\n" SEL,
	                SOURCE_PAGE_SINGLE, "fr",
	                "1: I. Introduction\n1: II. Recommandations de la Commission du sel\n"
	                "2: Projet de résolution I | Charrettes de la côte\n2: Projet de résolution II | Mules des "
	                "collines\n"
	                "3: I. Collines rouges\n3: II. Collines bleues\n");
	expect_headings("A/98/12\n\n"
	                "I. Введение\n\n" SOL
	                "II. Рекомендации Комитета по соли\n\n" SOL
	                "Проект резолюции I\n\nПовозки побережья\n\n" SOL
	                "Проект резолюции II\n\nМулы холмов\n\n"
	                "I. Красные холмы\n\n" SOL
	                "II. Синие холмы\n\n" SOL,
	                SOURCE_PAGE_SINGLE, "ru",
	                "1: I. Введение\n1: II. Рекомендации Комитета по соли\n2: Проект резолюции I | Повозки побережья\n"
	                "2: Проект резолюции II | Мулы холмов\n3: I. Красные холмы\n3: II. Синие холмы\n");
}

/*
 * Texts that count by letters have a title over them all, and sections of their own; those that count by numbers
 * elsewhere stand where their first does.
 */
static void
texts_by_letters(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "Chapter I\n\nOpening\n\n" SALT
	                "Chapter II\n\nTexts\n\n" SALT
	                "Questions of the salt roads\n\n"
	                "Draft resolution A\n\nCarts of the coast\n\n" SALT
	                "Draft resolution B\n\nMules of the hills\n\n" SALT
	                "I. Red hills\n\n" SALT "Wells of the red hills\n\n" SALT "II. Blue hills\n\n" SALT
	                "Chapter III\n\nOther texts\n\n" SALT
	                "Draft resolution I\n\nLamps\n\n" SALT "Draft resolution II\n\nRopes\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Chapter I | Opening\n1: Chapter II | Texts\n2: Questions of the salt roads\n"
	                "3: Draft resolution A | Carts of the coast\n3: Draft resolution B | Mules of the hills\n"
	                "4: I. Red hills\n5: Wells of the red hills\n4: II. Blue hills\n"
	                "1: Chapter III | Other texts\n2: Draft resolution I | Lamps\n2: Draft resolution II | Ropes\n");
	expect_headings("A/98/12\n\n"
	                "I. Введение\n\n" SOL
	                "II. Рекомендации\n\n" SOL
	                "Соляные дороги\n\n"
	                "Проект резолюции A\n\nПовозки побережья\n\n" SOL
	                "Проект резолюции B\n\nМулы холмов\n\n" SOL,
	                SOURCE_PAGE_SINGLE, "ru",
	                "1: I. Введение\n1: II. Рекомендации\n2: Соляные дороги\n"
	                "3: Проект резолюции A | Повозки побережья\n3: Проект резолюции B | Мулы холмов\n");
}

/* The annex of a text for adoption stands within its section: those behind it count on. */
static void
annex_of_a_text(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Matters for action\n\n"
	                "A. Council of the coast\n\n" SALT
	                "B. Council of the hills\n\n" SALT
	                "Draft resolution I\n\nCarts of the hills\n\n" SALT
	                "Annex\n\nRules for carts\n\n" SALT
	                "Draft resolution II\n\nMules of the hills\n\n" SALT
	                "Annex\n\nRules for mules\n\n" SALT
	                "C. Council of the isles\n\n" SALT
	                "Draft resolution\n\nWells of the isles\n\n" SALT
	                "II. Other matters\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Matters for action\n2: A. Council of the coast\n2: B. Council of the hills\n"
	                "3: Draft resolution I | Carts of the hills\n4: Annex\n4: Rules for carts\n"
	                "3: Draft resolution II\n3: Mules of the hills\n3: Annex\n3: Rules for mules\n"
	                "2: C. Council of the isles\n3: Draft resolution\n3: Wells of the isles\n1: II. Other matters\n");
	expect_headings("A/98/12\n\n"
	                "I. Questions appelant une décision\n\n"
	                "A. Conseil de la côte\n\n" SEL
	                "B. Conseil des collines\n\n" SEL
	                "Projet de résolution I\n\nCharrettes des collines\n\n" SEL
	                "Annexe\n\nRègles des charrettes\n\n" SEL
	                "C. Conseil des îles\n\n" SEL,
	                SOURCE_PAGE_SINGLE, "fr",
	                "1: I. Questions appelant une décision\n2: A. Conseil de la côte\n2: B. Conseil des collines\n"
	                "3: Projet de résolution I | Charrettes des collines\n4: Annexe\n4: Règles des charrettes\n"
	                "2: C. Conseil des îles\n");
}

#define AGENDA \
	"1.\n\nAdoption of the agenda (for approval)\n\n2.\n\nElection of the keepers\n\n4.\n\na)\n\n" \
	"Report of the harbour master\n\nb)\n\nPlan for the mules\n\nMules of the coast\n\n5.\n\na)\n\n" \
	"Report on carts\n\nb)\nc)\n\nReport on wells (for consideration)\nReport on carts (for information)\n\n" \
	"Other matters\n\n6.\n\n"

/* An agenda in pieces shifts nothing behind it: the section that begins the next page counts on, and so do codes. */
static void
torn_agenda(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "SECTION I\n\nFirst session\n\n"
	                "CARTS\n\n2098/QT.1/1  Carts of the coast\n\n" SALT
	                "MULES\n\n2098/QT.1/2  Mules of the coast\n\n" SALT
	                "2098/QT.1/3  Mules of the hills\n\n" SALT
	                "ANNEX\n\nAGENDA\n\n" AGENDA
	                "\fSECTION II\n\nSecond session\n\n"
	                "CARTS\n\n2098/QT.2/1  Carts of the hills\n\n" SALT
	                "MULES\n\n2098/QT.2/2  Mules of the isles\n\n" SALT
	                "2098/QT.2/3  Mules of the rocks\n\n" SALT,
	                SOURCE_PAGE_DOUBLE, "en",
	                "1: SECTION I | First session\n2: CARTS\n3: 2098/QT.1/1  Carts of the coast\n2: MULES\n"
	                "3: 2098/QT.1/2  Mules of the coast\n3: 2098/QT.1/3  Mules of the hills\n2: ANNEX\n2: AGENDA\n"
	                "2: 1. | Adoption of the agenda (for approval)\n2: 2. | Election of the keepers\n"
	                "3: a) | Report of the harbour master\n3: b) | Plan for the mules\n3: a) | Report on carts\n"
	                "3: b) | c)\n"
	                "1: SECTION II | Second session\n2: CARTS\n3: 2098/QT.2/1  Carts of the hills\n2: MULES\n"
	                "3: 2098/QT.2/2  Mules of the isles\n3: 2098/QT.2/3  Mules of the rocks\n");
}

/* Low numbers that count on over unnumbered headings are no reason to end those over codes. */
static void
codes_beside_low_numbers(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "CARTS\n\n2098/QT.1/1  Carts of the coast\n\n" SALT
	                "MULES\n\n2098/QT.1/2  Mules of the coast\n\n" SALT
	                "WELLS\n\n2098/QT.1/3  Wells of the hills\n\n" SALT
	                "1. Keepers\n\n" SALT "Guests\n\n" SALT "2. Keepers of the hills\n\n" SALT
	                "Guests of the hills\n\n" SALT "3. Keepers of the isles\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: CARTS\n2: 2098/QT.1/1  Carts of the coast\n1: MULES\n2: 2098/QT.1/2  Mules of the coast\n"
	                "1: WELLS\n2: 2098/QT.1/3  Wells of the hills\n1: 1. Keepers\n2: Guests\n1: 2. Keepers of the hills\n"
	                "2: Guests of the hills\n1: 3. Keepers of the isles\n");
}

/* A number that begins within one that counts on behind it stands under that, whatever its style. */
static void
roman_within_letters(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "Chapter I\n\nRoads\n\n"
	                "A. Carts\n\n" SALT
	                "I. Carts of oak\n\n" SALT
	                "II. Carts of elm\n\n" SALT
	                "B. Mules\n\n" SALT
	                "Chapter II\n\nWells\n\n"
	                "A. Deep wells\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Chapter I | Roads\n2: A. Carts\n3: I. Carts of oak\n3: II. Carts of elm\n2: B. Mules\n"
	                "1: Chapter II | Wells\n2: A. Deep wells\n");
}

/* Numbers of others than the one that is open stand where those of their length do. */
static void
numbers_of_others(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Aims\n\n"
	                "Aim 4. Carts for all\n\n" SALT
	                "Step 4.1\n\n" SALT
	                "Step 4.2\n\n" SALT
	                "Aim 14. Mules for all\n\n" SALT
	                "Step 14.1\n\n" SALT
	                "Steps 4.5 and 14.2\n\n" SALT
	                "Step 14.3\n\n" SALT
	                "II. Talks\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Aims\n2: Aim 4. Carts for all\n3: Step 4.1\n3: Step 4.2\n2: Aim 14. Mules for all\n"
	                "3: Step 14.1\n3: Steps 4.5 and 14.2\n3: Step 14.3\n1: II. Talks\n");
}

/* Decisions of a session stand where its resolutions do, whatever was read as a heading before the first. */
static void
decisions_beside_resolutions(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Matters for action\n\n"
	                "A. Matters of the keepers\n\n" SALT
	                "Resolution 41/1\n\nCarts of the coast\n\n" SALT
	                "Resolution 41/2\n\nMules of the coast\n\n" SALT
	                "Themes of the years to come\n\n"
	                "(a) Carts of oak\n\n" SALT
	                "(b) Carts of elm\n\n" SALT
	                "Decision 41/1\n\nWells of the coast\n\n" SALT
	                "Decision 41/2\n\nWells of the hills\n\n" SALT
	                "II. Talks\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Matters for action\n2: A. Matters of the keepers\n3: Resolution 41/1\n3: Carts of the coast\n"
	                "3: Resolution 41/2\n3: Mules of the coast\n3: Themes of the years to come\n3: (a) Carts of oak\n"
	                "3: (b) Carts of elm\n3: Decision 41/1\n3: Wells of the coast\n3: Decision 41/2\n"
	                "3: Wells of the hills\n1: II. Talks\n");
}

/* The title of an annex has no numbers under it: unnumbered headings behind the text of one stand under that. */
static void
numbers_under_the_title_of_an_annex(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "I. Talks\n\n" SALT
	                "Annex I\n\nMemorandum on salt\n\n"
	                "1. Roads of old\n\n" SALT
	                "First carts\n\n" SALT
	                "First mules\n\n" SALT
	                "2. Wells\n\n" SALT
	                "3. Mules\n\n" SALT
	                "4. Carts\n\n" SALT
	                "5. Isles\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: I. Talks\n1: Memorandum on salt\n1: 1. Roads of old\n2: First carts\n2: First mules\n"
	                "1: 2. Wells\n"
	                "1: 3. Mules\n1: 4. Carts\n1: 5. Isles\n");
	expect_headings("A/98/12\n\n"
	                "Annexe I\n\nMémorandum sur le sel\n\n"
	                "1. Les routes\n\n" SEL
	                "Premières charrettes\n\n" SEL
	                "2. Les puits\n\n" SEL
	                "3. Les mules\n\n" SEL
	                "4. Les îles\n\n" SEL
	                "5. Les collines\n\n" SEL,
	                SOURCE_PAGE_SINGLE, "fr",
	                "1: Mémorandum sur le sel\n1: 1. Les routes\n2: Premières charrettes\n1: 2. Les puits\n"
	                "1: 3. Les mules\n"
	                "1: 4. Les îles\n1: 5. Les collines\n");
	expect_headings("A/98/12\n\n"
	                "Приложение I\n\nМеморандум о соли\n\n"
	                "1. Дороги\n\n" SOL
	                "Первые повозки\n\n" SOL
	                "2. Колодцы\n\n" SOL
	                "3. Мулы\n\n" SOL
	                "4. Острова\n\n" SOL
	                "5. Холмы\n\n" SOL,
	                SOURCE_PAGE_SINGLE, "ru",
	                "1: Меморандум о соли\n1: 1. Дороги\n2: Первые повозки\n1: 2. Колодцы\n1: 3. Мулы\n1: 4. Острова\n"
	                "1: 5. Холмы\n");
}

/* Numbers that begin anew under unnumbered headings stand under them, behind the title of an annex too. */
static void
numbers_anew_in_an_annex(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n"
	                "Annex I\n\nList of wells\n\n"
	                "1. Wells of all\n\n" SALT
	                "2. Wells of none\n\n" SALT
	                "Northern wells\n\n" SALT
	                "1. Wells of the hills\n\n" SALT
	                "2. Wells of the rocks\n\n" SALT
	                "Southern wells\n\n" SALT
	                "1. Wells of the isles\n\n" SALT,
	                SOURCE_PAGE_SINGLE, "en",
	                "1: List of wells\n1: 1. Wells of all\n1: 2. Wells of none\n1: Northern wells\n"
	                "2: 1. Wells of the hills\n"
	                "2: 2. Wells of the rocks\n1: Southern wells\n2: 1. Wells of the isles\n");
}

/* A caption is in type of its own and stands over no heading. */
static void
caption_over_none(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\n# I. Salt\n\n"
	                "### Carts\n\nThe keepers met in the spring and spoke of the carts and the wells.\n\n"
	                "## Figure I Carts by year\n\nThe carts were fewer in the spring and more in the autumn.\n\n"
	                "### Mules\n\nThe keepers met in the autumn and spoke of the mules and the wells.\n\n"
	                "### Wells\n\nThe keepers met in the winter and spoke of the wells.\n",
	                SOURCE_MARKDOWN, "en",
	                "1: I. Salt\n2: Carts\n3: Figure I Carts by year\n2: Mules\n2: Wells\n");
	expect_headings("A/98/12\n\n# I. Le sel\n\n"
	                "### Charrettes\n\nLes gardiens des routes se sont retrouvés au printemps et ont parlé des puits.\n"
	                "\n"
	                "## Figure I Charrettes par année\n\nLes charrettes étaient moins nombreuses au printemps.\n\n"
	                "### Mules\n\nLes gardiens des routes se sont retrouvés en automne et ont parlé des mules.\n",
	                SOURCE_MARKDOWN, "fr", "1: I. Le sel\n2: Charrettes\n3: Figure I Charrettes par année\n"
	                    "2: Mules\n");
	expect_headings("A/98/12\n\n# I. Соль\n\n"
	                "### Повозки\n\nХранители дорог встретились весной и говорили о мулах и колодцах.\n\n"
	                "## Диаграмма I Повозки по годам\n\nПовозок было меньше весной и больше осенью.\n\n"
	                "### Мулы\n\nХранители дорог встретились осенью и говорили о мулах и колодцах.\n",
	                SOURCE_MARKDOWN, "ru", "1: I. Соль\n2: Повозки\n3: Диаграмма I Повозки по годам\n2: Мулы\n");
}

/* Unnumbered headings larger than the numbered ones between them stand over those, and so do those of a word. */
static void
larger_over_numbers(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\nThe keepers met in the spring and spoke of the carts and the wells.\n\n"
	                "# Salt of the coast\n\nThe keepers met in the autumn and spoke of the mules and the wells.\n\n"
	                "## A. Carts\n\nThe keepers met in the winter and spoke of the wells.\n\n"
	                "### Carts of oak\n\nThe keepers met in the winter and spoke of the carts.\n\n"
	                "## B. Mules\n\nThe keepers met in the summer and spoke of the mules.\n\n"
	                "# Session 1: Wells of the coast\n\nThe keepers met in the summer and spoke of wells.\n\n"
	                "# Session 2: Wells of the hills\n\nThe keepers met in the summer and spoke of hills.\n\n"
	                "# Closing words\n\nThe keepers went home before the winter.\n",
	                SOURCE_MARKDOWN, "en",
	                "1: Salt of the coast\n2: A. Carts\n3: Carts of oak\n2: B. Mules\n1: Session 1: Wells of the coast\n"
	                "1: Session 2: Wells of the hills\n1: Closing words\n");
	expect_headings("A/98/12\n\nLes gardiens des routes se sont retrouvés au printemps et ont parlé des puits.\n\n"
	                "# Le sel des côtes\n\nLes gardiens des routes se sont retrouvés en été et ont parlé des puits.\n\n"
	                "## A. Charrettes\n\nLes gardiens des routes se sont retrouvés en hiver et ont parlé du sel.\n\n"
	                "## B. Mules\n\nLes gardiens des routes se sont retrouvés en automne et ont parlé des mules.\n\n"
	                "# Le sel des collines\n\nLes gardiens des routes sont rentrés avant l’hiver.\n",
	                SOURCE_MARKDOWN, "fr",
	                "1: Le sel des côtes\n2: A. Charrettes\n2: B. Mules\n1: Le sel des collines\n");
	expect_headings("A/98/12\n\nХранители дорог встретились весной и говорили о мулах и колодцах.\n\n"
	                "# Соль побережья\n\nХранители дорог встретились летом и говорили о колодцах.\n\n"
	                "## A. Повозки\n\nХранители дорог встретились зимой и говорили о повозках.\n\n"
	                "## B. Мулы\n\nХранители дорог встретились осенью и говорили о мулах.\n\n"
	                "# Соль холмов\n\nХранители дорог вернулись домой до зимы.\n",
	                SOURCE_MARKDOWN, "ru", "1: Соль побережья\n2: A. Повозки\n2: B. Мулы\n1: Соль холмов\n");
}

/* Numbers that begin under a heading in larger type stand under it, with what is behind them, up to one as large. */
static void
numbers_under_larger_type(void **state)
{
	(void)state;
	expect_headings("A/98/12\n\nThe keepers met in the spring and spoke of the carts and the wells.\n\n"
	                "# I. Roads\n\nThe keepers met in the autumn and spoke of the mules and the wells.\n\n"
	                "## Texts on salt\n\nThe keepers met in the winter and spoke of the wells.\n\n"
	                "### I. Introduction\n\nThe keepers met in the winter and spoke of the carts.\n\n"
	                "### II. Carts\n\nThe keepers met in the summer and spoke of the mules.\n\n"
	                "# II. Wells\n\nThe keepers went home before the winter.\n",
	                SOURCE_MARKDOWN, "en",
	                "1: I. Roads\n2: Texts on salt\n3: I. Introduction\n3: II. Carts\n1: II. Wells\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(headings_right_over_others),
	    cmocka_unit_test(one_pair),
	    cmocka_unit_test(a_pair_behind_many),
	    cmocka_unit_test(names_over_rounds),
	    cmocka_unit_test(headings_said_again),
	    cmocka_unit_test(levels_of_the_form),
	    cmocka_unit_test(numbers_beside_unnumbered_headings),
	    cmocka_unit_test(texts_under_their_section),
	    cmocka_unit_test(texts_by_letters), cmocka_unit_test(annex_of_a_text),
	    cmocka_unit_test(torn_agenda),
	    cmocka_unit_test(codes_beside_low_numbers),
	    cmocka_unit_test(roman_within_letters),
	    cmocka_unit_test(numbers_of_others),
	    cmocka_unit_test(decisions_beside_resolutions),
	    cmocka_unit_test(numbers_under_the_title_of_an_annex),
	    cmocka_unit_test(numbers_anew_in_an_annex),
	    cmocka_unit_test(caption_over_none),
	    cmocka_unit_test(larger_over_numbers),
	    cmocka_unit_test(numbers_under_larger_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
