/* SPDX-License-Identifier: MIT */
/*
 * pdf_lost.c - what a page shows beside its text: pictures, and drawings made of lines.
 *
 * Of the lines nothing is told by the library, so the page is drawn very small and the drawing
 * watched: rules, boxes of tables and underlines are rectangles along the page; curves, slanting lines and
 * heaps of rectangles without a table are a drawing.
 */
#ifdef HAVE_POPPLER

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "source/pdf_poppler.h"

#define PICTURE_PT 10      /* shorter sides are of rules and signs */
#define SMALL 16.0         /* pt that the page is drawn a pixel of */
#define SIDE_MOST 20000.0  /* pt of a page that is drawn */
#define SLANTS 4           /* curves and slanting lines that make a drawing */
#define RECTANGLES 400     /* more than the tables of a page have */

/* What the drawing of a page was seen to do. */
struct shown {
	unsigned long slants, rectangles;
	bool pictures;           /* there may be some: whoever knows where they are is to be asked */
};

static void
lose_pictures(const struct pdf_api *api, PopplerPage *page, struct builder *b)
{
	GList *list = api->poppler_page_get_image_mapping(page);
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
		source_lose_picture(b->arena, b->draft, 0, b->line.page,
		    arena_printf(b->arena, "page %u, %u of them, the first %.0f by %.0f pt, %.0f pt from the left and "
		                 "%.0f from the top; a PDF gives text only: name picture files in a Markdown or Word draft",
		                 b->line.page, n, first->x2 - first->x1, first->y2 - first->y1, first->x1, first->y1),
		    b->diag);
	api->poppler_page_free_image_mapping(list);
}

#if CAIRO_HAS_OBSERVER_SURFACE

static cairo_status_t
keep(void *to, const unsigned char *s, unsigned n)
{
	buf_add(to, (const char *)s, n);
	return CAIRO_STATUS_SUCCESS;
}

/* The count before a word of a list such as "  path: 43 curved, 11 straight". */
static unsigned long
count_of(struct span list, const char *word)
{
	size_t at = span_find(list, span_of(word)), digit = at;
	while (digit != SIZE_MAX && digit > 1 && list.s[digit - 2] >= '0' && list.s[digit - 2] <= '9')
		digit--;
	return at != SIZE_MAX && digit < at ? strtoul(list.s + digit - 1, NULL, 10) : 0;
}

/* The next line from *at on that begins with the words, or nothing; *at goes behind it. */
static struct span
next_line(struct span told, const char *words, size_t *at)
{
	size_t from = span_find(span_sub(told, *at, told.n), span_of(words));
	struct span line = {told.s, 0};
	if (from == SIZE_MAX) {
		*at = told.n;
		return line;
	}
	line = span_sub(told, *at + from, told.n);
	size_t end = span_find(line, SPAN_LIT("\n"));
	line = span_sub(line, 0, end != SIZE_MAX ? end : line.n);
	*at += from + line.n;
	return line;
}

/* The lines that begin with "  path: 4 ..." and not those of the slowest act. */
static void
count_paths(struct span told, struct shown *shown)
{
	struct span line;
	for (size_t at = 0; (line = next_line(told, "  path: ", &at)).n > 0;) {
		shown->slants += count_of(line, "curved") + count_of(line, "straight");
		/* the library spells one of them in its own way */
		shown->rectangles += count_of(line, "rectliinear") + count_of(line, "rectilinear") +
		                     count_of(line, "pixel-aligned");
	}
}

/* A picture is drawn as a source of colour other than one plain colour, "  source: 3 solid, 1 native", or as a mask. */
static bool
has_pictures(struct span told)
{
	struct span line;
	size_t at = 0;
	if (next_line(told, "  mask: ", &at).n > 0)
		return true;
	for (at = 0; (line = next_line(told, "  source: ", &at)).n > 0;)
		if (span_find(line, SPAN_LIT(",")) != SIZE_MAX || !span_ends(line, " solid"))
			return true;
	return false;
}

static void
watch_drawing(const struct pdf_api *api, PopplerPage *page, double width, double height, struct shown *shown)
{
	if (!(width > 0 && width < SIDE_MOST && height > 0 && height < SIDE_MOST))
		return;
	struct buf told = {0};
	int w = (int)(width / SMALL) + 1, h = (int)(height / SMALL) + 1;
	cairo_surface_t *small = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
	cairo_surface_t *watch = cairo_surface_create_observer(small, CAIRO_SURFACE_OBSERVER_NORMAL);
	cairo_t *cr = cairo_create(watch);
	cairo_scale(cr, 1 / SMALL, 1 / SMALL);
	api->poppler_page_render(page, cr);
	if (cairo_status(cr) == CAIRO_STATUS_SUCCESS &&
	    cairo_surface_observer_print(watch, keep, &told) == CAIRO_STATUS_SUCCESS) {
		count_paths(buf_span(&told), shown);
		shown->pictures = has_pictures(buf_span(&told));
	}
	cairo_destroy(cr);
	cairo_surface_destroy(watch);
	cairo_surface_destroy(small);
	buf_free(&told);
}

#else

static void
watch_drawing(const struct pdf_api *api, PopplerPage *page, double width, double height, struct shown *shown)
{
	(void)api, (void)page, (void)width, (void)height, (void)shown;
}

#endif

void
pdf_lose(const struct pdf_api *api, PopplerPage *page, struct builder *b, double width, double height)
{
	struct shown shown = {.pictures = true};
	watch_drawing(api, page, width, height, &shown);
	if (shown.pictures)
		lose_pictures(api, page, b);
	if (shown.slants >= SLANTS || shown.rectangles > RECTANGLES)
		source_lose_picture(b->arena, b->draft, 0, b->line.page,
		    arena_printf(b->arena, "page %u, a drawing of %lu lines and areas; a PDF gives text only: make a picture "
		                 "file of it and name that in a Markdown or Word draft", b->line.page,
		                 shown.slants + shown.rectangles),
		    b->diag);
}

#endif
