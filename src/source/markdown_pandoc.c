/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr */
/*
 * markdown_pandoc.c - what pandoc's Markdown has more than CommonMark, written as CommonMark with notes:
 * metadata, tables drawn with signs, notes in the text, attributes, fences of divisions, boxes to tick,
 * lists whose lines stand close.  Changes are gathered first, and then the text is written once.
 */
#include <stdlib.h>
#include <string.h>

#include "source/markdown.h"
#include "source/ruled.h"

#define ATTRIBUTES_MOST 400 /* bytes of "{#id .class key=value}" */
#define NOTE_MOST 8192      /* bytes of a note in the text */
#define NUMBERS_MOST 99     /* of such notes, the others stay text: "^[x]" has signs for two figures and a line end */
#define METADATA_MOST 16384 /* bytes */
#define LABEL_LETTERS 5     /* "xviii" */
#define NO_CALL SIZE_MAX

/* Bytes [from, to) become other text; those of a note go with it to the end. */
struct edit {
	size_t from, to, n;
	const char *text;
	const uint32_t *origin; /* of each byte, or NULL: none of them is of the draft */
	unsigned note;          /* from 1 */
};

struct pandoc {
	struct builder *b;
	const struct traced *in;
	struct traced out;
	struct edit *edit;
	size_t nedit, cap_edit;
	struct inner { size_t from, to, edit; unsigned number; } *note; /* edit: NO_CALL, till its call is written */
	size_t nnote, cap_note;
	size_t open[FORM_DEPTH]; /* brackets of the paragraph that are open */
	unsigned nopen;
	size_t table_end;        /* of the table of pipes being passed */
	size_t note_end;         /* of the note being passed */
	bool taken[NUMBERS_MOST + 1]; /* numbers that other notes have */
	unsigned number;         /* of the last note of the text */
	char fence;              /* code stands between lines of this sign, */
	size_t fence_n;          /* as many as these or more, */
	const char *fence_line;  /* the first of which stand here */
	char shape;              /* of the label that the paragraph begins with */
	size_t item_lead;        /* blanks before the item that the line is of, */
	bool item;               /* if it is of one */
	bool inside, lines;      /* a paragraph has begun; its lines stand as they are */
	bool marks;              /* there may be notes or attributes */
};

static struct edit *
change(struct pandoc *p, size_t from, size_t to, const char *text)
{
	struct edit *e = VEC_PUSH(p->b->arena, p->edit, p->nedit, p->cap_edit);
	*e = (struct edit){.from = from, .to = to, .text = text, .n = strlen(text)};
	return e;
}

static struct span
line_at(const struct pandoc *p, size_t at)
{
	const char *nl = at < p->in->n ? memchr(p->in->s + at, '\n', p->in->n - at) : NULL;
	return (struct span){p->in->s + at, nl != NULL ? (size_t)(nl - p->in->s) - at : p->in->n - at};
}

static size_t
behind(const struct pandoc *p, size_t at, struct span line)
{
	return at + line.n < p->in->n ? at + line.n + 1 : p->in->n;
}

static size_t
blanks(struct span s)
{
	size_t i = 0;
	while (i < s.n && (s.s[i] == ' ' || s.s[i] == '\t'))
		i++;
	return i;
}

/* ---- metadata ---- */

static struct span
entry(struct span line, const char *key)
{
	struct span value = span_trim(span_sub(line, strlen(key), line.n));
	if (!span_starts(line, key) || value.n == 0 || strchr("|>[{", value.s[0]) != NULL)
		return (struct span){NULL, 0};
	if (value.n > 1 && (value.s[0] == '"' || value.s[0] == '\'') && value.s[value.n - 1] == value.s[0])
		value = span_sub(value, 1, value.n - 1);
	return value;
}

static bool
is_entry(struct span line)
{
	size_t i = 0;
	while (i < line.n && ((line.s[i] | 0x20) >= 'a' ? (line.s[i] | 0x20) <= 'z' : line.s[i] == '-' || line.s[i] == '_'))
		i++;
	return i > 0 && i < line.n && line.s[i] == ':';
}

/* The title of the metadata is a heading over the text, unless the text begins with it. */
static void
put_title(struct pandoc *p, struct span title, size_t end)
{
	size_t at = (size_t)(title.s - p->in->s);
	struct span text = span_trim(span_sub((struct span){p->in->s, p->in->n}, end, p->in->n));
	struct span head = line_at(p, (size_t)(text.s - p->in->s)), rest = span_trim(span_sub(head, 2 + title.n, head.n));
	bool there = span_starts(head, "# ") && span_eq(span_sub(head, 2, 2 + title.n), title) &&
	             (rest.n == 0 || strchr("#{", rest.s[0]) != NULL);
	change(p, 0, at, there ? "" : "# ");
	change(p, there ? at : at + title.n, end, there ? "" : "\n\n");
}

/* Lines of "key: value" between rules over the text; the byte behind them. */
static size_t
metadata(struct pandoc *p)
{
	struct span line = line_at(p, 0), title = {NULL, 0}, value;
	size_t at = behind(p, 0, line);
	unsigned no = 1, entries = 0;
	if (!span_is(span_trim(line), "---"))
		return 0;
	for (; at < p->in->n && at < METADATA_MOST; at = behind(p, at, line)) {
		line = line_at(p, at);
		no++;
		if (span_is(span_trim(line), "---") || span_is(span_trim(line), "..."))
			break;
		if (entries == 0 && !is_entry(line) && !span_starts(line, "#"))
			return 0;
		entries += is_entry(line);
		title = (value = entry(line, "title:")).n > 0 ? value : title;
		if ((value = entry(line, "lang:")).n > 0)
			p->b->draft->lang = arena_strndup(p->b->arena, value.s, value.n);
		else if (is_entry(line) && !span_starts(line, "title:"))
			build_omit(p->b, OMIT_METADATA, no);
	}
	if (at >= p->in->n || at >= METADATA_MOST || entries == 0)
		return 0;
	at = behind(p, at, line);
	if (title.n > 0)
		put_title(p, title, at);
	else
		change(p, 0, at, "");
	return at;
}

/* ---- tables ---- */

/* Signs that are not of the draft. */
static void
put_signs(struct arena *a, struct traced *out, const char *s)
{
	const uint32_t none = ORIGIN_NONE;
	for (; *s != '\0'; s++)
		traced_copy(a, out, s, &none, 1);
}

/* A row of ruled_row() as one between pipes. */
static void
put_row(struct arena *a, struct span row, const uint32_t *origin, uint32_t ncol, struct traced *table)
{
	uint32_t cells = 1;
	put_signs(a, table, "| ");
	for (size_t i = 0; i < row.n; i++) {
		if (row.s[i] == '|')
			put_signs(a, table, "\\");
		traced_copy(a, table, row.s[i] == '\t' ? "|" : row.s + i, origin + i, 1);
		if (row.s[i] == '\t') /* md4c passes over cells without a blank */
			put_signs(a, table, " ");
		cells += row.s[i] == '\t';
	}
	for (; cells <= ncol; cells++)
		put_signs(a, table, "| ");
	put_signs(a, table, "\n");
}

static void
put_rule(struct arena *a, uint32_t ncol, struct traced *table)
{
	put_signs(a, table, "|");
	for (uint32_t k = 0; k < ncol; k++)
		put_signs(a, table, "---|");
	put_signs(a, table, "\n");
}

/* Between pipes there is always a head, of one row. */
static void
add_table(struct pandoc *p, size_t at, const struct ruled *ruled)
{
	struct arena *a = p->b->arena;
	struct traced table = {0}, row = {0};
	size_t from = ruled->head;
	bool head, first = true;
	put_signs(a, &table, "\n");
	for (; ruled_row(a, p->in, ruled, &from, &row, &head); row.n = 0, first = false) {
		struct span cells = {row.s, row.n - (row.s[row.n - 1] == '\n')};
		if (first && !head)
			put_row(a, (struct span){"", 0}, NULL, ruled->ncol, &table);
		if (first && !head)
			put_rule(a, ruled->ncol, &table);
		put_row(a, cells, row.origin, ruled->ncol, &table);
		if (first && head)
			put_rule(a, ruled->ncol, &table);
	}
	put_signs(a, &table, "\n");
	struct edit *e = change(p, at, ruled->end, "");
	e->text = table.s;
	e->n = table.n;
	e->origin = table.origin;
}

/* Cells of a row between pipes; code may hold pipes. */
static unsigned
cells_of(struct span line)
{
	unsigned n = 0;
	bool code = false;
	line = span_trim(line);
	for (size_t i = 0; i < line.n; i++) {
		code ^= line.s[i] == '`';
		if (line.s[i] == '\\')
			i++;
		else if (line.s[i] == '|' && !code && i > 0)
			n++;
	}
	return n + (line.n > 0 && line.s[line.n - 1] != '|');
}

static bool
is_pipe_rule(struct span line)
{
	bool dash = false, pipe = false;
	for (size_t i = 0; i < line.n; i++) {
		dash |= line.s[i] == '-';
		pipe |= line.s[i] == '|';
		if (strchr("-|: \t\r", line.s[i]) == NULL)
			return false;
	}
	return dash && pipe;
}

/* Cells at the end of a row. */
static void
add_cells(struct pandoc *p, size_t at, struct span line, const char *cell, unsigned n)
{
	struct span s = span_trim(line);
	size_t end = at + (size_t)(s.s + s.n - line.s);
	struct buf cells = {0};
	if (s.s[s.n - 1] != '|')
		buf_addc(&cells, '|');
	for (; n > 0; n--)
		buf_adds(&cells, cell);
	change(p, end, end, arena_strndup(p->b->arena, cells.data, cells.n));
	buf_free(&cells);
}

/* md4c asks for three dashes, others for one. */
static void
lengthen_dashes(struct pandoc *p, size_t at, struct span rule)
{
	for (size_t i = 0, from; i < rule.n; i++) {
		for (from = i; i < rule.n && rule.s[i] == '-';)
			i++;
		if (i > from && i - from < 3)
			change(p, at + from, at + from, "--");
	}
}

/* Rows with more cells than the head: CommonMark would lose them, so that the head gets as many. */
static void
widen_table(struct pandoc *p, size_t head, size_t rule)
{
	struct span line = line_at(p, head), under = line_at(p, rule);
	unsigned has = cells_of(line), most = has;
	size_t at = behind(p, rule, under);
	if (head < p->table_end)
		return;
	while (at < p->in->n) {
		struct span row = line_at(p, at);
		if (span_trim(row).n == 0 || memchr(row.s, '|', row.n) == NULL)
			break;
		most = cells_of(row) > most ? cells_of(row) : most;
		at = behind(p, at, row);
	}
	p->table_end = at;
	if (has != cells_of(under) || most > RULED_COLS)
		return;
	lengthen_dashes(p, rule, under);
	if (most > has) {
		add_cells(p, head, line, " |", most - has);
		add_cells(p, rule, under, "---|", most - has);
	}
}

/* ---- lines ---- */

/* The form of a label that a list begins with: "(a)" gives '(', "a)" ')', "a." '.'; 0 for another line. */
static char
label_shape(struct span s)
{
	size_t open = s.n > 0 && s.s[0] == '(', i = open;
	while (i < s.n && i - open < LABEL_LETTERS && strchr("ivxlcIVXLC", s.s[i]) != NULL)
		i++;
	if (i == open && i < s.n && ((s.s[i] | 0x20) >= 'a' && (s.s[i] | 0x20) <= 'z'))
		i++;
	while (open && i < s.n && i - open < LABEL_LETTERS && s.s[i] >= '0' && s.s[i] <= '9')
		i++;
	if (i == open || i + 1 >= s.n || (s.s[i + 1] != ' ' && s.s[i + 1] != '\t'))
		return 0;
	return s.s[i] == ')' ? (open ? '(' : ')') : s.s[i] == '.' && !open ? '.' : 0;
}

/* A list of labels begins below the line of an item. */
static bool
begins_list(struct span s)
{
	size_t open = s.n > 0 && s.s[0] == '(';
	return label_shape(s) != 0 && strchr("aAiI1", s.s[open]) != NULL && (s.s[open + 1] == ')' || s.s[open + 1] == '.');
}

static bool
is_bullet(struct span s)
{
	size_t i = 0;
	uint32_t c = s.n > 0 ? utf8_next(s.s, s.n, &i) : 0;
	return c == 0x2022 || c == 0x2023 || c == 0x25A0 || c == 0x25AA || c == 0x25CF || c == 0x25E6;
}

/* Bytes of "- " or "3. " at the start of a list item; 0 for another line. */
static size_t
item_sign(struct span s)
{
	size_t i = 0;
	while (i < s.n && s.s[i] >= '0' && s.s[i] <= '9')
		i++;
	if (i >= s.n || (i > 0 ? s.s[i] != '.' && s.s[i] != ')' : strchr("-+*", s.s[i]) == NULL))
		return 0;
	size_t sign = blanks(span_sub(s, i + 1, s.n));
	return sign > 0 ? i + 1 + sign : 0;
}

/* "[x] " and "[ ] " of a list item is a box. */
static void
tick_box(struct pandoc *p, size_t at, struct span s)
{
	size_t sign = item_sign(s), box = at + sign;
	struct span rest = span_sub(s, sign, s.n);
	bool empty = span_starts(rest, "[ ] "), ticked = span_starts(rest, "[x] ") || span_starts(rest, "[X] ");
	if (sign == 0 || (!empty && !ticked))
		return;
	struct edit *e = change(p, box, box + 3, ticked ? "\xE2\x98\x92" : "\xE2\x98\x90");
	uint32_t *origin = ARENA_ARRAY(p->b->arena, uint32_t, 3);
	for (int i = 0; i < 3; i++)
		origin[i] = p->in->origin[box];
	e->origin = origin;
}

/* Behind attributes that begin at a place; 0 when there are none. */
static size_t
attributes_end(const struct pandoc *p, size_t at)
{
	size_t most = p->in->n - at < ATTRIBUTES_MOST ? p->in->n - at : ATTRIBUTES_MOST;
	struct span s = {p->in->s + at, most};
	size_t i = 1, items = 0;
	while (i < s.n && s.s[i] != '}') {
		size_t from = i;
		bool quoted = false, equals = false;
		for (; i < s.n && (quoted || strchr(" \t\n}", s.s[i]) == NULL); i++) {
			equals |= s.s[i] == '=';
			quoted ^= s.s[i] == '"';
		}
		if (i > from && strchr("#.-", s.s[from]) == NULL && !equals)
			return 0;
		items += i > from;
		while (i < s.n && (s.s[i] == ' ' || s.s[i] == '\t' || s.s[i] == '\n'))
			i++;
	}
	return s.s[0] == '{' && items > 0 && i < s.n ? at + i + 1 : 0;
}

/* Attributes at the end of a heading or caption. */
static void
end_attributes(struct pandoc *p, size_t at, struct span line)
{
	struct span s = span_trim(line);
	const char *open = s.n > 0 && s.s[s.n - 1] == '}' ? memrchr(s.s, '{', s.n) : NULL;
	size_t from = open != NULL ? (size_t)(open - p->in->s) : 0;
	struct span next = line_at(p, behind(p, at, line));
	bool underlined = span_starts(next, "===") || span_starts(next, "---");
	bool heads = s.n > 0 && (strchr("#:", s.s[0]) != NULL || span_starts(s, "Table:") || underlined);
	if (heads && from > at && p->in->s[from - 1] == ' ' && attributes_end(p, from) > 0)
		change(p, from - 1, attributes_end(p, from), "");
}

/* "::: {.box}", "::: box", ":::": colons, and no more than attributes or one word. */
static bool
is_division(struct span s)
{
	bool fence = span_starts(s, ":::");
	while (s.n > 0 && s.s[0] == ':')
		s = span_sub(s, 1, s.n);
	while (s.n > 0 && s.s[s.n - 1] == ':')
		s.n--;
	s = span_trim(s);
	return fence && (s.n == 0 || (s.s[0] == '{' && s.s[s.n - 1] == '}') || memchr(s.s, ' ', s.n) == NULL);
}

/* A line of text by its beginning. */
static void
edit_line(struct pandoc *p, size_t at, struct span line)
{
	size_t lead = blanks(line);
	struct span s = span_sub(line, lead, line.n), next = line_at(p, behind(p, at, line));
	bool first = !p->inside;
	const char *pipe = s.n > 0 && s.s[0] == '|' ? memchr(s.s + 1, '|', s.n - 1) : s.s;
	p->inside = true;
	if (first) {
		p->lines = pipe == NULL && (s.n == 1 || s.s[1] == ' ') && !is_pipe_rule(next);
	} else if (is_bullet(s) || (p->shape != 0 && label_shape(s) == p->shape)) {
		change(p, at, at, "\n");
	} else if (p->item && lead > p->item_lead && begins_list(s)) {
		p->shape = label_shape(s);
		change(p, at, at, "\n");
	}
	if (first || item_sign(s) > 0) {
		p->shape = label_shape(s);
		p->item = item_sign(s) > 0;
		p->item_lead = lead;
	}
	if (p->lines && pipe == NULL)
		change(p, at + lead, at + lead + 1 + (s.n > 1 && s.s[1] == ' '), "");
	if (is_division(s))
		change(p, at, at + line.n, "");
	tick_box(p, at + lead, s);
	if (p->marks)
		end_attributes(p, at, line);
	if (memchr(s.s, '|', s.n) != NULL && is_pipe_rule(next))
		widen_table(p, at, behind(p, at, line));
}

/* ---- notes and attributes in the text ---- */

/*
 * The bracket that closes the one before a place, or where it was looked for last: the end of the paragraph, or the
 * line over the rule of a table.
 */
static size_t
closing(const struct pandoc *p, size_t at)
{
	size_t most = p->in->n - at < NOTE_MOST ? p->in->n : at + NOTE_MOST;
	unsigned depth = 1;
	for (; at < most; at++) {
		if (p->in->s[at] == '\\')
			at++;
		else if (p->in->s[at] == '\n' && at + 1 < p->in->n &&
		         (p->in->s[at + 1] == '\n' || is_pipe_rule(line_at(p, at + 1))))
			return at;
		else if (p->in->s[at] == '[')
			depth++;
		else if (p->in->s[at] == ']' && --depth == 0)
			return at;
	}
	return most;
}

static void
inner_note(struct pandoc *p, size_t at)
{
	if (at < p->note_end)
		return;
	size_t end = p->note_end = closing(p, at + 2);
	if (end >= p->in->n || p->in->s[end] != ']' || span_trim((struct span){p->in->s + at + 2, end - at - 2}).n == 0)
		return;
	while (p->number < NUMBERS_MOST && p->taken[p->number + 1])
		p->number++;
	if (p->number == NUMBERS_MOST)
		return;
	*VEC_PUSH(p->b->arena, p->note, p->nnote, p->cap_note) = (struct inner){at + 2, end, NO_CALL, ++p->number};
	change(p, at, end + 1, "")->note = (unsigned)p->nnote;
}

/* Attributes behind a bracket, a link or code: they go, and with them the brackets that only hold them. */
static void
drop_attributes(struct pandoc *p, size_t at)
{
	size_t end = attributes_end(p, at + 1);
	if (end == 0)
		return;
	bool bracket = p->in->s[at] == ']' && p->nopen > 0;
	if (bracket)
		change(p, p->open[p->nopen - 1], p->open[p->nopen - 1] + 1, "");
	change(p, at + !bracket, end, "");
}

/* Behind code that begins at a place, in the same line; behind its sign when it is none. */
static size_t
pass_code(struct span line, size_t i)
{
	size_t n = 0, run = 0;
	while (i + n < line.n && line.s[i + n] == '`')
		n++;
	for (size_t k = i + n; k < line.n; k++) {
		run = line.s[k] == '`' ? run + 1 : 0;
		if (run == n && (k + 1 == line.n || line.s[k + 1] != '`'))
			return k + 1;
	}
	return line.n - (i + n) > ATTRIBUTES_MOST ? line.n : i + n;
}

static void
edit_marks(struct pandoc *p, size_t at, struct span line)
{
	for (size_t i = strcspn(line.s, "\\`^[])\n"); i < line.n; i += strcspn(line.s + i, "\\`^[])\n")) {
		char c = line.s[i], next = i + 1 < line.n ? line.s[i + 1] : '\0';
		if (c == '`') {
			i = pass_code(line, i);
			if (i < line.n && line.s[i] == '{')
				drop_attributes(p, at + i - 1);
			continue;
		}
		if (c == '^' && next == '[')
			inner_note(p, at + i);
		else if (c == '[' && p->nopen < FORM_DEPTH)
			p->open[p->nopen++] = at + i;
		if ((c == ']' || c == ')') && next == '{')
			drop_attributes(p, at + i);
		p->nopen -= c == ']' && p->nopen > 0;
		i += c == '\\' && next != '\0' ? 2 : 1;
	}
}

/* ---- the whole ---- */

/* A line that begins or ends code, or stands in it. */
static bool
is_code(struct pandoc *p, struct span line)
{
	size_t i = blanks(line), n = 0;
	char c = i < line.n ? line.s[i] : '\0';
	while ((c == '`' || c == '~') && i + n < line.n && line.s[i + n] == c)
		n++;
	if (p->fence != 0) {
		if (c == p->fence && n >= p->fence_n && span_trim(span_sub(line, i + n, line.n)).n == 0)
			p->fence = 0;
		return true;
	}
	if (n < 3)
		return false;
	if (c == '`' && memchr(line.s + i + n, '`', line.n - i - n) != NULL)
		return true; /* it begins no code, but what edits would leave of it might */
	p->fence = c;
	p->fence_n = n;
	p->fence_line = line.s + i;
	return true;
}

static void
find_edits(struct pandoc *p)
{
	size_t tried = 0;
	for (size_t at = metadata(p); at < p->in->n;) {
		struct span line = line_at(p, at);
		struct ruled ruled;
		if (is_code(p, line)) {
			p->inside = false;
		} else if (span_trim(line).n == 0) {
			p->inside = false;
			p->nopen = 0;
		} else if (!p->inside && at >= tried && ruled_find(p->in, at, &ruled, &tried)) {
			add_table(p, at, &ruled);
			at = ruled.end;
			continue;
		} else {
			edit_line(p, at, line);
			if (p->marks)
				edit_marks(p, at, line);
		}
		at = behind(p, at, line);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct edit *x = a, *y = b;
	return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : (x->to > y->to) - (x->to < y->to);
}

/* The call of a note: its figures stand for the signs that it was written with. */
static void
put_call(struct pandoc *p, const struct edit *e, unsigned number)
{
	const char *figures = arena_printf(p->b->arena, "%u", number);
	put_signs(p->b->arena, &p->out, "[^");
	traced_copy(p->b->arena, &p->out, figures, p->in->origin + e->from, strlen(figures));
	put_signs(p->b->arena, &p->out, "]");
}

/* Write [from, to) with the edits from index i on. */
static void
write_range(struct pandoc *p, size_t from, size_t to, size_t i)
{
	for (; i < p->nedit && p->edit[i].from < to; i++) {
		const struct edit *e = &p->edit[i];
		if (e->from < from)
			continue;
		traced_copy(p->b->arena, &p->out, p->in->s + from, p->in->origin + from, e->from - from);
		if (e->note > 0) {
			p->note[e->note - 1].edit = i;
			put_call(p, e, p->note[e->note - 1].number);
		} else if (e->origin != NULL) {
			traced_copy(p->b->arena, &p->out, e->text, e->origin, e->n);
		} else {
			put_signs(p->b->arena, &p->out, e->text);
		}
		from = e->to;
	}
	if (from < to)
		traced_copy(p->b->arena, &p->out, p->in->s + from, p->in->origin + from, to - from);
}

/* Whether there may be notes in the text or attributes, and the numbers that notes behind the text have. */
static void
look_for_marks(struct pandoc *p)
{
	const char *end = p->in->s + p->in->n;
	p->marks = memchr(p->in->s, '{', p->in->n) != NULL;
	for (const char *s = p->in->s; (s = memchr(s, '^', (size_t)(end - s))) != NULL;) {
		bool calls = s > p->in->s && s[-1] == '[';
		unsigned v = 0;
		for (s++; s < end && *s >= '0' && *s <= '9' && v <= NUMBERS_MOST; s++)
			v = 10 * v + (unsigned)(*s - '0');
		p->marks |= s < end && *s == '[';
		if (calls && v <= NUMBERS_MOST)
			p->taken[v] = true;
	}
}

const struct traced *
markdown_plain(struct builder *b, const struct traced *in)
{
	struct pandoc p = {.b = b, .in = in};
	look_for_marks(&p);
	find_edits(&p);
	if (p.nedit == 0)
		return in;
	qsort(p.edit, p.nedit, sizeof *p.edit, by_place);
	traced_reserve(b->arena, &p.out, in->n + in->n / 8 + 64);
	write_range(&p, 0, in->n, 0);
	if (p.fence != 0) /* code that nothing ends */
		put_signs(b->arena, &p.out, arena_printf(b->arena, "\n%.*s\n", (int)p.fence_n, p.fence_line));
	for (size_t k = 0; k < p.nnote; k++) {
		const struct inner *note = &p.note[k];
		if (note->edit == NO_CALL) /* it begins in what is left out */
			continue;
		put_signs(b->arena, &p.out, "\n\n");
		traced_copy(b->arena, &p.out, "[", in->origin + note->to, 1); /* the line end stands for its last sign */
		put_signs(b->arena, &p.out, arena_printf(b->arena, "^%u]: ", note->number));
		write_range(&p, note->from, note->to, note->edit + 1);
	}
	put_signs(b->arena, &p.out, "\n");
	struct traced *out = ARENA_NEW(b->arena, struct traced);
	*out = p.out;
	return out;
}
