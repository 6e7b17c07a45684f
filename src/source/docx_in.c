/* SPDX-License-Identifier: MIT */
/*
 * docx_in.c - the body of a Word document to lines: paragraphs with the numbers Word shows,
 * table rows, notes behind the body; the masthead from the first page's header and footer.
 * Running headers and footers are of the pages and are not read; what else is not taken, or in
 * part only, is counted and reported.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source/docx_read.h"

static bool read_blocks(struct reader *, const xmlNode *parent);

/* ---- lines ---- */

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

void
docx_line_break(struct reader *r)
{
	size_t lines = r->b.draft->nline;
	if (r->in_row) {
		r->gap = true;
		return;
	}
	end_line(r);
	r->b.line.para += r->b.draft->nline == lines; /* a break on an empty line parts paragraphs */
}

void
docx_page_break(struct reader *r)
{
	if (r->pages && !r->in_row && r->b.line.page > 0)
		r->b.line.page++;
	if (r->pages && r->footnotes.each_page)
		docx_restart_notes(&r->footnotes);
}

/* Elements that only wrap runs or blocks. */
const xmlNode *
docx_wrapped(const xmlNode *n)
{
	static const char *const names[] = {"ins", "moveTo", "smartTag", "customXml",
	                                    "fldSimple", "bdo", "dir", "sdtContent"};
	if (docx_is(n, "sdt"))
		return docx_child(n, "sdtContent");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (docx_is(n, names[i]))
			return n;
	return docx_alternate(n);
}

/* The child of `top` behind n (the first when n is NULL), wrappers apart: what they wrap stands in their place. */
static const xmlNode *
next_inside(const xmlNode *top, const xmlNode *n)
{
	const xmlNode *up = n != NULL ? n->parent : top, *next = n != NULL ? n->next : top->children;
	for (;;) {
		while (next == NULL && up != top) {
			next = up->next;
			up = up->parent;
		}
		const xmlNode *in = next != NULL ? docx_wrapped(next) : NULL;
		if (in == NULL)
			return next;
		up = in;
		next = in->children;
	}
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
	int level = docx_number(docx_child(num, "ilvl"), "val", s != NULL ? s->num_level : -1);
	int outline = docx_number(docx_child(ppr, "outlineLvl"), "val", 9);
	const struct docx_shown shown = docx_next_number(&r->docx, num_id, level, s != NULL ? s->id : NULL);
	const char *number = shown.text;
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
		l->kind = shown.bullet ? LINE_BULLET : LINE_ITEM;
		l->level = (uint8_t)(shown.level + 1);
		if (shown.bullet && !r->in_row && !r->flat) {
			l->lists = l->level;
			l->list = (uint32_t)num_id * DOCX_LEVELS + l->level;
			l->opens = true;
		}
	} else if (s != NULL && s->quote > 0 && !r->flat) {
		l->kind = LINE_QUOTE;
		l->quotes = 1;
	}
	if (number != NULL) {
		l->label = r->note != NULL ? r->note : number;
		docx_put(r, number, strlen(number));
		docx_put(r, " ", 1);
	}
	if (shown.guessed)
		build_omit(&r->b, OMIT_NUMBER, r->paragraphs);
	r->hidden = s != NULL && s->hidden > 0;
	if (r->in_row)
		l->level = (uint8_t)(r->tables > 255 ? 255 : r->tables);
}

/* How notes are counted: a section's own way over the document's (17.11). */
static void
note_settings(struct docx_notes *notes, const xmlNode *from, const char *name)
{
	const xmlNode *pr = docx_child(from, name);
	const char *format = docx_attribute(docx_child(pr, "numFmt"), "val");
	const char *restart = docx_attribute(docx_child(pr, "numRestart"), "val");
	notes->start = docx_number(docx_child(pr, "numStart"), "val", notes->start);
	if (format != NULL)
		notes->format = format;
	if (restart != NULL) {
		notes->each_section = strcmp(restart, "eachSect") == 0;
		notes->each_page = strcmp(restart, "eachPage") == 0;
	}
}

/* The settings of the section that begins with a node: of its last paragraph, or of the body. */
static const xmlNode *
section_of(const xmlNode *n)
{
	for (; n != NULL; n = n->next) {
		const xmlNode *inner = docx_is(n, "p") ? docx_child(docx_child(n, "pPr"), "sectPr") : NULL;
		if (inner != NULL)
			return inner;
		if (docx_is(n, "sectPr"))
			return n;
	}
	return NULL;
}

/* Count notes as the section that begins with a node says, or else the document. */
static void
begin_notes(struct docx_notes *notes, const struct docx_notes *document, const xmlNode *first, const char *name)
{
	int called = notes->called;
	*notes = *document;
	notes->called = called;
	note_settings(notes, section_of(first), name);
	if (notes->each_section)
		docx_restart_notes(notes);
}

static void
begin_section(struct reader *r, const xmlNode *first)
{
	begin_notes(&r->footnotes, &r->all_footnotes, first, "footnotePr");
	begin_notes(&r->endnotes, &r->all_endnotes, first, "endnotePr");
}

static void
end_section(struct reader *r, const xmlNode *p)
{
	if (docx_child(docx_child(p, "pPr"), "sectPr") != NULL)
		begin_section(r, p->next);
}

static bool
read_paragraph(struct reader *r, const xmlNode *p)
{
	bool started = r->b.open;
	if (docx_child(docx_child(p, "pPr"), "pageBreakBefore") != NULL)
		docx_page_break(r);
	if (r->joined)
		r->paragraphs++;
	else
		begin_paragraph(r, p);
	bool ok = docx_inlines(r, p);
	const xmlNode *mark = docx_child(docx_child(p, "pPr"), "rPr");
	docx_look(r, false, false, DOCX_BASE);
	r->joined = r->b.open && (docx_child(mark, "del") != NULL || docx_child(mark, "moveFrom") != NULL);
	docx_end_codes(r);
	if (r->joined) {
		build_omit(&r->b, OMIT_DELETED, r->paragraphs);
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
	end_section(r, p);
	return ok;
}

/* ---- tables ---- */

/* The cell over this one in a column goes on in the row: its place among the spans, from 1; or 0. */
static size_t
cell_above(const struct reader *r, unsigned column)
{
	const struct draft *draft = r->b.draft;
	const struct merged *m = column < DOCX_GRID_MOST ? &r->merged[column] : NULL;
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
	if (column < DOCX_GRID_MOST)
		r->merged[column] = !goes_on ? (struct merged){0, 0, 0} :
		    (struct merged){draft->nspan, (uint32_t)draft->nline, (uint16_t)cell};
}

/* Does the cell go on with the one before it?  Old Word joins cells of a row so. */
static bool
goes_on(const xmlNode *cell)
{
	const xmlNode *merge = docx_child(docx_child(cell, "tcPr"), "hMerge");
	const char *how = docx_attribute(merge, "val");
	return merge != NULL && (how == NULL || strcmp(how, "restart") != 0);
}

/* Columns of the grid that a cell takes, with those of the cells that go on with it. */
static unsigned
columns_of(const xmlNode *row, const xmlNode *cell)
{
	unsigned columns = 0;
	const xmlNode *next = cell;
	do {
		int span = docx_is(next, "tc") ? docx_number(docx_child(docx_child(next, "tcPr"), "gridSpan"), "val", 1) : 0;
		if (docx_is(next, "tc"))
			columns += span < 1 ? 1 : span < DOCX_GRID_MOST ? (unsigned)span : DOCX_GRID_MOST;
		next = next_inside(row, next);
	} while (columns < DOCX_GRID_MOST && next != NULL && (!docx_is(next, "tc") || goes_on(next)));
	return columns < DOCX_GRID_MOST ? columns : DOCX_GRID_MOST;
}

static bool
read_row(struct reader *r, const xmlNode *row)
{
	const xmlNode *trpr = docx_child(row, "trPr");
	size_t longer[DOCX_GRID_MOST];
	size_t nlonger = 0, line = r->b.draft->nline;
	bool ok = true;
	unsigned before = (unsigned)docx_number(docx_child(trpr, "gridBefore"), "val", 0) % DOCX_GRID_MOST;
	unsigned cells = before, column = before;
	r->row_head = docx_toggle(trpr, "tblHeader") > 0;
	r->b.line.para++;
	r->tabs = before;
	for (const xmlNode *cell = NULL; ok && (cell = next_inside(row, cell)) != NULL;) {
		if (!docx_is(cell, "tc"))
			continue;
		const xmlNode *tcpr = docx_child(cell, "tcPr"), *merge = docx_child(tcpr, "vMerge");
		const char *how = docx_attribute(merge, "val");
		if (cells > before && goes_on(cell)) {
			docx_leave_out(r, cell, OMIT_HIDDEN);
			continue;
		}
		unsigned columns = columns_of(row, cell);
		bool restart = how != NULL && strcmp(how, "restart") == 0;
		size_t above = merge != NULL && !restart ? cell_above(r, column) : 0;
		r->gap = false;
		if (merge != NULL && !restart)
			docx_leave_out(r, cell, OMIT_HIDDEN);
		if (above > 0 && nlonger < DOCX_GRID_MOST) {
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
	if (r->in_row)
		build_omit(&r->b, OMIT_NESTED_TABLE, r->paragraphs);
	for (const xmlNode *row = NULL; ok && (row = next_inside(table, row)) != NULL;) {
		if (!docx_is(row, "tr"))
			continue;
		if (docx_child(docx_child(row, "trPr"), "del") != NULL) {
			docx_leave_out(r, row, OMIT_DELETED);
			continue;
		}
		if (!inner) {
			r->in_row = true;
			ok = read_row(r, row);
			r->in_row = r->row_head = false;
			continue;
		}
		for (const xmlNode *c = NULL; ok && (c = next_inside(row, c)) != NULL;)
			if (docx_is(c, "tc"))
				ok = read_blocks(r, c);
	}
	return ok;
}

/* A formula between paragraphs is one of its own. */
static void
read_formula(struct reader *r, const xmlNode *n)
{
	begin_paragraph(r, n);
	docx_formula(r, n);
	if (r->in_row)
		r->gap = true;
	else
		end_line(r);
}

static bool
read_blocks(struct reader *r, const xmlNode *parent)
{
	bool ok = docx_deeper(r);
	for (const xmlNode *n = parent->children; ok && n != NULL; n = n->next) {
		if (docx_is(n, "p"))
			ok = read_paragraph(r, n);
		else if (docx_is(n, "tbl"))
			ok = read_table(r, n);
		else if (docx_named(n, "oMath") || docx_named(n, "oMathPara"))
			read_formula(r, n);
		else if (docx_is(n, "altChunk"))
			build_omit(&r->b, OMIT_EMBEDDED, r->paragraphs);
		else if (docx_wrapped(n) != NULL)
			ok = read_blocks(r, docx_wrapped(n));
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

/* The notes of a part by their ids, in figures. */
static xmlHashTable *
notes_by_id(const xmlNode *root, const char *element)
{
	xmlHashTable *by_id = xmlHashCreate(64);
	char id[16];
	for (xmlNode *n = root->children; n != NULL; n = n->next) {
		snprintf(id, sizeof id, "%d", docx_number(n, "id", -2));
		if (docx_is(n, element))
			xmlHashAddEntry(by_id, BAD_CAST id, n);
	}
	return by_id;
}

/* The bodies of the notes that were called, in the order of the calls. */
static bool
read_notes(struct reader *r, const struct docx_notes *notes)
{
	const char *path = docx_related(&r->docx, notes->part);
	bool ok = true;
	xmlDoc *part = path != NULL ? docx_part(&r->docx, path, &ok) : NULL;
	if (part == NULL)
		return ok;
	if (!docx_enter(&r->docx, path))
		return false;
	xmlHashTable *by_id = notes_by_id(xmlDocGetRootElement(part), notes->element);
	size_t calls = r->ncall;
	char id[16];
	for (size_t i = 0; ok && i < calls; i++) {
		snprintf(id, sizeof id, "%d", r->call[i].id);
		const xmlNode *n = strcmp(r->call[i].part, notes->part) == 0 ? xmlHashLookup(by_id, BAD_CAST id) : NULL;
		if (n == NULL)
			continue;
		r->note = r->call[i].label != NULL ? r->call[i].label : arena_strdup(r->b.arena, "*");
		r->typed_mark = r->call[i].typed && r->call[i].label != NULL && r->call[i].label[0] != '\0' ? r->note : NULL;
		r->note_lead = true;
		ok = read_blocks(r, n);
		r->note_lead = false;
		r->note = NULL;
	}
	xmlHashFree(by_id, NULL);
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
	const char *settings = docx_related(&r->docx, "settings");
	xmlDoc *doc = styles != NULL ? docx_part(&r->docx, styles, &ok) : NULL;
	docx_load_styles(&r->docx, doc);
	doc = ok && numbering != NULL ? docx_part(&r->docx, numbering, &ok) : NULL;
	docx_load_numbering(&r->docx, doc);
	doc = ok && settings != NULL ? docx_part(&r->docx, settings, &ok) : NULL;
	note_settings(&r->all_footnotes, doc != NULL ? xmlDocGetRootElement(doc) : NULL, "footnotePr");
	note_settings(&r->all_endnotes, doc != NULL ? xmlDocGetRootElement(doc) : NULL, "endnotePr");
	const xmlNode *section = section_of(body->children);
	r->pages = shows_pages(body);
	r->b.line.page = r->pages;
	if (ok && section != NULL)
		ok = read_first_page(r, section, "headerReference") && read_first_page(r, section, "footerReference");
	begin_section(r, body->children);
	docx_restart_notes(&r->footnotes);
	docx_restart_notes(&r->endnotes);
	return ok && read_blocks(r, body) && read_notes(r, &r->footnotes) && read_notes(r, &r->endnotes);
}

static int
media_by_name(const void *a, const void *b)
{
	return strcmp(((const struct media *)a)->name, ((const struct media *)b)->name);
}

bool
docx_lines(struct arena *a, struct draft *draft, struct diag *d)
{
	struct reader r = {
	    .b = {.arena = a, .draft = draft, .diag = d, .packed = true},
	    .docx = {.arena = a, .diag = d, .name = draft->name},
	    .all_footnotes = {"footnotes", "footnote", "decimal", 1, 0, false, false},
	    .all_endnotes = {"endnotes", "endnote", "lowerRoman", 1, 0, false, false},
	};
	r.kept = xmlHashCreate(16);
	bool ok = docx_open(&r.docx, draft->input) && read_parts(&r) && !r.failed && build_finish(&r.b);
	xmlHashFree(r.kept, NULL);
	build_report_omissions(&r.b);
	if (draft->nmedia > 1)
		qsort(draft->media, draft->nmedia, sizeof *draft->media, media_by_name);
	for (size_t i = 0; i < DOCX_FIELDS; i++)
		buf_free(&r.field[i].code);
	docx_close(&r.docx);
	return ok;
}
