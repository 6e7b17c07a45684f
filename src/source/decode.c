/* SPDX-License-Identifier: MIT */
#include "source/decode.h"
#include "source/direction.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define HEAD_BYTES 65536 /* looked at to tell text from binary data */

void
traced_reserve(struct arena *a, struct traced *t, size_t cap)
{
	if (cap <= t->cap)
		return;
	if (cap < t->cap * 2)
		cap = t->cap * 2;
	char *s = arena_alloc(a, cap + 1);
	uint32_t *origin = ARENA_ARRAY(a, uint32_t, cap + 1);
	if (t->n > 0) {
		memcpy(s, t->s, t->n);
		memcpy(origin, t->origin, t->n * sizeof *origin);
	}
	t->s = s;
	t->origin = origin;
	t->cap = cap;
}

void
traced_add(struct arena *a, struct traced *t, const char *s, size_t n, uint32_t from)
{
	traced_reserve(a, t, t->n + n);
	memcpy(t->s + t->n, s, n);
	for (size_t i = 0; i < n; i++)
		t->origin[t->n + i] = from + (uint32_t)i;
	t->n += n;
}

void
traced_copy(struct arena *a, struct traced *t, const char *s, const uint32_t *origin, size_t n)
{
	traced_reserve(a, t, t->n + n);
	memcpy(t->s + t->n, s, n);
	memcpy(t->origin + t->n, origin, n * sizeof *origin);
	t->n += n;
}

/* Line and column of a byte of the input. */
static struct pos
raw_pos(const char *name, struct span bytes, size_t at)
{
	struct pos p = {name, 1, 1};
	for (size_t i = 0; i < at && i < bytes.n; i++) {
		p.col++;
		if (bytes.s[i] == '\n') {
			p.line++;
			p.col = 1;
		}
	}
	return p;
}

/* NUL bytes mean UTF-16 when every other byte is one, else no text at all. */
static bool
check_bytes(const char *name, struct span bytes, struct diag *d)
{
	struct span head = span_sub(bytes, 0, HEAD_BYTES);
	bool utf16 = span_starts(head, "\xFF\xFE") || span_starts(head, "\xFE\xFF");
	if (utf16) {
		diag(d, DIAG_SRC_NOT_UTF8, (struct pos){name, 1, 1},
		     "it starts like UTF-16 but is broken; save it anew");
		return false;
	}
	if (head.n > 0 && memchr(head.s, '\0', head.n) != NULL) {
		diag(d, DIAG_SRC_BINARY, (struct pos){name, 0, 0}, "give text, Markdown, HTML, DOCX or PDF");
		return false;
	}
	size_t bad = utf8_invalid(bytes);
	if (bad != SIZE_MAX) {
		diag(d, DIAG_SRC_NOT_UTF8, raw_pos(name, bytes, bad),
		     "byte 0x%02X; convert the file, for example with iconv -f latin1 -t utf-8",
		     (unsigned char)bytes.s[bad]);
		return false;
	}
	return true;
}

bool
decode_drops(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF ||
	       (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE;
}

bool
decode_directs(uint32_t c)
{
	return c == 0x61C || c == 0x200E || c == 0x200F;
}

/* False only where Unicode's NFC_Quick_Check is Yes and the combining class 0. */
bool
decode_may_change(uint32_t c)
{
	if (c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x3400 && c < 0xA000) ||
	    (c >= 0x620 && c < 0x64B) || (c >= 0x660 && c < 0x670) || (c >= 0x671 && c < 0x6D6))
		return false;
	if (c >= 0x2002 && c < 0x20D0)
		return false;
	if (c >= 0x3000 && c < 0x3400)
		return (c >= 0x302A && c <= 0x302F) || c == 0x3099 || c == 0x309A;
	return c < 0xFF00 || c > 0xFFEF;
}

/* Put the NFC of n bytes that came from the input from `origin` on. */
static void
put_nfc(struct arena *a, struct traced *t, const char *s, const uint32_t *origin, size_t n,
        struct source_account *account)
{
	char *nfc = g_utf8_normalize(s, (gssize)n, G_NORMALIZE_NFC);
	struct span out = nfc != NULL ? span_of(nfc) : (struct span){s, n};
	if (span_eq(out, (struct span){s, n})) {
		traced_copy(a, t, s, origin, n);
	} else {
		account->normalised += (ptrdiff_t)utf8_count((struct span){s, n}) - (ptrdiff_t)utf8_count(out);
		for (size_t i = 0; i < out.n; i++)
			traced_add(a, t, out.s + i, 1, origin[0]);
	}
	g_free(nfc);
}

/*
 * NFC of the stretch from `from`, in place.  Only a character that may change and the one before
 * it need to be looked at together; between others the text can be cut.
 */
static void
normalise_tail(struct arena *a, struct traced *t, size_t from, struct source_account *account)
{
	size_t n = t->n - from, start = 0;
	char *old = xmalloc(n + 1);
	uint32_t *origin = xmalloc((n + 1) * sizeof *origin);
	memcpy(old, t->s + from, n);
	memcpy(origin, t->origin + from, n * sizeof *origin);
	t->n = from;
	bool change = false;
	for (size_t i = 0; i <= n;) {
		size_t at = i;
		bool cut = i == n || !decode_may_change(utf8_next(old, n, &i));
		if (cut && change)
			put_nfc(a, t, old + start, origin + start, at - start, account);
		else if (cut)
			traced_copy(a, t, old + start, origin + start, at - start);
		start = cut ? at : start;
		change = !cut;
		if (at == n)
			break;
	}
	free(origin);
	free(old);
}

struct decoder {
	struct arena *arena;
	struct span bytes;
	struct decoded *out;
	struct source_account *account;
	size_t word; /* start in the output of the stretch between blanks, for NFC */
	size_t bare; /* up to here the last line of the output was seen to hold blanks alone */
	bool check;  /* it holds a character that NFC may change */
	bool leftward;   /* the embedding is read from the right, though marked so it need not be */
	size_t marked;   /* start in the output of one that is marked so; SIZE_MAX outside and behind the next */
	size_t embedded; /* start in the output of one that is read from the left, in that; or SIZE_MAX */
};

static void
end_word(struct decoder *d)
{
	if (d->check)
		normalise_tail(d->arena, &d->out->text, d->word, d->account);
	d->check = false;
	d->word = d->out->text.n;
}

/* Printable ASCII, TAB and LF are copied in one piece; the number of bytes taken. */
static size_t
plain_run(struct decoder *d, size_t i)
{
	const unsigned char *s = (const unsigned char *)d->bytes.s;
	size_t from = i, blank = 0;
	for (; i < d->bytes.n && ((s[i] >= 0x20 && s[i] < 0x7F) || s[i] == '\n' || s[i] == '\t'); i++)
		if (s[i] <= 0x20)
			blank = i + 1;
	if (i == from)
		return 0;
	size_t split = blank > from ? blank - from : 0;
	if (split > 0) {
		/* the word before the run's first blank may still need NFC */
		size_t first = from;
		while (s[first] > 0x20)
			first++;
		traced_add(d->arena, &d->out->text, d->bytes.s + from, first - from, (uint32_t)from);
		end_word(d);
		traced_add(d->arena, &d->out->text, d->bytes.s + first, blank - first, (uint32_t)first);
		d->word = d->out->text.n;
	}
	traced_add(d->arena, &d->out->text, d->bytes.s + from + split, i - from - split, (uint32_t)(from + split));
	d->account->input += i - from;
	return i - from;
}

/* Does the last line of the output hold no text so far? */
static bool
line_is_bare(struct decoder *d)
{
	const struct traced *t = &d->out->text;
	size_t i = t->n;
	while (i > d->bare && (t->s[i - 1] == ' ' || t->s[i - 1] == '\t'))
		i--;
	if (i > d->bare && t->s[i - 1] != '\n')
		return false;
	d->bare = t->n;
	return true;
}

/*
 * Is the line behind an embedding at `at` read from the right?  It is where it has letters of that way, and where
 * it has none at all but a figure with the dash or stop of a number on its left.
 */
static bool
is_seen_from_right(const struct decoder *d, size_t at)
{
	bool other = false, figure = false, stop_first = false;
	for (size_t i = at; i < d->bytes.n && d->bytes.s[i] != '\n';) {
		uint32_t c = utf8_next(d->bytes.s, d->bytes.n, &i);
		enum direction way = direction_of(c);
		if (way == LEFTWARD)
			return true;
		if (c == 0x202B)
			break;
		other |= way == RIGHTWARD;
		stop_first |= !figure && c > ' ' && way == NEUTRAL && !(c >= 0x202A && c <= 0x202C);
		figure |= way == FIGURE;
	}
	return !other && figure && stop_first;
}

/*
 * Programs that take text out of PDF mark lines that are read from the right as embeddings, and within them what
 * holds no letters of that way as others, with its stops, blanks and numbers as they are seen from the left.  Of a line
 * without letters of that way all but the brackets and stops at its right edge, which come first, is the other.
 */
static void
embedding(struct decoder *d, uint32_t c, size_t next)
{
	struct traced *t = &d->out->text;
	end_word(d);
	if (c == 0x202B) {
		d->leftward = is_seen_from_right(d, next);
		d->marked = t->n;
	} else if (c == 0x202A && (d->leftward || d->marked != SIZE_MAX)) {
		d->embedded = t->n;
	} else if (c == 0x202C && d->embedded != SIZE_MAX) {
		size_t from = d->leftward ? d->embedded : d->marked;
		struct decoded *out = d->out;
		if ((d->leftward || from < d->embedded) && memchr(t->s + from, '\n', t->n - from) == NULL)
			*VEC_PUSH(d->arena, out->embedded, out->nembedded, out->cap_embedded) =
			    (struct embedded){(uint32_t)from, (uint32_t)d->embedded, (uint32_t)t->n};
		d->embedded = d->marked = SIZE_MAX;
	} else if (c == 0x202C) {
		d->leftward = false;
		d->marked = SIZE_MAX;
	}
}

/* One other character, at byte `at` up to `next`. */
static void
other(struct decoder *d, uint32_t c, size_t at, size_t next)
{
	struct traced *t = &d->out->text;
	d->account->input++;
	if (c == '\r' && next < d->bytes.n && d->bytes.s[next] == '\n') {
		d->account->normalised++;
	} else if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
		end_word(d);
		traced_add(d->arena, t, "\n", 1, (uint32_t)at);
		d->word = t->n;
	} else if (c == '\f') {
		end_word(d);
		bool inside = t->n > 0 && t->s[t->n - 1] != '\n';
		if (inside)
			traced_add(d->arena, t, "\n", 1, (uint32_t)at); /* a page end ends the line */
		else
			d->account->dropped++;
		d->word = t->n;
		*VEC_PUSH(d->arena, d->out->page, d->out->npage, d->out->cap_page) = (uint32_t)t->n;
	} else if (decode_drops(c)) {
		d->account->dropped++;
		if (c >= 0x202A && c <= 0x202C)
			embedding(d, c, next);
	} else if (decode_directs(c) && line_is_bare(d)) {
		d->account->dropped++;
		d->account->directions++;
	} else {
		traced_add(d->arena, t, d->bytes.s + at, next - at, (uint32_t)at);
		d->check |= decode_may_change(c);
	}
}

bool
decode_text(struct arena *a, const char *name, struct span bytes, struct decoded *out,
            struct source_account *account, struct diag *diag_to)
{
	struct decoder d = {.arena = a, .bytes = bytes, .out = out, .account = account, .marked = SIZE_MAX,
	                    .embedded = SIZE_MAX};
	if (!check_bytes(name, bytes, diag_to))
		return false;
	traced_reserve(a, &out->text, bytes.n + 16);
	for (size_t i = 0; i < bytes.n;) {
		size_t at = i, n = plain_run(&d, i);
		i += n;
		if (n == 0) {
			uint32_t c = utf8_next(bytes.s, bytes.n, &i);
			other(&d, c, at, i);
		}
	}
	end_word(&d);
	out->text.s[out->text.n] = '\0';
	if (span_trim((struct span){out->text.s, out->text.n}).n == 0) {
		diag(diag_to, DIAG_SRC_EMPTY, (struct pos){name, 0, 0}, "look whether it is the right file and was saved");
		return false;
	}
	return true;
}
