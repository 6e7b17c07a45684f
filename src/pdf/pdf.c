/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pdf/pdf.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pdf/finish.h"

qpdf_oh
pdf_parse(struct finish *f, const char *fmt, ...)
{
	char *text = NULL;
	va_list ap;
	va_start(ap, fmt);
	if (vasprintf(&text, fmt, ap) < 0)
		abort();
	va_end(ap);
	qpdf_oh oh = qpdf_oh_parse(f->q, text);
	free(text);
	return oh;
}

void
pdf_put(struct finish *f, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(f->q, dict, key, value);
}

void
pdf_put_name(struct finish *f, qpdf_oh dict, const char *key, const char *name)
{
	/* libqpdf takes the name as it is meant and escapes what a file needs. */
	pdf_put(f, dict, key, qpdf_oh_new_name(f->q, arena_printf(f->arena, "/%s", name)));
}

void
pdf_put_text(struct finish *f, qpdf_oh dict, const char *key, const char *utf8)
{
	if (utf8 != NULL)
		pdf_put(f, dict, key, qpdf_oh_new_unicode_string(f->q, utf8));
}

qpdf_oh
pdf_stream(struct finish *f, struct span bytes, const char *dict_entries)
{
	qpdf_oh stream = qpdf_oh_new_stream(f->q), null = qpdf_oh_new_null(f->q);
	qpdf_oh dict = qpdf_oh_get_dict(f->q, stream), entries = pdf_parse(f, "<<%s>>", dict_entries);
	qpdf_oh_begin_dict_key_iter(f->q, entries);
	while (qpdf_oh_dict_more_keys(f->q)) {
		const char *key = qpdf_oh_dict_next_key(f->q);
		pdf_put(f, dict, key, qpdf_oh_get_key(f->q, entries, key));
	}
	qpdf_oh_replace_stream_data(f->q, stream, (const unsigned char *)bytes.s, bytes.n, null, null);
	return stream;
}

/* Cairo leaves out the map from CIDs to glyphs that both standards ask for. */
static void
fonts(struct finish *f, qpdf_oh page)
{
	qpdf_oh all = qpdf_oh_get_key(f->q, qpdf_oh_get_key(f->q, page, "/Resources"), "/Font");
	if (!qpdf_oh_is_dictionary(f->q, all))
		return;
	qpdf_oh_begin_dict_key_iter(f->q, all);
	while (qpdf_oh_dict_more_keys(f->q)) {
		qpdf_oh font = qpdf_oh_get_key(f->q, all, qpdf_oh_dict_next_key(f->q));
		qpdf_oh below = qpdf_oh_get_key(f->q, font, "/DescendantFonts");
		if (!qpdf_oh_is_array(f->q, below))
			continue;
		qpdf_oh cid = qpdf_oh_get_array_item(f->q, below, 0);
		if (qpdf_oh_is_name_and_equals(f->q, qpdf_oh_get_key(f->q, cid, "/Subtype"), "/CIDFontType2") &&
		    !qpdf_oh_has_key(f->q, cid, "/CIDToGIDMap"))
			pdf_put_name(f, cid, "/CIDToGIDMap", "Identity");
	}
}

/* The document's date, else SOURCE_DATE_EPOCH, in PDF's digits; never the clock. */
static const char *
date_of(struct finish *f, const struct pdf_info *info)
{
	const char *d = info != NULL ? info->date : NULL, *epoch = getenv("SOURCE_DATE_EPOCH");
	if (d != NULL && strlen(d) == 10 && strspn(d, "0123456789-") == 10)
		return arena_printf(f->arena, "%.4s%.2s%.2s000000Z", d, d + 5, d + 8);
	if (epoch == NULL)
		return NULL;
	char *end, text[32];
	time_t t = (time_t)strtoll(epoch, &end, 10);
	struct tm tm;
	if (*epoch == '\0' || *end != '\0' || gmtime_r(&t, &tm) == NULL || tm.tm_year < 0 || tm.tm_year > 8099 ||
	    strftime(text, sizeof text, "%Y%m%d%H%M%SZ", &tm) == 0)
		return NULL;
	return arena_strdup(f->arena, text);
}

static bool
edit(struct finish *f, const struct pdf_attachment *a, size_t n)
{
	const struct pages *p = f->pages;
	if ((size_t)qpdf_get_num_pages(f->q) != p->npage) {
		diag(f->diag, DIAG_PDF_FAILED, (struct pos){0}, "the drawing has another number of pages");
		return false;
	}
	f->root = qpdf_get_root(f->q);
	f->page = ARENA_ARRAY(f->arena, qpdf_oh, p->npage + 1);
	f->elem = ARENA_ARRAY(f->arena, qpdf_oh, p->nselem + 1);
	f->first = ARENA_ARRAY(f->arena, struct mark *, p->nselem + 1);
	f->last = ARENA_ARRAY(f->arena, struct mark *, p->nselem + 1);
	f->parents = qpdf_oh_new_array(f->q);
	for (size_t i = 0; i < p->npage; i++) {
		f->page[i] = qpdf_get_page_n(f->q, i);
		/* Cairo makes every page a transparency group, which asks for a blending space. */
		qpdf_oh_remove_key(f->q, f->page[i], "/Group");
		fonts(f, f->page[i]);
	}
	tree_elements(f);
	if (!marks_rewrite(f))
		return false;
	links_write(f);
	tree_write(f);
	meta_attach(f, a, n);
	return meta_write(f);
}

static bool
write_out(struct finish *f, struct buf *out)
{
	if (qpdf_init_write_memory(f->q) & QPDF_ERRORS)
		return false;
	qpdf_set_object_stream_mode(f->q, qpdf_o_generate);
	qpdf_set_newline_before_endstream(f->q, QPDF_TRUE);
	qpdf_set_deterministic_ID(f->q, QPDF_TRUE);
	qpdf_force_pdf_version(f->q, "1.7");
	if (qpdf_write(f->q) & QPDF_ERRORS)
		return false;
	buf_add(out, qpdf_get_buffer(f->q), qpdf_get_buffer_length(f->q));
	return true;
}

bool
pdf_finish(struct span raw, const struct pages *pages, const struct pdf_attachment *a, size_t n,
           const struct pdf_info *info, struct buf *out, struct diag *d)
{
	bool ok = false;
	struct finish f = {.q = qpdf_init(), .arena = arena_new(), .pages = pages, .diag = d};
	qpdf_silence_errors(f.q);
	qpdf_set_suppress_warnings(f.q, QPDF_TRUE);
	f.date = date_of(&f, info);
	if (!(qpdf_read_memory(f.q, "drawing", raw.s, raw.n, NULL) & QPDF_ERRORS)) {
		if (!edit(&f, a, n))
			goto out;
		ok = write_out(&f, out);
	}
	if (!ok || qpdf_has_error(f.q)) {
		qpdf_error e = qpdf_get_error(f.q);
		diag(d, DIAG_PDF_FAILED, (struct pos){0}, "%s", e != NULL ? qpdf_get_error_full_text(f.q, e) : "");
		ok = false;
	}
out:
	qpdf_cleanup(&f.q);
	arena_free(f.arena);
	return ok;
}
