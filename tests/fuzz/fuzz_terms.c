/* SPDX-License-Identifier: MIT */
/*
 * fuzz_terms.c - any bytes as a file of stylesheets/ that users may write: the terms of a language, the
 * list of languages, or a style.  A draft is recognised with them and turned into every output's XML.
 */
#define _GNU_SOURCE /* mkdtemp */
#include <stdint.h>
#include <stdio.h>

#include "akn/akn.h"
#include "base/file.h"
#include "epub/epub.h"
#include "fo/fo.h"
#include "fuzz/recognised.h"
#include "xslt/xslt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char text[] =
    "A/99/1\n\nDistr.: General\n\n3 August 2044\n\nReport of the Secretary-General on bells\n\nI. Scope\n\n"
    "1. The first paragraph, see paragraph 2.1\n\n(a) one item;\n\n(b) another;\n\nTable 1\n\nA. Ropes\n\n"
    "2. The second, of the thirty-first session.\n\n____\n\n1 Ibid., p. 3.\n\nAnnex II\n\nList\n\n";

static char folder[] = "/tmp/rapporteur-fuzz-XXXXXX";

static void
run(const char *command)
{
	char line[512];
	snprintf(line, sizeof line, command, folder, folder);
	if (system(line) != 0)
		abort();
}

static void
remove_folder(void)
{
	run("rm -r %s");
}

/* A copy of our data, which is changed for each input. */
static void
make_folder(void)
{
	static bool made;
	if (made)
		return;
	made = true;
	if (mkdtemp(folder) == NULL)
		abort();
	run("cp -R schemas stylesheets fonts %s");
	setenv("RAPPORTEUR_DATA", folder, 1);
	atexit(remove_folder);
}

static void
outputs(struct arena *a, xmlDoc *doc, const char *style, struct diag *d)
{
	const char *const params[] = {"style", style, NULL};
	struct buf seen = {0};
	xmlDoc *out;
	if (xslt_apply(a, "report-to-akn", doc, params, &out, d)) {
		akn_check(out, "fuzz", d);
		akn_text(out, &seen);
	}
	if (xslt_apply(a, "report-to-xhtml", doc, params, &out, d))
		epub_text(out, &seen);
	if (xslt_apply(a, "report-to-fo", doc, params, &out, d))
		fo_read(a, out, "fuzz", d);
	buf_free(&seen);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const names[] = {"terms/xx.xml", "terms/languages.xml", "styles/xx.xml"};
	if (n == 0)
		return 0;
	make_folder();
	unsigned which = data[0] % (sizeof names / sizeof *names);
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct recognise_options options = {.lang = which == 0 ? "xx" : which == 1 ? NULL : "en"};
	const char *path = arena_printf(a, "%s/stylesheets/%s", folder, names[which]);
	const char *kept = which == 1 ? arena_printf(a, "stylesheets/%s", names[which]) : NULL;
	struct span before = {0};
	if ((kept != NULL && !file_read(a, kept, &before, d)) ||
	    !file_write(path, (struct span){(const char *)data + 1, n - 1}, d))
		abort();
	xmlDoc *doc = recognised(a, SPAN_LIT(text), SOURCE_PAGE_DOUBLE, &options, d);
	if (doc != NULL)
		outputs(a, doc, which == 2 ? "xx" : "un", d);
	xmlFreeDoc(doc);
	if (kept != NULL && !file_write(path, before, d))
		abort();
	diag_free(d);
	arena_free(a);
	return 0;
}
