/* SPDX-License-Identifier: MIT */
#include "pdf/drawing.h"

#include <string.h>

#include "pdf/token.h"

/* Values within values; Cairo needs four. */
#define DEPTH 16

static bool
refuse(const struct drawing *d, const char *what)
{
	diag(d->diag, DIAG_PDF_FAILED, (struct pos){0}, "the drawing has %s", what);
	return false;
}

static bool
opens(struct span t)
{
	return span_is(t, "<<") || span_is(t, "[") || span_is(t, "<");
}

static bool
closes(struct span t)
{
	return span_is(t, ">>") || span_is(t, "]") || span_is(t, ">");
}

/* The value that follows: one token, a reference, or brackets and what is in them.  Empty: none. */
static struct span
value_next(struct tokens *t)
{
	struct span first = token_next(t), last = first;
	long number;
	if (opens(first)) {
		for (int depth = 1; depth > 0;) {
			last = token_next(t);
			depth += opens(last) - closes(last);
			if (last.n == 0 || depth > DEPTH)
				return (struct span){first.s, 0};
		}
	} else if (token_integer(first, &number)) {
		struct tokens ahead = *t;
		if (token_integer(token_next(&ahead), &number) && span_is(last = token_next(&ahead), "R"))
			*t = ahead;
		else
			last = first;
	}
	return (struct span){first.s, (size_t)(last.s + last.n - first.s)};
}

struct span
drawing_entry(struct span dict, const char *key)
{
	struct tokens t = {dict.s, dict.n, 0};
	if (span_is(token_next(&t), "<<"))
		for (struct span k = token_next(&t); k.n > 0 && k.s[0] == '/'; k = token_next(&t)) {
			struct span v = value_next(&t);
			if (span_is(k, key))
				return v;
		}
	return (struct span){dict.s, 0};
}

struct drawn *
drawing_referred(const struct drawing *d, struct span ref)
{
	struct tokens t = {ref.s, ref.n, 0};
	long number, generation;
	if (!token_integer(token_next(&t), &number) || !token_integer(token_next(&t), &generation) ||
	    !span_is(token_next(&t), "R") || number <= 0 || (size_t)number >= d->nobject)
		return NULL;
	return &d->object[number];
}

struct span
drawing_value(const struct drawing *d, struct span v)
{
	const struct drawn *o = drawing_referred(d, v);
	return o != NULL ? o->text : v;
}

/* "N 0 obj", a value, and "stream" when there is data; its length comes once all objects are known. */
static bool
read_object(struct drawing *d, struct span pdf, size_t at, size_t number)
{
	struct tokens t = {pdf.s, pdf.n, at};
	long n, generation;
	if (!token_integer(token_next(&t), &n) || n != (long)number || !token_integer(token_next(&t), &generation) ||
	    !span_is(token_next(&t), "obj"))
		return refuse(d, "an object in the wrong place");
	struct drawn *o = &d->object[number];
	o->text = value_next(&t);
	struct span end = token_next(&t);
	if (o->text.n == 0 || (!span_is(end, "stream") && !span_is(end, "endobj")))
		return refuse(d, "an object without end");
	o->stream = span_is(end, "stream");
	if (o->stream)
		o->data = span_sub(pdf, t.i + (t.i < pdf.n && pdf.s[t.i] == '\r') + 1, pdf.n);
	return true;
}

/* Cut the data of a stream to its length, which may be an object of its own. */
static bool
cut_stream(struct drawing *d, struct drawn *o)
{
	struct span v = drawing_entry(o->text, "/Length");
	const struct drawn *elsewhere = drawing_referred(d, v);
	long n;
	if (!token_integer(elsewhere != NULL ? elsewhere->text : v, &n) || n < 0 || (size_t)n > o->data.n)
		return refuse(d, "a stream without length");
	struct tokens t = {o->data.s, o->data.n, (size_t)n};
	if (!span_is(token_next(&t), "endstream") || !span_is(token_next(&t), "endobj"))
		return refuse(d, "a stream of another length");
	o->data.n = (size_t)n;
	return true;
}

/* The table of objects, and each object from its place (7.5.4). */
static bool
read_objects(struct drawing *d, struct span pdf, struct span *trailer)
{
	struct span tail = span_sub(pdf, pdf.n > 64 ? pdf.n - 64 : 0, pdf.n);
	size_t at = span_find(tail, SPAN_LIT("startxref"));
	struct tokens t = {tail.s, tail.n, at == SIZE_MAX ? tail.n : at + 9};
	long start, first, count, offset, generation;
	if (!token_integer(token_next(&t), &start) || start < 0 || (size_t)start > pdf.n)
		return refuse(d, "no cross-reference table");
	t = (struct tokens){pdf.s, pdf.n, (size_t)start};
	if (!span_is(token_next(&t), "xref") || !token_integer(token_next(&t), &first) || first != 0 ||
	    !token_integer(token_next(&t), &count) || count < 1 || (size_t)count > pdf.n / 20)
		return refuse(d, "no cross-reference table");
	d->nobject = (size_t)count;
	d->object = ARENA_ARRAY(d->arena, struct drawn, d->nobject);
	d->queue = ARENA_ARRAY(d->arena, unsigned, d->nobject);
	for (size_t i = 0; i < d->nobject; i++) {
		struct span kind;
		if (!token_integer(token_next(&t), &offset) || !token_integer(token_next(&t), &generation) || offset < 0 ||
		    (size_t)offset > pdf.n || (kind = token_next(&t)).n != 1)
			return refuse(d, "a broken cross-reference table");
		if (kind.s[0] == 'n' && !read_object(d, pdf, (size_t)offset, i))
			return false;
	}
	for (size_t i = 0; i < d->nobject; i++)
		if (d->object[i].stream && !cut_stream(d, &d->object[i]))
			return false;
	if (!span_is(token_next(&t), "trailer"))
		return refuse(d, "no trailer");
	*trailer = value_next(&t);
	return true;
}

static bool
read_page(struct drawing *d, const struct drawn *o)
{
	const struct drawn *content = drawing_referred(d, drawing_entry(o->text, "/Contents"));
	struct drawn_page p = {.box = drawing_entry(o->text, "/MediaBox"), .resources = drawing_entry(o->text, "/Resources")};
	if (p.box.n == 0 || p.resources.n == 0 || content == NULL || !content->stream)
		return refuse(d, "an unknown form of page");
	if (drawing_entry(content->text, "/Filter").n > 0)
		return refuse(d, "compressed content");
	p.content = content->data;
	d->page[d->npage++] = p;
	return true;
}

bool
drawing_read(struct drawing *d, struct span pdf)
{
	struct span trailer;
	if (!read_objects(d, pdf, &trailer))
		return false;
	const struct drawn *root = drawing_referred(d, drawing_entry(trailer, "/Root"));
	const struct drawn *pages = root != NULL ? drawing_referred(d, drawing_entry(root->text, "/Pages")) : NULL;
	struct span kids = pages != NULL ? drawing_entry(pages->text, "/Kids") : (struct span){0};
	struct tokens t = {kids.s, kids.n, 0};
	if (kids.n == 0 || !span_is(token_next(&t), "["))
		return refuse(d, "no pages");
	d->page = ARENA_ARRAY(d->arena, struct drawn_page, d->nobject);
	for (struct span v = value_next(&t); v.n > 0 && !span_is(v, "]"); v = value_next(&t)) {
		const struct drawn *page = drawing_referred(d, v);
		if (page == NULL || d->npage == d->nobject)
			return refuse(d, "no pages");
		if (!read_page(d, page))
			return false;
	}
	return true;
}

/* The new number of an object; one met for the first time is queued. */
static bool
number_of(struct drawing *d, struct writer *w, struct span ref, unsigned *number)
{
	struct drawn *o = drawing_referred(d, ref);
	if (o == NULL || o->text.n == 0)
		return refuse(d, "a reference to nothing");
	if (o->number == 0) {
		o->number = writer_reserve(w, 1);
		d->queue[d->nqueue++] = (unsigned)(o - d->object);
	}
	*number = o->number;
	return true;
}

static bool
is_plain(char c)
{
	return strchr("()<>[]{}/", c) == NULL;
}

bool
drawing_copy(struct drawing *d, struct writer *w, struct span text, struct buf *to)
{
	struct tokens t = {text.s, text.n, 0};
	for (struct span k = token_next(&t); k.n > 0; k = token_next(&t)) {
		struct tokens back = {text.s, text.n, (size_t)(k.s - text.s)};
		struct span v = k;
		long n;
		if (token_integer(k, &n))
			v = value_next(&back);
		if (v.n > k.n) {
			unsigned number = 0;
			if (!number_of(d, w, v, &number))
				return false;
			put_ref(to, number);
			t = back;
			continue;
		}
		if (to->n > 0 && is_plain(k.s[0]) && is_plain(to->data[to->n - 1]))
			buf_addc(to, ' ');
		buf_addspan(to, k);
	}
	return true;
}

/* The entries of a stream's dictionary, without the brackets around them; but its length, which may
 * change, and the smoothing of pictures, which PDF/A forbids (ISO 19005-3 6.2.8). */
static bool
copy_entries(struct drawing *d, struct writer *w, struct span dict, struct buf *to)
{
	struct tokens t = {dict.s, dict.n, 0};
	if (!span_is(token_next(&t), "<<"))
		return refuse(d, "a stream without dictionary");
	for (struct span k = token_next(&t); k.n > 0 && k.s[0] == '/'; k = token_next(&t)) {
		struct span v = value_next(&t);
		if (span_is(k, "/Length") || span_is(k, "/Interpolate"))
			continue;
		buf_addspan(to, k);
		if (!drawing_copy(d, w, v, to))
			return false;
	}
	return true;
}

bool
drawing_copy_rest(struct drawing *d, struct writer *w)
{
	bool ok = true;
	struct buf text = {0};
	for (size_t i = 0; ok && i < d->nqueue; i++) {
		const struct drawn *o = &d->object[d->queue[i]];
		text.n = 0;
		buf_adds(&text, "");
		if (o->stream) {
			ok = copy_entries(d, w, o->text, &text);
			if (ok)
				writer_stream(w, o->number, text.data, o->data, drawing_entry(o->text, "/Filter").n == 0);
			continue;
		}
		ok = drawing_copy(d, w, o->text, &text);
		/* Cairo leaves out the map from CIDs to glyphs that both standards ask for. */
		if (ok && span_is(drawing_entry(o->text, "/Subtype"), "/CIDFontType2") &&
		    drawing_entry(o->text, "/CIDToGIDMap").n == 0) {
			text.n -= 2;
			buf_adds(&text, "/CIDToGIDMap/Identity>>");
		}
		if (ok)
			buf_addspan(writer_object(w, o->number), buf_span(&text));
	}
	buf_free(&text);
	return ok;
}
