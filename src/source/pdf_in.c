/* SPDX-License-Identifier: MIT */
/*
 * pdf_in.c - the text of a PDF to lines with their places, through poppler-glib, which is loaded when
 * the first PDF comes.
 */
#include <stdlib.h>
#include <string.h>

#include "base/library.h"
#include "source/pdf.h"

#ifdef HAVE_POPPLER

#include <glib-object.h>
#include <poppler.h>

#define PAGES_MOST 5000
#define LINKS_MOST 2000      /* on a page */
#define PICTURE_PT 10        /* shorter sides are of rules and signs */

/* The functions used, by the names they have in the library. */
#define POPPLER_FUNCTIONS(F) \
	F(poppler_document_new_from_bytes) F(poppler_document_get_n_pages) F(poppler_document_get_page) \
	F(poppler_page_get_size) F(poppler_page_get_text) F(poppler_page_get_text_layout) \
	F(poppler_page_get_text_attributes) F(poppler_page_free_text_attributes) \
	F(poppler_page_get_link_mapping) F(poppler_page_free_link_mapping) \
	F(poppler_page_get_image_mapping) F(poppler_page_free_image_mapping)

struct api {
	POPPLER_FUNCTIONS(LIBRARY_FIELD)
};

/* A link of the page, in points from the left and top. */
struct area {
	double x1, y1, x2, y2;
	const char *target;
};

struct reader {
	struct builder b;
	const struct api *api;
	uint32_t lines;
	uint8_t tables;
	struct pdf_page page;
	struct area *area;
	size_t narea;
};

static bool
load(struct api *api)
{
	static const char *const names[] = {POPPLER_FUNCTIONS(LIBRARY_NAME)};
	return library_load("libpoppler-glib.so.8", names, sizeof names / sizeof *names, api);
}

/* ---- what poppler says of a page ---- */

static bool
font_is(const PopplerTextAttributes *a, const char *const *words)
{
	for (; a != NULL && a->font_name != NULL && *words != NULL; words++)
		if (strstr(a->font_name, *words) != NULL)
			return true;
	return false;
}

static bool
is_bold(const PopplerTextAttributes *a)
{
	static const char *const words[] = {"Bold", "bold", "Black", "Heavy", NULL};
	return font_is(a, words);
}

static bool
is_italic(const PopplerTextAttributes *a)
{
	static const char *const words[] = {"Italic", "italic", "Oblique", NULL};
	return font_is(a, words);
}

static void
collect_links(struct reader *r, PopplerPage *page, double height)
{
	GList *list = r->api->poppler_page_get_link_mapping(page);
	r->area = ARENA_ARRAY(r->page.arena, struct area, LINKS_MOST);
	r->narea = 0;
	for (GList *l = list; l != NULL && r->narea < LINKS_MOST; l = l->next) {
		const PopplerLinkMapping *m = l->data;
		if (m->action == NULL || m->action->type != POPPLER_ACTION_URI || m->action->uri.uri == NULL)
			continue;
		r->area[r->narea++] = (struct area){m->area.x1, height - m->area.y2, m->area.x2, height - m->area.y1,
		                                    arena_strdup(r->b.arena, m->action->uri.uri)};
	}
	r->api->poppler_page_free_link_mapping(list);
}

static const char *
link_at(const struct reader *r, const PopplerRectangle *box)
{
	double x = (box->x1 + box->x2) / 2, y = (box->y1 + box->y2) / 2;
	for (size_t k = 0; k < r->narea; k++)
		if (x >= r->area[k].x1 && x <= r->area[k].x2 && y >= r->area[k].y1 && y <= r->area[k].y2)
			return r->area[k].target;
	return NULL;
}

/* What may stand at the edge of a link's area without belonging to it. */
static bool
is_edge(const struct pdf_page *p, const struct pdf_glyph *g)
{
	return g->n == 1 ? strchr(",;:.", p->text[g->at]) != NULL : g->n == 2 && memcmp(p->text + g->at, "\xC2\xA0", 2) == 0;
}

/* Stops at the edges of the areas of links are left out. */
static void
trim_links(struct pdf_page *p)
{
	for (uint32_t i = 0, to; i < p->nglyph; i = to) {
		const char *link = p->glyph[i].link;
		for (to = i + 1; to < p->nglyph && p->glyph[to].link == link; to++)
			;
		for (uint32_t k = i; k < to && is_edge(p, &p->glyph[k]); k++)
			p->glyph[k].link = NULL;
		for (uint32_t k = to; k > i && is_edge(p, &p->glyph[k - 1]); k--)
			p->glyph[k - 1].link = NULL;
	}
}

/* The glyphs of the page but blanks and line ends, which are told by the glyphs behind them. */
static void
collect_glyphs(struct reader *r, const PopplerRectangle *box, guint nbox, GList *attributes)
{
	struct pdf_page *p = &r->page;
	size_t n = strlen(p->text), at = 0;
	bool blank = false, starts = true;
	GList *l = attributes;
	p->glyph = ARENA_ARRAY(p->arena, struct pdf_glyph, nbox);
	for (guint i = 0; i < nbox && at < n; i++) {
		size_t from = at;
		uint32_t c = utf8_next(p->text, n, &at);
		if (c == ' ' || c == '\n') {
			blank = true;
			starts |= c == '\n';
			continue;
		}
		while (l != NULL && ((PopplerTextAttributes *)l->data)->end_index < (gint)i)
			l = l->next;
		const PopplerTextAttributes *look = l != NULL ? l->data : NULL;
		if (look != NULL && look->start_index > (gint)i)
			look = NULL;
		p->glyph[p->nglyph++] = (struct pdf_glyph){
		    .at = (uint32_t)from, .n = (uint32_t)(at - from), .x1 = (float)box[i].x1, .y1 = (float)box[i].y1,
		    .x2 = (float)box[i].x2, .y2 = (float)box[i].y2, .size = look != NULL ? (float)look->font_size : 0,
		    .bold = is_bold(look), .italic = is_italic(look), .blank = blank, .starts = starts,
		    .link = link_at(r, &box[i])};
		blank = starts = false;
	}
}

/* Pictures stay in the PDF: how many this page has, and where the first one is. */
static void
lose_pictures(struct reader *r, PopplerPage *page)
{
	GList *list = r->api->poppler_page_get_image_mapping(page);
	const PopplerRectangle *first = NULL;
	unsigned n = 0;
	for (GList *l = list; l != NULL; l = l->next) {
		const PopplerRectangle *area = &((PopplerImageMapping *)l->data)->area;
		if (area->x2 - area->x1 < PICTURE_PT || area->y2 - area->y1 < PICTURE_PT)
			continue;
		first = first != NULL ? first : area;
		n++;
	}
	if (first != NULL)
		source_lose_picture(r->b.arena, r->b.draft, 0, r->b.line.page,
		    arena_printf(r->b.arena, "page %u, %u of them, the first %.0f by %.0f pt, %.0f pt from the left and "
		                 "%.0f from the top; a PDF gives text only: name picture files in a Markdown or Word draft",
		                 r->b.line.page, n, first->x2 - first->x1, first->y2 - first->y1, first->x1, first->y1),
		    r->b.diag);
	r->api->poppler_page_free_image_mapping(list);
}

static void
read_page(struct reader *r, PopplerPage *page)
{
	double width = 0, height = 0;
	char *text = r->api->poppler_page_get_text(page);
	PopplerRectangle *box = NULL;
	guint n = 0;
	GList *attributes = r->api->poppler_page_get_text_attributes(page);
	r->api->poppler_page_get_size(page, &width, &height);
	if (text != NULL && r->api->poppler_page_get_text_layout(page, &box, &n) && n > 0) {
		r->page = (struct pdf_page){.arena = arena_new(), .text = text};
		collect_links(r, page, height);
		collect_glyphs(r, box, n, attributes);
		trim_links(&r->page);
		pdf_pieces(&r->page);
		pdf_find_across(&r->page);
		pdf_tables(&r->page);
		pdf_rejoin(&r->page);
		pdf_put(&r->b, &r->page, &r->lines, &r->tables);
		arena_free(r->page.arena);
	}
	lose_pictures(r, page);
	r->api->poppler_page_free_text_attributes(attributes);
	g_free(box);
	g_free(text);
}

static bool
read_pages(struct reader *r, PopplerDocument *doc)
{
	int pages = r->api->poppler_document_get_n_pages(doc);
	struct pos whole = {r->b.draft->name, 0, 0};
	if (pages > PAGES_MOST) {
		diag(r->b.diag, DIAG_TOO_LARGE, whole, "%d pages; at most %d are read", pages, PAGES_MOST);
		return false;
	}
	for (int i = 0; i < pages; i++) {
		PopplerPage *page = r->api->poppler_document_get_page(doc, i);
		if (page == NULL)
			continue;
		r->b.line.page = (uint32_t)i + 1;
		read_page(r, page);
		g_object_unref(page);
		if (r->b.out.n > FILE_TEXT_BYTES) {
			diag(r->b.diag, DIAG_TOO_LARGE, whole, "more than %u MiB of text", FILE_TEXT_BYTES >> 20);
			return false;
		}
	}
	return build_finish(&r->b);
}

bool
pdf_lines(struct arena *a, struct draft *draft, struct diag *d)
{
	struct api api;
	struct reader r = {.b = {.arena = a, .draft = draft, .diag = d, .packed = true}, .api = &api};
	struct pos whole = {draft->name, 0, 0};
	if (!load(&api)) {
		diag(d, DIAG_SRC_NO_PDF, whole, "libpoppler-glib is not installed; convert with pdftotext -layout");
		return false;
	}
	GError *error = NULL;
	GBytes *bytes = g_bytes_new_static(draft->input.s, draft->input.n);
	PopplerDocument *doc = api.poppler_document_new_from_bytes(bytes, NULL, &error);
	bool ok = false;
	if (doc != NULL)
		ok = read_pages(&r, doc);
	else
		diag(d, DIAG_SRC_CONTAINER, whole, "%s", error != NULL ? error->message : "not a PDF document");
	if (doc != NULL)
		g_object_unref(doc);
	g_clear_error(&error);
	g_bytes_unref(bytes);
	return ok;
}

#else

bool
pdf_lines(struct arena *a, struct draft *draft, struct diag *d)
{
	(void)a;
	diag(d, DIAG_SRC_NO_PDF, (struct pos){draft->name, 0, 0},
	     "this program was built without poppler-glib; convert with pdftotext -layout");
	return false;
}

#endif
