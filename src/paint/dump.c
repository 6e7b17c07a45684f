/* SPDX-License-Identifier: MIT */
/* dump.c - the display list as text: the goldens of layout and --dump=pages. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "layout/font.h"
#include "paint/paint.h"

static const char *const artifact_names[] = {
    [ARTIFACT_NONE] = "unmarked", [ARTIFACT_HEADER] = "header", [ARTIFACT_FOOTER] = "footer",
    [ARTIFACT_RULE] = "rule", [ARTIFACT_BACKGROUND] = "background", [ARTIFACT_LAYOUT] = "layout",
};

/* "/Document/P#12": roles from the root, and the leaf's index. */
static void
dump_owner(const struct item *it, struct buf *out)
{
	if (it->selem == NULL) {
		buf_printf(out, " artifact:%s", artifact_names[it->artifact]);
		return;
	}
	const struct selem *path[64];
	int n = 0;
	for (const struct selem *e = it->selem; e != NULL && n < 64; e = e->parent)
		path[n++] = e;
	buf_addc(out, ' ');
	while (n > 0)
		buf_printf(out, "/%s", path[--n]->role);
	buf_printf(out, "#%u", it->selem->index);
}

static void
dump_item(const struct item *it, struct buf *out)
{
	static const char *const kinds[] = {"text", "rule", "rect", "image"};
	buf_printf(out, "  %s %.2f %.2f %.2f", kinds[it->kind], it->x, it->y, it->w);
	if (it->kind == ITEM_GLYPHS)
		buf_printf(out, " %s %.2f", font_name(it->font), it->size_pt);
	else
		buf_printf(out, " %.2f", it->h);
	if (it->hscale != 0 && it->hscale != 1)
		buf_printf(out, " x%.3f", (double)it->hscale);
	if (it->rgb != 0)
		buf_printf(out, " #%06X", (unsigned)it->rgb);
	if (it->rtl)
		buf_adds(out, " rtl");
	if (it->turn > 0)
		buf_printf(out, " turned %d", 90 * it->turn);
	dump_owner(it, out);
	if (it->link != NULL)
		buf_printf(out, " -> %s%s", it->link->uri ? "" : "#", it->link->uri ? it->link->uri : it->link->dest);
	if (it->kind == ITEM_GLYPHS)
		buf_printf(out, " \"%.*s\"", (int)it->text.n, it->text.s);
	buf_addc(out, '\n');
}

static const struct selem *
selem_next(const struct selem *e)
{
	if (e->first != NULL)
		return e->first;
	while (e != NULL && e->next == NULL)
		e = e->parent;
	return e != NULL ? e->next : NULL;
}

static void
dump_quality(const struct line_quality *q, struct buf *out)
{
	double n = fmax((double)q->gapped, 1), mean = q->gap / n, variance = q->gap_square / n - mean * mean;
	if (q->lines > 0)
		buf_printf(out, "justified %zu gap %.2f deviation %.2f loose %zu hyphenated %zu run %zu parted %zu\n", q->lines, mean,
		           sqrt(fmax(variance, 0)), q->loose, q->hyphenated, q->run, q->parted);
}

void
pages_dump(const struct pages *pages, struct buf *out)
{
	for (size_t i = 0; i < pages->npage; i++) {
		const struct page *p = &pages->page[i];
		buf_printf(out, "page %zu number %u %.2f %.2f\n", i + 1, p->number, p->w, p->h);
		for (size_t k = 0; k < p->nitem; k++)
			dump_item(&p->item[k], out);
	}
	for (size_t i = 0; i < pages->ndest; i++)
		buf_printf(out, "dest %s page %u %.2f %.2f\n", pages->dest[i].id, pages->dest[i].page + 1,
		           pages->dest[i].x, pages->dest[i].y);
	for (size_t i = 0; i < pages->nnamed; i++)
		buf_printf(out, "named %s\n", pages->named[i]);
	for (size_t i = 0; i < pages->noutline; i++)
		buf_printf(out, "outline %u %s \"%s\"\n", pages->outline[i].level, pages->outline[i].dest, pages->outline[i].title);
	dump_quality(&pages->quality, out);
	for (const struct selem *e = pages->root; e != NULL; e = selem_next(e)) {
		unsigned depth = 0;
		for (const struct selem *up = e->parent; up != NULL; up = up->parent)
			depth++;
		buf_printf(out, "struct %*s%s#%u%s%s%s%s\n", (int)depth * 2, "", e->role, e->index,
		           e->id ? " id=" : "", e->id ? e->id : "",
		           e->expansion ? " expansion=" : "", e->expansion ? e->expansion : "");
	}
}

/* The items of each leaf, in page order, as linked lists over all pages. */
struct entry {
	const struct item *item;
	size_t next; /* index + 1, 0 = end */
};

/* What an output adds to the text: the call of a note, and the mark at its head. */
static bool
is_added(const struct selem *e)
{
	bool label = false;
	for (; e != NULL; e = e->parent) {
		if (strcmp(e->role, "Reference") == 0 || (label && strcmp(e->role, "Note") == 0))
			return true;
		if (strcmp(e->role, "LI") == 0)
			return false;
		label |= strcmp(e->role, "Lbl") == 0;
	}
	return false;
}

void
pages_text(const struct pages *pages, struct buf *out)
{
	size_t n = 0, used = 0;
	for (size_t i = 0; i < pages->npage; i++)
		n += pages->page[i].nitem;
	struct entry *entry = xcalloc(n, sizeof *entry);
	size_t *head = xcalloc(pages->nselem, sizeof *head), *tail = xcalloc(pages->nselem, sizeof *tail);
	for (size_t i = 0; i < pages->npage; i++)
		for (size_t k = 0; k < pages->page[i].nitem; k++) {
			const struct item *it = &pages->page[i].item[k];
			if (it->selem == NULL || it->kind != ITEM_GLYPHS || is_added(it->selem))
				continue;
			unsigned s = it->selem->index;
			entry[used] = (struct entry){it, 0};
			if (tail[s] != 0)
				entry[tail[s] - 1].next = used + 1;
			else
				head[s] = used + 1;
			tail[s] = ++used;
		}
	for (const struct selem *e = pages->root; e != NULL; e = selem_next(e))
		for (size_t k = e->index < pages->nselem ? head[e->index] : 0; k != 0; k = entry[k - 1].next) {
			struct span s = entry[k - 1].item->text;
			if (span_ends(s, "\xC2\xAD"))
				s.n -= 2;
			buf_addspan(out, s);
		}
	free(entry);
	free(head);
	free(tail);
}
