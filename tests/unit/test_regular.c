/* SPDX-License-Identifier: MIT */
/* The structure tree keeps the rules of the standards whatever the objects' roles are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paint/paint.h"
#include "set_fo.h"

/* The tree as "Role(kids)", leaves of running text left out, with the spans of cells. */
static void
describe(const struct selem *e, struct buf *b)
{
	buf_adds(b, e->role);
	if (e->colspan > 1 || e->rowspan > 1)
		buf_printf(b, ":%ux%u", e->colspan, e->rowspan);
	bool open = false;
	for (const struct selem *k = e->first; k != NULL; k = k->next) {
		assert_ptr_equal(k->parent, e);
		if (strcmp(k->role, "Span") == 0)
			continue;
		buf_adds(b, open ? " " : "(");
		describe(k, b);
		open = true;
	}
	buf_adds(b, open ? ")" : "");
}

static void
expect(struct bench *b, const char *flow, const char *wanted)
{
	struct buf fo = {0}, tree = {0};
	buf_printf(&fo, HEAD FLOW "%s" TAIL, flow);
	struct pages *p = set_named(b, fo.data, "test.fo");
	describe(p->root, &tree);
	assert_string_equal(tree.data, wanted);
	buf_free(&fo);
	buf_free(&tree);
}

#define H(n) "<fo:block role='H" #n "'>Heading</fo:block>"
#define CELL(attributes) "<fo:table-cell " attributes "><fo:block role='NonStruct'>x</fo:block></fo:table-cell>"
#define TABLE(rows) "<fo:table><fo:table-column column-width='20pt'/><fo:table-column column-width='20pt'/>" \
	"<fo:table-column column-width='20pt'/><fo:table-body>" rows "</fo:table-body></fo:table>"

static void
test_headings(void **state)
{
	expect(*state, H(1) H(2) H(3) H(2), "Document(H1 H2 H3 H2)");
	expect(*state, H(2) H(1) H(2), "Document(H1 H1 H2)");
	expect(*state, H(3) H(3) H(5) H(4) H(2) H(6), "Document(H1 H1 H2 H2 H1 H2)");
}

static void
test_rows(void **state)
{
	expect(*state, TABLE("<fo:table-row>" CELL("") CELL("") CELL("") "</fo:table-row><fo:table-row>" CELL("")
	                     "</fo:table-row>"), "Document(Table(TR(TD TD TD) TR(TD TD:2x0)))");
	expect(*state, TABLE("<fo:table-row>" CELL("number-rows-spanned='9'") CELL("") "</fo:table-row><fo:table-row>"
	                     CELL("number-columns-spanned='2'") "</fo:table-row>"),
	       "Document(Table(TR(TD:1x2 TD TD) TR(TD:2x1)))");
}

static void
test_lists(void **state)
{
	expect(*state, "<fo:block role='TOC'>" H(1) "<fo:block role='TOCI'>a</fo:block><fo:block role='TOCI'>b</fo:block>"
	               "<fo:block role='P'>Page</fo:block><fo:block role='TOCI'>c</fo:block></fo:block>",
	       "Document(Div(H1 TOC(TOCI TOCI) P TOC(TOCI)))");
	expect(*state, "<fo:block role='L'><fo:block role='LI'>a</fo:block></fo:block>", "Document(L(LI))");
}

/* The cells of a table as "role scope headers" in the order of the tree; names are those of the texts. */
static void
expect_headers(struct bench *b, const char *rows, const char *wanted)
{
	struct buf fo = {0}, cells = {0};
	buf_printf(&fo, HEAD FLOW TABLE("%s") TAIL, rows);
	struct pages *p = set_named(b, fo.data, "test.fo");
	const char **name = ARENA_ARRAY(p->arena, const char *, p->nselem);
	for (size_t i = 0; i < p->page[0].nitem; i++) {
		const struct selem *e = p->page[0].item[i].selem;
		while (e != NULL && e->role[0] != 'T')
			e = e->parent;
		if (e != NULL)
			name[e->index] = arena_strndup(p->arena, p->page[0].item[i].text.s, p->page[0].item[i].text.n);
	}
	for (size_t i = 0; i < p->nselem; i++) {
		const struct selem *e = p->selem[i];
		if (strcmp(e->role, "TH") == 0)
			buf_printf(&cells, "%s:%s ", name[i], e->scope);
		for (const char *id = e->headers; id != NULL; id = strchr(id, ' ') != NULL ? strchr(id, ' ') + 1 : NULL)
			for (size_t k = 0; k < p->nselem; k++)
				if (p->selem[k]->id != NULL && strncmp(p->selem[k]->id, id, strcspn(id, " ")) == 0 &&
				    p->selem[k]->id[strcspn(id, " ")] == '\0')
					buf_printf(&cells, "%s<%s", id == e->headers ? name[i] : "", name[k]);
		buf_adds(&cells, e->headers != NULL ? " " : "");
	}
	assert_string_equal(cells.data, wanted);
	buf_free(&fo);
	buf_free(&cells);
}

#define NAMED(name, attributes) \
	"<fo:table-cell " attributes "><fo:block role='NonStruct'>" name "</fo:block></fo:table-cell>"
#define TH "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' fox:header='true' "
#define ROW(cells) "<fo:table-row>" cells "</fo:table-row>"

static void
test_headers(void **state)
{
	expect_headers(*state, ROW(NAMED("A", TH "number-rows-spanned='2'") NAMED("B", TH "number-columns-spanned='2'"))
	                       ROW(NAMED("C", TH) NAMED("D", TH)) ROW(NAMED("e", "") NAMED("f", "number-columns-spanned='2'"))
	                       ROW(NAMED("G", TH "number-rows-spanned='2'") NAMED("h", "") NAMED("i", ""))
	                       ROW(NAMED("j", "") NAMED("k", "")),
	               "A:Column B:Column C:Column D:Column e<A f<B<C<D G:Row h<B<C<G i<B<D<G j<B<C<G k<B<D<G ");
	expect_headers(*state, ROW(NAMED("A", TH) NAMED("b", "") NAMED("c", "")), "A:Row b<A c<A ");
}

/* A note and its call point at each other. */
static void
test_note(void **state)
{
	struct pages *p = set_named(*state, HEAD FLOW "<fo:block>Text<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>"
	                                    "<fo:block>A note</fo:block></fo:footnote-body></fo:footnote></fo:block>" TAIL,
	                                    "t");
	const struct selem *call = NULL, *note = NULL;
	for (size_t i = 0; i < p->nselem; i++) {
		call = strcmp(p->selem[i]->role, "Reference") == 0 ? p->selem[i] : call;
		note = strcmp(p->selem[i]->role, "Note") == 0 ? p->selem[i] : note;
	}
	assert_non_null(call);
	assert_non_null(note);
	assert_string_equal(call->ref, note->id);
	assert_string_equal(note->ref, call->id);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {T(test_headings), T(test_rows), T(test_lists), T(test_headers), T(test_note)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
