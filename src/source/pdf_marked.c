/* SPDX-License-Identifier: MIT */
/*
 * pdf_marked.c - the content of a page read for its marks alone: where text of each element begins.
 *
 * Widths of glyphs are not known here.  Text that goes on without a place of its own is taken for a
 * part of the text before it: producers set a new place where a block begins.
 */
#include <libdeflate.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/token.h"
#include "source/pdf_tags_int.h"

#define CONTENT_MOST (32u << 20) /* bytes of a page that are read, unpacked */
#define CONTENTS_MOST (512u << 20) /* of all pages: they may share one content */
#define PARTS_MOST 1000          /* streams of a page */
#define STARTS_MOST 200000       /* on a page */
#define STATES_MOST 64           /* saved states and marks open at once; deeper ones are counted only */
#define OPERANDS 6
#define PLACES_MOST 1e5          /* pt from the corner of the page */
#define NO_TAG UINT32_MAX        /* marked, but not for the tree: of the mark around it */

/* As PDF writes it: a b 0, c d 0, e f 1. */
struct matrix {
	double a, b, c, d, e, f;
};

struct marked {
	struct pdf_tags *t;
	struct arena *arena;         /* of the page */
	uint32_t page;
	qpdf_oh lists;               /* of properties, among its resources (14.6.2) */
	double left, foot, width, height; /* of what is shown of it, pt */
	int turn;                    /* quarters that it is turned by, clockwise */
	struct buf content;
	/* the state of the page and its text */
	struct matrix ctm, saved[STATES_MOST], text, line;
	unsigned nsaved, nopen;
	double leading;
	bool placed;                 /* the next text has a place of its own */
	uint32_t open[STATES_MOST];  /* tags of the marks that are open */
	/* operands of the operator to come */
	double number[OPERANDS];     /* the last of the numbers */
	unsigned nnumber;
	struct span first, second;   /* names */
	long mcid;                   /* in a dictionary; -1 = none */
	struct pdf_start *start;
	size_t nstart, cap_start;
};

static struct matrix
times(struct matrix m, struct matrix n)
{
	return (struct matrix){m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d, m.c * n.a + m.d * n.c, m.c * n.b + m.d * n.d,
	                       m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

static const struct matrix unit = {1, 0, 0, 1, 0, 0};

/* ---- bytes ---- */

/* Put what deflate has packed behind the content.  False when it is damaged or too large. */
static bool
unpack(struct buf *content, const unsigned char *data, size_t n)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	if (d == NULL)
		return false;
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	size_t got = 0, most = 0;
	for (size_t room = 8 * n; result == LIBDEFLATE_INSUFFICIENT_SPACE && most < CONTENT_MOST; room *= 4) {
		most = room < CONTENT_MOST ? room : CONTENT_MOST;
		char *to = xmalloc(most + 1);
		result = libdeflate_zlib_decompress(d, data, n, to, most, &got);
		if (result == LIBDEFLATE_SUCCESS)
			buf_add(content, to, got);
		free(to);
	}
	libdeflate_free_decompressor(d);
	return result == LIBDEFLATE_SUCCESS;
}

/* A stream behind the content; false when it is packed in a way that contents seldom are, or too large. */
static bool
add_stream(struct marked *m, qpdf_oh stream)
{
	qpdf_data q = m->t->q;
	unsigned char *data = NULL;
	size_t n = 0, before = m->content.n;
	if (!qpdf_oh_is_stream(q, stream))
		return true;
	if (m->t->unpacked >= CONTENTS_MOST)
		return false;
	qpdf_oh dict = qpdf_oh_get_dict(q, stream), filter = qpdf_oh_get_key(q, dict, "/Filter");
	if (qpdf_oh_is_array(q, filter) && qpdf_oh_get_array_n_items(q, filter) == 1)
		filter = qpdf_oh_get_array_item(q, filter, 0);
	bool plain = qpdf_oh_is_null(q, filter), packed = qpdf_oh_is_name_and_equals(q, filter, "/FlateDecode");
	bool ok = (plain || packed) && qpdf_oh_is_null(q, qpdf_oh_get_key(q, dict, "/DecodeParms")) &&
	          !(qpdf_oh_get_stream_data(q, stream, qpdf_dl_none, NULL, &data, &n) & QPDF_ERRORS);
	if (ok && packed && n > 0)
		ok = unpack(&m->content, data, n);
	else if (ok && n > 0)
		buf_add(&m->content, data, n);
	buf_addc(&m->content, '\n');
	free(data);
	m->t->unpacked += m->content.n - before;
	return ok && m->content.n < CONTENT_MOST && m->t->unpacked < CONTENTS_MOST;
}

static bool
read_content(struct marked *m)
{
	qpdf_data q = m->t->q;
	qpdf_oh content = qpdf_oh_get_key(q, m->t->page[m->page].dict, "/Contents");
	if (!qpdf_oh_is_array(q, content))
		return add_stream(m, content);
	int n = qpdf_oh_get_array_n_items(q, content);
	for (int i = 0; i < n; i++)
		if (i == PARTS_MOST || !add_stream(m, qpdf_oh_get_array_item(q, content, i)))
			return false;
	return true;
}

/* ---- places ---- */

/* A rectangle (7.9.5): its left, foot, right and top. */
static bool
rectangle(qpdf_data q, qpdf_oh box, double at[4])
{
	if (!qpdf_oh_is_array(q, box) || qpdf_oh_get_array_n_items(q, box) != 4)
		return false;
	double v[4];
	for (int i = 0; i < 4; i++) {
		qpdf_oh number = qpdf_oh_get_array_item(q, box, i);
		v[i] = qpdf_oh_is_number(q, number) ? qpdf_oh_get_numeric_value(q, number) : 0;
	}
	for (int i = 0; i < 2; i++) {
		at[i] = fmin(v[i], v[i + 2]);
		at[i + 2] = fmax(v[i], v[i + 2]);
	}
	return true;
}

/* The part of the page that is shown, which is within its medium (14.11.2), and how it is turned. */
static bool
read_box(struct marked *m)
{
	qpdf_data q = m->t->q;
	const qpdf_oh *entry = m->t->page[m->page].entry;
	double media[4], at[4];
	bool has_media = rectangle(q, entry[PAGE_MEDIA_BOX], media), cropped = rectangle(q, entry[PAGE_CROP_BOX], at);
	if (!has_media && !cropped)
		return false;
	for (int i = 0; i < 4 && has_media; i++)
		at[i] = !cropped ? media[i] : i < 2 ? fmax(at[i], media[i]) : fmin(at[i], media[i]);
	m->left = at[0];
	m->foot = at[1];
	m->width = at[2] - at[0];
	m->height = at[3] - at[1];
	qpdf_oh turn = entry[PAGE_ROTATE];
	long long degrees = qpdf_oh_is_integer(q, turn) ? qpdf_oh_get_int_value(q, turn) : 0;
	m->turn = (int)((degrees / 90 % 4 + 4) % 4);
	return true;
}

/* What the innermost mark says that says something. */
static uint32_t
tag_open(const struct marked *m)
{
	unsigned n = m->nopen < STATES_MOST ? m->nopen : STATES_MOST;
	while (n > 0 && m->open[n - 1] == NO_TAG)
		n--;
	return n > 0 ? m->open[n - 1] : 0;
}

/* Text is shown: it begins here, if its place is known and it goes along the page. */
static void
text_shown(struct marked *m)
{
	static const double along[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}}; /* of the page as it is turned */
	struct matrix at = times(m->text, m->ctm);
	if (!m->placed || m->nstart == STARTS_MOST)
		return;
	m->placed = false;
	double x = at.e - m->left, y = at.f - m->foot;
	const double px[4] = {x, y, m->width - x, m->height - y}, py[4] = {m->height - y, x, y, m->width - x};
	double ahead = at.a * along[m->turn][0] + at.b * along[m->turn][1],
	       aside = at.a * along[m->turn][1] - at.b * along[m->turn][0];
	if (!(fabs(aside) < 0.1 * ahead) || !(fabs(px[m->turn]) < PLACES_MOST) || !(fabs(py[m->turn]) < PLACES_MOST))
		return;
	*VEC_PUSH(m->arena, m->start, m->nstart, m->cap_start) =
	    (struct pdf_start){(float)px[m->turn], (float)py[m->turn], tag_open(m), (uint32_t)m->nstart};
}

static void
set_line(struct marked *m, struct matrix line)
{
	m->line = m->text = line;
	m->placed = true;
}

/* ---- operators ---- */

/* Operand i of the last n. */
static double
operand(const struct marked *m, unsigned n, unsigned i)
{
	return m->nnumber < n ? 0 : m->number[(m->nnumber - n + i) % OPERANDS];
}

static struct matrix
matrix_of(const struct marked *m)
{
	return (struct matrix){operand(m, 6, 0), operand(m, 6, 1), operand(m, 6, 2),
	                       operand(m, 6, 3), operand(m, 6, 4), operand(m, 6, 5)};
}

static void
move_line(struct marked *m, double x, double y)
{
	set_line(m, times((struct matrix){1, 0, 0, 1, x, y}, m->line));
}

/*
 * The number in a property list of the page.  Content may ask for millions: what is looked at is given back, and
 * nothing is asked of what is no dictionary, of which libqpdf would keep a warning.
 */
static long
mcid_of_list(const struct marked *m)
{
	qpdf_data q = m->t->q;
	if (!qpdf_oh_is_dictionary(q, m->lists))
		return -1;
	const char *name = arena_strndup(m->arena, m->second.s, m->second.n);
	qpdf_oh list = qpdf_oh_get_key(q, m->lists, name);
	long number = -1;
	if (qpdf_oh_is_dictionary(q, list)) {
		qpdf_oh mcid = qpdf_oh_get_key(q, list, "/MCID");
		number = qpdf_oh_is_integer(q, mcid) ? (long)qpdf_oh_get_int_value(q, mcid) : -1;
		qpdf_oh_release(q, mcid);
	}
	qpdf_oh_release(q, list);
	return number;
}

static void
open_mark(struct marked *m, bool has_properties)
{
	uint32_t tag = NO_TAG;
	long mcid = has_properties && m->mcid < 0 && m->second.n > 0 ? mcid_of_list(m) : m->mcid;
	if (span_is(m->first, "/Artifact"))
		tag = TAG_ARTIFACT;
	else if (mcid >= 0 && mcid < UINT32_MAX)
		tag = pdf_tags_of_content(m->t, m->page, (uint32_t)mcid);
	if (m->nopen < STATES_MOST)
		m->open[m->nopen] = tag;
	m->nopen++;
}

static void
save(struct marked *m)
{
	if (m->nsaved < STATES_MOST)
		m->saved[m->nsaved] = m->ctm;
	m->nsaved++;
}

static void
restore(struct marked *m)
{
	if (m->nsaved > 0 && --m->nsaved < STATES_MOST)
		m->ctm = m->saved[m->nsaved];
}

/* Past the picture that stands in the content (8.9.7). */
static void
skip_picture(struct tokens *t)
{
	struct span rest = {t->s + t->i, t->n - t->i};
	size_t end = span_find(rest, SPAN_LIT("EI"));
	while (end < rest.n && end > 0 && strchr(" \n\r", rest.s[end - 1]) == NULL) {
		size_t more = span_find(span_sub(rest, end + 2, rest.n), SPAN_LIT("EI"));
		end = more == SIZE_MAX ? rest.n : end + 2 + more;
	}
	t->i = end < rest.n ? t->i + end + 2 : t->n;
}

static void
show_text(struct marked *m, char operator)
{
	if (operator == '\'' || operator == '"')
		move_line(m, 0, -m->leading);
	text_shown(m);
}

/* Operators of text (9.4). */
static void
text_operator(struct marked *m, struct span op)
{
	if (span_is(op, "Tj") || span_is(op, "TJ") || span_is(op, "'") || span_is(op, "\""))
		show_text(m, op.s[0]);
	else if (span_is(op, "Tm"))
		set_line(m, matrix_of(m));
	else if (span_is(op, "BT"))
		set_line(m, unit);
	else if (span_is(op, "TL"))
		m->leading = operand(m, 1, 0);
	else if (span_is(op, "T*"))
		move_line(m, 0, -m->leading);
	else if (span_is(op, "TD"))
		m->leading = -operand(m, 2, 1);
	if (span_is(op, "Td") || span_is(op, "TD"))
		move_line(m, operand(m, 2, 0), operand(m, 2, 1));
}

static void
operate(struct marked *m, struct span op, struct tokens *t)
{
	if (span_is(op, "q"))
		save(m);
	else if (span_is(op, "Q"))
		restore(m);
	else if (span_is(op, "cm"))
		m->ctm = times(matrix_of(m), m->ctm);
	else if (span_is(op, "BDC") || span_is(op, "BMC"))
		open_mark(m, op.s[1] == 'D');
	else if (span_is(op, "EMC"))
		m->nopen -= m->nopen > 0;
	else if (span_is(op, "ID"))
		skip_picture(t);
	else
		text_operator(m, op);
	m->nnumber = 0;
	m->first = m->second = (struct span){0};
	m->mcid = -1;
}

/* A number as content has it; false when it is none. */
static bool
number_of(struct span s, double *out)
{
	size_t i = s.n > 0 && (s.s[0] == '-' || s.s[0] == '+');
	double v = 0, unit_of = 1;
	bool point = false;
	if (i == s.n)
		return false;
	for (; i < s.n; i++) {
		if (s.s[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
		v = v * 10 + (s.s[i] - '0');
		unit_of *= point ? 10 : 1;
	}
	*out = s.s[0] == '-' ? -v / unit_of : v / unit_of;
	return true;
}

static void
take_name(struct marked *m, struct span name, struct tokens *t)
{
	if (span_is(name, "/MCID")) {
		token_integer(token_next(t), &m->mcid);
		return;
	}
	if (m->first.n == 0)
		m->first = name;
	else if (m->second.n == 0)
		m->second = name;
}

static void
read_marks(struct marked *m)
{
	struct tokens t = {.s = m->content.data, .n = m->content.n};
	struct span s;
	unsigned arrays = 0; /* what stands in arrays and hexadecimal strings is no operand of interest */
	while ((s = token_next(&t)).n > 0) {
		double v;
		if (s.s[0] == '[' || span_is(s, "<"))
			arrays++;
		else if (s.s[0] == ']' || span_is(s, ">"))
			arrays -= arrays > 0;
		else if (arrays > 0 || s.s[0] == '(' || s.s[0] == '<' || s.s[0] == '>')
			continue;
		else if (s.s[0] == '/')
			take_name(m, s, &t);
		else if (number_of(s, &v))
			m->number[m->nnumber++ % OPERANDS] = v;
		else
			operate(m, s, &t);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct pdf_start *x = a, *y = b;
	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	return x->x != y->x ? (x->x < y->x ? -1 : 1) : (x->order > y->order) - (x->order < y->order);
}

struct pdf_start *
pdf_tags_starts(struct pdf_tags *t, uint32_t page, struct arena *arena, size_t *n)
{
	struct marked m = {.t = t, .arena = arena, .page = page, .ctm = unit, .text = unit, .line = unit, .mcid = -1};
	*n = 0;
	if (page >= t->pages)
		return NULL;
	qpdf_oh resources = t->page[page].entry[PAGE_RESOURCES];
	m.lists = qpdf_oh_is_dictionary(t->q, resources) ? qpdf_oh_get_key(t->q, resources, "/Properties") : resources;
	if (read_box(&m) && read_content(&m))
		read_marks(&m);
	buf_free(&m.content);
	if (m.nstart > 0)
		qsort(m.start, m.nstart, sizeof *m.start, by_place);
	*n = m.nstart;
	return m.start;
}
