/* SPDX-License-Identifier: MIT */
/* docx_drawing.c - pictures, text boxes and drawings of a Word document. */
#include <string.h>

#include "base/xml_walk.h"
#include "source/docx_read.h"

/* The bytes of a picture are kept once. */
static void
keep_media(struct reader *r, const char *path)
{
	struct draft *draft = r->b.draft;
	struct span bytes;
	if (xmlHashAddEntry(r->kept, (const xmlChar *)path, r) != 0)
		return;
	if (!docx_bytes(&r->docx, path, &bytes))
		r->failed = true;
	else if (bytes.s != NULL)
		*VEC_PUSH(r->b.arena, draft->media, draft->nmedia, r->cap_media) = (struct media){path, bytes};
}

static void
lose(struct reader *r, const char *why)
{
	source_lose_picture(r->b.arena, r->b.draft, r->paragraphs, r->b.line.page, why, r->b.diag);
}

/* A picture by its relationship.  Those of headers are of the page. */
static void
put_picture(struct reader *r, const char *id, const char *words)
{
	bool external = false;
	const char *path = docx_target(&r->docx, id, &external);
	if (r->flat) {
		build_omit(&r->b, OMIT_PAGE_PICTURE, r->paragraphs);
		return;
	}
	if (path == NULL) {
		lose(r, "a picture that the document names but does not hold; put it in anew in Word");
		return;
	}
	if (!external)
		keep_media(r, path);
	docx_put_due(r);
	build_image(&r->b, path, words != NULL && words[0] != '\0' ? words : NULL, 0);
}

/* Charts and diagrams are drawn by Word from data; shapes have no picture either, but may hold words. */
static bool
is_drawn(const xmlNode *n)
{
	static const char *const drawn[] = {"/chart", "/diagram", "/wordprocessingGroup", "/wordprocessingCanvas",
	                                    "/wordprocessingShape", "/wordprocessingInk"};
	static const char *const shapes[] = {"shape", "group", "oval", "roundrect", "arc", "curve", "polyline"};
	const char *uri = docx_named(n, "graphicData") ? docx_attribute(n, "uri") : NULL;
	for (size_t i = 0; uri != NULL && i < sizeof drawn / sizeof *drawn; i++)
		if (strstr(uri, drawn[i]) != NULL)
			return true;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (docx_named(n, shapes[i]))
			return true;
	return false;
}

/* Rules are drawn as lines; nothing is lost with them. */
static bool
is_rule(const xmlNode *n)
{
	const char *shape = docx_named(n, "prstGeom") ? docx_attribute(n, "prst") : NULL;
	return docx_named(n, "line") ||
	       (shape != NULL && (strcmp(shape, "line") == 0 || strstr(shape, "Connector") != NULL));
}

void
docx_drawing(struct reader *r, const xmlNode *root)
{
	const char *words = NULL;
	unsigned shown = 0, drawn = 0;
	for (const xmlNode *n = root; n != NULL;) {
		bool box = docx_is(n, "txbxContent");
		if (box && r->nbox < FORM_DEPTH)
			r->box[r->nbox++] = n;
		else if (box)
			docx_leave_out(r, n, OMIT_BOX);
		if (docx_named(n, "docPr"))
			words = docx_attribute(n, "descr");
		else if (docx_named(n, "shape"))
			words = docx_attribute(n, "alt");
		else if (docx_named(n, "blip"))
			put_picture(r, docx_attribute(n, docx_attribute(n, "embed") != NULL ? "embed" : "link"), words);
		else if (docx_named(n, "imagedata"))
			put_picture(r, docx_attribute(n, "id"), words);
		shown += box || is_rule(n) || docx_named(n, "blip") || docx_named(n, "imagedata");
		drawn += is_drawn(n);
		n = box ? xml_skip(root, n) : xml_next(root, n);
	}
	if (docx_is(root, "object") && shown == 0)
		build_omit(&r->b, OMIT_EMBEDDED, r->paragraphs);
	else if (drawn > 0 && shown == 0 && !r->flat)
		lose(r, "a chart, diagram or drawing that Word draws; paste it into the document as a picture");
}

const xmlNode *
docx_alternate(const xmlNode *n)
{
	const xmlNode *choice = NULL, *fallback = NULL;
	if (!docx_named(n, "AlternateContent"))
		return NULL;
	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		if (docx_named(c, "Choice") && choice == NULL)
			choice = c;
		else if (docx_named(c, "Fallback"))
			fallback = c;
	}
	return choice != NULL ? choice : fallback;
}
