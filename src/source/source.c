/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include <string.h>
#include <strings.h>

#include "source/decode.h"
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

struct pos
source_pos(const struct draft *draft, uint32_t off)
{
	uint32_t at = draft->text.n == 0 ? 0
	            : off < draft->text.n ? draft->origin[off]
	                                  : draft->origin[draft->text.n - 1] + 1;
	/* The line that holds off, found by bisection, then columns from the input itself. */
	size_t low = 0, high = draft->nline;
	while (low + 1 < high) {
		size_t mid = (low + high) / 2;
		if (draft->line[mid].off <= off)
			low = mid;
		else
			high = mid;
	}
	if (draft->nline == 0)
		return (struct pos){draft->name, 1, 1};
	const struct line *l = &draft->line[low];
	struct pos p = {draft->name, l->no, l->col};
	for (uint32_t i = draft->origin[l->off]; i < at && i < draft->input.n; i++) {
		p.col++;
		if (draft->input.s[i] == '\n') {
			p.line++;
			p.col = 1;
		}
	}
	return p;
}

static bool
has_extension(const char *name, const char *ext)
{
	const char *dot = strrchr(name, '.');
	return dot != NULL && strcasecmp(dot + 1, ext) == 0;
}

/* Signs of Markdown at the start of a line, or links. */
static bool
looks_like_markdown(struct span text)
{
	size_t heads = 0, links = 0;
	for (size_t i = 0; i < text.n; i++) {
		bool start = i == 0 || text.s[i - 1] == '\n';
		size_t k = i;
		while (start && k < text.n && text.s[k] == '#')
			k++;
		heads += start && k > i && k - i <= 6 && k < text.n && text.s[k] == ' ';
		links += text.s[i] == ']' && i + 1 < text.n && text.s[i + 1] == '(';
	}
	return heads >= 2 || (heads + links >= 2 && links > 0);
}

/* Double: most lines are followed by a blank one.  Layout: columns are kept by runs of blanks. */
static enum source_form
page_form(struct span text)
{
	size_t lines = 0, followed = 0, runs = 0, at = 0;
	while (at < text.n) {
		const char *nl = memchr(text.s + at, '\n', text.n - at);
		size_t end = nl != NULL ? (size_t)(nl - text.s) : text.n;
		struct span line = span_trim(span_sub(text, at, end));
		if (line.n > 0) {
			const char *next = end + 1 < text.n ? memchr(text.s + end + 1, '\n', text.n - end - 1) : NULL;
			size_t stop = next != NULL ? (size_t)(next - text.s) : text.n;
			lines++;
			followed += end + 1 < text.n && span_trim(span_sub(text, end + 1, stop)).n == 0;
			runs += span_find(line, SPAN_LIT("   ")) != SIZE_MAX ||
			        span_starts(span_sub(text, at, end), "        ");
		}
		at = end + 1;
	}
	if (followed * 10 >= lines * 7 && lines > 3)
		return SOURCE_PAGE_DOUBLE;
	return runs * 6 >= lines && lines > 3 ? SOURCE_PAGE_LAYOUT : SOURCE_PAGE_SINGLE;
}

static enum source_form
sniff(const char *name, struct span text)
{
	if (has_extension(name, "md") || has_extension(name, "markdown"))
		return SOURCE_MARKDOWN;
	if (has_extension(name, "html") || has_extension(name, "htm") || has_extension(name, "xhtml"))
		return SOURCE_HTML;
	return looks_like_markdown(text) ? SOURCE_MARKDOWN : page_form(text);
}

struct line *
lines_add(struct arena *a, struct draft *draft, size_t *cap, size_t off, size_t end)
{
	struct line *l = VEC_PUSH(a, draft->line, draft->nline, *cap);
	l->off = (uint32_t)off;
	l->text = span_sub(draft->text, off, end);
	for (size_t i = off; i < end; i++) {
		if (draft->text.s[i] == ' ')
			l->indent++;
		else if (draft->text.s[i] == '\t')
			l->indent = (uint16_t)((l->indent / 8 + 1) * 8);
		else
			break;
	}
	return l;
}

/* Line numbers and columns of all lines, in one pass over the input. */
static void
place_lines(struct draft *draft)
{
	uint32_t no = 1;
	size_t start = 0, at = 0;
	for (size_t i = 0; i < draft->nline; i++) {
		size_t origin = draft->origin[draft->line[i].off];
		for (; at < origin && at < draft->input.n; at++)
			if (draft->input.s[at] == '\n') {
				no++;
				start = at + 1;
			}
		draft->line[i].no = no;
		draft->line[i].col = (uint32_t)(origin - start) + 1;
	}
}

/* Page text: every line that is not blank. */
static void
page_lines(struct arena *a, struct draft *draft, const struct traced *t)
{
	size_t cap = 0, blank = 0;
	uint32_t page = memchr(t->s, '\f', t->n) != NULL ? 1 : 0;
	for (size_t at = 0; at < t->n;) {
		const char *nl = memchr(t->s + at, '\n', t->n - at);
		size_t end = nl != NULL ? (size_t)(nl - t->s) : t->n;
		for (size_t i = at; page > 0 && i < end; i++)
			if (t->s[i] == '\f') {
				t->s[i] = ' ';
				page++;
			}
		if (span_trim((struct span){t->s + at, end - at}).n == 0) {
			blank++;
		} else {
			struct line *l = lines_add(a, draft, &cap, at, end);
			l->page = page;
			l->blank_before = (uint16_t)(draft->form == SOURCE_PAGE_DOUBLE ? blank / 2 : blank);
			blank = 0;
		}
		at = end + 1;
	}
}

struct draft *
source_read(struct arena *a, const char *name, struct span bytes, enum source_form form, struct diag *d)
{
	struct draft *draft = ARENA_NEW(a, struct draft);
	struct traced text = {0};
	bool ok = false;
	draft->name = strcmp(name, "-") == 0 ? "<stdin>" : name;
	draft->input = bytes;
	if (!decode_text(a, draft->name, bytes, &text, &draft->account, d))
		return NULL;
	draft->form = form == SOURCE_AUTO ? sniff(name, (struct span){text.s, text.n}) : form;
	if (draft->form == SOURCE_MARKDOWN) {
		ok = markdown_lines(a, draft, &text, d);
	} else {
		draft->text = (struct span){text.s, text.n};
		draft->origin = text.origin;
		page_lines(a, draft, &text);
		ok = true;
	}
	if (!ok)
		return NULL;
	place_lines(draft);
	struct source_account *acc = &draft->account;
	acc->text = utf8_count(draft->text);
	acc->markup = acc->input - acc->dropped - acc->normalised - acc->text;
	return draft;
}

void
source_dump(const struct draft *draft, struct buf *out)
{
	static const char *const kinds[] = {"text", "heading", "item", "bullet", "row", "row-head",
	                                    "quote", "note", "rule", "code"};
	for (size_t i = 0; i < draft->nline; i++) {
		const struct line *l = &draft->line[i];
		buf_printf(out, "%u:%u %s", l->no, l->col, kinds[l->kind]);
		if (l->level > 0)
			buf_printf(out, " level=%u", l->level);
		if (l->page > 0)
			buf_printf(out, " page=%u", l->page);
		if (l->para > 0)
			buf_printf(out, " para=%u", l->para);
		if (l->blank_before > 0)
			buf_printf(out, " blank=%u", l->blank_before);
		if (l->indent > 0)
			buf_printf(out, " indent=%u", l->indent);
		if (l->label != NULL)
			buf_printf(out, " label=%s", l->label);
		buf_adds(out, " | ");
		buf_addspan(out, l->text);
		buf_addc(out, '\n');
	}
}
