/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
/*
 * markdown.c - Markdown to lines.  md4c hands out pieces of the text that point into the input,
 * so every byte's place is known; what it does not hand out is mark-up.  Two things it swallows
 * are taken back from the input: the printed numbers of list items and the marks of notes.
 */
#include <md4c.h>
#include <string.h>

#include "source/forms.h"

struct reader {
	struct arena *arena;
	struct draft *draft;
	const struct traced *in;
	struct traced out;
	struct diag *diag;
	size_t cap_line, cap_mark;
	size_t line_start;           /* in out, of the line being built; SIZE_MAX = none */
	uint32_t last_end;           /* byte of the input behind the last piece */
	uint32_t last_line_end;      /* the same when the last line was closed */
	uint32_t para;
	unsigned depth, items, quotes, tables, heading;
	bool item_opens;             /* the next text is the first of a list item */
	bool ordered[FORM_DEPTH];
	bool in_row, row_head, cells; /* cells: the row has one already */
	bool code;
	const char *note;            /* label of the note definition being read */
	size_t open_mark[FORM_DEPTH];
	unsigned nopen;
};

static enum line_kind
kind_now(const struct reader *r)
{
	if (r->in_row)
		return r->row_head ? LINE_ROW_HEAD : LINE_ROW;
	if (r->heading > 0)
		return LINE_HEADING;
	if (r->note != NULL)
		return LINE_NOTE;
	if (r->code)
		return LINE_CODE;
	if (r->items > 0)
		return r->ordered[r->items - 1] ? LINE_ITEM : LINE_BULLET;
	return r->quotes > 0 ? LINE_QUOTE : LINE_TEXT;
}

/* Blank lines of the input between two places. */
static uint16_t
blank_lines(const struct reader *r, uint32_t from, uint32_t to)
{
	unsigned n = 0;
	for (uint32_t i = from; i < to && i < r->in->n; i++)
		n += r->in->s[i] == '\n';
	return (uint16_t)(n > 1 ? n - 1 : 0);
}

/* Close the line being built; its end becomes LF when another line follows. */
static void
end_line(struct reader *r)
{
	if (r->line_start == SIZE_MAX)
		return;
	size_t from = r->line_start, end = r->out.n;
	r->line_start = SIZE_MAX;
	if (from == end)
		return;
	struct line *l = VEC_PUSH(r->arena, r->draft->line, r->draft->nline, r->cap_line);
	l->off = (uint32_t)from;
	l->text = (struct span){NULL, end - from};
	l->kind = kind_now(r);
	l->level = (uint8_t)(r->in_row ? r->tables : r->heading > 0 ? r->heading : r->items);
	l->label = r->note;
	l->para = r->para;
	r->last_line_end = r->last_end;
}

/* Make sure a line is open; text comes from `at` of the input. */
static void
begin_line(struct reader *r, uint32_t at)
{
	if (r->line_start != SIZE_MAX)
		return;
	if (r->out.n > 0)
		traced_add(r->arena, &r->out, "\n", 1, r->in->origin[at > 0 ? at - 1 : 0], true);
	r->line_start = r->out.n;
}

/* The printed number of the list item whose text starts at `at`: "15. ", "3) ". */
static uint32_t
number_before(const struct reader *r, uint32_t at)
{
	uint32_t i = at;
	while (i > 0 && (r->in->s[i - 1] == ' ' || r->in->s[i - 1] == '\t'))
		i--;
	if (i == 0 || (r->in->s[i - 1] != '.' && r->in->s[i - 1] != ')'))
		return at;
	i--;
	uint32_t digits = i;
	while (i > 0 && r->in->s[i - 1] >= '0' && r->in->s[i - 1] <= '9')
		i--;
	return i < digits ? i : at;
}

static struct mark *
add_mark(struct reader *r, enum mark_kind kind, const char *target)
{
	struct mark *m = VEC_PUSH(r->arena, r->draft->mark, r->draft->nmark, r->cap_mark);
	m->kind = kind;
	m->off = m->end = (uint32_t)r->out.n;
	m->target = target;
	return m;
}

/* Put n bytes of the decoded input at `at` into the line. */
static void
put(struct reader *r, uint32_t at, size_t n)
{
	begin_line(r, at);
	traced_copy(r->arena, &r->out, r->in->s + at, r->in->origin + at, n);
	r->last_end = at + (uint32_t)n;
}

/* Text with note calls: "[^3]" keeps its mark as text under a MARK_CALL. */
static void
put_text(struct reader *r, uint32_t at, size_t n)
{
	for (size_t i = 0; i < n;) {
		const char *s = r->in->s + at + i;
		const char *open = n - i >= 4 ? memmem(s, n - i, "[^", 2) : NULL;
		const char *close = open != NULL ? memchr(open, ']', (size_t)(s + (n - i) - open)) : NULL;
		size_t label = close != NULL ? (size_t)(close - open) - 2 : 0;
		if (label == 0 || label > 32) {
			put(r, at + (uint32_t)i, n - i);
			return;
		}
		uint32_t mark_at = (uint32_t)(open + 2 - r->in->s);
		bool definition = open == s && r->out.n == r->line_start + 0 && r->line_start != SIZE_MAX;
		if (open > s)
			put(r, at + (uint32_t)i, (size_t)(open - s));
		definition = (r->line_start == SIZE_MAX || r->out.n == r->line_start || definition) &&
		             close + 1 < r->in->s + at + n && close[1] == ':';
		char *name = arena_strndup(r->arena, open + 2, label);
		i = (size_t)(close + 1 - r->in->s) - at;
		if (definition) {
			r->note = name;
			i++;
			while (i < n && r->in->s[at + i] == ' ')
				i++;
			continue;
		}
		begin_line(r, mark_at);
		size_t k = r->draft->nmark;
		add_mark(r, MARK_CALL, name);
		put(r, mark_at, label);
		r->draft->mark[k].end = (uint32_t)r->out.n;
	}
}

static void
mark_open(struct reader *r, enum mark_kind kind, const char *target)
{
	if (r->nopen < FORM_DEPTH) {
		add_mark(r, kind, target);
		r->open_mark[r->nopen] = r->draft->nmark - 1;
	}
	r->nopen++;
}

static void
mark_close(struct reader *r)
{
	if (r->nopen > 0 && --r->nopen < FORM_DEPTH)
		r->draft->mark[r->open_mark[r->nopen]].end = (uint32_t)r->out.n;
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct reader *r = user;
	if (++r->depth > FORM_DEPTH) {
		diag(r->diag, DIAG_SRC_DEPTH, (struct pos){r->draft->name, 0, 0},
		     "%d levels of lists and quotes; simplify the Markdown", FORM_DEPTH);
		return -1;
	}
	if (type != MD_BLOCK_TH && type != MD_BLOCK_TD)
		end_line(r);
	switch (type) {
	case MD_BLOCK_QUOTE: r->quotes++; break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		r->ordered[r->items++] = type == MD_BLOCK_OL;
		break;
	case MD_BLOCK_LI: r->item_opens = true; r->para++; break;
	case MD_BLOCK_H: r->heading = ((MD_BLOCK_H_DETAIL *)detail)->level; r->para++; break;
	case MD_BLOCK_P: r->para++; break;
	case MD_BLOCK_CODE: r->code = true; r->para++; break;
	case MD_BLOCK_TABLE: r->tables++; break;
	case MD_BLOCK_THEAD: r->row_head = true; break;
	case MD_BLOCK_TR: r->in_row = true; r->cells = false; r->para++; break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		if (r->cells) {
			begin_line(r, r->last_end);
			traced_add(r->arena, &r->out, "\t", 1, r->in->origin[r->last_end], true);
		}
		r->cells = true;
		break;
	default: break;
	}
	return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct reader *r = user;
	(void)detail;
	r->depth--;
	if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
		return 0;
	end_line(r);
	switch (type) {
	case MD_BLOCK_QUOTE: r->quotes--; break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL: r->items--; break;
	case MD_BLOCK_H: r->heading = 0; break;
	case MD_BLOCK_P: r->note = NULL; break;
	case MD_BLOCK_CODE: r->code = false; break;
	case MD_BLOCK_THEAD: r->row_head = false; break;
	case MD_BLOCK_TR: r->in_row = false; break;
	default: break;
	}
	r->item_opens = r->item_opens && type != MD_BLOCK_LI;
	return 0;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct reader *r = user;
	const MD_ATTRIBUTE *href;
	if (r->line_start == SIZE_MAX)
		begin_line(r, r->last_end);
	switch (type) {
	case MD_SPAN_EM: mark_open(r, MARK_EMPH, NULL); break;
	case MD_SPAN_STRONG: mark_open(r, MARK_STRONG, NULL); break;
	case MD_SPAN_CODE: mark_open(r, MARK_CODE, NULL); break;
	case MD_SPAN_A:
		href = &((MD_SPAN_A_DETAIL *)detail)->href;
		mark_open(r, MARK_LINK, arena_strndup(r->arena, href->text ? href->text : "", href->size));
		break;
	case MD_SPAN_IMG:
		href = &((MD_SPAN_IMG_DETAIL *)detail)->src;
		mark_open(r, MARK_IMAGE, arena_strndup(r->arena, href->text ? href->text : "", href->size));
		break;
	default: mark_open(r, MARK_EMPH, NULL); break;
	}
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	(void)type, (void)detail;
	mark_close(user);
	return 0;
}

/* HTML between the text: <sup>, <sub>, <br> and table parts mean something, the rest is mark-up. */
static void
html_tag(struct reader *r, const char *s, size_t n)
{
	static const struct { const char *tag; enum mark_kind kind; } spans[] = {
	    {"<sup", MARK_SUP}, {"<sub", MARK_SUB}, {"<em", MARK_EMPH}, {"<strong", MARK_STRONG}};
	struct span tag = {s, n};
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		if (span_starts(tag, spans[i].tag)) {
			begin_line(r, r->last_end);
			mark_open(r, spans[i].kind, NULL);
		} else if (n > 2 && s[1] == '/' && strncmp(s + 2, spans[i].tag + 1, strlen(spans[i].tag) - 1) == 0) {
			mark_close(r);
		}
	}
	if (span_starts(tag, "<br") || span_starts(tag, "<p") || span_starts(tag, "</p"))
		end_line(r);
	else if (span_starts(tag, "<table"))
		r->tables++;
	else if (span_starts(tag, "<tr")) {
		end_line(r);
		r->in_row = true;
		r->cells = false;
		r->para++;
	} else if (span_starts(tag, "<td") || span_starts(tag, "<th>") || span_starts(tag, "<th ")) {
		r->row_head = s[2] == 'h';
		if (r->cells) {
			begin_line(r, r->last_end);
			traced_add(r->arena, &r->out, "\t", 1, r->in->origin[s - r->in->s], true);
		}
		r->cells = true;
	} else if (span_starts(tag, "</tr")) {
		end_line(r);
		r->in_row = r->row_head = false;
	}
}

/* A piece of HTML: tags and the text between them. */
static void
put_html(struct reader *r, uint32_t at, size_t n)
{
	for (size_t i = 0; i < n;) {
		const char *s = r->in->s + at + i;
		const char *end = memchr(s, *s == '<' ? '>' : '<', n - i);
		size_t len = end == NULL ? n - i : (size_t)(end - s) + (*s == '<');
		if (*s == '<')
			html_tag(r, s, len);
		else if (span_trim((struct span){s, len}).n > 0)
			put(r, at + (uint32_t)i, len - (s[len - 1] == '\n'));
		i += len;
	}
}

static int
text(MD_TEXTTYPE type, const MD_CHAR *s, MD_SIZE n, void *user)
{
	struct reader *r = user;
	bool inside = s >= r->in->s && s + n <= r->in->s + r->in->n;
	uint32_t at = inside ? (uint32_t)(s - r->in->s) : r->last_end;
	if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
		end_line(r);
		return 0;
	}
	if (!inside || n == 0)
		return 0;
	if (r->item_opens) {
		r->item_opens = false;
		uint32_t number = r->items > 0 && r->ordered[r->items - 1] ? number_before(r, at) : at;
		if (number < at)
			put(r, number, at - number);
	}
	if (type == MD_TEXT_HTML) {
		put_html(r, at, n);
	} else if (type == MD_TEXT_CODE) {
		size_t len = n > 0 && s[n - 1] == '\n' ? n - 1 : n;
		if (len > 0)
			put(r, at, len);
		if (len < n)
			end_line(r);
	} else {
		put_text(r, at, n);
	}
	return 0;
}

bool
markdown_lines(struct arena *a, struct draft *draft, const struct traced *in, struct diag *d)
{
	struct reader r = {.arena = a, .draft = draft, .in = in, .diag = d, .line_start = SIZE_MAX};
	const MD_PARSER parser = {
	    .flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
	    .enter_block = enter_block, .leave_block = leave_block,
	    .enter_span = enter_span, .leave_span = leave_span, .text = text,
	};
	traced_reserve(a, &r.out, in->n + in->n / 8 + 16);
	if (md_parse(in->s, (MD_SIZE)in->n, &parser, &r) != 0)
		return false;
	end_line(&r);
	draft->text = (struct span){r.out.s, r.out.n};
	draft->origin = r.out.origin;
	r.out.s[r.out.n] = '\0';
	for (size_t i = 0; i < draft->nline; i++) {
		struct line *l = &draft->line[i];
		l->text.s = draft->text.s + l->off;
		const struct line *before = i > 0 ? l - 1 : NULL;
		uint32_t from = before ? before->off + (uint32_t)before->text.n - 1 : 0;
		if (before != NULL && before->para != l->para)
			l->blank_before = blank_lines(&r, draft->origin[from], draft->origin[l->off]);
		while (l->indent < l->text.n && l->text.s[l->indent] == ' ')
			l->indent++;
	}
	return true;
}
