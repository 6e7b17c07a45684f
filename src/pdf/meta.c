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

static void
xmp_plain(struct buf *b, const char *name, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	buf_printf(b, "<%s>", name);
	buf_addxml(b, span_of(value));
	buf_printf(b, "</%s>\n", name);
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
	xmp_text(b, "dc:publisher", "Bag", p->publisher);
	xmp_text(b, "dc:language", "Bag", p->lang);
	xmp_text(b, "dc:date", "Seq", date_is_whole(p->date) ? p->date : NULL);
	xmp_plain(b, "dc:identifier", p->identifier);
	buf_adds(b, "<xmp:CreatorTool>" PROGRAM "</xmp:CreatorTool>\n<pdf:Producer>" PROGRAM "</pdf:Producer>\n");
	xmp_plain(b, "pdf:Keywords", p->keywords);
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

/* "/Title (...)" and the like; the trailer leads to this object. */
unsigned
meta_information(struct finish *f)
{
	const struct pages *p = f->pages;
	unsigned number = writer_reserve(f->w, 1);
	struct buf *b = writer_object(f->w, number);
	buf_adds(b, "<<");
	put_entry(b, "Title", p->title != NULL && *p->title != '\0' ? p->title : PROGRAM);
	put_entry(b, "Author", p->author);
	put_entry(b, "Subject", p->subject);
	put_entry(b, "Keywords", p->keywords);
	put_entry(b, "Creator", PROGRAM);
	put_entry(b, "Producer", PROGRAM);
	if (f->date != NULL)
		buf_printf(b, "/CreationDate(D:%s)/ModDate(D:%s)", f->date, f->date);
	buf_adds(b, ">>");
	return number;
}

bool
meta_write(struct finish *f)
{
	struct span icc;
	if (!file_read(f->arena, SRGB_PROFILE, &icc, f->diag))
		return false;
	unsigned profile = writer_reserve(f->w, 2), metadata = profile + 1;
	writer_stream(f->w, profile, "/N 3", icc, true);
	/* Left plain, so that tools that know nothing of PDF find it. */
	struct buf b = {0};
	xmp(f, &b);
	writer_stream(f->w, metadata, "/Type/Metadata/Subtype/XML", buf_span(&b), false);
	buf_free(&b);
	struct buf *c = &f->catalog;
	buf_printf(c, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
	              "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R>>]/Metadata %u 0 R", profile, metadata);
	put_entry(c, "Lang", f->pages->lang != NULL ? f->pages->lang : "und");
	buf_adds(c, "/ViewerPreferences<</DisplayDocTitle true");
	buf_adds(c, f->pages->rtl ? "/Direction/R2L>>" : ">>");
	return true;
}

static int
by_name(const void *a, const void *b)
{
	const struct pdf_attachment *x = a, *y = b;
	return strcmp(x->name, y->name);
}

/* A file: its stream and its specification, whose object is given. */
static unsigned
attach(struct finish *f, const struct pdf_attachment *a)
{
	unsigned spec = writer_reserve(f->w, 2), stream = spec + 1;
	struct buf entries = {0};
	buf_adds(&entries, "/Type/EmbeddedFile/Subtype");
	put_name(&entries, a->mime);
	buf_printf(&entries, "/Params<</Size %zu/ModDate(D:%s)>>", a->bytes.n, f->date != NULL ? f->date : "19700101000000Z");
	bool packed = a->packed.n > 0;
	buf_adds(&entries, packed ? STREAM_FILTER : "");
	writer_stream(f->w, stream, entries.data, packed ? a->packed : a->bytes, !packed);
	buf_free(&entries);
	struct buf *b = writer_object(f->w, spec);
	buf_adds(b, "<</Type/Filespec/F");
	put_string(b, span_of(a->name));
	put_entry(b, "UF", a->name);
	put_entry(b, "Desc", a->description);
	buf_adds(b, "/AFRelationship");
	put_name(b, a->relationship);
	buf_printf(b, "/EF<</F %u 0 R/UF %u 0 R>>>>", stream, stream);
	return spec;
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
	struct buf associated = {0};
	buf_adds(&f->catalog, "/Names<</EmbeddedFiles<</Names[");
	for (size_t i = 0; i < n; i++) {
		unsigned spec = attach(f, &a[i]);
		put_string(&f->catalog, span_of(a[i].name));
		put_ref(&f->catalog, spec);
		put_ref(&associated, spec);
	}
	buf_printf(&f->catalog, "]>>>>/AF[%s]", associated.data);
	buf_free(&associated);
}
