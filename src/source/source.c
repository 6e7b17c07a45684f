/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include <stdlib.h>
#include <string.h>

#include "source/direction.h"
#include "source/forms.h"

static const char *const form_names[SOURCE_FORMS] = {
    [SOURCE_AUTO] = "auto", [SOURCE_PAGE_DOUBLE] = "page-double",
    [SOURCE_PAGE_SINGLE] = "page-single", [SOURCE_PAGE_LAYOUT] = "page-layout",
    [SOURCE_MARKDOWN] = "markdown", [SOURCE_HTML] = "html", [SOURCE_DOCX] = "docx",
    [SOURCE_PDF] = "pdf",
};

const char *
source_form_name(enum source_form form)
{
	return form < SOURCE_FORMS ? form_names[form] : "unknown";
}

enum source_form
source_form_find(const char *name)
{
	for (int k = SOURCE_PAGE_DOUBLE; k < SOURCE_FORMS; k++)
		if (strcmp(form_names[k], name) == 0)
			return (enum source_form)k;
	return SOURCE_FORMS;
}

size_t
source_line(const struct draft *draft, uint32_t off)
{
	size_t low = 0, high = draft->nline;
	while (low + 1 < high) {
		size_t mid = (low + high) / 2;
		if (draft->line[mid].off <= off)
			low = mid;
		else
			high = mid;
	}
	return low;
}

const struct mark *
source_mark(const struct draft *d, uint32_t off, enum mark_kind kind)
{
	size_t low = 0, high = d->nmark;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (d->mark[mid].off <= off)
			low = mid + 1;
		else
			high = mid;
	}
	/* Marks nest a few deep at most. */
	for (size_t i = low, tries = 0; i-- > 0 && tries < 4; tries++)
		if (d->mark[i].kind == kind && d->mark[i].off <= off && off < d->mark[i].end)
			return &d->mark[i];
	return NULL;
}

struct pos
source_pos(const struct draft *draft, uint32_t off)
{
	struct pos p = {draft->name, 1, 1};
	if (draft->nline == 0)
		return p;
	const struct line *l = &draft->line[source_line(draft, off)];
	p.line = l->no;
	p.col = l->col;
	if (draft->origin == NULL) {
		p.col += l->col > 0 && off > l->off ? off - l->off : 0;
		return p;
	}
	uint32_t at = off < draft->text.n ? draft->origin[off] : draft->origin[draft->text.n - 1] + 1;
	struct span way = span_sub(draft->input, draft->origin[l->off], at);
	for (const char *nl; way.n > 0 && (nl = memchr(way.s, '\n', way.n)) != NULL; p.line++, p.col = 1)
		way = span_sub(way, (size_t)(nl - way.s) + 1, way.n);
	p.col += (uint32_t)way.n;
	return p;
}

/* Line numbers and columns of all lines, in one pass over the input. */
static void
place_lines(struct draft *draft)
{
	uint32_t no = 1;
	size_t start = 0, at = 0;
	for (size_t i = 0; i < draft->nline; i++) {
		size_t origin = draft->origin[draft->line[i].off];
		if (origin < start) /* notes of the text stand behind it */
			no = 1, start = at = 0;
		struct span way = span_sub(draft->input, at, origin);
		for (const char *nl; way.n > 0 && (nl = memchr(way.s, '\n', way.n)) != NULL; no++) {
			start = (size_t)(nl - draft->input.s) + 1;
			way = span_sub(draft->input, start, origin);
		}
		at = origin > at ? origin : at;
		draft->line[i].no = no;
		draft->line[i].col = (uint32_t)(origin - start) + 1;
	}
}

static uint32_t
next_char(struct span s, size_t *i)
{
	return utf8_next(s.s, s.n, i);
}

/* A character of the clean text: the byte it came from, and whether it may stand for a sign. */
struct place {
	uint32_t origin;
	bool sign;
};

static int
by_origin(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	return x->origin != y->origin ? (x->origin > y->origin) - (x->origin < y->origin) : x->sign - y->sign;
}

static struct place
next_place(const struct draft *draft, size_t *i)
{
	char c = draft->text.s[*i];
	struct place p = {draft->origin[*i], c == '\n' || c == '\t' || c == ' '};
	next_char(draft->text, i);
	return p;
}

/* The places by origin, or NULL when the text has them so: cells over several lines change the order. */
static struct place *
sorted_places(struct arena *a, const struct draft *draft)
{
	size_t n = 0, i = 1;
	while (i < draft->text.n && draft->origin[i - 1] <= draft->origin[i])
		i++;
	if (i >= draft->text.n)
		return NULL;
	struct place *p = ARENA_ARRAY(a, struct place, draft->account.text);
	for (i = 0; i < draft->text.n;)
		p[n++] = next_place(draft, &i);
	qsort(p, n, sizeof *p, by_origin);
	return p;
}

/*
 * Count what of the decoded text is mark-up: walk both texts, by origin, and give each character of
 * the clean text the one it came from.  A blank or line end may stand for any sign at its place.
 * False when a character of the clean text came from nowhere or twice.
 */
static bool
count_markup(struct arena *a, struct draft *draft, const struct traced *decoded)
{
	struct span whole = {decoded->s, decoded->n};
	const struct place *sorted = sorted_places(a, draft);
	size_t at = 0, i = 0, n = draft->account.text, markup = 0;
	struct place p = {0};
	for (size_t k = 0, taken = 0; k < whole.n;) {
		size_t from = k;
		next_char(whole, &k);
		if (i < n && i == taken) {
			p = sorted != NULL ? sorted[i] : next_place(draft, &at);
			taken++;
		}
		if (i < n && (p.origin == decoded->origin[from] || (p.sign && p.origin < decoded->origin[from])))
			i++;
		else
			markup++;
	}
	draft->account.markup = markup;
	return i == n;
}

/* Every character of the input is in the text or in one of the other columns. */
static bool
balance(struct arena *arena, struct draft *draft, const struct traced *decoded, struct diag *d)
{
	struct source_account *a = &draft->account;
	a->text = utf8_count(draft->text);
	/* text that is the decoded text itself has no mark-up */
	bool whole = decoded == NULL || decoded->s == draft->text.s || count_markup(arena, draft, decoded);
	ptrdiff_t sum = (ptrdiff_t)(a->text + a->markup + a->dropped) + a->normalised;
	if (whole && sum == (ptrdiff_t)a->input)
		return true;
	diag(d, DIAG_SRC_ACCOUNT, (struct pos){draft->name, 0, 0},
	     "%zu read, %zu in the text, %zu mark-up, %zu dropped, %td normalised", a->input, a->text,
	     a->markup, a->dropped, a->normalised);
	return false;
}

static bool
read_text(struct arena *a, struct draft *draft, enum source_form form, struct diag *d)
{
	struct decoded in = {0};
	if (!decode_text(a, draft->name, draft->input, &in, &draft->account, d))
		return false;
	struct span text = {in.text.s, in.text.n};
	if (form == SOURCE_AUTO && !kind_of_text(draft->name, text, &form, d))
		return false;
	if (form != SOURCE_HTML && form != SOURCE_MARKDOWN)
		direction_read_embedded(&in);
	draft->form = form != SOURCE_AUTO ? form : sniff_text(text);
	if (draft->form == SOURCE_HTML) {
		draft->account = (struct source_account){0}; /* of the text, not of the tags */
		return html_lines(a, draft, &in, d) && balance(a, draft, NULL, d);
	}
	if (draft->form == SOURCE_MARKDOWN && !markdown_lines(a, draft, &in, d))
		return false;
	bool pages = draft->form >= SOURCE_PAGE_DOUBLE && draft->form <= SOURCE_PAGE_LAYOUT;
	if (pages && direction_is_seen(text))
		direction_read_lines(&in.text);
	else if (pages && draft->form != SOURCE_PAGE_LAYOUT && direction_runs_are_seen(text))
		direction_read_runs(&in.text);
	if (draft->form == SOURCE_PAGE_LAYOUT)
		draft->mirrored = mirror_pages(a, &in, &draft->account);
	if (draft->form != SOURCE_MARKDOWN)
		page_lines(a, draft, &in);
	place_lines(draft);
	return balance(a, draft, &in.text, d);
}

struct draft *
source_read(struct arena *a, const char *name, struct span bytes, enum source_form form, struct diag *d)
{
	struct draft *draft = ARENA_NEW(a, struct draft);
	draft->name = name;
	if (!kind_of_input(draft->name, bytes, &form, d))
		return NULL;
	draft->input = form == SOURCE_DOCX || form == SOURCE_PDF ? bytes : charset_utf8(a, bytes);
	draft->form = form;
	bool ok = form == SOURCE_DOCX ? docx_lines(a, draft, d) && balance(a, draft, NULL, d)
	        : form == SOURCE_PDF ? pdf_lines(a, draft, d) && balance(a, draft, NULL, d)
	                             : read_text(a, draft, form, d);
	return ok ? draft : NULL;
}

void
source_lose_picture(struct arena *a, struct draft *draft, uint32_t line, uint32_t page, const char *why,
                    struct diag *d)
{
	*VEC_PUSH(a, draft->lost, draft->nlost, draft->cap_lost) = (struct lost_picture){line, page, why};
	diag(d, DIAG_SRC_PICTURE, (struct pos){draft->name, line, 0}, "%s", why);
}

/* What the form says of a line, as "key=value" words. */
static void
dump_evidence(const struct line *l, struct buf *out)
{
	if (l->level > 0)
		buf_printf(out, " level=%u", l->level);
	if (l->list > 0)
		buf_printf(out, " list=%u%s", l->list, l->opens ? "+" : "");
	if (l->quotes > 0)
		buf_printf(out, " quotes=%u", l->quotes);
	if (l->page > 0)
		buf_printf(out, " page=%u", l->page);
	if (l->para > 0)
		buf_printf(out, " para=%u", l->para);
	if (l->blank_before > 0)
		buf_printf(out, " blank=%u", l->blank_before);
	if (l->indent > 0)
		buf_printf(out, " indent=%u", l->indent);
	if (l->x > 0 || l->y > 0)
		buf_printf(out, " x=%.1f y=%.1f", (double)l->x, (double)l->y);
	if (l->end > 0)
		buf_printf(out, " end=%.1f", (double)l->end);
	if (l->size > 0)
		buf_printf(out, " size=%.1f", (double)l->size);
	if (l->bold)
		buf_adds(out, " bold");
	if (l->italic)
		buf_adds(out, " italic");
	if (l->centred)
		buf_adds(out, " centred");
	if (l->label != NULL)
		buf_printf(out, " label=%s", l->label);
}

static void
dump_mark(const struct draft *draft, const struct mark *m, struct buf *out)
{
	static const char *const kinds[] = {
	    [MARK_EMPH] = "emph", [MARK_STRONG] = "strong", [MARK_SUP] = "sup", [MARK_SUB] = "sub",
	    [MARK_CODE] = "code", [MARK_LINK] = "link", [MARK_CALL] = "call", [MARK_IMAGE] = "image"};
	buf_printf(out, "\t%s \"", kinds[m->kind]);
	buf_addspan(out, span_sub(draft->text, m->off, m->end));
	buf_adds(out, "\"");
	if (m->target != NULL)
		buf_printf(out, " <%s>", m->target);
	if (m->words != NULL)
		buf_printf(out, " (%s)", m->words);
	buf_addc(out, '\n');
}

void
source_dump(const struct draft *draft, struct buf *out)
{
	static const char *const kinds[] = {
	    [LINE_TEXT] = "text", [LINE_HEADING] = "heading", [LINE_ITEM] = "item",
	    [LINE_BULLET] = "bullet", [LINE_ROW] = "row", [LINE_ROW_HEAD] = "row-head",
	    [LINE_QUOTE] = "quote", [LINE_NOTE] = "note", [LINE_RULE] = "rule", [LINE_CODE] = "code",
	    [LINE_CAPTION] = "caption"};
	size_t m = 0;
	for (size_t i = 0; i < draft->nline; i++) {
		const struct line *l = &draft->line[i];
		buf_printf(out, "%u:%u %s", l->no, l->col, kinds[l->kind]);
		dump_evidence(l, out);
		buf_adds(out, " | ");
		buf_addspan(out, l->text);
		buf_addc(out, '\n');
		for (; m < draft->nmark && draft->mark[m].off < l->off + l->text.n; m++)
			dump_mark(draft, &draft->mark[m], out);
	}
}
