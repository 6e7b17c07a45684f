/* SPDX-License-Identifier: MIT */
/*
 * mirror.c - laid out pages that are read from the right, as if they were read from the left.
 *
 * Where a line begins and what stands beside it are measured from the left.  On a page in a script that is read from
 * the right the same is measured from the right: there the pieces of a line change their order and their places.
 *
 *      printed     "A/99/1         heading         "     read     "heading         A/99/1"
 *                  "        text of a paragraph - 3"              "3 - text of a paragraph"
 */
#include <string.h>

#include "source/direction.h"
#include "source/forms.h"

#define WIDEST 256 /* columns: no line of a page has more */
#define GROWTH 8   /* times the bytes of a page that its mirrored lines may take: pages need little more than they have */

/* How a page is laid out. */
struct layout {
	size_t left, right; /* letters that are read so */
	size_t width, lines; /* of those that hold something */
};

/* A piece of a line: its bytes, and its columns. */
struct piece {
	size_t from, to, first, last;
};

/* The piece of s at or behind *at, with *column that of *at; blanks by twos and more part pieces. */
static bool
next_piece(struct span s, size_t *at, size_t *column, struct piece *p)
{
	while (*at < s.n && (s.s[*at] == ' ' || s.s[*at] == '\t'))
		++*at, ++*column;
	*p = (struct piece){.from = *at, .to = *at, .first = *column, .last = *column};
	while (*at < s.n) {
		bool blank = s.s[*at] == ' ' || s.s[*at] == '\t';
		if (blank && p->to < *at)
			break;
		utf8_next(s.s, s.n, at);
		++*column;
		if (!blank)
			p->to = *at, p->last = *column;
	}
	return p->to > p->from;
}

static struct layout
layout_of(struct span page)
{
	struct layout l = {0};
	size_t column = 0;
	bool empty = true; /* the line so far */
	for (size_t i = 0; i < page.n;) {
		uint32_t c = utf8_next(page.s, page.n, &i);
		enum direction way = direction_of(c);
		l.left += way == LEFTWARD;
		l.right += way == RIGHTWARD;
		if (c == '\n') {
			column = 0;
			empty = true;
			continue;
		}
		column++;
		if (c == ' ')
			continue;
		l.width = column > l.width ? column : l.width;
		l.lines += empty;
		empty = false;
	}
	return l;
}

static void
put_line(struct arena *a, struct traced *out, const struct traced *in, size_t at, size_t end, size_t width)
{
	struct span line = {in->s + at, end - at};
	struct piece p[WIDEST];
	size_t n = 0, i = 0, column = 0, last = 0, origin = at; /* they keep rising */
	while (n < WIDEST && next_piece(line, &i, &column, &p[n]))
		n++;
	for (; n > 0; n--) {
		const struct piece *q = &p[n - 1];
		for (size_t to = width - q->last; last < to; last++)
			traced_add(a, out, " ", 1, in->origin[origin]);
		traced_copy(a, out, line.s + q->from, in->origin + origin, q->to - q->from);
		origin += q->to - q->from;
		last = width - q->first;
	}
}

/* True when the page is read from the right. */
static bool
put_page(struct arena *a, struct traced *out, const struct traced *in, size_t from, size_t to)
{
	struct layout l = layout_of((struct span){in->s + from, to - from});
	if (l.left <= l.right || l.width > WIDEST || l.lines * l.width > (to - from) * GROWTH) {
		traced_copy(a, out, in->s + from, in->origin + from, to - from);
		return false;
	}
	for (size_t at = from; at < to;) {
		const char *nl = memchr(in->s + at, '\n', to - at);
		size_t end = nl != NULL ? (size_t)(nl - in->s) : to;
		put_line(a, out, in, at, end, l.width);
		if (end < to)
			traced_copy(a, out, in->s + end, in->origin + end, 1);
		at = end + 1;
	}
	return true;
}

bool
mirror_pages(struct arena *a, struct decoded *in, struct source_account *account)
{
	const struct traced old = in->text;
	struct traced out = {0};
	bool mirrored = false;
	traced_reserve(a, &out, old.n + 1);
	for (size_t k = 0, at = 0; k <= in->npage; k++) {
		size_t end = k < in->npage ? in->page[k] : old.n;
		mirrored = put_page(a, &out, &old, at, end) || mirrored;
		if (k < in->npage)
			in->page[k] = (uint32_t)out.n;
		at = end;
	}
	traced_reserve(a, &out, out.n + 1);
	out.s[out.n] = '\0';
	account->normalised += (ptrdiff_t)utf8_count((struct span){old.s, old.n}) -
	                       (ptrdiff_t)utf8_count((struct span){out.s, out.n});
	in->text = out;
	return mirrored;
}
