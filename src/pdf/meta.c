/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "pdf/finish.h"

#define SRGB_PROFILE "/usr/share/color/icc/sRGB.icc"
#define PROGRAM "Rapporteur"

static void
xmp_text(struct buf *b, const char *name, const char *kind, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	buf_printf(b, "<%s><rdf:%s><rdf:li%s>", name, kind, strcmp(kind, "Alt") == 0 ? " xml:lang=\"x-default\"" : "");
	buf_addxml(b, span_of(value));
	buf_printf(b, "</rdf:li></rdf:%s></%s>\n", kind, name);
}

/* The schema description that PDF/A asks for the PDF/UA identifier (ISO 19005-3 6.6.2.3). */
static void
xmp_extension(struct buf *b)
{
	buf_adds(b, "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
	            " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
	            " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	            "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	            "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
	            "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
	            "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	            "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	            "<pdfaProperty:name>part</pdfaProperty:name>\n"
	            "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	            "<pdfaProperty:category>internal</pdfaProperty:category>\n"
	            "<pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>\n"
	            "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	            "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n");
}

static void
xmp(struct finish *f, struct buf *b)
{
	const struct pages *p = f->pages;
	buf_adds(b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	            "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
	            " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
	            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
	            "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
	            "<pdfuaid:part>1</pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n");
	xmp_text(b, "dc:title", "Alt", p->title != NULL && *p->title != '\0' ? p->title : PROGRAM);
	xmp_text(b, "dc:creator", "Seq", p->author);
	xmp_text(b, "dc:description", "Alt", p->subject);
	xmp_text(b, "dc:language", "Bag", p->lang);
	buf_adds(b, "<xmp:CreatorTool>" PROGRAM "</xmp:CreatorTool>\n<pdf:Producer>" PROGRAM "</pdf:Producer>\n");
	if (p->keywords != NULL && *p->keywords != '\0') {
		buf_adds(b, "<pdf:Keywords>");
		buf_addxml(b, span_of(p->keywords));
		buf_adds(b, "</pdf:Keywords>\n");
	}
	if (f->date != NULL) {
		const char *d = f->date;
		char iso[32];
		snprintf(iso, sizeof iso, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d, d + 4, d + 6, d + 8, d + 10, d + 12);
		buf_printf(b, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", iso, iso);
	}
	buf_adds(b, "</rdf:Description>\n");
	xmp_extension(b);
	buf_adds(b, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
}

static void
information(struct finish *f)
{
	qpdf_oh info = qpdf_oh_new_dictionary(f->q);
	const struct pages *p = f->pages;
	pdf_put_text(f, info, "/Title", p->title != NULL && *p->title != '\0' ? p->title : PROGRAM);
	pdf_put_text(f, info, "/Author", p->author);
	pdf_put_text(f, info, "/Subject", p->subject);
	pdf_put_text(f, info, "/Keywords", p->keywords);
	pdf_put_text(f, info, "/Creator", PROGRAM);
	pdf_put_text(f, info, "/Producer", PROGRAM);
	if (f->date != NULL) {
		const char *date = arena_printf(f->arena, "D:%s", f->date);
		pdf_put_text(f, info, "/CreationDate", date);
		pdf_put_text(f, info, "/ModDate", date);
	}
	pdf_put(f, qpdf_get_trailer(f->q), "/Info", qpdf_make_indirect_object(f->q, info));
}

bool
meta_write(struct finish *f)
{
	struct span icc;
	if (!file_read(f->arena, SRGB_PROFILE, &icc, f->diag))
		return false;
	qpdf_oh intent = pdf_parse(f, "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
	                              "/Info(sRGB IEC61966-2.1)>>");
	pdf_put(f, intent, "/DestOutputProfile", pdf_stream(f, icc, "/N 3"));
	qpdf_oh intents = qpdf_oh_new_array(f->q);
	qpdf_oh_append_item(f->q, intents, intent);
	pdf_put(f, f->root, "/OutputIntents", intents);
	struct buf b = {0};
	xmp(f, &b);
	pdf_put(f, f->root, "/Metadata", pdf_stream(f, buf_span(&b), "/Type/Metadata/Subtype/XML"));
	buf_free(&b);
	pdf_put_text(f, f->root, "/Lang", f->pages->lang != NULL ? f->pages->lang : "und");
	pdf_put(f, f->root, "/ViewerPreferences",
	        pdf_parse(f, "<</DisplayDocTitle true%s>>", f->pages->rtl ? "/Direction/R2L" : ""));
	information(f);
	return true;
}

static int
by_name(const void *a, const void *b)
{
	const struct pdf_attachment *x = a, *y = b;
	return strcmp(x->name, y->name);
}

void
meta_attach(struct finish *f, const struct pdf_attachment *given, size_t n)
{
	if (n == 0)
		return;
	/* A name tree is sorted (ISO 32000-1 7.9.6). */
	struct pdf_attachment *a = ARENA_ARRAY(f->arena, struct pdf_attachment, n);
	memcpy(a, given, n * sizeof *a);
	qsort(a, n, sizeof *a, by_name);
	qpdf_oh names = qpdf_oh_new_array(f->q), associated = qpdf_oh_new_array(f->q);
	for (size_t i = 0; i < n; i++) {
		qpdf_oh stream = pdf_stream(f, a[i].bytes, "/Type/EmbeddedFile");
		qpdf_oh dict = qpdf_oh_get_dict(f->q, stream), files = qpdf_oh_new_dictionary(f->q);
		pdf_put_name(f, dict, "/Subtype", a[i].mime);
		pdf_put(f, dict, "/Params", pdf_parse(f, "<</Size %zu/ModDate(D:%s)>>", a[i].bytes.n,
		                                      f->date != NULL ? f->date : "19700101000000Z"));
		qpdf_oh spec = qpdf_make_indirect_object(f->q, pdf_parse(f, "<</Type/Filespec>>"));
		pdf_put(f, spec, "/F", qpdf_oh_new_string(f->q, a[i].name));
		pdf_put_text(f, spec, "/UF", a[i].name);
		pdf_put_text(f, spec, "/Desc", a[i].description);
		pdf_put_name(f, spec, "/AFRelationship", a[i].relationship);
		pdf_put(f, files, "/F", stream);
		pdf_put(f, files, "/UF", stream);
		pdf_put(f, spec, "/EF", files);
		qpdf_oh_append_item(f->q, names, qpdf_oh_new_string(f->q, a[i].name));
		qpdf_oh_append_item(f->q, names, spec);
		qpdf_oh_append_item(f->q, associated, spec);
	}
	qpdf_oh tree = qpdf_oh_new_dictionary(f->q), root = qpdf_oh_new_dictionary(f->q);
	pdf_put(f, tree, "/Names", names);
	pdf_put(f, root, "/EmbeddedFiles", tree);
	pdf_put(f, f->root, "/Names", root);
	pdf_put(f, f->root, "/AF", associated);
}
