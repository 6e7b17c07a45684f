/* SPDX-License-Identifier: MIT */
#include "source/decode.h"

#include <glib.h>
#include <string.h>

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
traced_add(struct arena *a, struct traced *t, const char *s, size_t n, uint32_t from, bool same)
{
	traced_reserve(a, t, t->n + n);
	memcpy(t->s + t->n, s, n);
	for (size_t i = 0; i < n; i++)
		t->origin[t->n + i] = same ? from : from + (uint32_t)i;
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

static bool
check_bytes(const char *name, struct span bytes, struct diag *d)
{
	struct span head = span_sub(bytes, 0, 65536);
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

/* Marks that show nothing: bidi controls, BOM, soft hyphen, other controls but TAB, LF and FF. */
static bool
is_dropped(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\f') || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
	       c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
	       (c & 0xFFFE) == 0xFFFE;
}

/* A character that NFC might join to the one before or change: not below U+0300. */
static bool
may_change(uint32_t c)
{
	return c >= 0x300;
}

/* NFC of the last stretch, in place; input characters that vanished are counted. */
static void
normalise_tail(struct arena *a, struct traced *t, size_t from, struct source_account *account)
{
	size_t n = t->n - from;
	struct span old = {t->s + from, n};
	if (n == 0)
		return;
	char *nfc = g_utf8_normalize(t->s + from, (gssize)n, G_NORMALIZE_NFC);
	size_t m = nfc != NULL ? strlen(nfc) : n;
	if (nfc != NULL && (m != n || memcmp(nfc, t->s + from, n) != 0)) {
		uint32_t first = t->origin[from];
		size_t before = utf8_count(old), after = utf8_count((struct span){nfc, m});
		account->normalised += before > after ? before - after : 0;
		account->input += after > before ? after - before : 0;
		t->n = from;
		traced_add(a, t, nfc, m, first, true);
	}
	g_free(nfc);
}

bool
decode_text(struct arena *a, const char *name, struct span bytes, struct traced *out,
            struct source_account *account, struct diag *d)
{
	if (!check_bytes(name, bytes, d))
		return false;
	traced_reserve(a, out, bytes.n + 16);
	size_t word = 0; /* start of the stretch between blanks, for NFC */
	bool check = false;
	for (size_t i = 0; i < bytes.n;) {
		size_t at = i;
		uint32_t c = utf8_next(bytes.s, bytes.n, &i);
		account->input++;
		if (c == '\r') {
			bool crlf = i < bytes.n && bytes.s[i] == '\n';
			account->normalised += crlf;
			if (crlf)
				continue;
			c = '\n';
			traced_add(a, out, "\n", 1, (uint32_t)at, true);
		} else if (c == 0x85 || c == 0x2028 || c == 0x2029) {
			c = '\n';
			traced_add(a, out, "\n", 1, (uint32_t)at, true);
		} else if (is_dropped(c)) {
			account->dropped++;
			continue;
		} else {
			traced_add(a, out, bytes.s + at, i - at, (uint32_t)at, false);
		}
		check |= may_change(c);
		if (c == ' ' || c == '\n' || c == '\t') {
			if (check)
				normalise_tail(a, out, word, account);
			word = out->n;
			check = false;
		}
	}
	if (check)
		normalise_tail(a, out, word, account);
	out->s[out->n] = '\0';
	if (span_trim((struct span){out->s, out->n}).n == 0) {
		diag(d, DIAG_SRC_EMPTY, (struct pos){name, 0, 0}, "nothing to convert");
		return false;
	}
	return true;
}
