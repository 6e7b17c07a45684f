/* SPDX-License-Identifier: MIT */
/* kinds.c - what kind of file an input is by its first bytes, beside what its name says. */
#include <glib.h>
#include <string.h>
#include <strings.h>

#include "source/forms.h"

#define PDF_WITHIN 1024  /* bytes in which readers look for the header of a PDF */
#define HTML_WITHIN 4096 /* bytes in which a page begins; what may stand before it is short */
#define ENTRY_NAME 30    /* bytes of the first entry's head in a ZIP before its name */

static const struct kind {
	const char *name;
	const char *endings;   /* of file names, each with a dot before and a blank behind */
	const char *begins;    /* its first bytes, or NULL */
	const char *media;     /* of a ZIP: how its type begins, as its first entry has it, or NULL */
	enum source_form form; /* SOURCE_AUTO: it is not read */
	const char *instead;   /* what to do then */
} kinds[] = {
    {"a Rich Text document (RTF)", ".rtf ", "{\\rtf", NULL, SOURCE_AUTO, "save it as .docx in a word processor"},
    {"a document of old Word, or one with a password", ".doc .dot ", "\xD0\xCF\x11\xE0", NULL, SOURCE_AUTO,
     "save it as .docx without a password"},
    {"an OpenDocument file", ".odt .ott ", "PK\x03\x04", "application/vnd.oasis.opendocument", SOURCE_AUTO,
     "save it as .docx"},
    {"an EPUB", ".epub ", "PK\x03\x04", "application/epub+zip", SOURCE_AUTO,
     "unpack it, and give the HTML documents in it"},
    {"a Word document (DOCX)", ".docx .docm .dotx ", "PK\x03\x04", NULL, SOURCE_DOCX, NULL},
    {"a PDF", ".pdf ", NULL, NULL, SOURCE_PDF, NULL},
    {"HTML", ".html .htm .xhtml ", NULL, NULL, SOURCE_HTML, NULL},
    {"Markdown", ".md .markdown ", NULL, NULL, SOURCE_MARKDOWN, NULL},
};
#define KINDS (sizeof kinds / sizeof *kinds)

static const struct kind *
kind_named(const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t n = dot != NULL ? strlen(dot) : 0;
	for (size_t i = 0; n > 0 && i < KINDS; i++)
		for (const char *s = kinds[i].endings; *s != '\0'; s = strchr(s, ' ') + 1)
			if (strncasecmp(s, dot, n) == 0 && s[n] == ' ')
				return &kinds[i];
	return NULL;
}

static const struct kind *
kind_of_form(enum source_form form)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].form == form)
			return &kinds[i];
	return NULL;
}

/* OpenDocument 1.3, part 2, 3.3; OCF 3.3, 4.3: the type is the content of the first entry, which is not packed. */
static struct span
zip_media(struct span bytes)
{
	struct span entry = span_sub(bytes, ENTRY_NAME, bytes.n);
	return span_starts(entry, "mimetype") ? span_sub(entry, strlen("mimetype"), entry.n) : (struct span){0};
}

/* NULL when the bytes are text, or nothing that is known. */
static const struct kind *
kind_of_bytes(struct span bytes)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].begins != NULL && span_starts(bytes, kinds[i].begins) &&
		    (kinds[i].media == NULL || span_starts(zip_media(bytes), kinds[i].media)))
			return &kinds[i];
	bool pdf = span_find(span_sub(bytes, 0, PDF_WITHIN), SPAN_LIT("%PDF-")) != SIZE_MAX;
	return pdf ? kind_of_form(SOURCE_PDF) : NULL;
}

/* Behind the declaration and the comments at the beginning of XML; *xml: there is a declaration. */
static struct span
past_prolog(struct span s, bool *xml)
{
	*xml = span_starts(s, "<?xml");
	while (span_starts(s, "<?") || span_starts(s, "<!--")) {
		struct span close = span_starts(s, "<?") ? SPAN_LIT("?>") : SPAN_LIT("-->");
		size_t at = span_find(s, close);
		s = span_trim(span_sub(s, at == SIZE_MAX ? s.n : at + close.n, s.n));
	}
	return s;
}

static bool
begins_html(struct span s)
{
	static const char *const openings[] = {"<!doctype html", "<html", "<head", "<body", "<div", "<article"};
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (s.n > strlen(openings[i]) && strncasecmp(s.s, openings[i], strlen(openings[i])) == 0)
			return true;
	return false;
}

static bool
has_tag(struct span text)
{
	for (size_t i = 0; i + 1 < text.n; i++)
		if (text.s[i] == '<' && (g_ascii_isalpha(text.s[i + 1]) || strchr("/!?", text.s[i + 1]) != NULL))
			return true;
	return false;
}

static void
report_misnamed(const char *name, const struct kind *named, const struct kind *is, struct diag *d)
{
	if (named != NULL && named != is)
		diag(d, DIAG_SRC_MISNAMED, (struct pos){name, 0, 0}, "it is %s and read as such; mend its name", is->name);
}

bool
kind_of_input(const char *name, struct span bytes, enum source_form *form, struct diag *d)
{
	const struct kind *is = kind_of_bytes(bytes);
	if (is != NULL && is->form == SOURCE_AUTO) {
		diag(d, DIAG_SRC_KIND, (struct pos){name, 0, 0}, "it is %s: %s", is->name, is->instead);
		return false;
	}
	if (is != NULL && *form == SOURCE_AUTO) {
		report_misnamed(name, kind_named(name), is, d);
		*form = is->form;
	}
	return true;
}

bool
kind_of_text(const char *name, struct span text, enum source_form *form, struct diag *d)
{
	const struct kind *named = kind_named(name), *html = kind_of_form(SOURCE_HTML);
	bool xml;
	struct span start = past_prolog(span_trim(span_sub(text, 0, HTML_WITHIN)), &xml);
	if (named != NULL && named->form == SOURCE_MARKDOWN) {
		*form = SOURCE_MARKDOWN; /* HTML may stand anywhere in it */
	} else if (begins_html(start)) {
		report_misnamed(name, named, html, d);
		*form = SOURCE_HTML;
	} else if (named == html && has_tag(text)) {
		*form = SOURCE_HTML;
	} else if (named != NULL) {
		diag(d, DIAG_SRC_NAME, (struct pos){name, 0, 0},
		     "by its name it is %s, and what it holds is text; get the file again, or name it .txt", named->name);
		return false;
	} else if (xml) {
		diag(d, DIAG_SRC_KIND, (struct pos){name, 0, 0},
		     "it is XML: give report documents to transform, XSL-FO to typeset; save others as .docx");
		return false;
	}
	return true;
}
