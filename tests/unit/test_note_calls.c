/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/note_calls.h"
#include "recognise/note_find.h"
#include "unit/by_hand.h"

static void
expect(const char *draft, const char *want)
{
	struct by_hand h = by_hand(draft);
	note_calls(h.acc, NULL, h.diag);
	assert_string_equal(hand_show(&h), want);
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

static void
finds_calls_glued_to_words_and_years(void **state)
{
	(void)state;
	expect("The panel met1. It met again in 20212 and closed 3 .\n#1 One.\n#2 Two.\n#3 Three.",
	    "The panel met{1:One.}. It met again in 2021{2:Two.} and closed{3:Three.}.|");
	expect("En la sala de las TIC 4 . Luego20 y 20215 .\n#4 Cuatro.\n#5 Cinco.",
	    "En la sala de las TIC{4:Cuatro.}. Luego20 y 2021{5:Cinco.}.|");
	expect("dated 18 September 1952.3 It cost 12.3 crowns.\n#3 Three.",
	    "dated 18 September 1952.{3:Three.} It cost 12.3 crowns.|");
	expect("entre 2001-20107 y 75/2408.\n#7 Siete.\n#8 Ocho.",
	    "entre 2001-2010{7:Siete.} y 75/240{8:Ocho.}.|");
}

/* Glued to the number of a symbol or behind "n°", two calls side by side, and never within the number of a job. */
static void
finds_calls_glued_to_other_numbers(void **state)
{
	(void)state;
	expect("the lamps of decision 1/LK.2731 and of 1/LM.4;\n#31 Note.",
	    "the lamps of decision 1/LK.27{31:Note.} and of 1/LM.4;|");
	expect("l’objectif n° 22, dont on parle.\n#2 Note.", "l’objectif n° 2{2:Note.}, dont on parle.|");
	expect("que les garanties 75814;\n#14 Note.", "que les garanties 758{14:Note.};|");
	expect("rung,10,11 in the bay.\n#10 Ten.\n#11 Eleven.", "rung,{10:Ten.},{11:Eleven.} in the bay.|");
	expect("每口大钟、 12 国际港口。\n#12 注。", "每口大钟、{12:注。} 国际港口。|");
	expect("各项钟声(2、5、6和12)已经敲响 5。绳索已经更换 6。\n#5 五。\n#6 六。",
	    "各项钟声(2、5、6和12)已经敲响{5:五。}。绳索已经更换{6:六。}。|");
	/* a whole figure before the end of a longer one */
	expect("The lamp 5 and the sand of Agenda 215 were old.\n#5 Note.",
	    "The lamp{5:Note.} and the sand of Agenda 215 were old.|");
	/* decisions are numbered from 400 on: the number of one holds no call while a figure stands by itself */
	expect("recalling its decision 94/571 of 3 May and the keepers of the bells 1 and ropes,\n#1 Note.",
	    "recalling its decision 94/571 of 3 May and the keepers of the bells{1:Note.} and ropes,|");
	/* figures of the text behind the last note make no notes of their own */
	expect("The lamp,1 goals 7,9,11 of the plan and the bell, 2 too.\n#1 One.\n#2 Two.",
	    "The lamp,{1:One.} goals 7,9,11 of the plan and the bell,{2:Two.} too.|");
}

static void
finds_old_and_bracketed_forms(void **state)
{
	(void)state;
	expect("Sobre Tierra 1/ y mar.\n#1 Uno.", "Sobre Tierra{1:Uno.} y mar.|");
	expect("Rights, 1 the text.\n#1 One.", "Rights,{1:One.} the text.|");
	expect("نص⁽[2]⁾ آخر\n#2 حاشية", "نص{2:حاشية} آخر|");
	/* Arabic digits too */
	expect("عادت المياه إلى البرك١ ثم جفت،٢ وفي الفقرة ٣ شرح ٤,٥ لها.\n#١ انظر.\n#٢ المرجع.",
	    "عادت المياه إلى البرك{١:انظر.} ثم جفت،{٢:المرجع.} وفي الفقرة ٣ شرح ٤,٥ لها.|");
	expect("记得《宣言》8的承诺\n#8 见文件。", "记得《宣言》{8:见文件。}的承诺|");
	expect("raised¹² here\n#12 Twelve.", "raised{12:Twelve.} here|");
}

static void
stars_stand_apart_from_numbers(void **state)
{
	(void)state;
	expect("Anexo*\nTexto1 final** aquí.\n#* Sin revisar.\n#** Otra.\n#1 Uno.",
	    "Anexo{*:Sin revisar.}|Texto{1:Uno.} final{**:Otra.} aquí.|");
}

static void
keeps_numbers_that_are_no_calls(void **state)
{
	(void)state;
	expect("Del 1 al 3 de abril hubo 2 sesiones1.\n#1 Uno.",
	    "Del 1 al 3 de abril hubo 2 sesiones{1:Uno.}.|");
	expect("On the report (A/98/401) they heard of the bells 1 and of ropes.\n#1 One.",
	    "On the report (A/98/401) they heard of the bells{1:One.} and of ropes.|");
	expect("The ropes were new.2 They asked for A/98/401/Rev2 and for more.\n#2 Two.",
	    "The ropes were new.{2:Two.} They asked for A/98/401/Rev2 and for more.|");
	expect("G20 and 1.5 per cent of 2030 goals2 in 3 parts.\n#2 Two.",
	    "G20 and 1.5 per cent of 2030 goals{2:Two.} in 3 parts.|");
}

static void
series_start_again_with_pages(void **state)
{
	(void)state;
	expect("one1 two2\n#1 A.\n#2 B.\n\fthree1 four2\n#1 C.\n#2 D.",
	    "one{1:A.} two{2:B.}|three{1:C.} four{2:D.}|");
}

static void
a_call_without_a_text_is_kept_and_reported(void **state)
{
	(void)state;
	struct by_hand h = by_hand("alpha1 beta2 gamma3 delta4.\n#1 A.\n#3 C.");
	note_calls(h.acc, NULL, h.diag);
	assert_string_equal(hand_show(&h), "alpha{1:A.} beta{2?:} gamma{3:C.} delta{4?:}.|");
	assert_int_equal(hand_reported(&h, DIAG_NOTE_LOST), 2);
	assert_int_equal(h.acc->nlost, 2);
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

/* Where calls stand behind the stop, that of the last note is seen though its text is lost; "No.2" is none. */
static void
a_call_behind_a_sentence_may_lack_its_text(void **state)
{
	(void)state;
	expect("The lamps burn.1 The boats wait.2 See No.3 The end.3\n#1 One.\n#2 Two.",
	    "The lamps burn.{1:One.} The boats wait.{2:Two.} See No.3 The end.{3?:}|");
	expect("The lamps burn.1 See No.2 The ch.2 They wait.\n#1 One.",
	    "The lamps burn.{1:One.} See No.2 The ch.2 They wait.|");
}

static void
a_draft_without_note_texts_needs_a_clear_series(void **state)
{
	(void)state;
	expect("alpha1 beta2 gamma3 delta4.", "alpha{1?:} beta{2?:} gamma{3?:} delta{4?:}.|");
	expect("alpha1 beta7 gamma2 delta9 epsilon3 zeta5 eta3.", "alpha1 beta7 gamma2 delta9 epsilon3 zeta5 eta3.|");
}

static void
notes_that_stand_alone_take_the_only_place(void **state)
{
	(void)state;
	expect("On Growth 1 and on the sea2 we spoke.\n#1 One.\n#2 Two.",
	    "On Growth{1:One.} and on the sea{2:Two.} we spoke.|");
	expect("In 1 hall and 1 yard they met2.\n#1 One.\n#2 Two.",
	    "In 1 hall and 1 yard they met{2:Two.}.{1!:One.}|");
}

static void
a_text_without_a_call_is_kept_and_reported(void **state)
{
	(void)state;
	struct by_hand h = by_hand("No call here.\n#1 A.\n\fNor here.");
	note_calls(h.acc, NULL, h.diag);
	assert_string_equal(hand_show(&h), "No call here.{1!:A.}|Nor here.|");
	assert_int_equal(hand_reported(&h, DIAG_NOTE_UNCALLED), 1);
	assert_true(account_close(h.acc, h.found->report, h.diag));
	by_hand_free(&h);
}

static void
figures_that_belong_to_a_word_are_no_calls(void **state)
{
	static const struct span before[] = {{"paragraph", 9}}, after[] = {{"december", 8}, {"月", 3}};
	const struct figure_words words = {before, 1, after, 2};
	static const struct { const char *draft, *want; } cases[] = {
		{"54/54 S of 1 December 1999, and its report, 1 which\n#1 One.",
		 "54/54 S of 1 December 1999, and its report,{1:One.} which|"},
		{"in paragraph 1 of the annex to resolution 76/39,1 and\n#1 One.",
		 "in paragraph 1 of the annex to resolution 76/39,{1:One.} and|"},
		{"将于2029年4月13日和《方案》 4 及其\n#4 见文件。", "将于2029年4月13日和《方案》{4:见文件。} 及其|"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct by_hand h = by_hand(cases[i].draft);
		note_calls(h.acc, &words, h.diag);
		assert_string_equal(hand_show(&h), cases[i].want);
		by_hand_free(&h);
	}
	expect("in A/77/891/Add.1 and only 1% of the sum (A/77/2)1.\n#1 One.",
	    "in A/77/891/Add.1 and only 1% of the sum (A/77/2){1:One.}.|");
	expect("a sum of 8,899,100 crowns or 9 000 000 in the strategy 8 and 9,472,200 in the plan.\n#8 Eight.",
	    "a sum of 8,899,100 crowns or 9 000 000 in the strategy{8:Eight.} and 9,472,200 in the plan.|");
	expect("the articles, 1\n#1 One.", "the articles,{1:One.}|");
	expect("成果、 13《行动纲领》和\n#13 见文件。", "成果、{13:见文件。}《行动纲领》和|");
	expect("بشأن أجراس الموانئ(1)، والقرار 12(1) والجدول (٢)\n#1 حاشية.",
	    "بشأن أجراس الموانئ{1:حاشية.}، والقرار 12(1) والجدول (٢)|");
	expect("أجراس الموانئ(٢) والأبراج\n#٢ حاشية.", "أجراس الموانئ{٢:حاشية.} والأبراج|");
}

/* "Part 3: ...", "4 512" behind a stop that no blank follows: figures of labels and of numbers. */
static void
figures_of_labels_and_groups_are_no_calls(void **state)
{
	(void)state;
	expect("Le conseil a lu 2 .\nComposante 3 : les lampes.\nLes gardiens rentrent 3, et le port est calme.\n#2 Deux.\n"
	       "#3 Trois.",
	    "Le conseil a lu{2:Deux.}.|Composante 3 : les lampes.|Les gardiens rentrent{3:Trois.}, et le port est calme.|");
	expect("The council read it, as the wardens asked 3 : they were right.\n#3 Three.",
	    "The council read it, as the wardens asked{3:Three.}: they were right.|");
	expect("表3：港口的灯\n理事会读了《灯书》3的承诺\n#3 见文件。", "表3：港口的灯|理事会读了《灯书》{3:见文件。"
	    "}的承诺|");
	expect("港口有灯，4 512盏，理事会读了书4，并感谢\n#4 见文件。", "港口有灯，4 512盏，理事会读了书{4:见文件。}，"
	    "并感谢|");
}

/* Marks in brackets are called in brackets, after a blank too, and no figure without them is a call. */
static void
bracketed_marks_have_bracketed_calls(void **state)
{
	(void)state;
	expect("عاد الماء إلى البركة 1 من البرك (1)، ثم جف (2).\n#(1) انظر.\n#(2) المرجع.",
	    "عاد الماء إلى البركة 1 من البرك{(1):انظر.}، ثم جف{(2):المرجع.}.|");
	expect("الوثيقة LK/MIN(2)/48 عن الماء (1) والأجراس (2).\n#(1) انظر.\n#(2) المرجع.",
	    "الوثيقة LK/MIN(2)/48 عن الماء{(1):انظر.} والأجراس{(2):المرجع.}.|");
}

/* An hour, the figures of a list and the year of a number hold no calls. */
static void
figures_of_hours_lists_and_years_are_no_calls(void **state)
{
	(void)state;
	expect("The bells rang from 9:00 to 12:00 over the harbour 12.\n#12 Twelve.",
	    "The bells rang from 9:00 to 12:00 over the harbour{12:Twelve.}.|");
	expect("They rang for bells 5, 6, 7 and 8, and for the harbour 6, as asked.\n#6 Six.",
	    "They rang for bells 5, 6, 7 and 8, and for the harbour{6:Six.}, as asked.|");
	expect("They recall resolution 6/2041 of the keepers of the small bells 1 and ropes.\n#1 One.",
	    "They recall resolution 6/2041 of the keepers of the small bells{1:One.} and ropes.|");
	expect("Le conseil a lu 3.\nTable ronde 4 : les lampes.\nLes gardiens rentrent 4, et le port dort.\n#3 Trois.\n#4 Quatre.",
	    "Le conseil a lu{3:Trois.}.|Table ronde 4 : les lampes.|Les gardiens rentrent{4:Quatre.}, et le port dort.|");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_calls_glued_to_words_and_years),
		cmocka_unit_test(finds_calls_glued_to_other_numbers),
		cmocka_unit_test(finds_old_and_bracketed_forms),
		cmocka_unit_test(stars_stand_apart_from_numbers),
		cmocka_unit_test(keeps_numbers_that_are_no_calls),
		cmocka_unit_test(series_start_again_with_pages),
		cmocka_unit_test(a_call_without_a_text_is_kept_and_reported),
		cmocka_unit_test(a_call_behind_a_sentence_may_lack_its_text),
		cmocka_unit_test(a_draft_without_note_texts_needs_a_clear_series),
		cmocka_unit_test(notes_that_stand_alone_take_the_only_place),
		cmocka_unit_test(figures_that_belong_to_a_word_are_no_calls),
		cmocka_unit_test(a_text_without_a_call_is_kept_and_reported),
		cmocka_unit_test(figures_of_labels_and_groups_are_no_calls),
		cmocka_unit_test(bracketed_marks_have_bracketed_calls),
		cmocka_unit_test(figures_of_hours_lists_and_years_are_no_calls),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
