/* SPDX-License-Identifier: MIT */
/*
 * fuzz_draft.c - any bytes as a draft, through every stage up to the report XML and its check.
 * The first byte chooses the form.  The text account must balance whatever the draft holds.
 */
#include <stdint.h>
#include <stdlib.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "report/report_xml.h"
#include "source/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const enum source_form forms[] = {SOURCE_AUTO, SOURCE_PAGE_DOUBLE, SOURCE_PAGE_SINGLE,
	                                         SOURCE_PAGE_LAYOUT, SOURCE_MARKDOWN, SOURCE_HTML};
	if (n == 0)
		return 0;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct span bytes = {arena_strndup(a, (const char *)data + 1, n - 1), n - 1};
	struct draft *draft =
	    source_read(a, "fuzz", bytes, forms[data[0] % (sizeof forms / sizeof *forms)], d);
	if (draft != NULL) {
		struct recognise_options options = {0};
		struct account *account = account_new(a);
		struct report *report = recognise(a, draft, &options, account, d);
		if (report == NULL || !account_close(account, report, d))
			abort();
		struct buf xml = {0};
		report_write(report, &xml);
		xmlDoc *doc = report_load(buf_span(&xml), "fuzz", d);
		if (doc == NULL || !report_validate(doc, "fuzz", d))
			abort();
		xmlFreeDoc(doc);
		buf_free(&xml);
	}
	diag_free(d);
	arena_free(a);
	return 0;
}
