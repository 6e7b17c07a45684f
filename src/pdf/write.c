/* SPDX-License-Identifier: MIT */
#include "pdf/write.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define PACK_OBJECTS 200
#define PLACE_BYTES 7 /* 1, 4 and 2 */
#define DEFLATE_LEVEL 5 /* half a per cent larger than at 6, in nine tenths of the time */

/* Where an object stands: at byte `at` of the file, or the `at`-th of the object stream `pack`. */
struct place {
	size_t at;
	unsigned pack; /* 0 = on its own */
};

struct writer {
	struct arena *arena;
	struct buf *out;
	struct place *place;          /* by number; 0 is the head of the free list */
	size_t nplace, cap_place;
	struct buf pack, index;       /* objects that wait for their stream, and its head */
	unsigned npack, pack_number;
	struct libdeflate_compressor *deflate;
	struct buf packed;            /* the last compressed bytes */
};

static struct libdeflate_compressor *
compressor(void)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (c == NULL)
		abort();
	return c;
}

struct writer *
writer_new(struct buf *out)
{
	struct writer *w = xcalloc(1, sizeof *w);
	w->arena = arena_new();
	w->out = out;
	w->deflate = compressor();
	writer_reserve(w, 1);
	/* Four bytes above 127 show transports that the file is binary (7.5.2). */
	buf_adds(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
	return w;
}

void
writer_free(struct writer *w)
{
	if (w == NULL)
		return;
	libdeflate_free_compressor(w->deflate);
	buf_free(&w->pack);
	buf_free(&w->index);
	buf_free(&w->packed);
	arena_free(w->arena);
	free(w);
}

unsigned
writer_reserve(struct writer *w, unsigned count)
{
	unsigned first = (unsigned)w->nplace;
	for (unsigned i = 0; i < count; i++)
		*VEC_PUSH(w->arena, w->place, w->nplace, w->cap_place) = (struct place){0};
	return first;
}

static struct span
compressed(struct writer *w, struct span bytes)
{
	size_t most = libdeflate_zlib_compress_bound(w->deflate, bytes.n);
	if (w->packed.cap < most) {
		w->packed.data = xrealloc(w->packed.data, most);
		w->packed.cap = most;
	}
	return (struct span){w->packed.data,
	                     libdeflate_zlib_compress(w->deflate, bytes.s, bytes.n, w->packed.data, most)};
}

struct span
stream_pack(struct arena *a, struct span bytes)
{
	struct libdeflate_compressor *c = compressor();
	size_t most = libdeflate_zlib_compress_bound(c, bytes.n);
	char *packed = arena_alloc(a, most);
	size_t n = libdeflate_zlib_compress(c, bytes.s, bytes.n, packed, most);
	libdeflate_free_compressor(c);
	return (struct span){packed, n};
}

void
writer_stream(struct writer *w, unsigned number, const char *entries, struct span bytes, bool compress)
{
	w->place[number] = (struct place){w->out->n, 0};
	buf_addi(w->out, number);
	buf_adds(w->out, " 0 obj\n<<");
	buf_adds(w->out, entries);
	if (compress) {
		bytes = compressed(w, bytes);
		buf_adds(w->out, STREAM_FILTER);
	}
	buf_adds(w->out, "/Length ");
	buf_addi(w->out, (long)bytes.n);
	/* PDF/A asks for the line ends around the data (ISO 19005-3 6.1.7.1). */
	buf_adds(w->out, ">>\nstream\n");
	buf_addspan(w->out, bytes);
	buf_adds(w->out, "\nendstream\nendobj\n");
}

/* Write the objects that wait as one stream. */
static void
flush(struct writer *w)
{
	if (w->npack == 0)
		return;
	struct buf entries = {0}, body = {0};
	buf_printf(&entries, "/Type/ObjStm/N %u/First %zu", w->npack, w->index.n);
	buf_addspan(&body, buf_span(&w->index));
	buf_addspan(&body, buf_span(&w->pack));
	writer_stream(w, w->pack_number, entries.data, buf_span(&body), true);
	buf_free(&entries);
	buf_free(&body);
	w->npack = 0;
	w->pack.n = w->index.n = 0;
}

struct buf *
writer_object(struct writer *w, unsigned number)
{
	if (w->npack == PACK_OBJECTS)
		flush(w);
	if (w->npack == 0)
		w->pack_number = writer_reserve(w, 1);
	else
		buf_addc(&w->pack, '\n');
	buf_addi(&w->index, number);
	buf_addc(&w->index, ' ');
	buf_addi(&w->index, (long)w->pack.n);
	buf_addc(&w->index, '\n');
	w->place[number] = (struct place){w->npack++, w->pack_number};
	return &w->pack;
}

/* Two sums of all bytes so far, as FNV-1a but of eight at a time, whose high bits are brought down: the
 * file's identifier. */
static void
put_id(struct writer *w, struct buf *b)
{
	uint64_t sum[2] = {HASH_START, HASH_PRIME}, part = 0;
	for (size_t i = 0; i < w->out->n; i += sizeof part) {
		size_t left = w->out->n - i;
		part = left < sizeof part ? 0 : part;
		memcpy(&part, w->out->data + i, left < sizeof part ? left : sizeof part);
		for (int k = 0; k < 2; k++) {
			sum[k] = (sum[k] ^ part) * HASH_PRIME;
			sum[k] ^= sum[k] >> 32;
		}
	}
	buf_printf(b, "/ID[<%016llx%016llx>", (unsigned long long)sum[0], (unsigned long long)sum[1]);
	buf_printf(b, "<%016llx%016llx>]", (unsigned long long)sum[0], (unsigned long long)sum[1]);
}

/*
 * The row of a place: type, offset or stream, generation or index (7.5.8.3).  Rows hold what they differ
 * by from the row above, after its number as a filter of PNG (7.4.4.4): most of them the same.
 */
static void
put_places(const struct writer *w, struct buf *rows)
{
	unsigned char above[PLACE_BYTES] = {0};
	for (size_t i = 0; i < w->nplace; i++) {
		const struct place *p = &w->place[i];
		bool is_free = p->pack == 0 && p->at == 0;
		size_t b = p->pack != 0 ? p->pack : p->at, c = p->pack != 0 ? p->at : is_free ? 65535 : 0;
		const unsigned char row[PLACE_BYTES] = {p->pack != 0 ? 2 : !is_free, (unsigned char)(b >> 24),
			(unsigned char)(b >> 16), (unsigned char)(b >> 8), (unsigned char)b, (unsigned char)(c >> 8), (unsigned char)c};
		buf_addc(rows, 2); /* Up */
		for (int k = 0; k < PLACE_BYTES; k++)
			buf_addc(rows, (char)(row[k] - above[k]));
		memcpy(above, row, sizeof above);
	}
}

void
writer_close(struct writer *w, unsigned root, unsigned info)
{
	flush(w);
	unsigned number = writer_reserve(w, 1);
	size_t start = w->out->n;
	w->place[number] = (struct place){start, 0};
	struct buf rows = {0}, entries = {0};
	put_places(w, &rows);
	buf_printf(&entries, "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>/Size %zu/Root %u 0 R/Info %u 0 R",
	           PLACE_BYTES, w->nplace, root, info);
	put_id(w, &entries);
	writer_stream(w, number, entries.data, buf_span(&rows), true);
	buf_printf(w->out, "startxref\n%zu\n%%%%EOF\n", start);
	buf_free(&rows);
	buf_free(&entries);
}

void
put_fixed(struct buf *b, double v, int decimals)
{
	static const long powers[] = {1, 10, 100, 1000, 10000, 100000};
	long unit = powers[decimals], parts = (long)(v < 0 ? v * (double)unit - 0.5 : v * (double)unit + 0.5);
	if (parts < 0)
		buf_addc(b, '-');
	parts = parts < 0 ? -parts : parts;
	buf_addi(b, parts / unit);
	parts %= unit;
	if (parts == 0)
		return;
	buf_addc(b, '.');
	for (; parts > 0; parts %= unit) {
		unit /= 10;
		buf_addc(b, (char)('0' + parts / unit));
	}
}

void
put_real(struct buf *b, double v)
{
	buf_addc(b, ' ');
	put_fixed(b, v, 2);
}

void
put_ref(struct buf *b, unsigned number)
{
	buf_addc(b, ' ');
	buf_addi(b, number);
	buf_adds(b, " 0 R");
}

void
put_name(struct buf *b, const char *name)
{
	buf_addc(b, '/');
	for (; *name != '\0'; name++)
		if ((unsigned char)*name <= ' ' || (unsigned char)*name > '~' || strchr("()<>[]{}/%#", *name) != NULL)
			buf_printf(b, "#%02X", (unsigned char)*name);
		else
			buf_addc(b, *name);
}

void
put_string(struct buf *b, struct span bytes)
{
	buf_addc(b, '(');
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.s[i];
		if (c < ' ' || c > '~') {
			buf_printf(b, "\\%03o", c);
			continue;
		}
		if (c == '(' || c == ')' || c == '\\')
			buf_addc(b, '\\');
		buf_addc(b, (char)c);
	}
	buf_addc(b, ')');
}

void
put_utf16(struct buf *b, struct span text)
{
	buf_adds(b, "<FEFF");
	for (size_t i = 0; i < text.n;) {
		uint32_t c = utf8_next(text.s, text.n, &i);
		c = c == UTF8_BAD ? 0xFFFD : c;
		if (c >= 0x10000)
			buf_printf(b, "%04X%04X", 0xD7C0u + (unsigned)(c >> 10), 0xDC00u + (unsigned)(c & 0x3FF));
		else
			buf_printf(b, "%04X", (unsigned)c);
	}
	buf_addc(b, '>');
}

void
put_text(struct buf *b, const char *utf8)
{
	struct span text = span_of(utf8);
	size_t i = 0;
	while (i < text.n && utf8[i] >= ' ' && utf8[i] <= '~')
		i++;
	if (i == text.n)
		put_string(b, text);
	else
		put_utf16(b, text);
}

void
put_entry(struct buf *b, const char *key, const char *utf8)
{
	if (utf8 == NULL)
		return;
	put_name(b, key);
	put_text(b, utf8);
}
