/* SPDX-License-Identifier: MIT */
#include "pdf/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/checking.h"
#include "pdf/open.h"

void
check_fail(struct checking *c, enum diag_code code, const char *fmt, ...)
{
	char detail[256];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(detail, sizeof detail, fmt, ap);
	va_end(ap);
	diag(c->diag, code, c->pos, "%s", detail);
	c->ok = false;
}

const char *
check_name(struct checking *c, qpdf_oh oh)
{
	return qpdf_oh_is_name(c->q, oh) ? arena_strdup(c->arena, qpdf_oh_get_name(c->q, oh) + 1) : "";
}

bool
check_text(struct checking *c, qpdf_oh dict, const char *key)
{
	qpdf_oh s = qpdf_oh_get_key(c->q, dict, key);
	return qpdf_oh_is_string(c->q, s) && *qpdf_oh_get_utf8_value(c->q, s) != '\0';
}

/* BCP 47: letters, then parts of letters and digits. */
void
check_lang(struct checking *c, qpdf_oh dict, const char *what)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
	qpdf_oh lang = qpdf_oh_get_key(c->q, dict, "/Lang");
	if (qpdf_oh_is_null(c->q, lang))
		return;
	const char *s = qpdf_oh_is_string(c->q, lang) ? arena_strdup(c->arena, qpdf_oh_get_utf8_value(c->q, lang)) : "";
	size_t n = strspn(s, letters), part = n;
	bool ok = n >= 1 && n <= 8 && strcspn(s, "0123456789") >= n;
	for (; ok && s[n] != '\0'; n += 1 + part) {
		part = s[n] == '-' ? strspn(s + n + 1, letters) : 0;
		ok = part >= 1 && part <= 8;
	}
	if (!ok)
		check_fail(c, DIAG_PDF_CHECK_LANG, "\"%s\" in %s", s, what);
}

static bool
is_true(struct checking *c, qpdf_oh dict, const char *key)
{
	qpdf_oh v = qpdf_oh_is_dictionary(c->q, dict) ? qpdf_oh_get_key(c->q, dict, key) : qpdf_oh_new_null(c->q);
	return qpdf_oh_is_bool(c->q, v) && qpdf_oh_get_bool_value(c->q, v);
}

/* ISO 14289-1 7.1, 7.2: tagged, with a language and a title that is shown. */
static void
catalog(struct checking *c)
{
	if (!is_true(c, qpdf_oh_get_key(c->q, c->root, "/MarkInfo"), "/Marked"))
		check_fail(c, DIAG_PDF_CHECK_MARKED, "/MarkInfo has no /Marked true");
	if (!qpdf_oh_has_key(c->q, c->root, "/Lang"))
		check_fail(c, DIAG_PDF_CHECK_LANG, "the catalogue has no /Lang");
	check_lang(c, c->root, "the catalogue");
	if (!is_true(c, qpdf_oh_get_key(c->q, c->root, "/ViewerPreferences"), "/DisplayDocTitle"))
		check_fail(c, DIAG_PDF_CHECK_TITLE, "/DisplayDocTitle is not true");
	qpdf_oh intents = qpdf_oh_get_key(c->q, c->root, "/OutputIntents");
	if (!qpdf_oh_is_array(c->q, intents) || qpdf_oh_get_array_n_items(c->q, intents) == 0)
		check_fail(c, DIAG_PDF_CHECK_INTENT, "the catalogue has no /OutputIntents");
}

/* The identifiers of both standards and the title (ISO 14289-1 5, ISO 19005-3 6.6.4). */
static void
metadata(struct checking *c)
{
	static const char *const wanted[] = {"pdfuaid:part>1<", "pdfaid:part>3<", "pdfaid:conformance>A<", "dc:title>"};
	qpdf_oh stream = qpdf_oh_get_key(c->q, c->root, "/Metadata");
	unsigned char *data = NULL;
	size_t n = 0;
	QPDF_BOOL whole = QPDF_FALSE;
	if (qpdf_oh_is_stream(c->q, stream))
		qpdf_oh_get_stream_data(c->q, stream, qpdf_dl_all, &whole, &data, &n);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (data == NULL || span_find((struct span){(const char *)data, n}, span_of(wanted[i])) == SIZE_MAX)
			check_fail(c, DIAG_PDF_CHECK_XMP, "%s", wanted[i]);
	free(data);
}

static void
font(struct checking *c, qpdf_oh f, size_t page)
{
	const char *base = check_name(c, qpdf_oh_get_key(c->q, f, "/BaseFont"));
	qpdf_oh real = f, below = qpdf_oh_get_key(c->q, f, "/DescendantFonts");
	if (qpdf_oh_is_array(c->q, below) && qpdf_oh_get_array_n_items(c->q, below) > 0)
		real = qpdf_oh_get_array_item(c->q, below, 0);
	qpdf_oh d = qpdf_oh_get_key(c->q, real, "/FontDescriptor");
	if (strcmp(check_name(c, qpdf_oh_get_key(c->q, f, "/Subtype")), "Type3") != 0 &&
	    (!qpdf_oh_is_dictionary(c->q, d) ||
	     (!qpdf_oh_has_key(c->q, d, "/FontFile") && !qpdf_oh_has_key(c->q, d, "/FontFile2") &&
	      !qpdf_oh_has_key(c->q, d, "/FontFile3"))))
		check_fail(c, DIAG_PDF_CHECK_FONT, "%s on page %zu", base, page + 1);
	if (!qpdf_oh_has_key(c->q, f, "/ToUnicode") && !qpdf_oh_has_key(c->q, f, "/Encoding"))
		check_fail(c, DIAG_PDF_CHECK_UNICODE, "%s on page %zu", base, page + 1);
	else if (qpdf_oh_is_array(c->q, below) && !qpdf_oh_has_key(c->q, f, "/ToUnicode"))
		check_fail(c, DIAG_PDF_CHECK_UNICODE, "%s on page %zu", base, page + 1);
}

static void
page_fonts(struct checking *c, qpdf_oh page, size_t index)
{
	qpdf_oh resources = qpdf_oh_get_key(c->q, page, "/Resources");
	if (!qpdf_oh_is_dictionary(c->q, resources))
		return;
	qpdf_oh fonts = qpdf_oh_get_key(c->q, resources, "/Font");
	if (!qpdf_oh_is_dictionary(c->q, fonts))
		return;
	qpdf_oh_begin_dict_key_iter(c->q, fonts);
	while (qpdf_oh_dict_more_keys(c->q)) {
		qpdf_oh f = qpdf_oh_get_key(c->q, fonts, qpdf_oh_dict_next_key(c->q));
		if (qpdf_oh_is_dictionary(c->q, f))
			font(c, f, index);
	}
}

/* ISO 14289-1 7.18: links are described, stand in the structure, and tabs follow it. */
static void
page_links(struct checking *c, qpdf_oh page, size_t index)
{
	qpdf_oh list = qpdf_oh_get_key(c->q, page, "/Annots");
	int n = qpdf_oh_is_array(c->q, list) ? qpdf_oh_get_array_n_items(c->q, list) : 0;
	for (int i = 0; i < n; i++) {
		qpdf_oh a = qpdf_oh_get_array_item(c->q, list, i);
		if (!qpdf_oh_is_dictionary(c->q, a) || strcmp(check_name(c, qpdf_oh_get_key(c->q, a, "/Subtype")), "Link") != 0)
			continue;
		if (!check_text(c, a, "/Contents"))
			check_fail(c, DIAG_PDF_CHECK_LINK, "page %zu", index + 1);
		if (!qpdf_oh_is_integer(c->q, qpdf_oh_get_key(c->q, a, "/StructParent")))
			check_fail(c, DIAG_PDF_CHECK_LINK_TAG, "page %zu", index + 1);
	}
	if (n > 0 && strcmp(check_name(c, qpdf_oh_get_key(c->q, page, "/Tabs")), "S") != 0)
		check_fail(c, DIAG_PDF_CHECK_TABS, "page %zu", index + 1);
}

bool
pdf_check(struct span pdf, const char *name, struct diag *d)
{
	struct checking c = {.q = pdf_open(pdf, name, d), .diag = d, .pos = {.file = name}, .ok = true};
	if (c.q == NULL)
		return false;
	c.arena = arena_new();
	c.root = qpdf_get_root(c.q);
	catalog(&c);
	metadata(&c);
	bool whole = check_tree(&c);
	int n = qpdf_get_num_pages(c.q);
	c.npage = n > 0 ? (size_t)n : 0;
	c.page = ARENA_ARRAY(c.arena, struct marked_page, c.npage + 1);
	for (size_t i = 0; i < c.npage; i++) {
		qpdf_oh page = qpdf_get_page_n(c.q, i);
		page_fonts(&c, page, i);
		page_links(&c, page, i);
		check_content(&c, page, i);
	}
	if (whole)
		check_order(&c);
	if (n < 0 || (c.ok && qpdf_has_error(c.q)))
		check_fail(&c, DIAG_PDF_UNREADABLE, "%s", pdf_fault(c.q));
	pdf_close(c.q);
	arena_free(c.arena);
	return c.ok;
}
