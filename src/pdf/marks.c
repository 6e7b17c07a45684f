/* SPDX-License-Identifier: MIT */
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
static void
put_lang(struct finish *f, const struct item *it, struct buf *b)
{
	const char *lang = NULL;
	for (const struct selem *e = it->selem; e != NULL && lang == NULL; e = e->parent)
		lang = e->lang;
	if (lang == NULL)
		lang = f->pages->lang;
	if (it->lang == NULL || it->lang[0] == '\0' || (lang != NULL && strcmp(lang, it->lang) == 0) ||
	    it->lang[strspn(it->lang, LANG_LETTERS)] != '\0')
		return;
	buf_adds(b, " /Lang(");
	buf_adds(b, it->lang);
	buf_addc(b, ')');
}

/* What opens the group that starts with an item; marks its structure element. */
static void
open_group(struct finish *f, size_t index, const struct item *it, long *mcid, struct buf *parents, struct buf *to)
{
	const struct selem *e = it->selem;
	if (e == NULL) {
		buf_adds(to, "/Artifact ");
		buf_adds(to, artifact_properties(it->artifact));
		buf_adds(to, " BDC");
		return;
	}
	put_name(to, e->role);
	buf_adds(to, " <</MCID ");
	put_int(to, *mcid);
	put_lang(f, it, to);
	buf_adds(to, ">> BDC");
	tree_mark(f, e, (struct mark){.page = index, .mcid = (*mcid)++});
	put_ref(parents, f->elem + e->index);
}

/* Cairo opens the group after k others with "/Span << /MCID k >> BDC"; nothing else it writes has an MCID. */
void
marks_page(struct finish *f, size_t index, unsigned content, struct buf *entries)
{
	static const char key[] = "/Span << /MCID ";
	const struct page *page = &f->pages->page[index];
	struct span rest = f->drawing.page[index].content;
	struct buf b = {0};
	long mcid = 0;
	buf_adds(&f->parents, " ");
	put_int(&f->parents, f->next_parent);
	buf_adds(&f->parents, "[");
	for (size_t i = 0;;) {
		size_t at = span_find(rest, SPAN_LIT(key));
		buf_addspan(&b, span_sub(rest, 0, at));
		if (at == SIZE_MAX)
			break;
		size_t end = at + span_find(span_sub(rest, at, rest.n), SPAN_LIT("BDC"));
		if (i < page->nitem) {
			open_group(f, index, &page->item[i], &mcid, &f->parents, &b);
			i = page_group(page, i);
		} else {
			buf_adds(&b, "/Artifact BMC");
		}
		rest = span_sub(rest, end < at ? rest.n : end + 3, rest.n);
	}
	writer_stream(f->w, content, "", buf_span(&b), true);
	buf_free(&b);
	buf_adds(&f->parents, "]");
	buf_adds(entries, "/StructParents ");
	put_int(entries, f->next_parent++);
}
