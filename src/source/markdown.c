/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
/*
 * markdown.c - Markdown to lines.  md4c hands out pieces of the text that point into its input,
 * so every byte's place is known; what it does not hand out is mark-up.  Two things it does not
 * give are taken from the input: the printed numbers of list items and the notes.
 *
 * md4c knows no notes and would take "[^1]: Ibid." for a link definition and swallow it.  So it
 * reads a copy in which the brackets of notes are two control characters, which decoded text
 * cannot hold; all offsets stay.
 */
#include "source/markdown.h"

#include <md4c.h>
#include <string.h>

#include "base/library.h"

#define NOTE_OPEN '\x01'
#define NOTE_CLOSE '\x02'
#define LABEL_MOST 32 /* bytes of a note's label */
#define NOTE_LIST 4   /* columns by which a list is indented that a note goes on with */
#define PAGE_DIGITS 6 /* of a page's number, */
#define PAGE_DASHES 10 /* and behind it at least */
#define RAISED_MOST 24 /* bytes that are raised or lowered */
#define TERM_BLANKS 3 /* between the colon of a definition and its text, at least; fewer behind */
#define TERM_MOST 60  /* bytes of a term on a line of its own */

#define MD4C_FUNCTIONS(F) F(md_parse)

struct md4c_api {
	MD4C_FUNCTIONS(LIBRARY_FIELD)
};

void
reader_end_line(struct reader *r)
{
	struct line *l = &r->b.line;
	if (r->in_row)
		l->kind = r->row_head ? LINE_ROW_HEAD : LINE_ROW;
	else if (r->heading > 0)
		l->kind = LINE_HEADING;
	else if (r->note != NULL)
		l->kind = LINE_NOTE;
	else if (r->code)
		l->kind = LINE_CODE;
	else if (r->items > 0 && (r->quotes == 0 || r->items > r->quoted[r->quotes - 1]))
		l->kind = r->ordered[r->items - 1] ? LINE_ITEM : LINE_BULLET;
	else
		l->kind = r->quotes > 0 ? LINE_QUOTE : LINE_TEXT;
	unsigned level = r->in_row ? r->tables : r->heading > 0 ? r->heading : r->items;
	l->level = (uint8_t)(level > 255 ? 255 : level);
	l->lists = (uint8_t)r->items;
	l->list = r->items > 0 ? r->list[r->items - 1] : 0;
	l->quotes = (uint8_t)r->quotes;
	l->label = l->kind == LINE_NOTE ? r->note : NULL;
	build_end_line(&r->b);
}

void
reader_break(struct reader *r)
{
	if (r->in_row)
		r->gap = true;
	else
		reader_end_line(r);
}

uint32_t
reader_line(struct reader *r, uint32_t at)
{
	struct span input = r->b.draft->input;
	at = at < r->in->n ? at : (uint32_t)r->in->n - 1;
	while (at > 0 && r->in->origin[at] == ORIGIN_NONE)
		at--;
	uint32_t from = r->in->origin[at];
	while (r->counted < from && r->counted < input.n)
		r->line_no += input.s[r->counted++] == '\n';
	while (r->counted > from) /* notes of the text stand behind it, cells of drawn tables one after the other */
		r->line_no -= input.s[--r->counted] == '\n';
	return r->line_no + 1;
}

/* The line end before the text stands for the last of what was read since: that right behind it may be a note's. */
static void
end_stands_for(struct reader *r, uint32_t at)
{
	while (at > r->next && r->in->origin[at - 1] == ORIGIN_NONE)
		at--;
	if (at > r->next && r->in->origin[at - 1] > r->b.next_origin)
		r->b.next_origin = r->in->origin[at - 1];
}

/*
 * Where the last n signs of the draft before a cell begin: what is right behind the text before may be a note's,
 * and a cell of a drawn table may begin on a line above the end of the one before it.
 */
static uint32_t
signs_before(const struct reader *r, uint32_t at, unsigned n)
{
	uint32_t first = at;
	while (n > 0 && at > r->next)
		if (r->in->origin[--at] != ORIGIN_NONE) {
			first = at;
			n--;
		}
	return first;
}

void
reader_before_text(struct reader *r, uint32_t at)
{
	const struct traced *out = &r->b.out;
	/* a sign stands for a character between the pieces, so there are no more than those */
	size_t room = utf8_count((struct span){r->in->s + r->next, at - r->next});
	uint32_t sign = signs_before(r, at, r->tabs);
	if (!r->b.open)
		end_stands_for(r, sign);
	if (r->tabs > 0) {
		r->gap = false;
		build_begin_line(&r->b);
		r->b.next_origin = r->in->origin[sign];
	}
	for (; r->tabs > 0 && room > 0; r->tabs--, room--)
		build_sign(&r->b, '\t');
	r->tabs = 0;
	if (r->gap && room > 0 && r->b.open && out->n > 0 && out->s[out->n - 1] != '\t' && out->s[out->n - 1] != ' ')
		build_sign(&r->b, ' ');
	r->gap = false;
}

void
reader_put(struct reader *r, uint32_t at, size_t n)
{
	size_t end = at + n;
	if (at < r->next)
		at = r->next;
	if (end <= at)
		return;
	while (at < end && r->in->origin[at] == ORIGIN_NONE)
		at++;
	if (at < end)
		reader_before_text(r, at);
	for (size_t from = at; from < end;) {
		size_t to = from;
		while (to < end && r->in->origin[to] != ORIGIN_NONE)
			to++;
		build_traced(&r->b, r->in->s + from, r->in->origin + from, to - from);
		from = to + (to < end);
	}
	r->next = (uint32_t)end;
}

void
reader_put_sign(struct reader *r, uint32_t at, size_t n, const char *utf8)
{
	uint32_t origin[4];
	if (at < r->next)
		return;
	reader_before_text(r, at);
	for (size_t i = 0; i < sizeof origin / sizeof *origin; i++)
		origin[i] = r->in->origin[at];
	build_traced(&r->b, utf8, origin, strlen(utf8));
	r->next = at + (uint32_t)n;
}

void
reader_list(struct reader *r, bool ordered)
{
	r->list[r->items] = ++r->lists;
	r->ordered[r->items++] = ordered;
}

/* Lists that tags opened end with the block they stand in. */
static void
close_html_lists(struct reader *r)
{
	r->items -= r->html_lists;
	r->html_lists = 0;
}

void
reader_image(struct reader *r, uint32_t at, const char *target, const char *words)
{
	if (at < r->next || at >= r->in->n)
		return;
	reader_before_text(r, at);
	build_image(&r->b, target, words, r->in->origin[at]);
	r->next = at + 1;
}

void
reader_row_begin(struct reader *r, bool head)
{
	reader_end_line(r);
	r->in_row = true;
	r->row_head = head;
	r->cells = r->tabs = 0;
	r->b.line.para++;
}

void
reader_row_end(struct reader *r)
{
	reader_end_line(r);
	r->in_row = r->row_head = r->gap = false;
	r->tabs = 0;
}

void
reader_cell(struct reader *r, unsigned cols, unsigned rows, bool head)
{
	r->tabs += r->cells > 0;
	if (head || cols > 1 || rows > 1)
		build_span(&r->b, r->cells, cols, rows, head);
	r->cells++;
}

/* The printed number of the list item whose text starts at `at`, "15. " or "3) ", and its end. */
static uint32_t
number_before(const struct reader *r, uint32_t at, uint32_t *end)
{
	const char *s = r->in->s;
	uint32_t i = at;
	while (i > r->next && strchr("*_`[!<", s[i - 1]) != NULL)
		i--; /* signs of the mark that the text begins with */
	*end = i;
	while (i > r->next && (s[i - 1] == ' ' || s[i - 1] == '\t'))
		i--;
	if (i == r->next || (s[i - 1] != '.' && s[i - 1] != ')'))
		return *end;
	uint32_t digits = --i;
	while (i > r->next && s[i - 1] >= '0' && s[i - 1] <= '9')
		i--;
	return i < digits ? i : *end;
}

/* The number stands outside the marks that the item's text begins with. */
static void
put_number(struct reader *r, uint32_t at)
{
	uint32_t end, number = number_before(r, at, &end);
	unsigned nmark = r->b.nmark, strong = r->b.strong, emph = r->b.emph;
	r->b.nmark = r->b.strong = r->b.emph = 0;
	reader_put(r, number, end - number);
	r->b.nmark = nmark;
	r->b.strong = strong;
	r->b.emph = emph;
	r->b.n_all = 0;
}

/* The columns of blank that the line of a byte begins with. */
static unsigned
line_begins(const struct reader *r, uint32_t at)
{
	uint32_t i = at;
	while (i > 0 && r->in->s[i - 1] != '\n')
		i--;
	return line_indent((struct span){r->in->s + i, at - i});
}

/* A note's bracket at s[0, n): the length of its label, or 0. */
static size_t
label_length(const char *s, size_t n)
{
	const char *close = n > 3 ? memchr(s, NOTE_CLOSE, n < LABEL_MOST + 3 ? n : LABEL_MOST + 3) : NULL;
	return close != NULL ? (size_t)(close - s) - 2 : 0;
}

/* "[^3]:" */
static bool
is_body(const char *s, size_t n)
{
	size_t label = label_length(s, n);
	return label > 0 && label + 3 < n && s[label + 3] == ':';
}

/* "[^3]" calls a note, and its label is text; "[^3]:" at the start of a line begins its body. */
static size_t
put_note(struct reader *r, uint32_t at, size_t n)
{
	size_t label = label_length(r->shadow + at, n), used = label + 3;
	char *name = arena_strndup(r->b.arena, r->in->s + at + 2, label);
	bool body = !r->b.open && !r->in_row && is_body(r->shadow + at, n); /* in a cell it is a call */
	if (body) {
		r->note = r->last_note = name;
		if (r->in->origin[at] != ORIGIN_NONE)
			r->b.next_origin = r->in->origin[at];
		for (used++; used < n && r->shadow[at + used] == ' ';)
			used++;
		return used;
	}
	build_open(&r->b, MARK_CALL, name);
	reader_put(r, at + 2, label);
	build_close(&r->b, MARK_CALL);
	return used;
}

/* "{12}------------" on a line of its own is where a converter saw a page begin, counted from 0. */
static bool
page_mark(struct reader *r, struct span s)
{
	size_t i = 1;
	uint32_t page = 0;
	for (; i < s.n && i < PAGE_DIGITS + 1 && s.s[i] >= '0' && s.s[i] <= '9'; i++)
		page = 10 * page + (uint32_t)(s.s[i] - '0');
	if (s.n < 2 || s.s[0] != '{' || i == 1 || i >= s.n || s.s[i] != '}' || s.n - i <= PAGE_DASHES)
		return false;
	for (i++; i < s.n; i++)
		if (s.s[i] != '-')
			return false;
	r->b.line.page = page + 1;
	return true;
}

/* The line before is the only one of its paragraph so far, as short as terms are. */
static bool
behind_term(const struct reader *r)
{
	size_t n = r->b.draft->nline;
	const struct line *l = n > 0 ? &r->b.draft->line[n - 1] : NULL;
	return l != NULL && l->para == r->b.line.para && l->kind == LINE_TEXT && l->text.n <= TERM_MOST &&
	       (n == 1 || l[-1].para != l->para);
}

/* Signs at the start of a line that are not of the text: ":   " before what a term means, marks of pages. */
static size_t
line_signs(struct reader *r, uint32_t at, size_t n)
{
	struct span s = {r->in->s + at, n};
	if (r->b.open || r->in_row || n == 0)
		return 0;
	if (page_mark(r, s))
		return n;
	size_t blanks = 1;
	while (s.s[0] == ':' && blanks < n && (s.s[blanks] == ' ' || s.s[blanks] == '\t'))
		blanks++;
	if (blanks < 2 || (blanks <= TERM_BLANKS && !behind_term(r)))
		return 0;
	r->b.line.para++;
	return blanks;
}

/* Bytes of "^th^" or "~2~" at s, or of "~~gone~~" with marks of its own; 0 when it is none. */
static size_t
raised_length(const char *s, size_t n)
{
	size_t signs = s[0] == '~' && n > 1 && s[1] == '~' ? 2 : 1;
	const char *end = n > 2 * signs ? s + signs : s + n;
	bool blank = false;
	while (end < s + n && *end != s[0] && (signs == 2 || end - s <= RAISED_MOST)) {
		blank |= *end == ' ' || *end == '\t';
		end++;
	}
	if (end >= s + n || *end != s[0] || end == s + signs)
		return 0;
	if (signs == 1)
		return blank ? 0 : (size_t)(end - s) + 1;
	return end + 1 < s + n && end[1] == '~' && s[2] != ' ' && end[-1] != ' ' ? (size_t)(end - s) + 2 : 0;
}

/* Text with pieces that are raised, lowered or struck through, as pandoc's Markdown and others write them. */
static void
put_plain(struct reader *r, uint32_t at, size_t n)
{
	const char *s = r->in->s + at;
	size_t from = 0;
	for (size_t i = 0, len; i < n; i += len > 0 ? len : 1) {
		len = s[i] == '^' || s[i] == '~' ? raised_length(s + i, n - i) : 0;
		if (len == 0)
			continue;
		size_t signs = s[i] == '~' && s[i + 1] == '~' ? 2 : 1;
		enum mark_kind mark = s[i] == '^' ? MARK_SUP : MARK_SUB;
		reader_put_printed(r, at + (uint32_t)from, i - from);
		from = i + len;
		if (signs == 1)
			build_open(&r->b, mark, NULL);
		else
			build_omit(&r->b, OMIT_STRUCK, reader_line(r, at + (uint32_t)i));
		reader_put_printed(r, at + (uint32_t)(i + signs), len - 2 * signs);
		if (signs == 1)
			build_close(&r->b, mark);
	}
	reader_put_printed(r, at + (uint32_t)from, n - from);
}

static void
put_text(struct reader *r, uint32_t at, size_t n)
{
	for (size_t i = line_signs(r, at, n); i < n;) {
		const char *s = r->shadow + at + i;
		const char *open = memchr(s, NOTE_OPEN, n - i);
		size_t plain = open != NULL ? (size_t)(open - s) : n - i;
		put_plain(r, at + (uint32_t)i, plain);
		i += plain;
		if (i < n) {
			size_t used = label_length(open, n - i) > 0 ? put_note(r, at + (uint32_t)i, n - i) : 0;
			if (used == 0)
				reader_put(r, at + (uint32_t)i, 1);
			i += used > 0 ? used : 1;
		}
	}
}

/* Text is about to come: the first of a note, of its further paragraph, of an item. */
static void
open_text(struct reader *r, uint32_t at)
{
	bool listed = r->items > 0;
	if (r->in_row && r->block_opens && is_body(r->shadow + at, r->in->n - at)) {
		reader_row_end(r); /* no note stands in a cell: the table was left open */
		r->open.n = 0;
	}
	if ((listed ? r->item_opens : r->block_opens) && r->last_note != NULL && r->shadow[at] != NOTE_OPEN) {
		r->note = line_begins(r, at) >= (listed ? NOTE_LIST : 2) ? r->last_note : NULL;
		r->last_note = r->note;
	}
	if (r->item_opens && r->ordered[r->items > 0 ? r->items - 1 : 0])
		put_number(r, at);
	r->item_opens = r->block_opens = false;
}

static bool
too_deep(struct reader *r)
{
	if (++r->depth <= FORM_DEPTH)
		return false;
	diag(r->b.diag, DIAG_SRC_DEPTH, (struct pos){r->b.draft->name, reader_line(r, r->next), 0},
	     "more than %d levels of lists and quotes; simplify the Markdown", FORM_DEPTH);
	return true;
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct reader *r = user;
	if (too_deep(r))
		return -1;
	if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
		reader_cell(r, 1, 1, false);
		return 0;
	}
	reader_break(r);
	close_html_lists(r);
	switch (type) {
	case MD_BLOCK_QUOTE: r->quoted[r->quotes++] = r->items; break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		reader_list(r, type == MD_BLOCK_OL);
		break;
	case MD_BLOCK_LI: r->item_opens = r->b.line.opens = true; r->b.line.para++; break;
	case MD_BLOCK_H: r->heading = ((MD_BLOCK_H_DETAIL *)detail)->level; r->b.line.para++; break;
	case MD_BLOCK_P: r->block_opens = true; r->b.line.para += !r->item_opens; break;
	case MD_BLOCK_CODE: r->code = true; r->b.line.para++; break;
	case MD_BLOCK_HTML: r->html = HTML_TEXT; r->b.line.para++; break;
	case MD_BLOCK_HR: r->b.line.page += r->rules_end_pages; break;
	case MD_BLOCK_TABLE: r->tables++; break;
	case MD_BLOCK_THEAD: r->row_head = true; break;
	case MD_BLOCK_TR: reader_row_begin(r, r->row_head); break;
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
	bool head = r->row_head;
	reader_break(r);
	close_html_lists(r);
	switch (type) {
	case MD_BLOCK_QUOTE: r->quotes--; break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL: r->items--; break;
	case MD_BLOCK_LI: r->item_opens = r->b.line.opens = false; break;
	case MD_BLOCK_H: r->heading = 0; r->last_note = NULL; r->html = HTML_TEXT; break;
	case MD_BLOCK_P: r->note = NULL; r->html = HTML_TEXT; break;
	case MD_BLOCK_HTML: r->heading = 0; break;
	case MD_BLOCK_CODE: r->code = false; break;
	case MD_BLOCK_THEAD: r->row_head = false; break;
	case MD_BLOCK_TR: reader_row_end(r); r->row_head = head; break;
	default: break;
	}
	return 0;
}

static const char *
attribute_text(struct reader *r, const MD_ATTRIBUTE *a)
{
	return arena_strndup(r->b.arena, a->text != NULL ? a->text : "", a->size);
}

static enum mark_kind
span_kind(MD_SPANTYPE type)
{
	switch (type) {
	case MD_SPAN_STRONG: return MARK_STRONG;
	case MD_SPAN_CODE: return MARK_CODE;
	case MD_SPAN_A: return MARK_LINK;
	default: return MARK_EMPH;
	}
}

/* A picture begins, or a mark within the words of one. */
static void
open_image(struct reader *r, const MD_SPAN_IMG_DETAIL *detail)
{
	if (r->images++ > 0 || detail == NULL)
		return;
	struct span rest = {r->shadow + r->next, r->in->n - r->next};
	size_t sign = span_find(rest, SPAN_LIT("!["));
	r->image_at = r->next + (uint32_t)(sign == SIZE_MAX ? 0 : sign);
	open_text(r, r->image_at);
	r->image_target = attribute_text(r, &detail->src);
	r->image_words.n = 0;
}

static void
close_image(struct reader *r)
{
	if (--r->images > 0)
		return;
	struct span words = span_trim(buf_span(&r->image_words));
	reader_image(r, r->image_at, r->image_target, words.n > 0 ? arena_strndup(r->b.arena, words.s, words.n) : NULL);
}

/* Words of a picture; they are no text of the draft. */
static void
put_words(struct reader *r, MD_TEXTTYPE type, const MD_CHAR *s, MD_SIZE n)
{
	uint32_t c = type == MD_TEXT_ENTITY ? entity_value(r->b.arena, (struct span){s, n}) : 0;
	if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
		buf_addc(&r->image_words, ' ');
	else if (c != 0)
		buf_addu(&r->image_words, c);
	else if (type != MD_TEXT_HTML)
		buf_add(&r->image_words, s, n);
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct reader *r = user;
	const char *target = NULL;
	if (type == MD_SPAN_IMG || r->images > 0) {
		open_image(r, type == MD_SPAN_IMG ? detail : NULL);
		return 0;
	}
	if (type == MD_SPAN_A)
		target = attribute_text(r, &((MD_SPAN_A_DETAIL *)detail)->href);
	build_open(&r->b, span_kind(type), target);
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct reader *r = user;
	(void)detail;
	if (r->images > 0)
		close_image(r);
	else
		build_close(&r->b, span_kind(type));
	return 0;
}

static void
put_code(struct reader *r, uint32_t at, size_t n)
{
	bool end = n > 0 && r->in->s[at + n - 1] == '\n';
	reader_put(r, at, n - end);
	if (end && r->code)
		reader_break(r);
}

static int
text(MD_TEXTTYPE type, const MD_CHAR *s, MD_SIZE n, void *user)
{
	struct reader *r = user;
	if (r->images > 0) {
		put_words(r, type, s, n);
		return 0;
	}
	if (r->html == HTML_HIDDEN && type != MD_TEXT_HTML)
		return 0;
	if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
		reader_break(r);
		return 0;
	}
	/* md4c makes line ends of code and blanks of its own that are not in the input */
	if (s < r->shadow || s + n > r->shadow + r->in->n) {
		if (r->code && n > 0 && s[0] == '\n')
			reader_break(r);
		return 0;
	}
	uint32_t at = (uint32_t)(s - r->shadow);
	open_text(r, at);
	switch (type) {
	case MD_TEXT_HTML: reader_html(r, at, n); break;
	case MD_TEXT_ENTITY: reader_entity(r, at, n); break;
	case MD_TEXT_CODE: put_code(r, at, n); break;
	default: put_text(r, at, n); break;
	}
	return 0;
}

/* The copy that md4c reads. */
static const char *
make_shadow(struct arena *a, const struct traced *in)
{
	char *s = arena_strndup(a, in->s, in->n);
	for (char *at = s; (at = memmem(at, (size_t)(s + in->n - at), "[^", 2)) != NULL; at += 2) {
		size_t left = (size_t)(s + in->n - at), most = left < LABEL_MOST + 3 ? left : LABEL_MOST + 3, i = 2;
		while (i < most && at[i] != ']' && at[i] != '[' && at[i] != ' ' && at[i] != '\n' && at[i] != '\t')
			i++;
		if (i > 2 && i < most && at[i] == ']') {
			at[0] = NOTE_OPEN;
			at[i] = NOTE_CLOSE;
		}
	}
	return s;
}

/* Blank lines as written between two paragraphs; lines of one have none. */
static void
count_blanks(struct draft *draft, struct span input)
{
	uint32_t at = 0;
	for (size_t i = 0; i < draft->nline; i++) {
		struct line *l = &draft->line[i];
		uint32_t from = draft->origin[l->off], blank = 0;
		bool empty = false; /* nothing but blanks since the last line end */
		for (; at < from; at++) {
			blank += empty && input.s[at] == '\n';
			if (input.s[at] == '\n')
				empty = true;
			else
				empty &= input.s[at] == ' ' || input.s[at] == '\t' || input.s[at] == '\r' || input.s[at] == '>';
		}
		if (i > 0 && l->para != l[-1].para)
			l->blank_before = (uint16_t)(blank > UINT16_MAX ? UINT16_MAX : blank);
		uint32_t end = draft->origin[l->off + l->text.n - 1];
		at = end > at ? end : at; /* notes of the text stand behind it */
	}
}

bool
markdown_lines(struct arena *a, struct draft *draft, const struct decoded *in, struct diag *d)
{
	struct reader r = {.b = {.arena = a, .draft = draft, .diag = d}};
	const MD_PARSER parser = {
	    .flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
	    .enter_block = enter_block, .leave_block = leave_block,
	    .enter_span = enter_span, .leave_span = leave_span, .text = text,
	};
	const struct traced *given = markdown_of_pages(a, &in->text, &r.rules_end_pages);
	r.in = markdown_plain(&r.b, given);
	r.smart = markdown_is_smart(r.in);
	r.b.line.page = r.rules_end_pages;
	r.shadow = make_shadow(a, r.in);
	traced_reserve(a, &r.b.out, r.in->n + 16);
	struct md4c_api api;
	static const char *const names[] = {MD4C_FUNCTIONS(LIBRARY_NAME)};
	library_need("libmd4c.so.0", names, sizeof names / sizeof *names, &api);
	bool parsed = api.md_parse(r.shadow, (MD_SIZE)r.in->n, &parser, &r) == 0;
	buf_free(&r.image_words);
	if (!parsed)
		return false;
	reader_end_line(&r);
	build_report_omissions(&r.b);
	if (!build_finish(&r.b))
		return false;
	open_tables_report(&r.open, &r.b);
	count_blanks(draft, draft->input);
	return true;
}
