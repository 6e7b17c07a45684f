/* SPDX-License-Identifier: MIT */
#include "xslt/short_forms.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/variables.h>

#include "base/arena.h"
#include "base/text.h"
#include "xslt/run.h"

/* Where a number has to stand for the word to be a short form. */
enum figure { FIGURE_ANYWHERE, FIGURE_BEFORE, FIGURE_AFTER };

struct form {
	struct form *next;      /* one that begins with the same byte, not longer */
	struct span text, full;
	enum figure figure;
};

struct short_forms {
	struct arena *arena;
	const xmlNode *list;    /* the first of the words that were read */
	const char *lang;       /* of their file */
	struct form *by_byte[256];
};

/* ---- the list ---- */

static const char *
attribute(struct arena *a, const xmlNode *n, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(n, BAD_CAST name);
	const char *copy = value != NULL ? arena_strdup(a, (const char *)value) : "";
	xmlFree(value);
	return copy;
}

static void
read_word(struct short_forms *s, xmlNode *w)
{
	xmlChar *text = xmlNodeGetContent(w);
	const char *figure = attribute(s->arena, w, "figure");
	struct form *f = ARENA_NEW(s->arena, struct form);
	f->text = span_of(arena_strdup(s->arena, text != NULL ? (const char *)text : ""));
	f->full = span_of(attribute(s->arena, w, "full"));
	f->figure = strcmp(figure, "before") == 0 ? FIGURE_BEFORE
	          : strcmp(figure, "after") == 0 ? FIGURE_AFTER : FIGURE_ANYWHERE;
	xmlFree(text);
	if (f->text.n == 0 || f->full.n == 0)
		return;
	struct form **at = &s->by_byte[(unsigned char)f->text.s[0]];
	while (*at != NULL && (*at)->text.n >= f->text.n)
		at = &(*at)->next;
	f->next = *at;
	*at = f;
}

static void
read_list(struct short_forms *s, const xmlNodeSet *words)
{
	if (s->list == words->nodeTab[0])
		return;
	s->list = words->nodeTab[0];
	memset(s->by_byte, 0, sizeof s->by_byte);
	for (int i = 0; i < words->nodeNr; i++)
		read_word(s, words->nodeTab[i]);
	xmlChar *lang = xmlNodeGetLang(words->nodeTab[0]);
	s->lang = arena_strdup(s->arena, lang != NULL ? (const char *)lang : "");
	xmlFree(lang);
}

/* ---- finding ---- */

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

static bool
is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669);
}

static bool
is_latin(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Can a word of that first letter not begin behind c?  Words of Latin letters stand right behind Arabic
 * and Chinese ones. */
static bool
goes_on(uint32_t c, char first)
{
	if (c < 0x80)
		return c != 0 && (is_latin((char)c) || is_digit(c) || strchr("/-_.@'", (int)c) != NULL);
	return is_digit(c) || c == 0x2019 || c == 0xAD || c == 0x2011 ||
	       (c >= 0xAA && c < 0x590 && c != 0xAB && c != 0xBB && c != 0xBF) ||
	       ((first & 0x80) != 0 && c >= 0x590 && (c < 0x2000 || c >= 0x3040));
}

/* The character at i, 0 at the end. */
static uint32_t
char_at(struct span s, size_t i)
{
	return i < s.n ? utf8_next(s.s, s.n, &i) : 0;
}

/* What the document goes on with behind a text, as far as its first characters. */
static struct span
text_after(const xmlNode *n)
{
	const xmlNode *next = n->next;
	while (next != NULL && next->type == XML_ELEMENT_NODE && next->children != NULL)
		next = next->children;
	return next != NULL && next->type == XML_TEXT_NODE && next->content != NULL ? span_of((const char *)next->content)
	                                                                           : (struct span){"", 0};
}

/* Does a number stand there: figures, or Roman ones?  A single letter before a blank may be a word. */
static bool
starts_with_figure(struct span s)
{
	size_t i = 0, n = 0;
	while (i < s.n && is_blank(char_at(s, i)))
		utf8_next(s.s, s.n, &i);
	s = span_sub(s, i, s.n);
	if (is_digit(char_at(s, 0)))
		return true;
	while (n < s.n && strchr("IVXLC", s.s[n]) != NULL)
		n++;
	uint32_t next = char_at(s, n);
	return n > 0 && n < 8 && (next == '.' || !goes_on(next, 'I')) && (n > 1 || !is_blank(next));
}

static bool
ends_with_figure(struct span s)
{
	size_t i = s.n;
	uint32_t c = 0;
	while (i > 0 && is_blank(c = utf8_prev(s.s, &i)))
		;
	return is_digit(c);
}

/* Is the form at byte i of the text?  A blank in it stands for any one. */
static size_t
same_text(struct span text, size_t i, struct span form)
{
	size_t from = i;
	for (size_t k = 0; k < form.n;) {
		uint32_t a = char_at(text, i), b = utf8_next(form.s, form.n, &k);
		if (i >= text.n || (a != b && !(b == ' ' && is_blank(a))))
			return 0;
		utf8_next(text.s, text.n, &i);
	}
	return i - from;
}

/* The form that begins at byte i, NULL when there is none; *n gets its length. */
static const struct form *
form_at(const struct short_forms *s, const xmlNode *node, struct span text, size_t i, size_t *n)
{
	for (const struct form *f = s->by_byte[(unsigned char)text.s[i]]; f != NULL; f = f->next) {
		if ((*n = same_text(text, i, f->text)) == 0)
			continue;
		struct span rest = span_sub(text, i + *n, text.n);
		size_t before = i;
		if (i > 0 && goes_on(utf8_prev(text.s, &before), text.s[i]))
			continue;
		if (f->figure == FIGURE_AFTER && !starts_with_figure(span_trim(rest).n > 0 ? rest : text_after(node)))
			continue;
		if (f->figure == FIGURE_BEFORE && !ends_with_figure(span_sub(text, 0, i)))
			continue;
		if (f->figure != FIGURE_AFTER && rest.n > 0 && goes_on(char_at(rest, 0), text.s[i]) && rest.s[0] != '.')
			continue;
		return f;
	}
	return NULL;
}

/* ---- the function ---- */

static void
add_piece(xmlXPathObject *pieces, xmlDoc *to, const struct form *form, struct span text)
{
	if (text.n == 0)
		return;
	xmlNode *piece = xmlNewDocTextLen(to, BAD_CAST text.s, (int)text.n);
	if (form != NULL) {
		xmlNode *element = xmlNewDocNode(to, NULL, BAD_CAST "short", NULL);
		xmlNewProp(element, BAD_CAST "full", BAD_CAST form->full.s);
		xmlAddChild(element, piece);
		piece = element;
	}
	piece = xmlAddChild((xmlNode *)to, piece);
	xmlXPathNodeSetAddUnique(pieces->nodesetval, piece);
}

static bool
same_language(const struct short_forms *s, const xmlNode *text)
{
	xmlChar *lang = xmlNodeGetLang(text);
	bool same = lang == NULL || xmlStrncasecmp(lang, BAD_CAST s->lang, 2) == 0;
	xmlFree(lang);
	return same;
}

/* The pieces of a text; one without short forms is its own. */
static void
split(struct short_forms *s, xsltTransformContext *ctxt, xmlNode *node, xmlXPathObject *pieces)
{
	struct span text = span_of((const char *)node->content);
	xmlDoc *to = NULL;
	size_t done = 0, n;
	for (size_t i = 0; i < text.n; i++) {
		if (s->by_byte[(unsigned char)text.s[i]] == NULL || (i > 0 && is_latin(text.s[i - 1])))
			continue;
		const struct form *f = form_at(s, node, text, i, &n);
		if (f == NULL)
			continue;
		if (to == NULL) {
			if (!same_language(s, node) || (to = xsltCreateRVT(ctxt)) == NULL)
				break;
			xsltRegisterLocalRVT(ctxt, to);
		}
		add_piece(pieces, to, NULL, span_sub(text, done, i));
		add_piece(pieces, to, f, span_sub(text, i, i + n));
		done = i + n;
		i = done - 1;
	}
	if (to != NULL)
		add_piece(pieces, to, NULL, span_sub(text, done, text.n));
	else
		xmlXPathNodeSetAddUnique(pieces->nodesetval, node);
}

static void
split_function(xmlXPathParserContext *p, int nargs)
{
	xmlXPathObject *words = nargs == 1 ? valuePop(p) : NULL;
	if (words == NULL || words->type != XPATH_NODESET) {
		xmlXPathFreeObject(words);
		xmlXPathSetArityError(p);
		return;
	}
	xsltTransformContext *ctxt = xsltXPathGetTransformContext(p);
	struct short_forms *s = ((struct xslt_run *)ctxt->_private)->short_forms;
	xmlNode *node = p->context->node;
	xmlXPathObject *pieces = xmlXPathNewNodeSet(NULL);
	if (node != NULL && node->type == XML_TEXT_NODE && node->content != NULL) {
		if (!xmlXPathNodeSetIsEmpty(words->nodesetval))
			read_list(s, words->nodesetval);
		split(s, ctxt, node, pieces);
	}
	xmlXPathFreeObject(words);
	valuePush(p, pieces);
}

struct short_forms *
short_forms_new(xsltTransformContext *ctxt)
{
	struct short_forms *s = xcalloc(1, sizeof *s);
	s->arena = arena_new();
	xsltRegisterExtFunction(ctxt, BAD_CAST "split", BAD_CAST SHORT_FORMS_NS, split_function);
	return s;
}

void
short_forms_free(struct short_forms *s)
{
	arena_free(s->arena);
	free(s);
}
