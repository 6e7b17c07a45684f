/* SPDX-License-Identifier: MIT */
#include "pdf/open.h"

/* What libqpdf found last, "" for nothing; *locked when it wants a password. */
static const char *
fault(qpdf_data q, bool *locked)
{
	qpdf_error e = qpdf_has_error(q) ? qpdf_get_error(q) : NULL;
	*locked = e != NULL && qpdf_get_error_code(q, e) == qpdf_e_password;
	return e != NULL ? qpdf_get_error_full_text(q, e) : "";
}

qpdf_data
pdf_open(struct span pdf, const char *name, struct diag *d)
{
	qpdf_data q = qpdf_init();
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	bool ok = !(qpdf_read_memory(q, name, pdf.s, pdf.n, NULL) & QPDF_ERRORS);
	if (ok && qpdf_oh_is_dictionary(q, qpdf_get_root(q)))
		return q;
	bool locked;
	const char *what = fault(q, &locked);
	diag(d, DIAG_PDF_UNREADABLE, (struct pos){.file = name}, "%s%s", what,
	    locked ? "; save it without its password" : "");
	pdf_close(q);
	return NULL;
}

const char *
pdf_fault(qpdf_data q)
{
	bool locked;
	return fault(q, &locked);
}

/* A fault that nobody asked for would be printed. */
void
pdf_close(qpdf_data q)
{
	pdf_fault(q);
	qpdf_cleanup(&q);
}
