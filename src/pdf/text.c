/* SPDX-License-Identifier: MIT */
#include "pdf/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "pdf/kids.h"
#include "pdf/open.h"
#include "pdf/unicode.h"

/* Bounds for files that go in circles. */
#define ELEMENTS 400000
#define MARKS 65536
#define DEPTH 64

struct page_text {
	int id;               /* object number */
	const char **text;    /* by MCID, NULL = none */
	size_t n, cap;
};

struct font {
	struct font *next;
	int id;
	struct code_map map;
};

struct reading {
	qpdf_data q;
	struct arena *arena;
	struct page_text *page;
	size_t npage;
	struct font *fonts;
	struct buf *out;
};

/* ---- fonts ---- */

static const struct code_map *
font_map(struct reading *r, qpdf_oh page, const char *name)
{
	qpdf_oh fonts = qpdf_oh_get_key(r->q, qpdf_oh_get_key(r->q, page, "/Resources"), "/Font");
	if (!qpdf_oh_is_dictionary(r->q, fonts) || !qpdf_oh_has_key(r->q, fonts, name))
		return NULL;
	qpdf_oh dict = qpdf_oh_get_key(r->q, fonts, name);
	int id = qpdf_oh_get_object_id(r->q, dict);
	for (struct font *f = r->fonts; f != NULL; f = f->next)
		if (id != 0 && f->id == id)
			return &f->map;
	struct font *f = ARENA_NEW(r->arena, struct font);
	*f = (struct font){r->fonts, id, {.bytes = 1}};
	r->fonts = f;
	unsigned char *data = NULL;
	size_t n = 0;
	qpdf_oh stream = qpdf_oh_is_dictionary(r->q, dict) ? qpdf_oh_get_key(r->q, dict, "/ToUnicode") : dict;
	if (!qpdf_oh_is_stream(r->q, stream))
		return &f->map;
	if (qpdf_oh_is_name_and_equals(r->q, qpdf_oh_get_key(r->q, dict, "/Subtype"), "/Type0"))
		f->map.bytes = 2;
	qpdf_oh_get_stream_data(r->q, stream, qpdf_dl_all, NULL, &data, &n);
	code_map_read(r->arena, (struct span){(const char *)data, n}, &f->map);
	free(data);
	return &f->map;
}

/* ---- content ---- */

struct marked {
	long mcid;       /* -1 = none of its own */
	bool replaced;   /* its text was given */
};

struct content {
	struct reading *r;
	qpdf_oh page;
	struct page_text *to;
	struct tokens t;
	const struct code_map *map;
	struct marked open[DEPTH];
	size_t depth;
	bool replaced;              /* within a replaced one */
	struct buf text, bytes;     /* of the sequence being read; of a string */
};

static void
show(struct content *c)
{
	unsigned bytes = c->map != NULL ? c->map->bytes : 1;
	for (size_t i = 0; !c->replaced && c->map != NULL && i + bytes <= c->bytes.n; i += bytes) {
		unsigned code = (unsigned char)c->bytes.data[i];
		if (bytes == 2)
			code = code << 8 | (unsigned char)c->bytes.data[i + 1];
		const char *text = code_map_find(c->map, code);
		if (text != NULL)
			buf_adds(&c->text, text);
	}
}

/* Behind "<<" of a property list: its MCID and its text. */
static struct marked
properties(struct content *c)
{
	struct marked m = {-1, false};
	long v;
	struct span k = token_next(&c->t);
	for (int depth = 1; k.n > 0 && depth > 0; k = depth > 0 ? token_next(&c->t) : k) {
		depth += span_is(k, "<<") - span_is(k, ">>");
		if (span_is(k, "/MCID") && token_integer(token_next(&c->t), &v) && v >= 0 && v < MARKS)
			m.mcid = v;
		if (!span_is(k, "/ActualText"))
			continue;
		c->bytes.n = 0;
		string_bytes(&c->t, token_next(&c->t), &c->bytes);
		m.replaced = true;
	}
	return m;
}

static void
begin(struct content *c, struct marked m)
{
	if (m.mcid >= 0)
		c->text.n = 0;
	if (m.replaced && !c->replaced)
		string_utf8(buf_span(&c->bytes), false, &c->text);
	if (c->depth < DEPTH)
		c->open[c->depth] = m;
	c->depth++;
	c->replaced |= m.replaced;
}

static void
end(struct content *c)
{
	if (c->depth == 0 || --c->depth >= DEPTH)
		return;
	struct marked m = c->open[c->depth];
	c->replaced = false;
	for (size_t i = 0; i < c->depth; i++)
		c->replaced |= c->open[i].replaced;
	if (m.mcid < 0)
		return;
	while (c->to->n <= (size_t)m.mcid)
		*VEC_PUSH(c->r->arena, c->to->text, c->to->n, c->to->cap) = NULL;
	c->to->text[m.mcid] = arena_strndup(c->r->arena, c->text.data != NULL ? c->text.data : "", c->text.n);
	c->text.n = 0;
}

static void
read_content(struct content *c)
{
	struct marked m = {-1, false};
	struct span name = {0};
	for (struct span k = token_next(&c->t); k.n > 0; k = token_next(&c->t)) {
		if (k.s[0] == '(' || span_is(k, "<")) {
			c->bytes.n = 0;
			string_bytes(&c->t, k, &c->bytes);
			show(c);
		} else if (span_is(k, "<<")) {
			m = properties(c);
		} else if (k.s[0] == '/') {
			name = k;
		} else if (span_is(k, "Tf")) {
			c->map = font_map(c->r, c->page, arena_strndup(c->r->arena, name.s, name.n));
		} else if (span_is(k, "BDC") || span_is(k, "BMC")) {
			begin(c, m);
			m = (struct marked){-1, false};
		} else if (span_is(k, "EMC")) {
			end(c);
		}
	}
}

static bool
read_page(struct reading *r, size_t index)
{
	unsigned char *data = NULL;
	size_t n = 0;
	qpdf_oh page = qpdf_get_page_n(r->q, index);
	r->page[index].id = qpdf_oh_get_object_id(r->q, page);
	if (qpdf_oh_get_page_content_data(r->q, page, &data, &n) & QPDF_ERRORS)
		return false;
	struct content c = {.r = r, .page = page, .to = &r->page[index], .t = {(const char *)data, n, 0}};
	read_content(&c);
	buf_free(&c.text);
	buf_free(&c.bytes);
	free(data);
	return true;
}

/* ---- structure ---- */

/* What is still to be read. */
struct todo {
	struct kid kid;
	bool note, added;
};

struct walk {
	struct todo *v;
	size_t n, cap;
};

static void
put_sequence(const struct reading *r, const struct kid *k)
{
	for (size_t i = 0; i < r->npage; i++)
		if (r->page[i].id == k->page && (size_t)k->mcid < r->page[i].n && r->page[i].text[k->mcid] != NULL)
			buf_adds(r->out, r->page[i].text[k->mcid]);
}

static void
push_kids(struct reading *r, struct walk *w, const struct todo *e)
{
	qpdf_oh role = qpdf_oh_get_key(r->q, e->kid.elem, "/S");
	struct todo t = {.note = e->note, .added = e->added};
	if (qpdf_oh_is_name_and_equals(r->q, role, "/LI"))
		t.note = t.added = false;
	t.note |= qpdf_oh_is_name_and_equals(r->q, role, "/Note") != 0;
	t.added |= qpdf_oh_is_name_and_equals(r->q, role, "/Reference") ||
	           (t.note && qpdf_oh_is_name_and_equals(r->q, role, "/Lbl"));
	for (int i = kids_count(r->q, &e->kid); i > 0; i--)
		if (kids_at(r->q, &e->kid, i - 1, &t.kid))
			*VEC_PUSH(r->arena, w->v, w->n, w->cap) = t;
}

static bool
walk(struct reading *r)
{
	struct walk w = {0};
	qpdf_oh tree = qpdf_oh_get_key(r->q, qpdf_get_root(r->q), "/StructTreeRoot");
	struct todo t = {.kid = {tree, -1, 0}};
	if (!qpdf_oh_is_dictionary(r->q, tree))
		return true;
	push_kids(r, &w, &t);
	for (size_t seen = 0; w.n > 0 && seen < ELEMENTS; seen++) {
		t = w.v[--w.n];
		if (t.kid.mcid < 0)
			push_kids(r, &w, &t);
		else if (!t.added)
			put_sequence(r, &t.kid);
	}
	return w.n == 0;
}

bool
pdf_text(struct span pdf, const char *name, struct buf *out, struct diag *d)
{
	struct reading r = {.q = pdf_open(pdf, name, d), .out = out};
	if (r.q == NULL)
		return false;
	r.arena = arena_new();
	int n = qpdf_get_num_pages(r.q);
	r.npage = n > 0 ? (size_t)n : 0;
	r.page = ARENA_ARRAY(r.arena, struct page_text, r.npage + 1);
	bool ok = n >= 0;
	for (size_t i = 0; ok && i < r.npage; i++)
		ok = read_page(&r, i);
	ok = ok && walk(&r);
	if (!ok)
		diag(d, DIAG_PDF_UNREADABLE, (struct pos){.file = name}, "its text: %s", pdf_fault(r.q));
	pdf_close(r.q);
	arena_free(r.arena);
	return ok;
}
