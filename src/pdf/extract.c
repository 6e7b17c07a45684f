/* SPDX-License-Identifier: MIT */
#include "pdf/extract.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/open.h"

/* Nodes of the name tree that are looked at; a tree that goes in circles ends here. */
#define NODES 4000
#define NAME_BYTES 200

struct extraction {
	qpdf_data q;
	struct arena *arena;
	struct pdf_file *file;
	size_t n, cap;
	struct diag *diag;
	struct pos pos;     /* the PDF */
};

static bool
taken(const struct extraction *x, const char *name)
{
	for (size_t i = 0; i < x->n; i++)
		if (strcmp(x->file[i].name, name) == 0)
			return true;
	return false;
}

/* The last part of the name as it is safe in any folder. */
static const char *
plain_name(struct extraction *x, const char *given)
{
	struct buf b = {0};
	size_t n = strlen(given), i = n;
	while (i > 0 && given[i - 1] != '/' && given[i - 1] != '\\')
		i--;
	i += strspn(given + i, ". ");
	while (i < n && b.n < NAME_BYTES) {
		uint32_t c = utf8_next(given, n, &i);
		if (c != UTF8_BAD && c >= 0x20 && c != 0x7F && strchr(":*?\"<>|", c < 0x80 ? (int)c : 'x') == NULL)
			buf_addu(&b, c);
	}
	const char *base = b.n > 0 ? arena_strndup(x->arena, b.data, b.n) : "attachment", *name = base;
	for (unsigned k = 2; taken(x, name); k++)
		name = arena_printf(x->arena, "%u-%s", k, base);
	buf_free(&b);
	return name;
}

static bool
take(struct extraction *x, qpdf_oh spec)
{
	qpdf_oh files = qpdf_oh_get_key(x->q, spec, "/EF"), name = qpdf_oh_get_key(x->q, spec, "/UF");
	if (!qpdf_oh_is_string(x->q, name))
		name = qpdf_oh_get_key(x->q, spec, "/F");
	qpdf_oh stream = qpdf_oh_get_key(x->q, files, qpdf_oh_has_key(x->q, files, "/UF") ? "/UF" : "/F");
	const char *given = arena_strdup(x->arena, qpdf_oh_is_string(x->q, name) ? qpdf_oh_get_utf8_value(x->q, name) : "");
	unsigned char *data = NULL;
	size_t n = 0;
	QPDF_BOOL whole = QPDF_FALSE;
	if (!qpdf_oh_is_stream(x->q, stream) ||
	    (qpdf_oh_get_stream_data(x->q, stream, qpdf_dl_all, &whole, &data, &n) & QPDF_ERRORS) || !whole ||
	    x->n == PDF_FILES) {
		diag(x->diag, DIAG_PDF_UNREADABLE, x->pos, "embedded file \"%s\"", given);
		free(data);
		return false;
	}
	struct pdf_file f = {.name = plain_name(x, given)};
	f.bytes = (struct span){arena_strndup(x->arena, (const char *)data, n), n};
	*VEC_PUSH(x->arena, x->file, x->n, x->cap) = f;
	free(data);
	return true;
}

/* Walk the name tree in order, with a list of the nodes still to be seen. */
static bool
walk(struct extraction *x, qpdf_oh root)
{
	qpdf_oh *open = ARENA_ARRAY(x->arena, qpdf_oh, NODES);
	size_t nopen = 1, seen = 1;
	open[0] = root;
	while (nopen > 0) {
		qpdf_oh node = open[--nopen];
		qpdf_oh names = qpdf_oh_get_key(x->q, node, "/Names"), kids = qpdf_oh_get_key(x->q, node, "/Kids");
		int n = qpdf_oh_is_array(x->q, names) ? qpdf_oh_get_array_n_items(x->q, names) : 0;
		for (int i = 1; i < n; i += 2)
			if (!take(x, qpdf_oh_get_array_item(x->q, names, i)))
				return false;
		for (int i = qpdf_oh_is_array(x->q, kids) ? qpdf_oh_get_array_n_items(x->q, kids) : 0; i > 0; i--) {
			if (seen++ == NODES) {
				diag(x->diag, DIAG_PDF_UNREADABLE, x->pos, "the tree of embedded files is endless");
				return false;
			}
			open[nopen++] = qpdf_oh_get_array_item(x->q, kids, i - 1);
		}
	}
	return true;
}

bool
pdf_extract(struct arena *arena, struct span pdf, const char *name, struct pdf_file **out, size_t *n, struct diag *d)
{
	struct extraction x = {.q = pdf_open(pdf, name, d), .arena = arena, .diag = d, .pos = {.file = name}};
	if (x.q == NULL)
		return false;
	qpdf_oh names = qpdf_oh_get_key(x.q, qpdf_get_root(x.q), "/Names");
	bool ok = !qpdf_oh_is_dictionary(x.q, names) || !qpdf_oh_has_key(x.q, names, "/EmbeddedFiles") ||
	          walk(&x, qpdf_oh_get_key(x.q, names, "/EmbeddedFiles"));
	if (ok && qpdf_has_error(x.q)) {
		diag(d, DIAG_PDF_UNREADABLE, x.pos, "%s", pdf_fault(x.q));
		ok = false;
	}
	*out = x.file;
	*n = x.n;
	pdf_close(x.q);
	return ok;
}
