/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

struct json
json_begin(struct buf *out)
{
	return (struct json){.out = out};
}

struct json
json_begin_pretty(struct buf *out)
{
	return (struct json){.out = out, .indent = true};
}

static void
new_line(struct json *j)
{
	if (!j->indent || j->depth > 2)
		return;
	buf_addc(j->out, '\n');
	for (int k = 0; k < j->depth; k++)
		buf_adds(j->out, "  ");
}

/* Comma and line before the next member of the open level, unless a key was just written. */
static void
separate(struct json *j)
{
	if (j->depth == 0 || (j->out->n > 0 && j->close[j->depth - 1] == '}' &&
	                      j->out->data[j->out->n - 1] == ':'))
		return;
	if (j->some[j->depth - 1])
		buf_addc(j->out, ',');
	j->some[j->depth - 1] = true;
	new_line(j);
}

static void
open_level(struct json *j, char open, char close)
{
	separate(j);
	assert(j->depth < JSON_DEPTH);
	buf_addc(j->out, open);
	j->close[j->depth] = close;
	j->some[j->depth] = false;
	j->depth++;
}

void
json_object(struct json *j)
{
	open_level(j, '{', '}');
}

void
json_array(struct json *j)
{
	open_level(j, '[', ']');
}

void
json_end(struct json *j)
{
	assert(j->depth > 0);
	j->depth--;
	if (j->some[j->depth] && j->depth < 2)
		new_line(j);
	buf_addc(j->out, j->close[j->depth]);
}

static void
quoted(struct buf *b, struct span s)
{
	buf_addc(b, '"');
	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s.s, s.n, &i);
		if (c == UTF8_BAD)
			buf_addu(b, 0xFFFD);
		else if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", (int)c);
		else if (c == '\n')
			buf_adds(b, "\\n");
		else if (c < 0x20)
			buf_printf(b, "\\u%04x", (unsigned)c);
		else
			buf_addu(b, c);
	}
	buf_addc(b, '"');
}

void
json_key(struct json *j, const char *key)
{
	separate(j);
	quoted(j->out, span_of(key));
	buf_addc(j->out, ':');
}

void
json_string(struct json *j, struct span s)
{
	separate(j);
	quoted(j->out, s);
}

void
json_number(struct json *j, double x)
{
	separate(j);
	if (!isfinite(x))
		buf_adds(j->out, "null");
	else if (x == floor(x) && fabs(x) < 1e15)
		buf_printf(j->out, "%.0f", x);
	else
		buf_printf(j->out, "%.6g", x);
}

void
json_bool(struct json *j, bool x)
{
	separate(j);
	buf_adds(j->out, x ? "true" : "false");
}

void
json_key_string(struct json *j, const char *key, struct span s)
{
	json_key(j, key);
	json_string(j, s);
}

void
json_key_number(struct json *j, const char *key, double x)
{
	json_key(j, key);
	json_number(j, x);
}

void
json_key_bool(struct json *j, const char *key, bool x)
{
	json_key(j, key);
	json_bool(j, x);
}
