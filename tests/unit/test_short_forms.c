/* SPDX-License-Identifier: MIT */
/* Short forms tell their full words, in the languages there are, and nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "set_fo.h"
#include "xslt/xslt.h"

/* "word=full words;" for every element below x that has that attribute. */
static void
collect(const xmlNode *x, const char *attribute, struct buf *out)
{
	for (; x != NULL; x = x->next) {
		xmlChar *full = x->type == XML_ELEMENT_NODE ? xmlGetProp((xmlNode *)x, BAD_CAST attribute) : NULL;
		if (full != NULL && (strcmp(attribute, "full") == 0 || strcmp((const char *)x->name, "abbr") == 0)) {
			xmlChar *text = xmlNodeGetContent(x);
			buf_printf(out, "%s=%s;", text, full);
			xmlFree(text);
		}
		xmlFree(full);
		if (x->type == XML_ELEMENT_NODE)
			collect(x->children, attribute, out);
	}
}

static void
expect(const char *lang, const char *text, const char *marked)
{
	static const char *const outputs[][2] = {{"report-to-fo", "full"}, {"report-to-xhtml", "title"}};
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	const char *xml = arena_printf(a, "<report xmlns='urn:rapporteur:report:1' "
	    "xml:lang='%s'><head/><body><p>%s</p></body></report>",
	                               lang, text);
	xmlDoc *report = report_load(span_of(xml), "short.xml", d), *out;
	assert_non_null(report);
	for (size_t i = 0; i < 2; i++) {
		struct buf found = {0};
		assert_true(xslt_apply(a, outputs[i][0], report, NULL, &out, d));
		collect(xmlDocGetRootElement(out), outputs[i][1], &found);
		assert_string_equal(found.data != NULL ? found.data : "", marked);
		buf_free(&found);
	}
	xmlFreeDoc(report);
	diag_free(d);
	arena_free(a);
}

static void
in_six_languages(void **state)
{
	(void)state;
	expect("es", "El Sr. Faro (párr. 5 y núm.\xC2\xA0" "3), p. ej. el cap. IV.",
	       "Sr.=Señor;párr.=párrafo;núm.=número;p.\x20" "ej.=por ejemplo;cap.=capítulo;");
	expect("en", "Mr. Heron read No. 5, e.g. Nos. 6 and 7 of vol. I, p. 12, and Add.2.",
	       "Mr.=Mister;No.=number;e.g.=for example;Nos.=numbers;vol.=volume;p.=page;Add.=Addendum;");
	expect("fr", "Voir le par. 4 et le n° 12\xC2\xA0; Mme Lune.", "par.=paragraphe;n°=numéro;Mme=Madame;");
	expect("ru", "См. п. 8 и пп. 9–10, 2022 г., т.е. № 5; г-н Маяк.",
	       "См.=смотри;п.=пункт;пп.=пункты;г.=год;т.е.=то есть;№=номер;г-н=господин;");
	expect("ar", "(ص. 12) وAdd.1", "ص.=صفحة;Add.=إضافة;");
	expect("zh", "文件和Add.1", "Add.=增编;");
}

/* What looks like one and is none, or cannot be told. */
static void
nothing_else(void **state)
{
	(void)state;
	expect("en", "No. He saw a work of art. Add. it to A/77/1/Add.1, www.No.5 and the p.m. of 3 May.", "");
	expect("en", "No. I was not there.", "");
	expect("es", "Un par de arts. sueltos, acap. 5, a.p. 3.", "");
	expect("ru", "В тип. 5 города; г. Маяк.", "");
	expect("de", "Siehe Nr. 5 und art. 6.", "");
	/* words of another language within a report */
	expect("es", "Dice <emph xml:lang='en'>para. 5 of Mr. Heron</emph>.", "");
}

/* The number may stand in an element of its own; blanks of any kind are one. */
static void
over_elements(void **state)
{
	(void)state;
	expect("es", "párr. <emph>5</emph>, art.<sup>6</sup>, párr. <emph>y</emph>", "párr.=párrafo;art.=artículo;");
	expect("es", "p.\xC2\xA0" "ej. esto; EE.\nUU.", "p.\xC2\xA0" "ej.=por ejemplo;EE.\nUU.=Estados Unidos;");
}

/* From FO of anybody into the structure: the short form is a leaf of its own, the text is whole. */
static void
into_the_structure(void **state)
{
	const struct pages *p = set_named(*state, HEAD FLOW "<fo:block>See <fo:inline "
	    "xmlns:rx='urn:rapporteur:fo:1' rx:full='paragraph'>"
	                                  "para.</fo:inline> 5.</fo:block>" TAIL, "short.fo");
	const struct selem *par = p->root->first, *form = par->first->next;
	assert_string_equal(par->role, "P");
	assert_null(par->first->expansion);
	assert_string_equal(form->role, "Span");
	assert_string_equal(form->expansion, "paragraph");
	assert_null(form->first);
	assert_null(form->next->expansion);
	assert_int_equal(p->page[0].nitem, 3);
	assert_ptr_equal(p->page[0].item[1].selem, form);
	assert_true(span_is(p->page[0].item[1].text, "para."));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(in_six_languages),
	    cmocka_unit_test(nothing_else),
	    cmocka_unit_test(over_elements),
	    cmocka_unit_test_setup_teardown(into_the_structure, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
