/* SPDX-License-Identifier: MIT */
/*
 * outputs.c - from a valid report document to PDF, EPUB and Akoma Ntoso, each read back and
 * compared with the document's text before anything is written.
 */
#include <string.h>

#include <libxml/hash.h>

#include "akn/akn.h"
#include "cli/job.h"
#include "epub/epub.h"
#include "layout/fault.h"
#include "layout/image.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/pdf.h"
#include "report/report_ask.h"
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

/* The text of an output equals the report's; the account notes it. */
static bool
same_text(struct job *j, struct account *account, xmlDoc *report, const char *output, struct buf *text)
{
	bool same = account != NULL ? account_output(account, output, buf_span(text), strcmp(output, "pdf") == 0, j->diag)
	                            : report_same_text(report, output, buf_span(text), j->diag);
	buf_free(text);
	job_lap(j, STAGE_ACCOUNT);
	return same;
}

static enum cli_exit
make_akn(struct job *j, xmlDoc *report, struct account *account, struct span *out)
{
	xmlDoc *akn = NULL;
	xmlChar *bytes = NULL;
	int n = 0;
	enum cli_exit status = CLI_INPUT;
	if (!xslt_apply(j->arena, "report-to-akn", report, parameters(j), &akn, j->diag) ||
	    !akn_check(akn, j->name, j->diag))
		goto out;
	struct buf text = {0};
	akn_text(akn, &text);
	xmlDocDumpMemoryEnc(akn, &bytes, &n, "UTF-8");
	*out = (struct span){arena_strndup(j->arena, (char *)bytes, (size_t)n), (size_t)n};
	job_lap(j, STAGE_AKN);
	status = same_text(j, account, report, "akn", &text) ? CLI_OK : CLI_ACCOUNT;
out:
	xmlFree(bytes);
	return status;
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

static enum cli_exit
make_pdf(struct job *j, xmlDoc *report, struct account *account, struct span xml, struct span akn,
         struct span *out)
{
	xmlDoc *fo = NULL;
	enum cli_exit status = CLI_INPUT;
	if (!xslt_apply(j->arena, "report-to-fo", report, parameters(j), &fo, j->diag))
		goto out;
	job_lap(j, STAGE_FO);
	if (j->options->dump == DUMP_FO) {
		status = dump_xml(j, fo);
		goto out;
	}
	const struct fo_tree *tree = job_fo(j, fo);
	struct pages *pages = tree != NULL ? job_pages(j, tree) : NULL;
	if (pages == NULL)
		goto out;
	if (j->options->dump >= DUMP_PAGES) {
		status = job_dump_pages(j, pages);
		goto out;
	}
	struct buf text = {0};
	pages_text(pages, &text);
	status = same_text(j, account, report, "pdf", &text) ? CLI_OK : CLI_ACCOUNT;
	if (status != CLI_OK)
		goto out;
	const struct pdf_attachment attached[] = {
	    {"report.akn.xml", "application/akn+xml", "Alternative", "The report as Akoma Ntoso", akn},
	    {"report.xml", "application/xml", "Source", "The report document this PDF was made from", xml},
	};
	struct pdf_info info = {.date = report_date(j->arena, report)};
	status = job_pdf(j, pages, attached, 2, &info, out);
out:
	return job_failure(j, status);
}

/* The pictures that the book shows and that can be used, each once. */
static struct epub_info
book_pictures(struct job *j, xmlNode *n)
{
	struct epub_resource *v = NULL;
	size_t nv = 0, cap = 0;
	xmlNode *root = n;
	xmlHashTable *seen = xmlHashCreate(16);
	while (n != NULL) {
		xmlChar *src = n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "img") == 0 ? xmlGetProp(n, BAD_CAST "src") : NULL;
		bool again = src == NULL || xmlHashAddEntry(seen, src, n) != 0;
		const char *why;
		const struct image *im = !again ? image_load(j->arena, j->name, &j->pictures, (const char *)src, (struct pos){0}, &why) : NULL;
		if (im != NULL || (!again && why == NULL))
			*VEC_PUSH(j->arena, v, nv, cap) = (struct epub_resource){arena_strdup(j->arena, (const char *)src),
			    im != NULL ? image_media_type(im) : NULL, im != NULL ? im->bytes : (struct span){NULL, 0}};
		xmlFree(src);
		if (n->children != NULL) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n == root ? NULL : n->next;
	}
	xmlHashFree(seen, NULL);
	return (struct epub_info){.resource = v, .nresource = nv};
}

static enum cli_exit
make_epub(struct job *j, xmlDoc *report, struct account *account, struct span *out)
{
	xmlDoc *xhtml = NULL;
	struct buf b = {0}, text = {0};
	enum cli_exit status = CLI_INPUT;
	if (!xslt_apply(j->arena, "report-to-xhtml", report, parameters(j), &xhtml, j->diag))
		goto out;
	struct epub_info info = book_pictures(j, xmlDocGetRootElement(xhtml));
	if (!epub_write(j->arena, xhtml, &info, &b, j->diag))
		goto out;
	epub_text(xhtml, &text);
	*out = job_keep(j, &b);
	job_lap(j, STAGE_EPUB);
	status = same_text(j, account, report, "epub", &text) ? CLI_OK : CLI_ACCOUNT;
out:
	buf_free(&b);
	return status;
}

enum cli_exit
job_outputs(struct job *j, xmlDoc *report, struct span xml, struct account *account)
{
	const struct options *o = j->options;
	struct span akn = {0}, bytes;
	enum cli_exit status = CLI_OK;
	if (o->dump == DUMP_NONE && (o->to & OUTPUT_XML) != 0)
		job_output(j, ".xml", xml);
	if (o->dump == DUMP_NONE && (o->to & (OUTPUT_XML | OUTPUT_AKN)) != 0)
		job_output_pictures(j);
	if (o->dump == DUMP_NONE && (o->to & (OUTPUT_AKN | OUTPUT_PDF)) != 0)
		status = make_akn(j, report, account, &akn);
	if (status == CLI_OK && o->dump == DUMP_NONE && (o->to & OUTPUT_AKN) != 0)
		job_output(j, ".akn.xml", akn);
	if (status == CLI_OK && (o->to & OUTPUT_PDF) != 0) {
		status = make_pdf(j, report, account, xml, akn, &bytes);
		if (status == CLI_OK && o->dump == DUMP_NONE)
			job_output(j, ".pdf", bytes);
	}
	if (status == CLI_OK && o->dump == DUMP_NONE && (o->to & OUTPUT_EPUB) != 0) {
		status = make_epub(j, report, account, &bytes);
		if (status == CLI_OK)
			job_output(j, ".epub", bytes);
	}
	return job_failure(j, status);
}
