/* SPDX-License-Identifier: MIT */
/* test_resolution.c - invented resolutions in six languages, and the blocks found in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/outline.h"

/* Clauses that begin with a small letter, each on a line of its own. */
static void
russian_clauses_of_a_line_each(void **state)
{
	(void)state;
	expect("98/512. Портовые колокола\nГенеральная Ассамблея,\n"
	       "ссылаясь на свою резолюцию 97/1 о колоколах малых портов,\n"
	       "отмечая, что во многих портах колокола более не звонят вручную, а звонари уходят на покой и не "
	       "оставляют после себя учеников, способных продолжить их дело в новых условиях,\n"
	       "учитывая, что голос колокола в тумане спас не один корабль, и признавая заслуги тех, кто десятилетиями "
	       "нес ночную вахту на молах и башнях северного побережья,\n"
	       "1. постановляет, что каждый колокол должен звучать не реже одного раза в год, дабы голос его не был забыт "
	       "ни в городе, ни в окрестных селах, и просит смотрителей позаботиться об этом;\n"
	       "2. просит смотрителей представить доклад.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "plain-heading 1: 98/512. Портовые колокола\nchapeau 0: Генеральная Ассамблея,\n"
	       "p 0: ссылаясь на свою резолюцию 97/1 о колоколах малых портов,\n"
	       "p 0: отмечая, что во многих портах колокола более не звонят вручную, а звонари уходят на покой и не "
	       "оставляют после себя учеников, способных продолжить их дело в новых условиях,\n"
	       "p 0: учитывая, что голос колокола в тумане спас не один корабль, и признавая заслуги тех, кто "
	       "десятилетиями нес ночную вахту на молах и башнях северного побережья,\n"
	       "para 0: 1. постановляет, что каждый колокол должен звучать не реже одного раза в год, дабы голос его не "
	       "был забыт ни в городе, ни в окрестных селах, и просит смотрителей позаботиться об этом;\n"
	       "para 0: 2. просит смотрителей представить доклад.\n");
}

/* A clause whose last line is full is told from its neighbour by its first word. */
static void
russian_clauses_in_wrapped_lines(void **state)
{
	(void)state;
	expect("Генеральная Ассамблея,\n"
	       "ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых портов и их\n"
	       "смотрителях, в которой она просила собрать сведения о состоянии всех колоколов,\n"
	       "отмечая, что во многих портах колокола более не звонят вручную, а звонари уходят\n"
	       "на покой и не оставляют после себя учеников, способных продолжить начатое дело в\n"
	       "новых условиях,\n"
	       "1.\nпостановляет, что каждый колокол должен звучать не реже одного раза в год, дабы\n"
	       "голос его не был забыт;\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "chapeau 0: Генеральная Ассамблея,\n"
	       "p 0: ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых портов и их | "
	       "смотрителях, в которой она просила собрать сведения о состоянии всех колоколов,\n"
	       "p 0: отмечая, что во многих портах колокола более не звонят вручную, а звонари уходят | "
	       "на покой и не оставляют после себя учеников, способных продолжить начатое дело в | новых условиях,\n"
	       "para 0: 1. | постановляет, что каждый колокол должен звучать не реже одного раза в год, дабы | "
	       "голос его не был забыт;\n");
}

static void
chinese_clauses_in_wrapped_lines(void **state)
{
	(void)state;
	expect("大会，\n回顾其关于小港口钟声的第97/1号决议，其中大会请看守人收集所有港口大钟的现状资料，\n"
	       "又注意到许多港口的大钟不再由人工敲响，而能够敲钟的人正在退休，没有留下能够在新\n"
	       "条件下继续这一事业的学徒，\n"
	       "1.\n决定每一口大钟每年至少敲响一次，使其声音不被遗忘，并为此请看守人采取一切必要的\n步骤；\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "chapeau 0: 大会，\np 0: 回顾其关于小港口钟声的第97/1号决议，其中大会请看守人收集所有港口大钟的现状资料，\n"
	       "p 0: 又注意到许多港口的大钟不再由人工敲响，而能够敲钟的人正在退休，没有留下能够在新 | "
	       "条件下继续这一事业的学徒，\n"
	       "para 0: 1. | 决定每一口大钟每年至少敲响一次，使其声音不被遗忘，并为此请看守人采取一切必要的 | 步骤；\n");
}

/* Behind a number on the line over it a line ends sooner: what follows goes on with it all the same. */
static void
lines_behind_numbers(void **state)
{
	(void)state;
	expect("The General Assembly,\n"
	       "Recalling its resolution 97/1 of 3 May 2097 on the bells of small harbours and\n"
	       "on the women and men who keep them through the winter,\n"
	       "Noting that many of the bells of the coast are no longer rung by any hand, and\n"
	       "that the ropes, ladders and towers are worn,\n"
	       "1.\nDecides that every bell of every small harbour shall be rung by hand once\n"
	       "in each year at the least, whatever the weather may be;\n"
	       "2.\nThanks the plan that was made by the members of the Old Winter Sea\n"
	       "Watch of the coast, and asks them to renew the ropes of the bells before they break;\n"
	       "3.\nRequests the owners of the foundries to keep the moulds of all the bells\n"
	       "that they have cast in the last hundred years, wherever they are held;\n"
	       "4.\nInvites the schools of the harbour towns to teach the ringing of bells to all\n"
	       "pupils who wish to learn it, and to report on what they have found;\n"
	       "5.\nThanks the ringers who have held the night watch on the moles and\n"
	       "towers of the whole coast for so many years.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Recalling its resolution 97/1 of 3 May 2097 on the bells of small harbours and | "
	       "on the women and men who keep them through the winter,\n"
	       "p 0: Noting that many of the bells of the coast are no longer rung by any hand, and | "
	       "that the ropes, ladders and towers are worn,\n"
	       "para 0: 1. | Decides that every bell of every small harbour shall be rung by hand once | "
	       "in each year at the least, whatever the weather may be;\n"
	       "para 0: 2. | Thanks the plan that was made by the members of the Old Winter Sea | "
	       "Watch of the coast, and asks them to renew the ropes of the bells before they break;\n"
	       "para 0: 3. | Requests the owners of the foundries to keep the moulds of all the bells | "
	       "that they have cast in the last hundred years, wherever they are held;\n"
	       "para 0: 4. | Invites the schools of the harbour towns to teach the ringing of bells to all | "
	       "pupils who wish to learn it, and to report on what they have found;\n"
	       "para 0: 5. | Thanks the ringers who have held the night watch on the moles and | "
	       "towers of the whole coast for so many years.\n");
}

/* Small letters weigh for nothing where all clauses have them: a short last line tells them apart. */
static void
russian_clauses_after_short_lines(void **state)
{
	(void)state;
	expect("Генеральная Ассамблея,\n"
	       "ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых\n"
	       "портов, подчеркивая значение труда смотрителей, несущих ночную вахту,\n"
	       "отмечая, что во многих портах колокола более не звонят вручную, а\n"
	       "звонари уходят на покой и не оставляют после себя учеников,\n"
	       "знаменуя сотую годовщину первого звона на северном молу и приветствуя\n"
	       "старания всех, кто хранит память о нем,\n"
	       "дорожа тишиной, которая настает в гаванях после последнего удара\n"
	       "колокола, и опасаясь за рыбаков,\n"
	       "1.\nпостановляет, что каждый колокол должен звучать не реже одного\nраза в год.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "chapeau 0: Генеральная Ассамблея,\n"
	       "p 0: ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых | "
	       "портов, подчеркивая значение труда смотрителей, несущих ночную вахту,\n"
	       "p 0: отмечая, что во многих портах колокола более не звонят вручную, а | "
	       "звонари уходят на покой и не оставляют после себя учеников,\n"
	       "p 0: знаменуя сотую годовщину первого звона на северном молу и приветствуя | "
	       "старания всех, кто хранит память о нем,\n"
	       "p 0: дорожа тишиной, которая настает в гаванях после последнего удара | колокола, и опасаясь за рыбаков,\n"
	       "para 0: 1. | постановляет, что каждый колокол должен звучать не реже одного | раза в год.\n");
}

/*
 * Behind a full line an appeal goes on with its clause more often than it begins one; what was opened in
 * quotation marks is not over at a colon; a line that is short may be a clause of its own.
 */
static void
clauses_behind_full_lines(void **state)
{
	(void)state;
	expect("Генеральная Ассамблея,\n"
	       "ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых портов и их\n"
	       "смотрителях, в которой она просила собрать сведения о состоянии всех колоколов,\n"
	       "призывая города побережья хранить канаты и лестницы башен, на которых звонари в\n"
	       "прежние годы несли вахту,\n"
	       "отмечая, что во многих портах читают старую книгу смотрителя «Голоса в тумане:\n"
	       "Записки о колоколах» и что она переведена на языки соседних берегов, где помнят\n"
	       "звонарей,\n"
	       "1.\nпостановляет, что каждый колокол должен звучать не реже одного раза в год, дабы\n"
	       "голос его не был забыт;\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "chapeau 0: Генеральная Ассамблея,\n"
	       "p 0: ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых портов и их | "
	       "смотрителях, в которой она просила собрать сведения о состоянии всех колоколов, | "
	       "призывая города побережья хранить канаты и лестницы башен, на которых звонари в | "
	       "прежние годы несли вахту,\n"
	       "p 0: отмечая, что во многих портах читают старую книгу смотрителя «Голоса в тумане: | "
	       "Записки о колоколах» и что она переведена на языки соседних берегов, где помнят | звонарей,\n"
	       "para 0: 1. | постановляет, что каждый колокол должен звучать не реже одного раза в год, дабы | "
	       "голос его не был забыт;\n");
	expect("大会，\n回顾其关于小港口钟声的第97/1号决议，其中大会请看守人收集所有港口大钟的现状资料，\n"
	       "又深信钟声不应被遗忘，\n"
	       "1.\n决定每一口大钟每年至少敲响一次，使其声音不被遗忘，并为此请看守人采取一切必要的\n步骤；\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "chapeau 0: 大会，\np 0: 回顾其关于小港口钟声的第97/1号决议，其中大会请看守人收集所有港口大钟的现状资料，\n"
	       "p 0: 又深信钟声不应被遗忘，\n"
	       "para 0: 1. | 决定每一口大钟每年至少敲响一次，使其声音不被遗忘，并为此请看守人采取一切必要的 | 步骤；\n");
}

/* Items that end with commas make the paragraph over them no heading of a section with a preamble. */
static void
items_with_commas(void **state)
{
	(void)state;
	expect("Генеральная Ассамблея,\n\n ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых\n\n"
	       "портов,\n\n"
	       " 1. призывает города побережья хранить канаты и лестницы всех башен на\n\nмолах;\n\n  \n\nЗадачи на зиму\n"
	       "\n  \n\n"
	       " 2. принимает к сведению список, составленный смотрителями северного\n\n"
	       "Мола, и просит каждый город позаботиться о следующем:\n\n"
	       " a) о канатах, лестницах и старых медных колоколах тех башен, которые еще\n\nстоят,\n\n"
	       " b) о печах и лампах для ночной вахты на всех молах северного побережья, и\n\nо книгах,\n\n"
	       " c) о школах для будущих звонарей и о хлебе для тех, кто учит их в долгие\n\nзимы,\n\n"
	       " d) о письмах;\n\n 3. постановляет вернуться к этому вопросу.\n",
	       SOURCE_PAGE_DOUBLE, "ru",
	       "chapeau 0: Генеральная Ассамблея,\n"
	       "p 0: ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых | портов,\n"
	       "para 0: 1. призывает города побережья хранить канаты и лестницы всех башен на | молах;\n"
	       "plain-heading 1: Задачи на зиму\n"
	       "para 0: 2. принимает к сведению список, составленный смотрителями северного | "
	       "Мола, и просит каждый город позаботиться о следующем:\n"
	       "item 1: a) о канатах, лестницах и старых медных колоколах тех башен, которые еще | стоят,\n"
	       "item 1: b) о печах и лампах для ночной вахты на всех молах северного побережья, и | о книгах,\n"
	       "item 1: c) о школах для будущих звонарей и о хлебе для тех, кто учит их в долгие | зимы,\n"
	       "item 1: d) о письмах;\npara 0: 3. постановляет вернуться к этому вопросу.\n");
}

/* A note that cites a supplement of the records makes the page over it no cover of one. */
static void
records_in_a_note(void **state)
{
	(void)state;
	expect("A/RES/98/12\n\nРезолюция, принятая Генеральной Ассамблеей 30 ноября 2098 года\n\n98/12.\n\nКолокола\n\n"
	       "Генеральная Ассамблея,\nрассмотрев доклад смотрителей 1,\n\n__________________\n\n1\n"
	       "Официальные отчеты Генеральной Ассамблеи, девяносто восьмая сессия,\nДополнение № 35 (A/98/35).\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "field 0: A/RES/98/12\nplain-heading 1: Резолюция, принятая Генеральной Ассамблеей 30 ноября 2098 года\n"
	       "plain-heading 1: 98/12. | Колокола\nchapeau 0: Генеральная Ассамблея,\np 0: рассмотрев доклад смотрителей "
	       "1,\n"
	       "note 0: 1\nnote-more 0: Официальные отчеты Генеральной Ассамблеи, девяносто восьмая сессия,\n"
	       "note-more 0: Дополнение № 35 (A/98/35).\n");
}

/* What a colon announces at the foot of a page is a list, not the notes of the page. */
static void
items_at_the_foot(void **state)
{
	(void)state;
	expect("A/RES/98/12\n\n大会，\n回顾其关于小港口钟声的第97/1(2097)号决议，\n1.\n决定看守人应采取下列步骤：\n(1)\n"
	       "每年敲响大钟一次，\n"
	       "(2)\n更换钟绳，\n\n1/2\n\n98-00001\n\nA/RES/98/12\n\n(3)\n教授学徒；\n2.\n请看守人提出报告。\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/RES/98/12\nchapeau 0: 大会，\np 0: 回顾其关于小港口钟声的第97/1(2097)号决议，\n"
	       "para 0: 1. | 决定看守人应采取下列步骤：\nitem 1: (1) | 每年敲响大钟一次，\nitem 1: (2) | 更换钟绳，\n"
	       "item 1: (3) | 教授学徒；\npara 0: 2. | 请看守人提出报告。\n");
}

/* A comma at the end of a full line is the end of no clause, when the next line begins like none. */
static void
chinese_commas_at_full_lines(void **state)
{
	(void)state;
	expect("大会，\n回顾其关于小港口钟声的第97/1号决议，其中大会请看守人收集所有港口大钟的现状，\n"
	       "及北方的各港口的看守人在过去的十年里为保存古老的钟楼和钟声所作出的不懈努力，\n"
	       "包括修复钟楼和绳索，\n"
	       "又注意到许多港口的大钟不再由人工敲响，而能够敲钟的人正在退休，没有留下能够在新\n"
	       "条件下继续这一事业的学徒，\n"
	       "1.\n决定每一口大钟每年至少敲响一次，使其声音不被遗忘，并为此请看守人采取一切必要的\n步骤；\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "chapeau 0: 大会，\np 0: 回顾其关于小港口钟声的第97/1号决议，其中大会请看守人收集所有港口大钟的现状， | "
	       "及北方的各港口的看守人在过去的十年里为保存古老的钟楼和钟声所作出的不懈努力， | 包括修复钟楼和绳索，\n"
	       "p 0: 又注意到许多港口的大钟不再由人工敲响，而能够敲钟的人正在退休，没有留下能够在新 | "
	       "条件下继续这一事业的学徒，\n"
	       "para 0: 1. | 决定每一口大钟每年至少敲响一次，使其声音不被遗忘，并为此请看守人采取一切必要的 | 步骤；\n");
}

/* Each paragraph of what is quoted opens the quotation anew, though no blank shows that it begins. */
static void
quotation_opened_in_each_paragraph(void **state)
{
	(void)state;
	expect("Statement by the Keeper of the Bells\n"
	       "At the ninth meeting of the keepers, the Keeper said this:\n"
	       "“The keepers of the bells recall that no harbour of the northern coast was without\n"
	       "its own bell for a hundred years, and that each was rung by hand in all weather.\n"
	       "“The keepers of the bells deplore that many of the ropes were cut in the last winter\n"
	       "and call upon all who hold one to bring it back to the tower that it belongs to now.\n"
	       "“The keepers of the bells remain seized of the matter.”\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Statement by the Keeper of the Bells\n"
	       "p 0: At the ninth meeting of the keepers, the Keeper said this:\n"
	       "p 0: “The keepers of the bells recall that no harbour of the northern coast was without | "
	       "its own bell for a hundred years, and that each was rung by hand in all weather.\n"
	       "p 0: “The keepers of the bells deplore that many of the ropes were cut in the last winter | "
	       "and call upon all who hold one to bring it back to the tower that it belongs to now.\n"
	       "p 0: “The keepers of the bells remain seized of the matter.”\n");
}

/*
 * Behind the chapeau a line that begins with figures and holds a
 * month is text, and the title recurs without its dash.
 */
static void
arabic_frame_ends_at_the_chapeau(void **state)
{
	(void)state;
	expect("A/RES/98/7\n\nالأمم المتحدة\n\nالجمعية العامة\n\nDistr.: General\n3 May 2098\n\nالدورة الثامنة والتسعون\n\n"
	       "98/7.\n\n- أجراس الموانئ الصغيرة\n\nإن الجمعية العامة،\n"
	       "إذ تشير إلى قراراتها 91/1 و 92/1 و 93/1 و 94/1 و 95/1 و 96/1 و 97/1 و 97/3 و\n"
	       "97/12، وإلى بيان رئيسها بشأن أجراس الموانئ الصغيرة المؤرخ 25 آب/أغسطس\n2097 وما جاء فيه،\n"
	       "1 - تقرر أن يقرع كل جرس مرة واحدة على الأقل كل عام؛\n\n98-00001 (A)\n\n*9800001*\n\n"
	       "\fA/RES/98/7\n\nأجراس الموانئ الصغيرة\n\n2 - تقرر أن تبقي المسألة قيد نظرها.\n\n2/2\n\n98-00001\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "field 0: A/RES/98/7\nfield 0: الأمم المتحدة\nfield 0: الجمعية العامة\nfield 0: Distr.: General\n"
	       "field 0: 3 May 2098\nfield 0: الدورة الثامنة والتسعون\nplain-heading 1: 98/7. | - أجراس الموانئ الصغيرة\n"
	       "chapeau 0: إن الجمعية العامة،\n"
	       "p 0: إذ تشير إلى قراراتها 91/1 و 92/1 و 93/1 و 94/1 و 95/1 و 96/1 و 97/1 و 97/3 و | "
	       "97/12، وإلى بيان رئيسها بشأن أجراس الموانئ الصغيرة المؤرخ 25 آب/أغسطس | 2097 وما جاء فيه،\n"
	       "para 0: 1 - تقرر أن يقرع كل جرس مرة واحدة على الأقل كل عام؛\n"
	       "para 0: 2 - تقرر أن تبقي المسألة قيد نظرها.\n");
}

/* A label alone behind ", y" is the last item's and no word of the one before. */
static void
last_item_announced_behind_a_comma(void **state)
{
	(void)state;
	expect("El Consejo de Seguridad,\n1.\nDecide que los guardianes de las campanas de todos los puertos del norte han "
	       "de:\n"
	       "a)\nGuardar las cuerdas y las escaleras de las torres durante todos los inviernos, y\n"
	       "b)\nTocar las campanas cuando la niebla cubra el puerto;\n2.\nDecide seguir ocupándose de la cuestión.\n",
	       SOURCE_PAGE_SINGLE, "es",
	       "chapeau 0: El Consejo de Seguridad,\n"
	       "para 0: 1. | Decide que los guardianes de las campanas de todos los puertos del norte han de:\n"
	       "item 1: a) | Guardar las cuerdas y las escaleras de las torres durante todos los inviernos, y\n"
	       "item 1: b) | Tocar las campanas cuando la niebla cubra el puerto;\n"
	       "para 0: 2. | Decide seguir ocupándose de la cuestión.\n");
}

/* Calls and marks of notes in brackets, with European and with Arabic-Indic digits. */
static void
arabic_note_marks(void **state)
{
	(void)state;
	expect("إن الجمعية العامة،\nإذ تشير إلى قرارها 97/1 بشأن أجراس الموانئ الصغيرة(1)،\n"
	       "1 - تقرر أن يقرع كل جرس مرة واحدة على الأقل كل عام(٢).\n"
	       "__________________\n(1) A/98/640.\n(٢) المرجع نفسه.\n",
	       SOURCE_PAGE_SINGLE, "ar",
	       "chapeau 0: إن الجمعية العامة،\np 0: إذ تشير إلى قرارها 97/1 بشأن أجراس الموانئ الصغيرة(1)،\n"
	       "para 0: 1 - تقرر أن يقرع كل جرس مرة واحدة على الأقل كل عام(٢).\n"
	       "note 0: (1) A/98/640.\nnote 0: (٢) المرجع نفسه.\n");
}

/* Letters of parts and of sections alone on a line. */
static void
letters_alone(void **state)
{
	(void)state;
	expect("98/512. Bells of the small harbours\n\nB1\n\nThe General Assembly,\n\n"
	       "Recalling its resolution 97/1 on the bells of small harbours and on those who keep them,\n\n"
	       "I\n\nRopes of the bells\n\n1. Decides that every rope shall be renewed once in ten years at the least;\n\n"
	       "II\n\nLadders of the towers\n\n1. Decides that every ladder shall be renewed when two of its rungs are "
	       "lost.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: 98/512. Bells of the small harbours\nplain-heading 1: B1\n"
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Recalling its resolution 97/1 on the bells of small harbours and on those who keep them,\n"
	       "heading 1: I | Ropes of the bells\n"
	       "para 0: 1. Decides that every rope shall be renewed once in ten years at the least;\n"
	       "heading 1: II | Ladders of the towers\n"
	       "para 0: 1. Decides that every ladder shall be renewed when two of its rungs are lost.\n");
}

/* An organ named at the end of a clause is no chapeau. */
static void
organ_at_the_end_of_a_clause(void **state)
{
	(void)state;
	expect(" The General Assembly, \n\n Recalling the reports on harbour bells that the keepers sent it by way of the "
	       "\n\n"
	       "Economic and Social Council, \n\n Noting that many of the bells of the coast are no longer rung by any "
	       "hand, \n\n"
	       " 1. Decides that they shall be rung. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Recalling the reports on harbour bells that the keepers sent it by way of the | Economic and Social "
	       "Council,\n"
	       "p 0: Noting that many of the bells of the coast are no longer rung by any hand,\n"
	       "para 0: 1. Decides that they shall be rung.\n");
}

/* A heading without number between operative paragraphs, apart from both. */
static void
headings_between_paragraphs(void **state)
{
	(void)state;
	expect(" The General Assembly, \n\n"
	       " 1. Asks the keepers to see to it that all bells of the coast be rung by hand once a year \n\n"
	       "and that the ropes be kept in good order throughout the winter; \n\n  \n\n  \n\n"
	       "Estimates of the cost of ropes for the period from 1 July to 30 \n\nJune 2099 \n\n  \n\n"
	       " 2. Decides to set aside what the ropes cost, as the keepers have shown it in their report; \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "chapeau 0: The General Assembly,\n"
	       "para 0: 1. Asks the keepers to see to it that all bells of the coast be rung by hand once a year | "
	       "and that the ropes be kept in good order throughout the winter;\n"
	       "plain-heading 1: Estimates of the cost of ropes for the period from 1 July to 30 | June 2099\n"
	       "para 0: 2. Decides to set aside what the ropes cost, as the keepers have shown it in their report;\n");
}

/* The symbol of a part is one symbol; a small word after a comma begins no clause in English. */
static void
part_symbol_and_small_words(void **state)
{
	(void)state;
	expect(" United Nations  A/RES/98/42 B \n\nGeneral Assembly \n\n 98/42. Bells of the harbours \n\n B \n\n"
	       " The General Assembly, \n\n Gravely concerned by the years in which no bell was heard on the coast, \n\n"
	       "regretting that no keeper was \n\nA/RES/98/42 B Bells of the harbours \n\n  \n\n98-00001 2/2 \n\n  \n\n"
	       "asked, and looking forward to the bells, \n\n 1. Decides that they shall be rung by hand in all harbours. "
	       "\n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "field 0: United Nations  A/RES/98/42 B\nfield 0: General Assembly\nplain-heading 1: 98/42. Bells of the "
	       "harbours\n"
	       "plain-heading 1: B\nchapeau 0: The General Assembly,\n"
	       "p 0: Gravely concerned by the years in which no bell was heard on the coast, | regretting that no keeper "
	       "was | asked, and looking forward to the bells,\n"
	       "para 0: 1. Decides that they shall be rung by hand in all harbours.\n");
}

/* First lines set in show the clauses, whatever word others begin with. */
static void
set_in_lines_of_a_layout(void **state)
{
	(void)state;
	expect("                     Генеральная Ассамблея,\n"
	       "                     ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых портов,\n"
	       "                отмечая заслуги смотрителей этих портов и признавая, что голос их не забыт,\n"
	       "                     с удовлетворением отмечая, что на северном побережье колокола звонят и поныне,\n"
	       "                     1.    постановляет, что каждый колокол должен звучать не реже одного раза в год;\n",
	       SOURCE_PAGE_LAYOUT, "ru",
	       "chapeau 0: Генеральная Ассамблея,\n"
	       "p 0: ссылаясь на свою резолюцию 97/1 от 3 мая 2097 года о колоколах малых портов, | "
	       "отмечая заслуги смотрителей этих портов и признавая, что голос их не забыт,\n"
	       "p 0: с удовлетворением отмечая, что на северном побережье колокола звонят и поныне,\n"
	       "para 0: 1.    постановляет, что каждый колокол должен звучать не реже одного раза в год;\n");
}

/* "No." at a line's end waits for its figure: "13" under it is not note 13. */
static void
figure_that_is_no_mark(void **state)
{
	(void)state;
	expect("1. Les gardiens ont écrit au conseil1 et au maire2 au sujet des cloches de la ville.\n\n"
	       "__________________\n\n"
	       "Documents officiels du conseil, soixantième session, Supplément no\n13 (A/98/13).\nA/98/14.\n1\n2\n",
	       SOURCE_PAGE_SINGLE, "fr",
	       "para 0: 1. Les gardiens ont écrit au conseil1 et au maire2 au sujet des cloches de la ville.\n"
	       "note-more 0: Documents officiels du conseil, soixantième session, Supplément no\n"
	       "note-more 0: 13 (A/98/13).\nnote-more 0: A/98/14.\nnote 0: 1\nnote 0: 2\n");
}

/* Drafts a committee recommends: their labels with numbers are headings, one without a number too. */
static void
drafts_within_reports(void **state)
{
	static const struct {
		const char *lang, *opens, *label, *title, *organ, *clause, *one;
	} cases[] = {
	    {"en", "The Committee recommends to the General Assembly the adoption of the following drafts:",
	     "Draft resolution I", "Bells of small harbours", "The General Assembly,",
	     "Recalling its resolution 89/3 on the bells,", "1. Requests the keepers to ring them."},
	    {"fr", "La Commission recommande à l’Assemblée générale d’adopter les projets suivants :",
	     "Projet de résolution I", "Cloches des petits ports", "L’Assemblée générale,",
	     "Rappelant sa résolution 89/3 sur les cloches,", "1. Prie les gardiens de les faire sonner."},
	    {"es", "La Comisión recomienda a la Asamblea General que apruebe los siguientes proyectos:",
	     "Proyecto de resolución I", "Campanas de los puertos", "La Asamblea General,",
	     "Recordando su resolución 89/3 sobre las campanas,", "1. Solicita a los guardianes que las toquen."},
	    {"ru", "Комитет рекомендует Генеральной Ассамблее принять следующие проекты документов:",
	     "Проект резолюции I", "Колокола малых портов", "Генеральная Ассамблея,",
	     "ссылаясь на свою резолюцию 89/3 о колоколах,", "1. просит смотрителей звонить в них."},
	    {"zh", "委员会建议大会通过以下各项草案：", "决议草案一", "小港口的钟", "大会，", "回顾其关于钟的第89/3号决议，",
	     "1. 请守钟人敲响各钟。"},
	    {"ar", "توصي اللجنة الجمعية العامة باعتماد مشاريع القرارات التالية:", "مشروع القرار الأول",
	     "أجراس الموانئ الصغيرة", "إن الجمعية العامة،", "إذ تشير إلى قرارها 89/3 بشأن الأجراس،",
	     "1- تطلب إلى الحراس أن يقرعوها."},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf in = {0}, out = {0};
		buf_printf(&in, "%s\n%s\n%s\n%s\n%s\n%s\n", cases[i].opens, cases[i].label, cases[i].title, cases[i].organ,
		         cases[i].clause, cases[i].one);
		buf_printf(&out, "p 0: %s\nheading 1: %s | %s\nchapeau 0: %s\np 0: %s\npara 0: %s\n", cases[i].opens,
		         cases[i].label, cases[i].title, cases[i].organ, cases[i].clause, cases[i].one);
		expect(in.data, SOURCE_PAGE_SINGLE, cases[i].lang, out.data);
		buf_free(&in);
		buf_free(&out);
	}
	expect("13. The Committee also recommends to the General Assembly the adoption of the following draft:\n"
	       "Draft decision\nThe General Assembly decides to take note of the report of the keepers.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "p 0: 13. The Committee also recommends to the General Assembly the adoption of the following draft:\n"
	       "plain-heading 1: Draft decision\n"
	       "p 0: The General Assembly decides to take note of the report of the keepers.\n");
}

/* The date stands over the meeting in Chinese. */
static void
closed_by_date_and_meeting(void **state)
{
	(void)state;
	expect("98/512. 小港口的钟\n大会，\n回顾其关于钟的第89/3号决议，\n1. 请守钟人敲响各钟。\n2099年10月4日\n"
	       "第45次全体会议\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "plain-heading 1: 98/512. 小港口的钟\nchapeau 0: 大会，\np 0: 回顾其关于钟的第89/3号决议，\n"
	       "para 0: 1. 请守钟人敲响各钟。\nadoption 0: 2099年10月4日\nadoption 0: 第45次全体会议\n");
	expect("98/512. Bells\nThe General Assembly,\nRecalling its resolution 89/3 on the bells,\n"
	       "1. Requests the keepers to ring them and to keep the list of bells that is in resolution\n"
	       "89/3 of the Assembly.\n45th plenary meeting\n4 October 2099\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: 98/512. Bells\nchapeau 0: The General Assembly,\n"
	       "p 0: Recalling its resolution 89/3 on the bells,\n"
	       "para 0: 1. Requests the keepers to ring them and to keep the list of bells that is in resolution | "
	       "89/3 of the Assembly.\n"
	       "adoption 0: 45th plenary meeting\nadoption 0: 4 October 2099\n");
}

/* A break after a comma may stand before the item of a clause's list as well as before a clause. */
static void
lists_in_clauses(void **state)
{
	(void)state;
	expect(" The General Assembly, \n\n Condemning without reservation any denial that the bells of the small harbours "
	       "were \n\n"
	       "rung by hand, of which these are examples: \n\n (a) Publicly doubting the number of the keepers, \n\n"
	       " (b) Attempting to blame the keepers for the loss of their own bells in \n\nthe great storm, \n\n"
	       " (c) Calling the storm a good thing, \n\n Bearing in mind the letters of the keepers, \n\n"
	       " 1. Decides that the bells shall be rung by hand in all the harbours of the coast. \n\n",
	       SOURCE_PAGE_DOUBLE, "en",
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Condemning without reservation any denial that the bells of the small harbours were | rung by hand, "
	       "of which these are examples:\nitem 1: (a) Publicly doubting the number of the keepers,\n"
	       "item 1: (b) Attempting to blame the keepers for the loss of their own bells in | the great storm,\n"
	       "item 1: (c) Calling the storm a good thing,\np 0: Bearing in mind the letters of the keepers,\n"
	       "para 0: 1. Decides that the bells shall be rung by hand in all the harbours of the coast.\n");
}

#define BELLS_PAGE(n, words) words "\n\n98-00001\n\n" n "/4\n\n\fA/RES/98/42 A-B\n\nBells of the small harbours\n\n"
#define KEEPERS "Noting that many of the bells of the coast are no longer rung by any hand, and that\n" \
                "the keepers who rang them"

/* Two parts in one paper; its title stands over every page, and as the title of the agenda too. */
static void
paper_of_parts(void **state)
{
	(void)state;
	expect("A/RES/98/42 A-B\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n4 May 2098\n\n"
	       "Ninety-eighth session\n\n"
	       "Agenda item 14\nBells of the small harbours\n\nResolutions adopted by the General Assembly on 3 May 2098\n"
	       "[on the report of the Second Committee (A/98/12, para. 8)]\n\n98/42.\n\nBells of the small harbours\n\n"
	       "A Ropes in the service of the bells\n\nThe General Assembly,\n"
	       BELLS_PAGE("2", KEEPERS) BELLS_PAGE("3", "have left them to the gulls of the northern islands and\nto the")
	       "storms,\n1.\nDecides that every bell of the coast shall be rung once a year by those who keep it;\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/RES/98/42 A-B\nfield 0: United Nations\nfield 0: General Assembly\nfield 0: Distr.: General\n"
	       "field 0: 4 May 2098\nfield 0: Ninety-eighth session\nfield 0: Agenda item 14\nfield 0: Bells of the small "
	       "harbours\n"
	       "plain-heading 1: Resolutions adopted by the General Assembly on 3 May 2098\n"
	       "p 0: [on the report of the Second Committee (A/98/12, para. 8)]\n"
	       "plain-heading 1: 98/42. | Bells of the small harbours\nplain-heading 1: A Ropes in the service of the "
	       "bells\n"
	       "chapeau 0: The General Assembly,\n"
	       "p 0: Noting that many of the bells of the coast are no longer rung by any hand, and that | the keepers who "
	       "rang them | have left them to the gulls of the northern islands and | to the | storms,\n"
	       "para 0: 1. | Decides that every bell of the coast shall be rung once a year by those who keep it;\n");
}

/* A section without a chapeau begins with a clause, its small letter notwithstanding. */
static void
russian_clause_under_a_heading(void **state)
{
	(void)state;
	expect("98/512. Портовые колокола\nГенеральная Ассамблея,\n"
	       "I\n\nСмета расходов на канаты и лестницы для колоколов малых портов\n"
	       "рассмотрев доклад смотрителей о канатах и лестницах, а также записку о башнях и\n"
	       "колоколах северного побережья, представленную ими в ответ на просьбу совета,\n"
	       "1.\nпринимает к сведению доклад смотрителей и просит их впредь представлять такие\n"
	       "доклады каждый год, не дожидаясь напоминаний совета, с тем чтобы города могли\n"
	       "вовремя выделить средства на канаты;\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "plain-heading 1: 98/512. Портовые колокола\nchapeau 0: Генеральная Ассамблея,\n"
	       "heading 1: I | Смета расходов на канаты и лестницы для колоколов малых портов\n"
	       "p 0: рассмотрев доклад смотрителей о канатах и лестницах, а также записку о башнях и | "
	       "колоколах северного побережья, представленную ими в ответ на просьбу совета,\n"
	       "para 0: 1. | принимает к сведению доклад смотрителей и просит их впредь представлять такие | "
	       "доклады каждый год, не дожидаясь напоминаний совета, с тем чтобы города могли | "
	       "вовремя выделить средства на канаты;\n");
}

/* The first chapeau is known by the clause under it, whatever the organ; a call behind a colon hides no list. */
static void
organs_of_all_kinds(void **state)
{
	(void)state;
	expect("The Keepers of the Northern Bells,\nRecalling their resolution 5/12 on the ropes of small harbours,\n"
	       "1. Decide to ring the bells.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "chapeau 0: The Keepers of the Northern Bells,\n"
	       "p 0: Recalling their resolution 5/12 on the ropes of small harbours,\npara 0: 1. Decide to ring the "
	       "bells.\n");
	expect("At its meeting in May the Council, having read what the keepers of the north say:1\n"
	       "(a) Decided to let the towns of the northern coast keep the bells that are theirs\nby old custom;\n"
	       "(b) Decided to pay for the ropes.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "p 0: At its meeting in May the Council, having read what the keepers of the north say:1\n"
	       "item 1: (a) Decided to let the towns of the northern coast keep the bells that are theirs | by old "
	       "custom;\n"
	       "item 1: (b) Decided to pay for the ropes.\n");
	expect("A/HRC/RES/98/1\n\n人权理事会\n第九十八届会议\n\n2099年10月11日人权理事会通过的决议\n\n98/1. 守钟人的权利\n"
	       "\n人权理事会，\n"
	       "回顾其第89/3号决议，\n1. 决定敲钟。\n\nK2499993 020499\n",
	       SOURCE_PAGE_SINGLE, "zh",
	       "field 0: A/HRC/RES/98/1\nfield 0: 人权理事会\nfield 0: 第九十八届会议\n"
	       "plain-heading 1: 2099年10月11日人权理事会通过的决议\nplain-heading 1: 98/1. 守钟人的权利\n"
	       "chapeau 0: 人权理事会，\n"
	       "p 0: 回顾其第89/3号决议，\npara 0: 1. 决定敲钟。\n");
}

/* "II  Title" without a stop over clauses begins a section; a title of many lines ends at the part's letter. */
static void
sections_titled_behind_a_blank(void **state)
{
	(void)state;
	expect("98/512. Портовые колокола\nГенеральная Ассамблея,\n"
	       "I Просьба о выделении субсидии звонарям малых портов северного берега и\n"
	       "их смотрителям\n"
	       "рассмотрев записку смотрителей о просьбе звонарей, поданной в минувшую зиму,\n"
	       "1. принимает к сведению записку смотрителей о просьбе звонарей и просит их впредь\n"
	       "подавать такие записки до первого снега.\n"
	       "II Смета на веревки\n"
	       "рассмотрев смету на веревки для колоколов портов,\n"
	       "1. утверждает смету;\n"
	       "2. просит смотрителей беречь веревки.\n",
	       SOURCE_PAGE_SINGLE, "ru",
	       "plain-heading 1: 98/512. Портовые колокола\nchapeau 0: Генеральная Ассамблея,\n"
	       "heading 1: I Просьба о выделении субсидии звонарям малых портов северного берега и | их смотрителям\n"
	       "p 0: рассмотрев записку смотрителей о просьбе звонарей, поданной в минувшую зиму,\n"
	       "para 0: 1. принимает к сведению записку смотрителей о просьбе звонарей и просит их впредь | "
	       "подавать такие записки до первого снега.\n"
	       "heading 1: II Смета на веревки\n"
	       "p 0: рассмотрев смету на веревки для колоколов портов,\n"
	       "para 0: 1. утверждает смету;\npara 0: 2. просит смотрителей беречь веревки.\n");
	expect("98/512. Bells\nThe General Assembly,\n"
	       "I  The harbours of the north\n"
	       "Recalling its resolution 89/3 on the bells of the small harbours of the north,\n"
	       "1. Requests the keepers to ring the bells.\n"
	       "II  The harbours of the south\n"
	       "Having considered the report of the keepers on the bells of the small harbours,\n"
	       "1. Takes note of the report.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: 98/512. Bells\nchapeau 0: The General Assembly,\n"
	       "heading 1: I  The harbours of the north\n"
	       "p 0: Recalling its resolution 89/3 on the bells of the small harbours of the north,\n"
	       "para 0: 1. Requests the keepers to ring the bells.\n"
	       "heading 1: II  The harbours of the south\n"
	       "p 0: Having considered the report of the keepers on the bells of the small harbours,\n"
	       "para 0: 1. Takes note of the report.\n");
}

/* "Resolutions adopted by ..." under a letter alone is what the letter counts. */
static void
adopted_under_a_letter(void **state)
{
	(void)state;
	expect_headings("Chapter I\nBells\n\n1. The Committee adopted two resolutions, which are set out "
	    "below with its thanks.\n\n"
	                "A.\n\nResolutions adopted by the Committee at its third session\n2. The ropes are to be kept dry.\n\n"
	                "B.\n\nDecisions of the Committee\n3. The bells are to be rung at noon on each day of the year.\n",
	                SOURCE_PAGE_SINGLE, "en",
	                "1: Chapter I | Bells\n2: A. | Resolutions adopted by the Committee at its third session\n"
	                "2: B. | Decisions of the Committee\n");
}

/* The name of an organ may be long. */
static void
long_organ(void **state)
{
	(void)state;
	expect("Resolution 98/1\nBells of the small harbours\nThe Economic and Social Commission for the Harbours and Bells,\n"
	       "Recalling its resolution 97/2 of 3 May 2097 and all that was said there,\n"
	       "1. Asks that the ropes be kept dry;\n2. Asks again that they be kept dry.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "plain-heading 1: Resolution 98/1\nplain-heading 1: Bells of the small harbours\n"
	       "chapeau 0: The Economic and Social Commission for the Harbours and Bells,\n"
	       "p 0: Recalling its resolution 97/2 of 3 May 2097 and all that was said there,\n"
	       "para 0: 1. Asks that the ropes be kept dry;\npara 0: 2. Asks again that they be kept dry.\n");
}

/* A clause ends so that no word had room behind it: the small letter of the next one says nothing. */
static void
small_letters_behind_labels(void **state)
{
	(void)state;
	expect("A/RES/98/76\nGeneral Assembly\n98/76. Ponds\nThe General Assembly,\n"
	       "1. Asks the keepers of all the small ponds that lie in the valley of the mill:\n"
	       "(a) to measure the water of each pond of the district twice, and in dry years more;\n"
	       "(b) to write down in the books of the harbour what they have found, and who found;\n"
	       "(c) to ring.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/RES/98/76\nfield 0: General Assembly\nplain-heading 1: 98/76. Ponds\n"
	       "chapeau 0: The General Assembly,\n"
	       "para 0: 1. Asks the keepers of all the small ponds that lie in the valley of the mill:\n"
	       "item 1: (a) to measure the water of each pond of the district twice, and in dry years more;\n"
	       "item 1: (b) to write down in the books of the harbour what they have found, and who found;\n"
	       "item 1: (c) to ring.\n");
}

/* On laid out pages that are read from the right the letters of a line, not its place, say where it begins. */
static void
lines_read_from_the_right(void **state)
{
	(void)state;
	expect("                                                                      A/RES/98/76\n\n"
	       "                                                            الجمعية العامة\n\n"
	       "                                                  98/76 صون البرك الصغيرة\n\n"
	       "                                                                    إن الجمعية العامة،\n"
	       "          إذ تشير إلى قرارها 97/12 المؤرخ 3 أيار/مايو 2042 بشأن صون البرك الصغيرة في القرى\n"
	       "                              البعيدة وبشأن الحراس الذين يقيسون ماءها مرتين في السنة ويكتبون ما\n"
	       "                                                                    وجدوه في الدفاتر كلها،\n"
	       "          1 - تقرر أن تنظر في حال البرك والأجراس في دورتها المقبلة وأن تدعو الحراس إلى\n"
	       "                                                               الاجتماع في الميناء القديم؛\n",
	       SOURCE_PAGE_LAYOUT, "ar",
	       "field 0: A/RES/98/76\nfield 0: الجمعية العامة\nplain-heading 1: 98/76 صون البرك الصغيرة\n"
	       "chapeau 0: إن الجمعية العامة،\n"
	       "p 0: إذ تشير إلى قرارها 97/12 المؤرخ 3 أيار/مايو 2042 بشأن صون البرك الصغيرة في القرى | "
	       "البعيدة وبشأن الحراس الذين يقيسون ماءها مرتين في السنة ويكتبون ما | وجدوه في الدفاتر كلها،\n"
	       "para 0: 1 - تقرر أن تنظر في حال البرك والأجراس في دورتها المقبلة وأن تدعو الحراس إلى | "
	       "الاجتماع في الميناء القديم؛\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arabic_frame_ends_at_the_chapeau),
		cmocka_unit_test(last_item_announced_behind_a_comma), cmocka_unit_test(lists_in_clauses),
		cmocka_unit_test(organs_of_all_kinds),
		cmocka_unit_test(paper_of_parts), cmocka_unit_test(russian_clause_under_a_heading),
		cmocka_unit_test(drafts_within_reports), cmocka_unit_test(closed_by_date_and_meeting),
		cmocka_unit_test(russian_clauses_of_a_line_each), cmocka_unit_test(russian_clauses_in_wrapped_lines),
		cmocka_unit_test(chinese_clauses_in_wrapped_lines),
		cmocka_unit_test(lines_behind_numbers),
		cmocka_unit_test(quotation_opened_in_each_paragraph),
		cmocka_unit_test(russian_clauses_after_short_lines), cmocka_unit_test(clauses_behind_full_lines),
		cmocka_unit_test(items_with_commas), cmocka_unit_test(items_at_the_foot), cmocka_unit_test(records_in_a_note),
		cmocka_unit_test(chinese_commas_at_full_lines), cmocka_unit_test(arabic_note_marks),
		cmocka_unit_test(letters_alone),
		cmocka_unit_test(organ_at_the_end_of_a_clause), cmocka_unit_test(headings_between_paragraphs),
		cmocka_unit_test(part_symbol_and_small_words),
		cmocka_unit_test(set_in_lines_of_a_layout), cmocka_unit_test(figure_that_is_no_mark),
		cmocka_unit_test(sections_titled_behind_a_blank), cmocka_unit_test(adopted_under_a_letter),
		cmocka_unit_test(long_organ), cmocka_unit_test(small_letters_behind_labels),
		cmocka_unit_test(lines_read_from_the_right),
	};

	return cmocka_run_group_tests_name("resolutions", tests, NULL, NULL);
}
