/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* gmtime_r */
#include "epub/epub.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/hash.h>
#include <libxml/xmlsave.h>

#include "base/file.h"
#include "base/xml_walk.h"
#include "epub/ocf.h"

#define BOOK_NS "urn:rapporteur:book:1"
#define XHTML_NS "http://www.w3.org/1999/xhtml"

struct picture {
	const struct epub_resource *resource;
	const char *name; /* in the container; NULL until it is used */
};

struct book {
	struct arena *arena;
	struct diag *diag;
	const struct epub_info *info;
	xmlNode *root;
	xmlHashTable *by_path; /* the pictures there are */
	struct picture **used; /* those in use, in order */
	size_t nused, cap;
	bool figures, pages;
	bool undescribed; /* a picture has no words for those who do not see it */
};

static bool
is(const xmlNode *n, const char *ns, const char *name)
{
	return n != NULL && n->type == XML_ELEMENT_NODE && n->ns != NULL && strcmp((const char *)n->name, name) == 0 &&
	    strcmp((const char *)n->ns->href, ns) == 0;
}

static bool
is_html(const xmlNode *n, const char *name)
{
	return is(n, XHTML_NS, name);
}

/* The value of an attribute, borrowed; "" when absent. */
static const char *
value(const xmlNode *n, const char *name)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 && a->children != NULL && a->children->content != NULL)
			return (const char *)a->children->content;
	return "";
}

/* The file after n (NULL: the first). */
static xmlNode *
next_file(const struct book *b, xmlNode *n)
{
	n = n == NULL ? b->root->children : n->next;
	while (n != NULL && !is(n, BOOK_NS, "file"))
		n = n->next;
	return n;
}

/* ---- pictures ---- */

static const char *
extension_of(const char *media_type)
{
	static const char *const types[][2] = {{"image/png", "png"}, {"image/jpeg", "jpg"}, {"image/gif", "gif"},
	    {"image/svg+xml", "svg"}, {"image/webp", "webp"}};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i][0], media_type) == 0)
			return types[i][1];
	return NULL;
}

/* The name in the container for the picture called src, or NULL when there is none to use. */
static const char *
picture_name(struct book *b, const char *src)
{
	struct picture *p = xmlHashLookup(b->by_path, (const xmlChar *)src);
	if (p == NULL || p->resource->bytes.s == NULL || p->name != NULL)
		return p != NULL ? p->name : NULL;
	*VEC_PUSH(b->arena, b->used, b->nused, b->cap) = p;
	p->name = arena_printf(b->arena, "image-%zu.%s", b->nused, extension_of(p->resource->media_type));
	return p->name;
}

/* What there is to use, by path; of two with one path the first. */
static void
know_pictures(struct book *b)
{
	size_t n = b->info != NULL ? b->info->nresource : 0;
	struct picture *p = ARENA_ARRAY(b->arena, struct picture, n);
	b->by_path = xmlHashCreate(16);
	for (size_t i = 0; i < n; i++) {
		p[i].resource = &b->info->resource[i];
		if (p[i].resource->bytes.s == NULL || extension_of(p[i].resource->media_type) != NULL)
			xmlHashAddEntry(b->by_path, (const xmlChar *)p[i].resource->path, &p[i]);
	}
}

/* The caller has said of this picture that it cannot be used. */
static bool
is_reported(const struct book *b, const char *src)
{
	const struct picture *p = xmlHashLookup(b->by_path, (const xmlChar *)src);
	return p != NULL && p->resource->bytes.s == NULL;
}

/* Point each img to its place in the container; one without a picture becomes an empty figure. */
static void
place_pictures(struct book *b, xmlNode *html)
{
	for (xmlNode *n = html, *after; n != NULL; n = after) {
		after = xml_next(html, n);
		b->pages |= n->type == XML_ELEMENT_NODE && strcmp(value(n, "role"), "doc-pagebreak") == 0;
		if (!is_html(n, "img"))
			continue;
		const char *name = picture_name(b, value(n, "src"));
		if (name != NULL) {
			b->figures = true;
			b->undescribed |= value(n, "alt")[0] == '\0';
			xmlSetProp(n, (const xmlChar *)"src", (const xmlChar *)name);
			continue;
		}
		if (!is_reported(b, value(n, "src")))
			diag(b->diag, DIAG_EPUB_PICTURE, (struct pos){0}, "%.200s; the figure stands without it", value(n, "src"));
		xmlNodeSetName(n, (const xmlChar *)"div");
		xmlSetProp(n, (const xmlChar *)"role", (const xmlChar *)"img");
		if (value(n, "alt")[0] != '\0')
			xmlSetProp(n, (const xmlChar *)"aria-label", (const xmlChar *)value(n, "alt"));
		xmlUnsetProp(n, (const xmlChar *)"alt");
		xmlUnsetProp(n, (const xmlChar *)"src");
	}
}

/* ---- the package document ---- */

static void
add_element(struct buf *out, const char *open, const char *text, const char *close)
{
	if (text[0] == '\0')
		return;
	buf_printf(out, "    <%s>", open);
	buf_addxml(out, span_of(text));
	buf_printf(out, "</%s>\n", close);
}

static void
add_meta(struct buf *out, const char *property, const char *text)
{
	char open[64];
	snprintf(open, sizeof open, "meta property=\"%s\"", property);
	add_element(out, open, text, "meta");
}

static const char *
chosen(const char *ours, const char *theirs)
{
	return ours != NULL && ours[0] != '\0' ? ours : theirs;
}

static const char *
modified_of(const struct book *b)
{
	const char *date = value(b->root, "date"), *epoch = getenv("SOURCE_DATE_EPOCH");
	if (b->info != NULL && b->info->modified != NULL)
		return b->info->modified;
	if (strlen(date) == 10)
		return arena_printf(b->arena, "%sT00:00:00Z", date);
	char text[32];
	struct tm tm;
	time_t t = epoch != NULL ? (time_t)strtoll(epoch, NULL, 10) : 0;
	if (t > 0 && gmtime_r(&t, &tm) != NULL && strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm) == 20)
		return arena_strdup(b->arena, text);
	return "1980-01-01T00:00:00Z";
}

/* A name-like identifier of the content: a hash from its start and one from its end, as a UUID of version 8. */
static const char *
hashed_identifier(const struct book *b)
{
	struct buf text = {0};
	epub_text(b->root->doc, &text);
	uint64_t h1 = span_hash(HASH_START, buf_span(&text)), h2 = 0x9E3779B97F4A7C15u;
	for (size_t i = text.n; i > 0; i--)
		h2 = span_hash(h2, (struct span){text.data + i - 1, 1});
	buf_free(&text);
	return arena_printf(b->arena, "urn:uuid:%08" PRIx32 "-%04x-8%03x-%04x-%012" PRIx64, (uint32_t)(h1 >> 32),
	    (unsigned)(h1 >> 16 & 0xFFFF), (unsigned)(h1 & 0xFFF), (unsigned)(0x8000 | (h2 >> 48 & 0x3FFF)),
	    h2 & 0xFFFFFFFFFFFFu);
}

static const char *
identifier_of(const struct book *b)
{
	const char *symbol = value(b->root, "symbol");
	if (b->info != NULL && b->info->identifier != NULL)
		return b->info->identifier;
	if (symbol[0] == '\0')
		return hashed_identifier(b);
	struct buf id = {0};
	buf_printf(&id, "https://docs.un.org/%.2s/", value(b->root, "lang"));
	for (; *symbol != '\0'; symbol++)
		if (*symbol != ' ' && *symbol != '*')
			buf_addc(&id, *symbol);
	const char *s = arena_strndup(b->arena, id.data, id.n);
	buf_free(&id);
	return s;
}

/* EPUB Accessibility 1.1 §2: discovery metadata. */
static void
add_accessibility(const struct book *b, struct buf *out)
{
	add_meta(out, "schema:accessMode", "textual");
	if (b->figures)
		add_meta(out, "schema:accessMode", "visual");
	add_meta(out, "schema:accessModeSufficient", b->undescribed ? "textual,visual" : "textual");
	static const char *const features[] = {"structuralNavigation", "tableOfContents", "readingOrder",
	    "displayTransformability"};
	for (size_t i = 0; i < sizeof features / sizeof *features; i++)
		add_meta(out, "schema:accessibilityFeature", features[i]);
	if (b->figures && !b->undescribed)
		add_meta(out, "schema:accessibilityFeature", "alternativeText");
	if (b->pages) {
		add_meta(out, "schema:accessibilityFeature", "pageBreakMarkers");
		add_meta(out, "schema:accessibilityFeature", "pageNavigation");
	}
	add_meta(out, "schema:accessibilityHazard", "none");
	if (!b->undescribed)
		add_meta(out, "schema:accessibilitySummary", value(b->root, "summary"));
}

static void
package_write(const struct book *b, struct buf *out)
{
	const struct epub_info none = {0}, *info = b->info ? b->info : &none;
	const char *lang = chosen(info->lang, value(b->root, "lang"));
	bool rtl = strcmp(value(b->root, "dir"), "rtl") == 0;
	buf_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" "
	    "version=\"3.0\" unique-identifier=\"id\" xml:lang=\"%s\" dir=\"%s\">\n"
	    "  <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n", lang, rtl ? "rtl" : "ltr");
	add_element(out, "dc:identifier id=\"id\"", identifier_of(b), "dc:identifier");
	add_element(out, "dc:title", chosen(info->title, value(b->root, "title")), "dc:title");
	add_element(out, "dc:language", lang, "dc:language");
	add_element(out, "dc:creator", chosen(info->creator, value(b->root, "creator")), "dc:creator");
	add_element(out, "dc:publisher", chosen(info->publisher, value(b->root, "publisher")), "dc:publisher");
	add_element(out, "dc:date", value(b->root, "date"), "dc:date");
	add_meta(out, "dcterms:modified", modified_of(b));
	if (b->pages && value(b->root, "symbol")[0] != '\0') {
		add_element(out, "dc:source id=\"pages\"", value(b->root, "symbol"), "dc:source");
		add_element(out, "meta refines=\"#pages\" property=\"source-of\"", "pagination", "meta");
	}
	add_accessibility(b, out);
	buf_adds(out, "  </metadata>\n  <manifest>\n");
	for (xmlNode *f = next_file(b, NULL); f != NULL; f = next_file(b, f)) {
		const char *name = value(f, "name");
		bool nav = strcmp(name, "nav.xhtml") == 0;
		buf_printf(out, "    <item id=\"%.*s\" href=\"%s\" media-type=\"application/xhtml+xml\"%s/>\n",
		    (int)strcspn(name, "."), name, name, nav ? " properties=\"nav\"" : "");
	}
	buf_adds(out, "    <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n");
	for (size_t i = 0; i < b->nused; i++)
		buf_printf(out, "    <item id=\"image-%zu\" href=\"%s\" media-type=\"%s\"/>\n", i + 1, b->used[i]->name,
		    b->used[i]->resource->media_type);
	buf_printf(out, "  </manifest>\n  <spine%s>\n", rtl ? " page-progression-direction=\"rtl\"" : "");
	for (xmlNode *f = next_file(b, NULL); f != NULL; f = next_file(b, f)) {
		const char *name = value(f, "name");
		bool nav = strcmp(name, "nav.xhtml") == 0;
		buf_printf(out, "    <itemref idref=\"%.*s\"%s/>\n", (int)strcspn(name, "."), name,
		    nav ? " linear=\"no\"" : "");
	}
	buf_adds(out, "  </spine>\n</package>\n");
}

/* ---- the container ---- */

/*
 * One XHTML file as bytes in the arena.  It is written where it stands; the namespaces that the
 * stylesheet declared on the book are declared on the file for that.
 */
static struct span
serialize(struct book *b, xmlNode *html)
{
	xmlBuffer *mem = xmlBufferCreate();
	xmlSaveCtxt *save = xmlSaveToBuffer(mem, "UTF-8", XML_SAVE_AS_XML);
	for (const xmlNs *ns = b->root->nsDef; ns != NULL; ns = ns->next)
		if (strcmp((const char *)ns->href, BOOK_NS) != 0)
			xmlNewNs(html, ns->href, ns->prefix);
	xmlBufferCat(mem, (const xmlChar *)"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
	xmlSaveTree(save, html);
	xmlSaveClose(save);
	xmlBufferCat(mem, (const xmlChar *)"\n");
	size_t n = (size_t)xmlBufferLength(mem);
	struct span s = {arena_strndup(b->arena, (const char *)xmlBufferContent(mem), n), n};
	xmlBufferFree(mem);
	return s;
}

static void
add_all(struct book *b, struct ocf *ocf, struct span css)
{
	static const char container[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
	    "  <rootfiles>\n    <rootfile full-path=\"EPUB/package.opf\" "
	    "media-type=\"application/oebps-package+xml\"/>\n  </rootfiles>\n</container>\n";
	struct buf package = {0};
	ocf_add(ocf, "mimetype", SPAN_LIT("application/epub+zip"), true);
	ocf_add(ocf, "META-INF/container.xml", SPAN_LIT(container), false);
	for (xmlNode *f = next_file(b, NULL); f != NULL; f = next_file(b, f)) {
		xmlNode *html = f->children;
		while (html != NULL && !is_html(html, "html"))
			html = html->next;
		if (html == NULL)
			continue;
		place_pictures(b, html);
		ocf_add(ocf, arena_printf(b->arena, "EPUB/%s", value(f, "name")), serialize(b, html), false);
	}
	package_write(b, &package);
	ocf_add(ocf, "EPUB/package.opf", buf_span(&package), false);
	ocf_add(ocf, "EPUB/style.css", css, false);
	for (size_t i = 0; i < b->nused; i++)
		ocf_add(ocf, arena_printf(b->arena, "EPUB/%s", b->used[i]->name), b->used[i]->resource->bytes, true);
	buf_free(&package);
}

bool
epub_write(struct arena *a, xmlDoc *xhtml, const struct epub_info *info, struct buf *out, struct diag *d)
{
	struct book b = {.arena = a, .diag = d, .info = info, .root = xmlDocGetRootElement(xhtml)};
	struct span css;
	if (!is(b.root, BOOK_NS, "book")) {
		diag(d, DIAG_EPUB_INPUT, (struct pos){0}, "the stylesheet must give a book element with its files");
		return false;
	}
	const char *path = data_path(a, "stylesheets/epub.css");
	if (path == NULL) {
		diag(d, DIAG_EPUB_INPUT, (struct pos){0}, "stylesheets/epub.css was not found");
		return false;
	}
	if (!file_read(a, path, &css, d))
		return false;
	know_pictures(&b);
	struct ocf *ocf = ocf_new(out, modified_of(&b));
	add_all(&b, ocf, css);
	const char *fault = ocf_close(ocf);
	if (fault != NULL)
		diag(d, DIAG_EPUB_ZIP, (struct pos){0}, "%s", fault);
	xmlHashFree(b.by_path, NULL);
	return fault == NULL;
}

/* ---- text ---- */

struct reader {
	xmlHashTable *notes; /* id → aside */
	struct buf *out;
};

static bool
is_block(const xmlNode *n)
{
	static const char *const names[] = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "div", "li", "caption"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_html(n, names[i]))
			return true;
	return false;
}

/* Text below root; a call of a note is replaced by the note, if that is known, at most 8 notes inside each other. */
static void
read_text(struct reader *r, xmlNode *root, int depth)
{
	for (xmlNode *n = root; n != NULL;) {
		const char *role = n->type == XML_ELEMENT_NODE ? value(n, "role") : "";
		bool enter = n->type == XML_ELEMENT_NODE;
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			buf_adds(r->out, (const char *)n->content);
		if (strcmp(role, "doc-noteref") == 0) {
			const char *href = value(n, "href");
			xmlNode *note = href[0] == '#' ? xmlHashLookup(r->notes, (const xmlChar *)href + 1) : NULL;
			if (note != NULL && depth < 8)
				read_text(r, note, depth + 1);
			enter = false;
		}
		bool lost = is_html(n, "sup") && strcmp(value(n, "class"), "noteref") == 0;
		if (lost || strcmp(role, "doc-backlink") == 0 || is_html(n, "head") || is_html(n, "nav") ||
		    (strcmp(role, "doc-footnote") == 0 && n != root))
			enter = false;
		if (enter && n->children != NULL) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL) {
			n = n->parent;
			if (is_block(n))
				buf_addc(r->out, '\n');
		}
		n = n == root ? NULL : n->next;
	}
}

void
epub_text(xmlDoc *xhtml, struct buf *out)
{
	struct book b = {.root = xmlDocGetRootElement(xhtml)};
	struct reader r = {xmlHashCreate(256), out};
	for (xmlNode *n = b.root; n != NULL; n = xml_next(b.root, n))
		if (n->type == XML_ELEMENT_NODE && strcmp(value(n, "role"), "doc-footnote") == 0)
			xmlHashAddEntry(r.notes, (const xmlChar *)value(n, "id"), n);
	for (xmlNode *f = next_file(&b, NULL); f != NULL; f = next_file(&b, f))
		read_text(&r, f, 0);
	xmlHashFree(r.notes, NULL);
}
