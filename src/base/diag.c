/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"

struct diag {
	struct arena *arena;
	const char *about; /* the file of messages that have none, or NULL */
	struct diag_message *v;
	size_t n, cap;
	size_t per_level[DIAG_LEVELS];
	uint32_t *seen; /* open table of indices + 1 by hash; size is a power of two, 0 = none yet */
	size_t seen_size;
};

static const struct {
	enum diag_level level;
	const char *id, *text;
} table[] = {
#define DIAG(code, level, id, text) [DIAG_##code] = {DIAG_##level, id, text},
#include "base/diag.def"
#undef DIAG
};

static const char *const level_names[DIAG_LEVELS] = {
    [DIAG_WARNING] = "warning",
    [DIAG_ERROR] = "error",
    [DIAG_UNSUPPORTED] = "unsupported",
    [DIAG_FATAL] = "fatal",
};

struct diag *
diag_new(void)
{
	struct diag *d = xcalloc(1, sizeof *d);
	d->arena = arena_new();
	return d;
}

void
diag_free(struct diag *d)
{
	if (d == NULL)
		return;
	arena_free(d->arena);
	free(d);
}

void
diag_about(struct diag *d, const char *file)
{
	d->about = arena_strdup(d->arena, file);
}

static bool
same_string(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The place in the table for m: where an equal message stands, or a free one. */
static uint32_t *
seen_place(const struct diag *d, const struct diag_message *m)
{
	uint64_t h = (m->pos.line * 31u + m->pos.col) * 31u + m->code;
	h = span_hash(span_hash(h, span_of(m->detail != NULL ? m->detail : "")) * 31,
	              span_of(m->pos.file != NULL ? m->pos.file : "")) * 31;
	for (size_t i = h; ; i++) {
		uint32_t *at = &d->seen[i & (d->seen_size - 1)];
		const struct diag_message *o = *at != 0 ? &d->v[*at - 1] : NULL;
		if (o == NULL || (o->code == m->code && o->pos.line == m->pos.line && o->pos.col == m->pos.col &&
		    same_string(o->pos.file, m->pos.file) && strcmp(o->detail, m->detail) == 0))
			return at;
	}
}

/* Room for one message more, at most half full. */
static void
seen_grow(struct diag *d)
{
	if (d->seen_size >= 2 * (d->n + 1))
		return;
	d->seen_size = d->seen_size == 0 ? 64 : 2 * d->seen_size;
	d->seen = ARENA_ARRAY(d->arena, uint32_t, d->seen_size);
	for (size_t i = 0; i < d->n; i++)
		*seen_place(d, &d->v[i]) = (uint32_t)i + 1;
}

void
diag(struct diag *d, enum diag_code code, struct pos pos, const char *fmt, ...)
{
	char detail[2048];
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(detail, sizeof detail, fmt, ap);
	va_end(ap);
	/* Never leave half a character at the cut. */
	size_t len = n < 0 ? 0 : (size_t)n < sizeof detail ? (size_t)n : sizeof detail - 1;
	if ((size_t)(n < 0 ? 0 : n) > len)
		while (len > 0 && ((unsigned char)detail[len] & 0xC0) == 0x80)
			len--;
	detail[len] = '\0';
	if (pos.file == NULL)
		pos.file = d->about;
	struct diag_message m = {.code = code, .pos = pos, .detail = detail};
	seen_grow(d);
	uint32_t *place = seen_place(d, &m);
	if (*place != 0)
		return;
	m.pos.file = pos.file ? arena_strdup(d->arena, pos.file) : NULL;
	m.detail = arena_strndup(d->arena, detail, len);
	*VEC_PUSH(d->arena, d->v, d->n, d->cap) = m;
	*place = (uint32_t)d->n;
	d->per_level[table[code].level]++;
}

void
diag_add(struct diag *d, const struct diag *from)
{
	for (size_t i = 0; i < from->n; i++)
		diag(d, from->v[i].code, from->v[i].pos, "%s", from->v[i].detail);
}

size_t
diag_count(const struct diag *d)
{
	return d->n;
}

const struct diag_message *
diag_at(const struct diag *d, size_t i)
{
	return &d->v[i];
}

size_t
diag_count_from(const struct diag *d, enum diag_level level)
{
	size_t n = 0;
	for (int k = (int)level; k < DIAG_LEVELS; k++)
		n += d->per_level[k];
	return n;
}

enum diag_level
diag_level_of(enum diag_code code)
{
	return table[code].level;
}

const char *
diag_id(enum diag_code code)
{
	return table[code].id;
}

int
diag_level_find(const char *name)
{
	for (int k = 0; k < DIAG_LEVELS; k++)
		if (strcmp(level_names[k], name) == 0)
			return k;
	return -1;
}

/* What a document says may neither break the line nor move the cursor of a terminal. */
static void
add_visible(struct buf *b, const char *s)
{
	size_t n = strlen(s);
	for (size_t i = 0; i < n;) {
		uint32_t c = utf8_next(s, n, &i);
		if (c == '\n' || c == '\t' || c == '\r')
			buf_addc(b, ' ');
		else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
			buf_printf(b, "\\x%02X", (unsigned)c);
		else
			buf_addu(b, c == UTF8_BAD ? 0xFFFD : c);
	}
}

/* `file:line:col: level: text: detail [ID]`, unknown parts left out. */
static void
format_text(const struct diag_message *m, struct buf *b)
{
	add_visible(b, m->pos.file != NULL ? m->pos.file : "rapporteur");
	buf_addc(b, ':');
	if (m->pos.line != 0)
		buf_printf(b, "%u:", m->pos.line);
	if (m->pos.line != 0 && m->pos.col != 0)
		buf_printf(b, "%u:", m->pos.col);
	buf_printf(b, " %s: %s", level_names[table[m->code].level], table[m->code].text);
	if (m->detail[0] != '\0') {
		buf_adds(b, ": ");
		add_visible(b, m->detail);
	}
	buf_printf(b, " [%s]", table[m->code].id);
}

static void
format_json(const struct diag_message *m, struct buf *b)
{
	struct json j = json_begin(b);
	json_object(&j);
	if (m->pos.file != NULL)
		json_key_string(&j, "file", span_of(m->pos.file));
	if (m->pos.line != 0)
		json_key_number(&j, "line", m->pos.line);
	if (m->pos.line != 0 && m->pos.col != 0)
		json_key_number(&j, "col", m->pos.col);
	json_key_string(&j, "level", span_of(level_names[table[m->code].level]));
	json_key_string(&j, "id", span_of(table[m->code].id));
	json_key_string(&j, "text", span_of(table[m->code].text));
	json_key_string(&j, "detail", span_of(m->detail));
	json_end(&j);
}

void
diag_format(const struct diag_message *m, bool json, struct buf *out)
{
	(json ? format_json : format_text)(m, out);
	buf_addc(out, '\n');
}

/* By line and column, equal places as they came. */
static int
compare_places(const void *a, const void *b)
{
	const struct diag_message *x = *(const struct diag_message *const *)a, *y = *(const struct diag_message *const *)b;
	if (x->pos.line != y->pos.line)
		return x->pos.line < y->pos.line ? -1 : 1;
	if (x->pos.col != y->pos.col)
		return x->pos.col < y->pos.col ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Messages in the order of their places: one run of them about one file at a time, for files have none. */
static const struct diag_message **
in_order(const struct diag *d)
{
	const struct diag_message **v = xcalloc(d->n, sizeof *v);
	for (size_t i = 0; i < d->n; i++)
		v[i] = &d->v[i];
	for (size_t from = 0, to; from < d->n; from = to) {
		for (to = from + 1; to < d->n && same_string(d->v[from].pos.file, d->v[to].pos.file);)
			to++;
		qsort(v + from, to - from, sizeof *v, compare_places);
	}
	return v;
}

void
diag_print_all(const struct diag *d, bool json, size_t most, FILE *f)
{
	struct { size_t n; const char *file; } told[DIAG_CODES] = {0};
	const struct diag_message **v = in_order(d);
	struct buf b = {0};
	for (size_t i = 0; i < d->n; i++) {
		if (++told[v[i]->code].n <= most || most == 0)
			diag_format(v[i], json, &b);
		else
			told[v[i]->code].file = v[i]->pos.file;
	}
	for (int code = 0; code < DIAG_CODES && most != 0; code++) {
		char detail[80];
		if (told[code].n <= most)
			continue;
		snprintf(detail, sizeof detail, "%zu more of these; --max-messages 0 shows all", told[code].n - most);
		diag_format(&(struct diag_message){(enum diag_code)code, {told[code].file, 0, 0}, detail}, json, &b);
	}
	if (b.n > 0)
		fwrite(b.data, 1, b.n, f);
	buf_free(&b);
	free(v);
}
