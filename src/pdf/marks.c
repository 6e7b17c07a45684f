/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "layout/groups.h"
#include "pdf/finish.h"

/* What a language tag is written with (BCP 47). */
#define LANG_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"

/* The property list of an artifact (ISO 32000-1 14.8.2.2.2). */
static const char *
artifact_properties(enum artifact a)
{
	switch (a) {
	case ARTIFACT_HEADER:
		return "<</Type/Pagination/Subtype/Header>>";
	case ARTIFACT_FOOTER:
		return "<</Type/Pagination/Subtype/Footer>>";
	case ARTIFACT_BACKGROUND:
		return "<</Type/Page>>";
	case ARTIFACT_RULE:
	case ARTIFACT_LAYOUT:
	case ARTIFACT_NONE:
		break;
	}
	return "<</Type/Layout>>";
}

/* The /Lang entry of an item whose language is not the one its element has. */
static const char *
lang_entry(struct finish *f, const struct item *it)
{
	const char *lang = NULL;
	for (const struct selem *e = it->selem; e != NULL && lang == NULL; e = e->parent)
		lang = e->lang;
	if (lang == NULL)
		lang = f->pages->lang;
	if (it->lang == NULL || it->lang[0] == '\0' || (lang != NULL && strcmp(lang, it->lang) == 0) ||
	    it->lang[strspn(it->lang, LANG_LETTERS)] != '\0')
		return "";
	return arena_printf(f->arena, " /Lang(%s)", it->lang);
}

/* What replaces Cairo's tag on each group of the page; marks the structure elements. */
static const char **
openings(struct finish *f, size_t index, size_t *count)
{
	const struct page *page = &f->pages->page[index];
	const char **open = ARENA_ARRAY(f->arena, const char *, page->nitem + 1);
	qpdf_oh parents = qpdf_oh_new_array(f->q);
	long mcid = 0;
	size_t n = 0;
	for (size_t i = 0; i < page->nitem; i = page_group(page, i)) {
		const struct selem *e = page->item[i].selem;
		if (e == NULL) {
			open[n++] = arena_printf(f->arena, "/Artifact %s BDC", artifact_properties(page->item[i].artifact));
			continue;
		}
		open[n++] = arena_printf(f->arena, "/%s <</MCID %ld%s>> BDC", e->role, mcid, lang_entry(f, &page->item[i]));
		tree_mark(f, e, (struct mark){.page = index, .mcid = mcid++});
		qpdf_oh_append_item(f->q, parents, f->elem[e->index]);
	}
	pdf_put(f, f->page[index], "/StructParents", qpdf_oh_new_integer(f->q, f->next_parent));
	qpdf_oh_append_item(f->q, f->parents, qpdf_oh_new_integer(f->q, f->next_parent++));
	qpdf_oh_append_item(f->q, f->parents, qpdf_make_indirect_object(f->q, parents));
	*count = n;
	return open;
}

/* Cairo opens group k with "/Span << /MCID k >> BDC"; nothing else it writes has an MCID. */
static void
rewrite(struct span in, const char *const *open, size_t nopen, struct buf *out)
{
	const char key[] = "/Span << /MCID ";
	size_t done = 0;
	for (;;) {
		struct span rest = span_sub(in, done, in.n);
		size_t at = span_find(rest, SPAN_LIT(key));
		if (at == SIZE_MAX) {
			buf_addspan(out, rest);
			return;
		}
		buf_add(out, rest.s, at);
		size_t i = at + sizeof key - 1, k = 0;
		while (i < rest.n && rest.s[i] >= '0' && rest.s[i] <= '9' && k <= nopen)
			k = k * 10 + (size_t)(rest.s[i++] - '0');
		size_t end = span_find(span_sub(rest, i, rest.n), SPAN_LIT("BDC"));
		buf_adds(out, k < nopen ? open[k] : "/Artifact BMC");
		done += end == SIZE_MAX ? rest.n : i + end + 3;
	}
}

bool
marks_rewrite(struct finish *f)
{
	for (size_t i = 0; i < f->pages->npage; i++) {
		unsigned char *data = NULL;
		size_t n = 0, nopen;
		if (qpdf_oh_get_page_content_data(f->q, f->page[i], &data, &n) & QPDF_ERRORS) {
			diag(f->diag, DIAG_PDF_FAILED, (struct pos){0}, "page %zu has no readable content", i + 1);
			return false;
		}
		const char **open = openings(f, i, &nopen);
		struct buf b = {0};
		rewrite((struct span){(const char *)data, n}, open, nopen, &b);
		pdf_put(f, f->page[i], "/Contents", pdf_stream(f, buf_span(&b), ""));
		buf_free(&b);
		free(data);
	}
	return true;
}
