/* SPDX-License-Identifier: MIT */
#include "epub/ocf.h"

#include <libdeflate.h>
#include <libxml/hash.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

#define DEFLATE_LEVEL 6

enum method { STORED = 0, DEFLATED = 8 };

struct ocf {
	struct buf *out, directory;
	struct libdeflate_compressor *deflate;
	unsigned date, time; /* as in MS-DOS, which is what a ZIP file holds */
	size_t nfile;
	xmlHashTable *names;
	bool twice;          /* a name was given again */
};

/* A number of n bytes, the lowest first. */
static void
put(struct buf *b, size_t v, int n)
{
	for (int i = 0; i < n; i++)
		buf_addc(b, (char)(v >> 8 * i));
}

struct ocf *
ocf_new(struct buf *out, const char *modified)
{
	unsigned y, m, d, hh, mm, ss;
	struct ocf *o = xcalloc(1, sizeof *o);
	o->out = out;
	o->names = xmlHashCreate(16);
	o->date = 1 << 5 | 1;
	if (sscanf(modified, "%4u-%2u-%2uT%2u:%2u:%2uZ", &y, &m, &d, &hh, &mm, &ss) == 6 && y >= 1980 && y <= 2107) {
		o->date = (y - 1980) << 9 | m << 5 | d;
		o->time = hh << 11 | mm << 5 | ss / 2;
	}
	o->deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (o->deflate == NULL)
		abort();
	return o;
}

/* What the head of a file and its entry in the directory both hold (4.3.7, 4.3.12). */
static void
put_facts(const struct ocf *o, struct buf *b, enum method method, struct span name, struct span bytes, size_t packed)
{
	put(b, method == STORED ? 10 : 20, 2); /* the version that unpacks it, times ten */
	put(b, 1 << 11, 2);                    /* names are UTF-8 */
	put(b, method, 2);
	put(b, o->time, 2);
	put(b, o->date, 2);
	put(b, libdeflate_crc32(0, bytes.s, bytes.n), 4);
	put(b, packed, 4);
	put(b, bytes.n, 4);
	put(b, name.n, 2);
	put(b, 0, 2); /* no extra field */
}

void
ocf_add(struct ocf *o, const char *name, struct span bytes, bool stored)
{
	struct span path = span_of(name);
	size_t start = o->out->n, most = stored ? 0 : libdeflate_deflate_compress_bound(o->deflate, bytes.n);
	char *room = xmalloc(most);
	size_t packed = stored ? bytes.n : libdeflate_deflate_compress(o->deflate, bytes.s, bytes.n, room, most);
	struct buf facts = {0};
	put_facts(o, &facts, stored ? STORED : DEFLATED, path, bytes, packed);
	buf_add(o->out, "PK\3\4", 4);
	buf_addspan(o->out, buf_span(&facts));
	buf_addspan(o->out, path);
	buf_addspan(o->out, stored ? bytes : (struct span){room, packed});
	free(room);

	buf_add(&o->directory, "PK\1\2", 4);
	put(&o->directory, 20, 2); /* the version it follows, times ten */
	buf_addspan(&o->directory, buf_span(&facts));
	put(&o->directory, 0, 2 + 2 + 2); /* no comment, first disk, no attributes inside */
	put(&o->directory, 0, 4);         /* nor outside */
	put(&o->directory, start, 4);
	buf_addspan(&o->directory, path);
	buf_free(&facts);
	o->nfile++;
	o->twice |= xmlHashAddEntry(o->names, (const xmlChar *)name, o) != 0;
}

/* The directory and its end (4.3.16). */
const char *
ocf_close(struct ocf *o)
{
	size_t start = o->out->n;
	buf_addspan(o->out, buf_span(&o->directory));
	buf_add(o->out, "PK\5\6", 4);
	put(o->out, 0, 2 + 2); /* one disk */
	put(o->out, o->nfile, 2);
	put(o->out, o->nfile, 2);
	put(o->out, o->directory.n, 4);
	put(o->out, start, 4);
	put(o->out, 0, 2); /* no comment */
	const char *fault = o->twice ? "two files have one name: give each of its files a name of its own"
	    : o->out->n > UINT32_MAX || o->nfile > UINT16_MAX
	    ? "it is larger than 4 GiB or has more than 65,535 files: use fewer or smaller pictures" : NULL;
	xmlHashFree(o->names, NULL);
	libdeflate_free_compressor(o->deflate);
	buf_free(&o->directory);
	free(o);
	return fault;
}
