/* SPDX-License-Identifier: MIT */
/*
 * fuzz_docx.c - any bytes as a part of a Word document, through every stage up to the report XML and
 * its check.  The first byte chooses the part: body, numbering, styles, notes or what leads to them; or
 * the container itself.
 */
#include <stdint.h>
#include <string.h>

#include <zip.h>

#include "fuzz/recognised.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PARTS 5
#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

static const char rels[] =
    "<Relationships><Relationship Id='n' Type='" REL "numbering' Target='numbering.xml'/>"
    "<Relationship Id='s' Type='" REL "styles' Target='styles.xml'/>"
    "<Relationship Id='f' Type='" REL "footnotes' Target='footnotes.xml'/></Relationships>";
static const char body[] =
    "<w:document " W "><w:body><w:p><w:pPr><w:pStyle w:val='A'/>"
    "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:t>x</w:t><w:footnoteReference w:id='1'/></w:r></w:p></w:body></w:document>";

static void
add(zip_t *z, const char *name, const void *s, size_t n)
{
	if (zip_file_add(z, name, zip_source_buffer(z, s, n, 0), 0) < 0)
		abort();
}

/* A container whose part `which` is the input. */
static struct span
pack(struct arena *a, const uint8_t *data, size_t n, unsigned which)
{
	static const char *const names[PARTS] = {"word/document.xml", "word/numbering.xml", "word/styles.xml",
	                                         "word/footnotes.xml", "word/_rels/document.xml.rels"};
	zip_error_t e;
	zip_error_init(&e);
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &e);
	zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, &e);
	zip_source_keep(to);
	if (which != 0)
		add(z, names[0], body, sizeof body - 1);
	add(z, names[which], data, n);
	if (which != PARTS - 1)
		add(z, names[PARTS - 1], rels, sizeof rels - 1);
	if (zip_close(z) != 0 || zip_source_open(to) != 0)
		abort();
	zip_source_seek(to, 0, SEEK_END);
	size_t size = (size_t)zip_source_tell(to);
	zip_source_seek(to, 0, SEEK_SET);
	char *s = arena_alloc(a, size + 1);
	zip_source_read(to, s, size);
	zip_source_close(to);
	zip_source_free(to);
	zip_error_fini(&e);
	return (struct span){s, size};
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n == 0)
		return 0;
	unsigned part = data[0] % (PARTS + 1);
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {0};
	struct span bytes = part == PARTS ? (struct span){arena_strndup(a, (const char *)data + 1, n - 1), n - 1}
	                                  : pack(a, data + 1, n - 1, part);
	xmlFreeDoc(recognised(a, bytes, SOURCE_DOCX, &options, d));
	diag_free(d);
	arena_free(a);
	return 0;
}
