/* SPDX-License-Identifier: MIT */
/*
 * docx_formula.c - formulas of a Word document (ISO/IEC 29500-1, part 22): their letters in a row,
 * raised and lowered ones marked.  What a row cannot show is said.
 */
#include <string.h>

#include "source/docx_read.h"

/* The value of a property of a formula's part, or what stands for it. */
static const char *
property(const xmlNode *part, const char *properties, const char *name, const char *otherwise)
{
	for (const xmlNode *p = part->children; p != NULL; p = p->next)
		for (const xmlNode *n = docx_named(p, properties) ? p->children : NULL; n != NULL; n = n->next)
			if (docx_named(n, name) && docx_attribute(n, "val") != NULL)
				return docx_attribute(n, "val");
	return otherwise;
}

static void
put_sign(struct reader *r, const char *s)
{
	docx_put(r, s, strlen(s));
}

/* Signs that Word draws between the parts: those of a fraction, of delimiters, of sums. */
static const char *
sign_before(const xmlNode *part, bool first)
{
	const xmlNode *up = part->parent;
	if (docx_named(up, "f") && docx_named(part, "den"))
		return "/";
	if (docx_named(up, "d") && docx_named(part, "e"))
		return first ? property(up, "dPr", "begChr", "(") : property(up, "dPr", "sepChr", "|");
	if (docx_named(up, "nary") && docx_named(part, "sub"))
		return property(up, "naryPr", "chr", "\xE2\x88\xAB");
	return docx_named(up, "rad") && docx_named(part, "e") ? "\xE2\x88\x9A" : "";
}

/* A row of letters cannot show it as it is. */
static bool
is_built(const xmlNode *n)
{
	static const char *const built[] = {"f", "rad", "nary", "m", "eqArr", "limLow",
	                                    "limUpp", "acc", "bar", "groupChr", "sPre"};
	for (size_t i = 0; i < sizeof built / sizeof *built; i++)
		if (docx_named(n, built[i]))
			return true;
	return false;
}

static void
put_parts(struct reader *r, const xmlNode *whole)
{
	bool first = true;
	if (is_built(whole))
		build_omit(&r->b, OMIT_FORMULA, r->paragraphs);
	for (const xmlNode *n = whole->children; n != NULL; n = n->next) {
		bool sup = docx_named(n, "sup"), sub = docx_named(n, "sub");
		if (n->type != XML_ELEMENT_NODE || span_ends(span_of((const char *)n->name), "Pr"))
			continue;
		put_sign(r, sign_before(n, first));
		first &= !docx_named(n, "e");
		if (sup || sub)
			build_open(&r->b, sup ? MARK_SUP : MARK_SUB, NULL);
		if (docx_named(n, "t")) {
			xmlChar *s = xmlNodeGetContent(n);
			put_sign(r, (const char *)s);
			xmlFree(s);
		} else {
			docx_formula(r, n);
		}
		if (sup || sub)
			build_close(&r->b, sup ? MARK_SUP : MARK_SUB);
	}
	if (docx_named(whole, "d"))
		put_sign(r, property(whole, "dPr", "endChr", ")"));
}

void
docx_formula(struct reader *r, const xmlNode *formula)
{
	if (!docx_deeper(r)) {
		r->failed = true;
		return;
	}
	put_parts(r, formula);
	r->depth--;
}
