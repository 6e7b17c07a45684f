/* SPDX-License-Identifier: MIT */
/*
 * spacing.c - the tracking of letters as character spacing (Tc, ISO 32000-1 9.3.2).
 *
 * Cairo has no such thing and would write a number between all letters.  The painter gives it
 * glyphs without their tracking, and here Tc opens them again: after k glyphs of an item the pen
 * stands k times the tracking further than Cairo knew.  So does whatever is placed within an item;
 * where the next item starts in the same line that distance is taken back.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/groups.h"
#include "pdf/finish.h"
#include "pdf/token.h"

/* Numbers before an operator; Cairo writes six at most. */
#define OPERANDS 6

struct spacing {
	const struct page *page;
	size_t item, end;      /* the item whose glyphs are shown; end of the group */
	uint32_t glyph;        /* of it, shown so far */
	double tracking;       /* of the item, em */
	double line;           /* em by which the start of the text line was moved */
	double ahead;          /* em by which the pen is ahead of where Cairo believes it */
	double *tc;            /* what is set, NAN = unknown */
	struct buf digits;     /* of a hexadecimal string, which Cairo breaks into lines anywhere */
	struct span in;
	size_t done;           /* of the text read, written so far */
	struct buf *out;
};

static void
enter(struct spacing *s, size_t item)
{
	s->item = item;
	s->glyph = 0;
	s->tracking = item < s->end ? item_tracking_em(&s->page->item[item]) : 0;
}

/* The item of the next glyph; false when the group has no more. */
static bool
next_glyph(struct spacing *s)
{
	while (s->item < s->end && s->glyph == s->page->item[s->item].nglyph)
		enter(s, s->item + 1);
	return s->item < s->end;
}

static void
put_number(struct buf *b, double v)
{
	char text[32];
	int n = snprintf(text, sizeof text, "%.5f", v);
	while (n > 0 && text[n - 1] == '0')
		n--;
	n -= n > 0 && text[n - 1] == '.';
	buf_add(b, text, (size_t)n);
}

static void
set_tracking(struct spacing *s)
{
	if (*s->tc == s->tracking)
		return;
	*s->tc = s->tracking;
	put_number(s->out, s->tracking);
	buf_adds(s->out, " Tc ");
}

static void
copy_up_to(struct spacing *s, const char *to)
{
	size_t at = (size_t)(to - s->in.s);
	buf_addspan(s->out, span_sub(s->in, s->done, at));
	s->done = at;
}

/* Bytes of the glyph code at i of a string's inside. */
static size_t
code_bytes(struct span text, size_t i, bool hex)
{
	if (hex)
		return 4;
	if (text.s[i] != '\\')
		return 1;
	return i + 1 < text.n && text.s[i + 1] >= '0' && text.s[i + 1] <= '7' ? 4 : 2;
}

/* The array that is being written: number = the adjustment that waits, as Cairo counts it. */
struct array {
	bool open, in_string, hex;
	double number;
};

static void
close_string(struct spacing *s, struct array *a)
{
	if (a->in_string)
		buf_adds(s->out, a->hex ? ">" : ")");
	a->in_string = false;
}

/* Before the first glyph of an item: another tracking, and the pen back to where Cairo has it. */
static void
start_item(struct spacing *s, struct array *a)
{
	a->number += s->ahead * 1000;
	s->ahead = 0;
	if (*s->tc == s->tracking)
		return;
	close_string(s, a);
	if (a->open)
		buf_adds(s->out, "]TJ ");
	a->open = false;
	set_tracking(s);
}

/* Write the glyph codes of a string. */
static bool
put_codes(struct spacing *s, struct array *a, struct span text)
{
	for (size_t i = 0; i < text.n;) {
		size_t n = code_bytes(text, i, a->hex);
		if (text.s[i] == '\\' && i + 1 < text.n && text.s[i + 1] == '\n') { /* a string broken into lines */
			i += 2;
			continue;
		}
		if (i + n > text.n || !next_glyph(s))
			return false;
		if (s->glyph == 0)
			start_item(s, a);
		long number = lround(a->number);
		if (number != 0)
			close_string(s, a);
		if (!a->open)
			buf_addc(s->out, '[');
		if (number != 0)
			put_int(s->out, number);
		if (!a->in_string)
			buf_adds(s->out, a->hex ? "<" : "(");
		a->number = 0;
		a->open = a->in_string = true;
		buf_add(s->out, text.s + i, n);
		i += n;
		s->glyph++;
		s->ahead += s->tracking;
	}
	return true;
}

/* A string of codes; t stands behind its first token. */
static bool
put_string_token(struct spacing *s, struct tokens *t, struct array *a, struct span k)
{
	if (k.s[0] == '(')
		return k.n >= 2 && put_codes(s, a, span_sub(k, 1, k.n - 1));
	a->hex = true;
	s->digits.n = 0;
	struct span part = token_next(t);
	for (; part.n > 0 && !span_is(part, ">"); part = token_next(t))
		buf_addspan(&s->digits, part);
	return part.n > 0 && put_codes(s, a, buf_span(&s->digits));
}

/* "[...]TJ", or "(...)Tj"; k is its first token. */
static bool
show(struct spacing *s, struct tokens *t, struct span k)
{
	struct array a = {0};
	bool array = span_is(k, "[");
	long number;
	copy_up_to(s, k.s);
	if (next_glyph(s) && s->glyph > 0)
		set_tracking(s);
	for (k = array ? token_next(t) : k; k.n > 0 && !span_is(k, "]"); k = array ? token_next(t) : SPAN_LIT("]")) {
		if (token_integer(k, &number))
			a.number += (double)number;
		else if ((k.s[0] != '(' && !span_is(k, "<")) || !put_string_token(s, t, &a, k))
			return false;
	}
	close_string(s, &a);
	buf_adds(s->out, a.open ? "]TJ" : "");
	k = token_next(t);
	s->done = t->i;
	return span_is(k, array ? "TJ" : "Tj");
}

/* The group's first glyph after a place was set: how far it is from where Cairo has it, em. */
static double
moved(struct spacing *s)
{
	s->ahead = next_glyph(s) ? s->tracking * s->glyph : 0;
	return s->ahead;
}

/* "x y Td" and "a b c d e f Tm": places inside an item move with its glyphs. */
static void
place(struct spacing *s, struct span op, const struct span *operand, size_t n)
{
	bool matrix = span_is(op, "Tm");
	double to = moved(s), by = matrix ? to : to - s->line;
	s->line = to;
	if (n != (matrix ? 6u : 2u) || by == 0)
		return;
	const struct span *x = &operand[matrix ? 4 : 0];
	copy_up_to(s, x->s);
	put_number(s->out, strtod(x->s, NULL) + by * (matrix ? strtod(operand[0].s, NULL) : 1));
	s->done += x->n;
}

/* The content of the group; false when its glyphs are not those of the items. */
static bool
rewrite(struct spacing *s)
{
	struct span operand[OPERANDS];
	size_t n = 0;
	struct tokens t = {s->in.s, s->in.n, 0};
	for (struct span k = token_next(&t); k.n > 0; k = token_next(&t)) {
		if (span_is(k, "[") || k.s[0] == '(' || span_is(k, "<")) {
			if (!show(s, &t, k))
				return false;
		} else if (span_is(k, "<<")) {
			while (k.n > 0 && !span_is(k, ">>"))
				k = token_next(&t);
		} else if (k.s[0] == '-' || k.s[0] == '.' || (k.s[0] >= '0' && k.s[0] <= '9')) {
			memmove(operand, operand + (n == OPERANDS), (OPERANDS - 1) * sizeof *operand);
			n -= n == OPERANDS;
			operand[n++] = k;
			continue;
		} else if (span_is(k, "Td") || span_is(k, "Tm")) {
			place(s, k, operand, n);
		} else if (span_is(k, "Q")) {
			*s->tc = NAN;
		}
		n = 0;
	}
	copy_up_to(s, s->in.s + s->in.n);
	return !next_glyph(s);
}

bool
spacing_write(const struct page *page, size_t from, size_t to, struct span content, double *tc, struct buf *out)
{
	struct spacing s = {.page = page, .end = to, .tc = tc, .in = content, .out = out};
	enter(&s, from);
	bool ok = rewrite(&s);
	buf_free(&s.digits);
	return ok;
}
