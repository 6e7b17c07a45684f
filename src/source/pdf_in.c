/* SPDX-License-Identifier: MIT */
/*
 * pdf_in.c - the text of a PDF to lines with their places, through poppler-glib.
 *
 * Poppler is loaded when the first PDF comes: linking it would cost every run several
 * milliseconds at its start.  Its header gives the types, so the table below is checked.
 */
#include <stdlib.h>
#include <string.h>

#include "source/forms.h"

#ifdef HAVE_POPPLER

#include <dlfcn.h>
#include <glib-object.h>
#include <poppler.h>

#define PAGES_MOST 5000
#define LINKS_MOST 2000      /* on a page */
#define PITCH 1.2            /* of lines, in type sizes; more is blank space */
#define RAISED 0.8           /* type this much smaller than its line's may be raised or lowered */

/* The functions used, by the names they have in the library. */
#define POPPLER_FUNCTIONS(F) \
	F(poppler_document_new_from_bytes) F(poppler_document_get_n_pages) F(poppler_document_get_page) \
	F(poppler_page_get_size) F(poppler_page_get_text) F(poppler_page_get_text_layout) \
	F(poppler_page_get_text_attributes) F(poppler_page_free_text_attributes) \
	F(poppler_page_get_link_mapping) F(poppler_page_free_link_mapping)

struct api {
#define F(name) __typeof__(name) *name;
	POPPLER_FUNCTIONS(F)
#undef F
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
	/* the page */
	const char *text;
	PopplerRectangle *box;             /* per character */
	PopplerTextAttributes **look;      /* per character, NULL where unknown */
	const char **link;                 /* per character, NULL where there is none */
	guint n;                           /* characters */
	struct area *area;
	size_t narea;
	double last_y;                     /* top of the line before, < 0 = first of the page */
};

static bool
load(struct api *api)
{
	static const char *const names[] = {"libpoppler-glib.so.8", "libpoppler-glib.so"};
	void *library = NULL;
	for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++)
		library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
	if (library == NULL)
		return false;
	bool whole = true;
	void *symbol;
#define F(name) \
	symbol = dlsym(library, #name); \
	whole = whole && symbol != NULL; \
	memcpy(&api->name, &symbol, sizeof symbol);
	POPPLER_FUNCTIONS(F)
#undef F
	return whole;
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
	r->area = ARENA_ARRAY(r->b.arena, struct area, LINKS_MOST);
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
link_at(const struct reader *r, guint i)
{
	double x = (r->box[i].x1 + r->box[i].x2) / 2, y = (r->box[i].y1 + r->box[i].y2) / 2;
	for (size_t k = 0; k < r->narea; k++)
		if (x >= r->area[k].x1 && x <= r->area[k].x2 && y >= r->area[k].y1 && y <= r->area[k].y2)
			return r->area[k].target;
	return NULL;
}

/* What may stand at the edge of a link's area without belonging to it. */
static bool
is_edge(uint32_t c)
{
	return c == ' ' || c == '\n' || c == 0xA0 || c == ',' || c == ';' || c == ':' || c == '.';
}

/* Which link each character stands in; blanks and stops at the edges of areas are left out. */
static void
find_links(struct reader *r, size_t n)
{
	uint32_t *code = xcalloc(r->n, sizeof *code);
	size_t at = 0;
	for (guint i = 0; i < r->n; i++) {
		code[i] = at < n ? utf8_next(r->text, n, &at) : ' ';
		r->link[i] = link_at(r, i);
	}
	for (guint i = 0; i < r->n;) {
		guint to = i + 1;
		while (to < r->n && r->link[to] == r->link[i])
			to++;
		for (guint k = i; k < to && is_edge(code[k]); k++)
			r->link[k] = NULL;
		for (guint k = to; k > i && is_edge(code[k - 1]); k--)
			r->link[k - 1] = NULL;
		i = to;
	}
	free(code);
}

/* ---- lines ---- */

/* The type size that most of the characters [from, to) have. */
static double
main_size(const struct reader *r, guint from, guint to)
{
	double size = 0;
	guint best = 0;
	for (guint i = from; i < to;) {
		guint k = i;
		while (k < to && r->look[k] == r->look[i])
			k++;
		if (k - i > best && r->look[i] != NULL) {
			best = k - i;
			size = r->look[i]->font_size;
		}
		i = k;
	}
	return size;
}

/* The foot of the line: the lowest box of characters in its main size. */
static double
main_foot(const struct reader *r, guint from, guint to, double size)
{
	double foot = 0;
	for (guint i = from; i < to; i++)
		if (r->look[i] != NULL && r->look[i]->font_size > size * RAISED && r->box[i].y2 > foot)
			foot = r->box[i].y2;
	return foot;
}

/* The marks that a character stands under. */
struct state {
	bool bold, italic;
	int raised; /* MARK_SUP, MARK_SUB, or -1 */
	const char *link;
};

static struct state
state_at(const struct reader *r, guint i, double size, double foot)
{
	const PopplerTextAttributes *look = r->look[i];
	struct state s = {is_bold(look), is_italic(look), -1, r->link[i]};
	if (look != NULL && look->font_size <= size * RAISED && foot > 0) {
		if (r->box[i].y2 < foot - size * 0.12)
			s.raised = MARK_SUP;
		else if (r->box[i].y2 > foot + size * 0.05)
			s.raised = MARK_SUB;
	}
	return s;
}

static bool
same_state(struct state a, struct state b)
{
	return a.bold == b.bold && a.italic == b.italic && a.raised == b.raised && a.link == b.link;
}

/* Marks are closed and opened anew where any of them changes: poppler's runs are that short. */
static void
open_state(struct builder *b, struct state s)
{
	if (s.link != NULL)
		build_open(b, MARK_LINK, s.link);
	if (s.bold)
		build_open(b, MARK_STRONG, NULL);
	if (s.italic)
		build_open(b, MARK_EMPH, NULL);
	if (s.raised >= 0)
		build_open(b, (enum mark_kind)s.raised, NULL);
}

static void
close_state(struct builder *b, struct state s)
{
	if (s.raised >= 0)
		build_close(b, (enum mark_kind)s.raised);
	if (s.italic)
		build_close(b, MARK_EMPH);
	if (s.bold)
		build_close(b, MARK_STRONG);
	if (s.link != NULL)
		build_close(b, MARK_LINK);
}

/* Blank lines that the space above a line is worth. */
static uint16_t
blank_above(const struct reader *r, double top, double size)
{
	double extra = r->last_y < 0 || size <= 0 ? 0 : top - r->last_y - PITCH * size;
	return extra > PITCH * size * 1.5 ? 2 : extra > size * 0.3 ? 1 : 0;
}

/* The characters [from, to), whose first byte is at `at` of the page's text. */
static void
read_line(struct reader *r, guint from, guint to, size_t at, size_t end)
{
	double size = main_size(r, from, to), foot = main_foot(r, from, to, size);
	double top = foot - size;
	struct line *l = &r->b.line;
	*l = (struct line){.no = ++r->lines, .col = 1, .page = l->page};
	l->x = (float)r->box[from].x1;
	l->y = (float)r->box[from].y1;
	l->size = (float)size;
	l->blank_before = blank_above(r, top, size);
	for (guint i = from; i < to;) {
		struct state s = state_at(r, i, size, foot);
		size_t start = at;
		guint k = i;
		while (k < to && at < end && same_state(s, state_at(r, k, size, foot))) {
			utf8_next(r->text, end, &at);
			k++;
		}
		open_state(&r->b, s);
		build_packed(&r->b, r->text + start, at - start);
		close_state(&r->b, s);
		if (k == i)
			break;
		i = k;
	}
	size_t before = r->b.draft->nline;
	build_end_line(&r->b);
	if (r->b.draft->nline > before)
		r->last_y = top;
}

static void
read_lines(struct reader *r, size_t n)
{
	size_t start = 0;
	guint first = 0, i = 0;
	for (size_t at = 0; at < n && i < r->n;) {
		size_t here = at;
		uint32_t c = utf8_next(r->text, n, &at);
		if (c == '\n') {
			if (i > first)
				read_line(r, first, i, start, here);
			first = i + 1;
			start = at;
		}
		i++;
	}
	if (i > first)
		read_line(r, first, i, start, n);
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
		r->look = xcalloc(n, sizeof *r->look);
		r->link = xcalloc(n, sizeof *r->link);
		for (GList *l = attributes; l != NULL; l = l->next) {
			PopplerTextAttributes *a = l->data;
			for (gint i = a->start_index < 0 ? 0 : a->start_index; i <= a->end_index && i < (gint)n; i++)
				r->look[i] = a;
		}
		r->text = text;
		r->box = box;
		r->n = n;
		r->last_y = -1;
		collect_links(r, page, height);
		find_links(r, strlen(text));
		read_lines(r, strlen(text));
		free(r->link);
		free(r->look);
	}
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
