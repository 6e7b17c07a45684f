/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/groups.h"
#include "pdf/content.h"
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
	case ARTIFACT_BACKGROUND: /* a screen behind text; the type Background is for whole pages */
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

/* Characters of the private use areas mean nothing by themselves. */
static bool
has_private(struct span text)
{
	for (size_t i = 0; i < text.n;) {
		uint32_t c = utf8_next(text.s, text.n, &i);
		if ((c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c != UTF8_BAD))
			return true;
	}
	return false;
}

/* The /ActualText of items with such characters, which PDF/A asks for (ISO 19005-3 6.2.11.7.3). */
static void
put_private(const struct item *it, size_t n, struct buf *b)
{
	size_t i = 0;
	while (i < n && !has_private(it[i].text))
		i++;
	if (i == n)
		return;
	struct buf text = {0};
	for (i = 0; i < n; i++)
		buf_addspan(&text, it[i].text);
	put_entry(b, "ActualText", text.data);
	buf_free(&text);
}

/* Letters that stand for nothing: dots of a leader, a table head seen again.  They are not extracted. */
static bool
is_mute(const struct item *it, size_t n)
{
	bool mute = false;
	for (size_t i = 0; i < n; i++)
		mute |= it[i].selem == NULL && it[i].kind == ITEM_GLYPHS && it[i].artifact == ARTIFACT_LAYOUT;
	return mute;
}

/* What opens the group of n items; marks its structure element. */
static void
open_group(struct finish *f, size_t index, const struct item *it, size_t n, long *mcid, struct buf *parents,
           struct buf *to)
{
	const struct selem *e = it->selem;
	if (e == NULL) {
		buf_adds(to, "/Artifact ");
		buf_adds(to, artifact_properties(it->artifact));
		buf_adds(to, is_mute(it, n) ? " BDC /Span <</ActualText()>> BDC" : " BDC");
		return;
	}
	put_name(to, e->role);
	buf_adds(to, " <</MCID ");
	buf_addi(to, *mcid);
	put_lang(f, it, to);
	put_private(it, n, to);
	buf_adds(to, ">> BDC");
	tree_mark(f, e, (struct mark){.page = index, .mcid = (*mcid)++});
	put_ref(parents, f->elem + e->index);
}

void
marks_page(struct finish *f, size_t index, unsigned content, struct buf *entries)
{
	const struct page *page = &f->pages->page[index];
	struct buf b = {0};
	struct content c = content_page(f->parts, f->faces, page, f->picture, &b);
	long mcid = 0;
	buf_adds(&f->parents, " ");
	buf_addi(&f->parents, f->next_parent);
	buf_adds(&f->parents, "[");
	for (size_t i = 0, to; i < page->nitem; i = to) {
		to = page_group(page, i);
		open_group(f, index, &page->item[i], to - i, &mcid, &f->parents, &b);
		buf_addc(&b, '\n');
		content_items(&c, i, to);
		buf_adds(&b, is_mute(&page->item[i], to - i) ? "EMC EMC\n" : "EMC\n");
	}
	f->picture = c.picture;
	writer_stream(f->w, content, "", buf_span(&b), true);
	buf_free(&b);
	buf_adds(&f->parents, "]");
	buf_adds(entries, "/StructParents ");
	buf_addi(entries, f->next_parent++);
}
