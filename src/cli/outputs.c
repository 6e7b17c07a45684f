/* SPDX-License-Identifier: MIT */
/*
 * outputs.c - from a report document to PDF, EPUB and Akoma Ntoso, the text of each compared with
 * the document's before anything is written: of the PDF that of its pages, of the others that of
 * the documents they consist of.
 */
#include <string.h>

#include <libxml/hash.h>

#include "akn/akn.h"
#include "base/beside.h"
#include "base/xml_walk.h"
#include "cli/job.h"
#include "epub/epub.h"
#include "fo/where.h"
#include "layout/fault.h"
#include "layout/image.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/pdf.h"
#include "pdf/write.h"
#include "report/report_ask.h"
#include "report/report_xml.h"
#include "xslt/xslt.h"

/* Names and values for the stylesheets: the style, then every --set. */
static const char *const *
parameters(struct job *j)
{
	const struct recognise_options *r = &j->options->recognise;
	const char **v = ARENA_ARRAY(j->arena, const char *, 2 * r->nset + 3);
	size_t n = 0;
	v[n++] = "style";
	v[n++] = j->options->style;
	for (size_t i = 0; i < r->nset; i++) {
		v[n++] = r->set[i].key;
		v[n++] = r->set[i].value;
	}
	return v;
}

/* An output in the making, and what comes of it. */
struct making {
	struct job job;          /* its own */
	const char *name;        /* as the account has it */
	struct account *account; /* of the draft behind the report; NULL = there is none */
	struct span xml;         /* the report document */
	xmlDoc **report;         /* the same parsed, for the other thread; NULL until asked for */
	enum cli_exit status;
	struct span bytes;
	struct buf text;         /* of the output */
	struct span packed_akn, packed_xml; /* for the PDF that carries them */
};

/*
 * The other thread's report document: a transformation leaves its marks in the one it works on.  Its
 * lines are those of the draft, where there is one, as in the first.
 */
static xmlDoc *
other_report(struct making *m)
{
	if (*m->report == NULL)
		*m->report = (m->account != NULL ? report_load_made : report_load)(m->xml, m->job.name, m->job.diag);
	return *m->report;
}

static void
make_akn(struct making *m, xmlDoc *report)
{
	struct job *j = &m->job;
	xmlDoc *akn = NULL;
	m->status = CLI_INPUT;
	if (!xslt_apply(j->arena, "report-to-akn", report, parameters(j), &akn, j->diag) ||
	    !akn_check(akn, j->name, j->diag))
		return;
	xmlChar *bytes = NULL;
	int n = 0;
	akn_text(akn, &m->text);
	xmlDocDumpMemoryEnc(akn, &bytes, &n, "UTF-8");
	m->bytes = (struct span){arena_strndup(j->arena, (char *)bytes, (size_t)n), (size_t)n};
	m->status = CLI_OK;
	xmlFree(bytes);
	job_lap(j, STAGE_AKN);
}

struct fo_tree *
job_fo(struct job *j, xmlDoc *doc)
{
	struct fo_tree *fo = fo_read(j->arena, doc, j->name, j->diag);
	if (fo != NULL)
		fo->pictures = &j->pictures;
	job_lap(j, STAGE_FO);
	return fo;
}

struct pages *
job_pages(struct job *j, const struct fo_tree *fo)
{
	struct fontset *fonts = job_fonts(j);
	if (fonts == NULL)
		return NULL;
	fontset_trim(fonts);
	struct pages *pages = layout_pages(j->arena, fo, fonts, j->diag);
	job_lap(j, STAGE_LAYOUT);
	return pages;
}

enum cli_exit
job_dump_pages(struct job *j, const struct pages *pages)
{
	struct buf b = {0};
	if (j->options->dump == DUMP_FAULTS)
		faults_json(pages, &b);
	else if (j->options->dump == DUMP_FAULTS_TEXT)
		faults_text(pages, &b);
	else
		pages_dump(pages, &b);
	return job_dump(j, &b);
}

enum cli_exit
job_pdf(struct job *j, const struct pages *pages, const struct pdf_attachment *attached, size_t n,
        const struct pdf_info *info, struct span *out)
{
	struct buf raw = {0}, finished = {0};
	enum cli_exit status = CLI_INPUT;
	const struct parts *parts = parts_of(j->arena, pages);
	if (!paint_parts(parts, &raw, j->diag))
		goto out;
	job_lap(j, STAGE_PAINT);
	if (!pdf_finish(buf_span(&raw), pages, parts, attached, n, info, &finished, j->diag))
		goto out;
	job_lap(j, STAGE_PDF);
	*out = job_keep(j, &finished);
	status = CLI_OK;
out:
	buf_free(&raw);
	buf_free(&finished);
	return status;
}

static enum cli_exit
dump_xml(struct job *j, xmlDoc *doc)
{
	xmlChar *bytes = NULL;
	int n = 0;
	struct buf b = {0};
	xmlDocDumpMemoryEnc(doc, &bytes, &n, "UTF-8");
	buf_add(&b, bytes, (size_t)n);
	xmlFree(bytes);
	return job_dump(j, &b);
}

/* The report document is valid; then Akoma Ntoso, which goes into the PDF too, as the document does. */
static void
check_report(void *making)
{
	struct making *m = making;
	struct job *j = &m->job;
	xmlDoc *report = other_report(m);
	m->status = report != NULL && report_validate(report, j->name, j->diag) ? CLI_OK : CLI_INPUT;
	job_lap(j, STAGE_REPORT);
	if (m->status == CLI_OK && j->options->dump == DUMP_NONE && (j->options->to & (OUTPUT_AKN | OUTPUT_PDF)) != 0)
		make_akn(m, report);
	if (m->bytes.s != NULL && (j->options->to & OUTPUT_PDF) != 0) {
		m->packed_akn = stream_pack(j->arena, m->bytes);
		m->packed_xml = stream_pack(j->arena, m->xml);
		job_lap(j, STAGE_PDF);
	}
}

/* The pages, or the dump that is wanted instead of them (NULL then, too). */
static struct pages *
make_pages(struct making *m, xmlDoc *report)
{
	struct job *j = &m->job;
	xmlDoc *fo = NULL;
	if (!xslt_apply(j->arena, "report-to-fo", report, parameters(j), &fo, j->diag))
		return NULL;
	job_lap(j, STAGE_FO);
	if (j->options->dump == DUMP_FO) {
		m->status = dump_xml(j, fo);
		return NULL;
	}
	where_follow(j->arena, fo, report);
	const struct fo_tree *tree = job_fo(j, fo);
	struct pages *pages = tree != NULL ? job_pages(j, tree) : NULL;
	if (pages == NULL)
		return NULL;
	if (j->options->dump >= DUMP_PAGES) {
		m->status = job_dump_pages(j, pages);
		return NULL;
	}
	pages_text(pages, &m->text);
	m->status = CLI_OK;
	return pages;
}

static void
make_pdf(struct making *m, xmlDoc *report, const struct pages *pages, const struct making *akn)
{
	const struct pdf_attachment attached[] = {
	    {"report.akn.xml", "application/akn+xml", "Alternative", "The report as Akoma Ntoso", akn->bytes,
	     akn->packed_akn},
	    {"report.xml", "application/xml", "Source", "The report document this PDF was made from", m->xml,
	     akn->packed_xml},
	};
	struct pdf_info info = {.date = report_date(m->job.arena, report)};
	job_start(&m->job);
	m->status = job_pdf(&m->job, pages, attached, 2, &info, &m->bytes);
}

/* The pictures that the book shows and that can be used, each once. */
static struct epub_info
book_pictures(struct job *j, xmlNode *root)
{
	struct epub_resource *v = NULL;
	size_t nv = 0, cap = 0;
	xmlHashTable *seen = xmlHashCreate(16);
	for (xmlNode *n = root; n != NULL; n = xml_next(root, n)) {
		bool img = n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "img") == 0;
		xmlChar *src = img ? xmlGetProp(n, BAD_CAST "src") : NULL;
		bool again = src == NULL || xmlHashAddEntry(seen, src, n) != 0;
		const char *why;
		const struct image *im = again ? NULL
		    : image_load(j->arena, j->name, &j->pictures, (const char *)src, (struct pos){0}, &why);
		if (im != NULL || (!again && why == NULL))
			*VEC_PUSH(j->arena, v, nv, cap) = (struct epub_resource){arena_strdup(j->arena, (const char *)src),
			    im != NULL ? image_media_type(im) : NULL, im != NULL ? im->bytes : (struct span){NULL, 0}};
		xmlFree(src);
	}
	xmlHashFree(seen, NULL);
	return (struct epub_info){.resource = v, .nresource = nv};
}

static void
make_epub(void *making)
{
	struct making *m = making;
	struct job *j = &m->job;
	xmlDoc *report = other_report(m), *xhtml = NULL;
	if (report == NULL || !xslt_apply(j->arena, "report-to-xhtml", report, parameters(j), &xhtml, j->diag))
		return;
	struct buf b = {0};
	struct epub_info info = book_pictures(j, xmlDocGetRootElement(xhtml));
	if (epub_write(j->arena, xhtml, &info, &b, j->diag)) {
		epub_text(xhtml, &m->text);
		m->bytes = job_keep(j, &b);
		m->status = CLI_OK;
	}
	buf_free(&b);
	job_lap(j, STAGE_EPUB);
}

static void
making_open(struct making *m, const struct job *j, const char *name, struct account *account, struct span xml,
            xmlDoc **report)
{
	*m = (struct making){.name = name, .account = account, .xml = xml, .report = report, .status = CLI_INPUT};
	job_part(&m->job, j);
}

/*
 * Take an output into the job, its text compared with the report's, which the account notes.  After a fault
 * in the output before, it is dropped as if nobody had begun it.
 */
static enum cli_exit
making_take(struct making *m, struct job *j, xmlDoc *report, enum cli_exit before)
{
	struct span text = buf_span(&m->text);
	job_take(j, &m->job, before == CLI_OK);
	if (before == CLI_OK && m->status == CLI_OK && m->bytes.s != NULL) {
		bool pdf = strcmp(m->name, "pdf") == 0;
		bool same = m->account != NULL ? account_output(m->account, m->name, text, pdf, j->diag)
		                               : report_same_text(report, m->name, text, j->diag);
		m->status = same ? CLI_OK : CLI_ACCOUNT;
		job_lap(j, STAGE_ACCOUNT);
	}
	buf_free(&m->text);
	return before != CLI_OK ? before : m->status;
}

/*
 * The document is checked and Akoma Ntoso made beside the pages, the EPUB beside the PDF; what is said of
 * them keeps its order.  A dump waits for the check, since what is printed cannot be taken back.
 */
enum cli_exit
job_outputs(struct job *j, xmlDoc *report, struct span xml, struct account *account)
{
	const struct options *o = j->options;
	bool files = o->dump == DUMP_NONE, wants_pdf = (o->to & OUTPUT_PDF) != 0;
	bool wants_epub = files && (o->to & OUTPUT_EPUB) != 0;
	/* nothing is transformed: one document is enough */
	xmlDoc *other = files && o->to == OUTPUT_XML ? report : NULL;
	struct making akn, pdf, epub;
	making_open(&akn, j, "akn", account, xml, &other);
	making_open(&pdf, j, "pdf", account, xml, NULL);
	making_open(&epub, j, "epub", account, xml, &other);

	struct beside *beside = files ? beside_start(check_report, &akn) : NULL;
	if (!files)
		check_report(&akn);
	const struct pages *pages = wants_pdf && (files || akn.status == CLI_OK) ? make_pages(&pdf, report) : NULL;
	beside_join(beside);
	enum cli_exit status = making_take(&akn, j, report, CLI_OK);

	epub.status = wants_epub ? epub.status : CLI_OK;
	beside = wants_epub && status == CLI_OK ? beside_start(make_epub, &epub) : NULL;
	if (pages != NULL && status == CLI_OK)
		make_pdf(&pdf, report, pages, &akn);
	beside_join(beside);
	pdf.status = wants_pdf ? pdf.status : CLI_OK;
	status = making_take(&pdf, j, report, status);
	status = making_take(&epub, j, report, status);
	if (other != report)
		xmlFreeDoc(other);

	if (files && (o->to & OUTPUT_XML) != 0)
		job_output(j, ".xml", xml);
	if (files && (o->to & (OUTPUT_XML | OUTPUT_AKN)) != 0)
		job_output_pictures(j);
	if (files && (o->to & OUTPUT_AKN) != 0)
		job_output(j, ".akn.xml", akn.bytes);
	if (files && wants_pdf)
		job_output(j, ".pdf", pdf.bytes);
	if (wants_epub)
		job_output(j, ".epub", epub.bytes);
	return job_failure(j, status);
}
