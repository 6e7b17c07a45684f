/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"

struct diag {
	struct arena *arena;
	struct diag_message *v;
	size_t n, cap;
	size_t per_level[DIAG_LEVELS];
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
diag(struct diag *d, enum diag_code code, struct pos pos, const char *fmt, ...)
{
	struct diag_message *m = VEC_PUSH(d->arena, d->v, d->n, d->cap);
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
	m->code = code;
	m->pos = pos;
	m->pos.file = pos.file ? arena_strdup(d->arena, pos.file) : NULL;
	m->detail = arena_strndup(d->arena, detail, len);
	d->per_level[table[code].level]++;
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

void
diag_print_text(const struct diag_message *m, FILE *f)
{
	if (m->pos.file != NULL)
		fprintf(f, "%s:", m->pos.file);
	else
		fputs("rapporteur:", f);
	if (m->pos.line != 0)
		fprintf(f, "%u:", m->pos.line);
	if (m->pos.line != 0 && m->pos.col != 0)
		fprintf(f, "%u:", m->pos.col);
	fprintf(f, " %s: %s", level_names[table[m->code].level], table[m->code].text);
	if (m->detail[0] != '\0')
		fprintf(f, ": %s", m->detail);
	fprintf(f, " [%s]\n", table[m->code].id);
}

void
diag_print_json(const struct diag_message *m, FILE *f)
{
	struct buf b = {0};
	struct json j = json_begin(&b);
	json_object(&j);
	if (m->pos.file != NULL)
		json_key_string(&j, "file", span_of(m->pos.file));
	if (m->pos.line != 0)
		json_key_number(&j, "line", m->pos.line);
	if (m->pos.col != 0)
		json_key_number(&j, "col", m->pos.col);
	json_key_string(&j, "level", span_of(level_names[table[m->code].level]));
	json_key_string(&j, "id", span_of(table[m->code].id));
	json_key_string(&j, "text", span_of(table[m->code].text));
	json_key_string(&j, "detail", span_of(m->detail));
	json_end(&j);
	buf_addc(&b, '\n');
	fwrite(b.data, 1, b.n, f);
	buf_free(&b);
}

void
diag_print_all(const struct diag *d, bool json, FILE *f)
{
	for (size_t i = 0; i < d->n; i++)
		if (json)
			diag_print_json(&d->v[i], f);
		else
			diag_print_text(&d->v[i], f);
}
