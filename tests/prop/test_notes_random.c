/* SPDX-License-Identifier: MIT */
/*
 * Random documents are set and read back from their pages: every word once and in order, every note
 * on the page where its call stands, nothing outside its region, page numbers without a gap.
 *
 * A word of the flow is w<n>., a call c<note>., a word of a note n<note>x<k>. so that the text of the
 * pages can be taken apart without knowing how it was cut into items.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/parser.h>

#include "layout/layout.h"
#include "paint/paint.h"

#define MAX_NOTES 400
/* Ten thousand documents in all; fewer where every step is watched. */
#ifdef __SANITIZE_ADDRESS__
#define DOCUMENTS 90
#else
#define DOCUMENTS 910
#endif

/* Where a document may hold calls; one case of the test per set of them. */
enum { IN_TEXT = 1, IN_LIST = 2, IN_LABEL = 4, IN_CELL = 8, IN_BOX = 16, IN_HEADING = 32, LONG_NOTES = 64,
    CROWDS = 128 };

struct made {
	struct buf fo;
	uint32_t seed;
	unsigned features;
	bool narrow;               /* a word with four calls would not fit */
	unsigned words, notes, length[MAX_NOTES];
	double top[2], height[2], left, width; /* body region of the first page and of the others */
};

static unsigned
pick(struct made *m, unsigned n)
{
	m->seed = m->seed * 1664525u + 1013904223u;
	return (m->seed >> 8) % n;
}

static void
add_call(struct made *m)
{
	if (m->notes == MAX_NOTES)
		return;
	unsigned id = m->notes++;
	unsigned n = 1 + pick(m, (m->features & LONG_NOTES) && pick(m, 6) == 0 ? 400 : 25);
	m->length[id] = n;
	buf_printf(&m->fo, "<fo:footnote><fo:inline baseline-shift='super'>c%u.</fo:inline><fo:footnote-body><fo:block>", id);
	for (unsigned k = 0; k < n; k++)
		buf_printf(&m->fo, "n%ux%u. ", id, k);
	buf_adds(&m->fo, "</fo:block></fo:footnote-body></fo:footnote>");
}

static void
add_words(struct made *m, unsigned n, bool calls)
{
	for (unsigned i = 0; i < n; i++) {
		buf_printf(&m->fo, "w%u.", m->words++);
		if (calls && pick(m, 14) == 0)
			for (unsigned k = (m->features & CROWDS) ? 1 + pick(m, m->narrow ? 3 : 4) : 1; k > 0; k--)
				add_call(m);
		buf_addc(&m->fo, ' ');
	}
}

static void
add_block(struct made *m)
{
	buf_printf(&m->fo, "<fo:block space-before='%upt' space-after='%upt'>", pick(m, 3) * 6, pick(m, 2) * 4);
	add_words(m, 1 + pick(m, 60), m->features & IN_TEXT);
	buf_adds(&m->fo, "</fo:block>");
}

static void
add_heading(struct made *m)
{
	buf_adds(&m->fo, "<fo:block font-weight='bold' keep-with-next='always' space-before='12pt'>");
	add_words(m, 1 + pick(m, 6), m->features & IN_HEADING);
	buf_adds(&m->fo, "</fo:block>");
	add_block(m);
}

static void
add_list(struct made *m)
{
	buf_adds(&m->fo, "<fo:list-block provisional-distance-between-starts='60pt' provisional-label-separation='4pt'>");
	for (unsigned i = 1 + pick(m, 4); i > 0; i--) {
		buf_adds(&m->fo, "<fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>");
		add_words(m, 1, false);
		if ((m->features & IN_LABEL) && pick(m, 4) == 0)
			add_call(m);
		buf_adds(&m->fo, "</fo:block></fo:list-item-label><fo:list-item-body start-indent='body-start()'><fo:block>");
		add_words(m, 1 + pick(m, 20), m->features & IN_LIST);
		buf_adds(&m->fo, "</fo:block></fo:list-item-body></fo:list-item>");
	}
	buf_adds(&m->fo, "</fo:list-block>");
}

static void
add_table(struct made *m)
{
	buf_adds(&m->fo, "<fo:table table-layout='fixed' width='100%'><fo:table-column column-width='50%'/>"
	                 "<fo:table-column column-width='50%'/><fo:table-body>");
	for (unsigned r = 1 + pick(m, 5); r > 0; r--) {
		buf_adds(&m->fo, "<fo:table-row>");
		for (unsigned c = 0; c < 2; c++) {
			buf_adds(&m->fo, "<fo:table-cell><fo:block>");
			m->narrow = true;
			add_words(m, 1 + pick(m, 6), m->features & IN_CELL);
			m->narrow = false;
			buf_adds(&m->fo, "</fo:block></fo:table-cell>");
		}
		buf_adds(&m->fo, "</fo:table-row>");
	}
	buf_adds(&m->fo, "</fo:table-body></fo:table>");
}

static void
add_box(struct made *m)
{
	buf_adds(&m->fo, "<fo:block-container><fo:block>");
	add_words(m, 1 + pick(m, 12), m->features & IN_BOX);
	buf_adds(&m->fo, "</fo:block></fo:block-container>");
}

static struct made
make_document(uint32_t seed, unsigned features)
{
	struct made m = {.seed = seed * 2654435761u + features, .features = features};
	m.left = 20;
	m.width = 200;
	for (int i = 0; i < 2; i++) {
		m.top[i] = 10 + 30 * (i == 0);
		m.height[i] = 150 + pick(&m, 150) - 30 * (i == 0);
	}
	buf_adds(&m.fo, "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='Liberation Serif' "
	    "font-size='10pt' "
	                "line-height='12pt' orphans='2' widows='2'><fo:layout-master-set>");
	for (int i = 0; i < 2; i++)
		buf_printf(&m.fo, "<fo:simple-page-master master-name='m%d' page-width='240pt' page-height='%.0fpt' margin='0pt'>"
		    "<fo:region-body margin-left='20pt' margin-right='20pt' margin-top='%.0fpt' margin-bottom='10pt'/>"
		    "</fo:simple-page-master>",
		    i, m.top[i] + m.height[i] + 10, m.top[i]);
	buf_adds(&m.fo, "<fo:page-sequence-master master-name='s'><fo:single-page-master-reference master-reference='m0'/>"
	                "<fo:repeatable-page-master-reference master-reference='m1'/></fo:page-sequence-master>"
	                "</fo:layout-master-set>"
	                "<fo:page-sequence master-reference='s'><fo:static-content flow-name='xsl-footnote-separator'>"
	                "<fo:block>"
	                "<fo:leader leader-pattern='rule' leader-length='60pt' rule-thickness='0.5pt'/></fo:block>"
	                "</fo:static-content>"
	                "<fo:flow flow-name='xsl-region-body'>");
	for (unsigned i = 1 + pick(&m, 14); i > 0; i--)
		switch (pick(&m, 8)) {
		case 0: add_list(&m); break;
		case 1: add_table(&m); break;
		case 2: add_box(&m); break;
		case 3: add_heading(&m); break;
		default: add_block(&m); break;
		}
	buf_adds(&m.fo, "</fo:flow></fo:page-sequence></fo:root>");
	return m;
}

/* What was read back, and the first thing that was wrong. */
struct reading {
	const struct made *m;
	unsigned words, next_note_word[MAX_NOTES];
	size_t call_page[MAX_NOTES], first_page[MAX_NOTES], last_page[MAX_NOTES];
	bool late;                 /* the page builder said that a note starts late */
	char fault[200];
};

#define FAULT(r, ...) \
	((r)->fault[0] == '\0' ? (void)snprintf((r)->fault, sizeof (r)->fault, __VA_ARGS__) : (void)0)

static void
read_token(struct reading *r, const char *s, size_t page)
{
	unsigned a = 0, b = 0;
	if (sscanf(s, "w%u.", &a) == 1) { /* their order is that of the structure: rows may go on on a page */
		r->words++;
	} else if (sscanf(s, "n%ux%u.", &a, &b) == 2 && a < r->m->notes) {
		if (b != r->next_note_word[a])
			FAULT(r, "page %zu: word n%ux%u where n%ux%u should stand", page + 1, a, b, a, r->next_note_word[a]);
		r->next_note_word[a] = b + 1;
		if (r->first_page[a] == SIZE_MAX)
			r->first_page[a] = page;
		else if (page > r->last_page[a] + 1)
			FAULT(r, "note %u pauses from page %zu to page %zu", a, r->last_page[a] + 1, page + 1);
		r->last_page[a] = page;
	} else if (sscanf(s, "c%u.", &a) == 1 && a < r->m->notes) {
		if (r->call_page[a] != SIZE_MAX)
			FAULT(r, "page %zu: call c%u twice", page + 1, a);
		r->call_page[a] = page;
	} else {
		FAULT(r, "page %zu: strange text \"%.20s\"", page + 1, s);
	}
}

static void
check_box(struct reading *r, const struct item *it, size_t page)
{
	const struct made *m = r->m;
	double top = m->top[page > 0], bottom = top + m->height[page > 0];
	if (it->y < top || it->y > bottom + 0.05)
		FAULT(r, "page %zu: baseline %.1f outside %.1f..%.1f: \"%.*s\"", page + 1, it->y, top, bottom, (int)it->text.n,
		    it->text.s);
	if (it->x < m->left - 0.05 || it->x + it->w > m->left + m->width + 4) /* a blank may hang at the line's end */
		FAULT(r, "page %zu: %.1f..%.1f outside %.1f..%.1f: \"%.*s\"", page + 1, it->x, it->x + it->w, m->left,
		    m->left + m->width, (int)it->text.n, it->text.s);
}

/* Side by side with others. */
static bool
in_cell(const struct selem *e)
{
	while (e != NULL && strcmp(e->role, "TD") != 0)
		e = e->parent;
	return e != NULL;
}

static void
read_page(struct reading *r, const struct page *p, size_t page)
{
	struct buf text = {0};
	double flow_bottom = 0, note_top = INFINITY, above = 0;
	for (size_t i = 0; i < p->nitem; i++) {
		const struct item *it = &p->item[i];
		if (it->kind != ITEM_GLYPHS || it->selem == NULL)
			continue;
		buf_addspan(&text, it->text);
		check_box(r, it, page);
		if (it->text.n > 0 && it->text.s[0] == 'n')
			note_top = fmin(note_top, it->y);
		else if (it->text.n > 0 && it->text.s[0] == 'w') {
			flow_bottom = fmax(flow_bottom, it->y);
			if (it->y < above - 0.01)
				FAULT(r, "page %zu: baseline %.2f after %.2f: \"%.*s\"", page + 1, it->y, above, (int)it->text.n, it->text.s);
			above = in_cell(it->selem) ? above : it->y;
		}
	}
	if (note_top <= flow_bottom)
		FAULT(r, "page %zu: a note at %.1f above the text at %.1f", page + 1, note_top, flow_bottom);
	for (char *s = text.data, *end; s != NULL && *s != '\0'; s = end) {
		s += strspn(s, " ");
		end = strchr(s, '.');
		end = end != NULL ? end + 1 : s + strlen(s);
		if (*s != '\0')
			read_token(r, s, page);
	}
	buf_free(&text);
}

/* In the order of the structure every word stands once and in its place. */
static void
read_structure(struct reading *r, const struct pages *pages)
{
	struct buf text = {0};
	unsigned next = 0, a;
	pages_text(pages, &text);
	for (const char *s = text.data; s != NULL && *s != '\0'; s++)
		if (*s == 'w' && sscanf(s, "w%u.", &a) == 1 && a != next++)
			FAULT(r, "word w%u where w%u should stand", a, next - 1);
	buf_free(&text);
}

static void
check_pages(struct reading *r, const struct pages *pages)
{
	const struct made *m = r->m;
	for (unsigned i = 0; i < MAX_NOTES; i++)
		r->call_page[i] = r->first_page[i] = SIZE_MAX;
	for (size_t i = 0; i < pages->npage; i++) {
		if (pages->page[i].number != i + 1)
			FAULT(r, "page %zu has number %u", i + 1, pages->page[i].number);
		read_page(r, &pages->page[i], i);
	}
	if (r->words != m->words)
		FAULT(r, "%u of %u words", r->words, m->words);
	read_structure(r, pages);
	for (unsigned i = 0; i < m->notes; i++) {
		if (r->call_page[i] == SIZE_MAX)
			FAULT(r, "call c%u is lost", i);
		if (r->next_note_word[i] != m->length[i])
			FAULT(r, "note %u: %u of %u words", i, r->next_note_word[i], m->length[i]);
		bool behind = false; /* other notes of the line come first */
		for (unsigned k = 0; k < m->notes; k++)
			behind |= k != i && r->call_page[k] == r->call_page[i] && r->first_page[k] <= r->call_page[k];
		if (r->first_page[i] != r->call_page[i] && !(r->late && behind && r->first_page[i] > r->call_page[i]))
			FAULT(r, "note %u called on page %zu starts on page %zu", i, r->call_page[i] + 1, r->first_page[i] + 1);
	}
}

static void
set_many(struct fontset *fonts, unsigned features)
{
	unsigned bad = 0;
	for (uint32_t seed = 1; seed <= DOCUMENTS; seed++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct made m = make_document(seed, features);
		xmlDoc *doc = xmlReadMemory(m.fo.data, (int)m.fo.n, "random.fo", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
		assert_non_null(doc);
		struct fo_tree *tree = fo_read(a, doc, "random.fo", d);
		assert_non_null(tree);
		struct pages *pages = layout_pages(a, tree, fonts, d);
		assert_non_null(pages);
		struct reading r = {.m = &m};
		for (size_t i = 0; i < diag_count(d); i++)
			r.late |= diag_at(d, i)->code == DIAG_LAYOUT_NOTE_LATE;
		check_pages(&r, pages);
		for (size_t i = 0; i < diag_count(d); i++)
			if (diag_at(d, i)->code != DIAG_LAYOUT_NOTE_LATE)
				FAULT(&r, "%s: %s", diag_id(diag_at(d, i)->code), diag_at(d, i)->detail);
		if (r.fault[0] != '\0' && bad++ < 3)
			print_message("features %u, document %u: %s\n", features, seed, r.fault);
		xmlFreeDoc(doc);
		buf_free(&m.fo);
		diag_free(d);
		arena_free(a);
	}
	if (bad > 0)
		fail_msg("%u of %u documents", bad, DOCUMENTS);
}

#define CASE(name, features) \
	static void name(void **state) { set_many(*state, features); }

CASE(no_notes, 0)
CASE(notes_in_text, IN_TEXT)
CASE(notes_in_headings, IN_TEXT | IN_HEADING)
CASE(notes_in_lists, IN_LIST)
CASE(notes_in_labels, IN_LABEL)
CASE(notes_in_cells, IN_CELL)
CASE(notes_in_containers, IN_BOX)
CASE(long_notes, IN_TEXT | LONG_NOTES)
CASE(crowded_calls, IN_TEXT | CROWDS)
CASE(crowded_long_notes, IN_TEXT | CROWDS | LONG_NOTES)
CASE(all_at_once, 255)

/* A note is as wide as the page's text, not as the table cell that calls it. */
static void
note_in_a_narrow_cell(void **state)
{
	struct made m = {0};
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	buf_adds(&m.fo, "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='Liberation Serif' "
	    "font-size='10pt'>"
	    "<fo:layout-master-set><fo:simple-page-master master-name='m' page-width='240pt' page-height='300pt'>"
	    "<fo:region-body margin='20pt'/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence "
	    "master-reference='m'>"
	    "<fo:flow flow-name='xsl-region-body'><fo:table table-layout='fixed' width='100%'><fo:table-column "
	    "column-width='50pt'/>"
	    "<fo:table-body><fo:table-row><fo:table-cell><fo:block>w0.<fo:footnote><fo:inline>c0.</fo:inline>"
	    "<fo:footnote-body>"
	    "<fo:block>");
	for (unsigned k = 0; k < 40; k++)
		buf_printf(&m.fo, "n0x%u. ", k);
	buf_adds(&m.fo, "</fo:block></fo:footnote-body></fo:footnote></fo:block></fo:table-cell></fo:table-row>"
	    "</fo:table-body>"
	    "</fo:table></fo:flow></fo:page-sequence></fo:root>");
	xmlDoc *doc = xmlReadMemory(m.fo.data, (int)m.fo.n, "narrow.fo", NULL, XML_PARSE_NONET);
	struct fo_tree *tree = fo_read(a, doc, "narrow.fo", d);
	struct pages *pages = layout_pages(a, tree, *state, d);
	assert_int_equal(pages->npage, 1);
	double widest = 0;
	for (size_t i = 0; i < pages->page[0].nitem; i++)
		if (pages->page[0].item[i].kind == ITEM_GLYPHS)
			widest = fmax(widest, pages->page[0].item[i].w);
	assert_true(widest > 150);
	xmlFreeDoc(doc);
	buf_free(&m.fo);
	diag_free(d);
	arena_free(a);
}

static int
open_fonts(void **state)
{
	struct diag *d = diag_new();
	*state = fontset_open(d);
	diag_free(d);
	return *state == NULL;
}

static int
close_fonts(void **state)
{
	fontset_free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_notes), cmocka_unit_test(notes_in_text), cmocka_unit_test(notes_in_headings),
	    cmocka_unit_test(notes_in_lists), cmocka_unit_test(notes_in_labels), cmocka_unit_test(notes_in_cells),
	    cmocka_unit_test(notes_in_containers), cmocka_unit_test(long_notes), cmocka_unit_test(crowded_calls),
	    cmocka_unit_test(crowded_long_notes), cmocka_unit_test(all_at_once),
	    cmocka_unit_test(note_in_a_narrow_cell),
	};
	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
