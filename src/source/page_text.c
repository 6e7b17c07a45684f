/* SPDX-License-Identifier: MIT */
/*
 * page_text.c - page text to lines; tables that it draws with signs to rows.
 *
 * A form that puts a blank line behind each line says nothing with that blank line.  Papers are
 * not always spaced in one way throughout (a cover in another language, a table), so whether the
 * spacing is double is asked anew for every stretch of lines.
 */
#include <string.h>

#include "source/forms.h"
#include "source/ruled.h"

#define STRETCH 12 /* lines on each side that show how this one is spaced */

uint16_t
line_indent(struct span s)
{
	unsigned columns = 0;
	for (size_t i = 0; i < s.n && columns < UINT16_MAX - 8u; i++) {
		if (s.s[i] == ' ')
			columns++;
		else if (s.s[i] == '\t')
			columns = (columns / 8 + 1) * 8;
		else
			break;
	}
	return (uint16_t)columns;
}

/*
 * Take the blank lines of the form out of blank_before: n + 1 of 2n + 1 where lines are spaced
 * double.  A line with none before it was written together with the one above.
 */
static void
fold_spacing(struct arena *a, struct draft *draft)
{
	size_t n = draft->nline;
	uint32_t *spaced = ARENA_ARRAY(a, uint32_t, n + 1); /* how many of the first i lines are */
	for (size_t i = 0; i < n; i++)
		spaced[i + 1] = spaced[i] + (draft->line[i].blank_before > 0);
	for (size_t i = 0; i < n; i++) {
		size_t from = i > STRETCH ? i - STRETCH : 0, to = i + STRETCH < n ? i + STRETCH : n;
		struct line *l = &draft->line[i];
		if ((spaced[to] - spaced[from]) * 100 >= (to - from) * 55)
			l->blank_before /= 2;
	}
}

/* Page text on its way to lines.  Until the first table the clean text is the decoded text itself. */
struct pages {
	struct arena *arena;
	struct draft *draft;
	const struct decoded *in;
	struct traced out;   /* the text with the rows of tables in their places, up to `copied` of the input */
	size_t copied;
	size_t cap, blank, next_page, tables;
	uint32_t page;
};

static struct line *
add_line(struct pages *p, size_t off, size_t n)
{
	struct line *l = VEC_PUSH(p->arena, p->draft->line, p->draft->nline, p->cap);
	l->off = (uint32_t)off;
	l->text.n = n;
	l->page = p->page;
	l->blank_before = (uint16_t)(p->blank > UINT16_MAX ? UINT16_MAX : p->blank);
	p->blank = 0;
	return l;
}

static void
copy_to(struct pages *p, size_t at)
{
	const struct traced *t = &p->in->text;
	if (at > p->copied)
		traced_copy(p->arena, &p->out, t->s + p->copied, t->origin + p->copied, at - p->copied);
	p->copied = at;
}

static void
add_table(struct pages *p, size_t at, const struct ruled *table)
{
	bool head;
	copy_to(p, at);
	p->copied = table->end;
	p->tables++;
	at = table->head;
	for (size_t off = p->out.n; ruled_row(p->arena, &p->in->text, table, &at, &p->out, &head); off = p->out.n) {
		size_t n = p->out.n - off;
		struct line *l = add_line(p, off, n - (p->out.s[p->out.n - 1] == '\n'));
		l->kind = head ? LINE_ROW_HEAD : LINE_ROW;
		l->level = (uint8_t)p->tables;
	}
}

/* The text is whole: give it to the draft and its lines. */
static void
finish(struct pages *p)
{
	const struct traced *t = &p->in->text;
	if (p->tables > 0) {
		copy_to(p, t->n);
		traced_reserve(p->arena, &p->out, p->out.n + 1);
		p->out.s[p->out.n] = '\0';
		t = &p->out;
	}
	p->draft->text = (struct span){t->s, t->n};
	p->draft->origin = t->origin;
	for (size_t i = 0; i < p->draft->nline; i++)
		p->draft->line[i].text.s = t->s + p->draft->line[i].off;
}

/* Lines that are not blank: as many as the draft may have. */
static size_t
lines_in(struct span t)
{
	size_t n = 0;
	for (size_t at = 0; at < t.n; at++) {
		const char *nl = memchr(t.s + at, '\n', t.n - at);
		size_t end = nl != NULL ? (size_t)(nl - t.s) : t.n;
		n += span_trim(span_sub(t, at, end)).n > 0;
		at = end;
	}
	return n;
}

void
page_lines(struct arena *a, struct draft *draft, const struct decoded *in)
{
	const struct traced *t = &in->text;
	struct pages p = {.arena = a, .draft = draft, .in = in, .page = in->npage > 0 ? 1 : 0};
	size_t tried = 0;
	p.cap = lines_in((struct span){t->s, t->n});
	draft->line = ARENA_ARRAY(a, struct line, p.cap + 1);
	for (size_t at = 0; at < t->n;) {
		const char *nl = memchr(t->s + at, '\n', t->n - at);
		size_t end = nl != NULL ? (size_t)(nl - t->s) : t->n;
		for (; p.next_page < in->npage && in->page[p.next_page] <= at; p.next_page++)
			p.page++;
		struct span text = {t->s + at, end - at};
		struct ruled table;
		if (span_trim(text).n == 0) {
			p.blank++;
		} else if (at >= tried && ruled_find(t, at, &table, &tried)) {
			add_table(&p, at, &table);
			at = table.end;
			continue;
		} else {
			add_line(&p, p.out.n + at - p.copied, text.n)->indent = line_indent(text);
		}
		at = end + 1;
	}
	finish(&p);
	if (draft->form == SOURCE_PAGE_DOUBLE)
		fold_spacing(a, draft);
}
