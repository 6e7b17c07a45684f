/* SPDX-License-Identifier: MIT */
/*
 * write.h - a PDF 1.7 file in the making: numbered objects packed into object streams (ISO 32000-1
 * 7.5.7), compressed streams, a cross-reference stream (7.5.8).
 * Needs: base, libdeflate.  Owns: a writer owns its tables; the file goes to the buffer given.
 *
 * The same calls give the same bytes.
 */
#ifndef PDF_WRITE_H
#define PDF_WRITE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/text.h"

struct writer;

struct writer *writer_new(struct buf *out);
void writer_free(struct writer *);
/* Numbers for `count` objects to come; gives the first. */
unsigned writer_reserve(struct writer *, unsigned count);
/* Begin the object of that number; its text is what is added to the buffer before the next call
 * that takes the writer. */
struct buf *writer_object(struct writer *, unsigned number);
/* A stream; entries are those of its dictionary but /Length and, when it is to be compressed, /Filter. */
void writer_stream(struct writer *, unsigned number, const char *entries, struct span bytes, bool compress);
/* The entry of a stream that is compressed. */
#define STREAM_FILTER "/Filter/FlateDecode"
/* The bytes of one, in the arena: for what can be compressed beside other work. */
struct span stream_pack(struct arena *, struct span bytes);
/* End the file. */
void writer_close(struct writer *, unsigned root, unsigned info);

/* The parts of an object's text. */
void put_fixed(struct buf *, double, int decimals);       /* 0 to 5 of them, as many as it takes */
void put_real(struct buf *, double);                      /* two decimals, a blank before */
void put_ref(struct buf *, unsigned number);              /* " N 0 R" */
void put_name(struct buf *, const char *name);            /* "/name", escaped; name without slash */
void put_string(struct buf *, struct span bytes);         /* "(...)" of bytes */
void put_text(struct buf *, const char *utf8);            /* a text string (7.9.2.2) */
void put_utf16(struct buf *, struct span utf8);           /* the same, always in hexadecimal digits */
/* "/key (text)", or nothing when the text is NULL. */
void put_entry(struct buf *, const char *key, const char *utf8);

#endif
