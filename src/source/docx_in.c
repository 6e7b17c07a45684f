/* SPDX-License-Identifier: MIT */
/*
 * docx_in.c - the body of a Word document to lines: paragraphs with the numbers Word shows,
 * table rows, notes behind the body; the masthead from the first page's header and footer.
 * Running headers and footers are of the pages and comments are about the text: they are not read.
 */
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "source/docx.h"

#define GRID_MOST 64 /* columns of a table in which cells may go on below */

struct reader {
	struct builder b;
	struct docx docx;
	uint32_t paragraphs;
	unsigned blank;              /* empty paragraphs since the last line */
	unsigned depth, tables;
	bool pages;                  /* the document says where pages end */
	/* the paragraph */
	const struct docx_style *style;
	bool in_row, row_head, flat; /* flat: rows are read as lines of text (mastheads) */
	unsigned tabs;               /* TABs due before the next text of the row */
	bool gap;                    /* a blank due before the next text of the cell */
	/* cells that go on below, by column */
	struct merged { size_t span; uint32_t line; uint16_t cell; } merged[GRID_MOST];
	bool bold, italic;           /* marks that are open */
	enum { BASE, SUP, SUB } raised;
	const xmlNode *box[FORM_DEPTH]; /* text boxes met, read behind the paragraph */
	unsigned nbox;
	bool joined;                 /* the end of the paragraph before was deleted: its line goes on */
	unsigned deletions;          /* left out */
	uint32_t deleted_in;         /* the paragraph of the first one */
	/* fields: begin, instruction, separate, result, end */
	struct { struct buf code; bool result, link; } field[DOCX_FIELDS];
	unsigned nfield;
	/* notes */
	const char *note;            /* label of the note being read */
	bool note_lead;              /* its own mark has not come yet, or is being passed */
	struct call { const char *part, *label; int id; } *call;
	size_t ncall, cap_call, cap_media;
	xmlHashTable *kept;          /* names of the pictures kept */
	bool failed;                 /* a picture is too large */
	int footnotes, endnotes;     /* called so far */
	bool custom_mark;            /* the call's mark follows as text */
};

static bool read_blocks(struct reader *, const xmlNode *parent);

/* ---- text ---- */

/* Signs around the note's own mark at the start of its body are not text. */
static size_t
note_lead(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && strchr(" \t().", s[i]) != NULL)
		i++;
	return i;
}

/* Put what is due before text or a picture: TABs of the row, the blank between paragraphs of a cell. */
static void
put_due(struct reader *r)
{
	if (r->tabs > 0)
		r->gap = false;
	for (; r->tabs > 0; r->tabs--)
		build_sign(&r->b, '\t');
	if (r->gap && r->b.open)
		build_sign(&r->b, ' ');
	r->gap = false;
}

static void
put(struct reader *r, const char *s, size_t n)
{
	if (r->note_lead) {
		size_t skip = note_lead(s, n);
		r->b.draft->account.input += skip;
		r->b.draft->account.dropped += skip;
		s += skip;
		n -= skip;
		r->note_lead = n == 0;
	}
	if (n == 0)
		return;
	put_due(r);
	build_packed(&r->b, s, n);
}

/* Open and close the marks that a run's look begins or ends. */
static void
set_look(struct reader *r, bool bold, bool italic, int raised)
{
	if (r->raised != BASE && (int)r->raised != raised)
		build_close(&r->b, r->raised == SUP ? MARK_SUP : MARK_SUB);
	if (r->italic && !italic)
		build_close(&r->b, MARK_EMPH);
	if (r->bold != bold)
		(bold ? build_open(&r->b, MARK_STRONG, NULL) : build_close(&r->b, MARK_STRONG));
	if (!r->italic && italic)
		build_open(&r->b, MARK_EMPH, NULL);
	if (raised != BASE && (int)r->raised != raised)
		build_open(&r->b, raised == SUP ? MARK_SUP : MARK_SUB, NULL);
	r->bold = bold;
	r->italic = italic;
	r->raised = raised;
}

static void
end_line(struct reader *r)
{
	struct line *l = &r->b.line;
	if (r->in_row)
		l->kind = r->row_head ? LINE_ROW_HEAD : LINE_ROW;
	if (!r->b.open)
		return;
	l->blank_before = (uint16_t)(r->blank > UINT16_MAX ? UINT16_MAX : r->blank);
	r->blank = 0;
	build_end_line(&r->b);
}

static void
end_row(struct reader *r)
{
	end_line(r);
	build_end_line(&r->b); /* a row without text, too, is over */
	r->tabs = 0;
	r->gap = false;
}

static void
line_break(struct reader *r)
{
	if (r->in_row)
		r->gap = true;
	else
		end_line(r);
}

static void
page_break(struct reader *r)
{
	if (r->pages && !r->in_row && r->b.line.page > 0)
		r->b.line.page++;
}

/* ---- fields and notes ---- */

/* The address in HYPERLINK "address"; NULL when the field is another one. */
static const char *
field_address(struct reader *r, struct span code)
{
	code = span_trim(code);
	if (!span_starts(code, "HYPERLINK"))
		return NULL;
	size_t open = span_find(code, SPAN_LIT("\""));
	struct span rest = span_sub(code, open == SIZE_MAX ? code.n : open + 1, code.n);
	size_t close = span_find(rest, SPAN_LIT("\""));
	return close == SIZE_MAX ? NULL : arena_strndup(r->b.arena, rest.s, close);
}

static void
field_char(struct reader *r, const xmlNode *n)
{
	const char *type = docx_attribute(n, "fldCharType");
	if (type == NULL)
		return;
	if (strcmp(type, "begin") == 0) {
		if (r->nfield < DOCX_FIELDS) {
			r->field[r->nfield].code.n = 0;
			r->field[r->nfield].result = r->field[r->nfield].link = false;
		}
		r->nfield++;
	} else if (r->nfield == 0 || r->nfield > DOCX_FIELDS) {
		r->nfield -= r->nfield > 0 && strcmp(type, "end") == 0;
	} else if (strcmp(type, "separate") == 0) {
		const char *address = field_address(r, buf_span(&r->field[r->nfield - 1].code));
		r->field[r->nfield - 1].result = true;
		r->field[r->nfield - 1].link = address != NULL;
		if (address != NULL)
			build_open(&r->b, MARK_LINK, address);
	} else if (strcmp(type, "end") == 0) {
		if (r->field[--r->nfield].link)
			build_close(&r->b, MARK_LINK);
	}
}

static void
field_code(struct reader *r, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	if (r->nfield > 0 && r->nfield <= DOCX_FIELDS && s != NULL)
		buf_adds(&r->field[r->nfield - 1].code, (const char *)s);
	xmlFree(s);
}

/* A call of a note: its number, or the mark that follows as text. */
static void
note_call(struct reader *r, const xmlNode *n, bool endnote)
{
	const char *custom = docx_attribute(n, "customMarkFollows");
	struct call *c = VEC_PUSH(r->b.arena, r->call, r->ncall, r->cap_call);
	c->part = endnote ? "endnotes" : "footnotes";
	c->id = docx_number(n, "id", -1);
	if (custom != NULL && strcmp(custom, "0") != 0 && strcmp(custom, "false") != 0) {
		r->custom_mark = true;
		return;
	}
	c->label = endnote ? docx_format(r->b.arena, "lowerRoman", ++r->endnotes)
	                   : docx_format(r->b.arena, "decimal", ++r->footnotes);
	build_open(&r->b, MARK_CALL, c->label);
	put(r, c->label, strlen(c->label));
	build_close(&r->b, MARK_CALL);
}

static void
put_content(struct reader *r, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	size_t len = s != NULL ? strlen((const char *)s) : 0;
	if (r->custom_mark && len > 0) {
		struct span mark = span_trim((struct span){(const char *)s, len});
		const char *label = arena_strndup(r->b.arena, mark.s, mark.n);
		r->call[r->ncall - 1].label = label;
		build_open(&r->b, MARK_CALL, label);
		put(r, (const char *)s, len);
		build_close(&r->b, MARK_CALL);
		r->custom_mark = false;
	} else {
		put(r, (const char *)s, len);
	}
	xmlFree(s);
}

/* ---- runs ---- */

static void
put_symbol(struct reader *r, const xmlNode *n)
{
	const char *code = docx_attribute(n, "char");
	unsigned long c = code != NULL ? strtoul(code, NULL, 16) : 0;
	char out[4];
	if (c == 0xF0B7)
		c = 0x2022;
	if (c >= 0x20 && c < 0xFFFE && (c < 0xD800 || c >= 0xE000))
		put(r, out, utf8_put((uint32_t)c, out));
}

static bool
is_named(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static int
media_by_name(const void *a, const void *b)
{
	return strcmp(((const struct media *)a)->name, ((const struct media *)b)->name);
}

/* The bytes of a picture are kept once. */
static void
keep_media(struct reader *r, const char *path)
{
	struct draft *draft = r->b.draft;
	struct span bytes;
	if (xmlHashAddEntry(r->kept, (const xmlChar *)path, r) != 0)
		return;
	if (!docx_bytes(&r->docx, path, &bytes))
		r->failed = true;
	else if (bytes.s != NULL)
		*VEC_PUSH(r->b.arena, draft->media, draft->nmedia, r->cap_media) = (struct media){path, bytes};
}

/* A picture by its relationship.  Those of headers are of the page. */
static void
put_picture(struct reader *r, const char *id, const char *words)
{
	bool external = false;
	const char *path = docx_target(&r->docx, id, &external);
	if (path == NULL || r->flat)
		return;
	if (!external)
		keep_media(r, path);
	put_due(r);
	build_image(&r->b, path, words != NULL && words[0] != '\0' ? words : NULL, 0);
}

/* Charts and diagrams are drawn by Word from data. */
static void
lose_drawing(struct reader *r, const xmlNode *data)
{
	const char *uri = docx_attribute(data, "uri");
	if (uri == NULL || (strstr(uri, "/chart") == NULL && strstr(uri, "/diagram") == NULL))
		return;
	source_lose_picture(r->b.arena, r->b.draft, r->paragraphs, r->b.line.page,
	    "a chart or diagram that Word draws; paste it into the document as a picture", r->b.diag);
}

/* Text boxes inside a drawing wait until the paragraph is over; pictures stand where they are anchored. */
static void
read_drawing(struct reader *r, const xmlNode *root)
{
	unsigned depth = 0;
	const xmlNode *n = root;
	const char *words = NULL;
	while (n != NULL && depth < 200) {
		if (docx_is(n, "txbxContent") && r->nbox < FORM_DEPTH)
			r->box[r->nbox++] = n;
		if (is_named(n, "docPr"))
			words = docx_attribute(n, "descr");
		else if (is_named(n, "shape"))
			words = docx_attribute(n, "alt");
		else if (is_named(n, "blip"))
			put_picture(r, docx_attribute(n, docx_attribute(n, "embed") != NULL ? "embed" : "link"), words);
		else if (is_named(n, "imagedata"))
			put_picture(r, docx_attribute(n, "id"), words);
		else if (is_named(n, "graphicData"))
			lose_drawing(r, n);
		if (n->children != NULL && n->type == XML_ELEMENT_NODE && !docx_is(n, "txbxContent")) {
			n = n->children;
			depth++;
			continue;
		}
		while (n != root && n->next == NULL) {
			n = n->parent;
			depth--;
		}
		n = n != root ? n->next : NULL;
	}
}

/* AlternateContent holds the same thing twice: the newer form unless only the older has text. */
static const xmlNode *
alternate(const xmlNode *n)
{
	const xmlNode *choice = NULL, *fallback = NULL;
	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		if (is_named(c, "Choice") && choice == NULL)
			choice = c;
		else if (is_named(c, "Fallback"))
			fallback = c;
	}
	return choice != NULL ? choice : fallback;
}

static void
run_look(struct reader *r, const xmlNode *run)
{
	const xmlNode *rpr = docx_child(run, "rPr");
	const struct docx_style *style = docx_find_style(&r->docx, docx_attribute(docx_child(rpr, "rStyle"), "val"));
	const char *vertical = docx_attribute(docx_child(rpr, "vertAlign"), "val");
	int bold = docx_toggle(rpr, "b"), italic = docx_toggle(rpr, "i");
	if (bold < 0)
		bold = style != NULL ? style->bold : -1;
	if (italic < 0)
		italic = style != NULL ? style->italic : -1;
	int raised = vertical == NULL ? BASE : strcmp(vertical, "superscript") == 0 ? SUP
	           : strcmp(vertical, "subscript") == 0 ? SUB : BASE;
	set_look(r, bold > 0, italic > 0, raised);
}

/* Text that was deleted or moved away is not the text; it is counted, so that it can be told. */
static void
leave_out(struct reader *r, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	size_t count = s != NULL ? utf8_count(span_of((const char *)s)) : 0;
	xmlFree(s);
	r->b.draft->account.input += count;
	r->b.draft->account.dropped += count;
	if (r->deletions++ == 0)
		r->deleted_in = r->paragraphs;
}

static void
read_run(struct reader *r, const xmlNode *run)
{
	run_look(r, run);
	for (const xmlNode *n = run->children; n != NULL; n = n->next) {
		const char *type = docx_is(n, "br") ? docx_attribute(n, "type") : NULL;
		if (docx_is(n, "t"))
			put_content(r, n);
		else if (docx_is(n, "tab") || docx_is(n, "ptab"))
			put(r, r->in_row ? " " : "\t", 1);
		else if (type != NULL && strcmp(type, "page") == 0)
			page_break(r);
		else if (docx_is(n, "br") || docx_is(n, "cr"))
			line_break(r);
		else if (docx_is(n, "noBreakHyphen"))
			put(r, "\xE2\x80\x91", 3);
		else if (docx_is(n, "sym"))
			put_symbol(r, n);
		else if (docx_is(n, "lastRenderedPageBreak"))
			page_break(r);
		else if (docx_is(n, "fldChar"))
			field_char(r, n);
		else if (docx_is(n, "instrText"))
			field_code(r, n);
		else if (docx_is(n, "footnoteReference") || docx_is(n, "endnoteReference"))
			note_call(r, n, docx_is(n, "endnoteReference"));
		else if (docx_is(n, "footnoteRef") || docx_is(n, "endnoteRef"))
			r->note_lead = true;
		else if (docx_is(n, "drawing") || docx_is(n, "pict") || docx_is(n, "object"))
			read_drawing(r, n);
		else if (is_named(n, "AlternateContent") && alternate(n) != NULL)
			read_drawing(r, alternate(n));
	}
}

/* Elements that only wrap runs or blocks. */
static const xmlNode *
wrapped(const xmlNode *n)
{
	static const char *const names[] = {"ins", "moveTo", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdtContent"};
	if (docx_is(n, "sdt"))
		return docx_child(n, "sdtContent");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (docx_is(n, names[i]))
			return n;
	return NULL;
}

/* Formulas give their characters. */
static bool
is_formula(const xmlNode *n)
{
	return is_named(n, "oMath") || is_named(n, "oMathPara");
}

static bool
deeper(struct reader *r)
{
	if (++r->depth <= FORM_DEPTH)
		return true;
	diag(r->b.diag, DIAG_SRC_DEPTH, (struct pos){r->b.draft->name, r->paragraphs, 0},
	     "more than %d levels of tables and boxes; simplify the document", FORM_DEPTH);
	return false;
}

static bool
read_inlines(struct reader *r, const xmlNode *parent)
{
	bool ok = deeper(r);
	for (const xmlNode *n = parent->children; ok && n != NULL; n = n->next) {
		bool external = false;
		if (docx_is(n, "r")) {
			read_run(r, n);
		} else if (docx_is(n, "hyperlink")) {
			const char *anchor = docx_attribute(n, "anchor");
			const char *target = docx_target(&r->docx, docx_attribute(n, "id"), &external);
			if (anchor != NULL)
				target = arena_printf(r->b.arena, "%s#%s", target != NULL ? target : "", anchor);
			build_open(&r->b, MARK_LINK, target != NULL ? target : "");
			ok = read_inlines(r, n);
			set_look(r, false, false, BASE);
			build_close(&r->b, MARK_LINK);
		} else if (is_formula(n)) {
			put_content(r, n);
		} else if (docx_is(n, "del") || docx_is(n, "moveFrom")) {
			leave_out(r, n);
		} else if (wrapped(n) != NULL) {
			ok = read_inlines(r, wrapped(n));
		}
	}
	r->depth--;
	return ok;
}

/* ---- paragraphs ---- */

/* What the paragraph is, from its style and its own settings; puts its number. */
static void
begin_paragraph(struct reader *r, const xmlNode *p)
{
	const xmlNode *ppr = docx_child(p, "pPr"), *num = docx_child(ppr, "numPr");
	const struct docx_style *s = docx_find_style(&r->docx, docx_attribute(docx_child(ppr, "pStyle"), "val"));
	const char *jc = docx_attribute(docx_child(ppr, "jc"), "val");
	int num_id = docx_number(docx_child(num, "numId"), "val", s != NULL ? s->num_id : -1);
	int level = docx_number(docx_child(num, "ilvl"), "val", s != NULL && s->num_level >= 0 ? s->num_level : 0);
	int outline = docx_number(docx_child(ppr, "outlineLvl"), "val", 9);
	bool bullet = false;
	const char *number = docx_next_number(&r->docx, num_id, level, &bullet);
	struct line *l = &r->b.line;
	*l = (struct line){.no = ++r->paragraphs, .col = 1, .page = l->page, .para = l->para + !r->in_row};
	l->bold = s != NULL && s->bold > 0;
	l->italic = s != NULL && s->italic > 0;
	l->centred = jc != NULL ? strcmp(jc, "center") == 0 : s != NULL && s->centred > 0;
	l->size = s != NULL ? (float)s->half_points / 2 : 0;
	int heading = s != NULL && s->heading > 0 ? s->heading : outline >= 0 && outline < 9 ? outline + 1 : 0;
	if (r->note != NULL) {
		l->kind = LINE_NOTE;
		l->label = r->note;
	} else if (heading > 0 && !r->in_row && !r->flat) {
		l->kind = LINE_HEADING;
		l->level = (uint8_t)heading;
	} else if (s != NULL && s->caption > 0) {
		l->kind = LINE_CAPTION;
	} else if (number != NULL) {
		l->kind = bullet ? LINE_BULLET : LINE_ITEM;
		l->level = (uint8_t)(level + 1);
	}
	if (number != NULL) {
		l->label = r->note != NULL ? r->note : number;
		put(r, number, strlen(number));
		put(r, " ", 1);
	}
	if (r->in_row)
		l->level = (uint8_t)(r->tables > 255 ? 255 : r->tables);
}

static bool
read_paragraph(struct reader *r, const xmlNode *p)
{
	bool started = r->b.open;
	if (docx_child(docx_child(p, "pPr"), "pageBreakBefore") != NULL)
		page_break(r);
	if (r->joined)
		r->paragraphs++;
	else
		begin_paragraph(r, p);
	bool ok = read_inlines(r, p);
	set_look(r, false, false, BASE);
	r->joined = r->b.open && docx_child(docx_child(docx_child(p, "pPr"), "rPr"), "del") != NULL;
	if (r->joined) {
		r->deletions++;
	} else if (r->in_row) {
		r->gap = true;
	} else if (!r->b.open && !started && r->nbox == 0) {
		r->blank++;
	} else {
		end_line(r);
	}
	unsigned n = r->nbox;
	const xmlNode *box[FORM_DEPTH];
	memcpy(box, r->box, n * sizeof *box);
	r->nbox = 0;
	for (unsigned i = 0; ok && i < n; i++)
		ok = read_blocks(r, box[i]);
	return ok;
}

/* ---- tables ---- */

/* The cell over this one in a column goes on in the row: its place among the spans, from 1; or 0. */
static size_t
cell_above(const struct reader *r, unsigned column)
{
	const struct draft *draft = r->b.draft;
	const struct merged *m = column < GRID_MOST ? &r->merged[column] : NULL;
	if (m == NULL || m->span == 0 || m->span > draft->nspan)
		return 0;
	const struct cell_span *s = &draft->span[m->span - 1];
	return s->line == m->line && s->cell == m->cell && s->line < draft->nline ? m->span : 0;
}

/* A cell of its own: what it takes of the grid. */
static void
open_cell(struct reader *r, unsigned cell, unsigned column, unsigned columns, bool goes_on)
{
	struct draft *draft = r->b.draft;
	if (columns > 1 || goes_on)
		build_span(&r->b, cell, columns, 1, false);
	if (column < GRID_MOST)
		r->merged[column] = !goes_on ? (struct merged){0, 0, 0} :
		    (struct merged){draft->nspan, (uint32_t)draft->nline, (uint16_t)cell};
}

static bool
read_row(struct reader *r, const xmlNode *row)
{
	const xmlNode *trpr = docx_child(row, "trPr");
	size_t longer[GRID_MOST];
	size_t nlonger = 0, line = r->b.draft->nline;
	bool ok = true;
	unsigned before = (unsigned)docx_number(docx_child(trpr, "gridBefore"), "val", 0) % GRID_MOST;
	unsigned cells = before, column = before;
	r->row_head = docx_toggle(trpr, "tblHeader") > 0;
	r->b.line.para++;
	r->tabs = before;
	for (const xmlNode *c = row->children; ok && c != NULL; c = c->next) {
		const xmlNode *cell = wrapped(c) != NULL ? docx_child(wrapped(c), "tc") : c;
		if (cell == NULL || !docx_is(cell, "tc"))
			continue;
		const xmlNode *tcpr = docx_child(cell, "tcPr"), *merge = docx_child(tcpr, "vMerge");
		const char *how = docx_attribute(merge, "val");
		int span = docx_number(docx_child(tcpr, "gridSpan"), "val", 1);
		unsigned columns = span < 1 ? 1 : span < GRID_MOST ? (unsigned)span : GRID_MOST;
		bool restart = how != NULL && strcmp(how, "restart") == 0;
		size_t above = merge != NULL && !restart ? cell_above(r, column) : 0;
		r->gap = false;
		if (above > 0 && nlonger < GRID_MOST) {
			longer[nlonger++] = above;
		} else {
			r->tabs += cells > before;
			open_cell(r, cells++, column, columns, restart);
			if (merge == NULL || restart)
				ok = read_blocks(r, cell);
		}
		column += columns;
	}
	end_row(r);
	for (size_t i = 0; i < nlonger && r->b.draft->nline > line; i++)
		r->b.draft->span[longer[i] - 1].rows += r->b.draft->span[longer[i] - 1].rows < UINT16_MAX;
	return ok;
}

/* Rows are lines; a table inside a cell or a masthead gives the text of its cells only. */
static bool
read_table(struct reader *r, const xmlNode *table)
{
	bool inner = r->in_row || r->flat, ok = true;
	r->tables += !inner;
	if (!inner)
		memset(r->merged, 0, sizeof r->merged);
	for (const xmlNode *n = table->children; ok && n != NULL; n = n->next) {
		const xmlNode *row = wrapped(n) != NULL ? docx_child(wrapped(n), "tr") : n;
		if (row == NULL || !docx_is(row, "tr"))
			continue;
		if (docx_child(docx_child(row, "trPr"), "del") != NULL) {
			leave_out(r, row);
			continue;
		}
		if (!inner) {
			r->in_row = true;
			ok = read_row(r, row);
			r->in_row = r->row_head = false;
			continue;
		}
		for (const xmlNode *c = row->children; ok && c != NULL; c = c->next)
			if (docx_is(c, "tc"))
				ok = read_blocks(r, c);
	}
	return ok;
}

static bool
read_blocks(struct reader *r, const xmlNode *parent)
{
	bool ok = deeper(r);
	for (const xmlNode *n = parent->children; ok && n != NULL; n = n->next) {
		if (docx_is(n, "p"))
			ok = read_paragraph(r, n);
		else if (docx_is(n, "tbl"))
			ok = read_table(r, n);
		else if (wrapped(n) != NULL)
			ok = read_blocks(r, wrapped(n));
	}
	r->depth--;
	return ok;
}

/* ---- parts ---- */

/* The header or footer of the first page, where the first section has one of its own. */
static bool
read_first_page(struct reader *r, const xmlNode *section, const char *kind)
{
	bool ok = true, external = false;
	if (docx_toggle(section, "titlePg") <= 0)
		return true;
	for (const xmlNode *n = section->children; ok && n != NULL; n = n->next) {
		const char *type = docx_is(n, kind) ? docx_attribute(n, "type") : NULL;
		if (type == NULL || strcmp(type, "first") != 0)
			continue;
		const char *path = docx_target(&r->docx, docx_attribute(n, "id"), &external);
		xmlDoc *part = path != NULL && !external ? docx_part(&r->docx, path, &ok) : NULL;
		if (part == NULL)
			return ok;
		r->flat = true;
		ok = docx_enter(&r->docx, path) && read_blocks(r, xmlDocGetRootElement(part)) &&
		     docx_enter(&r->docx, r->docx.main);
		r->flat = false;
	}
	return ok;
}

/* The settings of the first section: of the first paragraph that ends one, or of the body. */
static const xmlNode *
first_section(const xmlNode *body)
{
	for (const xmlNode *n = body->children; n != NULL; n = n->next) {
		const xmlNode *inner = docx_is(n, "p") ? docx_child(docx_child(n, "pPr"), "sectPr") : NULL;
		if (inner != NULL)
			return inner;
		if (docx_is(n, "sectPr"))
			return n;
	}
	return NULL;
}

/* The bodies of the notes that were called, in the order of the calls. */
static bool
read_notes(struct reader *r, const char *kind, const char *element)
{
	const char *path = docx_related(&r->docx, kind);
	bool ok = true;
	xmlDoc *part = path != NULL ? docx_part(&r->docx, path, &ok) : NULL;
	const xmlNode *root = part != NULL ? xmlDocGetRootElement(part) : NULL, *next = NULL;
	size_t calls = r->ncall;
	if (root != NULL && !docx_enter(&r->docx, path))
		return false;
	for (size_t i = 0; ok && root != NULL && i < calls; i++) {
		if (strcmp(r->call[i].part, kind) != 0)
			continue;
		/* notes stand in the order of their calls, mostly: look on from the last one found */
		const xmlNode *from = next != NULL ? next : root->children, *n = from;
		while (n != NULL && !(docx_is(n, element) && docx_number(n, "id", -2) == r->call[i].id))
			n = n->next;
		for (const xmlNode *k = root->children; n == NULL && k != from; k = k->next)
			if (docx_is(k, element) && docx_number(k, "id", -2) == r->call[i].id)
				n = k;
		if (n == NULL)
			continue;
		next = n->next;
		r->note = r->call[i].label != NULL ? r->call[i].label : "*";
		r->note_lead = true;
		ok = read_blocks(r, n);
		r->note_lead = false;
		r->note = NULL;
	}
	return ok && docx_enter(&r->docx, r->docx.main);
}

/* Where Word saved the page ends of its last layout, lines have pages. */
static bool
shows_pages(const xmlNode *body)
{
	for (const xmlNode *p = body->children; p != NULL; p = p->next)
		for (const xmlNode *run = docx_is(p, "p") ? p->children : NULL; run != NULL; run = run->next)
			if (docx_is(run, "r") && docx_child(run, "lastRenderedPageBreak") != NULL)
				return true;
	return false;
}

static bool
read_parts(struct reader *r)
{
	bool ok = true;
	xmlDoc *part = docx_part(&r->docx, r->docx.main, &ok);
	const xmlNode *body = part != NULL ? docx_child(xmlDocGetRootElement(part), "body") : NULL;
	if (body == NULL) {
		if (ok)
			diag(r->b.diag, DIAG_SRC_CONTAINER, (struct pos){r->b.draft->name, 0, 0},
			     "there is no %s in it; give a DOCX file of Word", r->docx.main);
		return false;
	}
	const char *styles = docx_related(&r->docx, "styles"), *numbering = docx_related(&r->docx, "numbering");
	xmlDoc *doc = styles != NULL ? docx_part(&r->docx, styles, &ok) : NULL;
	docx_load_styles(&r->docx, doc);
	if (ok && numbering != NULL)
		r->docx.numbering = docx_part(&r->docx, numbering, &ok);
	const xmlNode *section = first_section(body);
	r->pages = shows_pages(body);
	r->b.line.page = r->pages;
	if (ok && section != NULL)
		ok = read_first_page(r, section, "headerReference") && read_first_page(r, section, "footerReference");
	return ok && read_blocks(r, body) && read_notes(r, "footnotes", "footnote") && read_notes(r, "endnotes", "endnote");
}

bool
docx_lines(struct arena *a, struct draft *draft, struct diag *d)
{
	struct reader r = {
	    .b = {.arena = a, .draft = draft, .diag = d, .packed = true},
	    .docx = {.arena = a, .diag = d, .name = draft->name},
	};
	r.kept = xmlHashCreate(16);
	bool ok = docx_open(&r.docx, draft->input) && read_parts(&r) && !r.failed && build_finish(&r.b);
	xmlHashFree(r.kept, NULL);
	if (r.deletions > 0)
		diag(d, DIAG_SRC_TRACKED, (struct pos){draft->name, r.deleted_in, 0},
		     "deletions: %u, the first in this paragraph; accept or reject the changes in Word", r.deletions);
	if (draft->nmedia > 1)
		qsort(draft->media, draft->nmedia, sizeof *draft->media, media_by_name);
	for (size_t i = 0; i < DOCX_FIELDS; i++)
		buf_free(&r.field[i].code);
	docx_close(&r.docx);
	return ok;
}
