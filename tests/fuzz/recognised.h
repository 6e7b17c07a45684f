/* SPDX-License-Identifier: MIT */
/* recognised.h - what fuzz targets of drafts share: choose a form, read, recognise, and judge the result. */
#ifndef FUZZ_RECOGNISED_H
#define FUZZ_RECOGNISED_H

#include <stdint.h>
#include <stdlib.h>

#include "recognise/account.h"
#include "recognise/recognise.h"
#include "report/report_xml.h"
#include "source/source.h"

/* Any byte as the form of a draft. */
static inline enum source_form
form_of_byte(uint8_t byte)
{
	static const enum source_form forms[] = {SOURCE_AUTO, SOURCE_PAGE_DOUBLE, SOURCE_PAGE_SINGLE,
	                                         SOURCE_PAGE_LAYOUT, SOURCE_MARKDOWN, SOURCE_HTML};

	return forms[byte % (sizeof forms / sizeof *forms)];
}

/*
 * A draft becomes a valid report and its text account balances, whatever it holds and the options say.
 * The document, which the caller frees; NULL when there is no draft or the words of its language are
 * refused, with a report.
 */
static inline xmlDoc *
recognised_draft(struct arena *a, const struct draft *draft, const struct recognise_options *options, struct diag *d)
{
	struct account *account = account_new(a);
	struct report *report = draft != NULL ? recognise(a, draft, options, account, d) : NULL;
	if (report == NULL) {
		if (diag_count_from(d, DIAG_ERROR) == 0)
			abort();
		return NULL;
	}
	if (!account_close(account, report, d))
		abort();
	struct buf xml = {0};
	report_write(report, &xml);
	xmlDoc *doc = report_load(buf_span(&xml), "fuzz", d);
	buf_free(&xml);
	if (doc == NULL || !report_validate(doc, "fuzz", d))
		abort();
	for (size_t i = 0; i < diag_count(d); i++)
		if (diag_at(d, i)->code == DIAG_SRC_ACCOUNT)
			abort();
	return doc;
}

/* The same of its bytes. */
static inline xmlDoc *
recognised(struct arena *a, struct span bytes, enum source_form form, const struct recognise_options *options,
           struct diag *d)
{
	return recognised_draft(a, source_read(a, "fuzz", bytes, form, d), options, d);
}

#endif
