/* SPDX-License-Identifier: MIT */
/* text.c - text of the draft into the tree, byte by byte with its fate. */
#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define LEADER_DOTS 2 /* so many lead to a page, where nothing but figures follows */

void
fate_set(struct work *w, uint32_t off, uint32_t end, enum fate fate)
{
	if (off < end && end <= w->draft->text.n)
		memset(w->out->fate + off, (int)fate, end - off);
}

void
fate_drop(struct work *w, uint32_t off, uint32_t end, const char *rule)
{
	struct drop *d;

	if (off >= end || end > w->draft->text.n)
		return;
	d = VEC_PUSH(w->arena, w->out->drop, w->out->ndrop, w->drop_cap);
	*d = (struct drop){off, end - off, rule};
	fate_set(w, off, end, FATE_DROPPED);
}

static bool
blank_byte(const char *s)
{
	return *s == ' ' || *s == '\t' || *s == '\n' || *s == '\r';
}

/* Bytes of the blank character at s, or 0 (NBSP, ideographic and other wide blanks count). */
static size_t
blank_at(const char *s, size_t n)
{
	size_t i = 0;
	uint32_t cp;

	if (blank_byte(s))
		return 1;
	cp = utf8_next(s, n, &i);
	return cp == 0xA0 || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x200B) || cp == 0x202F || cp == 0x2028 ||
	       cp == 0x2029 || cp == 0x85 || cp == 0xFEFF || cp < 0x20 ? i : 0;
}

static int
by_off(const void *a, const void *b)
{
	const struct drop *x = a, *y = b;

	return x->off < y->off ? -1 : x->off > y->off;
}

void
fate_close(struct work *w)
{
	const char *s = w->draft->text.s;
	uint32_t n = (uint32_t)w->draft->text.n, i = 0;

	while (i < n) {
		const uint8_t *open = memchr(w->out->fate + i, FATE_NONE, n - i);
		uint32_t from;
		size_t step;
		if (open == NULL)
			break;
		from = i = (uint32_t)(open - w->out->fate);
		while (i < n && w->out->fate[i] == FATE_NONE && (step = blank_at(s + i, n - i)) > 0)
			i += (uint32_t)step;
		if (i > from)
			fate_drop(w, from, i, "blank");
		else
			i++;
	}
	if (w->out->ndrop)
		qsort(w->out->drop, w->out->ndrop, sizeof *w->out->drop, by_off);
}

size_t
recognised_unplaced(const struct recognised *r, uint32_t *first)
{
	size_t i, n = 0;

	for (i = 0; i < r->draft->text.n; i++)
		if (r->fate[i] == FATE_NONE && n++ == 0 && first)
			*first = (uint32_t)i;
	return n;
}

static void
place(struct work *w, struct rep_node *parent, uint32_t off, uint32_t end)
{
	if (off >= end)
		return;
	rep_text(w->out->report, parent, (struct span){w->draft->text.s + off, end - off}, off, end - off,
	         FATE_PLACED);
	fate_set(w, off, end, FATE_PLACED);
}

/* The dots of an entry that lead to its page in text[off, end), with the blanks around them; false when none do. */
static bool
leaders(struct span text, uint32_t off, uint32_t end, uint32_t *from, uint32_t *to)
{
	size_t i = off, dots = 0, at = 0;

	for (*from = *to = off; i < end && dots < LEADER_DOTS; *to = (uint32_t)i) {
		uint32_t u = utf8_next(text.s, end, &i);
		dots += u == '.' ? 1 : u == 0x2026 ? LEADER_DOTS : 0;
		if (u != '.' && u != 0x2026 && u != ' ') {
			*from = (uint32_t)i;
			dots = 0;
		}
	}
	while (*to < end && (text.s[*to] == ' ' || text.s[*to] == '.' ||
	                     span_starts(span_sub(text, *to, end), "\xE2\x80\xA6")))
		*to += text.s[*to] == ' ' || text.s[*to] == '.' ? 1 : 3;
	/* paragraphs and the page follow, or the page is on the next line */
	for (at = *to; at < end && !char_letter(char_after(text, at));)
		utf8_next(text.s, end, &at);
	return dots >= LEADER_DOTS && at >= end;
}

void
text_place(struct work *w, struct rep_node *parent, uint32_t off, uint32_t end)
{
	const char *s = w->draft->text.s;
	uint32_t from, to;

	if (parent->kind != REP_ENTRY || !leaders(w->draft->text, off, end, &from, &to)) {
		place(w, parent, off, end);
		return;
	}
	/* a blank stays between words and page; without one the dots do */
	bool before = s[from] == ' ' && to < end, behind = !before && s[to - 1] == ' ' && to < end;
	if (to < end && !before && !behind) {
		place(w, parent, off, end);
		return;
	}
	place(w, parent, off, from + before);
	fate_drop(w, from + before, to - behind, "contents.leader");
	place(w, parent, to - behind, end);
}

void
text_moved(struct work *w, uint32_t off, uint32_t n, const char *rule)
{
	struct recognised *out = w->out;
	size_t i;

	VEC_PUSH(w->arena, out->moved, out->nmoved, w->moved_cap);
	for (i = out->nmoved - 1; i > 0 && out->moved[i - 1].off > off; i--)
		out->moved[i] = out->moved[i - 1];
	out->moved[i] = (struct drop){off, n, rule};
}

/* Does a line end between these two leave a blank? */
static bool
leaves_blank(struct span a, struct span b)
{
	size_t i = a.n, j = 0;
	uint32_t last, first;

	if (a.n == 0 || b.n == 0)
		return false;
	last = utf8_prev(a.s, &i);
	first = utf8_next(b.s, b.n, &j);
	if (char_wide(last))
		return false;
	if (char_wide(first) && last != '.' && last != ',')
		return false;
	if ((last == '-' || last == 0x2010 || last == 0x2011) && i > 0 && a.s[i - 1] != ' ')
		return char_arabic(first);
	if (last == '/' && i > 0 && a.s[i - 1] != ' ')
		return false;
	return true;
}

/* Bytes [from, to) become a blank, or nothing. */
static void
join(struct work *w, struct rep_node *parent, uint32_t from, uint32_t to, bool blank)
{
	if (to == from)
		return;
	rep_text(w->out->report, parent, blank ? SPAN_LIT(" ") : SPAN_LIT(""), from, to - from, FATE_JOINED);
	fate_set(w, from, to, FATE_JOINED);
}

void
text_join(struct work *w, struct rep_node *parent, const struct rline *a, const struct rline *b)
{
	bool page_number = parent->kind == REP_ENTRY && is_figure(rline_text(w, b));
	bool blank = page_number || leaves_blank(rline_text(w, a), rline_text(w, b));
	uint32_t from = a->off + a->n, to = b->off, i;

	/* only the line end itself when furniture or notes stand between */
	for (i = from; i < to && w->out->fate[i] == FATE_NONE && blank_at(w->draft->text.s + i, to - i) > 0; i++)
		;
	to = i;
	while (to > from && to < b->off && ((unsigned char)w->draft->text.s[to] & 0xC0) == 0x80)
		to--;
	join(w, parent, from, to, blank);
}

void
text_join_column(struct work *w, struct rep_node *parent, uint32_t from, uint32_t to)
{
	join(w, parent, from, to, true);
}
