/* SPDX-License-Identifier: MIT */
/*
 * pdf_in.c - the text of a PDF to lines with their places, through poppler-glib, which is loaded when
 * the first PDF comes.
 */
#include <stdlib.h>
#include <string.h>

#include "source/pdf.h"

#ifdef HAVE_POPPLER

#include <glib-object.h>

#include "source/pdf_poppler.h"

#define STEPS_ALONG 24       /* places of a page that is selected from or up to, */
#define STEPS_DOWN 4         /* each way */
#define LINKS_MOST 2000      /* on a page */

/* A link of the page, in points from the left and top. */
struct area {
	double x1, y1, x2, y2;
	const char *target;
};

struct reader {
	struct builder b;
	const struct pdf_api *api;
	struct pdf_tags *tags;       /* or NULL */
	uint32_t lines;
	struct pdf_going going;
	struct pdf_page page;
	struct buf text;             /* of the page, all selections one after the other */
	GHashTable *seen;            /* its glyphs, where there are several */
	struct area *area;
	size_t narea;
};

static bool
load(struct pdf_api *api)
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
	return g->n == 1 ? strchr(",;:.", p->text[g->at]) != NULL
	                 : g->n == 2 && memcmp(p->text + g->at, "\xC2\xA0", 2) == 0;
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

/* Signs that set a direction are in the text of lines from right to left, but have no box. */
static bool
sets_direction(uint32_t c)
{
	return c >= 0x202A && c <= 0x202E;
}

/* Characters of a text, with and without those signs. */
static void
count_signs(struct span text, size_t *all, size_t *boxed)
{
	*all = *boxed = 0;
	for (size_t at = 0; at < text.n;) {
		*boxed += !sets_direction(utf8_next(text.s, text.n, &at));
		++*all;
	}
}

/* Glyphs over or under each other and apart are of two lines, though nothing is said to be between them. */
static bool
is_elsewhere(const struct pdf_glyph *a, const struct pdf_glyph *b)
{
	bool level = b->y1 < a->y2 - 1 && a->y1 < b->y2 - 1;
	float far = (a->size > b->size ? a->size : b->size) / 2;
	return !level && (b->x1 > a->x2 + far || b->x2 < a->x1 - far);
}

/* What poppler gives of a part of a page: text, a box for each character of it, their looks in order once asked for. */
struct given {
	PopplerPage *page;
	PopplerRectangle corners;
	char *text;
	PopplerRectangle *box;
	guint n;
	bool looked;
	GList *looks;
};

static struct given
text_between(const struct reader *r, PopplerPage *page, PopplerRectangle corners)
{
	struct given g = {page, corners, .text = r->api->poppler_page_get_text_for_area(page, &corners)};
	if (g.text == NULL || !r->api->poppler_page_get_text_layout_for_area(page, &corners, &g.box, &g.n))
		g.n = 0;
	return g;
}

static void
free_given(const struct reader *r, struct given *g)
{
	r->api->poppler_page_free_text_attributes(g->looks);
	g_free(g->box);
	g_free(g->text);
}

/* The looks of all characters: most parts of a page bring nothing new, and then nobody asks. */
static GList *
all_looks(const struct reader *r, struct given *g)
{
	if (!g->looked)
		g->looks = r->api->poppler_page_get_text_attributes_for_area(g->page, &g->corners);
	g->looked = true;
	return g->looks;
}

/* The look of the character with that number; *from goes on with it. */
static const PopplerTextAttributes *
look_of(GList **from, gint i)
{
	while (*from != NULL && ((PopplerTextAttributes *)(*from)->data)->end_index < i)
		*from = (*from)->next;
	const PopplerTextAttributes *look = *from != NULL ? (*from)->data : NULL;
	return look != NULL && look->start_index <= i ? look : NULL;
}

/* Has a glyph of this character been there already?  Places are told apart by quarters of a point. */
static bool
seen_before(struct reader *r, uint32_t c, const PopplerRectangle *box)
{
	const guint64 x = (guint64)(gint64)(box->x1 * 4), y = (guint64)(gint64)(box->y1 * 4);
	const gint64 key = (gint64)((guint64)c << 40 ^ x << 20 ^ y);
	if (r->seen == NULL || g_hash_table_contains(r->seen, &key))
		return r->seen != NULL;
	gint64 *kept = ARENA_NEW(r->page.arena, gint64);
	*kept = key;
	g_hash_table_add(r->seen, kept);
	return false;
}

/* Take the glyphs but blanks and line ends, which are told by the glyphs behind them. */
static void
collect_glyphs(struct reader *r, struct given *g, bool again)
{
	struct pdf_page *p = &r->page;
	size_t n = strlen(g->text), at = 0, base = r->text.n, all, boxed;
	bool blank = false, starts = true, word = false;
	GList *looks = NULL;
	count_signs(span_of(g->text), &all, &boxed);
	buf_add(&r->text, g->text, n);
	for (guint i = 0; i < g->n && at < n; i++) {
		const PopplerRectangle *box = &g->box[i];
		size_t from = at;
		uint32_t c = utf8_next(g->text, n, &at);
		while (all > g->n && boxed <= g->n && sets_direction(c) && at < n) {
			from = at;
			c = utf8_next(g->text, n, &at);
			word = true;
		}
		blank |= c == ' ' || c == '\n';
		starts |= c == '\n';
		if (c == ' ' || c == '\n')
			continue;
		if (seen_before(r, c, box)) {
			starts = true;
			continue;
		}
		looks = g->looked ? looks : all_looks(r, g);
		const PopplerTextAttributes *look = look_of(&looks, (gint)i);
		*VEC_PUSH(p->arena, p->glyph, p->nglyph, p->cap_glyph) = (struct pdf_glyph){
		    .at = (uint32_t)(base + from), .n = (uint32_t)(at - from), .x1 = (float)box->x1, .y1 = (float)box->y1,
		    .x2 = (float)box->x2, .y2 = (float)box->y2, .size = look != NULL ? (float)look->font_size : 0,
		    .bold = is_bold(look), .italic = is_italic(look), .blank = blank, .starts = starts, .word = word,
		    .again = again, .link = link_at(r, box)};
		if (p->nglyph > 1 && is_elsewhere(&p->glyph[p->nglyph - 2], &p->glyph[p->nglyph - 1]))
			p->glyph[p->nglyph - 1].starts = p->glyph[p->nglyph - 1].blank = true;
		blank = starts = word = false;
	}
}

/* Has the text more letters that go from right to left than others? */
static bool
goes_leftward(struct span text)
{
	size_t left = 0, right = 0;
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text.s, text.n, &at);
		left += c >= 0x590 && c < 0x900;
		right += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x590);
	}
	return left > right;
}

/*
 * Text is selected from corner to corner as a reader would mark it, and what comes before the first place or
 * behind the second in the order of reading is left out: on pages with letters from right to left any
 * corner may be so, and what one selection leaves out another has.
 */
static void
collect_page(struct reader *r, PopplerPage *page, double width, double height)
{
	struct given g = text_between(r, page, (PopplerRectangle){0, 0, width, height});
	size_t all = 0, boxed = 0;
	if (g.text != NULL)
		count_signs(span_of(g.text), &all, &boxed);
	bool leftward = g.text != NULL && goes_leftward(span_of(g.text));
	r->seen = boxed < all ? g_hash_table_new(g_int64_hash, g_int64_equal) : NULL;
	if ((!leftward || r->seen == NULL) && g.n > 0)
		collect_glyphs(r, &g, false);
	free_given(r, &g);
	if (r->seen == NULL)
		return;
	/* places ever higher, as long as those below brought something new; the lowest are by the foot of the page */
	size_t before = 0;
	for (int step = 0; step < STEPS_DOWN && (step < 2 || r->page.nglyph > before); step++) {
		before = r->page.nglyph;
		for (int k = 0; k < 2 * STEPS_ALONG; k++) {
			double x = width * (k % STEPS_ALONG) / STEPS_ALONG, y = height * step / STEPS_DOWN;
			PopplerRectangle part = {width, 0, x, height - y}, rest = {width - x, y, 0, height};
			g = text_between(r, page, k < STEPS_ALONG ? part : rest);
			if (g.text != NULL && g.n > 0)
				collect_glyphs(r, &g, !leftward || k + step > 0);
			free_given(r, &g);
		}
	}
	g_hash_table_destroy(r->seen);
	r->seen = NULL;
}

static void
read_tags(struct reader *r)
{
	size_t n;
	const struct pdf_start *start = pdf_tags_starts(r->tags, r->b.line.page - 1, r->page.arena, &n);
	pdf_tag_glyphs(&r->page, start, n);
}

static void
read_text(struct reader *r, PopplerPage *page, double width, double height)
{
	r->page = (struct pdf_page){.arena = arena_new(), .tags = r->tags, .width = (float)width};
	r->text.n = 0;
	collect_links(r, page, height);
	collect_page(r, page, width, height);
	buf_addc(&r->text, '\0');
	r->page.text = r->text.data;
	trim_links(&r->page);
	if (r->tags != NULL)
		read_tags(r);
	pdf_page_lines(&r->b, &r->page, &r->lines, &r->going);
	arena_free(r->page.arena);
}

static void
read_page(struct reader *r, PopplerPage *page)
{
	double width = 0, height = 0;
	r->api->poppler_page_get_size(page, &width, &height);
	read_text(r, page, width, height);
	pdf_lose(r->api, page, &r->b, width, height);
}

static bool
read_pages(struct reader *r, PopplerDocument *doc)
{
	int pages = r->api->poppler_document_get_n_pages(doc);
	struct pos whole = {r->b.draft->name, 0, 0};
	if (pages > PDF_PAGES_MOST) {
		diag(r->b.diag, DIAG_TOO_LARGE, whole, "%d pages; at most %d are read", pages, PDF_PAGES_MOST);
		return false;
	}
	r->tags = pdf_tags_read(r->b.draft->input);
	if (r->tags != NULL && pdf_tags_pages(r->tags) != (uint32_t)pages) {
		pdf_tags_free(r->tags); /* a damaged file: they would be those of other pages */
		r->tags = NULL;
	}
	for (int i = 0; i < pages; i++) {
		PopplerPage *page = r->api->poppler_document_get_page(doc, i);
		if (page == NULL)
			continue;
		r->b.line.page = (uint32_t)i + 1;
		read_page(r, page);
		r->api->g_object_unref(page);
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
	struct pdf_api api;
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
	if (doc != NULL) {
		ok = read_pages(&r, doc);
		pdf_tags_free(r.tags);
		r.api->g_object_unref(doc);
	} else {
		bool locked = error != NULL && error->code == POPPLER_ERROR_ENCRYPTED;
		diag(d, DIAG_SRC_CONTAINER, whole, "%s; %s", error != NULL ? error->message : "not a PDF document",
		     locked ? "save it without its password" : "get the file again");
	}
	buf_free(&r.text);
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
