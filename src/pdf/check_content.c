/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "pdf/checking.h"
#include "pdf/token.h"

#define MARK_DEPTH 64
#define MARKS 65536 /* of a page */

static bool
paints(struct span op)
{
	static const char *const all[] = {"Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*",
	                                  "B", "B*", "b", "b*", "sh", "Do", "EI"};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (span_is(op, all[i]))
			return true;
	return false;
}

/* Behind /MCID. */
static void
note_mark(struct checking *c, struct tokens *t, size_t index)
{
	struct marked_page *p = &c->page[index];
	long mcid;
	if (token_integer(token_next(t), &mcid) && mcid >= 0 && mcid < MARKS)
		*VEC_PUSH(c->arena, p->mcid, p->n, p->cap) = mcid;
}

void
check_content(struct checking *c, qpdf_oh page, size_t index)
{
	unsigned char *data = NULL;
	size_t n = 0, depth = 0;
	c->page[index].id = qpdf_oh_get_object_id(c->q, page);
	bool artifact = false, marked = false, covered[MARK_DEPTH + 1] = {false};
	if (qpdf_oh_get_page_content_data(c->q, page, &data, &n) & QPDF_ERRORS) {
		check_fail(c, DIAG_PDF_UNREADABLE, "the content of page %zu", index + 1);
		return;
	}
	struct tokens t = {(const char *)data, n, 0};
	for (struct span k = token_next(&t); k.n > 0; k = token_next(&t)) {
		if (span_is(k, "/Artifact")) {
			artifact = true;
		} else if (span_is(k, "/MCID")) {
			marked = true;
			note_mark(c, &t, index);
		} else if (span_is(k, "BDC") || span_is(k, "BMC")) {
			if (depth == MARK_DEPTH)
				break;
			covered[depth + 1] = covered[depth] || artifact || marked;
			depth++;
			artifact = marked = false;
		} else if (span_is(k, "EMC")) {
			depth -= depth > 0;
		} else if (span_is(k, "ID")) {
			size_t end = span_find(span_sub((struct span){t.s, t.n}, t.i, t.n), SPAN_LIT("\nEI"));
			t.i = end == SIZE_MAX ? t.n : t.i + end;
		} else if (paints(k) && !covered[depth]) {
			check_fail(c, DIAG_PDF_CHECK_UNMARKED, "page %zu, operator %.*s", index + 1, (int)k.n, k.s);
			break;
		}
	}
	if (!qpdf_oh_is_integer(c->q, qpdf_oh_get_key(c->q, page, "/StructParents")))
		check_fail(c, DIAG_PDF_CHECK_PARENTS, "page %zu has no /StructParents", index + 1);
	free(data);
}
